// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/models/OptionsModel.h"

#include "app/gui/Verdicts.h"
#include "app/gui/theme/Paint.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace wherewithal::app {

namespace {

using Column = OptionsModel::Column;
using simulator::OptionResult;
using simulator::OptionState;
using simulator::WorkloadResult;

const WorkloadResult* binding(const OptionResult& option)
{
    return option.bindingWorkload < option.workloads.size() ? &option.workloads[option.bindingWorkload]
                                                            : nullptr;
}

/// Name of the engine's figure behind a column.
QString figureOf(const OptionResult& option, Column column)
{
    const QString prefix = option.bindingWorkload > 0
                               ? QStringLiteral("workload-%1-").arg(option.bindingWorkload + 1)
                               : QString();
    switch (column) {
    case Column::Rank:
        return QStringLiteral("value");
    case Column::Latency:
        return prefix + QStringLiteral("latency-p95");
    case Column::Sustained:
        return prefix + QStringLiteral("sustained");
    case Column::FirstLimit:
        return prefix + QStringLiteral("first-limit");
    case Column::UnitCost:
        return prefix + QStringLiteral("unit-cost");
    case Column::BreakEven:
        return QStringLiteral("break-even");
    case Column::Score:
        return QStringLiteral("score");
    case Column::Option:
    case Column::Cost:
        break;
    }
    return QStringLiteral("cost");
}

} // namespace

/// What a row is about, whichever result it stands in: a letter, or the group.
QString OptionsModel::keyOf(const RunResultPtr& result, const Row& row) const
{
    return row.kind == RowKind::Group ? QStringLiteral("#%1").arg(row.symbol)
                                      : fromEngine(result->comparison->options[row.option].spec.letter)
                                            + QLatin1Char(' ') + QString::number(static_cast<int>(row.kind));
}

/// The same options in the same order only change their values; another order moves rows; other options are
/// another table. The view keeps place, current cell and row heights as far as it can.
void OptionsModel::setResult(const RunResultPtr& result)
{
    const auto keys = [this](const RunResultPtr& of, const std::vector<Row>& rows) {
        QStringList all;
        for (const Row& row : rows) {
            all.append(keyOf(of, row));
        }
        return all;
    };
    const QStringList before = m_result ? keys(m_result, m_rows) : QStringList();
    const RunResultPtr old = m_result;
    std::vector<Row> rows;
    m_isStale = false;
    if (!result) {
        beginResetModel();
        m_result.reset();
        m_rows.clear();
        endResetModel();
        return;
    }
    m_result = result;
    measure(*result->comparison);
    rows = rowsOf(*result->comparison);
    sortRows(rows);
    const QStringList after = keys(result, rows);
    if (after == before) {
        m_rows = std::move(rows);
        if (!m_rows.empty()) {
            emit dataChanged(index(0, 0), index(rowCount() - 1, kColumnCount - 1));
            emit headerDataChanged(Qt::Horizontal, 0, kColumnCount - 1);
        }
        return;
    }
    m_result = old; // until the views are told
    beginResetModel();
    m_result = result;
    m_rows = std::move(rows);
    endResetModel();
}

void OptionsModel::setStale(bool isStale)
{
    if (m_isStale != isStale && !m_rows.empty()) {
        m_isStale = isStale;
        emit dataChanged(index(0, 0), index(rowCount() - 1, kColumnCount - 1));
    }
}

/// Axis of the cost column and decimals of the latency column: one each for all rows.
void OptionsModel::measure(const simulator::Comparison& comparison)
{
    m_axis = {};
    std::vector<CostExtent> extents;
    m_latencyDecimals = 1;
    for (const OptionResult& option : comparison.options) {
        if (option.state != OptionState::Excluded) {
            extents.push_back(costExtent(option));
        }
        const WorkloadResult* workload = binding(option);
        const auto shown = workload == nullptr ? std::nullopt
                           : workload->latency ? std::optional(workload->latency->p95Seconds)
                                               : workload->runHours;
        if (shown && *shown > 0.0 && *shown < 9.95) {
            m_latencyDecimals =
                std::max(m_latencyDecimals, *shown < 0.0995 ? 3 : 2); // two significant digits for the least
        }
    }
    if (const CostSpan span = costSpan(std::move(extents)); span.high > 0.0) {
        const double width = span.high - span.low;
        m_axis.scale = costScale(comparison);
        m_axis.low = std::max(0.0, span.low - 0.12 * width);
        m_axis.high = span.high + (span.isCut ? 0.0 : 0.04 * width) + 1e-9;
        m_axis.isCut = span.isCut;
        const auto ticks = niceTicks(m_axis.low, m_axis.high, 2);
        std::ranges::copy_if(ticks, std::back_inserter(m_axis.ticks), [this](double tick) {
            return tick >= m_axis.low && tick <= m_axis.high;
        });
    }
}

