// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/units/Range.h"
#include "simulator/cost/Draw.h"
#include "simulator/cost/OptionModel.h"

#include <optional>
#include <string>
#include <vector>

/// One input at a time: what it does to the base cost, and at which value it turns the order of two options.
namespace wherewithal::simulator {

/// An uncertain input of an option, as the plan or the catalogue states it.
struct UncertainInput
{
    int index = 0;     ///< of a Draw
    std::string name;  ///< "Growth of demand"
    std::string unit;  ///< "fraction/year", "requests/s"; empty: a plain factor
    std::string place; ///< JSON pointer of the plan; empty for facts of the catalogue
    model::Range range;
    bool isAssumption = false;
};

/// What the base cost becomes when one input goes to the ends of its range and all others stay at their
/// medians.
struct Swing
{
    UncertainInput input;
    double costLow = 0.0;  ///< nominal total with the input at its P10, plan currency
    double costHigh = 0.0; ///< ... at its P90

    [[nodiscard]] double width() const
    {
        return costHigh > costLow ? costHigh - costLow : costLow - costHigh;
    }
};

/// Where one input, all others at their medians, makes the option cheaper than its rival, or dearer if it is
/// cheaper now.
struct SwitchOver
{
    UncertainInput input;
    std::optional<double> value; ///< nearest to the median; absent: no value of its range does
    bool isAbove = false;        ///< the order turns above the value; false: below
    double chance = 0.0;         ///< share of the range in which the order is turned
};

/// Inputs that can move this option's cost, in the order of their Sobol dimensions. Several ranges that are
/// drawn together (staff base and staff per server) are one input, named by the first.
[[nodiscard]] std::vector<UncertainInput> uncertainInputs(const OptionModel& option);

/// Nominal total of the ledger with the inputs at these probabilities, not posted. The base case for an empty
/// draw.
[[nodiscard]] double totalAt(const OptionModel& option, const Draw& draw);

/// Greatest swing first; inputs that move nothing are left out. Commitments stay as decided in the base case.
[[nodiscard]] std::vector<Swing> swings(const OptionModel& option);

/// In the order of swings(option), for every input that moves either option. Both must be of one plan.
///
/// The difference of the two totals is scanned over the range at 41 probabilities from 0.1 % to 99.9 % and
/// bisected between neighbours of different sign, so two changes within 2.5 % of probability stay unseen.
[[nodiscard]] std::vector<SwitchOver> switchOvers(const OptionModel& option, const OptionModel& rival);

/// Work over the horizon, in the units of the workloads, base case.
struct MachineWork
{
    double possible = 0.0; ///< hours paid x rate of a machine; > 0
    double done = 0.0;

    [[nodiscard]] double idleFraction() const;
};

/// Absent where nothing is paid by machine-hours, or a capacity is unknown.
[[nodiscard]] std::optional<MachineWork> machineWork(const OptionModel& option);

/// Share of the machine-hours paid for in which a machine does no work, base case: 1 - work / (hours paid x
/// rate of a machine). Absent where machineWork() is.
[[nodiscard]] std::optional<double> idleFraction(const OptionModel& option);

} // namespace wherewithal::simulator
