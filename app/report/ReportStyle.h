// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QList>
#include <QString>

/// Colours and sizes of printed pages. Paper is white: the light tokens of the design. Lengths are points
/// (1/72 inch).
namespace wherewithal::app::style {

inline const QColor kText(0x1A, 0x1E, 0x23);
inline const QColor kText2(0x47, 0x4F, 0x59);
inline const QColor kMuted(0x5F, 0x68, 0x73);
inline const QColor kLine(0xDD, 0xE1, 0xE6);
inline const QColor kLine2(0xC3, 0xC9, 0xD1);
inline const QColor kGrid(0xE6, 0xE9, 0xED);
inline const QColor kAccent(0x0B, 0x5C, 0xAD);
inline const QColor kGood(0x1B, 0x6B, 0x3C);
inline const QColor kWarning(0x8A, 0x4B, 0x00);
inline const QColor kBad(0xB0, 0x28, 0x1E);

inline constexpr double kMarginSide = 48.0;
inline constexpr double kMarginTop = 40.0;
inline constexpr double kMarginBottom = 58.0; ///< room for the footer
inline constexpr double kTitle = 16.5;
inline constexpr double kHeading = 15.0;
inline constexpr double kPartHeading = 12.5;
inline constexpr double kBlockTitle = 10.5;
inline constexpr double kLead = 10.2;
inline constexpr double kBody = 9.3;
inline constexpr double kCell = 9.0;
inline constexpr double kSmall = 8.2;
inline constexpr double kLineSpacing = 1.42;

/// Position in the palette of options: A to G have colours of their own; -1 for all later letters.
[[nodiscard]] int paletteIndex(const QString& letter);
[[nodiscard]] QColor letterColour(const QString& letter);
/// Dash of an option's line, in points; empty: solid.
[[nodiscard]] QList<double> letterDash(const QString& letter);

} // namespace wherewithal::app::style
