// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/widgets/PanelTree.h"

#include "app/gui/models/Roles.h"
#include "app/gui/theme/Metrics.h"
#include "app/gui/theme/Paint.h"
#include "app/gui/theme/Tokens.h"

#include <QHeaderView>
#include <QPainter>
#include <QStyledItemDelegate>

namespace wherewithal::app {

namespace {

class TreeDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Tokens& t = tokens();
        const bool isSelected = option.state.testFlag(QStyle::State_Selected);
        const bool hasFocus = option.state.testFlag(QStyle::State_HasFocus);
        painter->fillRect(option.rect, isSelected ? t.sel : t.window);
        painter->setPen(t.line);
        painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
        QRectF cell = QRectF(option.rect).adjusted(pxf(2), 0, -pxf(6), 0);
        const QColor colour = index.data(IsMutedRole).toBool() ? t.muted : t.text;
        if (index.column() == 1) {
            drawNumber(
                painter, cell, index.data().toString(), typeFont(Type::Strong), colour, Qt::AlignRight);
            return;
        }
        if (index.data(SymbolRole).isValid()) {
            const double size = pxf(13);
            drawSymbol(painter,
                       QRectF(cell.right() - size, cell.top(), size, cell.height()),
                       static_cast<Symbol>(index.data(SymbolRole).toInt()));
            cell.setRight(cell.right() - size - pxf(4));
        }
        drawName(
            painter, cell, index.data().toString(), typeFont(isSelected ? Type::Strong : Type::Body), colour);
        if (hasFocus) {
            painter->setPen(QPen(t.accent, 2));
            painter->drawLine(option.rect.topLeft() + QPoint(1, 0), option.rect.bottomLeft() + QPoint(1, 0));
        }
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        Q_UNUSED(option)
        const double width = QFontMetricsF(typeFont(Type::Strong)).horizontalAdvance(index.data().toString());
        return {static_cast<int>(width) + px(12), px(23)};
    }
};

} // namespace

PanelTree::PanelTree(QWidget* parent)
    : QTreeView(parent)
{
    setItemDelegate(new TreeDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setHeaderHidden(true);
    setUniformRowHeights(true);
    setIndentation(px(14));
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAllColumnsShowFocus(false);
    setBackgroundRole(QPalette::Window);
    viewport()->setBackgroundRole(QPalette::Window);
    header()->setStretchLastSection(false);
    header()->setMinimumSectionSize(px(20));
}

void PanelTree::drawBranches(QPainter* painter, const QRect& rect, const QModelIndex& index) const
{
    const Tokens& t = tokens();
    const bool isSelected = selectionModel()->isRowSelected(index.row(), index.parent());
    painter->fillRect(rect, isSelected ? t.sel : t.window);
    painter->setPen(t.line);
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    if (!model()->hasChildren(index)) {
        return;
    }
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(t.text2, pxf(1.3), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF c(rect.right() - pxf(6), rect.center().y());
    const double r = pxf(3);
    if (isExpanded(index)) {
        painter->drawPolyline(
            QPolygonF{{c.x() - r, c.y() - r / 2}, {c.x(), c.y() + r / 2}, {c.x() + r, c.y() - r / 2}});
    } else {
        painter->drawPolyline(
            QPolygonF{{c.x() - r / 2, c.y() - r}, {c.x() + r / 2, c.y()}, {c.x() - r / 2, c.y() + r}});
    }
    painter->restore();
}

FormulaBox::FormulaBox(QWidget* parent)
    : QLabel(parent)
{
    setWordWrap(true);
    setTextFormat(Qt::RichText);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setContentsMargins(px(10), px(8), px(10), px(8));
}

void FormulaBox::paintEvent(QPaintEvent* event)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().base);
    painter.setPen(tokens().line);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
    painter.end();
    QLabel::paintEvent(event);
}

} // namespace wherewithal::app
