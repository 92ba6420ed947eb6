// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/PlanDocument.h"
#include "app/session/Settings.h"
#include "app/session/SimulationRunner.h"
#include "tests/app/support/Fixture.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>

#include <atomic>
#include <memory>
#include <thread>

using namespace wherewithal;
using namespace wherewithal::app;

class TestSession : public QObject
{
    Q_OBJECT

private slots:
    void undoRestoresTheOldValue();
    void anEditWithoutChangeIsNotPushed();
    void repeatsMergeIntoOneStep();
    void saveMarksThePlanClean();
    void aFailedSaveKeepsPathAndEdits();
    void openingReplacesPlanAndHistory();
    void openingAMissingFileKeepsThePlan();
    void baseCaseComesBeforePaths();
    void anOlderRevisionIsDropped();
    void aRunThatNeverStartedSaysNothingAtTheEnd();
    void aFailureKeepsTheLastResult();
    void explainAnswersForTheLastResult();
    void explainReportsAnUnknownFigure();
    void settingsHaveDefaultsAndRemember();
    void recentPlansAreUniqueAndTen();

private:
    static void setHorizon(PlanDocument& document, int months, Merge merge = Merge::Never)
    {
        document.change<int>(
            QStringLiteral("/horizon_months"),
            QStringLiteral("horizon"),
            [](model::Plan& plan) -> int& { return plan.horizonMonths; },
            months,
            merge);
    }
};

void TestSession::undoRestoresTheOldValue()
{
    PlanDocument document(fixture::memoryStorage());
    document.replace(fixture::plan());
    const model::Plan before = document.plan();
    QSignalSpy changed(&document, &PlanDocument::changed);
    setHorizon(document, 60);
    QCOMPARE(document.plan().horizonMonths, 60);
    QVERIFY(document.isEdited());
    document.undoStack()->undo();
    QVERIFY(document.plan() == before);
    QVERIFY(!document.isEdited());
    document.undoStack()->redo();
    QCOMPARE(document.plan().horizonMonths, 60);
    QCOMPARE(changed.count(), 3);
}

void TestSession::anEditWithoutChangeIsNotPushed()
{
    PlanDocument document(fixture::memoryStorage());
    document.replace(fixture::plan());
    setHorizon(document, document.plan().horizonMonths);
    QCOMPARE(document.undoStack()->count(), 0);
}

void TestSession::repeatsMergeIntoOneStep()
{
    PlanDocument document(fixture::memoryStorage());
    document.replace(fixture::plan());
    for (const int months : {40, 50, 60}) {
        setHorizon(document, months, Merge::Repeats);
    }
    QCOMPARE(document.undoStack()->count(), 1);
    document.undoStack()->undo();
    QCOMPARE(document.plan().horizonMonths, 36);
}

void TestSession::saveMarksThePlanClean()
{
    PlanDocument document(fixture::memoryStorage());
    document.replace(fixture::plan());
    setHorizon(document, 48);
    QVERIFY(!document.save().has_value()); // no file yet
    QVERIFY(document.saveAs(QStringLiteral("/plans/a")).has_value());
    QVERIFY(!document.isEdited());
    QCOMPARE(document.path(), QStringLiteral("/plans/a"));
}

void TestSession::aFailedSaveKeepsPathAndEdits()
{
    PlanDocument document(fixture::memoryStorage());
    document.replace(fixture::plan());
    setHorizon(document, 48);
    const auto saved = document.saveAs(QStringLiteral("/read-only/a"));
    QVERIFY(!saved.has_value());
    QVERIFY(saved.error().code == model::ErrorCode::PermissionDenied);
    QVERIFY(document.path().isEmpty());
    QVERIFY(document.isEdited());
}

void TestSession::openingReplacesPlanAndHistory()
{
    const PlanStorage storage = fixture::memoryStorage();
    model::Plan other = fixture::plan();
    other.name = "Other";
    QVERIFY(storage.save(other, "/plans/other").has_value());
    PlanDocument document(storage);
    document.replace(fixture::plan());
    setHorizon(document, 48);
    QVERIFY(document.open(QStringLiteral("/plans/other")).has_value());
    QVERIFY(document.plan() == other);
    QCOMPARE(document.undoStack()->count(), 0);
}

void TestSession::openingAMissingFileKeepsThePlan()
{
    PlanDocument document(fixture::memoryStorage());
    document.replace(fixture::plan());
    QVERIFY(!document.open(QStringLiteral("/nowhere")).has_value());
    QVERIFY(document.plan() == fixture::plan());
}

void TestSession::baseCaseComesBeforePaths()
{
    SimulationRunner runner(fixture::engine());
    QList<int> paths;
    connect(&runner, &SimulationRunner::resultReady, this, [&] {
        paths.append(runner.result()->comparison->paths);
    });
    QSignalSpy finished(&runner, &SimulationRunner::finished);
    runner.request(fixture::plan());
    QVERIFY(runner.isStale());
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(paths, (QList<int>{0, 1024}));
    QVERIFY(!runner.isStale());
}

