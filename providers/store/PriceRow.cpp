// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/store/PriceRow.h"

#include <fmt/format.h>

namespace wherewithal::providers {

namespace {

constexpr double kHoursPerMonth = 730.0; // 8760 / 12
constexpr double kHoursPerYear = 8760.0;
constexpr double kMonthsPerYear = 12.0;

model::PricePeriod periodOf(const std::string& unit)
{
    if (unit == "month") {
        return model::PricePeriod::Month;
    }
    return unit == "year" ? model::PricePeriod::Year : model::PricePeriod::Hour;
}

} // namespace

double hoursOf(const std::string& unit)
{
    if (unit == "hour") {
        return 1.0;
    }
    if (unit == "month") {
        return kHoursPerMonth;
    }
    return unit == "year" ? kHoursPerYear : 0.0;
}

std::optional<double> effectiveHourly(const PriceRow& row)
{
    const double hours = hoursOf(row.unit) * row.blockSize;
    if (hours <= 0.0) {
        return std::nullopt;
    }
    const double recurring = row.amount.toDouble() / hours;
    if (!row.upfront || row.termMonths <= 0) {
        return recurring;
    }
    return recurring + (row.upfront->toDouble() * kMonthsPerYear / (kHoursPerYear * row.termMonths));
}

std::string priceKey(const PriceRow& row)
{
    // A sheet's own key makes rows of one sheet distinct. Machine prices meet across sheets, which have other
    // keys: there the thing itself is the key.
    const bool isThing = row.isMachinePrice;
    return fmt::format(
        "{}\x1f{}\x1f{}\x1f{}\x1f{}\x1f{}\x1f{}\x1f{}\x1f{}\x1f{}\x1f{}\x1f{}\x1f{}\x1f{}\x1f{}\x1f{}\x1f{}",
        row.provider,
        isThing ? "" : row.service,
        isThing ? "" : row.sku,
        isThing ? "" : row.rate,
        row.region,
        row.zone,
        row.machine,
        row.os,
        row.tenancy,
        row.licence,
        row.software,
        row.capacity,
        row.basis,
        model::name(row.purchase),
        row.termMonths,
        model::name(row.payment),
        row.offeringClass);
}

model::Price toPrice(const PriceRow& row)
{
    model::Price price;
    price.provider = model::ProviderId{row.provider};
    price.machine = model::MachineId{row.machine};
    price.region = model::RegionId{row.region};
    price.operatingSystem = row.os;
    price.purchase = row.purchase;
    price.termMonths = row.termMonths;
    price.payment = row.payment;
    price.amount = row.amount;
    price.period = periodOf(row.unit);
    price.upfront = row.upfront.value_or(model::Decimal{});
    price.monthlyMaximum = row.monthlyMaximum;
    price.currency = row.currency;
    price.effectiveFrom = row.effectiveFrom;
    price.source = row.source;
    price.sheet = row.sheet;
    price.note = row.note;
    price.reason = row.reason;
    return price;
}

} // namespace wherewithal::providers
