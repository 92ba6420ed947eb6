// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/store/PriceTable.h"

#include "model/base/Random.h"
#include "model/units/Quantity.h"

#include <array>
#include <fmt/format.h>

namespace wherewithal::providers {

namespace {

/// Columns of an offer in the order in which they are written and read.
constexpr std::string_view kColumns =
    "natural_key, source_id, provider, service, sku, rate, region, zone, machine, os, tenancy, licence, "
    "software, capacity, basis, is_machine_price, is_graduated, purchase, term_months, payment, "
    "offering_class, unit, "
    "block_size, currency, amount_coefficient, amount_exponent, upfront_coefficient, upfront_exponent, "
    "maximum_coefficient, maximum_exponent, effective_from, effective_to, citation, note";
constexpr int kColumnCount = 34;

enum At : int // place in kColumns, from 0
{
    NaturalKey,
    SourceId,
    Provider,
    Service,
    Sku,
    Rate,
    Region,
    Zone,
    MachineName,
    Os,
    Tenancy,
    Licence,
    Software,
    Capacity,
    Basis,
    IsMachinePrice,
    IsGraduated,
    Purchase,
    TermMonths,
    Payment,
    OfferingClass,
    Unit,
    BlockSize,
    CurrencyCode,
    Amount,
    AmountExponent,
    Upfront,
    UpfrontExponent,
    Maximum,
    MaximumExponent,
    EffectiveFrom,
    EffectiveTo,
    Citation,
    Note,
    Id,       // only when read
    SheetName // only when read
};

std::string placeholders(int count)
{
    std::string marks = "?";
    for (int i = 1; i < count; ++i) {
        marks += ",?";
    }
    return marks;
}

/// The sheet's identity of an offer on a day: what a second import of the same file meets again.
std::int64_t naturalKey(const PriceRow& row)
{
    const std::string text = fmt::format("{}\x1f{}\x1f{}\x1f{}\x1f{}\x1f{}\x1f{}",
                                         priceKey(row),
                                         row.service,
                                         row.sku,
                                         row.rate,
                                         row.unit,
                                         row.currency.code(),
                                         row.effectiveFrom);
    return static_cast<std::int64_t>(model::stableHash(text));
}

std::optional<model::Decimal> decimalAt(SQLite::Statement& query, int index)
{
    const SQLite::Column coefficient = query.getColumn(index);
    return coefficient.isNull()
               ? std::nullopt
               : std::optional(model::Decimal(coefficient.getInt64(), query.getColumn(index + 1).getInt()));
}

/// A stored enumerator; a number beyond `last` (a damaged file) is the first one.
template <typename Enum>
Enum enumAt(SQLite::Statement& query, int index, Enum last)
{
    const int value = query.getColumn(index).getInt();
    return value < 0 || value > static_cast<int>(last) ? Enum{} : static_cast<Enum>(value);
}

void bindText(SQLite::Statement& statement, int index, const std::string& text)
{
    if (text.empty()) {
        statement.bind(index);
    } else {
        statement.bind(index, text);
    }
}

void bindNumber(SQLite::Statement& statement, int index, const std::optional<double>& value, double divisor)
{
    if (value) {
        statement.bind(index, *value / divisor);
    } else {
        statement.bind(index);
    }
}

/// `query` selects from, to, coefficient and exponent of one offer's tiers.
std::vector<model::PriceTier> tiersOf(SQLite::Statement& query, std::int64_t offerId)
{
    std::vector<model::PriceTier> found;
    query.reset();
    query.bind(1, offerId);
    while (query.executeStep()) {
        const SQLite::Column to = query.getColumn(1);
        found.push_back(
            {.from = query.getColumn(0).getDouble(),
             .to = to.isNull() ? std::nullopt : std::optional(to.getDouble()),
             .amount = model::Decimal(query.getColumn(2).getInt64(), query.getColumn(3).getInt())});
    }
    return found;
}

std::string selectTiers(const std::string& schema)
{
    return fmt::format("SELECT tier_from, tier_to, coefficient, exponent FROM {}.price_tier WHERE offer_id=? "
                       "ORDER BY tier_from",
                       schema);
}

} // namespace

PriceWriter::PriceWriter(SQLite::Database& database, std::int64_t sheetId)
    : m_database(database)
    , m_sheetId(sheetId)
    , m_findName(database, "SELECT id FROM name WHERE text=?")
    , m_addName(database, "INSERT INTO name(text) VALUES(?)")
    , m_find(database,
             "SELECT id, amount_coefficient, amount_exponent, upfront_coefficient, upfront_exponent, "
             "maximum_coefficient, "
             "maximum_exponent FROM offer WHERE natural_key=?")
    , m_findTiers(database, selectTiers("main"))
    , m_isNewer(
          database,
          "SELECT theirs.published_at > ours.published_at FROM offer JOIN price_source theirs ON "
          "theirs.id = offer.source_id, price_source ours WHERE offer.natural_key = ?1 AND ours.id = ?2 "
          "AND ours.published_at <> ''")
    , m_remove(database, "DELETE FROM offer WHERE natural_key=?")
    , m_insert(database,
               fmt::format("INSERT INTO offer({}) VALUES({})", kColumns, placeholders(kColumnCount)))
    , m_insertTier(
          database,
          "INSERT INTO price_tier(offer_id, tier_from, tier_to, coefficient, exponent) VALUES(?,?,?,?,?)")
    , m_insertMachine(database,
                      "INSERT OR REPLACE INTO machine(provider, machine, family, category, vcpus, "
                      "memory_gib, arch, accelerator_id, "
                      "accelerator_name, accelerator_count, accelerator_memory_gib, network_gbps_peak, "
                      "network_gbps_baseline, "
                      "local_storage_gb, source, as_of, note) VALUES("
                          + placeholders(17) + ")")
{}

std::int64_t PriceWriter::nameId(const std::string& text)
{
    if (const auto known = m_names.find(text); known != m_names.end()) {
        return known->second;
    }
    m_findName.reset();
    m_findName.bind(1, text);
    std::int64_t id = 0;
    if (m_findName.executeStep()) {
        id = m_findName.getColumn(0).getInt64();
    } else {
        m_addName.reset();
        m_addName.bind(1, text);
        m_addName.exec();
        id = m_database.getLastInsertRowid();
    }
    m_names.emplace(text, id);
    return id;
}

void PriceWriter::bindName(int index, const std::string& text)
{
    if (text.empty()) {
        m_insert.bind(index + 1);
    } else {
        m_insert.bind(index + 1, nameId(text));
    }
}

void PriceWriter::bindDecimal(int index, const std::optional<model::Decimal>& value)
{
    if (value) {
        m_insert.bind(index + 1, value->coefficient());
        m_insert.bind(index + 2, value->exponent());
    } else {
        m_insert.bind(index + 1);
        m_insert.bind(index + 2);
    }
}

void PriceWriter::bindOffer(const PriceRow& row, std::int64_t key)
{
    m_insert.bind(NaturalKey + 1, key);
    m_insert.bind(SourceId + 1, m_sheetId);
    bindName(Provider, row.provider);
    bindName(Service, row.service);
    bindText(m_insert, Sku + 1, row.sku);
    bindText(m_insert, Rate + 1, row.rate);
    bindName(Region, row.region);
    bindName(Zone, row.zone);
    bindName(MachineName, row.machine);
    bindName(Os, row.os);
    bindName(Tenancy, row.tenancy);
    bindName(Licence, row.licence);
    bindName(Software, row.software);
    bindName(Capacity, row.capacity);
    bindName(Basis, row.basis);
    m_insert.bind(IsMachinePrice + 1, row.isMachinePrice ? 1 : 0);
    m_insert.bind(IsGraduated + 1, row.tiers.empty() ? 0 : 1);
    m_insert.bind(Purchase + 1, static_cast<int>(row.purchase));
    m_insert.bind(TermMonths + 1, row.termMonths);
    m_insert.bind(Payment + 1, static_cast<int>(row.payment));
    bindName(OfferingClass, row.offeringClass);
    bindName(Unit, row.unit);
    m_insert.bind(BlockSize + 1, row.blockSize);
    bindName(CurrencyCode, row.currency.code());
    bindDecimal(Amount, row.amount);
    bindDecimal(Upfront, row.upfront);
    bindDecimal(Maximum, row.monthlyMaximum);
    m_insert.bind(EffectiveFrom + 1, row.effectiveFrom);
    bindText(m_insert, EffectiveTo + 1, row.effectiveTo);
    bindName(Citation, row.citation);
    bindName(Note, row.note);
}

bool PriceWriter::isUnchanged(const PriceRow& row)
{
    const bool isSameAmount = decimalAt(m_find, 1) == row.amount && decimalAt(m_find, 3) == row.upfront
                              && decimalAt(m_find, 5) == row.monthlyMaximum;
    return isSameAmount && tiersOf(m_findTiers, m_find.getColumn(0).getInt64()) == row.tiers;
}

void PriceWriter::addTiers(const PriceRow& row, std::int64_t offerId)
{
    for (const model::PriceTier& tier : row.tiers) {
        m_insertTier.reset();
        m_insertTier.bind(1, offerId);
        m_insertTier.bind(2, tier.from);
        bindNumber(m_insertTier, 3, tier.to, 1.0);
        m_insertTier.bind(4, tier.amount.coefficient());
        m_insertTier.bind(5, tier.amount.exponent());
        m_insertTier.exec();
    }
}

void PriceWriter::add(const PriceRow& row, SheetOutcome& outcome)
{
    const std::int64_t key = naturalKey(row);
    m_find.reset();
    m_find.bind(1, key);
    const bool isKnown = m_find.executeStep();
    if (isKnown && isUnchanged(row)) {
        m_find.reset();
        ++outcome.unchanged;
        return;
    }
    m_find.reset();
    if (isKnown) {
        m_isNewer.reset();
        m_isNewer.bind(1, key);
        m_isNewer.bind(2, m_sheetId);
        const bool isTheirsNewer = m_isNewer.executeStep() && m_isNewer.getColumn(0).getInt() != 0;
        m_isNewer.reset();
        if (isTheirsNewer) {
            ++outcome.older;
            return;
        }
        m_remove.reset();
        m_remove.bind(1, key);
        m_remove.exec();
    }
    m_insert.reset();
    bindOffer(row, key);
    m_insert.exec();
    addTiers(row, m_database.getLastInsertRowid());
    ++(isKnown ? outcome.changed : outcome.added);
}

void PriceWriter::add(const model::Machine& machine)
{
    SQLite::Statement& insert = m_insertMachine;
    insert.reset();
    insert.bind(1, machine.provider.text());
    insert.bind(2, machine.id.text());
    bindText(insert, 3, machine.family);
    bindText(insert, 4, machine.category);
    bindNumber(insert, 5, machine.vcpus, 1.0);
    bindNumber(insert, 6, machine.memoryBytes, model::kGib);
    bindText(insert, 7, machine.arch);
    bindText(insert, 8, machine.accelerator.text());
    bindText(insert, 9, machine.acceleratorName);
    insert.bind(10, machine.acceleratorCount);
    bindNumber(insert, 11, machine.acceleratorMemoryBytesEach, model::kGib);
    bindNumber(insert, 12, machine.networkBitsPerSecondPeak, model::kGb);
    bindNumber(insert, 13, machine.networkBitsPerSecondBaseline, model::kGb);
    bindNumber(insert, 14, machine.localStorageBytes, model::kGb);
    bindText(insert, 15, machine.source.title);
    bindText(insert, 16, machine.source.date);
    bindText(insert, 17, machine.note);
    insert.exec();
}

std::int64_t addSheet(SQLite::Database& database, const SheetInfo& sheet)
{
    SQLite::Statement find(database, "SELECT id FROM price_source WHERE name=?");
    find.bind(1, sheet.name);
    if (find.executeStep()) {
        return find.getColumn(0).getInt64();
    }
    SQLite::Statement insert(
        database,
        "INSERT INTO price_source(name, provider, format, file_name, content_hash, publisher_version, "
        "published_at, imported_at, note) VALUES(?,?,?,?,?,?,?,?,?)");
    const std::array<const std::string*, 9> texts{&sheet.name,
                                                  &sheet.provider,
                                                  &sheet.format,
                                                  &sheet.fileName,
                                                  &sheet.contentHash,
                                                  &sheet.publisherVersion,
                                                  &sheet.publishedAt,
                                                  &sheet.importedAt,
                                                  &sheet.note};
    for (std::size_t i = 0; i < texts.size(); ++i) {
        insert.bind(static_cast<int>(i) + 1, *texts[i]);
    }
    insert.exec();
    return database.getLastInsertRowid();
}

PriceReader::PriceReader(SQLite::Database& database, std::string schema)
    : m_database(database)
    , m_schema(std::move(schema))
    , m_findText(database, fmt::format("SELECT text FROM {}.name WHERE id=?", m_schema))
    , m_findName(database, fmt::format("SELECT id FROM {}.name WHERE text=?", m_schema))
    , m_tiers(database, selectTiers(m_schema))
    , m_ofMachine(
          database,
          fmt::format(
              "SELECT {}, id, (SELECT name FROM {}.price_source s WHERE s.id=source_id) FROM {}.offer "
              "WHERE provider=? AND machine=? AND is_machine_price=1",
              kColumns,
              m_schema,
              m_schema))
    , m_ofId(database,
             fmt::format("SELECT {}, id, (SELECT name FROM {}.price_source s WHERE s.id=source_id) FROM "
                         "{}.offer WHERE id=?",
                         kColumns,
                         m_schema,
                         m_schema))
{}

std::optional<std::int64_t> PriceReader::nameId(const std::string& text)
{
    m_findName.bind(1, text);
    const std::optional<std::int64_t> id =
        m_findName.executeStep() ? std::optional(m_findName.getColumn(0).getInt64()) : std::nullopt;
    m_findName.reset(); // a statement left open would lock the table against an import
    return id;
}

const std::string& PriceReader::text(const SQLite::Column& id)
{
    static const std::string empty;
    if (id.isNull()) {
        return empty;
    }
    const std::int64_t key = id.getInt64();
    const auto known = m_texts.find(key);
    if (known != m_texts.end()) {
        return known->second;
    }
    m_findText.bind(1, key);
    std::string found = m_findText.executeStep() ? m_findText.getColumn(0).getString() : std::string{};
    m_findText.reset();
    return m_texts.emplace(key, std::move(found)).first->second;
}

PriceRow PriceReader::row(SQLite::Statement& query)
{
    PriceRow row;
    row.provider = text(query.getColumn(Provider));
    row.service = text(query.getColumn(Service));
    row.sku = query.getColumn(Sku).getString();
    row.rate = query.getColumn(Rate).getString();
    row.region = text(query.getColumn(Region));
    row.zone = text(query.getColumn(Zone));
    row.machine = text(query.getColumn(MachineName));
    row.os = text(query.getColumn(Os));
    row.tenancy = text(query.getColumn(Tenancy));
    row.licence = text(query.getColumn(Licence));
    row.software = text(query.getColumn(Software));
    row.capacity = text(query.getColumn(Capacity));
    row.basis = text(query.getColumn(Basis));
    row.isMachinePrice = query.getColumn(IsMachinePrice).getInt() != 0;
    row.purchase = enumAt(query, Purchase, model::Purchase::Owned);
    row.termMonths = query.getColumn(TermMonths).getInt();
    row.payment = enumAt(query, Payment, model::Payment::All);
    row.offeringClass = text(query.getColumn(OfferingClass));
    row.unit = text(query.getColumn(Unit));
    row.blockSize = query.getColumn(BlockSize).getDouble();
    row.currency = model::Currency::parse(text(query.getColumn(CurrencyCode))).value_or(model::Currency{});
    row.amount = decimalAt(query, Amount).value_or(model::Decimal{});
    row.upfront = decimalAt(query, Upfront);
    row.monthlyMaximum = decimalAt(query, Maximum);
    row.effectiveFrom = query.getColumn(EffectiveFrom).getString();
    row.effectiveTo = query.getColumn(EffectiveTo).getString();
    row.citation = text(query.getColumn(Citation));
    row.note = text(query.getColumn(Note));
    if (query.getColumn(IsGraduated).getInt() != 0) {
        row.tiers = tiersOf(m_tiers, query.getColumn(Id).getInt64());
    }
    row.sheet = query.getColumn(SheetName).getString();
    return row;
}

void PriceReader::read(const PriceFilter& filter, const std::function<bool(PriceRow&&)>& visit)
{
    std::string condition;
    std::vector<std::int64_t> values;
    bool isHopeless = false;
    const auto want = [&](const char* column, const std::string& value) {
        if (value.empty()) {
            return;
        }
        const auto id = nameId(value);
        isHopeless = isHopeless || !id;
        condition += fmt::format(" AND {}=?", column);
        values.push_back(id.value_or(0));
    };
    want("provider", filter.provider);
    want("service", filter.service);
    want("region", filter.region);
    want("machine", filter.machine);
    if (isHopeless) {
        return;
    }
    if (filter.purchase) {
        condition += " AND purchase=?";
        values.push_back(static_cast<int>(*filter.purchase));
    }
    SQLite::Statement query(m_database,
                            fmt::format("SELECT {0}, id, (SELECT name FROM {1}.price_source s WHERE "
                                        "s.id=source_id) FROM {1}.offer WHERE 1{2}",
                                        kColumns,
                                        m_schema,
                                        condition));
    for (std::size_t i = 0; i < values.size(); ++i) {
        query.bind(static_cast<int>(i) + 1, values[i]);
    }
    while (query.executeStep()) {
        if (!visit(row(query))) {
            return;
        }
    }
}

void PriceReader::readAll(const std::function<bool(std::int64_t, PriceRow&&)>& visit)
{
    SQLite::Statement query(m_database,
                            fmt::format("SELECT {0}, id, (SELECT name FROM {1}.price_source s WHERE "
                                        "s.id=source_id) FROM {1}.offer",
                                        kColumns,
                                        m_schema));
    while (query.executeStep()) {
        if (!visit(query.getColumn(Id).getInt64(), row(query))) {
            return;
        }
    }
}

std::optional<PriceRow> PriceReader::find(std::int64_t id)
{
    m_ofId.reset();
    m_ofId.bind(1, id);
    std::optional<PriceRow> found;
    if (m_ofId.executeStep()) {
        found = row(m_ofId);
    }
    m_ofId.reset(); // a statement left open would lock the table against an import
    return found;
}

void PriceReader::readMachine(std::int64_t provider,
                              std::int64_t machine,
                              const std::function<void(PriceRow&&)>& visit)
{
    m_ofMachine.reset();
    m_ofMachine.bind(1, provider);
    m_ofMachine.bind(2, machine);
    while (m_ofMachine.executeStep()) {
        visit(row(m_ofMachine));
    }
}

} // namespace wherewithal::providers
