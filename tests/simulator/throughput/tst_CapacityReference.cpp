// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/throughput/Capacity.h"
#include "simulator/throughput/Training.h"
#include "tests/simulator/throughput/MeasuredSetup.h"
#include "tests/simulator/throughput/Verdicts.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>

using namespace wherewithal;
using model::Accelerator;
using model::Precision;
using tests::CsvRow;
using tests::deviceCalled;
using tests::Errors;
using tests::isAbsent;
using tests::sharedTable;
using tests::verdict;

namespace {

struct ClassicModel
{
    const char* name;
    const char* modelClass;
    double flops; ///< per sample
    const char* source;
};

// RetinaNet rows are left out: no source at hand for its operations per image.
constexpr std::array kClassic{
    ClassicModel{"resnet50", "cnn", 8.2e9, "2 x 4.1 GMAC per 224 x 224 image"},
    ClassicModel{"bert-99", "transformer-encoder", 0.12e12, "BERT-large, a SQuAD sample unpadded"},
};

} // namespace

/// Classic networks and training: what one machine does, against published submissions.
/// Predictions with the standard assumptions: nothing is fitted on a row that is tested. Each function prints
/// its rows and its verdict; simulator/throughput/README.md keeps the table.
class tst_CapacityReference : public QObject
{
    Q_OBJECT
private slots:
    void t8ClassicInference();
    void t9Training();
};

void tst_CapacityReference::t8ClassicInference()
{
    const auto rows = sharedTable("throughput-measurements.csv");
    if (isAbsent(rows, "T8")) {
        return;
    }
    Errors all;
    for (const CsvRow& row : rows) {
        const auto* const known = std::ranges::find_if(
            kClassic, [&](const ClassicModel& m) { return row.text("model") == m.name; });
        const Accelerator device = deviceCalled(row.text("device"));
        if (known == kClassic.end() || row.text("scenario") != "Offline" || row.text("metric") != "throughput"
            || device.id.isEmpty()) {
            continue;
        }
        model::Inference inference;
        inference.cost = {.modelName = known->name,
                          .modelClass = known->modelClass,
                          .flops = known->flops,
                          .precision = Precision::Int8,
                          .maxBatch = 1024};
        const model::Workload workload{.detail = inference};
        Accelerator sheet = device;
        if (sheet.kind == "cpu") {
            sheet.memoryBytes = 512 * model::kGib;
        }
        const model::Machine machine = tests::gpuMachine(sheet, static_cast<int>(row.number("device_count")));
        const auto capacity = simulator::replicaCapacity<double>(workload, {&machine, &sheet}, {}, {});
        QVERIFY2(capacity.has_value(), capacity ? "" : capacity.error().message.c_str());
        const double predicted = capacity->stablePerSecond * capacity->replicasPerMachine;
        qInfo("T8 %-10s %-36s x%-2.0f %9.0f (%9.0f) %+6.1f %%",
              known->name,
              row.text("device").c_str(),
              row.number("device_count"),
              predicted,
              row.number("value"),
              100 * (predicted / row.number("value") - 1));
        all.add(predicted, row.number("value"));
    }
    qInfo("T8 %zu rows, bias %+.1f %%", all.count(), 100 * all.bias());
    tests::coverageVerdict("T8", {{"networks and encoders", &all, "inference-error-sigma"}});
    verdict("T8", "offline rows with default share of peak, median", all.absoluteQuantile(0.5), 0.25, 0.15);
}

void tst_CapacityReference::t9Training()
{
    const auto rows = sharedTable("throughput-measurements.csv");
    if (isAbsent(rows, "T9")) {
        return;
    }
    Errors all;
    for (const CsvRow& row : rows) {
        const Accelerator device = deviceCalled(row.text("device"));
        const bool isLora =
            row.text("model") == "llama2_70b_lora" && row.text("metric") == "training_throughput_median";
        if (!isLora || device.id.isEmpty()) {
            continue;
        }
        model::Training training;
        training.architecture = tests::measuredModel("Llama-2-70B");
        training.method = model::Training::Method::Lora;
        training.precision = device.fp8FlopsPerSecond ? Precision::Fp8 : Precision::Bf16;
        training.sequenceLength = 8192;
        training.recomputesActivations = false;
        const int devices = static_cast<int>(row.number("device_count"));
        // Activations of one sequence are spread over the run's devices here; memory is not what is tested.
        const simulator::LlmShape<double> shape = simulator::shapeOf<double>(training.architecture);
        const auto counts = simulator::countLlm<double>(training.architecture, shape);
        model::Machine machine = tests::gpuMachine(device, std::min(devices, 8));
        machine.acceleratorMemoryBytesEach = 4096 * model::kGib;
        const model::Workload workload{.detail = training};
        const auto capacity = simulator::replicaCapacity<double>(workload, {&machine, &device}, {}, {});
        QVERIFY2(capacity.has_value(), capacity ? "" : capacity.error().message.c_str());
        const double nodes = devices / static_cast<double>(machine.acceleratorCount);
        const double exponent = model::findAssumption("training-scaling-exponent")->standard.median();
        const double predicted = capacity->perSecond * nodes * std::pow(nodes, -exponent);
        const double measured = row.number("value") * training.sequenceLength;
        qInfo("T9 %-26s x%-5d %9.0f (%9.0f) tokens/s %+6.1f %%  %.3g FLOP/token",
              row.text("device").c_str(),
              devices,
              predicted,
              measured,
              100 * (predicted / measured - 1),
              simulator::trainingFlopsPerToken<double>(training, shape, counts));
        all.add(predicted, measured);
    }
    qInfo("T9 %zu rows, bias %+.1f %%", all.count(), 100 * all.bias());
    tests::coverageVerdict("T9", {{"adapters", &all, "training-error-sigma"}});
    verdict("T9", "LoRA rows, median", all.absoluteQuantile(0.5), 0.25, 0.15);
}

QTEST_APPLESS_MAIN(tst_CapacityReference)
#include "tst_CapacityReference.moc"
