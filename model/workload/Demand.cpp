// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workload/Demand.h"

#include <cstddef>
#include <numeric>

namespace wherewithal::model {

namespace {

constexpr int kHoursPerDay = 24;

// One working day in tenths of the peak, by hour. Own assumption: a morning and an afternoon hump.
constexpr std::array<double, kHoursPerDay> kOfficeDay{.05, .04, .04, .04, .05, .08, .18, .42, .78, .95, 1.0, .96,
                                                      .82, .90, .97, .93, .80, .58, .36, .24, .18, .14, .10, .07};
// A consumer service: rises through the day, peaks in the evening. Own assumption.
constexpr std::array<double, kHoursPerDay> kEveningDay{.34, .22, .15, .12, .11, .14, .22, .34, .44, .50, .55, .60,
                                                       .63, .62, .61, .63, .68, .76, .86, .95, 1.0, .97, .80, .55};

WeekProfile fromDays(std::string_view name, const std::array<double, kHoursPerDay>& day, double weekend)
{
    WeekProfile profile{.name = std::string(name)};
    for (std::size_t hour = 0; hour < kHoursPerWeek; ++hour) {
        const bool isWeekend = hour / kHoursPerDay >= 5;
        profile.weights[hour] = day[hour % kHoursPerDay] * (isWeekend ? weekend : 1.0);
    }
    return profile;
}

WeekProfile nightly()
{
    WeekProfile profile{.name = "nightly"};
    for (std::size_t hour = 0; hour < kHoursPerWeek; ++hour) {
        profile.weights[hour] = hour % kHoursPerDay < 6 ? 1.0 : 0.0;
    }
    return profile;
}

} // namespace

double WeekProfile::meanFraction() const
{
    return std::accumulate(weights.begin(), weights.end(), 0.0) / static_cast<double>(kHoursPerWeek);
}

std::optional<WeekProfile> namedProfile(std::string_view name)
{
    if (name == "flat") {
        return WeekProfile{};
    }
    if (name == "office-hours") {
        return fromDays(name, kOfficeDay, 0.15);
    }
    if (name == "evening") {
        return fromDays(name, kEveningDay, 1.0);
    }
    if (name == "nightly") {
        return nightly();
    }
    return std::nullopt;
}

std::vector<std::string> profileNames() { return {"flat", "office-hours", "evening", "nightly"}; }

std::string_view name(Growth::Kind kind)
{
    switch (kind) {
    case Growth::Kind::None:
        return "none";
    case Growth::Kind::Linear:
        return "linear";
    case Growth::Kind::Exponential:
        return "exponential";
    case Growth::Kind::Logistic:
        break;
    }
    return "logistic";
}

std::optional<Growth::Kind> parseGrowthKind(std::string_view text)
{
    for (const auto kind : {Growth::Kind::None, Growth::Kind::Linear, Growth::Kind::Exponential, Growth::Kind::Logistic}) {
        if (name(kind) == text) {
            return kind;
        }
    }
    return std::nullopt;
}

} // namespace wherewithal::model
