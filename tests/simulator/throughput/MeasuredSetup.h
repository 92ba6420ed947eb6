// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan/Assumptions.h"
#include "model/workload/Workload.h"
#include "simulator/throughput/LlmReplica.h"
#include "tests/simulator/throughput/Hosts.h"
#include "tests/simulator/throughput/KnownModels.h"
#include "tests/simulator/throughput/SharedData.h"

#include <string>
#include <utility>
#include <vector>

/// What a row of measurements means to the program: its device, its model and how that was served.
namespace wherewithal::tests {

/// One model on one machine, as a measurement had it.
struct Setup
{
    model::LlmArchitecture architecture;
    const model::Accelerator* device = nullptr;
    model::Precision precision = model::Precision::Bf16;
    int devices = 1;
    int tensorParallel = 0;
    double input = 0.0;
    double output = 0.0;
    int maxBatch = 2048;
    const char* profile = "";
    bool isExpertParallel = false;
    double requests = 0.0; ///< of the whole run; 0: without end
};

inline model::LlmServing servingOf(const Setup& setup)
{
    model::LlmServing serving;
    serving.architecture = setup.architecture;
    serving.weightPrecision = setup.precision;
    serving.cachePrecision =
        setup.precision == model::Precision::Bf16 ? model::Precision::Bf16 : model::Precision::Fp8;
    serving.inputTokens = setup.input;
    serving.outputTokens = setup.output;
    serving.engineProfile = setup.profile;
    serving.maxBatch = setup.maxBatch;
    return serving;
}

struct Placed
{
    simulator::LlmReplica<double> replica;
    simulator::LlmLengths<double> lengths;
};

/// Fails where the model does not fit.
inline model::Result<Placed> place(const Setup& setup, const model::Assumptions& assumptions = {})
{
    model::LlmServing serving = servingOf(setup);
    serving.isExpertParallel = setup.isExpertParallel;
    const model::Machine machine = gpuMachine(*setup.device, setup.devices);
    const simulator::LlmLengths<double> lengths{setup.input, setup.output, setup.input};
    const auto replica = simulator::placeLlm<double>(
        {.serving = &serving, .host = {&machine, setup.device}, .tensorParallel = setup.tensorParallel},
        assumptions,
        lengths);
    if (!replica) {
        return model::failure(replica.error());
    }
    return Placed{*replica, lengths};
}

/// The device that a table names; without an id where its data sheet is not at hand, or a share of it was
/// rented.
inline model::Accelerator deviceCalled(const std::string& name)
{
    static const auto kDevices = sharedDevices();
    static const std::vector<std::pair<const char*, const char*>> kNames{{"H100-NVL", "h100-nvl"},
                                                                         {"H100-PCIe", "h100-pcie"},
                                                                         {"H100", "h100-sxm"},
                                                                         {"H200-NVL", ""},
                                                                         {"H200", "h200-sxm"},
                                                                         {"GB200", "gb200"},
                                                                         {"GB300", ""},
                                                                         {"B200", "b200-sxm"},
                                                                         {"GH200", ""},
                                                                         {"A100-PCIe", "a100-pcie-80"},
                                                                         {"A100", "a100-sxm-80"},
                                                                         {"L40S", "l40s"},
                                                                         {"MI300X", "mi300x"},
                                                                         {"MI325X", "mi325x"},
                                                                         {"6000 Pro", "rtxpro6000-bse"},
                                                                         {"PRO 6000", "rtxpro6000-bse"},
                                                                         {"L4", "l4"},
                                                                         {"8592+", "xeon-8592p"},
                                                                         {"6980P", "xeon-6980p"},
                                                                         {"Gaudi(R) 2", "gaudi2"},
                                                                         {"RTX 4090", "rtx4090"}};
    if (name.find("(x16)") != std::string::npos || name.find("Virtualized") != std::string::npos) {
        return {};
    }
    for (const auto& [part, id] : kNames) {
        if (name.find(part) != std::string::npos) {
            const auto at = kDevices.find(id);
            return at == kDevices.end() ? model::Accelerator{} : at->second;
        }
    }
    return {};
}

/// The shape of the model that a table names; without a size where it is not known.
inline model::LlmArchitecture modelCalled(const std::string& name)
{
    const auto known = knownModels();
    const auto has = [&](const char* part) {
        return name.find(part) != std::string::npos;
    };
    if (has("Llama-3.1-8B") || has("llama3.1-8b") || has("llama3_1-8b")) {
        return known[0].architecture;
    }
    if (has("Llama-2-7b")) {
        return known[1].architecture;
    }
    if (has("Mistral-Nemo")) {
        return known[2].architecture;
    }
    if (has("mixtral-8x7b")) {
        return known[3].architecture;
    }
    if (has("Qwen2.5-7B")) {
        return known[4].architecture;
    }
    if (has("Qwen3-30B")) {
        return known[5].architecture;
    }
    if (has("llama2-70b") || has("Llama-2-70b")) {
        return measuredModel("Llama-2-70B");
    }
    if (has("70B")) {
        return measuredModel("Llama-3.1-70B");
    }
    if (has("405B") || has("405b")) {
        return measuredModel("Llama-3.1-405B");
    }
    if (has("Qwen3-235B")) {
        return measuredModel("Qwen3-235B-A22B");
    }
    return measuredModel(name);
}

} // namespace wherewithal::tests
