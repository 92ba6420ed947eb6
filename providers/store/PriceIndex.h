// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/offer/Price.h"

#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

/// The prices of a catalogue as columns in memory: what the Catalogue page searches, filters and sorts.
///
/// An SQL query over ten million rows cannot count, filter by anything and sort by anything within 50 ms.
/// Here words that repeat stand in three small tables (what is sold, where, how it is bought), rows lie
/// sorted by them, and a row takes 24 bytes, with 4 more for its place in the order of prices: a filter
/// decides once per table entry and looks at the rows of what is left. Exact amounts and texts of the rows
/// shown come from the store (CatalogueStore::listed()).
namespace wherewithal::providers {

/// What is sold: a machine or a service, and what is known of it. Absent values are unknown.
struct ProductFacts
{
    std::string provider;     ///< id, e.g. "aws"
    std::string providerName; ///< for people
    std::string service;      ///< "compute" for machines
    std::string machine;      ///< empty for a service without items
    std::string family;
    std::optional<double> vcpus;
    std::optional<double> memoryGib;
    std::string accelerator; ///< for people, e.g. "NVIDIA H100 SXM"; empty: none
    int acceleratorCount = 0;
    std::optional<double> acceleratorMemoryGib; ///< of one device

    bool operator==(const ProductFacts&) const = default;
};

struct PlaceFacts
{
    std::string region;
    std::string zone;
    std::string name; ///< of the region, for people; empty: none known

    bool operator==(const PlaceFacts&) const = default;
};

/// How it is bought, and in which sheet it stands.
struct WayFacts
{
    model::Purchase purchase = model::Purchase::OnDemand;
    int termMonths = 0;
    model::Payment payment = model::Payment::None;
    std::string offeringClass;
    std::string os;
    std::string tenancy;
    std::string licence;
    std::string software;
    std::string capacity;
    std::string basis;
    bool isMachinePrice = false;
    std::string unit;
    std::string currency;
    std::string sheet;
    std::int64_t sheetOrder = 0; ///< greater wins among prices of one day

    bool operator==(const WayFacts&) const = default;
};

enum class PriceKind
{
    Any,
    Machine,            ///< plain prices of running a machine
    AcceleratorMachine, ///< of those, machines with accelerators
    Platform,           ///< of those, platforms (dynos)
    Service,            ///< all that is no machine price: services, idle reservations, licences
};

/// A range of a figure that may be unknown.
struct Bounds
{
    std::optional<double> least;
    std::optional<double> most;
    bool includesUnknown = false; ///< "at most 15 USD/h or unknown"

    [[nodiscard]] bool isSet() const { return least || most; }
    bool operator==(const Bounds&) const = default;
};

enum class PriceColumn
{
    Provider, ///< then machine, region, way of buying: the order in which rows lie
    Machine,
    Region,
    Purchase,
    OperatingSystem,
    Vcpus,
    Memory,
    Accelerator,
    AcceleratorCount,
    AcceleratorMemory,
    Price,     ///< USD an hour, or per unit of a service
    PriceEach, ///< USD an hour for one accelerator
    Effective, ///< the day from which the price holds
    Sheet,
};

struct PriceSort
{
    PriceColumn column = PriceColumn::Provider;
    bool isDescending = false; ///< unknown values come last either way

