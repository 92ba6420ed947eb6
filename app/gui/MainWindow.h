// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/Workspace.h"
#include "app/gui/window/PlanFiles.h"

#include <QMainWindow>

#include <array>
#include <functional>

class QActionGroup;
class QLabel;
class QMenu;
class QSplitter;
class QStackedWidget;

namespace wherewithal::app {

class ExplanationPanel;
class FileDrops;
class HelpWindow;
class NoteBar;
class Page;
class Rail;
class StartPage;
class StatusLine;
class TypedLabel;

/// The one window: top bar, rail, page, explanation, status. Its menus are made in window/Menus.cpp, plans
/// are opened and saved by PlanFiles, dropped files sorted by FileDrops.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(Workspace& workspace, Dialogs dialogs, QWidget* parent = nullptr);
    ~MainWindow() override;

    void showPage(PageId page);
    void showStart();
    [[nodiscard]] bool isOnStart() const;
    [[nodiscard]] Page* page(PageId id) const { return m_pages[static_cast<std::size_t>(id)]; }
    /// Every action of the menus, for the palette.
    [[nodiscard]] QList<QAction*> commands() const;

    [[nodiscard]] PlanFiles& files() { return *m_files; }
    [[nodiscard]] NoteBar* noteBar() const { return m_notes; }
    bool openPlan(const QString& path) { return m_files->open(path); }
    /// Files of any kind: each goes to where it belongs.
    void offerFiles(const QStringList& paths);
    /// A topic of the help; empty: the one of what has the focus.
    void openHelp(const QString& topic);

signals:
    /// The language is another: this window is to be built anew.
    void rebuildRequested();

protected:
    void closeEvent(QCloseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void buildTopBar();
    void buildBody();
    /// Beside the page, or below it where the window is narrow.
    void placePanel();
    void connectSession();

    // window/Menus.cpp
    void buildMenus();
    void buildFileMenu(QMenu* menu);
    void buildEditMenu(QMenu* menu);
    void buildPlanMenu(QMenu* menu);
    void buildCatalogueMenu(QMenu* menu);
    void buildViewMenu(QMenu* menu);
    void buildHelpMenu(QMenu* menu);
    void addPaletteChoices(QMenu* menu);
    void addTextSizes(QMenu* menu);
    void addTemplateShortcuts();
    void fillRecent(QMenu* menu);
    QAction* addCommand(QMenu* menu,
                        const QString& text,
                        const QKeySequence& keys,
                        const QString& objectName,
                        std::function<void()> action);

    void jumpTo(const QString& place);
    void cycleRegion(int step);
    void focusPage();
    void openPalette();
    void openSettings();
    void openPlanDialog();
    void openSideBySide();
    [[nodiscard]] QString topicOfFocus() const;
    void importSheets(const QStringList& paths);
    bool handToPage(const struct FileGuess& file);
    void setPanelVisible(bool isVisible);
    void showPlanPage();
    void showTitle();
    void showCounts();
    void restoreState();
    void saveState();

    Workspace& m_workspace;
    std::array<Page*, kPageCount> m_pages{};
    PlanFiles* m_files = nullptr;
    FileDrops* m_drops = nullptr;
    Rail* m_rail = nullptr;
    StartPage* m_start = nullptr;
    QStackedWidget* m_stack = nullptr;
    QSplitter* m_splitter = nullptr;
    QStackedWidget* m_side = nullptr; ///< the explanation, or the panel of a page that has its own
    ExplanationPanel* m_panel = nullptr;
    NoteBar* m_notes = nullptr;
    TypedLabel* m_title = nullptr;
    QLabel* m_titleNote = nullptr;
    StatusLine* m_status = nullptr;
    HelpWindow* m_help = nullptr; ///< made when it is first asked for
    QMenuBar* m_menuBar = nullptr;
    QAction* m_panelAction = nullptr;
};

} // namespace wherewithal::app
