// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/units/Quantity.h"
#include "providers/store/EmbeddedCatalogue.h"

#include <benchmark/benchmark.h>

using namespace wherewithal;

namespace {

model::Plan planOf(int kind)
{
    model::Plan plan;
    model::CandidateQuery query;
    if (kind == 0) { // "any machine with >= 80 GiB of accelerator memory in Europe"
        query.continents = {"Europe"};
        query.minAcceleratorMemoryBytes = 80.0 * model::kGib;
    }
    plan.queries = {query}; // else: everything that is sold
    return plan;
}

void openAndSlice(benchmark::State& state)
{
    const model::Plan plan = planOf(static_cast<int>(state.range(0)));
    for (auto _ : state) {
        auto slice = providers::openCatalogue()->slice(plan);
        benchmark::DoNotOptimize(slice);
    }
}
BENCHMARK(openAndSlice)->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);

void open(benchmark::State& state)
{
    for (auto _ : state) {
        auto store = providers::openCatalogue();
        benchmark::DoNotOptimize(store);
    }
}
BENCHMARK(open)->Unit(benchmark::kMillisecond);

void listOneProvider(benchmark::State& state)
{
    const auto store = providers::openCatalogue();
    for (auto _ : state) {
        auto rows = store->listPrices({.provider = "aws", .region = "us-east-1"});
        benchmark::DoNotOptimize(rows);
    }
}
BENCHMARK(listOneProvider)->Unit(benchmark::kMillisecond);

} // namespace

BENCHMARK_MAIN();
