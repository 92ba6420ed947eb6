// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/scoring/DecisionMethods.h"

#include "model/base/Random.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <numeric>
#include <optional>

namespace wherewithal::simulator {

using model::ErrorCode;
using model::Result;

namespace {

using Matrix = std::vector<std::vector<double>>;

constexpr double kTieTolerance = 1e-12;

Result<void> checkMatrix(const Matrix& values, std::string_view name)
{
    if (values.empty() || values.front().empty()) {
        return model::failure(ErrorCode::MissingField,
                              std::string(name),
                              "the table is empty",
                              "give at least one alternative and one criterion");
    }
    for (std::size_t row = 0; row < values.size(); ++row) {
        if (values[row].size() != values.front().size()) {
            return model::failure(ErrorCode::Inconsistent,
                                  fmt::format("{}[{}]", name, row),
                                  "the rows of the table have different lengths",
                                  "give each alternative one value for each criterion");
        }
        if (!std::ranges::all_of(values[row], [](double value) { return std::isfinite(value); })) {
            return model::failure(ErrorCode::OutOfRange,
                                  fmt::format("{}[{}]", name, row),
                                  "a value is not a finite number",
                                  "leave unknown criteria out");
        }
    }
    return {};
}

Result<void> needPositive(const DecisionTable& table)
{
    for (std::size_t row = 0; row < table.values.size(); ++row) {
        if (!std::ranges::all_of(table.values[row], [](double value) { return value > 0.0; })) {
            return model::failure(ErrorCode::OutOfRange,
                                  fmt::format("values[{}]", row),
                                  "this normalisation takes values above 0 only",
                                  "use min-max, or shift the scale");
        }
    }
    return {};
}

std::vector<double> normalisedWeights(const DecisionTable& table)
{
    const double sum = std::accumulate(table.weights.begin(), table.weights.end(), 0.0);
    std::vector<double> weights = table.weights;
    for (double& weight : weights) {
        weight /= sum;
    }
    return weights;
}

std::vector<double> columnOf(const Matrix& values, std::size_t criterion)
{
    std::vector<double> column(values.size());
    std::ranges::transform(values, column.begin(), [&](const auto& row) { return row[criterion]; });
    return column;
}

/// One criterion on its normalised scale. With Vector, costs keep their direction; the others make more
/// better.
std::vector<double>
normalisedColumn(const DecisionTable& table, std::size_t criterion, Normalisation normalisation)
{
    std::vector<double> column = columnOf(table.values, criterion);
    const bool isBenefit = table.isBenefit[criterion];
    switch (normalisation) {
    case Normalisation::Vector: {
        const double length =
            std::sqrt(std::inner_product(column.begin(), column.end(), column.begin(), 0.0));
        for (double& value : column) {
            value = length > 0.0 ? value / length : 0.0;
        }
        break;
    }
    case Normalisation::MinMax: {
        const auto [least, most] = std::ranges::minmax(column);
        for (double& value : column) {
            value = most > least ? (isBenefit ? value - least : most - value) / (most - least) : 0.0;
        }
        break;
    }
    case Normalisation::Sum: {
        for (double& value : column) {
            value = isBenefit ? value : 1.0 / value;
        }
        const double sum = std::accumulate(column.begin(), column.end(), 0.0);
        for (double& value : column) {
            value /= sum;
        }
        break;
    }
    case Normalisation::None:
        for (double& value : column) {
            value = isBenefit ? value : 1.0 - value;
        }
        break;
    }
    return column;
}

double preferenceOf(const Preference& preference, double difference)
{
    if (difference <= 0.0) {
        return 0.0;
    }
    const double q = preference.indifference;
    const double p = preference.preference;
    switch (preference.shape) {
    case Preference::Shape::Usual:
        return 1.0;
    case Preference::Shape::UShape:
        return difference > q ? 1.0 : 0.0;
    case Preference::Shape::VShape:
        return p > 0.0 ? std::min(1.0, difference / p) : 1.0;
    case Preference::Shape::Level:
        return difference > p ? 1.0 : difference > q ? 0.5 : 0.0;
    case Preference::Shape::Linear:
        if (difference <= q) {
            return 0.0;
        }
        return p > q ? std::min(1.0, (difference - q) / (p - q)) : 1.0;
    case Preference::Shape::Gaussian:
        break;
    }
    return p > 0.0 ? 1.0 - std::exp(-difference * difference / (2.0 * p * p)) : 1.0;
}

std::size_t bestOf(const std::vector<double>& values, bool greatestIsBest)
{
    const auto at = greatestIsBest ? std::ranges::max_element(values) : std::ranges::min_element(values);
    return static_cast<std::size_t>(at - values.begin());
}

void judgeCompromise(VikorResult& result)
{
    const std::size_t count = result.index.size();
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t at) { return result.index[at]; });
    const std::size_t first = order.front();
    const auto isLeast = [&](const std::vector<double>& values) {
        return values[first] <= *std::ranges::min_element(values);
    };
    result.isStable = isLeast(result.utility) || isLeast(result.regret);
    if (count < 2) {
        result.hasAdvantage = true;
        result.compromise = order;
        return;
    }
    const double needed = 1.0 / static_cast<double>(count - 1);
    result.hasAdvantage = result.index[order[1]] - result.index[first] >= needed;
    if (result.hasAdvantage) {
        result.compromise.assign(order.begin(), order.begin() + (result.isStable ? 1 : 2));
        return;
    }
    std::ranges::copy_if(order, std::back_inserter(result.compromise), [&](std::size_t at) {
        return result.index[at] - result.index[first] < needed;
    });
}

} // namespace

