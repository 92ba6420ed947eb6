// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/widgets/CellDelegates.h"
#include "model/scoring/Evidence.h"

#include <QMetaType>

#include <optional>
#include <utility>
#include <vector>

namespace wherewithal::app {

/// A score with the part that each criterion gives to its known share, fractions.
struct SegmentedScore
{
    double low = 0.0;
    double high = 1.0;
    std::vector<double> segments; ///< sum: low
};

/// Known and unknown part of a score over the whole width, in the option's colour; segments by criterion
/// where the cell has them, in two strengths by turns with a gap, so that they are told apart in grey.
class WideScoreDelegate : public CellDelegate
{
    Q_OBJECT

public:
    using CellDelegate::CellDelegate;

protected:
    void paintCell(QPainter* painter, const QRectF& cell, const QModelIndex& index) const override;
};

/// One answer of the evidence table.
struct EvidenceCell
{
    model::Answer answer = model::Answer::Unknown;
    bool isConflicting = false;
    QString text; ///< of a group's row: the interval
};

/// Tint plus symbol: yes, partly, no, not applicable, unknown on hatch, conflict.
class EvidenceDelegate : public CellDelegate
{
    Q_OBJECT

public:
    using CellDelegate::CellDelegate;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

protected:
    void paintCell(QPainter* painter, const QRectF& cell, const QModelIndex& index) const override;
};

/// Options in the order of a method: rank and letter, best first. Ties share a rank.
struct OrderCell
{
    std::vector<std::pair<int, QString>> places;
};

/// Ranks and letter tags from the best on; what has no room is counted.
class OrderDelegate : public CellDelegate
{
    Q_OBJECT

public:
    using CellDelegate::CellDelegate;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

protected:
    void paintCell(QPainter* painter, const QRectF& cell, const QModelIndex& index) const override;
};

/// A rung of the ladder of limits, as fractions of the limit.
struct LimitCell
{
    double now = 0.0;
    double horizon = 0.0; ///< base case
    std::optional<double> horizonP90;
    bool isKnown = true;
};

/// Track to 100 %, solid for use now, line to the use at the horizon, dots to its P90, black line for the
/// limit.
class LimitDelegate : public CellDelegate
{
    Q_OBJECT

public:
    using CellDelegate::CellDelegate;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

protected:
    void paintCell(QPainter* painter, const QRectF& cell, const QModelIndex& index) const override;
};

/// One input of a tornado: what the total moves by at both ends of the input's range.
struct SwingCell
{
    double low = 0.0;  ///< at the P10 of the input
    double high = 0.0; ///< at its P90
    double most = 1.0; ///< greatest of all rows, > 0: the ends of the axis
};

/// Bars from the middle of the cell: the low end hatched, the high end solid, a line where nothing moves.
class SwingDelegate : public CellDelegate
{
    Q_OBJECT

public:
    using CellDelegate::CellDelegate;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

protected:
    void paintCell(QPainter* painter, const QRectF& cell, const QModelIndex& index) const override;
};

} // namespace wherewithal::app

Q_DECLARE_METATYPE(wherewithal::app::SegmentedScore)
Q_DECLARE_METATYPE(wherewithal::app::SwingCell)
Q_DECLARE_METATYPE(wherewithal::app::EvidenceCell)
Q_DECLARE_METATYPE(wherewithal::app::OrderCell)
Q_DECLARE_METATYPE(wherewithal::app::LimitCell)
