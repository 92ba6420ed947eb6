// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workload/LlmFamily.h"

#include <algorithm>
#include <array>

namespace wherewithal::model {

namespace {

constexpr std::array kFamilies{
    LlmFamily{.key = "deepseek_v2"},
    LlmFamily{.key = "deepseek_v3", .hasRouterCorrection = true},
    LlmFamily{
        .key = "falcon", .isGatedByDefault = false, .tiesEmbeddingsByDefault = true, .finalNormVectors = 2},
    LlmFamily{.key = "falcon_40b",
              .isGatedByDefault = false,
              .tiesEmbeddingsByDefault = true,
              .normVectorsPerLayer = 4,
              .finalNormVectors = 2},
    LlmFamily{.key = "gemma", .tiesEmbeddingsByDefault = true},
    LlmFamily{.key = "gemma2",
              .tiesEmbeddingsByDefault = true,
              .normVectorsPerLayer = 4,
              .alternatesSlidingWindow = true},
    LlmFamily{.key = "gemma3_text",
              .tiesEmbeddingsByDefault = true,
              .hasQueryKeyNorm = true,
              .normVectorsPerLayer = 4},
    LlmFamily{.key = "glm4", .normVectorsPerLayer = 4},
    LlmFamily{.key = "glm4_attention_bias", .hasQueryKeyValueBias = true, .normVectorsPerLayer = 4},
    LlmFamily{.key = "gpt2",
              .isGatedByDefault = false,
              .tiesEmbeddingsByDefault = true,
              .hasQueryKeyValueBias = true,
              .hasOutputBias = true,
              .hasFeedForwardBias = true,
              .normVectorsPerLayer = 4,
              .finalNormVectors = 2,
              .hasLearnedPositions = true},
    LlmFamily{.key = "gpt_neox",
              .isGatedByDefault = false,
              .hasQueryKeyValueBias = true,
              .hasOutputBias = true,
              .hasFeedForwardBias = true,
              .normVectorsPerLayer = 4,
              .finalNormVectors = 2},
    LlmFamily{.key = "gpt_oss",
              .hasQueryKeyValueBias = true,
              .hasOutputBias = true,
              .hasExpertBias = true,
              .hasAttentionSinks = true,
              .alternatesSlidingWindow = true,
              .quantisesExpertsOnly = true},
    LlmFamily{.key = "internlm2"},
    LlmFamily{.key = "llama"},
    LlmFamily{.key = "llama_attention_bias", .hasQueryKeyValueBias = true, .hasOutputBias = true},
    LlmFamily{.key = "mistral"},
    LlmFamily{.key = "mixtral"},
    LlmFamily{.key = "olmo2", .hasWideQueryKeyNorm = true},
    LlmFamily{.key = "phi",
              .isGatedByDefault = false,
              .hasQueryKeyValueBias = true,
              .hasOutputBias = true,
              .hasFeedForwardBias = true,
              .hasHeadBias = true,
              .finalNormVectors = 2},
    LlmFamily{.key = "phi3"},
    LlmFamily{.key = "qwen2", .hasQueryKeyValueBias = true},
    LlmFamily{.key = "qwen2_moe", .hasQueryKeyValueBias = true, .hasSharedExpertGate = true},
    LlmFamily{.key = "qwen3", .hasQueryKeyNorm = true},
    LlmFamily{.key = "qwen3_moe", .hasQueryKeyNorm = true},
};

} // namespace

std::span<const LlmFamily> llmFamilies()
{
    return kFamilies;
}

const LlmFamily* findLlmFamily(std::string_view key)
{
    const auto* const at = std::ranges::find(kFamilies, key, &LlmFamily::key);
    return at == kFamilies.end() ? nullptr : at;
}

} // namespace wherewithal::model
