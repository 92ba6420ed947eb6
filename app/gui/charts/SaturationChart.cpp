// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/charts/SaturationChart.h"

#include "app/gui/theme/Metrics.h"
#include "app/gui/theme/Paint.h"
#include "app/gui/theme/Tokens.h"

#include <QAreaSeries>
#include <QLineSeries>
#include <QPainter>
#include <QValueAxis>

#include <algorithm>
#include <array>
#include <cmath>

namespace wherewithal::app {

namespace {

/// Dashes that tell the curves apart without colour; the selected one is solid.
QList<qreal> dashOf(std::size_t index)
{
    static const std::array<QList<qreal>, 4> kDashes{
        QList<qreal>{5, 2.5}, QList<qreal>{1.5, 2}, QList<qreal>{6, 2, 1.5, 2}, QList<qreal>{3, 1.5}};
    return kDashes[index % kDashes.size()];
}

} // namespace

double latencyOf(const simulator::ReplicaCurvePoint& point, LatencyKind kind)
{
    return kind == LatencyKind::EndToEnd     ? point.endToEndP95Seconds
           : kind == LatencyKind::FirstToken ? point.firstTokenP95Seconds
                                             : point.perTokenP95Seconds;
}

SaturationChart::SaturationChart(QWidget* parent)
    : PlainChartView(parent)
{
    setObjectName(QStringLiteral("saturationChart"));
    setAccessibleName(tr("Latency of one replica against its load"));
    setMinimumHeight(px(150));
    yAxis()->setGridLineVisible(false); // drawn with the ticks, in one geometry
}

void SaturationChart::setContent(Content content)
{
    m_content = std::move(content);
    m_hoverRate.reset();
    rebuild();
    QStringList said;
    const Format format;
    for (const Curve& curve : m_content.curves) {
        said.append(curve.values.sustainedPerSecond
                        ? tr("%1 sustains %2 requests per second")
                              .arg(curve.name, format.significant(curve.values.sustainedPerSecond))
                        : tr("%1 misses the objective at any load").arg(curve.name));
    }
    setDescription(said.join(QStringLiteral(". ")));
}

void SaturationChart::rebuild()
{
    removeAll();
    double right = 0.0;
    double top = 0.0;
    for (const Curve& curve : m_content.curves) {
        if (curve.values.points.empty()) {
            continue;
        }
        right = std::max(right, curve.values.points.back().requestsPerSecond);
        top = std::max(top, latencyOf(curve.values.points.back(), m_content.kind) * scale());
    }
    for (const Measured& point : m_content.measured) {
        right = std::max(right, point.perSecond);
        top = std::max(top, point.seconds * scale());
    }
    if (right <= 0.0 || !std::isfinite(top)) {
        m_xTicks.clear();
        m_yTicks.clear();
        layoutPlot();
        return;
    }
    if (m_content.objectiveSeconds) { // curves are cut at twice the objective: beyond it nobody decides
        const double objective = *m_content.objectiveSeconds * scale();
        top = std::clamp(top, 1.15 * objective, std::max(1.15 * objective, 2.0 * objective));
    }
    m_xTicks = niceTicks(0.0, right * 1.12, 6);
    m_yTicks = niceTicks(0.0, top, 5);
    setAxes(0.0, m_xTicks.back(), m_yTicks);
    const double ceiling = m_yTicks.back();
    for (const Curve& curve : m_content.curves) {
        QList<QPointF> line;
        QList<QPointF> low;
        QList<QPointF> high;
        for (const auto& point : curve.values.points) {
            const double y = std::min(latencyOf(point, m_content.kind) * scale(), ceiling);
            line.append({point.requestsPerSecond, y});
            low.append({point.requestsPerSecond * curve.values.errorLow, y});
            high.append({std::min(point.requestsPerSecond * curve.values.errorHigh, m_xTicks.back()), y});
            if (y >= ceiling) {
                break;
            }
        }
        if (curve.isSelected && !line.isEmpty()) {
            low.append({high.back().x(), low.back().y()}); // the upper edge ends above the lower one
            addBand(low, high)->setObjectName(QStringLiteral("band"));
        }
        addLine(line)->setObjectName(curve.key);
    }
    recolour();
    layoutPlot();
}

void SaturationChart::recolour()
{
    const Tokens& t = tokens();
    std::size_t dash = 0;
    for (QAbstractSeries* series : chart()->series()) {
        if (auto* band = qobject_cast<QAreaSeries*>(series)) {
            QColor fill = t.accent;
            fill.setAlphaF(t.isDark ? 0.20F : 0.13F);
            band->setBrush(fill);
            band->setPen(Qt::NoPen);
            continue;
        }
        const auto curve = std::ranges::find(m_content.curves, series->objectName(), &Curve::key);
        const bool isSelected = curve != m_content.curves.end() && curve->isSelected;
        QPen pen(isSelected ? t.accent : t.text2, pxf(isSelected ? 2.4 : 1.4));
        pen.setJoinStyle(Qt::RoundJoin);
        if (!isSelected) {
            pen.setDashPattern(dashOf(dash++));
        }
        qobject_cast<QLineSeries*>(series)->setPen(pen);
    }
}

void SaturationChart::drawBackground(QPainter* painter, const QRectF& rect)
{
    PlainChartView::drawBackground(painter, rect);
    const QRectF plot = plotArea();
    painter->setPen(QPen(tokens().grid, 1));
    for (const double tick : m_yTicks) {
        painter->drawLine(at(xAxis()->min(), tick), QPointF(plot.right(), at(0, tick).y()));
    }
}

QMargins SaturationChart::plotMargins() const
{
    return {px(34), px(10), px(86), px(34)};
}

void SaturationChart::paintOverlay(QPainter* painter, const QRectF& plot)
{
    painter->setRenderHint(QPainter::Antialiasing);
    if (m_xTicks.empty()) {
        return;
    }
    paintAxes(painter, plot);
    paintObjective(painter, plot);
    paintCapacities(painter, plot);
    paintNames(painter, plot);
    paintMeasured(painter, plot);
    paintHover(painter, plot);
}

void SaturationChart::paintAxes(QPainter* painter, const QRectF& plot) const
{
    const Tokens& t = tokens();
    const Format format;
    const QFont small = typeFont(Type::Small);
    for (const double tick : m_yTicks) {
        drawNumber(painter,
                   QRectF(0, at(0, tick).y() - pxf(8), plot.left() - pxf(6), pxf(16)),
                   format.plain(tick),
                   small,
                   t.text2,
                   Qt::AlignRight);
    }
    painter->setPen(QPen(t.line2, 1));
    painter->drawLine(plot.bottomLeft(), plot.bottomRight());
    for (const double tick : m_xTicks) {
        drawNumber(painter,
                   QRectF(at(tick, 0).x() - pxf(30), plot.bottom() + pxf(3), pxf(60), pxf(15)),
                   format.plain(tick),
                   small,
                   t.text2,
                   Qt::AlignHCenter);
    }
    const QString what = m_content.kind == LatencyKind::EndToEnd     ? tr("end-to-end latency P95, s")
                         : m_content.kind == LatencyKind::FirstToken ? tr("time to first token P95, ms")
                                                                     : tr("time per token P95, ms");
    drawNumber(painter,
               QRectF(plot.left() + pxf(5), plot.top() - pxf(2), plot.width(), pxf(16)),
               what,
               small,
               t.text2,
               Qt::AlignLeft);
    drawNumber(painter,
               QRectF(plot.left(), plot.bottom() + pxf(17), plot.width(), pxf(16)),
               tr("offered load of one replica, requests/s"),
               small,
               t.text2,
               Qt::AlignRight);
}

void SaturationChart::paintObjective(QPainter* painter, const QRectF& plot) const
{
    if (!m_content.objectiveSeconds) {
        return;
    }
    const Tokens& t = tokens();
    const Format format;
    const double value = *m_content.objectiveSeconds * scale();
    const double y = at(0, value).y();
    QPen pen(t.bad, pxf(1.3));
    pen.setDashPattern({4, 2.5});
    painter->setPen(pen);
    painter->drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
    const QString unit = m_content.kind == LatencyKind::EndToEnd ? QStringLiteral("s") : QStringLiteral("ms");
    drawNumber(painter,
               QRectF(plot.right() + pxf(4), y - pxf(16), pxf(82), pxf(15)),
               tr("objective"),
               typeFont(Type::Small),
               t.bad,
               Qt::AlignLeft);
    drawNumber(painter,
               QRectF(plot.right() + pxf(4), y - pxf(2), pxf(82), pxf(15)),
               QStringLiteral("≤ %1 %2").arg(format.plain(value), unit),
               typeFont(Type::Small),
               t.bad,
               Qt::AlignLeft);
}

void SaturationChart::paintCapacities(QPainter* painter, const QRectF& plot) const
{
    const Tokens& t = tokens();
    const Format format;
    double end = -1e9;
    std::vector<const Curve*> order;
    for (const Curve& curve : m_content.curves) {
        if (curve.values.sustainedPerSecond) {
            order.push_back(&curve);
        }
    }
    std::ranges::sort(order, {}, [](const Curve* curve) { return *curve->values.sustainedPerSecond; });
    double lift = 0.0;
    for (const Curve* curve : order) {
        const double rate = *curve->values.sustainedPerSecond;
        const auto value = valueAt(*curve, rate);
        const double y = value.value_or(m_yTicks.front());
        const QColor colour = curve->isSelected ? t.accent : t.text2;
        const QPointF point = at(rate, std::min(y, m_yTicks.back()));
        painter->setPen(QPen(colour, pxf(1.3), Qt::DotLine));
        painter->drawLine(point, QPointF(point.x(), plot.bottom()));
        painter->setPen(QPen(colour, pxf(1.8)));
        painter->setBrush(t.base);
        painter->drawEllipse(point, pxf(4), pxf(4));
        const QString text = format.significant(rate);
        const double width = QFontMetricsF(typeFont(Type::Header)).horizontalAdvance(text);
        lift = point.x() + pxf(5) < end ? lift + pxf(16) : 0.0;
        const QRectF box(point.x() + pxf(4), plot.bottom() - pxf(20) - lift, width + pxf(2), pxf(15));
        painter->fillRect(box, t.base);
        drawNumber(painter,
                   box.adjusted(1, 0, 0, 0),
                   text,
                   typeFont(Type::Header),
                   curve->isSelected ? t.text : t.text2,
                   Qt::AlignLeft);
        end = point.x() + pxf(9) + width;
    }
    painter->setBrush(Qt::NoBrush);
}

void SaturationChart::paintNames(QPainter* painter, const QRectF& plot) const
{
    const Tokens& t = tokens();
    const QFont font = typeFont(Type::Header);
    const QFontMetricsF metrics(font);
    std::vector<QRectF> taken;
    for (const Curve& curve : m_content.curves) {
        if (curve.values.points.empty()) {
            continue;
        }
        QPointF end;
        for (const auto& point : curve.values.points) {
            const double y = latencyOf(point, m_content.kind) * scale();
            end = at(point.requestsPerSecond, std::min(y, m_yTicks.back()));
            if (y >= m_yTicks.back()) {
                break;
            }
        }
        const double width = metrics.horizontalAdvance(curve.name);
        QRectF box(std::clamp(end.x() - width - pxf(6), plot.left() + pxf(2), plot.right() - width),
                   std::max(end.y() - pxf(18), plot.top() + pxf(16)),
                   width,
                   pxf(15));
        while (std::ranges::any_of(taken, [&](const QRectF& other) { return other.intersects(box); })
               && box.bottom() < plot.bottom() - pxf(24)) {
            box.translate(0, pxf(16));
        }
        taken.push_back(box);
        painter->fillRect(box, t.base);
        drawNumber(painter, box, curve.name, font, curve.isSelected ? t.accent : t.text2, Qt::AlignLeft);
    }
}

void SaturationChart::paintMeasured(QPainter* painter, const QRectF& plot) const
{
    if (m_content.measured.empty()) {
        return;
    }
    const Tokens& t = tokens();
    painter->setPen(QPen(t.text, pxf(1.6)));
    const double arm = pxf(4);
    const auto cross = [&](const QPointF& centre) {
        painter->drawLine(centre - QPointF(arm, 0), centre + QPointF(arm, 0));
        painter->drawLine(centre - QPointF(0, arm), centre + QPointF(0, arm));
    };
    for (const Measured& point : m_content.measured) {
        cross(at(point.perSecond, std::min(point.seconds * scale(), m_yTicks.back())));
    }
    cross({plot.right() + pxf(9), plot.top() + pxf(20)});
    drawNumber(painter,
               QRectF(plot.right() + pxf(17), plot.top() + pxf(12), pxf(69), pxf(15)),
               tr("measured"),
               typeFont(Type::Small),
               t.text2,
               Qt::AlignLeft);
    drawNumber(painter,
               QRectF(plot.right() + pxf(17), plot.top() + pxf(26), pxf(69), pxf(15)),
               m_content.measuredNote,
               typeFont(Type::Small),
               t.text2,
               Qt::AlignLeft);
}

std::optional<double> SaturationChart::valueAt(const Curve& curve, double perSecond) const
{
    const auto& points = curve.values.points;
    const auto above =
        std::ranges::find_if(points, [&](const auto& point) { return point.requestsPerSecond >= perSecond; });
    if (above == points.end()) {
        return std::nullopt;
    }
    const double high = latencyOf(*above, m_content.kind) * scale();
    if (above == points.begin()) {
        return above->requestsPerSecond == perSecond ? std::optional(high) : std::nullopt;
    }
    const auto& below = *(above - 1);
    const double share =
        (perSecond - below.requestsPerSecond) / (above->requestsPerSecond - below.requestsPerSecond);
    const double low = latencyOf(below, m_content.kind) * scale();
    return low + share * (high - low);
}

void SaturationChart::hover(const std::optional<QPointF>& position)
{
    PlainChartView::hover(position);
    m_hoverRate.reset();
    const QRectF plot = plotArea();
    if (position && plot.contains(*position) && !m_xTicks.empty()) {
        m_hoverRate =
            xAxis()->min() + (position->x() - plot.left()) / plot.width() * (xAxis()->max() - xAxis()->min());
    }
    viewport()->update();
}

void SaturationChart::paintHover(QPainter* painter, const QRectF& plot) const
{
    if (!m_hoverRate) {
        return;
    }
    const Tokens& t = tokens();
    const Format format;
    const double x = at(*m_hoverRate, 0).x();
    painter->setPen(QPen(t.muted, 1));
    painter->drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
    QStringList lines{tr("%1 requests/s").arg(format.significant(*m_hoverRate))};
    for (const Curve& curve : m_content.curves) {
        const auto value = valueAt(curve, *m_hoverRate);
        lines.append(tr("%1: %2").arg(curve.name, value ? format.significant(*value) : tr("overloaded")));
    }
    const QFont font = typeFont(Type::Small);
    double width = 0.0;
    for (const QString& line : lines) {
        width = std::max(width, QFontMetricsF(font).horizontalAdvance(line));
    }
    const double left = x + pxf(8) + width + pxf(12) > plot.right() ? x - pxf(20) - width : x + pxf(8);
    const QRectF box(
        left, plot.top() + pxf(22), width + pxf(12), pxf(15) * static_cast<double>(lines.size()) + pxf(8));
    painter->fillRect(box, t.toolTip);
    for (qsizetype line = 0; line < lines.size(); ++line) {
        drawNumber(painter,
                   QRectF(box.left() + pxf(6),
                          box.top() + pxf(4) + pxf(15) * static_cast<double>(line),
                          width,
                          pxf(15)),
                   lines[line],
                   font,
                   t.toolTipText,
                   Qt::AlignLeft);
    }
}

QString SaturationChart::optionAt(const QPointF& position) const
{
    if (m_xTicks.empty()) {
        return {};
    }
    const QRectF plot = plotArea();
    const double rate =
        xAxis()->min() + (position.x() - plot.left()) / plot.width() * (xAxis()->max() - xAxis()->min());
    QString nearest;
    double distance = pxf(8);
    for (const Curve& curve : m_content.curves) {
        if (const auto value = valueAt(curve, rate)) {
            const double away = std::abs(at(rate, *value).y() - position.y());
            if (away < distance) {
                distance = away;
                nearest = curve.key;
            }
        }
    }
    return nearest;
}

} // namespace wherewithal::app
