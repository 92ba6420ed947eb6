// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/units/Quantity.h"
#include "simulator/throughput/CapacityKinds.h"
#include "simulator/throughput/DeviceModel.h"
#include "simulator/throughput/Training.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <optional>

namespace wherewithal::simulator::detail {

using model::ErrorCode;
using model::failure;
using model::named;
using model::Number;
using model::Precision;
using model::Traced;
using model::Training;
using model::valueOf;

namespace {

constexpr int kMostNodes = 256;

/// Bytes of one device: model state spread over all devices, activations over those of one machine.
template <Number N>
struct TrainingMemory
{
    N state{};       ///< all devices
    N activations{}; ///< one sequence, all devices of a machine
};

template <Number N>
TrainingMemory<N> memoryOf(const Training& training, const LlmShape<N>& shape, const LlmCounts<N>& counts)
{
    constexpr double kFullState = 16.0;  // 2 weights + 2 gradients + 12 Adam, mixed precision
    constexpr double kFrozenState = 2.0; // weights in BF16; adapters are small beside them
    constexpr double kActivation = 34.0; // bytes per token, hidden element and layer
    constexpr double kRecomputed = 2.0;  // layer inputs only
    const bool isLora = training.method == Training::Method::Lora;
    TrainingMemory<N> memory;
    memory.state = named(counts.total * N(isLora ? kFrozenState : kFullState),
                         "model state",
                         "B",
                         "parameters x bytes: 16 in full training, 2 with adapters");
    memory.activations =
        named(N(training.recomputesActivations ? kRecomputed : kActivation)
                  * N(static_cast<double>(training.sequenceLength)) * shape.hidden * shape.layers,
              "activations of one sequence",
              "B",
              "34 s h L, or 2 s h L if recomputed");
    return memory;
}

/// Machines that a run needs at least for its memory; 0 if no number of them is enough.
int machinesNeeded(const TrainingMemory<double>& memory, double usablePerDevice, int devices)
{
    const double forState = usablePerDevice - memory.activations / devices;
    if (forState <= 0.0) {
        return 0;
    }
    const double needed = std::ceil(memory.state / (forState * devices));
    return needed > kMostNodes ? 0 : std::max(1, static_cast<int>(needed));
}

/// 8-bit training needs an 8-bit peak; all else computes in 16 bits.
template <Number N>
N reachedFlops(const Training& training, const DeviceModel<N>& device, const model::Assumptions& assumptions)
{
    const bool is8 = training.precision == Precision::Fp8 && device.peakFp8.has_value();
    N rate = is8 ? *device.peakFp8 * assumptions.number<N>("training-mfu-8bit")
                 : device.peak16 * assumptions.number<N>("training-mfu-16bit");
    if (!device.hasFastLink) {
        rate *= assumptions.number<N>("training-mfu-pcie-factor");
    }
    return named(rate, "reached arithmetic per device", "FLOP/s", "dense peak x share of peak");
}

} // namespace

template <Number N>
Capacity<N> trainingCapacity(const Training& training, const CapacityInputs& inputs)
{
    const model::Machine& machine = *inputs.host.machine;
    if (const auto checked = checkArchitecture(training.architecture); !checked) {
        return failure(checked.error());
    }
    if (!machine.hasAccelerator()) {
        return failure(
            ErrorCode::NoSolution,
            "machine",
            fmt::format("{} has no accelerator; training on processors is not modelled", machine.displayName),
            "choose a machine with accelerators");
    }
    const auto device = acceleratorModel<N>(inputs.host, inputs.assumptions);
    if (!device) {
        return failure(device.error());
    }
    const LlmShape<N> shape = shapeOf<N>(training.architecture, training.configOrigin);
    const LlmCounts<N> counts = countLlm<N>(training.architecture, shape);
    const TrainingMemory<N> memory = memoryOf<N>(training, shape, counts);
    const model::Assumptions& assumptions = inputs.assumptions;
    const double usable = valueOf(device->memory) * assumptions.get("llm-memory-share").median()
                          - assumptions.get("llm-runtime-bytes").median();
    const int nodes = machinesNeeded(
        {valueOf(memory.state), valueOf(memory.activations)}, usable, machine.acceleratorCount);
    if (nodes == 0) {
        return failure(ErrorCode::DoesNotFit,
                       "memory",
                       fmt::format("{:.1f} GiB of model state and {:.1f} GiB of activations of one sequence "
                                   "do not fit {} devices with {:.1f} GiB each",
                                   valueOf(memory.state) / model::kGib,
                                   valueOf(memory.activations) / model::kGib,
                                   machine.acceleratorCount,
                                   usable / model::kGib),
                       "recompute activations, shorten the sequence, or choose larger devices");
    }
    const N devices = model::leaf<N>(static_cast<double>(nodes * machine.acceleratorCount), [&] {
        return model::Figure{.name = "devices of one run",
                             .source = machine.source,
                             .note = "as many machines as the memory needs"};
    });
    const N scaling = nodes == 1
                          ? N(1.0)
                          : named(model::power(N(static_cast<double>(nodes)),
                                               N(0.0) - assumptions.number<N>("training-scaling-exponent")),
                                  "speed kept with more machines",
                                  "fraction",
                                  "machines ^ -exponent");
    const N flops = trainingFlopsPerToken<N>(training, shape, counts);
    const N interval = planInput<N>(training.checkpointMinutes, "checkpoint interval", "min") * N(60.0);
    constexpr double kCheckpointBytes = 14.0; // weights and optimiser state
    const double checkpointBytes = training.method == Training::Method::Lora ? 0.0 : kCheckpointBytes;
    const N writing =
        counts.total * N(checkpointBytes)
        / (assumptions.number<N>("training-checkpoint-bytes-per-second") * N(static_cast<double>(nodes)));
    const N useful = named(interval / (interval + writing),
                           "share of time not spent on checkpoints",
                           "fraction",
                           "interval / (interval + checkpoint bytes / write rate)");

    ReplicaCapacity<N> capacity;
    capacity.perSecond =
        withError(named(devices * reachedFlops<N>(training, *device, assumptions) * scaling * useful / flops,
                        "tokens trained per second",
                        "tokens/s",
                        "devices x reached arithmetic x scaling x checkpoint share / operations per token"),
                  inputs.draw);
    capacity.stablePerSecond = capacity.perSecond;
    capacity.serviceSeconds = N(1.0) / capacity.perSecond;
    capacity.servers = N(1.0);
    capacity.serviceVariation = 0.0;
    capacity.devicesPerReplica = nodes * machine.acceleratorCount;
    capacity.replicasPerMachine = 1.0 / nodes;
    capacity.weightsBytes = valueOf(memory.state);
    capacity.bindingResource = "arithmetic";
    setInterval(capacity, assumptions.get("training-error-sigma").median());
    return capacity;
}

template Capacity<double> trainingCapacity(const Training&, const CapacityInputs&);
template Capacity<Traced> trainingCapacity(const Training&, const CapacityInputs&);

} // namespace wherewithal::simulator::detail
