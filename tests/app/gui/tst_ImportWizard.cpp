// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/MainWindow.h"
#include "app/gui/dialogs/ImportWizard.h"
#include "app/gui/dialogs/SheetsDialog.h"
#include "app/gui/models/Roles.h"
#include "app/gui/pages/CataloguePage.h"
#include "app/gui/theme/Theme.h"
#include "app/gui/widgets/RuledTable.h"
#include "app/session/LocalCatalogue.h"
#include "tests/app/support/Fixture.h"
#include "tests/providers/prices/ZipBytes.h"
#include "tests/support/SyntheticOffers.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QComboBox>
#include <QElapsedTimer>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace wherewithal;
using namespace wherewithal::app;

namespace {

const QByteArray kTable = "machine,region,vcpus,memory_gib,price_per_hour,currency\n"
                          "zeppelin.small,north,2,8,0.10,USD\n"
                          "zeppelin.large,north,8,32,0.40,USD\n"
                          "zeppelin.large,south,8,32,none at all,USD\n";

/// A window with a real catalogue in a folder of its own, and the wizard on files written there.
struct Bench
{
    Bench()
        : workspace(engineIn(folder), fixture::memoryStorage(), settings)
        , window(workspace, Dialogs{})
    {
        window.resize(1440, 900);
        window.show();
        workspace.document().replace(fixture::plan());
    }
    static Engine engineIn(const QTemporaryDir& folder)
    {
        Engine engine = fixture::engine();
        CatalogueFiles files;
        files.importsGoTo = folder.filePath(QStringLiteral("catalogue.sqlite")).toStdString();
        files.mappings = folder.filePath(QStringLiteral("mappings")).toStdString();
        files.today = [] {
            return std::string("2026-11-20"); // prices without a day hold from then on: before the plan's
        };
        engine.catalogue = std::make_shared<const CatalogueService>(
            localCatalogueService(std::make_shared<LocalCatalogue>(std::move(files))));
        return engine;
    }
    [[nodiscard]] QString write(const QString& name, const QByteArray& text) const
    {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly)) {
            qFatal("cannot write");
        }
        file.write(text);
        return file.fileName();
    }
    [[nodiscard]] QString writeOffers(std::uint64_t bytes) const
    {
        QFile file(folder.filePath(QStringLiteral("offers.csv")));
        if (!file.open(QIODevice::WriteOnly)) {
            qFatal("cannot write");
        }
        testing::writeSyntheticEc2Csv(bytes, 3, [&](std::string_view piece) {
            file.write(piece.data(), static_cast<qint64>(piece.size()));
        });
        return file.fileName();
    }
    ImportWizard* open(const QStringList& paths, ImportChoices choices = {})
    {
        wizard = openImportWizard(workspace, paths, &window, std::move(choices));
        return wizard;
    }
    template <typename T>
    [[nodiscard]] T* find(const char* name) const
    {
        return wizard->findChild<T*>(QString::fromLatin1(name));
    }
    [[nodiscard]] QString text(const char* name) const { return find<QLabel>(name)->text(); }
    [[nodiscard]] QPushButton* next() const { return find<QPushButton>("importNext"); }
    /// Presses Next and waits for the step to be done.
    void goOn(ImportStep to) const
    {
        QTRY_VERIFY(next()->isEnabled());
        QTest::mouseClick(next(), Qt::LeftButton);
        QVERIFY2(wizard->step() == to, qPrintable(QString::number(static_cast<int>(wizard->step()))));
        QTRY_VERIFY_WITH_TIMEOUT(!wizard->isBusy(), 20'000);
    }
    [[nodiscard]] StepButton::State state(ImportStep step) const
    {
        return wizard->findChild<StepRail*>()->step(step)->state();
    }
    [[nodiscard]] QString error() const
    {
        auto* strip = wizard->findChild<ErrorStrip*>();
        return strip->isVisible() ? strip->text() : QString();
    }
    [[nodiscard]] std::size_t found(const char* words) const
    {
        PriceQuestion question;
        question.query.words = words;
        return workspaceService().search(question, {})->result->size();
    }
    [[nodiscard]] const CatalogueService& workspaceService() const
    {
        return *const_cast<Workspace&>(workspace).catalogue().service(); // NOLINT: asks only
    }

    QTemporaryDir folder;
    Settings settings{QString()};
    Workspace workspace;
    MainWindow window;
    ImportWizard* wizard = nullptr;
};

} // namespace

