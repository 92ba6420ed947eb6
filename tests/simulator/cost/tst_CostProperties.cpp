// SPDX-License-Identifier: GPL-3.0-or-later
#include "CostFixture.h"
#include "simulator/cost/Finance.h"
#include "simulator/cost/Ledger.h"
#include "simulator/sensitivity/Paths.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <rapidcheck.h>

using namespace wherewithal;
using namespace wherewithal::simulator;
using namespace wherewithal::simulator::test;

namespace {

/// A plan, its catalogue and the way of buying, drawn at random; owns what its options refer to.
struct Scene
{
    model::Plan plan = test::plan();
    model::CatalogueSlice slice = test::slice();
    OptionSpec chosen = spec();

    [[nodiscard]] OptionModel option() const
    {
        auto both = capacities<double>();
        both.burst = both.main;
        return buildOptionModel(plan, slice, chosen, both).value();
    }
    [[nodiscard]] double cost() const { return baseCost(option()).base.toDouble(); }
};

double between(double low, double high)
{
    return low + (high - low) * *rc::gen::inRange(0, 1000) / 1000.0;
}

Scene anyScene()
{
    Scene scene;
    model::Demand& demand = scene.plan.workloads.front().demand;
    demand.peakPerSecond = between(0.5, 60.0);
    demand.profile =
        model::namedProfile(*rc::gen::element<std::string>("flat", "office-hours", "evening", "nightly"))
            .value();
    demand.growth = {.kind = *rc::gen::element(model::Growth::Kind::None,
                                               model::Growth::Kind::Linear,
                                               model::Growth::Kind::Exponential,
                                               model::Growth::Kind::Logistic),
                     .perYear = between(0.0, 1.5),
                     .ceilingMultiple = between(1.1, 6.0)};
    scene.plan.horizonMonths = *rc::gen::inRange(1, 61);
    scene.plan.starts = {.year = 2027, .month = *rc::gen::inRange(1, 13)};
    scene.plan.workloads.front().bytesOutPerRequest = between(0.0, 1e6);
    const double list = between(0.5, 40.0);
    scene.slice.prices.front() = price(QString::number(list, 'f', 3).toStdString());
    scene.slice.prices.push_back(price(
        QString::number(list * between(0.2, 1.2), 'f', 3).toStdString(), model::Purchase::Reserved, 12));
    scene.chosen = *rc::gen::element(spec(),
                                     spec(model::OptionKind::Machine, model::Purchase::Reserved, 12),
                                     spec(model::OptionKind::SelfHosted),
                                     spec(model::OptionKind::Hybrid));
    return scene;
}

template <typename Property>
void holdsAlways(Property&& property)
{
    QVERIFY(rc::check(std::forward<Property>(property)));
}

} // namespace

class tst_CostProperties : public QObject
{
    Q_OBJECT
private slots:
    void totalIsTheSumOfPostedLines();
    void costRisesWithPrice();
    void costRisesWithLoad();
    void withoutACommitmentLevelItIsOnDemand();
    void commitmentNeverCostsMoreThanOnDemand();
    void presentValueAtNoRateIsTheSum();
    void anotherCurrencyScalesEverything();
    void monthsSumToTheYear();
    void explanationsEqualTheFigures();
    void tablesChangeNoAmount();
    void pathsOrderTheirPercentiles();
    void graduatedPricesAreMonotoneAndContinuous();
};

void tst_CostProperties::totalIsTheSumOfPostedLines()
{
    holdsAlways([] {
        const CostResult cost = baseCost(anyScene().option());
        model::Micros sum;
        std::vector<model::Micros> months(cost.cumulativeBase.size());
        for (const LedgerLine& line : cost.lines) {
            sum += line.total;
            for (std::size_t month = 0; month < line.months.size(); ++month) {
                months[month] += line.months[month];
            }
        }
        RC_ASSERT(sum == cost.base);
        model::Micros running;
        for (std::size_t month = 0; month < months.size(); ++month) {
            running += months[month];
            RC_ASSERT(running.toDouble() == cost.cumulativeBase[month]);
        }
    });
}

