// SPDX-License-Identifier: GPL-3.0-or-later
#include "PriceTesting.h"

#include <QtTest>

#include <cmath>

using namespace wherewithal;
using namespace wherewithal::providers;
using namespace wherewithal::testing;

/// Every sample beside the repository, imported or refused as its README says, with the values given there.
class tst_SampleSheets : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void ec2CsvMakesOneOfferOfTwoRows();
    void savingsPlanRatesKeepTheirPlan();
    void awsJsonKeepsTiersAndReservations();
    void azurePageSeparatesWhatLooksAlike();
    void azureKeyedObjectsAreRead();
    void tablesThroughShippedMappings();
    void refusesByNameWithAdvice_data();
    void refusesByNameWithAdvice();

private:
    [[nodiscard]] std::filesystem::path sample(const char* name) const { return *m_folder / name; }
    std::optional<std::filesystem::path> m_folder;
};

#define NEEDS_SAMPLES()                                                                                      \
    if (!m_folder) {                                                                                         \
        return;                                                                                              \
    }

void tst_SampleSheets::initTestCase()
{
    m_folder = sharedSheets();
    if (!m_folder) {
        qInfo("the sample price sheets are absent; their rows pass unseen");
    }
}

void tst_SampleSheets::ec2CsvMakesOneOfferOfTwoRows()
{
    NEEDS_SAMPLES();
    const auto sheet = importFile(sample("aws/ec2-offer-2025-09-12-sample.csv"));
    QVERIFY(sheet->outcome.has_value());
    QCOMPARE(sheet->outcome->sheet.format, std::string("aws-offer-csv"));
    QCOMPARE(sheet->outcome->sheet.published, std::string("2025-09-12T22:53:08Z"));
    QCOMPARE(sheet->outcome->rowsRead, 44U);
    QCOMPARE(sheet->outcome->offers, 33U);
    QCOMPARE(sheet->outcome->rejectedRows, 0U);
    QCOMPARE(sheet->all([](const OfferRow& o) { return o.purchase == Purchase::Reserved; }).size(),
             std::size_t{19});
    QCOMPARE(
        sheet->all([](const OfferRow& o) { return !amountOf(o, ComponentKind::Upfront).empty(); }).size(),
        std::size_t{11});

    const auto* rhel = sheet->one(
        [](const OfferRow& o) { return o.sku == "2223RRAP6Z3VBN3N" && o.purchase == Purchase::OnDemand; });
    QVERIFY(rhel != nullptr);
    QCOMPARE(amountOf(*rhel, ComponentKind::Recurring), std::string("0.634"));
    QVERIFY(rhel->machine == "c5d.2xlarge" && rhel->region == "us-east-1" && rhel->os == "rhel"
            && rhel->tenancy == "shared" && rhel->software == "SQL Web");
    const auto* dedicated = sheet->one(
        [](const OfferRow& o) { return o.sku == "2223B6PCG6QAUYY6" && o.purchase == Purchase::OnDemand; });
    QVERIFY(dedicated != nullptr && dedicated->tenancy == "dedicated");
    QCOMPARE(amountOf(*dedicated, ComponentKind::Recurring), std::string("0.2773"));
    const auto* partial =
        sheet->one([](const OfferRow& o) { return o.sku == "2223B6PCG6QAUYY6" && o.rate == "38NPMPTW36"; });
    QVERIFY(partial != nullptr && partial->termMonths == 36 && partial->payment == Payment::Partial
            && partial->offeringClass == "standard");
    QCOMPARE(amountOf(*partial, ComponentKind::Upfront), std::string("2750"));
    QVERIFY(std::abs(effectiveHourly(*partial) - 0.209272) < 5e-7);
    const auto* all =
        sheet->one([](const OfferRow& o) { return o.sku == "2223B6PCG6QAUYY6" && o.rate == "6QCMYABX3D"; });
    QVERIFY(all != nullptr && all->payment == Payment::All);
    QVERIFY(std::abs(effectiveHourly(*all) - 0.232078) < 5e-7);
    for (const char* sku : {"22268AJAWBNJXMSB", "2227U2PX8M4F95R6", "2224S3ZTPZZQY93N"}) {
        for (const auto* offer : sheet->all([&](const OfferRow& o) { return o.sku == sku; })) {
            QVERIFY2(offer->purchase != Purchase::OnDemand && !offer->isMachinePrice, sku);
        }
    }
}

