// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/cost/BaseCase.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace wherewithal::simulator {

namespace {

using model::Figure;
using model::FigurePtr;
using model::Micros;
using model::Number;
using model::Traced;
using model::valueOf;

constexpr std::string_view kPosted = "posted to micro-units, half to even";

std::string monthText(const OptionModel& option, std::size_t month)
{
    return text(model::monthsLater(option.plan->starts, static_cast<int>(month)));
}

/// Sum of integers, as a figure of what was posted.
template <Number N>
N sumOf(const OptionModel& option,
        Micros total,
        const std::vector<N>& parts,
        std::string_view name,
        std::string_view formula)
{
    N sum{};
    if constexpr (std::same_as<N, Traced>) {
        sum = Traced{total.toDouble()};
        for (const Traced& part : parts) {
            sum = Traced{total.toDouble(), Traced::joined(sum, part)};
        }
        return labelled(sum, [&] {
            Figure figure;
            figure.name = name;
            figure.unit = option.plan->currency.code();
            figure.formula = formula;
            return figure;
        });
    }
    return N{total.toDouble()};
}

/// What runLedger() posted, before rounding.
template <Number N>
struct Amounts
{
    std::vector<std::array<N, kLines>> values; ///< [month][line]
    std::vector<std::array<bool, kLines>> isSet;
};

/// Posts one line month by month; the figures of its months go to `ofMonth`.
template <Number N>
LedgerColumn<N> postColumn(const OptionModel& option,
                           const Amounts<N>& amounts,
                           std::size_t line,
                           std::vector<std::vector<N>>& ofMonth)
{
    const auto which = static_cast<Line>(line);
    const std::size_t months = amounts.values.size();
    LedgerColumn<N> column;
    column.months.resize(months);
    std::vector<N> parts;
    for (std::size_t month = 0; month < months; ++month) {
        const N& amount = amounts.values[month][line];
        column.months[month] = model::postHalfEven(valueOf(amount));
        column.total += column.months[month];
        if constexpr (std::same_as<N, Traced>) {
            if (amounts.isSet[month][line]) {
                const Traced posted{column.months[month].toDouble(), amount.inputs()};
                parts.push_back(labelled(posted, [&] {
                    Figure figure;
                    figure.name = fmt::format("{}, {}", label(which), monthText(option, month));
                    figure.unit = option.plan->currency.code();
                    figure.formula = fmt::format("{}, {}", amountFormula(which), kPosted);
                    return figure;
                }));
                ofMonth[month].push_back(parts.back());
            }
        }
    }
    column.figure =
        sumOf<N>(option, column.total, parts, label(which), "sum of the months, each posted to micro-units");
    return column;
}

template <Number N>
N presentValueOf(const OptionModel& option,
                 const Forecast<N>& asked,
                 const std::vector<Micros>& monthTotals,
                 const std::vector<std::vector<N>>& ofMonth)
{
    N present{};
    for (std::size_t month = 0; month < monthTotals.size(); ++month) {
        const N total = sumOf<N>(option,
                                 monthTotals[month],
                                 ofMonth[month],
                                 "Cost of " + monthText(option, month),
                                 "sum of the lines of the month");
        present += total * asked.discountFactor[month];
    }
    return labelled(present, [&] {
        Figure figure;
        figure.name = "Present value of the cost";
        figure.unit = option.plan->currency.code();
        figure.formula = "sum of cost of the month / (1 + monthly rate)^(months to its middle)";
        return figure;
    });
}

} // namespace

