// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/throughput/Calibration.h"
#include "simulator/throughput/CapacityKinds.h"
#include "simulator/throughput/LlmReplica.h"

#include <cmath>
#include <fmt/format.h>
#include <string>

namespace wherewithal::simulator::detail {

using model::Assumptions;
using model::ErrorCode;
using model::failure;
using model::LlmServing;
using model::named;
using model::Number;
using model::Objectives;
using model::valueOf;

namespace {

/// Which objective a point misses, if any.
struct Miss
{
    const char* objective = nullptr;
    double reached = 0.0;
    double asked = 0.0;
};

Miss missedObjective(const LlmPoint<double>& point,
                     double output,
                     const Objectives& objectives,
                     const Assumptions& assumptions)
{
    const double perToken = point.timePerToken * assumptions.get("llm-tpot-p95-ratio").median();
    const double first = point.timeToFirstToken * assumptions.get("llm-ttft-p95-ratio").median();
    const double whole = first + (output - 1.0) * perToken;
    if (objectives.timePerTokenP95Seconds && perToken > *objectives.timePerTokenP95Seconds) {
        return {"time per token objective", perToken, *objectives.timePerTokenP95Seconds};
    }
    if (objectives.timeToFirstTokenP95Seconds && first > *objectives.timeToFirstTokenP95Seconds) {
        return {"time to first token objective", first, *objectives.timeToFirstTokenP95Seconds};
    }
    if (objectives.latencyP95Seconds && whole > *objectives.latencyP95Seconds) {
        return {"latency objective", whole, *objectives.latencyP95Seconds};
    }
    return {};
}

struct Choice
{
    int tensorParallel = 1;
    double batch = 0.0;
    std::string binding;
    Miss miss; ///< of a single sequence, if even that misses
};

/// The largest whole batch that keeps the objectives: times grow with the batch, so halving finds it.
Choice chooseBatch(const LlmReplica<double>& replica,
                   const LlmLengths<double>& lengths,
                   const CapacityInputs& inputs)
{
    const auto missAt = [&](double batch) {
        return missedObjective(saturatedPoint(replica, lengths, batch),
                               lengths.output,
                               inputs.workload.objectives,
                               inputs.assumptions);
    };
    Choice choice{.tensorParallel = replica.layout.tensorParallel, .batch = 1.0, .miss = missAt(1.0)};
    if (choice.miss.objective != nullptr) {
        return choice;
    }
    const Miss atCap = missAt(replica.batchCap);
    if (atCap.objective != nullptr) {
        double low = 1.0;
        double high = replica.batchCap;
        while (high - low > 1.0) {
            const double middle = std::floor(0.5 * (low + high));
            (missAt(middle).objective == nullptr ? low : high) = middle;
        }
        choice.batch = low;
        choice.binding = atCap.objective;
        return choice;
    }
    choice.batch = replica.batchCap;
    const auto& serving = std::get<LlmServing>(inputs.workload.detail);
    const double share = saturatedPoint(replica, lengths, choice.batch).arithmeticShare;
    choice.binding = replica.batchCap < serving.maxBatch ? "key-value cache" : "memory bandwidth";
    if (share > 0.5) {
        choice.binding = "arithmetic";
    }
    return choice;
}

/// The least tensor-parallel degree that fits and keeps the objectives.
model::Result<Choice> chooseLayout(const LlmServing& serving, const CapacityInputs& inputs)
{
    const LlmLengths<double> lengths = lengthsOf<double>(serving, inputs.draw);
    Miss lastMiss;
    int degree = serving.tensorParallel;
    const int available = std::max(inputs.host.machine->acceleratorCount, 1);
    while (true) {
        const auto replica = placeLlm<double>({.serving = &serving,
                                               .host = inputs.host,
                                               .tensorParallel = degree,
                                               .tuning = keptTuning(serving, inputs.host.accelerator)},
                                              inputs.assumptions,
                                              lengths);
        if (!replica && lastMiss.objective == nullptr) {
            return failure(replica.error());
        }
        if (replica) {
            Choice choice = chooseBatch(*replica, lengths, inputs);
            if (choice.miss.objective == nullptr) {
                return choice;
            }
            lastMiss = choice.miss;
            degree = replica->layout.tensorParallel;
        }
        degree *= 2;
        if (serving.tensorParallel > 0 || degree > available) {
            return failure(ErrorCode::NoSolution,
                           "objectives",
                           fmt::format("the {} of {:.4g} s cannot be held: one request at a time reaches "
                                       "{:.4g} s at the 95th percentile",
                                       lastMiss.objective,
                                       lastMiss.asked,
                                       lastMiss.reached),
                           "a faster device, a smaller model or precision, or a looser objective");
        }
    }
}

} // namespace

template <Number N>
Capacity<N> llmCapacity(const LlmServing& serving, const CapacityInputs& inputs)
{
    const auto choice = chooseLayout(serving, inputs);
    if (!choice) {
        return failure(choice.error());
    }
    const LlmLengths<N> lengths = lengthsOf<N>(serving, inputs.draw);
    const auto replica = placeLlm<N>({.serving = &serving,
                                      .host = inputs.host,
                                      .tensorParallel = choice->tensorParallel,
                                      .tuning = keptTuning(serving, inputs.host.accelerator)},
                                     inputs.assumptions,
                                     lengths);
    if (!replica) {
        return failure(replica.error());
    }
    const N batch = model::computed<N>(choice->batch,
                                       {replica->batchCap},
                                       "batch",
                                       "sequences",
                                       "largest batch within the batch cap that keeps the objectives");
    const LlmPoint<N> point = saturatedPoint(*replica, lengths, batch);
    ReplicaCapacity<N> capacity;
    capacity.stablePerSecond = withError(point.requestsPerSecond, inputs.draw);
    capacity.perSecond = named(capacity.stablePerSecond * inputs.assumptions.number<N>("utilisation-cap"),
                               "sustained per replica",
                               "requests/s",
                               "stable rate x utilisation cap");
    capacity.serviceSeconds =
        named(prefillSeconds(*replica, lengths)
                  + (lengths.output - N(1.0)) * decodeStep(*replica, lengths, N(1.0)).total,
              "time of one request alone",
              "s",
              "prefill + (output - 1) x decode step of one sequence");
    capacity.servers = batch;
    capacity.serviceVariation = inputs.assumptions.get("llm-length-variation").median();
    capacity.devicesPerReplica = inputs.host.machine->hasAccelerator() ? replica->devices() : 0;
    capacity.replicasPerMachine = capacity.devicesPerReplica > 0
                                      ? std::floor(static_cast<double>(inputs.host.machine->acceleratorCount)
                                                   / capacity.devicesPerReplica)
                                      : 1.0;
    capacity.weightsBytes = valueOf(replica->weightsBytes);
    capacity.cacheTokens = valueOf(replica->cacheTokens);
    capacity.concurrency = valueOf(replica->concurrency);
    capacity.timeToFirstTokenSeconds = valueOf(point.timeToFirstToken) / inputs.draw.efficiencyFactor;
    capacity.timePerTokenSeconds = valueOf(point.timePerToken) / inputs.draw.efficiencyFactor;
    capacity.bindingResource = choice->binding;
    setInterval(capacity, replica->errorSigma);
    return capacity;
}

template Capacity<double> llmCapacity(const LlmServing&, const CapacityInputs&);
template Capacity<model::Traced> llmCapacity(const LlmServing&, const CapacityInputs&);

} // namespace wherewithal::simulator::detail
