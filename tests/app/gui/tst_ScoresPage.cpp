// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/models/TableModel.h"
#include "app/gui/pages/Page.h"
#include "app/gui/theme/Theme.h"
#include "tests/app/support/PageBench.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QFrame>
#include <QPushButton>
#include <QSlider>
#include <QTableView>
#include <QTest>

using namespace wherewithal;
using namespace wherewithal::app;

namespace {

/// The Scores page of a window on the fixture.
struct Bench : tests::PageBench
{
    explicit Bench(model::Plan plan = fixture::plan())
        : PageBench(PageId::Scores, std::move(plan), fixture::engine())
        , evidence(find<QTableView>(QStringLiteral("evidenceTable")))
    {}

    /// Makes a cell current and presses Enter.
    void enter(int row, int column) const
    {
        evidence->setFocus();
        evidence->setCurrentIndex(evidence->model()->index(row, column));
        QTest::keyClick(evidence, Qt::Key_Return);
        QCoreApplication::processEvents();
    }
    [[nodiscard]] QFrame* popover() const
    {
        return window->findChild<QFrame*>(QStringLiteral("evidencePopover"));
    }

    QTableView* evidence;
};

} // namespace

class TestScoresPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void aPlanWithoutWorkloadSaysWhatToDo();
    void modelsAreConsistent();
    void equalAndResetAreSteps();
    void sourcedFactsOnlyIsAStep();
    void groupsFold();
    void popoverOpensByKeyAndClosesByEscape();
    void everyAnswerSpeaks();
    void otherMethodsAreListed();
    void openQuestionsAreCopied();
    void anOwnAnswerIsGivenFromThePopover();
};

void TestScoresPage::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    installTheme(*qApp);
}

void TestScoresPage::aPlanWithoutWorkloadSaysWhatToDo()
{
    model::Plan plan = fixture::plan();
    plan.workloads.clear();
    const Bench bench(plan);
    for (Page* page : bench.window->findChildren<Page*>()) {
        if (page->id() == PageId::Scores) {
            QCOMPARE(page->state(), Page::State::Empty);
        }
    }
}

