// SPDX-License-Identifier: GPL-3.0-or-later
#include "ReferenceRuns.h"
#include "model/base/Random.h"
#include "simulator/throughput/replay/Arrivals.h"
#include "simulator/throughput/replay/Replay.h"
#include "simulator/throughput/replay/Saturation.h"

#include <QtTest>

#include <cmath>
#include <limits>
#include <numeric>
#include <vector>

using namespace wherewithal;
using namespace wherewithal::simulator;
using model::BatchScheduler;
using model::ErrorCode;
using model::TraceRequest;

namespace {

/// Iterations with a prompt in them take 2 s, others 1 s: whole numbers to follow by hand.
struct TwoOneTimer
{
    [[nodiscard]] double stepSeconds(const StepBatch& batch) const
    {
        return batch.prefillSequences > 0 ? 2.0 : 1.0;
    }
};

ReplaySettings roomy(BatchScheduler scheduler)
{
    return {.scheduler = scheduler, .kvBlocks = 10'000, .chunkTokens = 512};
}

ReplayOutcome run(const std::vector<TraceRequest>& requests, const ReplaySettings& settings)
{
    const auto outcome = replay(std::span(requests), settings, TwoOneTimer{});
    return outcome ? *outcome : ReplayOutcome{};
}

/// One request as the tests compare it.
void compareTimes(
    const RequestTimes& times, double scheduled, double firstToken, double end, int restarts = 0)
{
    QCOMPARE(times.schedulingDelaySeconds, scheduled);
    QCOMPARE(times.firstTokenSeconds, firstToken);
    QCOMPARE(times.endToEndSeconds, end);
    QCOMPARE(times.restarts, restarts);
}

model::StepTimeTable tinyTable()
{
    return providers::loadStepTimeTable(std::filesystem::path(WHEREWITHAL_TEST_DATA)
                                        / "replay/tables/tiny.csv")
        .value();
}

constexpr LayerPlan kTinyPlan{.layers = 1000};

} // namespace

class tst_Replay : public QObject
{
    Q_OBJECT
private slots:
    void aLoneRequestTakesItsPromptAndItsTokens_data();
    void aLoneRequestTakesItsPromptAndItsTokens();
    void prefillFirstLetsPromptsInterruptDecoding();
    void v1MixesPromptsAndDecodes();
    void sarathiCutsPromptsToTheChunk();
    void aCachedPrefixIsNotComputedAgain();
    void withoutBlocksTheYoungestRestarts();
    void aRestartFindsWhatIsLeftOfItsBlocks();
    void whatCanNeverFitIsRefusedAndCounted();
    void twoStagesOverlap();
    void leastOutstandingAvoidsTheBusyReplica();
    void theBatchHoldsNoMoreThanItsSlots();
    void promptBatchesArePaddedToTheLongest();
    void aPromptBeyondTheLimitRunsAlone();
    void anArrivalAtTheEndOfAnIterationJoinsTheNext();
    void theEngineProfileAddsItsOverheads();
    void namesWhatTheQueueWaitedFor();
    void anEmptyTraceHasNoTimes();
    void refusesImpossibleSettings_data();
    void refusesImpossibleSettings();
    void refusesImpossibleRequests_data();
    void refusesImpossibleRequests();
    void stopsWhenAskedAndReportsProgress();
    void percentilesInterpolateBetweenOrderStatistics();
    void aPercentileHasAnInterval();
    void theTinyRunMatchesTheHandCalculation();
    void tablesWithFaultsAreRefused_data();
    void tablesWithFaultsAreRefused();
    void beyondTheTableTimesGoOnWithoutAJump();
    void groupedQueryBatchesCostTheirOverhead();
    void arrivalsHaveTheRateAndBurstinessAskedFor_data();
    void arrivalsHaveTheRateAndBurstinessAskedFor();
    void arrivalsFollowTheProfile();
    void arrivalsRefuseImpossibleProcesses();
    void theLargestRateMeetsTheObjectiveAndNoMore();
    void anObjectiveBelowTheServiceTimeHasNoRate();
    void aSweepEqualsItsSingleRuns();
};

void tst_Replay::aLoneRequestTakesItsPromptAndItsTokens_data()
{
    QTest::addColumn<int>("scheduler");
    QTest::addColumn<int>("decodeTokens");
    QTest::addColumn<double>("endToEnd");
    for (const auto& [name, scheduler] : {std::pair{"v1", BatchScheduler::V1},
                                          std::pair{"prefill-first", BatchScheduler::PrefillFirst},
                                          std::pair{"sarathi", BatchScheduler::Sarathi}}) {
        QTest::addRow("%s, no token asked", name) << static_cast<int>(scheduler) << 0 << 2.0;
        QTest::addRow("%s, one token comes with the prompt", name) << static_cast<int>(scheduler) << 1 << 2.0;
        QTest::addRow("%s, five tokens", name) << static_cast<int>(scheduler) << 5 << 6.0;
    }
}

void tst_Replay::aLoneRequestTakesItsPromptAndItsTokens()
{
    QFETCH(int, scheduler);
    QFETCH(int, decodeTokens);
    QFETCH(double, endToEnd);
    const ReplayOutcome outcome = run({{.prefillTokens = 100, .decodeTokens = decodeTokens}},
                                      roomy(static_cast<BatchScheduler>(scheduler)));
    compareTimes(outcome.requests.at(0), 0.0, 2.0, endToEnd);
    QCOMPARE(outcome.summary.perOutputTokenSeconds.p50, decodeTokens > 1 ? 1.0 : 0.0);
    QCOMPARE(outcome.summary.iterations, std::max(1, decodeTokens));
}

void tst_Replay::prefillFirstLetsPromptsInterruptDecoding()
{
    const ReplayOutcome outcome = run({{.arrivedAtSeconds = 0.0, .prefillTokens = 10, .decodeTokens = 4},
                                       {.arrivedAtSeconds = 2.5, .prefillTokens = 10, .decodeTokens = 2}},
                                      roomy(BatchScheduler::PrefillFirst));
    compareTimes(outcome.requests.at(0), 0.0, 2.0, 7.0); // waits 3..5 for the other's prompt
    compareTimes(outcome.requests.at(1), 0.5, 2.5, 3.5);
}

void tst_Replay::v1MixesPromptsAndDecodes()
{
    const ReplayOutcome outcome = run({{.arrivedAtSeconds = 0.0, .prefillTokens = 10, .decodeTokens = 4},
                                       {.arrivedAtSeconds = 2.5, .prefillTokens = 10, .decodeTokens = 2}},
                                      roomy(BatchScheduler::V1));
    compareTimes(outcome.requests.at(0), 0.0, 2.0, 6.0); // gets its token out of the mixed iteration 3..5
    compareTimes(outcome.requests.at(1), 0.5, 2.5, 3.5);
}

void tst_Replay::sarathiCutsPromptsToTheChunk()
{
    ReplaySettings settings = roomy(BatchScheduler::Sarathi);
    settings.chunkTokens = 4;
    // 4 + 4 + 2; the second prompt takes the two tokens left of the third chunk, then 4 less one decode, then
    // the rest.
    const ReplayOutcome outcome =
        run({{.prefillTokens = 10, .decodeTokens = 3}, {.prefillTokens = 6, .decodeTokens = 1}}, settings);
    compareTimes(outcome.requests.at(0), 0.0, 6.0, 10.0);
    compareTimes(outcome.requests.at(1), 4.0, 10.0, 10.0);
}

void tst_Replay::aCachedPrefixIsNotComputedAgain()
{
    for (const BatchScheduler scheduler : {BatchScheduler::V1, BatchScheduler::Sarathi}) {
        ReplaySettings settings = roomy(scheduler);
        settings.chunkTokens = 4;
        const std::vector<TraceRequest> one{{.prefillTokens = 10, .decodeTokens = 1}};
        QCOMPARE(run(one, settings).requests.at(0).firstTokenSeconds, 6.0); // 4 + 4 + 2
        settings.cachedPrefixFraction = 0.5;
        QCOMPARE(run(one, settings).requests.at(0).firstTokenSeconds, 4.0); // 4 + 1
        QCOMPARE(run(one, settings).summary.peakKvBlocks, 1);               // in memory all the same
        settings.cachedPrefixFraction = 0.999;
        QCOMPARE(run(one, settings).requests.at(0).firstTokenSeconds,
                 2.0); // the last token is always computed
    }
}

void tst_Replay::withoutBlocksTheYoungestRestarts()
{
    const ReplaySettings settings{.scheduler = BatchScheduler::PrefillFirst,
                                  .kvBlocks = 6,
                                  .blockSizeTokens = 4,
                                  .watermarkFraction = 0.0};
    // The second is put back at 3, 6, 9 and 12 s, each time after its prompt was read again; from 16 s on it
    // is alone.
    const ReplayOutcome outcome =
        run({{.prefillTokens = 8, .decodeTokens = 9}, {.prefillTokens = 8, .decodeTokens = 9}}, settings);
    compareTimes(outcome.requests.at(0), 0.0, 2.0, 16.0, 0);
    compareTimes(outcome.requests.at(1), 0.0, 2.0, 21.0, 4);
    QCOMPARE(outcome.summary.restarts, 4);
    QCOMPARE(outcome.summary.peakKvBlocks, 6);
}

namespace {

/// One second a step; counts the prompt tokens that are read.
struct CountingTimer
{
    std::int64_t* promptTokens = nullptr;

