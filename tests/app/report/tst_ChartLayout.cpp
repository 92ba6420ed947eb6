// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/ChartLayout.h"
#include "app/report/ReportStyle.h"

#include <QXmlStreamReader>
#include <QtTest>

#include <cmath>
#include <limits>

using namespace wherewithal;
using app::Chart;
using app::Series;
using app::Shape;

namespace {

/// Six points a character: enough for layout, and no font needed.
double measure(const QString& text, double size, bool)
{
    return 0.55 * size * static_cast<double>(text.size());
}

constexpr QSizeF kSize(500.0, 160.0);

Chart lines()
{
    Chart chart{.number = 1,
                .title = QStringLiteral("Cumulative <cost>"),
                .starts = {.year = 2026, .month = 12},
                .months = 36};
    for (int s = 0; s < 4; ++s) {
        Series series{.letter = QString(QChar(u'A' + s)), .endText = QString::number(1000 + s)};
        for (int m = 0; m < 36; ++m) {
            series.values.push_back(50.0 * s + (30.0 + s) * m);
            series.low.push_back(series.values.back() * 0.9);
            series.high.push_back(series.values.back() * 1.1);
        }
        chart.series.push_back(series);
    }
    chart.marks.push_back(
        {.monthIndex = 35, .value = 1000.0, .text = QStringLiteral("A overtakes B, 2029-11")});
    return chart;
}

Chart stack()
{
    Chart chart{.kind = Chart::Kind::Stack,
                .number = 2,
                .title = QStringLiteral("By month"),
                .starts = {.year = 2026, .month = 12},
                .months = 24};
    for (int s = 0; s < 6; ++s) {
        Series series{.letter = QStringLiteral("A"),
                      .label = QStringLiteral("Line & %1").arg(s),
                      .fill = static_cast<app::Fill>(s)};
        series.values.assign(24, 3.0);
        chart.series.push_back(series);
    }
    chart.series[0].values[0] = 600.0;
    chart.series[5].values[23] = -170.0;
    return chart;
}

} // namespace

class tst_ChartLayout : public QObject
{
    Q_OBJECT
private slots:
    void ticksAreRoundAndCoverTheRange_data();
    void ticksAreRoundAndCoverTheRange();
    void spreadKeepsOrderAndDistance();
    void everyPointIsFiniteAndInside_data();
    void everyPointIsFiniteAndInside();
    void aMonthFarAboveTheOthersIsCutAndWritten();
    void aWideBandOfAnotherDoesNotFlattenTheCurves();
    void aFarDearerCurveGoesOnAboveThePlot();
    void seriesThatAreNoNumbersAreLeftOut();
    void nothingToDrawGivesNothing();
    void svgIsWellFormedAndEscaped_data();
    void svgIsWellFormedAndEscaped();
    void sameChartSameSvg();
};

void tst_ChartLayout::ticksAreRoundAndCoverTheRange_data()
{
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addRow("thousands") << 0.0 << 2835.0;
    QTest::addRow("below zero") << -168.0 << 60.0;
    QTest::addRow("small") << 0.0 << 0.0034;
    QTest::addRow("no extent") << 5.0 << 5.0;
    QTest::addRow("zero") << 0.0 << 0.0;
    QTest::addRow("not a number") << 0.0 << std::numeric_limits<double>::quiet_NaN();
    QTest::addRow("the wrong way") << 3.0 << -3.0;
}

void tst_ChartLayout::ticksAreRoundAndCoverTheRange()
{
    QFETCH(double, low);
    QFETCH(double, high);
    const std::vector<double> ticks = app::axisTicks(low, high, 4);
    QVERIFY(ticks.size() >= 2);
    QVERIFY(ticks.size() <= 12);
    if (high >= low) {
        const double step = ticks[1] - ticks[0];
        QVERIFY(ticks.front() <= low + step * 1e-6);
        QVERIFY(ticks.back() >= high - step * 1e-6);
    }
    for (const double tick : ticks) {
        QVERIFY(std::isfinite(tick));
    }
}

void tst_ChartLayout::spreadKeepsOrderAndDistance()
{
    const std::vector<double> places = app::spread({10.0, 11.0, 12.0, 96.0, 97.0}, 12.0, 5.0, 100.0);
    for (std::size_t i = 1; i < places.size(); ++i) {
        QVERIFY(places[i] - places[i - 1] >= 12.0 - 1e-9);
    }
    QVERIFY(places.front() >= 5.0);
    QVERIFY(places.back() <= 100.0);
}

void tst_ChartLayout::everyPointIsFiniteAndInside_data()
{
    QTest::addColumn<bool>("isStack");
    QTest::addColumn<int>("months");
    QTest::addRow("lines") << false << 36;
    QTest::addRow("stack") << true << 24;
    QTest::addRow("one month of lines") << false << 1;
    QTest::addRow("one month of stack") << true << 1;
    QTest::addRow("ten years") << false << 120;
}

void tst_ChartLayout::everyPointIsFiniteAndInside()
{
    QFETCH(bool, isStack);
    QFETCH(int, months);
    Chart chart = isStack ? stack() : lines();
    chart.months = months;
    chart.marks.clear();
    for (Series& series : chart.series) {
        series.values.resize(static_cast<std::size_t>(months), 7.0);
        series.low.clear();
        series.high.clear();
    }
    const auto shapes = app::layOutChart(chart, QLocale::c(), kSize, &measure);
    QVERIFY(!shapes.empty());
    const QRectF paper(-0.5, -0.5, kSize.width() + 1.0, kSize.height() + 1.0);
    for (const Shape& shape : shapes) {
        for (const QPointF& point : shape.points) {
            QVERIFY(std::isfinite(point.x()) && std::isfinite(point.y()));
            QVERIFY2(paper.contains(point),
                     qPrintable(QStringLiteral("%1, %2 '%3'").arg(point.x()).arg(point.y()).arg(shape.text)));
        }
        if (shape.kind == Shape::Kind::Text && shape.anchor == Shape::Anchor::Start) {
            QVERIFY2(shape.points[0].x() + measure(shape.text, shape.size, shape.isStrong)
                         <= kSize.width() + 0.5,
                     qPrintable(shape.text));
        }
    }
}

