// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/throughput/LlmReplica.h"
#include "tests/simulator/throughput/Hosts.h"
#include "tests/simulator/throughput/KnownModels.h"

#include <QtTest>

using namespace wherewithal;
using model::Precision;
using simulator::arithmeticPrecision;

/// What a number format of the weights does to the speed and to how sure the prediction is.
class tst_Precision : public QObject
{
    Q_OBJECT
private slots:
    void multipliesInWhatTheDeviceHas();
    void plainFp32IsBoundByItsOwnPeak();
    void intervalsFollowWhatWasMeasured();
    void moreStagesThanLayersAreRefused();
};

namespace {

model::Result<simulator::LlmReplica<double>>
placed(Precision precision, const char* profile = "", int stages = 1)
{
    model::LlmServing serving;
    serving.architecture = tests::knownModels()[0].architecture; // Llama-3.1-8B
    serving.weightPrecision = precision;
    serving.engineProfile = profile;
    const model::Accelerator device = tests::h100();
    const model::Machine machine = tests::gpuMachine(device, 64);
    return simulator::placeLlm<double>(
        {.serving = &serving, .host = {&machine, &device}, .tensorParallel = 1, .pipelineParallel = stages},
        {},
        {2000, 100, 2000});
}

} // namespace

void tst_Precision::multipliesInWhatTheDeviceHas()
{
    const model::Accelerator h100 = tests::h100();
    QVERIFY(arithmeticPrecision(h100, Precision::Bf16) == Precision::Bf16);
    QVERIFY(arithmeticPrecision(h100, Precision::Fp32) == Precision::Fp32);
    QVERIFY(arithmeticPrecision(h100, Precision::Fp8) == Precision::Fp8);
    QVERIFY(arithmeticPrecision(h100, Precision::Fp4) == Precision::Bf16);  // Hopper has no FP4
    QVERIFY(arithmeticPrecision(h100, Precision::Int4) == Precision::Bf16); // unpacked by its nature
    model::Accelerator ampere = h100;
    ampere.fp8FlopsPerSecond.reset();
    QVERIFY(arithmeticPrecision(ampere, Precision::Fp8) == Precision::Bf16); // INT8 units do no FP8
    QVERIFY(arithmeticPrecision(ampere, Precision::Int8) == Precision::Int8);
}

void tst_Precision::plainFp32IsBoundByItsOwnPeak()
{
    // A prompt is bound by arithmetic: its matrices take 989 / 67 = 14.8 times as long, attention does not.
    const simulator::LlmLengths<double> lengths{2000, 100, 2000};
    const auto half = placed(Precision::Bf16);
    const auto full = placed(Precision::Fp32);
    QVERIFY2(half && full, full ? "" : full.error().message.c_str());
    const double ratio =
        simulator::prefillSeconds(*full, lengths) / simulator::prefillSeconds(*half, lengths);
    QVERIFY2(ratio > 10.0 && ratio < 989.0 / 67.0, qPrintable(QString::number(ratio)));
}

void tst_Precision::intervalsFollowWhatWasMeasured()
{
    const model::Assumptions standard;
    const auto sigma = [&](const char* key) {
        return standard.get(key).median();
    };
    QCOMPARE(placed(Precision::Bf16)->errorSigma, sigma("llm-error-sigma-known"));
    QCOMPARE(placed(Precision::Fp8, "tensorrt-llm")->errorSigma, sigma("llm-error-sigma-quantised"));
    // No row of another engine below 16 bits was seen: as for a device without measured kernels.
    QCOMPARE(placed(Precision::Fp8, "vllm-0.15")->errorSigma, sigma("llm-error-sigma"));
    QVERIFY(sigma("llm-error-sigma") > sigma("llm-error-sigma-quantised"));
}

void tst_Precision::moreStagesThanLayersAreRefused()
{
    QVERIFY(placed(Precision::Bf16, "", 32));
    const auto wrong = placed(Precision::Bf16, "", 33);
    QVERIFY(!wrong);
    QCOMPARE(wrong.error().message, std::string("32 layers cannot be cut into 33 stages"));
}

QTEST_APPLESS_MAIN(tst_Precision)
#include "tst_Precision.moc"
