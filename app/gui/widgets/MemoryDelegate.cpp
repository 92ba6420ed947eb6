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
    const bool isSingle = static_cast<RowKind>(index.data(RowKindRole).toInt()) == RowKind::Single;
    const double top = isSingle ? cell.center().y() - pxf(5) : cell.top() + pxf(7);
    const QRectF track(cell.left(), top, std::min(cell.width(), pxf(132)), pxf(10));
    if (!memory.weightsBytes || memory.mostBytes <= 0.0) {
        drawHatch(painter, track, t.unknown);
        painter->setPen(QPen(t.line2, 1));
        painter->drawRect(track);
        return;
    }
    const QString letter = index.data(LetterRole).toString();
    const QColor colour = letter.isEmpty() ? t.accent : t.option(letter);
    double left = track.left();
    const auto part = [&](std::optional<double> bytes) {
        const double width = track.width() * bytes.value_or(0.0) / memory.mostBytes;
        const QRectF rect(left, track.top(), width, track.height());
        left += width;
        return rect;
    };
    painter->fillRect(part(memory.weightsBytes), colour);
    if (memory.cacheBytes) {
        const QRectF cache = part(memory.cacheBytes);
        drawHatch(painter, cache, colour);
        painter->setPen(QPen(colour, 1));
        painter->drawRect(cache);
        painter->setPen(QPen(t.inputline, 1));
        painter->drawRect(part(memory.reserveBytes));
    }
    if (isSingle) {
        return;
    }
    const QString second = index.data(SecondLineRole).toString();
    drawName(painter,
             QRectF(cell.left(), cell.top() + pxf(19), cell.width(), pxf(15)),
             second.isEmpty() ? index.data().toString()
                              : index.data().toString() + QStringLiteral(" · ") + second,
             typeFont(Type::Small),
             t.muted);
}

QSize MemoryDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    return {px(138), CellDelegate::sizeHint(option, index).height()};
}

} // namespace wherewithal::app
