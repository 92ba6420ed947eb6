// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/import/prices/CsvMapping.h"
#include "providers/import/prices/Detect.h"
#include "providers/import/prices/PriceSheet.h"
#include "providers/import/prices/SheetChanges.h"
#include "providers/store/CatalogueStore.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace wherewithal::app {

/// What is to be imported, and what the user set by hand. Empty parts are found in the file.
struct ImportRequest
{
    std::vector<std::string> paths; ///< files and folders that make up one sheet
    std::string format;
    std::string currency;  ///< of files that name none
    std::string provider;  ///< of tables that name none
    std::string worksheet; ///< of a workbook; empty: the first with a table
    std::string day;       ///< of the sheet, "YYYY-MM-DD"; empty: as in the file
    std::optional<providers::CsvMapping> mapping;

    bool operator==(const ImportRequest&) const = default;
};

struct SheetFile
{
    std::string name;
    std::uint64_t bytes = 0; ///< as it lies on the disk

    bool operator==(const SheetFile&) const = default;
};

/// What the files seem to be.
struct SheetFinding
{
    std::vector<SheetFile> files;
    providers::Detection detection;
    std::string formatTitle;        ///< for people
    std::string advice;             ///< of a file that is recognisably something else: what to fetch instead
    providers::CsvMapping proposed; ///< of tables: the best guess, or the shipped one
    bool isTable = false;           ///< a mapping says what its columns mean
    std::vector<std::vector<std::string>> rows; ///< of tables: the first rows below the header
    std::vector<std::string> head;              ///< the first lines as they are written
    std::string worksheet;                      ///< of a workbook: the one that is read
    std::vector<std::string> worksheets;        ///< of a workbook: those that hold a table

    [[nodiscard]] bool isRefused() const { return !advice.empty() || detection.format == "unknown"; }
};

/// An offer as it would be stored.
struct PreviewRow
{
    std::uint64_t line = 0;
    std::size_t parts = 1; ///< rows of the file that made it up
    providers::PriceRow row;

    bool operator==(const PreviewRow&) const = default;
};

struct ImportPreview
{
    providers::PriceSheet sheet;
    std::vector<PreviewRow> rows;
    bool isWhole = false;                ///< the file has no more than these
    std::optional<model::Error> failure; ///< why the rest could not be read; rows before it are kept
    std::optional<providers::RowIssue> firstIssue; ///< why the first row left out was; of a file read whole
};

/// Of a reading under way.
struct ImportProgress
{
    std::uint64_t bytesRead = 0;
    std::optional<std::uint64_t> bytesTotal; ///< absent: packed files, whose size is not known before
    std::uint64_t offers = 0;
    double seconds = 0.0;

    bool operator==(const ImportProgress&) const = default;
};
using OnProgress = std::function<void(const ImportProgress&)>;

/// What an import would do.
struct ImportCheck
{
    providers::ImportOutcome outcome;
    std::string sheetName; ///< under which it would be kept
    bool isKnown = false;  ///< the catalogue holds a sheet of this name
    std::string against;   ///< name of the sheet compared with; empty: there is none of its kind
    providers::ChangeSummary changes;
    double seconds = 0.0;
};

/// What an import did.
struct ImportDone
{
    providers::ImportOutcome outcome;
    std::string sheetName;
    providers::SheetOutcome stored;
    double seconds = 0.0;
};

/// A mapping that can be used again.
struct SavedMapping
{
    std::string name;
    bool isShipped = false;
    providers::CsvMapping mapping;
};

} // namespace wherewithal::app
