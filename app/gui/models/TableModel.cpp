// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/models/TableModel.h"

#include <algorithm>

namespace wherewithal::app {

TableCell numberCell(const QString& text, std::optional<double> raw, bool isStrong)
{
    TableCell cell;
    cell.text = text;
    cell.sort = raw ? QVariant(*raw) : QVariant();
    cell.isMuted = !raw;
    cell.isStrong = isStrong;
    return cell;
}

TableCell textCell(const QString& text, const QString& second, bool isStrong)
{
    TableCell cell;
    cell.text = text;
    cell.sort = text;
    cell.second = second;
    cell.isStrong = isStrong;
    return cell;
}

void TableModel::setColumns(std::vector<TableColumn> columns)
{
    beginResetModel();
    m_columns = std::move(columns);
    m_rows.clear();
    endResetModel();
}

/// Rows that are about the same things only change their values: views keep place and current cell.
void TableModel::setContents(std::vector<TableColumn> columns, std::vector<TableRow> rows)
{
    const bool isSameHead =
        std::ranges::equal(columns, m_columns, {}, &TableColumn::name, &TableColumn::name);
    const bool isSame = isSameHead && !rows.empty()
                        && std::ranges::equal(rows, m_rows, [](const TableRow& a, const TableRow& b) {
                               return a.kind == b.kind && a.figure == b.figure && a.key == b.key
                                      && a.letter == b.letter && a.cells.size() == b.cells.size();
                           });
    if (isSame) {
        m_columns = std::move(columns);
        m_rows = std::move(rows);
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
        return;
    }
    beginResetModel();
    m_columns = std::move(columns);
    m_rows = std::move(rows);
    endResetModel();
}

void TableModel::setMuted(bool isMuted)
{
    if (isMuted != m_isMuted) {
        m_isMuted = isMuted;
        if (!m_rows.empty() && !m_columns.empty()) {
            emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        }
    }
}

void TableModel::setRows(std::vector<TableRow> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int TableModel::rowOfLetter(const QString& letter) const
{
    const auto found = std::ranges::find_if(
        m_rows, [&](const TableRow& row) { return row.letter == letter && !letter.isEmpty(); });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int TableModel::rowOfFigure(const QString& figure) const
{
    const auto found = std::ranges::find_if(
        m_rows, [&](const TableRow& row) { return row.figure == figure && !figure.isEmpty(); });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int TableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int TableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

Qt::ItemFlags TableModel::flags(const QModelIndex& index) const
{
    if (!index.isValid()) {
        return Qt::NoItemFlags;
    }
    const bool isGroup = m_rows[static_cast<std::size_t>(index.row())].kind == RowKind::Group;
    return (isGroup ? Qt::ItemIsEnabled : Qt::ItemIsEnabled | Qt::ItemIsSelectable)
           | Qt::ItemNeverHasChildren;
}

QString TableModel::accessibleText(const TableRow& row, int column) const
{
    const TableCell& cell = row.cells[static_cast<std::size_t>(column)];
    const TableColumn& head = m_columns[static_cast<std::size_t>(column)];
    QString text = row.letter.isEmpty() ? QString() : row.letter + QLatin1Char(' ');
    text += tr("%1: %2").arg(head.name, cell.text.isEmpty() ? cell.toolTip : cell.text);
    if (!head.unit.isEmpty()) {
        text += QLatin1Char(' ') + head.unit;
    }
    return cell.second.isEmpty() ? text : text + QStringLiteral(", ") + cell.second;
}

QVariant TableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const TableRow& row = m_rows[static_cast<std::size_t>(index.row())];
    const auto column = static_cast<std::size_t>(index.column());
    if (role == RowKindRole) {
        return static_cast<int>(row.kind);
    }
    if (column >= row.cells.size()) {
        return {};
    }
    const TableCell& cell = row.cells[column];
    switch (role) {
    case Qt::DisplayRole:
        return cell.text;
    case Qt::TextAlignmentRole:
        return QVariant(m_columns[column].side | Qt::AlignVCenter);
    case SecondLineRole:
        return cell.second;
    case SortRole:
        return cell.sort;
    case SymbolRole:
        return cell.symbol < 0 ? QVariant() : QVariant(cell.symbol);
    case IsMutedRole:
        return m_isMuted || cell.isMuted;
    case IsStrongRole:
        return cell.isStrong;
    case IsSmallRole:
        return cell.isSmall;
    case LinkRole:
        return cell.link.isEmpty() ? QVariant() : QVariant(cell.link);
    case PlaceRole:
        return cell.place;
    case LetterRole:
        return row.letter;
    case FigureRole:
        return row.figure;
    case KeyRole:
        return row.key;
    case SpecialRole:
        return cell.special;
    case ScoreRole:
        return cell.special.canConvert<ScoreCell>() ? cell.special : QVariant();
    case Qt::AccessibleTextRole:
        return accessibleText(row, index.column());
    case Qt::ToolTipRole:
        return cell.toolTip.isEmpty() ? accessibleText(row, index.column()) : cell.toolTip;
    default:
        return {};
    }
}

QVariant TableModel::headerData(int section, Qt::Orientation orientation, int role) const
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
    case AxisRole:
        return column.axis;
    case LetterRole:
        return column.letter;
    case Qt::ToolTipRole:
        return column.toolTip.isEmpty() ? QVariant() : QVariant(column.toolTip);
    case Qt::AccessibleTextRole:
        return column.toolTip.isEmpty() ? QVariant(column.name) : QVariant(column.toolTip);
    case Qt::TextAlignmentRole:
        return QVariant(column.side | Qt::AlignVCenter);
    default:
        return {};
    }
}

void TableModel::sort(int column, Qt::SortOrder order)
{
    if (m_rows.empty() || column < 0 || column >= columnCount()) {
        return;
    }
    const auto last =
        std::ranges::find_if(m_rows, [this](const TableRow& row) { return row.kind != m_rows.front().kind; });
    beginResetModel();
    const auto at = static_cast<std::size_t>(column);
    std::stable_sort(m_rows.begin(), last, [&](const TableRow& a, const TableRow& b) {
        const QVariant& left = a.cells[at].sort;
        const QVariant& right = b.cells[at].sort;
        if (left.isValid() != right.isValid()) {
            return left.isValid();
        }
        if (left == right) {
            return false;
        }
        const bool isText = left.typeId() == QMetaType::QString;
        const bool isLess = isText ? left.toString().localeAwareCompare(right.toString()) < 0
                                   : left.toDouble() < right.toDouble();
        return order == Qt::AscendingOrder ? isLess : !isLess;
    });
    endResetModel();
}

} // namespace wherewithal::app
