// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/catalogue/CatalogueSlice.h"

#include <algorithm>

namespace wherewithal::model {

namespace {

template <typename Rows, typename Matches>
auto firstThat(const Rows& rows, Matches matches) -> const typename Rows::value_type*
{
    const auto row = std::ranges::find_if(rows, matches);
    return row == rows.end() ? nullptr : &*row;
}

std::optional<double> directRate(const std::vector<ExchangeRate>& rates, const Currency& from, const Currency& to)
{
    if (from == to) {
        return 1.0;
    }
    for (const ExchangeRate& rate : rates) {
        if (rate.from == from && rate.to == to) {
            return rate.rate;
        }
        if (rate.from == to && rate.to == from) {
            return 1.0 / rate.rate;
        }
    }
    return std::nullopt;
}

} // namespace

const Provider* CatalogueSlice::findProvider(const ProviderId& id) const
{
    return firstThat(providers, [&](const Provider& row) { return row.id == id; });
}

const Region* CatalogueSlice::findRegion(const ProviderId& provider, const RegionId& id) const
{
    return firstThat(regions, [&](const Region& row) { return row.provider == provider && row.id == id; });
}

const Machine* CatalogueSlice::findMachine(const ProviderId& provider, const MachineId& id) const
{
    return firstThat(machines, [&](const Machine& row) { return row.id == id && row.provider == provider; });
}

const Accelerator* CatalogueSlice::findAccelerator(const AcceleratorId& id) const
{
    return firstThat(accelerators, [&](const Accelerator& row) { return row.id == id; });
}

const ServerBuild* CatalogueSlice::findServer(const ServerBuildId& id) const
{
    return firstThat(servers, [&](const ServerBuild& row) { return row.id == id; });
}

const Site* CatalogueSlice::findSite(const SiteId& id) const
{
    return firstThat(sites, [&](const Site& row) { return row.id == id; });
}

std::optional<double> CatalogueSlice::exchangeRate(const Currency& from, const Currency& to) const
{
    if (const auto direct = directRate(exchangeRates, from, to)) {
        return direct;
    }
    const auto toUsd = directRate(exchangeRates, from, Currency::usd());
    const auto fromUsd = directRate(exchangeRates, Currency::usd(), to);
    return toUsd && fromUsd ? std::optional(*toUsd * *fromUsd) : std::nullopt;
}

bool isStale(const std::string& date, Day asOf)
{
    const auto day = parseDay(date.substr(0, 10));
    return !day || daysBetween(*day, asOf) > kStaleAfterDays;
}

} // namespace wherewithal::model
