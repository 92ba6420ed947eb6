// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/Result.h"
#include "model/workload/Workload.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace wherewithal::providers {

/// Work and memory of an ONNX graph, for one item of its first input's batch.
struct OnnxModel
{
    std::string producer;
    std::uint64_t nodes = 0;
    double parameters = 0.0; ///< numbers in initialisers
    double parameterBytes = 0.0;
    double flops = 0.0;                 ///< MatMul, Gemm and Conv, multiply and add counted as two
    double activationBytes = 0.0;       ///< written by the nodes whose shape is known
    std::uint64_t nodesCounted = 0;     ///< MatMul, Gemm and Conv whose shapes are known
    std::vector<std::string> uncounted; ///< "Conv conv_12": shapes unknown, so that `flops` is a lower bound
    std::vector<std::string> openDimensions; ///< names that were taken as 1, e.g. the batch

    /// What the throughput model needs: traffic is the weights once and each activation written and read.
    [[nodiscard]] model::InferenceCost cost() const;
};

/// Models with weights beside them are small; with weights inside they may have two gigabytes, which need not
/// be read.
inline constexpr std::size_t kMostOnnxBytes = std::size_t{1} << 31;

/// Reads a ModelProto without a protobuf library. Shapes are those that the file states, carried on through
/// the common operators; named dimensions count as 1.
///
/// InvalidSyntax (not the format or cut off), TooLarge, MissingField (no graph).
[[nodiscard]] model::Result<OnnxModel> readOnnx(std::string_view bytes, std::string_view where = "onnx");

} // namespace wherewithal::providers
