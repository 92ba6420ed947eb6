// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/plan/Plan.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <set>

namespace wherewithal::model {

namespace {

using Severity = PlanIssue::Severity;

constexpr int kMostMonths = 120;
constexpr int kMostPaths = 100'000;
constexpr std::size_t kMostWorkloads = 32;
constexpr std::size_t kMostCandidates = 400;
constexpr std::size_t kMostSteps = 120;
constexpr std::size_t kMostPoints = 1000;
constexpr std::size_t kMostOwnParts = 200;
constexpr std::size_t kMostAnswers = 5000;
constexpr std::size_t kMostShown = 40;
constexpr double kMostDevices = 1024;

constexpr std::array<std::string_view, 10> kServices{"postgresql",
                                                     "mongodb",
                                                     "docker",
                                                     "kubernetes",
                                                     "object-storage",
                                                     "registry",
                                                     "private-network",
                                                     "vpn",
                                                     "load-balancer",
                                                     "gpu"};

/// Collects issues in document order; each check is one line at its field.
class Validator
{
public:
    explicit Validator(const Plan& plan)
        : m_plan(plan)
    {}

    std::vector<PlanIssue> run()
    {
        header();
        for (std::size_t index = 0; index < m_plan.workloads.size(); ++index) {
            workload(m_plan.workloads[index], fmt::format("workloads[{}]", index));
        }
        for (std::size_t index = 0; index < m_plan.requirements.size(); ++index) {
            requirement(m_plan.requirements[index], fmt::format("requirements[{}]", index));
        }
        candidates();
        weights();
        brownfield();
        ownAnswers();
        ownServers();
        ownSites();
        records();
        std::ranges::stable_sort(m_issues, {}, &PlanIssue::severity);
        return std::move(m_issues);
    }

private:
    void add(Severity severity, ErrorCode code, std::string where, std::string message, std::string hint)
    {
        m_issues.push_back({.severity = severity,
                            .error = {.code = code,
                                      .where = std::move(where),
                                      .message = std::move(message),
                                      .hint = std::move(hint)}});
    }
    void error(ErrorCode code, std::string where, std::string message, std::string hint)
    {
        add(Severity::Error, code, std::move(where), std::move(message), std::move(hint));
    }
    void warning(std::string where, std::string message, std::string hint)
    {
        add(Severity::Warning,
            ErrorCode::Inconsistent,
            std::move(where),
            std::move(message),
            std::move(hint));
    }
    void note(std::string where, std::string message, std::string hint)
    {
        add(Severity::Note, ErrorCode::Inconsistent, std::move(where), std::move(message), std::move(hint));
    }
    void outOfRange(std::string where, std::string_view shown, std::string_view expected)
    {
        error(ErrorCode::OutOfRange,
              std::move(where),
              fmt::format("this is {}, expected {}", shown, expected),
              fmt::format("set it to {}", expected));
    }

    void atLeast(std::string where, const Range& value, double least)
    {
        if (!(value.least() >= least) || !std::isfinite(value.most())) {
            outOfRange(std::move(where), value.toText(), fmt::format("at least {}", least));
        }
    }
    void positive(std::string where, const Range& value)
    {
        if (!(value.least() > 0.0) || !std::isfinite(value.most())) {
            outOfRange(std::move(where), value.toText(), "more than 0");
        }
    }
    void positive(std::string where, const std::optional<double>& value)
    {
        if (value) {
            positive(std::move(where), Range{*value});
        }
    }
    void within(std::string where, const Range& value, double least, double most)
    {
        if (!(value.least() >= least) || !(value.most() <= most)) {
            outOfRange(std::move(where), value.toText(), fmt::format("{} to {}", least, most));
        }
    }
    void tooMany(std::string where, std::size_t count, std::size_t most)
    {
        if (count > most) {
            error(ErrorCode::TooLarge,
                  std::move(where),
                  fmt::format("there are {}, at most {} are taken", count, most),
                  "take some away");
        }
    }