void tst_SampleSheets::savingsPlanRatesKeepTheirPlan()
{
    NEEDS_SAMPLES();
    const auto sheet = importFile(sample("aws/compute-savingsplan-ap-east-2-2025-09-11-sample.csv"));
    QVERIFY(sheet->outcome.has_value());
    QCOMPARE(sheet->outcome->rowsRead, 44U);
    QCOMPARE(sheet->outcome->offers, 44U);
    QCOMPARE(sheet
                 ->all([](const OfferRow& o) {
                     return o.termMonths == 36 && o.payment == Payment::Partial
                            && o.purchase == Purchase::SavingsPlan;
                 })
                 .size(),
             std::size_t{44});
    const auto* rate = sheet->one([](const OfferRow& o) { return o.discountedSku == "23PWZ6X8AQE4NKNR"; });
    QVERIFY(rate != nullptr);
    QCOMPARE(amountOf(*rate, ComponentKind::Recurring), std::string("0.0425"));
    QVERIFY(rate->machine == "r7g.medium" && rate->os == "rhel" && rate->tenancy == "dedicated"
            && rate->plan == "EC2InstanceSavingsPlans" && rate->effectiveFrom == "2025-06-05T18:51:13Z"
            && rate->isMachinePrice);
    for (const auto* unused : sheet->all(
             [](const OfferRow& o) { return o.usageType.find("UnusedDed") != std::string_view::npos; })) {
        QVERIFY(!unused->isMachinePrice);
    }
}

void tst_SampleSheets::awsJsonKeepsTiersAndReservations()
{
    NEEDS_SAMPLES();
    const auto s3 = importFile(sample("aws/AmazonS3-offer-2016-01.json"));
    QVERIFY(s3->outcome.has_value());
    QCOMPARE(s3->outcome->components, 530U);
    QCOMPARE(s3->outcome->rejectedRows, 0U);
    const auto* storage = s3->one([](const OfferRow& o) { return o.sku == "WP9ANXZGBYYSGJEA"; });
    QVERIFY(storage != nullptr && storage->region == "us-east-1");
    const std::vector<std::pair<double, std::string>> expected = {{0, "0.03"},
                                                                  {1024, "0.0295"},
                                                                  {51200, "0.029"},
                                                                  {512000, "0.0285"},
                                                                  {1024000, "0.028"},
                                                                  {5120000, "0.0275"}};
    QCOMPARE(storage->components.size(), expected.size());
    double cost = 0.0; // of 2000 GB-Mo
    for (std::size_t i = 0; i < expected.size(); ++i) {
        const PriceComponent& tier = storage->components[i];
        QCOMPARE(tier.from.toDouble(), expected[i].first);
        QCOMPARE(tier.amount.toText(), expected[i].second);
        QVERIFY(tier.unit == "gb-month");
        const double top = tier.to ? std::min(tier.to->toDouble(), 2000.0) : 2000.0;
        cost += std::max(0.0, top - tier.from.toDouble()) * tier.amount.toDouble();
    }
    QVERIFY(std::abs(cost - 59.512) < 1e-9);

    const auto redshift = importFile(sample("aws/AmazonRedshift-offer-2016-01.json"));
    QVERIFY(redshift->outcome.has_value());
    const auto effective = [&](Purchase purchase, int term, Payment payment) {
        const auto* offer = redshift->one([&](const OfferRow& o) {
            return o.sku == "EQZPNHDARH87W7S6" && o.purchase == purchase && o.termMonths == term
                   && o.payment == payment;
        });
        return offer == nullptr ? -1.0 : effectiveHourly(*offer);
    };
    QCOMPARE(effective(Purchase::OnDemand, 0, Payment::None), 0.25);
    QCOMPARE(effective(Purchase::Reserved, 12, Payment::None), 0.20);
    QVERIFY(std::abs(effective(Purchase::Reserved, 12, Payment::Partial) - 0.160616) < 5e-7);
    QVERIFY(std::abs(effective(Purchase::Reserved, 12, Payment::All) - 0.157534) < 5e-7);
    QVERIFY(std::abs(effective(Purchase::Reserved, 36, Payment::All) - 0.093798) < 5e-7);
    QVERIFY(std::abs(effective(Purchase::Reserved, 36, Payment::Partial) - 0.100419) < 5e-7);

    const auto vpc = importFile(sample("aws/AmazonVPC-offer-2016-01.json"));
    QVERIFY(vpc->outcome.has_value());
    const auto* egress = vpc->one([](const OfferRow& o) { return o.sku == "HQEH3ZWJVT46JHRG"; });
    QVERIFY(egress != nullptr && egress->components.size() == 5 && egress->components[0].amount.isZero());
    QCOMPARE(egress->components[1].amount.toText(), std::string("0.09"));
    QCOMPARE(egress->components[2].from.toDouble(), 10240.0);
    QCOMPARE(egress->components[2].amount.toText(), std::string("0.085"));
    QCOMPARE(egress->components[3].from.toDouble(), 51200.0);
    QCOMPARE(egress->components[3].amount.toText(), std::string("0.07"));
    QCOMPARE(egress->components[4].from.toDouble(), 153600.0);
    QCOMPARE(egress->components[4].amount.toText(), std::string("0.05"));
    const auto* vpn = vpc->one([](const OfferRow& o) { return o.sku == "EC5BHP9ZANKN9EQD"; });
    QVERIFY(vpn != nullptr);
    QCOMPARE(amountOf(*vpn, ComponentKind::Recurring), std::string("0.05"));
}

