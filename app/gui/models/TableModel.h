// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/models/Roles.h"

#include <QAbstractTableModel>

#include <vector>

namespace wherewithal::app {

/// A column of a small table: name, unit below it, side, and what the panel opens for a cell.
struct TableColumn
{
    QString name;
    QString unit;
    Qt::AlignmentFlag side = Qt::AlignLeft;
    QVariant axis{};   ///< RangeAxis of a column of bars
    QString letter{};  ///< of the option that the column is about: its tag stands in the head
    QString toolTip{}; ///< of the head
};

struct TableCell
{
    QString text;
    QVariant sort;   ///< raw value; invalid: unknown
    QString second;  ///< below the text
    int symbol = -1; ///< Symbol
    bool isMuted = false;
    bool isStrong = false;
    bool isSmall = false;
    QString link;
    QString place;    ///< JSON pointer
    QVariant special; ///< what a delegate of the column draws; see SpecialRole
    QString toolTip;
};

struct TableRow
{
    RowKind kind = RowKind::Single;
    QString letter;               ///< of the option the row is about
    QString figure;               ///< of the engine, for the panel
    QString key;                  ///< what the row is about: an id for the page's own use
    std::vector<TableCell> cells; ///< a group has one
};

inline constexpr int SpecialRole = Qt::UserRole + 200;
inline constexpr int KeyRole = Qt::UserRole + 201;

/// Rows and cells as values: the model of every table that needs no logic of its own. Sorting goes by the raw
/// values and keeps what is unknown last; rows of a kind other than the first row's stay where they are.
class TableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void setColumns(std::vector<TableColumn> columns);
    void setRows(std::vector<TableRow> rows);
    /// Both at once: views are told only what differs.
    void setContents(std::vector<TableColumn> columns, std::vector<TableRow> rows);
    /// All values muted: they wait for a result.
    void setMuted(bool isMuted);
    [[nodiscard]] const TableRow& row(int index) const { return m_rows[static_cast<std::size_t>(index)]; }
    [[nodiscard]] int rowOfLetter(const QString& letter) const;
    /// First row with that figure; -1: none.
    [[nodiscard]] int rowOfFigure(const QString& figure) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    [[nodiscard]] QString accessibleText(const TableRow& row, int column) const;

    std::vector<TableColumn> m_columns;
    std::vector<TableRow> m_rows;
    bool m_isMuted = false;
};

/// A number cell: its text at the right, its raw value for sorting, muted if unknown.
[[nodiscard]] TableCell numberCell(const QString& text, std::optional<double> raw, bool isStrong = false);
[[nodiscard]] TableCell textCell(const QString& text, const QString& second = {}, bool isStrong = false);

} // namespace wherewithal::app
