// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/models/Roles.h"

#include <algorithm>
#include <cmath>

namespace wherewithal::app {

Scale costScale(const simulator::Comparison& comparison)
{
    double most = 1.0;
    for (const simulator::OptionResult& option : comparison.options) {
        if (option.state != simulator::OptionState::Excluded) {
            most = std::max(
                {most, option.cost.base.toDouble(), option.cost.range ? option.cost.range->p90 : 0.0});
        }
    }
    return scaleFor(most);
}

std::vector<double> niceTicks(double low, double high, int count)
{
    if (!(high > low) || count < 1) {
        return {low};
    }
    const double rough = (high - low) / count;
    const double magnitude = std::pow(10.0, std::floor(std::log10(rough)));
    double step = 10.0 * magnitude;
    for (const double factor : {1.0, 2.0, 2.5, 5.0}) {
        if (factor * magnitude >= rough * 0.75) {
            step = factor * magnitude;
            break;
        }
    }
    std::vector<double> ticks;
    const auto first = static_cast<long long>(std::floor(low / step + 1e-9));
    const auto last = static_cast<long long>(std::ceil(high / step - 1e-9));
    for (long long index = first; index <= last; ++index) {
        ticks.push_back(static_cast<double>(index) * step);
    }
    return ticks;
}

} // namespace wherewithal::app
