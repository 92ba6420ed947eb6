// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli/CliRun.h"

#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <sstream>

using namespace wherewithal;
using app::cli::ExitStatus;
using tests::Outcome;
using tests::ran;
using tests::words;
using Json = nlohmann::json;

namespace {

const std::string kTinyRun =
    std::string(WHEREWITHAL_TEST_DATA) + "/replay/runs/tiny.config.json"; // NOLINT(cert-err58-cpp)

std::string contentOf(const std::filesystem::path& path)
{
    std::ifstream file(path);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

std::filesystem::path written(const QTemporaryDir& folder, const char* name, std::string_view text)
{
    const std::filesystem::path path = std::filesystem::path(folder.path().toStdString()) / name;
    std::ofstream(path) << text;
    return path;
}

constexpr std::string_view kLlama = R"({"model_type": "llama", "hidden_size": 4096, "num_hidden_layers": 32,
  "num_attention_heads": 32, "num_key_value_heads": 8, "intermediate_size": 14336, "vocab_size": 128256,
  "max_position_embeddings": 8192, "tie_word_embeddings": false, "torch_dtype": "bfloat16"})";

} // namespace

class tst_ReplayCommand : public QObject
{
    Q_OBJECT
private slots:
    void aRunFileGivesTheShapeOfTheContract();
    void writesTheTimesOfEveryRequest();
    void optionsGoOverTheRunFile();
    void theExampleOfTheHelpWorks();
    void replaysATraceOnADevice();
    void anOverloadedTraceIsCalledSo();
    void searchesTheLargestRate();
    void theCurveClaimsNoLatencyWhenOverloaded();
    void drawnArrivalsClaimNoLatencyWhenOverloaded();
    void measuredMeansCalibrateTheReplay();
    void theSameSeedGivesTheSameDocument();
    void refusesWhatItCannotAnswer_data();
    void refusesWhatItCannotAnswer();
};

void tst_ReplayCommand::aRunFileGivesTheShapeOfTheContract()
{
    const Outcome outcome = ran({"replay", "--run", kTinyRun, "--json"});
    QCOMPARE(outcome.status, ExitStatus::Done);
    const Json json = Json::parse(outcome.out);
    QCOMPARE(json["requests"].get<int>(), 2);
    QCOMPARE(json["restarts"].get<int>(), 0);
    QVERIFY(std::abs(json["simulated_s"].get<double>() - 0.15) < 1e-12);
    QVERIFY(std::abs(json["output_tokens_per_second"].get<double>() - 5.0 / 0.15) < 1e-9);
    QVERIFY(json["wall_s"].get<double>() >= 0.0);
    for (const char* key : {"ttft_s", "tpot_s", "end_to_end_s"}) {
        for (const char* percentile : {"mean", "p50", "p95", "p99"}) {
            QVERIFY(json[key][percentile].is_number());
        }
    }
    QVERIFY(std::abs(json["end_to_end_s"]["p50"].get<double>() - 0.12) < 1e-12); // between 0.09 and 0.15
    QVERIFY(json["end_to_end_s"]["p50_interval_95"].is_null());                  // two requests tell nothing
    QVERIFY(outcome.err.find("tiny.config.json:colour: no setting") != std::string::npos);
}

void tst_ReplayCommand::writesTheTimesOfEveryRequest()
{
    const QTemporaryDir folder;
    const std::string path = folder.path().toStdString() + "/out.csv";
    QCOMPARE(ran({"replay", "--run", kTinyRun, "--requests-out", path}).status, ExitStatus::Done);
    QCOMPARE(QString::fromStdString(contentOf(path)),
             QStringLiteral(
                 "arrived_at_s,prefill_tokens,decode_tokens,scheduling_delay_s,ttft_s,end_to_end_s,restarts\n"
                 "0,16,3,0,0.05,0.15,0\n"
                 "0.06,32,2,0.01,0.06,0.09,0\n"));
    const Outcome nowhere = ran({"replay", "--run", kTinyRun, "--requests-out", "/nowhere/out.csv"});
    QVERIFY(nowhere.status != ExitStatus::Done);
}

