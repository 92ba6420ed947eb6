// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/Verdicts.h"

#include "app/report/Format.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace wherewithal::app {

namespace {

using simulator::Comparison;
using simulator::OptionResult;
using simulator::OptionState;

/// The words of this file.
struct VerdictWords
{
    Q_DECLARE_TR_FUNCTIONS(VerdictWords)
};

std::vector<const OptionResult*> ranked(const Comparison& comparison)
{
    std::vector<const OptionResult*> result;
    for (const OptionResult& option : comparison.options) {
        if (option.state == OptionState::Ranked && option.rank) {
            result.push_back(&option);
        }
    }
    return result;
}

int countOf(const Comparison& comparison, OptionState state)
{
    return static_cast<int>(std::ranges::count(comparison.options, state, &OptionResult::state));
}

QString letterOf(const OptionResult& option)
{
    return fromEngine(option.spec.letter);
}

QString named(const Format& format, const OptionResult& option)
{
    return QStringLiteral("%1 (%2)").arg(format.optionTitle(option.spec), letterOf(option));
}

const simulator::Limit* firstLimit(const OptionResult& option)
{
    if (option.bindingWorkload >= option.workloads.size()) {
        return nullptr;
    }
    const auto& workload = option.workloads[option.bindingWorkload];
    return workload.firstLimit ? &*workload.firstLimit : nullptr;
}

Verdict noOption(const Comparison& comparison)
{
    const int undecided = countOf(comparison, OptionState::Undecided);
    const int excluded = countOf(comparison, OptionState::Excluded);
    return {
        VerdictWords::tr("No option meets every requirement and objective."),
        VerdictWords::tr("Undecided: %1, excluded: %2; the table says why.").arg(undecided).arg(excluded)};
}

} // namespace

const simulator::Reason* decidingReason(const OptionResult& option)
{
    const auto deciding = std::ranges::find_if(option.reasons, [](const simulator::Reason& reason) {
        return reason.kind != simulator::Reason::Kind::Warning;
    });
    return deciding != option.reasons.end() ? &*deciding
           : option.reasons.empty()         ? nullptr
                                            : &option.reasons.front();
}

Verdict compareVerdict(const Comparison& comparison)
{
    const Format format;
    const auto order = ranked(comparison);
    if (order.empty()) {
        return noOption(comparison);
    }
    const OptionResult& first = *order.front();
    const auto cheapest =
        *std::ranges::min_element(order, {}, [](const OptionResult* option) { return option->cost.base; });
    const QString horizon = format.months(comparison.horizonMonths);
    const QString cost = format.money(first.cost.base.toDouble(), comparison.currency);
    Verdict verdict;
    if (cheapest == &first) {
        verdict.answer =
            VerdictWords::tr("%1 is first and cheapest: %2 over %3").arg(named(format, first), cost, horizon);
        if (order.size() > 1) {
            const auto next =
                *std::ranges::min_element(order.begin() + 1, order.end(), {}, [](const OptionResult* option) {
                    return option->cost.base;
                });
            const double difference = next->cost.base.toDouble() - first.cost.base.toDouble();
            verdict.answer += VerdictWords::tr(", %1 below %2")
                                  .arg(format.money(difference, comparison.currency), letterOf(*next));
        }
        verdict.answer += QLatin1Char('.');
    } else {
        verdict.answer = VerdictWords::tr("%1 ranks first at %2 over %3; %4 costs least, %5 less.")
                             .arg(named(format, first),
                                  cost,
                                  horizon,
                                  letterOf(*cheapest),
                                  format.money(first.cost.base.toDouble() - cheapest->cost.base.toDouble(),
                                               comparison.currency));
    }
    QStringList rest;
    const OptionResult* rival = order.size() > 1 ? order[1] : nullptr;
    const bool overtakes = rival != nullptr && rival->breakEven.against == first.spec.letter
                           && rival->breakEven.base.has_value();
    const QString share = format.percent(first.firstInFraction);
    if (overtakes && first.firstInFraction) {
        rest.append(VerdictWords::tr("It overtakes %1 in %2; first in %3 of weightings.")
                        .arg(letterOf(*rival), format.month(rival->breakEven.base), share));
    } else if (overtakes) {
        rest.append(VerdictWords::tr("It overtakes %1 in %2.")
                        .arg(letterOf(*rival), format.month(rival->breakEven.base)));
    } else if (first.firstInFraction) {
        rest.append(VerdictWords::tr("It is first in %1 of weightings.").arg(share));
    }
    if (const auto* limit = firstLimit(first); rest.isEmpty() && limit != nullptr && limit->hitBase) {
        rest.append(VerdictWords::tr("First limit: %1 in %2.")
                        .arg(format.wording().engineText(limit->name), format.month(limit->hitBase)));
    }
    verdict.rest = rest.join(QLatin1Char(' '));
    return verdict;
}

