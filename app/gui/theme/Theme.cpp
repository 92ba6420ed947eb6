// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/theme/Theme.h"

#include "app/gui/theme/Style.h"
#include "app/gui/theme/Tokens.h"

#include <QApplication>
#include <QFontDatabase>
#include <QToolTip>

/// The icons live in a static library: nobody else would pull them in.
static void initialiseIcons()
{
    Q_INIT_RESOURCE(icons);
}

namespace wherewithal::app {

namespace {

constexpr double kBodyPoints = 9.75; // 13 px at 96 dpi

bool& reducedAnimation()
{
    static bool isReduced = false;
    return isReduced;
}

/// What the desktop asked for before we set a palette of our own.
bool& systemIsDark()
{
    static bool isDark = false;
    return isDark;
}

} // namespace

PaletteChoice parsePaletteChoice(const QString& text)
{
    if (text == QLatin1String("light")) {
        return PaletteChoice::Light;
    }
    return text == QLatin1String("dark") ? PaletteChoice::Dark : PaletteChoice::System;
}

QString paletteChoiceName(PaletteChoice choice)
{
    switch (choice) {
    case PaletteChoice::Light:
        return QStringLiteral("light");
    case PaletteChoice::Dark:
        return QStringLiteral("dark");
    case PaletteChoice::System:
        break;
    }
    return QStringLiteral("system");
}

void installTheme(QApplication& application)
{
    initialiseIcons();
    systemIsDark() = isDarkPalette(QApplication::palette());
    application.setStyle(new Style); // owned by the application
    setFontScale(1.0);
    setPaletteChoice(PaletteChoice::System);
}

void setPaletteChoice(PaletteChoice choice)
{
    const bool isDark = choice == PaletteChoice::Dark || (choice == PaletteChoice::System && systemIsDark());
    const QPalette palette = (isDark ? darkTokens() : lightTokens()).palette();
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
}

void setFontScale(double scale)
{
    QFont body(QStringLiteral("Roboto"));
    if (!QFontDatabase::hasFamily(body.family())) {
        body = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    }
    body.setPointSizeF(kBodyPoints * scale);
    body.setHintingPreference(QFont::PreferVerticalHinting);
    QApplication::setFont(body);
}

void setReducedAnimation(bool isReduced)
{
    reducedAnimation() = isReduced;
}

bool isAnimationReduced()
{
    return reducedAnimation();
}

} // namespace wherewithal::app
