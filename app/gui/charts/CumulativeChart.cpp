// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/charts/CumulativeChart.h"

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

constexpr std::size_t kMostCurves = 6;
constexpr double kLaneHeight = 13.0;

QList<QPointF> points(const std::vector<double>& values, double divisor)
{
    QList<QPointF> result;
    result.reserve(static_cast<qsizetype>(values.size()));
    for (std::size_t month = 0; month < values.size(); ++month) {
        result.append(QPointF(static_cast<double>(month), values[month] / divisor));
    }
    return result;
}

} // namespace

CumulativeChart::CumulativeChart(QWidget* parent)
    : PlainChartView(parent)
{
    setObjectName(QStringLiteral("cumulativeChart"));
    setAccessibleName(tr("Cumulative cost of the options by month"));
    setMinimumHeight(px(150));
}

void CumulativeChart::setResult(const RunResultPtr& result)
{
    m_result = result;
    rebuild();
}

void CumulativeChart::setSelected(const QString& letter)
{
    if (letter != m_selected) {
        m_selected = letter;
        rebuild();
    }
}

void CumulativeChart::setLanesVisible(bool areVisible)
{
    m_hasLanes = areVisible;
    layoutPlot();
}

QString CumulativeChart::unit() const
{
    return m_result ? m_format.scaleUnit(m_scale, m_result->comparison->currency.code()) : QString();
}

void CumulativeChart::rebuild()
{
    removeAll();
    m_curves.clear();
    m_ticks.clear();
    if (!m_result) {
        layoutPlot();
        return;
    }
    const simulator::Comparison& comparison = *m_result->comparison;
    const auto take = [&](const simulator::OptionResult& option) {
        const bool isNew =
            std::ranges::none_of(m_curves, [&](const Curve& curve) { return curve.option == &option; });
        if (isNew && !option.cost.cumulativeBase.empty()
            && (m_isFan || option.state == simulator::OptionState::Ranked
                || option.spec.letter == comparison.reference)) {
            m_curves.push_back(Curve{.option = &option, .letter = fromEngine(option.spec.letter)});
        }
    };
    for (const QString& letter : {m_selected, fromEngine(comparison.reference)}) {
        if (const auto* option = comparison.findOption(letter.toStdString())) {
            take(*option);
        }
    }
    for (const auto& option : comparison.options) {
        if (m_curves.size() < kMostCurves && !m_isFan) {
            take(option);
        }
    }
    double greatest = 0.0;
    for (const Curve& curve : m_curves) {
        const auto& p90 = curve.option->cost.cumulativeP90;
        greatest = std::max({greatest,
                             std::ranges::max(curve.option->cost.cumulativeBase),
                             p90.empty() ? 0.0 : std::ranges::max(p90)});
    }
    m_scale = costScale(comparison);
    for (Curve& curve : m_curves) {
        curve.end = curve.option->cost.cumulativeBase.back() / m_scale.divisor();
    }
    m_ticks = niceTicks(0.0, greatest / m_scale.divisor(), 6);
    setAxes(0.0, std::max(1, comparison.horizonMonths - 1), m_ticks);
    for (const Curve& curve : m_curves) {
        const bool isStrong = curve.letter == m_selected || curve.letter == fromEngine(comparison.reference);
        const auto& cost = curve.option->cost;
        if (isStrong && !cost.cumulativeP10.empty()) {
            QAreaSeries* band = addBand(points(cost.cumulativeP90, m_scale.divisor()),
                                        points(cost.cumulativeP10, m_scale.divisor()));
            QColor fill = tokens().option(curve.letter);
            fill.setAlphaF(tokens().isDark ? 0.20F : 0.13F);
            band->setBrush(fill);
        }
    }
    for (const Curve& curve : m_curves) {
        addCurve(curve, curve.letter == m_selected || curve.letter == fromEngine(comparison.reference));
    }
    layoutPlot();
}

