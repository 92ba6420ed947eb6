// SPDX-License-Identifier: GPL-3.0-or-later
#include "PriceTesting.h"
#include "providers/import/prices/Units.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <set>

using namespace wherewithal;
using namespace wherewithal::providers;
using namespace wherewithal::testing;

/// Every sample beside the repository, imported or refused as its README says, with the values given there.
class tst_SampleSheets : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init() { m_ran.insert(QTest::currentTestFunction()); }
    void ec2CsvMakesOneOfferOfTwoRows();
    void savingsPlanRatesKeepTheirPlan();
    void awsJsonKeepsTiersAndReservations();
    void azurePageSeparatesWhatLooksAlike();
    void azureKeyedObjectsAreRead();
    void tablesThroughShippedMappings();
    void googleSkusAreSummedExactly();
    void googleConsoleExportIsRead();
    void gcostsKeepsItsHourlyPrices();
    void listsOfSmallerClouds();
    void oracleTiersEndInInfinity();
    void vantageRecordKeepsEveryWayOfBuying();
    void flatListOfEc2Prices();
    void focusBillIsObservedNotListed();
    void unitBlocksAreMicrosofts();
    void refusesByNameWithAdvice_data();
    void refusesByNameWithAdvice();
    void everySampleIsCovered();

private:
    /// A sample by its name below the folder; from now on it counts as covered.
    [[nodiscard]] std::filesystem::path sample(const std::string& name)
    {
        m_covered.insert(name);
        return *m_folder / name;
    }

    std::optional<std::filesystem::path> m_folder;
    std::set<std::string> m_covered;
    std::set<std::string> m_ran; ///< test functions
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
    const auto cloudServices = vms->all([](const OfferRow& o) {
        return o.components[0].amount.toText() == "0.458" && o.machine.find("E4as") != std::string_view::npos;
    });
    for (const OfferRow* offer : cloudServices) { // another product at the price of Windows
        QVERIFY(!offer->isMachinePrice || offer->os == "windows");
    }

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

void tst_SampleSheets::googleSkusAreSummedExactly()
{
    NEEDS_SAMPLES();
    const auto sheet = importFile(sample("gcp/cloud-billing-catalog-skus-2023-03.json"));
    QVERIFY(sheet->outcome.has_value());
    QCOMPARE(sheet->outcome->rowsRead, 7U);
    QCOMPARE(sheet->outcome->rejectedRows, 0U);
    const auto price = [&](const char* sku, const char* region) {
        const auto* offer = sheet->one([&](const OfferRow& o) { return o.sku == sku && o.region == region; });
        return offer == nullptr ? std::string("none")
                                : offer->components[0].amount.toText() + " " + std::string(offer->currency)
                                      + "/" + std::string(offer->components[0].unit);
    };
    QCOMPARE(price("039F-D0DA-4055", "us-central1"), std::string("2.933908 USD/hour"));
    QCOMPARE(price("2922-40C5-B19F", "us-central1"), std::string("0.031611 USD/hour"));
    QCOMPARE(price("2390-DCAF-DA38", "us-central1"), std::string("0.004237 USD/gib-hour"));
    const auto* composed = sheet->one(
        [](const OfferRow& o) { return o.machine == "a2-highgpu-1g" && o.region == "us-central1"; });
    QVERIFY(composed != nullptr && composed->basis == PriceBasis::Composed);
    QCOMPARE(amountOf(*composed, ComponentKind::Recurring), std::string("3.673385"));
    const auto cores = sheet->all([](const OfferRow& o) { return o.sku == "CF4E-A0C7-E3BF"; });
    QVERIFY(!cores.empty());
    QVERIFY(cores.front()->currency == "IDR" && cores.front()->effectiveFrom.empty());
    QCOMPARE(cores.front()->components[0].amount.toText(), std::string("327.173848364"));
    const double perDollar =
        QByteArray::fromStdString(sheet->outcome->summary.at("conversion_rate.IDR")).toDouble();
    QVERIFY(std::abs(327.173848364 / perDollar - 0.021811590) < 5e-10);
}

