// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/import/prices/ByteSource.h"

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace wherewithal::providers {

/// A file of an archive: its path in there, and its bytes.
using ArchiveFile = std::pair<std::string, std::shared_ptr<ByteSource>>;

/// True for the files of an Excel workbook (Office Open XML).
[[nodiscard]] bool isWorkbook(const std::vector<ArchiveFile>& files);

/// The worksheet of this name, or the first that holds a table (two rows of two cells), as a source of CSV
/// text: comma, quotes, UTF-8, line n of it is row n of the sheet.
///
/// Numbers are the shortest that mean the stored double, dates become YYYY-MM-DD, formulas their last value,
/// errors their text. InvalidSyntax for damaged XML, UnsupportedFormat for a document type declaration and
/// for a workbook without such a sheet, TooLarge beyond the limits of Excel itself.
/// NotFound, naming those that are there, for a worksheet of another name.
[[nodiscard]] model::Result<std::shared_ptr<ByteSource>>
worksheetSource(const std::vector<ArchiveFile>& files, std::string fileName, const std::string& wanted = {});

/// Which worksheet a source reads, and what else its workbook holds.
struct Worksheets
{
    std::string read;
    std::vector<std::string> tables; ///< names of all that hold a table, in order of the workbook
};
/// Nothing for a source that is no worksheet.
[[nodiscard]] std::optional<Worksheets> worksheetsOf(const ByteSource& source);

} // namespace wherewithal::providers