void CumulativeChart::addCurve(const Curve& curve, bool isStrong)
{
    const double width = pxf(isStrong ? 2.4 : 1.4);
    QPen pen(tokens().option(curve.letter), width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    if (const auto dash = optionDash(curve.letter, width); !dash.isEmpty()) {
        pen.setDashPattern(dash);
    }
    addLine(points(curve.option->cost.cumulativeBase, m_scale.divisor()))->setPen(pen);
}

std::vector<CumulativeChart::Curve> CumulativeChart::rivals() const
{
    std::vector<Curve> result;
    for (const Curve& curve : m_curves) {
        const auto& even = curve.option->breakEven;
        if (!even.against.empty()) {
            result.push_back(curve);
        }
    }
    std::ranges::stable_sort(result, [this](const Curve& a, const Curve& b) {
        if ((a.letter == m_selected) != (b.letter == m_selected)) {
            return a.letter == m_selected;
        }
        return a.option->rank.value_or(99) < b.option->rank.value_or(99);
    });
    return result;
}

QMargins CumulativeChart::plotMargins() const
{
    const QFontMetricsF small(typeFont(Type::Small));
    double left = pxf(20);
    for (const double tick : m_ticks) {
        left = std::max(left,
                        small.horizontalAdvance(m_format.number(
                            tick, tick < 10 && m_ticks.size() > 1 && m_ticks[1] < 1 ? 1 : 0)));
    }
    const double lanes =
        m_hasLanes && m_result ? pxf(16) + static_cast<double>(rivals().size()) * pxf(kLaneHeight) : pxf(4);
    return {static_cast<int>(left + pxf(8)), px(6), px(112), px(18) + static_cast<int>(lanes)};
}

double CumulativeChart::monthIndex(const model::Month& month) const
{
    return model::monthsBetween(m_result->comparison->starts, month);
}

void CumulativeChart::paintOverlay(QPainter* painter, const QRectF& plot)
{
    if (!m_result || m_curves.empty()) {
        return;
    }
    painter->setRenderHint(QPainter::Antialiasing);
    paintAxes(painter, plot);
    paintBreakEven(painter, plot);
    paintEnds(painter, plot);
    if (m_hasLanes) {
        paintLanes(painter, plot);
    }
    paintHover(painter, plot);
}

void CumulativeChart::paintAxes(QPainter* painter, const QRectF& plot) const
{
    const Tokens& t = tokens();
    painter->setPen(QPen(t.line2, 1));
    painter->drawLine(at(xAxis()->min(), 0), at(xAxis()->max(), 0));
    const bool hasFractions = m_ticks.size() > 1 && m_ticks[1] < 1.0;
    for (const double tick : m_ticks) {
        const double y = at(0, tick).y();
        drawNumber(painter,
                   QRectF(0, y - pxf(8), plot.left() - pxf(8), pxf(16)),
                   m_format.number(tick, hasFractions ? 1 : 0),
                   typeFont(Type::Small),
                   t.text2,
                   Qt::AlignRight);
    }
    const model::Month starts = m_result->comparison->starts;
    const int months = m_result->comparison->horizonMonths;
    const int step = months > 84 ? 2 : 1;
    for (int year = starts.month == 1 ? starts.year : starts.year + 1;
         year <= model::monthsLater(starts, months - 1).year;
         year += step) {
        const double x = at(monthIndex({.year = year, .month = 1}), 0).x();
        painter->setPen(QPen(t.grid, 1));
        painter->drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom() + pxf(14)));
        drawNumber(painter,
                   QRectF(x + pxf(4), plot.bottom() + pxf(2), pxf(40), pxf(15)),
                   QString::number(year),
                   typeFont(Type::Small),
                   t.text2,
                   Qt::AlignLeft);
    }
}

std::vector<double> CumulativeChart::endPositions(const QRectF& plot) const
{
    std::vector<double> wanted;
    for (const Curve& curve : m_curves) {
        wanted.push_back(at(0, curve.end).y());
    }
    return spreadLabels(std::move(wanted), pxf(17), plot.top() + pxf(6), plot.bottom() - pxf(6));
}

void CumulativeChart::paintEnds(QPainter* painter, const QRectF& plot) const
{
    const auto places = endPositions(plot);
    const double tag = pxf(16);
    for (std::size_t index = 0; index < m_curves.size(); ++index) {
        const Curve& curve = m_curves[index];
        const bool isStrong =
            curve.letter == m_selected || curve.letter == fromEngine(m_result->comparison->reference);
        const QRectF box(plot.right() + pxf(8), places[index] - tag / 2, tag, tag);
        drawLetterTag(painter, box, curve.letter);
        drawNumber(painter,
                   QRectF(box.right() + pxf(6), box.top(), pxf(60), tag),
                   m_format.scaled(curve.end * m_scale.divisor(), m_scale),
                   typeFont(isStrong ? Type::Strong : Type::Note),
                   isStrong ? tokens().text : tokens().text2,
                   Qt::AlignLeft);
    }
}

