// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/theme/Theme.h"
#include "tests/app/support/AnswersBench.h"
#include "tests/app/support/SteeredEngine.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTest>

using namespace wherewithal;
using namespace wherewithal::app;

namespace {

struct Bench
{
    explicit Bench(PageId asked)
        : workspace(steered.engine(), fixture::memoryStorage(), settings)
        , window(workspace, Dialogs{})
        , id(asked)
    {
        window.resize(1440, 900);
        window.show();
        window.showPage(asked);
    }
    ~Bench() { steered.mayGo = true; }
    [[nodiscard]] Page* page() const { return window.page(id); }
    [[nodiscard]] QString textOf(const char* state) const
    {
        QStringList texts;
        for (const QLabel* label :
             page()->findChild<QWidget*>(QString::fromLatin1(state))->findChildren<QLabel*>()) {
            texts.append(label->text());
        }
        return texts.join(QLatin1Char('\n'));
    }
    void press(const char* state) const
    {
        auto* button = page()->findChild<QPushButton*>(QString::fromLatin1(state) + QStringLiteral("Button"));
        QVERIFY(button != nullptr && button->isVisible());
        button->setFocus();
        QTest::keyClick(button, Qt::Key_Space);
    }

    Settings settings{QString()};
    fixture::Steered steered;
    Workspace workspace;
    MainWindow window;
    PageId id;
};

} // namespace

/// The pages that show answers, each in its four states, driven by keys.
class TestAnswerStates : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
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
        QTest::addColumn<int>("id");
        for (const PageId id :
             {PageId::Compare, PageId::Scaling, PageId::Cost, PageId::Scores, PageId::Report}) {
            QTest::newRow(qPrintable(pageKey(id))) << static_cast<int>(id);
        }
    }
    [[nodiscard]] static PageId asked()
    {
        QFETCH(int, id);
        return static_cast<PageId>(id);
    }
};

void TestAnswerStates::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    installTheme(*qApp);
}

void TestAnswerStates::emptySaysWhatToDo()
{
    Bench bench(asked());
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
    Bench bench(asked());
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
    Bench bench(asked());
    bench.workspace.document().replace(fixture::plan());
    QTRY_COMPARE(bench.page()->state(), Page::State::Result);
    QTRY_VERIFY(!bench.workspace.runner().isRunning());
    auto* verdict = bench.page()->findChild<QLabel*>(QStringLiteral("verdict"));
    QTRY_VERIFY(!verdict->text().isEmpty());
    bench.steered.mayGo = false;
    model::Plan other = fixture::plan();
    other.name = "Another name";
    bench.workspace.document().replace(other);
    QTRY_VERIFY(bench.workspace.runner().isStale());
    QCOMPARE(bench.page()->state(), Page::State::Result); // the last answer stays in view
    bench.steered.mayGo = true;
    QTRY_VERIFY(!bench.workspace.runner().isStale());
    QCOMPARE(bench.page()->state(), Page::State::Result);
}

void TestAnswerStates::anErrorSaysWhereAndHow()
{
    Bench bench(asked());
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
    Bench bench(asked());
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
    model::Plan wrong = fixture::plan();
    wrong.name = "Wrong";
    bench.workspace.document().replace(wrong);
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
