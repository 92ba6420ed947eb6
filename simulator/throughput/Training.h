// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/explain/Traced.h"
#include "model/workload/Workload.h"
#include "simulator/throughput/LlmCounts.h"

namespace wherewithal::simulator {

/// Operations of one training token: full 6 N + 12 L h s, adapters 4 N; + 2 N if activations are recomputed.
///
/// N counts the active parameters. The adapter rate leaves attention out, as the share of peak that it is
/// used with does.
/// @source Kaplan et al. 2020, Hoffmann et al. 2022; reference formulas
template <model::Number N>
[[nodiscard]] N
trainingFlopsPerToken(const model::Training& training, const LlmShape<N>& shape, const LlmCounts<N>& counts)
{
    if (training.method == model::Training::Method::Lora) {
        const double perParameter = training.recomputesActivations ? 6.0 : 4.0;
        return model::named(N(perParameter) * counts.active,
                     "operations per trained token",
                     "FLOP",
                     "4 N for adapters, + 2 N for recomputed activations");
    }
    const double perParameter = training.recomputesActivations ? 8.0 : 6.0;
    const N attention =
        N(12.0) * shape.layers * shape.hidden * N(static_cast<double>(training.sequenceLength));
    return model::named(N(perParameter) * counts.active + attention,
                 "operations per trained token",
                 "FLOP",
                 "6 N + 12 L h s, + 2 N for recomputed activations");
}

/// Share of paid time that remains useful when interruptions come at a rate: each one loses half a checkpoint
/// interval on average, and the restart.
///
///   1 / (1 + interruptions per hour x (interval / 2 + restart))
template <model::Number N>
[[nodiscard]] N
spotUsefulFraction(const N& interruptionsPerHour, const N& checkpointHours, const N& restartHours)
{
    return model::named(N(1.0) / (N(1.0) + interruptionsPerHour * (checkpointHours / N(2.0) + restartHours)),
                 "useful share of interruptible time",
                 "fraction",
                 "1 / (1 + interruptions per hour x (checkpoint interval / 2 + restart))");
}

} // namespace wherewithal::simulator
