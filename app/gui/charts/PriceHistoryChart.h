// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/charts/PlainChartView.h"
#include "app/session/PriceQuestion.h"

namespace wherewithal::app {

/// The price of one thing over the years as a step line: a mark at each day from which a price held, dotted
/// behind the last one up to the plan's day.
class PriceHistoryChart : public PlainChartView
{
    Q_OBJECT

public:
    explicit PriceHistoryChart(QWidget* parent = nullptr);

    void show(std::vector<PricePoint> history, model::Day asOf);
    [[nodiscard]] const std::vector<PricePoint>& history() const { return m_history; }
    /// What a hover over the day says; empty before the first price.
    [[nodiscard]] QString textAt(const QPointF& position) const;

protected:
    [[nodiscard]] QMargins plotMargins() const override;
    void paintOverlay(QPainter* painter, const QRectF& plot) override;
    void recolour() override;
    void hover(const std::optional<QPointF>& position) override;

private:
    Format m_format;
    std::vector<PricePoint> m_history;
    std::vector<double> m_ticks;
    model::Day m_asOf;
    QLineSeries* m_line = nullptr;
    QLineSeries* m_rest = nullptr;
};

} // namespace wherewithal::app
