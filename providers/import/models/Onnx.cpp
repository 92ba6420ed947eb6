// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/import/models/Onnx.h"

#include "providers/import/models/ProtoFields.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

namespace wherewithal::providers {

using model::ErrorCode;
using model::failure;
using model::Result;

namespace {

// Field numbers of onnx.proto (ONNX IR version 3 and later).
constexpr std::uint64_t kModelProducer = 2;
constexpr std::uint64_t kModelGraph = 7;
constexpr std::uint64_t kGraphNode = 1;
constexpr std::uint64_t kGraphInitializer = 5;
constexpr std::uint64_t kGraphInput = 11;
constexpr std::uint64_t kGraphOutput = 12;
constexpr std::uint64_t kGraphValueInfo = 13;

constexpr std::size_t kMostRank = 16;
constexpr double kMostExtent = 1e12;
constexpr std::size_t kMostNodes = 1'000'000;
constexpr std::size_t kMostNamed = 32; ///< names kept in a list of remarks

using Shape = std::vector<double>;

double product(const Shape& shape)
{
    double numbers = 1.0;
    for (const double extent : shape) {
        numbers *= extent;
    }
    return numbers;
}

double bytesOfType(std::uint64_t type)
{
    switch (type) {
    case 1:  // FLOAT
    case 6:  // INT32
    case 12: // UINT32
        return 4.0;
    case 4:  // UINT16
    case 5:  // INT16
    case 10: // FLOAT16
    case 16: // BFLOAT16
        return 2.0;
    case 7:  // INT64
    case 11: // DOUBLE
    case 13: // UINT64
        return 8.0;
    case 21: // UINT4
    case 22: // INT4
    case 23: // FLOAT4E2M1
        return 0.5;
    default:
        return 1.0;
    }
}

struct Node
{
    std::string type;
    std::string name;
    std::vector<std::string> inputs;
    std::vector<std::string> outputs;
    std::map<std::string, std::vector<std::int64_t>, std::less<>> integers; ///< INT and INTS attributes
    std::map<std::string, std::string, std::less<>> texts;

    [[nodiscard]] std::int64_t integer(std::string_view key, std::int64_t standard) const
    {
        const auto at = integers.find(key);
        return at == integers.end() || at->second.empty() ? standard : at->second.front();
    }
};

class GraphReader
{
public:
    explicit GraphReader(OnnxModel& result)
        : m_result(result)
    {}

    /// False if the message is broken.
    [[nodiscard]] bool read(std::string_view graph);
    void count();
    [[nodiscard]] bool hasTooManyNodes() const { return m_nodes.size() > kMostNodes; }

private:
    bool readInitializer(std::string_view bytes);
    bool readValueInfo(std::string_view bytes);
    bool readTensorType(std::string_view bytes, const std::string& name);
    bool readDimension(std::string_view bytes, Shape& shape);
    bool readNode(std::string_view bytes);
    static bool readAttribute(std::string_view bytes, Node& node);

    void countNode(const Node& node);
    void remember(const Node& node, const Shape& shape);
    void leaveOut(const Node& node);
    [[nodiscard]] const Shape* shapeOf(const Node& node, std::size_t input) const;
    [[nodiscard]] const Shape* statedOutput(const Node& node) const;
    void countMatMul(const Node& node);
    void countGemm(const Node& node);
    void countConv(const Node& node);
    [[nodiscard]] std::optional<Shape>
    slid(const Node& node, const Shape& input, const Shape& kernel, double channels) const;
    void carryShape(const Node& node);

