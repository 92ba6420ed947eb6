// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/throughput/Calibration.h"
#include "simulator/throughput/LlmReplica.h"
#include "simulator/throughput/replay/Replay.h"
#include "simulator/throughput/replay/RooflineStepTimer.h"
#include "tests/simulator/throughput/MeasuredSetup.h"
#include "tests/simulator/throughput/Verdicts.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

using namespace wherewithal;
using model::Accelerator;
using model::Assumptions;
using model::LlmArchitecture;
using tests::CsvRow;
using tests::deviceCalled;
using tests::Errors;
using tests::isAbsent;
using tests::modelCalled;
using tests::place;
using tests::quantile;
using tests::Setup;
using tests::sharedTable;
using tests::verdict;

namespace {

std::vector<model::TraceRequest> requestsOf(const char* path)
{
    std::vector<model::TraceRequest> requests;
    for (const CsvRow& row : sharedTable(path)) {
        requests.push_back({row.number("arrived_at"),
                            static_cast<int>(row.number("prefill_tokens")),
                            static_cast<int>(row.number("decode_tokens"))});
    }
    return requests;
}

model::Result<simulator::ReplayOutcome> replayed(const Setup& setup,
                                                 const Assumptions& assumptions,
                                                 const std::vector<model::TraceRequest>& requests,
                                                 const simulator::ReplaySettings& settings,
                                                 const simulator::LlmTuning& tuning = {})
{
    const model::LlmServing serving = tests::servingOf(setup);
    const model::Machine machine = tests::gpuMachine(*setup.device, setup.devices);
    const auto run = simulator::rooflineReplay({.serving = &serving,
                                                .host = {&machine, setup.device},
                                                .tensorParallel = setup.tensorParallel,
                                                .tuning = tuning},
                                               assumptions,
                                               requests,
                                               settings);
    if (!run) {
        return model::failure(run.error());
    }
    return simulator::replay(requests, run->settings, run->timer);
}

} // namespace

/// A serving engine under load: its latencies, its rates and the tokens its cache holds.
/// Predictions with the standard assumptions: nothing is fitted on a row that is tested. Each function prints
/// its rows and its verdict; simulator/throughput/README.md keeps the table.
class tst_ServingReference : public QObject
{
    Q_OBJECT
private slots:
    void t3RooflineAgainstTheReplayedRuns();
    void t5ServingOnH100();
    void t6PerRequestRuns();
    void t11CacheCapacity();
};

void tst_ServingReference::t3RooflineAgainstTheReplayedRuns()
{
    const auto results = sharedTable("llm-reference/vidur-results.csv");
    if (isAbsent(results, "T3")) {
        return;
    }
    Errors rate;
    Errors perToken;
    Errors first;
    for (const CsvRow& row : results) {
        const std::string& name = row.text("name");
        const bool isModern = name.starts_with("l3_8b") || name.starts_with("l2_70b_h100");
        if (!isModern) {
            continue;
        }
        const auto config =
            nlohmann::json::parse(tests::sharedText(("llm-reference/runs/" + name + ".config.json").c_str()));
        const auto requests = requestsOf(("llm-reference/runs/" + name + ".requests.csv").c_str());
        const Accelerator device = deviceCalled(config["device"] == "h100" ? "H100" : "A100");
        Setup setup{.architecture = name.starts_with("l3") ? tests::knownModels()[0].architecture
                                                           : tests::measuredModel("Llama-2-70B"),
                    .device = &device,
                    .devices = config["tensor_parallel"],
                    .tensorParallel = config["tensor_parallel"],
                    .input = 1000,
                    .output = 200,
                    .profile = "none"};
        simulator::ReplaySettings settings;
        settings.scheduler = config["scheduler"] == "sarathi" ? model::BatchScheduler::Sarathi
                                                              : model::BatchScheduler::PrefillFirst;
        settings.kvBlocks = config["num_kv_blocks"];
        settings.maxBatch = config["batch_size_cap"];
        if (config["chunk_size"].is_number()) {
            settings.chunkTokens = config["chunk_size"];
        }
        const auto outcome = replayed(setup, {}, requests, settings);
        QVERIFY(outcome.has_value());
        const auto& s = outcome->summary;
        qInfo("T3 %-32s out tok/s %7.1f (%7.1f) %+5.1f %%  TPOT p50 %7.4f (%7.4f) %+5.1f %%  TTFT p50 %7.4f "
              "(%7.4f) %+5.1f %%",
              name.c_str(),
              s.outputTokensPerSecond,
              row.number("out_tok_s"),
              100 * (s.outputTokensPerSecond / row.number("out_tok_s") - 1),
              s.perOutputTokenSeconds.p50,
              row.number("tpot_p50"),
              100 * (s.perOutputTokenSeconds.p50 / row.number("tpot_p50") - 1),
              s.firstTokenSeconds.p50,
              row.number("ttft_p50"),
              100 * (s.firstTokenSeconds.p50 / row.number("ttft_p50") - 1));
        rate.add(s.outputTokensPerSecond, row.number("out_tok_s"));
        if (s.busyFraction < 0.85) {
            perToken.add(s.perOutputTokenSeconds.p50, row.number("tpot_p50"));
            first.add(s.firstTokenSeconds.p50, row.number("ttft_p50"));
        }
    }
    verdict("T3", "throughput, worst run", rate.absoluteQuantile(1.0), 0.10, 0.10);
    verdict("T3", "time per token p50, median run", perToken.absoluteQuantile(0.5), 0.20, 0.12);
    verdict("T3", "time per token p50, worst run", perToken.absoluteQuantile(1.0), 0.20, 0.12);
    verdict("T3", "time to first token p50, median run", first.absoluteQuantile(0.5), 0.30, 0.20);
    verdict("T3", "time to first token p50, worst run", first.absoluteQuantile(1.0), 0.30, 0.20);
}

