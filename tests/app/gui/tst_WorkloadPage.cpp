// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/charts/SaturationChart.h"
#include "app/gui/models/EditableTable.h"
#include "app/gui/pages/WorkloadEdits.h"
#include "app/gui/pages/WorkloadPage.h"
#include "app/gui/theme/Paint.h"
#include "app/gui/theme/Theme.h"
#include "app/gui/widgets/DropArea.h"
#include "app/gui/widgets/Fields.h"
#include "app/gui/widgets/KindTabs.h"
#include "model/units/Quantity.h"
#include "simulator/throughput/AcceleratorFit.h"
#include "tests/app/support/PageBench.h"
#include "tests/providers/models/ModelBytes.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QDropEvent>
#include <QMimeData>
#include <QTabBar>

#include <cmath>

using namespace wherewithal;
using namespace wherewithal::app;
using tests::PageBench;

namespace {

const QString kOutput = QStringLiteral("/workloads/0/output_tokens");

constexpr auto kLlama = R"({"model_type": "llama", "hidden_size": 4096, "num_hidden_layers": 32,
    "num_attention_heads": 32, "num_key_value_heads": 8, "vocab_size": 128256, "intermediate_size": 14336,
    "max_position_embeddings": 131072, "torch_dtype": "bfloat16"})";

WorkloadPage* pageOf(const PageBench& bench)
{
    return qobject_cast<WorkloadPage*>(bench.window->page(PageId::Workload));
}

QString stateOf(const PageBench& bench)
{
    switch (pageOf(bench)->state()) {
    case Page::State::Empty:
        return QStringLiteral("empty");
    case Page::State::Working:
        return QStringLiteral("working");
    case Page::State::Result:
        return QStringLiteral("result");
    case Page::State::Error:
        break;
    }
    return QStringLiteral("error");
}

void drop(QWidget* target, const QString& path)
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(target, &enter);
    QDropEvent event(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(target, &event);
}

int rowOf(const PageBench& bench, const QString& table, const QString& name)
{
    const auto* view = bench.find<QTableView>(table);
    for (int row = 0; view != nullptr && row < view->model()->rowCount(); ++row) {
        if (view->model()->index(row, 0).data().toString().startsWith(name)) {
            return row;
        }
    }
    return -1;
}

} // namespace

class tst_WorkloadPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void editableTableIsConsistent();
    void tabsNameTheKind();
    void anEmptyPlanOffersALanguageModel();
    void everyKindCanBeAddedAndUndone();
    void duplicateRenameAndRemove();
    void removingMovesNotesAlong();
    void aDroppedConfigReplacesTheModel();
    void aBadFileKeepsTheModel();
    void anOnnxFileIsNoLanguageModel();
    void plusMinusAsksWhatIsMeant();
    void fixesAreOfferedAsLinks();
    void unitsAreTypedFreely();
    void aNoteIsKeptInThePlan();
    void eachAcceleratorIsListed();
    void aMissedObjectiveIsCrossed();
    void cellsExplainThemselves();
    void theCurveFollowsTheSelection();
    void latencyKindsSwitch();
    void aTraceDrivesTheReplay();
    void aLongReplayShowsProgressAndCancels();
    void calibrationIsFittedAndKept();
    void loadTestPointsAreTypedPastedAndRemoved();
    void aLoadTestFileBecomesAService();
    void everyControlHasAName();
};

void tst_WorkloadPage::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    installTheme(*qApp);
}

void tst_WorkloadPage::editableTableIsConsistent()
{
    EditableTable model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setColumns({{QStringLiteral("A"), {}, Qt::AlignLeft}, {QStringLiteral("B"), {}, Qt::AlignRight}});
    QCOMPARE(model.rowCount(), 1); // the empty one
    model.setRows({{QStringLiteral("1"), QStringLiteral("2")}});
    QCOMPARE(model.rowCount(), 2);
    QSignalSpy edited(&model, &EditableTable::edited);
    QVERIFY(model.setData(model.index(1, 0), QStringLiteral("7"), Qt::EditRole));
    QCOMPARE(edited.size(), 1);
    QCOMPARE(model.index(1, 0).data().toString(), QString()); // the owner decides
    model.setProblem(1, 0, QStringLiteral("seven"), QStringLiteral("no number"));
    QCOMPARE(model.index(1, 0).data().toString(), QStringLiteral("seven"));
    QVERIFY(model.index(1, 0).data(Qt::AccessibleTextRole).toString().contains(QLatin1String("no number")));
}

