// SPDX-License-Identifier: GPL-3.0-or-later
#include "PriceTesting.h"
#include "ZipBytes.h"

#include <QtTest>

#include <fmt/format.h>

using namespace wherewithal;
using namespace wherewithal::providers;
using namespace wherewithal::testing;

namespace {

std::string azureItem(const char* meter)
{
    return fmt::format(
        R"({{"currencyCode":"USD","tierMinimumUnits":0.0,"retailPrice":0.25,"armRegionName":"westeurope",)"
        R"("meterId":"{0}","meterName":"D4s v5","skuId":"s","productName":"Virtual Machines Dsv5 Series",)"
        R"("skuName":"D4s v5","serviceName":"Virtual Machines","unitOfMeasure":"1 Hour","type":"Consumption",)"
        R"("armSkuName":"{0}"}})",
        meter);
}

std::string azurePage(const std::string& items)
{
    return R"({"BillingCurrency":"USD","CustomerEntityId":"Default","Items":[)" + items
           + R"(],"NextPageLink":null,"Count":1})";
}

/// A product as the Price List Query API gives it.
std::string awsProduct(const char* sku, const char* price)
{
    return fmt::format(
        R"({{"product":{{"productFamily":"Compute Instance","attributes":{{"instanceType":"m5.large","operatingSystem":"Linux",)"
        R"("tenancy":"Shared","capacitystatus":"Used","preInstalledSw":"NA","licenseModel":"No License required",)"
        R"("operation":"RunInstances","usagetype":"BoxUsage:m5.large","regionCode":"us-east-1"}},"sku":"{0}"}},)"
        R"("serviceCode":"AmazonEC2","terms":{{"OnDemand":{{"{0}.JRTCKXETXF":{{"offerTermCode":"JRTCKXETXF","sku":"{0}",)"
        R"("effectiveDate":"2026-10-01T00:00:00Z","priceDimensions":{{"{0}.JRTCKXETXF.6YS6EN2CT7":{{"unit":"Hrs","beginRange":"0",)"
        R"("endRange":"Inf","rateCode":"{0}.JRTCKXETXF.6YS6EN2CT7","pricePerUnit":{{"USD":"{1}"}}}}}}}}}}}},"version":"20261001",)"
        R"("publicationDate":"2026-10-01T00:00:00Z"}})",
        sku,
        price);
}

std::string asText(const std::string& json)
{
    std::string out = "\"";
    for (const char c : json) {
        out.append(c == '"' || c == '\\' ? "\\" : "").append(1, c);
    }
    return out + "\"";
}

constexpr const char* kMcaHeader =
    "billingAccountId,billingProfileId,serviceFamily,product,productId,skuId,unitOfMeasure,meterId,meterName,"
    "meterType,meterCategory,meterSubCategory,meterRegion,tierMinimumUnits,effectiveStartDate,"
    "effectiveEndDate,"
    "unitPrice,basePrice,marketPrice,currency,billingCurrency,term,priceType\n";

} // namespace

/// Small files of our own in the true form of each format; the real ones are checked by tst_SampleSheets
/// where they lie beside the repository.
class tst_SmallSheets : public QObject
{
    Q_OBJECT

private slots:
    void aSheetsDayCanBeSetByHand();
    void priceListTexts_data();
    void priceListTexts();
    void azureForms_data();
    void azureForms();
    void microsoftCustomerAgreement();
    void partsOfAZipAreOneSheet();
    void savingsPlansAsJson();
    void gpuhunt();
    void openCost();
    void digitalOcean();
    void hetznerPricesPerPlace();
    void scaleway();
    void vantage();
    void focusRates();
};