void tst_ServingReference::t5ServingOnH100()
{
    const auto rows = sharedTable("llm-reference/measured-vllm-h100.csv");
    if (isAbsent(rows, "T5")) {
        return;
    }
    const Accelerator device = deviceCalled("H100");
    Errors whole;
    Errors perToken;
    Errors first;
    for (const CsvRow& row : rows) {
        const int stage = static_cast<int>(row.number("stage"));
        const LlmArchitecture architecture = modelCalled(row.text("model"));
        if (stage < 0 || architecture.hiddenSize == 0 || row.text("precision") != "FP16"
            || row.text("model").find("Scout") != std::string::npos) {
            continue;
        }
        // "8/s for 600 s; 20/s for 600 s": the stage's own rate.
        std::string stages = row.text("stages");
        for (int i = 0; i < stage; ++i) {
            stages = stages.substr(stages.find(';') + 2);
        }
        const double rate = std::strtod(stages.c_str(), nullptr);
        Setup setup{.architecture = architecture,
                    .device = &device,
                    .devices = static_cast<int>(row.number("tp")),
                    .tensorParallel = static_cast<int>(row.number("tp")),
                    .input = row.number("system_prompt_len") + row.number("question_len"),
                    .output = row.number("implied_output_tokens"),
                    .maxBatch = 128};
        Assumptions assumptions;
        QVERIFY(assumptions.set("llm-step-tokens", row.number("max_num_batched_tokens")).has_value());
        auto placed = place(setup, assumptions);
        QVERIFY(placed.has_value());
        placed->lengths.prefill =
            row.number("question_len"); // the shared system prompt is in the prefix cache
        const auto point = simulator::pointAtRate(placed->replica, placed->lengths, rate);
        if (!point) {
            qInfo("T5 %-28s %-10s %5.1f/s: predicted overloaded",
                  architecture.name.c_str(),
                  row.text("workload").c_str(),
                  rate);
            continue;
        }
        qInfo("T5 %-20s %-9s %4.1f/s  E2E %7.3f (%7.3f) %+5.1f %%  ITL %6.2f (%6.2f) ms %+5.1f %%  TTFT "
              "%6.1f (%6.1f) ms %+5.1f %%",
              architecture.name.c_str(),
              row.text("workload").c_str(),
              rate,
              point->endToEnd,
              row.number("e2e_mean_ms") / 1e3,
              100 * (point->endToEnd / row.number("e2e_mean_ms") * 1e3 - 1),
              point->timePerToken * 1e3,
              row.number("itl_mean_ms"),
              100 * (point->timePerToken * 1e3 / row.number("itl_mean_ms") - 1),
              point->timeToFirstToken * 1e3,
              row.number("ttft_mean_ms"),
              100 * (point->timeToFirstToken * 1e3 / row.number("ttft_mean_ms") - 1));
        whole.add(point->endToEnd, row.number("e2e_mean_ms") / 1e3);
        perToken.add(point->timePerToken, row.number("itl_mean_ms") / 1e3);
        first.add(point->timeToFirstToken, row.number("ttft_mean_ms") / 1e3);
    }
    qInfo("T5 %zu stages, bias E2E %+.1f %%, ITL %+.1f %%, TTFT %+.1f %%",
          whole.count(),
          100 * whole.bias(),
          100 * perToken.bias(),
          100 * first.bias());
    tests::coverageVerdict("T5", {{"16 bits, kernels measured", &whole, "llm-error-sigma-known"}});
    verdict("T5", "end to end, median", whole.absoluteQuantile(0.5), 0.15, 0.08);
    verdict("T5", "between tokens, median", perToken.absoluteQuantile(0.5), 0.15, 0.08);
    verdict("T5", "time to first token, median", first.absoluteQuantile(0.5), 0.22, 0.15);
}

