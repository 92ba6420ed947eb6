// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/Calendar.h"

#include <QString>

#include <vector>

namespace wherewithal::app {

/// A label of a time axis, at a month counted from the first one shown in the plan.
struct MonthTick
{
    int index = 0;
    QString text;

    bool operator==(const MonthTick&) const = default;
};

/// Labels for the visible months [low, high]: years at January, every second one over seven years, months
/// ("2027-04") when less than two years are seen.
///
/// @param room  labels that find place beside each other, >= 1
[[nodiscard]] std::vector<MonthTick> monthTicks(model::Month starts, double low, double high, int room = 12);

} // namespace wherewithal::app
