// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/charts/PlainChartView.h"
#include "app/session/Engine.h"

namespace wherewithal::app {

/// Machines by month in the base case: one option, or the ranked ones of a workload side by side.
class MachinesChart : public PlainChartView
{
    Q_OBJECT

public:
    explicit MachinesChart(QWidget* parent = nullptr);

    /// Without a letter the ranked options, six at most.
    void setResult(const RunResultPtr& result, std::size_t workload, const QString& letter);
    [[nodiscard]] ChartTable table() const override;

protected:
    [[nodiscard]] QMargins plotMargins() const override;
    void paintOverlay(QPainter* painter, const QRectF& plot) override;
    void recolour() override { rebuild(); }
    [[nodiscard]] QString optionAt(const QPointF& position) const override;
    [[nodiscard]] int monthCount() const override;
    [[nodiscard]] model::Month firstMonth() const override;
    [[nodiscard]] bool hasColumns() const override { return true; }
    [[nodiscard]] std::vector<Reading> readings(int month) const override;
    [[nodiscard]] QString description() const override;
    [[nodiscard]] bool canZoom() const override { return true; }

private:
    struct Curve
    {
        QString letter;
        std::vector<double> months;
    };

    void rebuild();

    RunResultPtr m_result;
    std::size_t m_workload = 0;
    QString m_letter;
    std::vector<Curve> m_curves;
    Format m_format;
};

} // namespace wherewithal::app
