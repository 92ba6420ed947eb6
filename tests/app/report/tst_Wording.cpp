// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/EngineSentences.h"
#include "app/report/Format.h"
#include "app/report/ReportBuilder.h"
#include "app/report/Wording.h"
#include "model/plan/Assumptions.h"
#include "tests/support/ComparisonFixture.h"

#include <QRegularExpression>
#include <QXmlStreamReader>
#include <QtTest>

#include <map>
#include <set>

using namespace wherewithal;

namespace {

QString contentsOf(const QString& path)
{
    QFile file(QStringLiteral(WHEREWITHAL_SOURCE_DIR "/") + path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// Source text -> translation, all contexts.
std::map<QString, QString> translations()
{
    std::map<QString, QString> found;
    QXmlStreamReader reader(contentsOf(QStringLiteral("resources/i18n/report_de.ts")));
    QString source;
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement() && reader.name() == QLatin1String("source")) {
            source = reader.readElementText();
        } else if (reader.isStartElement() && reader.name() == QLatin1String("translation")) {
            found.insert_or_assign(source, reader.readElementText());
        }
    }
    return found;
}

/// Literals of words("...") and counted(n, "...", "...") in a source file; adjacent literals are one text.
std::set<QString> textsIn(const QString& code)
{
    static const QRegularExpression kCall(QStringLiteral("\\b(?:words|counted)\\("));
    static const QRegularExpression kText(
        QStringLiteral("\"(?:[^\"\\\\]|\\\\.)*\"(?:\\s*\"(?:[^\"\\\\]|\\\\.)*\")*"));
    std::set<QString> texts;
    for (auto call = kCall.globalMatch(code); call.hasNext();) {
        qsizetype at = call.next().capturedEnd();
        QString body;
        for (int depth = 1; depth > 0 && at < code.size(); ++at) {
            if (code.at(at) == QLatin1Char('"')) {
                const auto literal = kText.match(
                    code, at, QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption);
                QString joined = literal.captured();
                static const QRegularExpression kSeam(QStringLiteral("\"\\s*\""));
                texts.insert(joined.replace(kSeam, QString()).mid(1).chopped(1));
                at = literal.capturedEnd() - 1;
                continue;
            }
            depth += code.at(at) == QLatin1Char('(') ? 1 : code.at(at) == QLatin1Char(')') ? -1 : 0;
        }
    }
    return texts;
}

} // namespace

class tst_Wording : public QObject
{
    Q_OBJECT
private slots:
    void everyTextOfTheReportIsInGerman();
    void translationsKeepTheirPlaces();
    void germanReportSpeaksGerman();
    void unitsOfAssumptionsAreInGerman();
    void questionsOfTheCatalogueAreInGerman();
    void requirementsAreJudgedInGerman();
    void inputsThatMoveTheTotalAreInGerman();
    void unknownLanguagesGiveTheSourceText();
    void everyAssumptionIsInGerman();
    void everyPatternOfTheEngineIsInGerman();
    void composedSentencesAreInGerman_data();
    void composedSentencesAreInGerman();
    void numbersInSentencesFollowTheLanguage();
};

void tst_Wording::everyTextOfTheReportIsInGerman()
{
    const auto german = translations();
    int texts = 0;
    const QDir folder(QStringLiteral(WHEREWITHAL_SOURCE_DIR "/app/report"));
    for (const QString& name : folder.entryList({QStringLiteral("*.cpp")})) {
        for (const QString& text : textsIn(contentsOf(QStringLiteral("app/report/") + name))) {
            ++texts;
            QVERIFY2(german.contains(text) && !german.at(text).isEmpty(),
                     qPrintable(name + QStringLiteral(": ") + text));
        }
    }
    QVERIFY(texts > 300);
}

void tst_Wording::translationsKeepTheirPlaces()
{
    static const QRegularExpression kPlace(QStringLiteral("%\\d"));
    for (const auto& [source, translation] : translations()) {
        std::multiset<QString> wanted;
        std::multiset<QString> found;
        for (auto match = kPlace.globalMatch(source); match.hasNext();) {
            wanted.insert(match.next().captured());
        }
        for (auto match = kPlace.globalMatch(translation); match.hasNext();) {
            found.insert(match.next().captured());
        }
        QVERIFY2(wanted == found, qPrintable(source));
        QCOMPARE(translation.startsWith(QLatin1Char(' ')), source.startsWith(QLatin1Char(' ')));
        QCOMPARE(translation.endsWith(QLatin1Char(' ')), source.endsWith(QLatin1Char(' ')));
    }
}

