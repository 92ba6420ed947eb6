// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/widgets/CellDelegates.h"
#include "model/scoring/Evidence.h"

#include <QMetaType>

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

/// A rung of the ladder of limits, as fractions of the limit.
struct LimitCell
{
    double now = 0.0;
    double horizon = 0.0; ///< base case
    bool isKnown = true;
};

/// Track to 100 %, solid for use now, line to the use at the horizon, black line for the limit.
class LimitDelegate : public CellDelegate
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
Q_DECLARE_METATYPE(wherewithal::app::EvidenceCell)
Q_DECLARE_METATYPE(wherewithal::app::LimitCell)
