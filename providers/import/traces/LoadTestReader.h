// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/Result.h"
#include "model/workload/Workload.h"
#include "providers/import/traces/RequestTraceReader.h"

#include <cstdint>
#include <filesystem>
#include <string_view>
#include <vector>

namespace wherewithal::providers {

/// The good points of a load test, and what became of the other rows.
struct LoadTestImport
{
    std::vector<model::MeasuredPoint> points; ///< in order of concurrency
    std::uint64_t rowsRead = 0;
    std::vector<TraceIssue> issues;
};

/// Reads a table of load-test points, from a file or pasted: comma, semicolon or tab between cells, a decimal
/// comma where commas do not separate. With a header the columns are found by their names (concurrency,
/// users, clients ...; throughput, rps, requests_per_second ...; p95 in seconds, p95_ms in milliseconds);
/// without one they are concurrency, requests a second and, if there is a third, the 95th percentile in
/// seconds.
///
/// MissingField for a header without one of the first two, InvalidSyntax if no row is good.
[[nodiscard]] model::Result<LoadTestImport> readLoadTest(std::string_view text);

/// The same from a file.
[[nodiscard]] model::Result<LoadTestImport> loadLoadTest(const std::filesystem::path& path);

} // namespace wherewithal::providers
