// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/throughput/Calibration.h"
#include "simulator/throughput/Capacity.h"
#include "simulator/throughput/LlmReplica.h"
#include "simulator/throughput/Training.h"
#include "simulator/throughput/replay/Replay.h"
#include "simulator/throughput/replay/RooflineStepTimer.h"
#include "tests/simulator/throughput/Hosts.h"
#include "tests/simulator/throughput/KnownModels.h"
#include "tests/simulator/throughput/SharedData.h"

#include <QtTest>

#include <numeric>

/// Predictions against published measurements and kernels, with the standard assumptions: nothing is fitted
/// on a row that is tested. Each function prints its rows and its verdict; the folder's README keeps the
/// table.
using namespace wherewithal;
using model::Accelerator;
using model::Assumptions;
using model::LlmArchitecture;
using model::Precision;
using simulator::LlmLengths;
using simulator::LlmPoint;
using simulator::LlmReplica;
using tests::CsvRow;
using tests::Errors;
using tests::sharedTable;

namespace {

struct Setup
{
    LlmArchitecture architecture;
    const Accelerator* device = nullptr;
    Precision precision = Precision::Bf16;
    int devices = 1;
    int tensorParallel = 0;
    double input = 0.0;
    double output = 0.0;
    int maxBatch = 2048;
    const char* profile = "";
    bool isExpertParallel = false;
    double requests = 0.0; ///< of the whole run; 0: without end
};

model::LlmServing servingOf(const Setup& setup)
{
    model::LlmServing serving;
    serving.architecture = setup.architecture;
    serving.weightPrecision = setup.precision;
    serving.cachePrecision = setup.precision == Precision::Bf16 ? Precision::Bf16 : Precision::Fp8;
    serving.inputTokens = setup.input;
    serving.outputTokens = setup.output;
    serving.engineProfile = setup.profile;
    serving.maxBatch = setup.maxBatch;
    return serving;
}

struct Placed
{
    LlmReplica<double> replica;
    LlmLengths<double> lengths;
};

model::Result<Placed> place(const Setup& setup, const Assumptions& assumptions = {})
{
    model::LlmServing serving = servingOf(setup);
    serving.isExpertParallel = setup.isExpertParallel;
    const model::Machine machine = tests::gpuMachine(*setup.device, setup.devices);
    const LlmLengths<double> lengths{setup.input, setup.output, setup.input};
    const auto replica = simulator::placeLlm<double>(
        {.serving = &serving, .host = {&machine, setup.device}, .tensorParallel = setup.tensorParallel},
        assumptions,
        lengths);
    if (!replica) {
        return model::failure(replica.error());
    }
    return Placed{*replica, lengths};
}

/// Output tokens per second of all devices when requests wait without end; or until the last of a run of so
/// many equal requests is done: they run in whole batches that start and end together, and a rest.
double offlineTokensPerSecond(const Setup& setup, const Assumptions& assumptions = {})
{
    const auto placed = place(setup, assumptions);
    if (!placed) {
        return std::nan("");
    }
    const double replicas = setup.devices / placed->replica.devices();
    const auto rate = [&](double batch) {
        return simulator::saturatedPoint(placed->replica, placed->lengths, batch).requestsPerSecond;
    };
    const double cap = placed->replica.batchCap;
    if (setup.requests == 0.0) {
        return rate(cap) * setup.output * replicas;
    }
    const double share = setup.requests / replicas;
    const double batch = std::min(cap, share);
    const double rest = std::fmod(share, batch);
    const double seconds = (share - rest) / rate(batch) + (rest > 0.0 ? rest / rate(rest) : 0.0);
    return setup.requests * setup.output / seconds;
}

Accelerator deviceCalled(const std::string& name)
{
    static const auto kDevices = tests::sharedDevices();
    static const std::vector<std::pair<const char*, const char*>> kNames{{"H100-NVL", "h100-nvl"},
                                                                         {"H100-PCIe", "h100-pcie"},
                                                                         {"H100", "h100-sxm"},
                                                                         {"H200-NVL", ""},
                                                                         {"H200", "h200-sxm"},
                                                                         {"GB200", "gb200"},
                                                                         {"GB300", ""},
                                                                         {"B200", "b200-sxm"},
                                                                         {"GH200", ""},
                                                                         {"A100-PCIe", "a100-pcie-80"},
                                                                         {"A100", "a100-sxm-80"},
                                                                         {"L40S", "l40s"},
                                                                         {"MI300X", "mi300x"},
                                                                         {"MI325X", "mi325x"},
                                                                         {"6000 Pro", "rtxpro6000-bse"},
                                                                         {"PRO 6000", "rtxpro6000-bse"},
                                                                         {"L4", "l4"},
                                                                         {"8592+", "xeon-8592p"},
                                                                         {"6980P", "xeon-6980p"},
                                                                         {"Gaudi(R) 2", "gaudi2"},
                                                                         {"RTX 4090", "rtx4090"}};
    if (name.find("(x16)") != std::string::npos || name.find("Virtualized") != std::string::npos) {
        return {};
    }
    for (const auto& [part, id] : kNames) {
        if (name.find(part) != std::string::npos) {
            const auto at = kDevices.find(id);
            return at == kDevices.end() ? Accelerator{} : at->second;
        }
    }
    return {};
}

LlmArchitecture modelCalled(const std::string& name)
{
    const auto known = tests::knownModels();
    const auto has = [&](const char* part) {
        return name.find(part) != std::string::npos;
    };
    if (has("Llama-3.1-8B") || has("llama3.1-8b") || has("llama3_1-8b")) {
        return known[0].architecture;
    }
    if (has("Llama-2-7b")) {
        return known[1].architecture;
    }
    if (has("Mistral-Nemo")) {
        return known[2].architecture;
    }
    if (has("mixtral-8x7b")) {
        return known[3].architecture;
    }
    if (has("Qwen2.5-7B")) {
        return known[4].architecture;
    }
    if (has("Qwen3-30B")) {
        return known[5].architecture;
    }
    if (has("llama2-70b") || has("Llama-2-70b")) {
        return tests::measuredModel("Llama-2-70B");
    }
    if (has("70B")) {
        return tests::measuredModel("Llama-3.1-70B");
    }
    if (has("405B") || has("405b")) {
        return tests::measuredModel("Llama-3.1-405B");
    }
    if (has("Qwen3-235B")) {
        return tests::measuredModel("Qwen3-235B-A22B");
    }
    return tests::measuredModel(name);
}

bool isAbsent(const std::vector<CsvRow>& rows, const char* what)
{
    if (rows.empty()) {
        qInfo("%s: the data is not beside the project, not run", what);
    }
    return rows.empty();
}

/// Prints the row of the README's table. What is owed must hold.
void verdict(const char* test, const char* what, double reached, double pass, double stretch)
{
    const char* word = reached <= stretch ? "stretch" : reached <= pass ? "pass" : "MISSED";
    qInfo("VERDICT %-4s %-58s %6.1f %%  pass %4.0f %%  stretch %4.0f %%  %s",
          test,
          what,
          100.0 * reached,
          100.0 * pass,
          100.0 * stretch,
          word);
    QVERIFY(reached <= pass);
}

/// The stated 80 % interval: its width by rule from one half of a class's rows (root mean square error), its
/// coverage on the other half, both ways; and the coverage of the width that the program uses.
struct CoverageClass
{
    std::string name;
    const Errors* errors = nullptr;
    const char* assumption = nullptr;
};

void coverageVerdict(const char* test, const std::vector<CoverageClass>& classes)
{
    double inside = 0.0;
    double count = 0.0;
    for (const CoverageClass& c : classes) {
        const double used = Assumptions{}.get(c.assumption).median();
        const double width = std::exp(1.28155 * used);
        qInfo("%-4s interval of %s: %zu rows, sigma %.3f and %.3f from the halves, %.3f from all, used %.3f; "
              "holds %.0f %% crossed, %.0f %% as used",
              test,
              c.name.c_str(),
              c.errors->count(),
              c.errors->halfSigma(0),
              c.errors->halfSigma(1),
              c.errors->halfSigma(0, 1),
              used,
              100 * c.errors->crossedCoverage(),
              100 * c.errors->coverage(1.0 / width, width));
        // What the program uses is what the rule gives.
        QVERIFY(std::abs(used - c.errors->halfSigma(0, 1)) < 0.01);
        inside += c.errors->crossedCoverage() * static_cast<double>(c.errors->count());
        count += static_cast<double>(c.errors->count());
    }
    const double held = inside / count;
    qInfo("VERDICT %-4s %-58s %6.1f %%  pass 75 to 85 %%  %s",
          test,
          "80 % interval, width from one half, coverage of the other",
          100 * held,
          held >= 0.75 && held <= 0.85 ? "pass" : "MISSED");
    QVERIFY(held >= 0.75 && held <= 0.85);
}

} // namespace

