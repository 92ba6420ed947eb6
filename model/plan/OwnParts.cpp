// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/plan/OwnParts.h"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace wherewithal::model {

namespace {

Source ownSource(const std::string& said, const std::string& date)
{
    return {.title = said.empty() ? std::string("own figure of the plan")
                                  : fmt::format("own figure of the plan: {}", said),
            .url = {},
            .date = date};
}

SourcedRange
ownRange(const std::optional<Range>& value, const Plan& plan, std::string_view per, const Source& source)
{
    SourcedRange range;
    range.stated = value;
    range.currency = plan.currency;
    range.unit = fmt::format("{}{}", plan.currency.code(), per);
    range.basis = "stated in the plan";
    range.source = source;
    return range;
}

ServerBuild buildOf(const OwnServer& own, const Plan& plan)
{
    const Source source = ownSource(own.source, own.date);
    ServerBuild build;
    build.id = own.id;
    build.displayName = own.displayName.empty() ? own.id.text() : own.displayName;
    build.accelerator = own.accelerator;
    build.acceleratorCount = own.accelerator.isEmpty() ? 0 : own.acceleratorCount;
    build.vcpus = own.vcpus;
    build.memoryBytes = own.memoryBytes;
    build.rackUnits = own.rackUnits;
    build.price = ownRange(own.price, plan, {}, source);
    build.powerWatts.low = own.idleWatts;
    build.powerWatts.typical = own.loadWatts;
    build.powerWatts.high = own.ratedWatts;
    build.powerWatts.unit = "W";
    build.powerWatts.basis = "stated in the plan";
    build.powerWatts.source = source;
    build.confidence = "own";
    build.note = own.notes;
    return build;
}

Site siteOf(const OwnSite& own, const Plan& plan)
{
    const Source source = ownSource(own.source, own.date);
    Site site;
    site.id = own.id;
    site.displayName = own.displayName.empty() ? own.id.text() : own.displayName;
    site.country = own.country;
    site.continent = own.continent;
    site.colocationPerKilowattMonth = ownRange(own.rentPerKilowattMonth, plan, "/kW-month", source);
    site.electricityPerKwh = ownRange(own.electricityPerKwh, plan, "/kWh", source);
    site.pue = own.pue;
    site.pueSource = own.pue ? source : Source{};
    site.note = own.notes;
    return site;
}

Evidence evidenceOf(const OwnAnswer& own, const CatalogueSlice& slice)
{
    Evidence fact;
    fact.id = EvidenceId{fmt::format("own/{}/{}", own.provider.text(), own.question.text())};
    fact.provider = own.provider;
    fact.question = own.question;
    const auto asked = std::ranges::find(slice.questions, own.question, &Question::id);
    if (asked != slice.questions.end()) {
        fact.criterion = asked->criterion;
    }
    fact.answer = own.answer;
    fact.value = own.value;
    fact.finding = own.finding.empty() ? std::string("answered by the author of the plan") : own.finding;
    fact.confidence = Confidence::Secondary;
    fact.isOwn = true;
    fact.source = {.title = own.source.empty() ? std::string("own answer of the plan")
                                               : fmt::format("own answer of the plan: {}", own.source),
                   .url = {},
                   .date = text(own.date)};
    return fact;
}

/// Puts rows among others that are sorted by id; a row with a known id takes its place.
template <typename Row>
void put(std::vector<Row>& rows, Row row)
{
    const auto at = std::ranges::lower_bound(rows, row.id, {}, &Row::id);
    if (at != rows.end() && at->id == row.id) {
        *at = std::move(row);
    } else {
        rows.insert(at, std::move(row));
    }
}

} // namespace

bool hasOwnParts(const Plan& plan)
{
    return !plan.servers.empty() || !plan.sites.empty() || !plan.answers.empty();
}

void addOwnParts(CatalogueSlice& slice, const Plan& plan)
{
    for (const OwnServer& own : plan.servers) {
        put(slice.servers, buildOf(own, plan));
    }
    for (const OwnSite& own : plan.sites) {
        put(slice.sites, siteOf(own, plan));
    }
    for (const OwnAnswer& own : plan.answers) {
        if (own.answer != Answer::Unknown) {
            put(slice.evidence, evidenceOf(own, slice));
        }
    }
}

} // namespace wherewithal::model
