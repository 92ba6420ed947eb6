// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/store/EmbeddedCatalogue.h"
#include "providers/store/PriceIndex.h"

#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <random>
#include <set>

using namespace wherewithal;
using namespace wherewithal::model;
using namespace wherewithal::providers;

namespace {

template <typename T>
T valueOf(Result<T> result)
{
    if (!result) {
        qFatal("%s", text(result.error()).c_str());
    }
    return std::move(*result);
}

/// Four machines in two regions, by the hour and reserved, with a history.
class Small
{
public:
    Small()
    {
        m_products = {m_builder.addProduct({.provider = "aws",
                                            .providerName = "Amazon Web Services",
                                            .service = "compute",
                                            .machine = "m5.large",
                                            .family = "m5",
                                            .vcpus = 2.0,
                                            .memoryGib = 8.0}),
                      m_builder.addProduct({.provider = "aws",
                                            .providerName = "Amazon Web Services",
                                            .service = "compute",
                                            .machine = "p5.48xlarge",
                                            .vcpus = 192.0,
                                            .memoryGib = 2048.0,
                                            .accelerator = "NVIDIA H100 SXM",
                                            .acceleratorCount = 8,
                                            .acceleratorMemoryGib = 80.0}),
                      m_builder.addProduct({.provider = "azure",
                                            .providerName = "Azure",
                                            .service = "compute",
                                            .machine = "NC40",
                                            .accelerator = "NVIDIA H100 NVL",
                                            .acceleratorCount = 1,
                                            .acceleratorMemoryGib = 94.0}),
                      m_builder.addProduct({.provider = "aws", .service = "AmazonS3"})};
        m_places = {m_builder.addPlace({.region = "us-east-1", .name = "N. Virginia"}),
                    m_builder.addPlace({.region = "eu-central-1", .name = "Frankfurt"})};
        m_ways = {way(Purchase::OnDemand, 0, "old"),
                  way(Purchase::OnDemand, 0, "new"),
                  way(Purchase::Reserved, 36, "new"),
                  way(Purchase::Spot, 0, "new")};
        WayFacts service;
        service.unit = "GB-month";
        service.currency = "USD";
        service.sheet = "new";
        m_ways.push_back(m_builder.addWay(service));
    }
    void add(std::size_t product,
             std::size_t place,
             std::size_t way,
             float price,
             const char* day,
             const char* lastDay = "",
             std::uint32_t detail = 0)
    {
        m_builder.add({.product = m_products[product],
                       .place = m_places[place],
                       .way = m_ways[way],
                       .detail = detail,
                       .price = price,
                       .from = indexDay(day),
                       .to = indexDay(lastDay),
                       .reference = m_next++});
    }
    std::shared_ptr<const PriceIndex> build() { return std::move(m_builder).build(); }

private:
    std::uint32_t way(Purchase purchase, int months, const char* sheet)
    {
        WayFacts facts;
        facts.purchase = purchase;
        facts.termMonths = months;
        facts.os = "linux";
        facts.isMachinePrice = true;
        facts.unit = "hour";
        facts.currency = "USD";
        facts.sheet = sheet;
        return m_builder.addWay(facts);
    }

    PriceIndex::Builder m_builder;
    std::vector<std::uint32_t> m_products;
    std::vector<std::uint32_t> m_places;
    std::vector<std::uint32_t> m_ways;
    std::uint32_t m_next = 0;
};

/// m5.large with a history, p5 and NC40, object storage.
std::shared_ptr<const PriceIndex> smallIndex()
{
    Small small;
    small.add(0, 0, 0, 0.1F, "2025-01-01");
    small.add(0, 0, 1, 0.096F, "2026-01-01");
    small.add(0, 1, 1, 0.115F, "2026-01-01");
    small.add(0, 0, 2, 0.04F, "2026-01-01");
    small.add(1, 0, 1, 55.04F, "2026-03-01");
    small.add(1, 0, 3, 20.0F, "2026-03-01");
    small.add(2, 1, 1, std::numeric_limits<float>::quiet_NaN(), "2026-02-01");
    small.add(3, 0, 4, 0.023F, "2026-01-01", "", 17);
    return small.build();
}

std::vector<std::string> found(const PriceIndex& index, const PriceQuery& query)
{
    const PriceMatches matches = index.find(query);
    std::vector<std::string> names;
    for (const auto row : index.window(matches, 0, matches.count())) {
        const auto& product = index.product(row);
        names.push_back(fmt::format("{} {} {}",
                                    product.machine.empty() ? product.service : product.machine,
                                    index.place(row).region,
                                    model::name(index.way(row).purchase)));
    }
    return names;
}

PriceQuery words(const char* text)
{
    PriceQuery query;
    query.words = text;
    return query;
}

using Names = std::vector<std::string>;

} // namespace

