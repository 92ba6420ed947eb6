// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/MainWindow.h"
#include "app/gui/pages/Page.h"
#include "app/gui/theme/Theme.h"
#include "app/gui/widgets/Rail.h"
#include "app/gui/window/NoteBar.h"
#include "app/gui/window/StartPage.h"
#include "app/gui/window/Templates.h"
#include "tests/app/support/Fixture.h"

#include <QAction>
#include <QApplication>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace wherewithal;
using namespace wherewithal::app;

namespace {

/// A window on its start page, the example computed from the fixture, settings in a folder of their own.
struct Bench
{
    Bench()
        : settings(folder.filePath(QStringLiteral("settings.ini")))
        , workspace(fixture::engine(), fixture::memoryStorage(), settings)
    {
        window = std::make_unique<MainWindow>(workspace,
                                              Dialogs{.openPath = [this](QWidget*) { return chosenPath; },
                                                      .savePath =
                                                          [this](QWidget*, const QString&) {
                                                              return chosenPath;
                                                          }});
        window->resize(1440, 900);
        window->showStart();
        window->show();
        QSignalSpy finished(&workspace.exampleRunner(), &SimulationRunner::finished);
        workspace.exampleRunner().request(fixture::plan());
        finished.wait(3000);
        QTest::qWait(1);
    }

    template <typename T>
    [[nodiscard]] T* find(const char* name) const
    {
        return window->findChild<T*>(QString::fromLatin1(name));
    }
    void drop(const QStringList& paths) const
    {
        QMimeData data;
        QList<QUrl> urls;
        for (const QString& path : paths) {
            urls.append(QUrl::fromLocalFile(path));
        }
        data.setUrls(urls);
        QDragEnterEvent enter(QPoint(300, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(window.get(), &enter);
        QDropEvent event(QPointF(300, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(window.get(), &event);
    }
    [[nodiscard]] QString write(const QString& name, const QByteArray& text) const
    {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::WriteOnly)) {
            file.write(text);
        }
        return file.fileName();
    }

    QTemporaryDir folder;
    Settings settings;
    Workspace workspace;
    QString chosenPath;
    std::unique_ptr<MainWindow> window;
};

void setHorizon(PlanDocument& document, int months)
{
    document.change<int>(
        QStringLiteral("/horizon_months"),
        QStringLiteral("horizon"),
        [](model::Plan& plan) -> int& { return plan.horizonMonths; },
        months);
}

} // namespace

class TestStartPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void showsTheExampleComputed();
    void altNumbersStartFromTemplates();
    void altNumbersDoNothingElsewhere();
    void enterOnATemplateStartsIt();
    void openTheExampleGoesToCompare();
    void everyTemplateHasASummary();
    void recentPlansOpenAgain();
    void aDraftIsRestoredWithANoteAndDiscarded();
    void closingKeepsTheEdits();
    void aFileChangedOutsideIsOfferedForLoading();
    void droppedPlanIsOpened();
    void unknownFileIsNamedWithWhatWasExpected();
    void aLogIsRefusedPlainly();
    void aDroppedPriceSheetOpensTheImport();
};

void TestStartPage::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    installTheme(*qApp);
}

void TestStartPage::showsTheExampleComputed()
{
    const Bench bench;
    QVERIFY(bench.window->isOnStart());
    QVERIFY(!bench.find<QWidget>("explanationPanel")->isVisible());
    auto* table = bench.find<QTableView>("exampleTable");
    QCOMPARE(table->model()->rowCount(), 5); // four ranked, one excluded with its reason
    QCOMPARE(table->model()->index(0, 4).data().toString(), QStringLiteral("1,418"));
    QVERIFY(!table->model()->index(4, 2).data().toString().isEmpty());
    QCOMPARE(bench.find<QLabel>("exampleFigure-1")->text(), QStringLiteral("1.42"));
    QCOMPARE(bench.find<QLabel>("exampleFigure-3")->text(),
             QStringLiteral("64 %").replace(QLatin1Char(' '), QChar(0xa0)));
    QVERIFY(bench.find<QLabel>("statusState")->text().contains(QLatin1String("Ready")));
}

