// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/CalibrationArgument.h"
#include "app/cli/Commands.h"
#include "app/cli/DeviceArgument.h"
#include "app/cli/ModelArgument.h"
#include "app/cli/NumberArgument.h"
#include "simulator/throughput/LlmReplica.h"
#include "simulator/throughput/PublishedRuns.h"

#include <nlohmann/json.hpp>

#include <CLI/CLI.hpp>
#include <cmath>
#include <fmt/format.h>
#include <ostream>

namespace wherewithal::app::cli {

namespace {

using Json = nlohmann::ordered_json;
using model::Traced;
using simulator::LlmLengths;
using simulator::LlmPoint;
using simulator::LlmReplica;

constexpr int kUsualCap = 256; // requests in flight, unless asked for

/// The prediction for one replica.
struct Prediction
{
    LlmReplica<double> replica;
    LlmLengths<double> lengths;
    LlmPoint<double> point;
    double prefillSeconds = 0.0;
    double decodeStepSeconds = 0.0;
    std::optional<double> uncalibratedTokensPerSecond;
    std::optional<CalibrationReport> calibration; ///< of what was measured, just made
    bool isCapped = false; ///< at the usual cap, which nobody asked for: memory may hold more
    const model::Calibration* kept = nullptr; ///< of the plan, used in its place
    model::Precision arithmetic = model::Precision::Bf16;
};

/// Published measurements that are most like the prediction, best first; beside the very same case stands how
/// far the prediction is off.
Json nearestJson(const Prediction& prediction, const model::Accelerator& device)
{
    constexpr std::size_t kShown = 3;
    const std::string id = device.id.text();
    const simulator::RunLikeness wanted{.parameters = prediction.replica.counts.total,
                                        .active = prediction.replica.counts.active,
                                        .accelerator = id,
                                        .devices = prediction.replica.devices(),
                                        .precision = prediction.replica.layout.weightPrecision,
                                        .inputTokens = prediction.lengths.input,
                                        .outputTokens = prediction.lengths.output};
    const double predicted = prediction.point.requestsPerSecond * prediction.lengths.output;
    Json rows = Json::array();
    for (const simulator::PublishedRun* run : simulator::nearestRuns(wanted, kShown)) {
        const bool isSame = simulator::isLikeForLike(*run, wanted);
        const bool isComparable = isSame && !prediction.isCapped; // published are maxima, as many as fit
        rows.push_back({{"model", run->model},
                        {"device", run->accelerator},
                        {"devices", run->devices},
                        {"precision", model::name(run->precision)},
                        {"input_tokens", run->inputTokens > 0.0 ? Json(run->inputTokens) : Json()},
                        {"output_tokens", run->outputTokens},
                        {"output_tokens_per_second", run->outputTokensPerSecond},
                        {"is_same_case", isSame},
                        {"predicted_over_measured",
                         isComparable ? Json(predicted / run->outputTokensPerSecond) : Json()},
                        {"source", {{"title", run->engine}, {"url", run->url}, {"date", run->date}}}});
    }
    return rows;
}

/// The same for people: two lines each.
std::string nearestText(const Json& rows)
{
    std::string text = "measured elsewhere, nearest first\n";
    for (const Json& row : rows) {
        const Json& source = row.at("source");
        const Json& ratio = row.at("predicted_over_measured");
        text += fmt::format(
            "{:>9.0f} output tokens/s: {} in {}, {} x {}, {} tokens in, {} out{}\n"
            "          {}, {}, {}\n",
            row.at("output_tokens_per_second").get<double>(),
            row.at("model").get<std::string>(),
            row.at("precision").get<std::string>(),
            row.at("devices").get<int>(),
            row.at("device").get<std::string>(),
            row.at("input_tokens").is_null() ? std::string("unknown")
                                             : fmt::format("{}", row.at("input_tokens").get<double>()),
            row.at("output_tokens").get<double>(),
            !row.at("is_same_case").get<bool>() ? std::string()
            : ratio.is_null()
                ? std::string("; the same case with as many requests as fit: compare with --batch")
                : fmt::format("; the prediction is {:+.0f} % off", 100.0 * (ratio.get<double>() - 1.0)),
            source.at("title").get<std::string>(),
            source.at("date").get<std::string>(),
            source.at("url").get<std::string>());
    }
    return rows.empty() ? std::string() : text;
}

class ThroughputCommand final : public Command
{
public:
    std::string_view path() const override { return "throughput"; }
    std::string_view summary() const override
    {
        return "What one replica of a language model sustains on a device, and how wrong that may be";
    }
    std::string_view example() const override
    {
        return "throughput --model example:assistant --device h100-sxm --input-tokens 1000 --output-tokens "
               "200 --json";
    }

