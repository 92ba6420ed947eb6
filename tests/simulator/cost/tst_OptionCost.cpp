// SPDX-License-Identifier: GPL-3.0-or-later
#include "CostFixture.h"

#include <QtTest>

#include <cmath>

using namespace wherewithal;
using namespace wherewithal::simulator;
using namespace wherewithal::simulator::test;

class tst_OptionCost : public QObject
{
    Q_OBJECT
private slots:
    void machinesOnDemandCostHoursTimesPrice();
    void totalIsTheSumOfItsLines();
    void explanationEqualsTheBaseCase_data();
    void explanationEqualsTheBaseCase();
    void explanationReachesThePriceAndItsSource();
};

void tst_OptionCost::machinesOnDemandCostHoursTimesPrice()
{
    const auto plan = test::plan();
    const auto slice = test::slice();
    const auto option = buildOptionModel(plan, slice, spec(), capacities<double>());
    QVERIFY(option.has_value());
    const auto sized = sizeWorkloads(*option);
    QCOMPARE(sized.front().machinesPerMonth.front(), 3.0); // 10 / 3.4 rounded up; 8,760 h in 2027 at 2 USD
    QVERIFY(sized.front().latency->p95Seconds > 5.0);
    const CostResult cost = baseCost(*option);
    QCOMPARE(cost.base.toDouble(), 3.0 * 8760.0 * 2.0);
    QVERIFY(cost.isComplete);
    QCOMPARE(cost.cumulativeBase.size(), std::size_t{12});
    QVERIFY(cost.presentValue < cost.base.toDouble());
}

void tst_OptionCost::totalIsTheSumOfItsLines()
{
    auto plan = test::plan();
    plan.workloads.front().bytesOutPerRequest = 1e5;
    const auto slice = test::slice();
    const CostResult cost = baseCost(*buildOptionModel(plan, slice, spec(), capacities<double>()));
    model::Micros sum;
    for (const LedgerLine& line : cost.lines) {
        model::Micros months;
        for (const model::Micros month : line.months) {
            months += month;
        }
        QCOMPARE(months.count, line.total.count);
        sum += line.total;
    }
    QCOMPARE(sum.count, cost.base.count);
    // January: 10/s x 744 h x 100 kB = 2,678.4 GB at 0.09.
    QCOMPARE(lineOf(cost, "egress")->months.front().count, std::int64_t{241056000});
}

void tst_OptionCost::explanationEqualsTheBaseCase_data()
{
    QTest::addColumn<int>("kind");
    QTest::addRow("machine") << static_cast<int>(model::OptionKind::Machine);
    QTest::addRow("self-hosted") << static_cast<int>(model::OptionKind::SelfHosted);
}

void tst_OptionCost::explanationEqualsTheBaseCase()
{
    QFETCH(int, kind);
    auto plan = test::plan();
    plan.workloads.front().demand.growth = {.kind = model::Growth::Kind::Exponential,
                                            .perYear = model::Range::triangular(0.2, 0.5, 1.0)};
    plan.workloads.front().demand.profile = model::namedProfile("evening").value();
    plan.workloads.front().bytesOutPerRequest = 1e5;
    const auto slice = test::slice();
    const auto option =
        buildOptionModel(plan, slice, spec(static_cast<model::OptionKind>(kind)), capacities<double>());
    QVERIFY(option.has_value());
    const CostResult cost = baseCost(*option);
    auto sized = sizeWorkloads(*option);
    addUnitCosts(*option, cost.presentValue, sized);
    const auto traced = capacities<model::Traced>();
    const auto value = [&](std::string_view name) {
        return explainFigure(*option, traced, name).value()->value.value();
    };
    QCOMPARE(value("cost"), cost.base.toDouble());
    QCOMPARE(value("present-value"), cost.presentValue);
    QCOMPARE(value("sustained"), *sized.front().sustained);
    QCOMPARE(value("machines"), sized.front().machinesPerMonth.front());
    QCOMPARE(value("latency-p95"), sized.front().latency->p95Seconds);
    QCOMPARE(value("unit-cost"), *sized.front().unitCost);
    for (const LedgerLine& line : cost.lines) {
        QCOMPARE(value("line-" + line.key), line.total.toDouble());
    }
    for (const std::string& name : explainableFigures(*option)) {
        QVERIFY2(explainFigure(*option, traced, name).has_value(), name.c_str());
    }
    QCOMPARE(explainFigure(*option, traced, "line-nothing").error().code, model::ErrorCode::UnknownName);
}

void tst_OptionCost::explanationReachesThePriceAndItsSource()
{
    const auto plan = test::plan();
    const auto slice = test::slice();
    const auto option = buildOptionModel(plan, slice, spec(), capacities<double>());
    const std::string text =
        model::plainText(explainFigure(*option, capacities<model::Traced>(), "cost").value());
    QVERIFY(text.find("Price of m1, on-demand = 2 USD/h") != std::string::npos);
    QVERIFY(text.find("source: A price list, https://example.org/prices, 2026-11-01") != std::string::npos);
}

QTEST_APPLESS_MAIN(tst_OptionCost)
#include "tst_OptionCost.moc"
