// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/widgets/BarDelegates.h"

#include "app/gui/models/TableModel.h"
#include "app/gui/theme/Metrics.h"
#include "app/gui/theme/Paint.h"
#include "app/gui/theme/Tokens.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace wherewithal::app {

namespace {

/// A tag of two letters is wider.
double drawnTagWidth(const QString& letter, double size)
{
    return letter.size() < 2 ? size
                             : QFontMetricsF(typeFont(Type::Letter)).horizontalAdvance(letter) + pxf(6);
}

} // namespace

void WideScoreDelegate::paintCell(QPainter* painter, const QRectF& cell, const QModelIndex& index) const
{
    const QVariant value = index.data(SpecialRole);
    if (!value.canConvert<SegmentedScore>()) {
        paintText(painter, cell, index);
        return;
    }
    const auto score = value.value<SegmentedScore>();
    const Tokens& t = tokens();
    const QRectF track(cell.left(), cell.center().y() - pxf(7), cell.width(), pxf(14));
    painter->setPen(QPen(t.grid, 1));
    for (int tick = 0; tick <= 5; ++tick) {
        const double x = track.left() + track.width() * tick / 5.0;
        painter->drawLine(QPointF(x, cell.top()), QPointF(x, cell.bottom()));
    }
    const double low = track.width() * std::clamp(score.low, 0.0, 1.0);
    const double high = track.width() * std::clamp(score.high, 0.0, 1.0);
    const QColor colour = t.option(index.data(LetterRole).toString());
    QColor faint = colour;
    faint.setAlphaF(0.72F);
    double x = track.left();
    for (std::size_t part = 0; part < score.segments.size(); ++part) {
        const double width = track.width() * std::max(0.0, score.segments[part]);
        painter->fillRect(QRectF(x, track.top(), std::max(0.0, width - 1.0), track.height()),
                          part % 2 == 0 ? colour : faint);
        x += width;
    }
    const QRectF open(track.left() + low, track.top(), high - low, track.height());
    drawHatch(painter, open, t.unknown);
    painter->setPen(QPen(t.unknown, 1));
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(open);
}

void EvidenceDelegate::paintCell(QPainter* painter, const QRectF& cell, const QModelIndex& index) const
{
    const QVariant value = index.data(SpecialRole);
    if (!value.canConvert<EvidenceCell>()) {
        paintText(painter, cell, index);
        return;
    }
    const auto answer = value.value<EvidenceCell>();
    const Tokens& t = tokens();
    if (!answer.text.isEmpty()) {
        drawNumber(painter, cell, answer.text, typeFont(Type::Small), t.text2, Qt::AlignHCenter);
        return;
    }
    const QRectF box = cell.adjusted(-pxf(5), 1, pxf(5), 0);
    const auto show = [&](const QColor& ground, Symbol symbol) {
        painter->fillRect(box, ground);
        drawSymbol(painter, box, symbol);
    };
    if (answer.isConflicting) {
        show(t.warnbg, Symbol::Conflict);
        return;
    }
    switch (answer.answer) {
    case model::Answer::Yes:
    case model::Answer::Value:
        show(t.goodbg, Symbol::Check);
        break;
    case model::Answer::Partial:
        show(t.warnbg, Symbol::Half);
        break;
    case model::Answer::No:
        show(t.badbg, Symbol::Cross);
        break;
    case model::Answer::NotApplicable:
        show(t.base, Symbol::Dash);
        break;
    case model::Answer::Unknown: {
        painter->fillRect(box, t.unkbg);
        QColor faint = t.unknown;
        faint.setAlphaF(0.55F);
        drawHatch(painter, box, faint);
        const QRectF middle(box.center().x() - pxf(7), box.top(), pxf(14), box.height());
        painter->fillRect(middle, t.unkbg);
        drawSymbol(painter, middle, Symbol::Question);
        break;
    }
    }
}

QSize EvidenceDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    // Wide enough for the longest interval, with air between neighbours.
    const double interval = QFontMetricsF(typeFont(Type::Small)).horizontalAdvance(QStringLiteral("00–100"));
    return {std::max(px(38), static_cast<int>(interval) + px(10)),
            CellDelegate::sizeHint(option, index).height()};
}

void OrderDelegate::paintCell(QPainter* painter, const QRectF& cell, const QModelIndex& index) const
{
    const QVariant value = index.data(SpecialRole);
    if (!value.canConvert<OrderCell>()) {
        paintText(painter, cell, index);
        return;
    }
    const auto order = value.value<OrderCell>();
    const Tokens& t = tokens();
    const QFontMetricsF metrics(typeFont(Type::Small));
    const double size = pxf(16);
    const double gap = pxf(3);
    const auto more = [](std::size_t count) {
        return tr("+%1").arg(count);
    };
    const double moreWidth = metrics.horizontalAdvance(more(order.places.size())) + gap;
    double x = cell.left();
    int rank = 0;
    for (std::size_t at = 0; at < order.places.size(); ++at) {
        const auto& [place, letter] = order.places[at];
        const QString number = place == rank ? QString() : QString::number(place);
        const double width = (number.isEmpty() ? 0.0 : metrics.horizontalAdvance(number) + gap)
                             + std::max(size, drawnTagWidth(letter, size));
        const bool isLast = at + 1 == order.places.size();
        if (x + width + (isLast ? 0.0 : moreWidth) > cell.right() + 0.5) {
            drawNumber(painter,
                       QRectF(x, cell.top(), cell.right() - x, cell.height()),
                       more(order.places.size() - at),
                       typeFont(Type::Small),
                       t.text2,
                       Qt::AlignLeft);
            return;
        }
        if (!number.isEmpty()) {
            const double room = metrics.horizontalAdvance(number);
            drawNumber(painter,
                       QRectF(x, cell.top(), room, cell.height()),
                       number,
                       typeFont(Type::Small),
                       t.text2,
                       Qt::AlignLeft);
            x += room + gap;
        }
        const double tag = std::max(size, drawnTagWidth(letter, size));
        drawLetterTag(painter, QRectF(x, cell.center().y() - size / 2, tag, size), letter);
        x += tag + gap + (isLast || order.places[at + 1].first == place ? 0.0 : pxf(4));
        rank = place;
    }
}

