// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/Result.h"

#include <optional>
#include <span>
#include <vector>

namespace wherewithal::simulator {

/// Universal scalability law: X(N) = gamma N / (1 + alpha (N - 1) + beta N (N - 1)).
///
/// @source N. J. Gunther, Guerrilla Capacity Planning, Springer 2007; the R package usl repeats its examples
struct UslCurve
{
    double alpha = 0.0; ///< contention, 0..1
    double beta = 0.0;  ///< coherency, 0..1
    double gamma = 0.0; ///< throughput of one user, per second

    [[nodiscard]] double throughput(double load) const;
    /// Load of the greatest throughput, sqrt((1 - alpha) / beta); nothing if beta is 0.
    [[nodiscard]] std::optional<double> peakLoad() const;
    /// gamma / alpha: what no load exceeds if beta were 0; nothing if alpha is 0.
    [[nodiscard]] std::optional<double> amdahlLimit() const;
    /// Load at which the linear growth would meet the Amdahl limit, 1 / alpha.
    [[nodiscard]] std::optional<double> optimalLoad() const;
};

struct UslPoint
{
    double load = 0.0;
    double throughput = 0.0;
};

struct UslFit
{
    UslCurve curve;
    std::optional<double>
        alphaError; ///< standard errors, from s^2 (J'J)^-1; absent without a degree of freedom
    std::optional<double> betaError;
    std::optional<double> gammaError;
    double residualError = 0.0; ///< s = sqrt(RSS / (n - 3)); 0 if n = 3
    int degreesOfFreedom = 0;
    int iterations = 0;
    bool isConverged = false;
    bool hasFewPoints = false; ///< fewer than 6: the fit bends to noise
};

/// Bounded least squares (0 <= alpha, beta <= 1, gamma >= 0), Levenberg-Marquardt with projection from
/// alpha = 0.01, beta = 1e-4, gamma = max X/N.
///
/// MissingField below 3 points, OutOfRange for a load or throughput that is not positive and finite,
/// Inconsistent if all loads are equal.
[[nodiscard]] model::Result<UslFit> fitUsl(std::span<const UslPoint> points);

} // namespace wherewithal::simulator
