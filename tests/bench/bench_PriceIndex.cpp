// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/store/PriceIndex.h"

#include <algorithm>
#include <array>
#include <benchmark/benchmark.h>
#include <chrono>
#include <fmt/format.h>
#include <random>

using namespace wherewithal;
using namespace wherewithal::providers;

namespace {

constexpr std::size_t kRows = 10'000'000;

/// Invented prices in the proportions of real sheets: 4,000 machines of 12 providers in up to 36 regions, 17
/// ways of buying under six systems and two tenancies, some with a history.
std::shared_ptr<const PriceIndex> generatedIndex()
{
    constexpr std::uint32_t kProducts = 4000;
    constexpr std::uint32_t kPlaces = 36;
    constexpr std::uint32_t kWays = 17 * 6 * 2;
    PriceIndex::Builder builder;
    for (std::uint32_t i = 0; i < kProducts; ++i) {
        const bool hasDevice = i % 9 == 0;
        static_cast<void>(builder.addProduct(
            {.provider = fmt::format("provider{}", i % 12),
             .providerName = fmt::format("Provider {}", i % 12),
             .service = "compute",
             .machine = fmt::format("m{}.{}xlarge", i / 24, 1U << (i % 7)),
             .family = fmt::format("m{}", i / 24),
             .vcpus = 4.0 * (1U << (i % 7)),
             .memoryGib = 16.0 * (1U << (i % 7)),
             .accelerator = hasDevice ? fmt::format("Device H{}", i % 5 * 100) : std::string(),
             .acceleratorCount = hasDevice ? 1 << (i % 4) : 0,
             .acceleratorMemoryGib = hasDevice ? std::optional(16.0 * (1 + i % 6)) : std::nullopt}));
    }
    for (std::uint32_t i = 0; i < kPlaces; ++i) {
        static_cast<void>(
            builder.addPlace({.region = fmt::format("region-{}", i), .name = fmt::format("Place {}", i)}));
    }
    for (std::uint32_t i = 0; i < kWays; ++i) {
        WayFacts facts;
        facts.purchase = static_cast<model::Purchase>(i % 17 % 5);
        facts.termMonths = i % 17 % 5 < 2 ? 0 : static_cast<int>(i % 17);
        facts.os = i / 17 % 6 == 0 ? "linux" : fmt::format("system{}", i / 17 % 6);
        facts.tenancy = i / 102 == 0 ? "shared" : "dedicated";
        facts.isMachinePrice = true;
        facts.unit = "hour";
        facts.currency = "USD";
        facts.sheet = "generated";
        static_cast<void>(builder.addWay(facts));
    }
    std::minstd_rand random(1);
    builder.reserve(kRows);
    for (std::size_t i = 0; i < kRows; ++i) {
        PriceIndex::Entry entry;
        entry.product = static_cast<std::uint32_t>(random() % kProducts);
        entry.place = static_cast<std::uint32_t>(random() % kPlaces);
        entry.way = static_cast<std::uint32_t>(random() % kWays);
        entry.price = static_cast<float>(random() % 1'000'000) / 10'000.0F;
        entry.from = static_cast<std::uint16_t>(20'000 + random() % 700);
        constexpr std::size_t kOffersOfOneSku = 10;
        entry.sku = builder.addSku(fmt::format("S{:015}", i / kOffersOfOneSku));
        entry.reference = static_cast<std::uint32_t>(i);
        builder.add(entry);
    }
    return std::move(builder).build();
}

const PriceIndex& index()
{
    static const auto built = generatedIndex();
    return *built;
}

PriceQuery queryOf(int kind)
{
    PriceQuery query;
    query.includesSuperseded = true; // all ten million can match
    switch (kind) {
    case 0: // everything, in the usual order
        break;
    case 1: // everything by price
        query.sort = {{.column = PriceColumn::Price}};
        break;
    case 2: // words in all three tables
        query.words = "h100 region-3 spot, m7 reserved, h400";
        query.sort = {{.column = PriceColumn::Price}};
        break;
    case 3: // the design's filters: accelerator machines, memory, price of one device or unknown, a day
        query.kind = PriceKind::AcceleratorMachine;
        query.acceleratorMemoryGib.least = 40.0;
        query.priceEach.most = 15.0;
        query.priceEach.includesUnknown = true;
        query.asOf = "2026-01-22";
        query.includesSuperseded = false;
        query.sort = {{.column = PriceColumn::PriceEach}};
        break;
    case 4: // a bound on the price that half of all rows meet, by day, newest first
        query.price.most = 50.0;
        query.sort = {{.column = PriceColumn::Effective, .isDescending = true}};
        break;
    case 5: // what holds now, by system
        query.includesSuperseded = false;
        query.sort = {{.column = PriceColumn::OperatingSystem}};
        break;
    case 6: // one machine
        query.words = "\"m7.8xlarge\"";
        query.sort = {{.column = PriceColumn::Price}};
        break;
    case 7: // what held on a day
        query.asOf = "2026-01-22";
        query.includesSuperseded = false;
        break;
    case 8: // two ways of buying in some regions, under one system
        query.purchases = {model::Purchase::OnDemand, model::Purchase::Reserved};
        query.regions = {"region-1", "region-2", "region-5", "region-8", "region-13", "region-21"};
        query.systems = {"linux"};
        break;
    case 9: // machines of a size within a price for one device, or unknown
        query.vcpus.least = 8.0;
        query.memoryGib.most = 256.0;
        query.priceEach.most = 30.0;
        query.priceEach.includesUnknown = true;
        break;
    default: // the beginning of a SKU that a thousand SKUs share
        query.words = "s000000000123";
    }
    return query;
}
constexpr int kQueries = 11;

/// What happens after each key typed: filter, count, and the first page.
void findAndShow(benchmark::State& state)
{
    const PriceQuery query = queryOf(static_cast<int>(state.range(0)));
    static_cast<void>(index());
    std::size_t count = 0;
    for (auto _ : state) {
        const PriceMatches matches = index().find(query);
        benchmark::DoNotOptimize(index().window(matches, 0, 50));
        count = matches.count();
    }
    state.counters["matches"] = static_cast<double>(count);
    state.counters["bytes_per_row"] = static_cast<double>(index().memoryBytes()) / static_cast<double>(kRows);
}
BENCHMARK(findAndShow)
    ->DenseRange(0, kQueries - 1)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime()
    ->MeasureProcessCPUTime();

/// What happens when the middle of the list is scrolled to.
void showTheMiddle(benchmark::State& state)
{
    const PriceMatches matches = index().find(queryOf(static_cast<int>(state.range(0))));
    for (auto _ : state) {
        benchmark::DoNotOptimize(index().window(matches, matches.count() / 2, 50));
    }
}
BENCHMARK(showTheMiddle)
    ->DenseRange(0, kQueries - 1)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime()
    ->MeasureProcessCPUTime();

/// Every query in the order of every column, up and down, alone and with the price as second key: found, and
/// a page shown at the beginning, in the middle and at the end. The counters tell the slowest, each the
/// median of three, on the clock.
void everyFilterAndOrder(benchmark::State& state)
{
    const auto milliseconds = [](auto&& work) {
        std::array<double, 3> times{};
        for (double& time : times) {
            const auto begin = std::chrono::steady_clock::now();
            work();
            time =
                std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
        }
        std::ranges::sort(times);
        return times[1];
    };
    static_cast<void>(index());
    for (auto _ : state) {
        double slowest = 0.0;
        double slowestScroll = 0.0;
        std::size_t asked = 0;
        std::string which;
        for (int kind = 0; kind < kQueries; ++kind) {
            for (int order = 0; order < 4 * (static_cast<int>(PriceColumn::Sheet) + 1); ++order) {
                PriceQuery query = queryOf(kind);
                query.sort = {
                    {.column = static_cast<PriceColumn>(order / 4), .isDescending = order % 2 == 1}};
                if (order / 2 % 2 == 1) {
                    query.sort.push_back({.column = PriceColumn::Price});
                }
                PriceMatches matches;
                const double found = milliseconds([&] {
                    matches = index().find(query);
                    benchmark::DoNotOptimize(index().window(matches, 0, 50));
                });
                for (const std::size_t offset :
                     {matches.count() / 2, matches.count() - std::min<std::size_t>(matches.count(), 50)}) {
                    slowestScroll = std::max(
                        slowestScroll,
                        milliseconds([&] { benchmark::DoNotOptimize(index().window(matches, offset, 50)); }));
                }
                ++asked;
                if (found > slowest) {
                    slowest = found;
                    which = fmt::format("slowest: filter {} by column {}{}{}",
                                        kind,
                                        order / 4,
                                        order % 2 == 1 ? ", falling" : "",
                                        order / 2 % 2 == 1 ? ", then price" : "");
                }
            }
        }
        state.counters["queries"] = static_cast<double>(asked);
        state.counters["slowest_ms"] = slowest;
        state.counters["slowest_scroll_ms"] = slowestScroll;
        state.SetLabel(which);
    }
}
BENCHMARK(everyFilterAndOrder)->Unit(benchmark::kMillisecond)->Iterations(1)->UseRealTime();

void build(benchmark::State& state)
{
    for (auto _ : state) {
        benchmark::DoNotOptimize(generatedIndex());
    }
}
BENCHMARK(build)->Unit(benchmark::kMillisecond)->Iterations(1)->UseRealTime();

} // namespace

BENCHMARK_MAIN();
