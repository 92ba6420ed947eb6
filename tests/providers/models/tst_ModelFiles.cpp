// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/import/models/Gguf.h"
#include "providers/import/models/Onnx.h"
#include "providers/import/models/Safetensors.h"
#include "tests/providers/models/ModelBytes.h"

#include <QtTest>

using namespace wherewithal;
using model::ErrorCode;
using model::Precision;

class tst_ModelFiles : public QObject
{
    Q_OBJECT
private slots:
    void safetensorsAddUpByType();
    void safetensorsIndexGivesTheTotal();
    void brokenSafetensorsAreErrors_data();
    void brokenSafetensorsAreErrors();
    void ggufGivesShapeAndExactBytes();
    void ggufWithExpertsIsMixtral();
    void brokenGgufIsAnError_data();
    void brokenGgufIsAnError();
    void onnxCountsConvolutionsAndProducts();
    void onnxStatesWhatItCouldNotCount();
    void everyPrefixOfAFileIsAnErrorOrAValue();
};

void tst_ModelFiles::safetensorsAddUpByType()
{
    const std::string file = tests::safetensors(
        R"({"__metadata__": {"format": "pt"}, "a": {"dtype": "BF16", "shape": [4, 8], "data_offsets": [0, 64]},
        "b": {"dtype": "F8_E4M3", "shape": [16], "data_offsets": [64, 80]}})",
        80);
    const auto totals = providers::readSafetensorsHeader(file, file.size());
    QVERIFY2(totals.has_value(), totals ? "" : totals.error().message.c_str());
    QCOMPARE(totals->tensors, std::uint64_t{2});
    QCOMPARE(totals->parameters, 48.0);
    QCOMPARE(totals->bytes, 80.0);
    QCOMPARE(totals->bytesByType.at("BF16"), 64.0);
}

void tst_ModelFiles::safetensorsIndexGivesTheTotal()
{
    const auto size = providers::readSafetensorsIndex(
        R"({"metadata": {"total_size": 16060522496}, "weight_map": {"a": "b"}})");
    QVERIFY(size.has_value());
    QCOMPARE(*size, 16060522496.0);
    QCOMPARE(providers::readSafetensorsIndex("{}").error().code, ErrorCode::MissingField);
}

void tst_ModelFiles::brokenSafetensorsAreErrors_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<int>("code");
    const auto row = [](const char* name, const std::string& file, ErrorCode code) {
        QTest::addRow("%s", name) << QByteArray::fromStdString(file) << static_cast<int>(code);
    };
    row("empty", "", ErrorCode::InvalidSyntax);
    row("length beyond the file", tests::littleEndian(1000, 8) + "{}", ErrorCode::InvalidSyntax);
    row("length beyond the limit", tests::littleEndian(~std::uint64_t{0}, 8) + "{}", ErrorCode::TooLarge);
    row("not JSON", tests::safetensors("{\"a\":", 0), ErrorCode::InvalidSyntax);
    row("deep", tests::safetensors(std::string(50, '['), 0), ErrorCode::TooLarge);
    row("no dtype",
        tests::safetensors(R"({"a": {"shape": [1], "data_offsets": [0, 1]}})", 1),
        ErrorCode::InvalidSyntax);
    row("unknown format",
        tests::safetensors(R"({"a": {"dtype": "Q9", "shape": [1], "data_offsets": [0, 1]}})", 1),
        ErrorCode::InvalidSyntax);
    row("backwards",
        tests::safetensors(R"({"a": {"dtype": "U8", "shape": [1], "data_offsets": [1, 0]}})", 1),
        ErrorCode::InvalidSyntax);
    row("beyond the end",
        tests::safetensors(R"({"a": {"dtype": "U8", "shape": [9], "data_offsets": [0, 9]}})", 1),
        ErrorCode::InvalidSyntax);
    row("shape and offsets differ",
        tests::safetensors(R"({"a": {"dtype": "BF16", "shape": [4], "data_offsets": [0, 4]}})", 4),
        ErrorCode::Inconsistent);
    row("overlap",
        tests::safetensors(
            R"({"a": {"dtype": "U8", "shape": [2], "data_offsets": [0, 2]}, "b": {"dtype": "U8", "shape": [2], "data_offsets": [1, 3]}})",
            3),
        ErrorCode::Inconsistent);
}

void tst_ModelFiles::brokenSafetensorsAreErrors()
{
    QFETCH(QByteArray, file);
    QFETCH(int, code);
    const auto totals = providers::readSafetensorsHeader(
        {file.constData(), static_cast<std::size_t>(file.size())}, static_cast<std::uint64_t>(file.size()));
    QVERIFY(!totals.has_value());
    QCOMPARE(static_cast<int>(totals.error().code), code);
}

