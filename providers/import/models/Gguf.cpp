// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/import/models/Gguf.h"

#include "model/workload/LlmFamily.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <map>
#include <optional>
#include <utility>

namespace wherewithal::providers {

using model::ErrorCode;
using model::failure;
using model::LlmArchitecture;
using model::Precision;
using model::Result;

namespace {

/// A cursor that never leaves its bytes: the first read beyond them sets the flag, all later ones give zero.
class Cursor
{
public:
    explicit Cursor(std::string_view bytes)
        : m_bytes(bytes)
    {}

    [[nodiscard]] std::uint64_t number(std::size_t width)
    {
        const std::string_view raw = take(width);
        std::uint64_t value = 0;
        for (std::size_t i = raw.size(); i-- > 0;) {
            value = value << 8U | static_cast<unsigned char>(raw[i]);
        }
        return value;
    }
    [[nodiscard]] std::string_view text() { return take(number(8)); }
    [[nodiscard]] std::string_view take(std::uint64_t count)
    {
        if (m_isOver || count > m_bytes.size() - m_at) {
            m_isOver = true;
            return {};
        }
        const std::string_view part = m_bytes.substr(m_at, count);
        m_at += count;
        return part;
    }
    [[nodiscard]] bool isOver() const { return m_isOver; }

private:
    std::string_view m_bytes;
    std::size_t m_at = 0;
    bool m_isOver = false;
};

// Value types of the format's key-value section.
enum ValueType : std::uint64_t
{
    Uint8 = 0,
    Int8 = 1,
    Uint16 = 2,
    Int16 = 3,
    Uint32 = 4,
    Int32 = 5,
    Float32 = 6,
    Bool = 7,
    String = 8,
    Array = 9,
    Uint64 = 10,
    Int64 = 11,
    Float64 = 12,
};

std::size_t widthOf(std::uint64_t type)
{
    static constexpr std::array<std::size_t, 13> kWidths{1, 1, 2, 2, 4, 4, 4, 1, 0, 0, 8, 8, 8};
    return type < kWidths.size() ? kWidths[type] : 0;
}

struct TensorType
{
    std::uint64_t id;
    std::string_view name;
    double numbersPerBlock;
    double bytesPerBlock;
};

// Block sizes of the file format; source: the ggml tensor types as documented with the format.
constexpr std::array kTensorTypes{
    TensorType{0, "F32", 1, 4},         TensorType{1, "F16", 1, 2},
    TensorType{2, "Q4_0", 32, 18},      TensorType{3, "Q4_1", 32, 20},
    TensorType{6, "Q5_0", 32, 22},      TensorType{7, "Q5_1", 32, 24},
    TensorType{8, "Q8_0", 32, 34},      TensorType{9, "Q8_1", 32, 36},
    TensorType{10, "Q2_K", 256, 84},    TensorType{11, "Q3_K", 256, 110},
    TensorType{12, "Q4_K", 256, 144},   TensorType{13, "Q5_K", 256, 176},
    TensorType{14, "Q6_K", 256, 210},   TensorType{15, "Q8_K", 256, 292},
    TensorType{16, "IQ2_XXS", 256, 66}, TensorType{17, "IQ2_XS", 256, 74},
    TensorType{18, "IQ3_XXS", 256, 98}, TensorType{19, "IQ1_S", 256, 50},
    TensorType{20, "IQ4_NL", 32, 18},   TensorType{21, "IQ3_S", 256, 110},
    TensorType{22, "IQ2_S", 256, 82},   TensorType{23, "IQ4_XS", 256, 136},
    TensorType{24, "I8", 1, 1},         TensorType{25, "I16", 1, 2},
    TensorType{26, "I32", 1, 4},        TensorType{27, "I64", 1, 8},
    TensorType{28, "F64", 1, 8},        TensorType{29, "IQ1_M", 256, 56},
    TensorType{30, "BF16", 1, 2},       TensorType{39, "MXFP4", 32, 17},
};

/// What is kept of the key-value section.
struct Facts
{
    std::map<std::string, double, std::less<>> numbers;
    std::map<std::string, std::string, std::less<>> texts;
    std::map<std::string, double, std::less<>> arrayLengths;

