// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/store/EmbeddedCatalogue.h"
#include "providers/store/Migrations.h"

#include <QTemporaryDir>
#include <QtTest>

#include <SQLiteCpp/SQLiteCpp.h>
#include <fstream>

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

SheetInfo sheetOf(const char* name)
{
    return {.name = name,
            .provider = "aws",
            .format = "test",
            .fileName = "sheet.csv",
            .contentHash = "abc",
            .publisherVersion = "1",
            .publishedAt = "2026-11-20",
            .importedAt = "2026-11-21",
            .note = {}};
}

/// m5.large in us-east-1 costs 0.096 USD an hour in the shipped catalogue (2026-07-20).
PriceRow m5Large(const char* amount, const char* day)
{
    PriceRow row;
    row.provider = "aws";
    row.service = "AmazonEC2";
    row.sku = "SKU1";
    row.rate = "JRTCKXETXF";
    row.region = "us-east-1";
    row.machine = "m5.large";
    row.isMachinePrice = true;
    row.amount = valueOf(parseDecimal(amount));
    row.effectiveFrom = day;
    return row;
}

SheetOutcome import(CatalogueStore& store, const char* sheet, const std::vector<PriceRow>& rows)
{
    SheetImport run = valueOf(store.beginImport(sheetOf(sheet)));
    for (const PriceRow& row : rows) {
        if (auto added = run.add(row); !added) {
            qFatal("%s", text(added.error()).c_str());
        }
    }
    return valueOf(run.commit());
}

std::vector<PriceRow> listed(const CatalogueStore& store, bool includesSuperseded = false)
{
    PriceFilter filter;
    filter.provider = "aws";
    filter.region = "us-east-1";
    filter.machine = "m5.large";
    filter.purchase = Purchase::OnDemand;
    filter.includesSuperseded = includesSuperseded;
    return valueOf(store.listPrices(filter));
}

} // namespace

class TestCatalogueStore : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void embeddedCatalogueHasThousandsOfPrices();
    void createsTheUsersDatabaseWithItsFolder();
    void importIsReadBack();
    void importingTwiceChangesNothing();
    void aCorrectedAmountReplacesTheOldOne();
    void anImportThatIsNotCommittedLeavesNothing();
    void theNewerPriceWinsAndSaysWhy();
    void anOlderImportLosesAndSaysWhy();
    void atTheSameDayTheImportWins();
    void aPriceOfTheFutureDoesNotHoldYet();
    void removingASheetBringsBackTheShippedPrice();
    void importChangesTheHash();
    void graduatedPricesKeepTheirTiers();
    void spreadsAnUpfrontAmountOverTheTerm();
    void listsServicesToo();
    void filtersByPurchaseSheetAndDay();
    void theShippedCatalogueTakesNoImports();
    void refusesWhatIsNoCatalogue_data();
    void refusesWhatIsNoCatalogue();
    void refusesANewerCatalogue();
    void migratesAnEmptyFileOnceAndForAll();
    void keepsImportsWhenReopened();
    void aFirstImportLeavesItsIndexes();

