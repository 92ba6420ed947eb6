// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/Format.h"

#include <QtTest>

#include <cmath>
#include <limits>

using namespace wherewithal;
using app::Format;
using app::Scale;

namespace {

constexpr auto kNan = std::numeric_limits<double>::quiet_NaN();
constexpr auto kInfinity = std::numeric_limits<double>::infinity();

Format english()
{
    return Format(app::localeOf(QStringLiteral("en")), app::Wording::of(QStringLiteral("en")));
}
Format german()
{
    return Format(app::localeOf(QStringLiteral("de")), app::Wording::of(QStringLiteral("en")));
}
Format plainC()
{
    return Format(QLocale::c(), app::Wording::of(QStringLiteral("en")));
}

/// Spaces of any width count as one kind, so that expectations can be typed.
QString typed(QString text)
{
    return text.replace(QChar(0x00A0), QLatin1Char(' ')).replace(QChar(0x202F), QLatin1Char(' '));
}

} // namespace

class tst_Format : public QObject
{
    Q_OBJECT
private slots:
    void numbersFollowTheLocale_data();
    void numbersFollowTheLocale();
    void neverWritesWhatIsNoNumber_data();
    void neverWritesWhatIsNoNumber();
    void minusIsARealMinusAndZeroHasNone();
    void keepsSignificantDigits_data();
    void keepsSignificantDigits();
    void typedNumbersLoseTrailingZeros();
    void rangesHaveAnEnDashAndCollapse();
    void aColumnSharesOneScale_data();
    void aColumnSharesOneScale();
    void moneyInSentences_data();
    void moneyInSentences();
    void amountsAreExactToTheCent_data();
    void amountsAreExactToTheCent();
    void bytesAndRates();
    void durationsChooseTheirUnit();
    void monthsReadIso();
    void lowerBoundsSaySo();
    void inputRangesReadBack();
    void everyEnumeratorHasAName();
    void purchaseSaysTermAndPayment();
    void titlesReadAsPeopleSayThem();
    void formulasHaveTheSignsOfPrint();
};

void tst_Format::numbersFollowTheLocale_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<int>("decimals");
    QTest::addColumn<QString>("c");
    QTest::addColumn<QString>("en");
    QTest::addColumn<QString>("de");
    const auto row =
        [](const char* name, double value, int decimals, const char* c, const char* en, const char* de) {
            QTest::addRow("%s", name) << value << decimals << QString::fromUtf8(c) << QString::fromUtf8(en)
                                      << QString::fromUtf8(de);
        };
    row("zero", 0.0, 0, "0", "0", "0");
    row("negative zero", -0.0, 1, "0.0", "0.0", "0,0");
    row("rounds to negative zero", -0.04, 1, "0.0", "0.0", "0,0");
    row("small", 36.0, 1, "36.0", "36.0", "36,0");
    row("thousands", 1418.0, 0, "1418", "1,418", "1.418");
    row("millions", -1234567.891, 2, "−1234567.89", "−1,234,567.89", "−1.234.567,89");
}

void tst_Format::numbersFollowTheLocale()
{
    QFETCH(double, value);
    QFETCH(int, decimals);
    QTEST(plainC().number(value, decimals), "c");
    QTEST(english().number(value, decimals), "en");
    QTEST(german().number(value, decimals), "de");
}

void tst_Format::neverWritesWhatIsNoNumber_data()
{
    QTest::addColumn<double>("value");
    QTest::addRow("nan") << kNan;
    QTest::addRow("-nan") << -kNan;
    QTest::addRow("inf") << kInfinity;
    QTest::addRow("-inf") << -kInfinity;
}

void tst_Format::neverWritesWhatIsNoNumber()
{
    QFETCH(double, value);
    const Format format = english();
    const QString unknown = QStringLiteral("unknown");
    QCOMPARE(format.number(value), unknown);
    QCOMPARE(format.significant(value), unknown);
    QCOMPARE(format.plain(value), unknown);
    QCOMPARE(format.difference(value), unknown);
    QCOMPARE(format.percent(value), unknown);
    QCOMPARE(format.quantity(value, "requests/s"), unknown);
    QCOMPARE(format.scaled(value, app::scaleFor(value)), unknown);
    QCOMPARE(format.money(value, model::Currency::usd()), unknown);
    QCOMPARE(format.bytes(value), unknown);
    QCOMPARE(format.traffic(value), unknown);
    QCOMPARE(format.bytesPerSecond(value), unknown);
    QCOMPARE(format.bitsPerSecond(value), unknown);
    QCOMPARE(format.duration(value), unknown);
    QCOMPARE(format.range(value, value), unknown);
    QCOMPARE(format.range(value, 3.0), QStringLiteral("unknown–3"));
    QCOMPARE(format.number(std::nullopt), unknown);
    QCOMPARE(format.lowerBound(unknown, true), unknown);
}