namespace {

void perRequestRun(const char* name, const char* deviceName, std::int64_t kvTokens, int maxBatch)
{
    const std::string path = std::string("llm-reference/vllm-measured/") + name + ".requests.csv";
    const auto rows = sharedTable(path.c_str());
    const auto requests = requestsOf(path.c_str());
    const Accelerator device = deviceCalled(deviceName);
    Setup setup{.architecture = tests::knownModels()[0].architecture,
                .device = &device,
                .input = 500,
                .output = 300,
                .maxBatch = maxBatch};
    Assumptions assumptions;
    QVERIFY(assumptions.set("llm-step-tokens", 2048.0).has_value());
    simulator::ReplaySettings settings;
    settings.kvBlocks = kvTokens / 16; // 0: as the model places it
    settings.maxBatch = maxBatch;
    const auto engine = nlohmann::json::parse(
        tests::sharedText((std::string("llm-reference/vllm-measured/") + name + ".json").c_str()));
    settings.keepsRestartedBlocks = engine.value("/kv_cache/enable_prefix_caching"_json_pointer, false);
    const auto outcome = replayed(setup, assumptions, requests, settings);
    QVERIFY(outcome.has_value());
    std::vector<double> measured;
    double end = 0.0;
    double tokens = 0.0;
    for (const CsvRow& row : rows) {
        measured.push_back(row.number("finished_at") - row.number("arrived_at"));
        end = std::max(end, row.number("finished_at"));
        tokens += row.number("decode_tokens");
    }
    const auto& s = outcome->summary;
    const double rate = s.outputTokensPerSecond / (tokens / end);
    qInfo("T6 %s: restarts %lld, iterations %lld, running %.1f, TPOT p50 %.4f, busy %.3f",
          name,
          static_cast<long long>(s.restarts),
          static_cast<long long>(s.iterations),
          s.meanRunning,
          s.perOutputTokenSeconds.p50,
          s.busyFraction);
    qInfo("T6 %s: out tok/s %.0f (%.0f) %+.1f %%  e2e p50 %.1f (%.1f) %+.1f %%  p90 %.1f (%.1f) %+.1f %%  "
          "p99 %.1f (%.1f) %+.1f %%",
          name,
          s.outputTokensPerSecond,
          tokens / end,
          100 * (rate - 1),
          s.endToEndSeconds.p50,
          quantile(measured, 0.5),
          100 * (s.endToEndSeconds.p50 / quantile(measured, 0.5) - 1),
          s.endToEndSeconds.p90,
          quantile(measured, 0.9),
          100 * (s.endToEndSeconds.p90 / quantile(measured, 0.9) - 1),
          s.endToEndSeconds.p99,
          quantile(measured, 0.99),
          100 * (s.endToEndSeconds.p99 / quantile(measured, 0.99) - 1));
    verdict("T6", (std::string(deviceName) + " output tokens/s").c_str(), std::abs(rate - 1), 0.20, 0.15);
    double worst = 0.0;
    for (const auto& [p, reached] : {std::pair{0.5, s.endToEndSeconds.p50},
                                     {0.9, s.endToEndSeconds.p90},
                                     {0.99, s.endToEndSeconds.p99}}) {
        worst = std::max(worst, std::abs(reached / quantile(measured, p) - 1));
    }
    verdict(
        "T6", (std::string(deviceName) + " end to end, worst of p50, p90, p99").c_str(), worst, 0.25, 0.15);

    // One measured point, the total throughput; the percentiles are not shown to the fit.
    const std::vector<double> point{tokens / end};
    const auto predict = [&](const simulator::LlmTuning& tuning) -> model::Result<std::vector<double>> {
        const auto tried = replayed(setup, assumptions, requests, settings, tuning);
        if (!tried) {
            return model::failure(tried.error());
        }
        return std::vector<double>{tried->summary.outputTokensPerSecond};
    };
    const auto fit = simulator::calibrate(point, **simulator::findEngineProfile(""), predict);
    QVERIFY2(fit.has_value(), fit ? "" : fit.error().message.c_str());
    const auto tuned = replayed(setup, assumptions, requests, settings, fit->tuning);
    QVERIFY(tuned.has_value());
    const auto& t = tuned->summary.endToEndSeconds;
    qInfo("T6 %s: calibrated factor %.3f, step %.2f ms, error %.1f %% to %.1f %% in %d iterations",
          name,
          fit->tuning.computeFactor,
          1e3 * *fit->tuning.secondsPerStep,
          100 * fit->errorBefore,
          100 * fit->errorAfter,
          fit->iterations);
    worst = 0.0;
    for (const auto& [p, reached] : {std::pair{0.5, t.p50}, {0.9, t.p90}, {0.99, t.p99}}) {
        worst = std::max(worst, std::abs(reached / quantile(measured, p) - 1));
    }
    verdict("T6",
            (std::string(deviceName) + " calibrated, end to end, worst percentile").c_str(),
            worst,
            0.10,
            0.05);
}

} // namespace

