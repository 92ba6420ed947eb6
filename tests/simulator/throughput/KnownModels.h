// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/workload/LlmArchitecture.h"

#include <vector>

/// Shapes of published models and their parameter counts, for tests.
namespace wherewithal::tests {

struct KnownModel
{
    model::LlmArchitecture architecture;
    double parameters = 0.0;    ///< model card or safetensors index
    double active = 0.0;        ///< per token, without the input embedding unless tied
    double cacheElements = 0.0; ///< per token
};

inline std::vector<KnownModel> knownModels()
{
    using A = model::LlmArchitecture;
    const A llama8{.name = "Llama-3.1-8B",
                   .family = "llama",
                   .hiddenSize = 4096,
                   .layerCount = 32,
                   .queryHeads = 32,
                   .keyValueHeads = 8,
                   .headSize = 128,
                   .intermediateSize = 14336,
                   .vocabularySize = 128256,
                   .contextLength = 131072};
    const A llama7{.name = "Llama-2-7B",
                   .family = "llama",
                   .hiddenSize = 4096,
                   .layerCount = 32,
                   .queryHeads = 32,
                   .keyValueHeads = 32,
                   .headSize = 128,
                   .intermediateSize = 11008,
                   .vocabularySize = 32000,
                   .contextLength = 4096};
    const A nemo{.name = "Mistral-Nemo",
                 .family = "mistral",
                 .hiddenSize = 5120,
                 .layerCount = 40,
                 .queryHeads = 32,
                 .keyValueHeads = 8,
                 .headSize = 128,
                 .intermediateSize = 14336,
                 .vocabularySize = 131072,
                 .contextLength = 131072};
    const A mixtral{.name = "Mixtral-8x7B",
                    .family = "mixtral",
                    .hiddenSize = 4096,
                    .layerCount = 32,
                    .queryHeads = 32,
                    .keyValueHeads = 8,
                    .headSize = 128,
                    .vocabularySize = 32000,
                    .contextLength = 32768,
                    .expertCount = 8,
                    .expertsPerToken = 2,
                    .expertIntermediateSize = 14336};
    const A qwen7{.name = "Qwen2.5-7B",
                  .family = "qwen2",
                  .hiddenSize = 3584,
                  .layerCount = 28,
                  .queryHeads = 28,
                  .keyValueHeads = 4,
                  .headSize = 128,
                  .intermediateSize = 18944,
                  .vocabularySize = 152064,
                  .contextLength = 32768};
    const A qwen30{.name = "Qwen3-30B-A3B",
                   .family = "qwen3_moe",
                   .hiddenSize = 2048,
                   .layerCount = 48,
                   .queryHeads = 32,
                   .keyValueHeads = 4,
                   .headSize = 128,
                   .vocabularySize = 151936,
                   .contextLength = 40960,
                   .expertCount = 128,
                   .expertsPerToken = 8,
                   .expertIntermediateSize = 768};
    const A gemma{.name = "Gemma-2-9B",
                  .family = "gemma2",
                  .hiddenSize = 3584,
                  .layerCount = 42,
                  .queryHeads = 16,
                  .keyValueHeads = 8,
                  .headSize = 256,
                  .intermediateSize = 14336,
                  .vocabularySize = 256000,
                  .hasTiedEmbeddings = true,
                  .contextLength = 8192,
                  .slidingWindow = 4096,
                  .slidingLayerCount = 21};
    const A falcon{.name = "Falcon-7B",
                   .family = "falcon",
                   .hiddenSize = 4544,
                   .layerCount = 32,
                   .queryHeads = 71,
                   .keyValueHeads = 1,
                   .headSize = 64,
                   .intermediateSize = 18176,
                   .isGated = false,
                   .vocabularySize = 65024,
                   .hasTiedEmbeddings = true};
    const A deepseek{.name = "DeepSeek-V3",
                     .family = "deepseek_v3",
                     .hiddenSize = 7168,
                     .layerCount = 61,
                     .queryHeads = 128,
                     .keyValueHeads = 128,
                     .intermediateSize = 18432,
                     .vocabularySize = 129280,
                     .contextLength = 163840,
                     .expertCount = 256,
                     .expertsPerToken = 8,
                     .expertIntermediateSize = 2048,
                     .sharedExpertCount = 1,
                     .leadingDenseLayers = 3,
                     .keyValueRank = 512,
                     .queryRank = 1536,
                     .queryKeyPlainSize = 128,
                     .queryKeyRotarySize = 64,
                     .valueHeadSize = 128,
                     .storedPrecision = model::Precision::Fp8};
    const A oss{.name = "gpt-oss-20b",
                .family = "gpt_oss",
                .hiddenSize = 2880,
                .layerCount = 24,
                .queryHeads = 64,
                .keyValueHeads = 8,
                .headSize = 64,
                .vocabularySize = 201088,
                .contextLength = 131072,
                .expertCount = 32,
                .expertsPerToken = 4,
                .expertIntermediateSize = 2880,
                .slidingWindow = 128,
                .slidingLayerCount = 12,
                .storedPrecision = model::Precision::Fp4};
    const A phi{.name = "Phi-3-mini",
                .family = "phi3",
                .hiddenSize = 3072,
                .layerCount = 32,
                .queryHeads = 32,
                .keyValueHeads = 32,
                .headSize = 96,
                .intermediateSize = 8192,
                .vocabularySize = 32064,
                .contextLength = 4096,
                .slidingWindow = 2047,
                .slidingLayerCount = 32};
    const A gpt2{.name = "GPT-2 XL",
                 .family = "gpt2",
                 .hiddenSize = 1600,
                 .layerCount = 48,
                 .queryHeads = 25,
                 .keyValueHeads = 25,
                 .headSize = 64,
                 .intermediateSize = 6400,
                 .isGated = false,
                 .vocabularySize = 50257,
                 .hasTiedEmbeddings = true,
                 .contextLength = 1024};
    const A phi2{.name = "Phi-2",
                 .family = "phi",
                 .hiddenSize = 2560,
                 .layerCount = 32,
                 .queryHeads = 32,
                 .keyValueHeads = 32,
                 .headSize = 80,
                 .intermediateSize = 10240,
                 .isGated = false,
                 .vocabularySize = 51200,
                 .contextLength = 2048};
    const A glm{.name = "GLM-4-9B-0414",
                .family = "glm4_attention_bias",
                .hiddenSize = 4096,
                .layerCount = 40,
                .queryHeads = 32,
                .keyValueHeads = 2,
                .headSize = 128,
                .intermediateSize = 13696,
                .vocabularySize = 151552,
                .contextLength = 32768};
    const A olmo7{.name = "OLMo-2-7B",
                  .family = "olmo2",
                  .hiddenSize = 4096,
                  .layerCount = 32,
                  .queryHeads = 32,
                  .keyValueHeads = 32,
                  .headSize = 128,
                  .intermediateSize = 11008,
                  .vocabularySize = 100352,
                  .contextLength = 4096};
    A olmo32 = olmo7;
    olmo32.name = "OLMo-2-32B";
    olmo32.hiddenSize = 5120;
    olmo32.layerCount = 64;
    olmo32.queryHeads = 40;
    olmo32.keyValueHeads = 8;
    olmo32.intermediateSize = 27648;
    const A internlm{.name = "InternLM2-7B",
                     .family = "internlm2",
                     .hiddenSize = 4096,
                     .layerCount = 32,
                     .queryHeads = 32,
                     .keyValueHeads = 8,
                     .headSize = 128,
                     .intermediateSize = 14336,
                     .vocabularySize = 92544,
                     .contextLength = 32768};
    return {{llama8, 8030261248, 7504924672, 65536},
            {llama7, 6738415616, 6607343616, 262144},
            {nemo, 12247782400, 11576693760, 81920},
            {mixtral, 46702792704, 12748853248, 65536},
            {qwen7, 7615616512, 7070619136, 28672},
            {qwen30, 30532122624, 3041867776, 49152},
            {gemma, 9241705984, 9241705984, 172032},
            {falcon, 6921720704, 6921720704, 4096},
            {deepseek, 671026419200, 36625603584, 35136},
            {oss, 20914757184, 3608307264, 24576},
            {phi, 3821079552, 3722578944, 196608},
            {gpt2, 1557611200, 1557611200, 153600},
            // Totals of the published safetensors files; active ones are those less the input embedding.
            {phi2, 2779683840, 2648611840, 163840},
            {glm, 9400279040, 8779522048, 20480},
            {olmo7, 7298617344, 6887575552, 262144},
            {olmo32, 32234279936, 31720477696, 131072},
            {internlm, 7737708544, 7358648320, 65536}};
}

} // namespace wherewithal::tests
