// SPDX-License-Identifier: GPL-3.0-or-later
#include "FuzzPriceSheet.h"
#include "providers/import/prices/CsvMapping.h"

/// The first byte picks a format (0: detect); the rest is the file. Covers the readers without a target of
/// their own.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0) {
        return 0;
    }
    const auto formats = wherewithal::providers::formats();
    const std::size_t index = data[0];
    const std::string format =
        index == 0 || index > formats.size() ? std::string() : std::string(formats[index - 1].name);
    wherewithal::testing::importBytes(data + 1, size - 1, format.c_str());
    (void)wherewithal::providers::parseMapping({reinterpret_cast<const char*>(data), size});
    return 0;
}
