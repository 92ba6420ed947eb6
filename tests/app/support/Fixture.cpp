// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/support/Fixture.h"

#include "tests/app/support/CatalogueFixture.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <mutex>

namespace wherewithal::fixture {

using namespace model;
using namespace simulator;

namespace {

constexpr int kMonths = 36;
const Month kStart{.year = 2026, .month = 12};

struct Row
{
    const char* letter;
    const char* provider;
    const char* name;
    const char* second;
    OptionKind kind;
    Purchase purchase;
    double upfront; ///< thousand USD in the first month
    double total;   ///< thousand USD
    double low;
    double high;
    double growth; ///< last month over first, of the running cost
    double latency;
    double sustained;
    const char* limit;
    int limitMonth; ///< -1: none
    bool isRaisable;
    double unitCost;
    int breakEven; ///< month index, -1: none
    double scoreLow;
    double scoreHigh;
    double firstIn;
};

/// The providers of slice(): id, name.
constexpr std::array<std::pair<const char*, const char*>, 5> kProviders{{{"aws", "AWS"},
                                                                         {"azure", "Azure"},
                                                                         {"datatron", "DataTron"},
                                                                         {"gcp", "Google Cloud"},
                                                                         {"self-hosted", "Self-hosted"}}};

std::string providerName(std::string_view id)
{
    const auto at = std::ranges::find_if(kProviders, [id](const auto& known) { return id == known.first; });
    return at == kProviders.end() ? std::string(id) : at->second;
}

constexpr std::array<Row, 7> kRows{{
    {"A",
     "self-hosted",
     "Self-hosted 8×H200",
     "Frankfurt colocation",
     OptionKind::SelfHosted,
     Purchase::Owned,
     601,
     1418.3,
     1232,
     1511,
     1.3,
     19.4,
     36.0,
     "Rack power 17 kW",
     29,
     false,
     3.71,
     -1,
     0.59,
     0.71,
     0.64},
    {"B",
     "azure",
     "Azure NC40ads H100 v5",
     "Germany West Central, plan 3 y",
     OptionKind::Machine,
     Purchase::SavingsPlan,
     0,
     1698.4,
     1415,
     1974,
     2.2,
     24.8,
     9.1,
     "Machine quota 10",
     21,
     true,
     4.44,
     29,
     0.79,
     0.88,
     0.22},
    {"C",
     "azure",
     "Azure NC40ads H100 v5",
     "Germany West Central, on demand",
     OptionKind::Machine,
     Purchase::OnDemand,
     0,
     1810.2,
     1504,
     2145,
     2.3,
     25.9,
     9.1,
     "Machine quota 10",
     21,
     true,
     4.74,
     25,
     0.79,
     0.88,
     0.05},
    {"D",
     "gcp",
     "Google a3-highgpu-1g",
     "Frankfurt, commitment 3 y",
     OptionKind::Machine,
     Purchase::CommittedUse,
     0,
     2135.1,
     1778,
     2540,
     1.9,
     28.6,
     9.5,
     "GPU quota 8",
     3,
     true,
     5.59,
     21,
     0.78,
     0.86,
     0.06},
    {"F",
     "azure",
     "Azure ND96isr MI300X v5",
     "Germany West Central, plan 3 y",
     OptionKind::Machine,
     Purchase::SavingsPlan,
     0,
     2263.0,
     2052,
     2445,
     1.4,
     22.3,
     33.6,
     "",
     -1,
     true,
     5.92,
     17,
     0.78,
     0.87,
     0.02},
    {"E",
     "aws",
     "AWS p5.48xlarge",
     "Stockholm, savings plan 3 y",
     OptionKind::Machine,
     Purchase::SavingsPlan,
     0,
     2835.4,
     2516,
     3181,
     1.5,
     27.1,
     19.0,
     "vCPU quota 384",
     8,
     true,
     7.42,
     13,
     0.81,
     0.87,
     0.01},
    {"G",
     "datatron",
     "DataTron on Azure AKS",
     "Germany West Central, plan 3 y",
     OptionKind::Layer,
     Purchase::SavingsPlan,
     0,
     1698.4,
     0,
     0,
     2.2,
     0,
     0,
     "",
     -2,
     true,
     4.44,
     -1,
     0.21,
     0.88,
     0.0},
}};

/// Cumulative cost at the end of each month: upfront, then running cost that grows evenly, scaled to the
/// total.
std::vector<double> cumulative(double upfront, double total, double growth, double residual)
{
    std::vector<double> result(kMonths);
    const double running = total + residual - upfront;
    const double mean = (1.0 + growth) / 2.0;
    double sum = upfront;
    for (int month = 0; month < kMonths; ++month) {
        const double level = 1.0 + (growth - 1.0) * month / (kMonths - 1);
        sum += running / kMonths * level / mean;
        result[static_cast<std::size_t>(month)] = (month == kMonths - 1 ? sum - residual : sum) * 1000.0;
    }
    return result;
}

/// `total` and the months in whole micro-units; the months add up to the total exactly.
LedgerLine line(const char* key,
                const char* label,
                const char* basis,
                double thousands,
                double growth,
                bool isAssumption = false)
{
    LedgerLine result;
    result.key = key;
    result.label = label;
    result.basis = basis;
    result.isAssumption = isAssumption;
    const auto ends = cumulative(0, thousands, growth, 0);
    double before = 0.0;
    for (const double end : ends) {
        result.months.push_back(postHalfEven(end - before));
        result.total += result.months.back();
        before = end;
    }
    if (!isAssumption) {
        result.source = {.title = "Azure Retail Prices",
                         .url = "https://prices.azure.com/api/retail/prices",
                         .date = "2026-06-18"};
        result.oldestDate = "2026-06-18";
    }
    return result;
}

std::vector<LedgerLine> ledger(const Row& row)
{
    const double part = row.total / 1698.4;
    if (row.kind == OptionKind::SelfHosted) {
        LedgerLine servers = line("servers", "Servers bought", "2 servers x 300,500 USD", row.upfront, 1.0);
        const Micros all = servers.total;
        std::ranges::fill(servers.months, Micros{});
        servers.months.front() = all;
        LedgerLine residual =
            line("residual", "Residual value", "22 % of the price after 3 years", -130.0, 1.0, true);
        const Micros back = residual.total;
        std::ranges::fill(residual.months, Micros{});
        residual.months.back() = back;
        const double rest = row.total - row.upfront + 130.0;
        return {servers,
                line("power", "Electricity", "17 kW x 730 h x 36 x PUE 1.3 x 0.21 USD/kWh", rest * 0.2, 1.3),
                line("colocation", "Colocation", "17 kW x 190 USD/kW-month", rest * 0.25, 1.2),
                line("staff", "Staff, 0.9 full-time", "0.9 x 152,000 USD/year", rest * 0.4, 1.0, true),
                line("maintenance", "Maintenance", "5 % of the price a year", rest * 0.15, 1.0, true),
                residual};
    }
    std::vector<LedgerLine> lines{
        line("machines-committed",
             "Machines on the 3-year plan",
             "7.41 machines x 730 h x 36 months x 5.8981 USD/h",
             1148.6 * part,
             row.growth),
        line("machines-on-demand",
             "Machines on demand above it",
             "1.94 machines x 730 h x 36 months x 6.383 USD/h",
             325.4 * part,
             row.growth),
        line("support", "Support plan", "7 % of machines", 103.2 * part, row.growth, true),
        line("staff", "Staff, 0.18 full-time", "0.18 x 152,000 USD/year", 82.1 * part, 1.0, true),
        line("egress", "Data transfer out", "4.1 TB/month, tiers to 10 TB", 24.3 * part, row.growth),
        line("kubernetes", "Kubernetes, disks, set-up", "cluster 0.10 USD/h, 512 GiB", 14.8 * part, 1.0),
    };
    if (row.kind == OptionKind::Layer) {
        LedgerLine licence;
        licence.key = "licence";
        licence.label = "DataTron licence";
        licence.basis = "not published";
        licence.isKnown = false;
        lines.push_back(licence);
    }
    return lines;
}

CostResult cost(const Row& row, int paths)
{
    CostResult result;
    result.lines = ledger(row);
    for (const LedgerLine& entry : result.lines) {
        result.base += entry.total;
    }
    const double residual = row.kind == OptionKind::SelfHosted ? 130.0 : 0.0;
    result.cumulativeBase = cumulative(row.upfront, row.total, row.growth, residual);
    result.presentValue = result.base.toDouble() * 0.93;
    for (int month = 0; month < kMonths; ++month) {
        result.discountFactor.push_back(std::pow(1.06, -(month + 0.5) / 12.0));
    }
    result.equivalentAnnual = result.presentValue * 0.3741;
    result.usdRate = 1.0;
    if (row.kind == OptionKind::Layer) {
        result.isComplete = false;
        result.unknownParts = {"licence price"};
    } else if (paths > 0) {
        result.range = Percentiles{row.low * 1000.0, row.total * 1000.0, row.high * 1000.0};
        const std::size_t last = kMonths - 1;
        for (std::size_t month = 0; month < kMonths; ++month) {
            const double share = std::pow(static_cast<double>(month + 1) / kMonths, 1.3);
            const double base = result.cumulativeBase[month];
            result.cumulativeP10.push_back(base - share * (result.cumulativeBase[last] - row.low * 1000.0));
            result.cumulativeP50.push_back(base);
            result.cumulativeP90.push_back(base + share * (row.high * 1000.0 - result.cumulativeBase[last]));
        }
    }
    return result;
}

Limit rung(const char* key,
           const char* limitName,
           double value,
           const char* unit,
           double now,
           double horizon,
           bool isHard,
           std::optional<Month> hit,
           std::optional<Month> early)
{
    Limit limit;
    limit.key = key;
    limit.name = limitName;
    limit.value = value;
    limit.unit = unit;
    limit.usedNow = now;
    limit.usedAtHorizon = horizon;
    limit.isHard = isHard;
    limit.isRaisable = !isHard;
    limit.hitBase = hit;
    limit.usedAtHorizonP90 = horizon * 1.25;
    limit.hitP10 = early;
    limit.hitP50 = hit;
    limit.hitP90 = hit;
    limit.nextStep = isHard ? "" : "Request 20, free, about 5 days";
    limit.source = {.title = "Service quotas", .url = "https://example.org/quotas", .date = "2026-05-02"};
    return limit;
}

WorkloadResult workload(const Row& row)
{
    WorkloadResult result;
    result.id = WorkloadId{"answers"};
    result.sustainedUnit = "requests/s";
    result.demandNow = 7.5;
    if (row.kind == OptionKind::Layer) {
        return result;
    }
    result.sustained = row.sustained;
    result.sustainedLow = row.sustained * 0.87;
    result.sustainedHigh = row.sustained * 1.13;
    result.perReplica = row.sustained / 6.0;
    result.utilisation = 7.5 / row.sustained;
    result.latency = Latency{row.latency * 0.6, row.latency, row.latency * 1.2};
    result.timeToFirstTokenP95Seconds = 0.9;
    result.timePerTokenP95Seconds = 0.039;
    for (int machines = 1; machines <= 30; ++machines) {
        const double sustained = row.sustained / 6.0 * machines;
        result.throughput.push_back({.machines = machines,
                                     .replicas = 1.0 * machines,
                                     .sustained = sustained,
                                     .low = sustained * 0.87,
                                     .high = sustained * 1.13});
    }
    result.demandAtHorizon = 21.8;
    result.demandAtHorizonP90 = 27.6;
    result.devicesPerReplica = 1;
    result.weightsBytes = 56.9 * 1073741824.0;
    result.cacheTokensPerReplica = 266000;
    result.concurrencyPerReplica = 41;
    for (int month = 0; month < kMonths; ++month) {
        result.machinesPerMonth.push_back(std::ceil(6.0 + month * 0.25));
    }
    const auto at = [](int month) {
        return month < 0 ? std::optional<Month>{} : monthsLater(kStart, month);
    };
    if (row.limitMonth >= 0) {
        result.limits.push_back(rung("fleet-ceiling",
                                     row.limit,
                                     10,
                                     "machines",
                                     6,
                                     16,
                                     !row.isRaisable,
                                     at(row.limitMonth),
                                     at(std::max(0, row.limitMonth - 6))));
        result.firstLimit = result.limits.front();
    }
    result.limits.push_back(rung(
        "database-connections", "Database connections", 413, "connections", 232, 550, false, at(27), at(21)));
    result.limits.push_back(
        rung("coordination", "Coordination of replicas", 58, "replicas", 6, 32, true, {}, {}));
    result.limits.push_back(
        rung("time-to-first-token", "Time to first token", 2.0, "s", 0.9, 1.2, true, {}, {}));
    result.limits.push_back(rung("router-time-out", "Router time-out", 240, "s", 41, 44, true, {}, {}));
    result.limits.push_back(rung("bandwidth-in", "Transfer in", 40, "Gbit/s", 0.2, 0.5, true, {}, {}));
    result.unitCost = row.unitCost;
    result.unitCostUnit = "USD/million tokens";
    return result;
}

std::array<CriterionScore, kCriteria.size()> scores(const Row& row, const CatalogueSlice& facts)
{
    std::array<CriterionScore, kCriteria.size()> result;
    for (std::size_t index = 0; index < kCriteria.size(); ++index) {
        CriterionScore& score = result[index];
        score.criterion = kCriteria[index];
        const double shift = (static_cast<double>(index % 3) - 1.0) * 0.06;
        score.low = std::clamp(row.scoreLow + shift, 0.0, 1.0);
        score.high = std::clamp(row.scoreHigh + shift, score.low, 1.0);
        for (const Question& question : facts.questions) {
            if (question.criterion != kCriteria[index]) {
                continue;
            }
            AnswerCell cell;
            cell.question = question.id;
            ++score.questions;
            for (const Evidence& fact : facts.evidence) {
                if (fact.provider.text() == row.provider && fact.question == question.id) {
                    cell.answer = fact.answer;
                    cell.isConflicting = fact.isConflicting;
                    cell.evidence.push_back(fact.id);
                }
            }
            if (cell.answer != Answer::Unknown) {
                ++score.answered;
                cell.low = cell.high = cell.answer == Answer::Yes       ? 1.0
                                       : cell.answer == Answer::Partial ? 0.5
                                                                        : 0.0;
            }
            score.cells.push_back(cell);
        }
        score.reasons = {"Certified to ISO/IEC 27001", "Customer-managed keys are offered"};
    }
    return result;
}

OptionResult option(const Row& row, int paths, int rank)
{
    OptionResult result;
    result.spec.letter = row.letter;
    result.spec.id = OptionId{std::string(row.provider) + "/" + row.letter};
    result.spec.kind = row.kind;
    result.spec.provider = ProviderId{row.provider};
    result.spec.providerName = providerName(row.provider);
    result.spec.displayName = row.name;
    result.spec.secondLine = row.second;
    result.spec.purchase = row.purchase;
    result.spec.termMonths = isCommitment(row.purchase) ? 36 : 0;
    result.workloads = {workload(row)};
    result.cost = cost(row, paths);
    result.scores = scores(row, slice());
    result.scoreLow = row.scoreLow;
    result.scoreHigh = row.scoreHigh;
    if (row.kind == OptionKind::Layer) {
        result.state = OptionState::Undecided;
        result.reasons = {
            {Reason::Kind::CostPartUnknown, "The licence price of DataTron is not published", "", {}},
            {Reason::Kind::RequirementUnknown,
             "Whether staff can read customer data is not published",
             "integrity",
             {}}};
        return result;
    }
    result.rank = rank;
    result.rankByScore = 7 - rank;
    result.value = 0.9 - 0.05 * rank;
    if (paths > 0) {
        result.firstInFraction = row.firstIn;
    }
    if (row.letter[0] == 'D') {
        result.reasons = {
            {Reason::Kind::Warning, "P95 latency is within 5 % of the objective", "latency", {}}};
    }
    if (row.letter[0] != 'A') {
        result.breakEven.against = "A";
        result.breakEven.base = monthsLater(kStart, row.breakEven);
        if (paths > 0) {
            result.breakEven.p10 = monthsLater(kStart, row.breakEven - 5);
            result.breakEven.p50 = monthsLater(kStart, row.breakEven);
            result.breakEven.p90 = monthsLater(kStart, std::min(kMonths - 1, row.breakEven + 5));
            result.breakEven.probability = row.letter[0] == 'B' ? 0.99 : 0.998;
        }
    }
    return result;
}

OptionResult excluded(
    const char* letter, const char* optionName, Reason::Kind kind, const char* text, const char* requirement)
{
    OptionResult result;
    result.spec.letter = letter;
    result.spec.id = OptionId{std::string("excluded/") + letter};
    result.spec.displayName = optionName;
    result.spec.secondLine = "on demand";
    result.state = OptionState::Excluded;
    result.reasons = {{kind, text, requirement, {}}};
    for (std::size_t index = 0; index < kCriteria.size(); ++index) {
        result.scores[index].criterion = kCriteria[index];
    }
    return result;
}

FigurePtr figure(const char* figureName,
                 double value,
                 const char* unit,
                 const char* formula,
                 std::vector<FigurePtr> inputs)
{
    return std::make_shared<const Figure>(Figure{
        .name = figureName, .value = value, .unit = unit, .formula = formula, .inputs = std::move(inputs)});
}

} // namespace

Plan plan()
{
    Plan result;
    result.name = "Claims assistant";
    result.starts = kStart;
    result.horizonMonths = kMonths;
    result.paths = 1024;
    Workload answers;
    answers.id = WorkloadId{"answers"};
    answers.name = "Answer drafting";
    LlmServing llm;
    llm.architecture.name = "Qwen3-30B-A3B";
    llm.architecture.family = "qwen3_moe";
    llm.architecture.hiddenSize = 2048;
    llm.architecture.layerCount = 48;
    llm.architecture.queryHeads = 32;
    llm.architecture.keyValueHeads = 4;
    llm.architecture.headSize = 128;
    llm.architecture.intermediateSize = 6144;
    llm.architecture.vocabularySize = 151936;
    llm.architecture.contextLength = 40960;
    llm.architecture.expertCount = 128;
    llm.architecture.expertsPerToken = 8;
    llm.architecture.expertIntermediateSize = 768;
    llm.configOrigin = "qwen3-30b-a3b.config.json";
    llm.inputTokens = Range::triangular(4000, 6000, 8000);
    llm.outputTokens = Range(700.0);
    llm.sharedPrefixFraction = Range(0.2);
    answers.detail = llm;
    answers.demand.peakPerSecond = Range::triangular(5, 7.5, 10);
    answers.demand.growth.kind = Growth::Kind::Exponential;
    answers.demand.growth.perYear = Range::triangular(0.3, 0.42, 0.58);
    if (const auto profile = namedProfile("office-hours")) {
        answers.demand.profile = *profile;
    }
    answers.objectives.timeToFirstTokenP95Seconds = 2.0;
    answers.objectives.timePerTokenP95Seconds = 0.05;
    answers.objectives.latencyP95Seconds = 30.0;
    answers.objectives.availability = 0.995;
    result.workloads = {answers};
    result.requirements = {
        Requirement{.id = "region", .kind = Requirement::Kind::Region, .values = {"Europe"}},
        Requirement{.id = "keys", .kind = Requirement::Kind::Question, .values = {"security-keys"}}};
    result.candidates = {Candidate{
        .kind = OptionKind::SelfHosted, .server = ServerBuildId{"hgx-h200-x8"}, .site = SiteId{"frankfurt"}}};
    result.queries = {
        CandidateQuery{.continents = {"Europe"}, .minAcceleratorMemoryBytes = 80.0 * 1073741824.0}};
    return result;
}

Comparison comparison(const Plan& plan, int paths)
{
    Comparison result;
    result.planName = plan.name;
    result.catalogueHash = "5e21c0d4";
    result.catalogueAsOf = "2026-11-09";
    result.asOf = plan.asOf;
    result.starts = plan.starts;
    result.horizonMonths = kMonths;
    result.seed = plan.seed;
    result.paths = paths;
    result.reference = "A";
    int rank = 0;
    for (const Row& row : kRows) {
        Row scaled = row;
        if (row.letter[0] == 'A' && !plan.workloads.empty()) {
            const double factor = plan.workloads.front().demand.peakPerSecond.median() / 7.5;
            scaled.total = row.upfront + (row.total - row.upfront) * factor;
        }
        result.options.push_back(option(scaled, paths, ++rank));
    }
    using Kind = Reason::Kind;
    result.options.push_back(excluded("H",
                                      "Lambda gpu_1x_gh200",
                                      Kind::RequirementFailed,
                                      "Customer-managed keys: required, answer is no",
                                      "keys"));
    result.options.push_back(excluded("I",
                                      "RunPod H100 NVL secure",
                                      Kind::RequirementFailed,
                                      "Data stays in the EU: required, location not guaranteed",
                                      "region"));
    result.options.push_back(excluded("J",
                                      "AWS g6e.12xlarge, 4×L40S",
                                      Kind::ObjectiveFailed,
                                      "Time per token P95 71 ms: objective ≤ 50 ms",
                                      "/workloads/0/objectives"));
    result.options.push_back(excluded("K",
                                      "CoreWeave HGX H100",
                                      Kind::RequirementFailed,
                                      "Region in the EU: required, no EU price in the catalogue",
                                      "region"));
    result.options.push_back(excluded("L",
                                      "Heroku Performance-L",
                                      Kind::DoesNotFit,
                                      "No GPU machine: and router time-out 30 s, not raisable",
                                      ""));
    result.tippingPoints = {
        {"cost", 0.5, 0.31, "B"}, {"connectivity", 0.06, 0.14, "B"}, {"security", 0.06, std::nullopt, ""}};
    PriceUse use;
    use.price = UsedPrice{.optionId = "azure/B",
                          .what = "machine",
                          .amount = Decimal(9074, -3),
                          .unit = "h",
                          .currency = "USD",
                          .date = "2026-06-18",
                          .source = "Azure Retail Prices"};
    use.isStale = true;
    result.prices = {use};
    result.assumptionsUsed = {Figure{.name = "Spare replicas",
                                     .value = 1.0,
                                     .unit = "replicas",
                                     .isAssumption = true,
                                     .place = "/assumptions/spare-replicas"}};
    result.warnings = {"2 prices are older than 180 days"};
    return result;
}

CatalogueSlice slice()
{
    CatalogueSlice result;
    result.hash = "5e21c0d4";
    result.asOf = "2026-11-09";
    for (const auto& [id, providerName] : kProviders) {
        result.providers.push_back(
            Provider{.id = ProviderId{id}, .displayName = providerName, .kind = "cloud"});
    }
    const std::array<const char*, 3> machines{"Standard_NC40ads_H100_v5", "a3-highgpu-1g", "p5.48xlarge"};
    const std::array<const char*, 3> sellers{"azure", "gcp", "aws"};
    for (std::size_t index = 0; index < machines.size(); ++index) {
        result.prices.push_back(Price{
            .provider = ProviderId{sellers[index]},
            .machine = MachineId{machines[index]},
            .region = RegionId{"europe"},
            .amount = Decimal(9074 + static_cast<std::int64_t>(index) * 1000, -3),
            .effectiveFrom = index == 2 ? "2025-11-04" : "2026-08-01",
            .source = {.title = "Price list", .url = "https://example.org/prices", .date = "2026-08-01"}});
    }
    const std::array<const char*, 8> texts{"ISO/IEC 27001 certified?",
                                           "Operator access technically excluded?",
                                           "Deployment guides for models?",
                                           "Managed PostgreSQL?",
                                           "Terraform provider?",
                                           "Log export or drains?",
                                           "Operating system in support?",
                                           "Quota published?"};
    for (std::size_t index = 0; index < kCriteria.size(); ++index) {
        for (int part = 0; part < 2; ++part) {
            const std::string id = std::string(name(kCriteria[index])) + "-" + std::to_string(part);
            result.questions.push_back(Question{.id = QuestionId{id},
                                                .criterion = kCriteria[index],
                                                .text = part == 0 ? texts[index] : "Audit log available?"});
            for (std::size_t provider = 0; provider < kProviders.size(); ++provider) {
                const std::size_t kind = (index * 3 + provider * 5 + static_cast<std::size_t>(part)) % 7;
                if (provider == 2 || kind == 6) {
                    continue;
                }
                constexpr std::array<Answer, 6> answers{Answer::Yes,
                                                        Answer::Yes,
                                                        Answer::Partial,
                                                        Answer::Yes,
                                                        Answer::No,
                                                        Answer::NotApplicable};
                result.evidence.push_back(Evidence{.id = EvidenceId{id + "@" + kProviders[provider].first},
                                                   .provider = ProviderId{kProviders[provider].first},
                                                   .criterion = kCriteria[index],
                                                   .question = QuestionId{id},
                                                   .answer = answers[kind],
                                                   .finding = "Stated in the provider's compliance pages.",
                                                   .confidence = Confidence::Document,
                                                   .isConflicting = index == 1 && provider == 1,
                                                   .source = {.title = "Compliance",
                                                              .url = "https://example.org/compliance",
                                                              .date = "2026-02-11"}});
            }
        }
    }
    return result;
}

Examination examination(const std::string& letter)
{
    const UncertainInput peak{.name = "Peak arrivals",
                              .unit = "requests/s",
                              .place = "/workloads/0/demand/peak_per_second",
                              .range = Range::triangular(5, 7.5, 10)};
    const UncertainInput growth{.name = "Growth of demand",
                                .unit = "fraction/year",
                                .place = "/workloads/0/demand/growth/per_year",
                                .range = Range::triangular(0.3, 0.42, 0.58)};
    Examination result;
    result.letter = letter;
    result.base = 1698400.0;
    result.swings = {{.input = peak, .costLow = 1450000.0, .costHigh = 1940000.0},
                     {.input = growth, .costLow = 1580000.0, .costHigh = 1830000.0}};
    result.rival = letter == "A" ? "B" : "A";
    result.isCheaperNow = letter == "A";
    result.switchOvers = {{.input = peak, .value = 5.9, .isAbove = false, .chance = 0.08},
                          {.input = growth, .value = std::nullopt}};
    result.committed = postHalfEven(1148600.0);
    result.idleFraction = 0.31;
    return result;
}

FigurePtr costFigure()
{
    const auto list = std::make_shared<const Figure>(
        Figure{.name = "List price",
               .value = 9.074,
               .unit = "USD/h",
               .source = {.title = "Azure Retail Prices, Standard_NC40ads_H100_v5, germanywestcentral",
                          .url = "https://prices.azure.com/api/retail/prices",
                          .date = "2026-06-18"}});
    const auto discount = std::make_shared<const Figure>(
        Figure{.name = "Discount",
               .value = 0.35,
               .unit = "fraction",
               .isAssumption = true,
               .range = "0.25 to 0.55",
               .note = "No source: list price less 35 %, to be confirmed by an offer.",
               .place = "/assumptions/discount-rate"});
    const auto planPrice =
        figure("Price on the plan", 5.8981, "USD/h", "list price x (1 - discount)", {list, discount});
    const auto machines =
        figure("Machines, mean",
               7.41,
               "machines",
               "peak demand / sustained per machine, rounded up",
               {std::make_shared<const Figure>(Figure{.name = "Arrivals at peak",
                                                      .value = 7.5,
                                                      .unit = "requests/s",
                                                      .range = "5 to 10",
                                                      .place = "/workloads/0/demand/peak_per_second"})});
    const auto months =
        std::make_shared<const Figure>(Figure{.name = "Months", .value = 36, .place = "/horizon_months"});
    const auto hours = std::make_shared<const Figure>(Figure{.name = "Hours per month",
                                                             .value = 730,
                                                             .unit = "h",
                                                             .isAssumption = true,
                                                             .note = "8,760 hours / 12.",
                                                             .place = "/assumptions/hours-per-month"});
    return figure(
        "Cost over 3 years",
        1698400,
        "USD",
        "sum of the ledger lines",
        {
            figure("Machines on the 3-year plan",
                   1148600,
                   "USD",
                   "machines x hours x months x price",
                   {machines, hours, months, planPrice}),
            figure("Machines on demand above it",
                   325400,
                   "USD",
                   "machines x hours x months x price",
                   {machines, hours, months, list}),
            figure("Support plan", 103200, "USD", "share x machines", {discount}),
            std::make_shared<const Figure>(
                Figure{.name = "Staff, 0.18 full-time", .value = 82100, .unit = "USD", .isAssumption = true}),
            figure("Data transfer out", 24300, "USD", "volume x price by tier", {list}),
            std::make_shared<const Figure>(Figure{.name = "Licence", .value = std::nullopt, .unit = "USD"}),
        });
}

app::Engine engine()
{
    app::Engine result;
    result.slice = [](const Plan&) -> Result<std::shared_ptr<const CatalogueSlice>> {
        static const auto facts = std::make_shared<const CatalogueSlice>(slice());
        return facts;
    };
    result.compare = [](const Plan& plan,
                        const CatalogueSlice&,
                        const CompareSettings& settings,
                        const Progress& progress,
                        const std::stop_token&) -> Result<Comparison> {
        if (plan.workloads.empty()) {
            return failure(ErrorCode::MissingField,
                           "workloads",
                           "the plan has no workload",
                           "add one on the Workload page");
        }
        if (progress) {
            progress(1.0, "done");
        }
        return comparison(plan, settings.paths);
    };
    result.explain = [](const Plan&,
                        const CatalogueSlice&,
                        std::string_view,
                        std::string_view figureName) -> Result<FigurePtr> {
        if (figureName == "nonsense") {
            return failure(ErrorCode::UnknownName, "figure", "there is no figure 'nonsense'");
        }
        return costFigure();
    };
    result.catalogue = catalogueService(priceIndex(slice()));
    result.examine = [](const Plan&,
                        const CatalogueSlice&,
                        const Comparison&,
                        std::string_view letter) -> Result<Examination> {
        return examination(std::string(letter));
    };
    return result;
}

app::PlanStorage memoryStorage()
{
    struct Files
    {
        std::mutex mutex;
        std::map<std::string, Plan> plans;
    };
    const auto files = std::make_shared<Files>();
    app::PlanStorage result;
    result.load = [files](const std::string& path) -> Result<Plan> {
        const std::scoped_lock lock(files->mutex);
        const auto at = files->plans.find(path);
        if (at == files->plans.end()) {
            return failure(ErrorCode::NotFound, path, "there is no such file");
        }
        return at->second;
    };
    result.save = [files](const Plan& plan, const std::string& path) -> Result<void> {
        if (path.starts_with("/read-only/")) {
            return failure(ErrorCode::PermissionDenied,
                           path,
                           "the folder cannot be written to",
                           "choose another folder");
        }
        const std::scoped_lock lock(files->mutex);
        files->plans.insert_or_assign(path, plan);
        return {};
    };
    return result;
}

} // namespace wherewithal::fixture
