// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/Random.h"
#include "simulator/sensitivity/Paths.h"
#include "simulator/sensitivity/RankSelect.h"
#include "simulator/sensitivity/Sobol.h"
#include "tests/simulator/cost/CostFixture.h"

#include <QtTest>

#include <algorithm>
#include <boost/random/sobol.hpp>
#include <cmath>
#include <functional>
#include <limits>
#include <random>

using namespace wherewithal;
using namespace wherewithal::simulator;
using namespace wherewithal::simulator::test;

namespace {

model::Plan uncertainPlan()
{
    model::Plan result = test::plan();
    result.horizonMonths = 36;
    model::Demand& demand = result.workloads.front().demand;
    demand.peakPerSecond = model::Range::triangular(5.0, 10.0, 20.0);
    demand.profile = model::namedProfile("evening").value();
    demand.growth = {.kind = model::Growth::Kind::Exponential,
                     .perYear = model::Range::percentiles(0.1, 0.8)};
    demand.growth.monthlyShock = 0.2;
    return result;
}

std::vector<OptionModel> threeOptions(const model::Plan& plan, const model::CatalogueSlice& slice)
{
    auto uncertain = capacities<double>();
    uncertain.main.front()->errorLow = 0.8;
    uncertain.main.front()->errorHigh = 1.3;
    return {buildOptionModel(plan, slice, spec(), uncertain).value(),
            buildOptionModel(
                plan, slice, spec(model::OptionKind::Machine, model::Purchase::Reserved, 12), uncertain)
                .value(),
            buildOptionModel(plan, slice, spec(model::OptionKind::SelfHosted), uncertain).value()};
}

bool isSame(const OptionPaths& a, const OptionPaths& b)
{
    return a.total == b.total && a.cumulativeP10 == b.cumulativeP10 && a.cumulativeP50 == b.cumulativeP50
           && a.presentValues == b.presentValues && a.breakEven == b.breakEven;
}

} // namespace

class tst_Paths : public QObject
{
    Q_OBJECT
private slots:
    void sobolPointsAreThoseOfJoeAndKuo();
    void prefixesAreBalancedInEveryDimension();
    void sobolMeansBeatPlainSamples();
    void resultsDoNotDependOnThreads();
    void resultsDoNotDependOnTheOrderOfOptions();
    void percentilesAreOrderedAndTheBaseLiesWithin();
    void certainPlansHaveNoWidth();
    void breakEvenAgainstTheReferenceIsDated();
    void growthIntoALimitIsDated();
    void stopsWhenAsked();
    void selectedRanksAreThoseOfTheSorted();
};

void tst_Paths::sobolPointsAreThoseOfJoeAndKuo()
{
    // Boost carries the table of Joe and Kuo of its own; its points come in Gray-code order.
    boost::random::sobol reference(Sobol::kDimensions);
    for (std::uint32_t index = 1; index < 300; ++index) {
        const std::uint32_t gray = index ^ (index >> 1U);
        for (int dimension = 0; dimension < Sobol::kDimensions; ++dimension) {
            const auto expected = static_cast<std::uint32_t>(reference() >> 32U);
            QVERIFY2(Sobol::plain(gray, dimension) == expected,
                     qPrintable(QStringLiteral("%1 %2").arg(index).arg(dimension)));
        }
    }
}

void tst_Paths::prefixesAreBalancedInEveryDimension()
{
    const Sobol sobol(7);
    constexpr int kPoints = 256;
    for (int dimension = 0; dimension < 2 * Sobol::kDimensions; ++dimension) {
        std::vector<int> cells(kPoints, 0);
        for (std::uint32_t index = 0; index < kPoints; ++index) {
            const double value = sobol.at(index, dimension);
            QVERIFY(value > 0.0 && value < 1.0);
            ++cells[static_cast<std::size_t>(value * kPoints)];
        }
        QVERIFY2(std::ranges::all_of(cells, [](int count) { return count == 1; }),
                 qPrintable(QString::number(dimension)));
    }
}

