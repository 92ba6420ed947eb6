// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/import/prices/SheetTable.h"

#include <fmt/format.h>

namespace wherewithal::providers {

using model::ErrorCode;
using model::failure;
using model::Result;

std::string headerKey(std::string_view cell)
{
    cell = stripped(cell);
    const std::size_t open = cell.rfind('(');
    constexpr std::size_t kShortest = 3; // "(GB)" and "($)" are units, not names
    if (open != std::string_view::npos && cell.ends_with(')')) {
        std::string inner = columnKey(cell.substr(open + 1));
        if (inner.size() >= kShortest) {
            return inner;
        }
    }
    return columnKey(cell);
}

Result<void> SheetTable::read(const ByteSource& source,
                              const Detection& detection,
                              ImportRun& run,
                              const std::function<Result<void>(const SheetTable&)>& handle)
{
    auto text = run.openText(source, detection.encoding);
    if (!text) {
        return failure(text.error());
    }
    CsvReader reader(std::move(*text), detection.dialect, run.options().csv);
    SheetTable table;
    const std::size_t headerLine = std::max<std::size_t>(detection.headerLine, 1);
    for (std::size_t rows = 1;; ++rows) {
        auto more = reader.next(table.m_row);
        if (!more) {
            return failure(more.error());
        }
        if (!*more) {
            return run.begin();
        }
        const CsvTextRow& row = table.m_row;
        if (rows < headerLine) {
            continue;
        }
        if (rows == headerLine) {
            table.m_header.assign(row.cells.begin(), row.cells.end());
            for (std::size_t i = 0; i < row.cells.size(); ++i) {
                table.m_columns.emplace(headerKey(row.cells[i]), i);
                table.m_columns.emplace(columnKey(row.cells[i]), i);
            }
            continue;
        }
        if (auto counted = run.countRow(); !counted) {
            return counted;
        }
        if (row.isBroken || row.cells.size() != table.m_header.size()) {
            run.reject(row.line,
                       {},
                       row.cells[0],
                       ErrorCode::InvalidSyntax,
                       row.isBroken ? std::string("the quotes of this line do not match")
                                    : fmt::format("{} cells where the header has {}",
                                                  row.cells.size(),
                                                  table.m_header.size()),
                       "is the file cut off or edited?");
            continue;
        }
        if (auto handled = handle(table); !handled) {
            return handled;
        }
    }
}

std::string_view SheetTable::cell(std::initializer_list<std::string_view> names) const
{
    for (const std::string_view name : names) {
        if (const auto found = m_columns.find(name); found != m_columns.end()) {
            return stripped(m_row.cells[found->second]);
        }
    }
    return {};
}

std::string_view SheetTable::header(std::string_view name) const
{
    const auto found = m_columns.find(name);
    return found == m_columns.end() ? std::string_view{} : std::string_view(m_header[found->second]);
}

Result<void> walkJson(const ByteSource& source,
                      Encoding encoding,
                      ImportRun& run,
                      std::vector<JsonPath> rules,
                      const ElementHandler& element,
                      const ScalarHandler& scalar)
{
    auto text = run.openText(source, encoding);
    if (!text) {
        return failure(text.error());
    }
    JsonCutter cutter(std::move(*text), std::move(rules));
    JsonElement parsed;
    while (true) {
        auto event = cutter.next();
        if (!event) {
            return failure(event.error());
        }
        switch (event->kind) {
        case JsonCutter::Kind::End:
            return run.begin();
        case JsonCutter::Kind::Cut:
            run.reject(event->line,
                       {},
                       {},
                       ErrorCode::InvalidSyntax,
                       "the file ends in the middle of a value",
                       "download it again: what follows is missing");
            return run.begin();
        case JsonCutter::Kind::Oversize:
            run.reject(event->line, {}, {}, ErrorCode::TooLarge, "an element is larger than 4 MB");
            break;
        case JsonCutter::Kind::RootEnd:
            break;
        case JsonCutter::Kind::Scalar:
            if (scalar && !cutter.path().empty()) { // a value alone at the root has no name
                scalar(cutter.path(), unescapedJson(event->text).value_or(std::string(event->text)));
            }
            break;
        case JsonCutter::Kind::Element: {
            if (auto counted = run.countRow(); !counted) {
                return counted;
            }
            parsed.clear();
            if (auto good = parsed.parse(event->text); !good) {
                run.reject(
                    event->line, {}, event->text, good.error().code, "the element " + good.error().message);
                break;
            }
            if (auto begun = run.begin(); !begun) {
                return begun;
            }
            if (auto handled = element(parsed, *event, cutter.path()); !handled) {
                return handled;
            }
            break;
        }
        }
    }
}

} // namespace wherewithal::providers