    void declare(CLI::App& app) override
    {
        app.add_option("--model", m_file, "config.json, a .gguf file, a plan, or example:NAME")
            ->required()
            ->type_name("CONFIG");
        app.add_option("--device", m_device, "Device of the catalogue, e.g. h100-sxm")
            ->required()
            ->type_name("D");
        app.add_option("--tensor-parallel",
                       m_tensorParallel,
                       "Devices that share each layer (default: the fewest that fit)")
            ->type_name("N")
            ->check(CLI::Range(1, 1024));
        app.add_option("--pipeline-parallel", m_pipelineParallel, "Stages of layers (default: 1)")
            ->type_name("N")
            ->check(CLI::Range(1, 1024));
        app.add_flag("--expert-parallel",
                     m_isExpertParallel,
                     "Mixture of experts: deal the experts out over the devices instead of cutting them");
        app.add_option("--precision", m_precision, "Precision of the weights (default: as published)")
            ->type_name("P");
        app.add_option("--kv-precision", m_cachePrecision, "Precision of the key-value cache (default: bf16)")
            ->type_name("P");
        app.add_option("--engine-profile",
                       m_profile,
                       "Engine and version: vllm-0.15, tensorrt-llm, vllm-0.5, vllm-2023, none")
            ->type_name("E");
        app.add_option("--input-tokens", m_input, "Tokens of the prompt")
            ->required()
            ->type_name("N")
            ->check(numberWithin(1, 1e8));
        app.add_option("--output-tokens", m_output, "Tokens of the answer")
            ->required()
            ->type_name("N")
            ->check(numberWithin(1, 1e8));
        app.add_option(
               "--batch", m_batch, "Requests in flight (default: as many as the cache holds, at most 256)")
            ->type_name("N")
            ->check(CLI::Range(1, 1'000'000));
        declareFactors(app);
        app.add_option("--measured",
                       m_measured,
                       "Own measurements to calibrate with: tokens-per-second@IN-FLIGHT=VALUE, "
                       "first-token@PER-SECOND=S, time-per-token@PER-SECOND=S")
            ->type_name("KIND@LOAD=VALUE");
        app.add_flag("--explain", m_explains, "Print the formula tree of the rate instead");
        app.add_flag("--json", m_isJson, "One JSON document");
        declareCatalogue(app, m_catalogue);
    }

    ExitStatus run(const Services& services, Streams& streams) override
    {
        const auto named = readModelArgument(m_file, streams);
        if (!named) {
            return named.error();
        }
        if (const auto wrong = notALanguageModel(*named, m_file)) {
            return fail(*wrong, streams);
        }
        const auto weights =
            readPrecisionArgument("--precision", m_precision, servedPrecision(*named->architecture), streams);
        const auto cache =
            readPrecisionArgument("--kv-precision", m_cachePrecision, model::Precision::Bf16, streams);
        if (!weights || !cache) {
            return !weights ? weights.error() : cache.error();
        }
        const auto slice = services.slice(model::Plan{}, catalogueFile(m_catalogue));
        const auto device = slice ? findDevice(*slice, m_device)
                                  : model::Result<model::Accelerator>(model::failure(slice.error()));
        if (!device) {
            return fail(device.error(), streams);
        }
        noteContext(*named->architecture, streams);
        if (const auto note = missingArithmetic(*device, *weights)) {
            streams.err << model::text(*note) << '\n';
        }
        const auto points = readMeasuredPoints(m_measured, PointLoad::Stated);
        if (!points) {
            return fail(points.error(), streams);
        }
        const std::string date =
            services.today && !points->empty() ? model::text(services.today()) : std::string();
        return predict(servingOf(*named, *weights, *cache), *device, *points, date, streams);
    }

private:
    /// A request that the model was not made for is computed all the same, and said to be one.
    void noteContext(const model::LlmArchitecture& architecture, Streams& streams) const
    {
        if (architecture.contextLength > 0 && m_input + m_output > architecture.contextLength) {
            streams.err << model::text(
                {.where = "--input-tokens",
                 .message = fmt::format("{:.0f} tokens in and out are longer than the context of {} tokens",
                                        m_input + m_output,
                                        architecture.contextLength),
                 .hint = "the model refuses such a request; the figures hold for one with a longer context"})
                        << '\n';
        }
    }

