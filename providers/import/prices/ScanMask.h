// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace wherewithal::providers {

inline constexpr std::size_t kScanBlock = 64; ///< bytes looked at together

/// Bit i is set where at[i] == wanted, for 64 readable bytes.
///
/// SSE2 is part of baseline x86-64. Elsewhere eight bytes at a time in a general register: the exact
/// zero-byte test (no false hits through carries), gathered to bits by one multiplication.
[[nodiscard]] inline std::uint64_t equalMask(const char* at, char wanted)
{
#ifdef __SSE2__
    const __m128i pattern = _mm_set1_epi8(wanted);
    std::uint64_t mask = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        __m128i bytes{};
        std::memcpy(&bytes, at + (i * 16U), sizeof bytes);
        const auto bits = static_cast<std::uint32_t>(_mm_movemask_epi8(_mm_cmpeq_epi8(bytes, pattern)));
        mask |= static_cast<std::uint64_t>(bits) << (i * 16U);
    }
    return mask;
#else
    const std::uint64_t pattern = 0x0101010101010101ULL * static_cast<unsigned char>(wanted);
    std::uint64_t mask = 0;
    for (unsigned int i = 0; i < 8; ++i) {
        std::uint64_t word = 0;
        for (unsigned int k = 0; k < 8; ++k) {
            word |= static_cast<std::uint64_t>(static_cast<unsigned char>(at[i * 8U + k])) << (8U * k);
        }
        word ^= pattern;
        constexpr std::uint64_t kLow = 0x7f7f7f7f7f7f7f7fULL;
        const std::uint64_t zero =
            ~(((word & kLow) + kLow) | word | kLow); // 0x80 in each byte that was equal
        mask |= (((zero >> 7U) * 0x0102040810204080ULL) >> 56U) << (i * 8U);
    }
    return mask;
#endif
}

/// Bit i is the parity of bits 0..i: turns quote marks into "inside quotes" (from the opening mark, up to
/// before the closing one).
[[nodiscard]] constexpr std::uint64_t prefixXor(std::uint64_t bits)
{
    bits ^= bits << 1U;
    bits ^= bits << 2U;
    bits ^= bits << 4U;
    bits ^= bits << 8U;
    bits ^= bits << 16U;
    bits ^= bits << 32U;
    return bits;
}

} // namespace wherewithal::providers
