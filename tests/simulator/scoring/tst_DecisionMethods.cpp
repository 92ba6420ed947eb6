// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/scoring/DecisionMethods.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <nlohmann/json.hpp>

#include <cmath>
#include <set>
#include <string>

using namespace wherewithal::simulator;
using nlohmann::json;

namespace {

/// A case file beside the project; nothing if it is absent.
json sharedCase(const char* name)
{
    const QByteArray named = qgetenv("WHEREWITHAL_SHARED_DATA");
    const QString folder = named.isEmpty() ? QStringLiteral(WHEREWITHAL_SOURCE_DIR "/../shared/data")
                                           : QString::fromLocal8Bit(named);
    QFile file(QDir(folder).filePath(QStringLiteral("mcda-cases/%1.json").arg(QLatin1String(name))));
    if (!file.open(QIODevice::ReadOnly)) {
        qInfo("%s: the case file is absent, the rows written here stand alone", name);
        return {};
    }
    return json::parse(file.readAll().toStdString());
}

DecisionTable tableOf(const json& source)
{
    DecisionTable table{.values = source["matrix"],
                        .weights = source.value("weights", std::vector<double>{})};
    for (std::size_t criterion = 0; criterion < table.values.front().size(); ++criterion) {
        const auto& entry = source["criteria"][criterion];
        table.isBenefit.push_back(!entry.is_object() || entry["direction"] == "max");
    }
    return table;
}

void compareAll(const std::vector<double>& actual, const json& expected, double tolerance)
{
    QCOMPARE(actual.size(), expected.size());
    for (std::size_t index = 0; index < actual.size(); ++index) {
        QVERIFY2(std::abs(actual[index] - expected[index].get<double>()) <= tolerance,
                 qPrintable(QStringLiteral("%1: %2, expected %3")
                                .arg(index)
                                .arg(actual[index])
                                .arg(expected[index].get<double>())));
    }
}

/// Tzeng, Huang, Multiple Attribute Decision Making, 2011: four alternatives, three benefits.
DecisionTable tzeng()
{
    return {.values = {{5, 8, 4}, {7, 6, 8}, {8, 8, 6}, {7, 4, 6}},
            .weights = {0.3, 0.4, 0.3},
            .isBenefit = {true, true, true}};
}

/// Opricovic, Tzeng, EJOR 156 (2004): risk (a cost) and altitude.
DecisionTable mountain()
{
    return {.values = {{1, 3000}, {2, 3750}, {5, 4500}}, .weights = {0.5, 0.5}, .isBenefit = {false, true}};
}

} // namespace

class tst_DecisionMethods : public QObject
{
    Q_OBJECT

private slots:
    void topsisGivesThePublishedCloseness();
    void topsisTurnsWithTheNormalisation();
    void vikorGivesThePublishedIndices();
    void vikorIsBlindToAffineScales();
    void vikorNamesTheCompromise();
    void prometheeGivesThePublishedFlows();
    void prometheeShapesGrowAsDrawn();
    void weightedSumGivesThePublishedScores();
    void weightedProductIsBlindToUnits();
    void ahpGivesThePublishedWeightsAndWarns();
    void ahpOfAConsistentTableIsExact();
    void entropyGivesThePublishedWeights();
    void acceptabilityIsThatWorkedOutByHand();
    void sameSeedGivesTheSameShares();
    void stretchesAreThoseWorkedOutByHand();
    void tiesShareARank();
    void constantCriteriaDecideNothing();
    void dominatedOptionDoesNotChangeTheWinner();
    void refusesBadTables();
};

void tst_DecisionMethods::topsisGivesThePublishedCloseness()
{
    const auto closeness = topsis(tzeng(), Normalisation::Vector);
    compareAll(*closeness, {0.5037, 0.6581, 0.7482, 0.3340}, 1e-4); // as published, four digits
    QCOMPARE(ranksOf(*closeness, true), (std::vector<int>{3, 2, 1, 4}));
    if (const json source = sharedCase("topsis-tzeng2011"); !source.is_null()) {
        compareAll(*topsis(tableOf(source), Normalisation::Vector),
                   source["expected"]["closeness"],
                   source["tolerance"]);
    }
}

