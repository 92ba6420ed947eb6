// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/store/CatalogueBuilder.h"
#include "providers/store/CatalogueSchema.h"
#include "providers/store/CatalogueStore.h"

#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>

using namespace wherewithal;
using namespace wherewithal::providers;

namespace {

QByteArray headerOf(const TableSpec& spec)
{
    QByteArray line;
    for (const ColumnSpec& column : spec.columns) {
        line += (line.isEmpty() ? "" : ",")
                + QByteArray(column.name.data(), static_cast<qsizetype>(column.name.size()));
    }
    return line + "\n";
}

/// A folder with every table, empty but for one provider, region, machine, price and source.
class SmallResources
{
public:
    SmallResources()
    {
        for (const TableSpec& spec : catalogueTables()) {
            const QString file =
                QString::fromUtf8(spec.file.data(), static_cast<qsizetype>(spec.file.size()));
            if (!file.startsWith(QLatin1Char('*'))) {
                write(file, headerOf(spec));
            }
        }
        append("sources.csv", "list,Price list,https://example.invalid,2026-11-01,MIT,primary,\n");
        append("providers.csv", "cirrus,Cirrus,cloud,,\n");
        append("regions.csv", "cirrus,east,East,US,North America,\n");
        write(QStringLiteral("cirrus/machines.csv"),
              machineHeader() + "small,s,general,2,8,x86_64,,,,,,,,list,2026-11-01,\n");
        write(QStringLiteral("cirrus/prices-on-demand.csv"),
              priceHeader() + "small,east,linux,on-demand,,,hour,USD,0.1,,,list,2026-11-01,\n");
    }

    [[nodiscard]] static QByteArray machineHeader() { return headerOf(table("machine")); }
    [[nodiscard]] static QByteArray priceHeader() { return headerOf(table("price")); }
    [[nodiscard]] std::filesystem::path path() const { return m_folder.path().toStdString(); }
    [[nodiscard]] std::filesystem::path image() const
    {
        return m_folder.filePath(QStringLiteral("out.sqlite")).toStdString();
    }

    void write(const QString& file, const QByteArray& text) const { save(file, text, QIODevice::WriteOnly); }
    void append(const char* file, const QByteArray& text) const
    {
        save(QString::fromLatin1(file), text, QIODevice::WriteOnly | QIODevice::Append);
    }

private:
    [[nodiscard]] static const TableSpec& table(std::string_view name)
    {
        return *std::ranges::find(catalogueTables(), name, &TableSpec::name);
    }
    void save(const QString& file, const QByteArray& text, QIODevice::OpenMode mode) const
    {
        const QString path = m_folder.filePath(file);
        QDir().mkpath(QFileInfo(path).path());
        QFile out(path);
        if (!out.open(mode) || out.write(text) != text.size()) {
            qFatal("cannot write %s", qPrintable(path));
        }
    }

    QTemporaryDir m_folder;
};

} // namespace

class TestCatalogueBuilder : public QObject
{
    Q_OBJECT

private slots:
    void buildsAnImageThatTheStoreReads();
    void hashDoesNotDependOnTheOrderOfRows();
    void hashChangesWithAnyCell();
    void reportsFileLineAndColumn_data();
    void reportsFileLineAndColumn();
    void leavesTheOldImageWhenTheResourcesAreWrong();
    void reportsEveryFaultAtOnce();
};

void TestCatalogueBuilder::buildsAnImageThatTheStoreReads()
{
    const SmallResources resources;
    const BuildOutcome outcome = buildCatalogue(resources.path(), resources.image());
    QVERIFY2(outcome.errors.empty(), outcome.errors.empty() ? "" : text(outcome.errors.front()).c_str());
    QCOMPARE(outcome.rows, 5U);
    const auto store = CatalogueStore::open(resources.image(), {});
    QVERIFY2(store.has_value(), store ? "" : text(store.error()).c_str());
    const auto prices = store->listPrices({});
    QVERIFY(prices.has_value());
    QCOMPARE(prices->size(), 1U);
    QCOMPARE(prices->front().amount.toText(), std::string("0.1"));
    QCOMPARE(prices->front().source.title, std::string("Price list"));
    QCOMPARE(store->info()->hash, outcome.hash);
    QVERIFY(!store->isWritable());
}

void TestCatalogueBuilder::hashDoesNotDependOnTheOrderOfRows()
{
    const SmallResources a;
    a.append("providers.csv", "nimbus,Nimbus,cloud,,\nstratus,Stratus,cloud,,\n");
    const SmallResources b;
    b.append("providers.csv", "stratus,Stratus,cloud,,\nnimbus,Nimbus,cloud,,\n");
    QCOMPARE(checkCatalogue(a.path()).hash, checkCatalogue(b.path()).hash);
}

void TestCatalogueBuilder::hashChangesWithAnyCell()
{
    const SmallResources a;
    const SmallResources b;
    QCOMPARE(checkCatalogue(a.path()).hash, checkCatalogue(b.path()).hash);
    b.write(QStringLiteral("cirrus/prices-on-demand.csv"),
            SmallResources::priceHeader()
                + "small,east,linux,on-demand,,,hour,USD,0.11,,,list,2026-11-01,\n");
    QVERIFY(checkCatalogue(a.path()).hash != checkCatalogue(b.path()).hash);
}

