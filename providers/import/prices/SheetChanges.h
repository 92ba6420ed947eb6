// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/store/PriceRow.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

namespace wherewithal::providers {

/// One price that changed, for people.
struct NamedChange
{
    PriceRow row; ///< of the later sheet
    double before = 0.0;
    double after = 0.0;

    [[nodiscard]] double fraction() const { return before > 0.0 ? (after - before) / before : 0.0; }
    bool operator==(const NamedChange&) const = default;
};

/// What a sheet changes, counted.
struct ChangeSummary
{
    std::size_t added = 0;
    std::size_t lower = 0;
    std::size_t higher = 0;
    std::size_t withdrawn = 0;
    std::size_t unchanged = 0;
    std::size_t older = 0; ///< rows of an earlier day than those known: kept as history, they change nothing
    std::vector<NamedChange> largest; ///< by the size of the relative change, greatest first

    [[nodiscard]] std::size_t compared() const { return added + lower + higher + unchanged; }
    bool operator==(const ChangeSummary&) const = default;
};

/// Counts what changed between prices known before and those of a sheet, without keeping rows: about 50 bytes
/// for each price known before.
///
/// Prices are matched by what they price, the sheet's own keys, unit and currency; of one thing on several
/// days the newest counts, of several on one day the one added last. Amounts are effective: hourly with the
/// upfront part spread, or per unit.
class SheetChanges
{
public:
    static constexpr std::size_t kLargest = 12;

    /// All of these first ...
    void addBefore(const PriceRow& row);
    /// ... then these.
    void addAfter(const PriceRow& row);
    /// Counts what no longer occurs. Without anything known before nothing is compared.
    [[nodiscard]] ChangeSummary finish();

    [[nodiscard]] bool hasBefore() const { return !m_known.empty(); }

private:
    struct Known
    {
        double amount = 0.0;
        int day = 0; ///< of dayNumber(); 0: unknown
        bool isSeen = false;
    };
    void keepLargest(const PriceRow& row, double before, double after);

    std::unordered_map<std::uint64_t, Known> m_known;
    ChangeSummary m_summary;
};

} // namespace wherewithal::providers
