// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/compare/Comparison.h"

#include <string>

namespace wherewithal::app {

/// The `compare` document of the command-line contract: one JSON object, keys in a fixed order, units in the
/// key names, unknown as null, months YYYY-MM. A double is written with the fewest digits that read back to
/// the same bits, so that the same comparison gives the same bytes. Ends with a line break.
[[nodiscard]] std::string comparisonJson(const simulator::Comparison& comparison);

/// One line for each option: the same figures to the last digit, flat. Text that a spreadsheet would take for
/// a formula (leading = + - @, tab or carriage return) has an apostrophe before it.
[[nodiscard]] std::string comparisonCsv(const simulator::Comparison& comparison);

/// A cell of CSV: quoted where needed, neutralised as above. For text, not for numbers.
[[nodiscard]] std::string csvText(const std::string& text);

} // namespace wherewithal::app
