// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/MainWindow.h"
#include "app/gui/pages/Page.h"
#include "app/gui/theme/Metrics.h"
#include "app/gui/theme/Theme.h"
#include "app/gui/widgets/CommandPalette.h"
#include "app/gui/widgets/ExplanationPanel.h"
#include "app/gui/widgets/Rail.h"
#include "tests/app/support/Fixture.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include <thread>

using namespace wherewithal;
using namespace wherewithal::app;

namespace {

/// A window on the fixture, shown and computed.
struct Bench
{
    explicit Bench(model::Plan plan = fixture::plan(), Engine engine = fixture::engine())
        : workspace(std::move(engine), fixture::memoryStorage(), settings)
    {
        dialogs.openPath = [this](QWidget*) {
            return chosenPath;
        };
        dialogs.savePath = [this](QWidget*, const QString&) {
            return chosenPath;
        };
        window = std::make_unique<MainWindow>(workspace, dialogs);
        window->resize(1440, 900);
        window->show();
        QSignalSpy finished(&workspace.runner(), &SimulationRunner::finished);
        workspace.document().replace(std::move(plan));
        finished.wait(2000);
    }

    template <typename T>
    [[nodiscard]] T* find(const char* name) const
    {
        return window->findChild<T*>(QString::fromLatin1(name));
    }
    void trigger(const char* name) const { find<QAction>(name)->trigger(); }

    Settings settings{QString()};
    Workspace workspace;
    Dialogs dialogs;
    QString chosenPath;
    std::unique_ptr<MainWindow> window;
};

} // namespace

class TestWindow : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyPageShowsAResult();
    void comparePageHasFourStates();
    void ctrlNumbersOpenPages();
    void f4HidesTheExplanation();
    void aLowWindowKeepsThePage();
    void f6WalksTheRegions();
    void selectingACellExplainsItsFigure();
    void copyPutsTheTreeOnTheClipboard();
    void pinKeepsTheExplanation();
    void paletteFindsAnOption();
    void horizonChangeIsUndoneByName();
    void saveAsThenOpenGivesTheSamePlan();
    void aFailedSaveIsShownInTheStatusBar();
    void palettesSwitchWithoutRestart();
    void everyControlHasANameOrText();
};

void TestWindow::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    installTheme(*qApp);
}

void TestWindow::everyPageShowsAResult()
{
    Bench bench;
    for (int number = 0; number < kPageCount; ++number) {
        const auto id = static_cast<PageId>(number);
        bench.window->showPage(id);
        QCoreApplication::processEvents();
        QVERIFY2(bench.window->page(id)->state() == Page::State::Result, qPrintable(pageKey(id)));
        QVERIFY(!bench.window->grab().isNull());
    }
}

void TestWindow::comparePageHasFourStates()
{
    model::Plan empty = fixture::plan();
    empty.workloads.clear();
    Bench bench(empty);
    bench.window->showPage(PageId::Compare);
    QVERIFY(bench.window->page(PageId::Compare)->state() == Page::State::Empty);
    QTest::mouseClick(
        bench.window->page(PageId::Compare)->findChild<QPushButton*>(QStringLiteral("emptyStateButton")),
        Qt::LeftButton);
    QVERIFY(bench.find<Rail>("rail")->currentPage() == PageId::Workload);

    Engine failing = fixture::engine();
    failing.compare = [](const auto&, const auto&, const auto&, const auto&, const auto&)
        -> model::Result<simulator::Comparison> {
        return model::failure(
            model::ErrorCode::OutOfRange, "horizon_months", "the horizon is 500 months", "choose up to 120");
    };
    Bench broken(fixture::plan(), failing);
    QTRY_VERIFY(broken.window->page(PageId::Compare)->state() == Page::State::Error);
    QTRY_VERIFY(broken.find<QLabel>("statusState")->text().contains(QLatin1String("500 months")));

    Engine waiting = fixture::engine();
    waiting.compare = [](const auto&, const auto&, const auto&, const auto&, std::stop_token stop)
        -> model::Result<simulator::Comparison> {
        while (!stop.stop_requested()) {
            std::this_thread::yield();
        }
        return model::failure(model::ErrorCode::Cancelled, {}, "cancelled");
    };
    Settings settings{QString()};
    Workspace workspace(waiting, fixture::memoryStorage(), settings);
    MainWindow window(workspace, {});
    window.show();
    workspace.document().replace(fixture::plan());
    QVERIFY(window.page(PageId::Compare)->state() == Page::State::Working);

    const Bench good;
    QVERIFY(good.window->page(PageId::Compare)->state() == Page::State::Result);
}

