// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <thread>
#include <vector>

/// What the parts of PriceIndex (building, filtering, ordering) share.
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

inline constexpr std::size_t kWordBits = 64;

[[nodiscard]] inline std::size_t wordsFor(std::size_t bits)
{
    return (bits + kWordBits - 1) / kWordBits;
}

[[nodiscard]] inline bool hasBit(const std::vector<std::uint64_t>& bits, std::size_t at)
{
    return (bits[at / kWordBits] >> (at % kWordBits) & 1U) != 0;
}

inline void setBit(std::vector<std::uint64_t>& bits, std::size_t at)
{
    bits[at / kWordBits] |= std::uint64_t{1} << (at % kWordBits);
}

/// Calls visit(word, mask) for the words that hold the bits [begin, end), mask marking those bits.
template <typename Visit>
void forEachWord(std::size_t begin, std::size_t end, Visit&& visit)
{
    while (begin < end) {
        const std::size_t word = begin / kWordBits;
        const std::size_t stop = std::min(end, (word + 1) * kWordBits);
        const std::size_t count = stop - begin;
        const std::uint64_t ones = count == kWordBits ? ~std::uint64_t{0} : (std::uint64_t{1} << count) - 1;
        visit(word, ones << (begin % kWordBits));
        begin = stop;
    }
}

[[nodiscard]] inline std::size_t countBits(const std::vector<std::uint64_t>& bits)
{
    std::size_t count = 0;
    for (const std::uint64_t word : bits) {
        count += static_cast<std::size_t>(std::popcount(word));
    }
    return count;
}

[[nodiscard]] inline std::size_t threadsFor(std::size_t rows)
{
    constexpr std::size_t kRowsPerThread = 500'000; // fewer are not worth a thread
    const std::size_t cores = std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, 8);
    return std::clamp<std::size_t>(rows / kRowsPerThread, 1, cores);
}

/// Calls work(part, beginRow, endRow) for equal parts of the rows, cut at multiples of 64.
template <typename Work>
void inParts(std::size_t rows, Work&& work)
{
    const std::size_t parts = threadsFor(rows);
    const std::size_t size = ((rows / parts + kWordBits) / kWordBits) * kWordBits;
    std::vector<std::jthread> threads;
    for (std::size_t part = 1; part < parts; ++part) {
        threads.emplace_back([&work, part, size, rows] {
            work(part, std::min(rows, part * size), std::min(rows, (part + 1) * size));
        });
    }
    work(std::size_t{0}, std::size_t{0}, std::min(rows, size));
}

} // namespace wherewithal::providers::priceindex
