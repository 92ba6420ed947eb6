// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/Random.h"
#include "providers/import/prices/CollectingSink.h"
#include "providers/import/prices/JsonCutter.h"
#include "providers/import/prices/Readers.h"
#include "providers/import/prices/Units.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <fmt/format.h>
#include <unordered_map>
#include <unordered_set>

namespace wherewithal::providers {

using model::Decimal;
using model::ErrorCode;
using model::failure;
using model::Result;

namespace {

[[nodiscard]] bool endsWith(std::string_view text, std::string_view end)
{
    return text.ends_with(end);
}

[[nodiscard]] std::string_view withoutSuffix(std::string_view text, std::string_view suffix)
{
    return text.ends_with(suffix) ? text.substr(0, text.size() - suffix.size()) : text;
}

/// "D4s v5 Spot" -> Standard_D4s_v5, where the item has no armSkuName.
[[nodiscard]] std::string machineOfSku(std::string_view sku)
{
    sku = withoutSuffix(withoutSuffix(sku, " Spot"), " Low Priority");
    std::string name(sku);
    std::ranges::replace(name, ' ', '_');
    return name.starts_with("Standard_") || name.starts_with("Basic_") ? name : "Standard_" + name;
}

/// Part `index` of "skuId|meterId|type|term".
[[nodiscard]] std::string_view partOf(std::string_view key, int index)
{
    for (; index > 0; --index) {
        const std::size_t bar = key.find('|');
        if (bar == std::string_view::npos) {
            return {};
        }
        key.remove_prefix(bar + 1);
    }
    return key.substr(0, key.find('|'));
}

/// What one meter is, without its amounts.
struct Item
{
    std::string_view type;
    std::string_view skuId;
    std::string_view meterId;
    std::string_view term;
    std::string_view region;
    std::string_view currency;
    std::string_view tier;

    /// Two items of one key price the same thing; `withTier` tells their tiers apart.
    [[nodiscard]] std::uint64_t key(bool withTier) const
    {
        std::uint64_t hash = model::stableHash(meterId);
        for (const std::string_view part :
             {skuId, type, term, region, currency, withTier ? tier : std::string_view{}}) {
            hash = (hash ^ model::stableHash(part)) * 0x9e3779b97f4a7c15ULL;
            hash ^= hash >> 32U;
        }
        return hash;
    }
};

class RetailReader
{
public:
    explicit RetailReader(ImportRun& run)
        : m_run(run)
    {
        m_run.sheet().provider = "azure";
        m_run.sheet().title = "Azure retail prices";
    }

    Result<void> read(std::span<const std::shared_ptr<ByteSource>> sources)
    {
        // One item per tier, and the tiers of a meter need not follow each other: find the meters that have
        // any first.
        for (const bool isFirstPass : {true, false}) {
            for (const auto& source : sources) {
                m_isFirstPass = isFirstPass;
                if (auto passed = readSource(*source); !passed) {
                    return passed;
                }
            }
        }
        if (auto begun = m_run.begin(); !begun) {
            return begun;
        }
        for (auto& [key, tiers] : m_tiered) {
            (void)key;
            if (auto emitted = emitTiers(tiers); !emitted) {
                return emitted;
            }
        }
        judgePages();
        return {};
    }

private:
    Result<void> readSource(const ByteSource& source)
    {
        constexpr std::size_t kHead = 4096;
        auto head = headOf(source, kHead);
        if (!head) {
            return failure(head.error());
        }
        std::uint64_t ignored = 0;
        TextStream headText(memorySource(*head, {})->open().value(), guessEncoding(*head), ignored);
        std::string start(4 * kHead, '\0');
        auto got = headText.read(start);
        const std::string_view text =
            got ? stripped(std::string_view(start).substr(0, *got)) : std::string_view{};
        auto stream = m_isFirstPass ? openQuietly(source, guessEncoding(*head))
                                    : m_run.openText(source, guessEncoding(*head));
        if (!stream) {
            return failure(stream.error());
        }
        // A page, an array of pages, an array of items, items one after the other, or an object keyed by
        // meter.
        const bool isArray = text.starts_with('[');
        const bool hasPages = text.find("\"Items\"") != std::string_view::npos;
        const bool isKeyed = !isArray && !hasPages && text.find("|Consumption|") != std::string_view::npos;
        m_isKeyed = isKeyed;
        std::vector<JsonPath> rules;
        if (isArray) {
            rules = hasPages ? std::vector<JsonPath>{{"*", "Items", "*"}} : std::vector<JsonPath>{{"*"}};
        } else if (isKeyed) {
            rules = std::vector<JsonPath>{{"*"}};
        } else {
            rules = hasPages ? std::vector<JsonPath>{{"Items", "*"}} : std::vector<JsonPath>{{}};
        }
        JsonCutter cutter(std::move(*stream), std::move(rules));
        return walk(cutter, source);
    }

