// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli/CliRun.h"
#include "tests/providers/models/ModelBytes.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

#include <cmath>
#include <memory>

using namespace wherewithal;
using app::cli::ExitStatus;
using tests::Outcome;
using tests::ran;
using tests::throughputOf;

namespace {

constexpr const char* kConfig =
    R"({"model_type": "llama", "hidden_size": 4096, "num_hidden_layers": 32, "num_attention_heads": 32,
    "num_key_value_heads": 8, "intermediate_size": 14336, "vocab_size": 128256, "max_position_embeddings": 131072,
    "torch_dtype": "bfloat16"})";

} // namespace

class tst_CliModels : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void inspectKeepsTheContract();
    void inspectReadsTheStatedPrecision();
    void inspectReadsGgufAndOnnx();
    void inspectTakesExactBytesFromAnIndex();
    void inspectNamesWhatIsWrong();
    void throughputKeepsTheContract();
    void throughputOfAGivenBatchAndLayout();
    void theVerySameCaseStandsBesideThePrediction();
    void formatsWithoutArithmeticAreSaid();
    void throughputExplainsItself();
    void throughputSaysWhatDoesNotFit();
    void throughputNamesUnknownDevices();
    void throughputCalibratesWithOwnMeasurements();
    void throughputStatesItsFactors();
    void throughputRefusesWrongFactors_data();
    void throughputRefusesWrongFactors();

