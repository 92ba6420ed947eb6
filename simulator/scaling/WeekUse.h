// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/workload/Demand.h"

#include <array>

namespace wherewithal::simulator {

/// How hard a pool works over the hours of a week.
struct WeekUse
{
    static constexpr double kBusyFraction = 0.75;

    std::array<double, model::kHoursPerWeek>
        use{};         ///< fraction of what the pool sustains, Monday 00:00 first
    int busyHours = 0; ///< hours at kBusyFraction or more
    int peakHour = 0;  ///< the first of the busiest
    double mean = 0.0;
};

/// @param peakUse  demand of the busiest hour over what the pool sustains, >= 0; may pass 1
[[nodiscard]] WeekUse weekUse(const model::WeekProfile& profile, double peakUse);

} // namespace wherewithal::simulator
