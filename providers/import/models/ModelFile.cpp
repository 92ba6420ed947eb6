// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/import/models/ModelFile.h"

#include "providers/import/models/Gguf.h"
#include "providers/import/models/LlmConfig.h"
#include "providers/import/models/Safetensors.h"
#include "providers/json/AtomicFile.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cerrno>
#include <fmt/format.h>
#include <fstream>
#include <system_error>
#include <utility>

namespace wherewithal::providers {

using model::failure;
using model::LlmArchitecture;
using model::Precision;
using model::Result;
namespace fs = std::filesystem;

namespace {

using Json = nlohmann::ordered_json;

/// The first bytes of a file: headers of models lie at the start, the weights behind them are not read.
Result<std::string> readStart(const fs::path& path, std::uintmax_t most)
{
    std::ifstream file(path, std::ios::binary);
    std::error_code fault;
    const std::uintmax_t size = fs::file_size(path, fault);
    if (!file || fault) {
        return failure(systemError(fault ? fault.value() : EACCES, path, "read"));
    }
    std::string bytes(static_cast<std::size_t>(std::min(size, most)), '\0');
    file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(std::max<std::streamsize>(file.gcount(), 0)));
    return bytes;
}

/// config.json, and the exact bytes of the weights if their index lies beside it.
Result<ModelFile> fromConfig(const fs::path& path)
{
    auto text = readWhole(path, kMostConfigBytes);
    if (!text) {
        return failure(text.error());
    }
    auto architecture = readLlmConfig(*text, path.string());
    if (!architecture) {
        return failure(architecture.error());
    }
    ModelFile file{.origin = path.string()};
    const fs::path index = path.parent_path() / "model.safetensors.index.json";
    std::error_code ignored;
    if (fs::exists(index, ignored)) {
        const auto indexText = readStart(index, kMostSafetensorsHeaderBytes);
        const auto bytes = indexText ? readSafetensorsIndex(*indexText, index.string())
                                     : Result<double>(failure(indexText.error()));
        if (!bytes) {
            return failure(bytes.error());
        }
        architecture->weightsBytesOverride = *bytes;
        file.weightsOrigin = index.string();
    }
    architecture->name =
        path.stem() == "config" ? path.parent_path().filename().string() : path.stem().string();
    file.architecture = *std::move(architecture);
    file.configText = *std::move(text);
    return file;
}

/// ".gguf" of "MODEL.GGUF".
std::string endingOf(const fs::path& path)
{
    std::string ending = path.extension().string();
    std::ranges::transform(
        ending, ending.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return ending;
}

/// A safetensors file has the bytes; the shape stands in the config.json beside it.
Result<ModelFile> fromSafetensors(const fs::path& path)
{
    const auto totals = loadTensorTotals(path);
    if (!totals) {
        return failure(totals.error());
    }
    if (isLoneSafetensors(path)) {
        return failure(model::ErrorCode::NotFound,
                       path.string(),
                       fmt::format("{:.0f} bytes of tensors, but no config.json beside them says which "
                                   "architecture they are",
                                   totals->bytes),
                       "put the model's config.json into the same folder");
    }
    auto file = fromConfig(path.parent_path() / "config.json");
    if (!file) {
        return file;
    }
    if (auto& architecture = file->architecture; architecture && file->weightsOrigin.empty()) {
        architecture->weightsBytesOverride = totals->bytes;
        file->weightsOrigin = path.string();
    }
    return file;
}

Result<ModelFile> fromGguf(const fs::path& path)
{
    const auto start = readStart(path, kMostGgufHeaderBytes);
    if (!start) {
        return failure(start.error());
    }
    auto gguf = readGguf(*start, path.string());
    if (!gguf) {
        return failure(gguf.error());
    }
    gguf->architecture.name = path.stem().string();
    return ModelFile{.architecture = gguf->architecture,
                     .configText = configTextOf(gguf->architecture),
                     .origin = path.string(),
                     .weightsOrigin = path.string()};
}

Result<ModelFile> fromOnnx(const fs::path& path)
{
    const auto bytes = readStart(path, kMostOnnxBytes + 1);
    if (!bytes) {
        return failure(bytes.error());
    }
    const auto graph = readOnnx(*bytes, path.string());
    if (!graph) {
        return failure(graph.error());
    }
    return ModelFile{.graph = *graph, .origin = path.string()};
}

/// The keys that say how the weights are stored.
void addPrecision(Json& config, Precision precision)
{
    switch (precision) {
    case Precision::Fp32:
    case Precision::Tf32:
        config["torch_dtype"] = "float32";
        return;
    case Precision::Bf16:
        config["torch_dtype"] = "bfloat16";
        return;
    case Precision::Fp8:
        config["quantization_config"] = {{"quant_method", "fp8"}};
        return;
    case Precision::Fp4:
        config["quantization_config"] = {{"quant_method", "mxfp4"}};
        return;
    case Precision::Int8:
    case Precision::Int4:
        config["quantization_config"] = {{"quant_method", "gptq"},
                                         {"bits", precision == Precision::Int8 ? 8 : 4}};
        return;
    }
}

void addAttention(Json& config, const LlmArchitecture& a)
{
    config["num_attention_heads"] = a.queryHeads;
    config["num_key_value_heads"] = a.keyValueHeads;
    if (a.hasLatentAttention()) {
        config["kv_lora_rank"] = a.keyValueRank;
        config["q_lora_rank"] = a.queryRank;
        config["qk_nope_head_dim"] = a.queryKeyPlainSize;
        config["qk_rope_head_dim"] = a.queryKeyRotarySize;
        config["v_head_dim"] = a.valueHeadSize;
    } else {
        config["head_dim"] = a.headSize;
        config["multi_query"] = false; // Falcon shares one head unless told otherwise
    }
    if (a.slidingWindow > 0) {
        config["sliding_window"] = a.slidingWindow;
        Json types = Json::array();
        for (int layer = 0; layer < a.layerCount; ++layer) {
            types.push_back(layer < a.slidingLayerCount ? "sliding_attention" : "full_attention");
        }
        config["layer_types"] = std::move(types);
    }
}

} // namespace

bool isLoneSafetensors(const fs::path& path)
{
    std::error_code ignored;
    return endingOf(path) == ".safetensors" && !fs::exists(path.parent_path() / "config.json", ignored);
}

Result<TensorTotals> loadTensorTotals(const fs::path& path)
{
    constexpr std::uintmax_t kLengthBytes = 8;
    const auto start = readStart(path, kMostSafetensorsHeaderBytes + kLengthBytes);
    if (!start) {
        return failure(start.error());
    }
    std::error_code ignored;
    return readSafetensorsHeader(*start, fs::file_size(path, ignored), path.string());
}

Result<ModelFile> loadModelFile(const fs::path& path)
{
    std::error_code ignored;
    if (fs::is_directory(path, ignored)) {
        return fs::exists(path / "config.json", ignored)
                   ? fromConfig(path / "config.json")
                   : Result<ModelFile>(failure(model::ErrorCode::NotFound,
                                               path.string(),
                                               "the folder has no config.json",
                                               "name the folder of one model, or a file"));
    }
    const std::string ending = endingOf(path);
    if (ending == ".gguf") {
        return fromGguf(path);
    }
    if (ending == ".safetensors") {
        return fromSafetensors(path);
    }
    if (ending == ".onnx") {
        return fromOnnx(path);
    }
    return fromConfig(path.filename() == "model.safetensors.index.json" ? path.parent_path() / "config.json"
                                                                        : path);
}

std::string configTextOf(const LlmArchitecture& a)
{
    Json config{{"model_type", a.family},
                {"hidden_size", a.hiddenSize},
                {"num_hidden_layers", a.layerCount},
                {"vocab_size", a.vocabularySize},
                {"tie_word_embeddings", a.hasTiedEmbeddings},
                {"intermediate_size", a.intermediateSize}};
    if (a.contextLength > 0) {
        config["max_position_embeddings"] = a.contextLength;
    }
    addAttention(config, a);
    if (a.isMixtureOfExperts()) {
        config["num_experts"] = a.expertCount;
        config["num_experts_per_tok"] = a.expertsPerToken;
        config["moe_intermediate_size"] = a.expertIntermediateSize;
        config["first_k_dense_replace"] = a.leadingDenseLayers;
        config["decoder_sparse_step"] = a.sparseLayerStep;
        config["n_shared_experts"] = a.sharedExpertCount;
    }
    addPrecision(config, a.storedPrecision);
    return config.dump();
}

} // namespace wherewithal::providers