    [[nodiscard]] std::optional<double> number(const std::string& key) const
    {
        const auto at = numbers.find(key);
        return at == numbers.end() ? std::nullopt : std::optional(at->second);
    }
};

double signedValue(std::uint64_t raw, std::uint64_t type)
{
    switch (type) {
    case Int8:
        return static_cast<double>(static_cast<std::int8_t>(raw));
    case Int16:
        return static_cast<double>(static_cast<std::int16_t>(raw));
    case Int32:
        return static_cast<double>(static_cast<std::int32_t>(raw));
    case Int64:
        return static_cast<double>(static_cast<std::int64_t>(raw));
    default:
        return static_cast<double>(raw);
    }
}

bool isInteger(std::uint64_t type)
{
    return type != Float32 && type != Float64;
}

constexpr int kMostArrayDepth = 4;

/// False if the value's type is not one of the format.
bool skipArray(Cursor& cursor, double& length, double& first, int depth)
{
    const std::uint64_t type = cursor.number(4);
    const std::uint64_t count = cursor.number(8);
    length = static_cast<double>(count);
    if (type == Array && depth >= kMostArrayDepth) {
        return false;
    }
    const std::size_t width = widthOf(type);
    if (width > 0) {
        if (count > kMostGgufHeaderBytes) {
            return false;
        }
        const std::string_view raw = cursor.take(count * width);
        Cursor inside(raw);
        if (count > 0 && isInteger(type)) {
            first = signedValue(inside.number(width), type);
        }
        return true;
    }
    if (type != String && type != Array) {
        return false;
    }
    for (std::uint64_t i = 0; i < count && !cursor.isOver(); ++i) {
        double innerLength = 0.0;
        double innerFirst = 0.0;
        if (type == String) {
            static_cast<void>(cursor.text());
        } else if (!skipArray(cursor, innerLength, innerFirst, depth + 1)) {
            return false;
        }
    }
    return true;
}

bool readValue(Cursor& cursor, const std::string& key, Facts& facts)
{
    const std::uint64_t type = cursor.number(4);
    if (type == String) {
        constexpr std::size_t kKept = 200;
        facts.texts[key] = std::string(cursor.text().substr(0, kKept));
        return true;
    }
    if (type == Array) {
        double length = 0.0;
        double first = 0.0;
        const bool isKnown = skipArray(cursor, length, first, 0);
        facts.arrayLengths[key] = length;
        facts.numbers[key] = first; // some files give one head count per layer: the first stands for all
        return isKnown;
    }
    const std::size_t width = widthOf(type);
    if (width == 0) {
        return false;
    }
    const std::uint64_t raw = cursor.number(width);
    if (isInteger(type)) {
        facts.numbers[key] = signedValue(raw, type);
    }
    return true;
}

struct Tensors
{
    TensorTotals totals;
    bool hasOutput = false;
    double vocabulary = 0.0;
    std::map<std::string, double, std::less<>> numbersByType;
};

model::Error brokenFile(std::string_view where, std::string message)
{
    return {.code = ErrorCode::InvalidSyntax,
            .where = std::string(where),
            .message = std::move(message),
            .hint = "the file is damaged or not a GGUF file"};
}

Result<void> readTensor(Cursor& cursor, Tensors& tensors, std::string_view where)
{
    const std::string name(cursor.text().substr(0, 200));
    const std::uint64_t dimensions = cursor.number(4);
    constexpr std::uint64_t kMostDimensions = 8;
    if (dimensions > kMostDimensions) {
        return failure(brokenFile(where, fmt::format("tensor '{}' has {} dimensions", name, dimensions)));
    }
    double numbers = 1.0;
    double last = 0.0;
    for (std::uint64_t i = 0; i < dimensions; ++i) {
        last = static_cast<double>(cursor.number(8));
        numbers *= last;
    }
    const std::uint64_t id = cursor.number(4);
    static_cast<void>(cursor.number(8)); // offset
    const auto* const type = std::ranges::find(kTensorTypes, id, &TensorType::id);
    if (cursor.isOver()) {
        return {};
    }
    if (type == kTensorTypes.end()) {
        return failure(ErrorCode::UnknownName,
                       std::string(where),
                       fmt::format("tensor '{}' has the type {}, which is not known", name, id),
                       "a newer format? its bytes cannot be counted");
    }
    const double bytes = std::ceil(numbers / type->numbersPerBlock) * type->bytesPerBlock;
    ++tensors.totals.tensors;
    tensors.totals.parameters += numbers;
    tensors.totals.bytes += bytes;
    tensors.totals.bytesByType[std::string(type->name)] += bytes;
    tensors.numbersByType[std::string(type->name)] += numbers;
    tensors.hasOutput = tensors.hasOutput || name == "output.weight";
    if (name == "token_embd.weight") {
        tensors.vocabulary = last;
    }
    return {};
}

/// The family of our table; the format calls Mistral and Mixtral "llama".
std::string familyOf(const std::string& name, bool hasExperts)
{
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kNames{{
        {"qwen2moe", "qwen2_moe"},
        {"qwen3moe", "qwen3_moe"},
        {"deepseek2", "deepseek_v3"},
        {"gemma3", "gemma3_text"},
        {"gptneox", "gpt_neox"},
        {"gpt-oss", "gpt_oss"},
        {"mistral", "mistral"},
        {"granite", ""},
    }};
    if (name == "llama" && hasExperts) {
        return "mixtral";
    }
    for (const auto& [format, family] : kNames) {
        if (format == name) {
            return std::string(family);
        }
    }
    return name;
}

/// Nearest of our precisions to the type that holds most of the numbers.
Precision precisionOf(const Tensors& tensors)
{
    std::string most;
    double numbers = 0.0;
    for (const auto& [type, count] : tensors.numbersByType) {
        if (count > numbers) {
            most = type;
            numbers = count;
        }
    }
    if (most == "F32") {
        return Precision::Fp32;
    }
    if (most == "F16" || most == "BF16") {
        return Precision::Bf16;
    }
    if (most == "MXFP4") {
        return Precision::Fp4;
    }
    return most.starts_with("Q8") || most == "I8" ? Precision::Int8 : Precision::Int4;
}

class ShapeReader
{
public:
    ShapeReader(const Facts& facts, std::string prefix)
        : m_facts(facts)
        , m_prefix(std::move(prefix))
    {}

