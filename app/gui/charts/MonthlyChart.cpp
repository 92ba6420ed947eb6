// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/charts/MonthlyChart.h"

#include "app/gui/theme/Metrics.h"
#include "app/gui/theme/Paint.h"
#include "app/gui/theme/Tokens.h"

#include <QMouseEvent>
#include <QPainter>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace wherewithal::app {

namespace {

constexpr std::size_t kMostLayers = 6;
constexpr int kOutline = 5;
constexpr double kNegligible = 0.02; ///< of all: smaller lines go into "Other"

} // namespace

MonthlyChart::MonthlyChart(QWidget* parent)
    : PlainChartView(parent)
{
    setObjectName(QStringLiteral("monthlyChart"));
    setAccessibleName(tr("Cost by month, by ledger line"));
    setMinimumHeight(px(160));
}

QString MonthlyChart::unit() const
{
    return m_result ? m_format.scaleUnit(m_scale, m_result->comparison->currency.code()) : QString();
}

QString MonthlyChart::amount(double scaled) const
{
    return m_format.scaled(scaled * m_scale.divisor(), m_scale);
}

void MonthlyChart::clear()
{
    m_result.reset();
    m_layers.clear();
    layoutPlot();
}

void MonthlyChart::setSelectedLine(const QString& key)
{
    if (key != m_selectedLine) {
        m_selectedLine = key;
        viewport()->update();
    }
}

void MonthlyChart::setOption(const RunResultPtr& result,
                             const QString& letter,
                             const simulator::CostResult& cost)
{
    m_result = result;
    m_letter = letter;
    m_layers.clear();
    if (result) {
        fillLayers(cost);
    }
    layoutPlot();
}

void MonthlyChart::fillLayers(const simulator::CostResult& cost)
{
    std::vector<const simulator::LedgerLine*> lines;
    double all = 0.0;
    for (const auto& line : cost.lines) {
        if (line.isKnown && !line.months.empty() && line.total.count != 0) {
            lines.push_back(&line);
            all += std::abs(line.total.toDouble());
        }
    }
    std::ranges::stable_sort(lines, std::greater{}, [](const simulator::LedgerLine* line) {
        return std::abs(line->total.toDouble());
    });
    const auto horizon = static_cast<std::size_t>(std::max(1, m_result->comparison->horizonMonths));
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
    if (m_scale.word == Scale::Word::None && high >= 10000.0) {
        m_scale = {.word = Scale::Word::Thousand, .decimals = 1};
    }
    bool isOther = false;
    for (std::size_t index = 0; index < lines.size(); ++index) {
        const auto* line = lines[index];
        const bool isFew = index < kMostLayers - 1 || lines.size() <= kMostLayers;
        const bool isSmall = index + 1 < lines.size() && std::abs(line->total.toDouble()) < kNegligible * all;
        if (!isOther && index > 0 && (!isFew || isSmall)) {
            isOther = true;
            m_layers.push_back(
                Layer{.label = tr("Other"), .months = std::vector<double>(horizon, 0.0), .fill = kOutline});
        }
        if (!isOther) {
            m_layers.push_back(Layer{.key = fromEngine(line->key),
                                     .label = m_format.wording().engineText(line->label),
                                     .months = std::vector<double>(horizon, 0.0),
                                     .fill = static_cast<int>(m_layers.size())});
        }
        for (std::size_t month = 0; month < std::min(horizon, line->months.size()); ++month) {
            m_layers.back().months[month] += line->months[month].toDouble() / m_scale.divisor();
        }
    }
    setAxes(0.0,
            static_cast<double>(horizon),
            niceTicks(low / m_scale.divisor(), std::max(high, 1e-9) / m_scale.divisor(), 6));
}

int MonthlyChart::monthCount() const
{
    return m_layers.empty() ? 0 : static_cast<int>(m_layers.front().months.size());
}

model::Month MonthlyChart::firstMonth() const
{
    return m_result ? m_result->comparison->starts : model::Month{};
}

QMargins MonthlyChart::plotMargins() const
{
    const QFontMetricsF small(typeFont(Type::Small));
    double left = pxf(20);
    for (const double tick : yTicks()) {
        left = std::max(left, small.horizontalAdvance(m_format.plain(tick)));
    }
    return {static_cast<int>(left + pxf(8)), px(28), px(4), px(20)};
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
                   !layer.key.isEmpty() && layer.key == m_selectedLine ? tokens().text : tokens().text2,
                   Qt::AlignLeft);
        x += width + pxf(32);
    }
}

