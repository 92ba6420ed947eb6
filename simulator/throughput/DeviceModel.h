// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/Result.h"
#include "model/explain/Traced.h"
#include "model/hardware/Accelerator.h"
#include "model/hardware/Machine.h"
#include "model/plan/Assumptions.h"
#include "simulator/throughput/Capacity.h"

#include <optional>
#include <span>
#include <string_view>

namespace wherewithal::simulator {

/// Constants of attention and all-reduce, fitted to measured kernels of a device:
///   decode attention   cache bytes / (bandwidth x decodeShare) + decodeStart
///   prefill attention  flops / (peak x prefillShare) + q, k, v, o bytes / (bandwidth x
///                      prefillBandwidthShare) + prefillStart
///   all-reduce         bytes sent / (link x linkShare) + allReduceStart
struct AttentionConstants
{
    double decodeShare = 0.0;
    double decodeStart = 0.0;
    double prefillShare = 0.0;
    double prefillBandwidthShare = 0.0;
    double prefillStart = 0.0;
    double linkShare = 0.0;
    double allReduceStart = 0.0;
    std::string_view basis;
};

/// The same for products of 8-bit floats, without their arithmetic: single kernels reach more of the peak than
/// serving does, so that share is an assumption ("gemm-compute-share-8bit").
struct Fp8Constants
{
    double bandwidthShare = 0.0;
    double sharpness = 0.0;
    std::string_view basis;
};

/// Constants of one matrix product, fitted to measured kernels of a device:
///   t = ((flops / (peak x computeShare))^sharpness + (bytes / (bandwidth x
///   bandwidthShare))^sharpness)^(1/sharpness) + start
struct KernelConstants
{
    std::string_view acceleratorId;
    double computeShare = 0.0;
    double bandwidthShare = 0.0;
    double startSeconds = 0.0;
    double sharpness = 0.0;
    std::string_view basis;
    const AttentionConstants* attention = nullptr; ///< null: its attention kernels were not measured
    const Fp8Constants* fp8 = nullptr;             ///< null: its FP8 kernels were not measured
};

/// Devices with measured kernels (BF16), sorted by id.
[[nodiscard]] std::span<const KernelConstants> kernelConstants();
[[nodiscard]] const KernelConstants* findKernelConstants(std::string_view acceleratorId);

/// One device as the roofline sees it: peaks and the shares of them that software reaches.
template <model::Number N>
struct DeviceModel
{
    N peak16{};              ///< dense BF16 or FP16, FLOP/s; attention runs in it
    std::optional<N> peak32; ///< plain FP32, outside the matrix units
    std::optional<N> peakTf32;
    std::optional<N> peakFp8;
    std::optional<N> peakInt8; ///< its FP8 units where it publishes no INT8
    std::optional<N> peak4;
    N bandwidth{}; ///< B/s
    N memory{};    ///< B
    N link{};      ///< between devices, B/s per direction; 0 unknown
    bool hasFastLink = false;

    N computeShare16{};
    N computeShareFp8{};
    N computeShareInt8{};
    N computeShare4{};
    N bandwidthShare{};
    N startSeconds{};
    N bandwidthShareFp8{};
    N sharpness{};
    N sharpnessFp8{};
    N decodeAttentionShare{};
    N decodeAttentionStart{};
    N prefillAttentionShare{};
    N prefillAttentionBandwidthShare{};
    N prefillAttentionStart{};
    N smallKernelSeconds{};
    N expertShare{};
    N allReduceStart{};
    N allReduceShare{};

    double errorSigma = 0.0; ///< log scale, of a throughput prediction
    bool hasMeasuredKernels = false;
};

/// The precision in which a device multiplies weights of this one: the same if it has such arithmetic, else
/// 16 bits. 4-bit integers are unpacked to 16 bits everywhere; INT8 may run on FP8 units.
[[nodiscard]] model::Precision arithmeticPrecision(const model::Accelerator& device,
                                                   model::Precision weights);

/// An accelerator by its data sheet. UnknownName if a peak, the bandwidth or the memory is not published.
template <model::Number N>
[[nodiscard]] model::Result<DeviceModel<N>> acceleratorModel(const HostShape& host,
                                                             const model::Assumptions& assumptions);

/// All vCPUs of a machine as one device. UnknownName if their number or the memory is not published.
template <model::Number N>
[[nodiscard]] model::Result<DeviceModel<N>> processorModel(const HostShape& host,
                                                           const model::Assumptions& assumptions);

extern template model::Result<DeviceModel<double>> acceleratorModel(const HostShape&,
                                                                    const model::Assumptions&);
extern template model::Result<DeviceModel<model::Traced>> acceleratorModel(const HostShape&,
                                                                           const model::Assumptions&);
extern template model::Result<DeviceModel<double>> processorModel(const HostShape&,
                                                                  const model::Assumptions&);
extern template model::Result<DeviceModel<model::Traced>> processorModel(const HostShape&,
                                                                         const model::Assumptions&);

} // namespace wherewithal::simulator
