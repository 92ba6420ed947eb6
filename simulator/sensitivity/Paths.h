// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/Result.h"
#include "simulator/compare/Comparison.h"
#include "simulator/cost/OptionModel.h"

#include <cstdint>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace wherewithal::simulator {

struct PathSettings
{
    std::uint64_t seed = 42;
    int paths = 1024;
    unsigned threads = 0;                 ///< 0: all cores; results do not depend on it
    std::optional<std::size_t> reference; ///< index of the option that break-even is told against
};

/// Dates of one limit: order statistics of the month in which it is passed.
struct LimitMonths
{
    std::string key;
    std::string name;
    std::optional<model::Month> p10; ///< a tenth of the paths has passed it by then
    std::optional<model::Month> p50; ///< half of the paths have passed it by then
    std::optional<model::Month> p90; ///< nine tenths have
    double usedAtHorizonP90 = 0.0;   ///< use at the P90 of the last month's demand
};

/// One option over all paths.
struct OptionPaths
{
    Percentiles total;                 ///< nominal, over the horizon
    std::vector<double> cumulativeP10; ///< per month
    std::vector<double> cumulativeP25;
    std::vector<double> cumulativeP50;
    std::vector<double> cumulativeP75;
    std::vector<double> cumulativeP90;
    std::vector<double> presentValues; ///< per path, in the order of the paths: comparable between options
    std::vector<std::vector<LimitMonths>> limits; ///< per workload
    std::vector<double> lastDemandP90; ///< per workload: peak of the last month as the option feels it
    BreakEven breakEven; ///< p10, p50, p90, probability; `against` and `base` are left to the caller
};

struct PathResults
{
    int paths = 0;
    std::vector<OptionPaths> options;
};

/// Runs the ledger of every option over the same futures. All options must be of one plan. Cancelled if asked
/// to stop.
[[nodiscard]] model::Result<PathResults>
samplePaths(std::span<const OptionModel> options, const PathSettings& settings, std::stop_token stop = {});

/// Puts an option's paths into its result: ranges, cumulative curves, months of limits, break-even.
void applyPaths(const OptionPaths& paths,
                CostResult& cost,
                std::vector<WorkloadResult>& workloads,
                BreakEven& breakEven);

/// When the cumulative cost of `reference` and that of `option` cross for the last time, base case.
[[nodiscard]] std::optional<model::Month>
breakEvenBase(const CostResult& option, const CostResult& reference, model::Month starts);

/// Order statistic at p of values that are sorted ascending: the smallest with at least p of them at or below
/// it.
[[nodiscard]] double orderStatistic(std::span<const double> ascending, double p);

/// The inputs that vary on the paths of a plan, as indices of a Draw, in the order of their Sobol dimensions.
[[nodiscard]] std::vector<int> sampledInputs(const model::Plan& plan);

} // namespace wherewithal::simulator
