// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/import/traces/RequestTraceReader.h"

#include <QtTest>

#include <cmath>
#include <string>

using namespace wherewithal;
using namespace wherewithal::providers;
using model::ErrorCode;
using model::TraceRequest;

class tst_RequestTraceReader : public QObject
{
    Q_OBJECT
private slots:
    void readsEachKind_data();
    void readsEachKind();
    void readsTimesOfAzureToTheMicrosecond();
    void findsThePrefixesThatRequestsShare();
    void keepsGoodRowsAndListsBadOnes();
    void sortsRowsThatAreOutOfOrder();
    void listsNoMoreThanAThousandIssues();
    void refusesWhatIsNoTrace_data();
    void refusesWhatIsNoTrace();
    void namesTheFileInErrors();
};

void tst_RequestTraceReader::readsEachKind_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("format");
    QTest::addColumn<double>("second");
    QTest::addRow("own columns") << QByteArray(
        "arrived_at,prefill_tokens,decode_tokens\n0.5,10,3\n2.0,20,0\n")
                                 << "arrivals" << 2.0;
    QTest::addRow("own result columns, other order, CRLF, byte order mark")
        << QByteArray("\xEF\xBB\xBF"
                      "decode_tokens,extra,prefill_tokens,arrived_at_s\r\n3,x,10,0.5\r\n\r\n0,y,20,2.0\r\n")
        << "arrivals" << 2.0;
    QTest::addRow("quoted cells") << QByteArray(
        "\"arrived_at\",\"prefill_tokens\",\"decode_tokens\"\n\"0.5\",\"10\",\"3\"\n2,20,0")
                                  << "arrivals" << 2.0;
    QTest::addRow("Azure") << QByteArray(
        "TIMESTAMP,ContextTokens,GeneratedTokens\n2023-11-16 23:59:59.5000000,10,3\n"
        "2023-11-17 00:00:01.0000000,20,0\n")
                           << "azure-llm" << 1.5;
    QTest::addRow("Azure, ISO times")
        << QByteArray("TIMESTAMP,ContextTokens,GeneratedTokens\n2024-05-10T00:00:00+00:00,10,3\n"
                      "2024-05-10T00:00:01.500000Z,20,0\n")
        << "azure-llm" << 1.5;
    QTest::addRow("Mooncake") << QByteArray(
        "{\"timestamp\": 500, \"input_length\": 10, \"output_length\": 3, \"hash_ids\": [1,2]}\n"
        "{\"output_length\": 0, \"input_length\": 20.0, \"timestamp\": 2000}\n")
                              << "mooncake" << 2.0;
    QTest::addRow("lengths") << QByteArray(
        "num_prefill_tokens,num_decode_tokens,num_total_tokens,pd_ratio\n10,3,13,3.3\n20,0,20,0\n")
                             << "lengths" << 0.0;
}

void tst_RequestTraceReader::readsEachKind()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, format);
    QFETCH(double, second);
    const auto read = readRequestTrace(text.toStdString());
    QVERIFY2(read, read ? "" : model::text(read.error()).c_str());
    QCOMPARE(QString::fromStdString(read->trace.format), format);
    QCOMPARE(read->trace.hasArrivalTimes, format != QStringLiteral("lengths"));
    QCOMPARE(read->rowsRead, 2U);
    QCOMPARE(read->rowsRejected, 0U);
    QCOMPARE(read->trace.requests.size(), 2U);
    const TraceRequest& first = read->trace.requests[0];
    const TraceRequest& last = read->trace.requests[1];
    QCOMPARE(first.prefillTokens, 10);
    QCOMPARE(first.decodeTokens, 3);
    QCOMPARE(last.arrivedAtSeconds, second);
    QCOMPARE(last.prefillTokens, 20);
    QCOMPARE(last.decodeTokens, 0);
}

void tst_RequestTraceReader::readsTimesOfAzureToTheMicrosecond()
{
    const auto read =
        readRequestTrace("TIMESTAMP,ContextTokens,GeneratedTokens\n2023-11-16 18:15:46.6805900,1,1\n"
                         "2023-11-16 18:15:50.9951690,1,1\n");
    QVERIFY(read);
    QVERIFY(std::abs(read->trace.requests[1].arrivedAtSeconds - 4.314579) < 1e-6);
}

void tst_RequestTraceReader::findsThePrefixesThatRequestsShare()
{
    const auto read =
        readRequestTrace(R"({"timestamp":0,"input_length":1500,"output_length":1,"hash_ids":[1,2,3]}
{"timestamp":0,"input_length":1500,"output_length":1,"hash_ids":[1,2,4]}
{"timestamp":0,"input_length":1000,"output_length":1,"hash_ids":[5,2]}
{"timestamp":0,"input_length":600,"output_length":1,"hash_ids":[1,2]}
{"timestamp":0,"input_length":600,"output_length":1,"hash_ids":["x"]}
{"timestamp":0,"input_length":600,"output_length":1}
)");
    QVERIFY(read);
    const std::vector<int> shared{
        0, 1024, 0, 600, 0, 0}; // a block counts only if all before it are shared too
    for (std::size_t i = 0; i < shared.size(); ++i) {
        QCOMPARE(read->trace.requests.at(i).sharedPrefixTokens, shared[i]);
    }
}

