// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/sensitivity/RankSelect.h"

#include <algorithm>
#include <cmath>

namespace wherewithal::simulator {

namespace {

constexpr std::size_t kWorthDealing = 64; ///< values; shorter columns are searched directly

void searchDirectly(std::span<float> column, std::span<const std::size_t> ranks, std::span<double> values)
{
    std::size_t from = 0;
    for (std::size_t i = 0; i < ranks.size(); ++i) {
        const auto at = column.begin() + static_cast<std::ptrdiff_t>(ranks[i]);
        std::nth_element(column.begin() + static_cast<std::ptrdiff_t>(from), at, column.end());
        values[i] = static_cast<double>(*at);
        from = ranks[i];
    }
}

} // namespace

void RankSelect::deal(std::span<const float> column, float least, float perValue)
{
    const auto last = static_cast<float>(column.size() - 1);
    m_bucketOf.resize(column.size());
    m_dealt.resize(column.size());
    m_ends.assign(column.size() + 1, 0);
    for (std::size_t i = 0; i < column.size(); ++i) {
        // Rounding keeps order, so a greater value never lies in an earlier bucket.
        const auto bucket = static_cast<std::uint32_t>(std::min(last, (column[i] - least) * perValue));
        m_bucketOf[i] = bucket;
        ++m_ends[bucket + 1];
    }
    for (std::size_t bucket = 1; bucket < m_ends.size(); ++bucket) {
        m_ends[bucket] += m_ends[bucket - 1];
    }
    // m_ends[b] is the begin of bucket b, and becomes its end as the bucket fills.
    for (std::size_t i = 0; i < column.size(); ++i) {
        m_dealt[m_ends[m_bucketOf[i]]++] = column[i];
    }
}

void RankSelect::select(std::span<float> column, std::span<const std::size_t> ranks, std::span<double> values)
{
    if (column.size() < kWorthDealing) {
        searchDirectly(column, ranks, values);
        return;
    }
    float least = column.front();
    float most = column.front();
    for (const float value : column) {
        least = std::min(least, value);
        most = std::max(most, value);
    }
    if (least == most) {
        std::ranges::fill(values, static_cast<double>(least));
        return;
    }
    const float perValue = static_cast<float>(column.size() - 1) / (most - least);
    if (!std::isfinite(perValue) || perValue == 0.0F) {
        searchDirectly(column, ranks, values);
        return;
    }
    deal(column, least, perValue);
    std::size_t bucket = 0;
    for (std::size_t i = 0; i < ranks.size(); ++i) {
        while (m_ends[bucket] <= ranks[i]) {
            ++bucket;
        }
        const auto begin =
            m_dealt.begin() + (bucket == 0 ? 0 : static_cast<std::ptrdiff_t>(m_ends[bucket - 1]));
        const auto end = m_dealt.begin() + static_cast<std::ptrdiff_t>(m_ends[bucket]);
        const auto at = m_dealt.begin() + static_cast<std::ptrdiff_t>(ranks[i]);
        std::nth_element(begin, at, end);
        values[i] = static_cast<double>(*at);
    }
}

} // namespace wherewithal::simulator
