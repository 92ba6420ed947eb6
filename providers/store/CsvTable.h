// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/Result.h"

#include <string>
#include <string_view>
#include <vector>

namespace wherewithal::providers {

/// A table of the catalogue's resources as text: header and rows, each as wide as the header.
struct CsvTable
{
    struct Row
    {
        std::size_t line = 0; ///< first line of the row, from 1
        std::vector<std::string> cells;
    };

    std::string name; ///< file name for messages
    std::vector<std::string> header;
    std::vector<Row> rows;
};

/// Reads RFC 4180 strictly: comma, LF, UTF-8, quotes only where they close, all rows as wide as the header.
///
/// This is the dialect of our own files, where a fault is an error. Foreign files are read by
/// providers/import.
[[nodiscard]] model::Result<CsvTable> parseCsvTable(std::string_view text, std::string name);

} // namespace wherewithal::providers
