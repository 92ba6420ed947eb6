// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/Result.h"
#include "simulator/compare/Comparison.h"
#include "simulator/sensitivity/Swings.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wherewithal::simulator {

/// A closer look at one option, computed on demand: too much to do for every option after every edit.
struct Examination
{
    std::string letter;
    double base = 0.0;                   ///< nominal total that the swings are told from, plan currency
    std::vector<Swing> swings;           ///< greatest first
    std::string rival;                   ///< letter; empty: there is no other ranked option
    bool isCheaperNow = false;           ///< than the rival, base case
    std::vector<SwitchOver> switchOvers; ///< in the order of the swings
    model::Micros committed;             ///< lines that cannot be cancelled once taken
    std::optional<double> idleFraction;  ///< see simulator::idleFraction()
};

/// Examines an option against the cheapest other ranked one (base case), or against `rival` if named.
///
/// `comparison` must be the answer to the plan and slice. UnknownName for an option or rival that it does not
/// hold; the error of the option where it cannot be resolved.
[[nodiscard]] model::Result<Examination> examine(const model::Plan& plan,
                                                 const model::CatalogueSlice& slice,
                                                 const Comparison& comparison,
                                                 std::string_view optionLetterOrId,
                                                 std::string_view rival = {});

} // namespace wherewithal::simulator
