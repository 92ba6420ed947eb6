// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>

namespace wherewithal::model {

/// A number with a unit that the compiler knows. Adding hours to dollars does not compile.
template <typename Tag>
class Quantity
{
public:
    constexpr Quantity() = default;
    constexpr explicit Quantity(double value)
        : m_value(value)
    {
    }

    [[nodiscard]] constexpr double value() const { return m_value; }

    constexpr auto operator<=>(const Quantity&) const = default;
    constexpr bool operator==(const Quantity&) const = default;

    [[nodiscard]] friend constexpr Quantity operator+(Quantity a, Quantity b) { return Quantity{a.m_value + b.m_value}; }
    [[nodiscard]] friend constexpr Quantity operator-(Quantity a, Quantity b) { return Quantity{a.m_value - b.m_value}; }
    [[nodiscard]] friend constexpr Quantity operator*(double factor, Quantity a) { return Quantity{factor * a.m_value}; }
    [[nodiscard]] friend constexpr Quantity operator*(Quantity a, double factor) { return Quantity{a.m_value * factor}; }
    [[nodiscard]] friend constexpr Quantity operator/(Quantity a, double divisor) { return Quantity{a.m_value / divisor}; }
    [[nodiscard]] friend constexpr double operator/(Quantity a, Quantity b) { return a.m_value / b.m_value; }

private:
    double m_value = 0.0;
};

using Bytes = Quantity<struct BytesTag>;
using BytesPerSecond = Quantity<struct BytesPerSecondTag>;
using BitsPerSecond = Quantity<struct BitsPerSecondTag>;
using Flops = Quantity<struct FlopsTag>;                   ///< floating-point operations (a count)
using FlopsPerSecond = Quantity<struct FlopsPerSecondTag>; ///< dense peak or sustained arithmetic
using Seconds = Quantity<struct SecondsTag>;
using Hours = Quantity<struct HoursTag>;
using Watts = Quantity<struct WattsTag>;
using TokensPerSecond = Quantity<struct TokensPerSecondTag>;
using PerSecond = Quantity<struct PerSecondTag>; ///< requests, items, jobs per second

[[nodiscard]] constexpr Seconds operator/(Bytes amount, BytesPerSecond rate) { return Seconds{amount.value() / rate.value()}; }
[[nodiscard]] constexpr Seconds operator/(Flops work, FlopsPerSecond rate) { return Seconds{work.value() / rate.value()}; }
[[nodiscard]] constexpr BytesPerSecond toBytesPerSecond(BitsPerSecond rate) { return BytesPerSecond{rate.value() / 8.0}; }

inline constexpr double kGib = 1024.0 * 1024.0 * 1024.0; ///< bytes in a GiB
inline constexpr double kGb = 1e9;                       ///< bytes in a GB

} // namespace wherewithal::model
