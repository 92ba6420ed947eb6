// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QList>
#include <QPalette>
#include <QString>

#include <array>

namespace wherewithal::app {

/// Every colour of the window. Widgets ask for a role by name, never for a value.
struct Tokens
{
    bool isDark = false;
    QColor window; ///< rail, top bar, status bar, panel
    QColor base;   ///< page, table, field
    QColor raised; ///< button
    QColor hover;
    QColor sel;
    QColor line;      ///< rule between rows
    QColor line2;     ///< rule below a header, edge of a button
    QColor inputline; ///< edge of a field
    QColor text;
    QColor text2;
    QColor muted;
    QColor accent;
    QColor good;
    QColor goodbg;
    QColor warn;
    QColor warnbg;
    QColor bad;
    QColor badbg;
    QColor unknown;
    QColor unkbg;
    QColor grid; ///< of charts
    QColor onAccent;
    QColor onLetter;
    QColor toolTip;
    QColor toolTipText;
    std::array<QColor, 7> options; ///< letters A to G
    std::array<QColor, 6> heat;    ///< sequential, low to high; text turns at step 5

    /// Colour of an option by its letter; from the eighth on text2, told apart by the letter alone.
    [[nodiscard]] QColor option(const QString& letter) const;
    [[nodiscard]] QPalette palette() const;
};

[[nodiscard]] const Tokens& lightTokens();
[[nodiscard]] const Tokens& darkTokens();

/// Dark means: the window is darker than its text. Qt 6.4 gives no other hint.
[[nodiscard]] bool isDarkPalette(const QPalette& palette);
/// The tokens that belong to the application's palette now.
[[nodiscard]] const Tokens& tokens();

/// Dash of an option's curve in units of the pen's width; empty: solid. Colour never speaks alone.
[[nodiscard]] QList<qreal> optionDash(const QString& letter, qreal penWidth);

} // namespace wherewithal::app
