// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/explain/Formula.h"

#include <QtTest>

using namespace wherewithal::model;

namespace {

FigurePtr leaf(const char* name, std::optional<double> value)
{
    return std::make_shared<const Figure>(Figure{.name = name, .value = value});
}

} // namespace

class tst_Formula : public QObject
{
    Q_OBJECT
private slots:
    void bindsWordsInOrder()
    {
        const Figure price{.name = "Price on the plan",
                           .value = 5.8981,
                           .formula = "list price x (1 - discount)",
                           .inputs = {leaf("List price", 9.074), leaf("Discount", 0.35)}};
        const auto bound = boundFormula(price);
        QVERIFY(bound.has_value());
        QCOMPARE(bound->size(), std::size_t{7});
        QCOMPARE(bound->front().input->name, std::string("List price"));
        QCOMPARE((*bound)[5].input->name, std::string("Discount"));
        QCOMPARE((*bound)[3].number, 1.0);
    }
    void productsComeBeforeSums()
    {
        const Figure sum{.value = 14.0,
                         .formula = "a + b x c",
                         .inputs = {leaf("a", 2.0), leaf("b", 3.0), leaf("c", 4.0)}};
        QVERIFY(boundFormula(sum).has_value());
    }
    void givesNothingThatIsNotProved()
    {
        // The arithmetic of the words does not give the value.
        QVERIFY(
            !boundFormula({.value = 7.0, .formula = "a x b", .inputs = {leaf("a", 2.0), leaf("b", 3.0)}}));
        // Words without an input, inputs without a word, an unknown input, prose.
        QVERIFY(!boundFormula({.value = 6.0, .formula = "a x b", .inputs = {leaf("a", 6.0)}}));
        QVERIFY(!boundFormula(
            {.value = 6.0, .formula = "a x b", .inputs = {leaf("a", 6.0), leaf("b", std::nullopt)}}));
        QVERIFY(!boundFormula({.value = 6.0, .formula = "sum of the months", .inputs = {leaf("a", 6.0)}}));
        QVERIFY(!boundFormula({.value = std::nullopt, .formula = "a x 2", .inputs = {leaf("a", 3.0)}}));
        QVERIFY(!boundFormula({.value = 6.0, .formula = "a x (2", .inputs = {leaf("a", 3.0)}}));
        QVERIFY(!boundFormula({.value = 6.0, .formula = "a / 0", .inputs = {leaf("a", 3.0)}}));
    }
};

QTEST_APPLESS_MAIN(tst_Formula)
#include "tst_Formula.moc"