void tst_Format::minusIsARealMinusAndZeroHasNone()
{
    const Format format = english();
    QCOMPARE(format.number(-7.0), QStringLiteral("−7"));
    QCOMPARE(format.integer(-1234), QStringLiteral("−1,234"));
    QCOMPARE(format.difference(-200.0), QStringLiteral("−200"));
    QCOMPARE(format.difference(200.0), QStringLiteral("+200"));
    QCOMPARE(format.difference(0.2), QStringLiteral("0"));
    QCOMPARE(format.difference(-0.2), QStringLiteral("0"));
    QCOMPARE(format.plain(-1e-12), QStringLiteral("0"));
}

void tst_Format::keepsSignificantDigits_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("text");
    QTest::addRow("zero") << 0.0 << QStringLiteral("0");
    QTest::addRow("tiny") << 0.00123 << QStringLiteral("0.00123");
    QTest::addRow("one") << 1.0 << QStringLiteral("1.00");
    QTest::addRow("tens") << 36.0 << QStringLiteral("36.0");
    QTest::addRow("hundreds") << 365.4 << QStringLiteral("365");
    QTest::addRow("never cut before the point") << 1234567.0 << QStringLiteral("1,234,567");
    QTest::addRow("below what is shown") << 1e-12 << QStringLiteral("0.00000000");
}

void tst_Format::keepsSignificantDigits()
{
    QFETCH(double, value);
    QTEST(english().significant(value), "text");
}

void tst_Format::typedNumbersLoseTrailingZeros()
{
    QCOMPARE(english().plain(0.25), QStringLiteral("0.25"));
    QCOMPARE(english().plain(152000.0), QStringLiteral("152,000"));
    QCOMPARE(english().plain(7.5), QStringLiteral("7.5"));
    QCOMPARE(german().plain(7.5), QStringLiteral("7,5"));
    QCOMPARE(english().plain(100.0), QStringLiteral("100"));
}

void tst_Format::rangesHaveAnEnDashAndCollapse()
{
    QCOMPARE(english().range(1232.0, 1511.0), QStringLiteral("1,232–1,511"));
    QCOMPARE(english().range(5.0, 5.2), QStringLiteral("5"));
    QCOMPARE(english().score(0.59, 0.71), QStringLiteral("59–71"));
    QCOMPARE(typed(english().percent(0.64)), QStringLiteral("64 %"));
    QCOMPARE(typed(german().percent(0.4985, 1)), QStringLiteral("49,9 %"));
}

void tst_Format::aColumnSharesOneScale_data()
{
    QTest::addColumn<double>("greatest");
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("unit");
    QTest::addRow("cents") << 12.0 << 3.456 << QStringLiteral("3.46") << QStringLiteral("USD");
    QTest::addRow("units") << 99000.0 << 1234.4 << QStringLiteral("1,234") << QStringLiteral("USD");
    QTest::addRow("hundreds of thousands")
        << 465500.0 << 27940.0 << QStringLiteral("27.9") << QStringLiteral("thousand USD");
    QTest::addRow("millions") << 2835000.0 << 1418322.0 << QStringLiteral("1,418")
                              << QStringLiteral("thousand USD");
    QTest::addRow("hundreds of millions")
        << 4.2e8 << 1.5e8 << QStringLiteral("150.0") << QStringLiteral("million USD");
    QTest::addRow("not a number") << kNan << 1.0 << QStringLiteral("1.00") << QStringLiteral("USD");
}

void tst_Format::aColumnSharesOneScale()
{
    QFETCH(double, greatest);
    QFETCH(double, value);
    const Scale scale = app::scaleFor(greatest);
    QTEST(english().scaled(value, scale), "text");
    QTEST(english().scaleUnit(scale, "USD"), "unit");
}

void tst_Format::moneyInSentences_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("text");
    QTest::addRow("cents") << 0.35 << QStringLiteral("0.35 USD");
    QTest::addRow("hundreds") << 950.0 << QStringLiteral("950 USD");
    QTest::addRow("thousands") << 601234.0 << QStringLiteral("601 thousand USD");
    QTest::addRow("rounds up to a million") << 999700.0 << QStringLiteral("1.00 million USD");
    QTest::addRow("millions") << 1418322.0 << QStringLiteral("1.42 million USD");
    QTest::addRow("billions") << -2.5e9 << QStringLiteral("−2.50 billion USD");
}

void tst_Format::moneyInSentences()
{
    QFETCH(double, value);
    QFETCH(QString, text);
    QCOMPARE(typed(english().money(value, model::Currency::usd())), text);
}