class TestPriceIndex : public QObject
{
    Q_OBJECT

private slots:
    void listsWhatHoldsNowInOrder();
    void wordsMeanAndCommasMeanOr_data();
    void wordsMeanAndCommasMeanOr();
    void boundsKeepOrLeaveTheUnknown();
    void kindsAreTakenApart();
    void historyShowsOnRequest();
    void aDayChoosesWhatHeldThen();
    void anEndedPriceGivesWayToTheOneBefore();
    void historyAndOtherWaysOfOneRow();
    void unknownComesLastEitherWay();
    void facetsCountWhatHolds();
    void agreesWithTheObviousWay_data();
    void agreesWithTheObviousWay();
    void aSkuIsFoundByItsBeginning();
    void theShippedCatalogueIsIndexedWhole();
    void importedPricesWinAndSayWhy();
    void aGoneRowIsLeftOut();
    void stopsWhenAsked();
};

void TestPriceIndex::listsWhatHoldsNowInOrder()
{
    const auto index = smallIndex();
    QCOMPARE(index->size(), 8U);
    QCOMPARE(found(*index, {}),
             (Names{"AmazonS3 us-east-1 on-demand",
                    "m5.large eu-central-1 on-demand",
                    "m5.large us-east-1 on-demand",
                    "m5.large us-east-1 reserved",
                    "p5.48xlarge us-east-1 on-demand",
                    "p5.48xlarge us-east-1 spot",
                    "NC40 eu-central-1 on-demand"}));
}

void TestPriceIndex::wordsMeanAndCommasMeanOr_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("count");
    QTest::addRow("none") << "" << 7;
    QTest::addRow("accelerator, any case") << "h100" << 3;
    QTest::addRow("and over two tables") << "H100 frankfurt" << 1;
    QTest::addRow("or") << "nc40, m5.large" << 4;
    QTest::addRow("or of ands") << "h100 spot, m5 reserved" << 2;
    QTest::addRow("provider by its name") << "amazon" << 6;
    QTest::addRow("term") << "3y" << 1;
    QTest::addRow("part of a name") << "m5" << 3;
    QTest::addRow("whole name") << "\"m5\"" << 3; // the family
    QTest::addRow("whole name that none has") << "\"m5.l\"" << 0;
    QTest::addRow("nothing such") << "h100 mars" << 0;
    QTest::addRow("empty alternatives") << " , ,spot," << 1;
    QTest::addRow("open quotation mark") << "\"spot" << 1;
}

void TestPriceIndex::wordsMeanAndCommasMeanOr()
{
    QFETCH(QString, text);
    QFETCH(int, count);
    QCOMPARE(static_cast<int>(smallIndex()->find(words(text.toUtf8().constData())).count()), count);
}

void TestPriceIndex::boundsKeepOrLeaveTheUnknown()
{
    const auto index = smallIndex();
    PriceQuery query;
    query.acceleratorMemoryGib.least = 90.0;
    QCOMPARE(found(*index, query), (Names{"NC40 eu-central-1 on-demand"}));
    query = {};
    query.priceEach.most = 3.0;
    QCOMPARE(found(*index, query), (Names{"p5.48xlarge us-east-1 spot"})); // 20 / 8
    query.priceEach.includesUnknown = true;
    query.kind = PriceKind::AcceleratorMachine;
    QCOMPARE(found(*index, query), (Names{"p5.48xlarge us-east-1 spot", "NC40 eu-central-1 on-demand"}));
    query = {};
    query.vcpus.least = 2.0;
    query.vcpus.most = 2.0;
    QCOMPARE(index->find(query).count(), 3U);
    query = {};
    query.price.least = 0.096; // the end belongs to it
    query.price.most = 0.115;
    QCOMPARE(found(*index, query),
             (Names{"m5.large eu-central-1 on-demand", "m5.large us-east-1 on-demand"}));
}

