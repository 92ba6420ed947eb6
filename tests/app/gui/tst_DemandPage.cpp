// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/charts/DemandChart.h"
#include "app/gui/charts/WeekEditor.h"
#include "app/gui/pages/DemandPage.h"
#include "app/gui/theme/Theme.h"
#include "tests/app/support/PageBench.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QTabBar>

using namespace wherewithal;
using namespace wherewithal::app;
using tests::PageBench;

namespace {

DemandPage* pageOf(const PageBench& bench)
{
    return qobject_cast<DemandPage*>(bench.window->page(PageId::Demand));
}

const model::WeekProfile& profileOf(const PageBench& bench)
{
    return bench.workload().demand.profile;
}

model::Plan flatPlan()
{
    model::Plan plan = fixture::plan();
    plan.workloads[0].demand.profile = {};
    return plan;
}

} // namespace

class tst_DemandPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void blocksKeepTheGreatestHourAtOne();
    void anEmptyPlanPointsToTheWorkload();
    void theWeekIsEditedByKeys();
    void aDragIsOneStepOfUndo();
    void aShareIsTyped();
    void theMouseSelectsHours();
    void aWeekIsPastedAndImported();
    void aBadWeekKeepsTheOldOne();
    void stepsAreAddedChangedAndRemoved();
    void theFanFollowsThePlan();
    void tablesSayTheSame();
    void staleResultsLeaveThePageUsable();
    void everyControlHasAName();
};

void tst_DemandPage::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    installTheme(*qApp);
}

void tst_DemandPage::blocksKeepTheGreatestHourAtOne()
{
    const WeekBlock monday{.firstDay = 0, .lastDay = 0, .firstHour = 0, .lastHour = 23};
    const model::WeekProfile half = withBlock({}, monday, 0.5);
    QCOMPARE(half.weights[0], 0.5);
    QCOMPARE(half.weights[24], 1.0);
    QCOMPARE(half.name, std::string("own"));
    const WeekBlock all{.firstDay = 0, .lastDay = 6, .firstHour = 0, .lastHour = 23};
    QVERIFY(withBlock({}, all, 0.0) == model::WeekProfile{}); // no arrivals at all is no profile
    QVERIFY(withBlock({}, all, 0.5) == model::WeekProfile{}); // all equal is flat, whatever the height
    const model::WeekProfile doubled = withBlock({}, monday, 2.0);
    QCOMPARE(doubled.weights[0], 1.0);
    QCOMPARE(doubled.weights[24], 0.5);
    QVERIFY(std::abs(shiftedBlock({}, monday, -0.2).weights[5] - 0.8) < 1e-12);
    QVERIFY(shiftedBlock({}, monday, 0.2) == model::WeekProfile{}); // never above the busiest
}

void tst_DemandPage::anEmptyPlanPointsToTheWorkload()
{
    model::Plan plan = fixture::plan();
    plan.workloads.clear();
    const PageBench bench(PageId::Demand, plan);
    QVERIFY(pageOf(bench)->state() == Page::State::Empty);
    QTest::mouseClick(pageOf(bench)->findChild<QPushButton*>(QStringLiteral("emptyStateButton")),
                      Qt::LeftButton);
    QVERIFY(bench.window->page(PageId::Workload)->isVisible());
}

void tst_DemandPage::theWeekIsEditedByKeys()
{
    PageBench bench(PageId::Demand, flatPlan());
    auto* week = bench.find<WeekEditor>(QStringLiteral("weekEditor"));
    week->setFocus();
    QTest::keyClick(week, Qt::Key_Down);                     // Tuesday 00
    QTest::keyClick(week, Qt::Key_Right);                    // 01
    QTest::keyClick(week, Qt::Key_Right, Qt::ShiftModifier); // to 02
    QTest::keyClick(week, Qt::Key_Down, Qt::ShiftModifier);  // and Wednesday
    QVERIFY(week->block() == (WeekBlock{.firstDay = 1, .lastDay = 2, .firstHour = 1, .lastHour = 2}));
    QVERIFY(week->accessibleDescription().contains(QLatin1String("Tuesday to Wednesday, 01:00 to 03:00")));
    QTest::keyClick(week, Qt::Key_PageDown);
    QVERIFY(std::abs(profileOf(bench).weights[25] - 0.8) < 1e-12);
    QVERIFY(std::abs(profileOf(bench).weights[50] - 0.8) < 1e-12);
    QCOMPARE(profileOf(bench).weights[24], 1.0);
    QTest::keyClick(week, Qt::Key_Delete);
    QCOMPARE(profileOf(bench).weights[25], 0.0);
}

