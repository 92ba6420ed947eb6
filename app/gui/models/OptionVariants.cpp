// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/models/OptionVariants.h"

#include <algorithm>

namespace wherewithal::app {

namespace {

using model::Candidate;
using model::OptionKind;
using Change = OptionVariant::Change;

/// True if both give the same option, whatever they are called.
bool isSameOption(const Candidate& a, const Candidate& b)
{
    Candidate left = a;
    Candidate right = b;
    left.displayName = right.displayName;
    left.notes = right.notes;
    return left == right;
}

void add(std::vector<OptionVariant>& variants,
         OptionVariant variant,
         const Candidate& own,
         const model::Plan& plan)
{
    const auto isSame = [&](const Candidate& other) {
        return isSameOption(other, variant.candidate);
    };
    const bool isKnown = isSame(own) || std::ranges::any_of(plan.candidates, isSame)
                         || std::ranges::any_of(variants, isSame, &OptionVariant::candidate);
    if (!isKnown) {
        variants.push_back(std::move(variant));
    }
}

std::string regionName(const model::CatalogueSlice& slice, const model::Price& price)
{
    const model::Region* region = slice.findRegion(price.provider, price.region);
    return region != nullptr && !region->displayName.empty() ? region->displayName : price.region.text();
}

void addRented(std::vector<OptionVariant>& variants,
               const Candidate& own,
               const model::CatalogueSlice& slice,
               const model::Plan& plan)
{
    for (const Change change : {Change::Purchase, Change::Region}) {
        for (const model::Price& price : slice.prices) {
            const bool isMachine = price.provider == own.provider && price.machine == own.machine
                                   && price.operatingSystem == "linux";
            const bool isHere = price.region == own.region;
            const bool isBoughtSo = price.purchase == own.purchase && price.termMonths == own.termMonths
                                    && price.payment == own.payment;
            if (!isMachine || (change == Change::Purchase ? !isHere : isHere || !isBoughtSo)) {
                continue;
            }
            OptionVariant variant{.change = change, .candidate = own};
            variant.candidate.region = price.region;
            variant.candidate.purchase = price.purchase;
            variant.candidate.termMonths = price.termMonths;
            variant.candidate.payment = price.payment;
            variant.label = change == Change::Region ? regionName(slice, price) : std::string{};
            add(variants, std::move(variant), own, plan);
        }
    }
}

void addOwned(std::vector<OptionVariant>& variants,
              const Candidate& own,
              const model::CatalogueSlice& slice,
              const model::Plan& plan)
{
    for (const model::Site& site : slice.sites) {
        OptionVariant variant{.change = Change::Site, .candidate = own, .label = site.displayName};
        variant.candidate.site = site.id;
        add(variants, std::move(variant), own, plan);
    }
    for (const model::ServerBuild& server : slice.servers) {
        OptionVariant variant{.change = Change::Server, .candidate = own, .label = server.displayName};
        variant.candidate.server = server.id;
        add(variants, std::move(variant), own, plan);
    }
}

} // namespace

Candidate candidateOf(const simulator::OptionSpec& spec)
{
    Candidate candidate;
    candidate.kind = spec.kind;
    candidate.server = spec.server;
    candidate.site = spec.site;
    candidate.layer = spec.layer;
    switch (spec.kind) {
    case OptionKind::SelfHosted:
        return candidate;
    case OptionKind::TokenApi:
        candidate.provider = spec.provider;
        candidate.tokenModel = spec.machine.text();
        return candidate;
    case OptionKind::Machine:
    case OptionKind::Platform:
    case OptionKind::Layer:
    case OptionKind::Hybrid:
        break;
    }
    candidate.provider = spec.provider;
    candidate.region = spec.region;
    candidate.machine = spec.machine;
    candidate.purchase = spec.purchase;
    candidate.termMonths = spec.termMonths;
    candidate.payment = spec.payment;
    return candidate;
}

std::vector<OptionVariant>
variantsOf(const simulator::OptionSpec& spec, const model::CatalogueSlice& slice, const model::Plan& plan)
{
    const Candidate own = candidateOf(spec);
    std::vector<OptionVariant> variants;
    switch (spec.kind) {
    case OptionKind::Machine:
    case OptionKind::Platform:
    case OptionKind::Layer:
        addRented(variants, own, slice, plan);
        break;
    case OptionKind::SelfHosted:
        addOwned(variants, own, slice, plan);
        break;
    case OptionKind::Hybrid:
        addRented(variants, own, slice, plan);
        addOwned(variants, own, slice, plan);
        break;
    case OptionKind::TokenApi:
        break;
    }
    return variants;
}

} // namespace wherewithal::app
