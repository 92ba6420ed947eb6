// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/charts/PriceHistoryChart.h"

#include "app/gui/theme/Metrics.h"
#include "app/gui/theme/Paint.h"
#include "app/gui/theme/Tokens.h"

#include <QDate>
#include <QLineSeries>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

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
        layoutPlot();
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
    const double first = dayOf(m_history.front().from);
    const double last = std::max(dayOf(m_history.back().from), dayOf(m_asOf));
    const double room = std::max(30.0, 0.03 * (last - first));
    setAxes(first - room, last + room, niceTicks(std::max(0.0, low - pad), high + pad, 3));
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
    for (const double tick : yTicks()) {
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
    paintYAxis(painter, plot);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(t.accent, 1.5));
    painter->setBrush(t.window);
    for (const PricePoint& point : m_history) {
        const QPointF place = at(dayOf(point.from), point.price);
        if (plot.adjusted(-1, -1, 1, 1).contains(place)) {
            painter->drawEllipse(place, pxf(2.8), pxf(2.8));
        }
    }
    // Months below the plot: the first and the last that are seen.
    const QFontMetricsF metrics(typeFont(Type::Small));
    const auto label = [&](model::Day day, Qt::AlignmentFlag side) {
        const QString text = m_format.day(day).left(7);
        const double width = metrics.horizontalAdvance(text) + 1;
        const double x = at(dayOf(day), 0).x();
        const double left = side == Qt::AlignLeft ? std::max(plot.left(), x - width / 2)
                                                  : std::min(plot.right() - width, x - width / 2);
        drawNumber(painter,
                   QRectF(left, plot.bottom() + pxf(4), width, pxf(16)),
                   text,
                   typeFont(Type::Small),
                   t.text2,
                   Qt::AlignLeft);
    };
    const auto dayAt = [](double x) {
        const QDate day = QDate(1970, 1, 1).addDays(std::lround(x));
        return model::Day{.year = day.year(), .month = day.month(), .day = day.day()};
    };
    const double first = std::max(dayOf(m_history.front().from), xAxis()->min());
    const double last = std::min(std::max(dayOf(m_history.back().from), dayOf(m_asOf)), xAxis()->max());
    label(dayAt(first), Qt::AlignLeft);
    if (last - first > 60.0) {
        label(dayAt(last), Qt::AlignRight);
    }
}

double PriceHistoryChart::stopX(int stop) const
{
    return dayOf(m_history[static_cast<std::size_t>(stop)].from);
}

QString PriceHistoryChart::stopTitle(int stop) const
{
    return tr("from %1").arg(m_format.day(m_history[static_cast<std::size_t>(stop)].from));
}

std::optional<int> PriceHistoryChart::stopAt(double x) const
{
    std::optional<int> held;
    for (int stop = 0; stop < stopCount() && stopX(stop) <= x; ++stop) {
        held = stop;
    }
    return held;
}

std::vector<PlainChartView::Reading> PriceHistoryChart::readings(int stop) const
{
    const PricePoint& point = m_history[static_cast<std::size_t>(stop)];
    return {{.label = fromEngine(point.sheet), .value = m_format.significant(point.price, 5)}};
}

void PriceHistoryChart::paintReadingMark(QPainter* painter, const QRectF& box, const Reading& reading) const
{
    Q_UNUSED(reading)
    painter->setPen(QPen(tokens().accent, 1.5));
    painter->setBrush(Qt::NoBrush);
    painter->drawEllipse(box.center(), pxf(2.8), pxf(2.8));
}

ChartTable PriceHistoryChart::table() const
{
    ChartTable result;
    result.columns = {
        {tr("From"), {}, Qt::AlignLeft}, {tr("Price"), {}, Qt::AlignRight}, {tr("Sheet"), {}, Qt::AlignLeft}};
    for (const PricePoint& point : m_history) {
        TableRow row{.kind = RowKind::Compact};
        row.cells = {textCell(m_format.day(point.from)),
                     numberCell(m_format.significant(point.price, 6), point.price),
                     textCell(fromEngine(point.sheet))};
        row.cells[0].toolTip = row.cells[2].text;
        result.rows.push_back(std::move(row));
    }
    return result;
}

} // namespace wherewithal::app
