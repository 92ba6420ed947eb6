// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/widgets/CellDelegates.h"

#include "app/gui/models/Roles.h"
#include "app/gui/theme/Metrics.h"
#include "app/gui/theme/Paint.h"
#include "app/gui/theme/Tokens.h"
#include "app/gui/widgets/RuledTable.h"
#include "app/gui/widgets/TwoLineHeader.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <utility>

namespace wherewithal::app {

namespace {

RowKind kindOf(const QModelIndex& index)
{
    return static_cast<RowKind>(index.siblingAtColumn(0).data(RowKindRole).toInt());
}

double widthOf(const QString& text, Type type)
{
    return QFontMetricsF(typeFont(type)).horizontalAdvance(text);
}

/// The words that fit on one line, and the rest.
std::pair<QString, QString> brokenOnce(const QString& text, Type type, double width)
{
    qsizetype at = -1;
    for (qsizetype space = text.indexOf(QLatin1Char(' ')); space > 0;
         space = text.indexOf(QLatin1Char(' '), space + 1)) {
        if (widthOf(text.left(space), type) > width) {
            break;
        }
        at = space;
    }
    return at > 0 ? std::pair(text.left(at), text.mid(at + 1)) : std::pair(text, QString());
}

Type textType(const QModelIndex& index)
{
    const RowKind kind = kindOf(index);
    if (index.data(IsSmallRole).toBool()) {
        return Type::Small;
    }
    return kind == RowKind::Total || (index.data(IsStrongRole).toBool() && kind != RowKind::Compact)
               ? Type::Strong
               : Type::Body;
}

/// The arrow at the end of an axis: something lies beyond. Filled where the value itself does, open where
/// only its range goes on.
void paintBeyond(QPainter* painter, const QPointF& end, const QColor& colour, bool isValue)
{
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(colour, pxf(1.2)));
    painter->setBrush(isValue ? QBrush(colour) : QBrush(Qt::NoBrush));
    painter->drawPolygon(
        QPolygonF{{end.x(), end.y() - pxf(5)}, {end.x() + pxf(7), end.y()}, {end.x(), end.y() + pxf(5)}});
    if (isValue) { // two strokes across: the axis is broken off here
        for (const double back : {pxf(4), pxf(8)}) {
            painter->drawLine(QPointF(end.x() - back - pxf(2), end.y() + pxf(5)),
                              QPointF(end.x() - back + pxf(2), end.y() - pxf(5)));
        }
    }
}

void paintGroup(QPainter* painter, const QRectF& cell, const QModelIndex& index)
{
    double x = cell.left() + pxf(16);
    const QVariant symbol = index.data(SymbolRole);
    if (symbol.isValid() && symbol.toInt() >= 0) {
        drawSymbol(
            painter, QRectF(x, cell.top(), pxf(12), cell.height()), static_cast<Symbol>(symbol.toInt()));
        x += pxf(18);
    }
    drawName(painter,
             QRectF(x, cell.top(), cell.right() - x - pxf(8), cell.height()),
             index.data().toString(),
             typeFont(Type::Note),
             tokens().text2);
}

/// The rest of a long name before the second line: what is cut is the detail, not the name.
void paintRest(
    QPainter* painter, const QRectF& line, const QString& rest, const QString& detail, const QColor& colour)
{
    const double width = std::min(widthOf(rest, Type::Small), line.width());
    drawName(painter,
             QRectF(line.topLeft(), QSizeF(width + 1, line.height())),
             rest,
             typeFont(Type::Small),
             colour);
    drawName(painter,
             line.adjusted(width, 0, 0, 0),
             QStringLiteral(" · ") + detail,
             typeFont(Type::Small),
             tokens().muted);
}

} // namespace