    [[nodiscard]] Result<std::unique_ptr<ByteStream>> openQuietly(const ByteSource& source, Encoding encoding)
    {
        auto bytes = source.open();
        if (!bytes) {
            return failure(bytes.error());
        }
        return std::make_unique<TextStream>(std::move(*bytes), encoding, m_ignored);
    }

    Result<void> walk(JsonCutter& cutter, const ByteSource& source)
    {
        while (true) {
            auto event = cutter.next();
            if (!event) {
                event.error().where = source.name() + ": " + event.error().where;
                return failure(event.error());
            }
            switch (event->kind) {
            case JsonCutter::Kind::End:
                return {};
            case JsonCutter::Kind::Cut:
                if (!m_isFirstPass) {
                    m_run.reject(event->line,
                                 {},
                                 {},
                                 ErrorCode::InvalidSyntax,
                                 fmt::format("{} ends in the middle of a value", source.name()),
                                 "download it again: what follows is missing");
                }
                return {};
            case JsonCutter::Kind::Oversize:
                if (!m_isFirstPass) {
                    m_run.reject(event->line, {}, {}, ErrorCode::TooLarge, "an item is larger than 4 MB");
                }
                break;
            case JsonCutter::Kind::Scalar:
                if (!m_isFirstPass && !cutter.path().empty()) { // a value alone at the root has no name
                    takeScalar(cutter.path().back(), event->text);
                }
                break;
            case JsonCutter::Kind::RootEnd:
                break;
            case JsonCutter::Kind::Element:
                if (auto taken =
                        element(*event, cutter.path().empty() ? std::string() : cutter.path().back());
                    !taken) {
                    return taken;
                }
                break;
            }
        }
    }

    void takeScalar(const std::string& key, std::string_view literal)
    {
        const std::string text = unescapedJson(literal).value_or(std::string());
        if (key == "BillingCurrency") {
            m_currency = text;
            m_run.sheet().currency = text;
        } else if (key == "NextPageLink") {
            ++m_pages;
            if (text.empty()) {
                m_hasLastPage = true;
            } else {
                m_nextLink = text;
                const std::size_t skip = text.find("skip=");
                std::uint64_t items = 0;
                if (skip != std::string::npos) {
                    std::from_chars(text.data() + skip + 5, text.data() + text.size(), items);
                }
                m_furthest = std::max(m_furthest, items);
                m_itemsBeforeLast += m_itemsOfPage;
            }
            m_itemsOfPage = 0;
        }
    }

    Result<void> element(const JsonCutter::Event& event, const std::string& key)
    {
        if (m_isFirstPass) {
            if (m_run.stopToken().stop_requested()) {
                return failure(ErrorCode::Cancelled, {}, "cancelled; nothing was stored");
            }
            const std::size_t at = event.text.find("\"tierMinimumUnits\"");
            if (at == std::string_view::npos || isZeroAfter(event.text.substr(at + 18))) {
                return {};
            }
        }
        m_element.clear();
        auto parsed = m_element.parse(event.text);
        if (m_isFirstPass) {
            if (parsed) {
                m_tiered.try_emplace(itemOf(m_element.root(), key).key(false));
            }
            return {};
        }
        if (auto begun = m_run.begin(); !begun) {
            return begun;
        }
        if (auto counted = m_run.countRow(); !counted) {
            return counted;
        }
        ++m_itemsOfPage;
        if (!parsed) {
            m_run.reject(
                event.line, {}, event.text, parsed.error().code, "the item " + parsed.error().message);
            return {};
        }
        return readItem(m_element.root(), key, event.line);
    }

