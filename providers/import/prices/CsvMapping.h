// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/import/prices/Detect.h"
#include "providers/import/prices/Units.h"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wherewithal::providers {

/// What a column of a table can hold.
enum class Target
{
    Machine,
    Provider,
    Region,
    Zone,
    Os,
    Sku,
    Family,
    Description,
    Tenancy,
    Vcpus,
    Memory, ///< in CsvMapping::memoryUnit
    Price,  ///< per unit column, else CsvMapping::unit
    PriceHour,
    PriceMonth,
    SpotPrice, ///< per hour
    Upfront,
    Term,
    Payment,
    Purchase,
    IsSpot, ///< true, false
    Currency,
    Unit,
    Accelerator,
    AcceleratorCount,
    AcceleratorMemory, ///< GiB per device
    GpuInfo,           ///< SkyPilot's description of the devices
    EffectiveFrom,
    Architecture,
    Storage,
    Network,
};
[[nodiscard]] std::string_view name(Target target);
[[nodiscard]] std::optional<Target> parseTarget(std::string_view text);

/// How a table becomes prices: columns, units, currency, notation. Saved as JSON, shipped in
/// resources/profiles.
struct CsvMapping
{
    std::string name;
    std::string provider; ///< where no column says it
    std::string service;
    std::string currency; ///< where neither a column nor a sign says it
    std::string region;   ///< where no column says it
    std::string os = "linux";
    std::string unit = "hour";      ///< of Target::Price
    std::string memoryUnit = "gib"; ///< gib, gb, mib, mb
    std::string purchase = "on-demand";
    std::optional<char> separator;    ///< overrules the detected one
    std::optional<Encoding> encoding; ///< overrules the detected one
    NumberNotation notation;
    std::size_t headerLine = 0;            ///< from 1; 0: the detected one
    std::map<Target, std::string> columns; ///< header cell of each target

    bool operator==(const CsvMapping&) const = default;
};

/// InvalidSyntax, UnknownKey, WrongType; the key is in Error::where.
[[nodiscard]] model::Result<CsvMapping> parseMapping(std::string_view json);
/// Reads back to the same value.
[[nodiscard]] std::string mappingJson(const CsvMapping& mapping);

/// The best guess for a table: names of columns in several languages, signs and notation of the values.
[[nodiscard]] CsvMapping proposeMapping(const Detection& detection,
                                        const std::vector<std::vector<std::string>>& sample);

struct ShippedMapping
{
    std::string_view name;
    std::string_view json;
};
/// Those of resources/profiles, by name.
[[nodiscard]] std::span<const ShippedMapping> shippedMappings();

} // namespace wherewithal::providers
