// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/LocalCatalogue.h"
#include "app/session/LocalImport.h"
#include "app/session/PriceExport.h"
#include "tests/support/SyntheticOffers.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <thread>

using namespace wherewithal;
using namespace wherewithal::app;

namespace {

template <typename T>
T valueOf(model::Result<T> result)
{
    if (!result) {
        qFatal("%s", model::text(result.error()).c_str());
    }
    return std::move(*result);
}

/// A catalogue of its own in a folder of its own, with invented sheets.
struct Place
{
    Place()
        : service(localCatalogueService(
              std::make_shared<LocalCatalogue>(CatalogueFiles{.file = std::nullopt,
                                                              .importsGoTo = file("data/catalogue.sqlite"),
                                                              .mappings = file("mappings"),
                                                              .today = [] {
                                                                  return std::string("2026-11-28");
                                                              }})))
    {}

    [[nodiscard]] std::string file(const char* name) const
    {
        return folder.filePath(QString::fromLatin1(name)).toStdString();
    }
    std::string write(const char* name, const QByteArray& text) const
    {
        QFile out(QString::fromStdString(file(name)));
        if (!out.open(QIODevice::WriteOnly)) {
            qFatal("cannot write");
        }
        out.write(text);
        return file(name);
    }
    [[nodiscard]] std::string writeOffers(const char* name, std::uint64_t bytes) const
    {
        QFile out(QString::fromStdString(file(name)));
        if (!out.open(QIODevice::WriteOnly)) {
            qFatal("cannot write");
        }
        testing::writeSyntheticEc2Csv(bytes, 7, [&](std::string_view piece) {
            out.write(piece.data(), static_cast<qint64>(piece.size()));
        });
        return file(name);
    }
    [[nodiscard]] static ImportRequest request(const std::string& path)
    {
        ImportRequest made;
        made.paths = {path};
        made.provider = "cirrus";
        return made;
    }
    [[nodiscard]] PriceAnswer ask(const std::string& words) const
    {
        PriceQuestion question;
        question.query.words = words;
        return valueOf(service.search(question, {}));
    }

    QTemporaryDir folder;
    CatalogueService service;
};

const QByteArray kTable = "machine,region,vcpus,memory_gib,price_per_hour,currency\n"
                          "zeppelin.small,north,2,8,0.10,USD\n"
                          "zeppelin.large,north,8,32,0.40,USD\n"
                          "zeppelin.large,south,8,32,0.44,USD\n";
const QByteArray kLater = "machine,region,vcpus,memory_gib,price_per_hour,currency\n"
                          "zeppelin.small,north,2,8,0.08,USD\n"
                          "zeppelin.large,north,8,32,0.50,USD\n"
                          "zeppelin.huge,north,64,256,3.20,USD\n";

} // namespace

class TestCatalogueService : public QObject
{
    Q_OBJECT

private slots:
    void searchFindsWhatTheWordsSay();
    void linesComeInWindowsAndInOrder();
    void detailTellsOriginAndOtherWays();
    void onlyPricesOfThePlanAreFound();
    void anIndexIsRefusedByNameWithAdvice();
    void aForeignTableGetsAMapping();
    void anEmptyFileIsAnError();
    void previewKeepsTheFirstRowsOnly();
    void checkStoresNothing();
    void committedPricesAreFound();
    void aSecondCommitAddsNothing();
    void checkCountsWhatALaterSheetChanges();
    void cancelLeavesTheCatalogueUntouched();
    void aRemovedSheetIsGone();
    void aFolderThatCannotBeWrittenIsNamed();
    void aSavedMappingComesBack();
    void exportWritesWhatWasFound();
    void exportMakesFormulasHarmless();
};

void TestCatalogueService::searchFindsWhatTheWordsSay()
{
    const Place place;
    const PriceAnswer answer = place.ask("h100 azure, mi300x");
    QVERIFY(answer.result->size() > 0);
    QVERIFY(answer.outOf > answer.result->size());
    for (const PriceLine& line : valueOf(answer.result->lines(0, 500))) {
        const QString name = QString::fromStdString(line.product().accelerator + " " + line.price().machine);
        const bool isFirst =
            name.contains(QLatin1String("h100"), Qt::CaseInsensitive) && line.price().provider == "azure";
        QVERIFY2(isFirst || name.contains(QLatin1String("mi300x"), Qt::CaseInsensitive), qPrintable(name));
    }
    QCOMPARE(place.ask("no such machine anywhere").result->size(), std::size_t{0});
}

