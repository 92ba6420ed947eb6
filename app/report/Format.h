// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/report/Wording.h"
#include "model/base/Calendar.h"
#include "model/offer/Price.h"
#include "model/plan/Plan.h"
#include "model/scoring/Evidence.h"
#include "model/units/Money.h"
#include "model/units/Range.h"
#include "simulator/compare/Comparison.h"

#include <QLocale>
#include <QString>

#include <optional>
#include <string>

namespace wherewithal::app {

/// Amounts of a column are shown in units, thousands, millions or billions: one scale for the column.
struct Scale
{
    enum class Word
    {
        None,
        Thousand,
        Million,
        Billion,
    };

    Word word = Word::None;
    int decimals = 0;

    /// 1, 1e3, 1e6, 1e9
    [[nodiscard]] double divisor() const;
    bool operator==(const Scale&) const = default;
};

/// The scale at which the greatest amount of a column has four or five digits.
[[nodiscard]] Scale scaleFor(double greatest);

/// The one module that turns quantities into text: window, report and the command line's tables use it.
///
/// Separators come from the locale; the minus is a real minus sign, ranges have an en dash, a no-break space
/// stands before a per cent sign and a unit. What is not known is "unknown"; neither nan nor inf nor a
/// negative zero is ever written. Months are YYYY-MM and days YYYY-MM-DD in every language.
class Format
{
public:
    Format(); ///< the default locale, the application's language
    explicit Format(const QLocale& locale, Wording wording = {});

    [[nodiscard]] const QLocale& locale() const { return m_locale; }
    [[nodiscard]] const Wording& wording() const { return m_wording; }

    // Numbers
    // -----------------------------------------------------------------------------------------------------
    [[nodiscard]] QString unknown() const;
    /// "1,418.0"
    [[nodiscard]] QString number(std::optional<double> value, int decimals = 0) const;
    /// As many decimals as `digits` significant ones need, at most 8; whole numbers are never cut: "36.0",
    /// "0.00123".
    [[nodiscard]] QString significant(std::optional<double> value, int digits = 3) const;
    /// Without trailing zeros, for numbers that people typed: "0.25", "7.5", "152,000".
    [[nodiscard]] QString plain(std::optional<double> value) const;
    [[nodiscard]] QString integer(qint64 value) const;
    /// "+40", "−3", "0"
    [[nodiscard]] QString difference(std::optional<double> value, int decimals = 0) const;
    /// "1,232–1,511"
    [[nodiscard]] QString
    range(std::optional<double> low, std::optional<double> high, int decimals = 0) const;
    /// "64 %" of a fraction
    [[nodiscard]] QString percent(std::optional<double> fraction, int decimals = 0) const;
    /// "59–71" of two fractions, on the scale 0 to 100; one number if both round to the same
    [[nodiscard]] QString score(double low, double high) const;
    /// "≥ 1,698" if the figure is a lower bound
    [[nodiscard]] QString lowerBound(const QString& figure, bool isLowerBound) const;
    /// "36.0 requests/s": significant digits, the unit as the engine names it, both translated
    [[nodiscard]] QString
    quantity(std::optional<double> value, const std::string& unit, int digits = 3) const;
    /// With the prefix of the unit that keeps the number short: "548 GFLOP/s", "5.5 µs", "2.79 GB", "67.7 %",
    /// "40".
    [[nodiscard]] QString compact(std::optional<double> value, const std::string& unit) const;
    /// Both ends at one prefix: "4–7 µs", "P10 90, P90 900 GFLOP/s"
    [[nodiscard]] QString compactRange(const model::Range& range, const std::string& unit) const;
    /// The unit alone, translated: "requests/s" -> "Anfragen/s"
    [[nodiscard]] QString unit(const std::string& unit) const;
    /// A range as a person reads it: "5–10 (mode 7)", "P10 3, P90 9", "30 %–58 %" for fractions
    [[nodiscard]] QString range(const model::Range& range, const std::string& unit = {}) const;

    // Money
    // -------------------------------------------------------------------------------------------------------
    /// One cell of a column with a common scale: "1,418"
    [[nodiscard]] QString scaled(std::optional<double> amount, Scale scale) const;
    [[nodiscard]] QString
    scaledRange(std::optional<double> low, std::optional<double> high, Scale scale) const;
    /// "thousand USD"
    [[nodiscard]] QString scaleUnit(Scale scale, const std::string& unit) const;
    /// In a sentence: "1.42 million USD", "601 thousand USD", "950 USD", "0.35 USD"
    [[nodiscard]] QString money(std::optional<double> amount, const model::Currency& currency) const;
    /// To the cent: "1,418,322.18"
    [[nodiscard]] QString amount(model::Micros amount) const;

