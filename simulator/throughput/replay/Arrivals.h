// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/Result.h"
#include "model/workload/Demand.h"
#include "model/workload/RequestTrace.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace wherewithal::simulator {

/// How requests arrive, if no trace says so.
struct ArrivalProcess
{
    double perSecond = 1.0;     ///< rate, > 0; with a profile the rate of its busiest hour
    double burstiness = 1.0;    ///< squared coefficient of variation of the gaps: 1 Poisson, else Gamma; > 0
    model::WeekProfile profile; ///< relative rate by hour of the week; flat by default
    int startHour = 0;          ///< hour of the week at second 0, 0..167

    bool operator==(const ArrivalProcess&) const = default;
};

/// The demand of a plan in its first month, at the medians of its ranges.
[[nodiscard]] ArrivalProcess arrivalProcessOf(const model::Demand& demand);

/// Arrival times of the first `count` requests, in order.
///
/// Gaps are drawn by inverse distribution function from the stream (seed, "arrivals", 0), in units of the
/// mean gap; a profile stretches them by its rate (time change of a renewal process). So with a flat profile
/// the same seed at twice the rate gives the same arrivals at half the time.
[[nodiscard]] model::Result<std::vector<double>>
arrivalTimes(const ArrivalProcess& process, std::size_t count, std::uint64_t seed);

/// Requests with drawn arrivals; lengths in the order of the list, again from its start when it ends.
[[nodiscard]] model::Result<std::vector<model::TraceRequest>>
requestsInOrder(const ArrivalProcess& process,
                std::span<const model::TraceRequest> lengths,
                std::size_t count,
                std::uint64_t seed);

/// Requests with drawn arrivals; lengths drawn from the list with replacement, stream (seed, "lengths", 0).
[[nodiscard]] model::Result<std::vector<model::TraceRequest>>
requestsDrawn(const ArrivalProcess& process,
              std::span<const model::TraceRequest> lengths,
              std::size_t count,
              std::uint64_t seed);

/// The same requests, arriving `factor` times as fast; factor > 0.
[[nodiscard]] std::vector<model::TraceRequest> atRateFactor(std::span<const model::TraceRequest> requests,
                                                            double factor);

/// Requests per second between the first and the last arrival; infinite if all arrive at once, 0 for less
/// than two.
[[nodiscard]] double offeredPerSecond(std::span<const model::TraceRequest> requests);

} // namespace wherewithal::simulator
