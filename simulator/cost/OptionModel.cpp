// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/cost/OptionModel.h"

#include "model/units/Quantity.h"
#include "simulator/cost/Ledger.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace wherewithal::simulator {

namespace {

using model::OptionKind;

struct LineText
{
    std::string_view key;
    std::string_view label;
};

constexpr std::array<LineText, kLines> kLineTexts{{
    {"machines-committed", "Machines under commitment"},
    {"machines-upfront", "Upfront payments of commitments"},
    {"machines-on-demand", "Machines on demand"},
    {"machines-spot", "Machines on spot"},
    {"platform", "Platform machines"},
    {"licence", "Licence of the layer"},
    {"tokens-input", "Input tokens"},
    {"tokens-cached", "Cached input tokens"},
    {"tokens-output", "Output tokens"},
    {"servers", "Servers bought"},
    {"owned-servers", "Servers already owned, at book value"},
    {"network", "Cluster network"},
    {"residual", "Value of servers left or sold"},
    {"colocation", "Colocation"},
    {"power", "Electricity"},
    {"maintenance", "Hardware maintenance"},
    {"storage", "Disks"},
    {"egress", "Data transferred out"},
    {"load-balancers", "Load balancers"},
    {"public-addresses", "Public addresses"},
    {"managed-kubernetes", "Managed Kubernetes"},
    {"support", "Support plan"},
    {"staff", "Staff"},
    {"running-commitments", "Commitments that still run"},
}};

bool isCloud(OptionKind kind)
{
    return kind == OptionKind::Machine || kind == OptionKind::Platform || kind == OptionKind::Layer
           || kind == OptionKind::Hybrid;
}

/// True if every word of the asset ("A100 80 GB") is part of the device's name ("NVIDIA A100 SXM4 80GB").
bool namesDevice(const std::string& asset, const std::string& displayName)
{
    std::size_t at = 0;
    while (at < asset.size()) {
        const std::size_t end = std::min(asset.find(' ', at), asset.size());
        if (displayName.find(asset.substr(at, end - at)) == std::string::npos) {
            return false;
        }
        at = end + 1;
    }
    return !asset.empty();
}

/// Builds one option step by step.
class Builder
{
public:
    Builder(const model::Plan& plan,
            const model::CatalogueSlice& slice,
            const OptionSpec& spec,
            const OptionCapacities<double>& capacities,
            std::shared_ptr<const Forecast<double>> base)
        : m_plan(plan)
        , m_slice(slice)
        , m_spec(spec)
        , m_capacities(capacities)
        , m_tariffs(plan, slice)
        , m_base(*base)
    {
        m_option.plan = &plan;
        m_option.base = std::move(base);
        m_option.spec = spec;
    }

    model::Result<OptionModel> build()
    {
        if (const auto found = findHardware(); !found) {
            return tl::unexpected(found.error());
        }
        addPools();
        addRunningCommitments();
        if (m_spec.kind == OptionKind::TokenApi) {
            addTokens();
        }
        if (isCloud(m_spec.kind)) {
            addMachinePrices();
            addServices();
        }
        if (m_spec.kind == OptionKind::SelfHosted || m_spec.kind == OptionKind::Hybrid) {
            addOwnServers();
        }
        addStaff();
        for (const model::ProviderLimit& limit : m_slice.limits) {
            if (limit.provider == m_spec.provider) {
                m_option.limits.push_back(limit);
            }
        }
        if (const auto rate =
                model::Plan{}.currency == m_plan.currency ? std::optional(1.0) : dollarsPerUnit()) {
            m_option.usdRate = *rate;
        }
        return std::move(m_option);
    }

private:
    [[nodiscard]] double assumed(std::string_view key) const { return m_plan.assumptions.get(key).median(); }

    [[nodiscard]] std::optional<double> dollarsPerUnit() const
    {
        const auto rate = m_tariffs.exchange(model::Currency::usd());
        return rate ? std::optional(1.0 / rate->rate) : std::nullopt;
    }

    LineState& line(Line which) { return m_option.lines[static_cast<std::size_t>(which)]; }

