// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/Calendar.h"

#include <fmt/format.h>

#include <charconv>
#include <chrono>

namespace wherewithal::model {

namespace {

/// Reads exactly the digits of `text`; -1 if there is anything else.
int digits(std::string_view text)
{
    int value = 0;
    const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool isWhole = status == std::errc{} && end == text.data() + text.size() && !text.empty() && text[0] != '-';
    return isWhole ? value : -1;
}

std::chrono::year_month_day civil(Day day)
{
    return std::chrono::year_month_day{std::chrono::year{day.year},
                                       std::chrono::month{static_cast<unsigned>(day.month)},
                                       std::chrono::day{static_cast<unsigned>(day.day)}};
}

} // namespace

Result<Day> parseDay(std::string_view text)
{
    const bool hasShape = text.size() == 10 && text[4] == '-' && text[7] == '-';
    if (hasShape) {
        const Day day{.year = digits(text.substr(0, 4)), .month = digits(text.substr(5, 2)), .day = digits(text.substr(8, 2))};
        if (day.year >= 0 && day.month >= 1 && day.day >= 1 && civil(day).ok()) {
            return day;
        }
    }
    return failure(ErrorCode::InvalidSyntax, {}, fmt::format("'{}' is not a day", text), "write YYYY-MM-DD, e.g. 2026-11-22");
}

Result<Month> parseMonth(std::string_view text)
{
    if (text.size() == 7 && text[4] == '-') {
        const Month month{.year = digits(text.substr(0, 4)), .month = digits(text.substr(5, 2))};
        if (month.year >= 0 && month.month >= 1 && month.month <= 12) {
            return month;
        }
    }
    return failure(ErrorCode::InvalidSyntax, {}, fmt::format("'{}' is not a month", text), "write YYYY-MM, e.g. 2026-12");
}

std::string text(Day day) { return fmt::format("{:04}-{:02}-{:02}", day.year, day.month, day.day); }

std::string text(Month month) { return fmt::format("{:04}-{:02}", month.year, month.month); }

int dayNumber(Day day) { return static_cast<int>(std::chrono::sys_days{civil(day)}.time_since_epoch().count()); }

int daysBetween(Day from, Day to) { return dayNumber(to) - dayNumber(from); }

Month monthOf(Day day) { return {.year = day.year, .month = day.month}; }

Month monthsLater(Month month, int months)
{
    const int index = month.year * 12 + (month.month - 1) + months;
    const int year = index >= 0 ? index / 12 : (index - 11) / 12;
    return {.year = year, .month = index - year * 12 + 1};
}

int monthsBetween(Month from, Month to) { return (to.year - from.year) * 12 + (to.month - from.month); }

int daysInMonth(Month month)
{
    const Month next = monthsLater(month, 1);
    return daysBetween(Day{.year = month.year, .month = month.month, .day = 1},
                       Day{.year = next.year, .month = next.month, .day = 1});
}

int hoursInMonth(Month month) { return 24 * daysInMonth(month); }

} // namespace wherewithal::model
