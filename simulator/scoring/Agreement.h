// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/compare/Comparison.h"

#include <string>
#include <vector>

namespace wherewithal::simulator {

enum class Method
{
    WeightedSum, ///< the one in use
    Topsis,
    Promethee2,
    SampledWeights, ///< SMAA: by the share of first places, then of second ones ..., weightings drawn evenly
};

/// The options as one method orders them by their criteria, cost left out.
struct MethodOrder
{
    Method method{};
    std::vector<std::string> letters; ///< best first
    std::vector<int> ranks;           ///< of `letters`; equals share a rank
    double agreement = 1.0;           ///< Kendall's tau-b against the weighted sum, -1..1
};

/// Whether other methods order the options that are not excluded as the weighted sum does.
///
/// A criterion counts with the middle of its interval, since these methods take points. Fewer than two
/// options, or criteria without weight: Inconsistent or OutOfRange, as checkTable() says.
[[nodiscard]] model::Result<std::vector<MethodOrder>>
methodOrders(const Comparison& comparison, const model::Weights& weights, std::uint64_t seed);

/// Kendall's tau-b of two rankings of the same things; 1 if either has no order at all.
/// @source M. G. Kendall, The treatment of ties in ranking problems, Biometrika 33 (1945)
[[nodiscard]] double kendallTau(const std::vector<int>& left, const std::vector<int>& right);

} // namespace wherewithal::simulator
