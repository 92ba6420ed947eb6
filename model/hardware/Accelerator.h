// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/Id.h"
#include "model/explain/Figure.h"

#include <optional>
#include <string>
#include <string_view>

namespace wherewithal::model {

/// How numbers are stored and multiplied.
enum class Precision
{
    Fp32,
    Tf32,
    Bf16, ///< also FP16: same bytes, same peak on every device of the catalogue
    Fp8,
    Int8,
    Fp4,
    Int4, ///< 4-bit weights; multiplied in BF16 after unpacking
};

/// "fp32", "bf16", "fp8", "int8", "fp4", "int4", "tf32"; also the name in plans and on the command line.
[[nodiscard]] std::string_view name(Precision precision);
/// Also takes "fp16", "float16", "bfloat16", "mxfp4", "nvfp4" and the like.
[[nodiscard]] std::optional<Precision> parsePrecision(std::string_view text);
/// Bytes of one number: 4, 2, 1 or 0.5.
[[nodiscard]] double bytesPerNumber(Precision precision);

/// One device as its data sheet gives it: dense peaks, never those with structured sparsity. Absent means unpublished.
struct Accelerator
{
    AcceleratorId id;
    std::string displayName; ///< "NVIDIA H100 SXM 80GB"
    std::string vendor;
    std::string kind; ///< "gpu", "tpu", "asic", "cpu"
    int year = 0;     ///< of introduction; 0 unknown

    std::optional<double> fp32FlopsPerSecond;
    std::optional<double> tf32FlopsPerSecond;
    std::optional<double> bf16FlopsPerSecond;
    std::optional<double> fp8FlopsPerSecond;
    std::optional<double> int8OpsPerSecond;
    std::optional<double> fp4FlopsPerSecond;

    std::optional<double> memoryBytes;
    std::optional<double> memoryBytesPerSecond;
    std::optional<double> linkBytesPerSecond; ///< device to device, per direction (NVLink and the like)
    std::optional<double> pcieBytesPerSecond; ///< per direction
    std::string linkName;
    std::optional<double> tdpWatts;
    std::optional<int> cores; ///< CPUs only

    Source source;
    std::string checked; ///< how far the figures were confirmed, in words; empty: unknown
    std::string note;

    /// Dense peak for a precision; nothing if the device does not publish one. INT4 weights compute in BF16.
    [[nodiscard]] std::optional<double> peakFlopsPerSecond(Precision precision) const;

    bool operator==(const Accelerator&) const = default;
};

} // namespace wherewithal::model
