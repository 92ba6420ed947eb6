// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ComparisonTable.h"

#include "app/report/Format.h"

#include <algorithm>
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

struct Table
{
    std::vector<QString> header;
    std::vector<bool> isNumber;
    std::vector<std::vector<QString>> rows;
};

QString rangeText(const OptionResult& option, const Format& format, Scale scale)
{
    const auto& cost = option.cost;
    QString text = format.lowerBound(format.scaled(cost.base.toDouble(), scale), !cost.isComplete);
    if (cost.range) {
        text += QStringLiteral(" [") + format.scaledRange(cost.range->p10, cost.range->p90, scale)
                + QLatin1Char(']');
    }
    return text;
}

Table optionTable(const Comparison& comparison, const Format& format)
{
    double greatest = 0.0;
    for (const OptionResult& option : comparison.options) {
        greatest = std::max(greatest, option.cost.base.toDouble());
    }
    const Scale scale = scaleFor(greatest);
    const auto lastMonth = model::monthsLater(comparison.starts, comparison.horizonMonths - 1);
    Table table;
    table.header = {QStringLiteral("Rank"),
                    QString(),
                    QStringLiteral("Option"),
                    QStringLiteral("Bought"),
                    QStringLiteral("State"),
                    QStringLiteral("Sustained"),
                    QStringLiteral("P95 latency"),
                    QStringLiteral("First limit"),
                    QStringLiteral("Cost, ") + format.scaleUnit(scale, comparison.currency.code()),
                    QStringLiteral("Unit cost"),
                    QStringLiteral("Break-even"),
                    QStringLiteral("Scores"),
                    QStringLiteral("First in")};
    table.isNumber = {true, false, false, false, false, true, true, false, true, true, false, true, true};
    for (const OptionResult& option : comparison.options) {
        const WorkloadResult* binding = bindingWorkload(option);
        const auto none = QStringLiteral("-");
        std::vector<QString> row;
        row.push_back(option.rank ? QString::number(*option.rank) : none);
        row.push_back(QString::fromStdString(option.spec.letter));
        row.push_back(format.optionTitle(option.spec));
        row.push_back(format.optionDetail(option.spec));
        row.push_back(format.name(option.state));
        row.push_back(binding != nullptr ? format.quantity(binding->sustained, binding->sustainedUnit)
                                         : format.unknown());
        row.push_back(binding != nullptr && binding->latency ? format.duration(binding->latency->p95Seconds)
                                                             : none);
        row.push_back(binding != nullptr && binding->firstLimit
                          ? QString(QString::fromStdString(binding->firstLimit->name) + QStringLiteral(", ")
                                    + format.limitMonth(binding->firstLimit->hitBase, lastMonth))
                          : none);
        row.push_back(option.cost.lines.empty() ? format.unknown() : rangeText(option, format, scale));
        row.push_back(binding != nullptr ? format.quantity(binding->unitCost, binding->unitCostUnit)
                                         : format.unknown());
        row.push_back(option.breakEven.base
                          ? QString(format.month(option.breakEven.base) + QStringLiteral(" vs ")
                                    + QString::fromStdString(option.breakEven.against))
                          : none);
        row.push_back(format.score(option.scoreLow, option.scoreHigh));
        row.push_back(option.firstInFraction ? format.percent(option.firstInFraction) : none);
        table.rows.push_back(std::move(row));
    }
    return table;
}

QString paddedCell(const QString& text, qsizetype width, bool isNumber)
{
    return isNumber ? text.rightJustified(width) : text.leftJustified(width);
}

QString plainTable(const Table& table)
{
    std::vector<qsizetype> widths(table.header.size());
    for (std::size_t column = 0; column < widths.size(); ++column) {
        widths[column] = table.header[column].size();
        for (const auto& row : table.rows) {
            widths[column] = std::max(widths[column], row[column].size());
        }
    }
    QString text;
    const auto addRow = [&](const std::vector<QString>& row) {
        QString line;
        for (std::size_t column = 0; column < row.size(); ++column) {
            line += (column == 0 ? QString() : QStringLiteral("  "))
                    + paddedCell(row[column], widths[column], table.isNumber[column]);
        }
        while (line.endsWith(QLatin1Char(' '))) {
            line.chop(1);
        }
        text += line + QLatin1Char('\n');
    };
    addRow(table.header);
    for (const auto& row : table.rows) {
        addRow(row);
    }
    return text;
}

QString markdownCell(QString text)
{
    return text.replace(QLatin1Char('|'), QLatin1String("\\|")).replace(QLatin1Char('\n'), QLatin1Char(' '));
}

QString markdownTable(const Table& table)
{
    QString text;
    const auto addRow = [&](const std::vector<QString>& row) {
        for (const QString& cell : row) {
            text += QStringLiteral("| ") + markdownCell(cell) + QLatin1Char(' ');
        }
        text += QStringLiteral("|\n");
    };
    addRow(table.header);
    for (const bool isNumber : table.isNumber) {
        text += isNumber ? QStringLiteral("|---:") : QStringLiteral("|---");
    }
    text += QStringLiteral("|\n");
    for (const auto& row : table.rows) {
        addRow(row);
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
