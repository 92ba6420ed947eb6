// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/explain/Traced.h"
#include "model/plan/Plan.h"
#include "simulator/cost/Draw.h"

#include <string>
#include <utility>
#include <vector>

/// What is asked month by month, before any option is looked at: the same for all options of a plan.
namespace wherewithal::simulator {

/// Names a step with a text that is made at run time; `describe` returns the Figure without value and inputs
/// and is only called when an explanation is wanted.
template <model::Number N, typename Describe>
[[nodiscard]] N labelled(const N& number, Describe&& describe)
{
    if constexpr (std::same_as<N, model::Traced>) {
        model::Figure figure = std::forward<Describe>(describe)();
        figure.value = number.value();
        figure.inputs = number.inputs();
        return model::Traced{std::make_shared<const model::Figure>(std::move(figure))};
    } else {
        return number;
    }
}

/// What a draw of a language model's tokens is of its base case.
struct TokenRatios
{
    double input = 1.0;
    double output = 1.0;
    double pass = 1.0; ///< tokens that a pass of speculative decoding yields
};

/// One workload over the horizon.
template <model::Number N>
struct WorkloadForecast
{
    bool isRun = false;      ///< batch scoring and training: runs a month instead of arrivals a second
    std::vector<N> peak;     ///< per month: arrivals/s in the busiest hour, or runs a month
    std::vector<N> units;    ///< per month: requests, items or tokens (training)
    std::vector<N> bytesOut; ///< per month, transferred back
    N workPerRun{};          ///< items or tokens of one run
    N inputTokens{};         ///< per request, LlmServing
    N outputTokens{};
    N sharedPrefix{}; ///< fraction of the input found in a cache
    N storedBytes{};
    /// Tokens of the draw over those of the base case: what the option's elasticities act on.
    TokenRatios ratios;
    double meanFraction = 1.0; ///< mean arrivals over the peak
};

/// All workloads, and how prices move.
template <model::Number N>
struct Forecast
{
    std::vector<WorkloadForecast<N>> workloads;
    std::vector<double> hours;  ///< of each calendar month
    std::vector<N> hourNumbers; ///< the same, explained
    std::vector<N> cloudPrice;  ///< per month: factor on list prices
    std::vector<N> tokenPrice;
    std::vector<N> serverPrice;
    std::vector<N> electricityPrice;
    std::vector<N> discountFactor; ///< mid-month
    N ratePerMonth{};
};

template <model::Number N>
[[nodiscard]] Forecast<N> forecast(const model::Plan& plan, const Draw& draw);

/// Growth of demand from the first month to month t (zero-based), without steps and shocks.
template <model::Number N>
[[nodiscard]] N growthFactor(model::Growth::Kind kind, const N& perYear, const N& ceiling, int month);

} // namespace wherewithal::simulator
