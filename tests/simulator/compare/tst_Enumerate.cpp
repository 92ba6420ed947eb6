// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/compare/Enumerate.h"
#include "tests/support/SmallCatalogue.h"

#include <QtTest>

#include <algorithm>

using namespace wherewithal;
using namespace wherewithal::model;
using namespace wherewithal::simulator;

class tst_Enumerate : public QObject
{
    Q_OBJECT
private slots:
    void namedCandidatesKeepTheirOrderAndIds();
    void saysWhyACandidateCannotBeResolved_data();
    void saysWhyACandidateCannotBeResolved();
    void queriesFilterByMemoryAndContinent();
    void queriesKeepTheCheapestRegionOfAMachine();
    void queriesLeaveSpotOutUnlessAsked();
    void duplicatesAreDropped();
    void lettersStayWithTheirOption();
    void lettersGoOnAfterZ();
};

namespace {

Candidate machineCandidate(const char* provider, const char* region, const char* machine)
{
    return {.kind = OptionKind::Machine,
            .provider = ProviderId{provider},
            .region = RegionId{region},
            .machine = MachineId{machine}};
}

std::vector<std::string> ids(const std::vector<EnumeratedOption>& options)
{
    std::vector<std::string> texts;
    for (const EnumeratedOption& option : options) {
        texts.push_back(option.spec.id.text());
    }
    return texts;
}

} // namespace

void tst_Enumerate::namedCandidatesKeepTheirOrderAndIds()
{
    Plan plan;
    plan.candidates = {
        {.kind = OptionKind::SelfHosted, .server = ServerBuildId{"box-8"}, .site = SiteId{"hall"}},
        machineCandidate("cirrus", "east", "big"),
        {.kind = OptionKind::Platform,
         .provider = ProviderId{"dyno"},
         .region = RegionId{"eu"},
         .machine = MachineId{"standard"}},
        {.kind = OptionKind::TokenApi, .provider = ProviderId{"tokens"}, .tokenModel = "model-30b"},
        {.kind = OptionKind::Layer,
         .provider = ProviderId{"nimbus"},
         .region = RegionId{"centre"},
         .machine = MachineId{"one"},
         .layer = ProviderId{"layer"}}};
    const auto options = enumerateOptions(plan, tests::smallCatalogue());
    const std::vector<std::string> expected{"self-hosted/box-8/hall",
                                            "cirrus/east/big/on-demand",
                                            "dyno/eu/standard/platform",
                                            "tokens/model-30b/token-api",
                                            "layer+nimbus/centre/one/on-demand"};
    QCOMPARE(ids(options), expected);
    for (const EnumeratedOption& option : options) {
        QVERIFY2(option.problem.empty(), option.problem.c_str());
    }
    QCOMPARE(options[1].spec.displayName, std::string("Cirrus big"));
    QCOMPARE(options[1].spec.secondLine, std::string("East, on demand"));
    QCOMPARE(options[4].spec.displayName, std::string("Layer on Nimbus one"));
}

void tst_Enumerate::saysWhyACandidateCannotBeResolved_data()
{
    QTest::addColumn<QByteArray>("provider");
    QTest::addColumn<QByteArray>("region");
    QTest::addColumn<QByteArray>("machine");
    QTest::addColumn<QByteArray>("problem");
    QTest::addRow("machine") << QByteArray("cirrus") << QByteArray("east") << QByteArray("huge")
                             << QByteArray("no machine huge of Cirrus");
    QTest::addRow("price") << QByteArray("cirrus") << QByteArray("north") << QByteArray("big")
                           << QByteArray("no on demand price for big in north");
    QTest::addRow("provider") << QByteArray("zeus") << QByteArray("east") << QByteArray("big")
                              << QByteArray("no machine big of zeus");
}