void TestPriceIndex::kindsAreTakenApart()
{
    const auto index = smallIndex();
    PriceQuery query;
    query.kind = PriceKind::Service;
    QCOMPARE(found(*index, query), (Names{"AmazonS3 us-east-1 on-demand"}));
    query.kind = PriceKind::Machine;
    QCOMPARE(index->find(query).count(), 6U);
    query.kind = PriceKind::AcceleratorMachine;
    QCOMPARE(index->find(query).count(), 3U);
    query.kind = PriceKind::Platform;
    QCOMPARE(index->find(query).count(), 0U);
}

void TestPriceIndex::historyShowsOnRequest()
{
    const auto index = smallIndex();
    PriceQuery query = words("m5.large virginia");
    query.purchases = {Purchase::OnDemand};
    QCOMPARE(index->find(query).count(), 1U);
    query.includesSuperseded = true;
    QCOMPARE(index->find(query).count(), 2U);
    query.sort = {{.column = PriceColumn::Effective, .isDescending = true}};
    const auto rows = index->window(index->find(query), 0, 2);
    QCOMPARE(index->way(rows[0]).sheet, std::string("new"));
    QCOMPARE(index->way(rows[1]).sheet, std::string("old"));
}

void TestPriceIndex::aDayChoosesWhatHeldThen()
{
    const auto index = smallIndex();
    PriceQuery query;
    query.asOf = "2025-12-31";
    const auto rows = index->window(index->find(query), 0, 10);
    QCOMPARE(rows.size(), 1U);
    QCOMPARE(index->way(rows[0]).sheet, std::string("old"));
    query.asOf = "2026-01-01";
    QCOMPARE(index->find(query).count(), 4U);
    query.asOf = "2024-12-31";
    QCOMPARE(index->find(query).count(), 0U);
}

void TestPriceIndex::anEndedPriceGivesWayToTheOneBefore()
{
    Small small;
    small.add(0, 0, 0, 0.10F, "2026-01-01");
    small.add(0, 0, 1, 0.05F, "2026-06-01", "2026-06-30"); // a month's offer
    const auto index = small.build();
    const auto priceOn = [&](const char* day) {
        PriceQuery query;
        query.asOf = day;
        const auto rows = index->window(index->find(query), 0, 10);
        return rows.size() == 1 ? std::round(*index->price(rows[0]) * 100.0) : -1.0;
    };
    QCOMPARE(priceOn("2026-05-31"), 10.0);
    QCOMPARE(priceOn("2026-06-30"), 5.0);
    QCOMPARE(priceOn("2026-07-01"), 10.0);
    PriceQuery all;
    all.includesSuperseded = true;
    const auto rows = index->window(index->find(all), 0, 10);
    QCOMPARE(rows.size(), 2U); // each once, though one holds twice
    QCOMPARE(index->history(rows[0]).size(), 2U);
}

void TestPriceIndex::historyAndOtherWaysOfOneRow()
{
    const auto index = smallIndex();
    PriceQuery query = words("m5.large virginia");
    query.purchases = {Purchase::OnDemand};
    const auto row = index->window(index->find(query), 0, 1).front();
    const auto history = index->history(row);
    QCOMPARE(history.size(), 2U);
    QVERIFY(std::abs(*index->price(history[0]) - 0.1) < 1e-6
            && std::abs(*index->price(history[1]) - 0.096) < 1e-6);
    const auto ways = index->otherWays(row);
    QCOMPARE(ways.size(), 1U);
    QCOMPARE(index->way(ways[0]).purchase, Purchase::Reserved);
    QVERIFY(index->otherWays(row, "2025-06-01").empty());
}

void TestPriceIndex::unknownComesLastEitherWay()
{
    const auto index = smallIndex();
    for (const bool isDescending : {false, true}) {
        PriceQuery query;
        query.sort = {{.column = PriceColumn::Price, .isDescending = isDescending}};
        const Names names = found(*index, query);
        QCOMPARE(names.size(), std::size_t{7});
        QCOMPARE(names.back(), std::string("NC40 eu-central-1 on-demand"));
        QCOMPARE(
            names.front(),
            std::string(isDescending ? "p5.48xlarge us-east-1 on-demand" : "AmazonS3 us-east-1 on-demand"));
    }
}

void TestPriceIndex::facetsCountWhatHolds()
{
    const PriceFacets facets = smallIndex()->facets();
    QCOMPARE(facets.providers.size(), std::size_t{2});
    QVERIFY((facets.providers[0] == PriceFacet{.value = "aws", .label = "Amazon Web Services", .rows = 6}));
    QCOMPARE(facets.regions.size(), std::size_t{2});
    QCOMPARE(facets.accelerators.size(), std::size_t{2});
    QCOMPARE(facets.sheets.size(), std::size_t{1}); // all of the old sheet is replaced
}

