// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/widgets/CommandField.h"

#include "app/gui/theme/Icons.h"
#include "app/gui/theme/Metrics.h"
#include "app/gui/theme/Paint.h"
#include "app/gui/theme/Tokens.h"

#include <QPainter>

namespace wherewithal::app {

CommandField::CommandField(QWidget* parent)
    : QAbstractButton(parent)
{
    setObjectName(QStringLiteral("commandField"));
    setText(tr("Find a field, option or command"));
    setAccessibleName(text());
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(this, &QAbstractButton::clicked, this, &CommandField::activated);
}

QSize CommandField::sizeHint() const
{
    return {px(288), px(26)};
}

void CommandField::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    const Tokens& t = tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(hasFocus() ? t.accent : t.inputline, hasFocus() ? 2 : 1));
    painter.setBrush(t.base);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), pxf(4), pxf(4));
    drawIcon(&painter,
             QRectF(pxf(9), height() / 2.0 - pxf(7), pxf(14), pxf(14)),
             QStringLiteral("search"),
             t.text2);
    drawName(
        &painter, QRectF(pxf(30), 0, width() - pxf(90), height()), text(), typeFont(Type::Body), t.muted);
    const QRectF key(width() - pxf(50), height() / 2.0 - pxf(9), pxf(42), pxf(18));
    painter.setPen(QPen(t.line2, 1));
    painter.setBrush(t.window);
    painter.drawRoundedRect(key.adjusted(0.5, 0.5, -0.5, -0.5), pxf(3), pxf(3));
    drawNumber(&painter, key, tr("Ctrl+K"), typeFont(Type::Small), t.text2, Qt::AlignHCenter);
}

} // namespace wherewithal::app