void tst_WorkloadPage::tabsNameTheKind()
{
    const PageBench bench(PageId::Workload);
    auto* tabs = bench.find<KindTabs>(QStringLiteral("workloadTabs"));
    QCOMPARE(tabs->count(), 1);
    QVERIFY(tabs->tabText(0).startsWith(QLatin1String("Answer drafting, ")));
    QCOMPARE(stateOf(bench), QStringLiteral("result"));
}

void tst_WorkloadPage::anEmptyPlanOffersALanguageModel()
{
    model::Plan plan = fixture::plan();
    plan.workloads.clear();
    PageBench bench(PageId::Workload, plan);
    QCOMPARE(stateOf(bench), QStringLiteral("empty"));
    QVERIFY(!bench.find<QPushButton>(QStringLiteral("duplicateWorkload"))->isEnabled());
    auto* button = pageOf(bench)->findChild<QPushButton*>(QStringLiteral("emptyStateButton"));
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(bench.workspace.plan().workloads.size(), std::size_t{1});
    QCOMPARE(stateOf(bench), QStringLiteral("result"));
    bench.undo();
    QCOMPARE(stateOf(bench), QStringLiteral("empty"));
}

void tst_WorkloadPage::everyKindCanBeAddedAndUndone()
{
    PageBench bench(PageId::Workload);
    const model::Plan before = bench.workspace.plan();
    std::size_t count = 1;
    for (const WorkloadKind& kind : workloadKinds()) {
        bench.find<QAction>(QStringLiteral("addWorkload-") + kind.templateKey)->trigger();
        QCOMPARE(bench.workspace.plan().workloads.size(), ++count);
        QVERIFY(bench.undoText().contains(QLatin1String("add workload")));
        QCOMPARE(bench.find<KindTabs>(QStringLiteral("workloadTabs"))->currentIndex(),
                 static_cast<int>(count) - 1);
        // Every kind shows fields that can be edited.
        const QString place = QStringLiteral("/workloads/%1/name").arg(count - 1);
        QVERIFY2(bench.find<QLineEdit>(place) != nullptr, qPrintable(kind.name));
        QTest::qWait(1);
    }
    QCOMPARE(bench.workspace.plan().workloads.back().detail.index(), std::size_t{4});
    for (; count > 1; --count) {
        bench.undo();
    }
    QVERIFY(bench.workspace.plan().workloads == before.workloads);
}

void tst_WorkloadPage::duplicateRenameAndRemove()
{
    PageBench bench(PageId::Workload);
    bench.click(QStringLiteral("duplicateWorkload"));
    QCOMPARE(bench.workspace.plan().workloads.size(), std::size_t{2});
    QVERIFY(bench.workload(0).id != bench.workload(1).id);
    QCOMPARE(bench.workload(1).name, std::string("Answer drafting 2"));
    bench.type(QStringLiteral("/workloads/1/name"), QStringLiteral("Night shift"));
    QCOMPARE(bench.workload(1).name, std::string("Night shift"));
    QVERIFY(bench.undoText().contains(QStringLiteral("Answer drafting 2 → Night shift")));
    QVERIFY(bench.find<KindTabs>(QStringLiteral("workloadTabs"))
                ->tabText(1)
                .startsWith(QLatin1String("Night shift")));
    bench.click(QStringLiteral("removeWorkload"));
    QCOMPARE(bench.workspace.plan().workloads.size(), std::size_t{1});
    QVERIFY(bench.undoText().contains(QLatin1String("remove workload Night shift")));
    bench.undo();
    QCOMPARE(bench.workload(1).name, std::string("Night shift"));
}

