// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/hardware/Machine.h"
#include "providers/store/CatalogueStore.h"
#include "providers/store/PriceRow.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace wherewithal::providers {

/// Writes offers and machines with prepared statements. The caller owns the transaction.
class PriceWriter
{
public:
    PriceWriter(SQLite::Database& database, std::int64_t sheetId);

    void add(const PriceRow& row, SheetOutcome& outcome);
    void add(const model::Machine& machine);

private:
    [[nodiscard]] std::int64_t nameId(const std::string& text);
    void bindName(int index, const std::string& text);
    void bindDecimal(int index, const std::optional<model::Decimal>& value);
    void bindOffer(const PriceRow& row, std::int64_t key);
    [[nodiscard]] bool isUnchanged(const PriceRow& row);
    void addTiers(const PriceRow& row, std::int64_t offerId);

    SQLite::Database& m_database;
    std::int64_t m_sheetId;
    std::unordered_map<std::string, std::int64_t> m_names;
    SQLite::Statement m_findName;
    SQLite::Statement m_addName;
    SQLite::Statement m_find;
    SQLite::Statement m_findTiers;
    SQLite::Statement m_isNewer;
    SQLite::Statement m_remove;
    SQLite::Statement m_insert;
    SQLite::Statement m_insertTier;
    SQLite::Statement m_insertMachine;
};

/// Adds a row to price_source and returns its id; that of the old row if the sheet is there already.
[[nodiscard]] std::int64_t addSheet(SQLite::Database& database, const SheetInfo& sheet);

/// Reads offers of one schema ("main" or "shipped").
class PriceReader
{
public:
    PriceReader(SQLite::Database& database, std::string schema);

    /// The id of a word; nothing if no offer uses it.
    [[nodiscard]] std::optional<std::int64_t> nameId(const std::string& text);
    /// Calls `visit` for every offer that the filter wants; false from it ends the search.
    void read(const PriceFilter& filter, const std::function<bool(PriceRow&&)>& visit);
    /// Calls `visit` for every offer with its id; false from it ends the reading.
    void readAll(const std::function<bool(std::int64_t, PriceRow&&)>& visit);
    /// One offer; nothing if it is gone.
    [[nodiscard]] std::optional<PriceRow> find(std::int64_t id);
    /// All machine prices of one machine.
    void
    readMachine(std::int64_t provider, std::int64_t machine, const std::function<void(PriceRow&&)>& visit);

private:
    [[nodiscard]] const std::string& text(const SQLite::Column& id);
    [[nodiscard]] PriceRow row(SQLite::Statement& query);

    SQLite::Database& m_database;
    std::string m_schema;
    std::unordered_map<std::int64_t, std::string> m_texts;
    SQLite::Statement m_findText;
    SQLite::Statement m_findName;
    SQLite::Statement m_tiers;
    SQLite::Statement m_ofMachine;
    SQLite::Statement m_ofId;
};

} // namespace wherewithal::providers
