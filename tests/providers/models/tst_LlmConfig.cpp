// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/import/models/LlmConfig.h"
#include "simulator/throughput/LlmCounts.h"
#include "tests/simulator/throughput/KnownModels.h"

#include <QDir>
#include <QFile>
#include <QtTest>

#include <nlohmann/json.hpp>

using namespace wherewithal;
using model::ErrorCode;
using model::Precision;
using providers::readLlmConfig;

namespace {

constexpr const char* kLlama =
    R"({"model_type": "llama", "hidden_size": 4096, "num_hidden_layers": 32, "num_attention_heads": 32,
    "num_key_value_heads": 8, "intermediate_size": 14336, "vocab_size": 128256, "max_position_embeddings": 131072,
    "torch_dtype": "bfloat16", "tie_word_embeddings": false})";

/// kLlama with one key set to a JSON text ("null" takes it away).
std::string llamaWith(const char* key, const char* value)
{
    nlohmann::json json = nlohmann::json::parse(kLlama);
    json[key] = nlohmann::json::parse(value);
    return json.dump();
}

QString sharedData()
{
    const QByteArray named = qgetenv("WHEREWITHAL_SHARED_DATA");
    return named.isEmpty() ? QStringLiteral(WHEREWITHAL_SOURCE_DIR "/../shared/data")
                           : QString::fromLocal8Bit(named);
}

std::string contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string{};
}

} // namespace

class tst_LlmConfig : public QObject
{
    Q_OBJECT
private slots:
    void readsTheCommonShape();
    void readsTheNamesOfOlderFamilies();
    void readsTheTextPartOfAMultimodalConfig();
    void countsSlidingLayers_data();
    void countsSlidingLayers();
    void readsTheStoredPrecision_data();
    void readsTheStoredPrecision();
    void refusesWhatItCannotCount_data();
    void refusesWhatItCannotCount();
    void anUnknownArchitectureCanBeDeclaredLikeAKnownOne();
    void countsOfTheSharedConfigsAreExact();
};

void tst_LlmConfig::readsTheCommonShape()
{
    auto expected = tests::knownModels()[0].architecture;
    expected.name.clear();
    const auto read = readLlmConfig(kLlama);
    QVERIFY2(read.has_value(), read ? "" : read.error().message.c_str());
    QVERIFY(*read == expected);
}

void tst_LlmConfig::readsTheNamesOfOlderFamilies()
{
    const auto gpt2 = readLlmConfig(
        R"({"model_type": "gpt2", "n_embd": 1600, "n_head": 25, "n_layer": 48, "n_positions": 1024, "vocab_size": 50257})");
    auto expected = tests::knownModels()[11].architecture;
    expected.name.clear();
    expected.storedPrecision = Precision::Fp32;
    QVERIFY(gpt2.has_value() && *gpt2 == expected);
    const auto falcon = readLlmConfig(
        R"({"model_type": "falcon", "hidden_size": 4544, "num_attention_heads": 71, "num_hidden_layers": 32,
        "multi_query": true, "new_decoder_architecture": false, "vocab_size": 65024, "torch_dtype": "bfloat16"})");
    expected = tests::knownModels()[7].architecture;
    expected.name.clear();
    QVERIFY(falcon.has_value() && *falcon == expected);
    const auto phi = readLlmConfig(
        R"({"model_type": "phi", "hidden_size": 2560, "num_attention_heads": 32, "num_hidden_layers": 32,
        "intermediate_size": 10240, "vocab_size": 51200, "max_position_embeddings": 2048, "torch_dtype": "float16",
        "qk_layernorm": false, "num_key_value_heads": null})");
    expected = tests::knownModels()[12].architecture;
    expected.name.clear();
    QVERIFY(phi.has_value());
    expected.storedPrecision = phi->storedPrecision;
    QVERIFY(*phi == expected);
    const auto glm = readLlmConfig(
        R"({"model_type": "glm4", "hidden_size": 4096, "num_attention_heads": 32, "num_hidden_layers": 40,
        "num_key_value_heads": 2, "head_dim": 128, "attention_bias": true, "intermediate_size": 13696,
        "vocab_size": 151552, "max_position_embeddings": 32768, "torch_dtype": "bfloat16"})");
    expected = tests::knownModels()[13].architecture;
    expected.name.clear();
    QVERIFY(glm.has_value() && *glm == expected);
}

