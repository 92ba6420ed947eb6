// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/widgets/PagePreview.h"

#include "app/gui/theme/Metrics.h"
#include "app/gui/theme/Paint.h"
#include "app/gui/theme/Tokens.h"
#include "app/report/PdfRenderer.h"

#include <QKeyEvent>
#include <QPainter>
#include <QWheelEvent>

namespace wherewithal::app {

PagePreview::PagePreview(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("pagePreview"));
    setAccessibleName(tr("Preview of the report"));
    setFocusPolicy(Qt::StrongFocus);
}

void PagePreview::setReport(std::shared_ptr<PagedReport> report, int page)
{
    m_report = std::move(report);
    m_page = page;
    update();
}

void PagePreview::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    const Tokens& t = tokens();
    QPainter painter(this);
    painter.fillRect(rect(), t.window);
    if (!m_report || m_report->pageCount() == 0) {
        return;
    }
    const QSizeF paper = m_report->pageSize();
    const double foot = pxf(26);
    const double scale =
        std::min((width() - pxf(32)) / paper.width(), (height() - pxf(24) - foot) / paper.height());
    const QSizeF size = paper * scale;
    const QRectF sheet(QPointF((width() - size.width()) / 2, pxf(12)), size);
    painter.fillRect(sheet, Qt::white); // paper is white in the dark, too
    painter.setPen(t.line2);
    painter.drawRect(sheet);
    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing
                           | QPainter::SmoothPixmapTransform);
    painter.setClipRect(sheet);
    painter.translate(sheet.topLeft());
    painter.scale(scale * 72.0 / 1200.0, scale * 72.0 / 1200.0);
    m_report->paintPage(painter, m_page);
    painter.restore();
    drawNumber(&painter,
               QRectF(0, height() - foot, width(), foot),
               tr("Page %1 of %2").arg(m_page + 1).arg(m_report->pageCount()),
               typeFont(Type::Note),
               t.text2,
               Qt::AlignHCenter);
    if (hasFocus()) {
        painter.setPen(QPen(t.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
}

void PagePreview::wheelEvent(QWheelEvent* event)
{
    emit turned(event->angleDelta().y() > 0 ? -1 : 1);
    event->accept();
}

void PagePreview::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_PageDown:
    case Qt::Key_Down:
    case Qt::Key_Right:
        emit turned(1);
        return;
    case Qt::Key_PageUp:
    case Qt::Key_Up:
    case Qt::Key_Left:
        emit turned(-1);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace wherewithal::app
