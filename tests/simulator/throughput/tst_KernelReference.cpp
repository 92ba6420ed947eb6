// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/throughput/DeviceModel.h"
#include "simulator/throughput/LlmRoofline.h"
#include "tests/simulator/throughput/MeasuredSetup.h"
#include "tests/simulator/throughput/Verdicts.h"

#include <QTest>

#include <string>
#include <utility>

using namespace wherewithal;
using model::Accelerator;
using model::Assumptions;
using model::Precision;
using tests::CsvRow;
using tests::deviceCalled;
using tests::Errors;
using tests::isAbsent;
using tests::sharedTable;
using tests::verdict;

namespace {

/// Kernels in 16 bits: one matrix of weights times tokens.
Errors kernelErrors(const char* path, const simulator::DeviceModel<double>& device)
{
    Errors errors;
    constexpr double kLeast = 1024.0;
    for (const CsvRow& row : sharedTable(path)) {
        const double m = row.number("m");
        const double n = row.number("n");
        const double k = row.number("k");
        if (row.text("gemm_dtype") != "bfloat16" || n < kLeast || k < kLeast || n > 32768 || k > 32768) {
            continue;
        }
        const double bytes = 2.0 * (k * n + m * k + m * n);
        errors.add(simulator::kernelSeconds(
                       device, 2.0 * m * n * k, bytes, simulator::matrixRates(device, Precision::Bf16)),
                   row.number("latency_ms") * 1e-3);
    }
    return errors;
}

/// FP8 kernels. Their time includes quantising the inputs in kernels of their own: a start and a time per
/// number, fitted to the same kernels and left out of predictions. So is their share of peak arithmetic,
/// which serving does not reach; the other constants are the device's.
Errors fp8KernelErrors(const char* path, const simulator::DeviceModel<double>& device)
{
    constexpr double kComputeShare = 0.73;
    constexpr double kQuantiseStart = 9.2e-6;
    constexpr double kQuantisedPerSecond = 95e9;
    constexpr double kLeast = 1024.0;
    Errors errors;
    for (const CsvRow& row : sharedTable(path)) {
        const double m = row.number("m");
        const double n = row.number("n");
        const double k = row.number("k");
        if (row.text("gemm_dtype") != "fp8" || n < kLeast || k < kLeast || n > 32768 || k > 32768) {
            continue;
        }
        const double bytes = k * n + 2.0 * (m * k + m * n);
        simulator::MatrixRates<double> rates = simulator::matrixRates(device, Precision::Fp8);
        rates.peak = *device.peakFp8 * kComputeShare;
        errors.add(simulator::kernelSeconds(device, 2.0 * m * n * k, bytes, rates) + kQuantiseStart
                       + m * k / kQuantisedPerSecond,
                   row.number("latency_ms") * 1e-3);
    }
    return errors;
}

} // namespace

/// The model of one kernel against measured kernels of matrix multiplication.
/// Predictions with the standard assumptions: nothing is fitted on a row that is tested. Each function prints
/// its rows and its verdict; simulator/throughput/README.md keeps the table.
class tst_KernelReference : public QObject
{
    Q_OBJECT
private slots:
    void t4KernelModelAgainstMeasuredKernels();
    void t4Fp8Kernels();
};

void tst_KernelReference::t4KernelModelAgainstMeasuredKernels()
{
    if (isAbsent(sharedTable("llm-reference/kernel-measurements/h100_sxm-gemm.csv"), "T4")) {
        return;
    }
    for (const auto& [name, path] : {std::pair{"H100", "llm-reference/kernel-measurements/h100_sxm-gemm.csv"},
                                     {"A100", "llm-reference/kernel-measurements/a100_sxm-gemm.csv"}}) {
        const Accelerator device = deviceCalled(name);
        const model::Machine machine = tests::gpuMachine(device, 1);
        const auto own = simulator::acceleratorModel<double>({&machine, &device}, {});
        Assumptions standard;
        for (const char* key :
             {"gemm-compute-share", "gemm-bandwidth-share", "gemm-start-seconds", "gemm-sharpness"}) {
            QVERIFY(standard.set(key, model::findAssumption(key)->standard.median()).has_value());
        }
        const auto fallback = simulator::acceleratorModel<double>({&machine, &device}, standard);
        const Errors fitted = kernelErrors(path, *own);
        const Errors plain = kernelErrors(path, *fallback);
        qInfo("T4 %s: %zu kernels, own constants bias %+.1f %%, default constants bias %+.1f %%",
              name,
              fitted.count(),
              100 * fitted.bias(),
              100 * plain.bias());
        verdict("T4",
                (std::string(name) + " own constants, median").c_str(),
                fitted.absoluteQuantile(0.5),
                0.08,
                0.05);
        verdict("T4",
                (std::string(name) + " own constants, p90").c_str(),
                fitted.absoluteQuantile(0.9),
                0.25,
                0.25);
        verdict("T4",
                (std::string(name) + " default constants, median").c_str(),
                plain.absoluteQuantile(0.5),
                0.18,
                0.12);
    }
}

void tst_KernelReference::t4Fp8Kernels()
{
    const char* path = "llm-reference/kernel-measurements/h100_sxm-gemm.csv";
    if (isAbsent(sharedTable(path), "T4")) {
        return;
    }
    const Accelerator device = deviceCalled("H100");
    const model::Machine machine = tests::gpuMachine(device, 1);
    const Errors fitted =
        fp8KernelErrors(path, *simulator::acceleratorModel<double>({&machine, &device}, {}));
    qInfo("T4 H100 FP8: %zu kernels, bias %+.1f %%", fitted.count(), 100 * fitted.bias());
    verdict("T4", "H100 FP8 own constants, median", fitted.absoluteQuantile(0.5), 0.08, 0.05);
    verdict("T4", "H100 FP8 own constants, p90", fitted.absoluteQuantile(0.9), 0.25, 0.25);
}

QTEST_APPLESS_MAIN(tst_KernelReference)
#include "tst_KernelReference.moc"
