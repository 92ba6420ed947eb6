// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace wherewithal::providers {

/// What a cell of the resources may hold. An empty cell is unknown and becomes NULL.
enum class CellKind
{
    Text,
    Id,       ///< a word without blanks at its ends; unique with the rest of the key
    Number,   ///< a finite number >= 0, stored as REAL
    Count,    ///< a whole number >= 0, stored as INTEGER
    Decimal,  ///< an exact amount >= 0, stored as text
    Day,      ///< YYYY-MM-DD, YYYY-MM or YYYY
    Currency, ///< three capital letters
    Url,      ///< http or https
    Sources,  ///< ids of sources.csv, separated by a blank
    Choice,   ///< one of the words of `choices`, separated by '|'
    Reference ///< a value of the table and column named in `choices`, e.g. "accelerators.id"
};

struct ColumnSpec
{
    std::string_view name;
    CellKind kind = CellKind::Text;
    bool isRequired = false;
    std::string_view choices;
};

/// One table of the shipped catalogue and the file it is read from.
struct TableSpec
{
    std::string_view name; ///< in SQL
    std::string_view file; ///< below resources/catalogues; "*/machines.csv" once per provider folder
    std::vector<ColumnSpec> columns;
    std::vector<std::string_view> key;
};

/// All tables, in the order in which references resolve. Tables with "*" get a leading column `provider`.
[[nodiscard]] std::span<const TableSpec> catalogueTables();

} // namespace wherewithal::providers
