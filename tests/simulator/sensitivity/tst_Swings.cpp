// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/sensitivity/Swings.h"
#include "tests/simulator/cost/CostFixture.h"

#include <QElapsedTimer>
#include <QtTest>

#include <algorithm>
#include <cmath>

using namespace wherewithal;
using namespace wherewithal::simulator;
using namespace wherewithal::simulator::test;

namespace {

OptionModel modelOf(const model::Plan& plan,
                    const model::CatalogueSlice& slice,
                    model::OptionKind kind = model::OptionKind::Machine)
{
    return buildOptionModel(plan, slice, spec(kind), capacities<double>()).value();
}

/// Data out is the only cost that an input moves, at one flat price: linear in bytes per request.
model::CatalogueSlice flatEgress()
{
    auto result = test::slice();
    result.services = {service(
        "egress-internet", "GB", {{.from = 0.0, .to = std::nullopt, .amount = model::Decimal(1, -1)}})};
    return result;
}

model::Plan bytesPlan(double least, double most)
{
    model::Plan result = test::plan();
    result.workloads.front().bytesOutPerRequest = model::Range::triangular(least, 0.5 * (least + most), most);
    return result;
}

double egressOf(const model::Plan& plan, double bytesPerRequest)
{
    double hours = 0.0;
    for (int month = 0; month < plan.horizonMonths; ++month) {
        hours += model::hoursInMonth(model::monthsLater(plan.starts, month));
    }
    return 10.0 * 3600.0 * hours * bytesPerRequest / 1e9 * 0.1; // requests x GB x price
}

} // namespace

class tst_Swings : public QObject
{
    Q_OBJECT
private slots:
    void aLinearInputSwingsExactly();
    void inputsThatMoveNothingAreLeftOut();
    void greatestSwingStandsFirst();
    void medianProbabilitiesGiveTheBaseCase();
    void aSwitchOverOfALinearInputIsExact();
    void noSwitchOverOutsideTheRange();
    void theOtherSideSeesTheSameValue();
    void idleShareOfAFlatLoadIsExact();
    void thirtyInputsTakeLessThanTheBar();
};

void tst_Swings::aLinearInputSwingsExactly()
{
    const auto plan = bytesPlan(1e6, 3e6);
    const auto slice = flatEgress();
    const auto found = swings(modelOf(plan, slice));
    const auto bytes = std::ranges::find_if(
        found, [](const Swing& swing) { return swing.input.name == "Transferred back per request"; });
    QVERIFY(bytes != found.end());
    QCOMPARE(bytes->input.place, std::string("/workloads/0/bytes_out_per_request"));
    const model::Range& range = plan.workloads.front().bytesOutPerRequest;
    const double difference = egressOf(plan, range.quantile(0.9)) - egressOf(plan, range.quantile(0.1));
    QVERIFY(difference > 0.0);
    QVERIFY(std::abs(bytes->costHigh - bytes->costLow - difference) < 1e-6 * difference);
}

void tst_Swings::inputsThatMoveNothingAreLeftOut()
{
    const auto plan = bytesPlan(1e6, 3e6);
    auto slice = flatEgress();
    slice.services.clear(); // egress is unknown: bytes move nothing that is known
    for (const Swing& swing : swings(modelOf(plan, slice))) {
        QVERIFY(swing.input.name != "Transferred back per request");
        QVERIFY(swing.input.name != "Electricity"); // not of a cloud machine
        QVERIFY(swing.width() > 0.0 || swing.costLow != swing.costHigh);
    }
}

void tst_Swings::greatestSwingStandsFirst()
{
    auto plan = bytesPlan(1e6, 3e6);
    plan.workloads.front().demand.peakPerSecond = model::Range::triangular(2.0, 10.0, 60.0);
    const auto slice = flatEgress();
    const auto found = swings(modelOf(plan, slice));
    QVERIFY(found.size() >= 3);
    QVERIFY(std::ranges::is_sorted(found, std::greater{}, &Swing::width));
    QCOMPARE(found.front().input.name, std::string("Peak arrivals"));
}

void tst_Swings::medianProbabilitiesGiveTheBaseCase()
{
    const auto plan = bytesPlan(1e6, 3e6);
    const auto slice = flatEgress();
    const auto option = modelOf(plan, slice, model::OptionKind::SelfHosted);
    const std::vector<double> half(inputCount(1), 0.5);
    const double base = totalAt(option, Draw{});
    QVERIFY(base > 0.0);
    QVERIFY(std::abs(totalAt(option, Draw(half)) - base) < 1e-9 * base);
    // Posting rounds every line of every month to a millionth.
    QVERIFY(std::abs(baseCost(option).base.toDouble() - base) < 1e-3);
}

