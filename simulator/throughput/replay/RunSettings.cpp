// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/throughput/replay/RunSettings.h"

#include <fmt/format.h>

namespace wherewithal::simulator {

using model::ErrorCode;
using model::failure;
using model::Result;

ReplaySettings openSettingsOf(const model::ReplayRun& run)
{
    const ReplaySettings defaults;
    return {.scheduler = run.scheduler.value_or(defaults.scheduler),
            .kvBlocks = run.kvBlocks.value_or(0),
            .blockSizeTokens = run.blockSizeTokens.value_or(defaults.blockSizeTokens),
            .maxBatch = run.maxBatch.value_or(defaults.maxBatch),
            .maxBatchTokens = run.maxBatchTokens.value_or(defaults.maxBatchTokens),
            .chunkTokens = run.chunkTokens.value_or(defaults.chunkTokens),
            .watermarkFraction = run.watermarkFraction,
            .pipelineStages = run.pipelineStages.value_or(defaults.pipelineStages),
            .replicas = run.replicas.value_or(defaults.replicas),
            .router = defaults.router,
            .cachedPrefixFraction = run.cachedPrefixFraction.value_or(defaults.cachedPrefixFraction),
            .cachesSharedPrefixes = run.cachesSharedPrefixes.value_or(defaults.cachesSharedPrefixes),
            .keepsRestartedBlocks = run.cachesSharedPrefixes.value_or(defaults.keepsRestartedBlocks),
            .stepOverheadSeconds = run.stepOverheadSeconds.value_or(defaults.stepOverheadSeconds),
            .sequenceOverheadSeconds =
                run.sequenceOverheadSeconds.value_or(defaults.sequenceOverheadSeconds)};
}

Result<ReplaySettings> replaySettingsOf(const model::ReplayRun& run)
{
    if (!run.scheduler) {
        return failure(
            ErrorCode::MissingField, "scheduler", "no scheduler is given", "v1, prefill-first or sarathi");
    }
    if (!run.kvBlocks) {
        return failure(ErrorCode::MissingField,
                       "kv_blocks",
                       "the number of key-value blocks is not given",
                       "give kv_blocks, or a model and a device to work it out");
    }
    return checkedReplaySettings(openSettingsOf(run));
}

Result<LayerPlan> layerPlanOf(const model::ReplayRun& run)
{
    if (!run.layers) {
        return failure(ErrorCode::MissingField,
                       "layers",
                       "a table of step times holds one layer, and the number of layers is not given",
                       "give layers, or a model");
    }
    if (run.contextGranularityTokens && *run.contextGranularityTokens != kContextGranularityTokens) {
        return failure(ErrorCode::OutOfRange,
                       "kv_cache_prediction_granularity",
                       fmt::format("is {}, tables are read in steps of {} tokens",
                                   *run.contextGranularityTokens,
                                   kContextGranularityTokens));
    }
    const LayerPlan defaults;
    return LayerPlan{.layers = *run.layers,
                     .pipelineStages = run.pipelineStages.value_or(1),
                     .tensorParallel = run.tensorParallel.value_or(1),
                     .isGroupedQuery = run.queryHeads && run.kvHeads && *run.kvHeads < *run.queryHeads,
                     .allReduceLaunchMilliseconds =
                         run.allReduceLaunchMilliseconds.value_or(defaults.allReduceLaunchMilliseconds),
                     .decodeBatchingOverheadFraction =
                         run.decodeBatchingOverheadFraction.value_or(defaults.decodeBatchingOverheadFraction),
                     .prefillBatchingOverheadFraction = run.prefillBatchingOverheadFraction.value_or(
                         defaults.prefillBatchingOverheadFraction)};
}

} // namespace wherewithal::simulator