template <Number N>
BaseLedger<N> baseLedger(const OptionModel& option,
                         const Forecast<N>& asked,
                         std::span<const std::optional<ReplicaCapacity<N>>> capacities)
{
    const std::size_t months = asked.hours.size();
    Amounts<N> amounts{.values = std::vector<std::array<N, kLines>>(months),
                       .isSet = std::vector<std::array<bool, kLines>>(months, std::array<bool, kLines>{})};
    runLedger<N>(option, asked, capacities, Draw{}, [&](std::size_t month, Line which, const N& amount) {
        const auto at = static_cast<std::size_t>(which);
        N& value = amounts.values[month][at];
        bool& isSet = amounts.isSet[month][at];
        value = isSet ? value + amount : amount;
        isSet = true;
    });
    BaseLedger<N> ledger;
    ledger.monthTotals.resize(months);
    std::vector<std::vector<N>> ofMonth(months);
    std::vector<N> columns;
    for (std::size_t line = 0; line < kLines; ++line) {
        if (!option.lines[line].isUsed || !option.lines[line].isKnown) {
            continue;
        }
        LedgerColumn<N>& column = ledger.columns[line];
        column = postColumn<N>(option, amounts, line, ofMonth);
        columns.push_back(column.figure);
        ledger.total += column.total;
        for (std::size_t month = 0; month < months; ++month) {
            ledger.monthTotals[month] += column.months[month];
        }
    }
    ledger.cost = sumOf<N>(option,
                           ledger.total,
                           columns,
                           "Cost over the horizon",
                           option.isComplete() ? "sum of the lines" : "at least: sum of the known lines");
    ledger.presentValue = presentValueOf<N>(option, asked, ledger.monthTotals, ofMonth);
    return ledger;
}

namespace {

/// The capacities that the model was built with.
std::vector<std::optional<ReplicaCapacity<double>>> ownCapacities(const OptionModel& option)
{
    std::vector<std::optional<ReplicaCapacity<double>>> result;
    for (const auto& pool : option.pools) {
        result.push_back(pool ? std::optional(pool->capacity) : std::nullopt);
    }
    return result;
}

std::string basisOf(const OptionModel& option, Line line, const Tariff* tariff)
{
    return tariff == nullptr ? std::string(amountFormula(line))
                             : fmt::format("{}, {:.7g} {}{}",
                                           amountFormula(line),
                                           tariff->list.median(),
                                           tariff->unit,
                                           option.plan->currency.code() == tariff->currency
                                                   || tariff->exchange.label.empty()
                                               ? ""
                                               : " at " + tariff->exchange.label);
}

const Tariff* tariffOf(const OptionModel& option, Line line)
{
    const auto of = [](const auto& tariff) -> const Tariff* {
        return tariff ? &*tariff : nullptr;
    };
    switch (line) {
    case Line::Committed:
        return of(option.committed);
    case Line::Upfront:
        return of(option.upfront);
    case Line::OnDemand:
    case Line::Platform:
        return of(option.onDemand);
    case Line::Spot:
        return of(option.spot);
    case Line::TokensInput:
        return of(option.tokenInput);
    case Line::TokensCached:
        return of(option.tokenCached);
    case Line::TokensOutput:
        return of(option.tokenOutput);
    case Line::Servers:
        return option.own ? of(option.own->serverPrice) : nullptr;
    case Line::Power:
        return option.own ? of(option.own->electricity) : nullptr;
    case Line::Colocation:
        return option.own ? of(option.own->colocation) : nullptr;
    case Line::Staff:
        return of(option.staffCost);
    default:
        return nullptr;
    }
}

LedgerLine ledgerLine(const OptionModel& option, std::size_t index, const LedgerColumn<double>& column)
{
    const auto which = static_cast<Line>(index);
    const LineState& state = option.lines[index];
    LedgerLine line;
    line.key = key(which);
    line.label = label(which);
    line.basis = basisOf(option, which, tariffOf(option, which));
    line.months = column.months;
    line.total = column.total;
    line.isKnown = state.isKnown;
    line.isAssumption = state.isAssumption;
    line.oldestDate = state.date;
    line.source = state.source;
    return line;
}

double crf(const OptionModel& option, double ratePerMonth)
{
    const double perYear = std::pow(1.0 + ratePerMonth, kMonthsPerYear) - 1.0;
    return annuityFactor<double>(perYear, option.plan->horizonMonths / kMonthsPerYear);
}

/// "workload-2-sustained" -> (1, "sustained"); other names belong to the first workload.
std::pair<std::size_t, std::string_view> splitName(std::string_view figure)
{
    constexpr std::string_view kPrefix = "workload-";
    std::size_t number = 1;
    if (!figure.starts_with(kPrefix)) {
        return {0, figure};
    }
    const std::string_view rest = figure.substr(kPrefix.size());
    const auto [end, status] = std::from_chars(rest.data(), rest.data() + rest.size(), number);
    const auto used = static_cast<std::size_t>(end - rest.data());
    if (status != std::errc{} || number < 1 || used >= rest.size() || rest[used] != '-') {
        return {0, figure};
    }
    return {number - 1, rest.substr(used + 1)};
}

tl::unexpected<model::Error> noFigure(std::string_view figure)
{
    return model::failure(model::ErrorCode::UnknownName,
                          "figure",
                          fmt::format("there is no figure '{}'", figure),
                          "`--figure list` names them");
}

tl::unexpected<model::Error> unknownFigure(std::string_view figure)
{
    return model::failure(model::ErrorCode::NotFound,
                          "figure",
                          fmt::format("'{}' is unknown for this option", figure),
                          "its reasons say what is missing");
}

} // namespace

