// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/models/Roles.h"
#include "model/explain/Figure.h"

#include <QAbstractTableModel>

#include <vector>

namespace wherewithal::app {

/// The inputs of one figure with value, unit and where each comes from: computed, setting, a numbered source,
/// or assumed.
class FigureInputsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column
    {
        Name,
        Value,
        Unit,
        Origin,
        Jump,
    };
    static constexpr int kColumnCount = 5;

    using QAbstractTableModel::QAbstractTableModel;

    void setFigure(const model::FigurePtr& figure);
    /// Null for the row that stands for folded ones.
    [[nodiscard]] model::FigurePtr input(int row) const;
    /// Long lists (the months of a line) show their first inputs and a row that unfolds the rest.
    [[nodiscard]] bool isFold(int row) const;
    void unfold();
    /// Distinct sources of the figure and its inputs, in the order of their numbers.
    [[nodiscard]] const std::vector<model::Source>& sources() const { return m_sources; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString commonName() const;
    [[nodiscard]] QVariant foldData(Column column, int role) const;
    [[nodiscard]] int sourceNumber(const model::Source& source) const;
    [[nodiscard]] QString origin(const model::Figure& figure) const;
    [[nodiscard]] QString text(const model::Figure& figure, Column column) const;

    model::FigurePtr m_figure;
    std::vector<model::Source> m_sources;
    bool m_isFolded = false;
    QString m_commonName; ///< "Staff, " of "Staff, 2027-01" and its like: not repeated in every row
    Format m_format;
};

} // namespace wherewithal::app
