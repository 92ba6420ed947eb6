// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/import/prices/CollectingSink.h"
#include "providers/import/prices/Readers.h"
#include "providers/import/prices/SheetTable.h"
#include "providers/import/prices/Units.h"

#include <algorithm>
#include <deque>
#include <fmt/format.h>
#include <unordered_map>

/// A FOCUS bill lists use, not prices; but each line shows the list price and what was really paid. Those are
/// taken as observed prices, one per price id, region and amount.
namespace wherewithal::providers {

using model::Decimal;
using model::ErrorCode;
using model::Result;

namespace {

/// Sums exactly while 18 digits hold, in double after that.
class Total
{
public:
    void add(Decimal amount)
    {
        const auto next = sum(m_sum, amount);
        m_sum = next ? *next : decimalNear(m_sum.toDouble() + amount.toDouble());
    }
    [[nodiscard]] Decimal value() const { return m_sum; }

private:
    Decimal m_sum;
};

[[nodiscard]] std::string_view known(std::string_view text)
{
    return text == "NULL" || text == "null" ? std::string_view{} : text;
}

[[nodiscard]] std::string ourProvider(std::string_view name)
{
    return name == "AWS" || name.starts_with("Amazon")        ? "aws"
           : name == "Microsoft" || name.starts_with("Azure") ? "azure"
           : name.starts_with("Google")                       ? "gcp"
           : name.starts_with("Oracle")                       ? "oracle"
                                                              : lowered(name);
}

class FocusReader
{
public:
    explicit FocusReader(ImportRun& run)
        : m_run(run)
    {}

    Result<void> take(const SheetTable& row)
    {
        const std::string_view provider = known(row.cell({"providername", "serviceprovidername"}));
        ++m_rows[std::string(provider)];
        const auto billed = amountOf(row, "billedcost");
        const auto effective = amountOf(row, "effectivecost");
        if (!billed || !effective) {
            m_run.reject(row.line(),
                         billed ? "EffectiveCost" : "BilledCost",
                         row.cell(billed ? "effectivecost" : "billedcost"),
                         ErrorCode::InvalidSyntax,
                         "the cost is no number");
            return {};
        }
        m_billed.add(*billed);
        m_effective.add(*effective);
        if (known(row.cell("chargecategory")) != "Usage") {
            m_run.skip("not-usage", row.line(), row.cell("chargecategory"));
            return {};
        }
        const auto quantity = amountOf(row, "pricingquantity");
        const auto list = amountOf(row, "listunitprice");
        if (known(row.cell("listunitprice")).empty() || !list) {
            m_run.skip("no-unit-price", row.line(), row.cell("chargedescription"));
            return {};
        }
        return observe(row, *list, quantity.value_or(Decimal{}), *effective);
    }

    Result<void> finish()
    {
        auto& summary = m_run.outcome().summary;
        summary["billed_cost"] = m_billed.value().toText();
        summary["effective_cost"] = m_effective.value().toText();
        for (const auto& [provider, rows] : m_rows) {
            summary["rows." + provider] = std::to_string(rows);
        }
        for (std::size_t i = 0; i < m_offers.size(); ++i) {
            OfferRow offer = m_offers[i].row();
            if (auto emitted = m_run.offer(offer); !emitted) {
                return emitted;
            }
            const Use& use = m_uses[i];
            if (use.quantity.value().isZero()) {
                continue;
            }
            PriceComponent paid = offer.components.front();
            bool isExact = true;
            paid.amount = dividedBy(use.cost.value(), use.quantity.value(), &isExact);
            const std::string text = paid.amount.toText();
            paid.amountText = text;
            offer.basis = PriceBasis::Observed;
            offer.plan = "effective cost / quantity, all lines of the bill";
            offer.components = std::span(&paid, 1);
            if (auto emitted = m_run.offer(offer); !emitted) {
                return emitted;
            }
        }
        return {};
    }

private:
    struct Use
    {
        Total quantity;
        Total cost;
    };

    /// The number in a column; zero for an empty or NULL cell, nothing for text that is no number.
    [[nodiscard]] static std::optional<Decimal> amountOf(const SheetTable& row, std::string_view column)
    {
        const std::string_view text = known(row.cell(column));
        if (text.empty()) {
            return Decimal{};
        }
        auto value = model::parseDecimal(text);
        return value ? std::optional(*value) : std::nullopt;
    }

    Result<void> observe(const SheetTable& row, Decimal list, Decimal quantity, Decimal effective)
    {
        const std::string provider = ourProvider(known(row.cell({"providername", "serviceprovidername"})));
        const std::string_view priceId =
            known(row.cell("skupriceid")).empty() ? known(row.cell("skuid")) : known(row.cell("skupriceid"));
        const std::string key = fmt::format("{}\n{}\n{}\n{}\n{}\n{}",
                                            provider,
                                            priceId,
                                            known(row.cell("regionid")),
                                            known(row.cell("pricingunit")),
                                            list.toText(),
                                            known(row.cell("pricingcategory")));
        const auto [found, isNew] = m_byKey.try_emplace(key, m_offers.size());
        if (isNew) {
            const UnitOfMeasure unit = parseUnitOfMeasure(known(row.cell("pricingunit")));
            PriceComponent component;
            component.unit = unit.unit;
            component.unitText = row.cell("pricingunit");
            component.block = unit.block;
            component.amount = dividedBy(list, unit.block);
            component.amountText = row.cell("listunitprice");
            component.kind = unit.unit == "hour" ? ComponentKind::Recurring : ComponentKind::Usage;
            OfferRow offer;
            offer.provider = provider;
            offer.service = known(row.cell("servicename"));
            offer.family = known(row.cell("servicecategory"));
            offer.sku = known(row.cell("skuid"));
            offer.rate = priceId;
            offer.description = known(row.cell("chargedescription"));
            offer.region = known(row.cell("regionid"));
            offer.location = known(row.cell("regionname"));
            offer.currency = known(row.cell("billingcurrency"));
            offer.effectiveFrom = known(row.cell("chargeperiodstart"));
            offer.purchase = known(row.cell("pricingcategory")) == "Committed" ? Purchase::CommittedUse
                             : known(row.cell("pricingcategory")) == "Dynamic" ? Purchase::Spot
                                                                               : Purchase::OnDemand;
            offer.line = row.line();
            offer.components = std::span(&component, 1);
            m_offers.emplace_back(offer);
            m_uses.emplace_back();
        }
        m_uses[found->second].quantity.add(quantity);
        m_uses[found->second].cost.add(effective);
        return {};
    }

    ImportRun& m_run;
    Total m_billed;
    Total m_effective;
    std::map<std::string, std::uint64_t> m_rows;
    std::unordered_map<std::string, std::size_t> m_byKey;
    std::deque<HeldOffer> m_offers;
    std::deque<Use> m_uses;
};

} // namespace

Result<void> readFocus(const ByteSource& source, const Detection& detection, ImportRun& run)
{
    run.sheet().provider = "focus";
    run.sheet().title = "FOCUS bill";
    FocusReader reader(run);
    auto read =
        SheetTable::read(source, detection, run, [&](const SheetTable& row) { return reader.take(row); });
    return read ? reader.finish() : read;
}

} // namespace wherewithal::providers
