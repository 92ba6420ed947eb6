// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/throughput/PublishedRuns.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>

namespace wherewithal::simulator {

using model::Precision;

namespace {

constexpr std::string_view kTensorRt = "TensorRT-LLM 1.0, offline maximum";
constexpr std::string_view kTensorRtUrl =
    "https://github.com/NVIDIA/TensorRT-LLM/blob/00f37686aa854010d68bcbd0f4ab000221541ca6/docs/source/"
    "performance/perf-overview.md";
constexpr std::string_view kTensorRtDate = "2025-09";
constexpr std::string_view kMlperf41 = "MLPerf Inference v4.1, offline";
constexpr std::string_view kMlperf51 = "MLPerf Inference v5.1, offline";
constexpr std::string_view kVllm = "vLLM 0.19, about 10 requests/s";
constexpr std::string_view kVllmUrl = "https://github.com/casys-kaist/LLMServingSim/tree/"
                                      "5daddb21a545658d5150b535712d0494584b5278/bench/examples";
constexpr std::string_view kVllmDate = "2026-04";

struct Shape
{
    std::string_view name;
    double parameters;
    double active;
};
constexpr Shape kLlama8{"Llama-3.1-8B", 8.03e9, 7.50e9};
constexpr Shape kLlama2of70{"Llama-2-70B", 68.98e9, 68.71e9};
constexpr Shape kLlama70{"Llama-3.3-70B", 70.55e9, 69.50e9};
constexpr Shape kLlama405{"Llama-3.1-405B", 405.85e9, 403.75e9};
constexpr Shape kMixtral{"Mixtral-8x7B", 46.70e9, 12.75e9};
constexpr Shape kQwen30{"Qwen3-30B-A3B", 30.53e9, 3.04e9};
constexpr Shape kQwen32{"Qwen3-32B", 32.76e9, 31.98e9};
constexpr Shape kQwen235{"Qwen3-235B-A22B", 235.09e9, 21.6e9};

constexpr PublishedRun table(const Shape& shape,
                             std::string_view device,
                             int devices,
                             Precision precision,
                             double input,
                             double output,
                             double rate)
{
    return {shape.name,
            shape.parameters,
            shape.active,
            device,
            devices,
            precision,
            input,
            output,
            rate,
            kTensorRt,
            kTensorRtUrl,
            kTensorRtDate};
}

// clang-format off: one run a line
constexpr std::array kRuns{
    table(kLlama8, "h100-sxm", 1, Precision::Fp8, 128, 128, 28312),
    table(kLlama8, "h100-sxm", 1, Precision::Fp8, 1000, 1000, 15220),
    table(kLlama8, "h100-sxm", 1, Precision::Fp8, 2048, 128, 3450),
    table(kLlama8, "h100-sxm", 1, Precision::Fp8, 5000, 500, 3459),
    table(kLlama8, "h200-sxm", 1, Precision::Fp8, 1000, 1000, 17744),
    table(kLlama8, "h200-sxm", 1, Precision::Fp8, 128, 2048, 26221),
    table(kLlama70, "h100-sxm", 2, Precision::Fp8, 128, 2048, 6651),
    table(kLlama70, "h100-sxm", 2, Precision::Fp8, 1000, 1000, 4205),
    table(kLlama70, "h100-sxm", 2, Precision::Fp8, 5000, 500, 898),
    table(kLlama70, "h200-sxm", 1, Precision::Fp8, 1000, 1000, 2909),
    table(kLlama70, "h200-sxm", 1, Precision::Fp8, 2048, 2048, 2003),
    table(kLlama70, "b200-sxm", 1, Precision::Fp4, 128, 2048, 9922),
    table(kLlama70, "b200-sxm", 1, Precision::Fp4, 1000, 1000, 7007),
    table(kLlama405, "h200-sxm", 8, Precision::Fp8, 1000, 1000, 3330),
    table(kLlama405, "b200-sxm", 4, Precision::Fp4, 1000, 1000, 5209),
    table(kQwen30, "b200-sxm", 1, Precision::Fp4, 128, 128, 39827),
    table(kQwen30, "b200-sxm", 1, Precision::Fp4, 1000, 1000, 25828),
    table(kQwen30, "rtxpro6000-bse", 1, Precision::Fp4, 1000, 1000, 9910),
    table(kQwen30, "rtxpro6000-bse", 1, Precision::Fp4, 5000, 500, 2530),
    table(kQwen235, "h100-sxm", 8, Precision::Fp8, 1000, 1000, 14898),
    table(kQwen235, "h200-sxm", 8, Precision::Fp8, 1000, 1000, 23789),
    PublishedRun{kLlama2of70.name, kLlama2of70.parameters, kLlama2of70.active, "h200-sxm", 8, Precision::Fp8, 0, 291.7, 35075.1, kMlperf51,
                 "https://github.com/mlcommons/inference_results_v5.1/tree/main/closed/ASUSTeK/results/ESC_N8_H200-SXM-141GBx8_TRT/llama2-70b-99/Offline", "2025-09-09"},
    PublishedRun{kLlama2of70.name, kLlama2of70.parameters, kLlama2of70.active, "mi300x", 8, Precision::Fp8, 0, 301.7, 27803.9, kMlperf51,
                 "https://github.com/mlcommons/inference_results_v5.1/tree/main/closed/AMD/results/8xMI300X_2xEPYC_9575F/llama2-70b-99/Offline", "2025-09-09"},
    PublishedRun{kLlama2of70.name, kLlama2of70.parameters, kLlama2of70.active, "mi325x", 8, Precision::Fp8, 0, 301.0, 34520.4, kMlperf51,
                 "https://github.com/mlcommons/inference_results_v5.1/tree/main/closed/AMD/results/8xMI325X_2xEPYC_9575F_1/llama2-70b-99/Offline", "2025-09-09"},
    PublishedRun{kLlama2of70.name, kLlama2of70.parameters, kLlama2of70.active, "l40s", 8, Precision::Fp8, 0, 293.1, 3717.74, kMlperf41,
                 "https://github.com/mlcommons/inference_results_v4.1/tree/main/closed/Fujitsu/results/CDI_L40Sx8_TRT/llama2-70b-99/Offline", "2024-08-28"},
    PublishedRun{kLlama2of70.name, kLlama2of70.parameters, kLlama2of70.active, "h100-pcie", 8, Precision::Fp8, 0, 290.9, 9281.5, kMlperf41,
                 "https://github.com/mlcommons/inference_results_v4.1/tree/main/closed/ASUSTeK/results/ESC8000A_E12_H100x8_TRT/llama2-70b-99/Offline", "2024-08-28"},
    PublishedRun{kMixtral.name, kMixtral.parameters, kMixtral.active, "h200-sxm", 8, Precision::Fp8, 0, 145.7, 61372.4, kMlperf51,
                 "https://github.com/mlcommons/inference_results_v5.1/tree/main/closed/ASUSTeK/results/ESC_N8_H200-SXM-141GBx8_TRT/mixtral-8x7b/Offline", "2025-09-09"},
    PublishedRun{kMixtral.name, kMixtral.parameters, kMixtral.active, "mi300x", 8, Precision::Fp8, 0, 143.7, 53017.3, kMlperf51,
                 "https://github.com/mlcommons/inference_results_v5.1/tree/main/closed/AMD/results/8xMI300X_2xEPYC_9575F/mixtral-8x7b/Offline", "2025-09-09"},
    PublishedRun{kLlama8.name, kLlama8.parameters, kLlama8.active, "rtxpro6000-bse", 1, Precision::Bf16, 857, 653, 2969.26, kVllm, kVllmUrl, kVllmDate},
    PublishedRun{kQwen32.name, kQwen32.parameters, kQwen32.active, "rtxpro6000-bse", 2, Precision::Bf16, 862, 665, 1249.5, kVllm, kVllmUrl, kVllmDate},
};
// clang-format on

double logRatio(double a, double b)
{
    return a > 0.0 && b > 0.0 ? std::abs(std::log(a / b)) : 0.7;
}

double distance(const PublishedRun& run, const RunLikeness& wanted)
{
    constexpr double kOtherDevice = 1.5;
    constexpr double kOtherPrecision = 0.7;
    constexpr double kLengthWeight = 0.3;
    return logRatio(run.active, wanted.active) + 0.5 * logRatio(run.parameters, wanted.parameters)
           + (run.accelerator == wanted.accelerator ? 0.0 : kOtherDevice)
           + (run.precision == wanted.precision ? 0.0 : kOtherPrecision)
           + kLengthWeight
                 * (logRatio(run.inputTokens, wanted.inputTokens)
                    + logRatio(run.outputTokens, wanted.outputTokens))
           + 0.5 * logRatio(run.devices, wanted.devices);
}

} // namespace

model::Source PublishedRun::source() const
{
    return {.title = std::string(engine), .url = std::string(url), .date = std::string(date)};
}

std::span<const PublishedRun> publishedRuns()
{
    return kRuns;
}

bool isLikeForLike(const PublishedRun& run, const RunLikeness& wanted)
{
    constexpr double kMostParameters = 0.02;
    const double kMostLength = std::log(1.25);
    return run.accelerator == wanted.accelerator && run.devices == wanted.devices
           && run.precision == wanted.precision
           && logRatio(run.parameters, wanted.parameters) <= kMostParameters
           && logRatio(run.inputTokens, wanted.inputTokens) <= kMostLength
           && logRatio(run.outputTokens, wanted.outputTokens) <= kMostLength;
}

std::vector<const PublishedRun*> nearestRuns(const RunLikeness& wanted, std::size_t count)
{
    std::vector<std::pair<double, const PublishedRun*>> all;
    for (const PublishedRun& run : kRuns) {
        all.emplace_back(distance(run, wanted), &run);
    }
    std::ranges::stable_sort(all, {}, &std::pair<double, const PublishedRun*>::first);
    std::vector<const PublishedRun*> nearest;
    for (const auto& [ignored, run] : all) {
        if (nearest.size() < count) {
            nearest.push_back(run);
        }
    }
    return nearest;
}

} // namespace wherewithal::simulator
