// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/units/Decimal.h"

#include <fmt/format.h>

#include <charconv>

namespace wherewithal::model {

namespace {

constexpr int kMaxDigits = 18;
constexpr int kMaxExponent = 100;

tl::unexpected<Error> notADecimal(std::string_view text)
{
    constexpr std::size_t kShown = 60;
    return failure(ErrorCode::InvalidSyntax, {}, fmt::format("'{}' is not a decimal number", text.substr(0, kShown)),
                   "write digits with a decimal point, e.g. 0.096");
}

} // namespace

double Decimal::toDouble() const
{
    // Through the text: from_chars rounds correctly, repeated multiplication by ten does not.
    const std::string text = fmt::format("{}e{}", m_coefficient, static_cast<int>(m_exponent));
    double value = 0.0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

std::string Decimal::toText() const
{
    std::string digits = std::to_string(m_coefficient);
    const bool hasSign = digits[0] == '-';
    if (hasSign) {
        digits.erase(0, 1);
    }
    if (m_exponent >= 0) {
        digits.append(static_cast<std::size_t>(m_exponent), '0');
    } else {
        const auto places = static_cast<std::size_t>(-m_exponent);
        if (digits.size() <= places) {
            digits.insert(0, places + 1 - digits.size(), '0');
        }
        digits.insert(digits.size() - places, 1, '.');
    }
    return hasSign ? "-" + digits : digits;
}

Result<Decimal> parseDecimal(std::string_view text)
{
    std::size_t at = 0;
    const bool isNegative = !text.empty() && text[0] == '-';
    if (isNegative || (!text.empty() && text[0] == '+')) {
        ++at;
    }
    std::int64_t coefficient = 0;
    int exponent = 0;
    int significant = 0;
    bool hasDigit = false;
    bool hasPoint = false;
    int pendingZeros = 0; // zeros seen after a digit: kept back, since trailing ones carry no value
    for (; at < text.size(); ++at) {
        const char character = text[at];
        if (character == '.' && !hasPoint) {
            hasPoint = true;
            continue;
        }
        if (character < '0' || character > '9') {
            break;
        }
        hasDigit = true;
        if (hasPoint) {
            --exponent;
        }
        if (character == '0') {
            if (coefficient != 0) {
                ++pendingZeros;
            }
            continue;
        }
        significant += (coefficient == 0 ? 1 : pendingZeros + 1);
        if (significant > kMaxDigits) {
            return failure(ErrorCode::OutOfRange, {}, fmt::format("'{}' has more than 18 significant digits", text.substr(0, 60)));
        }
        for (int i = 0; i < pendingZeros; ++i) {
            coefficient *= 10;
        }
        pendingZeros = 0;
        coefficient = coefficient * 10 + (character - '0');
    }
    if (!hasDigit) {
        return notADecimal(text);
    }
    exponent += pendingZeros;
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        ++at;
        if (at < text.size() && text[at] == '+') {
            ++at;
        }
        int power = 0;
        const auto [end, status] = std::from_chars(text.data() + at, text.data() + text.size(), power);
        if (status == std::errc::result_out_of_range) {
            return failure(ErrorCode::OutOfRange, {}, fmt::format("the exponent of '{}' is too large", text.substr(0, 60)));
        }
        if (status != std::errc{}) {
            return notADecimal(text);
        }
        at = static_cast<std::size_t>(end - text.data());
        if (power > 2 * kMaxExponent || power < -2 * kMaxExponent) {
            return failure(ErrorCode::OutOfRange, {}, fmt::format("the exponent of '{}' is too large", text.substr(0, 60)));
        }
        exponent += power;
    }
    if (at != text.size()) {
        return notADecimal(text);
    }
    if (coefficient != 0 && (exponent > kMaxExponent || exponent < -kMaxExponent)) {
        return failure(ErrorCode::OutOfRange, {}, fmt::format("'{}' is out of range", text.substr(0, 60)));
    }
    return Decimal{isNegative ? -coefficient : coefficient, coefficient == 0 ? 0 : exponent};
}

} // namespace wherewithal::model
