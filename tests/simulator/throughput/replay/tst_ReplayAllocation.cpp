// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/Random.h"
#include "simulator/throughput/replay/Replay.h"

#include <QtTest>

#include <cstddef>
#include <cstdlib>
#include <new>
#include <vector>

namespace {
// One thread: a plain counter will do.
std::size_t allocations = 0; // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)
} // namespace

void* operator new(std::size_t size)
{
    ++allocations;
    if (void* const memory = std::malloc(size == 0 ? 1 : size)) {
        return memory;
    }
    throw std::bad_alloc();
}
void operator delete(void* memory) noexcept
{
    std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept
{
    std::free(memory);
}

using namespace wherewithal;
using namespace wherewithal::simulator;

namespace {

/// Notes the number of allocations at each iteration it is asked about.
struct WatchingTimer
{
    std::vector<std::size_t>* seen;

    [[nodiscard]] double stepSeconds(const StepBatch& batch) const
    {
        if (seen->size() < seen->capacity()) {
            seen->push_back(allocations);
        }
        return 0.01 + 0.0001 * static_cast<double>(batch.tokens());
    }
};

} // namespace

class tst_ReplayAllocation : public QObject
{
    Q_OBJECT
private slots:
    void noIterationAllocatesInSteadyState_data();
    void noIterationAllocatesInSteadyState();
};

void tst_ReplayAllocation::noIterationAllocatesInSteadyState_data()
{
    QTest::addColumn<int>("scheduler");
    QTest::addColumn<int>("stages");
    QTest::addColumn<int>("kvBlocks");
    QTest::addRow("v1") << 0 << 1 << 10'000;
    QTest::addRow("v1, short of memory") << 0 << 1 << 300;
    QTest::addRow("prefill-first") << 1 << 1 << 10'000;
    QTest::addRow("prefill-first, short of memory") << 1 << 1 << 300;
    QTest::addRow("prefill-first, two stages") << 1 << 2 << 300;
    QTest::addRow("sarathi") << 2 << 1 << 10'000;
    QTest::addRow("sarathi, three stages") << 2 << 3 << 300;
}

void tst_ReplayAllocation::noIterationAllocatesInSteadyState()
{
    QFETCH(int, scheduler);
    QFETCH(int, stages);
    QFETCH(int, kvBlocks);
    const ReplaySettings settings{.scheduler = static_cast<model::BatchScheduler>(scheduler),
                                  .kvBlocks = kvBlocks,
                                  .maxBatch = 32,
                                  .chunkTokens = 256,
                                  .pipelineStages = stages};
    model::RandomStream stream(1, "test", 0);
    std::vector<model::TraceRequest> requests;
    double now = 0.0;
    for (int i = 0; i < 3000; ++i) {
        now += 0.2 * stream.exponential();
        requests.push_back({.arrivedAtSeconds = now,
                            .prefillTokens = 1 + static_cast<int>(stream.uniform() * 400.0),
                            .decodeTokens = 1 + static_cast<int>(stream.uniform() * 60.0)});
    }
    std::vector<std::size_t> seen;
    seen.reserve(2'000'000);
    const auto outcome =
        replay(std::span<const model::TraceRequest>(requests), settings, WatchingTimer{&seen});
    QVERIFY(outcome);
    QVERIFY(seen.size() > 10'000 && seen.size() < seen.capacity());
    // The buffers grow to the batch size in the first iterations; nothing may follow.
    const std::size_t afterWarmUp = seen.at(200);
    QCOMPARE(seen.back(), afterWarmUp);
    QVERIFY(outcome->summary.restarts == 0 || kvBlocks == 300);
}

QTEST_APPLESS_MAIN(tst_ReplayAllocation)
#include "tst_ReplayAllocation.moc"