class TestImportWizard : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void asksForFilesFirst();
    void walksThroughAllSteps();
    void committedPricesReachThePage();
    void aRejectedRowIsListedWithLineAndFix();
    void aWrongFileIsRefusedByName_data();
    void aWrongFileIsRefusedByName();
    void aMissingFileIsAnError();
    void anEmptyFileIsAnError();
    void detectionIsOverruled();
    void aMappingIsChangedAndSaved();
    void anIncompleteMappingCannotGoOn();
    void aLaterSheetIsComparedWithTheLast();
    void escapeCancelsTheCheckAndKeepsTheCatalogue();
    void escapeCancelsTheCommitAndKeepsTheCatalogue();
    void closingWhileBusyCancels();
    void aFolderWithoutPermissionIsSaidInPlace();
    void aMissingCurrencyIsSetAtAClick();
    void rowsWithoutADaySayFromWhenTheyHold();
    void aWorksheetIsChosen();
    void aFullDiskIsSaidAndTheOldPricesStay();
    void filesAreDropped();
    void aSecondOpenTakesTheIdleWizard();
    void sheetsAreListedComparedAndRemoved();
    void recognisesPriceSheets();
    void everythingHasAName();
};

void TestImportWizard::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    installTheme(*qApp);
}

void TestImportWizard::asksForFilesFirst()
{
    Bench bench;
    QStringList offered{bench.write(QStringLiteral("zeppelin.csv"), kTable)};
    bench.open({},
               {.files = [&](QWidget*) { return offered; },
                .folder =
                    [](QWidget*) {
                        return QString();
                    }});
    QVERIFY(bench.wizard->step() == ImportStep::Files);
    QVERIFY(!bench.next()->isEnabled());
    QVERIFY(!bench.wizard->isModal());
    QTest::mouseClick(bench.find<QPushButton>("importAddFiles"), Qt::LeftButton);
    QVERIFY(bench.wizard->step() == ImportStep::Detect);
    QTRY_VERIFY(bench.state(ImportStep::Detect) == StepButton::State::Done);
    QTest::mouseClick(bench.find<QPushButton>("importBack"), Qt::LeftButton);
    QVERIFY(bench.wizard->step() == ImportStep::Files);
    QCOMPARE(bench.find<QTableView>("importFiles")->model()->rowCount(), 1);
    QTest::mouseClick(bench.find<QPushButton>("importRemoveFile"), Qt::LeftButton);
    QVERIFY(!bench.next()->isEnabled());
}

