// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/compare/Comparison.h"

namespace wherewithal::simulator {

/// The same ledger in present values: every month of every line times its discount factor (mid-month), posted
/// half-even. Totals are integer sums of what is posted, so `base` agrees with `presentValue` to the rounding
/// of the posting. Ranges and percentiles over paths are left out: they are of nominal amounts.
[[nodiscard]] CostResult discounted(const CostResult& cost);

} // namespace wherewithal::simulator