void TestCatalogueService::linesComeInWindowsAndInOrder()
{
    const Place place;
    PriceQuestion question;
    question.query.kind = providers::PriceKind::AcceleratorMachine;
    question.query.sort = {{.column = providers::PriceColumn::PriceEach, .isDescending = false}};
    const PriceAnswer answer = valueOf(place.service.search(question, {}));
    const auto whole = valueOf(answer.result->lines(0, answer.result->size()));
    QCOMPARE(whole.size(), answer.result->size());
    QCOMPARE(valueOf(answer.result->lines(10, 5)), std::vector(whole.begin() + 10, whole.begin() + 15));
    double before = 0.0; // the index keeps prices as floats
    for (const PriceLine& line : whole) {
        const double each = line.listed.eachUsd.value_or(1e300); // unknown last
        QVERIFY2(each >= before * (1.0 - 1e-6), line.price().machine.c_str());
        before = each;
    }
    QVERIFY(valueOf(answer.result->lines(answer.result->size(), 5)).empty());
}

void TestCatalogueService::detailTellsOriginAndOtherWays()
{
    const Place place;
    const PriceAnswer answer = place.ask("\"p5.48xlarge\" on-demand");
    const auto lines = valueOf(answer.result->lines(0, 50));
    QVERIFY(!lines.empty());
    const PriceDetail detail = valueOf(answer.result->detail(lines.front()));
    QCOMPARE(detail.origin.sheet.name, std::string("shipped"));
    QVERIFY(!detail.history.empty());
    for (const PriceLine& other : detail.otherWays) {
        QCOMPARE(other.price().machine, lines.front().price().machine);
        QCOMPARE(other.price().region, lines.front().price().region);
    }
}

void TestCatalogueService::onlyPricesOfThePlanAreFound()
{
    const Place place;
    const auto lines = valueOf(place.ask("h100").result->lines(0, 3));
    QCOMPARE(lines.size(), std::size_t{3});
    PriceQuestion question;
    question.isPlanOnly = true;
    for (const PriceLine& line : {lines[2], lines[0]}) {
        question.planOffers.push_back({.letter = "A",
                                       .provider = line.price().provider,
                                       .region = line.price().region,
                                       .machine = line.price().machine,
                                       .purchase = line.price().purchase,
                                       .termMonths = line.price().termMonths});
    }
    const auto found = valueOf(valueOf(place.service.search(question, {})).result->lines(0, 99));
    QVERIFY(found.size() >= 2);
    QVERIFY(question.planOffers[0].isOf(found.front().price())); // in the order of the letters
}

void TestCatalogueService::anIndexIsRefusedByNameWithAdvice()
{
    const Place place;
    const auto path = place.write(
        "index.json",
        R"({"formatVersion":"v1.0","offers":{"AmazonEC2":{"offerCode":"AmazonEC2","versionIndexUrl":"/x","currentVersionUrl":"/y"}}})");
    const SheetFinding found = valueOf(place.service.detect(Place::request(path)));
    QVERIFY(found.isRefused());
    QCOMPARE(found.detection.format, std::string("aws-service-index"));
    QVERIFY(QString::fromStdString(found.advice).contains(QLatin1String("currentVersionUrl")));
    const auto check = place.service.check(Place::request(path), {}, {});
    QVERIFY(!check);
    QCOMPARE(check.error().code, model::ErrorCode::UnsupportedFormat);
}

void TestCatalogueService::aForeignTableGetsAMapping()
{
    const Place place;
    const auto path = place.write("preise.csv",
                                  "Maschine;Standort;Kerne;Preis pro Stunde (EUR)\n"
                                  "Zeppelin L;Nord;8;1.234,50\n"
                                  "Zeppelin S;Nord;2;0,25\n");
    const SheetFinding found = valueOf(place.service.detect(Place::request(path)));
    QVERIFY(!found.isRefused());
    QVERIFY(found.isTable);
    QCOMPARE(found.proposed.columns.at(providers::Target::Machine), std::string("Maschine"));
    QCOMPARE(found.proposed.notation.decimal, ',');
    QCOMPARE(found.proposed.currency, std::string("EUR"));
    QCOMPARE(found.rows.size(), std::size_t{2});
    const ImportPreview preview = valueOf(place.service.preview(Place::request(path), {}));
    QCOMPARE(preview.rows.size(), std::size_t{2});
    QCOMPARE(preview.rows[0].row.amount.toText(), std::string("1234.5"));
    QVERIFY(preview.isWhole);
    // The user says that the region stands where the file has the machine: the request's mapping is obeyed.
    ImportRequest request = Place::request(path);
    request.mapping = found.proposed;
    request.mapping->columns[providers::Target::Region] = "Maschine";
    QCOMPARE(valueOf(place.service.preview(request, {})).rows[0].row.region, std::string("Zeppelin L"));
}

