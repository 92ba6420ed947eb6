// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/Result.h"
#include "model/catalogue/CatalogueSlice.h"
#include "model/plan/Plan.h"
#include "simulator/compare/Comparison.h"

#include <vector>

namespace wherewithal::simulator {

/// Puts the prices that the plan recorded in the place of the slice's, so that it is computed as it was last
/// time.
///
/// A recorded price whose option or price the catalogue no longer has cannot be put back; compare() says so
/// for the option. NotFound if the plan records no price.
[[nodiscard]] model::Result<void> freezePrices(const model::Plan& plan, model::CatalogueSlice& slice);

/// A price that is another than the plan recorded.
struct PriceChange
{
    model::UsedPrice before;
    model::UsedPrice now;

    bool operator==(const PriceChange&) const = default;
};

/// The recorded prices that differ from those used now, in the order of the plan. What only one of the two
/// has is no change of a price: options come and go.
[[nodiscard]] std::vector<PriceChange> changedPrices(const model::Plan& plan,
                                                     const std::vector<PriceUse>& prices);

} // namespace wherewithal::simulator
