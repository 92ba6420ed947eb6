// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/throughput/LlmRoofline.h"

#include "model/workload/LlmFamily.h"

#include <algorithm>
#include <string>

namespace wherewithal::simulator {

using model::LlmArchitecture;
using model::maximum;
using model::named;
using model::Number;
using model::power;
using model::Precision;
using model::Traced;
using model::valueOf;

namespace {

constexpr double kActivationBytes = 2.0;     // BF16 between matrices
constexpr double kSmallBandwidthShare = 0.8; // of element-wise kernels

bool quantisesExpertsOnly(const LlmArchitecture& architecture)
{
    const model::LlmFamily* family = model::findLlmFamily(architecture.family);
    return family != nullptr && family->quantisesExpertsOnly;
}

} // namespace

template <Number N>
LlmRoofline<N>::LlmRoofline(const LlmArchitecture& architecture,
                            const LlmShape<N>& shape,
                            const DeviceModel<N>& device,
                            const LlmLayout& layout,
                            const EngineProfile& profile)
    : m_shape(shape)
    , m_device(device)
    , m_layout(layout)
    , m_hasLatentAttention(architecture.hasLatentAttention())
    , m_hasQueryRank(architecture.queryRank > 0)
    , m_hasExperts(architecture.isMixtureOfExperts())
    , m_hasWindow(architecture.slidingWindow > 0 && architecture.slidingLayerCount > 0)
    , m_expertWeightBytes(bytesPerWeight(layout.weightPrecision))
    , m_otherWeightBytes(m_expertWeightBytes)
    , m_cacheBytes(model::bytesPerNumber(layout.cachePrecision))
    , m_expertRates(matrixRates(device, layout.weightPrecision))
    , m_otherRates(m_expertRates)
    , m_headRates(matrixRates(device, Precision::Bf16))
{
    if (quantisesExpertsOnly(architecture) && m_expertWeightBytes < kActivationBytes) {
        m_otherWeightBytes = kActivationBytes;
        m_otherRates = m_headRates;
    }
    const double devices = layout.tensorParallel;
    m_split = layout.isExpertParallel ? 1.0 : devices;
    m_tokenShare = layout.isExpertParallel ? 1.0 / devices : 1.0;
    m_keyValueHeadsPerDevice = maximum(N(1.0), shape.keyValueHeads / N(m_split));
    m_secondsPerStep = model::leaf<N>(profile.secondsPerStep, [&] { return figureOf(profile); });
    m_secondsPerSequence = N(profile.secondsPerSequence);
    m_secondsPerRequest = model::leaf<N>(profile.secondsPerRequest, [&] { return requestFigureOf(profile); });
}

template <Number N>
typename LlmRoofline<N>::Part
LlmRoofline<N>::combined(const N& flops, const N& bytes, const MatrixRates<N>& rates) const
{
    return {.seconds = kernelSeconds(m_device, flops, bytes, rates),
            .arithmetic = valueOf(flops) / valueOf(rates.peak),
            .memory = valueOf(bytes) / (valueOf(m_device.bandwidth) * valueOf(rates.bandwidthShare))};
}

template <Number N>
typename LlmRoofline<N>::Part LlmRoofline<N>::product(const N& tokens,
                                                      const Matrix& matrix,
                                                      const MatrixRates<N>& rates,
                                                      double weightBytes) const
{
    const N flops = N(2.0) * tokens * matrix.inputs * matrix.outputs;
    const N bytes = N(weightBytes) * matrix.inputs * matrix.outputs
                    + N(kActivationBytes) * tokens * (matrix.inputs + matrix.outputs);
    return combined(flops, bytes, rates);
}

template <Number N>
typename LlmRoofline<N>::Part LlmRoofline<N>::attentionProducts(const N& tokens) const
{
    const N split(m_split);
    const LlmShape<N>& s = m_shape;
    Part sum;
    const auto add = [&](const N& inputs, const N& outputs) {
        const Part part = product(tokens, {inputs, outputs}, m_otherRates, m_otherWeightBytes);
        sum.seconds += part.seconds;
        sum.arithmetic += part.arithmetic;
        sum.memory += part.memory;
    };
    if (m_hasLatentAttention) {
        const N queryWidth = s.queryHeads * (s.plainSize + s.rotarySize) / split;
        if (m_hasQueryRank) {
            add(s.hidden, s.queryRank);
            add(s.queryRank, queryWidth);
        } else {
            add(s.hidden, queryWidth);
        }
        add(s.hidden, s.keyValueRank + s.rotarySize);
        add(s.keyValueRank, s.queryHeads * (s.plainSize + s.valueSize) / split);
        add(s.queryHeads * s.valueSize / split, s.hidden);
    } else {
        const N queryWidth = s.queryHeads * s.headSize / split;
        add(s.hidden, queryWidth + N(2.0) * m_keyValueHeadsPerDevice * s.headSize);
        add(queryWidth, s.hidden);
    }
    sum.seconds = named(sum.seconds,
                        "attention projections of one layer",
                        "s",
                        "sum over matrices of the smooth maximum of arithmetic and memory time, and start");
    return sum;
}

template <Number N>
typename LlmRoofline<N>::Part LlmRoofline<N>::denseFeedForward(const N& tokens) const
{
    const N inner = m_shape.intermediate / N(m_split);
    const Part up = product(tokens,
                            {m_shape.hidden, (m_shape.feedForwardMatrices - N(1.0)) * inner},
                            m_otherRates,
                            m_otherWeightBytes);
    const Part down = product(tokens, {inner, m_shape.hidden}, m_otherRates, m_otherWeightBytes);
    return {.seconds =
                named(up.seconds + down.seconds + activationSeconds(tokens * inner),
                      "dense feed-forward of one layer",
                      "s",
                      "smooth maximum of arithmetic and memory time, and start, up and down; activation"),
            .arithmetic = up.arithmetic + down.arithmetic,
            .memory = up.memory + down.memory};
}

/// The activation between the two products: reads what came up (two of the size if gated), writes one.
template <Number N>
N LlmRoofline<N>::activationSeconds(const N& elements) const
{
    return m_shape.feedForwardMatrices * N(kActivationBytes) * elements
               / (N(kSmallBandwidthShare) * m_device.bandwidth)
           + m_device.smallKernelSeconds;
}

/// Tokens choose their experts independently: E (1 - (1 - k/E)^n) distinct ones are read. Whether experts are
/// cut or dealt out, a device reads and multiplies 1/T of it all; router and shared experts see its own
/// tokens.
template <Number N>
typename LlmRoofline<N>::Part LlmRoofline<N>::expertFeedForward(const N& tokens) const
{
    const LlmShape<N>& s = m_shape;
    const N split(static_cast<double>(m_layout.tensorParallel));
    const N perExpert = s.feedForwardMatrices * s.hidden * s.expertIntermediate;
    const N distinct = named(s.experts * (N(1.0) - power(N(1.0) - s.expertsPerToken / s.experts, tokens)),
                             "distinct experts read",
                             "experts",
                             "E (1 - (1 - k / E)^tokens)");
    const N flops = N(2.0) * tokens * s.expertsPerToken * perExpert / split;
    const N bytes =
        distinct * perExpert * N(m_expertWeightBytes) / split
        + N(2.0 * kActivationBytes) * tokens * s.expertsPerToken * (s.hidden + s.expertIntermediate / split);
    Part part = combined(flops / m_device.expertShare, bytes / m_device.expertShare, m_expertRates);
    const N own = tokens * N(m_tokenShare);
    part.seconds += product(own, {s.hidden, s.experts}, m_headRates, kActivationBytes).seconds
                    + N(2.0) * m_device.startSeconds
                    + activationSeconds(tokens * s.expertsPerToken * s.expertIntermediate / split);
    if (valueOf(s.sharedExperts) > 0.0) {
        const N inner = s.sharedExperts * s.expertIntermediate / N(m_split);
        part.seconds +=
            product(own, {s.hidden, s.feedForwardMatrices * inner}, m_otherRates, m_otherWeightBytes).seconds;
    }
    part.seconds =
        named(part.seconds,
              "experts of one layer",
              "s",
              "smooth maximum of arithmetic and memory time of the experts read, router and shared experts");
    return part;
}

template <Number N>
N LlmRoofline<N>::attentionSeconds(const StepLoad<N>& load) const
{
    const LlmShape<N>& s = m_shape;
    const N split(m_split);
    const N share(m_tokenShare);
    const N rate = m_device.bandwidth * m_device.decodeAttentionShare;
    const N arithmeticRate = m_device.peak16 * m_device.prefillAttentionShare;
    const N sliding = m_hasWindow ? s.slidingLayers : N(0.0);
    const N cacheTokens =
        share * ((s.layers - sliding) * load.cacheTokens + sliding * load.cacheTokensWindowed);
    const N pairs = share * ((s.layers - sliding) * load.prefillPairs + sliding * load.prefillPairsWindowed);
    const N traffic = N(kActivationBytes) * s.layers * share * load.prefillTokens
                      / (m_device.bandwidth * m_device.prefillAttentionBandwidthShare);
    N decode{};
    N prefill{};
    if (m_hasLatentAttention) {
        // The compressed cache is read by every device; its arithmetic is shared among them.
        const N read = (s.keyValueRank + s.rotarySize) * N(m_cacheBytes) * cacheTokens / rate;
        const N work = N(2.0) * s.queryHeads / split * (N(2.0) * s.keyValueRank + s.rotarySize) * cacheTokens
                       / arithmeticRate;
        decode = maximum(read, work);
        const N perHead = N(2.0) * (s.plainSize + s.rotarySize + s.valueSize);
        prefill = s.queryHeads / split * perHead * (pairs / arithmeticRate + traffic);
    } else {
        decode = N(2.0) * m_keyValueHeadsPerDevice * s.headSize * N(m_cacheBytes) * cacheTokens / rate;
        prefill = N(4.0) * s.queryHeads / split * s.headSize * pairs / arithmeticRate
                  + N(2.0) * (s.queryHeads / split + m_keyValueHeadsPerDevice) * s.headSize * traffic;
    }
    N starts(0.0);
    if (valueOf(load.decodeSequences) > 0.0) {
        starts = s.layers * m_device.decodeAttentionStart;
    } else if (valueOf(load.prefillTokens) > 0.0) {
        starts = s.layers * m_device.prefillAttentionStart;
    }
    return named(decode, "decode attention", "s", "cache bytes read / (bandwidth x share)") + starts
           + named(prefill,
                   "prefill attention",
                   "s",
                   "4 q d x token pairs / (16-bit peak x share) + (q, k, v and output bytes) / (bandwidth x "
                   "share)");
}

/// One layer's way to the experts and back: a token goes to each other device that holds one of its k
/// experts, at most once; there in the precision the experts compute in, back in 16 bits.
template <Number N>
N LlmRoofline<N>::allToAllSeconds(const N& tokens) const
{
    const double devices = m_layout.tensorParallel;
    const double there = std::min(kActivationBytes, model::bytesPerNumber(m_layout.weightPrecision));
    const N copies = model::minimum(m_shape.expertsPerToken, N(devices));
    const N sent = tokens / N(devices) * copies * N((devices - 1.0) / devices) * m_shape.hidden
                   * N(there + kActivationBytes);
    return N(2.0) * m_device.allReduceStart + sent / (m_device.link * m_device.allReduceShare);
}

template <Number N>
N LlmRoofline<N>::communicationSeconds(const N& tokens) const
{
    N seconds(0.0);
    const double devices = m_layout.tensorParallel;
    const N message = tokens * m_shape.hidden * N(kActivationBytes);
    if (m_layout.tensorParallel > 1 && m_layout.isExpertParallel) {
        seconds += m_shape.sparseLayers * allToAllSeconds(tokens);
    } else if (m_layout.tensorParallel > 1) {
        const N one =
            m_device.allReduceStart
            + N(2.0 * (devices - 1.0) / devices) * message / (m_device.link * m_device.allReduceShare);
        seconds += N(2.0) * m_shape.layers * one;
    }
    if (m_layout.pipelineParallel > 1) {
        seconds += N(m_layout.pipelineParallel - 1.0) * message * N(m_tokenShare)
                   / (m_device.link * m_device.allReduceShare);
    }
    return named(seconds,
                 "communication",
                 "s",
                 m_layout.isExpertParallel
                     ? "expert layers x 2 x (start + tokens / T x k h bytes x (T - 1) / T / link), and one "
                       "transfer per stage boundary"
                     : "2 L x (start + 2 (T - 1) / T x tokens h 2 bytes / link), and one transfer per stage "
                       "boundary");
}

template <Number N>
typename LlmRoofline<N>::Part LlmRoofline<N>::matrices(const N& tokens) const
{
    const LlmShape<N>& s = m_shape;
    Part sum;
    const auto add = [&](const N& layers, const Part& part) {
        sum.seconds += layers * part.seconds;
        sum.arithmetic += valueOf(layers) * part.arithmetic;
        sum.memory += valueOf(layers) * part.memory;
    };
    const N own = tokens * N(m_tokenShare);
    add(s.layers, attentionProducts(own));
    if (valueOf(s.denseLayers) > 0.0) {
        add(s.denseLayers, denseFeedForward(own));
    }
    if (m_hasExperts) {
        add(s.sparseLayers, expertFeedForward(tokens));
    }
    sum.seconds =
        named(sum.seconds, "matrix products", "s", "layers x (attention projections + feed-forward)");
    return sum;
}

template <Number N>
N LlmRoofline<N>::smallSeconds(const N& tokens) const
{
    constexpr double kSmallPasses = 10.0; // reads and writes of norms, rotation, residual sums
    constexpr double kSmallKernels = 6.0;
    const N bytes = N(kSmallPasses * kActivationBytes * m_tokenShare) * tokens * m_shape.hidden;
    return named(m_shape.layers
                     * (bytes / (N(kSmallBandwidthShare) * m_device.bandwidth)
                        + N(kSmallKernels) * m_device.smallKernelSeconds),
                 "norms and additions",
                 "s",
                 "L x (10 tokens h 2 bytes / (0.8 bandwidth) + 6 kernel starts)");
}

template <Number N>
N LlmRoofline<N>::headSeconds(const N& rows) const
{
    const N vocabulary = m_shape.vocabulary / N(m_split);
    return named(
        product(rows * N(m_tokenShare), {m_shape.hidden, vocabulary}, m_headRates, kActivationBytes).seconds,
        "output head",
        "s",
        "h x V / T matrix for the rows that need logits");
}

template <Number N>
N LlmRoofline<N>::engineSeconds(const N& decodeSequences) const
{
    return named(m_secondsPerStep + m_secondsPerSequence * decodeSequences,
                 "engine overhead",
                 "s",
                 "per step + per sequence");
}

template <Number N>
N LlmRoofline<N>::tokenSeconds(const N& tokens) const
{
    return matrices(tokens).seconds + communicationSeconds(tokens) + smallSeconds(tokens);
}

template <Number N>
StepTime<N> LlmRoofline<N>::step(const StepLoad<N>& load) const
{
    const Part products = matrices(load.tokens);
    StepTime<N> time;
    time.matrices = products.seconds;
    time.attention = named(attentionSeconds(load), "attention", "s", "decode + prefill + kernel starts");
    time.communication = communicationSeconds(load.tokens);
    time.small = smallSeconds(load.tokens);
    time.head = headSeconds(load.logitRows);
    time.engine = engineSeconds(load.decodeSequences);
    time.total =
        named(time.matrices + time.attention + time.communication + time.small + time.head + time.engine,
              "time per step",
              "s",
              "matrices + attention + communication + norms + head + engine");
    time.arithmeticShare = products.arithmetic / std::max(products.arithmetic + products.memory, 1e-30);
    return time;
}

template class LlmRoofline<double>;
template class LlmRoofline<Traced>;

} // namespace wherewithal::simulator
