// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/throughput/LlmReplica.h"

#include "model/units/Quantity.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace wherewithal::simulator {

using model::Assumptions;
using model::ErrorCode;
using model::failure;
using model::LlmServing;
using model::maximum;
using model::minimum;
using model::named;
using model::Number;
using model::Result;
using model::Traced;
using model::valueOf;

namespace {

constexpr double kBlockTokens = 16.0; // paged key-value cache, vLLM's block

std::string gib(double bytes)
{
    return fmt::format("{:.1f} GiB", bytes / model::kGib);
}

template <Number N>
N cut(const N& tokens, double window)
{
    return window > 0.0 ? minimum(tokens, N(window)) : tokens;
}

/// Cache bytes of one token on one device times devices: heads are repeated where T exceeds their number, a
/// latent cache is kept whole on every device that shares a request.
template <Number N>
N cacheBytesPerToken(const LlmServing& serving, const LlmCounts<N>& counts, const LlmLayout& layout)
{
    const double bytes = model::bytesPerNumber(serving.cachePrecision);
    const int heads = serving.architecture.keyValueHeads;
    const int tensorParallel = layout.tensorParallel;
    double copies = 1.0;
    if (layout.isExpertParallel) {
        copies = 1.0; // a request lives on one device
    } else if (serving.architecture.hasLatentAttention()) {
        copies = tensorParallel;
    } else if (tensorParallel > heads && heads > 0) {
        copies = static_cast<double>(tensorParallel) / heads;
    }
    return named(counts.cacheElementsPerToken * N(bytes) * N(copies),
                 "cache bytes per token",
                 "B",
                 "cache elements x bytes x copies over devices");
}

template <Number N>
struct Room
{
    N cacheBytes{};
    N usable{};
};

template <Number N>
Room<N> roomFor(const N& weights, const DeviceModel<N>& device, const Assumptions& assumptions, int devices)
{
    const N count(static_cast<double>(devices));
    const N usable = named(device.memory * assumptions.number<N>("llm-memory-share") * count,
                           "usable device memory",
                           "B",
                           "memory x share x devices");
    const N cache = named(usable - weights - assumptions.number<N>("llm-runtime-bytes") * count,
                          "memory for the key-value cache",
                          "B",
                          "usable memory - weights - runtime x devices");
    return {cache, usable};
}

/// Tokens of cache that a sequence of `length` takes, in units of a token in all layers.
template <Number N>
N effectiveTokens(const LlmServing& serving, const N& length)
{
    const auto& a = serving.architecture;
    if (a.slidingWindow <= 0 || a.slidingLayerCount <= 0) {
        return length;
    }
    const double slidingShare = static_cast<double>(a.slidingLayerCount) / a.layerCount;
    return N(1.0 - slidingShare) * length
           + N(slidingShare) * minimum(length, N(static_cast<double>(a.slidingWindow)));
}

bool divides(const LlmPlacement& placement, int degree)
{
    const auto& architecture = placement.serving->architecture;
    return (placement.serving->isExpertParallel ? architecture.expertCount : architecture.queryHeads) % degree
           == 0;
}

LlmLayout layoutOf(const LlmPlacement& placement, int degree)
{
    return {.weightPrecision = placement.serving->weightPrecision,
            .cachePrecision = placement.serving->cachePrecision,
            .tensorParallel = degree,
            .pipelineParallel = placement.pipelineParallel,
            .isExpertParallel = placement.serving->isExpertParallel};
}

model::Result<void> checkExpertParallel(const LlmPlacement& placement)
{
    const auto& architecture = placement.serving->architecture;
    if (!architecture.isMixtureOfExperts()) {
        return failure(ErrorCode::Inconsistent,
                       "expertParallel",
                       fmt::format("{} has no experts that could be dealt out over devices",
                                   architecture.name.empty() ? "the model" : architecture.name),
                       "use tensor parallelism, or a mixture of experts");
    }
    if (placement.tensorParallel > 1 && architecture.expertCount % placement.tensorParallel != 0) {
        return failure(ErrorCode::Inconsistent,
                       "expertParallel",
                       fmt::format("{} experts cannot be dealt out evenly over {} devices",
                                   architecture.expertCount,
                                   placement.tensorParallel),
                       "choose a number of devices that divides the number of experts");
    }
    return {};
}

model::Result<void> checkParallel(const LlmPlacement& placement, int available)
{
    const int wanted = std::max(placement.tensorParallel, 1) * placement.pipelineParallel;
    if (wanted > available) {
        return failure(ErrorCode::DoesNotFit,
                       "tensorParallel",
                       fmt::format("{} devices are asked for, the machine has {}", wanted, available),
                       "lower the tensor or pipeline parallel degree");
    }
    const int layers = placement.serving->architecture.layerCount;
    if (placement.pipelineParallel > layers) {
        return failure(
            ErrorCode::Inconsistent,
            "pipelineParallel",
            fmt::format("{} layers cannot be cut into {} stages", layers, placement.pipelineParallel),
            fmt::format("choose at most {} stages", layers));
    }
    if (placement.serving->isExpertParallel) {
        return checkExpertParallel(placement);
    }
    if (placement.tensorParallel > 0 && !divides(placement, placement.tensorParallel)) {
        return failure(ErrorCode::Inconsistent,
                       "tensorParallel",
                       fmt::format("{} query heads cannot be split over {} devices",
                                   placement.serving->architecture.queryHeads,
                                   placement.tensorParallel),
                       "choose a degree that divides the number of heads");
    }
    return {};
}

} // namespace

