// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/cost/Finance.h"

#include <QtTest>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>

using namespace wherewithal;
using namespace wherewithal::simulator;
using Json = nlohmann::json;

namespace {

/// A file of published cases outside the repository; nothing where it is absent, and the run says so.
std::optional<Json> sharedCase(const std::string& name)
{
    const char* folder = std::getenv("WHEREWITHAL_SHARED_DATA");
    const std::filesystem::path root = folder != nullptr ? folder : WHEREWITHAL_SOURCE_DIR "/../shared/data";
    std::ifstream file(root / "tco-cases" / (name + ".json"));
    if (!file) {
        std::cout << "absent, passed over: " << name << '\n';
        return std::nullopt;
    }
    return Json::parse(file);
}

/// The row `name` of a case's expectations: published value within its tolerance.
bool holds(const Json& expected, const std::string& name, double value)
{
    for (const Json& row : expected) {
        if (row.at("name") == name) {
            return std::abs(value - row.at("published").get<double>())
                   <= row.at("tolerance_abs").get<double>();
        }
    }
    return false;
}

std::vector<Band<double>> bandsOf(const Json& rows)
{
    std::vector<Band<double>> bands;
    double from = 0.0;
    for (const Json& row : rows) {
        const auto to = row[0].is_null() ? std::nullopt : std::optional(row[0].get<double>());
        bands.push_back({.from = from, .to = to, .rate = row[1].get<double>()});
        from = to.value_or(from);
    }
    return bands;
}

std::vector<double> numbers(const Json& rows)
{
    return rows.get<std::vector<double>>();
}

} // namespace

class tst_Finance : public QObject
{
    Q_OBJECT
private slots:
    void internalRatesAreThoseOfNumpy_data();
    void internalRatesAreThoseOfNumpy();
    void allRootsAreFound();
    void flowsOfOneSignHaveNoRate();
    void presentValueHasTwoNamedConventions();
    void datedRatesAgreeWithPublishedSeries();
    void facilityAmortisationIsThatOfTheBook();
    void lenovoBreaksEvenAsPublished_data();
    void lenovoBreaksEvenAsPublished();
    void tokensOfOwnServersCostWhatLenovoPrints();
    void egressTiersApplyToTheSum();
    void supportFeesAreThoseOfTheExamples();
    void exitPaysBackWithinMonths();
    void smallModelsBreakEvenAsPublished();
    void loansAndPresentValuesAreThoseOfSsc();
    void levelisedCostsAreThoseOfSsc();
    void breakEvenIsTheLastCrossing();
    void monthlyRateCompoundsToTheYear();
};

void tst_Finance::internalRatesAreThoseOfNumpy_data()
{
    // numpy-financial, commit f47e8af, test-suite; recomputed to ten digits.
    QTest::addColumn<QList<double>>("flows");
    QTest::addColumn<double>("rate");
    QTest::newRow("five years") << QList<double>{-150000, 15000, 25000, 35000, 45000, 60000} << 0.0524328889;
    QTest::newRow("loss") << QList<double>{-100, 0, 0, 74} << -0.0954958303;
    QTest::newRow("gain") << QList<double>{-100, 39, 59, 55, 20} << 0.2809484212;
}

void tst_Finance::internalRatesAreThoseOfNumpy()
{
    QFETCH(QList<double>, flows);
    QFETCH(double, rate);
    const auto rates = internalRates(std::vector<double>(flows.begin(), flows.end()));
    QVERIFY(rates.has_value());
    QCOMPARE(rates->size(), std::size_t{1});
    QVERIFY(std::abs(rates->front() - rate) <= 1e-9);
}

void tst_Finance::allRootsAreFound()
{
    // -1000 (1+r)^2 + 2300 (1+r) - 1320 = 0: 10 % and 20 %.
    const auto rates = internalRates(std::vector<double>{-1000.0, 2300.0, -1320.0});
    QCOMPARE(rates->size(), std::size_t{2});
    QVERIFY(std::abs((*rates)[0] - 0.1) <= 1e-10);
    QVERIFY(std::abs((*rates)[1] - 0.2) <= 1e-10);
}

void tst_Finance::flowsOfOneSignHaveNoRate()
{
    QCOMPARE(internalRates(std::vector<double>{-1.0, -2.0}).error().code, model::ErrorCode::NoSolution);
    QCOMPARE(internalRates(std::vector<double>{}).error().code, model::ErrorCode::NoSolution);
    QCOMPARE(datedInternalRates(
                 std::vector<DatedFlow>{{.day = {.year = 2026, .month = 1, .day = 1}, .amount = 5.0}})
                 .error()
                 .code,
             model::ErrorCode::NoSolution);
}

