// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/Calendar.h"
#include "providers/store/PriceRow.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wherewithal::providers {

inline constexpr std::string_view kShippedSheet = "shipped";

/// Decides which of the rows that price the same thing holds: a row in force on `day` before one that is not,
/// then the newest effective day, then an imported sheet before the shipped catalogue, then the sheet
/// published (or, undated, imported) later.
///
/// Winner and losers get their reason; `isCurrent` tells them apart. Rows without a rival are left as they
/// are. The order of rows is kept.
void decideRivals(std::vector<PriceRow>& rows, const std::optional<std::string>& day);

} // namespace wherewithal::providers