void CellDelegate::paint(QPainter* painter,
                         const QStyleOptionViewItem& option,
                         const QModelIndex& index) const
{
    const Tokens& t = tokens();
    const RowKind kind = kindOf(index);
    const auto* table = qobject_cast<const RuledTable*>(option.widget);
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const bool isHovered = table != nullptr && table->hoveredRow() == index.row();
    painter->save();
    const QRect rect = option.rect;
    painter->fillRect(rect,
                      kind == RowKind::Group                   ? t.hover
                      : isSelected                             ? t.sel
                      : isHovered                              ? t.hover
                      : table != nullptr && table->isOnPanel() ? t.window
                                                               : t.base);
    painter->setPen(kind == RowKind::Total ? Qt::NoPen : QPen(t.line));
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    if (kind == RowKind::Group && (index.column() == 0 || table == nullptr || table->groupsSpan())) {
        paintGroup(painter, rect, index);
    } else {
        const bool isFirst = index.column() == 0;
        const bool isLast = index.column() == index.model()->columnCount() - 1;
        const bool isFlush = table != nullptr && table->isFlush();
        const double edge = isFlush ? 0.0 : pxf(16);
        const double gap = isFlush ? pxf(3) : pxf(kCellGap);
        paintCell(painter, QRectF(rect).adjusted(isFirst ? edge : gap, 0, isLast ? -edge : -gap, -1), index);
    }
    if (option.state.testFlag(QStyle::State_HasFocus) && kind != RowKind::Group) {
        painter->setPen(QPen(t.accent, 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(rect.adjusted(1, 1, -1, -2));
    }
    painter->restore();
}

void CellDelegate::paintCell(QPainter* painter, const QRectF& cell, const QModelIndex& index) const
{
    paintText(painter, cell, index);
}

void CellDelegate::paintText(QPainter* painter, const QRectF& cell, const QModelIndex& index) const
{
    const Tokens& t = tokens();
    const auto alignment = Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt());
    // A sentence with a link runs over several columns, whichever side the first of them aligns to.
    const bool isNumber = alignment.testFlag(Qt::AlignRight) && index.data(LinkRole).toString().isEmpty();
    const QColor colour = index.data(IsMutedRole).toBool() ? t.muted : t.text;
    const QString text = index.data().toString();
    const QString second = index.data(SecondLineRole).toString();
    const QVariant symbol = index.data(SymbolRole);
    const Type type = textType(index);
    QRectF line = cell;
    if (!second.isEmpty()) {
        line.setHeight(pxf(18));
        line.moveTop(cell.center().y() - pxf(16));
        const QRectF below(cell.left(), line.bottom() - pxf(2), cell.width(), pxf(15));
        if (!isNumber && !symbol.isValid() && widthOf(text, type) > cell.width()) {
            if (const auto [first, rest] = brokenOnce(text, type, cell.width()); !rest.isEmpty()) {
                drawName(painter, line, first, typeFont(type), colour);
                paintRest(painter, below, rest, second, colour);
                return;
            }
        }
        drawName(painter, below, second, typeFont(Type::Small), t.muted);
    }
    const QString link = index.data(LinkRole).toString();
    if (second.isEmpty() && !isNumber && kindOf(index) == RowKind::Normal && link.isEmpty()
        && !symbol.isValid() && widthOf(text, type) > cell.width()) {
        // A long name takes the room of the second line before it is cut.
        const auto [first, rest] = brokenOnce(text, type, cell.width());
        line.setHeight(pxf(17));
        line.moveTop(cell.center().y() - pxf(17));
        drawName(painter, line, first, typeFont(type), colour);
        drawName(painter, line.translated(0, pxf(16)), rest, typeFont(type), colour);
        return;
    }
    const double width = widthOf(text, type);
    if (symbol.isValid()) {
        const double size = pxf(13);
        const double x = isNumber ? cell.right() - width - size - pxf(4) : cell.left();
        drawSymbol(painter, QRectF(x, line.top(), size, line.height()), static_cast<Symbol>(symbol.toInt()));
        line.setLeft(isNumber ? line.left() : x + size + pxf(6));
    }
    if (isNumber) {
        drawNumber(painter, line, text, typeFont(type), colour, Qt::AlignRight);
    } else {
        // A long text gives way to its link instead of running below it.
        const double room = link.isEmpty() ? 0.0 : widthOf(link, Type::Body) + pxf(8);
        drawName(painter, line.adjusted(0, 0, -room, 0), text, typeFont(type), colour);
    }
    if (!link.isEmpty()) {
        const double x = std::min(line.left() + width + pxf(8), cell.right() - widthOf(link, Type::Body));
        drawNumber(painter,
                   QRectF(x, line.top(), cell.right() - x, line.height()),
                   link,
                   typeFont(text.isEmpty() ? type : Type::Body),
                   t.accent,
                   Qt::AlignLeft);
    }
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const RowKind kind = kindOf(index);
    const auto* table = qobject_cast<const RuledTable*>(option.widget);
    if (table != nullptr && table->isFlush()) {
        const double mark = index.data(SymbolRole).isValid() ? pxf(19) : 0.0;
        return {
            static_cast<int>(
                widthOf(index.data().toString() + index.data(LinkRole).toString(), textType(index)) + mark)
                + px(9),
            px(24)};
    }
    if (kind == RowKind::Group || !index.data(LinkRole).toString().isEmpty()) {
        return {0, px(22)};
    }
    const double text = widthOf(index.data().toString(), textType(index));
    const double second = widthOf(index.data(SecondLineRole).toString(), Type::Small);
    const double symbol = index.data(SymbolRole).isValid() ? pxf(19) : 0.0;
    const bool isEdge = index.column() == 0 || index.column() == index.model()->columnCount() - 1;
    return {static_cast<int>(std::max(text + symbol, second)) + px(isEdge ? 24 : 13), px(28)};
}

void LetterDelegate::paintCell(QPainter* painter, const QRectF& cell, const QModelIndex& index) const
{
    const double size = letterTagSize();
    const bool isExcluded = kindOf(index) == RowKind::Compact;
    drawLetterTag(painter,
                  QRectF(cell.left(), cell.center().y() - size / 2, size, size),
                  index.data(LetterRole).toString(),
                  isExcluded ? TagKind::Outlined : TagKind::Filled);
    paintText(painter, cell.adjusted(size + pxf(8), 0, 0, 0), index);
}

QSize LetterDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QSize text = CellDelegate::sizeHint(option, index);
    return {std::min(text.width() + px(26), px(236)), text.height()};
}

