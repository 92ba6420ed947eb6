// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/json/PlanJson.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

/// Whatever is read is written, and what was written is read back to the same plan and written the same
/// again.
// NOLINTNEXTLINE(readability-identifier-naming): the name libFuzzer calls
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace wherewithal;
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): bytes as characters
    const auto document = providers::readPlan(std::string_view(reinterpret_cast<const char*>(data), size));
    if (!document) {
        return 0;
    }
    (void)model::validate(document->plan);
    (void)document->lineOf("workloads[0].demand");
    const std::string text = providers::writePlan(document->plan);
    const auto again = providers::readPlan(text);
    if (!document->hasErrors()
        && (!again || again->hasErrors() || providers::writePlan(again->plan) != text)) {
        std::abort();
    }
    return 0;
}
