// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QRectF>
#include <QString>

class QPainter;

namespace wherewithal::app {

/// Draws resources/icons/NAME.svg, 16 x 16, stroke 1.3, in one colour. Nothing is drawn for an unknown name.
void drawIcon(QPainter* painter, const QRectF& square, const QString& name, const QColor& colour);

} // namespace wherewithal::app