void tst_ReplayCommand::optionsGoOverTheRunFile()
{
    const Outcome outcome =
        ran({"replay", "--run", kTinyRun, "--scheduler", "sarathi", "--chunk", "16", "--json"});
    QCOMPARE(outcome.status, ExitStatus::Done);
    const Json json = Json::parse(outcome.out);
    QCOMPARE(json["settings"]["scheduler"].get<std::string>(), std::string("sarathi"));
    QCOMPARE(json["settings"]["chunk_tokens"].get<int>(), 16);
}

void tst_ReplayCommand::theExampleOfTheHelpWorks()
{
    const Outcome help = ran({"replay", "--help"});
    QCOMPARE(help.status, ExitStatus::Done);
    const std::string mark = "wherewithal-cli replay ";
    const std::size_t at = help.out.rfind(mark);
    QVERIFY(at != std::string::npos);
    const std::string line =
        help.out.substr(at + mark.size() - 7, help.out.find('\n', at) - at - mark.size() + 7);
    const Outcome outcome = ran(words(QString::fromStdString(line)));
    QVERIFY2(outcome.status == ExitStatus::Done, outcome.err.c_str());
    QVERIFY(outcome.out.find("time to first token") != std::string::npos);
}

void tst_ReplayCommand::replaysATraceOnADevice()
{
    const QTemporaryDir folder;
    const auto config = written(folder, "config.json", kLlama);
    const auto trace = written(folder,
                               "trace.csv",
                               "TIMESTAMP,ContextTokens,GeneratedTokens\n2023-11-16 18:00:00.0,1000,50\n"
                               "2023-11-16 18:00:01.0,500,100\n2023-11-16 18:00:00.5,x,1\n");
    const Outcome outcome = ran({"replay",
                                 "--model",
                                 config.string(),
                                 "--device",
                                 "h100-sxm",
                                 "--trace",
                                 trace.string(),
                                 "--engine-profile",
                                 "none",
                                 "--json"});
    QVERIFY2(outcome.status == ExitStatus::Done, outcome.err.c_str());
    const Json json = Json::parse(outcome.out);
    QCOMPARE(json["requests"].get<int>(), 2);
    QCOMPARE(json["settings"]["step_times"].get<std::string>(), std::string("roofline"));
    QCOMPARE(json["settings"]["tensor_parallel"].get<int>(), 1);
    // 16 GB of weights at 3.35 TB/s: 4.8 ms a token at the very least, and not twice that.
    QVERIFY(json["tpot_s"]["p50"].get<double>() > 0.0048 && json["tpot_s"]["p50"].get<double>() < 0.0096);
    QVERIFY(outcome.err.find("trace.csv:4:ContextTokens: row left out") != std::string::npos);
}

void tst_ReplayCommand::anOverloadedTraceIsCalledSo()
{
    const QTemporaryDir folder;
    const auto config = written(folder, "config.json", kLlama);
    const Outcome outcome = ran({"replay",
                                 "--model",
                                 config.string(),
                                 "--device",
                                 "l40s",
                                 "--rate",
                                 "100",
                                 "--input-tokens",
                                 "1000",
                                 "--output-tokens",
                                 "200",
                                 "--json"});
    QVERIFY2(outcome.status == ExitStatus::Done, outcome.err.c_str());
    const Json json = Json::parse(outcome.out);
    QCOMPARE(json["load"]["state"].get<std::string>(), std::string("overloaded"));
    QCOMPARE(json["load"]["is_latency_claimed"].get<bool>(), false);
    QVERIFY(json["load"]["stable_requests_per_second"].get<double>() < 95.0);
    QVERIFY(outcome.err.find("overloaded: ") != std::string::npos);
}

