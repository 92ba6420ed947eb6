// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/units/Quantity.h"
#include "providers/store/CatalogueStore.h"
#include "providers/store/EmbeddedCatalogue.h"
#include "simulator/compare/Compare.h"

#include <benchmark/benchmark.h>
#include <cstdio>
#include <cstdlib>

/// The live bars of the design: a plan of 200 options over 60 months, from the shipped catalogue.
namespace {

using namespace wherewithal;

model::Plan bigPlan()
{
    model::Plan plan;
    plan.name = "200 options, 60 months";
    plan.horizonMonths = 60;
    model::InferenceCost cost{.modelName = "ResNet-50", .modelClass = "cnn"};
    cost.flops = 8.2e9;
    cost.memoryTrafficBytes = 9e7;
    cost.modelBytes = 1.02e8;
    model::Workload workload{
        .id = model::WorkloadId{"vision"}, .name = "Vision", .detail = model::Inference{.cost = cost}};
    workload.demand.peakPerSecond = model::Range::triangular(150, 200, 320);
    workload.demand.profile = *model::namedProfile("evening");
    workload.demand.growth = {.kind = model::Growth::Kind::Exponential,
                              .perYear = model::Range::triangular(0.1, 0.3, 0.6)};
    workload.objectives.latencyP95Seconds = 0.5;
    workload.bytesOutPerRequest = 1000.0;
    plan.workloads = {workload};
    model::CandidateQuery query;
    query.continents = {"Europe"};
    query.minVcpus = 8;
    query.maxVcpus = 64;
    query.perProvider = 100;
    query.maxOptions = 200;
    plan.queries = {query};
    return plan;
}

struct Fixture
{
    model::Plan plan = bigPlan();
    model::CatalogueSlice slice;

    Fixture()
    {
        const auto store = providers::CatalogueStore::openImage(providers::embeddedCatalogueImage());
        auto answered =
            store ? store->slice(plan) : model::Result<model::CatalogueSlice>(model::failure(store.error()));
        if (!answered) {
            std::fprintf(stderr, "%s\n", model::text(answered.error()).c_str());
            std::exit(1);
        }
        slice = std::move(*answered);
        // As a user's plan stands after the first run: the options are named, the query is gone.
        const auto first = simulator::compare(plan, slice, {.paths = 0});
        plan.queries.clear();
        for (const simulator::OptionResult& option : first->options) {
            plan.candidates.push_back({.kind = option.spec.kind,
                                       .provider = option.spec.provider,
                                       .region = option.spec.region,
                                       .machine = option.spec.machine,
                                       .purchase = option.spec.purchase,
                                       .termMonths = option.spec.termMonths,
                                       .payment = option.spec.payment});
        }
    }
};

const Fixture& fixture()
{
    static const Fixture kFixture;
    return kFixture;
}

void run(benchmark::State& state, const simulator::CompareSettings& settings)
{
    std::size_t options = 0;
    for (auto _ : state) {
        const auto comparison = simulator::compare(fixture().plan, fixture().slice, settings);
        options = comparison->options.size();
        benchmark::DoNotOptimize(options);
    }
    state.counters["options"] = static_cast<double>(options);
    state.counters["months"] = fixture().plan.horizonMonths;
}

void baseCase(benchmark::State& state)
{
    run(state, {.paths = 0});
}

void pathsForVisibleRows(benchmark::State& state)
{
    simulator::CompareSettings settings{.paths = 1024};
    for (std::size_t i = 0; i < 20; ++i) {
        settings.onlyOptions.emplace_back(1, static_cast<char>('A' + i));
    }
    run(state, settings);
}

void pathsForAll(benchmark::State& state)
{
    run(state, {.paths = 1024});
}

BENCHMARK(baseCase)->Unit(benchmark::kMillisecond);
BENCHMARK(pathsForVisibleRows)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(pathsForAll)->Unit(benchmark::kMillisecond)->UseRealTime();

} // namespace

BENCHMARK_MAIN();
