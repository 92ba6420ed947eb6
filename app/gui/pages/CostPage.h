// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/models/TableModel.h"
#include "app/gui/pages/Page.h"

#include <array>

class QComboBox;

namespace wherewithal::app {

class ChartFrame;
class CumulativeChart;
class MonthlyChart;
class OptionPicker;
class RuledTable;
class SectionTitle;
class TypedLabel;

/// One option's money: by month, cumulative against the reference, line by line, per unit of work, and what
/// moves it.
class CostPage : public Page
{
    Q_OBJECT

public:
    explicit CostPage(Workspace& workspace, QWidget* parent = nullptr);

protected:
    [[nodiscard]] bool hasContent() const override;
    void showResult(const RunResultPtr& result) override;
    void showStale(bool isStale) override;
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildControls();
    QWidget* buildCharts();
    QWidget* buildLedger();
    QWidget* buildSummary();
    QWidget* buildSensitivity();
    void showOption();
    void showCost();
    void followFigure();
    void showLedger(const simulator::Comparison& comparison,
                    const simulator::OptionResult& option,
                    const simulator::CostResult& cost);
    void showSummary(const simulator::Comparison& comparison, const simulator::OptionResult& option);
    void showExamination();
    void showVerdict(const simulator::Comparison& comparison, const simulator::OptionResult& option);
    void select(const QModelIndex& index);
    [[nodiscard]] bool isPresent() const;
    /// Little width: units and ranges go below the names, so that no name is cut.
    [[nodiscard]] bool isNarrow() const;
    [[nodiscard]] TableRow ledgerRow(const simulator::LedgerLine& line, int years, Scale scale) const;
    [[nodiscard]] TableRow ledgerTotal(const simulator::CostResult& cost, int years, Scale scale) const;
    [[nodiscard]] std::vector<TableRow> summaryRows(const simulator::Comparison& comparison,
                                                    const simulator::OptionResult& option) const;

    OptionPicker* m_picker = nullptr;
    QComboBox* m_values = nullptr;
    MonthlyChart* m_monthly = nullptr;
    CumulativeChart* m_cumulative = nullptr;
    ChartFrame* m_monthlyFrame = nullptr;
    ChartFrame* m_cumulativeFrame = nullptr;
    SectionTitle* m_monthlyTitle = nullptr;
    SectionTitle* m_cumulativeTitle = nullptr;
    SectionTitle* m_ledgerTitle = nullptr;
    SectionTitle* m_switchTitle = nullptr;
    TypedLabel* m_switchNone = nullptr; ///< instead of a table without a value
    QWidget* m_sensitivity = nullptr;
    TableModel* m_ledger = nullptr;
    RuledTable* m_ledgerTable = nullptr;
    std::array<TableModel*, 2> m_summary{};
    std::array<RuledTable*, 2> m_summaryTable{};
    TableModel* m_swings = nullptr;
    RuledTable* m_swingTable = nullptr;
    TableModel* m_switches = nullptr;
    RuledTable* m_switchTable = nullptr;
    ExaminationPtr m_examination; ///< of the option shown; null until it is there
    bool m_isFollowing = false;
    bool m_wasNarrow = false; ///< as the tables are filled
};

} // namespace wherewithal::app