    bool operator==(const PriceSort&) const = default;
};

/// What the Catalogue page asks for. Empty parts ask nothing.
struct PriceQuery
{
    /// Words as typed: a blank means "and", a comma means "or" ("h100 spot, h200"), case does not matter. A
    /// word matches a part of provider, service, machine, family, accelerator, region, way of buying,
    /// system or sheet; in quotation marks it must be one of these whole ("m5.large" and not
    /// m5.large.search). From six characters on it also matches the beginning of a SKU.
    std::string words;
    PriceKind kind = PriceKind::Any;
    std::vector<std::string> providers; ///< ids, any of them; likewise below
    std::vector<std::string> services;
    std::vector<std::string> machines;
    std::vector<std::string> regions;
    std::vector<std::string> accelerators; ///< names as in ProductFacts
    std::vector<std::string> systems;
    std::vector<std::string> sheets;
    std::vector<model::Purchase> purchases;
    Bounds vcpus;
    Bounds memoryGib;
    Bounds acceleratorCount;
    Bounds acceleratorMemoryGib; ///< of one device
    Bounds price;                ///< USD an hour with the upfront part spread
    Bounds priceEach;            ///< USD an hour and accelerator
    std::string asOf; ///< "YYYY-MM-DD": what holds on this day; empty: the newest price of each thing
    bool includesSuperseded = false; ///< also prices that a newer one replaced (history)
    std::vector<PriceSort> sort;     ///< most important first; ties keep the order of PriceColumn::Provider

    bool operator==(const PriceQuery&) const = default;
};

/// Which row of which database a price is. Opaque to callers.
struct PriceReference
{
    enum class Place : std::uint8_t
    {
        Imported,
        Shipped,
        ShippedService,
    };
    Place place = Place::Imported;
    std::int64_t id = 0;

    bool operator==(const PriceReference&) const = default;
};

class PriceIndex;

/// The rows that a query wants, counted and ready to be shown in its order. Valid as long as its index.
class PriceMatches
{
public:
    [[nodiscard]] std::size_t count() const { return m_count; }
    [[nodiscard]] std::size_t size() const { return m_count; }

private:
    friend class PriceIndex;
    std::vector<std::uint64_t> m_bits; ///< [row / 64]
    std::vector<PriceSort> m_sort;
    std::vector<std::uint32_t> m_counts; ///< [rank] of the first key, where they are many
    std::vector<std::uint32_t> m_sorted; ///< all of them in order, where they are few
    bool m_isSorted = false;
    std::size_t m_count = 0;
};

/// A value and how often it occurs, for lists to choose from.
struct PriceFacet
{
    std::string value;
    std::string label;
    std::size_t rows = 0;

    bool operator==(const PriceFacet&) const = default;
};

struct PriceFacets
{
    std::vector<PriceFacet> providers;
    std::vector<PriceFacet> regions;
    std::vector<PriceFacet> purchases;
    std::vector<PriceFacet> accelerators;
    std::vector<PriceFacet> systems;
    std::vector<PriceFacet> sheets;
};

/// Immutable once built; const functions may be called from several threads.
class PriceIndex
{
public:
    using Row = std::uint32_t; ///< place of a row in the order of the index

    /// One price to be taken in. Indexes are those that the builder's add functions gave.
    struct Entry
    {
        std::uint32_t product = 0;
        std::uint32_t place = 0;
        std::uint32_t way = 0;
        std::uint32_t sku = 0;    ///< that addSku gave; 0: none
        std::uint32_t detail = 0; ///< hash of what else tells things apart (SKU); 0 for machine prices
        float price = std::numeric_limits<float>::quiet_NaN(); ///< USD an hour, or per unit; NaN: unknown
        std::uint16_t from = 0;                                ///< indexDay(); 0: undated
        std::uint16_t to = 0;                                  ///< last day; 0: open
        std::uint32_t reference = 0;
    };

    class Builder
    {
    public:
        [[nodiscard]] std::uint32_t addProduct(ProductFacts facts);
        [[nodiscard]] std::uint32_t addPlace(PlaceFacts facts);
        [[nodiscard]] std::uint32_t addWay(WayFacts facts);
        /// The provider's key of what is sold; nothing but the search asks for it.
        [[nodiscard]] std::uint32_t addSku(std::string_view sku);
        void add(const Entry& entry) { m_entries.push_back(entry); }
        void reserve(std::size_t rows) { m_entries.reserve(rows); }
        [[nodiscard]] std::shared_ptr<const PriceIndex> build() &&;