Verdict costVerdict(const Comparison& comparison, const OptionResult& option)
{
    const Format format;
    const QString horizon = format.months(comparison.horizonMonths);
    const QString cost = format.money(option.cost.base.toDouble(), comparison.currency);
    Verdict verdict;
    if (option.state == OptionState::Excluded) {
        const simulator::Reason* deciding = decidingReason(option);
        const QString why = deciding == nullptr ? QString() : format.wording().engineText(deciding->text);
        return {VerdictWords::tr("%1 is excluded.").arg(letterOf(option)), why};
    }
    if (!option.cost.isComplete) {
        const QString part = option.cost.unknownParts.empty()
                                 ? QString()
                                 : format.wording().engineText(option.cost.unknownParts.front());
        return {VerdictWords::tr("%1 costs at least %2 over %3.").arg(letterOf(option), cost, horizon),
                VerdictWords::tr("Unknown: %1.").arg(part)};
    }
    if (option.cost.range) {
        verdict.answer = VerdictWords::tr("%1 costs %2 over %3, between %4 and %5 in 8 of 10 futures.")
                             .arg(letterOf(option),
                                  cost,
                                  horizon,
                                  format.money(option.cost.range->p10, comparison.currency),
                                  format.money(option.cost.range->p90, comparison.currency));
    } else {
        verdict.answer = VerdictWords::tr("%1 costs %2 over %3.").arg(letterOf(option), cost, horizon);
    }
    const auto& lines = option.cost.lines;
    if (!lines.empty() && option.cost.base.count > 0) {
        const auto& greatest = *std::ranges::max_element(lines, {}, &simulator::LedgerLine::total);
        verdict.rest = VerdictWords::tr("%1 of it is: %2.")
                           .arg(format.percent(greatest.total.toDouble() / option.cost.base.toDouble()),
                                format.wording().engineText(greatest.label));
    }
    if (!option.breakEven.against.empty()) {
        verdict.rest +=
            QLatin1Char(' ')
            + (option.breakEven.base
                   ? VerdictWords::tr("%1 becomes cheaper in %2.")
                         .arg(fromEngine(option.breakEven.against), format.month(option.breakEven.base))
                   : VerdictWords::tr("%1 never becomes cheaper within the plan.")
                         .arg(fromEngine(option.breakEven.against)));
    }
    return verdict;
}

Verdict scalingVerdict(const Comparison& comparison, const OptionResult& option)
{
    const Format format;
    if (option.workloads.empty()) {
        return {VerdictWords::tr("The limits of %1 are unknown.").arg(letterOf(option)), {}};
    }
    const model::Month last = model::monthsLater(comparison.starts, comparison.horizonMonths - 1);
    const auto* limit = firstLimit(option);
    if (limit == nullptr || !limit->hitBase) {
        return {VerdictWords::tr("%1 meets no limit by %2.").arg(letterOf(option), format.month(last)), {}};
    }
    Verdict verdict;
    verdict.answer =
        VerdictWords::tr("%1 meets its first limit, %2, in %3")
            .arg(letterOf(option), format.wording().engineText(limit->name), format.month(limit->hitBase));
    if (limit->hitP90 && limit->hitP90 != limit->hitBase) {
        verdict.answer +=
            VerdictWords::tr(", on nine of ten sampled paths by %1").arg(format.month(limit->hitP90));
    }
    verdict.answer += QLatin1Char('.');
    verdict.rest =
        limit->isRaisable ? VerdictWords::tr("It can be raised.") : VerdictWords::tr("It is hard.");
    const auto& limits = option.workloads[option.bindingWorkload].limits;
    const auto next = std::ranges::find_if(limits, [&](const simulator::Limit& other) {
        return other.key != limit->key && other.hitBase.has_value();
    });
    if (next != limits.end()) {
        verdict.rest += QLatin1Char(' ')
                        + VerdictWords::tr("%1 follows in %2.")
                              .arg(format.wording().engineText(next->name), format.month(next->hitBase));
    }
    return verdict;
}

