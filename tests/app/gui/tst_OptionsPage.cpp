// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/models/TableModel.h"
#include "app/gui/pages/EditorForm.h"
#include "app/gui/pages/OptionSources.h"
#include "app/gui/theme/Theme.h"
#include "tests/app/support/PageBench.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace wherewithal;
using namespace wherewithal::app;

namespace {

/// The Options page of a window on the fixture.
struct Bench : tests::PageBench
{
    explicit Bench(model::Plan plan = fixture::plan())
        : PageBench(PageId::Options, std::move(plan), fixture::engine())
    {}

    /// Chooses an entry of the Add menu.
    void add(const QString& name) const
    {
        auto* menu = find<QMenu>(QStringLiteral("addSourceMenu"));
        QVERIFY(menu != nullptr);
        for (QAction* action : menu->actions()) {
            if (action->objectName() == name) {
                action->trigger();
                QCoreApplication::processEvents();
                return;
            }
        }
        QFAIL(qPrintable(name));
    }
};

model::Plan planWith(std::vector<model::CandidateQuery> queries, std::vector<model::Candidate> candidates)
{
    model::Plan plan = fixture::plan();
    plan.queries = std::move(queries);
    plan.candidates = std::move(candidates);
    plan.brownfield = {};
    return plan;
}

} // namespace

class TestOptionsPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everySourceIsListed();
    void modelsAreConsistent();
    void aPlanWithoutSourcesSaysWhatToDo();
    void aQueryIsAddedEditedAndUndone();
    void aLeastMemoryIsTypedInGibibytes();
    void aWrongCountIsExplainedAndKeepsTheOld();
    void providersAreMarkedInAMenu();
    void duplicateAndRemoveAreSteps();
    void ownServersShowTheirAssumptions();
    void anAssumptionBeyondItsRangeIsRefused();
    void aCommitmentNeedsAMonth();
    void aDiscountIsTypedInPerCent();
    void aMachineIsChosenFromTheSearch();
    void theEditorSurvivesTheUndoOfItsObject();
    void aServerOfOnesOwnIsAddedAndEdited();
    void aSiteOfOnesOwnIsAddedAndEdited();
    void aCandidateTakesAServerOfOnesOwnInOneStep();
    void anOwnPartThatIsWrongIsExplained();
};

void TestOptionsPage::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    installTheme(*qApp);
}

void TestOptionsPage::everySourceIsListed()
{
    model::Plan plan = planWith({model::CandidateQuery{}}, {model::Candidate{}});
    plan.brownfield.servers = {{.count = 2}};
    plan.brownfield.commitments = {{.count = 1}};
    plan.brownfield.discountFraction = {{model::ProviderId("aws"), 0.1}};
    const auto sources = sourcesOf(plan);
    QCOMPARE(sources.size(), std::size_t{5});
    for (const SourceRef& source : sources) {
        QVERIFY(holds(plan, source));
        QVERIFY(!sourceText(Format(), plan, source).isEmpty());
    }
    QVERIFY(!holds(plan, {SourceRef::Kind::Query, 1}));
    const Bench bench(plan);
    QCOMPARE(bench.find<QTableView>(QStringLiteral("sourcesTable"))->model()->rowCount(), 5);
}