    void use(Line which, const Tariff& tariff)
    {
        LineState& state = line(which);
        state.isUsed = true;
        state.isAssumption = state.isAssumption || tariff.isAssumption;
        if (state.date.empty() || (!tariff.date.empty() && tariff.date < state.date)) {
            state.date = tariff.date;
        }
        if (state.source.isEmpty()) {
            state.source = tariff.source;
        }
        if (!tariff.what.empty() && tariff.list.isCertain() && !tariff.isAssumption) {
            m_option.pricesUsed.push_back({.optionId = m_spec.id.text(),
                                           .what = tariff.what,
                                           .amount = tariff.amount,
                                           .upfront = {},
                                           .unit = tariff.unit,
                                           .currency = tariff.currency,
                                           .date = tariff.date,
                                           .source = tariff.source.title});
        }
    }

    void unknown(Line which, std::string why)
    {
        LineState& state = line(which);
        state.isUsed = true;
        state.isKnown = false;
        m_option.unknownParts.push_back(std::move(why));
    }

    model::Result<void> findHardware()
    {
        if (isCloud(m_spec.kind)) {
            const model::Machine* machine = m_slice.findMachine(m_spec.provider, m_spec.machine);
            if (machine == nullptr) {
                return model::failure(model::ErrorCode::UnknownName,
                                      m_spec.id.text(),
                                      fmt::format("the catalogue has no machine '{}' of {}",
                                                  m_spec.machine.text(),
                                                  m_spec.provider.text()),
                                      "choose one from the catalogue page or `prices list`");
            }
            m_option.networkBitsPerSecond = machine->networkBitsPerSecondBaseline
                                                ? machine->networkBitsPerSecondBaseline
                                                : machine->networkBitsPerSecondPeak;
            m_option.machineVcpus = machine->vcpus;
            m_localStorageBytes = machine->localStorageBytes.value_or(0.0);
        }
        if (m_spec.kind == OptionKind::SelfHosted || m_spec.kind == OptionKind::Hybrid) {
            m_server = m_slice.findServer(m_spec.server);
            m_site = m_slice.findSite(m_spec.site);
            if (m_server == nullptr || m_site == nullptr) {
                return model::failure(model::ErrorCode::UnknownName,
                                      m_spec.id.text(),
                                      fmt::format("the catalogue has no server '{}' or no site '{}'",
                                                  m_spec.server.text(),
                                                  m_spec.site.text()));
            }
            if (m_spec.kind == OptionKind::SelfHosted) {
                m_option.networkBitsPerSecond = m_server->networkBitsPerSecond;
            }
        }
        return {};
    }

    [[nodiscard]] PoolSpec poolSpec(const model::Workload& workload,
                                    const ReplicaCapacity<double>& capacity) const
    {
        PoolSpec spec;
        spec.stablePerSecond = std::max(capacity.perSecond, capacity.stablePerSecond);
        spec.servers = std::max(1.0, capacity.servers);
        spec.mostUtilisation = capacity.stablePerSecond > 0.0 ? capacity.perSecond / spec.stablePerSecond
                                                              : assumed("utilisation-cap");
        spec.idleServiceSeconds = capacity.serviceSeconds;
        spec.arrivalVariation = workload.demand.burstiness;
        spec.serviceVariation = capacity.serviceVariation;
        spec.replicasPerMachine = capacity.replicasPerMachine;
        spec.spareReplicas = std::round(assumed("spare-replicas"));
        spec.leastReplicas = std::round(assumed("least-replicas"));
        spec.mostWaitShare = assumed("peak-wait-share");
        spec.responseP95Seconds = workload.objectives.latencyP95Seconds;
        if (workload.objectives.timeToFirstTokenP95Seconds && capacity.timeToFirstTokenSeconds) {
            spec.waitP95Seconds =
                *workload.objectives.timeToFirstTokenP95Seconds - *capacity.timeToFirstTokenSeconds;
        }
        return spec;
    }

    void addPools()
    {
        m_option.pools.resize(m_plan.workloads.size());
        for (std::size_t i = 0; i < m_plan.workloads.size(); ++i) {
            const bool isKnown =
                i < m_capacities.main.size() && m_capacities.main[i] && m_capacities.main[i]->perSecond > 0.0;
            if (m_spec.kind == OptionKind::TokenApi || !isKnown) {
                continue;
            }
            const model::Workload& workload = m_plan.workloads[i];
            PoolModel pool;
            pool.capacity = *m_capacities.main[i];
            pool.elasticity =
                i < m_capacities.elasticity.size() ? m_capacities.elasticity[i] : TokenElasticity{};
            pool.isRun = m_base.workloads[i].isRun;
            pool.curve = LoadCurve(workload.demand.profile);
            pool.meanWeight = workload.demand.profile.meanFraction();
            pool.deadlineHours = workload.objectives.deadlineHours;
            const double greatest = *std::ranges::max_element(m_base.workloads[i].peak);
            if (!pool.isRun) {
                pool.pool = Pool(poolSpec(workload, pool.capacity), greatest);
                if (i < m_capacities.burst.size() && m_capacities.burst[i]) {
                    PoolSpec burst = poolSpec(workload, *m_capacities.burst[i]);
                    burst.spareReplicas = 0.0; // the own servers keep the spare ones
                    pool.burst = Pool(burst, greatest);
                }
            }
            m_option.pools[i] = std::move(pool);
        }
    }

