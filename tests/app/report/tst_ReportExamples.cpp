// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Command.h"
#include "app/report/Format.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

#include <nlohmann/json.hpp>

#include <cmath>
#include <map>
#include <sstream>

using namespace wherewithal;

namespace {

int runCli(const std::vector<std::string>& arguments, std::string& out)
{
    std::istringstream in;
    std::ostringstream result;
    std::ostringstream errors;
    app::cli::Streams streams{.in = in, .out = result, .err = errors};
    const auto status = app::cli::run(arguments, app::cli::programServices(), streams);
    out = result.str() + errors.str();
    return static_cast<int>(status);
}

/// Cells of the table "Cost of each option", by the letter of the option.
using CostTable = std::map<std::string, QStringList>;

QString contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString runTool(const QString& tool, const QStringList& arguments)
{
    QProcess process;
    process.start(tool, arguments);
    process.waitForFinished(60000);
    return QString::fromUtf8(process.readAllStandardOutput());
}

CostTable tableOfMarkdown(const QString& text)
{
    CostTable table;
    const QString from = text.mid(text.indexOf(QStringLiteral("Cost of each option")));
    for (const QString& line : from.split(QLatin1Char('\n')).mid(4)) {
        if (!line.startsWith(QLatin1Char('|'))) {
            break;
        }
        QStringList cells = line.split(QStringLiteral(" | "));
        cells.first().remove(QStringLiteral("| "));
        cells.last().remove(QStringLiteral(" |"));
        table[cells.takeFirst().section(QLatin1Char(' '), 0, 0).toStdString()] = cells;
    }
    return table;
}

CostTable tableOfHtml(const QString& text)
{
    CostTable table;
    const qsizetype from = text.indexOf(QStringLiteral("Cost of each option"));
    const QString body = text.mid(from, text.indexOf(QStringLiteral("</table>"), from) - from);
    static const QRegularExpression row(QStringLiteral("<tr><td>(.*?)</tr>"));
    static const QRegularExpression tag(QStringLiteral("<span class=\"tag\"[^>]*>([A-Z]+)</span>"));
    static const QRegularExpression cell(QStringLiteral("<td class=\"r\">(.*?)</td>"));
    static const QRegularExpression markup(QStringLiteral("<[^>]*>"));
    for (auto rows = row.globalMatch(body); rows.hasNext();) {
        const QString line = rows.next().captured(1);
        QStringList cells;
        for (auto each = cell.globalMatch(line); each.hasNext();) {
            cells.append(each.next().captured(1).remove(markup));
        }
        table[tag.match(line).captured(1).toStdString()] = cells;
    }
    return table;
}

/// Raw numbers: a workbook holds the values, not their text. Cells are addressed, strings lie in a table of
/// their own.
CostTable tableOfWorkbook(const QString& path)
{
    static const QRegularExpression item(QStringLiteral("<si>(.*?)</si>"),
                                         QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression row(QStringLiteral("<row [^>]*>(.*?)</row>"),
                                        QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression cell(
        QStringLiteral("<c r=\"[A-Z]+\\d+\"([^>]*)>(?:<v>([^<]*)</v>)?</c>"));
    static const QRegularExpression markup(QStringLiteral("<[^>]*>"));
    QStringList strings;
    const QString shared = runTool(QStringLiteral("unzip"),
                                   {QStringLiteral("-p"), path, QStringLiteral("xl/sharedStrings.xml")});
    for (auto each = item.globalMatch(shared); each.hasNext();) {
        strings.append(each.next().captured(1).remove(markup));
    }
    const QString sheets = runTool(QStringLiteral("unzip"),
                                   {QStringLiteral("-p"), path, QStringLiteral("xl/worksheets/sheet*.xml")});
    CostTable table;
    bool isInside = false;
    for (auto rows = row.globalMatch(sheets); rows.hasNext();) {
        QStringList cells;
        const QString line = rows.next().captured(1);
        for (auto each = cell.globalMatch(line); each.hasNext();) {
            const QRegularExpressionMatch found = each.next();
            const bool isText = found.captured(1).contains(QLatin1String("t=\"s\""));
            cells.append(isText ? strings.value(found.captured(2).toInt()) : found.captured(2));
        }
        if (!cells.isEmpty() && cells.first().contains(QLatin1String("Cost of each option"))) {
            isInside = true;
        } else if (isInside && !table.empty() && cells.size() < 4) {
            break;
        } else if (isInside && cells.size() >= 4 && cells.first() != QLatin1String("Option")) {
            const std::string letter = cells.takeFirst().toStdString();
            table[letter] = cells.mid(1); // without the name
        }
    }
    return table;
}

/// Names of the columns in `compare --json`, in the order of the table; P10 to P90 where paths were sampled.
QStringList costKeys(const nlohmann::json& cost)
{
    QStringList keys{QStringLiteral("base"), QStringLiteral("present_value")};
    for (const char* key : {"p10", "p50", "p90"}) {
        if (!cost.at(key).is_null()) {
            keys.append(QString::fromLatin1(key));
        }
    }
    return keys;
}

} // namespace

/// The printed examples against `compare --json`: the same figures to the last digit that money has.
class tst_ReportExamples : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void figuresEqualCompareJson_data() { addExamples(); }
    void figuresEqualCompareJson();
    void tablesEqualCompareJson_data();
    void tablesEqualCompareJson();
    void dataEqualsCompare_data() { addExamples(); }
    void dataEqualsCompare();

private:
    static void addExamples();
    [[nodiscard]] QString reported(const QString& example, const QString& suffix);

    QTemporaryDir m_folder;
};

void tst_ReportExamples::initTestCase()
{
    // The embedded catalogue, whatever the user of this machine has imported.
    qputenv("XDG_DATA_HOME", m_folder.path().toLocal8Bit());
}

void tst_ReportExamples::addExamples()
{
    QTest::addColumn<QString>("example");
    for (const char* name : {"assistant", "classifier", "service", "batch", "fine-tuning"}) {
        QTest::addRow("%s", name) << QString::fromLatin1(name);
    }
}

void tst_ReportExamples::figuresEqualCompareJson()
{
    QFETCH(QString, example);
    if (QStandardPaths::findExecutable(QStringLiteral("pdftotext")).isEmpty()) {
        QSKIP("pdftotext (poppler-utils) is not installed");
    }
    const std::string plan = "example:" + example.toStdString();
    const QString pdf = m_folder.filePath(example + QStringLiteral(".pdf"));
    std::string compared;
    std::string reported;
    static_cast<void>(runCli({"compare", plan, "--json"}, compared));
    QVERIFY2(runCli({"report", plan, "--output", pdf.toStdString()}, reported) == 0, reported.c_str());
    QProcess reader;
    reader.start(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), pdf, QStringLiteral("-")});
    QVERIFY(reader.waitForFinished(60000));
    const QString text = QString::fromUtf8(reader.readAllStandardOutput());
    QVERIFY(!text.contains(QRegularExpression(QStringLiteral("\\bnan\\b|\\binf\\b|%[0-9]"))));
    const app::Format format(app::localeOf(QStringLiteral("en")), app::Wording::of(QStringLiteral("en")));
    int compareCount = 0;
    const auto json = nlohmann::json::parse(compared);
    for (const auto& option : json.at("options")) {
        if (option.at("state") == "excluded") {
            continue;
        }
        const auto& cost = option.at("cost");
        QStringList figures{format.number(cost.at("base").get<double>(), 2)};
        for (const char* key : {"present_value", "p10", "p50", "p90"}) {
            if (!cost.at(key).is_null()) {
                figures << format.number(cost.at(key).get<double>());
            }
        }
        for (const QString& figure : figures) {
            ++compareCount;
            QVERIFY2(text.contains(figure),
                     qPrintable(QString::fromStdString(option.at("letter")) + QLatin1Char(' ') + figure));
        }
    }
    QVERIFY(compareCount >= 8);
}