class tst_ThroughputReference : public QObject
{
    Q_OBJECT
private slots:
    void t3RooflineAgainstTheReplayedRuns();
    void t4KernelModelAgainstMeasuredKernels();
    void t4Fp8Kernels();
    void t5ServingOnH100();
    void t6PerRequestRuns();
    void t7OfflineLanguageModels();
    void t8ClassicInference();
    void t9Training();
    void t11CacheCapacity();
    void t14OrderOfDevices();
};

namespace {

struct Run
{
    simulator::ReplaySettings settings;
    std::vector<model::TraceRequest> requests;
};

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
    const model::LlmServing serving = servingOf(setup);
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

double quantile(std::vector<double> values, double p)
{
    std::ranges::sort(values);
    const double place = p * static_cast<double>(values.size() - 1);
    const auto low = static_cast<std::size_t>(place);
    return values[low]
           + (place - static_cast<double>(low))
                 * (values[std::min(low + 1, values.size() - 1)] - values[low]);
}

} // namespace

void tst_ThroughputReference::t3RooflineAgainstTheReplayedRuns()
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

namespace {

Errors kernelErrors(const char* path, const simulator::DeviceModel<double>& device)
{
    Errors errors;
    constexpr double kLeast = 1024.0;
    for (const CsvRow& row : sharedTable(path)) {
        const double m = row.number("m");
        const double n = row.number("n");
        const double k = row.number("k");
        if (row.text("gemm_dtype") != "bfloat16" || n < kLeast || k < kLeast || n > 32768 || k > 32768) {
            continue;
        }
        const double bytes = 2.0 * (k * n + m * k + m * n);
        errors.add(simulator::kernelSeconds(
                       device, 2.0 * m * n * k, bytes, simulator::matrixRates(device, Precision::Bf16)),
                   row.number("latency_ms") * 1e-3);
    }
    return errors;
}

/// FP8 kernels. Their time includes quantising the inputs in kernels of their own: a start and a time per
/// number, fitted to the same kernels and left out of predictions. So is their share of peak arithmetic,
/// which serving does not reach; the other constants are the device's.
Errors fp8KernelErrors(const char* path, const simulator::DeviceModel<double>& device)
{
    constexpr double kComputeShare = 0.73;
    constexpr double kQuantiseStart = 9.2e-6;
    constexpr double kQuantisedPerSecond = 95e9;
    constexpr double kLeast = 1024.0;
    Errors errors;
    for (const CsvRow& row : sharedTable(path)) {
        const double m = row.number("m");
        const double n = row.number("n");
        const double k = row.number("k");
        if (row.text("gemm_dtype") != "fp8" || n < kLeast || k < kLeast || n > 32768 || k > 32768) {
            continue;
        }
        const double bytes = k * n + 2.0 * (m * k + m * n);
        simulator::MatrixRates<double> rates = simulator::matrixRates(device, Precision::Fp8);
        rates.peak = *device.peakFp8 * kComputeShare;
        errors.add(simulator::kernelSeconds(device, 2.0 * m * n * k, bytes, rates) + kQuantiseStart
                       + m * k / kQuantisedPerSecond,
                   row.number("latency_ms") * 1e-3);
    }
    return errors;
}

} // namespace

