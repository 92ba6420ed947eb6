// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/compare/Frozen.h"

#include "simulator/compare/Enumerate.h"

#include <algorithm>

namespace wherewithal::simulator {

using namespace model;

namespace {

void freezeMachine(const UsedPrice& used, const OptionSpec& spec, CatalogueSlice& slice)
{
    for (Price& price : slice.prices) {
        const bool isSame = price.provider == spec.provider && price.machine == spec.machine
                            && price.region == spec.region && price.purchase == spec.purchase
                            && price.termMonths == spec.termMonths && price.payment == spec.payment;
        if (isSame && price.currency.code() == used.currency) {
            price.amount = used.amount;
            price.upfront = used.upfront;
            price.effectiveFrom = used.date;
            price.source.date = used.date;
            price.reason = "kept as the plan recorded it";
        }
    }
}

void freezeService(const UsedPrice& used, const OptionSpec& spec, CatalogueSlice& slice)
{
    for (ServicePrice& service : slice.services) {
        const bool isSame = service.provider == spec.provider && service.service == used.what
                            && service.tiers.size() == 1
                            && (service.region == spec.region || service.region.text() == "all");
        if (isSame && service.currency.code() == used.currency && service.unit == used.unit) {
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
        if (used.what == "machine") {
            freezeMachine(used, option->spec, slice);
        } else {
            freezeService(used, option->spec, slice);
        }
    }
    return {};
}

} // namespace wherewithal::simulator
