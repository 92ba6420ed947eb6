// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ReplayOutput.h"

#include "app/cli/ModelArgument.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <iterator>
#include <limits>
#include <ostream>

namespace wherewithal::app::cli {

using Json = nlohmann::ordered_json;
using simulator::Distribution;
using simulator::ReplayOutcome;
using simulator::ReplaySummary;
using simulator::RequestTimes;

double ReplayFindings::utilisation() const
{
    return stable ? offeredPerSecond / stable->requestsPerSecond : std::numeric_limits<double>::quiet_NaN();
}

simulator::LoadState ReplayFindings::state() const
{
    return simulator::loadStateOf(utilisation());
}

bool tellsLatencies(const ReplayJob& job, const ReplayFindings& findings)
{
    return !job.hasDrawnArrivals || findings.state() != simulator::LoadState::Overloaded;
}

namespace {

Json numberOrNull(double value)
{
    return std::isfinite(value) ? Json(value) : Json();
}

/// A latency of one request that was served.
using Latency = double (*)(const RequestTimes&, const model::TraceRequest&);

double firstToken(const RequestTimes& times, const model::TraceRequest& /*request*/)
{
    return times.firstTokenSeconds;
}

double perOutputToken(const RequestTimes& times, const model::TraceRequest& request)
{
    return (times.endToEndSeconds - times.firstTokenSeconds) / std::max(1, request.decodeTokens - 1);
}

double endToEnd(const RequestTimes& times, const model::TraceRequest& /*request*/)
{
    return times.endToEndSeconds;
}

Json distributionJson(const Distribution& distribution)
{
    return {{"mean", numberOrNull(distribution.mean)},
            {"p50", numberOrNull(distribution.p50)},
            {"p90", numberOrNull(distribution.p90)},
            {"p95", numberOrNull(distribution.p95)},
            {"p99", numberOrNull(distribution.p99)}};
}

/// A latency with what is printed of it.
struct Measure
{
    const char* key;
    const char* label;
    const Distribution& distribution;
    Latency latency;
};

std::array<Measure, 3> measuresOf(const ReplaySummary& summary)
{
    return {{{"ttft_s", "time to first token", summary.firstTokenSeconds, firstToken},
             {"tpot_s", "time per output token", summary.perOutputTokenSeconds, perOutputToken},
             {"end_to_end_s", "end to end", summary.endToEndSeconds, endToEnd}}};
}

/// Of every request that was served, in order of arrival.
std::vector<double> valuesOf(const ReplayJob& job, const ReplayOutcome& outcome, Latency latency)
{
    std::vector<double> values;
    values.reserve(outcome.requests.size());
    for (std::size_t i = 0; i < outcome.requests.size(); ++i) {
        if (!outcome.requests[i].isRefused) {
            values.push_back(latency(outcome.requests[i], job.requests[i]));
        }
    }
    return values;
}

/// With the 95 % intervals of its percentiles; all null if nothing may be told.
Json measureJson(const Measure& measure, const ReplayJob& job, const ReplayFindings& findings)
{
    const bool isTold = tellsLatencies(job, findings);
    const double nan = std::numeric_limits<double>::quiet_NaN();
    Json json = distributionJson(isTold ? measure.distribution : Distribution{nan, nan, nan, nan, nan});
    const std::vector<double> values =
        isTold ? valuesOf(job, findings.outcome, measure.latency) : std::vector<double>{};
    for (const auto& [key, probability] :
         {std::pair{"p50_interval_95", 0.50}, {"p95_interval_95", 0.95}, {"p99_interval_95", 0.99}}) {
        const auto interval = simulator::quantileInterval(values, probability);
        json[key] = interval ? Json{interval->low, interval->high} : Json();
    }
    return json;
}

Json occupancyJson(const simulator::OccupancySeries& series)
{
    return {{"slice_s", series.sliceSeconds},
            {"kv_blocks", series.kvBlocks},
            {"queued", series.queued},
            {"running", series.running}};
}

std::string_view schedulerName(model::BatchScheduler scheduler)
{
    switch (scheduler) {
    case model::BatchScheduler::V1:
        return "v1";
    case model::BatchScheduler::PrefillFirst:
        return "prefill-first";
    case model::BatchScheduler::Sarathi:
        break;
    }
    return "sarathi";
}

/// What the queue waited for most; empty if it never held anyone for a hundredth of the time.
std::string_view saturated(const ReplaySummary& summary)
{
    constexpr double kNoticeable = 0.01;
    const auto most = std::ranges::max_element(summary.waitFraction);
    return *most < kNoticeable
               ? std::string_view{}
               : simulator::kWaitCauseNames.at(static_cast<std::size_t>(most - summary.waitFraction.begin()));
}

Json settingsJson(const ReplayJob& job)
{
    const simulator::ReplaySettings& settings = job.settings;
    return {{"scheduler", schedulerName(settings.scheduler)},
            {"step_times", job.stepTimes},
            {"replicas", settings.replicas},
            {"tensor_parallel", job.tensorParallel},
            {"pipeline_stages", settings.pipelineStages},
            {"kv_blocks", settings.kvBlocks},
            {"block_size_tokens", settings.blockSizeTokens},
            {"max_batch", settings.maxBatch},
            {"chunk_tokens", settings.chunkTokens},
            {"cached_prefix_fraction", settings.cachedPrefixFraction},
            {"prefix_cache", settings.cachesSharedPrefixes},
            {"keeps_restarted_blocks", settings.keepsRestartedBlocks},
            {"step_overhead_s", settings.stepOverheadSeconds},
            {"sequence_overhead_s", settings.sequenceOverheadSeconds}};
}

Json loadJson(const ReplayFindings& findings)
{
    return {
        {"offered_requests_per_second", numberOrNull(findings.offeredPerSecond)},
        {"stable_requests_per_second", findings.stable ? Json(findings.stable->requestsPerSecond) : Json()},
        {"stable_output_tokens_per_second",
         findings.stable ? Json(findings.stable->outputTokensPerSecond) : Json()},
        {"utilisation", numberOrNull(findings.utilisation())},
        {"state", simulator::name(findings.state())},
        {"is_latency_claimed", findings.state() != simulator::LoadState::Overloaded}};
}

Json curveJson(const std::vector<simulator::SaturationPoint>& curve)
{
    Json points = Json::array();
    for (const simulator::SaturationPoint& point : curve) {
        const bool isClaimed = point.state != simulator::LoadState::Overloaded;
        const auto latency = [&](const Distribution& distribution) {
            return isClaimed ? distributionJson(distribution) : Json();
        };
        points.push_back({{"utilisation", point.utilisation},
                          {"requests_per_second", point.requestsPerSecond},
                          {"state", simulator::name(point.state)},
                          {"output_tokens_per_second", point.summary.outputTokensPerSecond},
                          {"ttft_s", latency(point.summary.firstTokenSeconds)},
                          {"tpot_s", latency(point.summary.perOutputTokenSeconds)},
                          {"end_to_end_s", latency(point.summary.endToEndSeconds)}});
    }
    return points;
}

} // namespace

Json replayJson(const ReplayJob& job, const ReplayFindings& findings)
{
    const ReplaySummary& summary = findings.outcome.summary;
    const std::string_view limit = saturated(summary);
    Json waits;
    for (std::size_t i = 0; i < simulator::kWaitCauseCount; ++i) {
        waits[std::string(simulator::kWaitCauseNames.at(i))] = summary.waitFraction.at(i);
    }
    Json json{{"requests", summary.requests},
              {"simulated_s", summary.simulatedSeconds},
              {"ttft_s", nullptr},
              {"tpot_s", nullptr},
              {"end_to_end_s", nullptr}, // their place in the document; filled below
              {"output_tokens_per_second", summary.outputTokensPerSecond},
              {"total_tokens_per_second", summary.totalTokensPerSecond},
              {"requests_per_second", summary.requestsPerSecond},
              {"restarts", summary.restarts},
              {"refused", summary.refused},
              {"iterations", summary.iterations},
              {"wall_s", findings.wallSeconds},
              {"load", loadJson(findings)},
              {"settings", settingsJson(job)},
              {"busy_fraction", summary.busyFraction},
              {"mean_queued", summary.meanQueued},
              {"mean_running", summary.meanRunning},
              {"mean_kv_blocks", summary.meanKvBlocks},
              {"peak_kv_blocks", summary.peakKvBlocks},
              {"wait_fraction", std::move(waits)},
              {"saturated", limit.empty() ? Json() : Json(limit)},
              {"occupancy", occupancyJson(summary.occupancy)}};
    for (const Measure& measure : measuresOf(summary)) {
        json[measure.key] = measureJson(measure, job, findings);
    }
    if (findings.sustained) {
        json["sustained"] = {{"requests_per_second", findings.sustained->requestsPerSecond},
                             {"utilisation", findings.sustained->utilisation},
                             {"binding", findings.sustained->binding},
                             {"replays", findings.sustained->replays},
                             {"ttft_s", distributionJson(findings.sustained->summary.firstTokenSeconds)},
                             {"tpot_s", distributionJson(findings.sustained->summary.perOutputTokenSeconds)},
                             {"end_to_end_s", distributionJson(findings.sustained->summary.endToEndSeconds)}};
    }
    if (job.calibration) {
        json["calibration"] = calibrationJson(*job.calibration);
    } else if (job.kept) {
        json["calibration"] = keptCalibrationJson(*job.kept);
    }
    if (!findings.curve.empty()) {
        json["saturation_curve"] = curveJson(findings.curve);
    }
    return json;
}

std::string requestsCsv(const ReplayJob& job, const ReplayOutcome& outcome)
{
    std::string csv =
        "arrived_at_s,prefill_tokens,decode_tokens,scheduling_delay_s,ttft_s,end_to_end_s,restarts\n";
    auto out = std::back_inserter(csv);
    for (std::size_t i = 0; i < outcome.requests.size(); ++i) {
        const model::TraceRequest& request = job.requests[i];
        const RequestTimes& times = outcome.requests[i];
        fmt::format_to(
            out, "{},{},{},", request.arrivedAtSeconds, request.prefillTokens, request.decodeTokens);
        if (times.isRefused) {
            csv += ",,,"; // never served: unknown, not zero
        } else {
            fmt::format_to(out,
                           "{:.9g},{:.9g},{:.9g},",
                           times.schedulingDelaySeconds,
                           times.firstTokenSeconds,
                           times.endToEndSeconds);
        }
        fmt::format_to(out, "{}\n", times.restarts);
    }
    return csv;
}

namespace {

/// Mean and percentiles, and how sure the 95th is.
void printLatencies(const ReplayJob& job, const ReplayFindings& findings, std::ostream& out)
{
    out << fmt::format("{:<22}{:>10}{:>10}{:>10}{:>10}  {}\n",
                       "seconds",
                       "mean",
                       "p50",
                       "p95",
                       "p99",
                       "95 % interval of p95");
    for (const Measure& measure : measuresOf(findings.outcome.summary)) {
        const Distribution& d = measure.distribution;
        const auto interval =
            simulator::quantileInterval(valuesOf(job, findings.outcome, measure.latency), 0.95);
        out << fmt::format("{:<22}{:>10.4g}{:>10.4g}{:>10.4g}{:>10.4g}  {}\n",
                           measure.label,
                           d.mean,
                           d.p50,
                           d.p95,
                           d.p99,
                           interval ? fmt::format("{:.4g} to {:.4g}", interval->low, interval->high)
                                    : std::string("too few requests to tell"));
    }
}

} // namespace

void printReplay(const ReplayJob& job, const ReplayFindings& findings, std::ostream& out)
{
    const ReplaySummary& summary = findings.outcome.summary;
    out << fmt::format(
        "{} requests, {:.1f} s simulated in {:.4f} s; {} iterations, {} restarts, {} refused\n",
        summary.requests,
        summary.simulatedSeconds,
        findings.wallSeconds,
        summary.iterations,
        summary.restarts,
        summary.refused);
    out << fmt::format("{}, step times from the {}, {} x {} devices, {} key-value blocks each\n\n",
                       schedulerName(job.settings.scheduler),
                       job.stepTimes,
                       job.settings.replicas,
                       job.tensorParallel * job.settings.pipelineStages,
                       job.settings.kvBlocks);
    if (tellsLatencies(job, findings)) {
        printLatencies(job, findings, out);
    } else {
        out << "overloaded: no latency is claimed, the queue grows as long as requests arrive\n";
    }
    out << fmt::format("\noutput tokens/s       {:>10.1f}\nrequests/s            {:>10.3f}\n",
                       summary.outputTokensPerSecond,
                       summary.requestsPerSecond);
    if (findings.stable) {
        out << fmt::format("stable rate           {:>10.3f} requests/s; offered {:.3f}, {}\n",
                           findings.stable->requestsPerSecond,
                           findings.offeredPerSecond,
                           simulator::name(findings.state()));
    }
    if (job.calibration) {
        out << calibrationText(*job.calibration);
    }
    const std::string_view limit = saturated(summary);
    out << fmt::format("the queue waits for   {}\n", limit.empty() ? std::string_view("nothing") : limit);
    if (findings.sustained) {
        out << fmt::format(
            "largest rate          {:>10.3f} requests/s within the objective; then {} breaks\n",
            findings.sustained->requestsPerSecond,
            findings.sustained->binding);
    }
    for (const simulator::SaturationPoint& point : findings.curve) {
        const bool isClaimed = point.state != simulator::LoadState::Overloaded;
        out << fmt::format("at {:>3.0f} % {:>9.3f} requests/s: {}\n",
                           100.0 * point.utilisation,
                           point.requestsPerSecond,
                           isClaimed ? fmt::format("p95 TTFT {:.4g} s, TPOT {:.4g} s, end to end {:.4g} s",
                                                   point.summary.firstTokenSeconds.p95,
                                                   point.summary.perOutputTokenSeconds.p95,
                                                   point.summary.endToEndSeconds.p95)
                                     : std::string("overloaded"));
    }
}

} // namespace wherewithal::app::cli
