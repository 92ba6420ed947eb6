// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/ShapePainter.h"

#include "app/report/ReportStyle.h"
#include "app/report/TextBox.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace wherewithal::app {

namespace {

constexpr double kHatchPitch = 3.6;

QPointF dots(QPointF point)
{
    return point * kDotsPerPoint;
}

QRectF dots(const QRectF& rectangle)
{
    return {dots(rectangle.topLeft()), rectangle.size() * kDotsPerPoint};
}

QPolygonF dots(const QPolygonF& points, QPointF origin)
{
    QPolygonF moved;
    for (const QPointF& point : points) {
        moved << dots(point + origin);
    }
    return moved;
}

QPen pen(const QColor& colour, double width, const QList<double>& dash = {})
{
    if (!colour.isValid()) {
        return QPen(Qt::NoPen);
    }
    QPen made(colour, width * kDotsPerPoint, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    if (!dash.isEmpty()) {
        QList<qreal> lengths; // in units of the pen's width
        for (const double length : dash) {
            lengths << length / width;
        }
        made.setDashPattern(lengths);
    }
    return made;
}

void paintText(QPainter& painter, const Shape& shape, QPointF origin)
{
    const double width = textWidth(shape.text, shape.size, shape.isStrong);
    QPointF at = shape.points.front() + origin;
    if (shape.anchor == Shape::Anchor::End) {
        at.rx() -= width;
    } else if (shape.anchor == Shape::Anchor::Middle) {
        at.rx() -= width / 2.0;
    }
    painter.setFont(reportFont(shape.size, shape.isStrong));
    painter.setPen(shape.fill);
    painter.drawText(dots(at), shape.text);
}

void paintDots(QPainter& painter, const QRectF& area, const QColor& colour)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    for (double y = area.top() + 1.5; y < area.bottom() - 0.4; y += 3.0) {
        for (double x = area.left() + 1.5; x < area.right() - 0.4; x += 3.0) {
            painter.drawEllipse(dots(QPointF(x, y)), 0.6 * kDotsPerPoint, 0.6 * kDotsPerPoint);
        }
    }
}

void paintPolygon(QPainter& painter, const Shape& shape, QPointF origin)
{
    const QRectF area = shape.points.boundingRect().translated(origin);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::NoBrush);
    switch (shape.pattern) {
    case Pattern::None:
        break;
    case Pattern::Solid:
        painter.setBrush(shape.fill.isValid() ? QBrush(shape.fill) : QBrush(Qt::NoBrush));
        break;
    case Pattern::Hatch:
        paintHatch(painter, area, shape.fill, false);
        break;
    case Pattern::CounterHatch:
        paintHatch(painter, area, shape.fill, true);
        break;
    case Pattern::Dots:
        paintDots(painter, area, shape.fill);
        painter.setBrush(Qt::NoBrush);
        break;
    }
    painter.setPen(pen(shape.stroke, shape.width));
    painter.drawPolygon(dots(shape.points, origin));
}

} // namespace

void paintHatch(QPainter& painter, const QRectF& area, const QColor& colour, bool isFalling)
{
    painter.setPen(pen(colour, 0.9));
    const double pitch = kHatchPitch * 1.41421356;
    // x + y = c (rising) or x - y = c (falling), clipped to the rectangle by hand: exact, and no clip path
    // per bar.
    const double sign = isFalling ? -1.0 : 1.0;
    const double least = isFalling ? area.left() - area.bottom() : area.left() + area.top();
    const double most = isFalling ? area.right() - area.top() : area.right() + area.bottom();
    for (double c = (std::floor(least / pitch) + 1.0) * pitch; c < most; c += pitch) {
        const double xLow = std::max(area.left(), isFalling ? c + area.top() : c - area.bottom());
        const double xHigh = std::min(area.right(), isFalling ? c + area.bottom() : c - area.top());
        if (xHigh > xLow) {
            painter.drawLine(dots(QPointF(xLow, (c - xLow) * sign)),
                             dots(QPointF(xHigh, (c - xHigh) * sign)));
        }
    }
    painter.setBrush(Qt::NoBrush);
}

double tagWidth(const QString& letter, double side)
{
    return std::max(side, textWidth(letter, side * 0.66, true) + side * 0.45);
}

