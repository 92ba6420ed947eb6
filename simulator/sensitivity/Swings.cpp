// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/sensitivity/Swings.h"

#include "model/base/Random.h"
#include "simulator/cost/Ledger.h"
#include "simulator/sensitivity/Paths.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <map>

namespace wherewithal::simulator {

namespace {

using Capacities = std::vector<std::optional<ReplicaCapacity<double>>>;

constexpr double kLow = 0.1;
constexpr double kHigh = 0.9;

Capacities capacitiesOf(const OptionModel& option)
{
    Capacities result;
    for (const auto& pool : option.pools) {
        result.push_back(pool ? std::optional(pool->capacity) : std::nullopt);
    }
    return result;
}

/// One option with one input off its median; keeps what the evaluations share.
class Bench
{
public:
    explicit Bench(const OptionModel& option)
        : m_option(option)
        , m_capacities(capacitiesOf(option))
        , m_probabilities(inputCount(option.plan->workloads.size()), 0.5)
    {}

    [[nodiscard]] double at(int input, double probability)
    {
        double& place = m_probabilities[static_cast<std::size_t>(input)];
        place = probability;
        const double total = this->total(Draw(m_probabilities));
        place = 0.5;
        return total;
    }
    [[nodiscard]] double total(const Draw& draw) const
    {
        double sum = 0.0;
        runLedger<double>(m_option,
                          forecast<double>(*m_option.plan, draw),
                          m_capacities,
                          draw,
                          [&](std::size_t, Line line, double amount) {
                              const LineState& state = m_option.lines[static_cast<std::size_t>(line)];
                              if (state.isUsed && state.isKnown) {
                                  sum += amount;
                              }
                          });
        return sum;
    }

private:
    const OptionModel& m_option;
    Capacities m_capacities;
    std::vector<double> m_probabilities;
};

/// Collects the inputs of an option; certain ranges are none.
class Inputs
{
public:
    explicit Inputs(const OptionModel& option)
        : m_option(option)
    {
        for (std::size_t i = 0; i < option.plan->workloads.size(); ++i) {
            addWorkload(i);
        }
        addAssumptions();
        addTariffs();
    }

    [[nodiscard]] std::vector<UncertainInput> sorted() const
    {
        std::vector<UncertainInput> result;
        for (const int index : sampledInputs(*m_option.plan)) {
            if (const auto found = m_inputs.find(index); found != m_inputs.end()) {
                result.push_back(found->second);
            }
        }
        return result;
    }

private:
    void add(UncertainInput input)
    {
        if (!input.range.isCertain()) {
            m_inputs.emplace(input.index, std::move(input));
        }
    }

    void addField(std::size_t workload,
                  WorkloadInput input,
                  std::string_view name,
                  std::string_view unit,
                  std::string_view place,
                  const model::Range& range)
    {
        const model::Workload& owner = m_option.plan->workloads[workload];
        const bool isAlone = m_option.plan->workloads.size() == 1;
        add({.index = inputIndex(workload, input),
             .name = isAlone ? std::string(name)
                             : fmt::format("{}, {}", name, owner.name.empty() ? owner.id.text() : owner.name),
             .unit = std::string(unit),
             .place = fmt::format("/workloads/{}/{}", workload, place),
             .range = range});
    }

    void addWorkload(std::size_t index)
    {
        const model::Workload& workload = m_option.plan->workloads[index];
        const model::Demand& demand = workload.demand;
        using enum WorkloadInput;
        addField(index, Peak, "Peak arrivals", "requests/s", "demand/peak_per_second", demand.peakPerSecond);
        addField(index,
                 Growth,
                 "Growth of demand",
                 "fraction/year",
                 "demand/growth/per_year",
                 demand.growth.perYear);
        addField(index,
                 Ceiling,
                 "Ceiling of demand",
                 "x first month",
                 "demand/growth/ceiling_multiple",
                 demand.growth.ceilingMultiple);
        addField(index, StoredBytes, "Stored data", "B", "stored_bytes", workload.storedBytes);
        if (const auto* llm = std::get_if<model::LlmServing>(&workload.detail)) {
            addField(index, InputTokens, "Input tokens", "tokens", "input_tokens", llm->inputTokens);
            addField(index, OutputTokens, "Output tokens", "tokens", "output_tokens", llm->outputTokens);
            addField(index,
                     SharedPrefix,
                     "Shared prefix",
                     "fraction",
                     "shared_prefix_fraction",
                     llm->sharedPrefixFraction);
            if (llm->speculation.draftedTokens > 0) {
                addField(index,
                         Acceptance,
                         "Acceptance of drafted tokens",
                         "fraction",
                         "speculation/acceptance",
                         llm->speculation.acceptance);
            }
        }
        if (const auto* batch = std::get_if<model::BatchScoring>(&workload.detail)) {
            addField(index, WorkPerRun, "Items per run", "items", "items_per_run", batch->itemsPerRun);
            addField(
                index, RunsPerMonth, "Runs a month", "runs/month", "runs_per_month", batch->runsPerMonth);
            addField(index,
                     BytesOut,
                     "Transferred back per item",
                     "B",
                     "bytes_out_per_item",
                     batch->bytesOutPerItem);
        } else {
            addField(index,
                     BytesOut,
                     "Transferred back per request",
                     "B",
                     "bytes_out_per_request",
                     workload.bytesOutPerRequest);
        }
        if (const auto* training = std::get_if<model::Training>(&workload.detail)) {
            addField(index, WorkPerRun, "Tokens per run", "tokens", "tokens_per_run", training->tokensPerRun);
            addField(
                index, RunsPerMonth, "Runs a month", "runs/month", "runs_per_month", training->runsPerMonth);
        }
        addSteps(index);
        addSpeed(index);
    }