    /// True if the value after a member name is 0 or 0.0.
    [[nodiscard]] static bool isZeroAfter(std::string_view rest)
    {
        std::size_t at = 0;
        while (at < rest.size()
               && (rest[at] == ':' || rest[at] == ' ' || rest[at] == '\t' || rest[at] == '\n'
                   || rest[at] == '\r')) {
            ++at;
        }
        const std::string_view number =
            rest.substr(at, std::min(rest.find_first_of(",} \n\r\t", at), rest.size()) - at);
        return number.find_first_not_of("0.") == std::string_view::npos;
    }

    [[nodiscard]] Item itemOf(const JsonNode& root, std::string_view key) const
    {
        Item item;
        item.type = m_isKeyed ? partOf(key, 2) : m_element.text(root, "type");
        if (item.type.empty()) {
            item.type = m_element.text(root, "priceType");
        }
        item.skuId = m_isKeyed ? partOf(key, 0) : m_element.text(root, "skuId");
        item.meterId = m_isKeyed ? partOf(key, 1) : m_element.text(root, "meterId");
        item.term = m_isKeyed ? partOf(key, 3) : m_element.text(root, "reservationTerm");
        item.region = m_element.text(root, "armRegionName");
        item.currency = m_element.text(root, "currencyCode");
        item.tier = m_element.text(root, "tierMinimumUnits");
        return item;
    }

    Result<void> readItem(const JsonNode& root, std::string_view key, std::uint64_t line)
    {
        const Item item = itemOf(root, key);
        const std::string_view retail = m_element.text(root, "retailPrice").empty()
                                            ? m_element.text(root, "unitPrice")
                                            : m_element.text(root, "retailPrice");
        if (retail.empty()) {
            m_run.reject(line,
                         "retailPrice",
                         m_element.text(root, "meterName"),
                         ErrorCode::MissingField,
                         "the item has no price",
                         "no price is not a price of 0");
            return {};
        }
        auto amount = model::parseDecimal(retail);
        auto from = item.tier.empty() ? Result<Decimal>(Decimal{}) : model::parseDecimal(item.tier);
        if (!amount || !from) {
            const auto& error = amount ? from.error() : amount.error();
            m_run.reject(line,
                         amount ? "tierMinimumUnits" : "retailPrice",
                         amount ? item.tier : retail,
                         error.code,
                         error.message,
                         error.hint);
            return {};
        }
        const auto [seen, isNew] = m_seen.try_emplace(item.key(true), model::stableHash(retail));
        if (!isNew) {
            if (seen->second != model::stableHash(retail)) {
                m_run.warn(
                    line,
                    "retailPrice",
                    retail,
                    fmt::format("meter {} has two prices for one key; the first one stays", item.meterId));
            }
            m_run.skip("duplicate", line, m_element.text(root, "meterName"));
            return {};
        }
        OfferRow offer;
        describe(root, item, offer);
        offer.line = line;
        return addAmount(root, item, *amount, *from, retail, offer);
    }

