// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/Result.h"
#include "model/catalogue/CatalogueSlice.h"
#include "model/plan/Plan.h"

namespace wherewithal::simulator {

/// Puts the prices that the plan recorded in the place of the slice's, so that it is computed as it was last
/// time.
///
/// A recorded price whose option or price the catalogue no longer has cannot be put back; compare() says so
/// for the option. NotFound if the plan records no price.
[[nodiscard]] model::Result<void> freezePrices(const model::Plan& plan, model::CatalogueSlice& slice);

} // namespace wherewithal::simulator
