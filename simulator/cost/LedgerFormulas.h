// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The bodies of Ledger.h; included by it only.

namespace wherewithal::simulator {

template <model::Number N, typename Post>
void postTokens(const MonthContext<N>& at, Post& post)
{
    using model::named;
    constexpr double kMillion = 1e6;
    if (!at.option.tokenInput || !at.option.tokenOutput) {
        return;
    }
    N input{};
    N cached{};
    N output{};
    for (const WorkloadForecast<N>& workload : at.forecast.workloads) {
        const N& requests = workload.units[at.month];
        const bool hasCachePrice = at.option.tokenCached.has_value();
        const N share = hasCachePrice ? workload.sharedPrefix : N{0.0};
        input += requests * workload.inputTokens * (N{1.0} - share) / N{kMillion};
        cached += requests * workload.inputTokens * share / N{kMillion};
        output += requests * workload.outputTokens / N{kMillion};
    }
    const N& drift = at.forecast.tokenPrice[at.month];
    post(at.month,
         Line::TokensInput,
         named(input, "Input tokens", "million", "requests x input tokens x (1 - cached share)")
             * at.rates.tokenInput * drift);
    if (at.option.tokenCached) {
        post(at.month,
             Line::TokensCached,
             named(cached, "Cached input tokens", "million", "requests x input tokens x cached share")
                 * at.rates.tokenCached * drift);
    }
    post(at.month,
         Line::TokensOutput,
         named(output, "Output tokens", "million", "requests x output tokens") * at.rates.tokenOutput
             * drift);
}

/// Machines of a cloud: committed, on demand, spot. Returns what they cost.
template <model::Number N, typename Post>
N postCloudMachines(
    const MonthContext<N>& at, const N& billedHours, const N& alwaysOn, int committed, Post& post)
{
    using model::named;
    const OptionModel& option = at.option;
    const N& drift = at.forecast.cloudPrice[at.month];
    N sum{};
    if (option.committed && committed > 0) {
        // A commitment keeps the price of the month that it was made in.
        std::size_t made = 0;
        for (const CommitmentTerm& term : option.terms) {
            const auto first = static_cast<std::size_t>(term.firstMonth);
            made = first <= at.month ? first : made;
            if (first == at.month && option.upfront) {
                int machines = 0;
                for (const int level : term.levels) {
                    machines += level;
                }
                const N fee = N{machines * term.upfrontShare} * at.rates.upfront * drift;
                post(at.month, Line::Upfront, fee);
                sum += fee;
            }
        }
        const N machines = model::computed<N>(
            committed,
            {at.rates.committed, at.rates.onDemand},
            "Machines committed",
            "machines",
            "machines needed in more hours of the term than committed price / price on demand of all");
        const N hours = model::named(machines * at.forecast.hourNumbers[at.month],
                                     "Committed machine-hours",
                                     "h",
                                     "committed machines x hours of the month");
        const N fee = recurring<N>(at.rates.committed, option.committed->period, hours, at.hours)
                      * at.forecast.cloudPrice[made];
        post(at.month, Line::Committed, fee);
        sum += fee;
    }
    if (option.spot) {
        const N hours = billedHours * (N{1.0} - at.rates.fallback) / (N{1.0} - at.rates.spotLost);
        const N fee = recurring<N>(at.rates.spot * at.rates.spotFactor,
                                   option.spot->period,
                                   named(hours,
                                         "Machine-hours on spot",
                                         "h",
                                         "machine-hours x (1 - share on demand) / (1 - time lost)"),
                                   at.hours)
                      * drift;
        post(at.month, Line::Spot, fee);
        sum += fee;
    }
    if (option.onDemand) {
        const N hours = option.spot ? billedHours * at.rates.fallback : billedHours;
        N fee = recurring<N>(at.rates.onDemand, option.onDemand->period, hours, at.hours) * drift;
        if (option.monthlyMaximum && !option.spot) {
            fee -= named(alwaysOn
                             * model::maximum(N{0.0},
                                              at.rates.onDemand * at.forecast.hourNumbers[at.month]
                                                  - at.rates.monthlyMaximum)
                             * drift,
                         "Rebate of machines that run all month",
                         "plan currency",
                         "machines that run all month x what their hours cost above the monthly maximum");
        }
        post(
            at.month, option.spec.kind == model::OptionKind::Platform ? Line::Platform : Line::OnDemand, fee);
        sum += fee;
    }
    return sum;
}

/// Buys what the month needs and what has come to its end of life; posts purchases, book value, network.
template <model::Number N, typename Post>
void postPurchases(const MonthContext<N>& at, const N& needed, Fleet& fleet, Post& post)
{
    using model::valueOf;
    const OwnModel& own = *at.option.own;
    const int month = static_cast<int>(at.month);
    if (month == 0 && own.ownedCount > 0) {
        fleet.cohorts.push_back({.month = -own.ownedAgeMonths, .count = own.ownedCount, .isPriced = false});
        fleet.count = own.ownedCount;
        post(at.month, Line::OwnedServers, model::leaf<N>(own.ownedBookValue, [] {
                 model::Figure figure;
                 figure.name = "Book value of servers already owned";
                 figure.place = "/brownfield/servers";
                 return figure;
             }));
    }
    int replaced = 0;
    for (Cohort& cohort : fleet.cohorts) {
        if (cohort.count > 0 && month - cohort.month == own.lifeMonths) {
            replaced += cohort.count;
            if (cohort.isPriced) {
                const N kept = valueKept<N>(at.option, at.draw, own.lifeMonths);
                post(at.month,
                     Line::Residual,
                     -(N{1.0 * cohort.count} * at.rates.server
                       * at.forecast.serverPrice[static_cast<std::size_t>(cohort.month)] * kept));
            }
            fleet.count -= cohort.count;
            cohort.count = 0;
        }
    }
    const int target = std::max(fleet.count + replaced, static_cast<int>(valueOf(needed)));
    const int bought = target - fleet.count;
    if (bought <= 0) {
        return;
    }
    fleet.cohorts.push_back({.month = month, .count = bought});
    fleet.count = target;
    const N count =
        model::computed<N>(bought,
                           {needed},
                           "Servers bought",
                           "servers",
                           "servers at the peak less those owned, and those at the end of their life");
    const N price = count * at.rates.server * at.forecast.serverPrice[at.month];
    post(at.month, Line::Servers, price);
    post(at.month, Line::Network, price * at.rates.network);
}

template <model::Number N, typename Post>
void postOwnServers(const MonthContext<N>& at, const N& needed, double utilisation, Fleet& fleet, Post& post)
{
    using model::named;
    postPurchases<N>(at, needed, fleet, post);
    const N servers =
        model::computed<N>(fleet.count, {needed}, "Servers owned", "servers", "most servers needed so far");
    const Rates<N>& rates = at.rates;
    const N load = model::computed<N>(
        utilisation, {needed}, "Mean use of the servers", "fraction", "mean work / work the servers can do");
    const N each = named(rates.idleKilowatts + (rates.loadKilowatts - rates.idleKilowatts) * load,
                         "Power of one server",
                         "kW",
                         "idle + (full load - idle) x use");
    post(at.month,
         Line::Power,
         servers * each * rates.pue * at.forecast.hourNumbers[at.month] * rates.electricity
             * at.forecast.electricityPrice[at.month]);
    post(at.month, Line::Colocation, servers * rates.ratedKilowatts * rates.colocation);
    post(at.month, Line::Maintenance, servers * rates.server * rates.maintenance / N{kMonthsPerYear});
}

template <model::Number N, typename Post>
void postResidual(const MonthContext<N>& at, const Fleet& fleet, Post& post)
{
    const int month = static_cast<int>(at.month);
    N value{};
    for (const Cohort& cohort : fleet.cohorts) {
        if (cohort.count > 0 && cohort.isPriced) {
            value += N{1.0 * cohort.count} * at.rates.server
                     * at.forecast.serverPrice[static_cast<std::size_t>(cohort.month)]
                     * valueKept<N>(at.option, at.draw, month + 1 - cohort.month);
        }
    }
    if (model::valueOf(value) != 0.0) {
        post(at.month, Line::Residual, -value);
    }
}

template <model::Number N>
N priceOfCount(const std::vector<Band<N>>& bands,
               const std::string& unit,
               const N& count,
               double hours,
               double hoursPerMonth)
{
    if (unit.ends_with("hour")) {
        return graduated<N>(bands, count * N{hours});
    }
    return graduated<N>(bands, unit == "month" ? count : count * N{hours / hoursPerMonth});
}

/// Services of a fixed number, out of the tables.
template <typename Pay>
void payTabled(const MonthContext<double>& at, Pay& pay)
{
    if (at.option.loadBalancer) {
        pay(Line::LoadBalancers, at.tables->loadBalancers(at.month));
    }
    if (at.option.publicAddress) {
        pay(Line::PublicAddresses, at.tables->publicAddresses(at.month));
    }
    if (at.option.kubernetes) {
        pay(Line::Kubernetes, at.tables->kubernetes(at.month));
    }
}

/// Storage, egress, load balancers, addresses, Kubernetes. Returns what they cost.
template <model::Number N, typename Post>
N postServices(const MonthContext<N>& at, const N& cloudMachines, Post& post)
{
    using model::named;
    const OptionModel& option = at.option;
    const Rates<N>& rates = at.rates;
    N stored{};
    N bytesOut{};
    for (const WorkloadForecast<N>& workload : at.forecast.workloads) {
        stored += workload.storedBytes;
        bytesOut += workload.bytesOut[at.month];
    }
    N sum{};
    const auto pay = [&](Line line, const N& amount) {
        post(at.month, line, amount);
        sum += amount;
    };
    if (option.storage) {
        constexpr double kGigabyte = 1e9;
        const N quantity =
            (stored + cloudMachines * rates.bootDiskGb * N{kGigabyte}) / N{option.storage->bytesPerUnit};
        pay(Line::Storage,
            graduated<N>(
                rates.storage,
                named(quantity, "Disks", "GB or GiB, as priced", "stored data + machines x boot disk")));
    }
    if (option.egress) {
        const N quantity = named(bytesOut / N{option.egress->bytesPerUnit},
                                 "Data transferred out",
                                 "GB or GiB, as priced",
                                 "sum over workloads of work x bytes back");
        pay(Line::Egress, graduated<N>(rates.egress, quantity));
    }
    if constexpr (std::same_as<N, double>) {
        if (at.tables != nullptr) {
            payTabled(at, pay);
            return sum;
        }
    }
    const auto payCount = [&](Line line,
                              const std::optional<BandTariff>& tariff,
                              const std::vector<Band<N>>& bands,
                              const N& count) {
        if (tariff) {
            pay(line, priceOfCount<N>(bands, tariff->unit, count, at.hours, rates.hoursPerMonth));
        }
    };
    payCount(Line::LoadBalancers, option.loadBalancer, rates.loadBalancer, rates.loadBalancers);
    payCount(Line::PublicAddresses, option.publicAddress, rates.publicAddress, rates.addresses);
    payCount(Line::Kubernetes, option.kubernetes, rates.kubernetes, N{1.0});
    return sum;
}

template <model::Number N, typename Post>
void postTransit(const MonthContext<N>& at, Post& post)
{
    if (!at.option.transit) {
        return;
    }
    // Peak of the month from its mean: what the profile says of arrivals holds of bytes too.
    constexpr double kBitsPerMegabit = 8e-6;
    N megabits{};
    for (std::size_t i = 0; i < at.forecast.workloads.size(); ++i) {
        const double mean = at.forecast.workloads[i].meanFraction;
        megabits += at.forecast.workloads[i].bytesOut[at.month]
                    * N{kBitsPerMegabit / (at.hours * kSecondsPerHour * (mean > 0.0 ? mean : 1.0))};
    }
    post(at.month,
         Line::Egress,
         model::named(megabits, "Peak transfer", "Mbit/s", "bytes out / seconds / mean over peak x 8")
             * at.rates.transit);
}

template <model::Number N, typename Post>
void postSupport(const MonthContext<N>& at, const N& cloudSpend, Post& post)
{
    if (!at.option.support) {
        return;
    }
    post(at.month,
         Line::Support,
         model::maximum(at.rates.supportMinimum, graduated<N>(at.rates.support, cloudSpend)));
}

/// All pools of a month together.
template <model::Number N>
struct PoolsMonth
{
    N machines{};
    N burst{};
    N billedHours{};
    N alwaysOn{};
    int committed = 0;
    double busy = 0.0; ///< machines in use on average
};

template <model::Number N>
PoolsMonth<N> poolsOf(const MonthContext<N>& at,
                      std::span<const std::optional<ReplicaCapacity<N>>> capacities,
                      std::span<const double> factors)
{
    const OptionModel& option = at.option;
    PoolsMonth<N> sum;
    for (std::size_t i = 0; i < option.pools.size(); ++i) {
        if (!option.pools[i] || !capacities[i]) {
            continue;
        }
        const int level = committedLevel(option, at.month, i);
        const PoolMonth<N> pool = poolMonth<N>(option,
                                               at.forecast.workloads[i],
                                               *capacities[i],
                                               factors[i],
                                               i,
                                               at.month,
                                               at.hours,
                                               level,
                                               at.tables ? at.tables->overflow(i, level) : nullptr);
        sum.machines += pool.machines;
        sum.burst += pool.burst;
        sum.billedHours += pool.billedHours;
        sum.alwaysOn += pool.alwaysOn;
        sum.busy += pool.utilisation * model::valueOf(pool.machines);
        sum.committed += termLevel(option, at.month, i);
    }
    return sum;
}

template <model::Number N, typename Post>
void postStaff(const MonthContext<N>& at, int servers, Post& post)
{
    if (!at.option.staffCost) {
        return;
    }
    const N effort = model::named(at.rates.staffBase + at.rates.staffPerServer * N{1.0 * servers},
                                  "Staff",
                                  "full-time persons",
                                  "base + servers x effort per server");
    post(at.month, Line::Staff, effort * at.rates.staffCost / N{kMonthsPerYear});
}

template <model::Number N, typename Post>
void postRunningCommitments(const MonthContext<N>& at, Post& post)
{
    const std::vector<double>& cost = at.option.runningCost;
    if (cost.empty() || cost[at.month] <= 0.0) {
        return;
    }
    post(at.month, Line::RunningCommitments, model::leaf<N>(cost[at.month], [] {
             model::Figure figure;
             figure.name = "Commitments that still run";
             figure.place = "/brownfield/commitments";
             return figure;
         }));
}

template <model::Number N, typename Post>
void postMonth(const MonthContext<N>& at, const PoolsMonth<N>& pools, Fleet& fleet, Post& post)
{
    const OptionModel& option = at.option;
    const bool isOwned = option.own.has_value();
    N spend{};
    if (isOwned) {
        const double owned = std::max(1.0 * fleet.count, model::valueOf(pools.machines));
        postOwnServers<N>(at, pools.machines, owned > 0.0 ? pools.busy / owned : 0.0, fleet, post);
        postTransit<N>(at, post);
    }
    if (!isOwned || option.spec.kind == model::OptionKind::Hybrid) {
        const N hours =
            model::named(pools.billedHours,
                         "Machine-hours beyond commitments",
                         "h",
                         "sum over the hours of the month of machines needed above the committed level");
        spend += postCloudMachines<N>(at, hours, pools.alwaysOn, pools.committed, post);
        spend += postServices<N>(at, isOwned ? pools.burst : pools.machines, post);
    }
    postTokens<N>(at, post);
    postSupport<N>(at, spend, post);
    postStaff<N>(at, fleet.count, post);
    postRunningCommitments<N>(at, post);
    if (isOwned && at.month + 1 == at.forecast.hours.size()) {
        postResidual<N>(at, fleet, post);
    }
}

template <model::Number N, typename Post>
void runLedger(const OptionModel& option,
               const Forecast<N>& forecast,
               std::span<const std::optional<ReplicaCapacity<N>>> capacities,
               const Draw& draw,
               Post&& post,
               const LedgerTables* tables)
{
    const Rates<N> rates = ratesOf<N>(option, draw);
    std::vector<double> factors(option.pools.size(), 1.0);
    for (std::size_t i = 0; i < option.pools.size(); ++i) {
        if (option.pools[i]) {
            const WorkloadForecast<N>& workload = forecast.workloads[i];
            factors[i] = workFactor(*option.pools[i], workload.ratios, draw, i);
        }
    }
    Fleet fleet;
    for (std::size_t month = 0; month < forecast.hours.size(); ++month) {
        const MonthContext<N> at{.option = option,
                                 .forecast = forecast,
                                 .rates = rates,
                                 .draw = draw,
                                 .tables = tables,
                                 .month = month,
                                 .hours = forecast.hours[month]};
        postMonth<N>(at, poolsOf<N>(at, capacities, factors), fleet, post);
    }
}

} // namespace wherewithal::simulator
