// SPDX-License-Identifier: GPL-3.0-or-later
#include "../Hosts.h"
#include "../KnownModels.h"
#include "model/base/Random.h"
#include "simulator/throughput/replay/Arrivals.h"
#include "simulator/throughput/replay/Replay.h"
#include "simulator/throughput/replay/RooflineStepTimer.h"
#include "simulator/throughput/replay/Saturation.h"

#include <QtTest>

#include <cmath>
#include <vector>

using namespace wherewithal;
using namespace wherewithal::simulator;
using model::TraceRequest;

namespace {

const model::LlmArchitecture& architectureOf(const char* name)
{
    static const auto models = tests::knownModels();
    for (const auto& known : models) {
        if (known.architecture.name == name) {
            return known.architecture;
        }
    }
    return models.front().architecture;
}

struct Placed
{
    model::LlmServing serving;
    model::Accelerator device = tests::h100();
    model::Machine machine;

    Placed(const char* name, int devices)
        : machine(tests::gpuMachine(device, devices))
    {
        serving.architecture = architectureOf(name);
    }
    [[nodiscard]] LlmPlacement placement(int tensor, int pipeline) const
    {
        return {.serving = &serving,
                .host = {.machine = &machine, .accelerator = &device},
                .tensorParallel = tensor,
                .pipelineParallel = pipeline};
    }
};

std::vector<TraceRequest> someRequests(double perSecond, std::size_t count)
{
    const std::vector<TraceRequest> lengths{{.prefillTokens = 1000, .decodeTokens = 200},
                                            {.prefillTokens = 300, .decodeTokens = 60}};
    return requestsDrawn({.perSecond = perSecond}, lengths, count, 17).value();
}

} // namespace

class tst_RooflineReplay : public QObject
{
    Q_OBJECT
private slots:
    void samplesTheRooflineExactly_data();
    void samplesTheRooflineExactly();
    void fillsInBlocksStagesAndOverheads();
    void sustainsWhatTheClosedFormSays();
    void theEngineProfileIsSeenInTheTimePerToken();
    void saysWhichBytesDoNotFit();
    void twoStagesShareTheWork();
};

void tst_RooflineReplay::samplesTheRooflineExactly_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("devices");
    QTest::addColumn<bool>("isExpertParallel");
    QTest::addRow("dense, one device") << "Llama-3.1-8B" << 1 << false;
    QTest::addRow("dense, four devices") << "Llama-3.1-8B" << 4 << false;
    QTest::addRow("experts") << "Mixtral-8x7B" << 8 << false;
    QTest::addRow("experts dealt out") << "Mixtral-8x7B" << 8 << true;
}

void tst_RooflineReplay::samplesTheRooflineExactly()
{
    QFETCH(QString, name);
    QFETCH(int, devices);
    QFETCH(bool, isExpertParallel);
    Placed placed(name.toLatin1().constData(), devices);
    placed.serving.isExpertParallel = isExpertParallel;
    const LlmPlacement placement = placed.placement(devices, 1);
    const auto made = rooflineReplay(placement, {}, {}, {.chunkTokens = 2048});
    QVERIFY2(made, made ? "" : model::text(made.error()).c_str());
    model::RandomStream stream(1, "test", 0);
    for (int i = 0; i < 200; ++i) {
        StepBatch batch;
        for (int s = 0; s < i % 40; ++s) {
            batch.addDecode(static_cast<std::int64_t>(stream.uniform() * 3000.0));
        }
        batch.addPrefill(static_cast<std::int64_t>(stream.uniform() * 2000.0),
                         1 + static_cast<std::int64_t>(stream.uniform() * 4000.0), // past the table too
                         i % 2 == 0);
        const auto pairs = static_cast<double>(batch.prefillTokenPairs)
                           + 0.5 * static_cast<double>(batch.prefillTokensSquared);
        const StepTime<double> whole = made->replica.roofline.step(
            {.tokens = static_cast<double>(batch.tokens()),
             .decodeSequences = static_cast<double>(batch.decodeSequences),
             .cacheTokens = static_cast<double>(batch.decodeContextTokens),
             .cacheTokensWindowed = static_cast<double>(batch.decodeContextTokens),
             .prefillTokens = static_cast<double>(batch.prefillTokens),
             .prefillPairs = pairs,
             .prefillPairsWindowed = pairs,
             .logitRows = static_cast<double>(batch.outputTokens)});
        const double expected = whole.total - whole.engine;
        QVERIFY(std::abs(made->timer.stepSeconds(batch) / expected - 1.0) < 1e-12);
    }
}

