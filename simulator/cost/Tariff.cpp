// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/cost/Tariff.h"

#include <algorithm>
#include <fmt/format.h>
#include <tuple>
#include <utility>

namespace wherewithal::simulator {

namespace {

using model::Currency;
using model::Price;
using model::ServicePrice;

std::string_view periodUnit(model::PricePeriod period)
{
    switch (period) {
    case model::PricePeriod::Hour:
        return "h";
    case model::PricePeriod::Month:
        return "month";
    case model::PricePeriod::Year:
        break;
    }
    return "year";
}

std::optional<model::ExchangeRate>
rateRow(const std::vector<model::ExchangeRate>& rates, const Currency& from, const Currency& to)
{
    for (const model::ExchangeRate& rate : rates) {
        if (rate.from == from && rate.to == to) {
            return rate;
        }
        if (rate.from == to && rate.to == from && rate.rate > 0.0) {
            return model::ExchangeRate{
                .from = from, .to = to, .rate = 1.0 / rate.rate, .date = rate.date, .source = rate.source};
        }
    }
    return std::nullopt;
}

std::optional<model::ExchangeRate>
rateOverDollars(const std::vector<model::ExchangeRate>& rates, const Currency& from, const Currency& to)
{
    const auto first = rateRow(rates, from, Currency::usd());
    const auto second = rateRow(rates, Currency::usd(), to);
    if (!first || !second) {
        return std::nullopt;
    }
    return model::ExchangeRate{.from = from,
                               .to = to,
                               .rate = first->rate * second->rate,
                               .date = std::min(first->date, second->date),
                               .source = first->source};
}

/// "GB", "GiB-month": how many bytes one unit of data is; 0 for units that are no data.
double bytesPerUnit(std::string_view unit)
{
    constexpr double kKibi = 1024.0;
    for (const auto& [prefix, bytes] :
         std::initializer_list<std::pair<std::string_view, double>>{{"GB", 1e9},
                                                                    {"GiB", kKibi * kKibi * kKibi},
                                                                    {"TB", 1e12},
                                                                    {"TiB", kKibi * kKibi * kKibi * kKibi}}) {
        if (unit == prefix || (unit.starts_with(prefix) && unit[prefix.size()] == '-')) {
            return bytes;
        }
    }
    return 0.0;
}

bool isOneOf(std::string_view text, std::initializer_list<std::string_view> names)
{
    return std::ranges::find(names, text) != names.end();
}

/// Region lists such as "us-central1, europe-west4" name several.
bool namesRegion(const std::string& regions, const std::string& region)
{
    std::size_t at = 0;
    while (at <= regions.size()) {
        const std::size_t end = std::min(regions.find(", ", at), regions.size());
        if (std::string_view(regions).substr(at, end - at) == region) {
            return true;
        }
        at = end + 2;
    }
    return false;
}

/// 0 the region itself, 1 everywhere, 2 another region. "eu" speaks for every European region of its
/// provider.
constexpr int kStandIn = 2; ///< from this distance on, a price is another region's

int regionDistance(const ServicePrice& row, const model::RegionId& region, bool isInEurope)
{
    const std::string& text = row.region.text();
    if ((!region.isEmpty() && namesRegion(text, region.text())) || (isInEurope && text == "eu")) {
        return 0;
    }
    if (text.empty() || text == "all" || text == "global") {
        return 1;
    }
    // A stand-in: the same part of the world by the provider's naming, else where the provider quotes first.
    const auto areaOf = [](const std::string& id) {
        return id.substr(0, id.find('-'));
    };
    if (text.find('-') != std::string::npos && areaOf(text) == areaOf(region.text())) {
        return kStandIn;
    }
    return text == "us-east-1" || text == "us-central1" || text == "eastus" ? kStandIn + 1 : kStandIn + 2;
}

std::size_t preference(const ServicePrice& row, std::initializer_list<std::string_view> preferred)
{
    const auto word = std::ranges::find_if(
        preferred, [&](std::string_view text) { return row.item.find(text) != std::string::npos; });
    return static_cast<std::size_t>(word - preferred.begin());
}

std::vector<Band<double>> bandsOf(const ServicePrice& row)
{
    std::vector<Band<double>> bands;
    const double free = row.freePerMonth.value_or(0.0);
    for (const model::PriceTier& tier : row.tiers) {
        if (tier.to && *tier.to <= free) {
            continue;
        }
        bands.push_back({.from = std::max(free, tier.from), .to = tier.to, .rate = tier.amount.toDouble()});
    }
    return bands;
}

} // namespace

model::Figure Tariff::figure() const
{
    model::Figure result;
    result.name = label;
    result.unit = unit;
    result.source = source;
    if (result.source.date.empty()) {
        result.source.date = date;
    }
    result.note = note;
    result.isAssumption = isAssumption;
    result.place = place;
    result.range = list.isCertain() ? std::string{} : list.toText();
    return result;
}

model::Figure Tariff::exchangeFigure() const
{
    model::Figure result;
    result.name = exchange.label.empty() ? "Exchange rate (same currency)"
                                         : fmt::format("Exchange rate {}", exchange.label);
    result.source = {.title = exchange.source, .url = {}, .date = exchange.date};
    return result;
}

model::Figure Tariff::discountFigure() const
{
    model::Figure result;
    result.name = "Share of the list price paid under contract";
    result.unit = "fraction";
    result.place = "/brownfield/discounts";
    return result;
}

model::Figure BandTariff::bandFigure(const Band<double>& band) const
{
    model::Figure result = terms.figure();
    result.unit = terms.unit;
    result.range.clear();
    result.name = band.to ? fmt::format("{}, {} to {} {} a month", terms.label, band.from, *band.to, unit)
                          : fmt::format("{}, above {} {} a month", terms.label, band.from, unit);
    return result;
}

std::optional<Exchange> Tariffs::exchange(const Currency& from) const
{
    const Currency& to = m_plan.currency;
    if (from == to) {
        return Exchange{};
    }
    auto row = rateRow(m_plan.exchangeRates, from, to);
    if (!row) {
        row = rateRow(m_slice.exchangeRates, from, to);
    }
    if (!row) {
        std::vector<model::ExchangeRate> all = m_plan.exchangeRates;
        all.insert(all.end(), m_slice.exchangeRates.begin(), m_slice.exchangeRates.end());
        row = rateOverDollars(all, from, to);
    }
    if (!row) {
        return std::nullopt;
    }
    return Exchange{.rate = row->rate,
                    .label = fmt::format("{} to {}", from.code(), to.code()),
                    .date = row->date,
                    .source = row->source};
}

double Tariffs::discountOf(const model::ProviderId& provider) const
{
    const auto at = m_plan.brownfield.discountFraction.find(provider);
    return at == m_plan.brownfield.discountFraction.end() ? 0.0 : at->second;
}

std::optional<Tariff> Tariffs::machine(const Price& price) const
{
    const auto rate = exchange(price.currency);
    if (!rate) {
        return std::nullopt;
    }
    Tariff tariff;
    tariff.label = fmt::format("Price of {}, {}", price.machine.text(), name(price.purchase));
    if (price.termMonths > 0) {
        tariff.label += fmt::format(", {} months", price.termMonths);
    }
    tariff.unit = fmt::format("{}/{}", price.currency.code(), periodUnit(price.period));
    tariff.list = price.amount.toDouble();
    tariff.period = price.period;
    tariff.exchange = *rate;
    tariff.discount = discountOf(price.provider);
    tariff.source = price.source;
    tariff.date = price.effectiveFrom.empty() ? price.source.date : price.effectiveFrom;
    tariff.note = price.note;
    tariff.what = price.purchase == model::Purchase::Spot ? "machine-spot" : "machine";
    if (isCommitment(price.purchase)) {
        tariff.what = "machine-committed";
    }
    tariff.amount = price.amount;
    tariff.currency = price.currency.code();
    return tariff;
}

std::optional<Tariff> Tariffs::upfront(const Price& price) const
{
    auto tariff = machine(price);
    if (tariff) {
        tariff->label += ", paid upfront once a term";
        tariff->unit = fmt::format("{}/term", price.currency.code());
        tariff->list = price.upfront.toDouble();
        tariff->what = "machine-upfront";
        tariff->amount = price.upfront;
    }
    return tariff;
}

std::optional<Tariff> Tariffs::assumption(std::string_view key, int input) const
{
    const auto rate = exchange(Currency::usd());
    if (!rate) {
        return std::nullopt;
    }
    const model::Figure described = m_plan.assumptions.figure(key);
    Tariff tariff;
    tariff.label = described.name;
    tariff.unit = described.unit;
    tariff.list = m_plan.assumptions.get(key);
    tariff.input = input;
    tariff.exchange = *rate;
    tariff.note = described.note;
    tariff.place = described.place;
    tariff.isAssumption = true;
    tariff.what = std::string(key);
    tariff.currency = "USD";
    return tariff;
}

std::optional<Tariff> Tariffs::sourced(const model::SourcedRange& range, std::string label, int input) const
{
    const auto value = range.range();
    const auto rate = exchange(range.currency);
    if (!value || !rate) {
        return std::nullopt;
    }
    Tariff tariff;
    tariff.label = std::move(label);
    tariff.unit = range.unit.empty() ? range.currency.code() : range.unit;
    tariff.list = *value;
    tariff.input = input;
    tariff.exchange = *rate;
    tariff.source = range.source;
    tariff.date = range.source.date;
    tariff.note = range.basis;
    tariff.currency = range.currency.code();
    return tariff;
}

std::optional<Tariff> Tariffs::stated(const std::optional<model::Range>& value,
                                      std::string label,
                                      const model::Source& source,
                                      int input)
{
    if (!value) {
        return std::nullopt;
    }
    Tariff tariff;
    tariff.label = std::move(label);
    tariff.list = *value;
    tariff.input = input;
    tariff.source = source;
    tariff.date = source.date;
    return tariff;
}

std::optional<Tariff>
Tariffs::token(const model::TokenPrice& price, const model::Decimal& amount, std::string label) const
{
    const auto rate = exchange(price.currency);
    if (!rate) {
        return std::nullopt;
    }
    Tariff tariff;
    tariff.label = std::move(label);
    tariff.unit = fmt::format("{}/million tokens", price.currency.code());
    tariff.list = amount.toDouble();
    tariff.exchange = *rate;
    tariff.discount = discountOf(price.provider);
    tariff.source = price.source;
    tariff.date = price.source.date;
    tariff.note = price.note;
    tariff.amount = amount;
    tariff.currency = price.currency.code();
    return tariff;
}

std::optional<BandTariff> Tariffs::service(const model::ProviderId& provider,
                                           const model::RegionId& region,
                                           std::initializer_list<std::string_view> names,
                                           std::initializer_list<std::string_view> units,
                                           std::initializer_list<std::string_view> preferred) const
{
    const model::Region* place = m_slice.findRegion(provider, region);
    const bool isInEurope = place != nullptr && place->continent == "Europe";
    const ServicePrice* best = nullptr;
    std::tuple<bool, int, std::size_t> bestKey;
    for (const ServicePrice& row : m_slice.services) {
        if (row.provider != provider || !isOneOf(row.service, names) || !isOneOf(row.unit, units)
            || row.tiers.empty()) {
            continue;
        }
        const std::tuple key{
            !row.isStandard, regionDistance(row, region, isInEurope), preference(row, preferred)};
        if (best == nullptr || key < bestKey) {
            best = &row;
            bestKey = key;
        }
    }
    const auto rate = best != nullptr ? exchange(best->currency) : std::nullopt;
    if (!rate) {
        return std::nullopt;
    }
    BandTariff tariff;
    tariff.bands = bandsOf(*best);
    tariff.unit = best->unit;
    tariff.bytesPerUnit = bytesPerUnit(best->unit);
    tariff.terms.label =
        best->item.empty() ? best->service : fmt::format("{}: {}", best->service, best->item);
    tariff.terms.unit = fmt::format("{}/{}", best->currency.code(), best->unit);
    tariff.terms.exchange = *rate;
    tariff.terms.discount = discountOf(provider);
    tariff.terms.source = best->source;
    tariff.terms.date = best->source.date;
    tariff.terms.note = best->note;
    tariff.terms.what = best->service;
    // What is paid, not what is free: the first tier at a price.
    const auto priced =
        std::ranges::find_if(best->tiers, [](const model::PriceTier& tier) { return !tier.amount.isZero(); });
    tariff.terms.amount = (priced == best->tiers.end() ? best->tiers.begin() : priced)->amount;
    tariff.terms.currency = best->currency.code();
    if (std::get<int>(bestKey) >= kStandIn) {
        tariff.terms.isAssumption = true;
        tariff.terms.note =
            fmt::format("price of {}: none is known for {}", best->region.text(), region.text());
    }
    return tariff;
}

bool Tariffs::hasService(const model::ProviderId& provider,
                         std::initializer_list<std::string_view> names) const
{
    return std::ranges::any_of(m_slice.services, [&](const ServicePrice& row) {
        return row.provider == provider && isOneOf(row.service, names);
    });
}

std::optional<SupportTariff> Tariffs::support(const model::SupportPlan& plan) const
{
    const auto rate = exchange(plan.currency);
    if (!rate) {
        return std::nullopt;
    }
    SupportTariff tariff;
    for (const model::SupportPlan::Band& band : plan.bands) {
        tariff.bands.push_back({.from = band.from * rate->rate,
                                .to = band.to ? std::optional(*band.to * rate->rate) : std::nullopt,
                                .rate = band.rateFraction});
    }
    tariff.minimum.label = fmt::format("Support plan {}: least fee a month", plan.plan);
    tariff.minimum.unit = fmt::format("{}/month", plan.currency.code());
    tariff.minimum.list = plan.minimumPerMonth;
    tariff.minimum.exchange = *rate;
    tariff.minimum.source = plan.source;
    tariff.minimum.date = plan.source.date;
    tariff.minimum.note = plan.note;
    tariff.minimum.what = "support";
    tariff.minimum.currency = plan.currency.code();
    return tariff;
}

Tariffs::Found Tariffs::find(const model::ProviderId& provider,
                             const model::RegionId& region,
                             const model::MachineId& machine,
                             model::Purchase purchase,
                             int termMonths,
                             model::Payment payment) const
{
    const Price* other = nullptr;
    const Price* best = nullptr;
    for (const Price& price : m_slice.prices) {
        if (price.purchase != purchase || price.machine != machine || price.provider != provider) {
            continue;
        }
        if (isCommitment(purchase) && (price.termMonths != termMonths || price.payment != payment)) {
            continue;
        }
        const bool isLinux = price.operatingSystem == "linux" || price.operatingSystem.empty();
        if (price.region == region && (best == nullptr || (isLinux && best->operatingSystem != "linux"))) {
            best = &price;
        }
        if (other == nullptr && isLinux) {
            other = &price;
        }
    }
    return best != nullptr ? Found{.price = best} : Found{.price = other, .isOtherRegion = other != nullptr};
}

} // namespace wherewithal::simulator
