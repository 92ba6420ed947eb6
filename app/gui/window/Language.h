// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace wherewithal::app {

/// Languages that the window speaks: "en", "de".
[[nodiscard]] QStringList windowLanguages();
/// The language to use: the setting, else the system's if the window speaks it, else English.
[[nodiscard]] QString languageFor(const QString& setting, const QString& system);

/// Loads the words of the window, of the report's wording and of Qt in that language, and sets the default
/// locale. Widgets made before keep their texts: build the window anew after a change.
///
/// @param setting  of Setting::Language; empty: the system's language
void installLanguage(const QString& setting);

} // namespace wherewithal::app