void tst_ServingReference::t6PerRequestRuns()
{
    if (isAbsent(sharedTable("llm-reference/vllm-measured/RTX4090_Llama-3.1-8B.requests.csv"), "T6")) {
        return;
    }
    perRequestRun("RTX4090_Llama-3.1-8B", "RTX 4090", 41408, 256);
    perRequestRun("RTXPRO6000_Llama-3.1-8B", "PRO 6000", 0, 128);
}

void tst_ServingReference::t11CacheCapacity()
{
    const auto rows = sharedTable("llm-reference/measured-vllm-h100.csv");
    if (isAbsent(rows, "T11")) {
        return;
    }
    Errors all;
    std::string last;
    const auto check = [&](const char* name,
                           const LlmArchitecture& architecture,
                           const Accelerator& device,
                           int devices,
                           double measured) {
        const auto placed = place({.architecture = architecture,
                                   .device = &device,
                                   .devices = devices,
                                   .tensorParallel = devices,
                                   .input = 100,
                                   .output = 100});
        QVERIFY(placed.has_value());
        qInfo("T11 %-30s x%d  %8.0f tokens (%8.0f) %+5.1f %%",
              name,
              devices,
              placed->replica.cacheTokens,
              measured,
              100 * (placed->replica.cacheTokens / measured - 1));
        all.add(placed->replica.cacheTokens, measured);
    };
    check("RTX 4090 Llama-3.1-8B", tests::knownModels()[0].architecture, deviceCalled("RTX 4090"), 1, 41408);
    for (const CsvRow& row : rows) {
        const LlmArchitecture architecture = modelCalled(row.text("model"));
        if (row.text("model") != last && architecture.hiddenSize > 0 && row.text("precision") == "FP16") {
            check(("H100 " + architecture.name).c_str(),
                  architecture,
                  deviceCalled("H100"),
                  static_cast<int>(row.number("tp")),
                  16 * row.number("kv_blocks_16"));
        }
        last = row.text("model");
    }
    verdict("T11", "cache tokens, worst row", all.absoluteQuantile(1.0), 0.10, 0.05);
}

QTEST_APPLESS_MAIN(tst_ServingReference)
#include "tst_ServingReference.moc"
