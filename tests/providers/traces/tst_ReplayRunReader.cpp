// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/import/traces/ReplayRunReader.h"
#include "providers/import/traces/StepTimeTableReader.h"

#include <QtTest>

#include <filesystem>
#include <string>

using namespace wherewithal;
using namespace wherewithal::providers;
using model::BatchScheduler;
using model::ErrorCode;

namespace {

const std::filesystem::path kData =
    std::filesystem::path(WHEREWITHAL_TEST_DATA) / "replay"; // NOLINT(cert-err58-cpp)

} // namespace

class tst_ReplayRunReader : public QObject
{
    Q_OBJECT
private slots:
    void readsTheKeysOfTheReferenceRuns();
    void readsOurOwnKeys();
    void refusesBadRuns_data();
    void refusesBadRuns();
    void looksInTheFilesFolderThenInItsParent();
    void readsTables();
    void refusesBadTables_data();
    void refusesBadTables();
};

void tst_ReplayRunReader::readsTheKeysOfTheReferenceRuns()
{
    const auto read = loadReplayRun(kData / "runs/tiny.config.json");
    QVERIFY2(read, read ? "" : model::text(read.error()).c_str());
    const model::ReplayRun& run = read->run;
    QCOMPARE(run.name, std::string("tiny"));
    QVERIFY(run.scheduler == BatchScheduler::PrefillFirst);
    QVERIFY(run.kvBlocks == 64);
    QVERIFY(run.maxBatch == 4);
    QVERIFY(run.maxBatchTokens == 64);
    QVERIFY(run.watermarkFraction == 0.01);
    QVERIFY(!run.chunkTokens);      // null
    QVERIFY(run.modelPath.empty()); // a name, not a file
    QCOMPARE(run.stepTimesPath, std::string("tables/tiny.csv"));
    QCOMPARE(read->unknownKeys, std::vector<std::string>{"colour"});
}

void tst_ReplayRunReader::readsOurOwnKeys()
{
    const auto read = readReplayRun(
        R"({"scheduler":"v1","model":"llama.json","device":"h100-sxm","trace":"t.csv","step_times":"s.csv",
        "kv_blocks":7,"max_batch":8,"chunk":9,"replicas":2,"pipeline_parallel":3,"tensor_parallel":4,"seed":18446744073709551615,
        "step_overhead_s":0.001,"sequence_overhead_s":1e-5,"engine_profile":"vllm-0.19","precision":"fp8","prefix_cache":true,"cached_prefix_fraction":0.25})");
    QVERIFY2(read, read ? "" : model::text(read.error()).c_str());
    QVERIFY(read->unknownKeys.empty());
    QVERIFY(read->run.scheduler == BatchScheduler::V1);
    QCOMPARE(read->run.modelPath, std::string("llama.json"));
    QVERIFY(read->run.kvBlocks == 7);
    QVERIFY(read->run.maxBatch == 8);
    QVERIFY(read->run.chunkTokens == 9);
    QVERIFY(read->run.pipelineStages == 3);
    QVERIFY(read->run.seed == 18446744073709551615U);
    QVERIFY(read->run.stepOverheadSeconds == 0.001);
    QVERIFY(read->run.cachesSharedPrefixes == true);
    QVERIFY(read->run.cachedPrefixFraction == 0.25);
}

void tst_ReplayRunReader::refusesBadRuns_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("where");
    const auto row = [](const char* name, const QByteArray& text, ErrorCode code, const char* where) {
        QTest::addRow("%s", name) << text << static_cast<int>(code) << QString::fromLatin1(where);
    };
    row("not JSON", "{", ErrorCode::InvalidSyntax, "run");
    row("a list", "[]", ErrorCode::WrongType, "run");
    row("unknown scheduler", R"({"scheduler":"orca"})", ErrorCode::UnknownName, "scheduler");
    row("a text for a number", R"({"layers":"32"})", ErrorCode::WrongType, "layers");
    row("a fraction for a count", R"({"layers":1.5})", ErrorCode::WrongType, "layers");
    row("zero layers", R"({"layers":0})", ErrorCode::OutOfRange, "layers");
    row("too many blocks", R"({"kv_blocks":18446744073709551615})", ErrorCode::OutOfRange, "kv_blocks");
    row("a negative overhead", R"({"step_overhead_s":-1})", ErrorCode::OutOfRange, "step_overhead_s");
    row("a text for a switch", R"({"prefix_cache":"yes"})", ErrorCode::WrongType, "prefix_cache");
    row("a number for a path", R"({"trace":1})", ErrorCode::WrongType, "trace");
    row("a megabyte of blanks", QByteArray((1 << 20) + 1, ' '), ErrorCode::TooLarge, "run");
}

