// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/Result.h"
#include "model/workload/Workload.h"
#include "simulator/throughput/Calibration.h"

#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace wherewithal::app::cli {

/// Whether a measured point says at which load it was taken.
enum class PointLoad
{
    Stated,   ///< KIND@LOAD=VALUE: requests in flight, or requests a second
    OfTheRun, ///< KIND=VALUE: the load of the replayed requests
};

/// Measured points as typed, e.g. `tokens-per-second@64=2500` or `time-per-token@3.5=0.021`.
///
/// InvalidSyntax or UnknownName, naming the point and what is expected.
[[nodiscard]] model::Result<std::vector<model::CalibrationPoint>>
readMeasuredPoints(const std::vector<std::string>& texts, PointLoad load);

/// The values of the points, in their order.
[[nodiscard]] std::vector<double> measuredValues(std::span<const model::CalibrationPoint> points);

/// What a calibration was made of and what it changed.
struct CalibrationReport
{
    std::string device;
    std::string engineProfile;
    std::string date; ///< YYYY-MM-DD; empty: unknown
    std::vector<model::CalibrationPoint> points;
    std::vector<double> before; ///< predictions with the standard constants, in the order of the points
    std::vector<double> after;
    simulator::CalibrationFit fit;
};

[[nodiscard]] nlohmann::ordered_json calibrationJson(const CalibrationReport& report);
/// What the diagnostics say if the points cannot be believed.
[[nodiscard]] std::optional<model::Error> doubtAbout(const CalibrationReport& report);
/// A line for each point and one for the fit.
[[nodiscard]] std::string calibrationText(const CalibrationReport& report);

} // namespace wherewithal::app::cli
