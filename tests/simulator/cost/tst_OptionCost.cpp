// SPDX-License-Identifier: GPL-3.0-or-later
#include "CostFixture.h"

#include <QtTest>

#include <algorithm>
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
    void steadyLoadIsCommittedWhole();
    void nightsStayOnDemandUnderACommitment();
    void upfrontIsPaidWhenTheTermBegins();
    void spotIsDearerThanItsPriceByInterruptions();
    void platformsArePaidByTheMonth();
    void layersAreLowerBounds();
    void tokenApisCostTokens();
    void ownServersCostCapitalPowerAndCare();
    void aSiteOfThePlansOwnBringsItsPueAndItsPrices();
    void ownedServersComeFirstAtBookValue();
    void serversAreReplacedAtTheEndOfTheirLife();
    void hybridsOwnTheBaseAndRentThePeaks();
    void commitmentsThatStillRunArePaidAndUsed();
    void contractDiscountLowersListPrices();
    void otherCurrenciesNeedADatedRate();
    void unknownEgressMakesALowerBound();
    void pricesOfAnotherRegionAreMarked();
    void supportFollowsTheMonthsSpend();
    void unknownCapacityIsNotFree();
    void batchRunsPayForTheirHours();
    void tokenTimesCarryTheirSpread();
    void twoWorkloadsShareTheCost();
    void interruptedTrainingRepeatsWork();
    void hugePoolsAreSizedInTime();
    void fleetCeilingsAreDated();
    void routersGiveUpOnLongAnswers();
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

void tst_OptionCost::steadyLoadIsCommittedWhole()
{
    const auto plan = test::plan();
    auto slice = test::slice();
    slice.prices.push_back(price("1.2", model::Purchase::Reserved, 12));
    const auto option = buildOptionModel(
        plan, slice, spec(model::OptionKind::Machine, model::Purchase::Reserved, 12), capacities<double>());
    const CostResult cost = baseCost(*option);
    QCOMPARE(lineOf(cost, "machines-committed")->total.toDouble(), 3.0 * 8760.0 * 1.2);
    QCOMPARE(lineOf(cost, "machines-on-demand")->total.count, std::int64_t{0});
}

void tst_OptionCost::nightsStayOnDemandUnderACommitment()
{
    // Six hours a night at full load, else idle: 1 machine all the time, 3 for a quarter of it; 0.6 > 0.25.
    auto plan = test::plan();
    plan.workloads.front().demand.profile = model::namedProfile("nightly").value();
    auto slice = test::slice();
    slice.prices.push_back(price("1.2", model::Purchase::Reserved, 12));
    const auto option = buildOptionModel(
        plan, slice, spec(model::OptionKind::Machine, model::Purchase::Reserved, 12), capacities<double>());
    QCOMPARE(option->terms.front().levels.front(), 1);
    const CostResult cost = baseCost(*option);
    QCOMPARE(lineOf(cost, "machines-committed")->total.toDouble(), 8760.0 * 1.2);
    QCOMPARE(lineOf(cost, "machines-on-demand")->total.toDouble(), 2.0 * 8760.0 * 0.25 * 2.0);
}

void tst_OptionCost::upfrontIsPaidWhenTheTermBegins()
{
    auto plan = test::plan();
    plan.horizonMonths = 18;
    auto slice = test::slice();
    slice.prices.push_back(price("0.5", model::Purchase::Reserved, 12, "5000", model::Payment::Partial));
    const auto chosen =
        spec(model::OptionKind::Machine, model::Purchase::Reserved, 12, model::Payment::Partial);
    const CostResult cost = baseCost(*buildOptionModel(plan, slice, chosen, capacities<double>()));
    const LedgerLine& upfront = *lineOf(cost, "machines-upfront");
    QCOMPARE(upfront.months[0].toDouble(), 15000.0);
    QCOMPARE(upfront.months[1].count, std::int64_t{0});
    QCOMPARE(upfront.months[12].toDouble(), 7500.0); // half of the second term lies inside the horizon
}

