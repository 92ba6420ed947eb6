// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/plan/OwnParts.h"
#include "simulator/scoring/Requirements.h"
#include "simulator/scoring/Scores.h"
#include "tests/support/SmallCatalogue.h"

#include <QtTest>

#include <algorithm>
#include <cmath>

using namespace wherewithal;
using namespace wherewithal::model;
using namespace wherewithal::simulator;

namespace {

Evidence fact(const char* id,
              const char* provider,
              const char* question,
              Answer answer,
              Confidence confidence = Confidence::Document,
              const char* date = "2026-01-01")
{
    return {.id = EvidenceId{id},
            .provider = ProviderId{provider},
            .service = "Platform",
            .question = QuestionId{question},
            .answer = answer,
            .finding = id,
            .confidence = confidence,
            .source = {.title = id, .url = "https://example.invalid", .date = date}};
}

CatalogueSlice catalogueWith(std::vector<Evidence> facts)
{
    CatalogueSlice slice = tests::smallCatalogue();
    slice.questions = {
        {.id = QuestionId{"cert.soc2"}, .criterion = Criterion::Security, .text = "Is there a SOC 2 report?"},
        {.id = QuestionId{"enc.rest"},
         .criterion = Criterion::Security,
         .text = "Are stored data encrypted?"},
        {.id = QuestionId{"docker"},
         .criterion = Criterion::Connectivity,
         .text = "Do container images run?"},
        {.id = QuestionId{"log.retention"},
         .criterion = Criterion::Debuggability,
         .text = "How long are logs kept?",
         .isValue = true},
        {.id = QuestionId{"ports"},
         .criterion = Criterion::Connectivity,
         .text = "Which ports are limited?",
         .isValue = true}};
    slice.evidence = std::move(facts);
    return slice;
}

OptionSpec optionOf(const char* provider)
{
    return {.kind = OptionKind::Machine, .provider = ProviderId{provider}, .region = RegionId{"west"}};
}

const CriterionScore& of(const Scorecard& scores, Criterion criterion)
{
    return scores[static_cast<std::size_t>(criterion)];
}

Plan planRequiring(Requirement requirement)
{
    Plan plan;
    requirement.id = "must";
    plan.requirements = {std::move(requirement)};
    return plan;
}

int outcomeOf(const Plan& plan, const CatalogueSlice& slice, const OptionSpec& spec)
{
    return static_cast<int>(
        checkRequirements(plan, slice, spec, scoreOption(plan, slice, spec)).at(0).outcome);
}

constexpr int kMet = static_cast<int>(RequirementCheck::Outcome::Met);
constexpr int kFailed = static_cast<int>(RequirementCheck::Outcome::Failed);
constexpr int kUnknown = static_cast<int>(RequirementCheck::Outcome::Unknown);

} // namespace

class tst_Scores : public QObject
{
    Q_OBJECT
private slots:
    void unknownWidensTheInterval();
    void turningUnknownIntoNoLowersOnlyTheUpperEnd();
    void theFirmestLevelDecides();
    void withinALevelTheNewestDayDecides();
    void factsOfOneDayThatDisagreeAreAConflict();
    void anOwnAnswerDecidesAndKeepsTheConflictInSight();
    void anOwnAnswerSettlesAnOpenRequirement();
    void aRequirementThatIsOffAsksForNothing();
    void generalKnowledgeCanBeLeftOut();
    void valueAnswersGoThroughTheirScale();
    void questionsWithoutAScaleAreNotCounted();
    void aLayerIsAsSecureAsTheWeakerOfTheTwo();
    void logLinesBecomeDaysOfTheWorkload();
    void theExplanationHoldsTheFacts();
    void regionRequirements_data();
    void regionRequirements();
    void anUnknownAnswerLeavesTheRequirementUnknown();
    void partlySufficesOnlyWhereTheRequirementSaysSo();
    void operatingSystemsMustOutliveThePlan_data();
    void operatingSystemsMustOutliveThePlan();
};

void tst_Scores::unknownWidensTheInterval()
{
    const auto slice = catalogueWith({fact("a", "cirrus", "cert.soc2", Answer::Yes)});
    const CriterionScore security = of(scoreOption(Plan{}, slice, optionOf("cirrus")), Criterion::Security);
    QCOMPARE(security.low, 0.5);
    QCOMPARE(security.high, 1.0);
    QCOMPARE(security.answered, 1);
    QCOMPARE(security.questions, 2);
}

