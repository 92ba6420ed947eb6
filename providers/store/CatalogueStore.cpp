// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/store/CatalogueStore.h"

#include "model/base/Random.h"
#include "providers/store/IndexReader.h"
#include "providers/store/Merge.h"
#include "providers/store/Migrations.h"
#include "providers/store/PriceTable.h"
#include "providers/store/SliceReader.h"
#include "providers/store/SqlGuard.h"

#include <sqlite3.h>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <tuple>

namespace wherewithal::providers {

using model::ErrorCode;
namespace fs = std::filesystem;

struct CatalogueStore::Private
{
    Private(std::string messagePlace, SQLite::Database&& open)
        : where(std::move(messagePlace))
        , database(std::move(open))
    {}

    std::string where; ///< for messages
    SQLite::Database database;
    bool hasUserDatabase = false;
    std::unique_ptr<PriceReader> shipped;
    std::unique_ptr<PriceReader> imported;
    std::vector<PriceRow> services; ///< the shipped ones, once asked for

    [[nodiscard]] std::optional<PriceRow> find(PriceReference reference, const SliceReader& facts);
    [[nodiscard]] static model::Source sourceOf(const PriceRow& row, const SliceReader& facts)
    {
        return row.sheet == kShippedSheet ? facts.source(row.citation, row.effectiveFrom)
                                          : model::Source{.title = "Imported price sheet " + row.sheet,
                                                          .url = {},
                                                          .date = row.effectiveFrom};
    }
    [[nodiscard]] bool isReadOnly() const { return sqlite3_db_readonly(database.getHandle(), "main") != 0; }
};

struct SheetImport::Private
{
    Private(std::string messagePlace, SQLite::Database& open)
        : database(open)
        , where(std::move(messagePlace))
    {}

