// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/charts/WeekMap.h"

namespace wherewithal::app {

/// Hours of a week, as corners of a block: days and hours from the first to the last, both included.
struct WeekBlock
{
    int firstDay = 0;
    int lastDay = 0;
    int firstHour = 0;
    int lastHour = 0;

    [[nodiscard]] bool contains(int day, int hour) const
    {
        return day >= firstDay && day <= lastDay && hour >= firstHour && hour <= lastHour;
    }
    bool operator==(const WeekBlock&) const = default;
};

/// The profile with the hours of the block at this share of the busiest hour (which may become the busiest
/// itself: the greatest hour is 1 again afterwards). The profile itself if that would leave no arrivals at
/// all.
[[nodiscard]] model::WeekProfile
withBlock(const model::WeekProfile& profile, const WeekBlock& block, double share);
/// The same with the hours moved by a difference, kept between 0 and 1.
[[nodiscard]] model::WeekProfile
shiftedBlock(const model::WeekProfile& profile, const WeekBlock& block, double difference);

/// The heat map of a week, to be changed: drag or Shift and arrows select hours, plus and minus change them
/// by 5 %, Page Up and Down by 20 %, Delete empties them, Ctrl+A takes all. Digits go to whoever listens to
/// valueTyped().
class WeekEditor : public WeekMap
{
    Q_OBJECT

public:
    explicit WeekEditor(QWidget* parent = nullptr);

    [[nodiscard]] WeekBlock block() const;
    void setBlock(const WeekBlock& block);
    /// "Monday to Friday, 09:00 to 17:00: 80 %"
    [[nodiscard]] QString blockText() const;

signals:
    void blockChanged();
    void changeRequested(const wherewithal::model::WeekProfile& profile);
    void valueTyped(const QString& text);
    void pasteRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void moveCursor(int days, int hours, bool doesExtend);
    void select(int day, int hour, bool doesExtend);
    void announce();
    /// Day and hour under the point; -1, -1 outside.
    [[nodiscard]] QPoint cellAt(const QPointF& position) const;

    QPoint m_anchor; ///< x: hour, y: day
    QPoint m_cursor;
};

} // namespace wherewithal::app