void tst_ReplayRunReader::refusesBadRuns()
{
    QFETCH(QByteArray, text);
    QFETCH(int, code);
    QFETCH(QString, where);
    const auto read = readReplayRun(text.toStdString());
    QVERIFY(!read);
    QCOMPARE(static_cast<int>(read.error().code), code);
    QCOMPARE(QString::fromStdString(read.error().where), where);
}

void tst_ReplayRunReader::looksInTheFilesFolderThenInItsParent()
{
    const std::filesystem::path run = kData / "runs/tiny.config.json";
    QVERIFY(resolvedRunPath(run, "tiny.requests.csv"));                  // own folder
    QVERIFY(resolvedRunPath(run, "runs/tiny.requests.csv"));             // parent
    QVERIFY(resolvedRunPath(run, (kData / "tables/tiny.csv").string())); // absolute
    const auto absent = resolvedRunPath(run, "absent.csv");
    QVERIFY(!absent);
    QCOMPARE(absent.error().code, ErrorCode::NotFound);
    QVERIFY(!resolvedRunPath(run, ""));
}

void tst_ReplayRunReader::readsTables()
{
    const auto table = loadStepTimeTable(kData / "tables/tiny.csv");
    QVERIFY(table);
    QCOMPARE(table->rows.size(), 30U);
    const model::StepTimeRow last{
        .op = model::StepOperator::AttentionPrefill, .group = 64, .from = 1, .to = 32, .milliseconds = 0.08};
    QVERIFY(table->rows.back() == last);
}

void tst_ReplayRunReader::refusesBadTables_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("where");
    const auto row = [](const char* name, const QByteArray& text, ErrorCode code, const char* where) {
        QTest::addRow("%s", name) << text << static_cast<int>(code) << QString::fromLatin1(where);
    };
    const QByteArray header = "op,group,from,to,ms\n";
    row("empty", "", ErrorCode::InvalidSyntax, "table");
    row("no rows", header, ErrorCode::InvalidSyntax, "table");
    row("no column for milliseconds", "op,group,from,to\nadd,,1,1\n", ErrorCode::MissingField, "table:1");
    row("an unknown operator", header + "softmax,,1,1,0.1\n", ErrorCode::UnknownName, "table:2:op");
    row("no group for attention", header + "attn_decode,,1,1,0.1\n", ErrorCode::WrongType, "table:2:group");
    row("a fraction of a token", header + "add,,1.5,2,0.1\n", ErrorCode::WrongType, "table:2:from");
    row("beyond all tables", header + "add,,1,2000000000,0.1\n", ErrorCode::OutOfRange, "table:2:to");
    row("backwards", header + "add,,5,4,0.1\n", ErrorCode::Inconsistent, "table:2:to");
    row("no time", header + "add,,1,1,\n", ErrorCode::WrongType, "table:2:ms");
    row("an infinite time", header + "add,,1,1,0.1\nadd,,2,2,inf\n", ErrorCode::OutOfRange, "table:3:ms");
}

void tst_ReplayRunReader::refusesBadTables()
{
    QFETCH(QByteArray, text);
    QFETCH(int, code);
    QFETCH(QString, where);
    const auto read = readStepTimeTable(text.toStdString());
    QVERIFY(!read);
    QCOMPARE(static_cast<int>(read.error().code), code);
    QCOMPARE(QString::fromStdString(read.error().where), where);
}

QTEST_APPLESS_MAIN(tst_ReplayRunReader)
#include "tst_ReplayRunReader.moc"
