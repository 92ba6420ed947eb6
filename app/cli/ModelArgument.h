// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Command.h"
#include "providers/import/models/ModelFile.h"

#include <string>

namespace wherewithal::app::cli {

/// A model that the user named: a config.json, a folder with one, a GGUF, safetensors or ONNX file, a plan,
/// or example:NAME.
using NamedModel = providers::ModelFile;

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