void tst_Enumerate::saysWhyACandidateCannotBeResolved()
{
    QFETCH(QByteArray, provider);
    QFETCH(QByteArray, region);
    QFETCH(QByteArray, machine);
    QFETCH(QByteArray, problem);
    Plan plan;
    plan.candidates = {machineCandidate(provider.constData(), region.constData(), machine.constData())};
    const auto options = enumerateOptions(plan, tests::smallCatalogue());
    QCOMPARE(options.size(), std::size_t{1});
    QVERIFY2(QByteArray::fromStdString(options[0].problem).contains(problem), options[0].problem.c_str());
}

void tst_Enumerate::queriesFilterByMemoryAndContinent()
{
    Plan plan;
    CandidateQuery query;
    query.continents = {"Europe"};
    query.minAcceleratorMemoryBytes = 80.0 * kGib;
    plan.queries = {query};
    const auto options = enumerateOptions(plan, tests::smallCatalogue());
    const std::vector<std::string> expected{
        "cirrus/west/big/on-demand", "nimbus/centre/one/on-demand", "nimbus/centre/one/committed-use-36m"};
    QCOMPARE(ids(options), expected);
    QCOMPARE(options[0].query.value(), std::size_t{0});
}

void tst_Enumerate::queriesKeepTheCheapestRegionOfAMachine()
{
    Plan plan;
    CandidateQuery query;
    query.providers = {ProviderId{"cirrus"}};
    query.minAcceleratorCount = 1;
    query.purchases = {Purchase::OnDemand};
    plan.queries = {query};
    const std::vector<std::string> expected{"cirrus/east/big/on-demand"};
    QCOMPARE(ids(enumerateOptions(plan, tests::smallCatalogue())), expected);
}

void tst_Enumerate::queriesLeaveSpotOutUnlessAsked()
{
    Plan plan;
    plan.queries = {CandidateQuery{}};
    const auto isSpot = [](const EnumeratedOption& option) {
        return option.spec.purchase == Purchase::Spot;
    };
    QVERIFY(std::ranges::none_of(enumerateOptions(plan, tests::smallCatalogue()), isSpot));
    plan.queries[0].purchases = {Purchase::Spot};
    QVERIFY(std::ranges::all_of(enumerateOptions(plan, tests::smallCatalogue()), isSpot));
}

void tst_Enumerate::duplicatesAreDropped()
{
    Plan plan;
    plan.candidates = {machineCandidate("cirrus", "east", "big"), machineCandidate("cirrus", "east", "big")};
    CandidateQuery query;
    query.providers = {ProviderId{"cirrus"}};
    query.minAcceleratorCount = 1;
    plan.queries = {query};
    const auto options = enumerateOptions(plan, tests::smallCatalogue());
    QCOMPARE(options.size(), std::size_t{2}); // on demand (named), reserved (found)
    QVERIFY(!options[0].query.has_value());
}

void tst_Enumerate::lettersStayWithTheirOption()
{
    Plan plan;
    plan.letters = {{"x", "B"}, {"gone", "A"}};
    std::vector<OptionSpec> specs(3);
    specs[0].id = OptionId{"n1"};
    specs[1].id = OptionId{"x"};
    specs[2].id = OptionId{"n2"};
    std::vector<OptionSpec*> pointers{&specs[0], &specs[1], &specs[2]};
    assignLetters(plan, pointers);
    QCOMPARE(specs[0].letter, std::string("C"));
    QCOMPARE(specs[1].letter, std::string("B"));
    QCOMPARE(specs[2].letter, std::string("D"));
}

void tst_Enumerate::lettersGoOnAfterZ()
{
    QCOMPARE(letterAt(0), std::string("A"));
    QCOMPARE(letterAt(25), std::string("Z"));
    QCOMPARE(letterAt(26), std::string("AA"));
    QCOMPARE(letterAt(26 + 26 * 26), std::string("AAA"));
}

QTEST_APPLESS_MAIN(tst_Enumerate)
#include "tst_Enumerate.moc"
