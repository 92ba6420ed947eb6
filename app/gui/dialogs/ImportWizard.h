// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/Workspace.h"
#include "app/gui/dialogs/ImportParts.h"
#include "app/session/Background.h"

#include <QDialog>

class QPushButton;
class QVBoxLayout;

namespace wherewithal::app {

class CheckSection;
class DetectedSection;
class DoneSection;
class FilesSection;
class HeadSection;
class MappingSection;
class PreviewSection;
class TypedLabel;

/// Files and folders that only the user can choose; tests choose themselves.
struct ImportChoices
{
    std::function<QStringList(QWidget*)> files; ///< empty: cancelled
    std::function<QString(QWidget*)> folder;    ///< empty: cancelled
};
[[nodiscard]] ImportChoices realImportChoices();

/// Imports one price sheet in six steps: files, detect, preview, map, check, commit.
///
/// Not modal: reading runs on a worker, the window stays usable. Nothing is stored before the last step,
/// which is one transaction; Cancel and Escape stop what runs, a second Escape closes.
class ImportWizard : public QDialog
{
    Q_OBJECT

public:
    ImportWizard(Workspace& workspace, ImportChoices choices, QWidget* parent = nullptr);

    /// Begins with these files; with one or more of them detection starts at once.
    void setPaths(const QStringList& paths);
    [[nodiscard]] ImportStep step() const { return m_step; }
    [[nodiscard]] bool isBusy() const { return m_work.isRunning(); }
    /// The import as it is asked for now.
    [[nodiscard]] const ImportRequest& request() const { return m_request; }

    void reject() override;

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void buildContent();
    void buildFooter(QVBoxLayout* layout);
    void connectSections();

    void goTo(ImportStep step);
    void next();
    void back();
    void stop();
    void showStep();
    void showButtons();
    void pathsChanged();
    void overruled();
    /// Goes where the fix is made.
    void fix(ImportFix what);
    [[nodiscard]] QString today() const;
    void mappingChanged();
    /// Steps from this one on have to be done again.
    void forgetFrom(ImportStep step);

    void detect();
    void accept(model::Result<SheetFinding> found);
    void preview();
    void accept(model::Result<ImportPreview> read);
    void check();
    void accept(model::Result<ImportCheck> checked);
    void commit();
    void accept(model::Result<ImportDone> done);
    void fail(ImportStep step, const model::Error& error);
    void failEmpty(ImportStep step, const std::optional<providers::RowIssue>& first);
    void begin(ImportStep step, const QString& what);
    void finish(ImportStep step, const QString& note);
    void focusNext();
    void showProgress(const ImportProgress& progress);
    void saveMapping(const QString& name);
    [[nodiscard]] OnProgress progressTeller();
    [[nodiscard]] bool canGoOn() const;

    Workspace& m_workspace;
    std::shared_ptr<const CatalogueService> m_service;
    ImportChoices m_choices;
    Format m_format;
    ImportRequest m_request;
    ImportStep m_step = ImportStep::Files;
    std::optional<SheetFinding> m_finding;
    std::optional<ImportCheck> m_check;
    bool m_isDone = false;
    bool m_closesWhenIdle = false;

    StepRail* m_rail = nullptr;
    ErrorStrip* m_error = nullptr;
    FilesSection* m_files = nullptr;
    DetectedSection* m_detected = nullptr;
    HeadSection* m_head = nullptr;
    PreviewSection* m_preview = nullptr;
    MappingSection* m_mapping = nullptr;
    CheckSection* m_checkSection = nullptr;
    DoneSection* m_done = nullptr;
    QList<QWidget*> m_rules;
    TypedLabel* m_what = nullptr;
    TypedLabel* m_howMuch = nullptr;
    TypedLabel* m_rate = nullptr;
    ThinProgress* m_bar = nullptr;
    QPushButton* m_back = nullptr;
    QPushButton* m_next = nullptr;
    QPushButton* m_cancel = nullptr;
    Background m_work; ///< last: waits for its worker before the rest goes
};

/// Opens the wizard on these files or folders (none: it asks for them), beside whatever is open. Null if the
/// workspace has no catalogue. Takes an idle wizard of the same parent rather than a second one.
ImportWizard* openImportWizard(Workspace& workspace,
                               const QStringList& paths,
                               QWidget* parent,
                               ImportChoices choices = realImportChoices());

/// True for a file that a drop on the window should import: no plan, and not a model description.
[[nodiscard]] bool looksLikePriceSheet(const QString& path);

} // namespace wherewithal::app
