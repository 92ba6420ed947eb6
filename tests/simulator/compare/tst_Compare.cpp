// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/explain/Formula.h"
#include "simulator/compare/Compare.h"
#include "simulator/compare/Examine.h"
#include "tests/support/SmallCatalogue.h"

#include <QtTest>

#include <algorithm>
#include <numeric>

using namespace wherewithal;
using namespace wherewithal::model;
using namespace wherewithal::simulator;

namespace {

/// A dense model of about 8 billion parameters.
LlmArchitecture smallModel()
{
    LlmArchitecture architecture{.name = "test-8b", .family = "llama"};
    architecture.hiddenSize = 4096;
    architecture.layerCount = 32;
    architecture.queryHeads = 32;
    architecture.keyValueHeads = 8;
    architecture.headSize = 128;
    architecture.intermediateSize = 14336;
    architecture.vocabularySize = 128256;
    architecture.contextLength = 131072;
    return architecture;
}

Plan assistantPlan()
{
    Plan plan;
    plan.name = "Assistant";
    LlmServing serving{.architecture = smallModel()};
    serving.inputTokens = 1000.0;
    serving.outputTokens = 200.0;
    Workload workload{.id = WorkloadId{"chat"}, .name = "Chat", .detail = serving};
    workload.demand.peakPerSecond = 5.0;
    workload.demand.growth = {.kind = Growth::Kind::Exponential, .perYear = 0.3};
    workload.objectives.latencyP95Seconds = 60.0;
    workload.bytesOutPerRequest = 4000.0;
    plan.workloads = {workload};
    plan.candidates = {
        {.kind = OptionKind::SelfHosted, .server = ServerBuildId{"box-8"}, .site = SiteId{"hall"}},
        {.kind = OptionKind::Machine,
         .provider = ProviderId{"cirrus"},
         .region = RegionId{"east"},
         .machine = MachineId{"big"}},
        {.kind = OptionKind::Machine,
         .provider = ProviderId{"cirrus"},
         .region = RegionId{"east"},
         .machine = MachineId{"big"},
         .purchase = Purchase::Reserved,
         .termMonths = 12},
        {.kind = OptionKind::Machine,
         .provider = ProviderId{"nimbus"},
         .region = RegionId{"centre"},
         .machine = MachineId{"one"}},
        {.kind = OptionKind::Machine,
         .provider = ProviderId{"cirrus"},
         .region = RegionId{"east"},
         .machine = MachineId{"small"}},
        {.kind = OptionKind::Platform,
         .provider = ProviderId{"dyno"},
         .region = RegionId{"eu"},
         .machine = MachineId{"standard"}},
        {.kind = OptionKind::Layer,
         .provider = ProviderId{"nimbus"},
         .region = RegionId{"centre"},
         .machine = MachineId{"one"},
         .layer = ProviderId{"layer"}},
        {.kind = OptionKind::TokenApi, .provider = ProviderId{"tokens"}, .tokenModel = "model-30b"}};
    return plan;
}

Comparison compared(const Plan& plan, const CompareSettings& settings = {.paths = 0})
{
    const auto comparison = compare(plan, tests::smallCatalogue(), settings);
    if (!comparison) {
        qFatal("%s", text(comparison.error()).c_str());
    }
    return *comparison;
}

const OptionResult& optionOf(const Comparison& comparison, std::string_view id)
{
    const OptionResult* option = comparison.findOption(id);
    if (option == nullptr) {
        qFatal("no option %s", std::string(id).c_str());
    }
    return *option;
}

} // namespace

class tst_Compare : public QObject
{
    Q_OBJECT
private slots:
    void everyCandidateIsInTheResult();
    void totalsAreTheSumOfPostedLines();
    void explanationsEqualTheFiguresToTheLastBit();
    void unknownPartsLeaveAnOptionUndecided();
    void queriesKeepTheCheapestOfEachProvider();
    void theSamePlanGivesTheSameResult();
    void aPlanWithoutWorkloadsIsRefused();
    void aRunCanBeCancelled();
    void unknownOptionsAndFiguresAreNamed();
    void doublingThePricesDoublesTheMachines();
    void aMonthCostsAtMostItsListedMaximum();
    void pathsDoNotDependOnTheNumberOfThreads();
    void rangesAreOrderedAndFirstPlacesSumToOne();
};

void tst_Compare::everyCandidateIsInTheResult()
{
    const Comparison comparison = compared(assistantPlan());
    QCOMPARE(comparison.options.size(), std::size_t{8});
    for (const OptionResult& option : comparison.options) {
        QVERIFY(!option.spec.letter.empty());
        QVERIFY2(option.state == OptionState::Ranked || !option.reasons.empty(),
                 option.spec.id.text().c_str());
        QCOMPARE(option.workloads.size(), std::size_t{1});
    }
    QVERIFY(optionOf(comparison, "self-hosted/box-8/hall").workloads[0].sustained.value() > 5.0);
    QCOMPARE(comparison.reference, optionOf(comparison, "self-hosted/box-8/hall").spec.letter);
}

