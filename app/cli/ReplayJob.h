// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/CalibrationArgument.h"
#include "model/base/Result.h"
#include "model/catalogue/CatalogueSlice.h"
#include "model/workload/ReplayRun.h"
#include "model/workload/RequestTrace.h"
#include "simulator/throughput/replay/Replay.h"
#include "simulator/throughput/replay/RooflineStepTimer.h"
#include "simulator/throughput/replay/Saturation.h"
#include "simulator/throughput/replay/TableStepTimer.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace wherewithal::app::cli {

/// Requests made up where no trace is given, or new arrivals for those of a trace.
struct SyntheticLoad
{
    std::optional<double> perSecond;
    double burstiness = 1.0;
    std::string
        profile; ///< by hour of the week, e.g. "office-hours"; perSecond is then that of the busiest hour
    std::optional<std::int32_t> inputTokens; ///< without a trace
    std::optional<std::int32_t> outputTokens;
    std::size_t requests = 0; ///< 0: as many as the trace has, or 2000
};

/// What a replay is asked to do: paths resolved, command line over run file.
struct ReplayRequest
{
    model::ReplayRun run;
    SyntheticLoad load;
    simulator::ReplayRouter router = simulator::ReplayRouter::RoundRobin;
    bool isExpertParallel = false;
    std::vector<model::CalibrationPoint> measured; ///< means over the replayed requests, to calibrate with
    std::string date;                              ///< of the calibration, YYYY-MM-DD; empty: unknown
};

/// A replay ready to run.
struct ReplayJob
{
    std::vector<model::TraceRequest> requests;
    simulator::ReplaySettings settings;
    std::variant<simulator::TableStepTimer, simulator::RooflineStepTimer> timer;
    int tensorParallel = 1;
    std::string stepTimes;                        ///< "table" or "roofline"
    bool hasDrawnArrivals = false;                ///< not those of a trace
    std::optional<CalibrationReport> calibration; ///< made of what was measured
    std::optional<model::Calibration> kept;       ///< of the plan, used if nothing was measured
    std::vector<model::Error>
        notes; ///< for the diagnostics: rows left out, keys not known, times extrapolated
};

/// Where device facts come from; called only if they are needed.
using DeviceSource = std::function<model::Result<model::CatalogueSlice>()>;

/// Reads a run file; its paths become those of existing files. Keys that nobody knows are noted.
[[nodiscard]] model::Result<model::ReplayRun> loadRun(const std::string& file,
                                                      std::vector<model::Error>& notes);

/// Reads what the request names and makes a job of it.
[[nodiscard]] model::Result<ReplayJob> prepareReplay(const ReplayRequest& request,
                                                     const DeviceSource& devices);

} // namespace wherewithal::app::cli
