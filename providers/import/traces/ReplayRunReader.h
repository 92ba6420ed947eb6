// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/Result.h"
#include "model/workload/ReplayRun.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace wherewithal::providers {

/// A run file as read.
struct ReplayRunImport
{
    model::ReplayRun run;
    std::vector<std::string> unknownKeys; ///< of the file, in order; no part of the run, to be shown
};

/// Reads a run file: one flat JSON object, keys in the folder's README; also the keys of the Vidur reference
/// runs, whose scheduler `vllm` is prefill-first. A key that is absent or null stays unstated.
[[nodiscard]] model::Result<ReplayRunImport> readReplayRun(std::string_view text);

/// The same from a file.
[[nodiscard]] model::Result<ReplayRunImport> loadReplayRun(const std::filesystem::path& path);

/// A path named in a run file: taken from the file's own folder, else from that folder's parent.
///
/// NotFound if it lies in neither.
[[nodiscard]] model::Result<std::filesystem::path> resolvedRunPath(const std::filesystem::path& runFile,
                                                                   const std::string& path);

/// "v1", "prefill-first" (also "vllm"), "sarathi".
[[nodiscard]] model::Result<model::BatchScheduler> parseBatchScheduler(std::string_view text);

} // namespace wherewithal::providers
