// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/Result.h"
#include "model/workload/ReplayRun.h"
#include "model/workload/RequestTrace.h"
#include "providers/import/traces/ReplayRunReader.h"
#include "providers/import/traces/RequestTraceReader.h"
#include "providers/import/traces/StepTimeTableReader.h"
#include "simulator/throughput/replay/ReplaySettings.h"
#include "simulator/throughput/replay/RunSettings.h"
#include "simulator/throughput/replay/TableStepTimer.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

/// The reference runs that may lie beside the project, for tests and benchmarks.
namespace wherewithal::tests {

/// The shared data folder: beside the sources, or where WHEREWITHAL_SHARED_DATA says. May not exist.
inline std::filesystem::path sharedData()
{
    const char* const given =
        std::getenv("WHEREWITHAL_SHARED_DATA"); // NOLINT(concurrency-mt-unsafe): one thread
    return given != nullptr ? std::filesystem::path(given)
                            : std::filesystem::path(WHEREWITHAL_SOURCE_DIR) / ".." / "shared" / "data";
}

/// All that a replay of a run file needs.
struct LoadedRun
{
    std::string name;
    model::ReplayRun run;
    model::RequestTrace trace;
    simulator::ReplaySettings settings;
    simulator::TableStepTimer timer;
};

inline model::Result<LoadedRun> loadRun(const std::filesystem::path& file)
{
    auto import = providers::loadReplayRun(file);
    if (!import) {
        return model::failure(import.error());
    }
    const auto tracePath = providers::resolvedRunPath(file, import->run.tracePath);
    const auto tablePath = providers::resolvedRunPath(file, import->run.stepTimesPath);
    if (!tracePath || !tablePath) {
        return model::failure(tracePath ? tablePath.error() : tracePath.error());
    }
    auto trace = providers::loadRequestTrace(*tracePath);
    const auto table = providers::loadStepTimeTable(*tablePath);
    if (!trace || !table) {
        return model::failure(trace ? table.error() : trace.error());
    }
    const auto settings = simulator::replaySettingsOf(import->run);
    const auto plan = simulator::layerPlanOf(import->run);
    if (!settings || !plan) {
        return model::failure(settings ? plan.error() : settings.error());
    }
    auto timer = simulator::TableStepTimer::create(*table, *plan);
    if (!timer) {
        return model::failure(timer.error());
    }
    return LoadedRun{.name = import->run.name,
                     .run = import->run,
                     .trace = std::move(trace->trace),
                     .settings = *settings,
                     .timer = *std::move(timer)};
}

/// Run files of the reference, in order of name; none if the folder is absent.
inline std::vector<std::filesystem::path> referenceRunFiles()
{
    std::vector<std::filesystem::path> files;
    std::error_code absent;
    const std::filesystem::path folder = sharedData() / "llm-reference" / "runs";
    for (const auto& entry : std::filesystem::directory_iterator(folder, absent)) {
        if (entry.path().string().ends_with(".config.json")) {
            files.push_back(entry.path());
        }
    }
    std::ranges::sort(files);
    return files;
}

} // namespace wherewithal::tests
