// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/PdfRenderer.h"
#include "app/report/TextBox.h"

#include <QImage>
#include <QPainter>
#include <QtTest>

#include <algorithm>

using namespace wherewithal::app;

namespace {

constexpr double kImageDots = 2.0; ///< per point

/// A page as a picture.
QImage pictureOf(const PagedReport& report, int page)
{
    QImage image((report.pageSize() * kImageDots).toSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.scale(kImageDots / kDotsPerPoint, kImageDots / kDotsPerPoint);
    report.paintPage(painter, page);
    return image;
}

/// Rows of pixels with something in them, in [from, to) points from the top.
int inkIn(const QImage& image, double from, double to)
{
    int rows = 0;
    for (int y = static_cast<int>(from * kImageDots); y < static_cast<int>(to * kImageDots); ++y) {
        const auto* pixels = reinterpret_cast<const QRgb*>(image.constScanLine(y));
        rows += std::any_of(pixels, pixels + image.width(), [](QRgb pixel) { return qGray(pixel) < 200; })
                    ? 1
                    : 0;
    }
    return rows;
}

Table longTable(int rows)
{
    Table table{.number = 11,
                .title =
                    QStringLiteral("Break-even with N, Self-hosted 8 x NVIDIA H100 SXM node, owned, United "
                                   "States, primary market, and a few words more"),
                .subtitle = QStringLiteral("month in which the cumulative costs cross")};
    table.columns = {Column{.title = QStringLiteral("Option"), .align = Column::Align::Left, .isText = true},
                     Column{.title = QStringLiteral("Base case")}};
    for (int row = 0; row < rows; ++row) {
        table.rows.push_back(
            Row{{Cell{.text = QStringLiteral("Option %1").arg(row)}, Cell{.text = QStringLiteral("none")}}});
    }
    return table;
}

ReportDocument documentWith(int paragraphs, const Table& table)
{
    ReportDocument document{.kicker = QStringLiteral("Decision report"), .title = QStringLiteral("Title")};
    document.footerLeft = QStringLiteral("A plan, decision report, 2026-11-22");
    document.footerRight = QStringLiteral("Wherewithal, seed 42");
    document.pagePattern = QStringLiteral("page %1 of %2");
    document.tableWord = QStringLiteral("Table");
    document.contentsTitle = QStringLiteral("Contents");
    document.sections.push_back(
        Section{.anchor = QStringLiteral("first"), .title = QStringLiteral("Recommendation")});
    Section section{
        .anchor = QStringLiteral("cost"), .number = QStringLiteral("1"), .title = QStringLiteral("Cost")};
    for (int at = 0; at < paragraphs; ++at) {
        section.blocks.emplace_back(Paragraph{RichText(QStringLiteral("One line.")), Paragraph::Style::Body});
    }
    section.blocks.emplace_back(table);
    document.sections.push_back(std::move(section));
    return document;
}

} // namespace

/// What stands where on paper.
class tst_PageFlow : public QObject
{
    Q_OBJECT
private slots:
    void nothingRunsIntoTheFooter();
    void aTitleStandsWithItsTable();
    void theFooterIsOneLine();
    void aFullFirstPageStaysOnePage();
    void aMonthlyChartTakesRoomThatWouldStayEmpty();
    void allLinesOfARowStandAtItsDepth();
};

/// Wherever a table begins, its rows end above the footer, even below a title of two lines.
void tst_PageFlow::nothingRunsIntoTheFooter()
{
    const Table table = longTable(45);
    for (int paragraphs = 0; paragraphs < 34; ++paragraphs) {
        const PagedReport report(documentWith(paragraphs, table));
        const double height = report.pageSize().height();
        for (int page = 0; page < report.pageCount(); ++page) {
            // Between the text's lower edge and the footer's rule.
            const int ink = inkIn(pictureOf(report, page), height - 56.5, height - 43.5);
            QVERIFY2(ink == 0,
                     qPrintable(QStringLiteral("page %1 after %2 paragraphs").arg(page + 1).arg(paragraphs)));
        }
    }
}

/// A title is never the last thing on a page: below it there are at least a head and two rows.
void tst_PageFlow::aTitleStandsWithItsTable()
{
    for (int paragraphs = 20; paragraphs < 46; ++paragraphs) {
        const PagedReport with(documentWith(paragraphs, longTable(45)));
        const PagedReport without(documentWith(paragraphs, longTable(0)));
        // The page on which the table without rows ends holds more when it has rows, or the table is
        // elsewhere.
        const int page = without.pageCount() - 1;
        const double height = with.pageSize().height();
        const int titleAndHead = inkIn(pictureOf(without, page), 50.0, height - 43.5);
        const int there = inkIn(pictureOf(with, page), 50.0, height - 43.5);
        QVERIFY2(there > titleAndHead + 10 || there < titleAndHead, qPrintable(QString::number(paragraphs)));
    }
}

void tst_PageFlow::theFooterIsOneLine()
{
    ReportDocument document = documentWith(1, longTable(3));
    document.footerLeft =
        QStringLiteral("Staff assistant on Qwen3-30B-A3B, Entscheidungsbericht, 2026-11-22");
    document.footerRight = QStringLiteral("Wherewithal 0.1.0, Startwert 42, Katalog 29b4c1d5");
    document.pagePattern = QStringLiteral("Seite %1 von %2");
    for (const Paper paper : {Paper::A4, Paper::Letter}) {
        document.paper = paper;
        const PagedReport report(document);
        const double height = report.pageSize().height();
        const QImage page = pictureOf(report, 0);
        QVERIFY(inkIn(page, height - 40.0, height - 24.0) > 0);
        QCOMPARE(inkIn(page, height - 24.0, height), 0);
    }
}

/// The first page holds what a committee decides by: it is set smaller before it runs over.
void tst_PageFlow::aFullFirstPageStaysOnePage()
{
    ReportDocument document = documentWith(1, longTable(3));
    Section& first = document.sections.front();
    Table options = longTable(15);
    options.title = QStringLiteral("Options");
    first.blocks.emplace_back(options);
    Chart chart{.title = QStringLiteral("Cumulative cost"), .starts = {2026, 12}, .months = 36};
    chart.series.push_back(Series{.letter = QStringLiteral("A"), .values = std::vector<double>(36, 1.0)});
    first.blocks.emplace_back(chart);
    ItemList reasons{.title = QStringLiteral("Reasons"), .items = {}};
    for (int at = 0; at < 7; ++at) {
        reasons.items.emplace_back(
            QStringLiteral("A reason that is told in a sentence of some length, as they are."));
    }
    first.blocks.emplace_back(ListPair{.left = reasons, .right = reasons});
    const PagedReport report(document);
    QCOMPARE(report.pageCount(), 2); // the first page; contents and the one section
}

/// What follows does not fit on the page of a monthly chart: the chart is as high as the page allows, up to
/// twice its height. With nothing behind it, it has its own height.
void tst_PageFlow::aMonthlyChartTakesRoomThatWouldStayEmpty()
{
    ReportDocument alone = documentWith(1, longTable(12));
    Chart chart{.kind = Chart::Kind::Stack,
                .title = QStringLiteral("Cost by month"),
                .starts = {2026, 12},
                .months = 36};
    chart.series.push_back(Series{.letter = QStringLiteral("A"),
                                  .label = QStringLiteral("Staff"),
                                  .values = std::vector<double>(36, 1.0)});
    alone.sections.back().blocks.emplace_back(chart);
    ReportDocument followed = alone;
    Section next{.anchor = QStringLiteral("next"), .title = QStringLiteral("Next"), .level = 2};
    next.blocks.emplace_back(longTable(16)); // is not cut, and has no room below the chart
    followed.sections.push_back(next);
    const auto lowest = [](const QImage& page, double bottom) {
        double y = bottom;
        while (y > 60.0 && inkIn(page, y - 1.0, y) == 0) {
            y -= 1.0;
        }
        return y;
    };
    const PagedReport first(alone);
    const PagedReport second(followed);
    const double bottom = first.pageSize().height() - 60.0;
    QCOMPARE(second.pageCount(), first.pageCount() + 1);
    const int page = first.pageCount() - 1;
    const double own = lowest(pictureOf(first, page), bottom);
    const double stretched = lowest(pictureOf(second, page), bottom);
    QVERIFY2(stretched > own + 60.0, qPrintable(QStringLiteral("%1 after %2").arg(stretched).arg(own)));
}

/// A name that wraps below an indent keeps it: nothing stands left of its first letter.
void tst_PageFlow::allLinesOfARowStandAtItsDepth()
{
    const auto inkAtTheEdge = [](int depth) {
        Table table;
        table.columns = {Column{.title = QStringLiteral("F"), .align = Column::Align::Left, .isText = true},
                         Column{.title = QStringLiteral("O"), .align = Column::Align::Left, .isText = true}};
        const QString words = QStringLiteral("many words of a long name ").repeated(12);
        table.rows.push_back(
            Row{{Cell{.text = QString(QString(depth, QChar(0x2002)) + words)}, Cell{.text = words}}});
        const PagedReport report(documentWith(0, table));
        const QImage page = pictureOf(report, report.pageCount() - 1);
        int rows = 0;
        for (int y = 0; y < page.height(); ++y) {
            int dark = 0;
            for (int x = static_cast<int>(54.0 * kImageDots); x < static_cast<int>(80.0 * kImageDots); ++x) {
                dark += qGray(page.pixel(x, y)) < 120 ? 1 : 0;
            }
            rows += dark > 0 ? 1 : 0;
        }
        return rows;
    };
    // Without a depth the lines of the name begin at the edge; with one none does, only headings are left.
    QVERIFY2(inkAtTheEdge(12) + 30 < inkAtTheEdge(0),
             qPrintable(QStringLiteral("%1, %2").arg(inkAtTheEdge(12)).arg(inkAtTheEdge(0))));
}

QTEST_MAIN(tst_PageFlow)
#include "tst_PageFlow.moc"