void tst_SmallSheets::priceListTexts_data()
{
    QTest::addColumn<QString>("text");
    const std::string one = awsProduct("AAAA", "0.0960000000");
    const std::string two = awsProduct("BBBB", "0.1920000000");
    QTest::addRow("array of texts") << QString::fromStdString("[" + asText(one) + ",\n" + asText(two) + "]");
    QTest::addRow("answer of the API")
        << QString::fromStdString("{\"FormatVersion\":\"aws_v1\",\"PriceList\":[" + asText(one) + ","
                                  + asText(two) + "],\"NextToken\":\"x\"}");
    QTest::addRow("concatenated") << QString::fromStdString(one + "\n" + two + "\n");
    QTest::addRow("array of objects") << QString::fromStdString("[" + one + "," + two + "]");
}

void tst_SmallSheets::priceListTexts()
{
    QFETCH(QString, text);
    const auto sheet = importText(text.toStdString());
    QVERIFY2(sheet->outcome.has_value(), sheet->outcome ? "" : model::text(sheet->outcome.error()).c_str());
    QCOMPARE(sheet->outcome->sheet.format, std::string("aws-price-list"));
    QCOMPARE(sheet->outcome->offers, std::uint64_t{2});
    const auto* offer = sheet->one([](const OfferRow& o) { return o.sku == "BBBB"; });
    QVERIFY(offer != nullptr && offer->isMachinePrice && offer->region == "us-east-1");
    QCOMPARE(amountOf(*offer, ComponentKind::Recurring), std::string("0.192"));
}

void tst_SmallSheets::azureForms_data()
{
    QTest::addColumn<QString>("text");
    const std::string one = azureItem("Standard_D4s_v5");
    const std::string two = azureItem("Standard_D8s_v5");
    QTest::addRow("one page") << QString::fromStdString(azurePage(one + "," + two));
    QTest::addRow("array of pages") << QString::fromStdString("[" + azurePage(one) + "," + azurePage(two)
                                                              + "]");
    QTest::addRow("pages one after the other")
        << QString::fromStdString(azurePage(one) + "\n" + azurePage(two));
    QTest::addRow("bare items") << QString::fromStdString("[" + one + "," + two + "]");
    QTest::addRow("items one after the other") << QString::fromStdString(one + "\n" + two + "\n");
}

void tst_SmallSheets::azureForms()
{
    QFETCH(QString, text);
    const auto sheet = importText(text.toStdString());
    QVERIFY2(sheet->outcome.has_value(), sheet->outcome ? "" : model::text(sheet->outcome.error()).c_str());
    QCOMPARE(sheet->outcome->offers, std::uint64_t{2});
    QCOMPARE(sheet->outcome->rejectedRows, std::uint64_t{0});
    const auto* offer = sheet->one([](const OfferRow& o) { return o.machine == "Standard_D8s_v5"; });
    QVERIFY(offer != nullptr && offer->isMachinePrice && offer->os == "linux");
}

void tst_SmallSheets::microsoftCustomerAgreement()
{
    const auto sheet =
        importText(std::string(kMcaHeader)
                   + "a,p,Compute,Virtual Machines Dsv5 Series - D4s v5 - EU West,P1,S1,100 Hours,M1,D4s "
                     "v5,,Virtual Machines,"
                     "Dsv5 Series,EU West,0,10/01/2026,10/31/2026,20.7,23,23,USD,USD,,Consumption\n"
                     "a,p,Compute,Reserved D4s v5,P1,S2,1 Hour,M2,D4s v5,,Virtual Machines,Dsv5 Series,EU "
                     "West,0,10/01/2026,"
                     "10/31/2026,,,1300,USD,USD,P1Y,ReservedInstance\n");
    QVERIFY(sheet->outcome.has_value());
    QCOMPARE(sheet->outcome->sheet.format, std::string("azure-price-sheet"));
    const auto* own = sheet->one([](const OfferRow& o) {
        return o.basis == PriceBasis::Negotiated && o.purchase == Purchase::OnDemand;
    });
    QVERIFY(own != nullptr && own->machine == "Standard_D4s_v5" && own->effectiveFrom == "2026-10-01");
    QCOMPARE(amountOf(*own, ComponentKind::Recurring), std::string("0.207")); // of 100 hours
    const auto* reserved = sheet->one([](const OfferRow& o) { return o.purchase == Purchase::Reserved; });
    QVERIFY(reserved != nullptr && reserved->termMonths == 12);
    QCOMPARE(amountOf(*reserved, ComponentKind::Upfront),
             std::string("1300")); // for the term, whatever its unit
}

