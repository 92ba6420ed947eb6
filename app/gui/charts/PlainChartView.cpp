// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/charts/PlainChartView.h"

#include "app/gui/charts/ChartActions.h"
#include "app/gui/charts/MonthAxis.h"
#include "app/gui/theme/Metrics.h"
#include "app/gui/theme/Paint.h"
#include "app/gui/theme/Tokens.h"

#include <QAccessible>
#include <QAreaSeries>
#include <QChart>
#include <QGraphicsLayout>
#include <QLineSeries>
#include <QMouseEvent>
#include <QPainter>
#include <QScopedValueRollback>
#include <QValueAxis>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace wherewithal::app {

namespace {

constexpr double kMostZoom = 40.0;
constexpr double kZoomStep = 1.25;
constexpr double kPanStep = 0.15; ///< of what is seen

} // namespace

PlainChartView::PlainChartView(QWidget* parent)
    : QChartView(new QChart, parent)
    , m_x(new QValueAxis(this))
    , m_y(new QValueAxis(this))
{
    chart()->legend()->hide();
    chart()->setBackgroundVisible(false);
    chart()->setDropShadowEnabled(false);
    chart()->setAnimationOptions(QChart::NoAnimation);
    chart()->setMargins(QMargins());
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->setLocalizeNumbers(true);
    for (QValueAxis* axis : {m_x, m_y}) {
        axis->setLabelsVisible(false);
        axis->setLineVisible(false);
        axis->setGridLineVisible(false); // drawn in the geometry of labels and marks, see drawBackground()
        axis->setTickType(QValueAxis::TicksDynamic);
    }
    chart()->addAxis(m_x, Qt::AlignBottom);
    chart()->addAxis(m_y, Qt::AlignLeft);
    setFrameShape(QFrame::NoFrame);
    setRenderHint(QPainter::Antialiasing);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setBackgroundBrush(Qt::NoBrush);
    setStyleSheet(QString());
    viewport()->setAutoFillBackground(false);
    m_actions = new ChartActions(this,
                                 {.table = [this] { return table(); },
                                  .paint =
                                      [this](QPainter* painter) {
                                          const QScopedValueRollback exporting(m_isExporting, true);
                                          render(painter, QRectF(QPointF(), QSizeF(size())), rect());
                                      }});
    m_actions->add(tr("Show &all"), QStringLiteral("reset-zoom"), [this] { resetZoom(); });
}

void PlainChartView::setAxes(double xLow, double xHigh, const std::vector<double>& yTicks)
{
    const double right = xHigh > xLow ? xHigh : xLow + 1.0;
    const double bottom = yTicks.size() > 1 ? yTicks.front() : 0.0;
    const double top = yTicks.size() > 1 ? yTicks.back() : 1.0;
    const bool keepsZoom = isZoomed() && m_home.left() == xLow && m_home.right() == right;
    m_home = QRectF(xLow, bottom, right - xLow, top - bottom);
    m_homeTicks = yTicks;
    if (!keepsZoom) {
        m_x->setRange(xLow, right);
        setYRange(bottom, top);
    }
}

void PlainChartView::setYRange(double low, double high)
{
    // The axis lays out a tick for each interval at once, seen or not: a range of millions under the interval
    // of the range before would take all memory. One interval is enough: the grid is drawn by
    // drawBackground().
    m_y->setTickInterval(std::max(m_y->tickInterval(), high - low));
    m_y->setRange(low, high);
    m_y->setTickInterval(high - low);
}

std::vector<double> PlainChartView::yTicks() const
{
    if (m_y->min() == m_home.top() && m_y->max() == m_home.bottom()) {
        return m_homeTicks;
    }
    std::vector<double> ticks =
        niceTicks(m_y->min(), m_y->max(), std::max(3, static_cast<int>(m_homeTicks.size()) - 1));
    std::erase_if(ticks, [this](double tick) { return tick < m_y->min() || tick > m_y->max(); });
    return ticks;
}

bool PlainChartView::isZoomed() const
{
    return !m_home.isNull()
           && (m_x->min() != m_home.left() || m_x->max() != m_home.right() || m_y->min() != m_home.top()
               || m_y->max() != m_home.bottom());
}

