// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace wherewithal::simulator {

/// Scrambled Sobol points in the unit cube: evenly spread, yet different for every seed.
///
/// Direction numbers of S. Joe and F. Y. Kuo (2008) for the first 40 dimensions; further ones reuse them
/// under another order of the points (padding). Each dimension is scrambled by a hash that keeps the nested
/// structure (Owen's scrambling after B. Burley, 2020). Any prefix of 2^k points is balanced. A point depends
/// on its index and dimension alone: no state, no order.
class Sobol
{
public:
    static constexpr int kDimensions = 40;

    explicit Sobol(std::uint64_t seed)
        : m_seed(seed)
    {}

    /// In the open interval (0, 1).
    [[nodiscard]] double at(std::uint32_t index, int dimension) const;
    /// Without scrambling, 32 bits, in the order of the index: for tests against published points.
    [[nodiscard]] static std::uint32_t plain(std::uint32_t index, int dimension);

private:
    std::uint64_t m_seed;
};

} // namespace wherewithal::simulator
