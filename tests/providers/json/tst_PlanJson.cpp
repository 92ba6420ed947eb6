// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/json/PlanJson.h"
#include "tests/support/FullPlan.h"
#include "tests/support/SchemaCheck.h"

#include <QTest>

#include <fstream>
#include <sstream>

using namespace wherewithal::model;
using namespace wherewithal::providers;

namespace {

std::string minimalWith(const std::string& more, const std::string& workload = {})
{
    return R"({"wherewithal": 1, "name": "t", "starts": "2026-12", "as_of": "2026-11-22", "horizon_months": 36,
"currency": "USD", "seed": 1, "paths": 0,
"workloads": [{"id": "web", "kind": "measured-service",
  "points": [{"concurrency": 1, "throughput_per_second": 9}], "demand": {"peak_per_second": 5})"
           + workload + R"(}],
"weights": {"cost": 0.5, "security": 0, "integrity": 0, "documentation": 0, "connectivity": 0, "automation": 0, "debuggability": 0, "standardisation": 0, "scalability": 0})"
           + more + "}";
}

std::string fileText(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

const PlanIssue* findIssue(const std::vector<PlanIssue>& issues, const std::string& where)
{
    const auto at =
        std::ranges::find(issues, where, [](const PlanIssue& issue) { return issue.error.where; });
    return at == issues.end() ? nullptr : &*at;
}

} // namespace

class tst_PlanJson : public QObject
{
    Q_OBJECT

private slots:
    void readsBackWhatItWrites();
    void writesTheSameTextAgain();
    void readsAMinimalPlan();
    void keepsUnknownKeysAtAnyDepth();
    void suggestsTheKeyThatWasMeant();
    void refusesTheWholeDocument_data();
    void refusesTheWholeDocument();
    void refusesDocumentsBeyondItsLimits_data();
    void refusesDocumentsBeyondItsLimits();
    void saysWhereAFieldIsWrong_data();
    void saysWhereAFieldIsWrong();
    void listsAllErrorsInOnePass();
    void knowsTheLineOfAPlace();
    void namesLineAndColumnOfBrokenJson();
    void shipsTheSchemaOfItsFields();
    void writesWhatTheSchemaAllows();
    void validatesEachField_data();
    void validatesEachField();
};

void tst_PlanJson::readsBackWhatItWrites()
{
    const Plan plan = wherewithal::test::fullPlan();
    const auto document = readPlan(writePlan(plan));
    QVERIFY2(document.has_value(), document ? "" : text(document.error()).c_str());
    for (const auto& issue : document->issues) {
        QFAIL(text(issue.error).c_str());
    }
    Plan back = document->plan;
    QCOMPARE(back.workloads.size(), plan.workloads.size());
    for (std::size_t index = 0; index < plan.workloads.size(); ++index) {
        // What the reader made of the config is tested with the reader of configs.
        std::visit(
            [&](auto& detail) {
                if constexpr (requires { detail.architecture; }) {
                    detail.architecture =
                        std::get<std::decay_t<decltype(detail)>>(plan.workloads[index].detail).architecture;
                }
            },
            back.workloads[index].detail);
        QVERIFY2(back.workloads[index] == plan.workloads[index], plan.workloads[index].id.text().c_str());
    }
    QVERIFY(back == plan);
}

void tst_PlanJson::writesTheSameTextAgain()
{
    const std::string first = writePlan(wherewithal::test::fullPlan());
    const auto document = readPlan(first);
    QVERIFY(document.has_value());
    QCOMPARE(writePlan(document->plan), first);
    QVERIFY(first.starts_with("{\n  \"wherewithal\": 1,\n  \"name\": "));
    QVERIFY(first.find("\"stored_bytes\": \"96 GiB\"") != std::string::npos);
    QVERIFY(first.find("\"per_year\": \"0.3 to 0.44 to 0.58\"") != std::string::npos);
}

void tst_PlanJson::readsAMinimalPlan()
{
    const auto document = readPlan(minimalWith(""));
    QVERIFY2(document.has_value(), document ? "" : text(document.error()).c_str());
    QVERIFY(document->issues.empty());
    QCOMPARE(document->plan.workloads.at(0).demand.peakPerSecond.median(), 5.0);
}

void tst_PlanJson::keepsUnknownKeysAtAnyDepth()
{
    const std::string bytes = minimalWith(
        R"(, "x_team": {"a": [1, 2.50]}, "requirements": [{"id": "r", "kind": "region", "values": ["DE"], "x/y~z": true}],
 "brownfield": {"x_owned": null})",
        R"(, "x_owner": "me", "objectives": {"x_deep": 1})");
    const auto document = readPlan(bytes);
    QVERIFY(document.has_value());
    QVERIFY(!document->hasErrors());
    for (const char* where : {"x_team",
                              "requirements[0].x/y~z",
                              "workloads[0].x_owner",
                              "workloads[0].objectives.x_deep",
                              "brownfield.x_owned"}) {
        const PlanIssue* issue = findIssue(document->issues, where);
        QVERIFY2(issue != nullptr, where);
        QCOMPARE(issue->error.code, ErrorCode::UnknownKey);
        QCOMPARE(issue->severity, PlanIssue::Severity::Warning);
    }
    const auto saved = nlohmann::json::parse(writePlan(document->plan));
    QVERIFY(saved["x_team"]["a"][1] == 2.5);
    QVERIFY(saved["requirements"][0]["x/y~z"] == true);
    QVERIFY(saved["workloads"][0]["x_owner"] == "me");
    QVERIFY(saved["workloads"][0]["objectives"]["x_deep"] == 1);
    QVERIFY(saved["brownfield"].contains("x_owned"));
}

