// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/store/CatalogueBuilder.h"

#include "model/base/Random.h"
#include "model/units/Decimal.h"
#include "model/units/Money.h"
#include "providers/store/CatalogueSchema.h"
#include "providers/store/CsvTable.h"
#include "providers/store/Days.h"
#include "providers/store/Migrations.h"
#include "providers/store/PriceTable.h"
#include "providers/store/SqlGuard.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <algorithm>
#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <fstream>
#include <map>
#include <set>

namespace wherewithal::providers {

namespace {

using model::ErrorCode;
namespace fs = std::filesystem;

constexpr std::string_view kSelfHosted = "self-hosted"; // a folder of own tables, not of machines and prices
constexpr std::uintmax_t kMaxFileBytes = 1'048'576;

/// One file of a table, with the provider its folder stands for.
struct LoadedFile
{
    std::string provider; ///< empty: the table is one file for all
    CsvTable table;
};

struct LoadedTable
{
    const TableSpec* spec = nullptr;
    std::vector<LoadedFile> files;
};

bool hasProvider(const TableSpec& spec)
{
    return spec.file.starts_with("*/");
}

std::optional<double> plainNumber(const std::string& text)
{
    double value = 0.0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool isWhole = error == std::errc{} && end == text.data() + text.size();
    return isWhole && std::isfinite(value) && value >= 0.0 ? std::optional(value) : std::nullopt;
}

std::optional<std::int64_t> wholeNumber(const std::string& text)
{
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size() && value >= 0 ? std::optional(value)
                                                                                  : std::nullopt;
}

std::vector<std::string> words(std::string_view text, char separator)
{
    std::vector<std::string> found;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(separator), text.size());
        found.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return found;
}

/// The resources as text, and everything that is wrong with them.
class Catalogue
{
public:
    explicit Catalogue(fs::path folder)
        : m_folder(std::move(folder))
    {
        load();
        if (m_errors.empty()) {
            collectReferences();
            for (const LoadedTable& table : m_tables) {
                check(table);
            }
            checkPrices();
        }
    }

    [[nodiscard]] const std::vector<LoadedTable>& tables() const { return m_tables; }
    [[nodiscard]] const std::vector<model::Error>& errors() const { return m_errors; }

    [[nodiscard]] std::size_t rowCount() const
    {
        std::size_t count = 0;
        for (const LoadedTable& table : m_tables) {
            for (const LoadedFile& file : table.files) {
                count += file.table.rows.size();
            }
        }
        return count;
    }

    [[nodiscard]] std::string hash() const
    {
        std::uint64_t sum = 0; // a sum of row hashes: the order of rows and files does not matter
        for (const LoadedTable& table : m_tables) {
            for (const LoadedFile& file : table.files) {
                for (const CsvTable::Row& row : file.table.rows) {
                    sum += model::stableHash(fmt::format(
                        "{}\x1f{}\x1f{}", table.spec->name, file.provider, fmt::join(row.cells, "\x1f")));
                }
            }
        }
        return fmt::format("{:016x}", sum);
    }

private:
    void fail(ErrorCode code, std::string where, std::string message, std::string hint = {})
    {
        m_errors.push_back({.code = code,
                            .where = std::move(where),
                            .message = std::move(message),
                            .hint = std::move(hint)});
    }

    void load()
    {
        for (const TableSpec& spec : catalogueTables()) {
            m_tables.push_back({.spec = &spec, .files = {}});
            if (!hasProvider(spec)) {
                loadFile(m_tables.back(), m_folder / spec.file, {});
                continue;
            }
            for (const fs::path& folder : providerFolders()) {
                for (const fs::path& file : matching(folder, spec.file.substr(2))) {
                    loadFile(m_tables.back(), file, folder.filename().string());
                }
            }
        }
    }

    [[nodiscard]] std::vector<fs::path> providerFolders() const
    {
        std::vector<fs::path> folders;
        std::error_code ignored;
        for (const fs::directory_entry& entry : fs::directory_iterator(m_folder, ignored)) {
            if (entry.is_directory() && entry.path().filename() != kSelfHosted) {
                folders.push_back(entry.path());
            }
        }
        std::ranges::sort(folders);
        return folders;
    }

