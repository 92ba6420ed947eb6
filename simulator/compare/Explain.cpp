// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/compare/Compare.h"
#include "simulator/compare/ExplainMoney.h"
#include "simulator/compare/Resolve.h"
#include "simulator/cost/OptionModel.h"
#include "simulator/scoring/Rank.h"
#include "simulator/scoring/Scores.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace wherewithal::simulator {

using namespace model;

namespace {

constexpr std::string_view kScorePrefix = "score-";
constexpr std::string_view kLimitPrefix = "limit-";

FigurePtr made(Figure figure)
{
    return std::make_shared<const Figure>(std::move(figure));
}

/// "workload-2-limit-throughput" -> (1, "limit-throughput"); other names belong to the first workload.
std::pair<std::size_t, std::string_view> splitWorkload(std::string_view figure)
{
    constexpr std::string_view kPrefix = "workload-";
    if (!figure.starts_with(kPrefix)) {
        return {0, figure};
    }
    const std::string_view rest = figure.substr(kPrefix.size());
    std::size_t number = 0;
    std::size_t used = 0;
    while (used < rest.size() && used < 4 && rest[used] >= '0' && rest[used] <= '9') {
        number = 10 * number + static_cast<std::size_t>(rest[used++] - '0');
    }
    const bool isName = number > 0 && used < rest.size() && rest[used] == '-';
    return isName ? std::pair{number - 1, rest.substr(used + 1)} : std::pair{std::size_t{0}, figure};
}

double monthsAfter(const Month& starts, const Month& month)
{
    return static_cast<double>(monthsBetween(starts, month));
}

/// The fields of the plan that decide how fast a limit is approached.
std::vector<FigurePtr> demandInputs(const Plan& plan, std::size_t workload)
{
    const Demand& demand = plan.workloads[workload].demand;
    const auto leaf =
        [&](std::string_view name, std::string_view unit, const Range& range, std::string_view place) {
            return made({.name = std::string(name),
                         .value = range.median(),
                         .unit = std::string(unit),
                         .range = range.isCertain() ? std::string{} : range.toText(),
                         .place = fmt::format("/workloads/{}/demand/{}", workload, place)});
        };
    std::vector<FigurePtr> inputs;
    if (!std::holds_alternative<BatchScoring>(plan.workloads[workload].detail)
        && !std::holds_alternative<Training>(plan.workloads[workload].detail)) {
        inputs.push_back(
            leaf("Peak arrivals in the first month", "requests/s", demand.peakPerSecond, "peak_per_second"));
    }
    if (demand.growth.kind != Growth::Kind::None) {
        inputs.push_back(leaf("Growth of demand", "fraction/year", demand.growth.perYear, "growth/per_year"));
    }
    return inputs;
}

/// When a limit is passed: its value, its use, and what moves the use.
FigurePtr
explainLimit(const Plan& plan, const Comparison& comparison, const Limit& limit, std::size_t workload)
{
    const auto use = [&](std::string_view name, double value) {
        return made({.name = std::string(name), .value = value, .unit = limit.unit});
    };
    Figure root;
    root.name = fmt::format("{}: months until the use passes it", limit.name);
    root.unit = "months";
    root.formula = "first month in which the use is above the limit, counted from the plan's first";
    if (limit.hitBase) {
        root.value = monthsAfter(comparison.starts, *limit.hitBase);
        root.note = fmt::format("Passed in {}, base case", text(*limit.hitBase));
    } else {
        root.note = fmt::format("Not passed by {}, base case",
                                text(monthsLater(comparison.starts, comparison.horizonMonths - 1)));
    }
    root.inputs.push_back(made({.name = limit.name,
                                .value = limit.value,
                                .unit = limit.unit,
                                .source = limit.source,
                                .isAssumption = limit.isAssumption,
                                .note = limit.nextStep}));
    root.inputs.push_back(use("In use in the first month", limit.usedNow));
    root.inputs.push_back(use("In use in the last month", limit.usedAtHorizon));
    for (FigurePtr& input : demandInputs(plan, workload)) {
        root.inputs.push_back(std::move(input));
    }
    return made(std::move(root));
}

/// The limit that a figure's name means: "first-limit", "limit-KEY"; null if there is none.
const Limit* findLimit(const WorkloadResult& workload, std::string_view name)
{
    if (name == "first-limit") {
        return workload.firstLimit ? &*workload.firstLimit : nullptr;
    }
    if (!name.starts_with(kLimitPrefix)) {
        return nullptr;
    }
    const auto found = std::ranges::find(workload.limits, name.substr(kLimitPrefix.size()), &Limit::key);
    return found == workload.limits.end() ? nullptr : &*found;
}

/// When the reference becomes cheaper: the four cumulative costs around the crossing.
FigurePtr explainBreakEven(const Comparison& comparison, const OptionResult& option)
{
    const OptionResult* reference = comparison.findOption(option.breakEven.against);
    Figure root;
    root.name = fmt::format("Break-even with {}: months until its cumulative cost is the lower one",
                            option.breakEven.against);
    root.unit = "months";
    root.formula = "last month in which the cheaper side of the two cumulative costs changes";
    const auto last = static_cast<int>(option.cost.cumulativeBase.size()) - 1;
    int month = last;
    if (option.breakEven.base) {
        month = monthsBetween(comparison.starts, *option.breakEven.base);
        root.value = month;
        root.note = fmt::format("In {}, base case", text(*option.breakEven.base));
    } else {
        root.note = "Never within the horizon, base case; the costs are those of the last month";
    }
    for (const int at : {month - 1, month}) {
        for (const OptionResult* each : {&option, reference}) {
            const auto index = static_cast<std::size_t>(std::max(0, at));
            if (at >= 0 && each != nullptr && index < each->cost.cumulativeBase.size()) {
                root.inputs.push_back(made({.name = fmt::format("Cost of {} to the end of {}",
                                                                each->spec.letter,
                                                                text(monthsLater(comparison.starts, at))),
                                            .value = each->cost.cumulativeBase[index],
                                            .unit = comparison.currency.code()}));
            }
        }
    }
    return made(std::move(root));
}

/// The lower bound of all criteria together, with the weights.
FigurePtr explainWeightedScore(const Plan& plan, const CatalogueSlice& slice, const OptionResult& option)
{
    Figure root;
    root.name = "Score, lower bound";
    root.value = option.scoreLow;
    root.unit = "0 to 1";
    root.formula = "sum of weight x lower bound of the criterion / sum of the weights";
    root.note = fmt::format("upper bound {}: every unknown answered best", plainNumber(option.scoreHigh));
    for (const CriterionScore& score : option.scores) {
        root.inputs.push_back(explainScore(slice, score));
    }
    for (const Criterion criterion : kCriteria) {
        root.inputs.push_back(made({.name = fmt::format("Weight of {}", name(criterion)),
                                    .value = plan.weights.of(criterion),
                                    .isAssumption = true,
                                    .place = fmt::format("/weights/{}", name(criterion))}));
    }
    return made(std::move(root));
}

/// "cost" -> "Cost over the horizon"; the names that the command line takes, in words.
std::string labelOf(const OptionResult& option, const std::string& name)
{
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 14> kLabels{{
        {"cost", "Cost over the horizon"},
        {"present-value", "Present value of the cost"},
        {"equivalent-annual", "Equivalent annual cost"},
        {"committed", "Committed, not to be cancelled"},
        {"idle", "Paid for but idle"},
        {"cheapest", "Cheapest of the ranked options"},
        {"sustained", "Sustained throughput"},
        {"machines", "Machines"},
        {"latency-p95", "Latency P95"},
        {"unit-cost", "Unit cost"},
        {"value", "Value by which options are ranked"},
        {"first-limit", "First limit"},
        {"break-even", "Break-even with the reference"},
        {"score", "Score, all criteria"},
    }};
    for (const auto& [known, label] : kLabels) {
        if (known == name) {
            return std::string(label);
        }
    }
    for (const LedgerLine& line : option.cost.lines) {
        if ("line-" + line.key == name) {
            return line.label;
        }
    }
    if (name.starts_with(kScorePrefix)) {
        return fmt::format("Score: {}", name.substr(kScorePrefix.size()));
    }
    return name;
}

/// The share of paths needs the paths: the whole comparison once more, as the plan samples it.
Result<FigurePtr>
cheapest(const Plan& plan, const CatalogueSlice& slice, const CompareSettings& settings, const OptionId& id)
{
    CompareSettings sampled = settings;
    sampled.paths = plan.paths;
    const auto comparison = compare(plan, slice, sampled);
    if (!comparison) {
        return failure(comparison.error());
    }
    const OptionResult* option = comparison->findOption(id.text());
    return explainCheapest(*option, comparison->paths);
}

Result<OptionModel> rebuild(const Plan& plan, const CatalogueSlice& slice, const OptionSpec& spec)
{
    CapacityCache cache(plan, slice);
    return buildOptionModel(plan, slice, spec, cache.of(spec).capacities);
}

tl::unexpected<Error> unknownFigure(const OptionResult& option, std::string_view figure)
{
    return failure(ErrorCode::UnknownName,
                   "figure",
                   fmt::format("option {} has no figure '{}'", option.spec.letter, figure),
                   "`--figure list` names them");
}

Result<FigurePtr>
committed(const OptionResult& option, const OptionModel& model, const OptionCapacities<Traced>& traced)
{
    std::vector<FigurePtr> lines;
    for (const LedgerLine* line : committedLines(option)) {
        if (!line->isKnown) {
            continue;
        }
        const auto figure = explainFigure(model, traced, "line-" + line->key);
        if (!figure) {
            return failure(figure.error());
        }
        lines.push_back(*figure);
    }
    return explainCommitted(option, lines);
}

} // namespace

