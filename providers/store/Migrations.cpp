// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/store/Migrations.h"

#include "providers/store/PriceTable.h"
#include "providers/store/SqlGuard.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <fmt/format.h>
#include <memory>
#include <optional>
#include <string>

namespace wherewithal::providers {

namespace {

/// Prices and what they hang on. Words that repeat are kept once in `name`; an offer is one row of numbers,
/// since a catalogue may hold ten million of them. Amounts are exact: coefficient x 10^exponent.
constexpr std::string_view kPrices = R"sql(
CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE name(id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE);
CREATE TABLE price_source(
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    provider TEXT NOT NULL,
    format TEXT NOT NULL,
    file_name TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    publisher_version TEXT NOT NULL,
    published_at TEXT NOT NULL,
    imported_at TEXT NOT NULL,
    note TEXT NOT NULL,
    offers INTEGER NOT NULL DEFAULT 0, -- counted when an import ends, so that nobody counts millions of rows later
    newest TEXT NOT NULL DEFAULT '');
CREATE TABLE machine(
    provider TEXT NOT NULL,
    machine TEXT NOT NULL,
    family TEXT,
    category TEXT,
    vcpus REAL,
    memory_gib REAL,
    arch TEXT,
    accelerator_id TEXT,
    accelerator_name TEXT,
    accelerator_count INTEGER,
    accelerator_memory_gib REAL,
    network_gbps_peak REAL,
    network_gbps_baseline REAL,
    local_storage_gb REAL,
    source TEXT,
    as_of TEXT,
    note TEXT,
    PRIMARY KEY(provider, machine)) WITHOUT ROWID;
CREATE TABLE offer(
    id INTEGER PRIMARY KEY,
    natural_key INTEGER NOT NULL,
    source_id INTEGER NOT NULL REFERENCES price_source(id) ON DELETE CASCADE,
    provider INTEGER NOT NULL REFERENCES name(id),
    service INTEGER REFERENCES name(id),
    sku TEXT,
    rate TEXT,
    region INTEGER REFERENCES name(id),
    zone INTEGER REFERENCES name(id),
    machine INTEGER REFERENCES name(id),
    os INTEGER REFERENCES name(id),
    tenancy INTEGER REFERENCES name(id),
    licence INTEGER REFERENCES name(id),
    software INTEGER REFERENCES name(id),
    capacity INTEGER REFERENCES name(id),
    basis INTEGER REFERENCES name(id),
    is_machine_price INTEGER NOT NULL,
    is_graduated INTEGER NOT NULL,
    purchase INTEGER NOT NULL,
    term_months INTEGER NOT NULL,
    payment INTEGER NOT NULL,
    offering_class INTEGER REFERENCES name(id),
    unit INTEGER NOT NULL REFERENCES name(id),
    block_size REAL NOT NULL,
    currency INTEGER NOT NULL REFERENCES name(id),
    amount_coefficient INTEGER NOT NULL,
    amount_exponent INTEGER NOT NULL,
    upfront_coefficient INTEGER,
    upfront_exponent INTEGER,
    maximum_coefficient INTEGER,
    maximum_exponent INTEGER,
    effective_from TEXT NOT NULL,
    effective_to TEXT,
    citation INTEGER REFERENCES name(id),
    note INTEGER REFERENCES name(id));
CREATE TABLE price_tier(
    offer_id INTEGER NOT NULL REFERENCES offer(id) ON DELETE CASCADE,
    tier_from REAL NOT NULL,
    tier_to REAL,
    coefficient INTEGER NOT NULL,
    exponent INTEGER NOT NULL,
    PRIMARY KEY(offer_id, tier_from)) WITHOUT ROWID;
CREATE UNIQUE INDEX offer_natural_key ON offer(natural_key);
)sql";

constexpr std::string_view kOldIndexes = R"sql(
CREATE INDEX IF NOT EXISTS main.offer_machine ON offer(provider, machine, region);
CREATE INDEX IF NOT EXISTS main.offer_region ON offer(provider, region);
CREATE INDEX IF NOT EXISTS main.offer_source ON offer(source_id);
)sql";