    void describe(const JsonNode& root, const Item& item, OfferRow& offer)
    {
        const std::string_view product = m_element.text(root, "productName");
        const std::string_view sku = m_element.text(root, "skuName");
        const std::string_view meter = m_element.text(root, "meterName");
        offer.provider = "azure";
        offer.service = m_element.text(root, "serviceName");
        offer.family = product;
        offer.sku = item.skuId;
        offer.rate = item.meterId;
        offer.description = sku;
        offer.usageType = meter;
        offer.region = item.region.empty() ? m_element.text(root, "location") : item.region;
        offer.location = m_element.text(root, "location");
        offer.effectiveFrom = m_element.text(root, "effectiveStartDate");
        offer.effectiveTo = m_element.text(root, "effectiveEndDate");
        offer.currency = item.currency;
        if (offer.currency.empty()) {
            offer.currency = m_currency.empty() ? defaultCurrency() : std::string_view(m_currency);
        }
        const bool isSpot = endsWith(sku, " Spot") || endsWith(meter, " Spot");
        const bool isLowPriority = endsWith(sku, " Low Priority") || endsWith(meter, " Low Priority");
        const bool isReservation = item.type == "Reservation";
        if (isReservation) {
            offer.purchase = Purchase::Reserved;
        } else if (item.type.starts_with("DevTest")) {
            offer.purchase = Purchase::DevTest;
        } else if (isSpot) {
            offer.purchase = Purchase::Spot;
        } else {
            offer.purchase = isLowPriority ? Purchase::LowPriority : Purchase::OnDemand;
        }
        offer.termMonths = isReservation ? termMonthsOf(item.term) : 0;
        // "Easv5 Series CloudServices" carries the sku of a machine at another price: only these products are
        // machines.
        const bool isVm = product.starts_with("Virtual Machines")
                          && product.find("CloudServices") == std::string_view::npos
                          && (offer.service.empty() || offer.service == "Virtual Machines");
        offer.os = isVm ? "linux" : "";
        if (endsWith(product, " Windows")) {
            offer.os = "windows";
        }
        const std::string_view arm = m_element.text(root, "armSkuName");
        m_machine = arm.empty() && isVm && m_isKeyed ? machineOfSku(sku) : std::string(arm);
        offer.machine = m_machine;
        offer.tenancy = isVm ? "shared" : "";
        offer.isMachinePrice = isVm && !m_machine.empty()
                               && (offer.purchase == Purchase::OnDemand || offer.purchase == Purchase::Spot
                                   || offer.purchase == Purchase::Reserved);
    }

    [[nodiscard]] std::string_view defaultCurrency()
    {
        // The API answers in US dollars unless asked for another currency.
        m_isCurrencyAssumed = m_run.options().currency.empty();
        return m_isCurrencyAssumed ? std::string_view("USD") : std::string_view(m_run.options().currency);
    }

    Result<void> addAmount(const JsonNode& root,
                           const Item& item,
                           Decimal amount,
                           Decimal from,
                           std::string_view text,
                           OfferRow& offer)
    {
        const std::string_view unitText = m_element.text(root, "unitOfMeasure");
        const UnitOfMeasure unit = parseUnitOfMeasure(unitText);
        PriceComponent component;
        component.unitText = unitText;
        component.amountText = text;
        component.rateCode = item.meterId;
        component.from = from;
        if (offer.purchase == Purchase::Reserved) {
            // The price of a reservation is for the whole term, whatever the unit says.
            component.kind = ComponentKind::Upfront;
            component.unit = "term";
            component.amount = amount;
            offer.payment = Payment::All;
            if (offer.termMonths == 0) {
                m_run.reject(offer.line,
                             "reservationTerm",
                             item.term,
                             ErrorCode::MissingField,
                             "a reservation without a term we know",
                             "expected 1 Year, 3 Years or 5 Years");
                return {};
            }
        } else {
            component.unit = unit.unit;
            component.block = unit.block;
            component.amount = dividedBy(amount, unit.block);
            component.kind =
                unit.unit == "hour" || unit.unit == "month" ? ComponentKind::Recurring : ComponentKind::Usage;
        }
        if (amount.isZero()) {
            offer.isMachinePrice = false;
        }
        offer.components = std::span(&component, 1);
        if (const auto tiers = m_tiered.find(item.key(false)); tiers != m_tiered.end()) {
            if (tiers->second.empty()) {
                tiers->second.emplace_back(offer);
            } else {
                tiers->second.front().add(offer.components);
            }
        } else if (auto emitted = m_run.offer(offer); !emitted) {
            return emitted;
        }
        return addSavingsPlans(root, offer, component);
    }

