// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/Engine.h"
#include "model/plan/Plan.h"
#include "simulator/compare/Comparison.h"

/// A comparison made by hand: every state of an option, known to the last digit, no engine and no catalogue.
namespace wherewithal::fixture {

/// A claims assistant with one LLM workload, ranges, two requirements and three objectives.
[[nodiscard]] model::Plan plan();
/// Twelve options: six ranked, one undecided with unknown licence, five excluded. `paths` 0: no percentiles.
[[nodiscard]] simulator::Comparison comparison(const model::Plan& plan, int paths);
/// Providers, questions and evidence for the scores page.
[[nodiscard]] model::CatalogueSlice slice();
/// Cost over the horizon as a tree of three levels with a source, a setting and an assumption.
[[nodiscard]] model::FigurePtr costFigure();

/// A closer look at an option: two inputs, one of which can turn the order.
[[nodiscard]] simulator::Examination examination(const std::string& letter);

/// All of the above behind the interface of the session. The base cost of A follows the plan's peak, so that
/// an edit changes the answer.
[[nodiscard]] app::Engine engine();
/// Keeps plans in memory under their path.
[[nodiscard]] app::PlanStorage memoryStorage();

} // namespace wherewithal::fixture