void tst_Wording::germanReportSpeaksGerman()
{
    const auto made = tests::comparisonFixture();
    const app::ReportDocument document =
        app::buildReport({made.plan, made.comparison, made.slice, {}}, {.language = QStringLiteral("de")});
    const QString text = plainText(document);
    for (const char* words : {"Empfehlung",
                              "Server kaufen und selbst betreiben",
                              "Stärkste Gründe gegen A",
                              "36,0",
                              "1.205.220,00",
                              "Tsd. USD",
                              "Fragen an die Anbieter",
                              "Anfragen/s",
                              "64 %"}) {
        QVERIFY2(QString(text).replace(QChar(0x00A0), QLatin1Char(' ')).contains(QString::fromUtf8(words)),
                 words);
    }
    // Words of the engine (sources, labels) may stay English; those of the report may not.
    const auto german = translations();
    for (const char* file :
         {"BuildAnswers", "BuildFirstPage", "BuildInputs", "BuildTrust", "ReportBuilder", "Format"}) {
        for (const QString& source :
             textsIn(contentsOf(QStringLiteral("app/report/%1.cpp").arg(QLatin1String(file))))) {
            if (source != german.at(source) && source.size() > 14 && !source.contains(QLatin1Char('%'))) {
                QVERIFY2(!text.contains(source), qPrintable(source));
            }
        }
    }
    QCOMPARE(document.pagePattern, QStringLiteral("Seite %1 von %2"));
}

void tst_Wording::unitsOfAssumptionsAreInGerman()
{
    const app::Wording german = app::Wording::of(QStringLiteral("de"));
    static const QRegularExpression kEnglish(
        QStringLiteral("\\b(?:month|months|year|years|hour|requests|persons|machines|fraction of)\\b"));
    int english = 0;
    for (const model::AssumptionSpec& spec : model::assumptionTable()) {
        const std::string name(spec.unit);
        if (name == "fraction/year" || !QString::fromStdString(name).contains(kEnglish)) {
            continue; // a fraction is shown in per cent, see Format
        }
        ++english;
        const QString shown = german.translate("Unit", name.c_str());
        QVERIFY2(!shown.contains(kEnglish), qPrintable(shown));
    }
    QVERIFY(english > 0);
}

