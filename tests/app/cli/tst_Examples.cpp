// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/json/PlanJson.h"
#include "providers/store/EmbeddedCatalogue.h"
#include "resources/EmbeddedPlans.h"
#include "simulator/compare/Enumerate.h"
#include "tests/support/SchemaCheck.h"

#include <QTest>

#include <fstream>
#include <set>

using namespace wherewithal;

namespace {

void addRows(std::span<const resources::EmbeddedPlan> plans, const std::string& prefix)
{
    for (const auto& plan : plans) {
        QTest::newRow((prefix + std::string(plan.name)).c_str())
            << QByteArray(plan.text.data(), static_cast<qsizetype>(plan.text.size()));
    }
}

} // namespace

/// The plans that ship with the program.
class tst_Examples : public QObject
{
    Q_OBJECT

private slots:
    void isAPlanWithoutIssues_data();
    void isAPlanWithoutIssues();
    void isWrittenAsTheProgramWrites_data() { isAPlanWithoutIssues_data(); }
    void isWrittenAsTheProgramWrites();
    void isInTheShippedCatalogue_data() { isAPlanWithoutIssues_data(); }
    void isInTheShippedCatalogue();
    void comparesProvidersAndKinds_data();
    void comparesProvidersAndKinds();
};

void tst_Examples::isAPlanWithoutIssues_data()
{
    QTest::addColumn<QByteArray>("text");
    addRows(resources::embeddedExamples(), "example ");
    addRows(resources::embeddedTemplates(), "template ");
}

void tst_Examples::isAPlanWithoutIssues()
{
    QFETCH(QByteArray, text);
    const auto document = providers::readPlan(text.toStdString());
    QVERIFY2(document.has_value(), document ? "" : model::text(document.error()).c_str());
    for (const auto& issue : document->issues) {
        QFAIL(model::text(issue.error).c_str());
    }
    for (const auto& issue : model::validate(document->plan)) {
        QFAIL(model::text(issue.error).c_str());
    }
    const wherewithal::test::SchemaCheck schema(nlohmann::json::parse(providers::planSchema()));
    QCOMPARE(schema.fault(nlohmann::json::parse(text.toStdString())), std::string());
}

/// Saving an example changes nothing, so that a plan made from it differs by its owner's changes alone.
void tst_Examples::isWrittenAsTheProgramWrites()
{
    QFETCH(QByteArray, text);
    const auto document = providers::readPlan(text.toStdString());
    QVERIFY(document.has_value());
    const std::string written = providers::writePlan(document->plan);
    if (written != text.toStdString()) {
        QByteArray name = QByteArray(QTest::currentDataTag()) + ".wherewithal.actual";
        std::ofstream(name.replace(' ', '-').toStdString(), std::ios::binary) << written;
    }
    QVERIFY(written == text.toStdString());
}

void tst_Examples::isInTheShippedCatalogue()
{
    QFETCH(QByteArray, text);
    const auto document = providers::readPlan(text.toStdString());
    QVERIFY(document.has_value());
    const auto slice = providers::openCatalogue().and_then(
        [&](const providers::CatalogueStore& store) { return store.slice(document->plan); });
    QVERIFY2(slice.has_value(), slice ? "" : model::text(slice.error()).c_str());
    const auto options = simulator::enumerateOptions(document->plan, *slice);
    QVERIFY(options.size() > 3);
    for (const auto& option : options) {
        QVERIFY2(option.problem.empty(), (option.spec.id.text() + ": " + option.problem).c_str());
    }
}

void tst_Examples::comparesProvidersAndKinds_data()
{
    QTest::addColumn<QByteArray>("text");
    addRows(resources::embeddedExamples(), "example ");
}

void tst_Examples::comparesProvidersAndKinds()
{
    QFETCH(QByteArray, text);
    const auto document = providers::readPlan(text.toStdString());
    QVERIFY(document.has_value());
    std::set<std::pair<std::string, std::string>> places;
    std::set<model::OptionKind> kinds;
    for (const auto& candidate : document->plan.candidates) {
        places.emplace(candidate.provider.text(), candidate.region.text());
        kinds.insert(candidate.kind);
    }
    QVERIFY(places.size() >= 8);
    QVERIFY(kinds.contains(model::OptionKind::SelfHosted));
    QVERIFY(kinds.contains(model::OptionKind::Layer) || kinds.contains(model::OptionKind::Platform));
}

QTEST_APPLESS_MAIN(tst_Examples)
#include "tst_Examples.moc"
