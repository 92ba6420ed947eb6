// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/import/prices/ByteSource.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wherewithal::providers {

/// How cells are told apart. RFC 4180 with another separator where a spreadsheet program chose one.
struct CsvDialect
{
    char separator = ',';
    char quote = '"';

    bool operator==(const CsvDialect&) const = default;
};

struct CsvLimits
{
    std::size_t maxRowBytes = 1U << 20U;
    std::size_t maxColumns = 4096;
};

/// One row: positions only. Valid until the next row is asked for.
struct CsvRow
{
    const char* data = nullptr;          ///< the block
    std::uint32_t begin = 0;             ///< first byte of the row in the block
    std::span<const std::uint32_t> ends; ///< one past the last byte of each cell (the separator's place)
    std::uint64_t line = 0;              ///< line the row starts in, from 0 within the block

    [[nodiscard]] std::size_t size() const { return ends.size(); }
    /// The cell as written, with its quotes; no line end.
    [[nodiscard]] std::string_view raw(std::size_t column) const
    {
        const std::uint32_t from = column == 0 ? begin : ends[column - 1] + 1;
        std::uint32_t to = ends[column];
        if (column + 1 == ends.size() && to > from && data[to - 1] == '\r') {
            --to;
        }
        return {data + from, to - from};
    }
};

/// Splits a block of CSV text into rows.
///
/// Finds quotes, separators and line ends 64 bytes at a time, and takes a byte for quoted if an odd number of
/// quotes precedes it. That is right for all well-formed files. Where it is not (a stray quote in an unquoted
/// cell), `reread` reads the row again byte by byte, and the blockwise search starts afresh behind it: one
/// bad row costs itself only.
class CsvBlock
{
public:
    enum class Status
    {
        Row,     ///< a row
        Broken,  ///< a line that cannot be split; `row` covers it as one cell
        End,     ///< no further complete row; go on from consumed()
        TooLong, ///< a line beyond CsvLimits::maxRowBytes
    };

    explicit CsvBlock(CsvDialect dialect = {}, CsvLimits limits = {})
        : m_dialect(dialect)
        , m_limits(limits)
    {}

    /// `data` has kScanBlock readable bytes beyond `size`, starts at a row, and stays while rows are in use.
    /// With `isLast` the end of the data ends the last row.
    void start(const char* data, std::size_t size, bool isLast);

    /// The next row, unchecked: a caller that finds a cell odd calls reread().
    [[nodiscard]] Status next(CsvRow& row);
    /// Splits the row next() gave last once more, by the strict rules.
    [[nodiscard]] Status reread(CsvRow& row);
    /// The next row, every cell checked.
    [[nodiscard]] Status nextChecked(CsvRow& row);

    /// Bytes up to the first row that was not given out.
    [[nodiscard]] std::size_t consumed() const { return m_rowBegin; }
    /// False: no cell read since start() holds a doubled quote, so cutting off the outer quotes gives its
    /// text.
    [[nodiscard]] bool mayHoldDoubledQuotes() const { return m_hasDoubled; }
    /// Line ends within consumed().
    [[nodiscard]] std::uint64_t lines() const { return m_lines; }

private:
    struct RowEnd
    {
        std::uint32_t separators; ///< separators up to and including this end, in m_separators
        std::uint32_t newlines;   ///< line ends within the row, its own included
    };

    void index();
    void restartAt(std::size_t at);
    [[nodiscard]] Status rereadAt(std::size_t begin, CsvRow& row);

    CsvDialect m_dialect;
    CsvLimits m_limits;
    const char* m_data = nullptr;
    std::size_t m_size = 0;
    bool m_isLast = false;

    std::size_t m_indexed = 0; ///< bytes looked at
    std::uint64_t m_carry = 0; ///< all ones: the last byte looked at is within quotes
    std::vector<std::uint32_t> m_separators;
    std::size_t m_separatorCount = 0;
    std::vector<RowEnd> m_ends;
    std::size_t m_nextEnd = 0;
    std::size_t m_nextSeparator = 0;  ///< first separator of the next row
    std::uint32_t m_openNewlines = 0; ///< line ends seen since the last row end

    bool m_hasDoubled = false;
    std::uint64_t m_lastQuote = 0; ///< 1: the last byte looked at is a quote

    std::size_t m_rowBegin = 0;  ///< of the next row
    std::uint64_t m_lines = 0;   ///< before the next row
    std::size_t m_lastBegin = 0; ///< of the row given last
    std::uint64_t m_lastLines = 0;
    std::vector<std::uint32_t> m_strict; ///< cell ends of a reread row
};

/// The text of a cell: quotes taken off, doubled ones halved (in `scratch`, only where there are any).
[[nodiscard]] std::string_view cellText(std::string_view raw, char quote, std::string& scratch);
/// True if the cell follows RFC 4180: quoted as a whole with inner quotes doubled, or without quotes.
[[nodiscard]] bool isWellQuoted(std::string_view raw, char quote);

/// End of the last row that ends within `text`, if `text` starts at a row and quotes are well-formed; 0 if
/// none.
[[nodiscard]] std::size_t lastRowEnd(std::string_view text, CsvDialect dialect);

/// A row whose cells are plain text. Valid until the next one is read.
struct CsvTextRow
{
    std::vector<std::string_view> cells;
    std::uint64_t line = 0; ///< from 1
    bool isBroken = false;  ///< quotes do not match; one cell, the raw line
};

/// Rows of a stream in order, in bounded memory. Blank lines are left out.
class CsvReader
{
public:
    CsvReader(std::unique_ptr<ByteStream> text, CsvDialect dialect, CsvLimits limits = {});

    /// False at the end. TooLarge for a line beyond the limits; failures of the stream.
    [[nodiscard]] model::Result<bool> next(CsvTextRow& out);

private:
    [[nodiscard]] model::Result<void> refill();

    std::unique_ptr<ByteStream> m_text;
    CsvDialect m_dialect;
    CsvLimits m_limits;
    CsvBlock m_block;
    std::vector<char> m_buffer;
    std::size_t m_size = 0;
    bool m_isLast = false;
    std::uint64_t m_linesBefore = 0;
    std::string m_unquoted;
};

} // namespace wherewithal::providers
