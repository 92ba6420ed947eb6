// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/charts/PlainChartView.h"
#include "app/session/Engine.h"

#include <utility>

namespace wherewithal::app {

/// Score against cost: a dot with whiskers per ranked option, and dashed the options that no other beats on
/// both.
class ScatterChart : public PlainChartView
{
    Q_OBJECT

public:
    explicit ScatterChart(QWidget* parent = nullptr);

    void setResult(const RunResultPtr& result);
    void setSelected(const QString& letter);
    [[nodiscard]] ChartTable table() const override;
    /// Letters of the options that no other beats on both cost and score, cheapest first.
    [[nodiscard]] QStringList frontier() const;
    /// Letters of the options that stand at the end of the cost axis with an arrow, cheapest first.
    [[nodiscard]] QStringList beyond() const;
    /// Right end of the cost axis without zoom, scaled.
    [[nodiscard]] double axisEnd() const { return m_end; }
    /// Places of the letters as painted last, by letter.
    [[nodiscard]] const std::vector<std::pair<QString, QRectF>>& tags() const { return m_tags; }

protected:
    [[nodiscard]] QMargins plotMargins() const override;
    void paintOverlay(QPainter* painter, const QRectF& plot) override;
    void recolour() override { viewport()->update(); }
    [[nodiscard]] QString optionAt(const QPointF& position) const override;
    void hover(const std::optional<QPointF>& position) override;
    void keyPressEvent(QKeyEvent* event) override;
    [[nodiscard]] QString description() const override;
    [[nodiscard]] bool canZoom() const override { return true; }

private:
    struct Dot
    {
        QString letter;
        double cost = 0.0; ///< scaled
        double costLow = 0.0;
        double costHigh = 0.0;
        double score = 0.0; ///< middle, 0..100
        double scoreLow = 0.0;
        double scoreHigh = 0.0;
    };

    void paintAxes(QPainter* painter, const QRectF& plot) const;
    void paintFrontier(QPainter* painter, const QRectF& plot) const;
    void paintDots(QPainter* painter) const;
    void paintTags(QPainter* painter, const QRectF& plot);
    void paintBeyond(QPainter* painter, const QRectF& tag, const Dot& dot) const;
    [[nodiscard]] double figureWidth(const Dot& dot) const;
    [[nodiscard]] QString figureBeyond(const Dot& dot) const;
    void paintHovered(QPainter* painter, const QRectF& plot) const;
    [[nodiscard]] std::vector<const Dot*> onFrontier() const;
    [[nodiscard]] bool isBeyond(const Dot& dot) const { return dot.cost > m_end; }
    [[nodiscard]] double shownCost(const Dot& dot) const { return dot.cost < m_end ? dot.cost : m_end; }
    [[nodiscard]] QString words(const Dot& dot) const;

    RunResultPtr m_result;
    QString m_selected;
    QString m_hovered;
    std::vector<Dot> m_dots;                        ///< cheapest first
    std::vector<std::pair<QString, QRectF>> m_tags; ///< as painted last: letters may be clicked
    double m_end = 0.0;                             ///< of the cost axis, scaled; dearer options stand there
    Scale m_scale;
    Format m_format;
};

} // namespace wherewithal::app
