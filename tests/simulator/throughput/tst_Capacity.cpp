// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/scaling/Queueing.h"
#include "simulator/throughput/Capacity.h"
#include "tests/simulator/throughput/Hosts.h"
#include "tests/simulator/throughput/KnownModels.h"

#include <QtTest>

using namespace wherewithal;
using model::Assumptions;
using model::ErrorCode;
using model::Traced;
using simulator::HostShape;
using simulator::replicaCapacity;

namespace {

model::Workload llm(std::size_t knownModel, double input = 1000.0, double output = 200.0)
{
    model::LlmServing serving;
    serving.architecture = tests::knownModels()[knownModel].architecture;
    serving.inputTokens = input;
    serving.outputTokens = output;
    return {.detail = serving};
}

model::Workload resnet()
{
    model::Inference inference;
    inference.cost = {.modelName = "ResNet-50",
                      .modelClass = "cnn",
                      .flops = 8.2e9,
                      .memoryTrafficBytes = 30e6,
                      .modelBytes = 26e6};
    return {.detail = inference};
}

model::Workload scoring()
{
    model::BatchScoring batch;
    batch.cost = {.modelName = "scorer", .modelClass = "trees", .flops = 500.0 * 8.0, .modelBytes = 50e6};
    batch.itemsPerRun = 1e8;
    batch.bytesInPerItem = 400.0;
    return {.detail = batch};
}

model::Workload tuning()
{
    model::Training training;
    training.architecture = tests::knownModels()[0].architecture;
    training.method = model::Training::Method::Lora;
    training.recomputesActivations = true;
    training.tokensPerRun = 1e8;
    return {.detail = training};
}

model::Workload service()
{
    // SPEC SDM91, repeated in the R package usl: peak 1884 at load 96.5.
    model::MeasuredService measured;
    measured.measuredOn = "a 16-processor server";
    measured.measuredVcpus = 16.0;
    for (const auto& [load, rate] : {std::pair{1.0, 64.9},
                                     {18.0, 995.9},
                                     {36.0, 1652.4},
                                     {72.0, 1853.2},
                                     {108.0, 1828.9},
                                     {144.0, 1775.0},
                                     {216.0, 1702.2}}) {
        measured.points.push_back({.concurrency = load, .throughputPerSecond = rate});
    }
    return {.detail = measured};
}

template <model::Number N = double>
model::Result<simulator::ReplicaCapacity<N>> sized(const model::Workload& workload,
                                                   const model::Machine& machine,
                                                   const model::Accelerator* device,
                                                   const Assumptions& assumptions = {})
{
    return replicaCapacity<N>(workload, {&machine, device}, assumptions, simulator::baseDraw(workload));
}

} // namespace

class tst_Capacity : public QObject
{
    Q_OBJECT
private slots:
    void everyKindHasACapacityAndTheTraceGivesTheSameBits();
    void theSmallestDegreeThatFitsIsTaken();
    void whatDoesNotFitIsSaidInBytes();
    void aTighterObjectiveNeverSustainsMore();
    void anObjectiveOutOfReachIsSaidWithWhatIsReached();
    void aDeviceWithoutFactsIsUnknown();
    void classicInferenceReachesItsShareOfPeak();
    void measuredOnProcessorsIsTakenAsMeasured();
    void threadsShortenAnItemAndCostThroughput();
    void dataMovementCanBindABatchJob();
    void fullTrainingSpansMachinesWhenItMust();
    void measuredServicePeaksWhereTheFitSays();
    void measuredServiceScalesWithItsAssumption();
    void measuredServiceKeepsItsMeasuredTail();
    void predictionErrorScalesTheRate();
    void aMissingNumberIsAskedFor();
};

void tst_Capacity::everyKindHasACapacityAndTheTraceGivesTheSameBits()
{
    const model::Accelerator device = tests::h100();
    const model::Machine gpu = tests::gpuMachine(device, 8);
    const model::Machine cpu = tests::cpuMachine(16, 64);
    const std::vector<std::pair<model::Workload, bool>> cases{{llm(0), true},
                                                              {llm(5), true},
                                                              {llm(8), false},
                                                              {resnet(), true},
                                                              {resnet(), false},
                                                              {scoring(), false},
                                                              {tuning(), true},
                                                              {service(), false}};
    for (const auto& [workload, onGpu] : cases) {
        if (workload.detail.index() == 0 && !onGpu) {
            continue;
        }
        const auto plain = onGpu ? sized(workload, gpu, &device) : sized(workload, cpu, nullptr);
        const auto traced =
            onGpu ? sized<Traced>(workload, gpu, &device) : sized<Traced>(workload, cpu, nullptr);
        QVERIFY2(plain.has_value(), plain ? "" : plain.error().message.c_str());
        QVERIFY(plain->perSecond > 0.0 && plain->perSecond <= plain->stablePerSecond);
        QVERIFY(plain->serviceSeconds > 0.0 && plain->servers >= 1.0);
        QVERIFY(plain->errorLow < 1.0 && plain->errorHigh > 1.0);
        QVERIFY(!plain->bindingResource.empty());
        QVERIFY(plain->perSecond == traced->perSecond.value());
        QVERIFY(plain->serviceSeconds == traced->serviceSeconds.value());
        QVERIFY(model::figureOf(traced->perSecond)->inputs.size() >= 1);
    }
}

