// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/charts/PlainChartView.h"
#include "app/gui/models/FigureInputsModel.h"
#include "app/gui/models/FigureTreeModel.h"
#include "app/gui/models/OptionsModel.h"
#include "app/gui/theme/Tokens.h"
#include "app/gui/widgets/CommandPalette.h"
#include "tests/app/support/Fixture.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace wherewithal;
using namespace wherewithal::app;

namespace {

RunResultPtr result(int paths = 1024)
{
    auto made = std::make_shared<RunResult>();
    made->plan = std::make_shared<const model::Plan>(fixture::plan());
    made->slice = std::make_shared<const model::CatalogueSlice>(fixture::slice());
    made->comparison = std::make_shared<const simulator::Comparison>(fixture::comparison(*made->plan, paths));
    return made;
}

constexpr auto kStrict = QAbstractItemModelTester::FailureReportingMode::QtTest;

} // namespace

class TestModels : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void optionsModelIsConsistent();
    void optionsStandInGroups();
    void sortingMovesRankedRowsOnly();
    void unknownIsAWordAndSortsLast();
    void aLowerBoundSaysSo();
    void everyOptionCellHasAccessibleText();
    void excludedRowsNameWhatDecides();
    void limitsHaveShortNamesWithTheWholeOneAtHand();
    void excludedRowsNameTheReason();
    void figureTreeIsConsistent();
    void figureTreeSharesTheUnitOfItsLines();
    void figureInputsNameTheirOrigin();
    void niceTicksCoverTheRange_data();
    void niceTicksCoverTheRange();
    void labelsAreSpread();
    void optionColoursDifferPairwise();
    void fuzzySearchPrefersBeginnings();
};

void TestModels::optionsModelIsConsistent()
{
    OptionsModel model;
    const QAbstractItemModelTester tester(&model, kStrict);
    model.setResult(result());
    model.setStale(true);
    model.sort(static_cast<int>(OptionsModel::Column::Cost), Qt::DescendingOrder);
    model.setResult(result(0));
    model.setResult(nullptr);
    QCOMPARE(model.rowCount(), 0);
}

void TestModels::optionsStandInGroups()
{
    OptionsModel model;
    model.setResult(result());
    QCOMPARE(model.rowCount(), 6 + 1 + 1 + 1 + 5);
    QCOMPARE(model.index(0, 0).data(LetterRole).toString(), QStringLiteral("A"));
    QCOMPARE(model.index(6, 0).data(RowKindRole).toInt(), static_cast<int>(RowKind::Group));
    QCOMPARE(model.index(7, 0).data(LetterRole).toString(), QStringLiteral("G"));
    QCOMPARE(model.index(9, 0).data(RowKindRole).toInt(), static_cast<int>(RowKind::Compact));
    QCOMPARE(model.rowOf(QStringLiteral("L")), 13);
}

void TestModels::sortingMovesRankedRowsOnly()
{
    OptionsModel model;
    model.setResult(result());
    model.sort(static_cast<int>(OptionsModel::Column::Cost), Qt::DescendingOrder);
    QCOMPARE(model.index(0, 0).data(LetterRole).toString(), QStringLiteral("E"));
    QCOMPARE(model.index(5, 0).data(LetterRole).toString(), QStringLiteral("A"));
    QCOMPARE(model.index(7, 0).data(LetterRole).toString(), QStringLiteral("G"));
}

void TestModels::unknownIsAWordAndSortsLast()
{
    OptionsModel model;
    model.setResult(result());
    const int undecided = model.rowOf(QStringLiteral("G"));
    const QModelIndex latency = model.index(undecided, static_cast<int>(OptionsModel::Column::Latency));
    QCOMPARE(latency.data().toString(), QStringLiteral("unknown"));
    QVERIFY(!latency.data(SortRole).isValid());
    QVERIFY(latency.data(IsMutedRole).toBool());
    model.sort(static_cast<int>(OptionsModel::Column::FirstLimit), Qt::DescendingOrder);
    QCOMPARE(model.index(5, 0).data(LetterRole).toString(), QStringLiteral("F")); // meets no limit
}

