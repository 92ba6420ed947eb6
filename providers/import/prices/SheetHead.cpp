// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/import/prices/SheetHead.h"

#include "providers/import/prices/ImportRun.h"

#include <algorithm>

namespace wherewithal::providers {

using model::failure;
using model::Result;

namespace {

/// Valid text of the first bytes.
Result<std::string> headText(const ByteSource& source, Encoding encoding)
{
    auto bytes = headOf(source, kDetectionHead);
    if (!bytes) {
        return failure(bytes.error());
    }
    auto stream = memorySource(*bytes, source.name())->open();
    if (!stream) {
        return failure(stream.error());
    }
    std::uint64_t repaired = 0;
    TextStream text(std::move(*stream), encoding, repaired);
    std::string all;
    std::string buffer(kDetectionHead, '\0');
    while (true) {
        const auto got = text.read(buffer);
        if (!got) {
            return failure(got.error());
        }
        if (*got == 0) {
            return all;
        }
        all.append(buffer, 0, *got);
    }
}

std::vector<std::string> firstLines(std::string_view text)
{
    std::vector<std::string> lines;
    while (!text.empty() && lines.size() < kHeadLines) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.push_back(shortened(text.substr(0, end)));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

Result<void>
readTable(const std::string& text, const CsvDialect& dialect, std::size_t headerLine, SheetHead& head)
{
    auto stream = memorySource(text, {})->open();
    if (!stream) {
        return failure(stream.error());
    }
    CsvReader reader(std::move(*stream), dialect);
    CsvTextRow row;
    while (head.rows.size() < kHeadRows) {
        const auto more = reader.next(row);
        if (!more || !*more) {
            break; // the head of a file may end within a row
        }
        if (row.line == headerLine) {
            head.header.assign(row.cells.begin(), row.cells.end());
        } else if (row.line > headerLine) {
            head.rows.emplace_back(row.cells.begin(), row.cells.end());
        }
    }
    return {};
}

} // namespace

Result<SheetHead> readHead(const ByteSource& source, const Detection& detection, const CsvMapping* mapping)
{
    const Encoding encoding =
        mapping != nullptr ? mapping->encoding.value_or(detection.encoding) : detection.encoding;
    const auto text = headText(source, encoding);
    if (!text) {
        return failure(text.error());
    }
    SheetHead head{.lines = firstLines(*text), .header = {}, .rows = {}};
    if (!isMappedFormat(detection.format) && detection.headerLine == 0) {
        return head;
    }
    CsvDialect dialect = detection.dialect;
    std::size_t headerLine = std::max<std::size_t>(detection.headerLine, 1);
    if (mapping != nullptr) {
        dialect.separator = mapping->separator.value_or(dialect.separator);
        headerLine = mapping->headerLine > 0 ? mapping->headerLine : headerLine;
    }
    if (auto read = readTable(*text, dialect, headerLine, head); !read) {
        return failure(read.error());
    }
    return head;
}

bool isMappedFormat(std::string_view format)
{
    return format == "csv" || std::ranges::any_of(shippedMappings(), [&](const ShippedMapping& shipped) {
               return shipped.name == format;
           });
}

CsvMapping usualMapping(const Detection& detection, const SheetHead& head)
{
    const auto shipped = std::ranges::find(shippedMappings(), detection.format, &ShippedMapping::name);
    if (shipped != shippedMappings().end()) {
        if (auto mapping = parseMapping(shipped->json)) {
            return *mapping;
        }
    }
    Detection table = detection;
    table.header = head.header;
    return proposeMapping(table, head.rows);
}

} // namespace wherewithal::providers
