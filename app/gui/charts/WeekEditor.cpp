// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/charts/WeekEditor.h"

#include "app/gui/theme/Metrics.h"
#include "app/gui/theme/Tokens.h"
#include "app/report/Format.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace wherewithal::app {

namespace {

constexpr int kDays = 7;
constexpr int kHours = 24;

std::size_t at(int day, int hour)
{
    return static_cast<std::size_t>(day * kHours + hour);
}

/// The greatest hour is 1 again; the old profile if there is none.
model::WeekProfile normalised(const model::WeekProfile& old, model::WeekProfile changed)
{
    const double most = *std::ranges::max_element(changed.weights);
    if (!(most > 0.0)) {
        return old;
    }
    for (double& weight : changed.weights) {
        weight /= most;
    }
    if (changed.weights != old.weights) {
        changed.name = "own";
    }
    return changed;
}

template <typename Change>
model::WeekProfile changed(const model::WeekProfile& profile, const WeekBlock& block, const Change& change)
{
    model::WeekProfile result = profile;
    for (int day = block.firstDay; day <= block.lastDay; ++day) {
        for (int hour = block.firstHour; hour <= block.lastHour; ++hour) {
            result.weights[at(day, hour)] = change(result.weights[at(day, hour)]);
        }
    }
    return normalised(profile, std::move(result));
}

} // namespace

model::WeekProfile withBlock(const model::WeekProfile& profile, const WeekBlock& block, double share)
{
    return changed(profile, block, [share](double) { return std::max(0.0, share); });
}

model::WeekProfile shiftedBlock(const model::WeekProfile& profile, const WeekBlock& block, double difference)
{
    return changed(
        profile, block, [difference](double weight) { return std::clamp(weight + difference, 0.0, 1.0); });
}

WeekEditor::WeekEditor(QWidget* parent)
    : WeekMap(parent)
{
    setObjectName(QStringLiteral("weekEditor"));
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::CrossCursor);
}

WeekBlock WeekEditor::block() const
{
    return {.firstDay = std::min(m_anchor.y(), m_cursor.y()),
            .lastDay = std::max(m_anchor.y(), m_cursor.y()),
            .firstHour = std::min(m_anchor.x(), m_cursor.x()),
            .lastHour = std::max(m_anchor.x(), m_cursor.x())};
}

void WeekEditor::setBlock(const WeekBlock& block)
{
    m_anchor = {block.firstHour, block.firstDay};
    m_cursor = {block.lastHour, block.lastDay};
    announce();
}

QString WeekEditor::blockText() const
{
    const WeekBlock chosen = block();
    double least = 1.0;
    double most = 0.0;
    for (int day = chosen.firstDay; day <= chosen.lastDay; ++day) {
        for (int hour = chosen.firstHour; hour <= chosen.lastHour; ++hour) {
            least = std::min(least, profile().weights[at(day, hour)]);
            most = std::max(most, profile().weights[at(day, hour)]);
        }
    }
    const QLocale locale;
    const QString days =
        chosen.firstDay == chosen.lastDay
            ? locale.dayName(chosen.firstDay + 1)
            : tr("%1 to %2").arg(locale.dayName(chosen.firstDay + 1), locale.dayName(chosen.lastDay + 1));
    const QString values = least == most
                               ? Format().percent(most)
                               : tr("%1 to %2").arg(Format().percent(least), Format().percent(most));
    return tr("%1, %2:00 to %3:00: %4 of the busiest hour")
        .arg(days)
        .arg(chosen.firstHour, 2, 10, QLatin1Char('0'))
        .arg(chosen.lastHour + 1, 2, 10, QLatin1Char('0'))
        .arg(values);
}

void WeekEditor::announce()
{
    update();
    setAccessibleDescription(blockText());
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
    emit blockChanged();
}

