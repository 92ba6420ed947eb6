// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/cost/Forecast.h"

#include "model/base/Random.h"
#include "simulator/cost/Finance.h"
#include "simulator/throughput/LlmReplica.h"

#include <algorithm>
#include <fmt/format.h>
#include <string_view>

namespace wherewithal::simulator {

namespace {

using model::leaf;
using model::named;
using model::Number;
using model::valueOf;

constexpr double kSecondsPerHour = 3600.0;
constexpr double kMonthsPerYear = 12.0;
constexpr double kLeastGrowth = -0.99; ///< a year; demand never turns negative

/// A field of a workload as a number: drawn from its range, explained as an input of the plan.
template <Number N>
class Fields
{
public:
    Fields(const model::Workload& workload, std::size_t index, const Draw& draw)
        : m_workload(workload)
        , m_index(index)
        , m_draw(draw)
    {}

    [[nodiscard]] N number(const model::Range& range,
                           WorkloadInput input,
                           std::string_view label,
                           std::string_view unit,
                           std::string_view place,
                           double least = 0.0) const
    {
        // A normal range reaches below what a rate or a count can be.
        return leaf<N>(std::max(least, m_draw.of(range, inputIndex(m_index, input))), [&] {
            model::Figure figure;
            figure.name = fmt::format(
                "{}, {}", label, m_workload.name.empty() ? m_workload.id.text() : m_workload.name);
            figure.unit = unit;
            figure.range = range.isCertain() ? std::string{} : range.toText();
            figure.place = fmt::format("/workloads/{}/{}", m_index, place);
            return figure;
        });
    }
    [[nodiscard]] double ratio(const model::Range& range, WorkloadInput input) const
    {
        const double base = range.median();
        constexpr double kLeastRatio = 1e-3;
        return base > 0.0 ? std::max(kLeastRatio, m_draw.of(range, inputIndex(m_index, input)) / base) : 1.0;
    }
    /// Tokens of a pass of speculative decoding over those of the base case.
    [[nodiscard]] double passRatio(const model::LlmServing& llm) const
    {
        const auto base = speculationOf(llm);
        if (!base || m_draw.isBase() || llm.speculation.acceptance.isCertain()) {
            return 1.0;
        }
        model::LlmServing drawn;
        drawn.speculation = llm.speculation;
        drawn.speculation.acceptance =
            m_draw.of(llm.speculation.acceptance, inputIndex(m_index, WorkloadInput::Acceptance));
        return speculationOf(drawn)->tokensPerPass() / base->tokensPerPass();
    }

private:
    const model::Workload& m_workload;
    std::size_t m_index;
    const Draw& m_draw;
};

/// exp of the random walk of yearly log-shocks, spread evenly over the months of each year; median 1.
class Shocks
{
public:
    Shocks(const model::Growth& growth, std::size_t workload, const Draw& draw)
        : m_draw(draw)
        , m_workload(workload)
        , m_size(draw.of(growth.monthlyShock, inputIndex(workload, WorkloadInput::ShockSize)))
    {}

