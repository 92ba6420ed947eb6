// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/Result.h"
#include "model/catalogue/CatalogueSlice.h"
#include "model/explain/Traced.h"
#include "model/plan/Assumptions.h"
#include "model/workload/Workload.h"

#include <optional>
#include <string>
#include <vector>

namespace wherewithal::simulator {

/// What a workload may run on: one machine, seen by the throughput model.
struct HostShape
{
    const model::Machine* machine = nullptr;         ///< never null; a ServerBuild is turned into a Machine by the caller
    const model::Accelerator* accelerator = nullptr; ///< facts of the device; null: none in the machine, or no facts
};

/// The uncertain inputs of throughput at one path: the base case uses medians.
struct ThroughputDraw
{
    double inputTokens = 0.0;       ///< LlmServing: tokens per request
    double outputTokens = 0.0;
    double efficiencyFactor = 1.0;  ///< prediction error of the model, 1 in the base case
    // Other kinds read their medians; the efficiency factor carries the uncertainty.
};

/// What one replica sustains, and at what latency.
template <model::Number N>
struct ReplicaCapacity
{
    N perSecond{};                 ///< sustained within the objectives: requests/s, items/s; training: tokens/s
    N stablePerSecond{};           ///< where the queue stops being finite; perSecond is the utilisation cap's share of it
    N serviceSeconds{};            ///< mean time of one request on an otherwise idle replica
    N servers{};                   ///< requests in service at once at the stable rate (for queueing), >= 1; each takes
                                   ///< servers / stablePerSecond there, so that as many servers saturate at that rate
    double serviceVariation = 1.0; ///< squared coefficient of variation of the service time
    int devicesPerReplica = 0;
    double replicasPerMachine = 1.0;
    std::optional<double> weightsBytes;
    std::optional<double> cacheTokens;  ///< key-value cache of one replica, tokens
    std::optional<double> concurrency;  ///< sequences that fit
    std::optional<double> timeToFirstTokenSeconds; ///< mean, at the sustained rate
    std::optional<double> timePerTokenSeconds;     ///< mean, at the sustained rate
    double errorLow = 1.0;  ///< 80 % interval of the prediction as factors on perSecond
    double errorHigh = 1.0;
    std::string bindingResource; ///< "memory bandwidth", "arithmetic", "key-value cache", "time per token objective" ...
};

/// Sizes one replica of the workload on the host.
///
/// Batch scoring and training have no queue: stablePerSecond equals perSecond there.
///
/// DoesNotFit (which bytes, how many are there), UnknownName (no facts about the device: throughput is unknown, never
/// guessed), MissingField (the workload lacks a number: says which), NoSolution (it fits, and an objective cannot be
/// held even for one request at a time: says which and what is reached).
template <model::Number N>
[[nodiscard]] model::Result<ReplicaCapacity<N>> replicaCapacity(const model::Workload& workload,
                                                                 const HostShape& host,
                                                                 const model::Assumptions& assumptions,
                                                                 const ThroughputDraw& draw);

/// The medians of the workload's ranges.
[[nodiscard]] ThroughputDraw baseDraw(const model::Workload& workload);

extern template model::Result<ReplicaCapacity<double>>
replicaCapacity(const model::Workload&, const HostShape&, const model::Assumptions&, const ThroughputDraw&);
extern template model::Result<ReplicaCapacity<model::Traced>>
replicaCapacity(const model::Workload&, const HostShape&, const model::Assumptions&, const ThroughputDraw&);

} // namespace wherewithal::simulator