void tst_Scores::turningUnknownIntoNoLowersOnlyTheUpperEnd()
{
    const auto slice = catalogueWith(
        {fact("a", "cirrus", "cert.soc2", Answer::Yes), fact("b", "cirrus", "enc.rest", Answer::No)});
    const Scorecard scores = scoreOption(Plan{}, slice, optionOf("cirrus"));
    QCOMPARE(of(scores, Criterion::Security).low, 0.5);
    QCOMPARE(of(scores, Criterion::Security).high, 0.5);
    QCOMPARE(of(scores, Criterion::Connectivity).high, 1.0);
}

void tst_Scores::theFirmestLevelDecides()
{
    const auto slice =
        catalogueWith({fact("a", "cirrus", "cert.soc2", Answer::No, Confidence::Secondary, "2026-10-01"),
                       fact("b", "cirrus", "cert.soc2", Answer::Yes, Confidence::Document, "2020-01-01"),
                       fact("c", "cirrus", "enc.rest", Answer::Unknown, Confidence::Document),
                       fact("d", "cirrus", "enc.rest", Answer::Partial, Confidence::GeneralKnowledge)});
    const CriterionScore security = of(scoreOption(Plan{}, slice, optionOf("cirrus")), Criterion::Security);
    QCOMPARE(security.low, 0.75);
    QCOMPARE(security.cells[0].evidence.front().text(), std::string("b"));
    QCOMPARE(security.cells[0].evidence.size(), std::size_t{2});
}

void tst_Scores::withinALevelTheNewestDayDecides()
{
    const auto slice =
        catalogueWith({fact("old", "cirrus", "cert.soc2", Answer::No, Confidence::Document, "2020-01-01"),
                       fact("new", "cirrus", "cert.soc2", Answer::Yes, Confidence::Document, "2025-01-01")});
    const Scorecard scores = scoreOption(Plan{}, slice, optionOf("cirrus"));
    const AnswerCell* cell = findCell(scores, QuestionId{"cert.soc2"});
    QVERIFY(cell != nullptr);
    QCOMPARE(cell->low, 1.0);
    QVERIFY(!cell->isConflicting);
}

void tst_Scores::factsOfOneDayThatDisagreeAreAConflict()
{
    const auto slice = catalogueWith(
        {fact("a", "cirrus", "enc.rest", Answer::No), fact("b", "cirrus", "enc.rest", Answer::Yes)});
    const Scorecard scores = scoreOption(Plan{}, slice, optionOf("cirrus"));
    const AnswerCell* cell = findCell(scores, QuestionId{"enc.rest"});
    QVERIFY(cell != nullptr);
    QCOMPARE(cell->low, 0.5);
    QVERIFY(cell->isConflicting);
    QCOMPARE(cell->evidence.size(), std::size_t{2});
}

void tst_Scores::anOwnAnswerDecidesAndKeepsTheConflictInSight()
{
    Plan plan;
    plan.answers = {{.provider = ProviderId{"cirrus"},
                     .question = QuestionId{"cert.soc2"},
                     .answer = Answer::Yes,
                     .finding = "the report was shown to us",
                     .date = {.year = 2020, .month = 1, .day = 1}}};
    auto slice = catalogueWith({fact("a", "cirrus", "cert.soc2", Answer::No)});
    addOwnParts(slice, plan);
    const Scorecard scores = scoreOption(plan, slice, optionOf("cirrus"));
    const AnswerCell* cell = findCell(scores, QuestionId{"cert.soc2"});
    QVERIFY(cell != nullptr);
    QCOMPARE(cell->low, 1.0); // though it is older and no document
    QVERIFY(cell->isConflicting);
    QCOMPARE(cell->evidence.size(), std::size_t{2});
    QCOMPARE(cell->evidence.front().text(), std::string("own/cirrus/cert.soc2"));

    auto agreeing = catalogueWith({fact("a", "cirrus", "cert.soc2", Answer::Yes)});
    addOwnParts(agreeing, plan);
    const Scorecard same = scoreOption(plan, agreeing, optionOf("cirrus"));
    QVERIFY(!findCell(same, QuestionId{"cert.soc2"})->isConflicting);
}

void tst_Scores::anOwnAnswerSettlesAnOpenRequirement()
{
    Plan plan = planRequiring({.kind = Requirement::Kind::Question, .values = {"enc.rest"}});
    auto slice = catalogueWith({});
    QCOMPARE(outcomeOf(plan, slice, optionOf("cirrus")), kUnknown);
    plan.answers = {{.provider = ProviderId{"cirrus"}, .question = QuestionId{"enc.rest"}}};
    addOwnParts(slice, plan);
    QCOMPARE(outcomeOf(plan, slice, optionOf("cirrus")), kMet);
    QCOMPARE(outcomeOf(plan, slice, optionOf("nimbus")), kUnknown); // about one provider alone
    plan.answers.front().answer = Answer::No;
    addOwnParts(slice, plan); // again: the answer takes the place of the one before
    QCOMPARE(outcomeOf(plan, slice, optionOf("cirrus")), kFailed);
    QCOMPARE(slice.evidence.size(), std::size_t{1});
}

