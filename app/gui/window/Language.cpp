// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/window/Language.h"

#include "app/report/Format.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <cstring>
#include <memory>
#include <vector>

namespace wherewithal::app {

namespace {

/// Classes name their context with their namespaces ("wherewithal::app::OptionsPage"), lupdate writes the
/// name of the class alone: a sentence that is not found under the one is looked for under the other.
class ClassTranslator final : public QTranslator
{
public:
    [[nodiscard]] QString
    translate(const char* context, const char* sourceText, const char* disambiguation, int n) const override
    {
        const QString found = QTranslator::translate(context, sourceText, disambiguation, n);
        const char* lastColon = found.isNull() && context != nullptr ? std::strrchr(context, ':') : nullptr;
        return lastColon == nullptr ? found
                                    : QTranslator::translate(lastColon + 1, sourceText, disambiguation, n);
    }
};

} // namespace

QStringList windowLanguages()
{
    return {QStringLiteral("en"), QStringLiteral("de")};
}

QString languageFor(const QString& setting, const QString& system)
{
    const QString wanted = (setting.isEmpty() ? system : setting).left(2).toLower();
    return windowLanguages().contains(wanted) ? wanted : windowLanguages().first();
}

void installLanguage(const QString& setting)
{
    static std::vector<std::unique_ptr<QTranslator>> installed;
    const QLocale system = QLocale::system();
    const QString language = languageFor(setting, system.name());
    for (const auto& old : installed) {
        QCoreApplication::removeTranslator(old.get());
    }
    installed.clear();
    // A system in the same language keeps its own separators, e.g. those of Austria or Switzerland.
    QLocale::setDefault(system.name().startsWith(language) ? system : localeOf(language));
    const auto load = [&](const QString& name, const QString& folder) {
        auto translator = std::make_unique<ClassTranslator>();
        if (translator->load(name + QLatin1Char('_') + language, folder)) {
            QCoreApplication::installTranslator(translator.get());
            installed.push_back(std::move(translator));
        }
    };
    load(QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    load(QStringLiteral("engine"), QStringLiteral(":/i18n"));
    load(QStringLiteral("report"), QStringLiteral(":/i18n"));
    load(QStringLiteral("app"), QStringLiteral(":/i18n"));
}

} // namespace wherewithal::app