std::vector<FigureName> figureNames(const Comparison& /*comparison*/, const OptionResult& option)
{
    std::vector<std::string> names{"cost", "present-value", "equivalent-annual", "committed", "idle"};
    if (option.cheapestFraction) {
        names.emplace_back("cheapest");
    }
    for (const LedgerLine& line : option.cost.lines) {
        if (line.isKnown) {
            names.push_back("line-" + line.key);
        }
    }
    for (std::size_t i = 0; i < option.workloads.size(); ++i) {
        const std::string prefix = i == 0 ? std::string{} : fmt::format("workload-{}-", i + 1);
        const WorkloadResult& workload = option.workloads[i];
        if (workload.sustained) {
            names.push_back(prefix + "sustained");
            names.push_back(prefix + "machines");
        }
        if (workload.latency) {
            names.push_back(prefix + "latency-p95");
        }
        if (workload.unitCost) {
            names.push_back(prefix + "unit-cost");
        }
        if (workload.firstLimit) {
            names.push_back(prefix + "first-limit");
        }
        for (const Limit& limit : workload.limits) {
            names.push_back(fmt::format("{}{}{}", prefix, kLimitPrefix, limit.key));
        }
    }
    if (!option.breakEven.against.empty()) {
        names.emplace_back("break-even");
    }
    if (option.value) {
        names.emplace_back("value");
    }
    names.emplace_back("score");
    for (const CriterionScore& score : option.scores) {
        names.push_back(fmt::format("{}{}", kScorePrefix, name(score.criterion)));
    }
    std::vector<FigureName> figures;
    for (std::string& figure : names) {
        std::string label = labelOf(option, figure);
        figures.push_back({.name = std::move(figure), .label = std::move(label)});
    }
    return figures;
}