    void header();
    void workload(const Workload& workload, const std::string& at);
    void demand(const Workload& workload, const std::string& at);
    void growth(const Growth& growth, const std::string& at);
    void objectives(const Workload& workload, const std::string& at);
    void detail(const LlmServing& serving, const std::string& at);
    void speculation(const Speculation& speculation, const std::string& at);
    void calibration(const Calibration& calibration, const std::string& at);
    void detail(const Inference& inference, const std::string& at) { cost(inference.cost, at); }
    void detail(const BatchScoring& batch, const std::string& at);
    void detail(const Training& training, const std::string& at);
    void detail(const MeasuredService& service, const std::string& at);
    void cost(const InferenceCost& cost, const std::string& at);
    void architecture(const LlmArchitecture& architecture, const std::string& text, const std::string& at);
    void requirement(const Requirement& requirement, const std::string& at);
    void candidates();
    void candidate(const Candidate& candidate, const std::string& at);
    void query(const CandidateQuery& query, const std::string& at);
    void weights();
    void brownfield();
    void records();
    void ownServers();
    void ownSites();
    void ownAnswers();
    void ownDay(const std::string& where, const std::string& date);

    const Plan& m_plan;
    std::vector<PlanIssue> m_issues;
    std::set<std::string> m_workloadIds;
    std::set<std::string> m_requirementIds;
};

void Validator::header()
{
    if (m_plan.name.empty()) {
        note("name", "the plan has no name", "name it, so that reports can be told apart");
    }
    within("horizon_months", static_cast<double>(m_plan.horizonMonths), 1, kMostMonths);
    within("paths", static_cast<double>(m_plan.paths), 0, kMostPaths);
    if (m_plan.starts < monthOf(m_plan.asOf)) {
        note("starts",
             fmt::format(
                 "the plan starts in {}, before its as-of day {}", text(m_plan.starts), text(m_plan.asOf)),
             "prices are those of today; move `starts` if the past is not meant");
    }
    if (m_plan.workloads.empty()) {
        error(ErrorCode::MissingField,
              "workloads",
              "the plan has no workload",
              "add one, or start from a template with `new`");
    }
    tooMany("workloads", m_plan.workloads.size(), kMostWorkloads);
}

void Validator::workload(const Workload& workload, const std::string& at)
{
    if (workload.id.isEmpty()) {
        error(ErrorCode::MissingField, at + ".id", "the workload has no id", "give it a short name");
    } else if (!m_workloadIds.insert(workload.id.text()).second) {
        error(ErrorCode::Inconsistent,
              at + ".id",
              fmt::format("'{}' is the id of another workload", workload.id.text()),
              "ids are unique");
    }
    std::visit([&](const auto& value) { detail(value, at); }, workload.detail);
    atLeast(at + ".bytes_in_per_request", workload.bytesInPerRequest, 0);
    atLeast(at + ".bytes_out_per_request", workload.bytesOutPerRequest, 0);
    atLeast(at + ".stored_bytes", workload.storedBytes, 0);
    demand(workload, at + ".demand");
    objectives(workload, at + ".objectives");
}

void Validator::demand(const Workload& workload, const std::string& at)
{
    const Demand& demand = workload.demand;
    const bool hasRuns = std::holds_alternative<BatchScoring>(workload.detail)
                         || std::holds_alternative<Training>(workload.detail);
    if (!hasRuns) {
        positive(at + ".peak_per_second", demand.peakPerSecond);
    } else if (demand.peakPerSecond.most() != 0.0) {
        warning(at + ".peak_per_second",
                "arrivals a second have no effect on batch scoring and training",
                "set runs_per_month instead");
    }
    const auto& hours = demand.profile.weights;
    if (std::ranges::any_of(hours,
                            [](double weight) { return !(weight >= 0.0) || !std::isfinite(weight); })) {
        outOfRange(at + ".profile", "a profile with a negative weight", "weights from 0 to 1");
    } else if (std::abs(*std::ranges::max_element(hours) - 1.0) > 1e-9) {
        outOfRange(at + ".profile",
                   fmt::format("a profile whose greatest weight is {}", *std::ranges::max_element(hours)),
                   "a greatest weight of 1");
    }
    within(at + ".burstiness", demand.burstiness, 0, 100);
    growth(demand.growth, at + ".growth");
    tooMany(at + ".steps", demand.steps.size(), kMostSteps);
    for (std::size_t index = 0; index < demand.steps.size(); ++index) {
        const DemandStep& step = demand.steps[index];
        positive(fmt::format("{}.steps[{}].factor", at, index), step.factor);
        const int month = monthsBetween(m_plan.starts, step.month);
        if (month < 0 || month >= m_plan.horizonMonths) {
            warning(fmt::format("{}.steps[{}].month", at, index),
                    fmt::format("{} is outside the plan's months", text(step.month)),
                    "it has no effect");
        }
    }
}

void Validator::growth(const Growth& growth, const std::string& at)
{
    if (!(growth.perYear.least() > -1.0) || !(growth.perYear.most() <= 100.0)) {
        outOfRange(at + ".per_year", growth.perYear.toText(), "more than -1, at most 100 (100 % is 1)");
    } else if (growth.perYear.most() > 10.0) {
        warning(at + ".per_year",
                fmt::format("growth of {} a year is more than tenfold", growth.perYear.toText()),
                "40 per cent is 0.4 or \"40 %\"");
    }
    if (growth.kind == Growth::Kind::Logistic && !(growth.ceilingMultiple.least() > 1.0)) {
        outOfRange(at + ".ceiling_multiple", growth.ceilingMultiple.toText(), "more than 1");
    }
    if (growth.kind == Growth::Kind::None && growth.perYear.most() != 0.0) {
        warning(at + ".per_year",
                "a rate of growth without a kind has no effect",
                "set kind to linear, exponential or logistic");
    }
    within(at + ".yearly_shock", growth.monthlyShock, 0, 5);
}

void Validator::objectives(const Workload& workload, const std::string& at)
{
    const Objectives& objectives = workload.objectives;
    positive(at + ".time_to_first_token_p95_s", objectives.timeToFirstTokenP95Seconds);
    positive(at + ".time_per_token_p95_s", objectives.timePerTokenP95Seconds);
    positive(at + ".latency_p95_s", objectives.latencyP95Seconds);
    positive(at + ".deadline_hours", objectives.deadlineHours);
    if (objectives.availability && !(*objectives.availability > 0.0 && *objectives.availability < 1.0)) {
        outOfRange(at + ".availability",
                   fmt::format("{}", *objectives.availability),
                   "a fraction between 0 and 1, such as 0.999");
    }
    const bool isLlm = std::holds_alternative<LlmServing>(workload.detail);
    const bool hasRuns = std::holds_alternative<BatchScoring>(workload.detail)
                         || std::holds_alternative<Training>(workload.detail);
    if (!isLlm && (objectives.timeToFirstTokenP95Seconds || objectives.timePerTokenP95Seconds)) {
        warning(at,
                "token times are asked of a workload that answers without tokens",
                "set latency_p95_s instead");
    }
    if (!hasRuns && objectives.deadlineHours) {
        warning(at + ".deadline_hours", "a deadline has no effect on a service", "set latency_p95_s instead");
    }
    if (hasRuns && objectives.latencyP95Seconds) {
        warning(at + ".latency_p95_s", "a latency has no effect on runs", "set deadline_hours instead");
    }
}

void Validator::architecture(const LlmArchitecture& architecture,
                             const std::string& text,
                             const std::string& at)
{
    if (text.empty() && architecture.hiddenSize == 0) {
        error(ErrorCode::MissingField,
              at + ".model.config",
              "the model has no config",
              "put the content of its Hugging Face config.json under `config`, or name the file in "
              "`config_file`");
    }
    positive(at + ".model.weights_bytes", architecture.weightsBytesOverride);
}

void Validator::detail(const LlmServing& serving, const std::string& at)
{
    architecture(serving.architecture, serving.configText, at);
    atLeast(at + ".input_tokens", serving.inputTokens, 1);
    atLeast(at + ".output_tokens", serving.outputTokens, 1);
    within(at + ".shared_prefix_fraction", serving.sharedPrefixFraction, 0, 1);
    within(at + ".tensor_parallel", static_cast<double>(serving.tensorParallel), 0, 1024);
    speculation(serving.speculation, at + ".speculation");
    if (serving.isExpertParallel && serving.architecture.hiddenSize > 0
        && !serving.architecture.isMixtureOfExperts()) {
        error(ErrorCode::Inconsistent,
              at + ".expert_parallel",
              "the model has no experts that could be dealt out over devices",
              "leave it off, or take a mixture of experts");
    }
    within(at + ".max_batch", static_cast<double>(serving.maxBatch), 1, 65536);
    for (std::size_t i = 0; i < serving.calibrations.size(); ++i) {
        calibration(serving.calibrations[i], fmt::format("{}.calibrations[{}]", at, i));
    }
    const int context = serving.architecture.contextLength;
    const double longest = serving.inputTokens.median() + serving.outputTokens.median();
    if (context > 0 && longest > context) {
        error(ErrorCode::Inconsistent,
              at + ".input_tokens",
              fmt::format(
                  "a request and its answer take {} tokens, the model's context holds {}", longest, context),
              "shorten them or take another model");
    }
}

void Validator::speculation(const Speculation& speculation, const std::string& at)
{
    constexpr int kMostDrafted = 64;
    constexpr double kMostAcceptance = 0.999;
    constexpr double kMostShare = 10.0;
    within(at + ".drafted_tokens", static_cast<double>(speculation.draftedTokens), 0, kMostDrafted);
    within(at + ".acceptance", speculation.acceptance, 0, kMostAcceptance);
    within(at + ".draft_share", speculation.draftShare, 0, kMostShare);
}

void Validator::calibration(const Calibration& calibration, const std::string& at)
{
    constexpr double kMostFactor = 20.0; // beyond it the measurement is of something else
    positive(at + ".compute_factor", Range{calibration.computeFactor});
    within(at + ".compute_factor", Range{calibration.computeFactor}, 0, kMostFactor);
    positive(at + ".bandwidth_factor", Range{calibration.bandwidthFactor});
    within(at + ".bandwidth_factor", Range{calibration.bandwidthFactor}, 0, kMostFactor);
    if (calibration.secondsPerStep) {
        within(at + ".seconds_per_step", Range{*calibration.secondsPerStep}, 0, 1);
    }
    for (std::size_t i = 0; i < calibration.points.size(); ++i) {
        const std::string place = fmt::format("{}.points[{}]", at, i);
        positive(place + ".at", Range{calibration.points[i].at});
        positive(place + ".measured", Range{calibration.points[i].measured});
    }
}

void Validator::cost(const InferenceCost& cost, const std::string& at)
{
    atLeast(at + ".flops_per_item", cost.flops, 0);
    atLeast(at + ".memory_traffic_bytes_per_item", cost.memoryTrafficBytes, 0);
    atLeast(at + ".model_bytes", cost.modelBytes, 0);
    atLeast(at + ".cpu_seconds_per_item", cost.cpuSecondsPerItem, 0);
    within(at + ".max_batch", static_cast<double>(cost.maxBatch), 1, 65536);
    if (!(cost.flops.most() > 0.0) && !(cost.memoryTrafficBytes.most() > 0.0)
        && !(cost.cpuSecondsPerItem.most() > 0.0)) {
        error(ErrorCode::MissingField,
              at + ".flops_per_item",
              "nothing says what one item costs to compute",
              "give flops_per_item, memory_traffic_bytes_per_item or cpu_seconds_per_item");
    }
}

void Validator::detail(const BatchScoring& batch, const std::string& at)
{
    cost(batch.cost, at);
    positive(at + ".items_per_run", batch.itemsPerRun);
    positive(at + ".runs_per_month", batch.runsPerMonth);
    atLeast(at + ".bytes_in_per_item", batch.bytesInPerItem, 0);
    atLeast(at + ".bytes_out_per_item", batch.bytesOutPerItem, 0);
}

void Validator::detail(const Training& training, const std::string& at)
{
    architecture(training.architecture, training.configText, at);
    positive(at + ".tokens_per_run", training.tokensPerRun);
    positive(at + ".runs_per_month", training.runsPerMonth);
    within(at + ".sequence_length", static_cast<double>(training.sequenceLength), 1, 10'000'000);
    positive(at + ".checkpoint_minutes", training.checkpointMinutes);
}

void Validator::detail(const MeasuredService& service, const std::string& at)
{
    if (service.points.empty()) {
        error(ErrorCode::MissingField,
              at + ".points",
              "the service has no measured point",
              "add the points of a load test");
    } else if (service.points.size() < 3) {
        note(at + ".points",
             "with fewer than three points the fit has no measure of its own error",
             "add points at other concurrencies");
    }
    tooMany(at + ".points", service.points.size(), kMostPoints);
    std::set<double> seen;
    for (std::size_t index = 0; index < service.points.size(); ++index) {
        const MeasuredPoint& point = service.points[index];
        const std::string place = fmt::format("{}.points[{}]", at, index);
        positive(place + ".concurrency", Range{point.concurrency});
        positive(place + ".throughput_per_second", Range{point.throughputPerSecond});
        positive(place + ".latency_p95_s", point.latencyP95Seconds);
        if (!seen.insert(point.concurrency).second) {
            warning(place + ".concurrency",
                    fmt::format("{} is measured twice", point.concurrency),
                    "both points enter the fit");
        }
    }
    positive(at + ".measured_vcpus", service.measuredVcpus);
    atLeast(at + ".memory_bytes_per_replica", service.memoryBytesPerReplica, 0);
    atLeast(at + ".database_connections_per_replica", service.databaseConnectionsPerReplica, 0);
}

void Validator::requirement(const Requirement& requirement, const std::string& at)
{
    if (requirement.id.empty() || !m_requirementIds.insert(requirement.id).second) {
        error(ErrorCode::Inconsistent,
              at + ".id",
              requirement.id.empty() ? "the requirement has no id"
                                     : fmt::format("'{}' is the id of another requirement", requirement.id),
              "give each requirement a short name of its own");
    }
    if (requirement.values.empty()) {
        error(ErrorCode::MissingField,
              at + ".values",
              "the requirement asks for nothing",
              "name at least one value");
        return;
    }
    const auto unknown = [&](std::size_t index, std::string hint) {
        error(ErrorCode::UnknownName,
              fmt::format("{}.values[{}]", at, index),
              fmt::format("'{}' is not known here", requirement.values[index]),
              std::move(hint));
    };
    for (std::size_t index = 0; index < requirement.values.size(); ++index) {
        const std::string& value = requirement.values[index];
        if (requirement.kind == Requirement::Kind::Purchase && !parsePurchase(value)) {
            unknown(index, "use on-demand, spot, reserved, savings-plan, committed-use, platform or owned");
        } else if (requirement.kind == Requirement::Kind::Kind && !parseOptionKind(value)) {
            unknown(index, "use machine, platform, layer, token-api, self-hosted or hybrid");
        } else if (requirement.kind == Requirement::Kind::Service
                   && std::ranges::find(kServices, value) == kServices.end()) {
            unknown(index, fmt::format("use one of {}", fmt::join(kServices, ", ")));
        }
    }
    if (requirement.kind == Requirement::Kind::OperatingSystem && requirement.values.size() != 2) {
        error(ErrorCode::OutOfRange,
              at + ".values",
              "an operating system is asked for by two values",
              "write product and release, such as [\"rhel\", \"9\"]");
    }
}

void Validator::candidates()
{
    if (m_plan.candidates.empty() && m_plan.queries.empty()) {
        error(ErrorCode::MissingField,
              "candidates",
              "the plan has neither candidates nor queries",
              "name options, or describe them in `queries`");
    }
    tooMany("candidates", m_plan.candidates.size(), kMostCandidates);
    tooMany("queries", m_plan.queries.size(), kMostCandidates);
    for (std::size_t index = 0; index < m_plan.candidates.size(); ++index) {
        const std::string at = fmt::format("candidates[{}]", index);
        candidate(m_plan.candidates[index], at);
        if (std::find(m_plan.candidates.begin(),
                      m_plan.candidates.begin() + static_cast<std::ptrdiff_t>(index),
                      m_plan.candidates[index])
            != m_plan.candidates.begin() + static_cast<std::ptrdiff_t>(index)) {
            warning(at, "the same candidate stands above", "it is taken once");
        }
    }
    for (std::size_t index = 0; index < m_plan.queries.size(); ++index) {
        query(m_plan.queries[index], fmt::format("queries[{}]", index));
    }
}

void Validator::candidate(const Candidate& candidate, const std::string& at)
{
    const auto need = [&](bool isThere, std::string_view key, std::string_view hint) {
        if (!isThere) {
            error(ErrorCode::MissingField,
                  fmt::format("{}.{}", at, key),
                  fmt::format("a candidate of kind {} needs '{}'", name(candidate.kind), key),
                  std::string(hint));
        }
    };
    switch (candidate.kind) {
    case OptionKind::Layer:
        need(!candidate.layer.isEmpty(), "layer", "name who sells the layer, e.g. datatron");
        [[fallthrough]];
    case OptionKind::Machine:
    case OptionKind::Platform:
        need(!candidate.provider.isEmpty(), "provider", "name a provider of the catalogue");
        need(!candidate.machine.isEmpty(), "machine", "give the provider's own name of the machine");
        break;
    case OptionKind::TokenApi:
        need(!candidate.provider.isEmpty(), "provider", "name a provider of the catalogue");
        need(!candidate.tokenModel.empty(), "token_model", "give the seller's name of the model");
        break;
    case OptionKind::Hybrid:
        need(!candidate.provider.isEmpty(), "provider", "name the provider that takes the overflow");
        [[fallthrough]];
    case OptionKind::SelfHosted:
        need(!candidate.server.isEmpty(), "server", "name a server build of the catalogue");
        need(!candidate.site.isEmpty(), "site", "name a site of the catalogue");
        break;
    }
    if (isCommitment(candidate.purchase) && candidate.termMonths <= 0) {
        error(ErrorCode::MissingField,
              at + ".term_months",
              fmt::format("a candidate bought as {} needs a term", name(candidate.purchase)),
              "write 12 or 36");
    }
    if (!isCommitment(candidate.purchase) && candidate.termMonths != 0) {
        warning(at + ".term_months",
                fmt::format("a term has no effect on {}", name(candidate.purchase)),
                "remove it, or set purchase to a commitment");
    }
    within(at + ".term_months", static_cast<double>(candidate.termMonths), 0, kMostMonths);
}

void Validator::query(const CandidateQuery& query, const std::string& at)
{
    within(at + ".per_provider",
           static_cast<double>(query.perProvider),
           1,
           static_cast<double>(kMostCandidates));
    within(
        at + ".max_options", static_cast<double>(query.maxOptions), 1, static_cast<double>(kMostCandidates));
    atLeast(at + ".min_accelerator_memory_bytes", query.minAcceleratorMemoryBytes.value_or(0.0), 0);
    atLeast(at + ".min_accelerators", static_cast<double>(query.minAcceleratorCount.value_or(0)), 0);
    atLeast(at + ".max_accelerators", static_cast<double>(query.maxAcceleratorCount.value_or(0)), 0);
    atLeast(at + ".min_vcpus", query.minVcpus.value_or(0.0), 0);
    atLeast(at + ".max_vcpus", query.maxVcpus.value_or(0.0), 0);
    atLeast(at + ".min_memory_bytes", query.minMemoryBytes.value_or(0.0), 0);
    if (query.minVcpus && query.maxVcpus && *query.minVcpus > *query.maxVcpus) {
        error(ErrorCode::Inconsistent,
              at + ".max_vcpus",
              "the greatest number of vCPUs is below the least",
              "swap them");
    }
    if (query.minAcceleratorCount && query.maxAcceleratorCount
        && *query.minAcceleratorCount > *query.maxAcceleratorCount) {
        error(ErrorCode::Inconsistent,
              at + ".max_accelerators",
              "the greatest number of accelerators is below the least",
              "swap them");
    }
}

void Validator::weights()
{
    const auto check = [&](std::string_view key, double weight) {
        if (!(weight >= 0.0) || !std::isfinite(weight)) {
            outOfRange(fmt::format("weights.{}", key), fmt::format("{}", weight), "at least 0");
        }
    };
    check("cost", m_plan.weights.cost);
    for (const Criterion criterion : kCriteria) {
        check(name(criterion), m_plan.weights.of(criterion));
    }
    if (!(m_plan.weights.sum() > 0.0)) {
        error(
            ErrorCode::Inconsistent, "weights", "all weights are 0", "give at least one of them some weight");
    }
}

void Validator::brownfield()
{
    const Brownfield& owned = m_plan.brownfield;
    for (std::size_t index = 0; index < owned.servers.size(); ++index) {
        const std::string at = fmt::format("brownfield.servers[{}]", index);
        within(at + ".count", static_cast<double>(owned.servers[index].count), 0, 1e6);
        atLeast(at + ".book_value_each", owned.servers[index].bookValueEach, 0);
        within(at + ".age_months", static_cast<double>(owned.servers[index].ageMonths), 0, 600);
    }
    for (std::size_t index = 0; index < owned.commitments.size(); ++index) {
        const RunningCommitment& commitment = owned.commitments[index];
        const std::string at = fmt::format("brownfield.commitments[{}]", index);
        within(at + ".count", static_cast<double>(commitment.count), 0, 1e6);
        atLeast(at + ".per_hour_each", commitment.perHourEach, 0);
        if (commitment.until < m_plan.starts) {
            warning(at + ".until",
                    fmt::format("it ends in {}, before the plan starts", text(commitment.until)),
                    "it has no effect");
        }
    }
    for (const auto& [provider, discount] : owned.discountFraction) {
        within(fmt::format("brownfield.discounts.{}", provider.text()), discount, 0, 1);
    }
}

void Validator::ownDay(const std::string& where, const std::string& date)
{
    if (!date.empty() && !parseDay(date)) {
        error(ErrorCode::InvalidSyntax,
              where,
              fmt::format("'{}' is no day", date.substr(0, kMostShown)),
              "write year, month and day, such as 2026-11-28, or leave it empty");
    }
}

void Validator::ownServers()
{
    tooMany("servers", m_plan.servers.size(), kMostOwnParts);
    std::set<ServerBuildId> ids;
    for (std::size_t index = 0; index < m_plan.servers.size(); ++index) {
        const OwnServer& server = m_plan.servers[index];
        const std::string at = fmt::format("servers[{}]", index);
        if (server.id.isEmpty() || !ids.insert(server.id).second) {
            error(ErrorCode::Inconsistent,
                  at + ".id",
                  server.id.isEmpty() ? "the server has no id"
                                      : fmt::format("'{}' is the id of another server", server.id.text()),
                  "give each server a short name of its own");
        }
        const int least = server.accelerator.isEmpty() ? 0 : 1;
        within(at + ".accelerators", static_cast<double>(server.acceleratorCount), least, kMostDevices);
        positive(at + ".vcpus", server.vcpus);
        positive(at + ".memory_bytes", server.memoryBytes);
        positive(at + ".rack_units", server.rackUnits);
        if (server.price) {
            positive(at + ".price", *server.price);
        }
        positive(at + ".power_idle_w", server.idleWatts);
        positive(at + ".power_load_w", server.loadWatts);
        positive(at + ".power_rated_w", server.ratedWatts);
        ownDay(at + ".date", server.date);
    }
}

void Validator::ownSites()
{
    tooMany("sites", m_plan.sites.size(), kMostOwnParts);
    std::set<SiteId> ids;
    constexpr double kLeastPue = 1.0;
    constexpr double kMostPue = 5.0;
    for (std::size_t index = 0; index < m_plan.sites.size(); ++index) {
        const OwnSite& site = m_plan.sites[index];
        const std::string at = fmt::format("sites[{}]", index);
        if (site.id.isEmpty() || !ids.insert(site.id).second) {
            error(ErrorCode::Inconsistent,
                  at + ".id",
                  site.id.isEmpty() ? "the site has no id"
                                    : fmt::format("'{}' is the id of another site", site.id.text()),
                  "give each site a short name of its own");
        }
        if (site.rentPerKilowattMonth) {
            atLeast(at + ".rent_per_kw_month", *site.rentPerKilowattMonth, 0);
        }
        if (site.electricityPerKwh) {
            atLeast(at + ".electricity_per_kwh", *site.electricityPerKwh, 0);
        }
        if (site.pue) {
            within(at + ".pue", *site.pue, kLeastPue, kMostPue);
        }
        ownDay(at + ".date", site.date);
    }
}

void Validator::ownAnswers()
{
    tooMany("answers", m_plan.answers.size(), kMostAnswers);
    std::set<std::pair<ProviderId, QuestionId>> asked;
    for (std::size_t index = 0; index < m_plan.answers.size(); ++index) {
        const OwnAnswer& answer = m_plan.answers[index];
        const std::string at = fmt::format("answers[{}]", index);
        if (answer.provider.isEmpty()) {
            error(ErrorCode::MissingField, at + ".provider", "the answer is about nobody", "name a provider");
        }
        if (answer.question.isEmpty()) {
            error(ErrorCode::MissingField,
                  at + ".question",
                  "the answer answers nothing",
                  "name a question of the catalogue");
        }
        if (!asked.emplace(answer.provider, answer.question).second) {
            error(ErrorCode::Inconsistent,
                  at,
                  fmt::format("'{}' of {} is answered twice", answer.question.text(), answer.provider.text()),
                  "keep one of the answers");
        }
        if (answer.answer == Answer::Value && !answer.value) {
            error(ErrorCode::MissingField,
                  at + ".value",
                  "the value is missing",
                  "give it, or answer yes or no");
        }
        if (answer.date > m_plan.asOf) {
            warning(at + ".date", "the answer is younger than the plan's day", "check the day");
        }
    }
}

void Validator::records()
{
    for (std::size_t index = 0; index < m_plan.exchangeRates.size(); ++index) {
        const std::string at = fmt::format("exchange_rates[{}]", index);
        positive(at + ".rate", Range{m_plan.exchangeRates[index].rate});
        if (!parseDay(m_plan.exchangeRates[index].date)) {
            error(ErrorCode::InvalidSyntax,
                  at + ".date",
                  fmt::format("'{}' is no day", m_plan.exchangeRates[index].date),
                  "write YYYY-MM-DD");
        }
    }
    std::set<std::string> letters;
    for (const auto& [option, letter] : m_plan.letters) {
        if (letter.empty() || !letters.insert(letter).second) {
            error(ErrorCode::Inconsistent,
                  fmt::format("letters.{}", option),
                  fmt::format("the letter '{}' is empty or taken twice", letter),
                  "remove the entry; a new letter is given");
        }
    }
    for (std::size_t index = 0; index < m_plan.pricesUsed.size(); ++index) {
        const UsedPrice& price = m_plan.pricesUsed[index];
        if (price.amount.isNegative() || price.upfront.isNegative()) {
            outOfRange(
                fmt::format("prices_used[{}].amount", index), price.amount.toText(), "a price of at least 0");
        }
    }
}

} // namespace

std::vector<PlanIssue> validate(const Plan& plan)
{
    return Validator(plan).run();
}

} // namespace wherewithal::model