void tst_DecisionMethods::topsisTurnsWithTheNormalisation()
{
    const auto minMax = topsis(mountain(), Normalisation::MinMax);
    compareAll(*minMax, {0.5, 0.617, 0.5}, 1e-3); // Opricovic, Tzeng 2004
    QCOMPARE(ranksOf(*minMax, true), (std::vector<int>{2, 1, 2}));
    const auto vector = topsis(mountain(), Normalisation::Vector);
    compareAll(*vector, {0.762141, 0.722178, 0.237859}, 1e-6); // by independent code
    QCOMPARE(ranksOf(*vector, true), (std::vector<int>{1, 2, 3}));
}

void tst_DecisionMethods::vikorGivesThePublishedIndices()
{
    const auto result = vikor(mountain());
    compareAll(result->utility, {0.5, 0.375, 0.5}, 1e-12);
    compareAll(result->regret, {0.5, 0.25, 0.5}, 1e-12);
    compareAll(result->index, {1, 0, 1}, 1e-12);
}

void tst_DecisionMethods::vikorIsBlindToAffineScales()
{
    DecisionTable moved = mountain();
    for (auto& row : moved.values) {
        row[0] += 5;
        row[1] = row[1] / 1000 - 1;
    }
    compareAll(vikor(moved)->index, vikor(mountain())->index, 1e-12);
}

void tst_DecisionMethods::vikorNamesTheCompromise()
{
    const json source = sharedCase("vikor-opricovic2007-weight-sets");
    if (source.is_null()) {
        return;
    }
    for (const auto& set : source["weight_sets"]) {
        DecisionTable table = tableOf(source);
        table.weights = set["weights_unnormalised"].get<std::vector<double>>();
        const auto result = vikor(table, source["v"]);
        const json& expected = set["expected"];
        compareAll(result->utility, expected["S"], 1e-3); // published with three digits
        compareAll(result->regret, expected["R"], 1e-3);
        compareAll(result->index, expected["Q"], 1e-3);
        QCOMPARE(ranksOf(result->index, false), expected["rank_by_Q"].get<std::vector<int>>());
        QCOMPARE(result->hasAdvantage, expected["acceptable_advantage"].get<bool>());
        QCOMPARE(result->isStable, expected["acceptable_stability"].get<bool>());
        std::set<std::string> names;
        for (const std::size_t index : result->compromise) {
            names.insert(source["alternatives"][index]);
        }
        QCOMPARE(names, expected["compromise_set"].get<std::set<std::string>>());
    }
}

void tst_DecisionMethods::prometheeGivesThePublishedFlows()
{
    // Zhao, Peng, Li, Procedia Computer Science 17 (2013): usual preferences.
    const DecisionTable table{.values = {{4, 3, 2}, {3, 2, 4}, {5, 1, 3}},
                              .weights = {0.5, 0.3, 0.2},
                              .isBenefit = {true, true, true}};
    const auto flows = promethee2(table);
    compareAll(flows->net, {0.1, -0.3, 0.2}, 1e-12);
    compareAll(flows->leaving, {0.55, 0.35, 0.6}, 1e-12);
    compareAll(flows->entering, {0.45, 0.65, 0.4}, 1e-12);
}

void tst_DecisionMethods::prometheeShapesGrowAsDrawn()
{
    const auto flowOf = [](Preference preference, double difference) {
        const DecisionTable table{.values = {{difference}, {0}}, .weights = {1}, .isBenefit = {true}};
        return promethee2(table, {preference})->net[0];
    };
    using Shape = Preference::Shape;
    QCOMPARE(flowOf({.shape = Shape::UShape, .indifference = 2}, 2), 0.0);
    QCOMPARE(flowOf({.shape = Shape::UShape, .indifference = 2}, 2.1), 1.0);
    QCOMPARE(flowOf({.shape = Shape::VShape, .preference = 4}, 1), 0.25);
    QCOMPARE(flowOf({.shape = Shape::Level, .indifference = 1, .preference = 3}, 2), 0.5);
    QCOMPARE(flowOf({.shape = Shape::Linear, .indifference = 1, .preference = 3}, 1.5), 0.25);
    QCOMPARE(flowOf({.shape = Shape::Gaussian, .preference = 1}, 1), 1 - std::exp(-0.5));
}