void PlainChartView::showRange(double xLow, double xHigh, double yLow, double yHigh)
{
    // What is seen never leaves what there is: it is shifted back.
    const double width = std::min(xHigh - xLow, m_home.width());
    const double height = std::min(yHigh - yLow, m_home.height());
    const double left = std::clamp(xLow, m_home.left(), m_home.right() - width);
    const double low = std::clamp(yLow, m_home.top(), m_home.bottom() - height);
    const bool isAllX = width > m_home.width() * (1.0 - 1e-9);
    const bool isAllY = height > m_home.height() * (1.0 - 1e-9);
    m_x->setRange(isAllX ? m_home.left() : left, isAllX ? m_home.right() : left + width);
    setYRange(isAllY ? m_home.top() : low, isAllY ? m_home.bottom() : low + height);
    layoutPlot();
}

void PlainChartView::zoom(double factor, const QPointF& at)
{
    if (!canZoom() || m_home.isNull() || factor <= 0.0) {
        return;
    }
    const QRectF plot = plotArea();
    const double across = std::clamp((at.x() - plot.left()) / plot.width(), 0.0, 1.0);
    const double up = std::clamp((plot.bottom() - at.y()) / plot.height(), 0.0, 1.0);
    const double oldWidth = m_x->max() - m_x->min();
    const double oldHeight = m_y->max() - m_y->min();
    const double width = std::clamp(oldWidth / factor, m_home.width() / kMostZoom, m_home.width());
    const double height = zoomsUpright()
                              ? std::clamp(oldHeight / factor, m_home.height() / kMostZoom, m_home.height())
                              : oldHeight;
    const double left = m_x->min() + across * (oldWidth - width);
    const double low = m_y->min() + up * (oldHeight - height);
    showRange(left, left + width, low, low + height);
}

void PlainChartView::pan(double right, double up)
{
    const double dx = right * (m_x->max() - m_x->min());
    const double dy = up * (m_y->max() - m_y->min());
    showRange(m_x->min() + dx, m_x->max() + dx, m_y->min() + dy, m_y->max() + dy);
}

void PlainChartView::resetZoom()
{
    showRange(m_home.left(), m_home.right(), m_home.top(), m_home.bottom());
}

QPointF PlainChartView::at(double x, double y) const
{
    const QRectF plot = plotArea();
    const double across = (x - m_x->min()) / (m_x->max() - m_x->min());
    const double up = (y - m_y->min()) / (m_y->max() - m_y->min());
    return {plot.left() + across * plot.width(), plot.bottom() - up * plot.height()};
}

QRectF PlainChartView::plotArea() const
{
    return chart()->plotArea();
}

void PlainChartView::attach(QAbstractSeries* series)
{
    chart()->addSeries(series);
    series->attachAxis(m_x);
    series->attachAxis(m_y);
}

QLineSeries* PlainChartView::addLine(const QList<QPointF>& points)
{
    auto* line = new QLineSeries(this);
    line->replace(points);
    attach(line);
    return line;
}

QAreaSeries* PlainChartView::addBand(const QList<QPointF>& upper, const QList<QPointF>& lower)
{
    auto* area = new QAreaSeries(this);
    auto* top = new QLineSeries(area);
    auto* bottom = new QLineSeries(area);
    top->replace(upper);
    bottom->replace(lower);
    area->setUpperSeries(top);
    area->setLowerSeries(bottom);
    area->setPen(Qt::NoPen);
    attach(area);
    return area;
}

void PlainChartView::removeAll()
{
    chart()->removeAllSeries();
}

void PlainChartView::layoutPlot()
{
    const QRectF area = QRectF(QPointF(), QSizeF(size())).marginsRemoved(QMarginsF(plotMargins()));
    if (area.width() > 1 && area.height() > 1) {
        chart()->setPlotArea(area);
    }
    if (m_cursor && *m_cursor >= stopCount()) {
        m_cursor.reset();
    }
    describe();
    viewport()->update();
    emit contentChanged();
}

void PlainChartView::setDescription(const QString& said)
{
    m_said = said;
    describe();
}

void PlainChartView::describe()
{
    QStringList parts;
    if (const QString words = description(); !words.isEmpty()) {
        parts.append(words);
    }
    if (m_cursor) {
        QStringList values;
        for (const Reading& reading : readings(*m_cursor)) {
            const QString name = reading.label.isEmpty() ? reading.letter : reading.label;
            values.append(QStringLiteral("%1 %2").arg(name, reading.value));
        }
        parts.append(tr("%1: %2.").arg(stopTitle(*m_cursor), values.join(QStringLiteral(", "))));
    }
    const QString all = parts.join(QLatin1Char(' '));
    if (all != accessibleDescription()) {
        setAccessibleDescription(all);
    }
}