void TestStartPage::altNumbersStartFromTemplates()
{
    Bench bench;
    const QStringList kinds{QStringLiteral("llm-serving"),
                            QStringLiteral("inference"),
                            QStringLiteral("batch-scoring"),
                            QStringLiteral("training"),
                            QStringLiteral("measured-service")};
    for (int number = 0; number < kinds.size(); ++number) {
        bench.window->showStart();
        QTest::keyClick(bench.window.get(), static_cast<Qt::Key>(Qt::Key_1 + number), Qt::AltModifier);
        QTRY_VERIFY(!bench.window->isOnStart());
        const auto kind = model::kindName(bench.workspace.plan().workloads.front().detail);
        QCOMPARE(QString::fromUtf8(kind.data(), static_cast<qsizetype>(kind.size())), kinds[number]);
        QVERIFY(bench.find<Rail>("rail")->currentPage() == PageId::Workload);
    }
}

void TestStartPage::altNumbersDoNothingElsewhere()
{
    Bench bench;
    bench.workspace.document().replace(fixture::plan());
    bench.window->showPage(PageId::Compare);
    const model::Plan before = bench.workspace.plan();
    QTest::keyClick(bench.window.get(), Qt::Key_2, Qt::AltModifier);
    QVERIFY(bench.workspace.plan().workloads == before.workloads);
}

void TestStartPage::enterOnATemplateStartsIt()
{
    Bench bench;
    auto* row = bench.find<StartRow>("template-batch");
    row->setFocus();
    QTest::keyClick(row, Qt::Key_Return);
    QVERIFY(std::holds_alternative<model::BatchScoring>(bench.workspace.plan().workloads.front().detail));
}

void TestStartPage::openTheExampleGoesToCompare()
{
    Bench bench;
    QTest::mouseClick(bench.find<QPushButton>("openExample"), Qt::LeftButton);
    QVERIFY(bench.find<Rail>("rail")->currentPage() == PageId::Compare);
    QVERIFY(bench.workspace.plan().workloads == fixture::plan().workloads);
    QTRY_VERIFY(bench.window->page(PageId::Compare)->state() == Page::State::Result);
}

void TestStartPage::everyTemplateHasASummary()
{
    const Format format;
    for (const PlanTemplate& each : planTemplates()) {
        const auto plan = templatePlan(each.name, QDate(2027, 3, 5));
        QVERIFY2(plan.has_value(), qPrintable(each.name));
        QVERIFY2(workloadSummary(*plan, format).contains(QRegularExpression(QStringLiteral("[0-9]"))),
                 qPrintable(each.name));
        QCOMPARE(plan->asOf.day, 5);
        QCOMPARE(plan->starts.month, 4);
    }
    QVERIFY(!templatePlan(QStringLiteral("no-such"), QDate(2027, 3, 5)).has_value());
}

void TestStartPage::recentPlansOpenAgain()
{
    Bench bench;
    bench.chosenPath = bench.write(QStringLiteral("claims.wherewithal"), "x");
    bench.workspace.document().replace(fixture::plan());
    bench.find<QAction>("saveAs")->trigger();
    bench.workspace.document().replace(model::Plan{});
    bench.window->showStart();
    auto* row = bench.find<StartRow>("recent-0");
    QVERIFY(row != nullptr);
    QCOMPARE(row->text(), QString::fromStdString(fixture::plan().name));
    QTest::mouseClick(row, Qt::LeftButton);
    QVERIFY(!bench.window->isOnStart());
    QVERIFY(bench.workspace.plan().workloads == fixture::plan().workloads);
}

void TestStartPage::aDraftIsRestoredWithANoteAndDiscarded()
{
    Bench bench;
    model::Plan edited = fixture::plan();
    edited.horizonMonths = 84;
    const DraftFolder drafts = bench.window->files().drafts().folder();
    QVERIFY(DraftFolder::write(drafts.newFile(), edited, {}, QDateTime::currentDateTime()).has_value());
    QVERIFY(bench.window->files().restoreNewest());
    QCOMPARE(bench.workspace.plan().horizonMonths, 84);
    QVERIFY(bench.workspace.document().isEdited());
    QVERIFY(bench.find<QLabel>("noteText")->text().contains(QLatin1String("restored")));
    QVERIFY(QApplication::activeModalWidget() == nullptr);
    QTest::mouseClick(bench.find<QPushButton>("discardDraft"), Qt::LeftButton);
    QVERIFY(bench.workspace.plan().workloads.empty());
    QVERIFY(!bench.workspace.document().isEdited());
    QTRY_VERIFY(bench.find<QPushButton>("bringDraftBack") != nullptr);
    QTest::mouseClick(bench.find<QPushButton>("bringDraftBack"), Qt::LeftButton);
    QCOMPARE(bench.workspace.plan().horizonMonths, 84);
    QVERIFY(bench.workspace.document().isEdited());
}