std::vector<OptionsModel::Row> OptionsModel::rowsOf(const simulator::Comparison& comparison) const
{
    const auto& options = comparison.options;
    std::array<std::vector<Row>, 3> groups;
    for (std::size_t at = 0; at < options.size(); ++at) {
        const auto state = static_cast<std::size_t>(options[at].state);
        groups[state].push_back(Row{.kind = state == 2 ? RowKind::Compact : RowKind::Normal, .option = at});
    }
    std::vector<Row> rows = std::move(groups[0]);
    const auto append = [&rows](std::vector<Row>& group, const QString& title, Symbol symbol) {
        if (!group.empty()) {
            rows.push_back(Row{.kind = RowKind::Group, .text = title, .symbol = static_cast<int>(symbol)});
            rows.insert(rows.end(), group.begin(), group.end());
        }
    };
    append(groups[1],
           tr("Undecided (%n): an answer is missing. Ask the vendor or enter what you know.",
              nullptr,
              static_cast<int>(groups[1].size())),
           Symbol::Question);
    append(groups[2], tr("Excluded (%n)", nullptr, static_cast<int>(groups[2].size())), Symbol::Cross);
    return rows;
}

int OptionsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int OptionsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kColumnCount;
}

const OptionResult* OptionsModel::option(int row) const
{
    if (row < 0 || row >= rowCount() || m_rows[static_cast<std::size_t>(row)].kind == RowKind::Group) {
        return nullptr;
    }
    return &m_result->comparison->options[m_rows[static_cast<std::size_t>(row)].option];
}

int OptionsModel::rowOf(const QString& letter) const
{
    const std::string wanted = letter.toStdString();
    for (int row = 0; row < rowCount(); ++row) {
        const OptionResult* candidate = option(row);
        if (candidate != nullptr && candidate->spec.letter == wanted) {
            return row;
        }
    }
    return -1;
}

Qt::ItemFlags OptionsModel::flags(const QModelIndex& index) const
{
    if (!index.isValid()) {
        return Qt::NoItemFlags;
    }
    return option(index.row()) != nullptr
               ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren
               : Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
}

QVariant OptionsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    if (role == RowKindRole) {
        return static_cast<int>(row.kind);
    }
    if (row.kind == RowKind::Group) {
        return groupData(row, role);
    }
    const OptionResult& result = *option(index.row());
    const auto column = static_cast<Column>(index.column());
    if (role == LetterRole) {
        return fromEngine(result.spec.letter);
    }
    if (result.state == OptionState::Excluded) {
        return excludedData(result, column, role);
    }
    switch (role) {
    case Qt::DisplayRole:
        return text(result, column);
    case SecondLineRole:
        return secondLine(result, column);
    case SortRole:
        return sortValue(result, column);
    case FigureRole:
        return figureOf(result, column);
    case Qt::AccessibleTextRole:
        return accessibleText(result, column);
    case Qt::ToolTipRole:
        return toolTip(result, column);
    case Qt::TextAlignmentRole: {
        const bool isText =
            column == Column::Option || column == Column::FirstLimit || column == Column::Rank;
        return QVariant((isText ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    }
    case IsMutedRole:
        return m_isStale || isMuted(result, column);
    case IsStrongRole:
        return column == Column::Option || column == Column::Cost;
    case RangeRole:
        return column == Column::Cost ? QVariant::fromValue(rangeCell(result)) : QVariant();
    case ScoreRole:
        return column == Column::Score
                   ? QVariant::fromValue(ScoreCell{result.scoreLow, result.scoreHigh, text(result, column)})
                   : QVariant();
    case ShareRole:
        return column == Column::Rank && result.firstInFraction ? QVariant(*result.firstInFraction)
                                                                : QVariant();
    case SymbolRole: {
        const bool isTight = std::ranges::any_of(result.reasons, [](const simulator::Reason& reason) {
            return reason.kind == simulator::Reason::Kind::Warning
                   && reason.requirementId.find("latency") != std::string::npos;
        });
        return column == Column::Latency && isTight ? QVariant(static_cast<int>(Symbol::Warning))
                                                    : QVariant();
    }
    default:
        return {};
    }
}

QVariant OptionsModel::groupData(const Row& row, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return row.text;
    case SymbolRole:
        return row.symbol;
    default:
        return {};
    }
}

