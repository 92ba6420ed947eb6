// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace wherewithal::model {

/// One step of SplitMix64 (Steele, Lea, Flood 2014); turns any seed into well-mixed state.
[[nodiscard]] constexpr std::uint64_t splitMix64(std::uint64_t& state)
{
    state += 0x9e3779b97f4a7c15ULL;
    std::uint64_t z = state;
    z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27U)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31U);
}

/// FNV-1a, the same on every machine: names of random sources become numbers by it.
[[nodiscard]] constexpr std::uint64_t stableHash(std::string_view text)
{
    std::uint64_t hash = 0xcbf29ce484222325ULL;
    for (const char character : text) {
        hash ^= static_cast<unsigned char>(character);
        hash *= 0x100000001b3ULL;
    }
    return hash;
}

/// A deterministic stream of random numbers, xoshiro256** (Blackman, Vigna 2018).
///
/// One stream per (seed, random source, scenario index): results do not depend on the number of threads, and two
/// options see the same arrivals (common random numbers). Draw by inverse distribution functions only; the
/// standard library's distributions differ between implementations.
class RandomStream
{
public:
    RandomStream(std::uint64_t seed, std::string_view source, std::uint64_t scenarioIndex);

    [[nodiscard]] std::uint64_t next();
    /// Uniform in the open interval (0, 1), 53 bits.
    [[nodiscard]] double uniform();
    /// Exponential with mean 1.
    [[nodiscard]] double exponential();

private:
    std::array<std::uint64_t, 4> m_state{};
};

/// Quantile of the standard normal distribution, p in (0, 1).
///
/// Wichura, algorithm AS 241 (PPND16), Applied Statistics 37 (1988); relative error about 1e-16.
[[nodiscard]] double normalQuantile(double p);

} // namespace wherewithal::model
