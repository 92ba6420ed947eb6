// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/import/traces/StepTimeTableReader.h"
#include "simulator/throughput/replay/TableStepTimer.h"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

using namespace wherewithal;

/// Whatever is read and accepted as a timer gives finite times, inside the table and beyond.
// NOLINTNEXTLINE(readability-identifier-naming): the name libFuzzer calls
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): bytes as characters
    const auto table =
        providers::readStepTimeTable(std::string_view(reinterpret_cast<const char*>(data), size));
    if (!table) {
        return 0;
    }
    const auto timer = simulator::TableStepTimer::create(*table, {.layers = 2, .isGroupedQuery = true});
    if (!timer) {
        return 0;
    }
    for (const std::int64_t tokens : {1, 7, 64, 5000, 1'000'000}) {
        simulator::StepBatch batch;
        batch.addDecode(tokens);
        batch.addDecode(0);
        batch.addPrefill(tokens, tokens, true);
        const double seconds = timer->stepSeconds(batch);
        if (!std::isfinite(seconds) || seconds < 0.0) {
            std::abort();
        }
    }
    return 0;
}