void tst_ModelFiles::ggufGivesShapeAndExactBytes()
{
    const auto file = providers::readGguf(tests::tinyGguf().bytes());
    QVERIFY2(file.has_value(), file ? "" : file.error().message.c_str());
    QCOMPARE(file->architecture.family, std::string("llama"));
    QCOMPARE(file->architecture.hiddenSize, 64);
    QCOMPARE(file->architecture.keyValueHeads, 2);
    QCOMPARE(file->architecture.headSize, 16);
    QCOMPARE(file->architecture.vocabularySize, 100);
    QVERIFY(!file->architecture.hasTiedEmbeddings);
    // 6,400 x 2 in F16; 6,400 in Q6_K: 25 blocks of 210; 16,384 in Q4_K: 64 blocks of 144.
    QCOMPARE(file->tensors.bytes, 12800.0 + 5250.0 + 9216.0);
    QCOMPARE(*file->architecture.weightsBytesOverride, file->tensors.bytes);
    QVERIFY(file->architecture.storedPrecision == Precision::Int4);
}

void tst_ModelFiles::ggufWithExpertsIsMixtral()
{
    tests::GgufBytes file = tests::tinyGguf();
    file.number("llama.expert_count", 8);
    file.number("llama.expert_used_count", 2);
    const auto read = providers::readGguf(file.bytes());
    QVERIFY(read.has_value());
    QCOMPARE(read->architecture.family, std::string("mixtral"));
    QCOMPARE(read->architecture.expertIntermediateSize, 128);
}

void tst_ModelFiles::brokenGgufIsAnError_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<int>("code");
    const auto row = [](const char* name, const std::string& file, ErrorCode code) {
        QTest::addRow("%s", name) << QByteArray::fromStdString(file) << static_cast<int>(code);
    };
    row("another format", "PK\x03\x04 not a model", ErrorCode::InvalidSyntax);
    row("old version", tests::tinyGguf().bytes(1), ErrorCode::UnsupportedVersion);
    row("too many tensors",
        "GGUF" + tests::littleEndian(3, 4) + tests::littleEndian(~std::uint64_t{0}, 8)
            + tests::littleEndian(0, 8),
        ErrorCode::TooLarge);
    row("unknown architecture", tests::tinyGguf("mamba9").bytes(), ErrorCode::UnknownName);
    tests::GgufBytes strange = tests::tinyGguf();
    strange.tensor("x", {32}, 200);
    row("unknown tensor type", strange.bytes(), ErrorCode::UnknownName);
    tests::GgufBytes nameless;
    nameless.number("llama.block_count", 2);
    row("no architecture", nameless.bytes(), ErrorCode::MissingField);
    const std::string whole = tests::tinyGguf().bytes();
    row("cut off", whole.substr(0, whole.size() - 5), ErrorCode::TooLarge);
}

void tst_ModelFiles::brokenGgufIsAnError()
{
    QFETCH(QByteArray, file);
    QFETCH(int, code);
    const auto read = providers::readGguf({file.constData(), static_cast<std::size_t>(file.size())});
    QVERIFY(!read.has_value());
    QCOMPARE(static_cast<int>(read.error().code), code);
}

void tst_ModelFiles::onnxCountsConvolutionsAndProducts()
{
    const auto file = providers::readOnnx(tests::tinyOnnx());
    QVERIFY2(file.has_value(), file ? "" : file.error().message.c_str());
    // Conv: 8 x 16 x 16 outputs x 2 x 27; Gemm: 2 x 8 x 10.
    QCOMPARE(file->flops, 8.0 * 16 * 16 * 54 + 160);
    QCOMPARE(file->parameters, 8.0 * 27 + 80);
    QCOMPARE(file->parameterBytes, 4 * file->parameters);
    QCOMPARE(file->nodesCounted, std::uint64_t{2});
    QVERIFY(file->uncounted.empty());
    QCOMPARE(file->openDimensions, std::vector<std::string>{"N"});
    QCOMPARE(file->cost().flops.median(), file->flops);
}

void tst_ModelFiles::onnxStatesWhatItCouldNotCount()
{
    const std::string graph = tests::proto(1, tests::onnxNode("Reshape", {"x", "s"}, "y"))
                              + tests::proto(1, tests::onnxNode("MatMul", {"y", "w"}, "z"))
                              + tests::proto(5, tests::onnxTensor("w", {8, 10}));
    const auto file = providers::readOnnx(tests::proto(7, graph));
    QVERIFY(file.has_value());
    QCOMPARE(file->flops, 0.0);
    QCOMPARE(file->uncounted, std::vector<std::string>{"MatMul MatMul_1"});
    QCOMPARE(providers::readOnnx("").error().code, ErrorCode::MissingField);
    QCOMPARE(providers::readOnnx("\x08").error().code, ErrorCode::InvalidSyntax);
}

void tst_ModelFiles::everyPrefixOfAFileIsAnErrorOrAValue()
{
    const std::string gguf = tests::tinyGguf().bytes();
    for (std::size_t length = 0; length < gguf.size(); ++length) {
        QVERIFY(!providers::readGguf(std::string_view(gguf).substr(0, length)).has_value());
    }
    const std::string onnx = tests::tinyOnnx();
    for (std::size_t length = 0; length < onnx.size(); ++length) {
        const auto read = providers::readOnnx(std::string_view(onnx).substr(0, length));
        QVERIFY(!read.has_value() || read->flops == 0.0 || length == onnx.size());
    }
}

QTEST_APPLESS_MAIN(tst_ModelFiles)
#include "tst_ModelFiles.moc"