void tst_Capacity::theSmallestDegreeThatFitsIsTaken()
{
    const model::Accelerator device = tests::h100();
    const model::Machine machine = tests::gpuMachine(device, 8);
    QCOMPARE(sized(llm(0), machine, &device)->devicesPerReplica, 1);
    QCOMPARE(sized(llm(0), machine, &device)->replicasPerMachine, 8.0);
    QCOMPARE(sized(llm(3), machine, &device)->devicesPerReplica, 2); // 87 GiB of weights
}

void tst_Capacity::whatDoesNotFitIsSaidInBytes()
{
    const model::Accelerator device = tests::h100();
    const auto result = sized(llm(8), tests::gpuMachine(device, 8), &device); // DeepSeek-V3 in BF16: 1.34 TB
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::DoesNotFit);
    QVERIFY2(result.error().message.find("1249.9 GiB of weights") != std::string::npos,
             result.error().message.c_str());
    QVERIFY(result.error().message.find("8 devices") != std::string::npos);
}

void tst_Capacity::aTighterObjectiveNeverSustainsMore()
{
    const model::Accelerator device = tests::h100();
    const model::Machine machine = tests::gpuMachine(device, 8);
    double last = 0.0;
    for (const double seconds : {0.012, 0.015, 0.02, 0.03, 0.05, 0.1, 1.0}) {
        model::Workload workload = llm(0);
        std::get<model::LlmServing>(workload.detail).tensorParallel = 1;
        workload.objectives.timePerTokenP95Seconds = seconds;
        const auto capacity = sized(workload, machine, &device);
        QVERIFY2(capacity.has_value(), capacity ? "" : capacity.error().message.c_str());
        QVERIFY(capacity->perSecond >= last);
        last = capacity->perSecond;
    }
}

void tst_Capacity::anObjectiveOutOfReachIsSaidWithWhatIsReached()
{
    const model::Accelerator device = tests::h100();
    model::Workload workload = llm(0);
    workload.objectives.timePerTokenP95Seconds = 0.001;
    const auto capacity = sized(workload, tests::gpuMachine(device, 1), &device);
    QVERIFY(!capacity);
    QCOMPARE(capacity.error().code, ErrorCode::NoSolution);
    QVERIFY(capacity.error().message.find("time per token objective of 0.001 s") != std::string::npos);
}

void tst_Capacity::aDeviceWithoutFactsIsUnknown()
{
    const model::Accelerator device = tests::h100();
    const auto capacity = sized(llm(0), tests::gpuMachine(device, 1), nullptr);
    QVERIFY(!capacity);
    QCOMPARE(capacity.error().code, ErrorCode::UnknownName);
}

void tst_Capacity::classicInferenceReachesItsShareOfPeak()
{
    const model::Accelerator device = tests::h100();
    model::Workload workload = resnet();
    std::get<model::Inference>(workload.detail).cost.maxBatch = 4096;
    std::get<model::Inference>(workload.detail).cost.memoryTrafficBytes = 0.0;
    const auto capacity = sized(workload, tests::gpuMachine(device, 1), &device);
    // 1979 TOP/s x 0.40 / 8.2 G = 96.5 k/s, less the start of each batch (1.3 ms median against 42 ms).
    QVERIFY(std::abs(capacity->stablePerSecond / 96537.0 - 1.0) < 0.05);
    QCOMPARE(capacity->bindingResource, std::string("arithmetic"));
}

void tst_Capacity::measuredOnProcessorsIsTakenAsMeasured()
{
    model::Workload workload = resnet();
    std::get<model::Inference>(workload.detail).cost.cpuSecondsPerItem = 0.02;
    const auto capacity = sized(workload, tests::cpuMachine(8, 32), nullptr);
    QCOMPARE(capacity->stablePerSecond, 400.0);
    QCOMPARE(capacity->serviceSeconds, 0.02);
    QCOMPARE(capacity->servers, 8.0);
}

void tst_Capacity::threadsShortenAnItemAndCostThroughput()
{
    // 8.2 G / (60 G x 0.40 per vCPU) = 0.3417 s on one thread; 4 threads at 0.7: 3.1 times as fast, 4 threads
    // taken.
    model::Workload workload = resnet();
    std::get<model::Inference>(workload.detail).cost.memoryTrafficBytes = 0.0;
    std::get<model::Inference>(workload.detail).cost.precision = model::Precision::Fp32;
    model::Assumptions assumptions;
    for (const auto& [key, value] : {std::pair{"cpu-fp32-flops-per-vcpu", 60e9},
                                     std::pair{"inference-share-cnn", 0.4},
                                     std::pair{"cpu-thread-efficiency", 0.7}}) {
        QVERIFY(assumptions.set(key, value).has_value());
    }
    const model::Machine machine = tests::cpuMachine(8, 32);
    const auto capacity = simulator::replicaCapacity<double>(
        workload, {.machine = &machine}, assumptions, simulator::baseDraw(workload));
    QVERIFY(capacity.has_value());
    const double seconds = 8.2e9 / 24e9 / 3.1;
    QVERIFY(std::abs(capacity->serviceSeconds / seconds - 1.0) < 1e-9);
    QVERIFY(std::abs(capacity->stablePerSecond * seconds / 2.0 - 1.0) < 1e-9);
    QCOMPARE(capacity->servers, 2.0);
}