void tst_Finance::presentValueHasTwoNamedConventions()
{
    // numpy-financial: 122.89 with the first flow undiscounted.
    const std::vector<double> flows{-15000, 1500, 2500, 3500, 4500, 6000};
    QVERIFY(std::abs(netPresentValue(0.05, flows) - 122.8948549509) <= 1e-9);
    QVERIFY(std::abs(netPresentValue(0.05, flows, FirstFlow::AfterOnePeriod) - 122.8948549509 / 1.05)
            <= 1e-9);
    QCOMPARE(netPresentValue(0.0, flows), 3000.0);
}

void tst_Finance::datedRatesAgreeWithPublishedSeries()
{
    const auto day = [](const std::string& text) {
        return model::parseDay(text).value();
    };
    // PyXIRR, commit 5f31a85, test samples.
    const std::vector<DatedFlow> unordered{{day("2015-06-11"), -1000.0},
                                           {day("2015-07-21"), -9000.0},
                                           {day("2018-06-10"), 20000.0},
                                           {day("2015-10-17"), -3000.0}};
    QVERIFY(std::abs(datedInternalRates(unordered)->front() - 0.16353715844) <= 1e-8);
    const std::vector<DatedFlow> collapse{{day("2020-03-05"), -18480.0}, {day("2020-03-16"), 13120.0}};
    QVERIFY(std::abs(datedInternalRates(collapse)->front() + 0.9999884228170087) <= 1e-8);
    const auto file = sharedCase("xirr-dated");
    if (!file) {
        return;
    }
    for (const Json& entry : file->at("cases")) {
        std::vector<DatedFlow> flows;
        for (const Json& flow : entry.at("cash_flows")) {
            flows.push_back({.day = day(flow[0].get<std::string>()), .amount = flow[1].get<double>()});
        }
        const auto rates = datedInternalRates(flows);
        const std::string name = entry.at("name").get<std::string>();
        QVERIFY2(rates.has_value(), name.c_str());
        const double expected = entry.at("xirr").get<double>();
        const bool isNamed =
            std::ranges::any_of(*rates, [&](double rate) { return std::abs(rate - expected) <= 1e-8; });
        QVERIFY2(isNamed, name.c_str());
    }
}

void tst_Finance::facilityAmortisationIsThatOfTheBook()
{
    // Barroso, Clidaras, Hoelzle, The Datacenter as a Computer, chapter 6: 12 USD/W over 12 years = 0.08, at
    // 8 % 0.13 a month.
    QVERIFY(std::abs(12.0 * annuityFactor<double>(0.0, 144.0) - 0.0833333333) <= 1e-9);
    QVERIFY(std::abs(12.0 * annuityFactor<double>(0.08 / 12.0, 144.0) - 0.12989431) <= 1e-8);
}

void tst_Finance::lenovoBreaksEvenAsPublished_data()
{
    QTest::addColumn<double>("capital");
    QTest::addColumn<double>("ownPerHour");
    QTest::addColumn<double>("rentPerHour");
    QTest::addColumn<double>("hours");
    QTest::addColumn<double>("tolerance");
    // Lenovo Press LP2368 (2026-02-04), 8 x H100 against Azure.
    QTest::newRow("2026 on demand") << 250141.8 << 6.37 << 98.32 << 2720.0 << 1.0;
    QTest::newRow("2026 one year") << 250141.8 << 6.37 << 62.92 << 4423.0 << 1.0;
    QTest::newRow("2026 three years") << 250141.8 << 6.37 << 43.16 << 6800.0 << 1.0;
    QTest::newRow("2026 five years") << 250141.8 << 6.37 << 39.32 << 7591.0 << 1.0;
    // Lenovo Press LP2225 (2025-05-23), as quoted; the longer ones are rounded to tens there.
    QTest::newRow("2025 on demand") << 833806.0 << 0.87 << 98.32 << 8556.0 << 1.0;
    QTest::newRow("2025 one year") << 833806.0 << 0.87 << 77.43 << 10890.0 << 5.0;
    QTest::newRow("2025 three years") << 833806.0 << 0.87 << 53.95 << 15710.0 << 5.0;
}

