// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Command.h"
#include "model/workload/LlmArchitecture.h"
#include "providers/import/models/Onnx.h"

#include <optional>
#include <string>

namespace wherewithal::app::cli {

/// A model that the user named: a config.json, a folder with one, a GGUF, safetensors or ONNX file, a plan,
/// or example:NAME.
struct NamedModel
{
    std::optional<model::LlmArchitecture> architecture; ///< absent for ONNX
    std::optional<providers::OnnxModel> graph;          ///< ONNX only
    std::string origin;                                 ///< the file, for the explanation
    std::string weightsOrigin;                          ///< where exact bytes come from; empty: counted
};

/// Errors are printed; what cannot be read ends the command.
[[nodiscard]] tl::expected<NamedModel, ExitStatus> readModelArgument(const std::string& file,
                                                                     Streams& streams);

/// The precision of that name, or `standard` for an empty one. An unknown one is printed and ends the
/// command.
[[nodiscard]] tl::expected<model::Precision, ExitStatus> readPrecisionArgument(const std::string& option,
                                                                               const std::string& text,
                                                                               model::Precision standard,
                                                                               Streams& streams);

} // namespace wherewithal::app::cli
