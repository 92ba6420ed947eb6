// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/catalogue/CatalogueSlice.h"
#include "model/explain/Traced.h"
#include "model/plan/Plan.h"
#include "simulator/compare/Comparison.h"

#include <array>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Score intervals from evidence. What is not known widens the interval; it never counts as yes.
namespace wherewithal::simulator {

using Scorecard = std::array<CriterionScore, model::kCriteria.size()>;

/// How a value answer becomes a score: straight lines between points, flat beyond them. Own assumptions.
struct ValueScale
{
    struct Point
    {
        double value = 0.0;
        double score = 0.0;
    };

    std::string_view question;
    std::string_view unit;
    std::span<const Point> points; ///< by value, ascending
};

/// The scales in force.
[[nodiscard]] std::span<const ValueScale> valueScales();
/// Score of a value on its scale, 0..1.
[[nodiscard]] double scoreOnScale(const ValueScale& scale, double value);

/// True if the question counts towards its criterion: all yes-or-no questions, and those value questions that
/// have a scale, a computed answer, or are answered by yes and no in practice.
[[nodiscard]] bool isScored(const model::Question& question);

/// What is known about every counted question for an option, by criterion.
///
/// Of the facts about one question the firmest level of confidence that has an answer decides; within it the
/// newest day; several of that day that disagree count as their mean and are marked as conflicting. Without
/// an answer the cell is [0, 1].
///
/// Layers (DataTron on a host): security and integrity hold only as far as both hold; for the other criteria
/// the layer's own answer counts, and where it has none the host's is the upper bound. Own servers run
/// Kubernetes; facts about bare metal fill what those leave open.
///
/// Log retention is computed for the workload where a provider keeps a number of lines instead of days.
///
/// Made once for all options of a plan: what each provider answers is gathered when it is made. Refers to
/// plan and slice; of() may be called from many threads.
class Scorer
{
public:
    Scorer(const model::Plan& plan, const model::CatalogueSlice& slice);

    [[nodiscard]] Scorecard of(const OptionSpec& spec) const;

private:
    [[nodiscard]] const std::vector<AnswerCell>& cellsOf(const model::ProviderId& provider) const;
    [[nodiscard]] std::vector<AnswerCell> cellsOf(const OptionSpec& spec) const;

    const model::Plan& m_plan;
    const model::CatalogueSlice& m_slice;
    std::vector<const model::Question*> m_questions; ///< those that count, in the order of the cells
    std::map<model::ProviderId, std::vector<AnswerCell>> m_cells;
    std::vector<AnswerCell> m_unanswered; ///< of a provider about whom nothing is known
};

/// Scorer, for one option.
[[nodiscard]] Scorecard
scoreOption(const model::Plan& plan, const model::CatalogueSlice& slice, const OptionSpec& spec);

/// The cell of one question; nothing if the question is not in the scorecard.
[[nodiscard]] const AnswerCell* findCell(const Scorecard& scores, const model::QuestionId& question);

/// Weighted over the criteria, without cost: sum of weight x bound / sum of criterion weights. 0 if all
/// weights are 0.
[[nodiscard]] double weightedScore(const model::Weights& weights, const Scorecard& scores, bool isUpper);

/// Opens the lower bound of one criterion: questions, answers, facts with source and date.
[[nodiscard]] model::FigurePtr explainScore(const model::CatalogueSlice& slice, const CriterionScore& score);

} // namespace wherewithal::simulator