void tst_Finance::lenovoBreaksEvenAsPublished()
{
    QFETCH(double, capital);
    QFETCH(double, ownPerHour);
    QFETCH(double, rentPerHour);
    QFETCH(double, hours);
    QFETCH(double, tolerance);
    QVERIFY(std::abs(*breakEvenHours(capital, ownPerHour, rentPerHour) - hours) <= tolerance);
    QVERIFY(!breakEvenHours(capital, rentPerHour, ownPerHour).has_value());
}

void tst_Finance::tokensOfOwnServersCostWhatLenovoPrints()
{
    // LP2368, 70B: 0.11 USD per million tokens own, 0.89 rented.
    const double own = 250141.8 / (5.0 * 8760.0) + 6.37;
    QVERIFY(std::abs(own - 12.08) <= 0.005);
    QVERIFY(std::abs(own / 3600.0 / 30576.0 * 1e6 - 0.11) <= 0.005);
    QVERIFY(std::abs(98.32 / 3600.0 / 30576.0 * 1e6 - 0.89) <= 0.005);
}

void tst_Finance::egressTiersApplyToTheSum()
{
    // Sydney 2020: first GB free, then 0.114; EC2 1 GB and S3 1 GB are 0.114 together, not nothing.
    const std::vector<Band<double>> bands{{.from = 0.0, .to = 1.0, .rate = 0.0},
                                          {.from = 1.0, .to = 10240.0, .rate = 0.114},
                                          {.from = 10240.0, .to = 51200.0, .rate = 0.098},
                                          {.from = 51200.0, .to = 153600.0, .rate = 0.094},
                                          {.from = 153600.0, .to = std::nullopt, .rate = 0.092}};
    QVERIFY(std::abs(graduated<double>(bands, 2.0) - 0.114) <= 1e-12);
    QCOMPARE(graduated<double>(bands, 1.0), 0.0);
    const double expected = 10239.0 * 0.114 + 40960.0 * 0.098 + 102400.0 * 0.094 + 100000.0 * 0.092;
    QVERIFY(std::abs(graduated<double>(bands, 253600.0) - expected) <= 1e-8);
    if (const auto file = sharedCase("aws-egress-aggregated-tiers")) {
        double sum = 0.0;
        for (const Json& flow : file->at("inputs").at("flows_gb")) {
            sum += flow.get<double>();
        }
        QVERIFY(holds(file->at("expected"),
                      "total",
                      graduated<double>(bandsOf(file->at("inputs").at("bands_upper_gb")), sum)));
    }
}

void tst_Finance::supportFeesAreThoseOfTheExamples()
{
    // AWS Support, worked examples: Business at 85,000 is 6,150, Developer at 2,000 is 60.
    const std::vector<Band<double>> business{{.from = 0.0, .to = 10000.0, .rate = 0.1},
                                             {.from = 10000.0, .to = 80000.0, .rate = 0.07},
                                             {.from = 80000.0, .to = 250000.0, .rate = 0.05},
                                             {.from = 250000.0, .to = std::nullopt, .rate = 0.03}};
    const std::vector<Band<double>> developer{{.from = 0.0, .to = std::nullopt, .rate = 0.03}};
    QVERIFY(std::abs(std::max(100.0, graduated<double>(business, 85000.0)) - 6150.0) <= 1e-9);
    QVERIFY(std::abs(std::max(29.0, graduated<double>(developer, 2000.0)) - 60.0) <= 1e-9);
    QCOMPARE(std::max(29.0, graduated<double>(developer, 10.0)), 29.0);
}

void tst_Finance::exitPaysBackWithinMonths()
{
    // 37signals (2024-10-17): 3.2 M to 1.3 M a year, 0.7 M of hardware, repaid within about half a year.
    std::vector<double> flows{-700000.0};
    flows.insert(flows.end(), 12, (3200000.0 - 1300000.0) / 12.0);
    QVERIFY(std::abs(*paybackPeriods(flows) - 4.4210526316) <= 1e-9);
    QVERIFY(!paybackPeriods(std::vector<double>{-1.0, 0.5}).has_value());
}

