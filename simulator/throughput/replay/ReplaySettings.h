// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/Result.h"
#include "model/workload/ReplayRun.h"

#include <cstdint>
#include <optional>

namespace wherewithal::simulator {

/// Which replica a request goes to.
enum class ReplayRouter
{
    RoundRobin,
    LeastOutstanding, ///< the fewest unfinished requests, the lowest index among equals
};

/// The serving engine of one replica, and how many of them there are.
struct ReplaySettings
{
    model::BatchScheduler scheduler = model::BatchScheduler::V1;
    std::int64_t kvBlocks = 0;          ///< per replica, >= 1
    std::int32_t blockSizeTokens = 16;  ///< tokens per block
    std::int32_t maxBatch = 256;        ///< sequences that hold memory at once, over all stages
    std::int32_t maxBatchTokens = 4096; ///< PrefillFirst: longest prompt x prompts of one batch
    std::int32_t chunkTokens = 2048;    ///< V1, Sarathi: tokens of one iteration
    /// Share of the blocks that an admission must leave free; default 0.01, V1 none.
    std::optional<double> watermarkFraction;
    std::int32_t pipelineStages = 1;
    std::int32_t replicas = 1;
    ReplayRouter router = ReplayRouter::RoundRobin;
    /// Share of each prompt that a prefix cache already holds: not computed again, but in memory. 0 to
    /// below 1.
    double cachedPrefixFraction = 0.0;
    /// True: what a request shares with an earlier one of the trace is cached too, for ever and at once.
    bool cachesSharedPrefixes = false;
    /// True: a sequence that restarts finds again what is left of its blocks, as an engine with a prefix
    /// cache does; others take the blocks freed longest ago first.
    bool keepsRestartedBlocks = false;
    double stepOverheadSeconds = 0.0; ///< engine profile: per iteration, on the first stage
    double sequenceOverheadSeconds =
        0.0; ///< engine profile: per sequence of the iteration, on the first stage

    [[nodiscard]] std::int64_t watermarkBlocks() const;
    /// Sequences that one batch may hold: the stages share maxBatch.
    [[nodiscard]] std::int32_t maxMicroBatch() const { return maxBatch / pipelineStages; }

    bool operator==(const ReplaySettings&) const = default;
};

/// Refuses settings that no engine can run with.
[[nodiscard]] model::Result<ReplaySettings> checkedReplaySettings(const ReplaySettings& settings);

} // namespace wherewithal::simulator
