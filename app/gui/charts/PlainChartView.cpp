// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/charts/PlainChartView.h"

#include "app/gui/theme/Metrics.h"
#include "app/gui/theme/Tokens.h"

#include <QAreaSeries>
#include <QChart>
#include <QGraphicsLayout>
#include <QLineSeries>
#include <QMouseEvent>
#include <QValueAxis>

#include <algorithm>
#include <numeric>

namespace wherewithal::app {

PlainChartView::PlainChartView(QWidget* parent)
    : QChartView(new QChart, parent)
    , m_x(new QValueAxis(this))
    , m_y(new QValueAxis(this))
{
    chart()->legend()->hide();
    chart()->setBackgroundVisible(false);
    chart()->setDropShadowEnabled(false);
    chart()->setAnimationOptions(QChart::NoAnimation);
    chart()->setMargins(QMargins());
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->setLocalizeNumbers(true);
    for (QValueAxis* axis : {m_x, m_y}) {
        axis->setLabelsVisible(false);
        axis->setLineVisible(false);
        axis->setTickType(QValueAxis::TicksDynamic);
    }
    m_x->setGridLineVisible(false);
    chart()->addAxis(m_x, Qt::AlignBottom);
    chart()->addAxis(m_y, Qt::AlignLeft);
    setFrameShape(QFrame::NoFrame);
    setRenderHint(QPainter::Antialiasing);
    setMouseTracking(true);
    setFocusPolicy(Qt::TabFocus);
    setBackgroundBrush(Qt::NoBrush);
    setStyleSheet(QString());
    viewport()->setAutoFillBackground(false);
}

QPixmap PlainChartView::picture()
{
    return grab();
}

void PlainChartView::setAxes(double xLow, double xHigh, const std::vector<double>& yTicks)
{
    m_x->setRange(xLow, xHigh > xLow ? xHigh : xLow + 1.0);
    if (yTicks.size() > 1) {
        m_y->setTickAnchor(yTicks.front());
        m_y->setTickInterval(yTicks[1] - yTicks[0]);
        m_y->setRange(yTicks.front(), yTicks.back());
    }
    m_y->setGridLinePen(QPen(tokens().grid, 1));
}

QPointF PlainChartView::at(double x, double y) const
{
    const QRectF plot = plotArea();
    const double across = (x - m_x->min()) / (m_x->max() - m_x->min());
    const double up = (y - m_y->min()) / (m_y->max() - m_y->min());
    return {plot.left() + across * plot.width(), plot.bottom() - up * plot.height()};
}

QRectF PlainChartView::plotArea() const
{
    return chart()->plotArea();
}

void PlainChartView::attach(QAbstractSeries* series)
{
    chart()->addSeries(series);
    series->attachAxis(m_x);
    series->attachAxis(m_y);
}

QLineSeries* PlainChartView::addLine(const QList<QPointF>& points)
{
    auto* line = new QLineSeries(this);
    line->replace(points);
    attach(line);
    return line;
}

QAreaSeries* PlainChartView::addBand(const QList<QPointF>& upper, const QList<QPointF>& lower)
{
    auto* area = new QAreaSeries(this);
    auto* top = new QLineSeries(area);
    auto* bottom = new QLineSeries(area);
    top->replace(upper);
    bottom->replace(lower);
    area->setUpperSeries(top);
    area->setLowerSeries(bottom);
    area->setPen(Qt::NoPen);
    attach(area);
    return area;
}

void PlainChartView::removeAll()
{
    chart()->removeAllSeries();
}

void PlainChartView::layoutPlot()
{
    const QRectF area = QRectF(QPointF(), QSizeF(size())).marginsRemoved(QMarginsF(plotMargins()));
    if (area.width() > 1 && area.height() > 1) {
        chart()->setPlotArea(area);
    }
    viewport()->update();
}

void PlainChartView::drawForeground(QPainter* painter, const QRectF& rect)
{
    Q_UNUSED(rect)
    painter->save();
    paintOverlay(painter, plotArea());
    if (hasFocus()) {
        painter->setPen(QPen(tokens().accent, 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(QRectF(QPointF(), QSizeF(size())).adjusted(1, 1, -1, -1));
    }
    painter->restore();
}

void PlainChartView::resizeEvent(QResizeEvent* event)
{
    QChartView::resizeEvent(event);
    layoutPlot();
}

void PlainChartView::changeEvent(QEvent* event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        m_y->setGridLinePen(QPen(tokens().grid, 1));
        recolour();
        layoutPlot();
    }
}

QString PlainChartView::optionAt(const QPointF& position) const
{
    Q_UNUSED(position)
    return {};
}

void PlainChartView::hover(const std::optional<QPointF>& position)
{
    const bool isOption = position && !optionAt(*position).isEmpty();
    viewport()->setCursor(isOption ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void PlainChartView::mouseMoveEvent(QMouseEvent* event)
{
    QChartView::mouseMoveEvent(event);
    hover(event->position());
}

void PlainChartView::mousePressEvent(QMouseEvent* event)
{
    if (const QString letter = optionAt(event->position());
        !letter.isEmpty() && event->button() == Qt::LeftButton) {
        emit optionClicked(letter);
        event->accept();
        return;
    }
    QChartView::mousePressEvent(event);
}

void PlainChartView::leaveEvent(QEvent* event)
{
    QChartView::leaveEvent(event);
    hover(std::nullopt);
}

std::vector<double> spreadLabels(std::vector<double> wanted, double distance, double top, double bottom)
{
    std::vector<std::size_t> order(wanted.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return wanted[a] < wanted[b]; });
    double least = top;
    for (const std::size_t index : order) {
        wanted[index] = std::max(wanted[index], least);
        least = wanted[index] + distance;
    }
    double most = bottom;
    for (auto index = order.rbegin(); index != order.rend(); ++index) {
        wanted[*index] = std::min(wanted[*index], most);
        most = wanted[*index] - distance;
    }
    return wanted;
}

} // namespace wherewithal::app
