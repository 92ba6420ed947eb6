// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/hardware/Machine.h"
#include "providers/store/CatalogueStore.h"
#include "providers/store/PriceRow.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace wherewithal::providers {

/// The sheet's identity of what a row prices, whatever the day: rows with one key are versions of one price.
[[nodiscard]] std::int64_t thingKey(const PriceRow& row);

/// Numbers that were put in, with a few per mille of false alarms; 32 MiB, touched only where used.
class KeyFilter
{
public:
    KeyFilter()
        : m_words(kWords, 0)
    {}
    /// True if the key may have been there before; then it is.
    [[nodiscard]] bool insert(std::int64_t key);

private:
    static constexpr std::size_t kWords = 1U << 22U; ///< of 64 bits
    std::vector<std::uint64_t> m_words;
};

/// Writes offers and machines with prepared statements. The caller owns the transaction.
///
/// Into an empty catalogue rows go without a look at the index, which is built when all are there; those that
/// may be repeats of earlier ones wait for it.
class PriceWriter
{
public:
    /// Rows without a day of their own get `observedOn` (YYYY-MM-DD; empty: they stay undated).
    PriceWriter(SQLite::Database& database, std::int64_t sheetId, const std::string& observedOn);

    /// True until the index of things is built: the catalogue held no imported price.
    [[nodiscard]] bool isFresh() const { return m_isFresh; }
    void add(const PriceRow& row, SheetOutcome& outcome);
    void add(const model::Machine& machine);
    /// Writes what waited, the indexes and what the sheet shares with others.
    void finish(SheetOutcome& outcome);
    [[nodiscard]] const std::vector<PriceJump>& jumps() const { return m_jumps; }
    [[nodiscard]] std::size_t jumpCount() const { return m_jumpCount; }
    /// Writes a row as it is, under its id.
    void copy(const PriceRow& row, std::int64_t id);

private:
    struct Known;
    [[nodiscard]] std::int64_t nameId(const std::string& text);
    [[nodiscard]] std::int64_t productId(const PriceRow& row);
    [[nodiscard]] std::int64_t placeId(const PriceRow& row);
    [[nodiscard]] std::int64_t wayId(const PriceRow& row);
    template <typename Insert>
    [[nodiscard]] std::int64_t tableId(std::unordered_map<std::string, std::int64_t>& known, Insert&& insert);
    void loadTables();
    void bindNamed(SQLite::Statement& statement, int index, const std::string& text);
    void addBeside(const PriceRow& row, std::int64_t key, int day, bool isObserved, SheetOutcome& outcome);
    [[nodiscard]] std::vector<Known> knownOf(std::int64_t key);
    [[nodiscard]] bool hasSameAmounts(const Known& known, const PriceRow& row);
    void
    insert(const PriceRow& row, std::int64_t key, int day, bool isObserved, std::optional<std::int64_t> id);
    void endFreshStart(SheetOutcome& outcome);
    void writeShares();
    void watchJump(const Known& before, const PriceRow& row);

    SQLite::Database& m_database;
    std::int64_t m_sheetId;
    std::string m_publishedAt;
    int m_observedDay = 0;
    bool m_isFresh = false; ///< the catalogue was empty, and has no index of things yet
    KeyFilter m_seen;
    std::vector<PriceRow> m_waiting;
    std::vector<std::int64_t> m_shared;
    std::vector<PriceJump> m_jumps;
    std::size_t m_jumpCount = 0;
    std::string m_key;
    std::unordered_map<std::string, std::int64_t> m_names;
    std::unordered_map<std::string, std::int64_t> m_products;
    std::unordered_map<std::string, std::int64_t> m_places;
    std::unordered_map<std::string, std::int64_t> m_ways;
    SQLite::Statement m_findName;
    SQLite::Statement m_addName;
    SQLite::Statement m_addProduct;
    SQLite::Statement m_addPlace;
    SQLite::Statement m_addWay;
    SQLite::Statement m_find;
    SQLite::Statement m_publishedOf;
    SQLite::Statement m_remove;
    SQLite::Statement m_insert;
    SQLite::Statement m_insertTier;
    SQLite::Statement m_insertMachine;
};

