// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/pages/Page.h"

class QTabBar;

namespace wherewithal::app {

class FieldForm;
class RuledTable;
class SectionTitle;
class TableModel;

/// What runs: the model, its requests and objectives, and how it fits on the machine of each option.
class WorkloadPage : public Page
{
    Q_OBJECT

public:
    explicit WorkloadPage(Workspace& workspace, QWidget* parent = nullptr);
    [[nodiscard]] int issueCount() const override;

protected:
    [[nodiscard]] bool hasContent() const override;
    [[nodiscard]] bool needsResult() const override { return false; }
    void showPlan() override;
    void showResult(const RunResultPtr& result) override;

private:
    QWidget* buildForms();
    QWidget* buildFit();
    void rebuildForms();
    [[nodiscard]] std::size_t current() const;

    QTabBar* m_tabs = nullptr;
    QWidget* m_formHolder = nullptr;
    FieldForm* m_facts = nullptr;
    FieldForm* m_detail = nullptr;
    FieldForm* m_objectives = nullptr;
    TableModel* m_model = nullptr;
    RuledTable* m_table = nullptr;
    SectionTitle* m_fitTitle = nullptr;
    model::Workload m_shown; ///< the forms are built for this workload's kind and model
};

} // namespace wherewithal::app