void tst_OptionCost::spotIsDearerThanItsPriceByInterruptions()
{
    auto plan = test::plan();
    QVERIFY(plan.assumptions.set("spot-interruptions", 0.02).has_value());
    QVERIFY(plan.assumptions.set("spot-restart-hours", 0.5).has_value());
    auto slice = test::slice();
    slice.prices.push_back(price("0.8", model::Purchase::Spot));
    const CostResult cost = baseCost(*buildOptionModel(
        plan, slice, spec(model::OptionKind::Machine, model::Purchase::Spot), capacities<double>()));
    // A twentieth on demand; of the rest one hour in a hundred is lost (0.02 x half an hour).
    QCOMPARE(lineOf(cost, "machines-on-demand")->total.toDouble(), 3.0 * 8760.0 * 0.05 * 2.0);
    QVERIFY(std::abs(lineOf(cost, "machines-spot")->total.toDouble() - 3.0 * 8760.0 * 0.95 / 0.99 * 0.8)
            < 1e-4);
}

void tst_OptionCost::platformsArePaidByTheMonth()
{
    const auto plan = test::plan();
    auto slice = test::slice();
    slice.prices.front() = price("50", model::Purchase::Platform);
    slice.prices.front().period = model::PricePeriod::Month;
    const CostResult cost = baseCost(*buildOptionModel(
        plan, slice, spec(model::OptionKind::Platform, model::Purchase::Platform), capacities<double>()));
    QCOMPARE(lineOf(cost, "platform")->months[1].toDouble(), 150.0); // February too
    QCOMPARE(cost.base.toDouble(), 12.0 * 150.0);
}

void tst_OptionCost::layersAreLowerBounds()
{
    const auto plan = test::plan();
    auto slice = test::slice();
    slice.services.push_back(service("managed-kubernetes",
                                     "cluster-hour",
                                     {{.from = 0.0, .to = std::nullopt, .amount = model::Decimal(1, -1)}}));
    const CostResult cost =
        baseCost(*buildOptionModel(plan, slice, spec(model::OptionKind::Layer), capacities<double>()));
    QVERIFY(!cost.isComplete);
    QVERIFY(!lineOf(cost, "licence")->isKnown);
    QVERIFY(lineOf(cost, "licence")->months.empty());
    QCOMPARE(lineOf(cost, "managed-kubernetes")->total.toDouble(), 876.0);
    QCOMPARE(cost.base.toDouble(), 3.0 * 8760.0 * 2.0 + 876.0);
}

void tst_OptionCost::tokenApisCostTokens()
{
    auto plan = test::plan();
    model::LlmServing llm;
    llm.inputTokens = 1000.0;
    llm.outputTokens = 200.0;
    llm.sharedPrefixFraction = 0.25;
    plan.workloads.front().detail = llm;
    auto slice = test::slice();
    model::TokenPrice tokens;
    tokens.provider = model::ProviderId("api");
    tokens.model = "model-x";
    tokens.inputPerMillion = model::Decimal(4, -1);
    tokens.cachedInputPerMillion = model::Decimal(1, -1);
    tokens.outputPerMillion = model::Decimal(2, 0);
    slice.tokenPrices.push_back(tokens);
    OptionSpec api = spec(model::OptionKind::TokenApi);
    api.provider = model::ProviderId("api");
    api.machine = model::MachineId("model-x");
    const auto option = buildOptionModel(plan, slice, api, {});
    const CostResult cost = baseCost(*option);
    const double requests = 10.0 * 3600.0 * 8760.0;
    QVERIFY(std::abs(lineOf(cost, "tokens-input")->total.toDouble() - requests * 750.0 / 1e6 * 0.4) < 1e-4);
    QVERIFY(std::abs(lineOf(cost, "tokens-cached")->total.toDouble() - requests * 250.0 / 1e6 * 0.1) < 1e-4);
    QVERIFY(std::abs(lineOf(cost, "tokens-output")->total.toDouble() - requests * 200.0 / 1e6 * 2.0) < 1e-4);
    auto sized = sizeWorkloads(*option);
    QVERIFY(!sized.front().sustained && sized.front().machinesPerMonth.empty());
    addUnitCosts(*option, cost.presentValue, sized);
    QVERIFY(std::abs(*sized.front().unitCost - (750.0 * 0.4 + 250.0 * 0.1 + 200.0 * 2.0) / 1200.0) < 1e-6);
}

