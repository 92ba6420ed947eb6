// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/theme/Tokens.h"
#include "app/gui/widgets/Parts.h"
#include "app/gui/widgets/SideColumns.h"
#include "tests/app/support/StatesBench.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QScrollBar>
#include <QTest>

using namespace wherewithal;
using namespace wherewithal::app;
using fixture::askedPage;
using fixture::StatesBench;

/// The pages that edit the plan, each in its four states. Unlike the pages of answers they need no result:
/// while one is computed, and after an error, they go on taking edits.
class TestInputStates : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { fixture::useProgramsLook(); }
    void emptySaysWhatToDo_data();
    void emptySaysWhatToDo();
    void workingLeavesThePageUsable_data() { pages(); }
    void workingLeavesThePageUsable();
    void filledAnswersInItsFirstLine_data() { pages(); }
    void filledAnswersInItsFirstLine();
    void anErrorSaysWhereAndHowAndBlocksNothing_data() { pages(); }
    void anErrorSaysWhereAndHowAndBlocksNothing();
    void afterAnErrorTheFirstLineAnswersAgain_data() { pages(); }
    void afterAnErrorTheFirstLineAnswersAgain();
    void optionsWithoutSourcesSayWhatToAdd();
    void notesKeepTheirInkOnAnyBackground();
    void thePaletteFindsFieldsOfPagesNeverShown();
    void columnsThatStackHaveOneScrollBar();
    void aCeilingShowsOnlyWhereGrowthLevels();

private:
    static void pages()
    {
        fixture::addPages({PageId::Workload, PageId::Demand, PageId::Requirements, PageId::Options});
    }
};

void TestInputStates::emptySaysWhatToDo_data()
{
    fixture::addPages({PageId::Workload, PageId::Demand, PageId::Requirements});
}

void TestInputStates::emptySaysWhatToDo()
{
    StatesBench bench(askedPage());
    model::Plan plan = fixture::plan();
    plan.workloads.clear();
    plan.requirements.clear();
    bench.workspace.document().replace(plan);
    QTRY_COMPARE(bench.page()->state(), Page::State::Empty);
    const auto* message = bench.page()->findChild<QWidget*>(QStringLiteral("emptyState"));
    qsizetype words = 0;
    for (const QLabel* label : message->findChildren<QLabel*>()) {
        words += label->text().count(QLatin1Char(' '));
    }
    QVERIFY(words > 5);
    const auto* button = bench.page()->findChild<QPushButton*>(QStringLiteral("emptyStateButton"));
    QVERIFY(button->isVisible() && button->isEnabled() && !button->text().isEmpty());
}

void TestInputStates::workingLeavesThePageUsable()
{
    StatesBench bench(askedPage());
    bench.steered.mayGo = false;
    bench.workspace.document().replace(fixture::plan());
    QTRY_VERIFY(bench.workspace.runner().isRunning());
    QCOMPARE(bench.page()->state(), Page::State::Result);
    QVERIFY(bench.takesKeys());
    // The status line says that work is under way; it can be stopped there.
    const auto* status = bench.window.findChild<QWidget*>(QStringLiteral("statusLine"));
    QVERIFY(status != nullptr && status->isVisible());
    bench.steered.mayGo = true;
    QTRY_VERIFY(!bench.verdict().isEmpty());
}

void TestInputStates::filledAnswersInItsFirstLine()
{
    StatesBench bench(askedPage());
    bench.workspace.document().replace(fixture::plan());
    QTRY_VERIFY(bench.workspace.runner().result() != nullptr);
    QTRY_VERIFY(!bench.verdict().isEmpty());
    QVERIFY2(!bench.verdict().contains(QChar(0x2715)), qPrintable(bench.verdict()));
}

void TestInputStates::anErrorSaysWhereAndHowAndBlocksNothing()
{
    StatesBench bench(askedPage());
    bench.steered.fails = true;
    bench.workspace.document().replace(fixture::plan());
    for (const char* part : {"workloads[0].demand", "the peak is too high", "lower the peak"}) {
        QTRY_VERIFY2(bench.verdict().contains(QLatin1String(part)), qPrintable(bench.verdict()));
    }
    QCOMPARE(bench.page()->state(), Page::State::Result);
    QVERIFY(bench.takesKeys());
    // It is still said when the page is left and seen again.
    bench.window.showPage(PageId::Compare);
    bench.window.showPage(bench.id);
    QVERIFY2(bench.verdict().contains(QLatin1String("the peak is too high")), qPrintable(bench.verdict()));
}

