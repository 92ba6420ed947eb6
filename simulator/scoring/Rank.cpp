// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/scoring/Rank.h"

#include "model/base/Random.h"
#include "simulator/scoring/Scores.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <limits>
#include <optional>

namespace wherewithal::simulator {

using namespace model;

namespace {

constexpr std::size_t kDimensions = kCriteria.size() + 1; // cost first, then the criteria
using Attributes = std::array<double, kDimensions>;       // each 0..1, more is better

std::vector<std::size_t> rankedIndices(const std::vector<OptionResult>& options)
{
    std::vector<std::size_t> indices;
    for (std::size_t i = 0; i < options.size(); ++i) {
        if (options[i].state == OptionState::Ranked) {
            indices.push_back(i);
        }
    }
    return indices;
}

double cheapestOf(const std::vector<OptionResult>& options)
{
    double cheapest = std::numeric_limits<double>::infinity();
    for (const std::size_t i : rankedIndices(options)) {
        cheapest = std::min(cheapest, options[i].cost.presentValue);
    }
    return cheapest;
}

/// 1 for the cheapest; an option that costs nothing is as good as any cheapest.
double costRatio(double cheapest, double own)
{
    return own <= 0.0 || cheapest >= own ? 1.0 : std::max(0.0, cheapest) / own;
}

Attributes attributesOf(const OptionResult& option, double cheapest)
{
    Attributes attributes{};
    attributes[0] = costRatio(cheapest, option.cost.presentValue);
    for (std::size_t i = 0; i < kCriteria.size(); ++i) {
        attributes[i + 1] = option.scores[i].low;
    }
    return attributes;
}

Attributes normalisedWeights(const Weights& weights)
{
    Attributes normalised{};
    const double sum = weights.sum();
    normalised[0] = sum > 0.0 ? weights.cost / sum : 0.0;
    for (std::size_t i = 0; i < kCriteria.size(); ++i) {
        normalised[i + 1] = sum > 0.0 ? weights.criteria[i] / sum : 0.0;
    }
    return normalised;
}

/// Ranks by descending value; equal values share the better rank (1, 1, 3).
template <typename Value, typename Assign>
void assignRanks(std::vector<OptionResult>& options, Value valueOfOption, Assign assign)
{
    const auto indices = rankedIndices(options);
    for (const std::size_t i : indices) {
        const auto better = std::ranges::count_if(
            indices, [&](std::size_t j) { return valueOfOption(options[j]) > valueOfOption(options[i]); });
        assign(options[i], static_cast<int>(better) + 1);
    }
}

std::string weightName(std::size_t dimension)
{
    return dimension == 0 ? "cost" : std::string(name(kCriteria[dimension - 1]));
}

} // namespace

void rankOptions(const Plan& plan, std::vector<OptionResult>& options)
{
    const double cheapest = cheapestOf(options);
    for (OptionResult& option : options) {
        option.scoreLow = weightedScore(plan.weights, option.scores, false);
        option.scoreHigh = weightedScore(plan.weights, option.scores, true);
        option.value.reset();
        option.rank.reset();
        option.rankByScore.reset();
        if (option.state == OptionState::Ranked && plan.weights.sum() > 0.0) {
            const Attributes attributes = attributesOf(option, cheapest);
            std::array<double, kCriteria.size()> scores{};
            std::copy(attributes.begin() + 1, attributes.end(), scores.begin());
            option.value = rankValue<double>(plan.weights, attributes[0], scores);
        }
    }
    assignRanks(
        options,
        [](const OptionResult& option) { return option.value.value_or(0.0); },
        [](OptionResult& option, int rank) { option.rank = rank; });
    assignRanks(
        options,
        [](const OptionResult& option) { return option.scoreLow; },
        [](OptionResult& option, int rank) { option.rankByScore = rank; });
}

void sampleFirstPlaces(const Plan& plan,
                       std::uint64_t seed,
                       int samples,
                       const std::vector<std::vector<double>>& presentValues,
                       std::vector<OptionResult>& options)
{
    const auto indices = rankedIndices(options);
    if (indices.empty() || samples <= 0) {
        return;
    }
    const Attributes weights = normalisedWeights(plan.weights);
    std::vector<double> firsts(indices.size(), 0.0);
    std::vector<double> values(indices.size());
    std::vector<double> costs(indices.size());
    for (int sample = 0; sample < samples; ++sample) {
        RandomStream weightStream(seed, "rank-weights", static_cast<std::uint64_t>(sample));
        Attributes drawn{};
        for (std::size_t d = 0; d < kDimensions; ++d) {
            drawn[d] = weights[d] * weightStream.exponential();
        }
        double cheapest = std::numeric_limits<double>::infinity();
        for (std::size_t k = 0; k < indices.size(); ++k) {
            const auto& row =
                indices[k] < presentValues.size() ? presentValues[indices[k]] : std::vector<double>{};
            costs[k] = row.empty() ? options[indices[k]].cost.presentValue
                                   : row[static_cast<std::size_t>(sample) % row.size()];
            cheapest = std::min(cheapest, costs[k]);
        }
        // The unknowns of an option are its own: a stream by its id, so that other options do not move them.
        for (std::size_t k = 0; k < indices.size(); ++k) {
            const OptionResult& option = options[indices[k]];
            RandomStream unknowns(seed, option.spec.id.text(), static_cast<std::uint64_t>(sample));
            values[k] = drawn[0] * costRatio(cheapest, costs[k]);
            for (std::size_t i = 0; i < kCriteria.size(); ++i) {
                const CriterionScore& score = option.scores[i];
                values[k] += drawn[i + 1] * (score.low + (score.high - score.low) * unknowns.uniform());
            }
        }
        const double best = *std::ranges::max_element(values);
        const auto winners = std::ranges::count(values, best);
        for (std::size_t k = 0; k < indices.size(); ++k) {
            if (values[k] == best) {
                firsts[k] += 1.0 / static_cast<double>(winners);
            }
        }
    }
    for (std::size_t k = 0; k < indices.size(); ++k) {
        options[indices[k]].firstInFraction = firsts[k] / samples;
    }
}

std::vector<TippingPoint> tippingPoints(const Plan& plan, const std::vector<OptionResult>& options)
{
    std::vector<TippingPoint> points;
    const auto indices = rankedIndices(options);
    const auto winner = std::ranges::find_if(indices, [&](std::size_t i) { return options[i].rank == 1; });
    if (winner == indices.end()) {
        return points;
    }
    const double cheapest = cheapestOf(options);
    const Attributes weights = normalisedWeights(plan.weights);
    const Attributes best = attributesOf(options[*winner], cheapest);
    for (std::size_t d = 0; d < kDimensions; ++d) {
        TippingPoint point{.weight = weightName(d), .current = weights[d]};
        for (const std::size_t i : indices) {
            if (i == *winner || weights[d] >= 1.0) {
                continue;
            }
            const Attributes other = attributesOf(options[i], cheapest);
            // With weight w on d and the others in proportion, the lead is (1 - w) x rest + w x gap: linear
            // in w.
            double rest = 0.0;
            for (std::size_t e = 0; e < kDimensions; ++e) {
                rest += e == d ? 0.0 : weights[e] / (1.0 - weights[d]) * (best[e] - other[e]);
            }
            const double gap = best[d] - other[d];
            constexpr double kTie = 1e-12; // at 0 and 1 two options can only draw level
            const double crossing = rest / (rest - gap);
            const bool isReal =
                rest != gap && crossing > kTie && crossing < 1.0 - kTie && crossing != weights[d];
            if (isReal && (!point.at || std::abs(crossing - weights[d]) < std::abs(*point.at - weights[d]))) {
                point.at = crossing;
                point.newFirst = options[i].spec.letter;
            }
        }
        points.push_back(point);
    }
    return points;
}

FigurePtr explainValue(const Plan& plan,
                       const std::vector<OptionResult>& options,
                       const OptionResult& option,
                       const FigurePtr& presentValue,
                       const std::vector<FigurePtr>& scores)
{
    Figure cheapest;
    cheapest.name = "Cheapest present value of the ranked options";
    cheapest.value = cheapestOf(options);
    cheapest.unit = option.cost.currency.code();
    cheapest.formula = "least present value of all ranked options";
    Figure ratio;
    ratio.name = "Cost, relative to the cheapest";
    ratio.value = costRatio(*cheapest.value, option.cost.presentValue);
    ratio.unit = "0 to 1";
    ratio.formula = "cheapest present value / own present value";
    ratio.inputs = {std::make_shared<const Figure>(std::move(cheapest)), presentValue};

    std::array<Traced, kCriteria.size()> lows;
    for (std::size_t i = 0; i < kCriteria.size(); ++i) {
        lows[i] = i < scores.size() && scores[i] ? Traced{scores[i]} : Traced{option.scores[i].low};
    }
    const FigurePtr value = figureOf(
        rankValue<Traced>(plan.weights, Traced{std::make_shared<const Figure>(std::move(ratio))}, lows));
    Figure withWeights = *value;
    const auto addWeight = [&](const std::string& label, double weight, const std::string& place) {
        Figure figure{.name = fmt::format("Weight of {}", label),
                      .value = weight,
                      .isAssumption = true,
                      .place = place};
        withWeights.inputs.push_back(std::make_shared<const Figure>(std::move(figure)));
    };
    addWeight("cost", plan.weights.cost, "/weights/cost");
    for (const Criterion criterion : kCriteria) {
        addWeight(std::string(name(criterion)),
                  plan.weights.of(criterion),
                  fmt::format("/weights/{}", name(criterion)));
    }
    return std::make_shared<const Figure>(std::move(withWeights));
}

} // namespace wherewithal::simulator
