// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/throughput/LlmCounts.h"

#include "model/workload/LlmFamily.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <utility>
#include <vector>

namespace wherewithal::simulator {

using model::ErrorCode;
using model::failure;
using model::Figure;
using model::LlmArchitecture;
using model::LlmFamily;
using model::named;
using model::Number;
using model::Traced;

namespace {

const LlmFamily kPlainFamily{};

/// An architecture without a family is a plain gated or ungated transformer whose numbers the user typed.
const LlmFamily& familyOf(const LlmArchitecture& architecture)
{
    const LlmFamily* family =
        architecture.family.empty() ? nullptr : model::findLlmFamily(architecture.family);
    return family == nullptr ? kPlainFamily : *family;
}

int sparseLayerCount(const LlmArchitecture& architecture)
{
    if (!architecture.isMixtureOfExperts()) {
        return 0;
    }
    const int step = std::max(architecture.sparseLayerStep, 1);
    int count = 0;
    for (int layer = architecture.leadingDenseLayers; layer < architecture.layerCount; ++layer) {
        count += (layer + 1) % step == 0 ? 1 : 0;
    }
    return count;
}

template <Number N>
N attentionPerLayer(const LlmFamily& family, const LlmArchitecture& architecture, const LlmShape<N>& s)
{
    if (architecture.hasLatentAttention()) {
        const N queryWidth = s.queryHeads * (s.plainSize + s.rotarySize);
        const N query = architecture.queryRank > 0
                            ? s.hidden * s.queryRank + s.queryRank + s.queryRank * queryWidth
                            : s.hidden * queryWidth;
        return named(query + s.hidden * (s.keyValueRank + s.rotarySize) + s.keyValueRank
                         + s.keyValueRank * s.queryHeads * (s.plainSize + s.valueSize)
                         + s.queryHeads * s.valueSize * s.hidden,
                     "attention parameters per layer",
                     "parameters",
                     "query projection (compressed to r_q if given) + h (r + p) + r + r q (n + v) + q v h");
    }
    const N queryWidth = s.queryHeads * s.headSize;
    const N keyWidth = s.keyValueHeads * s.headSize;
    N sum = s.hidden * queryWidth + N(2.0) * s.hidden * keyWidth + queryWidth * s.hidden;
    sum += family.hasQueryKeyValueBias ? queryWidth + N(2.0) * keyWidth : N(0.0);
    sum += family.hasOutputBias ? s.hidden : N(0.0);
    sum += family.hasQueryKeyNorm ? N(2.0) * s.headSize : N(0.0);
    sum += family.hasWideQueryKeyNorm ? queryWidth + keyWidth : N(0.0);
    sum += family.hasAttentionSinks ? s.queryHeads : N(0.0);
    return named(sum,
                 "attention parameters per layer",
                 "parameters",
                 "h q d + 2 h kv d + q d h, and the biases, norms and sinks of the family");
}

template <Number N>
void countFeedForward(const LlmFamily& family,
                      const LlmArchitecture& architecture,
                      const LlmShape<N>& s,
                      LlmCounts<N>& counts)
{
    N dense = s.feedForwardMatrices * s.hidden * s.intermediate;
    dense += family.hasFeedForwardBias ? s.intermediate + s.hidden : N(0.0);
    counts.denseFeedForward = named(s.denseLayers * dense,
                                    "dense feed-forward parameters",
                                    "parameters",
                                    "dense layers x matrices x h I, and biases");
    if (!architecture.isMixtureOfExperts()) {
        return;
    }
    const N expert = s.feedForwardMatrices * s.hidden * s.expertIntermediate
                     + (family.hasExpertBias ? N(2.0) * s.expertIntermediate + s.hidden : N(0.0));
    counts.experts = named(s.sparseLayers * s.experts * expert,
                           "expert parameters",
                           "parameters",
                           "sparse layers x experts x (matrices x h I_e, and biases)");
    counts.activeExperts = named(s.sparseLayers * s.expertsPerToken * expert,
                                 "expert parameters of one token",
                                 "parameters",
                                 "sparse layers x experts per token x (matrices x h I_e, and biases)");
    counts.sharedExperts =
        named(s.sparseLayers
                  * (s.sharedExperts * s.feedForwardMatrices * s.hidden * s.expertIntermediate
                     + (family.hasSharedExpertGate ? s.hidden : N(0.0))),
              "shared expert parameters",
              "parameters",
              "sparse layers x shared experts x matrices x h I_e");
    counts.router = named(s.sparseLayers
                              * (s.hidden * s.experts + (family.hasExpertBias ? s.experts : N(0.0))
                                 + (family.hasRouterCorrection ? s.experts : N(0.0))),
                          "router parameters",
                          "parameters",
                          "sparse layers x (h E, and biases)");
}

} // namespace

model::Result<void> checkArchitecture(const LlmArchitecture& architecture)
{
    if (!architecture.family.empty() && model::findLlmFamily(architecture.family) == nullptr) {
        std::vector<std::string_view> known;
        for (const LlmFamily& family : model::llmFamilies()) {
            known.push_back(family.key);
        }
        return failure(ErrorCode::UnknownName,
                       "architecture.family",
                       fmt::format("model family '{}' is not known: its parameters cannot be counted",
                                   architecture.family),
                       fmt::format("known: {}; or leave the family empty and give every dimension",
                                   fmt::join(known, ", ")));
    }
    const bool isDenseSomewhere = sparseLayerCount(architecture) < architecture.layerCount;
    const std::array<std::pair<const char*, bool>, 9> needed{{
        {"hiddenSize", architecture.hiddenSize > 0},
        {"layerCount", architecture.layerCount > 0},
        {"queryHeads", architecture.queryHeads > 0},
        {"keyValueHeads", architecture.keyValueHeads > 0 || architecture.hasLatentAttention()},
        {"headSize", architecture.headSize > 0 || architecture.hasLatentAttention()},
        {"vocabularySize", architecture.vocabularySize > 0},
        {"intermediateSize", architecture.intermediateSize > 0 || !isDenseSomewhere},
        {"expertIntermediateSize",
         architecture.expertIntermediateSize > 0 || !architecture.isMixtureOfExperts()},
        {"expertsPerToken", architecture.expertsPerToken > 0 || !architecture.isMixtureOfExperts()},
    }};
    for (const auto& [field, isGiven] : needed) {
        if (!isGiven) {
            return failure(ErrorCode::MissingField,
                           fmt::format("architecture.{}", field),
                           fmt::format("the model's {} is not given", field),
                           "give it in the model's config");
        }
    }
    return {};
}

template <Number N>
LlmShape<N> shapeOf(const LlmArchitecture& a, const std::string& origin)
{
    const auto fact = [&](int value, const char* name) {
        return model::leaf<N>(static_cast<double>(value), [&] {
            return Figure{.name = name,
                          .source = {.title = origin.empty() ? "model configuration " + a.name : origin}};
        });
    };
    const int sparse = sparseLayerCount(a);
    LlmShape<N> shape;
    shape.hidden = fact(a.hiddenSize, "hidden size h");
    shape.layers = fact(a.layerCount, "layers L");
    shape.queryHeads = fact(a.queryHeads, "query heads q");
    shape.keyValueHeads = fact(a.keyValueHeads, "key-value heads kv");
    shape.headSize = fact(a.headSize, "head size d");
    shape.intermediate = fact(a.intermediateSize, "feed-forward size I");
    shape.feedForwardMatrices = fact(a.isGated ? 3 : 2, "feed-forward matrices");
    shape.vocabulary = fact(a.vocabularySize, "vocabulary V");
    shape.context = fact(a.contextLength, "context length");
    shape.experts = fact(a.expertCount, "experts E");
    shape.expertsPerToken = fact(a.expertsPerToken, "experts per token k");
    shape.expertIntermediate = fact(a.expertIntermediateSize, "expert feed-forward size I_e");
    shape.sharedExperts = fact(a.sharedExpertCount, "shared experts");
    shape.sparseLayers = fact(sparse, "layers with experts");
    shape.denseLayers = fact(a.layerCount - sparse, "dense layers");
    shape.keyValueRank = fact(a.keyValueRank, "key-value rank r");
    shape.queryRank = fact(a.queryRank, "query rank r_q");
    shape.plainSize = fact(a.queryKeyPlainSize, "query-key plain size n");
    shape.rotarySize = fact(a.queryKeyRotarySize, "query-key rotary size p");
    shape.valueSize = fact(a.valueHeadSize, "value head size v");
    shape.slidingWindow = fact(a.slidingWindow, "sliding window");
    shape.slidingLayers = fact(a.slidingLayerCount, "layers with a sliding window");
    return shape;
}

template <Number N>
LlmCounts<N> countLlm(const LlmArchitecture& a, const LlmShape<N>& s)
{
    const LlmFamily& family = familyOf(a);
    LlmCounts<N> counts;
    N embedding = s.vocabulary * s.hidden;
    embedding += family.hasLearnedPositions ? s.context * s.hidden : N(0.0);
    counts.embedding = named(embedding, "embedding parameters", "parameters", "V h, and learned positions");
    const N headBias = family.hasHeadBias ? s.vocabulary : N(0.0);
    counts.head =
        a.hasTiedEmbeddings
            ? N(0.0)
            : named(s.vocabulary * s.hidden + headBias, "head parameters", "parameters", "V h, and biases");
    counts.attention = named(
        s.layers * attentionPerLayer(family, a, s), "attention parameters", "parameters", "L x per layer");
    countFeedForward(family, a, s, counts);
    counts.norms = named((s.layers * N(static_cast<double>(family.normVectorsPerLayer))
                          + N(static_cast<double>(family.finalNormVectors)))
                             * s.hidden,
                         "normalisation parameters",
                         "parameters",
                         "(L x vectors per layer + final vectors) x h");
    const N shared = counts.head + counts.attention + counts.denseFeedForward + counts.sharedExperts
                     + counts.router + counts.norms;
    counts.total = named(counts.embedding + shared + counts.experts,
                         "parameters",
                         "parameters",
                         "embedding + head + attention + feed-forward + experts + router + norms");
    // The correction of the router only takes part in choosing.
    const N correction = family.hasRouterCorrection ? s.sparseLayers * s.experts : N(0.0);
    counts.active = named(
        (a.hasTiedEmbeddings ? counts.embedding : N(0.0)) + shared - correction + counts.activeExperts,
        "active parameters",
        "parameters",
        "all parameters that one token is multiplied with; the input embedding only if it is the head too");
    counts.cacheElementsPerToken = a.hasLatentAttention()
                                       ? named((s.keyValueRank + s.rotarySize) * s.layers,
                                               "cache elements per token",
                                               "elements",
                                               "(r + p) L")
                                       : named(N(2.0) * s.keyValueHeads * s.headSize * s.layers,
                                               "cache elements per token",
                                               "elements",
                                               "2 kv d L");
    counts.flopsPerToken =
        named(N(2.0) * counts.active, "operations per token", "FLOP", "2 x active parameters");
    return counts;
}

double bytesPerWeight(model::Precision precision)
{
    constexpr double kMxfp4 = 0.5 + 1.0 / 32.0;
    constexpr double kInt4Group128 = 0.5 + 2.0 / 128.0;
    switch (precision) {
    case model::Precision::Fp4:
        return kMxfp4;
    case model::Precision::Int4:
        return kInt4Group128;
    default:
        return model::bytesPerNumber(precision);
    }
}

template <Number N>
N weightsBytes(const LlmArchitecture& a,
               const LlmCounts<N>& counts,
               model::Precision precision,
               const std::string& origin)
{
    if (a.weightsBytesOverride && precision == a.storedPrecision) {
        return model::leaf<N>(*a.weightsBytesOverride, [&] {
            return Figure{
                .name = "weights",
                .unit = "B",
                .source = {.title = origin.empty() ? "size of the published weights, " + a.name : origin}};
        });
    }
    const double plainBytes = model::bytesPerNumber(precision);
    constexpr double kBf16Bytes = 2.0;
    if (plainBytes >= kBf16Bytes) {
        return named(counts.total * N(plainBytes), "weights", "B", "parameters x bytes per parameter");
    }
    const N quantised = familyOf(a).quantisesExpertsOnly ? counts.experts
                                                         : counts.attention + counts.denseFeedForward
                                                               + counts.experts + counts.sharedExperts;
    return named(quantised * N(bytesPerWeight(precision)) + (counts.total - quantised) * N(kBf16Bytes),
                 "weights",
                 "B",
                 "quantised matrices x bytes per weight with scales + the rest in BF16");
}

template LlmShape<double> shapeOf(const LlmArchitecture&, const std::string&);
template LlmShape<Traced> shapeOf(const LlmArchitecture&, const std::string&);
template LlmCounts<double> countLlm(const LlmArchitecture&, const LlmShape<double>&);
template LlmCounts<Traced> countLlm(const LlmArchitecture&, const LlmShape<Traced>&);
template double
weightsBytes(const LlmArchitecture&, const LlmCounts<double>&, model::Precision, const std::string&);
template Traced
weightsBytes(const LlmArchitecture&, const LlmCounts<Traced>&, model::Precision, const std::string&);

} // namespace wherewithal::simulator
