// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/charts/CumulativeChart.h"

#include "app/gui/theme/Metrics.h"
#include "app/gui/theme/Paint.h"
#include "app/gui/theme/Tokens.h"
#include "simulator/cost/Discounted.h"

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
constexpr double kLeastPlot = 112.0; ///< height in which six labels stand apart

QList<QPointF> points(const std::vector<double>& values)
{
    QList<QPointF> result;
    result.reserve(static_cast<qsizetype>(values.size()));
    for (std::size_t month = 0; month < values.size(); ++month) {
        result.append(QPointF(static_cast<double>(month), values[month]));
    }
    return result;
}

std::vector<double> scaled(std::vector<double> values, double divisor)
{
    for (double& value : values) {
        value /= divisor;
    }
    return values;
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

void CumulativeChart::setPresentValues(bool arePresent)
{
    if (arePresent != m_isPresent) {
        m_isPresent = arePresent;
        rebuild();
    }
}

QString CumulativeChart::unit() const
{
    return m_result ? m_format.scaleUnit(m_scale, m_result->comparison->currency.code()) : QString();
}

QString CumulativeChart::amount(double scaled) const
{
    return m_format.scaled(scaled * m_scale.divisor(), m_scale);
}

int CumulativeChart::monthCount() const
{
    return m_curves.empty() ? 0 : static_cast<int>(m_curves.front().base.size());
}

model::Month CumulativeChart::firstMonth() const
{
    return m_result ? m_result->comparison->starts : model::Month{};
}

double CumulativeChart::monthIndex(const model::Month& month) const
{
    return model::monthsBetween(m_result->comparison->starts, month);
}

/// The selected, the reference, then the best ranked.
std::vector<const simulator::OptionResult*> CumulativeChart::chosen() const
{
    const simulator::Comparison& comparison = *m_result->comparison;
    std::vector<const simulator::OptionResult*> result;
    const auto take = [&](const simulator::OptionResult& option) {
        const bool isWanted = m_isFan || option.state == simulator::OptionState::Ranked
                              || option.spec.letter == comparison.reference;
        if (isWanted && !option.cost.cumulativeBase.empty()
            && std::ranges::find(result, &option) == result.end()) {
            result.push_back(&option);
        }
    };
    for (const QString& letter : {m_selected, fromEngine(comparison.reference)}) {
        if (const auto* option = comparison.findOption(letter.toStdString())) {
            take(*option);
        }
    }
    for (const auto& option : comparison.options) {
        if (result.size() < kMostCurves && !m_isFan) {
            take(option);
        }
    }
    return result;
}

CumulativeChart::Curve CumulativeChart::curveOf(const simulator::OptionResult& option) const
{
    Curve curve{.option = &option, .letter = fromEngine(option.spec.letter)};
    curve.isStrong = curve.letter == m_selected || option.spec.letter == m_result->comparison->reference;
    const simulator::CostResult& cost = m_isPresent ? simulator::discounted(option.cost) : option.cost;
    const double divisor = m_scale.divisor();
    curve.base = scaled(cost.cumulativeBase, divisor);
    curve.p10 = scaled(cost.cumulativeP10, divisor);
    curve.p25 = scaled(cost.cumulativeP25, divisor);
    curve.p75 = scaled(cost.cumulativeP75, divisor);
    curve.p90 = scaled(cost.cumulativeP90, divisor);
    return curve;
}

void CumulativeChart::rebuild()
{
    removeAll();
    m_curves.clear();
    if (!m_result) {
        layoutPlot();
        return;
    }
    m_scale = costScale(*m_result->comparison);
    for (const simulator::OptionResult* option : chosen()) {
        m_curves.push_back(curveOf(*option));
    }
    // Bands of the reference may reach far above all curves: those of the selected and the base cases decide.
    // A curve that costs many times what the others do leaves the picture at the top, unless it is selected.
    std::vector<CostExtent> extents;
    for (const Curve& curve : m_curves) {
        const double most = std::ranges::max(curve.base);
        extents.push_back({.base = most, .low = most, .high = most});
    }
    double greatest = costSpan(std::move(extents)).high;
    for (const Curve& curve : m_curves) {
        if (curve.letter == m_selected) {
            greatest = std::max(greatest, std::ranges::max(curve.base));
        }
        if (!curve.p90.empty() && (curve.letter == m_selected || m_curves.size() == 1)) {
            greatest = std::max(greatest, std::ranges::max(curve.p90));
        }
    }
    if (m_isFan) { // the option's own fan comes first, whatever the curve beside it costs
        constexpr double kFarAbove = 3.0;
        for (const Curve& curve : m_curves) {
            if (curve.letter == m_selected && !curve.base.empty()) {
                const double own = std::ranges::max(curve.p90.empty() ? curve.base : curve.p90);
                greatest = greatest > kFarAbove * own ? own : greatest;
            }
        }
    }
    setAxes(0.0,
            std::max(1, m_result->comparison->horizonMonths - 1),
            niceTicks(0.0, std::max(greatest, 1e-9), 6));
    for (const Curve& curve : m_curves) {
        addBands(curve);
    }
    for (const Curve& curve : m_curves) {
        addCurve(curve);
    }
    layoutPlot();
}

void CumulativeChart::addBands(const Curve& curve)
{
    if (!curve.isStrong || curve.p10.empty() || (m_isFan && curve.letter != m_selected)) {
        return;
    }
    const auto band = [&](const std::vector<double>& high, const std::vector<double>& low) {
        QAreaSeries* area = addBand(points(high), points(low));
        QColor fill = tokens().option(curve.letter);
        fill.setAlphaF(tokens().isDark ? 0.20F : 0.13F);
        area->setBrush(fill);
    };
    band(curve.p90, curve.p10);
    if (m_isFan && !curve.p25.empty()) {
        band(curve.p75, curve.p25);
    }
}

void CumulativeChart::addCurve(const Curve& curve)
{
    const bool isHeavy = m_isFan ? curve.letter == m_selected : curve.isStrong;
    const double width = pxf(isHeavy ? 2.4 : 1.4);
    QPen pen(tokens().option(curve.letter), width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    const bool isOther = m_isFan && curve.letter != m_selected;
    if (isOther) {
        pen.setDashPattern({pxf(6) / width, pxf(4) / width}); // told from the fan whatever its letter
    } else if (const auto dash = optionDash(curve.letter, width); !dash.isEmpty()) {
        pen.setDashPattern(dash);
    }
    addLine(points(curve.base))->setPen(pen);
}

std::vector<CumulativeChart::Curve> CumulativeChart::rivals() const
{
    std::vector<Curve> result = allRivals();
    // The curves and their labels come first: lanes take what they leave.
    const double room = height() - pxf(kLeastPlot) - pxf(40);
    const auto most = static_cast<std::size_t>(std::max(0.0, room / pxf(kLaneHeight)));
    result.resize(std::min(result.size(), most));
    return result;
}

std::vector<CumulativeChart::Curve> CumulativeChart::allRivals() const
{
    std::vector<Curve> result;
    for (const Curve& curve : m_curves) {
        if (!curve.option->breakEven.against.empty()) {
            result.push_back(curve);
        }
    }
    std::ranges::stable_sort(result, [this](const Curve& a, const Curve& b) {
        if ((a.letter == m_selected) != (b.letter == m_selected)) {
            return a.letter == m_selected;
        }
        return a.option->rank.value_or(9999) < b.option->rank.value_or(9999);
    });
    return result;
}

QMargins CumulativeChart::plotMargins() const
{
    const QFontMetricsF small(typeFont(Type::Small));
    double left = pxf(20);
    for (const double tick : yTicks()) {
        left = std::max(left, small.horizontalAdvance(m_format.plain(tick)));
    }
    const auto count = m_hasLanes && m_result ? static_cast<double>(rivals().size()) : 0.0;
    const double lanes = count > 0.0 ? pxf(16) + count * pxf(kLaneHeight) : pxf(4);
    const int right = m_hasLanes ? px(112) : px(84);
    return {static_cast<int>(left + pxf(8)), px(6), right, px(18) + static_cast<int>(lanes)};
}

void CumulativeChart::paintOverlay(QPainter* painter, const QRectF& plot)
{
    if (!m_result || m_curves.empty()) {
        drawName(
            painter, plot, tr("No option has a cost that is known."), typeFont(Type::Note), tokens().muted);
        return;
    }
    painter->setRenderHint(QPainter::Antialiasing);
    paintYAxis(painter, plot);
    paintMonths(painter, plot, tokens().grid);
    paintBreakEven(painter, plot);
    paintEnds(painter, plot);
    if (m_hasLanes) {
        paintLanes(painter, plot);
    }
}

std::vector<CumulativeChart::EndLabel> CumulativeChart::endLabels() const
{
    std::vector<EndLabel> labels;
    for (std::size_t index = 0; index < m_curves.size(); ++index) {
        const Curve& curve = m_curves[index];
        labels.push_back({.curve = index, .value = curve.base.back()});
        if (m_isFan && curve.letter == m_selected && !curve.p10.empty()) {
            labels.push_back({.curve = index, .value = curve.p90.back(), .prefix = tr("P90")});
            labels.push_back({.curve = index, .value = curve.p10.back(), .prefix = tr("P10")});
        }
    }
    return labels;
}

std::vector<double> CumulativeChart::endPositions(const QRectF& plot) const
{
    std::vector<double> wanted;
    for (const EndLabel& label : endLabels()) {
        wanted.push_back(std::clamp(at(0, label.value).y(), plot.top(), plot.bottom()));
    }
    return spreadLabels(std::move(wanted), pxf(17), plot.top() + pxf(6), plot.bottom() - pxf(6));
}

void CumulativeChart::paintEnds(QPainter* painter, const QRectF& plot) const
{
    const auto places = endPositions(plot);
    const auto labels = endLabels();
    const double tag = pxf(16);
    for (std::size_t index = 0; index < labels.size(); ++index) {
        const Curve& curve = m_curves[labels[index].curve];
        const bool isBase = labels[index].prefix.isEmpty();
        const bool isStrong = isBase && curve.isStrong && (!m_isFan || curve.letter == m_selected);
        const QRectF box(plot.right() + pxf(8), places[index] - tag / 2, tag, tag);
        if (isBase) {
            drawLetterTag(painter, box, curve.letter);
        } else {
            drawNumber(
                painter, box, labels[index].prefix, typeFont(Type::Small), tokens().muted, Qt::AlignLeft);
        }
        const bool isBeyond = at(0, labels[index].value).y() < plot.top() - 1.0;
        drawNumber(painter,
                   QRectF(box.right() + pxf(isBase ? 6 : 10), box.top(), pxf(60), tag),
                   isBeyond ? amount(labels[index].value) + QStringLiteral(" ↑")
                            : amount(labels[index].value),
                   typeFont(isStrong ? Type::Strong : Type::Note),
                   isStrong ? tokens().text
                   : isBase ? tokens().text2
                            : tokens().muted,
                   Qt::AlignLeft);
    }
}

void CumulativeChart::paintBreakEven(QPainter* painter, const QRectF& plot) const
{
    const auto selected = std::ranges::find(m_curves, m_selected, &Curve::letter);
    const auto reference =
        std::ranges::find(m_curves, fromEngine(m_result->comparison->reference), &Curve::letter);
    if (selected == m_curves.end() || reference == m_curves.end() || m_isPresent) {
        return; // a break-even is told in nominal amounts
    }
    const simulator::BreakEven& even = selected->option->breakEven;
    if (even.against.empty() || !even.base) {
        return;
    }
    const double month = monthIndex(*even.base);
    const auto index = static_cast<std::size_t>(std::max(0.0, month));
    if (index >= reference->base.size()) {
        return;
    }
    const QPointF mark = at(month, reference->base[index]);
    if (!plot.adjusted(-1, -1, 1, 1).contains(mark)) {
        return;
    }
    painter->setPen(QPen(tokens().text2, 1, Qt::DotLine));
    painter->drawLine(mark, QPointF(mark.x(), plot.bottom() + (m_hasLanes ? pxf(24) : pxf(2))));
    painter->setPen(QPen(tokens().text, pxf(1.5)));
    painter->setBrush(tokens().base);
    painter->drawEllipse(mark, pxf(4), pxf(4));
    if (m_hasLanes) {
        return;
    }
    const QString words = tr("%1 overtakes in %2").arg(fromEngine(even.against), m_format.month(even.base));
    const QString range =
        even.p10 && even.p90 ? tr("P10–P90: %1").arg(m_format.monthRange(even.p10, even.p90)) : QString();
    const bool isLeft = mark.x() - plot.left() > pxf(170);
    const QRectF box(
        isLeft ? mark.x() - pxf(176) : mark.x() + pxf(6), plot.bottom() - pxf(36), pxf(170), pxf(15));
    const Qt::Alignment side = isLeft ? Qt::AlignRight : Qt::AlignLeft;
    drawNumber(painter, box, words, typeFont(Type::Letter), tokens().text, side);
    drawNumber(painter, box.translated(0, pxf(15)), range, typeFont(Type::Small), tokens().text2, side);
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

void CumulativeChart::paintLaneBar(QPainter* painter, const QRectF& plot, double y, const Curve& curve) const
{
    const auto& even = curve.option->breakEven;
    const QColor colour = tokens().option(curve.letter);
    painter->save();
    painter->setClipRect(QRectF(plot.left() - pxf(5), y - pxf(8), plot.width() + pxf(10), pxf(16)));
    if (even.p10 && even.p90) {
        const double left = at(monthIndex(*even.p10), 0).x();
        const double right = at(monthIndex(*even.p90), 0).x();
        QColor fill = colour;
        fill.setAlphaF(0.35F);
        painter->setPen(QPen(colour, 1));
        painter->setBrush(fill);
        painter->drawRect(QRectF(left, y - pxf(3), std::max(2.0, right - left), pxf(6)));
    }
    if (const auto centre = even.p50 ? even.p50 : even.base) {
        const double x = at(monthIndex(*centre), 0).x();
        painter->setPen(Qt::NoPen);
        painter->setBrush(colour);
        painter->drawPolygon(QPolygonF{{x - pxf(4), y}, {x, y - pxf(4)}, {x + pxf(4), y}, {x, y + pxf(4)}});
    }
    painter->restore();
}

void CumulativeChart::paintLane(
    QPainter* painter, const QRectF& plot, double y, const Curve& curve, bool isFirst) const
{
    const Tokens& t = tokens();
    const auto& even = curve.option->breakEven;
    const double half = pxf(kLaneHeight) / 2;
    const bool isSelected = curve.letter == m_selected;
    const QFont face = typeFont(isSelected ? Type::Letter : Type::Small);
    const QColor ink = isSelected ? t.text : t.text2;
    const QString label = isFirst ? tr("%1 cheaper than %2").arg(fromEngine(even.against), curve.letter)
                                  : tr("than %1").arg(curve.letter);
    painter->setPen(QPen(t.grid, 1));
    painter->drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
    const double width = QFontMetricsF(face).horizontalAdvance(label) + pxf(6);
    painter->fillRect(QRectF(plot.left(), y - half, width, 2 * half), t.base);
    drawNumber(painter, QRectF(plot.left(), y - half, width, 2 * half), label, face, ink, Qt::AlignLeft);
    paintLaneBar(painter, plot, y, curve);
    const double dates = plot.right() + pxf(8);
    drawNumber(painter,
               QRectF(dates, y - half, pxf(52), 2 * half),
               even.base ? m_format.month(even.base) : tr("never"),
               face,
               ink,
               Qt::AlignLeft);
    if (m_result->comparison->paths > 0) {
        const bool isAlmostSure = even.probability > 0.99 && even.probability < 1.0;
        const QString share =
            isAlmostSure ? QStringLiteral(">") + m_format.percent(0.99) : m_format.percent(even.probability);
        drawNumber(
            painter, QRectF(dates + pxf(56), y - half, pxf(46), 2 * half), share, face, ink, Qt::AlignRight);
    }
}

std::vector<PlainChartView::Reading> CumulativeChart::readings(int month) const
{
    const auto at = static_cast<std::size_t>(month);
    std::vector<const Curve*> order;
    for (const Curve& curve : m_curves) {
        if (at < curve.base.size()) {
            order.push_back(&curve);
        }
    }
    std::ranges::stable_sort(order,
                             [at](const Curve* a, const Curve* b) { return a->base[at] > b->base[at]; });
    std::vector<Reading> result;
    for (const Curve* curve : order) {
        Reading reading{.letter = curve->letter, .value = amount(curve->base[at])};
        if (m_isFan && curve->letter == m_selected && at < curve->p10.size()) {
            reading.label = tr("%1 to %2").arg(amount(curve->p10[at]), amount(curve->p90[at]));
        }
        result.push_back(reading);
    }
    return result;
}

QString CumulativeChart::description() const
{
    if (!m_result || m_curves.empty()) {
        return {};
    }
    QStringList ends;
    for (const Curve& curve : m_curves) {
        ends.append(tr("%1 %2").arg(curve.letter, amount(curve.base.back())));
    }
    QString words = tr("Cost over %1 in %2: %3.")
                        .arg(m_format.months(m_result->comparison->horizonMonths),
                             unit(),
                             ends.join(QStringLiteral(", ")));
    for (const Curve& curve : allRivals()) {
        const auto& even = curve.option->breakEven;
        words +=
            QLatin1Char(' ')
            + (even.base
                   ? tr("%1 is cheaper than %2 from %3 on.")
                         .arg(fromEngine(even.against), curve.letter, m_format.month(even.base))
                   : tr("%1 never becomes cheaper than %2.").arg(fromEngine(even.against), curve.letter));
    }
    return words;
}

ChartTable CumulativeChart::table() const
{
    ChartTable result;
    if (!m_result) {
        return result;
    }
    result.columns.push_back({tr("Month"), tr("to its end"), Qt::AlignLeft});
    for (const Curve& curve : m_curves) {
        result.columns.push_back({curve.letter, unit(), Qt::AlignRight});
        if (curve.isStrong && !curve.p10.empty()) {
            result.columns.push_back({tr("%1 P10").arg(curve.letter), unit(), Qt::AlignRight});
            result.columns.push_back({tr("%1 P90").arg(curve.letter), unit(), Qt::AlignRight});
        }
    }
    for (int month = 0; month < monthCount(); ++month) {
        const auto at = static_cast<std::size_t>(month);
        const auto cell = [&](const std::vector<double>& values) {
            return at < values.size() ? numberCell(amount(values[at]), values[at])
                                      : numberCell(m_format.unknown(), std::nullopt);
        };
        TableRow row;
        row.letter = m_selected;
        row.figure = QStringLiteral("cost");
        row.cells.push_back(textCell(m_format.month(model::monthsLater(firstMonth(), month))));
        for (const Curve& curve : m_curves) {
            row.cells.push_back(cell(curve.base));
            if (curve.isStrong && !curve.p10.empty()) {
                row.cells.push_back(cell(curve.p10));
                row.cells.push_back(cell(curve.p90));
            }
        }
        result.rows.push_back(std::move(row));
    }
    return result;
}

QString CumulativeChart::curveAt(const QPointF& position) const
{
    const QRectF plot = plotArea();
    const double across = (position.x() - plot.left()) / plot.width();
    const double month = xAxis()->min() + across * (xAxis()->max() - xAxis()->min());
    const auto index = static_cast<std::size_t>(std::max(0.0, std::round(month)));
    QString best;
    double nearest = pxf(7);
    for (const Curve& curve : m_curves) {
        if (index < curve.base.size()) {
            const double distance = std::abs(at(0, curve.base[index]).y() - position.y());
            if (distance < nearest) {
                nearest = distance;
                best = curve.letter;
            }
        }
    }
    return best;
}

QString CumulativeChart::optionAt(const QPointF& position) const
{
    const QRectF plot = plotArea();
    if (!m_result || m_curves.empty()) {
        return {};
    }
    if (position.x() > plot.right() && position.y() <= plot.bottom()) {
        const auto places = endPositions(plot);
        const auto labels = endLabels();
        for (std::size_t index = 0; index < places.size(); ++index) {
            if (std::abs(position.y() - places[index]) < pxf(8)) {
                return m_curves[labels[index].curve].letter;
            }
        }
    }
    if (position.y() > plot.bottom() + pxf(18) && m_hasLanes) {
        const auto lanes = rivals();
        const auto lane =
            static_cast<std::size_t>((position.y() - plot.bottom() - pxf(18)) / pxf(kLaneHeight));
        return lane < lanes.size() ? lanes[lane].letter : QString();
    }
    return plot.contains(position) ? curveAt(position) : QString();
}

} // namespace wherewithal::app
