// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/units/Decimal.h"
#include "model/units/Money.h"
#include "model/units/Quantity.h"
#include "model/units/Range.h"

#include <QtTest>

#include <cmath>

using namespace wherewithal::model;

class tst_Units : public QObject
{
    Q_OBJECT
private slots:
    void readsDecimalsExactly_data();
    void readsDecimalsExactly();
    void refusesWhatIsNoDecimal_data();
    void refusesWhatIsNoDecimal();
    void postsHalfToEven();
    void refusesWhatIsNoCurrency();
    void readsRanges_data();
    void readsRanges();
    void writesRangesThatReadBack_data();
    void writesRangesThatReadBack();
    void refusesWhatIsNoRange_data();
    void refusesWhatIsNoRange();
    void rangeQuantilesAreOrderedAndConsistent();
    void quantitiesKeepTheirUnit();
};

void tst_Units::readsDecimalsExactly_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("plain");
    QTest::addColumn<double>("value");
    QTest::addRow("aws") << QByteArray("0.0960000000") << QByteArray("0.096") << 0.096;
    QTest::addRow("focus") << QByteArray("5e-8") << QByteArray("0.00000005") << 5e-8;
    QTest::addRow("integer") << QByteArray("34980") << QByteArray("34980") << 34980.0;
    QTest::addRow("negative") << QByteArray("-7.50") << QByteArray("-7.5") << -7.5;
    QTest::addRow("zero") << QByteArray("0.000") << QByteArray("0") << 0.0;
    QTest::addRow("no integer part") << QByteArray(".5") << QByteArray("0.5") << 0.5;
    QTest::addRow("18 digits") << QByteArray("123456789012.345678") << QByteArray("123456789012.345678") << 123456789012.345678;
    QTest::addRow("oracle open end") << QByteArray("999999999999999") << QByteArray("999999999999999") << 999999999999999.0;
    QTest::addRow("trailing zeros beyond 18 places") << QByteArray("1.0000000000000000000000") << QByteArray("1") << 1.0;
}

void tst_Units::readsDecimalsExactly()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, plain);
    QFETCH(double, value);
    const auto decimal = parseDecimal(text.toStdString());
    QVERIFY(decimal.has_value());
    QCOMPARE(QByteArray::fromStdString(decimal->toText()), plain);
    QCOMPARE(decimal->toDouble(), value);
    QCOMPARE(parseDecimal(decimal->toText()).value(), *decimal);
}

void tst_Units::refusesWhatIsNoDecimal_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char* text : {"", "abc", "1,5", "1.2.3", "nan", "inf", "1e", "--1", "1 ", "0x10", "1e400", "1234567890123456789", "$5", "-", "."}) {
        QTest::addRow("%s", text) << QByteArray(text);
    }
}

void tst_Units::refusesWhatIsNoDecimal()
{
    QFETCH(QByteArray, text);
    QVERIFY(!parseDecimal(text.toStdString()).has_value());
}

void tst_Units::postsHalfToEven()
{
    QCOMPARE(postHalfEven(0.0000005).count, std::int64_t{0});
    QCOMPARE(postHalfEven(0.0000015).count, std::int64_t{2});
    QCOMPARE(postHalfEven(-0.0000025).count, std::int64_t{-2});
    QCOMPARE(postHalfEven(98.32).count, std::int64_t{98320000});
    QCOMPARE((postHalfEven(0.1) + postHalfEven(0.2)).count, postHalfEven(0.3).count);
}

void tst_Units::refusesWhatIsNoCurrency()
{
    QCOMPARE(Currency::parse("EUR")->code(), std::string("EUR"));
    for (const char* text : {"", "usd", "EURO", "E1R", "$"}) {
        QVERIFY(!Currency::parse(text).has_value());
    }
}

