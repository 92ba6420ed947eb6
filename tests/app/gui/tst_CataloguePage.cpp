// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/MainWindow.h"
#include "app/gui/charts/PriceHistoryChart.h"
#include "app/gui/pages/CataloguePage.h"
#include "app/gui/pages/PriceFilters.h"
#include "app/gui/theme/Theme.h"
#include "app/gui/widgets/PricePanel.h"
#include "tests/app/support/CatalogueFixture.h"
#include "tests/app/support/Fixture.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <ctime>

using namespace wherewithal;
using namespace wherewithal::app;

namespace {

/// A window on the Catalogue page, searched once.
struct Bench
{
    explicit Bench(std::shared_ptr<const providers::PriceIndex> index = fixture::priceIndex(fixture::slice()),
                   bool waits = true)
        : switches(std::make_shared<fixture::CatalogueSwitches>())
        , workspace(engineOf(std::move(index), switches), fixture::memoryStorage(), settings)
    {
        window = std::make_unique<MainWindow>(workspace, Dialogs{});
        window->resize(1440, 900);
        window->show();
        QSignalSpy finished(&workspace.runner(), &SimulationRunner::finished);
        workspace.document().replace(fixture::plan());
        finished.wait(2000);
        window->showPage(PageId::Catalogue);
        page = qobject_cast<CataloguePage*>(window->page(PageId::Catalogue));
        table = find<QTableView>(QStringLiteral("priceTable"));
        search = find<QLineEdit>(QStringLiteral("catalogueSearch"));
        if (waits) {
            wait();
        }
    }
    static Engine engineOf(std::shared_ptr<const providers::PriceIndex> index,
                           std::shared_ptr<fixture::CatalogueSwitches> switches)
    {
        Engine engine = fixture::engine();
        engine.catalogue = fixture::catalogueService(std::move(index), std::move(switches));
        return engine;
    }
    void wait() const { QTRY_VERIFY(page->listState() == CataloguePage::ListState::Rows); }
    [[nodiscard]] int rows() const { return table->model()->rowCount(); }
    [[nodiscard]] QString cell(int row, PriceModel::Column column) const
    {
        return table->model()->index(row, static_cast<int>(column)).data().toString();
    }
    [[nodiscard]] QString text(const char* name) const
    {
        return find<QLabel>(QString::fromLatin1(name))->text();
    }
    template <typename T>
    [[nodiscard]] T* find(const QString& name) const
    {
        return window->findChild<T*>(name);
    }

    std::shared_ptr<fixture::CatalogueSwitches> switches;
    Settings settings{QString()};
    Workspace workspace;
    std::unique_ptr<MainWindow> window;
    CataloguePage* page = nullptr;
    QTableView* table = nullptr;
    QLineEdit* search = nullptr;
};

/// Longest time between two turns of the event loop, what a person feels as a stutter: by the clock, and as
/// processor time of this thread, which does not grow with whatever else the machine does.
class StallWatch : public QObject
{
public:
    StallWatch()
    {
        restart();
        startTimer(0);
    }
    [[nodiscard]] double worstByClock() const { return m_worstByClock; }
    [[nodiscard]] double worstByProcessor() const { return m_worstByProcessor; }
    void restart()
    {
        m_worstByClock = 0.0;
        m_worstByProcessor = 0.0;
        m_clock.restart();
        m_processor = processorMilliseconds();
    }

protected:
    void timerEvent(QTimerEvent* event) override
    {
        Q_UNUSED(event)
        const double processor = processorMilliseconds();
        m_worstByProcessor = std::max(m_worstByProcessor, processor - m_processor);
        m_processor = processor;
        m_worstByClock = std::max(m_worstByClock, static_cast<double>(m_clock.nsecsElapsed()) * 1e-6);
        m_clock.restart();
    }

private:
    static double processorMilliseconds()
    {
        timespec now{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
        return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) * 1e-6;
    }

    QElapsedTimer m_clock;
    double m_processor = 0.0;
    double m_worstByClock = 0.0;
    double m_worstByProcessor = 0.0;
};

} // namespace