void RankDelegate::paintCell(QPainter* painter, const QRectF& cell, const QModelIndex& index) const
{
    const Tokens& t = tokens();
    const bool isMuted = index.data(IsMutedRole).toBool();
    drawNumber(painter,
               cell,
               index.data().toString(),
               typeFont(isMuted ? Type::Body : Type::Rank),
               isMuted ? t.muted : t.text,
               Qt::AlignLeft);
    const QVariant share = index.data(ShareRole);
    if (!share.isValid()) {
        return;
    }
    const QRectF track(cell.left() + pxf(20), cell.center().y() + pxf(6), pxf(38), pxf(4));
    drawNumber(painter,
               QRectF(track.left(), cell.center().y() - pxf(13), track.width(), pxf(16)),
               index.data(SecondLineRole).toString(),
               typeFont(Type::Small),
               t.text2,
               Qt::AlignRight);
    painter->fillRect(track, t.line);
    painter->fillRect(QRectF(track.left(),
                             track.top(),
                             track.width() * std::clamp(share.toDouble(), 0.0, 1.0),
                             track.height()),
                      t.text2);
}

QSize RankDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    return {px(80), CellDelegate::sizeHint(option, index).height()};
}

void RangeCellDelegate::paintCell(QPainter* painter, const QRectF& cell, const QModelIndex& index) const
{
    const QVariant value = index.data(RangeRole);
    if (!value.isValid()) {
        paintText(painter, cell, index);
        return;
    }
    const Tokens& t = tokens();
    const auto range = value.value<RangeCell>();
    const auto axis = index.model()->headerData(index.column(), Qt::Horizontal, AxisRole).value<RangeAxis>();
    const QRectF plot = rangePlotRect(cell.adjusted(-pxf(kCellGap), 0, pxf(kCellGap), 0));
    const bool isMuted = index.data(IsMutedRole).toBool();
    drawNumber(painter,
               QRectF(cell.left(), cell.top(), plot.left() - pxf(12) - cell.left(), cell.height()),
               range.number,
               typeFont(Type::Number),
               isMuted ? t.muted : t.text,
               Qt::AlignRight);

    const auto x = [&](double amount) {
        return plot.left() + std::clamp(axis.position(amount), 0.0, 1.0) * plot.width();
    };
    painter->setPen(QPen(t.line2, 1));
    for (const double tick : axis.ticks) {
        painter->drawLine(QPointF(x(tick), cell.top() + pxf(2)), QPointF(x(tick), cell.top() + pxf(19)));
    }
    const QColor colour = t.option(range.letter);
    const double middle = cell.top() + pxf(12);
    double noteCentre = x(range.base);
    if (range.isLowerBound) {
        const QRectF box(x(range.base),
                         middle - pxf(4.5),
                         std::max(pxf(24), plot.right() - pxf(6) - x(range.base)),
                         pxf(9));
        drawHatch(painter, box, t.unknown);
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(t.unknown, 1));
        painter->setBrush(Qt::NoBrush);
        const double tip = box.right() + pxf(6);
        painter->drawPolyline(QPolygonF{{box.right(), box.top()},
                                        {box.left(), box.top()},
                                        {box.left(), box.bottom()},
                                        {box.right(), box.bottom()}});
        painter->drawPolyline(QPolygonF{{box.right(), box.top() - pxf(2)},
                                        {tip, middle},
                                        {box.right(), box.bottom() + pxf(2)},
                                        {box.right(), box.top() - pxf(2)}});
        noteCentre = box.center().x();
    } else if (axis.isBeyond(range.p10.value_or(range.base))) {
        noteCentre = plot.right(); // the arrow alone: nothing of it lies on the axis
    } else if (range.p10 && range.p90) {
        const QRectF box(
            x(*range.p10), middle - pxf(4.5), std::max(1.0, x(*range.p90) - x(*range.p10)), pxf(9));
        QColor fill = colour;
        fill.setAlphaF(0.35F);
        painter->setPen(QPen(colour, 1));
        painter->setBrush(fill);
        painter->drawRect(box);
        if (const double median = range.p50.value_or(range.base); !axis.isBeyond(median)) {
            painter->fillRect(QRectF(x(median) - pxf(1.5), middle - pxf(7.5), pxf(3), pxf(15)), colour);
        }
        noteCentre = box.center().x();
    } else {
        painter->fillRect(QRectF(x(range.base) - pxf(1.5), middle - pxf(7.5), pxf(3), pxf(15)), colour);
    }
    if (!range.isLowerBound && axis.isBeyond(range.p90.value_or(range.base))) {
        paintBeyond(painter, QPointF(plot.right(), middle), colour, axis.isBeyond(range.base));
    }
    if (!range.note.isEmpty()) {
        const double width = std::min(widthOf(range.note, Type::Small) + 1, plot.width() + pxf(14));
        const double left =
            std::max(plot.left() - pxf(8), std::min(noteCentre - width / 2, plot.right() + pxf(10) - width));
        drawName(painter,
                 QRectF(left, cell.top() + pxf(20), width, pxf(15)),
                 range.note,
                 typeFont(Type::Small),
                 t.text2);
    }
}

