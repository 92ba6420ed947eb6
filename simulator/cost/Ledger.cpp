// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/cost/Ledger.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace wherewithal::simulator {

namespace {

using model::computed;
using model::Number;
using model::valueOf;

template <Number N>
N assumed(const OptionModel& option, const Draw& draw, std::string_view key, SharedInput input)
{
    const model::Assumptions& assumptions = option.plan->assumptions;
    return assumptions.number<N>(key, draw.of(assumptions.get(key), inputIndex(input)));
}

template <Number N>
N moneyOf(const std::optional<Tariff>& tariff, const Draw& draw)
{
    return tariff ? tariff->number<N>(draw) : N{};
}

template <Number N>
N kilowatts(const OwnModel& own, double value, std::string_view what)
{
    return model::leaf<N>(value, [&] {
        model::Figure figure;
        figure.name = what;
        figure.unit = "kW";
        figure.source = own.powerSource;
        figure.isAssumption = own.isPowerAssumption;
        return figure;
    });
}

template <Number N>
void addOwnRates(const OptionModel& option, const Draw& draw, Rates<N>& rates)
{
    const OwnModel& own = *option.own;
    rates.server = moneyOf<N>(own.serverPrice, draw);
    rates.network = assumed<N>(option, draw, "network-share", SharedInput::Network);
    rates.electricity = moneyOf<N>(own.electricity, draw);
    rates.colocation = moneyOf<N>(own.colocation, draw);
    rates.transit = moneyOf<N>(option.transit, draw);
    rates.pue = own.pue ? own.pue->number<N>(draw) : assumed<N>(option, draw, "pue", SharedInput::Pue);
    rates.maintenance = own.maintenanceFraction
                            ? model::leaf<N>(*own.maintenanceFraction,
                                             [&] {
                                                 model::Figure figure;
                                                 figure.name =
                                                     "Maintenance a year, share of the server price";
                                                 figure.unit = "fraction/year";
                                                 figure.source = own.maintenanceSource;
                                                 return figure;
                                             })
                            : assumed<N>(option, draw, "maintenance-share", SharedInput::Maintenance);
    rates.loadKilowatts =
        kilowatts<N>(own, own.loadKilowatts.value_or(0.0), "Power of one server at full load");
    rates.idleKilowatts =
        own.idleKilowatts
            ? kilowatts<N>(own, *own.idleKilowatts, "Power of one idle server")
            : rates.loadKilowatts * assumed<N>(option, draw, "idle-power-share", SharedInput::IdlePower);
    rates.ratedKilowatts = kilowatts<N>(own, own.ratedKilowatts.value_or(0.0), "Rated power of one server");
}

/// Share of spot time spent on coming back and on repeating work since the last checkpoint of a training.
template <Number N>
N spotTimeLost(const OptionModel& option, const Draw& draw)
{
    constexpr double kMinutesPerHour = 60.0;
    N sinceCheckpoint{};
    for (std::size_t i = 0; i < option.plan->workloads.size(); ++i) {
        if (const auto* training = std::get_if<model::Training>(&option.plan->workloads[i].detail)) {
            const N interval = model::leaf<N>(training->checkpointMinutes.median() / kMinutesPerHour, [&] {
                model::Figure figure;
                figure.name = "Time between checkpoints";
                figure.unit = "h";
                figure.place = fmt::format("/workloads/{}/checkpoint_minutes", i);
                return figure;
            });
            sinceCheckpoint = model::maximum(sinceCheckpoint, interval * N{0.5});
        }
    }
    const N restart = option.plan->assumptions.number<N>("spot-restart-hours");
    const N lost = assumed<N>(option, draw, "spot-interruptions", SharedInput::SpotInterruptions)
                   * (sinceCheckpoint + restart);
    return model::named(model::minimum(N{0.95}, lost),
                        "Spot time lost",
                        "fraction",
                        "interruptions x (half the time between checkpoints + time to come back)");
}

template <Number N>
std::vector<Band<N>> bandsOf(const std::optional<BandTariff>& tariff)
{
    return tariff ? tariff->numbers<N>() : std::vector<Band<N>>{};
}

/// Arrivals an hour that own servers of a hybrid leave to the cloud.
double burstHours(const Pool& burst, const LoadCurve& curve, double peak, double ownRate)
{
    double sum = 0.0;
    for (std::size_t i = 0; i < curve.weights.size() && peak * curve.weights[i] > ownRate; ++i) {
        sum += curve.hours[i] * burst.machinesFor(peak * curve.weights[i] - ownRate);
    }
    return sum;
}

double meanWeightBelow(const LoadCurve& curve, double most)
{
    double sum = 0.0;
    for (std::size_t i = 0; i < curve.weights.size(); ++i) {
        sum += curve.hours[i] * std::min(most, curve.weights[i]);
    }
    return sum / kHoursPerWeek;
}

constexpr const char* kMachinesFormula =
    "fewest machines whose replicas keep the objectives (Erlang C) while the spare replicas are down";

template <Number N>
PoolMonth<N> servingMonth(const OptionModel& option,
                          const WorkloadForecast<N>& workload,
                          const ReplicaCapacity<N>& capacity,
                          double rate,
                          std::size_t index,
                          std::size_t month,
                          double hours,
                          int level,
                          const OverflowSteps* overflow)
{
    const PoolModel& pool = *option.pools[index];
    const N& arrivals = workload.peak[month];
    PoolMonth<N> result;
    double served = 1.0; // share of the peak that the machines counted here take
    if (pool.burst && option.own && !option.own->hybridServers.empty()) {
        const int servers = option.own->hybridServers[index];
        const double ownRate = pool.pool->sustainedPerSecond(servers);
        result.machines = computed<N>(servers,
                                      {capacity.perSecond},
                                      "Own servers of the hybrid",
                                      "machines",
                                      "as many as are cheaper owned than rented over the horizon");
        const bool isBursting = rate > ownRate;
        result.burst = computed<N>(isBursting ? pool.burst->machinesFor(rate - ownRate) : 0,
                                   {arrivals, capacity.perSecond},
                                   "Cloud machines at the peak",
                                   "machines",
                                   kMachinesFormula);
        result.billedHours =
            computed<N>(burstHours(*pool.burst, pool.curve, rate, ownRate) * hours / kHoursPerWeek,
                        {arrivals, capacity.perSecond},
                        "Machine-hours of burst",
                        "h",
                        "sum over the hours of the week of machines for what the own servers leave");
        served = rate > 0.0 ? std::min(1.0, ownRate / rate) : 1.0;
    } else {
        result.machines =
            computed<N>(pool.pool->machinesFor(rate),
                        {arrivals, capacity.perSecond, capacity.servers, capacity.serviceSeconds},
                        "Machines at the peak",
                        "machines",
                        kMachinesFormula);
        if (!option.own) {
            const double aWeek =
                overflow ? overflow->hours(rate) : overflowHours(*pool.pool, pool.curve, rate, level);
            result.billedHours =
                computed<N>(aWeek * hours / kHoursPerWeek,
                            {arrivals, capacity.perSecond, capacity.servers, capacity.serviceSeconds},
                            "Machine-hours beyond commitments",
                            "h",
                            "sum over the hours of the week of machines needed above the committed level, "
                            "scaled to the month");
            if (option.monthlyMaximum) {
                const int always = pool.pool->machinesFor(rate * pool.curve.weights.back());
                result.alwaysOn =
                    computed<N>(std::max(0, always - level),
                                {arrivals, capacity.perSecond},
                                "Machines that run all month",
                                "machines",
                                "machines of the lightest hour of the week above the committed level");
            }
        }
    }
    if (option.own) {
        const double able = pool.pool->replicas(valueOf(result.machines)) * pool.capacity.perSecond;
        result.utilisation =
            able > 0.0
                ? std::min(1.0,
                           rate * (served < 1.0 ? meanWeightBelow(pool.curve, served) : pool.meanWeight)
                               / able)
                : 0.0;
    }
    return result;
}

} // namespace

