// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/Result.h"
#include "model/plan/Assumptions.h"
#include "model/workload/Workload.h"
#include "simulator/throughput/Capacity.h"
#include "simulator/throughput/LlmRoofline.h"

#include <optional>

/// One replica of a language model in memory, and what it does at a given batch.
namespace wherewithal::simulator {

/// Tokens of a mean request.
template <model::Number N>
struct LlmLengths
{
    N input{};
    N output{};
    N prefill{}; ///< of the input, what no prefix cache holds
};

/// Speculative decoding as stated factors: a cheap draft proposes tokens, the model checks them in one pass.
///
/// Tokens of one pass, each proposal accepted independently: (1 - a^(g + 1)) / (1 - a) for g proposals and
/// acceptance a; the pass computes g + 1 tokens of each sequence and is longer by the draft's share of it.
///
/// @source Leviathan, Kalman, Matias: Fast Inference from Transformers via Speculative Decoding, 2023, eq. 1
struct LlmSpeculation
{
    int draftedTokens = 0;   ///< g, >= 1
    double acceptance = 0.0; ///< a, 0 to below 1
    double draftShare = 0.0; ///< time of one proposal over that of a pass; >= 0

    [[nodiscard]] double tokensPerPass() const;

    bool operator==(const LlmSpeculation&) const = default;
};

/// A model placed on T x P devices.
template <model::Number N>
struct LlmReplica
{
    LlmLayout layout;
    LlmCounts<N> counts;
    N weightsBytes{};       ///< of the whole replica
    N cacheBytes{};         ///< left for keys and values, of the whole replica
    N cacheBytesPerToken{}; ///< with heads repeated where T exceeds their number, before any window fills
    N cacheTokens{};        ///< whole blocks of 16
    N concurrency{};        ///< sequences of full length that fit
    N batchCap{};           ///< sequences decoded together: memory at mean fill, and the engine's own cap
    N stepTokens{};         ///< token budget of one step
    LlmRoofline<N> roofline;
    double errorSigma = 0.0;
    std::optional<LlmSpeculation> speculation;
    [[nodiscard]] int devices() const { return layout.tensorParallel * layout.pipelineParallel; }
};

/// What a calibration found: how far the standard constants are from the user's measurements.
struct LlmTuning
{
    double computeFactor = 1.0;           ///< on every share of peak arithmetic
    double bandwidthFactor = 1.0;         ///< on every share of memory bandwidth
    std::optional<double> secondsPerStep; ///< in the place of the engine profile's

    bool operator==(const LlmTuning&) const = default;
};

/// What to place, and how; the serving says whether experts are dealt out and tokens speculated. Zero tensor
/// parallel means the smallest power of two that fits.
struct LlmPlacement
{
    const model::LlmServing* serving = nullptr; ///< never null
    HostShape host;
    int tensorParallel = 0;
    int pipelineParallel = 1;
    LlmTuning tuning = {};
};

/// The factors at their medians; nothing if the serving does not speculate.
[[nodiscard]] std::optional<LlmSpeculation> speculationOf(const model::LlmServing& serving);

template <model::Number N>
[[nodiscard]] LlmLengths<N> lengthsOf(const model::LlmServing& serving, const ThroughputDraw& draw);

/// Memory of the replica. DoesNotFit says which bytes do not fit and how many there are.
template <model::Number N>
[[nodiscard]] model::Result<LlmReplica<N>>
placeLlm(const LlmPlacement& placement, const model::Assumptions& assumptions, const LlmLengths<N>& lengths);

/// Steady continuous batching with `batch` sequences in flight: every step decodes them all and takes in as
/// much prefill as requests complete, within the token budget of a step.
///
///   steps of a request S = max(O, B (prefill + O) / step budget)
///   requests/s = B / (S x step time with B prefill / S prefill and B O / S decode tokens)
template <model::Number N>
struct LlmPoint
{
    N batch{};
    N stepSeconds{};      ///< one mixed step
    N timePerToken{};     ///< mean, between tokens of one request
    N timeToFirstToken{}; ///< mean, without waiting for admission
    N endToEnd{};         ///< timeToFirstToken + (O - 1) x timePerToken
    N requestsPerSecond{};
    N prefillSeconds{}; ///< the whole prompt alone on an idle replica
    double arithmeticShare = 0.0;
};

template <model::Number N>
[[nodiscard]] LlmPoint<N>
saturatedPoint(const LlmReplica<N>& replica, const LlmLengths<N>& lengths, const N& batch);

/// The replica at an arrival rate below saturation: the batch that Little's law gives. Nothing if the rate is
/// at or above the stable one.
[[nodiscard]] std::optional<LlmPoint<double>>
pointAtRate(const LlmReplica<double>& replica, const LlmLengths<double>& lengths, double requestsPerSecond);

/// Time of a prompt alone on an idle replica, in chunks of the step budget.
template <model::Number N>
[[nodiscard]] N prefillSeconds(const LlmReplica<N>& replica, const LlmLengths<N>& lengths);

/// A decode step of `batch` sequences at mean length, without prefill; with speculation one pass.
template <model::Number N>
[[nodiscard]] StepTime<N>
decodeStep(const LlmReplica<N>& replica, const LlmLengths<N>& lengths, const N& batch);

} // namespace wherewithal::simulator
