// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/pages/WorkloadForm.h"

#include "app/gui/pages/WorkloadEdits.h"
#include "app/gui/pages/WorkloadFormParts.h"

namespace wherewithal::app {

using namespace workloadform;

namespace {

using model::Dimension;
using model::Plan;
using model::Range;

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
    FieldSpec made = spec(at(workload, key), WorkloadForm::tr(label), unit, dimension);
    bindRange(made, [workload, member](Plan& plan) -> Range& {
        return member(std::get<Kind>(plan.workloads[workload].detail));
    });
    form.add(std::move(made));
}

void addLlm(FieldForm& form, std::size_t workload)
{
    using Llm = model::LlmServing;
    addRange<Llm>(form,
                  workload,
                  "input_tokens",
                  QT_TRANSLATE_NOOP("WorkloadForm", "Input tokens"),
                  WorkloadForm::tr("tokens"),
                  Dimension::Count,
                  [](Llm& llm) -> Range& { return llm.inputTokens; });
    addRange<Llm>(form,
                  workload,
                  "output_tokens",
                  QT_TRANSLATE_NOOP("WorkloadForm", "Output tokens"),
                  WorkloadForm::tr("tokens"),
                  Dimension::Count,
                  [](Llm& llm) -> Range& { return llm.outputTokens; });
    addRange<Llm>(form,
                  workload,
                  "shared_prefix_fraction",
                  QT_TRANSLATE_NOOP("WorkloadForm", "Shared prefix"),
                  WorkloadForm::tr("of the input"),
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
                   WorkloadForm::tr("per item"),
                   Dimension::Flops,
                   [](Kind& kind) -> Range& { return kind.cost.flops; });
    addRange<Kind>(form,
                   workload,
                   "memory_traffic_bytes_per_item",
                   QT_TRANSLATE_NOOP("WorkloadForm", "Memory traffic"),
                   WorkloadForm::tr("per item"),
                   Dimension::Bytes,
                   [](Kind& kind) -> Range& { return kind.cost.memoryTrafficBytes; });
    addRange<Kind>(form,
                   workload,
                   "model_bytes",
                   QT_TRANSLATE_NOOP("WorkloadForm", "Model in memory"),
                   QString(),
                   Dimension::Bytes,
                   [](Kind& kind) -> Range& { return kind.cost.modelBytes; });
    addRange<Kind>(form,
                   workload,
                   "cpu_seconds_per_item",
                   QT_TRANSLATE_NOOP("WorkloadForm", "Measured on a vCPU"),
                   WorkloadForm::tr("s, 0: unknown"),
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
                    WorkloadForm::tr("items"),
                    Dimension::Count,
                    [](Batch& batch) -> Range& { return batch.itemsPerRun; });
    addRange<Batch>(form,
                    workload,
                    "runs_per_month",
                    QT_TRANSLATE_NOOP("WorkloadForm", "Runs"),
                    WorkloadForm::tr("per month"),
                    Dimension::PerMonth,
                    [](Batch& batch) -> Range& { return batch.runsPerMonth; });
    addInferenceCost<Batch>(form, workload);
    addRange<Batch>(form,
                    workload,
                    "bytes_in_per_item",
                    QT_TRANSLATE_NOOP("WorkloadForm", "Transfer in"),
                    WorkloadForm::tr("per item"),
                    Dimension::Bytes,
                    [](Batch& batch) -> Range& { return batch.bytesInPerItem; });
    addRange<Batch>(form,
                    workload,
                    "bytes_out_per_item",
                    QT_TRANSLATE_NOOP("WorkloadForm", "Transfer back"),
                    WorkloadForm::tr("per item"),
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
                  WorkloadForm::tr("tokens"),
                  Dimension::Count,
                  [](Run& run) -> Range& { return run.tokensPerRun; });
    addRange<Run>(form,
                  workload,
                  "runs_per_month",
                  QT_TRANSLATE_NOOP("WorkloadForm", "Runs"),
                  WorkloadForm::tr("per month"),
                  Dimension::PerMonth,
                  [](Run& run) -> Range& { return run.runsPerMonth; });
    addRange<Run>(form,
                  workload,
                  "checkpoint_minutes",
                  QT_TRANSLATE_NOOP("WorkloadForm", "Checkpoint every"),
                  WorkloadForm::tr("min"),
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
    addTextOf(
        form, workspace, measuredOn, WorkloadForm::tr("Measured on"), [access](Plan& plan) -> std::string& {
            return access(plan).measuredOn;
        });
    FieldSpec vcpus = spec(at(workload, "measured_vcpus"),
                           WorkloadForm::tr("Its threads"),
                           WorkloadForm::tr("vCPUs"),
                           Dimension::Plain);
    bindOptional(vcpus,
                 [access](Plan& plan) -> std::optional<double>& { return access(plan).measuredVcpus; });
    form.add(std::move(vcpus));
    addRange<Service>(form,
                      workload,
                      "memory_bytes_per_replica",
                      QT_TRANSLATE_NOOP("WorkloadForm", "Memory"),
                      WorkloadForm::tr("per replica"),
                      Dimension::Bytes,
                      [](Service& measured) -> Range& { return measured.memoryBytesPerReplica; });
    FieldSpec connections = spec(at(workload, "database_connections_per_replica"),
                                 WorkloadForm::tr("Database"),
                                 WorkloadForm::tr("connections"),
                                 Dimension::Plain);
    bindNumber(connections,
               [access](Plan& plan) -> double& { return access(plan).databaseConnectionsPerReplica; });
    form.add(std::move(connections));
}

} // namespace

void addNameField(FieldForm& form, Workspace& workspace, std::size_t workload)
{
    form.addText(
        WorkloadForm::tr("Name"),
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
        WorkloadForm::tr("Arrivals at peak"),
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
            WorkloadForm::tr("Transfer in"),
            WorkloadForm::tr("per request"),
            &model::Workload::bytesInPerRequest);
        add("bytes_out_per_request",
            WorkloadForm::tr("Transfer back"),
            WorkloadForm::tr("per request"),
            &model::Workload::bytesOutPerRequest);
    }
    add("stored_bytes", WorkloadForm::tr("On disk"), QString(), &model::Workload::storedBytes);
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
            WorkloadForm::tr("First token, P95"),
            QStringLiteral("s"),
            Dimension::Seconds,
            1.0,
            &model::Objectives::timeToFirstTokenP95Seconds,
            most);
        add("objectives/time_per_token_p95_s",
            WorkloadForm::tr("Time per token, P95"),
            QStringLiteral("ms"),
            Dimension::Seconds,
            1000.0,
            &model::Objectives::timePerTokenP95Seconds,
            most);
    }
    if (isRun) {
        add("objectives/deadline_hours",
            WorkloadForm::tr("Deadline"),
            QStringLiteral("h"),
            Dimension::Hours,
            1.0,
            &model::Objectives::deadlineHours,
            most);
    } else {
        add("objectives/latency_p95_s",
            WorkloadForm::tr("End to end, P95"),
            QStringLiteral("s"),
            Dimension::Seconds,
            1.0,
            &model::Objectives::latencyP95Seconds,
            most);
    }
    add("objectives/availability",
        WorkloadForm::tr("Availability"),
        WorkloadForm::tr("of each month"),
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
                          WorkloadForm::tr("Arrivals at peak"),
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
        WorkloadForm::tr("Week profile"),
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
                    WorkloadForm::tr("week profile %1").arg(profiles[row]),
                    [workload](Plan& plan) -> model::WeekProfile& {
                        return plan.workloads[workload].demand.profile;
                    },
                    *profile);
            }
        });
    FieldSpec bursts = spec(at(workload, "demand/burstiness"),
                            WorkloadForm::tr("Burstiness"),
                            WorkloadForm::tr("1 is Poisson"),
                            Dimension::Plain);
    bindNumber(bursts,
               [workload](Plan& plan) -> double& { return plan.workloads[workload].demand.burstiness; });
    form.add(std::move(bursts));

    const QString kindPlace = at(workload, "demand/growth/kind");
    const QStringList kinds{WorkloadForm::tr("none"),
                            WorkloadForm::tr("linear"),
                            WorkloadForm::tr("exponential"),
                            WorkloadForm::tr("logistic")};
    form.addChoice(
        WorkloadForm::tr("Growth"),
        kindPlace,
        kinds,
        [workload](const Plan& plan) {
            return static_cast<int>(plan.workloads[workload].demand.growth.kind);
        },
        [&workspace, workload, kinds, kindPlace](int row) {
            workspace.document().change<model::Growth::Kind>(
                kindPlace,
                WorkloadForm::tr("growth %1").arg(kinds[row]),
                [workload](Plan& plan) -> model::Growth::Kind& {
                    return plan.workloads[workload].demand.growth.kind;
                },
                static_cast<model::Growth::Kind>(row));
        });
    FieldSpec rate = spec(at(workload, "demand/growth/per_year"),
                          WorkloadForm::tr("Growth per year"),
                          WorkloadForm::tr("a year"),
                          Dimension::FractionPerYear);
    bindRange(rate,
              [workload](Plan& plan) -> Range& { return plan.workloads[workload].demand.growth.perYear; });
    form.add(std::move(rate));
    FieldSpec ceiling = spec(at(workload, "demand/growth/ceiling_multiple"),
                             WorkloadForm::tr("Levels at"),
                             WorkloadForm::tr("× the first month"),
                             Dimension::Plain);
    ceiling.isUsed = [workload](const Plan& plan) {
        return plan.workloads[workload].demand.growth.kind == model::Growth::Kind::Logistic;
    };
    bindRange(ceiling, [workload](Plan& plan) -> Range& {
        return plan.workloads[workload].demand.growth.ceilingMultiple;
    });
    form.add(std::move(ceiling));
    FieldSpec shock = spec(at(workload, "demand/growth/yearly_shock"),
                           WorkloadForm::tr("Yearly shock"),
                           WorkloadForm::tr("std. deviation"),
                           Dimension::Plain);
    bindRange(shock, [workload](Plan& plan) -> Range& {
        return plan.workloads[workload].demand.growth.monthlyShock;
    });
    form.add(std::move(shock));
}

} // namespace wherewithal::app