void tst_CostProperties::costRisesWithPrice()
{
    holdsAlways([] {
        Scene scene = anyScene();
        RC_PRE(scene.chosen.kind == model::OptionKind::Machine);
        const double before = scene.cost();
        for (model::Price& row : scene.slice.prices) {
            row.amount = model::Decimal(row.amount.coefficient() * 2, row.amount.exponent());
        }
        RC_ASSERT(scene.cost() >= before);
    });
}

void tst_CostProperties::costRisesWithLoad()
{
    holdsAlways([] {
        Scene scene = anyScene();
        // A hybrid re-decides what it owns, and used servers keep a value: both may fall by a little.
        RC_PRE(scene.chosen.kind == model::OptionKind::Machine);
        const double before = scene.cost();
        scene.plan.workloads.front().demand.peakPerSecond =
            scene.plan.workloads.front().demand.peakPerSecond.median() * between(1.0, 3.0);
        RC_ASSERT(scene.cost() >= before - 1e-6);
    });
}

void tst_CostProperties::withoutACommitmentLevelItIsOnDemand()
{
    holdsAlways([] {
        Scene scene = anyScene();
        scene.slice.prices.back().amount = model::Decimal(scene.slice.prices.front().amount.coefficient() * 3,
                                                          scene.slice.prices.front().amount.exponent());
        scene.chosen = spec();
        const double onDemand = scene.cost();
        scene.chosen = spec(model::OptionKind::Machine, model::Purchase::Reserved, 12);
        RC_ASSERT(scene.cost() == onDemand);
    });
}

void tst_CostProperties::commitmentNeverCostsMoreThanOnDemand()
{
    holdsAlways([] {
        Scene scene = anyScene();
        scene.chosen = spec();
        const double onDemand = scene.cost();
        scene.chosen = spec(model::OptionKind::Machine, model::Purchase::Reserved, 12);
        RC_ASSERT(scene.cost() <= onDemand + 1e-4);
    });
}

void tst_CostProperties::presentValueAtNoRateIsTheSum()
{
    holdsAlways([] {
        Scene scene = anyScene();
        RC_ASSERT(scene.plan.assumptions.set("discount-rate", 0.0).has_value());
        const CostResult cost = baseCost(scene.option());
        RC_ASSERT(std::abs(cost.presentValue - cost.base.toDouble())
                  <= 1e-9 * std::abs(cost.base.toDouble()) + 1e-6);
    });
}

void tst_CostProperties::anotherCurrencyScalesEverything()
{
    holdsAlways([] {
        Scene scene = anyScene();
        const CostResult dollars = baseCost(scene.option());
        scene.plan.currency = model::Currency::eur();
        scene.plan.exchangeRates.push_back({.from = model::Currency::eur(),
                                            .to = model::Currency::usd(),
                                            .rate = 2.0,
                                            .date = "2026-11-20",
                                            .source = "A bank"});
        const CostResult euros = baseCost(scene.option());
        RC_ASSERT(std::abs(2.0 * euros.base.toDouble() - dollars.base.toDouble())
                  <= 2e-6 * static_cast<double>(dollars.lines.size()) * scene.plan.horizonMonths);
        RC_ASSERT(*euros.usdRate == 2.0);
    });
}

void tst_CostProperties::monthsSumToTheYear()
{
    holdsAlways([] {
        model::Month month{.year = *rc::gen::inRange(1990, 2100), .month = 1};
        int hours = 0;
        for (int i = 0; i < 12; ++i) {
            hours += model::hoursInMonth(model::monthsLater(month, i));
        }
        RC_ASSERT(hours == 8760 || hours == 8784);
    });
}