void tst_OptionCost::ownServersCostCapitalPowerAndCare()
{
    auto plan = test::plan();
    QVERIFY(plan.assumptions.set("pue", 1.5).has_value());
    QVERIFY(plan.assumptions.set("network-share", 0.03).has_value());
    QVERIFY(plan.assumptions.set("value-kept", 0.6).has_value());
    const auto slice = test::slice();
    const CostResult cost =
        baseCost(*buildOptionModel(plan, slice, spec(model::OptionKind::SelfHosted), capacities<double>()));
    QCOMPARE(lineOf(cost, "servers")->months[0].toDouble(), 300000.0);
    QCOMPARE(lineOf(cost, "network")->total.toDouble(), 9000.0);
    QCOMPARE(lineOf(cost, "residual")->months[11].toDouble(), -180000.0);
    QCOMPARE(lineOf(cost, "colocation")->total.toDouble(), 3.0 * 6.0 * 200.0 * 12.0);
    QVERIFY(std::abs(lineOf(cost, "maintenance")->total.toDouble() - 36000.0) < 1e-4);
    // 10 of 3 x 3.4 requests/s: idle 1 kW, full 5 kW.
    const double kilowatts = 3.0 * (1.0 + 4.0 * 10.0 / 10.2);
    QVERIFY(std::abs(lineOf(cost, "power")->total.toDouble() - kilowatts * 1.5 * 8760.0 * 0.1) < 1e-4);
    QVERIFY(cost.isComplete);
}

void tst_OptionCost::aSiteOfThePlansOwnBringsItsPueAndItsPrices()
{
    auto plan = test::plan();
    QVERIFY(plan.assumptions.set("pue", 1.5).has_value());
    plan.exchangeRates = {{.from = model::Currency::eur(),
                           .to = plan.currency,
                           .rate = 1.1,
                           .date = "2026-11-20",
                           .source = {}}};
    auto slice = test::slice();
    model::Site& site = slice.sites.front();
    site.pue = model::Range{1.2};
    site.pueSource = {.title = "own figure of the plan", .url = {}, .date = {}};
    site.electricityPerKwh.stated = model::Range{0.2};
    site.electricityPerKwh.currency = model::Currency::eur();
    const CostResult cost =
        baseCost(*buildOptionModel(plan, slice, spec(model::OptionKind::SelfHosted), capacities<double>()));
    // As in the test above: 3 servers, 10 of 10.2 requests/s; 0.2 EUR are 0.22 USD.
    const double kilowatts = 3.0 * (1.0 + 4.0 * 10.0 / 10.2);
    const double expected = kilowatts * 1.2 * 8760.0 * 0.2 * 1.1;
    QVERIFY2(std::abs(lineOf(cost, "power")->total.toDouble() - expected) < 1e-3,
             qPrintable(QString::number(lineOf(cost, "power")->total.toDouble() - expected)));
}

void tst_OptionCost::ownedServersComeFirstAtBookValue()
{
    auto plan = test::plan();
    plan.brownfield.servers.push_back(
        {.server = model::ServerBuildId("s1"), .count = 2, .bookValueEach = 30000.0, .ageMonths = 24});
    const auto slice = test::slice();
    const CostResult cost =
        baseCost(*buildOptionModel(plan, slice, spec(model::OptionKind::SelfHosted), capacities<double>()));
    QCOMPARE(lineOf(cost, "owned-servers")->total.toDouble(), 60000.0);
    QCOMPARE(lineOf(cost, "servers")->total.toDouble(), 100000.0);
}

