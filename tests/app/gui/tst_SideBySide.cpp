// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/MainWindow.h"
#include "app/gui/theme/Theme.h"
#include "app/gui/window/SideBySide.h"
#include "app/session/PlanDifferences.h"
#include "tests/app/support/Fixture.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace wherewithal;
using namespace wherewithal::app;

namespace {

void setPeak(PlanDocument& document, double peak)
{
    document.change<model::Range>(
        QStringLiteral("/workloads/0/demand/peak_per_second"),
        QStringLiteral("peak"),
        [](model::Plan& plan) -> model::Range& { return plan.workloads.front().demand.peakPerSecond; },
        model::Range(peak));
}

} // namespace

class TestSideBySide : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void samePlansDoNotDiffer();
    void differencesNamePlaceAndBothValues();
    void whatARunWritesIsNoInput();
    void editsAreHeldAgainstThePlanBefore();
};

void TestSideBySide::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    installTheme(*qApp);
}

void TestSideBySide::samePlansDoNotDiffer()
{
    QVERIFY(planDifferences(fixture::plan(), fixture::plan()).empty());
}

void TestSideBySide::differencesNamePlaceAndBothValues()
{
    model::Plan other = fixture::plan();
    other.horizonMonths = 60;
    const auto differences = planDifferences(fixture::plan(), other);
    QCOMPARE(differences.size(), std::size_t{1});
    QCOMPARE(differences.front().place, QStringLiteral("/horizon_months"));
    QCOMPARE(differences.front().left, QStringLiteral("36"));
    QCOMPARE(differences.front().right, QStringLiteral("60"));
    other.requirements.clear();
    bool hasGone = false;
    for (const InputDifference& difference : planDifferences(fixture::plan(), other)) {
        hasGone |= difference.place.startsWith(QLatin1String("/requirements/")) && difference.right.isEmpty();
    }
    QVERIFY(hasGone);
}

void TestSideBySide::whatARunWritesIsNoInput()
{
    model::Plan other = fixture::plan();
    other.letters["azure/B"] = "Z";
    other.catalogueHash = "0123";
    QVERIFY(planDifferences(fixture::plan(), other).empty());
}

void TestSideBySide::editsAreHeldAgainstThePlanBefore()
{
    Settings settings{QString()};
    Workspace workspace(fixture::engine(), fixture::memoryStorage(), settings);
    MainWindow window(workspace, Dialogs{});
    window.show();
    QSignalSpy finished(&workspace.runner(), &SimulationRunner::finished);
    workspace.document().replace(fixture::plan());
    QVERIFY(finished.wait(3000));
    setPeak(workspace.document(), 2 * fixture::plan().workloads.front().demand.peakPerSecond.median());
    QVERIFY(finished.wait(3000));
    window.findChild<QAction*>(QStringLiteral("sideBySide"))->trigger();
    auto* view = window.findChild<SideBySide*>(QStringLiteral("sideBySide"));
    QVERIFY(view != nullptr);
    auto* options = view->findChild<QTableView*>(QStringLiteral("differingOptions"));
    auto* inputs = view->findChild<QTableView*>(QStringLiteral("differingInputs"));
    QTRY_COMPARE(options->model()->rowCount(), static_cast<int>(workspace.comparison()->options.size()));
    QCOMPARE(inputs->model()->rowCount(), 1);
    QVERIFY(inputs->model()->index(0, 0).data().toString().contains(QLatin1String("peak")));
    const QString now = options->model()->index(0, 3).data().toString();
    const QString before = options->model()->index(0, 4).data().toString();
    QVERIFY(now != before); // the fixture's cost of A follows the peak
    QTest::mouseClick(view->findChild<QPushButton*>(QStringLiteral("swapPlans")), Qt::LeftButton);
    QCOMPARE(options->model()->index(0, 3).data().toString(), before);
    QCOMPARE(options->model()->index(0, 4).data().toString(), now);
    QTest::mouseClick(view->findChild<QPushButton*>(QStringLiteral("copyDifferences")), Qt::LeftButton);
    QVERIFY(QApplication::clipboard()->text().contains(before));
    QTest::keyClick(view, Qt::Key_Escape);
    QVERIFY(!view->isVisible());
}

QTEST_MAIN(TestSideBySide)
#include "tst_SideBySide.moc"
