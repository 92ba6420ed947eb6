// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/models/TableModel.h"
#include "app/gui/pages/Page.h"

#include <array>

class QGridLayout;

namespace wherewithal::app {

class RuledTable;
class SectionTitle;
class TypedLabel;
class WeightSlider;

/// How far each place can be trusted: weights with their tipping points, the ranking, and every answer behind
/// it.
class ScoresPage : public Page
{
    Q_OBJECT

public:
    explicit ScoresPage(Workspace& workspace, QWidget* parent = nullptr);

protected:
    [[nodiscard]] bool hasContent() const override;
    void showPlan() override;
    void showResult(const RunResultPtr& result) override;

private:
    static constexpr std::size_t kWeights = model::kCriteria.size() + 1; ///< cost first

    QWidget* buildWeights();
    QWidget* buildRanking();
    QWidget* buildEvidence();
    void addWeight(QGridLayout* grid, std::size_t index);
    void setWeight(std::size_t index, double fraction);
    void resetWeights();
    void showTipping(const simulator::Comparison& comparison);
    void showRanking(const simulator::Comparison& comparison);
    void showEvidence(const RunResult& result);
    [[nodiscard]] TableCell evidenceCell(const RunResult& result, const simulator::AnswerCell& answer) const;
    [[nodiscard]] double weightOf(std::size_t index) const;
    [[nodiscard]] QString weightName(std::size_t index) const;

    std::array<WeightSlider*, kWeights> m_sliders{};
    std::array<TypedLabel*, kWeights> m_values{};
    std::array<TypedLabel*, kWeights> m_tipping{};
    TableModel* m_ranking = nullptr;
    RuledTable* m_rankingTable = nullptr;
    TableModel* m_evidence = nullptr;
    RuledTable* m_evidenceTable = nullptr;
    SectionTitle* m_evidenceTitle = nullptr;
};

} // namespace wherewithal::app
