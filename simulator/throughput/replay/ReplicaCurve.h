// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/Result.h"
#include "model/plan/Assumptions.h"
#include "model/workload/RequestTrace.h"
#include "model/workload/Workload.h"
#include "simulator/throughput/Capacity.h"
#include "simulator/throughput/replay/Replay.h"
#include "simulator/throughput/replay/Saturation.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

/// Latency of one replica against its load, from the replay: what the chart of a workload shows.
namespace wherewithal::simulator {

struct ReplicaCurvePoint
{
    double utilisation = 0.0;       ///< offered / stable rate
    double requestsPerSecond = 0.0; ///< offered
    LoadState state{};
    double endToEndP50Seconds = 0.0;
    double endToEndP95Seconds = 0.0;
    double firstTokenP95Seconds = 0.0;
    double perTokenP50Seconds = 0.0;
    double perTokenP95Seconds = 0.0;
    double tokensPerSecond = 0.0; ///< of all answers together

    bool operator==(const ReplicaCurvePoint&) const = default;
};

struct ReplicaCurve
{
    std::vector<ReplicaCurvePoint> points;    ///< by rate, up to 95 % of the stable one
    double stablePerSecond = 0.0;             ///< where the queue stops being finite
    std::optional<double> sustainedPerSecond; ///< largest rate within the objectives; absent: none is
    std::string binding;   ///< the objective that the next higher rate breaks, or "stability"
    double errorLow = 1.0; ///< 80 % interval of the prediction as factors on a rate
    double errorHigh = 1.0;
    int devices = 0;
    std::size_t requests = 0; ///< replayed at each point
    bool isTrace = false;

    bool operator==(const ReplicaCurve&) const = default;
};

/// The objectives of a workload as the replay asks for them.
[[nodiscard]] LatencyObjective latencyObjectiveOf(const model::Objectives& objectives);

/// Lengths of requests that follow the ranges of the workload: `count` strata of each, input and output
/// paired by a fixed permutation, so that they are independent of each other.
[[nodiscard]] std::vector<model::TraceRequest> requestLengths(const model::LlmServing& serving,
                                                              std::size_t count);

/// Replays the workload's requests on one replica at shares of the stable rate.
///
/// Without a trace, lengths follow the ranges of the workload and arrivals its burstiness; a trace brings its
/// own lengths and order of arrival and is sped up or slowed down as a whole (lengths without times get drawn
/// arrivals).
///
/// @param tensorParallel  devices of the replica, as in LlmPlacement
/// @param control         stop gives Cancelled; progress runs from 0 to 1
/// @return                WrongType for a workload that is no language model, and the errors of
/// rooflineReplay()
[[nodiscard]] model::Result<ReplicaCurve> replicaCurve(const model::Workload& workload,
                                                       const HostShape& host,
                                                       int tensorParallel,
                                                       const model::Assumptions& assumptions,
                                                       const model::RequestTrace& trace,
                                                       std::uint64_t seed,
                                                       const ReplayControl& control = {});

} // namespace wherewithal::simulator
