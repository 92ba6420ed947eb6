// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace wherewithal::model {

/// How an engine picks what runs in the next iteration.
enum class BatchScheduler
{
    V1,           ///< vLLM V1: running sequences first, then waiting ones, prompts cut to a token budget
    PrefillFirst, ///< vLLM 0.x: whole prompts in batches of their own, before any decoding
    Sarathi,      ///< decodes first, then partial prompts, then new ones, up to a chunk of tokens
};

/// One replay, as a run file states it. What the file leaves out is nullopt.
struct ReplayRun
{
    std::string name;
    std::string model;  ///< name of the model, for the record
    std::string device; ///< name of the device, for the record
    std::optional<BatchScheduler> scheduler;
    std::optional<std::int32_t> layers;
    std::optional<std::int32_t> queryHeads;
    std::optional<std::int32_t> kvHeads;
    std::optional<std::int32_t> tensorParallel;
    std::optional<std::int32_t> pipelineStages;
    std::optional<std::int32_t> replicas;
    std::optional<std::int64_t> kvBlocks;
    std::optional<std::int32_t> blockSizeTokens;
    std::optional<std::int32_t> maxBatch;
    std::optional<std::int32_t> maxBatchTokens; ///< padded tokens of a prefill batch
    std::optional<std::int32_t> chunkTokens;    ///< token budget of an iteration
    std::optional<double> watermarkFraction;
    std::optional<std::int32_t> contextGranularityTokens;
    std::optional<double> allReduceLaunchMilliseconds;
    std::optional<double> decodeBatchingOverheadFraction;
    std::optional<double> prefillBatchingOverheadFraction;
    std::optional<bool> cachesSharedPrefixes;      ///< what requests of the trace share is cached
    std::optional<double> cachedPrefixFraction;    ///< of each prompt, held by a prefix cache
    std::optional<double> stepOverheadSeconds;     ///< engine profile: constant per step
    std::optional<double> sequenceOverheadSeconds; ///< engine profile: per sequence in the step
    std::string engineProfile;
    std::string precision;
    std::optional<std::uint64_t> seed;
    std::string modelPath;     ///< a config.json; empty if not stated
    std::string stepTimesPath; ///< a table of step times; empty if not stated
    std::string tracePath;     ///< the requests; empty if not stated

    bool operator==(const ReplayRun&) const = default;
};

} // namespace wherewithal::model
