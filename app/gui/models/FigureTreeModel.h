// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/models/Roles.h"
#include "model/explain/Figure.h"

#include <QAbstractItemModel>

#include <memory>

namespace wherewithal::app {

/// A figure and what it was made of, as a tree: the rows are the inputs of the root. Branches are made when
/// they are opened, since a figure shared by many has many places.
class FigureTreeModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum class Column
    {
        Name,
        Value,
    };
    static constexpr int kColumnCount = 2;

    explicit FigureTreeModel(QObject* parent = nullptr);
    ~FigureTreeModel() override;

    void setRoot(const model::FigurePtr& root);
    [[nodiscard]] model::FigurePtr figure(const QModelIndex& index) const;
    /// The unit that the values of the first level share, scaled; empty if they differ.
    [[nodiscard]] QString commonUnit() const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] bool hasChildren(const QModelIndex& parent = {}) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    struct Node;
    [[nodiscard]] Node* node(const QModelIndex& index) const;

    std::unique_ptr<Node> m_root;
    Format m_format;
    Scale m_scale;
    bool m_hasCommonUnit = false;
};

/// Value and unit of any figure as text; money with its scale word.
[[nodiscard]] QString figureText(const Format& format, const model::Figure& figure);
/// Five significant digits without trailing zeros: "7.41", "730", "5.8981".
[[nodiscard]] QString figureNumber(const Format& format, std::optional<double> value);
/// True for "USD", "EUR" ...: three capital letters.
[[nodiscard]] bool isMoneyUnit(const std::string& unit);

} // namespace wherewithal::app