int PlainChartView::decimalsOf(const std::vector<double>& ticks) const
{
    int decimals = 0;
    if (ticks.size() > 1) {
        double step = ticks[1] - ticks[0];
        while (decimals < 6 && std::abs(step - std::round(step)) > 1e-6 * std::abs(step)) {
            step *= 10.0;
            ++decimals;
        }
    }
    return decimals;
}

void PlainChartView::paintYAxis(QPainter* painter, const QRectF& plot) const
{
    const Tokens& t = tokens();
    const Format format;
    const std::vector<double> ticks = yTicks();
    const int decimals = decimalsOf(ticks);
    double above = 1e9;
    for (const double tick : ticks) { // from below; a label that would run into the last one is left out
        const double y = at(m_x->min(), tick).y();
        if (y > above - pxf(13)) {
            continue;
        }
        above = y;
        drawNumber(painter,
                   QRectF(0, y - pxf(8), plot.left() - pxf(8), pxf(16)),
                   format.number(tick, decimals),
                   typeFont(Type::Small),
                   t.text2,
                   Qt::AlignRight);
    }
    if (m_y->min() <= 0.0 && m_y->max() >= 0.0) {
        painter->setPen(QPen(t.line2, 1));
        painter->drawLine(at(m_x->min(), 0), at(m_x->max(), 0));
    }
}

void PlainChartView::paintXNumbers(QPainter* painter, const QRectF& plot, int count) const
{
    const Tokens& t = tokens();
    const Format format;
    const QFont small = typeFont(Type::Small);
    const std::vector<double> ticks = niceTicks(m_x->min(), m_x->max(), count);
    const int decimals = decimalsOf(ticks);
    double end = -1e9;
    for (const double tick : ticks) {
        const double x = at(tick, 0).x();
        if (x < plot.left() - 1.0 || x > plot.right() + 1.0) {
            continue;
        }
        painter->setPen(QPen(t.line2, 1));
        painter->drawLine(QPointF(x, plot.bottom()), QPointF(x, plot.bottom() + pxf(3)));
        const QString text = format.number(tick, decimals);
        const double width = QFontMetricsF(small).horizontalAdvance(text);
        if (x - width / 2 > end + pxf(4)) {
            drawNumber(painter,
                       QRectF(x - width / 2, plot.bottom() + pxf(4), width, pxf(15)),
                       text,
                       small,
                       t.text2,
                       Qt::AlignHCenter);
            end = x + width / 2;
        }
    }
}

void PlainChartView::paintMonths(QPainter* painter, const QRectF& plot, const QColor& line) const
{
    const double label = QFontMetricsF(typeFont(Type::Small)).horizontalAdvance(QStringLiteral("2027-00 "));
    const int room = std::max(1, static_cast<int>(plot.width() / label));
    const double last = std::min(m_x->max(), static_cast<double>(monthCount() - (hasColumns() ? 0 : 1)));
    for (const MonthTick& tick : monthTicks(firstMonth(), m_x->min(), last, room)) {
        const double x = at(tick.index, 0).x();
        painter->setPen(QPen(line, 1));
        painter->drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom() + pxf(14)));
        const double width = QFontMetricsF(typeFont(Type::Small)).horizontalAdvance(tick.text) + pxf(6);
        if (x + width < plot.right() + pxf(12)) {
            drawNumber(painter,
                       QRectF(x + pxf(4), plot.bottom() + pxf(2), width, pxf(15)),
                       tick.text,
                       typeFont(Type::Small),
                       tokens().text2,
                       Qt::AlignLeft);
        }
    }
}

void PlainChartView::drawBackground(QPainter* painter, const QRectF& rect)
{
    QChartView::drawBackground(painter, rect);
    const QRectF plot = plotArea();
    painter->setPen(QPen(tokens().grid, 1));
    for (const double tick : yTicks()) {
        const double y = std::floor(at(m_x->min(), tick).y()) + 0.5; // one row of pixels, not two half ones
        painter->drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
    }
}

