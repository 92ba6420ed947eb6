// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

class QApplication;

namespace wherewithal::app {

enum class PaletteChoice
{
    System,
    Light,
    Dark,
};

/// "system", "light", "dark"; System for anything else.
[[nodiscard]] PaletteChoice parsePaletteChoice(const QString& text);
[[nodiscard]] QString paletteChoiceName(PaletteChoice choice);

/// Sets style, font and palette. Call once, before the first widget.
void installTheme(QApplication& application);
/// Recolours the whole application; widgets follow by QEvent::PaletteChange.
void setPaletteChoice(PaletteChoice choice);
/// Size of the body font, 1.0 = 13 px at 96 dpi.
void setFontScale(double scale);

/// True: nothing slides or fades by itself.
void setReducedAnimation(bool isReduced);
[[nodiscard]] bool isAnimationReduced();

} // namespace wherewithal::app
