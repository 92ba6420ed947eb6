// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/Result.h"

#include <string>
#include <string_view>

namespace wherewithal::model {

/// A number that may be uncertain. Any numeric field of a plan can be one.
///
/// Written forms: "7.5" (certain), "5 to 10" (triangular, symmetric), "100 +- 10%" and "100 +- 10" (triangular),
/// "5 to 7 to 10" (triangular with that mode), "P10 3, P90 9" (log-normal if both are positive, else normal).
/// A per cent sign divides by 100: "30 % to 58 %" is 0.3 to 0.58.
class Range
{
public:
    enum class Shape
    {
        Certain,
        Triangular, ///< a = least, b = mode, c = most
        LogNormal,  ///< a = P10, c = P90, both > 0
        Normal,     ///< a = P10, c = P90
    };

    constexpr Range() = default;
    /// A certain value.
    constexpr Range(double value) // NOLINT(google-explicit-constructor): a number is a range without width
        : m_a(value)
        , m_b(value)
        , m_c(value)
    {
    }
    /// least <= mode <= most is asserted.
    [[nodiscard]] static Range triangular(double least, double mode, double most);
    /// P10 < P90 is asserted. Log-normal if P10 > 0, else normal.
    [[nodiscard]] static Range percentiles(double p10, double p90);

    [[nodiscard]] Shape shape() const { return m_shape; }
    [[nodiscard]] bool isCertain() const { return m_shape == Shape::Certain; }

    /// Value at probability p in (0, 1); the certain value for any p.
    [[nodiscard]] double quantile(double p) const;
    /// The base case uses the median of every range.
    [[nodiscard]] double median() const { return isCertain() ? m_b : quantile(0.5); }
    /// Least possible value (triangular), or P0.1 (unbounded shapes).
    [[nodiscard]] double least() const;
    /// Greatest possible value (triangular), or P99.9 (unbounded shapes).
    [[nodiscard]] double most() const;

    /// The parameters as written: least/P10, mode, most/P90.
    [[nodiscard]] double first() const { return m_a; }
    [[nodiscard]] double mode() const { return m_b; }
    [[nodiscard]] double last() const { return m_c; }

    /// A form that parseRange reads back to the same value: "5 to 10", "5 to 7 to 10", "P10 3, P90 9", "7.5".
    [[nodiscard]] std::string toText() const;

    bool operator==(const Range&) const = default;

private:
    Shape m_shape = Shape::Certain;
    double m_a = 0.0;
    double m_b = 0.0;
    double m_c = 0.0;
};

/// Reads the forms above; decimal point only. A trailing unit is not part of it.
///
/// InvalidSyntax with the forms in the hint; Inconsistent if the low end is above the high end.
/// `100 +- 10` asks nothing: it is an absolute width.
[[nodiscard]] Result<Range> parseRange(std::string_view text);

} // namespace wherewithal::model
