// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/charts/CumulativeChart.h"
#include "app/gui/charts/MonthlyChart.h"
#include "app/gui/models/SensitivityRows.h"
#include "app/gui/models/TableModel.h"
#include "app/gui/theme/Theme.h"
#include "app/gui/widgets/BarDelegates.h"
#include "app/gui/widgets/RuledTable.h"
#include "tests/app/support/AnswersBench.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QTest>

using namespace wherewithal;
using namespace wherewithal::app;
using fixture::AnswersBench;

namespace {

QStringList column(const RuledTable* table, int at)
{
    QStringList texts;
    for (int row = 0; row < table->model()->rowCount(); ++row) {
        texts.append(table->model()->index(row, at).data().toString());
    }
    return texts;
}

} // namespace

class TestCostPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void emptyAndErrorSayWhatToDo();
    void presentValuesSumToThePresentTotal();
    void ledgerLineSelectsTheLayer();
    void layerSelectsTheLedgerLine();
    void crossHairsMoveTogether();
    void figuresBelowAreThoseOfTheEngine();
    void tornadoStandsByGreatestSwing();
    void enterOnASwingGoesToTheInput();
    void noSwitchOverIsSaidInWords();
    void anEngineThatCannotExamineLeavesThePlaceOut();
    void anotherOptionIsExamined();
    void optionChosenElsewhereIsShown();
    void inputsAreReadAsPeopleWriteThem();
    void modelsAreConsistent();
};

void TestCostPage::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    installTheme(*qApp);
}

void TestCostPage::emptyAndErrorSayWhatToDo()
{
    model::Plan empty = fixture::plan();
    empty.workloads.clear();
    const AnswersBench none(PageId::Cost, empty);
    QCOMPARE(none.page(PageId::Cost)->state(), Page::State::Empty);
    app::Engine broken = fixture::engine();
    broken.compare = [](const auto&, const auto&, const auto&, const auto&, auto) {
        return model::Result<simulator::Comparison>(model::failure(
            model::ErrorCode::MissingField, "workloads[0].demand", "there is no peak", "enter one"));
    };
    const AnswersBench failed(PageId::Cost, fixture::plan(), broken);
    QTRY_COMPARE(failed.page(PageId::Cost)->state(), Page::State::Error);
}

void TestCostPage::presentValuesSumToThePresentTotal()
{
    AnswersBench bench(PageId::Cost);
    bench.workspace.selection().setFigure(QStringLiteral("B"), QStringLiteral("cost"));
    auto* table = bench.find<RuledTable>(PageId::Cost, "ledgerTable");
    const int last = table->model()->rowCount() - 1;
    const int total = table->model()->columnCount() - 2;
    const double nominal = table->model()->index(last, total).data(SortRole).toDouble();
    auto* values = bench.find<QComboBox>(PageId::Cost, "costValues");
    values->setCurrentIndex(1);
    emit values->activated(1);
    const double present = table->model()->index(last, total).data(SortRole).toDouble();
    QVERIFY(present < nominal);
    double sum = 0.0;
    for (int row = 0; row < last; ++row) {
        sum += table->model()->index(row, total).data(SortRole).toDouble();
    }
    QVERIFY(std::abs(sum - present) < 1e-3);
    QCOMPARE(table->model()->index(last, 0).data(FigureRole).toString(), QStringLiteral("present-value"));
}

void TestCostPage::ledgerLineSelectsTheLayer()
{
    AnswersBench bench(PageId::Cost);
    bench.workspace.selection().setFigure(QStringLiteral("B"), QStringLiteral("cost"));
    auto* table = bench.find<RuledTable>(PageId::Cost, "ledgerTable");
    auto* chart = bench.find<MonthlyChart>(PageId::Cost, "monthlyChart");
    const QImage before = chart->grab().toImage();
    table->setFocus();
    table->setCurrentIndex(table->model()->index(1, 0));
    QCOMPARE(bench.workspace.selection().figure(), QStringLiteral("line-machines-on-demand"));
    QVERIFY(chart->grab().toImage() != before); // the layer stands out
}