QSize OrderDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    return {px(120), CellDelegate::sizeHint(option, index).height()};
}

void LimitDelegate::paintCell(QPainter* painter, const QRectF& cell, const QModelIndex& index) const
{
    const QVariant value = index.data(SpecialRole);
    if (!value.canConvert<LimitCell>()) {
        paintText(painter, cell, index);
        return;
    }
    const auto limit = value.value<LimitCell>();
    const Tokens& t = tokens();
    const QColor colour = t.option(index.data(LetterRole).toString());
    const double full = cell.width() / 2.0; // 100 % in the middle, 200 % at the right end
    const double middle = cell.center().y();
    const QRectF track(cell.left(), middle - pxf(5), full, pxf(10));
    painter->setPen(QPen(t.line2, 1));
    painter->setBrush(t.hover);
    painter->drawRect(track);
    if (!limit.isKnown) {
        drawHatch(painter, track, t.unknown);
        return;
    }
    const auto x = [&](double share) {
        return cell.left() + full * std::clamp(share, 0.0, 2.0);
    };
    painter->fillRect(QRectF(track.left(), track.top(), x(limit.now) - track.left(), track.height()), colour);
    painter->setPen(QPen(colour, pxf(2)));
    painter->drawLine(QPointF(x(limit.now), middle), QPointF(x(limit.horizon), middle));
    painter->drawLine(QPointF(x(limit.horizon), middle - pxf(6)), QPointF(x(limit.horizon), middle + pxf(6)));
    if (limit.horizonP90) {
        painter->setPen(QPen(colour, pxf(1.4), Qt::DotLine));
        painter->drawLine(QPointF(x(limit.horizon), middle), QPointF(x(*limit.horizonP90), middle));
        painter->setPen(QPen(colour, pxf(1.4)));
        painter->drawLine(QPointF(x(*limit.horizonP90), middle - pxf(4)),
                          QPointF(x(*limit.horizonP90), middle + pxf(4)));
    }
    painter->setPen(QPen(t.text, 2));
    painter->drawLine(QPointF(x(1.0), middle - pxf(9)), QPointF(x(1.0), middle + pxf(9)));
    if (limit.now < 0.01 && limit.horizon < 0.01) {
        drawNumber(painter,
                   QRectF(x(1.0) + pxf(8), cell.top(), full - pxf(8), cell.height()),
                   tr("below 1 %"),
                   typeFont(Type::Small),
                   t.muted,
                   Qt::AlignLeft);
    } else if (limit.horizon > 2.0) {
        const QString text = tr("%1 times").arg(Format().significant(limit.horizon, 2));
        drawNumber(painter,
                   QRectF(x(1.0), cell.top() - pxf(2), full, cell.height() / 2),
                   text,
                   typeFont(Type::Small),
                   t.muted,
                   Qt::AlignRight);
    }
}

QSize LimitDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    return {px(160), CellDelegate::sizeHint(option, index).height()};
}

void SwingDelegate::paintCell(QPainter* painter, const QRectF& cell, const QModelIndex& index) const
{
    const QVariant value = index.data(SpecialRole);
    if (!value.canConvert<SwingCell>()) {
        paintText(painter, cell, index);
        return;
    }
    const auto swing = value.value<SwingCell>();
    const Tokens& t = tokens();
    const QColor colour = t.option(index.data(LetterRole).toString());
    const double centre = cell.center().x();
    const double unit = cell.width() / 2.0 / swing.most;
    const auto bar = [&](double amount) {
        const double width = std::max(1.0, std::abs(amount) * unit);
        return QRectF(amount < 0.0 ? centre - width : centre, cell.center().y() - pxf(6), width, pxf(12));
    };
    // Both ends on one side: the longer one first, so that the shorter one is seen upon it.
    const bool isLowLonger = std::abs(swing.low) > std::abs(swing.high);
    for (const bool isLow : {isLowLonger, !isLowLonger}) {
        const QRectF box = bar(isLow ? swing.low : swing.high);
        if (isLow) {
            painter->fillRect(box, t.base);
            drawHatch(painter, box, colour);
            painter->setPen(QPen(colour, 1));
            painter->setBrush(Qt::NoBrush);
            painter->drawRect(box);
        } else {
            painter->fillRect(box, colour);
        }
    }
    painter->setPen(QPen(t.text, pxf(1.5)));
    painter->drawLine(QPointF(centre, cell.top()), QPointF(centre, cell.bottom()));
}

QSize SwingDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    return {px(116), CellDelegate::sizeHint(option, index).height()};
}

} // namespace wherewithal::app