void tst_ThroughputReference::t4KernelModelAgainstMeasuredKernels()
{
    if (isAbsent(sharedTable("llm-reference/kernel-measurements/h100_sxm-gemm.csv"), "T4")) {
        return;
    }
    for (const auto& [name, path] : {std::pair{"H100", "llm-reference/kernel-measurements/h100_sxm-gemm.csv"},
                                     {"A100", "llm-reference/kernel-measurements/a100_sxm-gemm.csv"}}) {
        const Accelerator device = deviceCalled(name);
        const model::Machine machine = tests::gpuMachine(device, 1);
        const auto own = simulator::acceleratorModel<double>({&machine, &device}, {});
        Assumptions standard;
        for (const char* key :
             {"gemm-compute-share", "gemm-bandwidth-share", "gemm-start-seconds", "gemm-sharpness"}) {
            QVERIFY(standard.set(key, model::findAssumption(key)->standard.median()).has_value());
        }
        const auto fallback = simulator::acceleratorModel<double>({&machine, &device}, standard);
        const Errors fitted = kernelErrors(path, *own);
        const Errors plain = kernelErrors(path, *fallback);
        qInfo("T4 %s: %zu kernels, own constants bias %+.1f %%, default constants bias %+.1f %%",
              name,
              fitted.count(),
              100 * fitted.bias(),
              100 * plain.bias());
        verdict("T4",
                (std::string(name) + " own constants, median").c_str(),
                fitted.absoluteQuantile(0.5),
                0.08,
                0.05);
        verdict("T4",
                (std::string(name) + " own constants, p90").c_str(),
                fitted.absoluteQuantile(0.9),
                0.25,
                0.25);
        verdict("T4",
                (std::string(name) + " default constants, median").c_str(),
                plain.absoluteQuantile(0.5),
                0.18,
                0.12);
    }
}

