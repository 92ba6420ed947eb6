// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wherewithal::providers {

/// A small table as people paste it: tab, semicolon, comma or blanks between cells, with or without a header.
/// Where commas do not separate they may be decimal signs.
class TableText
{
public:
    struct Row
    {
        std::uint64_t line = 0; ///< from 1
        std::vector<std::string> cells;

        /// Empty beyond the last cell.
        [[nodiscard]] std::string cell(std::size_t column) const;
        /// The number that fills the cell.
        [[nodiscard]] std::optional<double> number(std::size_t column) const;
    };

    explicit TableText(std::string_view text);

    [[nodiscard]] bool hasHeader() const { return !m_header.empty(); }
    [[nodiscard]] const std::vector<Row>& rows() const { return m_rows; } ///< without the header
    [[nodiscard]] std::size_t columnCount() const { return m_rows.empty() ? 0 : m_rows.front().cells.size(); }
    /// The first column of one of these names; lower case, "_" and brackets count as blanks.
    [[nodiscard]] std::optional<std::size_t> column(std::initializer_list<std::string_view> names) const;
    [[nodiscard]] std::string headerText() const;

private:
    std::vector<std::string> m_header; ///< as compared
    std::vector<Row> m_rows;
};

} // namespace wherewithal::providers
