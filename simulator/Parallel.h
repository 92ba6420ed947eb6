// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <tbb/info.h>
#include <tbb/task_arena.h>

namespace wherewithal::simulator {

/// Where loops of this layer run: `threads` of them, 0 for all cores. More threads than cores would only wait
/// for each other. No result depends on the number.
[[nodiscard]] inline tbb::task_arena arenaFor(unsigned threads)
{
    const int cores = tbb::info::default_concurrency();
    return tbb::task_arena(threads == 0 ? cores : std::min(cores, static_cast<int>(threads)));
}

} // namespace wherewithal::simulator
