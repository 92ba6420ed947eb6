// SPDX-License-Identifier: GPL-3.0-or-later
#include "PriceTesting.h"
#include "providers/import/prices/CsvMapping.h"
#include "providers/import/prices/Units.h"
#include "tests/support/SyntheticOffers.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <thread>

// gcc says by a macro that the address sanitizer watches, clang by a feature.
#if defined(__SANITIZE_ADDRESS__)
#define WHEREWITHAL_ADDRESS_SANITIZER
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define WHEREWITHAL_ADDRESS_SANITIZER
#endif
#endif
#ifdef WHEREWITHAL_ADDRESS_SANITIZER
/// Of the sanitizer's own interface (allocator_interface.h, which gcc does not bring): bytes allocated now.
extern "C" std::size_t __sanitizer_get_current_allocated_bytes(); // NOLINT(bugprone-reserved-identifier)
#endif

using namespace wherewithal;
using namespace wherewithal::providers;
using namespace wherewithal::testing;

/// The errors that public importers of price sheets made, one test each (numbers: the project's list of
/// them), and the promises of ours: what is bad is listed, what is good is kept, cancel leaves nothing.
///
/// The small sheets here have the true structure; prices that stand for real ones are published list prices.
class tst_ImporterErrors : public QObject
{
    Q_OBJECT
private slots:
    void e01_capacityReservationsAreNoOnDemandPrice();
    void e02_dedicatedIsNotShared();
    void e03_upfrontFeeIsSpread();
    void e04_allUpfrontIsNeverZero();
    void e05_broughtLicencesStayApart();
    void e06_azureReservationIsForTheTerm();
    void e07_azureWindowsSpotAndLowPriorityStayApart();
    void e08_namesMatchWhole();
    void e09_unitBlocksAreDividedOut_data();
    void e09_unitBlocksAreDividedOut();
    void e10_googleUnitsAreKept();
    void e11_googleGpuMachinesIncludeTheirGpuOnce();
    void e12_noPriceIsNotZero();
    void e13_duplicatedRowsCountOnce();
    void e14_memoryDoesNotGrowWithTheFile();
    void e15_oneLengthOfMonth();
    void e16_noCurrencyIsGuessed();

    void rowsOfOneOfferNeedNotBeAdjacent();
    void badRowsAreListedAndGoodOnesKept();
    void threadsDoNotChangeTheResult();
    void jsonTermsMayComeFirst();
    void queryApiAnswersAreRead_data();
    void queryApiAnswersAreRead();
    void azureTiersMeetAgain();
    void azureSavingsPlansAreOffersOfTheirOwn();
    void aTruncatedFileKeepsWhatCameBefore();
    void cancelEndsWithoutEnd();
    void germanTableIsProposedRight();
    void mappingReadsBackTheSame();
    void hostileAmountsAreRejected_data();
    void hostileAmountsAreRejected();
    void jsonDepthAndDuplicateKeysAreRefused();
    void utf16AndGzipAreRead();
    void azureAgreementSheetIsDivided();
    void whatCannotBeIsPointedOut();
    void fuzzFindingsStayFixed_data();
    void fuzzFindingsStayFixed();
};

namespace {

const std::string kHead =
    "\"FormatVersion\",\"v1.0\"\n\"Disclaimer\",\"d\"\n\"Publication "
    "Date\",\"2025-09-12T22:53:08Z\"\n\"Version\",\"20250912225308\"\n"
    "\"OfferCode\",\"AmazonEC2\"\n\"SKU\",\"OfferTermCode\",\"RateCode\",\"TermType\",\"PriceDescription\","
    "\"EffectiveDate\",\"StartingRange\","
    "\"EndingRange\",\"Unit\",\"PricePerUnit\",\"Currency\",\"LeaseContractLength\",\"PurchaseOption\","
    "\"OfferingClass\",\"Product Family\","
    "\"serviceCode\",\"Location\",\"Instance Type\",\"vCPU\",\"Memory\",\"Tenancy\",\"Operating "
    "System\",\"License Model\",\"usageType\","
    "\"operation\",\"CapacityStatus\",\"Pre Installed S/W\",\"Region Code\"\n";

struct Ec2
{
    std::string sku = "AAAAAAAAAAAAAAAA";
    std::string term = "JRTCKXETXF";
    std::string price = "0.0960000000";
    std::string lease;
    std::string option;
    bool isUpfront = false;
    std::string tenancy = "Shared";
    std::string licence = "No License required";
    std::string usage = "BoxUsage:m5.large";
    std::string capacity = "Used";
    std::string os = "Linux";
};

std::string quoted(const std::string& text)
{
    return text.empty() ? std::string() : "\"" + text + "\"";
}

std::string ec2(const Ec2& r)
{
    std::string row;
    for (const std::string& cell : {r.sku,
                                    r.term,
                                    r.sku + "." + r.term + (r.isUpfront ? ".2TG2D8R56U" : ".6YS6EN2CT7"),
                                    std::string(r.lease.empty() ? "OnDemand" : "Reserved"),
                                    std::string(r.isUpfront ? "Upfront Fee" : "per hour"),
                                    std::string("2025-09-12"),
                                    std::string(r.isUpfront ? "" : "0"),
                                    std::string(r.isUpfront ? "" : "Inf"),
                                    std::string(r.isUpfront ? "Quantity" : "Hrs"),
                                    r.price,
                                    std::string("USD"),
                                    r.lease,
                                    r.option,
                                    std::string(r.lease.empty() ? "" : "standard"),
                                    std::string("Compute Instance"),
                                    std::string("AmazonEC2"),
                                    std::string("US East (N. Virginia)"),
                                    std::string("m5.large"),
                                    std::string("2"),
                                    std::string("8 GiB"),
                                    r.tenancy,
                                    r.os,
                                    r.licence,
                                    r.usage,
                                    std::string("RunInstances"),
                                    r.capacity,
                                    std::string("NA"),
                                    std::string("us-east-1")}) {
        row += quoted(cell) + ",";
    }
    row.back() = '\n';
    return row;
}

std::vector<const OfferRow*> machinePrices(const Imported& sheet)
{
    return sheet.all([](const OfferRow& o) { return o.isMachinePrice && o.purchase == Purchase::OnDemand; });
}

std::string azureItem(const std::string& sku,
                      const std::string& product,
                      double price,
                      const std::string& extra = "\"type\":\"Consumption\"",
                      const std::string& unit = "1 Hour")
{
    return "{\"currencyCode\":\"USD\",\"tierMinimumUnits\":0.0,\"retailPrice\":"
           + QByteArray::number(price, 'g', 15).toStdString()
           + ",\"armRegionName\":\"westeurope\",\"location\":\"EU "
             "West\",\"effectiveStartDate\":\"2024-01-01T00:00:00Z\",\"meterId\":\"m-"
           + sku + product + "\",\"meterName\":\"" + sku + "\",\"skuId\":\"s-" + sku + product
           + "\",\"productName\":\"" + product + "\",\"skuName\":\"" + sku
           + "\",\"serviceName\":\"Virtual Machines\",\"unitOfMeasure\":\"" + unit
           + "\",\"isPrimaryMeterRegion\":true,\"armSkuName\":\"Standard_D4s_v5\"," + extra + "}";
}

std::string azurePage(const std::string& items)
{
    return "{\"BillingCurrency\":\"USD\",\"CustomerEntityId\":\"Default\",\"Items\":[" + items
           + "],\"NextPageLink\":null,\"Count\":1}";
}

} // namespace

