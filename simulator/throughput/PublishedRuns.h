// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/explain/Figure.h"
#include "model/hardware/Accelerator.h"

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace wherewithal::simulator {

/// A published serving measurement: what stands beside a prediction, so that a reader can judge it. None of
/// them enters a prediction.
struct PublishedRun
{
    std::string_view model;
    double parameters = 0.0;      ///< total
    double active = 0.0;          ///< per token
    std::string_view accelerator; ///< id of the catalogue
    int devices = 0;
    model::Precision precision{};
    double inputTokens = 0.0; ///< 0: not published
    double outputTokens = 0.0;
    double outputTokensPerSecond = 0.0; ///< all devices, requests waiting without end
    std::string_view engine;
    std::string_view url;
    std::string_view date;

    [[nodiscard]] model::Source source() const;
};

[[nodiscard]] std::span<const PublishedRun> publishedRuns();

/// What a prediction is about.
struct RunLikeness
{
    double parameters = 0.0;
    double active = 0.0;
    std::string_view accelerator;
    int devices = 1;
    model::Precision precision{};
    double inputTokens = 0.0;
    double outputTokens = 0.0;
};

/// Whether a run is the very case: same device, number of devices and precision, parameters within 2 % and
/// lengths within a quarter.
[[nodiscard]] bool isLikeForLike(const PublishedRun& run, const RunLikeness& wanted);

/// The nearest runs, best first: by ratios of parameters, lengths and devices on the log scale, and a fixed
/// step for another device or precision. Ties keep the order of the table.
/// @assumption the weights of the distance
[[nodiscard]] std::vector<const PublishedRun*> nearestRuns(const RunLikeness& wanted, std::size_t count);

} // namespace wherewithal::simulator