void tst_Finance::smallModelsBreakEvenAsPublished()
{
    // Pan and Wang, arXiv 2509.18101, gpt-oss-120B on two A100 against GPT-5: 30.9 months at the inputs they
    // imply.
    const double tokens = 220.0 * 176.0 * 3600.0 / 1e6;
    const double api = tokens / 3.0 * 1.25 + 2.0 * tokens / 3.0 * 10.0;
    QVERIFY(std::abs(*breakEvenHours(30000.0, 2.0 * 0.3 * 176.0 * 0.15, api) - 30.9) <= 0.11);
    const auto file = sharedCase("pan-2025-small-medium-llm-breakeven");
    if (!file) {
        return;
    }
    const Json& shared = file->at("inputs");
    for (const Json& model : file->at("models")) {
        const Json& inputs = model.at("inputs");
        const double q = inputs.at("tokens_per_second").get<double>()
                         * shared.at("hours_per_month").get<double>() * 3600.0 / 1e6;
        const double power =
            inputs.at("gpus").get<double>()
            * shared.at("kw_per_gpu_implied").at(inputs.at("gpu").get<std::string>()).get<double>()
            * shared.at("hours_per_month").get<double>() * shared.at("electricity_per_kwh").get<double>();
        for (const auto& [seller, prices] : shared.at("api_price_per_million").items()) {
            const double fee = q / 3.0 * prices[0].get<double>() + 2.0 * q / 3.0 * prices[1].get<double>();
            const auto months = breakEvenHours(inputs.at("hardware_cost").get<double>(), power, fee);
            QVERIFY2(months && holds(model.at("expected"), "breakeven_months." + seller, *months),
                     (model.at("model").get<std::string>() + " " + seller).c_str());
        }
    }
}

void tst_Finance::loansAndPresentValuesAreThoseOfSsc()
{
    const auto file = sharedCase("ssc-cashloan-25y");
    if (!file) {
        return;
    }
    for (const Json& entry : file->at("cases")) {
        const Json& inputs = entry.at("inputs");
        const double nominal = (1.0 + inputs.at("real_discount_rate").get<double>())
                                   * (1.0 + inputs.at("inflation").get<double>())
                               - 1.0;
        const Json& expected = entry.at("expected");
        QVERIFY(std::abs(nominal - expected.at("nominal_discount_rate")[0].get<double>()) <= 1e-12);
        const double value =
            netPresentValue(nominal, numbers(entry.at("given").at("cf_after_tax_cash_flow")));
        QVERIFY(std::abs(value - expected.at("npv")[0].get<double>()) <= 1e-9 * std::abs(value));
        const double loan =
            inputs.at("total_installed_cost").get<double>() * inputs.at("debt_fraction").get<double>();
        const double rate = inputs.at("loan_rate").get<double>();
        const double payment = loan * annuityFactor<double>(rate, inputs.at("loan_term").get<double>());
        const auto balances = numbers(expected.at("arrays").at("cf_debt_balance"));
        double balance = loan;
        for (std::size_t year = 0; year < balances.size(); ++year) {
            QVERIFY(std::abs(balance - balances[year]) <= 1e-9 * loan);
            balance -= payment - balance * rate;
        }
        const Json& payback = expected.at("payback_years")[0];
        const auto years = paybackPeriods(numbers(entry.at("given").at("cf_payback_with_expenses")));
        QVERIFY(payback.is_null() ? !years.has_value()
                                  : years && std::abs(*years - payback.get<double>()) <= 1e-5);
    }
}

void tst_Finance::levelisedCostsAreThoseOfSsc()
{
    // NREL ssc, lcoefcr, "Empirical_Trough".
    QVERIFY(std::abs((0.098 * 577422000.0 + 6593400.0) / 345519526.3075105 + 0.004 - 0.186857266201996)
            <= 1e-9);
}

void tst_Finance::breakEvenIsTheLastCrossing()
{
    const std::vector<double> owned{100, 110, 120, 130, 140, 150};
    const std::vector<double> rented{30, 60, 90, 120, 150, 180};
    QCOMPARE(breakEvenMonth(owned, rented).value(), 4);
    QCOMPARE(breakEvenMonth(rented, owned).value(), 4);
    QVERIFY(!breakEvenMonth(rented, rented).has_value());
    // A refresh makes the lead change hands three times: only the last one counts.
    const std::vector<double> refreshed{100, 100, 100, 400, 400, 400, 400};
    const std::vector<double> steady{60, 120, 180, 240, 300, 360, 420};
    QCOMPARE(breakEvenMonth(refreshed, steady).value(), 6);
}

void tst_Finance::monthlyRateCompoundsToTheYear()
{
    QVERIFY(std::abs(std::pow(1.0 + monthlyRate<double>(0.06), 12.0) - 1.06) <= 1e-14);
    QCOMPARE(midMonthFactor<double>(0.0, 30), 1.0);
}

QTEST_APPLESS_MAIN(tst_Finance)
#include "tst_Finance.moc"