void TestImportWizard::walksThroughAllSteps()
{
    Bench bench;
    bench.open({bench.writeOffers(2'000'000)});
    QTRY_VERIFY(bench.state(ImportStep::Detect) == StepButton::State::Done);
    QCOMPARE(bench.find<QComboBox>("importFormat")->currentText(), QStringLiteral("AWS offer file, CSV"));
    QVERIFY(bench.find<QTableView>("importHead")->model()->rowCount() > 0);
    bench.goOn(ImportStep::Preview);
    auto* preview = bench.find<QTableView>("importPreview");
    QCOMPARE(preview->model()->rowCount(), 200);
    const QAbstractItemModelTester tester(preview->model(),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(!bench.find<QLineEdit>("importDay")->placeholderText().startsWith(QLatin1String("unknown")));
    bench.goOn(ImportStep::Map);
    QVERIFY(bench.text("importMapFixed").contains(QLatin1String("nothing to map")));
    bench.goOn(ImportStep::Check);
    QVERIFY(bench.error().isEmpty());
    QVERIFY(bench.next()->text().contains(QLatin1String("offers")));
    QVERIFY(bench.text("importWhat").contains(QLatin1String("Checked")));
    QVERIFY(
        !QFile::exists(bench.folder.filePath(QStringLiteral("catalogue.sqlite")))); // nothing is stored yet
    bench.goOn(ImportStep::Commit);
    QVERIFY(bench.text("importAnswer").contains(QLatin1String("new prices")));
    QVERIFY(bench.find<QTableView>("importResult")->model()->rowCount() > 4);
    QCOMPARE(bench.next()->text().remove(QLatin1Char('&')), QStringLiteral("Close"));
    QPointer<ImportWizard> open = bench.wizard;
    QTest::mouseClick(bench.next(), Qt::LeftButton);
    QTRY_VERIFY(open.isNull());
}

void TestImportWizard::committedPricesReachThePage()
{
    Bench bench;
    bench.window.showPage(PageId::Catalogue);
    auto* page = qobject_cast<CataloguePage*>(bench.window.page(PageId::Catalogue));
    QTRY_VERIFY_WITH_TIMEOUT(page->listState() == CataloguePage::ListState::Rows, 10'000);
    auto* search = bench.window.findChild<QLineEdit*>(QStringLiteral("catalogueSearch"));
    QTest::keyClicks(search, QStringLiteral("zeppelin"));
    QTRY_VERIFY(page->listState() == CataloguePage::ListState::Nothing);
    bench.open({bench.write(QStringLiteral("zeppelin.csv"), kTable)});
    for (const ImportStep step :
         {ImportStep::Preview, ImportStep::Map, ImportStep::Check, ImportStep::Commit}) {
        bench.goOn(step);
    }
    QTRY_VERIFY(page->listState() == CataloguePage::ListState::Rows);
    QCOMPARE(bench.window.findChild<QTableView*>(QStringLiteral("priceTable"))->model()->rowCount(), 2);
    QCOMPARE(
        bench.settings.sheetFile(QString::fromStdString(bench.workspaceService().sheets()->front().name)),
        bench.folder.filePath(QStringLiteral("zeppelin.csv")));
}

void TestImportWizard::aRejectedRowIsListedWithLineAndFix()
{
    Bench bench;
    bench.open({bench.write(QStringLiteral("zeppelin.csv"), kTable)});
    for (const ImportStep step : {ImportStep::Preview, ImportStep::Map, ImportStep::Check}) {
        bench.goOn(step);
    }
    const QAbstractItemModel* issues = bench.find<QTableView>("importIssues")->model();
    QVERIFY(issues->rowCount() >= 1);
    QCOMPARE(issues->index(0, 1).data().toString(), QStringLiteral("4"));
    QVERIFY(issues->index(0, 3).data().toString().contains(QLatin1String("none at all")));
    QVERIFY(issues->index(0, 4).data(SecondLineRole).toString().startsWith(QLatin1String("Left out.")));
    QVERIFY(bench.next()->text().contains(QLatin1String("2 offers")));
}

void TestImportWizard::aWrongFileIsRefusedByName_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("advice");
    QTest::newRow("index of services") << QByteArray(
        R"({"formatVersion":"v1.0","offers":{"AmazonEC2":{"offerCode":"AmazonEC2","versionIndexUrl":"/a","currentVersionUrl":"/b"}}})")
                                       << QStringLiteral("AWS index of services")
                                       << QStringLiteral("currentVersionUrl");
    QTest::newRow("calculator feed") << QByteArray(
        R"({"manifest":{"serviceId":"ec2"},"sets":{},"regions":{"US East":{"x":{"rateCode":"A.B.C","price":"0.1"}}}})")
                                     << QStringLiteral("AWS pricing-calculator feed")
                                     << QStringLiteral("offer file");
    QTest::newRow("cost export") << QByteArray("SubscriptionId,UsageDateTime,MeterCategory,MeterId,Quantity,"
                                               "Cost,ResourceGroup\n1,2026-01-01,VM,x,1,2,g\n")
                                 << QStringLiteral("Azure cost export") << QStringLiteral("price sheet");
    QTest::newRow("web page") << QByteArray("<!DOCTYPE html><html><body>Sign in</body></html>")
                              << QStringLiteral("web page") << QStringLiteral("download the file itself");
    QTest::newRow("a letter") << QByteArray("Dear Sir or Madam, thank you for your order.")
                              << QStringLiteral("no row below the header") << QStringLiteral("another file");
}

void TestImportWizard::aWrongFileIsRefusedByName()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, kind);
    QFETCH(const QString, advice);
    Bench bench;
    bench.open({bench.write(QStringLiteral("download"), bytes)});
    QTRY_VERIFY(bench.state(ImportStep::Detect) == StepButton::State::Failed);
    QVERIFY2(bench.error().contains(kind, Qt::CaseInsensitive), qPrintable(bench.error()));
    QVERIFY2(bench.error().contains(advice, Qt::CaseInsensitive), qPrintable(bench.error()));
    QVERIFY(!bench.next()->isEnabled());
}

void TestImportWizard::aMissingFileIsAnError()
{
    Bench bench;
    bench.open({bench.folder.filePath(QStringLiteral("gone.csv"))});
    QTRY_VERIFY(bench.state(ImportStep::Detect) == StepButton::State::Failed);
    QVERIFY2(bench.error().contains(QLatin1String("gone.csv")), qPrintable(bench.error()));
}

