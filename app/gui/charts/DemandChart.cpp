// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/charts/DemandChart.h"

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

namespace {

constexpr int kBaseMark = 0; ///< of the cross hair's lines
constexpr int kMedianMark = 1;

QList<QPointF> points(const std::vector<double>& values)
{
    QList<QPointF> result;
    for (std::size_t month = 0; month < values.size(); ++month) {
        result.append({static_cast<double>(month), values[month]});
    }
    return result;
}

} // namespace

DemandChart::DemandChart(QWidget* parent)
    : PlainChartView(parent)
{
    setObjectName(QStringLiteral("demandChart"));
    setAccessibleName(tr("Demand over the horizon"));
    setMinimumHeight(px(140));
}

void DemandChart::setFan(const simulator::DemandFan& fan,
                         model::Month starts,
                         const QString& unit,
                         std::vector<Step> steps)
{
    m_fan = fan;
    m_starts = starts;
    m_unit = unit;
    m_steps = std::move(steps);
    removeAll();
    if (m_fan.base.size() > 1) {
        const Format format;
        double most = *std::ranges::max_element(m_fan.base);
        for (const double value : m_fan.p90) {
            most = std::max(most, value);
        }
        setAxes(0.0,
                static_cast<double>(m_fan.base.size() - 1),
                niceTicks(0.0, most > 0.0 ? most * 1.05 : 1.0, 4));
        if (!m_fan.p10.empty()) {
            addBand(points(m_fan.p90), points(m_fan.p10));
            addLine(points(m_fan.p50))->setObjectName(QStringLiteral("median"));
        }
        addLine(points(m_fan.base))->setObjectName(QStringLiteral("base"));
        QString said =
            tr("From %1 to %2 %3 in the base case.")
                .arg(format.significant(m_fan.base.front()), format.significant(m_fan.base.back()), m_unit);
        if (!m_fan.p10.empty()) {
            said += QLatin1Char(' ')
                    + tr("In the last month likely between %1 and %2.")
                          .arg(format.significant(m_fan.p10.back()), format.significant(m_fan.p90.back()));
        }
        setDescription(said);
    }
    recolour();
    layoutPlot();
}

void DemandChart::recolour()
{
    const Tokens& t = tokens();
    for (QAbstractSeries* series : chart()->series()) {
        if (auto* band = qobject_cast<QAreaSeries*>(series)) {
            QColor fill = t.accent;
            fill.setAlphaF(t.isDark ? 0.20F : 0.13F);
            band->setBrush(fill);
            band->setPen(Qt::NoPen);
        } else if (auto* line = qobject_cast<QLineSeries*>(series)) {
            const bool isBase = line->objectName() == QLatin1String("base");
            QPen pen(t.accent, pxf(isBase ? 2.4 : 1.4));
            pen.setJoinStyle(Qt::RoundJoin);
            if (!isBase) {
                pen.setDashPattern({4, 3});
            }
            line->setPen(pen);
        }
    }
}

QMargins DemandChart::plotMargins() const
{
    return {px(44), px(18), px(92), px(22)};
}

void DemandChart::paintOverlay(QPainter* painter, const QRectF& plot)
{
    painter->setRenderHint(QPainter::Antialiasing);
    if (m_fan.base.size() < 2) {
        return;
    }
    paintYAxis(painter, plot);
    paintMonths(painter, plot, tokens().grid);
    drawNumber(painter,
               QRectF(plot.left() + pxf(4), 0, plot.width(), pxf(16)),
               m_unit,
               typeFont(Type::Small),
               tokens().text2,
               Qt::AlignLeft);
    paintSteps(painter, plot);
    paintEnds(painter, plot);
}

