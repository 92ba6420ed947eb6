// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/store/EmbeddedCatalogue.h"
#include "providers/store/Migrations.h"

#include <QTemporaryDir>
#include <QtTest>

#include <SQLiteCpp/SQLiteCpp.h>
#include <algorithm>

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

PriceRow priced(const char* machine, const char* amount, const char* day = "")
{
    PriceRow row;
    row.provider = "cloud";
    row.service = "compute";
    row.sku = std::string("sku-") + machine;
    row.region = "here";
    row.machine = machine;
    row.isMachinePrice = true;
    row.amount = valueOf(parseDecimal(amount));
    row.effectiveFrom = day;
    return row;
}

SheetInfo sheetOf(const char* name, const char* published, const char* imported = "2026-11-21")
{
    return {.name = name,
            .provider = "cloud",
            .format = "test",
            .fileName = name,
            .publishedAt = published,
            .importedAt = imported};
}

SheetOutcome import(CatalogueStore& store, const SheetInfo& sheet, const std::vector<PriceRow>& rows)
{
    SheetImport run = valueOf(store.beginImport(sheet));
    for (const PriceRow& row : rows) {
        if (auto added = run.add(row); !added) {
            qFatal("%s", text(added.error()).c_str());
        }
    }
    return valueOf(run.commit());
}

/// What holds on a day ("" : now), as "amount of day in sheet"; "none" without a price.
std::string holding(const CatalogueStore& store, const char* machine, const char* day = "")
{
    PriceFilter filter;
    filter.provider = "cloud";
    filter.machine = machine;
    filter.effectiveUntil = day;
    const auto rows = valueOf(store.listPrices(filter));
    return rows.size() != 1
               ? "none"
               : rows[0].amount.toText() + " of " + rows[0].effectiveFrom + " in " + rows[0].sheet;
}

std::size_t rowsOf(const CatalogueStore& store)
{
    return valueOf(store.info()).prices - valueOf(valueOf(openCatalogue()).info()).prices;
}

} // namespace

class TestSheetHistory : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void anOlderSheetNeverTakesANewersPlace_data();
    void anOlderSheetNeverTakesANewersPlace();
    void aDayAsksForWhatHeldThen();
    void undatedRowsTakeTheirSheetsDayAndKeepTheirHistory();
    void anUndatedRowThatRepeatsAddsNothing();
    void repeatedRowsInOneSheetCountOnce();
    void aSheetListsWhatAnEarlierOneBrought();
    void removingASheetLeavesWhatOthersRepeat();
    void aFinishedImportCanBeGivenUp();
    void manyRepeatsInAFirstImport();
    void theLimitCutsNoHistoryShort();
    void carriesVersion2Over();