void tst_ThroughputReference::t4Fp8Kernels()
{
    const char* path = "llm-reference/kernel-measurements/h100_sxm-gemm.csv";
    if (isAbsent(sharedTable(path), "T4")) {
        return;
    }
    const Accelerator device = deviceCalled("H100");
    const model::Machine machine = tests::gpuMachine(device, 1);
    const Errors fitted =
        fp8KernelErrors(path, *simulator::acceleratorModel<double>({&machine, &device}, {}));
    qInfo("T4 H100 FP8: %zu kernels, bias %+.1f %%", fitted.count(), 100 * fitted.bias());
    verdict("T4", "H100 FP8 own constants, median", fitted.absoluteQuantile(0.5), 0.08, 0.05);
    verdict("T4", "H100 FP8 own constants, p90", fitted.absoluteQuantile(0.9), 0.25, 0.25);
}

void tst_ThroughputReference::t5ServingOnH100()
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
    coverageVerdict("T5", {{"16 bits, kernels measured", &whole, "llm-error-sigma-known"}});
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

void tst_ThroughputReference::t6PerRequestRuns()
{
    if (isAbsent(sharedTable("llm-reference/vllm-measured/RTX4090_Llama-3.1-8B.requests.csv"), "T6")) {
        return;
    }
    perRequestRun("RTX4090_Llama-3.1-8B", "RTX 4090", 41408, 256);
    perRequestRun("RTXPRO6000_Llama-3.1-8B", "PRO 6000", 0, 128);
}

namespace {

struct OfflineRow
{
    Setup setup;
    Accelerator device;
    std::string family; ///< for calibration: device and precision
    std::string label;
    double measured = 0.0;
};

/// Mean prompt of a data set where the file does not give a number.
double inputTokens(const CsvRow& row)
{
    const std::string& text = row.text("input_len");
    if (text.find("9.4k") != std::string::npos || row.text("model").find("405b") != std::string::npos) {
        return 9400.0;
    }
    if (text.find("778") != std::string::npos || row.text("model").find("8b") != std::string::npos) {
        return 778.0;
    }
    const double plain = row.number("input_len");
    constexpr double kAssumed = 256.0; // OpenOrca and mixtures: not stated, assumed
    return plain > 0.0 ? plain : kAssumed;
}

Precision declaredPrecision(const CsvRow& row)
{
    const std::string& text = row.text("precision");
    const bool isTrt = row.text("framework").starts_with("TensorRT");
    if (text == "FP4" || text == "fp4") {
        return Precision::Fp4;
    }
    if (text == "FP8" || text == "fp8") {
        return Precision::Fp8;
    }
    // Files that say fp16 on Hopper, Ada and Blackwell ran FP8 (FP4 on B200): the rates lie above the 16-bit
    // roofline.
    if (text == "fp16" && isTrt) {
        return row.text("device").find("B200") != std::string::npos ? Precision::Fp4 : Precision::Fp8;
    }
    return Precision::Bf16;
}

/// Requests of one run of the TensorRT-LLM 1.0 tables, by input and output tokens, as their page states.
double requestsOfTheRun(double input, double output)
{
    if (input <= 128.0 && output <= 128.0) {
        return 30000.0;
    }
    if (input >= 20000.0) {
        return 1000.0;
    }
    const bool isLong = output >= 4096.0 || (output >= 2000.0 && input >= 1000.0) || input >= 5000.0;
    return isLong ? 1500.0 : 3000.0;
}

std::vector<std::unique_ptr<OfflineRow>> offlineRows()
{
    std::vector<std::unique_ptr<OfflineRow>> result;
    for (const CsvRow& row : sharedTable("throughput-measurements.csv")) {
        const bool isTable = row.text("source").starts_with("TensorRT-LLM v1.0");
        const bool isMlperf =
            row.text("source").starts_with("MLPerf Inference") && row.text("scenario") == "Offline";
        if (row.text("metric") != "output_throughput" || (!isTable && !isMlperf)) {
            continue;
        }
        auto entry = std::make_unique<OfflineRow>();
        entry->device = deviceCalled(row.text("device"));
        const LlmArchitecture architecture = modelCalled(row.text("model"));
        if (entry->device.id.isEmpty() || entry->device.kind == "cpu" || architecture.hiddenSize == 0) {
            continue;
        }
        const Precision precision = declaredPrecision(row);
        entry->setup = {
            .architecture = architecture,
            .device = &entry->device,
            .precision = precision,
            .devices = static_cast<int>(row.number("device_count")),
            .tensorParallel = static_cast<int>(row.number("tp")),
            .input = inputTokens(row),
            .output = row.number("output_len"),
            .profile = row.text("framework").starts_with("TensorRT") ? "tensorrt-llm" : "",
            // The tables' own command for mixtures: --ep and enable_attention_dp.
            .isExpertParallel = isTable && architecture.isMixtureOfExperts() && row.number("tp") > 1,
            .requests = isTable ? requestsOfTheRun(inputTokens(row), row.number("output_len")) : 0.0};
        entry->family = entry->device.id.text() + " " + std::string(model::name(precision));
        entry->label = (isTable ? "table  " : "MLPerf ") + row.text("model");
        entry->measured = row.number("value");
        result.push_back(std::move(entry));
    }
    return result;
}

} // namespace