/// The name of a limit in a few words; the tool tip and the explanation have the whole one.
QString OptionsModel::limitTitle(const simulator::Limit& limit) const
{
    const std::array<std::pair<const char*, QString>, 5> titles{{
        {"throughput", limit.unit == "runs/month" ? tr("Runs a month") : tr("Throughput")},
        {"accelerator-memory", tr("Key-value cache")},
        {"bandwidth", tr("Network")},
        {"database-connections", tr("Database")},
        {"router-time-out", tr("Router time-out")},
    }};
    const auto found =
        std::ranges::find_if(titles, [&limit](const auto& title) { return title.first == limit.key; });
    return found != titles.end() ? found->second : m_format.wording().engineText(limit.name);
}

QVariant OptionsModel::excludedData(const OptionResult& result, Column column, int role) const
{
    const simulator::Reason* deciding = decidingReason(result);
    const QString reason =
        deciding == nullptr ? tr("no reason is stated") : m_format.wording().engineText(deciding->text);
    switch (role) {
    case Qt::DisplayRole:
        return column == Column::Rank      ? QString(QChar(0x2013))
               : column == Column::Option  ? m_format.optionTitle(result.spec)
               : column == Column::Latency ? reason
                                           : QString();
    case SymbolRole:
        return column == Column::Latency ? QVariant(static_cast<int>(Symbol::Cross)) : QVariant();
    case LinkRole:
        return column == Column::Latency ? tr("Show") : QString();
    case PlaceRole:
        return deciding == nullptr ? QString() : fromEngine(deciding->requirementId);
    case IsMutedRole:
        return true;
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
        return tr("%1 %2, excluded: %3")
            .arg(fromEngine(result.spec.letter), m_format.optionTitle(result.spec), reason);
    default:
        return {};
    }
}

QString OptionsModel::text(const OptionResult& result, Column column) const
{
    const WorkloadResult* workload = binding(result);
    switch (column) {
    case Column::Rank:
        return result.rank ? m_format.integer(*result.rank) : QString(QChar(0x2013));
    case Column::Option:
        return m_format.optionTitle(result.spec);
    case Column::Latency:
        if (workload != nullptr && !workload->latency && workload->runHours) {
            return m_format.number(workload->runHours, m_latencyDecimals);
        }
        return m_format.number(workload != nullptr && workload->latency
                                   ? std::optional(workload->latency->p95Seconds)
                                   : std::nullopt,
                               m_latencyDecimals);
    case Column::Sustained:
        return m_format.significant(workload != nullptr ? workload->sustained : std::nullopt);
    case Column::FirstLimit:
        if (workload == nullptr || (!workload->sustained && !workload->firstLimit)) {
            return m_format.unknown();
        }
        return workload->firstLimit ? limitTitle(*workload->firstLimit) : tr("none");
    case Column::Cost:
        return rangeCell(result).number;
    case Column::UnitCost:
        return m_format.lowerBound(
            m_format.significant(workload != nullptr ? workload->unitCost : std::nullopt),
            !result.cost.isComplete && workload != nullptr && workload->unitCost.has_value());
    case Column::BreakEven:
        if (fromEngine(result.spec.letter) == fromEngine(m_result->comparison->reference)) {
            return tr("reference");
        }
        if (result.state == OptionState::Undecided && !result.cost.isComplete) {
            return m_format.unknown();
        }
        return result.breakEven.base ? m_format.month(result.breakEven.base) : tr("never");
    case Column::Score:
        return m_format.score(result.scoreLow, result.scoreHigh);
    }
    return {};
}

