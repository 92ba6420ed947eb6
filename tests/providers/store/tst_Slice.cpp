// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/units/Quantity.h"
#include "providers/store/EmbeddedCatalogue.h"

#include <QtTest>

#include <algorithm>
#include <set>

using namespace wherewithal;
using namespace wherewithal::model;

namespace {

CatalogueSlice sliceOf(const Plan& plan)
{
    auto store = providers::openCatalogue();
    if (!store) {
        qFatal("%s", text(store.error()).c_str());
    }
    auto slice = store->slice(plan);
    if (!slice) {
        qFatal("%s", text(slice.error()).c_str());
    }
    return *slice;
}

Plan planOf(const CandidateQuery& query)
{
    Plan plan;
    plan.queries = {query};
    return plan;
}

/// "Any machine with >= 80 GiB of accelerator memory in Europe", the question of the brief.
Plan bigAcceleratorsInEurope()
{
    CandidateQuery query;
    query.continents = {"Europe"};
    query.minAcceleratorMemoryBytes = 80.0 * kGib;
    return planOf(query);
}

Plan namedPlan(OptionKind kind, const char* provider, const char* region, const char* machine)
{
    Plan plan;
    Candidate candidate;
    candidate.kind = kind;
    candidate.provider = ProviderId{provider};
    candidate.region = RegionId{region};
    candidate.machine = MachineId{machine};
    plan.candidates = {candidate};
    return plan;
}

const Price*
priceOf(const CatalogueSlice& slice, const char* machine, const char* region, Purchase purchase, int term = 0)
{
    const auto price = std::ranges::find_if(slice.prices, [&](const Price& row) {
        return row.machine.text() == machine && row.region.text() == region && row.purchase == purchase
               && row.termMonths == term;
    });
    return price == slice.prices.end() ? nullptr : &*price;
}

} // namespace

class TestSlice : public QObject
{
    Q_OBJECT

private slots:
    void opensTheEmbeddedCatalogueAndAnswersQuickly();
    void findsEveryMachineThatAnswersTheQuery();
    void leavesSpotOutUnlessAskedFor();
    void keepsTheCheapestRegionOfEachCountry();
    void keepsEveryWayOfBuyingForANamedCandidate();
    void namesTheHostOfALayer();
    void knowsProvidersOfTokenApis();
    void keepsNativeCurrencyAndMonthlyCap();
    void knowsAPlatformsMonthlyPrice();
    void turnsDataSheetUnitsIntoBytesAndFlops();
    void computesProcessorPeaks();
    void readsGraduatedEgress();
    void readsSupportBands();
    void readsLimitsAndConnectionRules();
    void readsServersAndSites();
    void convertsElectricityToDollarsByTheDatedRate();
    void readsQuestionsEvidenceAndLifecycles();
    void isSortedAndTheSameTwice();
    void everyFactHasASource();
    void anEmptyPlanNeedsNoPrices();
};

void TestSlice::opensTheEmbeddedCatalogueAndAnswersQuickly()
{
    const Plan plan = bigAcceleratorsInEurope();
    static_cast<void>(sliceOf(plan)); // warm
    QElapsedTimer timer;
    timer.start();
    const CatalogueSlice slice = sliceOf(plan);
    const double milliseconds = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    qInfo("open and slice: %.1f ms, %zu machines, %zu prices",
          milliseconds,
          slice.machines.size(),
          slice.prices.size());
    // The bar is 40 ms in a release build; sanitizers and busy machines get room.
    QVERIFY2(milliseconds < 400.0, "opening and slicing took far too long");
}

void TestSlice::findsEveryMachineThatAnswersTheQuery()
{
    const CatalogueSlice slice = sliceOf(bigAcceleratorsInEurope());
    std::set<std::string> providers;
    for (const Machine& machine : slice.machines) {
        QVERIFY2(machine.acceleratorCount * machine.acceleratorMemoryBytesEach.value_or(0.0) >= 80.0 * kGib,
                 machine.id.text().c_str());
        providers.insert(machine.provider.text());
    }
    for (const Price& price : slice.prices) {
        QCOMPARE(slice.findRegion(price.provider, price.region)->continent, std::string("Europe"));
    }
    QVERIFY(slice.findMachine(ProviderId{"aws"}, MachineId{"p5.48xlarge"}) != nullptr);
    QVERIFY(providers.contains("azure") && providers.contains("gcp") && providers.contains("lambda"));
    QVERIFY(slice.findMachine(ProviderId{"aws"}, MachineId{"g5.xlarge"}) == nullptr); // 24 GiB
}

