// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/scoring/Requirements.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <utility>

namespace wherewithal::simulator {

using namespace model;
using Outcome = RequirementCheck::Outcome;

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kServiceQuestions{
    {{"postgresql", "db.pg"},
     {"mongodb", "db.mongo"},
     {"docker", "docker"},
     {"kubernetes", "k8s"},
     {"object-storage", "obj"},
     {"registry", "registry"},
     {"private-network", "net.private"},
     {"vpn", "vpn"}}};

bool contains(const std::vector<std::string>& values, std::string_view value)
{
    return std::ranges::find(values, value) != values.end();
}

std::string joined(const std::vector<std::string>& values)
{
    std::string text;
    for (const std::string& value : values) {
        text += text.empty() ? value : " or " + value;
    }
    return text;
}

/// Where the option's data lie: one place, or two for a hybrid.
std::vector<std::pair<std::string, std::string>>
placesOf(const CatalogueSlice& slice, const OptionSpec& spec, std::vector<std::string>& ids)
{
    std::vector<std::pair<std::string, std::string>> places; // continent, country
    if (spec.kind == OptionKind::SelfHosted || spec.kind == OptionKind::Hybrid) {
        const Site* site = slice.findSite(spec.site);
        places.emplace_back(site != nullptr ? site->continent : std::string{},
                            site != nullptr ? site->country : std::string{});
        ids.push_back(spec.site.text());
    }
    if (spec.kind != OptionKind::SelfHosted) {
        const Region* region = slice.findRegion(spec.provider, spec.region);
        places.emplace_back(region != nullptr ? region->continent : std::string{},
                            region != nullptr ? region->country : std::string{});
        ids.push_back(spec.region.text());
    }
    return places;
}

void checkRegion(const Requirement& requirement,
                 const CatalogueSlice& slice,
                 const OptionSpec& spec,
                 RequirementCheck& check)
{
    std::vector<std::string> ids;
    const auto places = placesOf(slice, spec, ids);
    const std::string wanted = joined(requirement.values);
    check.outcome = Outcome::Met;
    check.text = fmt::format("Data stay in {}", wanted);
    for (std::size_t i = 0; i < places.size(); ++i) {
        const auto& [continent, country] = places[i];
        if (contains(requirement.values, ids[i])
            || (!continent.empty() && contains(requirement.values, continent))
            || (!country.empty() && contains(requirement.values, country))) {
            continue;
        }
        if (continent.empty() && country.empty()) {
            check.outcome = check.outcome == Outcome::Failed ? Outcome::Failed : Outcome::Unknown;
            check.text =
                fmt::format("Data must stay in {}: the provider does not say where they lie", wanted);
        } else {
            check.outcome = Outcome::Failed;
            check.text = fmt::format("Data must stay in {}: {} is in {}",
                                     wanted,
                                     spec.regionName,
                                     continent.empty() ? country : continent);
        }
    }
    check.facts = {wanted, spec.regionName};
}

void checkMember(const Requirement& requirement,
                 std::string_view what,
                 std::string_view value,
                 RequirementCheck& check)
{
    check.outcome = contains(requirement.values, value) ? Outcome::Met : Outcome::Failed;
    check.text = fmt::format("{} must be {}: it is {}", what, joined(requirement.values), value);
    check.facts = {std::string(what), joined(requirement.values), std::string(value)};
}

void checkQuestion(const Requirement& requirement,
                   std::string_view question,
                   const CatalogueSlice& slice,
                   const Scorecard& scores,
                   RequirementCheck& check)
{
    const AnswerCell* cell = findCell(scores, QuestionId{std::string(question)});
    if (cell == nullptr) {
        check.text = fmt::format("The catalogue does not know the question '{}'", question);
        return;
    }
    const auto asked = std::ranges::find(slice.questions, cell->question, &Question::id);
    const double needed = requirement.acceptsPartial ? 0.5 : 1.0;
    const char* answer = "unknown";
    if (cell->low >= needed) {
        check.outcome = Outcome::Met;
        answer = cell->low >= 1.0 ? "yes" : "partly";
    } else if (cell->high < needed) {
        check.outcome = Outcome::Failed;
        answer = cell->high <= 0.0 ? "no" : "only partly";
    }
    check.text = fmt::format("{} Required; the answer is {}", asked->text, answer);
    check.facts = {asked->text, answer};
}

void checkSystem(const Requirement& requirement,
                 const Plan& plan,
                 const CatalogueSlice& slice,
                 const OptionSpec& spec,
                 RequirementCheck& check)
{
    if (requirement.values.size() < 2) {
        check.text = "The requirement names no operating system and version";
        return;
    }
    const std::string system = fmt::format("{} {}", requirement.values[0], requirement.values[1]);
    check.facts = {system};
    if (spec.kind == OptionKind::Platform || spec.kind == OptionKind::TokenApi) {
        check.text = fmt::format("{}: the provider chooses the operating system", system);
        return;
    }
    const Month end = monthsLater(plan.starts, plan.horizonMonths - 1);
    for (const Lifecycle& cycle : slice.lifecycles) {
        const auto supported = parseDay(cycle.endOfSupport);
        if (cycle.product != requirement.values[0] || cycle.cycle != requirement.values[1] || !supported) {
            continue;
        }
        const bool isLongEnough = end <= monthOf(*supported);
        check.outcome = isLongEnough ? Outcome::Met : Outcome::Failed;
        check.facts = {system, cycle.endOfSupport, text(end)};
        check.text = isLongEnough ? fmt::format("{} is in support until {}", system, cycle.endOfSupport)
                     : *supported < plan.asOf
                         ? fmt::format("Support of {} ended on {}", system, cycle.endOfSupport)
                         : fmt::format("Support of {} ends on {}, before the plan ends in {}",
                                       system,
                                       cycle.endOfSupport,
                                       text(end));
        return;
    }
    check.text = fmt::format("The catalogue has no support dates of {}", system);
}

} // namespace

std::string_view questionOfService(std::string_view service)
{
    for (const auto& [known, question] : kServiceQuestions) {
        if (known == service) {
            return question;
        }
    }
    return {};
}

std::vector<RequirementCheck> checkRequirements(const Plan& plan,
                                                const CatalogueSlice& slice,
                                                const OptionSpec& spec,
                                                const Scorecard& scores)
{
    std::vector<RequirementCheck> checks;
    for (const Requirement& requirement : plan.requirements) {
        if (requirement.isOff) {
            continue;
        }
        RequirementCheck check{.requirementId = requirement.id};
        const std::string first = requirement.values.empty() ? std::string{} : requirement.values.front();
        switch (requirement.kind) {
        case Requirement::Kind::Region:
            checkRegion(requirement, slice, spec, check);
            break;
        case Requirement::Kind::Provider:
            checkMember(requirement, "The provider", spec.provider.text(), check);
            break;
        case Requirement::Kind::Purchase:
            checkMember(requirement, "The way of buying", name(spec.purchase), check);
            break;
        case Requirement::Kind::Kind:
            checkMember(requirement, "The kind of option", name(spec.kind), check);
            break;
        case Requirement::Kind::Question:
            checkQuestion(requirement, first, slice, scores, check);
            break;
        case Requirement::Kind::Service:
            checkQuestion(requirement, questionOfService(first), slice, scores, check);
            break;
        case Requirement::Kind::OperatingSystem:
            checkSystem(requirement, plan, slice, spec, check);
            break;
        }
        checks.push_back(std::move(check));
    }
    return checks;
}

} // namespace wherewithal::simulator
