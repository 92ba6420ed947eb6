// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/sensitivity/Paths.h"
#include "tests/simulator/cost/CostFixture.h"

#include <benchmark/benchmark.h>

namespace {

using namespace wherewithal;
using namespace wherewithal::simulator;

/// 60 months of growing evening traffic with uncertain demand, egress priced.
model::Plan benchmarkPlan()
{
    model::Plan plan = test::plan();
    plan.horizonMonths = 60;
    plan.assumptions = {};
    model::Workload& workload = plan.workloads.front();
    workload.demand.peakPerSecond = model::Range::triangular(8.0, 10.0, 14.0);
    workload.demand.profile = model::namedProfile("evening").value();
    workload.demand.growth = {.kind = model::Growth::Kind::Exponential,
                              .perYear = model::Range::percentiles(0.1, 0.5)};
    workload.demand.growth.monthlyShock = 0.15;
    workload.bytesOutPerRequest = 1e5;
    return plan;
}

model::CatalogueSlice benchmarkSlice()
{
    model::CatalogueSlice slice = test::slice();
    slice.prices.push_back(test::price("1.3", model::Purchase::Reserved, 12));
    slice.prices.push_back(
        test::price("0.9", model::Purchase::Reserved, 36, "1000", model::Payment::Partial));
    return slice;
}

OptionSpec specAt(int i)
{
    switch (i % 4) {
    case 0:
        return test::spec();
    case 1:
        return test::spec(model::OptionKind::Machine, model::Purchase::Reserved, 12);
    case 2:
        return test::spec(model::OptionKind::Machine, model::Purchase::Reserved, 36, model::Payment::Partial);
    default:
        return test::spec(model::OptionKind::SelfHosted);
    }
}

OptionCapacities<double> capacitiesAt(int i)
{
    auto capacities = test::capacities<double>();
    capacities.main.front()->perSecond *= 1.0 + 0.01 * i;
    capacities.main.front()->stablePerSecond *= 1.0 + 0.01 * i;
    capacities.main.front()->errorLow = 0.75;
    capacities.main.front()->errorHigh = 1.3;
    return capacities;
}

std::vector<OptionModel> optionsOf(const model::Plan& plan, const model::CatalogueSlice& slice, int count)
{
    std::vector<OptionModel> options;
    for (int i = 0; i < count; ++i) {
        options.push_back(buildOptionModel(plan, slice, specAt(i), capacitiesAt(i)).value());
    }
    return options;
}

/// All that an edit recomputes here: models, sizes, ledgers.
void baseCaseOf200Options(benchmark::State& state)
{
    const auto plan = benchmarkPlan();
    const auto slice = benchmarkSlice();
    for (auto _ : state) {
        for (int i = 0; i < 200; ++i) {
            const auto option = buildOptionModel(plan, slice, specAt(i), capacitiesAt(i));
            auto sized = sizeWorkloads(*option);
            const CostResult cost = baseCost(*option);
            addUnitCosts(*option, cost.presentValue, sized);
            benchmark::DoNotOptimize(sized);
        }
    }
}

void fullLedgerPaths(benchmark::State& state)
{
    const auto plan = benchmarkPlan();
    const auto slice = benchmarkSlice();
    const auto options = optionsOf(plan, slice, static_cast<int>(state.range(0)));
    const auto paths = static_cast<int>(state.range(1));
    for (auto _ : state) {
        auto results = samplePaths(options, {.paths = paths, .reference = 3});
        benchmark::DoNotOptimize(results);
    }
    state.counters["path-month-options/s"] =
        benchmark::Counter(static_cast<double>(state.range(0)) * paths * plan.horizonMonths,
                           benchmark::Counter::kIsIterationInvariantRate);
}

} // namespace

BENCHMARK(baseCaseOf200Options)->Unit(benchmark::kMillisecond);
BENCHMARK(fullLedgerPaths)
    ->Args({200, 1024})
    ->Args({8, 1024})
    ->Args({8, 16384})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK_MAIN();
