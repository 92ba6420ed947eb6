// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/MainWindow.h"
#include "app/gui/pages/ComparePage.h"
#include "app/gui/pages/Page.h"
#include "app/gui/theme/Theme.h"
#include "app/gui/widgets/Rail.h"
#include "app/gui/window/NoteBar.h"
#include "app/gui/window/StartPage.h"
#include "app/gui/window/Templates.h"

#include <QAction>
#include <QActionGroup>
#include <QCoreApplication>
#include <QFileInfo>
#include <QMenu>
#include <QMenuBar>
#include <QShortcut>

#include <cmath>

namespace wherewithal::app {

QAction* MainWindow::addCommand(QMenu* menu,
                                const QString& text,
                                const QKeySequence& keys,
                                const QString& objectName,
                                std::function<void()> action)
{
    QAction* made = menu->addAction(text);
    made->setObjectName(objectName);
    made->setShortcut(keys);
    made->setStatusTip(QString(text).remove(QLatin1Char('&')));
    connect(made, &QAction::triggered, this, std::move(action));
    return made;
}

void MainWindow::buildMenus()
{
    buildFileMenu(m_menuBar->addMenu(tr("&File")));
    buildEditMenu(m_menuBar->addMenu(tr("&Edit")));
    buildPlanMenu(m_menuBar->addMenu(tr("&Plan")));
    buildCatalogueMenu(m_menuBar->addMenu(tr("&Catalogue")));
    buildViewMenu(m_menuBar->addMenu(tr("&View")));
    buildHelpMenu(m_menuBar->addMenu(tr("&Help")));
    addTemplateShortcuts();
}

void MainWindow::buildFileMenu(QMenu* menu)
{
    addCommand(menu, tr("S&tart page"), {}, QStringLiteral("startPage"), [this] { showStart(); });
    QMenu* templates = menu->addMenu(tr("&New from template"));
    int number = 0;
    for (const PlanTemplate& each : planTemplates()) {
        addCommand(templates, each.title, {}, QStringLiteral("new-") + each.name, [this, number] {
            m_start->chooseTemplate(number);
        });
        ++number;
    }
    QMenu* examples = menu->addMenu(tr("E&xamples"));
    for (const QString& name : exampleNames()) {
        addCommand(examples, exampleTitle(name), {}, QStringLiteral("example-") + name, [this, name] {
            if (auto chosen = examplePlan(name)) {
                m_files->startFrom(std::move(*chosen));
            }
        });
    }
    addCommand(menu, tr("&Open..."), QKeySequence::Open, QStringLiteral("open"), [this] {
        m_files->openByDialog();
    });
    QMenu* recent = menu->addMenu(tr("Open &recent"));
    connect(recent, &QMenu::aboutToShow, this, [this, recent] { fillRecent(recent); });
    menu->addSeparator();
    addCommand(menu, tr("&Save"), QKeySequence::Save, QStringLiteral("save"), [this] { m_files->save(); });
    addCommand(menu, tr("Save &as..."), QKeySequence::SaveAs, QStringLiteral("saveAs"), [this] {
        m_files->saveAs();
    });
    menu->addSeparator();
    addCommand(menu, tr("&Quit"), QKeySequence::Quit, QStringLiteral("quit"), [this] { close(); });
}

void MainWindow::fillRecent(QMenu* menu)
{
    menu->clear();
    for (const RecentPlan& plan : m_files->recent()) {
        const QString text =
            plan.draft ? tr("%1 (draft of %2)")
                             .arg(plan.name, plan.changed.toString(QStringLiteral("yyyy-MM-dd HH:mm")))
                       : tr("%1 (%2)").arg(plan.name, plan.path);
        QAction* action = menu->addAction(text);
        action->setEnabled(plan.isThere);
        connect(action, &QAction::triggered, this, [this, plan] { m_files->openRecent(plan); });
    }
    if (menu->isEmpty()) {
        menu->addAction(tr("No plan was opened yet"))->setEnabled(false);
    }
}

void MainWindow::buildEditMenu(QMenu* menu)
{
    QUndoStack* stack = m_workspace.document().undoStack();
    QAction* undo = stack->createUndoAction(this, tr("Undo"));
    undo->setObjectName(QStringLiteral("undo"));
    undo->setShortcut(QKeySequence::Undo);
    QAction* redo = stack->createRedoAction(this, tr("Redo"));
    redo->setObjectName(QStringLiteral("redo"));
    redo->setShortcut(QKeySequence::Redo);
    menu->addActions({undo, redo});
    menu->addSeparator();
    addCommand(menu,
               tr("&Find a field, option or command"),
               QKeySequence(Qt::CTRL | Qt::Key_K),
               QStringLiteral("findCommand"),
               [this] { openPalette(); });
    addCommand(
        menu, tr("Find on this &page"), QKeySequence(Qt::Key_Slash), QStringLiteral("findOnPage"), [this] {
            if (!isOnStart()) {
                page(m_rail->currentPage())->focusSearch();
            }
        });
    menu->addSeparator();
    addCommand(menu, tr("&Settings..."), QKeySequence::Preferences, QStringLiteral("settings"), [this] {
        openSettings();
    });
}

void MainWindow::buildPlanMenu(QMenu* menu)
{
    addCommand(
        menu, tr("&Name and notes..."), {}, QStringLiteral("planDialog"), [this] { openPlanDialog(); });
    addCommand(menu, tr("Compare &with another plan..."), {}, QStringLiteral("sideBySide"), [this] {
        openSideBySide();
    });
    menu->addSeparator();
    if (auto* compare = qobject_cast<ComparePage*>(page(PageId::Compare))) {
        menu->addMenu(compare->optionMenu());
    }
    addCommand(menu, tr("&Compute again"), QKeySequence(Qt::Key_F5), QStringLiteral("recompute"), [this] {
        m_workspace.runner().request(m_workspace.plan());
    });
}

void MainWindow::buildCatalogueMenu(QMenu* menu)
{
    addCommand(menu,
               tr("&Import price sheet..."),
               QKeySequence(Qt::CTRL | Qt::Key_I),
               QStringLiteral("importSheet"),
               [this] { importSheets({}); });
    addCommand(menu, tr("&Show the catalogue"), {}, QStringLiteral("showCatalogue"), [this] {
        showPage(PageId::Catalogue);
    });
}

void MainWindow::buildViewMenu(QMenu* menu)
{
    for (int number = 0; number < kPageCount; ++number) {
        const auto id = static_cast<PageId>(number);
        addCommand(menu,
                   pageTitle(id),
                   QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_0 + (number + 1) % 10)),
                   QStringLiteral("go-") + pageKey(id),
                   [this, id] { showPage(id); });
    }
    menu->addSeparator();
    m_panelAction = addCommand(
        menu, tr("&Explanation"), QKeySequence(Qt::Key_F4), QStringLiteral("toggleExplanation"), [this] {
            setPanelVisible(m_panelAction->isChecked());
        });
    m_panelAction->setCheckable(true);
    addCommand(menu, tr("&Next region"), QKeySequence(Qt::Key_F6), QStringLiteral("nextRegion"), [this] {
        cycleRegion(1);
    });
    addCommand(menu,
               tr("&Previous region"),
               QKeySequence(Qt::SHIFT | Qt::Key_F6),
               QStringLiteral("previousRegion"),
               [this] { cycleRegion(-1); });
    menu->addSeparator();
    addPaletteChoices(menu);
    menu->addSeparator();
    addTextSizes(menu);
}

