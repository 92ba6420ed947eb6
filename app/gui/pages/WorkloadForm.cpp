// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/pages/WorkloadForm.h"

#include "app/gui/pages/WorkloadEdits.h"
#include "app/report/Format.h"
#include "model/units/Quantity.h"
#include "simulator/throughput/EngineProfile.h"
#include "simulator/throughput/LlmCounts.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace wherewithal::app {

namespace {

using model::Dimension;
using model::Plan;
using model::Range;

QString say(const char* text)
{
    return QCoreApplication::translate("WorkloadForm", text);
}

QString at(std::size_t workload, const char* rest)
{
    return QStringLiteral("/workloads/%1/%2").arg(workload).arg(QLatin1String(rest));
}

FieldSpec spec(const QString& place, const QString& label, const QString& unit, Dimension dimension)
{
    FieldSpec result;
    result.place = place;
    result.label = label;
    result.unit = unit;
    result.dimension = dimension;
    return result;
}

/// A range inside the detail of one kind.
template <typename Kind>
void addRange(FieldForm& form,
              std::size_t workload,
              const char* key,
              const char* label,
              const QString& unit,
              Dimension dimension,
              Range& (*member)(Kind&))
{
    FieldSpec made = spec(at(workload, key), say(label), unit, dimension);
    bindRange(made, [workload, member](Plan& plan) -> Range& {
        return member(std::get<Kind>(plan.workloads[workload].detail));
    });
    form.add(std::move(made));
}

/// A line of text in the plan.
void addTextOf(FieldForm& form,
               Workspace& workspace,
               const QString& place,
               const QString& label,
               const std::function<std::string&(Plan&)>& access)
{
    form.addText(
        label,
        place,
        [access](const Plan& plan) {
            return fromEngine(access(const_cast<Plan&>(plan)));
        }, // NOLINT: read only
        [&workspace, place, label, access](const QString& text) {
            workspace.document().change<std::string>(
                place, QStringLiteral("%1 %2").arg(label, text), access, text.toStdString());
        });
}

constexpr std::array<model::Precision, 6> kPrecisions{model::Precision::Bf16,
                                                      model::Precision::Fp8,
                                                      model::Precision::Int8,
                                                      model::Precision::Fp4,
                                                      model::Precision::Int4,
                                                      model::Precision::Fp32};

/// A choice of precisions for the member that `access` finds.
void addPrecision(FieldForm& form,
                  Workspace& workspace,
                  const QString& place,
                  const QString& label,
                  const std::function<model::Precision&(Plan&)>& access)
{
    QStringList names;
    for (const model::Precision precision : kPrecisions) {
        names.append(QString::fromUtf8(model::name(precision).data()).toUpper());
    }
    form.addChoice(
        label,
        place,
        names,
        [access](const Plan& plan) {
            const auto found =
                std::ranges::find(kPrecisions, access(const_cast<Plan&>(plan))); // NOLINT: read only
            return static_cast<int>(found - kPrecisions.begin());
        },
        [&workspace, place, label, names, access](int row) {
            workspace.document().change<model::Precision>(place,
                                                          QStringLiteral("%1 %2").arg(label, names[row]),
                                                          access,
                                                          kPrecisions[static_cast<std::size_t>(row)]);
        });
}

void addLlm(FieldForm& form, std::size_t workload)
{
    using Llm = model::LlmServing;
    addRange<Llm>(form,
                  workload,
                  "input_tokens",
                  QT_TRANSLATE_NOOP("WorkloadForm", "Input tokens"),
                  say("tokens"),
                  Dimension::Count,
                  [](Llm& llm) -> Range& { return llm.inputTokens; });
    addRange<Llm>(form,
                  workload,
                  "output_tokens",
                  QT_TRANSLATE_NOOP("WorkloadForm", "Output tokens"),
                  say("tokens"),
                  Dimension::Count,
                  [](Llm& llm) -> Range& { return llm.outputTokens; });
    addRange<Llm>(form,
                  workload,
                  "shared_prefix_fraction",
                  QT_TRANSLATE_NOOP("WorkloadForm", "Shared prefix"),
                  say("of the input"),
                  Dimension::Fraction,
                  [](Llm& llm) -> Range& { return llm.sharedPrefixFraction; });
}

template <typename Kind>
void addInferenceCost(FieldForm& form, std::size_t workload)
{
    addRange<Kind>(form,
                   workload,
                   "flops_per_item",
                   QT_TRANSLATE_NOOP("WorkloadForm", "Arithmetic"),
                   say("FLOP per item"),
                   Dimension::Flops,
                   [](Kind& kind) -> Range& { return kind.cost.flops; });
    addRange<Kind>(form,
                   workload,
                   "memory_traffic_bytes_per_item",
                   QT_TRANSLATE_NOOP("WorkloadForm", "Memory traffic"),
                   say("bytes per item"),
                   Dimension::Bytes,
                   [](Kind& kind) -> Range& { return kind.cost.memoryTrafficBytes; });
    addRange<Kind>(form,
                   workload,
                   "model_bytes",
                   QT_TRANSLATE_NOOP("WorkloadForm", "Model in memory"),
                   say("bytes"),
                   Dimension::Bytes,
                   [](Kind& kind) -> Range& { return kind.cost.modelBytes; });
    addRange<Kind>(form,
                   workload,
                   "cpu_seconds_per_item",
                   QT_TRANSLATE_NOOP("WorkloadForm", "Measured on a vCPU"),
                   say("s, 0: unknown"),
                   Dimension::Seconds,
                   [](Kind& kind) -> Range& { return kind.cost.cpuSecondsPerItem; });
}

void addBatch(FieldForm& form, std::size_t workload)
{
    using Batch = model::BatchScoring;
    addRange<Batch>(form,
                    workload,
                    "items_per_run",
                    QT_TRANSLATE_NOOP("WorkloadForm", "Items per run"),
                    say("items"),
                    Dimension::Count,
                    [](Batch& batch) -> Range& { return batch.itemsPerRun; });
    addRange<Batch>(form,
                    workload,
                    "runs_per_month",
                    QT_TRANSLATE_NOOP("WorkloadForm", "Runs"),
                    say("per month"),
                    Dimension::PerMonth,
                    [](Batch& batch) -> Range& { return batch.runsPerMonth; });
    addInferenceCost<Batch>(form, workload);
    addRange<Batch>(form,
                    workload,
                    "bytes_in_per_item",
                    QT_TRANSLATE_NOOP("WorkloadForm", "Transfer in"),
                    say("bytes per item"),
                    Dimension::Bytes,
                    [](Batch& batch) -> Range& { return batch.bytesInPerItem; });
    addRange<Batch>(form,
                    workload,
                    "bytes_out_per_item",
                    QT_TRANSLATE_NOOP("WorkloadForm", "Transfer back"),
                    say("bytes per item"),
                    Dimension::Bytes,
                    [](Batch& batch) -> Range& { return batch.bytesOutPerItem; });
}

void addTraining(FieldForm& form, std::size_t workload)
{
    using Run = model::Training;
    addRange<Run>(form,
                  workload,
                  "tokens_per_run",
                  QT_TRANSLATE_NOOP("WorkloadForm", "Tokens per run"),
                  say("tokens"),
                  Dimension::Count,
                  [](Run& run) -> Range& { return run.tokensPerRun; });
    addRange<Run>(form,
                  workload,
                  "runs_per_month",
                  QT_TRANSLATE_NOOP("WorkloadForm", "Runs"),
                  say("per month"),
                  Dimension::PerMonth,
                  [](Run& run) -> Range& { return run.runsPerMonth; });
    addRange<Run>(form,
                  workload,
                  "checkpoint_minutes",
                  QT_TRANSLATE_NOOP("WorkloadForm", "Checkpoint every"),
                  say("min"),
                  Dimension::Minutes,
                  [](Run& run) -> Range& { return run.checkpointMinutes; });
}

void addMeasured(FieldForm& form, Workspace& workspace, std::size_t workload)
{
    using Service = model::MeasuredService;
    const auto access = [workload](Plan& plan) -> Service& {
        return std::get<Service>(plan.workloads[workload].detail);
    };
    const QString measuredOn = at(workload, "measured_on");
    addTextOf(form, workspace, measuredOn, say("Measured on"), [access](Plan& plan) -> std::string& {
        return access(plan).measuredOn;
    });
    FieldSpec vcpus =
        spec(at(workload, "measured_vcpus"), say("Its threads"), say("vCPUs"), Dimension::Plain);
    bindOptional(vcpus,
                 [access](Plan& plan) -> std::optional<double>& { return access(plan).measuredVcpus; });
    form.add(std::move(vcpus));
    addRange<Service>(form,
                      workload,
                      "memory_bytes_per_replica",
                      QT_TRANSLATE_NOOP("WorkloadForm", "Memory"),
                      say("bytes per replica"),
                      Dimension::Bytes,
                      [](Service& measured) -> Range& { return measured.memoryBytesPerReplica; });
    FieldSpec connections = spec(at(workload, "database_connections_per_replica"),
                                 say("Database"),
                                 say("connections"),
                                 Dimension::Plain);
    bindNumber(connections,
               [access](Plan& plan) -> double& { return access(plan).databaseConnectionsPerReplica; });
    form.add(std::move(connections));
}

/// A choice between named values of the member that `access` finds.
template <typename T>
void addValueChoice(FieldForm& form,
                    Workspace& workspace,
                    const QString& place,
                    const QString& label,
                    const std::vector<std::pair<QString, T>>& values,
                    const std::function<T&(Plan&)>& access)
{
    QStringList names;
    for (const auto& value : values) {
        names.append(value.first);
    }
    form.addChoice(
        label,
        place,
        names,
        [access, values](const Plan& plan) {
            const auto found = std::ranges::find_if(values, [&](const auto& value) {
                return value.second == access(const_cast<Plan&>(plan)); // NOLINT: read only
            });
            return found == values.end() ? -1 : static_cast<int>(found - values.begin());
        },
        [&workspace, place, label, values, access](int row) {
            const auto& value = values[static_cast<std::size_t>(row)];
            workspace.document().change<T>(
                place, QStringLiteral("%1 %2").arg(label, value.first), access, value.second);
        });
}

void addLlmModel(FieldForm& form, Workspace& workspace, std::size_t workload)
{
    using Llm = model::LlmServing;
    const auto access = [workload](Plan& plan) -> Llm& {
        return std::get<Llm>(plan.workloads[workload].detail);
    };
    addPrecision(form,
                 workspace,
                 at(workload, "weight_precision"),
                 say("Weights in"),
                 [access](Plan& plan) -> model::Precision& { return access(plan).weightPrecision; });
    addPrecision(form,
                 workspace,
                 at(workload, "cache_precision"),
                 say("Cache in"),
                 [access](Plan& plan) -> model::Precision& { return access(plan).cachePrecision; });
}

void addLlmEngine(FieldForm& form, Workspace& workspace, std::size_t workload)
{
    using Llm = model::LlmServing;
    const auto access = [workload](Plan& plan) -> Llm& {
        return std::get<Llm>(plan.workloads[workload].detail);
    };
    std::vector<std::pair<QString, std::string>> engines;
    const std::string now = access(const_cast<Plan&>(workspace.plan())).engineProfile; // NOLINT: read only
    for (const simulator::EngineProfile& profile : simulator::engineProfiles()) {
        const bool isDefault = profile.key == simulator::kDefaultEngineProfile;
        engines.emplace_back(
            QString::fromUtf8(profile.label.data(), static_cast<qsizetype>(profile.label.size())),
            isDefault && now.empty() ? std::string{} : std::string(profile.key));
    }
    addValueChoice<std::string>(form,
                                workspace,
                                at(workload, "engine_profile"),
                                say("Engine"),
                                engines,
                                [access](Plan& plan) -> std::string& { return access(plan).engineProfile; });
    addValueChoice<int>(form,
                        workspace,
                        at(workload, "tensor_parallel"),
                        say("Devices"),
                        {{say("fewest that fit"), 0},
                         {QStringLiteral("1"), 1},
                         {QStringLiteral("2"), 2},
                         {QStringLiteral("4"), 4},
                         {QStringLiteral("8"), 8}},
                        [access](Plan& plan) -> int& { return access(plan).tensorParallel; });
    FieldSpec batch =
        spec(at(workload, "max_batch"), say("Largest batch"), say("sequences"), Dimension::Count);
    bindInteger(batch, [access](Plan& plan) -> int& { return access(plan).maxBatch; });
    form.add(std::move(batch));
}

void addTrainingModel(FieldForm& form, Workspace& workspace, std::size_t workload)
{
    using Run = model::Training;
    const auto access = [workload](Plan& plan) -> Run& {
        return std::get<Run>(plan.workloads[workload].detail);
    };
    addPrecision(form,
                 workspace,
                 at(workload, "precision"),
                 say("Arithmetic in"),
                 [access](Plan& plan) -> model::Precision& { return access(plan).precision; });
    addValueChoice<Run::Method>(
        form,
        workspace,
        at(workload, "method"),
        say("Method"),
        {{say("all parameters"), Run::Method::Full}, {say("adapters (LoRA)"), Run::Method::Lora}},
        [access](Plan& plan) -> Run::Method& { return access(plan).method; });
    addValueChoice<bool>(form,
                         workspace,
                         at(workload, "recomputes_activations"),
                         say("Activations"),
                         {{say("kept in memory"), false}, {say("computed again"), true}},
                         [access](Plan& plan) -> bool& { return access(plan).recomputesActivations; });
    FieldSpec length =
        spec(at(workload, "sequence_length"), say("Sequence"), say("tokens"), Dimension::Count);
    bindInteger(length, [access](Plan& plan) -> int& { return access(plan).sequenceLength; });
    form.add(std::move(length));
}

/// `Kind` has a member `cost`.
template <typename Kind>
void addInferenceModel(FieldForm& form, Workspace& workspace, std::size_t workload)
{
    const auto access = [workload](Plan& plan) -> model::InferenceCost& {
        return std::get<Kind>(plan.workloads[workload].detail).cost;
    };
    addTextOf(form, workspace, at(workload, "model_name"), say("Name"), [access](Plan& plan) -> std::string& {
        return access(plan).modelName;
    });
    addValueChoice<std::string>(form,
                                workspace,
                                at(workload, "model_class"),
                                say("Class"),
                                {{say("convolutional network"), "cnn"},
                                 {say("transformer encoder"), "transformer-encoder"},
                                 {say("trees"), "trees"},
                                 {say("embedding tables"), "embedding"},
                                 {say("other"), "other"}},
                                [access](Plan& plan) -> std::string& { return access(plan).modelClass; });
    addPrecision(form,
                 workspace,
                 at(workload, "precision"),
                 say("Arithmetic in"),
                 [access](Plan& plan) -> model::Precision& { return access(plan).precision; });
    FieldSpec batch = spec(at(workload, "max_batch"), say("Largest batch"), say("items"), Dimension::Count);
    bindInteger(batch, [access](Plan& plan) -> int& { return access(plan).maxBatch; });
    form.add(std::move(batch));
}

} // namespace

