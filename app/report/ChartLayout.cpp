// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/ChartLayout.h"

#include "app/report/ReportStyle.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace wherewithal::app {

namespace {

constexpr double kAxisText = 8.0;
constexpr double kTagGap = 12.5;       ///< between end labels
constexpr double kGreatestShare = 4.0; ///< a month dearer than this many usual months is cut off
constexpr double kFarAbove = 3.0;      ///< a curve that rises to so many times the next lower one is cut off

/// The figure at the end of a curve; one that ends above the plot says so.
QString endTextOf(const Series& series, bool isAbove)
{
    return isAbove ? QString(series.endText + QStringLiteral(" ↑")) : series.endText;
}

/// Maps months and values to points.
struct Frame
{
    QRectF plot;
    int months = 0;
    double low = 0.0;
    double high = 1.0;

    [[nodiscard]] double x(double month) const
    {
        return plot.left() + plot.width() * (months > 1 ? month / (months - 1) : 0.5);
    }
    [[nodiscard]] double y(double value) const
    {
        return plot.bottom() - plot.height() * (value - low) / (high - low);
    }
};

Shape line(QPolygonF points, const QColor& colour, double width, QList<double> dash = {})
{
    return Shape{.kind = Shape::Kind::Line,
                 .points = std::move(points),
                 .stroke = colour,
                 .width = width,
                 .dash = std::move(dash)};
}

Shape text(QPointF at,
           const QString& words,
           const QColor& colour,
           double size,
           Shape::Anchor anchor,
           bool isStrong = false)
{
    return Shape{.kind = Shape::Kind::Text,
                 .points = {at},
                 .fill = colour,
                 .text = words,
                 .size = size,
                 .isStrong = isStrong,
                 .anchor = anchor};
}

Shape polygon(QPolygonF points,
              const QColor& fill,
              Pattern pattern = Pattern::Solid,
              const QColor& stroke = {},
              double width = 0.5)
{
    return Shape{.kind = Shape::Kind::Polygon,
                 .points = std::move(points),
                 .stroke = stroke,
                 .width = width,
                 .fill = fill,
                 .pattern = pattern};
}

QString axisNumber(const QLocale& locale, double value, double step)
{
    const int decimals =
        std::clamp(static_cast<int>(std::ceil(-std::log10(step) - 1e-9)), 0, 6)
        + (std::abs(step * 4.0 - std::round(step * 4.0)) < 1e-9 && step < 1.0 && step > 0.2 ? 1 : 0);
    QString words = locale.toString(std::abs(value) < step * 1e-9 ? 0.0 : std::abs(value), 'f', decimals);
    return value < -step * 1e-9 ? QChar(0x2212) + words : words;
}

bool isFinite(const std::vector<double>& values)
{
    return std::ranges::all_of(values, [](double value) { return std::isfinite(value); });
}

/// Grid lines with their labels at the left; returns the width that the labels take.
double axisWidth(const std::vector<double>& ticks, const QLocale& locale, const MeasureText& measure)
{
    double width = 0.0;
    const double step = ticks.size() > 1 ? ticks[1] - ticks[0] : 1.0;
    for (const double tick : ticks) {
        width = std::max(width, measure(axisNumber(locale, tick, step), kAxisText, false));
    }
    return width;
}

void drawGrid(std::vector<Shape>& shapes,
              const Frame& frame,
              const std::vector<double>& ticks,
              const QLocale& locale)
{
    const double step = ticks.size() > 1 ? ticks[1] - ticks[0] : 1.0;
    for (const double tick : ticks) {
        const double y = frame.y(tick);
        const bool isZero = std::abs(tick) < step * 1e-9;
        shapes.push_back(line({{frame.plot.left(), y}, {frame.plot.right(), y}},
                              isZero ? style::kLine2 : style::kGrid,
                              isZero ? 0.8 : 0.6));
        shapes.push_back(text({frame.plot.left() - 5.0, y + 2.8},
                              axisNumber(locale, tick, step),
                              style::kText2,
                              kAxisText,
                              Shape::Anchor::End));
    }
}

/// A line and a label at each January; a label for the first year where there is none within reach.
void drawYears(std::vector<Shape>& shapes, const Frame& frame, const Chart& chart, double shift)
{
    const int every = chart.months > 84 ? 2 : 1;
    for (int m = 0; m < chart.months; ++m) {
        const int month = (chart.starts.month - 1 + m) % 12;
        const int year = chart.starts.year + (chart.starts.month - 1 + m) / 12;
        if (month == 0 && (year - chart.starts.year) % every == 0) {
            const double x = frame.x(m) + shift;
            shapes.push_back(
                line({{x, frame.plot.top()}, {x, frame.plot.bottom() + 4.0}}, style::kGrid, 0.6));
            shapes.push_back(text({x + 2.5, frame.plot.bottom() + 11.0},
                                  QString::number(year),
                                  style::kText2,
                                  kAxisText,
                                  Shape::Anchor::Start));
        }
    }
    if (chart.months < 13 && chart.starts.month != 1) {
        shapes.push_back(text({frame.plot.left(), frame.plot.bottom() + 11.0},
                              QString::fromStdString(model::text(chart.starts)),
                              style::kText2,
                              kAxisText,
                              Shape::Anchor::Start));
    }
}

QPolygonF curve(const Frame& frame, const std::vector<double>& values)
{
    QPolygonF points;
    for (std::size_t m = 0; m < values.size(); ++m) {
        points << QPointF(frame.x(static_cast<double>(m)), frame.y(values[m]));
    }
    return points;
}

/// The parts of a curve below the top of the plot, each cut where it leaves it.
std::vector<QPolygonF> partsInside(const QPolygonF& points, double top)
{
    std::vector<QPolygonF> parts;
    for (qsizetype i = 0; i < points.size(); ++i) {
        const bool isInside = points[i].y() >= top;
        const bool wasInside = i > 0 && points[i - 1].y() >= top;
        if (i > 0 && isInside != wasInside) {
            const QPointF& from = points[i - 1];
            const double share = (top - from.y()) / (points[i].y() - from.y());
            const QPointF edge(from.x() + share * (points[i].x() - from.x()), top);
            if (isInside) {
                parts.push_back({edge});
            } else {
                parts.back() << edge;
            }
        } else if (isInside && parts.empty()) {
            parts.emplace_back();
        }
        if (isInside) {
            parts.back() << points[i];
        }
    }
    return parts;
}

/// Top of the axis on which curves can be told apart: one that rises to many times the next lower one would
/// press all others to the bottom, so it goes on above the plot. Two curves, and half of them, stay inside.
double axisTop(const Chart& chart)
{
    std::vector<double> tops;
    for (const Series& series : chart.series) {
        tops.push_back(series.values.empty() ? 0.0 : *std::ranges::max_element(series.values));
    }
    std::ranges::sort(tops);
    for (std::size_t count = std::max<std::size_t>(2, (tops.size() + 1) / 2); count < tops.size(); ++count) {
        if (tops[count - 1] > 0.0 && tops[count] > kFarAbove * tops[count - 1]) {
            return tops[count - 1];
        }
    }
    return tops.empty() ? 0.0 : tops.back();
}

void drawBand(std::vector<Shape>& shapes, const Frame& frame, const Series& series)
{
    if (series.low.size() != series.values.size() || series.high.size() != series.values.size()
        || !isFinite(series.low) || !isFinite(series.high)) {
        return;
    }
    QPolygonF points = curve(frame, series.high);
    const QPolygonF back = curve(frame, series.low);
    std::copy(back.crbegin(), back.crend(), std::back_inserter(points));
    for (QPointF& point : points) {
        point.setY(std::clamp(point.y(), frame.plot.top(), frame.plot.bottom()));
    }
    QColor fill = style::letterColour(series.letter);
    fill.setAlphaF(0.13F);
    shapes.push_back(polygon(points, fill));
}

void drawEndLabels(std::vector<Shape>& shapes, const Frame& frame, const Chart& chart)
{
    std::vector<std::size_t> order(chart.series.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
        return chart.series[a].values.back() > chart.series[b].values.back();
    });
    std::vector<double> places;
    for (const std::size_t index : order) {
        places.push_back(frame.y(chart.series[index].values.back()));
    }
    places = spread(std::move(places), kTagGap, frame.plot.top() + 4.0, frame.plot.bottom() - 2.0);
    for (std::size_t i = 0; i < order.size(); ++i) {
        const Series& series = chart.series[order[i]];
        const double tagX = frame.plot.right() + 10.0;
        shapes.push_back(Shape{.kind = Shape::Kind::Tag,
                               .points = {QPointF(tagX, places[i])},
                               .fill = style::letterColour(series.letter),
                               .text = series.letter,
                               .size = 10.5});
        const bool isAbove = frame.y(series.values.back()) < frame.plot.top() - 1.0;
        shapes.push_back(text({tagX + 8.5, places[i] + 2.9},
                              endTextOf(series, isAbove),
                              style::kText,
                              kAxisText,
                              Shape::Anchor::Start));
    }
}

