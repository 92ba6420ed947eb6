// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli/CliRun.h"
#include "tests/providers/models/ModelBytes.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

#include <algorithm>

using namespace wherewithal;
using app::cli::ExitStatus;
using tests::Outcome;
using tests::ran;
using tests::words;

namespace {

const std::string kConfig = // NOLINT(cert-err58-cpp)
    R"({"model_type": "llama", "hidden_size": 4096, "num_hidden_layers": 32, "num_attention_heads": 32,
    "num_key_value_heads": 8, "intermediate_size": 14336, "vocab_size": 128256, "torch_dtype": "bfloat16"})";
const std::string kHeader = "arrived_at,prefill_tokens,decode_tokens\n"; // NOLINT(cert-err58-cpp)

/// The config with one key replaced.
std::string configWith(const std::string& from, const std::string& to)
{
    std::string text = kConfig;
    return text.replace(text.find(from), from.size(), to);
}

} // namespace

/// What a stranger gets for a wrong input of `model inspect`, `throughput` and `replay`: where, what and how
/// to mend it, and the exit status of the contract.
class tst_WrongInputs : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void models_data();
    void models();
    void throughput_data();
    void throughput();
    void replay_data();
    void replay();
    void everyCutOfAGgufIsRefused();
    void nothingServedIsNoAnswer();
    void tensorsAloneAreInspectedButNotServed();
    void aCutTraceKeepsItsGoodLines();
    void aGgufIsReplayed();

private:
    QString write(const QString& name, const std::string& bytes) const
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly)) {
            return {};
        }
        file.write(bytes.data(), static_cast<qint64>(bytes.size()));
        return file.fileName();
    }
    /// Fails unless the command says all of it: `where: message (hint)`, and nothing on stdout.
    void
    expectFault(const std::vector<std::string>& arguments, const QString& where, const QString& what) const
    {
        const Outcome outcome = ran(arguments);
        const QString err = QString::fromStdString(outcome.err);
        QVERIFY2(outcome.status == ExitStatus::InputAtFault, outcome.err.c_str());
        QVERIFY2(outcome.out.empty(), outcome.out.c_str());
        QVERIFY2(err.contains(where), outcome.err.c_str());
        QVERIFY2(err.contains(what), outcome.err.c_str());
        QVERIFY2(err.trimmed().endsWith(QLatin1Char(')')) && err.contains(QLatin1String(" (")),
                 outcome.err.c_str()); // a hint
        const bool isPrintable = std::ranges::none_of(
            outcome.err, [](char c) { return c != '\n' && static_cast<unsigned char>(c) < 0x20U; });
        QVERIFY2(isPrintable, outcome.err.c_str());
    }
    QTemporaryDir m_folder;
};

void tst_WrongInputs::initTestCase()
{
    QVERIFY(QDir(m_folder.path()).mkdir(QStringLiteral("empty-folder")));
    write(QStringLiteral("good.json"), kConfig);
    write(QStringLiteral("good.csv"), kHeader + "0,500,10\n1,500,10\n");
}