void tst_RooflineReplay::fillsInBlocksStagesAndOverheads()
{
    Placed placed("Llama-3.1-8B", 4);
    placed.serving.engineProfile = "vllm-0.5";
    const auto requests = someRequests(1.0, 10);
    const auto made = rooflineReplay(placed.placement(2, 2), {}, requests, {});
    QVERIFY2(made, made ? "" : model::text(made.error()).c_str());
    QCOMPARE(made->settings.pipelineStages, 2);
    QCOMPARE(made->settings.stepOverheadSeconds, 0.010);
    QCOMPARE(static_cast<double>(made->settings.kvBlocks * 16), made->replica.cacheTokens);
    const auto fewer = rooflineReplay(placed.placement(2, 2), {}, requests, {.kvBlocks = 100});
    QCOMPARE(fewer->settings.kvBlocks, 100);
}

void tst_RooflineReplay::sustainsWhatTheClosedFormSays()
{
    const Placed placed("Llama-3.1-8B", 1);
    const std::vector<TraceRequest> lengths{{.prefillTokens = 1000, .decodeTokens = 200}};
    const auto requests = requestsInOrder({.perSecond = 1.0}, lengths, 4000, 1).value();
    const auto made =
        rooflineReplay(placed.placement(1, 1), {}, requests, {.maxBatch = 128, .chunkTokens = 8192});
    QVERIFY(made);
    const auto rate = stableRate(std::span(requests), made->settings, made->timer);
    QVERIFY(rate);
    const auto lengthsOfPlan = lengthsOf<double>(placed.serving, meanLengths(requests));
    const auto closed = saturatedPoint<double>(made->replica, lengthsOfPlan, 128.0);
    // 10 %: the closed form spreads prompts evenly over the steps, the simulation lets them bunch.
    QVERIFY2(std::abs(rate->requestsPerSecond / closed.requestsPerSecond - 1.0) < 0.10,
             qPrintable(QString::number(rate->requestsPerSecond / closed.requestsPerSecond)));
}

void tst_RooflineReplay::theEngineProfileIsSeenInTheTimePerToken()
{
    const auto requests = someRequests(0.2, 200);
    std::vector<double> perToken;
    for (const char* profile : {"none", "vllm-0.5", "vllm-2023"}) {
        Placed placed("Llama-3.1-8B", 1);
        placed.serving.engineProfile = profile;
        const auto made = rooflineReplay(placed.placement(1, 1), {}, requests, {});
        const auto outcome = replay(std::span(requests), made->settings, made->timer);
        perToken.push_back(outcome->summary.perOutputTokenSeconds.p50);
    }
    QVERIFY(std::abs(perToken[1] - perToken[0] - 0.010) < 0.001);
    QVERIFY(std::abs(perToken[2] - perToken[0] - 0.025) < 0.002);
}

void tst_RooflineReplay::saysWhichBytesDoNotFit()
{
    const Placed placed("Mixtral-8x7B", 1);
    const auto made = rooflineReplay(placed.placement(1, 1), {}, {}, {});
    QVERIFY(!made);
    QCOMPARE(made.error().code, model::ErrorCode::DoesNotFit);
    QVERIFY(made.error().message.find("GiB of weights") != std::string::npos);
}

void tst_RooflineReplay::twoStagesShareTheWork()
{
    const Placed placed("Llama-3.1-8B", 2);
    const auto requests = someRequests(1.0, 2000);
    const auto one = rooflineReplay(placed.placement(1, 1), {}, requests, {});
    const auto two = rooflineReplay(placed.placement(1, 2), {}, requests, {});
    QVERIFY(one && two);
    const auto oneRate = stableRate(std::span(requests), one->settings, one->timer);
    const auto twoRate = stableRate(std::span(requests), two->settings, two->timer);
    // Two stages do more than one, and not more than twice as much.
    QVERIFY(twoRate->requestsPerSecond > oneRate->requestsPerSecond);
    QVERIFY(twoRate->requestsPerSecond < 2.1 * oneRate->requestsPerSecond);
}

QTEST_APPLESS_MAIN(tst_RooflineReplay)
#include "tst_RooflineReplay.moc"