double LlmSpeculation::tokensPerPass() const
{
    return (1.0 - std::pow(acceptance, draftedTokens + 1)) / (1.0 - acceptance);
}

std::optional<LlmSpeculation> speculationOf(const LlmServing& serving)
{
    const model::Speculation& stated = serving.speculation;
    if (stated.draftedTokens <= 0) {
        return std::nullopt;
    }
    constexpr double kMostAcceptance = 0.999;
    return LlmSpeculation{.draftedTokens = stated.draftedTokens,
                          .acceptance = std::clamp(stated.acceptance.median(), 0.0, kMostAcceptance),
                          .draftShare = stated.draftShare};
}

template <Number N>
LlmLengths<N> lengthsOf(const LlmServing& serving, const ThroughputDraw& draw)
{
    const auto input = [&](double value, const model::Range& range, const char* name, const char* unit) {
        return model::leaf<N>(value, [&] {
            return model::Figure{.name = name,
                                 .unit = unit,
                                 .range = range.isCertain() ? std::string{} : range.toText(),
                                 .note = "an input of the plan"};
        });
    };
    LlmLengths<N> lengths;
    lengths.input = input(draw.inputTokens, serving.inputTokens, "input tokens per request", "tokens");
    lengths.output = maximum(
        N(1.0), input(draw.outputTokens, serving.outputTokens, "output tokens per request", "tokens"));
    const double shared = std::clamp(serving.sharedPrefixFraction.median(), 0.0, 1.0);
    lengths.prefill = shared > 0.0 ? named(lengths.input
                                               * (N(1.0)
                                                  - input(shared,
                                                          serving.sharedPrefixFraction,
                                                          "share of the input that the prefix cache holds",
                                                          "fraction")),
                                           "input tokens to compute",
                                           "tokens",
                                           "input x (1 - cached share)")
                                   : lengths.input;
    lengths.prefill = maximum(N(1.0), lengths.prefill); // the last prompt token is always computed
    return lengths;
}

