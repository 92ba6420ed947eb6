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

/// What a scan for the end of a JSON value looks at, for 64 readable bytes; bit i speaks of at[i].
struct JsonMasks
{
    std::uint64_t quotes = 0;
    std::uint64_t backslashes = 0;
    std::uint64_t opens = 0;  ///< { [
    std::uint64_t closes = 0; ///< } ]
    std::uint64_t newlines = 0;
};

/// All masks in one go over the bytes. '{' and '[' (and '}' and ']') differ in one bit only.
[[nodiscard]] inline JsonMasks jsonMasks(const char* at)
{
    constexpr char kCaseBit = 0x20;
    JsonMasks masks;
#ifdef __SSE2__
    for (std::size_t i = 0; i < 4; ++i) {
        __m128i bytes{};
        std::memcpy(&bytes, at + (i * 16U), sizeof bytes);
        const auto equal = [&](__m128i these, char wanted) {
            const __m128i same = _mm_cmpeq_epi8(these, _mm_set1_epi8(wanted));
            return std::uint64_t{static_cast<std::uint32_t>(_mm_movemask_epi8(same))} << (i * 16U);
        };
        const __m128i brackets = _mm_or_si128(bytes, _mm_set1_epi8(kCaseBit));
        masks.quotes |= equal(bytes, '"');
        masks.backslashes |= equal(bytes, '\\');
        masks.opens |= equal(brackets, '{');
        masks.closes |= equal(brackets, '}');
        masks.newlines |= equal(bytes, '\n');
    }
#else
    static_assert(('[' | kCaseBit) == '{' && (']' | kCaseBit) == '}');
    masks.quotes = equalMask(at, '"');
    masks.backslashes = equalMask(at, '\\');
    masks.opens = equalMask(at, '{') | equalMask(at, '[');
    masks.closes = equalMask(at, '}') | equalMask(at, ']');
    masks.newlines = equalMask(at, '\n');
#endif
    return masks;
}

/// Set bits of a word. Baseline x86-64 has no instruction for it, and the compiler's stand-in is a call.
[[nodiscard]] constexpr std::uint64_t bitCount(std::uint64_t bits)
{
    bits -= bits >> 1U & 0x5555555555555555ULL;
    bits = (bits & 0x3333333333333333ULL) + (bits >> 2U & 0x3333333333333333ULL);
    bits = (bits + (bits >> 4U)) & 0x0f0f0f0f0f0f0f0fULL;
    return bits * 0x0101010101010101ULL >> 56U;
}

/// Bytes before the first quote or backslash from `at` on; `readable` bytes may be looked at, and the padding
/// of a JSON text behind them. `readable` if there is none.
[[nodiscard]] inline std::size_t plainSize(const char* at, std::size_t readable)
{
    std::size_t size = 0;
#ifdef __SSE2__
    for (; size < readable; size += 16) {
        __m128i bytes{};
        std::memcpy(&bytes, at + size, sizeof bytes);
        const __m128i special = _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('"')),
                                             _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\\')));
        if (const auto mask = static_cast<std::uint32_t>(_mm_movemask_epi8(special)); mask != 0) {
            size += static_cast<std::size_t>(std::countr_zero(mask));
            break;
        }
    }
#else
    while (size < readable && at[size] != '"' && at[size] != '\\') {
        ++size;
    }
#endif
    return size < readable ? size : readable;
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
