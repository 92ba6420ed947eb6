// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/widgets/PagePreview.h"

#include "app/gui/theme/Metrics.h"
#include "app/gui/theme/Paint.h"
#include "app/gui/theme/Tokens.h"
#include "app/report/PdfRenderer.h"

#include <QKeyEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>

namespace wherewithal::app {

namespace {

constexpr double kLargestZoom = 6.0;
constexpr double kZoomStep = 1.25;
constexpr double kDotsPerPoint = 1200.0 / 72.0;
/// Larger than any report: "to the first page", "to the last page".
constexpr int kAllPages = 1'000'000;

} // namespace

PagePreview::PagePreview(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("pagePreview"));
    setAccessibleName(tr("Preview of the report"));
    setFocusPolicy(Qt::StrongFocus);
    setToolTip(tr("Page Up and Page Down turn the page, + and - zoom, 0 shows the whole page."));
}

void PagePreview::setReport(std::shared_ptr<PagedReport> report, int page)
{
    if (m_report == report && m_page == page) {
        return;
    }
    m_report = std::move(report);
    m_page = page;
    m_picture = {};
    if (m_report) {
        setAccessibleDescription(tr("Page %1 of %2").arg(m_page + 1).arg(m_report->pageCount()));
    }
    update();
}

void PagePreview::setStale(bool isStale)
{
    if (m_isStale != isStale) {
        m_isStale = isStale;
        update();
    }
}

double PagePreview::footHeight() const
{
    return pxf(26);
}

double PagePreview::scale() const
{
    const QSizeF paper = m_report->pageSize();
    const double whole =
        std::min((width() - pxf(32)) / paper.width(), (height() - pxf(24) - footHeight()) / paper.height());
    return std::max(0.05, whole) * m_zoom;
}

QRectF PagePreview::sheet() const
{
    const QSizeF size = m_report->pageSize() * scale();
    const double room = height() - footHeight();
    QPointF corner((width() - size.width()) / 2, std::max(pxf(12), (room - size.height()) / 2));
    if (size.height() > room) {
        corner.setY(pxf(12));
    }
    return {corner + m_shift, size};
}

void PagePreview::drawSheet(QPainter& painter)
{
    const QRectF paper = sheet();
    const double ratio = devicePixelRatioF();
    if (m_picture.isNull() || m_pictureScale != scale() * ratio) {
        m_pictureScale = scale() * ratio;
        m_picture = QPixmap((paper.size() * ratio).toSize().expandedTo({1, 1}));
        m_picture.setDevicePixelRatio(ratio);
        m_picture.fill(Qt::white); // paper is white in the dark, too
        QPainter page(&m_picture);
        page.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing
                            | QPainter::SmoothPixmapTransform);
        page.scale(scale() / kDotsPerPoint, scale() / kDotsPerPoint);
        m_report->paintPage(page, m_page);
    }
    painter.fillRect(paper, Qt::white);
    painter.setOpacity(m_isStale ? 0.55 : 1.0);
    painter.drawPixmap(paper.topLeft(), m_picture);
    painter.setOpacity(1.0);
    painter.setPen(tokens().line2);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(paper);
}

void PagePreview::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    const Tokens& t = tokens();
    QPainter painter(this);
    painter.fillRect(rect(), t.window);
    if (m_report && m_report->pageCount() > 0) {
        painter.save();
        painter.setClipRect(QRectF(0, 0, width(), height() - footHeight()));
        drawSheet(painter);
        painter.restore();
        QString text = tr("Page %1 of %2").arg(m_page + 1).arg(m_report->pageCount());
        if (m_zoom > 1.0) {
            text += tr(" · %1 %").arg(qRound(100 * m_zoom));
        }
        drawNumber(&painter,
                   QRectF(0, height() - footHeight(), width(), footHeight()),
                   m_isStale ? QStringLiteral("~ ") + text : text,
                   typeFont(Type::Note),
                   t.text2,
                   Qt::AlignHCenter);
    }
    if (hasFocus()) {
        painter.setPen(QPen(t.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
}

void PagePreview::setZoom(double zoom)
{
    const double now = std::clamp(zoom, 1.0, kLargestZoom);
    m_shift = now == 1.0 ? QPointF() : m_shift * (now / m_zoom);
    m_zoom = now;
    update();
}

bool PagePreview::scroll(double step)
{
    if (!m_report || m_zoom == 1.0) {
        return false;
    }
    const double most = std::max(0.0, sheet().height() - (height() - footHeight()) + pxf(24));
    const double now = std::clamp(m_shift.y() - step, -most, 0.0);
    if (now == m_shift.y()) {
        return false;
    }
    m_shift.setY(now);
    update();
    return true;
}

void PagePreview::wheelEvent(QWheelEvent* event)
{
    const int turn = event->angleDelta().y();
    event->accept();
    if (turn == 0) {
        return;
    }
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        setZoom(turn > 0 ? m_zoom * kZoomStep : m_zoom / kZoomStep);
    } else if (!scroll(turn > 0 ? -pxf(80) : pxf(80))) {
        m_shift.setY(0.0);
        emit turned(turn > 0 ? -1 : 1);
    }
}

void PagePreview::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Down:
        if (scroll(pxf(60))) {
            return;
        }
        [[fallthrough]];
    case Qt::Key_PageDown:
    case Qt::Key_Right:
        m_shift.setY(0.0);
        emit turned(1);
        return;
    case Qt::Key_Up:
        if (scroll(-pxf(60))) {
            return;
        }
        [[fallthrough]];
    case Qt::Key_PageUp:
    case Qt::Key_Left:
        m_shift.setY(0.0);
        emit turned(-1);
        return;
    case Qt::Key_Home:
        emit turned(-kAllPages);
        return;
    case Qt::Key_End:
        emit turned(kAllPages);
        return;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        setZoom(m_zoom * kZoomStep);
        return;
    case Qt::Key_Minus:
        setZoom(m_zoom / kZoomStep);
        return;
    case Qt::Key_0:
        setZoom(1.0);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void PagePreview::mousePressEvent(QMouseEvent* event)
{
    m_grip = event->position();
    setFocus(Qt::MouseFocusReason);
}

void PagePreview::mouseMoveEvent(QMouseEvent* event)
{
    if (m_zoom > 1.0 && event->buttons().testFlag(Qt::LeftButton)) {
        m_shift.rx() += event->position().x() - m_grip.x();
        scroll(m_grip.y() - event->position().y());
        m_grip = event->position();
        update();
    }
}

} // namespace wherewithal::app
