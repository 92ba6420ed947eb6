// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QString>

#include <array>
#include <memory>

class QTranslator;

namespace wherewithal::app {

/// The program's words in one language.
///
/// A report may be printed in another language than the window speaks, on a worker thread; installing a
/// translator would change the window. So texts are asked of this value. The call is named translate(context,
/// text) because that is what lupdate looks for.
class Wording
{
public:
    /// The language of the application: whatever translators are installed.
    Wording() = default;
    /// "en" is the source text; "de" is embedded. A language nobody translated gives the source text.
    [[nodiscard]] static Wording of(const QString& language);

    [[nodiscard]] QString
    translate(const char* context, const char* text, const char* comment = nullptr) const;
    /// A sentence made by the engine (label, reason, assumption): translated where the wording knows it or
    /// its pattern (EngineSentences), with its numbers in the notation of the language; else as it is.
    [[nodiscard]] QString engineText(const std::string& text) const;

private:
    [[nodiscard]] QString value(const QString& text) const;

    std::shared_ptr<const std::array<QTranslator, 2>> m_files; ///< null: the application's
    QLocale m_locale;
};

} // namespace wherewithal::app
