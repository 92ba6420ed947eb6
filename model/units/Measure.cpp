// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/units/Measure.h"

#include "model/units/Quantity.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <optional>
#include <span>

namespace wherewithal::model {

namespace {

/// value in the base unit = number x multiplier / divisor; two factors so that 20 ms is exactly 0.02 s.
struct UnitRow
{
    std::string_view name;
    double multiplier = 1.0;
    double divisor = 1.0;
};

constexpr double kSecondsPerDay = 86400.0;
constexpr double kDaysPerMonth = 365.0 / 12.0; // list-price months: 730 hours

constexpr UnitRow kCount[]{{"tokens"},
                           {"token"},
                           {"items"},
                           {"requests"},
                           {"k", 1e3},
                           {"M", 1e6},
                           {"million", 1e6},
                           {"billion", 1e9}};
constexpr UnitRow kPerYear[]{{"/year"}, {"/a"}};
constexpr UnitRow kBytes[]{{"B"},
                           {"bytes"},
                           {"kB", 1e3},
                           {"MB", 1e6},
                           {"GB", 1e9},
                           {"TB", 1e12},
                           {"KiB", 1024},
                           {"MiB", 1048576.},
                           {"GiB", kGib},
                           {"TiB", kGib * 1024.}};
constexpr UnitRow kFlops[]{{"FLOP"}, {"MFLOP", 1e6}, {"GFLOP", 1e9}, {"TFLOP", 1e12}, {"PFLOP", 1e15}};
constexpr UnitRow kSeconds[]{{"s"},
                             {"ms", 1, 1e3},
                             {"us", 1, 1e6},
                             {"\xC2\xB5s", 1, 1e6},
                             {"min", 60},
                             {"h", 3600},
                             {"d", kSecondsPerDay}};
constexpr UnitRow kMinutes[]{{"min"}, {"s", 1, 60}, {"h", 60}};
constexpr UnitRow kHours[]{{"h"}, {"hours"}, {"min", 1, 60}, {"s", 1, 3600}, {"d", 24}, {"days", 24}};
constexpr UnitRow kMonths[]{{"months"}, {"month"}, {"years", 12}, {"year", 12}};
constexpr UnitRow kPerSecond[]{{"/s"},
                               {"/second"},
                               {"/min", 1, 60},
                               {"/minute", 1, 60},
                               {"/h", 1, 3600},
                               {"/hour", 1, 3600},
                               {"/day", 1, kSecondsPerDay}};
constexpr UnitRow kPerMonth[]{
    {"/month"}, {"/week", kDaysPerMonth, 7}, {"/day", kDaysPerMonth}, {"/h", 730}, {"/year", 1, 12}};

std::span<const UnitRow> unitsOf(Dimension dimension)
{
    switch (dimension) {
    case Dimension::Plain:
    case Dimension::Fraction:
        return {};
    case Dimension::Count:
        return kCount;
    case Dimension::FractionPerYear:
        return kPerYear;
    case Dimension::Bytes:
        return kBytes;
    case Dimension::Flops:
        return kFlops;
    case Dimension::Seconds:
        return kSeconds;
    case Dimension::Minutes:
        return kMinutes;
    case Dimension::Hours:
        return kHours;
    case Dimension::Months:
        return kMonths;
    case Dimension::PerSecond:
        return kPerSecond;
    case Dimension::PerMonth:
        break;
    }
    return kPerMonth;
}

bool takesPercent(Dimension dimension)
{
    return dimension == Dimension::Plain || dimension == Dimension::Fraction
           || dimension == Dimension::FractionPerYear;
}

bool isDigit(char character)
{
    return character >= '0' && character <= '9';
}
bool isLetter(char character)
{
    const auto byte = static_cast<unsigned char>(character);
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == 0xC2U || byte == 0xB5U;
}

/// One number of a text with what follows it.
struct Part
{
    std::string before; ///< passed through: signs, "to", "+-"
    double number = 0.0;
    std::string digits; ///< the number as written
    bool hasPercent = false;
    std::string unit; ///< normal form: "GiB", "/s"
};

class Scanner
{
public:
    explicit Scanner(std::string_view text)
        : m_text(text)
    {}