namespace {

template <Number N>
void tune(DeviceModel<N>& device, const LlmTuning& tuning)
{
    const auto factor = [](double value, const char* name) {
        return model::leaf<N>(
            value, [&] { return model::Figure{.name = name, .note = "fitted to the user's measurements"}; });
    };
    if (tuning.computeFactor != 1.0) {
        const N by = factor(tuning.computeFactor, "calibrated arithmetic");
        for (N* share : {&device.computeShare16,
                         &device.computeShareFp8,
                         &device.computeShareInt8,
                         &device.computeShare4,
                         &device.prefillAttentionShare}) {
            *share *= by;
        }
    }
    if (tuning.bandwidthFactor != 1.0) {
        const N by = factor(tuning.bandwidthFactor, "calibrated bandwidth");
        device.bandwidthShare *= by;
        device.bandwidthShareFp8 *= by;
        device.decodeAttentionShare *= by;
        device.prefillAttentionBandwidthShare *= by;
    }
}

/// All that a replica is made of but the number of its devices.
template <Number N>
struct Parts
{
    const LlmServing& serving;
    const Assumptions& assumptions;
    const LlmLengths<N>& lengths;
    DeviceModel<N> device;
    EngineProfile profile;
    LlmShape<N> shape;
    LlmCounts<N> counts;
    N weights{};

    [[nodiscard]] N oneRequest() const { return effectiveTokens<N>(serving, lengths.input + lengths.output); }
};

/// Weights of a whole replica: dealt-out experts once, all else on every device.
template <Number N>
N weightsOn(const Parts<N>& parts, const LlmLayout& layout)
{
    if (!layout.isExpertParallel || layout.tensorParallel == 1) {
        return parts.weights;
    }
    const N experts = parts.counts.experts * N(bytesPerWeight(layout.weightPrecision));
    return named(experts + N(static_cast<double>(layout.tensorParallel)) * (parts.weights - experts),
                 "weights on all devices",
                 "B",
                 "experts once + all else on every device");
}

/// By class: the device's kernels measured or not, weights of 16 bits or less, experts or none. The rows
/// below 16 bits are all of TensorRT-LLM: another engine's kernels count as not measured there.
template <Number N>
double errorSigmaOf(const Parts<N>& parts)
{
    const bool isBelow = model::bytesPerNumber(parts.serving.weightPrecision) < 2.0;
    const double quantised = parts.assumptions.get("llm-error-sigma-quantised").median();
    const double unmeasured = parts.assumptions.get("llm-error-sigma").median();
    const double sigma = !(parts.device.hasMeasuredKernels && isBelow) ? parts.device.errorSigma
                         : parts.profile.key == "tensorrt-llm"         ? quantised
                                                                       : std::max(quantised, unmeasured);
    return parts.serving.architecture.isMixtureOfExperts()
               ? std::max(sigma, parts.assumptions.get("llm-error-sigma-experts").median())
               : sigma;
}

template <Number N>
LlmReplica<N>
assembled(const Parts<N>& parts, const LlmLayout& layout, const Room<N>& room, const N& perToken)
{
    const LlmServing& serving = parts.serving;
    LlmReplica<N> replica{
        .layout = layout,
        .counts = parts.counts,
        .weightsBytes = weightsOn<N>(parts, layout),
        .cacheBytes = room.cacheBytes,
        .cacheBytesPerToken = perToken,
        .roofline = LlmRoofline<N>(serving.architecture, parts.shape, parts.device, layout, parts.profile),
        .errorSigma = errorSigmaOf(parts)};
    replica.cacheTokens =
        named(model::roundedDown(room.cacheBytes / perToken / N(kBlockTokens)) * N(kBlockTokens),
              "tokens in the cache",
              "tokens",
              "cache memory / bytes per token, whole blocks of 16");
    replica.concurrency = named(room.cacheBytes / (perToken * parts.oneRequest()),
                                "sequences that fit",
                                "sequences",
                                "cache memory / (bytes per token x (input + output))");
    const N meanLength =
        parts.lengths.input + parts.assumptions.template number<N>("llm-cache-fill") * parts.lengths.output;
    const N inMemory = room.cacheBytes / (perToken * effectiveTokens<N>(serving, meanLength));
    replica.batchCap = named(
        maximum(N(1.0), model::roundedDown(minimum(N(static_cast<double>(serving.maxBatch)), inMemory))),
        "batch cap",
        "sequences",
        "least of the engine's cap and cache memory / (bytes per token x mean length)");
    replica.stepTokens = parts.assumptions.template number<N>("llm-step-tokens");
    return replica;
}

template <Number N>
tl::unexpected<model::Error> doesNotFit(const Parts<N>& parts, const LlmLayout& layout, double cacheBytes)
{
    const int devices = layout.tensorParallel * layout.pipelineParallel;
    const double weights = valueOf(weightsOn<N>(parts, layout));
    const double usable =
        valueOf(parts.device.memory) * devices * parts.assumptions.get("llm-memory-share").median();
    return failure(
        ErrorCode::DoesNotFit,
        "memory",
        fmt::format("{} of weights in {} and {} of cache for one request need {}; {} of {} device{} can be "
                    "used by the engine, less {} for its runtime",
                    gib(weights),
                    model::name(parts.serving.weightPrecision),
                    gib(cacheBytes),
                    gib(weights + cacheBytes),
                    gib(usable),
                    devices,
                    devices == 1 ? "" : "s",
                    gib(parts.assumptions.get("llm-runtime-bytes").median() * devices)),
        "a machine with more device memory, a lower weight precision, or shorter requests");
}

template <Number N>
Result<LlmReplica<N>> smallestThatFits(const Parts<N>& parts, const LlmPlacement& placement, int available)
{
    const int stages = placement.pipelineParallel;
    const int first = std::max(placement.tensorParallel, 1);
    const int last = placement.tensorParallel > 0 ? placement.tensorParallel : available / stages;
    for (int degree = first; degree <= last; degree *= 2) {
        const LlmLayout layout = layoutOf(placement, degree);
        const Room<N> room =
            roomFor<N>(weightsOn<N>(parts, layout), parts.device, parts.assumptions, degree * stages);
        const N perToken = cacheBytesPerToken<N>(parts.serving, parts.counts, layout);
        const bool fits = valueOf(room.cacheBytes) >= valueOf(perToken) * valueOf(parts.oneRequest());
        if (fits && divides(placement, degree)) {
            return assembled<N>(parts, layout, room, perToken);
        }
    }
    const LlmLayout layout = layoutOf(placement, last);
    return doesNotFit<N>(parts,
                         layout,
                         valueOf(cacheBytesPerToken<N>(parts.serving, parts.counts, layout))
                             * valueOf(parts.oneRequest()));
}

} // namespace

