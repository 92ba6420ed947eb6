// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/compare/Compare.h"
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

/// "cost" -> "Cost over the horizon"; the names that the command line takes, in words.
std::string labelOf(const OptionResult& option, const std::string& name)
{
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kLabels{{
        {"cost", "Cost over the horizon"},
        {"present-value", "Present value of the cost"},
        {"sustained", "Sustained throughput"},
        {"machines", "Machines"},
        {"latency-p95", "Latency P95"},
        {"unit-cost", "Unit cost"},
        {"value", "Value by which options are ranked"},
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

} // namespace

std::vector<FigureName> figureNames(const Comparison& /*comparison*/, const OptionResult& option)
{
    std::vector<std::string> names{"cost", "present-value"};
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
    }
    if (option.value) {
        names.emplace_back("value");
    }
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
    const auto model = rebuild(plan, slice, option->spec);
    if (!model) {
        return failure(model.error());
    }
    const auto traced = tracedCapacities(plan, slice, option->spec);
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