void tst_PlanJson::suggestsTheKeyThatWasMeant()
{
    const auto document = readPlan(minimalWith(R"(, "horizon_month": 12)"));
    QVERIFY(document.has_value());
    const PlanIssue* issue = findIssue(document->issues, "horizon_month");
    QVERIFY(issue != nullptr);
    QCOMPARE(issue->error.hint, std::string("did you mean 'horizon_months'?"));
}

void tst_PlanJson::refusesTheWholeDocument_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    const auto row = [](const char* name, const QByteArray& bytes, ErrorCode code) {
        QTest::newRow(name) << bytes << static_cast<int>(code);
    };
    row("empty", "", ErrorCode::InvalidSyntax);
    row("cut off", R"({"wherewithal": 1, "name": "x)", ErrorCode::InvalidSyntax);
    row("no object", "[1]", ErrorCode::WrongType);
    row("no version", "{}", ErrorCode::MissingField);
    row("newer version", R"({"wherewithal": 2})", ErrorCode::UnsupportedVersion);
    row("version in words", R"({"wherewithal": "one"})", ErrorCode::UnsupportedVersion);
    row("not UTF-8", "{\"wherewithal\": 1, \"name\": \"\xFF\"}", ErrorCode::InvalidSyntax);
    row("number beyond double", R"({"wherewithal": 1, "paths": 1e999})", ErrorCode::InvalidSyntax);
    row("binary", QByteArray(64, '\0'), ErrorCode::InvalidSyntax);
}

void tst_PlanJson::refusesTheWholeDocument()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, code);
    const auto document = readPlan(bytes.toStdString());
    QVERIFY(!document);
    QCOMPARE(static_cast<int>(document.error().code), code);
    QVERIFY(!document.error().hint.empty());
}

