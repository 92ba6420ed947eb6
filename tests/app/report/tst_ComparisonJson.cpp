// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/ComparisonJson.h"
#include "tests/support/ComparisonFixture.h"

#include <QtTest>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <limits>
#include <set>

using namespace wherewithal;
using Json = nlohmann::json;

namespace {

std::set<std::string> keysOf(const Json& json)
{
    std::set<std::string> keys;
    for (const auto& [key, value] : json.items()) {
        keys.insert(key);
    }
    return keys;
}

const Json* findOption(const Json& json, const std::string& letter)
{
    const Json& options = json.at("options");
    const auto at = std::ranges::find_if(options, [&](const Json& o) { return o.at("letter") == letter; });
    return at == options.end() ? nullptr : &*at;
}

} // namespace

class tst_ComparisonJson : public QObject
{
    Q_OBJECT
private slots:
    void keepsEveryKeyOfTheContract_data();
    void keepsEveryKeyOfTheContract();
    void bindingWorkloadStandsOnTheOption();
    void numbersReadBackToTheSameBits();
    void unknownIsNull();
    void neverWritesWhatIsNoNumber();
    void sameComparisonSameBytes();
    void usdIsConvertedOrNull();
    void csvHoldsTheSameFigures();
    void csvNeutralisesFormulas_data();
    void csvNeutralisesFormulas();
};

void tst_ComparisonJson::keepsEveryKeyOfTheContract_data()
{
    // DESIGN.md, section 5, shapes.
    QTest::addColumn<QByteArray>("place");
    QTest::addColumn<QByteArray>("keys");
    QTest::addRow("document") << QByteArray("") << QByteArray("plan catalogue seed paths options");
    QTest::addRow("catalogue") << QByteArray("/catalogue") << QByteArray("hash as_of");
    QTest::addRow("option")
        << QByteArray("/options/0")
        << QByteArray(
               "id letter provider region machine kind purchase state reasons binding_workload workloads "
               "cost cost_usd "
               "break_even scores value rank first_in_fraction sustained latency_s first_limit unit_cost");
    QTest::addRow("workload") << QByteArray("/options/0/workloads/0")
                              << QByteArray("id sustained latency_s first_limit unit_cost");
    QTest::addRow("sustained") << QByteArray("/options/0/sustained") << QByteArray("value unit");
    QTest::addRow("latency") << QByteArray("/options/0/latency_s") << QByteArray("p50 p95 p99");
    QTest::addRow("first limit") << QByteArray("/options/0/first_limit")
                                 << QByteArray("name month_p50 month_p90");
    QTest::addRow("unit cost") << QByteArray("/options/0/unit_cost") << QByteArray("value unit");
    QTest::addRow("cost") << QByteArray("/options/0/cost")
                          << QByteArray("currency base present_value p10 p50 p90 complete");
    QTest::addRow("cost in dollars") << QByteArray("/options/0/cost_usd")
                                     << QByteArray("currency base present_value p10 p50 p90 complete");
    QTest::addRow("break-even") << QByteArray("/options/0/break_even")
                                << QByteArray("against month_p10 month_p50 month_p90");
    QTest::addRow("scores") << QByteArray("/options/0/scores")
                            << QByteArray("security integrity documentation connectivity automation "
                                          "debuggability standardisation scalability");
    QTest::addRow("score") << QByteArray("/options/0/scores/security")
                           << QByteArray("low high answered questions");
    QTest::addRow("undecided option")
        << QByteArray("/options/6/first_limit") << QByteArray("name month_p50 month_p90");
}

void tst_ComparisonJson::keepsEveryKeyOfTheContract()
{
    QFETCH(QByteArray, place);
    QFETCH(QByteArray, keys);
    const Json json = Json::parse(app::comparisonJson(tests::comparisonFixture().comparison));
    const std::set<std::string> found = keysOf(json.at(Json::json_pointer(place.toStdString())));
    for (const QByteArray& key : keys.split(' ')) {
        QVERIFY2(found.contains(key.toStdString()), key.constData());
    }
}

void tst_ComparisonJson::bindingWorkloadStandsOnTheOption()
{
    const Json json = Json::parse(app::comparisonJson(tests::comparisonFixture().comparison));
    for (const Json& option : json.at("options")) {
        QCOMPARE(option.at("binding_workload").get<std::string>(), std::string("assistant"));
        for (const char* key : {"sustained", "latency_s", "first_limit", "unit_cost"}) {
            QVERIFY(option.at(key) == option.at("workloads").at(0).at(key));
        }
    }
}

void tst_ComparisonJson::numbersReadBackToTheSameBits()
{
    const simulator::Comparison comparison = tests::comparisonFixture().comparison;
    const Json json = Json::parse(app::comparisonJson(comparison));
    for (std::size_t i = 0; i < comparison.options.size(); ++i) {
        const simulator::OptionResult& option = comparison.options[i];
        const Json& cost = json.at("options").at(i).at("cost");
        QCOMPARE(cost.at("base").get<double>(), option.cost.base.toDouble());
        QCOMPARE(cost.at("present_value").get<double>(), option.cost.presentValue);
        QCOMPARE(cost.at("p90").get<double>(), option.cost.range->p90);
        QCOMPARE(json.at("options").at(i).at("state").get<std::string>(),
                 std::string(simulator::name(option.state)));
    }
}

