// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

/// Queues in steady state. Times are seconds, rates are per second.
namespace wherewithal::simulator {

/// Probability that an arrival finds all servers busy and is lost (M/M/c/c). `servers` >= 0, `offered` =
/// arrivals x mean service time, in erlangs, >= 0. Recursion over the servers: no factorials, no overflow.
[[nodiscard]] double erlangB(int servers, double offered);
/// The same by the series of 1/B, which ends after a few standard deviations of the load: for thousands of
/// servers. Beyond a million, below full load, by the limit of Halfin and Whitt, within 1 % wherever
/// one arrival in a thousand waits.
[[nodiscard]] double erlangBFast(int servers, double offered);
/// Probability that an arrival must wait (M/M/c); 1 from full load on.
[[nodiscard]] double erlangC(int servers, double offered);

/// Arrivals and service of one pool. Squared coefficients of variation: 1 is Poisson, exponential; 0 is
/// constant.
struct Queue
{
    double arrivalsPerSecond = 0.0;
    double serviceSeconds = 1.0; ///< mean
    int servers = 1;
    double arrivalVariation = 1.0;
    double serviceVariation = 1.0;

    [[nodiscard]] double offered() const { return arrivalsPerSecond * serviceSeconds; }
    [[nodiscard]] double utilisation() const { return offered() / servers; }
};

/// Mean wait before service; infinite from full load on.
///
/// Exact for M/M/m and M/G/1 (Pollaczek-Khinchine). Poisson arrivals, m > 1: interpolation between M/D/m
/// (Cosmetatos) and M/M/m, beyond it the Allen-Cunneen factor. Other arrivals: W. Whitt, Approximations for
/// the GI/G/m queue (1993).
[[nodiscard]] double meanWaitSeconds(const Queue& queue);
/// P(wait > t): Erlang C at 0, exponential with the mean above. Exact for M/M/m.
[[nodiscard]] double waitTail(const Queue& queue, double seconds);
/// Wait that is not exceeded with probability p in (0, 1).
[[nodiscard]] double waitQuantileSeconds(const Queue& queue, double p);

/// P(wait + service > t) in M/M/m, closed form (variations are ignored).
[[nodiscard]] double responseTailMarkov(const Queue& queue, double seconds);

/// A service time of mean 1 as points of equal probability; turns a tail into a mean over points.
class ServiceShape
{
public:
    static constexpr int kPoints = 32;

    /// Gamma distributed with this squared coefficient of variation: 0 constant, 1 exponential.
    explicit ServiceShape(double variation);

    [[nodiscard]] bool isExponential() const { return m_isExponential; }
    [[nodiscard]] const std::array<double, kPoints>& points() const { return m_points; }
    /// Service time not exceeded with probability p, in means.
    [[nodiscard]] double quantile(double p) const;

    /// The variation whose 95th percentile over mean is that ratio, in [0, 4]: 0 from a ratio of 1 down.
    [[nodiscard]] static double variationOf(double p95OverMean);

private:
    bool m_isExponential = false;
    double m_variation = 1.0;
    std::array<double, kPoints> m_points{};
};

/// What decides about a pool, from one computation of the wait.
struct QueueVerdict
{
    double meanWaitSeconds = 0.0;
    double waitTail = 0.0;     ///< P(wait > waitLimitSeconds)
    double responseTail = 0.0; ///< P(wait + service > responseLimitSeconds)
};

/// Mean wait, waitTail() and responseTail() together; below full load only. Infinite limits give tails of 0.
[[nodiscard]] QueueVerdict queueVerdict(const Queue& queue,
                                        const ServiceShape& shape,
                                        double waitLimitSeconds,
                                        double responseLimitSeconds);

/// P(wait + service > t). Exact for M/M/m; otherwise wait and service are taken as independent, service as
/// gamma.
[[nodiscard]] double responseTail(const Queue& queue, const ServiceShape& shape, double seconds);
/// Response time not exceeded with probability p in (0, 1); infinite from full load on.
[[nodiscard]] double responseQuantileSeconds(const Queue& queue, const ServiceShape& shape, double p);

/// Halfin-Whitt: the share of arrivals that wait with a + beta sqrt(a) servers.
[[nodiscard]] double halfinWhittDelay(double beta);

} // namespace wherewithal::simulator