void tst_ImporterErrors::e01_capacityReservationsAreNoOnDemandPrice()
{
    const auto sheet = importText(
        kHead + ec2({})
        + ec2({.sku = "B",
               .price = "0.0000000000",
               .usage = "Reservation:m5.large",
               .capacity = "AllocatedCapacityReservation"})
        + ec2({.sku = "C",
               .price = "0.0960000000",
               .usage = "UnusedBox:m5.large",
               .capacity = "UnusedCapacityReservation"})
        + ec2({.sku = "D", .price = "0.0000000000", .tenancy = "Host", .usage = "HostBoxUsage:m5.large"}));
    QVERIFY(sheet->outcome.has_value());
    QCOMPARE(sheet->outcome->offers, 4U);
    QCOMPARE(machinePrices(*sheet).size(), std::size_t{1});
    QCOMPARE(machinePrices(*sheet)[0]->sku, std::string_view("AAAAAAAAAAAAAAAA"));
}

void tst_ImporterErrors::e02_dedicatedIsNotShared()
{
    const auto sheet = importText(kHead + ec2({})
                                  + ec2({.sku = "B",
                                         .price = "0.1020000000",
                                         .tenancy = "Dedicated",
                                         .usage = "DedicatedUsage:m5.large"}));
    const auto* shared =
        sheet->one([](const OfferRow& o) { return o.isMachinePrice && o.tenancy == "shared"; });
    QVERIFY(shared != nullptr);
    QCOMPARE(amountOf(*shared, ComponentKind::Recurring), std::string("0.096"));
}

void tst_ImporterErrors::e03_upfrontFeeIsSpread()
{
    const auto sheet = importText(
        kHead
        + ec2({.term = "38NPMPTW36", .price = "0.1046300000", .lease = "3yr", .option = "Partial Upfront"})
        + ec2({.term = "38NPMPTW36",
               .price = "2750",
               .lease = "3yr",
               .option = "Partial Upfront",
               .isUpfront = true}));
    QCOMPARE(sheet->sink.offers().size(), std::size_t{1});
    QVERIFY(std::abs(effectiveHourly(sheet->sink.offers()[0].row()) - (0.10463 + 2750.0 / 26280.0)) < 1e-12);
}

void tst_ImporterErrors::e04_allUpfrontIsNeverZero()
{
    const auto sheet = importText(
        kHead + ec2({.term = "6QCMYABX3D", .price = "0.0000000000", .lease = "1yr", .option = "All Upfront"})
        + ec2({.term = "6QCMYABX3D",
               .price = "2033",
               .lease = "1yr",
               .option = "All Upfront",
               .isUpfront = true}));
    QVERIFY(std::abs(effectiveHourly(sheet->sink.offers()[0].row()) - 2033.0 / 8760.0) < 1e-12);
    // Without its upfront row it is kept, warned of, and no price of the machine.
    const auto half = importText(
        kHead
        + ec2({.term = "6QCMYABX3D", .price = "0.0000000000", .lease = "1 yr", .option = "All Upfront"}));
    QCOMPARE(half->outcome->warnings, 1U);
    QVERIFY(!half->sink.offers()[0].row().isMachinePrice);
}

void tst_ImporterErrors::e05_broughtLicencesStayApart()
{
    const auto sheet = importText(
        kHead + ec2({.price = "0.1880000000", .os = "Windows"})
        + ec2({.sku = "B", .price = "0.0960000000", .licence = "Bring your own license", .os = "Windows"}));
    QCOMPARE(machinePrices(*sheet).size(), std::size_t{1});
    QCOMPARE(amountOf(*machinePrices(*sheet)[0], ComponentKind::Recurring), std::string("0.188"));
    QVERIFY(sheet->one([](const OfferRow& o) { return o.licence == "byol"; }) != nullptr);
}

