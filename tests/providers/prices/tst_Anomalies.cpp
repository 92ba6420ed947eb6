// SPDX-License-Identifier: GPL-3.0-or-later
#include "PriceTesting.h"
#include "providers/import/prices/SheetDiff.h"
#include "providers/import/prices/SheetWriter.h"
#include "providers/store/EmbeddedCatalogue.h"

#include <QTemporaryDir>
#include <QtTest>

#include <fmt/format.h>

using namespace wherewithal;
using namespace wherewithal::providers;
using namespace wherewithal::testing;

namespace {

/// A table of one family, one line each: "size,vcpu,price".
std::string family(const std::string& lines)
{
    return "instance type,region,vcpu,memory gib,price per hour,currency\n" + lines;
}

std::string size(const char* machine, double vcpus, double price)
{
    return fmt::format("{},here,{},{},{},USD\n", machine, vcpus, vcpus * 4.0, price);
}

std::string ordinary()
{
    return size("m1.large", 2, 0.1) + size("m1.xlarge", 4, 0.2) + size("m1.2xlarge", 8, 0.4)
           + size("m1.4xlarge", 16, 0.8) + size("m1.8xlarge", 32, 1.6);
}

/// Messages of one kind of anomaly.
std::vector<std::string> found(const Imported& sheet, const char* kind)
{
    std::vector<std::string> messages;
    for (const RowIssue& issue : sheet.outcome->issues) {
        if (issue.column == kind) {
            messages.push_back(fmt::format("{}: {}", issue.line, issue.message));
        }
    }
    return messages;
}

struct Stored
{
    SheetOutcome stored;
    std::vector<PriceJump> jumps;
};

Stored store(CatalogueStore& catalogue, const std::string& text, const char* name)
{
    SheetWriter writer(catalogue, "2026-11-22");
    const auto outcome = importSheet({memorySource(text, name)}, {}, writer);
    if (!outcome) {
        qFatal("%s", model::text(outcome.error()).c_str());
    }
    return {writer.stored(), writer.jumps()};
}

} // namespace

class tst_Anomalies : public QObject
{
    Q_OBJECT

private slots:
    void anOrdinaryFamilyIsQuiet();
    void aMonthlyPriceAmongHourlyOnesIsASlip();
    void aPriceFarFromItsFamilyIsPointedOut();
    void burstableSizesAreNoOutliers();
    void aZeroPriceIsWarnedOfAndNotUsed();
    void aJumpAgainstTheLastSheetIsToldWithItsLine();
    void aUnitSlipAgainstTheLastSheetIsNamed();
    void twoListsOfOneDayAreComparedWhole();
    void aPreviewEndsEarly();
    void heldBackUntilTold();
};

void tst_Anomalies::anOrdinaryFamilyIsQuiet()
{
    const auto sheet = importText(family(ordinary()));
    QVERIFY(sheet->outcome.has_value());
    QCOMPARE(sheet->outcome->offers, std::uint64_t{5});
    QCOMPARE(sheet->outcome->warnings, std::uint64_t{0});
}

void tst_Anomalies::aMonthlyPriceAmongHourlyOnesIsASlip()
{
    const auto sheet = importText(family(ordinary() + size("m1.16xlarge", 64, 3.2 * 730.0)));
    const auto slips = found(*sheet, "anomaly:unit-slip");
    QCOMPARE(slips.size(), std::size_t{1});
    QVERIFY2(slips[0].starts_with("7: 730 times"), slips[0].c_str());
}

void tst_Anomalies::aPriceFarFromItsFamilyIsPointedOut()
{
    const auto sheet = importText(family(ordinary() + size("m1.16xlarge", 64, 0.32)));
    const auto outliers = found(*sheet, "anomaly:outlier-in-family");
    QCOMPARE(outliers.size(), std::size_t{1});
    QVERIFY2(outliers[0].starts_with("7: 0.1 times"), outliers[0].c_str());
}

/// Eight times the price for the same processors, but in step with memory.
void tst_Anomalies::burstableSizesAreNoOutliers()
{
    std::string lines;
    for (const auto& [name, memory, price] : {std::tuple("t1.nano", 0.5, 0.005),
                                              std::tuple("t1.micro", 1.0, 0.01),
                                              std::tuple("t1.small", 2.0, 0.02),
                                              std::tuple("t1.medium", 4.0, 0.04),
                                              std::tuple("t1.large", 8.0, 0.08),
                                              std::tuple("t1.xlarge", 16.0, 0.16)}) {
        lines += fmt::format("{},here,2,{},{},USD\n", name, memory, price);
    }
    const auto sheet = importText(family(lines));
    QVERIFY(found(*sheet, "anomaly:outlier-in-family").empty());
}

void tst_Anomalies::aZeroPriceIsWarnedOfAndNotUsed()
{
    const auto sheet = importText(family(ordinary() + size("m1.old", 2, 0.0)));
    QCOMPARE(sheet->outcome->warnings, std::uint64_t{1});
    const auto* zero = sheet->one([](const OfferRow& o) { return o.machine == "m1.old"; });
    QVERIFY(zero != nullptr && !zero->isMachinePrice);
}

