// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/cost/OptionModel.h"
#include "simulator/scaling/OverflowSteps.h"

#include <array>
#include <cstddef>
#include <vector>

namespace wherewithal::simulator {

/// What the ledger of one option computes again for every future, once: machine-hours beyond commitments as a
/// step function of the peak, and services that no draw touches. Every number is the one that runLedger()
/// computes without them. The option must outlive its tables.
class LedgerTables
{
public:
    LedgerTables() = default;
    explicit LedgerTables(const OptionModel& option);

    /// Null: that level is not tabled.
    [[nodiscard]] const OverflowSteps* overflow(std::size_t workload, int level) const;

    /// A month's price in the plan's currency; zero where the option has no such service.
    [[nodiscard]] double loadBalancers(std::size_t month) const { return m_fixed[0][month]; }
    [[nodiscard]] double publicAddresses(std::size_t month) const { return m_fixed[1][month]; }
    [[nodiscard]] double kubernetes(std::size_t month) const { return m_fixed[2][month]; }

private:
    void addOverflow(const OptionModel& option);
    void addFixed(const OptionModel& option);

    std::vector<std::vector<OverflowSteps>> m_overflow; ///< per workload
    std::array<std::vector<double>, 3> m_fixed;         ///< [month]
};

} // namespace wherewithal::simulator