Result<void> checkTable(const DecisionTable& table)
{
    if (auto matrix = checkMatrix(table.values, "values"); !matrix) {
        return matrix;
    }
    const std::size_t criteria = table.values.front().size();
    if (table.weights.size() != criteria || table.isBenefit.size() != criteria) {
        return model::failure(ErrorCode::Inconsistent,
                              "weights",
                              fmt::format("there are {} weights and {} directions for {} criteria",
                                          table.weights.size(),
                                          table.isBenefit.size(),
                                          criteria),
                              "give one weight and one direction for each criterion");
    }
    const bool isFine = std::ranges::all_of(
        table.weights, [](double weight) { return weight >= 0.0 && std::isfinite(weight); });
    if (!isFine || !(std::accumulate(table.weights.begin(), table.weights.end(), 0.0) > 0.0)) {
        return model::failure(ErrorCode::OutOfRange,
                              "weights",
                              "weights are at least 0, and one of them is more",
                              "give a weight above 0");
    }
    return {};
}

Result<std::vector<double>> weightedSum(const DecisionTable& table, Normalisation normalisation)
{
    if (auto checked = checkTable(table); !checked) {
        return model::failure(checked.error());
    }
    if (normalisation == Normalisation::Vector
        && !std::ranges::all_of(table.isBenefit, [](bool is) { return is; })) {
        return model::failure(ErrorCode::Inconsistent,
                              "normalisation",
                              "a weighted sum on vector-normalised costs has no direction",
                              "use min-max or sum");
    }
    if (normalisation == Normalisation::Sum) {
        if (auto positive = needPositive(table); !positive) {
            return model::failure(positive.error());
        }
    }
    const auto weights = normalisedWeights(table);
    std::vector<double> scores(table.values.size(), 0.0);
    for (std::size_t criterion = 0; criterion < weights.size(); ++criterion) {
        const auto column = normalisedColumn(table, criterion, normalisation);
        for (std::size_t row = 0; row < scores.size(); ++row) {
            scores[row] += weights[criterion] * column[row];
        }
    }
    return scores;
}

Result<std::vector<double>> weightedProduct(const DecisionTable& table)
{
    if (auto checked = checkTable(table); !checked) {
        return model::failure(checked.error());
    }
    if (auto positive = needPositive(table); !positive) {
        return model::failure(positive.error());
    }
    const auto weights = normalisedWeights(table);
    std::vector<double> scores(table.values.size(), 1.0);
    for (std::size_t row = 0; row < scores.size(); ++row) {
        for (std::size_t criterion = 0; criterion < weights.size(); ++criterion) {
            scores[row] *= std::pow(table.values[row][criterion],
                                    table.isBenefit[criterion] ? weights[criterion] : -weights[criterion]);
        }
    }
    return scores;
}