void tst_DemandPage::aDragIsOneStepOfUndo()
{
    PageBench bench(PageId::Demand, flatPlan());
    auto* week = bench.find<WeekEditor>(QStringLiteral("weekEditor"));
    week->setFocus();
    for (int i = 0; i < 5; ++i) {
        QTest::keyClick(week, Qt::Key_Minus);
    }
    QVERIFY(std::abs(profileOf(bench).weights[0] - 0.75) < 1e-9);
    QVERIFY(bench.undoText().contains(QLatin1String("week profile")));
    bench.undo();
    QVERIFY(profileOf(bench) == model::WeekProfile{});
}

void tst_DemandPage::aShareIsTyped()
{
    PageBench bench(PageId::Demand, flatPlan());
    auto* week = bench.find<WeekEditor>(QStringLiteral("weekEditor"));
    auto* value = bench.find<QLineEdit>(QStringLiteral("weekValue"));
    week->setFocus();
    QTest::keyClicks(week, QStringLiteral("4")); // digits go to the field
    QCOMPARE(value->text(), QStringLiteral("4"));
    QTest::keyClicks(value, QStringLiteral("0"));
    QTest::keyClick(value, Qt::Key_Return);
    QVERIFY(std::abs(profileOf(bench).weights[0] - 0.4) < 1e-12);
    bench.type(QStringLiteral("weekValue"), QStringLiteral("half"));
    auto* message = bench.find<QLabel>(QStringLiteral("demandMessage"));
    QVERIFY(message->text().contains(QLatin1String("half")));
    QVERIFY(std::abs(profileOf(bench).weights[0] - 0.4) < 1e-12);
}

void tst_DemandPage::theMouseSelectsHours()
{
    PageBench bench(PageId::Demand, flatPlan());
    auto* week = bench.find<WeekEditor>(QStringLiteral("weekEditor"));
    const QPoint from(week->width() / 2, week->height() / 4);
    const QPoint to = from + QPoint(week->width() / 8, week->height() / 4);
    QTest::mousePress(week, Qt::LeftButton, {}, from);
    QTest::mouseMove(week, to);
    QMouseEvent move(
        QEvent::MouseMove, QPointF(to), QPointF(week->mapToGlobal(to)), Qt::NoButton, Qt::LeftButton, {});
    QCoreApplication::sendEvent(week, &move);
    QTest::mouseRelease(week, Qt::LeftButton, {}, to);
    QVERIFY(week->block().lastHour > week->block().firstHour);
    QVERIFY(week->block().lastDay > week->block().firstDay);
    QVERIFY(bench.find<QLabel>(QStringLiteral("weekBlock"))->text() == week->blockText());
}

