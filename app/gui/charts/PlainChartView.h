// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/models/Roles.h"

#include <QChartView>
#include <QMargins>

#include <optional>

class QAreaSeries;
class QLineSeries;
class QValueAxis;

namespace wherewithal::app {

/// A chart without title, legend, animation, background and axis lines: grid and curves by Qt Charts, all
/// text and marks painted above them by the subclass, in the window's type and colours.
class PlainChartView : public QChartView
{
    Q_OBJECT

public:
    explicit PlainChartView(QWidget* parent = nullptr);

    /// As a picture for the clipboard.
    [[nodiscard]] QPixmap picture();

signals:
    /// A click on something that stands for an option.
    void optionClicked(const QString& letter);

protected:
    /// Room around the plot, in pixels, for what paintOverlay draws there.
    [[nodiscard]] virtual QMargins plotMargins() const = 0;
    virtual void paintOverlay(QPainter* painter, const QRectF& plot) = 0;
    /// Colours of series, after a change of palette.
    virtual void recolour() = 0;
    /// Option under the point, in widget coordinates; empty: none.
    [[nodiscard]] virtual QString optionAt(const QPointF& position) const;
    virtual void hover(const std::optional<QPointF>& position);

    void setAxes(double xLow, double xHigh, const std::vector<double>& yTicks);
    [[nodiscard]] QValueAxis* xAxis() const { return m_x; }
    [[nodiscard]] QValueAxis* yAxis() const { return m_y; }
    [[nodiscard]] QPointF at(double x, double y) const;
    [[nodiscard]] QRectF plotArea() const;

    void attach(QAbstractSeries* series);
    QLineSeries* addLine(const QList<QPointF>& points);
    QAreaSeries* addBand(const QList<QPointF>& upper, const QList<QPointF>& lower);
    void removeAll();
    void layoutPlot();

    void drawForeground(QPainter* painter, const QRectF& rect) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    QValueAxis* m_x;
    QValueAxis* m_y;
};

/// Moves labels apart to at least `distance`, keeping their order and staying in [top, bottom] where there is
/// room. In: wanted positions; out: placed ones, same order.
[[nodiscard]] std::vector<double>
spreadLabels(std::vector<double> wanted, double distance, double top, double bottom);

} // namespace wherewithal::app
