// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/cost/Finance.h"

#include <algorithm>
#include <array>
#include <boost/math/tools/toms748_solve.hpp>
#include <cstdint>

namespace wherewithal::simulator {

namespace {

constexpr double kLeastRate = -0.999999;
constexpr double kMostRate = 100.0;

template <typename Flows>
bool hasBothSigns(const Flows& amounts)
{
    const bool hasPositive = std::ranges::any_of(amounts, [](double amount) { return amount > 0.0; });
    const bool hasNegative = std::ranges::any_of(amounts, [](double amount) { return amount < 0.0; });
    return hasPositive && hasNegative;
}

/// Roots of a present value by its rate: sign changes on a fine grid of the discount factor's logarithm, then
/// TOMS 748.
template <typename Function>
std::vector<double> allRoots(Function presentValue)
{
    constexpr int kCells = 4000;
    const double first = std::log1p(kLeastRate);
    const double last = std::log1p(kMostRate);
    std::vector<double> roots;
    const auto rateAt = [&](int i) {
        return std::expm1(first + (last - first) * i / kCells);
    };
    double low = rateAt(0);
    double atLow = presentValue(low);
    for (int i = 1; i <= kCells; ++i) {
        const double high = rateAt(i);
        const double atHigh = presentValue(high);
        if (atLow == 0.0) {
            roots.push_back(low);
        } else if (std::isfinite(atLow) && std::isfinite(atHigh) && (atLow < 0.0) != (atHigh < 0.0)
                   && atHigh != 0.0) {
            std::uintmax_t steps = 200;
            const auto [a, b] = boost::math::tools::toms748_solve(
                presentValue, low, high, atLow, atHigh, boost::math::tools::eps_tolerance<double>(52), steps);
            roots.push_back(std::abs(presentValue(a)) <= std::abs(presentValue(b)) ? a : b);
        }
        low = high;
        atLow = atHigh;
    }
    return roots;
}

model::Result<std::vector<double>> rootsOrFailure(std::vector<double> roots)
{
    if (roots.empty()) {
        return model::failure(
            model::ErrorCode::NoSolution, {}, "no rate of return makes the flows worth nothing");
    }
    return roots;
}

tl::unexpected<model::Error> oneSign()
{
    return model::failure(model::ErrorCode::NoSolution,
                          {},
                          "the flows have one sign: there is no rate of return",
                          "enter money paid as negative and money received as positive");
}

} // namespace

double netPresentValue(double rate, std::span<const double> flows, FirstFlow first)
{
    double value = 0.0;
    for (std::size_t i = flows.size(); i > 0; --i) {
        value = value / (1.0 + rate) + flows[i - 1];
    }
    return first == FirstFlow::Now ? value : value / (1.0 + rate);
}

model::Result<std::vector<double>> internalRates(std::span<const double> flows)
{
    if (!hasBothSigns(flows)) {
        return oneSign();
    }
    return rootsOrFailure(allRoots([&](double rate) { return netPresentValue(rate, flows); }));
}

double datedPresentValue(double rate, std::span<const DatedFlow> flows)
{
    constexpr double kDaysPerYear = 365.0;
    double value = 0.0;
    for (const DatedFlow& flow : flows) {
        value += flow.amount
                 * std::pow(1.0 + rate, -model::daysBetween(flows.front().day, flow.day) / kDaysPerYear);
    }
    return value;
}

model::Result<std::vector<double>> datedInternalRates(std::span<const DatedFlow> flows)
{
    std::vector<double> amounts;
    for (const DatedFlow& flow : flows) {
        amounts.push_back(flow.amount);
    }
    if (!hasBothSigns(amounts)) {
        return oneSign();
    }
    return rootsOrFailure(allRoots([&](double rate) { return datedPresentValue(rate, flows); }));
}

std::optional<double> paybackPeriods(std::span<const double> flows)
{
    double sum = 0.0;
    for (std::size_t i = 0; i < flows.size(); ++i) {
        const double before = sum;
        sum += flows[i];
        if (before < 0.0 && sum >= 0.0) {
            return static_cast<double>(i) - 1.0 + -before / flows[i];
        }
    }
    return std::nullopt;
}

std::optional<double> breakEvenHours(double capital, double ownPerHour, double rentPerHour)
{
    return rentPerHour > ownPerHour ? std::optional(capital / (rentPerHour - ownPerHour)) : std::nullopt;
}

std::optional<int> breakEvenMonth(std::span<const double> cumulative, std::span<const double> otherCumulative)
{
    const std::size_t months = std::min(cumulative.size(), otherCumulative.size());
    if (months == 0) {
        return std::nullopt;
    }
    const auto leads = [&](std::size_t month) {
        return cumulative[month] <= otherCumulative[month];
    };
    std::size_t first = months - 1;
    while (first > 0 && leads(first - 1) == leads(months - 1)) {
        --first;
    }
    return first == 0 ? std::nullopt : std::optional(static_cast<int>(first));
}

} // namespace wherewithal::simulator