void tst_Units::readsRanges_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<double>("least");
    QTest::addColumn<double>("median");
    QTest::addColumn<double>("most");
    QTest::addRow("number") << QByteArray("7.5") << 7.5 << 7.5 << 7.5;
    QTest::addRow("percent") << QByteArray("20 %") << 0.2 << 0.2 << 0.2;
    QTest::addRow("to") << QByteArray("5 to 10") << 5.0 << 7.5 << 10.0;
    QTest::addRow("percent ends") << QByteArray("30 to 58 %") << 0.3 << 0.44 << 0.58;
    QTest::addRow("both percent") << QByteArray("30 % to 58 %") << 0.3 << 0.44 << 0.58;
    QTest::addRow("plus minus percent") << QByteArray("100 +- 10%") << 90.0 << 100.0 << 110.0;
    QTest::addRow("plus minus") << QByteArray("700 +- 15") << 685.0 << 700.0 << 715.0;
    QTest::addRow("percent plus minus percent") << QByteArray("40 % +- 5 %") << 0.35 << 0.40 << 0.45;
    QTest::addRow("negative") << QByteArray("-10 to 2 %") << -0.10 << -0.04 << 0.02;
    QTest::addRow("en dash") << QByteArray("5\xE2\x80\x93" "10") << 5.0 << 7.5 << 10.0;
    QTest::addRow("equal ends") << QByteArray("3 to 3") << 3.0 << 3.0 << 3.0;
}

void tst_Units::readsRanges()
{
    QFETCH(QByteArray, text);
    QFETCH(double, least);
    QFETCH(double, median);
    QFETCH(double, most);
    const auto range = parseRange(text.toStdString());
    QVERIFY(range.has_value());
    QVERIFY(std::abs(range->least() - least) < 1e-12);
    QVERIFY(std::abs(range->median() - median) < 1e-12);
    QVERIFY(std::abs(range->most() - most) < 1e-12);
}

void tst_Units::writesRangesThatReadBack_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char* text : {"7.5", "5 to 10", "5 to 7 to 10", "P10 3, P90 9", "P10 -3, P90 9", "100 +- 10%", "0.1 to 0.3", "1e-9 to 3e-9"}) {
        QTest::addRow("%s", text) << QByteArray(text);
    }
}

void tst_Units::writesRangesThatReadBack()
{
    QFETCH(QByteArray, text);
    const auto range = parseRange(text.toStdString());
    QVERIFY(range.has_value());
    QCOMPARE(parseRange(range->toText()).value(), *range);
}

void tst_Units::refusesWhatIsNoRange_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char* text : {"", "a", "5 to", "to 5", "10 to 5", "5 to 4 to 10", "P10 9, P90 3", "P10 3", "700 +- ", "1 to 2 to 3 to 4", "nan", "1e999", "5,5"}) {
        QTest::addRow("%s", text) << QByteArray(text);
    }
}

void tst_Units::refusesWhatIsNoRange()
{
    QFETCH(QByteArray, text);
    const auto range = parseRange(text.toStdString());
    QVERIFY(!range.has_value());
    QVERIFY(!range.error().hint.empty());
}

void tst_Units::rangeQuantilesAreOrderedAndConsistent()
{
    for (const char* text : {"5 to 10", "5 to 9 to 10", "P10 3, P90 9", "P10 -3, P90 9"}) {
        const Range range = parseRange(text).value();
        double previous = range.quantile(1e-6);
        for (int i = 1; i < 100; ++i) {
            const double next = range.quantile(i / 100.0);
            QVERIFY(next >= previous);
            previous = next;
        }
    }
    const Range percentiles = parseRange("P10 3, P90 9").value();
    QVERIFY(std::abs(percentiles.quantile(0.1) - 3.0) < 1e-12);
    QVERIFY(std::abs(percentiles.quantile(0.9) - 9.0) < 1e-12);
    // The picture of the workload page: 5 to 10 has P10 6.1, P90 8.9.
    const Range triangle = parseRange("5 to 10").value();
    QVERIFY(std::abs(triangle.quantile(0.1) - 6.118) < 1e-3);
    QVERIFY(std::abs(triangle.quantile(0.9) - 8.882) < 1e-3);
}

void tst_Units::quantitiesKeepTheirUnit()
{
    static_assert(!std::is_convertible_v<Hours, Seconds>);
    const Seconds time = Bytes{10.0} / BytesPerSecond{4.0};
    QCOMPARE(time.value(), 2.5);
    QCOMPARE((Hours{2.0} + 3.0 * Hours{1.0}).value(), 5.0);
}

QTEST_APPLESS_MAIN(tst_Units)
#include "tst_Units.moc"