private:
    [[nodiscard]] CatalogueStore open() const
    {
        return valueOf(openCatalogue(m_folder->filePath(QStringLiteral("c.sqlite")).toStdString()));
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestSheetHistory::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestSheetHistory::anOlderSheetNeverTakesANewersPlace_data()
{
    QTest::addColumn<bool>("isNewerFirst");
    QTest::addRow("newer first") << true;
    QTest::addRow("older first") << false;
}

/// Both sheets set the price of the same day: whatever the order of import, the later published one holds.
void TestSheetHistory::anOlderSheetNeverTakesANewersPlace()
{
    QFETCH(bool, isNewerFirst);
    CatalogueStore store = open();
    // Names that sort the other way round: the day of publication decides, not the name.
    const SheetInfo older = sheetOf("z-march", "2026-03-01");
    const SheetInfo newer = sheetOf("a-june", "2026-06-01");
    const std::vector<PriceRow> cheap{priced("m1", "1", "2026-01-01")};
    const std::vector<PriceRow> dear{priced("m1", "2", "2026-01-01")};
    if (isNewerFirst) {
        QCOMPARE(import(store, newer, dear), (SheetOutcome{.added = 1}));
        QCOMPARE(import(store, older, cheap), (SheetOutcome{.older = 1}));
    } else {
        QCOMPARE(import(store, older, cheap), (SheetOutcome{.added = 1}));
        QCOMPARE(import(store, newer, dear), (SheetOutcome{.changed = 1}));
    }
    QCOMPARE(holding(store, "m1"), std::string("2 of 2026-01-01 in a-june"));
    PriceFilter filter;
    filter.machine = "m1";
    filter.includesSuperseded = true;
    const auto rows = valueOf(store.listPrices(filter));
    QCOMPARE(rows.size(), std::size_t{2}); // the loser is kept, and says why it lost
    const auto loser = std::ranges::find(rows, false, &PriceRow::isCurrent);
    QCOMPARE(loser->reason, std::string("replaced by 2 USD of 2026-01-01 in a-june"));
    QCOMPARE(import(store, older, cheap), (SheetOutcome{.unchanged = 1})); // again: nothing new
    QCOMPARE(import(store, newer, dear), (SheetOutcome{.unchanged = 1}));
    QCOMPARE(rowsOf(store), std::size_t{2});
}

void TestSheetHistory::aDayAsksForWhatHeldThen()
{
    CatalogueStore store = open();
    static_cast<void>(import(store, sheetOf("june", "2026-06-01"), {priced("m1", "2", "2026-06-01")}));
    static_cast<void>(import(store, sheetOf("march", "2026-03-01"), {priced("m1", "1", "2026-03-01")}));
    QCOMPARE(holding(store, "m1"), std::string("2 of 2026-06-01 in june"));
    QCOMPARE(holding(store, "m1", "2026-05-31"), std::string("1 of 2026-03-01 in march"));
    QCOMPARE(holding(store, "m1", "2026-06-01"), std::string("2 of 2026-06-01 in june"));
    QCOMPARE(holding(store, "m1", "2026-02-28"), std::string("none"));
}

void TestSheetHistory::undatedRowsTakeTheirSheetsDayAndKeepTheirHistory()
{
    CatalogueStore store = open();
    static_cast<void>(import(store, sheetOf("march", "2026-03-01"), {priced("m1", "1"), priced("m2", "5")}));
    QCOMPARE(import(store, sheetOf("june", "", "2026-06-10"), {priced("m1", "2"), priced("m2", "5")}),
             (SheetOutcome{.added = 1, .unchanged = 1}));
    QCOMPARE(holding(store, "m1"), std::string("2 of 2026-06-10 in june"));
    QCOMPARE(holding(store, "m1", "2026-04-01"), std::string("1 of 2026-03-01 in march"));
    QCOMPARE(holding(store, "m2"), std::string("5 of 2026-03-01 in march"));
    PriceFilter filter;
    filter.machine = "m1";
    QVERIFY(valueOf(store.listPrices(filter)).front().isDayObserved);
}

void TestSheetHistory::anUndatedRowThatRepeatsAddsNothing()
{
    CatalogueStore store = open();
    const std::vector<PriceRow> rows{priced("m1", "1"), priced("m2", "5")};
    static_cast<void>(import(store, sheetOf("list", "", "2026-03-01"), rows));
    // The same file a month later, from another folder under another name.
    QCOMPARE(import(store, sheetOf("list", "", "2026-04-01"), rows), (SheetOutcome{.unchanged = 2}));
    QCOMPARE(import(store, sheetOf("copy", "", "2026-04-02"), rows), (SheetOutcome{.unchanged = 2}));
    QCOMPARE(rowsOf(store), std::size_t{2});
}

void TestSheetHistory::repeatedRowsInOneSheetCountOnce()
{
    CatalogueStore store = open();
    const PriceRow row = priced("m1", "1", "2026-03-01");
    QCOMPARE(import(store, sheetOf("list", ""), {row, row, priced("m1", "1", "2026-04-01"), row}),
             (SheetOutcome{.added = 2, .unchanged = 2}));
}

void TestSheetHistory::aSheetListsWhatAnEarlierOneBrought()
{
    CatalogueStore store = open();
    static_cast<void>(import(store,
                             sheetOf("march", "2026-03-01"),
                             {priced("m1", "1", "2026-01-01"), priced("m2", "5", "2026-01-01")}));
    static_cast<void>(import(store,
                             sheetOf("june", "2026-06-01"),
                             {priced("m1", "1", "2026-01-01"), priced("m2", "6", "2026-06-01")}));
    const auto amounts = [&](const char* sheet) {
        std::vector<std::string> found;
        for (const PriceRow& row : valueOf(store.sheetRows(sheet))) {
            found.push_back(row.machine + " " + row.amount.toText());
        }
        std::ranges::sort(found);
        return found;
    };
    QCOMPARE(amounts("march"), (std::vector<std::string>{"m1 1", "m2 5"}));
    QCOMPARE(amounts("june"), (std::vector<std::string>{"m1 1", "m2 6"}));
    const auto none = store.sheetRows("may");
    QVERIFY(!none.has_value());
    QVERIFY(none.error().code == ErrorCode::NotFound);
    QVERIFY(valueOf(store.sheetRows("shipped")).size() > 20'000);
}

void TestSheetHistory::removingASheetLeavesWhatOthersRepeat()
{
    CatalogueStore store = open();
    const std::vector<PriceRow> rows{priced("m1", "1", "2026-01-01")};
    static_cast<void>(import(store, sheetOf("march", "2026-03-01"), rows));
    static_cast<void>(import(store, sheetOf("june", "2026-06-01"), rows));
    QVERIFY(store.removeSheet("march").has_value());
    QCOMPARE(holding(store, "m1"), std::string("1 of 2026-01-01 in june"));
    QVERIFY(store.removeSheet("june").has_value());
    QCOMPARE(holding(store, "m1"), std::string("none"));
}

void TestSheetHistory::aFinishedImportCanBeGivenUp()
{
    CatalogueStore store = open();
    {
        SheetImport run = valueOf(store.beginImport(sheetOf("list", "")));
        QVERIFY(run.add(priced("m1", "1", "2026-01-01")).has_value());
        QCOMPARE(valueOf(run.finish()), (SheetOutcome{.added = 1}));
        QCOMPARE(valueOf(store.sheetRows("list")).size(), std::size_t{1}); // to be looked at before it counts
    }
    QVERIFY(!store.sheetRows("list").has_value());
    QCOMPARE(holding(store, "m1"), std::string("none"));
    QCOMPARE(import(store, sheetOf("other", ""), {priced("m2", "2", "2026-01-01")}),
             (SheetOutcome{.added = 1}));
    QCOMPARE(holding(store, "m2"), std::string("2 of 2026-01-01 in other"));
}

/// More repeats than wait for the index of a fresh catalogue.
void TestSheetHistory::manyRepeatsInAFirstImport()
{
    CatalogueStore store = open();
    SheetImport run = valueOf(store.beginImport(sheetOf("list", "")));
    constexpr int kRows = 60'000;
    PriceRow row = priced("m1", "1", "2026-01-01");
    for (int pass = 0; pass < 2; ++pass) {
        for (int i = 0; i < kRows; ++i) {
            row.region = std::to_string(i);
            QVERIFY(run.add(row).has_value());
        }
    }
    QCOMPARE(valueOf(run.commit()), (SheetOutcome{.added = kRows, .unchanged = kRows}));
    QCOMPARE(rowsOf(store), std::size_t{kRows});
}

/// What holds is decided among all versions; only then the list is cut.
void TestSheetHistory::theLimitCutsNoHistoryShort()
{
    CatalogueStore store = open();
    std::vector<PriceRow> rows;
    for (int month = 1; month <= 9; ++month) {
        rows.push_back(
            priced("m1", std::to_string(month).c_str(), ("2026-0" + std::to_string(month) + "-01").c_str()));
    }
    static_cast<void>(import(store, sheetOf("list", ""), rows));
    PriceFilter filter;
    filter.provider = "cloud";
    filter.limit = 2;
    const auto listed = valueOf(store.listPrices(filter));
    QCOMPARE(listed.size(), std::size_t{1});
    QCOMPARE(listed[0].amount.toText(), std::string("9"));
}

void TestSheetHistory::carriesVersion2Over()
{
    SQLite::Database database(m_folder->filePath(QStringLiteral("c.sqlite")).toStdString(),
                              SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    QVERIFY(migrate(database, 2).has_value());
    database.exec(
        "INSERT INTO price_source(id, name, provider, format, file_name, content_hash, publisher_version, "
        "published_at, imported_at, note, offers) VALUES(4, 'old', 'cloud', 'f', 'n', 'h', '1', "
        "'2026-01-02', '2026-01-03', '', 1)");
    for (const char* word : {"cloud", "compute", "here", "m1", "linux", "shared", "hour", "USD", "a note"}) {
        SQLite::Statement add(database, "INSERT INTO name(text) VALUES(?)");
        add.bind(1, word);
        add.exec();
    }
    database.exec(
        "INSERT INTO offer(id, natural_key, source_id, provider, service, sku, rate, region, machine, os, "
        "tenancy, is_machine_price, is_graduated, purchase, term_months, payment, unit, block_size, "
        "currency, "
        "amount_coefficient, amount_exponent, upfront_coefficient, upfront_exponent, effective_from, note) "
        "VALUES(17, 1, 4, 1, 2, 's', 'r', 3, 4, 5, 6, 1, 1, 2, 12, 1, 7, 1.0, 8, 25, -2, 7, 1, "
        "'2026-01-01', 9)");
    database.exec("INSERT INTO price_tier VALUES(17, 0, 10, 25, -2), (17, 10, NULL, 2, -1)");
    QVERIFY(migrate(database).has_value());
    const CatalogueStore store = open();
    const auto rows = valueOf(store.sheetRows("old"));
    QCOMPARE(rows.size(), std::size_t{1});
    const PriceRow& row = rows[0];
    QVERIFY(row.provider == "cloud" && row.service == "compute" && row.sku == "s" && row.rate == "r"
            && row.region == "here" && row.machine == "m1" && row.os == "linux" && row.tenancy == "shared"
            && row.unit == "hour" && row.note == "a note" && row.isMachinePrice && row.termMonths == 12);
    QVERIFY(row.purchase == Purchase::Reserved && row.payment == Payment::Partial);
    QCOMPARE(row.amount.toText(), std::string("0.25"));
    QCOMPARE(row.upfront->toText(), std::string("70"));
    QCOMPARE(row.effectiveFrom, std::string("2026-01-01"));
    QCOMPARE(row.tiers.size(), std::size_t{2});
    QVERIFY(!row.tiers[1].to);
}

QTEST_APPLESS_MAIN(TestSheetHistory)
#include "tst_SheetHistory.moc"
