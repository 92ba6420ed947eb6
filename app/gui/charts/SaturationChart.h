// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/charts/PlainChartView.h"
#include "simulator/throughput/replay/ReplicaCurve.h"

#include <QString>

#include <optional>
#include <vector>

namespace wherewithal::app {

/// Which latency a saturation chart shows.
enum class LatencyKind
{
    EndToEnd,
    FirstToken,
    PerToken,
};

/// Seconds of that kind at a point, 95th percentile.
[[nodiscard]] double latencyOf(const simulator::ReplicaCurvePoint& point, LatencyKind kind);

/// Latency of one replica against its load, for some devices.
class SaturationChart : public PlainChartView
{
    Q_OBJECT

public:
    struct Curve
    {
        QString key; ///< of the device
        QString name;
        simulator::ReplicaCurve values;
        bool isSelected = false;
    };
    struct Measured
    {
        double perSecond = 0.0;
        double seconds = 0.0;
    };
    struct Content
    {
        std::vector<Curve> curves;
        LatencyKind kind = LatencyKind::EndToEnd;
        std::optional<double> objectiveSeconds; ///< P95
        std::vector<Measured> measured;
        QString measuredNote; ///< beside the crosses: "measured, 2026-10-14"
    };

    explicit SaturationChart(QWidget* parent = nullptr);
    void setContent(Content content);
    [[nodiscard]] const Content& content() const { return m_content; }
    [[nodiscard]] ChartTable table() const override;

protected:
    [[nodiscard]] QMargins plotMargins() const override;
    void paintOverlay(QPainter* painter, const QRectF& plot) override;
    void recolour() override;
    [[nodiscard]] QString optionAt(const QPointF& position) const override;
    [[nodiscard]] int stopCount() const override { return static_cast<int>(m_stops.size()); }
    [[nodiscard]] double stopX(int stop) const override { return m_stops[static_cast<std::size_t>(stop)]; }
    [[nodiscard]] QString stopTitle(int stop) const override;
    [[nodiscard]] std::vector<Reading> readings(int stop) const override;
    void paintReadingMark(QPainter* painter, const QRectF& box, const Reading& reading) const override;
    [[nodiscard]] bool canZoom() const override { return true; }

private:
    void rebuild();
    void paintAxes(QPainter* painter, const QRectF& plot) const;
    void paintObjective(QPainter* painter, const QRectF& plot) const;
    void paintCapacities(QPainter* painter, const QRectF& plot) const;
    void paintNames(QPainter* painter, const QRectF& plot) const;
    void paintMeasured(QPainter* painter, const QRectF& plot) const;
    void placeStops();
    /// Pen of a curve: the selected one solid and heavy, the others by their dash.
    [[nodiscard]] QPen penOf(std::size_t curve) const;
    [[nodiscard]] double scale() const { return m_content.kind == LatencyKind::EndToEnd ? 1.0 : 1000.0; }
    /// Latency of a curve at a rate, as shown; nothing beyond its ends.
    [[nodiscard]] std::optional<double> valueAt(const Curve& curve, double perSecond) const;

    Content m_content;
    std::vector<double> m_stops; ///< rates at which the cross hair stands, requests/s, rising
    double m_ceiling = 0.0;      ///< of the latency axis without zoom, as shown; 0: nothing to show
};

} // namespace wherewithal::app
