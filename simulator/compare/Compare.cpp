// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/compare/Compare.h"

#include "simulator/Parallel.h"
#include "simulator/compare/Enumerate.h"
#include "simulator/compare/Frozen.h"
#include "simulator/compare/Resolve.h"
#include "simulator/compare/Verdicts.h"
#include "simulator/cost/OptionModel.h"
#include "simulator/scoring/Rank.h"
#include "simulator/scoring/Requirements.h"
#include "simulator/scoring/Scores.h"
#include "simulator/sensitivity/Paths.h"

#include <algorithm>
#include <fmt/format.h>
#include <limits>
#include <map>
#include <memory>
#include <set>
#include <tbb/parallel_for.h>
#include <tuple>

namespace wherewithal::simulator {

using namespace model;

namespace {

/// One option on its way through the stages.
struct Entry
{
    EnumeratedOption enumerated;
    std::optional<OptionModel> model; ///< absent: the option cannot be resolved
    OptionResult result;
};

tl::unexpected<Error> cancelled()
{
    return failure(ErrorCode::Cancelled, {}, "the run was cancelled");
}

/// Sizes and prices one option: the base case.
Result<Entry> computeBase(const Plan& plan,
                          const CatalogueSlice& slice,
                          const EnumeratedOption& enumerated,
                          Sizing sizing,
                          const std::shared_ptr<const Forecast<double>>& base)
{
    Entry entry{.enumerated = enumerated};
    entry.result.spec = enumerated.spec;
    if (!enumerated.problem.empty()) {
        entry.result.reasons.push_back({.kind = Reason::Kind::CostPartUnknown, .text = enumerated.problem});
        entry.result.cost.isComplete = false;
        entry.result.cost.currency = plan.currency;
        entry.result.cost.unknownParts = {"machines"};
        for (const Workload& workload : plan.workloads) {
            entry.result.workloads.push_back({.id = workload.id});
        }
        return entry;
    }
    auto model = buildOptionModel(plan, slice, enumerated.spec, sizing.capacities, base);
    if (!model) {
        return failure(std::move(model.error()));
    }
    entry.model = std::move(*model);
    entry.result.reasons = std::move(sizing.reasons);
    if (!entry.model->notes.empty()) {
        entry.result.reasons.push_back({.kind = Reason::Kind::Warning,
                                        .text = fmt::format("{}", fmt::join(entry.model->notes, "; ")),
                                        .facts = entry.model->notes});
    }
    entry.result.workloads = sizeWorkloads(*entry.model);
    entry.result.cost = baseCost(*entry.model);
    addUnitCosts(*entry.model, entry.result.cost.presentValue, entry.result.workloads);
    return entry;
}

bool isSized(const Entry& entry)
{
    return std::ranges::none_of(entry.result.reasons, [](const Reason& reason) {
        return reason.kind == Reason::Kind::DoesNotFit || reason.kind == Reason::Kind::ObjectiveFailed
               || reason.kind == Reason::Kind::ObjectiveUnknown;
    });
}

/// Of what each query found, keeps the cheapest of each provider that can be sized, up to the query's limits;
/// of a provider none of whose machines can be sized, the first, so that its reason is seen.
std::vector<Entry> pruned(const Plan& plan, std::vector<Entry> entries)
{
    if (plan.queries.empty()) {
        return entries;
    }
    std::vector<Entry> kept;
    kept.reserve(entries.size());
    std::vector<std::vector<std::size_t>> found(plan.queries.size());
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (entries[i].enumerated.query) {
            found[*entries[i].enumerated.query].push_back(i);
        } else {
            kept.push_back(std::move(entries[i]));
        }
    }
    for (std::size_t query = 0; query < found.size(); ++query) {
        const auto order = [&](std::size_t index) {
            const Entry& entry = entries[index];
            return std::tuple{!isSized(entry), entry.result.cost.presentValue, entry.result.spec.id};
        };
        std::ranges::sort(found[query], {}, order);
        std::map<ProviderId, int> perProvider;
        int inAll = 0;
        for (const std::size_t index : found[query]) {
            int& count = perProvider[entries[index].result.spec.provider];
            const bool isWanted =
                isSized(entries[index]) ? count < plan.queries[query].perProvider : count == 0;
            if (isWanted && inAll < plan.queries[query].maxOptions) {
                ++count;
                ++inAll;
                kept.push_back(std::move(entries[index]));
            }
        }
    }
    return kept;
}

/// Must-haves, objectives, limits and unknown prices become reasons; reasons become a state.
void judge(const Plan& plan, const CatalogueSlice& slice, const Scorer& scorer, OptionResult& option)
{
    option.scores = scorer.of(option.spec);
    for (RequirementCheck& check : checkRequirements(plan, slice, option.spec, option.scores)) {
        if (check.outcome == RequirementCheck::Outcome::Met) {
            continue;
        }
        const bool hasFailed = check.outcome == RequirementCheck::Outcome::Failed;
        option.reasons.push_back(
            {.kind = hasFailed ? Reason::Kind::RequirementFailed : Reason::Kind::RequirementUnknown,
             .text = std::move(check.text),
             .requirementId = check.requirementId,
             .facts = std::move(check.facts)});
    }
    addObjectiveReasons(plan, option);
    addLimitReasons(plan, option);
    addCostReasons(option);
    option.state = stateOf(option);
}

/// The workload whose first limit is reached first; without dates the one with the least headroom.
std::size_t bindingWorkloadOf(const OptionResult& option)
{
    const auto urgency = [](const WorkloadResult& workload) {
        const bool isDated = workload.firstLimit && workload.firstLimit->hitBase;
        const Month never{.year = 9999, .month = 12};
        return std::tuple{isDated ? *workload.firstLimit->hitBase : never,
                          -workload.utilisation.value_or(0.0)};
    };
    const auto first = std::ranges::min_element(option.workloads, {}, urgency);
    return first == option.workloads.end() ? 0 : static_cast<std::size_t>(first - option.workloads.begin());
}

void addBreakEven(const Plan& plan, Comparison& comparison)
{
    const auto reference = referenceIndex(plan, comparison.options);
    if (!reference) {
        return;
    }
    comparison.reference = comparison.options[*reference].spec.letter;
    for (std::size_t i = 0; i < comparison.options.size(); ++i) {
        OptionResult& option = comparison.options[i];
        if (i == *reference || option.state == OptionState::Excluded) {
            continue;
        }
        option.breakEven.against = comparison.reference;
        option.breakEven.base = breakEvenBase(option.cost, comparison.options[*reference].cost, plan.starts);
    }
}

/// Options enumerated, sized and priced; queries pruned; letters given.
Result<std::vector<Entry>> computeEntries(const Plan& plan,
                                          const CatalogueSlice& slice,
                                          tbb::task_arena& arena,
                                          const Progress& progress,
                                          const std::stop_token& stop)
{
    constexpr std::size_t kAtOnce = 16; // between two words of progress, and two looks at the stop token
    CapacityCache cache(plan, slice);
    const auto base = std::make_shared<const Forecast<double>>(forecast<double>(plan, Draw{}));
    const auto enumerated = enumerateOptions(plan, slice);
    std::vector<Entry> entries;
    entries.reserve(enumerated.size());
    for (std::size_t first = 0; first < enumerated.size(); first += kAtOnce) {
        if (stop.stop_requested()) {
            return cancelled();
        }
        const std::size_t count = std::min(kAtOnce, enumerated.size() - first);
        std::vector<Sizing> sizings(count); // options on the same machine share one: not for many threads
        for (std::size_t i = 0; i < count; ++i) {
            if (enumerated[first + i].problem.empty()) {
                sizings[i] = cache.of(enumerated[first + i].spec);
            }
        }
        std::vector<Result<Entry>> computed(count);
        arena.execute([&] {
            tbb::parallel_for(std::size_t{0}, count, [&](std::size_t i) {
                computed[i] = computeBase(plan, slice, enumerated[first + i], std::move(sizings[i]), base);
            });
        });
        for (Result<Entry>& entry : computed) {
            if (!entry) {
                return failure(std::move(entry.error()));
            }
            entries.push_back(std::move(*entry));
        }
        if (progress) {
            progress(static_cast<double>(first + count) / static_cast<double>(enumerated.size()),
                     "base case");
        }
    }
    entries = pruned(plan, std::move(entries));
    std::vector<OptionSpec*> specs;
    for (Entry& entry : entries) {
        specs.push_back(&entry.result.spec);
    }
    assignLetters(plan, specs);
    return entries;
}

void addPrices(const Plan& plan, const std::vector<Entry>& entries, Comparison& comparison)
{
    std::set<OptionId> stale;
    for (const Entry& entry : entries) {
        if (!entry.model) {
            continue;
        }
        for (const UsedPrice& price : entry.model->pricesUsed) {
            comparison.prices.push_back({.price = price, .isStale = isStale(price.date, plan.asOf)});
            if (comparison.prices.back().isStale) {
                stale.insert(entry.model->spec.id);
            }
        }
    }
    std::ranges::sort(comparison.prices, {}, [](const PriceUse& use) {
        return std::tie(use.price.optionId, use.price.what);
    });
    if (!stale.empty()) {
        comparison.warnings.push_back(
            fmt::format("Prices of {} of {} options are older than {} days or undated",
                        stale.size(),
                        entries.size(),
                        kStaleAfterDays));
    }
    if (!plan.catalogueHash.empty() && plan.catalogueHash != comparison.catalogueHash) {
        comparison.warnings.push_back(
            "The catalogue is another than the one this plan was computed with last");
        for (const PriceChange& change : changedPrices(plan, comparison.prices)) {
            comparison.warnings.push_back(fmt::format("{}, {}: {} {} when computed last, {} {} now",
                                                      change.before.optionId,
                                                      change.before.what,
                                                      change.before.amount.toText(),
                                                      change.before.unit,
                                                      change.now.amount.toText(),
                                                      change.now.unit));
        }
    }
}

void collectAssumptions(const FigurePtr& figure,
                        std::set<const Figure*>& seen,
                        std::map<std::string, Figure>& used)
{
    if (!figure || !seen.insert(figure.get()).second) {
        return;
    }
    if (figure->isAssumption && figure->inputs.empty() && figure->place.starts_with("/assumptions/")) {
        used.emplace(figure->name, *figure);
    }
    for (const FigurePtr& input : figure->inputs) {
        collectAssumptions(input, seen, used);
    }
}

/// Opens the cost of one option of each kind: what the formulas really used, without a second list of it.
void addAssumptions(const Plan& plan,
                    const CatalogueSlice& slice,
                    const std::vector<Entry>& entries,
                    Comparison& comparison)
{
    std::set<OptionKind> kinds;
    std::set<const Figure*> seen;
    std::map<std::string, Figure> used;
    std::vector<FigurePtr> roots; // keeps the trees alive while their nodes are told apart by address
    for (const Entry& entry : entries) {
        if (!entry.model || !entry.model->isSized() || !kinds.insert(entry.model->spec.kind).second) {
            continue;
        }
        const auto traced = tracedCapacities(plan, slice, entry.model->spec);
        for (const std::string_view name : {"present-value", "sustained", "latency-p95"}) {
            if (const auto figure = explainFigure(*entry.model, traced, name)) {
                roots.push_back(*figure);
                collectAssumptions(*figure, seen, used);
            }
        }
    }
    for (auto& [label, figure] : used) {
        comparison.assumptionsUsed.push_back(std::move(figure));
    }
}

Result<void> requireValid(const Plan& plan)
{
    for (const PlanIssue& issue : validate(plan)) {
        if (issue.severity == PlanIssue::Severity::Error) {
            return failure(issue.error);
        }
    }
    return {};
}

Comparison headOf(const Plan& plan, const CatalogueSlice& slice, const CompareSettings& settings)
{
    Comparison comparison;
    comparison.planName = plan.name;
    comparison.catalogueHash = slice.hash;
    comparison.catalogueAsOf = slice.asOf;
    comparison.asOf = plan.asOf;
    comparison.starts = plan.starts;
    comparison.horizonMonths = plan.horizonMonths;
    comparison.seed = settings.seed.value_or(plan.seed);
    comparison.paths = settings.paths < 0 ? plan.paths : settings.paths;
    comparison.currency = plan.currency;
    return comparison;
}

/// Counts on how many paths each ranked option has the least present value; equal ones share the path.
void countCheapest(const std::vector<std::vector<double>>& presentValues, std::vector<OptionResult>& options)
{
    std::vector<std::size_t> ranked;
    std::size_t paths = 0;
    for (std::size_t i = 0; i < options.size(); ++i) {
        if (options[i].state == OptionState::Ranked && !presentValues[i].empty()) {
            ranked.push_back(i);
            paths = presentValues[i].size();
        }
    }
    std::vector<double> wins(options.size(), 0.0);
    for (std::size_t path = 0; path < paths; ++path) {
        double least = std::numeric_limits<double>::infinity();
        for (const std::size_t i : ranked) {
            least = std::min(least, presentValues[i][path]);
        }
        const auto isLeast = [&](std::size_t i) {
            return presentValues[i][path] == least;
        };
        const auto ties = static_cast<double>(std::ranges::count_if(ranked, isLeast));
        for (const std::size_t i : ranked) {
            wins[i] += isLeast(i) ? 1.0 / ties : 0.0;
        }
    }
    for (const std::size_t i : ranked) {
        options[i].cheapestFraction = wins[i] / static_cast<double>(paths);
    }
}

/// Samples paths for the options that are not excluded (of those asked for), writes their ranges, and counts
/// who is first. `comparison.options` are in the order of `entries`.
Result<void> addRanges(const Plan& plan,
                       const CompareSettings& settings,
                       const std::vector<Entry>& entries,
                       Comparison& comparison,
                       const Progress& progress,
                       const std::stop_token& stop)
{
    if (progress) {
        progress(0.0, "sampled paths");
    }
    std::vector<OptionModel> models;
    std::vector<std::size_t> indices;
    PathSettings path{.seed = comparison.seed, .paths = comparison.paths, .threads = settings.threads};
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const OptionResult& option = comparison.options[i];
        const bool isReference = option.spec.letter == comparison.reference;
        const bool isAsked =
            settings.onlyOptions.empty() || isReference
            || std::ranges::find(settings.onlyOptions, option.spec.letter) != settings.onlyOptions.end();
        if (entries[i].model && option.state != OptionState::Excluded && isAsked) {
            if (isReference) {
                path.reference = models.size();
            }
            models.push_back(*entries[i].model);
            indices.push_back(i);
        }
    }
    const auto sampled = samplePaths(models, path, stop);
    if (!sampled) {
        return failure(sampled.error());
    }
    std::vector<std::vector<double>> presentValues(entries.size());
    for (std::size_t k = 0; k < indices.size(); ++k) {
        OptionResult& option = comparison.options[indices[k]];
        applyPaths(sampled->options[k], option.cost, option.workloads, option.breakEven);
        presentValues[indices[k]] = sampled->options[k].presentValues;
    }
    sampleFirstPlaces(plan, comparison.seed, comparison.paths, presentValues, comparison.options);
    if (settings.onlyOptions.empty()) {
        countCheapest(presentValues, comparison.options);
    }
    return {};
}

} // namespace