    /// Files of a folder that match "machines.csv" or "prices-*.csv".
    [[nodiscard]] static std::vector<fs::path> matching(const fs::path& folder, std::string_view pattern)
    {
        const std::size_t star = pattern.find('*');
        const std::string_view start = pattern.substr(0, star);
        std::vector<fs::path> files;
        for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
            const std::string name = entry.path().filename().string();
            if (star == std::string_view::npos ? name == pattern
                                               : name.starts_with(start) && name.ends_with(".csv")) {
                files.push_back(entry.path());
            }
        }
        std::ranges::sort(files);
        return files;
    }

    void loadFile(LoadedTable& table, const fs::path& file, const std::string& provider)
    {
        const std::string name = fs::relative(file, m_folder).generic_string();
        std::ifstream stream(file, std::ios::binary);
        if (!stream) {
            fail(ErrorCode::NotFound, name, "the file cannot be read");
            return;
        }
        std::error_code ignored;
        std::string text(static_cast<std::size_t>(std::min(fs::file_size(file, ignored), kMaxFileBytes + 1)),
                         '\0');
        stream.read(text.data(), static_cast<std::streamsize>(text.size()));
        text.resize(static_cast<std::size_t>(stream.gcount()));
        if (text.size() > kMaxFileBytes) {
            fail(ErrorCode::TooLarge,
                 name,
                 fmt::format("{} bytes, at most {} are allowed", text.size(), kMaxFileBytes),
                 "split the file");
            return;
        }
        auto parsed = parseCsvTable(text, name);
        if (!parsed) {
            m_errors.push_back(std::move(parsed.error()));
            return;
        }
        std::vector<std::string> expected;
        expected.reserve(table.spec->columns.size());
        for (const ColumnSpec& column : table.spec->columns) {
            expected.emplace_back(column.name);
        }
        if (parsed->header != expected) {
            fail(ErrorCode::MissingField,
                 name + ":1",
                 "the header differs from the schema",
                 fmt::format("expected {}", fmt::join(expected, ",")));
            return;
        }
        table.files.push_back({.provider = provider, .table = std::move(*parsed)});
    }

    [[nodiscard]] static std::size_t columnIndex(const TableSpec& spec, std::string_view name)
    {
        const auto column = std::ranges::find(spec.columns, name, &ColumnSpec::name);
        return static_cast<std::size_t>(column - spec.columns.begin());
    }

    void collectReferences()
    {
        for (const LoadedTable& table : m_tables) {
            for (const ColumnSpec& column : table.spec->columns) {
                const std::string name = fmt::format("{}.{}", table.spec->name, column.name);
                if (column.kind != CellKind::Id) {
                    continue;
                }
                const std::size_t index = columnIndex(*table.spec, column.name);
                for (const LoadedFile& file : table.files) {
                    for (const CsvTable::Row& row : file.table.rows) {
                        m_known[name].insert(row.cells[index]);
                        if (table.spec->name == "machine" || table.spec->name == "region") {
                            m_known[std::string(table.spec->name)].insert(placeOf(table, file, row, index));
                        }
                    }
                }
            }
        }
    }

    /// "provider/machine" or "provider/region".
    [[nodiscard]] static std::string
    placeOf(const LoadedTable& table, const LoadedFile& file, const CsvTable::Row& row, std::size_t index)
    {
        const std::string& provider = hasProvider(*table.spec) ? file.provider : row.cells.front();
        return fmt::format("{}/{}", provider, row.cells[index]);
    }