void tst_WorkloadPage::removingMovesNotesAlong()
{
    model::Plan plan = fixture::plan();
    model::Workload second = plan.workloads.front();
    second.id = model::WorkloadId("second");
    plan.workloads.push_back(second);
    plan.fieldNotes = {{"/workloads/0/output_tokens", "first"},
                       {"/workloads/1/output_tokens", "second"},
                       {"/horizon_months", "whole"}};
    PageBench bench(PageId::Workload, plan);
    removeWorkload(bench.workspace.document(), 0);
    const std::map<std::string, std::string> expected{{"/workloads/0/output_tokens", "second"},
                                                      {"/horizon_months", "whole"}};
    QVERIFY(bench.workspace.plan().fieldNotes == expected);
    bench.undo(); // one step
    QVERIFY(bench.workspace.plan().fieldNotes == plan.fieldNotes);
    QCOMPARE(bench.workspace.plan().workloads.size(), std::size_t{2});
}

void tst_WorkloadPage::aDroppedConfigReplacesTheModel()
{
    PageBench bench(PageId::Workload);
    const QTemporaryDir folder;
    drop(bench.find<DropArea>(QStringLiteral("modelDrop")),
         tests::written(folder, QStringLiteral("tiny-llama.json"), kLlama));
    QTRY_COMPARE(bench.llm().architecture.family, std::string("llama"));
    QCOMPARE(bench.llm().architecture.name, std::string("tiny-llama"));
    QVERIFY(!bench.llm().configText.empty()); // a saved plan is complete in itself
    QVERIFY(bench.undoText().contains(QLatin1String("model tiny-llama.json")));
    QCOMPARE(bench.find<QLabel>(QStringLiteral("modelDropTitle"))->text(), QStringLiteral("tiny-llama"));
    bench.undo();
    QCOMPARE(bench.llm().architecture.family, std::string("qwen3_moe"));
}

void tst_WorkloadPage::aBadFileKeepsTheModel()
{
    PageBench bench(PageId::Workload);
    const model::Plan before = bench.workspace.plan();
    const QTemporaryDir folder;
    const QString path =
        tests::written(folder, QStringLiteral("odd.json"), R"({"model_type": "mamba", "hidden_size": 5})");
    pageOf(bench)->setFileChooser([&](const QString&, const QString&) { return path; });
    bench.click(QStringLiteral("modelDropBrowse"));
    QTRY_VERIFY(bench.find<DropArea>(QStringLiteral("modelDrop"))->hasError());
    const QString text = bench.find<QLabel>(QStringLiteral("modelDropError"))->text();
    QVERIFY2(text.contains(QLatin1String("odd.json")), qPrintable(text));             // where
    QVERIFY2(text.contains(QLatin1String("'mamba' is not known")), qPrintable(text)); // what
    QVERIFY2(text.contains(QLatin1String("\"like\": \"llama\"")), qPrintable(text));  // how to fix it
    QVERIFY(bench.workspace.plan() == before);
    QCOMPARE(pageOf(bench)->issueCount(), 1);
    QCOMPARE(bench.window->findChildren<QDialog*>().size(), 0);
}

void tst_WorkloadPage::anOnnxFileIsNoLanguageModel()
{
    PageBench bench(PageId::Workload);
    const QTemporaryDir folder;
    const QString onnx =
        tests::written(folder, QStringLiteral("tiny.onnx"), QByteArray::fromStdString(tests::tinyOnnx()));
    drop(bench.find<DropArea>(QStringLiteral("modelDrop")), onnx);
    QTRY_VERIFY(bench.find<DropArea>(QStringLiteral("modelDrop"))->hasError());
    QCOMPARE(bench.llm().architecture.family, std::string("qwen3_moe"));
    bench.find<QAction>(QStringLiteral("addWorkload-inference"))->trigger();
    QCoreApplication::processEvents();
    drop(bench.find<DropArea>(QStringLiteral("modelDrop")), onnx);
    QTRY_COMPARE(std::get<model::Inference>(bench.workload(1).detail).cost.modelName, std::string("tiny"));
    QVERIFY(std::get<model::Inference>(bench.workload(1).detail).cost.flops.median() > 0.0);
}