void TestCatalogueService::anEmptyFileIsAnError()
{
    const Place place;
    const auto found = place.service.detect(Place::request(place.write("empty.csv", {})));
    QVERIFY(!found || found->isRefused());
    const auto missing = place.service.detect(Place::request(place.file("missing.csv")));
    QVERIFY(!missing);
    QVERIFY(!missing.error().where.empty());
}

void TestCatalogueService::previewKeepsTheFirstRowsOnly()
{
    const Place place;
    const auto path = place.writeOffers("offers.csv", 3'000'000);
    const ImportPreview preview = valueOf(place.service.preview(Place::request(path), {}));
    QCOMPARE(preview.rows.size(), kPreviewRows);
    QVERIFY(!preview.isWhole);
    QVERIFY(!preview.failure);
    QCOMPARE(preview.sheet.provider, std::string("aws"));
    QVERIFY(!preview.sheet.published.empty());
}

void TestCatalogueService::checkStoresNothing()
{
    const Place place;
    const auto path = place.write("zeppelin.csv", kTable);
    const ImportCheck check = valueOf(place.service.check(Place::request(path), {}, {}));
    QCOMPARE(check.outcome.offers, std::uint64_t{3});
    QCOMPARE(check.changes.added, std::size_t{3});
    QVERIFY(check.against.empty());
    QVERIFY(!QFile::exists(QString::fromStdString(place.file("data/catalogue.sqlite"))));
    QCOMPARE(place.ask("zeppelin").result->size(), std::size_t{0});
}

void TestCatalogueService::committedPricesAreFound()
{
    const Place place;
    QCOMPARE(place.ask("zeppelin").result->size(), std::size_t{0}); // the index is in memory now
    const auto path = place.write("zeppelin.csv", kTable);
    std::uint64_t told = 0;
    const ImportDone done = valueOf(place.service.commit(
        Place::request(path), [&](const ImportProgress& progress) { told = progress.bytesRead; }, {}));
    QCOMPARE(done.stored.added, std::size_t{3});
    QVERIFY(told > 0);
    QCOMPARE(place.ask("zeppelin").result->size(), std::size_t{3});
    QCOMPARE(place.ask("zeppelin south").result->size(), std::size_t{1});
    const CatalogueOverview overview = valueOf(place.service.overview());
    QCOMPARE(overview.info.sheets, std::size_t{1});
    const auto sheets = valueOf(place.service.sheets());
    QCOMPARE(sheets[0].importedAt, std::string("2026-11-28"));
    QCOMPARE(sheets[0].name, done.sheetName);
}

void TestCatalogueService::aSecondCommitAddsNothing()
{
    const Place place;
    const auto request = Place::request(place.write("zeppelin.csv", kTable));
    (void)valueOf(place.service.commit(request, {}, {}));
    const ImportCheck check = valueOf(place.service.check(request, {}, {}));
    QVERIFY(check.isKnown);
    QCOMPARE(check.changes.unchanged, std::size_t{3});
    QCOMPARE(check.changes.added, std::size_t{0});
    const ImportDone done = valueOf(place.service.commit(request, {}, {}));
    QCOMPARE(done.stored.added, std::size_t{0});
    QCOMPARE(done.stored.unchanged, std::size_t{3});
}

void TestCatalogueService::checkCountsWhatALaterSheetChanges()
{
    const Place place;
    (void)valueOf(place.service.commit(Place::request(place.write("zeppelin.csv", kTable)), {}, {}));
    const ImportCheck check =
        valueOf(place.service.check(Place::request(place.write("zeppelin.csv", kLater)), {}, {}));
    QVERIFY(!check.against.empty());
    QCOMPARE(check.changes.added, std::size_t{1});     // huge
    QCOMPARE(check.changes.lower, std::size_t{1});     // small 0.10 -> 0.08
    QCOMPARE(check.changes.higher, std::size_t{1});    // large north 0.40 -> 0.50
    QCOMPARE(check.changes.withdrawn, std::size_t{1}); // large south
    QCOMPARE(check.changes.unchanged, std::size_t{0});
    QCOMPARE(check.changes.largest.size(), std::size_t{2});
    QCOMPARE(check.changes.largest[0].row.machine, std::string("zeppelin.large")); // +25 % before -20 %
    QCOMPARE(check.changes.largest[0].before, 0.40);
    QCOMPARE(check.changes.largest[0].after, 0.50);
}