void CumulativeChart::paintBreakEven(QPainter* painter, const QRectF& plot) const
{
    const auto* option = m_result->comparison->findOption(m_selected.toStdString());
    const auto* reference = m_result->comparison->findOption(m_result->comparison->reference);
    if (option == nullptr || reference == nullptr || option->breakEven.against.empty()
        || !option->breakEven.base) {
        return;
    }
    const double month = monthIndex(*option->breakEven.base);
    const auto index = static_cast<std::size_t>(std::max(0.0, month));
    if (index >= reference->cost.cumulativeBase.size()) {
        return;
    }
    const QPointF mark = at(month, reference->cost.cumulativeBase[index] / m_scale.divisor());
    painter->setPen(QPen(tokens().text2, 1, Qt::DotLine));
    const double down = m_hasLanes ? pxf(30) : pxf(2);
    painter->drawLine(mark, QPointF(mark.x(), plot.bottom() + down));
    painter->setPen(QPen(tokens().text, pxf(1.5)));
    painter->setBrush(tokens().base);
    painter->drawEllipse(mark, pxf(4), pxf(4));
}

void CumulativeChart::paintLanes(QPainter* painter, const QRectF& plot) const
{
    const auto lanes = rivals();
    if (lanes.empty()) {
        return;
    }
    const double top = plot.bottom() + pxf(18);
    const double dates = plot.right() + pxf(8);
    drawNumber(painter,
               QRectF(dates, plot.bottom() + pxf(2), pxf(60), pxf(15)),
               tr("break-even"),
               typeFont(Type::Small),
               tokens().text2,
               Qt::AlignLeft);
    drawNumber(painter,
               QRectF(dates + pxf(56), plot.bottom() + pxf(2), pxf(46), pxf(15)),
               tr("by end"),
               typeFont(Type::Small),
               tokens().text2,
               Qt::AlignRight);
    for (std::size_t index = 0; index < lanes.size(); ++index) {
        paintLane(painter,
                  plot,
                  top + pxf(6.5) + static_cast<double>(index) * pxf(kLaneHeight),
                  lanes[index],
                  index == 0);
    }
}

void CumulativeChart::paintLane(
    QPainter* painter, const QRectF& plot, double y, const Curve& curve, bool isFirst) const
{
    const Tokens& t = tokens();
    const auto& even = curve.option->breakEven;
    const double half = pxf(kLaneHeight) / 2;
    const bool isSelected = curve.letter == m_selected;
    const QFont face = typeFont(isSelected ? Type::Letter : Type::Small);
    const QString label = isFirst ? tr("%1 cheaper than %2").arg(fromEngine(even.against), curve.letter)
                                  : tr("than %1").arg(curve.letter);
    painter->setPen(QPen(t.grid, 1));
    painter->drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
    const double width = QFontMetricsF(face).horizontalAdvance(label) + pxf(6);
    painter->fillRect(QRectF(plot.left(), y - half, width, 2 * half), t.base);
    drawNumber(painter,
               QRectF(plot.left(), y - half, width, 2 * half),
               label,
               face,
               isSelected ? t.text : t.text2,
               Qt::AlignLeft);
    const QColor colour = t.option(curve.letter);
    if (even.p10 && even.p90) {
        const double left = at(monthIndex(*even.p10), 0).x();
        const double right = at(monthIndex(*even.p90), 0).x();
        QColor fill = colour;
        fill.setAlphaF(0.35F);
        painter->setPen(QPen(colour, 1));
        painter->setBrush(fill);
        painter->drawRect(QRectF(left, y - pxf(3), std::max(2.0, right - left), pxf(6)));
    }
    const auto centre = even.p50 ? even.p50 : even.base;
    if (centre) {
        const double x = at(monthIndex(*centre), 0).x();
        painter->setPen(Qt::NoPen);
        painter->setBrush(colour);
        painter->drawPolygon(QPolygonF{{x - pxf(4), y}, {x, y - pxf(4)}, {x + pxf(4), y}, {x, y + pxf(4)}});
    }
    const double dates = plot.right() + pxf(8);
    drawNumber(painter,
               QRectF(dates, y - half, pxf(52), 2 * half),
               even.base ? m_format.month(even.base) : tr("never"),
               face,
               isSelected ? t.text : t.text2,
               Qt::AlignLeft);
    if (m_result->comparison->paths > 0) {
        const bool isAlmostSure = even.probability > 0.99 && even.probability < 1.0;
        const QString share =
            isAlmostSure ? QStringLiteral(">") + m_format.percent(0.99) : m_format.percent(even.probability);
        drawNumber(painter,
                   QRectF(dates + pxf(56), y - half, pxf(46), 2 * half),
                   share,
                   face,
                   isSelected ? t.text : t.text2,
                   Qt::AlignRight);
    }
}

