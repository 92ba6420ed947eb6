// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/compare/Resolve.h"

#include "simulator/compare/Enumerate.h"

#include <fmt/format.h>

namespace wherewithal::simulator {

using namespace model;

namespace {

Reason capacityReason(const Workload& workload, const Error& error)
{
    Reason reason;
    reason.requirementId = workload.id.text();
    reason.text =
        fmt::format("{}: {}", workload.name.empty() ? workload.id.text() : workload.name, error.message);
    reason.facts = {workload.name, error.message};
    switch (error.code) {
    case ErrorCode::DoesNotFit:
        reason.kind = Reason::Kind::DoesNotFit;
        break;
    case ErrorCode::NoSolution:
        reason.kind = Reason::Kind::ObjectiveFailed;
        break;
    default:
        reason.kind = Reason::Kind::ObjectiveUnknown;
        break;
    }
    return reason;
}

void findAccelerator(Host& host, const CatalogueSlice& slice)
{
    host.isKnown = true;
    host.accelerator =
        host.machine.accelerator.isEmpty() ? nullptr : slice.findAccelerator(host.machine.accelerator);
    if (host.accelerator != nullptr && !host.machine.acceleratorMemoryBytesEach) {
        host.machine.acceleratorMemoryBytesEach = host.accelerator->memoryBytes;
    }
}

template <Number N>
std::vector<std::optional<ReplicaCapacity<N>>> replicasOn(const Plan& plan, const Host& host)
{
    std::vector<std::optional<ReplicaCapacity<N>>> replicas(plan.workloads.size());
    for (std::size_t i = 0; host.isKnown && i < plan.workloads.size(); ++i) {
        auto replica = replicaCapacity<N>(
            plan.workloads[i], host.shape(), plan.assumptions, baseDraw(plan.workloads[i]));
        if (replica) {
            replicas[i] = std::move(*replica);
        }
    }
    return replicas;
}

} // namespace

Host rentedHostOf(const OptionSpec& spec, const CatalogueSlice& slice)
{
    Host host;
    const Machine* machine = slice.findMachine(spec.provider, spec.machine);
    if (spec.kind != OptionKind::TokenApi && machine != nullptr) {
        host.machine = *machine;
        findAccelerator(host, slice);
    }
    return host;
}

Host hostOf(const OptionSpec& spec, const CatalogueSlice& slice)
{
    if (spec.kind != OptionKind::SelfHosted && spec.kind != OptionKind::Hybrid) {
        return rentedHostOf(spec, slice);
    }
    Host host;
    if (const ServerBuild* server = slice.findServer(spec.server)) {
        host.machine = asMachine(*server);
        findAccelerator(host, slice);
    }
    return host;
}

const CapacityCache::HostSizing& CapacityCache::onHost(const std::pair<ProviderId, MachineId>& key,
                                                       const Host& host)
{
    if (const auto known = m_known.find(key); known != m_known.end()) {
        return known->second;
    }
    HostSizing sizing;
    for (const Workload& workload : m_plan.workloads) {
        auto replica =
            replicaCapacity<double>(workload, host.shape(), m_plan.assumptions, baseDraw(workload));
        if (replica) {
            sizing.replicas.emplace_back(std::move(*replica));
            sizing.elasticity.push_back(tokenElasticity(workload, host.shape(), m_plan.assumptions));
        } else {
            sizing.replicas.emplace_back(std::nullopt);
            sizing.elasticity.emplace_back();
            sizing.reasons.push_back(capacityReason(workload, replica.error()));
        }
    }
    return m_known.emplace(key, std::move(sizing)).first->second;
}

Sizing CapacityCache::of(const OptionSpec& spec)
{
    Sizing sizing;
    const Host host = hostOf(spec, m_slice);
    if (!host.isKnown) {
        sizing.capacities.main.resize(m_plan.workloads.size());
        sizing.reasons.push_back({.kind = Reason::Kind::ObjectiveUnknown,
                                  .text = spec.kind == OptionKind::TokenApi
                                              ? "The seller guarantees no throughput and no latency"
                                              : "The machine is not in the catalogue"});
        return sizing;
    }
    const HostSizing& main = onHost({host.machine.provider, host.machine.id}, host);
    sizing.capacities.main = main.replicas;
    sizing.capacities.elasticity = main.elasticity;
    sizing.reasons = main.reasons;
    if (spec.kind == OptionKind::Hybrid) {
        const Host rented = rentedHostOf(spec, m_slice);
        if (rented.isKnown) {
            const HostSizing& burst = onHost({rented.machine.provider, rented.machine.id}, rented);
            sizing.capacities.burst = burst.replicas;
            sizing.reasons.insert(sizing.reasons.end(), burst.reasons.begin(), burst.reasons.end());
        }
    }
    return sizing;
}

OptionCapacities<Traced>
tracedCapacities(const Plan& plan, const CatalogueSlice& slice, const OptionSpec& spec)
{
    OptionCapacities<Traced> capacities{replicasOn<Traced>(plan, hostOf(spec, slice))};
    if (spec.kind == OptionKind::Hybrid) {
        capacities.burst = replicasOn<Traced>(plan, rentedHostOf(spec, slice));
    }
    return capacities;
}

} // namespace wherewithal::simulator
