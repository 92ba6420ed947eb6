// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/sensitivity/Paths.h"

#include "simulator/Parallel.h"
#include "simulator/cost/Finance.h"
#include "simulator/cost/Ledger.h"
#include "simulator/cost/Sizing.h"
#include "simulator/sensitivity/RankSelect.h"
#include "simulator/sensitivity/Sobol.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

namespace wherewithal::simulator {

namespace {

constexpr std::size_t kBlock = 1024;                       ///< paths whose futures are held at once
constexpr std::size_t kChunk = 64;                         ///< paths that one task runs
constexpr std::size_t kMostCells = std::size_t{64} << 20U; ///< cumulative values held at once, 4 bytes each
constexpr int kNever = std::numeric_limits<int>::max();

using Capacities = std::vector<std::optional<ReplicaCapacity<double>>>;

/// What one option gathers over all paths.
struct Gathered
{
    std::vector<float> cumulative; ///< [month][path]
    std::vector<double> totals;    ///< per path
    std::vector<double> presentValues;
    std::vector<int> crossings;                  ///< per path: month of break-even
    std::vector<std::vector<SizedLimit>> limits; ///< per workload
    std::vector<std::vector<int>> hits;          ///< per limit, all workloads in a row: [path] month
    std::vector<std::vector<double>> lastDemand; ///< per workload: [path] peak of the last month
    Capacities capacities;
    LedgerTables tables;
};

std::size_t rankOf(double p, std::size_t count)
{
    return static_cast<std::size_t>(std::max(0.0, std::ceil(p * static_cast<double>(count)) - 1.0));
}

/// Everything that the paths share.
class Run
{
public:
    Run(std::span<const OptionModel> options, const PathSettings& settings, std::stop_token stop)
        : m_options(options)
        , m_settings(settings)
        , m_stop(std::move(stop))
        , m_plan(*options.front().plan)
        , m_paths(static_cast<std::size_t>(settings.paths))
        , m_months(static_cast<std::size_t>(m_plan.horizonMonths))
        , m_base(forecast<double>(m_plan, Draw{}))
        , m_inputs(sampledInputs(m_plan))
    {}

    model::Result<PathResults> run()
    {
        PathResults results;
        results.paths = m_settings.paths;
        results.options.resize(m_options.size());
        if (m_settings.reference) {
            // First and alone, so that every other option can be held against its curve.
            m_reference = gathered(*m_settings.reference);
            forBlocks([&](std::size_t first, std::size_t count) {
                runOption(*m_settings.reference, m_reference, first, count);
            });
        }
        const std::size_t atOnce =
            std::max<std::size_t>(1, kMostCells / std::max<std::size_t>(1, m_paths * m_months));
        for (std::size_t first = 0; first < m_options.size() && !m_stop.stop_requested(); first += atOnce) {
            runGroup(first, std::min(atOnce, m_options.size() - first), results);
        }
        if (m_stop.stop_requested()) {
            return model::failure(model::ErrorCode::Cancelled, {}, "the run was stopped");
        }
        return results;
    }

private:
    template <typename Work>
    void forBlocks(Work&& work)
    {
        for (std::size_t first = 0; first < m_paths && !m_stop.stop_requested(); first += kBlock) {
            const std::size_t count = std::min(kBlock, m_paths - first);
            drawBlock(first, count);
            work(first, count);
        }
    }

