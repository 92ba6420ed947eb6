// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/throughput/replay/RooflineStepTimer.h"

#include "simulator/throughput/EngineProfile.h"

namespace wherewithal::simulator {

using model::failure;
using model::Result;

namespace {

constexpr std::int64_t kMaxTabulated = 65'536;

} // namespace

RooflineStepTimer::RooflineStepTimer(const LlmRoofline<double>& roofline,
                                     std::int32_t pipelineStages,
                                     std::int64_t tabulatedTokens,
                                     std::int64_t tabulatedRows)
    : m_roofline(roofline)
    , m_stageShare(1.0 / pipelineStages)
    , m_window(roofline.slidingWindow() > 0.0 ? roofline.slidingWindow() : 1e30)
{
    // Attention is linear in each of its loads: its slopes are its values at one, less the start of the
    // kernel.
    const auto attention = [&](const StepLoad<double>& load) {
        return m_roofline.step(load).attention;
    };
    m_decodeStart = attention({.decodeSequences = 1.0});
    m_perCacheToken = attention({.cacheTokens = 1.0});
    m_perWindowedCacheToken = attention({.cacheTokensWindowed = 1.0});
    m_perPrefillToken = attention({.prefillTokens = 2.0}) - attention({.prefillTokens = 1.0});
    m_prefillStart = attention({.prefillTokens = 1.0}) - m_perPrefillToken;
    m_perPair = attention({.prefillPairs = 1.0});
    m_perWindowedPair = attention({.prefillPairsWindowed = 1.0});
    const auto tokens = static_cast<std::size_t>(std::clamp<std::int64_t>(tabulatedTokens, 1, kMaxTabulated));
    const auto rows = static_cast<std::size_t>(std::clamp<std::int64_t>(tabulatedRows, 1, kMaxTabulated));
    m_tokenSeconds.reserve(tokens + 1);
    for (std::size_t n = 0; n <= tokens; ++n) {
        m_tokenSeconds.push_back(tokenSeconds(static_cast<std::int64_t>(n)));
    }
    m_headSeconds.reserve(rows + 1);
    for (std::size_t n = 0; n <= rows; ++n) {
        m_headSeconds.push_back(headSeconds(static_cast<std::int64_t>(n)));
    }
}

double RooflineStepTimer::tokenSeconds(std::int64_t tokens) const
{
    const StepTime<double> time = m_roofline.step({.tokens = static_cast<double>(tokens)});
    return time.matrices + time.communication + time.small;
}

double RooflineStepTimer::headSeconds(std::int64_t rows) const
{
    return m_roofline.step({.logitRows = static_cast<double>(rows)}).head;
}

ThroughputDraw meanLengths(std::span<const model::TraceRequest> requests)
{
    ThroughputDraw draw{.inputTokens = 1.0, .outputTokens = 1.0};
    if (requests.empty()) {
        return draw;
    }
    double input = 0.0;
    double output = 0.0;
    for (const model::TraceRequest& request : requests) {
        input += request.prefillTokens;
        output += request.decodeTokens;
    }
    const auto count = static_cast<double>(requests.size());
    draw.inputTokens = input / count;
    draw.outputTokens = std::max(1.0, output / count);
    return draw;
}

Result<RooflineReplay> rooflineReplay(const LlmPlacement& placement,
                                      const model::Assumptions& assumptions,
                                      std::span<const model::TraceRequest> requests,
                                      const ReplaySettings& settings)
{
    const auto profile = findEngineProfile(placement.serving->engineProfile);
    if (!profile) {
        return failure(profile.error());
    }
    const auto lengths = lengthsOf<double>(*placement.serving, meanLengths(requests));
    auto replica = placeLlm<double>(placement, assumptions, lengths);
    if (!replica) {
        return failure(replica.error());
    }
    ReplaySettings filled = settings;
    filled.pipelineStages = replica->layout.pipelineParallel;
    filled.stepOverheadSeconds = placement.tuning.secondsPerStep.value_or((*profile)->secondsPerStep);
    filled.sequenceOverheadSeconds = (*profile)->secondsPerSequence;
    if (filled.kvBlocks == 0) {
        filled.kvBlocks = static_cast<std::int64_t>(replica->cacheTokens) / filled.blockSizeTokens;
    }
    const auto checked = checkedReplaySettings(filled);
    if (!checked) {
        return failure(checked.error());
    }
    const std::int64_t budget =
        filled.scheduler == model::BatchScheduler::PrefillFirst ? filled.maxBatchTokens : filled.chunkTokens;
    RooflineStepTimer timer(replica->roofline,
                            filled.pipelineStages,
                            budget + filled.maxBatch,
                            std::max<std::int64_t>(filled.maxBatch, 1));
    return RooflineReplay{.replica = *std::move(replica), .settings = *checked, .timer = std::move(timer)};
}

} // namespace wherewithal::simulator
