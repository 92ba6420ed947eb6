// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/Result.h"
#include "model/hardware/StepTimeTable.h"

#include <filesystem>
#include <string_view>

namespace wherewithal::providers {

/// Reads a table of step times: columns op, group, from, to, ms; group is empty for operators that have none.
///
/// A table with a hole is of no use, so the first bad row is the error: `where` is "table:LINE:COLUMN".
[[nodiscard]] model::Result<model::StepTimeTable> readStepTimeTable(std::string_view text);

/// The same from a file.
[[nodiscard]] model::Result<model::StepTimeTable> loadStepTimeTable(const std::filesystem::path& path);

} // namespace wherewithal::providers
