// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/import/models/LlmConfig.h"
#include "providers/import/models/ModelFile.h"
#include "tests/providers/models/ModelBytes.h"
#include "tests/simulator/throughput/KnownModels.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace wherewithal;
using model::ErrorCode;

namespace {

constexpr auto kConfig = R"({"model_type": "llama", "hidden_size": 64, "num_hidden_layers": 2,
    "num_attention_heads": 4, "vocab_size": 100, "intermediate_size": 128, "torch_dtype": "bfloat16"})";

void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

} // namespace

class tst_ModelFile : public QObject
{
    Q_OBJECT
private slots:
    void aConfigKeepsItsText();
    void aFolderIsNamedAfterItself();
    void safetensorsBringExactBytes();
    void ggufGetsAConfigThatReadsBack();
    void onnxGivesTheGraph();
    void aFileThatIsNotThereIsNamed();
    void theWrittenConfigReadsBackToTheSameShape();
};

void tst_ModelFile::aConfigKeepsItsText()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("tiny-llama.config.json"));
    write(path, kConfig);
    const auto file = providers::loadModelFile(path.toStdString());
    QVERIFY(file.has_value());
    QCOMPARE(file->architecture->name, std::string("tiny-llama.config"));
    QCOMPARE(file->configText, std::string(kConfig));
    QVERIFY(file->weightsOrigin.empty());
}

void tst_ModelFile::aFolderIsNamedAfterItself()
{
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("Tiny-1B")));
    write(folder.filePath(QStringLiteral("Tiny-1B/config.json")), kConfig);
    write(folder.filePath(QStringLiteral("Tiny-1B/model.safetensors.index.json")),
          R"({"metadata": {"total_size": 12345}, "weight_map": {}})");
    const auto file = providers::loadModelFile(folder.filePath(QStringLiteral("Tiny-1B")).toStdString());
    QVERIFY(file.has_value());
    QCOMPARE(file->architecture->name, std::string("Tiny-1B"));
    QCOMPARE(*file->architecture->weightsBytesOverride, 12345.0);
}

void tst_ModelFile::safetensorsBringExactBytes()
{
    const QTemporaryDir folder;
    const std::string bytes =
        tests::safetensors(R"({"a": {"dtype": "BF16", "shape": [4, 8], "data_offsets": [0, 64]}})", 64);
    const QString path = folder.filePath(QStringLiteral("model.safetensors"));
    write(path, QByteArray::fromStdString(bytes));
    const auto alone = providers::loadModelFile(path.toStdString());
    QVERIFY(!alone.has_value()); // the shape stands in the config beside it
    QCOMPARE(alone.error().code, ErrorCode::NotFound);
    write(folder.filePath(QStringLiteral("config.json")), kConfig);
    const auto file = providers::loadModelFile(path.toStdString());
    QVERIFY(file.has_value());
    QCOMPARE(*file->architecture->weightsBytesOverride, 64.0);
}

void tst_ModelFile::ggufGetsAConfigThatReadsBack()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("Tiny.Q4.GGUF"));
    write(path, QByteArray::fromStdString(tests::tinyGguf().bytes()));
    const auto file = providers::loadModelFile(path.toStdString());
    QVERIFY(file.has_value());
    const auto again = providers::readLlmConfig(file->configText);
    QVERIFY2(again.has_value(), again ? "" : again.error().message.c_str());
    model::LlmArchitecture expected = *file->architecture;
    expected.name.clear();
    expected.weightsBytesOverride.reset();
    QVERIFY(*again == expected);
}

void tst_ModelFile::onnxGivesTheGraph()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("tiny.onnx"));
    write(path, QByteArray::fromStdString(tests::tinyOnnx()));
    const auto file = providers::loadModelFile(path.toStdString());
    QVERIFY(file.has_value());
    QVERIFY(!file->architecture && file->graph);
    QVERIFY(file->graph->flops > 0.0);
}

void tst_ModelFile::aFileThatIsNotThereIsNamed()
{
    const auto file = providers::loadModelFile("nowhere/model.gguf");
    QVERIFY(!file.has_value());
    QVERIFY(file.error().where.find("model.gguf") != std::string::npos);
}

void tst_ModelFile::theWrittenConfigReadsBackToTheSameShape()
{
    for (const auto& known : tests::knownModels()) {
        model::LlmArchitecture expected = known.architecture;
        const auto again = providers::readLlmConfig(providers::configTextOf(expected));
        QVERIFY2(again.has_value(), again ? "" : again.error().message.c_str());
        expected.name.clear();
        expected.weightsBytesOverride.reset();
        QVERIFY2(*again == expected, known.architecture.name.c_str());
    }
}

QTEST_APPLESS_MAIN(tst_ModelFile)
#include "tst_ModelFile.moc"
