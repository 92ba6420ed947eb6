// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/sensitivity/DemandFan.h"

#include <QtTest>

#include <cmath>

using namespace wherewithal;
using simulator::DemandFan;

namespace {

model::Plan planWith(const model::Demand& demand)
{
    model::Plan plan;
    plan.horizonMonths = 25;
    plan.workloads = {{.id = model::WorkloadId("w"), .detail = model::Inference{}, .demand = demand}};
    return plan;
}

} // namespace

class tst_DemandFan : public QObject
{
    Q_OBJECT
private slots:
    void certainDemandHasNoFan();
    void growthIsThatOfTheForecast();
    void aRangeOpensTheFan();
    void aStepMultipliesFromItsMonthOn();
    void nothingForAWorkloadThatIsNotThere();
};

void tst_DemandFan::certainDemandHasNoFan()
{
    const DemandFan fan = simulator::demandFan(planWith({.peakPerSecond = 10.0}), 0, 64);
    QCOMPARE(fan.base.size(), std::size_t{25});
    QCOMPARE(fan.base.back(), 10.0);
    QVERIFY(fan.p10.empty() && fan.p90.empty());
}

void tst_DemandFan::growthIsThatOfTheForecast()
{
    const DemandFan fan =
        simulator::demandFan(planWith({.peakPerSecond = 10.0,
                                       .growth = {.kind = model::Growth::Kind::Exponential, .perYear = 0.5}}),
                             0,
                             64);
    QVERIFY(std::abs(fan.base[12] - 15.0) < 1e-9); // x 1.5 a year
    QVERIFY(std::abs(fan.base[24] - 22.5) < 1e-9);
}

void tst_DemandFan::aRangeOpensTheFan()
{
    const DemandFan fan =
        simulator::demandFan(planWith({.peakPerSecond = model::Range::triangular(8, 10, 12),
                                       .growth = {.kind = model::Growth::Kind::Exponential,
                                                  .perYear = model::Range::triangular(0.2, 0.5, 0.8)}}),
                             0,
                             1024);
    QVERIFY(std::abs(fan.p10[0] - model::Range::triangular(8, 10, 12).quantile(0.1)) < 0.02);
    QVERIFY(std::abs(fan.p90[0] - model::Range::triangular(8, 10, 12).quantile(0.9)) < 0.02);
    QVERIFY(fan.p90[24] - fan.p10[24] > 2.0 * (fan.p90[0] - fan.p10[0])); // growth adds to it
    for (std::size_t month = 0; month < 25; ++month) {
        QVERIFY(fan.p10[month] <= fan.p50[month] && fan.p50[month] <= fan.p90[month]);
    }
}

void tst_DemandFan::aStepMultipliesFromItsMonthOn()
{
    model::Demand demand{.peakPerSecond = 10.0};
    demand.steps = {{.month = {.year = 2027, .month = 6}, .factor = 1.5, .label = "launch"}};
    const DemandFan fan = simulator::demandFan(planWith(demand), 0, 64); // starts 2026-12
    QCOMPARE(fan.base[5], 10.0);
    QCOMPARE(fan.base[6], 15.0);
}

void tst_DemandFan::nothingForAWorkloadThatIsNotThere()
{
    QVERIFY(simulator::demandFan(planWith({}), 1, 64).base.empty());
}

QTEST_APPLESS_MAIN(tst_DemandFan)
#include "tst_DemandFan.moc"
