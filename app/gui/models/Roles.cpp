// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/models/Roles.h"

#include <algorithm>
#include <cmath>

namespace wherewithal::app {

namespace {

/// How many times the next cheaper option's cost is too far away for one axis. A choice of drawing.
constexpr double kFarAbove = 3.0;

} // namespace

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

CostExtent costExtent(const simulator::OptionResult& option)
{
    const double base = option.cost.base.toDouble();
    return {.base = base,
            .low = option.cost.range ? option.cost.range->p10 : base,
            .high = option.cost.range ? option.cost.range->p90 : base};
}

CostSpan costSpan(std::vector<CostExtent> extents)
{
    if (extents.empty()) {
        return {};
    }
    std::ranges::stable_sort(extents, {}, &CostExtent::base);
    const std::size_t least = std::max<std::size_t>(2, (extents.size() + 1) / 2);
    std::size_t kept = extents.size();
    for (std::size_t count = least; count < extents.size(); ++count) {
        const double below = extents[count - 1].base;
        if (below > 0.0 && extents[count].base > kFarAbove * below) {
            kept = count;
            break;
        }
    }
    CostSpan span{.low = extents.front().low, .high = extents.front().high};
    for (std::size_t at = 0; at < kept; ++at) {
        span.low = std::min(span.low, extents[at].low);
        span.high = std::max(span.high, extents[at].high);
    }
    // Nor may the range of one option press the base cases of all together.
    if (const double most = extents[kept - 1].base; most > 0.0) {
        span.high = std::min(span.high, kFarAbove * most);
    }
    span.isCut = std::ranges::any_of(extents, [&](const CostExtent& each) { return each.high > span.high; });
    return span;
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
