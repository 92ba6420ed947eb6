// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/models/TableModel.h"
#include "app/gui/pages/EditorForm.h"
#include "app/gui/theme/Theme.h"
#include "tests/app/support/PageBench.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QMenu>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace wherewithal;
using namespace wherewithal::app;

namespace {

/// The Requirements page of a window on the fixture.
struct Bench : tests::PageBench
{
    explicit Bench(model::Plan plan = fixture::plan())
        : PageBench(PageId::Requirements, std::move(plan), fixture::engine())
        , table(find<QTableView>(QStringLiteral("requirementsTable")))
    {}

    /// Opens the Add menu, chooses an entry of one of its sub-menus and closes it.
    void add(const QString& menuTitle, const QString& entry) const
    {
        QTest::mouseClick(window->findChild<QPushButton*>(QStringLiteral("addRequirement")), Qt::LeftButton);
        auto* menu = window->findChild<QMenu*>(QStringLiteral("requirementMenu"));
        QVERIFY(menu != nullptr);
        QAction* found = nullptr;
        for (QAction* group : menu->actions()) {
            for (QAction* action : group->menu() != nullptr && group->text() == menuTitle
                                       ? group->menu()->actions()
                                       : QList<QAction*>()) {
                found = action->text() == entry ? action : found;
            }
        }
        QVERIFY2(found != nullptr, qPrintable(entry));
        found->trigger();
        menu->close();
        QCoreApplication::processEvents();
    }

    QTableView* table;
};

} // namespace

class TestRequirementsPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void modelIsConsistent();
    void kindsAreAddedAndUndone();
    void eachSaysWhatAnswersIt();
    void withoutRequirementsNothingIsExcluded();
    void aRequirementIsSwitchedOffAndOn();
    void valuesAreEditedInPlace();
    void aReasonIsWritten();
    void providersOfAQuestionAreListed();
    void anOwnAnswerIsGivenDatedAndTakenBack();
    void aPlaceSelectsItsRequirement();
};

void TestRequirementsPage::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    installTheme(*qApp);
}

