// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/import/prices/AwsOffer.h"
#include "providers/import/prices/GcpShapes.h"
#include "providers/import/prices/Readers.h"
#include "providers/import/prices/SheetTable.h"
#include "providers/import/prices/Units.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <map>
#include <tuple>

namespace wherewithal::providers {

using model::Decimal;
using model::ErrorCode;
using model::Result;

namespace {

constexpr int kNanoPlaces = 9;

struct UnitName
{
    std::string_view theirs;
    std::string_view ours;
};
constexpr std::array kUnits = {UnitName{"h", "hour"},
                               UnitName{"GiBy.h", "gib-hour"},
                               UnitName{"GiBy.mo", "gib-month"},
                               UnitName{"GiBy", "gib"},
                               UnitName{"mo", "month"},
                               UnitName{"count", "count"},
                               UnitName{"s", "second"},
                               UnitName{"TiBy", "tib"},
                               UnitName{"GBy.mo", "gb-month"},
                               UnitName{"GBy", "gb"},
                               UnitName{"min", "minute"},
                               UnitName{"d", "day"}};

[[nodiscard]] std::string_view unitOf(std::string_view theirs)
{
    const auto found = std::ranges::find(kUnits, theirs, &UnitName::theirs);
    return found == kUnits.end() ? theirs : found->ours;
}

/// units (whole, as text) + nanos / 1e9. Dropping the whole part is a mistake others have made.
[[nodiscard]] std::optional<Decimal> moneyOf(const JsonElement& element, const JsonNode& price)
{
    const std::string_view units = element.text(price, "units");
    const std::string_view nanos = element.text(price, "nanos");
    auto whole = model::parseDecimal(units.empty() ? "0" : units);
    auto part = model::parseDecimal(nanos.empty() ? "0" : nanos);
    if (!whole || !part || (units.empty() && nanos.empty())) {
        return std::nullopt;
    }
    return sum(*whole, Decimal{part->coefficient(), part->exponent() - kNanoPlaces});
}

enum class Part
{
    Core,
    Memory,
    Gpu,
};

/// Which part of which family a SKU is the price of.
struct PartOf
{
    Part part = Part::Core;
    std::string of; ///< "a2", or the accelerator's words in lower case
};

/// Reads the SKU's text: "A2 Instance Core running in Americas", "N1 Predefined Instance Ram running in ...",
/// "Nvidia Tesla A100 GPU running in Americas". Custom, extended, sole-tenant and reserved ones are other
/// things.
[[nodiscard]] std::optional<PartOf> partOf(std::string_view description)
{
    std::string text = lowered(description);
    for (const char* prefix : {"spot preemptible ", "preemptible ", "spot "}) {
        if (text.starts_with(prefix)) {
            text.erase(0, std::string_view(prefix).size());
        }
    }
    for (const char* other : {"custom",
                              "extended",
                              "sole tenancy",
                              "reserved",
                              "dws",
                              "calendar",
                              "commitment",
                              "overcommit",
                              "attached to",
                              "confidential"}) {
        if (text.find(other) != std::string::npos) {
            return std::nullopt;
        }
    }
    const std::size_t running = text.find(" running in ");
    if (running == std::string::npos) {
        return std::nullopt;
    }
    text.erase(running);
    if (text.ends_with(" gpu")) {
        return PartOf{Part::Gpu, text.substr(0, text.size() - 4)};
    }
    const bool isCore = text.ends_with(" instance core");
    const bool isMemory = text.ends_with(" instance ram");
    if (!isCore && !isMemory) {
        return std::nullopt;
    }
    const std::string family =
        text.starts_with("compute optimized") ? std::string("c2") : text.substr(0, text.find(' '));
    return PartOf{isCore ? Part::Core : Part::Memory, family};
}

/// The way of buying that usage type and text say together.
struct Bought
{
    Purchase purchase = Purchase::OnDemand;
    int termMonths = 0;
};
[[nodiscard]] Bought boughtAs(std::string_view usageType, std::string_view description)
{
    if (usageType == "Commit1Yr" || usageType == "Commit3Yr") {
        return {Purchase::CommittedUse, usageType == "Commit1Yr" ? 12 : 36};
    }
    // Some spot prices carry the usage type OnDemand; their text tells.
    const bool isSpot = usageType == "Preemptible" || description.starts_with("Spot Preemptible")
                        || description.starts_with("Preemptible");
    return {isSpot ? Purchase::Spot : Purchase::OnDemand, 0};
}

class SkuReader
{
public:
    explicit SkuReader(ImportRun& run)
        : m_run(run)
    {}

