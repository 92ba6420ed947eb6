// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/pages/Page.h"

class QComboBox;
class QSplitter;
class QModelIndex;

namespace wherewithal::app {

class CumulativeChart;
class OptionsModel;
class RuledTable;
class ScatterChart;
class SectionTitle;

/// Home: all options in one table, what they cost over the months, and score against cost.
class ComparePage : public Page
{
    Q_OBJECT

public:
    explicit ComparePage(Workspace& workspace, QWidget* parent = nullptr);

protected:
    [[nodiscard]] bool hasContent() const override;
    void showPlan() override;
    void showResult(const RunResultPtr& result) override;
    void showStale(bool isStale) override;

private:
    void buildControls();
    QWidget* buildTable();
    QWidget* buildCharts();
    void selectFigure(const QModelIndex& index);
    void followSelection();
    void openReason(const QModelIndex& index);
    void showColumnMenu();

    OptionsModel* m_model = nullptr;
    RuledTable* m_table = nullptr;
    CumulativeChart* m_cumulative = nullptr;
    ScatterChart* m_scatter = nullptr;
    SectionTitle* m_cumulativeTitle = nullptr;
    QComboBox* m_horizon = nullptr;
    QComboBox* m_reference = nullptr;
    QSplitter* m_splitter = nullptr;
    bool m_isFollowing = false;
    bool m_isArranged = false;
};

} // namespace wherewithal::app
