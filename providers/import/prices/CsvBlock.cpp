// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/import/prices/CsvBlock.h"

#include "providers/import/prices/ScanMask.h"

#include <algorithm>
#include <cstring>
#include <fmt/format.h>

namespace wherewithal::providers {

using model::ErrorCode;
using model::failure;
using model::Result;

namespace {

constexpr std::size_t kIndexWindow = std::size_t{16} * 1024; ///< bytes indexed at once: stays in the first-level cache
constexpr std::size_t kReadBlock = std::size_t{512} * 1024;

[[nodiscard]] std::uint32_t narrow(std::size_t value)
{
    return static_cast<std::uint32_t>(value);
}

} // namespace

void CsvBlock::start(const char* data, std::size_t size, bool isLast)
{
    m_data = data;
    m_size = size;
    m_isLast = isLast;
    m_rowBegin = 0;
    m_lines = 0;
    m_lastBegin = 0;
    m_lastLines = 0;
    m_hasDoubled = false;
    restartAt(0);
}

void CsvBlock::restartAt(std::size_t at)
{
    m_indexed = at;
    m_carry = 0;
    m_separatorCount = 0;
    m_ends.clear();
    m_nextEnd = 0;
    m_nextSeparator = 0;
    m_openNewlines = 0;
    m_lastQuote = 0;
}

void CsvBlock::index()
{
    // Separators of the row that is not complete yet move to the front.
    const std::size_t kept = m_separatorCount - m_nextSeparator;
    if (m_separators.size() < kept + kIndexWindow + kScanBlock) {
        m_separators.resize(kept + kIndexWindow + kScanBlock);
    }
    std::memmove(m_separators.data(), m_separators.data() + m_nextSeparator, kept * sizeof(std::uint32_t));
    m_nextSeparator = 0;
    m_ends.clear();
    m_nextEnd = 0;
    std::uint32_t* out = m_separators.data() + kept;
    const std::size_t stop = std::min(m_indexed + kIndexWindow, m_size);
    for (; m_indexed < stop; m_indexed += kScanBlock) {
        const char* at = m_data + m_indexed;
        const std::uint64_t quotes = equalMask(at, m_dialect.quote);
        const std::uint64_t newlines = equalMask(at, '\n');
        const std::size_t left = m_size - m_indexed;
        const std::uint64_t valid = left >= kScanBlock ? ~0ULL : (1ULL << left) - 1U;
        m_hasDoubled = m_hasDoubled || (quotes & ((quotes << 1U) | m_lastQuote)) != 0;
        m_lastQuote = quotes >> 63U;
        const std::uint64_t inside = prefixXor(quotes & valid) ^ m_carry;
        m_carry = static_cast<std::uint64_t>(static_cast<std::int64_t>(inside) >> 63U);
        const std::uint64_t outside = valid & ~inside;
        std::uint64_t separators = (equalMask(at, m_dialect.separator) | newlines) & outside;
        const auto before = static_cast<std::size_t>(out - m_separators.data());
        std::uint64_t ends = newlines & outside;
        if ((newlines & valid) != 0) {
            std::uint32_t counted = 0;
            for (; ends != 0; ends &= ends - 1U) {
                const std::uint64_t below = (ends & (~ends + 1U)) - 1U;
                const auto lines = static_cast<std::uint32_t>(std::popcount(newlines & below)) + 1U;
                m_ends.push_back(
                    {narrow(before) + static_cast<std::uint32_t>(std::popcount(separators & below)) + 1U,
                     m_openNewlines + lines - counted});
                m_openNewlines = 0;
                counted = lines;
            }
            m_openNewlines += static_cast<std::uint32_t>(std::popcount(newlines & valid)) - counted;
        }
        const auto base = narrow(m_indexed);
        for (; separators != 0; separators &= separators - 1U) {
            *out++ = base + static_cast<std::uint32_t>(std::countr_zero(separators));
        }
    }
    m_indexed = std::min(m_indexed, m_size);
    m_separatorCount = static_cast<std::size_t>(out - m_separators.data());
}

CsvBlock::Status CsvBlock::next(CsvRow& row)
{
    while (m_nextEnd == m_ends.size()) {
        if (m_indexed < m_size) {
            index();
            continue;
        }
        if (m_rowBegin >= m_size) {
            return Status::End;
        }
        const bool isOpen = m_carry != 0;
        if (!isOpen && m_isLast) { // the last row has no line end
            if (m_separators.size() <= m_separatorCount) {
                m_separators.resize(m_separatorCount + 1);
            }
            m_separators[m_separatorCount++] = narrow(m_size);
            m_ends.push_back({narrow(m_separatorCount), m_openNewlines});
            continue;
        }
        if (!m_isLast && m_size - m_rowBegin <= m_limits.maxRowBytes) {
            return Status::End;
        }
        return rereadAt(m_rowBegin, row);
    }
    const RowEnd end = m_ends[m_nextEnd++];
    row.data = m_data;
    row.begin = narrow(m_rowBegin);
    row.ends = {m_separators.data() + m_nextSeparator, end.separators - m_nextSeparator};
    row.line = m_lines;
    m_lastBegin = m_rowBegin;
    m_lastLines = m_lines;
    m_nextSeparator = end.separators;
    m_rowBegin = std::min<std::size_t>(row.ends.back() + 1U, m_size);
    m_lines += end.newlines;
    return Status::Row;
}

CsvBlock::Status CsvBlock::reread(CsvRow& row)
{
    return rereadAt(m_lastBegin, row);
}

CsvBlock::Status CsvBlock::rereadAt(std::size_t begin, CsvRow& row)
{
    if (begin == m_lastBegin) {
        m_lines = m_lastLines;
    }
    m_rowBegin = begin;
    m_strict.clear();
    const std::size_t stop = std::min(m_size, begin + m_limits.maxRowBytes);
    std::size_t at = begin;
    bool isGood = true;
    bool isEnded = false;
    while (isGood && !isEnded) {
        if (at < stop && m_data[at] == m_dialect.quote) {
            ++at;
            while (at < stop
                   && !(m_data[at] == m_dialect.quote
                        && !(at + 1 < stop && m_data[at + 1] == m_dialect.quote))) {
                at += m_data[at] == m_dialect.quote ? 2 : 1;
            }
            isGood = at < stop;
            at += isGood ? 1 : 0;
            if (at + 1 < stop && m_data[at] == '\r' && m_data[at + 1] == '\n') {
                ++at;
            }
            isGood = isGood && (at >= m_size || m_data[at] == m_dialect.separator || m_data[at] == '\n');
        } else {
            while (at < stop && m_data[at] != m_dialect.separator && m_data[at] != '\n') {
                ++at;
            }
            isGood = at < stop || (m_isLast && at == m_size);
        }
        if (isGood) {
            m_strict.push_back(narrow(at));
            isEnded = at >= m_size || m_data[at] == '\n';
            isGood = m_strict.size() <= m_limits.maxColumns;
            at += isEnded ? 0 : 1;
        }
    }
    if (!isGood && !m_isLast && stop == m_size && at >= m_size && m_size - begin <= m_limits.maxRowBytes) {
        return Status::End; // what follows the block may complete it
    }
    if (!isGood) { // the line as it stands is the one bad row
        const auto* found = static_cast<const char*>(std::memchr(m_data + begin, '\n', stop - begin));
        if (found == nullptr && stop != m_size) {
            return Status::TooLong;
        }
        at = found == nullptr ? m_size : static_cast<std::size_t>(found - m_data);
        m_strict.assign(1, narrow(at));
    }
    row.data = m_data;
    row.begin = narrow(begin);
    row.ends = m_strict;
    row.line = m_lines;
    m_lastBegin = begin;
    m_lastLines = m_lines;
    m_lines += static_cast<std::uint64_t>(std::count(m_data + begin, m_data + at, '\n'));
    m_lines += at < m_size ? 1U : 0U;
    m_rowBegin = std::min(at + 1, m_size);
    restartAt(m_rowBegin);
    return isGood ? Status::Row : Status::Broken;
}

CsvBlock::Status CsvBlock::nextChecked(CsvRow& row)
{
    const Status status = next(row);
    if (status != Status::Row) {
        return status;
    }
    if (row.size() > m_limits.maxColumns) {
        return reread(row);
    }
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (!isWellQuoted(row.raw(i), m_dialect.quote)) {
            return reread(row);
        }
    }
    return status;
}

