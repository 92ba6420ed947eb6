// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/throughput/LlmReplica.h"
#include "tests/simulator/throughput/Hosts.h"
#include "tests/simulator/throughput/KnownModels.h"

#include <QtTest>

/// Experts dealt out over devices instead of being cut: memory, communication, and what is refused.
using namespace wherewithal;
using model::ErrorCode;
using simulator::LlmLengths;
using simulator::LlmReplica;
using simulator::StepLoad;
using simulator::StepTime;

namespace {

const LlmLengths<double> kLengths{500.0, 100.0, 500.0};

model::LlmServing servingOf(const char* name)
{
    model::LlmServing serving;
    for (const auto& known : tests::knownModels()) {
        if (known.architecture.name == name) {
            serving.architecture = known.architecture;
        }
    }
    return serving;
}

model::Result<LlmReplica<double>>
placed(model::LlmServing serving, int devices, bool isExpertParallel, int stages = 1)
{
    serving.isExpertParallel = isExpertParallel;
    const model::Accelerator device = tests::h100();
    const model::Machine machine = tests::gpuMachine(device, 8);
    return simulator::placeLlm<double>({.serving = &serving,
                                        .host = {&machine, &device},
                                        .tensorParallel = devices,
                                        .pipelineParallel = stages},
                                       {},
                                       kLengths);
}

StepTime<double> stepOf(const LlmReplica<double>& replica, double tokens)
{
    return replica.roofline.step({.tokens = tokens,
                                  .decodeSequences = tokens,
                                  .cacheTokens = 500.0 * tokens,
                                  .cacheTokensWindowed = 500.0 * tokens,
                                  .logitRows = tokens});
}

} // namespace

class tst_ExpertParallel : public QObject
{
    Q_OBJECT
private slots:
    void keepsExpertsOnceAndAllElseOnEveryDevice();
    void sendsEachTokenToTheExpertsDevicesAndBack();
    void readsItsShareOfTheExperts();
    void cachesEachRequestOnOneDevice();
    void refusesWhatCannotBeDealtOut_data();
    void refusesWhatCannotBeDealtOut();
};

void tst_ExpertParallel::keepsExpertsOnceAndAllElseOnEveryDevice()
{
    const auto serving = servingOf("Mixtral-8x7B");
    const auto cut = placed(serving, 4, false);
    const auto dealt = placed(serving, 4, true);
    QVERIFY2(cut && dealt, dealt ? "" : dealt.error().message.c_str());
    const double experts = 2.0 * dealt->counts.experts;
    const double rest = 2.0 * (dealt->counts.total - dealt->counts.experts);
    QCOMPARE(cut->weightsBytes, experts + rest);
    QCOMPARE(dealt->weightsBytes, experts + 4.0 * rest);
    QVERIFY(dealt->cacheTokens < cut->cacheTokens);
}

void tst_ExpertParallel::sendsEachTokenToTheExpertsDevicesAndBack()
{
    // Mixtral: 32 layers, h 4096, 2 experts a token. 100 tokens on 4 devices: each sends 25 of them to 2
    // devices, 3/4 of which are others, 2 bytes there and 2 back, over 450 GB/s x 0.65; and 2 starts of 5.2
    // microseconds.
    const auto serving = servingOf("Mixtral-8x7B");
    const auto dealt = placed(serving, 4, true);
    QVERIFY(dealt.has_value());
    const double sent = 25.0 * 2.0 * 0.75 * 4096.0 * 4.0;
    const double expected = 32.0 * (2.0 * 5.2e-6 + sent / (450e9 * 0.65));
    QVERIFY(std::abs(stepOf(*dealt, 100.0).communication / expected - 1.0) < 1e-9);
}

void tst_ExpertParallel::readsItsShareOfTheExperts()
{
    // Many tokens read all experts either way: a device its quarter. With weights that dominate, a step of
    // few tokens a device costs about the same as with experts cut, less the attention weights now kept
    // whole.
    const auto serving = servingOf("Mixtral-8x7B");
    const auto cut = placed(serving, 4, false);
    const auto dealt = placed(serving, 4, true);
    const auto alone = placed(serving, 1, true);
    QVERIFY(cut && dealt);
    QVERIFY(!alone.has_value()); // 93 GB of weights do not fit one device
    QCOMPARE(alone.error().code, ErrorCode::DoesNotFit);
    QVERIFY(stepOf(*dealt, 64.0).matrices > stepOf(*cut, 64.0).matrices);
    QVERIFY(stepOf(*dealt, 64.0).matrices < 1.6 * stepOf(*cut, 64.0).matrices);
}

void tst_ExpertParallel::cachesEachRequestOnOneDevice()
{
    // 8 key-value heads: on 8 devices neither layout repeats them, on 16 stages x devices neither would; the
    // mixture with 4 heads repeats them when its heads are cut over 8 devices.
    const auto serving = servingOf("Qwen3-30B-A3B");
    const auto cut = placed(serving, 8, false);
    const auto dealt = placed(serving, 8, true);
    QVERIFY(cut && dealt);
    QCOMPARE(cut->cacheBytesPerToken, 2.0 * dealt->cacheBytesPerToken);
}

void tst_ExpertParallel::refusesWhatCannotBeDealtOut_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("devices");
    QTest::addColumn<QString>("says");
    QTest::addRow("a dense model") << "Llama-3.1-8B" << 2 << "has no experts";
    QTest::addRow("an uneven deal") << "Mixtral-8x7B" << 3 << "8 experts cannot be dealt out evenly over 3";
}

void tst_ExpertParallel::refusesWhatCannotBeDealtOut()
{
    QFETCH(QString, name);
    QFETCH(int, devices);
    QFETCH(QString, says);
    const auto refused = placed(servingOf(name.toLatin1().constData()), devices, true);
    QVERIFY(!refused.has_value());
    QCOMPARE(refused.error().code, ErrorCode::Inconsistent);
    QVERIFY2(refused.error().message.find(says.toStdString()) != std::string::npos,
             refused.error().message.c_str());
    QVERIFY(!refused.error().hint.empty());
}

QTEST_APPLESS_MAIN(tst_ExpertParallel)
#include "tst_ExpertParallel.moc"