void tst_WrongInputs::models_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("what");
    const auto row = [](const char* title, const char* name, const std::string& bytes, const char* what) {
        QTest::addRow("%s", title) << QString::fromLatin1(name) << QByteArray::fromStdString(bytes)
                                   << QString::fromLatin1(what);
    };
    const auto tensor = [](const char* body) {
        const std::string header = std::string(R"({"w":{)") + body + "}}";
        std::string bytes(8, '\0');
        bytes[0] = static_cast<char>(header.size());
        return bytes + header + std::string(16, '\0');
    };
    QTest::addRow("no such file") << QStringLiteral("nowhere.json") << QByteArray()
                                  << QStringLiteral("cannot read");
    QTest::addRow("a folder without a config")
        << QStringLiteral("empty-folder") << QByteArray() << QStringLiteral("has no config.json");
    row("an empty file", "empty.json", " \n", "the file is empty");
    row("a binary",
        "binary.json",
        std::string("\x7f"
                    "ELF\x02\x01\x01\0\0\0",
                    10),
        "not valid JSON");
    row("cut off", "cut.json", kConfig.substr(0, 60), "ends too early");
    row("nested without end", "deep.json", std::string(100'000, '['), "more than 64 levels");
    row("a list", "list.json", "[1, 2]", "the config is a list");
    row("no architecture", "none.json", R"({"hidden_size": 4096})", "does not say which architecture");
    row("an unknown architecture",
        "mamba.json",
        R"({"model_type": "mamba2", "hidden_size": 4096, "num_hidden_layers": 32})",
        "'mamba2' is not known");
    row("an unknown architecture asks for what is missing",
        "mamba.json",
        R"({"model_type": "mamba2", "hidden_size": 4096, "num_hidden_layers": 32})",
        "the missing num_attention_heads, intermediate_size, vocab_size");
    row("a text for a number",
        "text.json",
        configWith("4096", "\"4096\""),
        "is a text, expected a whole number");
    row("half a layer", "half.json", configWith("32,", "32.5,"), "is 32.5, expected a whole number");
    row("fewer than no layers", "less.json", configWith("32,", "-3,"), "is -3, expected a whole number");
    row("no width", "zero.json", configWith("4096", "0"), "'hidden_size' is 0");
    row("an absurd width",
        "wide.json",
        configWith("4096", "1000000000000000000"),
        "expected a whole number from");
    row("a number that overflows", "over.json", configWith("14336", "1e400"), "out of range");
    row("heads that do not divide",
        "heads.json",
        configWith("_heads\": 32", "_heads\": 33"),
        "do not divide");
    row("an unknown quantisation",
        "quant.json",
        configWith("\"torch_dtype\": \"bfloat16\"", R"("quantization_config": {"quant_method": "exl9"})"),
        "'exl9' is not known");
    row("an unknown number format",
        "type.json",
        configWith("bfloat16", "float13"),
        "'float13' is not a known");
    row("a trace instead", "trace.csv", kHeader + "0,1,1\n", "not valid JSON");
    row("tensors past the end",
        "past.safetensors",
        tensor(R"("dtype":"F32","shape":[2,4],"data_offsets":[0,32])"),
        "ends at byte 32 of 16");
    row("lengths that disagree",
        "lie.safetensors",
        tensor(R"("dtype":"F32","shape":[3,2],"data_offsets":[0,16])"),
        "6 numbers of F32 take 24 bytes");
    row("an end before its beginning",
        "back.safetensors",
        tensor(R"("dtype":"F32","shape":[2,2],"data_offsets":[16,0])"),
        "ends before it begins");
    row("a header beyond the file", "long.safetensors", std::string("\xe8\x03\0\0\0\0\0\0{}", 10), "cut off");
    row("a header without bound", "huge.safetensors", std::string(8, '\xff') + "{}", "the header claims");
    row("a shorter file than a length", "short.safetensors", "abc", "shorter than the length");
    row("another magic", "other.gguf", "GGML" + std::string(40, '\0'), "does not begin with GGUF");
    row("a version to come",
        "v99.gguf",
        std::string("GGUF\x63\0\0\0", 8) + std::string(40, '\0'),
        "version 99");
    row("counts beyond reason",
        "many.gguf",
        std::string("GGUF\x03\0\0\0", 8) + std::string(16, '\x10') + std::string(40, '\0'),
        "at most 1000000 are read");
    row("an empty graph", "empty.onnx", "", "the file has no graph");
    row("a page instead of a graph", "page.onnx", "<html>404 not found</html>", "no ONNX model");
    row("a graph cut off", "cut.onnx", tests::tinyOnnx().substr(0, tests::tinyOnnx().size() / 2), "cut off");
}

void tst_WrongInputs::models()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, what);
    const bool isWritten = !bytes.isEmpty() || name == QLatin1String("empty.onnx");
    const QString path = isWritten ? write(name, bytes.toStdString()) : m_folder.filePath(name);
    expectFault({"model", "inspect", path.toStdString()}, name, what);
}

