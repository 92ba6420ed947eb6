// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/ModelArgument.h"
#include "app/cli/NumberArgument.h"
#include "app/cli/ReplayJob.h"
#include "app/cli/ReplayOutput.h"
#include "providers/import/traces/ReplayRunReader.h"
#include "providers/json/AtomicFile.h"

#include <nlohmann/json.hpp>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <fmt/format.h>
#include <ostream>
#include <thread>

namespace wherewithal::app::cli {

namespace {

using Json = nlohmann::ordered_json;
using model::Result;
using simulator::ReplaySummary;

// What an argument may ask for: beyond it, memory or patience end first.
constexpr std::int64_t kMostBlocks = 1'000'000'000;
constexpr std::size_t kMostRequests = 10'000'000;
constexpr double kLeastRate = 1e-6; // requests/s
constexpr double kMostRate = 1e6;
constexpr double kLeastSeconds = 1e-6;
constexpr double kMostSeconds = 1e6;

class ReplayCommand final : public Command
{
public:
    std::string_view path() const override { return "replay"; }
    std::string_view summary() const override
    {
        return "Replay requests through a serving engine, iteration by iteration: TTFT, TPOT, tokens/s";
    }
    std::string_view example() const override
    {
        return "replay --model example:assistant --device h100-sxm --rate 2 --input-tokens 1000 "
               "--output-tokens 200";
    }

    void declare(CLI::App& app) override
    {
        declareModel(app);
        declareEngine(app);
        declareLoad(app);
        app.add_option("--requests-out", m_requestsOut, "Write the times of every request")->type_name("CSV");
        app.add_flag("--json", m_isJson, "One JSON document");
    }

    ExitStatus run(const Services& services, Streams& streams) override
    {
        auto request = readArguments(streams);
        if (!request) {
            return fail(request.error(), streams);
        }
        request->date =
            services.today && !request->measured.empty() ? model::text(services.today()) : std::string();
        auto job = prepareReplay(*request,
                                 [&] { return services.slice(model::Plan{}, catalogueFile(m_catalogue)); });
        if (!job) {
            return fail(atOption(job.error()), streams);
        }
        for (const model::Error& note : job->notes) {
            streams.err << model::text(note) << '\n';
        }
        const auto findings =
            std::visit([&](const auto& timer) { return simulate(*job, timer); }, job->timer);
        if (!findings) {
            return fail(findings.error(), streams);
        }
        noteLoad(*job, *findings, streams);
        if (!m_requestsOut.empty()) {
            const auto saved = providers::saveAtomically(m_requestsOut, requestsCsv(*job, findings->outcome));
            if (!saved) {
                return fail(saved.error(), streams);
            }
        }
        if (m_isJson) {
            streams.out << replayJson(*job, *findings).dump(2, ' ', false, Json::error_handler_t::replace)
                        << '\n';
        } else {
            printReplay(*job, *findings, streams.out);
        }
        const ReplaySummary& summary = findings->outcome.summary;
        return summary.refused == summary.requests ? ExitStatus::AnswerIsNo : ExitStatus::Done;
    }

private:
    void declareModel(CLI::App& app)
    {
        app.add_option("--run", m_run, "All settings in one file; options given here go over it")
            ->type_name("FILE");
        app.add_option("--model", m_model, "config.json, a .gguf file, a plan, or example:NAME")
            ->type_name("CONFIG");
        app.add_option("--device", m_device, "Accelerator, e.g. h100-sxm")->type_name("D");
        app.add_option("--tensor-parallel",
                       m_tensorParallel,
                       "Devices that share each layer (default: the fewest that fit)")
            ->check(CLI::Range(1, 1024));
        app.add_option("--pipeline-parallel", m_pipelineParallel, "Stages of layers")
            ->check(CLI::Range(1, 1024));
        app.add_flag("--expert-parallel",
                     m_isExpertParallel,
                     "Mixture of experts: deal the experts out over the devices instead of cutting them");
        app.add_option("--precision", m_precision, "Of the weights (default: as stored)")->type_name("P");
        app.add_option("--step-times", m_stepTimes, "Measured times of an iteration instead of the roofline")
            ->type_name("TABLE");
        declareCatalogue(app, m_catalogue);
    }

