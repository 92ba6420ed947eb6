// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/PlanDocument.h"
#include "app/session/SimulationRunner.h" // model::Error as a meta type

#include <QDateTime>
#include <QElapsedTimer>
#include <QFuture>
#include <QLockFile>
#include <QTimer>

#include <memory>
#include <optional>

namespace wherewithal::app {

/// An edited plan that was never saved under its own name, as it lies in the folder of drafts.
struct Draft
{
    QString file;     ///< of the draft itself
    QString planPath; ///< file the plan was opened from; empty: none
    QString name;     ///< of the plan
    QDateTime saved;

    bool operator==(const Draft&) const = default;
};

/// The folder of drafts. Each program that runs holds a lock on the draft it writes; a lock whose program has
/// ended, however it ended, is void.
class DraftFolder
{
public:
    /// Created when the first draft is written. An empty path: no drafts are kept (tests, pictures).
    explicit DraftFolder(QString path);

    [[nodiscard]] bool isKept() const { return !m_path.isEmpty(); }
    [[nodiscard]] QString path() const { return m_path; }
    /// Drafts that no running program writes, newest first. What cannot be read is left out, and left alone.
    [[nodiscard]] QList<Draft> abandoned() const;
    /// A name that is not in use yet.
    [[nodiscard]] QString newFile() const;

    /// Atomic: the file holds the old draft or the new one whatever happens.
    [[nodiscard]] static model::Result<void>
    write(const QString& file, const model::Plan& plan, const QString& planPath, const QDateTime& when);
    [[nodiscard]] static model::Result<model::Plan> read(const QString& file);
    static void remove(const QString& file);

private:
    QString m_path;
};

/// Writes the edited plan aside while it is being edited, and takes the draft away once the plan is saved or
/// every edit is undone.
class DraftKeeper : public QObject
{
    Q_OBJECT

public:
    DraftKeeper(PlanDocument& document, QString folder, QObject* parent = nullptr);
    ~DraftKeeper() override;

    [[nodiscard]] const DraftFolder& folder() const { return m_folder; }
    /// When the plan of now was last written aside; nothing if it is not in a draft.
    [[nodiscard]] std::optional<QDateTime> savedAt() const { return m_savedAt; }

    /// Opens a draft: the plan counts as edited, and the keeper goes on with that file.
    [[nodiscard]] model::Result<void> restore(const Draft& draft);
    /// Writes at once what is not written yet: before the program ends, or before another plan is opened.
    [[nodiscard]] model::Result<void> flush();
    /// Leaves the draft where it is, for later, and starts a new one with the next edit.
    void leave();
    /// Takes the draft of now away.
    void discard();

signals:
    void saved();
    void failed(const model::Error& error);

private:
    void schedule();
    void follow();
    void write();
    void finish(quint64 revision, const model::Result<void>& written, const QDateTime& when);
    bool claim(const QString& file);

    PlanDocument& m_document;
    DraftFolder m_folder;
    QString m_file;     ///< of the plan of now; empty: none yet
    QString m_planPath; ///< of the plan that m_file holds
    std::unique_ptr<QLockFile> m_lock;
    QTimer m_timer;
    QElapsedTimer m_sinceWrite;
    QFuture<void> m_writing;
    std::optional<QDateTime> m_savedAt;
    quint64 m_revision = 0;
    bool m_isBehind = false; ///< an edit is not in the draft yet
};

} // namespace wherewithal::app