void TestWindow::ctrlNumbersOpenPages()
{
    Bench bench;
    QTest::keyClick(bench.window.get(), Qt::Key_8, Qt::ControlModifier);
    QTRY_VERIFY(bench.find<Rail>("rail")->currentPage() == PageId::Cost);
    QTest::keyClick(bench.window.get(), Qt::Key_0, Qt::ControlModifier);
    QTRY_VERIFY(bench.find<Rail>("rail")->currentPage() == PageId::Report);
}

void TestWindow::f4HidesTheExplanation()
{
    Bench bench;
    auto* panel = bench.find<ExplanationPanel>("explanationPanel");
    QVERIFY(panel->isVisible());
    QTest::keyClick(bench.window.get(), Qt::Key_F4);
    QTRY_VERIFY(!panel->isVisible());
    QTest::keyClick(bench.window.get(), Qt::Key_F4);
    QTRY_VERIFY(panel->isVisible());
}

void TestWindow::aLowWindowKeepsThePage()
{
    Bench bench;
    auto* panel = bench.find<ExplanationPanel>("explanationPanel");
    QVERIFY(panel->isVisible());
    bench.window->resize(px(960), px(600));
    QTRY_VERIFY(!panel->isVisible());
    QTest::keyClick(bench.window.get(), Qt::Key_F4);
    QTRY_VERIFY(panel->isVisible()); // it is there for who asks
    bench.window->resize(px(1440), px(900));
    QTRY_VERIFY(panel->isVisible());
}

void TestWindow::f6WalksTheRegions()
{
    Bench bench;
    bench.window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(bench.window.get()));
    auto* rail = bench.find<Rail>("rail");
    rail->setFocus();
    QTest::keyClick(bench.window.get(), Qt::Key_F6);
    QVERIFY(bench.window->page(PageId::Compare)->isAncestorOf(bench.window->focusWidget()));
    QTest::keyClick(bench.window.get(), Qt::Key_F6);
    QVERIFY(bench.find<QWidget>("explanationPanel")->isAncestorOf(bench.window->focusWidget()));
    QTest::keyClick(bench.window.get(), Qt::Key_F6);
    QCOMPARE(bench.window->focusWidget(), rail);
}

void TestWindow::selectingACellExplainsItsFigure()
{
    Bench bench;
    auto* table = bench.find<QTableView>("optionsTable");
    table->setFocus();
    table->setCurrentIndex(table->model()->index(1, 5));
    QCOMPARE(bench.workspace.selection().option(), QStringLiteral("B"));
    QTRY_COMPARE(bench.find<QLabel>("explainedNumber")->text(), QStringLiteral("1,698"));
    QTRY_VERIFY(bench.find<QLabel>("explainedObject")->text().startsWith(QLatin1String("Azure NC40ads")));
    QTest::keyClick(table, Qt::Key_Down);
    QCOMPARE(bench.workspace.selection().option(), QStringLiteral("C"));
}

void TestWindow::copyPutsTheTreeOnTheClipboard()
{
    Bench bench;
    bench.workspace.selection().setFigure(QStringLiteral("B"), QStringLiteral("cost"));
    auto* panel = bench.find<ExplanationPanel>("explanationPanel");
    QTRY_VERIFY(!panel->plainText().isEmpty());
    QTest::mouseClick(bench.find<QPushButton>("copyExplanation"), Qt::LeftButton);
    QVERIFY(QApplication::clipboard()->text().contains(QLatin1String("Azure Retail Prices")));
}

void TestWindow::pinKeepsTheExplanation()
{
    Bench bench;
    bench.workspace.selection().setFigure(QStringLiteral("B"), QStringLiteral("cost"));
    auto* object = bench.find<QLabel>("explainedObject");
    QTRY_VERIFY(object->text().startsWith(QLatin1String("Azure")));
    bench.find<QAbstractButton>("pinExplanation")->click();
    bench.workspace.selection().setFigure(QStringLiteral("E"), QStringLiteral("cost"));
    QTest::qWait(20);
    QVERIFY(object->text().startsWith(QLatin1String("Azure")));
    bench.find<QAbstractButton>("pinExplanation")->click();
    QTRY_VERIFY(object->text().startsWith(QLatin1String("AWS")));
}

