// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/models/TableModel.h"

#include <QLocale>
#include <QString>

#include <vector>

namespace wherewithal::app {

/// The rows behind a chart: what its table twin shows and what "Copy data" gives.
struct ChartTable
{
    std::vector<TableColumn> columns;
    std::vector<TableRow> rows;

    [[nodiscard]] bool isEmpty() const { return rows.empty(); }
};

/// One line per row with a head line, cells parted by tabs: what spreadsheets take from the clipboard.
///
/// Numbers are the raw values at full precision with the locale's decimal sign and without separators of
/// thousands; what is unknown is an empty cell. Units stand in the head.
[[nodiscard]] QString tabSeparated(const ChartTable& table, const QLocale& locale);

} // namespace wherewithal::app