void tst_LlmConfig::readsTheTextPartOfAMultimodalConfig()
{
    const std::string text =
        std::string(
            R"({"model_type": "mistral3", "torch_dtype": "bfloat16", "vision_config": {"hidden_size": 1}, "text_config": )")
        + llamaWith("torch_dtype", "null") + "}";
    const auto read = readLlmConfig(text);
    QVERIFY(read.has_value());
    QCOMPARE(read->hiddenSize, 4096);
    QVERIFY(read->storedPrecision == Precision::Bf16);
}

void tst_LlmConfig::countsSlidingLayers_data()
{
    QTest::addColumn<QByteArray>("extra");
    QTest::addColumn<int>("window");
    QTest::addColumn<int>("layers");
    QTest::addRow("all layers") << QByteArray(R"("model_type": "mistral", "sliding_window": 4096)") << 4096
                                << 32;
    QTest::addRow("null is none") << QByteArray(R"("model_type": "mistral", "sliding_window": null)") << 0
                                  << 0;
    QTest::addRow("switched off") << QByteArray(
        R"("model_type": "qwen2", "sliding_window": 131072, "use_sliding_window": false)")
                                  << 0 << 0;
    QTest::addRow("last layers only") << QByteArray(
        R"("model_type": "qwen2", "sliding_window": 4096, "use_sliding_window": true, "max_window_layers": 28)")
                                      << 4096 << 4;
    QTest::addRow("every other") << QByteArray(R"("model_type": "gemma2", "sliding_window": 4096)") << 4096
                                 << 16;
    QTest::addRow("five of six") << QByteArray(
        R"("model_type": "gemma3_text", "sliding_window": 1024, "sliding_window_pattern": 6)")
                                 << 1024 << 27;
    QTest::addRow("listed") << QByteArray(
        R"("model_type": "qwen3", "sliding_window": 128, "layer_types": ["sliding_attention", "full_attention"])")
                            << 128 << 1;
}

void tst_LlmConfig::countsSlidingLayers()
{
    QFETCH(QByteArray, extra);
    const std::string text = "{" + extra.toStdString()
                             + R"(, "hidden_size": 4096, "num_hidden_layers": 32, "num_attention_heads": 32,
        "intermediate_size": 14336, "vocab_size": 32000})";
    const auto read = readLlmConfig(text);
    QVERIFY2(read.has_value(), read ? "" : read.error().message.c_str());
    QTEST(read->slidingWindow, "window");
    QTEST(read->slidingLayerCount, "layers");
}

void tst_LlmConfig::readsTheStoredPrecision_data()
{
    QTest::addColumn<QByteArray>("quantisation");
    QTest::addColumn<int>("precision");
    const auto row = [](const char* name, const char* text, Precision precision) {
        QTest::addRow("%s", name) << QByteArray(text) << static_cast<int>(precision);
    };
    row("none", "null", Precision::Bf16);
    row("fp8", R"({"quant_method": "fp8", "weight_block_size": [128, 128]})", Precision::Fp8);
    row("mxfp4", R"({"quant_method": "mxfp4"})", Precision::Fp4);
    row("awq", R"({"quant_method": "awq", "bits": 4})", Precision::Int4);
    row("gptq 8", R"({"quant_method": "gptq", "bits": 8})", Precision::Int8);
    row("compressed tensors",
        R"({"quant_method": "compressed-tensors", "config_groups": {"group_0": {"weights": {"num_bits": 8, "type": "float"}}}})",
        Precision::Fp8);
}

void tst_LlmConfig::readsTheStoredPrecision()
{
    QFETCH(QByteArray, quantisation);
    QFETCH(int, precision);
    const auto read = readLlmConfig(llamaWith("quantization_config", quantisation.constData()));
    QVERIFY2(read.has_value(), read ? "" : read.error().message.c_str());
    QCOMPARE(static_cast<int>(read->storedPrecision), precision);
}

