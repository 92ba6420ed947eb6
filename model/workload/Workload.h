// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/Id.h"
#include "model/hardware/Accelerator.h"
#include "model/units/Range.h"
#include "model/workload/Demand.h"
#include "model/workload/LlmArchitecture.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace wherewithal::model {

/// One measurement of a language model on a device, to correct a prediction with.
struct CalibrationPoint
{
    enum class Kind
    {
        Throughput,      ///< tokens/s of all answers together, with `at` requests in flight
        FirstToken,      ///< mean seconds to the first token, at `at` requests a second
        TimePerToken,    ///< mean seconds between tokens, at `at` requests a second
    };

    Kind kind = Kind::Throughput;
    double at = 0.0;       ///< requests in flight, or offered a second; > 0
    double measured = 0.0; ///< tokens/s or seconds; > 0

    bool operator==(const CalibrationPoint&) const = default;
};

/// "tokens-per-second", "first-token", "time-per-token".
[[nodiscard]] std::string_view name(CalibrationPoint::Kind kind);

/// What measurements on one device with one engine say about the standard constants; holds until it is removed.
struct Calibration
{
    AcceleratorId device;
    std::string engineProfile; ///< as in LlmServing
    std::string date;          ///< of the measurements, "YYYY-MM-DD"
    std::vector<CalibrationPoint> points;
    double computeFactor = 1.0;           ///< on every share of peak arithmetic, > 0
    double bandwidthFactor = 1.0;         ///< on every share of memory bandwidth, > 0
    std::optional<double> secondsPerStep; ///< in the place of the engine profile's
    double errorBefore = 0.0; ///< root mean square of ln(predicted / measured), standard constants
    double errorAfter = 0.0;  ///< the same with the factors: the residual

    bool operator==(const Calibration&) const = default;
};

/// Speculative decoding as stated factors: a cheap draft proposes tokens, the model checks them in one pass.
struct Speculation
{
    int draftedTokens = 0;    ///< proposals for each pass of the model, 0 to 64; 0: no speculation
    Range acceptance = 0.7;   ///< share of proposals that hold, one by one, 0 to below 1; depends on draft and text
    double draftShare = 0.05; ///< time of one proposal over that of a pass of the model, 0 to 10

    bool operator==(const Speculation&) const = default;
};

/// A language model answers requests.
struct LlmServing
{
    LlmArchitecture architecture;
    std::string configText; ///< the config.json the architecture was read from, verbatim JSON; kept in the plan
    std::string configOrigin; ///< where that config comes from, for the report
    Precision weightPrecision = Precision::Bf16;
    Precision cachePrecision = Precision::Bf16;
    Range inputTokens = 1000.0;
    Range outputTokens = 200.0;
    Range sharedPrefixFraction = 0.0;  ///< of the input that a prefix cache already holds, 0..1
    std::string engineProfile;         ///< "" = the default profile; step overhead by engine and version
    int tensorParallel = 0;            ///< 0: the smallest that fits
    bool isExpertParallel = false;     ///< experts dealt out over the devices, all else on each; mixtures only
    Speculation speculation;
    int maxBatch = 256;                ///< sequences decoded together per replica, >= 1
    std::vector<std::string> tokenModels; ///< names under which token APIs sell this model; empty: none sell it
    std::vector<Calibration> calibrations; ///< one for a device and engine profile

    bool operator==(const LlmServing&) const = default;
};

/// Arithmetic and memory traffic of one classic inference (or one batch item).
struct InferenceCost
{
    std::string modelName;  ///< "ResNet-50"
    std::string modelClass; ///< "cnn", "transformer-encoder", "trees", "embedding", "other": picks the share of peak
    Range flops = 0.0;      ///< per item, multiply and add counted as two
    Range memoryTrafficBytes = 0.0; ///< read and written per item
    Range modelBytes = 0.0;         ///< resident
    Precision precision = Precision::Int8;
    Range cpuSecondsPerItem = 0.0;  ///< measured on one vCPU; 0: not measured, the roofline is used
    int maxBatch = 32;              ///< items computed together on an accelerator, >= 1

    bool operator==(const InferenceCost&) const = default;
};

struct Inference
{
    InferenceCost cost;

    bool operator==(const Inference&) const = default;
};

/// A job over many items with a deadline.
struct BatchScoring
{
    InferenceCost cost;
    Range itemsPerRun = 0.0;
    Range runsPerMonth = 30.0;
    Range bytesInPerItem = 0.0;
    Range bytesOutPerItem = 0.0;

    bool operator==(const BatchScoring&) const = default;
};

struct Training
{
    enum class Method
    {
        Full, ///< all parameters: 6 N FLOPs a token
        Lora, ///< adapters only: 4 N
    };

    LlmArchitecture architecture;
    std::string configText;
    std::string configOrigin;
    Method method = Method::Full;
    bool recomputesActivations = false; ///< + 2 N FLOPs a token
    Range tokensPerRun = 0.0;
    Range runsPerMonth = 1.0;
    int sequenceLength = 4096;
    Precision precision = Precision::Bf16;
    Range checkpointMinutes = 30.0;

    bool operator==(const Training&) const = default;
};

/// One point of a load test.
struct MeasuredPoint
{
    double concurrency = 0.0;          ///< users or connections, > 0
    double throughputPerSecond = 0.0;  ///< > 0
    std::optional<double> latencyP95Seconds;

    bool operator==(const MeasuredPoint&) const = default;
};

/// A service known only by measurements.
struct MeasuredService
{
    std::string measuredOn;       ///< what was measured, e.g. "heroku standard-2x, 2026-05"
    ProviderId measuredProvider;  ///< of the catalogue, if it is there
    MachineId measuredMachine;
    std::optional<double> measuredVcpus; ///< threads of the measured machine, if the catalogue does not tell
    std::vector<MeasuredPoint> points;
    Range memoryBytesPerReplica = 0.0;
    double databaseConnectionsPerReplica = 0.0;

    bool operator==(const MeasuredService&) const = default;
};

using WorkloadDetail = std::variant<LlmServing, Inference, BatchScoring, Training, MeasuredService>;

/// One thing that runs, with its demand and what must hold.
struct Workload
{
    WorkloadId id;
    std::string name;
    std::string notes;
    WorkloadDetail detail;
    Demand demand;
    Objectives objectives;
    Range bytesInPerRequest = 0.0;  ///< transferred in
    Range bytesOutPerRequest = 0.0; ///< transferred back
    Range storedBytes = 0.0;        ///< kept on disks, per replica set: model files, logs
    std::map<std::string, std::string> unknownKeys; ///< JSON pointer below this workload -> JSON text, kept on save

    bool operator==(const Workload&) const = default;
};

/// "llm-serving", "inference", "batch-scoring", "training", "measured-service".
[[nodiscard]] std::string_view kindName(const WorkloadDetail& detail);
/// What the workload counts: "requests", "items", "tokens" (training).
[[nodiscard]] std::string_view unitOfWork(const WorkloadDetail& detail);

} // namespace wherewithal::model
