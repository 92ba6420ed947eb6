// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/widgets/DropArea.h"

#include "app/gui/theme/Metrics.h"
#include "app/gui/theme/Paint.h"
#include "app/gui/theme/Tokens.h"
#include "app/gui/widgets/Parts.h"

#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QMimeData>
#include <QPainter>
#include <QUrl>
#include <QVBoxLayout>

namespace wherewithal::app {

namespace {

/// The first local file of a drag; empty if it carries none.
QString fileOf(const QMimeData* data)
{
    for (const QUrl& url : data->urls()) {
        if (url.isLocalFile()) {
            return url.toLocalFile();
        }
    }
    return {};
}

} // namespace

DropArea::DropArea(const QString& name, QWidget* parent)
    : QWidget(parent)
    , m_title(new TypedLabel(Type::Strong, {}, this))
    , m_note(new TypedLabel(Type::Small, {}, this))
    , m_error(new TypedLabel(Type::Small, {}, this))
    , m_browse(makeButton(tr("&Browse…"), name + QStringLiteral("Browse"), this))
{
    setObjectName(name);
    setAcceptDrops(true);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(px(32), px(7), px(8), px(7));
    row->setSpacing(px(8));
    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(m_title);
    column->addWidget(m_note);
    column->addWidget(m_error);
    row->addLayout(column, 1);
    row->addWidget(m_browse, 0, Qt::AlignTop);
    m_title->setObjectName(name + QStringLiteral("Title"));
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_note->setInk(Ink::Text2);
    m_note->setWordWrap(true);
    m_error->setObjectName(name + QStringLiteral("Error"));
    m_error->setInk(Ink::Bad);
    m_error->setWordWrap(true);
    m_error->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_error->hide();
    connect(m_browse, &QPushButton::clicked, this, &DropArea::browseRequested);
}

void DropArea::setContent(const QString& title, const QString& note)
{
    m_hasContent = !title.isEmpty();
    m_title->setText(m_hasContent ? title : tr("No file yet"));
    m_title->setToolTip(title);
    m_note->setText(note);
    setAccessibleName(m_title->text());
    setAccessibleDescription(note);
    update();
}

void DropArea::setWorking(const QString& text)
{
    setError({});
    m_note->setText(text);
}

void DropArea::setError(const QString& text)
{
    m_errorText = text;
    m_error->setText(QStringLiteral("✕ ") + text);
    m_error->setVisible(!text.isEmpty());
    update();
}

void DropArea::setHovered(bool isHovered)
{
    m_isHovered = isHovered;
    update();
}

void DropArea::dragEnterEvent(QDragEnterEvent* event)
{
    if (!fileOf(event->mimeData()).isEmpty()) {
        setHovered(true);
        event->acceptProposedAction();
    }
}

void DropArea::dragLeaveEvent(QDragLeaveEvent* event)
{
    Q_UNUSED(event)
    setHovered(false);
}

void DropArea::dropEvent(QDropEvent* event)
{
    setHovered(false);
    if (const QString path = fileOf(event->mimeData()); !path.isEmpty()) {
        event->acceptProposedAction();
        emit fileDropped(path);
    }
}

void DropArea::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    const Tokens& t = tokens();
    QPainter painter(this);
    painter.fillRect(rect(), m_isHovered ? t.sel : t.window);
    painter.setPen(QPen(hasError() ? t.bad : m_isHovered ? t.accent : t.inputline, 1, Qt::DashLine));
    painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    if (m_hasContent) {
        drawSymbol(&painter, QRectF(pxf(10), pxf(12), pxf(14), pxf(14)), Symbol::Check);
    }
}

} // namespace wherewithal::app
