// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/MainWindow.h"
#include "app/gui/models/TableModel.h"
#include "app/gui/pages/Page.h"
#include "app/gui/theme/Theme.h"
#include "app/gui/widgets/Fields.h"
#include "app/gui/widgets/Rail.h"
#include "tests/app/support/Fixture.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QTableView>
#include <QTest>

using namespace wherewithal;
using namespace wherewithal::app;

namespace {

/// A window on the fixture, shown and computed.
struct Bench
{
    explicit Bench(PageId page, model::Plan plan = fixture::plan())
        : workspace(fixture::engine(), fixture::memoryStorage(), settings)
    {
        window = std::make_unique<MainWindow>(workspace, Dialogs{});
        window->resize(1440, 900);
        window->show();
        QSignalSpy finished(&workspace.runner(), &SimulationRunner::finished);
        workspace.document().replace(std::move(plan));
        finished.wait(2000);
        window->showPage(page);
        QCoreApplication::processEvents();
    }

    template <typename T>
    [[nodiscard]] T* find(const QString& name) const
    {
        return window->findChild<T*>(name);
    }
    /// Types a text into the field of a place, and Enter.
    void type(const QString& place, const QString& text) const
    {
        auto* edit = find<QLineEdit>(place);
        QVERIFY2(edit != nullptr, qPrintable(place));
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, text);
        QTest::keyClick(edit, Qt::Key_Return);
    }
    [[nodiscard]] QString errorOf(const QString& place) const
    {
        return find<QLabel>(place + QStringLiteral("#error"))->text();
    }

    Settings settings{QString()};
    Workspace workspace;
    std::unique_ptr<MainWindow> window;
};

const QString kPeak = QStringLiteral("/workloads/0/demand/peak_per_second");
const QString kOutput = QStringLiteral("/workloads/0/output_tokens");

} // namespace

class TestPages : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void tableModelIsConsistent();
    void placesFollowTheIssuesOfThePlan();
    void aRangeIsTypedAsText();
    void aWrongTextKeepsTheValueAndSaysWhy();
    void aValueThePlanRefusesIsExplained();
    void timesPerTokenAreShownInMilliseconds();
    void anEmptyObjectiveIsNotAskedFor();
    void anEditRecomputesAndUndoes();
    void ledgerRowsAddUpToTheTotal();
    void costPageFollowsTheSelection();
    void weightsKeepTheirSum();
    void evidenceTableShowsEveryAnswer();
    void limitsAreListedWithDates();
    void requirementsNameWhatTheyExclude();
    void removingARequirementIsUndone();
    void excludedReasonJumpsToTheRequirements();
    void jumpFindsAFieldOfThePlan();
    void everyPageSurvivesAnEmptyPlan();
    void largeTextKeepsEveryPageWhole();
    void journeyFromExampleToSavedPlan();
};

void TestPages::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    installTheme(*qApp);
}

void TestPages::tableModelIsConsistent()
{
    TableModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setColumns({{QStringLiteral("Name"), {}, Qt::AlignLeft},
                      {QStringLiteral("Value"), QStringLiteral("USD"), Qt::AlignRight}});
    std::vector<TableRow> rows(3);
    rows[0].cells = {textCell(QStringLiteral("b")), numberCell(QStringLiteral("2"), 2.0)};
    rows[1].cells = {textCell(QStringLiteral("a")), numberCell(QStringLiteral("unknown"), std::nullopt)};
    rows[2].cells = {textCell(QStringLiteral("c")), numberCell(QStringLiteral("10"), 10.0)};
    model.setRows(rows);
    model.sort(1, Qt::DescendingOrder);
    QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("c"));
    QCOMPARE(model.index(2, 0).data().toString(), QStringLiteral("a")); // unknown stands last
    model.sort(0, Qt::AscendingOrder);
    QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("a"));
    QVERIFY(model.index(0, 1).data(Qt::AccessibleTextRole).toString().contains(QLatin1String("USD")));
}