QString OptionsModel::secondLine(const OptionResult& result, Column column) const
{
    const WorkloadResult* workload = binding(result);
    switch (column) {
    case Column::Option:
        return m_format.optionDetail(result.spec);
    case Column::FirstLimit: {
        if (workload == nullptr || !workload->sustained) {
            return {};
        }
        const model::Month last =
            model::monthsLater(m_result->comparison->starts, m_result->comparison->horizonMonths - 1);
        if (!workload->firstLimit) {
            return tr("by %1").arg(m_format.month(last));
        }
        const QString date = m_format.limitMonth(workload->firstLimit->hitBase, last);
        return workload->firstLimit->isRaisable ? tr("%1 · raisable").arg(date) : date;
    }
    case Column::Rank:
        return result.firstInFraction ? m_format.percent(result.firstInFraction) : QString();
    default:
        return {};
    }
}

QVariant OptionsModel::sortValue(const OptionResult& result, Column column) const
{
    const WorkloadResult* workload = binding(result);
    const auto of = [](const std::optional<double>& value) {
        return value ? QVariant(*value) : QVariant();
    };
    const auto ofMonth = [](const std::optional<model::Month>& month) {
        return month ? QVariant(month->year * 12.0 + month->month) : QVariant();
    };
    switch (column) {
    case Column::Rank:
        return result.rank ? QVariant(static_cast<double>(*result.rank)) : QVariant();
    case Column::Option:
        return m_format.optionTitle(result.spec);
    case Column::Latency:
        return workload != nullptr && workload->latency ? QVariant(workload->latency->p95Seconds)
                                                        : QVariant();
    case Column::Sustained:
        return workload != nullptr ? of(workload->sustained) : QVariant();
    case Column::FirstLimit:
        return workload != nullptr && workload->firstLimit ? ofMonth(workload->firstLimit->hitBase)
                                                           : QVariant();
    case Column::Cost:
        return result.cost.base.toDouble();
    case Column::UnitCost:
        return workload != nullptr ? of(workload->unitCost) : QVariant();
    case Column::BreakEven:
        return ofMonth(result.breakEven.base);
    case Column::Score:
        return result.scoreLow;
    }
    return {};
}

bool OptionsModel::isMuted(const OptionResult& result, Column column) const
{
    const WorkloadResult* workload = binding(result);
    switch (column) {
    case Column::Rank:
        return !result.rank;
    case Column::Latency:
        return workload == nullptr || (!workload->latency && !workload->runHours);
    case Column::Sustained:
        return workload == nullptr || !workload->sustained;
    case Column::FirstLimit:
        return workload == nullptr || !workload->sustained;
    case Column::UnitCost:
        return workload == nullptr || !workload->unitCost || !result.cost.isComplete;
    case Column::BreakEven:
        return !result.breakEven.base;
    default:
        return false;
    }
}

RangeCell OptionsModel::rangeCell(const OptionResult& result) const
{
    RangeCell cell;
    cell.letter = fromEngine(result.spec.letter);
    cell.base = result.cost.base.toDouble();
    cell.isLowerBound = !result.cost.isComplete;
    cell.number = m_format.lowerBound(m_format.scaled(cell.base, m_axis.scale), cell.isLowerBound);
    if (cell.isLowerBound) {
        cell.note = tr("a part is unknown"); // the tool tip and the reasons say which
    } else if (result.cost.range) {
        cell.p10 = result.cost.range->p10;
        cell.p50 = result.cost.range->p50;
        cell.p90 = result.cost.range->p90;
        cell.note = m_format.scaledRange(cell.p10, cell.p90, m_axis.scale);
    }
    return cell;
}