    private:
        friend class PriceIndex;
        std::vector<ProductFacts> m_products;
        std::vector<PlaceFacts> m_places;
        std::vector<WayFacts> m_ways;
        std::vector<Entry> m_entries;
        std::vector<std::string> m_skus{std::string()}; ///< lower case
        std::unordered_map<std::string, std::uint32_t> m_skuIds;
        std::string m_lastSku; ///< rows of one SKU stand side by side in most sheets
        std::uint32_t m_lastSkuId = 0;
    };

    [[nodiscard]] std::size_t size() const { return m_way.size(); }
    /// Bytes that the columns take.
    [[nodiscard]] std::size_t memoryBytes() const;

    /// Rows that the query wants. An asOf that is no day counts as empty. Gives up early, with nothing found,
    /// when stopped.
    [[nodiscard]] PriceMatches find(const PriceQuery& query, const std::stop_token& stop = {}) const;
    /// `count` rows from the offset-th on, in the order of the query.
    [[nodiscard]] std::vector<Row>
    window(const PriceMatches& matches, std::size_t offset, std::size_t count) const;

    /// All prices of the same thing, oldest first: what its history is drawn from.
    [[nodiscard]] std::vector<Row> history(Row row) const;
    /// Other ways of buying the same machine in the same place under the same system, as of a day; cheapest
    /// first.
    [[nodiscard]] std::vector<Row> otherWays(Row row, const std::string& asOf = {}) const;
    /// What can be filtered by, with counts of the rows that hold now.
    [[nodiscard]] PriceFacets facets() const;

    [[nodiscard]] const ProductFacts& product(Row row) const;
    [[nodiscard]] const PlaceFacts& place(Row row) const;
    [[nodiscard]] const WayFacts& way(Row row) const { return m_ways[m_way[row]]; }
    /// USD an hour, or per unit of a service; nothing: unknown (no rate for its currency).
    [[nodiscard]] std::optional<double> price(Row row) const;
    /// USD an hour and accelerator.
    [[nodiscard]] std::optional<double> priceEach(Row row) const;
    [[nodiscard]] PriceReference reference(Row row) const;

    /// Packs a reference into an entry; ids beyond 2^29 do not fit and give nothing.
    [[nodiscard]] static std::optional<std::uint32_t> packed(PriceReference reference);

private:
    struct Run ///< rows of one product in one place
    {
        std::uint32_t product = 0;
        std::uint32_t place = 0;
        std::uint32_t begin = 0;
    };
    /// The rows whose value of a column is known, put in order once.
    struct Order
    {
        std::vector<Row> rows;              ///< [position], ascending; equal ones in order of rows
        std::vector<std::uint64_t> endsTie; ///< [position / 64]: the last one of equal value
        std::vector<std::uint64_t> isKnown; ///< [row / 64]
    };
    struct Filter;
    class Passes;
    struct Keys;
    struct Tie;
    class TieWalk;