void tst_WorkloadPage::plusMinusAsksWhatIsMeant()
{
    const auto readings =
        plusMinusReadings(QStringLiteral("700 +- 15"), model::Dimension::Count, QStringLiteral("tokens"));
    QCOMPARE(readings.size(), 2);
    QCOMPARE(readings[0].label, QStringLiteral("Use 15 %"));
    QCOMPARE(readings[1].text, QStringLiteral("685 to 715"));
    for (const char* clear : {"100 +- 10", "700 +- 15 %", "7.5 +- 0.5", "9000 +- 450", "700 to 715", "700"}) {
        QVERIFY2(plusMinusReadings(QString::fromLatin1(clear), model::Dimension::Count, {}).isEmpty(), clear);
    }
    PageBench bench(PageId::Workload);
    bench.type(kOutput, QStringLiteral("700 +- 15"));
    auto* error = bench.find<QLabel>(kOutput + QStringLiteral("#error"));
    QVERIFY(error->text().contains(QStringLiteral("± 15 tokens or ± 15 %?")));
    QVERIFY(error->text().contains(QLatin1String("Still using 700.")));
    QVERIFY(bench.llm().outputTokens == model::Range(700.0));
    QCOMPARE(pageOf(bench)->issueCount(), 1);
    emit error->linkActivated(readings[0].text);
    QVERIFY(std::abs(bench.llm().outputTokens.first() - 595.0) < 1e-9);
    QVERIFY(std::abs(bench.llm().outputTokens.last() - 805.0) < 1e-9);
    QCOMPARE(pageOf(bench)->issueCount(), 0);
}

void tst_WorkloadPage::fixesAreOfferedAsLinks()
{
    PageBench bench(PageId::Workload);
    auto* error = bench.find<QLabel>(kOutput + QStringLiteral("#error"));
    bench.type(kOutput, QStringLiteral("900 to 500"));
    QVERIFY2(error->text().contains(QLatin1String("500 to 900")), qPrintable(error->text()));
    bench.type(kOutput, QStringLiteral("1,200"));
    QVERIFY2(error->text().contains(QLatin1String(">Use 1200<")), qPrintable(error->text()));
    bench.type(kOutput, QStringLiteral("500-900"));
    QVERIFY2(error->text().contains(QLatin1String("Use 500 to 900")), qPrintable(error->text()));
    bench.type(kOutput, QStringLiteral("a lot"));
    QVERIFY(!error->text().contains(QLatin1String("<a ")));
    bench.type(kOutput, QStringLiteral("650"));
    QVERIFY(error->text().isEmpty());
}

void tst_WorkloadPage::unitsAreTypedFreely()
{
    PageBench bench(PageId::Workload);
    bench.type(QStringLiteral("/workloads/0/input_tokens"), QStringLiteral("4 k"));
    QVERIFY(bench.llm().inputTokens == model::Range(4000.0));
    bench.type(QStringLiteral("/workloads/0/objectives/time_per_token_p95_s"), QStringLiteral("45 ms"));
    QVERIFY(std::abs(*bench.workload().objectives.timePerTokenP95Seconds - 0.045) < 1e-12);
    bench.type(QStringLiteral("/workloads/0/stored_bytes"), QStringLiteral("2 GiB"));
    QVERIFY(bench.workload().storedBytes == model::Range(2147483648.0));
}