    // Sizes, times, days
    // ------------------------------------------------------------------------------------------
    /// "80.0 GiB", "640 GiB"
    [[nodiscard]] QString bytes(std::optional<double> bytes) const;
    /// "1.20 GB", "450 MB": traffic is sold in powers of ten
    [[nodiscard]] QString traffic(std::optional<double> bytes) const;
    /// "3.35 TB/s"
    [[nodiscard]] QString bytesPerSecond(std::optional<double> rate) const;
    /// "100 Gbit/s"
    [[nodiscard]] QString bitsPerSecond(std::optional<double> rate) const;
    /// "50 ms", "19.4 s", "12.5 min", "6.2 h"
    [[nodiscard]] QString duration(std::optional<double> seconds) const;
    /// "3 years", "18 months"
    [[nodiscard]] QString months(int count) const;
    [[nodiscard]] QString month(std::optional<model::Month> month) const; ///< absent: "none"
    [[nodiscard]] QString monthRange(std::optional<model::Month> low, std::optional<model::Month> high) const;
    /// Date of a limit: "2029-05", or "after 2029-11" if the use does not reach it within the horizon
    [[nodiscard]] QString limitMonth(std::optional<model::Month> month, model::Month lastMonth) const;
    [[nodiscard]] QString day(model::Day day) const;

    // Names
    // -------------------------------------------------------------------------------------------------------
    [[nodiscard]] QString name(simulator::OptionState state) const;
    [[nodiscard]] QString name(model::OptionKind kind) const;
    [[nodiscard]] QString name(model::Purchase purchase) const;
    [[nodiscard]] QString name(model::Payment payment) const;
    [[nodiscard]] QString name(model::Criterion criterion) const;
    [[nodiscard]] QString name(model::Answer answer) const;
    [[nodiscard]] QString name(model::Confidence confidence) const;
    [[nodiscard]] QString name(model::Requirement::Kind kind) const;
    [[nodiscard]] QString name(simulator::Reason::Kind kind) const;
    [[nodiscard]] QString workloadKind(const model::WorkloadDetail& detail) const;
    /// A sentence or formula of the engine for print: translated where known, its long decimals cut to five
    /// digits.
    [[nodiscard]] QString engineProse(const std::string& text) const;
    /// The same with the signs of print: "a x b / c - d" reads a × b ÷ c − d.
    [[nodiscard]] QString formulaText(const std::string& text) const;
    /// "x", "/" and "-" between spaces as multiplication, division and minus signs.
    [[nodiscard]] static QString typographic(QString text);
    /// "cost" or a criterion's name, as the tipping points carry it
    [[nodiscard]] QString weightName(const std::string& weight) const;
    /// "Azure NC40ads H100 v5": what stands beside the letter
    [[nodiscard]] QString optionTitle(const simulator::OptionSpec& spec) const;
    /// "Frankfurt, reserved, 3 years, no upfront": the engine's second line, or one made of the parts
    [[nodiscard]] QString optionDetail(const simulator::OptionSpec& spec) const;
    /// "reserved, 3 years, no upfront"
    [[nodiscard]] QString
    purchaseText(model::Purchase purchase, int termMonths, model::Payment payment) const;

private:
    [[nodiscard]] QString fixed(double value, int decimals) const;
    [[nodiscard]] QString steps(double value, double base, const char* const* units, int count) const;
    struct Prefixed
    {
        double factor = 1.0; ///< shown = value x factor
        QString unit;
    };
    [[nodiscard]] Prefixed prefixed(double greatest, const std::string& unit) const;
    [[nodiscard]] QString trimmed(double value, int digits = 3) const;
    [[nodiscard]] QString words(const char* text) const { return m_wording.translate("Format", text); }

    QLocale m_locale;
    Wording m_wording;
};

/// The locale of a report's language: "en" en_US, "de" de_DE.
[[nodiscard]] QLocale localeOf(const QString& language);

/// UTF-8 text of the engine.
[[nodiscard]] inline QString fromEngine(const std::string& text)
{
    return QString::fromStdString(text);
}

} // namespace wherewithal::app