void tst_ComparisonJson::unknownIsNull()
{
    const Json json = Json::parse(app::comparisonJson(tests::comparisonFixture().comparison));
    const Json* undecided = findOption(json, "G");
    QVERIFY(undecided != nullptr);
    QVERIFY(undecided->at("rank").is_null());
    QVERIFY(undecided->at("value").is_null());
    QVERIFY(undecided->at("sustained").at("value").is_null());
    QVERIFY(undecided->at("latency_s").at("p95").is_null());
    QVERIFY(undecided->at("first_limit").at("name").is_null());
    QCOMPARE(undecided->at("cost").at("complete").get<bool>(), false);
    const Json base = Json::parse(app::comparisonJson(tests::comparisonFixture(10, false).comparison));
    QVERIFY(base.at("options").at(0).at("cost").at("p50").is_null());
    QVERIFY(base.at("options").at(0).at("first_in_fraction").is_null());
}

void tst_ComparisonJson::neverWritesWhatIsNoNumber()
{
    simulator::Comparison comparison = tests::comparisonFixture().comparison;
    comparison.options[0].cost.presentValue = std::numeric_limits<double>::quiet_NaN();
    comparison.options[0].value = std::numeric_limits<double>::infinity();
    comparison.options[0].scoreLow = -0.0;
    const std::string text = app::comparisonJson(comparison);
    QVERIFY(text.find(": nan") == std::string::npos);
    QVERIFY(text.find(": inf") == std::string::npos);
    QVERIFY(text.find("-0.0") == std::string::npos);
    QVERIFY(Json::parse(text).at("options").at(0).at("value").is_null());
}

void tst_ComparisonJson::sameComparisonSameBytes()
{
    QCOMPARE(app::comparisonJson(tests::comparisonFixture().comparison),
             app::comparisonJson(tests::comparisonFixture().comparison));
}

void tst_ComparisonJson::usdIsConvertedOrNull()
{
    simulator::Comparison comparison = tests::comparisonFixture().comparison;
    comparison.options[0].cost.currency = model::Currency::eur();
    comparison.options[0].cost.usdRate = 1.25;
    comparison.options[1].cost.usdRate.reset();
    const Json json = Json::parse(app::comparisonJson(comparison));
    QCOMPARE(json.at("options").at(0).at("cost").at("currency").get<std::string>(), std::string("EUR"));
    QCOMPARE(json.at("options").at(0).at("cost_usd").at("currency").get<std::string>(), std::string("USD"));
    QCOMPARE(json.at("options").at(0).at("cost_usd").at("base").get<double>(),
             comparison.options[0].cost.base.toDouble() * 1.25);
    QVERIFY(json.at("options").at(1).at("cost_usd").is_null());
}

void tst_ComparisonJson::csvHoldsTheSameFigures()
{
    const simulator::Comparison comparison = tests::comparisonFixture().comparison;
    const Json json = Json::parse(app::comparisonJson(comparison));
    const QList<QByteArray> lines = QByteArray::fromStdString(app::comparisonCsv(comparison)).split('\n');
    const QList<QByteArray> head = lines.at(0).split(',');
    const auto base = head.indexOf("cost_base");
    const auto low = head.indexOf("security_low");
    QCOMPARE(lines.size(), static_cast<qsizetype>(comparison.options.size()) + 2);
    QCOMPARE(head.at(4), QByteArray("region"));
    for (std::size_t i = 0; i < comparison.options.size(); ++i) {
        const QList<QByteArray> cells = lines.at(static_cast<qsizetype>(i) + 1).split(',');
        QCOMPARE(cells.at(base).toStdString(), json.at("options").at(i).at("cost").at("base").dump());
        QCOMPARE(cells.at(low).toStdString(),
                 json.at("options").at(i).at("scores").at("security").at("low").dump());
    }
}

void tst_ComparisonJson::csvNeutralisesFormulas_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("cell");
    QTest::addRow("plain") << QByteArray("AWS p5") << QByteArray("AWS p5");
    QTest::addRow("equals") << QByteArray("=1+1") << QByteArray("'=1+1");
    QTest::addRow("plus") << QByteArray("+41") << QByteArray("'+41");
    QTest::addRow("minus") << QByteArray("-2") << QByteArray("'-2");
    QTest::addRow("at") << QByteArray("@SUM(A1)") << QByteArray("'@SUM(A1)");
    QTest::addRow("tab") << QByteArray("\t=1") << QByteArray("'\t=1");
    QTest::addRow("comma") << QByteArray("a, b") << QByteArray("\"a, b\"");
    QTest::addRow("quote") << QByteArray("8\" rack") << QByteArray("\"8\"\" rack\"");
    QTest::addRow("formula with comma") << QByteArray("=A1,B1") << QByteArray("\"'=A1,B1\"");
    QTest::addRow("line break") << QByteArray("a\nb") << QByteArray("\"a\nb\"");
    QTest::addRow("empty") << QByteArray("") << QByteArray("");
}

void tst_ComparisonJson::csvNeutralisesFormulas()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, cell);
    QCOMPARE(QByteArray::fromStdString(app::csvText(text.toStdString())), cell);
}

QTEST_GUILESS_MAIN(tst_ComparisonJson)
#include "tst_ComparisonJson.moc"
