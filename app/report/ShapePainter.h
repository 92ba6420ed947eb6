// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/report/ChartLayout.h"

#include <QRectF>

class QPainter;

/// Draws shapes and small marks on a painter whose unit is a dot (1/1200 inch); all arguments are points.
namespace wherewithal::app {

void paintShapes(QPainter& painter, const std::vector<Shape>& shapes, QPointF origin);
/// Letter on a rounded square, or in an outlined one; returns the width it took.
double paintTag(QPainter& painter, const QString& letter, QPointF centreLeft, double side, bool isOutlined);
[[nodiscard]] double tagWidth(const QString& letter, double side);
/// Lines at 45 degrees in a rectangle: pitch 3.6, as lines, since brush patterns keep the size of device
/// pixels.
void paintHatch(QPainter& painter, const QRectF& rectangle, const QColor& colour, bool isFalling);
void paintBar(QPainter& painter, const QRectF& rectangle, const CellBar& bar);
void paintSymbol(QPainter& painter, ItemList::Symbol symbol, QPointF centre);

} // namespace wherewithal::app