void TestWindow::paletteFindsAnOption()
{
    Bench bench;
    QTest::keyClick(bench.window.get(), Qt::Key_K, Qt::ControlModifier);
    auto* palette = bench.find<CommandPalette>("commandPalette");
    QVERIFY(palette != nullptr);
    auto* field = palette->findChild<QLineEdit*>(QStringLiteral("paletteField"));
    QTest::keyClicks(field, QStringLiteral("p5.48"));
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(bench.workspace.selection().option(), QStringLiteral("E"));
}

void TestWindow::horizonChangeIsUndoneByName()
{
    Bench bench;
    auto* horizon = bench.find<QComboBox>("horizon");
    const int row = horizon->findData(60);
    horizon->setCurrentIndex(row);
    emit horizon->activated(row);
    QCOMPARE(bench.workspace.plan().horizonMonths, 60);
    QVERIFY(bench.find<QAction>("undo")->text().contains(QLatin1String("horizon 3")));
    bench.trigger("undo");
    QCOMPARE(bench.workspace.plan().horizonMonths, 36);
    QCOMPARE(horizon->currentData().toInt(), 36);
}

void TestWindow::saveAsThenOpenGivesTheSamePlan()
{
    Bench bench;
    const model::Plan saved = bench.workspace.plan();
    bench.chosenPath = QStringLiteral("/plans/claims.wherewithal");
    bench.trigger("saveAs");
    QCOMPARE(bench.workspace.document().path(), bench.chosenPath);
    bench.workspace.document().replace(model::Plan{});
    bench.trigger("open");
    QVERIFY(bench.workspace.plan().workloads == saved.workloads);
    QCOMPARE(bench.workspace.plan().catalogueHash,
             std::string("5e21c0d4")); // the prices that the answer stood on
    QCOMPARE(bench.workspace.plan().letters.at("azure/B"), std::string("B"));
    QCOMPARE(bench.settings.get(Setting::RecentPlans).toStringList(), QStringList{bench.chosenPath});
}

void TestWindow::aFailedSaveIsShownInTheStatusBar()
{
    Bench bench;
    bench.chosenPath = QStringLiteral("/read-only/x.wherewithal");
    bench.trigger("saveAs");
    QVERIFY(bench.find<QLabel>("statusState")->text().contains(QLatin1String("cannot be written")));
    QVERIFY(bench.workspace.document().path().isEmpty());
}

void TestWindow::palettesSwitchWithoutRestart()
{
    Bench bench;
    bench.trigger("palette-light");
    const QImage light = bench.window->grab().toImage();
    bench.trigger("palette-dark");
    QCoreApplication::processEvents();
    const QImage dark = bench.window->grab().toImage();
    bench.trigger("palette-light");
    QVERIFY(light.pixelColor(20, 800).lightness() > 200);
    QVERIFY(dark.pixelColor(20, 800).lightness() < 60);
    QVERIFY(dark.pixelColor(700, 560).lightness() < 60);
}

void TestWindow::everyControlHasANameOrText()
{
    Bench bench;
    for (int number = 0; number < kPageCount; ++number) {
        bench.window->showPage(static_cast<PageId>(number));
        QCoreApplication::processEvents();
    }
    for (const QWidget* widget : bench.window->findChildren<QWidget*>()) {
        const bool isControl = widget->inherits("QLineEdit") || widget->inherits("QComboBox")
                               || widget->inherits("QTableView") || widget->inherits("QSlider")
                               || widget->inherits("QChartView") || widget->inherits("QTreeView");
        if (isControl && widget->parentWidget() != nullptr
            && !widget->parentWidget()->inherits("QComboBox")) {
            QVERIFY2(!widget->accessibleName().isEmpty(),
                     qPrintable(QString::fromLatin1(widget->metaObject()->className()) + QLatin1Char(' ')
                                + widget->objectName()));
        }
        if (const auto* button = qobject_cast<const QAbstractButton*>(widget);
            button != nullptr && button->isVisible()) {
            QVERIFY2(!button->text().isEmpty() || !button->accessibleName().isEmpty(),
                     qPrintable(button->objectName()));
        }
    }
}

QTEST_MAIN(TestWindow)
#include "tst_Window.moc"
