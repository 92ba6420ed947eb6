// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/cost/Discounted.h"

#include <algorithm>

namespace wherewithal::simulator {

CostResult discounted(const CostResult& cost)
{
    CostResult result = cost;
    result.range.reset();
    for (auto* curve : {&result.cumulativeP10,
                        &result.cumulativeP25,
                        &result.cumulativeP50,
                        &result.cumulativeP75,
                        &result.cumulativeP90}) {
        curve->clear();
    }
    const std::size_t months = std::min(cost.discountFactor.size(), cost.cumulativeBase.size());
    std::vector<model::Micros> totals(months);
    result.base = {};
    for (LedgerLine& line : result.lines) {
        line.total = {};
        for (std::size_t month = 0; month < std::min(months, line.months.size()); ++month) {
            line.months[month] =
                model::postHalfEven(line.months[month].toDouble() * cost.discountFactor[month]);
            line.total += line.months[month];
            totals[month] += line.months[month];
        }
        result.base += line.total;
    }
    result.cumulativeBase.clear();
    model::Micros sum;
    for (const model::Micros total : totals) {
        sum += total;
        result.cumulativeBase.push_back(sum.toDouble());
    }
    return result;
}

} // namespace wherewithal::simulator
