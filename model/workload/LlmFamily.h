// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

namespace wherewithal::model {

/// What a model family adds to the plain transformer layer: needed to count its parameters exactly.
///
/// The plain layer has bias-free projections, two normalisation vectors and a final one. Source: the
/// published parameter counts of the families' model cards, which the formulas meet exactly (tst_LlmCounts).
struct LlmFamily
{
    std::string_view key;         ///< model_type of the config
    bool isGatedByDefault = true; ///< three feed-forward matrices
    bool tiesEmbeddingsByDefault = false;
    bool hasQueryKeyValueBias = false;
    bool hasOutputBias = false;
    bool hasFeedForwardBias = false;
    bool hasExpertBias = false;       ///< on each expert and on the router
    bool hasRouterCorrection = false; ///< one number per expert
    bool hasSharedExpertGate = false; ///< one vector
    bool hasQueryKeyNorm = false;     ///< two vectors of the head size
    bool hasAttentionSinks = false;   ///< one number per query head
    bool hasWideQueryKeyNorm = false; ///< vectors of all query heads and of all key heads
    bool hasHeadBias = false;         ///< one number per word
    int normVectorsPerLayer = 2;      ///< of the hidden size; a bias counts as a vector
    int finalNormVectors = 1;
    bool hasLearnedPositions = false;     ///< one vector per position of the context
    bool alternatesSlidingWindow = false; ///< every other layer, from layer 0
    bool quantisesExpertsOnly = false;    ///< a 4-bit checkpoint leaves all but the experts in BF16
};

/// Families whose parameters this program counts exactly, sorted by key.
[[nodiscard]] std::span<const LlmFamily> llmFamilies();
/// nullptr if the family is not known.
[[nodiscard]] const LlmFamily* findLlmFamily(std::string_view key);

} // namespace wherewithal::model
