// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/charts/ChartTable.h"
#include "app/gui/models/Roles.h"
#include "model/base/Calendar.h"

#include <QChartView>
#include <QMargins>

#include <optional>
#include <vector>

class QAreaSeries;
class QLineSeries;
class QValueAxis;

namespace wherewithal::app {

class ChartActions;

/// A chart without title, legend, animation, background and axis lines: grid and curves by Qt Charts, all
/// text and marks painted above them by the subclass, in the window's type and colours.
///
/// Looking closer: the wheel zooms at the pointer, dragging moves, + and - zoom, arrows move while zoomed, 0
/// or a double click shows all again. A cross hair with the values of all curves goes from stop to stop (the
/// months, in most charts): it follows the pointer, or the left and right arrow (with Ctrl while zoomed).
class PlainChartView : public QChartView
{
    Q_OBJECT

public:
    explicit PlainChartView(QWidget* parent = nullptr);

    /// The rows behind the picture.
    [[nodiscard]] virtual ChartTable table() const { return {}; }
    [[nodiscard]] ChartActions* chartActions() const { return m_actions; }
    /// Stop under the cross hair: the index of the month in charts over months.
    [[nodiscard]] std::optional<int> cursor() const { return m_cursor; }
    void setCursor(std::optional<int> stop);
    [[nodiscard]] bool isZoomed() const;
    /// Shows 1 / factor of what is seen, keeping the point of the plot in place.
    void zoom(double factor, const QPointF& at);
    /// Moves what is seen by shares of its width and height.
    void pan(double right, double up);
    void resetZoom();

signals:
    /// A click on something that stands for an option.
    void optionClicked(const QString& letter);
    /// The cross hair was moved, by pointer or key.
    void cursorMoved(std::optional<int> stop);
    /// The chart shows other rows than before.
    void contentChanged();

protected:
    /// One line of the cross hair's box.
    struct Reading
    {
        QString letter; ///< of an option; empty where `fill` tells the curve
        QString label;  ///< beside the mark; may be empty
        QString value;
        int fill = -1; ///< what paintReadingMark() draws
    };

    /// Room around the plot, in pixels, for what paintOverlay draws there.
    [[nodiscard]] virtual QMargins plotMargins() const = 0;
    virtual void paintOverlay(QPainter* painter, const QRectF& plot) = 0;
    /// Colours of series, after a change of palette.
    virtual void recolour() = 0;
    /// Option under the point, in widget coordinates; empty: none.
    [[nodiscard]] virtual QString optionAt(const QPointF& position) const;
    virtual void hover(const std::optional<QPointF>& position);
    /// Months of the x axis; 0: it has none.
    [[nodiscard]] virtual int monthCount() const { return 0; }
    [[nodiscard]] virtual model::Month firstMonth() const { return {}; }
    /// Months are columns from index to index + 1 instead of points.
    [[nodiscard]] virtual bool hasColumns() const { return false; }
    /// Where the cross hair can stand, from left to right; 0: there is none.
    [[nodiscard]] virtual int stopCount() const { return monthCount(); }
    /// Of a stop, on the x axis.
    [[nodiscard]] virtual double stopX(int stop) const { return stop + (hasColumns() ? 0.5 : 0.0); }
    /// What stands above the values: the month.
    [[nodiscard]] virtual QString stopTitle(int stop) const;
    /// The stop that is meant by a point of the x axis: the nearest.
    [[nodiscard]] virtual std::optional<int> stopAt(double x) const;
    [[nodiscard]] virtual std::vector<Reading> readings(int stop) const;
    virtual void paintReadingMark(QPainter* painter, const QRectF& box, const Reading& reading) const;
    /// True for charts whose marks and labels follow what is seen.
    [[nodiscard]] virtual bool canZoom() const { return false; }
    /// False: the wheel zooms along x only.
    [[nodiscard]] virtual bool zoomsUpright() const { return true; }
    /// Main figures in words, for those who do not see the picture.
    [[nodiscard]] virtual QString description() const { return m_said; }
    /// For charts that word it while they take their values.
    void setDescription(const QString& said);

    /// What is shown without zoom. Keeps the zoom if the range of x is the same as before.
    void setAxes(double xLow, double xHigh, const std::vector<double>& yTicks);
    [[nodiscard]] QValueAxis* xAxis() const { return m_x; }
    [[nodiscard]] QValueAxis* yAxis() const { return m_y; }
    /// Ticks of what is seen: those of setAxes() without zoom.
    [[nodiscard]] std::vector<double> yTicks() const;
    [[nodiscard]] QPointF at(double x, double y) const;
    [[nodiscard]] QRectF plotArea() const;
    /// Labels at the left, zero line; the grid lies below the curves.
    void paintYAxis(QPainter* painter, const QRectF& plot) const;
    /// Ticks of numbers below the plot, as far as they have room, each with a line up through the plot.
    void paintXNumbers(QPainter* painter, const QRectF& plot, int count) const;
    /// Years, or months where few are seen.
    void paintMonths(QPainter* painter, const QRectF& plot, const QColor& line) const;

    void attach(QAbstractSeries* series);
    QLineSeries* addLine(const QList<QPointF>& points);
    QAreaSeries* addBand(const QList<QPointF>& upper, const QList<QPointF>& lower);
    void removeAll();
    /// After a change of contents or size: margins, description, picture.
    void layoutPlot();

    void drawBackground(QPainter* painter, const QRectF& rect) override;
    void drawForeground(QPainter* painter, const QRectF& rect) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void showRange(double xLow, double xHigh, double yLow, double yHigh);
    void setYRange(double low, double high);
    void moveCursor(int step);
    void paintCursor(QPainter* painter, const QRectF& plot) const;
    [[nodiscard]] int decimalsOf(const std::vector<double>& ticks) const;
    void describe();

    QValueAxis* m_x;
    QValueAxis* m_y;
    ChartActions* m_actions = nullptr;
    QRectF m_home; ///< x, y, width and height of what is shown without zoom
    std::vector<double> m_homeTicks;
    std::optional<int> m_cursor;
    std::optional<QPointF> m_pressed;
    QPointF m_dragged;
    bool m_isDragging = false;
    bool m_isExporting = false;
    QString m_said;
};

/// Moves labels apart to at least `distance`, keeping their order and staying in [top, bottom] where there is
/// room. In: wanted positions; out: placed ones, same order.
[[nodiscard]] std::vector<double>
spreadLabels(std::vector<double> wanted, double distance, double top, double bottom);

} // namespace wherewithal::app
