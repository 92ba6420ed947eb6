// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/import/models/Safetensors.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view bytes(
        reinterpret_cast<const char*>(data),
        size); // NOLINT(cppcoreguidelines-pro-type-reinterpret-cast): the fuzzer's bytes
    static_cast<void>(wherewithal::providers::readSafetensorsHeader(bytes, size));
    static_cast<void>(wherewithal::providers::readSafetensorsIndex(bytes));
    return 0;
}
