// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/MainWindow.h"

#include "app/gui/pages/Pages.h"
#include "app/gui/theme/Theme.h"
#include "app/gui/theme/Tokens.h"
#include "app/gui/widgets/CommandField.h"
#include "app/gui/widgets/CommandPalette.h"
#include "app/gui/widgets/ExplanationPanel.h"
#include "app/gui/widgets/Parts.h"
#include "app/gui/widgets/Rail.h"
#include "model/offer/Price.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>

#include <algorithm>

namespace wherewithal::app {

Dialogs realDialogs()
{
    Dialogs result;
    result.openPath = [](QWidget* parent) {
        return QFileDialog::getOpenFileName(
            parent, MainWindow::tr("Open plan"), {}, MainWindow::tr("Plans (*.wherewithal);;All files (*)"));
    };
    result.savePath = [](QWidget* parent, const QString& suggested) {
        return QFileDialog::getSaveFileName(
            parent, MainWindow::tr("Save plan as"), suggested, MainWindow::tr("Plans (*.wherewithal)"));
    };
    return result;
}

MainWindow::MainWindow(Workspace& workspace, Dialogs dialogs, QWidget* parent)
    : QMainWindow(parent)
    , m_workspace(workspace)
    , m_dialogs(std::move(dialogs))
{
    setObjectName(QStringLiteral("mainWindow"));
    setAcceptDrops(true);
    resize(px(1440), px(900));
    setMinimumSize(px(900), px(560));
    buildBody();
    buildTopBar();
    buildMenus();
    buildStatus();

    connect(&workspace, &Workspace::jumpRequested, this, &MainWindow::jumpTo);
    connect(&workspace, &Workspace::pageRequested, this, &MainWindow::showPage);
    auto& document = workspace.document();
    connect(&document, &PlanDocument::changed, this, &MainWindow::showTitle);
    connect(&document, &PlanDocument::pathChanged, this, &MainWindow::showTitle);
    connect(document.undoStack(), &QUndoStack::cleanChanged, this, &MainWindow::showTitle);
    auto& runner = workspace.runner();
    connect(&runner, &SimulationRunner::started, this, &MainWindow::showStatus);
    connect(&runner, &SimulationRunner::resultReady, this, [this] {
        m_hasError = false;
        showStatus();
    });
    connect(&runner, &SimulationRunner::finished, this, &MainWindow::showStatus);
    connect(&runner, &SimulationRunner::failed, this, &MainWindow::showError);
    restoreState();
    showTitle();
    showStatus();
}

MainWindow::~MainWindow() = default;

void MainWindow::buildTopBar()
{
    auto* bar = new QWidget(this);
    bar->setFixedHeight(px(38));
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(px(10), 0, px(12), 0);
    m_menuBar = new QMenuBar(bar);
    m_menuBar->setNativeMenuBar(false);
    m_title = new TypedLabel(Type::Section);
    m_title->setObjectName(QStringLiteral("planTitle"));
    auto* note = new TypedLabel(Type::Note);
    note->setInk(Ink::Text2);
    m_titleNote = note;
    auto* command = new CommandField(bar);
    connect(command, &CommandField::activated, this, &MainWindow::openPalette);
    row->addWidget(m_menuBar, 0, Qt::AlignVCenter);
    row->addStretch(1);
    row->addWidget(m_title);
    row->addWidget(m_titleNote);
    row->addStretch(1);
    row->addWidget(command);
    auto* holder = new QWidget(this);
    auto* column = new QVBoxLayout(holder);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(bar);
    column->addWidget(new Rule);
    setMenuWidget(holder);
}

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

void MainWindow::buildFileMenu(QMenu* menu)
{
    addCommand(menu, tr("&Open..."), QKeySequence::Open, QStringLiteral("open"), [this] {
        if (const QString path = m_dialogs.openPath(this); !path.isEmpty()) {
            openPlan(path);
        }
    });
    QMenu* recent = menu->addMenu(tr("Open &recent"));
    connect(recent, &QMenu::aboutToShow, this, [this, recent] { fillRecent(recent); });
    menu->addSeparator();
    addCommand(menu, tr("&Save"), QKeySequence::Save, QStringLiteral("save"), [this] { savePlan(); });
    addCommand(
        menu, tr("Save &as..."), QKeySequence::SaveAs, QStringLiteral("saveAs"), [this] { savePlanAs(); });
    menu->addSeparator();
    addCommand(menu, tr("&Quit"), QKeySequence::Quit, QStringLiteral("quit"), [this] { close(); });
}

void MainWindow::buildViewMenu(QMenu* menu)
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
    addCommand(
        menu, tr("&Find on this page"), QKeySequence(Qt::Key_Slash), QStringLiteral("findOnPage"), [this] {
            page(m_rail->currentPage())->focusSearch();
        });
    menu->addSeparator();
    palette(tr("Colours of the s&ystem"), PaletteChoice::System);
    palette(tr("&Light"), PaletteChoice::Light);
    palette(tr("&Dark"), PaletteChoice::Dark);
    menu->addSeparator();
    auto* sizes = new QActionGroup(this);
    for (const int percent : {100, 125, 150}) {
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

void MainWindow::buildMenus()
{
    buildFileMenu(m_menuBar->addMenu(tr("&File")));
    QMenu* edit = m_menuBar->addMenu(tr("&Edit"));
    QUndoStack* stack = m_workspace.document().undoStack();
    QAction* undo = stack->createUndoAction(this, tr("Undo"));
    undo->setObjectName(QStringLiteral("undo"));
    undo->setShortcut(QKeySequence::Undo);
    QAction* redo = stack->createRedoAction(this, tr("Redo"));
    redo->setObjectName(QStringLiteral("redo"));
    redo->setShortcut(QKeySequence::Redo);
    edit->addActions({undo, redo});
    edit->addSeparator();
    addCommand(edit,
               tr("&Find a field, option or command"),
               QKeySequence(Qt::CTRL | Qt::Key_K),
               QStringLiteral("findCommand"),
               [this] { openPalette(); });
    QMenu* go = m_menuBar->addMenu(tr("&Plan"));
    for (int number = 0; number < kPageCount; ++number) {
        const auto id = static_cast<PageId>(number);
        addCommand(go,
                   pageTitle(id),
                   QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_0 + (number + 1) % 10)),
                   QStringLiteral("go-") + pageKey(id),
                   [this, id] { showPage(id); });
    }
    go->addSeparator();
    addCommand(go, tr("Compute again"), QKeySequence(Qt::Key_F5), QStringLiteral("recompute"), [this] {
        m_workspace.runner().request(m_workspace.plan());
    });
    buildViewMenu(m_menuBar->addMenu(tr("&View")));
}

