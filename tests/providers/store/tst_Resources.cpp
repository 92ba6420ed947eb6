// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/units/Quantity.h"
#include "providers/store/CatalogueBuilder.h"
#include "providers/store/CatalogueSchema.h"
#include "providers/store/CsvTable.h"
#include "providers/store/EmbeddedCatalogue.h"

#include <QDirIterator>
#include <QtTest>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

using namespace wherewithal;
using namespace wherewithal::model;
using namespace wherewithal::providers;

namespace {

QString folder()
{
    return QStringLiteral(WHEREWITHAL_SOURCE_DIR "/resources/catalogues");
}

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("cannot read %s", qPrintable(path));
    }
    return file.readAll();
}

CsvTable tableOf(const char* name)
{
    auto table =
        parseCsvTable(bytesOf(folder() + QLatin1Char('/') + QLatin1String(name)).toStdString(), name);
    if (!table) {
        qFatal("%s", text(table.error()).c_str());
    }
    return *table;
}

std::size_t columnOf(const CsvTable& table, const char* name)
{
    return static_cast<std::size_t>(std::ranges::find(table.header, name) - table.header.begin());
}

const std::vector<PriceRow>& allPrices()
{
    static const std::vector<PriceRow> rows = [] {
        PriceFilter filter;
        filter.service = "compute";
        auto listed = openCatalogue()->listPrices(filter);
        if (!listed) {
            qFatal("%s", text(listed.error()).c_str());
        }
        return *listed;
    }();
    return rows;
}

std::string nameOf(const PriceRow& row)
{
    return row.provider + "/" + row.region + "/" + row.machine + " " + std::string(name(row.purchase));
}

/// Machines of all providers: a query that asks nothing finds them all.
const CatalogueSlice& everything()
{
    static const CatalogueSlice slice = [] {
        Plan plan;
        plan.queries.emplace_back();
        plan.queries.back().purchases = {Purchase::OnDemand, Purchase::Platform};
        return *openCatalogue()->slice(plan);
    }();
    return slice;
}

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}

} // namespace

class TestResources : public QObject
{
    Q_OBJECT

private slots:
    void keepTheSchema();
    void areTheOnesInsideTheProgram();
    void areSmallPlainTextFiles();
    void haveNoUnusedSource();
    void takeNothingUnderShareAlike();
    void nameEveryProvider_data();
    void nameEveryProvider();
    void haveAPriceForEveryMachineOrSayNothing();
    void haveNoCommitmentOrSpotAboveOnDemand();
    void haveNoOutlierWithinAFamily();
    void pricesLieInAPlausibleRange();
    void currenciesHaveADatedRate();
    void oldPricesLookStale();
    void tiersJoinWithoutGaps();
    void acceleratorsAreConsistent();
    void everyMachineDeviceWithFactsHasItsMemory();
    void evidenceSpeaksOfItsQuestion();
    void sourcedEvidenceHasAnAddress();
    void lifecyclesEndAfterTheyBegin();
    void aFewFactsAreWhatTheSourceSays_data();
    void aFewFactsAreWhatTheSourceSays();
};

void TestResources::keepTheSchema()
{
    const BuildOutcome outcome = checkCatalogue(folder().toStdString());
    for (const Error& error : outcome.errors) {
        qWarning("%s", text(error).c_str());
    }
    QVERIFY(outcome.errors.empty());
    QVERIFY(outcome.rows > 30000);
}

void TestResources::areTheOnesInsideTheProgram()
{
    QCOMPARE(openCatalogue()->info()->hash, checkCatalogue(folder().toStdString()).hash);
}

void TestResources::areSmallPlainTextFiles()
{
    QDirIterator files(folder(), {QStringLiteral("*.csv")}, QDir::Files, QDirIterator::Subdirectories);
    int count = 0;
    while (files.hasNext()) {
        const QString path = files.next();
        const QByteArray bytes = bytesOf(path);
        QVERIFY2(bytes.size() < 1024 * 1024, qPrintable(path));
        QVERIFY2(bytes.endsWith('\n') && !bytes.contains('\r') && !bytes.contains('\t'), qPrintable(path));
        QVERIFY2(QString::fromUtf8(bytes).toUtf8() == bytes, qPrintable(path));
        ++count;
    }
    QVERIFY(count > 40);
}

