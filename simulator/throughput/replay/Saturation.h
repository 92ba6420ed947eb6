// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/Result.h"
#include "model/workload/RequestTrace.h"
#include "simulator/throughput/replay/Arrivals.h"
#include "simulator/throughput/replay/Replay.h"
#include "simulator/throughput/replay/ReplayOutcome.h"
#include "simulator/throughput/replay/ReplaySettings.h"

#include <atomic>
#include <cmath>
#include <cstddef>
#include <limits>
#include <optional>
#include <span>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

namespace wherewithal::simulator {

/// Above this share of the stable rate no latency is claimed: a small error of the step time moves it without
/// bound.
inline constexpr double kOverloadedUtilisation = 0.95;
/// From here on the latency curve bends. @assumption
inline constexpr double kKneeUtilisation = 0.80;

enum class LoadState
{
    Stable,
    NearKnee,
    Overloaded, ///< offered more than 95 % of the stable rate
};
[[nodiscard]] std::string_view name(LoadState state);
[[nodiscard]] LoadState loadStateOf(double utilisation);

/// What an engine sustains on a mix of requests when the queue never runs empty.
struct StableRate
{
    double requestsPerSecond = 0.0;
    double outputTokensPerSecond = 0.0;
    double totalTokensPerSecond = 0.0; ///< prompt and answer
    WaitCause bound{};                 ///< what the queue waits for most of the time
};

namespace detail {

/// The requests of the saturation run: all there at second 0, repeated until the batch has been filled often
/// enough for its beginning and end not to matter.
[[nodiscard]] std::vector<model::TraceRequest>
saturatingRequests(std::span<const model::TraceRequest> requests, const ReplaySettings& settings);

/// Work done between second 0 and the last admission, each request's work spread evenly over its time in
/// service.
[[nodiscard]] model::Result<StableRate> stableRateOf(std::span<const model::TraceRequest> requests,
                                                     const ReplayOutcome& outcome);

/// Runs work(0) ... work(count - 1) on some threads; each index once. Results must not depend on the order.
template <typename Work>
void forEachIndex(std::size_t count, unsigned threads, const Work& work)
{
    std::atomic<std::size_t> next{0};
    const auto loop = [&] {
        for (std::size_t i = next++; i < count; i = next++) {
            work(i);
        }
    };
    std::vector<std::jthread> helpers;
    for (unsigned i = 1; i < threads && i < count; ++i) {
        helpers.emplace_back(loop);
    }
    loop();
}

} // namespace detail

/// The largest rate that the engine keeps up with, for requests of these lengths in this order.
///
/// A FIFO server whose work does not depend on arrivals is stable below the rate at which it empties an
/// endless queue (saturation rule: Baccelli and Foss 1995). The arrival times of the requests are not used.
template <StepTimer Timer>
[[nodiscard]] model::Result<StableRate> stableRate(std::span<const model::TraceRequest> requests,
                                                   const ReplaySettings& settings,
                                                   const Timer& timer,
                                                   const ReplayControl& control = {})
{
    if (auto checked = checkedReplaySettings(settings); !checked) {
        return model::failure(checked.error());
    }
    const std::vector<model::TraceRequest> saturating = detail::saturatingRequests(requests, settings);
    const auto outcome = replay(std::span(saturating), settings, timer, control);
    if (!outcome) {
        return model::failure(outcome.error());
    }
    return detail::stableRateOf(saturating, *outcome);
}

/// Percentiles that must hold; absent: not asked for. Seconds.
struct LatencyObjective
{
    std::optional<double> firstTokenP95Seconds;
    std::optional<double> perOutputTokenP95Seconds;
    std::optional<double> endToEndP95Seconds;
};

/// The first objective that a run breaks, e.g. "time to first token"; empty if it keeps all.
[[nodiscard]] std::string_view brokenObjective(const LatencyObjective& objective,
                                               const ReplaySummary& summary);

/// Result of the search for the largest rate that meets an objective.
struct SustainedRate
{
    double requestsPerSecond = 0.0;
    double utilisation = 0.0; ///< of the stable rate
    StableRate stable;
    std::string_view binding; ///< the objective that the next higher rate breaks, or "stability"
    ReplaySummary summary;    ///< at that rate
    int replays = 0;
    double relativeWidth = 0.0; ///< of the last bracket
};

/// The largest rate at which the requests, sped up or slowed down as a whole, meet the objective; never above
/// 95 % of the stable rate. Bisection on the logarithm of the rate, the same arrivals at every rate.
///
/// NoSolution if the objective fails even at 1 % of the stable rate.
template <StepTimer Timer>
[[nodiscard]] model::Result<SustainedRate> sustainedRate(std::span<const model::TraceRequest> requests,
                                                         const ReplaySettings& settings,
                                                         const Timer& timer,
                                                         const LatencyObjective& objective,
                                                         const ReplayControl& control = {})
{
    constexpr double kLeastUtilisation = 0.01;
    constexpr double kRelativeWidth = 0.002;
    const auto stable = stableRate(requests, settings, timer, control);
    if (!stable) {
        return model::failure(stable.error());
    }
    const double offered = offeredPerSecond(requests);
    if (!(offered > 0.0 && std::isfinite(offered))) {
        return model::failure(model::ErrorCode::OutOfRange,
                              "trace",
                              "the requests have no rate to change: they arrive all at once",
                              "draw arrivals for them");
    }
    SustainedRate best{.stable = *stable};
    const auto meets = [&](double utilisation) -> model::Result<bool> {
        const auto scaled = atRateFactor(requests, utilisation * stable->requestsPerSecond / offered);
        auto outcome = replay(std::span(scaled), settings, timer, control);
        if (!outcome) {
            return model::failure(outcome.error());
        }
        ++best.replays;
        const std::string_view broken = brokenObjective(objective, outcome->summary);
        if (broken.empty()) {
            best.utilisation = utilisation;
            best.summary = std::move(outcome->summary);
        } else {
            best.binding = broken;
        }
        return broken.empty();
    };
    double low = kLeastUtilisation;
    double high = kOverloadedUtilisation;
    for (const double end : {high, low}) {
        const auto met = meets(end);
        if (!met) {
            return model::failure(met.error());
        }
        if (*met && end == high) {
            best.binding = "stability";
            low = high;
            break;
        }
        if (!*met && end == low) {
            return model::failure(model::ErrorCode::NoSolution,
                                  "objective",
                                  "the objective is missed even at 1 % of the stable rate",
                                  "a faster machine, a smaller model, or a looser objective");
        }
    }
    while (high / low > 1.0 + kRelativeWidth) {
        const double middle = std::sqrt(low * high);
        const auto met = meets(middle);
        if (!met) {
            return model::failure(met.error());
        }
        (*met ? low : high) = middle;
    }
    best.relativeWidth = high / low - 1.0;
    best.requestsPerSecond = best.utilisation * stable->requestsPerSecond;
    return best;
}

/// One point of a saturation curve.
struct SaturationPoint
{
    double utilisation = 0.0; ///< offered rate / stable rate
    double requestsPerSecond = 0.0;
    LoadState state{};
    ReplaySummary summary; ///< its latencies claim nothing if the state is Overloaded
};

/// Replays the requests at several shares of the stable rate, on some threads; the result does not depend on
/// them.
template <StepTimer Timer>
[[nodiscard]] model::Result<std::vector<SaturationPoint>>
saturationCurve(std::span<const model::TraceRequest> requests,
                const ReplaySettings& settings,
                const Timer& timer,
                std::span<const double> utilisations,
                unsigned threads = 1,
                const ReplayControl& control = {})
{
    const auto stable = stableRate(requests, settings, timer, control);
    if (!stable) {
        return model::failure(stable.error());
    }
    const double offered = offeredPerSecond(requests);
    if (!(offered > 0.0 && std::isfinite(offered))) {
        return model::failure(model::ErrorCode::OutOfRange, "trace", "the requests have no rate to change");
    }
    std::vector<model::Result<SaturationPoint>> points(utilisations.size());
    detail::forEachIndex(points.size(), threads, [&](std::size_t i) {
        const double rate = utilisations[i] * stable->requestsPerSecond;
        const auto scaled = atRateFactor(requests, rate / offered);
        auto outcome =
            replay(std::span(scaled), settings, timer, ReplayControl{.stop = control.stop, .progress = {}});
        if (!outcome) {
            points[i] = model::failure(outcome.error());
            return;
        }
        points[i] = SaturationPoint{.utilisation = utilisations[i],
                                    .requestsPerSecond = rate,
                                    .state = loadStateOf(utilisations[i]),
                                    .summary = std::move(outcome->summary)};
    });
    std::vector<SaturationPoint> curve;
    for (auto& point : points) {
        if (!point) {
            return model::failure(std::move(point).error());
        }
        curve.push_back(*std::move(point));
    }
    return curve;
}

/// Replays the same requests under several settings, on some threads; results in the order of the settings.
template <StepTimer Timer>
[[nodiscard]] std::vector<model::Result<ReplaySummary>>
replaySweep(std::span<const model::TraceRequest> requests,
            std::span<const ReplaySettings> settings,
            const Timer& timer,
            unsigned threads,
            const ReplayControl& control = {})
{
    std::vector<model::Result<ReplaySummary>> results(settings.size());
    detail::forEachIndex(settings.size(), threads, [&](std::size_t i) {
        auto outcome =
            replay(requests, settings[i], timer, ReplayControl{.stop = control.stop, .progress = {}});
        if (outcome) {
            results[i] = std::move(outcome->summary);
        } else {
            results[i] = model::failure(std::move(outcome).error());
        }
    });
    return results;
}

} // namespace wherewithal::simulator
