// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/import/traces/LoadTestReader.h"
#include "providers/import/traces/WeekProfileReader.h"

#include <QtTest>

#include <cmath>
#include <fmt/format.h>

using namespace wherewithal;
using model::ErrorCode;

namespace {

/// Hourly rows from Thursday 2026-10-01 00:00 on; 10 in every hour, 40 on Mondays at 09:00.
std::string hourly(int hours)
{
    std::string text = "timestamp,count\n";
    for (int hour = 0; hour < hours; ++hour) {
        const int day = 1 + hour / 24;
        const bool isMondayNine = (day == 5 || day == 12 || day == 19) && hour % 24 == 9;
        text += fmt::format("2026-10-{:02} {:02}:00,{}\n", day, hour % 24, isMondayNine ? 40 : 10);
    }
    return text;
}

} // namespace

class tst_PastedTables : public QObject
{
    Q_OBJECT
private slots:
    void loadTestColumnsGoByName();
    void aPastedTableNeedsNoHeader();
    void decimalCommasAreRead();
    void badRowsAreListedAndGoodOnesKept();
    void aTableWithoutConcurrencySaysWhatIsThere();
    void textIsNoLoadTest();
    void aWeekIs168Numbers();
    void sevenRowsMayNameTheirDay();
    void timesAreAveragedByHourOfWeek();
    void requestsWithoutCountsCountOne();
    void lessThanAWeekIsRefused();
    void negativeAndEmptyWeeksAreRefused();
};

void tst_PastedTables::loadTestColumnsGoByName()
{
    const auto read = providers::readLoadTest("p95_ms,Users,RPS\n120,8,40\n80,1,9.5\n");
    QVERIFY(read.has_value());
    QCOMPARE(read->points.size(), std::size_t{2});
    QCOMPARE(read->points[0].concurrency, 1.0); // sorted
    QCOMPARE(read->points[0].throughputPerSecond, 9.5);
    QVERIFY(std::abs(*read->points[1].latencyP95Seconds - 0.12) < 1e-12);
}

void tst_PastedTables::aPastedTableNeedsNoHeader()
{
    const auto read = providers::readLoadTest("1\t10\n2\t19\t0.3\n");
    QVERIFY(read.has_value());
    QCOMPARE(read->points.size(), std::size_t{2});
    const auto three = providers::readLoadTest("1\t10\t0.2\n2\t19\t\n");
    QVERIFY(three.has_value());
    QCOMPARE(*three->points[0].latencyP95Seconds, 0.2);
    QVERIFY(!three->points[1].latencyP95Seconds); // not measured is not 0
}

void tst_PastedTables::decimalCommasAreRead()
{
    const auto read = providers::readLoadTest("users;throughput;p95\n4;12,5;0,25\n");
    QVERIFY(read.has_value());
    QCOMPARE(read->points[0].throughputPerSecond, 12.5);
    QCOMPARE(*read->points[0].latencyP95Seconds, 0.25);
}

void tst_PastedTables::badRowsAreListedAndGoodOnesKept()
{
    const auto read = providers::readLoadTest("users,rps\n1,10\nten,20\n4,-3\n8,60\n");
    QVERIFY(read.has_value());
    QCOMPARE(read->points.size(), std::size_t{2});
    QCOMPARE(read->rowsRead, std::uint64_t{4});
    QCOMPARE(read->issues.size(), std::size_t{2});
    QCOMPARE(read->issues[0].line, std::uint64_t{3});
    QCOMPARE(read->issues[0].raw, std::string("ten"));
    QCOMPARE(read->issues[1].code, ErrorCode::OutOfRange);
}

void tst_PastedTables::aTableWithoutConcurrencySaysWhatIsThere()
{
    const auto read = providers::readLoadTest("speed,rps\n1,10\n");
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().code, ErrorCode::MissingField);
    QVERIFY(read.error().message.find("speed, rps") != std::string::npos);
}

void tst_PastedTables::textIsNoLoadTest()
{
    for (const char* text : {"", "hello", "a,b\nc,d\n", "\n\n;;\n"}) {
        QVERIFY2(!providers::readLoadTest(text).has_value(), text);
    }
}

void tst_PastedTables::aWeekIs168Numbers()
{
    std::string text;
    for (int hour = 0; hour < 168; ++hour) {
        text += fmt::format("{}\n", hour == 33 ? 20 : 5);
    }
    const auto profile = providers::readWeekProfile(text);
    QVERIFY(profile.has_value());
    QCOMPARE(profile->name, std::string("own"));
    QCOMPARE(profile->weights[33], 1.0);
    QCOMPARE(profile->weights[0], 0.25);
    const auto short1 = providers::readWeekProfile("1 2 3");
    QVERIFY(short1.error().message.find("3 numbers") != std::string::npos);
}

void tst_PastedTables::sevenRowsMayNameTheirDay()
{
    std::string text;
    for (const char* day : {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"}) {
        text += day;
        for (int hour = 0; hour < 24; ++hour) {
            text += fmt::format(",{}", hour);
        }
        text += '\n';
    }
    const auto profile = providers::readWeekProfile(text);
    QVERIFY2(profile.has_value(), profile ? "" : profile.error().message.c_str());
    QCOMPARE(profile->weights[23], 1.0);
    QCOMPARE(profile->weights[24], 0.0);
}

void tst_PastedTables::timesAreAveragedByHourOfWeek()
{
    // Three weeks and a day: Thursdays occur four times, and still weigh the same.
    const auto profile = providers::readWeekProfile(hourly(22 * 24));
    QVERIFY(profile.has_value());
    QCOMPARE(profile->weights[9], 1.0); // Monday 09:00
    QCOMPARE(profile->weights[8], 0.25);
    QCOMPARE(profile->weights[3 * 24 + 5], 0.25); // Thursday
}

void tst_PastedTables::requestsWithoutCountsCountOne()
{
    std::string text = "time\n";
    for (int hour = 0; hour < 168; ++hour) {
        text += fmt::format("2026-10-{:02}T{:02}:15:00Z\n", 5 + hour / 24, hour % 24); // Monday first
    }
    text += "2026-10-05T00:59:59Z\n";
    const auto profile = providers::readWeekProfile(text);
    QVERIFY(profile.has_value());
    QCOMPARE(profile->weights[0], 1.0);
    QCOMPARE(profile->weights[1], 0.5);
}

void tst_PastedTables::lessThanAWeekIsRefused()
{
    const auto profile = providers::readWeekProfile(hourly(100));
    QVERIFY(!profile.has_value());
    QCOMPARE(profile.error().code, ErrorCode::Inconsistent);
    QVERIFY(profile.error().message.find("100 of the 168") != std::string::npos);
}

void tst_PastedTables::negativeAndEmptyWeeksAreRefused()
{
    std::string zeros;
    std::string negative;
    for (int hour = 0; hour < 168; ++hour) {
        zeros += "0 ";
        negative += hour == 5 ? "-1 " : "1 ";
    }
    QCOMPARE(providers::readWeekProfile(zeros).error().code, ErrorCode::OutOfRange);
    QCOMPARE(providers::readWeekProfile(negative).error().code, ErrorCode::OutOfRange);
}

QTEST_APPLESS_MAIN(tst_PastedTables)
#include "tst_PastedTables.moc"