template <Number N>
Result<LlmReplica<N>>
placeLlm(const LlmPlacement& placement, const Assumptions& assumptions, const LlmLengths<N>& lengths)
{
    const LlmServing& serving = *placement.serving;
    if (const auto checked = checkArchitecture(serving.architecture); !checked) {
        return failure(checked.error());
    }
    const auto profile = findEngineProfile(serving.engineProfile);
    if (!profile) {
        return failure(profile.error());
    }
    const bool hasDevices = placement.host.machine->hasAccelerator();
    const auto device = hasDevices ? acceleratorModel<N>(placement.host, assumptions)
                                   : processorModel<N>(placement.host, assumptions);
    if (!device) {
        return failure(device.error());
    }
    const int available = hasDevices ? placement.host.machine->acceleratorCount : 1;
    if (const auto parallel = checkParallel(placement, available); !parallel) {
        return failure(parallel.error());
    }
    Parts<N> parts{.serving = serving,
                   .assumptions = assumptions,
                   .lengths = lengths,
                   .device = *device,
                   .profile = **profile};
    tune(parts.device, placement.tuning);
    parts.profile.secondsPerStep = placement.tuning.secondsPerStep.value_or(parts.profile.secondsPerStep);
    parts.shape = shapeOf<N>(serving.architecture, serving.configOrigin);
    parts.counts = countLlm<N>(serving.architecture, parts.shape);
    parts.weights =
        weightsBytes<N>(serving.architecture, parts.counts, serving.weightPrecision, serving.configOrigin);
    auto replica = smallestThatFits<N>(parts, placement, available);
    if (replica) {
        replica->speculation = speculationOf(serving);
    }
    return replica;
}

