// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/charts/PlainChartView.h"
#include "model/base/Calendar.h"
#include "simulator/sensitivity/DemandFan.h"

#include <vector>

namespace wherewithal::app {

/// Demand over the horizon: base case, the band from P10 to P90, and the steps.
class DemandChart : public PlainChartView
{
    Q_OBJECT

public:
    struct Step
    {
        int month = 0; ///< from the first one
        QString text;
    };

    explicit DemandChart(QWidget* parent = nullptr);
    [[nodiscard]] ChartTable table() const override;
    void setFan(const simulator::DemandFan& fan,
                model::Month starts,
                const QString& unit,
                std::vector<Step> steps);

protected:
    [[nodiscard]] QMargins plotMargins() const override;
    void paintOverlay(QPainter* painter, const QRectF& plot) override;
    void recolour() override;
    [[nodiscard]] int monthCount() const override { return static_cast<int>(m_fan.base.size()); }
    [[nodiscard]] model::Month firstMonth() const override { return m_starts; }
    [[nodiscard]] std::vector<Reading> readings(int stop) const override;
    void paintReadingMark(QPainter* painter, const QRectF& box, const Reading& reading) const override;
    [[nodiscard]] bool canZoom() const override { return true; }

private:
    void paintEnds(QPainter* painter, const QRectF& plot) const;
    void paintSteps(QPainter* painter, const QRectF& plot) const;

    simulator::DemandFan m_fan;
    model::Month m_starts;
    QString m_unit;
    std::vector<Step> m_steps;
};

} // namespace wherewithal::app