    [[nodiscard]] int number(const char* key, int standard = 0) const
    {
        constexpr double kMost = 1e8;
        const auto value = m_facts.number(m_prefix + "." + key);
        return value && *value >= 0.0 && *value <= kMost ? static_cast<int>(*value) : standard;
    }

private:
    const Facts& m_facts;
    std::string m_prefix;
};

LlmArchitecture shapeOf(const Facts& facts, const Tensors& tensors, const std::string& name)
{
    const ShapeReader reader(facts, name);
    LlmArchitecture a;
    a.expertCount = reader.number("expert_count");
    a.family = familyOf(name, a.expertCount > 0);
    const auto* const family = model::findLlmFamily(a.family);
    a.isGated = family == nullptr || family->isGatedByDefault;
    a.hiddenSize = reader.number("embedding_length");
    a.layerCount = reader.number("block_count");
    a.queryHeads = reader.number("attention.head_count");
    a.keyValueHeads = reader.number("attention.head_count_kv", a.queryHeads);
    a.headSize = reader.number("attention.key_length", a.queryHeads > 0 ? a.hiddenSize / a.queryHeads : 0);
    a.intermediateSize = reader.number("feed_forward_length");
    a.contextLength = reader.number("context_length");
    a.expertsPerToken = reader.number("expert_used_count");
    a.expertIntermediateSize =
        a.expertCount > 0 ? reader.number("expert_feed_forward_length", a.intermediateSize) : 0;
    a.sharedExpertCount = reader.number("expert_shared_count");
    a.leadingDenseLayers = reader.number("leading_dense_block_count");
    a.keyValueRank = reader.number("attention.kv_lora_rank");
    if (a.keyValueRank > 0) {
        a.queryRank = reader.number("attention.q_lora_rank");
        a.queryKeyRotarySize = reader.number("rope.dimension_count");
        const int key = reader.number("attention.key_length_mla", a.headSize);
        a.queryKeyPlainSize = std::max(0, key - a.queryKeyRotarySize);
        a.valueHeadSize =
            reader.number("attention.value_length_mla", reader.number("attention.value_length"));
        a.headSize = 0;
    }
    a.slidingWindow = reader.number("attention.sliding_window");
    if (a.slidingWindow > 0) {
        a.slidingLayerCount =
            family != nullptr && family->alternatesSlidingWindow ? (a.layerCount + 1) / 2 : a.layerCount;
    }
    const auto tokens = facts.arrayLengths.find("tokenizer.ggml.tokens");
    constexpr double kMostVocabulary = 1e8;
    double vocabulary = tensors.vocabulary;
    if (vocabulary <= 0.0) {
        vocabulary = tokens != facts.arrayLengths.end() ? tokens->second : reader.number("vocab_size");
    }
    a.vocabularySize = vocabulary <= kMostVocabulary ? static_cast<int>(vocabulary) : 0;
    a.hasTiedEmbeddings = !tensors.hasOutput;
    a.storedPrecision = precisionOf(tensors);
    a.weightsBytesOverride = tensors.totals.bytes;
    return a;
}

Result<GgufModel> finished(const Facts& facts, const Tensors& tensors, std::string_view where)
{
    const auto name = facts.texts.find("general.architecture");
    if (name == facts.texts.end()) {
        return failure(ErrorCode::MissingField,
                       std::string(where),
                       "the file does not name its architecture (general.architecture)");
    }
    GgufModel result{.architecture = shapeOf(facts, tensors, name->second),
                     .tensors = tensors.totals,
                     .architectureName = name->second};
    if (model::findLlmFamily(result.architecture.family) == nullptr) {
        return failure(ErrorCode::UnknownName,
                       std::string(where),
                       fmt::format("the architecture '{}' is not known", name->second.substr(0, 80)),
                       "give the model's config.json, with \"wherewithal\": {\"like\": ...} if it is like a "
                       "known family");
    }
    const LlmArchitecture& a = result.architecture;
    if (a.hiddenSize == 0 || a.layerCount == 0 || a.queryHeads == 0 || a.vocabularySize == 0) {
        return failure(
            ErrorCode::MissingField,
            std::string(where),
            "the file lacks embedding_length, block_count, attention.head_count or its vocabulary");
    }
    return result;
}

} // namespace

Result<GgufModel> readGguf(std::string_view bytes, std::string_view where)
{
    if (bytes.size() > kMostGgufHeaderBytes) {
        bytes = bytes.substr(0, kMostGgufHeaderBytes);
    }
    Cursor cursor(bytes);
    if (cursor.take(4) != "GGUF") {
        return failure(brokenFile(where, "the file does not begin with GGUF"));
    }
    const std::uint64_t version = cursor.number(4);
    if (version != 2 && version != 3) {
        return failure(ErrorCode::UnsupportedVersion,
                       std::string(where),
                       fmt::format("GGUF version {} is not read", version),
                       "versions 2 and 3, little-endian, are");
    }
    const std::uint64_t tensorCount = cursor.number(8);
    const std::uint64_t keyCount = cursor.number(8);
    constexpr std::uint64_t kMostEntries = 1'000'000;
    if (tensorCount > kMostEntries || keyCount > kMostEntries) {
        return failure(
            ErrorCode::TooLarge,
            std::string(where),
            fmt::format("{} tensors and {} keys, at most {} are read", tensorCount, keyCount, kMostEntries),
            "the file is damaged or not a GGUF file");
    }
    Facts facts;
    for (std::uint64_t i = 0; i < keyCount && !cursor.isOver(); ++i) {
        const std::string key(cursor.text().substr(0, 200));
        if (!readValue(cursor, key, facts) && !cursor.isOver()) {
            return failure(brokenFile(where, fmt::format("key '{}' has a value of an unknown type", key)));
        }
    }
    Tensors tensors;
    for (std::uint64_t i = 0; i < tensorCount && !cursor.isOver(); ++i) {
        if (const auto read = readTensor(cursor, tensors, where); !read) {
            return failure(read.error());
        }
    }
    if (cursor.isOver()) {
        return failure(ErrorCode::TooLarge,
                       std::string(where),
                       fmt::format("the header goes on beyond the {} bytes read", bytes.size()),
                       "the file is cut off, or its header is larger than this program reads");
    }
    return finished(facts, tensors, where);
}

} // namespace wherewithal::providers
