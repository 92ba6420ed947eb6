// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/throughput/DeviceModel.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <string>

namespace wherewithal::simulator {

using model::Accelerator;
using model::Assumptions;
using model::ErrorCode;
using model::failure;
using model::Figure;
using model::Number;
using model::Precision;
using model::Result;
using model::Traced;

namespace {

constexpr std::string_view kA100Basis =
    "Fit to measured vLLM 0.14 kernels of the A100 SXM, BF16, k and m of 1k to 32k; median error 6.2 %.";
constexpr std::string_view kH100Basis =
    "Fit to measured vLLM kernels of the H100 SXM, BF16, k and m of 1k to 32k; median error 4.3 %.";
constexpr std::string_view kB200Basis =
    "Fit to measured vLLM 0.19 kernels of the B200, BF16, k and m of 1k to 32k; median error 7.1 %.";

// Attention: fitted on every other kernel, judged on the rest: median error decode 8 and 7 %, prefill 6 and 9
// %. The all-reduce (16 kB to 1 GB) is fitted to all of its kernels and judged on the same: 16 and 14 %.
constexpr AttentionConstants kA100Attention{
    .decodeShare = 0.72,
    .decodeStart = 19e-6,
    .prefillShare = 0.575,
    .prefillBandwidthShare = 0.37,
    .prefillStart = 11e-6,
    .linkShare = 0.61,
    .allReduceStart = 6.2e-6,
    .basis = "Fit to measured vLLM 0.14 attention and all-reduce kernels of the A100 SXM."};
constexpr AttentionConstants kH100Attention{
    .decodeShare = 0.895,
    .decodeStart = 12.3e-6,
    .prefillShare = 0.614,
    .prefillBandwidthShare = 0.35,
    .prefillStart = 12.5e-6,
    .linkShare = 0.65,
    .allReduceStart = 5.2e-6,
    .basis = "Fit to measured vLLM 0.14 attention and all-reduce kernels of the H100 SXM."};

// FP8: with 0.73 of the peak, median error 4.5 %, p90 13 % on the kernels of the other half, both ways. The
// measured time includes quantising the inputs apart (9 us and 10.5 ps a number), which serving engines do in
// the kernel before; it is taken out.
constexpr Fp8Constants kH100Fp8{
    .bandwidthShare = 0.81,
    .sharpness = 5.5,
    .basis = "Fit to measured vLLM 0.14 FP8 kernels of the H100 SXM, quantising of the inputs taken out; "
             "median error 4.3 %."};

// Devices of the same chip share a row; their bandwidth and peaks come from their own data sheets.
constexpr std::array kConstants{
    KernelConstants{"a100-pcie-80", 0.85, 0.75, 5.5e-6, 1.7, kA100Basis, &kA100Attention},
    KernelConstants{"a100-sxm-40", 0.85, 0.75, 5.5e-6, 1.7, kA100Basis, &kA100Attention},
    KernelConstants{"a100-sxm-80", 0.85, 0.75, 5.5e-6, 1.7, kA100Basis, &kA100Attention},
    KernelConstants{"b200-sxm", 0.72, 0.79, 3.1e-6, 3.0, kB200Basis},
    KernelConstants{"gb200", 0.72, 0.79, 3.1e-6, 3.0, kB200Basis},
    KernelConstants{"h100-sxm", 0.85, 0.90, 3.3e-6, 3.9, kH100Basis, &kH100Attention, &kH100Fp8},
    KernelConstants{"h200-sxm", 0.85, 0.90, 3.3e-6, 3.9, kH100Basis, &kH100Attention, &kH100Fp8},
};

template <Number N>
N sheetFact(double value, const char* name, const char* unit, const Accelerator& device)
{
    return model::leaf<N>(value, [&] {
        return Figure{.name = fmt::format("{}, {}", device.displayName, name),
                      .unit = unit,
                      .source = device.source,
                      .note = device.note};
    });
}

/// The device's own constant if its kernels were measured and the plan does not say otherwise, else the
/// assumption.
template <Number N, typename Constants>
N constantOr(const Constants* constants,
             double Constants::* member,
             std::string_view key,
             const Assumptions& assumptions)
{
    if (constants == nullptr || assumptions.isOwn(key)) {
        return assumptions.number<N>(key);
    }
    return model::leaf<N>(constants->*member, [&] {
        Figure figure = assumptions.figure(key);
        figure.name += ", measured";
        figure.range.clear();
        figure.note = std::string(constants->basis);
        return figure;
    });
}

template <Number N>
void addAttentionShares(DeviceModel<N>& device,
                        const AttentionConstants* constants,
                        const Assumptions& assumptions)
{
    using Own = AttentionConstants;
    device.decodeAttentionShare =
        constantOr<N>(constants, &Own::decodeShare, "attention-decode-share", assumptions);
    device.decodeAttentionStart =
        constantOr<N>(constants, &Own::decodeStart, "attention-decode-start-seconds", assumptions);
    device.prefillAttentionShare =
        constantOr<N>(constants, &Own::prefillShare, "attention-prefill-share", assumptions);
    device.prefillAttentionBandwidthShare = constantOr<N>(
        constants, &Own::prefillBandwidthShare, "attention-prefill-bandwidth-share", assumptions);
    device.prefillAttentionStart =
        constantOr<N>(constants, &Own::prefillStart, "attention-prefill-start-seconds", assumptions);
}

template <Number N>
void addShares(DeviceModel<N>& device, const KernelConstants* constants, const Assumptions& assumptions)
{
    device.computeShare16 =
        constantOr<N>(constants, &KernelConstants::computeShare, "gemm-compute-share", assumptions);
    device.bandwidthShare =
        constantOr<N>(constants, &KernelConstants::bandwidthShare, "gemm-bandwidth-share", assumptions);
    device.startSeconds =
        constantOr<N>(constants, &KernelConstants::startSeconds, "gemm-start-seconds", assumptions);
    device.sharpness = constantOr<N>(constants, &KernelConstants::sharpness, "gemm-sharpness", assumptions);
    const Fp8Constants* fp8 = constants != nullptr ? constants->fp8 : nullptr;
    device.computeShareFp8 = assumptions.number<N>("gemm-compute-share-8bit");
    // Without FP8 kernels of its own a device reaches the shares of its 16-bit products.
    device.bandwidthShareFp8 =
        fp8 == nullptr
            ? device.bandwidthShare
            : constantOr<N>(fp8, &Fp8Constants::bandwidthShare, "gemm-bandwidth-share", assumptions);
    device.sharpnessFp8 = fp8 == nullptr
                              ? device.sharpness
                              : constantOr<N>(fp8, &Fp8Constants::sharpness, "gemm-sharpness", assumptions);
    device.computeShareInt8 = assumptions.number<N>("gemm-compute-share-8bit");
    device.computeShare4 = assumptions.number<N>("gemm-compute-share-4bit");
    addAttentionShares<N>(device, constants != nullptr ? constants->attention : nullptr, assumptions);
    device.smallKernelSeconds = assumptions.number<N>("small-kernel-seconds");
    device.expertShare = assumptions.number<N>("moe-kernel-share");
    device.hasMeasuredKernels = constants != nullptr;
}

} // namespace

std::span<const KernelConstants> kernelConstants()
{
    return kConstants;
}

const KernelConstants* findKernelConstants(std::string_view acceleratorId)
{
    const auto* const at = std::ranges::find(kConstants, acceleratorId, &KernelConstants::acceleratorId);
    return at == kConstants.end() ? nullptr : at;
}

Precision arithmeticPrecision(const Accelerator& device, Precision weights)
{
    const bool isOwn =
        (weights == Precision::Fp32 && device.fp32FlopsPerSecond)
        || (weights == Precision::Tf32 && device.tf32FlopsPerSecond)
        || (weights == Precision::Fp8 && device.fp8FlopsPerSecond)
        || (weights == Precision::Int8 && (device.int8OpsPerSecond || device.fp8FlopsPerSecond))
        || (weights == Precision::Fp4 && device.fp4FlopsPerSecond);
    return isOwn ? weights : Precision::Bf16;
}

template <Number N>
Result<DeviceModel<N>> acceleratorModel(const HostShape& host, const Assumptions& assumptions)
{
    const std::string& shown = host.machine->acceleratorName.empty() ? host.machine->accelerator.text()
                                                                     : host.machine->acceleratorName;
    if (host.accelerator == nullptr) {
        return failure(ErrorCode::UnknownName,
                       "accelerator",
                       fmt::format("no facts about the accelerator '{}'", shown),
                       "add its data sheet to the catalogue; its throughput is unknown until then");
    }
    const Accelerator& sheet = *host.accelerator;
    const std::optional<double> memory = host.machine->acceleratorMemoryBytesEach
                                             ? host.machine->acceleratorMemoryBytesEach
                                             : sheet.memoryBytes;
    if (!sheet.bf16FlopsPerSecond || !sheet.memoryBytesPerSecond || !memory) {
        return failure(ErrorCode::UnknownName,
                       "accelerator",
                       fmt::format("the data sheet of {} lacks {}",
                                   sheet.displayName,
                                   !sheet.bf16FlopsPerSecond     ? "its 16-bit peak"
                                   : !sheet.memoryBytesPerSecond ? "its memory bandwidth"
                                                                 : "its memory"),
                       sheet.kind == "cpu" && !memory
                           ? "a processor's memory is that of its machine: a comparison sizes such machines"
                           : "complete its facts in the catalogue");
    }
    DeviceModel<N> device;
    device.peak16 = sheetFact<N>(*sheet.bf16FlopsPerSecond, "dense 16-bit peak", "FLOP/s", sheet);
    if (sheet.fp32FlopsPerSecond) {
        device.peak32 = sheetFact<N>(*sheet.fp32FlopsPerSecond, "FP32 peak", "FLOP/s", sheet);
    }
    if (sheet.tf32FlopsPerSecond) {
        device.peakTf32 = sheetFact<N>(*sheet.tf32FlopsPerSecond, "dense TF32 peak", "FLOP/s", sheet);
    }
    if (sheet.fp8FlopsPerSecond) {
        device.peakFp8 = sheetFact<N>(*sheet.fp8FlopsPerSecond, "dense 8-bit peak", "FLOP/s", sheet);
    }
    if (sheet.int8OpsPerSecond) {
        device.peakInt8 = sheetFact<N>(*sheet.int8OpsPerSecond, "dense INT8 peak", "OP/s", sheet);
    } else {
        device.peakInt8 = device.peakFp8;
    }
    if (sheet.fp4FlopsPerSecond) {
        device.peak4 = sheetFact<N>(*sheet.fp4FlopsPerSecond, "dense 4-bit peak", "FLOP/s", sheet);
    }
    device.bandwidth = sheetFact<N>(*sheet.memoryBytesPerSecond, "memory bandwidth", "B/s", sheet);
    device.memory = sheetFact<N>(*memory, "memory", "B", sheet);
    device.hasFastLink = sheet.linkBytesPerSecond.has_value();
    const double link = sheet.linkBytesPerSecond.value_or(sheet.pcieBytesPerSecond.value_or(0.0));
    device.link =
        sheetFact<N>(link, device.hasFastLink ? "link per direction" : "PCIe per direction", "B/s", sheet);
    const KernelConstants* constants = findKernelConstants(sheet.id.text());
    addShares(device, constants, assumptions);
    if (sheet.vendor == "AMD") {
        const N share = assumptions.number<N>("amd-kernel-share");
        for (N* reached : {&device.computeShare16,
                           &device.computeShareFp8,
                           &device.computeShareInt8,
                           &device.computeShare4,
                           &device.bandwidthShare,
                           &device.bandwidthShareFp8}) {
            *reached *= share;
        }
    }
    const AttentionConstants* measured =
        constants != nullptr && device.hasFastLink ? constants->attention : nullptr;
    device.allReduceStart =
        constantOr<N>(measured,
                      &AttentionConstants::allReduceStart,
                      device.hasFastLink ? "allreduce-start-seconds" : "allreduce-start-seconds-pcie",
                      assumptions);
    device.allReduceShare =
        constantOr<N>(measured,
                      &AttentionConstants::linkShare,
                      device.hasFastLink ? "allreduce-link-share" : "allreduce-link-share-pcie",
                      assumptions);
    device.errorSigma =
        assumptions.get(constants != nullptr ? "llm-error-sigma-known" : "llm-error-sigma").median();
    return device;
}

template <Number N>
Result<DeviceModel<N>> processorModel(const HostShape& host, const Assumptions& assumptions)
{
    const model::Machine& machine = *host.machine;
    if (!machine.vcpus || !machine.memoryBytes) {
        return failure(ErrorCode::UnknownName,
                       "machine",
                       fmt::format("{} publishes no {}",
                                   machine.displayName,
                                   !machine.vcpus ? "number of vCPUs" : "memory"),
                       "its throughput is unknown; a measured service can be compared on it");
    }
    const auto fact = [&](double value, const char* name, const char* unit) {
        return model::leaf<N>(value, [&] {
            return Figure{.name = fmt::format("{}, {}", machine.displayName, name),
                          .unit = unit,
                          .source = machine.source,
                          .note = machine.note};
        });
    };
    const N vcpus = fact(*machine.vcpus, "vCPUs", "");
    DeviceModel<N> device;
    device.peak16 = vcpus * assumptions.number<N>("cpu-bf16-flops-per-vcpu");
    device.peakInt8 = vcpus * assumptions.number<N>("cpu-int8-ops-per-vcpu");
    device.bandwidth = vcpus * assumptions.number<N>("cpu-bytes-per-second-per-vcpu");
    device.memory = fact(*machine.memoryBytes, "memory", "B");
    addShares<N>(device, nullptr, assumptions);
    device.computeShare16 = assumptions.number<N>("inference-share-encoder");
    device.computeShareInt8 = device.computeShare16;
    device.bandwidthShare = assumptions.number<N>("cpu-bandwidth-share");
    device.errorSigma = assumptions.get("llm-cpu-error-sigma").median();
    return device;
}

template Result<DeviceModel<double>> acceleratorModel(const HostShape&, const Assumptions&);
template Result<DeviceModel<Traced>> acceleratorModel(const HostShape&, const Assumptions&);
template Result<DeviceModel<double>> processorModel(const HostShape&, const Assumptions&);
template Result<DeviceModel<Traced>> processorModel(const HostShape&, const Assumptions&);

} // namespace wherewithal::simulator
