// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/import/prices/Detect.h"
#include "providers/import/prices/ImportRun.h"

#include <filesystem>
#include <memory>
#include <stop_token>
#include <vector>

/// The way in: files to rows.
namespace wherewithal::providers {

using SheetSources = std::vector<std::shared_ptr<ByteSource>>;

/// The files of one sheet: a file, a worksheet of a workbook (empty: the first with a table; worksheetsOf
/// tells which), the parts of a zip, or all files of a folder in order of name.
[[nodiscard]] model::Result<SheetSources> sheetSources(const std::filesystem::path& path,
                                                       const SourceLimits& limits = {},
                                                       const std::string& worksheet = {});

/// What the first of the sources is.
[[nodiscard]] model::Result<Detection> detectSheet(const SheetSources& sources);

/// Reads the sources as one sheet and hands its rows to the sink.
///
/// UnsupportedFormat with advice for a file that is recognisably something else, or not recognised at all;
/// Cancelled within half a second of a stop request. Bad rows do not fail the import: they are issues of the
/// outcome.
[[nodiscard]] model::Result<ImportOutcome> importSheet(const SheetSources& sources,
                                                       const ImportOptions& options,
                                                       PriceSink& sink,
                                                       const std::stop_token& stop = {});

} // namespace wherewithal::providers
