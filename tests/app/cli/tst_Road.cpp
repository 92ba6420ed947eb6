// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/json/AtomicFile.h"
#include "resources/EmbeddedPlans.h"
#include "tests/app/cli/CliRun.h"

#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>

using namespace wherewithal;
using app::cli::ExitStatus;
using nlohmann::json;
using tests::Outcome;
using tests::ranAsProgram;

namespace {

void addExamples()
{
    QTest::addColumn<QString>("plan");
    for (const auto& example : resources::embeddedExamples()) {
        const std::string name(example.name);
        QTest::newRow(name.c_str()) << QString::fromStdString("example:" + name);
    }
}

/// Keys that a member of the contract has, dots for depth.
bool hasKeys(const json& object, std::initializer_list<const char*> pointers)
{
    return std::ranges::all_of(pointers, [&](const char* pointer) {
        const bool has = object.contains(json::json_pointer(pointer));
        if (!has) {
            qWarning("lacks %s", pointer);
        }
        return has;
    });
}

} // namespace

/// The whole road on real facts: plan file, catalogue, engine, output.
class tst_Road : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        qunsetenv("XDG_DATA_HOME");
        qputenv("HOME", "/nonexistent");
    }
    void comparesEachExample_data() { addExamples(); }
    void comparesEachExample();
    void keepsTheShapeOfTheContract_data() { addExamples(); }
    void keepsTheShapeOfTheContract();
    void givesTheSameBytesTwice();
    void explainsTheCostToTheLastBit_data() { addExamples(); }
    void explainsTheCostToTheLastBit();
    void leavesALayerUndecidedWithItsReason_data() { addExamples(); }
    void leavesALayerUndecidedWithItsReason();
    void checksEachExample_data() { addExamples(); }
    void checksEachExample();
    void reportsAsJsonWhatCompareSays();
    void refusesCataloguesThatAreNone();
    void listsAKnownPrice();
    void recordsAndFreezes();
};

void tst_Road::comparesEachExample()
{
    QFETCH(QString, plan);
    const Outcome outcome = ranAsProgram({"compare", plan.toStdString(), "--json", "--paths", "0"});
    QVERIFY2(outcome.status == ExitStatus::Done, outcome.err.c_str());
    const json comparison = json::parse(outcome.out);
    std::size_t ranked = 0;
    for (const auto& option : comparison["options"]) {
        ranked += option["state"] == "ranked" ? 1U : 0U;
        QVERIFY2(option["state"] == "ranked" || !option["reasons"].empty(),
                 option["id"].get<std::string>().c_str());
        if (option["state"] == "ranked") {
            QVERIFY(option["cost"]["base"].get<double>() > 0.0);
            QVERIFY(option["sustained"]["value"].get<double>() > 0.0);
            QVERIFY(option["value"].get<double>() > 0.0 && option["value"].get<double>() <= 1.0);
            QVERIFY(option["cost"]["complete"] == true);
        }
    }
    QVERIFY(ranked >= 4);
    QVERIFY(comparison["options"].size() >= 12);
    for (const char* word : {"nan", "inf,", "-inf"}) {
        QVERIFY(outcome.out.find(std::string(": ") + word) == std::string::npos);
    }
}

void tst_Road::keepsTheShapeOfTheContract()
{
    QFETCH(QString, plan);
    const json comparison =
        json::parse(ranAsProgram({"compare", plan.toStdString(), "--json", "--paths", "0"}).out);
    QVERIFY(
        hasKeys(comparison, {"/plan", "/catalogue/hash", "/catalogue/as_of", "/seed", "/paths", "/options"}));
    for (const auto& option : comparison["options"]) {
        QVERIFY(hasKeys(option,
                        {"/id",
                         "/letter",
                         "/provider",
                         "/region",
                         "/machine",
                         "/kind",
                         "/purchase",
                         "/state",
                         "/reasons",
                         "/binding_workload",
                         "/workloads",
                         "/sustained/value",
                         "/sustained/unit",
                         "/latency_s",
                         "/first_limit",
                         "/unit_cost",
                         "/cost/currency",
                         "/cost/base",
                         "/cost/present_value",
                         "/cost/p10",
                         "/cost/p50",
                         "/cost/p90",
                         "/cost/complete",
                         "/cost_usd",
                         "/break_even",
                         "/scores/security/low",
                         "/scores/security/high",
                         "/scores/scalability/answered",
                         "/scores/scalability/questions",
                         "/value",
                         "/rank",
                         "/first_in_fraction"}));
        for (const auto& workload : option["workloads"]) {
            QVERIFY(hasKeys(
                workload,
                {"/id", "/sustained/value", "/sustained/unit", "/latency_s", "/first_limit", "/unit_cost"}));
        }
    }
}