template <Number N>
N valueKept(const OptionModel& option, const Draw& draw, double ageMonths)
{
    const OwnModel& own = *option.own;
    const double years = ageMonths / kMonthsPerYear;
    const N perYear = assumed<N>(option, draw, "value-kept", SharedInput::ValueKept);
    N before{1.0};
    double at = 0.0;
    for (const model::ResidualPoint& point : own.residual) {
        const double low = point.lowFraction.value_or(point.highFraction.value_or(0.0));
        const double high = point.highFraction.value_or(low);
        const model::Range range =
            low < high ? model::Range::triangular(low, 0.5 * (low + high), high) : model::Range{low};
        const N value = model::leaf<N>(draw.of(range, inputIndex(SharedInput::ValueKept)), [&] {
            model::Figure figure;
            figure.name = fmt::format("Value of a used {} after {} years", point.asset, point.years);
            figure.unit = "fraction of new";
            figure.range = range.toText();
            figure.source = point.source;
            return figure;
        });
        if (years <= point.years) {
            return before + (value - before) * N{(years - at) / (point.years - at)};
        }
        before = value;
        at = point.years;
    }
    return before * model::power(perYear, N{years - at});
}

template <Number N>
Rates<N> ratesOf(const OptionModel& option, const Draw& draw)
{
    const model::Assumptions& assumptions = option.plan->assumptions;
    Rates<N> rates;
    rates.hoursPerMonth = assumptions.get("hours-per-month").median();
    rates.onDemand = moneyOf<N>(option.onDemand, draw);
    rates.monthlyMaximum = moneyOf<N>(option.monthlyMaximum, draw);
    rates.committed = moneyOf<N>(option.committed, draw);
    rates.upfront = moneyOf<N>(option.upfront, draw);
    rates.spot = moneyOf<N>(option.spot, draw);
    rates.tokenInput = moneyOf<N>(option.tokenInput, draw);
    rates.tokenCached = moneyOf<N>(option.tokenCached, draw);
    rates.tokenOutput = moneyOf<N>(option.tokenOutput, draw);
    if (option.own) {
        addOwnRates(option, draw, rates);
    }
    if (option.staffCost) {
        rates.staffCost = moneyOf<N>(option.staffCost, draw);
        rates.staffBase = assumed<N>(option, draw, option.staffBaseKey, SharedInput::StaffEffort);
        rates.staffPerServer =
            option.own ? assumed<N>(option, draw, "staff-per-server", SharedInput::StaffEffort) : N{};
    }
    if (option.spot) {
        rates.spotLost = spotTimeLost<N>(option, draw);
        rates.spotFactor = assumed<N>(option, draw, "spot-price-factor", SharedInput::SpotPrice);
        rates.fallback = option.onDemand ? assumptions.number<N>("spot-fallback-share") : N{};
    }
    rates.bootDiskGb = option.storage ? assumptions.number<N>("boot-disk") : N{};
    const N workloads{1.0 * static_cast<double>(option.plan->workloads.size())};
    rates.loadBalancers =
        option.loadBalancer ? workloads * assumptions.number<N>("load-balancers-per-workload") : N{};
    rates.addresses =
        option.publicAddress ? workloads * assumptions.number<N>("public-addresses-per-workload") : N{};
    rates.supportMinimum = option.support ? option.support->minimum.number<N>(draw) : N{};
    rates.egress = bandsOf<N>(option.egress);
    rates.storage = bandsOf<N>(option.storage);
    rates.loadBalancer = bandsOf<N>(option.loadBalancer);
    rates.publicAddress = bandsOf<N>(option.publicAddress);
    rates.kubernetes = bandsOf<N>(option.kubernetes);
    if (option.support) {
        for (const Band<double>& band : option.support->bands) {
            rates.support.push_back({.from = band.from, .to = band.to, .rate = N{band.rate}});
        }
    }
    return rates;
}

