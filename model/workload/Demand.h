// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/Calendar.h"
#include "model/units/Range.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wherewithal::model {

inline constexpr int kHoursPerWeek = 168;

/// Relative arrivals by hour of the week, Monday 00:00 first; the greatest is 1.
struct WeekProfile
{
    std::string name = "flat"; ///< "flat", "office-hours", "evening", "nightly", or "own"
    std::array<double, kHoursPerWeek> weights = flatWeights();

    [[nodiscard]] static constexpr std::array<double, kHoursPerWeek> flatWeights()
    {
        std::array<double, kHoursPerWeek> weights{};
        weights.fill(1.0);
        return weights;
    }
    /// Mean weight: mean arrivals as a fraction of the peak.
    [[nodiscard]] double meanFraction() const;

    bool operator==(const WeekProfile&) const = default;
};

/// A shipped profile by name; nothing if the name is not known. The shapes are assumptions, stated in the README.
[[nodiscard]] std::optional<WeekProfile> namedProfile(std::string_view name);
/// Names of the shipped profiles.
[[nodiscard]] std::vector<std::string> profileNames();

struct Growth
{
    enum class Kind
    {
        None,
        Linear,      ///< +rate x initial per year
        Exponential, ///< x (1 + rate) per year
        Logistic,    ///< exponential at first, levelling at `ceilingMultiple` x initial
    };

    Kind kind = Kind::None;
    Range perYear = 0.0;         ///< fraction per year, > -1
    Range ceilingMultiple = 1.0; ///< Logistic only, > 1
    Range monthlyShock = 0.0;    ///< standard deviation of the yearly log-shock of a random walk, >= 0

    bool operator==(const Growth&) const = default;
};

[[nodiscard]] std::string_view name(Growth::Kind kind);
[[nodiscard]] std::optional<Growth::Kind> parseGrowthKind(std::string_view text);

/// A launch, a new customer, a campaign: demand is multiplied from that month on.
struct DemandStep
{
    Month month;
    Range factor = 1.0;
    std::string label;

    bool operator==(const DemandStep&) const = default;
};

/// Arrivals of one workload.
struct Demand
{
    /// Arrivals in the busiest hour of the week in the first month, per second. Batch scoring and training give runs
    /// per month in their workload instead; growth then multiplies those.
    Range peakPerSecond = 0.0;
    WeekProfile profile;
    double burstiness = 1.0; ///< squared coefficient of variation of the gaps; 1 Poisson
    Growth growth;
    std::vector<DemandStep> steps;

    bool operator==(const Demand&) const = default;
};

/// What must hold. Absent: not asked for.
struct Objectives
{
    std::optional<double> timeToFirstTokenP95Seconds;
    std::optional<double> timePerTokenP95Seconds;
    std::optional<double> latencyP95Seconds; ///< end to end
    std::optional<double> deadlineHours;     ///< batch and training: a run must end within
    std::optional<double> availability;      ///< fraction of each month

    bool operator==(const Objectives&) const = default;
};

} // namespace wherewithal::model