void TestCatalogueService::cancelLeavesTheCatalogueUntouched()
{
    const Place place;
    (void)valueOf(place.service.commit(Place::request(place.write("zeppelin.csv", kTable)), {}, {}));
    const std::string hash = valueOf(place.service.overview()).info.hash;
    const auto path = place.writeOffers("offers.csv", 60'000'000);
    std::stop_source stop;
    QElapsedTimer sinceStop;
    std::jthread stopper([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(250));
        sinceStop.start();
        stop.request_stop();
    });
    const auto done = place.service.commit(Place::request(path), {}, stop.get_token());
    QVERIFY(!done);
    QCOMPARE(done.error().code, model::ErrorCode::Cancelled);
    const qint64 elapsed = sinceStop.elapsed();
    qInfo("cancelled within %lld ms", elapsed);
    QVERIFY2(elapsed < 500, qPrintable(QString::number(elapsed)));
    QCOMPARE(valueOf(place.service.overview()).info.hash, hash);
    QCOMPARE(valueOf(place.service.sheets()).size(), std::size_t{1});
}

void TestCatalogueService::aRemovedSheetIsGone()
{
    const Place place;
    const ImportDone done =
        valueOf(place.service.commit(Place::request(place.write("zeppelin.csv", kTable)), {}, {}));
    QVERIFY(place.service.removeSheet(done.sheetName));
    QCOMPARE(place.ask("zeppelin").result->size(), std::size_t{0});
    QVERIFY(valueOf(place.service.sheets()).empty());
    const auto again = place.service.removeSheet(done.sheetName);
    QVERIFY(!again);
    QCOMPARE(again.error().code, model::ErrorCode::NotFound);
}

void TestCatalogueService::aFolderThatCannotBeWrittenIsNamed()
{
    const Place place;
    const auto blocked = place.write("blocked", "a file where a folder is wanted");
    const CatalogueService service = localCatalogueService(std::make_shared<LocalCatalogue>(CatalogueFiles{
        .file = std::nullopt, .importsGoTo = blocked + "/catalogue.sqlite", .mappings = {}, .today = {}}));
    const auto done = service.commit(Place::request(place.write("zeppelin.csv", kTable)), {}, {});
    QVERIFY(!done);
    QVERIFY(done.error().where.find("blocked") != std::string::npos);
    const CatalogueService nowhere = localCatalogueService(std::make_shared<LocalCatalogue>(
        CatalogueFiles{.file = std::nullopt, .importsGoTo = {}, .mappings = {}, .today = {}}));
    QVERIFY(!nowhere.commit(Place::request(place.file("zeppelin.csv")), {}, {}));
    QVERIFY(!nowhere.saveMapping({.name = "mine"}));
}

void TestCatalogueService::aSavedMappingComesBack()
{
    const Place place;
    providers::CsvMapping mapping;
    mapping.name = "finance/2026: Müller";
    mapping.currency = "EUR";
    mapping.columns[providers::Target::Machine] = "Maschine";
    QVERIFY(place.service.saveMapping(mapping));
    const auto known = place.service.mappings();
    const auto found = std::ranges::find(known, mapping.name, &SavedMapping::name);
    QVERIFY(found != known.end());
    QVERIFY(!found->isShipped);
    QCOMPARE(found->mapping, mapping);
    QVERIFY(std::ranges::any_of(known, [](const SavedMapping& each) { return each.isShipped; }));
    mapping.name.clear();
    QVERIFY(!place.service.saveMapping(mapping));
}

void TestCatalogueService::exportWritesWhatWasFound()
{
    const Place place;
    (void)valueOf(place.service.commit(Place::request(place.write("zeppelin.csv", kTable)), {}, {}));
    const PriceAnswer answer = place.ask("zeppelin north");
    const std::string path = place.file("out.csv");
    QCOMPARE(valueOf(place.service.exportCsv(*answer.result, path, {})), std::size_t{2});
    QFile file(QString::fromStdString(path));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = file.readAll().split('\n');
    QCOMPARE(lines.size(), 4); // header, two rows, nothing after the last line end
    QVERIFY(lines[0].startsWith("provider,service,machine,"));
    QCOMPARE(lines[0].count(','), lines[1].count(','));
    QVERIFY(lines[1].contains("zeppelin.large") || lines[2].contains("zeppelin.large"));
    const auto refused = place.service.exportCsv(*answer.result, place.file("no/such/folder/out.csv"), {});
    QVERIFY(!refused);
    QVERIFY(!refused.error().message.empty());
}

void TestCatalogueService::exportMakesFormulasHarmless()
{
    PriceLine line;
    line.listed.price.provider = "cirrus";
    line.listed.price.machine = "=cmd|' /C calc'!A0";
    line.listed.price.region = "a,\"b\"";
    const std::string text = priceCsvLine(line);
    QVERIFY(text.find(",'=cmd|' /C calc'!A0,") != std::string::npos);
    QVERIFY(text.find("\"a,\"\"b\"\"\"") != std::string::npos);
    const std::string header = priceCsvHeader();
    QCOMPARE(std::ranges::count(text, ',') - 1, std::ranges::count(header, ','));
}

QTEST_GUILESS_MAIN(TestCatalogueService)
#include "tst_CatalogueService.moc"
