// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/store/PriceIndex.h"

#include "model/base/Calendar.h"
#include "providers/store/PriceIndexKeys.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <tuple>

namespace wherewithal::providers {

using namespace priceindex;

namespace {

constexpr unsigned kPlaceShift = 29;
constexpr std::uint32_t kIdMask = (1U << kPlaceShift) - 1U;

/// Dense ranks of the values, equal for equal ones; unknown stays unknown.
template <typename Value, typename Facts, typename Of>
std::vector<std::uint32_t> ranksOf(const std::vector<Facts>& table, Of&& of)
{
    std::vector<std::optional<Value>> values;
    values.reserve(table.size());
    std::vector<Value> known;
    for (const Facts& facts : table) {
        values.push_back(of(facts));
        if (values.back()) {
            known.push_back(*values.back());
        }
    }
    std::ranges::sort(known);
    known.erase(std::ranges::unique(known).begin(), known.end());
    std::vector<std::uint32_t> ranks;
    ranks.reserve(table.size());
    for (const auto& value : values) {
        ranks.push_back(
            value ? static_cast<std::uint32_t>(std::ranges::lower_bound(known, *value) - known.begin())
                  : kUnknownRank);
    }
    return ranks;
}

std::optional<std::string> known(const std::string& text)
{
    return text.empty() ? std::nullopt : std::optional(text);
}

auto wayOrder(const WayFacts& way)
{
    return std::tuple(way.purchase,
                      way.termMonths,
                      way.payment,
                      !way.isMachinePrice,
                      way.os,
                      way.offeringClass,
                      way.tenancy,
                      way.licence,
                      way.software,
                      way.capacity,
                      way.basis);
}

/// "m5.large" before "m10.large" is a wish; whole numbers inside names are compared as numbers.
std::string naturalKey(const std::string& text)
{
    std::string key;
    for (std::size_t i = 0; i < text.size();) {
        const auto isDigit = [&](std::size_t at) {
            return at < text.size() && text[at] >= '0' && text[at] <= '9';
        };
        if (!isDigit(i)) {
            const char c = text[i++];
            key.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
            continue;
        }
        std::size_t end = i;
        while (isDigit(end)) {
            ++end;
        }
        while (i + 1 < end && text[i] == '0') {
            ++i;
        }
        key.push_back(static_cast<char>('0' + std::min<std::size_t>(end - i, 40))); // longer is greater
        key.append(text, i, end - i);
        i = end;
    }
    return key;
}

} // namespace

std::uint16_t indexDay(const std::string& text)
{
    const auto day = model::parseDay(text);
    const int number = day ? model::dayNumber(*day) : 0;
    return number > 0 && number < kOpen ? static_cast<std::uint16_t>(number) : std::uint16_t{0};
}

std::uint32_t PriceIndex::Builder::addProduct(ProductFacts facts)
{
    m_products.push_back(std::move(facts));
    return static_cast<std::uint32_t>(m_products.size() - 1);
}

std::uint32_t PriceIndex::Builder::addPlace(PlaceFacts facts)
{
    m_places.push_back(std::move(facts));
    return static_cast<std::uint32_t>(m_places.size() - 1);
}

std::uint32_t PriceIndex::Builder::addWay(WayFacts facts)
{
    m_ways.push_back(std::move(facts));
    return static_cast<std::uint32_t>(m_ways.size() - 1);
}

std::uint32_t PriceIndex::Builder::addSku(std::string_view sku)
{
    if (sku == m_lastSku) {
        return m_lastSkuId;
    }
    m_lastSku = sku;
    std::string lower(sku);
    std::ranges::transform(lower, lower.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    if (lower.empty()) {
        m_lastSkuId = 0;
        return 0;
    }
    const auto [known, isNew] = m_skuIds.try_emplace(lower, static_cast<std::uint32_t>(m_skus.size()));
    if (isNew) {
        m_skus.push_back(std::move(lower));
    }
    m_lastSkuId = known->second;
    return m_lastSkuId;
}

std::shared_ptr<const PriceIndex> PriceIndex::Builder::build() &&
{
    auto index = std::make_shared<PriceIndex>();
    index->m_products = std::move(m_products);
    index->m_places = std::move(m_places);
    index->m_ways = std::move(m_ways);
    m_skuIds.clear();
    index->rankTables();
    index->takeSkus(std::move(m_skus), m_entries);
    index->sortEntries(m_entries);
    index->takeRows(m_entries);
    std::vector<Entry>().swap(m_entries);
    index->prepareOrders();
    return index;
}

/// Numbers SKUs by their order, so that those which begin alike lie side by side.
void PriceIndex::takeSkus(std::vector<std::string> skus, std::vector<Entry>& entries)
{
    std::vector<std::uint32_t> order(skus.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::sort(order, {}, [&](std::uint32_t id) -> const std::string& { return skus[id]; });
    std::vector<std::uint32_t> placeOf(skus.size());
    m_skus.reserve(skus.size());
    for (const std::uint32_t id : order) {
        placeOf[id] = static_cast<std::uint32_t>(m_skus.size());
        m_skus.push_back(std::move(skus[id]));
    }
    for (Entry& entry : entries) {
        entry.sku = placeOf[entry.sku];
    }
}

void PriceIndex::rankTables()
{
    m_productRanks.assign(static_cast<std::size_t>(PriceColumn::Sheet) + 1, {});
    const auto product = [&](PriceColumn column) -> std::vector<std::uint32_t>& {
        return m_productRanks[static_cast<std::size_t>(column)];
    };
    product(PriceColumn::Provider) =
        ranksOf<std::tuple<std::string, std::string, std::string>>(m_products, [](const ProductFacts& facts) {
            return std::optional(
                std::tuple(facts.provider, naturalKey(facts.machine), facts.machine + "\n" + facts.service));
        });
    product(PriceColumn::Machine) =
        ranksOf<std::string>(m_products, [](const ProductFacts& facts) -> std::optional<std::string> {
            return naturalKey(facts.machine.empty() ? facts.service : facts.machine);
        });
    product(PriceColumn::Vcpus) =
        ranksOf<double>(m_products, [](const ProductFacts& facts) { return facts.vcpus; });
    product(PriceColumn::Memory) =
        ranksOf<double>(m_products, [](const ProductFacts& facts) { return facts.memoryGib; });
    product(PriceColumn::Accelerator) = ranksOf<std::string>(
        m_products, [](const ProductFacts& facts) { return known(naturalKey(facts.accelerator)); });
    product(PriceColumn::AcceleratorCount) = ranksOf<int>(
        m_products, [](const ProductFacts& facts) { return std::optional(facts.acceleratorCount); });
    product(PriceColumn::AcceleratorMemory) =
        ranksOf<double>(m_products, [](const ProductFacts& facts) { return facts.acceleratorMemoryGib; });
    m_placeRank = ranksOf<std::pair<std::string, std::string>>(m_places, [](const PlaceFacts& facts) {
        return std::optional(std::pair(naturalKey(facts.region), facts.zone));
    });
    m_wayRanks.assign(static_cast<std::size_t>(PriceColumn::Sheet) + 1, {});
    const auto way = [&](PriceColumn column) -> std::vector<std::uint32_t>& {
        return m_wayRanks[static_cast<std::size_t>(column)];
    };
    using WayOrder = decltype(wayOrder(WayFacts{}));
    m_wayThing =
        ranksOf<WayOrder>(m_ways, [](const WayFacts& facts) { return std::optional(wayOrder(facts)); });
    way(PriceColumn::Purchase) = m_wayThing;
    way(PriceColumn::OperatingSystem) =
        ranksOf<std::string>(m_ways, [](const WayFacts& facts) { return known(facts.os); });
    way(PriceColumn::Sheet) =
        ranksOf<std::string>(m_ways, [](const WayFacts& facts) { return std::optional(facts.sheet); });
    using SheetOrder = std::tuple<bool, std::int64_t, std::string>;
    m_sheetRank = ranksOf<SheetOrder>(m_ways, [](const WayFacts& facts) {
        return std::optional(SheetOrder(facts.sheet != "shipped", facts.sheetOrder, facts.sheet));
    });
}

/// By product, place, thing, detail, day, sheet: rivals side by side, the winner of a day last.
void PriceIndex::sortEntries(std::vector<Entry>& entries)
{
    const auto& rank = m_productRanks[static_cast<std::size_t>(PriceColumn::Provider)];
    std::vector<std::size_t> begin(m_products.size() + 1, 0);
    for (const Entry& entry : entries) {
        ++begin[rank[entry.product] + 1];
    }
    std::partial_sum(begin.begin(), begin.end(), begin.begin());
    std::vector<Entry> sorted(entries.size());
    std::vector<std::size_t> next = begin;
    for (const Entry& entry : entries) {
        sorted[next[rank[entry.product]]++] = entry;
    }
    entries.swap(sorted);
    std::vector<Entry>().swap(sorted);
    const auto key = [this](const Entry& entry) {
        return std::tuple(m_placeRank[entry.place],
                          entry.product,
                          entry.place,
                          m_wayThing[entry.way],
                          entry.detail,
                          entry.from,
                          m_sheetRank[entry.way],
                          entry.reference);
    };
    for (std::size_t i = 0; i + 1 < begin.size(); ++i) {
        std::sort(entries.begin() + static_cast<std::ptrdiff_t>(begin[i]),
                  entries.begin() + static_cast<std::ptrdiff_t>(begin[i + 1]),
                  [&](const Entry& a, const Entry& b) { return key(a) < key(b); });
    }
}

void PriceIndex::takeRows(const std::vector<Entry>& entries)
{
    for (auto* column : {&m_way, &m_detail, &m_reference, &m_sku}) {
        column->reserve(entries.size());
    }
    m_price.reserve(entries.size());
    m_from.reserve(entries.size());
    m_until.reserve(entries.size());
    std::size_t begin = 0;
    while (begin < entries.size()) {
        const Entry& first = entries[begin];
        if (m_runs.empty() || m_runs.back().product != first.product || m_runs.back().place != first.place) {
            m_runs.push_back({first.product, first.place, static_cast<Row>(m_way.size())});
        }
        std::size_t end = begin + 1;
        while (end < entries.size() && entries[end].product == first.product
               && entries[end].place == first.place && m_wayThing[entries[end].way] == m_wayThing[first.way]
               && entries[end].detail == first.detail) {
            ++end;
        }
        takeRivals(std::span(entries).subspan(begin, end - begin));
        begin = end;
    }
}

void PriceIndex::pushRow(const Entry& entry, std::uint16_t from, std::uint16_t until, bool isAgain)
{
    m_way.push_back(entry.way);
    m_price.push_back(entry.price);
    m_from.push_back(from);
    m_until.push_back(until);
    m_detail.push_back(entry.detail);
    m_sku.push_back(entry.sku);
    m_reference.push_back(entry.reference | (isAgain ? kAgainBit : 0U));
}

/// Rivals come in order of day and sheet: each holds until the next begins. Where one ends by itself, the
/// latest of those that still hold takes over again, as Merge.h decides.
void PriceIndex::takeRivals(std::span<const Entry> rivals)
{
    const bool canEnd =
        rivals.size() > 1 && std::ranges::any_of(rivals, [](const Entry& entry) { return entry.to != 0; });
    if (!canEnd) {
        for (std::size_t i = 0; i < rivals.size(); ++i) {
            pushRow(rivals[i], rivals[i].from, i + 1 < rivals.size() ? rivals[i + 1].from : kOpen, false);
        }
        return;
    }
    std::vector<std::uint16_t> days;
    for (const Entry& entry : rivals) {
        days.push_back(entry.from);
        if (entry.to != 0 && entry.to < kOpen - 1) {
            days.push_back(static_cast<std::uint16_t>(entry.to + 1));
        }
    }
    std::ranges::sort(days);
    days.erase(std::ranges::unique(days).begin(), days.end());
    struct Stretch
    {
        std::size_t rival;
        std::uint16_t from;
        std::uint16_t until;
    };
    std::vector<Stretch> stretches;
    for (std::size_t k = 0; k < days.size(); ++k) {
        std::size_t best = 0;
        for (std::size_t i = 0; i < rivals.size() && rivals[i].from <= days[k]; ++i) {
            const auto isInForce = [&](const Entry& entry) {
                return entry.to == 0 || entry.to >= days[k];
            };
            if (isInForce(rivals[i]) || !isInForce(rivals[best])) {
                best = i;
            }
        }
        const std::uint16_t until = k + 1 < days.size() ? days[k + 1] : kOpen;
        if (!stretches.empty() && stretches.back().rival == best) {
            stretches.back().until = until;
        } else {
            stretches.push_back({best, days[k], until});
        }
    }
    for (std::size_t i = 0; i < rivals.size(); ++i) {
        bool isAgain = false;
        for (const Stretch& stretch : stretches) {
            if (stretch.rival == i) {
                pushRow(rivals[i], isAgain ? stretch.from : rivals[i].from, stretch.until, isAgain);
                isAgain = true;
            }
        }
        if (!isAgain) { // never the best: kept for its history
            pushRow(rivals[i], rivals[i].from, rivals[i].from, false);
        }
    }
}

std::size_t PriceIndex::memoryBytes() const
{
    std::size_t skus = m_skus.size() * sizeof(std::string);
    for (const std::string& sku : m_skus) {
        constexpr std::size_t kInside = 15; // characters that a short string holds by itself
        skus += sku.size() > kInside ? sku.size() + 1 : 0;
    }
    const auto orderBytes = [](const Order& order) {
        return order.rows.size() * sizeof(Row)
               + (order.endsTie.size() + order.isKnown.size()) * sizeof(std::uint64_t);
    };
    return m_way.size() * (5U * sizeof(std::uint32_t) + 2U * sizeof(std::uint16_t))
           + m_runs.size() * sizeof(Run) + skus + orderBytes(m_byPrice) + orderBytes(m_byPriceEach)
           + (m_holdsNow.size() + m_isOnce.size()) * sizeof(std::uint64_t);
}

std::size_t PriceIndex::runOf(Row row) const
{
    const auto after = std::ranges::upper_bound(m_runs, row, {}, &Run::begin);
    return static_cast<std::size_t>(after - m_runs.begin()) - 1;
}

PriceIndex::Row PriceIndex::endOf(std::size_t run) const
{
    return run + 1 < m_runs.size() ? m_runs[run + 1].begin : static_cast<Row>(m_way.size());
}

const ProductFacts& PriceIndex::product(Row row) const
{
    return m_products[m_runs[runOf(row)].product];
}

const PlaceFacts& PriceIndex::place(Row row) const
{
    return m_places[m_runs[runOf(row)].place];
}

std::optional<double> PriceIndex::price(Row row) const
{
    const float value = m_price[row];
    return std::isnan(value) ? std::nullopt : std::optional(static_cast<double>(value));
}

std::optional<double> PriceIndex::priceEach(Row row) const
{
    const int count = product(row).acceleratorCount;
    const auto whole = price(row);
    return count > 0 && whole && way(row).isMachinePrice ? std::optional(*whole / count) : std::nullopt;
}

std::optional<std::uint32_t> PriceIndex::packed(PriceReference reference)
{
    if (reference.id < 0 || reference.id > static_cast<std::int64_t>(kIdMask)) {
        return std::nullopt;
    }
    return (static_cast<std::uint32_t>(reference.place) << kPlaceShift)
           | static_cast<std::uint32_t>(reference.id);
}

PriceReference PriceIndex::reference(Row row) const
{
    const std::uint32_t bits = m_reference[row] & ~kAgainBit;
    return {.place = static_cast<PriceReference::Place>(bits >> kPlaceShift), .id = bits & kIdMask};
}

bool PriceIndex::isSameThing(Row a, Row b) const
{
    return m_wayThing[m_way[a]] == m_wayThing[m_way[b]] && m_detail[a] == m_detail[b];
}

std::vector<PriceIndex::Row> PriceIndex::history(Row row) const
{
    const std::size_t run = runOf(row);
    Row begin = row;
    while (begin > m_runs[run].begin && isSameThing(begin - 1, row)) {
        --begin;
    }
    std::vector<Row> rows;
    for (Row i = begin; i < endOf(run) && isSameThing(i, row); ++i) {
        if ((m_reference[i] & kAgainBit) == 0) {
            rows.push_back(i);
        }
    }
    return rows;
}

std::vector<PriceIndex::Row> PriceIndex::otherWays(Row row, const std::string& asOf) const
{
    const std::uint16_t day = indexDay(asOf);
    const std::size_t run = runOf(row);
    std::vector<Row> rows;
    for (Row i = m_runs[run].begin; i < endOf(run); ++i) {
        const bool holds = day == 0 ? m_until[i] == kOpen : m_from[i] <= day && day < m_until[i];
        if (holds && way(i).isMachinePrice && way(i).os == way(row).os && way(i).software == way(row).software
            && way(i).tenancy == way(row).tenancy && way(i).licence == way(row).licence
            && !isSameThing(i, row)) {
            rows.push_back(i);
        }
    }
    std::ranges::stable_sort(
        rows, {}, [&](Row i) { return std::isnan(m_price[i]) ? kUnknownRank : orderedBits(m_price[i]); });
    return rows;
}

PriceFacets PriceIndex::facets() const
{
    std::vector<std::size_t> products(m_products.size());
    std::vector<std::size_t> places(m_places.size());
    std::vector<std::size_t> ways(m_ways.size());
    for (std::size_t run = 0; run < m_runs.size(); ++run) {
        std::size_t holding = 0;
        for (Row i = m_runs[run].begin; i < endOf(run); ++i) {
            const bool holds = m_until[i] == kOpen;
            holding += holds ? 1U : 0U;
            ways[m_way[i]] += holds ? 1U : 0U;
        }
        products[m_runs[run].product] += holding;
        places[m_runs[run].place] += holding;
    }
    const auto gather = [](const auto& table, const std::vector<std::size_t>& rows, auto of) {
        std::map<std::string, PriceFacet> found;
        for (std::size_t i = 0; i < table.size(); ++i) {
            const auto [value, label] = of(table[i]);
            if (value.empty() || rows[i] == 0) {
                continue;
            }
            PriceFacet& facet = found[value];
            facet.value = value;
            facet.label = facet.label.empty() ? label : facet.label;
            facet.rows += rows[i];
        }
        std::vector<PriceFacet> list;
        for (auto& [value, facet] : found) {
            list.push_back(std::move(facet));
        }
        return list;
    };
    using Pair = std::pair<std::string, std::string>;
    PriceFacets facets;
    facets.providers = gather(m_products, products, [](const ProductFacts& facts) {
        return Pair(facts.provider, facts.providerName);
    });
    facets.accelerators = gather(m_products, products, [](const ProductFacts& facts) {
        return Pair(facts.accelerator, facts.accelerator);
    });
    facets.regions =
        gather(m_places, places, [](const PlaceFacts& facts) { return Pair(facts.region, facts.name); });
    facets.purchases = gather(m_ways, ways, [](const WayFacts& facts) {
        const std::string word(model::name(facts.purchase));
        return Pair(word, word);
    });
    facets.systems = gather(m_ways, ways, [](const WayFacts& facts) { return Pair(facts.os, facts.os); });
    facets.sheets =
        gather(m_ways, ways, [](const WayFacts& facts) { return Pair(facts.sheet, facts.sheet); });
    return facets;
}

} // namespace wherewithal::providers
