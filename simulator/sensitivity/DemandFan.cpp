// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/sensitivity/DemandFan.h"

#include "simulator/cost/Forecast.h"
#include "simulator/sensitivity/Paths.h"
#include "simulator/sensitivity/Sobol.h"

#include <algorithm>

namespace wherewithal::simulator {

namespace {

/// The plan with this workload alone: others do not move its demand.
model::Plan planOf(const model::Plan& plan, std::size_t workload)
{
    model::Plan alone;
    alone.starts = plan.starts;
    alone.asOf = plan.asOf;
    alone.horizonMonths = plan.horizonMonths;
    alone.assumptions = plan.assumptions;
    alone.seed = plan.seed;
    alone.workloads = {plan.workloads[workload]};
    return alone;
}

} // namespace

DemandFan demandFan(const model::Plan& plan, std::size_t workload, int paths)
{
    DemandFan fan;
    if (workload >= plan.workloads.size()) {
        return fan;
    }
    const model::Plan alone = planOf(plan, workload);
    const auto base = forecast<double>(alone, Draw{});
    fan.isRun = base.workloads.front().isRun;
    fan.base = base.workloads.front().peak;
    const std::vector<int> inputs = sampledInputs(alone);
    if (inputs.empty() || paths < 1) {
        return fan;
    }
    const Sobol sobol(alone.seed);
    std::vector<std::vector<double>> months(fan.base.size()); // [month][path]
    std::vector<double> probabilities(inputCount(1), 0.5);
    for (int path = 0; path < paths; ++path) {
        for (std::size_t dimension = 0; dimension < inputs.size(); ++dimension) {
            probabilities[static_cast<std::size_t>(inputs[dimension])] =
                sobol.at(static_cast<std::uint32_t>(path), static_cast<int>(dimension));
        }
        const auto drawn = forecast<double>(alone, Draw(probabilities));
        for (std::size_t month = 0; month < months.size(); ++month) {
            months[month].push_back(drawn.workloads.front().peak[month]);
        }
    }
    for (std::vector<double>& values : months) {
        std::ranges::sort(values);
        fan.p10.push_back(orderStatistic(values, 0.1));
        fan.p50.push_back(orderStatistic(values, 0.5));
        fan.p90.push_back(orderStatistic(values, 0.9));
    }
    if (fan.p10 == fan.p90) { // what varies has nothing to do with arrivals
        fan.p10.clear();
        fan.p50.clear();
        fan.p90.clear();
    }
    return fan;
}

} // namespace wherewithal::simulator
