// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/charts/MonthlyChart.h"

#include "app/gui/theme/Metrics.h"
#include "app/gui/theme/Paint.h"
#include "app/gui/theme/Tokens.h"

#include <QPainter>
#include <QToolTip>
#include <QValueAxis>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace wherewithal::app {

namespace {

constexpr std::size_t kMostLayers = 6;
constexpr int kOutline = 5;

} // namespace

MonthlyChart::MonthlyChart(QWidget* parent)
    : PlainChartView(parent)
{
    setObjectName(QStringLiteral("monthlyChart"));
    setAccessibleName(tr("Cost by month, by ledger line"));
    setMinimumHeight(px(160));
    yAxis()->setGridLineVisible(false); // painted here: a chart without series lays its grid out late
}

QString MonthlyChart::unit() const
{
    return m_result ? m_format.scaleUnit(m_scale, m_result->comparison->currency.code()) : QString();
}

void MonthlyChart::setOption(const RunResultPtr& result, const QString& letter)
{
    m_result = result;
    m_letter = letter;
    m_layers.clear();
    const auto* option = result ? result->comparison->findOption(letter.toStdString()) : nullptr;
    if (option == nullptr || option->cost.lines.empty()) {
        layoutPlot();
        return;
    }
    std::vector<const simulator::LedgerLine*> lines;
    for (const auto& line : option->cost.lines) {
        if (line.isKnown && !line.months.empty()) {
            lines.push_back(&line);
        }
    }
    std::ranges::stable_sort(lines, std::greater{}, [](const simulator::LedgerLine* line) {
        return std::llabs(line->total.count);
    });
    const auto horizon = static_cast<std::size_t>(std::max(1, result->comparison->horizonMonths));
    std::vector<double> above(horizon, 0.0);
    std::vector<double> below(horizon, 0.0);
    for (const auto* line : lines) {
        for (std::size_t month = 0; month < std::min(horizon, line->months.size()); ++month) {
            const double amount = line->months[month].toDouble();
            (amount < 0.0 ? below : above)[month] += amount;
        }
    }
    const double high = std::ranges::max(above);
    const double low = std::ranges::min(below);
    m_scale = scaleFor(std::max({1.0, high, -low}));
    for (const auto* line : lines) {
        const bool isOther = m_layers.size() >= kMostLayers - 1 && lines.size() > kMostLayers;
        if (isOther && m_layers.size() == kMostLayers - 1) {
            m_layers.push_back(
                Layer{.label = tr("Other"), .months = std::vector<double>(horizon, 0.0), .fill = kOutline});
        }
        if (!isOther) {
            m_layers.push_back(Layer{.label = m_format.wording().engineText(line->label),
                                     .months = std::vector<double>(horizon, 0.0),
                                     .fill = static_cast<int>(m_layers.size())});
        }
        for (std::size_t month = 0; month < std::min(horizon, line->months.size()); ++month) {
            m_layers.back().months[month] += line->months[month].toDouble() / m_scale.divisor();
        }
    }
    m_ticks = niceTicks(low / m_scale.divisor(), high / m_scale.divisor(), 6);
    setAxes(0.0, static_cast<double>(horizon), m_ticks);
    layoutPlot();
}

QMargins MonthlyChart::plotMargins() const
{
    return {px(44), px(28), px(16), px(20)};
}

void MonthlyChart::paintFill(QPainter* painter, const QRectF& bar, int fill) const
{
    const Tokens& t = tokens();
    QColor colour = t.option(m_letter);
    switch (fill) {
    case 0:
        colour.setAlphaF(0.78F);
        painter->fillRect(bar, colour);
        return;
    case 1:
        drawHatch(painter, bar, colour);
        break;
    case 2:
        colour = t.text2;
        painter->fillRect(bar, colour);
        return;
    case 3:
        colour = t.text2;
        drawHatch(painter, bar, colour, true);
        break;
    case 4:
        colour = t.text2;
        painter->setPen(Qt::NoPen);
        painter->setBrush(colour);
        for (double y = bar.top() + pxf(2); y < bar.bottom() - pxf(1); y += pxf(4)) {
            for (double x = bar.left() + pxf(2); x < bar.right() - pxf(1); x += pxf(4)) {
                painter->drawRect(QRectF(x, y, pxf(1.2), pxf(1.2)));
            }
        }
        break;
    default:
        colour = t.text2;
        break;
    }
    painter->setPen(QPen(colour, 1));
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(bar);
}

