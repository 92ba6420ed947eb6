// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/charts/ScatterChart.h"

#include "app/gui/theme/Metrics.h"
#include "app/gui/theme/Paint.h"
#include "app/gui/theme/Tokens.h"

#include <QPainter>
#include <QValueAxis>

#include <algorithm>
#include <cmath>
#include <limits>

namespace wherewithal::app {

ScatterChart::ScatterChart(QWidget* parent)
    : PlainChartView(parent)
{
    setObjectName(QStringLiteral("scatterChart"));
    setAccessibleName(tr("Score of the options against their cost"));
    setMinimumHeight(px(150));
}

void ScatterChart::setSelected(const QString& letter)
{
    m_selected = letter;
    viewport()->update();
}

void ScatterChart::setResult(const RunResultPtr& result)
{
    m_result = result;
    m_dots.clear();
    if (!result) {
        layoutPlot();
        return;
    }
    double low = std::numeric_limits<double>::max();
    double high = 0.0;
    double scoreLow = 100.0;
    double scoreHigh = 0.0;
    for (const auto& option : result->comparison->options) {
        if (option.state != simulator::OptionState::Ranked) {
            continue;
        }
        Dot dot{.letter = fromEngine(option.spec.letter), .cost = option.cost.base.toDouble()};
        dot.costLow = option.cost.range ? option.cost.range->p10 : dot.cost;
        dot.costHigh = option.cost.range ? option.cost.range->p90 : dot.cost;
        dot.scoreLow = 100.0 * option.scoreLow;
        dot.scoreHigh = 100.0 * option.scoreHigh;
        dot.score = (dot.scoreLow + dot.scoreHigh) / 2.0;
        low = std::min(low, dot.costLow);
        high = std::max(high, dot.costHigh);
        scoreLow = std::min(scoreLow, dot.scoreLow);
        scoreHigh = std::max(scoreHigh, dot.scoreHigh);
        m_dots.push_back(dot);
    }
    if (m_dots.empty()) {
        layoutPlot();
        return;
    }
    m_scale = costScale(*result->comparison);
    const double divisor = m_scale.divisor();
    for (Dot& dot : m_dots) {
        dot.cost /= divisor;
        dot.costLow /= divisor;
        dot.costHigh /= divisor;
    }
    const double pad = std::max(0.05 * (high - low), 0.02 * high);
    m_xTicks = niceTicks(std::max(0.0, low - pad) / divisor, (high + pad) / divisor, 4);
    m_yTicks = niceTicks(std::max(0.0, scoreLow - 4), std::min(100.0, scoreHigh + 6), 4);
    setAxes(m_xTicks.front(), m_xTicks.back(), m_yTicks);
    layoutPlot();
}

QMargins ScatterChart::plotMargins() const
{
    return {px(26), px(18), px(10), px(36)};
}

void ScatterChart::paintOverlay(QPainter* painter, const QRectF& plot)
{
    if (m_dots.empty()) {
        return;
    }
    painter->setRenderHint(QPainter::Antialiasing);
    paintAxes(painter, plot);
    paintFrontier(painter);
    for (const Dot& dot : m_dots) {
        const QColor colour = tokens().option(dot.letter);
        painter->setPen(QPen(colour, pxf(1.2)));
        painter->drawLine(at(dot.costLow, dot.score), at(dot.costHigh, dot.score));
        painter->drawLine(at(dot.cost, dot.scoreLow), at(dot.cost, dot.scoreHigh));
        painter->setPen(QPen(tokens().base, 1));
        painter->setBrush(colour);
        painter->drawEllipse(at(dot.cost, dot.score), pxf(4.5), pxf(4.5));
    }
    paintTags(painter, plot);
}

void ScatterChart::paintAxes(QPainter* painter, const QRectF& plot) const
{
    const Tokens& t = tokens();
    const QFont small = typeFont(Type::Small);
    for (const double tick : m_yTicks) {
        drawNumber(painter,
                   QRectF(0, at(0, tick).y() - pxf(8), plot.left() - pxf(6), pxf(16)),
                   m_format.number(tick),
                   small,
                   t.text2,
                   Qt::AlignRight);
    }
    double end = -1e9;
    for (const double tick : m_xTicks) {
        const double x = at(tick, 0).x();
        painter->setPen(QPen(t.grid, 1));
        painter->drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
        const QString text = m_format.plain(tick);
        const double width = QFontMetricsF(small).horizontalAdvance(text);
        const double left = std::min(x - width / 2, plot.right() + pxf(8) - width);
        if (left > end + pxf(4)) {
            drawNumber(painter,
                       QRectF(left, plot.bottom() + pxf(3), width, pxf(15)),
                       text,
                       small,
                       t.text2,
                       Qt::AlignLeft);
            end = left + width;
        }
    }
    drawNumber(painter,
               QRectF(plot.left() + pxf(4), 0, plot.width(), pxf(16)),
               tr("score, 0–100"),
               small,
               t.text2,
               Qt::AlignLeft);
    const QString unit = tr("%1 over %2")
                             .arg(m_format.scaleUnit(m_scale, m_result->comparison->currency.code()),
                                  m_format.months(m_result->comparison->horizonMonths));
    drawNumber(painter,
               QRectF(plot.left(), plot.bottom() + pxf(18), plot.width(), pxf(16)),
               unit,
               small,
               t.text2,
               Qt::AlignRight);
}

void ScatterChart::paintFrontier(QPainter* painter) const
{
    std::vector<Dot> order = m_dots;
    std::ranges::stable_sort(order, {}, &Dot::cost);
    painter->setPen(QPen(tokens().text2, 1, Qt::DashLine));
    double best = yAxis()->min();
    QPointF last;
    for (const Dot& dot : order) {
        if (dot.score <= best) {
            continue;
        }
        const QPointF corner = at(dot.cost, best);
        if (best > yAxis()->min()) {
            painter->drawLine(last, corner);
        }
        painter->drawLine(corner, at(dot.cost, dot.score));
        last = at(dot.cost, dot.score);
        best = dot.score;
    }
    painter->drawLine(last, QPointF(plotArea().right(), last.y()));
}

void ScatterChart::paintTags(QPainter* painter, const QRectF& plot) const
{
    const double size = pxf(16);
    std::vector<QRectF> taken;
    for (const Dot& dot : m_dots) {
        const QPointF centre = at(dot.cost, dot.score);
        const double near = pxf(7);
        const std::array<QPointF, 6> places{QPointF{near, -near - size},
                                            QPointF{-near - size, -near - size},
                                            QPointF{near, near},
                                            QPointF{-near - size, near},
                                            QPointF{-size / 2, -2.4 * size},
                                            QPointF{-size / 2, 1.4 * size}};
        QRectF box(centre + places.front(), QSizeF(size, size));
        double farthest = 0.0;
        for (const QPointF& place : places) {
            const QRectF candidate(centre + place, QSizeF(size, size));
            if (std::ranges::any_of(taken, [&](const QRectF& other) { return other.intersects(candidate); })
                || !plot.adjusted(0, -pxf(14), pxf(8), 0).contains(candidate)) {
                continue;
            }
            // A tag belongs to the nearest dot: keep away from all others.
            double distance = pxf(26);
            for (const Dot& other : m_dots) {
                if (&other != &dot) {
                    const QPointF away = at(other.cost, other.score) - candidate.center();
                    distance = std::min(distance, std::hypot(away.x(), away.y()));
                }
            }
            if (distance > farthest + 0.5) {
                farthest = distance;
                box = candidate;
            }
        }
        taken.push_back(box.adjusted(-pxf(3), -pxf(3), pxf(3), pxf(3)));
        drawLetterTag(painter, box, dot.letter);
        if (dot.letter == m_selected) {
            painter->setBrush(Qt::NoBrush);
            painter->setPen(QPen(tokens().accent, 2));
            painter->drawRoundedRect(box.adjusted(-3, -3, 3, 3), pxf(4), pxf(4));
        }
    }
}

QString ScatterChart::optionAt(const QPointF& position) const
{
    for (const Dot& dot : m_dots) {
        if ((at(dot.cost, dot.score) - position).manhattanLength() < pxf(16)) {
            return dot.letter;
        }
    }
    return {};
}

} // namespace wherewithal::app