void tst_SampleSheets::azurePageSeparatesWhatLooksAlike()
{
    NEEDS_SAMPLES();
    const auto sheet = importFile(sample("azure/retail-prices-page-2022-04-19.json"));
    QVERIFY(sheet->outcome.has_value());
    QCOMPARE(sheet->outcome->rowsRead, 100U);
    QCOMPARE(sheet->all([](const OfferRow& o) { return o.purchase == Purchase::DevTest; }).size(),
             std::size_t{20});
    QCOMPARE(sheet->all([](const OfferRow& o) { return o.purchase == Purchase::Reserved; }).size(),
             std::size_t{11});
    const auto* spot = sheet->one([](const OfferRow& o) {
        return o.machine == "Standard_D5_v2" && o.region == "southindia" && o.purchase == Purchase::Spot;
    });
    QVERIFY(spot != nullptr && spot->os == "linux");
    QCOMPARE(amountOf(*spot, ComponentKind::Recurring), std::string("0.145125"));
    QVERIFY(sheet->one([](const OfferRow& o) {
        return o.machine == "Standard_D5_v2" && o.region == "southindia" && o.purchase == Purchase::OnDemand;
    }) == nullptr);
    for (const auto& [term, amount, effective] :
         {std::tuple{12, "34980", 3.993151}, std::tuple{36, "67588", 2.571842}}) {
        const int months = term;
        const auto* reserved = sheet->one([&](const OfferRow& o) {
            return o.machine == "Standard_E96_v5" && o.region == "northeurope" && o.termMonths == months;
        });
        QVERIFY(reserved != nullptr && reserved->purchase == Purchase::Reserved);
        QCOMPARE(amountOf(*reserved, ComponentKind::Upfront), std::string(amount));
        QVERIFY(std::abs(effectiveHourly(*reserved) - effective) < 5e-7);
    }
    const auto* low = sheet->one([](const OfferRow& o) {
        return o.description == "D13 Low Priority" && o.region == "canadacentral"
               && o.purchase != Purchase::DevTest;
    });
    QVERIFY(low != nullptr && low->purchase == Purchase::LowPriority && low->os == "windows"
            && !low->isMachinePrice);
    QCOMPARE(amountOf(*low, ComponentKind::Recurring), std::string("0.456"));
    const auto* nv = sheet->one(
        [](const OfferRow& o) { return o.description == "NV4as v4 Spot" && o.region == "usgovarizona"; });
    QVERIFY(nv != nullptr && nv->purchase == Purchase::Spot);
    QCOMPARE(amountOf(*nv, ComponentKind::Recurring), std::string("0.031282"));
    QVERIFY(std::ranges::any_of(sheet->outcome->issues, [](const RowIssue& issue) {
        return issue.column == "NextPageLink" && issue.message.starts_with("incomplete");
    }));
}

