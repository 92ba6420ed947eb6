// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/compare/Frozen.h"

#include "simulator/compare/Enumerate.h"

#include <algorithm>
#include <fmt/format.h>
#include <string_view>

namespace wherewithal::simulator {

using namespace model;

namespace {

/// The way of buying that a recorded machine price is of: options on a commitment also use the price on
/// demand.
Purchase purchaseOf(std::string_view what, const OptionSpec& spec)
{
    if (what == "machine-spot") {
        return Purchase::Spot;
    }
    return what == "machine" && isCommitment(spec.purchase) ? Purchase::OnDemand : spec.purchase;
}

void freezeMachine(const UsedPrice& used, const OptionSpec& spec, CatalogueSlice& slice)
{
    const Purchase purchase = purchaseOf(used.what, spec);
    for (Price& price : slice.prices) {
        const bool isSameTerm =
            !isCommitment(purchase) || (price.termMonths == spec.termMonths && price.payment == spec.payment);
        const bool isSame = price.provider == spec.provider && price.machine == spec.machine
                            && price.region == spec.region && price.purchase == purchase && isSameTerm;
        if (!isSame || price.currency.code() != used.currency) {
            continue;
        }
        (used.what == "machine-upfront" ? price.upfront : price.amount) = used.amount;
        price.effectiveFrom = used.date;
        price.reason = "kept as the plan recorded it";
    }
}

void freezeTokens(const UsedPrice& used, const OptionSpec& spec, CatalogueSlice& slice)
{
    for (TokenPrice& price : slice.tokenPrices) {
        if (price.provider != spec.provider || price.model != spec.machine.text()
            || price.currency.code() != used.currency) {
            continue;
        }
        if (used.what == "tokens-input") {
            price.inputPerMillion = used.amount;
        } else if (used.what == "tokens-output") {
            price.outputPerMillion = used.amount;
        } else {
            price.cachedInputPerMillion = used.amount;
        }
        price.source.date = used.date;
    }
}

/// Graduated prices are recorded by their first step only and stay those of the catalogue.
void freezeService(const UsedPrice& used, const OptionSpec& spec, CatalogueSlice& slice)
{
    for (ServicePrice& service : slice.services) {
        const bool isSame = service.provider == spec.provider && service.service == used.what
                            && service.tiers.size() == 1
                            && (service.region == spec.region || service.region.text() == "all");
        if (isSame && fmt::format("{}/{}", service.currency.code(), service.unit) == used.unit) {
            service.tiers.front().amount = used.amount;
            service.source.date = used.date;
        }
    }
}

} // namespace

Result<void> freezePrices(const Plan& plan, CatalogueSlice& slice)
{
    if (plan.pricesUsed.empty()) {
        return failure(ErrorCode::NotFound,
                       "prices_used",
                       "the plan records no prices to keep",
                       "compute and save it once, or `compare PLAN --record`");
    }
    const auto options = enumerateOptions(plan, slice);
    for (const UsedPrice& used : plan.pricesUsed) {
        const auto option = std::ranges::find(
            options, used.optionId, [](const EnumeratedOption& one) { return one.spec.id.text(); });
        if (option == options.end()) {
            continue;
        }
        if (used.what.starts_with("machine")) {
            freezeMachine(used, option->spec, slice);
        } else if (used.what.starts_with("tokens-")) {
            freezeTokens(used, option->spec, slice);
        } else {
            freezeService(used, option->spec, slice);
        }
    }
    return {};
}

std::vector<PriceChange> changedPrices(const Plan& plan, const std::vector<PriceUse>& prices)
{
    std::vector<PriceChange> changes;
    for (const UsedPrice& before : plan.pricesUsed) {
        const auto now = std::ranges::find_if(prices, [&](const PriceUse& use) {
            return use.price.optionId == before.optionId && use.price.what == before.what
                   && use.price.unit == before.unit;
        });
        if (now != prices.end() && now->price.amount != before.amount) {
            changes.push_back({.before = before, .now = now->price});
        }
    }
    return changes;
}

} // namespace wherewithal::simulator