void TestResources::haveNoUnusedSource()
{
    const CsvTable sources = tableOf("sources.csv");
    QByteArray all;
    QDirIterator files(folder(), {QStringLiteral("*.csv")}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        if (!path.endsWith(QLatin1String("/sources.csv"))) {
            all += bytesOf(path);
        }
    }
    for (const CsvTable::Row& row : sources.rows) {
        QVERIFY2(all.contains(QByteArray::fromStdString(row.cells.front())), row.cells.front().c_str());
    }
}

void TestResources::takeNothingUnderShareAlike()
{
    const CsvTable sources = tableOf("sources.csv");
    const std::size_t licence = columnOf(sources, "licence");
    for (const CsvTable::Row& row : sources.rows) {
        QVERIFY2(row.cells[licence].find("-SA") == std::string::npos, row.cells.front().c_str());
    }
}

void TestResources::nameEveryProvider_data()
{
    QTest::addColumn<QByteArray>("provider");
    QTest::addColumn<bool>("hasMachines");
    for (const char* id : {"aws",
                           "azure",
                           "gcp",
                           "heroku",
                           "digitalocean",
                           "hetzner",
                           "ovhcloud",
                           "lambda",
                           "runpod",
                           "coreweave",
                           "linode",
                           "vultr"}) {
        QTest::addRow("%s", id) << QByteArray(id) << true;
    }
    for (const char* id : {"datatron",
                           "self-hosted",
                           "openai",
                           "anthropic",
                           "google",
                           "mistral",
                           "groq",
                           "together",
                           "fireworks"}) {
        QTest::addRow("%s", id) << QByteArray(id) << false;
    }
}

void TestResources::nameEveryProvider()
{
    QFETCH(QByteArray, provider);
    QFETCH(bool, hasMachines);
    const CatalogueSlice& slice = everything();
    QVERIFY(slice.findProvider(ProviderId{provider.toStdString()}) != nullptr);
    const auto isSold = std::ranges::any_of(
        slice.machines, [&](const Machine& row) { return row.provider.text() == provider.toStdString(); });
    QCOMPARE(isSold, hasMachines);
}

void TestResources::haveAPriceForEveryMachineOrSayNothing()
{
    std::set<std::pair<std::string, std::string>> priced;
    for (const PriceRow& row : allPrices()) {
        priced.emplace(row.provider, row.machine);
    }
    std::size_t without = 0;
    for (const Machine& machine : everything().machines) {
        without += priced.contains({machine.provider.text(), machine.id.text()}) ? 0U : 1U;
    }
    QCOMPARE(without, 0U); // a slice holds no machine that cannot be bought
}

void TestResources::haveNoCommitmentOrSpotAboveOnDemand()
{
    std::map<std::tuple<std::string, std::string, std::string>, double> onDemand;
    const auto& rows = allPrices();
    const auto place = [](const PriceRow& row) {
        return std::tuple(row.provider, row.machine, row.region);
    };
    for (const PriceRow& row : rows) {
        if (row.purchase == Purchase::OnDemand) {
            onDemand[place(row)] = *effectiveHourly(row);
        }
    }
    int compared = 0;
    for (const PriceRow& row : rows) {
        const auto base = onDemand.find(place(row));
        if (row.purchase == Purchase::OnDemand || base == onDemand.end()) {
            continue;
        }
        QVERIFY2(*effectiveHourly(row) <= base->second, nameOf(row).c_str());
        ++compared;
    }
    QVERIFY(compared > 10000);
}

void TestResources::haveNoOutlierWithinAFamily()
{
    // Both per vCPU and per GiB far from the family's median in the same region and the same direction: a
    // slip of the pen. Burstable sizes are priced by credits and left out.
    constexpr double kFarOff = 2.5;
    const CatalogueSlice& slice = everything();
    std::map<std::tuple<std::string, std::string, std::string>,
             std::vector<std::tuple<double, double, std::string>>>
        families;
    for (const Price& price : slice.prices) {
        const Machine* machine = slice.findMachine(price.provider, price.machine);
        if (price.purchase == Purchase::OnDemand && machine->vcpus && machine->memoryBytes
            && !machine->hasAccelerator() && machine->category != "burstable") {
            families[{price.provider.text(), machine->family, price.region.text()}].emplace_back(
                price.amount.toDouble() / *machine->vcpus,
                price.amount.toDouble() / *machine->memoryBytes,
                machine->id.text());
        }
    }
    for (const auto& [key, members] : families) {
        std::vector<double> perVcpu;
        std::vector<double> perByte;
        for (const auto& [cpu, byte, id] : members) {
            perVcpu.push_back(cpu);
            perByte.push_back(byte);
        }
        for (const auto& [cpu, byte, id] : members) {
            const double a = cpu / median(perVcpu);
            const double b = byte / median(perByte);
            QVERIFY2(!(a > kFarOff && b > kFarOff) && !(a < 1.0 / kFarOff && b < 1.0 / kFarOff), id.c_str());
        }
    }
    QVERIFY(families.size() > 200);
}

