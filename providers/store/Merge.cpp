// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/store/Merge.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <tuple>

namespace wherewithal::providers {

namespace {

bool isInForce(const PriceRow& row, const std::string& day)
{
    const bool hasBegun = row.effectiveFrom.empty() || row.effectiveFrom <= day;
    return hasBegun && (row.effectiveTo.empty() || row.effectiveTo >= day);
}

/// Greater wins.
auto rank(const PriceRow& row, const std::optional<std::string>& day)
{
    return std::tuple(!day || isInForce(row, *day),
                      row.effectiveFrom,
                      row.sheet != kShippedSheet,
                      row.sheetOrder,
                      row.sheet);
}

std::string inWords(const PriceRow& row)
{
    return fmt::format("{} {} of {} in {}",
                       row.amount.toText(),
                       row.currency.code(),
                       row.effectiveFrom.empty() ? "unknown date" : row.effectiveFrom,
                       row.sheet);
}

void decide(std::vector<PriceRow>& rows,
            const std::vector<std::size_t>& rivals,
            const std::optional<std::string>& day)
{
    const std::size_t best =
        *std::ranges::max_element(rivals, {}, [&](std::size_t i) { return rank(rows[i], day); });
    std::string beaten;
    for (const std::size_t i : rivals) {
        if (i == best) {
            continue;
        }
        const bool isNewer = rows[best].effectiveFrom > rows[i].effectiveFrom;
        rows[i].isCurrent = false;
        rows[i].reason = fmt::format("replaced by {}", inWords(rows[best]));
        beaten += fmt::format(
            "{}{} {}", beaten.empty() ? "" : "; ", isNewer ? "newer than" : "preferred to", inWords(rows[i]));
    }
    rows[best].isCurrent = true;
    rows[best].reason = std::move(beaten);
}

} // namespace

void decideRivals(std::vector<PriceRow>& rows, const std::optional<std::string>& day)
{
    std::map<std::string, std::vector<std::size_t>> groups;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        groups[priceKey(rows[i])].push_back(i);
    }
    for (const auto& [key, rivals] : groups) {
        if (rivals.size() > 1) {
            decide(rows, rivals, day);
        }
    }
}

} // namespace wherewithal::providers