void TestPages::placesFollowTheIssuesOfThePlan()
{
    QCOMPARE(placeOf("workloads[0].demand.growth"), QStringLiteral("/workloads/0/demand/growth"));
    QCOMPARE(placeOf("horizon_months"), QStringLiteral("/horizon_months"));
}

void TestPages::aRangeIsTypedAsText()
{
    const Bench bench(PageId::Workload);
    bench.type(kOutput, QStringLiteral("500 to 900"));
    const auto& llm = std::get<model::LlmServing>(bench.workspace.plan().workloads[0].detail);
    QVERIFY(llm.outputTokens == model::Range::triangular(500, 700, 900));
    QVERIFY(bench.find<QAction>(QStringLiteral("undo"))->text().contains(QLatin1String("Output tokens 700")));
}

void TestPages::aWrongTextKeepsTheValueAndSaysWhy()
{
    const Bench bench(PageId::Workload);
    bench.type(kOutput, QStringLiteral("many"));
    QVERIFY(bench.errorOf(kOutput).contains(QLatin1String("Still using 700")));
    QVERIFY(std::get<model::LlmServing>(bench.workspace.plan().workloads[0].detail).outputTokens
            == model::Range(700.0));
    QCOMPARE(bench.window->findChildren<QDialog*>().size(), 0); // errors open no dialogue
    bench.type(kOutput, QStringLiteral("800"));
    QVERIFY(bench.errorOf(kOutput).isEmpty());
}

void TestPages::aValueThePlanRefusesIsExplained()
{
    const Bench bench(PageId::Demand);
    const model::Plan before = bench.workspace.plan();
    bench.type(kPeak, QStringLiteral("-3"));
    QVERIFY(!bench.errorOf(kPeak).isEmpty());
    QVERIFY(bench.workspace.plan() == before);
}

void TestPages::timesPerTokenAreShownInMilliseconds()
{
    const Bench bench(PageId::Workload);
    const QString place = QStringLiteral("/workloads/0/objectives/time_per_token_p95_s");
    QCOMPARE(bench.find<QLineEdit>(place)->text(), QStringLiteral("≤ 50"));
    bench.type(place, QStringLiteral("0.08 s"));
    QCOMPARE(bench.workspace.plan().workloads[0].objectives.timePerTokenP95Seconds.value_or(0), 0.08);
    bench.type(place, QStringLiteral("60"));
    QVERIFY(std::abs(bench.workspace.plan().workloads[0].objectives.timePerTokenP95Seconds.value_or(0) - 0.06)
            < 1e-12);
}

void TestPages::anEmptyObjectiveIsNotAskedFor()
{
    const Bench bench(PageId::Workload);
    auto* edit = bench.find<QLineEdit>(QStringLiteral("/workloads/0/objectives/availability"));
    QCOMPARE(edit->text(), QStringLiteral("≥ 99.5 %"));
    edit->setFocus();
    edit->selectAll();
    QTest::keyClick(edit, Qt::Key_Delete);
    QTest::keyClick(edit, Qt::Key_Return);
    QVERIFY(!bench.workspace.plan().workloads[0].objectives.availability);
}

void TestPages::anEditRecomputesAndUndoes()
{
    Bench bench(PageId::Demand);
    const auto costOf = [&] {
        return bench.workspace.comparison()->findOption("A")->cost.base.count;
    };
    const auto before = costOf();
    bench.type(kPeak, QStringLiteral("10 to 20"));
    QTRY_VERIFY(costOf() > before);
    bench.find<QAction>(QStringLiteral("undo"))->trigger();
    QTRY_COMPARE(costOf(), before);
}

