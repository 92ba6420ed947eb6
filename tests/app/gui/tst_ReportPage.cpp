// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/MainWindow.h"
#include "app/gui/pages/ReportPage.h"
#include "app/gui/theme/Theme.h"
#include "app/gui/widgets/PagePreview.h"
#include "tests/app/support/Fixture.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <mutex>

using namespace wherewithal;
using namespace wherewithal::app;

namespace {

constexpr int kPatienceMs = 20'000;

/// A window that shows the report page of the fixture's plan.
struct Bench
{
    explicit Bench(Engine engine = fixture::engine(), model::Plan plan = fixture::plan())
        : workspace(std::move(engine), fixture::memoryStorage(), settings)
    {
        window = std::make_unique<MainWindow>(workspace, Dialogs{});
        window->resize(1440, 900);
        window->show();
        page = static_cast<ReportPage*>(window->page(PageId::Report));
        window->showPage(PageId::Report);
        QSignalSpy finished(&workspace.runner(), &SimulationRunner::finished);
        workspace.document().replace(std::move(plan));
        finished.wait(kPatienceMs);
    }

    template <typename T>
    [[nodiscard]] T* find(const char* name) const
    {
        return window->findChild<T*>(QString::fromLatin1(name));
    }
    [[nodiscard]] QString verdict() const
    {
        return page->findChild<QLabel*>(QStringLiteral("verdict"))->text();
    }
    /// Waits until the pages of the choices of now are there.
    void settle() const
    {
        QTRY_VERIFY_WITH_TIMEOUT(page->pageCount() > 0, kPatienceMs);
        QTest::qWait(20);
    }
    /// Does something and waits for the pages that come of it.
    template <typename Action>
    [[nodiscard]] int pagesAfter(Action action) const
    {
        QSignalSpy built(page, &ReportPage::reportBuilt);
        action();
        return built.wait(kPatienceMs) ? built.last().at(0).toInt() : -1;
    }

    Settings settings{QString()};
    Workspace workspace;
    std::unique_ptr<MainWindow> window;
    ReportPage* page = nullptr;
};

/// The engine's explanations, and so the building of a report, wait while the mutex is held.
struct Gate
{
    [[nodiscard]] Engine engine()
    {
        Engine result = fixture::engine();
        result.explain = [this, real = result.explain](const model::Plan& plan,
                                                       const model::CatalogueSlice& slice,
                                                       auto option,
                                                       auto figure) {
            const std::scoped_lock wait(mutex);
            return real(plan, slice, option, figure);
        };
        return result;
    }
    std::mutex mutex;
};

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void activate(QComboBox* box, int index)
{
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Home);
    for (int step = 0; step < index; ++step) {
        QTest::keyClick(box, Qt::Key_Down);
    }
}

} // namespace

class TestReportPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void withoutAWorkloadItSaysWhatToDo();
    void anErrorOfTheEngineIsShown();
    void theWindowIsFreeWhileAReportIsBuilt();
    void cancelKeepsTheFormerPages();
    void theShortRecordHasFewerPages();
    void ownChoiceIsNamedSo();
    void keysTurnAndZoom();
    void statusAndAudienceStandInTheReport();
    void savesEveryFormat_data();
    void savesEveryFormat();
    void aFailedSaveSaysWhy_data();
    void aFailedSaveSaysWhy();
    void namesOfPlansBecomeNamesOfFiles();
};

void TestReportPage::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    installTheme(*qApp);
}

void TestReportPage::withoutAWorkloadItSaysWhatToDo()
{
    model::Plan plan = fixture::plan();
    plan.workloads.clear();
    const Bench bench(fixture::engine(), plan);
    QVERIFY(bench.page->state() == Page::State::Empty);
    QTest::mouseClick(bench.page->findChild<QPushButton*>(QStringLiteral("emptyStateButton")),
                      Qt::LeftButton);
    QVERIFY(bench.window->page(PageId::Workload)->isVisible());
}