/// What is sold, where, and how it is bought stand once each; an offer is little more than its amounts and
/// days. Days are numbers (days since 1970-01-01, 0 unknown). The id of a sheet that merely repeats a row of
/// another stands in `sheet_share`, so that a sheet can be listed whole.
constexpr std::string_view kTables = R"sql(
DROP INDEX IF EXISTS main.offer_machine;
DROP INDEX IF EXISTS main.offer_region;
DROP INDEX IF EXISTS main.offer_source;
DROP INDEX IF EXISTS main.offer_natural_key;
CREATE TABLE main.product(
    id INTEGER PRIMARY KEY,
    provider INTEGER NOT NULL REFERENCES name(id),
    service INTEGER,
    machine INTEGER);
CREATE INDEX main.product_machine ON product(provider, machine);
CREATE TABLE main.place(id INTEGER PRIMARY KEY, region INTEGER, zone INTEGER);
CREATE TABLE main.way(
    id INTEGER PRIMARY KEY,
    purchase INTEGER NOT NULL,
    term_months INTEGER NOT NULL,
    payment INTEGER NOT NULL,
    is_machine_price INTEGER NOT NULL,
    block_size REAL NOT NULL,
    unit INTEGER,
    currency INTEGER,
    os INTEGER,
    tenancy INTEGER,
    licence INTEGER,
    software INTEGER,
    capacity INTEGER,
    basis INTEGER,
    offering_class INTEGER,
    unit_text INTEGER);
ALTER TABLE main.offer RENAME TO offer_2;
ALTER TABLE main.price_tier RENAME TO price_tier_2;
CREATE TABLE main.offer(
    id INTEGER PRIMARY KEY,
    thing_key INTEGER NOT NULL,
    source_id INTEGER NOT NULL REFERENCES price_source(id) ON DELETE CASCADE,
    product INTEGER NOT NULL,
    place INTEGER NOT NULL,
    way INTEGER NOT NULL,
    effective_from INTEGER NOT NULL,
    effective_to INTEGER,
    flags INTEGER NOT NULL,
    amount_coefficient INTEGER NOT NULL,
    amount_exponent INTEGER NOT NULL,
    upfront_coefficient INTEGER,
    upfront_exponent INTEGER,
    maximum_coefficient INTEGER,
    maximum_exponent INTEGER,
    line INTEGER,
    citation INTEGER,
    note INTEGER,
    sku TEXT,
    rate TEXT);
CREATE TABLE main.price_tier(
    offer_id INTEGER NOT NULL REFERENCES offer(id) ON DELETE CASCADE,
    tier_from REAL NOT NULL,
    tier_to REAL,
    coefficient INTEGER NOT NULL,
    exponent INTEGER NOT NULL,
    PRIMARY KEY(offer_id, tier_from)) WITHOUT ROWID;
CREATE TABLE main.sheet_share(
    source_id INTEGER NOT NULL REFERENCES price_source(id) ON DELETE CASCADE,
    part INTEGER NOT NULL,
    ids BLOB NOT NULL, -- ascending offer ids as differences, seven bits a byte, the lowest first
    PRIMARY KEY(source_id, part)) WITHOUT ROWID;
)sql";

constexpr std::string_view kIndexes = R"sql(
CREATE INDEX IF NOT EXISTS main.offer_thing ON offer(thing_key);
CREATE INDEX IF NOT EXISTS main.offer_product ON offer(product, place);
CREATE INDEX IF NOT EXISTS main.offer_source ON offer(source_id);
)sql";

