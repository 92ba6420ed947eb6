// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/compare/Frozen.h"
#include "tests/support/SmallCatalogue.h"

#include <QTest>

#include <algorithm>

using namespace wherewithal::model;
using namespace wherewithal::simulator;

namespace {

Plan planOn(Purchase purchase, int termMonths)
{
    Plan plan;
    Candidate candidate;
    candidate.provider = ProviderId{"cirrus"};
    candidate.region = RegionId{"east"};
    candidate.machine = MachineId{"big"};
    candidate.purchase = purchase;
    candidate.termMonths = termMonths;
    plan.candidates = {candidate};
    return plan;
}

UsedPrice recorded(std::string option, std::string what, const char* amount)
{
    UsedPrice used{.optionId = std::move(option), .what = std::move(what)};
    used.amount = parseDecimal(amount).value();
    used.unit = "USD/h";
    used.currency = "USD";
    used.date = "2025-01-01";
    return used;
}

std::string priceOf(const CatalogueSlice& slice, Purchase purchase)
{
    const auto at = std::ranges::find_if(slice.prices, [&](const Price& price) {
        return price.machine.text() == "big" && price.region.text() == "east" && price.purchase == purchase;
    });
    return at == slice.prices.end() ? std::string{} : at->amount.toText();
}

} // namespace

/// Prices kept as the plan recorded them.
class tst_Frozen : public QObject
{
    Q_OBJECT

private slots:
    void putsARecordedPriceBack();
    void aCommitmentAlsoUsesThePriceOnDemand();
    void leavesOtherPricesAlone();
    void refusesAPlanWithoutRecord();
    void tellsWhichPricesChanged();
};

void tst_Frozen::putsARecordedPriceBack()
{
    Plan plan = planOn(Purchase::OnDemand, 0);
    plan.pricesUsed = {recorded("cirrus/east/big/on-demand", "machine", "12.5")};
    CatalogueSlice slice = wherewithal::tests::smallCatalogue();
    QVERIFY(freezePrices(plan, slice).has_value());
    QCOMPARE(priceOf(slice, Purchase::OnDemand), std::string("12.5"));
}

void tst_Frozen::aCommitmentAlsoUsesThePriceOnDemand()
{
    Plan plan = planOn(Purchase::Reserved, 12);
    plan.pricesUsed = {recorded("cirrus/east/big/reserved-12m", "machine", "50"),
                       recorded("cirrus/east/big/reserved-12m", "machine-committed", "20")};
    CatalogueSlice slice = wherewithal::tests::smallCatalogue();
    QVERIFY(freezePrices(plan, slice).has_value());
    QCOMPARE(priceOf(slice, Purchase::OnDemand), std::string("50"));
    QCOMPARE(priceOf(slice, Purchase::Reserved), std::string("20"));
}

void tst_Frozen::leavesOtherPricesAlone()
{
    Plan plan = planOn(Purchase::OnDemand, 0);
    plan.pricesUsed = {recorded("nobody/east/big/on-demand", "machine", "1"),
                       recorded("cirrus/east/big/on-demand", "machine", "2")};
    plan.pricesUsed[1].currency = "EUR"; // another currency is another price
    const CatalogueSlice before = wherewithal::tests::smallCatalogue();
    CatalogueSlice slice = before;
    QVERIFY(freezePrices(plan, slice).has_value());
    QVERIFY(slice == before);
}

void tst_Frozen::refusesAPlanWithoutRecord()
{
    CatalogueSlice slice = wherewithal::tests::smallCatalogue();
    QCOMPARE(freezePrices(planOn(Purchase::OnDemand, 0), slice).error().code, ErrorCode::NotFound);
}

void tst_Frozen::tellsWhichPricesChanged()
{
    Plan plan;
    plan.pricesUsed = {
        recorded("a", "machine", "1"), recorded("a", "egress", "2"), recorded("gone", "machine", "3")};
    const std::vector<PriceUse> now{{.price = recorded("a", "machine", "1.5")},
                                    {.price = recorded("a", "egress", "2")},
                                    {.price = recorded("b", "machine", "9")}};
    const auto changes = changedPrices(plan, now);
    QCOMPARE(changes.size(), std::size_t{1});
    QCOMPARE(changes[0].before.amount.toText(), std::string("1"));
    QCOMPARE(changes[0].now.amount.toText(), std::string("1.5"));
}

QTEST_APPLESS_MAIN(tst_Frozen)
#include "tst_Frozen.moc"
