// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/Drafts.h"
#include "app/session/LocalEngine.h"
#include "tests/app/support/Fixture.h"

#include <QDir>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace wherewithal;
using namespace wherewithal::app;

namespace {

/// A whole plan as the program ships it.
model::Plan examplePlan()
{
    static const model::Plan plan =
        *fileStorage().load(WHEREWITHAL_SOURCE_DIR "/resources/examples/service.wherewithal");
    return plan;
}

void setHorizon(PlanDocument& document, int months)
{
    document.change<int>(
        QStringLiteral("/horizon_months"),
        QStringLiteral("horizon"),
        [](model::Plan& plan) -> int& { return plan.horizonMonths; },
        months);
}

/// The program that is killed: edits a plan without end, and says when the first draft stands.
int victim(const QString& folder)
{
    PlanDocument document(fixture::memoryStorage());
    document.replace(examplePlan(), QStringLiteral("/plans/claims.wherewithal"));
    DraftKeeper keeper(document, folder);
    QObject::connect(&keeper, &DraftKeeper::saved, &document, [] {
        std::puts("saved");
        std::fflush(stdout);
    });
    setHorizon(document, 60);
    QTimer::singleShot(1500, &document, [&] {
        auto* hurry = new QTimer(&document);
        QObject::connect(hurry, &QTimer::timeout, &document, [&] {
            setHorizon(document, document.plan().horizonMonths == 60 ? 61 : 60);
            (void)keeper.flush();
        });
        hurry->start(0);
    });
    return QCoreApplication::exec();
}

} // namespace

class TestDrafts : public QObject
{
    Q_OBJECT

private slots:
    void anEditIsWrittenAside();
    void undoTakesTheDraftAway();
    void savingTakesTheDraftAway();
    void aDraftInUseIsNotOffered();
    void aKilledProgramLeavesItsEdits();
    void restoredPlansCountAsEdited();
    void anotherPlanLeavesTheDraft();
    void aDamagedDraftIsLeftAlone();
    void withoutAFolderNothingIsWritten();
};

void TestDrafts::anEditIsWrittenAside()
{
    const QTemporaryDir folder;
    PlanDocument document(fixture::memoryStorage());
    document.replace(examplePlan());
    DraftKeeper keeper(document, folder.path());
    QSignalSpy saved(&keeper, &DraftKeeper::saved);
    QTest::qWait(50);
    QVERIFY(QDir(folder.path()).entryList(QDir::Files).isEmpty()); // an unedited plan needs no draft
    setHorizon(document, 60);
    QVERIFY(saved.wait(5000));
    QVERIFY(keeper.savedAt().has_value());
    setHorizon(document, 72);
    QVERIFY(!keeper.savedAt().has_value()); // the draft is behind
    QVERIFY(saved.wait(5000));
    const QStringList files = QDir(folder.path()).entryList({QStringLiteral("*.draft")}, QDir::Files);
    QCOMPARE(files.size(), 1);
    const auto plan = DraftFolder::read(folder.filePath(files.first()));
    QVERIFY(plan.has_value());
    QCOMPARE(plan->horizonMonths, 72);
}

void TestDrafts::undoTakesTheDraftAway()
{
    const QTemporaryDir folder;
    PlanDocument document(fixture::memoryStorage());
    document.replace(examplePlan());
    DraftKeeper keeper(document, folder.path());
    setHorizon(document, 60);
    QVERIFY(keeper.flush().has_value());
    QCOMPARE(QDir(folder.path()).entryList({QStringLiteral("*.draft")}).size(), 1);
    document.undoStack()->undo();
    QVERIFY(QDir(folder.path()).entryList({QStringLiteral("*.draft")}).isEmpty());
}

void TestDrafts::savingTakesTheDraftAway()
{
    const QTemporaryDir folder;
    PlanDocument document(fixture::memoryStorage());
    document.replace(examplePlan());
    DraftKeeper keeper(document, folder.path());
    setHorizon(document, 60);
    QVERIFY(keeper.flush().has_value());
    QVERIFY(document.saveAs(QStringLiteral("/plans/a")).has_value());
    QVERIFY(QDir(folder.path()).entryList({QStringLiteral("*.draft")}).isEmpty());
}