void addModelFacts(FieldForm& form, const model::Workload& workload)
{
    const Format format;
    const auto* llm = std::get_if<model::LlmServing>(&workload.detail);
    const auto* training = std::get_if<model::Training>(&workload.detail);
    if (llm == nullptr && training == nullptr) {
        return;
    }
    const model::LlmArchitecture& a = llm != nullptr ? llm->architecture : training->architecture;
    if (const auto checked = simulator::checkArchitecture(a); !checked) {
        form.addFact(say("Not readable"), fromEngine(checked.error().message));
        return;
    }
    const auto shape = simulator::shapeOf<double>(a);
    const auto counts = simulator::countLlm<double>(a, shape);
    const model::Precision precision = llm != nullptr ? llm->weightPrecision : training->precision;
    form.addFact(say("Parameters"), format.number(counts.total / 1e9, 2), say("billion"));
    form.addFact(say("Active per token"), format.number(counts.active / 1e9, 2), say("billion"));
    form.addFact(say("Layers"), format.integer(a.layerCount));
    form.addFact(say("Heads, key-value"), QStringLiteral("%1, %2").arg(a.queryHeads).arg(a.keyValueHeads));
    if (a.isMixtureOfExperts()) {
        form.addFact(say("Experts, active"),
                     QStringLiteral("%1, %2").arg(a.expertCount).arg(a.expertsPerToken));
    }
    form.addFact(say("Longest context"),
                 a.contextLength > 0 ? format.integer(a.contextLength) : format.unknown(),
                 say("tokens"));
    const double bytesPerCached = model::bytesPerNumber(llm != nullptr ? llm->cachePrecision : precision);
    form.addFact(say("KV cache per token"),
                 format.number(counts.cacheElementsPerToken * bytesPerCached / 1024.0, 1),
                 QStringLiteral("KiB"));
    form.addFact(say("Weights"),
                 format.number(simulator::weightsBytes<double>(a, counts, precision) / model::kGib, 1),
                 QStringLiteral("GiB"));
}