void TestReportPage::anErrorOfTheEngineIsShown()
{
    Engine failing = fixture::engine();
    failing.compare = [](const auto&, const auto&, const auto&, const auto&, const auto&)
        -> model::Result<simulator::Comparison> {
        return model::failure(
            model::ErrorCode::OutOfRange, "horizon_months", "the horizon is 500 months", "at most 120");
    };
    const Bench bench(failing);
    QTRY_VERIFY_WITH_TIMEOUT(bench.page->state() == Page::State::Error, kPatienceMs);
}

void TestReportPage::theWindowIsFreeWhileAReportIsBuilt()
{
    Gate gate;
    const Bench bench(gate.engine());
    bench.settle();
    const int pages = bench.page->pageCount();
    const std::unique_lock closed(gate.mutex); // opened before the window goes: its worker waits here
    activate(bench.find<QComboBox>("reportPaper"), 1);
    QTRY_VERIFY_WITH_TIMEOUT(bench.find<QWidget>("reportWork")->isVisible(), kPatienceMs);
    bench.window->showPage(PageId::Compare);
    QVERIFY(bench.window->page(PageId::Compare)->isVisible());
    bench.window->showPage(PageId::Report);
    QVERIFY(!bench.window->grab().isNull());
    QCOMPARE(bench.page->pageCount(), pages);
}

void TestReportPage::cancelKeepsTheFormerPages()
{
    Gate gate;
    const Bench bench(gate.engine());
    bench.settle();
    const int pages = bench.page->pageCount();
    {
        const std::unique_lock closed(gate.mutex);
        activate(bench.find<QComboBox>("reportPaper"), 1);
        QTRY_VERIFY_WITH_TIMEOUT(bench.find<QWidget>("reportWork")->isVisible(), kPatienceMs);
        QTest::mouseClick(bench.find<QPushButton>("cancelReport"), Qt::LeftButton);
    }
    QTest::qWait(100);
    QCOMPARE(bench.page->pageCount(), pages);
    QVERIFY(!bench.find<QWidget>("reportWork")->isVisible());
    QVERIFY(bench.verdict().contains(QStringLiteral("Stopped")));
}

void TestReportPage::theShortRecordHasFewerPages()
{
    const Bench bench;
    bench.settle();
    const int whole = bench.page->pageCount();
    const int brief = bench.pagesAfter([&] { activate(bench.find<QComboBox>("reportExtent"), 1); });
    QVERIFY2(brief > 1 && brief < whole, qPrintable(QStringLiteral("%1 of %2").arg(brief).arg(whole)));
    QVERIFY(bench.find<QCheckBox>("reportPart-0")->isChecked());
    QVERIFY(!bench.find<QCheckBox>("reportPart-10")->isChecked());
    QCOMPARE(bench.pagesAfter([&] { activate(bench.find<QComboBox>("reportExtent"), 0); }), whole);
}

void TestReportPage::ownChoiceIsNamedSo()
{
    const Bench bench;
    bench.settle();
    auto* extent = bench.find<QComboBox>("reportExtent");
    QVERIFY(bench.pagesAfter([&] { QTest::keyClick(bench.find<QCheckBox>("reportPart-1"), Qt::Key_Space); })
            > 0);
    QCOMPARE(extent->currentText(), QStringLiteral("Own choice"));
    QVERIFY(bench.pagesAfter([&] { QTest::keyClick(bench.find<QCheckBox>("reportPart-1"), Qt::Key_Space); })
            > 0);
    QCOMPARE(extent->currentText(), QStringLiteral("The whole record"));
}

void TestReportPage::keysTurnAndZoom()
{
    const Bench bench;
    bench.settle();
    auto* preview = bench.find<PagePreview>("pagePreview");
    const QString last = QStringLiteral("Page %1 of %1").arg(bench.page->pageCount());
    QTest::keyClick(preview, Qt::Key_PageDown);
    QVERIFY(preview->accessibleDescription().startsWith(QStringLiteral("Page 2 of")));
    QTest::keyClick(preview, Qt::Key_End);
    QCOMPARE(preview->accessibleDescription(), last);
    QTest::keyClick(preview, Qt::Key_PageDown);
    QCOMPARE(preview->accessibleDescription(), last);
    QTest::keyClick(preview, Qt::Key_Home);
    QVERIFY(preview->accessibleDescription().startsWith(QStringLiteral("Page 1 of")));
    QTest::keyClick(preview, Qt::Key_Plus);
    QVERIFY(preview->zoom() > 1.0);
    QVERIFY(!preview->grab().isNull());
    QTest::keyClick(preview, Qt::Key_0);
    QCOMPARE(preview->zoom(), 1.0);
}

