// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/cost/OptionModel.h"
#include "simulator/throughput/LlmReplica.h"
#include "tests/simulator/throughput/Hosts.h"
#include "tests/simulator/throughput/KnownModels.h"

#include <QtTest>

#include <cmath>

using namespace wherewithal;
using model::Range;
using simulator::replicaCapacity;

/// What a plan may choose about how a language model is served: experts dealt out, tokens drafted.
class tst_ServingChoices : public QObject
{
    Q_OBJECT
private slots:
    void draftedTokensFollowTheClosedForm();
    void nothingDraftedIsNoSpeculation();
    void expertsAreDealtOutAsThePlanSays();
    void aDenseModelHasNoExpertsToDealOut();
    void anUncertainAcceptanceHasAnElasticity();
};

namespace {

model::Workload workloadOf(const char* name)
{
    model::LlmServing serving;
    for (const auto& known : tests::knownModels()) {
        if (known.architecture.name == name) {
            serving.architecture = known.architecture;
        }
    }
    serving.inputTokens = 1000.0;
    serving.outputTokens = 200.0;
    return {.detail = serving};
}

model::LlmServing& servingOf(model::Workload& workload)
{
    return std::get<model::LlmServing>(workload.detail);
}

constexpr const char* kDense = "Llama-3.1-8B";
constexpr const char* kMixture = "Qwen3-30B-A3B";

model::Result<simulator::ReplicaCapacity<double>> sized(const model::Workload& workload, int devices)
{
    const model::Accelerator device = tests::h100();
    const model::Machine machine = tests::gpuMachine(device, devices);
    return replicaCapacity<double>(workload, {&machine, &device}, {}, simulator::baseDraw(workload));
}

} // namespace

void tst_ServingChoices::draftedTokensFollowTheClosedForm()
{
    model::Workload workload = workloadOf(kDense);
    servingOf(workload).maxBatch = 4; // few sequences: a pass is bound by reading the weights
    const auto plain = sized(workload, 1);
    QVERIFY2(plain, plain ? "" : model::text(plain.error()).c_str());
    servingOf(workload).speculation = {.draftedTokens = 3, .acceptance = 0.7, .draftShare = 0.05};
    const auto drafted = sized(workload, 1);
    QVERIFY(drafted);
    // (1 - 0.7^4) / (1 - 0.7) = 2.533 tokens a pass that is 1 + 3 x 0.05 = 1.15 times as long, and a little
    // longer for what it checks; prompts take as long as before.
    const double most = 2.533 / 1.15;
    const double gain = *plain->timePerTokenSeconds / *drafted->timePerTokenSeconds;
    QVERIFY2(gain > 0.8 * most && gain < most, qPrintable(QString::number(gain)));
    QVERIFY(drafted->perSecond > plain->perSecond);
    servingOf(workload).speculation.acceptance = 0.0;
    const auto useless = sized(workload, 1);
    QVERIFY(useless);
    QVERIFY(useless->perSecond < plain->perSecond); // drafts that never hold only cost
}

void tst_ServingChoices::nothingDraftedIsNoSpeculation()
{
    model::Workload workload = workloadOf(kDense);
    const auto plain = sized(workload, 1);
    servingOf(workload).speculation = {.draftedTokens = 0, .acceptance = 0.9, .draftShare = 2.0};
    const auto other = sized(workload, 1);
    QVERIFY(plain && other);
    QCOMPARE(other->perSecond, plain->perSecond);
    QVERIFY(!simulator::speculationOf(servingOf(workload)));
}

void tst_ServingChoices::expertsAreDealtOutAsThePlanSays()
{
    model::Workload workload = workloadOf(kMixture);
    servingOf(workload).tensorParallel = 4;
    const auto cut = sized(workload, 4);
    QVERIFY2(cut, cut ? "" : model::text(cut.error()).c_str());
    servingOf(workload).isExpertParallel = true;
    const auto dealt = sized(workload, 4);
    QVERIFY2(dealt, dealt ? "" : model::text(dealt.error()).c_str());
    QVERIFY(*dealt->weightsBytes > *cut->weightsBytes); // all but the experts on every device
    QVERIFY(std::abs(dealt->perSecond / cut->perSecond - 1.0) > 0.01);
}

void tst_ServingChoices::aDenseModelHasNoExpertsToDealOut()
{
    model::Workload workload = workloadOf(kDense);
    servingOf(workload).isExpertParallel = true;
    const auto refused = sized(workload, 2);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, model::ErrorCode::Inconsistent);
    QVERIFY(refused.error().message.find("no experts") != std::string::npos);
}

void tst_ServingChoices::anUncertainAcceptanceHasAnElasticity()
{
    const model::Accelerator device = tests::h100();
    const model::Machine machine = tests::gpuMachine(device, 1);
    model::Workload workload = workloadOf(kDense);
    servingOf(workload).maxBatch = 4;
    servingOf(workload).speculation = {.draftedTokens = 3, .acceptance = 0.7};
    const auto certain = simulator::tokenElasticity(workload, {&machine, &device}, {});
    QCOMPARE(certain.pass, 0.0);
    servingOf(workload).speculation.acceptance = Range::triangular(0.6, 0.7, 0.8);
    const auto uncertain = simulator::tokenElasticity(workload, {&machine, &device}, {});
    // Prompts do not gain: less than in proportion, but most of it.
    QVERIFY2(uncertain.pass > 0.5 && uncertain.pass <= 1.0, qPrintable(QString::number(uncertain.pass)));
}

QTEST_APPLESS_MAIN(tst_ServingChoices)
#include "tst_ServingChoices.moc"
