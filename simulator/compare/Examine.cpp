// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/compare/Examine.h"

#include "simulator/compare/ExplainMoney.h"
#include "simulator/compare/Resolve.h"

#include <algorithm>
#include <fmt/format.h>

namespace wherewithal::simulator {

using namespace model;

namespace {

Result<OptionModel> modelOf(const Plan& plan, const CatalogueSlice& slice, const OptionSpec& spec)
{
    CapacityCache cache(plan, slice);
    return buildOptionModel(plan, slice, spec, cache.of(spec).capacities);
}

/// The cheapest other ranked option by base cost; null if there is none.
const OptionResult* cheapestOther(const Comparison& comparison, const OptionResult& option)
{
    const OptionResult* best = nullptr;
    for (const OptionResult& other : comparison.options) {
        const bool isRival = other.state == OptionState::Ranked && other.spec.letter != option.spec.letter;
        if (isRival && (best == nullptr || other.cost.base < best->cost.base)) {
            best = &other;
        }
    }
    return best;
}

tl::unexpected<Error> unknownOption(std::string_view name)
{
    return failure(ErrorCode::UnknownName,
                   "option",
                   fmt::format("the plan has no option '{}'", name),
                   "give a letter or an option id");
}

} // namespace

Result<Examination> examine(const Plan& plan,
                            const CatalogueSlice& slice,
                            const Comparison& comparison,
                            std::string_view optionLetterOrId,
                            std::string_view rival)
{
    const OptionResult* option = comparison.findOption(optionLetterOrId);
    if (option == nullptr) {
        return unknownOption(optionLetterOrId);
    }
    const OptionResult* other =
        rival.empty() ? cheapestOther(comparison, *option) : comparison.findOption(rival);
    if (other == nullptr && !rival.empty()) {
        return unknownOption(rival);
    }
    const auto model = modelOf(plan, slice, option->spec);
    if (!model) {
        return failure(model.error());
    }
    Examination result;
    result.letter = option->spec.letter;
    result.base = totalAt(*model, Draw{});
    result.swings = swings(*model);
    result.idleFraction = idleFraction(*model);
    for (const LedgerLine* line : committedLines(*option)) {
        result.committed += line->total;
    }
    if (other != nullptr) {
        const auto rivalModel = modelOf(plan, slice, other->spec);
        if (!rivalModel) {
            return failure(rivalModel.error());
        }
        result.rival = other->spec.letter;
        result.isCheaperNow = result.base < totalAt(*rivalModel, Draw{});
        result.switchOvers = switchOvers(*model, *rivalModel);
    }
    return result;
}

} // namespace wherewithal::simulator