void TestResources::pricesLieInAPlausibleRange()
{
    for (const PriceRow& row : allPrices()) {
        const double hourly = *effectiveHourly(row);
        QVERIFY2(hourly > 0.0003 && hourly < 500.0, nameOf(row).c_str());
        QVERIFY2(!row.monthlyMaximum
                     || row.monthlyMaximum->toDouble() <= row.amount.toDouble() * 744.0 + 0.01,
                 nameOf(row).c_str());
    }
}

void TestResources::currenciesHaveADatedRate()
{
    const CatalogueSlice& slice = everything();
    for (const Price& price : slice.prices) {
        QVERIFY2(slice.exchangeRate(price.currency, Currency::usd()), price.currency.code().c_str());
    }
    for (const ExchangeRate& rate : slice.exchangeRates) {
        QVERIFY(parseDay(rate.date).has_value());
    }
}

void TestResources::oldPricesLookStale()
{
    const Day today{.year = 2026, .month = 11, .day = 22};
    std::map<std::string, int> fresh;
    for (const PriceRow& row : allPrices()) {
        const bool isOld = isStale(row.effectiveFrom, today);
        if (row.provider == "linode" || row.provider == "vultr"
            || (row.provider == "aws" && row.purchase == Purchase::Spot)) {
            QVERIFY2(isOld, nameOf(row).c_str());
        }
        fresh[row.provider] += isOld ? 0 : 1;
    }
    for (const char* provider :
         {"aws", "azure", "gcp", "heroku", "hetzner", "ovhcloud", "runpod", "coreweave", "lambda"}) {
        QVERIFY2(fresh[provider] > 0, provider);
    }
}

void TestResources::tiersJoinWithoutGaps()
{
    for (const ServicePrice& service : everything().services) {
        for (std::size_t i = 0; i < service.tiers.size(); ++i) {
            const bool isLast = i + 1 == service.tiers.size();
            QVERIFY2(isLast ? !service.tiers[i].to : service.tiers[i].to == service.tiers[i + 1].from,
                     service.item.c_str());
        }
        QCOMPARE(service.tiers.front().from, 0.0);
    }
}

void TestResources::acceleratorsAreConsistent()
{
    for (const Accelerator& row : everything().accelerators) {
        if (row.kind != "cpu") {
            QVERIFY2(row.bf16FlopsPerSecond && row.memoryBytes && row.memoryBytesPerSecond,
                     row.id.text().c_str());
            QVERIFY2(*row.memoryBytesPerSecond > 2e11 && *row.memoryBytesPerSecond < 2e13,
                     row.id.text().c_str());
        }
        QVERIFY2(!row.fp8FlopsPerSecond || *row.fp8FlopsPerSecond >= *row.bf16FlopsPerSecond,
                 row.id.text().c_str());
        QVERIFY2(!row.checked.empty(), row.id.text().c_str());
    }
}

void TestResources::everyMachineDeviceWithFactsHasItsMemory()
{
    const CatalogueSlice& slice = everything();
    for (const Machine& machine : slice.machines) {
        if (machine.accelerator.isEmpty()) {
            continue;
        }
        const Accelerator* device = slice.findAccelerator(machine.accelerator);
        QVERIFY2(device != nullptr, machine.id.text().c_str());
        const double ratio = machine.acceleratorMemoryBytesEach.value_or(0.0) / *device->memoryBytes;
        QVERIFY2(ratio > 0.9 && ratio < 1.1,
                 machine.id.text().c_str()); // providers give usable or marketed GiB
    }
}

