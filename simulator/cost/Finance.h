// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/Calendar.h"
#include "model/base/Result.h"
#include "model/explain/Traced.h"
#include "model/units/Money.h"

#include <cmath>
#include <optional>
#include <span>
#include <vector>

/// Money over time. Rates are fractions per period; flows are signed, costs positive where only costs occur.
namespace wherewithal::simulator {

/// Rate per month that compounds to the yearly one: (1 + r)^(1/12) - 1.
template <model::Number N>
[[nodiscard]] N monthlyRate(const N& perYear)
{
    using model::named;
    using model::power;
    return named(power(N{1.0} + perYear, N{1.0 / 12.0}) - N{1.0},
                 "Discount rate per month",
                 "fraction/month",
                 "(1 + rate per year)^(1/12) - 1");
}

/// What a flow in the middle of month t (0 is the first) is worth at the start.
template <model::Number N>
[[nodiscard]] N midMonthFactor(const N& ratePerMonth, int month)
{
    return N{1.0} / model::power(N{1.0} + ratePerMonth, N{month + 0.5});
}

/// Level payment per unit borrowed over n periods; 1/n without interest. Also the capital recovery factor.
template <model::Number N>
[[nodiscard]] N annuityFactor(const N& rate, double periods)
{
    if (model::valueOf(rate) == 0.0) {
        return N{1.0 / periods};
    }
    return rate / (N{1.0} - model::power(N{1.0} + rate, N{-periods}));
}

/// One step of a graduated tariff: `rate` per unit of the part of the quantity in [from, to).
template <model::Number N>
struct Band
{
    double from = 0.0;
    std::optional<double> to;
    N rate{};
};

/// Sum over the bands of rate x quantity inside the band.
template <model::Number N>
[[nodiscard]] N graduated(std::span<const Band<N>> bands, const N& quantity)
{
    N sum{};
    const double value = model::valueOf(quantity);
    for (const Band<N>& band : bands) {
        if (value <= band.from) {
            break;
        }
        const N top = band.to && value > *band.to ? N{*band.to} : quantity;
        sum += band.rate * (top - N{band.from});
    }
    return sum;
}

/// Where the first flow stands: undiscounted (numpy, SAM), or one period later (the NPV function of
/// spreadsheets).
enum class FirstFlow
{
    Now,
    AfterOnePeriod,
};

[[nodiscard]] double
netPresentValue(double rate, std::span<const double> flows, FirstFlow first = FirstFlow::Now);

/// All real internal rates of return in (-1, 10 000 %], ascending. NoSolution for flows of one sign.
[[nodiscard]] model::Result<std::vector<double>> internalRates(std::span<const double> flows);

struct DatedFlow
{
    model::Day day;
    double amount = 0.0;
};

/// Present value at the first date given, actual/365.
[[nodiscard]] double datedPresentValue(double rate, std::span<const DatedFlow> flows);
/// All real rates of dated flows, ascending. NoSolution for flows of one sign.
[[nodiscard]] model::Result<std::vector<double>> datedInternalRates(std::span<const DatedFlow> flows);

/// First period (fractional, linear inside it) in which the running sum turns from negative to zero or more.
[[nodiscard]] std::optional<double> paybackPeriods(std::span<const double> flows);

/// Hours of use after which buying at `capital` with `ownPerHour` costs no more than renting; nothing if it
/// never does.
[[nodiscard]] std::optional<double> breakEvenHours(double capital, double ownPerHour, double rentPerHour);

/// First month, zero-based, of the last stretch in which one side stays the cheaper one; nothing if the same
/// side leads all the time. Equal sums count for the first.
[[nodiscard]] std::optional<int> breakEvenMonth(std::span<const double> cumulative,
                                                std::span<const double> otherCumulative);

} // namespace wherewithal::simulator