void addModelFields(FieldForm& form, Workspace& workspace, std::size_t workload)
{
    const model::WorkloadDetail& detail = workspace.plan().workloads[workload].detail;
    if (std::holds_alternative<model::LlmServing>(detail)) {
        addLlmModel(form, workspace, workload);
    } else if (std::holds_alternative<model::Training>(detail)) {
        addTrainingModel(form, workspace, workload);
    } else if (std::holds_alternative<model::Inference>(detail)) {
        addInferenceModel<model::Inference>(form, workspace, workload);
    } else if (std::holds_alternative<model::BatchScoring>(detail)) {
        addInferenceModel<model::BatchScoring>(form, workspace, workload);
    }
}

void addEngineFields(FieldForm& form, Workspace& workspace, std::size_t workload)
{
    if (std::holds_alternative<model::LlmServing>(workspace.plan().workloads[workload].detail)) {
        addLlmEngine(form, workspace, workload);
    }
}

void addNameField(FieldForm& form, Workspace& workspace, std::size_t workload)
{
    form.addText(
        say("Name"),
        at(workload, "name"),
        [workload](const Plan& plan) {
            return workload < plan.workloads.size() ? workloadName(plan.workloads[workload]) : QString();
        },
        [&workspace, workload](const QString& text) {
            renameWorkload(workspace.document(), workload, text);
        });
}

