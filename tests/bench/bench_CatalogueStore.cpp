// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/units/Quantity.h"
#include "providers/store/EmbeddedCatalogue.h"

#include <benchmark/benchmark.h>
#include <filesystem>
#include <fmt/format.h>

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

/// Rows as an EC2 offer file has them: many SKUs, few different words.
void importRows(benchmark::State& state)
{
    const auto file = std::filesystem::temp_directory_path() / "bench-catalogue.sqlite";
    const auto rows = static_cast<int>(state.range(0));
    for (auto _ : state) {
        for (const char* suffix : {"", "-wal", "-shm"}) {
            std::filesystem::remove(file.string() + suffix);
        }
        auto store = providers::openCatalogue(file);
        auto import = store->beginImport({.name = "sheet", .provider = "aws"});
        providers::PriceRow row;
        row.provider = "aws";
        row.service = "AmazonEC2";
        row.region = "us-east-1";
        row.effectiveFrom = "2026-11-01";
        for (int i = 0; i < rows; ++i) {
            row.sku = fmt::format("SKU{:010}", i / 13);
            row.rate = fmt::format("TERM{}", i % 13);
            row.machine = fmt::format("m{}.large", i / 13 % 900);
            row.amount = model::Decimal(960 + i % 100, -4);
            if (!import->add(row)) {
                state.SkipWithError("a row was refused");
            }
        }
        benchmark::DoNotOptimize(import->commit());
    }
    state.SetItemsProcessed(state.iterations() * rows);
}
BENCHMARK(importRows)->Arg(200'000)->Unit(benchmark::kMillisecond)->Iterations(2);

} // namespace

BENCHMARK_MAIN();