void TestCostPage::layerSelectsTheLedgerLine()
{
    AnswersBench bench(PageId::Cost);
    bench.workspace.selection().setFigure(QStringLiteral("B"), QStringLiteral("cost"));
    emit bench.find<MonthlyChart>(PageId::Cost, "monthlyChart")->lineClicked(QStringLiteral("staff"));
    auto* table = bench.find<RuledTable>(PageId::Cost, "ledgerTable");
    QCOMPARE(table->currentIndex().data(FigureRole).toString(), QStringLiteral("line-staff"));
    QCOMPARE(bench.workspace.selection().figure(), QStringLiteral("line-staff"));
}

void TestCostPage::crossHairsMoveTogether()
{
    const AnswersBench bench(PageId::Cost);
    auto* monthly = bench.find<MonthlyChart>(PageId::Cost, "monthlyChart");
    auto* fan = bench.find<CumulativeChart>(PageId::Cost, "costFan");
    monthly->setFocus();
    QTest::keyClick(monthly, Qt::Key_Right);
    QTest::keyClick(monthly, Qt::Key_Right);
    QCOMPARE(fan->cursor(), std::optional(1));
}

void TestCostPage::figuresBelowAreThoseOfTheEngine()
{
    AnswersBench bench(PageId::Cost);
    bench.workspace.selection().setFigure(QStringLiteral("B"), QStringLiteral("cost"));
    auto* more = bench.find<RuledTable>(PageId::Cost, "costSummaryMore");
    auto* first = bench.find<RuledTable>(PageId::Cost, "costSummary");
    QTRY_VERIFY((column(first, 0) + column(more, 0)).contains(QStringLiteral("Committed")));
    const QStringList names = column(first, 0) + column(more, 0);
    const QStringList values = column(first, 1) + column(more, 1);
    QCOMPARE(values[names.indexOf(QStringLiteral("Committed"))], QStringLiteral("1,149"));
    QCOMPARE(values[names.indexOf(QStringLiteral("Paid for but idle"))], QStringLiteral("31"));
    QCOMPARE(values[names.indexOf(QStringLiteral("A becomes cheaper"))], QStringLiteral("2029-05"));
    QVERIFY(!names.contains(QStringLiteral("Cheapest"))); // the fixture has no paths for it: left out, not 0
}

void TestCostPage::tornadoStandsByGreatestSwing()
{
    AnswersBench bench(PageId::Cost);
    bench.workspace.selection().setFigure(QStringLiteral("B"), QStringLiteral("cost"));
    auto* table = bench.find<RuledTable>(PageId::Cost, "swingTable");
    QTRY_COMPARE(table->model()->rowCount(), 2);
    QCOMPARE(column(table, 0),
             (QStringList{QStringLiteral("Peak arrivals"), QStringLiteral("Growth of demand")}));
    const auto bars = table->model()->index(0, 2).data(SpecialRole).value<SwingCell>();
    QCOMPARE(bars.low, -248400.0);
    QCOMPARE(bars.high, 241600.0);
    QVERIFY(table->model()->index(0, 2).data(Qt::ToolTipRole).toString().contains(QLatin1String("242")));
    auto* turns = bench.find<RuledTable>(PageId::Cost, "switchTable");
    QCOMPARE(turns->model()->index(0, 2).data().toString(),
             QStringLiteral("below 5.90%1requests/s").arg(QChar(0xA0)));
    QCOMPARE(turns->model()->index(1, 2).data().toString(), QStringLiteral("not in its range"));
}

void TestCostPage::enterOnASwingGoesToTheInput()
{
    AnswersBench bench(PageId::Cost);
    auto* table = bench.find<RuledTable>(PageId::Cost, "swingTable");
    QTRY_COMPARE(table->model()->rowCount(), 2);
    QSignalSpy jumped(&bench.workspace, &Workspace::jumpRequested);
    table->setFocus();
    table->setCurrentIndex(table->model()->index(0, 0));
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(jumped.count(), 1);
    QCOMPARE(jumped.first().first().toString(), QStringLiteral("/workloads/0/demand/peak_per_second"));
}

