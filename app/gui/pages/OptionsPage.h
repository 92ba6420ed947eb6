// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/models/TableModel.h"
#include "app/gui/pages/OptionEditor.h"
#include "app/gui/pages/Page.h"
#include "app/session/Background.h"

class QMenu;
class QPushButton;
class QScrollArea;

namespace wherewithal::app {

class RuledTable;

/// What is compared: queries, named candidates and what is owned already, each with its editor; below, what
/// they gave.
class OptionsPage : public Page
{
    Q_OBJECT

public:
    explicit OptionsPage(Workspace& workspace, QWidget* parent = nullptr);

    [[nodiscard]] int issueCount() const override;
    bool focusPlace(const QString& place) override;
    void focusSearch() override { chooseMachine(false); }

protected:
    [[nodiscard]] bool needsResult() const override { return false; }
    void showPlan() override;
    void showResult(const RunResultPtr& result) override;
    void showEvent(QShowEvent* event) override;

private:
    void buildHeaderButtons();
    QWidget* buildSources();
    QWidget* buildOptions();
    void fillAddMenu();
    void lookForProviders();

    [[nodiscard]] SourceRef current() const;
    void select(const SourceRef& source);
    void showEditor();
    /// What the form's rows depend on: another text means another form.
    [[nodiscard]] QString shapeOf(const SourceRef& source) const;
    void showFindings();
    void showButtons();

    /// Opens the search; the machine becomes a candidate, or the host of the one that is selected.
    void chooseMachine(bool isForCurrent);
    void duplicateCurrent();
    void removeCurrent();
    [[nodiscard]] QString nameOf(const SourceRef& source) const;

    EditorFacts m_facts;
    Background m_looking;
    bool m_hasLooked = false;
    TableModel* m_sources = nullptr;
    RuledTable* m_sourcesTable = nullptr;
    TableModel* m_options = nullptr;
    RuledTable* m_optionsTable = nullptr;
    QScrollArea* m_scroll = nullptr;
    TypedLabel* m_finding = nullptr;
    EditorForm* m_editor = nullptr;
    QString m_shape;
    SourceRef m_shown;
    SourceRef m_wanted; ///< to be selected when the plan holds it
    QPushButton* m_add = nullptr;
    QPushButton* m_duplicate = nullptr;
    QPushButton* m_remove = nullptr;
    QMenu* m_addMenu = nullptr;
};

} // namespace wherewithal::app
