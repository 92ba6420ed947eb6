// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/throughput/replay/Saturation.h"

#include <algorithm>
#include <array>

namespace wherewithal::simulator {

using model::TraceRequest;

std::string_view name(LoadState state)
{
    switch (state) {
    case LoadState::Stable:
        return "stable";
    case LoadState::NearKnee:
        return "near-knee";
    case LoadState::Overloaded:
        break;
    }
    return "overloaded";
}

LoadState loadStateOf(double utilisation)
{
    if (!(utilisation <= kOverloadedUtilisation)) {
        return LoadState::Overloaded;
    }
    return utilisation < kKneeUtilisation ? LoadState::Stable : LoadState::NearKnee;
}

std::string_view brokenObjective(const LatencyObjective& objective, const ReplaySummary& summary)
{
    struct Check
    {
        std::optional<double> limit;
        double value;
        std::string_view name;
    };
    const std::array checks{
        Check{objective.firstTokenP95Seconds, summary.firstTokenSeconds.p95, "time to first token"},
        Check{objective.perOutputTokenP95Seconds, summary.perOutputTokenSeconds.p95, "time per output token"},
        Check{objective.endToEndP95Seconds, summary.endToEndSeconds.p95, "end to end"}};
    for (const Check& check : checks) {
        if (check.limit && !(check.value <= *check.limit)) {
            return check.name;
        }
    }
    return {};
}

namespace detail {

std::vector<TraceRequest> saturatingRequests(std::span<const TraceRequest> requests,
                                             const ReplaySettings& settings)
{
    constexpr std::size_t kBatches = 16; // fillings of the batch, at least
    const std::size_t slots =
        static_cast<std::size_t>(settings.maxBatch) * static_cast<std::size_t>(settings.replicas);
    std::vector<TraceRequest> saturating;
    if (requests.empty()) {
        return saturating;
    }
    const std::size_t count = std::max(requests.size(), kBatches * slots);
    saturating.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        saturating.push_back(requests[i % requests.size()]);
        saturating.back().arrivedAtSeconds = 0.0;
    }
    return saturating;
}

model::Result<StableRate> stableRateOf(std::span<const TraceRequest> requests, const ReplayOutcome& outcome)
{
    double end = 0.0;
    for (const RequestTimes& times : outcome.requests) {
        end = times.isRefused ? end : std::max(end, times.schedulingDelaySeconds);
    }
    if (!(end > 0.0)) {
        return model::failure(model::ErrorCode::NoSolution,
                              "trace",
                              "no stable rate: no request can be served, or none takes any time");
    }
    StableRate rate;
    for (std::size_t i = 0; i < requests.size(); ++i) {
        const RequestTimes& times = outcome.requests[i];
        if (times.isRefused) {
            continue;
        }
        const double service = times.endToEndSeconds - times.schedulingDelaySeconds;
        const double share =
            service > 0.0 ? std::min(1.0, (end - times.schedulingDelaySeconds) / service) : 1.0;
        rate.requestsPerSecond += share;
        rate.outputTokensPerSecond += share * requests[i].decodeTokens;
        rate.totalTokensPerSecond += share * (requests[i].decodeTokens + requests[i].prefillTokens);
    }
    rate.requestsPerSecond /= end;
    rate.outputTokensPerSecond /= end;
    rate.totalTokensPerSecond /= end;
    const auto& waits = outcome.summary.waitFraction;
    rate.bound = static_cast<WaitCause>(std::ranges::max_element(waits) - waits.begin());
    return rate;
}

} // namespace detail

} // namespace wherewithal::simulator
