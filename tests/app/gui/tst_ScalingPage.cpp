// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/charts/ThroughputChart.h"
#include "app/gui/charts/WeekMap.h"
#include "app/gui/theme/Theme.h"
#include "app/gui/widgets/BarDelegates.h"
#include "app/gui/widgets/RuledTable.h"
#include "simulator/scaling/WeekUse.h"
#include "tests/app/support/AnswersBench.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QTest>

using namespace wherewithal;
using namespace wherewithal::app;
using fixture::AnswersBench;

class TestScalingPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void emptySaysWhatToDo();
    void ladderShowsNowHorizonAndFastGrowth();
    void nextStepSaysWhetherItsPriceIsKnown();
    void choosingALimitExplainsIt();
    void firstLimitChosenElsewhereIsTheRow();
    void weekIsToldInWords();
    void weekUseCountsBusyHours();
    void unknownThroughputIsSaid();
    void curveIsHeldAgainstDemand();
};

void TestScalingPage::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    installTheme(*qApp);
}

void TestScalingPage::emptySaysWhatToDo()
{
    model::Plan empty = fixture::plan();
    empty.workloads.clear();
    const AnswersBench bench(PageId::Scaling, empty);
    QCOMPARE(bench.page(PageId::Scaling)->state(), Page::State::Empty);
}

void TestScalingPage::ladderShowsNowHorizonAndFastGrowth()
{
    AnswersBench bench(PageId::Scaling);
    bench.workspace.selection().setFigure(QStringLiteral("B"), QStringLiteral("cost"));
    const auto* model = bench.find<RuledTable>(PageId::Scaling, "limitsTable")->model();
    QCOMPARE(model->rowCount(), 6);
    const auto bars = model->index(0, 5).data(SpecialRole).value<LimitCell>();
    QCOMPARE(bars.now, 0.6);
    QCOMPARE(bars.horizon, 1.6);
    QCOMPARE(bars.horizonP90, std::optional(2.0));
    QCOMPARE(model->index(0, 6).data().toString(), QStringLiteral("2028-09"));
    QCOMPARE(model->index(0, 7).data().toString(), QStringLiteral("2028-03"));
    QVERIFY(model->index(0, 1).data().toString().startsWith(QStringLiteral("△")));
    QVERIFY(model->index(2, 1).data().toString().startsWith(QStringLiteral("■")));
    QCOMPARE(model->index(5, 6).data().toString(), QStringLiteral("after 2029-11"));
    const auto axis = model->headerData(5, Qt::Horizontal, AxisRole).value<RangeAxis>();
    QCOMPARE(axis.labels.at(2), Format().percent(1.0));
}

void TestScalingPage::nextStepSaysWhetherItsPriceIsKnown()
{
    AnswersBench bench(PageId::Scaling);
    bench.workspace.selection().setFigure(QStringLiteral("B"), QStringLiteral("cost"));
    const auto* model = bench.find<RuledTable>(PageId::Scaling, "limitsTable")->model();
    QCOMPARE(model->index(0, 8).data(SecondLineRole).toString(), QStringLiteral("price unknown"));
    QCOMPARE(model->index(2, 8).data().toString(), QString(QChar(0x2013))); // hard: there is none
}

void TestScalingPage::choosingALimitExplainsIt()
{
    AnswersBench bench(PageId::Scaling);
    bench.workspace.selection().setFigure(QStringLiteral("B"), QStringLiteral("cost"));
    auto* table = bench.find<RuledTable>(PageId::Scaling, "limitsTable");
    table->setFocus();
    table->setCurrentIndex(table->model()->index(1, 1));
    QCOMPARE(bench.workspace.selection().figure(), QStringLiteral("limit-database-connections"));
    QTRY_COMPARE(bench.window->findChild<QLabel*>(QStringLiteral("explainedNumber"))->text(),
                 QStringLiteral("2029-03"));
}

void TestScalingPage::firstLimitChosenElsewhereIsTheRow()
{
    AnswersBench bench(PageId::Compare);
    bench.workspace.selection().setFigure(QStringLiteral("B"), QStringLiteral("first-limit"));
    bench.window->showPage(PageId::Scaling);
    auto* table = bench.find<RuledTable>(PageId::Scaling, "limitsTable");
    QCOMPARE(table->currentIndex().row(), 0);
    QCOMPARE(bench.workspace.selection().figure(), QStringLiteral("first-limit")); // following is no choice
}

void TestScalingPage::weekIsToldInWords()
{
    AnswersBench bench(PageId::Scaling);
    bench.workspace.selection().setFigure(QStringLiteral("B"), QStringLiteral("cost"));
    const QString words = bench.find<QLabel>(PageId::Scaling, "weekAnswer")->text();
    QVERIFY2(words.contains(QLatin1String("of 168 hours run at 75")), qPrintable(words));
    QVERIFY(words.contains(QLatin1String("the peak is Monday 10:00")));
}

void TestScalingPage::weekUseCountsBusyHours()
{
    model::WeekProfile profile;
    profile.weights.fill(0.5);
    profile.weights[30] = 1.0;
    profile.weights[31] = 0.9;
    const simulator::WeekUse use = simulator::weekUse(profile, 0.84);
    QCOMPARE(use.busyHours, 2); // 0.84 and 0.756
    QCOMPARE(use.peakHour, 30);
    QCOMPARE(use.use[0], 0.42);
    QVERIFY(std::abs(use.mean - 0.84 * (166 * 0.5 + 1.9) / 168.0) < 1e-12);
}

void TestScalingPage::unknownThroughputIsSaid()
{
    AnswersBench bench(PageId::Scaling);
    bench.workspace.selection().setFigure(QStringLiteral("G"), QStringLiteral("cost"));
    const auto* model = bench.find<RuledTable>(PageId::Scaling, "limitsTable")->model();
    QVERIFY(model->index(0, 0).data().toString().contains(QLatin1String("unknown")));
    QVERIFY(bench.find<QLabel>(PageId::Scaling, "weekAnswer")->text().contains(QLatin1String("unknown")));
    QVERIFY(!bench.find<QWidget>(PageId::Scaling, "throughputChart")->isVisible());
}

void TestScalingPage::curveIsHeldAgainstDemand()
{
    AnswersBench bench(PageId::Scaling);
    bench.workspace.selection().setFigure(QStringLiteral("B"), QStringLiteral("cost"));
    auto* chart = bench.find<ThroughputChart>(PageId::Scaling, "throughputChart");
    QVERIFY(chart->isVisible());
    QVERIFY2(chart->accessibleDescription().contains(QLatin1String("now 7.50, base 21.8, P90 27.6")),
             qPrintable(chart->accessibleDescription()));
    QCOMPARE(chart->table().rows.size(), std::size_t{30});
}

QTEST_MAIN(TestScalingPage)
#include "tst_ScalingPage.moc"