    void sortEntries(std::vector<Entry>& entries);
    void takeRows(const std::vector<Entry>& entries);
    void takeRivals(std::span<const Entry> rivals);
    void pushRow(const Entry& entry, std::uint16_t from, std::uint16_t until, bool isAgain);
    void rankTables();
    void takeSkus(std::vector<std::string> skus, std::vector<Entry>& entries);
    void prepareOrders();
    template <typename KeyOf>
    [[nodiscard]] Order orderedBy(KeyOf&& keyOf) const;
    [[nodiscard]] std::uint32_t priceKey(Row row) const;
    [[nodiscard]] std::uint32_t eachKey(const Run& run, Row row) const;
    [[nodiscard]] std::size_t runOf(Row row) const;
    [[nodiscard]] Row endOf(std::size_t run) const;
    [[nodiscard]] bool isSameThing(Row a, Row b) const;
    [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> skusLike(const std::string& word,
                                                                   bool isWhole) const;
    void markRows(const Filter& filter,
                  Passes& passes,
                  std::uint32_t mask,
                  float acceleratorCount,
                  const std::vector<std::uint64_t>* time,
                  std::pair<Row, Row> rows,
                  std::vector<std::uint64_t>& bits) const;
    void markRuns(const Filter& filter,
                  std::size_t beginRow,
                  std::size_t endRow,
                  std::vector<std::uint64_t>& bits,
                  const std::stop_token& stop) const;
    [[nodiscard]] std::vector<std::uint64_t> marked(const PriceQuery& query,
                                                    const std::stop_token& stop) const;
    [[nodiscard]] std::vector<std::uint32_t> countRanks(const Keys& keys,
                                                        const std::vector<std::uint64_t>& marked) const;
    [[nodiscard]] std::vector<std::uint64_t> withRanks(const Keys& keys,
                                                       const std::vector<std::uint64_t>& marked,
                                                       std::uint32_t least,
                                                       std::uint32_t most) const;
    [[nodiscard]] std::vector<Row> sorted(std::span<const Keys> keys,
                                          const std::vector<std::uint64_t>& marked) const;
    [[nodiscard]] std::vector<Row> withinTie(std::span<const Keys> others,
                                             const Order& order,
                                             const TieWalk& walk,
                                             std::size_t offset,
                                             std::size_t count) const;
    [[nodiscard]] std::vector<Row> selectedInOrder(std::span<const Keys> keys,
                                                   const std::vector<std::uint64_t>& marked,
                                                   std::size_t offset,
                                                   std::size_t count) const;
    [[nodiscard]] std::vector<Row> withinRank(std::span<const Keys> keys,
                                              const std::vector<std::uint64_t>& marked,
                                              std::uint32_t rank,
                                              std::size_t offset,
                                              std::size_t count) const;
    [[nodiscard]] std::vector<Row> selected(std::span<const Keys> keys,
                                            const std::vector<std::uint64_t>& marked,
                                            const std::vector<std::uint32_t>* known,
                                            std::size_t offset,
                                            std::size_t count) const;
    [[nodiscard]] std::vector<Keys> keysOf(const PriceMatches& matches) const;

    std::vector<ProductFacts> m_products;
    std::vector<PlaceFacts> m_places;
    std::vector<WayFacts> m_ways;
    std::vector<std::uint32_t> m_wayThing;  ///< [way]: equal where only unit, currency and sheet differ
    std::vector<std::uint32_t> m_sheetRank; ///< [way]: later wins among prices of one day
    std::vector<std::vector<std::uint32_t>> m_productRanks; ///< [column][product]; kUnknownRank: unknown
    std::vector<std::uint32_t> m_placeRank;
    std::vector<std::vector<std::uint32_t>> m_wayRanks; ///< [column][way]

    std::vector<Run> m_runs; ///< in order of rows
    std::vector<std::uint32_t> m_way;
    std::vector<float> m_price;
    std::vector<std::uint16_t> m_from;
    std::vector<std::uint16_t> m_until; ///< the first day on which the price no longer holds
    std::vector<std::uint32_t> m_detail;
    std::vector<std::uint32_t> m_reference;
    std::vector<std::uint32_t> m_sku;      ///< place in m_skus; 0: none
    std::vector<std::string> m_skus;       ///< lower case, ascending, each once; the first is empty
    std::vector<std::uint64_t> m_holdsNow; ///< [row / 64]: nothing newer replaced it
    std::vector<std::uint64_t> m_isOnce;   ///< [row / 64]: no row that takes over again after a gap
    Order m_byPrice;
    Order m_byPriceEach;
};

/// Days since 1970-01-01 of "YYYY-MM-DD"; 0 if it is no day or lies outside 1970-01-02 to 2149.
[[nodiscard]] std::uint16_t indexDay(const std::string& text);

} // namespace wherewithal::providers