    [[nodiscard]] double stepSeconds(const StepBatch& batch) const
    {
        *promptTokens += batch.prefillTokens;
        return 1.0;
    }
};

} // namespace

void tst_Replay::aRestartFindsWhatIsLeftOfItsBlocks()
{
    ReplaySettings settings{.scheduler = BatchScheduler::PrefillFirst,
                            .kvBlocks = 6,
                            .blockSizeTokens = 4,
                            .watermarkFraction = 0.0};
    const std::vector<TraceRequest> requests{{.prefillTokens = 8, .decodeTokens = 9},
                                             {.prefillTokens = 8, .decodeTokens = 9}};
    std::int64_t plain = 0;
    const auto without = replay(std::span(requests), settings, CountingTimer{&plain});
    settings.keepsRestartedBlocks = true;
    std::int64_t kept = 0;
    const auto with = replay(std::span(requests), settings, CountingTimer{&kept});
    QVERIFY(without && with);
    // Each step takes a second whatever it reads: the same happens at the same time.
    QCOMPARE(without->requests, with->requests);
    QCOMPARE(without->summary.restarts, 4);
    // Both prompts, and what was written by then; of it the first two blocks are still there each time: the
    // other took no more than the blocks behind them.
    QCOMPARE(plain, 16 + 10 + 11 + 12 + 13);
    QCOMPARE(kept, 16 + 2 + 3 + 4 + 5);
}

void tst_Replay::whatCanNeverFitIsRefusedAndCounted()
{
    for (const BatchScheduler scheduler :
         {BatchScheduler::V1, BatchScheduler::PrefillFirst, BatchScheduler::Sarathi}) {
        ReplaySettings settings = roomy(scheduler);
        settings.kvBlocks = 6;
        const ReplayOutcome outcome = run(
            {{.prefillTokens = 100, .decodeTokens = 1}, {.prefillTokens = 60, .decodeTokens = 10}}, settings);
        QVERIFY(outcome.requests.at(0).isRefused);
        QVERIFY(std::isnan(outcome.requests.at(0).endToEndSeconds));
        compareTimes(outcome.requests.at(1), 0.0, 2.0, 11.0);
        QCOMPARE(outcome.summary.refused, 1);
        QCOMPARE(outcome.summary.outputTokens, 10);
    }
}

void tst_Replay::twoStagesOverlap()
{
    ReplaySettings settings = roomy(BatchScheduler::PrefillFirst);
    settings.pipelineStages = 2;
    const ReplayOutcome outcome = run({{.arrivedAtSeconds = 0.0, .prefillTokens = 10, .decodeTokens = 2},
                                       {.arrivedAtSeconds = 1.0, .prefillTokens = 10, .decodeTokens = 2}},
                                      settings);
    // The first's decode is ready for the second stage at 5 s and waits until 6 s for the other's prompt.
    compareTimes(outcome.requests.at(0), 0.0, 4.0, 7.0);
    compareTimes(outcome.requests.at(1), 0.0, 5.0, 7.0);
}

void tst_Replay::leastOutstandingAvoidsTheBusyReplica()
{
    const std::vector<TraceRequest> requests{
        {.arrivedAtSeconds = 0.0, .prefillTokens = 10, .decodeTokens = 10},
        {.arrivedAtSeconds = 0.0, .prefillTokens = 10, .decodeTokens = 1},
        {.arrivedAtSeconds = 3.5, .prefillTokens = 10, .decodeTokens = 1}};
    ReplaySettings settings = roomy(BatchScheduler::PrefillFirst);
    settings.replicas = 2;
    compareTimes(run(requests, settings).requests.at(2), 0.5, 2.5, 2.5);
    settings.router = ReplayRouter::LeastOutstanding;
    compareTimes(run(requests, settings).requests.at(2), 0.0, 2.0, 2.0);
}

void tst_Replay::theBatchHoldsNoMoreThanItsSlots()
{
    for (const BatchScheduler scheduler :
         {BatchScheduler::V1, BatchScheduler::PrefillFirst, BatchScheduler::Sarathi}) {
        ReplaySettings settings = roomy(scheduler);
        settings.maxBatch = 1;
        const ReplayOutcome outcome = run(
            {{.prefillTokens = 10, .decodeTokens = 3}, {.prefillTokens = 10, .decodeTokens = 3}}, settings);
        compareTimes(outcome.requests.at(0), 0.0, 2.0, 4.0);
        compareTimes(outcome.requests.at(1), 4.0, 6.0, 8.0);
    }
}

void tst_Replay::promptBatchesArePaddedToTheLongest()
{
    ReplaySettings settings = roomy(BatchScheduler::PrefillFirst);
    settings.maxBatchTokens = 20;
    const ReplayOutcome outcome = run({{.prefillTokens = 10, .decodeTokens = 1},
                                       {.prefillTokens = 4, .decodeTokens = 1},
                                       {.prefillTokens = 4, .decodeTokens = 1}},
                                      settings);
    QCOMPARE(outcome.requests.at(1).firstTokenSeconds, 2.0); // 2 x 10
    QCOMPARE(outcome.requests.at(2).firstTokenSeconds, 4.0); // 3 x 10 would be too many
}

void tst_Replay::aPromptBeyondTheLimitRunsAlone()
{
    ReplaySettings settings = roomy(BatchScheduler::PrefillFirst);
    settings.maxBatchTokens = 20;
    const ReplayOutcome outcome =
        run({{.prefillTokens = 100, .decodeTokens = 1}, {.prefillTokens = 4, .decodeTokens = 1}}, settings);
    QCOMPARE(outcome.requests.at(0).firstTokenSeconds, 2.0);
    QCOMPARE(outcome.requests.at(1).firstTokenSeconds, 4.0);
}

void tst_Replay::anArrivalAtTheEndOfAnIterationJoinsTheNext()
{
    const ReplayOutcome outcome = run({{.arrivedAtSeconds = 0.0, .prefillTokens = 10, .decodeTokens = 5},
                                       {.arrivedAtSeconds = 3.0, .prefillTokens = 10, .decodeTokens = 1}},
                                      roomy(BatchScheduler::PrefillFirst));
    compareTimes(outcome.requests.at(1), 0.0, 2.0, 2.0);
}

void tst_Replay::theEngineProfileAddsItsOverheads()
{
    ReplaySettings settings = roomy(BatchScheduler::PrefillFirst);
    settings.stepOverheadSeconds = 0.5;
    settings.sequenceOverheadSeconds = 0.25;
    const ReplayOutcome outcome = run({{.prefillTokens = 10, .decodeTokens = 3}}, settings);
    compareTimes(outcome.requests.at(0), 0.0, 2.75, 2.75 + 2 * 1.75);
}

void tst_Replay::namesWhatTheQueueWaitedFor()
{
    ReplaySettings settings = roomy(BatchScheduler::PrefillFirst);
    settings.maxBatch = 1;
    const std::vector<TraceRequest> two{{.prefillTokens = 10, .decodeTokens = 3},
                                        {.prefillTokens = 10, .decodeTokens = 3}};
    const auto share = [&](WaitCause cause) {
        return run(two, settings).summary.waitFraction.at(static_cast<std::size_t>(cause));
    };
    QCOMPARE(share(WaitCause::BatchSlots), 0.5);
    settings.maxBatch = 8;
    settings.kvBlocks = 3;
    settings.blockSizeTokens = 8;
    settings.watermarkFraction = 0.0;
    QCOMPARE(share(WaitCause::KvBlocks), 0.5);
    settings.kvBlocks = 100;
    settings.maxBatchTokens = 10;
    QCOMPARE(share(WaitCause::TokenBudget), 2.0 / 6.0); // both prompts apart, then two decodes together
}

void tst_Replay::anEmptyTraceHasNoTimes()
{
    const ReplaySummary summary = run({}, roomy(BatchScheduler::V1)).summary;
    QCOMPARE(summary.requests, 0);
    QVERIFY(std::isnan(summary.endToEndSeconds.p50));
    QCOMPARE(summary.outputTokensPerSecond, 0.0);
}

void tst_Replay::refusesImpossibleSettings_data()
{
    QTest::addColumn<int>("fault");
    QTest::addColumn<QString>("where");
    const std::vector<const char*> places{"kv_blocks",
                                          "block_size",
                                          "pipeline_stages",
                                          "max_batch",
                                          "max_tokens_in_batch",
                                          "chunk_size",
                                          "watermark_blocks_fraction",
                                          "replicas",
                                          "engine_profile"};
    for (std::size_t i = 0; i < places.size(); ++i) {
        QTest::addRow("%s", places[i]) << static_cast<int>(i) << QString::fromLatin1(places[i]);
    }
}

void tst_Replay::refusesImpossibleSettings()
{
    QFETCH(int, fault);
    QFETCH(QString, where);
    ReplaySettings settings = roomy(BatchScheduler::V1);
    switch (fault) {
    case 0:
        settings.kvBlocks = 0;
        break;
    case 1:
        settings.blockSizeTokens = 0;
        break;
    case 2:
        settings.pipelineStages = 0;
        break;
    case 3:
        settings.maxBatch = 0;
        break;
    case 4:
        settings.maxBatchTokens = 0;
        break;
    case 5:
        settings.chunkTokens = -1;
        break;
    case 6:
        settings.watermarkFraction = 1.0;
        break;
    case 7:
        settings.replicas = 0;
        break;
    default:
        settings.stepOverheadSeconds = std::numeric_limits<double>::quiet_NaN();
        break;
    }
    const std::vector<TraceRequest> one{{.prefillTokens = 1}};
    const auto outcome = replay(std::span(one), settings, TwoOneTimer{});
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, ErrorCode::OutOfRange);
    QCOMPARE(QString::fromStdString(outcome.error().where), where);
}

