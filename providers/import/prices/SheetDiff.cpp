// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/import/prices/SheetDiff.h"

#include <fmt/format.h>

namespace wherewithal::providers {

namespace {

[[nodiscard]] std::string keyOf(const PriceRow& row)
{
    return fmt::format("{}\n{}\n{}\n{}\n{}", priceKey(row), row.sku, row.rate, row.unit, row.currency.code());
}

/// A sheet may hold several versions of a price: its newest is what it says.
[[nodiscard]] std::map<std::string, const PriceRow*> newestOf(const std::vector<PriceRow>& rows)
{
    std::map<std::string, const PriceRow*> newest;
    for (const PriceRow& row : rows) {
        const auto [known, isNew] = newest.emplace(keyOf(row), &row);
        if (!isNew && known->second->effectiveFrom < row.effectiveFrom) {
            known->second = &row;
        }
    }
    return newest;
}

[[nodiscard]] double comparable(const PriceRow& row)
{
    if (!row.tiers.empty()) { // one number for a graduated price: the mean of its tiers tells that one of
                              // them moved
        double total = 0.0;
        for (const auto& tier : row.tiers) {
            total += tier.amount.toDouble();
        }
        return total / static_cast<double>(row.tiers.size());
    }
    return effectiveHourly(row).value_or(row.amount.toDouble() / row.blockSize);
}

[[nodiscard]] std::string familyOf(const PriceRow& row)
{
    if (row.machine.empty()) {
        return row.service;
    }
    // Azure: Standard_D4s_v5 is of the family D; elsewhere what stands before the size.
    constexpr std::string_view kAzure = "Standard_";
    if (row.machine.starts_with(kAzure)) {
        const std::size_t end = row.machine.find_first_of("0123456789", kAzure.size());
        return row.machine.substr(0, end);
    }
    return row.machine.substr(0, row.machine.find_first_of(".-"));
}

} // namespace

SheetDifference diffSheets(const std::vector<PriceRow>& before, const std::vector<PriceRow>& after)
{
    const std::map<std::string, const PriceRow*> old = newestOf(before);
    const std::map<std::string, const PriceRow*> fresh = newestOf(after);
    SheetDifference difference;
    for (const auto& [key, row] : fresh) {
        FamilyChange& family = difference.families[familyOf(*row)];
        const auto found = old.find(key);
        const double now = comparable(*row);
        if (found == old.end()) {
            difference.added.push_back({.row = *row, .before = std::nullopt, .after = now});
            ++family.added;
            continue;
        }
        const double then = comparable(*found->second);
        if (now > then) {
            difference.dearer.push_back({.row = *row, .before = then, .after = now});
            ++family.dearer;
        } else if (now < then) {
            difference.cheaper.push_back({.row = *row, .before = then, .after = now});
            ++family.cheaper;
        } else {
            ++difference.same;
            ++family.same;
        }
    }
    for (const auto& [key, row] : old) {
        if (!fresh.contains(key)) {
            difference.removed.push_back({.row = *row, .before = comparable(*row), .after = std::nullopt});
            ++difference.families[familyOf(*row)].removed;
        }
    }
    return difference;
}

} // namespace wherewithal::providers
