// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/FileGuess.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace wherewithal;
using namespace wherewithal::app;

class TestFileGuess : public QObject
{
    Q_OBJECT

private slots:
    void tellsFilesByTheirContent_data();
    void tellsFilesByTheirContent();
    void namesWhatItRefuses();
    void readsAFileWhateverItsName();
    void missingFileIsAnError();
    void shippedPlansArePlans();
};

void TestFileGuess::tellsFilesByTheirContent_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<int>("kind");
    const auto row = [](const char* name, const QByteArray& head, FileKind kind) {
        QTest::addRow("%s", name) << head << static_cast<int>(kind);
    };
    row("plan", "{\n \"wherewithal\": 1,\n \"name\": \"x\",\n \"workloads\": []}", FileKind::Plan);
    row("config",
        R"({"architectures": ["LlamaForCausalLM"], "model_type": "llama", "hidden_size": 4096, "num_hidden_layers": 32})",
        FileKind::ModelConfig);
    row("index", R"({"metadata": {"total_size": 5}, "weight_map": {"a": "b"}})", FileKind::ModelConfig);
    row("gguf", QByteArray("GGUF\x03\x00\x00\x00", 8), FileKind::ModelWeights);
    row("safetensors",
        QByteArray("\x20\x00\x00\x00\x00\x00\x00\x00{\"a\":{\"dtype\":\"BF16\"}}", 32),
        FileKind::ModelWeights);
    row("onnx",
        QByteArray("\x08\x08\x12\x07pytorch\x1a\x03\x31.0\x3a\x20\x0a\x00\x00", 20),
        FileKind::ModelGraph);
    row("trace", "arrived_at,prefill_tokens,decode_tokens\n0.1,20,30\n", FileKind::RequestTrace);
    row("trace of Azure",
        "TIMESTAMP,ContextTokens,GeneratedTokens\n2023-11-16 18:17:03,4808,10\n",
        FileKind::RequestTrace);
    row("trace, lines",
        "{\"timestamp\": 27, \"input_length\": 6955, \"output_length\": 52}\n{\"timestamp\": 30}",
        FileKind::RequestTrace);
    row("load test", "concurrency,throughput_per_second,latency_p95_s\n1,9.4,0.11\n", FileKind::LoadTest);
    row("locust",
        "Type,Name,Request Count,Failure Count,Median Response Time\nGET,/,5,0,12\n",
        FileKind::LoadTest);
    row("offer file",
        "\"FormatVersion\",\"v1.0\"\n\"Disclaimer\",\"x\"\n\"Publication Date\",\"2026\"\n",
        FileKind::PriceSheet);
    row("any prices", "machine;region;usd_per_hour\nx1;eu;1,25\n", FileKind::PriceSheet);
    row("log",
        "2026-11-22 10:00:01,221 INFO start\n2026-11-22 10:00:02,001 ERROR no route\n2026-11-22 10:00:03,001 "
        "INFO ok\n",
        FileKind::LogSample);
    row("log, lines",
        "{\"level\":\"info\",\"msg\":\"up\"}\n{\"level\":\"error\",\"msg\":\"down\"}\n",
        FileKind::LogSample);
    row("letter", "Dear all,\nthis is no table.\n", FileKind::Unknown);
    row("table without prices", "name,colour\nrose,red\n", FileKind::Unknown);
    row("other JSON", "{\"hello\": \"world\"}", FileKind::Unknown);
    row("nothing", "", FileKind::Unknown);
}

void TestFileGuess::tellsFilesByTheirContent()
{
    QFETCH(QByteArray, head);
    QFETCH(int, kind);
    QCOMPARE(static_cast<int>(guessFile(head.toStdString()).kind), kind);
}

void TestFileGuess::namesWhatItRefuses()
{
    const FileGuess pdf = guessFile("%PDF-1.7\n%....\n1 0 obj\n");
    QVERIFY(pdf.kind == FileKind::Unknown);
    QVERIFY(!pdf.advice.empty());
}

void TestFileGuess::readsAFileWhateverItsName()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("prices.gguf"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("arrived_at,prefill_tokens,decode_tokens\n0.1,20,30\n");
    file.close();
    const auto guess = guessFileAt(path.toStdString());
    QVERIFY(guess.has_value());
    QVERIFY(guess->kind == FileKind::RequestTrace);
    QCOMPARE(QString::fromStdString(guess->path), path);
}

void TestFileGuess::missingFileIsAnError()
{
    const auto guess = guessFileAt("/no/such/file");
    QVERIFY(!guess.has_value());
    QVERIFY(guess.error().code == model::ErrorCode::NotFound);
}

void TestFileGuess::shippedPlansArePlans()
{
    for (const char* name : {"assistant", "batch", "classifier", "fine-tuning", "service"}) {
        const auto guess =
            guessFileAt(WHEREWITHAL_SOURCE_DIR "/resources/examples/" + std::string(name) + ".wherewithal");
        QVERIFY2(guess && guess->kind == FileKind::Plan, name);
    }
}

QTEST_APPLESS_MAIN(TestFileGuess)
#include "tst_FileGuess.moc"
