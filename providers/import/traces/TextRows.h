// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace wherewithal::providers {

/// Largest trace or table that is read into memory.
inline constexpr std::uint64_t kMaxTraceBytes = 2ULL << 30U;

/// Lines of a text, without line ends; a byte order mark at its start is skipped.
class LineReader
{
public:
    explicit LineReader(std::string_view text);

    /// The next line that is not blank; nothing at the end.
    [[nodiscard]] std::optional<std::string_view> next();
    /// Number of the line last returned, from 1.
    [[nodiscard]] std::uint64_t lineNumber() const { return m_lineNumber; }

private:
    std::string_view m_rest;
    std::uint64_t m_lineNumber = 0;
};

/// Without blanks at its ends, and without one pair of double quotes.
[[nodiscard]] std::string_view trimmed(std::string_view cell);

/// Cells of a comma-separated line into `cells`. Quotes do not protect commas: no format read here has them.
void splitCells(std::string_view line, std::vector<std::string_view>& cells);

/// Position of the first of the names in the header; names are tried in turn.
[[nodiscard]] std::optional<std::size_t> columnOf(const std::vector<std::string_view>& header,
                                                  std::initializer_list<std::string_view> names);

/// A number that fills the whole cell; from_chars, so never the user's locale.
template <typename Number>
[[nodiscard]] std::optional<Number> parseNumber(std::string_view cell)
{
    Number value{};
    const char* const end = cell.data() + cell.size();
    const auto [stop, error] = std::from_chars(cell.data(), end, value);
    return error == std::errc{} && stop == end ? std::optional(value) : std::nullopt;
}

} // namespace wherewithal::providers
