// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/import/prices/PriceSheet.h"

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace wherewithal::providers {

/// Looks over the machine prices of a sheet for what cannot be: a reservation or a spot price at or above
/// on-demand, two on-demand prices for one thing.
///
/// Things are known by a hash of what they are (provider, machine, region, zone, system, software, tenancy,
/// basis): some 50 bytes each.
class AnomalyWatch
{
public:
    void add(const OfferRow& offer);
    /// Warnings, in order of line. At most `most` of each kind are spelled out; the last one says how many
    /// there are.
    [[nodiscard]] std::vector<RowIssue> findings(std::size_t most = 20) const;

private:
    struct Seen
    {
        double onDemand = -1.0; ///< hourly; negative: not seen
        double other = -1.0;    ///< a second on-demand price
        double reserved = -1.0; ///< the highest effective one
        double spot = -1.0;     ///< the highest
        std::uint64_t onDemandLine = 0;
        std::uint64_t otherLine = 0;
        std::uint64_t reservedLine = 0;
        std::uint64_t spotLine = 0;
    };
    std::unordered_map<std::uint64_t, Seen> m_seen;
};

} // namespace wherewithal::providers