void tst_WrongInputs::throughput_data()
{
    QTest::addColumn<QString>("line"); // beside --model, and the defaults unless the line has its own
    QTest::addColumn<QString>("where");
    QTest::addColumn<QString>("what");
    const auto row = [](const char* line, const char* where, const char* what) {
        QTest::addRow("%s", line) << QString::fromLatin1(line) << QString::fromLatin1(where)
                                  << QString::fromLatin1(what);
    };
    row("--device h1000", "--device", "did you mean h100-sxm?");
    row("--device l400s", "--device", "did you mean l40s?");
    row("--device abacus", "--device", "known: h100-sxm, l40s");
    row("--input-tokens -5", "--input-tokens", "-5 is outside 1 to");
    row("--input-tokens nan", "--input-tokens", "'nan' is no number");
    row("--input-tokens many", "--input-tokens", "'many' is no number");
    row("--input-tokens 1,5", "--input-tokens", "'1,5' is no number");
    row("--output-tokens 1e12", "--output-tokens", "outside");
    row("--output-tokens inf", "--output-tokens", "outside");
    row("--cached-prefix nan", "--cached-prefix", "'nan' is no number");
    row("--precision int3", "--precision", "'int3' is no number format");
    row("--engine-profile vllm-9", "--engine-profile: ", "no engine profile 'vllm-9'");
    row("--tensor-parallel 0", "--tensor-parallel", "0");
    row("--tensor-parallel 3", "--tensor-parallel: ", "cannot be split over 3 devices");
    row("--pipeline-parallel 33", "--pipeline-parallel: ", "32 layers cannot be cut into 33 stages");
    row("--batch 100000", "--batch", "100000 requests do not fit");
    row("--input-tokens 90000000", "memory", "GiB of cache for one request");
    row("--expert-parallel", "--expert-parallel: ", "has no experts");
    row("--colour red", "throughput", "--colour");
}

void tst_WrongInputs::throughput()
{
    QFETCH(QString, line);
    QFETCH(QString, where);
    QFETCH(QString, what);
    QString whole = QStringLiteral("throughput --model ") + m_folder.filePath(QStringLiteral("good.json"));
    for (const char* standard : {"--device h100-sxm", "--input-tokens 1000", "--output-tokens 200"}) {
        const QString option = QString::fromLatin1(standard);
        if (!line.startsWith(option.section(QLatin1Char(' '), 0, 0))) {
            whole += QLatin1Char(' ') + option;
        }
    }
    expectFault(words(whole + QLatin1Char(' ') + line), where, what);
}