void tst_ThroughputReference::t7OfflineLanguageModels()
{
    if (isAbsent(sharedTable("throughput-measurements.csv"), "T7")) {
        return;
    }
    const auto rows = offlineRows();
    Errors all;
    std::vector<double> predictions;
    std::map<std::string, Errors> byFamily;
    std::map<std::string, Errors> byClass;
    for (const auto& row : rows) {
        const double predicted = offlineTokensPerSecond(row->setup);
        predictions.push_back(predicted);
        if (std::isnan(predicted)) {
            qInfo("T7 %-32s %-18s x%-3d %5.0f/%-5.0f does not fit",
                  row->label.c_str(),
                  row->family.c_str(),
                  row->setup.devices,
                  row->setup.input,
                  row->setup.output);
            continue;
        }
        qInfo("T7 %-32s %-18s x%-3d %5.0f/%-5.0f %9.0f (%9.0f) %+6.1f %%",
              row->label.c_str(),
              row->family.c_str(),
              row->setup.devices,
              row->setup.input,
              row->setup.output,
              predicted,
              row->measured,
              100 * (predicted / row->measured - 1));
        all.add(predicted, row->measured);
        byFamily[row->family].add(predicted, row->measured);
        byClass[row->setup.architecture.isMixtureOfExperts() ? "llm-error-sigma-experts"
                : simulator::findKernelConstants(row->device.id.text()) != nullptr
                    ? "llm-error-sigma-quantised"
                    : "llm-error-sigma"]
            .add(predicted, row->measured);
    }
    for (const auto& [family, errors] : byFamily) {
        qInfo("T7 family %-20s %3zu rows  bias %+6.1f %%  median %5.1f %%",
              family.c_str(),
              errors.count(),
              100 * errors.bias(),
              100 * errors.absoluteQuantile(0.5));
    }
    qInfo("T7 %zu rows, bias %+.1f %%", all.count(), 100 * all.bias());
    coverageVerdict("T7",
                    {{"dense models, kernels measured",
                      &byClass["llm-error-sigma-quantised"],
                      "llm-error-sigma-quantised"},
                     {"mixtures of experts", &byClass["llm-error-sigma-experts"], "llm-error-sigma-experts"},
                     {"dense models, kernels not measured", &byClass["llm-error-sigma"], "llm-error-sigma"}});
    verdict("T7", "all rows, median", all.absoluteQuantile(0.5), 0.20, 0.12);
    verdict("T7", "all rows, 80th percentile", all.absoluteQuantile(0.8), 0.35, 0.35);
    // One factor per device and precision from the even rows, judged on the odd ones, and the other way
    // round.
    Errors crossed;
    for (const std::size_t half : {std::size_t{0}, std::size_t{1}}) {
        std::map<std::string, std::vector<double>> ratios;
        std::map<std::string, std::size_t> seen;
        std::vector<std::size_t> place(rows.size());
        for (std::size_t i = 0; i < rows.size(); ++i) {
            place[i] = seen[rows[i]->family]++;
            if (place[i] % 2 == half && !std::isnan(predictions[i])) {
                ratios[rows[i]->family].push_back(rows[i]->measured / predictions[i]);
            }
        }
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const auto at = ratios.find(rows[i]->family);
            if (place[i] % 2 != half && !std::isnan(predictions[i]) && at != ratios.end()) {
                crossed.add(predictions[i] * quantile(at->second, 0.5), rows[i]->measured);
            }
        }
    }
    verdict(
        "T7", "one factor per device family, other half, median", crossed.absoluteQuantile(0.5), 0.15, 0.10);
}

