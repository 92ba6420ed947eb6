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
        std::vector<double> ticks = niceTicks(0.0, std::max(1.0, most), 5);
        if (ticks.size() > 1 && ticks[1] != std::floor(ticks[1])) {
            ticks = niceTicks(
                0.0, std::max(1.0, most), std::max(1, static_cast<int>(most) / 3)); // whole machines
        }
        setAxes(0.0, std::max(1, m_result->comparison->horizonMonths), ticks);
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
    paintYAxis(painter, plot);
    paintMonths(painter, plot, t.grid);
    std::vector<double> wanted;
    for (const Curve& curve : m_curves) {
        wanted.push_back(std::clamp(at(0, curve.months.back()).y(), plot.top(), plot.bottom()));
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
        wanted.push_back(std::clamp(at(0, curve.months.back()).y(), plot.top(), plot.bottom()));
    }
    const auto places = spreadLabels(std::move(wanted), pxf(17), plot.top() + pxf(6), plot.bottom() - pxf(6));
    for (std::size_t index = 0; index < places.size(); ++index) {
        if (std::abs(places[index] - position.y()) < pxf(8)) {
            return m_curves[index].letter;
        }
    }
    return {};
}

int MachinesChart::monthCount() const
{
    return m_curves.empty() ? 0 : static_cast<int>(m_curves.front().months.size());
}

model::Month MachinesChart::firstMonth() const
{
    return m_result ? m_result->comparison->starts : model::Month{};
}

std::vector<PlainChartView::Reading> MachinesChart::readings(int month) const
{
    std::vector<Reading> result;
    for (const Curve& curve : m_curves) {
        if (static_cast<std::size_t>(month) < curve.months.size()) {
            result.push_back(
                {.letter = curve.letter,
                 .label = {},
                 .value = figureNumber(m_format, curve.months[static_cast<std::size_t>(month)])});
        }
    }
    return result;
}

QString MachinesChart::description() const
{
    QStringList parts;
    for (const Curve& curve : m_curves) {
        parts.append(tr("%1 from %2 to %3 machines")
                         .arg(curve.letter,
                              figureNumber(m_format, curve.months.front()),
                              figureNumber(m_format, curve.months.back())));
    }
    return parts.isEmpty() ? tr("The number of machines is unknown.")
                           : parts.join(QStringLiteral("; ")) + QLatin1Char('.');
}

ChartTable MachinesChart::table() const
{
    ChartTable result;
    if (m_curves.empty()) {
        return result;
    }
    result.columns.push_back({tr("Month"), {}, Qt::AlignLeft});
    for (const Curve& curve : m_curves) {
        result.columns.push_back({curve.letter, tr("machines"), Qt::AlignRight});
    }
    for (int month = 0; month < monthCount(); ++month) {
        TableRow row;
        row.cells.push_back(textCell(m_format.month(model::monthsLater(firstMonth(), month))));
        for (const Curve& curve : m_curves) {
            const double machines = curve.months[static_cast<std::size_t>(month)];
            row.cells.push_back(numberCell(figureNumber(m_format, machines), machines));
        }
        result.rows.push_back(std::move(row));
    }
    return result;
}

} // namespace wherewithal::app