void drawMarks(std::vector<Shape>& shapes, const Frame& frame, const Chart& chart, const MeasureText& measure)
{
    for (const ChartMark& mark : chart.marks) {
        const QPointF at(frame.x(mark.monthIndex), frame.y(mark.value));
        shapes.push_back(Shape{.kind = Shape::Kind::Circle,
                               .points = {at},
                               .stroke = style::kText,
                               .width = 1.1,
                               .fill = QColor(Qt::white),
                               .size = 3.0});
        const double width = measure(mark.text, kAxisText, true);
        const double left = std::clamp(at.x() - width / 2.0,
                                       frame.plot.left() + 2.0,
                                       std::max(frame.plot.right() - width - 2.0, frame.plot.left() + 2.0));
        const bool isBelow = at.y() + 24.0 < frame.plot.bottom();
        const double y = isBelow ? at.y() + 20.0 : at.y() - 10.0;
        shapes.push_back(polygon({{left - 2.0, y - 8.0},
                                  {left + width + 2.0, y - 8.0},
                                  {left + width + 2.0, y + 2.5},
                                  {left - 2.0, y + 2.5}},
                                 QColor(255, 255, 255, 215)));
        shapes.push_back(text({left, y}, mark.text, style::kText, kAxisText, Shape::Anchor::Start, true));
    }
}

