// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/models/FigureInputsModel.h"

#include "app/gui/models/FigureTreeModel.h"
#include "app/gui/theme/Paint.h"

#include <algorithm>

namespace wherewithal::app {

namespace {

constexpr int kMostRows = 12;
constexpr int kShownWhenFolded = 6;

} // namespace

void FigureInputsModel::setFigure(const model::FigurePtr& figure)
{
    beginResetModel();
    m_isFolded = figure && std::ssize(figure->inputs) > kMostRows;
    m_figure = figure;
    m_sources.clear();
    const auto add = [this](const model::Source& source) {
        if (!source.isEmpty() && std::ranges::find(m_sources, source) == m_sources.end()) {
            m_sources.push_back(source);
        }
    };
    if (figure) {
        add(figure->source);
        for (const model::FigurePtr& each : figure->inputs) {
            add(each->source);
        }
    }
    m_commonName = commonName();
    endResetModel();
}

/// What all names begin with, up to a comma; empty for fewer than three.
QString FigureInputsModel::commonName() const
{
    if (!m_figure || m_figure->inputs.size() < 3) {
        return {};
    }
    const QString first = m_format.wording().engineText(m_figure->inputs.front()->name);
    const QString common = first.left(first.lastIndexOf(QLatin1String(", ")) + 2);
    const bool isShared = common.size() > 2 && std::ranges::all_of(m_figure->inputs, [&](const auto& each) {
                              return m_format.wording().engineText(each->name).startsWith(common);
                          });
    return isShared ? common : QString();
}

bool FigureInputsModel::isFold(int row) const
{
    return m_isFolded && row == kShownWhenFolded;
}

void FigureInputsModel::unfold()
{
    if (m_isFolded) {
        beginResetModel();
        m_isFolded = false;
        endResetModel();
    }
}

model::FigurePtr FigureInputsModel::input(int row) const
{
    return m_figure && row >= 0 && row < rowCount() && !isFold(row)
               ? m_figure->inputs[static_cast<std::size_t>(row)]
               : nullptr;
}

int FigureInputsModel::rowCount(const QModelIndex& parent) const
{
    if (parent.isValid() || !m_figure) {
        return 0;
    }
    return m_isFolded ? kShownWhenFolded + 1 : static_cast<int>(m_figure->inputs.size());
}

QVariant FigureInputsModel::foldData(Column column, int role) const
{
    const auto hidden = static_cast<int>(m_figure->inputs.size()) - kShownWhenFolded;
    switch (role) {
    case Qt::DisplayRole:
        return column == Column::Name ? tr("%n more", nullptr, hidden) : QString();
    case LinkRole:
        return column == Column::Origin ? QVariant(tr("Show all")) : QVariant();
    case RowKindRole:
        return static_cast<int>(RowKind::Compact);
    case IsMutedRole:
    case IsSmallRole:
        return column != Column::Name;
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
        return tr("%n more inputs; Enter shows all", nullptr, hidden);
    case Qt::TextAlignmentRole:
        return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    default:
        return {};
    }
}

int FigureInputsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kColumnCount;
}

int FigureInputsModel::sourceNumber(const model::Source& source) const
{
    const auto at = std::ranges::find(m_sources, source);
    return at == m_sources.end() ? 0 : static_cast<int>(at - m_sources.begin()) + 1;
}

QString FigureInputsModel::origin(const model::Figure& figure) const
{
    if (figure.isAssumption) {
        return tr("assumed");
    }
    if (!figure.inputs.empty()) {
        return tr("computed");
    }
    if (const int number = sourceNumber(figure.source); number > 0) {
        return tr("source %1").arg(number);
    }
    return figure.place.empty() ? tr("constant") : tr("setting");
}

QString FigureInputsModel::text(const model::Figure& figure, Column column) const
{
    switch (column) {
    case Column::Name:
        return m_format.wording().engineText(figure.name).mid(m_commonName.size());
    case Column::Value:
        if (figure.unit == "fraction") {
            return m_format.plain(figure.value ? std::optional(*figure.value * 100.0) : std::nullopt);
        }
        return figureNumber(m_format, figure.value);
    case Column::Unit:
        return figure.unit == "fraction" ? QStringLiteral("%") : m_format.unit(figure.unit);
    case Column::Origin:
        return figure.isAssumption || !figure.inputs.empty() || figure.source.isEmpty() ? origin(figure)
                                                                                        : QString();
    case Column::Jump:
        return figure.place.empty() && figure.inputs.empty() ? QString() : QString(QChar(0x2197));
    }
    return {};
}

QVariant FigureInputsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const auto column = static_cast<Column>(index.column());
    if (isFold(index.row())) {
        return foldData(column, role);
    }
    const model::Figure& shown = *input(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return column == Column::Jump ? QString() : text(shown, column);
    case LinkRole:
        if (column == Column::Jump) {
            return text(shown, column);
        }
        return column == Column::Origin && text(shown, column).isEmpty() ? QVariant(origin(shown))
                                                                         : QVariant();
    case SymbolRole:
        return column == Column::Origin && shown.isAssumption ? QVariant(static_cast<int>(Symbol::Warning))
                                                              : QVariant();
    case Qt::TextAlignmentRole:
        return QVariant((column == Column::Value ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case RowKindRole:
        return static_cast<int>(RowKind::Compact);
    case IsSmallRole:
        return column == Column::Unit || column == Column::Origin;
    case IsMutedRole:
        return column == Column::Unit || (column == Column::Origin && !shown.isAssumption) || !shown.value;
    case PlaceRole:
        return fromEngine(shown.place);
    case SortRole:
        return shown.value ? QVariant(*shown.value) : QVariant();
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: {
        QString full =
            tr("%1: %2, %3").arg(text(shown, Column::Name), figureText(m_format, shown), origin(shown));
        if (!shown.range.empty()) {
            full += QLatin1Char('\n') + tr("Range: %1").arg(fromEngine(shown.range));
        }
        if (!shown.note.empty()) {
            full += QLatin1Char('\n') + m_format.wording().engineText(shown.note);
        }
        return full;
    }
    default:
        return {};
    }
}

QVariant FigureInputsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= kColumnCount) {
        return {};
    }
    const std::array<QString, kColumnCount> names{
        tr("Input"), tr("Value"), tr("Unit"), tr("Origin"), tr("Go to")};
    return names[static_cast<std::size_t>(section)];
}

} // namespace wherewithal::app