void DemandChart::paintEnds(QPainter* painter, const QRectF& plot) const
{
    const Tokens& t = tokens();
    const Format format;
    struct End
    {
        QString text;
        double value;
        bool isStrong;
    };
    std::vector<End> ends{
        {tr("base %1").arg(format.significant(m_fan.base.back())), m_fan.base.back(), true}};
    if (!m_fan.p10.empty()) {
        ends.push_back({tr("P90 %1").arg(format.significant(m_fan.p90.back())), m_fan.p90.back(), false});
        ends.push_back({tr("P50 %1").arg(format.significant(m_fan.p50.back())), m_fan.p50.back(), false});
        ends.push_back({tr("P10 %1").arg(format.significant(m_fan.p10.back())), m_fan.p10.back(), false});
    }
    std::vector<double> wanted;
    for (const End& end : ends) {
        wanted.push_back(std::clamp(at(0, end.value).y(), plot.top(), plot.bottom()));
    }
    const std::vector<double> placed = spreadLabels(wanted, pxf(15), plot.top(), plot.bottom());
    for (std::size_t i = 0; i < ends.size(); ++i) {
        drawNumber(painter,
                   QRectF(plot.right() + pxf(6), placed[i] - pxf(8), pxf(86), pxf(16)),
                   ends[i].text,
                   typeFont(ends[i].isStrong ? Type::Header : Type::Small),
                   ends[i].isStrong ? t.text : t.text2,
                   Qt::AlignLeft);
    }
}

void DemandChart::paintSteps(QPainter* painter, const QRectF& plot) const
{
    const Tokens& t = tokens();
    double end = -1e9;
    double lift = 0.0;
    for (const Step& step : m_steps) {
        if (step.month < 0 || step.month >= static_cast<int>(m_fan.base.size())) {
            continue;
        }
        const double x = at(step.month, 0).x();
        if (x < plot.left() - 1.0 || x > plot.right() + 1.0) {
            continue; // zoomed away
        }
        painter->setPen(QPen(t.text2, 1, Qt::DotLine));
        painter->drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
        const double width = QFontMetricsF(typeFont(Type::Small)).horizontalAdvance(step.text);
        lift = x < end ? lift + pxf(15) : 0.0;
        const double left = std::min(x + pxf(4), plot.right() - width);
        drawNumber(painter,
                   QRectF(left, plot.top() + lift, width, pxf(15)),
                   step.text,
                   typeFont(Type::Small),
                   t.text2,
                   Qt::AlignLeft);
        end = left + width + pxf(6);
    }
}

std::vector<PlainChartView::Reading> DemandChart::readings(int stop) const
{
    const auto month = static_cast<std::size_t>(stop);
    if (month >= m_fan.base.size()) {
        return {};
    }
    const Format format;
    std::vector<Reading> result{
        {.label = tr("base case"), .value = format.significant(m_fan.base[month]), .fill = kBaseMark}};
    if (!m_fan.p10.empty()) {
        result.push_back({.label = QStringLiteral("P90"), .value = format.significant(m_fan.p90[month])});
        result.push_back({.label = QStringLiteral("P50"),
                          .value = format.significant(m_fan.p50[month]),
                          .fill = kMedianMark});
        result.push_back({.label = QStringLiteral("P10"), .value = format.significant(m_fan.p10[month])});
    }
    return result;
}

/// A piece of the curve that the line speaks of; the ends of the band have none.
void DemandChart::paintReadingMark(QPainter* painter, const QRectF& box, const Reading& reading) const
{
    if (reading.fill < 0) {
        return;
    }
    QPen pen(tokens().accent, pxf(reading.fill == kBaseMark ? 2.4 : 1.4));
    if (reading.fill == kMedianMark) {
        pen.setDashPattern({2, 2});
    }
    painter->setPen(pen);
    painter->drawLine(QPointF(box.left(), box.center().y()), QPointF(box.right(), box.center().y()));
}

ChartTable DemandChart::table() const
{
    const Format format;
    ChartTable result;
    result.columns = {{tr("Month"), {}, Qt::AlignLeft}, {tr("Base"), m_unit, Qt::AlignRight}};
    for (const char* percentile : {"P10", "P50", "P90"}) {
        result.columns.push_back({QString::fromLatin1(percentile), m_unit, Qt::AlignRight});
    }
    for (std::size_t month = 0; month < m_fan.base.size(); ++month) {
        TableRow row{.kind = RowKind::Compact};
        // Where nothing is uncertain every percentile is the base case.
        const auto of = [&](const std::vector<double>& values) {
            const double value = month < values.size() ? values[month] : m_fan.base[month];
            return numberCell(format.significant(value), value);
        };
        row.cells = {textCell(format.month(model::monthsLater(m_starts, static_cast<int>(month)))),
                     of(m_fan.base),
                     of(m_fan.p10),
                     of(m_fan.p50),
                     of(m_fan.p90)};
        result.rows.push_back(std::move(row));
    }
    return result;
}

} // namespace wherewithal::app
