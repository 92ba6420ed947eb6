// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/import/traces/TextRows.h"

#include <algorithm>

namespace wherewithal::providers {

namespace {

constexpr std::string_view kBlanks = " \t\r\n\f\v";

} // namespace

LineReader::LineReader(std::string_view text)
    : m_rest(text)
{
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    if (m_rest.starts_with(kByteOrderMark)) {
        m_rest.remove_prefix(kByteOrderMark.size());
    }
}

std::optional<std::string_view> LineReader::next()
{
    while (!m_rest.empty()) {
        const std::size_t end = std::min(m_rest.find('\n'), m_rest.size());
        const std::string_view line = m_rest.substr(0, end);
        m_rest.remove_prefix(std::min(end + 1, m_rest.size()));
        ++m_lineNumber;
        if (line.find_first_not_of(kBlanks) != std::string_view::npos) {
            return line.ends_with('\r') ? line.substr(0, line.size() - 1) : line;
        }
    }
    return std::nullopt;
}

std::string_view trimmed(std::string_view cell)
{
    const std::size_t first = cell.find_first_not_of(kBlanks);
    if (first == std::string_view::npos) {
        return {};
    }
    cell = cell.substr(first, cell.find_last_not_of(kBlanks) - first + 1);
    const bool isQuoted = cell.size() >= 2 && cell.front() == '"' && cell.back() == '"';
    return isQuoted ? cell.substr(1, cell.size() - 2) : cell;
}

void splitCells(std::string_view line, std::vector<std::string_view>& cells)
{
    cells.clear();
    while (true) {
        const std::size_t comma = line.find(',');
        cells.push_back(trimmed(line.substr(0, comma)));
        if (comma == std::string_view::npos) {
            return;
        }
        line.remove_prefix(comma + 1);
    }
}

std::optional<std::size_t> columnOf(const std::vector<std::string_view>& header,
                                    std::initializer_list<std::string_view> names)
{
    for (const std::string_view name : names) {
        const auto found = std::ranges::find(header, name);
        if (found != header.end()) {
            return static_cast<std::size_t>(found - header.begin());
        }
    }
    return std::nullopt;
}

} // namespace wherewithal::providers