void tst_Swings::aSwitchOverOfALinearInputIsExact()
{
    // The same machines, one pays 0.1 a GB, the other 300 more in all: they cost the same where data out
    // costs 300 more than in the median.
    const auto plan = bytesPlan(0.0, 4e6);
    const auto cheapEgress = flatEgress();
    auto noEgress = flatEgress();
    noEgress.services.front().tiers.front().amount = model::Decimal(0, 0);
    const auto withEgress = modelOf(plan, cheapEgress);
    auto fixed = modelOf(plan, noEgress);
    // A dearer machine makes up the difference: price per hour such that the totals meet at 2.5 MB a request.
    const double hours = totalAt(fixed, Draw{}) / 2.0;
    fixed.onDemand->list = 2.0 + egressOf(plan, 2.5e6) / hours;
    const auto found = switchOvers(withEgress, fixed);
    const auto bytes = std::ranges::find_if(
        found, [](const SwitchOver& each) { return each.input.name == "Transferred back per request"; });
    QVERIFY(bytes != found.end());
    QVERIFY(bytes->value.has_value());
    QVERIFY2(std::abs(*bytes->value - 2.5e6) < 10.0, qPrintable(QString::number(*bytes->value)));
    QVERIFY(bytes->isAbove); // cheaper now, dearer above
    // Triangular 0, 2, 4: the share above 2.5 is (4 - 2.5)^2 / (4 x 2).
    QVERIFY(std::abs(bytes->chance - 1.5 * 1.5 / 8.0) < 1e-6);
}

void tst_Swings::noSwitchOverOutsideTheRange()
{
    const auto plan = bytesPlan(0.0, 4e6);
    const auto slice = flatEgress();
    const auto option = modelOf(plan, slice);
    auto dear = option;
    dear.onDemand->list = 50.0;
    for (const SwitchOver& each : switchOvers(option, dear)) {
        if (each.input.name == "Transferred back per request") {
            QVERIFY(!each.value);
            QCOMPARE(each.chance, 0.0);
        }
    }
}

void tst_Swings::theOtherSideSeesTheSameValue()
{
    const auto plan = bytesPlan(0.0, 4e6);
    const auto slice = flatEgress();
    auto noEgress = flatEgress();
    noEgress.services.front().tiers.front().amount = model::Decimal(0, 0);
    const auto one = modelOf(plan, slice);
    auto other = modelOf(plan, noEgress);
    other.onDemand->list = 2.05;
    const auto valueIn = [](const std::vector<SwitchOver>& all) {
        const auto found = std::ranges::find_if(
            all, [](const SwitchOver& each) { return each.input.name == "Transferred back per request"; });
        return found == all.end() ? std::nullopt : found->value;
    };
    QCOMPARE(valueIn(switchOvers(one, other)), valueIn(switchOvers(other, one)));
}

void tst_Swings::idleShareOfAFlatLoadIsExact()
{
    // 10 requests/s on machines of 3.4: three machines, 10 / 10.2 of their work.
    const auto plan = test::plan();
    const auto slice = test::slice();
    const auto idle = idleFraction(modelOf(plan, slice));
    QVERIFY(idle.has_value());
    QVERIFY2(std::abs(*idle - (1.0 - 10.0 / 10.2)) < 1e-9, qPrintable(QString::number(*idle)));
}

void tst_Swings::thirtyInputsTakeLessThanTheBar()
{
    auto plan = bytesPlan(1e6, 3e6);
    plan.horizonMonths = 60;
    plan.workloads.front().demand.peakPerSecond = model::Range::triangular(2.0, 10.0, 60.0);
    plan.workloads.front().demand.growth = {.kind = model::Growth::Kind::Exponential,
                                            .perYear = model::Range::percentiles(0.1, 0.8)};
    const auto slice = flatEgress();
    const auto cloud = modelOf(plan, slice);
    const auto own = modelOf(plan, slice, model::OptionKind::SelfHosted);
    QElapsedTimer timer;
    timer.start();
    const auto found = switchOvers(cloud, own); // many times the work of a tornado
    const double perInput =
        static_cast<double>(timer.nsecsElapsed()) / 1e6 / static_cast<double>(found.size());
    qInfo("%zu inputs, %.2f ms each", found.size(), perInput);
    // Dev builds and loaded machines are slow: a fence, the bar itself is measured in release.
    QVERIFY(perInput < 100.0);
}

QTEST_APPLESS_MAIN(tst_Swings)
#include "tst_Swings.moc"
