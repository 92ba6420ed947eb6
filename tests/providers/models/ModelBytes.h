// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Small model files in their true formats, byte by byte.
namespace wherewithal::tests {

inline std::string littleEndian(std::uint64_t value, int width)
{
    std::string bytes;
    for (int i = 0; i < width; ++i) {
        bytes += static_cast<char>((value >> (8 * i)) & 0xFFU);
    }
    return bytes;
}

inline std::string safetensors(const std::string& header, std::size_t dataBytes)
{
    return littleEndian(header.size(), 8) + header + std::string(dataBytes, '\0');
}

/// A GGUF header.
class GgufBytes
{
public:
    void number(const std::string& key, std::uint32_t value) { add(key, 4, littleEndian(value, 4)); }
    void text(const std::string& key, const std::string& value) { add(key, 8, sized(value)); }
    void texts(const std::string& key, std::size_t count)
    {
        std::string value = littleEndian(8, 4) + littleEndian(count, 8);
        for (std::size_t i = 0; i < count; ++i) {
            value += sized("t" + std::to_string(i));
        }
        add(key, 9, value);
    }
    void tensor(const std::string& name, std::initializer_list<std::uint64_t> shape, std::uint32_t type)
    {
        m_tensors += sized(name) + littleEndian(shape.size(), 4);
        for (const std::uint64_t extent : shape) {
            m_tensors += littleEndian(extent, 8);
        }
        m_tensors += littleEndian(type, 4) + littleEndian(0, 8);
        ++m_tensorCount;
    }
    [[nodiscard]] std::string bytes(std::uint32_t version = 3) const
    {
        return "GGUF" + littleEndian(version, 4) + littleEndian(m_tensorCount, 8)
               + littleEndian(m_keyCount, 8) + m_keys + m_tensors;
    }

private:
    static std::string sized(const std::string& text) { return littleEndian(text.size(), 8) + text; }
    void add(const std::string& key, std::uint32_t type, const std::string& value)
    {
        m_keys += sized(key) + littleEndian(type, 4) + value;
        ++m_keyCount;
    }

    std::string m_keys;
    std::string m_tensors;
    std::uint64_t m_keyCount = 0;
    std::uint64_t m_tensorCount = 0;
};

/// A tiny model of the llama family: 2 layers, h 64, 4 heads, 2 key-value heads, I 128, V 100.
inline GgufBytes tinyGguf(const std::string& architecture = "llama")
{
    GgufBytes file;
    file.text("general.architecture", architecture);
    file.number(architecture + ".embedding_length", 64);
    file.number(architecture + ".block_count", 2);
    file.number(architecture + ".attention.head_count", 4);
    file.number(architecture + ".attention.head_count_kv", 2);
    file.number(architecture + ".feed_forward_length", 128);
    file.number(architecture + ".context_length", 2048);
    file.texts("tokenizer.ggml.tokens", 100);
    file.tensor("token_embd.weight", {64, 100}, 1);
    file.tensor("output.weight", {64, 100}, 14);
    file.tensor("blk.0.ffn_down.weight", {256, 64}, 12);
    return file;
}

inline std::string varint(std::uint64_t value)
{
    std::string bytes;
    while (value >= 0x80U) {
        bytes += static_cast<char>((value & 0x7FU) | 0x80U);
        value >>= 7U;
    }
    return bytes + static_cast<char>(value);
}
inline std::string proto(std::uint64_t field, std::uint64_t value)
{
    return varint(field << 3U) + varint(value);
}
inline std::string proto(std::uint64_t field, const std::string& data)
{
    return varint((field << 3U) | 2U) + varint(data.size()) + data;
}

inline std::string
onnxTensor(const std::string& name, std::initializer_list<std::uint64_t> shape, std::uint64_t type = 1)
{
    std::string bytes;
    for (const std::uint64_t extent : shape) {
        bytes += proto(1, extent);
    }
    return bytes + proto(2, type) + proto(8, name);
}

/// A negative extent stands for a named dimension "N".
inline std::string onnxValue(const std::string& name, std::initializer_list<int> shape)
{
    std::string dimensions;
    for (const int extent : shape) {
        dimensions +=
            proto(1, extent < 0 ? proto(2, std::string("N")) : proto(1, static_cast<std::uint64_t>(extent)));
    }
    return proto(1, name) + proto(2, proto(1, proto(1, std::uint64_t{1}) + proto(2, dimensions)));
}

inline std::string onnxNode(const std::string& type,
                            std::initializer_list<std::string> inputs,
                            const std::string& output,
                            const std::string& attributes = {})
{
    std::string bytes;
    for (const std::string& input : inputs) {
        bytes += proto(1, input);
    }
    return bytes + proto(2, output) + proto(3, type + "_1") + proto(4, type) + attributes;
}

inline std::string onnxIntegers(const std::string& name, std::initializer_list<std::uint64_t> values)
{
    std::string bytes = proto(1, name);
    for (const std::uint64_t value : values) {
        bytes += proto(8, value);
    }
    return proto(5, bytes);
}

/// Conv 3x3 with padding 1, stride 2 on N x 3 x 32 x 32 to 8 channels; Relu; global pool; flatten; Gemm
/// to 10.
inline std::string tinyOnnx()
{
    const std::string graph =
        proto(1,
              onnxNode("Conv",
                       {"x", "w"},
                       "c",
                       onnxIntegers("strides", {2, 2}) + onnxIntegers("pads", {1, 1, 1, 1})))
        + proto(1, onnxNode("Relu", {"c"}, "r")) + proto(1, onnxNode("GlobalAveragePool", {"r"}, "g"))
        + proto(1, onnxNode("Flatten", {"g"}, "f"))
        + proto(1, onnxNode("Gemm", {"f", "b"}, "y", onnxIntegers("transB", {})))
        + proto(5, onnxTensor("w", {8, 3, 3, 3})) + proto(5, onnxTensor("b", {8, 10}))
        + proto(11, onnxValue("x", {-1, 3, 32, 32}));
    return proto(1, std::uint64_t{8}) + proto(2, std::string("tiny")) + proto(7, graph);
}

} // namespace wherewithal::tests