void CumulativeChart::hover(const std::optional<QPointF>& position)
{
    PlainChartView::hover(position);
    std::optional<int> month;
    if (position && m_result && plotArea().contains(*position)) {
        const double across = (position->x() - plotArea().left()) / plotArea().width();
        month = static_cast<int>(std::lround(across * xAxis()->max()));
    }
    if (month != m_hoverMonth) {
        m_hoverMonth = month;
        viewport()->update();
    }
}

void CumulativeChart::paintHover(QPainter* painter, const QRectF& plot) const
{
    if (!m_hoverMonth) {
        return;
    }
    const Tokens& t = tokens();
    const double x = at(*m_hoverMonth, 0).x();
    painter->setPen(QPen(t.muted, 1));
    painter->drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
    std::vector<const Curve*> order;
    for (const Curve& curve : m_curves) {
        order.push_back(&curve);
    }
    const auto month = static_cast<std::size_t>(*m_hoverMonth);
    const auto value = [month](const Curve* curve) {
        return month < curve->option->cost.cumulativeBase.size() ? curve->option->cost.cumulativeBase[month]
                                                                 : 0.0;
    };
    std::ranges::stable_sort(order, [&](const Curve* a, const Curve* b) { return value(a) > value(b); });
    const double line = pxf(17);
    const QSizeF size(pxf(96), line * static_cast<double>(order.size() + 1) + pxf(8));
    const double left = x + pxf(10) + size.width() < plot.right() ? x + pxf(10) : x - pxf(10) - size.width();
    const QRectF box(QPointF(left, plot.top() + pxf(4)), size);
    painter->setPen(QPen(t.line2, 1));
    painter->setBrush(t.raised);
    painter->drawRect(box);
    drawNumber(painter,
               QRectF(box.left() + pxf(8), box.top() + pxf(4), size.width(), line),
               m_format.month(model::monthsLater(m_result->comparison->starts, *m_hoverMonth)),
               typeFont(Type::Small),
               t.text2,
               Qt::AlignLeft);
    for (std::size_t row = 0; row < order.size(); ++row) {
        const QRectF cell(box.left() + pxf(8),
                          box.top() + pxf(4) + line * static_cast<double>(row + 1),
                          size.width() - pxf(16),
                          line);
        drawLetterTag(
            painter, QRectF(cell.left(), cell.top() + pxf(1), pxf(14), pxf(14)), order[row]->letter);
        drawNumber(painter,
                   cell,
                   m_format.scaled(value(order[row]), m_scale),
                   typeFont(Type::Note),
                   t.text,
                   Qt::AlignRight);
    }
}

QString CumulativeChart::optionAt(const QPointF& position) const
{
    const QRectF plot = plotArea();
    if (!m_result) {
        return {};
    }
    if (position.x() > plot.right()) {
        const auto places = endPositions(plot);
        for (std::size_t index = 0; index < places.size(); ++index) {
            if (std::abs(position.y() - places[index]) < pxf(8)) {
                return m_curves[index].letter;
            }
        }
    }
    if (position.y() > plot.bottom() + pxf(18) && m_hasLanes) {
        const auto lanes = rivals();
        const auto lane =
            static_cast<std::size_t>((position.y() - plot.bottom() - pxf(18)) / pxf(kLaneHeight));
        return lane < lanes.size() ? lanes[lane].letter : QString();
    }
    if (plot.contains(position)) {
        const double month = (position.x() - plot.left()) / plot.width() * xAxis()->max();
        const auto index = static_cast<std::size_t>(std::max(0.0, std::round(month)));
        QString best;
        double nearest = pxf(7);
        for (const Curve& curve : m_curves) {
            if (index < curve.option->cost.cumulativeBase.size()) {
                const double distance = std::abs(
                    at(0, curve.option->cost.cumulativeBase[index] / m_scale.divisor()).y() - position.y());
                if (distance < nearest) {
                    nearest = distance;
                    best = curve.letter;
                }
            }
        }
        return best;
    }
    return {};
}

} // namespace wherewithal::app
