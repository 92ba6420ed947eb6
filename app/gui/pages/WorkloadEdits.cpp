// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/pages/WorkloadEdits.h"

#include "app/report/Format.h"
#include "app/session/LocalEngine.h"
#include "resources/EmbeddedPlans.h"

#include <QCoreApplication>

#include <algorithm>
#include <fmt/format.h>

namespace wherewithal::app {

namespace {

using model::Plan;
using model::Workload;
using Workloads = std::vector<Workload>;
using Notes = std::map<std::string, std::string>;

QString say(const char* text)
{
    return QCoreApplication::translate("WorkloadEdits", text);
}

void change(PlanDocument& document, const QString& text, Workloads workloads)
{
    document.change<Workloads>(
        QStringLiteral("/workloads"),
        text,
        [](Plan& plan) -> Workloads& { return plan.workloads; },
        std::move(workloads));
}

void changeDetail(PlanDocument& document,
                  std::size_t index,
                  const QString& text,
                  model::WorkloadDetail detail)
{
    document.change<model::WorkloadDetail>(
        QStringLiteral("/workloads/%1").arg(index),
        text,
        [index](Plan& plan) -> model::WorkloadDetail& { return plan.workloads[index].detail; },
        std::move(detail));
}

bool isTaken(const Workloads& workloads, const std::string& id)
{
    return std::ranges::any_of(workloads, [&](const Workload& each) { return each.id.text() == id; });
}

/// The id, with a number behind it if another workload has it.
model::WorkloadId freeId(const Workloads& workloads, const std::string& wanted)
{
    std::string id = wanted.empty() ? "workload" : wanted;
    for (int number = 2; isTaken(workloads, id); ++number) {
        id = fmt::format("{}-{}", wanted, number);
    }
    return model::WorkloadId(id);
}

/// The name, with a number behind it if another workload is called so.
std::string freeName(const Workloads& workloads, const std::string& wanted)
{
    std::string name = wanted;
    const auto isUsed = [&] {
        return std::ranges::any_of(workloads, [&](const Workload& each) { return each.name == name; });
    };
    for (int number = 2; isUsed(); ++number) {
        name = fmt::format("{} {}", wanted, number);
    }
    return name;
}

std::size_t append(PlanDocument& document, const char* text, Workload workload)
{
    Workloads workloads = document.plan().workloads;
    workload.id = freeId(workloads, workload.id.text());
    workload.name = freeName(workloads, workload.name);
    const QString name = fromEngine(workload.name);
    workloads.push_back(std::move(workload));
    change(document, say(text).arg(name), std::move(workloads));
    return document.plan().workloads.size() - 1;
}

/// Notes after the removal of a workload.
Notes notesWithout(const Notes& notes, std::size_t removed)
{
    Notes kept;
    const std::string head = "/workloads/";
    for (const auto& [place, note] : notes) {
        const std::size_t end = place.find('/', head.size());
        if (!place.starts_with(head) || end == std::string::npos) {
            kept.emplace(place, note);
            continue;
        }
        const std::size_t index = std::stoul("0" + place.substr(head.size(), end - head.size()));
        if (index != removed) {
            kept.emplace(head + std::to_string(index > removed ? index - 1 : index) + place.substr(end),
                         note);
        }
    }
    return kept;
}

model::Error wrongKind(const std::string& file, std::string message, std::string hint)
{
    return {.code = model::ErrorCode::Inconsistent,
            .where = file,
            .message = std::move(message),
            .hint = std::move(hint)};
}

void take(model::LlmServing& serving, const ImportedModel& imported)
{
    serving.architecture = *imported.architecture;
    serving.configText = imported.configText;
    serving.configOrigin = imported.origin;
    const model::Precision stored = imported.architecture->storedPrecision;
    serving.weightPrecision = stored == model::Precision::Fp32 ? model::Precision::Bf16 : stored;
    serving.isExpertParallel = serving.isExpertParallel && imported.architecture->isMixtureOfExperts();
    serving.tokenModels.clear(); // they name the old model
    serving.calibrations.clear();
}

void take(model::Training& training, const ImportedModel& imported)
{
    training.architecture = *imported.architecture;
    training.configText = imported.configText;
    training.configOrigin = imported.origin;
}

void take(model::InferenceCost& cost, const model::InferenceCost& imported)
{
    cost.modelName = imported.modelName;
    cost.flops = imported.flops;
    cost.memoryTrafficBytes = imported.memoryTrafficBytes;
    cost.modelBytes = imported.modelBytes;
    cost.cpuSecondsPerItem = 0.0; // measured on the old model
}

} // namespace

QList<WorkloadKind> workloadKinds()
{
    return {{say(QT_TRANSLATE_NOOP("WorkloadEdits", "LLM serving")), QStringLiteral("llm")},
            {say(QT_TRANSLATE_NOOP("WorkloadEdits", "Classic inference")), QStringLiteral("inference")},
            {say(QT_TRANSLATE_NOOP("WorkloadEdits", "Batch scoring")), QStringLiteral("batch")},
            {say(QT_TRANSLATE_NOOP("WorkloadEdits", "Training")), QStringLiteral("training")},
            {say(QT_TRANSLATE_NOOP("WorkloadEdits", "Measured service")), QStringLiteral("service")}};
}

namespace {

/// The workload of a template; its figures are examples.
model::Result<Workload> templateOf(const QString& key)
{
    for (const resources::EmbeddedPlan& each : resources::embeddedTemplates()) {
        if (QLatin1String(each.name.data(), static_cast<qsizetype>(each.name.size())) == key) {
            auto plan = planFromBytes(each.text);
            return plan ? model::Result<Workload>(std::move(plan->workloads.front()))
                        : model::failure(plan.error());
        }
    }
    return model::failure(
        model::ErrorCode::UnknownName, key.toStdString(), "there is no template of that name");
}

/// Puts a model into a workload of the right kind; Inconsistent, and nothing changed, for another one.
model::Result<void> put(model::WorkloadDetail& detail, const ImportedModel& imported)
{
    if (std::holds_alternative<model::MeasuredService>(detail)) {
        return model::failure(wrongKind(imported.file,
                                        "a measured service has no model",
                                        "add a workload of another kind and drop the file there"));
    }
    const bool wantsLlm =
        std::holds_alternative<model::LlmServing>(detail) || std::holds_alternative<model::Training>(detail);
    if (wantsLlm && !imported.architecture) {
        return model::failure(wrongKind(imported.file,
                                        "the file holds an ONNX graph, this workload runs a language model",
                                        "add a classic inference or batch scoring workload for it"));
    }
    if (!wantsLlm && !imported.cost) {
        return model::failure(
            wrongKind(imported.file,
                      "the file describes a language model, this workload runs a classic one",
                      "add an LLM serving or training workload for it"));
    }
    if (auto* serving = std::get_if<model::LlmServing>(&detail)) {
        take(*serving, imported);
    } else if (auto* training = std::get_if<model::Training>(&detail)) {
        take(*training, imported);
    } else if (auto* inference = std::get_if<model::Inference>(&detail)) {
        take(inference->cost, *imported.cost);
    } else if (auto* batch = std::get_if<model::BatchScoring>(&detail)) {
        take(batch->cost, *imported.cost);
    }
    return {};
}

} // namespace

model::Result<std::size_t> addWorkload(PlanDocument& document, const WorkloadKind& kind)
{
    auto workload = templateOf(kind.templateKey);
    if (!workload) {
        return model::failure(workload.error());
    }
    return append(document, QT_TRANSLATE_NOOP("WorkloadEdits", "add workload %1"), *std::move(workload));
}

std::optional<std::size_t> workloadFor(const Plan& plan, std::size_t preferred, const ImportedModel& imported)
{
    const auto fits = [&](const Workload& each) {
        model::WorkloadDetail tried = each.detail;
        return put(tried, imported).has_value();
    };
    if (preferred < plan.workloads.size() && fits(plan.workloads[preferred])) {
        return preferred;
    }
    const auto found = std::ranges::find_if(plan.workloads, fits);
    return found == plan.workloads.end()
               ? std::nullopt
               : std::optional(static_cast<std::size_t>(found - plan.workloads.begin()));
}

model::Result<std::size_t> addWorkloadOf(PlanDocument& document, const ImportedModel& imported)
{
    auto workload = templateOf(imported.architecture ? QStringLiteral("llm") : QStringLiteral("inference"));
    if (!workload) {
        return model::failure(workload.error());
    }
    if (const auto taken = put(workload->detail, imported); !taken) {
        return model::failure(taken.error());
    }
    workload->name = imported.architecture ? imported.architecture->name
                     : imported.cost       ? imported.cost->modelName
                                           : "";
    if (workload->name.empty()) {
        workload->name = imported.file;
    }
    return append(document, QT_TRANSLATE_NOOP("WorkloadEdits", "add workload %1"), *std::move(workload));
}

std::size_t addMeasured(PlanDocument& document, const QString& name, std::vector<model::MeasuredPoint> points)
{
    Workload workload{.id = model::WorkloadId("load-test"), .name = name.toStdString()};
    double most = 0.0;
    for (const model::MeasuredPoint& point : points) {
        most = std::max(most, point.throughputPerSecond);
    }
    workload.demand.peakPerSecond = most;
    workload.detail = model::MeasuredService{.measuredOn = name.toStdString(), .points = std::move(points)};
    return append(document, QT_TRANSLATE_NOOP("WorkloadEdits", "import load test %1"), std::move(workload));
}

std::size_t duplicateWorkload(PlanDocument& document, std::size_t index)
{
    Workload copy = document.plan().workloads[index];
    return append(document, QT_TRANSLATE_NOOP("WorkloadEdits", "duplicate workload %1"), std::move(copy));
}

void removeWorkload(PlanDocument& document, std::size_t index)
{
    Workloads workloads = document.plan().workloads;
    const QString text =
        say(QT_TRANSLATE_NOOP("WorkloadEdits", "remove workload %1")).arg(workloadName(workloads[index]));
    workloads.erase(workloads.begin() + static_cast<std::ptrdiff_t>(index));
    Notes notes = notesWithout(document.plan().fieldNotes, index);
    if (notes == document.plan().fieldNotes) {
        change(document, text, std::move(workloads));
        return;
    }
    document.undoStack()->beginMacro(text);
    document.change<Notes>(
        QStringLiteral("/field_notes"),
        text,
        [](Plan& plan) -> Notes& { return plan.fieldNotes; },
        std::move(notes));
    change(document, text, std::move(workloads));
    document.undoStack()->endMacro();
}

void renameWorkload(PlanDocument& document, std::size_t index, const QString& name)
{
    const QString before = workloadName(document.plan().workloads[index]);
    document.change<std::string>(
        QStringLiteral("/workloads/%1/name").arg(index),
        say(QT_TRANSLATE_NOOP("WorkloadEdits", "name %1 → %2")).arg(before, name),
        [index](Plan& plan) -> std::string& { return plan.workloads[index].name; },
        name.toStdString());
}

model::Result<void> applyModel(PlanDocument& document, std::size_t index, const ImportedModel& imported)
{
    model::WorkloadDetail detail = document.plan().workloads[index].detail;
    if (auto taken = put(detail, imported); !taken) {
        return taken;
    }
    changeDetail(document,
                 index,
                 say(QT_TRANSLATE_NOOP("WorkloadEdits", "model %1")).arg(fromEngine(imported.file)),
                 std::move(detail));
    return {};
}

void setPoints(PlanDocument& document,
               std::size_t index,
               const QString& text,
               std::vector<model::MeasuredPoint> points)
{
    model::WorkloadDetail detail = document.plan().workloads[index].detail;
    if (auto* service = std::get_if<model::MeasuredService>(&detail)) {
        service->points = std::move(points);
        changeDetail(document, index, text, std::move(detail));
    }
}

void keepCalibration(PlanDocument& document, std::size_t index, const model::Calibration& calibration)
{
    model::WorkloadDetail detail = document.plan().workloads[index].detail;
    if (auto* serving = std::get_if<model::LlmServing>(&detail)) {
        std::erase_if(serving->calibrations, [&](const model::Calibration& each) {
            return each.device == calibration.device && each.engineProfile == calibration.engineProfile;
        });
        serving->calibrations.push_back(calibration);
        changeDetail(document,
                     index,
                     say(QT_TRANSLATE_NOOP("WorkloadEdits", "calibration of %1"))
                         .arg(fromEngine(calibration.device.text())),
                     std::move(detail));
    }
}

void dropCalibration(PlanDocument& document, std::size_t index, const model::AcceleratorId& device)
{
    model::WorkloadDetail detail = document.plan().workloads[index].detail;
    if (auto* serving = std::get_if<model::LlmServing>(&detail)) {
        const std::string profile = serving->engineProfile;
        std::erase_if(serving->calibrations, [&](const model::Calibration& each) {
            return each.device == device && each.engineProfile == profile;
        });
        changeDetail(
            document,
            index,
            say(QT_TRANSLATE_NOOP("WorkloadEdits", "no calibration of %1")).arg(fromEngine(device.text())),
            std::move(detail));
    }
}

QString workloadName(const Workload& workload)
{
    return fromEngine(workload.name.empty() ? workload.id.text() : workload.name);
}

QString errorText(const model::Error& error)
{
    QString text = fromEngine(error.where);
    if (!text.isEmpty()) {
        text += QStringLiteral(": ");
    }
    text += fromEngine(error.message);
    if (!error.hint.empty()) {
        text += QStringLiteral(". ") + fromEngine(error.hint);
    }
    return text + QLatin1Char('.');
}

} // namespace wherewithal::app
