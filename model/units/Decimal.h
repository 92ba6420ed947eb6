// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/Result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace wherewithal::model {

/// An exact decimal number: coefficient x 10^exponent. List prices are Decimals; sums of money are not.
///
/// 18 significant digits; "0.0000000500" keeps its value, not its trailing zeros (the original text is kept beside
/// it where that matters).
class Decimal
{
public:
    constexpr Decimal() = default;
    /// Normalised: no trailing zeros in the coefficient, zero has exponent 0.
    constexpr Decimal(std::int64_t coefficient, int exponent)
        : m_coefficient(coefficient)
        , m_exponent(static_cast<std::int8_t>(exponent))
    {
        while (m_coefficient != 0 && m_coefficient % 10 == 0 && m_exponent < 127) {
            m_coefficient /= 10;
            ++m_exponent;
        }
        if (m_coefficient == 0) {
            m_exponent = 0;
        }
    }

    [[nodiscard]] constexpr std::int64_t coefficient() const { return m_coefficient; }
    [[nodiscard]] constexpr int exponent() const { return m_exponent; }
    [[nodiscard]] constexpr bool isZero() const { return m_coefficient == 0; }
    [[nodiscard]] constexpr bool isNegative() const { return m_coefficient < 0; }

    /// The nearest double.
    [[nodiscard]] double toDouble() const;
    /// Shortest plain notation: "0.0000035", "98.32", "-7".
    [[nodiscard]] std::string toText() const;

    constexpr bool operator==(const Decimal&) const = default;

private:
    std::int64_t m_coefficient = 0;
    std::int8_t m_exponent = 0;
};

/// Reads "0.0960000000", "1e-7", "-3": decimal point only, no separators, no locale, no spaces.
///
/// InvalidSyntax for anything else (also "nan", "inf"), OutOfRange beyond 18 significant digits or |exponent| > 100.
[[nodiscard]] Result<Decimal> parseDecimal(std::string_view text);

} // namespace wherewithal::model
