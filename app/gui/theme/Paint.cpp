// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/theme/Paint.h"

#include "app/gui/theme/Metrics.h"
#include "app/gui/theme/Tokens.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

namespace wherewithal::app {

namespace {

QColor symbolColour(Symbol symbol)
{
    const Tokens& t = tokens();
    switch (symbol) {
    case Symbol::Check:
        return t.good;
    case Symbol::Cross:
        return t.bad;
    case Symbol::Half:
    case Symbol::Warning:
    case Symbol::Conflict:
        return t.warn;
    case Symbol::Dash:
        return t.text2;
    case Symbol::Question:
        return t.unknown;
    case Symbol::Info:
        return t.accent;
    }
    return t.text;
}

void drawWarning(QPainter* painter, const QPointF& c, double r)
{
    QPainterPath path;
    path.moveTo(c.x(), c.y() - r);
    path.lineTo(c.x() + r * 1.05, c.y() + r * 0.8);
    path.lineTo(c.x() - r * 1.05, c.y() + r * 0.8);
    path.closeSubpath();
    painter->drawPath(path);
    painter->drawLine(QPointF(c.x(), c.y() - r * 0.3), QPointF(c.x(), c.y() + r * 0.2));
    painter->drawPoint(QPointF(c.x(), c.y() + r * 0.5));
}

void drawGlyph(QPainter* painter, const QPointF& c, double r, const QColor& colour, const QString& text)
{
    QFont face = typeFont(Type::Section);
    face.setPixelSize(std::max(1, static_cast<int>(r * 2.2)));
    painter->setFont(face);
    painter->setPen(colour);
    painter->drawText(QRectF(c.x() - 2 * r, c.y() - 2 * r, 4 * r, 4 * r), Qt::AlignCenter, text);
}

} // namespace

void drawHatch(QPainter* painter, const QRectF& rect, const QColor& colour, bool isMirrored)
{
    if (rect.width() <= 0.0 || rect.height() <= 0.0) {
        return;
    }
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setClipRect(rect, Qt::IntersectClip);
    painter->setPen(QPen(colour, pxf(1.4)));
    const double pitch = pxf(5);
    const double height = rect.height();
    for (double x = rect.left() - height; x < rect.right() + height; x += pitch) {
        if (isMirrored) {
            painter->drawLine(QPointF(x, rect.top()), QPointF(x + height, rect.bottom()));
        } else {
            painter->drawLine(QPointF(x, rect.bottom()), QPointF(x + height, rect.top()));
        }
    }
    painter->restore();
}

double letterTagSize()
{
    return pxf(18);
}

void drawLetterTag(QPainter* painter, const QRectF& rect, const QString& letter, TagKind kind)
{
    const Tokens& t = tokens();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (kind == TagKind::Filled) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(t.option(letter));
        painter->drawRoundedRect(rect, pxf(3), pxf(3));
        painter->setPen(t.onLetter);
    } else {
        painter->setPen(QPen(t.line2, 1.0));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), pxf(3), pxf(3));
        painter->setPen(t.text2);
    }
    QFont face = typeFont(kind == TagKind::Filled ? Type::Letter : Type::Small);
    if (letter.size() > 1) {
        face.setPixelSize(std::max(1, px(9)));
    }
    painter->setFont(face);
    painter->drawText(rect, Qt::AlignCenter, letter);
    painter->restore();
}

void drawSymbol(QPainter* painter, const QRectF& square, Symbol symbol)
{
    drawSymbol(painter, square, symbol, symbolColour(symbol));
}

void drawSymbol(QPainter* painter, const QRectF& square, Symbol symbol, const QColor& colour)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QPointF c = square.center();
    const double r = std::min({square.width(), square.height(), pxf(12)}) / 2.0 * 0.85;
    painter->setPen(QPen(colour, pxf(1.6), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->setBrush(Qt::NoBrush);
    switch (symbol) {
    case Symbol::Check:
        painter->drawPolyline(QPolygonF{{c.x() - r * 0.8, c.y()},
                                        {c.x() - r * 0.2, c.y() + r * 0.6},
                                        {c.x() + r * 0.8, c.y() - r * 0.6}});
        break;
    case Symbol::Cross:
        painter->drawLine(QPointF(c.x() - r * 0.6, c.y() - r * 0.6),
                          QPointF(c.x() + r * 0.6, c.y() + r * 0.6));
        painter->drawLine(QPointF(c.x() - r * 0.6, c.y() + r * 0.6),
                          QPointF(c.x() + r * 0.6, c.y() - r * 0.6));
        break;
    case Symbol::Half:
        painter->drawEllipse(c, r * 0.85, r * 0.85);
        painter->setBrush(colour);
        painter->drawPie(QRectF(c.x() - r * 0.85, c.y() - r * 0.85, r * 1.7, r * 1.7), -90 * 16, 180 * 16);
        break;
    case Symbol::Dash:
        painter->drawLine(QPointF(c.x() - r * 0.5, c.y()), QPointF(c.x() + r * 0.5, c.y()));
        break;
    case Symbol::Question:
        drawGlyph(painter, c, r, colour, QStringLiteral("?"));
        break;
    case Symbol::Warning:
        painter->setPen(QPen(colour, pxf(1.3), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        drawWarning(painter, c, r);
        break;
    case Symbol::Conflict:
        drawGlyph(painter, c, r, colour, QString(QChar(0x2260)));
        break;
    case Symbol::Info:
        painter->setPen(QPen(colour, pxf(1.3)));
        painter->drawEllipse(c, r * 0.9, r * 0.9);
        painter->drawLine(QPointF(c.x(), c.y() - r * 0.05), QPointF(c.x(), c.y() + r * 0.45));
        painter->drawPoint(QPointF(c.x(), c.y() - r * 0.4));
        break;
    }
    painter->restore();
}

void drawNumber(QPainter* painter,
                const QRectF& rect,
                const QString& text,
                const QFont& font,
                const QColor& colour,
                Qt::Alignment alignment)
{
    painter->setFont(font);
    painter->setPen(colour);
    painter->drawText(
        rect, static_cast<int>(alignment | Qt::AlignVCenter) | Qt::TextDontClip | Qt::TextSingleLine, text);
}

void drawName(
    QPainter* painter, const QRectF& rect, const QString& text, const QFont& font, const QColor& colour)
{
    painter->setFont(font);
    painter->setPen(colour);
    const QString shown = QFontMetricsF(font).elidedText(text, Qt::ElideRight, rect.width());
    painter->drawText(rect, static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine, shown);
}

} // namespace wherewithal::app