    void check(const LoadedTable& table)
    {
        std::set<std::string> keys;
        for (const LoadedFile& file : table.files) {
            if (hasProvider(*table.spec) && !m_known["provider.id"].contains(file.provider)) {
                fail(ErrorCode::UnknownName,
                     file.table.name,
                     fmt::format("the folder {} is no provider", file.provider),
                     "add it to providers.csv");
            }
            for (const CsvTable::Row& row : file.table.rows) {
                for (std::size_t i = 0; i < table.spec->columns.size(); ++i) {
                    checkCell(
                        table.spec->columns[i],
                        row.cells[i],
                        fmt::format("{}:{}:{}", file.table.name, row.line, table.spec->columns[i].name));
                }
                std::string key = file.provider;
                for (const std::string_view name : table.spec->key) {
                    key += name == "provider" && hasProvider(*table.spec)
                               ? ""
                               : "\x1f" + row.cells[columnIndex(*table.spec, name)];
                }
                if (!keys.insert(key).second) {
                    fail(ErrorCode::Inconsistent,
                         fmt::format("{}:{}", file.table.name, row.line),
                         "the key of this row is there already");
                }
            }
        }
    }

    void checkCell(const ColumnSpec& column, const std::string& cell, const std::string& where)
    {
        if (cell.empty()) {
            if (column.isRequired) {
                fail(ErrorCode::MissingField, where, "the cell is empty and has no default");
            }
            return;
        }
        if (cell.front() == ' ' || cell.back() == ' ') {
            fail(ErrorCode::InvalidSyntax, where, fmt::format("'{}' begins or ends with a blank", cell));
        }
        checkValue(column, cell, where);
    }

    void checkValue(const ColumnSpec& column, const std::string& cell, const std::string& where)
    {
        const auto wrong = [&](const char* what) {
            fail(ErrorCode::WrongType, where, fmt::format("'{}' is no {}", cell, what));
        };
        switch (column.kind) {
        case CellKind::Text:
        case CellKind::Id:
            break;
        case CellKind::Number:
            if (!plainNumber(cell)) {
                wrong("number >= 0");
            }
            break;
        case CellKind::Count:
            if (!wholeNumber(cell)) {
                wrong("whole number >= 0");
            }
            break;
        case CellKind::Decimal:
            if (const auto value = model::parseDecimal(cell); !value || value->isNegative()) {
                wrong("amount >= 0");
            }
            break;
        case CellKind::Day:
            if (!firstDay(cell)) {
                wrong("day (YYYY-MM-DD, YYYY-MM or YYYY)");
            }
            break;
        case CellKind::Currency:
            if (!model::Currency::parse(cell)) {
                wrong("currency");
            }
            break;
        case CellKind::Url:
            if (!cell.starts_with("https://") && !cell.starts_with("http://")) {
                wrong("address");
            }
            break;
        case CellKind::Sources:
            checkSources(cell, where);
            break;
        case CellKind::Choice:
            if (const auto choices = words(column.choices, '|');
                std::ranges::find(choices, cell) == choices.end()) {
                fail(ErrorCode::UnknownName,
                     where,
                     fmt::format("'{}' is not one of {}", cell, column.choices));
            }
            break;
        case CellKind::Reference:
            if (!m_known[std::string(column.choices)].contains(cell)) {
                fail(ErrorCode::UnknownName, where, fmt::format("there is no {} '{}'", column.choices, cell));
            }
            break;
        }
    }

    void checkSources(const std::string& cell, const std::string& where)
    {
        for (const std::string& id : words(cell, ' ')) {
            if (!m_known["source.id"].contains(id)) {
                fail(ErrorCode::UnknownName,
                     where,
                     fmt::format("there is no source '{}'", id),
                     "add it to sources.csv");
            }
        }
    }

    void checkPrices()
    {
        for (const LoadedTable& table : m_tables) {
            const bool isPrice = table.spec->name == "price";
            const std::size_t amount = columnIndex(*table.spec, "amount");
            const std::size_t note = columnIndex(*table.spec, "note");
            if (amount == table.spec->columns.size() || note == table.spec->columns.size()) {
                continue;
            }
            for (const LoadedFile& file : table.files) {
                for (const CsvTable::Row& row : file.table.rows) {
                    const std::string where = fmt::format("{}:{}", file.table.name, row.line);
                    if (row.cells[amount] == "0" && row.cells[note].empty()) {
                        fail(ErrorCode::Inconsistent,
                             where,
                             "a price of 0 needs a note that says why it is free");
                    }
                    if (isPrice) {
                        checkPlace(file, row, where);
                    }
                }
            }
        }
    }

