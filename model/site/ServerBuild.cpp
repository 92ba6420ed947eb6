// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/site/ServerBuild.h"

#include <algorithm>

namespace wherewithal::model {

std::optional<Range> SourcedRange::range() const
{
    if (stated) {
        return stated;
    }
    if (!low && !typical && !high) {
        return std::nullopt;
    }
    const double least = low.value_or(typical.value_or(high.value_or(0.0)));
    const double most = high.value_or(typical.value_or(least));
    const double mode = typical.value_or(0.5 * (least + most));
    if (least >= most) {
        return Range{mode};
    }
    return Range::triangular(std::min(least, mode), mode, std::max(most, mode));
}

} // namespace wherewithal::model
