// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/MainWindow.h"

#include "app/gui/dialogs/ImportWizard.h"
#include "app/gui/pages/Pages.h"
#include "app/gui/theme/Theme.h"
#include "app/gui/theme/Tokens.h"
#include "app/gui/widgets/CommandField.h"
#include "app/gui/widgets/CommandPalette.h"
#include "app/gui/widgets/ExplanationPanel.h"
#include "app/gui/widgets/Parts.h"
#include "app/gui/widgets/Rail.h"
#include "app/gui/window/FileDrops.h"
#include "app/gui/window/HelpTopics.h"
#include "app/gui/window/HelpWindow.h"
#include "app/gui/window/NoteBar.h"
#include "app/gui/window/PlanDialog.h"
#include "app/gui/window/SettingsDialog.h"
#include "app/gui/window/SideBySide.h"
#include "app/gui/window/StartPage.h"
#include "app/gui/window/StatusLine.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenuBar>
#include <QMimeData>
#include <QResizeEvent>
#include <QSplitter>
#include <QStackedWidget>

#include <algorithm>

namespace wherewithal::app {

MainWindow::MainWindow(Workspace& workspace, Dialogs dialogs, QWidget* parent)
    : QMainWindow(parent)
    , m_workspace(workspace)
    , m_files(new PlanFiles(workspace, std::move(dialogs), this))
{
    setObjectName(QStringLiteral("mainWindow"));
    setAcceptDrops(true);
    resize(px(1440), px(900));
    setMinimumSize(px(900), px(560));
    m_drops = new FileDrops({.plan = [this](const QString& path) { return openPlan(path); },
                             .priceSheets =
                                 [this](const QStringList& paths) {
                                     importSheets(paths);
                                     return m_workspace.catalogue().service() != nullptr;
                                 },
                             .page =
                                 [this](const FileGuess& file) {
                                     return handToPage(file);
                                 }},
                            this);
    buildBody();
    buildTopBar();
    m_status = new StatusLine(workspace, this);
    setStatusBar(m_status);
    buildMenus();
    connectSession();
    restoreState();
    showTitle();
    showCounts();
}

MainWindow::~MainWindow() = default;

void MainWindow::connectSession()
{
    connect(&m_workspace, &Workspace::jumpRequested, this, &MainWindow::jumpTo);
    connect(&m_workspace, &Workspace::pageRequested, this, &MainWindow::showPage);
    connect(m_files, &PlanFiles::titleChanged, this, &MainWindow::showTitle);
    connect(m_files, &PlanFiles::failed, m_status, &StatusLine::showError);
    connect(m_files, &PlanFiles::opened, this, &MainWindow::showPlanPage);
    connect(m_files, &PlanFiles::noted, m_notes, &NoteBar::show);
    connect(m_files, &PlanFiles::noteEnded, m_notes, &NoteBar::close);
    connect(m_drops, &FileDrops::noted, m_notes, &NoteBar::show);
    connect(m_drops, &FileDrops::noteEnded, m_notes, &NoteBar::close);
    connect(m_start, &StartPage::openFileRequested, this, [this] { m_files->openByDialog(); });
    connect(m_start, &StartPage::importRequested, this, [this] { importSheets({}); });
    SimulationRunner& runner = m_workspace.runner();
    connect(&runner, &SimulationRunner::resultReady, this, &MainWindow::showCounts);
    connect(&runner, &SimulationRunner::finished, this, &MainWindow::showCounts);
}

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
    m_notes = new NoteBar(holder);
    column->addWidget(m_notes);
    setMenuWidget(holder);
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
    m_start = new StartPage(m_workspace, *m_files, m_stack);
    m_stack->addWidget(m_start);
    m_panel = new ExplanationPanel(m_workspace);
    m_side = new QStackedWidget;
    m_side->addWidget(m_panel);
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
    connect(&m_workspace, &Workspace::helpRequested, this, &MainWindow::openHelp);
    connect(m_panel, &ExplanationPanel::closeRequested, this, [this] { setPanelVisible(false); });
}

