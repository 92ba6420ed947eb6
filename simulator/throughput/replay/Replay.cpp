// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/throughput/replay/Replay.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <limits>

namespace wherewithal::simulator {

using model::ErrorCode;
using model::failure;
using model::Result;

namespace {

constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();

constexpr std::int64_t kMaxSequences = 2'000'000; // bounds the memory that settings can ask for

constexpr double kDefaultWatermarkFraction = 0.01; // as vLLM 0.x and Sarathi; vLLM V1 has none

Result<ReplaySettings> outOfRange(const char* where, double value, const char* expected)
{
    return failure(ErrorCode::OutOfRange,
                   where,
                   fmt::format("{} is {}, expected {}", where, value, expected),
                   "correct it in the run file or on the command line");
}

/// Linear between order statistics of a partly sorted vector; reorders it.
double quantile(std::vector<double>& values, double probability)
{
    const double position = probability * static_cast<double>(values.size() - 1);
    const auto index = static_cast<std::ptrdiff_t>(position);
    const auto lower = values.begin() + index;
    std::nth_element(values.begin(), lower, values.end());
    const double fraction = position - static_cast<double>(index);
    if (fraction == 0.0) {
        return *lower;
    }
    const double upper = *std::min_element(lower + 1, values.end());
    return *lower + fraction * (upper - *lower);
}

} // namespace

std::int64_t ReplaySettings::watermarkBlocks() const
{
    const double fallback = scheduler == model::BatchScheduler::V1 ? 0.0 : kDefaultWatermarkFraction;
    return static_cast<std::int64_t>(watermarkFraction.value_or(fallback) * static_cast<double>(kvBlocks));
}

Result<ReplaySettings> checkedReplaySettings(const ReplaySettings& settings)
{
    if (settings.kvBlocks < 1 || settings.kvBlocks > 4'000'000'000) {
        return outOfRange("kv_blocks", static_cast<double>(settings.kvBlocks), "1 to 4e9");
    }
    if (settings.blockSizeTokens < 1 || settings.blockSizeTokens > 65'536) {
        return outOfRange("block_size", settings.blockSizeTokens, "1 to 65536 tokens");
    }
    if (settings.pipelineStages < 1 || settings.pipelineStages > 1024) {
        return outOfRange("pipeline_stages", settings.pipelineStages, "1 to 1024");
    }
    if (settings.maxBatch < settings.pipelineStages || settings.maxBatch > 65'536) {
        return outOfRange("max_batch", settings.maxBatch, "at least one sequence per stage, at most 65536");
    }
    if (settings.maxBatchTokens < 1) {
        return outOfRange("max_tokens_in_batch", settings.maxBatchTokens, "at least 1");
    }
    if (settings.chunkTokens < 1) {
        return outOfRange("chunk_size", settings.chunkTokens, "at least 1");
    }
    const double watermark = settings.watermarkFraction.value_or(0.0);
    if (!(watermark >= 0.0 && watermark < 1.0)) {
        return outOfRange("watermark_blocks_fraction", watermark, "0 to below 1");
    }
    if (settings.replicas < 1 || settings.replicas > 10'000) {
        return outOfRange("replicas", settings.replicas, "1 to 10000");
    }
    if (std::int64_t{settings.replicas} * settings.maxBatch > kMaxSequences) {
        return outOfRange("replicas", settings.replicas, "no more than 2 million running sequences in all");
    }
    if (!(settings.cachedPrefixFraction >= 0.0 && settings.cachedPrefixFraction < 1.0)) {
        return outOfRange("cached_prefix_fraction", settings.cachedPrefixFraction, "0 to below 1");
    }
    for (const double overhead : {settings.stepOverheadSeconds, settings.sequenceOverheadSeconds}) {
        if (!(overhead >= 0.0 && overhead <= 10.0)) {
            return outOfRange("engine_profile", overhead, "0 to 10 seconds");
        }
    }
    return settings;
}

Distribution distributionOf(std::vector<double>& values)
{
    if (values.empty()) {
        return {.mean = kUnknown, .p50 = kUnknown, .p90 = kUnknown, .p95 = kUnknown, .p99 = kUnknown};
    }
    double sum = 0.0;
    for (const double value : values) {
        sum += value;
    }
    return {.mean = sum / static_cast<double>(values.size()),
            .p50 = quantile(values, 0.50),
            .p90 = quantile(values, 0.90),
            .p95 = quantile(values, 0.95),
            .p99 = quantile(values, 0.99)};
}

std::optional<ConfidenceInterval> quantileInterval(std::span<const double> values, double probability)
{
    constexpr std::size_t kBatches = 20;
    constexpr double kStudent95 = 2.093; // two-sided 95 %, 19 degrees of freedom
    constexpr std::size_t kLeastPerBatch = 20;
    const std::size_t size = values.size() / kBatches;
    if (size < kLeastPerBatch) {
        return std::nullopt;
    }
    double sum = 0.0;
    double squares = 0.0;
    for (std::size_t i = 0; i < kBatches; ++i) {
        const auto part = values.subspan(i * size, size);
        std::vector<double> batch(part.begin(), part.end());
        const double value = quantile(batch, probability);
        sum += value;
        squares += value * value;
    }
    const double mean = sum / kBatches;
    const double variance = std::max(0.0, (squares - sum * mean) / (kBatches - 1));
    std::vector<double> all(values.begin(), values.end());
    const double centre = quantile(all, probability);
    const double half = kStudent95 * std::sqrt(variance / kBatches);
    return ConfidenceInterval{.low = std::max(0.0, centre - half), .high = centre + half};
}

namespace detail {

ReplayLedger ledgerFor(std::span<const model::TraceRequest> requests, const ReplaySettings& settings)
{
    ReplayLedger ledger;
    ledger.requests = requests;
    ledger.sequences.reserve(requests.size());
    ledger.times.reserve(requests.size());
    // A lone sequence must be able to finish: its blocks, what an admission leaves free, and (except under
    // V1) the free block that every decode wants to see.
    const std::int64_t spare = std::max<std::int64_t>(
        settings.watermarkBlocks(), settings.scheduler == model::BatchScheduler::V1 ? 0 : 1);
    for (const model::TraceRequest& request : requests) {
        const std::int32_t total = request.prefillTokens + request.decodeTokens;
        const std::int64_t blocks = (total + settings.blockSizeTokens - 1) / settings.blockSizeTokens;
        ledger.sequences.push_back(
            {.prefill = request.prefillTokens, .processed = 0, .total = total, .blocks = 0});
        ledger.times.push_back({.schedulingDelaySeconds = kUnknown,
                                .firstTokenSeconds = kUnknown,
                                .endToEndSeconds = kUnknown,
                                .restarts = 0,
                                .isRefused = blocks + spare > settings.kvBlocks});
    }
    return ledger;
}

Result<void> checkedRequests(std::span<const model::TraceRequest> requests)
{
    if (requests.size() >= std::numeric_limits<std::uint32_t>::max()) {
        return failure(ErrorCode::TooLarge, "trace", "more than 4 billion requests");
    }
    double last = 0.0;
    for (std::size_t i = 0; i < requests.size(); ++i) {
        const model::TraceRequest& request = requests[i];
        const auto where = [i] {
            return fmt::format("requests[{}]", i);
        };
        if (!(request.arrivedAtSeconds >= last && request.arrivedAtSeconds <= model::kMaxTraceSeconds)) {
            return failure(ErrorCode::Inconsistent,
                           where(),
                           fmt::format("arrives at {} s, after one at {} s", request.arrivedAtSeconds, last),
                           "sort the requests by arrival, from 0 on");
        }
        if (request.prefillTokens < 1 || request.prefillTokens > model::kMaxTokensPerRequest
            || request.sharedPrefixTokens < 0 || request.decodeTokens < 0
            || request.decodeTokens > model::kMaxTokensPerRequest) {
            return failure(
                ErrorCode::OutOfRange,
                where(),
                fmt::format("{} prompt and {} answer tokens", request.prefillTokens, request.decodeTokens),
                "a prompt has at least one token");
        }
        last = request.arrivedAtSeconds;
    }
    return {};
}

double firstSliceSeconds(std::span<const model::TraceRequest> requests)
{
    const double last = requests.empty() ? 0.0 : requests.back().arrivedAtSeconds;
    return std::max(last, 1.0) / static_cast<double>(OccupancyRecorder::kSlices);
}

void addOccupancy(OccupancySeries& series, OccupancyRecorder recorder)
{
    while (recorder.sliceSeconds() < series.sliceSeconds) {
        recorder.widen();
    }
    series.kvBlocks.resize(OccupancyRecorder::kSlices, 0.0);
    series.queued.resize(OccupancyRecorder::kSlices, 0.0);
    series.running.resize(OccupancyRecorder::kSlices, 0.0);
    for (std::size_t i = 0; i < OccupancyRecorder::kSlices; ++i) {
        const OccupancyRecorder::Area& area = recorder.areas()[i];
        series.kvBlocks[i] += area.kvBlocks / series.sliceSeconds;
        series.queued[i] += area.queued / series.sliceSeconds;
        series.running[i] += area.running / series.sliceSeconds;
    }
}

ReplaySummary
summaryOf(const ReplayLedger& ledger, const ReplaySettings& settings, const ReplayTotals& totals)
{
    ReplaySummary summary{.requests = static_cast<std::int64_t>(ledger.requests.size()),
                          .restarts = totals.restarts,
                          .iterations = totals.iterations,
                          .emittedTokens = totals.emittedTokens,
                          .simulatedSeconds = totals.lastFinishSeconds,
                          .peakKvBlocks = totals.peakKvBlocks,
                          .kvBlocks = settings.kvBlocks};
    std::vector<double> first;
    std::vector<double> perToken;
    std::vector<double> endToEnd;
    for (auto* values : {&first, &perToken, &endToEnd}) {
        values->reserve(ledger.requests.size());
    }
    for (std::size_t i = 0; i < ledger.requests.size(); ++i) {
        const RequestTimes& times = ledger.times[i];
        if (times.isRefused) {
            ++summary.refused;
            continue;
        }
        const std::int32_t outputTokens = ledger.requests[i].decodeTokens;
        summary.outputTokens += outputTokens;
        summary.promptTokens += ledger.requests[i].prefillTokens;
        first.push_back(times.firstTokenSeconds);
        endToEnd.push_back(times.endToEndSeconds);
        perToken.push_back((times.endToEndSeconds - times.firstTokenSeconds) / std::max(1, outputTokens - 1));
    }
    summary.firstTokenSeconds = distributionOf(first);
    summary.perOutputTokenSeconds = distributionOf(perToken);
    summary.endToEndSeconds = distributionOf(endToEnd);
    if (const double seconds = totals.lastFinishSeconds; seconds > 0.0) {
        const double replicaSeconds = seconds * settings.replicas;
        summary.outputTokensPerSecond = static_cast<double>(summary.outputTokens) / seconds;
        summary.totalTokensPerSecond =
            static_cast<double>(summary.outputTokens + summary.promptTokens) / seconds;
        summary.requestsPerSecond = static_cast<double>(summary.requests - summary.refused) / seconds;
        summary.busyFraction = totals.busySeconds / replicaSeconds;
        summary.meanKvBlocks = totals.kvBlockSeconds / seconds;
        summary.meanQueued = totals.queuedSeconds / seconds;
        summary.meanRunning = totals.runningSeconds / seconds;
        for (std::size_t i = 0; i < kWaitCauseCount; ++i) {
            summary.waitFraction[i] = totals.waitSeconds[i] / replicaSeconds;
        }
    }
    return summary;
}

} // namespace detail

} // namespace wherewithal::simulator
