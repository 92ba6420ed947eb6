// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/Result.h"
#include "model/workload/LlmArchitecture.h"
#include "providers/import/models/Onnx.h"
#include "providers/import/models/Safetensors.h"

#include <filesystem>
#include <optional>
#include <string>

namespace wherewithal::providers {

/// A model as a file describes it: a language model's shape, or an ONNX graph.
struct ModelFile
{
    std::optional<model::LlmArchitecture> architecture; ///< absent for ONNX
    std::optional<OnnxModel> graph;                     ///< ONNX only
    std::string configText;    ///< the config.json as it is; for a GGUF file one with the same shape
    std::string origin;        ///< the file, for the explanation
    std::string weightsOrigin; ///< where exact bytes come from; empty: counted
};

/// Reads a config.json (any name), a folder with one, a .safetensors file or its index (with the config.json
/// beside it), a .gguf or an .onnx file. The name of the model is that of the file, or of its folder for a
/// plain config.json.
///
/// Errors name the file; those of the readers, NotFound, PermissionDenied.
[[nodiscard]] model::Result<ModelFile> loadModelFile(const std::filesystem::path& path);

/// True for a .safetensors file without the config.json that would say its architecture.
[[nodiscard]] bool isLoneSafetensors(const std::filesystem::path& path);

/// What a .safetensors file's own header says. Errors name the file; those of readSafetensorsHeader(),
/// NotFound, PermissionDenied.
[[nodiscard]] model::Result<TensorTotals> loadTensorTotals(const std::filesystem::path& path);

/// A config.json that readLlmConfig() reads back to the same shape (less the name and the exact bytes): how a
/// plan keeps a model that came without one.
[[nodiscard]] std::string configTextOf(const model::LlmArchitecture& architecture);

} // namespace wherewithal::providers
