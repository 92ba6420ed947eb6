// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/charts/ChartTable.h"

#include <QStringList>

namespace wherewithal::app {

namespace {

QString oneCell(QString text)
{
    return text.replace(QLatin1Char('\t'), QLatin1Char(' ')).replace(QLatin1Char('\n'), QLatin1Char(' '));
}

QString valueText(const TableCell& cell, const QLocale& locale)
{
    if (cell.sort.typeId() == QMetaType::Double) {
        return locale.toString(cell.sort.toDouble(), 'g', QLocale::FloatingPointShortest);
    }
    return cell.sort.isValid() ? oneCell(cell.text) : QString();
}

} // namespace

QString tabSeparated(const ChartTable& table, const QLocale& locale)
{
    QLocale plain = locale;
    plain.setNumberOptions(QLocale::OmitGroupSeparator);
    QStringList lines;
    QStringList head;
    for (const TableColumn& column : table.columns) {
        head.append(oneCell(column.unit.isEmpty() ? column.name
                                                  : QStringLiteral("%1 (%2)").arg(column.name, column.unit)));
    }
    lines.append(head.join(QLatin1Char('\t')));
    for (const TableRow& row : table.rows) {
        QStringList cells;
        for (const TableCell& cell : row.cells) {
            cells.append(valueText(cell, plain));
        }
        lines.append(cells.join(QLatin1Char('\t')));
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

} // namespace wherewithal::app