QList<QAction*> MainWindow::commands() const
{
    QList<QAction*> result;
    for (QAction* action : findChildren<QAction*>()) {
        if (!action->objectName().isEmpty() && action->isEnabled() && !action->text().isEmpty()) {
            result.append(action);
        }
    }
    return result;
}

void MainWindow::buildBody()
{
    auto* body = new QWidget(this);
    auto* row = new QHBoxLayout(body);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_rail = new Rail(body);
    m_stack = new QStackedWidget;
    for (int number = 0; number < kPageCount; ++number) {
        Page* made = makePage(static_cast<PageId>(number), m_workspace, m_stack);
        m_pages[static_cast<std::size_t>(number)] = made;
        m_stack->addWidget(made);
        connect(made, &Page::sidePanelCloseRequested, this, [this] { setPanelVisible(false); });
    }
    m_panel = new ExplanationPanel(m_workspace);
    m_side = new QStackedWidget;
    m_side->addWidget(m_panel);
    m_side->setMinimumWidth(px(260));
    m_side->setMaximumWidth(px(480));
    m_splitter = new QSplitter(Qt::Horizontal, body);
    m_splitter->addWidget(m_stack);
    m_splitter->addWidget(m_side);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    m_splitter->setCollapsible(0, false);
    m_splitter->setCollapsible(1, false);
    row->addWidget(m_rail);
    row->addWidget(new Rule(Qt::Vertical));
    row->addWidget(m_splitter, 1);
    setCentralWidget(body);
    connect(m_rail, &Rail::pageChosen, this, &MainWindow::showPage);
    connect(m_panel, &ExplanationPanel::closeRequested, this, [this] { setPanelVisible(false); });
}