void tst_SampleSheets::googleConsoleExportIsRead()
{
    NEEDS_SAMPLES();
    const auto sheet = importFile(sample("gcp/console-pricing-export-slice.csv"));
    QVERIFY(sheet->outcome.has_value());
    QCOMPARE(sheet->outcome->rowsRead, 900U);
    QCOMPARE(sheet->outcome->components, 900U);
    const auto* armor = sheet->one([](const OfferRow& o) { return o.sku == "EFB7-4299-A2EC"; });
    QVERIFY(armor != nullptr && armor->components[0].unit == "month" && armor->currency == "USD");
    QCOMPARE(armor->components[0].amount.toText(), std::string("3000"));
    const auto* network = sheet->one([](const OfferRow& o) { return o.sku == "3A5C-0B37-4568"; });
    QVERIFY(network != nullptr);
    QCOMPARE(network->components[0].amount.toText(), std::string("0.494339"));
}

void tst_SampleSheets::gcostsKeepsItsHourlyPrices()
{
    NEEDS_SAMPLES();
    const auto sheet = importFile(sample("gcp/gcosts-pricing-2026-07-30.yml"));
    QVERIFY(sheet->outcome.has_value());
    const auto price = [&](const char* machine, const char* region, Purchase purchase, int term) {
        const auto* offer = sheet->one([&](const OfferRow& o) {
            return o.machine == machine && o.region == region && o.purchase == purchase
                   && o.termMonths == term;
        });
        return offer == nullptr ? std::string("none") : offer->components[0].amount.toText();
    };
    QCOMPARE(price("n2-standard-8", "europe-west4", Purchase::OnDemand, 0), std::string("0.427664"));
    QCOMPARE(price("n2-standard-8", "europe-west4", Purchase::Spot, 0), std::string("0.155472"));
    QCOMPARE(price("n2-standard-8", "europe-west4", Purchase::CommittedUse, 12), std::string("196.67368"));
    QCOMPARE(price("n2-standard-8", "europe-west4", Purchase::CommittedUse, 36), std::string("140.49288"));
    QCOMPARE(price("g2-standard-8", "us-central1", Purchase::OnDemand, 0), std::string("0.853624271"));
    // Committed use is published by the month; an hour of it is a 730th. The plain month of 249.818 holds the
    // sustained-use discount already and is no hourly price times 730.
    QCOMPARE(QString::number(196.67368 / 730.0, 'f', 6), QStringLiteral("0.269416"));
    QCOMPARE(QString::number(140.49288 / 730.0, 'f', 6), QStringLiteral("0.192456"));
    QVERIFY(sheet
                ->all([](const OfferRow& o) {
                    return o.machine == "n2-standard-8" && o.region == "europe-west4" && o.isMachinePrice
                           && o.purchase == Purchase::OnDemand
                           && o.components[0].amount.toText() == "249.818";
                })
                .empty());
    std::set<std::string> machines;
    for (const OfferRow* offer : sheet->all([](const OfferRow& o) { return !o.machine.empty(); })) {
        machines.emplace(offer->machine);
    }
    QCOMPARE(machines.size(), std::size_t{523}); // 531 less eight m4n types that have no price: not 0, none
    QVERIFY(std::ranges::none_of(machines, [](const std::string& name) { return name.starts_with("m4n-"); }));
}