void tst_OptionCost::serversAreReplacedAtTheEndOfTheirLife()
{
    auto plan = test::plan();
    plan.horizonMonths = 30;
    QVERIFY(plan.assumptions.set("server-life", 24.0).has_value());
    QVERIFY(plan.assumptions.set("value-kept", 0.5).has_value());
    const auto slice = test::slice();
    const CostResult cost =
        baseCost(*buildOptionModel(plan, slice, spec(model::OptionKind::SelfHosted), capacities<double>()));
    QCOMPARE(lineOf(cost, "servers")->months[24].toDouble(), 300000.0);
    QCOMPARE(lineOf(cost, "residual")->months[24].toDouble(),
             -75000.0); // a quarter of the price after two years
    QVERIFY(std::abs(lineOf(cost, "residual")->months[29].toDouble() + 300000.0 * std::sqrt(0.5)) < 1e-3);
}

void tst_OptionCost::hybridsOwnTheBaseAndRentThePeaks()
{
    auto plan = test::plan();
    plan.horizonMonths = 36;
    plan.workloads.front().demand.peakPerSecond = 100.0;
    plan.workloads.front().demand.profile = model::namedProfile("office-hours").value();
    auto slice = test::slice();
    slice.prices.front() = price("12");
    auto both = capacities<double>();
    both.burst = both.main;
    const auto option = buildOptionModel(plan, slice, spec(model::OptionKind::Hybrid), both);
    const int owned = option->own->hybridServers.front();
    QVERIFY(owned >= 1 && owned < 30);
    const CostResult cost = baseCost(*option);
    QCOMPARE(lineOf(cost, "servers")->total.toDouble(), owned * 100000.0);
    QVERIFY(lineOf(cost, "machines-on-demand")->total.count > 0);
    // Dearer than neither pure way.
    const CostResult rented = baseCost(*buildOptionModel(plan, slice, spec(), capacities<double>()));
    const CostResult own =
        baseCost(*buildOptionModel(plan, slice, spec(model::OptionKind::SelfHosted), capacities<double>()));
    QVERIFY(cost.base < rented.base);
    QVERIFY(cost.base < own.base);
}

void tst_OptionCost::commitmentsThatStillRunArePaidAndUsed()
{
    auto plan = test::plan();
    plan.brownfield.commitments.push_back({.provider = model::ProviderId("cloud"),
                                           .region = model::RegionId("r1"),
                                           .machine = model::MachineId("m1"),
                                           .count = 2,
                                           .perHourEach = 1.5,
                                           .until = {.year = 2027, .month = 2}});
    const auto slice = test::slice();
    const CostResult used = baseCost(*buildOptionModel(plan, slice, spec(), capacities<double>()));
    QCOMPARE(lineOf(used, "running-commitments")->total.toDouble(), 2.0 * 1.5 * (744.0 + 672.0));
    QCOMPARE(lineOf(used, "machines-on-demand")->months[0].toDouble(), 744.0 * 2.0);
    QCOMPARE(lineOf(used, "machines-on-demand")->months[2].toDouble(), 3.0 * 744.0 * 2.0);
    // Who leaves goes on paying.
    const CostResult left =
        baseCost(*buildOptionModel(plan, slice, spec(model::OptionKind::SelfHosted), capacities<double>()));
    QCOMPARE(lineOf(left, "running-commitments")->total.toDouble(), 2.0 * 1.5 * (744.0 + 672.0));
}

void tst_OptionCost::contractDiscountLowersListPrices()
{
    auto plan = test::plan();
    plan.brownfield.discountFraction[model::ProviderId("cloud")] = 0.25;
    const auto slice = test::slice();
    QCOMPARE(baseCost(*buildOptionModel(plan, slice, spec(), capacities<double>())).base.toDouble(),
             3.0 * 8760.0 * 1.5);
}

