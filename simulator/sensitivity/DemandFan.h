// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan/Plan.h"

#include <cstddef>
#include <vector>

namespace wherewithal::simulator {

/// Demand of one workload month by month: base case and order statistics over the sampled paths of the
/// forecast. Arrivals a second in the busiest hour, or runs a month (batch scoring, training).
struct DemandFan
{
    bool isRun = false;
    std::vector<double> base; ///< [month]
    std::vector<double> p10;  ///< [month]; empty if nothing is uncertain
    std::vector<double> p50;
    std::vector<double> p90;

    bool operator==(const DemandFan&) const = default;
};

/// The forecast that costs and limits stand on, drawn `paths` times with the plan's seed. Empty for a
/// workload that the plan does not have.
[[nodiscard]] DemandFan demandFan(const model::Plan& plan, std::size_t workload, int paths);

} // namespace wherewithal::simulator
