// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/units/Measure.h"
#include "providers/json/PlanJson.h"
#include "tests/support/FullPlan.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <rapidcheck.h>

using namespace wherewithal::model;
using namespace wherewithal::providers;

namespace {

/// Numbers of every size and sign, as a user or a slider may make them.
double anyNumber()
{
    const double mantissa = *rc::gen::inRange(-1'000'000'000, 1'000'000'000) / 1e6;
    return mantissa * std::pow(10.0, *rc::gen::inRange(-12, 15));
}

Range anyRange()
{
    std::array<double, 3> ends{anyNumber(), anyNumber(), anyNumber()};
    std::ranges::sort(ends);
    switch (*rc::gen::inRange(0, 3)) {
    case 0:
        return ends[0];
    case 1:
        return Range::triangular(ends[0], ends[1], ends[2]);
    default:
        return ends[0] < ends[2] ? Range::percentiles(ends[0], ends[2]) : Range{ends[0]};
    }
}

std::string anyText()
{
    static const std::vector<std::string> kPieces{
        "a", "Z", " ", "\"", "\\", "/", "~", "\n", "\t", "\x01", "é", "中", "🙂", "%", "{", "0"};
    std::string text;
    for (const int index :
         *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, static_cast<int>(kPieces.size())))) {
        text += kPieces[static_cast<std::size_t>(index)];
    }
    return text;
}

Plan anyPlan()
{
    Plan plan = wherewithal::test::fullPlan();
    plan.name = anyText();
    plan.notes = anyText();
    plan.seed = *rc::gen::arbitrary<std::uint64_t>();
    plan.weights.cost = anyNumber();
    for (double& weight : plan.weights.criteria) {
        weight = anyNumber();
    }
    for (Workload& workload : plan.workloads) {
        workload.name = anyText();
        workload.demand.peakPerSecond = anyRange();
        workload.demand.growth.perYear = anyRange();
        workload.bytesInPerRequest = anyRange();
        workload.storedBytes = anyRange();
        workload.objectives.latencyP95Seconds =
            *rc::gen::arbitrary<bool>() ? std::optional(anyNumber()) : std::nullopt;
        if (*rc::gen::arbitrary<bool>()) {
            workload.unknownKeys["/x_own"] = R"({"deep":[1,2.5,null,"text"]})";
        }
    }
    plan.fieldNotes = {{"/" + anyText(), anyText()}};
    plan.unknownKeys = {{"/x_team", "[1,{\"a\":null}]"}};
    return plan;
}

/// What a reader makes of a config has tests of its own.
void forgetArchitectures(Plan& plan)
{
    for (Workload& workload : plan.workloads) {
        std::visit(
            [](auto& detail) {
                if constexpr (requires { detail.architecture; }) {
                    detail.architecture = {};
                }
            },
            workload.detail);
    }
}

bool holds(const auto& property)
{
    return rc::check(property);
}

} // namespace

class tst_PlanProperties : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { qputenv("RC_PARAMS", "seed=20261122 max_success=200"); }
    void everyMeasureReadsBack();
    void everyPlanReadsBack();
    void workloadsKeepTheirOwnUnknownKeys();
};

void tst_PlanProperties::everyMeasureReadsBack()
{
    QVERIFY(holds([] {
        const Range range = anyRange();
        for (const Dimension dimension : {Dimension::Plain,
                                          Dimension::Bytes,
                                          Dimension::Seconds,
                                          Dimension::PerSecond,
                                          Dimension::Fraction}) {
            const auto back = parseMeasure(measureText(range, dimension), dimension);
            RC_ASSERT(back.has_value());
            RC_ASSERT(*back == range);
        }
    }));
}

void tst_PlanProperties::everyPlanReadsBack()
{
    QVERIFY(holds([] {
        Plan plan = anyPlan();
        const std::string text = writePlan(plan);
        auto document = readPlan(text);
        RC_ASSERT(document.has_value());
        RC_ASSERT(!document->hasErrors());
        RC_ASSERT(writePlan(document->plan) == text);
        forgetArchitectures(plan);
        forgetArchitectures(document->plan);
        RC_ASSERT(document->plan == plan);
    }));
}

void tst_PlanProperties::workloadsKeepTheirOwnUnknownKeys()
{
    QVERIFY(holds([] {
        const Plan plan = anyPlan();
        Plan turned = plan;
        std::ranges::reverse(turned.workloads);
        auto document = readPlan(writePlan(turned));
        RC_ASSERT(document.has_value());
        std::ranges::reverse(document->plan.workloads);
        RC_ASSERT(writePlan(document->plan) == writePlan(plan));
    }));
}

QTEST_APPLESS_MAIN(tst_PlanProperties)
#include "tst_PlanProperties.moc"
