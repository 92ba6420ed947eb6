// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/widgets/CellDelegates.h"

#include <QMetaType>

#include <optional>

namespace wherewithal::app {

/// What one replica keeps in memory.
struct MemoryCell
{
    std::optional<double> weightsBytes;
    std::optional<double> cacheTokens;
    double mostBytes = 0.0; ///< of the column, full width
    std::optional<double> cacheBytes;
    std::optional<double> reserveBytes; ///< what the engine may not use, and its runtime
};

/// Weights solid, key-value cache hatched, reserve as an outline, all on one scale; unknown hatched and grey.
/// The text stands below where the row has two lines.
class MemoryDelegate : public CellDelegate
{
    Q_OBJECT

public:
    using CellDelegate::CellDelegate;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

protected:
    void paintCell(QPainter* painter, const QRectF& cell, const QModelIndex& index) const override;
};

} // namespace wherewithal::app

Q_DECLARE_METATYPE(wherewithal::app::MemoryCell)