void TestSlice::leavesSpotOutUnlessAskedFor()
{
    CandidateQuery query;
    query.providers = {ProviderId{"gcp"}};
    query.minAcceleratorCount = 8;
    const auto isSpot = [](const Price& price) {
        return price.purchase == Purchase::Spot;
    };
    QVERIFY(std::ranges::none_of(sliceOf(planOf(query)).prices, isSpot));
    query.purchases = {Purchase::Spot};
    const CatalogueSlice spot = sliceOf(planOf(query));
    QVERIFY(!spot.prices.empty());
    QVERIFY(std::ranges::all_of(spot.prices, isSpot));
}

void TestSlice::keepsTheCheapestRegionOfEachCountry()
{
    CandidateQuery query;
    query.providers = {ProviderId{"aws"}};
    query.categories = {"general"};
    query.maxVcpus = 2;
    query.purchases = {Purchase::OnDemand};
    const CatalogueSlice slice = sliceOf(planOf(query));
    std::set<std::pair<std::string, std::string>> seen;
    for (const Price& price : slice.prices) {
        const Region* region = slice.findRegion(price.provider, price.region);
        QVERIFY2(seen.emplace(price.machine.text(), region->country).second, price.machine.text().c_str());
    }
    QVERIFY(priceOf(slice, "m5.large", "us-east-1", Purchase::OnDemand)
            != nullptr); // cheapest of the US, first by name
}

void TestSlice::keepsEveryWayOfBuyingForANamedCandidate()
{
    // us-central1: 3.673385 on demand, 2.314207 and 1.285708 committed, 1.92802 spot (gcosts, 2026-07-30)
    const CatalogueSlice slice =
        sliceOf(namedPlan(OptionKind::Machine, "gcp", "us-central1", "a2-highgpu-1g"));
    QCOMPARE(slice.machines.size(), 1U);
    QCOMPARE(slice.prices.size(), 4U);
    QCOMPARE(priceOf(slice, "a2-highgpu-1g", "us-central1", Purchase::OnDemand)->amount.toText(),
             std::string("3.673385"));
    QCOMPARE(priceOf(slice, "a2-highgpu-1g", "us-central1", Purchase::CommittedUse, 12)->amount.toText(),
             std::string("2.314207"));
    QCOMPARE(priceOf(slice, "a2-highgpu-1g", "us-central1", Purchase::CommittedUse, 36)->amount.toText(),
             std::string("1.285708"));
    QCOMPARE(priceOf(slice, "a2-highgpu-1g", "us-central1", Purchase::Spot)->amount.toText(),
             std::string("1.92802"));
    QCOMPARE(slice.prices.front().effectiveFrom, std::string("2026-07-30"));
    QCOMPARE(slice.prices.front().sheet, std::string("shipped"));
}

void TestSlice::namesTheHostOfALayer()
{
    Plan plan = namedPlan(OptionKind::Layer, "aws", "eu-central-1", "g6e.12xlarge");
    plan.candidates.front().layer = ProviderId{"datatron"};
    const CatalogueSlice slice = sliceOf(plan);
    QVERIFY(slice.findProvider(ProviderId{"datatron"}) != nullptr);
    QVERIFY(std::ranges::any_of(slice.evidence,
                                [](const Evidence& row) { return row.provider.text() == "datatron"; }));
    QVERIFY(priceOf(slice, "g6e.12xlarge", "eu-central-1", Purchase::OnDemand) != nullptr);
}

void TestSlice::knowsProvidersOfTokenApis()
{
    Plan plan = namedPlan(OptionKind::TokenApi, "groq", "", "");
    plan.candidates.front().tokenModel = "qwen/qwen3-32b";
    const CatalogueSlice slice = sliceOf(plan);
    const auto price =
        std::ranges::find(slice.tokenPrices, std::string("qwen/qwen3-32b"), &TokenPrice::model);
    QVERIFY(price != slice.tokenPrices.end());
    QCOMPARE(price->inputPerMillion.toText(), std::string("0.29")); // genai-prices, checked 2025-08-12
    QCOMPARE(price->outputPerMillion.toText(), std::string("0.59"));
    QCOMPARE(price->source.date, std::string("2025-08-12"));
}