class TestCataloguePage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void modelIsConsistent();
    void modelReadsWhatIsLookedAtAndForgetsTheRest();
    void modelOffersMoreAtTheEnd();
    void slashGoesToTheSearch();
    void wordsNarrowTheList();
    void nothingFoundOffersToClear();
    void workingIsSaidUntilTheFirstAnswer();
    void anErrorIsShownAndTriedAgain();
    void staleSearchesAreDropped();
    void filtersAreChipsThatKeysTakeAway();
    void aFilterIsAddedFromTheMenu();
    void aBoundIsTyped();
    void headersSortByTheRawValue();
    void shiftAddsASecondKey();
    void aRowFillsThePanel();
    void historyHasATable();
    void aPinnedPanelStays();
    void lettersOfThePlanStandBesideTheirPrices();
    void addToPlanIsUndone();
    void copiedRowsArePlainText();
    void exportIsWrittenInTheBackground();
    void changedPricesAreKeptOrRenewed();
    void everythingHasAName();
    void largeTextStaysWhole();
    void aMillionRowsDoNotStall();
};

void TestCataloguePage::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    installTheme(*qApp);
}

namespace {

/// An answer of the big index, straight from the service.
PriceAnswer bigAnswer(const std::shared_ptr<const providers::PriceIndex>& index)
{
    const auto service = fixture::catalogueService(index);
    return *service->search({}, {});
}

} // namespace

void TestCataloguePage::modelIsConsistent()
{
    PriceModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const PriceAnswer answer = bigAnswer(fixture::bigPriceIndex(1000));
    model.setAnswer(answer, *answer.result->lines(0, 100));
    QCOMPARE(model.rowCount(), 1000);
    QCOMPARE(model.index(500, 1).data().toString(), QStringLiteral("…")); // asks for it
    QTRY_VERIFY(model.index(500, 1).data().toString() != QStringLiteral("…"));
    model.clear();
    QCOMPARE(model.rowCount(), 0);
}