Result<std::vector<double>> topsis(const DecisionTable& table, Normalisation normalisation)
{
    if (auto checked = checkTable(table); !checked) {
        return model::failure(checked.error());
    }
    const auto weights = normalisedWeights(table);
    const std::size_t count = table.values.size();
    std::vector<double> toIdeal(count, 0.0);
    std::vector<double> toWorst(count, 0.0);
    for (std::size_t criterion = 0; criterion < weights.size(); ++criterion) {
        const auto column = normalisedColumn(table, criterion, normalisation);
        const auto [least, most] = std::ranges::minmax(column);
        const bool moreIsBetter = table.isBenefit[criterion] || normalisation != Normalisation::Vector;
        const double ideal = moreIsBetter ? most : least;
        const double worst = moreIsBetter ? least : most;
        for (std::size_t row = 0; row < count; ++row) {
            toIdeal[row] += std::pow(weights[criterion] * (column[row] - ideal), 2);
            toWorst[row] += std::pow(weights[criterion] * (column[row] - worst), 2);
        }
    }
    std::vector<double> closeness(count, 0.0);
    for (std::size_t row = 0; row < count; ++row) {
        const double both = std::sqrt(toIdeal[row]) + std::sqrt(toWorst[row]);
        closeness[row] = both > 0.0 ? std::sqrt(toWorst[row]) / both : 1.0; // all alike: each is the ideal
    }
    return closeness;
}

Result<VikorResult> vikor(const DecisionTable& table, double v)
{
    if (auto checked = checkTable(table); !checked) {
        return model::failure(checked.error());
    }
    if (!(v >= 0.0 && v <= 1.0)) {
        return model::failure(
            ErrorCode::OutOfRange, "v", fmt::format("v is {}", v), "write 0 to 1; 0.5 is usual");
    }
    const auto weights = normalisedWeights(table);
    const std::size_t count = table.values.size();
    VikorResult result{.utility = std::vector<double>(count, 0.0),
                       .regret = std::vector<double>(count, 0.0),
                       .index = std::vector<double>(count, 0.0)};
    for (std::size_t criterion = 0; criterion < weights.size(); ++criterion) {
        const auto column = columnOf(table.values, criterion);
        const auto [least, most] = std::ranges::minmax(column);
        if (!(most > least)) {
            continue; // constant: it decides nothing
        }
        for (std::size_t row = 0; row < count; ++row) {
            const double distance =
                (table.isBenefit[criterion] ? most - column[row] : column[row] - least) / (most - least);
            result.utility[row] += weights[criterion] * distance;
            result.regret[row] = std::max(result.regret[row], weights[criterion] * distance);
        }
    }
    const auto [leastS, mostS] = std::ranges::minmax(result.utility);
    const auto [leastR, mostR] = std::ranges::minmax(result.regret);
    for (std::size_t row = 0; row < count; ++row) {
        const double s = mostS > leastS ? (result.utility[row] - leastS) / (mostS - leastS) : 0.0;
        const double r = mostR > leastR ? (result.regret[row] - leastR) / (mostR - leastR) : 0.0;
        result.index[row] = v * s + (1.0 - v) * r;
    }
    judgeCompromise(result);
    return result;
}

Result<FlowResult> promethee2(const DecisionTable& table, const std::vector<Preference>& preferences)
{
    if (auto checked = checkTable(table); !checked) {
        return model::failure(checked.error());
    }
    const auto weights = normalisedWeights(table);
    const std::size_t count = table.values.size();
    if (!preferences.empty() && preferences.size() != weights.size()) {
        return model::failure(ErrorCode::Inconsistent,
                              "preferences",
                              fmt::format("there are {} for {} criteria", preferences.size(), weights.size()),
                              "give one for each criterion, or none");
    }
    if (count < 2) {
        return model::failure(ErrorCode::OutOfRange, "values", "flows need two alternatives", "add one");
    }
    FlowResult result{.leaving = std::vector<double>(count, 0.0),
                      .entering = std::vector<double>(count, 0.0),
                      .net = std::vector<double>(count, 0.0)};
    const double others = static_cast<double>(count - 1);
    for (std::size_t a = 0; a < count; ++a) {
        for (std::size_t b = 0; b < count; ++b) {
            for (std::size_t criterion = 0; a != b && criterion < weights.size(); ++criterion) {
                const double raw = table.values[a][criterion] - table.values[b][criterion];
                const Preference preference = preferences.empty() ? Preference{} : preferences[criterion];
                const double share = weights[criterion]
                                     * preferenceOf(preference, table.isBenefit[criterion] ? raw : -raw)
                                     / others;
                result.leaving[a] += share;
                result.entering[b] += share;
            }
        }
    }
    for (std::size_t row = 0; row < count; ++row) {
        result.net[row] = result.leaving[row] - result.entering[row];
    }
    return result;
}