void TestSlice::keepsNativeCurrencyAndMonthlyCap()
{
    const CatalogueSlice slice = sliceOf(namedPlan(OptionKind::Machine, "hetzner", "eu", "ccx13"));
    QCOMPARE(slice.prices.size(), 1U);
    QCOMPARE(slice.prices.front().currency.code(), std::string("EUR"));
    QCOMPARE(slice.prices.front().amount.toText(), std::string("0.0689"));
    QCOMPARE(slice.prices.front().monthlyMaximum->toText(), std::string("42.99"));
    QCOMPARE(*slice.exchangeRate(Currency::eur(), Currency::usd()), 1.1133); // the newest rate, of 2026-10-28
}

void TestSlice::knowsAPlatformsMonthlyPrice()
{
    const CatalogueSlice slice = sliceOf(namedPlan(OptionKind::Platform, "heroku", "us", "performance-l"));
    const Price* price = priceOf(slice, "performance-l", "us", Purchase::Platform);
    QVERIFY(price != nullptr);
    QCOMPARE(price->amount.toText(), std::string("500"));
    QCOMPARE(static_cast<int>(price->period), static_cast<int>(PricePeriod::Month));
    QVERIFY(!slice.machines.front().vcpus); // Heroku publishes shares
}

void TestSlice::turnsDataSheetUnitsIntoBytesAndFlops()
{
    const CatalogueSlice slice = sliceOf(Plan{});
    const Accelerator* device = slice.findAccelerator(AcceleratorId{"h100-sxm"});
    QVERIFY(device != nullptr);
    QCOMPARE(*device->peakFlopsPerSecond(Precision::Bf16), 989e12);
    QCOMPARE(*device->memoryBytes, 80.0 * kGib);
    QCOMPARE(*device->memoryBytesPerSecond, 3350e9);
    QCOMPARE(*device->linkBytesPerSecond, 450e9);
    QVERIFY(!device->fp4FlopsPerSecond); // unpublished is unknown
}

void TestSlice::computesProcessorPeaks()
{
    const CatalogueSlice slice = sliceOf(Plan{});
    const Accelerator* cpu = slice.findAccelerator(AcceleratorId{"graviton3"});
    QVERIFY(cpu != nullptr);
    QCOMPARE(cpu->kind, std::string("cpu"));
    QVERIFY(std::abs(*cpu->bf16FlopsPerSecond - 64 * 2.6e9 * 128)
            < 1e3); // cores x clock x operations per cycle
}

void TestSlice::readsGraduatedEgress()
{
    const CatalogueSlice slice = sliceOf(namedPlan(OptionKind::Machine, "aws", "us-east-1", "m5.large"));
    const auto egress = std::ranges::find_if(slice.services, [](const ServicePrice& row) {
        return row.service == "egress-internet" && row.region.text() == "us-east-1";
    });
    QVERIFY(egress != slice.services.end());
    QCOMPARE(egress->tiers.size(), 5U);
    QVERIFY(egress->tiers.front().amount.isZero());
    QCOMPARE(*egress->tiers.front().to, 100.0);
    QCOMPARE(egress->tiers[1].amount.toText(), std::string("0.09"));
    QVERIFY(!egress->tiers.back().to);
    QVERIFY(egress->isStandard);
}

void TestSlice::readsSupportBands()
{
    // 2,000,000 USD a month on Enterprise cost 94,500 (worked example of the source)
    const CatalogueSlice slice = sliceOf(namedPlan(OptionKind::Machine, "aws", "us-east-1", "m5.large"));
    const auto plan = std::ranges::find(slice.supportPlans, std::string("enterprise"), &SupportPlan::plan);
    QVERIFY(plan != slice.supportPlans.end());
    double fee = 0.0;
    for (const SupportPlan::Band& band : plan->bands) {
        fee += band.rateFraction * (std::min(2e6, band.to.value_or(2e6)) - band.from);
    }
    QVERIFY(std::abs(fee - 94500.0) < 1e-6);
    QCOMPARE(plan->minimumPerMonth, 15000.0);
}

void TestSlice::readsLimitsAndConnectionRules()
{
    const CatalogueSlice slice = sliceOf(namedPlan(OptionKind::Platform, "heroku", "us", "standard-1x"));
    const auto timeout =
        std::ranges::find(slice.limits, std::string("router-first-byte-timeout"), &ProviderLimit::key);
    QVERIFY(timeout != slice.limits.end());
    QCOMPARE(*timeout->value, 30.0);
    QVERIFY(timeout->isHard && timeout->isVerified && !timeout->isRaisable);
    const CatalogueSlice aws = sliceOf(namedPlan(OptionKind::Machine, "aws", "us-east-1", "m5.large"));
    const auto rule =
        std::ranges::find(aws.limits, std::string("database-bytes-per-connection"), &ProviderLimit::key);
    QVERIFY(rule != aws.limits.end());
    QCOMPARE(*rule->value, 9531392.0);
}

