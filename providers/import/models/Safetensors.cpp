// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/import/models/Safetensors.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <optional>
#include <utility>
#include <vector>

namespace wherewithal::providers {

using model::ErrorCode;
using model::failure;
using model::Result;

namespace {

using Json = nlohmann::json;

constexpr std::size_t kLengthBytes = 8;

/// Little-endian, whatever the machine.
std::uint64_t littleEndian(std::string_view bytes)
{
    std::uint64_t value = 0;
    for (std::size_t i = kLengthBytes; i-- > 0;) {
        value = value << 8U | static_cast<unsigned char>(bytes[i]);
    }
    return value;
}

/// Headers may have tens of thousands of keys, but never nest: brackets are counted before anything is built.
Result<Json> parseHeader(std::string_view text, std::string_view where)
{
    constexpr int kMostDepth = 16;
    int depth = 0;
    bool isText = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (isText && c == '\\') {
            ++i;
        } else if (c == '"') {
            isText = !isText;
        } else if (!isText && (c == '{' || c == '[')) {
            if (++depth > kMostDepth) {
                return failure(ErrorCode::TooLarge,
                               std::string(where),
                               fmt::format("the header nests deeper than {} levels", kMostDepth),
                               "the file is damaged or not a safetensors file");
            }
        } else if (!isText && (c == '}' || c == ']')) {
            --depth;
        }
    }
    Json json = Json::parse(text.begin(), text.end(), nullptr, false);
    if (json.is_discarded()) {
        return failure(ErrorCode::InvalidSyntax,
                       std::string(where),
                       "the header is not valid JSON",
                       "the file is damaged or of another format");
    }
    return json;
}

std::optional<double> bitsOf(std::string_view type)
{
    static constexpr std::array<std::pair<std::string_view, double>, 19> kTypes{{
        {"F64", 64},    {"I64", 64},    {"U64", 64},    {"F32", 32}, {"I32", 32},
        {"U32", 32},    {"BF16", 16},   {"F16", 16},    {"I16", 16}, {"U16", 16},
        {"F8_E4M3", 8}, {"F8_E5M2", 8}, {"F8_E8M0", 8}, {"I8", 8},   {"U8", 8},
        {"BOOL", 8},    {"F6_E2M3", 6}, {"F6_E3M2", 6}, {"F4", 4},
    }};
    const auto* const at = std::ranges::find(kTypes, type, &std::pair<std::string_view, double>::first);
    return at == kTypes.end() ? std::nullopt : std::optional(at->second);
}

struct Tensor
{
    double numbers = 1.0;
    std::uint64_t begin = 0;
    std::uint64_t end = 0;
    std::string type;
};

Result<Tensor> readTensor(const std::string& name, const Json& json, std::string_view where)
{
    constexpr std::size_t kShown = 80;
    const auto broken = [&](std::string what) {
        return failure(ErrorCode::InvalidSyntax,
                       fmt::format("{}:{}", where, name.substr(0, kShown)),
                       std::move(what),
                       "the file is damaged or not a safetensors file");
    };
    const auto type = json.is_object() ? json.find("dtype") : json.end();
    if (!json.is_object() || type == json.end() || !type->is_string()) {
        return broken("the tensor has no dtype");
    }
    Tensor tensor{.type = type->get<std::string>()};
    const auto shape = json.find("shape");
    const auto offsets = json.find("data_offsets");
    if (shape == json.end() || !shape->is_array() || offsets == json.end() || !offsets->is_array()
        || offsets->size() != 2 || !(*offsets)[0].is_number_unsigned()
        || !(*offsets)[1].is_number_unsigned()) {
        return broken("the tensor has no shape or data_offsets");
    }
    for (const Json& extent : *shape) {
        if (!extent.is_number_unsigned()) {
            return broken("an extent of the tensor's shape is not a whole number");
        }
        tensor.numbers *= extent.get<double>();
    }
    tensor.begin = (*offsets)[0].get<std::uint64_t>();
    tensor.end = (*offsets)[1].get<std::uint64_t>();
    if (tensor.end < tensor.begin) {
        return broken("the tensor ends before it begins");
    }
    const auto bits = bitsOf(tensor.type);
    if (!bits) {
        return broken(fmt::format("the number format '{}' is not known", tensor.type.substr(0, 20)));
    }
    const auto bytes = static_cast<double>(tensor.end - tensor.begin);
    constexpr double kBitsPerByte = 8.0;
    if (bytes != tensor.numbers * *bits / kBitsPerByte) {
        return failure(ErrorCode::Inconsistent,
                       fmt::format("{}:{}", where, name.substr(0, kShown)),
                       fmt::format("{} numbers of {} take {} bytes, the offsets give {}",
                                   tensor.numbers,
                                   tensor.type,
                                   tensor.numbers * *bits / kBitsPerByte,
                                   bytes),
                       "the file is damaged");
    }
    return tensor;
}

} // namespace

