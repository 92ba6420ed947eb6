// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ReplayJob.h"

#include "app/cli/DeviceArgument.h"
#include "app/cli/ModelArgument.h"
#include "providers/import/traces/ReplayRunReader.h"
#include "providers/import/traces/RequestTraceReader.h"
#include "providers/import/traces/StepTimeTableReader.h"
#include "simulator/throughput/replay/Arrivals.h"
#include "simulator/throughput/replay/RunSettings.h"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <utility>

namespace wherewithal::app::cli {

using model::ErrorCode;
using model::failure;
using model::Result;
using model::TraceRequest;

namespace {

constexpr std::string_view kExamplePrefix = "example:";
constexpr std::size_t kListedRows = 5;
constexpr std::size_t kDefaultRequests = 2000;
constexpr int kMostDevices = 8; // devices of one machine, if no degree of parallelism is given

/// A trace from a file, with the rows that were left out noted.
Result<std::vector<TraceRequest>>
traceAt(const std::string& path, bool isRateGiven, std::vector<model::Error>& notes)
{
    auto read = providers::loadRequestTrace(path);
    if (!read) {
        return failure(std::move(read).error());
    }
    const std::string file = std::filesystem::path(path).filename().string();
    for (std::size_t i = 0; i < std::min(read->issues.size(), kListedRows); ++i) {
        const providers::TraceIssue& issue = read->issues[i];
        notes.push_back({.code = issue.code,
                         .where = fmt::format("{}:{}:{}", file, issue.line, issue.column),
                         .message = fmt::format("row left out: {}", issue.message),
                         .hint = issue.hint});
    }
    if (read->rowsRejected > kListedRows) {
        notes.push_back(
            {.where = file, .message = fmt::format("{} rows left out in all", read->rowsRejected)});
    }
    if (!read->wasSorted) {
        notes.push_back({.where = file, .message = "rows were put in order of arrival"});
    }
    if (!read->trace.hasArrivalTimes && !isRateGiven) {
        notes.push_back({.where = file,
                         .message = "lengths without arrival times: all requests are there at second 0",
                         .hint = "--rate draws arrivals"});
    }
    return std::move(read->trace.requests);
}

Result<std::vector<TraceRequest>> requestsOf(const ReplayRequest& request, std::vector<model::Error>& notes)
{
    const SyntheticLoad& load = request.load;
    std::vector<TraceRequest> lengths;
    if (!request.run.tracePath.empty()) {
        auto trace = traceAt(request.run.tracePath, load.perSecond.has_value(), notes);
        if (!trace) {
            return trace;
        }
        if (load.inputTokens || load.outputTokens) {
            return failure(ErrorCode::Inconsistent,
                           "--input-tokens",
                           "the trace has the lengths of its requests",
                           "leave --input-tokens and --output-tokens out, or the trace");
        }
        lengths = *std::move(trace);
    } else if (load.perSecond && load.inputTokens && load.outputTokens) {
        lengths.push_back({.prefillTokens = *load.inputTokens, .decodeTokens = *load.outputTokens});
    } else {
        const bool isPartly = load.perSecond || load.inputTokens || load.outputTokens;
        return failure(ErrorCode::MissingField,
                       isPartly ? "requests" : "trace",
                       !isPartly            ? std::string("no requests are given")
                       : !load.inputTokens  ? std::string("the tokens of a prompt are not given")
                       : !load.outputTokens ? std::string("the tokens of an answer are not given")
                                            : std::string("no rate is given"),
                       "--trace FILE, or --rate, --input-tokens and --output-tokens");
    }
    if (!load.perSecond) {
        return lengths;
    }
    const bool isTrace = !request.run.tracePath.empty();
    const std::size_t count = load.requests > 0 ? load.requests : isTrace ? lengths.size() : kDefaultRequests;
    simulator::ArrivalProcess process{.perSecond = *load.perSecond, .burstiness = load.burstiness};
    if (!load.profile.empty()) {
        const auto profile = model::namedProfile(load.profile);
        if (!profile) {
            return failure(ErrorCode::UnknownName,
                           "--profile",
                           fmt::format("no profile is called '{}'", load.profile),
                           fmt::format("there are {}", fmt::join(model::profileNames(), ", ")));
        }
        process.profile = *profile;
    }
    return simulator::requestsInOrder(process, lengths, count, request.run.seed.value_or(1));
}

/// The iterations that a trace will ask of a table at the edge of its range.
bool isCovered(const simulator::TableStepTimer& timer,
               const simulator::ReplaySettings& settings,
               const std::vector<TraceRequest>& requests)
{
    const auto longest = std::ranges::max_element(requests, {}, &TraceRequest::prefillTokens);
    if (longest == requests.end()) {
        return true;
    }
    const std::int64_t tokens = longest->prefillTokens;
    const bool isWhole = settings.scheduler == model::BatchScheduler::PrefillFirst;
    const std::int64_t chunk = isWhole ? tokens : std::min<std::int64_t>(tokens, settings.chunkTokens);
    simulator::StepBatch prompt;
    prompt.addPrefill(tokens - chunk, chunk, true);
    return timer.covers(prompt);
}

model::Result<simulator::TableStepTimer> tableTimer(const model::ReplayRun& run)
{
    const auto table = providers::loadStepTimeTable(run.stepTimesPath);
    if (!table) {
        return failure(table.error());
    }
    const auto plan = simulator::layerPlanOf(run);
    if (!plan) {
        return failure(plan.error());
    }
    return simulator::TableStepTimer::create(*table, *plan);
}

/// Engine settings; key-value blocks may still be open (0).
simulator::ReplaySettings settingsOf(const model::ReplayRun& run, simulator::ReplayRouter router)
{
    simulator::ReplaySettings settings = simulator::openSettingsOf(run);
    settings.router = router;
    return settings;
}

/// The model as the run has it served.
Result<model::LlmServing> servingOf(const model::ReplayRun& run, const NamedModel& named)
{
    model::LlmServing serving;
    serving.architecture = *named.architecture;
    serving.configOrigin = named.origin;
    serving.calibrations = named.calibrations;
    serving.weightPrecision = servedPrecision(*named.architecture);
    serving.engineProfile = run.engineProfile;
    serving.maxBatch = run.maxBatch.value_or(serving.maxBatch);
    if (!run.precision.empty()) {
        const auto precision = model::parsePrecision(run.precision);
        if (!precision) {
            return failure(ErrorCode::UnknownName,
                           "precision",
                           fmt::format("no precision is called '{}'", run.precision),
                           "fp32, bf16, fp8, int8, fp4 or int4");
        }
        serving.weightPrecision = *precision;
    }
    return serving;
}

Result<simulator::RooflineReplay> placed(const ReplayRequest& request,
                                         const model::LlmServing& serving,
                                         const model::Accelerator& device,
                                         const std::vector<TraceRequest>& requests,
                                         const simulator::LlmTuning& tuning)
{
    const model::ReplayRun& run = request.run;
    const int stages = run.pipelineStages.value_or(1);
    const int devicesPerReplica = run.tensorParallel ? *run.tensorParallel * stages : kMostDevices * stages;
    const model::Machine machine{.id = model::MachineId(run.device),
                                 .displayName = device.displayName,
                                 .accelerator = device.id,
                                 .acceleratorName = device.displayName,
                                 .acceleratorCount = devicesPerReplica,
                                 .acceleratorMemoryBytesEach = device.memoryBytes};
    model::LlmServing asked = serving;
    asked.isExpertParallel = serving.isExpertParallel || request.isExpertParallel;
    auto result = simulator::rooflineReplay({.serving = &asked,
                                             .host = {.machine = &machine, .accelerator = &device},
                                             .tensorParallel = run.tensorParallel.value_or(0),
                                             .pipelineParallel = stages,
                                             .tuning = tuning},
                                            {},
                                            requests,
                                            settingsOf(run, request.router));
    // An overhead that is stated outright overrides the profile's.
    if (result && run.stepOverheadSeconds) {
        result->settings.stepOverheadSeconds = *run.stepOverheadSeconds;
    }
    if (result && run.sequenceOverheadSeconds) {
        result->settings.sequenceOverheadSeconds = *run.sequenceOverheadSeconds;
    }
    return result;
}

double reached(const simulator::ReplaySummary& summary, model::CalibrationPoint::Kind kind)
{
    using Kind = model::CalibrationPoint::Kind;
    return kind == Kind::Throughput   ? summary.outputTokensPerSecond
           : kind == Kind::FirstToken ? summary.firstTokenSeconds.mean
                                      : summary.perOutputTokenSeconds.mean;
}

/// Fits the constants so that the replay of these requests gives what was measured of them.
Result<CalibrationReport> calibrated(const ReplayRequest& request,
                                     const model::LlmServing& serving,
                                     const model::Accelerator& device,
                                     const std::vector<TraceRequest>& requests)
{
    const auto profile = simulator::findEngineProfile(serving.engineProfile);
    if (!profile) {
        return failure(profile.error());
    }
    const auto predict = [&](const simulator::LlmTuning& tuning) -> Result<std::vector<double>> {
        const auto run = placed(request, serving, device, requests, tuning);
        if (!run) {
            return failure(run.error());
        }
        const auto outcome =
            simulator::replay(std::span<const TraceRequest>(requests), run->settings, run->timer);
        if (!outcome) {
            return failure(outcome.error());
        }
        std::vector<double> values;
        for (const model::CalibrationPoint& point : request.measured) {
            values.push_back(reached(outcome->summary, point.kind));
        }
        return values;
    };
    const auto fit = simulator::calibrate(measuredValues(request.measured), **profile, predict);
    if (!fit) {
        return failure(fit.error());
    }
    const auto before = predict({});
    const auto after = predict(fit->tuning);
    if (!before || !after) {
        return failure(!before ? before.error() : after.error());
    }
    return CalibrationReport{.device = device.id.text(),
                             .engineProfile = std::string((*profile)->key),
                             .date = request.date,
                             .points = request.measured,
                             .before = *before,
                             .after = *after,
                             .fit = *fit};
}

/// A model on its device, calibrated if something was measured.
struct PlacedModel
{
    simulator::RooflineReplay replay;
    std::optional<CalibrationReport> calibration;
    std::optional<model::Calibration> kept; ///< of the plan
};

Result<PlacedModel> placedModel(const ReplayRequest& request,
                                const NamedModel& named,
                                const DeviceSource& devices,
                                const std::vector<TraceRequest>& requests,
                                std::vector<model::Error>& notes)
{
    const auto slice = devices();
    if (!slice) {
        return failure(slice.error());
    }
    const auto device = findDevice(*slice, request.run.device);
    if (!device) {
        return failure(device.error());
    }
    const auto serving = servingOf(request.run, named);
    if (!serving) {
        return failure(serving.error());
    }
    if (auto note = missingArithmetic(*device, serving->weightPrecision)) {
        notes.push_back(*std::move(note));
    }
    const model::Calibration* kept = nullptr;
    if (request.measured.empty()) {
        kept = simulator::keptCalibration(*serving, &*device);
        if (auto note = noteKeptCalibrations(*serving, *device)) {
            notes.push_back(*std::move(note));
        }
    }
    std::optional<CalibrationReport> calibration;
    if (!request.measured.empty()) {
        auto report = calibrated(request, *serving, *device, requests);
        if (!report) {
            return failure(std::move(report).error());
        }
        calibration = *std::move(report);
    }
    const simulator::LlmTuning tuning = calibration       ? calibration->fit.tuning
                                        : kept != nullptr ? simulator::keptTuning(*serving, &*device)
                                                          : simulator::LlmTuning{};
    auto replica = placed(request, *serving, *device, requests, tuning);
    if (!replica) {
        return failure(std::move(replica).error());
    }
    return PlacedModel{.replay = *std::move(replica),
                       .calibration = std::move(calibration),
                       .kept = kept != nullptr ? std::optional(*kept) : std::nullopt};
}

/// Takes from the model what a table of one layer needs and the run leaves out.
void describeLayers(model::ReplayRun& run, const model::LlmArchitecture& architecture)
{
    run.layers = run.layers.value_or(architecture.layerCount);
    run.queryHeads = run.queryHeads.value_or(architecture.queryHeads);
    run.kvHeads = run.kvHeads.value_or(architecture.keyValueHeads);
}

} // namespace

Result<model::ReplayRun> loadRun(const std::string& file, std::vector<model::Error>& notes)
{
    auto read = providers::loadReplayRun(file);
    if (!read) {
        return failure(std::move(read).error());
    }
    for (const std::string& key : read->unknownKeys) {
        notes.push_back({.code = ErrorCode::UnknownKey,
                         .where = fmt::format("{}:{}", std::filesystem::path(file).filename().string(), key),
                         .message = "no setting of a replay has this name; it is left out"});
    }
    for (std::string* path : {&read->run.modelPath, &read->run.stepTimesPath, &read->run.tracePath}) {
        if (path->empty() || path->starts_with(kExamplePrefix)) {
            continue;
        }
        const auto found = providers::resolvedRunPath(file, *path);
        if (!found) {
            return failure(found.error());
        }
        *path = found->string();
    }
    return std::move(read->run);
}

Result<ReplayJob> prepareReplay(const ReplayRequest& request, const DeviceSource& devices)
{
    std::vector<model::Error> notes;
    auto requests = requestsOf(request, notes);
    if (!requests) {
        return failure(std::move(requests).error());
    }
    model::ReplayRun run = request.run;
    std::optional<NamedModel> named;
    if (!run.modelPath.empty()) {
        auto read = loadNamedModel(run.modelPath);
        if (!read) {
            return failure(std::move(read).error());
        }
        if (auto wrong = notALanguageModel(*read, run.modelPath)) {
            return failure(*std::move(wrong));
        }
        named = *std::move(read);
        describeLayers(run, *named->architecture);
    }
    const bool hasTable = !run.stepTimesPath.empty();
    if (hasTable && !request.measured.empty()) {
        return failure(ErrorCode::Inconsistent,
                       "--measured",
                       "a table of step times is measured already: there is nothing to calibrate",
                       "leave the table or the measured values out");
    }
    std::optional<simulator::RooflineReplay> roofline;
    std::optional<CalibrationReport> calibration;
    std::optional<model::Calibration> kept;
    if (named && (!hasTable || !run.kvBlocks)) {
        auto made = placedModel(request, *named, devices, *requests, notes);
        if (!made) {
            return failure(std::move(made).error());
        }
        run.kvBlocks = made->replay.settings.kvBlocks;
        run.tensorParallel = made->replay.replica.layout.tensorParallel;
        roofline = std::move(made->replay);
        calibration = std::move(made->calibration);
        kept = std::move(made->kept);
        if (const auto doubt = calibration ? doubtAbout(*calibration) : std::nullopt) {
            notes.push_back(*doubt);
        }
    }
    if (!hasTable && !roofline) {
        return failure(ErrorCode::MissingField,
                       "model",
                       "nothing says how long an iteration takes",
                       "--model CONFIG and --device D, or --step-times TABLE");
    }
    if (!hasTable) {
        return ReplayJob{.requests = *std::move(requests),
                         .settings = roofline->settings,
                         .timer = std::move(roofline->timer),
                         .tensorParallel = *run.tensorParallel,
                         .stepTimes = "roofline",
                         .hasDrawnArrivals = request.load.perSecond.has_value(),
                         .calibration = std::move(calibration),
                         .kept = std::move(kept),
                         .notes = std::move(notes)};
    }
    auto timer = tableTimer(run);
    if (!timer) {
        return failure(std::move(timer).error());
    }
    auto settings = simulator::checkedReplaySettings(settingsOf(run, request.router));
    if (!run.kvBlocks) {
        settings = failure(ErrorCode::MissingField,
                           "kv_blocks",
                           "the number of key-value blocks is not given",
                           "--kv-blocks N, or a model and a device to work it out");
    }
    if (!settings) {
        return failure(std::move(settings).error());
    }
    if (!isCovered(*timer, *settings, *requests)) {
        notes.push_back(
            {.where = std::filesystem::path(run.stepTimesPath).filename().string(),
             .message =
                 "some prompts are longer than the table was measured for: their times are extrapolated"});
    }
    return ReplayJob{.requests = *std::move(requests),
                     .settings = *settings,
                     .timer = *std::move(timer),
                     .tensorParallel = run.tensorParallel.value_or(1),
                     .stepTimes = "table",
                     .hasDrawnArrivals = request.load.perSecond.has_value(),
                     .notes = std::move(notes)};
}

} // namespace wherewithal::app::cli
