// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/charts/WeekMap.h"

#include "app/gui/theme/Metrics.h"
#include "app/gui/theme/Paint.h"
#include "app/gui/theme/Tokens.h"
#include "app/report/Format.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace wherewithal::app {

namespace {

constexpr int kDays = 7;
constexpr int kHours = 24;

} // namespace

WeekMap::WeekMap(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("weekMap"));
    setAccessibleName(tr("Arrivals by hour of the week"));
    setMinimumHeight(px(170));
}

void WeekMap::setProfile(const model::WeekProfile& profile)
{
    m_profile = profile;
    const auto busiest = std::ranges::max_element(profile.weights) - profile.weights.begin();
    setAccessibleDescription(tr("Busiest at %1 %2:00, on average %3 of that.")
                                 .arg(QLocale().dayName(static_cast<int>(busiest / kHours) + 1))
                                 .arg(busiest % kHours)
                                 .arg(Format().percent(profile.meanFraction())));
    update();
}

QSize WeekMap::sizeHint() const
{
    return {px(460), px(220)};
}

QRectF WeekMap::cell(int day, int hour) const
{
    const double left = pxf(40);
    const double bottom = pxf(22);
    const double width = (this->width() - left - 2) / kHours;
    const double height = (this->height() - bottom - 2) / kDays;
    return {left + hour * width, day * height, width - 1, height - 1};
}

void WeekMap::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    const Tokens& t = tokens();
    QPainter painter(this);
    for (int day = 0; day < kDays; ++day) {
        const QRectF first = cell(day, 0);
        drawNumber(&painter,
                   QRectF(0, first.top(), pxf(34), first.height()),
                   QLocale().dayName(day + 1, QLocale::ShortFormat),
                   typeFont(Type::Small),
                   t.text2,
                   Qt::AlignRight);
        for (int hour = 0; hour < kHours; ++hour) {
            const double weight = m_profile.weights[static_cast<std::size_t>(day * kHours + hour)];
            const auto step = static_cast<std::size_t>(std::clamp(static_cast<int>(weight * 6.0), 0, 5));
            painter.fillRect(cell(day, hour), t.heat[step]);
            if (weight >= 0.745 && cell(day, hour).width() > pxf(16)) {
                const QColor ink = t.isDark ? t.onAccent : t.onLetter;
                drawNumber(&painter,
                           cell(day, hour),
                           QString::number(std::lround(weight * 100)),
                           typeFont(Type::Small),
                           step >= 4 ? ink : t.text,
                           Qt::AlignHCenter);
            }
        }
    }
    for (int hour = 0; hour < kHours; hour += 4) {
        const QRectF below = cell(kDays - 1, hour);
        drawNumber(&painter,
                   QRectF(below.left(), below.bottom() + pxf(4), pxf(30), pxf(15)),
                   QStringLiteral("%1").arg(hour, 2, 10, QLatin1Char('0')),
                   typeFont(Type::Small),
                   t.text2,
                   Qt::AlignLeft);
    }
}

bool WeekMap::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        for (int at = 0; at < kDays * kHours; ++at) {
            if (cell(at / kHours, at % kHours).contains(help->pos())) {
                QToolTip::showText(
                    help->globalPos(),
                    tr("%1 %2:00: %3 of the peak")
                        .arg(QLocale().dayName(at / kHours + 1))
                        .arg(at % kHours)
                        .arg(Format().percent(m_profile.weights[static_cast<std::size_t>(at)])),
                    this);
                return true;
            }
        }
        QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

} // namespace wherewithal::app