void MainWindow::addPaletteChoices(QMenu* menu)
{
    auto* palettes = new QActionGroup(this);
    const auto palette = [&](const QString& text, PaletteChoice choice) {
        QAction* action = addCommand(
            menu, text, {}, QStringLiteral("palette-") + paletteChoiceName(choice), [this, choice] {
                setPaletteChoice(choice);
                m_workspace.settings().set(Setting::Palette, paletteChoiceName(choice));
            });
        action->setCheckable(true);
        action->setActionGroup(palettes);
        action->setChecked(m_workspace.settings().get(Setting::Palette).toString()
                           == paletteChoiceName(choice));
    };
    palette(tr("Colours of the s&ystem"), PaletteChoice::System);
    palette(tr("&Light"), PaletteChoice::Light);
    palette(tr("&Dark"), PaletteChoice::Dark);
}

void MainWindow::addTextSizes(QMenu* menu)
{
    auto* sizes = new QActionGroup(this);
    for (const int percent : {100, 125, 150, 200}) {
        QAction* action = addCommand(menu,
                                     tr("Text size %1 %").arg(percent),
                                     {},
                                     QStringLiteral("text-%1").arg(percent),
                                     [this, percent] {
                                         setFontScale(percent / 100.0);
                                         m_workspace.settings().set(Setting::FontScale, percent / 100.0);
                                     });
        action->setCheckable(true);
        action->setActionGroup(sizes);
        action->setChecked(
            std::abs(m_workspace.settings().get(Setting::FontScale).toDouble() * 100.0 - percent) < 1.0);
    }
}

void MainWindow::buildHelpMenu(QMenu* menu)
{
    addCommand(menu, tr("&Help on this"), QKeySequence::HelpContents, QStringLiteral("help"), [this] {
        openHelp({});
    });
    addCommand(menu, tr("&First steps"), {}, QStringLiteral("help-start"), [this] {
        openHelp(QStringLiteral("start"));
    });
    addCommand(
        menu, tr("&Keys"), {}, QStringLiteral("help-keys"), [this] { openHelp(QStringLiteral("keys")); });
    addCommand(menu, tr("&Assumptions"), {}, QStringLiteral("help-assumptions"), [this] {
        openHelp(QStringLiteral("assumptions"));
    });
    menu->addSeparator();
    addCommand(menu, tr("&About Wherewithal"), {}, QStringLiteral("about"), [this] {
        m_notes->show(
            {.id = QStringLiteral("about"),
             .symbol = Symbol::Info,
             .text = tr("Wherewithal %1: where a model should run, and with all of what means. Free "
                        "software under the GNU General Public License, version 3 or later.")
                         .arg(QCoreApplication::applicationVersion())});
    });
}

/// Alt+1 to Alt+5 belong to the start page alone: elsewhere the keys are free.
void MainWindow::addTemplateShortcuts()
{
    for (int number = 0; number < planTemplates().size(); ++number) {
        auto* shortcut = new QShortcut(QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_1 + number)),
                                       m_start,
                                       nullptr,
                                       nullptr,
                                       Qt::WindowShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, number] {
            if (isOnStart()) {
                m_start->chooseTemplate(number);
            }
        });
    }
}

} // namespace wherewithal::app
