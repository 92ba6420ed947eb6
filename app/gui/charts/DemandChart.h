// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/charts/PlainChartView.h"
#include "model/base/Calendar.h"
#include "simulator/sensitivity/DemandFan.h"

#include <optional>
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
    void setFan(const simulator::DemandFan& fan,
                model::Month starts,
                const QString& unit,
                std::vector<Step> steps);

protected:
    [[nodiscard]] QMargins plotMargins() const override;
    void paintOverlay(QPainter* painter, const QRectF& plot) override;
    void recolour() override;
    void hover(const std::optional<QPointF>& position) override;

private:
    void paintAxes(QPainter* painter, const QRectF& plot) const;
    void paintEnds(QPainter* painter, const QRectF& plot) const;
    void paintSteps(QPainter* painter, const QRectF& plot) const;
    void paintHover(QPainter* painter, const QRectF& plot) const;

    simulator::DemandFan m_fan;
    model::Month m_starts;
    QString m_unit;
    std::vector<Step> m_steps;
    std::vector<double> m_yTicks;
    std::optional<int> m_hoverMonth;
};

} // namespace wherewithal::app