void TestImportWizard::anEmptyFileIsAnError()
{
    Bench bench;
    bench.open({bench.write(QStringLiteral("empty.csv"), {})});
    QTRY_VERIFY(bench.state(ImportStep::Detect) == StepButton::State::Failed);
    QVERIFY(!bench.error().isEmpty());
    QVERIFY(!bench.next()->isEnabled());
}

void TestImportWizard::detectionIsOverruled()
{
    Bench bench;
    bench.open({bench.write(QStringLiteral("preise.csv"),
                            "Preisliste;;\nMaschine;Standort;Preis\nZeppelin L;Nord;1,50\n")});
    QTRY_VERIFY(!bench.wizard->isBusy());
    auto* format = bench.find<QComboBox>("importFormat");
    if (format->currentData().toString() != QLatin1String("csv")) {
        format->setCurrentIndex(format->findData(QStringLiteral("csv")));
        QTRY_VERIFY(!bench.wizard->isBusy());
    }
    auto* header = bench.find<QSpinBox>("importHeaderLine");
    QVERIFY(header->isVisible());
    header->setValue(2);
    QTRY_VERIFY(bench.state(ImportStep::Detect) == StepButton::State::Done);
    QCOMPARE(bench.find<QTableView>("importHead")->model()->headerData(0, Qt::Horizontal).toString(),
             QStringLiteral("Maschine"));
    auto* currency = bench.find<QComboBox>("importCurrency");
    currency->setCurrentIndex(currency->findText(QStringLiteral("EUR")));
    QTRY_VERIFY(!bench.wizard->isBusy());
    QCOMPARE(bench.wizard->request().currency, std::string("EUR"));
    bench.goOn(ImportStep::Preview);
    const QAbstractItemModel* preview = bench.find<QTableView>("importPreview")->model();
    QCOMPARE(preview->rowCount(), 1);
    QCOMPARE(preview->index(0, 7).data().toString(), QStringLiteral("1.500000"));
    QCOMPARE(preview->headerData(7, Qt::Horizontal).toString(), QStringLiteral("EUR/h"));
}

void TestImportWizard::aMappingIsChangedAndSaved()
{
    Bench bench;
    const QString path = bench.write(QStringLiteral("odd.csv"), "a,b,c\nzeppelin.x,0.25,north\n");
    bench.open({path});
    QTRY_VERIFY(!bench.wizard->isBusy());
    auto* format = bench.find<QComboBox>("importFormat");
    format->setCurrentIndex(format->findData(QStringLiteral("csv")));
    QTRY_VERIFY(bench.state(ImportStep::Detect) == StepButton::State::Done);
    bench.goOn(ImportStep::Preview);
    QVERIFY(!bench.error().isEmpty()); // nothing says which column is the price
    QTest::mouseClick(bench.next(), Qt::LeftButton);
    QVERIFY(bench.wizard->step() == ImportStep::Map);
    const auto choose = [&](const char* target, const char* column) {
        auto* box = bench.find<QComboBox>(target);
        box->setCurrentIndex(box->findData(QString::fromLatin1(column)));
    };
    choose("map-machine", "a");
    choose("map-price_hour", "b");
    choose("map-region", "c");
    auto* currency = bench.find<QComboBox>("importCurrency");
    Q_UNUSED(currency)
    bench.find<QLineEdit>("mapName")->setText(QStringLiteral("odd lists"));
    QTest::mouseClick(bench.find<QPushButton>("mapSave"), Qt::LeftButton);
    QVERIFY(bench.text("mapSaveResult").contains(QLatin1String("Saved")));
    QVERIFY(bench.find<QComboBox>("mapReuse")->findText(QStringLiteral("odd lists")) > 0);
    QVERIFY(bench.next()->isEnabled());
    QCOMPARE(bench.wizard->request().mapping->columns.at(providers::Target::PriceHour), std::string("b"));
}

void TestImportWizard::anIncompleteMappingCannotGoOn()
{
    Bench bench;
    bench.open({bench.write(QStringLiteral("zeppelin.csv"), kTable)});
    bench.goOn(ImportStep::Preview);
    bench.goOn(ImportStep::Map);
    QVERIFY(bench.next()->isEnabled());
    bench.find<QComboBox>("map-price_hour")->setCurrentIndex(0);
    QVERIFY(!bench.next()->isEnabled());
    QVERIFY(bench.error().contains(QLatin1String("which column holds the price")));
}

