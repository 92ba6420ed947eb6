// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ModelArgument.h"

#include "providers/import/models/Gguf.h"
#include "providers/import/models/LlmConfig.h"
#include "providers/import/models/Safetensors.h"
#include "providers/json/AtomicFile.h"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <system_error>
#include <variant>

namespace wherewithal::app::cli {

namespace {

using model::Result;
namespace fs = std::filesystem;

/// The first bytes of a file: headers of models lie at the start, the weights behind them are not read.
Result<std::string> readStart(const fs::path& path, std::uintmax_t most)
{
    std::ifstream file(path, std::ios::binary);
    std::error_code fault;
    const std::uintmax_t size = fs::file_size(path, fault);
    if (!file || fault) {
        return model::failure(providers::systemError(fault ? fault.value() : EACCES, path, "read"));
    }
    std::string bytes(static_cast<std::size_t>(std::min(size, most)), '\0');
    file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(std::max<std::streamsize>(file.gcount(), 0)));
    return bytes;
}

/// config.json, and the exact bytes of the weights if their index lies beside it.
Result<NamedModel> fromConfig(const fs::path& path)
{
    const auto text = providers::readWhole(path, providers::kMostConfigBytes);
    if (!text) {
        return model::failure(text.error());
    }
    auto architecture = providers::readLlmConfig(*text, path.string());
    if (!architecture) {
        return model::failure(architecture.error());
    }
    NamedModel named{.origin = path.string()};
    const fs::path index = path.parent_path() / "model.safetensors.index.json";
    std::error_code ignored;
    if (fs::exists(index, ignored)) {
        const auto indexText = readStart(index, providers::kMostSafetensorsHeaderBytes);
        const auto bytes = indexText ? providers::readSafetensorsIndex(*indexText, index.string())
                                     : Result<double>(model::failure(indexText.error()));
        if (!bytes) {
            return model::failure(bytes.error());
        }
        architecture->weightsBytesOverride = *bytes;
        named.weightsOrigin = index.string();
    }
    architecture->name =
        path.stem() == "config" ? path.parent_path().filename().string() : path.stem().string();
    named.architecture = *std::move(architecture);
    return named;
}

/// A safetensors file has the bytes; the shape stands in the config.json beside it.
Result<NamedModel> fromSafetensors(const fs::path& path)
{
    constexpr std::uintmax_t kLengthBytes = 8;
    const auto start = readStart(path, providers::kMostSafetensorsHeaderBytes + kLengthBytes);
    if (!start) {
        return model::failure(start.error());
    }
    std::error_code ignored;
    const auto totals = providers::readSafetensorsHeader(*start, fs::file_size(path, ignored), path.string());
    if (!totals) {
        return model::failure(totals.error());
    }
    auto named = fromConfig(path.parent_path() / "config.json");
    if (!named) {
        return named;
    }
    if (named->weightsOrigin.empty()) {
        named->architecture->weightsBytesOverride = totals->bytes;
        named->weightsOrigin = path.string();
    }
    return named;
}

Result<NamedModel> fromGguf(const fs::path& path)
{
    const auto start = readStart(path, providers::kMostGgufHeaderBytes);
    if (!start) {
        return model::failure(start.error());
    }
    auto file = providers::readGguf(*start, path.string());
    if (!file) {
        return model::failure(file.error());
    }
    file->architecture.name = path.stem().string();
    return NamedModel{
        .architecture = file->architecture, .origin = path.string(), .weightsOrigin = path.string()};
}

Result<NamedModel> fromOnnx(const fs::path& path)
{
    const auto bytes = readStart(path, providers::kMostOnnxBytes + 1);
    if (!bytes) {
        return model::failure(bytes.error());
    }
    const auto graph = providers::readOnnx(*bytes, path.string());
    if (!graph) {
        return model::failure(graph.error());
    }
    return NamedModel{.graph = *graph, .origin = path.string()};
}

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
    fs::path path(file);
    if (file.starts_with("example:") || path.extension() == ".wherewithal") {
        return fromPlan(file, streams);
    }
    std::error_code ignored;
    if (fs::is_directory(path, ignored)) {
        path /= "config.json";
    }
    auto named = path.extension() == ".gguf"          ? fromGguf(path)
                 : path.extension() == ".safetensors" ? fromSafetensors(path)
                 : path.extension() == ".onnx"        ? fromOnnx(path)
                 : path.filename() == "model.safetensors.index.json"
                     ? fromConfig(path.parent_path() / "config.json")
                     : fromConfig(path);
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
