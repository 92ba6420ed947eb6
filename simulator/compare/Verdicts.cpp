// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/compare/Verdicts.h"

#include <algorithm>
#include <fmt/format.h>
#include <tuple>

namespace wherewithal::simulator {

using namespace model;

namespace {

/// One objective beside what the option reaches.
struct Target
{
    std::string field; ///< of the objectives, for a jump to it
    std::string label;
    double asked = 0.0;
    std::optional<double> reached;
    std::string unit;
};

std::vector<Target> targetsOf(const Workload& workload, const WorkloadResult& result)
{
    std::vector<Target> targets;
    const auto add = [&](const char* field,
                         const char* label,
                         const std::optional<double>& asked,
                         std::optional<double> reached,
                         const char* unit) {
        if (asked) {
            targets.push_back({field, label, *asked, reached, unit});
        }
    };
    const Objectives& objectives = workload.objectives;
    const std::optional<double> latency =
        result.latency ? std::optional(result.latency->p95Seconds) : std::nullopt;
    add("ttft_p95",
        "Time to first token P95",
        objectives.timeToFirstTokenP95Seconds,
        result.timeToFirstTokenP95Seconds,
        "s");
    add("tpot_p95",
        "Time per token P95",
        objectives.timePerTokenP95Seconds,
        result.timePerTokenP95Seconds,
        "s");
    add("latency_p95", "Latency P95", objectives.latencyP95Seconds, latency, "s");
    add("deadline", "Duration of a run", objectives.deadlineHours, result.runHours, "h");
    return targets;
}

Reason objectiveReason(const Workload& workload, const Target& target)
{
    Reason reason;
    reason.requirementId = fmt::format("{}/{}", workload.id.text(), target.field);
    reason.facts = {target.label, fmt::format("{:.3g}", target.asked), target.unit};
    if (target.reached) {
        reason.kind = Reason::Kind::ObjectiveFailed;
        reason.text = fmt::format("{} {:.3g} {}: objective {:.3g} {} or less",
                                  target.label,
                                  *target.reached,
                                  target.unit,
                                  target.asked,
                                  target.unit);
    } else {
        reason.kind = Reason::Kind::ObjectiveUnknown;
        reason.text = fmt::format(
            "{} is unknown: objective {:.3g} {} or less", target.label, target.asked, target.unit);
    }
    return reason;
}

bool hasReason(const OptionResult& option, Reason::Kind kind)
{
    return std::ranges::any_of(option.reasons, [&](const Reason& reason) { return reason.kind == kind; });
}

} // namespace

void addObjectiveReasons(const Plan& plan, OptionResult& option)
{
    // A model that does not fit fails every objective; one reason says it better than five.
    if (hasReason(option, Reason::Kind::DoesNotFit) || hasReason(option, Reason::Kind::ObjectiveFailed)) {
        return;
    }
    const bool isKnownWhy = hasReason(option, Reason::Kind::ObjectiveUnknown);
    for (std::size_t i = 0; i < plan.workloads.size() && i < option.workloads.size(); ++i) {
        for (const Target& target : targetsOf(plan.workloads[i], option.workloads[i])) {
            // A hair of tolerance: pools are sized to meet the objective exactly.
            constexpr double kTolerance = 1e-9;
            const bool isMet = target.reached && *target.reached <= target.asked * (1.0 + kTolerance);
            if (!isMet && (target.reached || !isKnownWhy)) {
                option.reasons.push_back(objectiveReason(plan.workloads[i], target));
            }
        }
    }
}

void addLimitReasons(const Plan& plan, OptionResult& option)
{
    for (std::size_t i = 0; i < plan.workloads.size() && i < option.workloads.size(); ++i) {
        for (const Limit& limit : option.workloads[i].limits) {
            if (limit.isHard && !limit.isRaisable && limit.usedNow > limit.value) {
                option.reasons.push_back(
                    {.kind = Reason::Kind::LimitFailed,
                     .text = fmt::format("{}: {:.3g} {} needed, {:.3g} is the limit and cannot be raised",
                                         limit.name,
                                         limit.usedNow,
                                         limit.unit,
                                         limit.value),
                     .requirementId = plan.workloads[i].id.text(),
                     .facts = {limit.name,
                               fmt::format("{:.3g}", limit.usedNow),
                               fmt::format("{:.3g}", limit.value),
                               limit.unit}});
            }
        }
    }
}

void addCostReasons(OptionResult& option)
{
    // What is excluded needs no second reason; what cannot be sized has no price for that very reason.
    if (stateOf(option) == OptionState::Excluded) {
        return;
    }
    for (const std::string& part : option.cost.unknownParts) {
        option.reasons.push_back({.kind = Reason::Kind::CostPartUnknown,
                                  .text = fmt::format("Totals are lower bounds: {}", part),
                                  .facts = {part}});
    }
}

OptionState stateOf(const OptionResult& option)
{
    using Kind = Reason::Kind;
    for (const Kind kind :
         {Kind::RequirementFailed, Kind::ObjectiveFailed, Kind::DoesNotFit, Kind::LimitFailed}) {
        if (hasReason(option, kind)) {
            return OptionState::Excluded;
        }
    }
    for (const Kind kind : {Kind::RequirementUnknown, Kind::ObjectiveUnknown, Kind::CostPartUnknown}) {
        if (hasReason(option, kind)) {
            return OptionState::Undecided;
        }
    }
    return option.cost.isComplete ? OptionState::Ranked : OptionState::Undecided;
}

std::optional<std::size_t> referenceIndex(const Plan& plan, const std::vector<OptionResult>& options)
{
    std::optional<std::size_t> best;
    const auto consider = [&](auto&& isCandidate) {
        for (std::size_t i = 0; i < options.size(); ++i) {
            if (isCandidate(options[i])
                && (!best || options[i].cost.presentValue < options[*best].cost.presentValue)) {
                best = i;
            }
        }
        return best.has_value();
    };
    const auto isNamed = [&](const OptionResult& option) {
        return option.spec.id.text() == plan.referenceOption;
    };
    const auto isRankedOwned = [](const OptionResult& option) {
        return option.spec.kind == OptionKind::SelfHosted && option.state == OptionState::Ranked;
    };
    // Without one whose cost is known, a lower bound has to do.
    const auto isOwned = [](const OptionResult& option) {
        return option.spec.kind == OptionKind::SelfHosted && option.state != OptionState::Excluded;
    };
    const auto isRanked = [](const OptionResult& option) {
        return option.state == OptionState::Ranked;
    };
    if (consider(isNamed) || consider(isRankedOwned) || consider(isOwned)) {
        return best;
    }
    // Else the first ranked one: by rank where there is one, else by cost.
    for (std::size_t i = 0; i < options.size(); ++i) {
        if (options[i].rank == 1) {
            return i;
        }
    }
    consider(isRanked);
    return best;
}

void sortForDisplay(std::vector<OptionResult>& options)
{
    static constexpr int kUnranked = 1 << 30; // after every rank
    std::ranges::stable_sort(options, {}, [](const OptionResult& option) {
        return std::tuple{static_cast<int>(option.state),
                          option.rank.value_or(kUnranked),
                          option.spec.letter.size(),
                          option.spec.letter};
    });
}

} // namespace wherewithal::simulator
