// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineF>
#include <QPointF>
#include <QRectF>
#include <QSizeF>

#include <optional>
#include <vector>

namespace wherewithal::app {

/// A point of a chart that wants a label beside it.
struct LabelWish
{
    QPointF point;
    QSizeF size;
};

struct PlacedLabel
{
    QRectF box;
    /// From the label's edge to its point, where the label stands too far off to be read as belonging to it.
    std::optional<QLineF> leader;
};

struct LabelRoom
{
    QRectF area;        ///< labels stay inside
    double gap = 0.0;   ///< between labels, and between a label and any point
    double reach = 0.0; ///< how far a label may stand from its point without a leader
};

/// Places one label per point so that no label lies on another or on a point, as near to its own point as
/// that allows; leaders do not cross other labels if it can be helped. Crowded points choose first.
///
/// Where the area has no room for all of them, the remaining labels lie where they cover least.
/// Pure: the same wishes give the same places.
[[nodiscard]] std::vector<PlacedLabel> placeLabels(const std::vector<LabelWish>& wishes,
                                                   const LabelRoom& room);

} // namespace wherewithal::app