void MonthlyChart::paintAxes(QPainter* painter, const QRectF& plot) const
{
    const Tokens& t = tokens();
    const bool hasFractions = m_ticks.size() > 1 && m_ticks[1] - m_ticks[0] < 1.0;
    for (const double tick : m_ticks) {
        const double y = at(0, tick).y();
        painter->setPen(QPen(t.grid, 1));
        painter->drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
        drawNumber(painter,
                   QRectF(0, y - pxf(8), plot.left() - pxf(8), pxf(16)),
                   m_format.number(tick, hasFractions ? 1 : 0),
                   typeFont(Type::Small),
                   t.text2,
                   Qt::AlignRight);
    }
    painter->setPen(QPen(t.line2, 1));
    painter->drawLine(at(xAxis()->min(), 0), at(xAxis()->max(), 0));
    const model::Month starts = m_result->comparison->starts;
    const int months = m_result->comparison->horizonMonths;
    const int step = months > 84 ? 2 : 1;
    for (int year = starts.month == 1 ? starts.year : starts.year + 1;
         year <= model::monthsLater(starts, months - 1).year;
         year += step) {
        const double x = at(model::monthsBetween(starts, {.year = year, .month = 1}), 0).x();
        painter->setPen(QPen(t.line2, 1));
        painter->drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom() + pxf(14)));
        drawNumber(painter,
                   QRectF(x + pxf(4), plot.bottom() + pxf(2), pxf(40), pxf(15)),
                   QString::number(year),
                   typeFont(Type::Small),
                   t.text2,
                   Qt::AlignLeft);
    }
}

void MonthlyChart::paintLegend(QPainter* painter) const
{
    double x = 0.0;
    const QFont face = typeFont(Type::Note);
    for (const Layer& layer : m_layers) {
        const double width = QFontMetricsF(face).horizontalAdvance(layer.label);
        if (x + width + pxf(16) > viewport()->width()) {
            break;
        }
        paintFill(painter, QRectF(x, pxf(5), pxf(10), pxf(10)), layer.fill);
        drawNumber(painter,
                   QRectF(x + pxf(16), pxf(1), width, pxf(18)),
                   layer.label,
                   face,
                   tokens().text2,
                   Qt::AlignLeft);
        x += width + pxf(32);
    }
}

void MonthlyChart::paintOverlay(QPainter* painter, const QRectF& plot)
{
    if (m_layers.empty()) {
        return;
    }
    paintAxes(painter, plot);
    const auto months = m_layers.front().months.size();
    const double width = plot.width() / static_cast<double>(months);
    const double gap = std::min(pxf(2), width * 0.2);
    for (std::size_t month = 0; month < months; ++month) {
        double up = 0.0;
        double down = 0.0;
        for (const Layer& layer : m_layers) {
            const double amount = layer.months[month];
            double& base = amount < 0.0 ? down : up;
            const double from = at(0, base).y();
            base += amount;
            const double to = at(0, base).y();
            if (std::abs(from - to) > 0.3) {
                paintFill(painter,
                          QRectF(plot.left() + static_cast<double>(month) * width + gap / 2,
                                 std::min(from, to),
                                 width - gap,
                                 std::abs(from - to)),
                          layer.fill);
            }
        }
    }
    paintLegend(painter);
}

void MonthlyChart::hover(const std::optional<QPointF>& position)
{
    PlainChartView::hover(position);
    if (!position || m_layers.empty() || !plotArea().contains(*position)) {
        m_hoverMonth.reset();
        QToolTip::hideText();
        return;
    }
    const auto month = static_cast<std::size_t>((position->x() - plotArea().left()) / plotArea().width()
                                                * static_cast<double>(m_layers.front().months.size()));
    if (month >= m_layers.front().months.size()) {
        return;
    }
    QStringList lines{
        m_format.month(model::monthsLater(m_result->comparison->starts, static_cast<int>(month)))};
    for (const Layer& layer : m_layers) {
        lines.append(QStringLiteral("%1: %2").arg(
            layer.label, m_format.scaled(layer.months[month] * m_scale.divisor(), m_scale)));
    }
    QToolTip::showText(
        viewport()->mapToGlobal(position->toPoint()), lines.join(QLatin1Char('\n')), viewport());
}

} // namespace wherewithal::app