double workFactor(const PoolModel& pool, const TokenRatios& ratios, const Draw& draw, std::size_t workload)
{
    if (draw.isBase()) {
        return 1.0;
    }
    const ReplicaCapacity<double>& capacity = pool.capacity;
    double factor = 1.0;
    if (capacity.errorLow > 0.0 && capacity.errorLow < capacity.errorHigh) {
        const model::Range error = model::Range::percentiles(capacity.errorLow, capacity.errorHigh);
        factor = error.median() / draw.of(error, inputIndex(workload, WorkloadInput::Efficiency));
    }
    if (ratios.input != 1.0) {
        factor *= std::pow(ratios.input, pool.elasticity.input);
    }
    if (ratios.output != 1.0) {
        factor *= std::pow(ratios.output, pool.elasticity.output);
    }
    if (ratios.pass != 1.0) {
        factor *= std::pow(ratios.pass, -pool.elasticity.pass);
    }
    return factor;
}

RunMonth runMonth(const PoolModel& pool, double runs, double workPerRun, double hours, double mostUtilisation)
{
    const double perHour = pool.capacity.perSecond * kSecondsPerHour;
    const double perMachine = pool.capacity.replicasPerMachine;
    if (runs <= 0.0 || workPerRun <= 0.0) {
        return {};
    }
    // A run must end before its deadline and before the next one begins; all together must fit the month.
    const double window = std::min(pool.deadlineHours.value_or(hours), hours / runs);
    const double replicas =
        std::max({1.0,
                  std::ceil(workPerRun / (perHour * window) - 1e-9),
                  std::ceil(runs * workPerRun / (perHour * hours * mostUtilisation) - 1e-9)});
    RunMonth result;
    result.machines = std::max(1, static_cast<int>(std::ceil(replicas / perMachine - 1e-9)));
    const double working = std::max(1.0, std::floor(result.machines * perMachine + 1e-9));
    result.hoursPerRun = workPerRun / (perHour * working);
    result.busyHours = std::min(hours, runs * result.hoursPerRun);
    return result;
}