void tst_WrongInputs::replay_data()
{
    QTest::addColumn<QString>("line"); // $ stands for the folder
    QTest::addColumn<QString>("file"); // content of $/t.csv
    QTest::addColumn<QString>("where");
    QTest::addColumn<QString>("what");
    const auto row = [](const char* title,
                        const char* line,
                        const std::string& file,
                        const char* where,
                        const char* what) {
        QTest::addRow("%s", title) << QString::fromLatin1(line) << QString::fromStdString(file)
                                   << QString::fromLatin1(where) << QString::fromLatin1(what);
    };
    const char* trace = "--trace $/t.csv";
    row("no requests", "", "", "trace", "no requests are given");
    row("no trace file", "--trace $/nowhere.csv", "", "nowhere.csv", "cannot read");
    row("a folder as trace", "--trace $/empty-folder", "", "empty-folder", "a folder");
    row("an empty trace", trace, "\n", "t.csv", "the file is empty");
    row("a header alone", trace, kHeader, "t.csv", "no requests");
    row("wrong columns", trace, "a,b,c\n1,2,3\n", "t.csv:1", "no trace has the columns 'a,b,c'");
    row("one column short",
        trace,
        "arrived_at,prefill_tokens\n0,5\n",
        "t.csv:1",
        "no column for answer tokens");
    row("semicolons",
        trace,
        "arrived_at;prefill_tokens;decode_tokens\n0,5;5;5\n",
        "t.csv:1",
        "not separated by commas");
    row("a binary", trace, std::string("\x01\x02\x1b[31mELF\n\x03", 11), "t.csv:1", "no text file");
    row("negative tokens", trace, kHeader + "0,-5,10\n", "t.csv:2:prefill_tokens", "-5 is outside 1..");
    row("absurd tokens", trace, kHeader + "0,99999999999,10\n", "t.csv:2:prefill_tokens", "outside 1..");
    row("words for a time", trace, kHeader + "now,5,10\n", "t.csv:2:arrived_at", "'now' is not a time");
    row("no number of a time", trace, kHeader + "nan,5,10\n", "t.csv:2:arrived_at", "outside 0..");
    row("a short row",
        trace,
        kHeader + "1,5\n",
        "t.csv:2:decode_tokens",
        "an empty cell is not a whole number");
    row("a negative rate", "--rate -2 --input-tokens 9 --output-tokens 9", "", "--rate", "-2 is outside");
    row("a rate of nothing",
        "--rate nan --input-tokens 9 --output-tokens 9",
        "",
        "--rate",
        "'nan' is no number");
    row("an answer without length",
        "--rate 2 --input-tokens 9",
        "",
        "requests",
        "tokens of an answer are not given");
    row("requests without end",
        "--rate 2 --requests 1000000000000 --input-tokens 9 --output-tokens 9",
        "",
        "--requests",
        "10000000");
    row("burstiness of a trace",
        "--trace $/good.csv --burstiness 4",
        "",
        "replay",
        "--burstiness requires --rate");
    row("lengths beside a trace",
        "--trace $/good.csv --rate 2 --input-tokens 9",
        "",
        "replay",
        "--input-tokens");
    row("an unknown profile",
        "--rate 2 --input-tokens 9 --output-tokens 9 --profile lunch",
        "",
        "--profile",
        "'lunch'");
    row("an unknown scheduler", "--trace $/good.csv --scheduler magic", "", "--scheduler", "magic");
    row("no blocks", "--trace $/good.csv --kv-blocks 0", "", "--kv-blocks", "0");
    row("no chunk", "--trace $/good.csv --chunk 0", "", "chunk_size", "expected at least 1");
    row("results into a folder",
        "--trace $/good.csv --requests-out $/empty-folder",
        "",
        "empty-folder",
        "it is a folder");
    row("results into nowhere", "--trace $/good.csv --requests-out $/no/x.csv", "", "x.csv", "cannot save");
    row("an unknown operator",
        "--trace $/good.csv --step-times $/t.csv --kv-blocks 99",
        "op,group,from,to,ms\nmlp,0,1,5,1\n",
        "t.csv:2:op",
        "'mlp' is no operator");
    row("a run that is a list", "--run $/t.csv", "[]", "t.csv", "expected an object");
    row("a run of an unknown scheduler",
        "--run $/t.csv",
        R"({"scheduler": "magic"})",
        "t.csv:scheduler",
        "'magic'");
    row("a run of fewer than no sequences",
        "--run $/t.csv",
        R"({"max_batch": -4})",
        "t.csv:max_batch",
        "is -4, expected at least 1");
    row("a run of many sequences",
        "--run $/t.csv",
        R"({"max_batch": "many"})",
        "t.csv:max_batch",
        "expected a whole number");
    row("a run nested without end", "--run $/t.csv", std::string(100000, '['), "t.csv:run", "not valid JSON");
    row("a trace nested without end",
        trace,
        "{\"timestamp\":" + std::string(50000, '['),
        "t.csv:1:line",
        "not a JSON object");
    row("more stages than layers",
        "--trace $/good.csv --pipeline-parallel 33",
        "",
        "--pipeline-parallel: ",
        "33 stages");
    row("a run without its trace",
        "--run $/t.csv",
        R"({"trace": "nowhere.csv"})",
        "nowhere.csv",
        "neither in the folder");
}

void tst_WrongInputs::replay()
{
    QFETCH(QString, line);
    QFETCH(QString, file);
    QFETCH(QString, where);
    QFETCH(QString, what);
    write(QStringLiteral("t.csv"), file.toStdString());
    QString whole = QStringLiteral("replay --model $/good.json --device h100-sxm ") + line;
    whole.replace(QLatin1Char('$'), m_folder.path());
    expectFault(words(whole), where, what);
}

void tst_WrongInputs::everyCutOfAGgufIsRefused()
{
    const std::string whole = tests::tinyGguf().bytes();
    for (std::size_t length = 0; length < whole.size(); ++length) {
        const QString path = write(QStringLiteral("cut.gguf"), whole.substr(0, length));
        const Outcome outcome = ran({"model", "inspect", path.toStdString()});
        if (outcome.status == ExitStatus::Done) { // the header is whole; tensor data is not read
            QVERIFY(length > whole.size() / 2);
            return;
        }
        QVERIFY2(outcome.status == ExitStatus::InputAtFault, outcome.err.c_str());
        QVERIFY2(outcome.err.find("cut.gguf") != std::string::npos
                     && outcome.err.find(" (") != std::string::npos,
                 outcome.err.c_str());
    }
}

