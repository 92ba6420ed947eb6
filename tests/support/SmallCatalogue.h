// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/catalogue/CatalogueSlice.h"
#include "model/units/Quantity.h"

namespace wherewithal::tests {

/// A catalogue of a few invented rows for tests of mechanisms: two clouds, a platform, a layer, a token API, one server
/// and one site. No figure in it is a fact.
[[nodiscard]] inline model::CatalogueSlice smallCatalogue()
{
    using namespace model;
    const Source source{.title = "invented for tests", .url = "https://example.invalid", .date = "2026-11-01"};
    CatalogueSlice slice;
    slice.hash = "0123456789abcdef";
    slice.asOf = "2026-11-01";
    slice.providers = {{.id = ProviderId{"cirrus"}, .displayName = "Cirrus", .kind = "cloud"},
                       {.id = ProviderId{"dyno"}, .displayName = "Dyno", .kind = "platform"},
                       {.id = ProviderId{"layer"}, .displayName = "Layer", .kind = "layer"},
                       {.id = ProviderId{"nimbus"}, .displayName = "Nimbus", .kind = "cloud"},
                       {.id = ProviderId{"self-hosted"}, .displayName = "Self-hosted", .kind = "self-hosted"},
                       {.id = ProviderId{"tokens"}, .displayName = "Tokens", .kind = "token-api"}};
    slice.regions = {{.provider = ProviderId{"cirrus"}, .id = RegionId{"east"}, .displayName = "East", .country = "US", .continent = "North America"},
                     {.provider = ProviderId{"cirrus"}, .id = RegionId{"west"}, .displayName = "West", .country = "IE", .continent = "Europe"},
                     {.provider = ProviderId{"dyno"}, .id = RegionId{"eu"}, .displayName = "Europe", .country = "IE", .continent = "Europe"},
                     {.provider = ProviderId{"nimbus"}, .id = RegionId{"centre"}, .displayName = "Centre", .country = "DE", .continent = "Europe"}};
    const auto machine = [&](const char* provider, const char* id, double vcpus, const char* accelerator, int count) {
        Machine row{.provider = ProviderId{provider}, .id = MachineId{id}, .displayName = id, .category = count > 0 ? "gpu" : "general", .source = source};
        row.vcpus = vcpus;
        row.memoryBytes = vcpus * 4.0 * kGib;
        row.accelerator = AcceleratorId{accelerator};
        row.acceleratorCount = count;
        if (count > 0) {
            row.acceleratorMemoryBytesEach = 80.0 * kGib;
        }
        row.networkBitsPerSecondPeak = 10e9;
        return row;
    };
    slice.machines = {machine("cirrus", "big", 96, "gpu-80", 8), machine("cirrus", "small", 4, "", 0), machine("dyno", "standard", 2, "", 0),
                      machine("nimbus", "one", 12, "gpu-80", 1)};
    const auto price = [&](const char* provider, const char* id, const char* region, Purchase purchase, int term, const char* amount) {
        Price row{.provider = ProviderId{provider}, .machine = MachineId{id}, .region = RegionId{region}, .purchase = purchase, .termMonths = term,
                  .amount = parseDecimal(amount).value(), .effectiveFrom = "2026-11-01", .source = source, .sheet = "shipped"};
        row.period = purchase == Purchase::Platform ? PricePeriod::Month : PricePeriod::Hour;
        return row;
    };
    slice.prices = {price("cirrus", "big", "east", Purchase::OnDemand, 0, "40"),      price("cirrus", "big", "west", Purchase::OnDemand, 0, "44"),
                    price("cirrus", "big", "east", Purchase::Reserved, 12, "28"),     price("cirrus", "big", "east", Purchase::Spot, 0, "16"),
                    price("cirrus", "small", "east", Purchase::OnDemand, 0, "0.2"),   price("dyno", "standard", "eu", Purchase::Platform, 0, "50"),
                    price("nimbus", "one", "centre", Purchase::OnDemand, 0, "4"),     price("nimbus", "one", "centre", Purchase::CommittedUse, 36, "2.2")};
    Accelerator gpu{.id = AcceleratorId{"gpu-80"}, .displayName = "GPU 80", .vendor = "Invented", .kind = "gpu", .year = 2023, .source = source};
    gpu.bf16FlopsPerSecond = 1e15;
    gpu.memoryBytes = 80.0 * kGib;
    gpu.memoryBytesPerSecond = 3.35e12;
    gpu.linkBytesPerSecond = 450e9;
    gpu.tdpWatts = 700;
    slice.accelerators = {gpu};
    ServerBuild server{.id = ServerBuildId{"box-8"}, .displayName = "8 x GPU 80", .accelerator = AcceleratorId{"gpu-80"}, .acceleratorCount = 8};
    server.vcpus = 128;
    server.memoryBytes = 1024.0 * kGib;
    server.rackUnits = 8;
    server.price = {.low = 200000, .typical = 300000, .high = 400000, .unit = "USD", .source = source};
    server.powerWatts = {.typical = 7000, .high = 10000, .unit = "W", .source = source};
    server.maintenanceFractionPerYear = 0.1;
    server.maintenanceSource = source;
    slice.servers = {server};
    Site site{.id = SiteId{"hall"}, .displayName = "Hall", .country = "DE", .continent = "Europe"};
    site.colocationPerKilowattMonth = {.typical = 180, .unit = "USD/kW-month", .source = source};
    site.electricityPerKwh = {.typical = 0.15, .unit = "USD/kWh", .source = source};
    slice.sites = {site};
    slice.tokenPrices = {{.provider = ProviderId{"tokens"}, .model = "model-30b", .inputPerMillion = parseDecimal("0.1").value(),
                          .outputPerMillion = parseDecimal("0.3").value(), .source = source}};
    slice.exchangeRates = {{.from = Currency::eur(), .to = Currency::usd(), .rate = 1.15, .date = "2026-11-01", .source = "invented"}};
    return slice;
}

} // namespace wherewithal::tests