void tst_WorkloadPage::aNoteIsKeptInThePlan()
{
    PageBench bench(PageId::Workload);
    auto* edit = bench.find<QLineEdit>(kOutput);
    edit->setFocus();
    QTest::keyClick(edit, Qt::Key_N, Qt::AltModifier);
    if (auto* note = bench.find<QLineEdit>(kOutput + QStringLiteral("#noteEdit")); !note->isVisible()) {
        bench.find<QAction>(kOutput + QStringLiteral("#noteAction"))->trigger(); // offscreen has no shortcuts
    }
    auto* note = bench.find<QLineEdit>(kOutput + QStringLiteral("#noteEdit"));
    QVERIFY(note->isVisible());
    QTest::keyClicks(note, QStringLiteral("from the pilot"));
    QTest::keyClick(note, Qt::Key_Return);
    QCOMPARE(bench.workspace.plan().fieldNotes.at("/workloads/0/output_tokens"),
             std::string("from the pilot"));
    QCOMPARE(bench.find<QLabel>(kOutput + QStringLiteral("#note"))->text(), QStringLiteral("from the pilot"));
    QVERIFY(bench.undoText().contains(QLatin1String("note on Output tokens")));
    bench.undo();
    QVERIFY(bench.workspace.plan().fieldNotes.empty());
}

void tst_WorkloadPage::eachAcceleratorIsListed()
{
    const PageBench bench(PageId::Workload);
    const QString table = QStringLiteral("acceleratorTable");
    QTRY_COMPARE(bench.find<QTableView>(table)->model()->rowCount(), 3);
    const QAbstractItemModelTester tester(bench.find<QTableView>(table)->model());
    const int h100 = rowOf(bench, table, QStringLiteral("NVIDIA H100 SXM"));
    QCOMPARE(bench.cell(table, h100, 1), QStringLiteral("1"));
    const auto fit = simulator::fitOn(bench.workload(), tests::h100(), bench.workspace.plan().assumptions);
    QCOMPARE(bench.cell(table, h100, 3),
             QLocale().toString(*fit.cacheBytes / model::kGib, 'f', 1)); // the column's decimals
    QCOMPARE(bench.cell(table, h100, 4), QLocale().toString(static_cast<int>(*fit.atOnce)));
    const int mystery = rowOf(bench, table, QStringLiteral("Mystery One"));
    QVERIFY(bench.cell(table, mystery, 2).contains(QLatin1String("lacks its memory bandwidth")));
    QCOMPARE(mystery, 2); // what is unknown stands last
}

void tst_WorkloadPage::aMissedObjectiveIsCrossed()
{
    PageBench bench(PageId::Workload);
    const QString table = QStringLiteral("acceleratorTable");
    bench.type(QStringLiteral("/workloads/0/objectives/time_per_token_p95_s"), QStringLiteral("1"));
    const auto* model = bench.find<QTableView>(table)->model();
    const auto speed = [&] {
        const int row = rowOf(bench, table, QStringLiteral("NVIDIA H100 SXM"));
        return model->index(row, 5);
    };
    QTRY_COMPARE(speed().data(SymbolRole).toInt(), static_cast<int>(Symbol::Cross));
    QCOMPARE(model->index(speed().row(), 6).data().toString(), QStringLiteral("none"));
}

void tst_WorkloadPage::cellsExplainThemselves()
{
    const PageBench bench(PageId::Workload);
    auto* table = bench.find<QTableView>(QStringLiteral("acceleratorTable"));
    QTRY_COMPARE(table->model()->rowCount(), 3);
    table->setFocus();
    const int row = rowOf(bench, QStringLiteral("acceleratorTable"), QStringLiteral("NVIDIA H100 SXM"));
    table->setCurrentIndex(table->model()->index(row, 3));
    QTest::keyClick(table, Qt::Key_Right); // to "at once", by keyboard
    QCOMPARE(bench.find<QLabel>(QStringLiteral("explainedName"))->text(), QStringLiteral("requests at once"));
    QCOMPARE(bench.find<QLabel>(QStringLiteral("explainedNumber"))->text(),
             table->model()->index(row, 4).data().toString());
    QVERIFY(bench.find<QLabel>(QStringLiteral("explainedObject"))
                ->text()
                .startsWith(QLatin1String("NVIDIA H100 SXM")));
    bench.window->showPage(PageId::Compare); // the panel goes back to the selection
    QTRY_VERIFY(bench.find<QLabel>(QStringLiteral("explainedName"))->text()
                != QStringLiteral("requests at once"));
}