void tst_SampleSheets::azureKeyedObjectsAreRead()
{
    NEEDS_SAMPLES();
    const auto vms = importFile(sample("azure/radar-vm-westeurope-2026-08-22.json"));
    QVERIFY(vms->outcome.has_value());
    QCOMPARE(vms->outcome->rowsRead, 8667U);
    const auto price = [&](const char* machine, const char* os, Purchase purchase) {
        const auto* offer = vms->one([&](const OfferRow& o) {
            return o.machine == machine && o.os == os && o.purchase == purchase && o.isMachinePrice;
        });
        return offer == nullptr ? std::string("none or several") : amountOf(*offer, ComponentKind::Recurring);
    };
    QCOMPARE(price("Standard_D4s_v5", "linux", Purchase::OnDemand), std::string("0.23"));
    QCOMPARE(price("Standard_D4s_v5", "windows", Purchase::OnDemand), std::string("0.414"));
    QCOMPARE(price("Standard_D4s_v5", "linux", Purchase::Spot), std::string("0.042504"));
    QCOMPARE(price("Standard_E4as_v5", "linux", Purchase::OnDemand), std::string("0.274"));

    const auto storage = importFile(sample("azure/radar-storage-westeurope-2026-08-22.json"));
    QVERIFY(storage->outcome.has_value());
    QCOMPARE(storage->outcome->rowsRead, 1426U);
    const auto disks = storage->all(
        [](const OfferRow& o) { return o.description == "P10 LRS" && o.usageType == "P10 LRS Disk"; });
    QVERIFY(!disks.empty());
    QCOMPARE(disks.front()->components[0].amount.toText(), std::string("21.68"));
    QVERIFY(disks.front()->components[0].unit == "month");
    QVERIFY(!storage
                 ->all([](const OfferRow& o) {
                     return o.description == "Hot LRS" && o.components[0].amount.toText() == "0.018032"
                            && o.components[0].unit == "gb-month";
                 })
                 .empty());
}

void tst_SampleSheets::tablesThroughShippedMappings()
{
    NEEDS_SAMPLES();
    const auto sky = importFile(sample("skypilot/digitalocean-v6-vms.csv"));
    QVERIFY(sky->outcome.has_value());
    QCOMPARE(sky->outcome->rowsRead, 38U);
    QCOMPARE(sky->outcome->offers, 38U);
    QCOMPARE(sky->outcome->machines, 8U);
    QCOMPARE(sky->outcome->sheet.provider, std::string("digitalocean"));
    const auto* small =
        sky->one([](const OfferRow& o) { return o.machine == "s-4vcpu-8gb" && o.region == "nyc1"; });
    QVERIFY(small != nullptr && amountOf(*small, ComponentKind::Recurring) == "0.07143");
    const auto* gpu =
        sky->one([](const OfferRow& o) { return o.machine == "gpu-h100x8-640gb" && o.region == "tor1"; });
    QVERIFY(gpu != nullptr && amountOf(*gpu, ComponentKind::Recurring) == "47.6");
    const auto shape = std::ranges::find(sky->sink.machines(), "gpu-h100x8-640gb", &MachineRow::name);
    QVERIFY(shape != sky->sink.machines().end() && shape->acceleratorCount == 8.0
            && shape->accelerator == "H100");
    QVERIFY(std::abs(*shape->acceleratorMemoryGib - 81559.0 / 1024.0) < 1e-9);

    const auto opencost = importFile(sample("generic/opencost-pricing_schema.csv"));
    QVERIFY(opencost->outcome.has_value());
    QCOMPARE(opencost->outcome->rejectedRows, 0U);
    const auto* quadro = opencost->one([](const OfferRow& o) { return o.machine == "Quadro_RTX_4000"; });
    QVERIFY(quadro != nullptr && amountOf(*quadro, ComponentKind::Recurring) == "0.75");
    const auto upper = importFile(sample("generic/opencost-pricing_schema_case.csv"));
    QVERIFY(upper->outcome.has_value());
    const auto* f32 = upper->one([](const OfferRow& o) { return o.machine == "Standard_F32s_v2"; });
    QVERIFY(f32 != nullptr && f32->region == "eastus2"
            && amountOf(*f32, ComponentKind::Recurring) == "0.13370357");
}

