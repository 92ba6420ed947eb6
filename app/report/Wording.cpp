// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/Wording.h"

#include <QCoreApplication>
#include <QTranslator>

#include <string>

namespace wherewithal::app {

Wording Wording::of(const QString& language)
{
    auto translator = std::make_shared<QTranslator>();
    Wording wording;
    if (language != QLatin1String("en")) {
        // A file that is not there leaves the translator empty: the source text stands.
        static_cast<void>(
            translator->load(QStringLiteral(":/i18n/report_") + language + QStringLiteral(".qm")));
    }
    wording.m_translator = std::move(translator);
    return wording;
}

QString Wording::translate(const char* context, const char* text, const char* comment) const
{
    if (m_translator == nullptr) {
        return QCoreApplication::translate(context, text, comment);
    }
    const QString translated = m_translator->translate(context, text, comment);
    return translated.isEmpty() ? QString::fromUtf8(text) : translated;
}

QString Wording::engineText(const std::string& text) const
{
    return text.empty() ? QString() : translate("Engine", text.c_str());
}

} // namespace wherewithal::app
