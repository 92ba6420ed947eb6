// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/Result.h"
#include "simulator/throughput/LlmReplica.h"

#include <functional>
#include <span>
#include <vector>

namespace wherewithal::simulator {

/// What a few measured points say about a device with an engine. Keep it with the device's id, the profile's
/// key and the day of the measurements.
struct CalibrationFit
{
    LlmTuning tuning;
    double errorBefore = 0.0; ///< root mean square of ln(predicted / measured), standard constants
    double errorAfter = 0.0;  ///< the same with the tuning
    int iterations = 0;
    bool isConverged = false;
};

/// Predicts every measured point under a tuning, in their order: tokens per second, a time to first token, a
/// step ...
using Predict = std::function<model::Result<std::vector<double>>(const LlmTuning&)>;

/// Least squares on the log error with priors: the standard constants hold to 20 % (on the log scale), a
/// measurement to 5 %. Below four points one factor serves arithmetic and bandwidth, from four on each has
/// its own; the step overhead may move by a quarter of its profile's range at one standard deviation.
///
/// MissingField without points, OutOfRange for one that is not positive, and whatever `predict` fails with.
/// @assumption the widths of the priors
[[nodiscard]] model::Result<CalibrationFit>
calibrate(std::span<const double> measured, const EngineProfile& profile, const Predict& predict);

} // namespace wherewithal::simulator