void TestCataloguePage::modelReadsWhatIsLookedAtAndForgetsTheRest()
{
    PriceModel model;
    const PriceAnswer answer = bigAnswer(fixture::bigPriceIndex(20'000));
    model.setAnswer(answer, {});
    for (int row = 0; row < model.rowCount(); row += PriceModel::kPageRows) {
        (void)model.index(row, 0).data();
        QTRY_VERIFY(model.line(row) != nullptr);
    }
    QVERIFY(model.line(0) == nullptr); // 157 pages passed, 48 are kept
    QVERIFY(model.line(model.rowCount() - 1) != nullptr);
    // Pages that only flew past are not read: of many asked for at once the last ones come.
    model.setAnswer(answer, {});
    for (int row = 0; row < model.rowCount(); row += PriceModel::kPageRows) {
        (void)model.index(row, 0).data();
    }
    QTRY_VERIFY(model.line(model.rowCount() - 1) != nullptr);
    QTest::qWait(50);
    QVERIFY(model.line(5000) == nullptr);
}

void TestCataloguePage::modelOffersMoreAtTheEnd()
{
    PriceModel model;
    // No model tester here: it fetches more while the model is being reset.
    const PriceAnswer answer = bigAnswer(fixture::bigPriceIndex(PriceModel::kRowsAtOnce + 77));
    model.setAnswer(answer, {});
    QCOMPARE(model.matches(), std::size_t{PriceModel::kRowsAtOnce + 77});
    QCOMPARE(model.rowCount(), PriceModel::kRowsAtOnce);
    QVERIFY(model.canFetchMore({}));
    model.fetchMore({});
    QCOMPARE(model.rowCount(), PriceModel::kRowsAtOnce + 77);
    QVERIFY(!model.canFetchMore({}));
}

void TestCataloguePage::slashGoesToTheSearch()
{
    const Bench bench;
    bench.find<QAction>(QStringLiteral("findOnPage"))->trigger();
    QCOMPARE(bench.window->focusWidget(), bench.search);
}

void TestCataloguePage::wordsNarrowTheList()
{
    const Bench bench;
    const int all = bench.rows();
    QVERIFY(all > 1);
    QTest::keyClicks(bench.search, QStringLiteral("p5.48"));
    QTRY_VERIFY(bench.rows() < all);
    for (int row = 0; row < bench.rows(); ++row) {
        QCOMPARE(bench.cell(row, PriceModel::Column::Machine), QStringLiteral("p5.48xlarge"));
    }
    QVERIFY(bench.search->accessibleDescription().contains(QLatin1String("match")));
    QVERIFY2(bench.text("priceRows").startsWith(QStringLiteral("Rows 1–")),
             qPrintable(bench.text("priceRows")));
    bench.search->clear();
    QTRY_COMPARE(bench.rows(), all);
}

void TestCataloguePage::nothingFoundOffersToClear()
{
    const Bench bench;
    const int all = bench.rows();
    QTest::keyClicks(bench.search, QStringLiteral("no such machine"));
    QTRY_VERIFY(bench.page->listState() == CataloguePage::ListState::Nothing);
    QCOMPARE(bench.text("priceMessageTitle"), QStringLiteral("No price matches."));
    auto* button = bench.find<QPushButton>(QStringLiteral("priceMessageButton"));
    QVERIFY(button->isVisible());
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_COMPARE(bench.rows(), all);
    QVERIFY(bench.search->text().isEmpty());
}

void TestCataloguePage::workingIsSaidUntilTheFirstAnswer()
{
    auto index = fixture::priceIndex(fixture::slice());
    const auto switches = std::make_shared<fixture::CatalogueSwitches>();
    switches->delayMilliseconds = 150;
    Settings settings{QString()};
    Workspace workspace(Bench::engineOf(index, switches), fixture::memoryStorage(), settings);
    workspace.document().replace(fixture::plan());
    CataloguePage page(workspace);
    page.resize(1000, 700);
    page.show();
    QTRY_VERIFY(page.listState() == CataloguePage::ListState::Working);
    QVERIFY(page.findChild<QLabel*>(QStringLiteral("priceMessageTitle"))
                ->text()
                .contains(QLatin1String("Reading")));
    QTRY_VERIFY(page.listState() == CataloguePage::ListState::Rows);
}

void TestCataloguePage::anErrorIsShownAndTriedAgain()
{
    const Bench bench;
    bench.switches->fails = true;
    QTest::keyClicks(bench.search, QStringLiteral("a"));
    QTRY_VERIFY(bench.page->listState() == CataloguePage::ListState::Failed);
    auto* message = bench.find<QWidget>(QStringLiteral("priceMessage"));
    bool saysWhy = false;
    for (const QLabel* label : message->findChildren<QLabel*>()) {
        saysWhy =
            saysWhy || label->text().contains(QLatin1String("the disk does not answer. try it once more"));
    }
    QVERIFY(saysWhy);
    bench.switches->fails = false;
    QTest::mouseClick(bench.find<QPushButton>(QStringLiteral("priceMessageButton")), Qt::LeftButton);
    bench.wait();
}

void TestCataloguePage::staleSearchesAreDropped()
{
    const Bench bench;
    bench.switches->delayMilliseconds = 60;
    bench.page->filters()->setWords(QStringLiteral("azure"));
    QTest::qWait(10);
    bench.page->filters()->setWords(QStringLiteral("gcp"));
    QTRY_COMPARE(bench.cell(0, PriceModel::Column::Provider), QStringLiteral("Google Cloud"));
    QTest::qWait(120); // the first answer, if it came, would show now
    QCOMPARE(bench.cell(0, PriceModel::Column::Provider), QStringLiteral("Google Cloud"));
}

void TestCataloguePage::filtersAreChipsThatKeysTakeAway()
{
    const Bench bench;
    auto* strip = bench.find<FilterStrip>(QStringLiteral("priceFilters"));
    QCOMPARE(strip->filters().size(), 2); // machines, as of the plan's day
    QCOMPARE(strip->filters()[1].text, QStringLiteral("As of 2026-11-22"));
    QWidget* chip = strip->chip(QStringLiteral("as-of"));
    chip->setFocus();
    QTest::keyClick(chip, Qt::Key_Delete);
    QTRY_COMPARE(strip->filters().size(), 1);
    QVERIFY(bench.page->filters()->question().query.asOf.empty());
    auto* clear = bench.find<QToolButton>(QStringLiteral("clearFilters"));
    QTest::mouseClick(clear, Qt::LeftButton);
    QVERIFY(strip->filters().isEmpty());
    QVERIFY(!clear->isVisible());
}

void TestCataloguePage::aFilterIsAddedFromTheMenu()
{
    const Bench bench;
    QTRY_VERIFY(bench.find<FilterStrip>(QStringLiteral("priceFilters")) != nullptr);
    QTest::mouseClick(bench.find<QPushButton>(QStringLiteral("addFilter")), Qt::LeftButton);
    auto* menu = bench.find<QMenu>(QStringLiteral("filterMenu-provider"));
    QVERIFY(menu != nullptr);
    QTRY_VERIFY(!menu->isEmpty());
    for (QAction* action : menu->actions()) {
        if (action->text().startsWith(QLatin1String("azure"))) {
            action->trigger();
        }
    }
    QTRY_VERIFY(bench.rows() > 0
                && bench.cell(bench.rows() - 1, PriceModel::Column::Provider) == QStringLiteral("Azure"));
    QCOMPARE(bench.cell(0, PriceModel::Column::Provider), QStringLiteral("Azure"));
    bench.find<QMenu>(QStringLiteral("filterMenu"))->close();
}

void TestCataloguePage::aBoundIsTyped()
{
    const Bench bench;
    bench.page->filters()->change([](PriceQuestion& question) { question.query.priceEach.most = 100.0; });
    auto* strip = bench.find<FilterStrip>(QStringLiteral("priceFilters"));
    auto* chip = qobject_cast<QAbstractButton*>(strip->chip(QStringLiteral("each")));
    QCOMPARE(chip->text(), QStringLiteral("Each ≤ 100 USD/h"));
    chip->click();
    auto* menu = bench.find<QMenu>(QStringLiteral("filterMenu"));
    auto* edit = menu->findChild<QLineEdit*>(QStringLiteral("filterValue"));
    QTest::keyClicks(edit, QStringLiteral("many"));
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(bench.page->filters()->question().query.priceEach.most,
             std::optional(100.0)); // no number: nothing changes
    edit->clear();
    QTest::keyClicks(edit, QStringLiteral("7.5"));
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(bench.page->filters()->question().query.priceEach.most, std::optional(7.5));
}

void TestCataloguePage::headersSortByTheRawValue()
{
    const Bench bench;
    const auto column = static_cast<int>(PriceModel::Column::Price);
    QHeaderView* header = bench.table->horizontalHeader();
    const QPoint at(header->sectionViewportPosition(column) + header->sectionSize(column) / 2,
                    header->height() / 2);
    const auto values = [&] {
        QList<double> prices;
        for (int row = 0; row < bench.rows(); ++row) {
            prices.append(bench.table->model()->index(row, column).data(SortRole).toDouble());
        }
        return prices;
    };
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, at);
    const auto isSorted = [&] {
        const QList<double> now = values();
        return std::is_sorted(now.cbegin(), now.cend()) || std::is_sorted(now.crbegin(), now.crend());
    };
    QTRY_VERIFY(isSorted());
    const QList<double> first = values();
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, at);
    QTRY_VERIFY(values() != first);
    QList<double> reversed(first.crbegin(), first.crend());
    QTRY_COMPARE(values(), reversed);
}

