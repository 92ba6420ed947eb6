// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/charts/ChartActions.h"
#include "app/gui/charts/ChartFrame.h"
#include "app/gui/charts/CumulativeChart.h"
#include "app/gui/charts/MachinesChart.h"
#include "app/gui/charts/MonthAxis.h"
#include "app/gui/charts/MonthlyChart.h"
#include "app/gui/charts/ScatterChart.h"
#include "app/gui/charts/ThroughputChart.h"
#include "app/gui/charts/WeekMap.h"
#include "app/gui/theme/Theme.h"
#include "app/gui/widgets/Parts.h"
#include "tests/app/support/Fixture.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

#include <cmath>

using namespace wherewithal;
using namespace wherewithal::app;

namespace {

RunResultPtr fixtureResult(int paths = 1024)
{
    auto result = std::make_shared<RunResult>();
    result->plan = std::make_shared<const model::Plan>(fixture::plan());
    result->slice = std::make_shared<const model::CatalogueSlice>(fixture::slice());
    result->comparison =
        std::make_shared<const simulator::Comparison>(fixture::comparison(*result->plan, paths));
    return result;
}

std::unique_ptr<CumulativeChart> cumulative()
{
    auto chart = std::make_unique<CumulativeChart>();
    chart->resize(700, 300);
    chart->setSelected(QStringLiteral("B"));
    chart->setResult(fixtureResult());
    chart->show();
    return chart;
}

QAction* actionOf(QWidget* chart, const char* key)
{
    for (QAction* action : chart->actions()) {
        if (action->property("chartAction").toString() == QLatin1String(key)) {
            return action;
        }
    }
    return nullptr;
}

} // namespace

class TestCharts : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void tabSeparatedKeepsFullPrecision();
    void unknownIsAnEmptyCellOfTheClipboard();
    void monthTicksAreYearsThenMonths();
    void everyChartHasRowsNameAndDescription();
    void arrowsMoveTheCrossHair();
    void crossHairReadsAllCurves();
    void plusZoomsAndZeroShowsAll();
    void aRangeMayGrowAMillionMillionFold();
    void wheelZoomsAtThePointer();
    void draggingMovesOnlyWhenZoomed();
    void doubleClickShowsAll();
    void zoomStaysOverANewResult();
    void copyDataGivesTheRows();
    void pictureIsDrawnInFourWays();
    void tableTwinShowsTheSameRows();
    void frontierHasNoBeatenOption();
    void presentValuesAreLowerAndWithoutBands();
    void aClickOnALayerNamesItsLine();
    void emptyChartsSaySo();
    void weekMapWalksByKeys();
};

void TestCharts::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    installTheme(*qApp);
}

void TestCharts::tabSeparatedKeepsFullPrecision()
{
    ChartTable table;
    table.columns = {{QStringLiteral("Month"), {}, Qt::AlignLeft},
                     {QStringLiteral("B"), QStringLiteral("thousand USD"), Qt::AlignRight}};
    table.rows.resize(1);
    table.rows[0].cells = {textCell(QStringLiteral("2027-01")),
                           numberCell(QStringLiteral("1,234"), 1234.5678)};
    QCOMPARE(tabSeparated(table, QLocale(QLocale::English, QLocale::UnitedStates)),
             QStringLiteral("Month\tB (thousand USD)\n2027-01\t1234.5678\n"));
    QCOMPARE(tabSeparated(table, QLocale(QLocale::German, QLocale::Germany)),
             QStringLiteral("Month\tB (thousand USD)\n2027-01\t1234,5678\n"));
}

void TestCharts::unknownIsAnEmptyCellOfTheClipboard()
{
    ChartTable table;
    table.columns = {{QStringLiteral("A"), {}, Qt::AlignLeft}, {QStringLiteral("B"), {}, Qt::AlignRight}};
    table.rows.resize(1);
    table.rows[0].cells = {textCell(QStringLiteral("a\tb\nc")),
                           numberCell(QStringLiteral("unknown"), std::nullopt)};
    QCOMPARE(tabSeparated(table, QLocale::c()), QStringLiteral("A\tB\na b c\t\n"));
}

void TestCharts::monthTicksAreYearsThenMonths()
{
    const model::Month starts{.year = 2026, .month = 12};
    const auto years = monthTicks(starts, 0, 35);
    QCOMPARE(years.size(), std::size_t{3});
    QCOMPARE(years.front(), (MonthTick{.index = 1, .text = QStringLiteral("2027")}));
    const auto months = monthTicks(starts, 0, 6);
    QCOMPARE(months.size(), std::size_t{7});
    QCOMPARE(months.front().text, QStringLiteral("2026-12"));
    const auto quarters = monthTicks(starts, 0, 12, 5);
    QCOMPARE(quarters.front(), (MonthTick{.index = 1, .text = QStringLiteral("2027-01")}));
    QCOMPARE(quarters[1].index, 4);
}

