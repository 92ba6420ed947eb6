// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/throughput/Calibration.h"
#include "tests/simulator/throughput/Hosts.h"
#include "tests/simulator/throughput/KnownModels.h"

#include <QtTest>

using namespace wherewithal;
using model::ErrorCode;
using simulator::LlmLengths;
using simulator::LlmTuning;

namespace {

/// Output tokens per second of Llama-3.1-8B on one H100 at each of the batches.
model::Result<std::vector<double>> rates(const LlmTuning& tuning, const std::vector<double>& batches)
{
    static const model::Accelerator device = tests::h100();
    static const model::Machine machine = tests::gpuMachine(device, 1);
    static const model::LlmServing serving{.architecture = tests::knownModels()[0].architecture};
    const LlmLengths<double> lengths{1000.0, 200.0, 1000.0};
    const auto replica = simulator::placeLlm<double>(
        {.serving = &serving, .host = {&machine, &device}, .tuning = tuning}, {}, lengths);
    if (!replica) {
        return model::failure(replica.error());
    }
    std::vector<double> result;
    for (const double batch : batches) {
        result.push_back(simulator::saturatedPoint(*replica, lengths, batch).requestsPerSecond * 200.0);
    }
    return result;
}

const simulator::EngineProfile& profile()
{
    return **simulator::findEngineProfile("");
}

} // namespace

class tst_Calibration : public QObject
{
    Q_OBJECT
private slots:
    void onePointIsMetWithinTheMeasurement();
    void manyPointsTellOverheadFromSpeed();
    void aPerfectPredictionStaysAsItIs();
    void refusesWhatIsNoMeasurement();
    void pointsOfAllKindsComeBack();
    void aFitIsKeptForItsDeviceAndEngine();
};

void tst_Calibration::onePointIsMetWithinTheMeasurement()
{
    const std::vector<double> batches{64.0};
    const std::vector<double> measured{0.8 * rates({}, batches)->front()};
    const auto fit = simulator::calibrate(
        measured, profile(), [&](const LlmTuning& tuning) { return rates(tuning, batches); });
    QVERIFY(fit.has_value() && fit->isConverged);
    QVERIFY(std::abs(fit->errorBefore - 0.2231) < 1e-3); // ln 0.8
    QVERIFY(fit->errorAfter < 0.03);
    QVERIFY(fit->tuning.computeFactor < 1.0 && fit->tuning.computeFactor == fit->tuning.bandwidthFactor);
    QVERIFY(*fit->tuning.secondsPerStep > profile().secondsPerStep);
}

void tst_Calibration::manyPointsTellOverheadFromSpeed()
{
    const std::vector<double> batches{1.0, 4.0, 16.0, 64.0, 128.0, 200.0};
    const LlmTuning truth{.computeFactor = 0.85, .bandwidthFactor = 0.9, .secondsPerStep = 1.8e-3};
    const std::vector<double> measured = *rates(truth, batches);
    const auto fit = simulator::calibrate(
        measured, profile(), [&](const LlmTuning& tuning) { return rates(tuning, batches); });
    QVERIFY(fit.has_value() && fit->isConverged);
    QVERIFY(fit->errorAfter < 0.01);
    QVERIFY(std::abs(fit->tuning.computeFactor - truth.computeFactor) < 0.05);
    // Bandwidth and overhead stand in for each other where every step reads all weights.
    QVERIFY(std::abs(fit->tuning.bandwidthFactor - truth.bandwidthFactor) < 0.1);
}

void tst_Calibration::aPerfectPredictionStaysAsItIs()
{
    const std::vector<double> batches{1.0, 32.0};
    const std::vector<double> measured = *rates({}, batches);
    const auto fit = simulator::calibrate(
        measured, profile(), [&](const LlmTuning& tuning) { return rates(tuning, batches); });
    QVERIFY(fit.has_value());
    QVERIFY(fit->errorBefore < 1e-12);
    QVERIFY(std::abs(fit->tuning.computeFactor - 1.0) < 1e-6);
}

void tst_Calibration::refusesWhatIsNoMeasurement()
{
    const auto predict = [](const LlmTuning& tuning) {
        return rates(tuning, {1.0});
    };
    QCOMPARE(simulator::calibrate({}, profile(), predict).error().code, ErrorCode::MissingField);
    const std::vector<double> zero{0.0};
    QCOMPARE(simulator::calibrate(zero, profile(), predict).error().code, ErrorCode::OutOfRange);
}

void tst_Calibration::pointsOfAllKindsComeBack()
{
    using Kind = model::CalibrationPoint::Kind;
    const model::Accelerator device = tests::h100();
    const model::Machine machine = tests::gpuMachine(device, 1);
    model::LlmServing serving{.architecture = tests::knownModels()[0].architecture};
    serving.inputTokens = 1000.0;
    serving.outputTokens = 200.0;
    std::vector<model::CalibrationPoint> points{
        {Kind::Throughput, 64.0, 1.0}, {Kind::FirstToken, 2.0, 1.0}, {Kind::TimePerToken, 2.0, 1.0}};
    const LlmTuning truth{.computeFactor = 0.8, .bandwidthFactor = 0.8, .secondsPerStep = {}};
    const auto measured = simulator::predictPoints(serving, {&machine, &device}, {}, points, truth);
    QVERIFY(measured.has_value());
    QCOMPARE(measured->size(), std::size_t{3});
    for (std::size_t i = 0; i < points.size(); ++i) {
        points[i].measured = (*measured)[i];
    }
    const auto kept = simulator::calibrationOf(serving, {&machine, &device}, {}, points);
    QVERIFY(kept.has_value());
    QCOMPARE(kept->device, device.id);
    QVERIFY(kept->errorBefore > 0.1);
    QVERIFY(kept->errorAfter < 0.02);
    QVERIFY(std::abs(kept->computeFactor - 0.8) < 0.05);
}

void tst_Calibration::aFitIsKeptForItsDeviceAndEngine()
{
    const model::Accelerator device = tests::h100();
    model::LlmServing serving;
    serving.calibrations = {{.device = device.id, .bandwidthFactor = 0.9}};
    QCOMPARE(simulator::keptTuning(serving, &device).bandwidthFactor, 0.9);
    serving.engineProfile = "vllm-0.15"; // the default, named
    QCOMPARE(simulator::keptTuning(serving, &device).bandwidthFactor, 0.9);
    serving.engineProfile = "tensorrt-llm";
    QVERIFY(simulator::keptTuning(serving, &device) == LlmTuning{});
    QVERIFY(simulator::keptTuning(serving, nullptr) == LlmTuning{});
}

QTEST_APPLESS_MAIN(tst_Calibration)
#include "tst_Calibration.moc"