    /// Factors that hang on engine and text: stated by the user, never guessed.
    void declareFactors(CLI::App& app)
    {
        app.add_option("--cached-prefix",
                       m_cachedPrefix,
                       "Share of each prompt that a prefix cache holds (default: 0)")
            ->type_name("SHARE")
            ->check(numberWithin(0, 0.999));
        app.add_option("--speculative-tokens",
                       m_draftedTokens,
                       "Tokens that a draft proposes for each pass of the model (default: 0, no speculation)")
            ->type_name("N")
            ->check(CLI::Range(0, 64));
        app.add_option("--acceptance",
                       m_acceptance,
                       "Share of proposals that hold, one by one (assumed 0.7; 0.5 to 0.9 are usual)")
            ->type_name("SHARE")
            ->check(numberWithin(0, 0.999));
        app.add_option("--draft-share",
                       m_draftShare,
                       "Time of one proposal over that of a pass (assumed 0.05; 0.02 to 0.2 are usual)")
            ->type_name("SHARE")
            ->check(numberWithin(0, 10));
    }

    model::LlmServing
    servingOf(const NamedModel& named, model::Precision weights, model::Precision cache) const
    {
        model::LlmServing serving;
        serving.architecture = *named.architecture;
        serving.configOrigin = named.origin;
        serving.calibrations = named.calibrations;
        serving.weightPrecision = weights;
        serving.cachePrecision = cache;
        serving.inputTokens = m_input;
        serving.outputTokens = m_output;
        serving.sharedPrefixFraction = m_cachedPrefix;
        serving.isExpertParallel = m_isExpertParallel;
        serving.speculation = {
            .draftedTokens = m_draftedTokens, .acceptance = m_acceptance, .draftShare = m_draftShare};
        serving.engineProfile = m_profile;
        serving.maxBatch = m_batch > 0 ? m_batch : kUsualCap;
        return serving;
    }

    template <model::Number N>
    model::Result<LlmReplica<N>> place(const model::LlmServing& serving,
                                       const model::Accelerator& device,
                                       const LlmLengths<N>& lengths,
                                       const simulator::LlmTuning& tuning) const
    {
        constexpr int kUsualNode = 8;
        model::Machine machine;
        machine.displayName = device.displayName;
        machine.accelerator = device.id;
        machine.acceleratorName = device.displayName;
        machine.acceleratorCount =
            m_pipelineParallel * (m_tensorParallel > 0 ? m_tensorParallel : kUsualNode);
        return simulator::placeLlm<N>({.serving = &serving,
                                       .host = {.machine = &machine, .accelerator = &device},
                                       .tensorParallel = m_tensorParallel,
                                       .pipelineParallel = m_pipelineParallel,
                                       .tuning = tuning},
                                      model::Assumptions{},
                                      lengths);
    }

    /// The report of a fit to the user's points; its tuning is for the prediction.
    model::Result<CalibrationReport> calibrated(const model::LlmServing& serving,
                                                const model::Accelerator& device,
                                                const LlmLengths<double>& lengths,
                                                const std::vector<model::CalibrationPoint>& points) const
    {
        const auto profile = simulator::findEngineProfile(m_profile);
        if (!profile) {
            return model::failure(profile.error());
        }
        const auto predictAll =
            [&](const simulator::LlmTuning& tuning) -> model::Result<std::vector<double>> {
            const auto replica = place<double>(serving, device, lengths, tuning);
            if (!replica) {
                return model::failure(replica.error());
            }
            std::vector<double> values;
            for (const model::CalibrationPoint& point : points) {
                values.push_back(simulator::predictPoint(*replica, lengths, point));
            }
            return values;
        };
        const auto fit = simulator::calibrate(measuredValues(points), **profile, predictAll);
        if (!fit) {
            return model::failure(fit.error());
        }
        const auto before = predictAll({});
        const auto after = predictAll(fit->tuning);
        if (!before || !after) {
            return model::failure(!before ? before.error() : after.error());
        }
        return CalibrationReport{.device = device.id.text(),
                                 .engineProfile = std::string((*profile)->key),
                                 .points = points,
                                 .before = *before,
                                 .after = *after,
                                 .fit = *fit};
    }

