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

/// Whether the points can be believed of this device and model: they are met to 15 %, and no factor is
/// further from 1 than two standard deviations of its prior. If not, something else is wrong: the unit, the
/// model, the number of devices, a saturated client.
[[nodiscard]] bool isPlausible(const CalibrationFit& fit);

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

/// What the workload keeps about this device with its engine; null if there is nothing.
[[nodiscard]] const model::Calibration* keptCalibration(const model::LlmServing& serving,
                                                        const model::Accelerator* device);

/// The tuning of that calibration; the standard one if there is none.
[[nodiscard]] LlmTuning keptTuning(const model::LlmServing& serving, const model::Accelerator* device);

/// What the model says at one point, in its unit, on a replica that is placed. Beyond the stable rate a time
/// is that of the full batch: the finite part of it, without the queue.
[[nodiscard]] double predictPoint(const LlmReplica<double>& replica,
                                  const LlmLengths<double>& lengths,
                                  const model::CalibrationPoint& point);

/// What the model says at each of the points under a tuning, in their order and units. Beyond the stable rate
/// a time is that of the full batch: the finite part of it, without the queue.
///
/// OutOfRange for a point that is not positive, and whatever placing the model fails with.
[[nodiscard]] model::Result<std::vector<double>>
predictPoints(const model::LlmServing& serving,
              const HostShape& host,
              const model::Assumptions& assumptions,
              std::span<const model::CalibrationPoint> points,
              const LlmTuning& tuning);

/// Fits the points and gives what a plan keeps: device, engine profile, factors, error before and after. The
/// date is the caller's.
[[nodiscard]] model::Result<model::Calibration>
calibrationOf(const model::LlmServing& serving,
              const HostShape& host,
              const model::Assumptions& assumptions,
              std::span<const model::CalibrationPoint> points);

} // namespace wherewithal::simulator
