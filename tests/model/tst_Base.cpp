// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/Calendar.h"
#include "model/base/Error.h"
#include "model/base/Random.h"

#include <QtTest>

using namespace wherewithal::model;

class tst_Base : public QObject
{
    Q_OBJECT
private slots:
    void readsAndWritesDays();
    void refusesDaysThatDoNotExist_data();
    void refusesDaysThatDoNotExist();
    void countsMonthsAcrossYears();
    void normalQuantileMatchesTables_data();
    void normalQuantileMatchesTables();
    void streamsAreReproducibleAndDistinct();
    void writesDiagnosticsAsTheContractSays();
};

void tst_Base::readsAndWritesDays()
{
    const auto day = parseDay("2026-11-22");
    QVERIFY(day.has_value());
    QCOMPARE(text(*day), std::string("2026-11-22"));
    QCOMPARE(daysBetween(*parseDay("2024-02-28"), *parseDay("2024-03-01")), 2);
    QCOMPARE(dayNumber(Day{}), 0);
}

void tst_Base::refusesDaysThatDoNotExist_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char* text : {"2026-02-30", "2026-13-01", "26-01-01", "2026/01/01", "", "2026-1-1", "2026-01-01T00:00", "-026-01-01"}) {
        QTest::addRow("%s", text) << QByteArray(text);
    }
}

void tst_Base::refusesDaysThatDoNotExist()
{
    QFETCH(QByteArray, text);
    const auto day = parseDay(text.toStdString());
    QVERIFY(!day.has_value());
    QCOMPARE(day.error().code, ErrorCode::InvalidSyntax);
}

void tst_Base::countsMonthsAcrossYears()
{
    const Month december{.year = 2026, .month = 12};
    QCOMPARE(text(monthsLater(december, 1)), std::string("2027-01"));
    QCOMPARE(text(monthsLater(december, -12)), std::string("2025-12"));
    QCOMPARE(monthsBetween(december, monthsLater(december, 37)), 37);
    QCOMPARE(hoursInMonth(Month{.year = 2028, .month = 2}), 29 * 24);
    int hours = 0;
    for (int i = 0; i < 12; ++i) {
        hours += hoursInMonth(monthsLater(Month{.year = 2027, .month = 1}, i));
    }
    QCOMPARE(hours, 8760);
}

void tst_Base::normalQuantileMatchesTables_data()
{
    QTest::addColumn<double>("p");
    QTest::addColumn<double>("z");
    // NIST/SEMATECH e-Handbook 1.3.6.7.1 and R 4 qnorm, 16 digits
    QTest::addRow("median") << 0.5 << 0.0;
    QTest::addRow("P90") << 0.9 << 1.2815515655446004;
    QTest::addRow("P97.5") << 0.975 << 1.959963984540054;
    QTest::addRow("P0.1") << 0.001 << -3.090232306167813;
    QTest::addRow("1e-10") << 1e-10 << -6.361340902404056;
    QTest::addRow("AS 241 check") << 0.25 << -0.6744897501960817;
}

void tst_Base::normalQuantileMatchesTables()
{
    QFETCH(double, p);
    QFETCH(double, z);
    QVERIFY2(std::abs(normalQuantile(p) - z) <= 1e-14 * std::max(1.0, std::abs(z)), "relative error above 1e-14");
}

void tst_Base::streamsAreReproducibleAndDistinct()
{
    RandomStream a(42, "arrivals", 7);
    RandomStream b(42, "arrivals", 7);
    RandomStream c(42, "arrivals", 8);
    RandomStream d(42, "prices", 7);
    for (int i = 0; i < 100; ++i) {
        const auto value = a.next();
        QCOMPARE(value, b.next());
        QVERIFY(value != c.next());
        QVERIFY(value != d.next());
    }
    double sum = 0.0;
    for (int i = 0; i < 100000; ++i) {
        sum += a.exponential();
    }
    QVERIFY(std::abs(sum / 100000 - 1.0) < 0.02); // six standard errors
}

void tst_Base::writesDiagnosticsAsTheContractSays()
{
    const Error error{.code = ErrorCode::OutOfRange, .where = "demand.rate", .message = "-1 is negative", .hint = "write a rate of 0 or more"};
    QCOMPARE(text(error), std::string("demand.rate: -1 is negative (write a rate of 0 or more)"));
    QVERIFY(isMachineFault(ErrorCode::DiskFull));
    QVERIFY(!isMachineFault(error.code));
    for (int code = 0; code <= static_cast<int>(ErrorCode::Internal); ++code) {
        QVERIFY(!name(static_cast<ErrorCode>(code)).empty());
    }
}

QTEST_APPLESS_MAIN(tst_Base)
#include "tst_Base.moc"
