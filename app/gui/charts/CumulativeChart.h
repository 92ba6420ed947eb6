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
    /// The fan of one option: no curves but its own and that of the reference, also if it is not ranked; the
    /// inner half of the futures is shaded too.
    void setFan(bool isFan) { m_isFan = isFan; }
    /// Discounted to the first month instead of nominal; then without bands, which are of nominal amounts.
    void setPresentValues(bool arePresent);
    /// "thousand USD"
    [[nodiscard]] QString unit() const;
    [[nodiscard]] ChartTable table() const override;

protected:
    [[nodiscard]] QMargins plotMargins() const override;
    void paintOverlay(QPainter* painter, const QRectF& plot) override;
    void recolour() override { rebuild(); }
    [[nodiscard]] QString optionAt(const QPointF& position) const override;
    [[nodiscard]] int monthCount() const override;
    [[nodiscard]] model::Month firstMonth() const override;
    [[nodiscard]] std::vector<Reading> readings(int month) const override;
    [[nodiscard]] QString description() const override;
    [[nodiscard]] bool canZoom() const override { return true; }

private:
    struct Curve
    {
        const simulator::OptionResult* option = nullptr;
        QString letter;
        bool isStrong = false;
        /// Scaled, per month; percentiles may be empty.
        std::vector<double> base, p10, p25, p75, p90;
    };
    /// A text beside the end of a curve.
    struct EndLabel
    {
        std::size_t curve = 0;
        double value = 0.0; ///< scaled
        QString prefix;     ///< "P90"; empty: the base case with its letter
    };

    void rebuild();
    [[nodiscard]] std::vector<const simulator::OptionResult*> chosen() const;
    [[nodiscard]] Curve curveOf(const simulator::OptionResult& option) const;
    void addBands(const Curve& curve);
    void addCurve(const Curve& curve);
    void paintEnds(QPainter* painter, const QRectF& plot) const;
    void paintBreakEven(QPainter* painter, const QRectF& plot) const;
    void paintLanes(QPainter* painter, const QRectF& plot) const;
    void paintLane(QPainter* painter, const QRectF& plot, double y, const Curve& curve, bool isFirst) const;
    void paintLaneBar(QPainter* painter, const QRectF& plot, double y, const Curve& curve) const;
    [[nodiscard]] std::vector<Curve> allRivals() const;
    /// Those whose lanes have room below the curves.
    [[nodiscard]] std::vector<Curve> rivals() const;
    [[nodiscard]] std::vector<EndLabel> endLabels() const;
    [[nodiscard]] std::vector<double> endPositions(const QRectF& plot) const;
    [[nodiscard]] double monthIndex(const model::Month& month) const;
    [[nodiscard]] QString amount(double scaled) const;
    [[nodiscard]] QString curveAt(const QPointF& position) const;

    RunResultPtr m_result;
    QString m_selected;
    std::vector<Curve> m_curves;
    Scale m_scale;
    Format m_format;
    bool m_hasLanes = true;
    bool m_isFan = false;
    bool m_isPresent = false;
};

} // namespace wherewithal::app