void tst_OptionCost::otherCurrenciesNeedADatedRate()
{
    auto plan = test::plan();
    auto slice = test::slice();
    slice.prices.front().currency = model::Currency::eur();
    const auto without = buildOptionModel(plan, slice, spec(), capacities<double>());
    QVERIFY(!without->isComplete());
    QCOMPARE(baseCost(*without).base.count, std::int64_t{0});
    plan.exchangeRates.push_back({.from = model::Currency::eur(),
                                  .to = model::Currency::usd(),
                                  .rate = 1.25,
                                  .date = "2026-11-20",
                                  .source = "A bank"});
    const auto with = buildOptionModel(plan, slice, spec(), capacities<double>());
    QVERIFY(with->isComplete());
    QCOMPARE(baseCost(*with).base.toDouble(), 3.0 * 8760.0 * 2.5);
    const std::string text =
        model::plainText(explainFigure(*with, capacities<model::Traced>(), "cost").value());
    QVERIFY(text.find("Exchange rate EUR to USD = 1.25") != std::string::npos);
    QVERIFY(text.find("2026-11-20") != std::string::npos);
}

void tst_OptionCost::unknownEgressMakesALowerBound()
{
    auto plan = test::plan();
    plan.workloads.front().bytesOutPerRequest = 1e5;
    auto slice = test::slice();
    slice.services.clear();
    const auto option = buildOptionModel(plan, slice, spec(), capacities<double>());
    const CostResult cost = baseCost(*option);
    QVERIFY(!cost.isComplete);
    QVERIFY(!lineOf(cost, "egress")->isKnown);
    QCOMPARE(explainFigure(*option, capacities<model::Traced>(), "line-egress").error().code,
             model::ErrorCode::NotFound);
    QVERIFY(plan.assumptions.set("unlisted-egress-price", 0.05).has_value());
    const CostResult assumed = baseCost(*buildOptionModel(plan, slice, spec(), capacities<double>()));
    QVERIFY(assumed.isComplete);
    QVERIFY(lineOf(assumed, "egress")->isAssumption);
    QVERIFY(std::abs(lineOf(assumed, "egress")->total.toDouble() - 10.0 * 8760.0 * 3600.0 * 1e5 / 1e9 * 0.05)
            < 1e-4);
}

void tst_OptionCost::pricesOfAnotherRegionAreMarked()
{
    auto plan = test::plan();
    plan.workloads.front().bytesOutPerRequest = 1e5;
    auto slice = test::slice();
    slice.services.front().region = model::RegionId("elsewhere");
    const auto option = buildOptionModel(plan, slice, spec(), capacities<double>());
    QVERIFY(option->isComplete());
    QVERIFY(lineOf(baseCost(*option), "egress")->isAssumption);
    QVERIFY(option->notes.front().find("elsewhere") != std::string::npos);
}

void tst_OptionCost::supportFollowsTheMonthsSpend()
{
    auto plan = test::plan();
    QVERIFY(plan.assumptions.set("support-level", 1.0).has_value());
    auto slice = test::slice();
    model::SupportPlan business;
    business.provider = model::ProviderId("cloud");
    business.plan = "Business";
    business.minimumPerMonth = 100.0;
    business.bands = {{.from = 0.0, .to = 10000.0, .rateFraction = 0.1},
                      {.from = 10000.0, .to = std::nullopt, .rateFraction = 0.07}};
    slice.supportPlans.push_back(business);
    const CostResult cost = baseCost(*buildOptionModel(plan, slice, spec(), capacities<double>()));
    QVERIFY(std::abs(lineOf(cost, "support")->months[0].toDouble() - 446.4)
            < 1e-6); // a tenth of 3 x 744 h x 2
}

