// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/MainWindow.h"
#include "app/gui/pages/Page.h"
#include "app/gui/theme/Theme.h"
#include "app/gui/widgets/CommandPalette.h"
#include "app/gui/window/HelpTopics.h"
#include "app/gui/window/HelpWindow.h"
#include "app/gui/window/Language.h"
#include "app/gui/window/PlanDialog.h"
#include "app/gui/window/SettingsDialog.h"
#include "model/plan/Assumptions.h"
#include "tests/app/support/Fixture.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTest>
#include <QTextBrowser>

using namespace wherewithal;
using namespace wherewithal::app;

namespace {

struct Bench
{
    Bench()
        : workspace(fixture::engine(), fixture::memoryStorage(), settings)
    {
        window = std::make_unique<MainWindow>(workspace, Dialogs{});
        window->resize(1440, 900);
        window->show();
        QSignalSpy finished(&workspace.runner(), &SimulationRunner::finished);
        workspace.document().replace(fixture::plan());
        finished.wait(3000);
    }
    [[nodiscard]] HelpWindow* help() const
    {
        return window->findChild<HelpWindow*>(QStringLiteral("helpWindow"));
    }
    void trigger(const char* name) const
    {
        window->findChild<QAction*>(QString::fromLatin1(name))->trigger();
    }

    Settings settings{QString()};
    Workspace workspace;
    std::unique_ptr<MainWindow> window;
};

} // namespace

class TestHelp : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyTextIsATopic();
    void everyLinkLeadsToATopic();
    void pagesAndFiguresHaveTopics();
    void everyAssumptionIsListed();
    void searchFindsAllWords();
    void f1OpensTheTopicOfPageAndField();
    void linksAndSearchWorkInTheWindow();
    void paletteFindsHelp();
    void settingsHoldAtOnce();
    void languagesFallBackToEnglish();
    void germanReachesThePages();
    void renamingThePlanIsUndoneByName();
};

void TestHelp::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    installTheme(*qApp);
}

void TestHelp::everyTextIsATopic()
{
    QStringList files =
        QDir(QStringLiteral(WHEREWITHAL_SOURCE_DIR "/resources/help")).entryList({QStringLiteral("*.md")});
    files.removeAll(QStringLiteral("README.md"));
    QCOMPARE(helpTopics().size(), files.size() + 1); // and the assumptions
    for (const HelpTopic& topic : helpTopics()) {
        QVERIFY2(topic.text.startsWith(QLatin1String("# ")), qPrintable(topic.name));
        QVERIFY2(!topic.title.isEmpty(), qPrintable(topic.name));
    }
}

void TestHelp::everyLinkLeadsToATopic()
{
    const QRegularExpression link(QStringLiteral("\\]\\(topic:([^)]*)\\)"));
    int links = 0;
    for (const HelpTopic& topic : helpTopics()) {
        for (auto match = link.globalMatch(topic.text); match.hasNext(); ++links) {
            const QString name = match.next().captured(1);
            QVERIFY2(findHelpTopic(name) != nullptr, qPrintable(topic.name + QStringLiteral(" -> ") + name));
        }
    }
    QVERIFY(links > 10);
}

void TestHelp::pagesAndFiguresHaveTopics()
{
    for (int number = 0; number < kPageCount; ++number) {
        const QString name = helpTopicOf(static_cast<PageId>(number));
        QVERIFY2(findHelpTopic(name) != nullptr, qPrintable(name));
    }
    for (const char* figure : {"cost", "latency-p95", "sustained", "first-limit", "score", "no-such"}) {
        QVERIFY2(findHelpTopic(helpTopicOfFigure(QString::fromLatin1(figure))) != nullptr, figure);
    }
    QCOMPARE(helpTopicOfPlace(QStringLiteral("/workloads/0/demand/growth")), QStringLiteral("demand"));
    QVERIFY(helpTopicOfPlace(QStringLiteral("/horizon_months")).isEmpty());
}

void TestHelp::everyAssumptionIsListed()
{
    const HelpTopic* topic = findHelpTopic(QStringLiteral("assumptions"));
    QVERIFY(topic != nullptr);
    for (const model::AssumptionSpec& spec : model::assumptionTable()) {
        const QString key = QString::fromUtf8(spec.key.data(), static_cast<qsizetype>(spec.key.size()));
        QVERIFY2(topic->text.contains(QStringLiteral("`%1`").arg(key)), qPrintable(key));
    }
}

void TestHelp::searchFindsAllWords()
{
    QVERIFY(searchHelp(QStringLiteral("no such words anywhere")).isEmpty());
    QCOMPARE(searchHelp(QStringLiteral("rank")).first().name, QStringLiteral("rank"));
    QCOMPARE(searchHelp({}).size(), helpTopics().size());
}

void TestHelp::f1OpensTheTopicOfPageAndField()
{
    const Bench bench;
    bench.window->showPage(PageId::Scaling);
    bench.trigger("help");
    QCOMPARE(bench.help()->currentTopic(), QStringLiteral("limits"));
    bench.help()->close();
    bench.window->showStart();
    bench.trigger("help");
    QCOMPARE(bench.help()->currentTopic(), QStringLiteral("start"));
    QTest::keyClick(bench.help(), Qt::Key_Escape);
    QVERIFY(!bench.help()->isVisible());
}