void tst_WrongInputs::nothingServedIsNoAnswer()
{
    const std::string folder = m_folder.path().toStdString();
    const Outcome outcome = ran({"replay",
                                 "--model",
                                 folder + "/good.json",
                                 "--device",
                                 "h100-sxm",
                                 "--trace",
                                 folder + "/good.csv",
                                 "--kv-blocks",
                                 "3",
                                 "--json"});
    QVERIFY(outcome.status == ExitStatus::AnswerIsNo);
    QVERIFY2(outcome.err.find("2 of 2 requests can never fit") != std::string::npos
                 && outcome.err.find("3 blocks hold 48 tokens") != std::string::npos,
             outcome.err.c_str());
}

/// A header of tensors says how many numbers and bytes there are, not which architecture: that is asked for.
void tst_WrongInputs::tensorsAloneAreInspectedButNotServed()
{
    const auto file = [this](const QString& name, const std::string& type, const std::string& size) {
        return write(name,
                     tests::safetensors(R"({"w":{"dtype":")" + type + R"(","shape":[2,)" + size
                                            + R"(],"data_offsets":[0,16]}})",
                                        16))
            .toStdString();
    };
    const std::string path = file(QStringLiteral("alone.safetensors"), "BF16", "4");
    const Outcome inspected = ran({"model", "inspect", path, "--json"});
    QCOMPARE(inspected.status, ExitStatus::Done);
    const auto json = nlohmann::json::parse(inspected.out);
    QCOMPARE(json.at("parameters_total").get<double>(), 8.0);
    QCOMPARE(json.at("weights_bytes").get<double>(), 16.0);
    QCOMPARE(json.at("bytes_by_type").at("BF16").get<double>(), 16.0);
    for (const char* unknown :
         {"architecture", "parameters_active", "kv_bytes_per_token", "layers", "context"}) {
        QVERIFY2(json.at(unknown).is_null(), unknown);
    }
    QVERIFY2(inspected.err.find("no config.json beside the file") != std::string::npos,
             inspected.err.c_str());

    const std::string packed = file(QStringLiteral("packed.safetensors"), "I32", "2");
    QVERIFY(nlohmann::json::parse(ran({"model", "inspect", packed, "--json"}).out)
                .at("parameters_total")
                .is_null());

    expectFault(
        words(QStringLiteral("throughput --device h100-sxm --input-tokens 9 --output-tokens 9 --model ")
              + QString::fromStdString(path)),
        QStringLiteral("alone.safetensors"),
        QStringLiteral("no config.json beside them"));
}

void tst_WrongInputs::aCutTraceKeepsItsGoodLines()
{
    const QString path =
        write(QStringLiteral("cut.jsonl"),
              "{\"timestamp\": 0, \"input_length\": 100, \"output_length\": 5, \"hash_ids\": [0]}\n"
              "{\"timestamp\": 3000, \"input_leng");
    const Outcome outcome = ran({"replay",
                                 "--model",
                                 m_folder.filePath(QStringLiteral("good.json")).toStdString(),
                                 "--device",
                                 "h100-sxm",
                                 "--trace",
                                 path.toStdString()});
    QVERIFY2(outcome.status == ExitStatus::Done, outcome.err.c_str());
    QVERIFY2(outcome.err.starts_with("cut.jsonl:2:line: row left out: not a JSON object"),
             outcome.err.c_str());
}

void tst_WrongInputs::aGgufIsReplayed()
{
    const QString gguf = write(QStringLiteral("tiny.gguf"), tests::tinyGguf().bytes());
    const Outcome outcome = ran({"replay",
                                 "--model",
                                 gguf.toStdString(),
                                 "--device",
                                 "h100-sxm",
                                 "--trace",
                                 m_folder.filePath(QStringLiteral("good.csv")).toStdString()});
    QVERIFY2(outcome.status == ExitStatus::Done, outcome.err.c_str());
}

QTEST_APPLESS_MAIN(tst_WrongInputs)
#include "tst_WrongInputs.moc"