void TestCharts::everyChartHasRowsNameAndDescription()
{
    const RunResultPtr result = fixtureResult();
    const auto* option = result->comparison->findOption("B");
    MonthlyChart monthly;
    monthly.setOption(result, QStringLiteral("B"), option->cost);
    CumulativeChart lines;
    lines.setSelected(QStringLiteral("B"));
    lines.setResult(result);
    ScatterChart scatter;
    scatter.setResult(result);
    MachinesChart machines;
    machines.setResult(result, 0, QStringLiteral("B"));
    ThroughputChart throughput;
    throughput.setWorkload(result, QStringLiteral("B"), option->workloads.front());
    for (const PlainChartView* chart :
         std::initializer_list<const PlainChartView*>{&monthly, &lines, &scatter, &machines, &throughput}) {
        const ChartTable table = chart->table();
        QVERIFY2(!table.isEmpty(), qPrintable(chart->objectName()));
        for (const TableRow& row : table.rows) {
            QCOMPARE(row.cells.size(), table.columns.size());
        }
        QVERIFY(!chart->accessibleName().isEmpty());
        QVERIFY(!chart->accessibleDescription().isEmpty());
        TableModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setContents(table.columns, table.rows);
        model.setContents(table.columns, table.rows); // the same again: values only
        model.setMuted(true);
    }
    QVERIFY(lines.accessibleDescription().contains(QLatin1String("B 1,698")));
    QVERIFY(lines.accessibleDescription().contains(QLatin1String("A is cheaper than B from 2029-05 on")));
}

void TestCharts::arrowsMoveTheCrossHair()
{
    const auto chart = cumulative();
    QSignalSpy moved(chart.get(), &PlainChartView::cursorMoved);
    chart->setFocus();
    QTest::keyClick(chart.get(), Qt::Key_Right);
    QCOMPARE(chart->cursor(), std::optional(0));
    QTest::keyClick(chart.get(), Qt::Key_Right);
    QCOMPARE(chart->cursor(), std::optional(1));
    QTest::keyClick(chart.get(), Qt::Key_Left);
    QTest::keyClick(chart.get(), Qt::Key_Left);
    QCOMPARE(chart->cursor(), std::optional(0)); // not before the first
    QCOMPARE(moved.count(), 3);
    QVERIFY(chart->accessibleDescription().contains(QLatin1String("2026-12:")));
}

void TestCharts::crossHairReadsAllCurves()
{
    const auto chart = cumulative();
    chart->setCursor(35);
    const QString words = chart->accessibleDescription();
    for (const char* end : {"A 1,418", "B 1,698", "C 1,810", "D 2,135", "E 2,835", "F 2,263"}) {
        QVERIFY2(words.mid(words.indexOf(QLatin1String("2029-11:"))).contains(QLatin1String(end)), end);
    }
    chart->setCursor(36); // there is none
    QVERIFY(!chart->cursor());
}

void TestCharts::plusZoomsAndZeroShowsAll()
{
    const auto chart = cumulative();
    chart->setFocus();
    QVERIFY(!chart->isZoomed());
    QTest::keyClick(chart.get(), Qt::Key_Plus);
    QVERIFY(chart->isZoomed());
    QTest::keyClick(chart.get(), Qt::Key_Right); // moves what is seen, not the cross hair
    QVERIFY(!chart->cursor());
    QTest::keyClick(chart.get(), Qt::Key_Right, Qt::ControlModifier);
    QVERIFY(chart->cursor().has_value());
    QTest::keyClick(chart.get(), Qt::Key_0);
    QVERIFY(!chart->isZoomed());
    QTest::keyClick(chart.get(), Qt::Key_Minus); // not farther than all
    QVERIFY(!chart->isZoomed());
}

void TestCharts::wheelZoomsAtThePointer()
{
    const auto chart = cumulative();
    const QPoint place(300, 120);
    QWheelEvent wheel(place,
                      chart->mapToGlobal(place),
                      {},
                      {0, 240},
                      Qt::NoButton,
                      Qt::NoModifier,
                      Qt::NoScrollPhase,
                      false);
    QApplication::sendEvent(chart->viewport(), &wheel);
    QVERIFY(chart->isZoomed());
    for (int turn = 0; turn < 60; ++turn) {
        QWheelEvent more(place,
                         chart->mapToGlobal(place),
                         {},
                         {0, 240},
                         Qt::NoButton,
                         Qt::NoModifier,
                         Qt::NoScrollPhase,
                         false);
        QApplication::sendEvent(chart->viewport(), &more);
    }
    QVERIFY(chart->grab().toImage().width() > 0); // paints at the greatest zoom
    QWheelEvent back(place,
                     chart->mapToGlobal(place),
                     {},
                     {0, -120 * 80},
                     Qt::NoButton,
                     Qt::NoModifier,
                     Qt::NoScrollPhase,
                     false);
    QApplication::sendEvent(chart->viewport(), &back);
    QVERIFY(!chart->isZoomed());
}

