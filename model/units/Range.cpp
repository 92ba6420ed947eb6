// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/units/Range.h"

#include "model/base/Random.h"

#include <fmt/format.h>

#include <cassert>
#include <charconv>
#include <cmath>
#include <optional>
#include <vector>

namespace wherewithal::model {

namespace {

constexpr double kZ90 = 1.2815515655446004; // normal quantile of 0.9

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) {
        text.remove_prefix(1);
    }
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) {
        text.remove_suffix(1);
    }
    return text;
}

struct Parsed
{
    double value = 0.0;
    bool isPercent = false;
};

std::optional<Parsed> parseNumber(std::string_view text)
{
    text = trimmed(text);
    Parsed parsed;
    if (!text.empty() && text.back() == '%') {
        parsed.isPercent = true;
        text = trimmed(text.substr(0, text.size() - 1));
    }
    if (text.starts_with("\xE2\x88\x92")) { // U+2212, the minus sign that the screen shows
        const auto rest = parseNumber(text.substr(3));
        if (!rest || rest->value < 0.0) {
            return std::nullopt;
        }
        parsed.value = -rest->value;
    } else {
        const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), parsed.value);
        if (status != std::errc{} || end != text.data() + text.size() || !std::isfinite(parsed.value)) {
            return std::nullopt;
        }
    }
    if (parsed.isPercent) {
        parsed.value /= 100.0;
    }
    return parsed;
}

std::vector<std::string_view> split(std::string_view text, std::string_view separator)
{
    std::vector<std::string_view> parts;
    for (std::size_t at = text.find(separator); at != std::string_view::npos; at = text.find(separator)) {
        parts.push_back(text.substr(0, at));
        text.remove_prefix(at + separator.size());
    }
    parts.push_back(text);
    return parts;
}

tl::unexpected<Error> notARange(std::string_view text)
{
    return failure(ErrorCode::InvalidSyntax, {}, fmt::format("'{}' is neither a number nor a range", text.substr(0, 80)),
                   "write 7.5, 5 to 10, 5 to 7 to 10, 100 +- 10%, or P10 3, P90 9");
}

Result<Range> ordered(std::string_view text, double least, double mode, double most)
{
    if (!(least <= mode && mode <= most)) {
        return failure(ErrorCode::Inconsistent, {}, fmt::format("the ends of '{}' are in the wrong order", text.substr(0, 80)),
                       "write the lower end first");
    }
    return least == most ? Range{mode} : Range::triangular(least, mode, most);
}

Result<Range> parsePercentiles(std::string_view text)
{
    const auto parts = split(text, ",");
    if (parts.size() != 2 || !trimmed(parts[1]).starts_with("P90")) {
        return notARange(text);
    }
    const auto low = parseNumber(trimmed(parts[0]).substr(3));
    const auto high = parseNumber(trimmed(parts[1]).substr(3));
    if (!low || !high) {
        return notARange(text);
    }
    if (low->value >= high->value) {
        return failure(ErrorCode::Inconsistent, {}, fmt::format("P10 is not below P90 in '{}'", text.substr(0, 80)),
                       "write the lower end first");
    }
    return Range::percentiles(low->value, high->value);
}

Result<Range> parsePlusMinus(std::string_view text, std::string_view separator)
{
    const auto parts = split(text, separator);
    const auto centre = parts.size() == 2 ? parseNumber(parts[0]) : std::nullopt;
    const auto width = parts.size() == 2 ? parseNumber(parts[1]) : std::nullopt;
    if (!centre || !width || width->value < 0.0) {
        return notARange(text);
    }
    const bool isRelative = width->isPercent && !centre->isPercent;
    const double half = isRelative ? std::abs(centre->value) * width->value : width->value;
    return ordered(text, centre->value - half, centre->value, centre->value + half);
}

} // namespace

Range Range::triangular(double least, double mode, double most)
{
    assert(least <= mode && mode <= most);
    Range range;
    range.m_shape = least == most ? Shape::Certain : Shape::Triangular;
    range.m_a = least;
    range.m_b = mode;
    range.m_c = most;
    return range;
}

Range Range::percentiles(double p10, double p90)
{
    assert(p10 < p90);
    Range range;
    range.m_shape = p10 > 0.0 ? Shape::LogNormal : Shape::Normal;
    range.m_a = p10;
    range.m_b = p10 > 0.0 ? std::sqrt(p10 * p90) : 0.5 * (p10 + p90);
    range.m_c = p90;
    return range;
}

double Range::quantile(double p) const
{
    switch (m_shape) {
    case Shape::Certain:
        return m_b;
    case Shape::Triangular: {
        const double width = m_c - m_a;
        const double share = (m_b - m_a) / width;
        return p <= share ? m_a + std::sqrt(p * width * (m_b - m_a)) : m_c - std::sqrt((1.0 - p) * width * (m_c - m_b));
    }
    case Shape::LogNormal: {
        const double sigma = std::log(m_c / m_a) / (2.0 * kZ90);
        return m_b * std::exp(sigma * (p == 0.5 ? 0.0 : normalQuantile(p)));
    }
    case Shape::Normal:
        break;
    }
    const double sigma = (m_c - m_a) / (2.0 * kZ90);
    return m_b + sigma * (p == 0.5 ? 0.0 : normalQuantile(p));
}

double Range::least() const
{
    return m_shape == Shape::LogNormal || m_shape == Shape::Normal ? quantile(0.001) : m_a;
}

double Range::most() const
{
    return m_shape == Shape::LogNormal || m_shape == Shape::Normal ? quantile(0.999) : m_c;
}

std::string Range::toText() const
{
    switch (m_shape) {
    case Shape::Certain:
        return fmt::format("{}", m_b);
    case Shape::Triangular:
        return m_b == 0.5 * (m_a + m_c) ? fmt::format("{} to {}", m_a, m_c) : fmt::format("{} to {} to {}", m_a, m_b, m_c);
    case Shape::LogNormal:
    case Shape::Normal:
        break;
    }
    return fmt::format("P10 {}, P90 {}", m_a, m_c);
}

Result<Range> parseRange(std::string_view text)
{
    text = trimmed(text);
    if (const auto number = parseNumber(text)) {
        return Range{number->value};
    }
    if (text.starts_with("P10")) {
        return parsePercentiles(text);
    }
    for (const std::string_view separator : {"+-", "\xC2\xB1", "+/-"}) {
        if (text.find(separator) != std::string_view::npos) {
            return parsePlusMinus(text, separator);
        }
    }
    for (const std::string_view separator : {" to ", "\xE2\x80\x93", ".."}) {
        const auto parts = split(text, separator);
        if (parts.size() < 2 || parts.size() > 3) {
            continue;
        }
        const auto low = parseNumber(parts.front());
        const auto middle = parts.size() == 3 ? parseNumber(parts[1]) : low;
        const auto high = parseNumber(parts.back());
        if (!low || !middle || !high) {
            return notARange(text);
        }
        // "30 to 58 %": the sign at the end speaks for both ends.
        const bool sharesPercent = high->isPercent && !low->isPercent;
        const double least = sharesPercent ? low->value / 100.0 : low->value;
        const double mode = parts.size() == 2 ? 0.5 * (least + high->value)
            : middle->isPercent == high->isPercent ? middle->value
                                                   : middle->value / 100.0;
        return ordered(text, least, mode, high->value);
    }
    return notARange(text);
}

} // namespace wherewithal::model
