// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/throughput/LlmRoofline.h"
#include "simulator/throughput/replay/StepBatch.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace wherewithal::simulator {

/// Step times of the roofline for the replay: what depends on token counts alone is tabulated once, the
/// attention is linear in the sums of the batch.
///
/// Beyond the tables the roofline itself is asked, so that the two agree at any batch.
class RooflineStepTimer
{
public:
    /// @param mostTokens  tokens of a step that are tabulated: the scheduler's budget and batch cap together
    RooflineStepTimer(const LlmRoofline<double>& roofline, std::int64_t mostTokens);

    /// Time of one pipeline stage.
    [[nodiscard]] double stepSeconds(const StepBatch& batch) const
    {
        const auto decodes = static_cast<double>(batch.decodeSequences);
        return (at(m_token, batch.tokens(), &RooflineStepTimer::tokenAt)
                + at(m_head, batch.outputTokens, &RooflineStepTimer::headAt) + attention(batch) + m_engineStep
                + m_engineSequence * decodes)
               / m_stages;
    }

private:
    [[nodiscard]] double tokenAt(std::int64_t tokens) const
    {
        return m_roofline.tokenSeconds(static_cast<double>(tokens));
    }
    [[nodiscard]] double headAt(std::int64_t rows) const
    {
        return m_roofline.headSeconds(static_cast<double>(rows));
    }
    [[nodiscard]] double at(const std::vector<double>& table,
                            std::int64_t position,
                            double (RooflineStepTimer::*beyond)(std::int64_t) const) const
    {
        return position < static_cast<std::int64_t>(table.size()) ? table[static_cast<std::size_t>(position)]
                                                                  : (this->*beyond)(position);
    }
    [[nodiscard]] double attention(const StepBatch& batch) const;

    LlmRoofline<double> m_roofline;
    std::vector<double> m_token; // [tokens], s
    std::vector<double> m_head;  // [rows], s
    double m_engineStep = 0.0;
    double m_engineSequence = 0.0;
    double m_stages = 1.0;
};

static_assert(StepTimer<RooflineStepTimer>);

} // namespace wherewithal::simulator