void tst_SampleSheets::refusesByNameWithAdvice_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("format");
    QTest::addRow("service index") << QByteArray("aws/service-index-2025-09.json")
                                   << QByteArray("aws-service-index");
    QTest::addRow("version index") << QByteArray("aws/ec2-version-index-2025-09.json")
                                   << QByteArray("aws-version-index");
    QTest::addRow("region index") << QByteArray("aws/savingsplan-region-index-2025-09.json")
                                  << QByteArray("aws-savings-plan-region-index");
    QTest::addRow("calculator feed") << QByteArray("aws/aws-calculator-natgateway-2025-11-04.json")
                                     << QByteArray("aws-calculator");
    QTest::addRow("cost export") << QByteArray("azure/EA_ActualCost_Small.csv")
                                 << QByteArray("azure-cost-export");
    QTest::addRow("cost export, BOM")
        << QByteArray("azure/billing-export-BOM.csv") << QByteArray("azure-cost-export");
    QTest::addRow("cost export, German")
        << QByteArray("azure/billing-export-German.csv") << QByteArray("azure-cost-export");
    QTest::addRow("cost export, pay as you go")
        << QByteArray("azure/billing-export-PayAsYouGo.csv") << QByteArray("azure-cost-export");
    QTest::addRow("cost export, lower case")
        << QByteArray("azure/billing-export-Template.csv") << QByteArray("azure-cost-export");
    QTest::addRow("unit table") << QByteArray("azure/finops-toolkit-PricingUnits.csv")
                                << QByteArray("azure-unit-table");
    QTest::addRow("region table") << QByteArray("azure/finops-toolkit-Regions.csv")
                                  << QByteArray("region-table");
    QTest::addRow("machine types") << QByteArray("gcp/gcosts-machinetypes.csv")
                                   << QByteArray("gcosts-machines");
    QTest::addRow("availability") << QByteArray("gcp/gcosts-machinetyperegion.csv")
                                  << QByteArray("gcosts-machines");
    QTest::addRow("SKU mapping") << QByteArray("gcp/gcosts-mapping.csv") << QByteArray("gcosts-mapping");
    QTest::addRow("exchange rates") << QByteArray("low-cost/ecb-reference-rates-sample.json")
                                    << QByteArray("exchange-rates");
}

void tst_SampleSheets::refusesByNameWithAdvice()
{
    NEEDS_SAMPLES();
    QFETCH(QByteArray, file);
    QFETCH(QByteArray, format);
    const auto sheet = importFile(*m_folder / file.toStdString());
    QVERIFY(!sheet->outcome.has_value());
    QCOMPARE(sheet->outcome.error().code, model::ErrorCode::UnsupportedFormat);
    QVERIFY2(sheet->outcome.error().message.find(format.toStdString()) != std::string::npos,
             sheet->outcome.error().message.c_str());
    QVERIFY(!sheet->outcome.error().hint.empty());
    QVERIFY(sheet->sink.offers().empty());
}

QTEST_APPLESS_MAIN(tst_SampleSheets)
#include "tst_SampleSheets.moc"