    void checkPlace(const LoadedFile& file, const CsvTable::Row& row, const std::string& where)
    {
        const std::string& purchase = row.cells[3];
        const bool isCommitted =
            purchase == "reserved" || purchase == "savings-plan" || purchase == "committed-use";
        if (!m_known["machine"].contains(fmt::format("{}/{}", file.provider, row.cells[0]))) {
            fail(ErrorCode::UnknownName,
                 where + ":machine",
                 fmt::format("there is no machine '{}'", row.cells[0]));
        }
        if (!m_known["region"].contains(fmt::format("{}/{}", file.provider, row.cells[1]))) {
            fail(ErrorCode::UnknownName,
                 where + ":region",
                 fmt::format("there is no region '{}'", row.cells[1]),
                 "add it to regions.csv");
        }
        if (isCommitted == row.cells[4].empty()) {
            fail(ErrorCode::Inconsistent,
                 where + ":term_months",
                 "commitments have a term, other purchases have none");
        }
    }

    fs::path m_folder;
    std::vector<LoadedTable> m_tables;
    std::vector<model::Error> m_errors;
    std::map<std::string, std::set<std::string>> m_known; ///< "table.column" -> values
};

std::string_view sqlType(CellKind kind)
{
    if (kind == CellKind::Number) {
        return "REAL";
    }
    return kind == CellKind::Count ? "INTEGER" : "TEXT";
}

void createTable(SQLite::Database& database, const TableSpec& spec)
{
    std::string columns = hasProvider(spec) ? "provider TEXT NOT NULL" : "";
    for (const ColumnSpec& column : spec.columns) {
        columns += fmt::format("{}\"{}\" {}{}",
                               columns.empty() ? "" : ", ",
                               column.name,
                               sqlType(column.kind),
                               column.isRequired ? " NOT NULL" : "");
    }
    database.exec(fmt::format("CREATE TABLE \"{}\"({})", spec.name, columns));
}

void bindCell(SQLite::Statement& insert, int index, CellKind kind, const std::string& cell)
{
    if (cell.empty()) {
        insert.bind(index);
    } else if (kind == CellKind::Number) {
        insert.bind(index, plainNumber(cell).value_or(0.0));
    } else if (kind == CellKind::Count) {
        insert.bind(index, wholeNumber(cell).value_or(0));
    } else {
        insert.bind(index, cell);
    }
}

void fillTable(SQLite::Database& database, const LoadedTable& table)
{
    const int offset = hasProvider(*table.spec) ? 1 : 0;
    std::string marks = offset == 1 ? "?,?" : "?";
    for (std::size_t i = 1; i < table.spec->columns.size(); ++i) {
        marks += ",?";
    }
    SQLite::Statement insert(database, fmt::format("INSERT INTO \"{}\" VALUES({})", table.spec->name, marks));
    for (const LoadedFile& file : table.files) {
        for (const CsvTable::Row& row : file.table.rows) {
            insert.reset();
            if (offset == 1) {
                insert.bind(1, file.provider);
            }
            for (std::size_t i = 0; i < row.cells.size(); ++i) {
                bindCell(insert, static_cast<int>(i) + 1 + offset, table.spec->columns[i].kind, row.cells[i]);
            }
            insert.exec();
        }
    }
}