void TestCataloguePage::shiftAddsASecondKey()
{
    const Bench bench;
    bench.page->filters()->setSort({{.column = providers::PriceColumn::Provider, .isDescending = true}});
    const auto column = static_cast<int>(PriceModel::Column::Price);
    QHeaderView* header = bench.table->horizontalHeader();
    const QPoint at(header->sectionViewportPosition(column) + header->sectionSize(column) / 2,
                    header->height() / 2);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, Qt::ShiftModifier, at);
    const auto& sort = bench.page->filters()->question().query.sort;
    QCOMPARE(sort.size(), std::size_t{2});
    QCOMPARE(static_cast<int>(sort[0].column), static_cast<int>(providers::PriceColumn::Provider));
    QCOMPARE(static_cast<int>(sort[1].column), static_cast<int>(providers::PriceColumn::Price));
}

void TestCataloguePage::aRowFillsThePanel()
{
    const Bench bench;
    auto* panel = bench.find<PricePanel>(QStringLiteral("pricePanel"));
    QVERIFY(panel->isVisible());
    QCOMPARE(bench.text("priceObject"), QStringLiteral("No price is selected."));
    bench.table->setFocus();
    bench.table->setCurrentIndex(bench.table->model()->index(1, 2));
    QTRY_VERIFY(panel->detail().has_value());
    QCOMPARE(bench.text("priceObject"), bench.cell(1, PriceModel::Column::Machine));
    const double hourly =
        bench.table->model()->index(1, static_cast<int>(PriceModel::Column::Price)).data(SortRole).toDouble();
    QCOMPARE(bench.text("priceNumber"), Format().number(hourly, 4));
    QVERIFY(bench.text("priceMonth")
                .startsWith(Format().number(hourly * 730.0, 2) + QStringLiteral(" USD a month")));
    auto* origin = bench.find<QTableView>(QStringLiteral("priceOrigin"));
    QStringList values;
    for (int row = 0; row < origin->model()->rowCount(); ++row) {
        values.append(origin->model()->index(row, 1).data().toString());
    }
    QVERIFY(values.contains(QStringLiteral("2,214")));
    QVERIFY(values.contains(QStringLiteral("1 Hour")));
    QVERIFY(bench.find<QTableView>(QStringLiteral("otherWays"))->model()->rowCount() > 0);
    // F6 goes on to the panel.
    bench.find<QAction>(QStringLiteral("nextRegion"))->trigger();
    QVERIFY(panel->isAncestorOf(bench.window->focusWidget()));
    // Another page has its explanation again.
    bench.window->showPage(PageId::Compare);
    QVERIFY(!panel->isVisible());
}

