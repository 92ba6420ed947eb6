// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/cost/Forecast.h"
#include "simulator/cost/LedgerTables.h"
#include "simulator/cost/OptionModel.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <concepts>
#include <span>
#include <vector>

/// The monthly ledger as one template: base case, explanation and sampled paths run this code and no other.
namespace wherewithal::simulator {

inline constexpr double kMonthsPerYear = 12.0;
inline constexpr double kSecondsPerHour = 3600.0;
inline constexpr double kHoursPerWeek = 168.0;

/// What one workload's pool does in one month.
template <model::Number N>
struct PoolMonth
{
    N machines{};    ///< at the peak: servers where the option owns any, else cloud machines
    N billedHours{}; ///< machine-hours beyond the committed level
    N alwaysOn{};    ///< of those, machines that run all month; only where a monthly maximum is listed
    N burst{};       ///< hybrid: cloud machines at the peak
    double utilisation = 0.0; ///< mean, of all machines at the peak
};

/// Prices and shares of one draw, in the plan's currency.
template <model::Number N>
struct Rates
{
    N onDemand{}, monthlyMaximum{}, committed{}, upfront{}, spot{};
    N tokenInput{}, tokenCached{}, tokenOutput{};
    N server{}, network{}, electricity{}, pue{}, colocation{}, maintenance{};
    N loadKilowatts{}, idleKilowatts{}, ratedKilowatts{}, transit{};
    N staffCost{}, staffBase{}, staffPerServer{};
    N spotLost{}, spotFactor{}, fallback{};
    N bootDiskGb{}, loadBalancers{}, addresses{};
    N supportMinimum{};
    double hoursPerMonth = 730.0;
    double efficiencyProbability = 0.5;
    std::vector<Band<N>> egress, storage, loadBalancer, publicAddress, kubernetes, support;
};

/// Value of a server of that age as a fraction of its new price.
template <model::Number N>
[[nodiscard]] N valueKept(const OptionModel& option, const Draw& draw, double ageMonths);

template <model::Number N>
[[nodiscard]] Rates<N> ratesOf(const OptionModel& option, const Draw& draw);

/// Arrivals as this option feels them: longer requests and a lower efficiency count as more arrivals.
[[nodiscard]] double
workFactor(const PoolModel& pool, const TokenRatios& ratios, const Draw& draw, std::size_t workload);

/// Batch and training: machines and hours of the runs of one month.
struct RunMonth
{
    int machines = 1;
    double hoursPerRun = 0.0;
    double busyHours = 0.0; ///< of the month, at most all
};
[[nodiscard]] RunMonth
runMonth(const PoolModel& pool, double runs, double workPerRun, double hours, double mostUtilisation);

/// Pool of workload `index` in a month; `factor` is its workFactor(), `level` machines are committed and not
/// billed. `overflow`: the hours beyond that level where they are tabled.
template <model::Number N>
[[nodiscard]] PoolMonth<N> poolMonth(const OptionModel& option,
                                     const WorkloadForecast<N>& workload,
                                     const ReplicaCapacity<N>& capacity,
                                     double factor,
                                     std::size_t index,
                                     std::size_t month,
                                     double hours,
                                     int level,
                                     const OverflowSteps* overflow = nullptr);

/// Machines of a workload that a term covers in a month.
[[nodiscard]] int termLevel(const OptionModel& option, std::size_t month, std::size_t workload);

/// Those, and what already runs of earlier commitments.
[[nodiscard]] inline int committedLevel(const OptionModel& option, std::size_t month, std::size_t workload)
{
    const bool isCovered = workload == 0 && !option.runningMachines.empty();
    return termLevel(option, month, workload) + (isCovered ? option.runningMachines[month] : 0);
}

/// What a recurring price comes to for machine-hours used in a month of `hours`.
template <model::Number N>
[[nodiscard]] N recurring(const N& price, model::PricePeriod period, const N& machineHours, double hours)
{
    switch (period) {
    case model::PricePeriod::Hour:
        return price * machineHours;
    case model::PricePeriod::Month:
        return price * (machineHours / N{hours});
    case model::PricePeriod::Year:
        break;
    }
    return price * (machineHours / N{8760.0});
}

/// Servers bought together.
struct Cohort
{
    int month = 0; ///< of purchase; negative: owned before the plan
    int count = 0;
    bool isPriced = true; ///< bought at the price of its month; false: brownfield
};

/// The running state of an owned fleet.
struct Fleet
{
    std::vector<Cohort> cohorts;
    int count = 0;
};

template <model::Number N>
struct MonthContext
{
    const OptionModel& option;
    const Forecast<N>& forecast;
    const Rates<N>& rates;
    const Draw& draw;
    const LedgerTables* tables = nullptr; ///< of doubles only: what is traced is computed
    std::size_t month = 0;
    double hours = 0.0;
};

/// Runs the ledger: `post(month, line, amount)` for every cost, months ascending, lines in any order. Tables
/// of the option save what all its futures share.
template <model::Number N, typename Post>
void runLedger(const OptionModel& option,
               const Forecast<N>& forecast,
               std::span<const std::optional<ReplicaCapacity<N>>> capacities,
               const Draw& draw,
               Post&& post,
               const LedgerTables* tables = nullptr);

} // namespace wherewithal::simulator

#include "simulator/cost/LedgerFormulas.h"
