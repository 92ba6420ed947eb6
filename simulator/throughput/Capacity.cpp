// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/throughput/Capacity.h"

#include "simulator/throughput/CapacityKinds.h"

#include <cassert>
#include <cmath>
#include <type_traits>
#include <variant>

namespace wherewithal::simulator {

namespace detail {

template <model::Number N>
void setInterval(ReplicaCapacity<N>& capacity, double sigma)
{
    constexpr double kNormalP90 = 1.2815515655446004;
    capacity.errorLow = std::exp(-kNormalP90 * sigma);
    capacity.errorHigh = std::exp(kNormalP90 * sigma);
}

template void setInterval(ReplicaCapacity<double>&, double);
template void setInterval(ReplicaCapacity<model::Traced>&, double);

} // namespace detail

template <model::Number N>
model::Result<ReplicaCapacity<N>> replicaCapacity(const model::Workload& workload,
                                                  const HostShape& host,
                                                  const model::Assumptions& assumptions,
                                                  const ThroughputDraw& draw)
{
    assert(host.machine != nullptr);
    const detail::CapacityInputs inputs{workload, host, assumptions, draw};
    return std::visit(
        [&](const auto& kind) -> model::Result<ReplicaCapacity<N>> {
            using Kind = std::decay_t<decltype(kind)>;
            if constexpr (std::is_same_v<Kind, model::LlmServing>) {
                return detail::llmCapacity<N>(kind, inputs);
            } else if constexpr (std::is_same_v<Kind, model::Inference>) {
                return detail::inferenceCapacity<N>(kind.cost, inputs);
            } else if constexpr (std::is_same_v<Kind, model::BatchScoring>) {
                return detail::batchCapacity<N>(kind, inputs);
            } else if constexpr (std::is_same_v<Kind, model::Training>) {
                return detail::trainingCapacity<N>(kind, inputs);
            } else {
                return detail::measuredCapacity<N>(kind, inputs);
            }
        },
        workload.detail);
}

ThroughputDraw baseDraw(const model::Workload& workload)
{
    ThroughputDraw draw;
    if (const auto* serving = std::get_if<model::LlmServing>(&workload.detail)) {
        draw.inputTokens = serving->inputTokens.median();
        draw.outputTokens = serving->outputTokens.median();
    }
    return draw;
}

template model::Result<ReplicaCapacity<double>>
replicaCapacity(const model::Workload&, const HostShape&, const model::Assumptions&, const ThroughputDraw&);
template model::Result<ReplicaCapacity<model::Traced>>
replicaCapacity(const model::Workload&, const HostShape&, const model::Assumptions&, const ThroughputDraw&);

} // namespace wherewithal::simulator