void MainWindow::buildStatus()
{
    auto* bar = statusBar();
    bar->setSizeGripEnabled(false);
    bar->setFixedHeight(px(24));
    bar->setContentsMargins(px(8), 0, px(8), 0);
    for (std::size_t part = 0; part < m_status.size(); ++part) {
        m_status[part] = new TypedLabel(Type::Note);
        m_status[part]->setInk(Ink::Text2);
        m_status[part]->setContentsMargins(px(6), 0, px(6), 0);
        bar->addWidget(m_status[part]);
    }
    m_status[0]->setObjectName(QStringLiteral("statusState"));
}

void MainWindow::restoreState()
{
    Settings& settings = m_workspace.settings();
    if (const QByteArray geometry = settings.get(Setting::WindowGeometry).toByteArray();
        !geometry.isEmpty()) {
        restoreGeometry(geometry);
    }
    const int width = px(settings.get(Setting::PanelWidth).toInt());
    m_splitter->setSizes({px(1440) - px(147) - width, width});
    setPanelVisible(settings.get(Setting::PanelVisible).toBool());
    PageId start = PageId::Compare;
    for (int number = 0; number < kPageCount; ++number) {
        if (pageKey(static_cast<PageId>(number)) == settings.get(Setting::Page).toString()) {
            start = static_cast<PageId>(number);
        }
    }
    showPage(start);
}

void MainWindow::showPage(PageId id)
{
    m_stack->setCurrentWidget(page(id));
    QWidget* own = page(id)->sidePanel();
    if (own != nullptr && m_side->indexOf(own) < 0) {
        m_side->addWidget(own);
    }
    m_side->setCurrentWidget(own != nullptr ? own : m_panel);
    m_rail->setCurrentPage(id);
    m_workspace.settings().set(Setting::Page, pageKey(id));
}

void MainWindow::setPanelVisible(bool isVisible)
{
    m_side->setVisible(isVisible);
    m_panelAction->setChecked(isVisible);
    m_workspace.settings().set(Setting::PanelVisible, isVisible);
}

void MainWindow::jumpTo(const QString& place)
{
    for (Page* candidate : m_pages) {
        if (!place.isEmpty() && candidate->hasPlace(place)) {
            showPage(candidate->id());
            candidate->focusPlace(place);
            return;
        }
    }
}

void MainWindow::cycleRegion(int step)
{
    QList<QWidget*> regions{m_rail, m_stack};
    if (m_side->isVisible()) {
        regions.append(m_side);
    }
    qsizetype current = 0;
    for (qsizetype index = 0; index < regions.size(); ++index) {
        if (regions[index] == focusWidget() || regions[index]->isAncestorOf(focusWidget())) {
            current = index;
        }
    }
    const qsizetype next = (current + step + regions.size()) % regions.size();
    if (regions[next] == m_stack) {
        page(m_rail->currentPage())->focusContent();
    } else if (regions[next] == m_side) {
        if (m_side->currentWidget() == m_panel) {
            m_panel->focusContent();
        } else {
            page(m_rail->currentPage())->focusSidePanel();
        }
    } else {
        m_rail->setFocus(Qt::TabFocusReason);
    }
}

void MainWindow::openPalette()
{
    auto* palette = new CommandPalette(m_workspace, commands(), this);
    palette->setAttribute(Qt::WA_DeleteOnClose);
    palette->popup();
}

bool MainWindow::openPlan(const QString& path)
{
    if (const auto opened = m_workspace.document().open(path); !opened) {
        showError(opened.error());
        return false;
    }
    m_workspace.settings().addRecent(path);
    return true;
}

void MainWindow::recordAnswer()
{
    if (const simulator::Comparison* answer = m_workspace.comparison();
        answer != nullptr && !m_workspace.runner().isStale()) {
        m_workspace.document().recordPrices(*answer);
    }
}

bool MainWindow::savePlan()
{
    if (m_workspace.document().path().isEmpty()) {
        return savePlanAs();
    }
    recordAnswer();
    if (const auto saved = m_workspace.document().save(); !saved) {
        showError(saved.error());
        return false;
    }
    return true;
}

bool MainWindow::savePlanAs()
{
    const QString suggested = fromEngine(m_workspace.plan().name) + QStringLiteral(".wherewithal");
    const QString path = m_dialogs.savePath(this, suggested);
    if (path.isEmpty()) {
        return false;
    }
    recordAnswer();
    if (const auto saved = m_workspace.document().saveAs(path); !saved) {
        showError(saved.error());
        return false;
    }
    m_workspace.settings().addRecent(path);
    return true;
}