Verdict scoresVerdict(const Comparison& comparison)
{
    const Format format;
    auto order = ranked(comparison);
    if (order.empty()) {
        return noOption(comparison);
    }
    std::ranges::stable_sort(
        order, std::greater{}, [](const OptionResult* option) { return option->scoreLow; });
    Verdict verdict;
    const OptionResult& first = *order.front();
    if (order.size() > 1 && order[1]->scoreHigh > first.scoreLow) {
        verdict.answer =
            VerdictWords::tr(
                "%1 leads with %2, but cannot be told apart from %3 with %4: the intervals overlap.")
                .arg(letterOf(first),
                     format.score(first.scoreLow, first.scoreHigh),
                     letterOf(*order[1]),
                     format.score(order[1]->scoreLow, order[1]->scoreHigh));
    } else {
        verdict.answer = VerdictWords::tr("%1 leads with %2 of 100.")
                             .arg(letterOf(first), format.score(first.scoreLow, first.scoreHigh));
    }
    int open = 0;
    for (const OptionResult* option : order) {
        for (const auto& score : option->scores) {
            open += score.questions - score.answered;
        }
    }
    verdict.rest = VerdictWords::tr("Scores alone, without cost. %n answers are unknown.", nullptr, open);
    return verdict;
}

Verdict workloadVerdict(const Comparison& comparison, std::size_t workload)
{
    const Format format;
    const OptionResult* best = nullptr;
    int fits = 0;
    int known = 0;
    for (const OptionResult& option : comparison.options) {
        if (workload < option.workloads.size() && option.workloads[workload].perReplica) {
            ++known;
            fits += *option.workloads[workload].perReplica > 0.0 ? 1 : 0;
            if (best == nullptr
                || *option.workloads[workload].perReplica > *best->workloads[workload].perReplica) {
                best = &option;
            }
        }
    }
    if (best == nullptr) {
        return {VerdictWords::tr("No option states what one replica sustains."),
                VerdictWords::tr("Check the model's configuration and the objectives.")};
    }
    const auto& result = best->workloads[workload];
    return {VerdictWords::tr("One replica sustains up to %1 (%2).")
                .arg(format.quantity(result.perReplica, result.sustainedUnit), named(format, *best)),
            VerdictWords::tr("%1 of %2 options can run it; %3 are needed at the first month's peak.")
                .arg(fits)
                .arg(std::max<std::size_t>(static_cast<std::size_t>(known), comparison.options.size()))
                .arg(format.quantity(result.demandNow, result.sustainedUnit))};
}

Verdict demandVerdict(const model::Plan& plan, std::size_t workload)
{
    const Format format;
    if (workload >= plan.workloads.size()) {
        return {};
    }
    const model::Demand& demand = plan.workloads[workload].demand;
    const std::string unit = std::string(model::unitOfWork(plan.workloads[workload].detail)) + "/s";
    Verdict verdict;
    verdict.answer = VerdictWords::tr("%1 at the busiest hour of the week, on average %2 of that.")
                         .arg(format.quantity(demand.peakPerSecond.median(), unit),
                              format.percent(demand.profile.meanFraction()));
    if (demand.growth.kind == model::Growth::Kind::None) {
        verdict.rest = VerdictWords::tr("No growth is expected.");
    } else {
        verdict.rest = VerdictWords::tr("Growth of %1 a year, likely between %2 and %3.")
                           .arg(format.percent(demand.growth.perYear.median()),
                                format.percent(demand.growth.perYear.quantile(0.1)),
                                format.percent(demand.growth.perYear.quantile(0.9)));
    }
    return verdict;
}

Verdict requirementsVerdict(const Comparison& comparison)
{
    const int excluded = countOf(comparison, OptionState::Excluded);
    const int undecided = countOf(comparison, OptionState::Undecided);
    const int all = static_cast<int>(comparison.options.size());
    return {VerdictWords::tr("%1 of %2 options meet every requirement and objective.")
                .arg(all - excluded - undecided)
                .arg(all),
            VerdictWords::tr("Excluded: %1. Undecided because an answer is missing: %2.")
                .arg(excluded)
                .arg(undecided)};
}

Verdict optionsVerdict(const Comparison& comparison)
{
    std::vector<std::string> providers;
    for (const OptionResult& option : comparison.options) {
        if (std::ranges::find(providers, option.spec.provider.text()) == providers.end()) {
            providers.push_back(option.spec.provider.text());
        }
    }
    return {
        VerdictWords::tr("%1 options of %2 providers are compared.")
            .arg(comparison.options.size())
            .arg(providers.size()),
        VerdictWords::tr(
            "Queries take the cheapest machines of each provider that fit; candidates are taken as named.")};
}

} // namespace wherewithal::app
