// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/models/TableModel.h"
#include "app/gui/pages/Page.h"

class QLineEdit;

namespace wherewithal::app {

class RuledTable;

/// Prices behind the plan: search, age, origin.
class CataloguePage : public Page
{
    Q_OBJECT

public:
    explicit CataloguePage(Workspace& workspace, QWidget* parent = nullptr);
    void focusSearch() override;

protected:
    void showResult(const RunResultPtr& result) override;

private:
    void filter();

    QLineEdit* m_search = nullptr;
    TableModel* m_model = nullptr;
    RuledTable* m_table = nullptr;
    std::vector<TableRow> m_rows; ///< all
};

} // namespace wherewithal::app