/// Adds a row to price_source and returns its id; that of the old row if the sheet is there already.
[[nodiscard]] std::int64_t addSheet(SQLite::Database& database, const SheetInfo& sheet);
/// Removes a sheet; rows that other sheets repeat become theirs. False if there is none.
[[nodiscard]] bool dropSheet(SQLite::Database& database, const std::string& name);
/// Offers of other sheets that a sheet repeats, ascending.
[[nodiscard]] std::vector<std::int64_t> sharedOffers(SQLite::Database& database, std::int64_t sheetId);
/// Graduated amounts of one offer, from a table of tiers.
[[nodiscard]] std::vector<model::PriceTier>
tiersOf(SQLite::Database& database, const std::string& table, std::int64_t offerId);

/// Numbers of an offer, for whoever reads millions of them; ids are those of product, place and way.
struct OfferNumbers
{
    std::int64_t id = 0;
    std::int64_t source = 0;
    std::int64_t product = 0;
    std::int64_t place = 0;
    std::int64_t way = 0;
    int fromDay = 0; ///< since 1970-01-01; 0 unknown
    int toDay = 0;   ///< last day; 0 open
    double amount = 0.0;
    std::optional<double> upfront;
    std::string_view sku; ///< valid during the call
    std::string_view rate;
};

/// Reads offers of one schema ("main" or "shipped").
class PriceReader
{
public:
    struct Product
    {
        std::string provider;
        std::string service;
        std::string machine;
    };
    struct Place
    {
        std::string region;
        std::string zone;
    };
    struct Sheet
    {
        std::string name;
        std::int64_t order = 0; ///< greater for sheets published, else imported, later
    };

    PriceReader(SQLite::Database& database, std::string schema);

    /// Calls `visit` for every offer that the filter wants; false from it ends the search.
    void read(const PriceFilter& filter, const std::function<bool(PriceRow&&)>& visit);
    /// Calls `visit` for every offer; false from it ends the reading. `withKeys` also gives SKU and rate.
    void readNumbers(const std::function<bool(const OfferNumbers&)>& visit);
    /// One offer; nothing if it is gone.
    [[nodiscard]] std::optional<PriceRow> find(std::int64_t id);
    /// All rows that a sheet lists, its own and those it repeats.
    void readSheet(const std::string& sheet, const std::function<void(PriceRow&&)>& visit);
    /// All machine prices of one machine.
    void readMachine(const std::string& provider,
                     const std::string& machine,
                     const std::function<void(PriceRow&&)>& visit);

    [[nodiscard]] const Product& product(std::int64_t id);
    [[nodiscard]] const Place& place(std::int64_t id);
    /// A row with the parts that the way of buying decides.
    [[nodiscard]] const PriceRow& way(std::int64_t id);
    [[nodiscard]] const Sheet& sheet(std::int64_t id);
    /// Forgets what it knows of the tables: an import may have changed them.
    void forget();

private:
    [[nodiscard]] std::optional<std::int64_t> nameId(const std::string& text);
    [[nodiscard]] std::string text(const SQLite::Column& id);
    [[nodiscard]] PriceRow row(SQLite::Statement& query);

    SQLite::Database& m_database;
    std::string m_schema;
    std::unordered_map<std::int64_t, std::string> m_texts;
    std::unordered_map<std::int64_t, Product> m_products;
    std::unordered_map<std::int64_t, Place> m_places;
    std::unordered_map<std::int64_t, PriceRow> m_ways;
    std::unordered_map<std::int64_t, Sheet> m_sheets;
    SQLite::Statement m_findText;
    SQLite::Statement m_findName;
    SQLite::Statement m_ofMachine;
    SQLite::Statement m_ofId;
};

} // namespace wherewithal::providers