void TestCataloguePage::historyHasATable()
{
    const Bench bench;
    bench.table->setCurrentIndex(bench.table->model()->index(0, 2));
    auto* chart = bench.find<PriceHistoryChart>(QStringLiteral("priceHistory"));
    QTRY_COMPARE(chart->history().size(), std::size_t{3});
    QVERIFY(chart->isVisible());
    QVERIFY(!chart->accessibleDescription().isEmpty());
    auto* table = bench.find<QTableView>(QStringLiteral("historyPoints"));
    QVERIFY(!table->isVisible());
    QTest::mouseClick(bench.find<QToolButton>(QStringLiteral("historyTable")), Qt::LeftButton);
    QVERIFY(table->isVisible());
    QVERIFY(!chart->isVisible());
    QCOMPARE(table->model()->rowCount(), 3);
    QCOMPARE(table->model()->index(0, 0).data().toString(), QStringLiteral("2024-06-01"));
}

void TestCataloguePage::aPinnedPanelStays()
{
    const Bench bench;
    bench.table->setCurrentIndex(bench.table->model()->index(0, 2));
    const QString first = bench.text("priceObject");
    bench.find<QToolButton>(QStringLiteral("pinPrice"))->click();
    bench.table->setCurrentIndex(bench.table->model()->index(bench.rows() - 1, 2));
    QVERIFY(bench.cell(bench.rows() - 1, PriceModel::Column::Machine) != first);
    QCOMPARE(bench.text("priceObject"), first);
}

