// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/catalogue/CatalogueSlice.h"
#include "model/plan/Plan.h"
#include "simulator/compare/Comparison.h"
#include "simulator/cost/OptionModel.h"
#include "simulator/throughput/Capacity.h"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

/// Internal to compare/: one option brought together with the machine it runs on.
namespace wherewithal::simulator {

/// The machine of an option and the device in it. Owns the machine, since a server build is turned into one.
struct Host
{
    bool isKnown = false; ///< false: a token API, or a machine the catalogue lacks
    model::Machine machine;
    const model::Accelerator* accelerator = nullptr; ///< into the slice; null without facts

    [[nodiscard]] HostShape shape() const { return {.machine = &machine, .accelerator = accelerator}; }
};

/// Where the option runs: its machine, or its own server.
[[nodiscard]] Host hostOf(const OptionSpec& spec, const model::CatalogueSlice& slice);
/// The rented machine of an option, also of a hybrid.
[[nodiscard]] Host rentedHostOf(const OptionSpec& spec, const model::CatalogueSlice& slice);

/// What one replica of each workload sustains on an option, and why where that is not known.
struct Sizing
{
    OptionCapacities<double> capacities;
    std::vector<Reason> reasons;
};

/// Sizes every workload on the host of an option. Options on the same machine share one computation.
class CapacityCache
{
public:
    CapacityCache(const model::Plan& plan, const model::CatalogueSlice& slice)
        : m_plan(plan)
        , m_slice(slice)
    {}

    [[nodiscard]] Sizing of(const OptionSpec& spec);

private:
    /// One machine or server.
    struct HostSizing
    {
        std::vector<std::optional<ReplicaCapacity<double>>> replicas;
        std::vector<TokenElasticity> elasticity;
        std::vector<Reason> reasons;
    };

    [[nodiscard]] const HostSizing& onHost(const std::pair<model::ProviderId, model::MachineId>& key,
                                           const Host& host);

    const model::Plan& m_plan;
    const model::CatalogueSlice& m_slice;
    std::map<std::pair<model::ProviderId, model::MachineId>, HostSizing> m_known;
};

/// The same with traced numbers, for an explanation.
[[nodiscard]] OptionCapacities<model::Traced>
tracedCapacities(const model::Plan& plan, const model::CatalogueSlice& slice, const OptionSpec& spec);

} // namespace wherewithal::simulator