void TestCatalogueBuilder::reportsFileLineAndColumn_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<QByteArray>("where");
    const auto price = [](const char* name, const char* row, const char* where) {
        QTest::addRow("%s", name) << QStringLiteral("cirrus/prices-spot.csv")
                                  << SmallResources::priceHeader() + row + "\n"
                                  << QByteArray(where);
    };
    price("unknown machine",
          "big,east,linux,spot,,,hour,USD,0.1,,,list,2026-11-01,",
          "cirrus/prices-spot.csv:2:machine");
    price("unknown region",
          "small,west,linux,spot,,,hour,USD,0.1,,,list,2026-11-01,",
          "cirrus/prices-spot.csv:2:region");
    price("unknown purchase",
          "small,east,linux,gift,,,hour,USD,0.1,,,list,2026-11-01,",
          "cirrus/prices-spot.csv:2:purchase");
    price("unknown unit",
          "small,east,linux,spot,,,week,USD,0.1,,,list,2026-11-01,",
          "cirrus/prices-spot.csv:2:unit");
    price("no amount",
          "small,east,linux,spot,,,hour,USD,,,,list,2026-11-01,",
          "cirrus/prices-spot.csv:2:amount");
    price("negative amount",
          "small,east,linux,spot,,,hour,USD,-1,,,list,2026-11-01,",
          "cirrus/prices-spot.csv:2:amount");
    price("amount that is no number",
          "small,east,linux,spot,,,hour,USD,nan,,,list,2026-11-01,",
          "cirrus/prices-spot.csv:2:amount");
    price("unknown source",
          "small,east,linux,spot,,,hour,USD,0.1,,,rumour,2026-11-01,",
          "cirrus/prices-spot.csv:2:source");
    price("no source",
          "small,east,linux,spot,,,hour,USD,0.1,,,,2026-11-01,",
          "cirrus/prices-spot.csv:2:source");
    price("no such day",
          "small,east,linux,spot,,,hour,USD,0.1,,,list,2026-02-30,",
          "cirrus/prices-spot.csv:2:as_of");
    price("no currency",
          "small,east,linux,spot,,,hour,dollar,0.1,,,list,2026-11-01,",
          "cirrus/prices-spot.csv:2:currency");
    price("commitment without a term",
          "small,east,linux,reserved,,none,hour,USD,0.1,,,list,2026-11-01,",
          "cirrus/prices-spot.csv:2:term_months");
    price("free without a reason",
          "small,east,linux,spot,,,hour,USD,0,,,list,2026-11-01,",
          "cirrus/prices-spot.csv:2");
    price("blank at the end",
          "small,east,linux,spot,,,hour,USD,0.1,,,list,2026-11-01,note ",
          "cirrus/prices-spot.csv:2:note");
    price("the same price twice",
          "small,east,linux,on-demand,,,hour,USD,0.1,,,list,2026-11-01,",
          "cirrus/prices-spot.csv:2");
    price("a cell too many",
          "small,east,linux,spot,,,hour,USD,0.1,,,list,2026-11-01,,",
          "cirrus/prices-spot.csv:2");
    QTest::addRow("another header") << QStringLiteral("limits.csv") << QByteArray("a,b\n")
                                    << QByteArray("limits.csv:1");
    QTest::addRow("a folder without a provider")
        << QStringLiteral("ghost/machines.csv") << SmallResources::machineHeader()
        << QByteArray("ghost/machines.csv");
    QTest::addRow("a device that is not there")
        << QStringLiteral("cirrus/machines.csv")
        << SmallResources::machineHeader() + "small,s,general,2,8,x86_64,gpu,GPU,1,80,,,,list,2026-11-01,\n"
        << QByteArray("cirrus/machines.csv:2:accelerator_id");
    QTest::addRow("half a device") << QStringLiteral("cirrus/machines.csv")
                                   << SmallResources::machineHeader()
                                          + "small,s,general,2,8,x86_64,,GPU,0.5,80,,,,list,2026-11-01,\n"
                                   << QByteArray("cirrus/machines.csv:2:accelerator_count");
    QTest::addRow("larger than a mebibyte")
        << QStringLiteral("cirrus/machines.csv") << QByteArray(1024 * 1024 + 1, 'x')
        << QByteArray("cirrus/machines.csv");
}

void TestCatalogueBuilder::reportsFileLineAndColumn()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, row);
    QFETCH(QByteArray, where);
    const SmallResources resources;
    resources.write(file, row);
    const BuildOutcome outcome = checkCatalogue(resources.path());
    QVERIFY2(!outcome.errors.empty(), "no error was found");
    QCOMPARE(QByteArray::fromStdString(outcome.errors.front().where), where);
    QVERIFY(!outcome.errors.front().message.empty());
}

void TestCatalogueBuilder::leavesTheOldImageWhenTheResourcesAreWrong()
{
    const SmallResources resources;
    QVERIFY(buildCatalogue(resources.path(), resources.image()).errors.empty());
    const auto before = std::filesystem::last_write_time(resources.image());
    resources.append("providers.csv", "nimbus,Nimbus,balloon,,\n");
    QVERIFY(!buildCatalogue(resources.path(), resources.image()).errors.empty());
    QVERIFY(std::filesystem::last_write_time(resources.image()) == before);
}

void TestCatalogueBuilder::reportsEveryFaultAtOnce()
{
    const SmallResources resources;
    resources.append("providers.csv", "nimbus,Nimbus,balloon,,\nstratus,,cloud,nowhere,\n");
    QCOMPARE(checkCatalogue(resources.path()).errors.size(), 3U);
}

QTEST_APPLESS_MAIN(TestCatalogueBuilder)
#include "tst_CatalogueBuilder.moc"