void MainWindow::placePanel()
{
    // A small window, or a large font in a usual one: the page keeps the width, the panel goes below.
    constexpr double kNarrow = 1200;
    constexpr double kLeastWidth = 260;
    constexpr double kMostWidth = 480;
    constexpr double kLeastHeight = 190;
    constexpr double kLow = 700; // below it, page and panel would both be slits: the panel waits for F4
    const Qt::Orientation wanted = width() < px(kNarrow) ? Qt::Vertical : Qt::Horizontal;
    const bool isBelow = wanted == Qt::Vertical;
    m_side->setMinimumSize(isBelow ? 0 : px(kLeastWidth), isBelow ? px(kLeastHeight) : 0);
    m_side->setMaximumSize(isBelow ? QWIDGETSIZE_MAX : px(kMostWidth), QWIDGETSIZE_MAX);
    if (m_splitter->orientation() == wanted || m_panelAction == nullptr) {
        return;
    }
    m_splitter->setOrientation(wanted);
    const int room = isBelow ? height() : width();
    const int panel = isBelow ? room * 3 / 10 : px(m_workspace.settings().get(Setting::PanelWidth).toInt());
    m_splitter->setSizes({room - panel, panel});
    const bool isWished = m_workspace.settings().get(Setting::PanelVisible).toBool();
    const bool isShown = isWished && !(isBelow && height() < px(kLow));
    m_panelAction->setChecked(isShown);
    m_side->setVisible(isShown && !isOnStart());
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    if (m_splitter != nullptr) {
        placePanel();
    }
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

void MainWindow::restoreState()
{
    Settings& settings = m_workspace.settings();
    if (const QByteArray geometry = settings.get(Setting::WindowGeometry).toByteArray();
        !geometry.isEmpty()) {
        restoreGeometry(geometry);
    }
    const int width = px(settings.get(Setting::PanelWidth).toInt());
    m_splitter->setSizes({px(1440) - px(147) - width, width});
    const QVariantMap layout = settings.get(Setting::WindowLayout).toMap();
    for (QSplitter* splitter : m_stack->findChildren<QSplitter*>()) {
        if (const QByteArray state = layout.value(splitter->objectName()).toByteArray(); !state.isEmpty()) {
            splitter->restoreState(state);
        }
    }
    setPanelVisible(settings.get(Setting::PanelVisible).toBool());
    showPlanPage();
}

void MainWindow::saveState()
{
    Settings& settings = m_workspace.settings();
    settings.set(Setting::WindowGeometry, saveGeometry());
    QVariantMap layout = settings.get(Setting::WindowLayout).toMap();
    for (const QSplitter* splitter : m_stack->findChildren<QSplitter*>()) {
        if (!splitter->objectName().isEmpty() && splitter->isVisible()) {
            layout.insert(splitter->objectName(), splitter->saveState());
        }
    }
    settings.set(Setting::WindowLayout, layout);
    if (m_side->isVisible() && m_splitter->orientation() == Qt::Horizontal) {
        settings.set(Setting::PanelWidth, static_cast<int>(m_side->width() / pxf(1)));
    }
}

/// The page that was shown last, or Compare.
void MainWindow::showPlanPage()
{
    PageId start = PageId::Compare;
    for (int number = 0; number < kPageCount; ++number) {
        if (pageKey(static_cast<PageId>(number)) == m_workspace.settings().get(Setting::Page).toString()) {
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
    m_status->setOnStart(false);
    m_side->setVisible(m_panelAction->isChecked());
    m_workspace.settings().set(Setting::Page, pageKey(id));
    showTitle();
}

void MainWindow::showStart()
{
    m_stack->setCurrentWidget(m_start);
    m_rail->clearCurrentPage();
    m_status->setOnStart(true);
    m_side->hide();
    showTitle();
    m_start->refresh();
    m_start->focusContent();
}

bool MainWindow::isOnStart() const
{
    return m_stack->currentWidget() == m_start;
}

void MainWindow::setPanelVisible(bool isVisible)
{
    m_side->setVisible(isVisible && !isOnStart());
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

void MainWindow::focusPage()
{
    if (isOnStart()) {
        m_start->focusContent();
    } else {
        page(m_rail->currentPage())->focusContent();
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
        focusPage();
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
    for (Page* page : m_pages) {
        page->makeFields();
    }
    auto* palette = new CommandPalette(m_workspace, commands(), this);
    palette->setAttribute(Qt::WA_DeleteOnClose);
    for (const HelpTopic& topic : helpTopics()) {
        palette->addEntry({topic.title, {}, tr("Help"), [this, name = topic.name] {
                               openHelp(name);
                           }});
    }
    palette->popup();
}

void MainWindow::openSettings()
{
    auto* dialog = new SettingsDialog(m_workspace.settings(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SettingsDialog::languageChanged, this, &MainWindow::rebuildRequested);
    dialog->open();
}

void MainWindow::openSideBySide()
{
    auto* view = new SideBySide(m_workspace, *m_files, this);
    view->setAttribute(Qt::WA_DeleteOnClose);
    view->show();
}

void MainWindow::openPlanDialog()
{
    auto* dialog = new PlanDialog(m_workspace.document(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

QString MainWindow::topicOfFocus() const
{
    if (isOnStart()) {
        return QStringLiteral("start");
    }
    const QWidget* focus = focusWidget();
    for (const QWidget* widget = focus; widget != nullptr; widget = widget->parentWidget()) {
        if (widget == m_panel) {
            return helpTopicOfFigure(m_workspace.selection().figure());
        }
        const QString topic = helpTopicOfPlace(widget->property("wherewithalPlace").toString());
        if (!topic.isEmpty()) {
            return topic;
        }
    }
    return helpTopicOf(m_rail->currentPage());
}

void MainWindow::openHelp(const QString& topic)
{
    if (m_help == nullptr) {
        m_help = new HelpWindow(this);
    }
    m_help->openTopic(topic.isEmpty() ? topicOfFocus() : topic);
}

void MainWindow::importSheets(const QStringList& paths)
{
    showPage(PageId::Catalogue);
    openImportWizard(m_workspace, paths, this);
}

bool MainWindow::handToPage(const FileGuess& file)
{
    // The page in sight first: a trace that is dropped on the Demand page is meant for it.
    Page* shown = isOnStart() ? nullptr : page(m_rail->currentPage());
    if (shown != nullptr && shown->takeFile(file)) {
        return true;
    }
    for (Page* candidate : m_pages) {
        if (candidate != shown && candidate->takeFile(file)) {
            showPage(candidate->id());
            return true;
        }
    }
    return false;
}

void MainWindow::showTitle()
{
    if (isOnStart()) {
        m_title->setText(tr("Wherewithal"));
        m_titleNote->clear();
        setWindowTitle(tr("Wherewithal"));
        return;
    }
    const PlanDocument& document = m_workspace.document();
    const QString name = fromEngine(document.plan().name);
    m_title->setText(name);
    m_titleNote->setText(m_files->titleNote());
    setWindowTitle(document.isEdited() ? tr("%1 (edited) - Wherewithal").arg(name)
                                       : tr("%1 - Wherewithal").arg(name));
}

void MainWindow::showCounts()
{
    const simulator::Comparison* comparison = m_workspace.comparison();
    if (comparison == nullptr) {
        return;
    }
    m_rail->setCount(PageId::Options, static_cast<int>(comparison->options.size()));
    m_rail->setIssues(PageId::Catalogue, StatusLine::stalePrices(*comparison));
    for (const Page* each : m_pages) {
        if (each->id() != PageId::Catalogue) {
            m_rail->setIssues(each->id(), each->issueCount());
        }
    }
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    saveState();
    // What is not saved is a draft and comes back at the next start; only if even that fails there is
    // something to decide, and the note says what.
    if (m_files->keepEdits()) {
        event->accept();
    } else {
        event->ignore();
    }
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls()) {
        event->acceptProposedAction();
    }
}

void MainWindow::offerFiles(const QStringList& paths)
{
    m_drops->offer(paths);
}

void MainWindow::dropEvent(QDropEvent* event)
{
    QStringList paths;
    for (const QUrl& url : event->mimeData()->urls()) {
        if (url.isLocalFile()) {
            paths.append(url.toLocalFile());
        }
    }
    offerFiles(paths);
    event->acceptProposedAction();
}

} // namespace wherewithal::app