Result<FigurePtr> explain(const Plan& plan,
                          const CatalogueSlice& slice,
                          std::string_view optionLetterOrId,
                          std::string_view figure,
                          const CompareSettings& settings)
{
    // Ranks, letters and the value depend on all options: the base case of all of them, without paths.
    CompareSettings baseOnly = settings;
    baseOnly.paths = 0;
    const auto comparison = compare(plan, slice, baseOnly);
    if (!comparison) {
        return failure(comparison.error());
    }
    const OptionResult* option = comparison->findOption(optionLetterOrId);
    if (option == nullptr) {
        return failure(ErrorCode::UnknownName,
                       "option",
                       fmt::format("the plan has no option '{}'", optionLetterOrId),
                       "give a letter or an option id; `compare` lists them");
    }
    if (figure.starts_with(kScorePrefix)) {
        const auto criterion = parseCriterion(figure.substr(kScorePrefix.size()));
        return criterion ? Result<FigurePtr>(
                               explainScore(slice, option->scores[static_cast<std::size_t>(*criterion)]))
                         : Result<FigurePtr>(unknownFigure(*option, figure));
    }
    if (figure == "score") {
        return explainWeightedScore(plan, slice, *option);
    }
    if (figure == "cheapest") {
        return option->state == OptionState::Ranked ? cheapest(plan, slice, settings, option->spec.id)
                                                    : Result<FigurePtr>(unknownFigure(*option, figure));
    }
    if (figure == "break-even" && !option->breakEven.against.empty()) {
        return explainBreakEven(*comparison, *option);
    }
    if (const auto [workload, name] = splitWorkload(figure); workload < option->workloads.size()) {
        if (const Limit* limit = findLimit(option->workloads[workload], name); limit != nullptr) {
            return explainLimit(plan, *comparison, *limit, workload);
        }
    }
    const auto model = rebuild(plan, slice, option->spec);
    if (!model) {
        return failure(model.error());
    }
    if (figure == "idle") {
        return explainIdle(machineWork(*model));
    }
    const auto traced = tracedCapacities(plan, slice, option->spec);
    if (figure == "committed") {
        return committed(*option, *model, traced);
    }
    if (figure == "equivalent-annual") {
        const auto presentValue = explainFigure(*model, traced, "present-value");
        return presentValue ? Result<FigurePtr>(explainAnnual(plan, *option, *presentValue))
                            : Result<FigurePtr>(failure(presentValue.error()));
    }
    if (figure != "value") {
        return explainFigure(*model, traced, figure);
    }
    const auto presentValue = explainFigure(*model, traced, "present-value");
    if (!option->value || !presentValue) {
        return unknownFigure(*option, figure);
    }
    std::vector<FigurePtr> scores;
    for (const CriterionScore& score : option->scores) {
        scores.push_back(explainScore(slice, score));
    }
    return explainValue(plan, comparison->options, *option, *presentValue, scores);
}

} // namespace wherewithal::simulator
