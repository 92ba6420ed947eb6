// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/import/prices/Readers.h"
#include "providers/import/prices/SheetTable.h"
#include "providers/import/prices/Units.h"

#include <array>
#include <fmt/format.h>

/// Price sheets of Azure agreements (EA 2023-05-01, MCA). From Microsoft's documentation: no genuine file was
/// at hand.
namespace wherewithal::providers {

using model::Decimal;
using model::ErrorCode;
using model::Result;

namespace {

/// "10/01/2023" (month first, as the portal writes) and "2023-10-01T00:00:00Z" -> 2023-10-01.
[[nodiscard]] std::string isoDay(std::string_view text)
{
    const bool isSlashed = text.size() >= 10 && text[2] == '/' && text[5] == '/';
    return isSlashed ? fmt::format("{}-{}-{}", text.substr(6, 4), text.substr(0, 2), text.substr(3, 2))
                     : std::string(text.substr(0, 10));
}

Result<void>
emitPrice(const SheetTable& row, std::string_view text, PriceBasis basis, OfferRow offer, ImportRun& run)
{
    auto amount = model::parseDecimal(text);
    if (!amount) {
        run.reject(row.line(),
                   basis == PriceBasis::List ? "MarketPrice" : "UnitPrice",
                   text,
                   amount.error().code,
                   amount.error().message,
                   amount.error().hint);
        return {};
    }
    const UnitOfMeasure unit = parseUnitOfMeasure(row.cell("unitofmeasure"));
    const std::string_view type = row.cell("pricetype");
    PriceComponent component;
    component.unitText = row.cell("unitofmeasure");
    component.amountText = text;
    component.rateCode = row.cell("meterid");
    auto from =
        model::parseDecimal(row.cell("tierminimumunits").empty() ? "0" : row.cell("tierminimumunits"));
    component.from = from ? *from : Decimal{};
    if (columnKey(type).starts_with("reserv")) {
        component.kind = ComponentKind::Upfront; // the total of the term
        component.unit = "term";
        component.amount = *amount;
        offer.purchase = Purchase::Reserved;
        offer.payment = Payment::All;
    } else {
        component.unit = unit.unit;
        component.block = unit.block;
        component.amount = dividedBy(*amount, unit.block);
        component.kind =
            unit.unit == "hour" || unit.unit == "month" ? ComponentKind::Recurring : ComponentKind::Usage;
        offer.purchase = columnKey(type) == "savingsplan" ? Purchase::SavingsPlan : offer.purchase;
    }
    offer.termMonths = termMonthsOf(row.cell("term"));
    offer.basis = basis;
    offer.isMachinePrice = offer.isMachinePrice && !amount->isZero();
    offer.components = std::span(&component, 1);
    return run.offer(offer);
}

Result<void> takeRow(const SheetTable& row, ImportRun& run)
{
    const std::string_view category = row.cell("metercategory");
    const std::string_view subCategory = row.cell("metersubcategory");
    const std::string_view meter = row.cell("metername");
    const std::string from = isoDay(row.cell("effectivestartdate"));
    const std::string to = isoDay(row.cell("effectiveenddate"));
    OfferRow offer;
    offer.provider = "azure";
    offer.service = category.empty() ? row.cell("servicefamily") : category;
    offer.family = subCategory.empty() ? row.cell("product") : subCategory;
    offer.sku = row.cell("skuid").empty() ? row.cell("partnumber") : row.cell("skuid");
    offer.rate = row.cell("meterid");
    offer.description = row.cell("product");
    offer.usageType = meter;
    offer.region = row.cell({"meterregion", "location"});
    offer.location = offer.region;
    offer.currency = row.cell({"currencycode", "currency", "billingcurrency"});
    offer.effectiveFrom = from;
    offer.effectiveTo = to;
    const bool isVm = category == "Virtual Machines";
    const bool isLow = meter.ends_with(" Low Priority");
    offer.purchase = meter.ends_with(" Spot")                       ? Purchase::Spot
                     : isLow                                        ? Purchase::LowPriority
                     : row.cell("metertype").starts_with("DevTest") ? Purchase::DevTest
                                                                    : Purchase::OnDemand;
    offer.os = offer.family.ends_with(" Windows") ? "windows" : isVm ? "linux" : "";
    offer.tenancy = isVm ? "shared" : "";
    std::string_view name = meter;
    for (const std::string_view suffix : {" Spot", " Low Priority"}) {
        name = name.ends_with(suffix) ? name.substr(0, name.size() - suffix.size()) : name;
    }
    std::string machine;
    if (isVm && name.find('/') == std::string_view::npos
        && !name.empty()) { // "D1 v2/DS1 v2" names two machines
        machine = name.starts_with("Standard_") ? std::string(name) : "Standard_" + std::string(name);
        for (char& c : machine) {
            c = c == ' ' ? '_' : c;
        }
    }
    offer.machine = machine;
    offer.isMachinePrice = !machine.empty() && !isLow && offer.purchase != Purchase::DevTest;
    offer.line = row.line();
    if (offer.currency.size() != 3) {
        run.reject(row.line(),
                   "CurrencyCode",
                   offer.currency,
                   ErrorCode::MissingField,
                   "nothing says which currency this is");
        return {};
    }
    const std::string_view unitPrice = row.cell("unitprice");
    const std::string_view market = row.cell("marketprice");
    const std::string_view own =
        unitPrice.empty() && columnKey(row.cell("pricetype")).starts_with("reserv") ? market : unitPrice;
    if (own.empty() && market.empty()) {
        run.skip("no-price", row.line(), meter);
        return {};
    }
    if (!own.empty()) {
        if (auto emitted = emitPrice(row, own, PriceBasis::Negotiated, offer, run); !emitted) {
            return emitted;
        }
    }
    return market.empty() || market == own ? Result<void>{}
                                           : emitPrice(row, market, PriceBasis::List, offer, run);
}

} // namespace

Result<void> readAzureSheet(const ByteSource& source, const Detection& detection, ImportRun& run)
{
    run.sheet().provider = "azure";
    run.sheet().title = "Azure price sheet";
    return SheetTable::read(source, detection, run, [&](const SheetTable& row) { return takeRow(row, run); });
}

} // namespace wherewithal::providers