void TestSession::anOlderRevisionIsDropped()
{
    std::atomic_bool sawStop = false;
    Engine engine = fixture::engine();
    const auto compare = engine.compare;
    engine.compare = [&](const auto& plan,
                         const auto& slice,
                         const auto& settings,
                         const auto& progress,
                         std::stop_token stop) {
        if (plan.name == "first") {
            while (!stop.stop_requested()) {
                std::this_thread::yield();
            }
            sawStop = true; // and deliver nevertheless: the runner must drop it
        }
        return compare(plan, slice, settings, progress, stop);
    };
    SimulationRunner runner(engine);
    model::Plan first = fixture::plan();
    first.name = "first";
    model::Plan second = fixture::plan();
    second.name = "second";
    QStringList seen;
    connect(&runner, &SimulationRunner::resultReady, this, [&] {
        seen.append(QString::fromStdString(runner.result()->plan->name));
    });
    QSignalSpy finished(&runner, &SimulationRunner::finished);
    runner.request(first);
    runner.request(second);
    QTRY_COMPARE(finished.count(), 1);
    QTRY_VERIFY(sawStop);
    QVERIFY(!seen.contains(QStringLiteral("first")));
    QVERIFY(seen.contains(QStringLiteral("second")));
}

/// Waiting for a run that no thread has taken yet computes it on the waiting thread: its answer must not
/// start the next run on a runner that is being destroyed.
void TestSession::aRunThatNeverStartedSaysNothingAtTheEnd()
{
    QThreadPool* const pool = QThreadPool::globalInstance();
    const int threads = pool->maxThreadCount();
    QSemaphore isBusy;
    QSemaphore mayEnd;
    pool->setMaxThreadCount(1);
    pool->start([&] {
        isBusy.release();
        mayEnd.acquire();
    });
    isBusy.acquire();
    std::atomic_int runs = 0;
    Engine engine = fixture::engine();
    engine.compare = [&runs, compare = engine.compare](const auto& plan,
                                                       const auto& slice,
                                                       const auto& settings,
                                                       const auto& progress,
                                                       const std::stop_token&) {
        ++runs; // as an engine that has passed its last look at the stop token
        return compare(plan, slice, settings, progress, {});
    };
    auto runner = std::make_unique<SimulationRunner>(engine);
    QSignalSpy results(runner.get(), &SimulationRunner::resultReady);
    runner->request(fixture::plan());
    runner.reset();
    QCOMPARE(runs, 1);
    QCOMPARE(results.count(), 0);
    mayEnd.release();
    QVERIFY(pool->waitForDone());
    QCOMPARE(runs, 1);
    pool->setMaxThreadCount(threads);
}

void TestSession::aFailureKeepsTheLastResult()
{
    SimulationRunner runner(fixture::engine());
    QSignalSpy finished(&runner, &SimulationRunner::finished);
    runner.request(fixture::plan());
    QTRY_COMPARE(finished.count(), 1);
    QSignalSpy failed(&runner, &SimulationRunner::failed);
    model::Plan empty = fixture::plan();
    empty.workloads.clear();
    runner.request(empty);
    QTRY_COMPARE(failed.count(), 1);
    QVERIFY(runner.result() != nullptr);
    QVERIFY(!runner.isRunning());
}

void TestSession::explainAnswersForTheLastResult()
{
    SimulationRunner runner(fixture::engine());
    QSignalSpy finished(&runner, &SimulationRunner::finished);
    runner.request(fixture::plan());
    QTRY_COMPARE(finished.count(), 1);
    model::FigurePtr root;
    connect(&runner,
            &SimulationRunner::explained,
            this,
            [&](const QString&, const QString&, const model::FigurePtr& figure) { root = figure; });
    runner.explain(QStringLiteral("B"), QStringLiteral("cost"));
    QTRY_VERIFY(root != nullptr);
    QCOMPARE(root->inputs.size(), std::size_t{6});
}

void TestSession::explainReportsAnUnknownFigure()
{
    SimulationRunner runner(fixture::engine());
    QSignalSpy finished(&runner, &SimulationRunner::finished);
    runner.request(fixture::plan());
    QTRY_COMPARE(finished.count(), 1);
    QSignalSpy failed(&runner, &SimulationRunner::explainFailed);
    runner.explain(QStringLiteral("B"), QStringLiteral("nonsense"));
    QTRY_COMPARE(failed.count(), 1);
}

void TestSession::settingsHaveDefaultsAndRemember()
{
    Settings settings{QString()};
    QCOMPARE(settings.get(Setting::Palette).toString(), QStringLiteral("system"));
    settings.set(Setting::Palette, QStringLiteral("dark"));
    QCOMPARE(settings.get(Setting::Palette).toString(), QStringLiteral("dark"));
}

void TestSession::recentPlansAreUniqueAndTen()
{
    Settings settings{QString()};
    for (int number = 0; number < 12; ++number) {
        settings.addRecent(QString::number(number));
    }
    settings.addRecent(QStringLiteral("5"));
    const QStringList recent = settings.get(Setting::RecentPlans).toStringList();
    QCOMPARE(recent.size(), 10);
    QCOMPARE(recent.front(), QStringLiteral("5"));
    QCOMPARE(recent.count(QStringLiteral("5")), 1);
}

QTEST_GUILESS_MAIN(TestSession)
#include "tst_Session.moc"
