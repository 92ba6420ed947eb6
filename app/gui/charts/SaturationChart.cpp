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
}

void SaturationChart::setContent(Content content)
{
    m_content = std::move(content);
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
        m_ceiling = 0.0;
        m_stops.clear();
        layoutPlot();
        return;
    }
    if (m_content.objectiveSeconds) { // curves are cut at twice the objective: beyond it nobody decides
        const double objective = *m_content.objectiveSeconds * scale();
        top = std::clamp(top, 1.15 * objective, std::max(1.15 * objective, 2.0 * objective));
    }
    const double most = niceTicks(0.0, right * 1.12, 6).back();
    const std::vector<double> yTicks = niceTicks(0.0, top, 5);
    setAxes(0.0, most, yTicks);
    m_ceiling = yTicks.back();
    placeStops();
    for (const Curve& curve : m_content.curves) {
        QList<QPointF> line;
        QList<QPointF> low;
        QList<QPointF> high;
        for (const auto& point : curve.values.points) {
            const double y = std::min(latencyOf(point, m_content.kind) * scale(), m_ceiling);
            line.append({point.requestsPerSecond, y});
            low.append({point.requestsPerSecond * curve.values.errorLow, y});
            high.append({std::min(point.requestsPerSecond * curve.values.errorHigh, most), y});
            if (y >= m_ceiling) {
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
    for (QAbstractSeries* series : chart()->series()) {
        if (auto* band = qobject_cast<QAreaSeries*>(series)) {
            QColor fill = t.accent;
            fill.setAlphaF(t.isDark ? 0.20F : 0.13F);
            band->setBrush(fill);
            band->setPen(Qt::NoPen);
            continue;
        }
        const auto curve = std::ranges::find(m_content.curves, series->objectName(), &Curve::key);
        if (curve != m_content.curves.end()) {
            qobject_cast<QLineSeries*>(series)->setPen(
                penOf(static_cast<std::size_t>(curve - m_content.curves.begin())));
        }
    }
}

QPen SaturationChart::penOf(std::size_t curve) const
{
    const Tokens& t = tokens();
    const bool isSelected = m_content.curves[curve].isSelected;
    QPen pen(isSelected ? t.accent : t.text2, pxf(isSelected ? 2.4 : 1.4));
    pen.setJoinStyle(Qt::RoundJoin);
    if (!isSelected) {
        std::size_t dash = 0;
        for (std::size_t before = 0; before < curve; ++before) {
            dash += m_content.curves[before].isSelected ? 0U : 1U;
        }
        pen.setDashPattern(dashOf(dash));
    }
    return pen;
}

/// Every rate at which something was replayed or measured.
void SaturationChart::placeStops()
{
    m_stops.clear();
    for (const Curve& curve : m_content.curves) {
        for (const auto& point : curve.values.points) {
            m_stops.push_back(point.requestsPerSecond);
        }
    }
    for (const Measured& point : m_content.measured) {
        m_stops.push_back(point.perSecond);
    }
    std::ranges::sort(m_stops);
    const auto rest = std::ranges::unique(m_stops);
    m_stops.erase(rest.begin(), rest.end());
}

QMargins SaturationChart::plotMargins() const
{
    return {px(34), px(10), px(86), px(34)};
}

void SaturationChart::paintOverlay(QPainter* painter, const QRectF& plot)
{
    painter->setRenderHint(QPainter::Antialiasing);
    if (m_ceiling <= 0.0) {
        return;
    }
    paintAxes(painter, plot);
    paintObjective(painter, plot);
    paintCapacities(painter, plot);
    paintNames(painter, plot);
    paintMeasured(painter, plot);
}

void SaturationChart::paintAxes(QPainter* painter, const QRectF& plot) const
{
    const Tokens& t = tokens();
    const QFont small = typeFont(Type::Small);
    paintYAxis(painter, plot);
    paintXNumbers(painter, plot, 6);
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
    if (y < plot.top() - 1.0 || y > plot.bottom() + 1.0) {
        return; // zoomed away
    }
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
        const double y = value.value_or(0.0);
        const QColor colour = curve->isSelected ? t.accent : t.text2;
        const QPointF point = at(rate, std::min(y, m_ceiling));
        if (!plot.adjusted(-1, -1, 1, 1).contains(point)) {
            continue; // zoomed away
        }
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
            end = at(point.requestsPerSecond, std::min(y, m_ceiling));
            if (y >= m_ceiling || end.x() > plot.right() || end.y() < plot.top()) {
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
        const QPointF place = at(point.perSecond, std::min(point.seconds * scale(), m_ceiling));
        if (plot.adjusted(-1, -1, 1, 1).contains(place)) {
            cross(place);
        }
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

QString SaturationChart::stopTitle(int stop) const
{
    return tr("%1 requests/s").arg(Format().significant(m_stops[static_cast<std::size_t>(stop)]));
}

std::vector<PlainChartView::Reading> SaturationChart::readings(int stop) const
{
    const Format format;
    const double rate = m_stops[static_cast<std::size_t>(stop)];
    const QString unit = m_content.kind == LatencyKind::EndToEnd ? tr("s") : tr("ms");
    std::vector<Reading> result;
    for (std::size_t index = 0; index < m_content.curves.size(); ++index) {
        const Curve& curve = m_content.curves[index];
        if (curve.values.points.empty() || rate < curve.values.points.front().requestsPerSecond) {
            continue; // it begins at a higher rate
        }
        const auto value = valueAt(curve, rate);
        result.push_back({.label = curve.name,
                          .value = value ? QStringLiteral("%1 %2").arg(format.significant(*value), unit)
                                         : tr("overloaded"),
                          .fill = static_cast<int>(index)});
    }
    for (const Measured& point : m_content.measured) {
        if (point.perSecond == rate) {
            result.push_back(
                {.label = tr("measured"),
                 .value = QStringLiteral("%1 %2").arg(format.significant(point.seconds * scale()), unit)});
        }
    }
    return result;
}

void SaturationChart::paintReadingMark(QPainter* painter, const QRectF& box, const Reading& reading) const
{
    if (reading.fill >= 0 && reading.fill < static_cast<int>(m_content.curves.size())) {
        painter->setPen(penOf(static_cast<std::size_t>(reading.fill)));
        painter->drawLine(QPointF(box.left(), box.center().y()), QPointF(box.right(), box.center().y()));
        return;
    }
    painter->setPen(QPen(tokens().text, pxf(1.6)));
    const double arm = box.width() / 3.0;
    painter->drawLine(box.center() - QPointF(arm, 0), box.center() + QPointF(arm, 0));
    painter->drawLine(box.center() - QPointF(0, arm), box.center() + QPointF(0, arm));
}

ChartTable SaturationChart::table() const
{
    const Format format;
    ChartTable result;
    result.columns = {{tr("Accelerator"), {}, Qt::AlignLeft},
                      {tr("Offered"), tr("requests/s"), Qt::AlignRight},
                      {tr("Load"), tr("% of stable"), Qt::AlignRight},
                      {tr("End to end"), tr("s, P95"), Qt::AlignRight},
                      {tr("First token"), tr("ms, P95"), Qt::AlignRight},
                      {tr("Per token"), tr("ms, P95"), Qt::AlignRight},
                      {tr("Answers"), tr("tokens/s"), Qt::AlignRight}};
    for (const Curve& curve : m_content.curves) {
        for (const auto& point : curve.values.points) {
            TableRow row{.key = curve.key};
            row.cells = {textCell(curve.name, {}, curve.isSelected),
                         numberCell(format.significant(point.requestsPerSecond), point.requestsPerSecond),
                         numberCell(format.number(100.0 * point.utilisation), 100.0 * point.utilisation),
                         numberCell(format.significant(point.endToEndP95Seconds), point.endToEndP95Seconds),
                         numberCell(format.number(1000.0 * point.firstTokenP95Seconds),
                                    1000.0 * point.firstTokenP95Seconds),
                         numberCell(format.number(1000.0 * point.perTokenP95Seconds, 1),
                                    1000.0 * point.perTokenP95Seconds),
                         numberCell(format.number(point.tokensPerSecond), point.tokensPerSecond)};
            result.rows.push_back(std::move(row));
        }
    }
    for (const Measured& point : m_content.measured) {
        TableRow row;
        const TableCell none = numberCell(QString(QChar(0x2013)), std::nullopt);
        const auto latency = [&](LatencyKind kind, double shown, int decimals) {
            return m_content.kind == kind ? numberCell(format.number(shown, decimals), shown) : none;
        };
        row.cells = {textCell(tr("measured")),
                     numberCell(format.significant(point.perSecond), point.perSecond),
                     none,
                     latency(LatencyKind::EndToEnd, point.seconds, 2),
                     latency(LatencyKind::FirstToken, 1000.0 * point.seconds, 0),
                     latency(LatencyKind::PerToken, 1000.0 * point.seconds, 1),
                     none};
        result.rows.push_back(std::move(row));
    }
    return result;
}

QString SaturationChart::optionAt(const QPointF& position) const
{
    if (m_ceiling <= 0.0) {
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