std::vector<Shape>
layOutLines(const Chart& chart, const QLocale& locale, QSizeF size, const MeasureText& measure)
{
    double low = 0.0;
    double high = 0.0;
    double endWidth = 0.0;
    const double top = axisTop(chart);
    for (const Series& series : chart.series) {
        for (const double value : series.values) {
            low = std::min(low, value);
            high = std::max(high, std::min(value, top));
        }
        endWidth = std::max(endWidth,
                            measure(endTextOf(series, !series.values.empty() && series.values.back() > top),
                                    kAxisText,
                                    false));
    }
    // Of the bands only the first one counts: that of the reference may reach far above all curves.
    const Series& first = chart.series.front();
    if (!first.values.empty() && first.values.back() <= top) {
        for (const double value : first.low) {
            low = std::min(low, value);
        }
        for (const double value : first.high) {
            high = std::max(high, std::min(value, kFarAbove * top));
        }
    }
    const std::vector<double> ticks = axisTicks(low, high, size.height() > 130.0 ? 4 : 3);
    const double left = axisWidth(ticks, locale, measure) + 8.0;
    const double right = endWidth + 22.0;
    const Frame frame{
        .plot = QRectF(
            left, 5.0, std::max(size.width() - left - right, 10.0), std::max(size.height() - 22.0, 10.0)),
        .months = chart.months,
        .low = ticks.front(),
        .high = ticks.back()};
    std::vector<Shape> shapes;
    drawGrid(shapes, frame, ticks, locale);
    drawYears(shapes, frame, chart, 0.0);
    for (const Series& series : chart.series) {
        drawBand(shapes, frame, series);
    }
    for (const bool isMain : {false, true}) {
        for (const Series& series : chart.series) {
            if (series.isMain == isMain) {
                for (QPolygonF& part : partsInside(curve(frame, series.values), frame.plot.top())) {
                    shapes.push_back(line(std::move(part),
                                          style::letterColour(series.letter),
                                          isMain ? 1.8 : 1.05,
                                          style::letterDash(series.letter)));
                }
            }
        }
    }
    drawEndLabels(shapes, frame, chart);
    drawMarks(shapes, frame, chart, measure);
    return shapes;
}

