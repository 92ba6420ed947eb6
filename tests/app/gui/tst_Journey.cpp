// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/MainWindow.h"
#include "app/gui/pages/ReportPage.h"
#include "app/gui/theme/Theme.h"
#include "app/gui/widgets/ExplanationPanel.h"
#include "app/session/LocalEngine.h"
#include "tests/app/support/StallMeter.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace wherewithal;
using namespace wherewithal::app;

namespace {

constexpr int kPatienceMs = 60'000;
const QString kPeak = QStringLiteral("/workloads/0/demand/peak_per_second");

} // namespace

/// The first minutes of a person who has never seen the program, on the shipped catalogue, by keys: start
/// page, template, one number of one's own, the comparison, why it costs that, the report as PDF, the plan as
/// a file.
class TestJourney : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void fromTheFirstStartToASavedReport();
};

void TestJourney::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    installTheme(*qApp);
}

void TestJourney::fromTheFirstStartToASavedReport()
{
    const QTemporaryDir folder;
    const QString planPath = folder.filePath(QStringLiteral("mine.wherewithal"));
    const QString reportPath = folder.filePath(QStringLiteral("mine.pdf"));
    Settings settings{QString()};
    Workspace workspace(localEngine(), fileStorage(), settings);
    Dialogs dialogs;
    dialogs.savePath = [&planPath](QWidget*, const QString&) {
        return planPath;
    };
    dialogs.openPath = [&planPath](QWidget*) {
        return planPath;
    };
    MainWindow window(workspace, dialogs);
    window.resize(1440, 900);
    window.showStart();
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    fixture::StallMeter meter;
    const auto settle = [&workspace] {
        QElapsedTimer timer;
        timer.start();
        do {
            QTest::qWait(20);
        } while ((workspace.runner().isRunning() || workspace.runner().isStale())
                 && timer.elapsed() < kPatienceMs);
    };

    // The start page: Alt+1 begins a plan for a language model.
    meter.say(QStringLiteral("begin with the first template"));
    QVERIFY(window.findChild<QWidget*>(QStringLiteral("startPage"))->isVisible());
    QTest::keyClick(&window, Qt::Key_1, Qt::AltModifier);
    settle();
    QCOMPARE(workspace.plan().workloads.size(), std::size_t{1});
    QVERIFY(std::holds_alternative<model::LlmServing>(workspace.plan().workloads.front().detail));
    QVERIFY(workspace.comparison() != nullptr);

    // One's own number, as a range.
    meter.say(QStringLiteral("type the arrivals"));
    auto* field = window.findChild<QLineEdit*>(kPeak);
    QTest::keyClick(&window, Qt::Key_1, Qt::ControlModifier);
    if (field == nullptr || !field->isVisible()) {
        QTest::keyClick(&window, Qt::Key_2, Qt::ControlModifier);
        field = window.findChild<QLineEdit*>(kPeak);
    }
    QTRY_VERIFY(field != nullptr && field->isVisible());
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, QStringLiteral("3 to 6"));
    QTest::keyClick(field, Qt::Key_Return);
    settle();
    QVERIFY(!workspace.plan().workloads.front().demand.peakPerSecond.isCertain());

    // The answer, and why.
    meter.say(QStringLiteral("compare"));
    QTest::keyClick(&window, Qt::Key_6, Qt::ControlModifier);
    QCoreApplication::processEvents();
    auto* compare = window.page(PageId::Compare);
    QVERIFY(compare->state() == Page::State::Result);
    QVERIFY(!compare->findChild<QLabel*>(QStringLiteral("verdict"))->text().isEmpty());
    auto* table = compare->findChild<QTableView*>(QStringLiteral("optionsTable"));
    QVERIFY(table != nullptr);
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Home, Qt::ControlModifier);
    QTest::keyClick(table, Qt::Key_Down);
    QTest::keyClick(table, Qt::Key_Right);
    meter.say(QStringLiteral("explain a figure"));
    QVERIFY(!workspace.selection().option().isEmpty());
    const auto* panel = window.findChild<ExplanationPanel*>();
    QVERIFY(panel != nullptr && panel->isVisible());

    // Every page has an answer; the template requires nothing, and the page of requirements says so.
    for (int number = 0; number < kPageCount; ++number) {
        meter.say(pageKey(static_cast<PageId>(number)));
        QTest::keyClick(&window, static_cast<Qt::Key>(Qt::Key_0 + (number + 1) % 10), Qt::ControlModifier);
        const auto wanted =
            static_cast<PageId>(number) == PageId::Requirements ? Page::State::Empty : Page::State::Result;
        QTRY_VERIFY2(window.page(static_cast<PageId>(number))->state() == wanted,
                     qPrintable(pageKey(static_cast<PageId>(number))));
        QVERIFY(!window.grab().isNull());
    }

    // The report as PDF.
    meter.say(QStringLiteral("save the report"));
    auto* report = static_cast<ReportPage*>(window.page(PageId::Report));
    report->setAskPath([&reportPath](QWidget*, const QString&) { return reportPath; });
    QSignalSpy saved(report, &ReportPage::saved);
    auto* save = report->findChild<QPushButton*>(QStringLiteral("savePdf"));
    save->setFocus();
    QTest::keyClick(save, Qt::Key_Space);
    QVERIFY(saved.count() > 0 || saved.wait(kPatienceMs));
    QFile pdf(reportPath);
    QVERIFY(pdf.open(QIODevice::ReadOnly));
    QVERIFY(pdf.read(5) == "%PDF-" && pdf.size() > 100'000);

    // The plan as a file, read back as it was.
    meter.say(QStringLiteral("save the plan"));
    QTest::keyClick(&window, Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(QFile::exists(planPath));
    const auto again = fileStorage().load(planPath.toStdString());
    QVERIFY(again.has_value());
    QVERIFY(again->workloads == workspace.plan().workloads);
    for (const QString& line : meter.above(16.0)) {
        qInfo("%s", qPrintable(line));
    }
}

QTEST_MAIN(TestJourney)
#include "tst_Journey.moc"