    void declareEngine(CLI::App& app)
    {
        app.add_option("--replicas", m_replicas, "Replicas behind the router")->check(CLI::Range(1, 10'000));
        app.add_option("--router", m_router, "round-robin or least-outstanding")
            ->check(CLI::IsMember({"round-robin", "least-outstanding"}));
        app.add_option("--scheduler", m_scheduler, "v1, prefill-first or sarathi (default: v1)")
            ->check(CLI::IsMember({"v1", "prefill-first", "sarathi"}));
        app.add_option("--engine-profile", m_engineProfile, "Engine and version, for its overhead per step")
            ->type_name("E");
        app.add_option("--kv-blocks", m_kvBlocks, "Key-value blocks of a replica (default: what fits)")
            ->check(CLI::Range(std::int64_t{1}, kMostBlocks));
        app.add_option("--max-batch", m_maxBatch, "Sequences that run at once (default: 256)");
        app.add_option("--chunk", m_chunk, "Tokens of one iteration (default: 2048)");
        app.add_option(
               "--cached-prefix", m_cachedPrefix, "Share of each prompt that a prefix cache holds, 0 to 1")
            ->check(numberWithin(0, 0.999));
        app.add_flag("--prefix-cache",
                     m_hasPrefixCache,
                     "Cache what requests of the trace share (Mooncake's hash_ids), and what restarts left");
    }

    void declareLoad(CLI::App& app)
    {
        CLI::Option* trace =
            app.add_option(
                   "--trace",
                   m_trace,
                   "Requests: arrived_at,prefill_tokens,decode_tokens; Azure's and Mooncake's columns")
                ->type_name("FILE");
        CLI::Option* rate = app.add_option("--rate",
                                           m_load.perSecond,
                                           "Draw arrivals at this rate [requests/s] instead of the trace's")
                                ->check(numberWithin(kLeastRate, kMostRate));
        app.add_option("--burstiness",
                       m_load.burstiness,
                       "Squared coefficient of variation of the gaps; 1 is Poisson")
            ->check(numberWithin(0.001, 10'000))
            ->needs(rate);
        app.add_option(
               "--profile", m_load.profile, "Rate by hour of the week, e.g. office-hours; --rate is its peak")
            ->type_name("NAME")
            ->needs(rate);
        app.add_option("--input-tokens", m_load.inputTokens, "Without a trace: prompt of every request")
            ->check(CLI::Range(1, model::kMaxTokensPerRequest))
            ->excludes(trace)
            ->needs(rate);
        app.add_option("--output-tokens", m_load.outputTokens, "Without a trace: answer of every request")
            ->check(CLI::Range(0, model::kMaxTokensPerRequest))
            ->excludes(trace)
            ->needs(rate);
        app.add_option("--requests",
                       m_load.requests,
                       "With --rate: how many requests (default: the trace's, else 2000)")
            ->check(CLI::Range(std::size_t{1}, kMostRequests))
            ->needs(rate);
        app.add_option("--seed", m_seed, "Of the drawn arrivals (default: 1)");
        app.add_option("--ttft-p95",
                       m_objective.firstTokenP95Seconds,
                       "Search the largest rate within this objective [s]")
            ->check(numberWithin(kLeastSeconds, kMostSeconds));
        app.add_option("--tpot-p95",
                       m_objective.perOutputTokenP95Seconds,
                       "The same for the time per output token [s]")
            ->check(numberWithin(kLeastSeconds, kMostSeconds));
        app.add_option(
               "--end-to-end-p95", m_objective.endToEndP95Seconds, "The same for the whole answer [s]")
            ->check(numberWithin(kLeastSeconds, kMostSeconds));
        app.add_option("--measured",
                       m_measured,
                       "Means measured over these requests, to calibrate with: tokens-per-second=VALUE, "
                       "first-token=S, time-per-token=S")
            ->type_name("KIND=VALUE");
        app.add_flag(
            "--curve", m_wantsCurve, "Also the saturation curve: latency at shares of the stable rate");
    }

    [[nodiscard]] Result<ReplayRequest> readArguments(Streams& streams) const
    {
        auto measured = readMeasuredPoints(m_measured, PointLoad::OfTheRun);
        if (!measured) {
            return model::failure(std::move(measured).error());
        }
        ReplayRequest request{
            .load = m_load, .isExpertParallel = m_isExpertParallel, .measured = *std::move(measured)};
        if (!m_run.empty()) {
            std::vector<model::Error> notes;
            auto run = loadRun(m_run, notes);
            if (!run) {
                return model::failure(std::move(run).error());
            }
            request.run = *std::move(run);
            for (const model::Error& note : notes) {
                streams.err << model::text(note) << '\n';
            }
        }
        const auto over = [](auto& target, const auto& given) {
            if (given) {
                target = *given;
            }
        };
        const auto overText = [](std::string& target, const std::string& given) {
            target = given.empty() ? target : given;
        };
        model::ReplayRun& run = request.run;
        overText(run.modelPath, m_model);
        overText(run.device, m_device);
        overText(run.precision, m_precision);
        overText(run.stepTimesPath, m_stepTimes);
        overText(run.tracePath, m_trace);
        overText(run.engineProfile, m_engineProfile);
        over(run.tensorParallel, m_tensorParallel);
        over(run.pipelineStages, m_pipelineParallel);
        over(run.replicas, m_replicas);
        over(run.kvBlocks, m_kvBlocks);
        over(run.maxBatch, m_maxBatch);
        over(run.chunkTokens, m_chunk);
        over(run.cachedPrefixFraction, m_cachedPrefix);
        if (m_hasPrefixCache) {
            run.cachesSharedPrefixes = true;
        }
        over(run.seed, m_seed);
        if (!m_scheduler.empty()) {
            run.scheduler = providers::parseBatchScheduler(m_scheduler).value();
        }
        if (m_router == "least-outstanding") {
            request.router = simulator::ReplayRouter::LeastOutstanding;
        }
        return request;
    }

    template <typename Timer>
    [[nodiscard]] Result<ReplayFindings> simulate(const ReplayJob& job, const Timer& timer) const
    {
        const std::span<const model::TraceRequest> requests(job.requests);
        // The one measurement of real time: how fast the simulation itself is, files and printing apart.
        const auto start = std::chrono::steady_clock::now();
        auto outcome = simulator::replay(requests, job.settings, timer);
        const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - start;
        if (!outcome) {
            return model::failure(std::move(outcome).error());
        }
        ReplayFindings findings{.outcome = *std::move(outcome),
                                .wallSeconds = wall.count(),
                                .offeredPerSecond = simulator::offeredPerSecond(requests)};
        if (const auto stable = simulator::stableRate(requests, job.settings, timer)) {
            findings.stable = *stable;
        }
        if (m_objective.firstTokenP95Seconds || m_objective.perOutputTokenP95Seconds
            || m_objective.endToEndP95Seconds) {
            auto sustained = simulator::sustainedRate(requests, job.settings, timer, m_objective);
            if (!sustained) {
                return model::failure(std::move(sustained).error());
            }
            findings.sustained = *std::move(sustained);
        }
        if (m_wantsCurve) {
            constexpr std::array kShares{0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1.0, 1.1};
            auto curve = simulator::saturationCurve(
                requests, job.settings, timer, kShares, std::max(1U, std::thread::hardware_concurrency()));
            if (!curve) {
                return model::failure(std::move(curve).error());
            }
            findings.curve = *std::move(curve);
        }
        return findings;
    }

    /// Says on the diagnostics what the figures must not be taken for.
    static void noteLoad(const ReplayJob& job, const ReplayFindings& findings, Streams& streams)
    {
        const ReplaySummary& summary = findings.outcome.summary;
        if (summary.refused > 0) {
            const std::int64_t room =
                job.settings.kvBlocks * static_cast<std::int64_t>(job.settings.blockSizeTokens);
            streams.err << model::text(
                {.where = "replay",
                 .message =
                     fmt::format("{} of {} requests can never fit into the key-value blocks "
                                 "and were refused: {} blocks hold {} tokens, prompt and answer together",
                                 summary.refused,
                                 summary.requests,
                                 job.settings.kvBlocks,
                                 room),
                 .hint = "more blocks, a device with more memory, a lower precision, or shorter requests"})
                        << '\n';
        }
        if (findings.stable && findings.state() == simulator::LoadState::Overloaded) {
            streams.err << model::text(
                {.where = "replay",
                 .message =
                     fmt::format("overloaded: {}, {:.3f} requests/s are stable",
                                 std::isfinite(findings.offeredPerSecond)
                                     ? fmt::format("{:.3f} requests/s are offered", findings.offeredPerSecond)
                                     : std::string("all requests arrive at once"),
                                 findings.stable->requestsPerSecond),
                 .hint = tellsLatencies(job, findings)
                             ? "the latencies are those of this trace alone; under a lasting load the queue "
                               "grows without end"
                             : "no latency is claimed: the queue grows as long as requests arrive"})
                        << '\n';
        }
    }

    std::string m_run;
    std::string m_model;
    std::string m_device;
    std::string m_precision;
    std::string m_stepTimes;
    std::string m_trace;
    std::string m_engineProfile;
    std::string m_scheduler;
    std::string m_router;
    std::string m_catalogue;
    std::string m_requestsOut;
    std::optional<std::int32_t> m_tensorParallel;
    std::optional<std::int32_t> m_pipelineParallel;
    std::optional<std::int32_t> m_replicas;
    std::optional<std::int64_t> m_kvBlocks;
    std::optional<std::int32_t> m_maxBatch;
    std::optional<std::int32_t> m_chunk;
    std::optional<double> m_cachedPrefix;
    std::optional<std::uint64_t> m_seed;
    SyntheticLoad m_load;
    simulator::LatencyObjective m_objective;
    std::vector<std::string> m_measured;
    bool m_isExpertParallel = false;
    bool m_hasPrefixCache = false;
    bool m_wantsCurve = false;
    bool m_isJson = false;
};

} // namespace

std::unique_ptr<Command> makeReplayCommand()
{
    return std::make_unique<ReplayCommand>();
}

} // namespace wherewithal::app::cli