    /// The numbers of the text; nothing if one of them is not a finite number.
    std::optional<std::vector<Part>> parts(std::string& rest)
    {
        std::vector<Part> parts;
        std::string before;
        while (m_at < m_text.size()) {
            if (isPercentileMark()) {
                before += m_text.substr(m_at, 3);
                m_at += 3;
            } else if (isDigit(m_text[m_at])) {
                Part part{.before = std::move(before)};
                before.clear();
                if (!readNumber(part)) {
                    return std::nullopt;
                }
                readUnit(part);
                parts.push_back(std::move(part));
            } else {
                before += m_text[m_at++];
            }
        }
        rest = before;
        return parts;
    }

private:
    [[nodiscard]] bool isPercentileMark() const
    {
        return m_text.substr(m_at, 3) == "P10" || m_text.substr(m_at, 3) == "P90";
    }

    bool readNumber(Part& part)
    {
        const std::size_t start = m_at;
        const char* begin = m_text.data() + m_at;
        const auto [end, status] = std::from_chars(begin, m_text.data() + m_text.size(), part.number);
        m_at += static_cast<std::size_t>(end - begin);
        if (m_text[m_at - 1] == '.' && m_text.substr(m_at).starts_with('.')) { // "5..10"
            --m_at;
        }
        part.digits = m_text.substr(start, m_at - start);
        return status == std::errc{} && std::isfinite(part.number);
    }

    void skipSpaces()
    {
        while (m_at < m_text.size() && m_text[m_at] == ' ') {
            ++m_at;
        }
    }

    std::string word()
    {
        std::string word;
        while (m_at < m_text.size() && (isLetter(m_text[m_at]) || m_text[m_at] == '/')) {
            word += m_text[m_at++];
        }
        return word;
    }

    void readUnit(Part& part)
    {
        skipSpaces();
        if (m_at < m_text.size() && m_text[m_at] == '%') {
            part.hasPercent = true;
            ++m_at;
            skipSpaces();
        }
        // The plus-minus sign starts with the same byte as the micro sign.
        if (m_text.substr(m_at).starts_with("\xC2\xB1")) {
            return;
        }
        const std::size_t start = m_at;
        std::string unit = word();
        if (unit == "to") {
            m_at = start;
            return;
        }
        skipSpaces();
        if (unit != "per" && m_text.substr(m_at).starts_with("per ")) {
            m_at += 4;
            skipSpaces();
            unit = "/" + word();
        } else if (unit == "per") {
            unit = "/" + word();
        }
        // "200 requests/s": what is counted does not matter to the rate.
        if (const auto slash = unit.find('/'); slash != std::string::npos && slash > 0) {
            unit.erase(0, slash);
        }
        part.unit = std::move(unit);
    }

