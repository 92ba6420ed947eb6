// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ModelArgument.h"

#include <filesystem>
#include <fmt/format.h>
#include <variant>

namespace wherewithal::app::cli {

namespace {

tl::expected<NamedModel, ExitStatus> fromPlan(const std::string& file, Streams& streams)
{
    const auto document = PlanArguments{.file = file}.read(streams);
    if (!document) {
        return tl::unexpected(document.error());
    }
    for (const model::Workload& workload : document->plan.workloads) {
        if (const auto* serving = std::get_if<model::LlmServing>(&workload.detail)) {
            return NamedModel{.architecture = serving->architecture, .origin = serving->configOrigin};
        }
        if (const auto* training = std::get_if<model::Training>(&workload.detail)) {
            return NamedModel{.architecture = training->architecture, .origin = training->configOrigin};
        }
    }
    return tl::unexpected(fail({.code = model::ErrorCode::NotFound,
                                .where = file,
                                .message = "no workload of this plan has a language model",
                                .hint = "name a config.json"},
                               streams));
}

} // namespace

tl::expected<NamedModel, ExitStatus> readModelArgument(const std::string& file, Streams& streams)
{
    const std::filesystem::path path(file);
    if (file.starts_with("example:") || path.extension() == ".wherewithal") {
        return fromPlan(file, streams);
    }
    auto named = providers::loadModelFile(path);
    if (!named) {
        return tl::unexpected(fail(named.error(), streams));
    }
    return *std::move(named);
}

tl::expected<model::Precision, ExitStatus> readPrecisionArgument(const std::string& option,
                                                                 const std::string& text,
                                                                 model::Precision standard,
                                                                 Streams& streams)
{
    if (text.empty()) {
        return standard;
    }
    if (const auto precision = model::parsePrecision(text)) {
        return *precision;
    }
    return tl::unexpected(fail({.code = model::ErrorCode::UnknownName,
                                .where = option,
                                .message = fmt::format("'{}' is no number format", text),
                                .hint = "use fp32, tf32, bf16, fp16, fp8, int8, fp4 or int4"},
                               streams));
}

} // namespace wherewithal::app::cli
