// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/cost/OptionModel.h"

#include <cmath>

namespace wherewithal::simulator {

TokenElasticity
tokenElasticity(const model::Workload& workload, const HostShape& host, const model::Assumptions& assumptions)
{
    if (!std::holds_alternative<model::LlmServing>(workload.detail)) {
        return {};
    }
    constexpr double kStep = 1.1;
    const ThroughputDraw base = baseDraw(workload);
    const auto rateAt = [&](double input, double output) {
        ThroughputDraw draw = base;
        draw.inputTokens *= input;
        draw.outputTokens *= output;
        const auto capacity = replicaCapacity<double>(workload, host, assumptions, draw);
        return capacity ? capacity->perSecond : 0.0;
    };
    const double plain = rateAt(1.0, 1.0);
    const double longerInput = rateAt(kStep, 1.0);
    const double longerOutput = rateAt(1.0, kStep);
    if (plain <= 0.0 || longerInput <= 0.0 || longerOutput <= 0.0) {
        return {};
    }
    return {.input = -std::log(longerInput / plain) / std::log(kStep),
            .output = -std::log(longerOutput / plain) / std::log(kStep)};
}

} // namespace wherewithal::simulator