void tst_SampleSheets::listsOfSmallerClouds()
{
    NEEDS_SAMPLES();
    const auto vultr = importFile(sample("low-cost/vultr-v2-plans.json"));
    QVERIFY(vultr->outcome.has_value());
    QCOMPARE(vultr->outcome->machines, 21U);
    const auto vc2 = vultr->all([](const OfferRow& o) { return o.machine == "vc2-4c-8gb"; });
    QVERIFY(!vc2.empty());
    QVERIFY(std::abs(effectiveHourly(*vc2.front()) - 0.054795) < 5e-7);

    const auto linode = importFile(sample("low-cost/linode-v4-types.json"));
    QVERIFY(linode->outcome.has_value());
    QCOMPARE(linode->outcome->offers, 28U);
    const auto* g6 = linode->one([](const OfferRow& o) { return o.machine == "g6-standard-2"; });
    QVERIFY(g6 != nullptr);
    QCOMPARE(amountOf(*g6, ComponentKind::Recurring), std::string("0.03"));
    QCOMPARE(amountOf(*g6, ComponentKind::MonthlyCap), std::string("20"));

    const auto ovh = importFile(sample("low-cost/ovh-public-cloud-catalog-excerpt-2026.json"));
    QVERIFY(ovh->outcome.has_value());
    const auto d24 = ovh->all([](const OfferRow& o) { return o.machine == "d2-4"; });
    QCOMPARE(d24.size(), std::size_t{2});
    for (const auto* offer : d24) {
        QCOMPARE(amountOf(*offer, ComponentKind::Recurring),
                 std::string(offer->components[0].unit == "month" ? "11.44" : "0.0206"));
        QVERIFY(offer->currency == "EUR");
    }

    const auto hetzner = importFile(sample("low-cost/eu-cloud-prices-hetzner-2026-08-17.json"));
    QVERIFY(hetzner->outcome.has_value());
    const auto* cax = hetzner->one([](const OfferRow& o) { return o.machine == "cax11"; });
    QVERIFY(cax != nullptr && cax->currency == "EUR" && cax->provider == "hetzner");
    QCOMPARE(amountOf(*cax, ComponentKind::Recurring), std::string("0.0124"));
    QCOMPARE(amountOf(*cax, ComponentKind::MonthlyCap), std::string("7.72"));
    const auto shape = std::ranges::find(hetzner->sink.machines(), "cax11", &MachineRow::name);
    QVERIFY(shape->vcpus == 2.0 && shape->memoryGib == 4.0 && shape->architecture == "arm64");
    const auto* ccx = hetzner->one([](const OfferRow& o) { return o.machine == "ccx13"; });
    QVERIFY(ccx != nullptr && amountOf(*ccx, ComponentKind::Recurring) == "0.0829");
}

void tst_SampleSheets::oracleTiersEndInInfinity()
{
    NEEDS_SAMPLES();
    const auto sheet = importFile(sample("oracle/prices-usd.json"));
    QVERIFY(sheet->outcome.has_value());
    QCOMPARE(sheet->outcome->rowsRead, 225U);
    const auto offer = [&](const char* part) {
        return sheet->one([&](const OfferRow& o) { return o.sku == part; });
    };
    QVERIFY(offer("B89734") != nullptr && offer("B89734")->components[0].amount.toText() == "2.95"
            && offer("B89734")->components[0].unit == "gpu-hour");
    QVERIFY(offer("B91961") != nullptr && offer("B91961")->components[0].amount.toText() == "0.0255"
            && offer("B91961")->components[0].unit == "gb-month");
    for (const auto& [part, limit, amount] :
         {std::tuple{"B91628", 10.0, "0.0255"}, std::tuple{"B88327", 10240.0, "0.0085"}}) {
        const auto* tiered = offer(part);
        QVERIFY(tiered != nullptr && tiered->components.size() == 2);
        QVERIFY(tiered->components[0].amount.isZero() && tiered->components[0].to->toDouble() == limit);
        QVERIFY(tiered->components[1].amount.toText() == amount && !tiered->components[1].to.has_value());
    }
}

void tst_SampleSheets::vantageRecordKeepsEveryWayOfBuying()
{
    NEEDS_SAMPLES();
    const auto sheet = importFile(sample("aws/instances-vantage-x2iedn.32xlarge-2026-07.json"));
    QVERIFY(sheet->outcome.has_value());
    QCOMPARE(sheet->sink.machines().size(), std::size_t{1});
    QVERIFY(sheet->sink.machines()[0].vcpus == 128.0 && sheet->sink.machines()[0].memoryGib == 4096.0);
    const auto price = [&](Purchase purchase, int term) {
        const auto* offer = sheet->one([&](const OfferRow& o) {
            return o.region == "us-east-1" && o.os == "linux" && o.software.empty() && o.tenancy == "shared"
                   && o.purchase == purchase && o.termMonths == term && o.payment == Payment::None
                   && o.offeringClass != "convertible";
        });
        return offer == nullptr ? std::string("none") : offer->components[0].amount.toText();
    };
    QCOMPARE(price(Purchase::OnDemand, 0), std::string("26.676"));
    QCOMPARE(price(Purchase::Reserved, 12), std::string("16.41374"));
    QCOMPARE(price(Purchase::Reserved, 36), std::string("8.55659"));
}