Result<AhpResult> ahpWeights(const std::vector<std::vector<double>>& pairwise)
{
    // Mean consistency index of random matrices of size 1, 2, 3 ... (Saaty 1980).
    constexpr std::array<double, 15> kRandomIndex{
        0.0, 0.0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59};
    constexpr double kGreatestRatio = 0.10;
    constexpr int kMostIterations = 10'000;
    if (auto checked = checkMatrix(pairwise, "pairwise"); !checked) {
        return model::failure(checked.error());
    }
    const std::size_t size = pairwise.size();
    const bool isPositive = std::ranges::all_of(pairwise, [](const auto& row) {
        return std::ranges::all_of(row, [](double value) { return value > 0.0; });
    });
    if (pairwise.front().size() != size || !isPositive || size > kRandomIndex.size()) {
        return model::failure(ErrorCode::OutOfRange,
                              "pairwise",
                              "the judgements are not a square table of at most 15 numbers above 0",
                              "give a[i][j], how much i outweighs j");
    }
    AhpResult result{.weights = std::vector<double>(size, 1.0 / static_cast<double>(size))};
    for (int iteration = 0; iteration < kMostIterations; ++iteration) {
        std::vector<double> next(size, 0.0);
        for (std::size_t row = 0; row < size; ++row) {
            next[row] =
                std::inner_product(pairwise[row].begin(), pairwise[row].end(), result.weights.begin(), 0.0);
        }
        const double sum = std::accumulate(next.begin(), next.end(), 0.0);
        double change = 0.0;
        for (std::size_t row = 0; row < size; ++row) {
            next[row] /= sum;
            change = std::max(change, std::abs(next[row] - result.weights[row]));
        }
        result.weights = std::move(next);
        result.greatestEigenvalue = sum;
        if (change < 1e-15) {
            break;
        }
    }
    const auto n = static_cast<double>(size);
    result.consistencyIndex = size > 1 ? (result.greatestEigenvalue - n) / (n - 1.0) : 0.0;
    const double random = kRandomIndex[size - 1];
    result.consistencyRatio = random > 0.0 ? result.consistencyIndex / random : 0.0;
    result.isConsistent = result.consistencyRatio <= kGreatestRatio;
    return result;
}

Result<std::vector<double>> entropyWeights(const std::vector<std::vector<double>>& values)
{
    if (auto checked = checkMatrix(values, "values"); !checked) {
        return model::failure(checked.error());
    }
    const std::size_t criteria = values.front().size();
    if (values.size() < 2) {
        return model::failure(ErrorCode::OutOfRange, "values", "entropy needs two alternatives", "add one");
    }
    std::vector<double> weights(criteria, 0.0);
    const double scale = 1.0 / std::log(static_cast<double>(values.size()));
    for (std::size_t criterion = 0; criterion < criteria; ++criterion) {
        const auto column = columnOf(values, criterion);
        const double sum = std::accumulate(column.begin(), column.end(), 0.0);
        if (!(sum > 0.0) || *std::ranges::min_element(column) < 0.0) {
            return model::failure(ErrorCode::OutOfRange,
                                  fmt::format("values[..][{}]", criterion),
                                  "a criterion has negative values, or zeros only",
                                  "shift or drop it");
        }
        double entropy = 0.0;
        for (const double value : column) {
            const double share = value / sum;
            entropy -= share > 0.0 ? share * std::log(share) : 0.0;
        }
        weights[criterion] = 1.0 - scale * entropy;
    }
    const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    for (double& weight : weights) {
        weight =
            sum > 0.0 ? weight / sum : 1.0 / static_cast<double>(criteria); // no spread anywhere: all alike
    }
    return weights;
}