void tst_PlanJson::refusesDocumentsBeyondItsLimits_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("depth") << QByteArray(100'000, '[');
    QTest::newRow("size") << QByteArray(17 * 1024 * 1024, ' ');
    QTest::newRow("values") << "[" + QByteArray("0,").repeated(300'000) + "0]";
    QByteArray keys("{");
    for (int index = 0; index < 5000; ++index) {
        keys += QByteArrayLiteral("\"k") + QByteArray::number(index) + QByteArrayLiteral("\":0,");
    }
    QTest::newRow("keys") << keys + "\"z\":0}";
}

void tst_PlanJson::refusesDocumentsBeyondItsLimits()
{
    QFETCH(QByteArray, bytes);
    const auto document = readPlan(bytes.toStdString());
    QVERIFY(!document);
    QCOMPARE(document.error().code, ErrorCode::TooLarge);
}

void tst_PlanJson::saysWhereAFieldIsWrong_data()
{
    QTest::addColumn<QString>("plan");
    QTest::addColumn<QString>("workload");
    QTest::addColumn<QString>("where");
    QTest::addColumn<int>("code");
    const auto row =
        [](const char* name, const char* plan, const char* workload, const char* where, ErrorCode code) {
            QTest::newRow(name) << QString::fromUtf8(plan) << QString::fromUtf8(workload)
                                << QString::fromUtf8(where) << static_cast<int>(code);
        };
    row("text for a number",
        R"(, "exchange_rates": [{"from": "EUR", "to": "USD", "rate": [], "date": "2026-01-01"}])",
        "",
        "exchange_rates[0].rate",
        ErrorCode::WrongType);
    row("currency",
        R"(, "exchange_rates": [{"from": "euro", "to": "USD", "rate": 1, "date": "2026-01-01"}])",
        "",
        "exchange_rates[0].from",
        ErrorCode::InvalidSyntax);
    row("unknown unit",
        "",
        R"(, "stored_bytes": "5 parsec")",
        "workloads[0].stored_bytes",
        ErrorCode::UnknownUnit);
    row("no number",
        "",
        R"(, "stored_bytes": "much")",
        "workloads[0].stored_bytes",
        ErrorCode::InvalidSyntax);
    row("ends swapped",
        "",
        R"(, "stored_bytes": "10 GB to 5 GB")",
        "workloads[0].stored_bytes",
        ErrorCode::Inconsistent);
    row("missing value",
        R"(, "requirements": [{"id": "r", "kind": "region"}])",
        "",
        "requirements[0].values",
        ErrorCode::MissingField);
    row("unknown name",
        R"(, "requirements": [{"id": "r", "kind": "colour", "values": ["x"]}])",
        "",
        "requirements[0].kind",
        ErrorCode::UnknownName);
    row("unknown assumption",
        R"(, "assumptions": {"discount-rat": 0.1})",
        "",
        "assumptions.discount-rat",
        ErrorCode::UnknownName);
    row("assumption out of range",
        R"(, "assumptions": {"discount-rate": 2})",
        "",
        "assumptions.discount-rate",
        ErrorCode::OutOfRange);
    row("a range for one number",
        "",
        R"(, "objectives": {"latency_p95_s": "1 to 2"})",
        "workloads[0].objectives.latency_p95_s",
        ErrorCode::WrongType);
    row("half a candidate",
        R"(, "candidates": [{"kind": "machine", "term_months": 1.5}])",
        "",
        "candidates[0].term_months",
        ErrorCode::WrongType);
    row("key twice", R"(, "notes": "a", "notes": "b")", "", "notes", ErrorCode::Inconsistent);
    row("list for an object", R"(, "brownfield": [])", "", "brownfield", ErrorCode::WrongType);
    row("file outside the folder",
        R"(, "x": 0)",
        R"(}, {"id": "llm", "kind": "llm-serving", "model": {"config_file": "../../etc/passwd"})",
        "workloads[1].model.config_file",
        ErrorCode::OutOfRange);
}

void tst_PlanJson::saysWhereAFieldIsWrong()
{
    QFETCH(QString, plan);
    QFETCH(QString, workload);
    QFETCH(QString, where);
    QFETCH(int, code);
    const auto document = readPlan(minimalWith(plan.toStdString(), workload.toStdString()), {.folder = "."});
    QVERIFY2(document.has_value(), document ? "" : text(document.error()).c_str());
    const PlanIssue* issue = findIssue(document->issues, where.toStdString());
    QVERIFY2(issue != nullptr,
             document->issues.empty() ? "no issue" : text(document->issues[0].error).c_str());
    QCOMPARE(static_cast<int>(issue->error.code), code);
    QVERIFY(!issue->error.hint.empty());
}

void tst_PlanJson::listsAllErrorsInOnePass()
{
    const auto document = readPlan(
        R"({"wherewithal": 1, "name": 5, "starts": "soon", "workloads": [{"id": "a", "kind": "tea"}]})");
    QVERIFY(document.has_value());
    for (const char* where :
         {"name", "starts", "as_of", "horizon_months", "currency", "workloads[0].kind", "weights"}) {
        QVERIFY2(findIssue(document->issues, where) != nullptr, where);
    }
}

void tst_PlanJson::knowsTheLineOfAPlace()
{
    const auto document = readPlan(minimalWith(""));
    QVERIFY(document.has_value());
    QCOMPARE(document->lineOf("name"), std::optional<int>(1));
    QCOMPARE(document->lineOf("workloads[0].points[0].concurrency"), std::optional<int>(4));
    QCOMPARE(document->lineOf("workloads[0].demand.growth.kind"), std::optional<int>(4));
    QCOMPARE(document->lineOf("nothing"), std::optional<int>());
}

void tst_PlanJson::namesLineAndColumnOfBrokenJson()
{
    const auto document = readPlan("{\n  \"wherewithal\": 1,\n  \"name\" \"x\"\n}");
    QVERIFY(!document);
    QCOMPARE(document.error().where, std::string("line 3, column 12")); // the end of the token that was not expected
}

void tst_PlanJson::shipsTheSchemaOfItsFields()
{
    const std::string path = std::string(WHEREWITHAL_SOURCE_DIR) + "/resources/schema/plan.schema.json";
    const std::string shipped = fileText(path);
    if (shipped != planSchema()) {
        std::ofstream("plan.schema.json.actual", std::ios::binary) << planSchema();
        QFAIL("resources/schema/plan.schema.json differs from the field lists; see plan.schema.json.actual");
    }
}

void tst_PlanJson::writesWhatTheSchemaAllows()
{
    const wherewithal::test::SchemaCheck schema(nlohmann::json::parse(planSchema()));
    QCOMPARE(schema.fault(nlohmann::json::parse(writePlan(wherewithal::test::fullPlan()))), std::string());
    QVERIFY(!schema.fault(nlohmann::json::parse(R"({"wherewithal": 1})")).empty());
    auto wrong = nlohmann::json::parse(writePlan(wherewithal::test::fullPlan()));
    wrong["workloads"][0]["demand"]["peak_per_second"] = nlohmann::json::array();
    QVERIFY(!schema.fault(wrong).empty());
}

void tst_PlanJson::validatesEachField_data()
{
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("where");
    const auto row = [](const char* pointer, const char* value, const char* where) {
        QTest::addRow("%s = %s", pointer, value)
            << QString::fromUtf8(pointer) << QString::fromUtf8(value) << QString::fromUtf8(where);
    };
    row("/horizon_months", "0", "horizon_months");
    row("/horizon_months", "121", "horizon_months");
    row("/paths", "-1", "paths");
    row("/workloads", "[]", "workloads");
    row("/workloads/0/demand/peak_per_second", "-5", "workloads[0].demand.peak_per_second");
    row("/workloads/0/demand/peak_per_second", "\"-5 to 5\"", "workloads[0].demand.peak_per_second");
    row("/workloads/0/demand/burstiness", "-1", "workloads[0].demand.burstiness");
    row("/workloads/0/demand/growth/per_year", "-1", "workloads[0].demand.growth.per_year");
    row("/workloads/0/demand/growth/ceiling_multiple", "0.5", "workloads[0].demand.growth.ceiling_multiple");
    row("/workloads/0/input_tokens", "0", "workloads[0].input_tokens");
    row("/workloads/0/shared_prefix_fraction", "1.5", "workloads[0].shared_prefix_fraction");
    row("/workloads/0/max_batch", "0", "workloads[0].max_batch");
    row("/workloads/0/objectives/availability", "1", "workloads[0].objectives.availability");
    row("/workloads/0/objectives/latency_p95_s", "-2", "workloads[0].objectives.latency_p95_s");
    row("/workloads/1/id", "\"assistant\"", "workloads[1].id");
    row("/workloads/1/flops_per_item", "-1", "workloads[1].flops_per_item");
    row("/workloads/2/items_per_run", "0", "workloads[2].items_per_run");
    row("/workloads/2/runs_per_month", "-1", "workloads[2].runs_per_month");
    row("/workloads/3/tokens_per_run", "0", "workloads[3].tokens_per_run");
    row("/workloads/3/sequence_length", "0", "workloads[3].sequence_length");
    row("/workloads/4/points", "[]", "workloads[4].points");
    row("/workloads/4/points/0/concurrency", "0", "workloads[4].points[0].concurrency");
    row("/workloads/4/stored_bytes", "-1", "workloads[4].stored_bytes");
    row("/requirements/0/values", "[]", "requirements[0].values");
    row("/requirements/0/kind", "\"service\"", "requirements[0].values[0]");
    row("/requirements/1/id", "\"eu\"", "requirements[1].id");
    row("/candidates/0/machine", "\"\"", "candidates[0].machine");
    row("/candidates/0/term_months", "0", "candidates[0].term_months");
    row("/candidates/1/layer", "\"\"", "candidates[1].layer");
    row("/candidates/2/site", "\"\"", "candidates[2].site");
    row("/candidates/3/token_model", "\"\"", "candidates[3].token_model");
    row("/queries/0/per_provider", "0", "queries[0].per_provider");
    row("/queries/0/max_options", "401", "queries[0].max_options");
    row("/queries/0/max_vcpus", "1", "queries[0].max_vcpus");
    row("/weights/cost", "-0.1", "weights.cost");
    row("/brownfield/servers/0/count", "-1", "brownfield.servers[0].count");
    row("/brownfield/commitments/0/per_hour_each", "-1", "brownfield.commitments[0].per_hour_each");
    row("/brownfield/discounts/aws", "1.1", "brownfield.discounts.aws");
    row("/workloads/0/speculation/drafted_tokens", "65", "workloads[0].speculation.drafted_tokens");
    row("/workloads/0/speculation/acceptance", "1", "workloads[0].speculation.acceptance");
    row("/workloads/0/speculation/draft_share", "-0.1", "workloads[0].speculation.draft_share");
    row("/answers/0/provider", "\"\"", "answers[0].provider");
    row("/answers/0/question", "\"\"", "answers[0].question");
    row("/servers/0/id", "\"\"", "servers[0].id");
    row("/servers/0/accelerators", "0", "servers[0].accelerators");
    row("/servers/0/price", "0", "servers[0].price");
    row("/servers/0/power_load_w", "-1", "servers[0].power_load_w");
    row("/servers/0/date", "\"last week\"", "servers[0].date");
    row("/sites/0/id", "\"\"", "sites[0].id");
    row("/sites/0/electricity_per_kwh", "-0.01", "sites[0].electricity_per_kwh");
    row("/sites/0/pue", "0.9", "sites[0].pue");
    row("/exchange_rates/0/rate", "0", "exchange_rates[0].rate");
    row("/exchange_rates/0/date", "\"yesterday\"", "exchange_rates[0].date");
    row("/letters/b", "\"A\"", "letters.b");
    row("/prices_used/0/amount", "\"-1\"", "prices_used[0].amount");
}

void tst_PlanJson::validatesEachField()
{
    QFETCH(QString, pointer);
    QFETCH(QString, value);
    QFETCH(QString, where);
    QVERIFY(std::ranges::none_of(validate(wherewithal::test::fullPlan()), [](const PlanIssue& issue) {
        return issue.severity == PlanIssue::Severity::Error;
    }));
    auto json = nlohmann::ordered_json::parse(writePlan(wherewithal::test::fullPlan()));
    json[nlohmann::ordered_json::json_pointer(pointer.toStdString())] =
        nlohmann::ordered_json::parse(value.toStdString());
    const auto document = readPlan(json.dump());
    QVERIFY(document.has_value());
    QVERIFY2(!document->hasErrors(), document->issues.empty() ? "" : text(document->issues[0].error).c_str());
    const auto issues = validate(document->plan);
    const PlanIssue* issue = findIssue(issues, where.toStdString());
    QVERIFY2(issue != nullptr, "no issue there");
    QCOMPARE(issue->severity, PlanIssue::Severity::Error);
    QVERIFY(!issue->error.hint.empty());
}

QTEST_APPLESS_MAIN(tst_PlanJson)
#include "tst_PlanJson.moc"