void TestImportWizard::aLaterSheetIsComparedWithTheLast()
{
    Bench bench;
    bench.open({bench.write(QStringLiteral("zeppelin.csv"), kTable)});
    for (const ImportStep step :
         {ImportStep::Preview, ImportStep::Map, ImportStep::Check, ImportStep::Commit}) {
        bench.goOn(step);
    }
    bench.wizard->close();
    QByteArray later = kTable;
    later.replace("0.40", "0.50").replace("none at all", "0.44");
    bench.open({bench.write(QStringLiteral("zeppelin.csv"), later)});
    for (const ImportStep step : {ImportStep::Preview, ImportStep::Map, ImportStep::Check}) {
        bench.goOn(step);
    }
    const QAbstractItemModel* counts = bench.find<QTableView>("changeCounts")->model();
    QStringList numbers;
    for (int row = 0; row < counts->rowCount(); ++row) {
        numbers.append(counts->index(row, 2).data().toString());
    }
    // new, lower, higher, withdrawn, unchanged
    QCOMPARE(numbers,
             (QStringList{QStringLiteral("1"),
                          QStringLiteral("0"),
                          QStringLiteral("1"),
                          QStringLiteral("0"),
                          QStringLiteral("1")}));
    const QAbstractItemModel* largest = bench.find<QTableView>("largestChanges")->model();
    QCOMPARE(largest->index(0, 1).data().toString(), QStringLiteral("+25 %"));
}

void TestImportWizard::escapeCancelsTheCheckAndKeepsTheCatalogue()
{
    Bench bench;
    bench.open({bench.writeOffers(80'000'000)});
    bench.goOn(ImportStep::Preview);
    bench.goOn(ImportStep::Map);
    QTest::mouseClick(bench.next(), Qt::LeftButton);
    QVERIFY(bench.wizard->isBusy());
    QTest::qWait(60);
    QElapsedTimer clock;
    clock.start();
    QTest::keyClick(bench.wizard, Qt::Key_Escape);
    QTRY_VERIFY(!bench.wizard->isBusy());
    qInfo("check cancelled within %lld ms", clock.elapsed());
    QVERIFY(bench.wizard->isVisible()); // the first Escape stops, it does not close
    if (bench.state(ImportStep::Check) != StepButton::State::Done) {
        QVERIFY(clock.elapsed() < 500);
        QVERIFY(bench.text("importWhat").contains(QLatin1String("Cancelled")));
    }
    QVERIFY(!QFile::exists(bench.folder.filePath(QStringLiteral("catalogue.sqlite"))));
    QTest::keyClick(bench.wizard, Qt::Key_Escape);
    QTRY_VERIFY(bench.window.findChild<ImportWizard*>() == nullptr);
}

void TestImportWizard::escapeCancelsTheCommitAndKeepsTheCatalogue()
{
    Bench bench;
    bench.open({bench.writeOffers(40'000'000)});
    for (const ImportStep step : {ImportStep::Preview, ImportStep::Map, ImportStep::Check}) {
        bench.goOn(step);
    }
    QTest::mouseClick(bench.next(), Qt::LeftButton);
    QTest::qWait(120);
    QVERIFY(bench.wizard->isBusy());
    QElapsedTimer clock;
    clock.start();
    QTest::mouseClick(bench.find<QPushButton>("importCancel"), Qt::LeftButton);
    QTRY_VERIFY(!bench.wizard->isBusy());
    qInfo("commit cancelled within %lld ms", clock.elapsed());
    QVERIFY(clock.elapsed() < 500);
    QVERIFY(bench.workspaceService().sheets()->empty());
    // It can be done after all.
    QTest::mouseClick(bench.find<QPushButton>("importBack"), Qt::LeftButton);
    QVERIFY(bench.wizard->step() == ImportStep::Check);
}

void TestImportWizard::closingWhileBusyCancels()
{
    Bench bench;
    bench.open({bench.writeOffers(80'000'000)});
    bench.goOn(ImportStep::Preview);
    bench.goOn(ImportStep::Map);
    QTest::mouseClick(bench.next(), Qt::LeftButton);
    QPointer<ImportWizard> open = bench.wizard;
    open->close();
    QTRY_VERIFY(open.isNull());
    QVERIFY(!QFile::exists(bench.folder.filePath(QStringLiteral("catalogue.sqlite"))));
}

