// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/charts/PlainChartView.h"
#include "app/session/Engine.h"

namespace wherewithal::app {

/// Cost by month of one option: its greatest ledger lines stacked, told apart by fill within the option's
/// colour, the rest as "Other". A residual value hangs below zero.
class MonthlyChart : public PlainChartView
{
    Q_OBJECT

public:
    explicit MonthlyChart(QWidget* parent = nullptr);

    void setOption(const RunResultPtr& result, const QString& letter);
    [[nodiscard]] QString unit() const;

protected:
    [[nodiscard]] QMargins plotMargins() const override;
    void paintOverlay(QPainter* painter, const QRectF& plot) override;
    void recolour() override { viewport()->update(); }
    void hover(const std::optional<QPointF>& position) override;

private:
    struct Layer
    {
        QString label;
        std::vector<double> months; ///< scaled
        int fill = 0; ///< 0 solid, 1 hatched, 2 grey, 3 grey counter-hatched, 4 grey dotted, 5 outline
    };

    void paintFill(QPainter* painter, const QRectF& bar, int fill) const;
    void paintLegend(QPainter* painter) const;
    void paintAxes(QPainter* painter, const QRectF& plot) const;

    RunResultPtr m_result;
    QString m_letter;
    std::vector<Layer> m_layers;
    std::vector<double> m_ticks;
    Scale m_scale;
    Format m_format;
    std::optional<int> m_hoverMonth;
};

} // namespace wherewithal::app