void tst_Format::amountsAreExactToTheCent_data()
{
    QTest::addColumn<qint64>("micros");
    QTest::addColumn<QString>("text");
    QTest::addRow("zero") << qint64{0} << QStringLiteral("0.00");
    QTest::addRow("half to even, down") << qint64{125000} << QStringLiteral("0.12");
    QTest::addRow("half to even, up") << qint64{135000} << QStringLiteral("0.14");
    QTest::addRow("below a cent") << qint64{-4999} << QStringLiteral("0.00");
    QTest::addRow("negative") << qint64{-1234567890000} << QStringLiteral("−1,234,567.89");
    QTest::addRow("beyond a double's cents")
        << qint64{9007199254740993000} << QStringLiteral("9,007,199,254,740.99");
}

void tst_Format::amountsAreExactToTheCent()
{
    QFETCH(qint64, micros);
    QTEST(english().amount(model::Micros{micros}), "text");
}

void tst_Format::bytesAndRates()
{
    QCOMPARE(typed(english().bytes(80.0 * 1024 * 1024 * 1024)), QStringLiteral("80.0 GiB"));
    QCOMPARE(typed(english().bytes(512.0)), QStringLiteral("512 B"));
    QCOMPARE(typed(english().traffic(4.1e12)), QStringLiteral("4.10 TB"));
    QCOMPARE(typed(german().bytesPerSecond(3.35e12)), QStringLiteral("3,35 TB/s"));
    QCOMPARE(typed(english().bitsPerSecond(1e11)), QStringLiteral("100 Gbit/s"));
    QCOMPARE(typed(english().quantity(36.04, "requests/s")), QStringLiteral("36.0 requests/s"));
    QCOMPARE(typed(english().quantity(0.9, "fraction")), QStringLiteral("90.0 %"));
    QCOMPARE(typed(english().quantity(8.0, "", 1)), QStringLiteral("8"));
}

void tst_Format::durationsChooseTheirUnit()
{
    QCOMPARE(typed(english().duration(0.0)), QStringLiteral("0 s"));
    QCOMPARE(typed(english().duration(0.05)), QStringLiteral("50.0 ms"));
    QCOMPARE(typed(english().duration(0.9999)), QStringLiteral("1.00 s"));
    QCOMPARE(typed(english().duration(19.4)), QStringLiteral("19.4 s"));
    QCOMPARE(typed(english().duration(750.0)), QStringLiteral("12.5 min"));
    QCOMPARE(typed(english().duration(22320.0)), QStringLiteral("6.20 h"));
    QCOMPARE(english().months(36), QStringLiteral("3 years"));
    QCOMPARE(english().months(12), QStringLiteral("1 year"));
    QCOMPARE(english().months(18), QStringLiteral("18 months"));
    QCOMPARE(english().months(1), QStringLiteral("1 month"));
}

void tst_Format::monthsReadIso()
{
    const model::Month may{.year = 2029, .month = 5};
    QCOMPARE(german().month(may), QStringLiteral("2029-05"));
    QCOMPARE(english().month(std::nullopt), QStringLiteral("none"));
    QCOMPARE(english().limitMonth(std::nullopt, may), QStringLiteral("after 2029-05"));
    QCOMPARE(english().monthRange(may, model::Month{.year = 2030, .month = 1}),
             QStringLiteral("2029-05 to 2030-01"));
    QCOMPARE(english().monthRange(may, std::nullopt), QStringLiteral("2029-05 to later"));
    QCOMPARE(english().monthRange(may, may), QStringLiteral("2029-05"));
    QCOMPARE(english().day({.year = 2026, .month = 11, .day = 22}), QStringLiteral("2026-11-22"));
}

void tst_Format::lowerBoundsSaySo()
{
    QCOMPARE(typed(english().lowerBound(QStringLiteral("1,698"), true)), QStringLiteral("≥ 1,698"));
    QCOMPARE(english().lowerBound(QStringLiteral("1,698"), false), QStringLiteral("1,698"));
}

void tst_Format::inputRangesReadBack()
{
    using model::Range;
    QCOMPARE(english().range(Range(7.5)), QStringLiteral("7.5"));
    QCOMPARE(english().range(Range::triangular(5, 7.5, 10)), QStringLiteral("5–10"));
    QCOMPARE(english().range(Range::triangular(5, 6, 10)), QStringLiteral("5–10 (most likely 6)"));
    QCOMPARE(english().range(Range::percentiles(3, 9)), QStringLiteral("P10 3, P90 9"));
    QCOMPARE(typed(english().range(Range::triangular(0.3, 0.44, 0.58), "fraction")),
             QStringLiteral("30–58 %"));
    QCOMPARE(typed(german().range(Range::triangular(0.04, 0.06, 0.08), "fraction/year")),
             QStringLiteral("4–8 %/year"));
}

