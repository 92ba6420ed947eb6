// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/Result.h"
#include "model/explain/Traced.h"

#include <span>
#include <string_view>

namespace wherewithal::simulator {

/// What a serving engine adds to each step besides the device's work: scheduling, sampling, detokenising.
///
/// An explicit input by engine and version, never part of the hardware's efficiency.
struct EngineProfile
{
    std::string_view key;
    std::string_view label;
    double secondsPerStep = 0.0;
    double secondsPerSequence = 0.0; ///< per step and decoding sequence
    double secondsPerRequest =
        0.0; ///< once, before the first token: transport, tokenising, hand-over; holds up no step
    double leastSecondsPerStep = 0.0;
    double mostSecondsPerStep = 0.0;
    std::string_view basis;
};

inline constexpr std::string_view kDefaultEngineProfile = "vllm-0.15";

/// All profiles, oldest engine first.
[[nodiscard]] std::span<const EngineProfile> engineProfiles();
/// The profile of that key; the default for an empty one. UnknownName with the known keys in the hint.
[[nodiscard]] model::Result<const EngineProfile*> findEngineProfile(std::string_view key);
/// secondsPerStep as a figure, marked as an assumption.
[[nodiscard]] model::Figure figureOf(const EngineProfile& profile);
/// secondsPerRequest as a figure, marked as an assumption.
[[nodiscard]] model::Figure requestFigureOf(const EngineProfile& profile);

} // namespace wherewithal::simulator
