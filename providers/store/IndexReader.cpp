// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/store/IndexReader.h"

#include "model/base/Random.h"
#include "model/units/Quantity.h"
#include "providers/store/Merge.h"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <limits>
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

constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

/// Tells things apart that share product, place and way.
std::uint32_t detailOf(std::string_view sku, std::string_view rate)
{
    const std::uint64_t hash = model::stableHash(sku) * 0x9e3779b97f4a7c15ULL ^ model::stableHash(rate);
    return static_cast<std::uint32_t>(hash ^ (hash >> 32U)) | 1U;
}

std::uint16_t indexDayOf(int day)
{
    return day > 0 && day < std::numeric_limits<std::uint16_t>::max() ? static_cast<std::uint16_t>(day)
                                                                      : std::uint16_t{0};
}

/// The entry of a vector that grows as ids come.
std::uint32_t& at(std::vector<std::uint32_t>& ids, std::int64_t id)
{
    constexpr std::int64_t kMostIds = 100'000'000; // a damaged file must not ask for more
    const auto index = static_cast<std::size_t>(std::clamp<std::int64_t>(id, 0, kMostIds));
    if (ids.size() <= index) {
        ids.resize(index + 1, kNone);
    }
    return ids[index];
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
        add(row, serviceIndex++);
    }
    readOf(m_shipped, PriceReference::Place::Shipped, goesOn);
    if (m_imported != nullptr) {
        readOf(*m_imported, PriceReference::Place::Imported, goesOn);
    }
    if (stop.stop_requested()) {
        return model::failure(model::ErrorCode::Cancelled, "catalogue", "reading the prices was stopped");
    }
    return std::move(m_builder).build();
}

void IndexReader::readOf(PriceReader& reader,
                         PriceReference::Place place,
                         const std::function<bool()>& goesOn)
{
    Ids ids;
    reader.readNumbers([&](const OfferNumbers& numbers) {
        PriceIndex::Entry entry;
        constexpr std::int64_t kMostSheets = 1 << 20;
        std::uint32_t& way =
            ids.ways.try_emplace(numbers.way * kMostSheets + numbers.source, kNone).first->second;
        if (way == kNone) {
            PriceRow row = reader.way(numbers.way);
            row.sheet = reader.sheet(numbers.source).name;
            row.sheetOrder =
                place == PriceReference::Place::Imported ? reader.sheet(numbers.source).order : 0;
            way = wayOf(row);
        }
        entry.way = way;
        const auto& sold = reader.product(numbers.product);
        std::uint32_t& product =
            at(ids.products, numbers.product * 2 + (m_wayNumbers[way].isMachinePrice ? 1 : 0));
        if (product == kNone) { // a machine price is one, whatever its sheet calls the service
            product = productOf(sold.provider,
                                m_wayNumbers[way].isMachinePrice ? std::string("compute") : sold.service,
                                sold.machine);
        }
        entry.product = product;
        std::uint32_t& where = at(ids.places, numbers.place);
        if (where == kNone) {
            where =
                placeOf(sold.provider, reader.place(numbers.place).region, reader.place(numbers.place).zone);
        }
        entry.place = where;
        add({.place = place, .id = numbers.id}, entry, numbers);
        return goesOn();
    });
}

void IndexReader::add(PriceReference reference, PriceIndex::Entry entry, const OfferNumbers& numbers)
{
    const auto packed = PriceIndex::packed(reference);
    if (!packed) {
        return;
    }
    const WayNumbers& way = m_wayNumbers[entry.way];
    entry.reference = *packed;
    entry.detail = way.isMachinePrice ? 0U : detailOf(numbers.sku, numbers.rate);
    entry.sku = m_builder.addSku(numbers.sku);
    entry.from = indexDayOf(numbers.fromDay);
    entry.to = indexDayOf(numbers.toDay);
    if (way.perHour > 0.0) {
        entry.price = static_cast<float>(numbers.amount * way.perHour
                                         + numbers.upfront.value_or(0.0) * way.upfrontPerHour);
    }
    m_builder.add(entry);
}

/// A service of the shipped catalogue, which has tables of its own; its item stands in the SKU.
void IndexReader::add(const PriceRow& row, std::int64_t id)
{
    PriceIndex::Entry entry;
    entry.product = productOf(row.provider, row.service, row.sku);
    entry.place = placeOf(row.provider, row.region, row.zone);
    entry.way = wayOf(row);
    OfferNumbers numbers;
    numbers.amount = row.amount.toDouble();
    numbers.fromDay = indexDay(row.effectiveFrom);
    numbers.sku = row.sku;
    add({.place = PriceReference::Place::ShippedService, .id = id}, entry, numbers);
}

std::uint32_t
IndexReader::productOf(const std::string& provider, const std::string& service, const std::string& item)
{
    m_key.clear();
    fmt::format_to(std::back_inserter(m_key), "{}\x1f{}\x1f{}", provider, service, item);
    const auto [known, isNew] = m_products.try_emplace(m_key, 0U);
    if (isNew) {
        ProductFacts facts = factsOf(m_facts, provider, item);
        facts.service = service;
        known->second = m_builder.addProduct(std::move(facts));
    }
    return known->second;
}

std::uint32_t
IndexReader::placeOf(const std::string& provider, const std::string& region, const std::string& zone)
{
    m_key.clear();
    fmt::format_to(std::back_inserter(m_key), "{}\x1f{}", region, zone);
    const auto [known, isNew] = m_places.try_emplace(m_key, 0U);
    if (isNew) {
        const auto named = m_facts.regions().find(fmt::format("{}/{}", provider, region));
        known->second = m_builder.addPlace(
            {.region = region,
             .zone = zone,
             .name = named == m_facts.regions().end() ? std::string() : named->second.displayName});
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
                                          .sheet = row.sheet,
                                          .sheetOrder = row.sheetOrder});
        const auto rate = m_usdPer.find(row.currency.code());
        const double usd = rate == m_usdPer.end() ? 0.0 : rate->second;
        const double hours = hoursOf(row.unit);
        constexpr double kHoursPerMonth = 730.0;
        m_wayNumbers.push_back({.perHour = usd / (row.blockSize * (hours > 0.0 ? hours : 1.0)),
                                .upfrontPerHour = hours > 0.0 && row.termMonths > 0
                                                      ? usd / (kHoursPerMonth * row.termMonths)
                                                      : 0.0,
                                .isMachinePrice = row.isMachinePrice});
    }
    return known->second;
}

} // namespace wherewithal::providers
