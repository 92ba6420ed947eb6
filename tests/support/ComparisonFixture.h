// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/catalogue/CatalogueSlice.h"
#include "model/plan/Plan.h"
#include "simulator/compare/Comparison.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <string>
#include <utility>
#include <vector>

/// A made-up comparison with every state in it, for tests of what renders comparisons. Its figures are
/// illustrative: no provider sells at these prices. Totals are sums of their lines, as the engine's are.
namespace wherewithal::tests {

struct ComparisonFixture
{
    model::Plan plan;
    model::CatalogueSlice slice;
    simulator::Comparison comparison;
};

namespace fixture {

inline constexpr int kMonths = 36;
inline constexpr model::Month kStarts{.year = 2026, .month = 12};

struct LineSeed
{
    const char* key;
    const char* label;
    const char* basis;
    double share; ///< of the option's monthly cost
    bool isAssumption;
    const char* date; ///< of the price; "" for assumptions
};

struct OptionSeed
{
    const char* id;
    const char* letter;
    model::OptionKind kind;
    const char* provider;
    const char* providerName;
    const char* regionName;
    const char* machine;
    const char* displayName;
    model::Purchase purchase;
    int termMonths;
    simulator::OptionState state;
    double firstMonth; ///< USD in the first month, beside capital
    double growth;     ///< of the monthly cost over the horizon
    double capital;    ///< USD in the first month
    double sustained;  ///< requests/s; 0: unknown
    double latencyP95; ///< s; 0: unknown
    int limitMonth;    ///< month of the first limit; -1: none
    double scoreLow;
    double scoreHigh;
};

using simulator::OptionState;

inline const std::vector<OptionSeed>& optionSeeds()
{
    using model::OptionKind;
    using model::Purchase;
    static const std::vector<OptionSeed> seeds{
        {"self-hosted/hgx-h200-x8/frankfurt",
         "A",
         OptionKind::SelfHosted,
         "self-hosted",
         "Self-hosted",
         "Frankfurt",
         "hgx-h200-x8",
         "Self-hosted 8×H200",
         Purchase::Owned,
         0,
         OptionState::Ranked,
         20000,
         0.15,
         601000,
         36.0,
         19.4,
         29,
         0.59,
         0.71},
        {"azure/germanywestcentral/nc40ads-h100-v5/reserved-36",
         "B",
         OptionKind::Machine,
         "azure",
         "Azure",
         "Frankfurt",
         "Standard_NC40ads_H100_v5",
         "Azure NC40ads H100 v5",
         Purchase::SavingsPlan,
         36,
         OptionState::Ranked,
         37000,
         0.64,
         0,
         9.1,
         24.8,
         21,
         0.79,
         0.88},
        {"azure/germanywestcentral/nc40ads-h100-v5/on-demand",
         "C",
         OptionKind::Machine,
         "azure",
         "Azure",
         "Frankfurt",
         "Standard_NC40ads_H100_v5",
         "Azure NC40ads H100 v5",
         Purchase::OnDemand,
         0,
         OptionState::Ranked,
         38500,
         0.7,
         0,
         9.1,
         25.9,
         21,
         0.79,
         0.88},
        {"google/europe-west3/a3-highgpu-1g/on-demand",
         "D",
         OptionKind::Machine,
         "gcp",
         "Google Cloud",
         "Frankfurt",
         "a3-highgpu-1g",
         "Google a3-highgpu-1g",
         Purchase::OnDemand,
         0,
         OptionState::Ranked,
         45000,
         0.66,
         0,
         9.5,
         28.6,
         3,
         0.78,
         0.86},
        {"aws/eu-central-1/p5.48xlarge/on-demand",
         "E",
         OptionKind::Machine,
         "aws",
         "AWS",
         "Frankfurt",
         "p5.48xlarge",
         "AWS p5.48xlarge",
         Purchase::OnDemand,
         0,
         OptionState::Ranked,
         62000,
         0.6,
         0,
         19.0,
         27.1,
         8,
         0.81,
         0.87},
        {"azure/germanywestcentral/nd96isr-mi300x-v5/spot",
         "F",
         OptionKind::Machine,
         "azure",
         "Azure",
         "Frankfurt",
         "Standard_ND96isr_MI300X_v5",
         "Azure ND96isr MI300X v5",
         Purchase::Spot,
         0,
         OptionState::Ranked,
         50000,
         0.5,
         0,
         33.6,
         22.3,
         -1,
         0.78,
         0.87},
        {"datatron/azure/germanywestcentral/aks",
         "G",
         OptionKind::Layer,
         "azure",
         "Azure",
         "Frankfurt",
         "Standard_NC40ads_H100_v5",
         "DataTron on Azure AKS",
         Purchase::OnDemand,
         0,
         OptionState::Undecided,
         37000,
         0.64,
         0,
         0,
         0,
         -1,
         0.21,
         0.88},
        {"lambda/eu-south/gpu-8x-h100/on-demand",
         "H",
         OptionKind::Machine,
         "lambda",
         "Lambda",
         "",
         "gpu_8x_h100_sxm5",
         "Lambda 8×H100",
         Purchase::OnDemand,
         0,
         OptionState::Excluded,
         30000,
         0.5,
         0,
         30.1,
         23.0,
         -1,
         0.35,
         0.80},
        {"heroku/eu/performance-2xl",
         "I",
         OptionKind::Platform,
         "heroku",
         "Heroku",
         "Europe",
         "performance-2xl",
         "Heroku Performance-2XL",
         Purchase::Platform,
         0,
         OptionState::Excluded,
         9000,
         0.6,
         0,
         0,
         0,
         -1,
         0.52,
         0.77},
        {"openrouter/token-api/qwen3-30b-a3b",
         "J",
         OptionKind::TokenApi,
         "openrouter",
         "Token API",
         "",
         "qwen3-30b-a3b",
         "Token API Qwen3-30B-A3B",
         Purchase::OnDemand,
         0,
         OptionState::Excluded,
         15000,
         0.9,
         0,
         0,
         0,
         -1,
         0.30,
         0.70},
    };
    return seeds;
}

inline std::vector<LineSeed> lineSeeds(const OptionSeed& option)
{
    if (option.kind == model::OptionKind::SelfHosted) {
        return {
            {"capital", "Servers and network", "2 servers x 300,500 USD", 0.0, false, "2026-05-11"},
            {"colocation", "Colocation", "2 x 10.2 kW x 172 USD/kW and month", 0.22, false, "2026-03-30"},
            {"power", "Electricity", "14.1 kW x 730 h x 1.35 PUE x 0.19 USD/kWh", 0.24, false, "2025-12-31"},
            {"maintenance", "Maintenance", "5 % of the price a year", 0.18, true, ""},
            {"staff", "Staff", "0.4 full-time x 152,000 USD/year", 0.28, true, ""},
            {"bandwidth", "Bandwidth", "1 Gbit/s committed", 0.08, false, "2026-01-15"},
            {"residual", "Residual value", "-28 % of the price after 3 years", 0.0, true, ""}};
    }
    const std::vector<LineSeed> others{
        {"support", "Support plan", "7 % of machines", 0.07, true, ""},
        {"staff", "Staff", "0.18 full-time x 152,000 USD/year", 0.05, true, ""},
        {"egress", "Data transfer out", "4.1 TB/month, tiers to 10 TB", 0.02, false, "2024-09-25"},
        {"kubernetes", "Kubernetes, disks", "cluster 0.10 USD/h, 512 GiB", 0.01, false, "2024-09-25"}};
    const bool isCommitted = model::isCommitment(option.purchase);
    std::vector<LineSeed> lines;
    if (isCommitted) {
        lines.push_back({"machines-committed",
                         "Machines on the plan",
                         "7.41 machines x 730 h x 36 months x 5.8981 USD/h",
                         0.62,
                         false,
                         "2026-06-18"});
    }
    lines.push_back({"machines-on-demand",
                     "Machines on demand",
                     "1.94 machines x 730 h x 36 months x 6.383 USD/h",
                     isCommitted ? 0.23 : 0.85,
                     false,
                     "2026-06-18"});
    lines.insert(lines.end(), others.begin(), others.end());
    return lines;
}

inline std::vector<model::Micros> monthsOf(const OptionSeed& option, const LineSeed& line)
{
    std::vector<model::Micros> months(kMonths);
    for (int m = 0; m < kMonths; ++m) {
        double amount = option.firstMonth * line.share * (1.0 + option.growth * m / kMonths);
        if (std::string_view(line.key) == "capital" && m == 0) {
            amount = option.capital;
        } else if (std::string_view(line.key) == "residual" && m == kMonths - 1) {
            amount = -0.28 * option.capital;
        }
        months[static_cast<std::size_t>(m)] = model::postHalfEven(amount);
    }
    return months;
}

inline simulator::CostResult cost(const OptionSeed& option, bool hasPaths)
{
    simulator::CostResult cost;
    std::vector<double> byMonth(kMonths, 0.0);
    for (const LineSeed& seed : lineSeeds(option)) {
        simulator::LedgerLine line{.key = seed.key,
                                   .label = seed.label,
                                   .basis = seed.basis,
                                   .months = monthsOf(option, seed),
                                   .isAssumption = seed.isAssumption,
                                   .oldestDate = seed.date};
        if (!seed.isAssumption) {
            line.source = {.title = fmt::format("{} price list, {}", option.providerName, seed.label),
                           .url = fmt::format("https://example.com/{}/{}", option.provider, seed.key),
                           .date = seed.date};
        }
        for (std::size_t m = 0; m < line.months.size(); ++m) {
            line.total += line.months[m];
            byMonth[m] += line.months[m].toDouble();
        }
        cost.base += line.total;
        cost.lines.push_back(std::move(line));
    }
    if (option.kind == model::OptionKind::Layer) {
        cost.lines.push_back(
            {.key = "licence", .label = "Licence of the layer", .basis = "not published", .isKnown = false});
        cost.isComplete = false;
        cost.unknownParts = {"licence of the layer"};
    }
    double running = 0.0;
    for (std::size_t m = 0; m < byMonth.size(); ++m) {
        running += byMonth[m];
        cost.presentValue += byMonth[m] * std::pow(1.06, -(static_cast<double>(m) + 0.5) / 12.0);
        const double width = 0.02 + 0.14 * static_cast<double>(m) / kMonths;
        cost.cumulativeBase.push_back(running);
        if (hasPaths) {
            cost.cumulativeP10.push_back(running * (1.0 - width));
            cost.cumulativeP50.push_back(running * 1.004);
            cost.cumulativeP90.push_back(running * (1.0 + width));
        }
    }
    if (hasPaths) {
        cost.range = simulator::Percentiles{.p10 = cost.cumulativeP10.back(),
                                            .p50 = cost.cumulativeP50.back(),
                                            .p90 = cost.cumulativeP90.back()};
    }
    cost.equivalentAnnual = cost.presentValue * 0.06 / (1.0 - std::pow(1.06, -3.0));
    cost.usdRate = 1.0;
    return cost;
}

inline simulator::Limit
limit(const char* key, const char* name, double value, const char* unit, double now, int hitMonth)
{
    simulator::Limit limit{
        .key = key, .name = name, .value = value, .unit = unit, .usedNow = now, .usedAtHorizon = now * 2.9};
    if (hitMonth >= 0) {
        limit.hitBase = model::monthsLater(kStarts, hitMonth);
        limit.hitP50 = model::monthsLater(kStarts, hitMonth);
        limit.hitP90 = model::monthsLater(kStarts, std::min(hitMonth + 7, kMonths - 1));
    }
    limit.isRaisable = hitMonth >= 0 && hitMonth % 2 == 1;
    limit.nextStep = "one machine more, 4,660 USD a month";
    limit.source = {.title = "Service quotas", .url = "https://example.com/quotas", .date = "2026-02-10"};
    return limit;
}

inline simulator::WorkloadResult workload(const OptionSeed& option)
{
    simulator::WorkloadResult result{.id = model::WorkloadId("assistant"),
                                     .sustainedUnit = "requests/s",
                                     .demandNow = 7.5,
                                     .unitCostUnit = "USD/thousand requests"};
    result.limits = {
        limit("throughput", "Throughput of the pool", option.sustained, "requests/s", 7.5, option.limitMonth),
        limit("fleet-ceiling", "Machines of this type in the region", 40, "machines", 3, -1),
        limit("bandwidth", "Network bandwidth", 12.5e9, "B/s", 2.1e6, -1)};
    if (option.limitMonth >= 0) {
        result.firstLimit = result.limits.front();
    }
    if (option.sustained > 0.0) {
        result.sustained = option.sustained;
        result.sustainedLow = option.sustained * 0.82;
        result.sustainedHigh = option.sustained * 1.2;
        result.perReplica = option.sustained / 4.0;
        result.utilisation = result.demandNow / option.sustained;
        result.latency = simulator::Latency{.p50Seconds = option.latencyP95 * 0.6,
                                            .p95Seconds = option.latencyP95,
                                            .p99Seconds = option.latencyP95 * 1.3};
        result.timeToFirstTokenP95Seconds = 0.83;
        result.timePerTokenP95Seconds = 0.024;
        result.devicesPerReplica = 2;
        result.replicasPerMachine = 4.0;
        result.weightsBytes = 61.07e9;
        result.cacheTokensPerReplica = 214000;
        result.concurrencyPerReplica = 96;
        result.unitCost = option.firstMonth * 30.0 / 4.1e5;
        for (int m = 0; m < kMonths; ++m) {
            result.machinesPerMonth.push_back(std::ceil(2.0 + 0.1 * m));
        }
    }
    return result;
}

inline const std::array<std::pair<const char*, model::Criterion>, 10>& questionSeeds()
{
    using C = model::Criterion;
    static const std::array<std::pair<const char*, model::Criterion>, 10> seeds{
        std::pair{"customer-managed-keys", C::Security},
        std::pair{"encryption-at-rest", C::Security},
        std::pair{"no-operator-access", C::Integrity},
        std::pair{"deployment-guides", C::Documentation},
        std::pair{"managed-postgresql", C::Connectivity},
        std::pair{"infrastructure-as-code", C::Automation},
        std::pair{"log-export", C::Debuggability},
        std::pair{"error-classes", C::Debuggability},
        std::pair{"os-support-dates", C::Standardisation},
        std::pair{"autoscaling", C::Scalability}};
    return seeds;
}

inline std::string evidenceId(const std::string& provider, const std::string& question)
{
    return "ev-" + provider + "-" + question;
}

inline void addScores(simulator::OptionResult& result, const OptionSeed& option)
{
    const std::string provider = option.kind == model::OptionKind::Layer ? "datatron" : option.provider;
    for (std::size_t c = 0; c < result.scores.size(); ++c) {
        simulator::CriterionScore& score = result.scores.at(c);
        score.criterion = model::kCriteria.at(c);
        score.low = std::clamp(option.scoreLow + 0.02 * (static_cast<double>(c) - 3.5), 0.0, 1.0);
        score.high = std::clamp(option.scoreHigh + 0.02 * (static_cast<double>(c) - 3.5), score.low, 1.0);
        for (const auto& [id, criterion] : questionSeeds()) {
            if (criterion != score.criterion) {
                continue;
            }
            simulator::AnswerCell cell{.question = model::QuestionId(id)};
            const bool isUnknown =
                option.scoreHigh - option.scoreLow > 0.3 || std::string_view(id) == "no-operator-access";
            cell.answer = isUnknown ? model::Answer::Unknown
                                    : (c % 3 == 2 ? model::Answer::Partial : model::Answer::Yes);
            cell.low = isUnknown ? 0.0 : 0.8;
            cell.high = isUnknown ? 1.0 : 0.8;
            cell.isConflicting = std::string_view(id) == "encryption-at-rest" && provider == "lambda";
            if (!isUnknown || cell.isConflicting) {
                cell.evidence = {model::EvidenceId(evidenceId(provider, id))};
                ++score.answered;
            }
            ++score.questions;
            score.cells.push_back(std::move(cell));
        }
        score.reasons = {fmt::format("{} of {} questions are answered", score.answered, score.questions)};
    }
    result.scoreLow = option.scoreLow;
    result.scoreHigh = option.scoreHigh;
}

inline void addReasons(simulator::OptionResult& result)
{
    using simulator::Reason;
    const std::string& letter = result.spec.letter;
    if (letter == "A") {
        result.reasons.push_back(
            {.kind = Reason::Kind::Warning, .text = "601 thousand USD are due before the first request"});
        result.reasons.push_back(
            {.kind = Reason::Kind::Warning,
             .text = "With one server down 18 requests/s remain, below the P90 demand of late 2028"});
    } else if (letter == "G") {
        result.reasons.push_back({.kind = Reason::Kind::RequirementUnknown,
                                  .text = "Nobody knows whether operators have no access to the model",
                                  .requirementId = "no-operator-access"});
        result.reasons.push_back(
            {.kind = Reason::Kind::CostPartUnknown, .text = "The licence of the layer is not published"});
    } else if (letter == "H") {
        result.reasons.push_back({.kind = Reason::Kind::RequirementFailed,
                                  .text = "Customer-managed keys are not offered",
                                  .requirementId = "customer-keys"});
    } else if (letter == "I") {
        result.reasons.push_back(
            {.kind = Reason::Kind::DoesNotFit,
             .text = "The model needs 61 GB of accelerator memory, the platform has no accelerator"});
    } else if (letter == "J") {
        result.reasons.push_back({.kind = Reason::Kind::ObjectiveFailed,
                                  .text = "71 ms per token, the objective is 50 ms",
                                  .requirementId = "time_per_token_p95"});
    }
}

inline simulator::OptionResult option(const OptionSeed& seed, bool hasPaths)
{
    simulator::OptionResult result;
    const std::string title = seed.displayName;
    result.spec = {.id = model::OptionId(seed.id),
                   .letter = seed.letter,
                   .kind = seed.kind,
                   .provider = model::ProviderId(seed.provider),
                   .providerName = seed.providerName,
                   .region = model::RegionId(seed.regionName),
                   .regionName = seed.regionName,
                   .machine = model::MachineId(seed.machine),
                   .displayName = title,
                   .secondLine = {},
                   .purchase = seed.purchase,
                   .termMonths = seed.termMonths};
    if (seed.kind == model::OptionKind::Layer) {
        result.spec.layer = model::ProviderId("datatron");
    }
    result.state = seed.state;
    result.workloads = {workload(seed)};
    result.cost = cost(seed, hasPaths);
    if (result.spec.letter != "A") {
        result.breakEven.against = "A";
        if (result.spec.letter == "B") {
            result.breakEven.base = model::monthsLater(kStarts, 29);
            result.breakEven.p10 = model::monthsLater(kStarts, 24);
            result.breakEven.p50 = model::monthsLater(kStarts, 29);
            result.breakEven.p90 = model::monthsLater(kStarts, 34);
            result.breakEven.probability = 0.87;
        }
    }
    addScores(result, seed);
    addReasons(result);
    return result;
}

inline void rank(simulator::Comparison& comparison)
{
    double cheapest = 0.0;
    for (const simulator::OptionResult& option : comparison.options) {
        if (option.state == OptionState::Ranked && (cheapest == 0.0 || option.cost.presentValue < cheapest)) {
            cheapest = option.cost.presentValue;
        }
    }
    for (simulator::OptionResult& option : comparison.options) {
        if (option.state == OptionState::Ranked) {
            option.value = 0.5 * cheapest / option.cost.presentValue + 0.5 * option.scoreLow;
        }
    }
    std::ranges::stable_sort(comparison.options, [](const auto& a, const auto& b) {
        return std::pair(a.state, -a.value.value_or(0.0)) < std::pair(b.state, -b.value.value_or(0.0));
    });
    static constexpr std::array kShares{0.64, 0.22, 0.08, 0.06};
    int place = 0;
    for (simulator::OptionResult& option : comparison.options) {
        if (option.state == OptionState::Ranked) {
            const auto index = static_cast<std::size_t>(place);
            option.rank = ++place;
            option.firstInFraction = index < kShares.size() ? kShares.at(index) : 0.0;
            option.rankByScore =
                1 + static_cast<int>(std::ranges::count_if(comparison.options, [&](const auto& other) {
                    return other.state == OptionState::Ranked && other.scoreLow > option.scoreLow;
                }));
        }
    }
}

inline model::Plan plan()
{
    model::Plan plan;
    plan.name = "Claims assistant";
    plan.notes = "Answers questions about insurance claims for 900 clerks.";
    plan.paths = 1024;
    model::LlmServing serving;
    serving.architecture = {.name = "Qwen3-30B-A3B",
                            .family = "qwen3_moe",
                            .hiddenSize = 2048,
                            .layerCount = 48,
                            .queryHeads = 32,
                            .keyValueHeads = 4,
                            .headSize = 128,
                            .intermediateSize = 6144,
                            .vocabularySize = 151936,
                            .contextLength = 40960,
                            .expertCount = 128,
                            .expertsPerToken = 8,
                            .expertIntermediateSize = 768};
    serving.configOrigin = "https://example.com/qwen3-30b-a3b/config.json";
    serving.inputTokens = model::Range::triangular(1200, 1500, 1800);
    serving.outputTokens = 400.0;
    model::Workload workload{.id = model::WorkloadId("assistant"), .name = "Assistant", .detail = serving};
    workload.demand.peakPerSecond = model::Range::triangular(5.0, 7.5, 10.0);
    workload.demand.growth = {.kind = model::Growth::Kind::Exponential,
                              .perYear = model::Range::triangular(0.3, 0.42, 0.58)};
    workload.demand.steps = {{.month = {.year = 2027, .month = 9}, .factor = 1.3, .label = "second branch"}};
    workload.objectives = {
        .timeToFirstTokenP95Seconds = 2.0, .timePerTokenP95Seconds = 0.05, .availability = 0.995};
    workload.bytesInPerRequest = 8000.0;
    workload.bytesOutPerRequest = 3000.0;
    plan.workloads = {workload};
    plan.requirements = {{.id = "in-europe", .kind = model::Requirement::Kind::Region, .values = {"Europe"}},
                         {.id = "customer-keys",
                          .kind = model::Requirement::Kind::Question,
                          .values = {"customer-managed-keys"}},
                         {.id = "no-operator-access",
                          .kind = model::Requirement::Kind::Question,
                          .values = {"no-operator-access"},
                          .acceptsPartial = true}};
    plan.fieldNotes = {{"/workloads/0/demand/peak_per_second", "Counted by the help desk in October 2026."}};
    return plan;
}

inline model::CatalogueSlice slice()
{
    model::CatalogueSlice slice;
    slice.hash = "5e21c0d47a90be12";
    slice.asOf = "2026-06-18";
    for (const auto& [id, criterion] : questionSeeds()) {
        slice.questions.push_back({.id = model::QuestionId(id),
                                   .criterion = criterion,
                                   .text = fmt::format("Does the provider offer {}?", id),
                                   .ccmDomain = "CEK"});
    }
    for (const OptionSeed& option : optionSeeds()) {
        const std::string provider = option.kind == model::OptionKind::Layer ? "datatron" : option.provider;
        if (std::ranges::any_of(slice.providers, [&](const auto& p) { return p.id.text() == provider; })) {
            continue;
        }
        slice.providers.push_back({.id = model::ProviderId(provider),
                                   .displayName = provider == "datatron" ? "DataTron" : option.providerName,
                                   .kind = "cloud"});
        for (const auto& [id, criterion] : questionSeeds()) {
            slice.evidence.push_back(
                {.id = model::EvidenceId(evidenceId(provider, id)),
                 .provider = model::ProviderId(provider),
                 .service = "compute",
                 .criterion = criterion,
                 .question = model::QuestionId(id),
                 .answer = model::Answer::Yes,
                 .finding =
                     fmt::format("The documentation of {} describes {} and how to turn it on.", provider, id),
                 .confidence = model::Confidence::Document,
                 .source = {.title = "Documentation",
                            .url = fmt::format("https://example.com/{}/{}", provider, id),
                            .date = "2025-11-03"}});
        }
    }
    return slice;
}

inline model::Figure
assumption(const char* name, double value, const char* unit, const char* range, const char* note)
{
    model::Figure figure;
    figure.name = name;
    figure.value = value;
    figure.unit = unit;
    figure.isAssumption = true;
    figure.range = range;
    figure.note = note;
    return figure;
}

} // namespace fixture

/// @param optionCount  ten have names and all states; beyond that, ranked copies
/// @param hasPaths     false: a base case only, as the window shows it first
inline ComparisonFixture comparisonFixture(int optionCount = 10, bool hasPaths = true)
{
    using namespace fixture;
    ComparisonFixture made{.plan = fixture::plan(), .slice = fixture::slice(), .comparison = {}};
    simulator::Comparison& comparison = made.comparison;
    comparison.planName = made.plan.name;
    comparison.catalogueHash = made.slice.hash;
    comparison.catalogueAsOf = made.slice.asOf;
    comparison.asOf = made.plan.asOf;
    comparison.starts = made.plan.starts;
    comparison.horizonMonths = kMonths;
    comparison.seed = made.plan.seed;
    comparison.paths = hasPaths ? made.plan.paths : 0;
    comparison.reference = "A";
    const auto& seeds = optionSeeds();
    for (int i = 0; i < optionCount; ++i) {
        const auto index = static_cast<std::size_t>(i);
        simulator::OptionResult next = option(seeds[index % seeds.size()], hasPaths);
        if (index >= seeds.size()) {
            next = option(seeds[1 + index % 5], hasPaths);
            const char first = static_cast<char>('A' + (i / 26) - 1);
            const char second = static_cast<char>('A' + i % 26);
            next.spec.letter = i < 26 ? std::string(1, second) : std::string{first, second};
            next.spec.id = model::OptionId(fmt::format("{}/{}", next.spec.id.text(), i));
            next.breakEven = {.against = "A"};
        }
        comparison.options.push_back(std::move(next));
    }
    rank(comparison);
    if (!hasPaths) {
        for (simulator::OptionResult& option : comparison.options) {
            option.firstInFraction.reset();
        }
    }
    comparison.tippingPoints = {{.weight = "cost", .current = 0.5, .at = 0.31, .newFirst = "B"},
                                {.weight = "security", .current = 0.0625, .at = 0.24, .newFirst = "B"},
                                {.weight = "documentation", .current = 0.0625}};
    for (const simulator::OptionResult& option : comparison.options) {
        comparison.prices.push_back({.price = {.optionId = option.spec.id.text(),
                                               .what = "machine",
                                               .amount = model::Decimal(63830, -4),
                                               .unit = "h",
                                               .currency = "USD",
                                               .date = "2026-06-18",
                                               .source = "price list"}});
        comparison.prices.push_back({.price = {.optionId = option.spec.id.text(),
                                               .what = "egress-internet",
                                               .amount = model::Decimal(87, -3),
                                               .unit = "GB",
                                               .currency = "USD",
                                               .date = "2024-09-25",
                                               .source = "price list"},
                                     .isStale = true});
    }
    comparison.assumptionsUsed = {assumption("Discount rate, nominal",
                                             0.06,
                                             "fraction/year",
                                             "0.04 to 0.08",
                                             "A company's cost of capital; own assumption, ask finance."),
                                  assumption("Replicas kept beyond the need, against failures",
                                             1.0,
                                             "replicas",
                                             "",
                                             "N+1: the objective must hold with one replica down."),
                                  assumption("Support plan",
                                             0.07,
                                             "fraction",
                                             "0.03 to 0.1",
                                             "Share of the machines' bill; no offer received.")};
    comparison.warnings = {"10 prices are older than 180 days"};
    return made;
}

} // namespace wherewithal::tests
