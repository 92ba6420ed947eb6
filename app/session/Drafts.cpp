// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/Drafts.h"

#include "providers/json/AtomicFile.h"
#include "providers/json/PlanJson.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>
#include <QtConcurrent/QtConcurrentRun>

#include <algorithm>
#include <chrono>

namespace wherewithal::app {

namespace {

using namespace std::chrono_literals;

/// After the last edit; while somebody keeps typing a draft is written this often all the same.
constexpr auto kPause = 700ms;
constexpr auto kLongest = 4s;
constexpr qint64 kMostDraftBytes = 32LL << 20;

const QString kSuffix = QStringLiteral(".draft");

QString lockOf(const QString& file)
{
    return file + QStringLiteral(".lock");
}

/// What stands in a draft: the plan's own text with where it came from.
model::Result<QJsonObject> readObject(const QString& file)
{
    const auto bytes = providers::readWhole(file.toStdString(), kMostDraftBytes);
    if (!bytes) {
        return model::failure(bytes.error());
    }
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(QByteArray::fromStdString(*bytes), &fault);
    if (!document.isObject()) {
        return model::failure(model::ErrorCode::InvalidSyntax,
                              file.toStdString(),
                              "the draft cannot be read: " + fault.errorString().toStdString(),
                              "the plan's own file is as it was saved last");
    }
    return document.object();
}

} // namespace

DraftFolder::DraftFolder(QString path)
    : m_path(std::move(path))
{}

QList<Draft> DraftFolder::abandoned() const
{
    QList<Draft> drafts;
    if (!isKept()) {
        return drafts;
    }
    for (const QFileInfo& info : QDir(m_path).entryInfoList({QStringLiteral("*") + kSuffix}, QDir::Files)) {
        const QString file = info.absoluteFilePath();
        QLockFile lock(lockOf(file));
        lock.setStaleLockTime(0); // only a program that has ended makes a lock void, never its age
        if (!lock.tryLock(0)) {
            continue;
        }
        if (const auto object = readObject(file)) {
            drafts.append({.file = file,
                           .planPath = object->value(QLatin1String("plan_path")).toString(),
                           .name = object->value(QLatin1String("name")).toString(),
                           .saved = QDateTime::fromString(object->value(QLatin1String("saved")).toString(),
                                                          Qt::ISODateWithMs)});
        }
    }
    std::ranges::sort(drafts, std::greater{}, &Draft::saved);
    return drafts;
}

QString DraftFolder::newFile() const
{
    return QDir(m_path).filePath(QUuid::createUuid().toString(QUuid::WithoutBraces) + kSuffix);
}

model::Result<void> DraftFolder::write(const QString& file,
                                       const model::Plan& plan,
                                       const QString& planPath,
                                       const QDateTime& when)
{
    QDir().mkpath(QFileInfo(file).absolutePath());
    const QJsonObject object{{QStringLiteral("draft"), 1},
                             {QStringLiteral("name"), QString::fromStdString(plan.name)},
                             {QStringLiteral("plan_path"), planPath},
                             {QStringLiteral("saved"), when.toString(Qt::ISODateWithMs)},
                             {QStringLiteral("plan"), QString::fromStdString(providers::writePlan(plan))}};
    return providers::saveAtomically(file.toStdString(),
                                     QJsonDocument(object).toJson(QJsonDocument::Indented).toStdString());
}

model::Result<model::Plan> DraftFolder::read(const QString& file)
{
    const auto object = readObject(file);
    if (!object) {
        return model::failure(object.error());
    }
    // A field at fault is no reason to give up the edits of all others: it holds its default.
    auto document = providers::readPlan(object->value(QLatin1String("plan")).toString().toStdString());
    if (!document) {
        return model::failure(document.error());
    }
    return std::move(document->plan);
}

void DraftFolder::remove(const QString& file)
{
    QFile::remove(file);
}

DraftKeeper::DraftKeeper(PlanDocument& document, QString folder, QObject* parent)
    : QObject(parent)
    , m_document(document)
    , m_folder(std::move(folder))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &DraftKeeper::write);
    connect(&document, &PlanDocument::aboutToReplace, this, &DraftKeeper::leave);
    connect(&document, &PlanDocument::changed, this, &DraftKeeper::follow);
    connect(document.undoStack(), &QUndoStack::cleanChanged, this, &DraftKeeper::follow);
}

