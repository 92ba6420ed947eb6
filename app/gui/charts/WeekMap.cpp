// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/charts/WeekMap.h"

#include "app/gui/charts/ChartActions.h"
#include "app/gui/theme/Metrics.h"
#include "app/gui/theme/Paint.h"
#include "app/gui/theme/Tokens.h"
#include "app/report/Format.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace wherewithal::app {

namespace {

constexpr int kDays = 7;
constexpr int kHours = 24;
constexpr double kUseStep = 0.15; ///< of the legend; the last step is open
constexpr double kLabelled = 0.745;

QString hourText(int hour)
{
    return QStringLiteral("%1:00").arg(hour % kHours, 2, 10, QLatin1Char('0'));
}

} // namespace

WeekMap::WeekMap(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("weekMap"));
    setAccessibleName(tr("Arrivals by hour of the week"));
    setMinimumHeight(px(170));
    setFocusPolicy(Qt::StrongFocus);
    new ChartActions(this,
                     {.table = [this] { return table(); },
                      .paint =
                          [this](QPainter* painter) {
                              paint(painter);
                          }});
}

void WeekMap::setProfile(const model::WeekProfile& profile)
{
    m_profile = profile;
    m_values = profile.weights;
    m_isUse = false;
    describe();
    update();
}

void WeekMap::setUse(const std::array<double, model::kHoursPerWeek>& use)
{
    m_values = use;
    m_isUse = true;
    setAccessibleName(tr("Use by hour of the week"));
    describe();
    update();
}

void WeekMap::describe()
{
    const auto busiest = std::ranges::max_element(m_values) - m_values.begin();
    double mean = 0.0;
    for (const double value : m_values) {
        mean += value / static_cast<double>(m_values.size());
    }
    const Format format;
    const QString day = QLocale().dayName(static_cast<int>(busiest / kHours) + 1);
    QString text = m_isUse ? tr("Busiest at %1 %2 with %3 of what the pool sustains, on average %4.")
                                 .arg(day,
                                      hourText(static_cast<int>(busiest)),
                                      format.percent(m_values[static_cast<std::size_t>(busiest)]),
                                      format.percent(mean))
                           : tr("Busiest at %1 %2, on average %3 of that.")
                                 .arg(day, hourText(static_cast<int>(busiest)), format.percent(mean));
    if (m_cursor) {
        text += QLatin1Char(' ') + words(*m_cursor);
    }
    setAccessibleDescription(text);
}

QString WeekMap::words(int hour) const
{
    const QString day = QLocale().dayName(hour / kHours + 1);
    const QString share = Format().percent(m_values[static_cast<std::size_t>(hour)]);
    return m_isUse ? tr("%1 %2: %3 of what the pool sustains").arg(day, hourText(hour), share)
                   : tr("%1 %2: %3 of the peak").arg(day, hourText(hour), share);
}

QSize WeekMap::sizeHint() const
{
    return {px(460), px(220)};
}

QRectF WeekMap::cell(int day, int hour) const
{
    const double left = pxf(40);
    const double bottom = m_isUse ? pxf(58) : pxf(22);
    const double width = (this->width() - left - 2) / kHours;
    const double height = std::min(pxf(36), (this->height() - bottom - 2) / kDays);
    return {left + hour * width, day * height, width - 1, height - 1};
}

std::size_t WeekMap::stepOf(double value) const
{
    const double step = m_isUse ? value / kUseStep + 1e-9 : value * 6.0;
    return static_cast<std::size_t>(std::clamp(static_cast<int>(step), 0, 5));
}

void WeekMap::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    paint(&painter);
    if (m_cursor && hasFocus()) {
        painter.setPen(QPen(tokens().accent, 2));
        painter.drawRect(cell(*m_cursor / kHours, *m_cursor % kHours));
    } else if (hasFocus()) {
        painter.setPen(QPen(tokens().accent, 2));
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
}