QString OptionsModel::accessibleText(const OptionResult& result, Column column) const
{
    const QString head = headerData(static_cast<int>(column), Qt::Horizontal, Qt::DisplayRole).toString();
    const WorkloadResult* workload = binding(result);
    const bool isLimit = column == Column::FirstLimit && workload != nullptr && workload->firstLimit;
    QString value = isLimit && workload->sustained ? m_format.wording().engineText(workload->firstLimit->name)
                                                   : text(result, column);
    if (const QString second = column == Column::Cost ? rangeCell(result).note : secondLine(result, column);
        !second.isEmpty()) {
        value = tr("%1, %2").arg(value, second);
    }
    const QString unit = column == Column::Option || column == Column::Rank ? QString() : headerUnit(column);
    return tr("%1 %2: %3 %4").arg(fromEngine(result.spec.letter), head, value, unit).trimmed();
}

QString OptionsModel::toolTip(const OptionResult& result, Column column) const
{
    QStringList lines{accessibleText(result, column)};
    if (column == Column::Cost) {
        for (const std::string& part : result.cost.unknownParts) {
            lines.append(m_format.wording().engineText(part));
        }
    }
    if (column == Column::Cost && m_axis.isBeyond(costExtent(result).high)) {
        lines.append(m_axis.isBeyond(costExtent(result).base)
                         ? tr("The arrow says: this cost lies beyond the axis of the column.")
                         : tr("The arrow says: the range goes on beyond the axis of the column."));
    }
    for (const simulator::Reason& reason : result.reasons) {
        if (column == Column::Option || reason.kind == simulator::Reason::Kind::Warning
            || reason.kind == simulator::Reason::Kind::CostPartUnknown) {
            lines.append(m_format.wording().engineText(reason.text));
        }
    }
    return lines.join(QLatin1Char('\n'));
}

QString OptionsModel::headerUnit(Column column) const
{
    if (!m_result) {
        return {};
    }
    const simulator::Comparison& comparison = *m_result->comparison;
    const WorkloadResult* workload = nullptr;
    for (const OptionResult& candidate : comparison.options) {
        if (workload = binding(candidate); workload != nullptr && workload->sustained) {
            break;
        }
    }
    const model::Objectives* wanted =
        m_result->plan->workloads.empty() ? nullptr : &m_result->plan->workloads.front().objectives;
    switch (column) {
    case Column::Rank:
        return tr("first in");
    case Column::Latency:
        if (workload != nullptr && !workload->latency && workload->runHours) {
            return m_format.unit("h");
        }
        return wanted != nullptr && wanted->latencyP95Seconds
                   ? tr("s, ≤ %1").arg(m_format.plain(wanted->latencyP95Seconds))
                   : m_format.unit("s");
    case Column::Sustained:
        if (workload == nullptr || workload->sustainedUnit.empty()) {
            return {};
        }
        return tr("%1, ≥ %2")
            .arg(m_format.unit(workload->sustainedUnit).replace(tr("requests"), tr("req")),
                 m_format.significant(workload->demandNow, 2));
    case Column::FirstLimit:
        return tr("date");
    case Column::Cost:
        return m_format.scaleUnit(m_axis.scale, comparison.currency.code());
    case Column::UnitCost: {
        QString unit = workload != nullptr ? m_format.unit(workload->unitCostUnit) : QString();
        return unit.replace(tr("million tokens"), tr("M tok")).replace(tr("thousand requests"), tr("k req"));
    }
    case Column::BreakEven:
        return comparison.reference.empty() ? QString() : tr("with %1").arg(fromEngine(comparison.reference));
    case Column::Score:
        return tr("0–100");
    case Column::Option:
        break;
    }
    return {};
}

