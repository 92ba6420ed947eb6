// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/TableLayout.h"

#include <QtTest>

#include <numeric>

using namespace wherewithal::app;

class tst_TableLayout : public QObject
{
    Q_OBJECT
private slots:
    void widthsFillTheRoomExactly_data();
    void widthsFillTheRoomExactly();
    void numbersKeepTheirNaturalWidth();
    void shortTextsStayOnOneLine();
    void longTextsShareByTheRootOfTheirLength();
    void saysWhenATableCannotFit();
    void coversEveryRowOnceInOrder_data();
    void coversEveryRowOnceInOrder();
    void noSliceIsTallerThanItsPage();
    void aLoneRowStartsOnTheNextPage();
    void groupTitlesAndTotalsAreNotParted();
    void threeRowsGoToTheLastPageTogether();
    void anEmptyTableHasOneEmptySlice();
};

void tst_TableLayout::widthsFillTheRoomExactly_data()
{
    QTest::addColumn<double>("room");
    QTest::addRow("wide") << 900.0;
    QTest::addRow("natural") << 400.0;
    QTest::addRow("narrow") << 220.0;
    QTest::addRow("too narrow") << 90.0;
}

void tst_TableLayout::widthsFillTheRoomExactly()
{
    QFETCH(double, room);
    const std::vector<ColumnNeed> needs{{40, 300, true}, {30, 60, false}, {30, 40, false}, {50, 120, true}};
    const std::vector<double> widths = columnWidths(needs, room);
    QVERIFY(std::abs(std::accumulate(widths.begin(), widths.end(), 0.0) - room) < 1e-6);
    QVERIFY(std::ranges::all_of(widths, [](double width) { return width > 0.0; }));
    const std::vector<ColumnNeed> numbers{{10, 30, false}, {10, 50, false}};
    const std::vector<double> spreadWidths = columnWidths(numbers, room);
    QVERIFY(std::abs(spreadWidths[0] + spreadWidths[1] - room) < 1e-6);
}

void tst_TableLayout::numbersKeepTheirNaturalWidth()
{
    const std::vector<ColumnNeed> needs{{40, 600, true}, {30, 61, false}, {30, 44, false}};
    const std::vector<double> widths = columnWidths(needs, 300.0);
    QCOMPARE(widths[1], 61.0);
    QCOMPARE(widths[2], 44.0);
    QCOMPARE(widths[0], 195.0);
}

void tst_TableLayout::shortTextsStayOnOneLine()
{
    const std::vector<ColumnNeed> needs{{30, 90, true}, {60, 900, true}};
    const std::vector<double> widths = columnWidths(needs, 400.0);
    QCOMPARE(widths[0], 90.0);
    QCOMPARE(widths[1], 310.0);
}

void tst_TableLayout::longTextsShareByTheRootOfTheirLength()
{
    const std::vector<ColumnNeed> needs{{30, 399, true}, {30, 1599, true}};
    const std::vector<double> widths = columnWidths(needs, 300.0);
    QVERIFY(std::abs(widths[1] - 2.0 * widths[0]) < 1e-6);
}

void tst_TableLayout::saysWhenATableCannotFit()
{
    QVERIFY(fits(std::vector<ColumnNeed>{{40, 600, true}, {10, 60, false}}, 100.0));
    QVERIFY(!fits(std::vector<ColumnNeed>{{40, 600, true}, {10, 61, false}}, 100.0));
}

void tst_TableLayout::coversEveryRowOnceInOrder_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<double>("first");
    QTest::addRow("one page") << 5 << 500.0;
    QTest::addRow("two pages") << 40 << 500.0;
    QTest::addRow("many pages") << 500 << 120.0;
    QTest::addRow("no room on this page") << 3 << 10.0;
    QTest::addRow("room for one row only") << 3 << 45.0;
}

void tst_TableLayout::coversEveryRowOnceInOrder()
{
    QFETCH(int, rows);
    QFETCH(double, first);
    std::vector<double> heights;
    for (int i = 0; i < rows; ++i) {
        heights.push_back(12.0 + (i * 7) % 31);
    }
    const auto slices = splitTable(heights, {}, 20.0, first, 600.0);
    std::size_t next = 0;
    for (const TableSlice& slice : slices) {
        QCOMPARE(slice.first, next);
        QVERIFY(slice.last >= slice.first);
        next = slice.last;
    }
    QCOMPARE(next, heights.size());
}

void tst_TableLayout::noSliceIsTallerThanItsPage()
{
    std::vector<double> heights;
    for (int i = 0; i < 300; ++i) {
        heights.push_back(10.0 + (i * 13) % 57);
    }
    const auto slices = splitTable(heights, {}, 25.0, 200.0, 640.0);
    for (std::size_t s = 0; s < slices.size(); ++s) {
        double height = 25.0;
        for (std::size_t row = slices[s].first; row < slices[s].last; ++row) {
            height += heights[row];
        }
        QVERIFY(height <= (s == 0 ? 200.0 : 640.0));
    }
}

void tst_TableLayout::aLoneRowStartsOnTheNextPage()
{
    const std::vector<double> heights{20, 20, 20};
    const auto slices = splitTable(heights, {}, 20.0, 45.0, 600.0);
    QCOMPARE(slices.size(), std::size_t{2});
    QCOMPARE(slices[0].last, std::size_t{0});
    QCOMPARE(slices[1].last, std::size_t{3});
}

void tst_TableLayout::groupTitlesAndTotalsAreNotParted()
{
    const std::vector<double> heights{20, 20, 20, 20};
    // The third row is a group title: it may not be the last of a page.
    const auto slices = splitTable(heights, {false, false, true, false}, 20.0, 80.0, 600.0);
    QCOMPARE(slices[0].last, std::size_t{2});
    // A chain that no page can hold is cut all the same.
    const auto forced = splitTable(heights, {true, true, true, true}, 20.0, 60.0, 60.0);
    QCOMPARE(forced.back().last, std::size_t{4});
}

void tst_TableLayout::threeRowsGoToTheLastPageTogether()
{
    // 10 rows of 10 on pages of 100 below a head of 10: nine fit, but one or two alone say nothing.
    for (const std::size_t count : {std::size_t{10}, std::size_t{11}}) {
        const std::vector<double> rows(count, 10.0);
        const std::vector<TableSlice> slices = splitTable(rows, {}, 10.0, 100.0, 100.0);
        QCOMPARE(slices.size(), std::size_t{2});
        QCOMPARE(slices[1].last - slices[1].first, std::size_t{3});
    }
    // A title keeps with its rows there too.
    std::vector<bool> keeps(10, false);
    keeps[6] = true;
    const std::vector<TableSlice> kept = splitTable(std::vector<double>(10, 10.0), keeps, 10.0, 100.0, 100.0);
    QCOMPARE(kept[1].first, std::size_t{6});
}

void tst_TableLayout::anEmptyTableHasOneEmptySlice()
{
    const auto slices = splitTable({}, {}, 20.0, 300.0, 600.0);
    QCOMPARE(slices.size(), std::size_t{1});
    QCOMPARE(slices[0].last, std::size_t{0});
}

QTEST_GUILESS_MAIN(tst_TableLayout)
#include "tst_TableLayout.moc"