void WeekMap::paint(QPainter* painter) const
{
    const Tokens& t = tokens();
    for (int day = 0; day < kDays; ++day) {
        const QRectF first = cell(day, 0);
        drawNumber(painter,
                   QRectF(0, first.top(), pxf(34), first.height()),
                   QLocale().dayName(day + 1, QLocale::ShortFormat),
                   typeFont(Type::Small),
                   t.text2,
                   Qt::AlignRight);
        for (int hour = 0; hour < kHours; ++hour) {
            const double value = m_values[static_cast<std::size_t>(day * kHours + hour)];
            const std::size_t step = stepOf(value);
            const QRectF box = cell(day, hour);
            painter->fillRect(box, t.heat[step]);
            const QString text = QString::number(std::lround(value * 100));
            const QFont small = typeFont(Type::Small);
            if (value >= kLabelled && box.width() > QFontMetricsF(small).horizontalAdvance(text)) {
                const QColor ink = t.isDark ? t.onAccent : t.onLetter;
                drawNumber(painter, box, text, small, step >= 4 ? ink : t.text, Qt::AlignHCenter);
            }
        }
    }
    for (int hour = 0; hour < kHours; hour += 4) {
        const QRectF below = cell(kDays - 1, hour);
        drawNumber(painter,
                   QRectF(below.left(), below.bottom() + pxf(4), pxf(30), pxf(15)),
                   QStringLiteral("%1").arg(hour, 2, 10, QLatin1Char('0')),
                   typeFont(Type::Small),
                   t.text2,
                   Qt::AlignLeft);
    }
    if (m_isUse) {
        paintLegend(painter);
    }
}

void WeekMap::paintLegend(QPainter* painter) const
{
    const Tokens& t = tokens();
    const QRectF last = cell(kDays - 1, 0);
    const double width = std::min(pxf(58), (this->width() - last.left()) / 6.0);
    for (int step = 0; step < 6; ++step) {
        const QRectF box(last.left() + step * width, last.bottom() + pxf(24), width - 1, pxf(9));
        painter->fillRect(box, t.heat[static_cast<std::size_t>(step)]);
        painter->setPen(QPen(t.line2, 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(box);
        const int low = static_cast<int>(std::lround(step * kUseStep * 100));
        const int high = static_cast<int>(std::lround((step + 1) * kUseStep * 100));
        const Format format;
        const QString text = step == 0   ? tr("< %1").arg(high)
                             : step == 5 ? tr("≥ %1").arg(format.percent(step * kUseStep))
                                         : format.range(low, high);
        drawNumber(painter,
                   QRectF(box.left(), box.bottom() + pxf(3), box.width(), pxf(15)),
                   text,
                   typeFont(Type::Small),
                   t.text2,
                   Qt::AlignHCenter);
    }
}

ChartTable WeekMap::table() const
{
    ChartTable result;
    const QString unit = m_isUse ? tr("% of sustained") : tr("% of the peak");
    result.columns.push_back({tr("Hour"), {}, Qt::AlignLeft});
    for (int day = 0; day < kDays; ++day) {
        result.columns.push_back({QLocale().dayName(day + 1, QLocale::ShortFormat), unit, Qt::AlignRight});
    }
    for (int hour = 0; hour < kHours; ++hour) {
        TableRow row;
        row.cells.push_back(textCell(hourText(hour)));
        for (int day = 0; day < kDays; ++day) {
            const double percent = 100.0 * m_values[static_cast<std::size_t>(day * kHours + hour)];
            row.cells.push_back(numberCell(Format().number(percent), percent));
        }
        result.rows.push_back(std::move(row));
    }
    return result;
}

void WeekMap::keyPressEvent(QKeyEvent* event)
{
    int step = 0;
    switch (event->key()) {
    case Qt::Key_Left:
        step = -1;
        break;
    case Qt::Key_Right:
        step = 1;
        break;
    case Qt::Key_Up:
        step = -kHours;
        break;
    case Qt::Key_Down:
        step = kHours;
        break;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    const int last = kDays * kHours - 1;
    m_cursor = m_cursor ? std::clamp(*m_cursor + step, 0, last) : 0;
    describe();
    const QRectF place = cell(*m_cursor / kHours, *m_cursor % kHours);
    QToolTip::showText(mapToGlobal(place.bottomRight().toPoint()), words(*m_cursor), this);
    update();
    event->accept();
}

void WeekMap::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    m_cursor.reset();
    update();
}

bool WeekMap::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        for (int hour = 0; hour < kDays * kHours; ++hour) {
            if (cell(hour / kHours, hour % kHours).contains(help->pos())) {
                QToolTip::showText(help->globalPos(), words(hour), this);
                return true;
            }
        }
        QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

} // namespace wherewithal::app
