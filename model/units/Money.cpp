// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/units/Money.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cmath>

namespace wherewithal::model {

Result<Currency> Currency::parse(std::string_view text)
{
    const bool isCode = text.size() == 3 && std::ranges::all_of(text, [](char c) { return c >= 'A' && c <= 'Z'; });
    if (!isCode) {
        return failure(ErrorCode::InvalidSyntax, {}, fmt::format("'{}' is not a currency", text.substr(0, 20)),
                       "write an ISO 4217 code, e.g. USD or EUR");
    }
    Currency currency;
    currency.m_code = std::string(text);
    return currency;
}

Currency Currency::usd() { return Currency{}; }

Currency Currency::eur()
{
    Currency currency;
    currency.m_code = "EUR";
    return currency;
}

Micros postHalfEven(double amount)
{
    constexpr double kMicrosPerUnit = 1e6;
    constexpr double kLimit = 9.0e18; // below the range of int64
    assert(std::isfinite(amount));
    // nearbyint rounds half to even in the default rounding mode, which nothing in this program changes.
    const double micros = std::nearbyint(amount * kMicrosPerUnit);
    return Micros{static_cast<std::int64_t>(std::clamp(micros, -kLimit, kLimit))};
}

} // namespace wherewithal::model
