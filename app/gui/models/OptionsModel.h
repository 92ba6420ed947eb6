// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/models/Roles.h"
#include "app/session/Engine.h"

#include <QAbstractTableModel>

#include <utility>
#include <vector>

namespace wherewithal::app {

/// The options of a comparison as rows of the Compare table: ranked, then undecided, then excluded, each
/// group under a row of its own. Sorting moves ranked rows only.
class OptionsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column
    {
        Rank,
        Option,
        Latency,
        Sustained,
        FirstLimit,
        Cost,
        UnitCost,
        BreakEven,
        Score,
    };
    static constexpr int kColumnCount = 9;

    using QAbstractTableModel::QAbstractTableModel;

    void setResult(const RunResultPtr& result);
    /// Values are shown with "~", muted, until the next result.
    void setStale(bool isStale);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    /// By one column.
    void sort(int column, Qt::SortOrder order) override;
    /// By a second column where the first leaves options equal; the first column's own takes it away.
    void sortSecond(int column, Qt::SortOrder order);
    /// Sort keys in force, first and second: column and order.
    [[nodiscard]] const std::vector<std::pair<int, Qt::SortOrder>>& sortKeys() const { return m_sortKeys; }
    /// Stable name of a column for the settings: "latency", "unit-cost" ...
    [[nodiscard]] static QString columnKey(int column);

    /// Row of an option; -1 if it has none.
    [[nodiscard]] int rowOf(const QString& letter) const;
    /// Null for a group row.
    [[nodiscard]] const simulator::OptionResult* option(int row) const;

private:
    struct Row
    {
        RowKind kind = RowKind::Normal;
        std::size_t option = 0; ///< index in the comparison
        QString text;           ///< of a group
        int symbol = -1;
    };

    [[nodiscard]] std::vector<Row> rowsOf(const simulator::Comparison& comparison) const;
    void measure(const simulator::Comparison& comparison);
    void sortRows(std::vector<Row>& rows) const;
    void moveTo(std::vector<Row> rows);
    [[nodiscard]] QString keyOf(const RunResultPtr& result, const Row& row) const;
    [[nodiscard]] bool isBefore(const simulator::OptionResult& a,
                                const simulator::OptionResult& b,
                                Column column,
                                Qt::SortOrder order) const;
    [[nodiscard]] QVariant groupData(const Row& row, int role) const;
    [[nodiscard]] QString limitTitle(const simulator::Limit& limit) const;
    [[nodiscard]] QVariant excludedData(const simulator::OptionResult& option, Column column, int role) const;
    [[nodiscard]] QString text(const simulator::OptionResult& option, Column column) const;
    [[nodiscard]] QString secondLine(const simulator::OptionResult& option, Column column) const;
    [[nodiscard]] QVariant sortValue(const simulator::OptionResult& option, Column column) const;
    [[nodiscard]] QString accessibleText(const simulator::OptionResult& option, Column column) const;
    [[nodiscard]] QString toolTip(const simulator::OptionResult& option, Column column) const;
    [[nodiscard]] RangeCell rangeCell(const simulator::OptionResult& option) const;
    [[nodiscard]] QString headerUnit(Column column) const;
    [[nodiscard]] bool isMuted(const simulator::OptionResult& option, Column column) const;

    RunResultPtr m_result;
    std::vector<Row> m_rows;
    Format m_format;
    RangeAxis m_axis;
    int m_latencyDecimals = 1; ///< the same in the whole column
    bool m_isStale = false;
    std::vector<std::pair<int, Qt::SortOrder>> m_sortKeys{{0, Qt::AscendingOrder}};
};

} // namespace wherewithal::app