struct FillLook
{
    QColor fill;
    Pattern pattern = Pattern::Solid;
    QColor stroke;
};

FillLook lookOf(const Series& series)
{
    const QColor own = style::letterColour(series.letter);
    QColor light = own;
    light.setAlphaF(0.78F);
    switch (series.fill) {
    case Fill::Solid:
        return {.fill = light, .pattern = Pattern::Solid, .stroke = own};
    case Fill::Hatched:
        return {.fill = own, .pattern = Pattern::Hatch, .stroke = own};
    case Fill::Ink:
        return {.fill = style::kText2, .pattern = Pattern::Solid, .stroke = style::kText2};
    case Fill::InkHatched:
        return {.fill = style::kText2, .pattern = Pattern::CounterHatch, .stroke = style::kText2};
    case Fill::InkDotted:
        return {.fill = style::kText2, .pattern = Pattern::Dots, .stroke = style::kText2};
    case Fill::Outline:
        return {.fill = {}, .pattern = Pattern::None, .stroke = style::kText2};
    }
    return {};
}

/// Legend in as many rows as it needs; returns its height.
double drawLegend(std::vector<Shape>& shapes, const Chart& chart, double width, const MeasureText& measure)
{
    double x = 0.0;
    double y = 0.0;
    for (const Series& series : chart.series) {
        const double needed = 12.0 + measure(series.label, kAxisText, false) + 12.0;
        if (x > 0.0 && x + needed > width) {
            x = 0.0;
            y += 13.0;
        }
        const FillLook look = lookOf(series);
        shapes.push_back(polygon({{x, y + 1.0}, {x + 8.0, y + 1.0}, {x + 8.0, y + 9.0}, {x, y + 9.0}},
                                 look.fill,
                                 look.pattern,
                                 look.stroke));
        shapes.push_back(
            text({x + 12.0, y + 7.8}, series.label, style::kText2, kAxisText, Shape::Anchor::Start));
        x += needed;
    }
    return y + 18.0;
}

struct StackRange
{
    double low = 0.0;
    double high = 0.0;
};

/// Sums of each month; months far above the others (capital) are cut, with their value written at the top.
StackRange stackRange(const Chart& chart, std::vector<double>& above)
{
    StackRange range;
    above.assign(static_cast<std::size_t>(chart.months), 0.0);
    std::vector<double> below(static_cast<std::size_t>(chart.months), 0.0);
    for (const Series& series : chart.series) {
        for (std::size_t m = 0; m < std::min(series.values.size(), above.size()); ++m) {
            (series.values[m] >= 0.0 ? above[m] : below[m]) += series.values[m];
        }
    }
    const auto cut = [](std::vector<double> sums, double sign) {
        for (double& sum : sums) {
            sum *= sign;
        }
        std::ranges::sort(sums);
        if (sums.empty()) {
            return 0.0;
        }
        const double usual = sums[sums.size() / 2];
        double limit = sums.back();
        if (usual > 0.0 && limit > kGreatestShare * usual) {
            const auto within = std::upper_bound(sums.begin(), sums.end(), kGreatestShare * usual);
            limit = *std::prev(within) * 1.25;
        }
        return limit;
    };
    range.high = cut(above, 1.0);
    range.low = -cut(below, -1.0);
    // A residual value in one month must not flatten all others.
    range.low = std::max(range.low, -0.5 * range.high);
    return range;
}

