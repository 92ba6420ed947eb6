// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/import/prices/PriceSheet.h"

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace wherewithal::providers {

/// Looks over the machine prices of a sheet for what cannot be: a reservation or a spot price at or above
/// on-demand, two on-demand prices for one thing, a price far from its family's.
///
/// Things are known by a hash of what they are (provider, machine, region, zone, system, software, tenancy,
/// basis): some 50 bytes each.
class AnomalyWatch
{
public:
    void add(const OfferRow& offer);
    /// What the prices of a family are compared by; before its offers.
    void add(const MachineRow& machine);
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
    struct Shape
    {
        float vcpus = 0.0F;
        float memoryGib = 0.0F;
        std::uint64_t family = 0; ///< hash
    };
    struct Rate ///< on-demand price of one member of a family in a region
    {
        std::uint64_t group = 0; ///< family, region, system ...
        float perVcpu = 0.0F;
        float perGib = 0.0F;
        std::uint64_t line = 0;
    };
    void watchFamily(const OfferRow& offer, double hourly);
    [[nodiscard]] std::vector<RowIssue> familyFindings(std::size_t most) const;

    std::unordered_map<std::uint64_t, Seen> m_seen;
    std::unordered_map<std::uint64_t, Shape> m_shapes; ///< by provider and machine
    std::vector<Rate> m_rates;
};

} // namespace wherewithal::providers
