// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/EngineSentences.h"

#include <QRegularExpression>

#include <array>
#include <vector>

namespace wherewithal::app {

namespace {

/// Longer ones before those that are their beginning. lupdate reads them here; their German stands with the
/// other words of the engine.
constexpr std::array kPatterns{
    "%1 Required; the answer is %2",
    "Data must stay in %1: the provider does not say where they lie",
    "Data must stay in %1: %2 is in %3",
    "Data stay in %1",
    "Support of %1 ended on %2",
    "Support of %1 ends on %2, before the plan ends in %3",
    "The catalogue has no support dates of %1",
    "%1 is in support until %2",
    "%1: the provider chooses the operating system",
    "one more machine: +%1 for %2",
    "one more server: +%1 for %2",
    "one more machine: +%1",
    "%1 is unknown: objective %2 or less",
    "%1 %2: objective %3 or less",
    "%1: %2 needed, %3 is the limit and cannot be raised",
    "Totals are lower bounds: %1",
    "Prices of %1 of %2 options are older than %3 days or undated",
    "%1: price of %2: none is known for %3",
    "price of %1: none is known for %2",
    "no load balancer of %1 is priced; none is charged",
    "no load balancer of %1 is priced",
    "the price of data transferred out of %1 is not known",
    "the price of disks of %1 is not known",
    "the price of managed Kubernetes of %1 is not known",
    "the price of support of %1 is not known",
    "the price of electricity at %1 is not known",
    "the price of colocation at %1 is not known",
    "the price of %1 is not known",
    "the power of %1 is not known",
    "the licence of %1 is not published",
    "no dated exchange rate from %1 to %2",
    "Fit to measured vLLM kernels of the %1, BF16, k and m of 1k to 32k; median error %2",
    "Fit to measured vLLM %1 kernels of the %2, BF16, k and m of 1k to 32k; median error %3",
    "Fit to measured vLLM %1 attention and all-reduce kernels of the %2.",
    "%1, measured",
};

struct Known
{
    const char* pattern = nullptr;
    QRegularExpression expression;
    std::vector<int> places; ///< [capture] number of its %n
};

Known known(const char* pattern)
{
    static const QRegularExpression place(QStringLiteral("%(\\d)"));
    const QString text = QString::fromLatin1(pattern);
    Known result{.pattern = pattern, .expression = {}, .places = {}};
    QString expression;
    qsizetype from = 0;
    for (auto match = place.globalMatch(text); match.hasNext();) {
        const QRegularExpressionMatch found = match.next();
        const QString between = text.mid(from, found.capturedStart() - from);
        expression += QRegularExpression::escape(between);
        // Two values with a space between: the second is a number, else nobody knew where it begins.
        const bool isNumber = from > 0 && between == QLatin1String(" ");
        expression += isNumber ? QStringLiteral("([+-]?\\d.*?)") : QStringLiteral("(.+?)");
        result.places.push_back(found.captured(1).toInt());
        from = found.capturedEnd();
    }
    expression += QRegularExpression::escape(text.mid(from));
    result.expression.setPattern(QRegularExpression::anchoredPattern(expression));
    return result;
}

const std::vector<Known>& allKnown()
{
    static const std::vector<Known> all = [] {
        std::vector<Known> made;
        for (const char* pattern : kPatterns) {
            made.push_back(known(pattern));
        }
        return made;
    }();
    return all;
}

} // namespace

std::span<const char* const> engineSentencePatterns()
{
    return kPatterns;
}

std::optional<EngineSentence> engineSentence(const QString& text)
{
    for (const Known& each : allKnown()) {
        const QRegularExpressionMatch match = each.expression.match(text);
        if (!match.hasMatch()) {
            continue;
        }
        EngineSentence sentence{.pattern = each.pattern,
                                .values = QStringList(static_cast<qsizetype>(each.places.size()))};
        for (std::size_t capture = 0; capture < each.places.size(); ++capture) {
            sentence.values[each.places[capture] - 1] = match.captured(static_cast<int>(capture) + 1);
        }
        return sentence;
    }
    return std::nullopt;
}

std::optional<EngineMeasure> engineMeasure(const QString& text)
{
    static const QRegularExpression measure(
        QRegularExpression::anchoredPattern(QStringLiteral("([+-]?)(\\d+)(?:\\.(\\d+))?(?: (\\S.*))?")));
    const QRegularExpressionMatch match = measure.match(text);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    const QString fraction = match.captured(3);
    return EngineMeasure{.sign = match.captured(1),
                         .number = QString(match.captured(2) + QLatin1Char('.') + fraction).toDouble(),
                         .decimals = static_cast<int>(fraction.size()),
                         .unit = match.captured(4)};
}

} // namespace wherewithal::app
