// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/units/Quantity.h"
#include "simulator/scaling/Queueing.h"
#include "simulator/throughput/CapacityKinds.h"
#include "simulator/throughput/UslFit.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <string>
#include <vector>

namespace wherewithal::simulator::detail {

using model::ErrorCode;
using model::failure;
using model::Figure;
using model::MeasuredPoint;
using model::MeasuredService;
using model::named;
using model::Number;

namespace {

struct Chosen
{
    double load = 0.0;
    double throughput = 0.0;
    double alone = 0.0;  ///< seconds of one request alone
    double spread = 0.1; ///< log scale
    std::string binding;
    std::string note;
};

/// Mean of p95 over mean latency (load / throughput) where the test gave both, else the assumption.
double percentileRatio(const MeasuredService& service, const model::Assumptions& assumptions)
{
    double sum = 0.0;
    int count = 0;
    for (const MeasuredPoint& point : service.points) {
        if (point.latencyP95Seconds) {
            sum += *point.latencyP95Seconds / (point.concurrency / point.throughputPerSecond);
            ++count;
        }
    }
    return count > 0 ? sum / count : assumptions.get("measured-p95-ratio").median();
}

/// Fewer than three points bend no curve: the best of them is taken as it was measured.
model::Result<Chosen>
bestPoint(const MeasuredService& service, double ratio, const std::optional<double>& objective)
{
    Chosen chosen;
    for (const MeasuredPoint& point : service.points) {
        const double latency =
            point.latencyP95Seconds.value_or(ratio * point.concurrency / point.throughputPerSecond);
        if (point.throughputPerSecond > chosen.throughput && (!objective || latency <= *objective)) {
            chosen.load = point.concurrency;
            chosen.throughput = point.throughputPerSecond;
            chosen.alone = point.concurrency / point.throughputPerSecond;
        }
    }
    if (chosen.throughput <= 0.0) {
        return failure(
            ErrorCode::NoSolution,
            "objectives.latencyP95",
            fmt::format("no measured point keeps the latency objective of {:.4g} s", objective.value_or(0.0)),
            "measure at a lower load, or loosen the objective");
    }
    chosen.spread = 0.25;
    chosen.binding = "end of the measurements";
    chosen.note = "fewer than three points: the best one as measured";
    return chosen;
}

model::Result<Chosen>
fittedPoint(const MeasuredService& service, double ratio, const std::optional<double>& objective)
{
    std::vector<UslPoint> points;
    double most = 0.0;
    for (const MeasuredPoint& point : service.points) {
        points.push_back({point.concurrency, point.throughputPerSecond});
        most = std::max(most, point.concurrency);
    }
    const auto fit = fitUsl(points);
    if (!fit) {
        return failure(fit.error());
    }
    const UslCurve& curve = fit->curve;
    const double peak = curve.peakLoad().value_or(most);
    Chosen chosen{.load = std::max(1.0, std::min(peak, most)),
                  .alone = 1.0 / curve.gamma,
                  .binding = peak <= most ? "coordination" : "end of the measurements"};
    const auto latency = [&](double load) {
        return ratio * load / curve.throughput(load);
    };
    if (objective && latency(1.0) > *objective) {
        return failure(ErrorCode::NoSolution,
                       "objectives.latencyP95",
                       fmt::format("the latency objective of {:.4g} s cannot be held: one request alone "
                                   "reaches {:.4g} s at the 95th percentile",
                                   *objective,
                                   latency(1.0)),
                       "a faster machine or a looser objective");
    }
    if (objective && latency(chosen.load) > *objective) {
        double low = 1.0;
        double high = chosen.load;
        constexpr int kHalvings = 60;
        for (int i = 0; i < kHalvings; ++i) {
            const double middle = 0.5 * (low + high);
            (latency(middle) <= *objective ? low : high) = middle;
        }
        chosen.load = low;
        chosen.binding = "latency objective";
    }
    chosen.throughput = curve.throughput(chosen.load);
    chosen.spread = std::max(0.05, fit->residualError / chosen.throughput);
    chosen.note = fmt::format("alpha {:.6g}, beta {:.6g}, gamma {:.6g}; residual standard error {:.4g} with "
                              "{} degrees of freedom{}",
                              curve.alpha,
                              curve.beta,
                              curve.gamma,
                              fit->residualError,
                              fit->degreesOfFreedom,
                              fit->hasFewPoints ? "; fewer than 6 points" : "");
    return chosen;
}

/// How much larger the host is than the measured machine, in vCPUs; 1 on the same machine.
model::Result<double> sizeRatio(const MeasuredService& service, const model::Machine& machine)
{
    if (!service.measuredMachine.isEmpty() && service.measuredMachine == machine.id
        && (service.measuredProvider.isEmpty() || service.measuredProvider == machine.provider)) {
        return 1.0;
    }
    if (!machine.vcpus) {
        return failure(
            ErrorCode::UnknownName,
            "machine",
            fmt::format("{} publishes no number of vCPUs: measurements of {} cannot be carried over",
                        machine.displayName,
                        service.measuredOn.empty() ? "another machine" : service.measuredOn),
            "measure on it");
    }
    if (!service.measuredVcpus || *service.measuredVcpus <= 0.0) {
        return failure(ErrorCode::MissingField,
                       "measuredVcpus",
                       "the number of vCPUs of the measured machine is not given",
                       "give it, so that the measurements can be carried to other machines");
    }
    return *machine.vcpus / *service.measuredVcpus;
}

} // namespace

template <Number N>
Capacity<N> measuredCapacity(const MeasuredService& service, const CapacityInputs& inputs)
{
    const model::Machine& machine = *inputs.host.machine;
    if (service.points.empty()) {
        return failure(ErrorCode::MissingField,
                       "points",
                       "a measured service needs at least one measured point",
                       "enter the points of a load test");
    }
    if (machine.memoryBytes && service.memoryBytesPerReplica.median() > *machine.memoryBytes) {
        return failure(ErrorCode::DoesNotFit,
                       "memoryBytesPerReplica",
                       fmt::format("a replica takes {:.2f} GiB, {} has {:.2f} GiB",
                                   service.memoryBytesPerReplica.median() / model::kGib,
                                   machine.displayName,
                                   *machine.memoryBytes / model::kGib),
                       "a machine with more memory");
    }
    const double ratio = percentileRatio(service, inputs.assumptions);
    const auto objective = inputs.workload.objectives.latencyP95Seconds;
    const auto chosen = service.points.size() < 3 ? bestPoint(service, ratio, objective)
                                                  : fittedPoint(service, ratio, objective);
    if (!chosen) {
        return failure(chosen.error());
    }
    const auto size = sizeRatio(service, machine);
    if (!size) {
        return failure(size.error());
    }
    const N measured = model::leaf<N>(chosen->throughput, [&] {
        return Figure{
            .name = "throughput of the measured machine within the objective",
            .unit = "requests/s",
            .formula = "gamma N / (1 + alpha (N - 1) + beta N (N - 1)) at the greatest load that keeps the "
                       "objective and was measured",
            .source = {.title = service.measuredOn.empty() ? "the plan's load test" : service.measuredOn},
            .note = chosen->note};
    });
    const N scale =
        *size == 1.0 ? N(1.0)
                     : named(model::power(N(*size), inputs.assumptions.number<N>("measured-vcpu-exponent")),
                             "size against the measured machine",
                             "",
                             "(vCPUs / measured vCPUs) ^ exponent");
    ReplicaCapacity<N> capacity;
    capacity.stablePerSecond = withError(
        named(measured * scale, "stable rate", "requests/s", "measured throughput x size"), inputs.draw);
    capacity.perSecond = named(capacity.stablePerSecond * inputs.assumptions.number<N>("utilisation-cap"),
                               "sustained per replica",
                               "requests/s",
                               "stable rate x utilisation cap");
    capacity.serviceSeconds = N(chosen->alone);
    capacity.servers = model::maximum(
        N(1.0),
        named(N(chosen->load) * scale, "requests in service", "requests", "load of the chosen point x size"));
    capacity.serviceVariation = ServiceShape::variationOf(ratio); // the tail that was measured
    capacity.bindingResource = chosen->binding;
    constexpr double kExponentSigma = 0.1; // half the width of the exponent's range, roughly
    setInterval(capacity, std::hypot(chosen->spread, kExponentSigma * std::log(*size)));
    return capacity;
}

template Capacity<double> measuredCapacity(const MeasuredService&, const CapacityInputs&);
template Capacity<model::Traced> measuredCapacity(const MeasuredService&, const CapacityInputs&);

} // namespace wherewithal::simulator::detail
