// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/throughput/EngineProfile.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <string>
#include <vector>

namespace wherewithal::simulator {

namespace {

constexpr std::array kProfiles{
    EngineProfile{.key = "vllm-2023",
                  .label = "vLLM of 2023",
                  .secondsPerStep = 25e-3,
                  .secondsPerRequest = 5e-3,
                  .leastSecondsPerStep = 18e-3,
                  .mostSecondsPerStep = 34e-3,
                  .basis = "Measured Llama-2-70B token times of 2023 (Splitwise): 28 ms where the device "
                           "needs about 10 ms."},
    EngineProfile{.key = "vllm-0.5",
                  .label = "vLLM 0.5",
                  .secondsPerStep = 10e-3,
                  .secondsPerRequest = 5e-3,
                  .leastSecondsPerStep = 5e-3,
                  .mostSecondsPerStep = 15e-3,
                  .basis = "Published 2024 runs, bound by the host processor on fast devices."},
    EngineProfile{.key = "vllm-0.15",
                  .label = "vLLM 0.15 and later",
                  .secondsPerStep = 1e-3,
                  .secondsPerSequence = 5e-6,
                  .secondsPerRequest = 5e-3,
                  .leastSecondsPerStep = 0.0,
                  .mostSecondsPerStep = 2e-3,
                  .basis = "Asynchronous scheduling hides all but 0 to 2 ms; the centre is taken."},
    EngineProfile{.key = "tensorrt-llm",
                  .label = "TensorRT-LLM",
                  .secondsPerStep = 1e-3,
                  .secondsPerSequence = 1e-6,
                  .secondsPerRequest = 5e-3,
                  .leastSecondsPerStep = 0.0,
                  .mostSecondsPerStep = 3e-3,
                  .basis = "Version 1.0 tables agree with 0 to 3 ms."},
    EngineProfile{.key = "none",
                  .label = "no engine: the device alone",
                  .basis = "For comparison with kernel times and simulators that leave the host out."},
};

} // namespace

std::span<const EngineProfile> engineProfiles()
{
    return kProfiles;
}

model::Result<const EngineProfile*> findEngineProfile(std::string_view key)
{
    const std::string_view wanted = key.empty() ? kDefaultEngineProfile : key;
    const auto* const at = std::ranges::find(kProfiles, wanted, &EngineProfile::key);
    if (at != kProfiles.end()) {
        return at;
    }
    std::vector<std::string_view> known;
    for (const EngineProfile& profile : kProfiles) {
        known.push_back(profile.key);
    }
    return model::failure(model::ErrorCode::UnknownName,
                          "engineProfile",
                          fmt::format("there is no engine profile '{}'", key),
                          fmt::format("known: {}", fmt::join(known, ", ")));
}

model::Figure figureOf(const EngineProfile& profile)
{
    return {.name = fmt::format("engine time per step, {}", profile.label),
            .value = profile.secondsPerStep,
            .unit = "s",
            .isAssumption = true,
            .range = fmt::format("{} to {}", profile.leastSecondsPerStep, profile.mostSecondsPerStep),
            .note = std::string(profile.basis)};
}

model::Figure requestFigureOf(const EngineProfile& profile)
{
    return {.name = fmt::format("engine time per request, {}", profile.label),
            .value = profile.secondsPerRequest,
            .unit = "s",
            .isAssumption = true,
            .range = "0 to 0.01",
            .note = "Transport, tokenising and hand-over to the engine take up to 10 ms; own assumption."};
}

} // namespace wherewithal::simulator
