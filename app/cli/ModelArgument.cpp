// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ModelArgument.h"

#include "app/cli/PlanArgument.h"
#include "simulator/throughput/Calibration.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fmt/format.h>
#include <string_view>
#include <utility>
#include <variant>

namespace wherewithal::app::cli {

using model::ErrorCode;
using model::failure;
using model::Precision;
using model::Result;

namespace {

/// The first language model of a plan; what is wrong with the plan's fields is an error here, since a
/// field at fault holds a default that nobody asked for.
Result<NamedModel> fromPlan(const std::string& file)
{
    const auto document = readPlanArgument(file);
    if (!document) {
        return failure(document.error());
    }
    const auto issues = allIssues(*document);
    const auto wrong = std::ranges::find(issues,
                                         model::PlanIssue::Severity::Error,
                                         [](const model::PlanIssue& issue) { return issue.severity; });
    if (wrong != issues.end()) {
        model::Error error = wrong->error;
        error.where = placeInFile(file, *document, error.where);
        return failure(std::move(error));
    }
    for (const model::Workload& workload : document->plan.workloads) {
        if (const auto* serving = std::get_if<model::LlmServing>(&workload.detail)) {
            return NamedModel{{.architecture = serving->architecture, .origin = serving->configOrigin},
                              serving->calibrations};
        }
        if (const auto* training = std::get_if<model::Training>(&workload.detail)) {
            return NamedModel{{.architecture = training->architecture, .origin = training->configOrigin}, {}};
        }
    }
    return failure(
        ErrorCode::NotFound, file, "no workload of this plan has a language model", "name a config.json");
}

std::string engineName(const std::string& profile)
{
    return profile.empty() ? std::string(simulator::kDefaultEngineProfile) : profile;
}

} // namespace

Result<NamedModel> loadNamedModel(const std::string& file)
{
    const std::filesystem::path path(file);
    if (file.starts_with("example:") || path.extension() == ".wherewithal") {
        return fromPlan(file);
    }
    auto named = providers::loadModelFile(path);
    if (!named) {
        return failure(std::move(named).error());
    }
    return NamedModel{*std::move(named), {}};
}

tl::expected<NamedModel, ExitStatus> readModelArgument(const std::string& file, Streams& streams)
{
    auto named = loadNamedModel(file);
    if (!named) {
        return tl::unexpected(fail(named.error(), streams));
    }
    return *std::move(named);
}

std::optional<model::Error> notALanguageModel(const NamedModel& named, const std::string& file)
{
    if (named.architecture) {
        return std::nullopt;
    }
    return model::Error{
        .code = ErrorCode::UnsupportedFormat,
        .where = file,
        .message = "this is no language model",
        .hint = "`model inspect` shows its operations; put them into a plan as an inference workload"};
}

model::Error atOption(model::Error error)
{
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kOptions{
        {{"engineProfile", "--engine-profile"},
         {"tensorParallel", "--tensor-parallel"},
         {"pipelineParallel", "--pipeline-parallel"},
         {"expertParallel", "--expert-parallel"}}};
    for (const auto& [field, option] : kOptions) {
        if (error.where == field) {
            error.where = option;
        }
    }
    return error;
}

Precision servedPrecision(const model::LlmArchitecture& architecture)
{
    return architecture.storedPrecision == Precision::Fp32 ? Precision::Bf16 : architecture.storedPrecision;
}

std::optional<model::Error> missingArithmetic(const model::Accelerator& device, Precision weights)
{
    const Precision used = simulator::arithmeticPrecision(device, weights);
    if (used == weights || weights == Precision::Int4) { // 4-bit integers are unpacked by their nature
        return std::nullopt;
    }
    return model::Error{.where = "--precision",
                        .message = fmt::format(
                            "{} publishes no arithmetic in {}: weights stay in {} and are multiplied in {}",
                            device.displayName,
                            model::name(weights),
                            model::name(weights),
                            model::name(used)),
                        .hint = "the memory they take is as asked for, the speed of their products is not"};
}

std::optional<model::Error> noteKeptCalibrations(const model::LlmServing& serving,
                                                 const model::Accelerator& device)
{
    if (const model::Calibration* kept = simulator::keptCalibration(serving, &device)) {
        return model::Error{
            .where =
                fmt::format("calibration of {} with {}", device.id.text(), engineName(kept->engineProfile)),
            .message =
                fmt::format("the plan keeps measurements of {}, which the figures rest on: {:.0f} % off "
                            "before, {:.0f} % after",
                            kept->date.empty() ? "an unknown day" : kept->date,
                            100.0 * kept->errorBefore,
                            100.0 * kept->errorAfter)};
    }
    for (const model::Calibration& other : serving.calibrations) {
        if (other.device == device.id) {
            return model::Error{
                .where = fmt::format("calibration of {}", device.id.text()),
                .message = fmt::format("the plan keeps measurements with {}, not with {}: they are not used",
                                       engineName(other.engineProfile),
                                       engineName(serving.engineProfile)),
                .hint = fmt::format("--engine-profile {} uses them", engineName(other.engineProfile))};
        }
    }
    return std::nullopt;
}

nlohmann::ordered_json keptCalibrationJson(const model::Calibration& kept)
{
    using Json = nlohmann::ordered_json;
    Json points = Json::array();
    for (const model::CalibrationPoint& point : kept.points) {
        points.push_back({{"kind", model::name(point.kind)}, {"at", point.at}, {"measured", point.measured}});
    }
    return {{"device", kept.device.text()},
            {"engine_profile", engineName(kept.engineProfile)},
            {"date", kept.date.empty() ? Json() : Json(kept.date)},
            {"origin", "plan"},
            {"points", std::move(points)},
            {"error_before_rms_log", kept.errorBefore},
            {"error_after_rms_log", kept.errorAfter},
            {"compute_factor", kept.computeFactor},
            {"bandwidth_factor", kept.bandwidthFactor},
            {"step_overhead_s", kept.secondsPerStep ? Json(*kept.secondsPerStep) : Json()}};
}

tl::expected<Precision, ExitStatus> readPrecisionArgument(const std::string& option,
                                                          const std::string& text,
                                                          Precision standard,
                                                          Streams& streams)
{
    if (text.empty()) {
        return standard;
    }
    if (const auto precision = model::parsePrecision(text)) {
        return *precision;
    }
    return tl::unexpected(fail({.code = ErrorCode::UnknownName,
                                .where = option,
                                .message = fmt::format("'{}' is no number format", text),
                                .hint = "use fp32, tf32, bf16, fp16, fp8, int8, fp4 or int4"},
                               streams));
}

} // namespace wherewithal::app::cli
