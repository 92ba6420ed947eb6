// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/widgets/Fields.h"

namespace wherewithal::app {

/// What is known about the model of a workload: parameters, layers, heads, bytes. Empty for kinds without
/// one.
void addModelFacts(FieldForm& form, const model::Workload& workload);
/// What may be chosen about the model: precisions, method, class.
void addModelFields(FieldForm& form, Workspace& workspace, std::size_t workload);
/// How a language model is served: engine, devices of a replica, largest batch.
void addEngineFields(FieldForm& form, Workspace& workspace, std::size_t workload);
/// What people call the workload.
void addNameField(FieldForm& form, Workspace& workspace, std::size_t workload);
/// Arrivals in the busiest hour: the same value as on the Demand page, which owns it.
void addPeakField(FieldForm& form, Workspace& workspace, std::size_t workload);
/// Bytes in, back and on disk.
void addTransferFields(FieldForm& form, const model::Workload& kind, std::size_t workload);
/// The fields of the workload's kind: tokens, arithmetic, items, points.
void addDetailFields(FieldForm& form, Workspace& workspace, std::size_t workload);
void addObjectiveFields(FieldForm& form, const model::Workload& kind, std::size_t workload);
/// Arrivals, profile, burstiness, growth.
void addDemandFields(FieldForm& form, Workspace& workspace, std::size_t workload);

} // namespace wherewithal::app
