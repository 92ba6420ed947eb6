// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/charts/MonthAxis.h"

#include "app/report/Format.h"

#include <algorithm>
#include <cmath>

namespace wherewithal::app {

namespace {

constexpr double kMonthsForYears = 24.0; ///< shorter spans are labelled by month

} // namespace

std::vector<MonthTick> monthTicks(model::Month starts, double low, double high, int room)
{
    std::vector<MonthTick> ticks;
    const int first = static_cast<int>(std::ceil(low - 1e-9));
    const int last = static_cast<int>(std::floor(high + 1e-9));
    const Format format;
    if (high - low >= kMonthsForYears) {
        const int step = high - low > 84 ? 2 : 1;
        const model::Month from = model::monthsLater(starts, std::max(0, first));
        for (int year = from.month == 1 ? from.year : from.year + 1;; year += step) {
            const int index = model::monthsBetween(starts, {.year = year, .month = 1});
            if (index > last) {
                return ticks;
            }
            ticks.push_back({.index = index, .text = QString::number(year)});
        }
    }
    int step = 1;
    for (const int candidate : {1, 2, 3, 6, 12}) {
        step = candidate;
        if (last - first + 1 <= candidate * std::max(1, room)) {
            break;
        }
    }
    for (int index = std::max(0, first); index <= last; ++index) {
        const model::Month month = model::monthsLater(starts, index);
        if ((month.month - 1) % step == 0) {
            ticks.push_back({.index = index, .text = format.month(month)});
        }
    }
    return ticks;
}

} // namespace wherewithal::app