    [[nodiscard]] double factor(int month) const
    {
        if (m_draw.isBase() || m_size <= 0.0) {
            return 1.0;
        }
        constexpr int kYears = 10;
        double walk = 0.0;
        for (int year = 0; year <= std::min(month / 12, kYears - 1); ++year) {
            const double share = std::min(1.0, (month - 12.0 * year) / kMonthsPerYear);
            const int input = inputIndex(m_workload, WorkloadInput::Shock0) + year;
            walk += share * m_size * model::normalQuantile(m_draw.probability(input));
        }
        return std::exp(walk);
    }

private:
    const Draw& m_draw;
    std::size_t m_workload;
    double m_size;
};

/// Steps up to the month, as one factor.
template <Number N>
N stepFactor(const model::Demand& demand, std::size_t workload, const Draw& draw, const model::Month& month)
{
    N factor{1.0};
    for (std::size_t i = 0; i < demand.steps.size(); ++i) {
        const model::DemandStep& step = demand.steps[i];
        if (month < step.month) {
            continue;
        }
        const int input =
            inputIndex(workload, WorkloadInput::Step0) + static_cast<int>(std::min<std::size_t>(i, 3));
        factor *= leaf<N>(draw.of(step.factor, input), [&] {
            model::Figure figure;
            figure.name = step.label.empty() ? fmt::format("Step in {}", text(step.month)) : step.label;
            figure.range = step.factor.isCertain() ? std::string{} : step.factor.toText();
            figure.place = fmt::format("/workloads/{}/demand/steps/{}/factor", workload, i);
            return figure;
        });
    }
    return factor;
}

std::string inMonth(std::string_view what, model::Month month)
{
    return fmt::format("{} in {}", what, text(month));
}

/// Peak arrivals (or runs) of every month.
template <Number N>
std::vector<N> peaks(const model::Plan& plan,
                     const model::Workload& workload,
                     std::size_t index,
                     const Draw& draw,
                     const N& first,
                     bool isRun)
{
    const Fields<N> fields(workload, index, draw);
    const model::Growth& growth = workload.demand.growth;
    const N perYear = fields.number(growth.perYear,
                                    WorkloadInput::Growth,
                                    "Growth of demand",
                                    "fraction/year",
                                    "demand/growth/per_year",
                                    kLeastGrowth);
    const N ceiling = fields.number(growth.ceilingMultiple,
                                    WorkloadInput::Ceiling,
                                    "Ceiling of demand",
                                    "x first month",
                                    "demand/growth/ceiling_multiple");
    const Shocks shocks(growth, index, draw);
    std::vector<N> result;
    result.reserve(static_cast<std::size_t>(plan.horizonMonths));
    for (int month = 0; month < plan.horizonMonths; ++month) {
        const model::Month calendar = model::monthsLater(plan.starts, month);
        N value = first * growthFactor<N>(growth.kind, perYear, ceiling, month);
        value = value * stepFactor<N>(workload.demand, index, draw, calendar) * N{shocks.factor(month)};
        result.push_back(labelled(value, [&] {
            model::Figure figure;
            figure.name = inMonth(isRun ? "Runs" : "Peak arrivals", calendar);
            figure.unit = isRun ? "runs/month" : "requests/s";
            figure.formula = fmt::format("first month x growth ({}) x steps", name(growth.kind));
            return figure;
        }));
    }
    return result;
}

template <Number N>
N workPerRun(const model::Workload& workload, const Fields<N>& fields)
{
    if (const auto* batch = std::get_if<model::BatchScoring>(&workload.detail)) {
        return fields.number(
            batch->itemsPerRun, WorkloadInput::WorkPerRun, "Items per run", "items", "items_per_run");
    }
    if (const auto* training = std::get_if<model::Training>(&workload.detail)) {
        return fields.number(
            training->tokensPerRun, WorkloadInput::WorkPerRun, "Tokens per run", "tokens", "tokens_per_run");
    }
    return N{};
}

template <Number N>
N firstPeak(const model::Workload& workload, const Fields<N>& fields)
{
    if (const auto* batch = std::get_if<model::BatchScoring>(&workload.detail)) {
        return fields.number(batch->runsPerMonth,
                             WorkloadInput::RunsPerMonth,
                             "Runs per month",
                             "runs/month",
                             "runs_per_month");
    }
    if (const auto* training = std::get_if<model::Training>(&workload.detail)) {
        return fields.number(training->runsPerMonth,
                             WorkloadInput::RunsPerMonth,
                             "Runs per month",
                             "runs/month",
                             "runs_per_month");
    }
    return fields.number(workload.demand.peakPerSecond,
                         WorkloadInput::Peak,
                         "Peak arrivals in the first month",
                         "requests/s",
                         "demand/peak_per_second");
}

template <Number N>
void addTokens(WorkloadForecast<N>& result, const model::Workload& workload, const Fields<N>& fields)
{
    const auto* llm = std::get_if<model::LlmServing>(&workload.detail);
    if (llm == nullptr) {
        return;
    }
    result.inputTokens = fields.number(
        llm->inputTokens, WorkloadInput::InputTokens, "Input tokens per request", "tokens", "input_tokens");
    result.outputTokens = fields.number(llm->outputTokens,
                                        WorkloadInput::OutputTokens,
                                        "Output tokens per request",
                                        "tokens",
                                        "output_tokens");
    result.sharedPrefix = fields.number(llm->sharedPrefixFraction,
                                        WorkloadInput::SharedPrefix,
                                        "Input found in a prefix cache",
                                        "fraction",
                                        "shared_prefix_fraction");
    result.ratios.input = fields.ratio(llm->inputTokens, WorkloadInput::InputTokens);
    result.ratios.output = fields.ratio(llm->outputTokens, WorkloadInput::OutputTokens);
    result.ratios.pass = fields.passRatio(*llm);
}

template <Number N>
WorkloadForecast<N> workloadForecast(const model::Plan& plan,
                                     std::size_t index,
                                     const Draw& draw,
                                     const std::vector<double>& hours)
{
    const model::Workload& workload = plan.workloads[index];
    const Fields<N> fields(workload, index, draw);
    WorkloadForecast<N> result;
    result.meanFraction = workload.demand.profile.meanFraction();
    const auto* batch = std::get_if<model::BatchScoring>(&workload.detail);
    result.isRun = batch != nullptr || std::holds_alternative<model::Training>(workload.detail);
    result.workPerRun = workPerRun(workload, fields);
    result.peak = peaks<N>(plan, workload, index, draw, firstPeak(workload, fields), result.isRun);
    addTokens(result, workload, fields);
    result.storedBytes =
        fields.number(workload.storedBytes, WorkloadInput::StoredBytes, "Stored data", "B", "stored_bytes");
    const N bytesOut = batch != nullptr ? fields.number(batch->bytesOutPerItem,
                                                        WorkloadInput::BytesOut,
                                                        "Transferred back per item",
                                                        "B",
                                                        "bytes_out_per_item")
                                        : fields.number(workload.bytesOutPerRequest,
                                                        WorkloadInput::BytesOut,
                                                        "Transferred back per request",
                                                        "B",
                                                        "bytes_out_per_request");
    const N meanFraction = leaf<N>(result.meanFraction, [&] {
        model::Figure figure;
        figure.name = fmt::format("Mean arrivals over peak, profile '{}'", workload.demand.profile.name);
        figure.unit = "fraction";
        figure.place = fmt::format("/workloads/{}/demand/profile", index);
        return figure;
    });
    for (std::size_t month = 0; month < result.peak.size(); ++month) {
        const N units = result.isRun ? result.peak[month] * result.workPerRun
                                     : result.peak[month] * meanFraction * N{kSecondsPerHour * hours[month]};
        result.units.push_back(labelled(units, [&] {
            model::Figure figure;
            figure.name = inMonth("Work", model::monthsLater(plan.starts, static_cast<int>(month)));
            figure.unit = model::unitOfWork(workload.detail);
            figure.formula =
                result.isRun ? "runs x work per run"
                             : fmt::format("peak arrivals x mean over peak x 3600 s x {} h", hours[month]);
            return figure;
        }));
        const bool isTransferred = !std::holds_alternative<model::Training>(workload.detail);
        result.bytesOut.push_back(isTransferred ? result.units.back() * bytesOut : N{});
    }
    return result;
}

template <Number N>
std::vector<N> drift(const model::Plan& plan, const Draw& draw, std::string_view key, SharedInput input)
{
    const N perYear = plan.assumptions.number<N>(key, draw.of(plan.assumptions.get(key), inputIndex(input)));
    std::vector<N> factors;
    for (int month = 0; month < plan.horizonMonths; ++month) {
        factors.push_back(model::named(model::power(N{1.0} + perYear, N{month / kMonthsPerYear}),
                                       "Price drift",
                                       "",
                                       "(1 + change per year)^years"));
    }
    return factors;
}

} // namespace

template <Number N>
N growthFactor(model::Growth::Kind kind, const N& perYear, const N& ceiling, int month)
{
    const double years = month / kMonthsPerYear;
    switch (kind) {
    case model::Growth::Kind::None:
        return N{1.0};
    case model::Growth::Kind::Linear:
        return model::maximum(N{0.0}, N{1.0} + perYear * N{years});
    case model::Growth::Kind::Exponential:
        return model::power(N{1.0} + perYear, N{years});
    case model::Growth::Kind::Logistic:
        break;
    }
    if (valueOf(ceiling) <= 1.0) {
        return N{1.0};
    }
    // K / (1 + (K - 1) e^(-r t)); r gives the stated growth at the start, far below the ceiling.
    const double rate = std::log1p(std::max(-0.999, valueOf(perYear)));
    const N decay = model::computed<N>(
        std::exp(-rate * years), {perYear}, "Decay of growth", "", "(1 + growth per year)^-years");
    return ceiling / (N{1.0} + (ceiling - N{1.0}) * decay);
}

template <Number N>
Forecast<N> forecast(const model::Plan& plan, const Draw& draw)
{
    Forecast<N> result;
    for (int month = 0; month < plan.horizonMonths; ++month) {
        const model::Month calendar = model::monthsLater(plan.starts, month);
        result.hours.push_back(model::hoursInMonth(calendar));
        result.hourNumbers.push_back(leaf<N>(result.hours.back(), [&] {
            model::Figure figure;
            figure.name = inMonth("Hours", calendar);
            figure.unit = "h";
            return figure;
        }));
    }
    for (std::size_t index = 0; index < plan.workloads.size(); ++index) {
        result.workloads.push_back(workloadForecast<N>(plan, index, draw, result.hours));
    }
    result.cloudPrice = drift<N>(plan, draw, "cloud-price-drift", SharedInput::CloudPriceDrift);
    result.tokenPrice = drift<N>(plan, draw, "token-price-drift", SharedInput::TokenPriceDrift);
    result.serverPrice = drift<N>(plan, draw, "server-price-drift", SharedInput::ServerPriceDrift);
    result.electricityPrice = drift<N>(plan, draw, "electricity-drift", SharedInput::ElectricityDrift);
    const auto& assumptions = plan.assumptions;
    result.ratePerMonth = monthlyRate<N>(assumptions.number<N>(
        "discount-rate", draw.of(assumptions.get("discount-rate"), inputIndex(SharedInput::DiscountRate))));
    for (int month = 0; month < plan.horizonMonths; ++month) {
        result.discountFactor.push_back(midMonthFactor<N>(result.ratePerMonth, month));
    }
    return result;
}

template double growthFactor<double>(model::Growth::Kind, const double&, const double&, int);
template model::Traced
growthFactor<model::Traced>(model::Growth::Kind, const model::Traced&, const model::Traced&, int);
template Forecast<double> forecast<double>(const model::Plan&, const Draw&);
template Forecast<model::Traced> forecast<model::Traced>(const model::Plan&, const Draw&);

} // namespace wherewithal::simulator
