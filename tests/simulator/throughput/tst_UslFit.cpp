// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/throughput/UslFit.h"

#include <QtTest>

#include <cmath>
#include <limits>

using namespace wherewithal;
using model::ErrorCode;
using simulator::UslPoint;

namespace {

bool isNear(double reached, double expected, double tolerance)
{
    return std::abs(reached - expected) <= tolerance;
}

} // namespace

class tst_UslFit : public QObject
{
    Q_OBJECT
private slots:
    void repeatsTheFitOfSpecSdm91();
    void repeatsTheTextbookCurve();
    void whatIfValuesFollowFromTheCurve();
    void staysWithinItsBounds();
    void threePointsHaveNoErrors();
    void refusesWhatCannotBeFitted_data();
    void refusesWhatCannotBeFitted();
};

// R package usl 3.0.3 on SPEC SDM91 (N. J. Gunther, Guerrilla Capacity Planning, 2007): coefficients,
// standard errors, peak, limit and optimum as it prints them.
void tst_UslFit::repeatsTheFitOfSpecSdm91()
{
    const std::vector<UslPoint> points{
        {1, 64.9}, {18, 995.9}, {36, 1652.4}, {72, 1853.2}, {108, 1828.9}, {144, 1775.0}, {216, 1702.2}};
    const auto fit = simulator::fitUsl(points);
    QVERIFY(fit.has_value() && fit->isConverged && !fit->hasFewPoints);
    QVERIFY(isNear(fit->curve.alpha, 0.0277285, 5e-7));
    QVERIFY(isNear(fit->curve.beta, 0.0001044, 5e-8));
    QVERIFY(isNear(fit->curve.gamma, 89.9952384, 5e-5));
    QVERIFY(isNear(*fit->alphaError, 0.009122, 5e-6));
    QVERIFY(isNear(*fit->betaError, 1.988e-5, 5e-9));
    QVERIFY(isNear(*fit->gammaError, 14.2134906, 5e-5));
    QVERIFY(isNear(fit->residualError, 82.85, 0.005));
    QCOMPARE(fit->degreesOfFreedom, 4);
    QVERIFY(isNear(*fit->curve.peakLoad(), 96.51956, 1e-3));
    QVERIFY(isNear(fit->curve.throughput(*fit->curve.peakLoad()), 1884, 0.5));
    QVERIFY(isNear(*fit->curve.amdahlLimit(), 3245.589, 0.05));
    QVERIFY(isNear(*fit->curve.optimalLoad(), 36.06401, 1e-3));
}

void tst_UslFit::repeatsTheTextbookCurve()
{
    const std::vector<UslPoint> points{
        {1, 1}, {2, 1.8868}, {4, 3.0769}, {6, 3.5294}, {8, 3.5398}, {10, 3.3557}};
    const auto fit = simulator::fitUsl(points);
    QVERIFY(fit.has_value());
    QVERIFY(isNear(fit->curve.alpha, 0.02, 5e-4));
    QVERIFY(isNear(fit->curve.beta, 0.02, 5e-4));
    QVERIFY(isNear(fit->curve.gamma, 1.0, 5e-3));
}

void tst_UslFit::whatIfValuesFollowFromTheCurve()
{
    const simulator::UslCurve curve{.alpha = 0.001, .beta = 1e-5, .gamma = 1.0};
    QVERIFY(isNear(*curve.peakLoad(), 316.0696, 1e-3)); // R package usl
    QVERIFY(isNear(*curve.optimalLoad(), 1000.0, 1e-6));
    QVERIFY(!simulator::UslCurve{.gamma = 1.0}.peakLoad().has_value());
}

void tst_UslFit::staysWithinItsBounds()
{
    const std::vector<UslPoint> faster{
        {1, 1}, {2, 2.5}, {4, 6}, {8, 14}, {16, 30}, {32, 70}}; // better than linear
    const auto fit = simulator::fitUsl(faster);
    QVERIFY(fit.has_value());
    QVERIFY(fit->curve.alpha == 0.0 && fit->curve.beta == 0.0);
    QVERIFY(fit->curve.gamma > 1.0);
}

void tst_UslFit::threePointsHaveNoErrors()
{
    const std::vector<UslPoint> points{{1, 10}, {4, 30}, {16, 60}};
    const auto fit = simulator::fitUsl(points);
    QVERIFY(fit.has_value() && fit->hasFewPoints);
    QVERIFY(!fit->alphaError.has_value());
}

void tst_UslFit::refusesWhatCannotBeFitted_data()
{
    QTest::addColumn<int>("fault");
    QTest::addColumn<int>("code");
    QTest::addRow("two points") << 0 << static_cast<int>(ErrorCode::MissingField);
    QTest::addRow("negative") << 1 << static_cast<int>(ErrorCode::OutOfRange);
    QTest::addRow("not a number") << 2 << static_cast<int>(ErrorCode::OutOfRange);
    QTest::addRow("one load") << 3 << static_cast<int>(ErrorCode::Inconsistent);
}

void tst_UslFit::refusesWhatCannotBeFitted()
{
    QFETCH(int, fault);
    QFETCH(int, code);
    const std::vector<std::vector<UslPoint>> broken{
        {{1, 1}, {2, 2}},
        {{1, 1}, {2, -2}, {3, 3}},
        {{1, 1}, {2, std::numeric_limits<double>::quiet_NaN()}, {3, 3}},
        {{2, 1}, {2, 2}, {2, 3}}};
    const auto fit = simulator::fitUsl(broken[static_cast<std::size_t>(fault)]);
    QVERIFY(!fit.has_value());
    QCOMPARE(static_cast<int>(fit.error().code), code);
}

QTEST_APPLESS_MAIN(tst_UslFit)
#include "tst_UslFit.moc"