PriceRow priceOf(const std::string& provider, const std::vector<std::string>& cells)
{
    const auto decimal = [](const std::string& text) {
        return text.empty() ? std::nullopt
                            : std::optional(model::parseDecimal(text).value_or(model::Decimal{}));
    };
    PriceRow row;
    row.provider = provider;
    row.service = "compute";
    row.machine = cells[0];
    row.region = cells[1];
    row.os = cells[2];
    row.purchase = model::parsePurchase(cells[3]).value_or(model::Purchase::OnDemand);
    row.termMonths = static_cast<int>(wholeNumber(cells[4]).value_or(0));
    row.payment = model::parsePayment(cells[5]).value_or(model::Payment::None);
    row.unit = cells[6];
    row.currency = model::Currency::parse(cells[7]).value_or(model::Currency{});
    row.amount = decimal(cells[8]).value_or(model::Decimal{});
    row.upfront = decimal(cells[9]);
    row.monthlyMaximum = decimal(cells[10]);
    row.citation = cells[11];
    row.effectiveFrom = firstDay(cells[12]).value_or("");
    row.note = cells[13];
    row.isMachinePrice = true;
    return row;
}

void fillPrices(SQLite::Database& database, const LoadedTable& table)
{
    const std::int64_t sheet = addSheet(database,
                                        {.name = "shipped",
                                         .provider = {},
                                         .format = "catalogue",
                                         .fileName = {},
                                         .contentHash = {},
                                         .publisherVersion = {},
                                         .publishedAt = {},
                                         .importedAt = {},
                                         .note = "ships with the program"});
    PriceWriter writer(database, sheet, std::string());
    SheetOutcome outcome;
    for (const LoadedFile& file : table.files) {
        for (const CsvTable::Row& row : file.table.rows) {
            writer.add(priceOf(file.provider, row.cells), outcome);
        }
    }
    writer.finish(outcome);
}

model::Result<void> writeImage(const Catalogue& catalogue, const std::string& hash, const fs::path& image)
{
    return guarded(image.string(), [&]() -> model::Result<void> {
        SQLite::Database database(image.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        database.exec("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF");
        if (auto migrated = migrate(database); !migrated) {
            return migrated;
        }
        SQLite::Transaction transaction(database);
        for (const LoadedTable& table : catalogue.tables()) {
            if (table.spec->name == "price") {
                fillPrices(database, table);
                continue;
            }
            if (table.spec->name != "machine") { // its table is part of the price schema
                createTable(database, *table.spec);
            }
            fillTable(database, table);
        }
        // Counted once, here: opening the catalogue must not walk over all prices.
        SQLite::Statement meta(
            database,
            "INSERT INTO meta(key, value) VALUES('hash', ?), "
            "('as_of', (SELECT coalesce(date(max(effective_from) * 86400, 'unixepoch'), '') FROM offer)), "
            "('machines', (SELECT count(*) FROM machine)), "
            "('prices', (SELECT count(*) FROM offer))");
        meta.bind(1, hash);
        meta.exec();
        transaction.commit();
        database.exec("DROP INDEX offer_thing; DROP INDEX offer_source; "
                      "ANALYZE; VACUUM");
        return {};
    });
}

BuildOutcome outcomeOf(const Catalogue& catalogue)
{
    BuildOutcome outcome;
    outcome.errors = catalogue.errors();
    outcome.hash = catalogue.hash();
    outcome.tables = catalogue.tables().size();
    outcome.rows = catalogue.rowCount();
    return outcome;
}

} // namespace

BuildOutcome checkCatalogue(const fs::path& folder)
{
    return outcomeOf(Catalogue(folder));
}

BuildOutcome buildCatalogue(const fs::path& folder, const fs::path& image)
{
    const Catalogue catalogue(folder);
    BuildOutcome outcome = outcomeOf(catalogue);
    if (!outcome.errors.empty()) {
        return outcome;
    }
    const fs::path aside = image.string() + ".new";
    std::error_code error;
    fs::remove(aside, error);
    if (auto written = writeImage(catalogue, outcome.hash, aside); !written) {
        outcome.errors.push_back(std::move(written.error()));
        return outcome;
    }
    fs::rename(aside, image, error);
    if (error) {
        outcome.errors.push_back({.code = ErrorCode::InputOutput,
                                  .where = image.string(),
                                  .message = error.message(),
                                  .hint = {}});
    }
    return outcome;
}

} // namespace wherewithal::providers