void tst_Replay::refusesImpossibleRequests_data()
{
    QTest::addColumn<double>("arrivedAt");
    QTest::addColumn<int>("prefill");
    QTest::addColumn<int>("decode");
    QTest::addRow("out of order") << 0.5 << 1 << 1;
    QTest::addRow("not a number") << std::numeric_limits<double>::quiet_NaN() << 1 << 1;
    QTest::addRow("beyond all time") << 1e12 << 1 << 1;
    QTest::addRow("no prompt") << 2.0 << 0 << 1;
    QTest::addRow("negative answer") << 2.0 << 1 << -1;
    QTest::addRow("huge prompt") << 2.0 << std::numeric_limits<int>::max() << 1;
}

void tst_Replay::refusesImpossibleRequests()
{
    QFETCH(double, arrivedAt);
    QFETCH(int, prefill);
    QFETCH(int, decode);
    const std::vector<TraceRequest> requests{
        {.arrivedAtSeconds = 1.0},
        {.arrivedAtSeconds = arrivedAt, .prefillTokens = prefill, .decodeTokens = decode}};
    const auto outcome = replay(std::span(requests), roomy(BatchScheduler::V1), TwoOneTimer{});
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().where, std::string("requests[1]"));
}

void tst_Replay::stopsWhenAskedAndReportsProgress()
{
    const std::vector<TraceRequest> requests(5000, {.prefillTokens = 1});
    std::stop_source stop;
    double last = -1.0;
    const auto outcome = replay(std::span(requests),
                                roomy(BatchScheduler::V1),
                                TwoOneTimer{},
                                {.stop = stop.get_token(), .progress = [&](double fraction) {
                                     QVERIFY(fraction > last && fraction <= 1.0);
                                     last = fraction;
                                     if (fraction > 0.3) {
                                         stop.request_stop();
                                     }
                                 }});
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, ErrorCode::Cancelled);
    QVERIFY(last > 0.3 && last < 0.9);
}

