// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/units/Range.h"

#include <cstddef>
#include <span>

namespace wherewithal::simulator {

/// Uncertain inputs that all options share: two options on one path see the same probability of each.
enum class SharedInput : int
{
    CloudPriceDrift,
    SpotPrice,
    TokenPriceDrift,
    ServerPrice,
    ServerPriceDrift,
    ValueKept,
    Electricity,
    ElectricityDrift,
    Pue,
    IdlePower,
    Colocation,
    Maintenance,
    Network,
    StaffCost,
    StaffEffort,
    SpotInterruptions,
    OtherPrice,
    DiscountRate,
    Count,
};

/// Uncertain inputs of one workload.
enum class WorkloadInput : int
{
    Peak,
    Growth,
    Ceiling,
    InputTokens,
    OutputTokens,
    SharedPrefix,
    WorkPerRun,
    RunsPerMonth,
    BytesOut,
    StoredBytes,
    Efficiency,
    ShockSize,
    Step0, ///< four steps are drawn on their own, further ones share the last
    Step1,
    Step2,
    Step3,
    Shock0, ///< one yearly shock each
    Shock1,
    Shock2,
    Shock3,
    Shock4,
    Shock5,
    Shock6,
    Shock7,
    Shock8,
    Shock9,
    Acceptance, ///< of speculative decoding
    Count,
};

inline constexpr int kSharedInputs = static_cast<int>(SharedInput::Count);
inline constexpr int kWorkloadInputs = static_cast<int>(WorkloadInput::Count);

[[nodiscard]] constexpr int inputIndex(SharedInput input)
{
    return static_cast<int>(input);
}
[[nodiscard]] constexpr int inputIndex(std::size_t workload, WorkloadInput input)
{
    return kSharedInputs + static_cast<int>(workload) * kWorkloadInputs + static_cast<int>(input);
}
[[nodiscard]] constexpr std::size_t inputCount(std::size_t workloads)
{
    return static_cast<std::size_t>(kSharedInputs) + workloads * static_cast<std::size_t>(kWorkloadInputs);
}

/// One path's position in every range: a probability per input. The base case has none and takes medians.
class Draw
{
public:
    Draw() = default;
    /// `probabilities` by inputIndex(), each in (0, 1); must outlive the draw.
    explicit Draw(std::span<const double> probabilities)
        : m_probabilities(probabilities)
    {}

    [[nodiscard]] bool isBase() const { return m_probabilities.empty(); }
    [[nodiscard]] double of(const model::Range& range, int index) const
    {
        return isBase() || range.isCertain() ? range.median() : range.quantile(probability(index));
    }
    [[nodiscard]] double probability(int index) const
    {
        return isBase() ? 0.5 : m_probabilities[static_cast<std::size_t>(index)];
    }

private:
    std::span<const double> m_probabilities;
};

} // namespace wherewithal::simulator