namespace {

struct ClassicModel
{
    const char* name;
    const char* modelClass;
    double flops; ///< per sample
    const char* source;
};

// RetinaNet rows are left out: no source at hand for its operations per image.
constexpr std::array kClassic{
    ClassicModel{"resnet50", "cnn", 8.2e9, "2 x 4.1 GMAC per 224 x 224 image"},
    ClassicModel{"bert-99", "transformer-encoder", 0.12e12, "BERT-large, a SQuAD sample unpadded"},
};

} // namespace

void tst_ThroughputReference::t8ClassicInference()
{
    const auto rows = sharedTable("throughput-measurements.csv");
    if (isAbsent(rows, "T8")) {
        return;
    }
    Errors all;
    for (const CsvRow& row : rows) {
        const auto* const known = std::ranges::find_if(
            kClassic, [&](const ClassicModel& m) { return row.text("model") == m.name; });
        const Accelerator device = deviceCalled(row.text("device"));
        if (known == kClassic.end() || row.text("scenario") != "Offline" || row.text("metric") != "throughput"
            || device.id.isEmpty()) {
            continue;
        }
        model::Inference inference;
        inference.cost = {.modelName = known->name,
                          .modelClass = known->modelClass,
                          .flops = known->flops,
                          .precision = Precision::Int8,
                          .maxBatch = 1024};
        const model::Workload workload{.detail = inference};
        Accelerator sheet = device;
        if (sheet.kind == "cpu") {
            sheet.memoryBytes = 512 * model::kGib;
        }
        const model::Machine machine = tests::gpuMachine(sheet, static_cast<int>(row.number("device_count")));
        const auto capacity = simulator::replicaCapacity<double>(workload, {&machine, &sheet}, {}, {});
        QVERIFY2(capacity.has_value(), capacity ? "" : capacity.error().message.c_str());
        const double predicted = capacity->stablePerSecond * capacity->replicasPerMachine;
        qInfo("T8 %-10s %-36s x%-2.0f %9.0f (%9.0f) %+6.1f %%",
              known->name,
              row.text("device").c_str(),
              row.number("device_count"),
              predicted,
              row.number("value"),
              100 * (predicted / row.number("value") - 1));
        all.add(predicted, row.number("value"));
    }
    qInfo("T8 %zu rows, bias %+.1f %%", all.count(), 100 * all.bias());
    coverageVerdict("T8", {{"networks and encoders", &all, "inference-error-sigma"}});
    verdict("T8", "offline rows with default share of peak, median", all.absoluteQuantile(0.5), 0.25, 0.15);
}

