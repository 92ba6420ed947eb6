// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/charts/PlainChartView.h"
#include "app/session/Engine.h"

namespace wherewithal::app {

/// Cumulative cost of up to six options with bands of the selected and the reference option, letters at the
/// ends of the lines, the break-even mark, and below on the same axis one lane per rival: when the reference
/// overtakes it.
class CumulativeChart : public PlainChartView
{
    Q_OBJECT

public:
    explicit CumulativeChart(QWidget* parent = nullptr);

    void setResult(const RunResultPtr& result);
    void setSelected(const QString& letter);
    void setLanesVisible(bool areVisible);
    /// The fan of one option: no curves but its own and that of the reference, also if it is not ranked.
    void setOnlySelectedAndReference(bool isOnly) { m_isFan = isOnly; }
    /// "thousand USD"
    [[nodiscard]] QString unit() const;

protected:
    [[nodiscard]] QMargins plotMargins() const override;
    void paintOverlay(QPainter* painter, const QRectF& plot) override;
    void recolour() override { rebuild(); }
    [[nodiscard]] QString optionAt(const QPointF& position) const override;
    void hover(const std::optional<QPointF>& position) override;

private:
    struct Curve
    {
        const simulator::OptionResult* option = nullptr;
        QString letter;
        double end = 0.0; ///< scaled
    };

    void rebuild();
    void addCurve(const Curve& curve, bool isStrong);
    void paintAxes(QPainter* painter, const QRectF& plot) const;
    void paintEnds(QPainter* painter, const QRectF& plot) const;
    void paintBreakEven(QPainter* painter, const QRectF& plot) const;
    void paintLanes(QPainter* painter, const QRectF& plot) const;
    void paintLane(QPainter* painter, const QRectF& plot, double y, const Curve& curve, bool isFirst) const;
    void paintHover(QPainter* painter, const QRectF& plot) const;
    [[nodiscard]] std::vector<Curve> rivals() const;
    [[nodiscard]] std::vector<double> endPositions(const QRectF& plot) const;
    [[nodiscard]] double monthIndex(const model::Month& month) const;

    RunResultPtr m_result;
    QString m_selected;
    std::vector<Curve> m_curves;
    std::vector<double> m_ticks;
    Scale m_scale;
    Format m_format;
    bool m_hasLanes = true;
    bool m_isFan = false;
    std::optional<int> m_hoverMonth;
};

} // namespace wherewithal::app
