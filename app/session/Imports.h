// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/Result.h"
#include "model/workload/RequestTrace.h"
#include "model/workload/Workload.h"

#include <optional>
#include <string>
#include <vector>

/// Files that describe a workload, as values. All of these may run on a worker thread.
namespace wherewithal::app {

/// A model from a file: a language model, or the cost of one inference.
struct ImportedModel
{
    std::optional<model::LlmArchitecture> architecture;
    std::optional<model::InferenceCost> cost;
    std::string configText;
    std::string file;                 ///< name of the file, without its folder
    std::string origin;               ///< for the plan and the report
    std::vector<std::string> remarks; ///< what could not be counted
};

/// Reads config.json, GGUF, safetensors or ONNX.
[[nodiscard]] model::Result<ImportedModel> importModel(const std::string& path);

struct ImportedTrace
{
    model::RequestTrace trace;
    std::string file;
    std::vector<model::Error> rejected; ///< the first rows that were left out
    std::size_t rejectedCount = 0;
};

[[nodiscard]] model::Result<ImportedTrace> importTrace(const std::string& path);

struct ImportedPoints
{
    std::vector<model::MeasuredPoint> points;
    std::vector<model::Error> rejected;
};

/// Points of a load test from a file, or from pasted text.
[[nodiscard]] model::Result<ImportedPoints> importLoadTest(const std::string& path);
[[nodiscard]] model::Result<ImportedPoints> parseLoadTest(const std::string& text);

/// The shape of a week from a table, a log or a trace with dates.
[[nodiscard]] model::Result<model::WeekProfile> importWeekProfile(const std::string& path);
[[nodiscard]] model::Result<model::WeekProfile> parseWeekProfile(const std::string& text);

} // namespace wherewithal::app