void tst_Paths::sobolMeansBeatPlainSamples()
{
    // Product of ten smooth factors of mean 1.
    constexpr int kPoints = 1024;
    constexpr int kRepeats = 32;
    const auto value = [](const auto& at) {
        double product = 1.0;
        for (int dimension = 0; dimension < 10; ++dimension) {
            product *= 1.0 + 0.3 * (at(dimension) - 0.5);
        }
        return product;
    };
    double sobolError = 0.0;
    double plainError = 0.0;
    for (std::uint64_t repeat = 0; repeat < kRepeats; ++repeat) {
        const Sobol sobol(repeat);
        model::RandomStream plain(repeat, "plain", 0);
        double sobolMean = 0.0;
        double plainMean = 0.0;
        for (std::uint32_t index = 0; index < kPoints; ++index) {
            sobolMean += value([&](int dimension) { return sobol.at(index, dimension); }) / kPoints;
            plainMean += value([&](int) { return plain.uniform(); }) / kPoints;
        }
        sobolError += (sobolMean - 1.0) * (sobolMean - 1.0);
        plainError += (plainMean - 1.0) * (plainMean - 1.0);
    }
    QVERIFY2(std::sqrt(plainError / sobolError) >= 10.0,
             qPrintable(QString::number(std::sqrt(plainError / sobolError))));
}

void tst_Paths::resultsDoNotDependOnThreads()
{
    const auto plan = uncertainPlan();
    auto slice = test::slice();
    slice.prices.push_back(price("1.2", model::Purchase::Reserved, 12));
    const auto options = threeOptions(plan, slice);
    const auto one = samplePaths(options, {.seed = 3, .paths = 1500, .threads = 1, .reference = 2});
    for (const unsigned threads : {2U, 8U}) {
        const auto many =
            samplePaths(options, {.seed = 3, .paths = 1500, .threads = threads, .reference = 2});
        for (std::size_t i = 0; i < options.size(); ++i) {
            QVERIFY(isSame(one->options[i], many->options[i]));
        }
    }
    const auto other = samplePaths(options, {.seed = 4, .paths = 1500, .threads = 2});
    QVERIFY(!isSame(one->options[0], other->options[0]));
}

void tst_Paths::resultsDoNotDependOnTheOrderOfOptions()
{
    const auto plan = uncertainPlan();
    auto slice = test::slice();
    slice.prices.push_back(price("1.2", model::Purchase::Reserved, 12));
    auto options = threeOptions(plan, slice);
    const auto forward = samplePaths(options, {.paths = 256});
    std::ranges::reverse(options);
    const auto backward = samplePaths(options, {.paths = 256});
    QVERIFY(isSame(forward->options[0], backward->options[2]));
    QVERIFY(isSame(forward->options[2], backward->options[0]));
}

void tst_Paths::percentilesAreOrderedAndTheBaseLiesWithin()
{
    const auto plan = uncertainPlan();
    auto slice = test::slice();
    slice.prices.push_back(price("1.2", model::Purchase::Reserved, 12));
    const auto options = threeOptions(plan, slice);
    const auto results = samplePaths(options, {.paths = 1024});
    for (std::size_t i = 0; i < options.size(); ++i) {
        const OptionPaths& paths = results->options[i];
        QVERIFY(paths.total.p10 < paths.total.p50 && paths.total.p50 < paths.total.p90);
        const double base = baseCost(options[i]).base.toDouble();
        QVERIFY(paths.total.p10 < base && base < paths.total.p90);
        for (std::size_t month = 0; month < paths.cumulativeP50.size(); ++month) {
            QVERIFY(paths.cumulativeP10[month] <= paths.cumulativeP50[month]
                    && paths.cumulativeP50[month] <= paths.cumulativeP90[month]);
        }
        QCOMPARE(paths.presentValues.size(), std::size_t{1024});
    }
}

void tst_Paths::certainPlansHaveNoWidth()
{
    auto plan = test::plan();
    for (const model::AssumptionSpec& assumption : model::assumptionTable()) {
        const double median = plan.assumptions.get(assumption.key).median();
        QVERIFY(plan.assumptions.set(assumption.key, median).has_value());
    }
    const auto slice = test::slice();
    const std::vector options{
        buildOptionModel(plan, slice, spec(), capacities<double>()).value(),
        buildOptionModel(plan, slice, spec(model::OptionKind::SelfHosted), capacities<double>()).value()};
    const auto results = samplePaths(options, {.paths = 64});
    for (std::size_t i = 0; i < options.size(); ++i) {
        const CostResult cost = baseCost(options[i]);
        const Percentiles& total = results->options[i].total;
        QCOMPARE(total.p10, total.p90);
        QVERIFY(std::abs(total.p50 - cost.base.toDouble())
                <= 1e-6 * 12 * static_cast<double>(cost.lines.size())); // but for the posting
        QVERIFY(std::abs(results->options[i].presentValues.front() - cost.presentValue) <= 1e-4);
    }
}

