// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/report/ReportDocument.h"

#include <QColor>
#include <QPolygonF>
#include <QSizeF>

#include <functional>
#include <vector>

class QPainter;

/// Charts as lists of shapes: one layout, drawn by a painter on paper and written as SVG in HTML.
namespace wherewithal::app {

enum class Pattern
{
    None,
    Solid,
    Hatch,        ///< rising lines
    CounterHatch, ///< falling lines
    Dots,
};

struct Shape
{
    enum class Kind
    {
        Line,    ///< open polyline
        Polygon, ///< closed
        Text,
        Tag,    ///< letter on a rounded square, `points[0]` its centre
        Circle, ///< `points[0]` centre, `size` radius
    };
    enum class Anchor
    {
        Start,
        Middle,
        End,
    };

    Kind kind = Kind::Line;
    QPolygonF points; ///< points (1/72 inch); of a text the baseline
    QColor stroke;    ///< invalid: none
    double width = 0.7;
    QList<double> dash;
    QColor fill; ///< invalid: none; of a text its colour
    Pattern pattern = Pattern::Solid;
    QString text;
    double size = 8.0; ///< of a font, or a radius
    bool isStrong = false;
    Anchor anchor = Anchor::Start;
};

/// Width of a text in points at a font size, strong or not.
using MeasureText = std::function<double(const QString&, double, bool)>;

/// Round steps for an axis from `low` to `high`: 1, 2, 2.5 or 5 times a power of ten, about `count` of them.
/// Both ends are covered. A range without extent gets one.
[[nodiscard]] std::vector<double> axisTicks(double low, double high, int count);

/// Pushes positions apart until they are `gap` apart and within [low, high]; keeps their order and stays
/// close.
[[nodiscard]] std::vector<double> spread(std::vector<double> positions, double gap, double low, double high);

/// Pure: the same chart and size give the same shapes.
[[nodiscard]] std::vector<Shape>
layOutChart(const Chart& chart, const QLocale& locale, QSizeF size, const MeasureText& measure);

/// A self-contained <svg> element with title and description.
[[nodiscard]] QString
toSvg(const std::vector<Shape>& shapes, QSizeF size, const Chart& chart, const QString& idPrefix);

} // namespace wherewithal::app
