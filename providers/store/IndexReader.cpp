// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/store/IndexReader.h"

#include "model/base/Random.h"
#include "model/units/Quantity.h"
#include "providers/store/Merge.h"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <tuple>

namespace wherewithal::providers {

namespace {

/// "NVIDIA H100 SXM" for an id of the shipped catalogue, else the sheet's own word.
std::string acceleratorName(const SliceReader& facts, const model::Machine& machine)
{
    const auto known = std::ranges::find(facts.accelerators(), machine.accelerator, &model::Accelerator::id);
    if (!machine.accelerator.text().empty() && known != facts.accelerators().end()) {
        return known->displayName;
    }
    return machine.acceleratorName.empty() ? machine.accelerator.text() : machine.acceleratorName;
}

ProductFacts factsOf(const SliceReader& facts, const std::string& provider, const std::string& machine)
{
    ProductFacts out;
    out.provider = provider;
    out.machine = machine;
    const auto named =
        std::ranges::find(facts.providers(), model::ProviderId{provider}, &model::Provider::id);
    out.providerName = named == facts.providers().end() ? provider : named->displayName;
    const auto order = [](const model::Machine& row) {
        return std::tie(row.provider, row.id);
    };
    const model::ProviderId providerId{provider};
    const model::MachineId machineId{machine};
    const auto at = std::ranges::lower_bound(facts.machines(), std::tie(providerId, machineId), {}, order);
    if (at == facts.machines().end() || at->provider != providerId || at->id != machineId) {
        return out;
    }
    out.family = at->family;
    out.vcpus = at->vcpus;
    out.memoryGib = at->memoryBytes ? std::optional(*at->memoryBytes / model::kGib) : std::nullopt;
    out.acceleratorCount = at->acceleratorCount;
    if (at->hasAccelerator()) {
        out.accelerator = acceleratorName(facts, *at);
        out.acceleratorMemoryGib = at->acceleratorMemoryBytesEach
                                       ? std::optional(*at->acceleratorMemoryBytesEach / model::kGib)
                                       : std::nullopt;
    }
    return out;
}

std::uint32_t detailOf(const PriceRow& row)
{
    if (row.isMachinePrice) {
        return 0;
    }
    const std::uint64_t hash = model::stableHash(row.sku + "\x1f" + row.rate);
    return static_cast<std::uint32_t>(hash ^ (hash >> 32U)) | 1U;
}

} // namespace

IndexReader::IndexReader(const SliceReader& facts, PriceReader& shipped, PriceReader* imported)
    : m_facts(facts)
    , m_shipped(shipped)
    , m_imported(imported)
{
    m_usdPer["USD"] = 1.0;
    for (const model::ExchangeRate& rate : facts.exchangeRates()) { // newest first: that one stays
        if (rate.to == model::Currency::usd()) {
            m_usdPer.emplace(rate.from.code(), rate.rate);
        } else if (rate.from == model::Currency::usd() && rate.rate > 0.0) {
            m_usdPer.emplace(rate.to.code(), 1.0 / rate.rate);
        }
    }
}

model::Result<std::shared_ptr<const PriceIndex>>
IndexReader::read(const std::stop_token& stop, const std::function<void(std::size_t)>& progress)
{
    constexpr std::size_t kStep = 16'384;
    std::size_t rows = 0;
    const auto goesOn = [&] {
        if (++rows % kStep != 0) {
            return true;
        }
        if (progress) {
            progress(rows);
        }
        return !stop.stop_requested();
    };
    std::int64_t serviceIndex = 0;
    for (const PriceRow& row : m_facts.serviceRows({})) {
        add({.place = PriceReference::Place::ShippedService, .id = serviceIndex++}, row);
    }
    m_shipped.readAll([&](std::int64_t id, PriceRow&& row) {
        add({.place = PriceReference::Place::Shipped, .id = id}, row);
        return goesOn();
    });
    if (m_imported != nullptr) {
        m_imported->readAll([&](std::int64_t id, PriceRow&& row) {
            add({.place = PriceReference::Place::Imported, .id = id}, row);
            return goesOn();
        });
    }
    if (stop.stop_requested()) {
        return model::failure(model::ErrorCode::Cancelled, "catalogue", "reading the prices was stopped");
    }
    return std::move(m_builder).build();
}

void IndexReader::add(PriceReference reference, const PriceRow& row)
{
    const auto packed = PriceIndex::packed(reference);
    if (!packed) {
        return;
    }
    PriceIndex::Entry entry;
    entry.product = productOf(row);
    entry.place = placeOf(row);
    entry.way = wayOf(row);
    entry.detail = detailOf(row);
    entry.from = indexDay(row.effectiveFrom);
    entry.to = indexDay(row.effectiveTo);
    entry.reference = *packed;
    const auto rate = m_usdPer.find(row.currency.code());
    if (rate != m_usdPer.end()) {
        const double own = effectiveHourly(row).value_or(row.amount.toDouble() / row.blockSize);
        entry.price = static_cast<float>(own * rate->second);
    }
    m_builder.add(entry);
}

std::uint32_t IndexReader::productOf(const PriceRow& row)
{
    m_key.clear();
    const std::string& item = row.machine.empty() && row.sheet == kShippedSheet ? row.sku : row.machine;
    const std::string service = row.isMachinePrice ? std::string("compute") : row.service;
    fmt::format_to(std::back_inserter(m_key), "{}\x1f{}\x1f{}", row.provider, service, item);
    const auto [known, isNew] = m_products.try_emplace(m_key, 0U);
    if (isNew) {
        ProductFacts facts = factsOf(m_facts, row.provider, item);
        facts.service = service;
        known->second = m_builder.addProduct(std::move(facts));
    }
    return known->second;
}

std::uint32_t IndexReader::placeOf(const PriceRow& row)
{
    m_key.clear();
    fmt::format_to(std::back_inserter(m_key), "{}\x1f{}\x1f{}", row.provider, row.region, row.zone);
    const auto [known, isNew] = m_places.try_emplace(m_key, 0U);
    if (isNew) {
        const auto region = m_facts.regions().find(fmt::format("{}/{}", row.provider, row.region));
        known->second = m_builder.addPlace(
            {.region = row.region,
             .zone = row.zone,
             .name = region == m_facts.regions().end() ? std::string() : region->second.displayName});
    }
    return known->second;
}

std::uint32_t IndexReader::wayOf(const PriceRow& row)
{
    m_key.clear();
    fmt::format_to(std::back_inserter(m_key),
                   "{}\x1f{}\x1f{}\x1f{}\x1f{}\x1f{}\x1f{}\x1f{}\x1f{}\x1f{}\x1f{}\x1f{}\x1f{}\x1f{}",
                   static_cast<int>(row.purchase),
                   row.termMonths,
                   static_cast<int>(row.payment),
                   row.offeringClass,
                   row.os,
                   row.tenancy,
                   row.licence,
                   row.software,
                   row.capacity,
                   row.basis,
                   row.isMachinePrice,
                   row.unit,
                   row.currency.code(),
                   row.sheet);
    const auto [known, isNew] = m_ways.try_emplace(m_key, 0U);
    if (isNew) {
        known->second = m_builder.addWay({.purchase = row.purchase,
                                          .termMonths = row.termMonths,
                                          .payment = row.payment,
                                          .offeringClass = row.offeringClass,
                                          .os = row.os,
                                          .tenancy = row.tenancy,
                                          .licence = row.licence,
                                          .software = row.software,
                                          .capacity = row.capacity,
                                          .basis = row.basis,
                                          .isMachinePrice = row.isMachinePrice,
                                          .unit = row.unit,
                                          .currency = row.currency.code(),
                                          .sheet = row.sheet});
    }
    return known->second;
}

} // namespace wherewithal::providers