void addPeakField(FieldForm& form, Workspace& workspace, std::size_t workload)
{
    FieldSpec peak = spec(
        at(workload, "demand/peak_per_second"),
        say("Arrivals at peak"),
        Format().unit(std::string(model::unitOfWork(workspace.plan().workloads[workload].detail)) + "/s"),
        Dimension::PerSecond);
    peak.isTwin = true;
    bindRange(peak,
              [workload](Plan& plan) -> Range& { return plan.workloads[workload].demand.peakPerSecond; });
    form.add(std::move(peak));
}

void addTransferFields(FieldForm& form, const model::Workload& kind, std::size_t workload)
{
    const auto add =
        [&](const char* key, const QString& label, const QString& unit, Range model::Workload::* member) {
            FieldSpec made = spec(at(workload, key), label, unit, Dimension::Bytes);
            bindRange(made,
                      [workload, member](Plan& plan) -> Range& { return plan.workloads[workload].*member; });
            form.add(std::move(made));
        };
    const bool isRun = std::holds_alternative<model::BatchScoring>(kind.detail)
                       || std::holds_alternative<model::Training>(kind.detail);
    if (!isRun) {
        add("bytes_in_per_request",
            say("Transfer in"),
            say("bytes per request"),
            &model::Workload::bytesInPerRequest);
        add("bytes_out_per_request",
            say("Transfer back"),
            say("bytes per request"),
            &model::Workload::bytesOutPerRequest);
    }
    add("stored_bytes", say("On disk"), say("bytes"), &model::Workload::storedBytes);
}

