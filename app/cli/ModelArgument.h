// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Command.h"
#include "providers/import/models/ModelFile.h"

#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <string>
#include <vector>

namespace wherewithal::app::cli {

/// A model that the user named: a config.json, a folder with one, a GGUF, safetensors or ONNX file, a plan,
/// or example:NAME.
struct NamedModel : providers::ModelFile
{
    std::vector<model::Calibration> calibrations; ///< of the named plan's workload; a model file has none
};

[[nodiscard]] model::Result<NamedModel> loadNamedModel(const std::string& file);

/// The same; errors are printed, and what cannot be read ends the command.
[[nodiscard]] tl::expected<NamedModel, ExitStatus> readModelArgument(const std::string& file,
                                                                     Streams& streams);

/// An error if the named file is a graph of operations and no language model.
[[nodiscard]] std::optional<model::Error> notALanguageModel(const NamedModel& named, const std::string& file);

/// The error with the option that was typed in the place of the engine's field, if it names one.
[[nodiscard]] model::Error atOption(model::Error error);

/// As published; weights stored in FP32 are served in BF16.
[[nodiscard]] model::Precision servedPrecision(const model::LlmArchitecture& architecture);

/// What the diagnostics say if the device has no arithmetic of the precision of the weights: with which one
/// it multiplies them instead.
[[nodiscard]] std::optional<model::Error> missingArithmetic(const model::Accelerator& device,
                                                            model::Precision weights);

/// What the diagnostics say about the calibrations that a plan keeps: the one that is used, or those of the
/// device that belong to another engine. Nothing if there are none of the device.
[[nodiscard]] std::optional<model::Error> noteKeptCalibrations(const model::LlmServing& serving,
                                                               const model::Accelerator& device);

/// A calibration that a plan keeps, in the keys of one that was just made.
[[nodiscard]] nlohmann::ordered_json keptCalibrationJson(const model::Calibration& kept);

/// The precision of that name, or `standard` for an empty one. An unknown one is printed and ends the
/// command.
[[nodiscard]] tl::expected<model::Precision, ExitStatus> readPrecisionArgument(const std::string& option,
                                                                               const std::string& text,
                                                                               model::Precision standard,
                                                                               Streams& streams);

} // namespace wherewithal::app::cli