    void addRunningCommitments()
    {
        const auto months = static_cast<std::size_t>(m_plan.horizonMonths);
        for (const model::RunningCommitment& running : m_plan.brownfield.commitments) {
            m_option.runningCost.resize(months, 0.0);
            const bool isThis = m_spec.provider == running.provider && m_spec.machine == running.machine
                                && (running.region.isEmpty() || running.region == m_spec.region)
                                && m_spec.kind != OptionKind::Hybrid;
            if (isThis) {
                m_option.runningMachines.resize(months, 0);
            }
            for (std::size_t month = 0; month < months; ++month) {
                if (model::monthsLater(m_plan.starts, static_cast<int>(month)) <= running.until) {
                    m_option.runningCost[month] += running.count * running.perHourEach * m_base.hours[month];
                    if (isThis) {
                        m_option.runningMachines[month] += running.count;
                    }
                }
            }
            line(Line::RunningCommitments).isUsed = true;
        }
    }

    /// Small clouds cap the month; sustained-use discounts are at their full size for a machine that runs all
    /// month.
    void addMonthlyMaximum()
    {
        if (!m_option.onDemand || m_found == nullptr || !m_found->monthlyMaximum
            || m_option.onDemand->period != model::PricePeriod::Hour) {
            return;
        }
        model::Price whole = *m_found;
        whole.amount = *m_found->monthlyMaximum;
        whole.period = model::PricePeriod::Month;
        m_option.monthlyMaximum = m_tariffs.machine(whole);
        if (m_option.monthlyMaximum) {
            m_option.monthlyMaximum->label =
                fmt::format("Most that a month of {} costs", m_spec.machine.text());
            m_option.monthlyMaximum->what = "machine-month";
        }
    }

    [[nodiscard]] std::optional<Tariff>
    priceFor(model::Purchase purchase, int term, model::Payment payment, Line which)
    {
        const Tariffs::Found found =
            m_tariffs.find(m_spec.provider, m_spec.region, m_spec.machine, purchase, term, payment);
        if (found.price == nullptr) {
            return std::nullopt;
        }
        auto tariff = m_tariffs.machine(*found.price);
        if (!tariff) {
            m_option.unknownParts.push_back(fmt::format("no dated exchange rate from {} to {}",
                                                        found.price->currency.code(),
                                                        m_plan.currency.code()));
            return std::nullopt;
        }
        markOtherRegion(*tariff, found);
        use(which, *tariff);
        m_found = found.price;
        return tariff;
    }

    void markOtherRegion(Tariff& tariff, const Tariffs::Found& found)
    {
        if (found.isOtherRegion) {
            tariff.isAssumption = true;
            tariff.note = fmt::format(
                "price of {}: none is known for {}", found.price->region.text(), m_spec.region.text());
            m_option.notes.push_back(
                fmt::format("{} uses the price of {}", m_spec.displayName, found.price->region.text()));
        }
    }

