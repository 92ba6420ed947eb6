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

    /// `cost` is the option's, nominal or discounted; it is copied from.
    void setOption(const RunResultPtr& result, const QString& letter, const simulator::CostResult& cost);
    void clear();
    /// Ledger line that stands out; empty: all alike.
    void setSelectedLine(const QString& key);
    [[nodiscard]] QString unit() const;
    [[nodiscard]] ChartTable table() const override;

signals:
    /// A click on a layer: the key of its ledger line.
    void lineClicked(const QString& key);

protected:
    [[nodiscard]] QMargins plotMargins() const override;
    void paintOverlay(QPainter* painter, const QRectF& plot) override;
    void recolour() override { viewport()->update(); }
    void mouseReleaseEvent(QMouseEvent* event) override;
    [[nodiscard]] int monthCount() const override;
    [[nodiscard]] model::Month firstMonth() const override;
    [[nodiscard]] bool hasColumns() const override { return true; }
    [[nodiscard]] bool zoomsUpright() const override { return false; }
    [[nodiscard]] std::vector<Reading> readings(int month) const override;
    void paintReadingMark(QPainter* painter, const QRectF& box, const Reading& reading) const override;
    [[nodiscard]] QString description() const override;
    [[nodiscard]] bool canZoom() const override { return true; }

private:
    struct Layer
    {
        QString key; ///< of the ledger line; empty: several
        QString label;
        std::vector<double> months; ///< scaled
        int fill = 0; ///< 0 solid, 1 hatched, 2 grey, 3 grey counter-hatched, 4 grey dotted, 5 outline
    };

    void fillLayers(const simulator::CostResult& cost);
    void paintFill(QPainter* painter, const QRectF& bar, int fill) const;
    void paintLegend(QPainter* painter) const;
    void paintColumns(QPainter* painter, const QRectF& plot) const;
    [[nodiscard]] double totalOf(std::size_t month) const;
    [[nodiscard]] const Layer* layerAt(const QPointF& position) const;
    [[nodiscard]] QString amount(double scaled) const;

    RunResultPtr m_result;
    QString m_letter;
    QString m_selectedLine;
    std::vector<Layer> m_layers;
    Scale m_scale;
    Format m_format;
};

} // namespace wherewithal::app
