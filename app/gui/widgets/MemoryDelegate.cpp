// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/widgets/MemoryDelegate.h"

#include "app/gui/models/TableModel.h"
#include "app/gui/theme/Metrics.h"
#include "app/gui/theme/Paint.h"
#include "app/gui/theme/Tokens.h"

#include <QPainter>

namespace wherewithal::app {

void MemoryDelegate::paintCell(QPainter* painter, const QRectF& cell, const QModelIndex& index) const
{
    const auto memory = index.data(SpecialRole).value<MemoryCell>();
    const Tokens& t = tokens();
    const QRectF track(cell.left(), cell.top() + pxf(7), std::min(cell.width(), pxf(120)), pxf(9));
    if (!memory.weightsBytes || memory.mostBytes <= 0.0) {
        drawHatch(painter, track, t.unknown);
        painter->setPen(QPen(t.line2, 1));
        painter->drawRect(track);
        return;
    }
    const double width = track.width() * *memory.weightsBytes / memory.mostBytes;
    painter->fillRect(QRectF(track.left(), track.top(), width, track.height()),
                      t.option(index.data(LetterRole).toString()));
    const QString text = index.data().toString()
                         + (index.data(SecondLineRole).toString().isEmpty()
                                ? QString()
                                : QStringLiteral(" · ") + index.data(SecondLineRole).toString());
    drawName(painter,
             QRectF(cell.left(), cell.top() + pxf(19), cell.width(), pxf(15)),
             text,
             typeFont(Type::Small),
             t.muted);
}

QSize MemoryDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    return {px(150), CellDelegate::sizeHint(option, index).height()};
}

} // namespace wherewithal::app
