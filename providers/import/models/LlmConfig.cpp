// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/import/models/LlmConfig.h"

#include "model/workload/LlmFamily.h"
#include "providers/json/JsonScan.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <initializer_list>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace wherewithal::providers {

using model::ErrorCode;
using model::failure;
using model::LlmArchitecture;
using model::LlmFamily;
using model::Precision;
using model::Result;

namespace {

using Json = nlohmann::ordered_json;
using Names = std::initializer_list<const char*>;

constexpr std::size_t kShown = 80; // characters of a value that is quoted in a message

/// "a list", "a text": what a value is, in words.
std::string_view aKindOf(const Json& value)
{
    switch (value.type()) {
    case Json::value_t::array:
        return "a list";
    case Json::value_t::object:
        return "an object";
    case Json::value_t::string:
        return "a text";
    case Json::value_t::boolean:
        return "true or false";
    case Json::value_t::null:
        return "null";
    default:
        return "a number";
    }
}

/// Reads fields by any of their names and remembers the first thing that was wrong.
class Fields
{
public:
    Fields(const Json& object, std::string where)
        : m_object(object)
        , m_where(std::move(where))
    {}

    /// The value under the first of the names that is there and not null.
    [[nodiscard]] const Json* find(Names names) const
    {
        for (const char* name : names) {
            const auto at = m_object.find(name);
            if (at != m_object.end() && !at->is_null()) {
                return &*at;
            }
        }
        return nullptr;
    }

    [[nodiscard]] std::optional<int> number(Names names, int most = kMostNumber)
    {
        const Json* value = find(names);
        if (value == nullptr) {
            return std::nullopt;
        }
        const char* name = *names.begin();
        if (!value->is_number()) {
            fail(ErrorCode::WrongType,
                 name,
                 fmt::format("'{}' is {}, expected a whole number", name, aKindOf(*value)),
                 value->is_string() ? "write the number without quotes" : "");
            return std::nullopt;
        }
        const double plain = value->get<double>();
        if (!(plain >= 0.0) || plain > most || plain != std::floor(plain)) {
            fail(ErrorCode::OutOfRange,
                 name,
                 fmt::format("'{}' is {}, expected a whole number from 0 to {}", name, value->dump(), most),
                 "correct the config; download it again if nobody edited it");
            return std::nullopt;
        }
        return static_cast<int>(plain);
    }

    [[nodiscard]] int required(Names names, int most = kMostNumber)
    {
        const auto value = number(names, most);
        if (!value && !m_error) {
            fail(ErrorCode::MissingField,
                 *names.begin(),
                 fmt::format("the config does not give '{}'", *names.begin()),
                 fmt::format("add one of: {}", fmt::join(names, ", ")));
        }
        if (value && *value == 0) {
            fail(ErrorCode::OutOfRange,
                 *names.begin(),
                 fmt::format("'{}' is 0", *names.begin()),
                 "a language model has at least 1; correct the config");
        }
        return value.value_or(0);
    }

    [[nodiscard]] bool flag(Names names, bool standard)
    {
        const Json* value = find(names);
        if (value == nullptr) {
            return standard;
        }
        if (!value->is_boolean()) {
            fail(ErrorCode::WrongType,
                 *names.begin(),
                 fmt::format("'{}' is {}, expected true or false", *names.begin(), aKindOf(*value)),
                 "write true or false without quotes");
            return standard;
        }
        return value->get<bool>();
    }

    [[nodiscard]] std::string text(Names names) const
    {
        const Json* value = find(names);
        return value != nullptr && value->is_string() ? value->get<std::string>() : std::string{};
    }

    void fail(ErrorCode code, std::string_view field, std::string message, std::string hint = {})
    {
        if (!m_error) {
            m_error = model::Error{.code = code,
                                   .where = fmt::format("{}.{}", m_where, field),
                                   .message = std::move(message),
                                   .hint = std::move(hint)};
        }
    }
    [[nodiscard]] const std::optional<model::Error>& error() const { return m_error; }

