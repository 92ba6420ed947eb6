// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/cost/LedgerTables.h"

#include "simulator/cost/Ledger.h"

#include <algorithm>

namespace wherewithal::simulator {

LedgerTables::LedgerTables(const OptionModel& option)
{
    addOverflow(option);
    addFixed(option);
}

void LedgerTables::addOverflow(const OptionModel& option)
{
    m_overflow.resize(option.pools.size());
    if (option.own) {
        return; // billed by the server, or by what the own ones leave
    }
    for (std::size_t i = 0; i < option.pools.size(); ++i) {
        const auto& pool = option.pools[i];
        if (!pool || pool->isRun) {
            continue;
        }
        for (std::size_t month = 0; month < option.base->hours.size(); ++month) {
            const int level = committedLevel(option, month, i);
            if (overflow(i, level) == nullptr) {
                m_overflow[i].emplace_back(*pool->pool, pool->curve, level);
            }
        }
    }
}

void LedgerTables::addFixed(const OptionModel& option)
{
    const Rates<double> rates = ratesOf<double>(option, Draw{});
    const std::vector<double>& hours = option.base->hours;
    const auto fill = [&](std::vector<double>& months,
                          const std::optional<BandTariff>& tariff,
                          const std::vector<Band<double>>& bands,
                          double count) {
        for (const double inMonth : hours) {
            months.push_back(
                tariff ? priceOfCount<double>(bands, tariff->unit, count, inMonth, rates.hoursPerMonth)
                       : 0.0);
        }
    };
    fill(m_fixed[0], option.loadBalancer, rates.loadBalancer, rates.loadBalancers);
    fill(m_fixed[1], option.publicAddress, rates.publicAddress, rates.addresses);
    fill(m_fixed[2], option.kubernetes, rates.kubernetes, 1.0);
}

const OverflowSteps* LedgerTables::overflow(std::size_t workload, int level) const
{
    const std::vector<OverflowSteps>& steps = m_overflow[workload];
    const auto found = std::ranges::find(steps, level, &OverflowSteps::level);
    return found == steps.end() ? nullptr : &*found;
}

} // namespace wherewithal::simulator