void tst_SampleSheets::flatListOfEc2Prices()
{
    NEEDS_SAMPLES();
    const auto sheet = importFile(sample("generic/aws-ec2-linux-ondemand-2025-11-04.json"));
    QVERIFY(sheet->outcome.has_value());
    QCOMPARE(sheet->outcome->rowsRead, 16900U);
    QCOMPARE(sheet->outcome->rejectedRows, 0U);
    const auto price = [&](const char* machine, const char* region) {
        const auto* offer =
            sheet->one([&](const OfferRow& o) { return o.machine == machine && o.region == region; });
        return offer == nullptr ? std::string("none") : offer->components[0].amount.toText();
    };
    QCOMPARE(price("m5.large", "us-east-1"), std::string("0.096"));
    QCOMPARE(price("m5.large", "eu-central-1"), std::string("0.115"));
    QCOMPARE(price("p5.48xlarge", "us-east-1"), std::string("55.04"));
    QVERIFY(!sheet->all([](const OfferRow& o) { return o.region == "eu-west-3"; }).empty()); // "eu-(paris)"
}

void tst_SampleSheets::focusBillIsObservedNotListed()
{
    NEEDS_SAMPLES();
    const auto sheet = importFile(sample("focus/focus-1.0-sample.csv"));
    QVERIFY(sheet->outcome.has_value());
    QCOMPARE(sheet->outcome->rowsRead, 1000U);
    const auto& summary = sheet->outcome->summary;
    const auto rounded = [&](const char* key) {
        return QString::number(QByteArray::fromStdString(summary.at(key)).toDouble(), 'f', 4);
    };
    QCOMPARE(rounded("billed_cost"), QStringLiteral("20.5202"));
    QCOMPARE(rounded("effective_cost"), QStringLiteral("14.9765"));
    QCOMPARE(summary.at("rows.AWS"), std::string("942"));
    QCOMPARE(summary.at("rows.Microsoft"), std::string("51"));
    QCOMPARE(summary.at("rows.Oracle"), std::string("7"));
    QCOMPARE(sheet->outcome->skipped.at("not-usage").count, 3U);
    const auto* sqs = sheet->one([](const OfferRow& o) {
        return o.rate == "G95FST5FTYV3JSRX.JRTCKXETXF.VXGXCWQKTY" && o.region == "us-west-2"
               && o.basis == PriceBasis::List;
    });
    QVERIFY(sqs != nullptr && sqs->components[0].unit == "request");
    QCOMPARE(sqs->components[0].amount.toText(), std::string("0.0000004"));
}

void tst_SampleSheets::unitBlocksAreMicrosofts()
{
    NEEDS_SAMPLES();
    std::uint64_t ignored = 0;
    CsvReader reader(std::make_unique<TextStream>(
                         std::move(*fileSource(sample("azure/finops-toolkit-PricingUnits.csv"))->open()),
                         Encoding::Utf8,
                         ignored),
                     {});
    CsvTextRow row;
    QVERIFY(reader.next(row).value_or(false));
    int units = 0;
    while (reader.next(row).value_or(false)) {
        const UnitOfMeasure unit = parseUnitOfMeasure(row.cells[0]);
        QVERIFY2(unit.block == model::parseDecimal(row.cells[2]).value(), std::string(row.cells[0]).c_str());
        ++units;
    }
    QVERIFY(units > 300);
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
    const auto sheet = importFile(sample(file.toStdString()));
    QVERIFY(!sheet->outcome.has_value());
    QCOMPARE(sheet->outcome.error().code, model::ErrorCode::UnsupportedFormat);
    QVERIFY2(sheet->outcome.error().message.find(format.toStdString()) != std::string::npos,
             sheet->outcome.error().message.c_str());
    QVERIFY(!sheet->outcome.error().hint.empty());
    QVERIFY(sheet->sink.offers().empty());
}

/// A sample that no test above reads is a gap in this file: new ones are found here.
void tst_SampleSheets::everySampleIsCovered()
{
    NEEDS_SAMPLES();
    constexpr std::size_t kTests = 16; // besides this one
    if (m_ran.size() <= kTests) {
        QSKIP("only some of the tests ran");
    }
    std::set<std::string> present;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(*m_folder)) {
        if (entry.is_regular_file() && entry.path().filename() != "README.md") {
            present.insert(std::filesystem::relative(entry.path(), *m_folder).generic_string());
        }
    }
    QVERIFY(!present.empty());
    for (const std::string& name : present) {
        QVERIFY2(m_covered.contains(name), (name + " is read by no test").c_str());
    }
    for (const std::string& name : m_covered) {
        QVERIFY2(present.contains(name), (name + " is not among the samples").c_str());
    }
}

QTEST_APPLESS_MAIN(tst_SampleSheets)
#include "tst_SampleSheets.moc"