    static constexpr int kMostNumber = 100'000'000;

private:
    const Json& m_object;
    std::string m_where;
    std::optional<model::Error> m_error;
};

/// Configs that name a family differently, or a variant that counts differently.
std::string familyKey(Fields& fields, const std::string& type)
{
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kAliases{{
        {"kimi_k2", "deepseek_v3"},
        {"RefinedWeb", "falcon"},
        {"RefinedWebModel", "falcon"},
        {"gemma3", "gemma3_text"},
    }};
    std::string key = type;
    for (const auto& [alias, family] : kAliases) {
        if (alias == type) {
            key = family;
        }
    }
    if (key == "falcon" && fields.flag({"bias"}, false)) {
        return "falcon with biases";
    }
    const bool hasTwoNorms = fields.flag({"new_decoder_architecture"}, false)
                             && fields.number({"num_ln_in_parallel_attn"}).value_or(2) == 2;
    if (key == "falcon" && hasTwoNorms) {
        return "falcon_40b";
    }
    // Variants that no published count of this table covers are named, not guessed.
    if (key == "internlm2" && fields.flag({"bias"}, false)) {
        return "internlm2 with biases";
    }
    if (key == "phi" && fields.flag({"qk_layernorm"}, false)) {
        return "phi with query-key norms";
    }
    if (key == "glm4" && fields.flag({"attention_bias"}, false)) {
        return "glm4_attention_bias";
    }
    if (key == "llama" && fields.flag({"attention_bias"}, false)) {
        return "llama_attention_bias";
    }
    return key;
}

/// Which numbers of any language model the config leaves out, as the rest of a sentence that asks for them.
std::string missingNumbers(const Fields& fields)
{
    std::vector<std::string_view> missing;
    const auto ask = [&](Names names) {
        if (fields.find(names) == nullptr) {
            missing.emplace_back(*names.begin());
        }
    };
    ask({"hidden_size", "n_embd", "d_model"});
    ask({"num_hidden_layers", "n_layer", "num_layers"});
    ask({"num_attention_heads", "n_head", "num_heads"});
    ask({"intermediate_size", "n_inner", "ffn_hidden_size", "ffn_dim", "moe_intermediate_size"});
    ask({"vocab_size"});
    return missing.empty() ? std::string() : fmt::format(" and the missing {}", fmt::join(missing, ", "));
}

Result<const LlmFamily*> familyOf(Fields& fields, std::string_view where)
{
    std::string type = fields.text({"model_type"});
    if (const Json* own = fields.find({"wherewithal"});
        own != nullptr && own->is_object() && own->contains("like") && (*own)["like"].is_string()) {
        type = (*own)["like"].get<std::string>();
    }
    std::vector<std::string_view> known;
    for (const LlmFamily& family : model::llmFamilies()) {
        known.push_back(family.key);
    }
    if (type.empty()) {
        return failure(ErrorCode::MissingField,
                       fmt::format("{}.model_type", where),
                       "the config does not say which architecture it describes",
                       fmt::format("add \"model_type\"; known: {}", fmt::join(known, ", ")));
    }
    const std::string key = familyKey(fields, type);
    const LlmFamily* family = model::findLlmFamily(key);
    if (family == nullptr) {
        return failure(ErrorCode::UnknownName,
                       fmt::format("{}.model_type", where),
                       fmt::format("the architecture '{}' is not known", key.substr(0, kShown)),
                       fmt::format("if its layers are those of a known family, add \"wherewithal\": "
                                   "{{\"like\": \"llama\"}}{}; known: {}",
                                   missingNumbers(fields),
                                   fmt::join(known, ", ")));
    }
    return family;
}

void readAttention(Fields& fields, const LlmFamily& family, LlmArchitecture& a)
{
    constexpr int kMostHeads = 100'000;
    a.queryHeads = fields.required({"num_attention_heads", "n_head", "num_heads"}, kMostHeads);
    a.keyValueRank = fields.number({"kv_lora_rank"}).value_or(0);
    if (a.keyValueRank > 0) {
        a.queryRank = fields.number({"q_lora_rank"}).value_or(0);
        a.queryKeyPlainSize = fields.required({"qk_nope_head_dim"}, kMostHeads);
        a.queryKeyRotarySize = fields.required({"qk_rope_head_dim"}, kMostHeads);
        a.valueHeadSize = fields.required({"v_head_dim"}, kMostHeads);
        a.keyValueHeads = fields.number({"num_key_value_heads"}, kMostHeads).value_or(a.queryHeads);
        return;
    }
    const bool sharesOneHead = family.key == "falcon" && fields.flag({"multi_query"}, true);
    a.keyValueHeads = sharesOneHead
                          ? 1
                          : fields.number({"num_key_value_heads", "num_kv_heads", "n_head_kv"}, kMostHeads)
                                .value_or(a.queryHeads);
    a.headSize = fields.number({"head_dim", "attention_head_dim"}, kMostHeads).value_or(0);
    if (a.headSize == 0 && a.queryHeads > 0) {
        a.headSize = a.hiddenSize / a.queryHeads;
        if (a.headSize * a.queryHeads != a.hiddenSize) {
            fields.fail(ErrorCode::Inconsistent,
                        "num_attention_heads",
                        fmt::format("{} heads do not divide the hidden size {}", a.queryHeads, a.hiddenSize),
                        "give head_dim");
        }
    }
    if (a.keyValueHeads == 0 || a.keyValueHeads > a.queryHeads) {
        fields.fail(ErrorCode::OutOfRange,
                    "num_key_value_heads",
                    fmt::format("{} key-value heads for {} query heads", a.keyValueHeads, a.queryHeads));
    }
}

/// Layers in `mlp_only_layers` are dense; only a run from layer 0 on has a place in the normal form.
void readDenseLayers(Fields& fields, LlmArchitecture& a)
{
    const Json* list = fields.find({"mlp_only_layers"});
    if (list == nullptr || !list->is_array() || list->empty()) {
        return;
    }
    for (std::size_t i = 0; i < list->size(); ++i) {
        const Json& layer = (*list)[i];
        if (!layer.is_number_integer() || layer.get<double>() != static_cast<double>(i)) {
            fields.fail(ErrorCode::UnsupportedFormat,
                        "mlp_only_layers",
                        "dense layers in the middle of the stack are not supported",
                        "");
            return;
        }
    }
    a.leadingDenseLayers = static_cast<int>(list->size());
}

void readFeedForward(Fields& fields, const LlmFamily& family, LlmArchitecture& a)
{
    constexpr int kMostExperts = 100'000;
    a.isGated = family.isGatedByDefault;
    a.expertCount =
        fields.number({"num_local_experts", "num_experts", "n_routed_experts"}, kMostExperts).value_or(0);
    const auto inner = fields.number({"intermediate_size", "n_inner", "ffn_hidden_size", "ffn_dim"});
    a.intermediateSize =
        inner.value_or(a.isGated ? 0 : 4 * a.hiddenSize); // ungated families leave the usual 4 h out
    if (a.isGated && !inner && a.expertCount == 0) {
        fields.fail(ErrorCode::MissingField,
                    "intermediate_size",
                    "the config does not give 'intermediate_size'",
                    "add it");
    }
    if (a.expertCount == 0) {
        return;
    }
    a.expertsPerToken = fields.required(
        {"num_experts_per_tok", "experts_per_token", "num_experts_per_token", "moe_topk"}, kMostExperts);
    a.expertIntermediateSize = fields.number({"moe_intermediate_size"}).value_or(a.intermediateSize);
    a.leadingDenseLayers = fields.number({"first_k_dense_replace"}, kMostExperts).value_or(0);
    a.sparseLayerStep =
        std::max(1, fields.number({"decoder_sparse_step", "moe_layer_freq"}, kMostExperts).value_or(1));
    a.sharedExpertCount = fields.number({"n_shared_experts"}, kMostExperts).value_or(0);
    readDenseLayers(fields, a);
    if (const auto shared = fields.number({"shared_expert_intermediate_size"});
        shared && a.expertIntermediateSize > 0) {
        a.sharedExpertCount = *shared / a.expertIntermediateSize;
        if (a.sharedExpertCount * a.expertIntermediateSize != *shared) {
            fields.fail(ErrorCode::UnsupportedFormat,
                        "shared_expert_intermediate_size",
                        "the shared expert is no multiple of a routed one",
                        "");
        }
    }
    if (a.expertIntermediateSize == 0 || a.expertsPerToken > a.expertCount) {
        fields.fail(
            ErrorCode::Inconsistent,
            "num_experts_per_tok",
            fmt::format(
                "{} of {} experts of size {}", a.expertsPerToken, a.expertCount, a.expertIntermediateSize));
    }
}

int slidingLayers(Fields& fields, const LlmFamily& family, const LlmArchitecture& a)
{
    if (const Json* types = fields.find({"layer_types"}); types != nullptr && types->is_array()) {
        return static_cast<int>(
            std::ranges::count_if(*types, [](const Json& type) { return type == "sliding_attention"; }));
    }
    if (const auto pattern = fields.number({"sliding_window_pattern"}); pattern && *pattern > 0) {
        return a.layerCount - a.layerCount / *pattern; // each pattern-th layer is full
    }
    if (family.alternatesSlidingWindow) {
        return (a.layerCount + 1) / 2;
    }
    if (const auto full = fields.number({"max_window_layers"})) {
        return std::max(0, a.layerCount - *full);
    }
    return a.layerCount;
}

void readWindow(Fields& fields, const LlmFamily& family, LlmArchitecture& a)
{
    if (!fields.flag({"use_sliding_window"}, true)) {
        return;
    }
    const int window = fields.number({"sliding_window"}).value_or(0);
    const int layers = window > 0 ? slidingLayers(fields, family, a) : 0;
    if (layers > 0 && layers <= a.layerCount) {
        a.slidingWindow = window;
        a.slidingLayerCount = layers;
    }
}

std::optional<Precision> byBits(int bits, bool isFloat)
{
    switch (bits) {
    case 4:
        return isFloat ? Precision::Fp4 : Precision::Int4;
    case 8:
        return isFloat ? Precision::Fp8 : Precision::Int8;
    default:
        return std::nullopt;
    }
}

/// compressed-tensors: {"config_groups": {"group_0": {"weights": {"num_bits": 8, "type": "float"}}}}.
std::optional<Precision> groupPrecision(const Json& quantisation)
{
    const auto groups = quantisation.find("config_groups");
    if (groups == quantisation.end() || !groups->is_object() || groups->empty()) {
        return std::nullopt;
    }
    const Json& group = *groups->begin();
    const auto weights = group.is_object() ? group.find("weights") : group.end();
    if (!group.is_object() || weights == group.end() || !weights->is_object()) {
        return std::nullopt;
    }
    Fields fields(*weights, "weights");
    return byBits(fields.number({"num_bits"}).value_or(0), fields.text({"type"}) == "float");
}

std::optional<Precision> quantisedPrecision(const Json& quantisation)
{
    Fields fields(quantisation, "quantization_config");
    const std::string method = fields.text({"quant_method"});
    const std::string algorithm = fields.text({"quant_algo"});
    if (method == "fp8" || method == "fbgemm_fp8" || algorithm == "FP8") {
        return Precision::Fp8;
    }
    if (method == "mxfp4" || algorithm == "NVFP4") {
        return Precision::Fp4;
    }
    if (method == "awq" || method == "gptq") {
        return byBits(fields.number({"bits", "w_bit"}).value_or(4), false);
    }
    if (method == "bitsandbytes") {
        return fields.flag({"load_in_4bit"}, false) ? Precision::Int4 : Precision::Int8;
    }
    return method == "compressed-tensors" ? groupPrecision(quantisation) : std::nullopt;
}

void readPrecision(Fields& fields, const Json* quantisation, LlmArchitecture& a)
{
    if (quantisation != nullptr && quantisation->is_object()) {
        if (const auto precision = quantisedPrecision(*quantisation)) {
            a.storedPrecision = *precision;
            return;
        }
        fields.fail(
            ErrorCode::UnsupportedFormat,
            "quantization_config",
            fmt::format("the quantisation method '{}' is not known",
                        Fields(*quantisation, "").text({"quant_method"}).substr(0, kShown)),
            "remove quantization_config and choose the weight precision in the plan or on the command line");
        return;
    }
    const std::string type = fields.text({"torch_dtype", "dtype"});
    const auto precision = model::parsePrecision(type.starts_with("torch.") ? std::string_view(type).substr(6)
                                                                            : std::string_view(type));
    a.storedPrecision = precision.value_or(Precision::Fp32); // what an absent torch_dtype means
    if (!type.empty() && !precision) {
        fields.fail(ErrorCode::UnknownName,
                    "torch_dtype",
                    fmt::format("'{}' is not a known number format", type.substr(0, 40)),
                    "fp32, bf16, fp16, fp8");
    }
}

Result<LlmArchitecture> readShape(const Json& root, std::string_view where)
{
    const auto inner = root.find("text_config");
    const bool isNested = inner != root.end() && inner->is_object();
    const Json& config = isNested ? *inner : root;
    Fields fields(config, isNested ? fmt::format("{}.text_config", where) : std::string(where));
    const auto family = familyOf(fields, where);
    if (!family) {
        return failure(family.error());
    }
    constexpr int kMostHidden = 1'000'000;
    constexpr int kMostLayers = 10'000;
    LlmArchitecture a;
    a.family = (*family)->key;
    a.hiddenSize = fields.required({"hidden_size", "n_embd", "d_model"}, kMostHidden);
    a.layerCount = fields.required({"num_hidden_layers", "n_layer", "num_layers"}, kMostLayers);
    a.vocabularySize = fields.required({"vocab_size"});
    a.contextLength =
        fields.number({"max_position_embeddings", "n_positions", "n_ctx", "seq_length"}).value_or(0);
    if ((*family)->hasLearnedPositions && a.contextLength == 0) {
        fields.fail(ErrorCode::MissingField,
                    "n_positions",
                    "the config does not give 'n_positions'",
                    "its learned positions are parameters");
    }
    a.hasTiedEmbeddings = fields.flag({"tie_word_embeddings"}, (*family)->tiesEmbeddingsByDefault);
    readAttention(fields, **family, a);
    readFeedForward(fields, **family, a);
    readWindow(fields, **family, a);
    const auto found = root.find("quantization_config");
    const Json* const outer = found != root.end() && !found->is_null() ? &*found : nullptr;
    const Json* const quantisation = fields.find({"quantization_config"});
    readPrecision(fields, quantisation != nullptr ? quantisation : outer, a);
    if (isNested && fields.text({"torch_dtype", "dtype"}).empty() && quantisation == nullptr
        && !fields.error()) {
        Fields whole(root, std::string(where));
        readPrecision(whole, outer, a);
    }
    if (const auto& error = fields.error()) {
        return failure(*error);
    }
    return a;
}

} // namespace

Result<LlmArchitecture> readLlmConfig(std::string_view text, std::string_view where)
{
    if (text.size() > kMostConfigBytes) {
        return failure(
            ErrorCode::TooLarge,
            std::string(where),
            fmt::format("the config has {} bytes, at most {} are read", text.size(), kMostConfigBytes),
            "a config.json is a few kilobytes; is this another file?");
    }
    const auto json = parseJson(text, where);
    if (!json) {
        return failure(json.error());
    }
    if (!json->is_object()) {
        return failure(ErrorCode::WrongType,
                       std::string(where),
                       fmt::format("the config is {}, expected an object", aKindOf(*json)),
                       "give the model's config.json");
    }
    return readShape(*json, where);
}

} // namespace wherewithal::providers
