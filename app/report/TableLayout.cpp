// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/TableLayout.h"

#include <algorithm>
#include <cmath>

namespace wherewithal::app {

namespace {

constexpr std::size_t kLeastOnLastPage = 3; ///< rows

double sumOf(std::span<const ColumnNeed> needs, auto value)
{
    double sum = 0.0;
    for (const ColumnNeed& need : needs) {
        sum += value(need);
    }
    return sum;
}

double floorOf(const ColumnNeed& need)
{
    return need.wraps ? std::min(need.least, need.natural) : need.natural;
}

double naturalOfFixed(std::span<const ColumnNeed> needs)
{
    return sumOf(needs, [](const ColumnNeed& need) { return need.wraps ? 0.0 : need.natural; });
}

/// Short texts get one line, long ones shares that grow with the root of their length: a column with four
/// times the text is twice as wide. Nobody falls below the longest word.
void shareAmongWrapping(std::span<const ColumnNeed> needs, double room, std::vector<double>& widths)
{
    std::vector<std::size_t> open;
    widths.clear();
    for (std::size_t i = 0; i < needs.size(); ++i) {
        widths.push_back(needs[i].natural);
        if (needs[i].wraps) {
            open.push_back(i);
        }
    }
    while (!open.empty()) {
        double weights = 0.0;
        for (const std::size_t i : open) {
            weights += std::sqrt(needs[i].natural + 1.0);
        }
        std::vector<std::size_t> still;
        double taken = 0.0;
        const auto settle = [&](auto isSettled, auto width) {
            still.clear();
            for (const std::size_t i : open) {
                const double share = room * std::sqrt(needs[i].natural + 1.0) / weights;
                if (isSettled(needs[i], share)) {
                    widths[i] = width(needs[i], share);
                    taken += widths[i];
                } else {
                    still.push_back(i);
                }
            }
        };
        // First those that would be broken inside a word, then those that need less than their share.
        settle([](const ColumnNeed& need, double share) { return floorOf(need) > share; },
               [](const ColumnNeed& need, double) { return floorOf(need); });
        if (still.size() == open.size()) {
            settle([](const ColumnNeed& need, double share) { return need.natural <= share; },
                   [](const ColumnNeed& need, double) { return need.natural; });
        }
        if (still.size() == open.size()) {
            settle([](const ColumnNeed&, double) { return true; },
                   [](const ColumnNeed&, double share) { return share; });
        }
        room -= taken;
        open = still;
    }
}

} // namespace

bool fits(std::span<const ColumnNeed> needs, double room)
{
    return sumOf(needs, floorOf) <= room + 1e-6;
}

std::vector<double> columnWidths(std::span<const ColumnNeed> needs, double room)
{
    std::vector<double> widths;
    const double floors = sumOf(needs, floorOf);
    if (floors > room && floors > 0.0) {
        for (const ColumnNeed& need : needs) {
            widths.push_back(floorOf(need) * room / floors);
        }
        return widths;
    }
    shareAmongWrapping(needs, room - naturalOfFixed(needs), widths);
    double rest = room;
    for (const double width : widths) {
        rest -= width;
    }
    rest = std::max(rest, 0.0);
    const auto wrapping = static_cast<std::size_t>(std::ranges::count_if(needs, &ColumnNeed::wraps));
    for (std::size_t i = 0; i < widths.size(); ++i) {
        if (wrapping == 0) {
            widths[i] += rest / static_cast<double>(widths.size());
        } else if (needs[i].wraps) {
            widths[i] += rest / static_cast<double>(wrapping);
        }
    }
    return widths;
}

std::vector<TableSlice> splitTable(std::span<const double> rowHeights,
                                   const std::vector<bool>& keepsWithNext,
                                   double headHeight,
                                   double roomFirst,
                                   double roomFull)
{
    const std::size_t count = rowHeights.size();
    const auto keeps = [&](std::size_t row) {
        return row < keepsWithNext.size() && keepsWithNext[row];
    };
    std::vector<TableSlice> slices;
    std::size_t first = 0;
    double room = roomFirst;
    while (first < count || slices.empty()) {
        double height = headHeight;
        std::size_t last = first;
        while (last < count && height + rowHeights[last] <= room + 1e-6) {
            height += rowHeights[last];
            ++last;
        }
        while (last < count && last > first && keeps(last - 1)) {
            --last;
        }
        // Nor do one or two rows on the last page: three go there, if enough stay.
        const std::size_t rest = count - last;
        if (rest > 0 && rest < kLeastOnLastPage && last - first > 2 * kLeastOnLastPage) {
            std::size_t earlier = count - kLeastOnLastPage;
            while (earlier > first + kLeastOnLastPage && keeps(earlier - 1)) {
                --earlier;
            }
            last = keeps(earlier - 1) ? last : earlier;
        } else if (rest == 1 && last - first > 3 && !keeps(last - 2)) {
            --last;
        }
        const bool isCurrentPage = slices.empty();
        const std::size_t wanted = std::min<std::size_t>(2, count);
        if (isCurrentPage && roomFirst < roomFull && last < count && last - first < wanted) {
            last = first; // a lone row below the head helps nobody
        } else if (last == first && first < count) {
            ++last; // a row too tall for any page, or a chain of kept rows: never loop
        }
        slices.push_back({first, last});
        first = last;
        room = roomFull;
    }
    return slices;
}

} // namespace wherewithal::app
