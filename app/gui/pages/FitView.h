// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/Workspace.h"
#include "app/report/Format.h"
#include "app/session/Background.h"
#include "simulator/throughput/AcceleratorFit.h"

#include <QWidget>

#include <optional>
#include <vector>

class QComboBox;
class QStackedWidget;

namespace wherewithal::app {

class RuledTable;
class SectionTitle;
class TableModel;

/// How a workload fits on each accelerator of the catalogue, and on the machine of each option of the plan.
/// The selected accelerator is what the replica below is replayed on; its number opens in the panel.
class FitView : public QWidget
{
    Q_OBJECT

public:
    explicit FitView(Workspace& workspace, QWidget* parent = nullptr);

    /// Computes the fit anew in the background if the workload or the devices are others than before.
    void show(std::size_t workload, const RunResultPtr& result);
    [[nodiscard]] std::size_t workload() const { return m_index; }
    [[nodiscard]] const std::vector<simulator::AcceleratorFit>& fits() const { return m_fits; }
    /// Id of the selected accelerator; empty: none.
    [[nodiscard]] QString selected() const { return m_selected; }
    void select(const QString& accelerator);
    /// The facts of a device of the last result.
    [[nodiscard]] std::optional<model::Accelerator> device(const QString& id) const;
    /// The panel explains the current cell again (a new result), or gives the panel back.
    void offer();
    void withdraw();

signals:
    void fitsChanged();
    void selectionChanged();

private:
    void buildAccelerators();
    void buildOptions();
    void compute();
    void showFits();
    void showOptions();
    void showTitle();
    [[nodiscard]] bool showsOptions() const;
    [[nodiscard]] QString bestRow() const;

    Workspace& m_workspace;
    Format m_format;
    Background m_work;
    std::size_t m_index = 0;
    RunResultPtr m_result;
    model::Workload m_asked;
    model::Assumptions m_askedAssumptions;
    std::vector<simulator::AcceleratorFit> m_fits;
    QString m_selected;
    int m_column = 0;
    bool m_isFilling = false;
    bool m_hasFocusedCell = false; ///< the user chose a cell here

    SectionTitle* m_title = nullptr;
    QComboBox* m_subject = nullptr;
    QStackedWidget* m_stack = nullptr;
    TableModel* m_model = nullptr;
    RuledTable* m_table = nullptr;
    TableModel* m_optionModel = nullptr;
    RuledTable* m_optionTable = nullptr;
};

} // namespace wherewithal::app