    void addMachinePrices()
    {
        const bool isPlatform = m_spec.kind == OptionKind::Platform;
        const Line plain = isPlatform ? Line::Platform : Line::OnDemand;
        if (isPlatform) {
            m_option.onDemand = priceFor(model::Purchase::Platform, 0, model::Payment::None, plain);
        }
        if (!m_option.onDemand) {
            m_option.onDemand = priceFor(model::Purchase::OnDemand, 0, model::Payment::None, plain);
        }
        addMonthlyMaximum();
        if (m_spec.purchase == model::Purchase::Spot) {
            m_option.spot = priceFor(model::Purchase::Spot, 0, model::Payment::None, Line::Spot);
        }
        if (isCommitment(m_spec.purchase)) {
            m_option.committed =
                priceFor(m_spec.purchase, m_spec.termMonths, m_spec.payment, Line::Committed);
            if (m_option.committed && !m_found->upfront.isZero()) {
                m_option.upfront = m_tariffs.upfront(*m_found);
                use(Line::Upfront, *m_option.upfront);
            }
            if (m_option.committed) {
                addTerms();
            }
        }
        const bool isPriced = m_spec.purchase == model::Purchase::Spot ? m_option.spot.has_value()
                              : isCommitment(m_spec.purchase)          ? m_option.committed.has_value()
                                                                       : m_option.onDemand.has_value();
        if (!isPriced) {
            unknown(isCommitment(m_spec.purchase)              ? Line::Committed
                    : m_spec.purchase == model::Purchase::Spot ? Line::Spot
                                                               : plain,
                    fmt::format(
                        "the price of {} ({}) is not known", m_spec.machine.text(), name(m_spec.purchase)));
        }
        if (m_spec.kind == OptionKind::Layer) {
            unknown(Line::Licence, fmt::format("the licence of {} is not published", m_spec.layer.text()));
        }
        if (!m_option.isSized()) {
            unknown(plain, "how many machines are needed is not known");
        }
    }

    /// Hours of the months [first, first + count) in which more than k machines are needed, for k = 0, 1, ...
    [[nodiscard]] std::vector<double>
    hoursAbove(const PoolModel& pool, std::size_t workload, std::size_t first, std::size_t count) const
    {
        const WorkloadForecast<double>& asked = m_base.workloads[workload];
        std::vector<double> above; // first the hours that need exactly k + 1 machines
        const auto add = [&](int machines, double hours) {
            const auto needed = static_cast<std::size_t>(std::max(0, machines));
            above.resize(std::max(above.size(), needed), 0.0);
            if (needed > 0) {
                above[needed - 1] += hours;
            }
        };
        for (std::size_t month = first; month < first + count; ++month) {
            if (pool.isRun) {
                const RunMonth run = runMonth(pool,
                                              asked.peak[month],
                                              asked.workPerRun,
                                              m_base.hours[month],
                                              assumed("utilisation-cap"));
                add(run.machines, run.busyHours);
                continue;
            }
            for (std::size_t i = 0; i < pool.curve.weights.size(); ++i) {
                add(pool.pool->machinesFor(asked.peak[month] * pool.curve.weights[i]),
                    pool.curve.hours[i] * m_base.hours[month] / kHoursPerWeek);
            }
        }
        for (std::size_t k = above.size(); k > 1; --k) {
            above[k - 2] += above[k - 1];
        }
        return above;
    }

    [[nodiscard]] static double hourly(const Tariff& tariff, double hoursPerMonth)
    {
        switch (tariff.period) {
        case model::PricePeriod::Hour:
            return tariff.median();
        case model::PricePeriod::Month:
            return tariff.median() / hoursPerMonth;
        case model::PricePeriod::Year:
            break;
        }
        return tariff.median() / (kMonthsPerYear * hoursPerMonth);
    }

    [[nodiscard]] double hoursOf(std::size_t first, std::size_t count) const
    {
        double hours = 0.0;
        for (std::size_t month = first; month < first + count; ++month) {
            hours += m_base.hours[month];
        }
        return hours;
    }

    void addTerms()
    {
        const auto months = static_cast<std::size_t>(m_plan.horizonMonths);
        const auto length = static_cast<std::size_t>(std::max(1, m_spec.termMonths));
        const double perMonth = assumed("hours-per-month");
        double committed = hourly(*m_option.committed, perMonth);
        if (m_option.upfront) {
            committed += m_option.upfront->median() / (static_cast<double>(length) * perMonth);
        }
        for (std::size_t first = 0; first < months; first += length) {
            const std::size_t count = std::min(length, months - first);
            CommitmentTerm term{.firstMonth = static_cast<int>(first),
                                .months = static_cast<int>(count),
                                .upfrontShare = static_cast<double>(count) / static_cast<double>(length)};
            for (std::size_t i = 0; i < m_option.pools.size(); ++i) {
                term.levels.push_back(
                    m_option.pools[i] ? termLevelFor(*m_option.pools[i], i, first, count, committed, perMonth)
                                      : 0);
            }
            m_option.terms.push_back(std::move(term));
        }
    }

