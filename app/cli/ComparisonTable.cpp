// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ComparisonTable.h"

#include "app/report/Format.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

namespace wherewithal::app::cli {

using simulator::Comparison;
using simulator::OptionResult;
using simulator::WorkloadResult;

namespace {

const WorkloadResult* bindingWorkload(const OptionResult& option)
{
    return option.bindingWorkload < option.workloads.size() ? &option.workloads[option.bindingWorkload]
                                                            : nullptr;
}

const QString kNone = QStringLiteral("-");

struct Column
{
    QString title;
    QString unit; ///< of every cell; empty: none, or the cells carry their own
    bool isNumber = false;
    qsizetype longest = 200; ///< names are cut to this in a terminal, numbers never
    std::vector<QString> cells;
};

using Table = std::vector<Column>;

QString costText(const OptionResult& option, const Format& format, Scale scale)
{
    const auto& cost = option.cost;
    if (cost.lines.empty()) {
        return format.unknown();
    }
    QString text = format.lowerBound(format.scaled(cost.base.toDouble(), scale), !cost.isComplete);
    if (cost.range) {
        text += QStringLiteral(" [") + format.scaledRange(cost.range->p10, cost.range->p90, scale)
                + QLatin1Char(']');
    }
    return text;
}

/// A column of figures with their units: a unit that all share moves to the head.
struct MeasuredColumn
{
    std::vector<std::optional<double>> values;
    std::vector<std::string> units;

    void add(std::optional<double> value, const std::string& unit)
    {
        values.push_back(value);
        units.push_back(value ? unit : std::string{});
    }