void tst_ImporterErrors::e06_azureReservationIsForTheTerm()
{
    const auto sheet =
        importText(azurePage(azureItem("E96 v5",
                                       "Virtual Machines Ev5 Series",
                                       34980,
                                       "\"type\":\"Reservation\",\"reservationTerm\":\"1 Year\"")));
    const auto& row = sheet->sink.offers().at(0).row();
    QCOMPARE(amountOf(row, ComponentKind::Upfront), std::string("34980"));
    QVERIFY(std::abs(effectiveHourly(row) - 3.993151) < 5e-7);
}

void tst_ImporterErrors::e07_azureWindowsSpotAndLowPriorityStayApart()
{
    const auto sheet = importText(azurePage(
        azureItem("D4s v5", "Virtual Machines Dsv5 Series", 0.23) + ","
        + azureItem("D4s v5", "Virtual Machines Dsv5 Series Windows", 0.414) + ","
        + azureItem("D4s v5 Spot", "Virtual Machines Dsv5 Series", 0.042504) + ","
        + azureItem("D4s v5 Low Priority", "Virtual Machines Dsv5 Series", 0.046) + ","
        + azureItem("D4s v5", "Dsv5 Series CloudServices", 0.414) + ","
        + azureItem("D4s v5", "Virtual Machines Dsv5 Series", 0.2, "\"type\":\"DevTestConsumption\"")));
    QVERIFY(sheet->outcome.has_value());
    QCOMPARE(sheet->outcome->offers, 6U);
    const auto price = [&](const char* os, Purchase purchase) {
        const auto* offer = sheet->one(
            [&](const OfferRow& o) { return o.isMachinePrice && o.os == os && o.purchase == purchase; });
        return offer == nullptr ? std::string("none or several") : amountOf(*offer, ComponentKind::Recurring);
    };
    QCOMPARE(price("linux", Purchase::OnDemand), std::string("0.23"));
    QCOMPARE(price("windows", Purchase::OnDemand), std::string("0.414"));
    QCOMPARE(price("linux", Purchase::Spot), std::string("0.042504"));
}

void tst_ImporterErrors::e08_namesMatchWhole()
{
    // "P1" must not match P10 to P15: names are carried whole, and only suffixes with a blank are cut off.
    const auto sheet = importText(azurePage(
        azureItem("P1 LRS", "Premium SSD Managed Disks", 0.6, "\"type\":\"Consumption\"", "1/Month") + ","
        + azureItem("P10 LRS", "Premium SSD Managed Disks", 21.68, "\"type\":\"Consumption\"", "1/Month")));
    const auto* p1 = sheet->one([](const OfferRow& o) { return o.description == "P1 LRS"; });
    QVERIFY(p1 != nullptr && amountOf(*p1, ComponentKind::Recurring) == "0.6");
}

void tst_ImporterErrors::e09_unitBlocksAreDividedOut_data()
{
    QTest::addColumn<QByteArray>("unit");
    QTest::addColumn<QByteArray>("price");
    QTest::addColumn<QByteArray>("amount");
    QTest::addColumn<QByteArray>("word");
    QTest::addRow("100 Hours") << QByteArray("100 Hours") << QByteArray("1.9") << QByteArray("0.019")
                               << QByteArray("hour");
    QTest::addRow("10K") << QByteArray("10K") << QByteArray("0.05") << QByteArray("0.000005")
                         << QByteArray("unit");
    QTest::addRow("1M") << QByteArray("1M") << QByteArray("0.6") << QByteArray("0.0000006")
                        << QByteArray("unit");
    QTest::addRow("1 GB/Month") << QByteArray("1 GB/Month") << QByteArray("0.018032")
                                << QByteArray("0.018032") << QByteArray("gb-month");
    QTest::addRow("Spanish") << QByteArray("1 GB/hora") << QByteArray("0.01") << QByteArray("0.01")
                             << QByteArray("gb-hour");
    QTest::addRow("Chinese") << QByteArray("1 GB/\xe6\x9c\x88") << QByteArray("0.01") << QByteArray("0.01")
                             << QByteArray("gb-month");
    QTest::addRow("1024 GB") << QByteArray("1024 GB") << QByteArray("2.048") << QByteArray("0.002")
                             << QByteArray("gb");
    QTest::addRow("60 Minutes") << QByteArray("60 Minutes") << QByteArray("0.6") << QByteArray("0.01")
                                << QByteArray("minute");
}

void tst_ImporterErrors::e09_unitBlocksAreDividedOut()
{
    QFETCH(QByteArray, unit);
    QFETCH(QByteArray, price);
    QFETCH(QByteArray, amount);
    QFETCH(QByteArray, word);
    const UnitOfMeasure parsed = parseUnitOfMeasure(unit.toStdString());
    QCOMPARE(QByteArray::fromStdString(parsed.unit), word);
    QCOMPARE(QByteArray::fromStdString(
                 dividedBy(model::parseDecimal(price.toStdString()).value(), parsed.block).toText()),
             amount);
}

