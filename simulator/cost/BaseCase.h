// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/cost/Ledger.h"
#include "simulator/cost/Sizing.h"

#include <array>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

/// The base case posted line by line; explanation runs it with traced numbers.
namespace wherewithal::simulator {

template <model::Number N>
struct LedgerColumn
{
    std::vector<model::Micros> months; ///< empty: the option has no such line, or it is unknown
    model::Micros total;
    N figure{};
};

template <model::Number N>
struct BaseLedger
{
    std::array<LedgerColumn<N>, kLines> columns;
    std::vector<model::Micros> monthTotals;
    model::Micros total;
    N cost{};
    N presentValue{};
};

template <model::Number N>
[[nodiscard]] BaseLedger<N> baseLedger(const OptionModel& option,
                                       const Forecast<N>& asked,
                                       std::span<const std::optional<ReplicaCapacity<N>>> capacities);

/// How the amount of a line comes about, in words.
[[nodiscard]] std::string_view amountFormula(Line line);

} // namespace wherewithal::simulator