void TestPriceIndex::agreesWithTheObviousWay_data()
{
    QTest::addColumn<int>("rows");
    QTest::addRow("sorted whole") << 3000;
    QTest::addRow("found by counting ranks") << 400'000;
}

/// The twin: every row looked at, everything sorted by comparison.
void TestPriceIndex::agreesWithTheObviousWay()
{
    QFETCH(int, rows);
    std::mt19937 random(7); // NOLINT(bugprone-random-generator-seed): the same rows each time
    PriceIndex::Builder builder;
    constexpr unsigned kProducts = 300;
    for (unsigned i = 0; i < kProducts; ++i) {
        ProductFacts facts{
            .provider = i % 3 == 0 ? "a" : "b", .service = "compute", .machine = fmt::format("m{}", i)};
        if (i % 4 != 0) {
            facts.vcpus = i % 7;
        }
        facts.acceleratorCount = i % 5 == 0 ? static_cast<int>(i % 3) + 1 : 0;
        static_cast<void>(builder.addProduct(facts));
    }
    for (unsigned i = 0; i < 20; ++i) {
        static_cast<void>(builder.addPlace({.region = fmt::format("r{}", i)}));
    }
    for (unsigned i = 0; i < 30; ++i) {
        WayFacts facts;
        facts.purchase = static_cast<Purchase>(i % 5);
        facts.termMonths = static_cast<int>(i);
        facts.isMachinePrice = i % 6 != 5;
        facts.os = i % 7 == 0 ? "" : i % 7 < 5 ? "linux" : "windows"; // most rows under one rank
        static_cast<void>(builder.addWay(facts));
    }
    std::vector<std::uint16_t> days; // [reference]
    for (int i = 0; i < rows; ++i) {
        PriceIndex::Entry entry;
        entry.product = static_cast<std::uint32_t>(random() % kProducts);
        entry.place = static_cast<std::uint32_t>(random() % 20);
        entry.way = static_cast<std::uint32_t>(random() % 30);
        entry.detail = static_cast<std::uint32_t>(i + 1); // no rivals
        entry.price = i % 50 == 0 ? std::numeric_limits<float>::quiet_NaN()
                                  : static_cast<float>(random() % 1000) / 64.0F;
        const auto day = static_cast<std::uint16_t>(random() % 1000);
        entry.from = day < 600   ? std::uint16_t{600}
                     : day < 650 ? std::uint16_t{0}
                                 : day; // one day is crowded
        days.push_back(entry.from);
        entry.reference = static_cast<std::uint32_t>(i);
        builder.add(entry);
    }
    const auto index = std::move(builder).build();
    const auto keyOf = [&](PriceColumn column, PriceIndex::Row row) -> std::optional<double> {
        const auto known = [](double value) {
            return std::optional(value);
        };
        const std::uint16_t day = days[static_cast<std::size_t>(index->reference(row).id)];
        switch (column) {
        case PriceColumn::Vcpus:
            return index->product(row).vcpus;
        case PriceColumn::Region:
            return std::stod(index->place(row).region.substr(1));
        case PriceColumn::Purchase:
            return static_cast<int>(index->way(row).purchase) * 100 + index->way(row).termMonths;
        case PriceColumn::OperatingSystem:
            return index->way(row).os.empty() ? std::nullopt : known(index->way(row).os == "linux" ? 0 : 1);
        case PriceColumn::Price:
            return index->price(row);
        case PriceColumn::PriceEach:
            return index->priceEach(row) ? known(static_cast<float>(*index->priceEach(row))) : std::nullopt;
        case PriceColumn::Effective:
            return day == 0 ? std::nullopt : known(day);
        default:
            return 0.0;
        }
    };
    for (const PriceColumn column : {PriceColumn::Vcpus,
                                     PriceColumn::Region,
                                     PriceColumn::Purchase,
                                     PriceColumn::OperatingSystem,
                                     PriceColumn::Price,
                                     PriceColumn::PriceEach,
                                     PriceColumn::Effective}) {
        for (int kind = 0; kind < 8; ++kind) {
            const bool isDescending = kind % 2 == 1;
            const bool isFiltered = kind / 2 % 2 == 1;
            const bool hasSecondKey = kind / 4 == 1;
            PriceQuery query;
            if (isFiltered) {
                query.words = "m1, reserved";
                query.price.most = 12.0;
                query.price.includesUnknown = true;
            }
            query.sort = {{.column = column, .isDescending = isDescending}};
            if (hasSecondKey) {
                query.sort.push_back({.column = PriceColumn::Price, .isDescending = !isDescending});
            }
            using Key = std::tuple<bool, double, bool, double, PriceIndex::Row>;
            std::vector<Key> expected;
            for (PriceIndex::Row row = 0; row < index->size(); ++row) {
                const auto price = index->price(row);
                const bool isWord = index->product(row).machine.find("m1") != std::string::npos
                                    || index->way(row).purchase == Purchase::Reserved;
                if (isFiltered && (!isWord || (price && *price > 12.0))) {
                    continue;
                }
                const std::optional<double> key = keyOf(column, row);
                const std::optional<double> second = hasSecondKey ? price : std::optional(0.0);
                const double sign = isDescending ? -1.0 : 1.0;
                expected.emplace_back(
                    !key, key.value_or(0.0) * sign, !second, -sign * second.value_or(0.0), row);
            }
            std::ranges::sort(expected);
            const PriceMatches matches = index->find(query);
            QCOMPARE(matches.count(), expected.size());
            const std::size_t size = expected.size();
            for (const std::size_t offset :
                 {std::size_t{0}, size / 7, size / 3, size / 2, size * 2 / 3, size - 120, size - 7, size}) {
                const auto window = index->window(matches, offset, 100);
                QCOMPARE(window.size(), std::min<std::size_t>(100, size - offset));
                for (std::size_t i = 0; i < window.size(); ++i) {
                    QVERIFY2(window[i] == std::get<4>(expected[offset + i]),
                             fmt::format("column {}, kind {}, row {} of the list",
                                         static_cast<int>(column),
                                         kind,
                                         offset + i)
                                 .c_str());
                }
            }
        }
    }
}

