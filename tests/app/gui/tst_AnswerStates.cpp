// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/support/StatesBench.h"

#include <QLabel>
#include <QTest>

using namespace wherewithal;
using namespace wherewithal::app;
using fixture::askedPage;
using fixture::StatesBench;

/// The pages that show answers, each in its four states, driven by keys.
class TestAnswerStates : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { fixture::useProgramsLook(); }
    void emptySaysWhatToDo_data() { pages(); }
    void emptySaysWhatToDo();
    void workingShowsProgressAndStops_data() { pages(); }
    void workingShowsProgressAndStops();
    void anAnswerIsStaleUntilTheNext_data() { pages(); }
    void anAnswerIsStaleUntilTheNext();
    void anErrorSaysWhereAndHow_data() { pages(); }
    void anErrorSaysWhereAndHow();
    void afterAnErrorThePageWorks_data() { pages(); }
    void afterAnErrorThePageWorks();

private:
    static void pages()
    {
        fixture::addPages({PageId::Compare, PageId::Scaling, PageId::Cost, PageId::Scores, PageId::Report});
    }
};

void TestAnswerStates::emptySaysWhatToDo()
{
    StatesBench bench(askedPage());
    model::Plan plan = fixture::plan();
    plan.workloads.clear();
    bench.workspace.document().replace(plan);
    QTRY_COMPARE(bench.page()->state(), Page::State::Empty);
    QVERIFY(bench.textOf("emptyState").size() > 20);
    bench.press("emptyState");
    QVERIFY(bench.window.page(PageId::Workload)->isVisible());
}

void TestAnswerStates::workingShowsProgressAndStops()
{
    StatesBench bench(askedPage());
    bench.steered.mayGo = false;
    bench.workspace.document().replace(fixture::plan());
    QTRY_COMPARE(bench.page()->state(), Page::State::Working);
    QVERIFY(bench.textOf("workingState").contains(QLatin1String("Computing")));
    bench.press("workingState"); // Cancel
    // Nothing is under way any more, and the page says so and how to go on.
    QTRY_COMPARE(bench.page()->state(), Page::State::Error);
    QVERIFY(bench.textOf("errorState").contains(QLatin1String("stopped")));
    bench.steered.mayGo = true;
    bench.press("errorState");
    QTRY_COMPARE(bench.page()->state(), Page::State::Result);
}

void TestAnswerStates::anAnswerIsStaleUntilTheNext()
{
    StatesBench bench(askedPage());
    bench.workspace.document().replace(fixture::plan());
    QTRY_COMPARE(bench.page()->state(), Page::State::Result);
    QTRY_VERIFY(!bench.workspace.runner().isRunning());
    auto* verdict = bench.page()->findChild<QLabel*>(QStringLiteral("verdict"));
    QTRY_VERIFY(!verdict->text().isEmpty());
    bench.steered.mayGo = false;
    bench.replaceNamed("Another name");
    QTRY_VERIFY(bench.workspace.runner().isStale());
    QCOMPARE(bench.page()->state(), Page::State::Result); // the last answer stays in view
    bench.steered.mayGo = true;
    QTRY_VERIFY(!bench.workspace.runner().isStale());
    QCOMPARE(bench.page()->state(), Page::State::Result);
}

void TestAnswerStates::anErrorSaysWhereAndHow()
{
    StatesBench bench(askedPage());
    bench.steered.fails = true;
    bench.workspace.document().replace(fixture::plan());
    QTRY_COMPARE(bench.page()->state(), Page::State::Error);
    const QString text = bench.textOf("errorState");
    QVERIFY2(text.contains(QLatin1String("workloads[0].demand")), qPrintable(text));
    QVERIFY2(text.contains(QLatin1String("the peak is too high")), qPrintable(text));
    QVERIFY2(text.contains(QLatin1String("lower the peak")), qPrintable(text));
}

void TestAnswerStates::afterAnErrorThePageWorks()
{
    StatesBench bench(askedPage());
    bench.steered.fails = true;
    bench.workspace.document().replace(fixture::plan());
    QTRY_COMPARE(bench.page()->state(), Page::State::Error);
    bench.steered.mayGo = false;
    bench.press("errorState"); // Try again
    QTRY_COMPARE(bench.page()->state(), Page::State::Working);
    bench.steered.fails = false;
    bench.steered.mayGo = true;
    QTRY_COMPARE(bench.page()->state(), Page::State::Result);
    // An error after an answer, then an edit: the last answer is shown while the next is computed.
    QTRY_VERIFY(!bench.workspace.runner().isRunning());
    bench.steered.fails = true;
    bench.replaceNamed("Wrong");
    QTRY_COMPARE(bench.page()->state(), Page::State::Error);
    bench.steered.fails = false;
    bench.steered.mayGo = false;
    bench.workspace.document().replace(fixture::plan());
    QTRY_COMPARE(bench.page()->state(), Page::State::Result);
    bench.steered.mayGo = true;
    QTRY_VERIFY(!bench.workspace.runner().isStale());
    QCOMPARE(bench.page()->state(), Page::State::Result);
}

QTEST_MAIN(TestAnswerStates)
#include "tst_AnswerStates.moc"
