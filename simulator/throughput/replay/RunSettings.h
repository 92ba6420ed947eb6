// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/Result.h"
#include "model/workload/ReplayRun.h"
#include "simulator/throughput/replay/ReplaySettings.h"
#include "simulator/throughput/replay/TableStepTimer.h"

namespace wherewithal::simulator {

/// The same with what is open left open: key-value blocks 0 if not given, the default scheduler. Unchecked.
[[nodiscard]] ReplaySettings openSettingsOf(const model::ReplayRun& run);

/// The engine that a run file describes; what it leaves out gets the default of ReplaySettings.
///
/// MissingField without a scheduler or key-value blocks: neither has a sensible default.
[[nodiscard]] model::Result<ReplaySettings> replaySettingsOf(const model::ReplayRun& run);

/// How a table of step times of that run is to be read. MissingField without the layers.
[[nodiscard]] model::Result<LayerPlan> layerPlanOf(const model::ReplayRun& run);

} // namespace wherewithal::simulator