/// The third column of the catalogue's table; texts with a comma stand in quotes.
void tst_Wording::questionsOfTheCatalogueAreInGerman()
{
    QFile file(QStringLiteral(WHEREWITHAL_SOURCE_DIR "/resources/catalogues/questions.csv"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    static const QRegularExpression kQuestion(QStringLiteral("^[^,]+,[^,]+,(?:\"([^\"]+)\"|([^,]+)),"));
    const app::Wording german = app::Wording::of(QStringLiteral("de"));
    int questions = 0;
    const QStringList rows = QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    for (const QString& row : rows.mid(1)) {
        const auto found = kQuestion.match(row);
        QVERIFY2(found.hasMatch(), qPrintable(row));
        const QString question = found.captured(1) + found.captured(2);
        const QString shown = german.engineText(question.toStdString());
        QVERIFY2(shown != question && shown.endsWith(QLatin1Char('?')), qPrintable(shown));
        ++questions;
    }
    QVERIFY(questions > 80);
}

void tst_Wording::requirementsAreJudgedInGerman()
{
    const app::Wording german = app::Wording::of(QStringLiteral("de"));
    QCOMPARE(
        german.engineText("Is managed PostgreSQL offered? Required; the answer is no"),
        QStringLiteral("Wird PostgreSQL als verwalteter Dienst angeboten? Gefordert; die Antwort ist nein"));
    QCOMPARE(german.engineText("Data must stay in europe: N. Virginia is in north-america"),
             QStringLiteral("Daten müssen in europe bleiben: N. Virginia liegt in north-america"));
    QCOMPARE(german.engineText("no load balancer of runpod is priced; none is charged; Disks: price of "
                               "us-east-1: none is known for eu-central-1"),
             QStringLiteral("kein Lastverteiler von runpod ist bepreist; keiner wird berechnet; Platten: "
                            "Preis von us-east-1, für eu-central-1 ist keiner bekannt"));
    QCOMPARE(german.engineText("Fit to measured vLLM kernels of the H100 SXM, BF16, k and m of 1k to 32k; "
                               "median error 4.3 %."),
             QStringLiteral("An gemessene vLLM-Kernels der H100 SXM angepasst, BF16, k und m von 1k bis "
                            "32k; mittlerer Fehler 4,3 %."));
    // Several judgements joined stay several.
    QCOMPARE(german.engineText("Data stay in europe; Support of debian 11 ended on 2026-08-31"),
             QStringLiteral("Daten bleiben in europe; Die Unterstützung von debian 11 endete am 2026-08-31"));
}

/// Names of inputs as the simulator writes them: quoted texts that begin a call of addField() or a name.
void tst_Wording::inputsThatMoveTheTotalAreInGerman()
{
    QFile file(QStringLiteral(WHEREWITHAL_SOURCE_DIR "/simulator/sensitivity/Swings.cpp"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString source = QString::fromUtf8(file.readAll());
    static const QRegularExpression kName(QStringLiteral("\"([A-Z][a-z]+(?: [a-z]+)+)\""));
    const app::Wording german = app::Wording::of(QStringLiteral("de"));
    int names = 0;
    for (auto match = kName.globalMatch(source); match.hasNext(); ++names) {
        const QString name = match.next().captured(1);
        QVERIFY2(german.engineText(name.toStdString()) != name, qPrintable(name));
    }
    QVERIFY(names >= 12);
}

void tst_Wording::unknownLanguagesGiveTheSourceText()
{
    QCOMPARE(app::Wording::of(QStringLiteral("xx")).translate("Format", "unknown"),
             QStringLiteral("unknown"));
    QCOMPARE(app::Wording::of(QStringLiteral("de")).translate("Format", "unknown"),
             QStringLiteral("unbekannt"));
    QCOMPARE(app::Wording::of(QStringLiteral("de")).engineText("nobody translated this"),
             QStringLiteral("nobody translated this"));
}

/// Name and reason of each: what a budget committee reads in the report's second table.
void tst_Wording::everyAssumptionIsInGerman()
{
    const app::Wording german = app::Wording::of(QStringLiteral("de"));
    for (const model::AssumptionSpec& spec : model::assumptionTable()) {
        for (const std::string_view text : {spec.label, spec.basis}) {
            const QString source = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
            QVERIFY2(german.engineText(std::string(text)) != source, qPrintable(source));
        }
    }
}

void tst_Wording::everyPatternOfTheEngineIsInGerman()
{
    const app::Wording german = app::Wording::of(QStringLiteral("de"));
    for (const char* pattern : app::engineSentencePatterns()) {
        QVERIFY2(german.translate("Engine", pattern) != QString::fromLatin1(pattern), pattern);
    }
}

void tst_Wording::composedSentencesAreInGerman_data()
{
    QTest::addColumn<QString>("engine");
    QTest::addColumn<QString>("german");
    QTest::newRow("next step") << QStringLiteral("one more machine: +5.941 requests/s for 9.074 USD/h")
                               << QStringLiteral("eine Maschine mehr: +5,941 Anfragen/s für 9,074 USD/h");
    QTest::newRow("thousands") << QStringLiteral("one more server: +27.57 requests/s for 442829 USD")
                               << QStringLiteral("ein Server mehr: +27,57 Anfragen/s für 442.829 USD");
    QTest::newRow("no price") << QStringLiteral("one more machine: +2 requests/s")
                              << QStringLiteral("eine Maschine mehr: +2 Anfragen/s");
    QTest::newRow("basis with its price")
        << QStringLiteral("committed machines x hours x committed price, 7.548661 USD/h")
        << QStringLiteral("gebundene Maschinen x Stunden x gebundener Preis, 7,5487 USD/h");
    QTest::newRow("a name inside")
        << QStringLiteral("Totals are lower bounds: the price of 8 x RTX PRO 6000 is not known")
        << QStringLiteral("Summen sind Untergrenzen: der Preis von 8 x RTX PRO 6000 ist nicht bekannt");
    QTest::newRow("objective") << QStringLiteral("Latency P95 71 s: objective 30 s or less")
                               << QStringLiteral("Antwortzeit P95 71 s: Ziel höchstens 30 s");
    QTest::newRow("several") << QStringLiteral("ask the provider to raise it; choose a bigger machine")
                             << QStringLiteral(
                                    "beim Anbieter um Anhebung bitten; eine größere Maschine wählen");
    QTest::newRow("a measured constant") << QStringLiteral("Fixed time of one matrix product, measured")
                                         << QStringLiteral("Feste Zeit eines Matrixprodukts, gemessen");
    QTest::newRow("a version is no number")
        << QStringLiteral("vLLM 0.14 on H100") << QStringLiteral("vLLM 0.14 on H100");
}

void tst_Wording::composedSentencesAreInGerman()
{
    QFETCH(QString, engine);
    QFETCH(QString, german);
    QCOMPARE(app::Wording::of(QStringLiteral("de")).engineText(engine.toStdString()), german);
}

void tst_Wording::numbersInSentencesFollowTheLanguage()
{
    const app::Wording english = app::Wording::of(QStringLiteral("en"));
    QCOMPARE(english.engineText("one more server: +27.57 requests/s for 442829 USD"),
             QStringLiteral("one more server: +27.57 requests/s for 442,829 USD"));
    QCOMPARE(english.engineText("one more machine: +5.941 requests/s for 9.074 USD/h"),
             QStringLiteral("one more machine: +5.941 requests/s for 9.074 USD/h"));
}

QTEST_GUILESS_MAIN(tst_Wording)
#include "tst_Wording.moc"
