// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/pages/Page.h"
#include "app/session/Background.h"
#include "app/session/Imports.h"

#include <functional>
#include <utility>

class QPushButton;

namespace wherewithal::app {

class DropArea;
class EditableTable;
class FieldForm;
class FitView;
class KindTabs;
class ReplicaView;
class RuledTable;
class TypedLabel;

/// What runs: the model, its requests and objectives at the left; how it fits on each accelerator and what
/// one replica does under load at the right. One tab per workload.
class WorkloadPage : public Page
{
    Q_OBJECT

public:
    explicit WorkloadPage(Workspace& workspace, QWidget* parent = nullptr);
    /// While a replay is under way.
    [[nodiscard]] bool isBusy() const override;
    [[nodiscard]] int issueCount() const override;

    /// Who asks for a file; tests answer themselves.
    using FileChooser = std::function<QString(const QString& title, const QString& filter)>;
    void setFileChooser(FileChooser chooser);
    /// A model goes to the workload that it fits, or to a new one; a load test to a measured service; a
    /// request trace to the replay of a language model.
    bool takeFile(const FileGuess& file) override;

protected:
    [[nodiscard]] bool hasContent() const override;
    [[nodiscard]] bool needsResult() const override { return false; }
    void showPlan() override;
    void showResult(const RunResultPtr& result) override;
    void hideEvent(QHideEvent* event) override;

private:
    void buildHeader();
    QWidget* buildForms();
    QWidget* buildAnswers();
    void rebuildForms();
    void addSection(const QString& title, const QList<QWidget*>& parts);
    void addModelSection(const model::Workload& workload);
    void addPointsSection();
    void showDropArea(const model::Workload& workload);
    void showPoints(const model::MeasuredService& service);
    void editPoint(int row, int column, const QString& text);
    void pastePoints();
    void removePoint();
    void goTo(std::size_t index);
    void openModel(const QString& path);
    void acceptModel(std::size_t index, const model::Result<ImportedModel>& read);
    /// Reads a model file for whichever workload it fits.
    void placeModel(const QString& path);
    void acceptPlaced(const model::Result<ImportedModel>& read);
    bool takeTrace(const QString& path);
    void openLoadTest(const QString& path);
    void acceptLoadTest(const QString& file, const model::Result<ImportedPoints>& read);
    void say(const QString& text, bool isError);
    /// An error where there may be no form yet to say it in.
    void sayOnPage(const QString& text);
    [[nodiscard]] std::size_t current() const;

    FileChooser m_chooseFile;
    Background m_reading;
    KindTabs* m_tabs = nullptr;
    QWidget* m_formHolder = nullptr;
    QList<FieldForm*> m_forms;
    DropArea* m_drop = nullptr;
    EditableTable* m_points = nullptr;
    RuledTable* m_pointTable = nullptr;
    TypedLabel* m_message = nullptr;
    FitView* m_fit = nullptr;
    ReplicaView* m_replica = nullptr;
    model::Workload m_shown; ///< the forms are built for this workload's kind and model
};

} // namespace wherewithal::app
