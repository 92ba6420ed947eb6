// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/store/CsvTable.h"

#include <fmt/format.h>
#include <utility>

namespace wherewithal::providers {

namespace {

using model::ErrorCode;

/// Walks over the text once, cell by cell.
class Reader
{
public:
    Reader(std::string_view text, const std::string& name)
        : m_text(text)
        , m_name(name)
    {}

    [[nodiscard]] bool atEnd() const { return m_position >= m_text.size(); }
    [[nodiscard]] std::size_t line() const { return m_line; }

    [[nodiscard]] model::Result<std::vector<std::string>> row()
    {
        std::vector<std::string> cells;
        while (true) {
            auto next = cell();
            if (!next) {
                return model::failure(std::move(next.error()));
            }
            cells.push_back(std::move(*next));
            const char stop = atEnd() ? '\n' : m_text[m_position];
            if (stop != ',' && stop != '\n') {
                return fault(fmt::format("a quoted cell is followed by '{}'", stop));
            }
            ++m_position;
            if (stop == '\n') {
                ++m_line;
                return cells;
            }
        }
    }

private:
    [[nodiscard]] tl::unexpected<model::Error> fault(std::string message) const
    {
        return model::failure(
            ErrorCode::InvalidSyntax, fmt::format("{}:{}", m_name, m_line), std::move(message));
    }

    [[nodiscard]] model::Result<std::string> cell()
    {
        if (!atEnd() && m_text[m_position] == '"') {
            return quoted();
        }
        const std::size_t end = std::min(m_text.find_first_of(",\n\"\r", m_position), m_text.size());
        if (end < m_text.size() && (m_text[end] == '"' || m_text[end] == '\r')) {
            return fault(m_text[end] == '"' ? "a quote inside a cell without quotes"
                                            : "a carriage return; lines end with LF");
        }
        std::string value(m_text.substr(m_position, end - m_position));
        m_position = end;
        return value;
    }

    [[nodiscard]] model::Result<std::string> quoted()
    {
        std::string value;
        ++m_position;
        while (true) {
            const std::size_t end = m_text.find('"', m_position);
            if (end == std::string_view::npos) {
                return fault("a quote is never closed");
            }
            value += m_text.substr(m_position, end - m_position);
            m_position = end + 1;
            if (atEnd() || m_text[m_position] != '"') {
                return value;
            }
            value += '"';
            ++m_position;
        }
    }

    std::string_view m_text;
    const std::string& m_name;
    std::size_t m_position = 0;
    std::size_t m_line = 1;
};

} // namespace

model::Result<CsvTable> parseCsvTable(std::string_view text, std::string name)
{
    if (text.empty()) {
        return model::failure(ErrorCode::MissingField, name, "the file is empty, expected a header line");
    }
    CsvTable table;
    table.name = std::move(name);
    Reader reader(text, table.name);
    auto header = reader.row();
    if (!header) {
        return model::failure(std::move(header.error()));
    }
    table.header = std::move(*header);
    while (!reader.atEnd()) {
        const std::size_t line = reader.line();
        auto cells = reader.row();
        if (!cells) {
            return model::failure(std::move(cells.error()));
        }
        if (cells->size() != table.header.size()) {
            return model::failure(
                ErrorCode::InvalidSyntax,
                fmt::format("{}:{}", table.name, line),
                fmt::format("{} cells, the header has {}", cells->size(), table.header.size()));
        }
        table.rows.push_back({.line = line, .cells = std::move(*cells)});
    }
    return table;
}

} // namespace wherewithal::providers
