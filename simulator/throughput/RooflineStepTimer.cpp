// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/throughput/RooflineStepTimer.h"

#include <algorithm>

namespace wherewithal::simulator {

RooflineStepTimer::RooflineStepTimer(const LlmRoofline<double>& roofline, std::int64_t mostTokens)
    : m_roofline(roofline)
    , m_engineStep(roofline.engineSeconds(0.0))
    , m_engineSequence(roofline.engineSeconds(1.0) - m_engineStep)
    , m_stages(static_cast<double>(roofline.layout().pipelineParallel))
{
    constexpr std::int64_t kMostTabulated = 1 << 16;
    constexpr std::int64_t kMostRows = 4096;
    const std::int64_t tokens = std::clamp<std::int64_t>(mostTokens, 0, kMostTabulated);
    for (std::int64_t i = 0; i <= tokens; ++i) {
        m_token.push_back(tokenAt(i));
    }
    for (std::int64_t i = 0; i <= std::min(tokens, kMostRows); ++i) {
        m_head.push_back(headAt(i));
    }
}

double RooflineStepTimer::attention(const StepBatch& batch) const
{
    const auto decodes = static_cast<double>(batch.decodeSequences);
    const double window = m_roofline.slidingWindow();
    StepLoad<double> load;
    load.decodeSequences = decodes;
    load.cacheTokens = static_cast<double>(batch.decodeContextTokens);
    load.prefillPairs =
        static_cast<double>(batch.prefillTokenPairs) + 0.5 * static_cast<double>(batch.prefillTokensSquared);
    load.cacheTokensWindowed = std::min(load.cacheTokens, decodes * window);
    load.prefillPairsWindowed =
        std::min(load.prefillPairs, static_cast<double>(batch.prefillTokens) * window);
    return m_roofline.attentionSeconds(load);
}

} // namespace wherewithal::simulator
