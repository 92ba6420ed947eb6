// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

/// The shipped translations, read as files: what a German reader would see in English, or with its figures
/// missing.
class TestTranslations : public QObject
{
    Q_OBJECT

private slots:
    void nothingIsLeftUntranslated_data() { addFiles(); }
    void nothingIsLeftUntranslated();
    void placeholdersAreKept_data() { addFiles(); }
    void placeholdersAreKept();

private:
    static void addFiles();
};

namespace {

struct Entry
{
    QString source;
    QStringList translations; ///< several for plurals
    bool isUnfinished = false;
};

QList<Entry> entriesOf(const QString& name)
{
    QFile file(QStringLiteral(WHEREWITHAL_SOURCE_DIR "/resources/i18n/") + name);
    QList<Entry> result;
    if (!file.open(QIODevice::ReadOnly)) {
        return result;
    }
    QXmlStreamReader xml(&file);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) {
            continue;
        }
        if (xml.name() == QLatin1String("message")) {
            result.push_back({});
        } else if (xml.name() == QLatin1String("source")) {
            result.last().source = xml.readElementText();
        } else if (xml.name() == QLatin1String("translation")) {
            result.last().isUnfinished =
                xml.attributes().value(QLatin1String("type")) == QLatin1String("unfinished");
            const QString text = xml.readElementText(QXmlStreamReader::IncludeChildElements);
            result.last().translations.push_back(text);
        }
    }
    return xml.hasError() ? QList<Entry>() : result;
}

QSet<QString> placeholdersOf(const QString& text)
{
    static const QRegularExpression placeholder(QStringLiteral("%(?:\\d|n)"));
    QSet<QString> result;
    auto matches = placeholder.globalMatch(text);
    while (matches.hasNext()) {
        result.insert(matches.next().captured());
    }
    return result;
}

} // namespace

void TestTranslations::addFiles()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("window") << QStringLiteral("app_de.ts");
    QTest::newRow("report") << QStringLiteral("report_de.ts");
    QTest::newRow("engine") << QStringLiteral("engine_de.ts");
}

void TestTranslations::nothingIsLeftUntranslated()
{
    QFETCH(const QString, name);
    const QList<Entry> entries = entriesOf(name);
    QVERIFY(entries.size() > 250);
    for (const Entry& entry : entries) {
        QVERIFY2(!entry.isUnfinished && !entry.translations.join(QString()).isEmpty(),
                 qPrintable(entry.source));
    }
}

void TestTranslations::placeholdersAreKept()
{
    QFETCH(const QString, name);
    for (const Entry& entry : entriesOf(name)) {
        QCOMPARE(placeholdersOf(entry.translations.join(QLatin1Char(' '))), placeholdersOf(entry.source));
    }
}

QTEST_APPLESS_MAIN(TestTranslations)
#include "tst_Translations.moc"
