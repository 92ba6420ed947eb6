// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/json/PlanJson.h"
#include "resources/EmbeddedPlans.h"
#include "tests/app/cli/CliRun.h"

#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

using namespace wherewithal;
using app::cli::ExitStatus;
using nlohmann::json;
using tests::Outcome;
using tests::ranAsProgram;
using tests::throughputOf;

namespace {

/// The assistant's plan as the window leaves it after a fit: the H100 reaches half of what was predicted.
model::Plan calibratedPlan(const std::string& engineProfile)
{
    const auto& examples = resources::embeddedExamples();
    const auto assistant =
        std::ranges::find_if(examples, [](const auto& example) { return example.name == "assistant"; });
    model::Plan plan = providers::readPlan(assistant->text)->plan;
    std::get<model::LlmServing>(plan.workloads.front().detail).calibrations = {
        {.device = model::AcceleratorId("h100-sxm"),
         .engineProfile = engineProfile,
         .date = "2026-11-02",
         .points = {{.kind = model::CalibrationPoint::Kind::Throughput, .at = 64, .measured = 900}},
         .computeFactor = 0.5,
         .bandwidthFactor = 0.5,
         .secondsPerStep = 0.002,
         .errorBefore = 0.69,
         .errorAfter = 0.03}};
    return plan;
}

} // namespace

/// What the window keeps in a plan, the command line predicts with, and says so.
class tst_KeptCalibration : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void throughputUsesIt();
    void anotherEngineDoesNot();
    void ownMeasurementsGoOverIt();
    void replayUsesIt();
    void compareUsesItAndSaysSo();
    void aWrongFactorIsRefused();

private:
    [[nodiscard]] std::string saved(const char* name, const model::Plan& plan) const
    {
        const std::string path = m_folder.filePath(QString::fromLatin1(name)).toStdString();
        return providers::savePlan(plan, path) ? path : std::string();
    }
    QTemporaryDir m_folder;
};

void tst_KeptCalibration::initTestCase()
{
    qunsetenv("XDG_DATA_HOME");
    qputenv("HOME", "/nonexistent");
}

void tst_KeptCalibration::throughputUsesIt()
{
    const Outcome plain = ranAsProgram(throughputOf("example:assistant"));
    QVERIFY2(plain.status == ExitStatus::Done, plain.err.c_str());
    QVERIFY(!json::parse(plain.out).contains("calibration"));
    const Outcome tuned = ranAsProgram(throughputOf(saved("a.wherewithal", calibratedPlan(""))));
    QVERIFY2(tuned.status == ExitStatus::Done, tuned.err.c_str());
    const json document = json::parse(tuned.out);
    const double standard = json::parse(plain.out)["output_tokens_per_second"].get<double>();
    const double calibrated = document["output_tokens_per_second"].get<double>();
    QVERIFY(calibrated > 0.4 * standard && calibrated < 0.65 * standard); // half the shares of peak
    QCOMPARE(document["uncalibrated_output_tokens_per_second"].get<double>(), standard);
    QCOMPARE(document["calibration"]["origin"].get<std::string>(), std::string("plan"));
    QCOMPARE(document["calibration"]["engine_profile"].get<std::string>(), std::string("vllm-0.15"));
    QCOMPARE(document["calibration"]["points"].size(), std::size_t{1});
    QVERIFY2(tuned.says("calibration of h100-sxm with vllm-0.15: the plan keeps measurements of 2026-11-02"),
             tuned.err.c_str());
    auto forPeople = throughputOf(saved("a.wherewithal", calibratedPlan("")));
    forPeople.pop_back(); // --json
    QVERIFY(ranAsProgram(forPeople).out.find("uncalibrated_output_tokens_per_second ") != std::string::npos);
}

void tst_KeptCalibration::anotherEngineDoesNot()
{
    const std::string plan = saved("b.wherewithal", calibratedPlan("vllm-0.5"));
    const Outcome outcome = ranAsProgram(throughputOf(plan));
    QVERIFY(!json::parse(outcome.out).contains("calibration"));
    QVERIFY2(outcome.says("with vllm-0.5, not with vllm-0.15: they are not used (--engine-profile vllm-0.5"),
             outcome.err.c_str());
    const Outcome asked = ranAsProgram(throughputOf(plan, {"--engine-profile", "vllm-0.5"}));
    QCOMPARE(json::parse(asked.out)["calibration"]["origin"].get<std::string>(), std::string("plan"));
}