void TestDrafts::aDraftInUseIsNotOffered()
{
    const QTemporaryDir folder;
    PlanDocument document(fixture::memoryStorage());
    document.replace(examplePlan());
    auto keeper = std::make_unique<DraftKeeper>(document, folder.path());
    setHorizon(document, 60);
    QVERIFY(keeper->flush().has_value());
    QVERIFY(DraftFolder(folder.path()).abandoned().isEmpty());
    keeper.reset(); // the program ends in order: its edits wait for the next start
    const QList<Draft> drafts = DraftFolder(folder.path()).abandoned();
    QCOMPARE(drafts.size(), 1);
    QCOMPARE(drafts.first().name, QString::fromStdString(examplePlan().name));
}

void TestDrafts::aKilledProgramLeavesItsEdits()
{
    const QTemporaryDir folder;
    for (const int milliseconds : {0, 1600, 2100}) { // idle, and twice amid writing
        QProcess process;
        process.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--victim"), folder.path()});
        QVERIFY(process.waitForStarted());
        QTRY_VERIFY_WITH_TIMEOUT(process.waitForReadyRead(100) || process.bytesAvailable() > 0, 20000);
        QTest::qWait(milliseconds);
        process.kill(); // SIGKILL: no destructor runs
        QVERIFY(process.waitForFinished());
        QVERIFY(process.exitStatus() == QProcess::CrashExit);

        PlanDocument document(fixture::memoryStorage());
        DraftKeeper keeper(document, folder.path());
        const QList<Draft> drafts = keeper.folder().abandoned();
        QCOMPARE(drafts.size(), 1);
        QCOMPARE(drafts.first().planPath, QStringLiteral("/plans/claims.wherewithal"));
        QVERIFY(keeper.restore(drafts.first()).has_value());
        QVERIFY(document.plan().horizonMonths == 60 || document.plan().horizonMonths == 61);
        QVERIFY(document.plan().workloads == examplePlan().workloads);
        keeper.discard();
    }
}

void TestDrafts::restoredPlansCountAsEdited()
{
    const QTemporaryDir folder;
    model::Plan plan = examplePlan();
    plan.horizonMonths = 84;
    const QString file = DraftFolder(folder.path()).newFile();
    QVERIFY(
        DraftFolder::write(file, plan, QStringLiteral("/plans/a"), QDateTime::currentDateTime()).has_value());
    PlanDocument document(fixture::memoryStorage());
    DraftKeeper keeper(document, folder.path());
    QVERIFY(keeper.restore(keeper.folder().abandoned().first()).has_value());
    QVERIFY(document.isEdited());
    QCOMPARE(document.path(), QStringLiteral("/plans/a"));
    QCOMPARE(document.plan().horizonMonths, 84);
    setHorizon(document, 12);
    QVERIFY(keeper.flush().has_value());
    QCOMPARE(DraftFolder::read(file)->horizonMonths, 12); // goes on in the same file
}

void TestDrafts::anotherPlanLeavesTheDraft()
{
    const QTemporaryDir folder;
    PlanDocument document(fixture::memoryStorage());
    document.replace(examplePlan());
    DraftKeeper keeper(document, folder.path());
    setHorizon(document, 60);
    document.replace(model::Plan{});
    QVERIFY(!document.isEdited());
    const QList<Draft> drafts = keeper.folder().abandoned();
    QCOMPARE(drafts.size(), 1);
    QCOMPARE(DraftFolder::read(drafts.first().file)->horizonMonths, 60);
}

void TestDrafts::aDamagedDraftIsLeftAlone()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("half.draft"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"draft\": 1, \"pl");
    file.close();
    QVERIFY(DraftFolder(folder.path()).abandoned().isEmpty());
    QVERIFY(QFile::exists(path));
    const auto read = DraftFolder::read(path);
    QVERIFY(!read.has_value());
    QVERIFY(read.error().code == model::ErrorCode::InvalidSyntax);
}

void TestDrafts::withoutAFolderNothingIsWritten()
{
    PlanDocument document(fixture::memoryStorage());
    document.replace(examplePlan());
    DraftKeeper keeper(document, {});
    setHorizon(document, 60);
    QVERIFY(keeper.flush().has_value());
    QVERIFY(!keeper.savedAt().has_value());
    QVERIFY(keeper.folder().abandoned().isEmpty());
}

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    if (argc == 3 && QString::fromLocal8Bit(argv[1]) == QLatin1String("--victim")) {
        return victim(QString::fromLocal8Bit(argv[2]));
    }
    TestDrafts test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_Drafts.moc"
