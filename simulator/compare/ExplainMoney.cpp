// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/compare/ExplainMoney.h"

#include "model/plan/Plan.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>

namespace wherewithal::simulator {

using namespace model;

namespace {

constexpr std::array<std::string_view, 6> kCommittedLines{
    "machines-committed", "machines-upfront", "servers", "owned-servers", "network", "running-commitments"};

FigurePtr made(Figure figure)
{
    return std::make_shared<const Figure>(std::move(figure));
}

} // namespace

std::vector<const LedgerLine*> committedLines(const OptionResult& option)
{
    std::vector<const LedgerLine*> lines;
    for (const LedgerLine& line : option.cost.lines) {
        if (std::ranges::find(kCommittedLines, line.key) != kCommittedLines.end()) {
            lines.push_back(&line);
        }
    }
    return lines;
}

FigurePtr explainAnnual(const Plan& plan, const OptionResult& option, const FigurePtr& presentValue)
{
    const CostResult& cost = option.cost;
    Figure factor;
    factor.name = "Capital recovery factor";
    factor.unit = "1/year";
    factor.formula = "discount rate / (1 - (1 + discount rate)^-years)";
    if (cost.presentValue != 0.0) {
        factor.value = cost.equivalentAnnual / cost.presentValue;
    }
    factor.inputs.push_back(made({.name = "Discount rate, nominal",
                                  .value = plan.assumptions.get("discount-rate").median(),
                                  .unit = "fraction/year",
                                  .isAssumption = true,
                                  .place = "/assumptions/discount-rate"}));
    factor.inputs.push_back(made({.name = "Years of the horizon",
                                  .value = plan.horizonMonths / 12.0,
                                  .unit = "years",
                                  .place = "/horizon_months"}));
    Figure root;
    root.name = "Equivalent annual cost";
    root.value = cost.equivalentAnnual;
    root.unit = cost.currency.code() + "/year";
    root.formula = "present value x capital recovery factor";
    root.note = "The same amount each year has the same present value.";
    root.inputs = {presentValue, made(std::move(factor))};
    return made(std::move(root));
}

FigurePtr explainCommitted(const OptionResult& option, const std::vector<FigurePtr>& lines)
{
    Micros sum;
    for (const LedgerLine* line : committedLines(option)) {
        sum += line->total;
    }
    Figure root;
    root.name = "Committed, not to be cancelled";
    root.value = sum.toDouble();
    root.unit = option.cost.currency.code();
    root.formula = lines.empty() ? "nothing is committed" : "sum of the lines that cannot be cancelled";
    root.inputs = lines;
    return made(std::move(root));
}

FigurePtr explainIdle(const std::optional<MachineWork>& work)
{
    Figure root;
    root.name = "Paid for but idle";
    root.unit = "fraction";
    root.formula = "1 - work done / work that the paid machine-hours could do";
    if (!work) {
        root.note = "Unknown: nothing is paid by machine-hours, or a capacity is unknown";
        return made(std::move(root));
    }
    root.value = work->idleFraction();
    root.note = "Headroom for the peak of each month, spare machines and nights count as idle.";
    root.inputs = {made({.name = "Work done over the horizon", .value = work->done, .unit = "units of work"}),
                   made({.name = "Work that the paid machine-hours could do",
                         .value = work->possible,
                         .unit = "units of work"})};
    return made(std::move(root));
}

FigurePtr explainCheapest(const OptionResult& option, int paths)
{
    Figure root;
    root.name = "Cheapest of the ranked options";
    root.unit = "fraction";
    root.formula = "paths on which its present value is the least / paths";
    root.value = option.cheapestFraction;
    root.note = "Ties share a path.";
    if (option.cheapestFraction) {
        root.inputs.push_back(made({.name = "Paths on which its present value is the least",
                                    .value = *option.cheapestFraction * paths,
                                    .unit = "paths"}));
    }
    root.inputs.push_back(made(
        {.name = "Sampled paths", .value = static_cast<double>(paths), .unit = "paths", .place = "/paths"}));
    return made(std::move(root));
}

} // namespace wherewithal::simulator