    Result<void> take(const JsonElement& element, std::uint64_t line)
    {
        const JsonNode& root = element.root();
        OfferRow offer;
        offer.provider = "gcp";
        offer.sku = element.text(root, "skuId");
        offer.description = element.text(root, "description");
        offer.line = line;
        std::string_view usageType;
        if (const JsonNode* category = element.find(root, "category")) {
            offer.service = element.text(*category, "serviceDisplayName");
            offer.family = element.text(*category, "resourceGroup");
            usageType = element.text(*category, "usageType");
        }
        offer.usageType = usageType;
        const std::string lower = lowered(offer.description);
        if (lower.find("dollar based") != std::string::npos
            || (usageType == "OnDemand" && lower.starts_with("commitment - "))) {
            m_run.skip("commitment-multiplier", line, offer.description);
            return {};
        }
        const Bought bought = boughtAs(usageType, offer.description);
        offer.purchase = bought.purchase;
        offer.termMonths = bought.termMonths;
        const JsonNode* infos = element.find(root, "pricingInfo");
        const JsonNode* latest = nullptr;
        if (infos != nullptr) {
            element.forEach(*infos, [&](const JsonNode& info) { latest = &info; });
        }
        if (offer.sku.empty() || latest == nullptr) {
            m_run.reject(
                line, "pricingInfo", offer.description, ErrorCode::MissingField, "a SKU without id or price");
            return {};
        }
        return takePrice(element, *latest, offer);
    }

    /// Prices of whole machines, from the parts found.
    Result<void> compose()
    {
        const auto& shapes = m_run.options().shapes.empty() ? googleShapes() : m_run.options().shapes;
        for (const auto& [key, core] : m_parts) {
            const auto& [part, family, region, purchase, term] = key;
            if (part != Part::Core) {
                continue;
            }
            for (const ComposedShape& shape : shapes) {
                if (shape.family == family) {
                    if (auto composed = composeOne(shape, key); !composed) {
                        return composed;
                    }
                }
            }
        }
        return {};
    }

private:
    using Key =
        std::tuple<Part, std::string, std::string, Purchase, int>; ///< part, of what, region, purchase, term
    struct PartPrice
    {
        Decimal amount;
        std::string currency;
        std::string sku;
        std::string effectiveFrom;
    };

    Result<void> takePrice(const JsonElement& element, const JsonNode& info, OfferRow& offer)
    {
        const JsonNode* expression = element.find(info, "pricingExpression");
        const JsonNode* rates = expression == nullptr ? nullptr : element.find(*expression, "tieredRates");
        offer.effectiveFrom = element.text(info, "effectiveTime");
        std::vector<PriceComponent> tiers;
        bool isRejected = rates == nullptr;
        if (rates != nullptr) {
            const std::string_view unit = element.text(*expression, "usageUnit");
            element.forEach(*rates, [&](const JsonNode& rate) {
                const JsonNode* price = element.find(rate, "unitPrice");
                const auto amount = price == nullptr ? std::nullopt : moneyOf(element, *price);
                const std::string_view start = element.text(rate, "startUsageAmount");
                auto from = model::parseDecimal(start.empty() ? "0" : start);
                if (!amount || !from) {
                    isRejected = true;
                    return;
                }
                offer.currency = element.text(*price, "currencyCode");
                PriceComponent tier;
                tier.unitText = unit;
                tier.unit = unitOf(unit);
                tier.amount = *amount;
                tier.from = *from;
                tier.kind = tier.unit == "hour" || tier.unit == "month" ? ComponentKind::Recurring
                                                                        : ComponentKind::Usage;
                tiers.push_back(tier);
            });
        }
        if (isRejected || tiers.empty()) {
            m_run.reject(offer.line,
                         "tieredRates",
                         offer.description,
                         ErrorCode::InvalidSyntax,
                         "the SKU has no readable price",
                         "no price is not a price of 0");
            return {};
        }
        std::ranges::sort(tiers, {}, [](const PriceComponent& tier) { return tier.from.toDouble(); });
        for (std::size_t i = 0; i + 1 < tiers.size(); ++i) {
            tiers[i].to = tiers[i + 1].from;
        }
        std::vector<std::string>
            texts; // what the price would be in plain digits: the file has it in two halves
        texts.reserve(tiers.size());
        for (const PriceComponent& tier : tiers) {
            texts.push_back(tier.amount.toText());
        }
        for (std::size_t i = 0; i < tiers.size(); ++i) {
            tiers[i].amountText = texts[i];
        }
        const std::string_view rate = element.text(info, "currencyConversionRate");
        if (offer.currency != "USD" && !rate.empty()) {
            m_run.outcome().summary["conversion_rate." + std::string(offer.currency)] =
                rate; // local currency per US dollar, the file's own
        }
        offer.components = tiers;
        return takeRegions(element, offer, tiers);
    }

    Result<void>
    takeRegions(const JsonElement& element, OfferRow& offer, const std::vector<PriceComponent>& tiers)
    {
        const JsonNode* regions = element.find(element.root(), "serviceRegions");
        const auto part = offer.service == "Compute Engine" ? partOf(offer.description) : std::nullopt;
        Result<void> result;
        bool hasRegion = false;
        const auto give = [&](std::string_view region) {
            hasRegion = true;
            offer.region = region;
            offer.location = region;
            if (part) {
                m_parts.insert_or_assign(
                    Key{part->part, part->of, std::string(region), offer.purchase, offer.termMonths},
                    PartPrice{tiers.back().amount,
                              std::string(offer.currency),
                              std::string(offer.sku),
                              std::string(offer.effectiveFrom)});
            }
            result = result ? m_run.offer(offer) : result;
        };
        if (regions != nullptr) {
            element.forEach(*regions, [&](const JsonNode& region) { give(region.text); });
        }
        if (!hasRegion) {
            give("global");
        }
        return result;
    }

