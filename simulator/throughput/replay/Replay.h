// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/Result.h"
#include "model/workload/RequestTrace.h"
#include "simulator/throughput/replay/ReplayOutcome.h"
#include "simulator/throughput/replay/ReplaySettings.h"
#include "simulator/throughput/replay/ReplicaEngine.h"
#include "simulator/throughput/replay/StepBatch.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <stop_token>
#include <vector>

namespace wherewithal::simulator {

/// How a long replay is watched and stopped.
struct ReplayControl
{
    std::stop_token stop;
    std::function<void(double fraction)> progress; ///< share of the arrivals so far; may be empty
};

namespace detail {

/// Every request unarrived, every time unknown; requests that can never fit are marked as refused.
[[nodiscard]] ReplayLedger ledgerFor(std::span<const model::TraceRequest> requests,
                                     const ReplaySettings& settings);

/// Refuses traces that are out of order or hold impossible numbers.
[[nodiscard]] model::Result<void> checkedRequests(std::span<const model::TraceRequest> requests);

/// What the replicas counted, added up.
struct ReplayTotals
{
    double kvBlockSeconds = 0.0;
    double queuedSeconds = 0.0;
    double runningSeconds = 0.0;
    double busySeconds = 0.0;
    std::array<double, kWaitCauseCount> waitSeconds{};
    std::int64_t iterations = 0;
    std::int64_t restarts = 0;
    std::int64_t emittedTokens = 0;
    std::int64_t peakKvBlocks = 0;
    double lastFinishSeconds = 0.0;
};

[[nodiscard]] ReplaySummary
summaryOf(const ReplayLedger& ledger, const ReplaySettings& settings, const ReplayTotals& totals);

void addOccupancy(OccupancySeries& series, OccupancyRecorder recorder);
[[nodiscard]] double firstSliceSeconds(std::span<const model::TraceRequest> requests);

template <StepTimer Timer>
std::size_t leastOutstanding(const std::vector<ReplicaEngine<Timer>>& replicas)
{
    std::size_t best = 0;
    for (std::size_t i = 1; i < replicas.size(); ++i) {
        if (replicas[i].outstanding() < replicas[best].outstanding()) {
            best = i;
        }
    }
    return best;
}

template <StepTimer Timer>
[[nodiscard]] ReplaySummary summarised(const ReplayLedger& ledger,
                                       const ReplaySettings& settings,
                                       const std::vector<ReplicaEngine<Timer>>& replicas)
{
    ReplayTotals totals;
    double sliceSeconds = 0.0;
    for (const auto& replica : replicas) {
        const auto& own = replica.totals();
        totals.kvBlockSeconds += own.kvBlockSeconds;
        totals.queuedSeconds += own.queuedSeconds;
        totals.runningSeconds += own.runningSeconds;
        totals.busySeconds += own.busySeconds;
        for (std::size_t i = 0; i < kWaitCauseCount; ++i) {
            totals.waitSeconds[i] += own.waitSeconds[i];
        }
        totals.iterations += own.iterations;
        totals.restarts += own.restarts;
        totals.emittedTokens += own.emittedTokens;
        totals.peakKvBlocks = std::max(totals.peakKvBlocks, own.peakKvBlocks);
        totals.lastFinishSeconds = std::max(totals.lastFinishSeconds, own.lastFinishSeconds);
        sliceSeconds = std::max(sliceSeconds, replica.recorder().sliceSeconds());
    }
    ReplaySummary summary = summaryOf(ledger, settings, totals);
    summary.occupancy.sliceSeconds = sliceSeconds;
    for (const auto& replica : replicas) {
        addOccupancy(summary.occupancy, replica.recorder());
    }
    return summary;
}

} // namespace detail

/// Replays requests, in order of arrival, through one or more replicas of a serving engine.
///
/// Discrete events: the end of an iteration and the arrival of a request. Pure: the same input gives the same
/// bits.
template <StepTimer Timer>
[[nodiscard]] model::Result<ReplayOutcome> replay(std::span<const model::TraceRequest> requests,
                                                  const ReplaySettings& settings,
                                                  const Timer& timer,
                                                  const ReplayControl& control = {})
{
    if (auto checked = checkedReplaySettings(settings); !checked) {
        return model::failure(checked.error());
    }
    if (auto checked = detail::checkedRequests(requests); !checked) {
        return model::failure(checked.error());
    }
    ReplayLedger ledger = detail::ledgerFor(requests, settings);
    const double slice = detail::firstSliceSeconds(requests);
    std::vector<ReplicaEngine<Timer>> replicas;
    replicas.reserve(static_cast<std::size_t>(settings.replicas));
    for (std::int32_t i = 0; i < settings.replicas; ++i) {
        replicas.emplace_back(settings, timer, ledger, slice);
    }
    constexpr std::size_t kRequestsPerCheck = 1024;
    std::size_t turn = 0;
    for (std::size_t i = 0; i < requests.size(); ++i) {
        if (i % kRequestsPerCheck == 0) {
            if (control.stop.stop_requested()) {
                return model::failure(model::ErrorCode::Cancelled, "replay", "the replay was cancelled");
            }
            if (control.progress) {
                control.progress(static_cast<double>(i) / static_cast<double>(requests.size()));
            }
        }
        if (ledger.times[i].isRefused) {
            continue;
        }
        std::size_t target = turn;
        if (settings.router == ReplayRouter::LeastOutstanding) {
            for (auto& replica : replicas) {
                replica.advanceTo(requests[i].arrivedAtSeconds);
            }
            target = detail::leastOutstanding(replicas);
        } else {
            replicas[target].advanceTo(requests[i].arrivedAtSeconds);
            turn = (turn + 1) % replicas.size();
        }
        replicas[target].enqueue(static_cast<std::uint32_t>(i));
    }
    for (auto& replica : replicas) {
        replica.advanceTo(std::numeric_limits<double>::infinity());
        if (replica.outstanding() != 0) {
            return model::failure(model::ErrorCode::Internal, "replay", "requests were left unfinished");
        }
    }
    ReplaySummary summary = detail::summarised(ledger, settings, replicas);
    return ReplayOutcome{.requests = std::move(ledger.times), .summary = std::move(summary)};
}

} // namespace wherewithal::simulator