    [[nodiscard]] int termLevelFor(const PoolModel& pool,
                                   std::size_t workload,
                                   std::size_t first,
                                   std::size_t count,
                                   double committed,
                                   double perMonth) const
    {
        std::vector<double> above = hoursAbove(pool, workload, first, count);
        if (workload == 0 && !m_option.runningMachines.empty()) {
            // What still runs covers the base of the load; the least of the term, to stay on the safe side.
            const auto covered = m_option.runningMachines[first + count - 1];
            above.erase(above.begin(), above.begin() + std::min<std::ptrdiff_t>(covered, std::ssize(above)));
        }
        if (!m_option.onDemand) {
            return static_cast<int>(above.size()); // nothing else to fall back on
        }
        return bestCommitment(above, hoursOf(first, count), committed, hourly(*m_option.onDemand, perMonth));
    }

    [[nodiscard]] bool needsKubernetes() const
    {
        return m_spec.kind == OptionKind::Layer
               || std::ranges::any_of(m_plan.requirements, [](const model::Requirement& requirement) {
                      return requirement.kind == model::Requirement::Kind::Service && !requirement.isOff
                             && std::ranges::find(requirement.values, "kubernetes")
                                    != requirement.values.end();
                  });
    }

    [[nodiscard]] bool transfersOut() const
    {
        return std::ranges::any_of(m_base.workloads, [](const WorkloadForecast<double>& workload) {
            return workload.bytesOut.front() > 0.0;
        });
    }

    /// Kept on disks, all workloads.
    [[nodiscard]] double storedBytes() const
    {
        double sum = 0.0;
        for (const WorkloadForecast<double>& workload : m_base.workloads) {
            sum += workload.storedBytes;
        }
        return sum;
    }

    void addEgress()
    {
        m_option.egress = m_tariffs.service(
            m_spec.provider, m_spec.region, {"egress-internet"}, {"GB", "GiB", "TB", "TiB"});
        if (!m_option.egress && m_plan.assumptions.isOwn("unlisted-egress-price")) {
            if (auto tariff =
                    m_tariffs.assumption("unlisted-egress-price", inputIndex(SharedInput::OtherPrice))) {
                BandTariff flat;
                flat.bands.push_back({.from = 0.0, .to = std::nullopt, .rate = tariff->list.median()});
                flat.unit = "GB";
                flat.bytesPerUnit = model::kGb;
                flat.terms = *tariff;
                m_option.egress = flat;
            }
        }
        if (m_option.egress) {
            useBands(Line::Egress, *m_option.egress);
        } else if (transfersOut()) {
            unknown(
                Line::Egress,
                fmt::format("the price of data transferred out of {} is not known", m_spec.provider.text()));
        }
    }

    void useBands(Line which, const BandTariff& tariff)
    {
        use(which, tariff.terms);
        if (tariff.terms.isAssumption && !tariff.terms.note.empty()) {
            m_option.notes.push_back(fmt::format("{}: {}", label(which), tariff.terms.note));
        }
    }

    void addStorage()
    {
        m_option.storage = m_tariffs.service(m_spec.provider,
                                             m_spec.region,
                                             {"block-storage", "network-storage"},
                                             {"GB-month", "GiB-month"},
                                             {"gp3", "balanced", "volume", "ssd", "SSD"});
        if (m_option.storage && (storedBytes() > 0.0 || m_localStorageBytes <= 0.0)) {
            useBands(Line::Storage, *m_option.storage);
        } else if (!m_option.storage && storedBytes() > m_localStorageBytes) {
            unknown(Line::Storage,
                    fmt::format("the price of disks of {} is not known", m_spec.provider.text()));
        } else {
            if (!m_option.storage && storedBytes() > 0.0) {
                m_option.notes.push_back("the data is kept on the disks that come with the machine");
            }
            m_option.storage.reset();
        }
    }

