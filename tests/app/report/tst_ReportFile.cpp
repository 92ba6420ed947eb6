// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/ComparisonJson.h"
#include "app/report/PdfRenderer.h"
#include "app/report/Renderers.h"
#include "app/report/ReportBuilder.h"
#include "tests/support/ComparisonFixture.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

using namespace wherewithal;
using app::ReportDocument;
using tests::comparisonFixture;
using tests::ComparisonFixture;

namespace {

ReportDocument build(const ComparisonFixture& made, const app::ReportSettings& settings = {})
{
    return app::buildReport({made.plan, made.comparison, made.slice, {}}, settings);
}

/// Output of a program over a file; nothing if the program is not installed.
std::optional<QString> outputOf(const QString& program, const QStringList& arguments)
{
    if (QStandardPaths::findExecutable(program).isEmpty()) {
        return std::nullopt;
    }
    QProcess process;
    process.start(program, arguments);
    process.waitForFinished(60000);
    return QString::fromUtf8(process.readAllStandardOutput() + process.readAllStandardError());
}

QByteArray save(const QTemporaryDir& folder, const QByteArray& bytes, const QString& name)
{
    QFile file(folder.filePath(name));
    static_cast<void>(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    return bytes;
}

} // namespace

class tst_ReportFile : public QObject
{
    Q_OBJECT
private slots:
    void pdfHoldsTheTextSelectable();
    void pdfIsWellFormed();
    void pdfEmbedsItsFonts();
    void pdfHasTheDateOfThePlan();
    void pdfPrintsTheSameTextTwice();
    void pdfStaysWithinThePage_data();
    void pdfStaysWithinThePage();
    void pdfOfFiftyOptionsInTenSeconds();
    void pdfSurvivesLongTexts();
    void htmlIsSelfContained();
    void htmlEscapesWhatPlansSay();
    void markdownTablesKeepTheirCells();
    void workbookIsAZipWithItsSheets();
    void workbookIsTheSameTwice();
    void suffixDecidesTheFormat_data();
    void suffixDecidesTheFormat();
    void savesEveryFormat_data();
    void savesEveryFormat();
    void refusesAnUnknownSuffix();
    void namesAMissingFolder();
    void reportsAFullDisk();
    void leavesTheOldFileOnFailure();
};

void tst_ReportFile::pdfHoldsTheTextSelectable()
{
    const QTemporaryDir folder;
    const auto pdf = app::renderPdf(build(comparisonFixture()));
    QVERIFY(pdf.has_value());
    save(folder, *pdf, QStringLiteral("r.pdf"));
    const auto text =
        outputOf(QStringLiteral("pdftotext"),
                 {QStringLiteral("-layout"), folder.filePath(QStringLiteral("r.pdf")), QStringLiteral("-")});
    if (!text) {
        QSKIP("pdftotext (poppler-utils) is not installed");
    }
    for (const char* words : {"Self-hosted 8×H200",
                              "Recommendation",
                              "page 1 of",
                              "1,205,220.00",
                              "Questions to ask",
                              "ev-azure-log-export",
                              "5e21c0d4",
                              "Table 1. Assistant",
                              "2029-05"}) {
        QVERIFY2(text->contains(QString::fromUtf8(words)), words);
    }
    QVERIFY(!text->contains(QRegularExpression(QStringLiteral("\\bnan\\b|\\binf\\b"))));
    QVERIFY(!text->contains(QChar(0xFB01))); // "fi" is two letters when copied
}

void tst_ReportFile::pdfIsWellFormed()
{
    const QTemporaryDir folder;
    save(folder, *app::renderPdf(build(comparisonFixture())), QStringLiteral("r.pdf"));
    const auto info = outputOf(QStringLiteral("pdfinfo"),
                               {QStringLiteral("-dests"), folder.filePath(QStringLiteral("r.pdf"))});
    if (!info) {
        QSKIP("pdfinfo (poppler-utils) is not installed");
    }
    QVERIFY2(!info->contains(QLatin1String("Error")), qPrintable(*info));
    const auto plain = outputOf(QStringLiteral("pdfinfo"), {folder.filePath(QStringLiteral("r.pdf"))});
    QVERIFY2(!plain->contains(QLatin1String("Error")) && plain->contains(QLatin1String("Pages:")),
             qPrintable(*plain));
    const QByteArray bytes = *app::renderPdf(build(comparisonFixture()));
    QVERIFY(bytes.contains("/Outlines"));
    QVERIFY(bytes.contains("/S /GoTo"));
    QVERIFY(!bytes.contains("/URI (#"));
    QVERIFY(bytes.contains("/URI (https://example.com/"));
    QVERIFY(bytes.contains("/Lang (en)"));
}

void tst_ReportFile::pdfEmbedsItsFonts()
{
    const QTemporaryDir folder;
    save(folder, *app::renderPdf(build(comparisonFixture())), QStringLiteral("r.pdf"));
    const auto fonts = outputOf(QStringLiteral("pdffonts"), {folder.filePath(QStringLiteral("r.pdf"))});
    if (!fonts) {
        QSKIP("pdffonts (poppler-utils) is not installed");
    }
    const QStringList lines = fonts->trimmed().split(QLatin1Char('\n')).mid(2);
    QVERIFY(!lines.isEmpty());
    for (const QString& line : lines) {
        // name, type, encoding, emb sub uni
        QVERIFY2(line.contains(QRegularExpression(QStringLiteral("Identity-H\\s+yes\\s+(yes|no)\\s+yes"))),
                 qPrintable(line));
    }
}

void tst_ReportFile::pdfHasTheDateOfThePlan()
{
    QVERIFY(app::renderPdf(build(comparisonFixture()))->contains("/CreationDate (D:20261122000000Z)"));
}

void tst_ReportFile::pdfPrintsTheSameTextTwice()
{
    const QTemporaryDir folder;
    QStringList texts;
    for (const QString& name : {QStringLiteral("a.pdf"), QStringLiteral("b.pdf")}) {
        save(folder, *app::renderPdf(build(comparisonFixture())), name);
        const auto text = outputOf(QStringLiteral("pdftotext"), {folder.filePath(name), QStringLiteral("-")});
        if (!text) {
            QSKIP("pdftotext (poppler-utils) is not installed");
        }
        texts << *text;
    }
    QCOMPARE(texts[0], texts[1]);
}

void tst_ReportFile::pdfStaysWithinThePage_data()
{
    QTest::addColumn<int>("paper");
    QTest::addColumn<double>("width");
    QTest::addColumn<double>("height");
    QTest::addRow("A4") << static_cast<int>(app::Paper::A4) << 595.0 << 842.0;
    QTest::addRow("Letter") << static_cast<int>(app::Paper::Letter) << 612.0 << 792.0;
}

void tst_ReportFile::pdfStaysWithinThePage()
{
    QFETCH(int, paper);
    QFETCH(double, width);
    QFETCH(double, height);
    const QTemporaryDir folder;
    const ReportDocument document = build(comparisonFixture(14), {.paper = static_cast<app::Paper>(paper)});
    save(folder, *app::renderPdf(document), QStringLiteral("r.pdf"));
    const auto boxes =
        outputOf(QStringLiteral("pdftotext"),
                 {QStringLiteral("-bbox"), folder.filePath(QStringLiteral("r.pdf")), QStringLiteral("-")});
    if (!boxes) {
        QSKIP("pdftotext (poppler-utils) is not installed");
    }
    static const QRegularExpression kWord(QStringLiteral(
        "<word xMin=\"([-0-9.]+)\" yMin=\"([-0-9.]+)\" xMax=\"([-0-9.]+)\" yMax=\"([-0-9.]+)\">(.*)</word>"));
    int words = 0;
    for (auto match = kWord.globalMatch(*boxes); match.hasNext();) {
        const auto word = match.next();
        ++words;
        QVERIFY2(word.captured(1).toDouble() >= 40.0 && word.captured(3).toDouble() <= width - 44.0,
                 qPrintable(word.captured(5)));
        QVERIFY2(word.captured(2).toDouble() >= 25.0 && word.captured(4).toDouble() <= height - 15.0,
                 qPrintable(word.captured(5)));
    }
    QVERIFY(words > 1000);
}

void tst_ReportFile::pdfOfFiftyOptionsInTenSeconds()
{
    const ComparisonFixture made = comparisonFixture(50);
    QElapsedTimer timer;
    timer.start();
    const auto pdf = app::renderPdf(build(made));
    const qint64 elapsed = timer.elapsed();
    qInfo("50 options: %lld ms, %lld bytes",
          static_cast<long long>(elapsed),
          pdf->size());
    QVERIFY(elapsed < 10000);
}

void tst_ReportFile::pdfSurvivesLongTexts()
{
    ComparisonFixture made = comparisonFixture();
    made.plan.name = made.comparison.planName = std::string(400, 'n');
    made.plan.notes = "A note. " + std::string(20000, 'x') + std::string(20000, ' ');
    made.comparison.options[0].spec.displayName =
        "A name that nobody would print on one line of a table, " + std::string(200, 'y');
    made.comparison.options[0].cost.lines[0].basis = std::string(30000, 'z');
    const app::PagedReport pages(build(made));
    QVERIFY(pages.pageCount() > 10);
    QVERIFY(pages.toPdf().has_value());
}

void tst_ReportFile::htmlIsSelfContained()
{
    const QString html = app::renderHtml(build(comparisonFixture()));
    QVERIFY(html.startsWith(QLatin1String("<!DOCTYPE html>")));
    QVERIFY(!html.contains(
        QRegularExpression(QStringLiteral("<(script|link|img|iframe)|\\bsrc=|@import|url\\((?!#)"))));
    QVERIFY(html.contains(QLatin1String("<svg")));
    QVERIFY(html.contains(QLatin1String("id=\"source-1\"")));
    QVERIFY(html.contains(QLatin1String("href=\"#source-1\"")));
    QVERIFY(html.contains(QLatin1String("lang=\"en\"")));
}

void tst_ReportFile::htmlEscapesWhatPlansSay()
{
    ComparisonFixture made = comparisonFixture();
    made.plan.notes = "<script>alert(1)</script>";
    made.comparison.planName = "\"><b>x";
    made.comparison.options[0].spec.letter = "<i>";
    const QString html = app::renderHtml(build(made));
    QVERIFY(!html.contains(QLatin1String("<script")));
    QVERIFY(!html.contains(QLatin1String("<i>")));
    QVERIFY(!html.contains(QLatin1String("\"><b>x")));
    QVERIFY(html.contains(QLatin1String("&lt;script&gt;")));
}

void tst_ReportFile::markdownTablesKeepTheirCells()
{
    ComparisonFixture made = comparisonFixture();
    made.comparison.options[0].cost.lines[0].label = "a | b\nc";
    const QString text = app::renderMarkdown(build(made));
    qsizetype cells = 0;
    for (const QString& line : text.split(QLatin1Char('\n'))) {
        if (!line.startsWith(QLatin1Char('|'))) {
            cells = 0;
            continue;
        }
        const qsizetype bars = line.count(QLatin1Char('|')) - line.count(QLatin1String("\\|"));
        QVERIFY2(cells == 0 || bars == cells, qPrintable(line));
        cells = bars;
    }
    QVERIFY(text.contains(QLatin1String("a \\| b c")));
    QVERIFY(text.contains(QLatin1String("## 5 Cost over the years")));
}

void tst_ReportFile::workbookIsAZipWithItsSheets()
{
    const QTemporaryDir folder;
    const auto book = app::renderWorkbook(build(comparisonFixture()));
    QVERIFY(book.has_value());
    QVERIFY(book->startsWith("PK"));
    save(folder, *book, QStringLiteral("r.xlsx"));
    const auto list =
        outputOf(QStringLiteral("unzip"), {QStringLiteral("-l"), folder.filePath(QStringLiteral("r.xlsx"))});
    if (!list) {
        QSKIP("unzip is not installed");
    }
    QVERIFY(list->contains(QLatin1String("xl/worksheets/sheet12.xml")));
    QVERIFY(list->contains(QLatin1String("xl/charts/chart1.xml")));
}

void tst_ReportFile::workbookIsTheSameTwice()
{
    QCOMPARE(*app::renderWorkbook(build(comparisonFixture())),
             *app::renderWorkbook(build(comparisonFixture())));
}

void tst_ReportFile::suffixDecidesTheFormat_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<int>("format");
    QTest::addRow("pdf") << QByteArray("a/b.pdf") << static_cast<int>(app::ReportFormat::Pdf);
    QTest::addRow("capitals") << QByteArray("B.PDF") << static_cast<int>(app::ReportFormat::Pdf);
    QTest::addRow("html") << QByteArray("b.html") << static_cast<int>(app::ReportFormat::Html);
    QTest::addRow("md") << QByteArray("b.md") << static_cast<int>(app::ReportFormat::Markdown);
    QTest::addRow("xlsx") << QByteArray("b.xlsx") << static_cast<int>(app::ReportFormat::Workbook);
    QTest::addRow("csv") << QByteArray("b.csv") << static_cast<int>(app::ReportFormat::Csv);
    QTest::addRow("json") << QByteArray("b.json") << static_cast<int>(app::ReportFormat::Json);
    QTest::addRow("other") << QByteArray("b.docx") << -1;
    QTest::addRow("none") << QByteArray("pdf") << -1;
}

