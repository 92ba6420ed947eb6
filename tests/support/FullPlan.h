// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan/Plan.h"

/// A plan in which every field differs from its default, for round trips.
namespace wherewithal::test {

inline model::Demand fullDemand()
{
    model::Demand demand{.peakPerSecond = model::Range::triangular(5, 7, 12),
                         .profile = *model::namedProfile("evening"),
                         .burstiness = 2.5,
                         .growth = {.kind = model::Growth::Kind::Logistic,
                                    .perYear = model::Range::triangular(0.3, 0.44, 0.58),
                                    .ceilingMultiple = model::Range::percentiles(3, 9),
                                    .monthlyShock = 0.1},
                         .steps = {{.month = {.year = 2027, .month = 6}, .factor = 1.5, .label = "launch"}}};
    return demand;
}

inline model::Plan fullPlan()
{
    using namespace model;
    const std::string config =
        R"({"model_type":"qwen3_moe","hidden_size":2048,"num_hidden_layers":48,"num_attention_heads":32,)"
        R"("num_key_value_heads":4,"head_dim":128,"vocab_size":151936,"num_experts":128,"num_experts_per_tok":8,)"
        R"("moe_intermediate_size":768,"torch_dtype":"bfloat16","rope_theta":1000000.0,"rms_norm_eps":1e-06})";
    // What the reader makes of it.
    const LlmArchitecture shape{.name = "Qwen3-30B-A3B",
                                .family = "qwen3_moe",
                                .hiddenSize = 2048,
                                .layerCount = 48,
                                .queryHeads = 32,
                                .keyValueHeads = 4,
                                .headSize = 128,
                                .vocabularySize = 151936,
                                .expertCount = 128,
                                .expertsPerToken = 8,
                                .expertIntermediateSize = 768};
    Demand own = fullDemand();
    own.profile.name = "own";
    own.profile.weights[3] = 0.123456789012345;
    Plan plan;
    plan.name = "Everything \"quoted\" / ünïcode";
    plan.notes = "two\nlines";
    plan.starts = {.year = 2027, .month = 1};
    plan.asOf = {.year = 2026, .month = 12, .day = 24};
    plan.horizonMonths = 60;
    plan.currency = Currency::eur();
    plan.seed = 18446744073709551615ULL;
    plan.paths = 256;
    LlmServing serving{
        .configText = config,
        .configOrigin = "model card",
        .weightPrecision = Precision::Fp8,
        .cachePrecision = Precision::Fp8,
        .inputTokens = Range::triangular(500, 1000, 2500),
        .outputTokens = 300.0,
        .sharedPrefixFraction = 0.25,
        .engineProfile = "vllm-v1",
        .tensorParallel = 2,
        .isExpertParallel = true,
        .speculation = {.draftedTokens = 4,
                        .acceptance = Range::triangular(0.6, 0.75, 0.8),
                        .draftShare = 0.1},
        .maxBatch = 128,
        .tokenModels = {"qwen3-30b-a3b"},
        .calibrations = {
            {.device = AcceleratorId("h100-sxm"),
             .engineProfile = "vllm-0.15",
             .date = "2026-10-14",
             .points = {{.kind = CalibrationPoint::Kind::FirstToken, .at = 1.5, .measured = 0.25}},
             .computeFactor = 0.9,
             .bandwidthFactor = 0.8,
             .secondsPerStep = 0.002,
             .errorBefore = 0.2,
             .errorAfter = 0.03}}};
    serving.architecture = shape;
    serving.architecture.weightsBytesOverride = 6.1e10;
    const InferenceCost cost{.modelName = "ResNet-50",
                             .modelClass = "cnn",
                             .flops = 8.2e9,
                             .memoryTrafficBytes = 1.2e8,
                             .modelBytes = 1.02e8,
                             .precision = Precision::Fp32,
                             .cpuSecondsPerItem = 0.02,
                             .maxBatch = 8};
    Training training{.configText = config,
                      .configOrigin = "card",
                      .method = Training::Method::Lora,
                      .recomputesActivations = true,
                      .tokensPerRun = 2e9,
                      .runsPerMonth = 2.0,
                      .sequenceLength = 8192,
                      .precision = Precision::Fp8,
                      .checkpointMinutes = 15.0};
    training.architecture = shape;
    const MeasuredService service{
        .measuredOn = "heroku standard-2x, 2026-05",
        .measuredProvider = ProviderId("heroku"),
        .measuredMachine = MachineId("standard-2x"),
        .measuredVcpus = 4.0,
        .points = {{.concurrency = 1, .throughputPerSecond = 9.5, .latencyP95Seconds = 0.12},
                   {.concurrency = 4, .throughputPerSecond = 31}},
        .memoryBytesPerReplica = 5e8,
        .databaseConnectionsPerReplica = 5};
    plan.workloads = {{.id = WorkloadId("assistant"),
                       .name = "Assistant",
                       .notes = "n",
                       .detail = serving,
                       .demand = fullDemand(),
                       .objectives = {.timeToFirstTokenP95Seconds = 1.5,
                                      .timePerTokenP95Seconds = 0.05,
                                      .latencyP95Seconds = 20,
                                      .availability = 0.999},
                       .bytesInPerRequest = 4096.0,
                       .bytesOutPerRequest = 2000.0,
                       .storedBytes = 96 * 1073741824.0},
                      {.id = WorkloadId("vision"), .detail = Inference{cost}, .demand = own},
                      {.id = WorkloadId("nightly"),
                       .detail = BatchScoring{.cost = cost,
                                              .itemsPerRun = 1e6,
                                              .runsPerMonth = 30.0,
                                              .bytesInPerItem = 1e5,
                                              .bytesOutPerItem = 100.0},
                       .objectives = {.deadlineHours = 6}},
                      {.id = WorkloadId("tune"), .detail = training},
                      {.id = WorkloadId("web"), .detail = service, .demand = fullDemand()}};
    plan.requirements = {
        {.id = "eu", .kind = Requirement::Kind::Region, .values = {"Europe", "DE"}, .notes = "law"},
        {.id = "keys",
         .kind = Requirement::Kind::Question,
         .values = {"keys.cmk"},
         .acceptsPartial = true,
         .isOff = true}};
    plan.answers = {{.provider = ProviderId("aws"),
                     .question = QuestionId("keys.cmk"),
                     .answer = Answer::Value,
                     .value = 3.5,
                     .finding = "told us",
                     .source = "mail of their support",
                     .date = {.year = 2026, .month = 12, .day = 1}}};
    plan.servers = {{.id = ServerBuildId("our-box"),
                     .displayName = "Our box",
                     .accelerator = AcceleratorId("l40s"),
                     .acceleratorCount = 4,
                     .vcpus = 64,
                     .memoryBytes = 512 * 1073741824.0,
                     .rackUnits = 2,
                     .price = Range::triangular(40000, 42000, 50000),
                     .idleWatts = 300,
                     .loadWatts = 1500,
                     .ratedWatts = 2000,
                     .source = "offer 4711",
                     .date = "2026-11-02",
                     .notes = "one year of service"}};
    plan.sites = {{.id = SiteId("cellar"),
                   .displayName = "Our cellar",
                   .country = "DE",
                   .continent = "Europe",
                   .rentPerKilowattMonth = Range::triangular(90, 100, 120),
                   .electricityPerKwh = 0.22,
                   .pue = Range::triangular(1.2, 1.3, 1.5),
                   .source = "our landlord",
                   .date = "2026-10-01",
                   .notes = "dry"}};
    plan.candidates = {{.kind = OptionKind::Machine,
                        .provider = ProviderId("aws"),
                        .region = RegionId("eu-central-1"),
                        .machine = MachineId("p5.48xlarge"),
                        .purchase = Purchase::Reserved,
                        .termMonths = 36,
                        .payment = Payment::Partial,
                        .displayName = "p5",
                        .notes = "x"},
                       {.kind = OptionKind::Layer,
                        .provider = ProviderId("aws"),
                        .machine = MachineId("p5.48xlarge"),
                        .layer = ProviderId("datatron")},
                       {.kind = OptionKind::SelfHosted,
                        .purchase = Purchase::Owned,
                        .server = ServerBuildId("hgx-h100-x8"),
                        .site = SiteId("us-primary")},
                       {.kind = OptionKind::TokenApi, .provider = ProviderId("x"), .tokenModel = "qwen3"}};
    plan.queries = {{.providers = {ProviderId("aws")},
                     .regions = {RegionId("eu-central-1")},
                     .continents = {"Europe"},
                     .countries = {"DE"},
                     .purchases = {Purchase::OnDemand, Purchase::Spot},
                     .accelerators = {AcceleratorId("h100-sxm")},
                     .categories = {"gpu"},
                     .minAcceleratorMemoryBytes = 80 * 1073741824.0,
                     .minAcceleratorCount = 1,
                     .maxAcceleratorCount = 8,
                     .minVcpus = 4,
                     .maxVcpus = 200,
                     .minMemoryBytes = 1e9,
                     .perProvider = 3,
                     .maxOptions = 40}};
    static_cast<void>(plan.assumptions.set("discount-rate", Range::triangular(0.05, 0.07, 0.1)));
    plan.weights.cost = 0.7;
    plan.weights.criteria[2] = 0.11;
    plan.usesSourcedFactsOnly = true;
    plan.brownfield = {.servers = {{.server = ServerBuildId("hgx-h100-x8"),
                                    .count = 2,
                                    .bookValueEach = 90000.5,
                                    .ageMonths = 14}},
                       .commitments = {{.provider = ProviderId("aws"),
                                        .region = RegionId("eu-central-1"),
                                        .machine = MachineId("m5.large"),
                                        .count = 3,
                                        .perHourEach = 0.06,
                                        .until = {.year = 2027, .month = 9}}},
                       .discountFraction = {{ProviderId("aws"), 0.1}}};
    plan.exchangeRates = {
        {.from = Currency::eur(), .to = Currency::usd(), .rate = 1.1, .date = "2026-11-20", .source = "ECB"}};
    plan.referenceOption = "self-hosted/hgx-h100-x8/us-primary";
    plan.letters = {{"aws/eu-central-1/p5.48xlarge/on-demand", "A"}};
    plan.fieldNotes = {{"/workloads/0/input_tokens", "from our logs"}};
    plan.catalogueHash = "abc123";
    plan.pricesUsed = {{.optionId = "a",
                        .what = "machine",
                        .amount = Decimal(983200000, -7),
                        .upfront = Decimal(5, 2),
                        .unit = "h",
                        .currency = "USD",
                        .date = "2026-05-01",
                        .source = "list"}};
    return plan;
}

} // namespace wherewithal::test
