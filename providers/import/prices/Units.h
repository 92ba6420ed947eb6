// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/Result.h"
#include "model/units/Decimal.h"

#include <optional>
#include <string>
#include <string_view>

namespace wherewithal::providers {

/// "100 Hours": a block of 100 of the unit hour.
struct UnitOfMeasure
{
    model::Decimal block{1, 0};
    std::string unit; ///< hour, gb-month, transaction, ...; "unit" where the text names none

    bool operator==(const UnitOfMeasure&) const = default;
};

/// Reads Microsoft's units of measure: "1 Hour", "100 Hours", "10K", "1M/Month", "1 GB/Month", "1 GB/hora",
/// "Minute(s)".
[[nodiscard]] UnitOfMeasure parseUnitOfMeasure(std::string_view text);

/// amount / block. Exact wherever the result is a finite decimal of 18 digits; else rounded to 15 significant
/// digits.
[[nodiscard]] model::Decimal dividedBy(model::Decimal amount, model::Decimal block, bool* isExact = nullptr);
/// The exact sum; nothing if it does not fit 18 digits.
[[nodiscard]] std::optional<model::Decimal> sum(model::Decimal a, model::Decimal b);
/// The exact product; nothing if it does not fit 18 digits.
[[nodiscard]] std::optional<model::Decimal> product(model::Decimal a, model::Decimal b);
/// The decimal nearest to a double, at 15 significant digits.
[[nodiscard]] model::Decimal decimalNear(double value);

/// How numbers are written in a file.
struct NumberNotation
{
    char decimal = '.';
    char grouping = ','; ///< '\0': none

    bool operator==(const NumberNotation&) const = default;
};

/// An amount as people write it.
struct WrittenAmount
{
    std::optional<model::Decimal>
        value;            ///< nothing: "N/A", "-", empty: no price, which is not a price of zero
    std::string currency; ///< ISO code if a sign or code stood beside it
    std::string unit;     ///< "hour" or "month" if a word said so ("$0.096 hourly")
};

/// Reads "3,000.00", "1.234,56 EUR", "$0.096 hourly", "N/A". InvalidSyntax for anything else.
[[nodiscard]] model::Result<WrittenAmount> parseAmount(std::string_view text, NumberNotation notation);

/// "USD" for "$" and "US$", "EUR" for the euro sign, ISO codes as they are; empty if the text names no
/// currency.
[[nodiscard]] std::string currencyOf(std::string_view text);

/// "1 Year", "3 Years", "1yr", "P3Y", "12 Months", "36" -> months; 0 if it says nothing of the kind.
[[nodiscard]] int termMonthsOf(std::string_view text);

} // namespace wherewithal::providers