void tst_KeptCalibration::ownMeasurementsGoOverIt()
{
    const std::string plan = saved("c.wherewithal", calibratedPlan(""));
    const Outcome outcome = ranAsProgram(throughputOf(plan, {"--measured", "tokens-per-second@64=2000"}));
    QVERIFY2(outcome.status == ExitStatus::Done, outcome.err.c_str());
    QCOMPARE(json::parse(outcome.out)["calibration"]["origin"].get<std::string>(),
             std::string("command line"));
    QVERIFY(!outcome.says("the plan keeps"));
}

void tst_KeptCalibration::replayUsesIt()
{
    const auto arguments = [](const std::string& model) {
        return std::vector<std::string>{"replay",
                                        "--model",
                                        model,
                                        "--device",
                                        "h100-sxm",
                                        "--rate",
                                        "1",
                                        "--input-tokens",
                                        "1000",
                                        "--output-tokens",
                                        "200",
                                        "--requests",
                                        "300",
                                        "--json"};
    };
    const json plain = json::parse(ranAsProgram(arguments("example:assistant")).out);
    const Outcome tuned = ranAsProgram(arguments(saved("d.wherewithal", calibratedPlan(""))));
    const json document = json::parse(tuned.out);
    QCOMPARE(document["calibration"]["device"].get<std::string>(), std::string("h100-sxm"));
    QVERIFY(document["tpot_s"]["p50"].get<double>() > 1.5 * plain["tpot_s"]["p50"].get<double>());
    QVERIFY(!plain.contains("calibration"));
    QVERIFY2(tuned.says("which the figures rest on"), tuned.err.c_str());
}

void tst_KeptCalibration::compareUsesItAndSaysSo()
{
    const Outcome plain = ranAsProgram({"compare", "example:assistant", "--json", "--paths", "0"});
    const Outcome tuned =
        ranAsProgram({"compare", saved("e.wherewithal", calibratedPlan("")), "--json", "--paths", "0"});
    QVERIFY2(tuned.status == ExitStatus::Done, tuned.err.c_str());
    QVERIFY(!plain.says("the plan keeps"));
    QVERIFY2(tuned.says("calibration of h100-sxm with vllm-0.15: the plan keeps measurements of 2026-11-02"),
             tuned.err.c_str());
    // Half the speed of an H100 asks for more machines: its options cost more, those of other devices do not.
    const json before = json::parse(plain.out)["options"];
    const json after = json::parse(tuned.out)["options"];
    QCOMPARE(after.size(), before.size());
    int dearer = 0;
    int same = 0;
    for (const json& option : before) {
        const auto twin =
            std::ranges::find_if(after, [&](const json& other) { return other["id"] == option["id"]; });
        QVERIFY(twin != after.end());
        if (!option["cost"]["base"].is_number() || !(*twin)["cost"]["base"].is_number()) {
            continue;
        }
        const double was = option["cost"]["base"].get<double>();
        const double is = (*twin)["cost"]["base"].get<double>();
        QVERIFY(is >= was * (1.0 - 1e-9));
        dearer += is > was * 1.2 ? 1 : 0;
        same += std::abs(is - was) <= was * 1e-9 ? 1 : 0;
    }
    QVERIFY(dearer >= 1);
    QVERIFY(same >= 1);
}

void tst_KeptCalibration::aWrongFactorIsRefused()
{
    model::Plan plan = calibratedPlan("");
    std::get<model::LlmServing>(plan.workloads.front().detail).calibrations.front().computeFactor = -1.0;
    const Outcome outcome = ranAsProgram(throughputOf(saved("f.wherewithal", plan)));
    QVERIFY(outcome.status == ExitStatus::InputAtFault);
    QVERIFY2(outcome.says("compute_factor"), outcome.err.c_str());
}

QTEST_APPLESS_MAIN(tst_KeptCalibration)
#include "tst_KeptCalibration.moc"