template <Number N>
PoolMonth<N> poolMonth(const OptionModel& option,
                       const WorkloadForecast<N>& workload,
                       const ReplicaCapacity<N>& capacity,
                       double factor,
                       std::size_t index,
                       std::size_t month,
                       double hours,
                       int level,
                       const OverflowSteps* overflow)
{
    const PoolModel& pool = *option.pools[index];
    if (!pool.isRun) {
        const double rate = valueOf(workload.peak[month]) * factor;
        return servingMonth<N>(option, workload, capacity, rate, index, month, hours, level, overflow);
    }
    const double most = option.plan->assumptions.get("utilisation-cap").median();
    const RunMonth run =
        runMonth(pool, valueOf(workload.peak[month]), valueOf(workload.workPerRun) * factor, hours, most);
    PoolMonth<N> result;
    result.machines = computed<N>(run.machines,
                                  {workload.peak[month], workload.workPerRun, capacity.perSecond},
                                  "Machines of a run",
                                  "machines",
                                  "fewest that end a run within its deadline and before the next");
    result.billedHours = computed<N>(option.own ? 0.0 : std::max(0, run.machines - level) * run.busyHours,
                                     {workload.peak[month], workload.workPerRun, capacity.perSecond},
                                     "Machine-hours of runs",
                                     "h",
                                     "runs x hours per run x machines above the committed level");
    result.utilisation = run.busyHours / hours;
    return result;
}

int termLevel(const OptionModel& option, std::size_t month, std::size_t workload)
{
    for (const CommitmentTerm& term : option.terms) {
        const auto first = static_cast<std::size_t>(term.firstMonth);
        if (month >= first && month < first + static_cast<std::size_t>(term.months)) {
            return term.levels[workload];
        }
    }
    return 0;
}

template double valueKept<double>(const OptionModel&, const Draw&, double);
template model::Traced valueKept<model::Traced>(const OptionModel&, const Draw&, double);
template Rates<double> ratesOf<double>(const OptionModel&, const Draw&);
template Rates<model::Traced> ratesOf<model::Traced>(const OptionModel&, const Draw&);
template PoolMonth<double> poolMonth<double>(const OptionModel&,
                                             const WorkloadForecast<double>&,
                                             const ReplicaCapacity<double>&,
                                             double,
                                             std::size_t,
                                             std::size_t,
                                             double,
                                             int,
                                             const OverflowSteps*);
template PoolMonth<model::Traced> poolMonth<model::Traced>(const OptionModel&,
                                                           const WorkloadForecast<model::Traced>&,
                                                           const ReplicaCapacity<model::Traced>&,
                                                           double,
                                                           std::size_t,
                                                           std::size_t,
                                                           double,
                                                           int,
                                                           const OverflowSteps*);

} // namespace wherewithal::simulator
