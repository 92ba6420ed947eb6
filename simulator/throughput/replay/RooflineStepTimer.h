// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/Result.h"
#include "model/workload/RequestTrace.h"
#include "simulator/throughput/LlmReplica.h"
#include "simulator/throughput/LlmRoofline.h"
#include "simulator/throughput/replay/ReplaySettings.h"
#include "simulator/throughput/replay/StepBatch.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace wherewithal::simulator {

/// Step times from the roofline, sampled once: the work of the matrices, norms and communication depends on
/// the token count alone, that of the output head on its rows, and attention is linear in cached tokens and
/// token pairs. So an iteration costs two look-ups and a few products, and every number still comes from
/// LlmRoofline::step().
///
/// Without the engine's overhead, which ReplaySettings carries. With P stages a stage takes 1/P of the whole,
/// transfers between them included. A sliding window is applied to the mean context of the batch.
class RooflineStepTimer
{
public:
    /// Token counts and rows up to these are tabulated; beyond them the roofline itself is asked.
    RooflineStepTimer(const LlmRoofline<double>& roofline,
                      std::int32_t pipelineStages,
                      std::int64_t tabulatedTokens,
                      std::int64_t tabulatedRows);

    [[nodiscard]] double stepSeconds(const StepBatch& batch) const
    {
        double seconds = at(m_tokenSeconds, batch.tokens(), &RooflineStepTimer::tokenSeconds)
                         + at(m_headSeconds, batch.outputTokens, &RooflineStepTimer::headSeconds);
        if (batch.decodeSequences > 0) {
            const auto context = static_cast<double>(batch.decodeContextTokens);
            seconds += m_decodeStart + m_perCacheToken * context
                       + m_perWindowedCacheToken
                             * std::min(context, m_window * static_cast<double>(batch.decodeSequences));
        }
        if (batch.prefillSequences > 0) {
            const double pairs = static_cast<double>(batch.prefillTokenPairs)
                                 + 0.5 * static_cast<double>(batch.prefillTokensSquared);
            seconds +=
                (batch.decodeSequences > 0 ? 0.0 : m_prefillStart)
                + m_perPrefillToken * static_cast<double>(batch.prefillTokens) + m_perPair * pairs
                + m_perWindowedPair * std::min(pairs, m_window * static_cast<double>(batch.prefillTokens));
        }
        return seconds * m_stageShare;
    }

private:
    using Sampler = double (RooflineStepTimer::*)(std::int64_t) const;

    [[nodiscard]] double at(const std::vector<double>& table, std::int64_t index, Sampler beyond) const
    {
        return index < static_cast<std::int64_t>(table.size()) ? table[static_cast<std::size_t>(index)]
                                                               : (this->*beyond)(index);
    }
    [[nodiscard]] double tokenSeconds(std::int64_t tokens) const;
    [[nodiscard]] double headSeconds(std::int64_t rows) const;

    LlmRoofline<double> m_roofline;
    double m_stageShare = 1.0;
    double m_window = 0.0; // tokens; huge if there is none, so that it never cuts
    double m_decodeStart = 0.0;
    double m_perCacheToken = 0.0;
    double m_perWindowedCacheToken = 0.0;
    double m_prefillStart = 0.0; // one kernel serves decodes and prompts: its start counts once
    double m_perPrefillToken = 0.0;
    double m_perPair = 0.0;
    double m_perWindowedPair = 0.0;
    std::vector<double> m_tokenSeconds; // [tokens 0..]
    std::vector<double> m_headSeconds;  // [rows 0..]
};

static_assert(StepTimer<RooflineStepTimer>);

/// Everything a replay of a model on a device needs besides its requests.
struct RooflineReplay
{
    LlmReplica<double> replica;
    ReplaySettings settings;
    RooflineStepTimer timer;
};

/// Mean lengths of the requests that can be served, for sizing the replica. 1 and 1 for no requests.
[[nodiscard]] ThroughputDraw meanLengths(std::span<const model::TraceRequest> requests);

/// Places the model (its engine profile, precisions and tensor parallel degree are those of the placement)
/// and fills in what the settings leave open: key-value blocks if 0, stages, overheads of the engine profile.
///
/// DoesNotFit with the bytes, UnknownName for a device without facts or an unknown profile.
[[nodiscard]] model::Result<RooflineReplay> rooflineReplay(const LlmPlacement& placement,
                                                           const model::Assumptions& assumptions,
                                                           std::span<const model::TraceRequest> requests,
                                                           const ReplaySettings& settings);

} // namespace wherewithal::simulator
