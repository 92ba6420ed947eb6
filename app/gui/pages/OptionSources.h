// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/Workspace.h"
#include "app/report/Format.h"

#include <QString>

#include <vector>

/// Where the options of a plan come from, and what is owned already: the list of the Options page as values,
/// and its edits, each one step of undo.
namespace wherewithal::app {

struct SourceRef
{
    enum class Kind
    {
        None,
        Query,
        Candidate,
        OwnedServers,
        Commitment,
        Discount,
        OwnServer, ///< a server of the plan's own to choose from
        OwnSite,
    };

    Kind kind = Kind::None;
    std::size_t index = 0; ///< in the plan's list of that kind; of discounts by provider id

    bool operator==(const SourceRef&) const = default;
};

/// All of them in the order of the page.
[[nodiscard]] std::vector<SourceRef> sourcesOf(const model::Plan& plan);
/// False if the plan has no such thing (any more).
[[nodiscard]] bool holds(const model::Plan& plan, const SourceRef& source);

/// "Query", "Self-hosted", "Owned servers": first column.
[[nodiscard]] QString sourceKindText(const Format& format, const model::Plan& plan, const SourceRef& source);
/// What is asked for, in words.
/// `names` gives providers, regions and sites the names of the catalogue; without one their ids stand.
[[nodiscard]] QString sourceText(const Format& format,
                                 const model::Plan& plan,
                                 const SourceRef& source,
                                 const model::CatalogueSlice& names = {});

/// Add at the end; the place of what was added.
SourceRef addQuery(PlanDocument& document, model::CandidateQuery query);
SourceRef addCandidate(PlanDocument& document, model::Candidate candidate, const QString& name);
SourceRef addOwnedServers(PlanDocument& document, model::OwnedServers servers);
SourceRef addCommitment(PlanDocument& document, model::RunningCommitment commitment);
/// A discount of 0 for a provider; its place if there is one already.
SourceRef addDiscount(PlanDocument& document, const model::ProviderId& provider);

/// A server or site of the plan's own; its id is made free. Name "our-server", "our-server-2" ...
SourceRef addOwnServer(PlanDocument& document, model::OwnServer server);
SourceRef addOwnSite(PlanDocument& document, model::OwnSite site);
/// What is known of a server or site of the catalogue as a start for one's own; prices are left out, since
/// they are what the user knows better.
[[nodiscard]] model::OwnServer ownServerLike(const model::ServerBuild& build);
[[nodiscard]] model::OwnSite ownSiteLike(const model::Site& site);

/// A copy right below. Discounts have none: there is one for a provider.
SourceRef duplicateSource(PlanDocument& document, const SourceRef& source, const QString& copyName);
void removeSource(PlanDocument& document, const SourceRef& source, const QString& name);

/// Items of the plan's lists for fields; a place that is gone gives a blank that nobody reads.
[[nodiscard]] model::CandidateQuery& queryAt(model::Plan& plan, std::size_t index);
[[nodiscard]] model::Candidate& candidateAt(model::Plan& plan, std::size_t index);
[[nodiscard]] model::OwnedServers& ownedAt(model::Plan& plan, std::size_t index);
[[nodiscard]] model::RunningCommitment& commitmentAt(model::Plan& plan, std::size_t index);
[[nodiscard]] model::OwnServer& ownServerAt(model::Plan& plan, std::size_t index);
[[nodiscard]] model::OwnSite& ownSiteAt(model::Plan& plan, std::size_t index);
[[nodiscard]] double& discountAt(model::Plan& plan, const model::ProviderId& provider);

} // namespace wherewithal::app
