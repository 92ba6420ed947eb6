// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/import/prices/Detect.h"
#include "providers/import/prices/ImportRun.h"
#include "providers/import/prices/JsonCutter.h"

#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace wherewithal::providers {

/// Rows of a CSV whose columns are known by name. Counts rows, rejects ragged and broken ones.
class SheetTable
{
public:
    /// `handle` is called for each good row.
    [[nodiscard]] static model::Result<void>
    read(const ByteSource& source,
         const Detection& detection,
         ImportRun& run,
         const std::function<model::Result<void>(const SheetTable&)>& handle);

    /// The cell under the first of these column names (columnKey, or the English part in brackets) that
    /// exists.
    [[nodiscard]] std::string_view cell(std::initializer_list<std::string_view> names) const;
    [[nodiscard]] std::string_view cell(std::string_view name) const { return cell({name}); }
    [[nodiscard]] bool has(std::string_view name) const { return m_columns.contains(name); }
    /// The header cell of a column; empty if absent.
    [[nodiscard]] std::string_view header(std::string_view name) const;
    [[nodiscard]] std::uint64_t line() const { return m_row.line; }

private:
    std::map<std::string, std::size_t, std::less<>> m_columns;
    std::vector<std::string> m_header;
    CsvTextRow m_row;
};

/// The name of a column without signs and case: of "Kategorie (MeterCategory)" the English part,
/// metercategory.
[[nodiscard]] std::string headerKey(std::string_view cell);

using ElementHandler = std::function<model::Result<void>(
    const JsonElement&, const JsonCutter::Event&, const std::vector<std::string>& path)>;
using ScalarHandler = std::function<void(const std::vector<std::string>& path, std::string_view text)>;

/// Walks the elements of a JSON sheet; bad ones are rejected. Scalars on the way are given as plain text.
[[nodiscard]] model::Result<void> walkJson(const ByteSource& source,
                                           Encoding encoding,
                                           ImportRun& run,
                                           std::vector<JsonPath> rules,
                                           const ElementHandler& element,
                                           const ScalarHandler& scalar = {});

} // namespace wherewithal::providers