bool isWellQuoted(std::string_view raw, char quote)
{
    if (raw.empty() || raw[0] != quote) {
        return raw.find(quote) == std::string_view::npos;
    }
    if (raw.size() < 2 || raw.back() != quote) {
        return false;
    }
    const std::string_view inner = raw.substr(1, raw.size() - 2);
    for (std::size_t at = inner.find(quote); at != std::string_view::npos; at = inner.find(quote, at + 2)) {
        if (at + 1 >= inner.size() || inner[at + 1] != quote) {
            return false;
        }
    }
    return true;
}

std::string_view cellText(std::string_view raw, char quote, std::string& scratch)
{
    if (raw.size() < 2 || raw[0] != quote || raw.back() != quote) {
        return raw;
    }
    const std::string_view inner = raw.substr(1, raw.size() - 2);
    if (std::memchr(inner.data(), quote, inner.size()) == nullptr) {
        return inner;
    }
    scratch.clear();
    for (std::size_t i = 0; i < inner.size(); ++i) {
        scratch.push_back(inner[i]);
        if (inner[i] == quote && i + 1 < inner.size() && inner[i + 1] == quote) {
            ++i;
        }
    }
    return scratch;
}

std::size_t lastRowEnd(std::string_view text, CsvDialect dialect)
{
    std::size_t quotes = 0;
    std::size_t at = 0;
    for (; at + kScanBlock <= text.size(); at += kScanBlock) {
        quotes += static_cast<std::size_t>(std::popcount(equalMask(text.data() + at, dialect.quote)));
    }
    quotes += static_cast<std::size_t>(
        std::count(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), dialect.quote));
    std::size_t behind = 0;
    for (std::size_t i = text.size(); i > 0; --i) {
        const char here = text[i - 1];
        if (here == dialect.quote) {
            ++behind;
        } else if (here == '\n' && (quotes - behind) % 2 == 0) {
            return i;
        }
    }
    return 0;
}

