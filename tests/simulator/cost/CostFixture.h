// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/cost/OptionModel.h"

#include <string>
#include <utility>

/// A plan and a catalogue small enough to follow by hand.
namespace wherewithal::simulator::test {

inline model::Price price(std::string amount,
                          model::Purchase purchase = model::Purchase::OnDemand,
                          int term = 0,
                          std::string upfront = "0",
                          model::Payment payment = model::Payment::None)
{
    model::Price row;
    row.provider = model::ProviderId("cloud");
    row.machine = model::MachineId("m1");
    row.region = model::RegionId("r1");
    row.purchase = purchase;
    row.termMonths = term;
    row.payment = payment;
    row.amount = model::parseDecimal(amount).value();
    row.upfront = model::parseDecimal(upfront).value();
    row.effectiveFrom = "2026-11-01";
    row.source = {.title = "A price list", .url = "https://example.org/prices", .date = "2026-11-01"};
    return row;
}

inline model::ServicePrice service(std::string name, std::string unit, std::vector<model::PriceTier> tiers)
{
    model::ServicePrice row;
    row.provider = model::ProviderId("cloud");
    row.service = std::move(name);
    row.region = model::RegionId("r1");
    row.unit = std::move(unit);
    row.tiers = std::move(tiers);
    row.source = {.title = "A service list", .url = {}, .date = "2026-10-01"};
    return row;
}

inline model::CatalogueSlice slice()
{
    model::CatalogueSlice result;
    result.providers.push_back(
        {.id = model::ProviderId("cloud"), .displayName = "Cloud", .kind = "cloud", .note = {}});
    model::Machine machine;
    machine.provider = model::ProviderId("cloud");
    machine.id = model::MachineId("m1");
    machine.vcpus = 8.0;
    machine.networkBitsPerSecondPeak = 10e9;
    result.machines.push_back(machine);
    result.prices.push_back(price("2"));
    result.services.push_back(
        service("egress-internet",
                "GB",
                {{.from = 0.0, .to = 10240.0, .amount = model::Decimal(9, -2)},
                 {.from = 10240.0, .to = std::nullopt, .amount = model::Decimal(85, -3)}}));
    model::ServerBuild server;
    server.id = model::ServerBuildId("s1");
    server.displayName = "Server";
    server.price = {.low = {},
                    .typical = 100000.0,
                    .high = {},
                    .unit = "USD",
                    .basis = {},
                    .source = {.title = "A quotation", .url = {}, .date = "2026-06-01"}};
    server.powerWatts = {.low = 1000.0,
                         .typical = 5000.0,
                         .high = 6000.0,
                         .unit = "W",
                         .basis = {},
                         .source = {.title = "A data sheet", .url = {}, .date = {}}};
    server.maintenanceFractionPerYear = 0.12;
    result.servers.push_back(server);
    model::Site site;
    site.id = model::SiteId("site");
    site.displayName = "Site";
    site.colocationPerKilowattMonth = {.low = {},
                                       .typical = 200.0,
                                       .high = {},
                                       .unit = "USD/kW-month",
                                       .basis = {},
                                       .source = {.title = "A broker", .url = {}, .date = "2026"}};
    site.electricityPerKwh = {.low = {},
                              .typical = 0.1,
                              .high = {},
                              .unit = "USD/kWh",
                              .basis = {},
                              .source = {.title = "An authority", .url = {}, .date = "2026"}};
    result.sites.push_back(site);
    return result;
}

/// 10 requests/s, flat, one year from January 2027; nothing but machines costs.
inline model::Plan plan()
{
    model::Plan result;
    result.starts = {.year = 2027, .month = 1};
    result.horizonMonths = 12;
    model::Workload workload;
    workload.id = model::WorkloadId("w1");
    workload.name = "Service";
    workload.detail = model::MeasuredService{};
    workload.demand.peakPerSecond = 10.0;
    result.workloads.push_back(workload);
    for (const std::string_view key :
         {"staff-cloud", "staff-own", "staff-per-server", "staff-token-api", "staff-platform"}) {
        (void)result.assumptions.set(key, 0.0);
    }
    (void)result.assumptions.set("spare-replicas", 0.0);
    return result;
}

/// One replica a machine: 4 requests/s stable, 3.4 sustained.
template <model::Number N>
ReplicaCapacity<N> capacity()
{
    ReplicaCapacity<N> result;
    result.stablePerSecond = N{4.0};
    result.perSecond = N{3.4};
    result.servers = N{40.0};
    result.serviceSeconds = N{5.0};
    return result;
}

template <model::Number N>
OptionCapacities<N> capacities(std::size_t workloads = 1)
{
    return OptionCapacities<N>(std::vector<std::optional<ReplicaCapacity<N>>>(workloads, capacity<N>()));
}

inline OptionSpec spec(model::OptionKind kind = model::OptionKind::Machine,
                       model::Purchase purchase = model::Purchase::OnDemand,
                       int term = 0,
                       model::Payment payment = model::Payment::None)
{
    OptionSpec result;
    result.id = model::OptionId("cloud/r1/m1");
    result.letter = "A";
    result.kind = kind;
    result.provider = model::ProviderId("cloud");
    result.region = model::RegionId("r1");
    result.machine = model::MachineId("m1");
    result.displayName = "Cloud m1";
    result.purchase = purchase;
    result.termMonths = term;
    result.payment = payment;
    if (kind == model::OptionKind::SelfHosted || kind == model::OptionKind::Hybrid) {
        result.server = model::ServerBuildId("s1");
        result.site = model::SiteId("site");
    }
    return result;
}

inline const LedgerLine* lineOf(const CostResult& cost, std::string_view key)
{
    for (const LedgerLine& line : cost.lines) {
        if (line.key == key) {
            return &line;
        }
    }
    return nullptr;
}

} // namespace wherewithal::simulator::test