std::vector<Shape>
layOutStack(const Chart& chart, const QLocale& locale, QSizeF size, const MeasureText& measure)
{
    std::vector<Shape> shapes;
    const double legend = drawLegend(shapes, chart, size.width(), measure);
    std::vector<double> sums;
    const StackRange range = stackRange(chart, sums);
    const std::vector<double> ticks = axisTicks(range.low, range.high, 5);
    const double left = axisWidth(ticks, locale, measure) + 8.0;
    const QRectF plot(left,
                      legend + 10.0,
                      std::max(size.width() - left, 10.0),
                      std::max(size.height() - legend - 28.0, 10.0));
    const double pitch = plot.width() / std::max(chart.months, 1);
    Frame frame{.plot = plot.adjusted(pitch / 2.0, 0.0, -pitch / 2.0, 0.0),
                .months = chart.months,
                .low = ticks.front(),
                .high = ticks.back()};
    Frame whole = frame;
    whole.plot = plot;
    drawGrid(shapes, whole, ticks, locale);
    drawYears(shapes, frame, chart, -pitch / 2.0);
    const double half = pitch * 0.43;
    for (int m = 0; m < chart.months; ++m) {
        double top = 0.0;
        double bottom = 0.0;
        const auto month = static_cast<std::size_t>(m);
        for (const Series& series : chart.series) {
            if (month >= series.values.size() || series.values[month] == 0.0) {
                continue;
            }
            double& edge = series.values[month] > 0.0 ? top : bottom;
            const double from = std::clamp(edge, frame.low, frame.high);
            edge += series.values[month];
            const double to = std::clamp(edge, frame.low, frame.high);
            if (std::abs(frame.y(from) - frame.y(to)) < 0.02) {
                continue;
            }
            const FillLook look = lookOf(series);
            const double x = frame.x(m);
            shapes.push_back(polygon({{x - half, frame.y(from)},
                                      {x + half, frame.y(from)},
                                      {x + half, frame.y(to)},
                                      {x - half, frame.y(to)}},
                                     look.fill,
                                     look.pattern,
                                     look.stroke,
                                     0.4));
        }
        for (const double edge : {top, bottom}) {
            const bool isOver = edge > frame.high;
            if (isOver || edge < frame.low) {
                const QString words = axisNumber(locale, edge, std::abs(edge) >= 100.0 ? 1.0 : 0.1);
                const double width = measure(words, kAxisText, true);
                const double x = std::clamp(frame.x(m) - width / 2.0, plot.left(), plot.right() - width);
                shapes.push_back(text({x, isOver ? plot.top() - 3.0 : plot.bottom() - 2.0},
                                      words,
                                      style::kText,
                                      kAxisText,
                                      Shape::Anchor::Start,
                                      true));
            }
        }
    }
    return shapes;
}

QString number(double value)
{
    QString words = QString::number(value, 'f', 2);
    return words == QLatin1String("-0.00") ? QStringLiteral("0.00") : words;
}

QString pointList(const QPolygonF& points)
{
    QString list;
    for (const QPointF& point : points) {
        list += (list.isEmpty() ? QString() : QStringLiteral(" ")) + number(point.x()) + QLatin1Char(',')
                + number(point.y());
    }
    return list;
}

QString patternId(const Shape& shape, const QString& prefix)
{
    const QString kind = shape.pattern == Pattern::Hatch          ? QStringLiteral("h")
                         : shape.pattern == Pattern::CounterHatch ? QStringLiteral("c")
                                                                  : QStringLiteral("d");
    return prefix + kind + shape.fill.name().mid(1);
}