void tst_ChartLayout::aMonthFarAboveTheOthersIsCutAndWritten()
{
    const auto shapes = app::layOutChart(stack(), QLocale::c(), kSize, &measure);
    // 600 + 5 x 3 in the first month, -170 in the last.
    QVERIFY(
        std::ranges::any_of(shapes, [](const Shape& shape) { return shape.text == QLatin1String("615"); }));
    QVERIFY(
        std::ranges::any_of(shapes, [](const Shape& shape) { return shape.text == QStringLiteral("−170"); }));
}

void tst_ChartLayout::aWideBandOfAnotherDoesNotFlattenTheCurves()
{
    const auto highestOf = [](const Chart& chart) {
        double least = kSize.height();
        for (const Shape& shape : layOutChart(chart, QLocale::c(), kSize, &measure)) {
            for (const QPointF& point : shape.points) {
                if (shape.kind == Shape::Kind::Line && shape.points.size() == 36) {
                    least = std::min(least, point.y());
                }
            }
        }
        return least;
    };
    Chart wide = lines();
    for (double& value : wide.series[1].high) {
        value *= 20.0;
    }
    QCOMPARE(highestOf(wide), highestOf(lines()));
}

void tst_ChartLayout::aFarDearerCurveGoesOnAboveThePlot()
{
    Chart dear = lines(); // the four end at 1050 to 1305
    Series far = dear.series.back();
    far.letter = QStringLiteral("E");
    far.endText = QStringLiteral("13050");
    for (double& value : far.values) {
        value *= 10.0;
    }
    dear.series.push_back(far);
    const auto pointsOf = [](const Chart& chart, const QString& letter) {
        QPolygonF points;
        for (const Shape& shape : layOutChart(chart, QLocale::c(), kSize, &measure)) {
            if (shape.kind == Shape::Kind::Line && shape.stroke == app::style::letterColour(letter)) {
                points += shape.points;
            }
        }
        return points;
    };
    // The others keep the heights that they have without it.
    const QPolygonF alone = pointsOf(lines(), QStringLiteral("D"));
    const QPolygonF beside = pointsOf(dear, QStringLiteral("D"));
    QCOMPARE(beside.size(), alone.size());
    for (qsizetype i = 0; i < alone.size(); ++i) {
        QCOMPARE(beside[i].y(), alone[i].y());
    }
    // Its curve is cut at the top of the plot, its figure stands there with an arrow.
    const QPolygonF cut = pointsOf(dear, QStringLiteral("E"));
    QVERIFY(cut.size() > 1 && cut.size() < 36);
    for (const QPointF& point : cut) {
        QVERIFY(point.y() >= 5.0 - 1e-9);
    }
    QCOMPARE(cut.back().y(), 5.0);
    const auto shapes = layOutChart(dear, QLocale::c(), kSize, &measure);
    QVERIFY(std::ranges::any_of(shapes,
                                [](const Shape& shape) { return shape.text == QStringLiteral("13050 ↑"); }));
    // Twice as dear is not far: nothing is cut.
    for (double& value : dear.series.back().values) {
        value /= 5.0;
    }
    QCOMPARE(pointsOf(dear, QStringLiteral("E")).size(), 36);
}

void tst_ChartLayout::seriesThatAreNoNumbersAreLeftOut()
{
    Chart chart = lines();
    chart.series[0].values[3] = std::numeric_limits<double>::quiet_NaN();
    chart.series[1].values.pop_back();
    chart.series[2].high[0] = std::numeric_limits<double>::infinity();
    chart.marks.clear();
    const auto shapes = app::layOutChart(chart, QLocale::c(), kSize, &measure);
    QCOMPARE(std::ranges::count_if(shapes, [](const Shape& shape) { return shape.kind == Shape::Kind::Tag; }),
             2);
}

void tst_ChartLayout::nothingToDrawGivesNothing()
{
    QVERIFY(app::layOutChart(Chart{}, QLocale::c(), kSize, &measure).empty());
}

void tst_ChartLayout::svgIsWellFormedAndEscaped_data()
{
    QTest::addColumn<bool>("isStack");
    QTest::addRow("lines") << false;
    QTest::addRow("stack") << true;
}

void tst_ChartLayout::svgIsWellFormedAndEscaped()
{
    QFETCH(bool, isStack);
    const Chart chart = isStack ? stack() : lines();
    const QString svg =
        app::toSvg(app::layOutChart(chart, QLocale::c(), kSize, &measure), kSize, chart, QStringLiteral("x"));
    QXmlStreamReader reader(svg);
    while (!reader.atEnd()) {
        reader.readNext();
    }
    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
    QVERIFY(!svg.contains(QLatin1String("nan")));
    QVERIFY(!svg.contains(QLatin1String("<cost>")));
    QVERIFY(!svg.contains(QLatin1String("script")));
}

void tst_ChartLayout::sameChartSameSvg()
{
    const auto svg = [] {
        return app::toSvg(
            app::layOutChart(stack(), QLocale::c(), kSize, &measure), kSize, stack(), QStringLiteral("x"));
    };
    QCOMPARE(svg(), svg());
}

QTEST_GUILESS_MAIN(tst_ChartLayout)
#include "tst_ChartLayout.moc"
