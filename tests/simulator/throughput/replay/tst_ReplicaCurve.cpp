// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/throughput/AcceleratorFit.h"
#include "simulator/throughput/replay/ReplicaCurve.h"
#include "tests/simulator/throughput/Hosts.h"
#include "tests/simulator/throughput/KnownModels.h"

#include <QtTest>

#include <algorithm>
#include <cmath>

using namespace wherewithal;
using model::ErrorCode;
using simulator::ReplicaCurve;

namespace {

model::Workload serving()
{
    model::LlmServing llm{.architecture = tests::knownModels()[0].architecture};
    llm.inputTokens = model::Range::triangular(500, 1000, 1500);
    llm.outputTokens = model::Range::triangular(100, 200, 300);
    return {.detail = llm, .objectives = {.latencyP95Seconds = 6.0}};
}

model::Result<ReplicaCurve> curveOf(const model::Workload& workload,
                                    const model::RequestTrace& trace = {},
                                    const simulator::ReplayControl& control = {})
{
    static const model::Accelerator device = tests::h100();
    static const model::Machine machine = simulator::nodeOf(device);
    return simulator::replicaCurve(workload, {&machine, &device}, 1, {}, trace, 42, control);
}

} // namespace

class tst_ReplicaCurve : public QObject
{
    Q_OBJECT
private slots:
    void lengthsFollowTheRanges();
    void latencyGrowsWithLoad();
    void capacityIsWhereTheObjectiveIsMet();
    void anObjectiveNobodyMeetsLeavesNoCapacity();
    void aTraceKeepsItsCurveAtAnySpeed();
    void lengthsWithoutTimesGetArrivals();
    void theSameSeedGivesTheSameCurve();
    void aStoppedRunIsCancelled();
    void otherKindsAreRefused();
};

void tst_ReplicaCurve::lengthsFollowTheRanges()
{
    const auto lengths = simulator::requestLengths(std::get<model::LlmServing>(serving().detail), 97);
    double input = 0.0;
    double product = 0.0;
    double output = 0.0;
    for (const auto& request : lengths) {
        input += request.prefillTokens / 97.0;
        output += request.decodeTokens / 97.0;
        product += static_cast<double>(request.prefillTokens) * request.decodeTokens / 97.0;
    }
    QVERIFY(std::abs(input - 1000.0) < 5.0); // the mean of a symmetric triangle
    QVERIFY(std::abs(output - 200.0) < 1.0);
    QVERIFY(std::abs(product / (input * output) - 1.0) < 0.02); // independent of each other
}

void tst_ReplicaCurve::latencyGrowsWithLoad()
{
    const auto curve = curveOf(serving());
    QVERIFY(curve.has_value());
    QCOMPARE(curve->points.size(), std::size_t{15});
    QVERIFY(std::ranges::is_sorted(curve->points, {}, &simulator::ReplicaCurvePoint::requestsPerSecond));
    QVERIFY(curve->points.back().endToEndP95Seconds > 1.3 * curve->points.front().endToEndP95Seconds);
    QVERIFY(std::abs(curve->points.back().requestsPerSecond / curve->stablePerSecond - 0.95) < 1e-12);
    QVERIFY(curve->errorLow < 1.0 && curve->errorHigh > 1.0);
}

void tst_ReplicaCurve::capacityIsWhereTheObjectiveIsMet()
{
    const auto curve = curveOf(serving());
    QVERIFY(curve.has_value() && curve->sustainedPerSecond);
    // The points on both sides of the capacity lie on both sides of the objective.
    for (const auto& point : curve->points) {
        if (point.requestsPerSecond < 0.97 * *curve->sustainedPerSecond) {
            QVERIFY(point.endToEndP95Seconds <= 6.0);
        }
        if (point.requestsPerSecond > 1.03 * *curve->sustainedPerSecond) {
            QVERIFY(point.endToEndP95Seconds > 6.0);
        }
    }
    QVERIFY(*curve->sustainedPerSecond <= 0.951 * curve->stablePerSecond);
}

void tst_ReplicaCurve::anObjectiveNobodyMeetsLeavesNoCapacity()
{
    model::Workload workload = serving();
    workload.objectives.latencyP95Seconds = 0.01;
    const auto curve = curveOf(workload);
    QVERIFY(curve.has_value());
    QVERIFY(!curve->sustainedPerSecond);
    QVERIFY(!curve->points.empty());
}

void tst_ReplicaCurve::aTraceKeepsItsCurveAtAnySpeed()
{
    model::RequestTrace trace{.format = "test"};
    for (int i = 0; i < 400; ++i) {
        trace.requests.push_back({.arrivedAtSeconds = 0.25 * i + (i % 3) * 0.05,
                                  .prefillTokens = 200 + 37 * (i % 11),
                                  .decodeTokens = 50 + 13 * (i % 7)});
    }
    model::RequestTrace faster = trace;
    for (auto& request : faster.requests) {
        request.arrivedAtSeconds /= 8.0; // exact in binary
    }
    const auto one = curveOf(serving(), trace);
    const auto other = curveOf(serving(), faster);
    QVERIFY(one.has_value() && other.has_value());
    QVERIFY(one->isTrace);
    QCOMPARE(one->requests, std::size_t{400});
    QVERIFY(std::abs(one->points[6].endToEndP95Seconds / other->points[6].endToEndP95Seconds - 1.0) < 1e-6);
}

void tst_ReplicaCurve::lengthsWithoutTimesGetArrivals()
{
    model::RequestTrace trace{
        .requests = std::vector<model::TraceRequest>(300, {.prefillTokens = 500, .decodeTokens = 100}),
        .format = "lengths",
        .hasArrivalTimes = false};
    const auto curve = curveOf(serving(), trace);
    QVERIFY(curve.has_value());
    QVERIFY(curve->points.back().endToEndP95Seconds > curve->points.front().endToEndP95Seconds);
}

void tst_ReplicaCurve::theSameSeedGivesTheSameCurve()
{
    QVERIFY(*curveOf(serving()) == *curveOf(serving()));
}

void tst_ReplicaCurve::aStoppedRunIsCancelled()
{
    std::stop_source stop;
    stop.request_stop();
    const auto curve = curveOf(serving(), {}, {.stop = stop.get_token(), .progress = {}});
    QVERIFY(!curve.has_value());
    QCOMPARE(curve.error().code, ErrorCode::Cancelled);
}

void tst_ReplicaCurve::otherKindsAreRefused()
{
    const auto curve = curveOf({.detail = model::Inference{}});
    QVERIFY(!curve.has_value());
    QCOMPARE(curve.error().code, ErrorCode::WrongType);
}

QTEST_APPLESS_MAIN(tst_ReplicaCurve)
#include "tst_ReplicaCurve.moc"