/// Carries the offers of version 2 over, with their ids.
void copyOffers(SQLite::Database& database)
{
    std::string words;
    for (const char* word : {"provider",
                             "service",
                             "region",
                             "zone",
                             "machine",
                             "os",
                             "tenancy",
                             "licence",
                             "software",
                             "capacity",
                             "basis",
                             "offering_class",
                             "unit",
                             "currency",
                             "citation",
                             "note"}) {
        words += fmt::format("coalesce((SELECT text FROM main.name WHERE id=o.{}), ''), ", word);
    }
    SQLite::Statement query(
        database,
        fmt::format(
            "SELECT {} coalesce(sku, ''), coalesce(rate, ''), effective_from, coalesce(effective_to, ''), "
            "is_machine_price, purchase, term_months, payment, block_size, amount_coefficient, "
            "amount_exponent, upfront_coefficient, upfront_exponent, maximum_coefficient, "
            "maximum_exponent, id, source_id FROM main.offer_2 o ORDER BY source_id, id",
            words));
    std::unique_ptr<PriceWriter> writer;
    std::int64_t sheet = -1;
    while (query.executeStep()) {
        PriceRow row;
        int at = 0;
        std::string currency;
        for (std::string* text :
             {&row.provider, &row.service,       &row.region,  &row.zone,          &row.machine,
              &row.os,       &row.tenancy,       &row.licence, &row.software,      &row.capacity,
              &row.basis,    &row.offeringClass, &row.unit,    &currency,          &row.citation,
              &row.note,     &row.sku,           &row.rate,    &row.effectiveFrom, &row.effectiveTo}) {
            *text = query.getColumn(at++).getString();
        }
        row.currency = model::Currency::parse(currency).value_or(model::Currency{});
        row.isMachinePrice = query.getColumn(at++).getInt() != 0;
        row.purchase = static_cast<model::Purchase>(query.getColumn(at++).getInt());
        row.termMonths = query.getColumn(at++).getInt();
        row.payment = static_cast<model::Payment>(query.getColumn(at++).getInt());
        row.blockSize = query.getColumn(at++).getDouble();
        const auto decimal = [&]() -> std::optional<model::Decimal> {
            const SQLite::Column coefficient = query.getColumn(at++);
            const SQLite::Column exponent = query.getColumn(at++);
            return coefficient.isNull()
                       ? std::nullopt
                       : std::optional(model::Decimal(coefficient.getInt64(), exponent.getInt()));
        };
        row.amount = decimal().value_or(model::Decimal{});
        row.upfront = decimal();
        row.monthlyMaximum = decimal();
        const std::int64_t id = query.getColumn(at++).getInt64();
        const std::int64_t source = query.getColumn(at).getInt64();
        row.tiers = tiersOf(database, "main.price_tier_2", id);
        if (source != sheet) {
            writer = std::make_unique<PriceWriter>(database, source, std::string());
            sheet = source;
        }
        writer->copy(row, id);
    }
    writer.reset();
    query.reset();
    database.exec("DROP TABLE main.price_tier_2; DROP TABLE main.offer_2");
    createOfferIndexes(database);
}

int pragma(SQLite::Database& database, const char* name)
{
    return database.execAndGet(fmt::format("PRAGMA {}", name)).getInt();
}

bool isEmpty(SQLite::Database& database)
{
    return database.execAndGet("SELECT count(*) FROM sqlite_master").getInt() == 0;
}

} // namespace

const std::vector<Migration>& migrations()
{
    static const std::vector<Migration> steps{
        {.version = 1, .what = "prices, machines and sheets", .sql = kPrices},
        {.version = 2,
         .what = "indexes of offers, apart since big imports build them last",
         .sql = kOldIndexes},
        {.version = 3,
         .what = "things, places and ways of buying stand once",
         .sql = kTables,
         .fill = copyOffers},
    };
    return steps;
}

void dropOfferIndexes(SQLite::Database& database)
{
    database.exec("DROP INDEX IF EXISTS main.offer_thing; DROP INDEX IF EXISTS main.offer_product; "
                  "DROP INDEX IF EXISTS main.offer_source");
}

void createOfferIndexes(SQLite::Database& database)
{
    database.exec(std::string(kIndexes));
}

int schemaVersion()
{
    return migrations().back().version;
}

model::Result<void> migrate(SQLite::Database& database, int untilVersion)
{
    return guarded(database.getFilename(), [&]() -> model::Result<void> {
        const int target = untilVersion == 0 ? schemaVersion() : untilVersion;
        const int version = pragma(database, "user_version");
        const bool isOurs = pragma(database, "application_id") == kApplicationId;
        if (!isOurs && !isEmpty(database)) {
            return model::failure(model::ErrorCode::UnsupportedFormat,
                                  database.getFilename(),
                                  "the database is no catalogue of this program",
                                  "choose another file");
        }
        if (version > schemaVersion()) {
            return model::failure(model::ErrorCode::UnsupportedVersion,
                                  database.getFilename(),
                                  fmt::format("the catalogue has version {}, this program reads up to {}",
                                              version,
                                              schemaVersion()),
                                  "use a newer program");
        }
        if (version >= target) {
            return {};
        }
        SQLite::Transaction transaction(database);
        database.exec(fmt::format("PRAGMA application_id={}", kApplicationId));
        for (const Migration& step : migrations()) {
            if (step.version > version && step.version <= target) {
                database.exec(std::string(step.sql));
                if (step.fill != nullptr) {
                    step.fill(database);
                }
                database.exec(fmt::format("PRAGMA user_version={}", step.version));
            }
        }
        transaction.commit();
        return {};
    });
}

} // namespace wherewithal::providers