void TestModels::aLowerBoundSaysSo()
{
    OptionsModel model;
    model.setResult(result());
    const auto cell =
        model.index(model.rowOf(QStringLiteral("G")), static_cast<int>(OptionsModel::Column::Cost))
            .data(RangeRole)
            .value<RangeCell>();
    QVERIFY(cell.isLowerBound);
    QVERIFY(cell.number.startsWith(QChar(0x2265)));
    QVERIFY(!cell.p10);
    QCOMPARE(cell.note, QStringLiteral("a part is unknown"));
    const QModelIndex cost =
        model.index(model.rowOf(QStringLiteral("G")), static_cast<int>(OptionsModel::Column::Cost));
    QVERIFY(cost.data(Qt::ToolTipRole).toString().contains(QLatin1String("licence price")));
}

void TestModels::everyOptionCellHasAccessibleText()
{
    OptionsModel model;
    model.setResult(result());
    for (int row = 0; row < model.rowCount(); ++row) {
        for (int column = 0; column < model.columnCount(); ++column) {
            const QString text = model.index(row, column).data(Qt::AccessibleTextRole).toString();
            QVERIFY2(!text.isEmpty(), qPrintable(QStringLiteral("row %1 column %2").arg(row).arg(column)));
            QVERIFY(!text.contains(QLatin1String("nan")) && !text.contains(QLatin1String("inf ")));
        }
    }
}

void TestModels::excludedRowsNameTheReason()
{
    OptionsModel model;
    model.setResult(result());
    const QModelIndex cell =
        model.index(model.rowOf(QStringLiteral("H")), static_cast<int>(OptionsModel::Column::Latency));
    QVERIFY(cell.data().toString().contains(QLatin1String("Customer-managed keys")));
    QCOMPARE(cell.data(PlaceRole).toString(), QStringLiteral("keys"));
    QVERIFY(!cell.data(LinkRole).toString().isEmpty());
}

/// A warning stands before the reason that excludes: the row names the latter.
void TestModels::excludedRowsNameWhatDecides()
{
    const RunResultPtr plain = result();
    auto changed = std::make_shared<RunResult>(*plain);
    auto comparison = std::make_shared<simulator::Comparison>(*plain->comparison);
    auto& options = comparison->options;
    const auto excluded = std::ranges::find(
        options, std::string("H"), [](const simulator::OptionResult& option) { return option.spec.letter; });
    excluded->reasons.insert(excluded->reasons.begin(),
                             {.kind = simulator::Reason::Kind::Warning, .text = "A price is old"});
    changed->comparison = comparison;
    OptionsModel model;
    model.setResult(changed);
    const QModelIndex cell =
        model.index(model.rowOf(QStringLiteral("H")), static_cast<int>(OptionsModel::Column::Latency));
    QVERIFY2(cell.data().toString().contains(QLatin1String("Customer-managed keys")),
             qPrintable(cell.data().toString()));
    QCOMPARE(cell.data(PlaceRole).toString(), QStringLiteral("keys"));
}

void TestModels::limitsHaveShortNamesWithTheWholeOneAtHand()
{
    const RunResultPtr plain = result();
    auto changed = std::make_shared<RunResult>(*plain);
    auto comparison = std::make_shared<simulator::Comparison>(*plain->comparison);
    auto& option = comparison->options.front();
    auto& limit = option.workloads[option.bindingWorkload].firstLimit;
    QVERIFY(limit);
    limit->key = "throughput";
    limit->name = "Throughput of the first machines";
    changed->comparison = comparison;
    OptionsModel model;
    model.setResult(changed);
    const QModelIndex cell = model.index(model.rowOf(QString::fromStdString(option.spec.letter)),
                                         static_cast<int>(OptionsModel::Column::FirstLimit));
    QCOMPARE(cell.data().toString(), QStringLiteral("Throughput"));
    for (const int role : {static_cast<int>(Qt::ToolTipRole), static_cast<int>(Qt::AccessibleTextRole)}) {
        QVERIFY(cell.data(role).toString().contains(QLatin1String("Throughput of the first machines")));
    }
}