void tst_OptionCost::unknownCapacityIsNotFree()
{
    const auto plan = test::plan();
    const auto slice = test::slice();
    for (const auto kind : {model::OptionKind::Machine, model::OptionKind::SelfHosted}) {
        const auto option =
            buildOptionModel(plan, slice, spec(kind), OptionCapacities<double>({std::nullopt}));
        QVERIFY(!option->isComplete());
        const auto sized = sizeWorkloads(*option);
        QVERIFY(!sized.front().sustained && !sized.front().latency && sized.front().machinesPerMonth.empty());
        QVERIFY(!baseCost(*option).isComplete);
    }
}

void tst_OptionCost::batchRunsPayForTheirHours()
{
    auto plan = test::plan();
    model::BatchScoring batch;
    batch.itemsPerRun = 1e6;
    batch.runsPerMonth = 10.0;
    plan.workloads.front().detail = batch;
    plan.workloads.front().objectives.deadlineHours = 24.0;
    const auto slice = test::slice();
    const auto option = buildOptionModel(plan, slice, spec(), capacities<double>());
    const auto sized = sizeWorkloads(*option);
    // 1e6 / (3.4 x 3,600) = 81.7 machine-hours: 4 machines within 24 h, 20.4 h each.
    QCOMPARE(sized.front().machinesPerMonth.front(), 4.0);
    QVERIFY(std::abs(*sized.front().runHours - 1e6 / 3.4 / 3600.0 / 4.0) < 1e-9);
    QVERIFY(std::abs(baseCost(*option).base.toDouble() - 12.0 * 10.0 * 1e6 / 3.4 / 3600.0 * 2.0) < 1e-3);
    QCOMPARE(sized.front().unitCostUnit, std::string("USD/run"));
}

void tst_OptionCost::tokenTimesCarryTheirSpread()
{
    auto plan = test::plan();
    QVERIFY(plan.assumptions.set("llm-ttft-p95-ratio", 2.0).has_value());
    QVERIFY(plan.assumptions.set("llm-tpot-p95-ratio", 1.5).has_value());
    const auto slice = test::slice();
    auto known = capacities<double>();
    known.main.front()->timeToFirstTokenSeconds = 0.4;
    known.main.front()->timePerTokenSeconds = 0.02;
    const auto sized = sizeWorkloads(*buildOptionModel(plan, slice, spec(), known));
    QVERIFY(*sized.front().timeToFirstTokenP95Seconds >= 0.8);
    QCOMPARE(*sized.front().timePerTokenP95Seconds, 0.02 * 1.5);
}

void tst_OptionCost::twoWorkloadsShareTheCost()
{
    auto plan = test::plan();
    plan.workloads.push_back(plan.workloads.front());
    plan.workloads.back().demand.peakPerSecond = 3.0; // one machine beside three
    const auto slice = test::slice();
    const auto option = buildOptionModel(plan, slice, spec(), capacities<double>(2));
    const CostResult cost = baseCost(*option);
    QCOMPARE(cost.base.toDouble(), 4.0 * 8760.0 * 2.0);
    auto sized = sizeWorkloads(*option);
    addUnitCosts(*option, cost.presentValue, sized);
    QVERIFY(std::abs(*sized[1].unitCost / *sized[0].unitCost - (1.0 / 3.0) / (3.0 / 10.0)) < 1e-9);
    const auto traced = capacities<model::Traced>(2);
    QCOMPARE(explainFigure(*option, traced, "workload-2-unit-cost").value()->value.value(),
             *sized[1].unitCost);
    QCOMPARE(explainFigure(*option, traced, "workload-2-machines").value()->value.value(), 1.0);
    QCOMPARE(explainFigure(*option, traced, "workload-3-machines").error().code,
             model::ErrorCode::UnknownName);
}