    [[nodiscard]] const PartPrice* find(Key key, Part part, std::string of) const
    {
        std::get<0>(key) = part;
        std::get<1>(key) = std::move(of);
        const auto found = m_parts.find(key);
        return found == m_parts.end() ? nullptr : &found->second;
    }

    Result<void> composeOne(const ComposedShape& shape, const Key& key)
    {
        const PartPrice* core = find(key, Part::Core, shape.family);
        const PartPrice* memory = find(key, Part::Memory, shape.family);
        const PartPrice* gpu =
            shape.acceleratorCount > 0 ? find(key, Part::Gpu, lowered(shape.accelerator)) : nullptr;
        if (core == nullptr || memory == nullptr || (shape.acceleratorCount > 0 && gpu == nullptr)) {
            m_run.skip("part-missing", 0, shape.name); // a sum without one of its parts would be too low
            return {};
        }
        std::optional<Decimal> total = Decimal{};
        std::string formula;
        const auto add = [&](double count, const PartPrice& part) {
            const auto share = product(decimalNear(count), part.amount);
            total = total && share ? sum(*total, *share) : std::nullopt;
            formula += fmt::format(
                "{}{:g} x {} ({})", formula.empty() ? "" : " + ", count, part.amount.toText(), part.sku);
        };
        add(shape.vcpus, *core);
        add(shape.memoryGib, *memory);
        if (gpu != nullptr) {
            add(shape.acceleratorCount, *gpu);
        }
        if (!total || core->currency != memory->currency
            || (gpu != nullptr && gpu->currency != core->currency)) {
            m_run.skip("part-missing", 0, shape.name);
            return {};
        }
        if (auto told = tellMachine(shape); !told) {
            return told;
        }
        PriceComponent component;
        component.unit = "hour";
        component.unitText = "h";
        component.amount = *total;
        const std::string text = total->toText();
        component.amountText = text;
        const std::string& region = std::get<2>(key);
        OfferRow offer;
        offer.provider = "gcp";
        offer.service = "Compute Engine";
        offer.family = shape.family;
        offer.sku = shape.name;
        offer.machine = shape.name;
        offer.region = region;
        offer.location = region;
        offer.os = "linux";
        offer.tenancy = "shared";
        offer.description = formula;
        offer.currency = core->currency;
        offer.effectiveFrom = std::max(core->effectiveFrom, memory->effectiveFrom);
        offer.purchase = std::get<3>(key);
        offer.termMonths = std::get<4>(key);
        offer.basis = PriceBasis::Composed;
        offer.isMachinePrice = !total->isZero();
        offer.components = std::span(&component, 1);
        return m_run.offer(offer);
    }

    Result<void> tellMachine(const ComposedShape& shape)
    {
        if (!m_run.isNewMachine("gcp", shape.name)) {
            return {};
        }
        MachineRow machine;
        machine.provider = "gcp";
        machine.name = shape.name;
        machine.family = shape.family;
        machine.vcpus = shape.vcpus;
        machine.memoryGib = shape.memoryGib;
        machine.accelerator = shape.accelerator;
        if (shape.acceleratorCount > 0) {
            machine.acceleratorCount = shape.acceleratorCount;
        }
        return m_run.machine(machine);
    }

    ImportRun& m_run;
    std::map<Key, PartPrice> m_parts;
};

} // namespace

Result<void> readGcpSkus(const ByteSource& source, Encoding encoding, ImportRun& run)
{
    run.sheet().provider = "gcp";
    run.sheet().title = "Google Cloud SKUs";
    constexpr std::size_t kLookedAt = 256;
    const auto head = headOf(source, kLookedAt);
    const bool isArray = head && stripped(*head).starts_with('[');
    const bool isPages = isArray && head->find("\"skus\"") != std::string::npos;
    SkuReader reader(run);
    std::string nextPage;
    auto walked = walkJson(
        source,
        encoding,
        run,
        {isPages   ? JsonPath{"*", "skus", "*"}
         : isArray ? JsonPath{"*"}
                   : JsonPath{"skus", "*"}},
        [&](const JsonElement& element, const JsonCutter::Event& event, const std::vector<std::string>&) {
            return reader.take(element, event.line);
        },
        [&](const std::vector<std::string>& path, std::string_view text) {
            if (path.back() == "nextPageToken") {
                nextPage = text;
            }
        });
    if (!walked) {
        return walked;
    }
    if (!nextPage.empty()) {
        run.warn(0,
                 "nextPageToken",
                 nextPage,
                 "incomplete: the page has a successor",
                 "fetch all pages, and import the folder");
    }
    return reader.compose();
}

} // namespace wherewithal::providers
