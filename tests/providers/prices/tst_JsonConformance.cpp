// SPDX-License-Identifier: GPL-3.0-or-later
#include "PriceTesting.h"

#include <QtTest>

using namespace wherewithal;
using namespace wherewithal::providers;
using namespace wherewithal::testing;

namespace {

/// One value that any JSON reader must take (y), none may (n), or either may (i); RFC 8259 decides.
struct Case
{
    const char* name;
    std::string_view text;
};

using namespace std::string_view_literals;

constexpr std::array kYes = {
    Case{"empty object", "{}"sv},
    Case{"empty array", "[]"sv},
    Case{"blanks", " [ 1 ,\t2\r\n, 3 ] "sv},
    Case{"nested", "[[[[{\"a\":[{}]}]]]]"sv},
    Case{"null true false", "[null,true,false]"sv},
    Case{"zero", "0"sv},
    Case{"minus zero", "-0"sv},
    Case{"fraction", "-1.25"sv},
    Case{"exponent", "1e5"sv},
    Case{"capital exponent with plus", "1E+5"sv},
    Case{"exponent with minus", "0.5e-7"sv},
    Case{"empty text", "\"\""sv},
    Case{"escapes", R"("\"\\\/\b\f\n\r\t")"sv},
    Case{"escaped unicode", R"("\u00e9\u20AC")"sv},
    Case{"surrogate pair", R"("\uD83D\uDE00")"sv},
    Case{"escaped null byte", R"("a\u0000b")"sv},
    Case{"utf-8 of two, three, four bytes", "\"\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80\""sv},
    Case{"delete byte", "\"\x7f\""sv},
    Case{"brackets inside a text", R"("]}[{,:")"sv},
    Case{"backslash at the end of a text", R"("\\")"sv},
    Case{"empty key", R"({"":1})"sv},
    Case{"escaped key", R"({"\u0061":1})"sv},
    Case{"long text of quotes", R"("\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"")"sv},
};

constexpr std::array kNo = {
    Case{"comma at the end of an array", "[1,]"sv},
    Case{"comma at the end of an object", R"({"a":1,})"sv},
    Case{"two commas", "[1,,2]"sv},
    Case{"comma first", "[,1]"sv},
    Case{"no comma", "[1 2]"sv},
    Case{"colon in an array", "[1:2]"sv},
    Case{"no colon", R"({"a" 1})"sv},
    Case{"two colons", R"({"a"::1})"sv},
    Case{"no value", R"({"a":})"sv},
    Case{"number as a key", "{1:1}"sv},
    Case{"bare key", "{a:1}"sv},
    Case{"single quotes", "'a'"sv},
    Case{"leading zero", "01"sv},
    Case{"minus zero one", "-01"sv},
    Case{"plus", "+1"sv},
    Case{"no digit before the point", ".5"sv},
    Case{"no digit after the point", "1."sv},
    Case{"no exponent", "1e"sv},
    Case{"sign alone", "-"sv},
    Case{"hexadecimal", "0x1"sv},
    Case{"not a number", "NaN"sv},
    Case{"infinity", "-Infinity"sv},
    Case{"tru", "tru"sv},
    Case{"True", "True"sv},
    Case{"nul", "nul"sv},
    Case{"word after a value", "truefalse"sv},
    Case{"unknown escape", R"("\x41")"sv},
    Case{"short unicode escape", R"("\u12")"sv},
    Case{"line end in a text", "\"a\nb\""sv},
    Case{"tab in a text", "\"a\tb\""sv},
    Case{"null byte in a text", "\"a\0b\""sv},
    Case{"comment", "/* no */ 1"sv},
    Case{"form feed as a blank", "[\f1]"sv},
    Case{"wrong bracket", "[1}"sv},
    Case{"closing bracket too many", "1]"sv},
    Case{"open text", "\"a"sv},
    Case{"open array", "[1"sv},
};

constexpr std::array kEither = {
    Case{"lone surrogate", R"("\uD800")"sv},
    Case{"surrogates the wrong way round", R"("\uDE00\uD83D")"sv},
    Case{"no utf-8", "\"\xff\xfe\""sv},
    Case{"overlong utf-8", "\"\xc0\xaf\""sv},
    Case{"surrogate in utf-8", "\"\xed\xa0\x80\""sv},
    Case{"number beyond a double", "1e400"sv},
    Case{"number of many digits", "123456789012345678901234567890.123456789012345678901234567890"sv},
    Case{"one key twice", R"({"a":1,"a":2})"sv},
    Case{"byte order mark inside", "\xef\xbb\xbf[]"sv},
};

/// A page of the Retail Prices API with one good price, one with the value as a field that nobody asked for,
/// and another good one.
std::string pageWith(std::string_view value)
{
    const auto item = [](const char* meter, std::string_view extra) {
        return std::string(R"({"currencyCode":"USD","tierMinimumUnits":0.0,"retailPrice":0.25,)")
               + R"("armRegionName":"westeurope","meterId":")" + meter
               + R"(","meterName":"D4s v5","skuId":"s","productName":"Virtual Machines Dsv5 Series","skuName":"D4s v5",)"
                 R"("serviceName":"Virtual Machines","unitOfMeasure":"1 Hour","type":"Consumption","armSkuName":")"
               + meter + "\"" + std::string(extra) + "}";
    };
    return R"({"BillingCurrency":"USD","Items":[)" + item("m1", {}) + ","
           + item("m2", ",\"extra\":" + std::string(value)) + "," + item("m3", {})
           + R"(],"NextPageLink":null,"Count":3})";
}

