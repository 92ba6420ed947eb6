// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/Result.h"
#include "simulator/compare/Comparison.h"

#include <functional>
#include <stop_token>
#include <string_view>
#include <vector>

namespace wherewithal::simulator {

/// Called from the computing thread with the share done (0..1) and what is being done.
using Progress = std::function<void(double, std::string_view)>;

/// The one entry point: options enumerated, sized, limited, priced over the horizon, scored and ranked.
///
/// Pure: the same plan, slice and settings give the same bits at any number of threads. Cancelled by the stop
/// token (ErrorCode::Cancelled). Fails only where the plan as a whole cannot be computed (validate() has
/// errors); an option that cannot be computed is in the result, with its reason.
[[nodiscard]] model::Result<Comparison> compare(const model::Plan& plan,
                                                const model::CatalogueSlice& slice,
                                                const CompareSettings& settings = {},
                                                const Progress& progress = {},
                                                std::stop_token stop = {});

/// A figure that `explain` knows: "cost", "present-value", "sustained", "latency-p95", "unit-cost", "value",
/// "score-security", "line-egress", "workload-2-sustained" ...
struct FigureName
{
    std::string name;
    std::string label;
};

/// The figures of one option, in the order of the report.
[[nodiscard]] std::vector<FigureName> figureNames(const Comparison& comparison, const OptionResult& option);

/// Opens one figure down to its sources. Runs the formulas of compare() again with traced numbers, for this
/// one option only; the root's value equals the one in the comparison to the last bit.
[[nodiscard]] model::Result<model::FigurePtr> explain(const model::Plan& plan,
                                                      const model::CatalogueSlice& slice,
                                                      std::string_view optionLetterOrId,
                                                      std::string_view figure,
                                                      const CompareSettings& settings = {});

} // namespace wherewithal::simulator