DraftKeeper::~DraftKeeper()
{
    m_writing.waitForFinished();
}

void DraftKeeper::follow()
{
    if (!m_folder.isKept()) {
        return;
    }
    if (!m_document.isEdited()) {
        discard();
        return;
    }
    m_isBehind = true;
    m_savedAt.reset();
    schedule();
}

void DraftKeeper::schedule()
{
    if (!m_sinceWrite.isValid()) {
        m_sinceWrite.start();
    }
    const auto left = kLongest - std::chrono::milliseconds(m_sinceWrite.elapsed());
    m_timer.start(std::clamp(left, 0ms + std::chrono::milliseconds(1), std::chrono::milliseconds(kPause)));
}

bool DraftKeeper::claim(const QString& file)
{
    QDir().mkpath(m_folder.path());
    auto lock = std::make_unique<QLockFile>(lockOf(file));
    lock->setStaleLockTime(0);
    if (!lock->tryLock(0)) {
        return false;
    }
    m_lock = std::move(lock);
    m_file = file;
    return true;
}

void DraftKeeper::write()
{
    if (!m_document.isEdited() || !m_isBehind) {
        return;
    }
    if (m_writing.isRunning()) {
        m_timer.start(kPause);
        return;
    }
    if (m_file.isEmpty() && !claim(m_folder.newFile())) {
        emit failed({.code = model::ErrorCode::PermissionDenied,
                     .where = m_folder.path().toStdString(),
                     .message = "no draft can be written there",
                     .hint = "save the plan under a name of its own"});
        return;
    }
    m_isBehind = false;
    m_sinceWrite.invalidate();
    m_planPath = m_document.path();
    const QDateTime when = QDateTime::currentDateTime();
    m_writing = QtConcurrent::run([this,
                                   file = m_file,
                                   plan = m_document.plan(),
                                   planPath = m_planPath,
                                   when,
                                   revision = ++m_revision] {
        // The destructor waits for this function, so `this` lives; the event is dropped with the object.
        auto written = DraftFolder::write(file, plan, planPath, when);
        QMetaObject::invokeMethod(
            this,
            [this, revision, written, when] { finish(revision, written, when); },
            Qt::QueuedConnection); // also where the destructor's wait runs it
    });
}

void DraftKeeper::finish(quint64 revision, const model::Result<void>& written, const QDateTime& when)
{
    if (revision != m_revision) {
        return;
    }
    if (!written) {
        emit failed(written.error());
        return;
    }
    if (!m_isBehind) {
        m_savedAt = when;
        emit saved();
    }
}

model::Result<void> DraftKeeper::restore(const Draft& draft)
{
    auto plan = DraftFolder::read(draft.file);
    if (!plan) {
        return model::failure(plan.error());
    }
    m_document.restore(std::move(*plan), draft.planPath);
    if (claim(draft.file)) {
        m_timer.stop();
        m_isBehind = false;
        m_savedAt = draft.saved;
        emit saved();
    }
    return {};
}

model::Result<void> DraftKeeper::flush()
{
    m_timer.stop();
    m_writing.waitForFinished();
    if (!m_folder.isKept() || !m_document.isEdited() || !m_isBehind) {
        return {};
    }
    if (m_file.isEmpty() && !claim(m_folder.newFile())) {
        return model::failure(model::ErrorCode::PermissionDenied,
                              m_folder.path().toStdString(),
                              "no draft can be written there",
                              "save the plan under a name of its own");
    }
    const QDateTime now = QDateTime::currentDateTime();
    auto written = DraftFolder::write(m_file, m_document.plan(), m_document.path(), now);
    if (written) {
        m_isBehind = false;
        ++m_revision;
        m_savedAt = now;
    }
    return written;
}

void DraftKeeper::leave()
{
    if (const auto written = flush(); !written) {
        emit failed(written.error());
    }
    m_timer.stop();
    m_isBehind = false;
    ++m_revision;
    m_file.clear();
    m_lock.reset();
    m_savedAt.reset();
}

void DraftKeeper::discard()
{
    m_timer.stop();
    m_writing.waitForFinished();
    ++m_revision;
    m_isBehind = false;
    m_savedAt.reset();
    if (!m_file.isEmpty()) {
        DraftFolder::remove(m_file);
        m_file.clear();
        m_lock.reset();
    }
}

} // namespace wherewithal::app
