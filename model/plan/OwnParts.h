// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/catalogue/CatalogueSlice.h"
#include "model/plan/Plan.h"

namespace wherewithal::model {

/// True if the plan brings servers, sites or answers of its own.
[[nodiscard]] bool hasOwnParts(const Plan& plan);

/// Puts the plan's own servers, sites and answers among the facts of the catalogue. An own server or site
/// stands in the place of one with the same id; an own answer stands beside the published facts and is marked
/// as own. The order of the slice is kept.
void addOwnParts(CatalogueSlice& slice, const Plan& plan);

} // namespace wherewithal::model