private:
    [[nodiscard]] std::filesystem::path file(const char* name = "catalogue.sqlite") const
    {
        return m_folder->filePath(QString::fromLatin1(name)).toStdString();
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestCatalogueStore::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestCatalogueStore::embeddedCatalogueHasThousandsOfPrices()
{
    const CatalogueStore store = valueOf(openCatalogue());
    const CatalogueInfo info = valueOf(store.info());
    QVERIFY(info.prices > 25000 && info.machines > 1300);
    QCOMPARE(info.sheets, 0U);
    QCOMPARE(info.hash.size(), 16U);
    QVERIFY(!store.isWritable());
}

void TestCatalogueStore::createsTheUsersDatabaseWithItsFolder()
{
    const auto path = file("new/folder/catalogue.sqlite");
    const CatalogueStore store = valueOf(openCatalogue(path));
    QVERIFY(std::filesystem::exists(path));
    QVERIFY(store.isWritable());
    QCOMPARE(valueOf(store.info()).hash,
             valueOf(valueOf(openCatalogue()).info()).hash); // nothing imported yet
}

void TestCatalogueStore::importIsReadBack()
{
    CatalogueStore store = valueOf(openCatalogue(file()));
    PriceRow row = m5Large("0.123456789", "2026-11-20");
    row.machine = "m99.large";
    row.region = "mars-1";
    row.note = "a note";
    row.monthlyMaximum = valueOf(parseDecimal("70"));
    QCOMPARE(import(store, "list", {row}), (SheetOutcome{.added = 1}));
    PriceFilter filter;
    filter.machine = "m99.large";
    const auto rows = valueOf(store.listPrices(filter));
    QCOMPARE(rows.size(), 1U);
    row.sheet = "list";
    row.source = rows.front().source;
    row.sheetOrder = rows.front().sheetOrder;
    QVERIFY(rows.front() == row);
    QCOMPARE(rows.front().source.title, std::string("Imported price sheet list"));
    QCOMPARE(valueOf(store.sheets()).front().offers, 1U);
}

void TestCatalogueStore::importingTwiceChangesNothing()
{
    CatalogueStore store = valueOf(openCatalogue(file()));
    const std::vector<PriceRow> rows{m5Large("0.1", "2026-11-20"), m5Large("0.11", "2026-11-21")};
    QCOMPARE(import(store, "list", rows), (SheetOutcome{.added = 2}));
    const std::string hash = valueOf(store.info()).hash;
    QCOMPARE(import(store, "list", rows), (SheetOutcome{.unchanged = 2}));
    QCOMPARE(valueOf(store.info()).hash, hash);
    QCOMPARE(valueOf(store.sheets()).size(), 1U);
}

void TestCatalogueStore::aCorrectedAmountReplacesTheOldOne()
{
    CatalogueStore store = valueOf(openCatalogue(file()));
    static_cast<void>(import(store, "list", {m5Large("0.1", "2026-11-20")}));
    QCOMPARE(import(store, "list", {m5Large("0.2", "2026-11-20")}), (SheetOutcome{.changed = 1}));
    QCOMPARE(listed(store).front().amount.toText(), std::string("0.2"));
}

void TestCatalogueStore::anImportThatIsNotCommittedLeavesNothing()
{
    CatalogueStore store = valueOf(openCatalogue(file()));
    {
        SheetImport run = valueOf(store.beginImport(sheetOf("list")));
        QVERIFY(run.add(m5Large("0.1", "2026-11-20")).has_value());
    }
    QVERIFY(valueOf(store.sheets()).empty());
    QCOMPARE(listed(store).front().sheet, std::string("shipped"));
    QCOMPARE(import(store, "list", {m5Large("0.1", "2026-11-20")}),
             (SheetOutcome{.added = 1})); // the store still works
}

void TestCatalogueStore::theNewerPriceWinsAndSaysWhy()
{
    CatalogueStore store = valueOf(openCatalogue(file()));
    static_cast<void>(import(store, "list", {m5Large("0.1", "2026-11-20")}));
    const auto rows = listed(store, true);
    QCOMPARE(rows.size(), 2U);
    QVERIFY(rows[0].isCurrent && rows[0].sheet == "list");
    QCOMPARE(rows[0].reason, std::string("newer than 0.096 USD of 2026-07-20 in shipped"));
    QVERIFY(!rows[1].isCurrent);
    QCOMPARE(rows[1].reason, std::string("replaced by 0.1 USD of 2026-11-20 in list"));

    Plan plan;
    plan.candidates = {
        {.provider = ProviderId{"aws"}, .region = RegionId{"us-east-1"}, .machine = MachineId{"m5.large"}}};
    const CatalogueSlice slice = valueOf(store.slice(plan));
    const auto price = std::ranges::find(slice.prices, Purchase::OnDemand, &Price::purchase);
    QCOMPARE(price->amount.toText(), std::string("0.1"));
    QCOMPARE(price->sheet, std::string("list"));
    QVERIFY(!price->reason.empty());
}

void TestCatalogueStore::anOlderImportLosesAndSaysWhy()
{
    CatalogueStore store = valueOf(openCatalogue(file()));
    static_cast<void>(import(store, "old", {m5Large("0.1", "2024-01-01")}));
    QCOMPARE(listed(store).size(), 1U);
    QCOMPARE(listed(store).front().sheet, std::string("shipped"));
    QCOMPARE(listed(store).front().reason, std::string("newer than 0.1 USD of 2024-01-01 in old"));
}

void TestCatalogueStore::atTheSameDayTheImportWins()
{
    CatalogueStore store = valueOf(openCatalogue(file()));
    static_cast<void>(import(store, "list", {m5Large("0.1", "2026-07-20")}));
    QCOMPARE(listed(store).front().sheet, std::string("list"));
    QCOMPARE(listed(store).front().reason, std::string("preferred to 0.096 USD of 2026-07-20 in shipped"));
}

void TestCatalogueStore::aPriceOfTheFutureDoesNotHoldYet()
{
    CatalogueStore store = valueOf(openCatalogue(file()));
    static_cast<void>(import(store, "next", {m5Large("0.2", "2027-01-01")}));
    Plan plan;
    plan.asOf = {.year = 2026, .month = 11, .day = 22};
    plan.candidates = {
        {.provider = ProviderId{"aws"}, .region = RegionId{"us-east-1"}, .machine = MachineId{"m5.large"}}};
    const auto today = valueOf(store.slice(plan));
    QCOMPARE(std::ranges::find(today.prices, Purchase::OnDemand, &Price::purchase)->amount.toText(),
             std::string("0.096"));
    plan.asOf.year = 2027;
    const auto later = valueOf(store.slice(plan));
    QCOMPARE(std::ranges::find(later.prices, Purchase::OnDemand, &Price::purchase)->amount.toText(),
             std::string("0.2"));
}

void TestCatalogueStore::removingASheetBringsBackTheShippedPrice()
{
    CatalogueStore store = valueOf(openCatalogue(file()));
    static_cast<void>(import(store, "list", {m5Large("0.1", "2026-11-20")}));
    QVERIFY(store.removeSheet("list").has_value());
    QCOMPARE(listed(store).front().amount.toText(), std::string("0.096"));
    QVERIFY(listed(store).front().reason.empty());
    const auto again = store.removeSheet("list");
    QVERIFY(!again.has_value());
    QVERIFY(again.error().code == ErrorCode::NotFound);
}

void TestCatalogueStore::importChangesTheHash()
{
    CatalogueStore store = valueOf(openCatalogue(file()));
    const std::string before = valueOf(store.info()).hash;
    static_cast<void>(import(store, "list", {m5Large("0.1", "2026-11-20")}));
    QVERIFY(valueOf(store.info()).hash != before);
    QCOMPARE(valueOf(store.info()).asOf, std::string("2026-11-20"));
}

void TestCatalogueStore::graduatedPricesKeepTheirTiers()
{
    CatalogueStore store = valueOf(openCatalogue(file()));
    PriceRow row;
    row.provider = "aws";
    row.service = "AmazonS3";
    row.sku = "S3";
    row.unit = "GB-month";
    row.amount = valueOf(parseDecimal("0.023"));
    row.tiers = {{.from = 0.0, .to = 51200.0, .amount = valueOf(parseDecimal("0.023"))},
                 {.from = 51200.0, .to = std::nullopt, .amount = valueOf(parseDecimal("0.0000000005"))}};
    static_cast<void>(import(store, "s3", {row}));
    PriceFilter filter;
    filter.service = "AmazonS3";
    const auto rows = valueOf(store.listPrices(filter));
    QCOMPARE(rows.size(), 1U);
    QVERIFY(rows.front().tiers == row.tiers);
    QCOMPARE(rows.front().tiers.back().amount.toText(),
             std::string("0.0000000005")); // exact, far below a micro-unit
}

void TestCatalogueStore::spreadsAnUpfrontAmountOverTheTerm()
{
    PriceRow row = m5Large("0.03", "2026-01-01");
    row.purchase = Purchase::Reserved;
    row.termMonths = 12;
    row.upfront = valueOf(parseDecimal("262.8"));
    QVERIFY(std::abs(*effectiveHourly(row) - 0.06) < 1e-12); // 262.80 / 8760 = 0.03
    row.unit = "month";
    row.upfront.reset();
    row.amount = valueOf(parseDecimal("7.3"));
    QVERIFY(std::abs(*effectiveHourly(row) - 0.01) < 1e-12);
    row.unit = "GB";
    QVERIFY(!effectiveHourly(row));
}

void TestCatalogueStore::listsServicesToo()
{
    PriceFilter filter;
    filter.provider = "aws";
    filter.service = "egress-internet";
    filter.region = "us-east-1";
    const auto rows = valueOf(valueOf(openCatalogue()).listPrices(filter));
    QCOMPARE(rows.size(), 1U);
    QCOMPARE(rows.front().tiers.size(), 5U);
    QCOMPARE(rows.front().unit, std::string("GB"));
    QVERIFY(!rows.front().source.url.empty());
}

void TestCatalogueStore::filtersByPurchaseSheetAndDay()
{
    CatalogueStore store = valueOf(openCatalogue(file()));
    static_cast<void>(import(store, "list", {m5Large("0.1", "2026-11-20")}));
    PriceFilter filter;
    filter.provider = "aws";
    filter.machine = "m5.large";
    filter.purchase = Purchase::Spot;
    for (const PriceRow& row : valueOf(store.listPrices(filter))) {
        QVERIFY(row.purchase == Purchase::Spot);
    }
    filter.purchase = Purchase::OnDemand;
    filter.region = "us-east-1";
    filter.sheet = "shipped";
    QCOMPARE(valueOf(store.listPrices(filter)).size(), 1U);
    QVERIFY(!valueOf(store.listPrices(filter)).front().isCurrent); // shown, and shown as replaced
    filter.sheet.clear();
    filter.effectiveUntil = "2026-10-01";
    QCOMPARE(valueOf(store.listPrices(filter)).front().sheet,
             std::string("shipped")); // the import was not in force then
    filter.provider = "no-such-provider";
    QVERIFY(valueOf(store.listPrices(filter)).empty());
}

void TestCatalogueStore::theShippedCatalogueTakesNoImports()
{
    CatalogueStore store = valueOf(openCatalogue());
    const auto run = store.beginImport(sheetOf("list"));
    QVERIFY(!run.has_value());
    QVERIFY(run.error().code == ErrorCode::Inconsistent);
    CatalogueStore own = valueOf(openCatalogue(file()));
    QVERIFY(!own.beginImport(sheetOf("shipped")).has_value());
}

void TestCatalogueStore::refusesWhatIsNoCatalogue_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addRow("text") << QByteArray("name,price\nm5.large,0.1\n").repeated(100);
    QTest::addRow("a truncated database") << QByteArray("SQLite format 3\0", 16);
    QTest::addRow("random bytes") << QByteArray::fromHex("00ff17c4e2").repeated(1000);
}