void tst_SmallSheets::partsOfAZipAreOneSheet()
{
    const std::string row =
        "a,p,Compute,Virtual Machines Dsv5 Series,P1,{},1 Hour,{},{},,Virtual Machines,Dsv5 Series,EU "
        "West,0,10/01/2026,,0.2,0.2,0.2,USD,USD,,Consumption\n";
    const auto part = [&](const char* sku, const char* meter, const char* name) {
        return std::string(kMcaHeader) + fmt::format(fmt::runtime(row), sku, meter, name);
    };
    const auto sheet = importText(zipOf({{"prices/part_0_0001.csv", part("S1", "M1", "D4s v5")},
                                         {"prices/part_1_0001.csv", part("S2", "M2", "D8s v5")},
                                         {"__MACOSX/._part_0_0001.csv", "not a part"}}),
                                  {},
                                  "prices.zip");
    QVERIFY2(sheet->outcome.has_value(), sheet->outcome ? "" : model::text(sheet->outcome.error()).c_str());
    QCOMPARE(sheet->outcome->rowsRead, std::uint64_t{2});
    QCOMPARE(sheet->outcome->offers, std::uint64_t{2});
}

void tst_SmallSheets::savingsPlansAsJson()
{
    const auto sheet = importText(
        R"({"version":"20261001","publicationDate":"2026-10-01T00:00:00Z","regionCode":"us-east-1","products":[{"sku":"P1",)"
        R"("productFamily":"ComputeSavingsPlans","serviceCode":"ComputeSavingsPlans","attributes":{"purchaseOption":"No Upfront",)"
        R"("granularity":"hourly","purchaseTerm":"1yr"}}],"terms":{"savingsPlan":[{"sku":"P1","description":"1 year No Upfront",)"
        R"("effectiveDate":"2026-10-01T00:00:00Z","leaseContractLength":{"duration":1,"unit":"year"},"rates":[{"discountedSku":"D1",)"
        R"("discountedUsageType":"BoxUsage:m5.large","discountedOperation":"RunInstances","discountedServiceCode":"AmazonEC2",)"
        R"("rateCode":"P1.D1","unit":"Hrs","discountedRate":{"price":"0.0700000000","currency":"USD"},)"
        R"("discountedRegionCode":"us-east-1","discountedInstanceType":"m5.large"}]}]}})");
    QVERIFY2(sheet->outcome.has_value(), sheet->outcome ? "" : model::text(sheet->outcome.error()).c_str());
    QCOMPARE(sheet->outcome->sheet.format, std::string("aws-savings-plan-json"));
    const auto* rate = sheet->one([](const OfferRow& o) { return o.discountedSku == "D1"; });
    QVERIFY(rate != nullptr && rate->purchase == Purchase::SavingsPlan && rate->termMonths == 12
            && rate->payment == Payment::None && rate->machine == "m5.large" && rate->region == "us-east-1");
    QCOMPARE(amountOf(*rate, ComponentKind::Recurring), std::string("0.07"));
}

void tst_SmallSheets::gpuhunt()
{
    const auto sheet =
        importText("instance_name,location,price,cpu,memory,gpu_count,gpu_name,gpu_memory,spot,disk_size\n"
                   "a100x1,eu,1.29,12,85,1,A100,80.0,False,100\n"
                   "a100x1,eu,0.61,12,85,1,A100,80.0,True,100\n");
    QVERIFY(sheet->outcome.has_value());
    QCOMPARE(sheet->outcome->sheet.format, std::string("gpuhunt"));
    QCOMPARE(sheet->outcome->offers, std::uint64_t{2});
    const auto* spot = sheet->one([](const OfferRow& o) { return o.purchase == Purchase::Spot; });
    QVERIFY(spot != nullptr);
    QCOMPARE(amountOf(*spot, ComponentKind::Recurring), std::string("0.61"));
    QCOMPARE(sheet->sink.machines().size(), std::size_t{1});
    QCOMPARE(*sheet->sink.machines()[0].acceleratorMemoryGib, 80.0);
}