void PlainChartView::drawForeground(QPainter* painter, const QRectF& rect)
{
    Q_UNUSED(rect)
    painter->save();
    paintOverlay(painter, plotArea());
    if (m_cursor && !m_isExporting) {
        paintCursor(painter, plotArea());
    }
    if (hasFocus() && !m_isExporting) {
        painter->setPen(QPen(tokens().accent, 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(QRectF(QPointF(), QSizeF(size())).adjusted(1, 1, -1, -1));
    }
    painter->restore();
}

std::vector<PlainChartView::Reading> PlainChartView::readings(int stop) const
{
    Q_UNUSED(stop)
    return {};
}

QString PlainChartView::stopTitle(int stop) const
{
    return Format().month(model::monthsLater(firstMonth(), stop));
}

std::optional<int> PlainChartView::stopAt(double x) const
{
    std::optional<int> nearest;
    for (int stop = 0; stop < stopCount(); ++stop) {
        if (!nearest || std::abs(stopX(stop) - x) < std::abs(stopX(*nearest) - x)) {
            nearest = stop;
        }
    }
    return nearest;
}

void PlainChartView::paintReadingMark(QPainter* painter, const QRectF& box, const Reading& reading) const
{
    drawLetterTag(painter, box, reading.letter);
}

void PlainChartView::paintCursor(QPainter* painter, const QRectF& plot) const
{
    const Tokens& t = tokens();
    const double x = at(stopX(*m_cursor), 0).x();
    if (x < plot.left() - 1 || x > plot.right() + 1) {
        return;
    }
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(t.muted, 1));
    painter->drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
    const std::vector<Reading> rows = readings(*m_cursor);
    const QFontMetricsF note(typeFont(Type::Note));
    const QString title = stopTitle(*m_cursor);
    double labels = 0.0;
    double values = 0.0;
    for (const Reading& row : rows) {
        labels = std::max(labels, note.horizontalAdvance(row.label));
        values = std::max(values, note.horizontalAdvance(row.value));
    }
    const double line = pxf(17);
    const double inner = std::max(QFontMetricsF(typeFont(Type::Small)).horizontalAdvance(title),
                                  pxf(20) + labels + (labels > 0.0 ? pxf(12) : 0.0) + values);
    const QSizeF size(inner + pxf(16), line * static_cast<double>(rows.size() + 1) + pxf(8));
    const double right = static_cast<double>(width()) - pxf(2);
    const double left = x + pxf(10) + size.width() < right ? x + pxf(10) : x - pxf(10) - size.width();
    const QRectF box(QPointF(std::max(0.0, left), std::max(0.0, plot.top() + pxf(4))), size);
    painter->setPen(QPen(t.line2, 1));
    painter->setBrush(t.raised);
    painter->drawRect(box);
    drawNumber(painter,
               QRectF(box.left() + pxf(8), box.top() + pxf(4), inner, line),
               title,
               typeFont(Type::Small),
               t.text2,
               Qt::AlignLeft);
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const QRectF cell(
            box.left() + pxf(8), box.top() + pxf(4) + line * static_cast<double>(row + 1), inner, line);
        paintReadingMark(painter, QRectF(cell.left(), cell.top() + pxf(1), pxf(14), pxf(14)), rows[row]);
        drawNumber(painter,
                   cell.adjusted(pxf(20), 0, 0, 0),
                   rows[row].label,
                   typeFont(Type::Note),
                   t.text2,
                   Qt::AlignLeft);
        drawNumber(painter, cell, rows[row].value, typeFont(Type::Note), t.text, Qt::AlignRight);
    }
}

void PlainChartView::setCursor(std::optional<int> stop)
{
    if (stop && (*stop < 0 || *stop >= stopCount())) {
        stop.reset();
    }
    if (stop != m_cursor) {
        m_cursor = stop;
        describe();
        viewport()->update();
        emit cursorMoved(stop);
    }
}

void PlainChartView::moveCursor(int step)
{
    // From the left edge of what is seen, or from the last stop.
    int first = 0;
    while (first + 1 < stopCount() && stopX(first) < m_x->min()) {
        ++first;
    }
    const int now = m_cursor ? *m_cursor + step : step > 0 ? first : stopCount() - 1;
    setCursor(std::clamp(now, 0, stopCount() - 1));
    const double x = stopX(*m_cursor);
    const double width = m_x->max() - m_x->min();
    if (x < m_x->min() || x > m_x->max()) {
        const double left = x < m_x->min() ? x : x - width;
        showRange(left, left + width, m_y->min(), m_y->max());
    }
}

void PlainChartView::resizeEvent(QResizeEvent* event)
{
    QChartView::resizeEvent(event);
    layoutPlot();
}

void PlainChartView::changeEvent(QEvent* event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        recolour();
        layoutPlot();
    }
}