void tst_ReplayCommand::searchesTheLargestRate()
{
    const std::vector<std::string> base{"replay",
                                        "--model",
                                        "example:assistant",
                                        "--device",
                                        "h100-sxm",
                                        "--rate",
                                        "1",
                                        "--input-tokens",
                                        "500",
                                        "--output-tokens",
                                        "50",
                                        "--requests",
                                        "1000",
                                        "--json"};
    std::vector<std::string> reachable = base;
    reachable.insert(reachable.end(), {"--ttft-p95", "1.0"});
    const Outcome outcome = ran(reachable);
    QVERIFY2(outcome.status == ExitStatus::Done, outcome.err.c_str());
    const Json sustained = Json::parse(outcome.out)["sustained"];
    QVERIFY(sustained["requests_per_second"].get<double>() > 0.0);
    QVERIFY(sustained["ttft_s"]["p95"].get<double>() <= 1.0);
    std::vector<std::string> hopeless = base;
    hopeless.insert(hopeless.end(), {"--tpot-p95", "0.000001"});
    QCOMPARE(ran(hopeless).status, ExitStatus::AnswerIsNo);
}

void tst_ReplayCommand::theCurveClaimsNoLatencyWhenOverloaded()
{
    const Outcome outcome =
        ran({"replay", "--run", kTinyRun, "--rate", "1", "--requests", "300", "--curve", "--json"});
    QVERIFY2(outcome.status == ExitStatus::Done, outcome.err.c_str());
    const Json curve = Json::parse(outcome.out)["saturation_curve"];
    QVERIFY(curve.size() > 5);
    for (const Json& point : curve) {
        QCOMPARE(point["ttft_s"].is_null(), point["utilisation"].get<double>() > 0.95);
    }
}

void tst_ReplayCommand::drawnArrivalsClaimNoLatencyWhenOverloaded()
{
    const auto drawn = [](const char* rate, bool isJson) {
        std::vector<std::string> line{"replay", "--run", kTinyRun, "--rate", rate, "--requests", "2000"};
        if (isJson) {
            line.emplace_back("--json");
        }
        return ran(line);
    };
    const double stable = Json::parse(drawn("1", true).out)["load"]["stable_requests_per_second"];
    const std::string below = std::to_string(0.5 * stable);
    const std::string beyond = std::to_string(1.5 * stable);
    const Json told = Json::parse(drawn(below.c_str(), true).out);
    QVERIFY(told["ttft_s"]["p95"].is_number() && told["ttft_s"]["p95_interval_95"].is_array());
    const Outcome outcome = drawn(beyond.c_str(), true);
    const Json untold = Json::parse(outcome.out);
    QCOMPARE(untold["load"]["state"].get<std::string>(), std::string("overloaded"));
    for (const char* key : {"ttft_s", "tpot_s", "end_to_end_s"}) {
        for (const char* part : {"mean", "p50", "p95", "p99", "p95_interval_95"}) {
            QVERIFY(untold[key].contains(part) && untold[key][part].is_null());
        }
    }
    QVERIFY(outcome.err.find("requests/s are stable (no latency is claimed") != std::string::npos);
    const std::string text = drawn(beyond.c_str(), false).out;
    QVERIFY(text.find("no latency is claimed") != std::string::npos);
    QVERIFY(text.find("end to end") == std::string::npos && text.find("stable rate") != std::string::npos);
    QVERIFY(drawn(below.c_str(), false).out.find("95 % interval of p95") != std::string::npos);
}