void tst_RequestTraceReader::keepsGoodRowsAndListsBadOnes()
{
    const auto read = readRequestTrace("arrived_at,prefill_tokens,decode_tokens\n"
                                       "0,10,1\n"
                                       "x,10,1\n"
                                       "-1,10,1\n"
                                       "nan,10,1\n"
                                       "1,0,1\n"
                                       "1,10,-1\n"
                                       "1,99999999,1\n"
                                       "1,10\n"
                                       "1,1.5,1\n"
                                       "3,10,1,more\n");
    QVERIFY(read);
    QCOMPARE(read->trace.requests.size(), 2U);
    QCOMPARE(read->rowsRead, 10U);
    QCOMPARE(read->rowsRejected, 8U);
    const std::vector<std::pair<std::uint64_t, std::string>> expected{{3, "arrived_at"},
                                                                      {4, "arrived_at"},
                                                                      {5, "arrived_at"},
                                                                      {6, "prefill_tokens"},
                                                                      {7, "decode_tokens"},
                                                                      {8, "prefill_tokens"},
                                                                      {9, "decode_tokens"},
                                                                      {10, "prefill_tokens"}};
    for (std::size_t i = 0; i < expected.size(); ++i) {
        QCOMPARE(read->issues.at(i).line, expected[i].first);
        QCOMPARE(read->issues.at(i).column, expected[i].second);
    }
    QCOMPARE(read->issues[0].code, ErrorCode::WrongType);
    QCOMPARE(read->issues[1].code, ErrorCode::OutOfRange);

    const auto lines = readRequestTrace("{\"timestamp\": 0, \"input_length\": 1, \"output_length\": 1}\n"
                                        "{\"timestamp\": 0, \"input_length\": 1.5, \"output_length\": 1}\n"
                                        "{broken\n"
                                        "[1]\n"
                                        "{\"input_length\": 1, \"output_length\": 1}\n");
    QVERIFY(lines);
    QCOMPARE(lines->trace.requests.size(), 1U);
    QCOMPARE(lines->issues.size(), 4U);
    QCOMPARE(lines->issues[1].code, ErrorCode::InvalidSyntax);
    QCOMPARE(lines->issues[3].column, std::string("timestamp"));
}

void tst_RequestTraceReader::sortsRowsThatAreOutOfOrder()
{
    const auto read = readRequestTrace("arrived_at,prefill_tokens,decode_tokens\n2,1,1\n1,2,1\n2,3,1\n");
    QVERIFY(read);
    QVERIFY(!read->wasSorted);
    QCOMPARE(read->trace.requests[0].prefillTokens, 2);
    QCOMPARE(read->trace.requests[1].prefillTokens, 1); // equal times keep the order of the file
    QCOMPARE(read->trace.requests[2].prefillTokens, 3);
}

void tst_RequestTraceReader::listsNoMoreThanAThousandIssues()
{
    std::string text = "arrived_at,prefill_tokens,decode_tokens\n0,1,1\n";
    for (int i = 0; i < 1500; ++i) {
        text += "bad\n";
    }
    const auto read = readRequestTrace(text);
    QVERIFY(read);
    QCOMPARE(read->rowsRejected, 1500U);
    QCOMPARE(read->issues.size(), kMaxTraceIssues);
}

void tst_RequestTraceReader::refusesWhatIsNoTrace_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("code");
    QTest::addRow("empty") << QByteArray() << static_cast<int>(ErrorCode::InvalidSyntax);
    QTest::addRow("blank") << QByteArray("\n \n") << static_cast<int>(ErrorCode::InvalidSyntax);
    QTest::addRow("another table") << QByteArray("a,b,c\n1,2,3\n")
                                   << static_cast<int>(ErrorCode::UnsupportedFormat);
    QTest::addRow("zeros") << QByteArray(100, '\0') << static_cast<int>(ErrorCode::UnsupportedFormat);
    QTest::addRow("no answer column")
        << QByteArray("arrived_at,prefill_tokens\n1,2\n") << static_cast<int>(ErrorCode::MissingField);
    QTest::addRow("no arrival column")
        << QByteArray("prefill_tokens,decode_tokens\n1,2\n") << static_cast<int>(ErrorCode::MissingField);
    QTest::addRow("header alone") << QByteArray("arrived_at,prefill_tokens,decode_tokens\n")
                                  << static_cast<int>(ErrorCode::InvalidSyntax);
    QTest::addRow("no good row") << QByteArray("arrived_at,prefill_tokens,decode_tokens\nx,y,z\n")
                                 << static_cast<int>(ErrorCode::WrongType);
    QTest::addRow("centuries") << QByteArray(
        "TIMESTAMP,ContextTokens,GeneratedTokens\n1900-01-01 00:00:00,1,1\n1970-01-01 00:00:00,1,1\n"
        "2400-01-01 00:00:00,1,1\n")
                               << static_cast<int>(ErrorCode::OutOfRange);
}

void tst_RequestTraceReader::refusesWhatIsNoTrace()
{
    QFETCH(QByteArray, text);
    QFETCH(int, code);
    const auto read = readRequestTrace(text.toStdString());
    QVERIFY(!read);
    QCOMPARE(static_cast<int>(read.error().code), code);
}

void tst_RequestTraceReader::namesTheFileInErrors()
{
    const auto absent = loadRequestTrace("/nowhere/trace.csv");
    QVERIFY(!absent);
    QCOMPARE(absent.error().code, ErrorCode::NotFound);
    const auto folder = loadRequestTrace(WHEREWITHAL_TEST_DATA);
    QVERIFY(!folder);
    const auto wrong = loadRequestTrace(std::string(WHEREWITHAL_TEST_DATA) + "/replay/tables/tiny.csv");
    QVERIFY(!wrong);
    QCOMPARE(wrong.error().where, std::string("tiny.csv:1"));
}

QTEST_APPLESS_MAIN(tst_RequestTraceReader)
#include "tst_RequestTraceReader.moc"
