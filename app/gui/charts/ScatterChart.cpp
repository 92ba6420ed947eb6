// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/charts/ScatterChart.h"

#include "app/gui/charts/LabelPlacement.h"
#include "app/gui/theme/Metrics.h"
#include "app/gui/theme/Paint.h"
#include "app/gui/theme/Tokens.h"

#include <QKeyEvent>
#include <QPainter>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

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
    std::vector<CostExtent> extents;
    double scoreLow = 100.0;
    double scoreHigh = 0.0;
    for (const auto& option : result->comparison->options) {
        if (option.state != simulator::OptionState::Ranked) {
            continue;
        }
        const CostExtent extent = costExtent(option);
        Dot dot{.letter = fromEngine(option.spec.letter),
                .cost = extent.base,
                .costLow = extent.low,
                .costHigh = extent.high};
        dot.scoreLow = 100.0 * option.scoreLow;
        dot.scoreHigh = 100.0 * option.scoreHigh;
        dot.score = (dot.scoreLow + dot.scoreHigh) / 2.0;
        extents.push_back(extent);
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
    const CostSpan span = costSpan(std::move(extents));
    const double pad = std::max(0.05 * (span.high - span.low), 0.02 * span.high);
    std::ranges::stable_sort(m_dots, {}, &Dot::cost);
    const auto xTicks = niceTicks(std::max(0.0, span.low - pad) / divisor, (span.high + pad) / divisor, 4);
    m_end = xTicks.back();
    setAxes(xTicks.front(),
            xTicks.back(),
            niceTicks(std::max(0.0, scoreLow - 4), std::min(100.0, scoreHigh + 6), 4));
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
    painter->save();
    painter->setClipRect(plot.adjusted(-pxf(6), -pxf(6), pxf(6), pxf(6)));
    paintFrontier(painter, plot);
    paintDots(painter);
    painter->restore();
    paintTags(painter, plot);
    paintHovered(painter, plot);
}

void ScatterChart::paintDots(QPainter* painter) const
{
    for (const Dot& dot : m_dots) {
        const bool isStrong = dot.letter == m_selected || dot.letter == m_hovered;
        const QColor colour = tokens().option(dot.letter);
        painter->setPen(QPen(colour, pxf(isStrong ? 2.0 : 1.2)));
        painter->drawLine(at(std::min(dot.costLow, m_end), dot.score),
                          at(std::min(dot.costHigh, m_end), dot.score));
        painter->drawLine(at(shownCost(dot), dot.scoreLow), at(shownCost(dot), dot.scoreHigh));
    }
    for (const Dot& dot : m_dots) {
        const QPointF place = at(shownCost(dot), dot.score);
        painter->setPen(QPen(tokens().base, 1));
        painter->setBrush(tokens().option(dot.letter));
        if (isBeyond(dot)) { // an arrow at the end of the axis; its figure stands beside the letter
            painter->drawPolygon(QPolygonF{place + QPointF(-pxf(5), -pxf(6)),
                                           place + QPointF(pxf(6), 0),
                                           place + QPointF(-pxf(5), pxf(6))});
        } else {
            painter->drawEllipse(place, pxf(4.5), pxf(4.5));
        }
    }
}