void tst_LlmConfig::refusesWhatItCannotCount_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("where");
    const auto row = [](const char* name, const std::string& text, ErrorCode code, const char* where) {
        QTest::addRow("%s", name) << QByteArray::fromStdString(text) << static_cast<int>(code)
                                  << QString::fromLatin1(where);
    };
    row("not JSON", "{\"model_type\": ", ErrorCode::InvalidSyntax, "config:line 1, column 16");
    row("an array", "[1, 2]", ErrorCode::WrongType, "config");
    row("no architecture", "{\"hidden_size\": 8}", ErrorCode::MissingField, "config.model_type");
    row("unknown architecture",
        llamaWith("model_type", "\"mamba9\""),
        ErrorCode::UnknownName,
        "config.model_type");
    row("a variant that is not counted",
        R"({"model_type": "phi", "qk_layernorm": true})",
        ErrorCode::UnknownName,
        "config.model_type");
    row("missing layers",
        llamaWith("num_hidden_layers", "null"),
        ErrorCode::MissingField,
        "config.num_hidden_layers");
    row("missing feed-forward",
        llamaWith("intermediate_size", "null"),
        ErrorCode::MissingField,
        "config.intermediate_size");
    row("text for a number",
        llamaWith("hidden_size", "\"many\""),
        ErrorCode::WrongType,
        "config.hidden_size");
    row("negative", llamaWith("hidden_size", "-4096"), ErrorCode::OutOfRange, "config.hidden_size");
    row("fraction", llamaWith("num_hidden_layers", "2.5"), ErrorCode::OutOfRange, "config.num_hidden_layers");
    row("huge", llamaWith("num_hidden_layers", "1e300"), ErrorCode::OutOfRange, "config.num_hidden_layers");
    row("heads that do not divide",
        llamaWith("num_attention_heads", "31"),
        ErrorCode::Inconsistent,
        "config.num_attention_heads");
    row("unknown quantisation",
        llamaWith("quantization_config", "{\"quant_method\": \"magic\"}"),
        ErrorCode::UnsupportedFormat,
        "config.quantization_config");
    row("deep", std::string(100000, '['), ErrorCode::TooLarge, "config");
    row("large", std::string(providers::kMostConfigBytes + 1, ' '), ErrorCode::TooLarge, "config");
}

void tst_LlmConfig::refusesWhatItCannotCount()
{
    QFETCH(QByteArray, text);
    QFETCH(int, code);
    const auto read = readLlmConfig({text.constData(), static_cast<std::size_t>(text.size())});
    QVERIFY(!read.has_value());
    QCOMPARE(QString::fromStdString(std::string(model::name(read.error().code))),
             QString::fromStdString(std::string(model::name(static_cast<ErrorCode>(code)))));
    QTEST(QString::fromStdString(read.error().where), "where");
}

void tst_LlmConfig::anUnknownArchitectureCanBeDeclaredLikeAKnownOne()
{
    nlohmann::json json = nlohmann::json::parse(kLlama);
    json["model_type"] = "mamba9";
    json["wherewithal"] = {{"like", "llama"}};
    const auto read = readLlmConfig(json.dump());
    QVERIFY(read.has_value());
    QCOMPARE(read->family, std::string("llama"));
}

// T10 of the throughput reference: published counts, exactly.
void tst_LlmConfig::countsOfTheSharedConfigsAreExact()
{
    const QDir folder(sharedData() + QStringLiteral("/model-configs"));
    if (!folder.exists()) {
        qInfo("model-configs: absent, not run");
        return;
    }
    const auto counts =
        nlohmann::json::parse(contentOf(folder.filePath(QStringLiteral("parameter-counts.json"))));
    int rows = 0;
    for (const auto& [name, expected] : counts.items()) {
        const auto read = readLlmConfig(
            contentOf(folder.filePath(QString::fromStdString(name) + QStringLiteral(".config.json"))));
        QVERIFY2(read.has_value(), read ? "" : (name + ": " + read.error().message).c_str());
        const auto counted = simulator::countLlm<double>(*read, simulator::shapeOf<double>(*read));
        qInfo("%-28s parameters %15.0f (published %15.0f)  active %14.0f  cache elements %8.0f",
              name.c_str(),
              counted.total,
              expected["published_parameters"].get<double>(),
              counted.active,
              counted.cacheElementsPerToken);
        QCOMPARE(counted.total, expected["published_parameters"].get<double>());
        QCOMPARE(counted.active,
                 expected["derived_active_parameters_per_token_without_input_embedding"].get<double>());
        QCOMPARE(counted.cacheElementsPerToken, expected["kv_cache_elements_per_token"].get<double>());
        ++rows;
    }
    QCOMPARE(rows, 12);
    qInfo("VERDICT T10  parameters, active ones and cache elements of %d models: exact  pass exact  stretch "
          "exact  "
          "stretch",
          rows);
}

QTEST_APPLESS_MAIN(tst_LlmConfig)
#include "tst_LlmConfig.moc"
