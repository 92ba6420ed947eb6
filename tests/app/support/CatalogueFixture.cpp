// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/support/CatalogueFixture.h"

#include "app/session/PriceExport.h"

#include <array>
#include <chrono>
#include <cmath>
#include <string>
#include <thread>

namespace wherewithal::fixture {

using namespace model;
using namespace app;
using providers::PriceIndex;

namespace {

using IndexPtr = std::shared_ptr<const PriceIndex>;

/// The line of a row from what the index knows: amounts at six decimals.
PriceLine lineOf(const PriceIndex& index, PriceIndex::Row row)
{
    const providers::ProductFacts& product = index.product(row);
    const providers::WayFacts& way = index.way(row);
    PriceLine line;
    line.place = index.place(row);
    line.listed.row = row;
    line.listed.product = product;
    line.listed.hourlyUsd = index.price(row);
    line.listed.eachUsd = index.priceEach(row);
    providers::PriceRow& price = line.listed.price;
    price.provider = product.provider;
    price.service = product.service;
    price.machine = product.machine;
    price.region = line.place.region;
    price.os = way.os;
    price.tenancy = way.tenancy;
    price.isMachinePrice = way.isMachinePrice;
    price.purchase = way.purchase;
    price.termMonths = way.termMonths;
    price.payment = way.payment;
    price.unit = way.unit;
    price.sheet = way.sheet;
    price.amount = Decimal(std::llround(index.price(row).value_or(0.0) * 1e6), -6);
    price.effectiveFrom = row % 5 == 0 ? "2025-11-04" : "2026-08-01";
    price.source = {.title = "Price list", .url = "https://example.org/prices", .date = "2026-08-01"};
    return line;
}

class FixtureResult final : public PriceResult
{
public:
    FixtureResult(IndexPtr index, providers::PriceMatches matches)
        : m_index(std::move(index))
        , m_matches(std::move(matches))
    {}