void TestOptionsPage::modelsAreConsistent()
{
    Bench bench;
    for (const char* name : {"sourcesTable", "optionList"}) {
        auto* table = bench.find<QTableView>(QString::fromLatin1(name));
        const QAbstractItemModelTester tester(table->model(),
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        bench.add(QStringLiteral("addQuery"));
        bench.undo();
    }
}

void TestOptionsPage::aPlanWithoutSourcesSaysWhatToDo()
{
    Bench bench(planWith({}, {}));
    QVERIFY(!bench.find<QPushButton>(QStringLiteral("removeSource"))->isEnabled());
    QVERIFY(!bench.find<QPushButton>(QStringLiteral("duplicateSource"))->isEnabled());
    bench.add(QStringLiteral("addQuery"));
    QVERIFY(bench.find<QPushButton>(QStringLiteral("removeSource"))->isEnabled());
}

void TestOptionsPage::aQueryIsAddedEditedAndUndone()
{
    Bench bench(planWith({}, {}));
    bench.add(QStringLiteral("addQuery"));
    QCOMPARE(bench.plan().queries.size(), std::size_t{1});
    QCOMPARE(bench.undoText(), QStringLiteral("add a query"));
    bench.type(QStringLiteral("/queries/0/per_provider"), QStringLiteral("3"));
    QCOMPARE(bench.plan().queries[0].perProvider, 3);
    QVERIFY2(bench.undoText().contains(QStringLiteral("2 → 3")), qPrintable(bench.undoText()));
    bench.undo();
    QCOMPARE(bench.plan().queries[0].perProvider, 2);
    bench.undo();
    QVERIFY(bench.plan().queries.empty());
}

void TestOptionsPage::aLeastMemoryIsTypedInGibibytes()
{
    Bench bench(planWith({model::CandidateQuery{}}, {}));
    const QString place = QStringLiteral("/queries/0/min_accelerator_memory_bytes");
    bench.type(place, QStringLiteral("80"));
    QCOMPARE(bench.plan().queries[0].minAcceleratorMemoryBytes, std::optional(80.0 * kGib));
    bench.type(place, QStringLiteral("96 GiB"));
    QCOMPARE(bench.plan().queries[0].minAcceleratorMemoryBytes, std::optional(96.0 * kGib));
}

void TestOptionsPage::aWrongCountIsExplainedAndKeepsTheOld()
{
    const Bench bench(planWith({model::CandidateQuery{}}, {}));
    const QString place = QStringLiteral("/queries/0/max_options");
    bench.type(place, QStringLiteral("9000"));
    QCOMPARE(bench.plan().queries[0].maxOptions, 24);
    QVERIFY2(bench.errorOf(place).contains(QLatin1String("9000")), qPrintable(bench.errorOf(place)));
    bench.type(place, QStringLiteral("40"));
    QCOMPARE(bench.plan().queries[0].maxOptions, 40);
    QVERIFY(bench.errorOf(place).isEmpty());
}

void TestOptionsPage::providersAreMarkedInAMenu()
{
    Bench bench(planWith({model::CandidateQuery{}}, {}));
    auto* button = bench.find<ChoiceButton>(QStringLiteral("/queries/0/providers"));
    QVERIFY(button != nullptr);
    QCOMPARE(button->text(), QStringLiteral("any"));
    QVERIFY(!button->menu()->actions().isEmpty());
    button->menu()->actions().first()->trigger();
    QCOMPARE(bench.plan().queries[0].providers.size(), std::size_t{1});
    QCOMPARE(bench.plan().queries[0].providers[0].text(), std::string("aws"));
    QVERIFY(bench.undoText().contains(QLatin1String("aws")));
    bench.undo();
    QCOMPARE(bench.find<ChoiceButton>(QStringLiteral("/queries/0/providers"))->text(), QStringLiteral("any"));
}

void TestOptionsPage::duplicateAndRemoveAreSteps()
{
    model::Candidate candidate;
    candidate.provider = model::ProviderId("aws");
    candidate.machine = model::MachineId("p5.48xlarge");
    Bench bench(planWith({}, {candidate}));
    bench.click(QStringLiteral("duplicateSource"));
    QCOMPARE(bench.plan().candidates.size(), std::size_t{2});
    QCOMPARE(bench.plan().candidates[1].displayName, std::string("p5.48xlarge, copy"));
    QVERIFY(bench.undoText().contains(QLatin1String("p5.48xlarge")));
    bench.click(QStringLiteral("removeSource"));
    QCOMPARE(bench.plan().candidates, std::vector<model::Candidate>{candidate});
    bench.undo();
    QCOMPARE(bench.plan().candidates.size(), std::size_t{2});
}

void TestOptionsPage::ownServersShowTheirAssumptions()
{
    Bench bench(planWith({}, {}));
    bench.add(QStringLiteral("addSelfHosted"));
    QCOMPARE(bench.plan().candidates.size(), std::size_t{1});
    QCOMPARE(bench.plan().candidates[0].kind, model::OptionKind::SelfHosted);
    QVERIFY(bench.find<QComboBox>(QStringLiteral("/candidates/0/server")) != nullptr);
    const QString place = QStringLiteral("/assumptions/pue");
    QVERIFY(bench.find<QLineEdit>(place)->placeholderText().contains(QLatin1String("1.54")));
    bench.type(place, QStringLiteral("1.2 to 1.4"));
    QVERIFY(bench.plan().assumptions.isOwn("pue"));
    QCOMPARE(bench.plan().assumptions.get("pue").most(), 1.4);
    bench.undo();
    QVERIFY(!bench.plan().assumptions.isOwn("pue"));
}

void TestOptionsPage::anAssumptionBeyondItsRangeIsRefused()
{
    model::Candidate own;
    own.kind = model::OptionKind::SelfHosted;
    const Bench bench(planWith({}, {own}));
    const QString place = QStringLiteral("/assumptions/pue");
    bench.type(place, QStringLiteral("0.5"));
    QVERIFY(!bench.plan().assumptions.isOwn("pue"));
    QVERIFY(!bench.errorOf(place).isEmpty());
    bench.type(place, QStringLiteral("1.3"));
    QVERIFY(bench.plan().assumptions.isOwn("pue"));
    QVERIFY(bench.errorOf(place).isEmpty());
}

void TestOptionsPage::aCommitmentNeedsAMonth()
{
    Bench bench(planWith({model::CandidateQuery{}}, {}));
    bench.add(QStringLiteral("addCommitment"));
    const QString place = QStringLiteral("/brownfield/commitments/0/until");
    const model::Month before = bench.plan().brownfield.commitments[0].until;
    bench.type(place, QStringLiteral("soon"));
    QCOMPARE(bench.plan().brownfield.commitments[0].until, before);
    QVERIFY(!bench.errorOf(place).isEmpty());
    bench.type(place, QStringLiteral("2028-03"));
    QCOMPARE(bench.plan().brownfield.commitments[0].until, (model::Month{.year = 2028, .month = 3}));
    bench.type(QStringLiteral("/brownfield/commitments/0/count"), QStringLiteral("4"));
    QCOMPARE(bench.plan().brownfield.commitments[0].count, 4);
}

void TestOptionsPage::aDiscountIsTypedInPerCent()
{
    model::Plan plan = planWith({}, {});
    plan.brownfield.discountFraction = {{model::ProviderId("aws"), 0.1}};
    const Bench bench(plan);
    const QString place = QStringLiteral("/brownfield/discounts/aws");
    bench.type(place, QStringLiteral("12 %"));
    QCOMPARE(bench.plan().brownfield.discountFraction.at(model::ProviderId("aws")), 0.12);
    bench.type(place, QStringLiteral("150 %"));
    QCOMPARE(bench.plan().brownfield.discountFraction.at(model::ProviderId("aws")), 0.12);
    QVERIFY(!bench.errorOf(place).isEmpty());
}

void TestOptionsPage::aMachineIsChosenFromTheSearch()
{
    Bench bench(planWith({}, {}));
    bench.add(QStringLiteral("addMachine"));
    auto* picker = bench.find<QDialog>(QStringLiteral("candidatePicker"));
    QVERIFY(picker != nullptr);
    auto* words = picker->findChild<QLineEdit*>(QStringLiteral("pickerWords"));
    QTest::keyClicks(words, QStringLiteral("a3-highgpu-1g"));
    auto* table = picker->findChild<QTableView*>(QStringLiteral("pickerTable"));
    // The catalogue of the fixture sells each of its three machines on demand and reserved, on Linux alone:
    // two prices of this one, six of all.
    QTRY_COMPARE(table->model()->rowCount(), 2);
    QCOMPARE(picker->findChild<QLabel*>(QStringLiteral("pickerNote"))->text(),
             QStringLiteral("2 prices match."));
    QStringList bought;
    for (int row = 0; row < 2; ++row) {
        QCOMPARE(table->model()->index(row, 0).data().toString(), QStringLiteral("a3-highgpu-1g"));
        bought.append(table->model()->index(row, 2).data().toString());
    }
    bought.sort();
    QCOMPARE(
        bought,
        QStringList({QStringLiteral("on demand"), QStringLiteral("reserved, 3 years, nothing upfront")}));
    const QString first = table->model()->index(0, 2).data().toString();
    QTest::keyClick(words, Qt::Key_Return);
    QTRY_COMPARE(bench.plan().candidates.size(), std::size_t{1});
    const model::Candidate& taken = bench.plan().candidates[0];
    QCOMPARE(Format().purchaseText(taken.purchase, taken.termMonths, taken.payment), first);
    QCOMPARE(bench.plan().candidates[0].machine.text(), std::string("a3-highgpu-1g"));
    QVERIFY(bench.undoText().contains(QLatin1String("a3-highgpu-1g")));
}

void TestOptionsPage::theEditorSurvivesTheUndoOfItsObject()
{
    Bench bench(planWith({}, {}));
    bench.add(QStringLiteral("addTokenApi"));
    auto* edit = bench.find<QLineEdit>(QStringLiteral("/candidates/0/token_model"));
    QVERIFY(edit != nullptr);
    edit->setFocus();
    QTest::keyClicks(edit, QStringLiteral("llama"));
    bench.undo(); // with a text half typed
    QCoreApplication::processEvents();
    QVERIFY(bench.plan().candidates.empty());
}

void TestOptionsPage::aServerOfOnesOwnIsAddedAndEdited()
{
    Bench bench(planWith({}, {}));
    bench.add(QStringLiteral("addOwnServer"));
    QCOMPARE(bench.plan().servers.size(), std::size_t{1});
    QCOMPARE(bench.plan().servers[0].id.text(), std::string("our-server"));
    QVERIFY(!bench.plan().servers[0].price); // nothing is invented
    bench.type(QStringLiteral("/servers/0/name"), QStringLiteral("Rack 7"));
    bench.type(QStringLiteral("/servers/0/price"), QStringLiteral("40000 to 50000"));
    bench.type(QStringLiteral("/servers/0/power_load_w"), QStringLiteral("1500"));
    bench.type(QStringLiteral("/servers/0/memory_bytes"), QStringLiteral("512"));
    bench.type(QStringLiteral("/servers/0/source"), QStringLiteral("offer 4711"));
    bench.type(QStringLiteral("/servers/0/date"), QStringLiteral("2026-11-02"));
    const model::OwnServer& own = bench.plan().servers[0];
    QCOMPARE(own.displayName, std::string("Rack 7"));
    QCOMPARE(own.price->least(), 40000.0);
    QCOMPARE(own.price->most(), 50000.0);
    QCOMPARE(own.loadWatts, std::optional(1500.0));
    QCOMPARE(own.memoryBytes, std::optional(512.0 * kGib));
    QCOMPARE(own.source, std::string("offer 4711"));
    QCOMPARE(own.date, std::string("2026-11-02"));
    auto* price = bench.find<QLineEdit>(QStringLiteral("/servers/0/price"));
    price->setFocus();
    price->selectAll();
    QTest::keyClick(price, Qt::Key_Delete);
    QTest::keyClick(price, Qt::Key_Return);
    QVERIFY(!bench.plan().servers[0].price); // empty: not known
    bench.click(QStringLiteral("duplicateSource"));
    QCOMPARE(bench.plan().servers.size(), std::size_t{2});
    QVERIFY(bench.plan().servers[0].id != bench.plan().servers[1].id);
    bench.click(QStringLiteral("removeSource"));
    QCOMPARE(bench.plan().servers.size(), std::size_t{1});
    QVERIFY2(bench.undoText().contains(QLatin1String("Rack 7")), qPrintable(bench.undoText()));
}

void TestOptionsPage::aSiteOfOnesOwnIsAddedAndEdited()
{
    Bench bench(planWith({}, {}));
    bench.add(QStringLiteral("addOwnSite"));
    bench.type(QStringLiteral("/sites/0/electricity_per_kwh"), QStringLiteral("0.18 to 0.26"));
    bench.type(QStringLiteral("/sites/0/rent_per_kw_month"), QStringLiteral("110"));
    bench.type(QStringLiteral("/sites/0/pue"), QStringLiteral("1.3"));
    const model::OwnSite& own = bench.plan().sites.at(0);
    QCOMPARE(own.electricityPerKwh->most(), 0.26);
    QCOMPARE(own.rentPerKilowattMonth, std::optional(model::Range{110.0}));
    QCOMPARE(own.pue, std::optional(model::Range{1.3}));
    bench.undo();
    QVERIFY(!bench.plan().sites.at(0).pue);
}

void TestOptionsPage::aCandidateTakesAServerOfOnesOwnInOneStep()
{
    model::Candidate candidate;
    candidate.kind = model::OptionKind::SelfHosted;
    candidate.server = model::ServerBuildId("hgx-h200-x8");
    Bench bench(planWith({}, {candidate}));
    bench.click(QStringLiteral("ownServer"));
    QCOMPARE(bench.plan().servers.size(), std::size_t{1});
    QCOMPARE(bench.plan().candidates[0].server, bench.plan().servers[0].id);
    QVERIFY(bench.find<QLineEdit>(QStringLiteral("/servers/0/price")) != nullptr); // its editor came up
    bench.undo();
    QVERIFY(bench.plan().servers.empty());
    QCOMPARE(bench.plan().candidates[0], candidate);
}

void TestOptionsPage::anOwnPartThatIsWrongIsExplained()
{
    Bench bench(planWith({}, {}));
    bench.add(QStringLiteral("addOwnSite"));
    const QString pue = QStringLiteral("/sites/0/pue");
    bench.type(pue, QStringLiteral("0.8"));
    QVERIFY(!bench.plan().sites[0].pue);
    QVERIFY2(bench.errorOf(pue).contains(QLatin1String("0.8")), qPrintable(bench.errorOf(pue)));
    const QString day = QStringLiteral("/sites/0/date");
    bench.type(day, QStringLiteral("last spring"));
    QVERIFY(bench.plan().sites[0].date.empty());
    QVERIFY(!bench.errorOf(day).isEmpty());
}

QTEST_MAIN(TestOptionsPage)
#include "tst_OptionsPage.moc"