void TestScoresPage::modelsAreConsistent()
{
    const Bench bench;
    for (const char* name : {"rankingTable", "evidenceTable", "methodsTable"}) {
        auto* table = bench.find<QTableView>(QString::fromLatin1(name));
        QVERIFY2(table != nullptr, name);
        const QAbstractItemModelTester tester(table->model(),
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        bench.click(QStringLiteral("equalWeights"));
        bench.click(QStringLiteral("resetWeights"));
        QVERIFY(table->model()->rowCount() > 0);
    }
}

void TestScoresPage::equalAndResetAreSteps()
{
    Bench bench;
    bench.click(QStringLiteral("equalWeights"));
    QCOMPARE(bench.workspace.plan().weights.cost, 1.0 / 9.0);
    QCOMPARE(bench.workspace.document().undoStack()->undoText(), QStringLiteral("weights all equal"));
    bench.click(QStringLiteral("resetWeights"));
    QCOMPARE(bench.workspace.plan().weights, model::Weights());
    bench.workspace.document().undoStack()->undo();
    QCOMPARE(bench.find<QSlider>(QStringLiteral("weight-0"))->value(), 111);
}

void TestScoresPage::sourcedFactsOnlyIsAStep()
{
    Bench bench;
    auto* facts = bench.find<QComboBox>(QStringLiteral("factsChoice"));
    QCOMPARE(facts->currentIndex(), 0);
    facts->setFocus();
    QTest::keyClick(facts, Qt::Key_Down);
    QVERIFY(bench.workspace.plan().usesSourcedFactsOnly);
    bench.workspace.document().undoStack()->undo();
    QVERIFY(!bench.workspace.plan().usesSourcedFactsOnly);
    QCOMPARE(facts->currentIndex(), 0);
}

void TestScoresPage::groupsFold()
{
    const Bench bench;
    const int whole = bench.evidence->model()->rowCount();
    bench.enter(0, 0);
    QCOMPARE(bench.evidence->model()->rowCount(), whole - 2); // two questions of each criterion
    QCOMPARE(bench.evidence->currentIndex().row(), 0);
    bench.enter(0, 0);
    QCOMPARE(bench.evidence->model()->rowCount(), whole);
}

void TestScoresPage::popoverOpensByKeyAndClosesByEscape()
{
    const Bench bench;
    QVERIFY(bench.popover() == nullptr);
    bench.enter(1, 0);
    QVERIFY(bench.popover() == nullptr); // the question itself has no answer
    bench.enter(1, 1);
    QFrame* popover = bench.popover();
    QVERIFY(popover != nullptr);
    QVERIFY(popover->isVisible());
    const QString question = bench.evidence->model()->index(1, 0).data().toString();
    QVERIFY(popover->accessibleName().contains(question));
    QVERIFY(popover->accessibleDescription().contains(QLatin1String("weight")));
    const QRect cell = bench.evidence->visualRect(bench.evidence->model()->index(1, 1));
    const QRect global(bench.evidence->viewport()->mapToGlobal(cell.topLeft()), cell.size());
    QVERIFY(!popover->geometry().intersects(global));
    QTest::keyClick(popover, Qt::Key_Escape);
    QVERIFY(!popover->isVisible());
    QTRY_VERIFY(bench.popover() == nullptr);
}

void TestScoresPage::everyAnswerSpeaks()
{
    const Bench bench;
    const QAbstractItemModel* model = bench.evidence->model();
    for (int row = 0; row < model->rowCount(); ++row) {
        for (int column = 0; column < model->columnCount(); ++column) {
            QVERIFY(!model->index(row, column).data(Qt::AccessibleTextRole).toString().isEmpty());
        }
    }
}

void TestScoresPage::otherMethodsAreListed()
{
    const Bench bench;
    const QAbstractItemModel* methods = bench.find<QTableView>(QStringLiteral("methodsTable"))->model();
    QCOMPARE(methods->rowCount(), 4);
    QCOMPARE(methods->index(0, 2).data().toString(), QStringLiteral("in use"));
    for (int row = 0; row < 4; ++row) {
        QVERIFY(methods->index(row, 1).data().toString().contains(QStringLiteral("A")));
    }
}

void TestScoresPage::openQuestionsAreCopied()
{
    const Bench bench;
    QGuiApplication::clipboard()->clear();
    auto* button = bench.find<QPushButton>(QStringLiteral("openQuestions"));
    QVERIFY2(button->text() != QStringLiteral("Open questions (0)"), qPrintable(button->text()));
    bench.click(QStringLiteral("openQuestions"));
    const QString text = QGuiApplication::clipboard()->text();
    QVERIFY2(text.contains(QLatin1String("\n- ")), qPrintable(text));
    const auto questions = text.count(QStringLiteral("\n- "));
    QCOMPARE(button->text(), QStringLiteral("Open questions (%1)").arg(questions));
    // Nothing is known of DataTron, so all 16 questions of the fixture are open; one's own house is no
    // vendor.
    QVERIFY2(text.contains(QLatin1String("\nTo DataTron, 16 questions:\n")), qPrintable(text));
    QVERIFY2(text.contains(QLatin1String("\nTo your own operations, ")), qPrintable(text));
    QVERIFY2(!text.contains(QLatin1String("To ,")), qPrintable(text));
}

void TestScoresPage::anOwnAnswerIsGivenFromThePopover()
{
    Bench bench;
    bench.enter(1, 1);
    bench.click(QStringLiteral("popoverOwn"));
    QTRY_VERIFY(bench.popover() == nullptr);
    auto* dialog = bench.find<QDialog>(QStringLiteral("ownAnswerDialog"));
    QVERIFY(dialog != nullptr);
    auto* answer = dialog->findChild<QComboBox*>();
    answer->setFocus();
    QTest::keyClick(answer, Qt::Key_End); // does not apply
    QCOMPARE(bench.plan().answers.size(), std::size_t{1});
    QCOMPARE(bench.plan().answers[0].answer, model::Answer::NotApplicable);
    QCOMPARE(bench.plan().answers[0].question.text(), std::string("security-0"));
    QVERIFY(dialog->findChild<QLineEdit*>() != nullptr); // who said it, and when
    bench.undo();
    QVERIFY(bench.plan().answers.empty());
}

QTEST_MAIN(TestScoresPage)
#include "tst_ScoresPage.moc"