double paintTag(QPainter& painter, const QString& letter, QPointF centreLeft, double side, bool isOutlined)
{
    const double width = tagWidth(letter, side);
    const QRectF area(centreLeft.x(), centreLeft.y() - side / 2.0, width, side);
    const QColor colour = style::letterColour(letter);
    painter.setPen(isOutlined ? pen(style::kMuted, 0.8) : QPen(Qt::NoPen));
    painter.setBrush(isOutlined ? QBrush(Qt::NoBrush) : QBrush(colour));
    const double radius = 2.2 * kDotsPerPoint;
    painter.drawRoundedRect(dots(isOutlined ? area.adjusted(0.4, 0.4, -0.4, -0.4) : area), radius, radius);
    const double size = side * 0.66;
    painter.setFont(reportFont(size, true));
    painter.setPen(isOutlined ? style::kMuted : QColor(Qt::white));
    const double textLeft = area.left() + (width - textWidth(letter, size, true)) / 2.0;
    painter.drawText(dots(QPointF(textLeft, centreLeft.y() + size * 0.36)), letter);
    return width;
}

void paintBar(QPainter& painter, const QRectF& area, const CellBar& bar)
{
    const double low = std::clamp(bar.low, 0.0, 1.0);
    const double high = std::clamp(bar.high, low, 1.0);
    painter.setPen(Qt::NoPen);
    painter.setBrush(style::kText2);
    painter.drawRect(dots(QRectF(area.left(), area.top(), area.width() * low, area.height())));
    painter.setBrush(Qt::NoBrush);
    paintHatch(
        painter,
        QRectF(area.left() + area.width() * low, area.top(), area.width() * (high - low), area.height()),
        style::kText2,
        false);
    painter.setPen(pen(style::kLine2, 0.5));
    painter.drawRect(dots(area));
}

void paintSymbol(QPainter& painter, ItemList::Symbol symbol, QPointF centre)
{
    painter.setBrush(Qt::NoBrush);
    const auto line = [&](QPointF from, QPointF to) {
        painter.drawLine(dots(centre + from), dots(centre + to));
    };
    switch (symbol) {
    case ItemList::Symbol::Against:
        painter.setPen(pen(style::kBad, 1.4));
        line({-2.4, -2.4}, {2.4, 2.4});
        line({-2.4, 2.4}, {2.4, -2.4});
        break;
    case ItemList::Symbol::Again:
    case ItemList::Symbol::Question:
        painter.setPen(pen(style::kAccent, 0.9));
        painter.drawEllipse(dots(centre), 3.4 * kDotsPerPoint, 3.4 * kDotsPerPoint);
        line({0.0, -0.5}, {0.0, 1.9});
        line({0.0, -2.0}, {0.0, -1.2});
        break;
    case ItemList::Symbol::Warning:
        painter.setPen(pen(style::kWarning, 0.9));
        painter.drawPolygon(dots(QPolygonF({{0.0, -3.2}, {3.6, 3.0}, {-3.6, 3.0}}), centre));
        line({0.0, -1.0}, {0.0, 1.0});
        line({0.0, 1.6}, {0.0, 2.3});
        break;
    case ItemList::Symbol::Point:
        painter.setPen(Qt::NoPen);
        painter.setBrush(style::kText2);
        painter.drawEllipse(dots(centre), 1.4 * kDotsPerPoint, 1.4 * kDotsPerPoint);
        painter.setBrush(Qt::NoBrush);
        break;
    }
}

void paintShapes(QPainter& painter, const std::vector<Shape>& shapes, QPointF origin)
{
    for (const Shape& shape : shapes) {
        if (shape.points.isEmpty()) {
            continue;
        }
        switch (shape.kind) {
        case Shape::Kind::Line:
            painter.setPen(pen(shape.stroke, shape.width, shape.dash));
            painter.setBrush(Qt::NoBrush);
            painter.drawPolyline(dots(shape.points, origin));
            break;
        case Shape::Kind::Polygon:
            paintPolygon(painter, shape, origin);
            break;
        case Shape::Kind::Circle:
            painter.setPen(pen(shape.stroke, shape.width));
            painter.setBrush(shape.fill);
            painter.drawEllipse(
                dots(shape.points.front() + origin), shape.size * kDotsPerPoint, shape.size * kDotsPerPoint);
            break;
        case Shape::Kind::Tag: {
            const QPointF at = shape.points.front() + origin;
            paintTag(painter,
                     shape.text,
                     {at.x() - tagWidth(shape.text, shape.size) / 2.0, at.y()},
                     shape.size,
                     false);
            break;
        }
        case Shape::Kind::Text:
            paintText(painter, shape, origin);
            break;
        }
    }
    painter.setBrush(Qt::NoBrush);
}

} // namespace wherewithal::app