void TestModels::figureTreeIsConsistent()
{
    FigureTreeModel model;
    model.setRoot(fixture::costFigure());
    QCOMPARE(model.rowCount(), 6);
    const QModelIndex machines = model.index(0, 0);
    QVERIFY(model.canFetchMore(machines));
    model.fetchMore(machines);
    QCOMPARE(model.rowCount(machines), 4);
    QCOMPARE(model.index(0, 0, machines).parent(), machines);
    const QAbstractItemModelTester tester(&model, kStrict); // opens every branch
    QVERIFY(!model.canFetchMore(model.index(1, 0)));
}

void TestModels::figureTreeSharesTheUnitOfItsLines()
{
    FigureTreeModel model;
    model.setRoot(fixture::costFigure());
    QCOMPARE(model.commonUnit(), QStringLiteral("thousand USD"));
    QCOMPARE(model.index(0, 1).data().toString(), QStringLiteral("1,148.6"));
    QCOMPARE(model.index(5, 1).data().toString(), QStringLiteral("unknown"));
}

void TestModels::figureInputsNameTheirOrigin()
{
    FigureInputsModel model;
    const QAbstractItemModelTester tester(&model, kStrict);
    model.setFigure(fixture::costFigure()->inputs.front()->inputs.back()); // price on the plan
    QCOMPARE(model.rowCount(), 2);
    const auto origin = [&](int row, int role) {
        return model.index(row, static_cast<int>(FigureInputsModel::Column::Origin)).data(role).toString();
    };
    QCOMPARE(origin(0, LinkRole), QStringLiteral("source 1"));
    QCOMPARE(origin(1, Qt::DisplayRole), QStringLiteral("assumed"));
    QCOMPARE(model.sources().size(), std::size_t{1});
    QCOMPARE(model.index(1, static_cast<int>(FigureInputsModel::Column::Value)).data().toString(),
             QStringLiteral("35"));
    QCOMPARE(model.index(1, static_cast<int>(FigureInputsModel::Column::Unit)).data().toString(),
             QStringLiteral("%"));
}

void TestModels::niceTicksCoverTheRange_data()
{
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addRow("thousands") << 998.0 << 3259.0;
    QTest::addRow("small") << 0.0 << 0.37;
    QTest::addRow("negative") << -400.0 << 380.0;
    QTest::addRow("narrow") << 79.0 << 81.0;
}

void TestModels::niceTicksCoverTheRange()
{
    QFETCH(double, low);
    QFETCH(double, high);
    const auto ticks = niceTicks(low, high, 5);
    QVERIFY(ticks.front() <= low + 1e-9);
    QVERIFY(ticks.back() >= high - 1e-9);
    QVERIFY(ticks.size() >= 3 && ticks.size() <= 10);
}

void TestModels::labelsAreSpread()
{
    const auto placed = spreadLabels({10, 11, 12, 100}, 17, 6, 94);
    for (std::size_t index = 1; index < placed.size(); ++index) {
        QVERIFY(placed[index] - placed[index - 1] >= 17 - 1e-9);
    }
    QVERIFY(placed.back() <= 94);
}

void TestModels::optionColoursDifferPairwise()
{
    for (const Tokens* t : {&lightTokens(), &darkTokens()}) {
        for (std::size_t a = 0; a < t->options.size(); ++a) {
            for (std::size_t b = a + 1; b < t->options.size(); ++b) {
                QVERIFY(t->options[a] != t->options[b]);
            }
        }
        QCOMPARE(t->option(QStringLiteral("AA")), t->text2);
        QCOMPARE(isDarkPalette(t->palette()), t->isDark);
    }
}

void TestModels::fuzzySearchPrefersBeginnings()
{
    QCOMPARE(fuzzyScore(QStringLiteral("xyz"), QStringLiteral("Growth of demand")), 0);
    QVERIFY(fuzzyScore(QStringLiteral("gro"), QStringLiteral("Growth of demand"))
            > fuzzyScore(QStringLiteral("gro"), QStringLiteral("Google a3-highgpu-1g region")));
}

QTEST_MAIN(TestModels)
#include "tst_Models.moc"
