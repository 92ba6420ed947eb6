// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/charts/ChartActions.h"
#include "app/gui/charts/CumulativeChart.h"
#include "app/gui/charts/DemandChart.h"
#include "app/gui/charts/PriceHistoryChart.h"
#include "app/gui/charts/SaturationChart.h"
#include "app/gui/charts/ScatterChart.h"
#include "app/gui/models/OptionsModel.h"
#include "app/gui/theme/Theme.h"
#include "app/gui/theme/Tokens.h"
#include "tests/app/support/Fixture.h"

#include <QApplication>
#include <QClipboard>
#include <QTest>
#include <QWheelEvent>

using namespace wherewithal;
using namespace wherewithal::app;

namespace {

const QString kDear = QStringLiteral("22,683"); ///< eight times 2,835.4 thousand

/// The fixture's answer, with the cost of E times a factor in every figure.
RunResultPtr resultWith(double factor)
{
    auto comparison = fixture::comparison(fixture::plan(), 1024);
    for (simulator::OptionResult& option : comparison.options) {
        if (option.spec.letter != "E") {
            continue;
        }
        simulator::CostResult& cost = option.cost;
        cost.base = model::Micros{static_cast<std::int64_t>(static_cast<double>(cost.base.count) * factor)};
        for (double* each : {&cost.range->p10, &cost.range->p50, &cost.range->p90}) {
            *each *= factor;
        }
        for (double& month : cost.cumulativeBase) {
            month *= factor;
        }
    }
    auto result = std::make_shared<RunResult>();
    result->plan = std::make_shared<const model::Plan>(fixture::plan());
    result->slice = std::make_shared<const model::CatalogueSlice>(fixture::slice());
    result->comparison = std::make_shared<const simulator::Comparison>(std::move(comparison));
    return result;
}

QModelIndex costOf(const OptionsModel& model, const QString& letter)
{
    return model.index(model.rowOf(letter), static_cast<int>(OptionsModel::Column::Cost));
}

RangeAxis axisOf(const OptionsModel& model)
{
    return model.headerData(static_cast<int>(OptionsModel::Column::Cost), Qt::Horizontal, AxisRole)
        .value<RangeAxis>();
}

int inkOf(const QImage& image, const QColor& colour, const QRect& where)
{
    int count = 0;
    for (int y = std::max(0, where.top()); y < std::min(image.height(), where.bottom()); ++y) {
        for (int x = std::max(0, where.left()); x < std::min(image.width(), where.right()); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            count += std::abs(pixel.red() - colour.red()) + std::abs(pixel.green() - colour.green())
                                 + std::abs(pixel.blue() - colour.blue())
                             < 40
                         ? 1
                         : 0;
        }
    }
    return count;
}

} // namespace

class TestCostAxis : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void aDearOptionStandsBeyondTheEnd();
    void likeCostsShareOneAxis();
    void halfOfTheOptionsStayWithin();
    void aWideRangeIsCutToo();
    void theColumnOfCostsIsCut();
    void theScatterShowsItAtItsEnd();
    void theCurveLeavesThePictureUnlessSelected();
    void theGridStandsAtTheLabels();
    void demandHasZoomCrossHairAndData();
    void saturationHasZoomCrossHairAndData();
    void pricesHaveZoomCrossHairAndData();
};

void TestCostAxis::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    installTheme(*qApp);
}

void TestCostAxis::aDearOptionStandsBeyondTheEnd()
{
    const CostSpan span =
        costSpan({{100, 90, 120}, {110, 100, 130}, {1700, 900, 3400}, {120, 110, 150}, {150, 130, 180}});
    QVERIFY(span.isCut);
    QCOMPARE(span.low, 90.0);
    QCOMPARE(span.high, 180.0);
}

void TestCostAxis::likeCostsShareOneAxis()
{
    const CostSpan span = costSpan({{100, 90, 120}, {200, 180, 260}, {400, 390, 450}, {900, 800, 1000}});
    QVERIFY(!span.isCut);
    QCOMPARE(span.high, 1000.0);
    QCOMPARE(costSpan({}).high, 0.0);
    QVERIFY(!costSpan({{0, 0, 0}, {5, 5, 5}}).isCut); // nothing is a multiple of nothing
}

void TestCostAxis::halfOfTheOptionsStayWithin()
{
    // Two cheap ones must not push three dear ones out: then they are the rule, and the axis is theirs.
    const CostSpan span = costSpan({{1, 1, 1}, {2, 2, 2}, {100, 100, 100}, {110, 110, 110}, {120, 120, 120}});
    QVERIFY(!span.isCut);
    QCOMPARE(span.high, 120.0);
    QVERIFY(!costSpan({{1, 1, 1}, {100, 100, 100}}).isCut); // two are always told apart
}

