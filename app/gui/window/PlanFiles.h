// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/Workspace.h"
#include "app/gui/window/NoteBar.h"
#include "app/session/Drafts.h"

#include <QFileSystemWatcher>

#include <functional>
#include <optional>

namespace wherewithal::app {

/// Questions that only the user can answer; tests answer them themselves.
struct Dialogs
{
    std::function<QString(QWidget*)> openPath;                           ///< empty: cancelled
    std::function<QString(QWidget*, const QString& suggested)> savePath; ///< empty: cancelled
};
[[nodiscard]] Dialogs realDialogs();

/// A plan that the start page and the menu offer to open again.
struct RecentPlan
{
    QString path; ///< empty: a draft that was never saved
    QString name;
    QDateTime changed;
    std::optional<Draft> draft;
    bool isThere = true; ///< the file exists
};

/// Opening and saving of the plan of a window, and everything that keeps its edits: drafts, what a crash left
/// behind, files that others change meanwhile. It asks nothing; it notes what there is to do.
class PlanFiles : public QObject
{
    Q_OBJECT

public:
    PlanFiles(Workspace& workspace, Dialogs dialogs, QWidget* window);

    bool open(const QString& path);
    bool openByDialog();
    bool save();
    bool saveAs();
    /// A plan without a file: an example or a template.
    void startFrom(model::Plan plan);
    /// A draft of an earlier session; notes that it was restored, with a way to discard it.
    bool restore(const Draft& draft);
    /// The newest draft that an ended program left, if there is one.
    bool restoreNewest();
    /// Before the window closes: false if edits would be lost and could not be written aside.
    bool keepEdits();

    /// The plan as it was opened or saved last: what its edits are measured against.
    [[nodiscard]] const model::Plan& unedited() const { return m_unedited; }
    /// A file by the dialogue, for others than the window; empty: cancelled.
    [[nodiscard]] QString askForPath() const;

    /// "· edited, saved as draft 09:41", for the title.
    [[nodiscard]] QString titleNote() const;
    /// Drafts first, then plans, newest first.
    [[nodiscard]] QList<RecentPlan> recent() const;
    void openRecent(const RecentPlan& plan);
    [[nodiscard]] DraftKeeper& drafts() { return m_drafts; }

signals:
    void opened(); ///< another plan is there to be looked at
    void titleChanged();
    void noted(const wherewithal::app::Note& note);
    void noteEnded(const QString& id);
    void failed(const model::Error& error);

private:
    /// The plan file says on which prices its answer stands.
    void recordAnswer();
    void discardDraft();
    void reload();
    void watch();
    void fileChanged();
    void fail(const model::Error& error);
    [[nodiscard]] static QDateTime stampOf(const QString& path);

    Workspace& m_workspace;
    Dialogs m_dialogs;
    QWidget* m_window;
    DraftKeeper m_drafts;
    model::Plan m_unedited;
    QFileSystemWatcher m_watcher;
    QDateTime m_stamp; ///< of the file as we read or wrote it
};

} // namespace wherewithal::app