void tst_Format::everyEnumeratorHasAName()
{
    const Format format = english();
    QSet<QString> seen;
    const auto isNew = [&seen](const QString& name) {
        const bool fresh = !name.isEmpty() && !name.contains(QRegularExpression(QStringLiteral("^[0-9]")))
                           && !seen.contains(name);
        seen.insert(name);
        return fresh;
    };
    using simulator::Reason;
    for (int i = 0; i <= static_cast<int>(simulator::OptionState::Excluded); ++i) {
        QVERIFY(isNew(format.name(static_cast<simulator::OptionState>(i))));
    }
    for (int i = 0; i <= static_cast<int>(model::OptionKind::Hybrid); ++i) {
        QVERIFY(isNew(format.name(static_cast<model::OptionKind>(i))));
    }
    for (int i = 0; i <= static_cast<int>(model::Purchase::Owned); ++i) {
        QVERIFY(isNew(format.name(static_cast<model::Purchase>(i))));
    }
    for (int i = 0; i <= static_cast<int>(model::Payment::All); ++i) {
        QVERIFY(isNew(format.name(static_cast<model::Payment>(i))));
    }
    for (const model::Criterion criterion : model::kCriteria) {
        QVERIFY(isNew(format.name(criterion)));
        QCOMPARE(format.weightName(std::string(model::name(criterion))), format.name(criterion));
    }
    for (int i = 0; i <= static_cast<int>(model::Answer::Value); ++i) {
        QVERIFY(isNew(format.name(static_cast<model::Answer>(i))));
    }
    for (int i = 0; i <= static_cast<int>(model::Confidence::SearchedNotFound); ++i) {
        QVERIFY(isNew(format.name(static_cast<model::Confidence>(i))));
    }
    for (int i = 0; i <= static_cast<int>(model::Requirement::Kind::Kind); ++i) {
        QVERIFY(isNew(format.name(static_cast<model::Requirement::Kind>(i))));
    }
    for (int i = 0; i <= static_cast<int>(Reason::Kind::Warning); ++i) {
        QVERIFY(isNew(format.name(static_cast<Reason::Kind>(i))));
    }
    QCOMPARE(format.weightName("cost"), QStringLiteral("Cost"));
}

void tst_Format::purchaseSaysTermAndPayment()
{
    const Format format = english();
    QCOMPARE(format.purchaseText(model::Purchase::Reserved, 36, model::Payment::None),
             QStringLiteral("reserved, 3 years, nothing upfront"));
    QCOMPARE(format.purchaseText(model::Purchase::OnDemand, 0, model::Payment::None),
             QStringLiteral("on demand"));
    simulator::OptionSpec spec;
    spec.id = model::OptionId("aws/us-east-1/p5.48xlarge/on-demand");
    QCOMPARE(format.optionTitle(spec), QStringLiteral("aws/us-east-1/p5.48xlarge/on-demand"));
    spec.providerName = "AWS";
    spec.machine = model::MachineId("p5.48xlarge");
    QCOMPARE(format.optionTitle(spec), QStringLiteral("AWS p5.48xlarge"));
    spec.regionName = "N. Virginia";
    QCOMPARE(format.optionDetail(spec), QStringLiteral("N. Virginia, on demand"));
}

void tst_Format::titlesReadAsPeopleSayThem()
{
    const Format format = english();
    simulator::OptionSpec azure;
    azure.machine = model::MachineId("Standard_NC40ads_H100_v5");
    azure.displayName = "DataTron on Azure Standard_NC40ads_H100_v5";
    QCOMPARE(format.optionTitle(azure), QStringLiteral("DataTron on Azure NC40ads H100 v5"));
    simulator::OptionSpec owned;
    owned.server = model::ServerBuildId("hgx-h100");
    owned.displayName = "Self-hosted 8 x NVIDIA H100 SXM node";
    QCOMPARE(format.optionTitle(owned), QStringLiteral("Self-hosted 8 × NVIDIA H100 SXM node"));
    simulator::OptionSpec named = azure; // by the user
    named.displayName = "Our Standard_one x two";
    QCOMPARE(format.optionTitle(named), QStringLiteral("Our Standard_one x two"));
}

void tst_Format::formulasHaveTheSignsOfPrint()
{
    QCOMPARE(english().formulaText("persons x cost per year / 12 - 1"),
             QStringLiteral("persons × cost per year ÷ 12 − 1"));
    QCOMPARE(Format::typographic(QStringLiteral("H100 x8, max-width a/b")),
             QStringLiteral("H100 x8, max-width a/b"));
}

QTEST_GUILESS_MAIN(tst_Format)
#include "tst_Format.moc"