void TestCataloguePage::lettersOfThePlanStandBesideTheirPrices()
{
    PriceModel model;
    const PriceAnswer answer = bigAnswer(fixture::priceIndex(fixture::slice()));
    const auto lines = *answer.result->lines(0, 10);
    model.setAnswer(answer, lines);
    const providers::PriceRow& row = lines[1].price();
    model.setPlanOffers({{.letter = "B",
                          .provider = row.provider,
                          .region = row.region,
                          .machine = row.machine,
                          .purchase = row.purchase,
                          .termMonths = row.termMonths}});
    QCOMPARE(model.index(1, 0).data(LetterRole).toString(), QStringLiteral("B"));
    QVERIFY(model.index(0, 0).data(LetterRole).toString().isEmpty());
    QCOMPARE(model.index(1, 0).data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("Option B of the plan"));
}

void TestCataloguePage::addToPlanIsUndone()
{
    const Bench bench;
    auto* add = bench.find<QPushButton>(QStringLiteral("addToPlan"));
    QVERIFY(!add->isEnabled());
    const auto before = bench.workspace.plan().candidates;
    bench.table->setCurrentIndex(bench.table->model()->index(0, 2));
    QTRY_VERIFY(add->isEnabled());
    const QString machine = bench.cell(0, PriceModel::Column::Machine);
    QTest::mouseClick(add, Qt::LeftButton);
    const auto after = bench.workspace.plan().candidates;
    QCOMPARE(after.size(), before.size() + 1);
    QCOMPARE(QString::fromStdString(after.back().machine.text()), machine);
    auto* undo = bench.find<QAction>(QStringLiteral("undo"));
    QVERIFY(undo->text().contains(machine));
    undo->trigger();
    QVERIFY(bench.workspace.plan().candidates == before);
}

void TestCataloguePage::copiedRowsArePlainText()
{
    const Bench bench;
    bench.table->setFocus();
    bench.table->selectRow(0);
    QTest::mouseClick(bench.find<QPushButton>(QStringLiteral("copyRows")), Qt::LeftButton);
    const QStringList lines = QApplication::clipboard()->text().split(QLatin1Char('\n'));
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines[0].count(QLatin1Char('\t')), PriceModel::kColumns - 1);
    QVERIFY(lines[1].contains(bench.cell(0, PriceModel::Column::Machine)));
    QCOMPARE(bench.text("priceSelected"), QStringLiteral("1 selected"));
}

void TestCataloguePage::exportIsWrittenInTheBackground()
{
    const Bench bench;
    const QTemporaryDir folder;
    QString path = folder.filePath(QStringLiteral("prices.csv"));
    bench.page->setChoices({.exportTo = [&path](QWidget*) { return path; },
                            .openFile =
                                [](const QString&) {
                                }});
    auto* button = bench.find<QPushButton>(QStringLiteral("exportPrices"));
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_VERIFY(bench.text("priceSelected").contains(QLatin1String("rows written")));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().count('\n'), bench.rows() + 1);
    path = folder.filePath(QStringLiteral("missing/prices.csv"));
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_VERIFY(bench.text("priceSelected").startsWith(QLatin1String("Not exported")));
}

void TestCataloguePage::changedPricesAreKeptOrRenewed()
{
    Bench bench;
    auto* bar = bench.find<QWidget>(QStringLiteral("changedPrices"));
    QVERIFY(!bar->isVisible());
    // The plan stood on another price than the one that is used now.
    const simulator::Comparison& now = *bench.workspace.comparison();
    QVERIFY(!now.prices.empty());
    model::Plan plan = bench.workspace.plan();
    plan.pricesUsed = {now.prices.front().price};
    plan.pricesUsed[0].amount = model::Decimal(123456, -3);
    bench.workspace.document().replace(plan);
    QTRY_VERIFY(bar->isVisible());
    QVERIFY(bench.text("changedPricesText").contains(QLatin1String("123.46")));
    QTest::mouseClick(bench.find<QPushButton>(QStringLiteral("keepPrices")), Qt::LeftButton);
    QVERIFY(bench.switches->keepsPrices);
    QVERIFY(bench.text("changedPricesText").contains(QLatin1String("recorded")));
    QTest::mouseClick(bench.find<QPushButton>(QStringLiteral("renewPrices")), Qt::LeftButton);
    QVERIFY(!bench.switches->keepsPrices);
    QVERIFY(!bar->isVisible());
    QTRY_VERIFY(!bench.workspace.runner().isStale());
    QVERIFY(bench.workspace.catalogue().changedPrices().empty());
}

