// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/hardware/Accelerator.h"
#include "model/hardware/Machine.h"
#include "model/units/Quantity.h"
#include "simulator/throughput/Capacity.h"

#include <string>

/// Devices and machines for throughput tests. Data-sheet figures: NVIDIA H100 SXM (dense), L40S, A100 SXM 80
/// GB.
namespace wherewithal::tests {

inline model::Accelerator h100()
{
    return {.id = model::AcceleratorId("h100-sxm"),
            .displayName = "NVIDIA H100 SXM",
            .vendor = "NVIDIA",
            .kind = "gpu",
            .fp32FlopsPerSecond = 67e12,
            .bf16FlopsPerSecond = 989e12,
            .fp8FlopsPerSecond = 1979e12,
            .int8OpsPerSecond = 1979e12,
            .memoryBytes = 80 * model::kGib,
            .memoryBytesPerSecond = 3350e9,
            .linkBytesPerSecond = 450e9,
            .pcieBytesPerSecond = 64e9,
            .source = {.title = "NVIDIA H100 data sheet"}};
}

inline model::Accelerator l40s()
{
    return {.id = model::AcceleratorId("l40s"),
            .displayName = "NVIDIA L40S",
            .vendor = "NVIDIA",
            .kind = "gpu",
            .fp32FlopsPerSecond = 91.6e12,
            .bf16FlopsPerSecond = 362e12,
            .fp8FlopsPerSecond = 733e12,
            .int8OpsPerSecond = 733e12,
            .memoryBytes = 48 * model::kGib,
            .memoryBytesPerSecond = 864e9,
            .pcieBytesPerSecond = 32e9,
            .source = {.title = "NVIDIA L40S data sheet"}};
}

inline model::Machine gpuMachine(const model::Accelerator& device, int count)
{
    return {.provider = model::ProviderId("test"),
            .id = model::MachineId("gpu" + std::to_string(count)),
            .displayName = "GPU machine",
            .vcpus = 96.0,
            .memoryBytes = 1024 * model::kGib,
            .accelerator = device.id,
            .acceleratorName = device.displayName,
            .acceleratorCount = count};
}

inline model::Machine cpuMachine(double vcpus, double gib)
{
    return {.provider = model::ProviderId("test"),
            .id = model::MachineId("cpu"),
            .displayName = "CPU machine",
            .vcpus = vcpus,
            .memoryBytes = gib * model::kGib};
}

} // namespace wherewithal::tests
