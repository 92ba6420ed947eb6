// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/cost/OptionModel.h"
#include "simulator/throughput/LlmReplica.h"

#include <cmath>

namespace wherewithal::simulator {

namespace {

/// How the rate answers to the tokens of a pass; 0 without speculation, or where acceptance is certain.
double passElasticity(const model::Workload& workload,
                      const HostShape& host,
                      const model::Assumptions& assumptions,
                      double plainRate)
{
    const auto& serving = std::get<model::LlmServing>(workload.detail);
    const auto plain = speculationOf(serving);
    if (!plain || serving.speculation.acceptance.isCertain()) {
        return 0.0;
    }
    constexpr double kStep = 0.02;
    model::Workload other = workload;
    auto& moved = std::get<model::LlmServing>(other.detail);
    moved.speculation.acceptance =
        plain->acceptance < 0.5 ? plain->acceptance + kStep : plain->acceptance - kStep;
    const auto capacity = replicaCapacity<double>(other, host, assumptions, baseDraw(other));
    if (!capacity || capacity->perSecond <= 0.0) {
        return 0.0;
    }
    return std::log(capacity->perSecond / plainRate)
           / std::log(speculationOf(moved)->tokensPerPass() / plain->tokensPerPass());
}

} // namespace

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
            .output = -std::log(longerOutput / plain) / std::log(kStep),
            .pass = passElasticity(workload, host, assumptions, plain)};
}

} // namespace wherewithal::simulator