void TestCostAxis::aWideRangeIsCutToo()
{
    const CostSpan span = costSpan({{100, 90, 120}, {110, 100, 9000}, {120, 110, 150}});
    QVERIFY(span.isCut);
    QCOMPARE(span.high, 360.0); // three times the dearest base case
}

void TestCostAxis::theColumnOfCostsIsCut()
{
    OptionsModel model;
    model.setResult(resultWith(1.0));
    QVERIFY(!axisOf(model).isCut);
    const double before = axisOf(model).high;
    model.setResult(resultWith(8.0));
    const RangeAxis axis = axisOf(model);
    QVERIFY(axis.isCut);
    QVERIFY2(axis.high <= before, "the others keep their room");
    const QModelIndex dear = costOf(model, QStringLiteral("E"));
    const auto cell = dear.data(RangeRole).value<RangeCell>();
    QVERIFY(axis.isBeyond(cell.base));
    QCOMPARE(cell.number, kDear); // the true figure
    QVERIFY(dear.data(Qt::AccessibleTextRole).toString().contains(kDear));
    QVERIFY(dear.data(Qt::ToolTipRole).toString().contains(QLatin1String("beyond the axis")));
    QVERIFY(!costOf(model, QStringLiteral("A"))
                 .data(Qt::ToolTipRole)
                 .toString()
                 .contains(QLatin1String("beyond")));
}

void TestCostAxis::theScatterShowsItAtItsEnd()
{
    ScatterChart chart;
    chart.resize(400, 300);
    chart.setResult(resultWith(8.0));
    chart.show();
    QCOMPARE(chart.beyond(), QStringList{QStringLiteral("E")});
    QVERIFY(chart.axisEnd() < 4000.0);
    QVERIFY(chart.accessibleDescription().contains(QStringLiteral("E costs %1").arg(kDear)));
    QVERIFY(chart.frontier().contains(QStringLiteral("E"))); // it scores most: not beaten
    bool isInTable = false;
    for (const TableRow& row : chart.table().rows) {
        isInTable = isInTable || (row.letter == QLatin1String("E") && row.cells[1].text == kDear);
    }
    QVERIFY(isInTable);
    // It is drawn, near the right end, and can be chosen there.
    const QImage image = chart.grab().toImage();
    QVERIFY(inkOf(image, tokens().option(QStringLiteral("E")), QRect(340, 0, 60, 264)) > 100);
    chart.setResult(resultWith(1.0));
    QVERIFY(chart.beyond().isEmpty());
}

void TestCostAxis::theCurveLeavesThePictureUnlessSelected()
{
    CumulativeChart chart;
    chart.resize(700, 300);
    chart.setSelected(QStringLiteral("B"));
    chart.setResult(resultWith(8.0));
    chart.show();
    const auto ink = [&](const char* letter) {
        const QImage image = chart.grab().toImage();
        // the plot alone, without letters at the right
        return inkOf(image, tokens().option(QString::fromLatin1(letter)), QRect(60, 0, 500, 200));
    };
    const int squashed = [&] {
        chart.setSelected(QStringLiteral("E"));
        return ink("B");
    }();
    chart.setSelected(QStringLiteral("B"));
    QVERIFY(ink("B") > squashed); // the others have their room back
    QVERIFY(chart.accessibleDescription().contains(QStringLiteral("E %1").arg(kDear)));
}

/// The labels and the lines of the grid are of one geometry, whatever was shown or how large it was before.
void TestCostAxis::theGridStandsAtTheLabels()
{
    CumulativeChart chart;
    chart.setLanesVisible(false); // they have lines of the same colour
    chart.resize(900, 700);
    chart.setResult(resultWith(1.0));
    chart.show();
    chart.resize(500, 260);
    chart.setResult(resultWith(1.0));
    const QImage image = chart.grab().toImage();
    const QRgb grid = tokens().grid.rgb();
    // The grid's rows in a column of pixels where no curve and no year stands; the labels' in the left
    // margin.
    QList<int> lines;
    for (int y = 0; y < image.height(); ++y) {
        int run = 0;
        for (int x = 60; x < 140; ++x) {
            run += image.pixel(x, y) == grid ? 1 : 0;
        }
        if (run > 40) {
            lines.append(y);
        }
    }
    QVERIFY2(lines.size() >= 3, qPrintable(QString::number(lines.size())));
    for (qsizetype at = 2; at < lines.size(); ++at) {
        QVERIFY(std::abs((lines[at] - lines[at - 1]) - (lines[1] - lines[0])) <= 1);
    }
    const QColor text = tokens().text2;
    for (const int line : lines) {
        QVERIFY2(inkOf(image, text, QRect(0, line - 4, 45, 8)) > 4, qPrintable(QString::number(line)));
        // and none half-way to the next
        const int half = (lines[1] - lines[0]) / 2;
        QCOMPARE(inkOf(image, text, QRect(0, line + half - 2, 45, 4)), 0);
    }
}