void tst_Compare::totalsAreTheSumOfPostedLines()
{
    for (const OptionResult& option : compared(assistantPlan()).options) {
        Micros total;
        for (const LedgerLine& line : option.cost.lines) {
            const Micros months = std::accumulate(line.months.begin(), line.months.end(), Micros{});
            QCOMPARE(line.total.count, months.count);
            total += line.total;
        }
        QCOMPARE(option.cost.base.count, total.count);
        if (!option.cost.cumulativeBase.empty()) {
            QVERIFY(std::abs(option.cost.cumulativeBase.back() - total.toDouble())
                    < 1e-6 * std::max(1.0, total.toDouble()));
        }
    }
}

void tst_Compare::explanationsEqualTheFiguresToTheLastBit()
{
    const Plan plan = assistantPlan();
    const Comparison comparison = compared(plan);
    int opened = 0;
    for (const OptionResult& option : comparison.options) {
        for (const FigureName& figure : figureNames(comparison, option)) {
            const auto explained = explain(plan, tests::smallCatalogue(), option.spec.letter, figure.name);
            QVERIFY2(explained.has_value(),
                     (option.spec.id.text() + " " + figure.name + ": "
                      + (explained ? "" : text(explained.error())))
                         .c_str());
            QVERIFY(!(*explained)->name.empty());
            if (figure.name == "cost") {
                QCOMPARE((*explained)->value.value(), option.cost.base.toDouble());
            } else if (figure.name == "present-value") {
                QCOMPARE((*explained)->value.value(), option.cost.presentValue);
            } else if (figure.name == "value") {
                QCOMPARE((*explained)->value.value(), option.value.value());
            } else if (figure.name == "equivalent-annual") {
                QCOMPARE((*explained)->value.value(), option.cost.equivalentAnnual);
                QVERIFY(option.cost.presentValue == 0.0 || boundFormula(**explained).has_value());
            } else if (figure.name == "cheapest") {
                QCOMPARE((*explained)->value.value(), option.cheapestFraction.value());
            } else if (figure.name == "committed" || figure.name == "idle") {
                const auto closer = examine(plan, tests::smallCatalogue(), comparison, option.spec.letter);
                QVERIFY(closer.has_value());
                if (figure.name == "committed") {
                    double sum = 0.0;
                    for (const FigurePtr& line : (*explained)->inputs) {
                        sum += line->value.value();
                    }
                    QCOMPARE((*explained)->value.value(), closer->committed.toDouble());
                    QVERIFY(std::abs(sum - closer->committed.toDouble()) < 1e-6);
                } else {
                    QCOMPARE((*explained)->value, closer->idleFraction);
                }
            } else if (figure.name == "sustained") {
                QCOMPARE((*explained)->value.value(), option.workloads[0].sustained.value());
            } else if (figure.name == "latency-p95") {
                QCOMPARE((*explained)->value.value(), option.workloads[0].latency->p95Seconds);
            } else if (figure.name == "unit-cost") {
                QCOMPARE((*explained)->value.value(), option.workloads[0].unitCost.value());
            }
            ++opened;
        }
    }
    QVERIFY(opened > 60);
}

void tst_Compare::unknownPartsLeaveAnOptionUndecided()
{
    const Comparison comparison = compared(assistantPlan());
    const OptionResult& layer = optionOf(comparison, "layer+nimbus/centre/one/on-demand");
    QCOMPARE(static_cast<int>(layer.state), static_cast<int>(OptionState::Undecided));
    QVERIFY(!layer.cost.isComplete);
    QVERIFY(!layer.rank && !layer.value);
    QVERIFY(layer.cost.base.count > 0); // at least the host
}

void tst_Compare::queriesKeepTheCheapestOfEachProvider()
{
    Plan plan = assistantPlan();
    plan.candidates.clear();
    CandidateQuery query;
    query.minAcceleratorCount = 1;
    query.perProvider = 1;
    plan.queries = {query};
    const Comparison comparison = compared(plan);
    QCOMPARE(comparison.options.size(), std::size_t{2}); // one of Cirrus, one of Nimbus
    plan.queries[0].perProvider = 5;
    QCOMPARE(compared(plan).options.size(), std::size_t{4});
    plan.queries[0].maxOptions = 3;
    QCOMPARE(compared(plan).options.size(), std::size_t{3});
}

void tst_Compare::theSamePlanGivesTheSameResult()
{
    const Comparison once = compared(assistantPlan());
    const Comparison again = compared(assistantPlan());
    QVERIFY(once.options == again.options);
    QVERIFY(once.prices == again.prices);
}

void tst_Compare::aPlanWithoutWorkloadsIsRefused()
{
    const auto comparison = compare(Plan{}, tests::smallCatalogue());
    QVERIFY(!comparison.has_value());
    QCOMPARE(comparison.error().where, std::string("workloads"));
}

