// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/explain/Traced.h"
#include "simulator/throughput/DeviceModel.h"
#include "simulator/throughput/EngineProfile.h"
#include "simulator/throughput/LlmCounts.h"

/// Time of one engine step (iteration) of a language model on T devices, by operator group.
namespace wherewithal::simulator {

/// What one step works on. Fractions are fine: the closed form uses means.
template <model::Number N>
struct StepLoad
{
    N tokens{};               ///< prefill and decode tokens together
    N decodeSequences{};      ///< sequences that produce one token each
    N cacheTokens{};          ///< sum over them of the tokens in their cache
    N cacheTokensWindowed{};  ///< the same with each cut at the sliding window
    N prefillTokens{};        ///< prompt tokens of the step
    N prefillPairs{};         ///< sum over chunks of chunk x past + chunk^2 / 2
    N prefillPairsWindowed{}; ///< the same with a token's past cut at the sliding window
    N logitRows{};            ///< decoding sequences and prompts that end in this step
};

/// Seconds by operator group, all layers, and their sum.
template <model::Number N>
struct StepTime
{
    N matrices{};
    N attention{};
    N communication{};
    N small{};
    N head{};
    N engine{};
    N total{};
    double arithmeticShare =
        0.0; ///< of the matrix products' time, as if nothing overlapped: above one half, arithmetic binds
};

/// How the model is cut and stored.
struct LlmLayout
{
    model::Precision weightPrecision = model::Precision::Bf16;
    model::Precision cachePrecision = model::Precision::Bf16;
    int tensorParallel = 1;
    int pipelineParallel = 1;
    /// Experts are dealt out over the T devices instead of being cut, and each device serves requests of its
    /// own in the other layers (attention data parallel): what is not an expert is kept T times.
    bool isExpertParallel = false;
};

/// What products in one number format reach on a device.
template <model::Number N>
struct MatrixRates
{
    N peak{}; ///< reached arithmetic, FLOP/s
    N bandwidthShare{};
    N sharpness{};
};

/// Rates for weights of a precision: 8 and 4 bits, and plain FP32, count only where the device computes in
/// them.
template <model::Number N>
[[nodiscard]] MatrixRates<N> matrixRates(const DeviceModel<N>& device, model::Precision precision)
{
    using model::Precision;
    const auto at = [&](const N& peak) {
        return MatrixRates<N>{peak, device.bandwidthShare, device.sharpness};
    };
    if (precision == Precision::Fp8 && device.peakFp8) {
        return {*device.peakFp8 * device.computeShareFp8, device.bandwidthShareFp8, device.sharpnessFp8};
    }
    if (precision == Precision::Int8 && device.peakInt8) {
        return at(*device.peakInt8 * device.computeShareInt8);
    }
    if (precision == Precision::Fp4 && device.peak4) {
        return at(*device.peak4 * device.computeShare4);
    }
    if (precision == Precision::Fp32 && device.peak32) {
        return at(*device.peak32 * device.computeShare16);
    }
    if (precision == Precision::Tf32 && device.peakTf32) {
        return at(*device.peakTf32 * device.computeShare16);
    }
    return at(device.peak16 * device.computeShare16);
}

/// Seconds of one matrix product (or any streaming kernel): a smooth maximum of its arithmetic and its memory
/// traffic, and a start.
template <model::Number N>
[[nodiscard]] N
kernelSeconds(const DeviceModel<N>& device, const N& flops, const N& bytes, const MatrixRates<N>& rates)
{
    const N arithmetic = flops / rates.peak;
    const N memory = bytes / (device.bandwidth * rates.bandwidthShare);
    const N smooth =
        model::power(model::power(arithmetic, rates.sharpness) + model::power(memory, rates.sharpness),
                     N(1.0) / rates.sharpness);
    return smooth + device.startSeconds;
}

/// Prepared once for a model on a device, then asked for many steps. Copyable; holds no reference.
template <model::Number N>
class LlmRoofline
{
public:
    LlmRoofline(const model::LlmArchitecture& architecture,
                const LlmShape<N>& shape,
                const DeviceModel<N>& device,
                const LlmLayout& layout,
                const EngineProfile& profile);

    [[nodiscard]] StepTime<N> step(const StepLoad<N>& load) const;

    /// Parts of step() that depend on the number of tokens alone: matrices, communication, norms.
    [[nodiscard]] N tokenSeconds(const N& tokens) const;
    /// The output head, by rows that need logits.
    [[nodiscard]] N headSeconds(const N& rows) const;
    /// Decode and prefill attention of all layers.
    [[nodiscard]] N attentionSeconds(const StepLoad<N>& load) const;
    [[nodiscard]] N engineSeconds(const N& decodeSequences) const;
    /// Once per request, before its first token.
    [[nodiscard]] const N& requestSeconds() const { return m_secondsPerRequest; }
    [[nodiscard]] const LlmLayout& layout() const { return m_layout; }
    /// The sliding window in tokens; 0 if there is none.
    [[nodiscard]] double slidingWindow() const
    {
        return m_hasWindow ? model::valueOf(m_shape.slidingWindow) : 0.0;
    }

private:
    struct Part
    {
        N seconds{};
        double arithmetic = 0.0; ///< seconds of arithmetic alone
        double memory = 0.0;     ///< seconds of memory traffic alone
    };
    struct Matrix ///< of one layer and device: inputs x outputs
    {
        N inputs{};
        N outputs{};
    };

    [[nodiscard]] Part
    product(const N& tokens, const Matrix& matrix, const MatrixRates<N>& rates, double weightBytes) const;
    [[nodiscard]] Part combined(const N& flops, const N& bytes, const MatrixRates<N>& rates) const;
    [[nodiscard]] Part attentionProducts(const N& tokens) const;
    [[nodiscard]] Part denseFeedForward(const N& tokens) const;
    [[nodiscard]] Part expertFeedForward(const N& tokens) const;
    [[nodiscard]] N activationSeconds(const N& elements) const;
    [[nodiscard]] Part matrices(const N& tokens) const;
    [[nodiscard]] N smallSeconds(const N& tokens) const;
    [[nodiscard]] N communicationSeconds(const N& tokens) const;
    [[nodiscard]] N allToAllSeconds(const N& tokens) const;

    LlmShape<N> m_shape;
    DeviceModel<N> m_device;
    LlmLayout m_layout;
    bool m_hasLatentAttention = false;
    bool m_hasQueryRank = false;
    bool m_hasExperts = false;
    bool m_hasWindow = false;
    double m_split = 1.0;      ///< devices that one matrix outside the experts is cut into
    double m_tokenShare = 1.0; ///< of a step's tokens, what one device sees outside the experts
    double m_expertWeightBytes = 2.0;
    double m_otherWeightBytes = 2.0;
    double m_cacheBytes = 2.0;
    MatrixRates<N> m_expertRates;
    MatrixRates<N> m_otherRates;
    MatrixRates<N> m_headRates;
    N m_keyValueHeadsPerDevice{};
    N m_secondsPerStep{};
    N m_secondsPerSequence{};
    N m_secondsPerRequest{};
};

extern template class LlmRoofline<double>;
extern template class LlmRoofline<model::Traced>;

} // namespace wherewithal::simulator
