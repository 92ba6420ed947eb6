// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/Result.h"
#include "model/workload/RequestTrace.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace wherewithal::providers {

/// Why a row of a trace was not taken.
struct TraceIssue
{
    model::ErrorCode code{};
    std::uint64_t line = 0; ///< from 1
    std::string column;     ///< empty: the whole row
    std::string raw;        ///< text as found, shortened
    std::string message;
    std::string hint;

    bool operator==(const TraceIssue&) const = default;
};

/// The good rows of a trace, and what became of the others.
struct TraceImport
{
    model::RequestTrace trace;
    std::uint64_t rowsRead = 0; ///< data rows, good and bad
    std::uint64_t rowsRejected = 0;
    bool wasSorted = true;          ///< false: the rows were put in order of arrival
    std::vector<TraceIssue> issues; ///< the first kMaxTraceIssues of the rejected rows
};

inline constexpr std::size_t kMaxTraceIssues = 1000;

/// Reads a request trace; the header or the first brace tells which kind it is:
///
/// - `arrived_at` [s], `prefill_tokens`, `decode_tokens`, in any order, further columns ignored;
/// - `TIMESTAMP`, `ContextTokens`, `GeneratedTokens` (Azure LLM inference traces); the first row becomes
/// second 0;
/// - JSON lines with `timestamp` [ms], `input_length`, `output_length` (Mooncake);
/// - `num_prefill_tokens`, `num_decode_tokens` without times (length lists): every arrival is 0.
///
/// UnsupportedFormat if it is none of these, MissingField if a column is absent, InvalidSyntax if no row is
/// good.
[[nodiscard]] model::Result<TraceImport> readRequestTrace(std::string_view text);

/// The same from a file.
[[nodiscard]] model::Result<TraceImport> loadRequestTrace(const std::filesystem::path& path);

} // namespace wherewithal::providers
