// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/import/traces/WeekProfileReader.h"

#include "model/base/Calendar.h"
#include "providers/import/traces/TableText.h"
#include "providers/import/traces/TextRows.h"
#include "providers/json/AtomicFile.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <optional>
#include <vector>

namespace wherewithal::providers {

using model::ErrorCode;
using model::failure;
using model::Result;
using model::WeekProfile;

namespace {

constexpr std::size_t kMostBytes = std::size_t{1} << 30;
constexpr std::int64_t kHoursPerDay = 24;
constexpr std::int64_t kMondayOffset = 3; // 1970-01-01 was a Thursday
constexpr auto kForms = "give 168 numbers from Monday 00:00, seven rows of 24, or rows with a date and time";
using Weights = std::array<double, model::kHoursPerWeek>;

Result<WeekProfile> profileOf(const Weights& weights)
{
    const double most = *std::ranges::max_element(weights);
    for (const double weight : weights) {
        if (!(weight >= 0.0) || !std::isfinite(weight)) {
            return failure(ErrorCode::OutOfRange,
                           "week profile",
                           fmt::format("{} is no number of arrivals", weight),
                           "every hour has 0 or more");
        }
    }
    if (!(most > 0.0)) {
        return failure(ErrorCode::OutOfRange, "week profile", "no hour of the week has any arrival", kForms);
    }
    WeekProfile profile{.name = "own", .weights = weights};
    for (double& weight : profile.weights) {
        weight /= most;
    }
    return profile;
}

/// All numbers of the table in reading order; nothing if a cell is neither a number nor the first of its row.
std::optional<std::vector<double>> plainNumbers(const TableText& table)
{
    std::vector<double> numbers;
    for (const TableText::Row& row : table.rows()) {
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            if (const auto value = row.number(i)) {
                numbers.push_back(*value);
            } else if (i > 0) {
                return std::nullopt;
            }
        }
    }
    return numbers;
}

/// "2026-10-05T13:07:12Z" -> hours since 1970
std::optional<std::int64_t> hourOf(const std::string& text)
{
    constexpr std::size_t kDayLength = 10;
    if (text.size() < kDayLength + 3) {
        return std::nullopt;
    }
    const auto day = model::parseDay(std::string_view(text).substr(0, kDayLength));
    const auto hour = parseNumber<int>(std::string_view(text).substr(kDayLength + 1, 2));
    if (!day || !hour || *hour < 0 || *hour >= kHoursPerDay) {
        return std::nullopt;
    }
    return static_cast<std::int64_t>(model::dayNumber(*day)) * kHoursPerDay + *hour;
}

std::size_t hourOfWeek(std::int64_t hour)
{
    const std::int64_t shifted = hour + kMondayOffset * kHoursPerDay;
    const std::int64_t week = model::kHoursPerWeek;
    return static_cast<std::size_t>(((shifted % week) + week) % week);
}

Result<WeekProfile> fromTimes(const TableText& table, std::size_t times)
{
    const auto counts = table.column({"count", "requests", "arrivals", "value", "calls", "total"});
    Weights sums{};
    std::int64_t first = 0;
    std::int64_t last = -1;
    for (const TableText::Row& row : table.rows()) {
        const auto hour = hourOf(row.cell(times));
        const auto count = counts ? row.number(*counts) : std::optional(1.0);
        if (!hour || !count) {
            constexpr std::size_t kShown = 40;
            return failure(ErrorCode::InvalidSyntax,
                           fmt::format("week profile:{}", row.line),
                           !hour ? fmt::format("'{}' is no date and time", row.cell(times).substr(0, kShown))
                                 : fmt::format("'{}' is no number", row.cell(*counts).substr(0, kShown)),
                           "write 2026-10-05 13:00");
        }
        first = last < first ? *hour : std::min(first, *hour);
        last = std::max(last, *hour);
        sums[hourOfWeek(*hour)] += *count;
    }
    const std::int64_t span = last - first + 1;
    if (span < model::kHoursPerWeek) {
        return failure(ErrorCode::Inconsistent,
                       "week profile",
                       fmt::format("the times cover {} of the 168 hours of a week", span),
                       "give at least a whole week; hours that were not observed are not taken as quiet");
    }
    Weights observed{};
    for (std::int64_t hour = 0; hour < std::min<std::int64_t>(span, model::kHoursPerWeek); ++hour) {
        const std::int64_t weeks = (span - hour + model::kHoursPerWeek - 1) / model::kHoursPerWeek;
        observed[hourOfWeek(first + hour)] = static_cast<double>(weeks);
    }
    for (std::size_t i = 0; i < sums.size(); ++i) {
        sums[i] /= observed[i];
    }
    return profileOf(sums);
}

} // namespace

Result<WeekProfile> readWeekProfile(std::string_view text)
{
    const TableText table(text);
    if (table.hasHeader()) {
        if (const auto times = table.column({"timestamp", "time", "hour", "date", "datetime", "arrived at"});
            times && !table.rows().empty()) {
            return fromTimes(table, *times);
        }
    }
    const auto numbers = plainNumbers(table);
    if (!numbers || numbers->size() != model::kHoursPerWeek) {
        return failure(ErrorCode::InvalidSyntax,
                       "week profile",
                       numbers ? fmt::format("there are {} numbers, a week has 168 hours", numbers->size())
                               : std::string("the text is no table of numbers"),
                       kForms);
    }
    Weights weights{};
    std::ranges::copy(*numbers, weights.begin());
    return profileOf(weights);
}

Result<WeekProfile> loadWeekProfile(const std::filesystem::path& path)
{
    const auto text = readWhole(path, kMostBytes);
    if (!text) {
        return failure(text.error());
    }
    return readWeekProfile(*text);
}

} // namespace wherewithal::providers
