// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/models/TableModel.h"
#include "app/gui/pages/Page.h"

class QMenu;
class QPushButton;
class QScrollArea;

namespace wherewithal::app {

class AnswersView;
class EditorForm;
class RuledTable;

/// Must-haves: each with the options that fail it or leave it open; below, the selected one to edit in place,
/// and how each provider answers it.
class RequirementsPage : public Page
{
    Q_OBJECT

public:
    explicit RequirementsPage(Workspace& workspace, QWidget* parent = nullptr);
    [[nodiscard]] int issueCount() const override;
    bool focusPlace(const QString& place) override;

protected:
    [[nodiscard]] bool hasContent() const override;
    [[nodiscard]] bool needsResult() const override { return false; }
    void showPlan() override;
    void showResult(const RunResultPtr& result) override;

private:
    void fill(const simulator::Comparison* comparison);
    void removeCurrent();
    void showAddMenu();
    void add(model::Requirement requirement, const QString& text);
    QWidget* buildDetail();
    void addOptionEntries(QMenu* menu);
    void addCatalogueEntries(QMenu* menu, const model::CatalogueSlice& slice);
    void addEntry(QMenu* menu, const QString& text, const model::Requirement& requirement);
    [[nodiscard]] TableRow rowOf(const model::Requirement& requirement,
                                 const simulator::Comparison* comparison) const;
    [[nodiscard]] QString wantedText(const model::Requirement& requirement) const;
    [[nodiscard]] std::size_t current() const;
    void select(std::size_t index);
    void showDetail();

    TableModel* m_model = nullptr;
    RuledTable* m_table = nullptr;
    QPushButton* m_add = nullptr;
    QPushButton* m_remove = nullptr;
    QScrollArea* m_scroll = nullptr;
    EditorForm* m_editor = nullptr;
    AnswersView* m_answers = nullptr;
    QString m_shape; ///< of what the editor is about
};

} // namespace wherewithal::app