CsvReader::CsvReader(std::unique_ptr<ByteStream> text, CsvDialect dialect, CsvLimits limits)
    : m_text(std::move(text))
    , m_dialect(dialect)
    , m_limits(limits)
    , m_block(dialect, limits)
    , m_buffer(kReadBlock + kScanBlock)
{
    m_block.start(m_buffer.data(), 0, false);
}

Result<void> CsvReader::refill()
{
    const std::size_t done = m_block.consumed();
    m_linesBefore += m_block.lines();
    std::memmove(m_buffer.data(), m_buffer.data() + done, m_size - done);
    m_size -= done;
    if (m_size * 2 > m_buffer.size() - kScanBlock) {
        m_buffer.resize((m_buffer.size() - kScanBlock) * 2 + kScanBlock);
    }
    auto got = m_text->read(std::span(m_buffer).subspan(m_size, m_buffer.size() - kScanBlock - m_size));
    if (!got) {
        return failure(got.error());
    }
    m_size += *got;
    m_isLast = *got == 0;
    m_block.start(m_buffer.data(), m_size, m_isLast);
    return {};
}

Result<bool> CsvReader::next(CsvTextRow& out)
{
    CsvRow row;
    while (true) {
        const CsvBlock::Status status = m_block.nextChecked(row);
        if (status == CsvBlock::Status::TooLong) {
            return failure(ErrorCode::TooLarge,
                           fmt::format("line {}", m_linesBefore + m_block.lines() + 1),
                           fmt::format("a line is longer than {} bytes", m_limits.maxRowBytes),
                           "is this a table of comma-separated values?");
        }
        if (status == CsvBlock::Status::End) {
            if (m_isLast) {
                return false;
            }
            if (auto filled = refill(); !filled) {
                return failure(filled.error());
            }
            continue;
        }
        if (row.size() == 1 && row.raw(0).empty()) {
            continue;
        }
        out.line = m_linesBefore + row.line + 1;
        out.isBroken = status == CsvBlock::Status::Broken;
        out.cells.clear();
        m_unquoted.clear();
        m_unquoted.reserve(row.ends.back() - row.begin); // views into it must stay
        std::string scratch;
        for (std::size_t i = 0; i < row.size(); ++i) {
            const std::string_view raw = row.raw(i);
            const std::string_view text = out.isBroken ? raw : cellText(raw, m_dialect.quote, scratch);
            if (text.data() == scratch.data() && !scratch.empty()) {
                const std::size_t at = m_unquoted.size();
                m_unquoted.append(scratch);
                out.cells.push_back(std::string_view(m_unquoted).substr(at));
            } else {
                out.cells.push_back(text);
            }
        }
        return true;
    }
}

} // namespace wherewithal::providers