void tst_DecisionMethods::weightedSumGivesThePublishedScores()
{
    const DecisionTable plain{.values = {{0.9, 0.3, 0.5}, {0.6, 0.7, 0.6}, {0.4, 0.9, 0.4}},
                              .weights = {5, 3, 2},
                              .isBenefit = {true, true, true}};
    compareAll(*weightedSum(plain, Normalisation::None), {0.64, 0.63, 0.55}, 1e-12); // by hand
    if (const json source = sharedCase("wsm-kracka2010"); !source.is_null()) {
        const auto scores = weightedSum(tableOf(source), Normalisation::Sum);
        compareAll(*scores, source["expected"]["score"], source["tolerance"]);
        QCOMPARE(ranksOf(*scores, true), source["expected"]["rank"].get<std::vector<int>>());
    }
}

void tst_DecisionMethods::weightedProductIsBlindToUnits()
{
    DecisionTable table = mountain();
    const auto before = weightedProduct(table);
    for (auto& row : table.values) {
        row[1] /= 1000; // metres to kilometres
    }
    const auto after = weightedProduct(table);
    QCOMPARE((*before)[0] / (*before)[1], (*after)[0] / (*after)[1]);
    QCOMPARE((*before)[0], std::sqrt(3000.0)); // by hand: 1 ^ -0.5 x 3000 ^ 0.5
}

void tst_DecisionMethods::ahpGivesThePublishedWeightsAndWarns()
{
    const json source = sharedCase("ahp-wang2011");
    if (source.is_null()) {
        return;
    }
    const auto result = ahpWeights(source["pairwise"]);
    compareAll(result->weights, source["expected"]["weights"], source["tolerance"]);
    QVERIFY(std::abs(result->greatestEigenvalue - source["computed"]["lambda_max"].get<double>()) < 1e-4);
    QVERIFY(std::abs(result->consistencyRatio - source["computed"]["CR"].get<double>()) < 1e-3);
    QVERIFY(!result->isConsistent);
}

void tst_DecisionMethods::ahpOfAConsistentTableIsExact()
{
    const auto result = ahpWeights({{1, 2, 4}, {0.5, 1, 2}, {0.25, 0.5, 1}});
    compareAll(result->weights, {4.0 / 7, 2.0 / 7, 1.0 / 7}, 1e-12);
    QVERIFY(std::abs(result->consistencyRatio) < 1e-12);
    QVERIFY(result->isConsistent);
}

void tst_DecisionMethods::entropyGivesThePublishedWeights()
{
    compareAll(*entropyWeights({{1, 1}, {1, 3}}), {0, 1}, 1e-12); // only the second spreads
    if (const json source = sharedCase("entropy-weights-elsayed2017"); !source.is_null()) {
        compareAll(*entropyWeights(source["matrix"]), source["expected"]["weights"], source["tolerance"]);
    }
}

void tst_DecisionMethods::acceptabilityIsThatWorkedOutByHand()
{
    // A is first when the first weight is above 0.6, B when below 0.4, C between; A is above B from 0.5 on.
    constexpr int kSamples = 20'000;
    const auto result = rankAcceptability({{1, 0}, {0, 1}, {0.6, 0.6}}, kSamples, 7);
    const std::vector<std::vector<double>> exact{{0.4, 0.1, 0.5}, {0.4, 0.1, 0.5}, {0.2, 0.8, 0.0}};
    for (std::size_t row = 0; row < exact.size(); ++row) {
        for (std::size_t rank = 0; rank < exact[row].size(); ++rank) {
            const double p = exact[row][rank];
            QVERIFY(std::abs(result->shares[row][rank] - p) <= 3 * std::sqrt(p * (1 - p) / kSamples) + 1e-12);
        }
    }
    QVERIFY(std::abs(result->central[0][0] - 0.8) < 0.01);
    QVERIFY(std::abs(result->central[1][0] - 0.2) < 0.01);
    QVERIFY(std::abs(result->central[2][0] - 0.5) < 0.01);
}

