// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/throughput/PublishedRuns.h"

#include <QtTest>

#include <set>
#include <string>

using namespace wherewithal;
using model::Precision;

class tst_PublishedRuns : public QObject
{
    Q_OBJECT
private slots:
    void everyRunHasItsSource();
    void theSameRunIsNearestToItself();
    void anotherDeviceWeighsMoreThanLengths();
    void onlyTheVeryCaseIsLikeForLike();
};

void tst_PublishedRuns::everyRunHasItsSource()
{
    std::set<std::string> seen;
    for (const auto& run : simulator::publishedRuns()) {
        QVERIFY(run.outputTokensPerSecond > 0.0 && run.devices > 0 && run.active > 0.0
                && run.active <= run.parameters);
        QVERIFY(run.source().url.starts_with("https://"));
        QVERIFY(run.source().date.size() >= 7);
        const std::string key = std::string(run.model) + std::string(run.accelerator)
                                + std::to_string(run.inputTokens) + std::to_string(run.outputTokens);
        QVERIFY2(seen.insert(key).second, key.c_str());
    }
}

void tst_PublishedRuns::theSameRunIsNearestToItself()
{
    for (const auto& run : simulator::publishedRuns()) {
        if (run.inputTokens == 0.0) {
            continue; // not published: another run may be as near
        }
        const auto nearest = simulator::nearestRuns({run.parameters,
                                                     run.active,
                                                     run.accelerator,
                                                     run.devices,
                                                     run.precision,
                                                     run.inputTokens,
                                                     run.outputTokens},
                                                    2);
        QCOMPARE(nearest.size(), std::size_t{2});
        QCOMPARE(nearest.front(), &run);
    }
}

void tst_PublishedRuns::anotherDeviceWeighsMoreThanLengths()
{
    const auto nearest = simulator::nearestRuns({8e9, 7.5e9, "h200-sxm", 1, Precision::Fp8, 5000, 500}, 1);
    QCOMPARE(std::string(nearest.front()->accelerator), std::string("h200-sxm"));
}

void tst_PublishedRuns::onlyTheVeryCaseIsLikeForLike()
{
    const auto& run = simulator::publishedRuns().front(); // Llama-3.1-8B, 128 tokens in and out
    simulator::RunLikeness wanted{
        run.parameters, run.active, run.accelerator, run.devices, run.precision, 150, 110};
    QVERIFY(simulator::isLikeForLike(run, wanted));
    wanted.inputTokens = 200;
    QVERIFY(!simulator::isLikeForLike(run, wanted));
    wanted.inputTokens = 128;
    wanted.devices = 2;
    QVERIFY(!simulator::isLikeForLike(run, wanted));
    wanted.devices = run.devices;
    wanted.precision = Precision::Bf16;
    QVERIFY(!simulator::isLikeForLike(run, wanted));
}

QTEST_APPLESS_MAIN(tst_PublishedRuns)
#include "tst_PublishedRuns.moc"
