// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/workload/Demand.h"
#include "simulator/scaling/Queueing.h"

#include <optional>
#include <span>
#include <vector>

/// How many replicas and machines an arrival rate needs, and what a pool sustains.
namespace wherewithal::simulator {

/// One replica as a station of servers, and what must hold.
struct PoolSpec
{
    double stablePerSecond = 0.0;    ///< where the queue of one replica stops being finite, > 0
    double servers = 1.0;            ///< requests in service at once at that rate, >= 1
    double idleServiceSeconds = 0.0; ///< of one request on an idle replica; 0: as at full rate
    double arrivalVariation = 1.0;
    double serviceVariation = 1.0;
    double replicasPerMachine = 1.0; ///< below 1: a replica spans machines
    double spareReplicas = 0.0;      ///< down while the objectives must still hold
    double leastReplicas = 1.0;      ///< kept when nothing arrives, without the spare ones
    double mostUtilisation =
        0.85; ///< share of the stable rate that is planned with, of the replicas that are not spare
    double mostWaitShare = 1.0; ///< mean wait as a share of the service time
    std::optional<double> responseP95Seconds;
    std::optional<double> waitP95Seconds;
};

/// Sizes a pool; answers are monotone in the rate and cheap after construction.
class Pool
{
public:
    /// `greatestRate`: up to it pools of 48 replicas are exact searches, bigger ones every 5 % of size (never
    /// above what is sustained, at most a few per mille below); beyond it the last slope goes on.
    Pool(const PoolSpec& spec, double greatestRate);

    [[nodiscard]] const PoolSpec& spec() const { return m_spec; }
    /// False: the percentile objective fails even without any wait; it was left out of the sizing.
    [[nodiscard]] bool isObjectiveReachable() const { return m_isReachable; }

    /// Largest arrival rate within the objectives with that many machines, spares down.
    [[nodiscard]] double sustainedPerSecond(double machines) const;
    /// Fewest machines that sustain the rate.
    [[nodiscard]] int machinesFor(double perSecond) const;
    [[nodiscard]] int leastMachines() const { return m_least; }
    [[nodiscard]] double replicas(double machines) const;

    /// The queue of that many working replicas at that rate. The service time lies between that of an idle
    /// replica and servers / rate, in proportion to the load.
    [[nodiscard]] Queue queueAt(double perSecond, double workingReplicas) const;
    [[nodiscard]] const ServiceShape& shape() const { return m_shape; }

    /// Rates above which the (i + 1)-th machine beyond the least number is needed.
    [[nodiscard]] std::span<const double> thresholds() const { return m_thresholds; }

private:
    [[nodiscard]] bool holds(double perSecond, double workingReplicas) const;
    [[nodiscard]] double greatestRateOf(double workingReplicas);
    void fillThresholds(double greatestRate);
    /// First threshold that is not below a rate within the table.
    [[nodiscard]] std::size_t thresholdAt(double perSecond) const;

    PoolSpec m_spec;
    ServiceShape m_shape;
    double m_serviceP95 = 0.0;        ///< in mean service times
    double m_provenUtilisation = 0.0; ///< that the last searched, smaller pool sustains
    bool m_isReachable = true;
    bool m_isLinear = false; ///< the cap on utilisation binds from here on
    int m_least = 1;
    double m_slope = 0.0; ///< rate per machine beyond the table
    std::vector<double> m_thresholds;
    double m_thresholdsPerRate = 0.0; ///< on average
};

/// Hours of a week by relative load, greatest first: equal weights are merged.
struct LoadCurve
{
    std::vector<double> weights;
    std::vector<double> hours;   ///< of the week, sum 168
    std::vector<double> heavier; ///< hours of the week with more than that weight, and 168 at the end

    explicit LoadCurve(const model::WeekProfile& profile);
};

/// Machine-hours per week above a base of `level` machines: the overflow S(level), exact for whole machines.
[[nodiscard]] double overflowHours(const Pool& pool, const LoadCurve& curve, double peakPerSecond, int level);

/// Sum over hours of (need - q)+ of any load in O(log n) per query.
class OverflowTable
{
public:
    explicit OverflowTable(std::vector<double> needs);
    [[nodiscard]] double above(double level) const;

private:
    std::vector<double> m_descending;
    std::vector<double> m_prefix;
};

/// Level q that minimises committed x q x hours + onDemand x S(q): the (1 - committed / onDemand) quantile of
/// the load-duration curve, as a whole number of units. `hoursAbove[k]` = hours in which more than k units
/// are needed.
[[nodiscard]] int
bestCommitment(std::span<const double> hoursAbove, double hours, double committedPrice, double onDemandPrice);

} // namespace wherewithal::simulator