void tst_WorkloadPage::theCurveFollowsTheSelection()
{
    const PageBench bench(PageId::Workload);
    auto* table = bench.find<QTableView>(QStringLiteral("acceleratorTable"));
    auto* chart = bench.find<SaturationChart>(QStringLiteral("saturationChart"));
    QTRY_COMPARE(chart->content().curves.size(), std::size_t{2});
    const auto selected = [&] {
        return chart->content().curves.back().key; // the selected one is drawn last
    };
    QCOMPARE(selected(), QStringLiteral("h100-sxm"));
    QVERIFY(chart->content().curves.back().isSelected);
    QCOMPARE(*chart->content().objectiveSeconds, 30.0);
    const int row = rowOf(bench, QStringLiteral("acceleratorTable"), QStringLiteral("NVIDIA L40S"));
    table->setCurrentIndex(table->model()->index(row, 0));
    QTRY_COMPARE(selected(), QStringLiteral("l40s"));
    QVERIFY(bench.find<QTableView>(QStringLiteral("saturationTable"))->model()->rowCount() >= 15);
    QVERIFY(!chart->accessibleDescription().isEmpty());
}

void tst_WorkloadPage::latencyKindsSwitch()
{
    const PageBench bench(PageId::Workload);
    auto* chart = bench.find<SaturationChart>(QStringLiteral("saturationChart"));
    QTRY_VERIFY(!chart->content().curves.empty());
    auto* kind = bench.find<QComboBox>(QStringLiteral("latencyKind"));
    kind->setFocus();
    QTest::keyClick(kind, Qt::Key_Down);
    QVERIFY(chart->content().kind == LatencyKind::FirstToken);
    QCOMPARE(*chart->content().objectiveSeconds, 2.0);
    QTest::keyClick(kind, Qt::Key_Down);
    QVERIFY(chart->content().kind == LatencyKind::PerToken);
    QCOMPARE(*chart->content().objectiveSeconds, 0.05);
}

void tst_WorkloadPage::aTraceDrivesTheReplay()
{
    PageBench bench(PageId::Workload);
    auto* chart = bench.find<SaturationChart>(QStringLiteral("saturationChart"));
    QTRY_VERIFY(!chart->content().curves.empty());
    QByteArray trace = "arrived_at,prefill_tokens,decode_tokens\n";
    for (int i = 0; i < 200; ++i) {
        trace += QByteArray::number(0.4 * i) + "," + QByteArray::number(1000 + 10 * (i % 7)) + ",100\n";
    }
    trace += "bad,row,here\n";
    const QTemporaryDir folder;
    const QString path = tests::written(folder, QStringLiteral("requests.csv"), trace);
    pageOf(bench)->setFileChooser([&](const QString&, const QString&) { return path; });
    bench.click(QStringLiteral("traceButton"));
    QTRY_VERIFY(chart->content().curves.back().values.isTrace);
    QCOMPARE(chart->content().curves.back().values.requests, std::size_t{200});
    const QString note = bench.find<QLabel>(QStringLiteral("replicaNote"))->text();
    QVERIFY2(note.contains(QLatin1String("200 requests of requests.csv")), qPrintable(note));
    QVERIFY2(note.contains(QLatin1String("1 row(s) were left out")), qPrintable(note));
    bench.click(QStringLiteral("traceButton")); // without it again
    QTRY_VERIFY(!chart->content().curves.back().values.isTrace);
    pageOf(bench)->setFileChooser([&](const QString&, const QString&) {
        return tests::written(folder, QStringLiteral("no.csv"), "nothing here\n");
    });
    bench.click(QStringLiteral("traceButton"));
    QTRY_VERIFY(bench.find<QLabel>(QStringLiteral("replicaNote"))->text().startsWith(QChar(0x2715)));
    QVERIFY(!chart->content().curves.empty()); // the last result stays
}