void tst_OptionCost::interruptedTrainingRepeatsWork()
{
    auto plan = test::plan();
    model::Training training;
    training.tokensPerRun = 1e6;
    training.checkpointMinutes = 120.0;
    plan.workloads.front().detail = training;
    QVERIFY(plan.assumptions.set("spot-interruptions", 0.1).has_value());
    QVERIFY(plan.assumptions.set("spot-restart-hours", 1.0).has_value());
    QVERIFY(plan.assumptions.set("spot-fallback-share", 0.0).has_value());
    auto slice = test::slice();
    slice.prices.push_back(price("1", model::Purchase::Spot));
    const auto option = buildOptionModel(
        plan, slice, spec(model::OptionKind::Machine, model::Purchase::Spot), capacities<double>());
    // 1e6 tokens at 3.4/s; each interruption costs half of two hours and one hour more: a fifth of the time.
    QVERIFY(std::abs(baseCost(*option).base.toDouble() - 12.0 * 1e6 / 3.4 / 3600.0 / 0.8) < 1e-3);
}

void tst_OptionCost::hugePoolsAreSizedInTime()
{
    auto plan = test::plan();
    plan.horizonMonths = 60;
    plan.workloads.front().demand.peakPerSecond = 1e9;
    plan.workloads.front().demand.profile = model::namedProfile("evening").value();
    auto slice = test::slice();
    slice.prices.push_back(price("1.2", model::Purchase::Reserved, 12));
    const auto option = buildOptionModel(
        plan, slice, spec(model::OptionKind::Machine, model::Purchase::Reserved, 12), capacities<double>());
    QVERIFY(option.has_value());
    QVERIFY(baseCost(*option).base.count > 0);
}

void tst_OptionCost::fleetCeilingsAreDated()
{
    auto plan = test::plan();
    plan.horizonMonths = 36;
    plan.workloads.front().demand.growth = {.kind = model::Growth::Kind::Exponential, .perYear = 1.0};
    auto slice = test::slice();
    slice.prices.front() = price("50", model::Purchase::Platform);
    slice.limits.push_back({.provider = model::ProviderId("cloud"),
                            .key = "dynos-per-app",
                            .scope = {},
                            .value = 100.0,
                            .unit = "dynos",
                            .what = {},
                            .source = {}});
    slice.limits.push_back({.provider = model::ProviderId("cloud"),
                            .key = "dynos-per-app",
                            .scope = "other-*|m*",
                            .value = 10.0,
                            .unit = "dynos",
                            .what = "Dynos of an app",
                            .source = {}});
    const auto sized = sizeWorkloads(*buildOptionModel(
        plan, slice, spec(model::OptionKind::Platform, model::Purchase::Platform), capacities<double>()));
    const auto& limits = sized.front().limits;
    const auto ceiling = std::ranges::find(limits, "fleet-ceiling", &Limit::key);
    QVERIFY(ceiling != limits.end());
    QCOMPARE(ceiling->value, 10.0);
    QCOMPARE(std::ranges::count(limits, "fleet-ceiling", &Limit::key), 1);
    // 10 machines sustain 34/s at most; 10 x 2^(t/12) passes 34 after 21.2 months.
    QVERIFY(ceiling->hitBase.has_value());
    QCOMPARE(*ceiling->hitBase, (model::Month{.year = 2028, .month = 11}));
}

void tst_OptionCost::routersGiveUpOnLongAnswers()
{
    const auto plan = test::plan();
    auto slice = test::slice();
    slice.prices.front() = price("50", model::Purchase::Platform);
    slice.limits.push_back({.provider = model::ProviderId("cloud"),
                            .key = "router-first-byte-timeout",
                            .scope = {},
                            .value = 30.0,
                            .unit = "s",
                            .what = {},
                            .source = {}});
    const auto sized = sizeWorkloads(*buildOptionModel(
        plan, slice, spec(model::OptionKind::Platform, model::Purchase::Platform), capacities<double>()));
    const auto limit = std::ranges::find(sized.front().limits, "router-time-out", &Limit::key);
    QVERIFY(limit != sized.front().limits.end());
    QVERIFY(limit->usedNow > 30.0); // mean 10 s, exponential: 1 % takes longer than 46 s
    QCOMPARE(*limit->hitBase, plan.starts);
}

QTEST_APPLESS_MAIN(tst_OptionCost)
#include "tst_OptionCost.moc"