void tst_ReportFile::suffixDecidesTheFormat()
{
    QFETCH(QByteArray, path);
    QFETCH(int, format);
    const auto found = app::reportFormatOf(path.toStdString());
    QCOMPARE(found ? static_cast<int>(*found) : -1, format);
}

void tst_ReportFile::savesEveryFormat_data()
{
    QTest::addColumn<QString>("suffix");
    for (const char* suffix : {"pdf", "html", "md", "xlsx", "csv", "json"}) {
        QTest::addRow("%s", suffix) << QString::fromLatin1(suffix);
    }
}

void tst_ReportFile::savesEveryFormat()
{
    QFETCH(QString, suffix);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("Bericht für alle.") + suffix);
    const ComparisonFixture made = comparisonFixture();
    const auto written = app::writeReport(build(made), made.comparison, path.toStdString());
    QVERIFY2(written.has_value(), written ? "" : model::text(written.error()).c_str());
    QVERIFY(QFileInfo(path).size() > 1000);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1); // nothing left beside it
}

void tst_ReportFile::refusesAnUnknownSuffix()
{
    const ComparisonFixture made = comparisonFixture(1);
    const auto written = app::writeReport(build(made), made.comparison, "report.docx");
    QVERIFY(!written);
    QCOMPARE(written.error().code, model::ErrorCode::UnsupportedFormat);
    QVERIFY(!written.error().hint.empty());
}

void tst_ReportFile::namesAMissingFolder()
{
    const QTemporaryDir folder;
    const auto written = app::writeFile("x", folder.filePath(QStringLiteral("no/such/r.md")).toStdString());
    QVERIFY(!written);
    QCOMPARE(written.error().code, model::ErrorCode::NotFound);
    const auto onFolder = app::writeFile("x", folder.path().toStdString());
    QVERIFY(!onFolder);
}

void tst_ReportFile::reportsAFullDisk()
{
    if (!QFileInfo::exists(QStringLiteral("/dev/full"))) {
        QSKIP("no /dev/full on this system");
    }
    const auto written = app::writeFile("x", "/dev/full");
    QVERIFY(!written);
    QCOMPARE(written.error().code, model::ErrorCode::DiskFull);
}

void tst_ReportFile::leavesTheOldFileOnFailure()
{
    const QTemporaryDir folder;
    const std::string path = folder.filePath(QStringLiteral("r.md")).toStdString();
    QVERIFY(app::writeFile("old", path).has_value());
    QVERIFY(app::writeFile("new", path).has_value());
    QFile file(QString::fromStdString(path));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("new"));
}

QTEST_MAIN(tst_ReportFile)
#include "tst_ReportFile.moc"