void TestSlice::readsServersAndSites()
{
    const CatalogueSlice slice = sliceOf(Plan{});
    const ServerBuild* server = slice.findServer(ServerBuildId{"hgx-h100-x8"});
    QVERIFY(server != nullptr);
    QCOMPARE(*server->price.low, 250141.8);
    QCOMPARE(*server->price.typical, 310000.0);
    QCOMPARE(*server->price.high, 833806.0);
    QVERIFY(!server->powerWatts.low); // idle power was not sourced
    QCOMPARE(*server->powerWatts.high, 10200.0);
    QCOMPARE(*server->maintenanceFractionPerYear, 0.12);
    const Site* site = slice.findSite(SiteId{"us-virginia"});
    QVERIFY(site != nullptr);
    QCOMPARE(*site->electricityPerKwh.low, 0.0892);
    QVERIFY(site->gramsCo2PerKwh && *site->gramsCo2PerKwh > 100.0);
    QVERIFY(!slice.residuals.empty());
}

void TestSlice::convertsElectricityToDollarsByTheDatedRate()
{
    const CatalogueSlice slice = sliceOf(Plan{});
    const Site* site = slice.findSite(SiteId{"de"});
    QVERIFY(site != nullptr);
    QVERIFY(std::abs(*site->electricityPerKwh.typical - 0.233 * 1.1133) < 1e-9);
    QVERIFY(site->electricityPerKwh.basis.find("EUR") != std::string::npos);
}

void TestSlice::readsQuestionsEvidenceAndLifecycles()
{
    const CatalogueSlice slice = sliceOf(namedPlan(OptionKind::Machine, "aws", "us-east-1", "m5.large"));
    QCOMPARE(slice.questions.size(), 84U);
    const auto evidence =
        std::ranges::find(slice.evidence, EvidenceId{"aws.cloudtrail.audit.retention"}, &Evidence::id);
    QVERIFY(evidence != slice.evidence.end());
    QCOMPARE(*evidence->value, 90.0); // days
    QVERIFY(!evidence->source.url.empty());
    const auto rhel = std::ranges::find_if(
        slice.lifecycles, [](const Lifecycle& row) { return row.product == "rhel" && row.cycle == "7"; });
    QVERIFY(rhel != slice.lifecycles.end());
    QCOMPARE(rhel->endOfSupport, std::string("2024-06-30"));
}

void TestSlice::isSortedAndTheSameTwice()
{
    const Plan plan = bigAcceleratorsInEurope();
    const CatalogueSlice slice = sliceOf(plan);
    QVERIFY(slice == sliceOf(plan));
    QVERIFY(std::ranges::is_sorted(
        slice.machines, {}, [](const Machine& row) { return std::tie(row.provider, row.id); }));
    QVERIFY(std::ranges::is_sorted(slice.evidence, {}, &Evidence::id));
    QCOMPARE(slice.hash.size(), 16U);
    QCOMPARE(slice.asOf, std::string("2026-11-09"));
}

void TestSlice::everyFactHasASource()
{
    Plan plan = bigAcceleratorsInEurope();
    plan.queries.front().continents.clear();
    const CatalogueSlice slice = sliceOf(plan);
    for (const Machine& row : slice.machines) {
        QVERIFY2(!row.source.isEmpty(), row.id.text().c_str());
    }
    for (const Price& row : slice.prices) {
        QVERIFY2(!row.source.isEmpty(), row.machine.text().c_str());
    }
    for (const ServicePrice& row : slice.services) {
        QVERIFY2(!row.source.isEmpty(), row.item.c_str());
    }
    for (const Accelerator& row : slice.accelerators) {
        QVERIFY2(!row.source.isEmpty(), row.id.text().c_str());
    }
}

void TestSlice::anEmptyPlanNeedsNoPrices()
{
    const CatalogueSlice slice = sliceOf(Plan{});
    QVERIFY(slice.machines.empty() && slice.prices.empty());
    QVERIFY(!slice.providers.empty() && !slice.servers.empty() && !slice.sites.empty());
}

QTEST_APPLESS_MAIN(TestSlice)
#include "tst_Slice.moc"