void TestRequirementsPage::modelIsConsistent()
{
    const Bench bench;
    const QAbstractItemModelTester tester(bench.table->model(),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    bench.add(QStringLiteral("Region"), QStringLiteral("Europe"));
    QCOMPARE(bench.table->model()->rowCount(), static_cast<int>(bench.workspace.plan().requirements.size()));
}

void TestRequirementsPage::kindsAreAddedAndUndone()
{
    Bench bench;
    const auto before = bench.workspace.plan().requirements;
    bench.add(QStringLiteral("Provider"), QStringLiteral("AWS"));
    QCOMPARE(bench.workspace.plan().requirements.size(), before.size() + 1);
    const model::Requirement& added = bench.workspace.plan().requirements.back();
    QCOMPARE(added.kind, model::Requirement::Kind::Provider);
    QCOMPARE(added.values, std::vector<std::string>{"aws"});
    QVERIFY(bench.workspace.document().undoStack()->undoText().contains(QLatin1String("AWS")));
    bench.add(QStringLiteral("Service"), QStringLiteral("postgresql"));
    QCOMPARE(bench.workspace.plan().requirements.back().kind, model::Requirement::Kind::Service);
    bench.workspace.document().undoStack()->undo();
    bench.workspace.document().undoStack()->undo();
    QCOMPARE(bench.workspace.plan().requirements, before);
}

void TestRequirementsPage::eachSaysWhatAnswersIt()
{
    const Bench bench;
    const QAbstractItemModel* model = bench.table->model();
    QVERIFY(model->rowCount() > 0);
    for (int row = 0; row < model->rowCount(); ++row) {
        const QString basis = model->index(row, 1).data(SecondLineRole).toString();
        QVERIFY2(basis.contains(QLatin1String("answered by")), qPrintable(basis));
    }
}

void TestRequirementsPage::withoutRequirementsNothingIsExcluded()
{
    model::Plan plan = fixture::plan();
    plan.requirements.clear();
    const Bench bench(plan);
    QCOMPARE(bench.table->model()->rowCount(), 0);
    QCOMPARE(bench.window->page(PageId::Requirements)->state(), Page::State::Empty);
    QVERIFY(!bench.window->findChild<QPushButton*>(QStringLiteral("removeRequirement"))->isEnabled());
}

void TestRequirementsPage::aRequirementIsSwitchedOffAndOn()
{
    Bench bench;
    auto* force = bench.find<QComboBox>(QStringLiteral("/requirements/0/off"));
    QVERIFY(force != nullptr);
    force->setFocus();
    QTest::keyClick(force, Qt::Key_Down);
    QVERIFY(bench.plan().requirements[0].isOff);
    QCOMPARE(bench.undoText(), QStringLiteral("requirement region off"));
    QCOMPARE(bench.cell(QStringLiteral("requirementsTable"), 0, 2), QStringLiteral("off"));
    bench.undo();
    QVERIFY(!bench.plan().requirements[0].isOff);
    QCOMPARE(force->currentIndex(), 0);
}

void TestRequirementsPage::valuesAreEditedInPlace()
{
    Bench bench;
    auto* wanted = bench.find<ChoiceButton>(QStringLiteral("/requirements/0/values"));
    QVERIFY(wanted != nullptr);
    QCOMPARE(wanted->text(), QStringLiteral("Europe"));
    for (QAction* action : wanted->menu()->actions()) {
        if (action->text() == QLatin1String("Asia")) {
            action->trigger();
            break; // the list is made anew
        }
    }
    QCOMPARE(QStringList({fromEngine(bench.plan().requirements[0].values.at(0)),
                          fromEngine(bench.plan().requirements[0].values.at(1))})
                 .count(QStringLiteral("Asia")),
             1);
    QVERIFY2(bench.undoText().contains(QLatin1String("Asia")), qPrintable(bench.undoText()));
    bench.undo();
    QCOMPARE(bench.plan().requirements[0].values, std::vector<std::string>{"Europe"});
}

void TestRequirementsPage::aReasonIsWritten()
{
    const Bench bench;
    bench.type(QStringLiteral("/requirements/0/notes"), QStringLiteral("the law says so"));
    QCOMPARE(bench.plan().requirements[0].notes, std::string("the law says so"));
    QCOMPARE(bench.cell(QStringLiteral("requirementsTable"), 0, 4), QStringLiteral("the law says so"));
}

void TestRequirementsPage::providersOfAQuestionAreListed()
{
    model::Plan plan = fixture::plan();
    plan.requirements = {{.id = "iso", .kind = model::Requirement::Kind::Question, .values = {"security-0"}}};
    const Bench bench(plan);
    auto* answers = bench.find<QTableView>(QStringLiteral("answersTable"));
    QStringList providers;
    for (int row = 0; row < answers->model()->rowCount(); ++row) {
        providers.append(bench.cell(QStringLiteral("answersTable"), row, 0));
    }
    providers.sort();
    QCOMPARE(providers,
             QStringList({QStringLiteral("AWS"),
                          QStringLiteral("Azure"),
                          QStringLiteral("DataTron"),
                          QStringLiteral("Google Cloud"),
                          QStringLiteral("Self-hosted")}));
    const QAbstractItemModelTester tester(answers->model(),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
}

void TestRequirementsPage::anOwnAnswerIsGivenDatedAndTakenBack()
{
    model::Plan plan = fixture::plan();
    plan.requirements = {{.id = "iso", .kind = model::Requirement::Kind::Question, .values = {"security-0"}}};
    Bench bench(plan);
    auto* answers = bench.find<QTableView>(QStringLiteral("answersTable"));
    for (int row = 0; row < answers->model()->rowCount(); ++row) {
        if (bench.cell(QStringLiteral("answersTable"), row, 0) == QLatin1String("DataTron")) {
            answers->setCurrentIndex(answers->model()->index(row, 0));
        }
    }
    QCoreApplication::processEvents();
    const QString place = QStringLiteral("/answers/datatron/security-0/");
    auto* own = bench.find<QComboBox>(place + QStringLiteral("answer"));
    QVERIFY(own != nullptr);
    own->setFocus();
    QTest::keyClick(own, Qt::Key_Down);
    QCOMPARE(bench.plan().answers.size(), std::size_t{1});
    QCOMPARE(bench.plan().answers[0].answer, model::Answer::Yes);
    QCOMPARE(bench.plan().answers[0].date, bench.plan().asOf);
    QVERIFY2(bench.undoText().contains(QLatin1String("DataTron")), qPrintable(bench.undoText()));
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    bench.type(place + QStringLiteral("source"), QStringLiteral("their mail"));
    QCOMPARE(bench.plan().answers[0].source, std::string("their mail"));
    bench.type(place + QStringLiteral("date"), QStringLiteral("2026-11-20"));
    QCOMPARE(bench.plan().answers[0].date, (model::Day{.year = 2026, .month = 11, .day = 20}));
    bench.type(place + QStringLiteral("date"), QStringLiteral("soon"));
    QVERIFY(!bench.errorOf(place + QStringLiteral("date")).isEmpty());
    while (bench.workspace.document().undoStack()->canUndo()) {
        bench.undo();
    }
    QVERIFY(bench.plan().answers.empty());
}

void TestRequirementsPage::aPlaceSelectsItsRequirement()
{
    const Bench bench;
    Page* page = bench.window->page(PageId::Requirements);
    QVERIFY(page->focusPlace(QStringLiteral("/requirements/keys"))); // as a reason of an option names it
    QCOMPARE(bench.table->currentIndex().row(), 1);
    QVERIFY(page->focusPlace(QStringLiteral("/requirements/0/notes")));
    QCOMPARE(bench.table->currentIndex().row(), 0);
}

QTEST_MAIN(TestRequirementsPage)
#include "tst_RequirementsPage.moc"
