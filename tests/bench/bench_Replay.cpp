// SPDX-License-Identifier: GPL-3.0-or-later
// Replay speed over the reference runs and the Azure conversation trace (data beside the project; rows are
// left out where it is absent). `requests/s` counts requests per second of wall time, the simulation and its
// summary alone.
#include "providers/import/traces/TextRows.h"
#include "providers/json/AtomicFile.h"
#include "simulator/throughput/replay/Arrivals.h"
#include "simulator/throughput/replay/Replay.h"
#include "simulator/throughput/replay/Saturation.h"
#include "tests/simulator/throughput/replay/ReferenceRuns.h"

#include <benchmark/benchmark.h>
#include <fmt/format.h>
#include <map>
#include <memory>
#include <string>
#include <sys/resource.h>
#include <vector>

using namespace wherewithal;
using namespace wherewithal::simulator;

namespace {

/// Requests per second of wall time of the reference simulator, from its own results; by run.
std::map<std::string, double> referenceSpeeds()
{
    std::map<std::string, double> speeds;
    const std::string text =
        providers::readWhole(tests::sharedData() / "llm-reference" / "vidur-results.csv", 1U << 20U)
            .value_or("");
    providers::LineReader lines(text);
    std::vector<std::string_view> header;
    std::vector<std::string_view> cells;
    providers::splitCells(lines.next().value_or(""), header);
    const auto speed = providers::columnOf(header, {"requests_per_wall_s"});
    while (const auto line = speed ? lines.next() : std::nullopt) {
        providers::splitCells(*line, cells);
        speeds[std::string(cells[0])] = providers::parseNumber<double>(cells.at(*speed)).value_or(0.0);
    }
    return speeds;
}

void reportSpeed(benchmark::State& state, std::size_t requests, double reference)
{
    const double replayed = static_cast<double>(requests) * static_cast<double>(state.iterations());
    state.counters["requests/s"] = benchmark::Counter(replayed, benchmark::Counter::kIsRate);
    if (reference > 0.0) {
        state.counters["x reference"] = benchmark::Counter(replayed / reference, benchmark::Counter::kIsRate);
    }
}

void replayRun(benchmark::State& state, const tests::LoadedRun& run, double reference)
{
    for (auto _ : state) {
        auto outcome =
            replay(std::span<const model::TraceRequest>(run.trace.requests), run.settings, run.timer);
        benchmark::DoNotOptimize(outcome);
    }
    reportSpeed(state, run.trace.requests.size(), reference);
}

void sweepRun(benchmark::State& state, const tests::LoadedRun& run)
{
    std::vector<ReplaySettings> settings;
    for (int i = 0; i < 200; ++i) {
        settings.push_back(run.settings);
        settings.back().maxBatch = 32 + 2 * (i % 50);
        settings.back().scheduler = static_cast<model::BatchScheduler>(i % 3);
        settings.back().chunkTokens = 512 + 512 * (i % 4);
    }
    for (auto _ : state) {
        auto results =
            replaySweep(std::span<const model::TraceRequest>(run.trace.requests), settings, run.timer, 2);
        benchmark::DoNotOptimize(results);
    }
    reportSpeed(state, run.trace.requests.size() * settings.size(), 0.0);
}

void searchRate(benchmark::State& state, const tests::LoadedRun& run)
{
    for (auto _ : state) {
        auto rate = sustainedRate(std::span<const model::TraceRequest>(run.trace.requests),
                                  run.settings,
                                  run.timer,
                                  LatencyObjective{.firstTokenP95Seconds = 0.5});
        benchmark::DoNotOptimize(rate);
    }
}

void drawArrivals(benchmark::State& state)
{
    for (auto _ : state) {
        auto times =
            arrivalTimes({.perSecond = 5.0, .burstiness = state.range(0) == 0 ? 1.0 : 4.0}, 100'000, 1);
        benchmark::DoNotOptimize(times);
    }
    state.SetItemsProcessed(state.iterations() * 100'000);
}
BENCHMARK(drawArrivals)->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);

void registerRuns()
{
    const auto speeds = referenceSpeeds();
    for (const auto& file : tests::referenceRunFiles()) {
        auto loaded = tests::loadRun(file);
        if (!loaded) {
            continue;
        }
        const auto run = std::make_shared<const tests::LoadedRun>(*std::move(loaded));
        const auto found = speeds.find(run->name);
        const double reference = found == speeds.end() ? 0.0 : found->second;
        benchmark::RegisterBenchmark(
            ("reference/" + run->name).c_str(),
            [run, reference](benchmark::State& state) { replayRun(state, *run, reference); })
            ->Unit(benchmark::kMillisecond);
    }
}

void registerAzure()
{
    auto base =
        tests::loadRun(tests::sharedData() / "llm-reference/runs/l3_8b_a100_tp1_vllm_conv4.config.json");
    auto trace = providers::loadRequestTrace(tests::sharedData() / "traces/azure-llm-2023-conv.csv");
    if (!base || !trace) {
        return;
    }
    base->trace = std::move(trace->trace);
    for (const auto& [name, scheduler, chunk] :
         {std::tuple{"prefill-first", model::BatchScheduler::PrefillFirst, 512},
          std::tuple{"sarathi", model::BatchScheduler::Sarathi, 512},
          std::tuple{"v1", model::BatchScheduler::V1, 2048}}) {
        auto run = std::make_shared<tests::LoadedRun>(*base);
        run->settings.scheduler = scheduler;
        run->settings.chunkTokens = chunk;
        benchmark::RegisterBenchmark((std::string("azure/") + name).c_str(), [run](benchmark::State& state) {
            replayRun(state, *run, 0.0);
        })->Unit(benchmark::kMillisecond);
    }
    const auto run = std::make_shared<const tests::LoadedRun>(*std::move(base));
    benchmark::RegisterBenchmark("azure/sweep of 200 configurations, 2 threads",
                                 [run](benchmark::State& state) { sweepRun(state, *run); })
        ->Unit(benchmark::kMillisecond)
        ->UseRealTime();
    benchmark::RegisterBenchmark("azure/largest rate within TTFT p95 0.5 s", [run](benchmark::State& state) {
        searchRate(state, *run);
    })->Unit(benchmark::kMillisecond);
}

} // namespace

int main(int argc, char** argv)
{
    registerRuns();
    registerAzure();
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    fmt::print("peak memory {} MiB\n", usage.ru_maxrss / 1024);
    return 0;
}
