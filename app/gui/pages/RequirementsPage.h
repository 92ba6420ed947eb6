// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/models/TableModel.h"
#include "app/gui/pages/Page.h"

class QPushButton;

namespace wherewithal::app {

class RuledTable;

/// Must-haves: each with the options that fail it or leave it open.
class RequirementsPage : public Page
{
    Q_OBJECT

public:
    explicit RequirementsPage(Workspace& workspace, QWidget* parent = nullptr);

protected:
    [[nodiscard]] bool needsResult() const override { return false; }
    void showPlan() override;
    void showResult(const RunResultPtr& result) override;

private:
    void fill(const simulator::Comparison* comparison);
    void removeCurrent();
    void showAddMenu();
    void add(model::Requirement requirement, const QString& text);

    TableModel* m_model = nullptr;
    RuledTable* m_table = nullptr;
    QPushButton* m_add = nullptr;
    QPushButton* m_remove = nullptr;
};

} // namespace wherewithal::app