template <std::size_t Count>
void addRows(const std::array<Case, Count>& cases)
{
    QTest::addColumn<QByteArray>("value");
    for (const Case& one : cases) {
        QTest::addRow("%s", one.name) << QByteArray(one.text.data(), static_cast<qsizetype>(one.text.size()));
    }
}

} // namespace

/// What RFC 8259 calls JSON is read, what it does not is never taken for a price; own cases in the manner of
/// public test suites. A good price before the fault stays.
class tst_JsonConformance : public QObject
{
    Q_OBJECT

private slots:
    void takesWhatIsJson_data() { addRows(kYes); }
    void takesWhatIsJson();
    void refusesWhatIsNot_data() { addRows(kNo); }
    void refusesWhatIsNot();
    void survivesWhatMayBeEither_data() { addRows(kEither); }
    void survivesWhatMayBeEither();
};

void tst_JsonConformance::takesWhatIsJson()
{
    QFETCH(QByteArray, value);
    const auto sheet = importText(pageWith(value.toStdString()));
    QVERIFY2(sheet->outcome.has_value(), sheet->outcome ? "" : model::text(sheet->outcome.error()).c_str());
    QCOMPARE(sheet->outcome->rejectedRows, std::uint64_t{0});
    QCOMPARE(sheet->outcome->offers, std::uint64_t{3});
}

void tst_JsonConformance::refusesWhatIsNot()
{
    QFETCH(QByteArray, value);
    const auto sheet = importText(pageWith(value.toStdString()));
    if (!sheet->outcome) {
        QVERIFY(!sheet->outcome.error().message.empty());
        return;
    }
    QVERIFY(sheet->outcome->rejectedRows > 0);
    QVERIFY(sheet->one([](const OfferRow& o) { return o.machine == "m2"; }) == nullptr);
    QVERIFY(sheet->one([](const OfferRow& o) { return o.machine == "m1"; }) != nullptr);
    QVERIFY(sheet->outcome->issues.front().line > 0);
}

void tst_JsonConformance::survivesWhatMayBeEither()
{
    QFETCH(QByteArray, value);
    const auto sheet = importText(pageWith(value.toStdString()));
    QVERIFY(sheet->outcome.has_value());
    QVERIFY(sheet->one([](const OfferRow& o) { return o.machine == "m1"; }) != nullptr);
    QVERIFY(sheet->one([](const OfferRow& o) { return o.machine == "m3"; }) != nullptr);
    QCOMPARE(sheet->outcome->offers + sheet->outcome->rejectedRows, std::uint64_t{3});
}

QTEST_APPLESS_MAIN(tst_JsonConformance)
#include "tst_JsonConformance.moc"
