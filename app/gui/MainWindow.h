// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/Workspace.h"

#include <QMainWindow>

#include <array>
#include <functional>

class QLabel;
class QMenu;
class QSplitter;
class QStackedWidget;

namespace wherewithal::app {

class ExplanationPanel;
class Page;
class Rail;
class TypedLabel;

/// Questions that only the user can answer; tests answer them themselves.
struct Dialogs
{
    std::function<QString(QWidget*)> openPath;                           ///< empty: cancelled
    std::function<QString(QWidget*, const QString& suggested)> savePath; ///< empty: cancelled
};
[[nodiscard]] Dialogs realDialogs();

/// The one window: top bar, rail, page, explanation, status.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(Workspace& workspace, Dialogs dialogs, QWidget* parent = nullptr);
    ~MainWindow() override;

    void showPage(PageId page);
    [[nodiscard]] Page* page(PageId id) const { return m_pages[static_cast<std::size_t>(id)]; }
    /// Every action of the menus, for the palette.
    [[nodiscard]] QList<QAction*> commands() const;

    bool openPlan(const QString& path);
    bool savePlan();
    bool savePlanAs();

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void buildTopBar();
    void buildMenus();
    void buildFileMenu(QMenu* menu);
    void buildViewMenu(QMenu* menu);
    void buildBody();
    void buildStatus();
    void fillRecent(QMenu* menu);
    QAction* addCommand(QMenu* menu,
                        const QString& text,
                        const QKeySequence& keys,
                        const QString& objectName,
                        std::function<void()> action);
    void jumpTo(const QString& place);
    void cycleRegion(int step);
    void openPalette();
    void setPanelVisible(bool isVisible);
    void showTitle();
    void showStatus();
    void showError(const model::Error& error);
    void restoreState();
    /// The plan file says on which prices its answer stands.
    void recordAnswer();

    Workspace& m_workspace;
    Dialogs m_dialogs;
    std::array<Page*, kPageCount> m_pages{};
    Rail* m_rail = nullptr;
    QStackedWidget* m_stack = nullptr;
    QSplitter* m_splitter = nullptr;
    QStackedWidget* m_side = nullptr; ///< the explanation, or the panel of a page that has its own
    ExplanationPanel* m_panel = nullptr;
    TypedLabel* m_title = nullptr;
    QLabel* m_titleNote = nullptr;
    std::array<TypedLabel*, 6> m_status{};
    QMenuBar* m_menuBar = nullptr;
    QAction* m_panelAction = nullptr;
    model::Error m_lastError;
    bool m_hasError = false;
};

} // namespace wherewithal::app
