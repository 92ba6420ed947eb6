// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPixmap>
#include <QWidget>

#include <memory>

namespace wherewithal::app {

class PagedReport;

/// One page of a report as it will be printed; the wheel and the page keys turn, + and - (or Ctrl and the
/// wheel) zoom, 0 shows the whole page again, dragging moves a zoomed page.
class PagePreview : public QWidget
{
    Q_OBJECT

public:
    explicit PagePreview(QWidget* parent = nullptr);
    void setReport(std::shared_ptr<PagedReport> report, int page);
    /// A newer report is on its way: the page is shown faded.
    void setStale(bool isStale);
    [[nodiscard]] double zoom() const { return m_zoom; }

signals:
    void turned(int step);

protected:
    void paintEvent(QPaintEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    [[nodiscard]] double footHeight() const;
    [[nodiscard]] double scale() const;
    /// Where the sheet of paper lies, zoomed and moved.
    [[nodiscard]] QRectF sheet() const;
    void drawSheet(QPainter& painter);
    void setZoom(double zoom);
    /// Moves a zoomed page; false at its end.
    bool scroll(double step);

    std::shared_ptr<PagedReport> m_report;
    QPixmap m_picture; ///< the page as last drawn
    double m_pictureScale = 0.0;
    int m_page = 0;
    double m_zoom = 1.0; ///< 1: the whole page
    QPointF m_shift;     ///< of the zoomed page from the middle
    QPointF m_grip;
    bool m_isStale = false;
};

} // namespace wherewithal::app
