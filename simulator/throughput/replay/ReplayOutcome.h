// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace wherewithal::simulator {

/// What happened to one request; seconds since its arrival. NaN if it was refused.
struct RequestTimes
{
    double schedulingDelaySeconds = 0.0; ///< first time in a batch
    double firstTokenSeconds = 0.0;      ///< TTFT
    double endToEndSeconds = 0.0;
    std::int32_t restarts = 0;
    bool isRefused = false; ///< can never fit into the key-value blocks

    bool operator==(const RequestTimes&) const = default;
};

/// Mean and percentiles; percentiles interpolate linearly between order statistics (n - 1). NaN without
/// samples.
struct Distribution
{
    double mean = 0.0;
    double p50 = 0.0;
    double p90 = 0.0;
    double p95 = 0.0;
    double p99 = 0.0;

    bool operator==(const Distribution&) const = default;
};

/// What the head of the queue waits for.
enum class WaitCause
{
    Step,       ///< the running iteration: the plain time of a step
    KvBlocks,   ///< no key-value blocks left
    BatchSlots, ///< maxBatch sequences are running
    TokenBudget ///< the iteration holds as many tokens as it may
};
inline constexpr std::size_t kWaitCauseCount = 4;
inline constexpr std::array<std::string_view, kWaitCauseCount> kWaitCauseNames{
    "step", "kv-blocks", "batch-slots", "token-budget"};

/// Averages over equal slices of the simulated time.
struct OccupancySeries
{
    double sliceSeconds = 0.0;
    std::vector<double> kvBlocks; ///< in use, all replicas
    std::vector<double> queued;   ///< requests waiting, all replicas
    std::vector<double> running;  ///< sequences that hold blocks, all replicas

    bool operator==(const OccupancySeries&) const = default;
};

struct ReplaySummary
{
    std::int64_t requests = 0; ///< in the trace
    std::int64_t refused = 0;
    std::int64_t restarts = 0;
    std::int64_t iterations = 0;
    std::int64_t outputTokens = 0;
    std::int64_t promptTokens = 0;
    std::int64_t emittedTokens = 0; ///< answer tokens as they appeared; a request of none emits one
    double simulatedSeconds = 0.0;  ///< from time 0 of the trace to the last answer
    Distribution firstTokenSeconds;
    Distribution perOutputTokenSeconds; ///< (end to end - TTFT) / max(1, output tokens - 1)
    Distribution endToEndSeconds;
    double outputTokensPerSecond = 0.0;
    double totalTokensPerSecond = 0.0;
    double requestsPerSecond = 0.0;
    double busyFraction = 0.0; ///< time of the first stage, mean over replicas
    double meanKvBlocks = 0.0; ///< all replicas
    double meanQueued = 0.0;
    double meanRunning = 0.0;
    std::int64_t peakKvBlocks = 0; ///< of one replica
    std::int64_t kvBlocks = 0;     ///< of one replica
    /// Share of time with a waiting request, by what it waited for; mean over replicas.
    std::array<double, kWaitCauseCount> waitFraction{};
    OccupancySeries occupancy;

    bool operator==(const ReplaySummary&) const = default;
};

struct ReplayOutcome
{
    std::vector<RequestTimes> requests; ///< in the order of the trace
    ReplaySummary summary;

    bool operator==(const ReplayOutcome&) const = default;
};

/// Mean and percentiles of the values; reorders them. NaN without values.
[[nodiscard]] Distribution distributionOf(std::vector<double>& values);

struct ConfidenceInterval
{
    double low = 0.0;
    double high = 0.0;

    bool operator==(const ConfidenceInterval&) const = default;
};

/// 95 % interval of a percentile of values in order of arrival, which are not independent: spread of the
/// percentile over 20 equal, successive batches (batch means, Student's t with 19 degrees of freedom).
/// Nothing for less than 400 values.
[[nodiscard]] std::optional<ConfidenceInterval> quantileInterval(std::span<const double> values,
                                                                 double probability);

} // namespace wherewithal::simulator
