// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/charts/PlainChartView.h"
#include "app/session/Engine.h"

namespace wherewithal::app {

/// What a pool sustains by its size, held against the demand of the first month and of the last.
class ThroughputChart : public PlainChartView
{
    Q_OBJECT

public:
    explicit ThroughputChart(QWidget* parent = nullptr);

    /// Empty, with words that say why, for a workload without a curve.
    void
    setWorkload(const RunResultPtr& result, const QString& letter, const simulator::WorkloadResult& workload);
    void clear();
    [[nodiscard]] ChartTable table() const override;

protected:
    [[nodiscard]] QMargins plotMargins() const override;
    void paintOverlay(QPainter* painter, const QRectF& plot) override;
    void recolour() override { rebuild(); }
    void hover(const std::optional<QPointF>& position) override;
    [[nodiscard]] QString description() const override;
    [[nodiscard]] bool canZoom() const override { return true; }

private:
    /// A demand as a dashed line with its words at the right end.
    struct Demand
    {
        QString name;
        double value = 0.0;
    };

    void rebuild();
    void paintDemands(QPainter* painter, const QRectF& plot) const;
    void paintCeiling(QPainter* painter, const QRectF& plot) const;
    void paintSizes(QPainter* painter, const QRectF& plot) const;
    void paintPointed(QPainter* painter, const QRectF& plot) const;

    RunResultPtr m_result; ///< keeps the workload alive
    QString m_letter;
    const simulator::WorkloadResult* m_workload = nullptr;
    std::vector<Demand> m_demands;
    std::optional<double> m_ceiling; ///< machines, of a fleet limit within the picture
    std::optional<std::size_t> m_pointed;
    Format m_format;
};

} // namespace wherewithal::app