    void addServices()
    {
        addEgress();
        const bool isPlatform = m_spec.kind == OptionKind::Platform;
        if (isPlatform) {
            return; // router, disks and addresses come with the platform
        }
        addStorage();
        const bool isServing = std::ranges::any_of(
            m_base.workloads, [](const WorkloadForecast<double>& workload) { return !workload.isRun; });
        if (isServing && assumed("load-balancers-per-workload") > 0.0) {
            m_option.loadBalancer = m_tariffs.service(m_spec.provider,
                                                      m_spec.region,
                                                      {"load-balancer"},
                                                      {"hour", "rule-hour", "month"},
                                                      {"ALB", "forwarding", "smallest"});
            if (m_option.loadBalancer) {
                useBands(Line::LoadBalancers, *m_option.loadBalancer);
            } else {
                m_option.notes.push_back(
                    fmt::format("no load balancer of {} is priced; none is charged", m_spec.provider.text()));
            }
        }
        m_option.publicAddress = m_tariffs.service(
            m_spec.provider, m_spec.region, {"public-ipv4", "public-ip"}, {"hour", "month"});
        if (m_option.publicAddress) {
            useBands(Line::PublicAddresses, *m_option.publicAddress);
        }
        if (needsKubernetes()) {
            m_option.kubernetes =
                m_tariffs.service(m_spec.provider,
                                  m_spec.region,
                                  {"managed-kubernetes"},
                                  {"cluster-hour", "hour", "month"},
                                  {"EKS cluster", "AKS Standard", "cluster management", "control plane"});
            if (m_option.kubernetes) {
                useBands(Line::Kubernetes, *m_option.kubernetes);
            } else {
                unknown(Line::Kubernetes,
                        fmt::format("the price of managed Kubernetes of {} is not known",
                                    m_spec.provider.text()));
            }
        }
        addSupport();
    }

    void addSupport()
    {
        const auto level = static_cast<std::size_t>(std::lround(assumed("support-level")));
        std::vector<const model::SupportPlan*> plans;
        for (const model::SupportPlan& plan : m_slice.supportPlans) {
            if (plan.provider == m_spec.provider) {
                plans.push_back(&plan);
            }
        }
        if (level == 0) {
            return;
        }
        if (plans.empty()) {
            unknown(Line::Support,
                    fmt::format("the price of support of {} is not known", m_spec.provider.text()));
            return;
        }
        std::ranges::stable_sort(
            plans, {}, [](const model::SupportPlan* plan) { return plan->minimumPerMonth; });
        m_option.support = m_tariffs.support(*plans[std::min(level, plans.size()) - 1]);
        if (m_option.support) {
            use(Line::Support, m_option.support->minimum);
        }
    }

    void addTokens()
    {
        const model::TokenPrice* found = nullptr;
        for (const model::TokenPrice& price : m_slice.tokenPrices) {
            if (price.provider == m_spec.provider && price.model == m_spec.machine.text()) {
                found = &price;
                break;
            }
        }
        for (const model::Workload& workload : m_plan.workloads) {
            if (!std::holds_alternative<model::LlmServing>(workload.detail)) {
                unknown(Line::TokensInput, fmt::format("a token API does not run '{}'", workload.name));
            }
        }
        if (found == nullptr) {
            unknown(Line::TokensInput,
                    fmt::format("the token price of {} is not known", m_spec.machine.text()));
            return;
        }
        m_option.tokenInput =
            m_tariffs.token(*found, found->inputPerMillion, fmt::format("Input tokens of {}", found->model));
        m_option.tokenOutput = m_tariffs.token(
            *found, found->outputPerMillion, fmt::format("Output tokens of {}", found->model));
        if (!m_option.tokenInput || !m_option.tokenOutput) {
            unknown(Line::TokensInput,
                    fmt::format("no dated exchange rate from {} to {}",
                                found->currency.code(),
                                m_plan.currency.code()));
            return;
        }
        m_option.tokenInput->what = "tokens-input";
        m_option.tokenOutput->what = "tokens-output";
        use(Line::TokensInput, *m_option.tokenInput);
        use(Line::TokensOutput, *m_option.tokenOutput);
        if (found->cachedInputPerMillion) {
            m_option.tokenCached = m_tariffs.token(*found,
                                                   *found->cachedInputPerMillion,
                                                   fmt::format("Cached input tokens of {}", found->model));
            m_option.tokenCached->what = "tokens-cached";
            use(Line::TokensCached, *m_option.tokenCached);
        }
    }

    void addPower(OwnModel& own) const
    {
        constexpr double kWattsPerKilowatt = 1000.0;
        const model::SourcedRange& power = m_server->powerWatts;
        own.powerSource = power.source;
        std::optional<double> load = power.typical ? power.typical : power.high;
        std::optional<double> rated = power.high ? power.high : power.typical;
        if (!load && m_server->acceleratorsOnlyWatts) {
            load = m_server->acceleratorsOnlyWatts;
            rated = load;
            own.isPowerAssumption = true;
        }
        if (load) {
            own.loadKilowatts = *load / kWattsPerKilowatt;
            own.ratedKilowatts = rated.value_or(*load) / kWattsPerKilowatt;
        }
        if (power.low) {
            own.idleKilowatts = *power.low / kWattsPerKilowatt;
        }
    }

