// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/models/FigureTreeModel.h"

#include "app/gui/theme/Paint.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace wherewithal::app {

struct FigureTreeModel::Node
{
    model::FigurePtr figure;
    Node* parent = nullptr;
    int row = 0;
    bool isFetched = false;
    std::vector<std::unique_ptr<Node>> children;

    void fetch()
    {
        isFetched = true;
        for (const model::FigurePtr& input : figure->inputs) {
            auto child = std::make_unique<Node>();
            child->figure = input;
            child->parent = this;
            child->row = static_cast<int>(children.size());
            children.push_back(std::move(child));
        }
    }
};

bool isMoneyUnit(const std::string& unit)
{
    return unit.size() == 3 && std::ranges::all_of(unit, [](char c) { return c >= 'A' && c <= 'Z'; });
}

QString figureText(const Format& format, const model::Figure& figure)
{
    if (isMoneyUnit(figure.unit)) {
        Scale scale = scaleFor(std::max(1.0, std::abs(figure.value.value_or(1.0))));
        scale.decimals = scale.word == Scale::Word::None ? scale.decimals : std::max(1, scale.decimals);
        return figure.value
                   ? format.scaled(figure.value, scale) + QChar(0xA0) + format.scaleUnit(scale, figure.unit)
                   : format.unknown();
    }
    if (!figure.value || figure.unit == "fraction") {
        return figure.value ? format.percent(figure.value, 1) : format.unknown();
    }
    const QString unit = format.unit(figure.unit);
    return unit.isEmpty() ? figureNumber(format, figure.value)
                          : figureNumber(format, figure.value) + QChar(0xA0) + unit;
}

QString figureNumber(const Format& format, std::optional<double> value)
{
    if (!value || *value == 0.0 || !std::isfinite(*value)) {
        return format.plain(value);
    }
    const double magnitude = std::pow(10.0, 4.0 - std::floor(std::log10(std::abs(*value))));
    return format.plain(std::abs(*value) >= 1e5 ? std::round(*value)
                                                : std::round(*value * magnitude) / magnitude);
}

FigureTreeModel::FigureTreeModel(QObject* parent)
    : QAbstractItemModel(parent)
{}

FigureTreeModel::~FigureTreeModel() = default;

void FigureTreeModel::setRoot(const model::FigurePtr& root)
{
    beginResetModel();
    m_root.reset();
    m_hasCommonUnit = false;
    if (root) {
        m_root = std::make_unique<Node>();
        m_root->figure = root;
        m_root->fetch();
        double greatest = std::abs(root->value.value_or(0.0));
        m_hasCommonUnit = isMoneyUnit(root->unit) && !root->inputs.empty();
        for (const model::FigurePtr& input : root->inputs) {
            m_hasCommonUnit = m_hasCommonUnit && input->unit == root->unit;
            greatest = std::max(greatest, std::abs(input->value.value_or(0.0)));
        }
        m_scale = scaleFor(std::max(1.0, greatest));
        m_scale.decimals =
            m_scale.word == Scale::Word::None ? m_scale.decimals : std::max(1, m_scale.decimals);
    }
    endResetModel();
}

QString FigureTreeModel::commonUnit() const
{
    return m_hasCommonUnit ? m_format.scaleUnit(m_scale, m_root->figure->unit) : QString();
}

FigureTreeModel::Node* FigureTreeModel::node(const QModelIndex& index) const
{
    return index.isValid() ? static_cast<Node*>(index.internalPointer()) : m_root.get();
}

model::FigurePtr FigureTreeModel::figure(const QModelIndex& index) const
{
    const Node* found = node(index);
    return found != nullptr ? found->figure : nullptr;
}

QModelIndex FigureTreeModel::index(int row, int column, const QModelIndex& parent) const
{
    const Node* above = node(parent);
    if (above == nullptr || row < 0 || column < 0 || column >= kColumnCount
        || static_cast<std::size_t>(row) >= above->children.size()) {
        return {};
    }
    return createIndex(row, column, above->children[static_cast<std::size_t>(row)].get());
}

QModelIndex FigureTreeModel::parent(const QModelIndex& child) const
{
    if (!child.isValid()) {
        return {};
    }
    Node* above = node(child)->parent;
    return above == m_root.get() || above == nullptr ? QModelIndex() : createIndex(above->row, 0, above);
}

int FigureTreeModel::rowCount(const QModelIndex& parent) const
{
    const Node* above = node(parent);
    return above == nullptr || parent.column() > 0 ? 0 : static_cast<int>(above->children.size());
}

int FigureTreeModel::columnCount(const QModelIndex& parent) const
{
    Q_UNUSED(parent)
    return kColumnCount;
}

bool FigureTreeModel::hasChildren(const QModelIndex& parent) const
{
    const Node* above = node(parent);
    return above != nullptr && parent.column() <= 0 && !above->figure->inputs.empty();
}

bool FigureTreeModel::canFetchMore(const QModelIndex& parent) const
{
    const Node* above = node(parent);
    return above != nullptr && parent.column() <= 0 && !above->isFetched && !above->figure->inputs.empty();
}

void FigureTreeModel::fetchMore(const QModelIndex& parent)
{
    Node* above = node(parent);
    if (above != nullptr && !above->isFetched && !above->figure->inputs.empty()) {
        beginInsertRows(parent, 0, static_cast<int>(above->figure->inputs.size()) - 1);
        above->fetch();
        endInsertRows();
    }
}

QVariant FigureTreeModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const model::Figure& shown = *node(index)->figure;
    const bool isTop = node(index)->parent == m_root.get();
    const QString name = m_format.wording().engineText(shown.name);
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == 0) {
            return name;
        }
        return isTop && m_hasCommonUnit ? m_format.scaled(shown.value, m_scale) : figureText(m_format, shown);
    case Qt::TextAlignmentRole:
        return QVariant((index.column() == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    case SymbolRole:
        return index.column() == 0 && shown.isAssumption ? QVariant(static_cast<int>(Symbol::Warning))
                                                         : QVariant();
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
        return shown.isAssumption ? tr("%1: %2, assumed").arg(name, figureText(m_format, shown))
                                  : tr("%1: %2").arg(name, figureText(m_format, shown));
    case SortRole:
        return shown.value ? QVariant(*shown.value) : QVariant();
    case PlaceRole:
        return fromEngine(shown.place);
    case IsMutedRole:
        return !shown.value;
    default:
        return {};
    }
}

} // namespace wherewithal::app
