// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <concepts>
#include <cstdint>

namespace wherewithal::simulator {

/// Past tokens of a prompt part are rounded up to this many before they are summed, as the measured tables
/// want it.
inline constexpr std::int64_t kContextGranularityTokens = 64;

/// What one iteration computes, as sums over its sequences: all that a step time may depend on.
struct StepBatch
{
    std::int64_t decodeSequences = 0;
    std::int64_t decodeContextTokens = 0;      ///< sum of tokens already processed, before this step
    std::int64_t prefillSequences = 0;         ///< whole or partial prompts
    std::int64_t prefillTokens = 0;            ///< sum of chunks
    std::int64_t prefillTokensSquared = 0;     ///< sum of chunk^2
    std::int64_t prefillPastTokens = 0;        ///< sum of tokens already cached before the chunk
    std::int64_t prefillPastRoundedTokens = 0; ///< the same, each rounded up to kContextGranularityTokens
    std::int64_t prefillTokenPairs = 0; ///< sum of chunk * past: attention of new tokens to cached ones
    std::int64_t outputTokens = 0; ///< decodes plus prompts that end here: rows of the language-model head

    [[nodiscard]] std::int64_t tokens() const { return decodeSequences + prefillTokens; }
    [[nodiscard]] std::int64_t sequences() const { return decodeSequences + prefillSequences; }

    void addDecode(std::int64_t context)
    {
        ++decodeSequences;
        ++outputTokens;
        decodeContextTokens += context;
    }

    void addPrefill(std::int64_t past, std::int64_t chunk, bool isLast)
    {
        ++prefillSequences;
        prefillTokens += chunk;
        prefillTokensSquared += chunk * chunk;
        prefillPastTokens += past;
        prefillPastRoundedTokens +=
            (past + kContextGranularityTokens - 1) / kContextGranularityTokens * kContextGranularityTokens;
        prefillTokenPairs += chunk * past;
        outputTokens += isLast ? 1 : 0;
    }

    bool operator==(const StepBatch&) const = default;
};

/// Tells how long an iteration takes. A pure function of the batch: the same batch, the same seconds.
///
/// stepSeconds() is the time of one pipeline stage (of the whole model if there is just one stage).
template <typename T>
concept StepTimer = requires(const T& timer, const StepBatch& batch) {
    { timer.stepSeconds(batch) } -> std::convertible_to<double>;
};

/// A timer that also knows what it takes to hand a batch to the next pipeline stage.
template <typename T>
concept HandOverTimer = StepTimer<T> && requires(const T& timer, const StepBatch& batch) {
    { timer.handOverSeconds(batch) } -> std::convertible_to<double>;
};

} // namespace wherewithal::simulator
