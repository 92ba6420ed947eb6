// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/scaling/WeekUse.h"

#include <algorithm>

namespace wherewithal::simulator {

WeekUse weekUse(const model::WeekProfile& profile, double peakUse)
{
    WeekUse result;
    for (std::size_t hour = 0; hour < result.use.size(); ++hour) {
        result.use[hour] = profile.weights[hour] * peakUse;
        result.mean += result.use[hour] / model::kHoursPerWeek;
        result.busyHours += result.use[hour] >= WeekUse::kBusyFraction ? 1 : 0;
    }
    result.peakHour = static_cast<int>(std::ranges::max_element(profile.weights) - profile.weights.begin());
    return result;
}

} // namespace wherewithal::simulator
