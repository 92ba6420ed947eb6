// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/Calendar.h"
#include "model/hardware/Accelerator.h"
#include "model/hardware/Machine.h"
#include "model/offer/Price.h"
#include "model/scoring/Evidence.h"
#include "model/site/ServerBuild.h"
#include "model/units/Money.h"

#include <optional>
#include <string>
#include <vector>

namespace wherewithal::model {

struct Provider
{
    ProviderId id;
    std::string displayName; ///< "Google Cloud"
    std::string kind;        ///< "cloud", "gpu-cloud", "platform", "layer", "token-api", "self-hosted"
    std::string note;

    bool operator==(const Provider&) const = default;
};

struct Region
{
    ProviderId provider;
    RegionId id;
    std::string displayName; ///< "Frankfurt"
    std::string country;     ///< ISO 3166-1 alpha-2; empty: not published
    std::string continent;   ///< "Europe", "North America", "Asia", ...; empty: not published

    bool operator==(const Region&) const = default;
};

/// The part of the catalogue that answers a plan: a bounded value, complete for the simulator.
///
/// Machines and prices are those that the plan's candidates and queries name; all else (accelerators, services,
/// limits, evidence, lifecycles, servers, sites) is whole for the providers concerned. Every vector is sorted by its
/// key, so that the same catalogue gives the same bits.
struct CatalogueSlice
{
    std::string hash;  ///< of the catalogue's content, hexadecimal
    std::string asOf;  ///< newest date of a price in it, "YYYY-MM-DD"

    std::vector<Provider> providers;
    std::vector<Region> regions;
    std::vector<Machine> machines;
    std::vector<Price> prices;
    std::vector<ServicePrice> services;
    std::vector<SupportPlan> supportPlans;
    std::vector<TokenPrice> tokenPrices;
    std::vector<ProviderLimit> limits;
    std::vector<Accelerator> accelerators;
    std::vector<ServerBuild> servers;
    std::vector<Site> sites;
    std::vector<ResidualPoint> residuals;
    std::vector<Question> questions;
    std::vector<Evidence> evidence;
    std::vector<Lifecycle> lifecycles;
    std::vector<ExchangeRate> exchangeRates;

    [[nodiscard]] const Provider* findProvider(const ProviderId& id) const;
    [[nodiscard]] const Region* findRegion(const ProviderId& provider, const RegionId& id) const;
    [[nodiscard]] const Machine* findMachine(const ProviderId& provider, const MachineId& id) const;
    [[nodiscard]] const Accelerator* findAccelerator(const AcceleratorId& id) const;
    [[nodiscard]] const ServerBuild* findServer(const ServerBuildId& id) const;
    [[nodiscard]] const Site* findSite(const SiteId& id) const;

    /// How many units of `to` one unit of `from` is; 1 for the same currency; nothing without a dated rate
    /// (the inverse and the way over USD are tried).
    [[nodiscard]] std::optional<double> exchangeRate(const Currency& from, const Currency& to) const;

    bool operator==(const CatalogueSlice&) const = default;
};

/// Prices older than this many days before the plan's as-of day look stale.
inline constexpr int kStaleAfterDays = 180;
/// True if the date is a day and lies more than kStaleAfterDays before `asOf`, or is no day at all.
[[nodiscard]] bool isStale(const std::string& date, Day asOf);

} // namespace wherewithal::model
