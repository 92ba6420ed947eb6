// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Command.h"
#include "app/report/Format.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

#include <nlohmann/json.hpp>

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

} // namespace

/// The printed examples against `compare --json`: the same figures to the last digit that money has.
class tst_ReportExamples : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void figuresEqualCompareJson_data();
    void figuresEqualCompareJson();

private:
    QTemporaryDir m_folder;
};

void tst_ReportExamples::initTestCase()
{
    // The embedded catalogue, whatever the user of this machine has imported.
    qputenv("XDG_DATA_HOME", m_folder.path().toLocal8Bit());
}

void tst_ReportExamples::figuresEqualCompareJson_data()
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

QTEST_MAIN(tst_ReportExamples)
#include "tst_ReportExamples.moc"
