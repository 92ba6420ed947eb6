// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/Workspace.h"
#include "app/gui/models/TableModel.h"
#include "app/session/Background.h"

#include <QDialog>

class QComboBox;
class QPushButton;
class QVBoxLayout;

namespace wherewithal::app {

class ChangesSection;
class ErrorStrip;
class RuledTable;
class TypedLabel;

/// The imported price sheets: where they came from, remove one, compare two.
class SheetsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit SheetsDialog(Workspace& workspace, QWidget* parent = nullptr);

private:
    void buildList(QVBoxLayout* layout);
    void buildComparison(QVBoxLayout* layout);
    void read();
    void fill(const std::vector<providers::SheetInfo>& sheets);
    void showButtons();
    void removeCurrent();
    void compare();

    Workspace& m_workspace;
    std::shared_ptr<const CatalogueService> m_service;
    Format m_format;
    std::vector<providers::SheetInfo> m_sheets;
    ErrorStrip* m_error = nullptr;
    TypedLabel* m_note = nullptr;
    TableModel* m_model = nullptr;
    RuledTable* m_table = nullptr;
    QPushButton* m_remove = nullptr;
    QComboBox* m_before = nullptr;
    QComboBox* m_after = nullptr;
    QPushButton* m_compare = nullptr;
    ChangesSection* m_changes = nullptr;
    Background m_comparing;
    Background m_work; ///< last: waits for its worker before the rest goes
};

} // namespace wherewithal::app
