// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/scaling/Queueing.h"

#include <algorithm>
#include <boost/math/distributions/gamma.hpp>
#include <cassert>
#include <cmath>
#include <limits>
#include <numbers>

namespace wherewithal::simulator {

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

double erlangCFromB(double b, double utilisation)
{
    return b / (1.0 - utilisation * (1.0 - b));
}

double markovWait(const Queue& queue, double delayed)
{
    return delayed * queue.serviceSeconds / (queue.servers * (1.0 - queue.utilisation()));
}

/// The corner factors of Whitt (1993): f1 belongs to M/D/m, f3 to D/M/m.
struct CornerFactors
{
    double f1 = 1.0;
    double f3 = 1.0;
};

CornerFactors cornerFactors(double rho, int servers)
{
    const double m = servers;
    const double g =
        std::min(0.24, (1.0 - rho) * (m - 1.0) * (std::sqrt(4.0 + 5.0 * m) - 2.0) / (16.0 * m * rho));
    return {.f1 = 1.0 + g, .f3 = (1.0 - 4.0 * g) * std::exp(-2.0 * (1.0 - rho) / (3.0 * rho))};
}

double whittFactor(double rho, int servers, double ca2, double cs2)
{
    const double c2 = 0.5 * (ca2 + cs2);
    if (c2 <= 0.0) {
        return 0.0;
    }
    const auto [f1, f3] = cornerFactors(rho, servers);
    const double f4 = std::min(1.0, 0.5 * (f1 + f3));
    const double psi = c2 >= 1.0 ? 1.0 : std::pow(f4, 2.0 * (1.0 - c2));
    const double f =
        ca2 >= cs2 ? 4.0 * (ca2 - cs2) / (4.0 * ca2 - 3.0 * cs2) * f1 + cs2 / (4.0 * ca2 - 3.0 * cs2) * psi
                   : (cs2 - ca2) / (2.0 * (ca2 + cs2)) * f3 + (cs2 + 3.0 * ca2) / (2.0 * (ca2 + cs2)) * psi;
    return f * c2;
}

/// Mean wait as a multiple of that of M/M/m.
double waitFactor(const Queue& queue)
{
    const double cs2 = queue.serviceVariation;
    if (queue.arrivalVariation == 1.0) {
        if (cs2 == 1.0) {
            return 1.0;
        }
        if (queue.servers == 1 || cs2 > 1.0) {
            return 0.5 * (1.0 + cs2);
        }
        return cs2 + (1.0 - cs2) * 0.5 * cornerFactors(queue.utilisation(), queue.servers).f1;
    }
    return whittFactor(queue.utilisation(), queue.servers, queue.arrivalVariation, cs2);
}

/// What the tails need, computed once per queue.
struct Wait
{
    double delayed = 0.0; ///< P(W > 0)
    double rate = 0.0;    ///< P(W > t) = delayed x exp(-rate t)
    double mean = 0.0;
};

Wait waitOf(const Queue& queue)
{
    if (queue.arrivalsPerSecond <= 0.0) {
        return {};
    }
    const double delayed = erlangCFromB(erlangBFast(queue.servers, queue.offered()), queue.utilisation());
    const double mean = markovWait(queue, delayed) * waitFactor(queue);
    return {.delayed = delayed, .rate = mean > 0.0 ? delayed / mean : kInfinity, .mean = mean};
}

double tailOf(const Wait& wait, double seconds)
{
    if (seconds < 0.0) {
        return 1.0;
    }
    return wait.mean > 0.0 ? wait.delayed * std::exp(-wait.rate * seconds) : 0.0;
}

/// Sum of a wait (atom at zero, then exponential at rate theta) and an exponential service at rate mu.
double exponentialTail(double delayed, double theta, double mu, double t)
{
    const double served = (1.0 - delayed) * std::exp(-mu * t);
    const double gap = theta - mu;
    if (std::abs(gap) <= 1e-9 * mu) {
        return served + delayed * (1.0 + mu * t) * std::exp(-mu * t);
    }
    return served + delayed * (theta * std::exp(-mu * t) - mu * std::exp(-theta * t)) / gap;
}

double tailOfResponse(const Wait& wait, const Queue& queue, const ServiceShape& shape, double seconds)
{
    if (shape.isExponential()) {
        return wait.mean > 0.0 ? exponentialTail(wait.delayed, wait.rate, 1.0 / queue.serviceSeconds, seconds)
                               : std::exp(-seconds / queue.serviceSeconds);
    }
    double sum = 0.0;
    for (const double point : shape.points()) {
        sum += tailOf(wait, seconds - point * queue.serviceSeconds);
    }
    return sum / ServiceShape::kPoints;
}

/// Quantile of the gamma distribution of mean 1 and that squared coefficient of variation.
double gammaQuantile(double variation, double p)
{
    constexpr double kConstantBelow = 1e-6;
    if (variation < kConstantBelow) {
        return 1.0;
    }
    if (variation == 1.0) {
        return -std::log1p(-p);
    }
    return boost::math::quantile(boost::math::gamma_distribution<double>(1.0 / variation, variation), p);
}

} // namespace

double erlangB(int servers, double offered)
{
    assert(servers >= 0 && offered >= 0.0);
    double b = 1.0;
    for (int k = 1; k <= servers; ++k) {
        b = offered * b / (k + offered * b);
    }
    return b;
}

