// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/import/prices/SheetChanges.h"

#include "model/base/Calendar.h"
#include "model/base/Random.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace wherewithal::providers {

namespace {

[[nodiscard]] std::uint64_t keyOf(const PriceRow& row)
{
    return model::stableHash(fmt::format("{}\x1f{}\x1f{}\x1f{}\x1f{}\x1f{}",
                                         priceKey(row),
                                         row.service,
                                         row.sku,
                                         row.rate,
                                         row.unit,
                                         row.currency.code()));
}

/// One number per price; of a graduated one the mean of its tiers, which tells that one of them moved.
[[nodiscard]] double comparable(const PriceRow& row)
{
    if (!row.tiers.empty()) {
        double total = 0.0;
        for (const auto& tier : row.tiers) {
            total += tier.amount.toDouble();
        }
        return total / static_cast<double>(row.tiers.size());
    }
    return effectiveHourly(row).value_or(row.amount.toDouble() / row.blockSize);
}

/// 0: the sheet names none; the day on which it was seen says nothing about which of two prices is newer.
[[nodiscard]] int dayOf(const PriceRow& row)
{
    const auto day = model::parseDay(row.effectiveFrom);
    return day && !row.isDayObserved ? model::dayNumber(*day) : 0;
}

[[nodiscard]] double sizeOf(const NamedChange& change)
{
    return std::abs(change.fraction());
}

} // namespace

void SheetChanges::addBefore(const PriceRow& row)
{
    const int day = dayOf(row);
    const auto [place, isNew] = m_known.try_emplace(keyOf(row), Known{.amount = comparable(row), .day = day});
    if (!isNew && day >= place->second.day) {
        place->second = {.amount = comparable(row), .day = day};
    }
}

void SheetChanges::addAfter(const PriceRow& row)
{
    const auto known = m_known.find(keyOf(row));
    if (known == m_known.end()) {
        ++m_summary.added;
        return;
    }
    known->second.isSeen = true;
    if (const int day = dayOf(row); day != 0 && day < known->second.day) {
        ++m_summary.older;
        return;
    }
    const double before = known->second.amount;
    const double after = comparable(row);
    if (after == before) {
        ++m_summary.unchanged;
        return;
    }
    ++(after < before ? m_summary.lower : m_summary.higher);
    keepLargest(row, before, after);
}

void SheetChanges::keepLargest(const PriceRow& row, double before, double after)
{
    const NamedChange change{.row = row, .before = before, .after = after};
    auto& largest = m_summary.largest;
    if (largest.size() == kLargest && sizeOf(change) <= sizeOf(largest.back())) {
        return;
    }
    largest.insert(std::ranges::upper_bound(largest, sizeOf(change), std::greater{}, sizeOf), change);
    largest.resize(std::min(largest.size(), kLargest));
}

ChangeSummary SheetChanges::finish()
{
    m_summary.withdrawn = static_cast<std::size_t>(
        std::ranges::count_if(m_known, [](const auto& known) { return !known.second.isSeen; }));
    return std::move(m_summary);
}

} // namespace wherewithal::providers
