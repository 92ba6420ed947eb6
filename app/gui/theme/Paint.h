// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QRectF>
#include <QString>

class QPainter;

namespace wherewithal::app {

/// Lines at 45 degrees, pitch 5, clipped to the rectangle and antialiased: the sign of "unknown".
/// Qt::BDiagPattern is not used: it stays at 8 device pixels whatever the painter's scale.
void drawHatch(QPainter* painter, const QRectF& rect, const QColor& colour, bool isMirrored = false);

enum class TagKind
{
    Filled,   ///< an option in its colour
    Outlined, ///< an excluded option
};

/// Side of a letter tag.
[[nodiscard]] double letterTagSize();
void drawLetterTag(QPainter* painter,
                   const QRectF& rect,
                   const QString& letter,
                   TagKind kind = TagKind::Filled);

/// The shapes that go before colour: check, cross, half disc, dash, question mark, triangle, not-equal,
/// circled i.
enum class Symbol
{
    Check,
    Cross,
    Half,
    Dash,
    Question,
    Warning,
    Conflict,
    Info,
};

/// The symbol in its own colour, centred in the square.
void drawSymbol(QPainter* painter, const QRectF& square, Symbol symbol);
void drawSymbol(QPainter* painter, const QRectF& square, Symbol symbol, const QColor& colour);

/// Text with its baseline in the vertical middle of the rectangle; never elided.
void drawNumber(QPainter* painter,
                const QRectF& rect,
                const QString& text,
                const QFont& font,
                const QColor& colour,
                Qt::Alignment alignment);
/// Text that may be shortened at its end.
void drawName(
    QPainter* painter, const QRectF& rect, const QString& text, const QFont& font, const QColor& colour);

} // namespace wherewithal::app