private:
    std::string write(const char* name, const std::string& bytes)
    {
        QFile file(m_folder->filePath(QString::fromLatin1(name)));
        if (!file.open(QIODevice::WriteOnly)) {
            return {};
        }
        file.write(bytes.data(), static_cast<qint64>(bytes.size()));
        return file.fileName().toStdString();
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_CliModels::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void tst_CliModels::inspectKeepsTheContract()
{
    const Outcome outcome = ran({"model", "inspect", write("llama.config.json", kConfig), "--json"});
    QVERIFY2(outcome.status == ExitStatus::Done, outcome.err.c_str());
    const auto json = nlohmann::json::parse(outcome.out);
    QCOMPARE(json["architecture"].get<std::string>(), std::string("llama"));
    QCOMPARE(json["parameters_total"].get<double>(), 8030261248.0); // model card
    QCOMPARE(json["parameters_active"].get<double>(), 7504924672.0);
    QCOMPARE(json["weights_bytes"].get<double>(), 2 * 8030261248.0);
    QCOMPARE(json["kv_bytes_per_token"].get<double>(), 131072.0);
    QCOMPARE(json["layers"].get<int>(), 32);
    QCOMPARE(json["context"].get<int>(), 131072);
}

void tst_CliModels::inspectReadsTheStatedPrecision()
{
    const Outcome outcome = ran({"model",
                                 "inspect",
                                 write("config.json", kConfig),
                                 "--precision",
                                 "fp8",
                                 "--context",
                                 "1000",
                                 "--json"});
    const auto json = nlohmann::json::parse(outcome.out);
    QVERIFY(json["weights_bytes"].get<double>() < 9.2e9 && json["weights_bytes"].get<double>() > 8.0e9);
    QCOMPARE(json["kv_bytes_per_sequence"].get<double>(), 131072000.0);
    const Outcome wrong = ran({"model", "inspect", write("config.json", kConfig), "--precision", "fp7"});
    QVERIFY(wrong.status == ExitStatus::InputAtFault);
    QVERIFY(wrong.err.starts_with("--precision: 'fp7' is no number format ("));
}

void tst_CliModels::inspectReadsGgufAndOnnx()
{
    const auto gguf = nlohmann::json::parse(
        ran({"model", "inspect", write("tiny.gguf", tests::tinyGguf().bytes()), "--json"}).out);
    QCOMPARE(gguf["weights_bytes"].get<double>(), 27266.0);
    const auto onnx =
        nlohmann::json::parse(ran({"model", "inspect", write("tiny.onnx", tests::tinyOnnx()), "--json"}).out);
    QCOMPARE(onnx["flops_per_item"].get<double>(), 110752.0);
    QVERIFY(onnx["kv_bytes_per_token"].is_null());
}

void tst_CliModels::inspectTakesExactBytesFromAnIndex()
{
    const std::string config = write("config.json", kConfig);
    write("model.safetensors.index.json", R"({"metadata": {"total_size": 16060522496}, "weight_map": {}})");
    const auto json = nlohmann::json::parse(ran({"model", "inspect", config, "--json"}).out);
    QCOMPARE(json["weights_bytes"].get<double>(), 16060522496.0);
}

void tst_CliModels::inspectNamesWhatIsWrong()
{
    const Outcome missing = ran({"model", "inspect", "no-such-folder/config.json"});
    QVERIFY(missing.status == ExitStatus::InputAtFault);
    QVERIFY(missing.err.find("no-such-folder/config.json") != std::string::npos);
    const Outcome unknown = ran({"model", "inspect", write("config.json", R"({"model_type": "mamba9"})")});
    QVERIFY(unknown.status == ExitStatus::InputAtFault);
    QVERIFY(unknown.err.find("the architecture 'mamba9' is not known") != std::string::npos);
    QVERIFY(unknown.out.empty());
}

void tst_CliModels::throughputKeepsTheContract()
{
    const Outcome outcome = ran(throughputOf(write("config.json", kConfig)));
    QVERIFY2(outcome.status == ExitStatus::Done, outcome.err.c_str());
    const auto json = nlohmann::json::parse(outcome.out);
    const double tokens = json["output_tokens_per_second"];
    QVERIFY(std::abs(tokens / (200.0 * json["requests_per_second"].get<double>()) - 1.0) < 1e-12);
    QVERIFY(json["prefill_s"].get<double>() > 0.0);
    QVERIFY(json["decode_step_s"].get<double>() > 0.005); // 16 GB at 3.35 TB/s
    QVERIFY(json["kv_capacity_tokens"].get<double>() > 400'000);
    QVERIFY(json["max_concurrency"].get<double>() > 300);
    QVERIFY(json["interval_80"]["output_tokens_per_second"][0].get<double>() < tokens);
    QCOMPARE(json["nearest_measurements"].size(), std::size_t{3});
    QCOMPARE(json["nearest_measurements"][0]["model"].get<std::string>(), std::string("Llama-3.1-8B"));
    QVERIFY(json["nearest_measurements"][0]["source"]["url"].get<std::string>().starts_with("https://"));
    QVERIFY(json["interval_80"]["output_tokens_per_second"][1].get<double>() > tokens);
}

void tst_CliModels::throughputOfAGivenBatchAndLayout()
{
    const std::string config = write("config.json", kConfig);
    const auto of = [&](const char* tensor, const char* batch) {
        return nlohmann::json::parse(ran({"throughput",
                                          "--model",
                                          config,
                                          "--device",
                                          "NVIDIA H100 SXM",
                                          "--input-tokens",
                                          "500",
                                          "--output-tokens",
                                          "100",
                                          "--tensor-parallel",
                                          tensor,
                                          "--batch",
                                          batch,
                                          "--engine-profile",
                                          "none",
                                          "--json"})
                                         .out);
    };
    QVERIFY(of("1", "8")["output_tokens_per_second"].get<double>()
            < of("1", "64")["output_tokens_per_second"].get<double>());
    QVERIFY(of("4", "8")["decode_step_s"].get<double>() < of("1", "8")["decode_step_s"].get<double>());
    QCOMPARE(of("4", "8")["tensor_parallel"].get<int>(), 4);
}

void tst_CliModels::theVerySameCaseStandsBesideThePrediction()
{
    const auto nearest = [&](const std::string& batch) {
        std::vector<std::string> line{"throughput",
                                      "--model",
                                      write("config.json", kConfig),
                                      "--device",
                                      "h100-sxm",
                                      "--precision",
                                      "fp8",
                                      "--kv-precision",
                                      "fp8",
                                      "--engine-profile",
                                      "tensorrt-llm",
                                      "--input-tokens",
                                      "1000",
                                      "--output-tokens",
                                      "1000",
                                      "--json"};
        if (!batch.empty()) {
            line.insert(line.end(), {"--batch", batch});
        }
        const Outcome outcome = ran(line);
        return outcome.status == ExitStatus::Done
                   ? nlohmann::json::parse(outcome.out)["nearest_measurements"][0]
                   : nlohmann::json(outcome.err);
    };
    // Published: Llama-3.1-8B, one H100, FP8, 1,000 tokens in and out, as many as fit: 15,220 tokens/s.
    const auto capped = nearest("");
    QVERIFY2(capped["is_same_case"].get<bool>(), capped.dump().c_str());
    QVERIFY(capped["predicted_over_measured"].is_null()); // 256 in flight are not as many as fit
    const auto asked = nearest("400");
    const double ratio = asked["predicted_over_measured"].get<double>();
    QVERIFY2(ratio > 0.6 && ratio < 1.6, asked.dump().c_str());
    QCOMPARE(asked["output_tokens_per_second"].get<double>(), 15220.0);
}

void tst_CliModels::formatsWithoutArithmeticAreSaid()
{
    const auto asked = [&](const char* precision) {
        return ran({"throughput",
                    "--model",
                    write("config.json", kConfig),
                    "--device",
                    "h100-sxm",
                    "--precision",
                    precision,
                    "--input-tokens",
                    "1000",
                    "--output-tokens",
                    "100",
                    "--json"});
    };
    const Outcome four = asked("fp4");
    QCOMPARE(nlohmann::json::parse(four.out)["arithmetic_precision"].get<std::string>(), std::string("bf16"));
    QVERIFY2(four.err.starts_with("--precision: NVIDIA H100 SXM publishes no arithmetic in fp4"),
             four.err.c_str());
    const Outcome eight = asked("fp8");
    QCOMPARE(nlohmann::json::parse(eight.out)["arithmetic_precision"].get<std::string>(), std::string("fp8"));
    QVERIFY2(eight.err.empty(), eight.err.c_str());
}

void tst_CliModels::throughputExplainsItself()
{
    const Outcome outcome = ran({"throughput",
                                 "--model",
                                 write("config.json", kConfig),
                                 "--device",
                                 "h100",
                                 "--input-tokens",
                                 "1000",
                                 "--output-tokens",
                                 "200",
                                 "--explain"});
    QVERIFY2(outcome.status == ExitStatus::Done, outcome.err.c_str());
    QVERIFY(outcome.out.find("memory bandwidth") != std::string::npos);
    QVERIFY(outcome.out.find("NVIDIA H100 data sheet") != std::string::npos);
}

void tst_CliModels::throughputSaysWhatDoesNotFit()
{
    const std::string config = write("config.json", kConfig);
    const Outcome batch = ran({"throughput",
                               "--model",
                               config,
                               "--device",
                               "l40s",
                               "--input-tokens",
                               "30000",
                               "--output-tokens",
                               "2000",
                               "--batch",
                               "64",
                               "--tensor-parallel",
                               "1"});
    QVERIFY(batch.status == ExitStatus::InputAtFault);
    QVERIFY(batch.err.find("64 requests do not fit") != std::string::npos);
    const Outcome weights = ran({"throughput",
                                 "--model",
                                 config,
                                 "--device",
                                 "l40s",
                                 "--input-tokens",
                                 "3000000",
                                 "--output-tokens",
                                 "2000",
                                 "--precision",
                                 "fp32",
                                 "--tensor-parallel",
                                 "1"});
    QVERIFY(weights.status == ExitStatus::InputAtFault);
    QVERIFY(weights.err.find("GiB of weights in fp32") != std::string::npos);
    QVERIFY(weights.err.find("longer than the context of 131072 tokens") != std::string::npos);
}

void tst_CliModels::throughputNamesUnknownDevices()
{
    const Outcome outcome = ran({"throughput",
                                 "--model",
                                 write("config.json", kConfig),
                                 "--device",
                                 "abacus",
                                 "--input-tokens",
                                 "10",
                                 "--output-tokens",
                                 "10"});
    QVERIFY(outcome.status == ExitStatus::InputAtFault);
    QCOMPARE(outcome.err,
             std::string("--device: no device 'abacus' in the catalogue (known: h100-sxm, l40s)\n"));
    const Outcome two = ran({"throughput",
                             "--model",
                             write("config.json", kConfig),
                             "--device",
                             "nvidia",
                             "--input-tokens",
                             "10",
                             "--output-tokens",
                             "10"});
    QCOMPARE(two.err, std::string("--device: 'nvidia' names 2 devices (choose one: h100-sxm, l40s)\n"));
}

void tst_CliModels::throughputCalibratesWithOwnMeasurements()
{
    const std::string config = write("config.json", kConfig);
    const auto of = [&](const std::vector<std::string>& more) {
        const Outcome outcome = ran(throughputOf(config, more));
        return outcome.status == ExitStatus::Done ? nlohmann::json::parse(outcome.out) : nlohmann::json();
    };
    const double standard = of({"--batch", "64"})["output_tokens_per_second"];
    const std::string measured = std::to_string(0.8 * standard);
    const auto json = of({"--batch", "64", "--measured", "tokens-per-second@64=" + measured});
    QVERIFY(std::abs(json["uncalibrated_output_tokens_per_second"].get<double>() / standard - 1.0) < 1e-12);
    const auto& fit = json["calibration"];
    QCOMPARE(fit["device"].get<std::string>(), std::string("h100-sxm"));
    QCOMPARE(fit["engine_profile"].get<std::string>(), std::string("vllm-0.15"));
    QVERIFY(std::abs(fit["points"][0]["predicted_before"].get<double>() / standard - 1.0) < 1e-9);
    QVERIFY(std::abs(fit["error_before_rms_log"].get<double>() + std::log(0.8)) < 1e-6);
    QVERIFY(fit["error_after_rms_log"].get<double>() < 0.03);
    QVERIFY(std::abs(json["output_tokens_per_second"].get<double>() / (0.8 * standard) - 1.0) < 0.03);
    QCOMPARE(fit["plausible"].get<bool>(), true);
    // Ten times what the device can do is believed by nobody.
    const Outcome odd =
        ran(throughputOf(config, {"--measured", "tokens-per-second@64=" + std::to_string(10.0 * standard)}));
    QVERIFY(odd.err.find("model and measurement do not agree") != std::string::npos);
    QCOMPARE(nlohmann::json::parse(odd.out)["calibration"]["plausible"].get<bool>(), false);
}

void tst_CliModels::throughputStatesItsFactors()
{
    const std::string config = write("config.json", kConfig);
    const auto of = [&](const std::vector<std::string>& more) {
        const Outcome outcome = ran(throughputOf(config, more));
        return outcome.status == ExitStatus::Done ? nlohmann::json::parse(outcome.out) : nlohmann::json();
    };
    // (1 - 0.7^4) / (1 - 0.7) tokens a pass; a few sequences are bound by the weights, so speculation pays; a
    // draft that is as slow as the model does not.
    const auto plain = of({"--batch", "4"});
    const auto fast = of({"--batch", "4", "--speculative-tokens", "3"});
    QVERIFY(std::abs(fast["tokens_per_pass"].get<double>() - 2.533) < 1e-9);
    QVERIFY(fast["tpot_s"].get<double>() < plain["tpot_s"].get<double>() / 1.8);
    QVERIFY(fast["tpot_s"].get<double>() > plain["tpot_s"].get<double>() / 2.533);
    const auto slow = of({"--batch", "4", "--speculative-tokens", "3", "--draft-share", "1"});
    QVERIFY(slow["tpot_s"].get<double>() > plain["tpot_s"].get<double>());
    const auto never = of({"--batch", "4", "--speculative-tokens", "3", "--acceptance", "0"});
    QVERIFY(never["tpot_s"].get<double>() > plain["tpot_s"].get<double>());
    const auto cached = of({"--batch", "64", "--cached-prefix", "0.9"});
    QVERIFY(cached["output_tokens_per_second"].get<double>()
            > of({"--batch", "64"})["output_tokens_per_second"].get<double>());
    QCOMPARE(cached["cached_prefix_fraction"].get<double>(), 0.9);
}

void tst_CliModels::throughputRefusesWrongFactors_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("says");
    QTest::addRow("no value") << "--measured" << "tokens-per-second@64" << "no measured value";
    QTest::addRow("no load") << "--measured" << "tokens-per-second=900" << "no load that it was measured at";
    QTest::addRow("an unknown kind") << "--measured" << "speed@3=900"
                                     << "'speed' is nothing that is measured";
    QTest::addRow("a negative value") << "--measured" << "first-token@3=-1" << "no positive number";
    QTest::addRow("a comma") << "--measured" << "first-token@3=0,5" << "no positive number";
    QTest::addRow("nothing in flight") << "--measured" << "tokens-per-second@0=3" << "load is no positive";
    QTest::addRow("a sure draft") << "--acceptance" << "1" << "--acceptance";
    QTest::addRow("all cached") << "--cached-prefix" << "1" << "--cached-prefix";
}

void tst_CliModels::throughputRefusesWrongFactors()
{
    QFETCH(QString, option);
    QFETCH(QString, value);
    QFETCH(QString, says);
    const Outcome outcome =
        ran(throughputOf(write("config.json", kConfig), {option.toStdString(), value.toStdString()}));
    QVERIFY(outcome.status == ExitStatus::InputAtFault);
    QVERIFY(outcome.out.empty());
    QVERIFY2(outcome.err.find(says.toStdString()) != std::string::npos, outcome.err.c_str());
}

QTEST_APPLESS_MAIN(tst_CliModels)
#include "tst_CliModels.moc"