void TestPages::ledgerRowsAddUpToTheTotal()
{
    Bench bench(PageId::Cost);
    bench.workspace.selection().setFigure(QStringLiteral("B"), QStringLiteral("cost"));
    auto* table = bench.find<QTableView>(QStringLiteral("ledgerTable"));
    const int last = table->model()->rowCount() - 1;
    const int total = table->model()->columnCount() - 2;
    double sum = 0.0;
    for (int row = 0; row < last; ++row) {
        sum += table->model()->index(row, total).data(SortRole).toDouble();
    }
    QVERIFY(std::abs(sum - table->model()->index(last, total).data(SortRole).toDouble()) < 1e-3);
    QVERIFY(bench.window->page(PageId::Cost)
                ->findChild<QLabel*>(QStringLiteral("verdict"))
                ->text()
                .contains(QLatin1String("in 8 of 10 futures")));
}

void TestPages::costPageFollowsTheSelection()
{
    Bench bench(PageId::Cost);
    bench.workspace.selection().setFigure(QStringLiteral("G"), QStringLiteral("cost"));
    auto* picker = bench.window->page(PageId::Cost)->findChild<QComboBox*>(QStringLiteral("optionPicker"));
    QCOMPARE(picker->currentData().toString(), QStringLiteral("G"));
    QVERIFY(bench.window->page(PageId::Cost)
                ->findChild<QLabel*>(QStringLiteral("verdict"))
                ->text()
                .contains(QLatin1String("at least")));
}

void TestPages::weightsKeepTheirSum()
{
    Bench bench(PageId::Scores);
    auto* slider = bench.find<QSlider>(QStringLiteral("weight-1"));
    slider->setValue(300);
    slider->setValue(400);
    const model::Weights weights = bench.workspace.plan().weights;
    QVERIFY(std::abs(weights.sum() - 1.0) < 1e-9);
    QVERIFY(std::abs(weights.criteria[0] - 0.4) < 1e-9);
    QCOMPARE(bench.workspace.document().undoStack()->count(), 1); // one drag, one step
    bench.find<QAction>(QStringLiteral("undo"))->trigger();
    QVERIFY(bench.workspace.plan().weights == model::Weights());
    QTest::mouseClick(bench.find<QPushButton>(QStringLiteral("resetWeights")), Qt::LeftButton);
    QCOMPARE(bench.workspace.document().undoStack()->index(), 0); // nothing to reset
}

void TestPages::evidenceTableShowsEveryAnswer()
{
    const Bench bench(PageId::Scores);
    auto* table = bench.find<QTableView>(QStringLiteral("evidenceTable"));
    QCOMPARE(table->model()->rowCount(),
             static_cast<int>(model::kCriteria.size()) * 3); // a group and two questions each
    QStringList seen;
    for (int row = 0; row < table->model()->rowCount(); ++row) {
        seen.append(table->model()->index(row, 1).data().toString());
    }
    QVERIFY(seen.contains(QStringLiteral("yes")));
    QVERIFY(seen.contains(QStringLiteral("unknown")));
}

void TestPages::limitsAreListedWithDates()
{
    Bench bench(PageId::Scaling);
    bench.workspace.selection().setFigure(QStringLiteral("B"), QStringLiteral("cost"));
    auto* table = bench.find<QTableView>(QStringLiteral("limitsTable"));
    QCOMPARE(table->model()->rowCount(), 6);
    QCOMPARE(table->model()->index(0, 6).data().toString(), QStringLiteral("2028-09"));
    QVERIFY(table->model()->index(2, 6).data().toString().startsWith(QLatin1String("after")));
}

void TestPages::requirementsNameWhatTheyExclude()
{
    const Bench bench(PageId::Requirements);
    auto* table = bench.find<QTableView>(QStringLiteral("requirementsTable"));
    QCOMPARE(table->model()->rowCount(), 2);
    QCOMPARE(table->model()->index(0, 2).data().toString(), QStringLiteral("I, K"));
    QCOMPARE(table->model()->index(1, 2).data().toString(), QStringLiteral("H"));
}

