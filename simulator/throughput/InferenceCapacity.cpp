// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/units/Quantity.h"
#include "simulator/throughput/CapacityKinds.h"
#include "simulator/throughput/DeviceModel.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <string_view>

namespace wherewithal::simulator::detail {

using model::Accelerator;
using model::ErrorCode;
using model::failure;
using model::Figure;
using model::InferenceCost;
using model::maximum;
using model::minimum;
using model::named;
using model::Number;
using model::Precision;
using model::Traced;
using model::valueOf;

namespace {

std::string_view shareKey(const InferenceCost& cost)
{
    if (cost.modelClass == "cnn") {
        return "inference-share-cnn";
    }
    return cost.modelClass == "transformer-encoder" ? "inference-share-encoder" : "inference-share-other";
}

std::string_view errorKey(const InferenceCost& cost)
{
    const bool isBenchmarked = cost.modelClass == "cnn" || cost.modelClass == "transformer-encoder";
    return isBenchmarked ? "inference-error-sigma" : "inference-error-sigma-other";
}

bool isZero(const model::Range& range)
{
    return range.isCertain() && range.median() == 0.0;
}

model::Result<void> checkCost(const InferenceCost& cost, bool hasDevice)
{
    if (isZero(cost.flops) && (hasDevice || isZero(cost.cpuSecondsPerItem))
        && isZero(cost.memoryTrafficBytes)) {
        return failure(ErrorCode::MissingField,
                       "cost.flops",
                       fmt::format("the operations of one item of '{}' are not given", cost.modelName),
                       hasDevice ? "give the operations or the memory traffic of one item"
                                 : "give the operations of one item, or seconds measured on one vCPU");
    }
    return {};
}

model::Result<void> checkMemory(const InferenceCost& cost, double memoryBytes, const CapacityInputs& inputs)
{
    const double usable = memoryBytes * inputs.assumptions.get("llm-memory-share").median();
    if (cost.modelBytes.median() > usable) {
        return failure(ErrorCode::DoesNotFit,
                       "cost.modelBytes",
                       fmt::format("the model takes {:.2f} GiB, {:.2f} GiB are usable",
                                   cost.modelBytes.median() / model::kGib,
                                   usable / model::kGib),
                       "a device or machine with more memory");
    }
    return {};
}

/// Time of one item on one vCPU: as measured, else the slower of arithmetic and memory traffic.
template <Number N>
N secondsOnVcpu(const InferenceCost& cost, const CapacityInputs& inputs)
{
    const model::Assumptions& assumptions = inputs.assumptions;
    if (!isZero(cost.cpuSecondsPerItem)) {
        return planInput<N>(cost.cpuSecondsPerItem, "measured seconds per item on one vCPU", "s");
    }
    const N flops = planInput<N>(cost.flops, "operations per item", "FLOP");
    if (cost.modelClass == "trees") {
        return named(flops * assumptions.number<N>("tree-visit-seconds"),
                     "time per item on one vCPU",
                     "s",
                     "node visits (trees x depth) x time per visit");
    }
    const std::string_view peakKey = cost.precision == Precision::Int8 || cost.precision == Precision::Fp8
                                         ? "cpu-int8-ops-per-vcpu"
                                     : cost.precision == Precision::Bf16 ? "cpu-bf16-flops-per-vcpu"
                                                                         : "cpu-fp32-flops-per-vcpu";
    const N arithmetic = flops / (assumptions.number<N>(peakKey) * assumptions.number<N>(shareKey(cost)));
    const N traffic = planInput<N>(cost.memoryTrafficBytes, "memory traffic per item", "B")
                      / (assumptions.number<N>("cpu-bytes-per-second-per-vcpu")
                         * assumptions.number<N>("cpu-bandwidth-share"));
    return named(maximum(arithmetic, traffic),
                 "time per item on one vCPU",
                 "s",
                 "greater of operations / (peak x share) and traffic / (bandwidth x share)");
}

/// As many as the assumption says, and no more than there are.
template <Number N>
N threadsPerItem(const N& vcpus, const model::Assumptions& assumptions)
{
    return named(maximum(N(1.0), minimum(vcpus, assumptions.number<N>("cpu-threads-per-item"))),
                 "threads per item",
                 "threads",
                 "least of the machine's vCPUs and the assumption");
}

template <Number N>
Capacity<N> onProcessors(const InferenceCost& cost, const CapacityInputs& inputs, bool isBatchJob)
{
    const model::Machine& machine = *inputs.host.machine;
    if (!machine.vcpus) {
        return failure(ErrorCode::UnknownName,
                       "machine",
                       fmt::format("{} publishes no number of vCPUs", machine.displayName),
                       "its throughput is unknown; describe the workload as a measured service instead");
    }
    if (machine.memoryBytes) {
        if (const auto fits = checkMemory(cost, *machine.memoryBytes, inputs); !fits) {
            return failure(fits.error());
        }
    }
    const N vcpus = model::leaf<N>(*machine.vcpus, [&] {
        return Figure{.name = fmt::format("{}, vCPUs", machine.displayName),
                      .source = machine.source,
                      .note = machine.note};
    });
    const N perVcpu = secondsOnVcpu<N>(cost, inputs);
    // A batch job keeps every thread busy with an item of its own, and a measurement on one thread stays one;
    // else a request is computed on several at once.
    const bool isSingle = isBatchJob || !isZero(cost.cpuSecondsPerItem);
    const N threads = isSingle ? N(1.0) : threadsPerItem<N>(vcpus, inputs.assumptions);
    const N gain =
        isBatchJob
            ? N(1.0)
            : named(N(1.0) + (threads - N(1.0)) * inputs.assumptions.number<N>("cpu-thread-efficiency"),
                    "speed-up by threads",
                    "",
                    "1 + (threads - 1) x efficiency of further threads");
    ReplicaCapacity<N> capacity;
    capacity.serviceSeconds =
        isSingle ? perVcpu
                 : named(perVcpu / gain, "time per item", "s", "time on one vCPU / speed-up by threads");
    capacity.servers = isBatchJob ? vcpus : maximum(N(1.0), model::roundedDown(vcpus / threads));
    const N rate =
        isBatchJob ? named(vcpus / capacity.serviceSeconds, "stable rate", "items/s", "vCPUs / time per item")
                   : named(vcpus / threads / capacity.serviceSeconds,
                           "stable rate",
                           "items/s",
                           "vCPUs / threads per item / time per item");
    capacity.stablePerSecond = withError(rate, inputs.draw);
    capacity.bindingResource = "processor";
    if (const auto objective = inputs.workload.objectives.latencyP95Seconds;
        objective && !isBatchJob && valueOf(capacity.serviceSeconds) > *objective) {
        return failure(
            ErrorCode::NoSolution,
            "objectives.latencyP95",
            fmt::format("the latency objective of {:.4g} s cannot be held: one request alone takes {:.4g} s",
                        *objective,
                        valueOf(capacity.serviceSeconds)),
            "a faster processor, an accelerator, or a smaller model");
    }
    return capacity;
}

template <Number N>
struct BatchCost
{
    N peak{};
    N flops{};
    N bandwidth{};
    N traffic{};
    N start{};

