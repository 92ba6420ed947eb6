// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/models/TableModel.h"
#include "simulator/compare/Examine.h"

#include <QString>

#include <vector>

namespace wherewithal::app {

/// A value of an uncertain input as people read it: fractions in per cent, bytes with a prefix.
struct InputText
{
    QString number;
    QString unit; ///< empty where the number carries it
};
[[nodiscard]] InputText inputText(const Format& format, double value, const std::string& unit);
/// P10 to P90 of its range: "25 to 55", "%"
[[nodiscard]] InputText inputRangeText(const Format& format, const simulator::UncertainInput& input);

/// Columns and rows of the tornado: input, range with its unit, bars; the row's key is the place in the plan.
/// @param hasRangeBelow the range stands below the input's name, for little width
[[nodiscard]] std::vector<TableColumn>
swingColumns(const Format& format, const simulator::Examination& found, Scale scale, const QString& unit);
[[nodiscard]] std::vector<TableRow> swingRows(const Format& format,
                                              const simulator::Examination& found,
                                              Scale scale,
                                              const QString& unit,
                                              bool hasRangeBelow = false);

/// Input, value in the plan, value at which the order turns, share of the range in which it is turned.
[[nodiscard]] std::vector<TableColumn> switchColumns(const simulator::Examination& found);
/// Those that have such a value first, likeliest first.
[[nodiscard]] std::vector<TableRow> switchRows(const Format& format, const simulator::Examination& found);

/// "Peak arrivals and growth of demand matter most." Empty if nothing moves the cost.
[[nodiscard]] QString whatMattersMost(const Format& format, const simulator::Examination& found);

/// What an input does to the total, for the panel: "At the P10 of its range the total moves by ..."
[[nodiscard]] QString swingSentence(
    const Format& format, const simulator::Swing& swing, double base, Scale scale, const QString& unit);

} // namespace wherewithal::app