namespace {

std::string googleSku(const std::string& id,
                      const std::string& text,
                      const std::string& units,
                      int nanos,
                      const std::string& unit = "h",
                      const std::string& usage = "OnDemand")
{
    return "{\"skuId\":\"" + id + "\",\"description\":\"" + text
           + "\",\"category\":{\"serviceDisplayName\":\"Compute "
             "Engine\",\"resourceGroup\":\"X\",\"usageType\":\""
           + usage
           + "\"},\"serviceRegions\":[\"us-central1\"],\"pricingInfo\":[{\"pricingExpression\":{"
             "\"usageUnit\":\""
           + unit
           + "\",\"displayQuantity\":1,\"tieredRates\":[{\"startUsageAmount\":0,\"unitPrice\":{"
             "\"currencyCode\":\"USD\",\"units\":\""
           + units + "\",\"nanos\":" + std::to_string(nanos)
           + "}}]},\"currencyConversionRate\":1,\"effectiveTime\":\"2023-03-24T10:52:50.681Z\"}]}";
}

} // namespace

void tst_ImporterErrors::e10_googleUnitsAreKept()
{
    const auto sheet =
        importText("{\"skus\":[" + googleSku("G", "Nvidia Tesla A100 GPU running in Americas", "2", 933908000)
                   + "],\"nextPageToken\":\"\"}");
    const auto* gpu = sheet->one([](const OfferRow& o) { return o.sku == "G"; });
    QVERIFY(gpu != nullptr);
    QCOMPARE(gpu->components[0].amount.toText(), std::string("2.933908"));
}

void tst_ImporterErrors::e11_googleGpuMachinesIncludeTheirGpuOnce()
{
    const std::string cores = googleSku("C", "A2 Instance Core running in Americas", "0", 31611000);
    const std::string memory = googleSku("R", "A2 Instance Ram running in Americas", "0", 4237000, "GiBy.h");
    const std::string gpu = googleSku("G", "Nvidia Tesla A100 GPU running in Americas", "2", 933908000);
    const auto sheet = importText("{\"skus\":[" + cores + "," + memory + "," + gpu + "]}");
    const auto* machine = sheet->one([](const OfferRow& o) { return o.machine == "a2-highgpu-1g"; });
    QVERIFY(machine != nullptr);
    QCOMPARE(amountOf(*machine, ComponentKind::Recurring), std::string("3.673385"));
    // Without the price of the GPU there is no price of the machine.
    const auto partial = importText("{\"skus\":[" + cores + "," + memory + "]}");
    QVERIFY(partial->one([](const OfferRow& o) { return o.machine == "a2-highgpu-1g"; }) == nullptr);
    QVERIFY(partial->outcome->skipped.at("part-missing").count > 0);
}

void tst_ImporterErrors::e12_noPriceIsNotZero()
{
    const auto sheet = importText("name,region,price per hour (USD)\na,x,0.1\nb,x,N/A\nc,x,\nd,x,0\n");
    QVERIFY(sheet->outcome.has_value());
    QCOMPARE(sheet->outcome->offers, 2U);
    QCOMPARE(sheet->outcome->skipped.at("no-price").count, 2U);
    QCOMPARE(sheet->outcome->warnings, 1U); // the zero: kept, looked at, not used
    QVERIFY(!sheet->one([](const OfferRow& o) { return o.machine == "d"; })->isMachinePrice);
    const auto azure = importText(azurePage("{\"meterId\":\"m\",\"skuId\":\"s\",\"type\":\"Consumption\","
                                            "\"retailPrice\":null,\"meterName\":\"x\"}"));
    QCOMPARE(azure->outcome->rejectedRows, 1U);
    QCOMPARE(azure->outcome->offers, 0U);
}

void tst_ImporterErrors::e13_duplicatedRowsCountOnce()
{
    const std::string item = azureItem("D4s v5", "Virtual Machines Dsv5 Series", 0.23);
    const auto sheet = importText(azurePage(item + "," + item));
    QCOMPARE(sheet->outcome->offers, 1U);
    QCOMPARE(sheet->outcome->skipped.at("duplicate").count, 1U);
}

void tst_ImporterErrors::e14_memoryDoesNotGrowWithTheFile()
{
#ifdef WHEREWITHAL_ADDRESS_SANITIZER
    // The address sanitizer keeps freed memory back, so that the resident size says nothing; it knows what is
    // allocated, though: the importer's own buffers, looked at while rows arrive.
    class Watching final : public PriceSink
    {
    public:
        model::Result<void> begin(const PriceSheet&) override { return {}; }
        model::Result<void> machine(const MachineRow&) override { return {}; }
        model::Result<void> offer(const OfferRow&) override
        {
            most = std::max(most, __sanitizer_get_current_allocated_bytes());
            return {};
        }
        model::Result<void> end(const ImportOutcome&) override { return {}; }
        std::size_t most = 0;
    } watching;
    std::string file;
    constexpr std::uint64_t kFileBytes = 32'000'000;
    writeSyntheticEc2Csv(kFileBytes, 1, [&](std::string_view piece) { file.append(piece); });
    const std::size_t atFirst = __sanitizer_get_current_allocated_bytes();
    QVERIFY(importSheet({memorySource(file, "large")}, {}, watching).has_value());
    QVERIFY(watching.most > atFirst); // it was looked at
    const std::size_t held = watching.most - atFirst;
    QVERIFY2(held < kFileBytes / 2, qPrintable(QStringLiteral("held %1 bytes").arg(held)));
    return;
#endif
    // The resident size of a process that reads four times as much must not be four times as large. The bar
    // of 256 MB at any size is held by the benchmark on 500 MB; here the growth from 8 to 32 MB is looked at.
    const auto residentKib = [] {
        std::FILE* file = std::fopen("/proc/self/statm", "r");
        long total = 0;
        long resident = 0;
        const bool isRead = file != nullptr
                            && std::fscanf(file, "%ld %ld", &total, &resident)
                                   == 2; // NOLINT(cert-err34-c): the kernel's own numbers
        if (file != nullptr) {
            std::fclose(file);
        }
        return isRead ? resident * 4 : 0;
    };
    class Counting final : public PriceSink
    {
    public:
        model::Result<void> begin(const PriceSheet&) override { return {}; }
        model::Result<void> machine(const MachineRow&) override { return {}; }
        model::Result<void> offer(const OfferRow&) override { return {}; }
        model::Result<void> end(const ImportOutcome&) override { return {}; }
    } sink;
    std::string text;
    constexpr std::uint64_t kMost = 32'000'000;
    writeSyntheticEc2Csv(kMost, 1, [&](std::string_view piece) { text.append(piece); });
    const std::string small = text.substr(0, kMost / 4);
    QVERIFY(importSheet({memorySource(small, "small")}, {}, sink).has_value());
    const long before = residentKib();
    QVERIFY(importSheet({memorySource(text, "large")}, {}, sink).has_value());
    const long grown = residentKib() - before;
    QVERIFY2(grown < 8 * 1024, qPrintable(QStringLiteral("grew by %1 KiB").arg(grown)));
}

