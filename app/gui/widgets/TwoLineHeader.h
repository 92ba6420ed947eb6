// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

namespace wherewithal::app {

/// Column name, and below it the unit, muted. A column with a RangeAxis shows its tick labels there too.
class TwoLineHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit TwoLineHeader(QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override;
    [[nodiscard]] QSize sectionSizeFromContents(int section) const override;

private:
    /// False: one line is enough.
    [[nodiscard]] bool hasUnits() const;
    /// The table has no margin at its edges.
    [[nodiscard]] bool isFlush() const;
};

/// Padding at the left and the right of a cell, design pixels; the outer edges of a table have 16.
inline constexpr double kCellGap = 6.0;

/// Where number ends and plot begins in a range cell of this width; shared with its header.
[[nodiscard]] QRectF rangePlotRect(const QRectF& cell);

} // namespace wherewithal::app
