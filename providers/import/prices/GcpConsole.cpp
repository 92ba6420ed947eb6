// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/import/prices/CollectingSink.h"
#include "providers/import/prices/Readers.h"
#include "providers/import/prices/SheetTable.h"
#include "providers/import/prices/Units.h"

#include <algorithm>
#include <deque>
#include <fmt/format.h>
#include <unordered_map>

namespace wherewithal::providers {

using model::ErrorCode;
using model::Result;

namespace {

struct Bought
{
    Purchase purchase = Purchase::OnDemand;
    int termMonths = 0;
};

/// The taxonomy says how it is bought: "... > VMs Preemptible > ...", "... > Annual > Subscription",
/// "Commitments".
[[nodiscard]] Bought boughtAs(std::string_view taxonomy, std::string_view description)
{
    const auto has = [](std::string_view text, std::string_view word) {
        return text.find(word) != std::string_view::npos;
    };
    if (has(taxonomy, "Preemptible") || has(taxonomy, "Spot") || description.starts_with("Preemptible")
        || description.starts_with("Spot")) {
        return {Purchase::Spot, 0};
    }
    if (has(taxonomy, "Commit") || has(description, "Commitment")) {
        return {Purchase::CommittedUse, has(description, "3 Year") || has(taxonomy, "3 Year") ? 36 : 12};
    }
    return {};
}

/// Tiers of one SKU stand on rows of their own: they are held until the end, in the file's order.
class ConsoleReader
{
public:
    explicit ConsoleReader(ImportRun& run)
        : m_run(run)
    {}

    Result<void> take(const SheetTable& row)
    {
        if (m_currency.empty()) {
            m_currency = m_run.options().currency.empty() ? currencyOf(row.header("listprice"))
                                                          : m_run.options().currency;
        }
        const std::string_view sku = row.cell("skuid");
        const bool isNegotiated = row.has("contractprice");
        const std::string_view text = isNegotiated && !row.cell("contractprice").empty()
                                          ? row.cell("contractprice")
                                          : row.cell("listprice");
        auto price = parseAmount(text, {});
        const std::string_view startText = row.cell("tieredusagestart");
        auto start = parseAmount(startText.empty() ? "0" : startText, {});
        auto quantity =
            parseAmount(row.cell("perunitquantity").empty() ? "1" : row.cell("perunitquantity"), {});
        if (sku.empty() || !price || !start || !quantity) {
            m_run.reject(row.line(),
                         price ? "SKU ID" : "List price",
                         price ? sku : text,
                         ErrorCode::InvalidSyntax,
                         price ? std::string("the row has no SKU, or its tier or quantity is no number")
                               : price.error().message);
            return {};
        }
        const auto& amount = price->value;
        const auto& from = start->value;
        const auto& block = quantity->value;
        if (!amount || !from || !block) {
            m_run.skip("no-price", row.line(), row.cell("skudescription"));
            return {};
        }
        if (m_currency.empty()) {
            m_run.reject(row.line(),
                         "currency",
                         {},
                         ErrorCode::MissingField,
                         "nothing says which currency this is",
                         "name it when importing");
            return {};
        }
        PriceComponent tier;
        const UnitOfMeasure unit = parseUnitOfMeasure(row.cell("unitdescription"));
        m_unit = unit.unit.starts_with("gibibyte") ? "gib" + unit.unit.substr(8) : unit.unit;
        tier.unit = m_unit;
        tier.unitText = row.cell("unitdescription");
        tier.block = *block;
        tier.amount = dividedBy(*amount, tier.block);
        tier.amountText = text;
        tier.from = *from;
        tier.kind =
            tier.unit == "hour" || tier.unit == "month" ? ComponentKind::Recurring : ComponentKind::Usage;
        const auto [known, isNew] = m_bySku.try_emplace(std::string(sku), m_offers.size());
        if (!isNew) {
            m_offers[known->second].add(std::span(&tier, 1));
            return {};
        }
        const std::string_view description = row.cell("skudescription");
        const Bought bought = boughtAs(row.cell("producttaxonomy"), description);
        OfferRow offer;
        offer.provider = "gcp";
        offer.service = row.cell("servicedescription");
        offer.family = row.cell("producttaxonomy");
        offer.sku = sku;
        offer.description = description;
        const std::size_t in = description.rfind(" in ");
        offer.location = in == std::string_view::npos
                             ? std::string_view{}
                             : description.substr(in + 4); // the only place that names it
        offer.region = offer.location.empty() ? std::string_view("global") : offer.location;
        offer.currency = m_currency;
        offer.purchase = bought.purchase;
        offer.termMonths = bought.termMonths;
        offer.basis = isNegotiated ? PriceBasis::Negotiated : PriceBasis::List;
        offer.line = row.line();
        offer.components = std::span(&tier, 1);
        m_offers.emplace_back(offer);
        return {};
    }

    Result<void> finish()
    {
        for (const HeldOffer& held : m_offers) {
            OfferRow offer = held.row();
            std::vector<PriceComponent> tiers(offer.components.begin(), offer.components.end());
            std::ranges::sort(tiers, {}, [](const PriceComponent& tier) { return tier.from.toDouble(); });
            for (std::size_t i = 0; i + 1 < tiers.size(); ++i) {
                tiers[i].to = tiers[i + 1].from;
            }
            offer.components = tiers;
            if (auto emitted = m_run.offer(offer); !emitted) {
                return emitted;
            }
        }
        return {};
    }

private:
    ImportRun& m_run;
    std::string m_currency;
    std::string m_unit;
    std::deque<HeldOffer> m_offers;
    std::unordered_map<std::string, std::size_t> m_bySku;
};

} // namespace

Result<void> readGcpConsole(const ByteSource& source, const Detection& detection, ImportRun& run)
{
    run.sheet().provider = "gcp";
    run.sheet().title = "Google Cloud pricing export";
    ConsoleReader reader(run);
    auto read =
        SheetTable::read(source, detection, run, [&](const SheetTable& row) { return reader.take(row); });
    return read ? reader.finish() : read;
}

} // namespace wherewithal::providers