    void addOwnServers()
    {
        OwnModel own;
        own.serverPrice = m_tariffs.sourced(m_server->price,
                                            fmt::format("Price of {}", m_server->displayName),
                                            inputIndex(SharedInput::ServerPrice));
        own.electricity = m_tariffs.sourced(m_site->electricityPerKwh,
                                            fmt::format("Electricity, {}", m_site->displayName),
                                            inputIndex(SharedInput::Electricity));
        own.colocation = m_tariffs.sourced(m_site->colocationPerKilowattMonth,
                                           fmt::format("Colocation, {}", m_site->displayName),
                                           inputIndex(SharedInput::Colocation));
        own.pue = m_tariffs.stated(m_site->pue,
                                   fmt::format("Power usage effectiveness, {}", m_site->displayName),
                                   m_site->pueSource,
                                   inputIndex(SharedInput::Pue));
        addPower(own);
        own.maintenanceFraction = m_server->maintenanceFractionPerYear;
        own.maintenanceSource = m_server->maintenanceSource;
        own.lifeMonths = std::max(1, static_cast<int>(std::lround(assumed("server-life"))));
        addResiduals(own);
        for (const model::OwnedServers& servers : m_plan.brownfield.servers) {
            if (servers.server == m_spec.server) {
                own.ownedCount += servers.count;
                own.ownedAgeMonths = servers.ageMonths;
                own.ownedBookValue += servers.count * servers.bookValueEach;
            }
        }
        m_option.own = std::move(own);
        markOwnLines();
        m_option.transit = m_tariffs.assumption("transit-price", inputIndex(SharedInput::OtherPrice));
        if (m_option.transit && transfersOut() && m_spec.kind == OptionKind::SelfHosted) {
            use(Line::Egress, *m_option.transit);
        } else {
            m_option.transit.reset();
        }
        if (m_spec.kind == OptionKind::Hybrid) {
            addHybridServers();
        }
    }

    void addResiduals(OwnModel& own) const
    {
        const model::Accelerator* device = m_slice.findAccelerator(m_server->accelerator);
        const std::string& displayName = device != nullptr ? device->displayName : m_server->displayName;
        std::string asset; // one curve only: the first that names the device
        for (const model::ResidualPoint& point : m_slice.residuals) {
            const bool isNamed = namesDevice(point.asset, displayName);
            if (isNamed && (asset.empty() || asset == point.asset)) {
                asset = point.asset;
                own.residual.push_back(point);
            }
        }
        std::ranges::stable_sort(own.residual, {}, &model::ResidualPoint::years);
    }

    void markOwnLines()
    {
        const OwnModel& own = *m_option.own;
        if (own.serverPrice) {
            for (const Line which : {Line::Servers, Line::Network, Line::Residual, Line::Maintenance}) {
                use(which, *own.serverPrice);
            }
            line(Line::Network).isAssumption = true;
            line(Line::Residual).isAssumption = own.residual.empty();
        } else {
            unknown(Line::Servers, fmt::format("the price of {} is not known", m_server->displayName));
        }
        if (own.ownedCount > 0) {
            line(Line::OwnedServers).isUsed = true;
        }
        const bool isPowerKnown = own.loadKilowatts && own.ratedKilowatts;
        if (own.electricity && isPowerKnown) {
            use(Line::Power, *own.electricity);
        } else {
            unknown(Line::Power,
                    isPowerKnown
                        ? fmt::format("the price of electricity at {} is not known", m_site->displayName)
                        : fmt::format("the power of {} is not known", m_server->displayName));
        }
        if (own.colocation && isPowerKnown) {
            use(Line::Colocation, *own.colocation);
        } else if (!own.colocation) {
            unknown(Line::Colocation,
                    fmt::format("the price of colocation at {} is not known", m_site->displayName));
        } else {
            line(Line::Colocation) = {.isUsed = true, .isKnown = false}; // by the same unknown power
        }
        if (!m_option.isSized()) {
            unknown(Line::Servers, "how many servers are needed is not known");
        }
    }

