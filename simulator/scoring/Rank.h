// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/explain/Traced.h"
#include "model/plan/Plan.h"
#include "simulator/compare/Comparison.h"

#include <cstdint>
#include <vector>

/// The order of the feasible options, and how firm it is.
namespace wherewithal::simulator {

/// value = (cost weight x cheapest / own + sum of criterion weight x lower score bound) / sum of weights.
///
/// `costRatio` is the cheapest feasible present value over the option's own, 0..1; `scores` in the order of
/// kCriteria. The normalisation is by fixed scales, so that adding a dominated option changes no order
/// (DESIGN: Rank).
template <model::Number N>
[[nodiscard]] N rankValue(const model::Weights& weights,
                          const N& costRatio,
                          const std::array<N, model::kCriteria.size()>& scores)
{
    N sum = N{weights.cost} * costRatio;
    for (std::size_t i = 0; i < scores.size(); ++i) {
        sum += N{weights.criteria[i]} * scores[i];
    }
    return model::named(sum / N{weights.sum()},
                        "Value",
                        "0 to 1",
                        "(cost weight x cheapest present value / own + sum of criterion weight x lower score "
                        "bound) / sum of weights");
}

/// Sets value, rank (ties share one) and rankByScore of the ranked options, and scoreLow and scoreHigh of
/// all.
void rankOptions(const model::Plan& plan, std::vector<OptionResult>& options);

/// Share of sampled futures in which each option is first, written to firstInFraction of the ranked options;
/// ties share.
///
/// A sample draws the weights (each of the plan's weights times an independent exponential variate: a
/// Dirichlet-like cloud around them, own assumption), a price path, and the unknowns (each criterion
/// uniformly within its interval). `presentValues[i][p]`: of options[i] on path p; an empty row means the
/// base case on every path.
void sampleFirstPlaces(const model::Plan& plan,
                       std::uint64_t seed,
                       int samples,
                       const std::vector<std::vector<double>>& presentValues,
                       std::vector<OptionResult>& options);

/// For each weight the nearest value (others in proportion) at which another option becomes first.
[[nodiscard]] std::vector<TippingPoint> tippingPoints(const model::Plan& plan,
                                                      const std::vector<OptionResult>& options);

/// Opens the value of one ranked option; `score` figures by explainScore(), `presentValue` by the cost room.
[[nodiscard]] model::FigurePtr explainValue(const model::Plan& plan,
                                            const std::vector<OptionResult>& options,
                                            const OptionResult& option,
                                            const model::FigurePtr& presentValue,
                                            const std::vector<model::FigurePtr>& scores);

} // namespace wherewithal::simulator
