// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/Result.h"
#include "model/explain/Traced.h"
#include "model/workload/LlmArchitecture.h"

#include <string>

/// How many numbers a transformer holds, reads and multiplies. Symbols as in the folder's README.
namespace wherewithal::simulator {

/// The architecture as Numbers: with Traced each is a leaf that names the config it was read from.
template <model::Number N>
struct LlmShape
{
    N hidden{};              ///< [h]
    N layers{};              ///< [L]
    N queryHeads{};          ///< [q]
    N keyValueHeads{};       ///< [kv]
    N headSize{};            ///< [d]
    N intermediate{};        ///< [I]
    N feedForwardMatrices{}; ///< 3 gated, 2 not
    N vocabulary{};          ///< [V]
    N context{};
    N experts{};            ///< [E]
    N expertsPerToken{};    ///< [k]
    N expertIntermediate{}; ///< [I_e]
    N sharedExperts{};
    N sparseLayers{}; ///< layers with experts
    N denseLayers{};  ///< layers without
    N keyValueRank{}; ///< [r]
    N queryRank{};    ///< [r_q]
    N plainSize{};    ///< [n]
    N rotarySize{};   ///< [p]
    N valueSize{};    ///< [v]
    N slidingWindow{};
    N slidingLayers{};
};

/// Parameters by group; all layers together unless a name says otherwise.
template <model::Number N>
struct LlmCounts
{
    N embedding{}; ///< input embedding (and the head, if tied), with learned positions
    N head{};      ///< output projection; 0 if tied
    N attention{};
    N denseFeedForward{}; ///< dense layers
    N experts{};          ///< routed experts, all of them
    N activeExperts{};    ///< routed experts that one token visits
    N sharedExperts{};
    N router{};
    N norms{};
    N total{};
    /// Read for one token: the experts it visits, without the input embedding unless it is also the head.
    N active{};
    N cacheElementsPerToken{}; ///< keys and values of all layers, before any sliding window fills
    N flopsPerToken{};         ///< forward pass, matrix products only: 2 x active
};

/// UnknownName for a family that is not in the table, MissingField for a dimension that is not given.
[[nodiscard]] model::Result<void> checkArchitecture(const model::LlmArchitecture& architecture);

template <model::Number N>
[[nodiscard]] LlmShape<N> shapeOf(const model::LlmArchitecture& architecture, const std::string& origin = {});

/// Exact parameter counts of a checked architecture.
///
/// @source reference formulas by family, equal to the published counts of twelve models (tst_LlmCounts)
template <model::Number N>
[[nodiscard]] LlmCounts<N> countLlm(const model::LlmArchitecture& architecture, const LlmShape<N>& shape);

/// Bytes of the weights at a precision.
///
/// Below 16 bits the embeddings, head, norms and router stay in BF16 (for families whose 4-bit checkpoints
/// quantise the experts only, all but the experts), and the scales of 4-bit blocks are counted. If the
/// precision is the stored one and the architecture carries exact bytes, those are returned.
template <model::Number N>
[[nodiscard]] N weightsBytes(const model::LlmArchitecture& architecture,
                             const LlmCounts<N>& counts,
                             model::Precision precision,
                             const std::string& origin = {});

/// Bytes of one quantised weight with its share of block scales: 0.53125 for FP4 (one byte per 32), 0.515625
/// for INT4 (two bytes per 128), else the plain width.
[[nodiscard]] double bytesPerWeight(model::Precision precision);

extern template LlmShape<double> shapeOf(const model::LlmArchitecture&, const std::string&);
extern template LlmShape<model::Traced> shapeOf(const model::LlmArchitecture&, const std::string&);
extern template LlmCounts<double> countLlm(const model::LlmArchitecture&, const LlmShape<double>&);
extern template LlmCounts<model::Traced> countLlm(const model::LlmArchitecture&,
                                                  const LlmShape<model::Traced>&);
extern template double
weightsBytes(const model::LlmArchitecture&, const LlmCounts<double>&, model::Precision, const std::string&);
extern template model::Traced weightsBytes(const model::LlmArchitecture&,
                                           const LlmCounts<model::Traced>&,
                                           model::Precision,
                                           const std::string&);

} // namespace wherewithal::simulator
