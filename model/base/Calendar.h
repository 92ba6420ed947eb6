// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/Result.h"

#include <compare>
#include <string>
#include <string_view>

namespace wherewithal::model {

/// A calendar day, proleptic Gregorian. Written "YYYY-MM-DD".
struct Day
{
    int year = 1970;
    int month = 1; ///< 1..12
    int day = 1;   ///< 1..31

    auto operator<=>(const Day&) const = default;
    bool operator==(const Day&) const = default;
};

/// A calendar month. Written "YYYY-MM".
struct Month
{
    int year = 1970;
    int month = 1; ///< 1..12

    auto operator<=>(const Month&) const = default;
    bool operator==(const Month&) const = default;
};

[[nodiscard]] Result<Day> parseDay(std::string_view text);
[[nodiscard]] Result<Month> parseMonth(std::string_view text);
[[nodiscard]] std::string text(Day day);
[[nodiscard]] std::string text(Month month);

/// Days since 1970-01-01.
[[nodiscard]] int dayNumber(Day day);
/// Days from a to b; negative if b is earlier.
[[nodiscard]] int daysBetween(Day from, Day to);
[[nodiscard]] Month monthOf(Day day);
/// The month n months later (n may be negative).
[[nodiscard]] Month monthsLater(Month month, int months);
/// Whole months from a to b.
[[nodiscard]] int monthsBetween(Month from, Month to);
/// 28..31
[[nodiscard]] int daysInMonth(Month month);
/// Hours of a calendar month: 672, 696, 720 or 744.
[[nodiscard]] int hoursInMonth(Month month);

} // namespace wherewithal::model
