// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/charts/ChartTable.h"
#include "model/workload/Demand.h"

#include <QWidget>

#include <optional>

namespace wherewithal::app {

/// The hours of a week as a heat map: relative arrivals, the busiest hour is 100; or the use of a pool in per
/// cent of what it sustains, with a legend. Arrow keys walk over the hours.
class WeekMap : public QWidget
{
    Q_OBJECT

public:
    explicit WeekMap(QWidget* parent = nullptr);
    void setProfile(const model::WeekProfile& profile);
    /// @param use  fractions of what the pool sustains by hour of the week; may pass 1
    void setUse(const std::array<double, model::kHoursPerWeek>& use);
    [[nodiscard]] ChartTable table() const;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool event(QEvent* event) override;

    [[nodiscard]] QRectF cell(int day, int hour) const;
    [[nodiscard]] const model::WeekProfile& profile() const { return m_profile; }

private:
    [[nodiscard]] std::size_t stepOf(double value) const;
    [[nodiscard]] QString words(int hour) const;
    void paint(QPainter* painter) const;
    void paintLegend(QPainter* painter) const;
    void describe();

    model::WeekProfile m_profile;
    std::array<double, model::kHoursPerWeek> m_values{};
    bool m_isUse = false;
    std::optional<int> m_cursor;
};

} // namespace wherewithal::app
