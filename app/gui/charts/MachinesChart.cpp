// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/charts/MachinesChart.h"

#include "app/gui/models/FigureTreeModel.h"
#include "app/gui/theme/Metrics.h"
#include "app/gui/theme/Paint.h"
#include "app/gui/theme/Tokens.h"

#include <QLineSeries>
#include <QPainter>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace wherewithal::app {

namespace {

constexpr std::size_t kMostCurves = 6;

} // namespace

MachinesChart::MachinesChart(QWidget* parent)
    : PlainChartView(parent)
{
    setObjectName(QStringLiteral("machinesChart"));
    setAccessibleName(tr("Machines by month"));
    setMinimumHeight(px(150));
}

void MachinesChart::setResult(const RunResultPtr& result, std::size_t workload, const QString& letter)
{
    m_result = result;
    m_workload = workload;
    m_letter = letter;
    rebuild();
}

void MachinesChart::rebuild()
{
    removeAll();
    m_curves.clear();
    m_ticks.clear();
    double most = 0.0;
    if (m_result) {
        for (const auto& option : m_result->comparison->options) {
            const QString letter = fromEngine(option.spec.letter);
            const bool isWanted =
                m_letter.isEmpty() ? option.state == simulator::OptionState::Ranked : letter == m_letter;
            if (isWanted && m_workload < option.workloads.size()
                && !option.workloads[m_workload].machinesPerMonth.empty() && m_curves.size() < kMostCurves) {
                m_curves.push_back({letter, option.workloads[m_workload].machinesPerMonth});
                most = std::max(most, std::ranges::max(m_curves.back().months));
            }
        }
        m_ticks = niceTicks(0.0, std::max(1.0, most), 5);
        setAxes(0.0, std::max(1, m_result->comparison->horizonMonths), m_ticks);
    }
    for (const Curve& curve : m_curves) {
        QList<QPointF> points; // a machine is bought for a month: steps
        for (std::size_t month = 0; month < curve.months.size(); ++month) {
            points.append({static_cast<double>(month), curve.months[month]});
            points.append({static_cast<double>(month + 1), curve.months[month]});
        }
        const double width = pxf(curve.letter == m_letter ? 2.4 : 1.6);
        QPen pen(tokens().option(curve.letter), width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
        if (const auto dash = optionDash(curve.letter, width); !dash.isEmpty()) {
            pen.setDashPattern(dash);
        }
        addLine(points)->setPen(pen);
    }
    layoutPlot();
}

QMargins MachinesChart::plotMargins() const
{
    return {px(44), px(8), px(90), px(22)};
}

void MachinesChart::paintOverlay(QPainter* painter, const QRectF& plot)
{
    const Tokens& t = tokens();
    if (m_curves.empty()) {
        drawName(painter, plot, tr("The number of machines is unknown."), typeFont(Type::Note), t.muted);
        return;
    }
    const bool hasFractions = m_ticks.size() > 1 && m_ticks[1] < 1.0;
    for (const double tick : m_ticks) {
        drawNumber(painter,
                   QRectF(0, at(0, tick).y() - pxf(8), plot.left() - pxf(8), pxf(16)),
                   m_format.number(tick, hasFractions ? 1 : 0),
                   typeFont(Type::Small),
                   t.text2,
                   Qt::AlignRight);
    }
    painter->setPen(QPen(t.line2, 1));
    painter->drawLine(at(xAxis()->min(), 0), at(xAxis()->max(), 0));
    const model::Month starts = m_result->comparison->starts;
    const int months = m_result->comparison->horizonMonths;
    for (int year = starts.month == 1 ? starts.year : starts.year + 1;
         year <= model::monthsLater(starts, months - 1).year;
         year += months > 84 ? 2 : 1) {
        const double x = at(model::monthsBetween(starts, {.year = year, .month = 1}), 0).x();
        painter->setPen(QPen(t.grid, 1));
        painter->drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom() + pxf(14)));
        drawNumber(painter,
                   QRectF(x + pxf(4), plot.bottom() + pxf(3), pxf(40), pxf(15)),
                   QString::number(year),
                   typeFont(Type::Small),
                   t.text2,
                   Qt::AlignLeft);
    }
    std::vector<double> wanted;
    for (const Curve& curve : m_curves) {
        wanted.push_back(at(0, curve.months.back()).y());
    }
    const auto places = spreadLabels(std::move(wanted), pxf(17), plot.top() + pxf(6), plot.bottom() - pxf(6));
    for (std::size_t index = 0; index < m_curves.size(); ++index) {
        const QRectF box(plot.right() + pxf(8), places[index] - pxf(8), pxf(16), pxf(16));
        drawLetterTag(painter, box, m_curves[index].letter);
        drawNumber(painter,
                   QRectF(box.right() + pxf(6), box.top(), pxf(50), box.height()),
                   figureNumber(m_format, m_curves[index].months.back()),
                   typeFont(Type::Note),
                   t.text2,
                   Qt::AlignLeft);
    }
}

QString MachinesChart::optionAt(const QPointF& position) const
{
    const QRectF plot = plotArea();
    if (position.x() <= plot.right() || m_curves.empty()) {
        return {};
    }
    std::vector<double> wanted;
    for (const Curve& curve : m_curves) {
        wanted.push_back(at(0, curve.months.back()).y());
    }
    const auto places = spreadLabels(std::move(wanted), pxf(17), plot.top() + pxf(6), plot.bottom() - pxf(6));
    for (std::size_t index = 0; index < places.size(); ++index) {
        if (std::abs(places[index] - position.y()) < pxf(8)) {
            return m_curves[index].letter;
        }
    }
    return {};
}

} // namespace wherewithal::app