void tst_Capacity::dataMovementCanBindABatchJob()
{
    model::Workload workload = scoring();
    std::get<model::BatchScoring>(workload.detail).bytesInPerItem = 1e6;
    model::Machine machine = tests::cpuMachine(64, 128);
    machine.networkBitsPerSecondPeak = 10e9;
    const auto capacity = sized(workload, machine, nullptr);
    QCOMPARE(capacity->perSecond, 1250.0);
    QCOMPARE(capacity->bindingResource, std::string("transfer in"));
}

void tst_Capacity::fullTrainingSpansMachinesWhenItMust()
{
    const model::Accelerator device = tests::h100();
    model::Workload workload = tuning();
    auto& training = std::get<model::Training>(workload.detail);
    training.method = model::Training::Method::Full;
    QCOMPARE(sized(workload, tests::gpuMachine(device, 8), &device)->replicasPerMachine, 1.0);
    training.architecture = tests::knownModels()[3].architecture; // 46.7 G x 16 B = 696 GiB of state
    QCOMPARE(sized(workload, tests::gpuMachine(device, 8), &device)->replicasPerMachine, 0.5);
}

void tst_Capacity::measuredServicePeaksWhereTheFitSays()
{
    const auto capacity = sized(service(), tests::cpuMachine(16, 64), nullptr);
    QVERIFY(std::abs(capacity->stablePerSecond - 1884.0) < 1.0); // R package usl: peak throughput 1884
    QVERIFY(std::abs(capacity->servers - 96.51956) < 0.01);
    QCOMPARE(capacity->bindingResource, std::string("coordination"));
}

/// A steady service is not taken for an exponential one: P95 over mean is that of the load test.
void tst_Capacity::measuredServiceKeepsItsMeasuredTail()
{
    const model::Machine machine = tests::cpuMachine(16, 64);
    for (const double ratio : {1.2, 1.5, 2.5}) {
        model::Workload workload = service();
        for (model::MeasuredPoint& point : std::get<model::MeasuredService>(workload.detail).points) {
            point.latencyP95Seconds = ratio * point.concurrency / point.throughputPerSecond;
        }
        const auto capacity = sized(workload, machine, nullptr);
        QVERIFY(capacity.has_value());
        const double tail = simulator::ServiceShape(capacity->serviceVariation).quantile(0.95);
        QVERIFY2(std::abs(tail - ratio) < 1e-6, qPrintable(QString::number(tail)));
    }
    // Not measured: the assumption's ratio.
    const auto capacity = sized(service(), machine, nullptr);
    QVERIFY(std::abs(simulator::ServiceShape(capacity->serviceVariation).quantile(0.95)
                     - Assumptions{}.get("measured-p95-ratio").median())
            < 1e-6);
}

void tst_Capacity::measuredServiceScalesWithItsAssumption()
{
    Assumptions proportional;
    QVERIFY(proportional.set("measured-vcpu-exponent", 1.0).has_value());
    const double once = sized(service(), tests::cpuMachine(16, 64), nullptr, proportional)->stablePerSecond;
    const double twice = sized(service(), tests::cpuMachine(32, 64), nullptr, proportional)->stablePerSecond;
    QVERIFY(std::abs(twice / once - 2.0) < 1e-12);
    model::Machine dyno = tests::cpuMachine(1, 1);
    dyno.vcpus.reset();
    QCOMPARE(sized(service(), dyno, nullptr).error().code, ErrorCode::UnknownName);
}

void tst_Capacity::predictionErrorScalesTheRate()
{
    const model::Accelerator device = tests::h100();
    const model::Machine machine = tests::gpuMachine(device, 8);
    const model::Workload workload = llm(0);
    simulator::ThroughputDraw draw = simulator::baseDraw(workload);
    draw.efficiencyFactor = 0.8;
    const double base = sized(workload, machine, &device)->perSecond;
    QVERIFY(std::abs(replicaCapacity<double>(workload, {&machine, &device}, {}, draw)->perSecond / base - 0.8)
            < 1e-12);
}

void tst_Capacity::aMissingNumberIsAskedFor()
{
    model::Workload workload = resnet();
    std::get<model::Inference>(workload.detail).cost.flops = 0.0;
    std::get<model::Inference>(workload.detail).cost.memoryTrafficBytes = 0.0;
    const auto capacity = sized(workload, tests::cpuMachine(8, 32), nullptr);
    QVERIFY(!capacity);
    QCOMPARE(capacity.error().code, ErrorCode::MissingField);
    QCOMPARE(capacity.error().where, std::string("cost.flops"));
}

QTEST_APPLESS_MAIN(tst_Capacity)
#include "tst_Capacity.moc"