void tst_Anomalies::aJumpAgainstTheLastSheetIsToldWithItsLine()
{
    const QTemporaryDir folder;
    auto catalogue = openCatalogue(folder.filePath(QStringLiteral("c.sqlite")).toStdString());
    QVERIFY(store(*catalogue, family(ordinary()), "march.csv").jumps.empty());
    const auto second =
        store(*catalogue, family(size("m1.large", 2, 0.16) + size("m1.xlarge", 4, 0.29)), "june.csv");
    QCOMPARE(second.jumps.size(), std::size_t{1}); // +60 %; +45 % is none
    QCOMPARE(second.jumps[0].line, std::uint64_t{2});
    QCOMPARE(second.jumps[0].before, 0.1);
    QCOMPARE(second.jumps[0].after, 0.16);
    QVERIFY(!second.jumps[0].isUnitSlip && second.jumps[0].thing.starts_with("m1.large here"));
}

void tst_Anomalies::aUnitSlipAgainstTheLastSheetIsNamed()
{
    const QTemporaryDir folder;
    auto catalogue = openCatalogue(folder.filePath(QStringLiteral("c.sqlite")).toStdString());
    static_cast<void>(store(*catalogue, family(size("m1.large", 2, 73.0)), "march.csv"));
    const auto second = store(*catalogue, family(size("m1.large", 2, 0.1)), "june.csv");
    QCOMPARE(second.jumps.size(), std::size_t{1});
    QVERIFY(second.jumps[0].isUnitSlip);
}

/// Neither list says a day: both are of the day of import, and neither takes the other's rows away.
void tst_Anomalies::twoListsOfOneDayAreComparedWhole()
{
    const QTemporaryDir folder;
    auto catalogue = openCatalogue(folder.filePath(QStringLiteral("c.sqlite")).toStdString());
    const auto first = store(*catalogue, family(ordinary()), "march.csv");
    QCOMPARE(first.stored.added, std::size_t{5});
    const auto second = store(*catalogue,
                              family(size("m1.large", 2, 0.1) + size("m1.xlarge", 4, 0.25)
                                     + size("m1.2xlarge", 8, 0.3) + size("m9.large", 2, 0.2)),
                              "june.csv");
    QCOMPARE(second.stored, (SheetOutcome{.added = 1, .unchanged = 1, .changed = 2, .machines = 4}));
    const auto sheets = catalogue->sheets();
    QCOMPARE(sheets->size(), std::size_t{2});
    const auto before = catalogue->sheetRows((*sheets)[1].name);
    const auto after = catalogue->sheetRows((*sheets)[0].name);
    QCOMPARE(before->size(), std::size_t{5});
    QCOMPARE(after->size(), std::size_t{4});
    const SheetDifference difference = diffSheets(*before, *after);
    QCOMPARE(difference.added.size(), std::size_t{1});
    QCOMPARE(difference.removed.size(), std::size_t{2});
    QCOMPARE(difference.dearer.size(), std::size_t{1});
    QCOMPARE(difference.cheaper.size(), std::size_t{1});
    QCOMPARE(difference.same, std::size_t{1});
    QCOMPARE(difference.families.at("m1").dearer, std::size_t{1});
    QCOMPARE(difference.families.at("m9").added, std::size_t{1});
    QVERIFY(!(*sheets)[0].contentHash.empty()); // known when all is read, and kept
    QVERIFY((*sheets)[0].contentHash != (*sheets)[1].contentHash);
}

void tst_Anomalies::aPreviewEndsEarly()
{
    ImportOptions options;
    options.mostOffers = 2;
    const auto sheet = importText(family(ordinary()), options);
    QVERIFY(sheet->outcome.has_value());
    QVERIFY(!sheet->outcome->isComplete);
    QCOMPARE(sheet->sink.offers().size(), std::size_t{2});
    options.mostOffers = 5;
    QVERIFY(importText(family(ordinary()), options)->outcome->isComplete);
}

void tst_Anomalies::heldBackUntilTold()
{
    const QTemporaryDir folder;
    auto catalogue = openCatalogue(folder.filePath(QStringLiteral("c.sqlite")).toStdString());
    {
        SheetWriter writer(*catalogue, "2026-11-22", SheetWriter::Commit::WhenTold);
        QVERIFY(importSheet({memorySource(family(ordinary()), "march.csv")}, {}, writer).has_value());
        QCOMPARE(writer.stored().added, std::size_t{5});
    }
    QVERIFY(catalogue->sheets()->empty());
    SheetWriter writer(*catalogue, "2026-11-22", SheetWriter::Commit::WhenTold);
    const std::string text = family(ordinary());
    QVERIFY(importSheet({memorySource(text, "march.csv")}, {}, writer).has_value());
    QVERIFY(writer.commit().has_value());
    QCOMPARE(catalogue->sheets()->front().offers, std::size_t{5});
}

QTEST_APPLESS_MAIN(tst_Anomalies)
#include "tst_Anomalies.moc"