Result<AcceptabilityResult>
rankAcceptability(const std::vector<std::vector<double>>& scores, int samples, std::uint64_t seed)
{
    if (auto checked = checkMatrix(scores, "scores"); !checked) {
        return model::failure(checked.error());
    }
    if (samples < 1 || samples > 100'000'000) {
        return model::failure(ErrorCode::OutOfRange,
                              "samples",
                              fmt::format("samples is {}", samples),
                              "write 1 to 100,000,000");
    }
    const std::size_t count = scores.size();
    const std::size_t criteria = scores.front().size();
    AcceptabilityResult result{.shares = Matrix(count, std::vector<double>(count, 0.0)),
                               .central = Matrix(count, std::vector<double>(criteria, 0.0))};
    std::vector<double> firsts(count, 0.0);
    std::vector<double> weights(criteria);
    std::vector<double> values(count);
    for (int sample = 0; sample < samples; ++sample) {
        model::RandomStream stream(seed, "smaa-weights", static_cast<std::uint64_t>(sample));
        double sum = 0.0;
        for (double& weight : weights) { // normalised exponentials are uniform on the simplex
            weight = stream.exponential();
            sum += weight;
        }
        for (double& weight : weights) {
            weight /= sum;
        }
        for (std::size_t row = 0; row < count; ++row) {
            values[row] = std::inner_product(weights.begin(), weights.end(), scores[row].begin(), 0.0);
        }
        const auto ranks = ranksOf(values, true);
        for (std::size_t row = 0; row < count; ++row) {
            const auto tied = static_cast<std::size_t>(std::ranges::count(ranks, ranks[row]));
            for (std::size_t place = 0; place < tied; ++place) {
                result.shares[row][static_cast<std::size_t>(ranks[row]) - 1 + place] +=
                    1.0 / static_cast<double>(tied);
            }
            if (ranks[row] == 1) {
                const double share = 1.0 / static_cast<double>(tied);
                firsts[row] += share;
                for (std::size_t criterion = 0; criterion < criteria; ++criterion) {
                    result.central[row][criterion] += share * weights[criterion];
                }
            }
        }
    }
    for (std::size_t row = 0; row < count; ++row) {
        for (double& share : result.shares[row]) {
            share /= static_cast<double>(samples);
        }
        if (firsts[row] == 0.0) {
            result.central[row].clear();
        }
        for (double& weight : result.central[row]) {
            weight /= firsts[row];
        }
    }
    return result;
}

Result<std::vector<StableStretch>> stableStretches(const DecisionTable& table)
{
    const auto scores = weightedSum(table, Normalisation::None);
    if (!scores) {
        return model::failure(scores.error());
    }
    const auto weights = normalisedWeights(table);
    const std::size_t winner = bestOf(*scores, true);
    std::vector<StableStretch> stretches;
    for (std::size_t criterion = 0; criterion < weights.size(); ++criterion) {
        StableStretch stretch{.winner = winner, .current = weights[criterion]};
        const auto column = normalisedColumn(table, criterion, Normalisation::None);
        const double others = 1.0 - weights[criterion];
        for (std::size_t row = 0; others > 0.0 && row < scores->size(); ++row) {
            // value(t) = t x own + (1 - t) x rest: the lead of the winner is a straight line in t.
            const double own = column[winner] - column[row];
            const double rest = ((*scores)[winner] - (*scores)[row] - weights[criterion] * own) / others;
            if (row == winner || own == rest) {
                continue;
            }
            const double crossing = rest / (rest - own);
            if (crossing > weights[criterion] && rest > own) {
                stretch.to = std::min(stretch.to, crossing);
            } else if (crossing <= weights[criterion] && rest < own) {
                stretch.from = std::max(stretch.from, crossing);
            }
        }
        stretches.push_back(stretch);
    }
    return stretches;
}

std::vector<int> ranksOf(const std::vector<double>& values, bool greatestIsBest)
{
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
        return greatestIsBest ? values[a] > values[b] : values[a] < values[b];
    });
    std::vector<int> ranks(values.size(), 1);
    for (std::size_t place = 1; place < order.size(); ++place) {
        const double before = values[order[place - 1]];
        const double here = values[order[place]];
        const bool isTie =
            std::abs(before - here) <= kTieTolerance * std::max({1.0, std::abs(before), std::abs(here)});
        ranks[order[place]] = isTie ? ranks[order[place - 1]] : static_cast<int>(place) + 1;
    }
    return ranks;
}

} // namespace wherewithal::simulator
