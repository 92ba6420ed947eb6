// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/workload/Demand.h"

#include <QWidget>

namespace wherewithal::app {

/// The hours of a week as a heat map: relative arrivals, the busiest hour is 100.
class WeekMap : public QWidget
{
    Q_OBJECT

public:
    explicit WeekMap(QWidget* parent = nullptr);
    void setProfile(const model::WeekProfile& profile);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

    [[nodiscard]] QRectF cell(int day, int hour) const;
    [[nodiscard]] const model::WeekProfile& profile() const { return m_profile; }

private:
    model::WeekProfile m_profile;
};

} // namespace wherewithal::app