void TestResources::evidenceSpeaksOfItsQuestion()
{
    const CatalogueSlice& slice = everything();
    std::map<std::string, const Question*> questions;
    for (const Question& question : slice.questions) {
        questions[question.id.text()] = &question;
    }
    for (const Evidence& row : slice.evidence) {
        const Question* question = questions[row.question.text()];
        QVERIFY(question != nullptr);
        QCOMPARE(static_cast<int>(row.criterion), static_cast<int>(question->criterion));
        QVERIFY2(!row.value || !question->unit.empty(), row.id.text().c_str());
        QVERIFY2(row.finding.size() < 300, row.id.text().c_str());
    }
}

void TestResources::sourcedEvidenceHasAnAddress()
{
    const CatalogueSlice& slice = everything();
    QVERIFY(slice.evidence.size() > 500);
    for (const Evidence& row : slice.evidence) {
        const bool isSourced = row.confidence == Confidence::Document || row.confidence == Confidence::Mirror
                               || row.confidence == Confidence::Secondary;
        QVERIFY2(isSourced == !row.source.url.empty(), row.id.text().c_str());
    }
}

void TestResources::lifecyclesEndAfterTheyBegin()
{
    for (const Lifecycle& row : everything().lifecycles) {
        QVERIFY2(row.endOfSupport.empty() || row.released < row.endOfSupport, row.product.c_str());
        QVERIFY2(row.extendedSupportUntil.empty() || row.endOfSupport <= row.extendedSupportUntil,
                 (row.product + row.cycle).c_str());
    }
}

void TestResources::aFewFactsAreWhatTheSourceSays_data()
{
    QTest::addColumn<QByteArray>("provider");
    QTest::addColumn<QByteArray>("region");
    QTest::addColumn<QByteArray>("machine");
    QTest::addColumn<int>("purchase");
    QTest::addColumn<int>("term");
    QTest::addColumn<QByteArray>("amount");
    const auto fact = [](const char* provider,
                         const char* region,
                         const char* machine,
                         Purchase purchase,
                         int term,
                         const char* amount) {
        QTest::addRow("%s %s %s %d", provider, region, machine, term)
            << QByteArray(provider) << QByteArray(region) << QByteArray(machine) << static_cast<int>(purchase)
            << term << QByteArray(amount);
    };
    fact("aws", "us-east-1", "m5.large", Purchase::OnDemand, 0, "0.096"); // never the Dedicated 0.102
    fact("azure", "westeurope", "Standard_D4s_v5", Purchase::OnDemand, 0, "0.23"); // never the Windows 0.414
    fact("azure", "westeurope", "Standard_D4s_v5", Purchase::Spot, 0, "0.042504");
    fact(
        "azure", "westeurope", "Standard_NCC40ads_H100_v5", Purchase::OnDemand, 0, "8.9"); // 10.74 is Windows
    fact("azure", "eastus", "Standard_D4ds_v5", Purchase::Reserved, 12, "0.133333");       // 1168 / 8760
    fact("gcp", "us-central1", "a2-highgpu-1g", Purchase::OnDemand, 0, "3.673385");
    fact("runpod", "global", "pod-a100-pcie-secure", Purchase::OnDemand, 0, "1.79"); // newer than 1.39
    fact("coreweave", "north-america", "hgx-h100", Purchase::OnDemand, 0, "49.24");
    fact("hetzner",
         "eu",
         "ccx13",
         Purchase::OnDemand,
         0,
         "0.0689"); // 42.99 / 624, net: some lists have 0.0829 with VAT
    fact("ovhcloud", "eu", "b2-30", Purchase::OnDemand, 0, "0.2715"); // EUR
}

void TestResources::aFewFactsAreWhatTheSourceSays()
{
    QFETCH(QByteArray, provider);
    QFETCH(QByteArray, region);
    QFETCH(QByteArray, machine);
    QFETCH(int, purchase);
    QFETCH(int, term);
    QFETCH(QByteArray, amount);
    PriceFilter filter;
    filter.provider = provider.toStdString();
    filter.region = region.toStdString();
    filter.machine = machine.toStdString();
    filter.purchase = static_cast<Purchase>(purchase);
    auto rows = *openCatalogue()->listPrices(filter);
    std::erase_if(rows, [&](const PriceRow& row) { return row.termMonths != term; });
    QCOMPARE(rows.size(), 1U);
    QCOMPARE(rows.front().amount.toText(), amount.toStdString());
}

QTEST_APPLESS_MAIN(TestResources)
#include "tst_Resources.moc"
