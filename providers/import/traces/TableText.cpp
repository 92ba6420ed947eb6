// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/import/traces/TableText.h"

#include "providers/import/traces/TextRows.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace wherewithal::providers {

namespace {

/// The first of tab, semicolon and comma that a line has; a blank if none.
char separatorOf(std::string_view line)
{
    for (const char separator : {'\t', ';', ','}) {
        if (line.find(separator) != std::string_view::npos) {
            return separator;
        }
    }
    return ' ';
}

std::vector<std::string> cellsOf(std::string_view line, char separator)
{
    std::vector<std::string> cells;
    while (true) {
        const std::size_t end = line.find(separator);
        const std::string_view cell = trimmed(line.substr(0, end));
        if (separator != ' ' || !cell.empty()) {
            cells.emplace_back(cell);
        }
        if (end == std::string_view::npos) {
            return cells;
        }
        line.remove_prefix(end + 1);
    }
}

/// "Latency_P95 (s)" -> "latency p95 s"
std::string plainName(std::string_view name)
{
    std::string plain;
    for (const char c : name) {
        const bool isBlank = c == '_' || c == '(' || c == ')' || c == '[' || c == ']' || c == ' ';
        if (!isBlank) {
            plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
        } else if (!plain.empty() && plain.back() != ' ') {
            plain += ' ';
        }
    }
    while (plain.ends_with(' ')) {
        plain.pop_back();
    }
    return plain;
}

/// A decimal comma becomes a point if nothing else could be meant.
void usePoints(std::vector<std::string>& cells)
{
    for (std::string& cell : cells) {
        if (std::ranges::count(cell, ',') == 1 && cell.find('.') == std::string::npos) {
            std::ranges::replace(cell, ',', '.');
        }
    }
}

} // namespace

std::string TableText::Row::cell(std::size_t column) const
{
    return column < cells.size() ? cells[column] : std::string{};
}

std::optional<double> TableText::Row::number(std::size_t column) const
{
    return column < cells.size() ? parseNumber<double>(cells[column]) : std::nullopt;
}

TableText::TableText(std::string_view text)
{
    LineReader lines(text);
    std::optional<char> separator;
    while (const auto line = lines.next()) {
        separator = separator.value_or(separatorOf(*line));
        Row row{.line = lines.lineNumber(), .cells = cellsOf(*line, *separator)};
        const bool isFirst = m_rows.empty() && m_header.empty();
        if (*separator != ',') {
            usePoints(row.cells);
        }
        const bool isHeader = isFirst && std::ranges::none_of(row.cells, [](const std::string& cell) {
                                  return parseNumber<double>(cell).has_value();
                              });
        if (isHeader) {
            std::ranges::transform(row.cells, std::back_inserter(m_header), plainName);
        } else {
            m_rows.push_back(std::move(row));
        }
    }
}

std::optional<std::size_t> TableText::column(std::initializer_list<std::string_view> names) const
{
    for (const std::string_view name : names) {
        const auto at = std::ranges::find(m_header, name);
        if (at != m_header.end()) {
            return static_cast<std::size_t>(at - m_header.begin());
        }
    }
    return std::nullopt;
}

std::string TableText::headerText() const
{
    constexpr std::size_t kShown = 160;
    return fmt::format("{}", fmt::join(m_header, ", ")).substr(0, kShown);
}

} // namespace wherewithal::providers
