// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/scoring/Agreement.h"

#include <QTest>

using namespace wherewithal;
using namespace wherewithal::simulator;

namespace {

OptionResult option(const char* letter, double security, double others)
{
    OptionResult result;
    result.spec.letter = letter;
    for (std::size_t index = 0; index < result.scores.size(); ++index) {
        result.scores[index].low = result.scores[index].high = index == 0 ? security : others;
    }
    return result;
}

} // namespace

class TestAgreement : public QObject
{
    Q_OBJECT

private slots:
    void tauOfSmallRankings();
    void dominatedOptionsAreLastByEveryMethod();
    void excludedOptionsHaveNoOrder();
    void nothingToOrderIsAnError();
};

void TestAgreement::tauOfSmallRankings()
{
    QCOMPARE(kendallTau({1, 2, 3, 4}, {1, 2, 3, 4}), 1.0);
    QCOMPARE(kendallTau({1, 2, 3, 4}, {4, 3, 2, 1}), -1.0);
    // One of six pairs is turned round: (5 - 1) / 6.
    QVERIFY(qFuzzyCompare(kendallTau({1, 2, 3, 4}, {2, 1, 3, 4}), 4.0 / 6.0));
    // One tie at the left: 5 agreeing pairs over sqrt(5 x 6).
    QVERIFY(qFuzzyCompare(kendallTau({1, 1, 3, 4}, {1, 2, 3, 4}), 5.0 / std::sqrt(30.0)));
}

void TestAgreement::dominatedOptionsAreLastByEveryMethod()
{
    Comparison comparison;
    comparison.options = {option("A", 0.9, 0.8), option("B", 0.5, 0.4), option("C", 0.2, 0.1)};
    const auto orders = methodOrders(comparison, model::Weights(), 42);
    QVERIFY(orders.has_value());
    QCOMPARE(orders->size(), std::size_t{4});
    for (const MethodOrder& order : *orders) {
        QCOMPARE(order.letters, (std::vector<std::string>{"A", "B", "C"}));
        QCOMPARE(order.ranks, (std::vector<int>{1, 2, 3}));
        QCOMPARE(order.agreement, 1.0);
    }
}

void TestAgreement::excludedOptionsHaveNoOrder()
{
    Comparison comparison;
    comparison.options = {option("A", 0.9, 0.8), option("B", 0.5, 0.4), option("C", 1.0, 1.0)};
    comparison.options[2].state = OptionState::Excluded;
    const auto orders = methodOrders(comparison, model::Weights(), 42);
    QVERIFY(orders.has_value());
    QCOMPARE(orders->front().letters, (std::vector<std::string>{"A", "B"}));
}

void TestAgreement::nothingToOrderIsAnError()
{
    QVERIFY(!methodOrders(Comparison{}, model::Weights(), 42).has_value());
    Comparison comparison;
    comparison.options = {option("A", 0.9, 0.8), option("B", 0.5, 0.4)};
    model::Weights none;
    none.criteria.fill(0.0);
    QVERIFY(!methodOrders(comparison, none, 42).has_value());
}

QTEST_GUILESS_MAIN(TestAgreement)
#include "tst_Agreement.moc"