std::string_view amountFormula(Line line)
{
    switch (line) {
    case Line::Committed:
        return "committed machines x hours x committed price";
    case Line::Upfront:
        return "committed machines x upfront price x part of the term inside the horizon";
    case Line::OnDemand:
        return "machine-hours beyond commitments x price x price drift";
    case Line::Spot:
        return "machine-hours on spot x spot price x price drift";
    case Line::Platform:
        return "machine-hours / hours of the month x monthly price x price drift";
    case Line::Licence:
        return "not published";
    case Line::TokensInput:
    case Line::TokensCached:
    case Line::TokensOutput:
        return "million tokens x price x price drift";
    case Line::Servers:
        return "servers bought x price x price drift";
    case Line::OwnedServers:
        return "servers already owned x book value";
    case Line::Network:
        return "price of the servers bought x network share";
    case Line::Residual:
        return "less servers left x price when bought x value kept at their age";
    case Line::Colocation:
        return "servers x rated power x price per kW and month";
    case Line::Power:
        return "servers x power x PUE x hours x price per kWh x price drift";
    case Line::Maintenance:
        return "servers x price x maintenance share / 12";
    case Line::Storage:
        return "stored data x price per month, graduated";
    case Line::Egress:
        return "data transferred out x price, graduated";
    case Line::LoadBalancers:
        return "load balancers x hours x price";
    case Line::PublicAddresses:
        return "addresses x hours x price";
    case Line::Kubernetes:
        return "one cluster x hours x price";
    case Line::Support:
        return "larger of least fee and graduated share of the month's spend";
    case Line::Staff:
        return "full-time persons x cost per year / 12";
    case Line::RunningCommitments:
    case Line::Count:
        break;
    }
    return "as committed in the plan";
}

CostResult baseCost(const OptionModel& option)
{
    const Forecast<double>& asked = *option.base;
    const auto capacities = ownCapacities(option);
    const BaseLedger<double> ledger = baseLedger<double>(option, asked, capacities);
    CostResult result;
    result.currency = option.plan->currency;
    for (std::size_t line = 0; line < kLines; ++line) {
        if (option.lines[line].isUsed) {
            result.lines.push_back(ledgerLine(option, line, ledger.columns[line]));
        }
    }
    result.base = ledger.total;
    result.presentValue = ledger.presentValue;
    result.isComplete = option.isComplete();
    result.unknownParts = option.unknownParts;
    Micros sum;
    for (const Micros month : ledger.monthTotals) {
        sum += month;
        result.cumulativeBase.push_back(sum.toDouble());
    }
    result.equivalentAnnual = result.presentValue * crf(option, asked.ratePerMonth);
    result.usdRate = option.usdRate;
    result.discountFactor = asked.discountFactor;
    return result;
}

void addUnitCosts(const OptionModel& option, double presentValue, std::vector<WorkloadResult>& workloads)
{
    if (!option.isSized()) {
        return;
    }
    const Forecast<double>& asked = *option.base;
    for (std::size_t i = 0; i < workloads.size(); ++i) {
        const double cost = unitCostOf<double>(option, asked, presentValue, costShare(option, asked, i), i);
        workloads[i].unitCost = std::isfinite(cost) ? std::optional(cost) : std::nullopt;
    }
}

