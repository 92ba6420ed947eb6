// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

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
    /// A sentence made by the engine (label, reason, assumption): translated where the wording knows it, else
    /// as it is.
    [[nodiscard]] QString engineText(const std::string& text) const;

private:
    std::shared_ptr<const QTranslator> m_translator; ///< null: the application's
};

} // namespace wherewithal::app
