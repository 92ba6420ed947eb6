// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/Workspace.h"
#include "app/gui/window/PlanFiles.h"

#include <QWidget>

#include <vector>

class QComboBox;
class QProgressBar;
class QPushButton;

namespace wherewithal::app {

class RuledTable;
class SectionTitle;
class TableModel;
class TypedLabel;
struct TableRow;

/// Two plans side by side: what differs in the options, and the inputs it comes from. The other plan is
/// computed by a runner of its own; the open plan goes on being edited, and the view follows.
class SideBySide : public QWidget
{
    Q_OBJECT

public:
    SideBySide(Workspace& workspace, PlanFiles& files, QWidget* parent = nullptr);

    /// Computes this plan and holds it against the open one. `name` as it is shown.
    void compareWith(const model::Plan& other, const QString& name);
    /// Both tables as text, cells separated by tabs.
    [[nodiscard]] QString plainText() const;

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    struct Side
    {
        QString name;
        RunResultPtr result;
    };

    QWidget* buildHead();
    RuledTable* buildTable(const char* name, const QString& accessibleName, TableModel* model);
    void fillChoices();
    void choose(int row);
    void load(const QString& path);
    void refresh();
    void fillOptions(const Side& left, const Side& right);
    void fillInputs(const Side& left, const Side& right);
    void swap();
    void showError(const model::Error& error);

    Workspace& m_workspace;
    PlanFiles& m_files;
    SimulationRunner m_runner; ///< of the other plan
    QString m_otherName;
    bool m_isSwapped = false;
    QComboBox* m_choice = nullptr;
    QPushButton* m_cancel = nullptr;
    QProgressBar* m_progress = nullptr;
    TypedLabel* m_verdict = nullptr;
    SectionTitle* m_inputsTitle = nullptr;
    TableModel* m_options = nullptr;
    TableModel* m_inputs = nullptr;
    RuledTable* m_optionsTable = nullptr;
    RuledTable* m_inputsTable = nullptr;
};

} // namespace wherewithal::app
