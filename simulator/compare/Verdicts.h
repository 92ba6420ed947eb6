// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan/Plan.h"
#include "simulator/compare/Comparison.h"

#include <optional>
#include <string>
#include <vector>

/// What follows from an option's figures: reasons, state, break-even. Internal to compare/.
namespace wherewithal::simulator {

/// Adds a reason for every objective that fails or that nobody can judge.
void addObjectiveReasons(const model::Plan& plan, OptionResult& option);
/// Adds a reason for every hard limit that the first month already passes.
void addLimitReasons(const model::Plan& plan, OptionResult& option);
/// Adds a reason for every cost part that is unknown.
void addCostReasons(OptionResult& option);

/// Excluded if a must-have, an objective, a limit or the memory fails; else undecided if something that
/// decides is unknown; else ranked.
[[nodiscard]] OptionState stateOf(const OptionResult& option);

/// Index of the reference option: the plan's, else the cheapest ranked self-hosted, else the cheapest
/// self-hosted that is not excluded, else the first ranked one; nothing if there is none.
[[nodiscard]] std::optional<std::size_t> referenceIndex(const model::Plan& plan,
                                                        const std::vector<OptionResult>& options);

/// Orders options: ranked by rank, then undecided, then excluded; ties by letter (shorter first, so that AA
/// follows Z).
void sortForDisplay(std::vector<OptionResult>& options);

} // namespace wherewithal::simulator
