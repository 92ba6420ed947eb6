// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/CalibrationArgument.h"

#include <nlohmann/json.hpp>

#include <array>
#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <optional>
#include <string_view>

namespace wherewithal::app::cli {

using model::CalibrationPoint;
using model::ErrorCode;
using model::failure;
using model::Result;
using Kind = CalibrationPoint::Kind;

namespace {

constexpr std::array kKinds{Kind::Throughput, Kind::FirstToken, Kind::TimePerToken};
constexpr std::string_view kOption = "--measured";

std::string expected(PointLoad load)
{
    return load == PointLoad::Stated
               ? "tokens-per-second@REQUESTS-IN-FLIGHT=VALUE, first-token@REQUESTS-A-SECOND=SECONDS or "
                 "time-per-token@REQUESTS-A-SECOND=SECONDS"
               : "tokens-per-second=VALUE, first-token=SECONDS or time-per-token=SECONDS, means over the "
                 "replayed requests";
}

std::optional<double> positive(std::string_view text)
{
    double value = 0.0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool isWhole = code == std::errc{} && end == text.data() + text.size();
    return isWhole && std::isfinite(value) && value > 0.0 ? std::optional(value) : std::nullopt;
}

Result<CalibrationPoint> readPoint(std::string_view text, PointLoad load)
{
    const auto wrong = [&](std::string_view what) {
        return failure(ErrorCode::InvalidSyntax,
                       std::string(kOption),
                       fmt::format("'{}': {}", text, what),
                       fmt::format("write {}", expected(load)));
    };
    const std::size_t equals = text.find('=');
    if (equals == std::string_view::npos) {
        return wrong("no measured value");
    }
    const std::string_view left = text.substr(0, equals);
    const std::size_t at = left.find('@');
    if ((at != std::string_view::npos) != (load == PointLoad::Stated)) {
        return wrong(load == PointLoad::Stated ? "no load that it was measured at"
                                               : "the load is that of the requests");
    }
    const std::string_view kind = left.substr(0, at);
    CalibrationPoint point;
    bool isKnown = false;
    for (const Kind candidate : kKinds) {
        if (model::name(candidate) == kind) {
            point.kind = candidate;
            isKnown = true;
        }
    }
    if (!isKnown) {
        return failure(ErrorCode::UnknownName,
                       std::string(kOption),
                       fmt::format("'{}' is nothing that is measured", kind),
                       fmt::format("write {}", expected(load)));
    }
    const auto value = positive(text.substr(equals + 1));
    const auto where = load == PointLoad::Stated ? positive(left.substr(at + 1)) : std::optional(1.0);
    if (!value || !where) {
        return wrong(!value ? "the value is no positive number" : "the load is no positive number");
    }
    point.at = *where;
    point.measured = *value;
    return point;
}

double offBy(double predicted, double measured)
{
    return predicted / measured - 1.0;
}

} // namespace

Result<std::vector<CalibrationPoint>> readMeasuredPoints(const std::vector<std::string>& texts,
                                                         PointLoad load)
{
    std::vector<CalibrationPoint> points;
    for (const std::string& text : texts) {
        const auto point = readPoint(text, load);
        if (!point) {
            return failure(point.error());
        }
        points.push_back(*point);
    }
    return points;
}

std::vector<double> measuredValues(std::span<const CalibrationPoint> points)
{
    std::vector<double> values;
    for (const CalibrationPoint& point : points) {
        values.push_back(point.measured);
    }
    return values;
}

nlohmann::ordered_json calibrationJson(const CalibrationReport& report)
{
    using Json = nlohmann::ordered_json;
    Json points = Json::array();
    for (std::size_t i = 0; i < report.points.size(); ++i) {
        points.push_back({{"kind", model::name(report.points[i].kind)},
                          {"at", report.points[i].at},
                          {"measured", report.points[i].measured},
                          {"predicted_before", report.before[i]},
                          {"predicted_after", report.after[i]}});
    }
    const simulator::LlmTuning& tuning = report.fit.tuning;
    return {{"device", report.device},
            {"engine_profile", report.engineProfile},
            {"date", report.date.empty() ? Json() : Json(report.date)},
            {"origin", "command line"},
            {"points", std::move(points)},
            {"error_before_rms_log", report.fit.errorBefore},
            {"error_after_rms_log", report.fit.errorAfter},
            {"compute_factor", tuning.computeFactor},
            {"bandwidth_factor", tuning.bandwidthFactor},
            {"step_overhead_s", tuning.secondsPerStep ? Json(*tuning.secondsPerStep) : Json()},
            {"iterations", report.fit.iterations},
            {"converged", report.fit.isConverged},
            {"plausible", simulator::isPlausible(report.fit)}};
}

std::optional<model::Error> doubtAbout(const CalibrationReport& report)
{
    if (simulator::isPlausible(report.fit)) {
        return std::nullopt;
    }
    return model::Error{
        .code = ErrorCode::Inconsistent,
        .where = std::string(kOption),
        .message = fmt::format("model and measurement do not agree: arithmetic x {:.2f}, bandwidth x {:.2f}, "
                               "still {:.0f} % off",
                               report.fit.tuning.computeFactor,
                               report.fit.tuning.bandwidthFactor,
                               100.0 * report.fit.errorAfter),
        .hint =
            "check units, model, precision, number of devices and load; the calibrated figures are not to "
            "be trusted"};
}

std::string calibrationText(const CalibrationReport& report)
{
    std::string text;
    for (std::size_t i = 0; i < report.points.size(); ++i) {
        const CalibrationPoint& point = report.points[i];
        text += fmt::format("{} {:.6g}: predicted {:.6g} ({:+.1f} %), calibrated {:.6g} ({:+.1f} %)\n",
                            model::name(point.kind),
                            point.measured,
                            report.before[i],
                            100.0 * offBy(report.before[i], point.measured),
                            report.after[i],
                            100.0 * offBy(report.after[i], point.measured));
    }
    const simulator::LlmTuning& tuning = report.fit.tuning;
    text += fmt::format(
        "calibration of {} with {}{}: error {:.1f} % before, {:.1f} % after; arithmetic x {:.3f}, "
        "bandwidth x {:.3f}, {:.2f} ms per step\n",
        report.device,
        report.engineProfile,
        report.date.empty() ? "" : " on " + report.date,
        100.0 * report.fit.errorBefore,
        100.0 * report.fit.errorAfter,
        tuning.computeFactor,
        tuning.bandwidthFactor,
        1e3 * tuning.secondsPerStep.value_or(0.0));
    return text;
}

} // namespace wherewithal::app::cli