void tst_ImporterErrors::e15_oneLengthOfMonth()
{
    // A monthly price is stored as such, with its unit: no reader turns it into hours by a month of its own.
    const auto sheet =
        importText("{\"plans\":[{\"id\":\"vc2-4c-8gb\",\"vcpu_count\":4,\"ram\":8192,\"monthly_cost\":40,"
                   "\"type\":\"vc2\",\"locations\":[\"ewr\"]}],\"meta\":{}}");
    QVERIFY(sheet->outcome.has_value());
    const auto& row = sheet->sink.offers().at(0).row();
    QVERIFY(row.components[0].unit == "month");
    QCOMPARE(row.components[0].amount.toText(), std::string("40"));
    QVERIFY(std::abs(effectiveHourly(row) - 40.0 / 730.0) < 1e-12);
}

void tst_ImporterErrors::e16_noCurrencyIsGuessed()
{
    const std::string table = "name,region,price per hour\na,x,0.1\n";
    const auto unknown = importText(table);
    QCOMPARE(unknown->outcome->offers, 0U);
    QCOMPARE(unknown->outcome->rejectedRows, 1U);
    ImportOptions options;
    options.currency = "CHF";
    QCOMPARE(importText(table, options)->sink.offers().at(0).row().currency, std::string_view("CHF"));
    // A foreign currency stays what it is.
    QCOMPARE(importText("name,region,price (IDR/h)\na,x,327.17\n")->sink.offers().at(0).row().currency,
             std::string_view("IDR"));
}

void tst_ImporterErrors::rowsOfOneOfferNeedNotBeAdjacent()
{
    std::string text =
        kHead
        + ec2({.term = "38NPMPTW36", .price = "0.1046300000", .lease = "3yr", .option = "Partial Upfront"});
    for (int i = 0; i < 5000; ++i) { // more than a block of other offers between the halves
        text += ec2({.sku = "S" + std::to_string(i)});
    }
    text += ec2({.term = "38NPMPTW36",
                 .price = "2750",
                 .lease = "3yr",
                 .option = "Partial Upfront",
                 .isUpfront = true});
    for (const std::size_t workers : {0U, 2U}) {
        ImportOptions options;
        options.workers = workers;
        const auto sheet = importText(text, options);
        QVERIFY(sheet->outcome.has_value());
        QCOMPARE(sheet->outcome->offers, 5001U);
        const auto* joined = sheet->one([](const OfferRow& o) { return o.rate == "38NPMPTW36"; });
        QVERIFY(joined != nullptr && joined->components.size() == 2 && joined->isMachinePrice);
    }
}

void tst_ImporterErrors::badRowsAreListedAndGoodOnesKept()
{
    std::string text = kHead;
    for (int i = 0; i < 3000; ++i) {
        text += ec2({.sku = "G" + std::to_string(i)});
        if (i % 1000 == 500) {
            text += "\"X\",\"too\",\"short\"\n";
            text += "\"X\"unquoted,\"y\"\n";
            text += ec2({.sku = "P" + std::to_string(i), .price = "1,5"});
        }
    }
    for (const std::size_t workers : {0U, 1U, 2U}) {
        ImportOptions options;
        options.workers = workers;
        const auto sheet = importText(text, options);
        QVERIFY(sheet->outcome.has_value());
        QCOMPARE(sheet->outcome->offers, 3000U);
        QCOMPARE(sheet->outcome->rejectedRows, 9U);
        QCOMPARE(sheet->outcome->rowsRead, 3009U);
        const RowIssue& first = sheet->outcome->issues.at(0);
        QCOMPARE(first.line, std::uint64_t{6 + 501 + 1});
        QVERIFY(!first.message.empty() && !first.raw.empty());
        QCOMPARE(sheet->outcome->issues.at(2).column, std::string("PricePerUnit"));
        QCOMPARE(sheet->outcome->issues.at(2).raw, std::string("1,5"));
    }
}

