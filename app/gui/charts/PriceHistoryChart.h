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
    [[nodiscard]] ChartTable table() const override;

protected:
    [[nodiscard]] QMargins plotMargins() const override;
    void paintOverlay(QPainter* painter, const QRectF& plot) override;
    void recolour() override;
    [[nodiscard]] int stopCount() const override { return static_cast<int>(m_history.size()); }
    [[nodiscard]] double stopX(int stop) const override;
    [[nodiscard]] QString stopTitle(int stop) const override;
    /// The price that held on the day.
    [[nodiscard]] std::optional<int> stopAt(double x) const override;
    [[nodiscard]] std::vector<Reading> readings(int stop) const override;
    void paintReadingMark(QPainter* painter, const QRectF& box, const Reading& reading) const override;
    [[nodiscard]] bool canZoom() const override { return true; }
    [[nodiscard]] bool zoomsUpright() const override { return false; }

private:
    Format m_format;
    std::vector<PricePoint> m_history;
    model::Day m_asOf;
    QLineSeries* m_line = nullptr;
    QLineSeries* m_rest = nullptr;
};

} // namespace wherewithal::app