void tst_ThroughputReference::t9Training()
{
    const auto rows = sharedTable("throughput-measurements.csv");
    if (isAbsent(rows, "T9")) {
        return;
    }
    Errors all;
    for (const CsvRow& row : rows) {
        const Accelerator device = deviceCalled(row.text("device"));
        const bool isLora =
            row.text("model") == "llama2_70b_lora" && row.text("metric") == "training_throughput_median";
        if (!isLora || device.id.isEmpty()) {
            continue;
        }
        model::Training training;
        training.architecture = tests::measuredModel("Llama-2-70B");
        training.method = model::Training::Method::Lora;
        training.precision = device.fp8FlopsPerSecond ? Precision::Fp8 : Precision::Bf16;
        training.sequenceLength = 8192;
        training.recomputesActivations = false;
        const int devices = static_cast<int>(row.number("device_count"));
        // Activations of one sequence are spread over the run's devices here; memory is not what is tested.
        const simulator::LlmShape<double> shape = simulator::shapeOf<double>(training.architecture);
        const auto counts = simulator::countLlm<double>(training.architecture, shape);
        model::Machine machine = tests::gpuMachine(device, std::min(devices, 8));
        machine.acceleratorMemoryBytesEach = 4096 * model::kGib;
        const model::Workload workload{.detail = training};
        const auto capacity = simulator::replicaCapacity<double>(workload, {&machine, &device}, {}, {});
        QVERIFY2(capacity.has_value(), capacity ? "" : capacity.error().message.c_str());
        const double nodes = devices / static_cast<double>(machine.acceleratorCount);
        const double exponent = model::findAssumption("training-scaling-exponent")->standard.median();
        const double predicted = capacity->perSecond * nodes * std::pow(nodes, -exponent);
        const double measured = row.number("value") * training.sequenceLength;
        qInfo("T9 %-26s x%-5d %9.0f (%9.0f) tokens/s %+6.1f %%  %.3g FLOP/token",
              row.text("device").c_str(),
              devices,
              predicted,
              measured,
              100 * (predicted / measured - 1),
              simulator::trainingFlopsPerToken<double>(training, shape, counts));
        all.add(predicted, measured);
    }
    qInfo("T9 %zu rows, bias %+.1f %%", all.count(), 100 * all.bias());
    coverageVerdict("T9", {{"adapters", &all, "training-error-sigma"}});
    verdict("T9", "LoRA rows, median", all.absoluteQuantile(0.5), 0.25, 0.15);
}

void tst_ThroughputReference::t11CacheCapacity()
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

namespace {

std::vector<double> ranks(const std::vector<double>& values)
{
    std::vector<double> result(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        for (const double other : values) {
            result[i] += other < values[i] ? 1.0 : other == values[i] ? 0.5 : 0.0;
        }
    }
    return result;
}

double spearman(const std::vector<double>& a, const std::vector<double>& b)
{
    const std::vector<double> x = ranks(a);
    const std::vector<double> y = ranks(b);
    const double n = static_cast<double>(x.size());
    const double mx = std::accumulate(x.begin(), x.end(), 0.0) / n;
    const double my = std::accumulate(y.begin(), y.end(), 0.0) / n;
    double xy = 0.0;
    double xx = 0.0;
    double yy = 0.0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        xy += (x[i] - mx) * (y[i] - my);
        xx += (x[i] - mx) * (x[i] - mx);
        yy += (y[i] - my) * (y[i] - my);
    }
    return xy / std::sqrt(xx * yy);
}

} // namespace

void tst_ThroughputReference::t14OrderOfDevices()
{
    if (isAbsent(sharedTable("throughput-measurements.csv"), "T14")) {
        return;
    }
    std::map<std::string, std::pair<std::vector<double>, std::vector<double>>> byDevice;
    for (const auto& row : offlineRows()) {
        if (row->label != "MLPerf llama2-70b-99") {
            continue;
        }
        const double predicted = offlineTokensPerSecond(row->setup) / row->setup.devices;
        if (!std::isnan(predicted)) {
            byDevice[row->family].first.push_back(predicted);
            byDevice[row->family].second.push_back(row->measured / row->setup.devices);
        }
    }
    std::vector<double> predicted;
    std::vector<double> measured;
    for (const auto& [device, values] : byDevice) {
        predicted.push_back(quantile(values.first, 0.5));
        measured.push_back(quantile(values.second, 0.5));
        qInfo(
            "T14 %-22s %7.0f (%7.0f) tokens/s per device", device.c_str(), predicted.back(), measured.back());
    }
    const double rho = spearman(predicted, measured);
    QVERIFY(rho >= 0.9);
    qInfo("VERDICT T14  order of %zu devices, Spearman %.3f  pass 0.90  stretch 0.95  %s",
          predicted.size(),
          rho,
          rho >= 0.95  ? "stretch"
          : rho >= 0.9 ? "pass"
                       : "MISSED");
}

QTEST_APPLESS_MAIN(tst_ThroughputReference)
#include "tst_ThroughputReference.moc"
