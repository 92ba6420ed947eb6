// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/sensitivity/Sobol.h"

#include "model/base/Random.h"

#include <array>
#include <bit>
#include <cstddef>

namespace wherewithal::simulator {

namespace {

constexpr int kBits = 32;
constexpr std::size_t kMostDegree = 8;

/// A primitive polynomial and the first direction numbers, as Joe and Kuo tabulate them.
struct Polynomial
{
    unsigned degree;
    unsigned coefficients;
    std::array<std::uint32_t, kMostDegree> initial;
};

// From the second dimension on.
constexpr std::array<Polynomial, Sobol::kDimensions - 1> kPolynomials{{
    {1, 0, {1}},
    {2, 1, {1, 3}},
    {3, 1, {1, 3, 1}},
    {3, 2, {1, 1, 1}},
    {4, 1, {1, 1, 3, 3}},
    {4, 4, {1, 3, 5, 13}},
    {5, 2, {1, 1, 5, 5, 17}},
    {5, 4, {1, 1, 5, 5, 5}},
    {5, 7, {1, 1, 7, 11, 19}},
    {5, 11, {1, 1, 5, 1, 1}},
    {5, 13, {1, 1, 1, 3, 11}},
    {5, 14, {1, 3, 5, 5, 31}},
    {6, 1, {1, 3, 3, 9, 7, 49}},
    {6, 13, {1, 1, 1, 15, 21, 21}},
    {6, 16, {1, 3, 1, 13, 27, 49}},
    {6, 19, {1, 1, 1, 15, 7, 5}},
    {6, 22, {1, 3, 1, 15, 13, 25}},
    {6, 25, {1, 1, 5, 5, 19, 61}},
    {7, 1, {1, 3, 7, 11, 23, 15, 103}},
    {7, 4, {1, 3, 7, 13, 13, 15, 69}},
    {7, 7, {1, 1, 3, 13, 7, 35, 63}},
    {7, 8, {1, 3, 5, 9, 1, 25, 53}},
    {7, 14, {1, 3, 1, 13, 9, 35, 107}},
    {7, 19, {1, 3, 1, 5, 27, 61, 31}},
    {7, 21, {1, 1, 5, 11, 19, 41, 61}},
    {7, 28, {1, 3, 5, 3, 3, 13, 69}},
    {7, 31, {1, 1, 7, 13, 1, 19, 1}},
    {7, 32, {1, 3, 7, 5, 13, 19, 59}},
    {7, 37, {1, 1, 3, 9, 25, 29, 41}},
    {7, 41, {1, 3, 5, 13, 23, 1, 55}},
    {7, 42, {1, 3, 7, 3, 13, 59, 17}},
    {7, 50, {1, 3, 1, 3, 5, 53, 69}},
    {7, 55, {1, 1, 5, 5, 23, 33, 13}},
    {7, 56, {1, 1, 7, 7, 1, 61, 123}},
    {7, 59, {1, 1, 7, 9, 13, 61, 49}},
    {7, 62, {1, 3, 3, 5, 3, 55, 33}},
    {8, 14, {1, 3, 1, 15, 31, 13, 49, 245}},
    {8, 21, {1, 3, 5, 15, 31, 59, 63, 97}},
    {8, 22, {1, 3, 1, 11, 11, 11, 77, 249}},
}};

using Directions = std::array<std::array<std::uint32_t, kBits>, Sobol::kDimensions>;

constexpr Directions directions()
{
    Directions result{};
    for (std::size_t bit = 0; bit < kBits; ++bit) {
        result[0][bit] = std::uint32_t{1} << (kBits - 1 - bit);
    }
    for (std::size_t dimension = 1; dimension < result.size(); ++dimension) {
        const Polynomial& polynomial = kPolynomials[dimension - 1];
        const std::size_t degree = polynomial.degree;
        auto& v = result[dimension];
        for (std::size_t bit = 0; bit < kBits; ++bit) {
            if (bit < degree) {
                v[bit] = polynomial.initial[bit] << (kBits - 1 - bit);
                continue;
            }
            v[bit] = v[bit - degree] ^ (v[bit - degree] >> degree);
            for (std::size_t k = 1; k < degree; ++k) {
                if (((polynomial.coefficients >> (degree - 1 - k)) & 1U) != 0) {
                    v[bit] ^= v[bit - k];
                }
            }
        }
    }
    return result;
}

constexpr Directions kDirections = directions();

constexpr std::uint32_t reversed(std::uint32_t x)
{
    x = ((x >> 1U) & 0x55555555U) | ((x & 0x55555555U) << 1U);
    x = ((x >> 2U) & 0x33333333U) | ((x & 0x33333333U) << 2U);
    x = ((x >> 4U) & 0x0f0f0f0fU) | ((x & 0x0f0f0f0fU) << 4U);
    x = ((x >> 8U) & 0x00ff00ffU) | ((x & 0x00ff00ffU) << 8U);
    return (x >> 16U) | (x << 16U);
}

/// A permutation in which each bit depends on lower bits only; between two reversals it is a nested scramble.
constexpr std::uint32_t permuted(std::uint32_t x, std::uint32_t seed)
{
    x ^= x * 0x3d20adeaU;
    x += seed;
    x *= (seed >> 16U) | 1U;
    x ^= x * 0x05526c56U;
    x ^= x * 0x53a22864U;
    return x;
}

constexpr std::uint32_t scrambled(std::uint32_t x, std::uint32_t seed)
{
    return reversed(permuted(reversed(x), seed));
}

std::uint32_t hashOf(std::uint64_t seed, std::uint64_t what)
{
    std::uint64_t state = seed ^ (what * 0x9e3779b97f4a7c15ULL);
    return static_cast<std::uint32_t>(model::splitMix64(state) >> 32U);
}

} // namespace

std::uint32_t Sobol::plain(std::uint32_t index, int dimension)
{
    std::uint32_t point = 0;
    for (const auto& v = kDirections[static_cast<std::size_t>(dimension)]; index != 0; index &= index - 1) {
        point ^= v[static_cast<std::size_t>(std::countr_zero(index))];
    }
    return point;
}

double Sobol::at(std::uint32_t index, int dimension) const
{
    const auto round = static_cast<std::uint64_t>(dimension / kDimensions);
    // A later round walks the same points in another order; a nested scramble of the index keeps prefixes
    // balanced.
    const std::uint32_t walked = round == 0 ? index : scrambled(index, hashOf(m_seed, 0x10000U + round));
    const std::uint32_t point = scrambled(plain(walked, dimension % kDimensions),
                                          hashOf(m_seed, static_cast<std::uint64_t>(dimension) + 1));
    return (static_cast<double>(point) + 0.5) * 0x1.0p-32;
}

} // namespace wherewithal::simulator
