// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/throughput/AcceleratorFit.h"
#include "tests/simulator/throughput/Hosts.h"
#include "tests/simulator/throughput/KnownModels.h"

#include <QtTest>

#include <cmath>

using namespace wherewithal;
using simulator::AcceleratorFit;
using simulator::FitFigure;

namespace {

model::Workload serving(std::size_t knownModel = 0)
{
    model::LlmServing llm{.architecture = tests::knownModels()[knownModel].architecture};
    llm.inputTokens = 1000.0;
    llm.outputTokens = 200.0;
    return {.id = model::WorkloadId("w"), .detail = llm};
}

const model::Assumptions kStandard;

} // namespace

class tst_AcceleratorFit : public QObject
{
    Q_OBJECT
private slots:
    void memoryAddsUp();
    void cacheIsWhatShareRuntimeAndWeightsLeave();
    void sustainedIsThatOfTheMachine();
    void aMissedObjectiveShowsTheSpeedOfOneRequest();
    void aDeviceWithoutFactsIsUnknown();
    void tooLargeAModelSaysWhichBytes();
    void everyNumberExplainsItself();
    void processorsAndMeasuredServicesAreLeftOut();
    void measurementsCorrectTheirDeviceOnly();
};

void tst_AcceleratorFit::memoryAddsUp()
{
    const AcceleratorFit fit = simulator::fitOn(serving(), tests::h100(), kStandard);
    QCOMPARE(fit.state, AcceleratorFit::State::Sustains);
    QCOMPARE(fit.devices, 1);
    QCOMPARE(*fit.memoryBytes, 80 * model::kGib);
    QVERIFY(std::abs(*fit.weightsBytes + *fit.cacheBytes + *fit.reserveBytes() - *fit.memoryBytes) < 1.0);
}

void tst_AcceleratorFit::cacheIsWhatShareRuntimeAndWeightsLeave()
{
    const AcceleratorFit fit = simulator::fitOn(serving(), tests::h100(), kStandard);
    const double expected = 80 * model::kGib * kStandard.get("llm-memory-share").median()
                            - kStandard.get("llm-runtime-bytes").median() - *fit.weightsBytes;
    QVERIFY(std::abs(*fit.cacheBytes - expected) < 1.0);
    // Llama-3.1-8B: 32 layers x 8 heads x 128 x 2 (keys, values) x 2 B = 128 KiB a token; 1,200 tokens a
    // request.
    QCOMPARE(*fit.atOnce, std::floor(expected / (128.0 * 1024.0 * 1200.0)));
}

void tst_AcceleratorFit::sustainedIsThatOfTheMachine()
{
    const model::Workload workload = serving();
    const model::Accelerator device = tests::h100();
    const model::Machine machine = tests::gpuMachine(device, 8);
    const auto capacity = simulator::replicaCapacity<double>(
        workload, {&machine, &device}, kStandard, simulator::baseDraw(workload));
    const AcceleratorFit fit = simulator::fitOn(workload, device, kStandard);
    QVERIFY(capacity.has_value());
    QCOMPARE(*fit.perSecond, capacity->perSecond);
    QVERIFY(std::abs(*fit.tokensPerSecond * *capacity->timePerTokenSeconds - 1.0) < 1e-12);
}

void tst_AcceleratorFit::aMissedObjectiveShowsTheSpeedOfOneRequest()
{
    model::Workload workload = serving();
    workload.objectives.timePerTokenP95Seconds = 1e-4;
    const AcceleratorFit fit = simulator::fitOn(workload, tests::l40s(), kStandard);
    QCOMPARE(fit.state, AcceleratorFit::State::MissesObjective);
    QVERIFY(!fit.perSecond);
    QVERIFY(fit.tokensPerSecond && *fit.tokensPerSecond > 10.0 && *fit.tokensPerSecond < 1e4);
    QVERIFY(fit.error->message.find("time per token") != std::string::npos);
}

