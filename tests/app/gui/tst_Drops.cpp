// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/charts/SaturationChart.h"
#include "app/gui/theme/Theme.h"
#include "app/gui/widgets/KindTabs.h"
#include "app/gui/widgets/Rail.h"
#include "tests/app/support/PageBench.h"
#include "tests/providers/models/ModelBytes.h"

#include <QDropEvent>
#include <QMimeData>

using namespace wherewithal;
using namespace wherewithal::app;
using tests::PageBench;

namespace {

constexpr auto kLlama = R"({"model_type": "llama", "hidden_size": 4096, "num_hidden_layers": 32,
    "num_attention_heads": 32, "num_key_value_heads": 8, "vocab_size": 128256, "intermediate_size": 14336,
    "max_position_embeddings": 131072, "torch_dtype": "bfloat16"})";

/// Drops a file on the window, not on an area of a page.
void drop(const PageBench& bench, const QString& path)
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    QDragEnterEvent enter(QPoint(600, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(bench.window.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent event(QPointF(600, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(bench.window.get(), &event);
}

PageId shownPage(const PageBench& bench)
{
    return bench.window->findChild<Rail*>()->currentPage();
}

/// Two weeks of requests that arrive in office hours alone.
QByteArray traceWithDates()
{
    QByteArray trace = "TIMESTAMP,ContextTokens,GeneratedTokens\n";
    for (int day = 2; day < 16; ++day) {
        for (int hour = 8; hour < 18; ++hour) {
            trace += QStringLiteral("2026-11-%1 %2:00:00.0000000,1000,100\n")
                         .arg(day, 2, 10, QLatin1Char('0'))
                         .arg(hour, 2, 10, QLatin1Char('0'))
                         .toLatin1();
        }
    }
    return trace;
}

} // namespace

/// Files dropped anywhere on the window: each goes to the page that uses it, and is used.
class tst_Drops : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void aModelGoesToTheWorkloadThatRunsSuchModels();
    void aModelThatFitsNoWorkloadBecomesOne();
    void aModelInAnEmptyPlanBecomesItsFirstWorkload();
    void aLoadTestBecomesAService();
    void aTraceGoesToTheReplay();
    void aTraceOnTheDemandPageShapesTheWeek();
    void aBrokenModelIsExplainedAndNothingChanges();
};

void tst_Drops::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    installTheme(*qApp);
}

void tst_Drops::aModelGoesToTheWorkloadThatRunsSuchModels()
{
    PageBench bench(PageId::Compare);
    const model::Plan before = bench.plan();
    const QTemporaryDir folder;
    drop(bench, tests::written(folder, QStringLiteral("config.json"), kLlama));
    QTRY_COMPARE(bench.llm().architecture.family, std::string("llama"));
    QCOMPARE(shownPage(bench), PageId::Workload);
    QCOMPARE(bench.plan().workloads.size(), std::size_t{1});
    QVERIFY2(bench.undoText().contains(QLatin1String("config.json")), qPrintable(bench.undoText()));
    bench.undo();
    QCOMPARE(bench.plan().workloads, before.workloads);
}

void tst_Drops::aModelThatFitsNoWorkloadBecomesOne()
{
    PageBench bench(PageId::Compare);
    const QTemporaryDir folder;
    drop(bench,
         tests::written(folder, QStringLiteral("tiny.onnx"), QByteArray::fromStdString(tests::tinyOnnx())));
    QTRY_COMPARE(bench.plan().workloads.size(), std::size_t{2});
    const auto* inference = std::get_if<model::Inference>(&bench.workload(1).detail);
    QVERIFY(inference != nullptr);
    QCOMPARE(inference->cost.modelName, std::string("tiny"));
    QCOMPARE(bench.find<KindTabs>(QStringLiteral("workloadTabs"))->currentIndex(), 1);
    bench.undo(); // one step
    QCOMPARE(bench.plan().workloads.size(), std::size_t{1});
}

void tst_Drops::aModelInAnEmptyPlanBecomesItsFirstWorkload()
{
    model::Plan plan = fixture::plan();
    plan.workloads.clear();
    PageBench bench(PageId::Compare, plan);
    const QTemporaryDir folder;
    drop(bench, tests::written(folder, QStringLiteral("config.json"), kLlama));
    QTRY_COMPARE(bench.plan().workloads.size(), std::size_t{1});
    QCOMPARE(bench.llm().architecture.family, std::string("llama"));
}

void tst_Drops::aLoadTestBecomesAService()
{
    PageBench bench(PageId::Cost);
    const QTemporaryDir folder;
    drop(bench,
         tests::written(
             folder, QStringLiteral("search.csv"), "users,rps,p95_ms\n1,9,80\n8,40,150\n16,52,400\n"));
    QTRY_COMPARE(bench.plan().workloads.size(), std::size_t{2});
    QCOMPARE(std::get<model::MeasuredService>(bench.workload(1).detail).points.size(), std::size_t{3});
    QCOMPARE(shownPage(bench), PageId::Workload);
    bench.undo();
    QCOMPARE(bench.plan().workloads.size(), std::size_t{1});
}

void tst_Drops::aTraceGoesToTheReplay()
{
    PageBench bench(PageId::Compare);
    const QTemporaryDir folder;
    drop(bench, tests::written(folder, QStringLiteral("requests.csv"), traceWithDates()));
    QTRY_COMPARE(shownPage(bench), PageId::Workload);
    auto* chart = bench.find<SaturationChart>(QStringLiteral("saturationChart"));
    QTRY_VERIFY(!chart->content().curves.empty() && chart->content().curves.back().values.isTrace);
    QCOMPARE(chart->content().curves.back().values.requests, std::size_t{140});
}

void tst_Drops::aTraceOnTheDemandPageShapesTheWeek()
{
    PageBench bench(PageId::Demand);
    const model::WeekProfile before = bench.workload().demand.profile;
    const QTemporaryDir folder;
    drop(bench, tests::written(folder, QStringLiteral("requests.csv"), traceWithDates()));
    QTRY_VERIFY(bench.workload().demand.profile != before);
    QCOMPARE(shownPage(bench), PageId::Demand);
    const auto& weights = bench.workload().demand.profile.weights;
    QCOMPARE(weights[3], 0.0); // Monday, 03:00
    QVERIFY(weights[10] > 0.0);
    QVERIFY2(bench.undoText().contains(QLatin1String("requests.csv")), qPrintable(bench.undoText()));
    bench.undo();
    QCOMPARE(bench.workload().demand.profile, before);
}

void tst_Drops::aBrokenModelIsExplainedAndNothingChanges()
{
    PageBench bench(PageId::Compare);
    const model::Plan before = bench.plan();
    const QTemporaryDir folder;
    drop(bench,
         tests::written(folder,
                        QStringLiteral("config.json"),
                        R"({"model_type": "llama", "hidden_size": -4, "num_hidden_layers": 32})"));
    QTRY_COMPARE(shownPage(bench), PageId::Workload);
    QTRY_VERIFY(bench.window->page(PageId::Workload)->issueCount() == 1);
    QCOMPARE(bench.plan(), before);
}

QTEST_MAIN(tst_Drops)
#include "tst_Drops.moc"