Result<Comparison> compare(const Plan& plan,
                           const CatalogueSlice& slice,
                           const CompareSettings& settings,
                           const Progress& progress,
                           std::stop_token stop)
{
    if (const auto valid = requireValid(plan); !valid) {
        return failure(valid.error());
    }
    tbb::task_arena arena = arenaFor(settings.threads);
    auto entries = computeEntries(plan, slice, arena, progress, stop);
    if (!entries) {
        return failure(std::move(entries.error()));
    }
    Comparison comparison = headOf(plan, slice, settings);
    comparison.options.reserve(entries->size());
    const Scorer scorer(plan, slice);
    arena.execute([&] {
        tbb::parallel_for(std::size_t{0}, entries->size(), [&](std::size_t i) {
            judge(plan, slice, scorer, (*entries)[i].result);
        });
    });
    for (Entry& entry : *entries) {
        entry.result.bindingWorkload = bindingWorkloadOf(entry.result);
        comparison.options.push_back(std::move(entry.result)); // what is judged stands in the comparison only
    }
    rankOptions(plan, comparison.options);
    addBreakEven(plan, comparison);
    if (comparison.paths > 0) {
        const auto ranged = addRanges(plan, settings, *entries, comparison, progress, stop);
        if (!ranged) {
            return failure(ranged.error());
        }
        addAssumptions(plan, slice, *entries, comparison);
    }
    comparison.tippingPoints = tippingPoints(plan, comparison.options);
    addPrices(plan, *entries, comparison);
    sortForDisplay(comparison.options);
    return comparison;
}

} // namespace wherewithal::simulator
