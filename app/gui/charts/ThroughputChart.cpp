// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/charts/ThroughputChart.h"

#include "app/gui/models/FigureTreeModel.h"
#include "app/gui/theme/Metrics.h"
#include "app/gui/theme/Paint.h"
#include "app/gui/theme/Tokens.h"

#include <QAreaSeries>
#include <QLineSeries>
#include <QPainter>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace wherewithal::app {

ThroughputChart::ThroughputChart(QWidget* parent)
    : PlainChartView(parent)
{
    setObjectName(QStringLiteral("throughputChart"));
    setAccessibleName(tr("Throughput by number of machines"));
    setMinimumHeight(px(150));
}

void ThroughputChart::clear()
{
    m_workload = nullptr;
    m_result.reset();
    rebuild();
}

void ThroughputChart::setWorkload(const RunResultPtr& result,
                                  const QString& letter,
                                  const simulator::WorkloadResult& workload)
{
    m_result = result;
    m_letter = letter;
    m_workload = &workload;
    rebuild();
}

void ThroughputChart::rebuild()
{
    removeAll();
    m_demands.clear();
    m_ceiling.reset();
    m_pointed.reset();
    if (m_workload == nullptr || m_workload->throughput.empty()) {
        setAxes(0.0, 1.0, {0.0, 1.0});
        layoutPlot();
        return;
    }
    const auto& points = m_workload->throughput;
    m_demands.push_back({tr("now"), m_workload->demandNow});
    if (m_workload->demandAtHorizon) {
        m_demands.push_back({tr("base"), *m_workload->demandAtHorizon});
    }
    if (m_workload->demandAtHorizonP90) {
        m_demands.push_back({tr("P90"), *m_workload->demandAtHorizonP90});
    }
    QList<QPointF> curve{{0.0, 0.0}};
    QList<QPointF> lower{{0.0, 0.0}};
    QList<QPointF> upper{{0.0, 0.0}};
    for (const auto& point : points) {
        const double x = point.machines;
        curve.append({x, point.sustained});
        lower.append({x, point.low});
        upper.append({x, point.high});
    }
    double most = points.back().sustained;
    for (const Demand& demand : m_demands) {
        most = std::max(most, demand.value * 1.05);
    }
    for (const auto& limit : m_workload->limits) {
        if (limit.key == "fleet-ceiling" && limit.value <= points.back().machines) {
            m_ceiling = std::min(limit.value, m_ceiling.value_or(limit.value));
        }
    }
    setAxes(0.0, points.back().machines, niceTicks(0.0, most, 5));
    QColor fill = tokens().option(m_letter);
    fill.setAlphaF(tokens().isDark ? 0.20F : 0.13F);
    if (points.back().low < points.back().high) {
        addBand(upper, lower)->setBrush(fill);
    }
    addLine(curve)->setPen(
        QPen(tokens().option(m_letter), pxf(2.4), Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
    layoutPlot();
}

QMargins ThroughputChart::plotMargins() const
{
    const QFontMetricsF small(typeFont(Type::Small));
    double left = pxf(20);
    for (const double tick : yTicks()) {
        left = std::max(left, small.horizontalAdvance(m_format.plain(tick)));
    }
    return {static_cast<int>(left + pxf(8)), px(18), px(84), px(36)};
}

void ThroughputChart::paintOverlay(QPainter* painter, const QRectF& plot)
{
    if (m_workload == nullptr || m_workload->throughput.empty()) {
        drawName(painter,
                 plot,
                 tr("There is no curve: the throughput is unknown, or the work runs in jobs."),
                 typeFont(Type::Note),
                 tokens().muted);
        return;
    }
    painter->setRenderHint(QPainter::Antialiasing);
    paintYAxis(painter, plot);
    paintSizes(painter, plot);
    painter->save();
    painter->setClipRect(plot.adjusted(-1, -1, 1, 1));
    paintCeiling(painter, plot);
    painter->restore();
    paintDemands(painter, plot);
    paintPointed(painter, plot);
}

void ThroughputChart::paintSizes(QPainter* painter, const QRectF& plot) const
{
    const Tokens& t = tokens();
    std::vector<double> ticks = niceTicks(xAxis()->min(), xAxis()->max(), 6);
    std::erase_if(ticks, [this](double tick) {
        return tick < xAxis()->min() || tick > xAxis()->max() || tick != std::floor(tick);
    });
    for (const double tick : ticks) {
        const double x = at(tick, 0).x();
        painter->setPen(QPen(t.grid, 1));
        painter->drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
        drawNumber(painter,
                   QRectF(x - pxf(20), plot.bottom() + pxf(3), pxf(40), pxf(15)),
                   m_format.plain(tick),
                   typeFont(Type::Small),
                   t.text2,
                   Qt::AlignHCenter);
    }
    drawNumber(painter,
               QRectF(plot.left() + pxf(4), 0, plot.width(), pxf(16)),
               m_format.unit(m_workload->sustainedUnit),
               typeFont(Type::Small),
               t.text2,
               Qt::AlignLeft);
    drawNumber(painter,
               QRectF(plot.left(), plot.bottom() + pxf(18), plot.width(), pxf(16)),
               tr("machines"),
               typeFont(Type::Small),
               t.text2,
               Qt::AlignRight);
}

void ThroughputChart::paintCeiling(QPainter* painter, const QRectF& plot) const
{
    if (!m_ceiling) {
        return;
    }
    const Tokens& t = tokens();
    const double x = at(*m_ceiling, 0).x();
    painter->setPen(QPen(t.text, pxf(1.5)));
    painter->drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
    drawNumber(painter,
               QRectF(x + pxf(5), plot.top() + pxf(2), pxf(120), pxf(15)),
               tr("limit %1").arg(m_format.plain(*m_ceiling)),
               typeFont(Type::Letter),
               t.text,
               Qt::AlignLeft);
}

void ThroughputChart::paintDemands(QPainter* painter, const QRectF& plot) const
{
    std::vector<double> wanted;
    for (const Demand& demand : m_demands) {
        wanted.push_back(std::clamp(at(0, demand.value).y(), plot.top(), plot.bottom()));
    }
    const auto places = spreadLabels(std::move(wanted), pxf(15), plot.top() + pxf(4), plot.bottom() - pxf(4));
    for (std::size_t index = 0; index < m_demands.size(); ++index) {
        const double y = at(0, m_demands[index].value).y();
        if (y >= plot.top() - 1 && y <= plot.bottom() + 1) {
            painter->setPen(QPen(tokens().text2, 1, Qt::DashLine));
            painter->drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
        }
        drawNumber(
            painter,
            QRectF(plot.right() + pxf(6), places[index] - pxf(8), pxf(78), pxf(16)),
            QStringLiteral("%1 %2").arg(m_demands[index].name, m_format.significant(m_demands[index].value)),
            typeFont(Type::Small),
            tokens().text2,
            Qt::AlignLeft);
    }
}

void ThroughputChart::hover(const std::optional<QPointF>& position)
{
    PlainChartView::hover(position);
    std::optional<std::size_t> pointed;
    if (position && m_workload != nullptr && !m_workload->throughput.empty()
        && plotArea().contains(*position)) {
        const double across = (position->x() - plotArea().left()) / plotArea().width();
        const double x = xAxis()->min() + across * (xAxis()->max() - xAxis()->min());
        const auto& points = m_workload->throughput;
        const auto nearest =
            std::ranges::min_element(points, {}, [x](const simulator::ThroughputPoint& point) {
                return std::abs(point.machines - x);
            });
        pointed = static_cast<std::size_t>(nearest - points.begin());
    }
    if (pointed != m_pointed) {
        m_pointed = pointed;
        viewport()->update();
    }
}

void ThroughputChart::paintPointed(QPainter* painter, const QRectF& plot) const
{
    if (!m_pointed) {
        return;
    }
    const Tokens& t = tokens();
    const auto& point = m_workload->throughput[*m_pointed];
    const QPointF place = at(point.machines, point.sustained);
    painter->setPen(QPen(t.muted, 1));
    painter->drawLine(QPointF(place.x(), plot.top()), QPointF(place.x(), plot.bottom()));
    painter->setPen(QPen(t.base, 1));
    painter->setBrush(t.option(m_letter));
    painter->drawEllipse(place, pxf(4), pxf(4));
    const QString text = tr("%1 machines: %2")
                             .arg(m_format.plain(point.machines),
                                  m_format.quantity(point.sustained, m_workload->sustainedUnit));
    const QFont face = typeFont(Type::Note);
    const QSizeF size(QFontMetricsF(face).horizontalAdvance(text) + pxf(16), pxf(22));
    const QRectF box(QPointF(std::min(place.x() + pxf(8), plot.right() - size.width()),
                             std::min(place.y() + pxf(8), plot.bottom() - size.height())),
                     size);
    painter->setPen(QPen(t.line2, 1));
    painter->setBrush(t.raised);
    painter->drawRect(box);
    drawNumber(painter, box, text, face, t.text, Qt::AlignHCenter);
}

QString ThroughputChart::description() const
{
    if (m_workload == nullptr || m_workload->throughput.empty()) {
        return tr("There is no curve: the throughput is unknown, or the work runs in jobs.");
    }
    const auto& last = m_workload->throughput.back();
    QStringList asked;
    for (const Demand& demand : m_demands) {
        asked.append(QStringLiteral("%1 %2").arg(demand.name, m_format.significant(demand.value)));
    }
    return tr("%1 machines sustain %2. Demand: %3.")
        .arg(m_format.plain(last.machines),
             m_format.quantity(last.sustained, m_workload->sustainedUnit),
             asked.join(QStringLiteral(", ")));
}

ChartTable ThroughputChart::table() const
{
    ChartTable result;
    if (m_workload == nullptr) {
        return result;
    }
    const QString unit = m_format.unit(m_workload->sustainedUnit);
    result.columns = {{tr("Machines"), {}, Qt::AlignRight},
                      {tr("Replicas"), {}, Qt::AlignRight},
                      {tr("Sustained"), unit, Qt::AlignRight}};
    for (const auto& point : m_workload->throughput) {
        TableRow row;
        row.letter = m_letter;
        row.figure = QStringLiteral("sustained");
        row.cells = {numberCell(m_format.integer(point.machines), static_cast<double>(point.machines)),
                     numberCell(m_format.plain(point.replicas), point.replicas),
                     numberCell(m_format.significant(point.sustained), point.sustained, true)};
        result.rows.push_back(std::move(row));
    }
    return result;
}

} // namespace wherewithal::app