std::vector<std::string> explainableFigures(const OptionModel& option)
{
    std::vector<std::string> names{"cost", "present-value"};
    for (std::size_t line = 0; line < kLines; ++line) {
        if (option.lines[line].isUsed && option.lines[line].isKnown) {
            names.push_back(fmt::format("line-{}", key(static_cast<Line>(line))));
        }
    }
    for (std::size_t i = 0; i < option.plan->workloads.size(); ++i) {
        const std::string prefix = i == 0 ? std::string{} : fmt::format("workload-{}-", i + 1);
        if (option.pools[i]) {
            names.push_back(prefix + "sustained");
            names.push_back(prefix + "machines");
            if (option.pools[i]->pool) {
                names.push_back(prefix + "latency-p95");
            }
        }
        if (option.isSized()) {
            names.push_back(prefix + "unit-cost");
        }
    }
    return names;
}

namespace {

model::Result<FigurePtr>
explainCost(const OptionModel& option, const BaseLedger<Traced>& ledger, std::string_view figure)
{
    if (figure == "cost") {
        return figureOf(ledger.cost);
    }
    if (figure == "present-value") {
        return figureOf(ledger.presentValue);
    }
    for (std::size_t line = 0; line < kLines; ++line) {
        if (figure == fmt::format("line-{}", key(static_cast<Line>(line))) && option.lines[line].isUsed) {
            return ledger.columns[line].months.empty() ? model::Result<FigurePtr>(unknownFigure(figure))
                                                       : figureOf(ledger.columns[line].figure);
        }
    }
    return noFigure(figure);
}

model::Result<FigurePtr> explainWorkload(const OptionModel& option,
                                         const Forecast<Traced>& asked,
                                         const ReplicaCapacity<Traced>& capacity,
                                         std::size_t index,
                                         std::string_view name)
{
    const WorkloadForecast<Traced>& workload = asked.workloads[index];
    if (name == "sustained") {
        return figureOf(sustainedNow<Traced>(option, workload, capacity, index, asked.hours.front()));
    }
    if (name == "machines") {
        const PoolMonth<Traced> month =
            poolMonth<Traced>(option, workload, capacity, 1.0, index, 0, asked.hours.front(), 0);
        return figureOf(model::valueOf(month.burst) > 0.0
                            ? model::named(month.machines + month.burst,
                                           "Machines at the peak of the first month",
                                           "machines",
                                           "own servers + cloud machines")
                            : month.machines);
    }
    if (name == "latency-p95" && option.pools[index]->pool) {
        return figureOf(responseQuantileNow<Traced>(option, workload, capacity, index, 0.95));
    }
    return unknownFigure(name);
}

} // namespace

model::Result<FigurePtr>
explainFigure(const OptionModel& option, const OptionCapacities<Traced>& capacities, std::string_view figure)
{
    const Forecast<Traced> asked = forecast<Traced>(*option.plan, Draw{});
    std::vector<std::optional<ReplicaCapacity<Traced>>> main = capacities.main;
    main.resize(option.pools.size());
    const auto [index, name] = splitName(figure);
    const bool isOfWorkload = name == "sustained" || name == "machines" || name == "latency-p95";
    if (index >= option.plan->workloads.size()) {
        return noFigure(figure);
    }
    if (isOfWorkload) {
        if (!option.pools[index] || !main[index]) {
            return unknownFigure(figure);
        }
        return explainWorkload(option, asked, *main[index], index, name);
    }
    const BaseLedger<Traced> ledger = baseLedger<Traced>(option, asked, main);
    if (name == "unit-cost") {
        if (!option.isSized()) {
            return unknownFigure(figure);
        }
        const double share = costShare(option, *option.base, index);
        Figure root = *figureOf(unitCostOf<Traced>(option, asked, ledger.presentValue, share, index));
        root.unit = unitCostUnit(option, index);
        return std::make_shared<const Figure>(std::move(root));
    }
    return explainCost(option, ledger, figure);
}

template BaseLedger<double> baseLedger<double>(const OptionModel&,
                                               const Forecast<double>&,
                                               std::span<const std::optional<ReplicaCapacity<double>>>);
template BaseLedger<Traced> baseLedger<Traced>(const OptionModel&,
                                               const Forecast<Traced>&,
                                               std::span<const std::optional<ReplicaCapacity<Traced>>>);

} // namespace wherewithal::simulator