    /// Futures of a block of paths: the same for all options.
    void drawBlock(std::size_t first, std::size_t count)
    {
        if (m_firstDrawn == first) {
            return;
        }
        m_firstDrawn = first;
        m_probabilities.assign(count, std::vector<double>(inputCount(m_plan.workloads.size()), 0.5));
        m_draws.assign(count, Draw{});
        m_forecasts.resize(count);
        const Sobol sobol(m_settings.seed);
        tbb::parallel_for(tbb::blocked_range<std::size_t>(0, count, kChunk),
                          [&](const tbb::blocked_range<std::size_t>& range) {
                              for (std::size_t i = range.begin(); i < range.end(); ++i) {
                                  for (std::size_t dimension = 0; dimension < m_inputs.size(); ++dimension) {
                                      m_probabilities[i][static_cast<std::size_t>(m_inputs[dimension])] =
                                          sobol.at(static_cast<std::uint32_t>(first + i),
                                                   static_cast<int>(dimension));
                                  }
                                  m_draws[i] = Draw(m_probabilities[i]);
                                  m_forecasts[i] = forecast<double>(m_plan, m_draws[i]);
                              }
                          });
    }

    [[nodiscard]] Gathered gathered(std::size_t index) const
    {
        const OptionModel& option = m_options[index];
        Gathered result;
        result.tables = LedgerTables(option);
        result.cumulative.resize(m_months * m_paths);
        result.totals.resize(m_paths);
        result.presentValues.resize(m_paths);
        result.crossings.assign(m_paths, kNever);
        for (std::size_t workload = 0; workload < m_plan.workloads.size(); ++workload) {
            result.limits.push_back(limitsOf(option, m_base, workload));
            for (std::size_t i = 0; i < result.limits.back().size(); ++i) {
                result.hits.emplace_back(m_paths, kNever);
            }
            const auto& pool = option.pools[workload];
            result.capacities.push_back(pool ? std::optional(pool->capacity) : std::nullopt);
            result.lastDemand.emplace_back(result.limits.back().empty() ? 0 : m_paths);
        }
        return result;
    }

    void runGroup(std::size_t first, std::size_t count, PathResults& results)
    {
        std::vector<Gathered> group(count);
        tbb::parallel_for(std::size_t{0}, count, [&](std::size_t i) { group[i] = gathered(first + i); });
        forBlocks([&](std::size_t firstPath, std::size_t paths) {
            tbb::parallel_for(std::size_t{0}, count, [&](std::size_t i) {
                runOption(first + i, group[i], firstPath, paths);
            });
        });
        if (m_stop.stop_requested()) {
            return;
        }
        tbb::parallel_for(std::size_t{0}, count, [&](std::size_t i) {
            summarise(m_options[first + i], group[i], results.options[first + i]);
        });
    }

    void runOption(std::size_t index, Gathered& gathered, std::size_t firstPath, std::size_t count)
    {
        tbb::parallel_for(tbb::blocked_range<std::size_t>(0, count, kChunk),
                          [&](const tbb::blocked_range<std::size_t>& range) {
                              std::vector<double> months(m_months);
                              for (std::size_t i = range.begin(); i < range.end() && !m_stop.stop_requested();
                                   ++i) {
                                  runPath(index, gathered, firstPath + i, i, months);
                              }
                          });
    }

    void runPath(std::size_t index,
                 Gathered& gathered,
                 std::size_t path,
                 std::size_t inBlock,
                 std::vector<double>& months) const
    {
        const OptionModel& option = m_options[index];
        const Forecast<double>& future = m_forecasts[inBlock];
        std::ranges::fill(months, 0.0);
        runLedger<double>(
            option,
            future,
            gathered.capacities,
            m_draws[inBlock],
            [&](std::size_t month, Line line, double amount) {
                const LineState& state = option.lines[static_cast<std::size_t>(line)];
                if (state.isUsed && state.isKnown) {
                    months[month] += amount;
                }
            },
            &gathered.tables);
        double sum = 0.0;
        double present = 0.0;
        for (std::size_t month = 0; month < m_months; ++month) {
            sum += months[month];
            present += months[month] * future.discountFactor[month];
            gathered.cumulative[month * m_paths + path] = static_cast<float>(sum);
        }
        gathered.totals[path] = sum;
        gathered.presentValues[path] = present;
        dateLimits(option, gathered, future, path, inBlock);
        if (m_settings.reference && *m_settings.reference != index) {
            gathered.crossings[path] = crossing(gathered, path);
        }
    }