void tst_AcceleratorFit::aDeviceWithoutFactsIsUnknown()
{
    model::Accelerator device = tests::h100();
    device.memoryBytesPerSecond.reset();
    const AcceleratorFit fit = simulator::fitOn(serving(), device, kStandard);
    QCOMPARE(fit.state, AcceleratorFit::State::Unknown);
    QVERIFY(!fit.perSecond && !fit.atOnce && !fit.cacheBytes && !fit.memoryBytes);
    QVERIFY(fit.error.has_value());
}

void tst_AcceleratorFit::tooLargeAModelSaysWhichBytes()
{
    model::Workload workload = serving();
    std::get<model::LlmServing>(workload.detail).architecture.layerCount = 4000;
    const AcceleratorFit fit = simulator::fitOn(workload, tests::l40s(), kStandard);
    QCOMPARE(fit.state, AcceleratorFit::State::DoesNotFit);
    QVERIFY(fit.error->message.find("GiB of weights") != std::string::npos);
}

void tst_AcceleratorFit::everyNumberExplainsItself()
{
    const model::Workload workload = serving();
    const model::Accelerator device = tests::h100();
    const AcceleratorFit fit = simulator::fitOn(workload, device, kStandard);
    const auto check = [&](FitFigure figure, double shown) {
        const auto root = simulator::explainFit(workload, device, kStandard, figure);
        QVERIFY(root.has_value());
        QVERIFY(std::abs(*(*root)->value - shown) <= 1e-9 * shown);
        QVERIFY(!(*root)->name.empty());
        QVERIFY(!(*root)->formula.empty());
    };
    check(FitFigure::Devices, fit.devices);
    check(FitFigure::Weights, *fit.weightsBytes);
    check(FitFigure::Cache, *fit.cacheBytes);
    check(FitFigure::AtOnce, *fit.atOnce);
    check(FitFigure::Speed, *fit.tokensPerSecond);
    check(FitFigure::Sustained, *fit.perSecond);
}

void tst_AcceleratorFit::processorsAndMeasuredServicesAreLeftOut()
{
    std::vector<model::Accelerator> devices{tests::h100(), tests::l40s()};
    devices.push_back({.id = model::AcceleratorId("epyc"), .displayName = "EPYC", .kind = "cpu"});
    const auto fits = simulator::fitOnAccelerators(serving(), devices, kStandard);
    QCOMPARE(fits.size(), std::size_t{2});
    QCOMPARE(fits.front().id.text(), std::string("l40s")); // least memory first
    const model::Workload measured{.detail = model::MeasuredService{}};
    QVERIFY(simulator::fitOnAccelerators(measured, devices, kStandard).empty());
}

void tst_AcceleratorFit::measurementsCorrectTheirDeviceOnly()
{
    model::Workload workload = serving();
    const AcceleratorFit before = simulator::fitOn(workload, tests::h100(), kStandard);
    const AcceleratorFit other = simulator::fitOn(workload, tests::l40s(), kStandard);
    std::get<model::LlmServing>(workload.detail).calibrations = {
        {.device = model::AcceleratorId("h100-sxm"), .computeFactor = 0.5, .bandwidthFactor = 0.5}};
    const AcceleratorFit after = simulator::fitOn(workload, tests::h100(), kStandard);
    QVERIFY(after.isCalibrated && !before.isCalibrated);
    QVERIFY(*after.perSecond < 0.75 * *before.perSecond);
    QCOMPARE(simulator::fitOn(workload, tests::l40s(), kStandard), other);
    // Another engine has other step times: the fit does not speak for it.
    std::get<model::LlmServing>(workload.detail).calibrations.front().engineProfile = "tensorrt-llm";
    QCOMPARE(*simulator::fitOn(workload, tests::h100(), kStandard).perSecond, *before.perSecond);
}

QTEST_APPLESS_MAIN(tst_AcceleratorFit)
#include "tst_AcceleratorFit.moc"
