// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/scaling/Pool.h"

#include <cstdint>
#include <vector>

namespace wherewithal::simulator {

/// overflowHours() of one pool, curve and level for many peaks: a step function of the peak, kept as its
/// steps.
///
/// A machine more is needed in the hours of a weight as soon as peak x weight passes a threshold of the pool;
/// every such pair is one step, at the smallest number for which that holds. Pool and curve must outlive it.
class OverflowSteps
{
public:
    OverflowSteps(const Pool& pool, const LoadCurve& curve, int level);

    [[nodiscard]] int level() const { return m_level; }
    /// Machine-hours a week above the level at that peak (per second, >= 0); the same number as
    /// overflowHours().
    [[nodiscard]] double hours(double peakPerSecond) const;

private:
    void index();

    const Pool* m_pool;
    const LoadCurve* m_curve;
    int m_level;
    double m_covered = 0.0;               ///< peaks below it are in the table
    double m_bucketsPerRate = 0.0;        ///< of m_buckets
    std::vector<double> m_peaks;          ///< of the steps, ascending
    std::vector<double> m_hours;          ///< [i]: machine-hours once i steps are passed
    std::vector<std::uint32_t> m_buckets; ///< [b]: steps below the first peak of bucket b
};

} // namespace wherewithal::simulator
