// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/cost/Ledger.h"

#include <limits>
#include <vector>

/// What a workload gets on an option: formulas shared by sizeWorkloads(), explainFigure() and the sampled
/// paths.
namespace wherewithal::simulator {

/// A limit with the demand at which it is hit.
struct SizedLimit
{
    Limit limit;
    /// Peak arrivals/s (runs a month for batch and training) above which the limit is exceeded.
    double criticalDemand = std::numeric_limits<double>::infinity();
};

/// Limits of a workload, unsorted, without dates. Empty for an unknown pool.
[[nodiscard]] std::vector<SizedLimit>
limitsOf(const OptionModel& option, const Forecast<double>& base, std::size_t workload);

/// Rate that the pool of the first month sustains within the objectives, spare replicas down.
template <model::Number N>
[[nodiscard]] N sustainedNow(const OptionModel& option,
                             const WorkloadForecast<N>& workload,
                             const ReplicaCapacity<N>& capacity,
                             std::size_t index,
                             double hours);

/// 95th percentile of the response at the first month's peak.
template <model::Number N>
[[nodiscard]] N responseQuantileNow(const OptionModel& option,
                                    const WorkloadForecast<N>& workload,
                                    const ReplicaCapacity<N>& capacity,
                                    std::size_t index,
                                    double p);

/// Share of the option's present value that a workload bears: by machine-hours, or by tokens.
[[nodiscard]] double costShare(const OptionModel& option, const Forecast<double>& base, std::size_t workload);

/// Present value of cost over present value of work.
template <model::Number N>
[[nodiscard]] N unitCostOf(const OptionModel& option,
                           const Forecast<N>& asked,
                           const N& presentValue,
                           double share,
                           std::size_t index);

/// "USD/million tokens" and the like.
[[nodiscard]] std::string unitCostUnit(const OptionModel& option, std::size_t workload);

} // namespace wherewithal::simulator