void WeekEditor::select(int day, int hour, bool doesExtend)
{
    m_cursor = {std::clamp(hour, 0, kHours - 1), std::clamp(day, 0, kDays - 1)};
    if (!doesExtend) {
        m_anchor = m_cursor;
    }
    announce();
}

void WeekEditor::moveCursor(int days, int hours, bool doesExtend)
{
    select(m_cursor.y() + days, m_cursor.x() + hours, doesExtend);
}

QPoint WeekEditor::cellAt(const QPointF& position) const
{
    for (int day = 0; day < kDays; ++day) {
        for (int hour = 0; hour < kHours; ++hour) {
            if (cell(day, hour).adjusted(0, 0, 1, 1).contains(position)) {
                return {hour, day};
            }
        }
    }
    return {-1, -1};
}

void WeekEditor::mousePressEvent(QMouseEvent* event)
{
    const QPoint chosen = cellAt(event->position());
    if (chosen.x() >= 0 && event->button() == Qt::LeftButton) {
        select(chosen.y(), chosen.x(), event->modifiers().testFlag(Qt::ShiftModifier));
    }
}

void WeekEditor::mouseMoveEvent(QMouseEvent* event)
{
    const QPoint chosen = cellAt(event->position());
    if (chosen.x() >= 0 && event->buttons().testFlag(Qt::LeftButton)) {
        select(chosen.y(), chosen.x(), true);
    }
}

void WeekEditor::keyPressEvent(QKeyEvent* event)
{
    const bool doesExtend = event->modifiers().testFlag(Qt::ShiftModifier);
    const auto shift = [this](double difference) {
        emit changeRequested(shiftedBlock(profile(), block(), difference));
    };
    if (event->matches(QKeySequence::Paste)) {
        emit pasteRequested();
        return;
    }
    if (event->matches(QKeySequence::SelectAll)) {
        setBlock({.firstDay = 0, .lastDay = kDays - 1, .firstHour = 0, .lastHour = kHours - 1});
        return;
    }
    constexpr double kSmall = 0.05;
    constexpr double kLarge = 0.20;
    switch (event->key()) {
    case Qt::Key_Left:
        return moveCursor(0, -1, doesExtend);
    case Qt::Key_Right:
        return moveCursor(0, 1, doesExtend);
    case Qt::Key_Up:
        return moveCursor(-1, 0, doesExtend);
    case Qt::Key_Down:
        return moveCursor(1, 0, doesExtend);
    case Qt::Key_Home:
        return moveCursor(0, -kHours, doesExtend);
    case Qt::Key_End:
        return moveCursor(0, kHours, doesExtend);
    case Qt::Key_Plus:
        return shift(kSmall);
    case Qt::Key_Minus:
        return shift(-kSmall);
    case Qt::Key_PageUp:
        return shift(kLarge);
    case Qt::Key_PageDown:
        return shift(-kLarge);
    case Qt::Key_Delete:
        emit changeRequested(withBlock(profile(), block(), 0.0));
        return;
    default:
        break;
    }
    if (!event->text().isEmpty() && event->text().front().isDigit()) {
        emit valueTyped(event->text());
        return;
    }
    WeekMap::keyPressEvent(event);
}

void WeekEditor::focusInEvent(QFocusEvent* event)
{
    WeekMap::focusInEvent(event);
    update();
}

void WeekEditor::focusOutEvent(QFocusEvent* event)
{
    WeekMap::focusOutEvent(event);
    update();
}

void WeekEditor::paintEvent(QPaintEvent* event)
{
    WeekMap::paintEvent(event);
    const WeekBlock chosen = block();
    const QRectF frame = cell(chosen.firstDay, chosen.firstHour)
                             .united(cell(chosen.lastDay, chosen.lastHour))
                             .adjusted(-0.5, -0.5, 0.5, 0.5);
    QPainter painter(this);
    painter.setPen(QPen(hasFocus() ? tokens().accent : tokens().text2, hasFocus() ? 2.0 : 1.0));
    painter.drawRect(frame);
}

} // namespace wherewithal::app
