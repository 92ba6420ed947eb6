// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/throughput/replay/Arrivals.h"
#include "simulator/throughput/replay/Replay.h"
#include "simulator/throughput/replay/Saturation.h"

#include <QtTest>

#include <fmt/format.h>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

using namespace wherewithal;
using namespace wherewithal::simulator;
using model::BatchScheduler;

namespace {

struct LinearTimer
{
    [[nodiscard]] double stepSeconds(const StepBatch& batch) const
    {
        return 0.01 + 0.0001 * static_cast<double>(batch.tokens())
               + 1e-6 * static_cast<double>(batch.decodeContextTokens + batch.prefillTokenPairs);
    }
    [[nodiscard]] double handOverSeconds(const StepBatch& batch) const
    {
        return 1e-6 * static_cast<double>(batch.tokens());
    }
};

struct Scenario
{
    const char* name;
    ReplaySettings settings;
};

std::vector<Scenario> scenarios()
{
    return {
        {"v1", {.scheduler = BatchScheduler::V1, .kvBlocks = 4000, .maxBatch = 64, .chunkTokens = 512}},
        {"v1 short of memory",
         {.scheduler = BatchScheduler::V1, .kvBlocks = 300, .maxBatch = 64, .chunkTokens = 512}},
        {"prefill-first", {.scheduler = BatchScheduler::PrefillFirst, .kvBlocks = 4000, .maxBatch = 64}},
        {"prefill-first short of memory",
         {.scheduler = BatchScheduler::PrefillFirst, .kvBlocks = 300, .maxBatch = 64}},
        {"prefill-first two stages",
         {.scheduler = BatchScheduler::PrefillFirst, .kvBlocks = 4000, .maxBatch = 64, .pipelineStages = 2}},
        {"sarathi",
         {.scheduler = BatchScheduler::Sarathi, .kvBlocks = 4000, .maxBatch = 64, .chunkTokens = 512}},
        {"sarathi three replicas least outstanding",
         {.scheduler = BatchScheduler::Sarathi,
          .kvBlocks = 4000,
          .maxBatch = 16,
          .chunkTokens = 256,
          .replicas = 3,
          .router = ReplayRouter::LeastOutstanding}},
        {"v1 cached prefix and engine overhead",
         {.scheduler = BatchScheduler::V1,
          .kvBlocks = 4000,
          .maxBatch = 64,
          .chunkTokens = 512,
          .cachedPrefixFraction = 0.5,
          .stepOverheadSeconds = 0.002,
          .sequenceOverheadSeconds = 1e-5}},
    };
}

/// One line a scenario, nine significant digits.
std::string fingerprints()
{
    const std::vector<model::TraceRequest> lengths{{.prefillTokens = 300, .decodeTokens = 100},
                                                   {.prefillTokens = 900, .decodeTokens = 30},
                                                   {.prefillTokens = 100, .decodeTokens = 250}};
    const auto requests = requestsDrawn({.perSecond = 4.0}, lengths, 1500, 20260101).value();
    std::string text;
    for (const Scenario& scenario : scenarios()) {
        const auto outcome = replay(std::span(requests), scenario.settings, LinearTimer{});
        const auto stable = stableRate(std::span(requests), scenario.settings, LinearTimer{});
        const ReplaySummary& s = outcome.value().summary;
        text += fmt::format(
            "{}: ttft {:.9g} {:.9g} tpot {:.9g} {:.9g} end {:.9g} {:.9g} tokens/s {:.9g} iterations {} "
            "restarts {} kv {:.9g} stable {:.9g}\n",
            scenario.name,
            s.firstTokenSeconds.p50,
            s.firstTokenSeconds.p99,
            s.perOutputTokenSeconds.p50,
            s.perOutputTokenSeconds.p99,
            s.endToEndSeconds.p50,
            s.endToEndSeconds.p99,
            s.outputTokensPerSecond,
            s.iterations,
            s.restarts,
            s.meanKvBlocks,
            stable.value().requestsPerSecond);
    }
    return text;
}

} // namespace

class tst_ReplayGolden : public QObject
{
    Q_OBJECT
private slots:
    void namedScenariosKeepTheirFingerprints();
};

/// A change of these numbers is a change of behaviour: the commit that makes it says why.
void tst_ReplayGolden::namedScenariosKeepTheirFingerprints()
{
    const std::string path = WHEREWITHAL_SOURCE_DIR "/tests/golden/replay.txt";
    std::ifstream file(path);
    std::stringstream content;
    content << file.rdbuf();
    const std::string expected = content.str();
    const std::string actual = fingerprints();
    if (actual == expected) {
        return;
    }
    std::ofstream("replay.txt.actual") << actual;
    std::istringstream wanted(expected);
    std::istringstream found(actual);
    std::string a;
    std::string b;
    while (std::getline(found, b)) {
        if (!std::getline(wanted, a) || a != b) {
            fmt::print("- {}\n+ {}\n", a, b);
        }
    }
    QFAIL("fingerprints differ from tests/golden/replay.txt; the new ones are in replay.txt.actual");
}

QTEST_APPLESS_MAIN(tst_ReplayGolden)
#include "tst_ReplayGolden.moc"