void MonthlyChart::paintColumns(QPainter* painter, const QRectF& plot) const
{
    const double width = plot.width() / (xAxis()->max() - xAxis()->min());
    const double gap = std::min(pxf(2), width * 0.2);
    for (std::size_t month = 0; month < m_layers.front().months.size(); ++month) {
        const double left = at(static_cast<double>(month), 0).x();
        if (left + width < plot.left() || left > plot.right()) {
            continue;
        }
        double up = 0.0;
        double down = 0.0;
        for (const Layer& layer : m_layers) {
            const double amount = layer.months[month];
            double& base = amount < 0.0 ? down : up;
            const double from = at(0, base).y();
            base += amount;
            const double to = at(0, base).y();
            if (std::abs(from - to) <= 0.3) {
                continue;
            }
            const QRectF bar(left + gap / 2, std::min(from, to), width - gap, std::abs(from - to));
            paintFill(painter, bar, layer.fill);
            if (!layer.key.isEmpty() && layer.key == m_selectedLine) {
                painter->setPen(QPen(tokens().accent, 1.5));
                painter->setBrush(Qt::NoBrush);
                painter->drawRect(bar);
            }
        }
    }
}

void MonthlyChart::paintOverlay(QPainter* painter, const QRectF& plot)
{
    if (m_layers.empty()) {
        drawName(painter, plot, tr("No cost of this option is known."), typeFont(Type::Note), tokens().muted);
        return;
    }
    paintYAxis(painter, plot);
    paintMonths(painter, plot, tokens().line2);
    painter->save();
    painter->setClipRect(plot.adjusted(0, -1, 1, 1));
    paintColumns(painter, plot);
    painter->restore();
    paintLegend(painter);
}

double MonthlyChart::totalOf(std::size_t month) const
{
    double sum = 0.0;
    for (const Layer& layer : m_layers) {
        sum += layer.months[month];
    }
    return sum;
}

std::vector<PlainChartView::Reading> MonthlyChart::readings(int month) const
{
    std::vector<Reading> result;
    const auto at = static_cast<std::size_t>(month);
    for (auto layer = m_layers.rbegin(); layer != m_layers.rend(); ++layer) {
        result.push_back(
            {.letter = {}, .label = layer->label, .value = amount(layer->months[at]), .fill = layer->fill});
    }
    result.push_back({.letter = m_letter, .label = tr("Together"), .value = amount(totalOf(at))});
    return result;
}

void MonthlyChart::paintReadingMark(QPainter* painter, const QRectF& box, const Reading& reading) const
{
    if (reading.fill < 0) {
        PlainChartView::paintReadingMark(painter, box, reading);
    } else {
        paintFill(painter, box.adjusted(pxf(2), pxf(2), -pxf(2), -pxf(2)), reading.fill);
    }
}

QString MonthlyChart::description() const
{
    if (m_layers.empty()) {
        return {};
    }
    const auto last = m_layers.front().months.size() - 1;
    QStringList names;
    for (const Layer& layer : m_layers) {
        names.append(layer.label);
    }
    return tr("Option %1, in %2: %3 in the first month, %4 in the last. Greatest first: %5.")
        .arg(m_letter, unit(), amount(totalOf(0)), amount(totalOf(last)), names.join(QStringLiteral(", ")));
}

ChartTable MonthlyChart::table() const
{
    ChartTable result;
    if (m_layers.empty()) {
        return result;
    }
    result.columns.push_back({tr("Month"), {}, Qt::AlignLeft});
    for (const Layer& layer : m_layers) {
        result.columns.push_back({layer.label, unit(), Qt::AlignRight});
    }
    result.columns.push_back({tr("Together"), unit(), Qt::AlignRight});
    for (int month = 0; month < monthCount(); ++month) {
        const auto at = static_cast<std::size_t>(month);
        TableRow row;
        row.letter = m_letter;
        row.figure = QStringLiteral("cost");
        row.cells.push_back(textCell(m_format.month(model::monthsLater(firstMonth(), month))));
        for (const Layer& layer : m_layers) {
            row.cells.push_back(numberCell(amount(layer.months[at]), layer.months[at]));
        }
        row.cells.push_back(numberCell(amount(totalOf(at)), totalOf(at), true));
        result.rows.push_back(std::move(row));
    }
    return result;
}

const MonthlyChart::Layer* MonthlyChart::layerAt(const QPointF& position) const
{
    const QRectF plot = plotArea();
    if (m_layers.empty() || !plot.contains(position)) {
        return nullptr;
    }
    const double across = (position.x() - plot.left()) / plot.width();
    const double x = xAxis()->min() + across * (xAxis()->max() - xAxis()->min());
    const auto month = static_cast<std::size_t>(std::clamp(std::floor(x), 0.0, monthCount() - 1.0));
    double up = 0.0;
    double down = 0.0;
    for (const Layer& layer : m_layers) {
        double& base = layer.months[month] < 0.0 ? down : up;
        const double from = at(0, base).y();
        base += layer.months[month];
        const double to = at(0, base).y();
        if (position.y() >= std::min(from, to) && position.y() <= std::max(from, to)) {
            return &layer;
        }
    }
    return nullptr;
}

void MonthlyChart::mouseReleaseEvent(QMouseEvent* event)
{
    const Layer* layer = event->button() == Qt::LeftButton ? layerAt(event->position()) : nullptr;
    PlainChartView::mouseReleaseEvent(event);
    if (layer != nullptr && !layer->key.isEmpty()) {
        emit lineClicked(layer->key);
    }
}

} // namespace wherewithal::app
