// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/pages/WorkloadForm.h"
#include "app/gui/pages/WorkloadFormParts.h"
#include "model/units/Quantity.h"
#include "simulator/throughput/EngineProfile.h"
#include "simulator/throughput/LlmCounts.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace wherewithal::app {

using namespace workloadform;

namespace {

using model::Dimension;
using model::Plan;
using model::Range;

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
            const QString before =
                QString::fromUtf8(model::name(access(const_cast<Plan&>(workspace.plan()))).data()) // NOLINT
                    .toUpper();
            workspace.document().change<model::Precision>(
                place,
                WorkloadForm::tr("%1 %2 → %3").arg(label, before, names[row]),
                access,
                kPrecisions[static_cast<std::size_t>(row)]);
        });
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
            const auto before = std::ranges::find_if(values, [&](const auto& each) {
                return each.second == access(const_cast<Plan&>(workspace.plan())); // NOLINT: read only
            });
            workspace.document().change<T>(
                place,
                before == values.end()
                    ? WorkloadForm::tr("%1 to %2").arg(label, value.first)
                    : WorkloadForm::tr("%1 %2 → %3").arg(label, before->first, value.first),
                access,
                value.second);
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
                 WorkloadForm::tr("Weights in"),
                 [access](Plan& plan) -> model::Precision& { return access(plan).weightPrecision; });
    addPrecision(form,
                 workspace,
                 at(workload, "cache_precision"),
                 WorkloadForm::tr("Cache in"),
                 [access](Plan& plan) -> model::Precision& { return access(plan).cachePrecision; });
}

/// How a mixture lies on several devices; other models have no choice, unless one stands in the plan by
/// mistake.
void addExperts(FieldForm& form, Workspace& workspace, std::size_t workload)
{
    const auto& now = std::get<model::LlmServing>(workspace.plan().workloads[workload].detail);
    if (!now.architecture.isMixtureOfExperts() && !now.isExpertParallel) {
        return;
    }
    addValueChoice<bool>(
        form,
        workspace,
        at(workload, "expert_parallel"),
        WorkloadForm::tr("Experts"),
        {{WorkloadForm::tr("cut over the devices"), false},
         {WorkloadForm::tr("dealt out over the devices"), true}},
        [workload](Plan& plan) -> bool& {
            return std::get<model::LlmServing>(plan.workloads[workload].detail).isExpertParallel;
        });
}