void TestReportPage::statusAndAudienceStandInTheReport()
{
    const Bench bench;
    bench.settle();
    auto* audience = bench.find<QLineEdit>("reportAudience");
    QVERIFY(bench.pagesAfter([&] {
        audience->setFocus();
        QTest::keyClicks(audience, QStringLiteral("the works council"));
        QTest::keyClick(audience, Qt::Key_Return);
    }) > 0);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("x.md"));
    QSignalSpy saved(bench.page, &ReportPage::saved);
    bench.page->saveTo(path);
    QVERIFY(saved.wait(kPatienceMs));
    QVERIFY(contentOf(path).contains("the works council"));
}

void TestReportPage::savesEveryFormat_data()
{
    QTest::addColumn<QString>("suffix");
    QTest::addColumn<QByteArray>("start");
    QTest::newRow("pdf") << QStringLiteral("pdf") << QByteArray("%PDF-");
    QTest::newRow("html") << QStringLiteral("html") << QByteArray("<!DOCTYPE html>");
    QTest::newRow("md") << QStringLiteral("md") << QByteArray("# ");
    QTest::newRow("xlsx") << QStringLiteral("xlsx") << QByteArray("PK");
    QTest::newRow("csv") << QStringLiteral("csv") << QByteArray();
    QTest::newRow("json") << QStringLiteral("json") << QByteArray("{");
}

void TestReportPage::savesEveryFormat()
{
    QFETCH(const QString, suffix);
    QFETCH(const QByteArray, start);
    const Bench bench;
    bench.settle();
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("report.") + suffix);
    bench.page->setAskPath([&path](QWidget*, const QString&) { return path; });
    QSignalSpy saved(bench.page, &ReportPage::saved);
    QTest::mouseClick(bench.find<QPushButton>(suffix == QStringLiteral("pdf") ? "savePdf" : "saveReportAs"),
                      Qt::LeftButton);
    QVERIFY(saved.wait(kPatienceMs));
    const QByteArray content = contentOf(path);
    QVERIFY2(content.startsWith(start) && content.size() > 500, content.left(60).constData());
    QVERIFY(bench.verdict().contains(path));
}

void TestReportPage::aFailedSaveSaysWhy_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("missing folder") << QStringLiteral("no/such/folder.pdf");
    QTest::newRow("unknown suffix") << QStringLiteral("report.doc");
    QTest::newRow("no suffix") << QStringLiteral("report");
}

void TestReportPage::aFailedSaveSaysWhy()
{
    QFETCH(const QString, name);
    const Bench bench;
    bench.settle();
    const QTemporaryDir folder;
    QSignalSpy failed(bench.page, &ReportPage::saveFailed);
    bench.page->saveTo(folder.filePath(name));
    QVERIFY(failed.wait(kPatienceMs));
    QVERIFY2(bench.verdict().contains(QStringLiteral("not saved")), qPrintable(bench.verdict()));
    QVERIFY(!QFile::exists(folder.filePath(name)));
}

void TestReportPage::namesOfPlansBecomeNamesOfFiles()
{
    model::Plan plan = fixture::plan();
    plan.name = "../Chat / search\n2";
    const Bench bench(fixture::engine(), plan);
    bench.settle();
    QString asked;
    bench.page->setAskPath([&asked](QWidget*, const QString& suggested) {
        asked = suggested;
        return QString();
    });
    QTest::mouseClick(bench.find<QPushButton>("savePdf"), Qt::LeftButton);
    QCOMPARE(asked, QStringLiteral("-Chat - search-2.pdf"));
}

QTEST_MAIN(TestReportPage)
#include "tst_ReportPage.moc"