void TestPages::removingARequirementIsUndone()
{
    const Bench bench(PageId::Requirements);
    auto* table = bench.find<QTableView>(QStringLiteral("requirementsTable"));
    table->setCurrentIndex(table->model()->index(1, 0));
    QTest::mouseClick(bench.find<QPushButton>(QStringLiteral("removeRequirement")), Qt::LeftButton);
    QCOMPARE(bench.workspace.plan().requirements.size(), std::size_t{1});
    bench.find<QAction>(QStringLiteral("undo"))->trigger();
    QVERIFY(bench.workspace.plan().requirements == fixture::plan().requirements);
}

void TestPages::excludedReasonJumpsToTheRequirements()
{
    const Bench bench(PageId::Compare);
    auto* table = bench.find<QTableView>(QStringLiteral("optionsTable"));
    table->setFocus();
    table->setCurrentIndex(table->model()->index(9, 2));
    QTest::keyClick(table, Qt::Key_Return);
    QVERIFY(bench.find<Rail>(QStringLiteral("rail"))->currentPage() == PageId::Requirements);
}

void TestPages::jumpFindsAFieldOfThePlan()
{
    Bench bench(PageId::Demand);
    bench.window->showPage(PageId::Compare);
    bench.workspace.jumpTo(kPeak);
    QVERIFY(bench.find<Rail>(QStringLiteral("rail"))->currentPage() == PageId::Demand);
    QCOMPARE(bench.window->focusWidget(), bench.find<QLineEdit>(kPeak));
}

void TestPages::everyPageSurvivesAnEmptyPlan()
{
    model::Plan empty;
    Bench bench(PageId::Compare, empty);
    for (int number = 0; number < kPageCount; ++number) {
        bench.window->showPage(static_cast<PageId>(number));
        QCoreApplication::processEvents();
        QVERIFY(!bench.window->grab().isNull());
    }
    bench.workspace.document().replace(fixture::plan());
    QTRY_VERIFY(bench.window->page(PageId::Compare)->state() == Page::State::Result);
}

void TestPages::largeTextKeepsEveryPageWhole()
{
    setFontScale(1.5);
    {
        Bench bench(PageId::Compare);
        for (int number = 0; number < kPageCount; ++number) {
            bench.window->showPage(static_cast<PageId>(number));
            QCoreApplication::processEvents();
            QVERIFY(bench.window->page(static_cast<PageId>(number))->state() == Page::State::Result);
            QVERIFY(!bench.window->grab().isNull());
        }
    }
    setFontScale(1.0);
}

void TestPages::journeyFromExampleToSavedPlan()
{
    const PlanStorage storage = fixture::memoryStorage();
    Settings settings{QString()};
    Workspace workspace(fixture::engine(), storage, settings);
    Dialogs dialogs;
    dialogs.savePath = [](QWidget*, const QString& suggested) -> QString {
        return QStringLiteral("/plans/") + suggested;
    };
    MainWindow window(workspace, dialogs);
    window.show();
    workspace.document().replace(fixture::plan());
    QTRY_VERIFY(workspace.comparison() != nullptr && workspace.comparison()->paths > 0);
    QTest::keyClick(&window, Qt::Key_2, Qt::ControlModifier);
    auto* edit = window.findChild<QLineEdit*>(kPeak);
    QTRY_VERIFY(edit != nullptr);
    edit->setFocus();
    edit->selectAll();
    QTest::keyClicks(edit, QStringLiteral("20"));
    QTest::keyClick(edit, Qt::Key_Return);
    QTRY_VERIFY(!workspace.runner().isRunning() && !workspace.runner().isStale());
    QTest::keyClick(&window, Qt::Key_6, Qt::ControlModifier);
    QTRY_VERIFY(window.page(PageId::Compare)
                    ->findChild<QLabel*>(QStringLiteral("verdict"))
                    ->text()
                    .contains(QLatin1String("million USD")));
    QTest::keyClick(&window, Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(!workspace.document().isEdited());
    const auto saved = storage.load("/plans/Claims assistant.wherewithal");
    QVERIFY(saved.has_value());
    QVERIFY(saved->workloads[0].demand.peakPerSecond == model::Range(20.0));
}

QTEST_MAIN(TestPages)
#include "tst_Pages.moc"