QSize RangeCellDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    if (kindOf(index) != RowKind::Normal) {
        return {0, CellDelegate::sizeHint(option, index).height()};
    }
    return {px(196), px(37)};
}

void ScoreBarDelegate::paintCell(QPainter* painter, const QRectF& cell, const QModelIndex& index) const
{
    const QVariant value = index.data(ScoreRole);
    if (!value.isValid()) {
        paintText(painter, cell, index);
        return;
    }
    const Tokens& t = tokens();
    const auto score = value.value<ScoreCell>();
    drawNumber(painter,
               QRectF(cell.left(), cell.top(), cell.width(), pxf(20)),
               score.text,
               typeFont(Type::Body),
               index.data(IsMutedRole).toBool() ? t.muted : t.text,
               Qt::AlignRight);
    const double width = std::min(cell.width(), pxf(66));
    const QRectF track(cell.right() - width, cell.top() + pxf(22), width, pxf(8));
    painter->setPen(QPen(t.line2, 1));
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(track.adjusted(0.5, 0.5, -0.5, -0.5));
    const double known = track.left() + track.width() * std::clamp(score.low, 0.0, 1.0);
    const double possible = track.left() + track.width() * std::clamp(score.high, 0.0, 1.0);
    painter->fillRect(QRectF(track.left(), track.top(), known - track.left(), track.height()), t.text2);
    drawHatch(painter, QRectF(known, track.top(), possible - known, track.height()), t.text2);
    painter->drawLine(QPointF(possible, track.top()), QPointF(possible, track.bottom() - 1));
}

QSize ScoreBarDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    return {px(88), CellDelegate::sizeHint(option, index).height()};
}

} // namespace wherewithal::app
