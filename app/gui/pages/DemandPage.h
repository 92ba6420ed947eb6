// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/pages/Page.h"
#include "app/session/Background.h"
#include "simulator/sensitivity/DemandFan.h"

#include <functional>

class QComboBox;
class QLineEdit;
class QStackedWidget;
class QTabBar;
class QVBoxLayout;

namespace wherewithal::app {

class DemandChart;
class EditableTable;
class FieldForm;
class MachinesChart;
class RuledTable;
class SectionTitle;
class TableModel;
class TypedLabel;
class WeekEditor;

/// How much is asked and when: arrivals, the shape of the week, growth, steps; and the demand that follows
/// over the horizon.
class DemandPage : public Page
{
    Q_OBJECT

public:
    explicit DemandPage(Workspace& workspace, QWidget* parent = nullptr);
    [[nodiscard]] int issueCount() const override;

    /// Who asks for a file; tests answer themselves.
    void setFileChooser(std::function<QString(const QString& title, const QString& filter)> chooser)
    {
        m_chooseFile = std::move(chooser);
    }
    /// A trace, log or table with times gives the week its shape.
    bool takeFile(const FileGuess& file) override;

protected:
    [[nodiscard]] bool hasContent() const override;
    [[nodiscard]] bool needsResult() const override { return false; }
    void showPlan() override;
    void showResult(const RunResultPtr& result) override;

private:
    QWidget* buildForms();
    QWidget* buildWeek();
    QWidget* buildHorizon();
    void rebuild();
    void changeProfile(const model::WeekProfile& profile, const QString& text, bool isRepeat);
    void openProfile(const QString& path);
    void takeProfile(const model::Result<model::WeekProfile>& read, const QString& text);
    void commitValue();
    void editStep(int row, int column, const QString& text);
    void setSteps(const QString& text, std::vector<model::DemandStep> steps);
    void removeStep();
    void showSteps();
    void computeFan();
    void showFan();
    void say(const QString& text);
    [[nodiscard]] std::size_t current() const;
    [[nodiscard]] const model::Demand& demand() const;
    [[nodiscard]] QString unit() const;

    std::function<QString(const QString&, const QString&)> m_chooseFile;
    Background m_work;
    Background m_reading;
    simulator::DemandFan m_fan;
    QComboBox* m_workload = nullptr;
    QVBoxLayout* m_formColumn = nullptr;
    FieldForm* m_form = nullptr;
    WeekEditor* m_week = nullptr;
    SectionTitle* m_weekTitle = nullptr;
    QLineEdit* m_value = nullptr;
    TypedLabel* m_blockText = nullptr;
    TypedLabel* m_message = nullptr;
    EditableTable* m_steps = nullptr;
    RuledTable* m_stepTable = nullptr;
    SectionTitle* m_horizonTitle = nullptr;
    QTabBar* m_views = nullptr;
    QStackedWidget* m_stack = nullptr;
    DemandChart* m_chart = nullptr;
    MachinesChart* m_machines = nullptr;
    TableModel* m_model = nullptr;
    TableModel* m_weekModel = nullptr;
    QStackedWidget* m_weekStack = nullptr;
    model::WorkloadId m_shown;
};

} // namespace wherewithal::app
