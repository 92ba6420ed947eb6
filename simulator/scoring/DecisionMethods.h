// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/Result.h"

#include <cstdint>
#include <vector>

/// Decision methods of the literature, as cross-checks of the rank and for `calculate`.
///
/// The rank of a plan is the weighted sum on fixed scales (Rank.h). These methods normalise by what is in the
/// table, so an added alternative may turn the order of others; the report names method and normalisation.
namespace wherewithal::simulator {

/// Alternatives by criteria.
struct DecisionTable
{
    std::vector<std::vector<double>> values; ///< [alternative][criterion], finite
    std::vector<double> weights;             ///< by criterion, >= 0, any sum above 0
    std::vector<bool> isBenefit;             ///< by criterion: more is better

    bool operator==(const DecisionTable&) const = default;
};

enum class Normalisation
{
    Vector, ///< x / root of the sum of squares
    MinMax, ///< (x - least) / (most - least), turned round for costs; a constant criterion is 0 for all
    Sum,    ///< x / sum; costs enter as 1 / x; values > 0
    None,   ///< scores are 0..1 already; costs enter as 1 - x
};

/// OutOfRange or Inconsistent for tables that are empty, ragged, not finite, or without weight.
[[nodiscard]] model::Result<void> checkTable(const DecisionTable& table);

/// Sum of normalised weight x normalised value, by alternative; greatest is best.
[[nodiscard]] model::Result<std::vector<double>> weightedSum(const DecisionTable& table,
                                                             Normalisation normalisation);
/// Product of value ^ weight (costs: ^ -weight), values > 0; greatest is best.
[[nodiscard]] model::Result<std::vector<double>> weightedProduct(const DecisionTable& table);
/// Closeness to the ideal, 0..1; greatest is best.
/// @source Hwang, Yoon, Multiple Attribute Decision Making, 1981
[[nodiscard]] model::Result<std::vector<double>> topsis(const DecisionTable& table,
                                                        Normalisation normalisation);

struct VikorResult
{
    std::vector<double> utility;         ///< S, least is best
    std::vector<double> regret;          ///< R, least is best
    std::vector<double> index;           ///< Q, 0..1, least is best
    bool hasAdvantage = false;           ///< Q of the second - Q of the first >= 1 / (n - 1)
    bool isStable = false;               ///< the first by Q is first by S or R too
    std::vector<std::size_t> compromise; ///< indices, best first: the first alone if both hold
};
/// @param v  weight of the group's utility against the worst regret, 0..1
/// @source Opricovic, Tzeng, Compromise solution by MCDM methods, EJOR 156 (2004), section 3
[[nodiscard]] model::Result<VikorResult> vikor(const DecisionTable& table, double v = 0.5);

/// How a difference of two values becomes a preference, 0..1.
struct Preference
{
    enum class Shape
    {
        Usual,    ///< any difference counts fully
        UShape,   ///< more than `indifference` counts fully
        VShape,   ///< grows straight to `preference`
        Level,    ///< half between `indifference` and `preference`, full beyond
        Linear,   ///< grows straight between the two
        Gaussian, ///< 1 - exp(-d^2 / (2 preference^2))
    };
    Shape shape = Shape::Usual;
    double indifference = 0.0;
    double preference = 0.0;
};

struct FlowResult
{
    std::vector<double> leaving;  ///< phi plus
    std::vector<double> entering; ///< phi minus
    std::vector<double> net;      ///< greatest is best
};
/// Flows divided by n - 1. One preference per criterion; none: Usual everywhere.
/// @source Brans, Vincke, Management Science 31 (1985)
[[nodiscard]] model::Result<FlowResult> promethee2(const DecisionTable& table,
                                                   const std::vector<Preference>& preferences = {});

struct AhpResult
{
    std::vector<double> weights;
    double greatestEigenvalue = 0.0;
    double consistencyIndex = 0.0;
    double consistencyRatio = 0.0; ///< above 0.10 the judgements contradict each other too much
    bool isConsistent = true;
};
/// Weights from pairwise judgements: the principal eigenvector by power iteration.
/// @param pairwise  square, > 0; 3..15 criteria have a random index, smaller ones are consistent by nature
/// @source Saaty, The Analytic Hierarchy Process, 1980; random indices as there
[[nodiscard]] model::Result<AhpResult> ahpWeights(const std::vector<std::vector<double>>& pairwise);

/// Weights from the spread of the values themselves: (1 - entropy) by criterion, normalised.
/// @param values  [alternative][criterion], >= 0, no column all zero
/// @source Shannon 1948; the use as weights after Zeleny 1982
[[nodiscard]] model::Result<std::vector<double>>
entropyWeights(const std::vector<std::vector<double>>& values);

struct AcceptabilityResult
{
    std::vector<std::vector<double>>
        shares; ///< [alternative][rank from first], of all weightings; ties share a rank's mass
    std::vector<std::vector<double>>
        central; ///< [alternative][criterion]: mean weighting under which it is first; empty: never
};
/// How often each alternative takes each rank over weightings drawn uniformly from the simplex.
/// @param scores   [alternative][criterion], more is better
/// @source Lahdelma, Salminen, SMAA-2, Operations Research 49 (2001)
[[nodiscard]] model::Result<AcceptabilityResult>
rankAcceptability(const std::vector<std::vector<double>>& scores, int samples, std::uint64_t seed);

/// The stretch of one weight, the others in proportion, in which the winner of the weighted sum stays first.
struct StableStretch
{
    std::size_t winner = 0;
    double current = 0.0; ///< normalised
    double from = 0.0;
    double to = 1.0;
};
/// By criterion. Scores 0..1, more is better.
[[nodiscard]] model::Result<std::vector<StableStretch>> stableStretches(const DecisionTable& table);

/// 1 is best; equals share a rank: 1, 1, 3. Values nearer than 1e-12 of their size are equal.
[[nodiscard]] std::vector<int> ranksOf(const std::vector<double>& values, bool greatestIsBest);

} // namespace wherewithal::simulator