void TestInputStates::afterAnErrorTheFirstLineAnswersAgain()
{
    StatesBench bench(askedPage());
    bench.steered.fails = true;
    bench.workspace.document().replace(fixture::plan());
    QTRY_VERIFY(bench.verdict().contains(QLatin1String("the peak is too high")));
    bench.steered.fails = false;
    bench.replaceNamed("Another name");
    QTRY_VERIFY(bench.workspace.runner().result() != nullptr && !bench.workspace.runner().isRunning());
    QTRY_VERIFY2(!bench.verdict().isEmpty() && !bench.verdict().contains(QLatin1String("too high")),
                 qPrintable(bench.verdict()));
}

void TestInputStates::optionsWithoutSourcesSayWhatToAdd()
{
    StatesBench bench(PageId::Options);
    model::Plan plan = fixture::plan();
    plan.queries.clear();
    plan.candidates.clear();
    bench.workspace.document().replace(plan);
    QTRY_VERIFY2(bench.verdict().contains(QLatin1String("Add a query")), qPrintable(bench.verdict()));
    QVERIFY(bench.takesKeys());
}

/// On a widget of the role Base Qt draws labels in the colour of Text: notes would be as strong as values.
void TestInputStates::notesKeepTheirInkOnAnyBackground()
{
    QWidget form;
    form.setBackgroundRole(QPalette::Base);
    form.setAutoFillBackground(true);
    auto* note = new TypedLabel(Type::Note, QStringLiteral("HHHHHHHH"), &form);
    note->setInk(Ink::Muted);
    note->adjustSize();
    form.resize(note->size());
    const QImage picture = form.grab().toImage();
    int darkest = 255;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            darkest = std::min(darkest, qGray(picture.pixel(x, y)));
        }
    }
    QVERIFY2(darkest >= qGray(tokens().muted.rgb()) - 3, qPrintable(QString::number(darkest)));
}

void TestInputStates::thePaletteFindsFieldsOfPagesNeverShown()
{
    StatesBench bench(PageId::Compare);
    bench.workspace.document().replace(fixture::plan());
    QTRY_VERIFY(bench.workspace.runner().result() != nullptr);
    bench.window.findChild<QAction*>(QStringLiteral("findCommand"))->trigger();
    auto* palette = bench.window.findChild<QWidget*>(QStringLiteral("commandPalette"));
    QVERIFY(palette != nullptr);
    palette->findChild<QLineEdit*>(QStringLiteral("paletteField"))->setText(QStringLiteral("growth per"));
    const auto* list = palette->findChild<QListView*>(QStringLiteral("paletteList"));
    QVERIFY(list->model()->rowCount() > 0);
    const QModelIndex first = list->model()->index(0, 0);
    QCOMPARE(first.data().toString(), QStringLiteral("Growth per year"));
    QVERIFY(first.data(Qt::AccessibleTextRole).toString().endsWith(QLatin1String("Demand"))); // its page
    palette->close();
}

void TestInputStates::columnsThatStackHaveOneScrollBar()
{
    StatesBench bench(PageId::Workload);
    bench.window.resize(1000, 700);
    bench.workspace.document().replace(fixture::plan());
    QTRY_VERIFY(bench.workspace.runner().result() != nullptr);
    auto* columns = bench.page()->findChild<SideColumns*>();
    QTRY_VERIFY(columns->isStacked());
    const auto* forms = columns->findChild<QScrollArea*>();
    QVERIFY(forms != nullptr);
    QTRY_COMPARE(forms->verticalScrollBar()->maximum(), 0);
    QVERIFY(columns->verticalScrollBar()->maximum() > 0);
}

void TestInputStates::aCeilingShowsOnlyWhereGrowthLevels()
{
    StatesBench bench(PageId::Demand);
    model::Plan plan = fixture::plan();
    plan.workloads.front().demand.growth.kind = model::Growth::Kind::Exponential;
    bench.workspace.document().replace(plan);
    const auto ceiling = [&bench] {
        return bench.page()->findChild<QLineEdit*>(
            QStringLiteral("/workloads/0/demand/growth/ceiling_multiple"));
    };
    QTRY_VERIFY(ceiling() != nullptr);
    QVERIFY(!ceiling()->isVisible());
    plan.workloads.front().demand.growth.kind = model::Growth::Kind::Logistic;
    bench.workspace.document().replace(plan);
    QTRY_VERIFY(ceiling()->isVisible());
}

QTEST_MAIN(TestInputStates)
#include "tst_InputStates.moc"