    void addSteps(std::size_t index)
    {
        const model::Demand& demand = m_option.plan->workloads[index].demand;
        for (std::size_t i = 0; i < std::min<std::size_t>(4, demand.steps.size()); ++i) {
            const model::DemandStep& step = demand.steps[i];
            const auto input =
                static_cast<WorkloadInput>(static_cast<int>(WorkloadInput::Step0) + static_cast<int>(i));
            addField(index,
                     input,
                     step.label.empty() ? fmt::format("Step in {}", text(step.month)) : step.label,
                     "",
                     fmt::format("demand/steps/{}/factor", i),
                     step.factor);
        }
    }

    /// The random walk of demand, as the factor that its first year leaves on demand, and the prediction
    /// error of the throughput model.
    void addSpeed(std::size_t index)
    {
        const double shock = m_option.plan->workloads[index].demand.growth.monthlyShock.median();
        if (shock > 0.0) {
            const double spread = shock * model::normalQuantile(kHigh);
            add({.index = inputIndex(index, WorkloadInput::Shock0),
                 .name = "Shock to demand in the first year",
                 .unit = {},
                 .place = fmt::format("/workloads/{}/demand/growth/yearly_shock", index),
                 .range = model::Range::percentiles(std::exp(-spread), std::exp(spread))});
        }
        if (const auto& pool = m_option.pools[index]) {
            const auto& capacity = pool->capacity;
            if (capacity.errorLow > 0.0 && capacity.errorLow < capacity.errorHigh) {
                add({.index = inputIndex(index, WorkloadInput::Efficiency),
                     .name = "Speed against the prediction",
                     .unit = {},
                     .place = {},
                     .range = model::Range::percentiles(capacity.errorLow, capacity.errorHigh),
                     .isAssumption = true});
            }
        }
    }

    void addAssumption(SharedInput input, std::string_view key)
    {
        const model::AssumptionSpec* spec = model::findAssumption(key);
        if (spec == nullptr) {
            return;
        }
        add({.index = inputIndex(input),
             .name = std::string(spec->label),
             .unit = std::string(spec->unit),
             .place = fmt::format("/assumptions/{}", key),
             .range = m_option.plan->assumptions.get(key),
             .isAssumption = true});
    }

    void addAssumptions()
    {
        using enum SharedInput;
        addAssumption(CloudPriceDrift, "cloud-price-drift");
        addAssumption(TokenPriceDrift, "token-price-drift");
        addAssumption(ServerPriceDrift, "server-price-drift");
        addAssumption(ElectricityDrift, "electricity-drift");
        addAssumption(SpotPrice, "spot-price-factor");
        addAssumption(SpotInterruptions, "spot-interruptions");
        addAssumption(ValueKept, "value-kept");
        if (m_option.own && m_option.own->pue) {
            addTariff(m_option.own->pue);
        } else {
            addAssumption(Pue, "pue");
        }
        addAssumption(IdlePower, "idle-power-share");
        addAssumption(Network, "network-share");
        addAssumption(Maintenance, "maintenance-share");
        if (!m_option.staffBaseKey.empty()) {
            addAssumption(StaffEffort, m_option.staffBaseKey);
        }
        addAssumption(StaffEffort, "staff-per-server");
    }

    void addTariff(const std::optional<Tariff>& tariff)
    {
        if (tariff) {
            add({.index = tariff->input,
                 .name = tariff->label,
                 .unit = tariff->unit,
                 .place = tariff->place,
                 .range = tariff->list,
                 .isAssumption = tariff->isAssumption});
        }
    }

    void addTariffs()
    {
        for (const auto* tariff : {&m_option.onDemand,
                                   &m_option.committed,
                                   &m_option.upfront,
                                   &m_option.spot,
                                   &m_option.tokenInput,
                                   &m_option.tokenCached,
                                   &m_option.tokenOutput,
                                   &m_option.transit,
                                   &m_option.staffCost}) {
            addTariff(*tariff);
        }
        if (m_option.own) {
            addTariff(m_option.own->serverPrice);
            addTariff(m_option.own->electricity);
            addTariff(m_option.own->colocation);
        }
    }

