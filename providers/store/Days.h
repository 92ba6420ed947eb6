// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/Calendar.h"

#include <chrono>
#include <optional>
#include <string>

namespace wherewithal::providers {

/// The day itself, or the first day of a month ("2026-08") or year ("2026"); nothing if the text is neither.
[[nodiscard]] inline std::optional<std::string> firstDay(const std::string& text)
{
    constexpr std::size_t kYearLength = 4;
    constexpr std::size_t kMonthLength = 7;
    std::string whole = text;
    if (text.size() == kYearLength) {
        whole += "-01-01";
    } else if (text.size() == kMonthLength) {
        whole += "-01";
    }
    return model::parseDay(whole) ? std::optional(whole) : std::nullopt;
}

/// Days since 1970-01-01 of "YYYY-MM-DD"; 0 if it is no day.
[[nodiscard]] inline int storedDay(const std::string& text)
{
    const auto day = model::parseDay(text);
    return day ? model::dayNumber(*day) : 0;
}

/// "YYYY-MM-DD" of a stored day; empty for 0 and for what is no day of the years 1 to 9999.
[[nodiscard]] inline std::string storedDayText(int number)
{
    constexpr int kFirst = -719'162; // 0001-01-01
    constexpr int kLast = 2'932'896; // 9999-12-31
    if (number == 0 || number < kFirst || number > kLast) {
        return {};
    }
    const std::chrono::year_month_day day{std::chrono::sys_days{std::chrono::days{number}}};
    return model::text(model::Day{.year = static_cast<int>(day.year()),
                                  .month = static_cast<int>(static_cast<unsigned>(day.month())),
                                  .day = static_cast<int>(static_cast<unsigned>(day.day()))});
}

} // namespace wherewithal::providers
