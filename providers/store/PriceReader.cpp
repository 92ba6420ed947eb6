// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/store/Days.h"
#include "providers/store/Merge.h"
#include "providers/store/PriceColumns.h"
#include "providers/store/PriceTable.h"

#include <fmt/format.h>

namespace wherewithal::providers {

using namespace columns;

namespace {

std::string selectOffers(const std::string& schema, std::string_view condition)
{
    return fmt::format("SELECT {} FROM {}.offer WHERE {}", kOffer, schema, condition);
}

/// A stored enumerator; a number beyond `last` (a damaged file) is the first one.
template <typename Enum>
Enum enumAt(SQLite::Statement& query, int index, Enum last)
{
    const int value = query.getColumn(index).getInt();
    return value < 0 || value > static_cast<int>(last) ? Enum{} : static_cast<Enum>(value);
}

/// What tables keep for an id; `load` fills it the first time.
template <typename Value, typename Load>
const Value& remembered(std::unordered_map<std::int64_t, Value>& known, std::int64_t id, Load&& load)
{
    const auto found = known.find(id);
    if (found != known.end()) {
        return found->second;
    }
    return known.emplace(id, load()).first->second;
}

} // namespace

std::vector<model::PriceTier>
tiersOf(SQLite::Database& database, const std::string& table, std::int64_t offerId)
{
    SQLite::Statement query(
        database,
        fmt::format(
            "SELECT tier_from, tier_to, coefficient, exponent FROM {} WHERE offer_id=? ORDER BY tier_from",
            table));
    query.bind(1, offerId);
    std::vector<model::PriceTier> found;
    while (query.executeStep()) {
        const SQLite::Column to = query.getColumn(1);
        found.push_back({.from = query.getColumn(0).getDouble(),
                         .to = to.isNull() ? std::nullopt : std::optional(to.getDouble()),
                         .amount = decimalAt(query, 2).value_or(model::Decimal{})});
    }
    return found;
}

PriceReader::PriceReader(SQLite::Database& database, std::string schema)
    : m_database(database)
    , m_schema(std::move(schema))
    , m_findText(database, fmt::format("SELECT text FROM {}.name WHERE id=?", m_schema))
    , m_findName(database, fmt::format("SELECT id FROM {}.name WHERE text=?", m_schema))
    , m_ofMachine(
          database,
          selectOffers(
              m_schema,
              fmt::format("product IN (SELECT id FROM {}.product WHERE provider=? AND machine=?)", m_schema)))
    , m_ofId(database, selectOffers(m_schema, "id=?"))
{}

void PriceReader::forget()
{
    m_texts.clear();
    m_products.clear();
    m_places.clear();
    m_ways.clear();
    m_sheets.clear();
}

std::optional<std::int64_t> PriceReader::nameId(const std::string& text)
{
    m_findName.bind(1, text);
    const std::optional<std::int64_t> id =
        m_findName.executeStep() ? std::optional(m_findName.getColumn(0).getInt64()) : std::nullopt;
    m_findName.reset(); // a statement left open would lock the table against an import
    return id;
}

std::string PriceReader::text(const SQLite::Column& id)
{
    if (id.isNull()) {
        return {};
    }
    const std::int64_t key = id.getInt64();
    return remembered(m_texts, key, [&] {
        m_findText.bind(1, key);
        std::string found = m_findText.executeStep() ? m_findText.getColumn(0).getString() : std::string{};
        m_findText.reset();
        return found;
    });
}

const PriceReader::Product& PriceReader::product(std::int64_t id)
{
    return remembered(m_products, id, [&] {
        SQLite::Statement query(
            m_database,
            fmt::format("SELECT provider, service, machine FROM {}.product WHERE id=?", m_schema));
        query.bind(1, id);
        Product found;
        if (query.executeStep()) {
            found = {.provider = text(query.getColumn(0)),
                     .service = text(query.getColumn(1)),
                     .machine = text(query.getColumn(2))};
        }
        return found;
    });
}

const PriceReader::Place& PriceReader::place(std::int64_t id)
{
    return remembered(m_places, id, [&] {
        SQLite::Statement query(m_database,
                                fmt::format("SELECT region, zone FROM {}.place WHERE id=?", m_schema));
        query.bind(1, id);
        Place found;
        if (query.executeStep()) {
            found = {.region = text(query.getColumn(0)), .zone = text(query.getColumn(1))};
        }
        return found;
    });
}

const PriceRow& PriceReader::way(std::int64_t id)
{
    return remembered(m_ways, id, [&] {
        SQLite::Statement query(m_database, fmt::format("SELECT {} FROM {}.way WHERE id=?", kWay, m_schema));
        query.bind(1, id);
        PriceRow found;
        if (!query.executeStep()) {
            return found;
        }
        found.purchase = enumAt(query, 0, model::Purchase::Owned);
        found.termMonths = query.getColumn(1).getInt();
        found.payment = enumAt(query, 2, model::Payment::All);
        found.isMachinePrice = query.getColumn(3).getInt() != 0;
        found.blockSize = query.getColumn(4).getDouble();
        found.unit = text(query.getColumn(5));
        found.currency = model::Currency::parse(text(query.getColumn(6))).value_or(model::Currency{});
        int at = 7;
        for (std::string* part : {&found.os,
                                  &found.tenancy,
                                  &found.licence,
                                  &found.software,
                                  &found.capacity,
                                  &found.basis,
                                  &found.offeringClass,
                                  &found.unitText}) {
            *part = text(query.getColumn(at++));
        }
        return found;
    });
}

const PriceReader::Sheet& PriceReader::sheet(std::int64_t id)
{
    if (m_sheets.empty()) {
        SQLite::Statement query(
            m_database,
            fmt::format("SELECT id, name FROM {}.price_source ORDER BY published_at, imported_at, id",
                        m_schema));
        for (std::int64_t order = 1; query.executeStep(); ++order) {
            m_sheets.emplace(query.getColumn(0).getInt64(),
                             Sheet{.name = query.getColumn(1).getString(), .order = order});
        }
    }
    static const Sheet none;
    const auto found = m_sheets.find(id);
    return found == m_sheets.end() ? none : found->second;
}

PriceRow PriceReader::row(SQLite::Statement& query)
{
    PriceRow row = way(query.getColumn(Way).getInt64());
    const Product& sold = product(query.getColumn(columns::Product).getInt64());
    row.provider = sold.provider;
    row.service = sold.service;
    row.machine = sold.machine;
    const Place& where = place(query.getColumn(columns::Place).getInt64());
    row.region = where.region;
    row.zone = where.zone;
    const int flags = query.getColumn(Flags).getInt();
    row.sku = query.getColumn(Sku).getString();
    row.rate = query.getColumn(Rate).getString();
    row.amount = decimalAt(query, Amount).value_or(model::Decimal{});
    row.upfront = decimalAt(query, Upfront);
    row.monthlyMaximum = decimalAt(query, Maximum);
    row.effectiveFrom = storedDayText(query.getColumn(EffectiveFrom).getInt());
    row.effectiveTo = storedDayText(query.getColumn(EffectiveTo).getInt());
    row.isDayObserved = (flags & kIsDayObserved) != 0;
    row.citation = text(query.getColumn(Citation));
    row.note = text(query.getColumn(Note));
    row.line = static_cast<std::uint64_t>(query.getColumn(Line).getInt64());
    if ((flags & kIsGraduated) != 0) {
        row.tiers = tiersOf(m_database, m_schema + ".price_tier", query.getColumn(Id).getInt64());
    }
    const Sheet& from = sheet(query.getColumn(SourceId).getInt64());
    row.sheet = from.name;
    row.sheetOrder = m_schema == "main" ? from.order : 0;
    return row;
}

void PriceReader::read(const PriceFilter& filter, const std::function<bool(PriceRow&&)>& visit)
{
    std::string products;
    std::string places;
    std::vector<std::int64_t> values;
    bool isHopeless = false;
    const auto want = [&](std::string& condition, const char* column, const std::string& value) {
        if (value.empty()) {
            return;
        }
        const auto id = nameId(value);
        isHopeless = isHopeless || !id;
        condition += fmt::format(" AND {}=?", column);
        values.push_back(id.value_or(0));
    };
    want(products, "provider", filter.provider);
    want(products, "service", filter.service);
    want(products, "machine", filter.machine);
    want(places, "region", filter.region);
    if (isHopeless) {
        return;
    }
    std::string condition = "1";
    if (!products.empty()) {
        condition += fmt::format(" AND product IN (SELECT id FROM {}.product WHERE 1{})", m_schema, products);
    }
    if (!places.empty()) {
        condition += fmt::format(" AND place IN (SELECT id FROM {}.place WHERE 1{})", m_schema, places);
    }
    if (filter.purchase) {
        condition += fmt::format(" AND way IN (SELECT id FROM {}.way WHERE purchase={})",
                                 m_schema,
                                 static_cast<int>(*filter.purchase));
    }
    SQLite::Statement query(m_database, selectOffers(m_schema, condition));
    for (std::size_t i = 0; i < values.size(); ++i) {
        query.bind(static_cast<int>(i) + 1, values[i]);
    }
    while (query.executeStep()) {
        if (!visit(row(query))) {
            return;
        }
    }
}

void PriceReader::readNumbers(const std::function<bool(const OfferNumbers&)>& visit)
{
    SQLite::Statement query(
        m_database,
        fmt::format(
            "SELECT id, source_id, product, place, way, effective_from, coalesce(effective_to, 0), "
            "amount_coefficient, amount_exponent, upfront_coefficient, upfront_exponent, sku, rate FROM "
            "{}.offer",
            m_schema));
    OfferNumbers numbers;
    while (query.executeStep()) {
        numbers.id = query.getColumn(0).getInt64();
        numbers.source = query.getColumn(1).getInt64();
        numbers.product = query.getColumn(2).getInt64();
        numbers.place = query.getColumn(3).getInt64();
        numbers.way = query.getColumn(4).getInt64();
        numbers.fromDay = query.getColumn(5).getInt();
        numbers.toDay = query.getColumn(6).getInt();
        numbers.amount =
            model::Decimal(query.getColumn(7).getInt64(), query.getColumn(8).getInt()).toDouble();
        const auto upfront = decimalAt(query, 9);
        numbers.upfront = upfront ? std::optional(upfront->toDouble()) : std::nullopt;
        const SQLite::Column sku = query.getColumn(11);
        const SQLite::Column rate = query.getColumn(12);
        numbers.sku = {sku.getText(), static_cast<std::size_t>(sku.getBytes())};
        numbers.rate = {rate.getText(), static_cast<std::size_t>(rate.getBytes())};
        if (!visit(numbers)) {
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

void PriceReader::readSheet(const std::string& name, const std::function<void(PriceRow&&)>& visit)
{
    SQLite::Statement query(
        m_database,
        selectOffers(m_schema,
                     fmt::format("source_id = (SELECT id FROM {}.price_source WHERE name=?)", m_schema)));
    query.bind(1, name);
    while (query.executeStep()) {
        visit(row(query));
    }
    if (m_schema != "main") {
        return;
    }
    SQLite::Statement sheet(m_database, "SELECT id FROM main.price_source WHERE name=?");
    sheet.bind(1, name);
    if (sheet.executeStep()) {
        for (const std::int64_t id : sharedOffers(m_database, sheet.getColumn(0).getInt64())) {
            if (auto shared = find(id)) {
                visit(std::move(*shared));
            }
        }
    }
}

void PriceReader::readMachine(const std::string& provider,
                              const std::string& machine,
                              const std::function<void(PriceRow&&)>& visit)
{
    const auto providerId = nameId(provider);
    const auto machineId = nameId(machine);
    if (!providerId || !machineId) {
        return;
    }
    m_ofMachine.reset();
    m_ofMachine.bind(1, *providerId);
    m_ofMachine.bind(2, *machineId);
    while (m_ofMachine.executeStep()) {
        if (way(m_ofMachine.getColumn(Way).getInt64()).isMachinePrice) {
            visit(row(m_ofMachine));
        }
    }
    m_ofMachine.reset();
}

} // namespace wherewithal::providers