void tst_Road::givesTheSameBytesTwice()
{
    const std::vector<std::string> line{"compare", "example:assistant", "--json", "--paths", "64"};
    QCOMPARE(ranAsProgram(line).out, ranAsProgram(line).out);
}

void tst_Road::explainsTheCostToTheLastBit()
{
    QFETCH(QString, plan);
    const json comparison =
        json::parse(ranAsProgram({"compare", plan.toStdString(), "--json", "--paths", "0"}).out);
    const json& first = comparison["options"][0];
    const Outcome outcome = ranAsProgram(
        {"explain", plan.toStdString(), "--option", first["letter"], "--figure", "cost", "--json"});
    QVERIFY2(outcome.status == ExitStatus::Done, outcome.err.c_str());
    const json figure = json::parse(outcome.out);
    QVERIFY(figure["value"] == first["cost"]["base"]);
    QVERIFY(outcome.out.find("\"url\": \"http") != std::string::npos);
}

void tst_Road::leavesALayerUndecidedWithItsReason()
{
    QFETCH(QString, plan);
    const json comparison =
        json::parse(ranAsProgram({"compare", plan.toStdString(), "--json", "--paths", "0"}).out);
    bool hasLayer = false;
    for (const auto& option : comparison["options"]) {
        if (option["kind"] == "layer") {
            hasLayer = true;
            QVERIFY(option["state"] == "undecided");
            QVERIFY(option["cost"]["complete"] == false);
            QVERIFY(option["reasons"].dump().find("datatron") != std::string::npos);
        }
    }
    QVERIFY(hasLayer);
}

void tst_Road::checksEachExample()
{
    QFETCH(QString, plan);
    const Outcome outcome = ranAsProgram({"check", plan.toStdString()});
    QCOMPARE(outcome.status, ExitStatus::Done);
    QVERIFY2(outcome.err.empty(), outcome.err.c_str());
}

void tst_Road::reportsAsJsonWhatCompareSays()
{
    const QTemporaryDir folder;
    const std::string path = folder.filePath(QStringLiteral("r.json")).toStdString();
    const Outcome outcome = ranAsProgram({"report", "example:service", "--output", path});
    QVERIFY2(outcome.status == ExitStatus::Done, outcome.err.c_str());
    QCOMPARE(*providers::readWhole(path, 100'000'000),
             ranAsProgram({"compare", "example:service", "--json"}).out);
}

void tst_Road::refusesCataloguesThatAreNone()
{
    const QTemporaryDir folder;
    const std::string path = folder.filePath(QStringLiteral("c.sqlite")).toStdString();
    QCOMPARE(ranAsProgram({"compare", "example:batch", "--catalogue", path}).status,
             ExitStatus::InputAtFault);
    QVERIFY(!std::filesystem::exists(path));
    QVERIFY(providers::saveAtomically(path, "").has_value());
    QCOMPARE(ranAsProgram({"compare", "example:batch", "--catalogue", path}).status,
             ExitStatus::InputAtFault);
    QVERIFY(providers::saveAtomically(path, "no database at all").has_value());
    QCOMPARE(ranAsProgram({"prices", "list", "--catalogue", path}).status, ExitStatus::InputAtFault);
}

void tst_Road::listsAKnownPrice()
{
    const json rows = json::parse(ranAsProgram({"prices",
                                                "list",
                                                "--provider",
                                                "aws",
                                                "--machine",
                                                "p5.48xlarge",
                                                "--region",
                                                "us-east-1",
                                                "--purchase",
                                                "on-demand",
                                                "--json"})
                                      .out);
    QCOMPARE(rows.size(), std::size_t{1});
    QVERIFY(rows[0]["amount"].is_number() && rows[0]["amount"] == rows[0]["effective_hourly"]);
    QVERIFY(rows[0]["currency"] == "USD" && rows[0]["unit"] == "hour");
}

void tst_Road::recordsAndFreezes()
{
    const QTemporaryDir folder;
    const std::string path = folder.filePath(QStringLiteral("p.wherewithal")).toStdString();
    QVERIFY(providers::saveAtomically(path, resources::embeddedExamples().front().text).has_value());
    const Outcome recorded = ranAsProgram({"compare", path, "--record", "--json", "--paths", "0"});
    QVERIFY2(recorded.status == ExitStatus::Done, recorded.err.c_str());
    const Outcome frozen = ranAsProgram({"compare", path, "--frozen", "--json", "--paths", "0"});
    QVERIFY2(frozen.status == ExitStatus::Done, frozen.err.c_str());
    QVERIFY(json::parse(frozen.out)["options"] == json::parse(recorded.out)["options"]);
}

QTEST_APPLESS_MAIN(tst_Road)
#include "tst_Road.moc"