void addDetailFields(FieldForm& form, Workspace& workspace, std::size_t workload)
{
    const model::WorkloadDetail& detail = workspace.plan().workloads[workload].detail;
    if (std::holds_alternative<model::LlmServing>(detail)) {
        addLlm(form, workload);
    } else if (std::holds_alternative<model::Inference>(detail)) {
        addInferenceCost<model::Inference>(form, workload);
    } else if (std::holds_alternative<model::BatchScoring>(detail)) {
        addBatch(form, workload);
    } else if (std::holds_alternative<model::Training>(detail)) {
        addTraining(form, workload);
    } else {
        addMeasured(form, workspace, workload);
    }
}

void addObjectiveFields(FieldForm& form, const model::Workload& kind, std::size_t workload)
{
    const bool isRun = std::holds_alternative<model::BatchScoring>(kind.detail)
                       || std::holds_alternative<model::Training>(kind.detail);
    const auto add = [&](const char* key,
                         const QString& label,
                         const QString& unit,
                         Dimension dimension,
                         double factor,
                         std::optional<double> model::Objectives::* member,
                         QChar sign) {
        FieldSpec made = spec(at(workload, key), label, unit, dimension);
        made.factor = factor;
        made.sign = sign + QStringLiteral(" ");
        bindOptional(made, [workload, member](Plan& plan) -> std::optional<double>& {
            return plan.workloads[workload].objectives.*member;
        });
        form.add(std::move(made));
    };
    const QChar most(0x2264);
    if (std::holds_alternative<model::LlmServing>(kind.detail)) {
        add("objectives/time_to_first_token_p95_s",
            say("First token, P95"),
            QStringLiteral("s"),
            Dimension::Seconds,
            1.0,
            &model::Objectives::timeToFirstTokenP95Seconds,
            most);
        add("objectives/time_per_token_p95_s",
            say("Time per token, P95"),
            QStringLiteral("ms"),
            Dimension::Seconds,
            1000.0,
            &model::Objectives::timePerTokenP95Seconds,
            most);
    }
    if (isRun) {
        add("objectives/deadline_hours",
            say("Deadline"),
            QStringLiteral("h"),
            Dimension::Hours,
            1.0,
            &model::Objectives::deadlineHours,
            most);
    } else {
        add("objectives/latency_p95_s",
            say("End to end, P95"),
            QStringLiteral("s"),
            Dimension::Seconds,
            1.0,
            &model::Objectives::latencyP95Seconds,
            most);
    }
    add("objectives/availability",
        say("Availability"),
        say("of each month"),
        Dimension::Fraction,
        1.0,
        &model::Objectives::availability,
        QChar(0x2265));
}