void TestCostAxis::demandHasZoomCrossHairAndData()
{
    DemandChart chart;
    chart.resize(600, 240);
    simulator::DemandFan fan{
        .base = {10, 11, 12, 13}, .p10 = {9, 9, 10, 10}, .p50 = {10, 11, 12, 13}, .p90 = {12, 14, 16, 18}};
    chart.setFan(fan, {.year = 2026, .month = 12}, QStringLiteral("requests/s"), {});
    chart.show();
    QCOMPARE(chart.table().rows.size(), std::size_t{4});
    QCOMPARE(chart.table().columns[1].unit, QStringLiteral("requests/s"));
    chart.chartActions()->copyData();
    QVERIFY(QApplication::clipboard()->text().startsWith(QLatin1String("Month\tBase (requests/s)\tP10")));
    chart.setFocus();
    QTest::keyClick(&chart, Qt::Key_Right);
    QTest::keyClick(&chart, Qt::Key_Right);
    QCOMPARE(chart.cursor(), std::optional(1));
    QVERIFY(chart.accessibleDescription().contains(QLatin1String("2027-01: base case 11")));
    QTest::keyClick(&chart, Qt::Key_Plus);
    QVERIFY(chart.isZoomed());
    QTest::keyClick(&chart, Qt::Key_0);
    QVERIFY(!chart.isZoomed());
}

void TestCostAxis::saturationHasZoomCrossHairAndData()
{
    SaturationChart chart;
    chart.resize(600, 240);
    SaturationChart::Curve curve{
        .key = QStringLiteral("h100"), .name = QStringLiteral("H100"), .values = {}, .isSelected = true};
    for (const double rate : {1.0, 2.0, 4.0}) {
        curve.values.points.push_back({.requestsPerSecond = rate, .endToEndP95Seconds = 2.0 * rate});
    }
    SaturationChart::Content content{.curves = {curve}, .measured = {{.perSecond = 3.0, .seconds = 5.0}}};
    chart.setContent(content);
    chart.show();
    QCOMPARE(chart.table().rows.size(), std::size_t{4}); // three replayed, one measured
    chart.setFocus();
    for (int step = 0; step < 3; ++step) {
        QTest::keyClick(&chart, Qt::Key_Right);
    }
    // 3 requests/s: between two points of the curve, and at the measured one
    QVERIFY2(chart.accessibleDescription().contains(QLatin1String("3.00 requests/s: H100 6")),
             qPrintable(chart.accessibleDescription()));
    QVERIFY(chart.accessibleDescription().contains(QLatin1String("measured 5")));
    QWheelEvent wheel(
        {300, 120}, chart.mapToGlobal(QPointF(300, 120)), {}, {0, 120}, {}, {}, Qt::NoScrollPhase, false);
    QApplication::sendEvent(chart.viewport(), &wheel);
    QVERIFY(chart.isZoomed());
    QVERIFY(!chart.grab().isNull());
}

void TestCostAxis::pricesHaveZoomCrossHairAndData()
{
    PriceHistoryChart chart;
    chart.resize(300, 160);
    chart.show({{.from = {2024, 6, 1}, .price = 1.0, .sheet = "first"},
                {.from = {2025, 6, 1}, .price = 0.8, .sheet = "second"}},
               {2026, 6, 1});
    static_cast<QWidget&>(chart).show();
    QCOMPARE(chart.table().rows.size(), std::size_t{2});
    QCOMPARE(chart.table().rows[0].cells[1].sort.toDouble(), 1.0);
    chart.setFocus();
    QTest::keyClick(&chart, Qt::Key_Left); // from the newest backwards
    QCOMPARE(chart.cursor(), std::optional(1));
    QVERIFY2(chart.accessibleDescription().contains(QLatin1String("from 2025-06-01: second 0.8")),
             qPrintable(chart.accessibleDescription()));
    QTest::keyClick(&chart, Qt::Key_Plus);
    QVERIFY(chart.isZoomed());
}

QTEST_MAIN(TestCostAxis)
#include "tst_CostAxis.moc"
