// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/Workspace.h"
#include "app/gui/charts/SaturationChart.h"
#include "app/report/Format.h"
#include "app/session/Background.h"
#include "app/session/Imports.h"
#include "simulator/throughput/AcceleratorFit.h"

#include <QTimer>
#include <QWidget>

#include <functional>
#include <map>
#include <optional>
#include <vector>

class QComboBox;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QTabBar;

namespace wherewithal::app {

class CalibrationView;
class FitView;
class RuledTable;
class SectionTitle;
class TableModel;
class TypedLabel;

/// One replica under load on the selected accelerator and two near it: chart, the same as a table, and
/// calibration.
///
/// The replay runs in the background; a run of more than 200 ms shows its progress and can be cancelled, and
/// the last result stays until the next one is there. A request trace may take the place of drawn arrivals.
class ReplicaView : public QWidget
{
    Q_OBJECT

public:
    ReplicaView(Workspace& workspace, FitView& fit, QWidget* parent = nullptr);

    void setFileChooser(std::function<QString(const QString& title, const QString& filter)> chooser)
    {
        m_chooseFile = std::move(chooser);
    }
    /// Called when the workload or the selection may be another one.
    void show(std::size_t workload);
    void openTrace(const QString& path);
    [[nodiscard]] bool isRunning() const { return m_work.isRunning(); }

private:
    /// What a curve was computed for; the same question needs no new run.
    struct Question
    {
        model::Workload workload;
        model::Assumptions assumptions;
        QString traceFile;

        bool operator==(const Question&) const = default;
    };
    struct Device
    {
        model::Accelerator facts;
        int tensorParallel = 0;
    };
    using Curves = std::map<QString, model::Result<simulator::ReplicaCurve>>;

    void buildHeader();
    void buildBody();
    [[nodiscard]] std::vector<Device> wanted() const;
    void request();
    void accept(const Question& question, Curves curves);
    void cancel();
    void setRunning(bool isRunning);
    void showCurves();
    void showTable();
    void showNote();
    void showMessage(const QString& text, bool isError);
    [[nodiscard]] LatencyKind kind() const;
    [[nodiscard]] SaturationChart::Content content() const;

    Workspace& m_workspace;
    FitView& m_fit;
    Format m_format;
    Background m_work;
    Background m_reading;
    QTimer m_patience; ///< a run longer than this shows itself
    std::function<QString(const QString&, const QString&)> m_chooseFile;
    std::size_t m_index = 0;
    std::string m_shownId; ///< of the workload that the latency shown was chosen for
    std::optional<ImportedTrace> m_trace;
    Question m_asked; ///< what m_curves answers
    Question m_running;
    Curves m_curves;

    SectionTitle* m_title = nullptr;
    QTabBar* m_views = nullptr;
    QComboBox* m_kind = nullptr;
    QPushButton* m_traceButton = nullptr;
    QWidget* m_controls = nullptr;
    QWidget* m_progressRow = nullptr;
    QProgressBar* m_progress = nullptr;
    QStackedWidget* m_stack = nullptr;
    SaturationChart* m_chart = nullptr;
    TableModel* m_model = nullptr;
    RuledTable* m_table = nullptr;
    CalibrationView* m_calibration = nullptr;
    TypedLabel* m_message = nullptr;
    TypedLabel* m_note = nullptr;
};

} // namespace wherewithal::app