void TestCostPage::noSwitchOverIsSaidInWords()
{
    app::Engine engine = fixture::engine();
    engine.examine = [](const auto&, const auto&, const auto&, std::string_view letter) {
        simulator::Examination found = fixture::examination(std::string(letter));
        for (auto& each : found.switchOvers) {
            each.value.reset();
        }
        return model::Result<simulator::Examination>(found);
    };
    AnswersBench bench(PageId::Cost, fixture::plan(), engine);
    bench.workspace.selection().setFigure(QStringLiteral("B"), QStringLiteral("cost"));
    auto* words = bench.find<QLabel>(PageId::Cost, "noSwitchOver");
    QTRY_COMPARE(words->text(), QStringLiteral("No input alone, within its range, makes B cheaper than A."));
    QVERIFY(words->isVisible());
    QVERIFY(!bench.find<RuledTable>(PageId::Cost, "switchTable")->isVisible());
}

void TestCostPage::anEngineThatCannotExamineLeavesThePlaceOut()
{
    app::Engine engine = fixture::engine();
    engine.examine = {};
    const AnswersBench bench(PageId::Cost, fixture::plan(), engine);
    QTest::qWait(50);
    QVERIFY(!bench.find<QWidget>(PageId::Cost, "sensitivity")->isVisible());
}

void TestCostPage::anotherOptionIsExamined()
{
    AnswersBench bench(PageId::Cost);
    auto* verdict = bench.find<QLabel>(PageId::Cost, "verdict");
    bench.workspace.selection().setFigure(QStringLiteral("B"), QStringLiteral("cost"));
    QTRY_VERIFY(verdict->text().contains(QLatin1String("B would cost less than A")));
    bench.workspace.selection().setFigure(QStringLiteral("A"), QStringLiteral("cost"));
    QTRY_VERIFY(verdict->text().contains(QLatin1String("A would cost more than B")));
}

void TestCostPage::optionChosenElsewhereIsShown()
{
    AnswersBench bench(PageId::Cost);
    bench.window->showPage(PageId::Compare);
    bench.workspace.selection().setFigure(QStringLiteral("E"), QStringLiteral("cost"));
    bench.window->showPage(PageId::Cost);
    auto* table = bench.find<RuledTable>(PageId::Cost, "ledgerTable");
    QCOMPARE(table->model()->index(0, 0).data(LetterRole).toString(), QStringLiteral("E"));
}

void TestCostPage::inputsAreReadAsPeopleWriteThem()
{
    const Format format;
    QCOMPARE(inputText(format, 0.42, "fraction/year").number, QStringLiteral("42"));
    QCOMPARE(inputText(format, 0.42, "fraction/year").unit, QStringLiteral("% a year"));
    QCOMPARE(inputText(format, -0.1, "fraction").number,
             QStringLiteral("%1").arg(QChar(0x2212)) + QStringLiteral("10"));
    QCOMPARE(inputText(format, 1.08, "").unit, QStringLiteral("×"));
    QVERIFY(inputText(format, 2.5e6, "B").unit.isEmpty()); // "2.5 MB" carries it
}

void TestCostPage::modelsAreConsistent()
{
    const Format format;
    const simulator::Examination found = fixture::examination("B");
    const Scale scale = scaleFor(found.base);
    TableModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setContents(swingColumns(format, found, scale, QStringLiteral("thousand USD")),
                      swingRows(format, found, scale, QStringLiteral("thousand USD")));
    const auto axis = model.headerData(2, Qt::Horizontal, AxisRole).value<RangeAxis>();
    QCOMPARE(axis.labels.size(), std::ssize(axis.ticks));
    QVERIFY(axis.labels.contains(QStringLiteral("1,698")));
    model.setContents(switchColumns(found), switchRows(format, found));
    QCOMPARE(model.rowCount(), 2);
}

QTEST_MAIN(TestCostPage)
#include "tst_CostPage.moc"
