// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/scoring/Rank.h"
#include "simulator/scoring/Scores.h"

#include <QtTest>

#include <cmath>
#include <numeric>

using namespace wherewithal::model;
using namespace wherewithal::simulator;

namespace {

OptionResult
option(const char* letter, double presentValue, double score, OptionState state = OptionState::Ranked)
{
    OptionResult result;
    result.spec.letter = letter;
    result.spec.id = OptionId{letter};
    result.state = state;
    result.cost.presentValue = presentValue;
    for (std::size_t i = 0; i < kCriteria.size(); ++i) {
        result.scores[i] = {.criterion = kCriteria[i], .low = score, .high = score};
    }
    return result;
}

} // namespace

class tst_Rank : public QObject
{
    Q_OBJECT
private slots:
    void theValueIsTheDesignsFormula();
    void tiesShareARank();
    void undecidedAndExcludedHaveNoRank();
    void aDominatedOptionChangesNoOrder();
    void firstPlacesSumToOneAndRepeat();
    void withoutDoubtOneOptionIsAlwaysFirst();
    void theTippingPointIsWhereTheValuesMeet();
    void drawingLevelAtTheEndIsNoTippingPoint();
    void theExplanationGivesTheSameBits();
};

void tst_Rank::theValueIsTheDesignsFormula()
{
    std::vector<OptionResult> options{option("A", 100, 0.6), option("B", 200, 0.8)};
    rankOptions(Plan{}, options);
    QVERIFY(std::abs(*options[0].value - (0.5 * 1.0 + 0.5 * 0.6)) < 1e-15);
    QVERIFY(std::abs(*options[1].value - (0.5 * 0.5 + 0.5 * 0.8)) < 1e-15);
    QCOMPARE(options[0].rank.value(), 1);
    QCOMPARE(options[1].rank.value(), 2);
    QCOMPARE(options[1].rankByScore.value(), 1);
}

void tst_Rank::tiesShareARank()
{
    std::vector<OptionResult> options{option("A", 100, 0.6), option("B", 100, 0.6), option("C", 200, 0.1)};
    rankOptions(Plan{}, options);
    QCOMPARE(options[0].rank.value(), 1);
    QCOMPARE(options[1].rank.value(), 1);
    QCOMPARE(options[2].rank.value(), 3);
}

void tst_Rank::undecidedAndExcludedHaveNoRank()
{
    std::vector<OptionResult> options{option("A", 100, 0.6),
                                      option("B", 1, 1.0, OptionState::Undecided),
                                      option("C", 1, 1.0, OptionState::Excluded)};
    rankOptions(Plan{}, options);
    QCOMPARE(options[0].rank.value(), 1);
    QVERIFY(std::abs(*options[0].value - 0.8) < 1e-15); // the cheapest feasible, not the cheapest of all
    QVERIFY(!options[1].rank && !options[2].rank && !options[1].value);
}

void tst_Rank::aDominatedOptionChangesNoOrder()
{
    std::vector<OptionResult> options{option("A", 100, 0.5), option("B", 150, 0.9), option("C", 120, 0.7)};
    rankOptions(Plan{}, options);
    const std::vector<int> before{*options[0].rank, *options[1].rank, *options[2].rank};
    options.push_back(option("D", 300, 0.1));
    rankOptions(Plan{}, options);
    const std::vector<int> after{*options[0].rank, *options[1].rank, *options[2].rank};
    QCOMPARE(after, before);
}

void tst_Rank::firstPlacesSumToOneAndRepeat()
{
    std::vector<OptionResult> options{option("A", 100, 0.5), option("B", 150, 0.8), option("C", 120, 0.7)};
    options[1].scores[2].low = 0.2;
    rankOptions(Plan{}, options);
    sampleFirstPlaces(Plan{}, 42, 500, {{}, {140, 160, 90}, {}}, options);
    const double sum =
        std::accumulate(options.begin(), options.end(), 0.0, [](double s, const OptionResult& o) {
            return s + *o.firstInFraction;
        });
    QVERIFY(std::abs(sum - 1.0) < 1e-12);
    auto again = options;
    sampleFirstPlaces(Plan{}, 42, 500, {{}, {140, 160, 90}, {}}, again);
    QCOMPARE(*again[0].firstInFraction, *options[0].firstInFraction);
    QVERIFY(*options[0].firstInFraction > 0.0 && *options[0].firstInFraction < 1.0);
}

void tst_Rank::withoutDoubtOneOptionIsAlwaysFirst()
{
    std::vector<OptionResult> options{option("A", 100, 0.9), option("B", 150, 0.5)};
    rankOptions(Plan{}, options);
    sampleFirstPlaces(Plan{}, 1, 200, {}, options);
    QCOMPARE(*options[0].firstInFraction, 1.0);
    QCOMPARE(*options[1].firstInFraction, 0.0);
}

void tst_Rank::theTippingPointIsWhereTheValuesMeet()
{
    Plan plan;
    std::vector<OptionResult> options{option("A", 100, 0.5), option("B", 200, 0.9)};
    rankOptions(plan, options);
    QCOMPARE(options[0].rank.value(), 1); // 0.75 against 0.70
    const auto points = tippingPoints(plan, options);
    QCOMPARE(points.size(), kCriteria.size() + 1);
    // w + (1 - w) 0.5 = 0.5 w + (1 - w) 0.9  ->  w = 0.4 / 0.9
    QVERIFY(std::abs(points[0].at.value() - 0.4 / 0.9) < 1e-12);
    QCOMPARE(points[0].newFirst, std::string("B"));
    plan.weights.cost = 0.4 / 0.9 - 1e-6;
    plan.weights.criteria.fill((1.0 - plan.weights.cost) / 8.0);
    rankOptions(plan, options);
    QCOMPARE(options[1].rank.value(), 1);
}

void tst_Rank::drawingLevelAtTheEndIsNoTippingPoint()
{
    // Same scores, different cost: with all weight on a criterion they are level, never is the dearer one
    // first.
    std::vector<OptionResult> options{option("A", 100, 0.7), option("B", 150, 0.7)};
    rankOptions(Plan{}, options);
    for (const TippingPoint& point : tippingPoints(Plan{}, options)) {
        QVERIFY2(!point.at, point.weight.c_str());
    }
}

void tst_Rank::theExplanationGivesTheSameBits()
{
    const Plan plan;
    std::vector<OptionResult> options{option("A", 100, 0.61), option("B", 170, 0.83)};
    rankOptions(plan, options);
    const auto presentValue = std::make_shared<const Figure>(Figure{.name = "Present value", .value = 170.0});
    const FigurePtr figure = explainValue(plan, options, options[1], presentValue, {});
    QCOMPARE(figure->value.value(), options[1].value.value());
    QVERIFY(plainText(figure).find("Weight of integrity = 0.0625 (assumption)") != std::string::npos);
}

QTEST_APPLESS_MAIN(tst_Rank)
#include "tst_Rank.moc"