void tst_WorkloadPage::aLongReplayShowsProgressAndCancels()
{
    PageBench bench(PageId::Workload);
    auto* chart = bench.find<SaturationChart>(QStringLiteral("saturationChart"));
    QTRY_VERIFY(!chart->content().curves.empty());
    QByteArray trace = "arrived_at,prefill_tokens,decode_tokens\n";
    for (int i = 0; i < 60000; ++i) {
        trace += QByteArray::number(0.3 * i) + "," + QByteArray::number(200 + 7 * (i % 501)) + ",300\n";
    }
    const QTemporaryDir folder;
    const QString path = tests::written(folder, QStringLiteral("long.csv"), trace);
    pageOf(bench)->setFileChooser([&](const QString&, const QString&) { return path; });
    bench.click(QStringLiteral("traceButton"));
    auto* cancel = bench.find<QPushButton>(QStringLiteral("cancelReplay"));
    QTRY_VERIFY_WITH_TIMEOUT(cancel->isVisible(), 20000);
    QVERIFY(!chart->content().curves.empty()); // the last result stays meanwhile
    QTest::mouseClick(cancel, Qt::LeftButton);
    QVERIFY(!cancel->isVisible());
    QVERIFY(!chart->content().curves.back().values.isTrace);
}

void tst_WorkloadPage::calibrationIsFittedAndKept()
{
    PageBench bench(PageId::Workload);
    auto* chart = bench.find<SaturationChart>(QStringLiteral("saturationChart"));
    QTRY_VERIFY(!chart->content().curves.empty());
    const int row = rowOf(bench, QStringLiteral("acceleratorTable"), QStringLiteral("NVIDIA H100 SXM"));
    const QString before = bench.cell(QStringLiteral("acceleratorTable"), row, 6);
    bench.find<QTabBar>(QStringLiteral("replicaViews"))->setCurrentIndex(2);
    const QString table = QStringLiteral("calibrationPoints");
    bench.typeCell(table, 0, 0, QStringLiteral("throughput"));
    QTRY_COMPARE(bench.find<QTableView>(table)->model()->rowCount(), 2);
    bench.typeCell(table, 0, 1, QStringLiteral("8"));
    QTRY_COMPARE(bench.cell(table, 0, 1), QStringLiteral("8"));
    bench.typeCell(table, 0, 2, QStringLiteral("minus"));
    auto* result = bench.find<QLabel>(QStringLiteral("calibrationResult"));
    QTRY_VERIFY(result->text().startsWith(QChar(0x2715)));
    bench.typeCell(table, 0, 2, QStringLiteral("150"));
    QTRY_VERIFY(!bench.cell(table, 0, 3).isEmpty()); // what is predicted there
    QTRY_VERIFY(bench.find<QPushButton>(QStringLiteral("fitCalibration"))->isEnabled());
    bench.click(QStringLiteral("fitCalibration"));
    QTRY_VERIFY(result->text().contains(QLatin1String("Not kept yet")));
    QVERIFY(bench.llm().calibrations.empty());
    QVERIFY(result->text().startsWith(QLatin1String("Error before")));
    bench.click(QStringLiteral("keepCalibration"));
    QCOMPARE(bench.llm().calibrations.size(), std::size_t{1});
    const model::Calibration& kept = bench.llm().calibrations.front();
    QCOMPARE(kept.device, model::AcceleratorId("h100-sxm"));
    QVERIFY(kept.errorAfter < kept.errorBefore);
    QVERIFY(model::parseDay(kept.date).has_value());
    QTRY_VERIFY(bench.cell(QStringLiteral("acceleratorTable"), row, 0).contains(QLatin1String("calibrated")));
    QVERIFY(bench.cell(QStringLiteral("acceleratorTable"), row, 6) != before);
    QTRY_VERIFY(bench.find<QPushButton>(QStringLiteral("dropCalibration"))->isEnabled());
    bench.click(QStringLiteral("dropCalibration"));
    QVERIFY(bench.llm().calibrations.empty());
    QVERIFY(bench.undoText().contains(QLatin1String("no calibration of h100-sxm")));
}