QString PlainChartView::optionAt(const QPointF& position) const
{
    Q_UNUSED(position)
    return {};
}

void PlainChartView::hover(const std::optional<QPointF>& position)
{
    const bool isOption = position && !optionAt(*position).isEmpty();
    viewport()->setCursor(m_isDragging ? Qt::ClosedHandCursor
                          : isOption   ? Qt::PointingHandCursor
                          : isZoomed() ? Qt::OpenHandCursor
                                       : Qt::ArrowCursor);
    std::optional<int> stop;
    if (position && stopCount() > 0 && plotArea().contains(*position)) {
        const double across = (position->x() - plotArea().left()) / plotArea().width();
        stop = stopAt(m_x->min() + across * (m_x->max() - m_x->min()));
    }
    setCursor(stop);
}

void PlainChartView::mouseMoveEvent(QMouseEvent* event)
{
    QChartView::mouseMoveEvent(event);
    const QPointF now = event->position();
    if (m_pressed && event->buttons().testFlag(Qt::LeftButton)) {
        m_isDragging = m_isDragging || (isZoomed() && (now - *m_pressed).manhattanLength() > pxf(4));
        if (m_isDragging) {
            const QPointF moved = now - m_dragged;
            m_dragged = now;
            pan(-moved.x() / plotArea().width(), moved.y() / plotArea().height());
        }
    }
    hover(now);
}

void PlainChartView::mousePressEvent(QMouseEvent* event)
{
    QChartView::mousePressEvent(event);
    if (event->button() == Qt::LeftButton) {
        m_pressed = event->position();
        m_dragged = event->position();
        event->accept();
    }
}

void PlainChartView::mouseReleaseEvent(QMouseEvent* event)
{
    QChartView::mouseReleaseEvent(event);
    if (event->button() != Qt::LeftButton || !m_pressed) {
        return;
    }
    const bool isClick = !m_isDragging;
    m_pressed.reset();
    m_isDragging = false;
    hover(event->position());
    if (const QString letter = optionAt(event->position()); isClick && !letter.isEmpty()) {
        emit optionClicked(letter);
    }
    event->accept();
}

void PlainChartView::mouseDoubleClickEvent(QMouseEvent* event)
{
    resetZoom();
    event->accept();
}

void PlainChartView::wheelEvent(QWheelEvent* event)
{
    const double turns = event->angleDelta().y() / 120.0;
    if (turns != 0.0) {
        zoom(std::pow(kZoomStep, turns), event->position());
    }
    event->accept();
}

void PlainChartView::keyPressEvent(QKeyEvent* event)
{
    const bool pans = isZoomed() && !event->modifiers().testFlag(Qt::ControlModifier);
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoom(kZoomStep, m_cursor ? at(stopX(*m_cursor), m_y->min()) : plotArea().center());
        break;
    case Qt::Key_Minus:
        zoom(1.0 / kZoomStep, m_cursor ? at(stopX(*m_cursor), m_y->min()) : plotArea().center());
        break;
    case Qt::Key_0:
        resetZoom();
        break;
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const int side = event->key() == Qt::Key_Right ? 1 : -1;
        if (pans) {
            pan(side * kPanStep, 0.0);
        } else if (stopCount() > 0) {
            moveCursor(side);
        }
        break;
    }
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (!pans) {
            QChartView::keyPressEvent(event);
            return;
        }
        pan(0.0, event->key() == Qt::Key_Up ? kPanStep : -kPanStep);
        break;
    default:
        QChartView::keyPressEvent(event);
        return;
    }
    event->accept();
}

void PlainChartView::leaveEvent(QEvent* event)
{
    QChartView::leaveEvent(event);
    hover(std::nullopt);
}

void PlainChartView::focusOutEvent(QFocusEvent* event)
{
    QChartView::focusOutEvent(event);
    setCursor(std::nullopt);
}

std::vector<double> spreadLabels(std::vector<double> wanted, double distance, double top, double bottom)
{
    std::vector<std::size_t> order(wanted.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return wanted[a] < wanted[b]; });
    double least = top;
    for (const std::size_t index : order) {
        wanted[index] = std::max(wanted[index], least);
        least = wanted[index] + distance;
    }
    double most = bottom;
    for (auto index = order.rbegin(); index != order.rend(); ++index) {
        wanted[*index] = std::min(wanted[*index], most);
        most = wanted[*index] - distance;
    }
    return wanted;
}

} // namespace wherewithal::app