void TestCharts::draggingMovesOnlyWhenZoomed()
{
    const auto chart = cumulative();
    QSignalSpy clicked(chart.get(), &PlainChartView::optionClicked);
    const auto drag = [&] {
        QTest::mousePress(chart->viewport(), Qt::LeftButton, {}, {300, 60});
        QTest::mouseMove(chart->viewport(), {250, 60});
        QMouseEvent move(QEvent::MouseMove,
                         QPointF(240, 60),
                         chart->mapToGlobal(QPointF(240, 60)),
                         Qt::NoButton,
                         Qt::LeftButton,
                         Qt::NoModifier);
        QApplication::sendEvent(chart->viewport(), &move);
        QTest::mouseRelease(chart->viewport(), Qt::LeftButton, {}, {240, 60});
    };
    drag();
    QVERIFY(!chart->isZoomed());
    chart->zoom(4.0, {300, 60});
    const QImage before = chart->grab().toImage();
    drag();
    QVERIFY(chart->isZoomed());
    QVERIFY(before != chart->grab().toImage());
    QCOMPARE(clicked.count(), 0);
}

void TestCharts::doubleClickShowsAll()
{
    const auto chart = cumulative();
    chart->zoom(3.0, {300, 100});
    QTest::mouseDClick(chart->viewport(), Qt::LeftButton, {}, {300, 40});
    QVERIFY(!chart->isZoomed());
}

void TestCharts::zoomStaysOverANewResult()
{
    const auto chart = cumulative();
    chart->zoom(3.0, {300, 100});
    chart->setResult(fixtureResult());
    QVERIFY(chart->isZoomed());
}

void TestCharts::copyDataGivesTheRows()
{
    const auto chart = cumulative();
    QAction* copy = actionOf(chart.get(), "copy-data");
    QVERIFY(copy != nullptr);
    copy->trigger();
    const QStringList lines = QApplication::clipboard()->text().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 37);
    QVERIFY(lines.front().startsWith(
        QLatin1String("Month (to its end)\tB (thousand USD)\tB P10 (thousand USD)")));
    const double last = QLocale().toDouble(lines.back().split(QLatin1Char('\t')).at(1));
    QVERIFY(std::abs(last - 1698.4) < 1e-9); // not the rounded text of the screen
}

void TestCharts::pictureIsDrawnInFourWays()
{
    const auto chart = cumulative();
    actionOf(chart.get(), "copy-picture")->trigger();
    const QImage copied = QApplication::clipboard()->image();
    QCOMPARE(copied.width(), 1400); // two pixels per unit
    const QTemporaryDir folder;
    QString asked;
    ChartActions::setPicturePath([&](QWidget*, const QString& suggested) {
        asked = suggested;
        return folder.filePath(suggested);
    });
    actionOf(chart.get(), "save-svg")->trigger();
    QCOMPARE(asked, QStringLiteral("cumulativeChart.svg"));
    QFile svg(folder.filePath(asked));
    QVERIFY(svg.open(QIODevice::ReadOnly));
    const QByteArray text = svg.readAll();
    QVERIFY(text.startsWith("<?xml"));
    QVERIFY(text.contains("2027")); // labels are text
    QVERIFY(text.contains("Cumulative cost of the options by month"));
    QVERIFY(!text.contains("<image"));
    actionOf(chart.get(), "save-png")->trigger();
    QCOMPARE(QImage(folder.filePath(QStringLiteral("cumulativeChart.png"))).height(), 600);
    QVERIFY(!chart->chartActions()->saveTo(QStringLiteral("/nowhere/at/all.png")));
    ChartActions::setPicturePath({});
}

void TestCharts::tableTwinShowsTheSameRows()
{
    auto* chart = new CumulativeChart;
    chart->setSelected(QStringLiteral("B"));
    chart->setResult(fixtureResult());
    ChartFrame frame(
        new SectionTitle(QStringLiteral("Cumulative cost")),
        chart,
        [chart] { return chart->table(); },
        QMargins());
    frame.resize(700, 300);
    frame.show();
    auto* button = frame.findChild<QToolButton*>(QStringLiteral("cumulativeChartTableSwitch"));
    auto* table = frame.findChild<QTableView*>(QStringLiteral("cumulativeChartTable"));
    QVERIFY(button != nullptr && table != nullptr);
    QVERIFY(!table->isVisible());
    button->click();
    QVERIFY(table->isVisible());
    QCOMPARE(table->model()->rowCount(), 36);
    QCOMPARE(table->model()->index(35, 1).data().toString(), QStringLiteral("1,698"));
    button->click();
    QVERIFY(chart->isVisible());
    actionOf(chart, "table")->trigger();
    QVERIFY(frame.isTableShown());
}