void tst_ImporterErrors::threadsDoNotChangeTheResult()
{
    for (const bool isJson : {false, true}) {
        std::string text;
        const auto write = [&](std::string_view piece) {
            text.append(piece);
        };
        isJson ? writeSyntheticEc2Json(6'000'000, 7, write) : writeSyntheticEc2Csv(6'000'000, 7, write);
        std::vector<std::string> seen;
        for (const std::size_t workers : {0U, 1U, 2U, 3U}) {
            ImportOptions options;
            options.workers = workers;
            const auto sheet = importText(text, options);
            QVERIFY(sheet->outcome.has_value());
            QCOMPARE(sheet->outcome->rejectedRows, 0U);
            std::string all = std::to_string(sheet->outcome->rowsRead) + " "
                              + std::to_string(sheet->outcome->machines) + "\n";
            for (const HeldOffer& held : sheet->sink.offers()) {
                all += std::string(held.row().sku) + "." + std::string(held.row().rate);
                for (const auto& component : held.row().components) {
                    all += " " + component.amount.toText();
                }
                all += "\n";
            }
            seen.push_back(std::move(all));
        }
        QVERIFY(seen[0].size() > 10'000);
        QVERIFY(seen[0] == seen[1] && seen[0] == seen[2] && seen[0] == seen[3]);
    }
}

namespace {

const std::string kProduct = "{\"sku\":\"S1\",\"productFamily\":\"Compute "
                             "Instance\",\"attributes\":{\"servicecode\":\"AmazonEC2\",\"location\":\"EU "
                             "(Ireland)\",\"instanceType\":\"m5.large\","
                             "\"tenancy\":\"Shared\",\"operatingSystem\":\"Linux\",\"capacitystatus\":"
                             "\"Used\",\"preInstalledSw\":\"NA\",\"operation\":\"RunInstances\"}}";
const std::string kTerm =
    "{\"S1.JRTCKXETXF\":{\"offerTermCode\":\"JRTCKXETXF\",\"sku\":\"S1\",\"effectiveDate\":\"2025-09-01T00:"
    "00:00Z\",\"priceDimensions\":{\"S1.JRTCKXETXF.6YS6EN2CT7\":"
    "{\"rateCode\":\"S1.JRTCKXETXF.6YS6EN2CT7\",\"description\":\"$0.107\",\"beginRange\":\"0\",\"endRange\":"
    "\"Inf\",\"unit\":\"Hrs\",\"pricePerUnit\":{\"USD\":\"0.1070000000\"}}},"
    "\"termAttributes\":{}}}";

} // namespace

void tst_ImporterErrors::jsonTermsMayComeFirst()
{
    const auto sheet =
        importText("{\"formatVersion\":\"v1.0\",\"offerCode\":\"AmazonEC2\",\"terms\":{\"OnDemand\":{\"S1\":"
                   + kTerm + "}},\"products\":{\"S1\":" + kProduct + "}}");
    QVERIFY(sheet->outcome.has_value());
    QCOMPARE(sheet->outcome->offers, 1U);
    const auto& row = sheet->sink.offers().at(0).row();
    QVERIFY(row.region == "eu-west-1" && row.machine == "m5.large" && row.isMachinePrice);
}

void tst_ImporterErrors::queryApiAnswersAreRead_data()
{
    QTest::addColumn<QByteArray>("text");
    const std::string item = "{\"product\":" + kProduct
                             + ",\"serviceCode\":\"AmazonEC2\",\"terms\":{\"OnDemand\":" + kTerm
                             + "},\"version\":\"1\"}";
    std::string escaped;
    for (const char c : item) {
        escaped += c == '"' ? "\\\"" : std::string(1, c);
    }
    QTest::addRow("array of texts") << QByteArray::fromStdString("[\"" + escaped + "\"]");
    QTest::addRow("PriceList") << QByteArray::fromStdString("{\"FormatVersion\":\"aws_v1\",\"PriceList\":[\""
                                                            + escaped + "\"]}");
    QTest::addRow("objects in a row") << QByteArray::fromStdString(item + "\n");
    QTest::addRow("array of objects") << QByteArray::fromStdString("[" + item + "]");
}

void tst_ImporterErrors::queryApiAnswersAreRead()
{
    QFETCH(QByteArray, text);
    const auto sheet = importText({text.constData(), static_cast<std::size_t>(text.size())});
    QVERIFY2(sheet->outcome.has_value(), sheet->outcome ? "" : sheet->outcome.error().message.c_str());
    QCOMPARE(sheet->outcome->sheet.format, std::string("aws-price-list"));
    QCOMPARE(sheet->outcome->offers, 1U);
    QCOMPARE(amountOf(sheet->sink.offers().at(0).row(), ComponentKind::Recurring), std::string("0.107"));
}

void tst_ImporterErrors::azureTiersMeetAgain()
{
    const auto tier = [](const char* from, const char* price) {
        return std::string("{\"currencyCode\":\"EUR\",\"tierMinimumUnits\":") + from
               + ",\"retailPrice\":" + price
               + ",\"armRegionName\":\"westeurope\",\"meterId\":\"m1\",\"meterName\":\"Hot "
                 "LRS\",\"skuId\":\"s1\",\"productName\":\"Blob\",\"skuName\":\"Hot LRS\","
                 "\"serviceName\":\"Storage\",\"unitOfMeasure\":\"1 GB/Month\",\"type\":\"Consumption\"}";
    };
    const auto sheet = importText(azurePage(tier("51200.0", "0.0173") + ","
                                            + azureItem("D4s v5", "Virtual Machines Dsv5 Series", 0.23) + ","
                                            + tier("0.0", "0.018") + "," + tier("512000.0", "0.0166")));
    QVERIFY(sheet->outcome.has_value());
    QCOMPARE(sheet->outcome->offers, 2U);
    const auto* blob = sheet->one([](const OfferRow& o) { return o.rate == "m1"; });
    QVERIFY(blob != nullptr && blob->components.size() == 3 && blob->currency == "EUR");
    QCOMPARE(blob->components[0].amount.toText(), std::string("0.018"));
    QCOMPARE(blob->components[0].to->toText(), std::string("51200"));
    QVERIFY(!blob->components[2].to.has_value());
}

void tst_ImporterErrors::azureSavingsPlansAreOffersOfTheirOwn()
{
    const auto sheet =
        importText(azurePage(azureItem("D4s v5",
                                       "Virtual Machines Dsv5 Series",
                                       0.23,
                                       "\"type\":\"Consumption\",\"savingsPlan\":[{\"unitPrice\":0.15,"
                                       "\"retailPrice\":0.15,\"term\":\"1 Year\"},"
                                       "{\"unitPrice\":0.1,\"retailPrice\":0.1,\"term\":\"3 Years\"}]")));
    QCOMPARE(sheet->outcome->offers, 3U);
    const auto* three = sheet->one(
        [](const OfferRow& o) { return o.purchase == Purchase::SavingsPlan && o.termMonths == 36; });
    QVERIFY(three != nullptr && amountOf(*three, ComponentKind::Recurring) == "0.1");
}

void tst_ImporterErrors::aTruncatedFileKeepsWhatCameBefore()
{
    const std::string whole = azurePage(azureItem("D4s v5", "Virtual Machines Dsv5 Series", 0.23) + ","
                                        + azureItem("D8s v5", "Virtual Machines Dsv5 Series", 0.46));
    const auto sheet = importText(std::string_view(whole).substr(0, whole.size() - 80));
    QVERIFY(sheet->outcome.has_value());
    QCOMPARE(sheet->outcome->offers, 1U);
    QVERIFY(sheet->outcome->rejectedRows >= 1);
}

void tst_ImporterErrors::cancelEndsWithoutEnd()
{
    std::string text;
    writeSyntheticEc2Csv(20'000'000, 3, [&](std::string_view piece) { text.append(piece); });
    std::stop_source stop;
    ImportOptions options;
    options.progress = [&](std::uint64_t bytes) {
        if (bytes > 5'000'000) {
            stop.request_stop();
        }
    };
    CollectingSink sink(10);
    const auto outcome = importSheet({memorySource(text, "big.csv")}, options, sink, stop.get_token());
    QVERIFY(!outcome.has_value());
    QCOMPARE(outcome.error().code, model::ErrorCode::Cancelled);
    QVERIFY(!sink.isEnded());
}

void tst_ImporterErrors::germanTableIsProposedRight()
{
    // As a spreadsheet program in Germany saves it: semicolons, decimal commas, euro signs, Windows-1252.
    const std::string table = "Preisliste;;;;\nTyp;Standort;vCPU;Arbeitsspeicher (GB);Preis pro "
                              "Stunde\nklein;M\xfcnchen;2;4,0;0,096 "
                              "\x80\ngro\xdf;M\xfcnchen;64;256,0;1.234,56 \x80\nalt;M\xfcnchen;1;1,0;k.A.\n";
    const auto sheet = importText(table);
    QVERIFY2(sheet->outcome.has_value(), sheet->outcome ? "" : sheet->outcome.error().message.c_str());
    QCOMPARE(sheet->outcome->sheet.format, std::string("csv"));
    QCOMPARE(sheet->outcome->offers, 2U);
    QCOMPARE(sheet->outcome->skipped.at("no-price").count, 1U);
    const auto* large = sheet->one([](const OfferRow& o) { return o.machine == "gro\xc3\x9f"; });
    QVERIFY(large != nullptr && large->currency == "EUR" && large->region == "M\xc3\xbcnchen");
    QCOMPARE(amountOf(*large, ComponentKind::Recurring), std::string("1234.56"));
    QCOMPARE(sheet->sink.machines().at(0).memoryGib, std::optional(4.0));
}

void tst_ImporterErrors::mappingReadsBackTheSame()
{
    CsvMapping mapping;
    mapping.name = "mine";
    mapping.provider = "acme";
    mapping.currency = "EUR";
    mapping.separator = '\t';
    mapping.encoding = Encoding::Windows1252;
    mapping.notation = {.decimal = ',', .grouping = '.'};
    mapping.headerLine = 3;
    mapping.columns = {{Target::Machine, "Typ"}, {Target::PriceHour, "Preis \"netto\""}};
    const auto back = parseMapping(mappingJson(mapping));
    QVERIFY(back.has_value());
    QVERIFY(*back == mapping);
    QVERIFY(!parseMapping("{\"columns\":{\"nonsense\":\"x\"}}").has_value());
    QVERIFY(!parseMapping("[1]").has_value());
}

void tst_ImporterErrors::hostileAmountsAreRejected_data()
{
    QTest::addColumn<QByteArray>("price");
    for (const char* price :
         {"1e400", "nan", "inf", "-0.1", "0x10", "=1+1", "1.2.3", "99999999999999999999999"}) {
        QTest::addRow("%s", price) << QByteArray(price);
    }
}

void tst_ImporterErrors::hostileAmountsAreRejected()
{
    QFETCH(QByteArray, price);
    const auto sheet =
        importText("name,region,price per hour (USD)\na,x," + price.toStdString() + "\nb,x,0.5\n");
    QVERIFY(sheet->outcome.has_value());
    QCOMPARE(sheet->outcome->offers + sheet->outcome->rejectedRows, 2U);
    QVERIFY(sheet->one([](const OfferRow& o) { return o.machine == "b"; }) != nullptr);
}

void tst_ImporterErrors::jsonDepthAndDuplicateKeysAreRefused()
{
    const auto sheet = importText(azurePage("{\"meterId\":\"m\",\"meterId\":\"n\",\"retailPrice\":1},"
                                            + azureItem("D4s v5", "Virtual Machines Dsv5 Series", 0.23)
                                            + ",{\"a\":" + std::string(100, '[') + std::string(100, ']')
                                            + ",\"meterId\":\"x\"},{\"meterId\":\"y\",\"retailPrice\":tru}"));
    QVERIFY(sheet->outcome.has_value());
    QCOMPARE(sheet->outcome->offers, 1U);
    QCOMPARE(sheet->outcome->rejectedRows, 3U);
    QCOMPARE(sheet->outcome->issues.at(0).code, model::ErrorCode::Inconsistent);
    QCOMPARE(sheet->outcome->issues.at(1).code, model::ErrorCode::TooLarge);
    QCOMPARE(sheet->outcome->issues.at(2).code, model::ErrorCode::InvalidSyntax);
}

void tst_ImporterErrors::utf16AndGzipAreRead()
{
    const std::string table = "name,region,price per hour (USD)\nb\xc3\xa4"
                              "r,x,0.5\n";
    std::string wide = "\xff\xfe";
    for (const char16_t unit : QString::fromStdString(table).toStdU16String()) {
        wide.push_back(static_cast<char>(unit & 0xFFU));
        wide.push_back(static_cast<char>(unit >> 8U));
    }
    const auto sheet = importText(wide);
    QVERIFY(sheet->outcome.has_value());
    QCOMPARE(sheet->sink.offers().at(0).row().machine,
             std::string_view("b\xc3\xa4"
                              "r"));
    // zlib stream of Qt: four bytes of length, then zlib; a gzip file needs another wrapping, so only the
    // bomb is made here.
    QVERIFY(!importText(std::string_view("\x1f\x8b\x08\x00garbage", 11))->outcome.has_value());
}

void tst_ImporterErrors::azureAgreementSheetIsDivided()
{
    const auto sheet =
        importText("\xef\xbb\xbf"
                   "EnrollmentNumber,MeterID,MeterName,MeterCategory,MeterSubCategory,"
                   "MeterRegion,UnitOfMeasure,PartNumber,EffectiveStartDate,EffectiveEndDate,UnitPrice,"
                   "MarketPrice,CurrencyCode,Term,PriceType\n"
                   "1,m1,D4s v5,Virtual Machines,Dsv5 Series,EU West,100 "
                   "Hours,AAA-1,10/01/2023,12/31/2023,19.5,23,EUR,,Consumption\n"
                   "1,m2,D4s v5,Virtual Machines,Dsv5 Series,EU West,1 "
                   "Hour,AAA-2,10/01/2023,12/31/2023,,1191,EUR,P1Y,ReservedInstance\n");
    QVERIFY(sheet->outcome.has_value());
    QCOMPARE(sheet->outcome->sheet.format, std::string("azure-price-sheet"));
    const auto* own = sheet->one([](const OfferRow& o) {
        return o.basis == PriceBasis::Negotiated && o.purchase == Purchase::OnDemand;
    });
    QVERIFY(own != nullptr && own->effectiveFrom == "2023-10-01" && own->machine == "Standard_D4s_v5");
    QCOMPARE(amountOf(*own, ComponentKind::Recurring), std::string("0.195"));
    const auto* reserved = sheet->one([](const OfferRow& o) { return o.purchase == Purchase::Reserved; });
    QVERIFY(reserved != nullptr && reserved->termMonths == 12
            && amountOf(*reserved, ComponentKind::Upfront) == "1191");
}

void tst_ImporterErrors::whatCannotBeIsPointedOut()
{
    const auto sheet = importText(kHead + ec2({}) + ec2({.sku = "B", .price = "0.0970000000"})
                                  + ec2({.sku = "C",
                                         .term = "4NA7Y494T4",
                                         .price = "0.0990000000",
                                         .lease = "1yr",
                                         .option = "No Upfront"}));
    QVERIFY(sheet->outcome.has_value());
    QCOMPARE(sheet->outcome->offers, 3U);
    QCOMPARE(sheet->outcome->warnings, 2U);
    QCOMPARE(sheet->outcome->issues.at(0).column, std::string("anomaly:two-prices"));
    QCOMPARE(sheet->outcome->issues.at(0).line, std::uint64_t{8});
    QCOMPARE(sheet->outcome->issues.at(1).column, std::string("anomaly:reserved-above-on-demand"));
}

void tst_ImporterErrors::fuzzFindingsStayFixed_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("format");
    // Once: a block that ended exactly with the file was doubled in search of a row end until memory was
    // gone.
    QTest::addRow("nothing after the header")
        << QByteArray::fromStdString(kHead) << QByteArray("aws-offer-csv");
    // Once: the name of a value that stands alone at the root was asked for, and it has none.
    QTest::addRow("value alone at the root")
        << QByteArray("{\"Items\":[]} 1 \"x\"") << QByteArray("azure-retail");
    QTest::addRow("value alone at the root, SKUs") << QByteArray("{\"skus\":[]} 1") << QByteArray("gcp-skus");
}

void tst_ImporterErrors::fuzzFindingsStayFixed()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, format);
    ImportOptions options;
    options.format = format.toStdString();
    const auto sheet = importText({text.constData(), static_cast<std::size_t>(text.size())}, options);
    QVERIFY(sheet->outcome.has_value());
    QCOMPARE(sheet->outcome->offers, 0U);
}

QTEST_APPLESS_MAIN(tst_ImporterErrors)
#include "tst_ImporterErrors.moc"
