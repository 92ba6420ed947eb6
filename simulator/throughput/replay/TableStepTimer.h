// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/Result.h"
#include "model/hardware/StepTimeTable.h"
#include "simulator/throughput/replay/StepBatch.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace wherewithal::simulator {

/// What a table of one layer has to be multiplied by.
struct LayerPlan
{
    std::int32_t layers = 0; ///< of the whole model
    std::int32_t pipelineStages = 1;
    std::int32_t tensorParallel = 1;
    bool isGroupedQuery = false;                 ///< fewer key-value heads than query heads
    double allReduceLaunchMilliseconds = 0.02;   ///< added to each all-reduce
    double decodeBatchingOverheadFraction = 0.1; ///< grouped-query attention of more than one sequence
    double prefillBatchingOverheadFraction = 0.1;

    bool operator==(const LayerPlan&) const = default;
};

/// Step times from a measured table, run lengths decoded into flat arrays: two or three look-ups per
/// iteration.
///
/// Time of a stage, n tokens, nr = n rounded up to 8, over layers / stages layers:
///   sum of the token-wise operators at nr + kv save at n + decode attention at (sequences, mean context
///   rounded up to 64) + prefill attention at (cached tokens, root of the sum of squared chunks) + 2
///   all-reduces at nr.
/// Source: the iteration time of Vidur (Agrawal et al. 2024), with which the tables were made.
///
/// Beyond the measured range: token-wise and decode times go on with the mean slope of the upper half of the
/// range; prefill attention grows with its work, chunk x (past + chunk / 2), from the nearest measured cell.
class TableStepTimer
{
public:
    [[nodiscard]] static model::Result<TableStepTimer> create(const model::StepTimeTable& table,
                                                              const LayerPlan& plan);

    [[nodiscard]] double stepSeconds(const StepBatch& batch) const
    {
        double seconds = tokenSeconds(batch.tokens());
        if (batch.decodeSequences > 0) {
            seconds +=
                decodeSeconds(batch.decodeSequences, batch.decodeContextTokens / batch.decodeSequences);
        }
        if (batch.prefillSequences > 0) {
            const auto chunk = std::llround(std::sqrt(static_cast<double>(batch.prefillTokensSquared)));
            const double factor = batch.prefillSequences > 1 ? m_prefillBatchingFactor : 1.0;
            seconds += factor * prefillSeconds(batch.prefillPastRoundedTokens, chunk);
        }
        return seconds;
    }

    /// Sending the activations to the next stage.
    [[nodiscard]] double handOverSeconds(const StepBatch& batch) const
    {
        return extended(m_send, batch.tokens());
    }

    /// True if every look-up of the batch lies inside the measured range.
    [[nodiscard]] bool covers(const StepBatch& batch) const;

private:
    TableStepTimer() = default;

    static constexpr std::int64_t kGranule = kContextGranularityTokens;

    /// The values of one row of a table at 0, 1, 2 ..., going on beyond the end with the slope of the upper
    /// half.
    [[nodiscard]] static double extended(const std::vector<double>& values, std::int64_t position)
    {
        const auto last = static_cast<std::int64_t>(values.size()) - 1;
        if (position <= last) {
            return values[static_cast<std::size_t>(position)];
        }
        return beyond(values.data(), 1, last, position);
    }

    /// values[k * stride], k = 0..last, seen from beyond the last.
    [[nodiscard]] static double
    beyond(const double* values, std::int64_t stride, std::int64_t last, std::int64_t position);

    [[nodiscard]] double tokenSeconds(std::int64_t tokens) const { return extended(m_token, tokens); }

    [[nodiscard]] double decodeSeconds(std::int64_t sequences, std::int64_t meanContext) const
    {
        const std::int64_t bucket = (meanContext + kGranule - 1) / kGranule;
        if (sequences <= m_maxSequences && bucket < m_contextBuckets) {
            return m_decode[static_cast<std::size_t>((sequences - 1) * m_contextBuckets + bucket)];
        }
        return decodeBeyond(sequences, bucket);
    }

    [[nodiscard]] double prefillSeconds(std::int64_t past, std::int64_t chunk) const
    {
        const std::int64_t group = past / kGranule;
        if (group < static_cast<std::int64_t>(m_prefillRows.size())) {
            const PrefillRow& row = m_prefillRows[static_cast<std::size_t>(group)];
            if (chunk <= row.maxChunk) {
                return m_prefill[row.offset + static_cast<std::size_t>(chunk - 1)];
            }
        }
        return prefillBeyond(past, chunk);
    }

    [[nodiscard]] double decodeBeyond(std::int64_t sequences, std::int64_t bucket) const;
    [[nodiscard]] double prefillBeyond(std::int64_t past, std::int64_t chunk) const;

    struct PrefillRow
    {
        std::size_t offset = 0;
        std::int64_t maxChunk = 0;
    };

    std::vector<double> m_token;           // [tokens 0..max], s per stage; [0] is 0
    std::vector<double> m_send;            // [tokens 0..max], s
    std::vector<double> m_decode;          // [sequences - 1][context bucket], s per stage
    std::vector<double> m_prefill;         // [chunk - 1] of each row, one row after the other, s per stage
    std::vector<PrefillRow> m_prefillRows; // [cached tokens / 64]
    std::int64_t m_maxSequences = 0;
    std::int64_t m_contextBuckets = 0;
    double m_prefillBatchingFactor = 1.0;

    friend class TableDecoder;
};

static_assert(HandOverTimer<TableStepTimer>);

} // namespace wherewithal::simulator