void tst_Replay::percentilesInterpolateBetweenOrderStatistics()
{
    std::vector<double> values(101);
    std::iota(values.rbegin(), values.rend(), 0.0);
    const Distribution hundred = distributionOf(values);
    QCOMPARE(hundred.mean, 50.0);
    QCOMPARE(hundred.p50, 50.0);
    QCOMPARE(hundred.p99, 99.0);
    std::vector<double> five{5.0, 1.0, 4.0, 2.0, 3.0};
    const Distribution few = distributionOf(five);
    QCOMPARE(few.p50, 3.0);
    QCOMPARE(few.p95, 4.8);
    QCOMPARE(few.p90, 4.6);
}

void tst_Replay::aPercentileHasAnInterval()
{
    model::RandomStream stream(5, "test", 0);
    int covered = 0;
    for (int run = 0; run < 200; ++run) {
        std::vector<double> values(2000);
        std::ranges::generate(values, [&] { return stream.uniform(); });
        const auto interval = quantileInterval(values, 0.5);
        QVERIFY(interval);
        covered += interval->low <= 0.5 && 0.5 <= interval->high ? 1 : 0;
    }
    QVERIFY2(covered >= 180 && covered <= 199,
             qPrintable(QString::number(covered))); // 95 % of 200, four sigma
    QVERIFY(!quantileInterval(std::vector<double>(399, 1.0), 0.5));
}