Result<TensorTotals>
readSafetensorsHeader(std::string_view bytes, std::uint64_t fileBytes, std::string_view where)
{
    if (bytes.size() < kLengthBytes) {
        return failure(ErrorCode::InvalidSyntax,
                       std::string(where),
                       "the file is shorter than the length of its header",
                       "is it a safetensors file?");
    }
    const std::uint64_t length = littleEndian(bytes);
    if (length > kMostSafetensorsHeaderBytes) {
        return failure(ErrorCode::TooLarge,
                       std::string(where),
                       fmt::format("the header claims {} bytes, at most {} are read",
                                   length,
                                   kMostSafetensorsHeaderBytes),
                       "is it a safetensors file?");
    }
    if (length > bytes.size() - kLengthBytes
        || length > fileBytes - std::min<std::uint64_t>(fileBytes, kLengthBytes)) {
        return failure(ErrorCode::InvalidSyntax,
                       std::string(where),
                       fmt::format("the header claims {} bytes, the file has fewer", length),
                       "the file is cut off");
    }
    const auto json = parseHeader(bytes.substr(kLengthBytes, static_cast<std::size_t>(length)), where);
    if (!json) {
        return failure(json.error());
    }
    if (!json->is_object()) {
        return failure(ErrorCode::InvalidSyntax,
                       std::string(where),
                       "the header is no JSON object",
                       "is it a safetensors file?");
    }
    const std::uint64_t room = fileBytes - kLengthBytes - length;
    TensorTotals totals;
    std::vector<std::pair<std::uint64_t, std::uint64_t>> spans;
    for (const auto& [name, value] : json->items()) {
        if (name == "__metadata__") {
            continue;
        }
        const auto tensor = readTensor(name, value, where);
        if (!tensor) {
            return failure(tensor.error());
        }
        if (tensor->end > room) {
            return failure(ErrorCode::InvalidSyntax,
                           std::string(where),
                           fmt::format("a tensor ends at byte {} of {}", tensor->end, room),
                           "the file is cut off");
        }
        ++totals.tensors;
        totals.parameters += tensor->numbers;
        totals.bytes += static_cast<double>(tensor->end - tensor->begin);
        totals.bytesByType[tensor->type] += static_cast<double>(tensor->end - tensor->begin);
        spans.emplace_back(tensor->begin, tensor->end);
    }
    std::ranges::sort(spans);
    for (std::size_t i = 1; i < spans.size(); ++i) {
        if (spans[i].first < spans[i - 1].second) {
            return failure(
                ErrorCode::Inconsistent, std::string(where), "two tensors overlap", "the file is damaged");
        }
    }
    return totals;
}

Result<double> readSafetensorsIndex(std::string_view text, std::string_view where)
{
    if (text.size() > kMostSafetensorsHeaderBytes) {
        return failure(ErrorCode::TooLarge,
                       std::string(where),
                       fmt::format("the index has {} bytes, at most {} are read",
                                   text.size(),
                                   kMostSafetensorsHeaderBytes));
    }
    const auto json = parseHeader(text, where);
    if (!json) {
        return failure(json.error());
    }
    if (json->is_object()) {
        const auto metadata = json->find("metadata");
        if (metadata != json->end() && metadata->is_object()) {
            const auto size = metadata->find("total_size");
            if (size != metadata->end() && size->is_number() && size->get<double>() > 0.0) {
                return size->get<double>();
            }
        }
    }
    return failure(ErrorCode::MissingField,
                   std::string(where),
                   "there is no metadata.total_size",
                   "is it a model.safetensors.index.json?");
}

} // namespace wherewithal::providers
