// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/scaling/OverflowSteps.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace wherewithal::simulator {

namespace {

constexpr std::size_t kMostSteps = 16'384; ///< 0.4 MB; higher peaks are counted hour by hour

struct Step
{
    double peak = 0.0;
    double hours = 0.0;
};

/// Smallest peak whose product with the weight, as computed, is above the threshold.
double smallestAbove(double threshold, double weight)
{
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    double peak = threshold / weight;
    while (peak > 0.0 && peak * weight > threshold) {
        peak = std::nextafter(peak, -kInfinity);
    }
    while (peak < kInfinity && !(peak * weight > threshold)) {
        peak = std::nextafter(peak, kInfinity);
    }
    return peak;
}

} // namespace

OverflowSteps::OverflowSteps(const Pool& pool, const LoadCurve& curve, int level)
    : m_pool(&pool)
    , m_curve(&curve)
    , m_level(level)
{
    const std::span<const double> thresholds = pool.thresholds();
    const double heaviest = curve.weights.front();
    if (heaviest <= 0.0) {
        return; // nothing is covered
    }
    const int least = pool.leastMachines();
    const auto first = static_cast<std::size_t>(std::max(0, level - least));
    const std::size_t end = std::min(thresholds.size() - 1, first + kMostSteps / curve.weights.size());
    m_covered = smallestAbove(thresholds[end], heaviest);
    std::vector<Step> steps;
    for (std::size_t machine = first; machine < end; ++machine) {
        for (std::size_t i = 0; i < curve.weights.size() && curve.weights[i] > 0.0; ++i) {
            const double peak = smallestAbove(thresholds[machine], curve.weights[i]);
            if (peak >= m_covered) {
                break; // lighter hours pass it at still higher peaks
            }
            steps.push_back({.peak = peak, .hours = curve.hours[i]});
        }
    }
    std::ranges::sort(steps, {}, &Step::peak);
    m_hours.push_back(curve.heavier.back() * std::max(0, least - level));
    for (const Step& step : steps) {
        m_peaks.push_back(step.peak);
        m_hours.push_back(m_hours.back() + step.hours);
    }
    index();
}

void OverflowSteps::index()
{
    const std::size_t count = m_peaks.size() + 1;
    m_bucketsPerRate = static_cast<double>(count) / m_covered;
    if (!std::isfinite(m_bucketsPerRate)) {
        m_covered = 0.0;
        return;
    }
    // Bucket `count` too: a product may be rounded up to it.
    m_buckets.assign(count + 2, 0);
    for (const double peak : m_peaks) {
        ++m_buckets[static_cast<std::size_t>(peak * m_bucketsPerRate) + 1];
    }
    for (std::size_t bucket = 1; bucket < m_buckets.size(); ++bucket) {
        m_buckets[bucket] += m_buckets[bucket - 1];
    }
}

double OverflowSteps::hours(double peakPerSecond) const
{
    if (!(peakPerSecond >= 0.0 && peakPerSecond < m_covered)) {
        return overflowHours(*m_pool, *m_curve, peakPerSecond, m_level);
    }
    std::size_t passed = m_buckets[static_cast<std::size_t>(peakPerSecond * m_bucketsPerRate)];
    while (passed < m_peaks.size() && m_peaks[passed] <= peakPerSecond) {
        ++passed;
    }
    return m_hours[passed];
}

} // namespace wherewithal::simulator