void tst_Scores::aRequirementThatIsOffAsksForNothing()
{
    Plan plan = planRequiring({.kind = Requirement::Kind::Question, .values = {"enc.rest"}});
    const auto slice = catalogueWith({fact("a", "cirrus", "enc.rest", Answer::No)});
    QCOMPARE(outcomeOf(plan, slice, optionOf("cirrus")), kFailed);
    plan.requirements.front().isOff = true;
    const OptionSpec spec = optionOf("cirrus");
    QVERIFY(checkRequirements(plan, slice, spec, scoreOption(plan, slice, spec)).empty());
}

void tst_Scores::generalKnowledgeCanBeLeftOut()
{
    const auto slice =
        catalogueWith({fact("a", "cirrus", "cert.soc2", Answer::Yes, Confidence::GeneralKnowledge)});
    Plan plan;
    QCOMPARE(of(scoreOption(plan, slice, optionOf("cirrus")), Criterion::Security).answered, 1);
    plan.usesSourcedFactsOnly = true;
    QCOMPARE(of(scoreOption(plan, slice, optionOf("cirrus")), Criterion::Security).answered, 0);
}

void tst_Scores::valueAnswersGoThroughTheirScale()
{
    Evidence retention = fact("a", "cirrus", "log.retention", Answer::Value);
    retention.value = 30.0;
    const auto slice = catalogueWith({retention});
    QCOMPARE(of(scoreOption(Plan{}, slice, optionOf("cirrus")), Criterion::Debuggability).low, 0.7);
    const ValueScale& scale = valueScales().front();
    QCOMPARE(scoreOnScale(scale, -1.0), 0.0);
    QCOMPARE(scoreOnScale(scale, 3.5), 0.2);
    QCOMPARE(scoreOnScale(scale, 1e9), 1.0);
}

void tst_Scores::questionsWithoutAScaleAreNotCounted()
{
    const auto slice = catalogueWith({});
    QCOMPARE(of(scoreOption(Plan{}, slice, optionOf("cirrus")), Criterion::Connectivity).questions, 1);
}

void tst_Scores::aLayerIsAsSecureAsTheWeakerOfTheTwo()
{
    const auto slice = catalogueWith({fact("a", "cirrus", "cert.soc2", Answer::Yes),
                                      fact("b", "cirrus", "docker", Answer::Yes),
                                      fact("c", "layer", "enc.rest", Answer::Yes)});
    OptionSpec spec = optionOf("cirrus");
    spec.kind = OptionKind::Layer;
    spec.layer = ProviderId{"layer"};
    const Scorecard scores = scoreOption(Plan{}, slice, spec);
    QCOMPARE(of(scores, Criterion::Security).low, 0.0); // neither of the two questions is answered for both
    QCOMPARE(of(scores, Criterion::Security).high, 1.0);
    QCOMPARE(of(scores, Criterion::Security).answered, 0);
    QCOMPARE(of(scores, Criterion::Connectivity).low,
             0.0); // the host runs containers; whether the layer lets one is unknown
    QCOMPARE(of(scores, Criterion::Connectivity).high, 1.0);
}

void tst_Scores::logLinesBecomeDaysOfTheWorkload()
{
    // Reference: 1,500 lines at 10 requests/s and 3 lines each last 50 s.
    Evidence retention = fact("a", "dyno", "log.retention", Answer::Value);
    retention.value = 7.0;
    auto slice = catalogueWith({retention});
    slice.limits = {
        {.provider = ProviderId{"dyno"}, .key = "log-lines-kept", .value = 1500.0, .unit = "lines"}};
    Plan plan;
    QVERIFY(plan.assumptions.set("log-lines-per-request", 3.0).has_value());
    Workload workload;
    workload.demand.peakPerSecond = 10.0;
    plan.workloads = {workload};
    const double score = of(scoreOption(plan, slice, optionOf("dyno")), Criterion::Debuggability).low;
    QVERIFY(std::abs(score - 0.4 * (50.0 / 86400.0) / 7.0) < 1e-12);
}

