// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/throughput/AcceleratorFit.h"

#include "model/explain/Traced.h"
#include "simulator/throughput/Calibration.h"
#include "simulator/throughput/LlmReplica.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <memory>

namespace wherewithal::simulator {

using model::ErrorCode;
using model::failure;
using model::LlmServing;
using model::named;
using model::Number;
using model::Result;
using model::Traced;

namespace {

const LlmServing* servingOf(const model::Workload& workload)
{
    return std::get_if<LlmServing>(&workload.detail);
}

/// The replica at the operating point that the table shows.
template <Number N>
struct Operating
{
    LlmReplica<N> replica;
    LlmPoint<N> point;
};

/// `tensorParallel` 0: the fewest that fit.
template <Number N>
Result<Operating<N>> operate(const model::Workload& workload,
                             const LlmServing& serving,
                             const HostShape& host,
                             const model::Assumptions& assumptions,
                             int tensorParallel,
                             double batch)
{
    const LlmLengths<N> lengths = lengthsOf<N>(serving, baseDraw(workload));
    auto replica = placeLlm<N>({.serving = &serving,
                                .host = host,
                                .tensorParallel = tensorParallel,
                                .tuning = keptTuning(serving, host.accelerator)},
                               assumptions,
                               lengths);
    if (!replica) {
        return failure(replica.error());
    }
    const LlmPoint<N> point = saturatedPoint(*replica, lengths, N(batch));
    return Operating<N>{*std::move(replica), point};
}

AcceleratorFit::State stateOf(ErrorCode code)
{
    return code == ErrorCode::NoSolution   ? AcceleratorFit::State::MissesObjective
           : code == ErrorCode::DoesNotFit ? AcceleratorFit::State::DoesNotFit
                                           : AcceleratorFit::State::Unknown;
}

void describe(AcceleratorFit& fit, const Operating<double>& at)
{
    fit.devices = at.replica.devices();
    fit.weightsBytes = at.replica.weightsBytes;
    fit.cacheBytes = at.replica.cacheBytes;
    fit.atOnce = std::floor(at.replica.concurrency);
    fit.tokensPerSecond = 1.0 / at.point.timePerToken;
}

/// Where the table's operating point lies: devices and batch.
struct Layout
{
    int tensorParallel = 0;
    double batch = 1.0;
};

Layout layoutOf(const Result<ReplicaCapacity<double>>& capacity, const LlmServing& serving)
{
    return capacity ? Layout{capacity->devicesPerReplica, capacity->servers}
                    : Layout{serving.tensorParallel, 1.0};
}

model::FigurePtr devicesFigure(int devices)
{
    return std::make_shared<const model::Figure>(
        model::Figure{.name = "devices of one replica",
                      .value = devices,
                      .unit = "",
                      .formula = "fewest devices that hold the model and keep the objectives",
                      .note = fmt::format("powers of two up to a node of {} are tried", kNodeDevices)});
}

/// The figure of a step of the replica.
Result<model::FigurePtr> explainPlaced(const model::Workload& workload,
                                       const LlmServing& serving,
                                       const HostShape& host,
                                       const model::Assumptions& assumptions,
                                       FitFigure figure)
{
    const auto capacity = replicaCapacity<double>(workload, host, assumptions, baseDraw(workload));
    if (!capacity && stateOf(capacity.error().code) != AcceleratorFit::State::MissesObjective) {
        return failure(capacity.error());
    }
    const Layout layout = layoutOf(capacity, serving);
    const auto at =
        operate<Traced>(workload, serving, host, assumptions, layout.tensorParallel, layout.batch);
    if (!at) {
        return failure(at.error());
    }
    switch (figure) {
    case FitFigure::Devices:
        return devicesFigure(at->replica.devices());
    case FitFigure::Weights:
        return model::figureOf(at->replica.weightsBytes);
    case FitFigure::Cache:
        return model::figureOf(at->replica.cacheBytes);
    case FitFigure::AtOnce:
        return model::figureOf(named(model::roundedDown(at->replica.concurrency),
                                     "requests at once",
                                     "requests",
                                     "sequences that fit, rounded down"));
    case FitFigure::Speed:
    case FitFigure::Sustained:
        break;
    }
    return model::figureOf(
        named(Traced(1.0) / at->point.timePerToken, "speed of one answer", "tokens/s", "1 / time per token"));
}

} // namespace

std::optional<double> AcceleratorFit::reserveBytes() const
{
    if (!memoryBytes || !weightsBytes || !cacheBytes) {
        return std::nullopt;
    }
    return std::max(0.0, *memoryBytes - *weightsBytes - *cacheBytes);
}

model::Machine nodeOf(const model::Accelerator& device, int count)
{
    model::Machine machine;
    machine.displayName = device.displayName;
    machine.accelerator = device.id;
    machine.acceleratorName = device.displayName;
    machine.acceleratorCount = count;
    return machine;
}

AcceleratorFit fitOn(const model::Workload& workload,
                     const model::Accelerator& device,
                     const model::Assumptions& assumptions)
{
    const model::Machine machine = nodeOf(device);
    const HostShape host{.machine = &machine, .accelerator = &device};
    AcceleratorFit fit{.id = device.id, .name = device.displayName, .deviceMemoryBytes = device.memoryBytes};
    const auto capacity = replicaCapacity<double>(workload, host, assumptions, baseDraw(workload));
    if (capacity) {
        fit.state = AcceleratorFit::State::Sustains;
        fit.devices = capacity->devicesPerReplica;
        fit.weightsBytes = capacity->weightsBytes;
        fit.perSecond = capacity->perSecond;
        fit.errorLow = capacity->errorLow;
        fit.errorHigh = capacity->errorHigh;
        fit.bindingResource = capacity->bindingResource;
    } else {
        fit.state = stateOf(capacity.error().code);
        fit.error = capacity.error();
    }
    if (const LlmServing* serving = servingOf(workload);
        serving != nullptr && (capacity || fit.state == AcceleratorFit::State::MissesObjective)) {
        const Layout layout = layoutOf(capacity, *serving);
        fit.isCalibrated = keptTuning(*serving, &device) != LlmTuning{};
        if (const auto at =
                operate<double>(workload, *serving, host, assumptions, layout.tensorParallel, layout.batch)) {
            describe(fit, *at);
        }
    }
    if (device.memoryBytes && fit.devices > 0) {
        fit.memoryBytes = *device.memoryBytes * fit.devices;
    }
    return fit;
}

std::vector<AcceleratorFit> fitOnAccelerators(const model::Workload& workload,
                                              std::span<const model::Accelerator> devices,
                                              const model::Assumptions& assumptions)
{
    std::vector<AcceleratorFit> fits;
    if (std::holds_alternative<model::MeasuredService>(workload.detail)) {
        return fits;
    }
    for (const model::Accelerator& device : devices) {
        if (device.kind != "cpu") {
            fits.push_back(fitOn(workload, device, assumptions));
        }
    }
    std::ranges::stable_sort(fits, {}, [](const AcceleratorFit& fit) {
        return std::pair(fit.deviceMemoryBytes.value_or(0.0), fit.name);
    });
    return fits;
}

Result<model::FigurePtr> explainFit(const model::Workload& workload,
                                    const model::Accelerator& device,
                                    const model::Assumptions& assumptions,
                                    FitFigure figure)
{
    const model::Machine machine = nodeOf(device);
    const HostShape host{.machine = &machine, .accelerator = &device};
    if (const LlmServing* serving = servingOf(workload);
        serving != nullptr && figure != FitFigure::Sustained) {
        return explainPlaced(workload, *serving, host, assumptions, figure);
    }
    const auto capacity = replicaCapacity<Traced>(workload, host, assumptions, baseDraw(workload));
    if (!capacity) {
        return failure(capacity.error());
    }
    return figure == FitFigure::Devices ? devicesFigure(capacity->devicesPerReplica)
                                        : model::figureOf(capacity->perSecond);
}

} // namespace wherewithal::simulator