    OnnxModel& m_result;
    std::map<std::string, Shape, std::less<>> m_shapes;
    std::vector<Node> m_nodes;
    std::set<std::string> m_open;
};

bool GraphReader::readInitializer(std::string_view bytes)
{
    ProtoFields fields(bytes);
    std::string name;
    std::uint64_t type = 1;
    Shape shape;
    while (fields.next()) {
        if (fields.number() == 1 && fields.isMessage()) {
            ProtoFields packed(fields.data());
            std::int64_t extent = 0;
            while (packed.nextPacked(extent) && shape.size() < kMostRank) {
                shape.push_back(static_cast<double>(extent));
            }
        } else if (fields.number() == 1) {
            shape.push_back(static_cast<double>(fields.signedValue()));
        } else if (fields.number() == 2) {
            type = fields.value();
        } else if (fields.number() == 8) {
            name = std::string(fields.data());
        }
        if (shape.size() > kMostRank) {
            return false;
        }
    }
    for (const double extent : shape) {
        if (extent < 0.0 || extent > kMostExtent) {
            return false;
        }
    }
    m_result.parameters += product(shape);
    m_result.parameterBytes += product(shape) * bytesOfType(type);
    m_shapes.insert_or_assign(std::move(name), std::move(shape));
    return !fields.isBroken();
}

bool GraphReader::readDimension(std::string_view bytes, Shape& shape)
{
    ProtoFields fields(bytes);
    double extent = 1.0; // a named or absent dimension, usually the batch
    std::string name = "?";
    bool isStated = false;
    while (fields.next()) {
        if (fields.number() == 1 && fields.signedValue() > 0
            && static_cast<double>(fields.signedValue()) <= kMostExtent) {
            extent = static_cast<double>(fields.signedValue());
            isStated = true;
        } else if (fields.number() == 2) {
            name = std::string(fields.data().substr(0, 60));
        }
    }
    if (!isStated && m_open.size() < kMostNamed) {
        m_open.insert(name);
    }
    shape.push_back(extent);
    return !fields.isBroken();
}

bool GraphReader::readTensorType(std::string_view bytes, const std::string& name)
{
    ProtoFields type(bytes);
    while (type.next()) {
        if (type.number() != 1 || !type.isMessage()) { // TypeProto.tensor_type
            continue;
        }
        ProtoFields tensor(type.data());
        while (tensor.next()) {
            if (tensor.number() != 2 || !tensor.isMessage()) { // shape
                continue;
            }
            Shape shape;
            ProtoFields dimensions(tensor.data());
            while (dimensions.next() && shape.size() < kMostRank) {
                if (dimensions.number() == 1 && !readDimension(dimensions.data(), shape)) {
                    return false;
                }
            }
            m_shapes.try_emplace(name, std::move(shape)); // an initialiser listed as an input keeps its shape
        }
        if (tensor.isBroken()) {
            return false;
        }
    }
    return !type.isBroken();
}

bool GraphReader::readValueInfo(std::string_view bytes)
{
    std::string name;
    ProtoFields names(bytes);
    while (names.next()) {
        if (names.number() == 1) {
            name = std::string(names.data());
        }
    }
    ProtoFields types(bytes);
    while (types.next()) {
        if (types.number() == 2 && types.isMessage() && !readTensorType(types.data(), name)) {
            return false;
        }
    }
    return !names.isBroken();
}

bool GraphReader::readAttribute(std::string_view bytes, Node& node)
{
    ProtoFields fields(bytes);
    std::string name;
    std::string text;
    std::vector<std::int64_t> numbers;
    constexpr std::size_t kMostNumbers = 64;
    while (fields.next()) {
        if (fields.number() == 1) {
            name = std::string(fields.data().substr(0, 60));
        } else if (fields.number() == 4) {
            text = std::string(fields.data().substr(0, 60));
        } else if (fields.number() == 8 && fields.isMessage()) {
            ProtoFields packed(fields.data());
            std::int64_t value = 0;
            while (numbers.size() < kMostNumbers && packed.nextPacked(value)) {
                numbers.push_back(value);
            }
        } else if (fields.number() == 3 || fields.number() == 8) { // one integer, or one of a list
            numbers.push_back(fields.signedValue());
        }
        if (numbers.size() > kMostNumbers) {
            numbers.resize(kMostNumbers);
        }
    }
    node.integers.insert_or_assign(name, std::move(numbers));
    node.texts.insert_or_assign(std::move(name), std::move(text));
    return !fields.isBroken();
}

bool GraphReader::readNode(std::string_view bytes)
{
    Node node;
    ProtoFields fields(bytes);
    while (fields.next()) {
        switch (fields.number()) {
        case 1:
            node.inputs.emplace_back(fields.data());
            break;
        case 2:
            node.outputs.emplace_back(fields.data());
            break;
        case 3:
            node.name = std::string(fields.data().substr(0, 80));
            break;
        case 4:
            node.type = std::string(fields.data().substr(0, 60));
            break;
        case 5:
            if (!readAttribute(fields.data(), node)) {
                return false;
            }
            break;
        default:
            break;
        }
    }
    m_nodes.push_back(std::move(node));
    return !fields.isBroken();
}

bool GraphReader::read(std::string_view graph)
{
    // Initialisers first: graph inputs may repeat them.
    ProtoFields initializers(graph);
    while (initializers.next()) {
        if (initializers.number() == kGraphInitializer && !readInitializer(initializers.data())) {
            return false;
        }
    }
    ProtoFields fields(graph);
    while (fields.next() && m_nodes.size() <= kMostNodes) {
        const std::uint64_t number = fields.number();
        if (number == kGraphNode && !readNode(fields.data())) {
            return false;
        }
        const bool isValue = number == kGraphInput || number == kGraphOutput || number == kGraphValueInfo;
        if (isValue && !readValueInfo(fields.data())) {
            return false;
        }
    }
    m_result.openDimensions.assign(m_open.begin(), m_open.end());
    m_result.nodes = m_nodes.size();
    return !fields.isBroken();
}

const Shape* GraphReader::shapeOf(const Node& node, std::size_t input) const
{
    if (input >= node.inputs.size()) {
        return nullptr;
    }
    const auto at = m_shapes.find(node.inputs[input]);
    return at == m_shapes.end() ? nullptr : &at->second;
}

const Shape* GraphReader::statedOutput(const Node& node) const
{
    if (node.outputs.empty()) {
        return nullptr;
    }
    const auto at = m_shapes.find(node.outputs.front());
    return at == m_shapes.end() ? nullptr : &at->second;
}

void GraphReader::remember(const Node& node, const Shape& shape)
{
    if (!node.outputs.empty()) {
        m_shapes.try_emplace(node.outputs.front(), shape);
    }
}

void GraphReader::leaveOut(const Node& node)
{
    if (m_result.uncounted.size() >= kMostNamed) {
        return;
    }
    std::string name = node.name;
    if (name.empty()) {
        name = node.outputs.empty() ? "?" : node.outputs.front().substr(0, 60);
    }
    m_result.uncounted.push_back(fmt::format("{} {}", node.type, name));
}

/// A is [..., m, k], B [..., k, n]: 2 m k n for each of the leading positions.
void GraphReader::countMatMul(const Node& node)
{
    const Shape* a = shapeOf(node, 0);
    const Shape* b = shapeOf(node, 1);
    if (a == nullptr || b == nullptr || a->size() < 2 || b->size() < 2) {
        leaveOut(node);
        return;
    }
    Shape output = a->size() >= b->size() ? *a : *b;
    output[output.size() - 2] = (*a)[a->size() - 2];
    output.back() = b->back();
    if (const Shape* stated = statedOutput(node)) {
        output = *stated;
    }
    m_result.flops += 2.0 * product(output) * a->back();
    ++m_result.nodesCounted;
    remember(node, output);
}

void GraphReader::countGemm(const Node& node)
{
    const Shape* a = shapeOf(node, 0);
    const Shape* b = shapeOf(node, 1);
    if (a == nullptr || b == nullptr || a->size() != 2 || b->size() != 2) {
        leaveOut(node);
        return;
    }
    const bool isTransposedA = node.integer("transA", 0) != 0;
    const bool isTransposedB = node.integer("transB", 0) != 0;
    const double rows = (*a)[isTransposedA ? 1 : 0];
    const double inner = (*a)[isTransposedA ? 0 : 1];
    const double columns = (*b)[isTransposedB ? 0 : 1];
    m_result.flops += 2.0 * rows * inner * columns;
    ++m_result.nodesCounted;
    remember(node, {rows, columns});
}

/// Extents of a sliding kernel's output: floor((in + pads - dilation (kernel - 1) - 1) / stride) + 1.
std::optional<Shape>
GraphReader::slid(const Node& node, const Shape& input, const Shape& kernel, double channels) const
{
    const std::size_t spatial = kernel.size();
    if (input.size() != spatial + 2) {
        return std::nullopt;
    }
    const auto at = [&](const char* key, std::size_t index, std::int64_t standard) {
        const auto found = node.integers.find(key);
        return static_cast<double>(
            found != node.integers.end() && index < found->second.size() ? found->second[index] : standard);
    };
    const auto automatic = node.texts.find("auto_pad");
    const bool isSame = automatic != node.texts.end() && automatic->second.starts_with("SAME");
    Shape output{input[0], channels};
    for (std::size_t i = 0; i < spatial; ++i) {
        const double stride = std::max(1.0, at("strides", i, 1));
        const double pads = at("pads", i, 0) + at("pads", i + spatial, 0);
        const double covered = at("dilations", i, 1) * (kernel[i] - 1.0) + 1.0;
        const double extent = isSame ? std::ceil(input[i + 2] / stride)
                                     : std::floor((input[i + 2] + pads - covered) / stride) + 1.0;
        if (!(extent >= 1.0) || extent > kMostExtent) {
            return std::nullopt;
        }
        output.push_back(extent);
    }
    return output;
}

/// Weights are [out, in / groups, kernel...]: each output number takes 2 x in / groups x kernel operations.
void GraphReader::countConv(const Node& node)
{
    const Shape* input = shapeOf(node, 0);
    const Shape* weights = shapeOf(node, 1);
    if (weights == nullptr || weights->size() < 3) {
        leaveOut(node);
        return;
    }
    std::optional<Shape> output;
    if (const Shape* stated = statedOutput(node)) {
        output = *stated;
    } else if (input != nullptr) {
        output = slid(node, *input, Shape(weights->begin() + 2, weights->end()), weights->front());
    }
    if (!output || output->size() != weights->size()) {
        leaveOut(node);
        return;
    }
    m_result.flops += 2.0 * product(*output) * product(Shape(weights->begin() + 1, weights->end()));
    ++m_result.nodesCounted;
    remember(node, *output);
}

/// Operators that keep a shape, or change it in a known way, where the file does not state the result.
void GraphReader::carryShape(const Node& node)
{
    static const std::set<std::string, std::less<>> kKeep{"Relu",
                                                          "LeakyRelu",
                                                          "Clip",
                                                          "Sigmoid",
                                                          "Tanh",
                                                          "Gelu",
                                                          "Elu",
                                                          "HardSwish",
                                                          "HardSigmoid",
                                                          "Softmax",
                                                          "BatchNormalization",
                                                          "LayerNormalization",
                                                          "Dropout",
                                                          "Identity",
                                                          "Cast",
                                                          "Erf",
                                                          "Sqrt",
                                                          "QuantizeLinear",
                                                          "DequantizeLinear"};
    static const std::set<std::string, std::less<>> kBroadcast{
        "Add", "Sub", "Mul", "Div", "Pow", "Sum", "Max", "Min"};
    const Shape* first = shapeOf(node, 0);
    if (first == nullptr || statedOutput(node) != nullptr) {
        return;
    }
    if (kKeep.contains(node.type)) {
        remember(node, Shape(*first));
    } else if (kBroadcast.contains(node.type)) {
        const Shape* second = shapeOf(node, 1);
        remember(node, Shape(second != nullptr && product(*second) > product(*first) ? *second : *first));
    } else if (node.type == "GlobalAveragePool" && first->size() > 2) {
        Shape pooled(*first);
        std::fill(pooled.begin() + 2, pooled.end(), 1.0); // items and channels stay
        remember(node, pooled);
    } else if (node.type == "Flatten" && !first->empty()) {
        remember(node, {first->front(), product(Shape(first->begin() + 1, first->end()))});
    } else if (node.type == "MaxPool" || node.type == "AveragePool") {
        Shape kernel;
        if (const auto at = node.integers.find("kernel_shape"); at != node.integers.end()) {
            std::ranges::transform(at->second, std::back_inserter(kernel), [](std::int64_t extent) {
                return static_cast<double>(extent);
            });
        }
        if (const auto output = first->size() > 2 ? slid(node, *first, kernel, (*first)[1]) : std::nullopt) {
            remember(node, *output);
        }
    } else if (node.type == "Transpose") {
        const auto order = node.integers.find("perm");
        Shape turned(first->rbegin(), first->rend());
        if (order != node.integers.end() && order->second.size() == first->size()) {
            for (std::size_t i = 0; i < turned.size(); ++i) {
                const auto from = static_cast<std::size_t>(order->second[i]);
                turned[i] = from < first->size() ? (*first)[from] : 1.0;
            }
        }
        remember(node, turned);
    }
}

void GraphReader::countNode(const Node& node)
{
    if (node.type == "MatMul" || node.type == "MatMulInteger") {
        countMatMul(node);
    } else if (node.type == "Gemm") {
        countGemm(node);
    } else if (node.type == "Conv" || node.type == "ConvInteger") {
        countConv(node);
    } else {
        carryShape(node);
    }
    if (const Shape* output = statedOutput(node)) {
        constexpr double kActivationBytes = 4.0; // FP32 unless a session says otherwise
        m_result.activationBytes += product(*output) * kActivationBytes;
    }
}

void GraphReader::count()
{
    for (const Node& node : m_nodes) {
        countNode(node);
    }
}

} // namespace

model::InferenceCost OnnxModel::cost() const
{
    model::InferenceCost cost;
    cost.modelName = producer;
    cost.modelClass = "other";
    cost.flops = flops;
    cost.modelBytes = parameterBytes;
    cost.memoryTrafficBytes = parameterBytes + 2.0 * activationBytes;
    cost.precision = model::Precision::Fp32;
    return cost;
}

Result<OnnxModel> readOnnx(std::string_view bytes, std::string_view where)
{
    const auto broken = [&] {
        return failure(ErrorCode::InvalidSyntax,
                       std::string(where),
                       "this is no ONNX model, or it is cut off",
                       "export the model again");
    };
    if (bytes.size() > kMostOnnxBytes) {
        return failure(
            ErrorCode::TooLarge,
            std::string(where),
            fmt::format("the file has {} bytes, at most {} are read", bytes.size(), kMostOnnxBytes),
            "export with external data, so that the weights lie beside the graph");
    }
    OnnxModel result;
    std::optional<std::string_view> graph;
    ProtoFields fields(bytes);
    while (fields.next()) {
        if (fields.number() == kModelProducer) {
            result.producer = std::string(fields.data().substr(0, 60));
        } else if (fields.number() == kModelGraph && fields.isMessage()) {
            graph = fields.data();
        }
    }
    if (fields.isBroken()) {
        return broken();
    }
    if (!graph) {
        return failure(
            ErrorCode::MissingField, std::string(where), "the file has no graph", "is it an ONNX model?");
    }
    GraphReader reader(result);
    if (!reader.read(*graph)) {
        return broken();
    }
    if (reader.hasTooManyNodes()) {
        return failure(
            ErrorCode::TooLarge, std::string(where), fmt::format("more than {} nodes", kMostNodes));
    }
    reader.count();
    return result;
}

} // namespace wherewithal::providers