namespace {

/// A factor of speculative decoding that the user stated.
template <Number N>
N speculated(double value, const char* name, const char* unit)
{
    return model::leaf<N>(value, [&] {
        return model::Figure{.name = name,
                             .unit = unit,
                             .isAssumption = true,
                             .note = "a stated factor; it depends on the draft and the text: measure it"};
    });
}

/// Tokens that a step computes for each decoding sequence.
template <Number N>
N checkedTokens(const LlmReplica<N>& replica)
{
    return replica.speculation ? speculated<N>(replica.speculation->draftedTokens + 1.0,
                                               "tokens checked in one pass",
                                               "tokens")
                               : N(1.0);
}

/// Passes that an answer takes.
template <Number N>
N passesOf(const LlmReplica<N>& replica, const LlmLengths<N>& lengths)
{
    return replica.speculation
               ? named(maximum(N(1.0),
                               lengths.output
                                   / speculated<N>(replica.speculation->tokensPerPass(),
                                                   "tokens of one pass, (1 - a^(g + 1)) / (1 - a)",
                                                   "tokens")),
                       "passes of one answer",
                       "passes",
                       "output / tokens of one pass")
               : lengths.output;
}

/// One step with `decode` sequences and `prefill` prompt tokens, at mean lengths.
template <Number N>
StepTime<N>
mixedStep(const LlmReplica<N>& replica, const LlmLengths<N>& lengths, const N& decode, const N& prefill)
{
    const double window = replica.roofline.slidingWindow();
    const N meanCache = lengths.input + lengths.output / N(2.0);
    const N meanPast = lengths.input - lengths.prefill / N(2.0);
    const N checked = replica.speculation ? decode * checkedTokens(replica) : decode;
    StepLoad<N> load;
    load.tokens = checked + prefill;
    load.decodeSequences = decode;
    load.cacheTokens = decode * meanCache;
    load.cacheTokensWindowed = decode * cut(meanCache, window);
    load.prefillTokens = prefill;
    load.prefillPairs = prefill * meanPast;
    load.prefillPairsWindowed = prefill * cut(meanPast, window);
    load.logitRows = checked + prefill / lengths.prefill;
    StepTime<N> time = replica.roofline.step(load);
    if (replica.speculation && valueOf(decode) > 0.0) {
        const double share = replica.speculation->draftedTokens * replica.speculation->draftShare;
        time.total = named(time.total * (N(1.0) + speculated<N>(share, "time of the draft over a pass", "")),
                           "time per pass",
                           "s",
                           "time per step x (1 + proposals x draft share)");
    }
    return time;
}

/// Pipeline stages work on a batch in turns of B / P; a step of all is P of them, each 1/P of the layers.
template <Number N>
StepTime<N>
pipelined(const LlmReplica<N>& replica, const LlmLengths<N>& lengths, const N& decode, const N& prefill)
{
    const N stages(static_cast<double>(replica.layout.pipelineParallel));
    return mixedStep(replica, lengths, decode / stages, prefill / stages);
}

} // namespace

template <Number N>
N prefillSeconds(const LlmReplica<N>& replica, const LlmLengths<N>& lengths)
{
    const N steps = model::roundedUp(lengths.prefill / replica.stepTokens);
    return named(replica.roofline.requestSeconds()
                     + steps * mixedStep(replica, lengths, N(0.0), lengths.prefill / steps).total,
                 "prefill of one prompt alone",
                 "s",
                 "engine time per request + steps x time per step");
}

template <Number N>
StepTime<N> decodeStep(const LlmReplica<N>& replica, const LlmLengths<N>& lengths, const N& batch)
{
    return pipelined(replica, lengths, batch, N(0.0));
}