void tst_Replay::theTinyRunMatchesTheHandCalculation()
{
    const auto loaded =
        tests::loadRun(std::filesystem::path(WHEREWITHAL_TEST_DATA) / "replay/runs/tiny.config.json");
    QVERIFY2(loaded, loaded ? "" : model::text(loaded.error()).c_str());
    // 1000 layers: token-wise work 10 ms an iteration, a prompt 40 ms, decoding 10 ms a sequence.
    const auto outcome = replay(std::span(loaded->trace.requests), loaded->settings, loaded->timer);
    QVERIFY(outcome);
    compareTimes(outcome->requests.at(0), 0.0, 0.05, 0.15);
    QVERIFY(std::abs(outcome->requests.at(1).schedulingDelaySeconds - 0.01) < 1e-12);
    QVERIFY(std::abs(outcome->requests.at(1).firstTokenSeconds - 0.06) < 1e-12);
    QVERIFY(std::abs(outcome->requests.at(1).endToEndSeconds - 0.09) < 1e-12);
}

void tst_Replay::tablesWithFaultsAreRefused_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QString>("where");
    QTest::addRow("an operator is absent") << "absent" << "attn_rope";
    QTest::addRow("a hole in the token counts") << "hole" << "add";
    QTest::addRow("two times for one place") << "overlap" << "add";
    QTest::addRow("a decode group is absent") << "group" << "attn_decode group 2";
    QTest::addRow("a decode group ends early") << "early" << "attn_decode group 4";
    QTest::addRow("no all-reduce for two devices") << "tensor" << "all_reduce";
    QTest::addRow("no sending for two stages") << "stages" << "send_recv";
    QTest::addRow("a time below zero") << "negative" << "add";
    QTest::addRow("no layers") << "layers" << "layers";
    QTest::addRow("more stages than layers") << "many" << "pipeline_stages";
}

