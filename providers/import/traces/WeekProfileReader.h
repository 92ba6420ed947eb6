// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/Result.h"
#include "model/workload/Demand.h"

#include <filesystem>
#include <string_view>

namespace wherewithal::providers {

/// Reads the shape of a week, in one of these forms:
///
/// - 168 numbers, Monday 00:00 first, or seven rows of 24, with or without the name of the day before them;
/// - rows with a column of times ("2026-10-05 13:00", "2026-10-05T13:07:12Z") and, if there is one, a column
/// of
///   counts; without counts each row is one request (so a log or a trace with dates will do).
///
/// The greatest hour becomes 1; the profile is called "own". InvalidSyntax for anything else, OutOfRange for
/// a negative number or a week without any arrival, Inconsistent if the times do not cover every hour of a
/// week: what was not observed is not taken as quiet.
[[nodiscard]] model::Result<model::WeekProfile> readWeekProfile(std::string_view text);

/// The same from a file.
[[nodiscard]] model::Result<model::WeekProfile> loadWeekProfile(const std::filesystem::path& path);

} // namespace wherewithal::providers
