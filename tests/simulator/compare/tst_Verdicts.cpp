// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/compare/Verdicts.h"

#include <QtTest>

#include <array>

using namespace wherewithal::model;
using namespace wherewithal::simulator;

namespace {

OptionResult optionWith(Reason::Kind kind)
{
    OptionResult option;
    option.reasons.push_back({.kind = kind, .text = "because"});
    return option;
}

OptionResult
priced(const char* letter, OptionKind kind, double presentValue, OptionState state = OptionState::Ranked)
{
    OptionResult option;
    option.spec.letter = letter;
    option.spec.id = OptionId{letter};
    option.spec.kind = kind;
    option.state = state;
    option.cost.presentValue = presentValue;
    return option;
}

Plan planWithLatencyObjective()
{
    Plan plan;
    Workload workload;
    workload.id = WorkloadId{"w"};
    workload.objectives.latencyP95Seconds = 30.0;
    plan.workloads = {workload};
    return plan;
}

} // namespace

class tst_Verdicts : public QObject
{
    Q_OBJECT
private slots:
    void failuresExcludeAndUnknownsLeaveUndecided_data();
    void failuresExcludeAndUnknownsLeaveUndecided();
    void warningsChangeNoState();
    void anUnknownLatencyLeavesTheObjectiveUndecided();
    void aMissedObjectiveIsNamedWithBothNumbers();
    void anObjectiveMetExactlyIsMet();
    void hardLimitsExcludeRaisableOnesDoNot();
    void theReferenceIsTheCheapestOwnedOption();
    void displayOrderPutsAaAfterZ();
};

void tst_Verdicts::failuresExcludeAndUnknownsLeaveUndecided_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("state");
    const auto row = [](const char* title, Reason::Kind kind, OptionState state) {
        QTest::addRow("%s", title) << static_cast<int>(kind) << static_cast<int>(state);
    };
    row("requirement failed", Reason::Kind::RequirementFailed, OptionState::Excluded);
    row("objective failed", Reason::Kind::ObjectiveFailed, OptionState::Excluded);
    row("does not fit", Reason::Kind::DoesNotFit, OptionState::Excluded);
    row("limit failed", Reason::Kind::LimitFailed, OptionState::Excluded);
    row("requirement unknown", Reason::Kind::RequirementUnknown, OptionState::Undecided);
    row("objective unknown", Reason::Kind::ObjectiveUnknown, OptionState::Undecided);
    row("cost part unknown", Reason::Kind::CostPartUnknown, OptionState::Undecided);
}

void tst_Verdicts::failuresExcludeAndUnknownsLeaveUndecided()
{
    QFETCH(int, kind);
    QFETCH(int, state);
    QCOMPARE(static_cast<int>(stateOf(optionWith(static_cast<Reason::Kind>(kind)))), state);
}

void tst_Verdicts::warningsChangeNoState()
{
    QCOMPARE(static_cast<int>(stateOf(optionWith(Reason::Kind::Warning))),
             static_cast<int>(OptionState::Ranked));
    OptionResult incomplete;
    incomplete.cost.isComplete = false;
    QCOMPARE(static_cast<int>(stateOf(incomplete)), static_cast<int>(OptionState::Undecided));
}

void tst_Verdicts::anUnknownLatencyLeavesTheObjectiveUndecided()
{
    OptionResult option;
    option.workloads.resize(1);
    addObjectiveReasons(planWithLatencyObjective(), option);
    QCOMPARE(option.reasons.size(), std::size_t{1});
    QCOMPARE(static_cast<int>(option.reasons[0].kind), static_cast<int>(Reason::Kind::ObjectiveUnknown));
}

void tst_Verdicts::aMissedObjectiveIsNamedWithBothNumbers()
{
    OptionResult option;
    option.workloads.resize(1);
    option.workloads[0].latency = Latency{.p50Seconds = 20, .p95Seconds = 41, .p99Seconds = 60};
    addObjectiveReasons(planWithLatencyObjective(), option);
    QCOMPARE(option.reasons.size(), std::size_t{1});
    QCOMPARE(option.reasons[0].text, std::string("Latency P95 41 s: objective 30 s or less"));
    QCOMPARE(option.reasons[0].requirementId, std::string("w/latency_p95"));
}

void tst_Verdicts::anObjectiveMetExactlyIsMet()
{
    OptionResult option;
    option.workloads.resize(1);
    option.workloads[0].latency = Latency{.p50Seconds = 20, .p95Seconds = 30, .p99Seconds = 60};
    addObjectiveReasons(planWithLatencyObjective(), option);
    QVERIFY(option.reasons.empty());
}

void tst_Verdicts::hardLimitsExcludeRaisableOnesDoNot()
{
    OptionResult option;
    option.workloads.resize(1);
    option.workloads[0].limits = {
        {.key = "a",
         .name = "Machines per app",
         .value = 100,
         .unit = "machines",
         .usedNow = 120,
         .isHard = true,
         .isRaisable = true},
        {.key = "b", .name = "Router time-out", .value = 30, .unit = "s", .usedNow = 10, .isHard = true}};
    addLimitReasons(planWithLatencyObjective(), option);
    QVERIFY(option.reasons.empty());
    option.workloads[0].limits[1].usedNow = 45;
    addLimitReasons(planWithLatencyObjective(), option);
    QCOMPARE(option.reasons.size(), std::size_t{1});
    QCOMPARE(static_cast<int>(stateOf(option)), static_cast<int>(OptionState::Excluded));
}

void tst_Verdicts::theReferenceIsTheCheapestOwnedOption()
{
    Plan plan;
    std::vector<OptionResult> options{priced("A", OptionKind::Machine, 100),
                                      priced("B", OptionKind::SelfHosted, 300),
                                      priced("C", OptionKind::SelfHosted, 200),
                                      priced("D", OptionKind::SelfHosted, 50, OptionState::Excluded)};
    QCOMPARE(referenceIndex(plan, options).value(), std::size_t{2});
    plan.referenceOption = "A";
    QCOMPARE(referenceIndex(plan, options).value(), std::size_t{0});
    plan.referenceOption.clear();
    options.push_back(
        priced("E", OptionKind::SelfHosted, 10, OptionState::Undecided)); // its cost is a lower bound
    QCOMPARE(referenceIndex(plan, options).value(), std::size_t{2});
    options.resize(1);
    QCOMPARE(referenceIndex(plan, options).value(), std::size_t{0});
    QVERIFY(!referenceIndex(plan, {}).has_value());
}

void tst_Verdicts::displayOrderPutsAaAfterZ()
{
    std::vector<OptionResult> options{priced("AA", OptionKind::Machine, 1, OptionState::Excluded),
                                      priced("Z", OptionKind::Machine, 1, OptionState::Excluded),
                                      priced("B", OptionKind::Machine, 1, OptionState::Undecided),
                                      priced("C", OptionKind::Machine, 1)};
    options[3].rank = 1;
    sortForDisplay(options);
    QCOMPARE(options[0].spec.letter, std::string("C"));
    QCOMPARE(options[1].spec.letter, std::string("B"));
    QCOMPARE(options[2].spec.letter, std::string("Z"));
    QCOMPARE(options[3].spec.letter, std::string("AA"));
}

QTEST_APPLESS_MAIN(tst_Verdicts)
#include "tst_Verdicts.moc"