void tst_Replay::tablesWithFaultsAreRefused()
{
    QFETCH(QString, fault);
    QFETCH(QString, where);
    using model::StepOperator;
    using model::StepTimeRow;
    model::StepTimeTable table = tinyTable();
    LayerPlan plan = kTinyPlan;
    const auto last = [&](StepOperator op) {
        return std::ranges::find_if(table.rows,
                                    [&](const StepTimeRow& row) { return row.op == op && row.from > 40; });
    };
    if (fault == QStringLiteral("absent")) {
        std::erase_if(table.rows,
                      [](const StepTimeRow& row) { return row.op == StepOperator::AttentionRope; });
    } else if (fault == QStringLiteral("hole")) {
        last(StepOperator::Add)->from = 43;
    } else if (fault == QStringLiteral("overlap")) {
        *last(StepOperator::Add) = {.op = StepOperator::Add, .from = 40, .to = 64, .milliseconds = 0.5};
    } else if (fault == QStringLiteral("group")) {
        std::erase_if(table.rows, [](const StepTimeRow& row) {
            return row.op == StepOperator::AttentionDecode && row.group == 2;
        });
    } else if (fault == QStringLiteral("early")) {
        std::erase_if(table.rows, [](const StepTimeRow& row) {
            return row.op == StepOperator::AttentionDecode && row.group == 4 && row.from == 128;
        });
    } else if (fault == QStringLiteral("tensor")) {
        plan.tensorParallel = 2;
    } else if (fault == QStringLiteral("stages")) {
        plan.pipelineStages = 2;
    } else if (fault == QStringLiteral("negative")) {
        last(StepOperator::Add)->milliseconds = -1.0;
    } else if (fault == QStringLiteral("layers")) {
        plan.layers = 0;
    } else {
        plan.pipelineStages = 2000;
    }
    const auto timer = TableStepTimer::create(table, plan);
    QVERIFY(!timer);
    QCOMPARE(QString::fromStdString(timer.error().where), where);
}