void tst_CostProperties::explanationsEqualTheFigures()
{
    holdsAlways([] {
        const Scene scene = anyScene();
        const OptionModel option = scene.option();
        const CostResult cost = baseCost(option);
        const auto traced = capacities<model::Traced>();
        RC_ASSERT(explainFigure(option, traced, "cost").value()->value == cost.base.toDouble());
        RC_ASSERT(explainFigure(option, traced, "present-value").value()->value == cost.presentValue);
        for (const LedgerLine& line : cost.lines) {
            RC_ASSERT(explainFigure(option, traced, "line-" + line.key).value()->value
                      == line.total.toDouble());
        }
    });
}

/// Posted amounts of any future are the same, to the last bit, with and without the shared tables.
void tst_CostProperties::tablesChangeNoAmount()
{
    using Posted = std::vector<std::tuple<std::size_t, Line, double>>;
    holdsAlways([] {
        Scene scene = anyScene();
        scene.plan.workloads.front().demand.peakPerSecond = model::Range::triangular(1.0, 10.0, 60.0);
        const std::vector<model::PriceTier> flat{
            {.from = 0.0, .to = std::nullopt, .amount = model::Decimal(27, -3)}};
        scene.slice.services.push_back(service("load-balancer", "hour", flat));
        scene.slice.services.push_back(service("public-ipv4", "month", flat));
        scene.slice.services.push_back(service("managed-kubernetes", "hour", flat));
        const OptionModel option = scene.option();
        const LedgerTables tables(option);
        const auto posted = [&](double probability, const LedgerTables* used) {
            const std::vector<double> probabilities(inputCount(scene.plan.workloads.size()), probability);
            const std::vector<std::optional<ReplicaCapacity<double>>> capacities{option.pools[0]->capacity};
            Posted result;
            runLedger<double>(
                option,
                forecast<double>(scene.plan, Draw(probabilities)),
                capacities,
                Draw(probabilities),
                [&](std::size_t month, Line line, double amount) {
                    result.emplace_back(month, line, amount);
                },
                used);
            return result;
        };
        for (const double probability : {0.02, 0.5, 0.97}) {
            const Posted plain = posted(probability, nullptr);
            RC_ASSERT(!plain.empty());
            RC_ASSERT(plain == posted(probability, &tables));
        }
    });
}

void tst_CostProperties::pathsOrderTheirPercentiles()
{
    holdsAlways([] {
        Scene scene = anyScene();
        const double peak = scene.plan.workloads.front().demand.peakPerSecond.median();
        scene.plan.workloads.front().demand.peakPerSecond =
            model::Range::triangular(0.5 * peak, peak, 2.0 * peak);
        const std::vector options{scene.option()};
        const auto results =
            samplePaths(options, {.seed = *rc::gen::arbitrary<std::uint64_t>(), .paths = 64});
        const Percentiles& total = results->options.front().total;
        RC_ASSERT(total.p10 <= total.p50);
        RC_ASSERT(total.p50 <= total.p90);
        RC_ASSERT(std::isfinite(total.p90));
    });
}

void tst_CostProperties::graduatedPricesAreMonotoneAndContinuous()
{
    holdsAlways([] {
        std::vector<Band<double>> bands;
        double from = 0.0;
        for (int i = 0; i < 4; ++i) {
            const double to = from + between(1.0, 1000.0);
            bands.push_back(
                {.from = from, .to = i < 3 ? std::optional(to) : std::nullopt, .rate = between(0.0, 1.0)});
            from = to;
        }
        const double at = between(0.0, 5000.0);
        const double fee = graduated<double>(bands, at);
        RC_ASSERT(graduated<double>(bands, at + 1.0) >= fee);
        RC_ASSERT(graduated<double>(bands, at + 1e-9) - fee <= 1e-8);
    });
}

QTEST_APPLESS_MAIN(tst_CostProperties)
#include "tst_CostProperties.moc"