    const OptionModel& m_option;
    std::map<int, UncertainInput> m_inputs;
};

/// Probabilities at which a difference is looked at.
std::array<double, 41> scanned()
{
    std::array<double, 41> result{};
    constexpr double kEdge = 0.001;
    for (std::size_t i = 0; i < result.size(); ++i) {
        result[i] = std::clamp(static_cast<double>(i) / (result.size() - 1), kEdge, 1.0 - kEdge);
    }
    return result;
}

/// Probability between two of different sign at which the sign changes, to 1e-9.
template <typename Difference>
double crossing(const Difference& isTurned, double low, double high)
{
    const bool atLow = isTurned(low);
    while (high - low > 1e-9) {
        const double middle = 0.5 * (low + high);
        (isTurned(middle) == atLow ? low : high) = middle;
    }
    return 0.5 * (low + high);
}

SwitchOver switchOver(const UncertainInput& input, Bench& option, Bench& rival, bool isCheaperNow)
{
    const auto isTurned = [&](double p) {
        return (option.at(input.index, p) < rival.at(input.index, p)) != isCheaperNow;
    };
    const auto places = scanned();
    std::array<bool, 41> turned{};
    std::ranges::transform(places, turned.begin(), isTurned);
    SwitchOver result{.input = input};
    double before = 0.0; // where the present stretch began
    double nearest = 1.0;
    for (std::size_t i = 1; i < places.size(); ++i) {
        if (turned[i] == turned[i - 1]) {
            continue;
        }
        const double p = crossing(isTurned, places[i - 1], places[i]);
        result.chance += turned[i - 1] ? p - before : 0.0;
        before = p;
        if (std::abs(p - 0.5) < nearest) {
            nearest = std::abs(p - 0.5);
            result.value = input.range.quantile(p);
            result.isAbove = turned[i];
        }
    }
    result.chance += turned.back() ? 1.0 - before : 0.0;
    return result;
}

} // namespace

std::vector<UncertainInput> uncertainInputs(const OptionModel& option)
{
    return Inputs(option).sorted();
}

double totalAt(const OptionModel& option, const Draw& draw)
{
    return Bench(option).total(draw);
}

std::vector<Swing> swings(const OptionModel& option)
{
    Bench bench(option);
    const double base = bench.total(Draw{});
    const double least = 1e-9 * std::max(1.0, std::abs(base));
    std::vector<Swing> result;
    for (UncertainInput& input : uncertainInputs(option)) {
        const double low = bench.at(input.index, kLow);
        const double high = bench.at(input.index, kHigh);
        if (std::max(std::abs(low - base), std::abs(high - base)) > least) {
            result.push_back({.input = std::move(input), .costLow = low, .costHigh = high});
        }
    }
    std::ranges::stable_sort(result, std::greater{}, &Swing::width);
    return result;
}

std::vector<SwitchOver> switchOvers(const OptionModel& option, const OptionModel& rival)
{
    Bench own(option);
    Bench other(rival);
    const bool isCheaperNow = own.total(Draw{}) < other.total(Draw{});
    std::vector<UncertainInput> inputs;
    for (const OptionModel* each : {&option, &rival}) {
        for (const Swing& swing : swings(*each)) {
            if (std::ranges::find(inputs, swing.input.index, &UncertainInput::index) == inputs.end()) {
                inputs.push_back(swing.input);
            }
        }
    }
    std::vector<SwitchOver> result;
    for (const UncertainInput& input : inputs) {
        result.push_back(switchOver(input, own, other, isCheaperNow));
    }
    return result;
}

double MachineWork::idleFraction() const
{
    return std::clamp(1.0 - done / possible, 0.0, 1.0);
}

std::optional<double> idleFraction(const OptionModel& option)
{
    const std::optional<MachineWork> work = machineWork(option);
    return work ? std::optional(work->idleFraction()) : std::nullopt;
}

std::optional<MachineWork> machineWork(const OptionModel& option)
{
    const Forecast<double>& asked = *option.base;
    double paid = 0.0; // machine-hours x work that a machine can do in an hour
    double done = 0.0;
    for (std::size_t i = 0; i < option.pools.size(); ++i) {
        const auto& pool = option.pools[i];
        if (!pool || pool->isRun || pool->burst || !pool->pool) {
            return std::nullopt;
        }
        const double perHour = pool->capacity.perSecond * pool->capacity.replicasPerMachine * kSecondsPerHour;
        for (std::size_t month = 0; month < asked.hours.size(); ++month) {
            const bool isCovered = i == 0 && !option.runningMachines.empty();
            const int level = termLevel(option, month, i) + (isCovered ? option.runningMachines[month] : 0);
            const PoolMonth<double> use = poolMonth<double>(
                option, asked.workloads[i], pool->capacity, 1.0, i, month, asked.hours[month], level);
            const double hours =
                option.own ? use.machines * asked.hours[month] : use.billedHours + level * asked.hours[month];
            paid += hours * perHour;
            done += asked.workloads[i].units[month];
        }
    }
    return paid > 0.0 ? std::optional(MachineWork{.possible = paid, .done = done}) : std::nullopt;
}

} // namespace wherewithal::simulator