    /// Own servers of a hybrid: as many as cost less over the horizon than the cloud machines they replace.
    void addHybridServers()
    {
        OwnModel& own = *m_option.own;
        const auto months = static_cast<std::size_t>(m_plan.horizonMonths);
        own.hybridServers.assign(m_option.pools.size(), 0);
        if (!m_option.onDemand || !own.serverPrice) {
            return;
        }
        const double perMonth = assumed("hours-per-month");
        const double kept =
            valueKept<double>(m_option, Draw{}, std::min<double>(own.lifeMonths, m_plan.horizonMonths));
        const double capital =
            own.serverPrice->median() * (1.0 - kept) / std::min(own.lifeMonths, m_plan.horizonMonths);
        const double colocation =
            own.colocation ? own.colocation->median() * own.ratedKilowatts.value_or(0.0) : 0.0;
        const double power = own.electricity ? own.electricity->median() * own.loadKilowatts.value_or(0.0)
                                                   * (own.pue ? own.pue->median() : assumed("pue")) * perMonth
                                             : 0.0;
        const double maintenance = own.serverPrice->median()
                                   * own.maintenanceFraction.value_or(assumed("maintenance-share"))
                                   / kMonthsPerYear;
        const double ownHourly = (capital + colocation + power + maintenance) / perMonth;
        for (std::size_t i = 0; i < m_option.pools.size(); ++i) {
            const auto& pool = m_option.pools[i];
            if (!pool) {
                continue;
            }
            const std::vector<double> above = hoursAbove(*pool, i, 0, months);
            int level = static_cast<int>(above.size());
            if (pool->burst) {
                const double perServer = pool->capacity.perSecond * pool->capacity.replicasPerMachine;
                const double perMachine = pool->burst->spec().mostUtilisation
                                          * pool->burst->spec().stablePerSecond
                                          * pool->burst->spec().replicasPerMachine;
                level = bestCommitment(above,
                                       hoursOf(0, months),
                                       ownHourly,
                                       hourly(*m_option.onDemand, perMonth) * perServer / perMachine);
            }
            own.hybridServers[i] = level;
        }
    }

    void addStaff()
    {
        switch (m_spec.kind) {
        case OptionKind::SelfHosted:
        case OptionKind::Hybrid:
            m_option.staffBaseKey = "staff-own";
            break;
        case OptionKind::TokenApi:
            m_option.staffBaseKey = "staff-token-api";
            break;
        case OptionKind::Platform:
        case OptionKind::Layer:
            m_option.staffBaseKey = "staff-platform";
            break;
        case OptionKind::Machine:
            m_option.staffBaseKey = "staff-cloud";
            break;
        }
        m_option.staffCost = m_tariffs.assumption("staff-cost", inputIndex(SharedInput::StaffCost));
        if (m_option.staffCost) {
            use(Line::Staff, *m_option.staffCost);
        } else {
            unknown(Line::Staff,
                    fmt::format("no dated exchange rate from USD to {} for the cost of staff",
                                m_plan.currency.code()));
        }
    }

    const model::Plan& m_plan;
    const model::CatalogueSlice& m_slice;
    const OptionSpec& m_spec;
    const OptionCapacities<double>& m_capacities;
    Tariffs m_tariffs;
    const Forecast<double>& m_base; ///< kept alive by the option
    OptionModel m_option;
    const model::Price* m_found = nullptr;
    const model::ServerBuild* m_server = nullptr;
    const model::Site* m_site = nullptr;
    double m_localStorageBytes = 0.0;
};

} // namespace

std::string_view key(Line line)
{
    return kLineTexts[static_cast<std::size_t>(line)].key;
}
std::string_view label(Line line)
{
    return kLineTexts[static_cast<std::size_t>(line)].label;
}

bool OptionModel::isSized() const
{
    return spec.kind == OptionKind::TokenApi
           || std::ranges::all_of(pools,
                                  [](const std::optional<PoolModel>& pool) { return pool.has_value(); });
}

model::Result<OptionModel> buildOptionModel(const model::Plan& plan,
                                            const model::CatalogueSlice& slice,
                                            const OptionSpec& spec,
                                            const OptionCapacities<double>& capacities,
                                            std::shared_ptr<const Forecast<double>> base)
{
    if (plan.workloads.empty() || plan.horizonMonths < 1) {
        return model::failure(
            model::ErrorCode::MissingField, "workloads", "the plan has no workload or no horizon");
    }
    if (!base) {
        base = std::make_shared<const Forecast<double>>(forecast<double>(plan, Draw{}));
    }
    return Builder(plan, slice, spec, capacities, std::move(base)).build();
}

} // namespace wherewithal::simulator