void tst_SmallSheets::openCost()
{
    const auto sheet = importText(
        "EndTimestamp,InstanceID,Region,AssetClass,InstanceIDField,InstanceType,MarketPriceHourly,Version\n"
        "2026-10-01 00:00:00 UTC,,eu,node,metadata.labels,big,0.75,\n");
    QVERIFY(sheet->outcome.has_value());
    QCOMPARE(sheet->outcome->sheet.format, std::string("opencost"));
    const auto* offer = sheet->one([](const OfferRow& o) { return o.machine == "big"; });
    QVERIFY(offer != nullptr && offer->region == "eu");
    QCOMPARE(amountOf(*offer, ComponentKind::Recurring), std::string("0.75"));
}

void tst_SmallSheets::digitalOcean()
{
    const auto sheet = importText(
        R"({"sizes":[{"slug":"s-1vcpu-1gb","memory":1024,"vcpus":1,"disk":25,"transfer":1.0,"price_monthly":6.0,)"
        R"("price_hourly":0.00893,"regions":["ams3","fra1"],"available":true,"description":"Basic"}],"links":{},"meta":{"total":1}})");
    QVERIFY(sheet->outcome.has_value());
    QCOMPARE(sheet->outcome->sheet.format, std::string("digitalocean"));
    const auto* offer =
        sheet->one([](const OfferRow& o) { return o.machine == "s-1vcpu-1gb" && o.region == "fra1"; });
    QVERIFY(offer != nullptr);
    QCOMPARE(amountOf(*offer, ComponentKind::Recurring), std::string("0.00893"));
    QCOMPARE(amountOf(*offer, ComponentKind::MonthlyCap), std::string("6")); // and not 730 times the hour
    QCOMPARE(*sheet->sink.machines()[0].memoryGib, 1.0);
}

void tst_SmallSheets::hetznerPricesPerPlace()
{
    const auto sheet = importText(
        R"({"server_types":[{"id":1,"name":"cax11","cores":2,"memory":4.0,"disk":40,"cpu_type":"shared","architecture":"arm",)"
        R"("prices":[{"location":"fsn1","price_hourly":{"net":"0.0053000000","gross":"0.0063070000"},"price_monthly":)"
        R"({"net":"3.2900000000","gross":"3.9151000000"}},{"location":"hel1","price_hourly":{"net":"0.0061","gross":"0.0073"},)"
        R"("price_monthly":{"net":"3.79","gross":"4.51"}}]}]})");
    QVERIFY(sheet->outcome.has_value());
    QCOMPARE(sheet->outcome->offers, std::uint64_t{2});
    const auto* offer = sheet->one([](const OfferRow& o) { return o.region == "fsn1"; });
    QVERIFY(offer != nullptr && offer->currency == "EUR");
    QCOMPARE(amountOf(*offer, ComponentKind::Recurring), std::string("0.0053")); // net of VAT
    QCOMPARE(amountOf(*offer, ComponentKind::MonthlyCap), std::string("3.29"));
    QCOMPARE(sheet->sink.machines()[0].architecture, std::string("arm64"));
}

void tst_SmallSheets::scaleway()
{
    const auto sheet = importText(
        R"({"servers":{"GPU-3070-S":{"monthly_price":715.4,"hourly_price":0.98,"ncpus":8,"gpu":1,"ram":17179869184,"arch":"x86_64"},)"
        R"("DEV1-S":{"monthly_price":6.4,"hourly_price":0.0088,"ncpus":2,"gpu":0,"ram":2147483648,"arch":"x86_64"}}})");
    QVERIFY(sheet->outcome.has_value());
    QCOMPARE(sheet->outcome->sheet.format, std::string("scaleway"));
    const auto* offer = sheet->one([](const OfferRow& o) { return o.machine == "GPU-3070-S"; });
    QVERIFY(offer != nullptr && offer->currency == "EUR");
    QCOMPARE(amountOf(*offer, ComponentKind::Recurring), std::string("0.98"));
    QCOMPARE(*sheet->sink.machines()[1].memoryGib, 2.0);
}

