// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/Result.h"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace wherewithal::model {

/// An ISO 4217 code, e.g. "USD".
class Currency
{
public:
    Currency() = default;
    [[nodiscard]] const std::string& code() const { return m_code; }
    auto operator<=>(const Currency&) const = default;
    bool operator==(const Currency&) const = default;

    /// Three capital letters; InvalidSyntax otherwise.
    [[nodiscard]] static Result<Currency> parse(std::string_view text);
    [[nodiscard]] static Currency usd();
    [[nodiscard]] static Currency eur();

private:
    std::string m_code = "USD";
};

/// A posted amount: whole micro-units (millionths) of the plan's currency. Totals are integer sums of these.
struct Micros
{
    std::int64_t count = 0;

    auto operator<=>(const Micros&) const = default;
    bool operator==(const Micros&) const = default;
    constexpr Micros& operator+=(Micros other)
    {
        count += other.count;
        return *this;
    }
    [[nodiscard]] friend constexpr Micros operator+(Micros a, Micros b) { return Micros{a.count + b.count}; }
    [[nodiscard]] friend constexpr Micros operator-(Micros a, Micros b) { return Micros{a.count - b.count}; }
    [[nodiscard]] constexpr double toDouble() const { return static_cast<double>(count) / 1e6; }
};

/// Posts an amount once: rounds half to even, to micro-units. Beyond +-9e12 units it saturates (asserted in debug).
[[nodiscard]] Micros postHalfEven(double amount);

/// A dated exchange rate: one unit of `from` is `rate` units of `to`.
struct ExchangeRate
{
    Currency from;
    Currency to;
    double rate = 1.0; ///< > 0
    std::string date;  ///< YYYY-MM-DD
    std::string source;

    bool operator==(const ExchangeRate&) const = default;
};

} // namespace wherewithal::model