    void dateLimits(const OptionModel& option,
                    Gathered& gathered,
                    const Forecast<double>& future,
                    std::size_t path,
                    std::size_t inBlock) const
    {
        std::size_t row = 0;
        for (std::size_t workload = 0; workload < gathered.limits.size(); ++workload) {
            if (gathered.limits[workload].empty()) {
                continue;
            }
            const WorkloadForecast<double>& asked = future.workloads[workload];
            const double factor =
                workFactor(*option.pools[workload], asked.ratios, m_draws[inBlock], workload);
            gathered.lastDemand[workload][path] = asked.peak.back() * factor;
            for (const SizedLimit& limit : gathered.limits[workload]) {
                const auto hit = std::ranges::find_if(
                    asked.peak, [&](double peak) { return peak * factor > limit.criticalDemand; });
                gathered.hits[row][path] =
                    hit == asked.peak.end() ? kNever : static_cast<int>(hit - asked.peak.begin());
                ++row;
            }
        }
    }

    /// Last month in which the cheaper side changes; kNever if it never does.
    [[nodiscard]] int crossing(const Gathered& gathered, std::size_t path) const
    {
        const auto isReferenceCheaper = [&](std::size_t month) {
            return m_reference.cumulative[month * m_paths + path]
                   <= gathered.cumulative[month * m_paths + path];
        };
        const bool atEnd = isReferenceCheaper(m_months - 1);
        std::size_t month = m_months - 1;
        while (month > 0 && isReferenceCheaper(month - 1) == atEnd) {
            --month;
        }
        return month == 0 ? kNever : static_cast<int>(month);
    }

    [[nodiscard]] std::optional<model::Month> monthAt(std::vector<int>& months, double p) const
    {
        const auto at = months.begin() + static_cast<std::ptrdiff_t>(rankOf(p, months.size()));
        std::ranges::nth_element(months, at);
        return *at == kNever ? std::nullopt : std::optional(model::monthsLater(m_plan.starts, *at));
    }

    void summarise(const OptionModel& option, Gathered& gathered, OptionPaths& paths) const
    {
        summariseCurves(gathered, paths);
        paths.presentValues = std::move(gathered.presentValues);
        std::ranges::sort(gathered.totals);
        paths.total = {.p10 = orderStatistic(gathered.totals, 0.1),
                       .p50 = orderStatistic(gathered.totals, 0.5),
                       .p90 = orderStatistic(gathered.totals, 0.9)};
        // The curves are kept in single precision; their ends are the totals.
        paths.cumulativeP10.back() = paths.total.p10;
        paths.cumulativeP50.back() = paths.total.p50;
        paths.cumulativeP90.back() = paths.total.p90;
        summariseLimits(option, gathered, paths);
        const auto crossed =
            std::ranges::count_if(gathered.crossings, [](int month) { return month != kNever; });
        paths.breakEven.probability = static_cast<double>(crossed) / static_cast<double>(m_paths);
        paths.breakEven.p10 = monthAt(gathered.crossings, 0.1);
        paths.breakEven.p50 = monthAt(gathered.crossings, 0.5);
        paths.breakEven.p90 = monthAt(gathered.crossings, 0.9);
    }

    void summariseLimits(const OptionModel& option, Gathered& gathered, OptionPaths& paths) const
    {
        std::size_t row = 0;
        for (std::size_t workload = 0; workload < gathered.limits.size(); ++workload) {
            paths.limits.emplace_back();
            paths.lastDemandP90.push_back(0.0);
            const std::vector<SizedLimit>& limits = gathered.limits[workload];
            if (limits.empty()) {
                continue;
            }
            std::vector<double>& demand = gathered.lastDemand[workload];
            const auto at = demand.begin() + static_cast<std::ptrdiff_t>(rankOf(0.9, demand.size()));
            std::ranges::nth_element(demand, at);
            paths.lastDemandP90.back() = *at;
            // The formulas of the limits again, on a last month with that demand.
            Forecast<double> high = m_base;
            high.workloads[workload].peak.back() = *at;
            const std::vector<SizedLimit> used = limitsOf(option, high, workload);
            for (std::size_t i = 0; i < limits.size(); ++i) {
                std::vector<int>& hits = gathered.hits[row++];
                paths.limits.back().push_back({.key = limits[i].limit.key,
                                               .name = limits[i].limit.name,
                                               .p10 = monthAt(hits, 0.1),
                                               .p50 = monthAt(hits, 0.5),
                                               .p90 = monthAt(hits, 0.9),
                                               .usedAtHorizonP90 = used[i].limit.usedAtHorizon});
            }
        }
    }

