// SPDX-License-Identifier: GPL-3.0-or-later
#include "FuzzPriceSheet.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    wherewithal::testing::importBytes(data, size, "vultr");
    return 0;
}