void addDemandFields(FieldForm& form, Workspace& workspace, std::size_t workload)
{
    const Format format;
    const std::string unit =
        std::string(model::unitOfWork(workspace.plan().workloads[workload].detail)) + "/s";
    FieldSpec peak = spec(at(workload, "demand/peak_per_second"),
                          say("Arrivals at peak"),
                          format.unit(unit),
                          Dimension::PerSecond);
    bindRange(peak,
              [workload](Plan& plan) -> Range& { return plan.workloads[workload].demand.peakPerSecond; });
    form.add(std::move(peak));

    QStringList profiles;
    for (const std::string& name : model::profileNames()) {
        profiles.append(fromEngine(name));
    }
    profiles.append(QStringLiteral("own")); // drawn or imported; choosing it changes nothing
    const QString profilePlace = at(workload, "demand/profile");
    form.addChoice(
        say("Week profile"),
        profilePlace,
        profiles,
        [workload, profiles](const Plan& plan) {
            return static_cast<int>(
                profiles.indexOf(fromEngine(plan.workloads[workload].demand.profile.name)));
        },
        [&workspace, workload, profiles, profilePlace](int row) {
            if (const auto profile = model::namedProfile(profiles[row].toStdString())) {
                workspace.document().change<model::WeekProfile>(
                    profilePlace,
                    say("week profile %1").arg(profiles[row]),
                    [workload](Plan& plan) -> model::WeekProfile& {
                        return plan.workloads[workload].demand.profile;
                    },
                    *profile);
            }
        });
    FieldSpec bursts =
        spec(at(workload, "demand/burstiness"), say("Burstiness"), say("1 is Poisson"), Dimension::Plain);
    bindNumber(bursts,
               [workload](Plan& plan) -> double& { return plan.workloads[workload].demand.burstiness; });
    form.add(std::move(bursts));

    const QString kindPlace = at(workload, "demand/growth/kind");
    const QStringList kinds{say("none"), say("linear"), say("exponential"), say("logistic")};
    form.addChoice(
        say("Growth"),
        kindPlace,
        kinds,
        [workload](const Plan& plan) {
            return static_cast<int>(plan.workloads[workload].demand.growth.kind);
        },
        [&workspace, workload, kinds, kindPlace](int row) {
            workspace.document().change<model::Growth::Kind>(
                kindPlace,
                say("growth %1").arg(kinds[row]),
                [workload](Plan& plan) -> model::Growth::Kind& {
                    return plan.workloads[workload].demand.growth.kind;
                },
                static_cast<model::Growth::Kind>(row));
        });
    FieldSpec rate = spec(at(workload, "demand/growth/per_year"),
                          say("Growth per year"),
                          say("a year"),
                          Dimension::FractionPerYear);
    bindRange(rate,
              [workload](Plan& plan) -> Range& { return plan.workloads[workload].demand.growth.perYear; });
    form.add(std::move(rate));
    FieldSpec ceiling = spec(at(workload, "demand/growth/ceiling_multiple"),
                             say("Levels at"),
                             say("x the first month"),
                             Dimension::Plain);
    bindRange(ceiling, [workload](Plan& plan) -> Range& {
        return plan.workloads[workload].demand.growth.ceilingMultiple;
    });
    form.add(std::move(ceiling));
    FieldSpec shock = spec(at(workload, "demand/growth/yearly_shock"),
                           say("Yearly shock"),
                           say("std. deviation"),
                           Dimension::Plain);
    bindRange(shock, [workload](Plan& plan) -> Range& {
        return plan.workloads[workload].demand.growth.monthlyShock;
    });
    form.add(std::move(shock));
}

} // namespace wherewithal::app