    [[nodiscard]] Column column(const QString& title, const Format& format) const
    {
        const auto first = std::ranges::find_if(units, [](const std::string& unit) { return !unit.empty(); });
        const std::string common = first == units.end() ? std::string{} : *first;
        const bool isShared = std::ranges::all_of(
            units, [&](const std::string& unit) { return unit.empty() || unit == common; });
        Column column{.title = title,
                      .unit = isShared ? format.unit(common) : QString(),
                      .isNumber = true,
                      .cells = {}};
        for (std::size_t index = 0; index < values.size(); ++index) {
            column.cells.push_back(isShared ? format.significant(values[index])
                                            : format.quantity(values[index], units[index]));
        }
        return column;
    }
};

Column columnOf(
    const Comparison& comparison, const QString& title, bool isNumber, qsizetype longest, const auto& cell)
{
    Column column{.title = title, .unit = {}, .isNumber = isNumber, .longest = longest, .cells = {}};
    for (const OptionResult& option : comparison.options) {
        column.cells.push_back(cell(option));
    }
    return column;
}

Column costColumn(const Comparison& comparison, const Format& format)
{
    double greatest = 0.0;
    for (const OptionResult& option : comparison.options) {
        greatest = std::max(greatest, option.cost.base.toDouble());
    }
    const Scale scale = scaleFor(greatest);
    Column column = columnOf(
        comparison, QStringLiteral("Cost [P10\u2013P90]"), true, 200, [&](const OptionResult& option) {
            return costText(option, format, scale);
        });
    column.unit = format.scaleUnit(scale, comparison.currency.code());
    return column;
}

QString limitText(const OptionResult& option, const Format& format, model::Month lastMonth)
{
    const WorkloadResult* binding = bindingWorkload(option);
    if (binding == nullptr || !binding->firstLimit) {
        return kNone;
    }
    return format.limitMonth(binding->firstLimit->hitBase, lastMonth) + QStringLiteral(", ")
           + QString::fromStdString(binding->firstLimit->name);
}

Table optionTable(const Comparison& comparison, const Format& format)
{
    const auto text = [&](const char* title, qsizetype longest, const auto& cell) {
        return columnOf(comparison, QString::fromLatin1(title), false, longest, cell);
    };
    const auto number = [&](const char* title, const auto& cell) {
        return columnOf(comparison, QString::fromLatin1(title), true, 200, cell);
    };
    const auto lastMonth = model::monthsLater(comparison.starts, comparison.horizonMonths - 1);
    MeasuredColumn sustained;
    MeasuredColumn unitCost;
    for (const OptionResult& option : comparison.options) {
        const WorkloadResult* binding = bindingWorkload(option);
        sustained.add(binding != nullptr ? binding->sustained : std::nullopt,
                      binding != nullptr ? binding->sustainedUnit : std::string{});
        unitCost.add(binding != nullptr ? binding->unitCost : std::nullopt,
                     binding != nullptr ? binding->unitCostUnit : std::string{});
    }
    Table table;
    table.push_back(number("Rank", [](const OptionResult& option) {
        return option.rank ? QString::number(*option.rank) : kNone;
    }));
    table.push_back(
        text("", 9, [](const OptionResult& option) { return QString::fromStdString(option.spec.letter); }));
    table.push_back(
        text("Option", 38, [&](const OptionResult& option) { return format.optionTitle(option.spec); }));
    table.push_back(
        text("Bought", 34, [&](const OptionResult& option) { return format.optionDetail(option.spec); }));
    table.push_back(text("State", 20, [&](const OptionResult& option) { return format.name(option.state); }));
    table.push_back(sustained.column(QStringLiteral("Sustained"), format));
    table.push_back(number("P95 latency", [&](const OptionResult& option) {
        const WorkloadResult* binding = bindingWorkload(option);
        return binding != nullptr && binding->latency ? format.duration(binding->latency->p95Seconds) : kNone;
    }));
    table.push_back(text(
        "First limit", 34, [&](const OptionResult& option) { return limitText(option, format, lastMonth); }));
    table.push_back(costColumn(comparison, format));
    table.push_back(unitCost.column(QStringLiteral("Unit cost"), format));
    table.push_back(text("Break-even", 20, [&](const OptionResult& option) {
        return option.breakEven.base ? QString(format.month(option.breakEven.base) + QStringLiteral(" vs ")
                                               + QString::fromStdString(option.breakEven.against))
                                     : kNone;
    }));
    table.push_back(number("Scores", [&](const OptionResult& option) {
        return format.score(option.scoreLow, option.scoreHigh);
    }));
    table.push_back(number("First in", [&](const OptionResult& option) {
        return option.firstInFraction ? format.percent(option.firstInFraction) : kNone;
    }));
    std::erase_if(table, [](const Column& column) {
        return std::ranges::all_of(column.cells, [](const QString& cell) { return cell == kNone; });
    });
    return table;
}

QString elided(const QString& text, qsizetype longest)
{
    return text.size() <= longest ? text : QString(text.left(longest - 1) + QChar(0x2026));
}

QString plainTable(const Table& table)
{
    const std::size_t rows = table.empty() ? 0 : table.front().cells.size();
    std::vector<QString> lines(rows + 2); // title, unit, one an option
    for (std::size_t index = 0; index < table.size(); ++index) {
        const Column& column = table[index];
        std::vector<QString> cells{column.title, column.unit};
        std::ranges::transform(column.cells, std::back_inserter(cells), [&](const QString& cell) {
            return elided(cell, column.longest);
        });
        const qsizetype width = std::ranges::max(cells, {}, &QString::size).size();
        for (std::size_t row = 0; row < cells.size(); ++row) {
            lines[row] +=
                (index == 0 ? QString() : QStringLiteral("  "))
                + (column.isNumber ? cells[row].rightJustified(width) : cells[row].leftJustified(width));
        }
    }
    QString text;
    for (QString& line : lines) {
        while (line.endsWith(QLatin1Char(' '))) {
            line.chop(1);
        }
        text += line + QLatin1Char('\n');
    }
    return text;
}

QString markdownCell(QString text)
{
    return text.replace(QLatin1Char('|'), QLatin1String("\\|")).replace(QLatin1Char('\n'), QLatin1Char(' '));
}

QString markdownTable(const Table& table)
{
    QString head;
    QString rule;
    std::vector<QString> lines(table.empty() ? 0 : table.front().cells.size());
    for (const Column& column : table) {
        const QString title =
            column.unit.isEmpty() ? column.title : QString(column.title + QStringLiteral(", ") + column.unit);
        head += QStringLiteral("| ") + markdownCell(title) + QLatin1Char(' ');
        rule += column.isNumber ? QStringLiteral("|---:") : QStringLiteral("|---");
        for (std::size_t row = 0; row < lines.size(); ++row) {
            lines[row] += QStringLiteral("| ") + markdownCell(column.cells[row]) + QLatin1Char(' ');
        }
    }
    QString text = head + QStringLiteral("|\n") + rule + QStringLiteral("|\n");
    for (const QString& line : lines) {
        text += line + QStringLiteral("|\n");
    }
    return text;
}

QString headLine(const Comparison& comparison, const Format& format)
{
    return QStringLiteral("From %1 over %2, prices as of %3, catalogue %4 (%5), seed %6, %7 paths.")
        .arg(format.month(comparison.starts),
             format.months(comparison.horizonMonths),
             format.day(comparison.asOf),
             QString::fromStdString(comparison.catalogueHash),
             QString::fromStdString(comparison.catalogueAsOf))
        .arg(comparison.seed)
        .arg(comparison.paths);
}

QString reasonList(const Comparison& comparison, const QString& bullet, const QString& strongMark)
{
    QString text;
    for (const OptionResult& option : comparison.options) {
        for (const auto& reason : option.reasons) {
            text += bullet + strongMark + QString::fromStdString(option.spec.letter) + strongMark
                    + QStringLiteral(" ") + QString::fromStdString(reason.text) + QStringLiteral(".\n");
        }
    }
    for (const std::string& warning : comparison.warnings) {
        text += bullet + QString::fromStdString(warning) + QLatin1Char('\n');
    }
    return text;
}

} // namespace

std::string comparisonMarkdown(const Comparison& comparison, const Format& format)
{
    QString text = QStringLiteral("# ") + QString::fromStdString(comparison.planName) + QStringLiteral("\n\n")
                   + headLine(comparison, format) + QStringLiteral("\n\n")
                   + markdownTable(optionTable(comparison, format));
    if (const QString reasons = reasonList(comparison, QStringLiteral("- "), QStringLiteral("**"));
        !reasons.isEmpty()) {
        text += QStringLiteral("\n## Reasons and warnings\n\n") + reasons;
    }
    return text.toStdString();
}

std::string comparisonText(const Comparison& comparison, const Format& format)
{
    QString text = QString::fromStdString(comparison.planName) + QLatin1Char('\n')
                   + headLine(comparison, format) + QStringLiteral("\n\n")
                   + plainTable(optionTable(comparison, format));
    if (const QString reasons = reasonList(comparison, QStringLiteral("  "), QString()); !reasons.isEmpty()) {
        text += QLatin1Char('\n') + reasons;
    }
    return text.toStdString();
}

} // namespace wherewithal::app::cli
