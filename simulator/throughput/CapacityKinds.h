// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/throughput/Capacity.h"

/// One function per kind of workload; replicaCapacity() chooses. Not for other folders.
namespace wherewithal::simulator::detail {

struct CapacityInputs
{
    const model::Workload& workload;
    const HostShape& host;
    const model::Assumptions& assumptions;
    const ThroughputDraw& draw;
};

template <model::Number N>
using Capacity = model::Result<ReplicaCapacity<N>>;

template <model::Number N>
[[nodiscard]] Capacity<N> llmCapacity(const model::LlmServing& serving, const CapacityInputs& inputs);
template <model::Number N>
[[nodiscard]] Capacity<N> inferenceCapacity(const model::InferenceCost& cost, const CapacityInputs& inputs);
template <model::Number N>
[[nodiscard]] Capacity<N> batchCapacity(const model::BatchScoring& batch, const CapacityInputs& inputs);
template <model::Number N>
[[nodiscard]] Capacity<N> trainingCapacity(const model::Training& training, const CapacityInputs& inputs);
template <model::Number N>
[[nodiscard]] Capacity<N> measuredCapacity(const model::MeasuredService& service,
                                           const CapacityInputs& inputs);

/// Sets the 80 % interval from a spread on the log scale.
template <model::Number N>
void setInterval(ReplicaCapacity<N>& capacity, double sigma);

/// The prediction error of the path as a factor; leaves no trace in the base case.
template <model::Number N>
[[nodiscard]] N withError(const N& rate, const ThroughputDraw& draw)
{
    return draw.efficiencyFactor == 1.0 ? rate
                                        : model::named(rate * N(draw.efficiencyFactor),
                                                "rate with prediction error",
                                                "1/s",
                                                "rate x error factor of the path");
}

/// A number of the plan as a leaf; its median.
template <model::Number N>
[[nodiscard]] N planInput(const model::Range& range, const char* name, const char* unit)
{
    return model::leaf<N>(range.median(), [&] {
        return model::Figure{.name = name,
                             .unit = unit,
                             .range = range.isCertain() ? std::string{} : range.toText(),
                             .note = "an input of the plan"};
    });
}

} // namespace wherewithal::simulator::detail
