// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/theme/Theme.h"
#include "app/gui/window/Language.h"
#include "tests/app/support/PageBench.h"

#include <QAbstractItemModel>
#include <QAction>
#include <QComboBox>
#include <QFile>
#include <QHeaderView>
#include <QSet>
#include <QXmlStreamReader>

using namespace wherewithal;
using namespace wherewithal::app;
using tests::PageBench;

namespace {

/// English sentences of the window whose German differs.
QSet<QString> englishSentences()
{
    QFile file(QStringLiteral(WHEREWITHAL_SOURCE_DIR "/resources/i18n/app_de.ts"));
    QSet<QString> english;
    QSet<QString> german;
    if (!file.open(QIODevice::ReadOnly)) {
        return english;
    }
    QXmlStreamReader xml(&file);
    QString source;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) {
            continue;
        }
        if (xml.name() == QLatin1String("source")) {
            source = xml.readElementText();
        } else if (xml.name() == QLatin1String("translation")) {
            const QString translation =
                xml.readElementText(QXmlStreamReader::IncludeChildElements).simplified();
            german.insert(translation);
            if (translation != source) {
                english.insert(source);
            }
        }
    }
    return english.subtract(german); // "Name" is German too
}

/// All that a window says: labels, buttons, actions, choices, heads of tables.
QStringList wordsOf(const MainWindow& window)
{
    QStringList words;
    for (const QLabel* label : window.findChildren<QLabel*>()) {
        words.append(label->text());
    }
    for (const QAbstractButton* button : window.findChildren<QAbstractButton*>()) {
        words.append(button->text());
    }
    for (const QAction* action : window.findChildren<QAction*>()) {
        words.append(action->text());
    }
    for (const QComboBox* box : window.findChildren<QComboBox*>()) {
        for (int row = 0; row < box->count(); ++row) {
            words.append(box->itemText(row));
        }
    }
    for (const QTableView* table : window.findChildren<QTableView*>()) {
        for (int column = 0; table->model() != nullptr && column < table->model()->columnCount(); ++column) {
            words.append(table->model()->headerData(column, Qt::Horizontal).toString());
        }
    }
    return words;
}

} // namespace

/// The window in German, as it runs: a sentence may be translated in the file and still be asked for under a
/// name that the file does not have.
class tst_German : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void noPageSpeaksEnglish_data();
    void noPageSpeaksEnglish();
};

void tst_German::initTestCase()
{
    installLanguage(QStringLiteral("de"));
    installTheme(*qApp);
}

void tst_German::noPageSpeaksEnglish_data()
{
    QTest::addColumn<int>("page");
    for (int page = 0; page < kPageCount; ++page) {
        QTest::newRow(qPrintable(pageKey(static_cast<PageId>(page)))) << page;
    }
}

void tst_German::noPageSpeaksEnglish()
{
    QFETCH(const int, page);
    static const QSet<QString> english = englishSentences();
    QVERIFY(english.size() > 1000);
    const PageBench bench(static_cast<PageId>(page));
    const QStringList words = wordsOf(*bench.window);
    QVERIFY(words.contains(QStringLiteral("Arbeitslast")));
    QStringList left;
    for (const QString& text : words) {
        if (english.contains(text) && !left.contains(text)) {
            left.append(text);
        }
    }
    QVERIFY2(left.isEmpty(), qPrintable(left.join(QStringLiteral(" | "))));
}

QTEST_MAIN(tst_German)
#include "tst_German.moc"