void TestPriceIndex::aSkuIsFoundByItsBeginning()
{
    PriceIndex::Builder builder;
    const auto product = builder.addProduct({.provider = "aws", .service = "AmazonS3"});
    const auto place = builder.addPlace({.region = "us-east-1"});
    WayFacts facts;
    facts.sheet = "offers";
    const auto way = builder.addWay(facts);
    std::uint32_t reference = 0;
    for (const char* sku : {"2XBGKQ3JB8J7YBRX", "2XBGKQ4444444444", "", "DZH318Z0BQPS/00TG", "2xbgkq"}) {
        builder.add({.product = product,
                     .place = place,
                     .way = way,
                     .sku = builder.addSku(sku),
                     .detail = reference + 1,
                     .price = 1.0F,
                     .reference = reference});
        ++reference;
    }
    const auto index = std::move(builder).build();
    const auto found = [&](const char* words) {
        PriceQuery query;
        query.words = words;
        std::set<std::int64_t> rows;
        for (const PriceIndex::Row row : index->window(index->find(query), 0, 10)) {
            rows.insert(index->reference(row).id);
        }
        return rows;
    };
    using Rows = std::set<std::int64_t>;
    QCOMPARE(found("2XBGKQ3JB8J7YBRX"), (Rows{0}));
    QCOMPARE(found("2xbgkq"), (Rows{0, 1, 4})); // its beginning, in either case
    QCOMPARE(found("\"2xbgkq\""), (Rows{4}));   // in quotation marks: whole
    QCOMPARE(found("2xbgk"), (Rows{}));         // five characters say too little
    QCOMPARE(found("bgkq3jb8"), (Rows{}));      // no middle: every word would be found in some SKU
    QCOMPARE(found("aws 2xbgkq4"), (Rows{1}));  // together with other words
    QCOMPARE(found("azure 2xbgkq4"), (Rows{}));
    QCOMPARE(found("dzh318z0bqps/00tg, 2xbgkq4"), (Rows{1, 3}));
    QCOMPARE(found("aws").size(), std::size_t{5});
}

