// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/models/EditableTable.h"

#include "app/gui/theme/Paint.h"

namespace wherewithal::app {

void EditableTable::setColumns(std::vector<TableColumn> columns)
{
    beginResetModel();
    m_columns = std::move(columns);
    m_rows.assign(1, QStringList(columnCount()));
    m_problem = {};
    endResetModel();
}

void EditableTable::setRows(std::vector<QStringList> rows)
{
    rows.emplace_back(columnCount());
    if (rows == m_rows && !m_problem.isValid()) {
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    m_problem = {};
    m_reason.clear();
    endResetModel();
}

void EditableTable::setProblem(int row, int column, const QString& typed, const QString& reason)
{
    m_problem = reason.isEmpty() ? QModelIndex() : index(row, column);
    m_typed = typed;
    m_reason = reason;
    if (rowCount() > 0 && columnCount() > 0) {
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }
}

QStringList EditableTable::texts(int row) const
{
    return m_rows[static_cast<std::size_t>(row)];
}

int EditableTable::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int EditableTable::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant EditableTable::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const bool isProblem = index == m_problem;
    const QString text =
        isProblem ? m_typed : m_rows[static_cast<std::size_t>(index.row())].value(index.column());
    const TableColumn& column = m_columns[static_cast<std::size_t>(index.column())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return text;
    case Qt::TextAlignmentRole:
        return QVariant(column.side | Qt::AlignVCenter);
    case RowKindRole:
        return static_cast<int>(RowKind::Single);
    case SymbolRole:
        return isProblem ? QVariant(static_cast<int>(Symbol::Cross)) : QVariant();
    case Qt::ToolTipRole:
        return isProblem ? QVariant(m_reason) : QVariant();
    case Qt::AccessibleTextRole: {
        const QString said = text.isEmpty() ? tr("%1: empty").arg(column.name)
                                            : tr("%1: %2 %3").arg(column.name, text, column.unit).trimmed();
        return isProblem ? said + QStringLiteral(". ") + m_reason : said;
    }
    default:
        return {};
    }
}

bool EditableTable::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return false;
    }
    const QString text = value.toString().trimmed();
    if (text != data(index, Qt::EditRole).toString()) {
        emit edited(index.row(), index.column(), text);
    }
    return true;
}

QVariant EditableTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) {
        return {};
    }
    const TableColumn& column = m_columns[static_cast<std::size_t>(section)];
    switch (role) {
    case Qt::DisplayRole:
        return column.name;
    case UnitRole:
        return column.unit;
    case Qt::TextAlignmentRole:
        return QVariant(column.side | Qt::AlignVCenter);
    default:
        return {};
    }
}

Qt::ItemFlags EditableTable::flags(const QModelIndex& index) const
{
    return index.isValid()
               ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsEditable | Qt::ItemNeverHasChildren
               : Qt::NoItemFlags;
}

} // namespace wherewithal::app
