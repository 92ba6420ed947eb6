// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/Wording.h"

#include "app/report/EngineSentences.h"
#include "app/report/Format.h"

#include <QCoreApplication>
#include <QTranslator>

#include <algorithm>
#include <cmath>
#include <string>

namespace wherewithal::app {

namespace {

constexpr int kMostDecimals = 3; ///< as written; beyond, what prose can bear
constexpr int kSignificantDigits = 5;

/// "7.548661" is 7.5487 in a sentence; zeros at its end say nothing.
int shownDecimals(const EngineMeasure& measure)
{
    if (measure.decimals <= kMostDecimals) {
        return measure.decimals;
    }
    const int before = measure.number >= 1.0 ? static_cast<int>(std::log10(measure.number)) + 1 : 0;
    int decimals = std::max(before >= 4 ? 0 : 2, kSignificantDigits - before);
    const QString text = QString::number(measure.number, 'f', decimals);
    for (qsizetype at = text.size() - 1; decimals > 0 && text.at(at) == QLatin1Char('0'); --at) {
        --decimals;
    }
    return decimals;
}

} // namespace

Wording Wording::of(const QString& language)
{
    auto files = std::make_shared<std::array<QTranslator, 2>>();
    Wording wording;
    wording.m_locale = localeOf(language);
    if (language != QLatin1String("en")) {
        // A file that is not there leaves the translator empty: the source text stands.
        static_cast<void>(
            files->at(0).load(QStringLiteral(":/i18n/report_") + language + QStringLiteral(".qm")));
        static_cast<void>(
            files->at(1).load(QStringLiteral(":/i18n/engine_") + language + QStringLiteral(".qm")));
    }
    wording.m_files = std::move(files);
    return wording;
}

QString Wording::translate(const char* context, const char* text, const char* comment) const
{
    if (m_files == nullptr) {
        return QCoreApplication::translate(context, text, comment);
    }
    for (const QTranslator& file : *m_files) {
        if (const QString translated = file.translate(context, text, comment); !translated.isEmpty()) {
            return translated;
        }
    }
    return QString::fromUtf8(text);
}

QString Wording::engineText(const std::string& text) const
{
    if (text.empty()) {
        return {};
    }
    const QString source = QString::fromStdString(text);
    if (const QString whole = translate("Engine", text.c_str()); whole != source) {
        return whole;
    }
    const auto sentence = engineSentence(source);
    const bool isOneSentence = sentence && QLatin1String(sentence->pattern).contains(QLatin1String("; "));
    if (!isOneSentence && source.contains(QLatin1String("; "))) { // several, joined
        QStringList parts;
        for (const QString& part : source.split(QStringLiteral("; "))) {
            parts.append(engineText(part.toStdString()));
        }
        return parts.join(QStringLiteral("; "));
    }
    if (sentence) {
        QString result = translate("Engine", sentence->pattern);
        for (qsizetype at = sentence->values.size(); at > 0; --at) {
            result.replace(QLatin1Char('%') + QString::number(at), value(sentence->values[at - 1]));
        }
        return result;
    }
    // "committed machines x hours x committed price, 7.5487 USD/h"
    if (const qsizetype comma = source.lastIndexOf(QLatin1String(", ")); comma > 0) {
        const QString tail = source.mid(comma + 2);
        const QString head = translate("Engine", source.left(comma).toUtf8().constData());
        if (engineMeasure(tail)) {
            return head + QStringLiteral(", ") + value(tail);
        }
    }
    return source;
}

/// A value inside a sentence: a number in the notation of the language, its unit in its words; else a text.
QString Wording::value(const QString& text) const
{
    const auto measure = engineMeasure(text);
    if (!measure) {
        return engineText(text.toStdString());
    }
    const QLocale locale = m_files == nullptr ? QLocale() : m_locale;
    const QString number = locale.toString(measure->number, 'f', shownDecimals(*measure));
    const QString sign = measure->sign == QLatin1String("-") ? QString(QChar(0x2212)) : measure->sign;
    if (measure->unit.isEmpty()) {
        return sign + number;
    }
    return sign + number + QLatin1Char(' ') + translate("Unit", measure->unit.toUtf8().constData());
}

} // namespace wherewithal::app