/// A draft that proposes tokens; what it costs and how often it is right are asked for once there is one.
void addSpeculation(FieldForm& form, Workspace& workspace, std::size_t workload)
{
    const auto access = [workload](Plan& plan) -> model::Speculation& {
        return std::get<model::LlmServing>(plan.workloads[workload].detail).speculation;
    };
    FieldSpec drafted = spec(at(workload, "speculation/drafted_tokens"),
                             WorkloadForm::tr("Drafted tokens"),
                             WorkloadForm::tr("a pass, 0: none"),
                             Dimension::Count);
    bindInteger(drafted, [access](Plan& plan) -> int& { return access(plan).draftedTokens; });
    form.add(std::move(drafted));
    if (access(const_cast<Plan&>(workspace.plan())).draftedTokens == 0) { // NOLINT: read only
        return;
    }
    FieldSpec acceptance = spec(at(workload, "speculation/acceptance"),
                                WorkloadForm::tr("Acceptance"),
                                WorkloadForm::tr("of the drafts"),
                                Dimension::Fraction);
    bindRange(acceptance, [access](Plan& plan) -> Range& { return access(plan).acceptance; });
    form.add(std::move(acceptance));
    FieldSpec share = spec(at(workload, "speculation/draft_share"),
                           WorkloadForm::tr("A draft takes"),
                           WorkloadForm::tr("of a pass"),
                           Dimension::Fraction);
    bindNumber(share, [access](Plan& plan) -> double& { return access(plan).draftShare; });
    form.add(std::move(share));
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
                                WorkloadForm::tr("Engine"),
                                engines,
                                [access](Plan& plan) -> std::string& { return access(plan).engineProfile; });
    addValueChoice<int>(form,
                        workspace,
                        at(workload, "tensor_parallel"),
                        WorkloadForm::tr("Devices"),
                        {{WorkloadForm::tr("fewest that fit"), 0},
                         {QStringLiteral("1"), 1},
                         {QStringLiteral("2"), 2},
                         {QStringLiteral("4"), 4},
                         {QStringLiteral("8"), 8}},
                        [access](Plan& plan) -> int& { return access(plan).tensorParallel; });
    addExperts(form, workspace, workload);
    FieldSpec batch = spec(at(workload, "max_batch"),
                           WorkloadForm::tr("Largest batch"),
                           WorkloadForm::tr("sequences"),
                           Dimension::Count);
    bindInteger(batch, [access](Plan& plan) -> int& { return access(plan).maxBatch; });
    form.add(std::move(batch));
    addSpeculation(form, workspace, workload);
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
                 WorkloadForm::tr("Arithmetic in"),
                 [access](Plan& plan) -> model::Precision& { return access(plan).precision; });
    addValueChoice<Run::Method>(form,
                                workspace,
                                at(workload, "method"),
                                WorkloadForm::tr("Method"),
                                {{WorkloadForm::tr("all parameters"), Run::Method::Full},
                                 {WorkloadForm::tr("adapters (LoRA)"), Run::Method::Lora}},
                                [access](Plan& plan) -> Run::Method& { return access(plan).method; });
    addValueChoice<bool>(
        form,
        workspace,
        at(workload, "recomputes_activations"),
        WorkloadForm::tr("Activations"),
        {{WorkloadForm::tr("kept in memory"), false}, {WorkloadForm::tr("computed again"), true}},
        [access](Plan& plan) -> bool& { return access(plan).recomputesActivations; });
    FieldSpec length = spec(at(workload, "sequence_length"),
                            WorkloadForm::tr("Sequence"),
                            WorkloadForm::tr("tokens"),
                            Dimension::Count);
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
    addTextOf(form,
              workspace,
              at(workload, "model_name"),
              WorkloadForm::tr("Name"),
              [access](Plan& plan) -> std::string& { return access(plan).modelName; });
    addValueChoice<std::string>(form,
                                workspace,
                                at(workload, "model_class"),
                                WorkloadForm::tr("Class"),
                                {{WorkloadForm::tr("convolutional network"), "cnn"},
                                 {WorkloadForm::tr("transformer encoder"), "transformer-encoder"},
                                 {WorkloadForm::tr("trees"), "trees"},
                                 {WorkloadForm::tr("embedding tables"), "embedding"},
                                 {WorkloadForm::tr("other"), "other"}},
                                [access](Plan& plan) -> std::string& { return access(plan).modelClass; });
    addPrecision(form,
                 workspace,
                 at(workload, "precision"),
                 WorkloadForm::tr("Arithmetic in"),
                 [access](Plan& plan) -> model::Precision& { return access(plan).precision; });
    FieldSpec batch = spec(at(workload, "max_batch"),
                           WorkloadForm::tr("Largest batch"),
                           WorkloadForm::tr("items"),
                           Dimension::Count);
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
        form.addFact(WorkloadForm::tr("Not readable"), fromEngine(checked.error().message));
        return;
    }
    const auto shape = simulator::shapeOf<double>(a);
    const auto counts = simulator::countLlm<double>(a, shape);
    const model::Precision precision = llm != nullptr ? llm->weightPrecision : training->precision;
    form.addFact(
        WorkloadForm::tr("Parameters"), format.number(counts.total / 1e9, 2), WorkloadForm::tr("billion"));
    form.addFact(WorkloadForm::tr("Active per token"),
                 format.number(counts.active / 1e9, 2),
                 WorkloadForm::tr("billion"));
    form.addFact(WorkloadForm::tr("Layers"), format.integer(a.layerCount));
    form.addFact(WorkloadForm::tr("Heads, key-value"),
                 QStringLiteral("%1, %2").arg(a.queryHeads).arg(a.keyValueHeads));
    if (a.isMixtureOfExperts()) {
        form.addFact(WorkloadForm::tr("Experts, active"),
                     QStringLiteral("%1, %2").arg(a.expertCount).arg(a.expertsPerToken));
    }
    form.addFact(WorkloadForm::tr("Longest context"),
                 a.contextLength > 0 ? format.integer(a.contextLength) : format.unknown(),
                 WorkloadForm::tr("tokens"));
    const double bytesPerCached = model::bytesPerNumber(llm != nullptr ? llm->cachePrecision : precision);
    form.addFact(WorkloadForm::tr("KV cache per token"),
                 format.number(counts.cacheElementsPerToken * bytesPerCached / 1024.0, 1),
                 QStringLiteral("KiB"));
    form.addFact(WorkloadForm::tr("Weights"),
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

} // namespace wherewithal::app