void tst_DemandPage::aWeekIsPastedAndImported()
{
    PageBench bench(PageId::Demand, flatPlan());
    QString numbers;
    for (int hour = 0; hour < 168; ++hour) {
        numbers += hour == 10 ? QStringLiteral("8\n") : QStringLiteral("2\n");
    }
    QApplication::clipboard()->setText(numbers);
    auto* week = bench.find<WeekEditor>(QStringLiteral("weekEditor"));
    week->setFocus();
    QTest::keyClick(week, Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(profileOf(bench).weights[10], 1.0);
    QCOMPARE(profileOf(bench).weights[11], 0.25);
    bench.undo();
    const QTemporaryDir folder;
    const QString path = tests::written(folder, QStringLiteral("week.csv"), numbers.toUtf8());
    pageOf(bench)->setFileChooser([&](const QString&, const QString&) { return path; });
    bench.click(QStringLiteral("importWeek"));
    QTRY_COMPARE(profileOf(bench).weights[11], 0.25);
    QVERIFY(bench.undoText().contains(QLatin1String("import week profile week.csv")));
    auto* choice = bench.find<QComboBox>(QStringLiteral("/workloads/0/demand/profile"));
    QCOMPARE(choice->currentText(), QStringLiteral("own"));
}

void tst_DemandPage::aBadWeekKeepsTheOldOne()
{
    PageBench bench(PageId::Demand);
    const model::WeekProfile before = profileOf(bench);
    const QTemporaryDir folder;
    const QString path = tests::written(folder, QStringLiteral("week.csv"), "1,2,3\n");
    pageOf(bench)->setFileChooser([&](const QString&, const QString&) { return path; });
    bench.click(QStringLiteral("importWeek"));
    auto* message = bench.find<QLabel>(QStringLiteral("demandMessage"));
    QTRY_VERIFY(message->text().contains(QLatin1String("a week has 168 hours")));
    QVERIFY(profileOf(bench) == before);
}

void tst_DemandPage::stepsAreAddedChangedAndRemoved()
{
    PageBench bench(PageId::Demand);
    const QString table = QStringLiteral("demandSteps");
    const auto steps = [&]() -> const std::vector<model::DemandStep>& {
        return bench.workload().demand.steps;
    };
    bench.typeCell(table, 0, 0, QStringLiteral("2027-06"));
    QTRY_COMPARE(steps().size(), std::size_t{1});
    bench.typeCell(table, 0, 1, QStringLiteral("1.2 to 2"));
    QTRY_VERIFY(steps()[0].factor == model::Range::triangular(1.2, 1.6, 2.0));
    bench.typeCell(table, 0, 2, QStringLiteral("launch"));
    QTRY_COMPARE(steps()[0].label, std::string("launch"));
    QVERIFY(bench.undoText().contains(QLatin1String("change step of demand 2027-06")));
    bench.typeCell(table, 0, 0, QStringLiteral("next year"));
    auto* message = bench.find<QLabel>(QStringLiteral("demandMessage"));
    QTRY_VERIFY(message->text().contains(QLatin1String("write 2027-06")));
    QCOMPARE(bench.cell(table, 0, 0), QStringLiteral("next year")); // not lost
    QVERIFY((steps()[0].month == model::Month{.year = 2027, .month = 6}));
    bench.find<QTableView>(table)->setCurrentIndex(bench.find<QTableView>(table)->model()->index(0, 0));
    bench.find<QAction>(QStringLiteral("removeStep"))->trigger();
    QVERIFY(steps().empty());
    bench.undo();
    QCOMPARE(steps().size(), std::size_t{1});
}

void tst_DemandPage::theFanFollowsThePlan()
{
    PageBench bench(PageId::Demand);
    auto* chart = bench.find<DemandChart>(QStringLiteral("demandChart"));
    QTRY_VERIFY(chart->accessibleDescription().contains(QLatin1String("From 7.5")));
    QVERIFY(chart->accessibleDescription().contains(QLatin1String("likely between")));
    bench.type(QStringLiteral("/workloads/0/demand/peak_per_second"), QStringLiteral("20"));
    QTRY_VERIFY(chart->accessibleDescription().contains(QLatin1String("From 20")));
}

void tst_DemandPage::tablesSayTheSame()
{
    const PageBench bench(PageId::Demand);
    auto* table = bench.find<QTableView>(QStringLiteral("demandTable"));
    QTRY_COMPARE(table->model()->rowCount(), 36);
    const QAbstractItemModelTester tester(table->model());
    QCOMPARE(table->model()->index(0, 0).data().toString(), QStringLiteral("2026-12"));
    QVERIFY(table->model()->index(35, 4).data(SortRole).toDouble()
            > table->model()->index(35, 2).data(SortRole).toDouble());
    auto* week = bench.find<QTableView>(QStringLiteral("weekTable"));
    QCOMPARE(week->model()->rowCount(), 24);
    QCOMPARE(week->model()->index(10, 1).data().toString(), QStringLiteral("100")); // Monday 10:00
    bench.find<QTabBar>(QStringLiteral("weekViews"))->setCurrentIndex(1);
    QVERIFY(week->isVisible());
}

void tst_DemandPage::staleResultsLeaveThePageUsable()
{
    app::Engine engine = tests::engineWithDevices();
    engine.compare = [](const model::Plan&,
                        const model::CatalogueSlice&,
                        const simulator::CompareSettings&,
                        const simulator::Progress&,
                        const std::stop_token&) -> model::Result<simulator::Comparison> {
        return model::failure(model::ErrorCode::NoSolution, "plan", "nothing can be computed");
    };
    PageBench bench(PageId::Demand, fixture::plan(), engine);
    QVERIFY(pageOf(bench)->state() == Page::State::Result); // it edits; the answer may fail
    bench.type(QStringLiteral("/workloads/0/demand/peak_per_second"), QStringLiteral("9"));
    QVERIFY(bench.workload().demand.peakPerSecond == model::Range(9.0));
}

void tst_DemandPage::everyControlHasAName()
{
    const PageBench bench(PageId::Demand);
    for (const QWidget* widget : pageOf(bench)->findChildren<QWidget*>()) {
        const bool isControl = qobject_cast<const QLineEdit*>(widget) != nullptr
                               || qobject_cast<const QComboBox*>(widget) != nullptr
                               || qobject_cast<const QTableView*>(widget) != nullptr
                               || qobject_cast<const QTabBar*>(widget) != nullptr
                               || qobject_cast<const PlainChartView*>(widget) != nullptr
                               || qobject_cast<const WeekMap*>(widget) != nullptr;
        if (isControl && !widget->objectName().startsWith(QLatin1String("qt_"))) {
            QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
            QVERIFY(!widget->objectName().isEmpty());
        }
    }
}

QTEST_MAIN(tst_DemandPage)
#include "tst_DemandPage.moc"