double erlangBFast(int servers, double offered)
{
    constexpr int kFew = 64;
    constexpr int kSeriesServers = 1'000'000;
    if (servers <= kFew || offered <= 0.0) {
        return erlangB(servers, offered);
    }
    if (servers > kSeriesServers && offered < servers) {
        const double rho = offered / servers;
        const double delayed = halfinWhittDelay((servers - offered) / std::sqrt(offered));
        return delayed * (1.0 - rho) / (1.0 - rho * delayed);
    }
    // 1/B = sum over j of c (c-1) .. (c-j+1) / a^j: the terms grow while c - j > a, then fall quickly.
    constexpr double kNegligible = 1e-18;
    constexpr double kHuge = 1e290;
    double term = 1.0;
    double sum = 1.0;
    double unit = 1.0; // of 1/sum
    for (int j = 0; j < servers; ++j) {
        const double ratio = (servers - j) / offered;
        term *= ratio;
        sum += term;
        if (sum > kHuge) {
            if (unit < 1.0) {
                return 0.0; // less than the smallest number
            }
            unit = 1.0 / kHuge;
            term *= unit;
            sum *= unit;
        }
        if (ratio < 1.0 && term < kNegligible * sum) {
            break;
        }
    }
    return unit / sum;
}

double erlangC(int servers, double offered)
{
    assert(servers >= 1);
    return offered >= servers ? 1.0 : erlangCFromB(erlangB(servers, offered), offered / servers);
}

double meanWaitSeconds(const Queue& queue)
{
    return queue.utilisation() >= 1.0 ? kInfinity : waitOf(queue).mean;
}

double waitTail(const Queue& queue, double seconds)
{
    return queue.utilisation() >= 1.0 ? 1.0 : tailOf(waitOf(queue), seconds);
}

double waitQuantileSeconds(const Queue& queue, double p)
{
    assert(p > 0.0 && p < 1.0);
    if (queue.utilisation() >= 1.0) {
        return kInfinity;
    }
    const Wait wait = waitOf(queue);
    return wait.mean > 0.0 && wait.delayed > 1.0 - p ? std::log(wait.delayed / (1.0 - p)) / wait.rate : 0.0;
}

double responseTailMarkov(const Queue& queue, double seconds)
{
    const double mu = 1.0 / queue.serviceSeconds;
    const double theta = queue.servers * mu - queue.arrivalsPerSecond;
    return theta <= 0.0 ? 1.0 : exponentialTail(erlangC(queue.servers, queue.offered()), theta, mu, seconds);
}

ServiceShape::ServiceShape(double variation)
    : m_isExponential(variation == 1.0)
    , m_variation(std::max(0.0, variation))
{
    double sum = 0.0;
    for (std::size_t i = 0; i < m_points.size(); ++i) {
        m_points[i] = m_isExponential ? 0.0 : quantile((static_cast<double>(i) + 0.5) / kPoints);
        sum += m_points[i];
    }
    // Midpoints cut the tail off: keep the mean exact.
    for (double& point : m_points) {
        point *= sum > 0.0 ? kPoints / sum : 0.0;
    }
}

double ServiceShape::quantile(double p) const
{
    return gammaQuantile(m_variation, p);
}

double ServiceShape::variationOf(double p95OverMean)
{
    constexpr double kMost = 4.0;
    constexpr int kHalvings = 50;
    double low = 0.0;
    double high = kMost;
    for (int i = 0; i < kHalvings; ++i) {
        const double middle = 0.5 * (low + high);
        (gammaQuantile(middle, 0.95) <= p95OverMean ? low : high) = middle;
    }
    return p95OverMean <= 1.0 ? 0.0 : 0.5 * (low + high);
}

QueueVerdict queueVerdict(const Queue& queue,
                          const ServiceShape& shape,
                          double waitLimitSeconds,
                          double responseLimitSeconds)
{
    assert(queue.utilisation() < 1.0);
    const Wait wait = waitOf(queue);
    return {.meanWaitSeconds = wait.mean,
            .waitTail = std::isinf(waitLimitSeconds) ? 0.0 : tailOf(wait, waitLimitSeconds),
            .responseTail = std::isinf(responseLimitSeconds)
                                ? 0.0
                                : tailOfResponse(wait, queue, shape, responseLimitSeconds)};
}

double responseTail(const Queue& queue, const ServiceShape& shape, double seconds)
{
    return queue.utilisation() >= 1.0 ? 1.0 : tailOfResponse(waitOf(queue), queue, shape, seconds);
}

double responseQuantileSeconds(const Queue& queue, const ServiceShape& shape, double p)
{
    assert(p > 0.0 && p < 1.0);
    if (queue.utilisation() >= 1.0) {
        return kInfinity;
    }
    const Wait wait = waitOf(queue);
    const double unhindered = shape.quantile(p) * queue.serviceSeconds;
    if (wait.mean <= 0.0) {
        return unhindered;
    }
    // The response is at least the service and at most both quantiles that leave half of 1 - p each.
    double low = 0.0;
    double high = shape.quantile(0.5 * (1.0 + p)) * queue.serviceSeconds * 1.5
                  + std::max(0.0, std::log(2.0 * wait.delayed / (1.0 - p))) / wait.rate;
    while (tailOfResponse(wait, queue, shape, high) > 1.0 - p) {
        high *= 2.0;
    }
    constexpr int kSteps = 60;
    constexpr double kRelative = 1e-13;
    for (int i = 0; i < kSteps && high - low > kRelative * high; ++i) {
        const double middle = 0.5 * (low + high);
        (tailOfResponse(wait, queue, shape, middle) > 1.0 - p ? low : high) = middle;
    }
    // The points cut the far tail of the service off; a response is never shorter than its service.
    return std::max(0.5 * (low + high), shape.isExponential() ? 0.0 : unhindered);
}

double halfinWhittDelay(double beta)
{
    const double density = std::exp(-0.5 * beta * beta) / std::sqrt(2.0 * std::numbers::pi);
    const double distribution = 0.5 * std::erfc(-beta / std::numbers::sqrt2);
    return 1.0 / (1.0 + beta * distribution / density);
}

} // namespace wherewithal::simulator
