// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/explain/Traced.h"

#include <QtTest>

using namespace wherewithal::model;

namespace {

template <Number N>
N monthlyCost(const N& machines, const N& hours, const N& price)
{
    return named(machines * hours * price, "machines in a month", "USD", "machines x hours x price");
}

} // namespace

class tst_Figure : public QObject
{
    Q_OBJECT
private slots:
    void oneFormulaGivesTheSameNumberTwice();
    void theTreeHoldsFormulaInputsAndSource();
    void unknownIsNotZero();
    void sharedFiguresArePrintedOnce();
};

void tst_Figure::oneFormulaGivesTheSameNumberTwice()
{
    const Traced price = leaf<Traced>(5.898, [] { return Figure{.name = "price per hour", .unit = "USD/h", .source = {.title = "sheet"}}; });
    const Traced traced = monthlyCost<Traced>(Traced{7.0}, Traced{730.0}, price);
    QCOMPARE(traced.value(), monthlyCost<double>(7.0, 730.0, 5.898));
}

void tst_Figure::theTreeHoldsFormulaInputsAndSource()
{
    const Traced price = leaf<Traced>(2.0, [] { return Figure{.name = "price per hour", .unit = "USD/h", .source = {.title = "sheet", .url = "u", .date = "2026-01-01"}}; });
    const Traced machines = named(Traced{3.0}, "machines", "", "demand / capacity");
    const FigurePtr figure = figureOf(monthlyCost(machines, Traced{10.0}, price));
    QCOMPARE(figure->name, std::string("machines in a month"));
    QCOMPARE(figure->value.value(), 60.0);
    QCOMPARE(figure->inputs.size(), std::size_t{2});
    QCOMPARE(figure->inputs[1]->source.date, std::string("2026-01-01"));
    const std::string printed = plainText(figure);
    QVERIFY(printed.find("machines x hours x price") != std::string::npos);
    QVERIFY(printed.find("source: sheet, u, 2026-01-01") != std::string::npos);
}

void tst_Figure::unknownIsNotZero()
{
    QCOMPARE(plainNumber(std::nullopt), std::string("unknown"));
    QCOMPARE(plainNumber(0.1), std::string("0.1"));
    QVERIFY(!Figure{}.value.has_value());
}

void tst_Figure::sharedFiguresArePrintedOnce()
{
    const Traced shared = named(Traced{2.0}, "shared", "", "made here");
    const Traced left = named(shared * Traced{2.0}, "left", "", "shared x 2");
    const Traced right = named(shared * Traced{3.0}, "right", "", "shared x 3");
    const FigurePtr sum = figureOf(named(left + right, "sum", "", "left + right"));
    QCOMPARE(figureCount(sum), std::size_t{4});
    const std::string printed = plainText(sum);
    QCOMPARE(printed.find("made here"), printed.rfind("made here"));
}

QTEST_APPLESS_MAIN(tst_Figure)
#include "tst_Figure.moc"
