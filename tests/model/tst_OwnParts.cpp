// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/plan/OwnParts.h"

#include <QtTest>

#include <algorithm>

using namespace wherewithal::model;

/// The plan's own servers, sites and answers among the facts of the catalogue.
class tst_OwnParts : public QObject
{
    Q_OBJECT
private slots:
    void aPlanWithoutPartsChangesNothing();
    void anOwnServerStandsBeforeTheCatalogues();
    void aSiteStatesItsPricesInThePlansCurrency();
    void whatIsNotKnownStaysUnknown();
    void answersCarryTheirDayAndSayThatTheyAreOwn();
    void theOrderOfTheSliceIsKept();
};

namespace {

CatalogueSlice catalogue()
{
    CatalogueSlice slice;
    slice.servers = {{.id = ServerBuildId{"b"}, .displayName = "Theirs"}, {.id = ServerBuildId{"d"}}};
    slice.sites = {{.id = SiteId{"m"}, .displayName = "Market"}};
    slice.questions = {{.id = QuestionId{"q"}, .criterion = Criterion::Integrity, .text = "Is it so?"}};
    slice.evidence = {{.id = EvidenceId{"a"}}, {.id = EvidenceId{"z"}}};
    return slice;
}

} // namespace

void tst_OwnParts::aPlanWithoutPartsChangesNothing()
{
    CatalogueSlice slice = catalogue();
    QVERIFY(!hasOwnParts(Plan{}));
    addOwnParts(slice, Plan{});
    QCOMPARE(slice, catalogue());
}

void tst_OwnParts::anOwnServerStandsBeforeTheCatalogues()
{
    Plan plan;
    plan.currency = Currency::eur();
    plan.servers = {{.id = ServerBuildId{"b"},
                     .displayName = "Ours",
                     .accelerator = AcceleratorId{"l40s"},
                     .acceleratorCount = 4,
                     .price = Range::triangular(40000, 42000, 50000),
                     .loadWatts = 1500,
                     .source = "offer 4711",
                     .date = "2026-11-02"}};
    QVERIFY(hasOwnParts(plan));
    CatalogueSlice slice = catalogue();
    addOwnParts(slice, plan);
    QCOMPARE(slice.servers.size(), std::size_t{2});
    const ServerBuild* server = slice.findServer(ServerBuildId{"b"});
    QVERIFY(server != nullptr);
    QCOMPARE(server->displayName, std::string("Ours"));
    QCOMPARE(server->price.range(), std::optional(Range::triangular(40000, 42000, 50000)));
    QCOMPARE(server->price.currency, Currency::eur());
    QCOMPARE(server->price.source.date, std::string("2026-11-02"));
    QVERIFY(server->price.source.title.find("own figure") != std::string::npos);
    QVERIFY(server->price.source.title.find("offer 4711") != std::string::npos);
    QCOMPARE(server->powerWatts.typical, std::optional(1500.0));
}

void tst_OwnParts::aSiteStatesItsPricesInThePlansCurrency()
{
    Plan plan;
    plan.currency = Currency::eur();
    plan.sites = {{.id = SiteId{"cellar"},
                   .country = "DE",
                   .rentPerKilowattMonth = Range{100.0},
                   .electricityPerKwh = Range{0.22},
                   .pue = Range{1.3}}};
    CatalogueSlice slice = catalogue();
    addOwnParts(slice, plan);
    const Site* site = slice.findSite(SiteId{"cellar"});
    QVERIFY(site != nullptr);
    QCOMPARE(site->displayName, std::string("cellar")); // no name: the id
    QCOMPARE(site->electricityPerKwh.unit, std::string("EUR/kWh"));
    QCOMPARE(site->electricityPerKwh.range(), std::optional(Range{0.22}));
    QCOMPARE(site->pue, std::optional(Range{1.3}));
}

void tst_OwnParts::whatIsNotKnownStaysUnknown()
{
    Plan plan;
    plan.servers = {{.id = ServerBuildId{"x"}}};
    plan.sites = {{.id = SiteId{"y"}}};
    CatalogueSlice slice = catalogue();
    addOwnParts(slice, plan);
    QVERIFY(!slice.findServer(ServerBuildId{"x"})->price.range());
    QVERIFY(!slice.findServer(ServerBuildId{"x"})->powerWatts.range());
    QVERIFY(!slice.findSite(SiteId{"y"})->electricityPerKwh.range());
    QVERIFY(!slice.findSite(SiteId{"y"})->pue);
}

void tst_OwnParts::answersCarryTheirDayAndSayThatTheyAreOwn()
{
    Plan plan;
    plan.answers = {{.provider = ProviderId{"p"},
                     .question = QuestionId{"q"},
                     .answer = Answer::Partial,
                     .source = "mail of their support",
                     .date = {.year = 2026, .month = 11, .day = 20}}};
    CatalogueSlice slice = catalogue();
    addOwnParts(slice, plan);
    QCOMPARE(slice.evidence.size(), std::size_t{3});
    const Evidence& own = slice.evidence[1];
    QVERIFY(own.isOwn);
    QCOMPARE(own.criterion, Criterion::Integrity);
    QCOMPARE(own.source.date, std::string("2026-11-20"));
    QVERIFY(own.source.title.starts_with("own answer of the plan"));
}

void tst_OwnParts::theOrderOfTheSliceIsKept()
{
    Plan plan;
    plan.servers = {{.id = ServerBuildId{"e"}}, {.id = ServerBuildId{"c"}}, {.id = ServerBuildId{"a"}}};
    CatalogueSlice slice = catalogue();
    addOwnParts(slice, plan);
    QVERIFY(std::ranges::is_sorted(slice.servers, {}, &ServerBuild::id));
    QCOMPARE(slice.servers.size(), std::size_t{5});
}

QTEST_APPLESS_MAIN(tst_OwnParts)
#include "tst_OwnParts.moc"
