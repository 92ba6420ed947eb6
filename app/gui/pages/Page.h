// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/Verdicts.h"
#include "app/gui/Workspace.h"
#include "app/report/Format.h"

#include <QWidget>

#include <functional>
#include <optional>

class QHBoxLayout;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace wherewithal::app {

class TypedLabel;
struct FileGuess;

/// A page of the rail: header with title, controls and the verdict; below it one of four states.
class Page : public QWidget
{
    Q_OBJECT

public:
    enum class State
    {
        Empty,   ///< nothing to show yet, and what to do about it
        Working, ///< the first result is being computed
        Result,
        Error,
    };

    Page(PageId id, Workspace& workspace, QWidget* parent);

    [[nodiscard]] PageId id() const { return m_id; }
    [[nodiscard]] State state() const { return m_state; }
    /// True while the page builds what it shows of a result, on a worker.
    [[nodiscard]] virtual bool isBusy() const { return false; }
    /// Number of open issues that the rail shows beside the name.
    [[nodiscard]] virtual int issueCount() const { return 0; }
    /// Puts the focus on the field of a JSON pointer; false if it is not on this page.
    virtual bool focusPlace(const QString& place);
    [[nodiscard]] bool hasPlace(const QString& place) const { return fieldAt(place) != nullptr; }
    /// "/" on this page.
    virtual void focusSearch() {}
    virtual void focusContent();
    /// Makes the fields of a page that was never shown, so that they can be found and jumped to.
    void makeFields();
    /// A panel of the page's own in the place of the explanation; null: none.
    [[nodiscard]] virtual QWidget* sidePanel() { return nullptr; }
    virtual void focusSidePanel() {}
    /// Takes a file that was dropped on the window or opened, whichever page is shown then; false: it is not
    /// for this page. The page is shown if it takes it.
    virtual bool takeFile(const FileGuess& file);

signals:
    void stateChanged();
    void sidePanelCloseRequested();

protected:
    [[nodiscard]] Workspace& workspace() const { return m_workspace; }
    [[nodiscard]] const Format& format() const { return m_format; }
    /// For controls at the right of the title.
    [[nodiscard]] QHBoxLayout* headerRow() const { return m_headerRow; }
    /// The widget of the result state.
    void setContent(QWidget* content);
    void setVerdict(const Verdict& verdict);
    /// What the empty state says, and its button; without a text there is no button.
    void setEmptyText(const QString& title,
                      const QString& text,
                      const QString& button = {},
                      std::function<void()> action = {});

    /// Whether the plan holds what this page needs; the empty state shows otherwise.
    [[nodiscard]] virtual bool hasContent() const { return true; }
    /// False for pages that edit the plan and need no result.
    [[nodiscard]] virtual bool needsResult() const { return true; }
    virtual void showPlan() {}
    virtual void showResult(const RunResultPtr& result) { Q_UNUSED(result) }
    virtual void showStale(bool isStale) { Q_UNUSED(isStale) }

    void showEvent(QShowEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void buildHeader(QVBoxLayout* layout);
    QWidget* buildMessage(const QString& name, TypedLabel** title, TypedLabel** text, QPushButton** button);
    void setState(State state);
    void refresh();
    void showError(const model::Error& error);
    void showStopped();
    void sayError();
    [[nodiscard]] QWidget* fieldAt(const QString& place) const;

    PageId m_id;
    Workspace& m_workspace;
    Format m_format;
    State m_state = State::Empty;
    bool m_isDirty = true; ///< a result came while the page was hidden
    std::optional<model::Error> m_error;

    QHBoxLayout* m_headerRow = nullptr;
    TypedLabel* m_verdict = nullptr;
    QStackedWidget* m_stack = nullptr;
    TypedLabel* m_emptyTitle = nullptr;
    TypedLabel* m_emptyText = nullptr;
    QPushButton* m_emptyButton = nullptr;
    TypedLabel* m_errorTitle = nullptr;
    TypedLabel* m_errorText = nullptr;
    QPushButton* m_errorButton = nullptr;
    TypedLabel* m_workingTitle = nullptr;
    QProgressBar* m_progress = nullptr;
    std::function<void()> m_emptyAction;
};

} // namespace wherewithal::app