void tst_Replay::beyondTheTableTimesGoOnWithoutAJump()
{
    const auto timer = TableStepTimer::create(tinyTable(), kTinyPlan);
    QVERIFY(timer);
    const auto decode = [&](std::int64_t sequences, std::int64_t context) {
        return timer->stepSeconds({.decodeSequences = sequences, .decodeContextTokens = sequences * context});
    };
    const auto prefill = [&](std::int64_t past, std::int64_t chunk) {
        StepBatch batch;
        batch.addPrefill(past, chunk, true);
        return timer->stepSeconds(batch);
    };
    QCOMPARE(decode(4, 128), 0.05);
    QCOMPARE(decode(8, 100), 0.01 + 0.08); // the slope of the measured groups goes on
    QCOMPARE(decode(4, 4096), 0.05);       // flat inside, flat beyond
    QCOMPARE(prefill(0, 64), 0.05);
    QVERIFY(prefill(0, 128) > prefill(0, 64));
    QCOMPARE(prefill(0, 128),
             0.01 + 4 * 0.04); // a causal prompt of twice the length has four times the pairs
    QVERIFY(prefill(64, 64) > prefill(64, 32));
    QVERIFY(prefill(640, 32) > prefill(64, 32));
    QVERIFY(timer->covers({.decodeSequences = 4, .decodeContextTokens = 512}));
    QVERIFY(!timer->covers({.decodeSequences = 5, .decodeContextTokens = 5}));
    QVERIFY(!timer->covers({.decodeSequences = 1, .decodeContextTokens = 129}));
    StepBatch longPrompt;
    longPrompt.addPrefill(0, 65, true);
    QVERIFY(!timer->covers(longPrompt));
}

void tst_Replay::groupedQueryBatchesCostTheirOverhead()
{
    LayerPlan plan = kTinyPlan;
    plan.isGroupedQuery = true;
    const auto timer = TableStepTimer::create(tinyTable(), plan);
    QVERIFY(timer);
    const auto step = [&](std::int64_t sequences) {
        return timer->stepSeconds({.decodeSequences = sequences});
    };
    QCOMPARE(step(1), 0.02);
    QCOMPARE(step(2), 0.01 + 1.1 * 0.02);
    StepBatch two;
    two.addPrefill(0, 3, true);
    two.addPrefill(0, 4, true); // root of the sum of squares: 5
    QCOMPARE(timer->stepSeconds(two), 0.01 + 1.1 * 0.04);
}

void tst_Replay::arrivalsHaveTheRateAndBurstinessAskedFor_data()
{
    QTest::addColumn<double>("burstiness");
    for (const double burstiness : {0.25, 1.0, 4.0}) {
        QTest::addRow("%g", burstiness) << burstiness;
    }
}