    std::string_view m_text;
    std::size_t m_at = 0;
};

/// In the base unit. Decimal multiples are read as an exponent, so that 8.2 GFLOP is 8.2e9 to the last bit.
double inBaseUnit(const Part& part, const UnitRow& row)
{
    const double exponent = std::log10(row.multiplier);
    const bool isDecimal = row.divisor == 1.0 && row.multiplier >= 1e3 && exponent == std::floor(exponent);
    if (isDecimal && part.digits.find_first_of("eE") == std::string::npos) {
        const std::string text = fmt::format("{}e{}", part.digits, static_cast<int>(exponent));
        double number = 0.0;
        std::from_chars(text.data(), text.data() + text.size(), number);
        return number;
    }
    return part.number * row.multiplier / row.divisor;
}

tl::unexpected<Error> unknownUnit(std::string_view unit, Dimension dimension)
{
    const auto names = unitNames(dimension);
    return failure(ErrorCode::UnknownUnit,
                   {},
                   fmt::format("'{}' is not a unit of this field", unit),
                   names.empty() ? std::string("write a number without a unit")
                                 : fmt::format("use one of {}", fmt::join(names, ", ")));
}

} // namespace

std::string_view baseUnit(Dimension dimension)
{
    switch (dimension) {
    case Dimension::Plain:
    case Dimension::Count:
        return {};
    case Dimension::Fraction:
        return "fraction";
    case Dimension::FractionPerYear:
        return "fraction/year";
    case Dimension::Bytes:
        return "bytes";
    case Dimension::PerSecond:
        return "1/s";
    case Dimension::PerMonth:
        return "1/month";
    default:
        return unitsOf(dimension).front().name;
    }
}

std::vector<std::string_view> unitNames(Dimension dimension)
{
    std::vector<std::string_view> names;
    for (const UnitRow& row : unitsOf(dimension)) {
        names.push_back(row.name);
    }
    if (takesPercent(dimension)) {
        names.emplace_back("%");
    }
    return names;
}

Result<Range> parseMeasure(std::string_view text, Dimension dimension)
{
    constexpr std::size_t kLongestText = 200;
    if (text.size() > kLongestText) {
        return failure(
            ErrorCode::TooLarge, {}, "a number or range is longer than 200 characters", "write it shorter");
    }
    std::string rest;
    auto parts = Scanner(text).parts(rest);
    if (!parts) {
        return parseRange(text);
    }
    std::string plain;
    std::string unit;
    const auto units = unitsOf(dimension);
    std::vector<std::string> rewritten(parts->size());
    for (std::size_t index = parts->size(); index-- > 0;) {
        const Part& part = (*parts)[index];
        const bool isRelativeWidth = part.before.find("+-") != std::string::npos
                                     || part.before.find("\xC2\xB1") != std::string::npos
                                     || part.before.find("+/-") != std::string::npos;
        if (part.hasPercent && !takesPercent(dimension) && !isRelativeWidth) {
            return unknownUnit("%", dimension);
        }
        if (!part.unit.empty()) {
            unit = part.unit;
        }
        double number = part.number;
        if (!unit.empty() && !(part.hasPercent && isRelativeWidth && part.unit.empty())) {
            const auto row = std::ranges::find(units, unit, &UnitRow::name);
            if (row == units.end()) {
                return unknownUnit(unit, dimension);
            }
            number = inBaseUnit(part, *row);
        }
        rewritten[index] = fmt::format("{}{}{}", part.before, number, part.hasPercent ? "%" : "");
    }
    for (const std::string& part : rewritten) {
        plain += part;
    }
    // A number is followed by a space where a unit stood: "5 GiB to 10" -> "5 to 10".
    std::string spaced;
    for (std::size_t at = 0; at < plain.size(); ++at) {
        if (plain.compare(at, 3, "to ") == 0 && !spaced.empty() && spaced.back() != ' ') {
            spaced += ' ';
        }
        spaced += plain[at];
    }
    auto range = parseRange(spaced + rest);
    if (!range && range.error().code == ErrorCode::InvalidSyntax) {
        range.error().message = fmt::format("'{}' is neither a number nor a range", text.substr(0, 80));
    }
    return range;
}

std::string measureText(const Range& value, Dimension dimension)
{
    if (dimension == Dimension::Bytes && value.isCertain() && value.median() >= 1048576.0) {
        static constexpr UnitRow kWhole[]{
            {"TiB", kGib * 1024.}, {"GiB", kGib}, {"TB", 1e12}, {"GB", 1e9}, {"MiB", 1048576.}, {"MB", 1e6}};
        for (const UnitRow& row : kWhole) {
            const double count = value.median() / row.multiplier;
            if (count >= 1.0 && count == std::floor(count)) {
                return fmt::format("{} {}", count, row.name);
            }
        }
    }
    return value.toText();
}

} // namespace wherewithal::model
