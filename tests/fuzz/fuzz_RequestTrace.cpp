// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/import/traces/RequestTraceReader.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

// NOLINTNEXTLINE(readability-identifier-naming): the name libFuzzer calls
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): bytes as characters
    (void)wherewithal::providers::readRequestTrace(
        std::string_view(reinterpret_cast<const char*>(data), size));
    return 0;
}