void tst_Paths::breakEvenAgainstTheReferenceIsDated()
{
    auto plan = uncertainPlan();
    plan.workloads.front().demand.peakPerSecond = model::Range::triangular(60.0, 80.0, 100.0);
    auto slice = test::slice();
    slice.prices.front() = price("20");
    slice.prices.push_back(price("12", model::Purchase::Reserved, 12));
    const auto options = threeOptions(plan, slice);
    const auto results = samplePaths(options, {.paths = 512, .reference = 2});
    const BreakEven& against = results->options[0].breakEven;
    QVERIFY(against.probability > 0.9);
    QVERIFY(against.p10 && against.p50 && against.p90);
    QVERIFY(*against.p10 <= *against.p50 && *against.p50 <= *against.p90);
    QCOMPARE(results->options[2].breakEven.probability, 0.0);
    const auto base = breakEvenBase(baseCost(options[0]), baseCost(options[2]), plan.starts);
    QVERIFY(base && *against.p10 <= *base && *base <= *against.p90);
}

void tst_Paths::growthIntoALimitIsDated()
{
    auto plan = uncertainPlan();
    plan.workloads.front().demand.growth.monthlyShock = 0.0;
    const auto slice = test::slice();
    const std::vector options{buildOptionModel(plan, slice, spec(), capacities<double>()).value()};
    const auto results = samplePaths(options, {.paths = 256});
    auto cost = baseCost(options.front());
    auto sized = sizeWorkloads(options.front());
    BreakEven breakEven;
    applyPaths(results->options.front(), cost, sized, breakEven);
    const Limit& first = *sized.front().firstLimit;
    QCOMPARE(first.key, std::string("throughput"));
    QVERIFY(first.hitBase && first.hitP50);
    QVERIFY(!first.hitP90 || *first.hitP50 <= *first.hitP90);
    QVERIFY(cost.range.has_value());
}

void tst_Paths::stopsWhenAsked()
{
    const auto plan = uncertainPlan();
    const auto slice = test::slice();
    const std::vector options{buildOptionModel(plan, slice, spec(), capacities<double>()).value()};
    std::stop_source source;
    source.request_stop();
    const auto results = samplePaths(options, {.paths = 4096}, source.get_token());
    QCOMPARE(results.error().code, model::ErrorCode::Cancelled);
}

/// Even, skewed, tied, with outliers, negative, beyond what a difference can hold: columns of many lengths.
void tst_Paths::selectedRanksAreThoseOfTheSorted()
{
    constexpr float kMost = std::numeric_limits<float>::max();
    std::mt19937 random(11);
    std::lognormal_distribution<float> skewed(10.0F, 2.0F);
    std::uniform_real_distribution<float> even(-1e6F, 1e6F);
    const std::vector<std::function<float(std::size_t)>> shapes{
        [&](std::size_t) { return even(random); },
        [&](std::size_t) { return skewed(random); },
        [&](std::size_t i) { return static_cast<float>(i % 7); },
        [](std::size_t) { return 42.0F; },
        [](std::size_t i) { return i == 3 ? 1e30F : static_cast<float>(i); },
        [&](std::size_t i) { return i % 2 == 0 ? kMost : -kMost; },
        [](std::size_t i) { return std::numeric_limits<float>::denorm_min() * static_cast<float>(i % 5); },
    };
    RankSelect select; // one for all: nothing of a column is left to the next
    for (const std::size_t length : {1U, 2U, 63U, 64U, 65U, 1000U, 1024U, 4097U}) {
        for (const auto& shape : shapes) {
            std::vector<float> column(length);
            for (std::size_t i = 0; i < length; ++i) {
                column[i] = shape(i);
            }
            const std::vector<std::size_t> ranks{0, length / 10, length / 2, length / 2, length - 1};
            std::vector<float> sorted = column;
            std::ranges::sort(sorted);
            std::vector<double> values(ranks.size());
            select.select(column, ranks, values);
            for (std::size_t i = 0; i < ranks.size(); ++i) {
                QCOMPARE(values[i], static_cast<double>(sorted[ranks[i]]));
            }
        }
    }
}

QTEST_APPLESS_MAIN(tst_Paths)
#include "tst_Paths.moc"
