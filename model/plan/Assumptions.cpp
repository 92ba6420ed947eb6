// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/plan/Assumptions.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <vector>

namespace wherewithal::model {

namespace {

/// Sorted by key (tst_Plan checks). Rooms add their rows here; a row needs a basis.
const std::vector<AssumptionSpec>& table()
{
    static const std::vector<AssumptionSpec> rows{
        // clang-format off: a row is two lines, so that two people's rows merge
        {"allreduce-link-share", "Share of the link rate that an all-reduce reaches, NVLink class", "fraction", Range::triangular(0.60, 0.68, 0.75), 0.05, 1.0,
         "All-reduce measurements on A100 and H100 within one node: 0.60 to 0.75 of the rate per direction."},
        {"allreduce-link-share-pcie", "Share of the link rate that an all-reduce reaches, PCIe only", "fraction", Range::triangular(0.15, 0.30, 0.60), 0.01, 1.0,
         "No measurement at hand; devices without a direct link share the host's bridges. Own assumption, calibrate."},
        {"allreduce-start-seconds", "Fixed time of an all-reduce, NVLink class", "s", Range::triangular(4e-6, 5.5e-6, 7e-6), 0.0, 1e-3,
         "CUDA-graph launches on A100 and H100 take 4 to 7 microseconds."},
        {"allreduce-start-seconds-pcie", "Fixed time of an all-reduce, PCIe only", "s", Range::triangular(1e-5, 2.5e-5, 6e-5), 0.0, 1e-3,
         "Several times the NVLink figure. Own assumption, calibrate."},
        {"attention-decode-share", "Share of memory bandwidth that decode attention reaches", "fraction", Range::triangular(0.50, 0.63, 0.90), 0.05, 1.0,
         "Large batches measured with vLLM kernels: 0.5 to 0.9, median 0.58 on A100 and 0.63 on H100."},
        {"attention-decode-start-seconds", "Fixed time of one decode-attention kernel", "s", Range::triangular(8e-6, 1e-5, 1.2e-5), 0.0, 1e-3,
         "Small batches measured on A100 and H100 are floor-bound at 7 to 19 microseconds."},
        {"attention-prefill-share", "Share of peak arithmetic that prefill attention reaches", "fraction", Range::triangular(0.50, 0.535, 0.57), 0.05, 1.0,
         "Prompts of 4,096 tokens and more: A100 0.54, H100 0.53, B200 0.56."},
        {"cpu-bandwidth-share", "Share of a processor's memory bandwidth that inference reaches", "fraction", Range::triangular(0.5, 0.7, 0.85), 0.05, 1.0,
         "Same default as for accelerators in classic inference. Own assumption."},
        {"cpu-bf16-flops-per-vcpu", "BF16 operations per second of one cloud vCPU", "FLOP/s", Range::percentiles(9e10, 1e12), 1e9, 1e13,
         "Data-sheet peak over hardware threads: EPYC 9654 93 G, Graviton3 333 G, Xeon 8480+ with AMX 1,024 G; the provider does not say which one serves."},
        {"cpu-bytes-per-second-per-vcpu", "Memory bandwidth of one cloud vCPU", "B/s", Range::triangular(2e9, 2.8e9, 5e9), 1e8, 1e11,
         "Socket bandwidth over hardware threads: EPYC 9654 2.4 GB/s, Xeon 8480+ 2.7 GB/s, Graviton3 4.8 GB/s."},
        {"cpu-fp32-flops-per-vcpu", "FP32 operations per second of one cloud vCPU", "FLOP/s", Range::triangular(4e10, 6e10, 9e10), 1e9, 1e12,
         "Data-sheet peak over hardware threads: EPYC 9654 46 G, Xeon 8480+ 64 G, Graviton3 83 G."},
        {"cpu-int8-ops-per-vcpu", "INT8 operations per second of one cloud vCPU", "OP/s", Range::percentiles(1.5e11, 2e12), 1e9, 1e13,
         "Data-sheet peak over hardware threads: EPYC 9654 186 G, Graviton3 666 G, Xeon 8480+ with AMX 2,048 G; the provider does not say which one serves."},
        {"discount-rate", "Discount rate, nominal", "fraction/year", Range::triangular(0.04, 0.06, 0.08), 0.0, 0.5,
         "A company's cost of capital; own assumption, ask finance."},
        {"gemm-bandwidth-share", "Share of memory bandwidth that matrix products reach", "fraction", Range::triangular(0.70, 0.80, 0.90), 0.05, 1.0,
         "Default for devices without measured kernels; fitted: A100 0.72, B200 0.79, H100 0.90. Overrides the device's own constant when set."},
        {"gemm-compute-share", "Share of peak arithmetic that matrix products reach, 16 bits", "fraction", Range::triangular(0.62, 0.75, 0.88), 0.05, 1.0,
         "Default for devices without measured kernels; fitted: B200 0.72, H100 0.85, A100 0.87. Overrides the device's own constant when set."},
        {"gemm-compute-share-4bit", "Share of peak arithmetic that matrix products reach, FP4", "fraction", Range::triangular(0.25, 0.40, 0.55), 0.05, 1.0,
         "Early FP4 kernels fall well short of the peak: with 0.55 throughput is 35 % too high on Blackwell. Own assumption below that."},
        {"gemm-compute-share-8bit", "Share of peak arithmetic that matrix products reach, FP8 and INT8", "fraction", Range::triangular(0.30, 0.55, 0.75), 0.05, 1.0,
         "Hopper serving tables agree with 0.55; single kernels reach 0.28 to 0.6 at large shapes in one engine version."},
        {"gemm-sharpness", "How sharply matrix products turn from memory-bound to arithmetic-bound", "", Range::triangular(2.3, 3.0, 3.9), 1.0, 20.0,
         "Exponent of the smooth maximum; fitted: A100 2.3, B200 3.0, H100 3.9. Overrides the device's own constant when set."},
        {"gemm-start-seconds", "Fixed time of one matrix product", "s", Range::triangular(2e-6, 3e-6, 5e-6), 0.0, 1e-3,
         "Default for devices without measured kernels; fitted: B200 3.1, H100 3.3, A100 4.5 microseconds. Overrides the device's own constant when set."},
        {"hours-per-month", "Hours in a month for list prices", "h", 730.0, 672.0, 744.0,
         "8,760 hours / 12. Providers quote monthly figures by it."},
        {"inference-bandwidth-share", "Share of memory bandwidth that classic inference reaches", "fraction", Range::triangular(0.5, 0.7, 0.85), 0.05, 1.0,
         "Usual sustained share of streaming kernels. Own assumption."},
        {"inference-error-sigma", "Spread of the classic inference prediction, log scale", "", Range(0.30), 0.0, 2.0,
         "MLPerf v4.1 offline shares of peak spread from 0.37 to 0.54 about the defaults of 0.40 and 0.50."},
        {"inference-share-cnn", "Share of peak arithmetic, convolutional networks", "fraction", Range::triangular(0.30, 0.40, 0.50), 0.01, 1.0,
         "MLPerf v4.1 offline INT8, ResNet-50: H100 0.37, L4 0.43, L40S 0.50, Xeon 8592+ 0.40."},
        {"inference-share-encoder", "Share of peak arithmetic, transformer encoders", "fraction", Range::triangular(0.40, 0.50, 0.60), 0.01, 1.0,
         "MLPerf v4.1 offline, BERT-large: H100 0.54, Xeon 0.41."},
        {"inference-share-other", "Share of peak arithmetic, other models", "fraction", Range::triangular(0.15, 0.30, 0.45), 0.01, 1.0,
         "Below the tuned benchmark models. Own assumption."},
        {"inference-start-seconds", "Fixed time of one inference batch", "s", Range::triangular(2e-4, 1e-3, 3e-3), 0.0, 1.0,
         "Request handling, copy to the device and launches. Own assumption."},
        {"llm-cache-fill", "Share of the output that the cache holds on average while a request decodes", "fraction", Range::triangular(0.5, 0.55, 0.6), 0.1, 1.0,
         "Half the output on average, and blocks that are not full."},
        {"llm-cpu-error-sigma", "Spread of the language-model prediction on processors, log scale", "", Range(0.50), 0.0, 2.0,
         "No measured rows at hand. Own assumption."},
        {"llm-error-sigma", "Spread of the language-model prediction, device without measured kernels, log scale", "", Range(0.24), 0.0, 2.0,
         "A plain roofline with default constants missed real vLLM runs by 16 % in the median; 0.16 / 0.6745."},
        {"llm-error-sigma-known", "Spread of the language-model prediction, device with measured kernels, log scale", "", Range(0.15), 0.0, 2.0,
         "With kernel constants of the device the median miss was 10 %; 0.10 / 0.6745."},
        {"llm-memory-share", "Share of device memory that the engine may use", "fraction", Range::triangular(0.85, 0.90, 0.95), 0.3, 1.0,
         "vLLM's gpu_memory_utilization is 0.9 by default."},
        {"llm-runtime-bytes", "Device memory of the engine besides weights and cache", "B", Range::triangular(1e9, 2e9, 3.5e9), 0.0, 5e10,
         "Runtime, graphs and activations take about 1 to 3.5 GB per device in published engine logs."},
        {"llm-step-tokens", "Tokens that an engine takes into one step at most", "tokens", Range(8192.0), 64.0, 131072.0,
         "Token budget of chunked prefill; vLLM's default on large devices, 2,048 on smaller ones and older versions."},
        {"llm-tpot-p95-ratio", "Time per token, 95th percentile over mean", "", Range::triangular(1.05, 1.2, 1.5), 1.0, 5.0,
         "Simulated chunked prefill gives 1.2 to 1.3; prefill-first engines 2 and more. Replay the trace to know."},
        {"llm-ttft-p95-ratio", "Time to first token, 95th percentile over mean", "", Range::triangular(1.3, 2.0, 4.0), 1.0, 20.0,
         "Between a stable engine (1.2) and one near its knee (4). Replay the trace to know."},
        {"measured-p95-ratio", "Measured service: 95th percentile of latency over its mean", "", Range::triangular(1.3, 2.0, 3.0), 1.0, 20.0,
         "3 for exponential times, less for steadier ones; used where the load test gave no percentile. Own assumption."},
        {"measured-vcpu-exponent", "Growth of throughput with the machine's vCPUs, exponent", "", Range::triangular(0.7, 0.9, 1.0), 0.0, 1.2,
         "1 is proportional; shared memory, locks and databases cost some of it. Own assumption, measure on the target."},
        {"moe-kernel-share", "Speed of grouped expert products against one plain product", "fraction", Range::triangular(0.6, 0.8, 1.0), 0.05, 1.0,
         "Uneven load of experts and small tiles. Own assumption."},
        {"small-kernel-seconds", "Fixed time of norms, rotations and additions", "s", Range::triangular(1e-6, 2e-6, 4e-6), 0.0, 1e-3,
         "Six short kernels per layer inside a CUDA graph. Own assumption."},
        {"spare-replicas", "Replicas kept beyond the need, against failures", "replicas", 1.0, 0.0, 100.0,
         "N+1: the objective must hold with one replica down. Own assumption."},
        {"training-checkpoint-bytes-per-second", "Rate at which one machine writes a checkpoint", "B/s", Range::triangular(5e8, 2e9, 1e10), 1e6, 1e12,
         "Between a network disk and a local NVMe array. Own assumption."},
        {"training-error-sigma", "Spread of the training prediction, log scale", "", Range(0.25), 0.0, 2.0,
         "Shares of peak in MLPerf LoRA rows run from 0.21 to 0.31 about their centre."},
        {"training-mfu-16bit", "Share of peak arithmetic in training, 16 bits", "fraction", Range::triangular(0.38, 0.44, 0.50), 0.01, 0.9,
         "Published dense BF16 runs reach 0.38 to 0.50."},
        {"training-mfu-8bit", "Share of peak arithmetic in training, FP8", "fraction", Range::triangular(0.25, 0.29, 0.35), 0.01, 0.9,
         "MLPerf Llama-2-70B LoRA: 0.26 to 0.31 of FP8 peak on H100."},
        {"training-mfu-pcie-factor", "Training on devices without a fast link against those with one", "fraction", Range::triangular(0.35, 0.45, 0.70), 0.01, 1.0,
         "MLPerf LoRA on L40S reaches 0.13 of FP8 peak against 0.29 on H100."},
        {"training-restart-hours", "Time to notice, restart and reload after an interruption", "h", Range::triangular(0.1, 0.25, 1.0), 0.0, 24.0,
         "Own assumption."},
        {"training-scaling-exponent", "Loss of training speed per device with more nodes, exponent", "", Range::triangular(0.0, 0.034, 0.08), 0.0, 0.5,
         "MLPerf v4.1: 8 to 1,024 H100 keep 85 % per device; ln 0.85 / ln 128 = -0.034."},
        {"tree-visit-seconds", "Time of one tree node on one vCPU", "s", Range::triangular(1e-9, 2e-9, 3e-9), 1e-11, 1e-6,
         "Boosted trees visit 1 to 3 ns per node and core, bound by memory."},
        {"utilisation-cap", "Share of the stable rate that is planned with", "fraction", Range::triangular(0.75, 0.85, 0.95), 0.1, 0.95,
         "Queues grow without bound towards 1; no latency is claimed above 0.95. Own assumption."},
        // clang-format on
    };
    return rows;
}

} // namespace

std::span<const AssumptionSpec> assumptionTable()
{
    return table();
}

const AssumptionSpec* findAssumption(std::string_view key)
{
    const auto& rows = table();
    const auto row = std::ranges::lower_bound(rows, key, {}, &AssumptionSpec::key);
    return row != rows.end() && row->key == key ? &*row : nullptr;
}

Result<void> Assumptions::set(std::string_view key, const Range& value)
{
    const AssumptionSpec* spec = findAssumption(key);
    if (spec == nullptr) {
        return failure(ErrorCode::UnknownName,
                       fmt::format("assumptions.{}", key),
                       fmt::format("there is no assumption '{}'", key),
                       "see the list of assumptions in the report or in the manual");
    }
    if (value.least() < spec->least || value.most() > spec->most) {
        return failure(ErrorCode::OutOfRange,
                       fmt::format("assumptions.{}", key),
                       fmt::format("{} is out of range", value.toText()),
                       fmt::format("{} takes {} to {} {}", spec->label, spec->least, spec->most, spec->unit));
    }
    m_own.insert_or_assign(std::string(key), value);
    return {};
}

void Assumptions::reset(std::string_view key)
{
    if (const auto at = m_own.find(key); at != m_own.end()) {
        m_own.erase(at);
    }
}

const Range& Assumptions::get(std::string_view key) const
{
    if (const auto at = m_own.find(key); at != m_own.end()) {
        return at->second;
    }
    const AssumptionSpec* spec = findAssumption(key);
    assert(spec != nullptr);
    return spec->standard;
}

bool Assumptions::isOwn(std::string_view key) const
{
    return m_own.find(key) != m_own.end();
}

Figure Assumptions::figure(std::string_view key) const
{
    const AssumptionSpec* spec = findAssumption(key);
    assert(spec != nullptr);
    const Range& value = get(key);
    Figure figure;
    figure.name = spec->label;
    figure.value = value.median();
    figure.unit = spec->unit;
    figure.isAssumption = true;
    figure.range = value.isCertain() ? std::string{} : value.toText();
    figure.note =
        isOwn(key)
            ? fmt::format("set in the plan; the standard is {}. {}", spec->standard.toText(), spec->basis)
            : std::string(spec->basis);
    figure.place = fmt::format("/assumptions/{}", key);
    return figure;
}

} // namespace wherewithal::model