void tst_Replay::arrivalsHaveTheRateAndBurstinessAskedFor()
{
    QFETCH(double, burstiness);
    const auto times = arrivalTimes({.perSecond = 5.0, .burstiness = burstiness}, 40'000, 3);
    QVERIFY(times);
    double sum = 0.0;
    double squares = 0.0;
    for (std::size_t i = 1; i < times->size(); ++i) {
        const double gap = (*times)[i] - (*times)[i - 1];
        sum += gap;
        squares += gap * gap;
    }
    const double n = static_cast<double>(times->size() - 1);
    const double mean = sum / n;
    // Four standard errors of the mean, and 10 % on the variance (its own error is a few per cent).
    QVERIFY(std::abs(mean * 5.0 - 1.0) < 4.0 * std::sqrt(burstiness / n));
    QVERIFY(std::abs((squares / n / (mean * mean) - 1.0) / burstiness - 1.0) < 0.10);
}

void tst_Replay::arrivalsFollowTheProfile()
{
    ArrivalProcess process{.perSecond = 1.0, .startHour = 167};
    process.profile.weights.fill(0.0);
    process.profile.weights[0] = 1.0; // Monday 00:00 to 01:00 only
    process.profile.weights[1] = 0.5;
    const auto times = arrivalTimes(process, 4 * 5400, 5);
    QVERIFY(times);
    double first = 0.0;
    double second = 0.0;
    for (const double time : *times) {
        const double hour = std::fmod(time / 3600.0 + 167.0, 168.0);
        QVERIFY(hour < 2.0);
        (hour < 1.0 ? first : second) += 1.0;
    }
    QVERIFY(std::abs(first / second - 2.0) < 0.1);
    QVERIFY(std::ranges::is_sorted(*times));
}

void tst_Replay::arrivalsRefuseImpossibleProcesses()
{
    QVERIFY(!arrivalTimes({.perSecond = 0.0}, 1, 1));
    QVERIFY(!arrivalTimes({.burstiness = -1.0}, 1, 1));
    QVERIFY(!arrivalTimes({.startHour = 168}, 1, 1));
    ArrivalProcess silent;
    silent.profile.weights.fill(0.0);
    QVERIFY(!arrivalTimes(silent, 1, 1));
    QVERIFY(!arrivalTimes({.perSecond = 1e-8}, 1000, 1)); // 3000 years
    QVERIFY(!requestsDrawn({}, {}, 10, 1));
}

void tst_Replay::theLargestRateMeetsTheObjectiveAndNoMore()
{
    const std::vector<TraceRequest> lengths{{.prefillTokens = 100, .decodeTokens = 20},
                                            {.prefillTokens = 50, .decodeTokens = 5}};
    const auto requests = requestsDrawn({.perSecond = 1.0}, lengths, 3000, 9);
    const ReplaySettings settings = roomy(BatchScheduler::PrefillFirst);
    const LatencyObjective objective{.endToEndP95Seconds = 60.0};
    const auto sustained = sustainedRate(std::span(*requests), settings, TwoOneTimer{}, objective);
    QVERIFY2(sustained, sustained ? "" : model::text(sustained.error()).c_str());
    QCOMPARE(sustained->binding, std::string_view("end to end"));
    QVERIFY(sustained->summary.endToEndSeconds.p95 <= 60.0);
    QVERIFY(sustained->relativeWidth <= 0.002);
    QVERIFY(sustained->utilisation < kOverloadedUtilisation);
    const double factor = 1.02 * sustained->requestsPerSecond / offeredPerSecond(*requests);
    const auto faster = atRateFactor(*requests, factor);
    QVERIFY(run(faster, settings).summary.endToEndSeconds.p95 > 60.0);

    const auto unbound = sustainedRate(std::span(*requests), settings, TwoOneTimer{}, LatencyObjective{});
    QVERIFY(unbound);
    QCOMPARE(unbound->binding, std::string_view("stability"));
    QCOMPARE(unbound->utilisation, kOverloadedUtilisation);
    QCOMPARE(name(loadStateOf(0.951)), std::string_view("overloaded"));
}

void tst_Replay::anObjectiveBelowTheServiceTimeHasNoRate()
{
    const std::vector<TraceRequest> lengths{{.prefillTokens = 100, .decodeTokens = 20}};
    const auto requests = requestsDrawn({.perSecond = 1.0}, lengths, 500, 9);
    const auto sustained = sustainedRate(std::span(*requests),
                                         roomy(BatchScheduler::V1),
                                         TwoOneTimer{},
                                         LatencyObjective{.firstTokenP95Seconds = 1.9});
    QVERIFY(!sustained);
    QCOMPARE(sustained.error().code, ErrorCode::NoSolution);
}

void tst_Replay::aSweepEqualsItsSingleRuns()
{
    const std::vector<TraceRequest> lengths{{.prefillTokens = 100, .decodeTokens = 20},
                                            {.prefillTokens = 700, .decodeTokens = 50}};
    const auto requests = requestsDrawn({.perSecond = 0.5}, lengths, 300, 4);
    std::vector<ReplaySettings> settings;
    for (const int batch : {0, 1, 2, 8, 64}) {
        settings.push_back(roomy(BatchScheduler::Sarathi));
        settings.back().maxBatch = batch;
    }
    const auto results = replaySweep(std::span(*requests), settings, TwoOneTimer{}, 3);
    QCOMPARE(results.size(), settings.size());
    QVERIFY(!results[0]); // no batch at all
    for (std::size_t i = 1; i < settings.size(); ++i) {
        QVERIFY(results[i]);
        QVERIFY(*results[i] == run(*requests, settings[i]).summary);
    }
}

QTEST_APPLESS_MAIN(tst_Replay)
#include "tst_Replay.moc"
