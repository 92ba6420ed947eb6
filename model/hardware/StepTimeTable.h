// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace wherewithal::model {

/// One group of operations of a transformer layer whose time was measured apart.
enum class StepOperator
{
    AttentionPreProjection,
    AttentionPostProjection,
    MlpUpProjection,
    MlpDownProjection,
    MlpActivation,
    AttentionRope,
    InputLayerNorm,
    PostAttentionLayerNorm,
    Add,
    KvCacheSave,
    AllReduce,
    SendReceive,
    AttentionDecode,  ///< by sequences and mean context
    AttentionPrefill, ///< by tokens already cached and chunk
};

inline constexpr std::size_t kStepOperatorCount = 14;

/// Names as the files write them.
inline constexpr std::array<std::string_view, kStepOperatorCount> kStepOperatorNames{
    "attn_pre_proj",
    "attn_post_proj",
    "mlp_up_proj",
    "mlp_down_proj",
    "mlp_act",
    "attn_rope",
    "input_layernorm",
    "post_attention_layernorm",
    "add",
    "attn_kv_cache_save",
    "all_reduce",
    "send_recv",
    "attn_decode",
    "attn_prefill"};

[[nodiscard]] constexpr std::string_view name(StepOperator op)
{
    return kStepOperatorNames.at(static_cast<std::size_t>(op));
}

/// True for the operators whose time depends on two numbers, the group and the position.
[[nodiscard]] constexpr bool isAttention(StepOperator op)
{
    return op == StepOperator::AttentionDecode || op == StepOperator::AttentionPrefill;
}

/// A run of equal times of one operator, in one layer of one device group.
///
/// from..to is the number of tokens; for AttentionDecode `group` is the number of sequences and from..to
/// their mean context; for AttentionPrefill `group` is the number of tokens already cached and from..to the
/// chunk.
struct StepTimeRow
{
    StepOperator op{};
    std::int32_t group = 0;
    std::int32_t from = 0;
    std::int32_t to = 0; ///< inclusive
    double milliseconds = 0.0;

    bool operator==(const StepTimeRow&) const = default;
};

/// Measured times of one model on one device group, run-length coded, in the order of the file.
struct StepTimeTable
{
    std::vector<StepTimeRow> rows;

    bool operator==(const StepTimeTable&) const = default;
};

/// Largest token count, context or chunk a table may name: bounds the memory that a table can ask for.
inline constexpr std::int32_t kMaxTablePosition = 131'072;
/// Largest number of sequences a table may name.
inline constexpr std::int32_t kMaxTableSequences = 4096;

} // namespace wherewithal::model
