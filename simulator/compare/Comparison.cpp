// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/compare/Comparison.h"

#include <algorithm>

namespace wherewithal::simulator {

std::string_view name(OptionState state)
{
    switch (state) {
    case OptionState::Ranked:
        return "ranked";
    case OptionState::Undecided:
        return "undecided";
    case OptionState::Excluded:
        return "excluded";
    }
    return "";
}

const OptionResult* Comparison::findOption(std::string_view letterOrId) const
{
    const auto at = std::ranges::find_if(options, [letterOrId](const OptionResult& option) {
        return option.spec.letter == letterOrId || option.spec.id.text() == letterOrId;
    });
    return at == options.end() ? nullptr : &*at;
}

} // namespace wherewithal::simulator
