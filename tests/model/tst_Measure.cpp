// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/units/Measure.h"

#include <QTest>

using namespace wherewithal::model;

class tst_Measure : public QObject
{
    Q_OBJECT

private slots:
    void readsUnits_data();
    void readsUnits();
    void refusesUnknownUnits_data();
    void refusesUnknownUnits();
    void readsBackWhatItWrites_data();
    void readsBackWhatItWrites();
};

void tst_Measure::readsUnits_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("dimension");
    QTest::addColumn<double>("least");
    QTest::addColumn<double>("mode");
    QTest::addColumn<double>("most");
    const auto row = [](const char* text, Dimension dimension, double least, double mode, double most) {
        QTest::newRow(text) << QString::fromUtf8(text) << static_cast<int>(dimension) << least << mode
                            << most;
    };
    row("7.5", Dimension::Bytes, 7.5, 7.5, 7.5);
    row("96 GiB", Dimension::Bytes, 103079215104., 103079215104., 103079215104.);
    row("96GiB", Dimension::Bytes, 103079215104., 103079215104., 103079215104.);
    row("5 to 10 GB", Dimension::Bytes, 5e9, 7.5e9, 10e9);
    row("5 GB to 10 GB", Dimension::Bytes, 5e9, 7.5e9, 10e9);
    row("500 ms to 2 s", Dimension::Seconds, 0.5, 1.25, 2.0);
    row("20 ms", Dimension::Seconds, 0.02, 0.02, 0.02);
    row("7.5/s", Dimension::PerSecond, 7.5, 7.5, 7.5);
    row("120 requests/min", Dimension::PerSecond, 2., 2., 2.);
    row("3600 per hour", Dimension::PerSecond, 1., 1., 1.);
    row("40 %/year", Dimension::FractionPerYear, 0.4, 0.4, 0.4);
    row("30 to 58 %/year", Dimension::FractionPerYear, 0.3, 0.5 * (0.3 + 0.58), 0.58);
    row("40 % per year", Dimension::FractionPerYear, 0.4, 0.4, 0.4);
    row("100 GB +- 10%", Dimension::Bytes, 90e9, 100e9, 110e9);
    row("100 +- 10 GB", Dimension::Bytes, 90e9, 100e9, 110e9);
    row("8.2 GFLOP", Dimension::Flops, 8.2e9, 8.2e9, 8.2e9);
    row("3 years", Dimension::Months, 36, 36, 36);
    row("1..3", Dimension::Plain, 1, 2, 3);
    row("-0.5", Dimension::FractionPerYear, -0.5, -0.5, -0.5);
}

void tst_Measure::readsUnits()
{
    QFETCH(QString, text);
    QFETCH(int, dimension);
    QFETCH(double, least);
    QFETCH(double, mode);
    QFETCH(double, most);
    const auto range = parseMeasure(text.toStdString(), static_cast<Dimension>(dimension));
    QVERIFY2(range.has_value(), range ? "" : qPrintable(QString::fromStdString(range.error().message)));
    QVERIFY(range->least() == least); // to the last bit: saving must not change what was typed
    QVERIFY(range->mode() == mode);
    QVERIFY(range->most() == most);
}

void tst_Measure::refusesUnknownUnits_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("dimension");
    QTest::addColumn<int>("code");
    const auto row = [](const char* text, Dimension dimension, ErrorCode code) {
        QTest::newRow(text) << QString::fromUtf8(text) << static_cast<int>(dimension)
                            << static_cast<int>(code);
    };
    row("5 parsec", Dimension::Bytes, ErrorCode::UnknownUnit);
    row("5 GB", Dimension::Seconds, ErrorCode::UnknownUnit);
    row("5 %", Dimension::Bytes, ErrorCode::UnknownUnit);
    row("5 s", Dimension::Fraction, ErrorCode::UnknownUnit);
    row("much", Dimension::Bytes, ErrorCode::InvalidSyntax);
    row("", Dimension::Bytes, ErrorCode::InvalidSyntax);
    row("5 to", Dimension::Bytes, ErrorCode::InvalidSyntax);
    row("10 s to 500 ms", Dimension::Seconds, ErrorCode::Inconsistent);
    row("1e999", Dimension::Seconds, ErrorCode::InvalidSyntax);
}

void tst_Measure::refusesUnknownUnits()
{
    QFETCH(QString, text);
    QFETCH(int, dimension);
    QFETCH(int, code);
    const auto range = parseMeasure(text.toStdString(), static_cast<Dimension>(dimension));
    QVERIFY(!range);
    QCOMPARE(static_cast<int>(range.error().code), code);
    QVERIFY(!range.error().hint.empty());
}

void tst_Measure::readsBackWhatItWrites_data()
{
    QTest::addColumn<double>("value");
    for (const double value : {0.0, 1.0, 1500.0, 1048576.0, 103079215104.0, 5e9, 1.5e9, 7e12, 123456789.25}) {
        QTest::addRow("%.17g", value) << value;
    }
}

void tst_Measure::readsBackWhatItWrites()
{
    QFETCH(double, value);
    const std::string text = measureText(value, Dimension::Bytes);
    const auto range = parseMeasure(text, Dimension::Bytes);
    QVERIFY(range.has_value());
    QCOMPARE(range->median(), value);
}

QTEST_APPLESS_MAIN(tst_Measure)
#include "tst_Measure.moc"