    /// api-version 2023-01-01-preview and later: hourly rates under a savings plan, beside the ordinary
    /// price.
    Result<void> addSavingsPlans(const JsonNode& root, OfferRow offer, PriceComponent component)
    {
        const JsonNode* plans = m_element.find(root, "savingsPlan");
        if (plans == nullptr || plans->kind != JsonKind::Array) {
            return {};
        }
        Result<void> result;
        m_element.forEach(*plans, [&](const JsonNode& plan) {
            if (!result) {
                return;
            }
            const std::string_view price = m_element.text(plan, "retailPrice").empty()
                                               ? m_element.text(plan, "unitPrice")
                                               : m_element.text(plan, "retailPrice");
            const std::string_view term = m_element.text(plan, "term");
            auto amount = model::parseDecimal(price);
            offer.termMonths = termMonthsOf(term);
            if (!amount || offer.termMonths == 0) {
                m_run.reject(offer.line,
                             "savingsPlan",
                             amount ? term : price,
                             ErrorCode::InvalidSyntax,
                             "a savings plan without a price or a term we know");
                return;
            }
            offer.purchase = Purchase::SavingsPlan;
            offer.payment = Payment::None;
            offer.plan = "Azure savings plan for compute";
            component.amountText = price;
            component.amount = dividedBy(*amount, component.block);
            component.kind = ComponentKind::Recurring;
            offer.components = std::span(&component, 1);
            result = m_run.offer(offer);
        });
        return result;
    }

    Result<void> emitTiers(std::vector<HeldOffer>& held)
    {
        if (held.empty()) {
            return {};
        }
        OfferRow offer = held.front().row();
        std::vector<PriceComponent> tiers(offer.components.begin(), offer.components.end());
        std::ranges::sort(tiers, {}, [](const PriceComponent& tier) { return tier.from.toDouble(); });
        for (std::size_t i = 0; i + 1 < tiers.size(); ++i) {
            tiers[i].to = tiers[i + 1].from;
        }
        if (!tiers.front().from.isZero()) {
            m_run.warn(offer.line,
                       "tierMinimumUnits",
                       tiers.front().amountText,
                       fmt::format("the first tier of meter {} is not in the file: it starts at {}",
                                   offer.rate,
                                   tiers.front().from.toText()));
        }
        offer.components = tiers;
        return m_run.offer(offer);
    }

    void judgePages()
    {
        if (m_pages > 0 && !m_hasLastPage) {
            m_run.warn(0,
                       "NextPageLink",
                       m_nextLink,
                       fmt::format("incomplete: {} page(s), and the last of them has a next page", m_pages),
                       "fetch the pages until NextPageLink is null, and import the folder");
        } else if (m_furthest > m_itemsBeforeLast && m_itemsBeforeLast > 0) {
            m_run.warn(0,
                       "NextPageLink",
                       m_nextLink,
                       fmt::format("incomplete: {} items come before the last page, {} were found",
                                   m_furthest,
                                   m_itemsBeforeLast),
                       "some pages are missing");
        }
        if (m_isCurrencyAssumed) {
            m_run.issue(
                {.severity = Severity::Notice,
                 .code = ErrorCode::MissingField,
                 .line = 0,
                 .column = "currencyCode",
                 .raw = {},
                 .message =
                     "the file names no currency: US dollars, the default of the interface, are assumed",
                 .hint = {}});
        }
    }

    ImportRun& m_run;
    JsonElement m_element;
    std::uint64_t m_ignored = 0; ///< repairs of the first pass: the second counts them
    bool m_isFirstPass = true;
    bool m_isKeyed = false;
    bool m_isCurrencyAssumed = false;
    std::string m_currency;
    std::string m_machine;
    std::map<std::uint64_t, std::vector<HeldOffer>>
        m_tiered; ///< by key without tier: none or one offer, its tiers gathered
    std::unordered_map<std::uint64_t, std::uint64_t> m_seen; ///< key with tier -> hash of the amount
    std::uint64_t m_pages = 0;
    bool m_hasLastPage = false;
    std::string m_nextLink;
    std::uint64_t m_furthest = 0;
    std::uint64_t m_itemsOfPage = 0;
    std::uint64_t m_itemsBeforeLast = 0;
};

} // namespace

Result<void> readAzureRetail(std::span<const std::shared_ptr<ByteSource>> sources, ImportRun& run)
{
    return RetailReader(run).read(sources);
}

} // namespace wherewithal::providers
