// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/pages/EditorForm.h"
#include "app/gui/pages/OptionSources.h"

#include <memory>

namespace wherewithal::app {

/// What editors offer to choose from.
struct EditorFacts
{
    std::shared_ptr<const model::CatalogueSlice> slice; ///< of the last run; null before the first
    QList<Choice> providers;                            ///< all of the catalogue
};

/// What an editor asks its page for.
struct EditorActions
{
    std::function<void()> chooseMachine;          ///< look for a machine and put it into the candidate
    std::function<void(const SourceRef&)> select; ///< show another thing of the plan
};

/// The editor of one query, candidate, or thing owned already. Every change is a step of undo.
[[nodiscard]] EditorForm* makeOptionEditor(Workspace& workspace,
                                           const SourceRef& source,
                                           const EditorFacts& facts,
                                           const EditorActions& actions,
                                           QWidget* parent);

/// Provider, region, machine and way of buying of `found` put into a candidate that keeps the rest.
void setHost(model::Candidate& candidate, const model::Candidate& found);

} // namespace wherewithal::app
