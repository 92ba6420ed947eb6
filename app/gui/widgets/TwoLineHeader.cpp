// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/widgets/TwoLineHeader.h"

#include "app/gui/models/Roles.h"
#include "app/gui/theme/Metrics.h"
#include "app/gui/theme/Paint.h"
#include "app/gui/theme/Tokens.h"
#include "app/gui/widgets/RuledTable.h"

#include <QPainter>

#include <algorithm>

namespace wherewithal::app {

namespace {

constexpr double kNumberShare = 0.36; ///< of a range cell, the rest is its plot

void drawAxisLabels(QPainter* painter, const QRectF& plot, const RangeAxis& axis, const QRectF& line)
{
    const Format format;
    painter->setFont(typeFont(Type::Small));
    painter->setPen(tokens().text2);
    const QFontMetricsF metrics(painter->font());
    double end = plot.left() - pxf(12);
    for (qsizetype at = 0; at < std::ssize(axis.ticks); ++at) {
        const double tick = axis.ticks[static_cast<std::size_t>(at)];
        const QString text =
            at < axis.labels.size() ? axis.labels[at] : format.plain(tick / axis.scale.divisor());
        const double width = metrics.horizontalAdvance(text);
        const double x = std::clamp(plot.left() + axis.position(tick) * plot.width() - width / 2,
                                    plot.left() - pxf(2),
                                    plot.right() - width);
        if (x > end + pxf(4)) {
            painter->drawText(QRectF(x, line.top(), width, line.height()),
                              static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextDontClip,
                              text);
            end = x + width;
        }
    }
}

} // namespace

QRectF rangePlotRect(const QRectF& cell)
{
    const double left = cell.left() + cell.width() * kNumberShare + pxf(12);
    return QRectF(left, cell.top(), cell.right() - pxf(10) - left, cell.height());
}

TwoLineHeader::TwoLineHeader(QWidget* parent)
    : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsClickable(true);
    setHighlightSections(false);
    setSortIndicatorShown(false);
    setMinimumSectionSize(px(24));
    setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

bool TwoLineHeader::hasUnits() const
{
    for (int section = 0; model() != nullptr && section < model()->columnCount(); ++section) {
        if (!model()->headerData(section, Qt::Horizontal, UnitRole).toString().isEmpty()
            || model()->headerData(section, Qt::Horizontal, AxisRole).isValid()) {
            return true;
        }
    }
    return false;
}

bool TwoLineHeader::isFlush() const
{
    const auto* table = qobject_cast<const RuledTable*>(parentWidget());
    return table != nullptr && table->isFlush();
}

QSize TwoLineHeader::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), hasUnits() ? px(38) : px(26)};
}

QSize TwoLineHeader::sectionSizeFromContents(int section) const
{
    const auto text = [&](int role) {
        return model()->headerData(section, Qt::Horizontal, role).toString();
    };
    const double name = QFontMetricsF(typeFont(Type::Header)).horizontalAdvance(text(Qt::DisplayRole));
    const double unit = QFontMetricsF(typeFont(Type::Small)).horizontalAdvance(text(UnitRole));
    const bool isEdge = visualIndex(section) == 0 || visualIndex(section) == count() - 1;
    return {static_cast<int>(std::max(name, unit)) + px(isEdge && !isFlush() ? 24 : 12), px(38)};
}

void TwoLineHeader::paintSection(QPainter* painter, const QRect& rect, int section) const
{
    const Tokens& t = tokens();
    painter->save();
    painter->fillRect(rect, t.base);
    painter->setPen(t.line2);
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());

    const QString name = model()->headerData(section, Qt::Horizontal, Qt::DisplayRole).toString();
    const QString unit = model()->headerData(section, Qt::Horizontal, UnitRole).toString();
    const QVariant axis = model()->headerData(section, Qt::Horizontal, AxisRole);
    const auto alignment =
        Qt::Alignment(model()->headerData(section, Qt::Horizontal, Qt::TextAlignmentRole).toInt());
    const bool isFirst = visualIndex(section) == 0;
    const bool isLast = visualIndex(section) == count() - 1;
    const double edge = isFlush() ? 0.0 : pxf(16);
    const double gap = isFlush() ? pxf(3) : pxf(kCellGap);
    QRectF cell = QRectF(rect).adjusted(isFirst ? edge : gap, 0, isLast ? -edge : -gap, 0);
    if (axis.isValid()) {
        const auto range = axis.value<RangeAxis>();
        const bool isWhole = !range.labels.isEmpty();
        const QRectF plot = isWhole ? cell : rangePlotRect(QRectF(rect));
        if (!isWhole) {
            cell.setRight(plot.left() - pxf(12));
        }
        drawAxisLabels(
            painter, plot, range, QRectF(rect.left(), rect.top() + pxf(20), rect.width(), pxf(15)));
    }
    if (const QString letter = model()->headerData(section, Qt::Horizontal, LetterRole).toString();
        !letter.isEmpty()) {
        const double size = letterTagSize();
        drawLetterTag(painter,
                      QRectF(cell.center().x() - size / 2, QRectF(rect).center().y() - size / 2, size, size),
                      letter);
        painter->restore();
        return;
    }
    const QRectF first(
        cell.left(), cell.top() + pxf(4), cell.width(), hasUnits() ? pxf(17) : cell.height() - pxf(8));
    const QRectF second(cell.left(), cell.top() + pxf(20), cell.width(), pxf(15));
    const int flags = static_cast<int>((alignment & Qt::AlignHorizontal_Mask) | Qt::AlignVCenter)
                      | Qt::TextSingleLine | Qt::TextDontClip;
    painter->setFont(typeFont(Type::Header));
    painter->setPen(t.text);
    const bool hasArrow = isSortIndicatorShown() && sortIndicatorSection() == section;
    painter->drawText(first, flags, name);
    if (hasArrow) {
        const double width = painter->fontMetrics().horizontalAdvance(name);
        const double x = alignment.testFlag(Qt::AlignRight) ? first.right() - width - pxf(9)
                                                            : first.left() + width + pxf(9);
        const double y = first.center().y();
        const double d = sortIndicatorOrder() == Qt::AscendingOrder ? pxf(2) : -pxf(2);
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(t.text2, pxf(1.3)));
        painter->drawPolyline(QPolygonF{{x - pxf(3), y + d}, {x, y - d}, {x + pxf(3), y + d}});
    }
    if (const QVariant order = model()->headerData(section, Qt::Horizontal, SecondSortRole);
        order.isValid()) {
        // The second key: a small 2 with its direction, on the line of the unit.
        painter->setFont(typeFont(Type::Small));
        painter->setPen(t.text2);
        const QString mark =
            order.toInt() == Qt::AscendingOrder ? QStringLiteral("2↑") : QStringLiteral("2↓");
        const double width = painter->fontMetrics().horizontalAdvance(name) + pxf(4);
        painter->setFont(typeFont(Type::Small));
        const double x =
            alignment.testFlag(Qt::AlignRight) ? first.right() - width - pxf(18) : first.left() + width;
        painter->drawText(QRectF(x, first.top(), pxf(18), first.height()),
                          static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextDontClip,
                          mark);
    }
    painter->setFont(typeFont(Type::Small));
    painter->setPen(t.muted);
    painter->drawText(second, flags, unit);
    painter->restore();
}

} // namespace wherewithal::app