void TestCatalogueStore::refusesWhatIsNoCatalogue()
{
    QFETCH(QByteArray, content);
    {
        std::ofstream out(file(), std::ios::binary);
        out.write(content.data(), content.size());
    }
    const auto store = openCatalogue(file());
    QVERIFY(!store.has_value());
    QVERIFY2(store.error().code == ErrorCode::UnsupportedFormat, text(store.error()).c_str());
    QCOMPARE(store.error().where, file().string());
    QFile left(QString::fromStdString(file().string()));
    QVERIFY(left.open(QIODevice::ReadOnly));
    QCOMPARE(left.readAll(), content); // nothing was written into a foreign file
}

void TestCatalogueStore::refusesANewerCatalogue()
{
    static_cast<void>(valueOf(openCatalogue(file())));
    {
        SQLite::Database database(file().string(), SQLite::OPEN_READWRITE);
        database.exec("PRAGMA user_version=999");
    }
    const auto store = openCatalogue(file());
    QVERIFY(!store.has_value());
    QVERIFY(store.error().code == ErrorCode::UnsupportedVersion);
    {
        SQLite::Database foreign(file("foreign.sqlite").string(),
                                 SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        foreign.exec("CREATE TABLE recipe(id INTEGER)");
    }
    const auto other = openCatalogue(file("foreign.sqlite"));
    QVERIFY(!other.has_value());
    QVERIFY(other.error().code == ErrorCode::UnsupportedFormat);
    const auto folder = openCatalogue(m_folder->path().toStdString());
    QVERIFY(!folder.has_value());
}

void TestCatalogueStore::migratesAnEmptyFileOnceAndForAll()
{
    SQLite::Database database(file().string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    int version = 0;
    for (const Migration& step : migrations()) {
        QCOMPARE(step.version, ++version); // numbered without gaps
        QVERIFY(migrate(database, step.version).has_value());
        QCOMPARE(database.execAndGet("PRAGMA user_version").getInt(), step.version);
    }
    QCOMPARE(version, schemaVersion());
    database.exec("INSERT INTO name(text) VALUES('kept')");
    QVERIFY(migrate(database).has_value());
    QCOMPARE(database.execAndGet("SELECT count(*) FROM name").getInt(), 1);
}

void TestCatalogueStore::keepsImportsWhenReopened()
{
    {
        CatalogueStore store = valueOf(openCatalogue(file()));
        static_cast<void>(import(store, "list", {m5Large("0.1", "2026-11-20")}));
    }
    const CatalogueStore store = valueOf(openCatalogue(file()));
    QCOMPARE(listed(store).front().amount.toText(), std::string("0.1"));
    const SheetInfo sheet = valueOf(store.sheets()).front();
    QCOMPARE(sheet.publishedAt, std::string("2026-11-20"));
}

void TestCatalogueStore::aFirstImportLeavesItsIndexes()
{
    {
        CatalogueStore store = valueOf(openCatalogue(file()));
        QCOMPARE(listed(store).size(), 1U); // asked before the import: nothing stays locked
        static_cast<void>(import(store, "list", {m5Large("0.1", "2026-11-20")}));
        static_cast<void>(import(store, "next", {m5Large("0.2", "2026-11-21")}));
    }
    SQLite::Database database(file().string(), SQLite::OPEN_READONLY);
    const char* indexes = "SELECT count(*) FROM sqlite_master WHERE type='index' AND name LIKE 'offer_%'";
    QCOMPARE(database.execAndGet(indexes).getInt(), 3);
}

QTEST_APPLESS_MAIN(TestCatalogueStore)
#include "tst_CatalogueStore.moc"