    ExitStatus predict(const model::LlmServing& serving,
                       const model::Accelerator& device,
                       const std::vector<model::CalibrationPoint>& points,
                       const std::string& date,
                       Streams& streams) const
    {
        const simulator::ThroughputDraw draw{.inputTokens = m_input, .outputTokens = m_output};
        const auto lengths = simulator::lengthsOf<double>(serving, draw);
        const auto standard = place<double>(serving, device, lengths, {});
        if (!standard) {
            return fail(atOption(standard.error()), streams);
        }
        if (m_batch > 0 && standard->batchCap < m_batch) {
            return fail(
                {.code = model::ErrorCode::DoesNotFit,
                 .where = "--batch",
                 .message = fmt::format(
                     "{} requests do not fit: the cache holds {:.0f} tokens, {:.0f} requests of this length",
                     m_batch,
                     standard->cacheTokens,
                     standard->batchCap),
                 .hint = "fewer requests, more devices, or a lower precision"},
                streams);
        }
        const double batch = standard->batchCap;
        std::optional<CalibrationReport> calibration;
        if (!points.empty()) {
            auto report = calibrated(serving, device, lengths, points);
            if (!report) {
                return fail(atOption(report.error()), streams);
            }
            report->date = date;
            if (const auto doubt = doubtAbout(*report)) {
                streams.err << model::text(*doubt) << '\n';
            }
            calibration = *std::move(report);
        }
        const model::Calibration* kept =
            points.empty() ? simulator::keptCalibration(serving, &device) : nullptr;
        if (const auto note = points.empty() ? noteKeptCalibrations(serving, device) : std::nullopt) {
            streams.err << model::text(*note) << '\n';
        }
        const simulator::LlmTuning tuning =
            calibration
                ? calibration->fit.tuning
                : (kept != nullptr ? simulator::keptTuning(serving, &device) : simulator::LlmTuning{});
        if (m_explains) {
            return explain(serving, device, draw, batch, tuning, streams);
        }
        const auto replica = place<double>(serving, device, lengths, tuning);
        if (!replica) {
            return fail(atOption(replica.error()), streams);
        }
        const auto rate = [&](const LlmReplica<double>& placed) {
            return simulator::saturatedPoint(placed, lengths, batch).requestsPerSecond * lengths.output;
        };
        print({.replica = *replica,
               .lengths = lengths,
               .point = simulator::saturatedPoint(*replica, lengths, batch),
               .prefillSeconds = simulator::prefillSeconds(*replica, lengths),
               .decodeStepSeconds = simulator::decodeStep(*replica, lengths, batch).total,
               .uncalibratedTokensPerSecond =
                   calibration || kept != nullptr ? std::optional(rate(*standard)) : std::nullopt,
               .calibration = calibration,
               .isCapped = m_batch == 0 && batch >= kUsualCap,
               .kept = kept,
               .arithmetic = simulator::arithmeticPrecision(device, serving.weightPrecision)},
              device,
              streams);
        return ExitStatus::Done;
    }

    ExitStatus explain(const model::LlmServing& serving,
                       const model::Accelerator& device,
                       const simulator::ThroughputDraw& draw,
                       double batch,
                       const simulator::LlmTuning& tuning,
                       Streams& streams) const
    {
        const auto lengths = simulator::lengthsOf<Traced>(serving, draw);
        const auto replica = place<Traced>(serving, device, lengths, tuning);
        if (!replica) {
            return fail(atOption(replica.error()), streams);
        }
        const auto traced = model::computed<Traced>(
            batch, {replica->batchCap}, "batch", "sequences", "asked for, or the cap");
        const auto point = simulator::saturatedPoint(*replica, lengths, traced);
        const Traced rate = named(point.requestsPerSecond * lengths.output,
                                  "output tokens per second",
                                  "tokens/s",
                                  "stable rate x output tokens");
        streams.out << model::plainText(model::figureOf(rate)) << '\n';
        return ExitStatus::Done;
    }

