// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/catalogue/CatalogueSlice.h"
#include "model/plan/Plan.h"
#include "simulator/compare/Comparison.h"

#include <vector>

namespace wherewithal::app {

/// Another way to have what an option is.
struct OptionVariant
{
    enum class Change
    {
        Purchase, ///< the same machine in the same region, bought another way
        Region,
        Site,
        Server,
    };

    Change change = Change::Purchase;
    model::Candidate candidate;
    std::string label; ///< what differs: the region's, site's or server's name; empty for a way of buying
};

/// The candidate that gives exactly this option: what "Duplicate" and a fixed query result are made of.
[[nodiscard]] model::Candidate candidateOf(const simulator::OptionSpec& spec);

/// What the catalogue prices beside this option: ways of buying, then other regions bought the same way, then
/// sites and servers of an own one. Without those that the plan names already.
[[nodiscard]] std::vector<OptionVariant>
variantsOf(const simulator::OptionSpec& spec, const model::CatalogueSlice& slice, const model::Plan& plan);

} // namespace wherewithal::app