QString patternDefinition(const Shape& shape, const QString& id)
{
    const QString colour = shape.fill.name();
    if (shape.pattern == Pattern::Dots) {
        return QStringLiteral(
                   "<pattern id=\"%1\" width=\"3\" height=\"3\" patternUnits=\"userSpaceOnUse\"><circle "
                   "cx=\"1.5\" cy=\"1.5\" r=\"0.6\" fill=\"%2\"/></pattern>")
            .arg(id, colour);
    }
    const QString turn = shape.pattern == Pattern::Hatch ? QStringLiteral("45") : QStringLiteral("-45");
    return QStringLiteral("<pattern id=\"%1\" width=\"3.6\" height=\"3.6\" patternUnits=\"userSpaceOnUse\" "
                          "patternTransform=\"rotate(%3)\"><path d=\"M1.8,0V3.6\" stroke=\"%2\" "
                          "stroke-width=\"1\"/></pattern>")
        .arg(id, colour, turn);
}

QString paintAttributes(const Shape& shape, const QString& idPrefix)
{
    QString attributes;
    if (!shape.fill.isValid() || shape.pattern == Pattern::None) {
        attributes += QStringLiteral(" fill=\"none\"");
    } else if (shape.pattern == Pattern::Solid) {
        attributes += QStringLiteral(" fill=\"%1\"").arg(shape.fill.name());
        if (shape.fill.alpha() < 255) {
            attributes +=
                QStringLiteral(" fill-opacity=\"%1\"").arg(number(static_cast<double>(shape.fill.alphaF())));
        }
    } else {
        attributes += QStringLiteral(" fill=\"url(#%1)\"").arg(patternId(shape, idPrefix));
    }
    if (shape.stroke.isValid()) {
        attributes += QStringLiteral(" stroke=\"%1\" stroke-width=\"%2\"")
                          .arg(shape.stroke.name(), number(shape.width));
    }
    if (!shape.dash.isEmpty()) {
        QStringList lengths;
        for (const double length : shape.dash) {
            lengths << number(length);
        }
        attributes += QStringLiteral(" stroke-dasharray=\"%1\"").arg(lengths.join(QLatin1Char(' ')));
    }
    return attributes;
}

QString element(const Shape& shape, const QString& idPrefix)
{
    const QPointF at = shape.points.isEmpty() ? QPointF() : shape.points.front();
    switch (shape.kind) {
    case Shape::Kind::Line:
        return QStringLiteral("<polyline points=\"%1\" fill=\"none\" stroke=\"%2\" stroke-width=\"%3\" "
                              "stroke-linejoin=\"round\"%4/>")
            .arg(pointList(shape.points),
                 shape.stroke.name(),
                 number(shape.width),
                 shape.dash.isEmpty() ? QString()
                                      : paintAttributes(Shape{.dash = shape.dash}, idPrefix)
                                            .remove(QStringLiteral(" fill=\"none\"")));
    case Shape::Kind::Polygon:
        return QStringLiteral("<polygon points=\"%1\"%2/>")
            .arg(pointList(shape.points), paintAttributes(shape, idPrefix));
    case Shape::Kind::Circle:
        return QStringLiteral("<circle cx=\"%1\" cy=\"%2\" r=\"%3\"%4/>")
            .arg(number(at.x()), number(at.y()), number(shape.size), paintAttributes(shape, idPrefix));
    case Shape::Kind::Tag: {
        const double side = shape.size;
        const double wide = std::max(side, side * 0.55 * static_cast<double>(shape.text.size()) + 4.0);
        return QStringLiteral("<rect x=\"%1\" y=\"%2\" width=\"%3\" height=\"%4\" rx=\"2\" "
                              "fill=\"%5\"/><text x=\"%6\" y=\"%7\" font-size=\"7.5\" font-weight=\"bold\" "
                              "fill=\"#fff\" text-anchor=\"middle\">%8</text>")
            .arg(number(at.x() - wide / 2.0),
                 number(at.y() - side / 2.0),
                 number(wide),
                 number(side),
                 shape.fill.name(),
                 number(at.x()),
                 number(at.y() + 2.7),
                 shape.text.toHtmlEscaped());
    }
    case Shape::Kind::Text: {
        const QString anchor = shape.anchor == Shape::Anchor::End      ? QStringLiteral("end")
                               : shape.anchor == Shape::Anchor::Middle ? QStringLiteral("middle")
                                                                       : QStringLiteral("start");
        return QStringLiteral(
                   "<text x=\"%1\" y=\"%2\" font-size=\"%3\" fill=\"%4\" text-anchor=\"%5\"%6>%7</text>")
            .arg(number(at.x()),
                 number(at.y()),
                 number(shape.size),
                 shape.fill.name(),
                 anchor,
                 shape.isStrong ? QStringLiteral(" font-weight=\"bold\"") : QString(),
                 shape.text.toHtmlEscaped());
    }
    }
    return {};
}

} // namespace