    [[nodiscard]] std::size_t size() const override { return m_matches.size(); }
    [[nodiscard]] Result<std::vector<PriceLine>> lines(std::size_t first, std::size_t count) const override
    {
        std::vector<PriceLine> lines;
        for (const PriceIndex::Row row : m_index->window(m_matches, first, count)) {
            lines.push_back(lineOf(*m_index, row));
        }
        return lines;
    }
    [[nodiscard]] Result<PriceDetail> detail(const PriceLine& line) const override
    {
        PriceDetail detail{.line = line, .history = {}, .otherWays = {}, .origin = {}};
        const double now = comparablePrice(line.price());
        detail.history = {{.from = {2024, 6, 1}, .price = 1.4 * now, .sheet = "first"},
                          {.from = {2025, 3, 1}, .price = 1.2 * now, .sheet = "second"},
                          {.from = {2026, 8, 1}, .price = now, .sheet = line.price().sheet}};
        for (const PriceIndex::Row row : m_index->otherWays(line.listed.row)) {
            detail.otherWays.push_back(lineOf(*m_index, row));
        }
        detail.origin.sheet.name = line.price().sheet;
        detail.origin.sheet.format = "azure-retail";
        detail.origin.sheet.fileName = "prices.json";
        detail.origin.sheet.contentHash = "7c1e00112233445566778899aabba94f";
        detail.origin.sheet.importedAt = "2026-11-02";
        detail.origin.line = 2214;
        detail.origin.unitText = "1 Hour";
        return detail;
    }

private:
    IndexPtr m_index;
    providers::PriceMatches m_matches;
};

} // namespace

IndexPtr priceIndex(const CatalogueSlice& slice)
{
    PriceIndex::Builder builder;
    std::uint32_t reference = 0;
    for (const Price& price : slice.prices) {
        const Provider* provider = slice.findProvider(price.provider);
        const Region* region = slice.findRegion(price.provider, price.region);
        const auto product = builder.addProduct(
            {.provider = price.provider.text(),
             .providerName = provider != nullptr ? provider->displayName : price.provider.text(),
             .service = "compute",
             .machine = price.machine.text(),
             .accelerator = "NVIDIA H100",
             .acceleratorCount = 1 + static_cast<int>(reference % 2),
             .acceleratorMemoryGib = 80.0});
        const auto place = builder.addPlace({.region = price.region.text(),
                                             .zone = {},
                                             .name = region != nullptr ? region->displayName : ""});
        for (const Purchase purchase : {price.purchase, Purchase::Reserved}) {
            const auto way =
                builder.addWay({.purchase = purchase,
                                .termMonths = purchase == Purchase::Reserved ? 36 : price.termMonths,
                                .os = "linux",
                                .tenancy = "shared",
                                .isMachinePrice = true,
                                .unit = "hour",
                                .currency = "USD",
                                .sheet = "invented"});
            const double amount = price.amount.toDouble() * (purchase == Purchase::Reserved ? 0.6 : 1.0);
            builder.add({.product = product,
                         .place = place,
                         .way = way,
                         .price = static_cast<float>(amount),
                         .from = providers::indexDay(price.effectiveFrom),
                         .reference = reference++});
        }
    }
    return std::move(builder).build();
}

IndexPtr bigPriceIndex(std::size_t rows)
{
    constexpr std::array<const char*, 4> kProviders{"aws", "azure", "gcp", "oracle"};
    constexpr std::array<const char*, 4> kNames{"AWS", "Azure", "Google Cloud", "Oracle"};
    PriceIndex::Builder builder;
    builder.reserve(rows);
    std::vector<std::uint32_t> places;
    for (int region = 0; region < 40; ++region) {
        places.push_back(builder.addPlace({.region = "region-" + std::to_string(region),
                                           .zone = {},
                                           .name = "Region " + std::to_string(region)}));
    }
    std::vector<std::uint32_t> ways;
    for (const auto& [purchase, term] : {std::pair{Purchase::OnDemand, 0},
                                         {Purchase::Spot, 0},
                                         {Purchase::Reserved, 12},
                                         {Purchase::Reserved, 36}}) {
        for (const char* os : {"linux", "windows", "rhel"}) {
            ways.push_back(builder.addWay({.purchase = purchase,
                                           .termMonths = term,
                                           .os = os,
                                           .tenancy = "shared",
                                           .isMachinePrice = true,
                                           .unit = "hour",
                                           .currency = "USD",
                                           .sheet = "invented"}));
        }
    }
    const std::size_t perProduct = places.size() * ways.size();
    std::uint32_t reference = 0;
    for (std::size_t number = 0; reference < rows; ++number) {
        const std::size_t seller = number % kProviders.size();
        const bool hasDevice = number % 5 == 0;
        const auto product = builder.addProduct(
            {.provider = kProviders[seller],
             .providerName = kNames[seller],
             .service = "compute",
             .machine = "m" + std::to_string(number / 4) + ".x" + std::to_string(1U << (number % 6)),
             .family = "m" + std::to_string(number / 4),
             .vcpus = static_cast<double>(1U << (number % 8)),
             .memoryGib = static_cast<double>(4U << (number % 8)),
             .accelerator = hasDevice ? "NVIDIA H100 SXM" : "",
             .acceleratorCount = hasDevice ? 8 : 0,
             .acceleratorMemoryGib = hasDevice ? std::optional(80.0) : std::nullopt});
        for (std::size_t each = 0; each < perProduct && reference < rows; ++each) {
            builder.add({.product = product,
                         .place = places[each % places.size()],
                         .way = ways[each / places.size()],
                         .price = 0.01F * static_cast<float>(1 + (number * 7919 + each * 104729) % 9973),
                         .from = providers::indexDay("2026-08-01"),
                         .reference = reference});
            ++reference;
        }
    }
    return std::move(builder).build();
}

std::shared_ptr<CatalogueService> catalogueService(IndexPtr index,
                                                   std::shared_ptr<CatalogueSwitches> switches)
{
    auto service = std::make_shared<CatalogueService>();
    if (!switches) {
        switches = std::make_shared<CatalogueSwitches>();
    }
    service->overview = [index]() -> Result<CatalogueOverview> {
        CatalogueOverview overview;
        overview.info = {.hash = "5e21c0d4", .asOf = "2026-08-01", .machines = 3, .prices = index->size()};
        return overview;
    };
    service->search = [index, switches](const PriceQuestion& question,
                                        const std::stop_token& stop) -> Result<PriceAnswer> {
        ++switches->searches;
        for (int waited = 0; waited < switches->delayMilliseconds && !stop.stop_requested(); ++waited) {
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        if (switches->fails) {
            return failure(
                ErrorCode::InputOutput, "catalogue", "the disk does not answer", "try it once more");
        }
        PriceAnswer answer;
        const auto start = std::chrono::steady_clock::now();
        answer.result = std::make_shared<FixtureResult>(index, index->find(question.query, stop));
        answer.outOf = index->size();
        answer.milliseconds =
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
        return answer;
    };
    service->facets = [index](const std::stop_token&) -> Result<providers::PriceFacets> {
        return index->facets();
    };
    service->exportCsv = exportPrices;
    service->sheets = []() -> Result<std::vector<providers::SheetInfo>> {
        return std::vector<providers::SheetInfo>{};
    };
    service->removeSheet = [](const std::string& name) -> Result<void> {
        return failure(ErrorCode::NotFound, name, "there is no such sheet");
    };
    service->compareSheets = [](const std::string&,
                                const std::string&,
                                const std::stop_token&) -> Result<providers::ChangeSummary> {
        return providers::ChangeSummary{};
    };
    const auto refuse = model::Error{
        .code = ErrorCode::NotFound, .where = "fixture", .message = "nothing is imported here", .hint = {}};
    service->detect = [refuse](const ImportRequest&) -> Result<SheetFinding> {
        return failure(refuse);
    };
    service->preview = [refuse](const ImportRequest&, const std::stop_token&) -> Result<ImportPreview> {
        return failure(refuse);
    };
    service->check =
        [refuse](const ImportRequest&, const OnProgress&, const std::stop_token&) -> Result<ImportCheck> {
        return failure(refuse);
    };
    service->commit =
        [refuse](const ImportRequest&, const OnProgress&, const std::stop_token&) -> Result<ImportDone> {
        return failure(refuse);
    };
    service->mappings = [] {
        return std::vector<SavedMapping>{};
    };
    service->saveMapping = [refuse](const providers::CsvMapping&) -> Result<void> {
        return failure(refuse);
    };
    service->keepRecordedPrices = [switches](bool keeps) {
        switches->keepsPrices = keeps;
    };
    return service;
}

} // namespace wherewithal::fixture