    SQLite::Database& database;
    std::string where;
    std::int64_t sheetId = 0;
    std::unique_ptr<PriceWriter> writer;
    PriceReader* imported = nullptr; ///< of the store
    SheetOutcome outcome;
    std::vector<PriceJump> jumps;
    std::size_t jumpCount = 0;
    std::string contentHash; ///< empty: as given when the import began
    bool isOpen = true;
};

namespace {

/// One store is used by one thread: no mutex per call.
constexpr int kOpen = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX;

/// Puts the image, as it lies in memory, into the place of the schema "shipped".
void attachImage(SQLite::Database& database, std::span<const std::byte> image)
{
    database.exec("ATTACH ':memory:' AS shipped");
    // SQLite takes a mutable pointer but does not write to it with this flag.
    auto* bytes = reinterpret_cast<unsigned char*>(const_cast<std::byte*>(image.data())); // NOLINT: see above
    const auto size = static_cast<sqlite3_int64>(image.size());
    const int status =
        sqlite3_deserialize(database.getHandle(), "shipped", bytes, size, size, SQLITE_DESERIALIZE_READONLY);
    if (status != SQLITE_OK) {
        throw SQLite::Exception(database.getHandle(), status);
    }
}

/// True for a file that the catalogue builder made: it has the shipped tables.
bool isImage(SQLite::Database& database)
{
    const char* tables =
        "SELECT count(*) FROM sqlite_master WHERE type='table' AND name IN ('source','evidence')";
    return database.execAndGet(tables).getInt() == 2;
}

/// The file in the place of the embedded image.
model::Result<void> checkImage(SQLite::Database& database)
{
    const bool isOurs = database.execAndGet("PRAGMA application_id").getInt() == kApplicationId;
    const int version = database.execAndGet("PRAGMA user_version").getInt();
    if (isOurs && version == schemaVersion()) {
        return {};
    }
    return model::failure(
        ErrorCode::UnsupportedVersion,
        database.getFilename(),
        fmt::format("the catalogue has version {}, this program reads {}", version, schemaVersion()),
        "build it again from its tables");
}

std::string asUri(const fs::path& file, std::string_view options)
{
    std::string uri = "file:";
    for (const char character : fs::absolute(file).string()) {
        if (character == '%' || character == '?' || character == '#') {
            uri += fmt::format("%{:02X}", static_cast<unsigned>(character));
        } else {
            uri += character;
        }
    }
    return uri.append(options);
}

model::Result<void> prepareUserDatabase(SQLite::Database& database)
{
    if (sqlite3_db_readonly(database.getHandle(), "main") == 0) {
        constexpr int kBusyMilliseconds = 2000;
        database.setBusyTimeout(kBusyMilliseconds);
        database.exec("PRAGMA journal_mode=WAL");
        database.exec("PRAGMA synchronous=NORMAL");
        database.exec("PRAGMA cache_size=-65536"); // KiB: keys of a big import fall all over the index
    }
    database.exec("PRAGMA foreign_keys=ON");
    return migrate(database);
}

/// Why a file that exists cannot be used, before SQLite is asked.
model::Result<void> checkFile(const fs::path& file)
{
    std::error_code error;
    if (fs::is_directory(file, error)) {
        return model::failure(
            ErrorCode::UnsupportedFormat, file.string(), "this is a folder, expected a catalogue file");
    }
    if (fs::exists(file, error)) {
        return {};
    }
    const fs::path folder = fs::absolute(file).parent_path();
    fs::create_directories(folder, error);
    if (error) {
        return model::failure(ErrorCode::PermissionDenied,
                              folder.string(),
                              error.message(),
                              "choose a folder that may be written");
    }
    return {};
}

} // namespace

CatalogueStore::CatalogueStore(std::unique_ptr<Private> state)
    : d(std::move(state))
{}
CatalogueStore::CatalogueStore(CatalogueStore&&) noexcept = default;
CatalogueStore& CatalogueStore::operator=(CatalogueStore&&) noexcept = default;
CatalogueStore::~CatalogueStore() = default;

model::Result<CatalogueStore> CatalogueStore::openImage(std::span<const std::byte> image)
{
    return guarded("catalogue", [&]() -> model::Result<CatalogueStore> {
        auto state = std::make_unique<Private>("catalogue", SQLite::Database(":memory:", kOpen));
        attachImage(state->database, image);
        state->shipped = std::make_unique<PriceReader>(state->database, "shipped");
        return CatalogueStore(std::move(state));
    });
}

model::Result<CatalogueStore> CatalogueStore::open(const fs::path& file, std::span<const std::byte> image)
{
    if (auto usable = checkFile(file); !usable) {
        return model::failure(std::move(usable.error()));
    }
    return guarded(file.string(), [&]() -> model::Result<CatalogueStore> {
        auto state = std::make_unique<Private>(
            file.string(), SQLite::Database(asUri(file, ""), kOpen | SQLITE_OPEN_CREATE | SQLITE_OPEN_URI));
        if (isImage(state->database)) {
            if (auto usable = checkImage(state->database); !usable) {
                usable.error().where = file.string();
                return model::failure(std::move(usable.error()));
            }
            auto own = std::make_unique<Private>(file.string(),
                                                 SQLite::Database(":memory:", kOpen | SQLITE_OPEN_URI));
            SQLite::Statement attach(own->database, "ATTACH ? AS shipped");
            attach.bind(1, asUri(file, "?mode=ro"));
            attach.exec();
            own->shipped = std::make_unique<PriceReader>(own->database, "shipped");
            return CatalogueStore(std::move(own));
        }
        if (auto prepared = prepareUserDatabase(state->database); !prepared) {
            prepared.error().where = file.string();
            return model::failure(std::move(prepared.error()));
        }
        attachImage(state->database, image);
        state->hasUserDatabase = true;
        state->shipped = std::make_unique<PriceReader>(state->database, "shipped");
        state->imported = std::make_unique<PriceReader>(state->database, "main");
        return CatalogueStore(std::move(state));
    });
}

bool CatalogueStore::isWritable() const
{
    return d->hasUserDatabase && !d->isReadOnly();
}

model::Result<CatalogueInfo> CatalogueStore::info() const
{
    auto known = sheets();
    if (!known) {
        return model::failure(std::move(known.error()));
    }
    return guarded(d->where, [&]() -> model::Result<CatalogueInfo> {
        CatalogueInfo info;
        info.hash = d->database.execAndGet("SELECT value FROM shipped.meta WHERE key='hash'").getString();
        info.sheets = known->size();
        if (!known->empty()) {
            std::string content = info.hash;
            for (const SheetInfo& sheet : *known) {
                content += fmt::format("\x1f{}\x1f{}\x1f{}", sheet.name, sheet.contentHash, sheet.offers);
            }
            info.hash = fmt::format("{:016x}", model::stableHash(content));
        }
        const auto count = [&](const char* sql) {
            return static_cast<std::size_t>(d->database.execAndGet(sql).getInt64());
        };
        info.machines = count("SELECT CAST(value AS INTEGER) FROM shipped.meta WHERE key='machines'");
        info.prices = count("SELECT CAST(value AS INTEGER) FROM shipped.meta WHERE key='prices'");
        info.asOf = d->database.execAndGet("SELECT value FROM shipped.meta WHERE key='as_of'").getString();
        if (d->hasUserDatabase) {
            info.machines += count(
                "SELECT count(*) FROM main.machine m WHERE NOT EXISTS (SELECT 1 FROM shipped.machine s WHERE "
                "s.provider = m.provider AND s.machine = m.machine)");
            info.prices += count("SELECT coalesce(sum(offers), 0) FROM main.price_source");
            const char* newest = "SELECT coalesce(max(newest), '') FROM main.price_source";
            info.asOf = std::max(info.asOf, d->database.execAndGet(newest).getString());
        }
        return info;
    });
}

model::Result<model::CatalogueSlice> CatalogueStore::slice(const model::Plan& plan) const
{
    auto known = info();
    if (!known) {
        return model::failure(std::move(known.error()));
    }
    return guarded(d->where, [&]() -> model::Result<model::CatalogueSlice> {
        SliceReader reader(d->database, *d->shipped, d->imported.get());
        model::CatalogueSlice slice = reader.read(plan);
        slice.hash = known->hash;
        slice.asOf = known->asOf;
        return slice;
    });
}

model::Result<std::vector<PriceRow>> CatalogueStore::listPrices(const PriceFilter& filter) const
{
    return guarded(d->where, [&]() -> model::Result<std::vector<PriceRow>> {
        const SliceReader facts(d->database, *d->shipped, d->imported.get());
        std::vector<PriceRow> rows = facts.serviceRows(filter);
        // All versions must be there before it is decided which of them holds; the limit comes after that.
        constexpr std::size_t kMostVersions = 1'000'000;
        const std::size_t most = std::max(filter.limit, kMostVersions);
        for (PriceReader* reader : {d->shipped.get(), d->imported.get()}) {
            if (reader != nullptr) {
                reader->read(filter, [&](PriceRow&& row) {
                    rows.push_back(std::move(row));
                    return rows.size() <= most;
                });
            }
        }
        if (rows.size() > most) {
            return model::failure(ErrorCode::TooLarge,
                                  d->where,
                                  fmt::format("more than {} prices fit", most),
                                  "ask for one provider, machine or region");
        }
        decideRivals(rows,
                     filter.effectiveUntil.empty() ? std::nullopt : std::optional(filter.effectiveUntil));
        std::erase_if(rows, [&](const PriceRow& row) {
            const bool isFuture = !filter.effectiveUntil.empty() && row.effectiveFrom > filter.effectiveUntil;
            const bool isElsewhere = !filter.sheet.empty() && row.sheet != filter.sheet;
            return isFuture || isElsewhere
                   || (!row.isCurrent && !filter.includesSuperseded && filter.sheet.empty());
        });
        for (PriceRow& row : rows) {
            row.source = Private::sourceOf(row, facts);
        }
        std::ranges::stable_sort(rows, [](const PriceRow& a, const PriceRow& b) {
            const auto key = [](const PriceRow& row) {
                return std::tie(row.provider,
                                row.service,
                                row.machine,
                                row.region,
                                row.os,
                                row.purchase,
                                row.termMonths,
                                row.payment,
                                row.sku);
            };
            return key(a) != key(b) ? key(a) < key(b) : a.effectiveFrom > b.effectiveFrom;
        });
        rows.resize(std::min(rows.size(), filter.limit));
        return rows;
    });
}

model::Result<std::shared_ptr<const PriceIndex>>
CatalogueStore::priceIndex(const std::stop_token& stop,
                           const std::function<void(std::size_t)>& progress) const
{
    return guarded(d->where, [&]() -> model::Result<std::shared_ptr<const PriceIndex>> {
        SliceReader facts(d->database, *d->shipped, d->imported.get());
        facts.readFacts();
        return IndexReader(facts, *d->shipped, d->imported.get()).read(stop, progress);
    });
}

std::optional<PriceRow> CatalogueStore::Private::find(PriceReference reference, const SliceReader& facts)
{
    switch (reference.place) {
    case PriceReference::Place::Imported:
        return imported ? imported->find(reference.id) : std::nullopt;
    case PriceReference::Place::Shipped:
        return shipped->find(reference.id);
    case PriceReference::Place::ShippedService: {
        if (services.empty()) {
            services = facts.serviceRows({});
        }
        const auto at = static_cast<std::size_t>(reference.id);
        return at < services.size() ? std::optional(services[at]) : std::nullopt;
    }
    }
    return std::nullopt;
}

model::Result<std::vector<ListedPrice>> CatalogueStore::listed(const PriceIndex& index,
                                                               std::span<const PriceIndex::Row> rows,
                                                               const std::string& asOf) const
{
    return guarded(d->where, [&]() -> model::Result<std::vector<ListedPrice>> {
        const SliceReader facts(d->database, *d->shipped, d->imported.get());
        const auto day = asOf.empty() ? std::nullopt : std::optional(asOf);
        std::vector<ListedPrice> found;
        for (const PriceIndex::Row row : rows) {
            const std::vector<PriceIndex::Row> history = index.history(row);
            std::vector<PriceRow> rivals; // the row asked for is among them, unless it has gone
            std::optional<std::size_t> own;
            for (const PriceIndex::Row rival : history) {
                if (auto price = d->find(index.reference(rival), facts)) {
                    if (index.reference(rival) == index.reference(row)) {
                        own = rivals.size();
                    }
                    rivals.push_back(std::move(*price));
                }
            }
            if (!own) {
                continue;
            }
            decideRivals(rivals, day);
            ListedPrice listed{.row = row, .price = std::move(rivals[*own]), .product = index.product(row)};
            listed.price.source = d->sourceOf(listed.price, facts);
            if (effectiveHourly(listed.price)) {
                listed.hourlyUsd = index.price(row);
                listed.eachUsd = index.priceEach(row);
            }
            found.push_back(std::move(listed));
        }
        return found;
    });
}

model::Result<PriceOrigin> CatalogueStore::origin(const PriceIndex& index, PriceIndex::Row row) const
{
    auto known = sheets();
    if (!known) {
        return model::failure(std::move(known.error()));
    }
    return guarded(d->where, [&]() -> model::Result<PriceOrigin> {
        const SliceReader facts(d->database, *d->shipped, d->imported.get());
        const auto price = d->find(index.reference(row), facts);
        if (!price) {
            return model::failure(ErrorCode::NotFound,
                                  d->where,
                                  "this price is no longer in the catalogue",
                                  "search again: an import has replaced it");
        }
        PriceOrigin origin;
        origin.line = price->line == 0 ? std::nullopt : std::optional(price->line);
        origin.unitText = price->unitText;
        origin.source = d->sourceOf(*price, facts);
        const auto sheet = std::ranges::find(*known, price->sheet, &SheetInfo::name);
        if (sheet != known->end()) {
            origin.sheet = *sheet;
        } else {
            origin.sheet.name = price->sheet;
        }
        return origin;
    });
}

model::Result<void> CatalogueStore::visitImported(const PriceFilter& filter,
                                                  const std::function<bool(const PriceRow&)>& visit) const
{
    if (!d->hasUserDatabase) {
        return {};
    }
    return guarded(d->where, [&]() -> model::Result<void> {
        d->imported->read(filter, [&](PriceRow&& row) { return visit(row); });
        return {};
    });
}

model::Result<std::vector<PriceRow>> CatalogueStore::sheetRows(const std::string& sheet) const
{
    return guarded(d->where, [&]() -> model::Result<std::vector<PriceRow>> {
        std::vector<PriceRow> rows;
        PriceReader* reader = sheet == kShippedSheet ? d->shipped.get() : d->imported.get();
        if (reader != nullptr) {
            reader->readSheet(sheet, [&](PriceRow&& row) { rows.push_back(std::move(row)); });
        }
        if (sheet == kShippedSheet) {
            const SliceReader facts(d->database, *d->shipped, d->imported.get());
            std::ranges::move(facts.serviceRows({}), std::back_inserter(rows));
        }
        if (rows.empty()) {
            return model::failure(ErrorCode::NotFound,
                                  sheet,
                                  "there is no such sheet, or it holds no prices",
                                  "`prices sheets` lists them");
        }
        return rows;
    });
}

model::Result<std::vector<SheetInfo>> CatalogueStore::sheets() const
{
    if (!d->hasUserDatabase) {
        return std::vector<SheetInfo>{};
    }
    return guarded(d->where, [&]() -> model::Result<std::vector<SheetInfo>> {
        std::vector<SheetInfo> found;
        SQLite::Statement query(d->database,
                                "SELECT name, provider, format, file_name, content_hash, publisher_version, "
                                "published_at, imported_at, note, "
                                "offers FROM main.price_source ORDER BY name");
        while (query.executeStep()) {
            SheetInfo sheet;
            int index = 0;
            for (std::string* part : {&sheet.name,
                                      &sheet.provider,
                                      &sheet.format,
                                      &sheet.fileName,
                                      &sheet.contentHash,
                                      &sheet.publisherVersion,
                                      &sheet.publishedAt,
                                      &sheet.importedAt,
                                      &sheet.note}) {
                *part = query.getColumn(index++).getString();
            }
            sheet.offers = static_cast<std::size_t>(query.getColumn(index).getInt64());
            found.push_back(std::move(sheet));
        }
        return found;
    });
}

model::Result<SheetImport> CatalogueStore::beginImport(const SheetInfo& sheet)
{
    if (!d->hasUserDatabase) {
        return model::failure(ErrorCode::Inconsistent,
                              d->where,
                              "the shipped catalogue takes no imports",
                              "name a catalogue file");
    }
    if (d->isReadOnly()) {
        return model::failure(ErrorCode::PermissionDenied,
                              d->where,
                              "the catalogue cannot be written",
                              "choose a file that may be written");
    }
    if (sheet.name.empty() || sheet.name == kShippedSheet) {
        return model::failure(ErrorCode::MissingField,
                              "sheet.name",
                              fmt::format("'{}' is no name for an imported sheet", sheet.name));
    }
    return guarded(d->where, [&]() -> model::Result<SheetImport> {
        // Not IMMEDIATE, which would ask the read-only image for a lock as well.
        d->database.exec("BEGIN");
        auto state = std::make_unique<SheetImport::Private>(d->where, d->database);
        SheetImport import(std::move(state)); // rolls back if the next lines fail
        d->database.exec(
            "UPDATE main.meta SET value = value WHERE 0"); // takes the write lock now, not in the middle
        import.d->sheetId = addSheet(d->database, sheet);
        import.d->imported = d->imported.get();
        const std::string& day = sheet.publishedAt.empty() ? sheet.importedAt : sheet.publishedAt;
        import.d->writer = std::make_unique<PriceWriter>(d->database, import.d->sheetId, day);
        if (import.d->writer->isFresh()) {
            dropOfferIndexes(d->database);
        }
        return import;
    });
}

model::Result<void> CatalogueStore::removeSheet(std::string_view name)
{
    if (!isWritable()) {
        return model::failure(ErrorCode::PermissionDenied, d->where, "the catalogue cannot be written");
    }
    return guarded(d->where, [&]() -> model::Result<void> {
        d->database.exec("BEGIN");
        bool isDropped = false;
        try {
            isDropped = dropSheet(d->database, std::string(name));
            d->database.exec("COMMIT");
        } catch (const SQLite::Exception&) {
            d->database.tryExec("ROLLBACK");
            throw;
        }
        d->imported->forget();
        if (!isDropped) {
            return model::failure(ErrorCode::NotFound,
                                  std::string(name),
                                  "there is no such sheet",
                                  "`prices sheets` lists them");
        }
        return {};
    });
}

SheetImport::SheetImport(std::unique_ptr<Private> state)
    : d(std::move(state))
{}
SheetImport::SheetImport(SheetImport&&) noexcept = default;
SheetImport& SheetImport::operator=(SheetImport&&) noexcept = default;

SheetImport::~SheetImport()
{
    if (d && d->isOpen) {
        d->writer.reset();
        d->database.tryExec("ROLLBACK");
        if (d->imported != nullptr) {
            d->imported->forget();
        }
    }
}

model::Result<void> SheetImport::add(const PriceRow& row)
{
    return guarded(d->where, [&]() -> model::Result<void> {
        d->writer->add(row, d->outcome);
        return {};
    });
}

model::Result<void> SheetImport::add(const model::Machine& machine)
{
    return guarded(d->where, [&]() -> model::Result<void> {
        d->writer->add(machine);
        ++d->outcome.machines;
        return {};
    });
}

const std::vector<PriceJump>& SheetImport::jumps() const
{
    return d->jumps;
}

std::size_t SheetImport::jumpCount() const
{
    return d->jumpCount;
}

void SheetImport::setContentHash(std::string hash)
{
    d->contentHash = std::move(hash);
}

model::Result<SheetOutcome> SheetImport::finish()
{
    if (!d->writer) {
        return d->outcome;
    }
    return guarded(d->where, [&]() -> model::Result<SheetOutcome> {
        d->writer->finish(d->outcome);
        d->jumps = d->writer->jumps();
        d->jumpCount = d->writer->jumpCount();
        d->writer.reset();
        createOfferIndexes(d->database);
        SQLite::Statement count(
            d->database,
            "UPDATE main.price_source SET offers = (SELECT count(*) FROM main.offer WHERE source_id = "
            "price_source.id), newest = (SELECT coalesce(date(max(effective_from) * 86400, 'unixepoch'), '') "
            "FROM "
            "main.offer WHERE source_id = price_source.id), content_hash = CASE ?2 WHEN '' THEN content_hash "
            "ELSE "
            "?2 END WHERE id = ?1");
        count.bind(1, d->sheetId);
        count.bind(2, d->contentHash);
        count.exec();
        d->imported->forget();
        return d->outcome;
    });
}

model::Result<SheetOutcome> SheetImport::commit()
{
    return guarded(d->where, [&]() -> model::Result<SheetOutcome> {
        if (auto staged = finish(); !staged) {
            return model::failure(std::move(staged.error()));
        }
        d->database.exec("COMMIT");
        d->isOpen = false;
        d->imported->forget();
        return d->outcome;
    });
}

} // namespace wherewithal::providers