    [[nodiscard]] N seconds(const N& items) const
    {
        return named(maximum(items * flops / peak, items * traffic / bandwidth) + start,
                     "time of one batch",
                     "s",
                     "greater of arithmetic and memory time of the items, and start");
    }
};

std::optional<double> peakFor(const Accelerator& sheet, Precision precision)
{
    if (const auto own = sheet.peakFlopsPerSecond(precision)) {
        return own;
    }
    if (precision == Precision::Int8) {
        return sheet.fp8FlopsPerSecond ? sheet.fp8FlopsPerSecond : sheet.bf16FlopsPerSecond;
    }
    return sheet.bf16FlopsPerSecond;
}

/// Items of a batch: a request waits for the batch before its own at worst, so two batch times keep the
/// objective.
double largestBatch(const BatchCost<double>& cost, int cap, const std::optional<double>& objective)
{
    double batch = std::max(cap, 1);
    while (objective && batch > 1.0 && 2.0 * cost.seconds(batch) > *objective) {
        batch -= 1.0;
    }
    return batch;
}

template <Number N>
BatchCost<N>
batchCost(const InferenceCost& cost, const Accelerator& sheet, double peak, const CapacityInputs& inputs)
{
    const model::Assumptions& assumptions = inputs.assumptions;
    const auto fact = [&](double value, const char* name, const char* unit) {
        return model::leaf<N>(value, [&] {
            return Figure{.name = fmt::format("{}, {}", sheet.displayName, name),
                          .unit = unit,
                          .source = sheet.source,
                          .note = sheet.note};
        });
    };
    BatchCost<N> result;
    result.peak = named(fact(peak, "dense peak at the model's precision", "OP/s")
                            * assumptions.number<N>(shareKey(cost)),
                        "reached arithmetic",
                        "OP/s",
                        "peak x share");
    result.bandwidth = named(fact(*sheet.memoryBytesPerSecond, "memory bandwidth", "B/s")
                                 * assumptions.number<N>("inference-bandwidth-share"),
                             "reached bandwidth",
                             "B/s",
                             "bandwidth x share");
    result.flops = planInput<N>(cost.flops, "operations per item", "OP");
    result.traffic = planInput<N>(cost.memoryTrafficBytes, "memory traffic per item", "B");
    result.start = assumptions.number<N>("inference-start-seconds");
    return result;
}

template <Number N>
Capacity<N> onAccelerator(const InferenceCost& cost, const CapacityInputs& inputs, bool isBatchJob)
{
    const model::Machine& machine = *inputs.host.machine;
    if (inputs.host.accelerator == nullptr) {
        return failure(ErrorCode::UnknownName,
                       "accelerator",
                       fmt::format("no facts about the accelerator of {}", machine.displayName),
                       "add its data sheet to the catalogue; its throughput is unknown until then");
    }
    const Accelerator& sheet = *inputs.host.accelerator;
    const auto peak = peakFor(sheet, cost.precision);
    const auto memory =
        machine.acceleratorMemoryBytesEach ? machine.acceleratorMemoryBytesEach : sheet.memoryBytes;
    if (!peak || !sheet.memoryBytesPerSecond || !memory) {
        return failure(
            ErrorCode::UnknownName,
            "accelerator",
            fmt::format("the data sheet of {} lacks a peak, the bandwidth or the memory", sheet.displayName),
            "complete its facts in the catalogue");
    }
    if (const auto fits = checkMemory(cost, *memory, inputs); !fits) {
        return failure(fits.error());
    }
    const auto objective = isBatchJob ? std::nullopt : inputs.workload.objectives.latencyP95Seconds;
    const double items =
        largestBatch(batchCost<double>(cost, sheet, *peak, inputs), cost.maxBatch, objective);
    const BatchCost<N> times = batchCost<N>(cost, sheet, *peak, inputs);
    const N batch = model::computed<N>(
        items, {}, "batch", "items", "largest batch whose doubled time keeps the latency objective");
    const N seconds = times.seconds(batch);
    if (objective && valueOf(seconds) > *objective) {
        return failure(
            ErrorCode::NoSolution,
            "objectives.latencyP95",
            fmt::format("the latency objective of {:.4g} s cannot be held: one request alone takes {:.4g} s",
                        *objective,
                        valueOf(seconds)),
            "a faster device or a smaller model");
    }
    ReplicaCapacity<N> capacity;
    capacity.serviceSeconds = times.seconds(N(1.0));
    capacity.servers = batch;
    capacity.stablePerSecond =
        withError(named(batch / seconds, "stable rate", "items/s", "batch / time of one batch"), inputs.draw);
    capacity.devicesPerReplica = 1;
    capacity.replicasPerMachine = std::max(machine.acceleratorCount, 1);
    const bool isArithmetic = items * valueOf(times.flops) / valueOf(times.peak)
                              >= items * valueOf(times.traffic) / valueOf(times.bandwidth);
    capacity.bindingResource = items < cost.maxBatch ? "latency objective"
                               : isArithmetic        ? "arithmetic"
                                                     : "memory bandwidth";
    return capacity;
}

template <Number N>
Capacity<N> itemRate(const InferenceCost& cost, const CapacityInputs& inputs, bool isBatchJob)
{
    const bool hasDevice = inputs.host.machine->hasAccelerator() && cost.modelClass != "trees";
    if (const auto checked = checkCost(cost, hasDevice); !checked) {
        return failure(checked.error());
    }
    auto capacity =
        hasDevice ? onAccelerator<N>(cost, inputs, isBatchJob) : onProcessors<N>(cost, inputs, isBatchJob);
    if (capacity) {
        capacity->serviceVariation = 0.0; // every item does the same work
        if (!isZero(cost.modelBytes)) {
            capacity->weightsBytes = cost.modelBytes.median();
        }
        setInterval(*capacity, inputs.assumptions.get(errorKey(cost)).median());
    }
    return capacity;
}

} // namespace

template <Number N>
Capacity<N> inferenceCapacity(const InferenceCost& cost, const CapacityInputs& inputs)
{
    auto capacity = itemRate<N>(cost, inputs, false);
    if (capacity) {
        capacity->perSecond =
            named(capacity->stablePerSecond * inputs.assumptions.number<N>("utilisation-cap"),
                  "sustained per replica",
                  "requests/s",
                  "stable rate x utilisation cap");
    }
    return capacity;
}

/// A job has no queue: it runs at the stable rate, or as fast as its bytes come and go.
template <Number N>
Capacity<N> batchCapacity(const model::BatchScoring& batch, const CapacityInputs& inputs)
{
    auto capacity = itemRate<N>(batch.cost, inputs, true);
    if (!capacity) {
        return capacity;
    }
    const model::Machine& machine = *inputs.host.machine;
    const auto network = machine.networkBitsPerSecondBaseline ? machine.networkBitsPerSecondBaseline
                                                              : machine.networkBitsPerSecondPeak;
    N rate = capacity->stablePerSecond;
    const auto bound = [&](const model::Range& bytes, const char* name, const char* binding) {
        if (!network || isZero(bytes)) {
            return;
        }
        constexpr double kBitsPerByte = 8.0;
        const N link = model::leaf<N>(*network / kBitsPerByte / capacity->replicasPerMachine, [&] {
            return Figure{.name = fmt::format("{}, network per replica", machine.displayName),
                          .unit = "B/s",
                          .source = machine.source};
        });
        const N limit = named(link / planInput<N>(bytes, name, "B"),
                              "items by network",
                              "items/s",
                              "network bytes per second / bytes per item");
        if (valueOf(limit) < valueOf(rate)) {
            capacity->bindingResource = binding;
        }
        rate = minimum(rate, limit);
    };
    bound(batch.bytesInPerItem, "bytes in per item", "transfer in");
    bound(batch.bytesOutPerItem, "bytes out per item", "transfer back");
    capacity->perSecond =
        named(rate, "sustained per replica", "items/s", "least of processing, transfer in and transfer back");
    capacity->stablePerSecond = capacity->perSecond;
    return capacity;
}

template Capacity<double> inferenceCapacity(const InferenceCost&, const CapacityInputs&);
template Capacity<Traced> inferenceCapacity(const InferenceCost&, const CapacityInputs&);
template Capacity<double> batchCapacity(const model::BatchScoring&, const CapacityInputs&);
template Capacity<Traced> batchCapacity(const model::BatchScoring&, const CapacityInputs&);

} // namespace wherewithal::simulator::detail
