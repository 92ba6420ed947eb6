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
    m_hoverMonth.reset();
    removeAll();
    m_yTicks.clear();
    if (m_fan.base.size() > 1) {
        const Format format;
        double most = *std::ranges::max_element(m_fan.base);
        for (const double value : m_fan.p90) {
            most = std::max(most, value);
        }
        m_yTicks = niceTicks(0.0, most > 0.0 ? most * 1.05 : 1.0, 4);
        setAxes(0.0, static_cast<double>(m_fan.base.size() - 1), m_yTicks);
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
    if (m_yTicks.empty()) {
        return;
    }
    paintAxes(painter, plot);
    paintSteps(painter, plot);
    paintEnds(painter, plot);
    paintHover(painter, plot);
}

void DemandChart::paintAxes(QPainter* painter, const QRectF& plot) const
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
    drawNumber(painter,
               QRectF(plot.left() + pxf(4), 0, plot.width(), pxf(16)),
               m_unit,
               small,
               t.text2,
               Qt::AlignLeft);
    const int last = static_cast<int>(m_fan.base.size()) - 1;
    const int perLabel = last > 84 ? 2 : 1; // years
    for (int month = 0; month <= last; ++month) {
        const model::Month now = model::monthsLater(m_starts, month);
        if (now.month != 1) {
            continue;
        }
        const double x = at(month, 0).x();
        painter->setPen(QPen(t.line2, 1));
        painter->drawLine(QPointF(x, plot.bottom()), QPointF(x, plot.bottom() + pxf(4)));
        if (now.year % perLabel == 0) {
            drawNumber(painter,
                       QRectF(x - pxf(24), plot.bottom() + pxf(4), pxf(48), pxf(15)),
                       QString::number(now.year),
                       small,
                       t.text2,
                       Qt::AlignHCenter);
        }
    }
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
        wanted.push_back(at(0, end.value).y());
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

void DemandChart::hover(const std::optional<QPointF>& position)
{
    PlainChartView::hover(position);
    m_hoverMonth.reset();
    const QRectF plot = plotArea();
    if (position && plot.contains(*position) && !m_yTicks.empty()) {
        m_hoverMonth = static_cast<int>(
            std::lround((position->x() - plot.left()) / plot.width() * (xAxis()->max() - xAxis()->min())));
    }
    viewport()->update();
}

void DemandChart::paintHover(QPainter* painter, const QRectF& plot) const
{
    if (!m_hoverMonth) {
        return;
    }
    const Tokens& t = tokens();
    const Format format;
    const auto month = static_cast<std::size_t>(*m_hoverMonth);
    const double x = at(*m_hoverMonth, 0).x();
    painter->setPen(QPen(t.muted, 1));
    painter->drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
    QString text = tr("%1: %2").arg(format.month(model::monthsLater(m_starts, *m_hoverMonth)),
                                    format.significant(m_fan.base[month]));
    if (!m_fan.p10.empty()) {
        text += QStringLiteral(" (%1)").arg(
            tr("P10 %1, P90 %2")
                .arg(format.significant(m_fan.p10[month]), format.significant(m_fan.p90[month])));
    }
    const double width = QFontMetricsF(typeFont(Type::Small)).horizontalAdvance(text);
    const double left = x + pxf(20) + width > plot.right() ? x - pxf(20) - width : x + pxf(8);
    const QRectF box(left, plot.bottom() - pxf(28), width + pxf(12), pxf(21));
    painter->fillRect(box, t.toolTip);
    drawNumber(
        painter, box.adjusted(pxf(6), 0, 0, 0), text, typeFont(Type::Small), t.toolTipText, Qt::AlignLeft);
}

} // namespace wherewithal::app
