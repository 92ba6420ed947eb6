// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/models/TableModel.h"

#include <QAbstractTableModel>

namespace wherewithal::app {

/// A small table of texts that can be typed into, with an empty last row for what comes next. It changes
/// nothing itself: an edit is announced, and the owner sets the rows that follow from it.
class EditableTable : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void setColumns(std::vector<TableColumn> columns);
    /// Rows of as many texts as there are columns.
    void setRows(std::vector<QStringList> rows);
    /// Marks a cell whose text was not taken, with the reason; an empty reason takes all marks away.
    void setProblem(int row, int column, const QString& typed, const QString& reason);
    /// The typed texts of a row, also of the empty one.
    [[nodiscard]] QStringList texts(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

signals:
    /// `row` may be the empty one after the last.
    void edited(int row, int column, const QString& text);

private:
    std::vector<TableColumn> m_columns;
    std::vector<QStringList> m_rows; ///< with the empty one
    QModelIndex m_problem;
    QString m_typed;
    QString m_reason;
};

} // namespace wherewithal::app
