// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/import/prices/CsvMapping.h"
#include "providers/import/prices/Detect.h"

#include <string>
#include <vector>

namespace wherewithal::providers {

/// The beginning of a file, for people who decide what it is.
struct SheetHead
{
    std::vector<std::string> lines;             ///< as written, shortened; at most kHeadLines
    std::vector<std::string> header;            ///< of a table: cells of its header line
    std::vector<std::vector<std::string>> rows; ///< of a table: at most kHeadRows below the header
};

inline constexpr std::size_t kHeadLines = 40;
inline constexpr std::size_t kHeadRows = 200;

/// Reads the first bytes only. The mapping's encoding, separator and header line go before the detected ones.
[[nodiscard]] model::Result<SheetHead>
readHead(const ByteSource& source, const Detection& detection, const CsvMapping* mapping = nullptr);

/// True if a mapping says what the columns of this format mean.
[[nodiscard]] bool isMappedFormat(std::string_view format);

/// What import takes for a table without a mapping of the user: the shipped one, or the best guess.
[[nodiscard]] CsvMapping usualMapping(const Detection& detection, const SheetHead& head);

} // namespace wherewithal::providers