std::vector<double> axisTicks(double low, double high, int count)
{
    if (!std::isfinite(low) || !std::isfinite(high) || low > high) {
        low = 0.0;
        high = 1.0;
    }
    if (high - low < 1e-12 * std::max(1.0, std::abs(high))) {
        high = low + std::max(1.0, std::abs(low));
    }
    const double rough = (high - low) / std::max(count, 1);
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    double step = 10.0 * power;
    for (const double factor : {1.0, 2.0, 2.5, 5.0}) {
        if (factor * power >= rough * (1.0 - 1e-9)) {
            step = factor * power;
            break;
        }
    }
    std::vector<double> ticks;
    const double first = std::floor(low / step + 1e-9);
    const double last = std::ceil(high / step - 1e-9);
    for (double index = first; index <= last + 0.5; index += 1.0) {
        ticks.push_back(index * step);
    }
    return ticks;
}

std::vector<double> spread(std::vector<double> positions, double gap, double low, double high)
{
    for (std::size_t i = 1; i < positions.size(); ++i) {
        positions[i] = std::max(positions[i], positions[i - 1] + gap);
    }
    // What hangs over the lower end is pushed back up, then what hangs over the upper end down again.
    double limit = high;
    for (std::size_t i = positions.size(); i-- > 0;) {
        positions[i] = std::min(positions[i], limit);
        limit = positions[i] - gap;
    }
    double floor = low;
    for (double& position : positions) {
        position = std::max(position, floor);
        floor = position + gap;
    }
    return positions;
}

std::vector<Shape>
layOutChart(const Chart& chart, const QLocale& locale, QSizeF size, const MeasureText& measure)
{
    Chart drawable = chart;
    std::erase_if(drawable.series, [&](const Series& series) {
        return series.values.empty() || series.values.size() != static_cast<std::size_t>(chart.months)
               || !isFinite(series.values);
    });
    if (drawable.series.empty() || drawable.months < 1) {
        return {};
    }
    return chart.kind == Chart::Kind::Lines ? layOutLines(drawable, locale, size, measure)
                                            : layOutStack(drawable, locale, size, measure);
}

QString toSvg(const std::vector<Shape>& shapes, QSizeF size, const Chart& chart, const QString& idPrefix)
{
    QString svg = QStringLiteral("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 %1 "
                                 "%2\" font-family=\"Roboto,sans-serif\"><title>%3</title><desc>%4</desc>")
                      .arg(number(size.width()),
                           number(size.height()),
                           chart.title.toHtmlEscaped(),
                           chart.description.toHtmlEscaped());
    QStringList known;
    for (const Shape& shape : shapes) {
        const bool isPattern = shape.kind == Shape::Kind::Polygon && shape.fill.isValid()
                               && (shape.pattern == Pattern::Hatch || shape.pattern == Pattern::CounterHatch
                                   || shape.pattern == Pattern::Dots);
        if (isPattern && !known.contains(patternId(shape, idPrefix))) {
            known << patternId(shape, idPrefix);
            svg +=
                QStringLiteral("<defs>") + patternDefinition(shape, known.last()) + QStringLiteral("</defs>");
        }
        svg += element(shape, idPrefix) + QLatin1Char('\n');
    }
    return svg + QStringLiteral("</svg>");
}

} // namespace wherewithal::app
