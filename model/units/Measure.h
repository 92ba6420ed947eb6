// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/units/Range.h"

#include <string>
#include <string_view>
#include <vector>

namespace wherewithal::model {

/// What a field measures: it decides which units a text may carry and in which unit plain numbers are.
enum class Dimension
{
    Plain,           ///< a number, or per cent of one
    Count,           ///< tokens, items, requests
    Fraction,        ///< 0..1, or per cent
    FractionPerYear, ///< 0.4, "40 %/year"
    Bytes,
    Flops, ///< floating-point operations
    Seconds,
    Minutes,
    Hours,
    Months,
    PerSecond, ///< arrivals
    PerMonth,  ///< runs
};

/// The unit of a plain number: "bytes", "s", "1/s" ...; empty for plain numbers.
[[nodiscard]] std::string_view baseUnit(Dimension dimension);
/// The units that a text may carry, as shown in hints: "B", "kB", "MB" ...
[[nodiscard]] std::vector<std::string_view> unitNames(Dimension dimension);

/// Reads a number or range with units: "96 GiB", "500 ms to 2 s", "7.5/s", "40 %/year +- 10%", "100 +- 10
/// GB".
///
/// Numbers without a unit take the unit that follows next, else the base unit. UnknownUnit names a unit that
/// the dimension does not take; else the errors of parseRange().
[[nodiscard]] Result<Range> parseMeasure(std::string_view text, Dimension dimension);

/// A text that parseMeasure() reads back to the same value: "96 GiB" for whole binary units of bytes, else
/// the plain form of the range in the base unit.
[[nodiscard]] std::string measureText(const Range& value, Dimension dimension);

} // namespace wherewithal::model
