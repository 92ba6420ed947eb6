// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/cost/Sizing.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <tuple>

namespace wherewithal::simulator {

namespace {

using model::computed;
using model::Number;
using model::valueOf;

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kBitsPerByte = 8.0;
constexpr double kMillion = 1e6;

/// The pool of a workload that has one: whoever asks has looked.
const PoolModel& poolOf(const OptionModel& option, std::size_t index)
{
    return *option.pools[index]; // NOLINT(bugprone-unchecked-optional-access)
}

/// The queueing model of a pool that serves.
const Pool& queueOf(const PoolModel& pool)
{
    return *pool.pool; // NOLINT(bugprone-unchecked-optional-access)
}

double mostUtilisation(const OptionModel& option)
{
    return option.plan->assumptions.get("utilisation-cap").median();
}

int machinesNow(const OptionModel& option, const Forecast<double>& base, std::size_t index)
{
    const PoolModel& pool = poolOf(option, index);
    const double peak = base.workloads[index].peak.front();
    if (pool.isRun) {
        return runMonth(
                   pool, peak, base.workloads[index].workPerRun, base.hours.front(), mostUtilisation(option))
            .machines;
    }
    return queueOf(pool).machinesFor(peak);
}

double workingReplicas(const Pool& pool, int machines)
{
    return std::max(1.0, pool.replicas(machines) - pool.spec().spareReplicas);
}

Queue queueNow(const Pool& pool, double peak)
{
    return pool.queueAt(peak, workingReplicas(pool, pool.machinesFor(peak)));
}

Limit limit(std::string_view key, std::string_view name, double value, std::string_view unit)
{
    Limit result;
    result.key = key;
    result.name = name;
    result.value = value;
    result.unit = unit;
    return result;
}

std::string priceText(const Tariff& tariff)
{
    return fmt::format("{:.6g} {}", tariff.list.median(), tariff.unit);
}

/// A rate in a sentence: four digits, and never a power of ten.
std::string rateText(double rate)
{
    constexpr double kWhole = 1000.0;
    return rate >= kWhole ? fmt::format("{:.0f}", rate) : fmt::format("{:.4g}", rate);
}

/// What one more machine adds and costs.
std::string nextMachine(const OptionModel& option, double rate, std::string_view unit)
{
    if (option.own && option.own->serverPrice) {
        return fmt::format(
            "one more server: +{} {} for {}", rateText(rate), unit, priceText(*option.own->serverPrice));
    }
    const std::optional<Tariff>& rented = option.committed ? option.committed : option.spot;
    const std::optional<Tariff>& price = option.onDemand ? option.onDemand : rented;
    return price ? fmt::format("one more machine: +{} {} for {}", rateText(rate), unit, priceText(*price))
                 : fmt::format("one more machine: +{} {}", rateText(rate), unit);
}

SizedLimit throughputLimit(const OptionModel& option, const Forecast<double>& base, std::size_t index)
{
    const PoolModel& pool = poolOf(option, index);
    const WorkloadForecast<double>& asked = base.workloads[index];
    const int machines = machinesNow(option, base, index);
    SizedLimit result;
    if (pool.isRun) {
        const RunMonth run =
            runMonth(pool, asked.peak.front(), asked.workPerRun, base.hours.front(), mostUtilisation(option));
        const double runs = run.hoursPerRun > 0.0
                                ? base.hours.front() * mostUtilisation(option) / run.hoursPerRun
                                : kInfinity;
        result.limit =
            limit("throughput", "Runs a month on the first machines", std::min(runs, 1e9), "runs/month");
        result.criticalDemand = runs;
    } else {
        const double sustained = queueOf(pool).sustainedPerSecond(machines);
        result.limit = limit("throughput", "Throughput of the first machines", sustained, "requests/s");
        result.criticalDemand = sustained;
        result.limit.nextStep =
            nextMachine(option, queueOf(pool).sustainedPerSecond(machines + 1) - sustained, "requests/s");
    }
    result.limit.usedNow = asked.peak.front();
    result.limit.usedAtHorizon = asked.peak.back();
    result.limit.isHard = option.own.has_value();
    result.limit.isRaisable = true;
    return result;
}

/// Sequences that the accelerators' memory holds, against requests in flight (Little's law).
std::optional<SizedLimit>
memoryLimit(const OptionModel& option, const Forecast<double>& base, std::size_t index)
{
    const PoolModel& pool = poolOf(option, index);
    if (pool.isRun || !pool.capacity.concurrency) {
        return std::nullopt;
    }
    const int machines = machinesNow(option, base, index);
    const double replicas = workingReplicas(queueOf(pool), machines);
    const double seconds = queueOf(pool).queueAt(pool.capacity.perSecond, 1.0).serviceSeconds;
    SizedLimit result;
    result.limit = limit("accelerator-memory",
                         "Requests that the key-value cache holds at once",
                         *pool.capacity.concurrency * replicas,
                         "requests");
    result.limit.usedNow = base.workloads[index].peak.front() * seconds;
    result.limit.usedAtHorizon = base.workloads[index].peak.back() * seconds;
    result.limit.isRaisable = true;
    result.limit.nextStep = nextMachine(
        option, *pool.capacity.concurrency * pool.capacity.replicasPerMachine, "requests at once");
    result.criticalDemand = result.limit.value / seconds;
    return result;
}

/// "performance-*|private-*": one of the patterns, a star at the end stands for any rest. Empty holds for
/// all.
bool matchesScope(std::string_view scope, std::string_view machine)
{
    if (scope.empty()) {
        return true;
    }
    while (!scope.empty()) {
        const std::size_t end = std::min(scope.find('|'), scope.size());
        std::string_view pattern = scope.substr(0, end);
        const bool isOpen = pattern.ends_with('*');
        pattern.remove_suffix(isOpen ? 1 : 0);
        if (isOpen ? machine.starts_with(pattern) : machine == pattern) {
            return true;
        }
        scope.remove_prefix(std::min(end + 1, scope.size()));
    }
    return false;
}

bool isFleetCeiling(const model::ProviderLimit& row, const OptionModel& option)
{
    const bool isOfMachines = row.unit == "dynos" || row.unit == "machines" || row.unit == "instances";
    if (!isOfMachines || !row.value || !matchesScope(row.scope, option.spec.machine.text())) {
        return false;
    }
    // A row for this machine speaks before the one for all.
    return !row.scope.empty() || std::ranges::none_of(option.limits, [&](const model::ProviderLimit& other) {
        return other.key == row.key && !other.scope.empty()
               && matchesScope(other.scope, option.spec.machine.text());
    });
}

/// Demand at which a pool needs more than that many machines.
double
demandOfMachines(const OptionModel& option, const Forecast<double>& base, std::size_t index, double machines)
{
    const PoolModel& pool = poolOf(option, index);
    if (!pool.isRun) {
        return queueOf(pool).sustainedPerSecond(std::floor(machines));
    }
    const double perHour =
        pool.capacity.perSecond * kSecondsPerHour * std::floor(machines * pool.capacity.replicasPerMachine);
    return base.hours.front() * mostUtilisation(option) * perHour
           / std::max(1.0, base.workloads[index].workPerRun);
}

void addFleetCeilings(const OptionModel& option,
                      const Forecast<double>& base,
                      std::size_t index,
                      std::vector<SizedLimit>& limits)
{
    for (const model::ProviderLimit& row : option.limits) {
        if (!isFleetCeiling(row, option)) {
            continue;
        }
        SizedLimit result;
        result.limit =
            limit("fleet-ceiling", row.what.empty() ? row.key : row.what, row.value.value_or(0.0), row.unit);
        result.limit.usedNow = machinesNow(option, base, index);
        const PoolModel& pool = poolOf(option, index);
        result.limit.usedAtHorizon =
            pool.isRun ? result.limit.usedNow : queueOf(pool).machinesFor(base.workloads[index].peak.back());
        result.limit.isHard = row.isHard;
        result.limit.isRaisable = row.isRaisable;
        result.limit.isAssumption = !row.isVerified;
        result.limit.nextStep = row.isRaisable ? "ask the provider to raise it" : "choose a bigger machine";
        result.limit.source = row.source;
        result.criticalDemand = demandOfMachines(option, base, index, row.value.value_or(0.0));
        limits.push_back(std::move(result));
    }
}

/// A router that gives up: hit where more than one request in a hundred takes longer.
void addTimeOuts(const OptionModel& option,
                 const Forecast<double>& base,
                 std::size_t index,
                 std::vector<SizedLimit>& limits)
{
    const PoolModel& pool = poolOf(option, index);
    if (pool.isRun || option.spec.kind != model::OptionKind::Platform) {
        return;
    }
    for (const model::ProviderLimit& row : option.limits) {
        const bool isTimeOut =
            row.key.find("timeout") != std::string::npos || row.key.find("time-out") != std::string::npos;
        const bool isFirstByte = row.key.find("first-byte") != std::string::npos
                                 || row.what.find("first-byte") != std::string::npos
                                 || row.what.find("first byte") != std::string::npos;
        if (!isTimeOut || !isFirstByte || !row.value || row.unit != "s") {
            continue;
        }
        const auto quantileAt = [&](double peak) {
            const Queue queue = queueNow(queueOf(pool), peak);
            // A streaming model answers its first byte with the first token.
            return pool.capacity.timeToFirstTokenSeconds
                       ? waitQuantileSeconds(queue, 0.99) + *pool.capacity.timeToFirstTokenSeconds
                       : responseQuantileSeconds(queue, queueOf(pool).shape(), 0.99);
        };
        SizedLimit result;
        result.limit = limit("router-time-out",
                             row.what.empty() ? "Router time-out to the first byte" : row.what,
                             row.value.value_or(0.0),
                             "s");
        result.limit.usedNow = quantileAt(base.workloads[index].peak.front());
        result.limit.usedAtHorizon = quantileAt(base.workloads[index].peak.back());
        result.limit.isHard = true;
        result.limit.nextStep = "answer in the background and let the client fetch the result";
        result.limit.source = row.source;
        result.criticalDemand = result.limit.usedNow > row.value.value_or(0.0) ? 0.0 : kInfinity;
        limits.push_back(std::move(result));
    }
}

/// Bits per second that one machine may send to the internet.
double internetBits(const OptionModel& option)
{
    const double network = option.networkBitsPerSecond.value_or(0.0);
    if (option.spec.provider.text() != "aws" || option.own) {
        return network;
    }
    // EC2 user guide: 5 Gbit/s below 32 vCPU, half of the instance's bandwidth (at least 5 Gbit/s) from there
    // on.
    constexpr double kFloor = 5e9;
    constexpr double kBigFrom = 32.0;
    return option.machineVcpus.value_or(0.0) < kBigFrom ? std::min(network, kFloor)
                                                        : std::max(kFloor, 0.5 * network);
}

std::optional<SizedLimit>
bandwidthLimit(const OptionModel& option, const Forecast<double>& base, std::size_t index)
{
    const PoolModel& pool = poolOf(option, index);
    const model::Workload& workload = option.plan->workloads[index];
    const double bits =
        std::max(workload.bytesOutPerRequest.median(), workload.bytesInPerRequest.median()) * kBitsPerByte;
    if (pool.isRun || !option.networkBitsPerSecond || bits <= 0.0) {
        return std::nullopt;
    }
    SizedLimit result;
    result.limit = limit("bandwidth",
                         "Network of the machines of the first month",
                         internetBits(option) * machinesNow(option, base, index) / kMillion,
                         "Mbit/s");
    result.limit.usedNow = base.workloads[index].peak.front() * bits / kMillion;
    result.limit.usedAtHorizon = base.workloads[index].peak.back() * bits / kMillion;
    result.limit.isRaisable = true;
    result.limit.nextStep = "more machines, or machines with a faster network";
    result.criticalDemand = result.limit.value * kMillion / bits;
    return result;
}

std::optional<SizedLimit>
connectionLimit(const OptionModel& option, const Forecast<double>& base, std::size_t index)
{
    const auto* service = std::get_if<model::MeasuredService>(&option.plan->workloads[index].detail);
    if (service == nullptr || service->databaseConnectionsPerReplica <= 0.0) {
        return std::nullopt;
    }
    const PoolModel& pool = poolOf(option, index);
    const double most = option.plan->assumptions.get("database-connections").median();
    SizedLimit result;
    result.limit = limit("database-connections", "Connections that the database takes", most, "connections");
    result.limit.usedNow =
        service->databaseConnectionsPerReplica * queueOf(pool).replicas(machinesNow(option, base, index));
    result.limit.usedAtHorizon =
        service->databaseConnectionsPerReplica
        * queueOf(pool).replicas(queueOf(pool).machinesFor(base.workloads[index].peak.back()));
    result.limit.isRaisable = true;
    result.limit.isAssumption = true;
    result.limit.nextStep = "a connection pooler, or a bigger database";
    const double machines =
        std::floor(most / (service->databaseConnectionsPerReplica * pool.capacity.replicasPerMachine));
    result.criticalDemand = demandOfMachines(option, base, index, machines);
    return result;
}

void dateLimit(const OptionModel& option, const WorkloadForecast<double>& asked, SizedLimit& sized)
{
    for (std::size_t month = 0; month < asked.peak.size(); ++month) {
        if (asked.peak[month] > sized.criticalDemand) {
            sized.limit.hitBase = model::monthsLater(option.plan->starts, static_cast<int>(month));
            return;
        }
    }
}

void addLimits(const OptionModel& option,
               const Forecast<double>& base,
               std::size_t index,
               WorkloadResult& result)
{
    std::vector<SizedLimit> limits = limitsOf(option, base, index);
    for (SizedLimit& sized : limits) {
        dateLimit(option, base.workloads[index], sized);
    }
    std::ranges::stable_sort(limits, {}, [](const SizedLimit& sized) {
        constexpr model::Month kNever{.year = 9999, .month = 12};
        const double use = sized.limit.value > 0.0 ? sized.limit.usedNow / sized.limit.value : kInfinity;
        return std::tuple(sized.limit.hitBase.value_or(kNever), -use);
    });
    for (const SizedLimit& sized : limits) {
        result.limits.push_back(sized.limit);
    }
    if (!result.limits.empty()) {
        result.firstLimit = result.limits.front();
    }
}

void sizeServing(const OptionModel& option,
                 const Forecast<double>& base,
                 std::size_t index,
                 WorkloadResult& result)
{
    const PoolModel& pool = poolOf(option, index);
    const WorkloadForecast<double>& asked = base.workloads[index];
    result.latency =
        Latency{.p50Seconds = responseQuantileNow<double>(option, asked, pool.capacity, index, 0.5),
                .p95Seconds = responseQuantileNow<double>(option, asked, pool.capacity, index, 0.95),
                .p99Seconds = responseQuantileNow<double>(option, asked, pool.capacity, index, 0.99)};
    const model::Assumptions& assumptions = option.plan->assumptions;
    if (pool.capacity.timeToFirstTokenSeconds) {
        // The engine's own spread, or the wait for a free place before an average start: whichever is longer.
        // The objective was held against both, one by the throughput model, one by the pool.
        const double mean = *pool.capacity.timeToFirstTokenSeconds;
        const double wait = waitQuantileSeconds(queueNow(queueOf(pool), asked.peak.front()), 0.95);
        result.timeToFirstTokenP95Seconds =
            std::max(mean * assumptions.get("llm-ttft-p95-ratio").median(), wait + mean);
    }
    if (pool.capacity.timePerTokenSeconds) {
        result.timePerTokenP95Seconds =
            *pool.capacity.timePerTokenSeconds * assumptions.get("llm-tpot-p95-ratio").median();
    }
}

/// Pool sizes up to a quarter past what the last month asks for, about forty points.
std::vector<ThroughputPoint> throughputBySize(const PoolModel& model, double lastPeak)
{
    const Pool& pool = queueOf(model);
    constexpr int kPoints = 40;
    constexpr double kBeyond = 1.25;
    const int last = std::max(4, static_cast<int>(std::ceil(kBeyond * pool.machinesFor(lastPeak))));
    const int step = std::max(1, last / kPoints);
    std::vector<ThroughputPoint> points;
    for (int machines = step; machines < last + step; machines += step) {
        const double sustained = pool.sustainedPerSecond(machines);
        points.push_back({.machines = machines,
                          .replicas = pool.replicas(machines),
                          .sustained = sustained,
                          .low = sustained * model.capacity.errorLow,
                          .high = sustained * model.capacity.errorHigh});
    }
    return points;
}

WorkloadResult sizeWorkload(const OptionModel& option, const Forecast<double>& base, std::size_t index)
{
    const model::Workload& workload = option.plan->workloads[index];
    const WorkloadForecast<double>& asked = base.workloads[index];
    WorkloadResult result;
    result.id = workload.id;
    result.sustainedUnit = fmt::format("{}/s", model::unitOfWork(workload.detail));
    result.demandNow = asked.peak.front();
    result.unitCostUnit = unitCostUnit(option, index);
    if (asked.isRun) {
        const double window = std::min(workload.objectives.deadlineHours.value_or(base.hours.front()),
                                       base.hours.front() / std::max(1e-9, asked.peak.front()));
        result.demandNow = asked.workPerRun / (window * kSecondsPerHour);
    }
    if (!option.pools[index]) {
        return result;
    }
    const PoolModel& pool = poolOf(option, index);
    result.perReplica = pool.capacity.perSecond;
    result.devicesPerReplica = pool.capacity.devicesPerReplica;
    result.replicasPerMachine = pool.capacity.replicasPerMachine;
    result.weightsBytes = pool.capacity.weightsBytes;
    result.cacheTokensPerReplica = pool.capacity.cacheTokens;
    result.concurrencyPerReplica = pool.capacity.concurrency;
    result.sustained = sustainedNow<double>(option, asked, pool.capacity, index, base.hours.front());
    result.sustainedLow = *result.sustained * pool.capacity.errorLow;
    result.sustainedHigh = *result.sustained * pool.capacity.errorHigh;
    result.utilisation =
        *result.sustained > 0.0 ? std::optional(result.demandNow / *result.sustained) : std::nullopt;
    for (std::size_t month = 0; month < asked.peak.size(); ++month) {
        const PoolMonth<double> at =
            poolMonth<double>(option, asked, pool.capacity, 1.0, index, month, base.hours[month], 0);
        result.machinesPerMonth.push_back(at.machines + at.burst);
    }
    if (pool.isRun) {
        result.runHours =
            runMonth(pool, asked.peak.front(), asked.workPerRun, base.hours.front(), mostUtilisation(option))
                .hoursPerRun;
    } else {
        sizeServing(option, base, index, result);
        result.demandAtHorizon = asked.peak.back();
        result.throughput = throughputBySize(pool, asked.peak.back());
    }
    addLimits(option, base, index, result);
    return result;
}

} // namespace

std::vector<SizedLimit>
limitsOf(const OptionModel& option, const Forecast<double>& base, std::size_t workload)
{
    std::vector<SizedLimit> limits;
    if (!option.pools[workload]) {
        return limits;
    }
    limits.push_back(throughputLimit(option, base, workload));
    for (auto& found : {memoryLimit(option, base, workload),
                        bandwidthLimit(option, base, workload),
                        connectionLimit(option, base, workload)}) {
        if (found) {
            limits.push_back(*found);
        }
    }
    addFleetCeilings(option, base, workload, limits);
    addTimeOuts(option, base, workload, limits);
    return limits;
}

template <Number N>
N sustainedNow(const OptionModel& option,
               const WorkloadForecast<N>& workload,
               const ReplicaCapacity<N>& capacity,
               std::size_t index,
               double hours)
{
    const PoolModel& pool = poolOf(option, index);
    const double peak = valueOf(workload.peak.front());
    if (pool.isRun) {
        const RunMonth run =
            runMonth(pool, peak, valueOf(workload.workPerRun), hours, mostUtilisation(option));
        const N replicas =
            computed<N>(std::max(1.0, std::floor(run.machines * capacity.replicasPerMachine + 1e-9)),
                        {workload.workPerRun, workload.peak.front()},
                        "Replicas of a run",
                        "replicas",
                        "machines of a run x replicas per machine");
        return model::named(replicas * capacity.perSecond,
                            "Sustained by the pool",
                            "per second",
                            "replicas x rate of one replica");
    }
    return computed<N>(queueOf(pool).sustainedPerSecond(queueOf(pool).machinesFor(peak)),
                       {workload.peak.front(), capacity.perSecond, capacity.servers, capacity.serviceSeconds},
                       "Sustained by the pool of the first month",
                       "requests/s",
                       "largest arrival rate at which the working replicas keep the objectives (Erlang C "
                       "response tail), spare replicas down");
}

template <Number N>
N responseQuantileNow(const OptionModel& option,
                      const WorkloadForecast<N>& workload,
                      const ReplicaCapacity<N>& capacity,
                      std::size_t index,
                      double p)
{
    const Pool& pool = queueOf(poolOf(option, index));
    const Queue queue = queueNow(pool, valueOf(workload.peak.front()));
    return computed<N>(responseQuantileSeconds(queue, pool.shape(), p),
                       {workload.peak.front(), capacity.perSecond, capacity.servers, capacity.serviceSeconds},
                       "Response time at the first month's peak",
                       "s",
                       "quantile of wait (Erlang C) + service, spare replicas down");
}

double costShare(const OptionModel& option, const Forecast<double>& base, std::size_t workload)
{
    double own = 0.0;
    double all = 0.0;
    for (std::size_t i = 0; i < base.workloads.size(); ++i) {
        double load = 0.0;
        const WorkloadForecast<double>& asked = base.workloads[i];
        for (std::size_t month = 0; month < base.hours.size(); ++month) {
            if (option.spec.kind == model::OptionKind::TokenApi) {
                const double input = option.tokenInput ? option.tokenInput->median() : 0.0;
                const double output = option.tokenOutput ? option.tokenOutput->median() : 0.0;
                load += asked.units[month] * (asked.inputTokens * input + asked.outputTokens * output);
            } else if (option.pools[i]) {
                const PoolMonth<double> at = poolMonth<double>(
                    option, asked, option.pools[i]->capacity, 1.0, i, month, base.hours[month], 0);
                load += option.own ? at.machines + at.burst : at.billedHours;
            }
        }
        all += load;
        own += i == workload ? load : 0.0;
    }
    return all > 0.0 ? own / all : 1.0 / static_cast<double>(base.workloads.size());
}

template <Number N>
N unitCostOf(const OptionModel& option,
             const Forecast<N>& asked,
             const N& presentValue,
             double share,
             std::size_t index)
{
    const model::WorkloadDetail& detail = option.plan->workloads[index].detail;
    const WorkloadForecast<N>& workload = asked.workloads[index];
    N work{};
    for (std::size_t month = 0; month < asked.hours.size(); ++month) {
        work += (workload.isRun ? workload.peak[month] : workload.units[month]) * asked.discountFactor[month];
    }
    double scale = workload.isRun ? 1.0 : 1e-3;
    if (std::holds_alternative<model::LlmServing>(detail)) {
        work = work * (workload.inputTokens + workload.outputTokens);
        scale = 1e-6;
    }
    const N discounted = model::named(work,
                                      "Work over the horizon, discounted like the cost",
                                      "units",
                                      "sum of work x discount factor (tokens: input and output)");
    const N part = option.plan->workloads.size() == 1
                       ? presentValue
                       : presentValue
                             * model::computed<N>(share,
                                                  {},
                                                  "Share of the option's cost",
                                                  "fraction",
                                                  "machine-hours (or token cost) of the workload / of all");
    return model::named(
        part / (discounted * N{scale}), "Unit cost", "", "present value of cost / discounted work");
}

std::string unitCostUnit(const OptionModel& option, std::size_t workload)
{
    const model::WorkloadDetail& detail = option.plan->workloads[workload].detail;
    const std::string& currency = option.plan->currency.code();
    if (std::holds_alternative<model::LlmServing>(detail)) {
        return currency + "/million tokens";
    }
    const bool isRun = std::holds_alternative<model::BatchScoring>(detail)
                       || std::holds_alternative<model::Training>(detail);
    return currency + (isRun ? "/run" : "/thousand requests");
}

std::vector<WorkloadResult> sizeWorkloads(const OptionModel& option)
{
    const Forecast<double>& base = *option.base;
    std::vector<WorkloadResult> results;
    results.reserve(option.plan->workloads.size());
    for (std::size_t i = 0; i < option.plan->workloads.size(); ++i) {
        results.push_back(sizeWorkload(option, base, i));
    }
    return results;
}

template double sustainedNow<double>(
    const OptionModel&, const WorkloadForecast<double>&, const ReplicaCapacity<double>&, std::size_t, double);
template model::Traced sustainedNow<model::Traced>(const OptionModel&,
                                                   const WorkloadForecast<model::Traced>&,
                                                   const ReplicaCapacity<model::Traced>&,
                                                   std::size_t,
                                                   double);
template double responseQuantileNow<double>(
    const OptionModel&, const WorkloadForecast<double>&, const ReplicaCapacity<double>&, std::size_t, double);
template model::Traced responseQuantileNow<model::Traced>(const OptionModel&,
                                                          const WorkloadForecast<model::Traced>&,
                                                          const ReplicaCapacity<model::Traced>&,
                                                          std::size_t,
                                                          double);
template double
unitCostOf<double>(const OptionModel&, const Forecast<double>&, const double&, double, std::size_t);
template model::Traced unitCostOf<model::Traced>(
    const OptionModel&, const Forecast<model::Traced>&, const model::Traced&, double, std::size_t);

} // namespace wherewithal::simulator
