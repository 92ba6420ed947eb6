// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/window/PlanFiles.h"

#include "app/report/Format.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QTimer>

#include <chrono>

namespace wherewithal::app {

namespace {

using namespace std::chrono_literals;

/// An editor that saves writes more than once; the file is looked at when it has come to rest.
constexpr auto kRest = 150ms;

const QString kDraftNote = QStringLiteral("draft");
const QString kFileNote = QStringLiteral("file");
const QString kErrorNote = QStringLiteral("error");

QString draftFolder(const Settings& settings)
{
    return settings.folder().isEmpty() ? QString() : settings.folder() + QStringLiteral("/drafts");
}

QString clock(const QDateTime& when)
{
    return when.date() == QDate::currentDate() ? when.toString(QStringLiteral("HH:mm"))
                                               : when.toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

} // namespace

Dialogs realDialogs()
{
    Dialogs result;
    result.openPath = [](QWidget* parent) {
        return QFileDialog::getOpenFileName(
            parent, PlanFiles::tr("Open file"), {}, PlanFiles::tr("All files (*);;Plans (*.wherewithal)"));
    };
    result.savePath = [](QWidget* parent, const QString& suggested) {
        return QFileDialog::getSaveFileName(
            parent, PlanFiles::tr("Save plan as"), suggested, PlanFiles::tr("Plans (*.wherewithal)"));
    };
    return result;
}

PlanFiles::PlanFiles(Workspace& workspace, Dialogs dialogs, QWidget* window)
    : QObject(window)
    , m_workspace(workspace)
    , m_dialogs(std::move(dialogs))
    , m_window(window)
    , m_drafts(workspace.document(), draftFolder(workspace.settings()))
{
    PlanDocument& document = workspace.document();
    for (const auto signal : {&PlanDocument::changed, &PlanDocument::pathChanged}) {
        connect(&document, signal, this, &PlanFiles::titleChanged);
    }
    connect(&document, &PlanDocument::pathChanged, this, &PlanFiles::watch);
    connect(document.undoStack(), &QUndoStack::cleanChanged, this, &PlanFiles::titleChanged);
    connect(&m_drafts, &DraftKeeper::saved, this, &PlanFiles::titleChanged);
    connect(&m_drafts, &DraftKeeper::failed, this, &PlanFiles::fail);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, [this] {
        QTimer::singleShot(kRest, this, &PlanFiles::fileChanged);
    });
    // Not at changed(): an edit tells of itself before the stack counts it.
    const auto remember = [this] {
        m_unedited = m_workspace.plan();
    };
    connect(&document, &PlanDocument::replaced, this, remember);
    connect(document.undoStack(), &QUndoStack::cleanChanged, this, [remember](bool isClean) {
        if (isClean) {
            remember();
        }
    });
    remember();
    watch();
}

bool PlanFiles::open(const QString& path)
{
    if (const auto result = m_workspace.document().open(path); !result) {
        fail(result.error());
        return false;
    }
    m_workspace.settings().addRecent(path, fromEngine(m_workspace.plan().name));
    emit noteEnded(kErrorNote);
    emit noteEnded(kDraftNote);
    emit opened();
    return true;
}

QString PlanFiles::askForPath() const
{
    return m_dialogs.openPath ? m_dialogs.openPath(m_window) : QString();
}

bool PlanFiles::openByDialog()
{
    const QString path = askForPath();
    return !path.isEmpty() && open(path);
}

void PlanFiles::recordAnswer()
{
    if (const simulator::Comparison* answer = m_workspace.comparison();
        answer != nullptr && !m_workspace.runner().isStale()) {
        m_workspace.document().recordPrices(*answer);
    }
}

bool PlanFiles::save()
{
    if (m_workspace.document().path().isEmpty()) {
        return saveAs();
    }
    recordAnswer();
    if (const auto saved = m_workspace.document().save(); !saved) {
        fail(saved.error());
        return false;
    }
    emit noteEnded(kErrorNote);
    emit noteEnded(kFileNote);
    emit noteEnded(kDraftNote);
    return true;
}

bool PlanFiles::saveAs()
{
    const QString suggested = fromEngine(m_workspace.plan().name) + QStringLiteral(".wherewithal");
    const QString path = m_dialogs.savePath ? m_dialogs.savePath(m_window, suggested) : QString();
    if (path.isEmpty()) {
        return false;
    }
    recordAnswer();
    if (const auto saved = m_workspace.document().saveAs(path); !saved) {
        fail(saved.error());
        return false;
    }
    m_workspace.settings().addRecent(path, fromEngine(m_workspace.plan().name));
    emit noteEnded(kErrorNote);
    emit noteEnded(kFileNote);
    emit noteEnded(kDraftNote);
    return true;
}

void PlanFiles::startFrom(model::Plan plan)
{
    m_workspace.document().replace(std::move(plan));
    emit noteEnded(kDraftNote);
    emit opened();
}

bool PlanFiles::restore(const Draft& draft)
{
    if (const auto restored = m_drafts.restore(draft); !restored) {
        fail(restored.error());
        return false;
    }
    emit noted({.id = kDraftNote,
                .symbol = Symbol::Info,
                .text = tr("The edits of %1 were restored: they had not been saved under a name.")
                            .arg(clock(draft.saved)),
                .actions = {{QStringLiteral("discardDraft"), tr("Discard"), [this] {
                                 discardDraft();
                             }}}});
    emit opened();
    return true;
}

bool PlanFiles::restoreNewest()
{
    const QList<Draft> drafts = m_drafts.folder().abandoned();
    return !drafts.isEmpty() && restore(drafts.first());
}

void PlanFiles::discardDraft()
{
    const model::Plan edited = m_workspace.plan();
    const QString path = m_workspace.document().path();
    m_drafts.discard();
    if (path.isEmpty() || !QFileInfo::exists(path) || !m_workspace.document().open(path)) {
        m_workspace.document().replace(model::Plan{}, {});
    }
    emit noted({.id = kDraftNote,
                .symbol = Symbol::Info,
                .text = tr("The edits were discarded."),
                .actions = {{QStringLiteral("bringDraftBack"), tr("Bring them back"), [this, edited, path] {
                                 m_workspace.document().restore(edited, path);
                                 emit noteEnded(kDraftNote);
                             }}}});
}

bool PlanFiles::keepEdits()
{
    if (const auto kept = m_drafts.flush(); !kept) {
        fail(kept.error());
        return false;
    }
    return true;
}

QString PlanFiles::titleNote() const
{
    const PlanDocument& document = m_workspace.document();
    if (!document.isEdited()) {
        return document.path().isEmpty() ? tr("· not saved under a name yet") : tr("· saved");
    }
    if (const auto when = m_drafts.savedAt()) {
        return tr("· edited, saved as draft %1").arg(clock(*when));
    }
    return tr("· edited");
}

QList<RecentPlan> PlanFiles::recent() const
{
    QList<RecentPlan> plans;
    for (const Draft& draft : m_drafts.folder().abandoned()) {
        plans.append({.path = draft.planPath, .name = draft.name, .changed = draft.saved, .draft = draft});
    }
    const QVariantMap names = m_workspace.settings().get(Setting::RecentNames).toMap();
    for (const QString& path : m_workspace.settings().get(Setting::RecentPlans).toStringList()) {
        const QFileInfo info(path);
        const QString name = names.value(path).toString();
        plans.append({.path = path,
                      .name = name.isEmpty() ? info.completeBaseName() : name,
                      .changed = info.lastModified(),
                      .isThere = info.exists()});
    }
    return plans;
}

void PlanFiles::openRecent(const RecentPlan& plan)
{
    if (plan.draft) {
        restore(*plan.draft);
    } else {
        open(plan.path);
    }
}

QDateTime PlanFiles::stampOf(const QString& path)
{
    return QFileInfo(path).lastModified();
}

void PlanFiles::watch()
{
    const QString path = m_workspace.document().path();
    if (!m_watcher.files().isEmpty()) {
        m_watcher.removePaths(m_watcher.files());
    }
    m_stamp = stampOf(path);
    if (QFileInfo::exists(path)) {
        m_watcher.addPath(path);
    }
    emit noteEnded(kFileNote);
}

void PlanFiles::fileChanged()
{
    const QString path = m_workspace.document().path();
    if (path.isEmpty()) {
        return;
    }
    const QDateTime stamp = stampOf(path);
    if (QFileInfo::exists(path) && !m_watcher.files().contains(path)) {
        m_watcher.addPath(path); // replaced by renaming another file over it
    }
    if (stamp == m_stamp) {
        return;
    }
    m_stamp = stamp;
    const QString name = QFileInfo(path).fileName();
    if (!QFileInfo::exists(path)) {
        emit noted({.id = kFileNote,
                    .symbol = Symbol::Warning,
                    .text = tr("%1 is no longer there. The plan in this window is as it was.").arg(name),
                    .actions = {{QStringLiteral("saveAgain"), tr("Save it again"), [this] {
                                     save();
                                 }}}});
        return;
    }
    emit noted({.id = kFileNote,
                .symbol = Symbol::Warning,
                .text = m_workspace.document().isEdited()
                            ? tr("%1 was changed by another program. Your edits are still here.").arg(name)
                            : tr("%1 was changed by another program.").arg(name),
                .actions = {{QStringLiteral("reloadPlan"),
                             tr("Load it"),
                             [this] {
                                 reload();
                             }},
                            {QStringLiteral("keepMine"), tr("Keep what is here"), [this] {
                                 emit noteEnded(kFileNote);
                             }}}});
}

void PlanFiles::reload()
{
    // The edits go to a draft of their own (see DraftKeeper::leave) and stay in the list of recent plans.
    if (open(m_workspace.document().path())) {
        emit noteEnded(kFileNote);
    }
}

void PlanFiles::fail(const model::Error& error)
{
    emit failed(error);
    emit noted({.id = kErrorNote, .symbol = Symbol::Cross, .text = fromEngine(model::text(error))});
}

} // namespace wherewithal::app
