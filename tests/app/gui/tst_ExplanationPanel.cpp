// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/models/FigureInputsModel.h"
#include "app/gui/theme/Theme.h"
#include "app/gui/widgets/ExplanationPanel.h"
#include "app/gui/widgets/RuledTable.h"
#include "tests/app/support/AnswersBench.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace wherewithal;
using namespace wherewithal::app;
using fixture::AnswersBench;

namespace {

QString textOf(const AnswersBench& bench, const char* name)
{
    return bench.window->findChild<QLabel*>(QString::fromLatin1(name))->text();
}

/// Selects a figure and waits until the panel shows it: all options of the fixture look alike inside.
void choose(AnswersBench& bench, const char* letter, const char* figure)
{
    const QString wanted = QString::fromLatin1(letter);
    QSignalSpy shown(&bench.workspace.runner(), &SimulationRunner::explained);
    bench.workspace.selection().setFigure(QStringLiteral("C"),
                                          QStringLiteral("cost")); // never the same again
    bench.workspace.selection().setFigure(wanted, QString::fromLatin1(figure));
    QTRY_VERIFY(!shown.isEmpty() && shown.last().first().toString() == wanted);
}

model::FigurePtr monthly(int months)
{
    std::vector<model::FigurePtr> inputs;
    for (int month = 0; month < months; ++month) {
        inputs.push_back(std::make_shared<const model::Figure>(model::Figure{
            .name = "Staff, 2027-" + std::to_string(10 + month), .value = 100.0, .unit = "USD"}));
    }
    return std::make_shared<const model::Figure>(
        model::Figure{.name = "Staff", .value = 100.0 * months, .unit = "USD", .inputs = std::move(inputs)});
}

} // namespace

class TestExplanationPanel : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void formulaIsShownWithItsValues();
    void longInputListsAreFolded();
    void sharedNamesAreNotRepeated();
    void sensitivityIsSaidForAnInputOfThePlan();
    void pinKeepsTheFigure();
    void datesStandForMonths();
    void everyFigureOfEveryLetterIsAnswered();
    void anUnknownFigureSaysSo();
    void copyGivesTheWholeTree();
    void jumpGoesToTheInput();
};

void TestExplanationPanel::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    installTheme(*qApp);
}

void TestExplanationPanel::formulaIsShownWithItsValues()
{
    AnswersBench bench(PageId::Compare);
    choose(bench, "B", "cost");
    auto* tree = bench.window->findChild<QTreeView*>(QStringLiteral("figureTree"));
    QCOMPARE(tree->model()->rowCount(), 6);
    // Machines x hours x months x price: the fixture's figures do not multiply to its value, so that only the
    // words and the result stand there.
    QVERIFY(!textOf(bench, "formula").contains(QLatin1String("730")));
    tree->expand(tree->model()->index(0, 0));
    const QModelIndex price = tree->model()->index(3, 0, tree->model()->index(0, 0));
    QCOMPARE(price.data().toString(), QStringLiteral("Price on the plan"));
    tree->setCurrentIndex(price);
    const QString formula = textOf(bench, "formula");
    QVERIFY2(formula.contains(QStringLiteral("9.074%1USD/h × (1 − 35.0%1%)").arg(QChar(0xA0))),
             qPrintable(formula));
    QVERIFY(formula.contains(QLatin1String("<b>= 5.8981")));
}

void TestExplanationPanel::longInputListsAreFolded()
{
    FigureInputsModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setFigure(monthly(36));
    QCOMPARE(model.rowCount(), 7);
    QVERIFY(model.isFold(6));
    QCOMPARE(model.index(6, 0).data().toString(), QStringLiteral("30 more"));
    QVERIFY(model.input(6) == nullptr);
    model.unfold();
    QCOMPARE(model.rowCount(), 36);
    model.setFigure(monthly(12));
    QCOMPARE(model.rowCount(), 12);
}

void TestExplanationPanel::sharedNamesAreNotRepeated()
{
    FigureInputsModel model;
    model.setFigure(monthly(3));
    QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("2027-10"));
}

void TestExplanationPanel::sensitivityIsSaidForAnInputOfThePlan()
{
    AnswersBench bench(PageId::Compare);
    choose(bench, "B", "cost");
    auto* tree = bench.window->findChild<QTreeView*>(QStringLiteral("figureTree"));
    QCOMPARE(tree->model()->rowCount(), 6);
    tree->expand(tree->model()->index(0, 0));
    tree->setCurrentIndex(tree->model()->index(0, 0, tree->model()->index(0, 0))); // Machines, mean
    const auto says = [&] {
        for (const QLabel* label : bench.window->findChild<ExplanationPanel*>()->findChildren<QLabel*>()) {
            if (label->text().contains(QLatin1String("Peak arrivals moves the total by"))) {
                return true;
            }
        }
        return false;
    };
    QTRY_VERIFY(says());
}