void TestCharts::frontierHasNoBeatenOption()
{
    ScatterChart chart;
    chart.resize(400, 300);
    chart.setResult(fixtureResult());
    // A is cheapest; B scores more; E scores most. C, D and F cost more than B and score no more than E.
    QCOMPARE(chart.frontier(), (QStringList{QStringLiteral("A"), QStringLiteral("B"), QStringLiteral("E")}));
    chart.setSelected(QStringLiteral("A"));
    chart.show();
    QSignalSpy clicked(&chart, &PlainChartView::optionClicked);
    QTest::keyClick(&chart, Qt::Key_Right);
    QCOMPARE(clicked.takeFirst().first().toString(), QStringLiteral("B")); // next by cost
}

void TestCharts::presentValuesAreLowerAndWithoutBands()
{
    CumulativeChart chart;
    chart.setFan(true);
    chart.setSelected(QStringLiteral("B"));
    chart.setResult(fixtureResult());
    const double nominal = chart.table().rows.back().cells[1].sort.toDouble();
    QCOMPARE(chart.table().columns[2].name, QStringLiteral("B P10"));
    chart.setPresentValues(true);
    const double present = chart.table().rows.back().cells[1].sort.toDouble();
    QVERIFY(present < nominal);
    QVERIFY(present > 0.8 * nominal);
    QVERIFY(chart.table().columns[2].name != QStringLiteral("B P10"));
}

void TestCharts::aClickOnALayerNamesItsLine()
{
    const RunResultPtr result = fixtureResult();
    MonthlyChart chart;
    chart.resize(600, 300);
    chart.setOption(result, QStringLiteral("B"), result->comparison->findOption("B")->cost);
    chart.show();
    QSignalSpy clicked(&chart, &MonthlyChart::lineClicked);
    QTest::mouseClick(chart.viewport(), Qt::LeftButton, {}, {400, 272}); // just above the zero line
    QCOMPARE(clicked.count(), 1);
    QCOMPARE(clicked.first().first().toString(), QStringLiteral("machines-committed"));
}

void TestCharts::emptyChartsSaySo()
{
    CumulativeChart lines;
    MonthlyChart monthly;
    ThroughputChart throughput;
    MachinesChart machines;
    ScatterChart scatter;
    for (PlainChartView* chart :
         std::initializer_list<PlainChartView*>{&lines, &monthly, &throughput, &machines, &scatter}) {
        chart->resize(400, 200);
        QVERIFY(chart->table().isEmpty());
        QVERIFY(!chart->grab().isNull());
        QTest::keyClick(chart, Qt::Key_Right);
        QTest::keyClick(chart, Qt::Key_Plus);
        QVERIFY(!chart->cursor());
    }
}

void TestCharts::weekMapWalksByKeys()
{
    WeekMap map;
    map.resize(500, 260);
    std::array<double, model::kHoursPerWeek> use{};
    use[10] = 0.85;
    map.setUse(use);
    map.show();
    map.setFocus();
    QVERIFY(map.accessibleDescription().contains(QLatin1String("Monday 10:00")));
    for (int step = 0; step <= 10; ++step) {
        QTest::keyClick(&map, Qt::Key_Right);
    }
    QVERIFY(map.accessibleDescription().endsWith(
        QStringLiteral("Monday 10:00: 85%1% of what the pool sustains").arg(QChar(0xA0))));
    const ChartTable table = map.table();
    QCOMPARE(table.rows.size(), std::size_t{24});
    QCOMPARE(table.rows[10].cells[1].sort.toDouble(), 85.0);
    QVERIFY(actionOf(&map, "copy-data") != nullptr);
}

/// Found by random actions: an axis that laid out its ticks for the new range at the old interval took all
/// memory.
void TestCharts::aRangeMayGrowAMillionMillionFold()
{
    class Bare : public PlainChartView
    {
    public:
        using PlainChartView::PlainChartView;
        using PlainChartView::setAxes;

    protected:
        [[nodiscard]] QMargins plotMargins() const override { return {}; }
        void paintOverlay(QPainter*, const QRectF&) override {}
        void recolour() override {}
    };
    Bare chart;
    chart.resize(400, 300);
    chart.show();
    chart.setAxes(0.0, 36.0, {0.0, 5.0, 10.0});
    chart.setAxes(0.0, 36.0, {0.0, 1e15, 2e15});
    QVERIFY(!chart.grab().isNull());
    chart.setAxes(0.0, 36.0, {0.0, 5.0, 10.0});
    QVERIFY(!chart.grab().isNull());
}

QTEST_MAIN(TestCharts)
#include "tst_Charts.moc"