    void summariseCurves(Gathered& gathered, OptionPaths& paths) const
    {
        constexpr std::array kProbabilities{0.1, 0.25, 0.5, 0.75, 0.9};
        const std::array curves{&paths.cumulativeP10,
                                &paths.cumulativeP25,
                                &paths.cumulativeP50,
                                &paths.cumulativeP75,
                                &paths.cumulativeP90};
        std::array<std::size_t, kProbabilities.size()> ranks{};
        std::ranges::transform(kProbabilities, ranks.begin(), [&](double p) { return rankOf(p, m_paths); });
        std::array<double, kProbabilities.size()> values{};
        RankSelect select;
        for (std::size_t month = 0; month < m_months; ++month) {
            select.select(std::span(gathered.cumulative).subspan(month * m_paths, m_paths), ranks, values);
            for (std::size_t i = 0; i < curves.size(); ++i) {
                curves[i]->push_back(values[i]);
            }
        }
    }

    std::span<const OptionModel> m_options;
    const PathSettings& m_settings;
    std::stop_token m_stop;
    const model::Plan& m_plan;
    std::size_t m_paths;
    std::size_t m_months;
    Forecast<double> m_base;
    std::vector<int> m_inputs;
    std::size_t m_firstDrawn = std::numeric_limits<std::size_t>::max();
    std::vector<std::vector<double>> m_probabilities;
    std::vector<Draw> m_draws;
    std::vector<Forecast<double>> m_forecasts;
    Gathered m_reference;
};

/// Ranges of a workload by input.
std::vector<std::pair<WorkloadInput, model::Range>> rangesOf(const model::Workload& workload)
{
    std::vector<std::pair<WorkloadInput, model::Range>> ranges{
        {WorkloadInput::Peak, workload.demand.peakPerSecond},
        {WorkloadInput::Growth, workload.demand.growth.perYear},
        {WorkloadInput::Ceiling, workload.demand.growth.ceilingMultiple},
        {WorkloadInput::ShockSize, workload.demand.growth.monthlyShock},
        {WorkloadInput::StoredBytes, workload.storedBytes},
    };
    if (const auto* llm = std::get_if<model::LlmServing>(&workload.detail)) {
        ranges.emplace_back(WorkloadInput::OutputTokens, llm->outputTokens);
        ranges.emplace_back(WorkloadInput::InputTokens, llm->inputTokens);
        ranges.emplace_back(WorkloadInput::SharedPrefix, llm->sharedPrefixFraction);
        if (llm->speculation.draftedTokens > 0) {
            ranges.emplace_back(WorkloadInput::Acceptance, llm->speculation.acceptance);
        }
    }
    if (const auto* batch = std::get_if<model::BatchScoring>(&workload.detail)) {
        ranges.emplace_back(WorkloadInput::WorkPerRun, batch->itemsPerRun);
        ranges.emplace_back(WorkloadInput::RunsPerMonth, batch->runsPerMonth);
        ranges.emplace_back(WorkloadInput::BytesOut, batch->bytesOutPerItem);
    } else {
        ranges.emplace_back(WorkloadInput::BytesOut, workload.bytesOutPerRequest);
    }
    if (const auto* training = std::get_if<model::Training>(&workload.detail)) {
        ranges.emplace_back(WorkloadInput::WorkPerRun, training->tokensPerRun);
        ranges.emplace_back(WorkloadInput::RunsPerMonth, training->runsPerMonth);
    }
    for (std::size_t i = 0; i < std::min<std::size_t>(4, workload.demand.steps.size()); ++i) {
        ranges.emplace_back(
            static_cast<WorkloadInput>(static_cast<int>(WorkloadInput::Step0) + static_cast<int>(i)),
            workload.demand.steps[i].factor);
    }
    return ranges;
}

} // namespace

std::vector<int> sampledInputs(const model::Plan& plan)
{
    std::vector<int> inputs;
    // What matters most comes first: the first dimensions of the sequence are the most even.
    for (std::size_t workload = 0; workload < plan.workloads.size(); ++workload) {
        for (const auto& [input, range] : rangesOf(plan.workloads[workload])) {
            if (!range.isCertain()) {
                inputs.push_back(inputIndex(workload, input));
            }
        }
        inputs.push_back(inputIndex(workload, WorkloadInput::Efficiency));
        if (plan.workloads[workload].demand.growth.monthlyShock.most() > 0.0) {
            for (int year = 0; year < std::min(10, (plan.horizonMonths + 11) / 12); ++year) {
                inputs.push_back(inputIndex(workload, WorkloadInput::Shock0) + year);
            }
        }
    }
    for (int input = 0; input < kSharedInputs; ++input) {
        inputs.push_back(input);
    }
    return inputs;
}

double orderStatistic(std::span<const double> ascending, double p)
{
    return ascending[rankOf(p, ascending.size())];
}

model::Result<PathResults>
samplePaths(std::span<const OptionModel> options, const PathSettings& settings, std::stop_token stop)
{
    if (options.empty() || settings.paths <= 0) {
        PathResults none;
        none.options.resize(options.size());
        return none;
    }
    Run run(options, settings, std::move(stop));
    return arenaFor(settings.threads).execute([&] { return run.run(); });
}

void applyPaths(const OptionPaths& paths,
                CostResult& cost,
                std::vector<WorkloadResult>& workloads,
                BreakEven& breakEven)
{
    cost.range = paths.total;
    cost.cumulativeP10 = paths.cumulativeP10;
    cost.cumulativeP25 = paths.cumulativeP25;
    cost.cumulativeP50 = paths.cumulativeP50;
    cost.cumulativeP75 = paths.cumulativeP75;
    cost.cumulativeP90 = paths.cumulativeP90;
    for (std::size_t i = 0; i < workloads.size() && i < paths.limits.size(); ++i) {
        for (Limit& limit : workloads[i].limits) {
            const auto months = std::ranges::find_if(paths.limits[i], [&](const LimitMonths& row) {
                return row.key == limit.key && row.name == limit.name;
            });
            if (months != paths.limits[i].end()) {
                limit.hitP10 = months->p10;
                limit.hitP50 = months->p50;
                limit.hitP90 = months->p90;
                limit.usedAtHorizonP90 = months->usedAtHorizonP90;
            }
        }
        if (!paths.limits[i].empty() && workloads[i].demandAtHorizon) {
            workloads[i].demandAtHorizonP90 = paths.lastDemandP90[i];
        }
        if (!workloads[i].limits.empty()) {
            workloads[i].firstLimit = workloads[i].limits.front();
        }
    }
    breakEven.p10 = paths.breakEven.p10;
    breakEven.p50 = paths.breakEven.p50;
    breakEven.p90 = paths.breakEven.p90;
    breakEven.probability = paths.breakEven.probability;
}

std::optional<model::Month>
breakEvenBase(const CostResult& option, const CostResult& reference, model::Month starts)
{
    const auto month = breakEvenMonth(reference.cumulativeBase, option.cumulativeBase);
    return month ? std::optional(model::monthsLater(starts, *month)) : std::nullopt;
}

} // namespace wherewithal::simulator