void tst_Compare::aRunCanBeCancelled()
{
    std::stop_source source;
    source.request_stop();
    const auto comparison = compare(assistantPlan(), tests::smallCatalogue(), {}, {}, source.get_token());
    QVERIFY(!comparison.has_value());
    QCOMPARE(static_cast<int>(comparison.error().code), static_cast<int>(ErrorCode::Cancelled));
}

void tst_Compare::unknownOptionsAndFiguresAreNamed()
{
    const auto option = explain(assistantPlan(), tests::smallCatalogue(), "ZZ", "cost");
    QVERIFY(!option.has_value());
    QVERIFY(text(option.error()).find("ZZ") != std::string::npos);
    const auto figure = explain(assistantPlan(), tests::smallCatalogue(), "A", "colour");
    QVERIFY(!figure.has_value());
    QVERIFY(text(figure.error()).find("colour") != std::string::npos);
}

void tst_Compare::doublingThePricesDoublesTheMachines()
{
    const Plan plan = assistantPlan();
    auto slice = tests::smallCatalogue();
    const auto before = compare(plan, slice, {.paths = 0});
    for (Price& price : slice.prices) {
        price.amount = Decimal{price.amount.coefficient() * 2, price.amount.exponent()};
    }
    const auto after = compare(plan, slice, {.paths = 0});
    QVERIFY(before && after);
    const auto machines = [](const Comparison& comparison) {
        const OptionResult& option = optionOf(comparison, "nimbus/centre/one/on-demand");
        const auto line =
            std::ranges::find(option.cost.lines, std::string("machines-on-demand"), &LedgerLine::key);
        return line == option.cost.lines.end() ? Micros{} : line->total;
    };
    QVERIFY(machines(*before).count > 0);
    QVERIFY(std::abs(machines(*after).toDouble() - 2.0 * machines(*before).toDouble()) < 1e-3);
}

void tst_Compare::aMonthCostsAtMostItsListedMaximum()
{
    // All machines run all month: 4 USD/h x 744 h = 2,976 USD each, of which 2,000 are asked.
    Plan plan = assistantPlan();
    plan.workloads[0].demand.growth = {};
    auto slice = tests::smallCatalogue();
    for (Price& price : slice.prices) {
        if (price.machine.text() == "one" && price.purchase == Purchase::OnDemand) {
            price.monthlyMaximum = Decimal{2000, 0};
        }
    }
    const auto comparison = compare(plan, slice, {.paths = 0});
    QVERIFY(comparison.has_value());
    const OptionResult& option = optionOf(*comparison, "nimbus/centre/one/on-demand");
    const auto line =
        std::ranges::find(option.cost.lines, std::string("machines-on-demand"), &LedgerLine::key);
    QVERIFY(line != option.cost.lines.end());
    QCOMPARE(line->months.front().toDouble(), 2000.0 * option.workloads[0].machinesPerMonth.front());
    const auto explained = explain(plan, slice, option.spec.letter, "line-machines-on-demand", {});
    QVERIFY(explained.has_value());
    QCOMPARE((*explained)->value.value(), line->total.toDouble());
    QVERIFY(plainText(*explained).find("Rebate of machines that run all month") != std::string::npos);
}

void tst_Compare::pathsDoNotDependOnTheNumberOfThreads()
{
    Plan plan = assistantPlan();
    std::get<LlmServing>(plan.workloads[0].detail).outputTokens = Range::triangular(100, 200, 400);
    plan.workloads[0].demand.peakPerSecond = Range::triangular(3, 5, 9);
    const Comparison one = compared(plan, {.paths = 300, .threads = 1});
    for (const unsigned threads : {2U, 5U}) {
        const Comparison many = compared(plan, {.paths = 300, .threads = threads});
        QVERIFY(many.options == one.options);
        QVERIFY(many.tippingPoints == one.tippingPoints);
    }
    const Comparison other = compared(plan, {.paths = 300, .seed = 7, .threads = 1});
    QVERIFY(other.options[0].cost.range != one.options[0].cost.range);
    QCOMPARE(other.options[0].cost.base.count, one.options[0].cost.base.count); // the base case knows no seed
}

void tst_Compare::rangesAreOrderedAndFirstPlacesSumToOne()
{
    Plan plan = assistantPlan();
    plan.workloads[0].demand.peakPerSecond = Range::triangular(3, 5, 9);
    const Comparison comparison = compared(plan, {.paths = 256});
    double first = 0.0;
    for (const OptionResult& option : comparison.options) {
        if (option.state == OptionState::Excluded) {
            continue;
        }
        QVERIFY(option.cost.range.has_value());
        QVERIFY(option.cost.range->p10 <= option.cost.range->p50
                && option.cost.range->p50 <= option.cost.range->p90);
        QCOMPARE(option.cost.cumulativeP50.size(), option.cost.cumulativeBase.size());
        first += option.firstInFraction.value_or(0.0);
    }
    QVERIFY(std::abs(first - 1.0) < 1e-9);
}

QTEST_APPLESS_MAIN(tst_Compare)
#include "tst_Compare.moc"
