// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <vector>

/// The arithmetic of tables on pages, without fonts and painters. Lengths in points.
namespace wherewithal::app {

/// What a column asks for.
struct ColumnNeed
{
    double least = 0.0;   ///< longest word: below it words are broken
    double natural = 0.0; ///< everything on one line
    bool wraps = false;   ///< may be narrower than natural

    bool operator==(const ColumnNeed&) const = default;
};

/// Widths that fill `room` exactly. Columns that do not wrap get their natural width; those that wrap share
/// the rest, each at least its least width. What is left over goes to the wrapping columns, or evenly to all.
/// Where even the least widths do not fit, all columns shrink in proportion: the caller wraps everything.
[[nodiscard]] std::vector<double> columnWidths(std::span<const ColumnNeed> needs, double room);

/// True if all columns get at least their least width, and those that do not wrap their natural one.
[[nodiscard]] bool fits(std::span<const ColumnNeed> needs, double room);

/// Rows [first, last) that stand on one page, below a repeated head.
struct TableSlice
{
    std::size_t first = 0;
    std::size_t last = 0;

    bool operator==(const TableSlice&) const = default;
};

/// Cuts a table into pages.
///
/// @param rowHeights    each at most `roomFull - headHeight` (taller rows are split before)
/// @param keepsWithNext rows that may not be the last of a slice (group titles, the row before a total); may
/// be empty
/// @param headHeight    of the head, repeated on every page
/// @param roomFirst     what is left of the current page
/// @param roomFull      of an empty page
/// @return slices in order, covering every row once. The first slice is empty if fewer than two rows (or all
/// of a
///         shorter table) fit on the current page: then the table starts on a new one.
[[nodiscard]] std::vector<TableSlice> splitTable(std::span<const double> rowHeights,
                                                 const std::vector<bool>& keepsWithNext,
                                                 double headHeight,
                                                 double roomFirst,
                                                 double roomFull);

} // namespace wherewithal::app
