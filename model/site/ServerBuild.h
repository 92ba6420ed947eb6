// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/Id.h"
#include "model/explain/Figure.h"
#include "model/units/Money.h"
#include "model/units/Range.h"

#include <optional>
#include <string>
#include <vector>

namespace wherewithal::model {

/// A sourced low, typical and high figure; any part may be unknown.
struct SourcedRange
{
    std::optional<double> low;
    std::optional<double> typical;
    std::optional<double> high;
    std::optional<Range> stated; ///< in the place of the three, where somebody gave a range outright
    Currency currency;           ///< of a price
    std::string unit;
    std::string basis; ///< how the three came about, in words
    Source source;

    /// low to typical to high as a triangular range; fewer known parts give a narrower one; nothing if all are unknown. A stated range as it is.
    [[nodiscard]] std::optional<Range> range() const;

    bool operator==(const SourcedRange&) const = default;
};

/// A server that one can buy.
struct ServerBuild
{
    ServerBuildId id;
    std::string displayName;
    AcceleratorId accelerator; ///< empty: none
    int acceleratorCount = 0;
    std::optional<double> vcpus; ///< hardware threads
    std::optional<double> memoryBytes;
    std::optional<double> rackUnits;
    SourcedRange price;      ///< USD
    SourcedRange powerWatts; ///< low = idle, typical, high = rating
    std::optional<double> acceleratorsOnlyWatts; ///< sum of device ratings where the node's power is unknown
    std::optional<double> maintenanceFractionPerYear;
    Source maintenanceSource;
    std::optional<double> networkBitsPerSecond;
    std::string confidence;
    std::string note;

    bool operator==(const ServerBuild&) const = default;
};

/// Where servers stand: colocation and electricity.
struct Site
{
    SiteId id;
    std::string displayName; ///< "Frankfurt colocation"
    std::string country;     ///< ISO 3166-1 alpha-2
    std::string continent;   ///< "Europe", "North America" ...
    SourcedRange colocationPerKilowattMonth; ///< USD
    SourcedRange electricityPerKwh;          ///< USD
    std::optional<Range> pue; ///< facility over IT power, >= 1; empty: by assumption
    Source pueSource;
    std::optional<double> gramsCo2PerKwh;
    Source carbonSource;
    std::string note;

    bool operator==(const Site&) const = default;
};

/// Value of used hardware as a fraction of its new price, by age.
struct ResidualPoint
{
    std::string asset; ///< "H100 SXM", "A100 80 GB"
    double years = 0.0;
    std::optional<double> lowFraction;
    std::optional<double> highFraction;
    std::string confidence;
    Source source;

    bool operator==(const ResidualPoint&) const = default;
};

} // namespace wherewithal::model
