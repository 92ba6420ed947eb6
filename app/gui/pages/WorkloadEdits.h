// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/Imports.h"
#include "app/session/PlanDocument.h"

#include <QList>
#include <QString>

#include <optional>

/// Changes to a plan's workloads, each one step of undo with a name.
namespace wherewithal::app {

/// A kind that can be added: its name on screen, and the template it starts from.
struct WorkloadKind
{
    QString name;
    QString templateKey;
};
[[nodiscard]] QList<WorkloadKind> workloadKinds();

/// Adds the workload of a template at the end; its figures are examples. The index of the new one.
[[nodiscard]] model::Result<std::size_t> addWorkload(PlanDocument& document, const WorkloadKind& kind);
/// Adds a measured service with these points.
std::size_t
addMeasured(PlanDocument& document, const QString& name, std::vector<model::MeasuredPoint> points);
/// A copy at the end, with an id and a name of its own.
std::size_t duplicateWorkload(PlanDocument& document, std::size_t index);
/// Takes it out; notes on its fields go, those of the workloads after it move with them.
void removeWorkload(PlanDocument& document, std::size_t index);
void renameWorkload(PlanDocument& document, std::size_t index, const QString& name);

/// Puts a model in the place of the workload's. Inconsistent if the file describes another kind of thing;
/// nothing changes then.
[[nodiscard]] model::Result<void>
applyModel(PlanDocument& document, std::size_t index, const ImportedModel& imported);
/// The workload that such a model belongs to: `preferred` if it fits, else the first one that does.
[[nodiscard]] std::optional<std::size_t>
workloadFor(const model::Plan& plan, std::size_t preferred, const ImportedModel& imported);
/// Adds a workload that runs the model, all else from the template of its kind. The index of the new one.
[[nodiscard]] model::Result<std::size_t> addWorkloadOf(PlanDocument& document, const ImportedModel& imported);
void setPoints(PlanDocument& document,
               std::size_t index,
               const QString& text,
               std::vector<model::MeasuredPoint> points);
/// Keeps a calibration in the place of an older one of the same device and engine.
void keepCalibration(PlanDocument& document, std::size_t index, const model::Calibration& calibration);
void dropCalibration(PlanDocument& document, std::size_t index, const model::AcceleratorId& device);

/// The name of a workload, or its id.
[[nodiscard]] QString workloadName(const model::Workload& workload);
/// "where: what. How to fix it."
[[nodiscard]] QString errorText(const model::Error& error);

} // namespace wherewithal::app
