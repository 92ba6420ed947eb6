// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/units/Quantity.h"
#include "providers/store/Days.h"
#include "providers/store/Migrations.h"
#include "providers/store/PriceColumns.h"
#include "providers/store/PriceTable.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>

namespace wherewithal::providers {

using namespace columns;

namespace {

constexpr std::size_t kMostWaiting = 50'000; ///< rows that wait for the index of a fresh catalogue

/// Mixes text into a number, eight bytes at a time; the same on every machine (little endian is written out).
class KeyHash
{
public:
    void add(std::string_view text)
    {
        std::size_t i = 0;
        for (; i + 8 <= text.size(); i += 8) {
            add(word(text.data() + i, 8));
        }
        add(word(text.data() + i, text.size() - i) ^ (text.size() << 56U));
    }
    void add(std::uint64_t value)
    {
        m_state ^= value;
        m_state *= 0x9e3779b97f4a7c15ULL;
        m_state ^= m_state >> 29U;
        m_state *= 0xbf58476d1ce4e5b9ULL;
        m_state ^= m_state >> 32U;
    }
    [[nodiscard]] std::int64_t value() const { return static_cast<std::int64_t>(m_state); }

private:
    static std::uint64_t word(const char* at, std::size_t count)
    {
        std::uint64_t value = 0;
        for (std::size_t i = 0; i < count; ++i) {
            value |= static_cast<std::uint64_t>(static_cast<unsigned char>(at[i])) << (8U * i);
        }
        return value;
    }
    std::uint64_t m_state = 0x243f6a8885a308d3ULL; // digits of pi: any start will do
};

void bindText(SQLite::Statement& statement, int index, const std::string& text)
{
    if (text.empty()) {
        statement.bind(index);
    } else {
        statement.bindNoCopy(index, text);
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

void bindDecimal(SQLite::Statement& statement, int index, const std::optional<model::Decimal>& value)
{
    if (value) {
        statement.bind(index, value->coefficient());
        statement.bind(index + 1, value->exponent());
    } else {
        statement.bind(index);
        statement.bind(index + 1);
    }
}

/// The texts that make the way of buying, and what a key of it is made of.
std::array<const std::string*, 9> wayTexts(const PriceRow& row)
{
    return {&row.unit,
            &row.os,
            &row.tenancy,
            &row.licence,
            &row.software,
            &row.capacity,
            &row.basis,
            &row.offeringClass,
            &row.unitText};
}

void appendKey(std::string& key, std::string_view text)
{
    key.append(text).append(1, '\x1f');
}

constexpr std::size_t kIdsPerPart = 65'536;

std::string packedIds(std::span<const std::int64_t> ids)
{
    std::string bytes;
    std::int64_t before = 0;
    for (const std::int64_t id : ids) {
        auto step = static_cast<std::uint64_t>(id - before);
        before = id;
        while (step > 127U) {
            bytes.push_back(static_cast<char>((step & 127U) | 128U));
            step >>= 7U;
        }
        bytes.push_back(static_cast<char>(step));
    }
    return bytes;
}

void unpackIds(std::string_view bytes, std::vector<std::int64_t>& ids)
{
    std::uint64_t last = 0;
    std::uint64_t step = 0;
    unsigned shift = 0;
    for (const char byte : bytes) {
        const auto value = static_cast<unsigned char>(byte);
        step |= static_cast<std::uint64_t>(value & 127U) << shift;
        if ((value & 128U) != 0 && shift < 56U) {
            shift += 7U;
            continue;
        }
        last += step;
        ids.push_back(static_cast<std::int64_t>(last & 0x7fffffffffffffffULL));
        step = 0;
        shift = 0;
    }
}

} // namespace

std::int64_t thingKey(const PriceRow& row)
{
    KeyHash hash;
    for (const std::string* text : {&row.provider,
                                    &row.region,
                                    &row.zone,
                                    &row.machine,
                                    &row.os,
                                    &row.tenancy,
                                    &row.licence,
                                    &row.software,
                                    &row.capacity,
                                    &row.basis,
                                    &row.offeringClass,
                                    &row.service,
                                    &row.sku,
                                    &row.rate,
                                    &row.unit}) {
        hash.add(*text);
    }
    const std::string currency = row.currency.code();
    hash.add(currency);
    hash.add((static_cast<std::uint64_t>(row.purchase) << 40U)
             | (static_cast<std::uint64_t>(row.payment) << 32U)
             | (static_cast<std::uint64_t>(row.isMachinePrice) << 48U)
             | static_cast<std::uint32_t>(row.termMonths));
    return hash.value();
}

bool KeyFilter::insert(std::int64_t key)
{
    // Three bits in one cache line of eight words.
    const auto bits = static_cast<std::uint64_t>(key);
    std::uint64_t* line = m_words.data() + ((bits >> 40U) % (kWords / 8)) * 8;
    bool wasThere = true;
    for (unsigned i = 0; i < 3; ++i) {
        const std::uint64_t at = (bits >> (9U * i)) & 511U;
        const std::uint64_t bit = std::uint64_t{1} << (at & 63U);
        wasThere = wasThere && (line[at >> 6U] & bit) != 0;
        line[at >> 6U] |= bit;
    }
    return wasThere;
}

struct PriceWriter::Known
{
    std::int64_t id = 0;
    std::int64_t source = 0;
    int day = 0;
    int flags = 0;
    std::optional<model::Decimal> amount;
    std::optional<model::Decimal> upfront;
    std::optional<model::Decimal> maximum;
};

PriceWriter::PriceWriter(SQLite::Database& database, std::int64_t sheetId, const std::string& observedOn)
    : m_database(database)
    , m_sheetId(sheetId)
    , m_observedDay(storedDay(observedOn))
    , m_findName(database, "SELECT id FROM main.name WHERE text=?")
    , m_addName(database, "INSERT INTO main.name(text) VALUES(?)")
    , m_addProduct(database, "INSERT INTO main.product(provider, service, machine) VALUES(?,?,?)")
    , m_addPlace(database, "INSERT INTO main.place(region, zone) VALUES(?,?)")
    , m_addWay(database, fmt::format("INSERT INTO main.way({}) VALUES({})", kWay, placeholders(kWayCount)))
    , m_find(database,
             "SELECT id, source_id, effective_from, flags, amount_coefficient, amount_exponent, "
             "upfront_coefficient, upfront_exponent, maximum_coefficient, maximum_exponent FROM main.offer "
             "WHERE "
             "thing_key=? ORDER BY effective_from DESC")
    , m_publishedOf(database, "SELECT published_at FROM main.price_source WHERE id=?")
    , m_remove(database, "DELETE FROM main.offer WHERE id=?")
    , m_insert(database,
               fmt::format("INSERT INTO main.offer({}) VALUES({})", kOffer, placeholders(kOfferCount)))
    , m_insertTier(database,
                   "INSERT INTO main.price_tier(offer_id, tier_from, tier_to, coefficient, exponent) "
                   "VALUES(?,?,?,?,?)")
    , m_insertMachine(database,
                      "INSERT OR REPLACE INTO main.machine(provider, machine, family, category, vcpus, "
                      "memory_gib, arch, accelerator_id, "
                      "accelerator_name, accelerator_count, accelerator_memory_gib, network_gbps_peak, "
                      "network_gbps_baseline, "
                      "local_storage_gb, source, as_of, note) VALUES("
                          + placeholders(17) + ")")
{
    loadTables();
    m_isFresh = database.execAndGet("SELECT count(*) FROM (SELECT 1 FROM main.offer LIMIT 1)").getInt() == 0;
    m_publishedOf.bind(1, sheetId);
    if (m_publishedOf.executeStep()) {
        m_publishedAt = m_publishedOf.getColumn(0).getString();
    }
    m_publishedOf.reset();
}

/// What the catalogue has already, so that a row finds its parts without asking it.
void PriceWriter::loadTables()
{
    const auto load = [this](const char* sql, int texts, int numbers, auto& known) {
        SQLite::Statement query(m_database, sql);
        while (query.executeStep()) {
            m_key.clear();
            for (int i = 0; i < texts + numbers; ++i) {
                appendKey(m_key, query.getColumn(i + 1).getString());
            }
            known.emplace(m_key, query.getColumn(0).getInt64());
        }
    };
    const auto name = [](const char* column) {
        return fmt::format("coalesce((SELECT text FROM main.name WHERE id={}), '')", column);
    };
    load(fmt::format(
             "SELECT id, {}, {}, {} FROM main.product", name("provider"), name("service"), name("machine"))
             .c_str(),
         3,
         0,
         m_products);
    load(fmt::format("SELECT id, {}, {} FROM main.place", name("region"), name("zone")).c_str(),
         2,
         0,
         m_places);
    load(fmt::format("SELECT id, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, purchase, term_months, payment, "
                     "is_machine_price, CAST(block_size * 1000 AS INTEGER) FROM main.way",
                     name("unit"),
                     name("os"),
                     name("tenancy"),
                     name("licence"),
                     name("software"),
                     name("capacity"),
                     name("basis"),
                     name("offering_class"),
                     name("unit_text"),
                     name("currency"))
             .c_str(),
         10,
         5,
         m_ways);
}

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
    m_findName.reset();
    m_names.emplace(text, id);
    return id;
}

void PriceWriter::bindNamed(SQLite::Statement& statement, int index, const std::string& text)
{
    if (text.empty()) {
        statement.bind(index);
    } else {
        statement.bind(index, nameId(text));
    }
}

/// The id of what m_key stands for; `insert` adds it where it is new.
template <typename Insert>
std::int64_t PriceWriter::tableId(std::unordered_map<std::string, std::int64_t>& known, Insert&& insert)
{
    if (const auto found = known.find(m_key); found != known.end()) {
        return found->second;
    }
    insert();
    const std::int64_t id = m_database.getLastInsertRowid();
    known.emplace(m_key, id);
    return id;
}

std::int64_t PriceWriter::productId(const PriceRow& row)
{
    m_key.clear();
    for (const std::string* text : {&row.provider, &row.service, &row.machine}) {
        appendKey(m_key, *text);
    }
    return tableId(m_products, [&] {
        m_addProduct.reset();
        m_addProduct.bind(1, nameId(row.provider));
        bindNamed(m_addProduct, 2, row.service);
        bindNamed(m_addProduct, 3, row.machine);
        m_addProduct.exec();
    });
}

std::int64_t PriceWriter::placeId(const PriceRow& row)
{
    m_key.clear();
    appendKey(m_key, row.region);
    appendKey(m_key, row.zone);
    return tableId(m_places, [&] {
        m_addPlace.reset();
        bindNamed(m_addPlace, 1, row.region);
        bindNamed(m_addPlace, 2, row.zone);
        m_addPlace.exec();
    });
}

std::int64_t PriceWriter::wayId(const PriceRow& row)
{
    m_key.clear();
    for (const std::string* text : wayTexts(row)) {
        appendKey(m_key, *text);
    }
    appendKey(m_key, row.currency.code());
    for (const auto number : {static_cast<std::int64_t>(row.purchase),
                              static_cast<std::int64_t>(row.termMonths),
                              static_cast<std::int64_t>(row.payment),
                              static_cast<std::int64_t>(row.isMachinePrice),
                              static_cast<std::int64_t>(row.blockSize * 1000.0)}) {
        appendKey(m_key, fmt::format_int(number).str());
    }
    return tableId(m_ways, [&] {
        m_addWay.reset();
        m_addWay.bind(1, static_cast<int>(row.purchase));
        m_addWay.bind(2, row.termMonths);
        m_addWay.bind(3, static_cast<int>(row.payment));
        m_addWay.bind(4, row.isMachinePrice ? 1 : 0);
        m_addWay.bind(5, row.blockSize);
        int index = 6;
        for (const std::string& text : {row.unit,
                                        std::string(row.currency.code()),
                                        row.os,
                                        row.tenancy,
                                        row.licence,
                                        row.software,
                                        row.capacity,
                                        row.basis,
                                        row.offeringClass,
                                        row.unitText}) {
            bindNamed(m_addWay, index++, text);
        }
        m_addWay.exec();
    });
}

void PriceWriter::insert(
    const PriceRow& row, std::int64_t key, int day, bool isObserved, std::optional<std::int64_t> id)
{
    m_insert.reset();
    m_insert.bind(ThingKey + 1, key);
    m_insert.bind(SourceId + 1, m_sheetId);
    m_insert.bind(Product + 1, productId(row));
    m_insert.bind(Place + 1, placeId(row));
    m_insert.bind(Way + 1, wayId(row));
    m_insert.bind(EffectiveFrom + 1, day);
    const int lastDay = storedDay(row.effectiveTo);
    if (lastDay != 0) {
        m_insert.bind(EffectiveTo + 1, lastDay);
    } else {
        m_insert.bind(EffectiveTo + 1);
    }
    m_insert.bind(Flags + 1, (row.tiers.empty() ? 0 : kIsGraduated) | (isObserved ? kIsDayObserved : 0));
    bindDecimal(m_insert, Amount + 1, row.amount);
    bindDecimal(m_insert, Upfront + 1, row.upfront);
    bindDecimal(m_insert, Maximum + 1, row.monthlyMaximum);
    if (row.line != 0) {
        m_insert.bind(Line + 1, static_cast<std::int64_t>(row.line));
    } else {
        m_insert.bind(Line + 1);
    }
    bindNamed(m_insert, Citation + 1, row.citation);
    bindNamed(m_insert, Note + 1, row.note);
    bindText(m_insert, Sku + 1, row.sku);
    bindText(m_insert, Rate + 1, row.rate);
    if (id) {
        m_insert.bind(Id + 1, *id);
    } else {
        m_insert.bind(Id + 1);
    }
    m_insert.exec();
    if (row.tiers.empty()) {
        return;
    }
    const std::int64_t offerId = m_database.getLastInsertRowid();
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

void PriceWriter::copy(const PriceRow& row, std::int64_t id)
{
    insert(row, thingKey(row), storedDay(row.effectiveFrom), row.isDayObserved, id);
}

std::vector<PriceWriter::Known> PriceWriter::knownOf(std::int64_t key)
{
    std::vector<Known> known;
    m_find.reset();
    m_find.bind(1, key);
    while (m_find.executeStep()) {
        known.push_back({.id = m_find.getColumn(0).getInt64(),
                         .source = m_find.getColumn(1).getInt64(),
                         .day = m_find.getColumn(2).getInt(),
                         .flags = m_find.getColumn(3).getInt(),
                         .amount = decimalAt(m_find, 4),
                         .upfront = decimalAt(m_find, 6),
                         .maximum = decimalAt(m_find, 8)});
    }
    m_find.reset();
    return known;
}

bool PriceWriter::hasSameAmounts(const Known& known, const PriceRow& row)
{
    if (known.amount != row.amount || known.upfront != row.upfront || known.maximum != row.monthlyMaximum) {
        return false;
    }
    const bool isGraduated = (known.flags & kIsGraduated) != 0;
    return (isGraduated ? tiersOf(m_database, "main.price_tier", known.id) : std::vector<model::PriceTier>{})
           == row.tiers;
}

/// Versions of one price lie beside each other, by day and by sheet: nothing is overwritten but a sheet's own
/// mistake. Which of them holds is decided when they are read (Merge.h).
void PriceWriter::addBeside(
    const PriceRow& row, std::int64_t key, int day, bool isObserved, SheetOutcome& outcome)
{
    const std::vector<Known> known = knownOf(key);
    // A row without a day of its own says what holds now: it repeats the newest one known until its day.
    const auto isOfDay = [&](const Known& one) {
        return one.day == day;
    };
    const auto newest = std::ranges::find_if(known, [&](const Known& one) { return one.day <= day; });
    const int sameDay = isObserved && newest != known.end() ? newest->day : day;
    for (const Known& one : known) {
        if (one.day == sameDay && hasSameAmounts(one, row)) {
            ++outcome.unchanged;
            if (one.source != m_sheetId) {
                m_shared.push_back(one.id);
            }
            return;
        }
    }
    if (newest != known.end()) {
        watchJump(*newest, row);
    }
    const auto own = std::ranges::find_if(
        known, [&](const Known& one) { return isOfDay(one) && one.source == m_sheetId; });
    if (own != known.end()) {
        m_remove.reset();
        m_remove.bind(1, own->id);
        m_remove.exec();
        insert(row, key, day, isObserved, own->id);
        ++outcome.changed;
        return;
    }
    insert(row, key, day, isObserved, std::nullopt);
    bool isOlder = false;
    bool isRival = false;
    for (const Known& one : known) {
        if (isOfDay(one)) {
            m_publishedOf.reset();
            m_publishedOf.bind(1, one.source);
            const bool isFound = m_publishedOf.executeStep();
            const std::string theirs = isFound ? m_publishedOf.getColumn(0).getString() : std::string();
            isOlder = isOlder || (!m_publishedAt.empty() && theirs > m_publishedAt);
            isRival = true;
            m_publishedOf.reset();
        }
    }
    ++(isOlder ? outcome.older : isRival ? outcome.changed : outcome.added);
}

/// Notes a price that moved by more than half. Prices of one thing have one unit, so that a factor like 730
/// speaks for a mistake in it.
void PriceWriter::watchJump(const Known& before, const PriceRow& row)
{
    constexpr double kMostChange = 0.5;
    constexpr std::size_t kMostJumps = 50;
    constexpr double kHoursPerMonth = 730.0;
    const auto perUnit = [&](const std::optional<model::Decimal>& amount,
                             const std::optional<model::Decimal>& upfront) {
        const double hours = hoursOf(row.unit) * row.blockSize;
        const double spread = upfront && row.termMonths > 0
                                  ? upfront->toDouble() * hours / (kHoursPerMonth * row.termMonths)
                                  : 0.0;
        return amount.value_or(model::Decimal{}).toDouble() + spread;
    };
    const double old = perUnit(before.amount, before.upfront);
    const double now = perUnit(row.amount, row.upfront);
    if (old <= 0.0 || now <= 0.0 || std::abs(now / old - 1.0) <= kMostChange) {
        return;
    }
    ++m_jumpCount;
    if (m_jumps.size() >= kMostJumps) {
        return;
    }
    const double factor = std::max(now / old, old / now);
    constexpr std::array kUnitFactors{24.0, 720.0, 730.0, 744.0, 8760.0};
    m_jumps.push_back({.thing = fmt::format("{} {} {} {}",
                                            row.machine.empty() ? row.sku : row.machine,
                                            row.region,
                                            row.os,
                                            model::name(row.purchase)),
                       .currency = std::string(row.currency.code()),
                       .before = old,
                       .after = now,
                       .line = row.line,
                       .isUnitSlip = std::ranges::any_of(kUnitFactors, [&](double unit) {
                           return std::abs(factor / unit - 1.0) < 0.005;
                       })});
}

void PriceWriter::add(const PriceRow& row, SheetOutcome& outcome)
{
    const std::int64_t key = thingKey(row);
    const int ownDay = storedDay(row.effectiveFrom);
    const bool isObserved = ownDay == 0 && m_observedDay != 0;
    const int day = isObserved ? m_observedDay : ownDay;
    if (!m_isFresh) {
        addBeside(row, key, day, isObserved, outcome);
        return;
    }
    if (!m_seen.insert(key)) {
        insert(row, key, day, isObserved, std::nullopt);
        ++outcome.added;
        return;
    }
    m_waiting.push_back(row);
    if (m_waiting.size() > kMostWaiting) {
        endFreshStart(outcome);
    }
}

void PriceWriter::endFreshStart(SheetOutcome& outcome)
{
    createOfferIndexes(m_database);
    m_isFresh = false;
    const std::vector<PriceRow> waiting = std::move(m_waiting);
    m_waiting.clear();
    for (const PriceRow& row : waiting) {
        add(row, outcome);
    }
}

void PriceWriter::finish(SheetOutcome& outcome)
{
    if (m_isFresh) {
        endFreshStart(outcome);
    }
    writeShares();
}

void PriceWriter::writeShares()
{
    SQLite::Statement clear(m_database, "DELETE FROM main.sheet_share WHERE source_id=?");
    clear.bind(1, m_sheetId);
    clear.exec();
    std::ranges::sort(m_shared);
    m_shared.erase(std::ranges::unique(m_shared).begin(), m_shared.end());
    SQLite::Statement add(m_database, "INSERT INTO main.sheet_share(source_id, part, ids) VALUES(?,?,?)");
    for (std::size_t begin = 0; begin < m_shared.size(); begin += kIdsPerPart) {
        const std::string ids =
            packedIds(std::span(m_shared).subspan(begin, std::min(kIdsPerPart, m_shared.size() - begin)));
        add.reset();
        add.bind(1, m_sheetId);
        add.bind(2, static_cast<std::int64_t>(begin / kIdsPerPart));
        add.bind(3, ids.data(), static_cast<int>(ids.size()));
        add.exec();
    }
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
    const std::string accelerator = machine.accelerator.text();
    bindText(insert, 8, accelerator);
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
    SQLite::Statement find(database, "SELECT id FROM main.price_source WHERE name=?");
    find.bind(1, sheet.name);
    if (find.executeStep()) {
        return find.getColumn(0).getInt64();
    }
    SQLite::Statement insert(
        database,
        "INSERT INTO main.price_source(name, provider, format, file_name, content_hash, publisher_version, "
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

std::vector<std::int64_t> sharedOffers(SQLite::Database& database, std::int64_t sheetId)
{
    std::vector<std::int64_t> ids;
    SQLite::Statement query(database, "SELECT ids FROM main.sheet_share WHERE source_id=? ORDER BY part");
    query.bind(1, sheetId);
    while (query.executeStep()) {
        const SQLite::Column blob = query.getColumn(0);
        unpackIds({static_cast<const char*>(blob.getBlob()), static_cast<std::size_t>(blob.getBytes())}, ids);
    }
    return ids;
}

bool dropSheet(SQLite::Database& database, const std::string& name)
{
    SQLite::Statement find(database, "SELECT id FROM main.price_source WHERE name=?");
    find.bind(1, name);
    if (!find.executeStep()) {
        return false;
    }
    const std::int64_t sheet = find.getColumn(0).getInt64();
    find.reset();
    std::vector<std::int64_t> others;
    SQLite::Statement sharing(
        database, "SELECT DISTINCT source_id FROM main.sheet_share WHERE source_id<>? ORDER BY 1");
    sharing.bind(1, sheet);
    while (sharing.executeStep()) {
        others.push_back(sharing.getColumn(0).getInt64());
    }
    SQLite::Statement give(database, "UPDATE main.offer SET source_id=? WHERE id=? AND source_id=?");
    for (const std::int64_t other : others) {
        for (const std::int64_t id : sharedOffers(database, other)) {
            give.reset();
            give.bind(1, other);
            give.bind(2, id);
            give.bind(3, sheet);
            give.exec();
        }
    }
    SQLite::Statement remove(database, "DELETE FROM main.price_source WHERE id=?");
    remove.bind(1, sheet);
    remove.exec();
    database.exec("UPDATE main.price_source SET offers = (SELECT count(*) FROM main.offer WHERE source_id = "
                  "price_source.id)");
    return true;
}

} // namespace wherewithal::providers
