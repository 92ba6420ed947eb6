// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/charts/PriceHistoryChart.h"

#include "app/gui/theme/Metrics.h"
#include "app/gui/theme/Paint.h"
#include "app/gui/theme/Tokens.h"

#include <QLineSeries>
#include <QToolTip>
#include <QValueAxis>

#include <algorithm>

namespace wherewithal::app {

namespace {

double dayOf(model::Day day)
{
    return model::dayNumber(day);
}

QPen linePen(Qt::PenStyle style)
{
    QPen pen(tokens().accent, 1.8, style);
    pen.setJoinStyle(Qt::MiterJoin);
    return pen;
}

} // namespace

PriceHistoryChart::PriceHistoryChart(QWidget* parent)
    : PlainChartView(parent)
{
    setObjectName(QStringLiteral("priceHistory"));
    setAccessibleName(tr("Price history"));
}

void PriceHistoryChart::show(std::vector<PricePoint> history, model::Day asOf)
{
    m_history = std::move(history);
    m_asOf = asOf;
    removeAll();
    m_line = nullptr;
    m_rest = nullptr;
    if (m_history.empty()) {
        viewport()->update();
        return;
    }
    double low = m_history.front().price;
    double high = low;
    QList<QPointF> steps;
    for (const PricePoint& point : m_history) {
        if (!steps.isEmpty()) {
            steps.append({dayOf(point.from), steps.last().y()});
        }
        steps.append({dayOf(point.from), point.price});
        low = std::min(low, point.price);
        high = std::max(high, point.price);
    }
    const double pad = high > low ? 0.15 * (high - low) : std::max(0.2 * high, 1e-9);
    m_ticks = niceTicks(std::max(0.0, low - pad), high + pad, 3);
    const double first = dayOf(m_history.front().from);
    const double last = std::max(dayOf(m_history.back().from), dayOf(m_asOf));
    const double room = std::max(30.0, 0.03 * (last - first));
    setAxes(first - room, last + room, m_ticks);
    m_line = addLine(steps);
    if (last > steps.last().x()) {
        m_rest = addLine({steps.last(), {last, steps.last().y()}});
    }
    QStringList texts;
    for (const PricePoint& point : m_history) {
        texts.append(tr("%1 from %2").arg(m_format.significant(point.price, 5), m_format.day(point.from)));
    }
    setDescription(texts.join(QStringLiteral("; ")));
    recolour();
    layoutPlot();
}

QMargins PriceHistoryChart::plotMargins() const
{
    double widest = 0.0;
    const QFontMetricsF metrics(typeFont(Type::Small));
    for (const double tick : m_ticks) {
        widest = std::max(widest, metrics.horizontalAdvance(m_format.plain(tick)));
    }
    return {static_cast<int>(widest) + px(8), px(6), px(4), px(20)};
}

void PriceHistoryChart::recolour()
{
    if (m_line != nullptr) {
        m_line->setPen(linePen(Qt::SolidLine));
    }
    if (m_rest != nullptr) {
        m_rest->setPen(linePen(Qt::DotLine));
    }
}

void PriceHistoryChart::paintOverlay(QPainter* painter, const QRectF& plot)
{
    const Tokens& t = tokens();
    if (m_history.empty()) {
        return;
    }
    for (const double tick : m_ticks) {
        const double y = at(xAxis()->min(), tick).y();
        drawNumber(painter,
                   QRectF(0, y - pxf(8), plot.left() - pxf(6), pxf(16)),
                   m_format.plain(tick),
                   typeFont(Type::Small),
                   t.text2,
                   Qt::AlignRight);
    }
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(t.accent, 1.5));
    painter->setBrush(t.window);
    for (const PricePoint& point : m_history) {
        painter->drawEllipse(at(dayOf(point.from), point.price), pxf(2.8), pxf(2.8));
    }
    // Months below the plot: the first, the last and what has room between.
    const QFontMetricsF metrics(typeFont(Type::Small));
    const auto label = [&](model::Day day, Qt::AlignmentFlag side) {
        const QString text = m_format.day(day).left(7);
        const double width = metrics.horizontalAdvance(text) + 1;
        const double x = at(dayOf(day), m_ticks.front()).x();
        const double left = side == Qt::AlignLeft ? std::max(plot.left(), x - width / 2)
                                                  : std::min(plot.right() - width, x - width / 2);
        drawNumber(painter,
                   QRectF(left, plot.bottom() + pxf(4), width, pxf(16)),
                   text,
                   typeFont(Type::Small),
                   t.text2,
                   Qt::AlignLeft);
    };
    label(m_history.front().from, Qt::AlignLeft);
    if (dayOf(m_asOf) - dayOf(m_history.front().from) > 60.0) {
        label(m_asOf, Qt::AlignRight);
    }
}

QString PriceHistoryChart::textAt(const QPointF& position) const
{
    const QRectF plot = plotArea();
    if (m_history.empty() || plot.width() <= 0.0) {
        return {};
    }
    const double day =
        xAxis()->min() + (position.x() - plot.left()) / plot.width() * (xAxis()->max() - xAxis()->min());
    const PricePoint* held = nullptr;
    for (const PricePoint& point : m_history) {
        if (dayOf(point.from) <= day) {
            held = &point;
        }
    }
    return held == nullptr ? QString()
                           : tr("%1 from %2, %3")
                                 .arg(m_format.significant(held->price, 5),
                                      m_format.day(held->from),
                                      fromEngine(held->sheet));
}

void PriceHistoryChart::hover(const std::optional<QPointF>& position)
{
    PlainChartView::hover(position);
    const QString text = position ? textAt(*position) : QString();
    QToolTip::showText(text.isEmpty() ? QPoint() : mapToGlobal(position->toPoint()), text, this);
}

} // namespace wherewithal::app
