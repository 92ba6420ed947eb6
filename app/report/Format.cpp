// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/Format.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <cmath>

namespace wherewithal::app {

namespace {

constexpr QChar kMinus(0x2212);
constexpr QChar kEnDash(0x2013);
constexpr QChar kNoBreakSpace(0x00A0);
constexpr QChar kAtLeast(0x2265);

bool isWritable(const std::optional<double>& value)
{
    return value && std::isfinite(*value);
}

/// Decimals that leave `digits` significant ones; 1234 needs none, 0.00123 needs five.
int decimalsFor(double value, int digits)
{
    const double size = std::abs(value);
    if (size == 0.0) {
        return 0;
    }
    int before = static_cast<int>(std::floor(std::log10(size))) + 1;
    if (std::round(size * std::pow(10.0, digits - before)) >= std::pow(10.0, digits)) {
        ++before; // 0.9997 is written 1.00, not 1.000
    }
    return std::clamp(digits - before, 0, 8);
}

} // namespace

double Scale::divisor() const
{
    switch (word) {
    case Word::None:
        return 1.0;
    case Word::Thousand:
        return 1e3;
    case Word::Million:
        return 1e6;
    case Word::Billion:
        return 1e9;
    }
    return 1.0;
}

Scale scaleFor(double greatest)
{
    const double size = std::isfinite(greatest) ? std::abs(greatest) : 0.0;
    if (size < 100.0) {
        return {.word = Scale::Word::None, .decimals = 2};
    }
    if (size < 1e5) {
        return {.word = Scale::Word::None, .decimals = 0};
    }
    if (size < 1e6) {
        return {.word = Scale::Word::Thousand, .decimals = 1};
    }
    if (size < 1e8) {
        return {.word = Scale::Word::Thousand, .decimals = 0};
    }
    if (size < 1e11) {
        return {.word = Scale::Word::Million, .decimals = size < 1e9 ? 1 : 0};
    }
    return {.word = Scale::Word::Billion, .decimals = 1};
}

Format::Format()
    : m_locale(QLocale())
{}

Format::Format(const QLocale& locale, Wording wording)
    : m_locale(locale)
    , m_wording(std::move(wording))
{}

QLocale localeOf(const QString& language)
{
    return language == QLatin1String("de") ? QLocale(QLocale::German, QLocale::Germany)
                                           : QLocale(QLocale::English, QLocale::UnitedStates);
}

QString Format::unknown() const
{
    return words("unknown");
}

QString Format::fixed(double value, int decimals) const
{
    QString text = m_locale.toString(std::abs(value), 'f', decimals);
    const bool isZero =
        std::none_of(text.cbegin(), text.cend(), [](QChar c) { return c.isDigit() && c.digitValue() != 0; });
    return value < 0.0 && !isZero ? kMinus + text : text;
}

QString Format::number(std::optional<double> value, int decimals) const
{
    return isWritable(value) ? fixed(*value, decimals) : unknown();
}

QString Format::significant(std::optional<double> value, int digits) const
{
    return isWritable(value) ? fixed(*value, decimalsFor(*value, digits)) : unknown();
}

QString Format::plain(std::optional<double> value) const
{
    if (!isWritable(value)) {
        return unknown();
    }
    QString text = fixed(*value, std::max(6, decimalsFor(*value, 6)));
    const QString point = m_locale.decimalPoint();
    if (text.contains(point)) {
        while (text.endsWith(QLatin1Char('0'))) {
            text.chop(1);
        }
        if (text.endsWith(point)) {
            text.chop(point.size());
        }
    }
    return text == QString(kMinus) + QLatin1Char('0') ? QStringLiteral("0") : text;
}

QString Format::integer(qint64 value) const
{
    const QString text = m_locale.toString(value);
    return value < 0 ? kMinus + text.mid(m_locale.negativeSign().size()) : text;
}

QString Format::difference(std::optional<double> value, int decimals) const
{
    if (!isWritable(value)) {
        return unknown();
    }
    const QString text = fixed(*value, decimals);
    const bool isZero = text == fixed(0.0, decimals);
    return *value > 0.0 && !isZero ? QLatin1Char('+') + text : text;
}

QString Format::range(std::optional<double> low, std::optional<double> high, int decimals) const
{
    if (!isWritable(low) && !isWritable(high)) {
        return unknown();
    }
    const QString first = number(low, decimals);
    const QString last = number(high, decimals);
    return first == last ? first : QString(first + kEnDash + last);
}

QString Format::percent(std::optional<double> fraction, int decimals) const
{
    return isWritable(fraction)
               ? QString(fixed(*fraction * 100.0, decimals) + kNoBreakSpace + QLatin1Char('%'))
               : unknown();
}

QString Format::score(double low, double high) const
{
    return range(low * 100.0, high * 100.0, 0);
}

QString Format::lowerBound(const QString& figure, bool isLowerBound) const
{
    return isLowerBound && figure != unknown() ? QString(kAtLeast + QString(kNoBreakSpace) + figure) : figure;
}

QString Format::unit(const std::string& unit) const
{
    return unit.empty() ? QString() : m_wording.translate("Unit", unit.c_str());
}

QString Format::quantity(std::optional<double> value, const std::string& name, int digits) const
{
    if (!isWritable(value)) {
        return unknown();
    }
    if (name == "fraction") {
        return percent(value, decimalsFor(*value * 100.0, digits));
    }
    const QString text = significant(value, digits);
    return name.empty() ? text : QString(text + kNoBreakSpace + unit(name));
}

QString Format::range(const model::Range& range, const std::string& name) const
{
    const bool isFraction = name == "fraction" || name == "fraction/year";
    const double factor = isFraction ? 100.0 : 1.0;
    const auto text = [&](double value) {
        return plain(value * factor);
    };
    QString result;
    QString mode;
    switch (range.shape()) {
    case model::Range::Shape::Certain:
        result = text(range.median());
        break;
    case model::Range::Shape::Triangular:
        result = text(range.first()) + kEnDash + text(range.last());
        if (std::abs(range.mode() - (range.first() + range.last()) / 2.0) > 1e-9 * std::abs(range.mode())) {
            mode = words(" (most likely %1)").arg(text(range.mode()));
        }
        break;
    case model::Range::Shape::LogNormal:
    case model::Range::Shape::Normal:
        result = QStringLiteral("P10 %1, P90 %2").arg(text(range.first()), text(range.last()));
        break;
    }
    if (isFraction) {
        const QString per = name == "fraction/year" ? unit("%/year") : QStringLiteral("%");
        return result + kNoBreakSpace + per + mode;
    }
    return name.empty() ? QString(result + mode) : QString(result + kNoBreakSpace + unit(name) + mode);
}

QString Format::trimmed(double value, int digits) const
{
    // Whole numbers are written whole, others to the digits that matter.
    if (value == std::round(value) && std::abs(value) < 1e15) {
        return fixed(value, 0);
    }
    QString text = significant(value, digits);
    const QString point = m_locale.decimalPoint();
    if (text.contains(point)) {
        while (text.endsWith(QLatin1Char('0'))) {
            text.chop(1);
        }
        if (text.endsWith(point)) {
            text.chop(point.size());
        }
    }
    return text;
}

Format::Prefixed Format::prefixed(double greatest, const std::string& name) const
{
    if (name == "fraction" || name == "fraction/year") {
        return {100.0, name == "fraction" ? QStringLiteral("%") : unit("%/year")};
    }
    struct Step
    {
        double size;
        const char* prefix;
    };
    static constexpr std::array<Step, 8> kSteps{
        {{1e15, "P"}, {1e12, "T"}, {1e9, "G"}, {1e6, "M"}, {1.0, ""}, {1e-3, "m"}, {1e-6, "µ"}, {1e-9, "n"}}};
    const double size = std::abs(greatest);
    const bool isTime = name == "s";
    const bool isAmount = name == "B" || name == "B/s" || name == "bytes" || name == "bit/s" || name == "FLOP"
                          || name == "FLOP/s" || name == "OP/s";
    for (const Step& step : kSteps) {
        const bool takesPrefix =
            step.size == 1.0 || (isTime && step.size < 1.0) || (isAmount && step.size > 1.0);
        if (takesPrefix && (size >= step.size * 0.9995 || (step.size == 1.0 && (!isTime || size == 0.0)))) {
            return {1.0 / step.size, QString::fromUtf8(step.prefix) + unit(name)};
        }
    }
    return {isTime ? 1e9 : 1.0, (isTime ? QStringLiteral("n") : QString()) + unit(name)};
}

QString Format::compact(std::optional<double> value, const std::string& name) const
{
    if (!isWritable(value)) {
        return unknown();
    }
    const Prefixed prefix = prefixed(*value, name);
    const QString text = trimmed(*value * prefix.factor);
    return prefix.unit.isEmpty() ? text : QString(text + kNoBreakSpace + prefix.unit);
}

QString Format::compactRange(const model::Range& range, const std::string& name) const
{
    if (range.isCertain()) {
        return compact(range.median(), name);
    }
    const Prefixed prefix = prefixed(range.last(), name);
    const QString first = trimmed(range.first() * prefix.factor);
    const QString last = trimmed(range.last() * prefix.factor);
    const QString text = range.shape() == model::Range::Shape::Triangular
                             ? QString(first + kEnDash + last)
                             : QStringLiteral("P10 %1, P90 %2").arg(first, last);
    return prefix.unit.isEmpty() ? text : QString(text + kNoBreakSpace + prefix.unit);
}

QString Format::scaled(std::optional<double> amount, Scale scale) const
{
    return isWritable(amount) ? fixed(*amount / scale.divisor(), scale.decimals) : unknown();
}

QString Format::scaledRange(std::optional<double> low, std::optional<double> high, Scale scale) const
{
    const double divisor = scale.divisor();
    const auto part = [&](const std::optional<double>& v) {
        return v ? std::optional(*v / divisor) : v;
    };
    return range(part(low), part(high), scale.decimals);
}

QString Format::scaleUnit(Scale scale, const std::string& name) const
{
    const QString currency = unit(name);
    switch (scale.word) {
    case Scale::Word::None:
        return currency;
    case Scale::Word::Thousand:
        return words("thousand %1").arg(currency);
    case Scale::Word::Million:
        return words("million %1").arg(currency);
    case Scale::Word::Billion:
        return words("billion %1").arg(currency);
    }
    return currency;
}

QString Format::money(std::optional<double> amount, const model::Currency& currency) const
{
    if (!isWritable(amount)) {
        return unknown();
    }
    const double size = std::abs(*amount);
    Scale scale;
    if (size >= 999.5e6) {
        scale.word = Scale::Word::Billion;
    } else if (size >= 999.5e3) {
        scale.word = Scale::Word::Million;
    } else if (size >= 10e3) {
        scale.word = Scale::Word::Thousand;
    }
    const double shown = *amount / scale.divisor();
    scale.decimals = scale.word == Scale::Word::None ? (size < 100.0 ? 2 : 0) : decimalsFor(shown, 3);
    return fixed(shown, scale.decimals) + kNoBreakSpace + scaleUnit(scale, currency.code());
}

QString Format::amount(model::Micros amount) const
{
    // Cents by integers: a double has no room for the cents of a great sum. Half to even, as sums are posted.
    const bool isNegative = amount.count < 0;
    const std::uint64_t micros =
        isNegative ? 0 - static_cast<std::uint64_t>(amount.count) : static_cast<std::uint64_t>(amount.count);
    std::uint64_t cents = micros / 10000;
    const std::uint64_t rest = micros % 10000;
    if (rest > 5000 || (rest == 5000 && cents % 2 == 1)) {
        ++cents;
    }
    const QString text =
        m_locale.toString(static_cast<qulonglong>(cents / 100)) + m_locale.decimalPoint()
        + QStringLiteral("%1").arg(static_cast<qulonglong>(cents % 100), 2, 10, QLatin1Char('0'));
    return isNegative && cents != 0 ? kMinus + text : text;
}

QString Format::steps(double value, double base, const char* const* units, int count) const
{
    int step = 0;
    double shown = value;
    while (step + 1 < count && std::abs(shown) >= base) {
        shown /= base;
        ++step;
    }
    const int decimals = step == 0 ? 0 : decimalsFor(shown, 3);
    return fixed(shown, decimals) + kNoBreakSpace + QLatin1String(units[step]);
}

QString Format::bytes(std::optional<double> bytes) const
{
    static constexpr std::array<const char*, 6> kUnits{"B", "KiB", "MiB", "GiB", "TiB", "PiB"};
    return isWritable(bytes) ? steps(*bytes, 1024.0, kUnits.data(), static_cast<int>(kUnits.size()))
                             : unknown();
}

QString Format::traffic(std::optional<double> bytes) const
{
    static constexpr std::array<const char*, 6> kUnits{"B", "kB", "MB", "GB", "TB", "PB"};
    return isWritable(bytes) ? steps(*bytes, 1000.0, kUnits.data(), static_cast<int>(kUnits.size()))
                             : unknown();
}

QString Format::bytesPerSecond(std::optional<double> rate) const
{
    static constexpr std::array<const char*, 5> kUnits{"B/s", "kB/s", "MB/s", "GB/s", "TB/s"};
    return isWritable(rate) ? steps(*rate, 1000.0, kUnits.data(), static_cast<int>(kUnits.size()))
                            : unknown();
}

QString Format::bitsPerSecond(std::optional<double> rate) const
{
    static constexpr std::array<const char*, 5> kUnits{"bit/s", "kbit/s", "Mbit/s", "Gbit/s", "Tbit/s"};
    return isWritable(rate) ? steps(*rate, 1000.0, kUnits.data(), static_cast<int>(kUnits.size()))
                            : unknown();
}

QString Format::duration(std::optional<double> seconds) const
{
    if (!isWritable(seconds)) {
        return unknown();
    }
    const double size = std::abs(*seconds);
    if (size == 0.0) {
        return QStringLiteral("0") + kNoBreakSpace + unit("s");
    }
    if (size < 0.9995) {
        return significant(*seconds * 1e3) + kNoBreakSpace + unit("ms");
    }
    if (size < 120.0) {
        return significant(seconds) + kNoBreakSpace + unit("s");
    }
    if (size < 7200.0) {
        return significant(*seconds / 60.0) + kNoBreakSpace + unit("min");
    }
    return significant(*seconds / 3600.0) + kNoBreakSpace + unit("h");
}

QString Format::months(int count) const
{
    if (count % 12 == 0 && count != 0) {
        return count == 12 ? words("1 year") : words("%1 years").arg(integer(count / 12));
    }
    return count == 1 ? words("1 month") : words("%1 months").arg(integer(count));
}

QString Format::month(std::optional<model::Month> month) const
{
    return month ? fromEngine(model::text(*month)) : words("none");
}

QString Format::monthRange(std::optional<model::Month> low, std::optional<model::Month> high) const
{
    if (!low && !high) {
        return words("none");
    }
    return low == high ? month(low) : words("%1 to %2").arg(month(low), high ? month(high) : words("later"));
}

QString Format::limitMonth(std::optional<model::Month> month, model::Month lastMonth) const
{
    return month ? fromEngine(model::text(*month))
                 : words("after %1").arg(fromEngine(model::text(lastMonth)));
}

QString Format::day(model::Day day) const
{
    return fromEngine(model::text(day));
}

QString Format::name(simulator::OptionState state) const
{
    switch (state) {
    case simulator::OptionState::Ranked:
        return words("ranked");
    case simulator::OptionState::Undecided:
        return words("undecided");
    case simulator::OptionState::Excluded:
        return words("excluded");
    }
    return unknown();
}

QString Format::name(model::OptionKind kind) const
{
    switch (kind) {
    case model::OptionKind::Machine:
        return words("cloud machine");
    case model::OptionKind::Platform:
        return words("platform");
    case model::OptionKind::Layer:
        return words("layer on a host");
    case model::OptionKind::TokenApi:
        return words("token API");
    case model::OptionKind::SelfHosted:
        return words("self-hosted");
    case model::OptionKind::Hybrid:
        return words("hybrid");
    }
    return unknown();
}

QString Format::name(model::Purchase purchase) const
{
    switch (purchase) {
    case model::Purchase::OnDemand:
        return words("on demand");
    case model::Purchase::Spot:
        return words("spot");
    case model::Purchase::Reserved:
        return words("reserved");
    case model::Purchase::SavingsPlan:
        return words("savings plan");
    case model::Purchase::CommittedUse:
        return words("committed use");
    case model::Purchase::Platform:
        return words("platform price");
    case model::Purchase::Owned:
        return words("owned");
    }
    return unknown();
}

QString Format::name(model::Payment payment) const
{
    switch (payment) {
    case model::Payment::None:
        return words("nothing upfront");
    case model::Payment::Partial:
        return words("partly upfront");
    case model::Payment::All:
        return words("all upfront");
    }
    return unknown();
}

QString Format::name(model::Criterion criterion) const
{
    switch (criterion) {
    case model::Criterion::Security:
        return words("Security");
    case model::Criterion::Integrity:
        return words("Integrity");
    case model::Criterion::Documentation:
        return words("Documentation");
    case model::Criterion::Connectivity:
        return words("Connectivity");
    case model::Criterion::Automation:
        return words("Automation");
    case model::Criterion::Debuggability:
        return words("Debuggability");
    case model::Criterion::Standardisation:
        return words("Standardisation");
    case model::Criterion::Scalability:
        return words("Scalability");
    }
    return unknown();
}

QString Format::name(model::Answer answer) const
{
    switch (answer) {
    case model::Answer::Yes:
        return words("yes");
    case model::Answer::Partial:
        return words("partly");
    case model::Answer::No:
        return words("no");
    case model::Answer::NotApplicable:
        return words("not applicable");
    case model::Answer::Unknown:
        return unknown();
    case model::Answer::Value:
        return words("by value");
    }
    return unknown();
}

QString Format::name(model::Confidence confidence) const
{
    switch (confidence) {
    case model::Confidence::Document:
        return words("provider's own text");
    case model::Confidence::Mirror:
        return words("copy of the provider's text");
    case model::Confidence::Secondary:
        return words("somebody else's words");
    case model::Confidence::GeneralKnowledge:
        return words("general knowledge");
    case model::Confidence::SearchedNotFound:
        return words("searched, not published");
    }
    return unknown();
}

QString Format::name(model::Requirement::Kind kind) const
{
    switch (kind) {
    case model::Requirement::Kind::Region:
        return words("Region");
    case model::Requirement::Kind::Provider:
        return words("Provider");
    case model::Requirement::Kind::Question:
        return words("Proven property");
    case model::Requirement::Kind::Service:
        return words("Service");
    case model::Requirement::Kind::OperatingSystem:
        return words("Operating system in support");
    case model::Requirement::Kind::Purchase:
        return words("Way of buying");
    case model::Requirement::Kind::Kind:
        return words("Kind of option");
    }
    return unknown();
}

QString Format::name(simulator::Reason::Kind kind) const
{
    switch (kind) {
    case simulator::Reason::Kind::RequirementFailed:
        return words("requirement not met");
    case simulator::Reason::Kind::RequirementUnknown:
        return words("requirement open");
    case simulator::Reason::Kind::ObjectiveFailed:
        return words("objective not met");
    case simulator::Reason::Kind::ObjectiveUnknown:
        return words("objective open");
    case simulator::Reason::Kind::CostPartUnknown:
        return words("cost part unknown");
    case simulator::Reason::Kind::DoesNotFit:
        return words("does not fit");
    case simulator::Reason::Kind::LimitFailed:
        return words("limit too low");
    case simulator::Reason::Kind::Warning:
        return words("warning");
    }
    return unknown();
}

QString Format::workloadKind(const model::WorkloadDetail& detail) const
{
    static constexpr std::array<const char*, 5> kNames{QT_TRANSLATE_NOOP("Format", "language model serving"),
                                                       QT_TRANSLATE_NOOP("Format", "inference"),
                                                       QT_TRANSLATE_NOOP("Format", "batch scoring"),
                                                       QT_TRANSLATE_NOOP("Format", "training"),
                                                       QT_TRANSLATE_NOOP("Format", "measured service")};
    static_assert(std::variant_size_v<model::WorkloadDetail> == kNames.size());
    return words(kNames.at(detail.index()));
}

QString Format::engineProse(const std::string& text) const
{
    static const QRegularExpression kLong(QStringLiteral("\\d+\\.\\d{4,}"));
    const QString source = m_wording.engineText(text);
    QString tidy;
    qsizetype from = 0;
    for (auto match = kLong.globalMatch(source); match.hasNext();) {
        const QRegularExpressionMatch found = match.next();
        const double value = found.captured().toDouble();
        const int decimals = value >= 1000.0 ? 0 : std::max(decimalsFor(value, 5), 2);
        QString number = QString::number(value, 'f', decimals);
        while (number.contains(QLatin1Char('.'))
               && (number.endsWith(QLatin1Char('0')) || number.endsWith(QLatin1Char('.')))) {
            number.chop(1);
        }
        tidy += source.mid(from, found.capturedStart() - from) + number;
        from = found.capturedEnd();
    }
    return tidy + source.mid(from);
}

QString Format::formulaText(const std::string& text) const
{
    return typographic(engineProse(text));
}

QString Format::typographic(QString text)
{
    text.replace(QStringLiteral(" x "), QStringLiteral(" × "));
    text.replace(QStringLiteral(" / "), QStringLiteral(" ÷ "));
    text.replace(QStringLiteral(" - "), QStringLiteral(" − "));
    return text;
}

QString Format::weightName(const std::string& weight) const
{
    if (const auto criterion = model::parseCriterion(weight)) {
        return name(*criterion);
    }
    return weight == "cost" ? words("Cost") : fromEngine(weight);
}

QString Format::purchaseText(model::Purchase purchase, int termMonths, model::Payment payment) const
{
    QString text = name(purchase);
    if (termMonths > 0) {
        text += QStringLiteral(", ") + months(termMonths);
    }
    if (model::isCommitment(purchase)) {
        text += QStringLiteral(", ") + name(payment);
    }
    return text;
}

/// "Standard_NC40ads_H100_v5" is read as "NC40ads H100 v5", "8 x H100" as "8 × H100". Names that a user gave
/// stay as they are: they hold neither the machine's name nor a server's.
QString Format::optionTitle(const simulator::OptionSpec& spec) const
{
    if (!spec.displayName.empty()) {
        static const QString kAzure = QStringLiteral("Standard_");
        QString title = m_wording.engineText(spec.displayName);
        const QString machine = fromEngine(spec.machine.text());
        if (machine.startsWith(kAzure)) {
            const QString read =
                QString(machine).remove(0, kAzure.size()).replace(QLatin1Char('_'), QLatin1Char(' '));
            title.replace(machine, read);
        }
        return spec.server.isEmpty() ? title : title.replace(QStringLiteral(" x "), QStringLiteral(" × "));
    }
    const QString provider = fromEngine(spec.providerName.empty() ? spec.provider.text() : spec.providerName);
    const QString machine = fromEngine(spec.machine.isEmpty() ? spec.server.text() : spec.machine.text());
    const QString title = machine.isEmpty() ? provider : QString(provider + QLatin1Char(' ') + machine);
    return title.isEmpty() ? fromEngine(spec.id.text()) : title;
}

QString Format::optionDetail(const simulator::OptionSpec& spec) const
{
    const QString region = fromEngine(spec.regionName.empty() ? spec.region.text() : spec.regionName);
    const QString purchase = purchaseText(spec.purchase, spec.termMonths, spec.payment);
    const bool isEnglish = m_locale.language() == QLocale::English || m_locale.language() == QLocale::C;
    if (isEnglish && !spec.secondLine.empty()) {
        return fromEngine(spec.secondLine);
    }
    return region.isEmpty() ? purchase : QString(region + QStringLiteral(", ") + purchase);
}

} // namespace wherewithal::app
