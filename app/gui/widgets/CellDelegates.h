// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace wherewithal::app {

/// Draws background, rule and current-cell frame of a RuledTable; text in one or two lines, a symbol before
/// it, a link after it. Names are elided, numbers never.
class CellDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const final;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

protected:
    /// `cell` is the rectangle without the padding.
    virtual void paintCell(QPainter* painter, const QRectF& cell, const QModelIndex& index) const;
    void paintText(QPainter* painter, const QRectF& cell, const QModelIndex& index) const;
};

/// Letter tag, name, second line.
class LetterDelegate : public CellDelegate
{
    Q_OBJECT

public:
    using CellDelegate::CellDelegate;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

protected:
    void paintCell(QPainter* painter, const QRectF& cell, const QModelIndex& index) const override;
};

/// Rank, and the share of weightings in which the option is first.
class RankDelegate : public CellDelegate
{
    Q_OBJECT

public:
    using CellDelegate::CellDelegate;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

protected:
    void paintCell(QPainter* painter, const QRectF& cell, const QModelIndex& index) const override;
};

/// The number, then P10, P50 and P90 on the axis of the column; unknown parts hatched with an open arrow.
class RangeCellDelegate : public CellDelegate
{
    Q_OBJECT

public:
    using CellDelegate::CellDelegate;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

protected:
    void paintCell(QPainter* painter, const QRectF& cell, const QModelIndex& index) const override;
};

/// The interval as text above a track: known part solid, unknown hatched.
class ScoreBarDelegate : public CellDelegate
{
    Q_OBJECT

public:
    using CellDelegate::CellDelegate;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

protected:
    void paintCell(QPainter* painter, const QRectF& cell, const QModelIndex& index) const override;
};

} // namespace wherewithal::app
