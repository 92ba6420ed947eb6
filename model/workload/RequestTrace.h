// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace wherewithal::model {

/// One request to a language model, as a trace states it.
struct TraceRequest
{
    double arrivedAtSeconds = 0.0;  ///< from the start of the trace
    std::int32_t prefillTokens = 1; ///< prompt, >= 1
    std::int32_t decodeTokens = 0;  ///< answer, >= 0; the first one appears when the prompt is done
    /// Leading tokens of the prompt that an earlier request of the trace had too; 0 if the trace does not
    /// tell.
    std::int32_t sharedPrefixTokens = 0;

    bool operator==(const TraceRequest&) const = default;
};

/// Requests in order of arrival.
struct RequestTrace
{
    std::vector<TraceRequest> requests;
    std::string format;          ///< which columns were recognised, e.g. "azure-llm"
    bool hasArrivalTimes = true; ///< false for files that state lengths only: every arrival is 0

    bool operator==(const RequestTrace&) const = default;
};

/// Limits that no real request reaches; a row beyond them is refused.
inline constexpr std::int32_t kMaxTokensPerRequest = 16'777'216;
inline constexpr double kMaxTraceSeconds = 1.0e9;

} // namespace wherewithal::model
