// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <limits>

/// What the two halves of PriceIndex (building, asking) share.
namespace wherewithal::providers::priceindex {

inline constexpr std::uint32_t kUnknownRank = std::numeric_limits<std::uint32_t>::max();
inline constexpr std::uint16_t kOpen = std::numeric_limits<std::uint16_t>::max(); ///< no day ends it
inline constexpr std::uint32_t kAgainBit = 1U << 31U; ///< of a reference: the row holds once more after a gap

/// Greater keys for greater numbers, as unsigned integers; never kUnknownRank.
[[nodiscard]] inline std::uint32_t orderedBits(float value)
{
    const auto bits = std::bit_cast<std::uint32_t>(value);
    const std::uint32_t ordered = (bits & 0x80000000U) != 0 ? ~bits : bits | 0x80000000U;
    return std::min(ordered, kUnknownRank - 1);
}

} // namespace wherewithal::providers::priceindex