void tst_DecisionMethods::sameSeedGivesTheSameShares()
{
    const auto once = rankAcceptability({{1, 0}, {0.5, 0.6}}, 1000, 42);
    QCOMPARE(once->shares, rankAcceptability({{1, 0}, {0.5, 0.6}}, 1000, 42)->shares);
    QVERIFY(once->shares != rankAcceptability({{1, 0}, {0.5, 0.6}}, 1000, 43)->shares);
}

void tst_DecisionMethods::stretchesAreThoseWorkedOutByHand()
{
    const DecisionTable table{.values = {{0.9, 0.3, 0.5}, {0.6, 0.7, 0.6}, {0.4, 0.9, 0.4}},
                              .weights = {0.5, 0.3, 0.2},
                              .isBenefit = {true, true, true}};
    const auto stretches = stableStretches(table);
    QVERIFY(std::abs((*stretches)[0].from - 0.482759) < 1e-6); // 14 / 29
    QCOMPARE((*stretches)[0].to, 1.0);
    QCOMPARE((*stretches)[1].from, 0.0);
    QVERIFY(std::abs((*stretches)[1].to - 0.317073) < 1e-6); // 13 / 41
    QVERIFY(std::abs((*stretches)[2].to - 0.272727) < 1e-6); // 3 / 11
    QCOMPARE((*stretches)[0].winner, std::size_t{0});
}

void tst_DecisionMethods::tiesShareARank()
{
    QCOMPARE(ranksOf({2, 2, 1}, true), (std::vector<int>{1, 1, 3}));
    QCOMPARE(ranksOf({0.1 + 0.2, 0.3, 1}, false), (std::vector<int>{1, 1, 3}));
}

void tst_DecisionMethods::constantCriteriaDecideNothing()
{
    DecisionTable table = tzeng();
    for (auto& row : table.values) {
        row.push_back(7);
    }
    table.weights.push_back(5);
    table.isBenefit.push_back(false);
    QCOMPARE(ranksOf(*topsis(table, Normalisation::Vector), true), (std::vector<int>{3, 2, 1, 4}));
    QCOMPARE(ranksOf(*topsis(table, Normalisation::MinMax), true),
             ranksOf(*topsis(tzeng(), Normalisation::MinMax), true));
    QCOMPARE(ranksOf(vikor(table)->index, false), ranksOf(vikor(tzeng())->index, false));
    QCOMPARE(ranksOf(promethee2(table)->net, true), ranksOf(promethee2(tzeng())->net, true));
}

void tst_DecisionMethods::dominatedOptionDoesNotChangeTheWinner()
{
    DecisionTable table{.values = {{0.9, 0.3}, {0.6, 0.7}}, .weights = {1, 1}, .isBenefit = {true, true}};
    const auto before = weightedSum(table, Normalisation::None);
    table.values.push_back({0.5, 0.2});
    const auto after = weightedSum(table, Normalisation::None);
    QCOMPARE((*after)[0], (*before)[0]);
    QCOMPARE((*after)[1], (*before)[1]);
}

void tst_DecisionMethods::refusesBadTables()
{
    DecisionTable empty;
    QVERIFY(!topsis(empty, Normalisation::Vector));
    DecisionTable ragged = tzeng();
    ragged.values[1].pop_back();
    QVERIFY(!vikor(ragged));
    DecisionTable infinite = tzeng();
    infinite.values[0][0] = HUGE_VAL;
    QVERIFY(!promethee2(infinite));
    DecisionTable weightless = tzeng();
    weightless.weights = {0, 0, 0};
    QVERIFY(!weightedSum(weightless, Normalisation::MinMax));
    DecisionTable zero = tzeng();
    zero.values[0][0] = 0;
    QVERIFY(!weightedProduct(zero));
    QVERIFY(!vikor(tzeng(), 1.5));
    QVERIFY(!ahpWeights({{1, -2}, {0.5, 1}}));
    QVERIFY(!entropyWeights({{0, 1}, {0, 2}}));
    QVERIFY(!rankAcceptability({{1, 0}}, 0, 1));
}

QTEST_APPLESS_MAIN(tst_DecisionMethods)
#include "tst_DecisionMethods.moc"