void TestPriceIndex::theShippedCatalogueIsIndexedWhole()
{
    const CatalogueStore store = valueOf(openCatalogue());
    const auto index = valueOf(store.priceIndex());
    const CatalogueInfo info = valueOf(store.info());
    QVERIFY(index->size() >= info.prices);
    PriceQuery query = words("\"m5.large\" \"us-east-1\" on-demand linux");
    query.kind = PriceKind::Machine;
    const PriceMatches matches = index->find(query);
    QCOMPARE(matches.count(), std::size_t{1});
    const auto rows = index->window(matches, 0, 10);
    const auto listed = valueOf(store.listed(*index, rows));
    QCOMPARE(listed.size(), std::size_t{1});
    QCOMPARE(listed[0].price.amount.toText(), std::string("0.096"));
    QVERIFY(std::abs(*listed[0].hourlyUsd - 0.096) < 1e-7);
    QCOMPARE(*listed[0].product.vcpus, 2.0);
    const PriceOrigin origin = valueOf(store.origin(*index, rows[0]));
    QCOMPARE(origin.sheet.name, std::string("shipped"));
    QVERIFY(!origin.source.url.empty());
    QVERIFY(index->find(words("h100, h200")).count() > 50);
    PriceQuery services;
    services.kind = PriceKind::Service;
    services.words = "egress";
    QVERIFY(index->find(services).count() > 0);
}

void TestPriceIndex::importedPricesWinAndSayWhy()
{
    const QTemporaryDir folder;
    CatalogueStore store = valueOf(openCatalogue(folder.filePath(QStringLiteral("c.sqlite")).toStdString()));
    PriceRow row;
    row.provider = "aws";
    row.region = "us-east-1";
    row.machine = "m5.large";
    row.sku = "SKU1";
    row.isMachinePrice = true;
    row.amount = valueOf(parseDecimal("0.1"));
    row.effectiveFrom = "2026-11-20";
    SheetImport import = valueOf(store.beginImport({.name = "list", .fileName = "list.csv"}));
    QVERIFY(import.add(row).has_value());
    QCOMPARE(valueOf(import.commit()).added, std::size_t{1});
    const auto index = valueOf(store.priceIndex());
    PriceQuery query = words("\"m5.large\" \"us-east-1\" on-demand linux");
    query.kind = PriceKind::Machine;
    auto rows = index->window(index->find(query), 0, 10);
    QCOMPARE(rows.size(), std::size_t{1});
    auto listed = valueOf(store.listed(*index, rows));
    QCOMPARE(listed[0].price.sheet, std::string("list"));
    QCOMPARE(listed[0].price.reason, std::string("newer than 0.096 USD of 2026-07-20 in shipped"));
    QCOMPARE(valueOf(store.origin(*index, rows[0])).sheet.fileName, std::string("list.csv"));
    const auto history = valueOf(store.listed(*index, index->history(rows[0])));
    QCOMPARE(history.size(), std::size_t{2});
    QVERIFY(!history[0].price.isCurrent && history[1].price.isCurrent);
    query.asOf = "2026-10-01";
    rows = index->window(index->find(query), 0, 10);
    listed = valueOf(store.listed(*index, rows, query.asOf));
    QCOMPARE(listed[0].price.sheet, std::string("shipped"));
    QVERIFY(listed[0].price.isCurrent);
}

void TestPriceIndex::aGoneRowIsLeftOut()
{
    const QTemporaryDir folder;
    CatalogueStore store = valueOf(openCatalogue(folder.filePath(QStringLiteral("c.sqlite")).toStdString()));
    PriceRow row;
    row.provider = "custom";
    row.machine = "only-here";
    row.isMachinePrice = true;
    SheetImport import = valueOf(store.beginImport({.name = "list"}));
    QVERIFY(import.add(row).has_value());
    static_cast<void>(valueOf(import.commit()));
    const auto index = valueOf(store.priceIndex());
    const auto rows = index->window(index->find(words("only-here")), 0, 10);
    QCOMPARE(rows.size(), std::size_t{1});
    QVERIFY(store.removeSheet("list").has_value());
    QVERIFY(valueOf(store.listed(*index, rows)).empty());
    QVERIFY(store.origin(*index, rows[0]).error().code == ErrorCode::NotFound);
}

void TestPriceIndex::stopsWhenAsked()
{
    std::stop_source source;
    source.request_stop();
    const CatalogueStore store = valueOf(openCatalogue());
    const auto index = store.priceIndex(source.get_token());
    QVERIFY(!index.has_value());
    QVERIFY(index.error().code == ErrorCode::Cancelled);
    QCOMPARE(smallIndex()->find({}, source.get_token()).count(), std::size_t{0});
}

QTEST_APPLESS_MAIN(TestPriceIndex)
#include "tst_PriceIndex.moc"
