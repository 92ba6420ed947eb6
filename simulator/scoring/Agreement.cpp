// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/scoring/Agreement.h"

#include "simulator/scoring/DecisionMethods.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace wherewithal::simulator {

namespace {

constexpr int kSamples = 2000; // a share of one half has a standard error of 1.1 points

/// Rank by share of first places; equal shares look at the places after it.
std::vector<double> acceptabilityValues(const AcceptabilityResult& sampled)
{
    std::vector<double> values;
    for (const std::vector<double>& shares : sampled.shares) {
        double value = 0.0;
        double scale = 1.0;
        for (const double share : shares) {
            value += share * scale;
            scale *= 1e-3;
        }
        values.push_back(value);
    }
    return values;
}

MethodOrder orderOf(Method method, const std::vector<double>& values, const std::vector<std::string>& letters)
{
    const std::vector<int> ranks = ranksOf(values, true);
    std::vector<std::size_t> order(letters.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t index) { return ranks[index]; });
    MethodOrder result{.method = method};
    for (const std::size_t index : order) {
        result.letters.push_back(letters[index]);
        result.ranks.push_back(ranks[index]);
    }
    return result;
}

} // namespace

double kendallTau(const std::vector<int>& left, const std::vector<int>& right)
{
    double agreeing = 0.0;
    double pairsLeft = 0.0;
    double pairsRight = 0.0;
    for (std::size_t i = 0; i < left.size(); ++i) {
        for (std::size_t j = i + 1; j < left.size(); ++j) {
            const int a = left[i] < left[j] ? -1 : left[i] > left[j] ? 1 : 0;
            const int b = right[i] < right[j] ? -1 : right[i] > right[j] ? 1 : 0;
            agreeing += a * b;
            pairsLeft += a != 0 ? 1.0 : 0.0;
            pairsRight += b != 0 ? 1.0 : 0.0;
        }
    }
    const double scale = std::sqrt(pairsLeft * pairsRight);
    return scale > 0.0 ? agreeing / scale : 1.0;
}

model::Result<std::vector<MethodOrder>>
methodOrders(const Comparison& comparison, const model::Weights& weights, std::uint64_t seed)
{
    DecisionTable table;
    std::vector<std::string> letters;
    for (const OptionResult& option : comparison.options) {
        if (option.state == OptionState::Excluded) {
            continue;
        }
        std::vector<double> row;
        for (const CriterionScore& score : option.scores) {
            row.push_back(0.5 * (score.low + score.high));
        }
        table.values.push_back(std::move(row));
        letters.push_back(option.spec.letter);
    }
    table.weights.assign(weights.criteria.begin(), weights.criteria.end());
    table.isBenefit.assign(table.weights.size(), true);
    if (const auto checked = checkTable(table); !checked) {
        return tl::unexpected(checked.error());
    }
    const auto sum = weightedSum(table, Normalisation::None);
    const auto close = topsis(table, Normalisation::None);
    const auto flows = promethee2(table);
    const auto sampled = rankAcceptability(table.values, kSamples, seed);
    if (!sum) {
        return tl::unexpected(sum.error());
    }
    const std::vector<int> reference = ranksOf(*sum, true);
    std::vector<MethodOrder> orders;
    const auto add = [&](Method method, const std::vector<double>& values) {
        MethodOrder order = orderOf(method, values, letters);
        order.agreement = kendallTau(reference, ranksOf(values, true));
        orders.push_back(std::move(order));
    };
    add(Method::WeightedSum, *sum);
    if (close) {
        add(Method::Topsis, *close);
    }
    if (flows) {
        add(Method::Promethee2, flows->net);
    }
    if (sampled) {
        add(Method::SampledWeights, acceptabilityValues(*sampled));
    }
    return orders;
}

} // namespace wherewithal::simulator
