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
        {"allreduce-link-share", "Share of the link rate that an all-reduce reaches, NVLink class", "fraction", Range::triangular(0.45, 0.63, 0.78), 0.05, 1.0,
         "Fitted to all-reduces of 16 kB to 1 GB on 2 to 8 devices: A100 0.61, H100 0.65; about 0.5 for 10 MB, 0.78 for 1 GB. Overrides the device's own constant when set."},
        {"allreduce-link-share-pcie", "Share of the link rate that an all-reduce reaches, PCIe only", "fraction", Range::triangular(0.15, 0.45, 0.80), 0.01, 1.0,
         "Devices without a direct link share the host's bridges. Published Qwen3-30B rows of eight RTX PRO 6000 agree with 0.45 to 0.8; calibrate."},
        {"allreduce-start-seconds", "Fixed time of an all-reduce, NVLink class", "s", Range::triangular(4e-6, 5.5e-6, 7e-6), 0.0, 1e-3,
         "CUDA-graph launches on A100 and H100 take 4 to 7 microseconds."},
        {"allreduce-start-seconds-pcie", "Fixed time of an all-reduce, PCIe only", "s", Range::triangular(1e-5, 2.5e-5, 6e-5), 0.0, 1e-3,
         "Several times the NVLink figure. Own assumption, calibrate."},
        {"amd-kernel-share", "Speed of kernels on AMD accelerators against the default shares", "fraction", Range::triangular(0.55, 0.72, 0.90), 0.05, 1.5,
         "MLPerf Llama-2-70B rows of MI300X and MI325X reach 0.63 to 0.86 of the prediction with the default shares; set by hand with all seven in sight."},
        {"attention-decode-share", "Share of memory bandwidth that decode attention reaches", "fraction", Range::triangular(0.60, 0.76, 0.90), 0.05, 1.0,
         "Beside a start per kernel; fitted: A100 0.72, H100 0.895, both together 0.76. Overrides the device's own constant when set."},
        {"attention-decode-start-seconds", "Fixed time of one decode-attention kernel", "s", Range::triangular(1e-5, 1.4e-5, 1.9e-5), 0.0, 1e-3,
         "Fitted: H100 12.3, A100 19, both together 14 microseconds. Overrides the device's own constant when set."},
        {"attention-prefill-bandwidth-share", "Share of memory bandwidth at which prefill attention reads queries, keys and values", "fraction", Range::triangular(0.25, 0.36, 0.50), 0.05, 1.0,
         "Short prompts are bound by it; fitted: H100 0.35, A100 0.37. Overrides the device's own constant when set."},
        {"attention-prefill-share", "Share of peak arithmetic that prefill attention reaches", "fraction", Range::triangular(0.54, 0.59, 0.63), 0.05, 1.0,
         "Beside its memory traffic and start; fitted: A100 0.575, H100 0.614. Overrides the device's own constant when set."},
        {"attention-prefill-start-seconds", "Fixed time of one prefill-attention kernel", "s", Range::triangular(1e-5, 1.2e-5, 1.4e-5), 0.0, 1e-3,
         "Fitted: A100 11, H100 12.5 microseconds. Overrides the device's own constant when set."},
        {"boot-disk", "Disk of every machine", "GB", 100.0, 0.0, 100000.0,
         "System, container images, logs; machines with own disks and no stored data pay none. Own assumption."},
        {"cloud-price-drift", "Change of cloud list prices", "fraction/year", Range::triangular(-0.05, 0.0, 0.05), -0.5, 0.5,
         "The base case keeps today's list prices; cuts and rises of a few per cent a year have both been seen. Own assumption."},
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
        {"cpu-thread-efficiency", "Use of each further thread that computes one item", "fraction", Range::triangular(0.5, 0.7, 0.9), 0.0, 1.0,
         "Threads of one item wait for each other and share caches; half of the vCPUs are second threads of a core. Own assumption, measure."},
        {"cpu-threads-per-item", "Threads that compute one item together", "threads", Range(4.0), 1.0, 256.0,
         "Inference runtimes compute one item on several threads; more shorten it, fewer waste less. A choice of set-up, not a measurement."},
        {"database-connections", "Connections that the database takes", "connections", 100.0, 1.0, 1000000.0,
         "The default of PostgreSQL; managed sizes differ. Set it to the database that is meant."},
        {"discount-rate", "Discount rate, nominal", "fraction/year", Range::triangular(0.04, 0.06, 0.08), 0.0, 0.5,
         "A company's cost of capital; own assumption, ask finance."},
        {"electricity-drift", "Change of electricity prices", "fraction/year", Range::triangular(-0.04, 0.0, 0.04), -0.5, 0.5,
         "The base case keeps today's price. Own assumption."},
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
        {"idle-power-share", "Power of an idle server over full load", "fraction", Range::triangular(0.2, 0.3, 0.4), 0.0, 1.0,
         "No idle power of 8-GPU nodes is published. Own assumption."},
        {"inference-bandwidth-share", "Share of memory bandwidth that classic inference reaches", "fraction", Range::triangular(0.5, 0.7, 0.85), 0.05, 1.0,
         "Usual sustained share of streaming kernels. Own assumption."},
        {"inference-error-sigma", "Spread of the classic inference prediction, convolutional networks and encoders, log scale", "", Range(0.17), 0.0, 2.0,
         "Root mean square over 22 MLPerf offline rows; the width from one half holds 77 % of the other."},
        {"inference-error-sigma-other", "Spread of the classic inference prediction, other models, log scale", "", Range(0.45), 0.0, 2.0,
         "No measured rows at hand; models without a tuned benchmark differ by factors. Own assumption."},
        {"inference-share-cnn", "Share of peak arithmetic, convolutional networks", "fraction", Range::triangular(0.30, 0.40, 0.50), 0.01, 1.0,
         "MLPerf v4.1 offline INT8, ResNet-50: H100 0.37, L4 0.43, L40S 0.50, Xeon 8592+ 0.40."},
        {"inference-share-encoder", "Share of peak arithmetic, transformer encoders", "fraction", Range::triangular(0.40, 0.50, 0.60), 0.01, 1.0,
         "MLPerf v4.1 offline, BERT-large: H100 0.54, Xeon 0.41."},
        {"inference-share-other", "Share of peak arithmetic, other models", "fraction", Range::triangular(0.15, 0.30, 0.45), 0.01, 1.0,
         "Below the tuned benchmark models. Own assumption."},
        {"inference-start-seconds", "Fixed time of one inference batch", "s", Range::triangular(2e-4, 1e-3, 3e-3), 0.0, 1.0,
         "Request handling, copy to the device and launches. Own assumption."},
        {"least-replicas", "Replicas kept when nothing arrives", "replicas", 1.0, 0.0, 1000.0,
         "No scaling to zero: loading a large model takes minutes. Own assumption."},
        {"llm-cache-fill", "Share of the output that the cache holds on average while a request decodes", "fraction", Range::triangular(0.5, 0.55, 0.6), 0.1, 1.0,
         "Half the output on average, and blocks that are not full."},
        {"llm-cpu-error-sigma", "Spread of the language-model prediction on processors, log scale", "", Range(0.50), 0.0, 2.0,
         "No measured rows at hand. Own assumption."},
        {"llm-error-sigma", "Spread of the language-model prediction, device without measured kernels, log scale", "", Range(0.20), 0.0, 2.0,
         "Root mean square over eight MLPerf rows of devices without measured kernels; few rows."},
        {"llm-error-sigma-experts", "Spread of the language-model prediction, mixture of experts, log scale", "", Range(0.24), 0.0, 2.0,
         "Root mean square over 37 rows of Mixtral and Qwen3; the width from one half holds 86 % of the other."},
        {"llm-error-sigma-known", "Spread of the language-model prediction, device with measured kernels, 16 bits, log scale", "", Range(0.10), 0.0, 2.0,
         "Root mean square over ten stages of vLLM on H100; the width from one half holds 80 % of the other."},
        {"llm-error-sigma-quantised", "Spread of the language-model prediction, device with measured kernels, 8 and 4 bits, log scale", "", Range(0.14), 0.0, 2.0,
         "Root mean square over 85 offline rows of dense models on H100, H200 and B200; the width from one half holds 84 % of the other."},
        {"llm-length-variation", "Language model: squared coefficient of variation of the time of a request", "", 1.0, 0.0, 4.0,
         "1 is exponential. Answers of Azure's conversation trace of 2023 vary by 0.6 in length, those of summaries of arXiv papers by 3.3. Own assumption between them; replay the trace to know."},
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
        {"load-balancers-per-workload", "Load balancers of each serving workload", "", 1.0, 0.0, 100.0,
         "One each where the provider prices one. Own assumption."},
        {"log-lines-per-request", "Log lines that one request writes", "lines", Range::triangular(1.0, 3.0, 10.0), 0.01, 1000.0,
         "Access line, application line, result line. Own assumption; count yours."},
        {"maintenance-share", "Hardware maintenance a year over server price", "fraction/year", Range::triangular(0.08, 0.12, 0.16), 0.0, 1.0,
         "12 % in Lenovo Press LP2368 (2026-02-04); used where the server names none."},
        {"measured-p95-ratio", "Measured service: 95th percentile of latency over its mean", "", Range::triangular(1.3, 2.0, 3.0), 1.0, 20.0,
         "3 for exponential times, less for steadier ones; used where the load test gave no percentile. Own assumption."},
        {"measured-vcpu-exponent", "Growth of throughput with the machine's vCPUs, exponent", "", Range::triangular(0.7, 0.9, 1.0), 0.0, 1.2,
         "1 is proportional; shared memory, locks and databases cost some of it. Own assumption, measure on the target."},
        {"moe-kernel-share", "Speed of grouped expert products against one plain product", "fraction", Range::triangular(0.30, 0.45, 0.90), 0.05, 1.0,
         "Uneven load of experts, small tiles, sorting of tokens. No bias over 32 published rows of Mixtral and Qwen3 on H100 to B200 and MI300; each half alone gives 0.38 and 0.55."},
        {"network-share", "Cluster network over server price", "fraction", Range::triangular(0.02, 0.035, 0.05), 0.0, 2.0,
         "A 2024 price sheet of H100 nodes gives 2.1 % at 2 nodes and 4.9 % at 64."},
        {"peak-wait-share", "Mean wait over service time at the peak", "fraction", 0.5, 0.001, 100.0,
         "Bounds queues where no latency objective does. Own assumption."},
        {"public-addresses-per-workload", "Public IPv4 addresses of each workload", "", 1.0, 0.0, 1000.0,
         "Where the provider charges for them. Own assumption."},
        {"pue", "Power usage effectiveness of the site", "", Range::triangular(1.25, 1.54, 1.8), 1.0, 3.0,
         "Industry average 1.54 (Uptime Institute 2025); new large builds are below."},
        {"server-life", "Months until a server is replaced", "months", 60.0, 12.0, 120.0,
         "Depreciation lives of large operators run from 5 to 6 years (filings 2022 to 2025)."},
        {"server-price-drift", "Change of server prices", "fraction/year", Range::triangular(-0.1, 0.0, 0.1), -0.5, 0.5,
         "Accelerators fall, memory rose several times in 2026; the base case keeps the price. Own assumption."},
        {"small-kernel-seconds", "Fixed time of norms, rotations and additions", "s", Range::triangular(1e-6, 2e-6, 4e-6), 0.0, 1e-3,
         "Six short kernels per layer inside a CUDA graph. Own assumption."},
        {"spare-replicas", "Replicas kept beyond the need, against failures", "replicas", 1.0, 0.0, 100.0,
         "N+1: the objective must hold with one replica down. Own assumption."},
        {"spot-fallback-share", "Work that falls back from spot to on demand", "fraction", 0.05, 0.0, 1.0,
         "While spot capacity is not to be had. Own assumption."},
        {"spot-interruptions", "Interruptions of a spot machine", "1/h", Range::triangular(0.001, 0.01, 0.03), 0.0, 10.0,
         "Providers give classes, not rates. Own assumption."},
        {"spot-price-factor", "Spot price over the price of the catalogue", "", Range::triangular(0.6, 1.0, 1.4), 0.01, 10.0,
         "Spot prices move daily; the catalogue holds one day. Own assumption."},
        {"spot-restart-hours", "Time until a lost spot machine is replaced", "h", Range::triangular(0.1, 0.5, 1.5), 0.0, 24.0,
         "Boot, image, model load, and waiting for capacity. Own assumption."},
        {"staff-cloud", "Staff to run cloud machines", "full-time persons", Range::triangular(0.05, 0.1, 0.25), 0.0, 1000.0,
         "Deployment, upgrades, on call. Own assumption."},
        {"staff-cost", "Cost of one person a year", "USD/year", Range::triangular(96800.0, 128000.0, 160000.0), 0.0, 1000000.0,
         "Median wage of US administrators 96,800 (BLS, May 2024) times 1.25 to 1.4 for the employer's cost; the low end leaves it out."},
        {"staff-own", "Staff to run own servers, whatever their number", "full-time persons", Range::triangular(0.25, 0.5, 1.0), 0.0, 1000.0,
         "0.5 to 1.5 persons for an on-premises AI installation (secondary, 2026); the servers' own share is extra."},
        {"staff-per-server", "Staff per own server", "full-time persons", Range::triangular(0.02, 0.05, 0.1), 0.0, 10.0,
         "10 to 20 servers per administrator (META Group 2002) at the upper end; fleets do better."},
        {"staff-platform", "Staff to run on a platform or layer", "full-time persons", Range::triangular(0.02, 0.05, 0.1), 0.0, 1000.0,
         "Less than on machines, more than behind an API. Own assumption."},
        {"staff-token-api", "Staff to run behind a token API", "full-time persons", Range::triangular(0.01, 0.02, 0.05), 0.0, 1000.0,
         "Keys, quotas, watching the bill. Own assumption."},
        {"support-level", "Support plan: 0 none, 1 the cheapest, 2 the next ...", "", 0.0, 0.0, 10.0,
         "Plans of the provider by their least fee; AWS and Google: 2 is the business plan. Own assumption."},
        {"token-price-drift", "Change of token prices", "fraction/year", Range::triangular(-0.3, 0.0, 0.3), -0.95, 1.0,
         "Prices of one model mostly stay until it is withdrawn; those of a class fell. The base case keeps the list price. Own assumption."},
        {"training-checkpoint-bytes-per-second", "Rate at which one machine writes a checkpoint", "B/s", Range::triangular(5e8, 2e9, 1e10), 1e6, 1e12,
         "Between a network disk and a local NVMe array. Own assumption."},
        {"training-error-sigma", "Spread of the training prediction, log scale", "", Range(0.09), 0.0, 2.0,
         "Root mean square over 13 MLPerf Llama-2-70B LoRA rows on H100, H200 and L40S; the width from one half holds 85 % of the other."},
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
        {"transit-price", "Internet transit at an own site", "USD/(Mbit/s)/month", Range::triangular(0.3, 1.0, 3.0), 0.0, 1000.0,
         "Last public medians are of 2015 to 2018, about 1 USD in large markets. Own assumption."},
        {"tree-visit-seconds", "Time of one tree node on one vCPU", "s", Range::triangular(1e-9, 2e-9, 3e-9), 1e-11, 1e-6,
         "Boosted trees visit 1 to 3 ns per node and core, bound by memory."},
        {"unlisted-egress-price", "Price of data out where the provider lists none", "USD/GB", 0.0, 0.0, 10.0,
         "Holds only if the plan sets it; otherwise such a cost part is unknown.", true},
        {"utilisation-cap", "Share of the stable rate that is planned with", "fraction", Range::triangular(0.75, 0.85, 0.95), 0.1, 0.95,
         "Queues grow without bound towards 1; no latency is claimed above 0.95. Own assumption."},
        {"value-kept", "Value that a used server keeps each year", "fraction/year", Range::triangular(0.5, 0.65, 0.75), 0.0, 1.0,
         "Where no curve of the device is known; quotes for used H100 fall to 0.4-0.45 in two years (low confidence)."},
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
