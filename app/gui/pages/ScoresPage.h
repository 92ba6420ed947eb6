// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/models/TableModel.h"
#include "app/gui/pages/Page.h"
#include "app/gui/widgets/EvidencePopover.h"

#include <array>
#include <optional>
#include <set>
#include <vector>

class QComboBox;
class QGridLayout;
class QPushButton;

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
    void resizeEvent(QResizeEvent* event) override;

private:
    static constexpr std::size_t kWeights = model::kCriteria.size() + 1; ///< cost first

    QWidget* buildWeights();
    QWidget* buildRanking();
    QWidget* buildEvidence();
    void addWeight(QGridLayout* grid, std::size_t index);
    void setWeight(std::size_t index, double fraction);
    void setAllWeights(const model::Weights& weights, const QString& undoText);
    void buildHeaderControls();
    QWidget* buildMethods();
    void showMethods(const simulator::Comparison& comparison);
    void showTipping(const simulator::Comparison& comparison);
    void showRanking(const simulator::Comparison& comparison);
    void showEvidence(const RunResult& result);
    [[nodiscard]] static QString factsNote(const RunResult& result, std::size_t shown);
    [[nodiscard]] TableCell evidenceCell(const RunResult& result, const simulator::AnswerCell& answer) const;
    void toggleGroup(const QModelIndex& index);
    void openPopover(const QModelIndex& index);
    [[nodiscard]] std::optional<EvidenceDetail> detailOf(const RunResult& result,
                                                         const QModelIndex& index) const;
    /// Every question without an answer, by provider, as text for the vendor.
    [[nodiscard]] QString openQuestionsText(const RunResult& result) const;
    /// One option for each provider and layer, best first.
    [[nodiscard]] static std::vector<const simulator::OptionResult*>
    evidenceOptions(const simulator::Comparison& comparison);
    /// Those that the evidence table has room for.
    [[nodiscard]] std::vector<const simulator::OptionResult*>
    shownOptions(const simulator::Comparison& comparison) const;
    /// Share of one criterion among the criteria, cost left out: 0..1.
    [[nodiscard]] double shareOfScore(std::size_t criterion) const;
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
    TableModel* m_methods = nullptr;
    RuledTable* m_methodsTable = nullptr;
    QComboBox* m_facts = nullptr;
    QPushButton* m_questions = nullptr;
    std::size_t m_columns = 0;      ///< of the evidence table, as shown
    std::set<std::size_t> m_folded; ///< criteria whose questions are hidden
};

} // namespace wherewithal::app