void ScatterChart::paintAxes(QPainter* painter, const QRectF& plot) const
{
    const Tokens& t = tokens();
    const QFont small = typeFont(Type::Small);
    paintYAxis(painter, plot);
    double end = -1e9;
    std::vector<double> ticks = niceTicks(xAxis()->min(), xAxis()->max(), 4);
    std::erase_if(ticks, [this](double tick) { return tick < xAxis()->min() || tick > xAxis()->max(); });
    for (const double tick : ticks) {
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

std::vector<const ScatterChart::Dot*> ScatterChart::onFrontier() const
{
    std::vector<const Dot*> result;
    for (const Dot& dot : m_dots) { // cheapest first: only a better score earns a place
        if (result.empty() || dot.score > result.back()->score) {
            result.push_back(&dot);
        }
    }
    return result;
}

QStringList ScatterChart::beyond() const
{
    QStringList letters;
    for (const Dot& dot : m_dots) {
        if (isBeyond(dot)) {
            letters.append(dot.letter);
        }
    }
    return letters;
}

QStringList ScatterChart::frontier() const
{
    QStringList letters;
    for (const Dot* dot : onFrontier()) {
        letters.append(dot->letter);
    }
    return letters;
}

void ScatterChart::paintFrontier(QPainter* painter, const QRectF& plot) const
{
    const std::vector<const Dot*> order = onFrontier();
    if (order.empty()) {
        return;
    }
    painter->setPen(QPen(tokens().text2, 1, Qt::DashLine));
    QPointF last(at(shownCost(*order.front()), 0).x(), plot.bottom());
    for (const Dot* dot : order) {
        const QPointF place = at(shownCost(*dot), dot->score);
        const QPointF corner(place.x(), last.y());
        painter->drawLine(last, corner);
        painter->drawLine(corner, place);
        last = place;
    }
    painter->drawLine(last, QPointF(plot.right(), last.y()));
}

/// Room for the true cost left of the letter of an option beyond the axis.
double ScatterChart::figureWidth(const Dot& dot) const
{
    return isBeyond(dot) ? QFontMetricsF(typeFont(Type::Small)).horizontalAdvance(figureBeyond(dot)) + pxf(6)
                         : 0.0;
}

QString ScatterChart::figureBeyond(const Dot& dot) const
{
    return m_format.scaled(dot.cost * m_scale.divisor(), m_scale);
}

void ScatterChart::paintTags(QPainter* painter, const QRectF& plot)
{
    m_tags.clear();
    const double size = pxf(16);
    std::vector<const Dot*> dots;
    std::vector<LabelWish> wishes;
    for (const Dot& dot : m_dots) {
        const QPointF centre = at(shownCost(dot), dot.score);
        if (plot.adjusted(-1, -1, 1, 1).contains(centre)) {
            dots.push_back(&dot);
            wishes.push_back({centre, QSizeF(size + figureWidth(dot), size)});
        }
    }
    const std::vector<PlacedLabel> placed = placeLabels(
        wishes, {.area = plot.adjusted(pxf(2), -pxf(2), pxf(8), -pxf(2)), .gap = pxf(4), .reach = pxf(10)});
    for (std::size_t i = 0; i < dots.size(); ++i) {
        if (placed[i].leader) {
            painter->setPen(QPen(tokens().option(dots[i]->letter), pxf(1)));
            painter->drawLine(*placed[i].leader);
        }
    }
    for (std::size_t i = 0; i < dots.size(); ++i) {
        const QRectF box = placed[i].box.adjusted(figureWidth(*dots[i]), 0, 0, 0);
        drawLetterTag(painter, box, dots[i]->letter);
        m_tags.emplace_back(dots[i]->letter, box);
        if (isBeyond(*dots[i])) {
            paintBeyond(painter, box, *dots[i]);
        }
        if (dots[i]->letter == m_selected) {
            painter->setBrush(Qt::NoBrush);
            painter->setPen(QPen(tokens().accent, 2));
            painter->drawRoundedRect(box.adjusted(-3, -3, 3, 3), pxf(4), pxf(4));
        }
    }
}

/// The true figure left of the letter of an option beyond the axis.
void ScatterChart::paintBeyond(QPainter* painter, const QRectF& tag, const Dot& dot) const
{
    const QFont face = typeFont(Type::Small);
    const QString text = figureBeyond(dot);
    const double width = QFontMetricsF(face).horizontalAdvance(text) + pxf(2);
    const QRectF box(tag.left() - width - pxf(4), tag.top(), width, tag.height());
    painter->fillRect(box, tokens().base);
    drawNumber(painter, box, text, face, tokens().text, Qt::AlignRight);
}

void ScatterChart::paintHovered(QPainter* painter, const QRectF& plot) const
{
    const auto dot = std::ranges::find(m_dots, m_hovered, &Dot::letter);
    if (dot == m_dots.end()) {
        return;
    }
    const Tokens& t = tokens();
    const QFont face = typeFont(Type::Note);
    const QString text = words(*dot);
    const QSizeF size(QFontMetricsF(face).horizontalAdvance(text) + pxf(16), pxf(22));
    const QPointF place = at(shownCost(*dot), dot->score);
    const QRectF box(QPointF(std::clamp(place.x() + pxf(10), 0.0, std::max(0.0, plot.right() - size.width())),
                             std::min(place.y() + pxf(10), plot.bottom() - size.height())),
                     size);
    painter->setPen(QPen(t.line2, 1));
    painter->setBrush(t.raised);
    painter->drawRect(box);
    drawNumber(painter, box, text, face, t.text, Qt::AlignHCenter);
}

QString ScatterChart::words(const Dot& dot) const
{
    const auto amount = [this](double scaled) {
        return m_format.scaled(scaled * m_scale.divisor(), m_scale);
    };
    return tr("%1: %2 (%3–%4), score %5")
        .arg(dot.letter,
             amount(dot.cost),
             amount(dot.costLow),
             amount(dot.costHigh),
             m_format.score(dot.scoreLow / 100.0, dot.scoreHigh / 100.0));
}

QString ScatterChart::description() const
{
    if (m_dots.empty()) {
        return tr("No option is ranked.");
    }
    QString text = tr("Not beaten on both cost and score, cheapest first: %1.")
                       .arg(frontier().join(QStringLiteral(", ")));
    for (const Dot& dot : m_dots) {
        if (isBeyond(dot)) {
            text += QLatin1Char(' ')
                    + tr("%1 costs %2 and stands beyond the end of the axis.")
                          .arg(dot.letter, m_format.scaled(dot.cost * m_scale.divisor(), m_scale));
        }
    }
    return text;
}

ChartTable ScatterChart::table() const
{
    ChartTable result;
    if (!m_result) {
        return result;
    }
    const QString unit = m_format.scaleUnit(m_scale, m_result->comparison->currency.code());
    result.columns = {{tr("Option"), {}, Qt::AlignLeft},
                      {tr("Cost"), unit, Qt::AlignRight},
                      {tr("P10"), unit, Qt::AlignRight},
                      {tr("P90"), unit, Qt::AlignRight},
                      {tr("Score, least"), tr("0–100"), Qt::AlignRight},
                      {tr("Score, most"), tr("0–100"), Qt::AlignRight},
                      {tr("Not beaten"), tr("on both"), Qt::AlignLeft}};
    const QStringList best = frontier();
    for (const Dot& dot : m_dots) {
        const auto* option = m_result->comparison->findOption(dot.letter.toStdString());
        const bool hasRange = option != nullptr && option->cost.range.has_value();
        const auto money = [&](double scaled, bool isKnown) {
            return isKnown ? numberCell(m_format.scaled(scaled * m_scale.divisor(), m_scale), scaled)
                           : numberCell(m_format.unknown(), std::nullopt);
        };
        TableRow row;
        row.letter = dot.letter;
        row.figure = QStringLiteral("cost");
        row.cells = {textCell(option != nullptr
                                  ? tr("%1 %2").arg(dot.letter, m_format.optionTitle(option->spec))
                                  : dot.letter),
                     money(dot.cost, true),
                     money(dot.costLow, hasRange),
                     money(dot.costHigh, hasRange),
                     numberCell(m_format.number(dot.scoreLow), dot.scoreLow),
                     numberCell(m_format.number(dot.scoreHigh), dot.scoreHigh),
                     textCell(best.contains(dot.letter) ? tr("yes") : QString())};
        result.rows.push_back(std::move(row));
    }
    return result;
}

void ScatterChart::hover(const std::optional<QPointF>& position)
{
    PlainChartView::hover(position);
    const QString letter = position ? optionAt(*position) : QString();
    if (letter != m_hovered) {
        m_hovered = letter;
        viewport()->update();
    }
}

/// Left and right go from option to option, by cost.
void ScatterChart::keyPressEvent(QKeyEvent* event)
{
    const bool isStep = event->key() == Qt::Key_Left || event->key() == Qt::Key_Right;
    const bool pans = isZoomed() && !event->modifiers().testFlag(Qt::ControlModifier);
    if (!isStep || pans || m_dots.empty()) {
        PlainChartView::keyPressEvent(event);
        return;
    }
    const auto now = std::ranges::find(m_dots, m_selected, &Dot::letter);
    auto index = now == m_dots.end() ? 0 : now - m_dots.begin();
    if (now != m_dots.end()) {
        index += event->key() == Qt::Key_Right ? 1 : -1;
    }
    index = std::clamp<std::ptrdiff_t>(index, 0, std::ssize(m_dots) - 1);
    emit optionClicked(m_dots[static_cast<std::size_t>(index)].letter);
    event->accept();
}

QString ScatterChart::optionAt(const QPointF& position) const
{
    for (const auto& [letter, box] : m_tags) {
        if (box.contains(position)) {
            return letter;
        }
    }
    QString nearest;
    double least = pxf(12);
    for (const Dot& dot : m_dots) {
        const QPointF away = at(shownCost(dot), dot.score) - position;
        if (const double distance = std::hypot(away.x(), away.y()); distance < least) {
            least = distance;
            nearest = dot.letter;
        }
    }
    return nearest;
}

} // namespace wherewithal::app
