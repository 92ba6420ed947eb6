// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/scaling/Pool.h"

#include <algorithm>
#include <boost/math/tools/toms748_solve.hpp>
#include <cmath>
#include <cstdint>
#include <functional>
#include <limits>
#include <map>
#include <utility>

namespace wherewithal::simulator {

namespace {

constexpr double kTiny = 1e-9; ///< replicas per machine may be 1/3 and the like
constexpr std::size_t kMostThresholds = 4096;
constexpr int kMostMachines = 1'000'000;
constexpr double kExactReplicas = 48.0; ///< every pool up to this size is searched
constexpr double kSizeStep = 1.05;      ///< beyond it, every pool so much bigger than the last

int roundedServers(double servers)
{
    constexpr double kMost = 2e9; // an int holds it
    return std::max(1, static_cast<int>(std::lround(std::min(kMost, servers))));
}

} // namespace

Pool::Pool(const PoolSpec& spec, double greatestRate)
    : m_spec(spec)
    , m_shape(spec.serviceVariation)
    , m_serviceP95(m_shape.quantile(0.95))
{
    const double idle = queueAt(0.0, 1.0).serviceSeconds;
    m_isReachable = !m_spec.responseP95Seconds || m_serviceP95 * idle < *m_spec.responseP95Seconds;
    if (m_spec.waitP95Seconds && *m_spec.waitP95Seconds <= 0.0) {
        m_isReachable = false;
        m_spec.waitP95Seconds.reset();
    }
    if (!m_isReachable) {
        m_spec.responseP95Seconds.reset();
    }
    const double least = m_spec.leastReplicas + m_spec.spareReplicas;
    m_least = std::max(1, static_cast<int>(std::ceil(least / m_spec.replicasPerMachine - kTiny)));
    m_slope = m_spec.mostUtilisation * m_spec.stablePerSecond * m_spec.replicasPerMachine;
    fillThresholds(greatestRate);
}

double Pool::replicas(double machines) const
{
    return std::floor(machines * m_spec.replicasPerMachine + kTiny);
}

Queue Pool::queueAt(double perSecond, double workingReplicas) const
{
    const double loaded = m_spec.servers / m_spec.stablePerSecond;
    const double idle =
        m_spec.idleServiceSeconds > 0.0 ? std::min(m_spec.idleServiceSeconds, loaded) : loaded;
    const double load = std::min(1.0, perSecond / (workingReplicas * m_spec.stablePerSecond));
    return {.arrivalsPerSecond = perSecond,
            .serviceSeconds = idle + (loaded - idle) * load,
            .servers = roundedServers(m_spec.servers * workingReplicas),
            .arrivalVariation = m_spec.arrivalVariation,
            .serviceVariation = m_spec.serviceVariation};
}

bool Pool::holds(double perSecond, double workingReplicas) const
{
    const Queue queue = queueAt(perSecond, workingReplicas);
    if (queue.utilisation() >= 1.0) {
        return false;
    }
    constexpr double kTail = 0.05;
    constexpr double kNone = std::numeric_limits<double>::infinity();
    if (m_spec.responseP95Seconds && m_serviceP95 * queue.serviceSeconds > *m_spec.responseP95Seconds) {
        return false;
    }
    const QueueVerdict verdict = queueVerdict(
        queue, m_shape, m_spec.waitP95Seconds.value_or(kNone), m_spec.responseP95Seconds.value_or(kNone));
    return verdict.meanWaitSeconds <= m_spec.mostWaitShare * queue.serviceSeconds && verdict.waitTail <= kTail
           && verdict.responseTail <= kTail;
}

double Pool::greatestRateOf(double workingReplicas)
{
    if (workingReplicas < 1.0) {
        return 0.0;
    }
    const double cap = m_spec.mostUtilisation * workingReplicas * m_spec.stablePerSecond;
    // Bigger pools wait less at the same utilisation: once the cap binds it binds for all bigger ones.
    m_isLinear = m_isLinear || holds(cap, workingReplicas);
    if (m_isLinear) {
        return cap;
    }
    double low = m_provenUtilisation * workingReplicas * m_spec.stablePerSecond;
    if (!holds(low, workingReplicas)) {
        low = 0.0; // whole servers are rounded: a hair of the last utilisation may be lost
    }
    double high = cap;
    constexpr double kRelative = 1e-9;
    while (high - low > kRelative * cap) {
        const double middle = 0.5 * (low + high);
        (holds(middle, workingReplicas) ? low : high) = middle;
    }
    m_provenUtilisation = low / (workingReplicas * m_spec.stablePerSecond);
    return low;
}

void Pool::fillThresholds(double greatestRate)
{
    double exactReplicas = 0.0;
    for (int machines = m_least; m_thresholds.size() < kMostThresholds; ++machines) {
        const double working = replicas(machines) - m_spec.spareReplicas;
        // Big pools: an exact search every few per cent of size, the utilisation of the last one in between.
        // It only rises with size, so a pool is never taken for more than it sustains.
        const bool isExact = working <= kExactReplicas || working >= exactReplicas * kSizeStep;
        double rate = m_provenUtilisation * working * m_spec.stablePerSecond;
        if (isExact || m_isLinear) {
            rate = greatestRateOf(working);
            exactReplicas = working;
        }
        m_thresholds.push_back(std::max(rate, m_thresholds.empty() ? 0.0 : m_thresholds.back()));
        if (rate >= greatestRate) {
            break;
        }
    }
    if (m_thresholds.back() > 0.0) {
        m_thresholdsPerRate = static_cast<double>(m_thresholds.size() - 1) / m_thresholds.back();
    }
}

double Pool::sustainedPerSecond(double machines) const
{
    if (machines < m_least) {
        return 0.0;
    }
    const auto index = static_cast<std::size_t>(machines) - static_cast<std::size_t>(m_least);
    return index < m_thresholds.size()
               ? m_thresholds[index]
               : m_thresholds.back() + m_slope * static_cast<double>(index + 1 - m_thresholds.size());
}

int Pool::machinesFor(double perSecond) const
{
    if (!(perSecond > 0.0)) {
        return m_least;
    }
    if (perSecond <= m_thresholds.back()) {
        return m_least + static_cast<int>(thresholdAt(perSecond));
    }
    const double more = std::ceil((perSecond - m_thresholds.back()) / m_slope);
    return m_least + static_cast<int>(m_thresholds.size()) - 1
           + static_cast<int>(std::clamp(more, 1.0, 1.0 * kMostMachines));
}

std::size_t Pool::thresholdAt(double perSecond) const
{
    // The thresholds are nearly in a line: a guess and a few steps, else a search.
    constexpr int kMostSteps = 6;
    const std::size_t last = m_thresholds.size() - 1;
    auto at = static_cast<std::size_t>(std::min(static_cast<double>(last), perSecond * m_thresholdsPerRate));
    for (int step = 0; step < kMostSteps; ++step) {
        if (at > 0 && m_thresholds[at - 1] >= perSecond) {
            --at;
        } else if (m_thresholds[at] < perSecond) {
            ++at;
        } else {
            return at;
        }
    }
    return static_cast<std::size_t>(std::ranges::lower_bound(m_thresholds, perSecond) - m_thresholds.begin());
}

LoadCurve::LoadCurve(const model::WeekProfile& profile)
{
    std::map<double, double, std::greater<>> merged;
    for (const double weight : profile.weights) {
        merged[weight] += 1.0;
    }
    for (const auto& [weight, count] : merged) {
        weights.push_back(weight);
        hours.push_back(count);
        heavier.push_back(heavier.empty() ? 0.0 : heavier.back() + hours[hours.size() - 2]);
    }
    heavier.push_back(heavier.back() + hours.back());
}

namespace {

/// Hours of the week in which the arrivals are above `threshold`.
double hoursAbove(const LoadCurve& curve, double peakPerSecond, double threshold)
{
    const auto end = std::ranges::partition_point(
        curve.weights, [&](double weight) { return peakPerSecond * weight > threshold; });
    return curve.heavier[static_cast<std::size_t>(end - curve.weights.begin())];
}

} // namespace

double overflowHours(const Pool& pool, const LoadCurve& curve, double peakPerSecond, int level)
{
    const auto thresholds = pool.thresholds();
    const int least = pool.leastMachines();
    double sum = 0.0;
    const int most = pool.machinesFor(peakPerSecond * curve.weights.front());
    if (most <= level) {
        return 0.0;
    }
    // Machine by machine where those are few, hour by hour where the hours are. Whole hours: the sums are
    // equal.
    constexpr std::size_t kSearchSteps = 8;
    const auto above = static_cast<std::size_t>(most - std::max(level, least));
    if (most - least < static_cast<int>(thresholds.size()) && above * kSearchSteps < curve.weights.size()) {
        sum = curve.heavier.back() * std::max(0, least - level);
        for (int machines = std::max(level, least); machines < most; ++machines) {
            sum += hoursAbove(curve, peakPerSecond, thresholds[static_cast<std::size_t>(machines - least)]);
        }
        return sum;
    }
    std::size_t i = 0;
    // The heaviest hours may lie beyond the table.
    for (; i < curve.weights.size() && peakPerSecond * curve.weights[i] > thresholds.back(); ++i) {
        sum += curve.hours[i] * std::max(0, pool.machinesFor(peakPerSecond * curve.weights[i]) - level);
    }
    auto index = static_cast<std::ptrdiff_t>(thresholds.size()) - 1;
    for (; i < curve.weights.size(); ++i) {
        const double rate = peakPerSecond * curve.weights[i];
        while (index > 0 && thresholds[static_cast<std::size_t>(index - 1)] >= rate) {
            --index;
        }
        const int machines = least + static_cast<int>(index);
        if (machines <= level) {
            break; // lighter hours need no more
        }
        sum += curve.hours[i] * (machines - level);
    }
    return sum;
}

OverflowTable::OverflowTable(std::vector<double> needs)
    : m_descending(std::move(needs))
{
    std::ranges::sort(m_descending, std::greater<>{});
    m_prefix.reserve(m_descending.size() + 1);
    m_prefix.push_back(0.0);
    for (const double need : m_descending) {
        m_prefix.push_back(m_prefix.back() + need);
    }
}

double OverflowTable::above(double level) const
{
    const auto count = std::ranges::lower_bound(m_descending, level, std::greater<>{}) - m_descending.begin();
    return m_prefix[static_cast<std::size_t>(count)] - static_cast<double>(count) * level;
}

int bestCommitment(std::span<const double> hoursAbove,
                   double hours,
                   double committedPrice,
                   double onDemandPrice)
{
    int level = 0;
    for (const double above : hoursAbove) {
        if (above * onDemandPrice <= committedPrice * hours) {
            break;
        }
        ++level;
    }
    return level;
}

} // namespace wherewithal::simulator