void MainWindow::fillRecent(QMenu* menu)
{
    menu->clear();
    for (const QString& path : m_workspace.settings().get(Setting::RecentPlans).toStringList()) {
        QAction* action = menu->addAction(path);
        connect(action, &QAction::triggered, this, [this, path] { openPlan(path); });
    }
    menu->setEnabled(true);
    if (menu->isEmpty()) {
        menu->addAction(tr("No plan was opened yet"))->setEnabled(false);
    }
}

void MainWindow::showTitle()
{
    PlanDocument& document = m_workspace.document();
    const QString name = fromEngine(document.plan().name);
    m_title->setText(name);
    QString note;
    if (document.isEdited()) {
        note = tr("· edited");
    } else if (document.path().isEmpty()) {
        note = tr("· example");
    } else {
        note = tr("· saved");
    }
    m_titleNote->setText(note);
    setWindowTitle(document.isEdited() ? tr("%1 (edited) - Wherewithal").arg(name)
                                       : tr("%1 - Wherewithal").arg(name));
}

void MainWindow::showStatus()
{
    const Format format;
    SimulationRunner& runner = m_workspace.runner();
    const RunResultPtr result = runner.result();
    const Tokens& t = tokens();
    QString state;
    if (m_hasError) {
        state = QStringLiteral("<span style='color:%1'>✕</span> %2")
                    .arg(t.bad.name(), fromEngine(m_lastError.message).toHtmlEscaped());
    } else if (!result) {
        state = tr("Computing");
    } else if (runner.isStale()) {
        state = tr("~ Recomputing");
    } else {
        state = QStringLiteral("<span style='color:%1'>✓</span> %2")
                    .arg(t.good.name(), tr("Up to date, computed in %1 ms").arg(result->baseMilliseconds));
        if (runner.isRunning()) {
            state += tr(", sampling paths");
        }
    }
    m_status[0]->setText(state);
    if (!result) {
        return;
    }
    const simulator::Comparison& comparison = *result->comparison;
    const auto stale = static_cast<int>(
        std::ranges::count_if(comparison.prices, [](const simulator::PriceUse& use) { return use.isStale; }));
    QString prices = tr("Prices to %1").arg(fromEngine(comparison.catalogueAsOf));
    if (stale > 0) {
        prices += tr(", %n older than %1 days", nullptr, stale).arg(model::kStaleAfterDays);
    }
    m_status[1]->setText(tr("%n options", nullptr, static_cast<int>(comparison.options.size())));
    m_status[2]->setText(prices);
    m_status[3]->setText(tr("%1, net of VAT").arg(fromEngine(comparison.currency.code())));
    m_status[4]->setText(
        comparison.paths > 0
            ? tr("Seed %1, %2 paths").arg(comparison.seed).arg(format.integer(comparison.paths))
            : tr("Seed %1").arg(comparison.seed));
    QStringList warnings;
    for (const std::string& warning : comparison.warnings) {
        warnings.append(format.wording().engineText(warning));
    }
    m_status[2]->setToolTip(warnings.join(QLatin1Char('\n')));
    m_status[5]->setText(tr("Catalogue %1").arg(fromEngine(comparison.catalogueHash).left(8)));
    m_rail->setCount(PageId::Options, static_cast<int>(comparison.options.size()));
    m_rail->setIssues(PageId::Catalogue, stale);
    for (Page* each : m_pages) {
        if (each->id() != PageId::Catalogue) {
            m_rail->setIssues(each->id(), each->issueCount());
        }
    }
}

void MainWindow::showError(const model::Error& error)
{
    m_lastError = error;
    m_hasError = true;
    showStatus();
    statusBar()->setToolTip(fromEngine(model::text(error)));
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    Settings& settings = m_workspace.settings();
    settings.set(Setting::WindowGeometry, saveGeometry());
    if (m_side->isVisible()) {
        settings.set(Setting::PanelWidth, static_cast<int>(m_side->width() / pxf(1)));
    }
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls()) {
        event->acceptProposedAction();
    }
}

void MainWindow::dropEvent(QDropEvent* event)
{
    for (const QUrl& url : event->mimeData()->urls()) {
        if (url.isLocalFile()) {
            openPlan(url.toLocalFile());
            return;
        }
    }
}

} // namespace wherewithal::app