void TestImportWizard::aFolderWithoutPermissionIsSaidInPlace()
{
    Bench bench;
    // A folder where the catalogue's file should be: whoever runs the test, it cannot be opened.
    QVERIFY(QDir(bench.folder.path()).mkdir(QStringLiteral("catalogue.sqlite")));
    bench.open({bench.write(QStringLiteral("zeppelin.csv"), kTable)});
    for (const ImportStep step :
         {ImportStep::Preview, ImportStep::Map, ImportStep::Check, ImportStep::Commit}) {
        bench.goOn(step);
    }
    QVERIFY(bench.state(ImportStep::Commit) == StepButton::State::Failed);
    QVERIFY2(bench.error().contains(QLatin1String("catalogue.sqlite")), qPrintable(bench.error()));
    QVERIFY(bench.find<QPushButton>("importBack")->isEnabled());
}

void TestImportWizard::aMissingCurrencyIsSetAtAClick()
{
    Bench bench;
    bench.open({bench.write(QStringLiteral("zeppelin.csv"),
                            "machine,region,price\nzeppelin.small,north,0.10\nzeppelin.large,north,0.40\n")});
    bench.goOn(ImportStep::Preview);
    QVERIFY(bench.state(ImportStep::Preview) == StepButton::State::Failed);
    QVERIFY2(bench.error().contains(QLatin1String("nothing says which currency")), qPrintable(bench.error()));
    auto* fix = bench.find<QPushButton>("importFix");
    QVERIFY(fix->isVisible());
    QCOMPARE(fix->text(), QStringLiteral("Set the currency"));
    QTest::mouseClick(fix, Qt::LeftButton);
    auto* currency = bench.find<QComboBox>("importCurrency");
    QVERIFY(currency->isVisible() && currency->hasFocus());
    currency->lineEdit()->selectAll();
    QTest::keyClicks(currency->lineEdit(), QStringLiteral("EUR"));
    QTest::keyClick(currency->lineEdit(), Qt::Key_Tab); // what is left is read anew
    QTRY_VERIFY(bench.state(ImportStep::Detect) == StepButton::State::Done && !bench.wizard->isBusy());
    QVERIFY(bench.error().isEmpty());
    bench.goOn(ImportStep::Preview);
    QVERIFY(bench.state(ImportStep::Preview) == StepButton::State::Done);
}

void TestImportWizard::rowsWithoutADaySayFromWhenTheyHold()
{
    Bench bench;
    bench.open({bench.write(QStringLiteral("zeppelin.csv"), kTable)});
    for (const ImportStep step : {ImportStep::Preview, ImportStep::Map, ImportStep::Check}) {
        bench.goOn(step);
    }
    auto* table = bench.find<RuledTable>("importIssues");
    const QAbstractItemModel* issues = table->model();
    QModelIndex undated;
    for (int row = 0; row < issues->rowCount(); ++row) {
        if (issues->index(row, 5).data(LinkRole).toString() == QLatin1String("Set the sheet's day")) {
            undated = issues->index(row, 5);
        }
    }
    QVERIFY(undated.isValid());
    QVERIFY(undated.siblingAtColumn(4).data().toString().contains(QLatin1String("name no day: 2")));
    QVERIFY(undated.siblingAtColumn(4).data(SecondLineRole).toString().contains(QLatin1String("2026-11-20")));
    QCOMPARE(issues->index(0, 5).data(LinkRole).toString(), QStringLiteral("Open the mapping"));

    emit table->linkActivated(undated);
    auto* day = bench.find<QLineEdit>("importDay");
    QVERIFY(day->hasFocus());
    day->selectAll();
    QTest::keyClicks(day, QStringLiteral("March"));
    QTest::keyClick(day, Qt::Key_Tab);
    QVERIFY2(bench.error().contains(QLatin1String("YYYY-MM-DD")), qPrintable(bench.error()));
    day->setFocus();
    day->selectAll();
    QTest::keyClicks(day, QStringLiteral("2026-03-01"));
    QTest::keyClick(day, Qt::Key_Tab);
    QTRY_VERIFY(!bench.wizard->isBusy());
    QCOMPARE(bench.wizard->request().day, std::string("2026-03-01"));
    for (const ImportStep step :
         {ImportStep::Preview, ImportStep::Map, ImportStep::Check, ImportStep::Commit}) {
        bench.goOn(step);
    }
    PriceQuestion question;
    question.query.words = "zeppelin";
    question.query.asOf = "2026-03-01";
    QCOMPARE(bench.workspaceService().search(question, {})->result->size(), std::size_t{2});
    question.query.asOf = "2026-02-28";
    QCOMPARE(bench.workspaceService().search(question, {})->result->size(), std::size_t{0});
}