    void print(const Prediction& prediction, const model::Accelerator& device, Streams& streams) const
    {
        constexpr double kNormalP90 = 1.2815515655446004;
        const double spread = std::exp(kNormalP90 * prediction.replica.errorSigma);
        const double tokens = prediction.point.requestsPerSecond * prediction.lengths.output;
        Json json{
            {"output_tokens_per_second", tokens},
            {"requests_per_second", prediction.point.requestsPerSecond},
            {"prefill_s", prediction.prefillSeconds},
            {"decode_step_s", prediction.decodeStepSeconds},
            {"kv_capacity_tokens", prediction.replica.cacheTokens},
            {"max_concurrency", std::floor(prediction.replica.concurrency)},
            {"interval_80", {{"output_tokens_per_second", {tokens / spread, tokens * spread}}}},
            {"batch", prediction.point.batch},
            {"ttft_s", prediction.point.timeToFirstToken},
            {"tpot_s", prediction.point.timePerToken},
            {"end_to_end_s", prediction.point.endToEnd},
            {"device", device.id.text()},
            {"tensor_parallel", prediction.replica.layout.tensorParallel},
            {"pipeline_parallel", prediction.replica.layout.pipelineParallel},
            {"weights_precision", model::name(prediction.replica.layout.weightPrecision)},
            {"weights_bytes", prediction.replica.weightsBytes},
            {"arithmetic_precision", model::name(prediction.arithmetic)},
            {"bound_by", prediction.point.arithmeticShare > 0.5 ? "arithmetic" : "memory bandwidth"},
            {"engine_profile", m_profile.empty() ? std::string(simulator::kDefaultEngineProfile) : m_profile},
            {"nearest_measurements", nearestJson(prediction, device)}};
        addFactors(prediction, json);
        if (m_isJson) {
            streams.out << json.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
            return;
        }
        json.erase("calibration");
        json.erase("nearest_measurements");
        for (const auto& [key, value] : json.items()) {
            const std::string text =
                value.is_string()         ? value.get<std::string>()
                : value.is_number_float() ? fmt::format("{:.6g}", value.get<double>())
                : value.is_object()
                    ? fmt::format("{:.0f} to {:.0f} output tokens/s", tokens / spread, tokens * spread)
                    : value.dump();
            streams.out << fmt::format("{:<39}{}\n", key, text);
        }
        if (prediction.calibration) {
            streams.out << calibrationText(*prediction.calibration);
        }
        streams.out << nearestText(nearestJson(prediction, device));
    }

    /// What the user stated beside model and device, and what it did.
    void addFactors(const Prediction& prediction, Json& json) const
    {
        if (m_isExpertParallel) {
            json["expert_parallel"] = prediction.replica.layout.tensorParallel;
        }
        if (m_cachedPrefix > 0.0) {
            json["cached_prefix_fraction"] = m_cachedPrefix;
        }
        if (const auto& speculation = prediction.replica.speculation) {
            json["speculative_tokens"] = speculation->draftedTokens;
            json["acceptance_assumed"] = speculation->acceptance;
            json["draft_share_assumed"] = speculation->draftShare;
            json["tokens_per_pass"] = speculation->tokensPerPass();
        }
        if (prediction.calibration) {
            json["uncalibrated_output_tokens_per_second"] = *prediction.uncalibratedTokensPerSecond;
            json["calibration"] = calibrationJson(*prediction.calibration);
        } else if (prediction.kept != nullptr) {
            json["uncalibrated_output_tokens_per_second"] = *prediction.uncalibratedTokensPerSecond;
            json["calibration"] = keptCalibrationJson(*prediction.kept);
        }
    }

    std::string m_file;
    std::string m_device;
    std::string m_precision;
    std::string m_cachePrecision;
    std::string m_profile;
    std::string m_catalogue;
    int m_tensorParallel = 0;
    int m_pipelineParallel = 1;
    int m_batch = 0;
    double m_input = 0.0;
    double m_output = 0.0;
    double m_cachedPrefix = 0.0;
    int m_draftedTokens = 0;
    double m_acceptance = model::Speculation{}.acceptance.median();
    double m_draftShare = model::Speculation{}.draftShare;
    std::vector<std::string> m_measured;
    bool m_isExpertParallel = false;
    bool m_explains = false;
    bool m_isJson = false;
};

} // namespace

std::unique_ptr<Command> makeThroughputCommand()
{
    return std::make_unique<ThroughputCommand>();
}

} // namespace wherewithal::app::cli