void tst_WorkloadPage::loadTestPointsAreTypedPastedAndRemoved()
{
    PageBench bench(PageId::Workload);
    bench.find<QAction>(QStringLiteral("addWorkload-service"))->trigger();
    QCoreApplication::processEvents();
    const auto points = [&]() -> const std::vector<model::MeasuredPoint>& {
        return std::get<model::MeasuredService>(bench.workload(1).detail).points;
    };
    const std::size_t before = points().size();
    QVERIFY(before > 0);
    const QString table = QStringLiteral("loadTestPoints");
    bench.typeCell(table, 0, 1, QStringLiteral("12.5"));
    QTRY_COMPARE(points()[0].throughputPerSecond, 12.5);
    bench.typeCell(table, static_cast<int>(before), 0, QStringLiteral("999"));
    QTRY_COMPARE(points().size(), before + 1);
    QCOMPARE(points().back().concurrency, 999.0);
    bench.typeCell(table, 0, 1, QStringLiteral("-4"));
    QTRY_VERIFY(bench.find<QLabel>(QStringLiteral("workloadMessage"))->isVisible());
    QCOMPARE(points()[0].throughputPerSecond, 12.5); // as it was
    bench.find<QTableView>(table)->setCurrentIndex(bench.find<QTableView>(table)->model()->index(0, 0));
    bench.find<QAction>(QStringLiteral("removeLoadPoint"))->trigger();
    QCOMPARE(points().size(), before);
    QApplication::clipboard()->setText(QStringLiteral("1\t10\t0.1\n2\t18\t0.2\n4\t30\t0.5\n"));
    bench.find<QAction>(QStringLiteral("pastePoints"))->trigger();
    QCOMPARE(points().size(), std::size_t{3});
    QCOMPARE(points()[2].latencyP95Seconds.value_or(0), 0.5);
    QTRY_COMPARE(bench.find<SaturationChart>(QStringLiteral("saturationChart"))->content().measured.size(),
                 std::size_t{3});
    QApplication::clipboard()->setText(QStringLiteral("no table"));
    bench.find<QAction>(QStringLiteral("pastePoints"))->trigger();
    QCOMPARE(points().size(), std::size_t{3});
}

void tst_WorkloadPage::aLoadTestFileBecomesAService()
{
    PageBench bench(PageId::Workload);
    const QTemporaryDir folder;
    const QString path =
        tests::written(folder, QStringLiteral("search.csv"), "users,rps,p95_ms\n1,9,80\n8,40,150\nx,1,1\n");
    pageOf(bench)->setFileChooser([&](const QString&, const QString&) { return path; });
    bench.click(QStringLiteral("importLoadTest"));
    QTRY_COMPARE(bench.workspace.plan().workloads.size(), std::size_t{2});
    const auto& service = std::get<model::MeasuredService>(bench.workload(1).detail);
    QCOMPARE(service.points.size(), std::size_t{2});
    const QString said = bench.find<QLabel>(QStringLiteral("workloadMessage"))->text();
    QVERIFY2(said.contains(QLatin1String("search.csv:4:concurrency: 'x' is not a number")), qPrintable(said));
    bench.undo();
    QCOMPARE(bench.workspace.plan().workloads.size(), std::size_t{1});
}

void tst_WorkloadPage::everyControlHasAName()
{
    const PageBench bench(PageId::Workload);
    for (const QWidget* widget : pageOf(bench)->findChildren<QWidget*>()) {
        const bool isControl = qobject_cast<const QLineEdit*>(widget) != nullptr
                               || qobject_cast<const QComboBox*>(widget) != nullptr
                               || qobject_cast<const QTableView*>(widget) != nullptr
                               || qobject_cast<const QTabBar*>(widget) != nullptr
                               || qobject_cast<const SaturationChart*>(widget) != nullptr;
        if (isControl && !widget->objectName().startsWith(QLatin1String("qt_"))) {
            QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
            QVERIFY(!widget->objectName().isEmpty());
        }
    }
}

QTEST_MAIN(tst_WorkloadPage)
#include "tst_WorkloadPage.moc"
