// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/models/TableModel.h"
#include "app/gui/theme/Theme.h"
#include "tests/app/support/PageBench.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
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
    QVERIFY(!bench.window->findChild<QPushButton*>(QStringLiteral("removeRequirement"))->isEnabled());
}

QTEST_MAIN(TestRequirementsPage)
#include "tst_RequirementsPage.moc"