void TestImportWizard::aWorksheetIsChosen()
{
    const auto sheet = [](const char* machine) {
        return std::string(
                   "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>machine</t></is>"
                   "</c><c r=\"B1\" t=\"inlineStr\"><is><t>price in EUR</t></is></c></row><row "
                   "r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>")
               + machine + "</t></is></c><c r=\"B2\"><v>0.5</v></c></row></sheetData></worksheet>";
    };
    const std::string book = testing::zipOf(
        {{"[Content_Types].xml", "<Types/>"},
         {"xl/workbook.xml",
          "<workbook xmlns:r=\"r\"><sheets><sheet name=\"2025\" sheetId=\"1\" r:id=\"a\"/><sheet "
          "name=\"2026\" sheetId=\"2\" r:id=\"b\"/></sheets></workbook>"},
         {"xl/_rels/workbook.xml.rels",
          "<Relationships><Relationship Id=\"a\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"b\" "
          "Target=\"worksheets/sheet2.xml\"/></Relationships>"},
         {"xl/worksheets/sheet1.xml", sheet("old.large")},
         {"xl/worksheets/sheet2.xml", sheet("new.large")}});
    Bench bench;
    bench.open({bench.write(QStringLiteral("prices.xlsx"), QByteArray::fromStdString(book))});
    QTRY_VERIFY(!bench.wizard->isBusy());
    auto* worksheets = bench.find<QComboBox>("importWorksheet");
    QVERIFY(worksheets->isVisible());
    QCOMPARE(worksheets->count(), 2);
    QCOMPARE(worksheets->currentText(), QStringLiteral("2025"));
    const auto firstCell = [&] {
        return bench.find<QTableView>("importHead")->model()->index(0, 0).data().toString();
    };
    QCOMPARE(firstCell(), QStringLiteral("old.large"));
    worksheets->setCurrentIndex(1);
    QTRY_VERIFY(!bench.wizard->isBusy());
    QCOMPARE(firstCell(), QStringLiteral("new.large"));
    QCOMPARE(worksheets->currentText(), QStringLiteral("2026"));
    QCOMPARE(bench.wizard->request().worksheet, std::string("2026"));
}

