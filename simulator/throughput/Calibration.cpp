// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/throughput/Calibration.h"

#include <Eigen/Dense>

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace wherewithal::simulator {

using model::ErrorCode;
using model::failure;
using model::Result;

namespace {

constexpr double kFactorPrior = 0.2;       // standard deviation of ln factor
constexpr double kMeasurementError = 0.05; // standard deviation of ln measurement

/// Parameters: step overhead in prior deviations, then ln factors in prior deviations.
class Problem
{
public:
    Problem(std::span<const double> measured, const EngineProfile& profile, const Predict& predict)
        : m_measured(measured)
        , m_predict(predict)
        , m_overhead(profile.secondsPerStep)
        , m_overheadPrior(std::max(0.25 * (profile.mostSecondsPerStep - profile.leastSecondsPerStep), 1e-5))
        , m_hasTwoFactors(measured.size() >= 4)
    {}

    [[nodiscard]] Eigen::Index parameterCount() const { return m_hasTwoFactors ? 3 : 2; }

    [[nodiscard]] LlmTuning tuning(const Eigen::VectorXd& p) const
    {
        return {.computeFactor = std::exp(kFactorPrior * p[1]),
                .bandwidthFactor = std::exp(kFactorPrior * p[m_hasTwoFactors ? 2 : 1]),
                .secondsPerStep = std::max(0.0, m_overhead + m_overheadPrior * p[0])};
    }

    /// Weighted residuals of the measurements, then of the priors.
    [[nodiscard]] Result<Eigen::VectorXd> residuals(const Eigen::VectorXd& p) const
    {
        const auto predicted = m_predict(tuning(p));
        if (!predicted) {
            return failure(predicted.error());
        }
        const auto points = static_cast<Eigen::Index>(m_measured.size());
        Eigen::VectorXd result(points + p.size());
        for (Eigen::Index i = 0; i < points; ++i) {
            const auto at = static_cast<std::size_t>(i);
            result[i] = std::log((*predicted)[at] / m_measured[at]) / kMeasurementError;
        }
        result.tail(p.size()) = p;
        return result;
    }

    [[nodiscard]] double rootMeanSquare(const Eigen::VectorXd& residuals) const
    {
        const auto points = static_cast<Eigen::Index>(m_measured.size());
        return kMeasurementError
               * std::sqrt(residuals.head(points).squaredNorm() / static_cast<double>(points));
    }

private:
    std::span<const double> m_measured;
    const Predict& m_predict;
    double m_overhead;
    double m_overheadPrior;
    bool m_hasTwoFactors;
};

Result<Eigen::MatrixXd> slopes(const Problem& problem, const Eigen::VectorXd& p, const Eigen::VectorXd& at)
{
    constexpr double kStep = 1e-4;
    Eigen::MatrixXd result(at.size(), p.size());
    for (Eigen::Index i = 0; i < p.size(); ++i) {
        Eigen::VectorXd moved = p;
        moved[i] += kStep;
        const auto residuals = problem.residuals(moved);
        if (!residuals) {
            return failure(residuals.error());
        }
        result.col(i) = (*residuals - at) / kStep;
    }
    return result;
}

} // namespace

Result<CalibrationFit>
calibrate(std::span<const double> measured, const EngineProfile& profile, const Predict& predict)
{
    if (measured.empty()) {
        return failure(ErrorCode::MissingField,
                       "points",
                       "a calibration needs at least one measured point",
                       "enter a throughput or a latency");
    }
    for (const double point : measured) {
        if (!(point > 0.0) || !std::isfinite(point)) {
            return failure(
                ErrorCode::OutOfRange, "points", fmt::format("the measured value {} is not positive", point));
        }
    }
    const Problem problem(measured, profile, predict);
    Eigen::VectorXd p = Eigen::VectorXd::Zero(problem.parameterCount());
    auto residuals = problem.residuals(p);
    if (!residuals) {
        return failure(residuals.error());
    }
    CalibrationFit fit{.errorBefore = problem.rootMeanSquare(*residuals)};
    constexpr int kMostIterations = 60;
    constexpr double kEnough = 1e-6;
    double damping = 1e-3;
    while (fit.iterations < kMostIterations && !fit.isConverged) {
        ++fit.iterations;
        const auto jacobian = slopes(problem, p, *residuals);
        if (!jacobian) {
            return failure(jacobian.error());
        }
        const Eigen::MatrixXd normal = jacobian->transpose() * *jacobian;
        const Eigen::MatrixXd damped = normal + damping * Eigen::MatrixXd(normal.diagonal().asDiagonal());
        const Eigen::VectorXd gradient = jacobian->transpose() * *residuals;
        const Eigen::VectorXd step = damped.ldlt().solve(gradient);
        const Eigen::VectorXd next = p - step;
        auto tried = problem.residuals(next);
        if (!tried) {
            return failure(tried.error());
        }
        if (tried->squaredNorm() <= residuals->squaredNorm()) {
            fit.isConverged = step.norm() < kEnough;
            p = next;
            residuals = std::move(tried);
            damping = std::max(damping * 0.2, 1e-9);
        } else {
            damping *= 10.0;
            fit.isConverged = damping > 1e12; // no direction is better
        }
    }
    fit.tuning = problem.tuning(p);
    fit.errorAfter = problem.rootMeanSquare(*residuals);
    return fit;
}

bool isPlausible(const CalibrationFit& fit)
{
    constexpr double kMostResidual = 0.15;
    const auto isNear = [](double factor) {
        return std::abs(std::log(factor)) <= 2.0 * kFactorPrior;
    };
    return fit.errorAfter <= kMostResidual && isNear(fit.tuning.computeFactor)
           && isNear(fit.tuning.bandwidthFactor);
}

const model::Calibration* keptCalibration(const model::LlmServing& serving, const model::Accelerator* device)
{
    const auto engine = [](const std::string& key) {
        return key.empty() ? kDefaultEngineProfile : std::string_view(key);
    };
    const auto found = std::ranges::find_if(serving.calibrations, [&](const model::Calibration& kept) {
        return device != nullptr && kept.device == device->id
               && engine(kept.engineProfile) == engine(serving.engineProfile);
    });
    return found == serving.calibrations.end() ? nullptr : &*found;
}

LlmTuning keptTuning(const model::LlmServing& serving, const model::Accelerator* device)
{
    const model::Calibration* kept = keptCalibration(serving, device);
    return kept == nullptr ? LlmTuning{}
                           : LlmTuning{.computeFactor = kept->computeFactor,
                                       .bandwidthFactor = kept->bandwidthFactor,
                                       .secondsPerStep = kept->secondsPerStep};
}

double predictPoint(const LlmReplica<double>& replica,
                    const LlmLengths<double>& lengths,
                    const model::CalibrationPoint& point)
{
    using Kind = model::CalibrationPoint::Kind;
    if (point.kind == Kind::Throughput) {
        return saturatedPoint(replica, lengths, std::min(point.at, replica.batchCap)).requestsPerSecond
               * lengths.output;
    }
    const auto below = pointAtRate(replica, lengths, point.at);
    const LlmPoint<double> reached = below ? *below : saturatedPoint(replica, lengths, replica.batchCap);
    return point.kind == Kind::FirstToken ? reached.timeToFirstToken : reached.timePerToken;
}

Result<std::vector<double>> predictPoints(const model::LlmServing& serving,
                                          const HostShape& host,
                                          const model::Assumptions& assumptions,
                                          std::span<const model::CalibrationPoint> points,
                                          const LlmTuning& tuning)
{
    const ThroughputDraw draw{.inputTokens = serving.inputTokens.median(),
                              .outputTokens = serving.outputTokens.median()};
    const auto lengths = lengthsOf<double>(serving, draw);
    const auto replica = placeLlm<double>(
        {.serving = &serving, .host = host, .tensorParallel = serving.tensorParallel, .tuning = tuning},
        assumptions,
        lengths);
    if (!replica) {
        return failure(replica.error());
    }
    std::vector<double> predicted;
    for (const model::CalibrationPoint& point : points) {
        if (!(point.at > 0.0) || !std::isfinite(point.at)) {
            return failure(ErrorCode::OutOfRange,
                           "points",
                           fmt::format("{} requests are no load to measure at", point.at),
                           "enter the requests in flight, or the requests a second");
        }
        predicted.push_back(predictPoint(*replica, lengths, point));
    }
    return predicted;
}

Result<model::Calibration> calibrationOf(const model::LlmServing& serving,
                                         const HostShape& host,
                                         const model::Assumptions& assumptions,
                                         std::span<const model::CalibrationPoint> points)
{
    const auto profile = findEngineProfile(serving.engineProfile);
    if (!profile) {
        return failure(profile.error());
    }
    std::vector<double> measured;
    for (const model::CalibrationPoint& point : points) {
        measured.push_back(point.measured);
    }
    const auto fit = calibrate(measured, **profile, [&](const LlmTuning& tuning) {
        return predictPoints(serving, host, assumptions, points, tuning);
    });
    if (!fit) {
        return failure(fit.error());
    }
    return model::Calibration{.device = host.machine->accelerator,
                              .engineProfile = serving.engineProfile,
                              .points = {points.begin(), points.end()},
                              .computeFactor = fit->tuning.computeFactor,
                              .bandwidthFactor = fit->tuning.bandwidthFactor,
                              .secondsPerStep = fit->tuning.secondsPerStep,
                              .errorBefore = fit->errorBefore,
                              .errorAfter = fit->errorAfter};
}

} // namespace wherewithal::simulator
