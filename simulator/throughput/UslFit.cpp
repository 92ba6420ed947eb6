// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/throughput/UslFit.h"

#include <Eigen/Dense>

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace wherewithal::simulator {

using model::ErrorCode;
using model::failure;

namespace {

constexpr int kParameters = 3;
using Vector3 = Eigen::Matrix<double, kParameters, 1>;
using Matrix3 = Eigen::Matrix<double, kParameters, kParameters>;

struct Normal
{
    Matrix3 products = Matrix3::Zero(); // J'J
    Vector3 gradient = Vector3::Zero(); // J'r, r = measured - fitted
    double squares = 0.0;
};

UslCurve curveOf(const Vector3& p)
{
    return {.alpha = p[0], .beta = p[1], .gamma = p[2]};
}

Vector3 projected(const Vector3& p)
{
    return {std::clamp(p[0], 0.0, 1.0), std::clamp(p[1], 0.0, 1.0), std::max(p[2], 0.0)};
}

Normal normalEquations(std::span<const UslPoint> points, const Vector3& p)
{
    Normal normal;
    for (const UslPoint& point : points) {
        const double n = point.load;
        const double denominator = 1.0 + p[0] * (n - 1.0) + p[1] * n * (n - 1.0);
        const double fitted = p[2] * n / denominator;
        const Vector3 slope{
            -fitted * (n - 1.0) / denominator, -fitted * n * (n - 1.0) / denominator, n / denominator};
        const double residual = point.throughput - fitted;
        normal.products += slope * slope.transpose();
        normal.gradient += slope * residual;
        normal.squares += residual * residual;
    }
    return normal;
}

double sumOfSquares(std::span<const UslPoint> points, const Vector3& p)
{
    double sum = 0.0;
    for (const UslPoint& point : points) {
        const double residual = point.throughput - curveOf(p).throughput(point.load);
        sum += residual * residual;
    }
    return sum;
}

/// A parameter that sits at a bound and is pushed outwards takes no part in the step.
Vector3 boundedStep(const Normal& normal, const Vector3& p, double damping)
{
    Matrix3 damped = normal.products;
    Vector3 gradient = normal.gradient;
    for (int i = 0; i < kParameters; ++i) {
        damped(i, i) += damping * std::max(normal.products(i, i), 1e-300);
        const bool isHeld = (p[i] <= 0.0 && gradient[i] < 0.0) || (i < 2 && p[i] >= 1.0 && gradient[i] > 0.0);
        if (isHeld) {
            damped.row(i).setZero();
            damped.col(i).setZero();
            damped(i, i) = 1.0;
            gradient[i] = 0.0;
        }
    }
    return damped.ldlt().solve(gradient);
}

model::Result<void> checkPoints(std::span<const UslPoint> points)
{
    if (points.size() < kParameters) {
        return failure(ErrorCode::MissingField,
                       "points",
                       fmt::format("{} points, at least 3 are needed", points.size()),
                       "measure at more loads; 6 or more are advised");
    }
    double least = points.front().load;
    double most = least;
    for (const UslPoint& point : points) {
        if (!(point.load > 0.0) || !(point.throughput > 0.0) || !std::isfinite(point.load)
            || !std::isfinite(point.throughput)) {
            return failure(ErrorCode::OutOfRange,
                           "points",
                           fmt::format("load {} with throughput {}: both must be positive",
                                       point.load,
                                       point.throughput));
        }
        least = std::min(least, point.load);
        most = std::max(most, point.load);
    }
    if (least == most) {
        return failure(ErrorCode::Inconsistent,
                       "points",
                       fmt::format("all points have the load {}", least),
                       "measure at different loads");
    }
    return {};
}

void addErrors(UslFit& fit, const Normal& normal, std::size_t count)
{
    fit.degreesOfFreedom = static_cast<int>(count) - kParameters;
    fit.hasFewPoints = count < 6;
    if (fit.degreesOfFreedom < 1) {
        return;
    }
    const double variance = normal.squares / fit.degreesOfFreedom;
    fit.residualError = std::sqrt(variance);
    const Eigen::FullPivLU<Matrix3> factors(normal.products);
    if (factors.isInvertible()) {
        const Matrix3 covariance = variance * factors.inverse();
        fit.alphaError = std::sqrt(std::max(covariance(0, 0), 0.0));
        fit.betaError = std::sqrt(std::max(covariance(1, 1), 0.0));
        fit.gammaError = std::sqrt(std::max(covariance(2, 2), 0.0));
    }
}

} // namespace

double UslCurve::throughput(double load) const
{
    return gamma * load / (1.0 + alpha * (load - 1.0) + beta * load * (load - 1.0));
}

std::optional<double> UslCurve::peakLoad() const
{
    return beta > 0.0 ? std::optional(std::sqrt(std::max(1.0 - alpha, 0.0) / beta)) : std::nullopt;
}

std::optional<double> UslCurve::amdahlLimit() const
{
    return alpha > 0.0 ? std::optional(gamma / alpha) : std::nullopt;
}

std::optional<double> UslCurve::optimalLoad() const
{
    return alpha > 0.0 ? std::optional(1.0 / alpha) : std::nullopt;
}

model::Result<UslFit> fitUsl(std::span<const UslPoint> points)
{
    if (const auto checked = checkPoints(points); !checked) {
        return failure(checked.error());
    }
    double rate = 0.0;
    for (const UslPoint& point : points) {
        rate = std::max(rate, point.throughput / point.load);
    }
    Vector3 p{0.01, 1e-4, rate};
    double damping = 1e-3;
    constexpr int kMostIterations = 500;
    constexpr double kRelativeStep = 1e-13;
    UslFit fit;
    Normal normal = normalEquations(points, p);
    while (fit.iterations < kMostIterations && !fit.isConverged) {
        ++fit.iterations;
        const Vector3 next = projected(p + boundedStep(normal, p, damping));
        const double squares = sumOfSquares(points, next);
        if (squares <= normal.squares) {
            const double moved = ((next - p).array().abs() / (p.array().abs() + 1e-12)).maxCoeff();
            p = next;
            normal = normalEquations(points, p);
            damping = std::max(damping * 0.1, 1e-15);
            fit.isConverged = moved < kRelativeStep;
        } else {
            damping *= 10.0;
            fit.isConverged = damping > 1e20; // no direction lowers the sum: the least there is
        }
    }
    fit.curve = curveOf(p);
    addErrors(fit, normal, points.size());
    return fit;
}

} // namespace wherewithal::simulator
