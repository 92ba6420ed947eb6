// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/explain/Figure.h"
#include "simulator/compare/Comparison.h"
#include "simulator/sensitivity/Swings.h"

#include <vector>

/// Inside of explain(): the figures about money that are made of other figures.
namespace wherewithal::simulator {

/// Lines of the ledger that cannot be cancelled once taken: commitments, upfront parts, own hardware.
[[nodiscard]] std::vector<const LedgerLine*> committedLines(const OptionResult& option);

/// The present value as equal yearly amounts. @param presentValue the figure of the same option
[[nodiscard]] model::FigurePtr
explainAnnual(const model::Plan& plan, const OptionResult& option, const model::FigurePtr& presentValue);

/// Sum of the committed lines. @param lines their figures, in the order of committedLines()
[[nodiscard]] model::FigurePtr explainCommitted(const OptionResult& option,
                                                const std::vector<model::FigurePtr>& lines);

/// Share of the paid machine-hours without work; unknown where idleFraction() is.
[[nodiscard]] model::FigurePtr explainIdle(const std::optional<MachineWork>& work);

/// Share of the sampled paths on which the option costs least. @param paths of the comparison, > 0
[[nodiscard]] model::FigurePtr explainCheapest(const OptionResult& option, int paths);

} // namespace wherewithal::simulator