void TestHelp::linksAndSearchWorkInTheWindow()
{
    HelpWindow help;
    help.openTopic(QStringLiteral("no-such"));
    QCOMPARE(help.currentTopic(), helpTopics().first().name);
    auto* text = help.findChild<QTextBrowser*>(QStringLiteral("helpText"));
    emit text->anchorClicked(QUrl(QStringLiteral("topic:cost")));
    QCOMPARE(help.currentTopic(), QStringLiteral("cost"));
    QVERIFY(text->toPlainText().contains(QLatin1String("ledger")));
    auto* search = help.findChild<QLineEdit*>(QStringLiteral("helpSearch"));
    search->setFocus();
    QTest::keyClicks(search, QStringLiteral("tipping"));
    auto* list = help.findChild<QListWidget*>(QStringLiteral("helpTopics"));
    QCOMPARE(list->count(), 1);
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(help.currentTopic(), QStringLiteral("scores"));
}

void TestHelp::paletteFindsHelp()
{
    const Bench bench;
    bench.trigger("findCommand");
    auto* palette = bench.window->findChild<CommandPalette*>(QStringLiteral("commandPalette"));
    auto* field = palette->findChild<QLineEdit*>(QStringLiteral("paletteField"));
    QTest::keyClicks(field, QStringLiteral("Costs"));
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_VERIFY(bench.help() != nullptr);
    QCOMPARE(bench.help()->currentTopic(), QStringLiteral("cost"));
}

void TestHelp::settingsHoldAtOnce()
{
    Settings settings{QString()};
    SettingsDialog dialog(settings);
    const double before = QApplication::font().pointSizeF();
    dialog.findChild<QSpinBox*>(QStringLiteral("textSize"))->setValue(150);
    QVERIFY(qAbs(QApplication::font().pointSizeF() - before * 1.5) < 0.1);
    QCOMPARE(settings.get(Setting::FontScale).toDouble(), 1.5);
    dialog.findChild<QSpinBox*>(QStringLiteral("textSize"))->setValue(900); // beyond the range: its end
    QCOMPARE(settings.get(Setting::FontScale).toDouble(), 2.0);
    dialog.findChild<QSpinBox*>(QStringLiteral("textSize"))->setValue(100);
    auto* palette = dialog.findChild<QComboBox*>(QStringLiteral("palette"));
    palette->setCurrentIndex(2);
    emit palette->activated(2);
    QVERIFY(QApplication::palette().color(QPalette::Window).lightness() < 60);
    palette->setCurrentIndex(1);
    emit palette->activated(1);
    QVERIFY(QApplication::palette().color(QPalette::Window).lightness() > 200);
    auto* language = dialog.findChild<QComboBox*>(QStringLiteral("language"));
    QSignalSpy changed(&dialog, &SettingsDialog::languageChanged);
    language->setCurrentIndex(2);
    emit language->activated(2);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(settings.get(Setting::Language).toString(), QStringLiteral("de"));
    emit language->activated(2); // the same again changes nothing
    QCOMPARE(changed.count(), 1);
}

void TestHelp::languagesFallBackToEnglish()
{
    QCOMPARE(languageFor(QStringLiteral("de"), QStringLiteral("en_US")), QStringLiteral("de"));
    QCOMPARE(languageFor({}, QStringLiteral("de_AT")), QStringLiteral("de"));
    QCOMPARE(languageFor({}, QStringLiteral("fr_FR")), QStringLiteral("en"));
    QCOMPARE(languageFor({}, QStringLiteral("C")), QStringLiteral("en"));
    QVERIFY(QFile::exists(QStringLiteral(":/i18n/app_de.qm")));
}

/// What tr() of a class gives, not what the file holds: the two name the class differently.
void TestHelp::germanReachesThePages()
{
    installLanguage(QStringLiteral("de"));
    {
        const Bench bench;
        bench.window->showPage(PageId::Compare);
        const Page* page = bench.window->page(PageId::Compare);
        QStringList texts;
        for (const QLabel* label : page->findChildren<QLabel*>()) {
            texts.append(label->text());
        }
        QVERIFY2(texts.contains(QStringLiteral("&Zeitraum")), qPrintable(texts.join(QLatin1Char('|'))));
        QVERIFY(!texts.contains(QStringLiteral("&Horizon")));
        const auto* table = page->findChild<QTableView*>(QStringLiteral("optionsTable"));
        QCOMPARE(table->model()->headerData(0, Qt::Horizontal).toString(), QStringLiteral("Rang"));
    }
    installLanguage(QStringLiteral("en"));
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

void TestHelp::renamingThePlanIsUndoneByName()
{
    Bench bench;
    PlanDialog dialog(bench.workspace.document());
    auto* name = dialog.findChild<QLineEdit*>(QStringLiteral("planName"));
    name->setText(QStringLiteral("Another name"));
    dialog.accept();
    QCOMPARE(bench.workspace.plan().name, std::string("Another name"));
    QCOMPARE(bench.window->findChild<QLabel*>(QStringLiteral("planTitle"))->text(),
             QStringLiteral("Another name"));
    auto* undo = bench.window->findChild<QAction*>(QStringLiteral("undo"));
    QVERIFY(undo->text().contains(QLatin1String("Another name")));
    undo->trigger();
    QCOMPARE(bench.workspace.plan().name, fixture::plan().name);
}

QTEST_MAIN(TestHelp)
#include "tst_Help.moc"
