// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/hardware/Accelerator.h"

#include <optional>
#include <string>

namespace wherewithal::model {

/// A transformer's shape in normal form, read from a Hugging Face config.json (or a GGUF header).
///
/// Symbols of the throughput reference in brackets. Zero means "does not apply" unless a field says otherwise.
struct LlmArchitecture
{
    std::string name;   ///< as the user calls it, e.g. "Qwen3-30B-A3B"
    std::string family; ///< model_type: "llama", "qwen3_moe", "deepseek_v3", "gpt2" ...

    int hiddenSize = 0;       ///< [h]
    int layerCount = 0;       ///< [L]
    int queryHeads = 0;       ///< [q]
    int keyValueHeads = 0;    ///< [kv]
    int headSize = 0;         ///< [d]
    int intermediateSize = 0; ///< [I] of dense layers
    bool isGated = true;      ///< three feed-forward matrices instead of two
    int vocabularySize = 0;   ///< [V]
    bool hasTiedEmbeddings = false;
    int contextLength = 0;    ///< longest position; 0 unknown

    // Mixture of experts
    int expertCount = 0;            ///< [E] routed experts per layer; 0 dense
    int expertsPerToken = 0;        ///< [k]
    int expertIntermediateSize = 0; ///< [I_e]
    int sharedExpertCount = 0;
    int leadingDenseLayers = 0;     ///< first_k_dense_replace
    int sparseLayerStep = 1;        ///< decoder_sparse_step

    // Multi-head latent attention
    int keyValueRank = 0;     ///< [r]; > 0 means latent attention
    int queryRank = 0;        ///< [r_q]; 0: not compressed
    int queryKeyPlainSize = 0;  ///< [n] qk_nope_head_dim
    int queryKeyRotarySize = 0; ///< [p] qk_rope_head_dim
    int valueHeadSize = 0;      ///< [v]

    // Sliding-window attention
    int slidingWindow = 0;      ///< tokens; 0: full attention
    int slidingLayerCount = 0;  ///< layers that use the window

    Precision storedPrecision = Precision::Bf16; ///< of the published weights
    std::optional<double> weightsBytesOverride;  ///< exact bytes from a safetensors index or GGUF file

    [[nodiscard]] bool isMixtureOfExperts() const { return expertCount > 0; }
    [[nodiscard]] bool hasLatentAttention() const { return keyValueRank > 0; }

    bool operator==(const LlmArchitecture&) const = default;
};

} // namespace wherewithal::model
