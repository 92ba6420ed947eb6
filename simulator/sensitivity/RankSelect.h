// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace wherewithal::simulator {

/// Order statistics of many columns of the same length, without sorting them: values are dealt into as many
/// buckets of equal width as there are values, and only the buckets that hold a wanted rank are searched.
///
/// Exact: what it gives is what a sorted column holds at that rank. Keeps its work space between columns; one
/// object per thread.
class RankSelect
{
public:
    /// Value at each of the ascending `ranks` (each < column.size()) of a column without NaN, into `values`.
    /// The column is left in any order.
    void select(std::span<float> column, std::span<const std::size_t> ranks, std::span<double> values);

private:
    void deal(std::span<const float> column, float least, float perValue);

    std::vector<float> m_dealt;
    std::vector<std::uint32_t> m_bucketOf;
    std::vector<std::uint32_t> m_ends; ///< of the buckets, in m_dealt
};

} // namespace wherewithal::simulator