void TestStartPage::closingKeepsTheEdits()
{
    Bench bench;
    bench.workspace.document().replace(fixture::plan());
    setHorizon(bench.workspace.document(), 60);
    QVERIFY(bench.window->close());
    QVERIFY(QApplication::activeModalWidget() == nullptr);
    bench.window.reset(); // lets go of the draft, as the end of the program does
    const QList<Draft> drafts = DraftFolder(bench.settings.folder() + QStringLiteral("/drafts")).abandoned();
    QCOMPARE(drafts.size(), 1);
    QCOMPARE(DraftFolder::read(drafts.first().file)->horizonMonths, 60);
}

void TestStartPage::aFileChangedOutsideIsOfferedForLoading()
{
    Bench bench;
    const QString path = bench.write(QStringLiteral("a.wherewithal"), "one");
    bench.chosenPath = path;
    bench.workspace.document().replace(fixture::plan());
    bench.find<QAction>("saveAs")->trigger(); // storage of the fixture is memory; the watched file is real
    QTest::qWait(20);
    (void)bench.write(QStringLiteral("a.wherewithal"), "two, by another program");
    QTRY_COMPARE_WITH_TIMEOUT(bench.window->noteBar()->current(), QStringLiteral("file"), 5000);
    setHorizon(bench.workspace.document(), 60);
    QTest::mouseClick(bench.find<QPushButton>("reloadPlan"), Qt::LeftButton);
    QCOMPARE(bench.workspace.plan().horizonMonths, fixture::plan().horizonMonths);
    QVERIFY(bench.window->noteBar()->current().isEmpty());
    QCOMPARE(bench.window->files().recent().first().draft.has_value(), true); // the edits are kept aside
}

void TestStartPage::droppedPlanIsOpened()
{
    Bench bench;
    bench.chosenPath =
        bench.write(QStringLiteral("p.wherewithal"), "{\"wherewithal\": 1, \"starts\": \"2026-12\"}");
    bench.workspace.document().replace(fixture::plan());
    bench.find<QAction>("saveAs")->trigger();
    bench.workspace.document().replace(model::Plan{});
    bench.drop({bench.chosenPath});
    QTRY_VERIFY(bench.workspace.plan().workloads == fixture::plan().workloads);
}

void TestStartPage::unknownFileIsNamedWithWhatWasExpected()
{
    Bench bench;
    bench.drop({bench.write(QStringLiteral("holiday.txt"), "Dear all,\nwe are away.\n")});
    QTRY_VERIFY(bench.window->noteBar()->text().contains(QLatin1String("holiday.txt")));
    QVERIFY(bench.window->noteBar()->text().contains(QLatin1String("price sheet")));
    bench.drop({bench.folder.filePath(QStringLiteral("gone"))});
    QTRY_VERIFY(bench.window->noteBar()->text().contains(QLatin1String("gone")));
}

void TestStartPage::aLogIsRefusedPlainly()
{
    Bench bench;
    bench.drop({bench.write(QStringLiteral("app.log"),
                            "2026-11-22 10:00:01 INFO start\n2026-11-22 10:00:02 ERROR no route\n")});
    QTRY_VERIFY(bench.window->noteBar()->text().contains(QLatin1String("a log")));
}

void TestStartPage::aDroppedPriceSheetOpensTheImport()
{
    Bench bench;
    bench.drop({bench.write(QStringLiteral("p.csv"), "machine,region,usd_per_hour\nx1,eu,1.25\n")});
    QTRY_VERIFY(bench.window->findChild<QWidget*>(QStringLiteral("importWizard")) != nullptr);
    QTRY_VERIFY(bench.window->findChild<QWidget*>(QStringLiteral("importWizard"))->isVisible());
}

QTEST_MAIN(TestStartPage)
#include "tst_StartPage.moc"
