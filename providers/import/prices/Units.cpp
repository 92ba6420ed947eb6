// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/import/prices/Units.h"

#include "providers/import/prices/ImportRun.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <limits>
#include <utility>

namespace wherewithal::providers {

using model::Decimal;
using model::ErrorCode;
using model::failure;
using model::Result;

namespace {

using Words = std::pair<std::string_view, std::string_view>;

/// Words that differ by number or language and mean the same. Others lose a plural s.
constexpr std::array kUnitWords = {
    Words{"hora", "hour"},
    Words{"horas", "hour"},
    Words{"stunde", "hour"},
    Words{"stunden", "hour"},
    Words{"heure", "hour"},
    Words{"heures", "hour"},
    Words{"hrs", "hour"},
    Words{"hr", "hour"},
    Words{"h", "hour"},
    Words{"hourly", "hour"},
    Words{"mes", "month"},
    Words{"monat", "month"},
    Words{"mois", "month"},
    Words{"月", "month"},
    Words{"mo", "month"},
    Words{"monthly", "month"},
    Words{"小时", "hour"},
    Words{"時間", "hour"},
    Words{"日", "day"},
    Words{"daily", "day"},
    Words{"callingminute", "minute"},
    Words{"callingminutes", "minute"},
    Words{"个月", "month"},
};

[[nodiscard]] std::string unitWord(std::string_view word)
{
    if (word.ends_with("(s)")) {
        word.remove_suffix(3);
    }
    for (const auto& [theirs, ours] : kUnitWords) {
        if (theirs == word) {
            return std::string(ours);
        }
    }
    constexpr std::size_t kShortest = 3; // "gbps" and "iops" keep their s
    const bool isPlural =
        word.size() > kShortest && word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("ps");
    return std::string(isPlural ? word.substr(0, word.size() - 1) : word);
}

[[nodiscard]] bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// value * factor, or nothing beyond int64.
[[nodiscard]] std::optional<std::int64_t> scaled(std::int64_t value, std::int64_t factor)
{
    std::int64_t result = 0;
    if (__builtin_mul_overflow(value, factor, &result)) {
        return std::nullopt;
    }
    return result;
}

} // namespace

UnitOfMeasure parseUnitOfMeasure(std::string_view text)
{
    text = stripped(text);
    UnitOfMeasure unit;
    std::size_t at = 0;
    while (at < text.size() && (isDigit(text[at]) || (text[at] == '.' && at > 0))) {
        ++at;
    }
    if (at > 0) {
        unit.block = model::parseDecimal(text.substr(0, at)).value_or(Decimal{1, 0});
        constexpr std::array kSuffixes = {std::pair{'K', 3}, std::pair{'M', 6}, std::pair{'B', 9}};
        const bool isAlone =
            at < text.size() && (at + 1 == text.size() || text[at + 1] == ' ' || text[at + 1] == '/');
        for (const auto& [letter, exponent] : kSuffixes) {
            if (isAlone && text[at] == letter) {
                unit.block = Decimal{unit.block.coefficient(), unit.block.exponent() + exponent};
                ++at;
                break;
            }
        }
    }
    if (at > 0 && text.substr(at) == "s") { // Microsoft's table has "10000s" for single transactions
        return {.block = Decimal{1, 0}, .unit = "transaction"};
    }
    if (unit.block.isZero()) {
        unit.block = Decimal{1, 0};
    }
    std::string words = lowered(text.substr(at));
    std::ranges::replace(words, '/', ' ');
    std::string_view rest = stripped(words);
    while (!rest.empty()) {
        const std::size_t blank = std::min(rest.find(' '), rest.size());
        if (blank > 0) {
            unit.unit += (unit.unit.empty() ? "" : "-") + unitWord(rest.substr(0, blank));
        }
        rest = stripped(rest.substr(blank));
    }
    if (unit.unit.empty()) {
        unit.unit = "unit";
    }
    return unit;
}

Decimal decimalNear(double value)
{
    const auto parsed = model::parseDecimal(fmt::format("{:.15g}", value));
    return parsed ? *parsed : Decimal{};
}

Decimal dividedBy(Decimal amount, Decimal block, bool* isExact)
{
    if (isExact != nullptr) {
        *isExact = true;
    }
    if (block.isZero() || block == Decimal{1, 0}) {
        return amount;
    }
    std::int64_t top = amount.coefficient();
    std::int64_t bottom = block.coefficient();
    int exponent = amount.exponent() - block.exponent();
    bool fits = true;
    while (fits && bottom % 2 == 0) { // 1/2 = 5/10
        const auto next = scaled(top, 5);
        fits = next.has_value();
        top = next.value_or(top);
        bottom = fits ? bottom / 2 : bottom;
        exponent -= fits ? 1 : 0;
    }
    while (fits && bottom % 5 == 0) {
        const auto next = scaled(top, 2);
        fits = next.has_value();
        top = next.value_or(top);
        bottom = fits ? bottom / 5 : bottom;
        exponent -= fits ? 1 : 0;
    }
    constexpr int kMostExponent = 100;
    if (fits && top % bottom == 0 && exponent >= -kMostExponent && exponent <= kMostExponent) {
        return Decimal{top / bottom, exponent};
    }
    if (isExact != nullptr) {
        *isExact = false;
    }
    return decimalNear(amount.toDouble() / block.toDouble());
}

std::optional<Decimal> sum(Decimal a, Decimal b)
{
    if (a.isZero() || b.isZero()) {
        return a.isZero() ? b : a;
    }
    if (a.exponent() < b.exponent()) {
        std::swap(a, b);
    }
    std::int64_t high = a.coefficient();
    for (int i = b.exponent(); i < a.exponent(); ++i) {
        const auto next = scaled(high, 10);
        if (!next) {
            return std::nullopt;
        }
        high = *next;
    }
    std::int64_t total = 0;
    if (__builtin_add_overflow(high, b.coefficient(), &total)) {
        return std::nullopt;
    }
    return Decimal{total, b.exponent()};
}

std::optional<Decimal> product(Decimal a, Decimal b)
{
    const auto coefficient = scaled(a.coefficient(), b.coefficient());
    const int exponent = a.exponent() + b.exponent();
    constexpr int kMostExponent = 100;
    if (!coefficient || exponent > kMostExponent || exponent < -kMostExponent) {
        return std::nullopt;
    }
    return Decimal{*coefficient, exponent};
}

std::string currencyOf(std::string_view text)
{
    constexpr std::array kSigns = {Words{"US$", "USD"},
                                   Words{"$", "USD"},
                                   Words{"€", "EUR"},
                                   Words{"£", "GBP"},
                                   Words{"CHF", "CHF"},
                                   Words{"¥", "JPY"},
                                   Words{"₹", "INR"}};
    constexpr std::array<std::string_view, 22> kCodes = {
        "USD", "EUR", "GBP", "CHF", "JPY", "CNY", "INR", "AUD", "CAD", "BRL", "KRW",
        "SEK", "NOK", "DKK", "PLN", "CZK", "IDR", "SGD", "HKD", "NZD", "ZAR", "MXN"};
    const std::string upper = [&] {
        std::string copy(text);
        std::ranges::transform(copy, copy.begin(), [](char c) {
            return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        });
        return copy;
    }();
    const auto isLetter = [](char c) {
        return c >= 'A' && c <= 'Z';
    };
    for (const std::string_view code : kCodes) {
        for (std::size_t at = upper.find(code); at != std::string::npos; at = upper.find(code, at + 1)) {
            const bool isWord =
                (at == 0 || !isLetter(upper[at - 1])) && (at + 3 == upper.size() || !isLetter(upper[at + 3]));
            if (isWord) {
                return std::string(code);
            }
        }
    }
    for (const auto& [sign, code] : kSigns) {
        if (text.find(sign) != std::string_view::npos) {
            return std::string(code);
        }
    }
    return {};
}

namespace {

/// The digits of an amount with its separators, without signs and words around it.
[[nodiscard]] std::string_view numberWithin(std::string_view text)
{
    const auto isPart = [](char c) {
        return isDigit(c) || c == '.' || c == ',' || c == '\'' || c == '-' || c == '+';
    };
    std::size_t begin = 0;
    while (begin < text.size() && !isDigit(text[begin])) {
        const bool isStart =
            (text[begin] == '.' || text[begin] == ',' || text[begin] == '-' || text[begin] == '+')
            && begin + 1 < text.size()
            && (isDigit(text[begin + 1]) || text[begin + 1] == '.' || text[begin + 1] == ',');
        if (isStart) {
            break;
        }
        ++begin;
    }
    std::size_t end = begin;
    while (end < text.size()) {
        const bool isExponent = (text[end] == 'e' || text[end] == 'E') && end > begin && end + 1 < text.size()
                                && (isDigit(text[end + 1])
                                    || ((text[end + 1] == '-' || text[end + 1] == '+')
                                        && end + 2 < text.size() && isDigit(text[end + 2])));
        // A blank or no-break space between digits groups thousands.
        const bool isGroupBlank = text[end] == ' ' && end + 3 < text.size() && end > begin
                                  && isDigit(text[end + 1]) && isDigit(text[end + 2])
                                  && isDigit(text[end + 3]);
        if (!isPart(text[end]) && !isExponent && !isGroupBlank) {
            break;
        }
        ++end;
    }
    while (end > begin && (text[end - 1] == ',' || text[end - 1] == '.')) {
        --end; // punctuation behind the number
    }
    return text.substr(begin, end - begin);
}

[[nodiscard]] bool isAbsentWord(std::string_view text)
{
    constexpr std::array<std::string_view, 12> kAbsent = {
        "", "n/a", "na", "-", "--", "null", "none", "n.a.", "k.a.", "unknown", "tbd", "—"};
    const std::string lower = lowered(text);
    return std::ranges::find(kAbsent, lower) != kAbsent.end();
}

} // namespace

Result<WrittenAmount> parseAmount(std::string_view text, NumberNotation notation)
{
    text = stripped(text);
    WrittenAmount amount;
    if (isAbsentWord(text)) {
        return amount;
    }
    std::string plain;
    std::string spaced; // no-break and narrow spaces count as blanks
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.substr(i).starts_with("\xc2\xa0")) {
            spaced.push_back(' ');
            i += 1;
        } else if (text.substr(i).starts_with("\xe2\x80\xaf")) {
            spaced.push_back(' ');
            i += 2;
        } else {
            spaced.push_back(text[i]);
        }
    }
    const std::string_view number = numberWithin(spaced);
    const auto wrong = [&] {
        return failure(ErrorCode::InvalidSyntax,
                       {},
                       fmt::format("'{}' is not an amount", shortened(text)),
                       "check the decimal sign and separators of the mapping");
    };
    std::size_t sinceGroup = 0;
    bool hasDecimal = false;
    for (const char c : number) {
        if (c == notation.decimal) {
            if (hasDecimal) {
                return wrong();
            }
            hasDecimal = true;
            plain.push_back('.');
        } else if (c == notation.grouping || c == ' ' || c == '\'') {
            if (hasDecimal) {
                return wrong();
            }
            sinceGroup = 0;
            continue;
        } else if (c == '.' || c == ',') {
            return wrong();
        } else {
            plain.push_back(c);
        }
        sinceGroup += hasDecimal ? 0 : 1;
    }
    const bool isGrouped =
        number.find(notation.grouping) != std::string_view::npos && notation.grouping != '\0';
    if (isGrouped && !hasDecimal && sinceGroup != 3) {
        return wrong(); // "0,96" read with grouping commas would be 96
    }
    auto value = model::parseDecimal(plain);
    if (!value) {
        return wrong();
    }
    amount.value = *value;
    std::string around = spaced;
    around.replace(static_cast<std::size_t>(number.data() - spaced.data()), number.size(), " ");
    amount.currency = currencyOf(around);
    const std::string lower = lowered(around);
    const auto has = [&](const char* word) {
        return lower.find(word) != std::string::npos;
    };
    amount.unit = has("month") || has("/mo") || has("monat")               ? "month"
                  : has("hour") || has("/h") || has("stunde") || has("hr") ? "hour"
                                                                           : "";
    return amount;
}

int termMonthsOf(std::string_view text)
{
    text = stripped(text);
    const bool isIso = text.starts_with('P');
    if (isIso) {
        text.remove_prefix(1);
    }
    int number = 0;
    const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), number);
    constexpr int kMost = 1200;
    constexpr int kMonthsPerYear = 12;
    if (status != std::errc{} || number <= 0 || number > kMost) {
        return 0;
    }
    const std::string unit = lowered(stripped(text.substr(static_cast<std::size_t>(end - text.data()))));
    if (unit.starts_with('y') || unit.starts_with("jahr")) {
        return number <= kMost / kMonthsPerYear ? number * kMonthsPerYear : 0;
    }
    return unit.empty() || unit.starts_with('m') ? number : 0;
}

} // namespace wherewithal::providers
