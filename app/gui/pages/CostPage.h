// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/models/TableModel.h"
#include "app/gui/pages/Page.h"

namespace wherewithal::app {

class CumulativeChart;
class MonthlyChart;
class OptionPicker;
class RuledTable;
class SectionTitle;

/// One option's money: by month, cumulative against the reference, line by line, and per unit of work.
class CostPage : public Page
{
    Q_OBJECT

public:
    explicit CostPage(Workspace& workspace, QWidget* parent = nullptr);

protected:
    [[nodiscard]] bool hasContent() const override;
    void showResult(const RunResultPtr& result) override;

private:
    QWidget* buildLedger();
    QWidget* buildSummary();
    void showOption();
    void showLedger(const simulator::Comparison& comparison, const simulator::OptionResult& option);
    void showSummary(const simulator::Comparison& comparison, const simulator::OptionResult& option);
    [[nodiscard]] TableRow ledgerRow(const simulator::LedgerLine& line, int years, Scale scale) const;

    OptionPicker* m_picker = nullptr;
    MonthlyChart* m_monthly = nullptr;
    CumulativeChart* m_cumulative = nullptr;
    SectionTitle* m_monthlyTitle = nullptr;
    SectionTitle* m_cumulativeTitle = nullptr;
    SectionTitle* m_ledgerTitle = nullptr;
    TableModel* m_ledger = nullptr;
    RuledTable* m_ledgerTable = nullptr;
    TableModel* m_summary = nullptr;
    RuledTable* m_summaryTable = nullptr;
};

} // namespace wherewithal::app