void tst_ReplayCommand::measuredMeansCalibrateTheReplay()
{
    const QTemporaryDir folder;
    const std::string model = written(folder, "config.json", kLlama).string();
    const auto replayed = [&](std::vector<std::string> more) {
        std::vector<std::string> arguments{"replay",
                                           "--model",
                                           model,
                                           "--device",
                                           "h100-sxm",
                                           "--rate",
                                           "4",
                                           "--input-tokens",
                                           "500",
                                           "--output-tokens",
                                           "100",
                                           "--requests",
                                           "200",
                                           "--json"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        const Outcome outcome = ran(arguments);
        return outcome.status == ExitStatus::Done ? Json::parse(outcome.out) : Json();
    };
    const double standard = replayed({})["tpot_s"]["mean"];
    const double measured = 1.2 * standard;
    const Json json = replayed({"--measured", "time-per-token=" + std::to_string(measured)});
    const Json& fit = json["calibration"];
    QVERIFY(std::abs(fit["points"][0]["predicted_before"].get<double>() / standard - 1.0) < 1e-9);
    QVERIFY(std::abs(fit["error_before_rms_log"].get<double>() - std::log(1.2)) < 1e-3);
    QVERIFY(fit["error_after_rms_log"].get<double>() < 0.03);
    QVERIFY(fit["bandwidth_factor"].get<double>() < 1.0);
    QVERIFY(fit["date"].is_null()); // no clock here
    QVERIFY(std::abs(json["tpot_s"]["mean"].get<double>() / measured - 1.0) < 0.03);
}

void tst_ReplayCommand::theSameSeedGivesTheSameDocument()
{
    const auto document = [](const char* seed) {
        Json json = Json::parse(ran({"replay",
                                     "--run",
                                     kTinyRun,
                                     "--rate",
                                     "5",
                                     "--burstiness",
                                     "4",
                                     "--requests",
                                     "500",
                                     "--seed",
                                     seed,
                                     "--json"})
                                    .out);
        json.erase("wall_s");
        return json.dump();
    };
    QCOMPARE(document("7"), document("7"));
    QVERIFY(document("7") != document("8"));
}

void tst_ReplayCommand::refusesWhatItCannotAnswer_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QString>("says");
    QTest::addRow("nothing at all") << "" << "no requests are given";
    QTest::addRow("an absent run") << "--run /nowhere.json" << "nowhere.json";
    QTest::addRow("no model") << "--rate 1 --input-tokens 10 --output-tokens 1"
                              << "nothing says how long an iteration takes";
    QTest::addRow("an unknown device")
        << "--model example:assistant --device abacus --rate 1 --input-tokens 10 --output-tokens 1"
        << "no device 'abacus' in the catalogue (known: h100-sxm, l40s)";
    QTest::addRow("no device") << "--model example:assistant --rate 1 --input-tokens 10 --output-tokens 1"
                               << "--device: no device is given";
    QTest::addRow("a measured value of nothing known")
        << "--model example:assistant --device h100-sxm --rate 1 --input-tokens 10 --output-tokens 1 "
           "--measured speed=3"
        << "'speed' is nothing that is measured";
    QTest::addRow("a load where the trace is the load")
        << "--model example:assistant --device h100-sxm --rate 1 --input-tokens 10 --output-tokens 1 "
           "--measured first-token@2=3"
        << "the load is that of the requests";
    QTest::addRow("an unknown example")
        << "--model example:nothing --rate 1 --input-tokens 10 --output-tokens 1"
        << "no example of that name";
    QTest::addRow("an unknown profile") << "--model example:assistant --device h100-sxm --rate 1 "
                                           "--input-tokens 10 --output-tokens 1 --engine-profile abacus"
                                        << "abacus";
    QTest::addRow("an unknown precision") << "--model example:assistant --device h100-sxm --rate 1 "
                                             "--input-tokens 10 --output-tokens 1 --precision fp3"
                                          << "no precision is called 'fp3'";
    QTest::addRow("an unknown week") << "--run TINY --rate 1 --profile someday" << "office-hours";
    QTest::addRow("an unknown scheduler") << "--scheduler orca" << "orca";
    QTest::addRow("no batch") << "--run TINY --max-batch 0" << "max_batch";
}

void tst_ReplayCommand::refusesWhatItCannotAnswer()
{
    QFETCH(QString, arguments);
    QFETCH(QString, says);
    std::vector<std::string> line = words(QStringLiteral("replay ") + arguments);
    std::ranges::replace(line, std::string("TINY"), kTinyRun);
    const Outcome outcome = ran(line);
    QCOMPARE(outcome.status, ExitStatus::InputAtFault);
    QVERIFY2(outcome.err.find(says.toStdString()) != std::string::npos, outcome.err.c_str());
    QVERIFY(outcome.out.empty());
}

QTEST_APPLESS_MAIN(tst_ReplayCommand)
#include "tst_ReplayCommand.moc"