QString tst_ReportExamples::reported(const QString& example, const QString& suffix)
{
    const QString path = m_folder.filePath(example + QLatin1Char('.') + suffix);
    std::string said;
    const int status =
        runCli({"report", "example:" + example.toStdString(), "--output", path.toStdString()}, said);
    return status == 0 ? path : QString();
}

void tst_ReportExamples::tablesEqualCompareJson_data()
{
    QTest::addColumn<QString>("example");
    QTest::addColumn<QString>("suffix");
    for (const char* name : {"assistant", "classifier", "service", "batch", "fine-tuning"}) {
        for (const char* suffix : {"md", "html", "xlsx"}) {
            QTest::addRow("%s.%s", name, suffix) << QString::fromLatin1(name) << QString::fromLatin1(suffix);
        }
    }
}

/// Option by option, cell by cell: a figure in the wrong row or column is found too.
void tst_ReportExamples::tablesEqualCompareJson()
{
    QFETCH(QString, example);
    QFETCH(QString, suffix);
    const bool isWorkbook = suffix == QLatin1String("xlsx");
    if (isWorkbook && QStandardPaths::findExecutable(QStringLiteral("unzip")).isEmpty()) {
        QSKIP("unzip is not installed");
    }
    std::string compared;
    static_cast<void>(runCli({"compare", "example:" + example.toStdString(), "--json"}, compared));
    const QString path = reported(example, suffix);
    QVERIFY(!path.isEmpty());
    const CostTable table = isWorkbook                      ? tableOfWorkbook(path)
                            : suffix == QLatin1String("md") ? tableOfMarkdown(contentOf(path))
                                                            : tableOfHtml(contentOf(path));
    const app::Format format(app::localeOf(QStringLiteral("en")), app::Wording::of(QStringLiteral("en")));
    std::size_t rows = 0;
    const auto json = nlohmann::json::parse(compared);
    for (const auto& option : json.at("options")) {
        if (option.at("state") == "excluded") {
            continue;
        }
        ++rows;
        const auto letter = option.at("letter").get<std::string>();
        const auto row = table.find(letter);
        QVERIFY2(row != table.end(), letter.c_str());
        const auto& cost = option.at("cost");
        const QStringList keys = costKeys(cost);
        QVERIFY(row->second.size() >= keys.size());
        for (qsizetype column = 0; column < keys.size(); ++column) {
            const double value = cost.at(keys[column].toStdString()).get<double>();
            const QString cell = row->second[column];
            const bool isEqual =
                isWorkbook
                    ? std::abs(cell.toDouble() - value) <= 1e-12 * std::abs(value)
                    : cell == format.lowerBound(format.number(value), !cost.at("complete").get<bool>());
            QVERIFY2(isEqual,
                     qPrintable(QStringLiteral("%1 %2: %3 for %4")
                                    .arg(QString::fromStdString(letter), keys[column], cell)
                                    .arg(value, 0, 'f', 4)));
        }
    }
    QCOMPARE(table.size(), rows);
}

/// JSON and CSV of a report are those that compare prints, byte for byte.
void tst_ReportExamples::dataEqualsCompare()
{
    QFETCH(QString, example);
    for (const char* form : {"json", "csv"}) {
        std::string compared;
        static_cast<void>(
            runCli({"compare", "example:" + example.toStdString(), "--" + std::string(form)}, compared));
        const QString path = reported(example, QString::fromLatin1(form));
        QVERIFY(!path.isEmpty());
        QCOMPARE(contentOf(path), QString::fromStdString(compared));
    }
}

QTEST_MAIN(tst_ReportExamples)
#include "tst_ReportExamples.moc"
