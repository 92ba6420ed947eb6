// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/throughput/replay/ReplicaCurve.h"

#include "simulator/throughput/Calibration.h"
#include "simulator/throughput/replay/RooflineStepTimer.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace wherewithal::simulator {

using model::ErrorCode;
using model::failure;
using model::Result;
using model::TraceRequest;

namespace {

constexpr std::size_t kRequests = 1500; // of a synthetic point: the 95th percentile stands on 75 of them
constexpr std::size_t kLengths = 97;    // strata of the ranges; a prime, so that any step permutes them
constexpr std::size_t kStride = 37;
constexpr std::array kUtilisations{0.02,
                                   0.10,
                                   0.20,
                                   0.30,
                                   0.40,
                                   0.50,
                                   0.60,
                                   0.68,
                                   0.75,
                                   0.80,
                                   0.84,
                                   0.88,
                                   0.91,
                                   0.93,
                                   kOverloadedUtilisation};

std::int32_t tokensOf(double value)
{
    return static_cast<std::int32_t>(
        std::clamp(std::round(value), 1.0, static_cast<double>(model::kMaxTokensPerRequest)));
}

Result<std::vector<TraceRequest>> requestsOf(const model::Workload& workload,
                                             const model::LlmServing& serving,
                                             const model::RequestTrace& trace,
                                             std::uint64_t seed)
{
    const ArrivalProcess process{.perSecond = 1.0, .burstiness = workload.demand.burstiness};
    if (trace.requests.empty()) {
        const auto lengths = requestLengths(serving, kLengths);
        return requestsDrawn(process, lengths, kRequests, seed);
    }
    const double offered = offeredPerSecond(trace.requests);
    if (trace.hasArrivalTimes && offered > 0.0 && std::isfinite(offered)) {
        return trace.requests;
    }
    return requestsInOrder(process, trace.requests, trace.requests.size(), seed);
}

ReplicaCurvePoint pointOf(const SaturationPoint& point)
{
    const ReplaySummary& summary = point.summary;
    return {.utilisation = point.utilisation,
            .requestsPerSecond = point.requestsPerSecond,
            .state = point.state,
            .endToEndP50Seconds = summary.endToEndSeconds.p50,
            .endToEndP95Seconds = summary.endToEndSeconds.p95,
            .firstTokenP95Seconds = summary.firstTokenSeconds.p95,
            .perTokenP50Seconds = summary.perOutputTokenSeconds.p50,
            .perTokenP95Seconds = summary.perOutputTokenSeconds.p95,
            .tokensPerSecond = summary.outputTokensPerSecond};
}

/// The same control, its progress running from one share of the work to another.
ReplayControl part(const ReplayControl& control, double from, double to)
{
    ReplayControl result{.stop = control.stop, .progress = {}};
    if (control.progress) {
        result.progress = [&control, from, to](double share) {
            control.progress(from + (to - from) * share);
        };
    }
    return result;
}

/// The largest rate within the objectives, into the curve.
Result<void> addSustained(ReplicaCurve& curve,
                          std::span<const TraceRequest> requests,
                          const RooflineReplay& engine,
                          const LatencyObjective& objective,
                          const ReplayControl& control)
{
    const auto sustained = sustainedRate(requests, engine.settings, engine.timer, objective, control);
    if (!sustained && sustained.error().code == ErrorCode::NoSolution) {
        return {};
    }
    if (!sustained) {
        return failure(sustained.error());
    }
    curve.sustainedPerSecond = sustained->requestsPerSecond;
    curve.binding = std::string(sustained->binding);
    return {};
}

} // namespace

LatencyObjective latencyObjectiveOf(const model::Objectives& objectives)
{
    return {.firstTokenP95Seconds = objectives.timeToFirstTokenP95Seconds,
            .perOutputTokenP95Seconds = objectives.timePerTokenP95Seconds,
            .endToEndP95Seconds = objectives.latencyP95Seconds};
}

std::vector<TraceRequest> requestLengths(const model::LlmServing& serving, std::size_t count)
{
    std::vector<TraceRequest> lengths(count);
    for (std::size_t i = 0; i < count; ++i) {
        const auto stratum = [count](std::size_t index) {
            return (static_cast<double>(index) + 0.5) / static_cast<double>(count);
        };
        lengths[i].prefillTokens = tokensOf(serving.inputTokens.quantile(stratum(i)));
        lengths[i].decodeTokens = tokensOf(serving.outputTokens.quantile(stratum(i * kStride % count)));
    }
    return lengths;
}

Result<ReplicaCurve> replicaCurve(const model::Workload& workload,
                                  const HostShape& host,
                                  int tensorParallel,
                                  const model::Assumptions& assumptions,
                                  const model::RequestTrace& trace,
                                  std::uint64_t seed,
                                  const ReplayControl& control)
{
    const auto* serving = std::get_if<model::LlmServing>(&workload.detail);
    if (serving == nullptr) {
        return failure(ErrorCode::WrongType,
                       "workload",
                       "only language models are replayed",
                       "other kinds show what one replica sustains in the table");
    }
    const auto requests = requestsOf(workload, *serving, trace, seed);
    if (!requests) {
        return failure(requests.error());
    }
    const ReplaySettings settings{.maxBatch = serving->maxBatch,
                                  .cachedPrefixFraction =
                                      std::clamp(serving->sharedPrefixFraction.median(), 0.0, 0.999)};
    const auto engine = rooflineReplay({.serving = serving,
                                        .host = host,
                                        .tensorParallel = tensorParallel,
                                        .tuning = keptTuning(*serving, host.accelerator)},
                                       assumptions,
                                       *requests,
                                       settings);
    if (!engine) {
        return failure(engine.error());
    }
    constexpr double kCurveShare = 0.5;
    const auto points = saturationCurve(std::span(*requests),
                                        engine->settings,
                                        engine->timer,
                                        kUtilisations,
                                        1,
                                        part(control, 0.0, kCurveShare));
    if (!points) {
        return failure(points.error());
    }
    constexpr double kNormalP90 = 1.2815515655446004;
    ReplicaCurve curve{.stablePerSecond = points->front().requestsPerSecond / points->front().utilisation,
                       .errorLow = std::exp(-kNormalP90 * engine->replica.errorSigma),
                       .errorHigh = std::exp(kNormalP90 * engine->replica.errorSigma),
                       .devices = engine->replica.devices(),
                       .requests = requests->size(),
                       .isTrace = !trace.requests.empty()};
    std::ranges::transform(*points, std::back_inserter(curve.points), pointOf);
    const auto added = addSustained(
        curve, *requests, *engine, latencyObjectiveOf(workload.objectives), part(control, kCurveShare, 1.0));
    if (!added) {
        return failure(added.error());
    }
    return curve;
}

} // namespace wherewithal::simulator