QVariant OptionsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= kColumnCount) {
        return {};
    }
    const auto column = static_cast<Column>(section);
    switch (role) {
    case Qt::DisplayRole: {
        const bool hasRuns = m_result && !m_result->plan->workloads.empty()
                             && headerUnit(Column::Latency) == m_format.unit("h");
        const QString cost =
            m_result ? tr("Cost over %1").arg(m_format.months(m_result->comparison->horizonMonths))
                     : tr("Cost");
        const std::array<QString, kColumnCount> names{tr("Rank"),
                                                      tr("Option"),
                                                      hasRuns ? tr("One run") : tr("P95 latency"),
                                                      tr("Sustained"),
                                                      tr("First limit"),
                                                      cost,
                                                      tr("Unit cost"),
                                                      tr("Break-even"),
                                                      tr("Score")};
        return names[static_cast<std::size_t>(section)];
    }
    case UnitRole:
        return headerUnit(column);
    case AxisRole:
        return column == Column::Cost ? QVariant::fromValue(m_axis) : QVariant();
    case SecondSortRole:
        return m_sortKeys.size() > 1 && m_sortKeys[1].first == section
                   ? QVariant(static_cast<int>(m_sortKeys[1].second))
                   : QVariant();
    case Qt::AccessibleTextRole:
        return headerUnit(column).isEmpty()
                   ? headerData(section, orientation, Qt::DisplayRole)
                   : QVariant(tr("%1, %2").arg(headerData(section, orientation, Qt::DisplayRole).toString(),
                                               headerUnit(column)));
    case Qt::TextAlignmentRole: {
        const bool isText =
            column == Column::Option || column == Column::FirstLimit || column == Column::Rank;
        return QVariant((isText ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    }
    default:
        return {};
    }
}

bool OptionsModel::isBefore(const OptionResult& a,
                            const OptionResult& b,
                            Column column,
                            Qt::SortOrder order) const
{
    const QVariant left = sortValue(a, column);
    const QVariant right = sortValue(b, column);
    if (left.isValid() != right.isValid()) {
        return left.isValid(); // what is unknown stands last in both directions
    }
    if (left == right) {
        return false;
    }
    const bool isText = left.typeId() == QMetaType::QString;
    const bool isLess = isText ? left.toString().localeAwareCompare(right.toString()) < 0
                               : left.toDouble() < right.toDouble();
    return order == Qt::AscendingOrder ? isLess : !isLess;
}

void OptionsModel::sortRows(std::vector<Row>& rows) const
{
    const auto ranked = std::ranges::find_if(rows, [](const Row& row) { return row.kind == RowKind::Group; });
    const auto& options = m_result->comparison->options;
    std::stable_sort(rows.begin(), ranked, [&](const Row& a, const Row& b) {
        for (const auto& [column, order] : m_sortKeys) {
            const auto key = static_cast<Column>(column);
            if (isBefore(options[a.option], options[b.option], key, order)) {
                return true;
            }
            if (isBefore(options[b.option], options[a.option], key, order)) {
                return false;
            }
        }
        return a.option < b.option;
    });
}

/// Rows in another order; indexes that views hold follow their options.
void OptionsModel::moveTo(std::vector<Row> rows)
{
    emit layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    for (const QModelIndex& index : before) {
        const Row& row = m_rows[static_cast<std::size_t>(index.row())];
        const auto at = std::ranges::find_if(rows, [&](const Row& other) {
            return other.kind == row.kind && other.option == row.option && other.text == row.text;
        });
        after.append(createIndex(static_cast<int>(at - rows.begin()), index.column()));
    }
    m_rows = std::move(rows);
    changePersistentIndexList(before, after);
    emit layoutChanged();
    emit headerDataChanged(Qt::Horizontal, 0, kColumnCount - 1);
}

void OptionsModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= kColumnCount) {
        return;
    }
    m_sortKeys = {{column, order}};
    if (!m_rows.empty()) {
        std::vector<Row> rows = m_rows;
        sortRows(rows);
        moveTo(std::move(rows));
    }
}

void OptionsModel::sortSecond(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= kColumnCount) {
        return;
    }
    m_sortKeys.resize(1, {0, Qt::AscendingOrder});
    if (column != m_sortKeys.front().first) {
        m_sortKeys.emplace_back(column, order);
    }
    if (!m_rows.empty()) {
        std::vector<Row> rows = m_rows;
        sortRows(rows);
        moveTo(std::move(rows));
    }
}

QString OptionsModel::columnKey(int column)
{
    static const std::array<const char*, kColumnCount> keys{
        "rank", "option", "latency", "sustained", "first-limit", "cost", "unit-cost", "break-even", "score"};
    return QString::fromLatin1(keys[static_cast<std::size_t>(column)]);
}

} // namespace wherewithal::app
