// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/throughput/LlmReplica.h"
#include "tests/simulator/throughput/Hosts.h"
#include "tests/simulator/throughput/KnownModels.h"

#include <QtTest>

#include <functional>
#include <rapidcheck.h>

using namespace wherewithal;
using model::Accelerator;
using simulator::LlmLengths;
using simulator::LlmPoint;
using simulator::LlmReplica;

namespace {

/// What a property is drawn over: a known model on eight devices, with request lengths and a batch.
struct Case
{
    model::LlmServing serving;
    LlmLengths<double> lengths;
    double batch = 1.0;
    int tensorParallel = 1;
};

Case drawn()
{
    static const std::vector<std::size_t> kModels{0, 1, 2, 4, 5, 6, 10}; // those that fit one device
    Case result;
    result.serving.architecture =
        tests::knownModels()[kModels[*rc::gen::inRange<std::size_t>(0, kModels.size())]].architecture;
    const double input = *rc::gen::inRange(1, 2000);
    result.lengths = {input, static_cast<double>(*rc::gen::inRange(1, 500)), input};
    result.batch = *rc::gen::inRange(1, 64);
    return result;
}

std::optional<LlmReplica<double>>
placed(const Case& drawnCase, const Accelerator& device, const model::Assumptions& assumptions = {})
{
    const model::Machine machine = tests::gpuMachine(device, 8);
    const auto replica = simulator::placeLlm<double>({.serving = &drawnCase.serving,
                                                      .host = {&machine, &device},
                                                      .tensorParallel = drawnCase.tensorParallel},
                                                     assumptions,
                                                     drawnCase.lengths);
    return replica ? std::optional(*replica) : std::nullopt;
}

bool holds(const char* what, const std::function<void()>& property)
{
    return rc::check(what, property);
}

} // namespace

/// T13 for the analytic model.
class tst_RooflineProperties : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { qputenv("RC_PARAMS", "seed=4711 max_success=60"); }
    void cleanup() { m_failed += QTest::currentTestFailed() ? 1 : 0; }
    void cleanupTestCase()
    {
        qInfo("VERDICT T13  properties of the roofline: %d missed  pass 0  stretch 0  %s",
              m_failed,
              m_failed == 0 ? "stretch" : "MISSED");
    }
    void fasterMemoryNeverSlowsAStep();
    void moreArithmeticNeverSlowsAStep();
    void oneDeviceHasNoCommunication();
    void aLargerBatchNeverLowersThroughputNorTimePerToken();
    void aHigherRateNeverShortensARequest();
    void cacheIsNeverOverAllocated();
    void tracedAndPlainAgree();

private:
    int m_failed = 0;
};

void tst_RooflineProperties::fasterMemoryNeverSlowsAStep()
{
    QVERIFY(holds("double bandwidth", [] {
        const Case one = drawn();
        Accelerator fast = tests::h100();
        *fast.memoryBytesPerSecond *= 2.0;
        const auto slow = placed(one, tests::h100());
        const auto quick = placed(one, fast);
        RC_PRE(slow && quick);
        RC_ASSERT(simulator::decodeStep(*quick, one.lengths, one.batch).total
                  <= simulator::decodeStep(*slow, one.lengths, one.batch).total);
        RC_ASSERT(simulator::prefillSeconds(*quick, one.lengths)
                  <= simulator::prefillSeconds(*slow, one.lengths));
    }));
}

void tst_RooflineProperties::moreArithmeticNeverSlowsAStep()
{
    QVERIFY(holds("double peak", [] {
        const Case one = drawn();
        Accelerator fast = tests::h100();
        *fast.bf16FlopsPerSecond *= 2.0;
        const auto slow = placed(one, tests::h100());
        const auto quick = placed(one, fast);
        RC_PRE(slow && quick);
        RC_ASSERT(simulator::prefillSeconds(*quick, one.lengths)
                  <= simulator::prefillSeconds(*slow, one.lengths));
    }));
}