/// No file may grow beyond a limit: what a full disk does to whoever writes, without needing one.
void TestImportWizard::aFullDiskIsSaidAndTheOldPricesStay()
{
    Bench bench;
    const auto importAll = [&](const QString& path) {
        bench.open({path});
        for (const ImportStep step :
             {ImportStep::Preview, ImportStep::Map, ImportStep::Check, ImportStep::Commit}) {
            bench.goOn(step);
        }
    };
    importAll(bench.write(QStringLiteral("zeppelin.csv"), kTable));
    QVERIFY(bench.state(ImportStep::Commit) == StepButton::State::Done);
    bench.wizard->close();
    QCOMPARE(bench.found("zeppelin"), std::size_t{2});

    QByteArray many = "machine,region,vcpus,memory_gib,price_per_hour,currency\n";
    for (int i = 0; i < 20'000; ++i) {
        many += "airship" + QByteArray::number(i) + ".large,north,2,8,0.10,USD\n";
    }
    const QString path = bench.write(QStringLiteral("airships.csv"), many);
    rlimit before{};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
    const auto handler = signal(SIGXFSZ, SIG_IGN);
    rlimit small = before;
    small.rlim_cur =
        static_cast<rlim_t>(QFileInfo(bench.folder.filePath(QStringLiteral("catalogue.sqlite"))).size())
        + 65'536;
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
    importAll(path);
    setrlimit(RLIMIT_FSIZE, &before);
    signal(SIGXFSZ, handler);
    QVERIFY(bench.state(ImportStep::Commit) == StepButton::State::Failed);
    qInfo("%s", qPrintable(bench.error()));
    QVERIFY2(bench.error().contains(QLatin1String("catalogue.sqlite")), qPrintable(bench.error()));
    QCOMPARE(bench.found("zeppelin"), std::size_t{2});
    QCOMPARE(bench.found("airship"), std::size_t{0});
    QTest::mouseClick(bench.find<QPushButton>("importBack"), Qt::LeftButton); // with room again it goes on
    bench.goOn(ImportStep::Commit);
    QVERIFY(bench.state(ImportStep::Commit) == StepButton::State::Done);
    QCOMPARE(bench.found("airship"), std::size_t{20'000});
    QCOMPARE(bench.found("zeppelin"), std::size_t{2});
}

void TestImportWizard::filesAreDropped()
{
    Bench bench;
    bench.open({});
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(bench.write(QStringLiteral("zeppelin.csv"), kTable))});
    QDragEnterEvent enter(QPoint(20, 20), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(bench.wizard, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(20, 20), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(bench.wizard, &drop);
    QVERIFY(bench.wizard->step() == ImportStep::Detect);
    QTRY_VERIFY(bench.state(ImportStep::Detect) == StepButton::State::Done);
}

void TestImportWizard::aSecondOpenTakesTheIdleWizard()
{
    Bench bench;
    ImportWizard* first = bench.open({});
    ImportWizard* second = bench.open({bench.write(QStringLiteral("zeppelin.csv"), kTable)});
    QCOMPARE(second, first);
    QVERIFY(second->step() == ImportStep::Detect);
}

void TestImportWizard::sheetsAreListedComparedAndRemoved()
{
    Bench bench;
    bench.open({bench.write(QStringLiteral("zeppelin.csv"), kTable)});
    for (const ImportStep step :
         {ImportStep::Preview, ImportStep::Map, ImportStep::Check, ImportStep::Commit}) {
        bench.goOn(step);
    }
    SheetsDialog dialog(bench.workspace);
    dialog.show();
    auto* table = dialog.findChild<QTableView*>(QStringLiteral("sheetsTable"));
    QTRY_COMPARE(table->model()->rowCount(), 1);
    auto* compare = dialog.findChild<QPushButton*>(QStringLiteral("compareSheets"));
    QVERIFY(compare->isEnabled());
    QTest::mouseClick(compare, Qt::LeftButton);
    auto* changes = dialog.findChild<QWidget*>(QStringLiteral("sheetChanges"));
    QTRY_VERIFY_WITH_TIMEOUT(changes->isVisible(), 10'000);
    auto* remove = dialog.findChild<QPushButton*>(QStringLiteral("removeSheet"));
    table->setCurrentIndex(table->model()->index(0, 0));
    QVERIFY(remove->isEnabled());
    QTest::mouseClick(remove, Qt::LeftButton);
    QTRY_COMPARE(table->model()->rowCount(), 0);
    QVERIFY(!remove->isEnabled());
    QCOMPARE(bench.found("zeppelin"), std::size_t{0});
}

void TestImportWizard::recognisesPriceSheets()
{
    const Bench bench;
    QVERIFY(looksLikePriceSheet(bench.write(QStringLiteral("zeppelin.csv"), kTable)));
    QVERIFY(looksLikePriceSheet(bench.folder.path()));
    QVERIFY(!looksLikePriceSheet(bench.write(QStringLiteral("mine.wherewithal"), "{}")));
    QVERIFY(!looksLikePriceSheet(bench.write(QStringLiteral("letter.txt"), "Dear Sir or Madam")));
    QVERIFY(!looksLikePriceSheet(bench.folder.filePath(QStringLiteral("missing"))));
}

void TestImportWizard::everythingHasAName()
{
    Bench bench;
    bench.open({bench.write(QStringLiteral("zeppelin.csv"), kTable)});
    for (const ImportStep step : {ImportStep::Preview, ImportStep::Map, ImportStep::Check}) {
        bench.goOn(step);
        for (const QWidget* widget : bench.wizard->findChildren<QWidget*>()) {
            const auto* button = qobject_cast<const QAbstractButton*>(widget);
            const bool isControl = widget->focusPolicy() != Qt::NoFocus && widget->isVisible()
                                   && !widget->objectName().startsWith(QLatin1String("qt_"))
                                   && qobject_cast<const QLabel*>(widget) == nullptr;
            const bool isNamed = !widget->accessibleName().isEmpty()
                                 || (button != nullptr && !button->text().isEmpty())
                                 || widget->parentWidget()->inherits("QComboBox")
                                 || widget->parentWidget()->inherits("QAbstractScrollArea");
            QVERIFY2(!isControl || isNamed,
                     qPrintable(QString::fromLatin1(widget->metaObject()->className()) + QLatin1Char(' ')
                                + widget->objectName()));
        }
    }
}

QTEST_MAIN(TestImportWizard)
#include "tst_ImportWizard.moc"
