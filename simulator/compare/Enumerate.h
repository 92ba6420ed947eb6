// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/catalogue/CatalogueSlice.h"
#include "model/plan/Plan.h"
#include "simulator/compare/Comparison.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wherewithal::simulator {

/// An option that the plan names, or one of those that a query found.
struct EnumeratedOption
{
    OptionSpec spec;
    std::optional<std::size_t> query; ///< index into plan.queries; absent: named by the plan
    std::string problem; ///< why the candidate cannot be resolved ("there is no machine ..."); empty: fine
};

/// All options of a plan, before sizing: named candidates in the plan's order, then what each query finds,
/// sorted by id. Of one machine under one way of buying a query keeps the region with the lowest list price,
/// since nothing else about the machine differs there. Duplicates of named candidates are dropped. No letters
/// yet.
[[nodiscard]] std::vector<EnumeratedOption> enumerateOptions(const model::Plan& plan,
                                                             const model::CatalogueSlice& slice);

/// True if machine and region answer the query (purchases and prices are not looked at).
[[nodiscard]] bool
matches(const model::CandidateQuery& query, const model::Machine& machine, const model::Region& region);

/// Gives each option the letter that the plan keeps for it, and free letters (A, B ... Z, AA ...) to the
/// others in order. `plan.letters` is not changed: whoever owns the plan stores what the comparison shows.
void assignLetters(const model::Plan& plan, std::vector<OptionSpec*>& options);

/// A, B ... Z, AA, AB ...: the n-th letter, n from 0.
[[nodiscard]] std::string letterAt(std::size_t index);

/// A server seen as a machine, so that throughput and limits need not ask who owns it.
[[nodiscard]] model::Machine asMachine(const model::ServerBuild& server);

} // namespace wherewithal::simulator