void tst_SmallSheets::vantage()
{
    const auto sheet = importText(
        R"([{"instance_type":"m9.large","vCPU":2,"memory":8.0,"pricing":{"us-east-1":{"linux":{"ondemand":"0.1","spot_avg":"0.04",)"
        R"("reserved":{"yrTerm1Standard.noUpfront":"0.063"}}}}}])");
    QVERIFY(sheet->outcome.has_value());
    QCOMPARE(sheet->outcome->sheet.format, std::string("vantage"));
    const auto* reserved = sheet->one([](const OfferRow& o) { return o.purchase == Purchase::Reserved; });
    QVERIFY(reserved != nullptr && reserved->termMonths == 12 && reserved->payment == Payment::None);
    QCOMPARE(amountOf(*reserved, ComponentKind::Recurring), std::string("0.063"));
    QCOMPARE(sheet->outcome->offers, std::uint64_t{3});
}

void tst_SmallSheets::focusRates()
{
    const auto sheet =
        importText("BilledCost,BillingCurrency,ChargeCategory,ChargePeriodStart,ChargePeriodEnd,"
                   "ListUnitPrice,ContractedUnitPrice,"
                   "EffectiveCost,PricingQuantity,PricingUnit,ProviderName,RegionId,ServiceName,SkuId,"
                   "SkuPriceId,ResourceType\n"
                   "0.5,USD,Usage,2026-10-01 00:00:00,2026-10-02 "
                   "00:00:00,0.00000005,0.00000004,0.4,10000000,Requests,AWS,us-east-1,"
                   "Queue,S1,SP1,\n"
                   "1.0,USD,Tax,2026-10-01 00:00:00,2026-10-02 00:00:00,,,1.0,,,AWS,,Tax,,,\n");
    QVERIFY(sheet->outcome.has_value());
    QCOMPARE(sheet->outcome->sheet.format, std::string("focus"));
    QCOMPARE(sheet->outcome->rowsRead, std::uint64_t{2});
    QVERIFY(!sheet
                 ->all([](const OfferRow& o) {
                     return o.basis == PriceBasis::List || o.basis == PriceBasis::Observed;
                 })
                 .empty());
    QVERIFY(!sheet->outcome->skipped.empty()); // a tax is no price
    for (const auto* offer : sheet->all([](const OfferRow&) { return true; })) {
        QVERIFY(offer->components.front().amount.toDouble() < 1e-7); // 5e-8 is kept, not rounded to nothing
        QVERIFY(!offer->components.front().amount.isZero());
    }
}

/// Rows without a day hold from the sheet's; that can be said where the file does not.
void tst_SmallSheets::aSheetsDayCanBeSetByHand()
{
    const std::string text = "machine,region,price,currency\nzeppelin.small,north,0.10,USD\n"
                             "zeppelin.large,north,0.40,USD\n";
    const auto plain = importText(text, {}, "zeppelin.csv");
    QVERIFY(plain->outcome.has_value());
    QCOMPARE(plain->outcome->undated, std::uint64_t{2});
    QVERIFY(plain->outcome->sheet.published.empty());
    ImportOptions options;
    options.day = "2026-03-01";
    const auto dated = importText(text, options, "zeppelin.csv");
    QCOMPARE(dated->outcome->sheet.published, std::string("2026-03-01"));
    QCOMPARE(dated->outcome->undated, std::uint64_t{2}); // still none of their own
    const auto own = importText(
        "machine,region,price,currency,effective from\nz,north,0.10,USD,2026-01-05\n", {}, "zeppelin.csv");
    QCOMPARE(own->outcome->offers, std::uint64_t{1});
    QCOMPARE(own->outcome->undated, std::uint64_t{0});
}

QTEST_APPLESS_MAIN(tst_SmallSheets)
#include "tst_SmallSheets.moc"
