// SPDX-License-Identifier: GPL-3.0-or-later
// The dialect of the resources: a table as wide as its header, or an error with a place.
#include "providers/store/CsvTable.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size); // NOLINT: bytes
    const auto table = wherewithal::providers::parseCsvTable(text, "fuzz.csv");
    if (!table) {
        if (!table.error().where.starts_with("fuzz.csv")) {
            std::abort();
        }
        return 0;
    }
    for (const auto& row : table->rows) {
        if (row.cells.size() != table->header.size()) {
            std::abort();
        }
    }
    return 0;
}
