// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/store/PriceRow.h"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace wherewithal::providers {

/// One price in two sheets. Amounts are effective: hourly with the upfront part spread, or per unit.
struct PriceChange
{
    PriceRow row;                 ///< of the later sheet; of the earlier one if it is gone
    std::optional<double> before; ///< nothing: new
    std::optional<double> after;  ///< nothing: gone
};

/// Counts by machine family ("m5"), or by service for what is no machine.
struct FamilyChange
{
    std::size_t added = 0;
    std::size_t removed = 0;
    std::size_t dearer = 0;
    std::size_t cheaper = 0;
    std::size_t same = 0;
};

struct SheetDifference
{
    std::vector<PriceChange> added;
    std::vector<PriceChange> removed;
    std::vector<PriceChange> dearer;
    std::vector<PriceChange> cheaper;
    std::size_t same = 0;
    std::map<std::string, FamilyChange> families;
};

/// What changed from one sheet to the other, in order of the rows' keys. Rows of different currencies are not
/// compared: one is gone, the other new.
[[nodiscard]] SheetDifference diffSheets(const std::vector<PriceRow>& before,
                                         const std::vector<PriceRow>& after);

} // namespace wherewithal::providers