void tst_Scores::theExplanationHoldsTheFacts()
{
    const auto slice = catalogueWith({fact("a", "cirrus", "cert.soc2", Answer::Yes)});
    const CriterionScore security = of(scoreOption(Plan{}, slice, optionOf("cirrus")), Criterion::Security);
    const FigurePtr figure = explainScore(slice, security);
    QCOMPARE(figure->value.value(), security.low);
    const std::string printed = plainText(figure);
    QVERIFY(printed.find("https://example.invalid") != std::string::npos);
    QVERIFY(printed.find("no known answer") != std::string::npos);
}

void tst_Scores::regionRequirements_data()
{
    QTest::addColumn<QByteArray>("wanted");
    QTest::addColumn<QByteArray>("region");
    QTest::addColumn<int>("outcome");
    QTest::addRow("continent") << QByteArray("Europe") << QByteArray("west") << kMet;
    QTest::addRow("other continent") << QByteArray("Europe") << QByteArray("east") << kFailed;
    QTest::addRow("country") << QByteArray("IE") << QByteArray("west") << kMet;
    QTest::addRow("region id") << QByteArray("east") << QByteArray("east") << kMet;
    QTest::addRow("not published") << QByteArray("Europe") << QByteArray("nowhere") << kUnknown;
}

void tst_Scores::regionRequirements()
{
    QFETCH(QByteArray, wanted);
    QFETCH(QByteArray, region);
    QFETCH(int, outcome);
    OptionSpec spec = optionOf("cirrus");
    spec.region = RegionId{region.toStdString()};
    QCOMPARE(outcomeOf(planRequiring({.kind = Requirement::Kind::Region, .values = {wanted.toStdString()}}),
                       catalogueWith({}),
                       spec),
             outcome);
}

void tst_Scores::anUnknownAnswerLeavesTheRequirementUnknown()
{
    const Plan plan = planRequiring({.kind = Requirement::Kind::Service, .values = {"docker"}});
    QCOMPARE(outcomeOf(plan, catalogueWith({}), optionOf("cirrus")), kUnknown);
    QCOMPARE(outcomeOf(plan, catalogueWith({fact("a", "cirrus", "docker", Answer::Yes)}), optionOf("cirrus")),
             kMet);
    QCOMPARE(outcomeOf(plan, catalogueWith({fact("a", "cirrus", "docker", Answer::No)}), optionOf("cirrus")),
             kFailed);
}

void tst_Scores::partlySufficesOnlyWhereTheRequirementSaysSo()
{
    const auto slice = catalogueWith({fact("a", "cirrus", "enc.rest", Answer::Partial)});
    Requirement requirement{.kind = Requirement::Kind::Question, .values = {"enc.rest"}};
    QCOMPARE(outcomeOf(planRequiring(requirement), slice, optionOf("cirrus")), kFailed);
    requirement.acceptsPartial = true;
    QCOMPARE(outcomeOf(planRequiring(requirement), slice, optionOf("cirrus")), kMet);
}

void tst_Scores::operatingSystemsMustOutliveThePlan_data()
{
    QTest::addColumn<QByteArray>("cycle");
    QTest::addColumn<int>("outcome");
    QTest::addColumn<QByteArray>("says");
    // endoflife.date 2026-08-22
    QTest::addRow("RHEL 7 has ended") << QByteArray("7") << kFailed << QByteArray("ended on 2024-06-30");
    QTest::addRow("RHEL 8 ends within five years")
        << QByteArray("8") << kFailed << QByteArray("ends on 2029-05-31");
    QTest::addRow("RHEL 9 lasts") << QByteArray("9") << kMet << QByteArray("in support until 2032-05-31");
    QTest::addRow("nobody knows RHEL 12") << QByteArray("12") << kUnknown << QByteArray("no support dates");
}

void tst_Scores::operatingSystemsMustOutliveThePlan()
{
    QFETCH(QByteArray, cycle);
    QFETCH(int, outcome);
    QFETCH(QByteArray, says);
    auto slice = catalogueWith({});
    for (const auto& [version, end] :
         {std::pair{"7", "2024-06-30"}, std::pair{"8", "2029-05-31"}, std::pair{"9", "2032-05-31"}}) {
        slice.lifecycles.push_back({.product = "rhel", .cycle = version, .endOfSupport = end});
    }
    Plan plan =
        planRequiring({.kind = Requirement::Kind::OperatingSystem, .values = {"rhel", cycle.toStdString()}});
    plan.horizonMonths = 60;
    const OptionSpec spec = optionOf("cirrus");
    const auto check = checkRequirements(plan, slice, spec, scoreOption(plan, slice, spec)).at(0);
    QCOMPARE(static_cast<int>(check.outcome), outcome);
    QVERIFY2(QByteArray::fromStdString(check.text).contains(says), check.text.c_str());
}

QTEST_APPLESS_MAIN(tst_Scores)
#include "tst_Scores.moc"