template <Number N>
LlmPoint<N> saturatedPoint(const LlmReplica<N>& replica, const LlmLengths<N>& lengths, const N& batch)
{
    LlmPoint<N> point;
    point.batch = batch;
    const N passes = passesOf(replica, lengths);
    const N computed = replica.speculation ? passes * checkedTokens(replica) : passes;
    const N steps = named(maximum(passes, batch * (lengths.prefill + computed) / replica.stepTokens),
                          "steps of one request",
                          "steps",
                          "greater of output tokens and batch x (prefill + output) / step budget");
    const N prefillTokens = named(
        batch * lengths.prefill / steps, "prefill tokens per step", "tokens", "batch x prefill / steps");
    const N decoding =
        named(batch * passes / steps, "decoding sequences per step", "sequences", "batch x output / steps");
    const StepTime<N> mixed = pipelined(replica, lengths, decoding, prefillTokens);
    point.stepSeconds = mixed.total;
    point.arithmeticShare = mixed.arithmeticShare;
    point.timePerToken =
        named(steps / lengths.output * mixed.total, "time per token", "s", "steps / output x time per step");
    point.requestsPerSecond =
        named(batch / (steps * mixed.total), "stable rate", "requests/s", "batch / (steps x time per step)");
    const N busy = replica.speculation ? decoding * checkedTokens(replica) : decoding;
    const N room = maximum(replica.stepTokens - busy, N(kBlockTokens));
    const N chunks = model::roundedUp(lengths.prefill / room);
    const N own = pipelined(replica, lengths, decoding, lengths.prefill / chunks).total;
    point.timeToFirstToken =
        named(replica.roofline.requestSeconds() + mixed.total / N(2.0) + chunks * own,
              "time to first token",
              "s",
              "engine time per request + half a step + chunks x step with the prompt's chunk");
    point.endToEnd = named(point.timeToFirstToken + (lengths.output - N(1.0)) * point.timePerToken,
                           "end-to-end time",
                           "s",
                           "time to first token + (output - 1) x time per token");
    return point;
}

std::optional<LlmPoint<double>>
pointAtRate(const LlmReplica<double>& replica, const LlmLengths<double>& lengths, double requestsPerSecond)
{
    // Throughput grows with the batch: find the batch that just carries the rate.
    const double cap = replica.batchCap;
    if (saturatedPoint(replica, lengths, cap).requestsPerSecond <= requestsPerSecond) {
        return std::nullopt;
    }
    double low = 0.0;
    double high = cap;
    constexpr int kHalvings = 60;
    for (int i = 0; i < kHalvings; ++i) {
        const double middle = 0.5 * (low + high);
        (saturatedPoint(replica, lengths, middle).requestsPerSecond < requestsPerSecond ? low : high) =
            middle;
    }
    return saturatedPoint(replica, lengths, high);
}

template LlmLengths<double> lengthsOf(const LlmServing&, const ThroughputDraw&);
template LlmLengths<Traced> lengthsOf(const LlmServing&, const ThroughputDraw&);
template Result<LlmReplica<double>>
placeLlm(const LlmPlacement&, const Assumptions&, const LlmLengths<double>&);
template Result<LlmReplica<Traced>>
placeLlm(const LlmPlacement&, const Assumptions&, const LlmLengths<Traced>&);
template double prefillSeconds(const LlmReplica<double>&, const LlmLengths<double>&);
template Traced prefillSeconds(const LlmReplica<Traced>&, const LlmLengths<Traced>&);
template StepTime<double> decodeStep(const LlmReplica<double>&, const LlmLengths<double>&, const double&);
template StepTime<Traced> decodeStep(const LlmReplica<Traced>&, const LlmLengths<Traced>&, const Traced&);
template LlmPoint<double> saturatedPoint(const LlmReplica<double>&, const LlmLengths<double>&, const double&);
template LlmPoint<Traced> saturatedPoint(const LlmReplica<Traced>&, const LlmLengths<Traced>&, const Traced&);

} // namespace wherewithal::simulator