void TestCataloguePage::everythingHasAName()
{
    const Bench bench;
    bench.table->setCurrentIndex(bench.table->model()->index(0, 2));
    QTRY_VERIFY(bench.find<PricePanel>(QStringLiteral("pricePanel"))->detail().has_value());
    QList<QWidget*> widgets = bench.page->findChildren<QWidget*>();
    widgets += bench.find<PricePanel>(QStringLiteral("pricePanel"))->findChildren<QWidget*>();
    for (QWidget* widget : widgets) {
        const bool isControl = widget->focusPolicy() != Qt::NoFocus && widget->isVisible()
                               && !widget->objectName().startsWith(QLatin1String("qt_"));
        if (!isControl || qobject_cast<QLabel*>(widget) != nullptr) {
            continue;
        }
        const auto* button = qobject_cast<QAbstractButton*>(widget);
        const bool isNamed =
            !widget->accessibleName().isEmpty() || (button != nullptr && !button->text().isEmpty());
        QVERIFY2(isNamed || widget->parentWidget()->inherits("QAbstractScrollArea"),
                 qPrintable(QString::fromLatin1(widget->metaObject()->className()) + widget->objectName()));
    }
}

void TestCataloguePage::largeTextStaysWhole()
{
    setFontScale(1.5);
    const Bench bench;
    bench.table->setCurrentIndex(bench.table->model()->index(0, 2));
    QCoreApplication::processEvents();
    auto* strip = bench.find<FilterStrip>(QStringLiteral("priceFilters"));
    for (const QWidget* part : strip->findChildren<QWidget*>()) {
        QVERIFY(!part->isVisible() || strip->rect().contains(part->geometry()));
    }
    setFontScale(1.0);
}

void TestCataloguePage::aMillionRowsDoNotStall()
{
    const Bench bench(fixture::bigPriceIndex(1'200'000));
    StallWatch watch;
    double worst = 0.0;
    const auto settle = [&](const char* what) {
        QTRY_VERIFY(!bench.page->isSearching());
        QTest::qWait(80);
        qInfo("%-28s longest turn of the event loop %5.1f ms of processor, %5.1f ms by the clock (%s)",
              what,
              watch.worstByProcessor(),
              watch.worstByClock(),
              qPrintable(bench.search->accessibleDescription()));
        worst = std::max(worst, watch.worstByProcessor());
        watch.restart();
    };
    settle("first list");
    settle("nothing at all");
    bench.page->filters()->change(
        [](PriceQuestion& question) { question.query.kind = providers::PriceKind::Any; });
    settle("all 1.2 million");
    QScrollBar* bar = bench.table->verticalScrollBar();
    for (int step = 0; step < 120; ++step) {
        bar->setValue(bar->maximum() * (step * 37 % 120) / 120);
        QTest::qWait(4);
    }
    settle("scrolled to 120 places");
    bar->setValue(bar->maximum());
    QTest::qWait(50);
    QVERIFY(bench.rows() > PriceModel::kRowsAtOnce); // the end offers more
    settle("more at the end");
    QTest::keyClicks(bench.search, QStringLiteral("m12 region-7 spot"), Qt::NoModifier, 5);
    QTRY_VERIFY(bench.rows() < 100'000);
    settle("typed a search");
    bench.page->filters()->setSort({{.column = providers::PriceColumn::Price, .isDescending = true}});
    settle("sorted by price");
    bench.search->clear();
    settle("all again, sorted by price");
    qInfo("longest of all: %.1f ms of processor", worst);
    QVERIFY2(worst < 60.0, "the list blocks the window"); // the bar is 16 ms in a release build
}

QTEST_MAIN(TestCataloguePage)
#include "tst_CataloguePage.moc"