void TestExplanationPanel::pinKeepsTheFigure()
{
    AnswersBench bench(PageId::Compare);
    auto* panel = bench.window->findChild<ExplanationPanel*>();
    bench.workspace.selection().setFigure(QStringLiteral("B"), QStringLiteral("break-even"));
    QTRY_COMPARE(textOf(bench, "explainedNumber"), QStringLiteral("2029-05"));
    bench.workspace.selection().pin();
    QVERIFY(panel->isPinned());
    bench.workspace.selection().setFigure(QStringLiteral("A"), QStringLiteral("cost"));
    bench.workspace.runner().request(bench.workspace.plan()); // a new answer opens the pinned figure again
    QTRY_VERIFY(!bench.workspace.runner().isRunning());
    QTest::qWait(50);
    QCOMPARE(textOf(bench, "explainedNumber"), QStringLiteral("2029-05"));
    bench.window->findChild<QToolButton*>(QStringLiteral("pinExplanation"))->click();
    QTRY_VERIFY(textOf(bench, "explainedNumber") != QStringLiteral("2029-05"));
}

void TestExplanationPanel::datesStandForMonths()
{
    AnswersBench bench(PageId::Compare);
    bench.workspace.selection().setFigure(QStringLiteral("B"), QStringLiteral("first-limit"));
    QTRY_COMPARE(textOf(bench, "explainedNumber"), QStringLiteral("2028-09"));
    QCOMPARE(textOf(bench, "explainedName"), QStringLiteral("Machine quota 10, reached in the base case"));
    bench.workspace.selection().setFigure(QStringLiteral("F"), QStringLiteral("limit-coordination"));
    QTRY_COMPARE(textOf(bench, "explainedNumber"), QStringLiteral("after 2029-11"));
}

void TestExplanationPanel::everyFigureOfEveryLetterIsAnswered()
{
    AnswersBench bench(PageId::Compare);
    auto& runner = bench.workspace.runner();
    for (const char* letter : {"A", "B", "C", "D", "E", "F", "G"}) {
        for (const char* figure : {"value",
                                   "latency-p95",
                                   "sustained",
                                   "first-limit",
                                   "cost",
                                   "unit-cost",
                                   "break-even",
                                   "score"}) {
            QSignalSpy answered(&runner, &SimulationRunner::explained);
            runner.explain(QString::fromLatin1(letter), QString::fromLatin1(figure));
            QVERIFY2(answered.wait(2000), figure);
            QVERIFY(!textOf(bench, "explainedNumber").isEmpty());
        }
    }
}

void TestExplanationPanel::anUnknownFigureSaysSo()
{
    AnswersBench bench(PageId::Compare);
    bench.workspace.selection().setFigure(QStringLiteral("B"), QStringLiteral("nonsense"));
    QTRY_COMPARE(textOf(bench, "explainedNumber"), QStringLiteral("unknown"));
    QVERIFY(textOf(bench, "explainedName").contains(QLatin1String("nonsense")));
}

void TestExplanationPanel::copyGivesTheWholeTree()
{
    AnswersBench bench(PageId::Compare);
    bench.workspace.selection().setFigure(QStringLiteral("B"), QStringLiteral("cost"));
    auto* panel = bench.window->findChild<ExplanationPanel*>();
    QTRY_VERIFY(!panel->plainText().isEmpty());
    bench.window->findChild<QPushButton*>(QStringLiteral("copyExplanation"))->click();
    QVERIFY(QApplication::clipboard()->text().contains(QLatin1String("List price")));
    QVERIFY(QApplication::clipboard()->text().contains(QLatin1String("Azure Retail Prices")));
}

void TestExplanationPanel::jumpGoesToTheInput()
{
    AnswersBench bench(PageId::Compare);
    choose(bench, "B", "cost");
    auto* tree = bench.window->findChild<QTreeView*>(QStringLiteral("figureTree"));
    QCOMPARE(tree->model()->rowCount(), 6);
    auto* inputs = bench.window->findChild<RuledTable*>(QStringLiteral("figureInputs"));
    QSignalSpy jumped(&bench.workspace, &Workspace::jumpRequested);
    for (int row = 0; row < inputs->model()->rowCount(); ++row) {
        const QModelIndex arrow =
            inputs->model()->index(row, static_cast<int>(FigureInputsModel::Column::Jump));
        if (arrow.data(PlaceRole).toString() == QStringLiteral("/horizon_months")) {
            inputs->setCurrentIndex(arrow);
            QTest::keyClick(inputs, Qt::Key_Return);
        }
    }
    QCOMPARE(jumped.count(), 1);
}

QTEST_MAIN(TestExplanationPanel)
#include "tst_ExplanationPanel.moc"
