// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/pages/Page.h"
#include "model/plan/Plan.h"

class QComboBox;
class QMenu;
class QSplitter;
class QModelIndex;

namespace wherewithal::app {

class ChartFrame;
class CumulativeChart;
class HorizonBox;
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

    /// What can be done with the selected option; filled anew each time it is opened.
    [[nodiscard]] QMenu* optionMenu() const { return m_optionMenu; }

protected:
    [[nodiscard]] bool hasContent() const override;
    void showResult(const RunResultPtr& result) override;
    void showStale(bool isStale) override;
    void showEvent(QShowEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildControls();
    QWidget* buildTable();
    QWidget* buildCharts();
    void fillReferences(const simulator::Comparison& comparison);
    void selectFigure(const QModelIndex& index);
    void followSelection();
    void showNotes();
    void openReason(const QModelIndex& index);
    /// The page that says more about a cell.
    void openDetail(const QModelIndex& index);
    void sortBy(int column, bool isSecond);
    void showColumnMenu();
    void showContextMenu(const QPoint& place);
    void fillOptionMenu();
    void addVariants(QMenu* menu, const simulator::OptionResult& option);
    void addCandidate(const model::Candidate& candidate, const QString& text);
    void removeCandidate(std::size_t index, const QString& title);

    OptionsModel* m_model = nullptr;
    RuledTable* m_table = nullptr;
    CumulativeChart* m_cumulative = nullptr;
    ScatterChart* m_scatter = nullptr;
    ChartFrame* m_cumulativeFrame = nullptr;
    ChartFrame* m_scatterFrame = nullptr;
    SectionTitle* m_cumulativeTitle = nullptr;
    QComboBox* m_reference = nullptr;
    QSplitter* m_splitter = nullptr;
    QMenu* m_optionMenu = nullptr;
    bool m_hasShift = false;  ///< with the last click on the table's head
    QStringList m_references; ///< what the choice of the reference was made of
    bool m_isFollowing = false;
    bool m_isArranged = false;
};

} // namespace wherewithal::app