void tst_RooflineProperties::oneDeviceHasNoCommunication()
{
    QVERIFY(holds("T = 1", [] {
        Case one = drawn();
        const auto alone = placed(one, tests::h100());
        RC_PRE(alone.has_value());
        RC_ASSERT(simulator::decodeStep(*alone, one.lengths, one.batch).communication == 0.0);
        one.tensorParallel = 2;
        if (const auto pair = placed(one, tests::h100())) {
            RC_ASSERT(simulator::decodeStep(*pair, one.lengths, one.batch).communication > 0.0);
        }
    }));
}

void tst_RooflineProperties::aLargerBatchNeverLowersThroughputNorTimePerToken()
{
    QVERIFY(holds("batch", [] {
        const Case one = drawn();
        const auto replica = placed(one, tests::h100());
        RC_PRE(replica.has_value());
        const LlmPoint<double> less = simulator::saturatedPoint(*replica, one.lengths, one.batch);
        const LlmPoint<double> more = simulator::saturatedPoint(*replica, one.lengths, one.batch + 1.0);
        RC_ASSERT(more.requestsPerSecond >= less.requestsPerSecond * (1.0 - 1e-9));
        RC_ASSERT(more.timePerToken >= less.timePerToken * (1.0 - 1e-9));
    }));
}

void tst_RooflineProperties::aHigherRateNeverShortensARequest()
{
    QVERIFY(holds("rate", [] {
        const Case one = drawn();
        const auto replica = placed(one, tests::h100());
        RC_PRE(replica.has_value());
        const double stable =
            simulator::saturatedPoint(*replica, one.lengths, replica->batchCap).requestsPerSecond;
        const auto calm = simulator::pointAtRate(*replica, one.lengths, 0.3 * stable);
        const auto busy = simulator::pointAtRate(*replica, one.lengths, 0.9 * stable);
        RC_ASSERT(calm.has_value() && busy.has_value());
        RC_ASSERT(busy->timePerToken >= calm->timePerToken);
        RC_ASSERT(!simulator::pointAtRate(*replica, one.lengths, 1.01 * stable).has_value());
        // Little's law: what is in flight is rate x residence.
        RC_ASSERT(
            std::abs(busy->requestsPerSecond * busy->timePerToken * one.lengths.output / busy->batch - 1.0)
            < 1e-6);
    }));
}

void tst_RooflineProperties::cacheIsNeverOverAllocated()
{
    QVERIFY(holds("cache", [] {
        const Case one = drawn();
        const Accelerator device = tests::l40s();
        const auto replica = placed(one, device);
        RC_PRE(replica.has_value());
        RC_ASSERT(replica->cacheBytes + replica->weightsBytes <= *device.memoryBytes * replica->devices());
        RC_ASSERT(replica->cacheTokens * replica->cacheBytesPerToken <= replica->cacheBytes * (1.0 + 1e-12));
    }));
}

void tst_RooflineProperties::tracedAndPlainAgree()
{
    QVERIFY(holds("trace", [] {
        const Case one = drawn();
        const Accelerator device = tests::h100();
        const model::Machine machine = tests::gpuMachine(device, 8);
        const auto plain = placed(one, device);
        const LlmLengths<model::Traced> lengths{one.lengths.input, one.lengths.output, one.lengths.prefill};
        const auto traced = simulator::placeLlm<model::Traced>(
            {.serving = &one.serving, .host = {&machine, &device}, .tensorParallel = 1}, {}, lengths);
        RC_PRE(plain.has_value());
        RC_ASSERT(traced.has_value());
        RC_ASSERT(simulator::saturatedPoint(*plain, one.lengths, one.batch).requestsPerSecond
                  == simulator::saturatedPoint(*traced, lengths, model::Traced(one.batch))
                         .requestsPerSecond.value());
    }));
}

QTEST_APPLESS_MAIN(tst_RooflineProperties)
#include "tst_RooflineProperties.moc"
