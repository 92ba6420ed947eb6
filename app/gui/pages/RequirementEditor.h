// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/pages/EditorForm.h"

#include <memory>

namespace wherewithal::app {

/// A continent of the catalogue in the language of the window.
[[nodiscard]] QString continentName(const char* continent);

/// The requirement, or a blank that nobody reads.
[[nodiscard]] model::Requirement& requirementAt(model::Plan& plan, std::size_t index);

/// The question that decides a requirement, for those that a question decides; else empty.
[[nodiscard]] model::QuestionId questionOf(const model::Requirement& requirement);

/// What may be changed about one requirement, in place: whether it is asked for, what is wanted, whether
/// "partly" suffices, and why. Every change is a step of undo.
[[nodiscard]] EditorForm* makeRequirementEditor(Workspace& workspace,
                                                std::size_t index,
                                                const std::shared_ptr<const model::CatalogueSlice>& slice,
                                                QWidget* parent);

/// The plan's own answer to a question about a provider; null: none.
[[nodiscard]] const model::OwnAnswer*
ownAnswer(const model::Plan& plan, const model::ProviderId& provider, const model::QuestionId& question);
/// Puts an own answer into the plan, or takes it out (nothing). The provider's name is for the text of undo.
void setOwnAnswer(PlanDocument& document,
                  const model::ProviderId& provider,
                  const model::QuestionId& question,
                  const QString& providerName,
                  const std::optional<model::OwnAnswer>& answer);

/// One's own answer to a question about a provider: what, who said it, when. `published` says what holds
/// without.
[[nodiscard]] EditorForm* makeAnswerEditor(Workspace& workspace,
                                           const model::ProviderId& provider,
                                           const model::QuestionId& question,
                                           const QString& providerName,
                                           QWidget* parent);

} // namespace wherewithal::app
