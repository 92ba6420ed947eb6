// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/pages/OptionSources.h"

#include <QCoreApplication>

#include <algorithm>

namespace wherewithal::app {

namespace {

using Kind = SourceRef::Kind;

QString say(const char* text)
{
    return QCoreApplication::translate("OptionSources", text);
}

QString joined(const std::vector<std::string>& values)
{
    QStringList texts;
    for (const std::string& value : values) {
        texts.append(fromEngine(value));
    }
    return texts.join(QStringLiteral(", "));
}

template <typename Id>
QString joinedIds(const std::vector<Id>& values)
{
    QStringList texts;
    for (const Id& value : values) {
        texts.append(fromEngine(value.text()));
    }
    return texts.join(QStringLiteral(", "));
}

/// One list of the plan: how it is found and under which pointer it stands.
template <typename T>
struct List
{
    const char* place;
    std::vector<T>& (*of)(model::Plan&);
};

constexpr List<model::CandidateQuery> kQueries{"/queries",
                                               [](model::Plan& plan) -> std::vector<model::CandidateQuery>& {
                                                   return plan.queries;
                                               }};
constexpr List<model::Candidate> kCandidates{"/candidates",
                                             [](model::Plan& plan) -> std::vector<model::Candidate>& {
                                                 return plan.candidates;
                                             }};
constexpr List<model::OwnedServers> kOwned{"/brownfield/servers",
                                           [](model::Plan& plan) -> std::vector<model::OwnedServers>& {
                                               return plan.brownfield.servers;
                                           }};
constexpr List<model::RunningCommitment> kCommitments{
    "/brownfield/commitments", [](model::Plan& plan) -> std::vector<model::RunningCommitment>& {
        return plan.brownfield.commitments;
    }};

template <typename T>
void change(PlanDocument& document, const List<T>& list, const QString& text, std::vector<T> value)
{
    document.change<std::vector<T>>(QString::fromLatin1(list.place), text, list.of, std::move(value));
}

template <typename T>
std::vector<T> copyOf(const PlanDocument& document, const List<T>& list)
{
    model::Plan plan = document.plan();
    return list.of(plan);
}

template <typename T>
std::size_t append(PlanDocument& document, const List<T>& list, const QString& text, T item)
{
    auto value = copyOf(document, list);
    value.push_back(std::move(item));
    const std::size_t index = value.size() - 1;
    change(document, list, text, std::move(value));
    return index;
}

template <typename T>
void erase(PlanDocument& document, const List<T>& list, const QString& text, std::size_t index)
{
    auto value = copyOf(document, list);
    value.erase(value.begin() + static_cast<std::ptrdiff_t>(index));
    change(document, list, text, std::move(value));
}

template <typename T, typename Vary>
void duplicate(PlanDocument& document, const List<T>& list, const QString& text, std::size_t index, Vary vary)
{
    auto value = copyOf(document, list);
    T copy = value[index];
    vary(copy);
    value.insert(value.begin() + static_cast<std::ptrdiff_t>(index) + 1, std::move(copy));
    change(document, list, text, std::move(value));
}

/// The item, or a blank of its own: an editor may outlive what it edits by one event.
template <typename T>
T& itemAt(std::vector<T>& list, std::size_t index)
{
    static T blank;
    if (index < list.size()) {
        return list[index];
    }
    blank = T{};
    return blank;
}

model::ProviderId discountProvider(const model::Plan& plan, std::size_t index)
{
    auto at = plan.brownfield.discountFraction.begin();
    std::advance(at, static_cast<std::ptrdiff_t>(index));
    return at->first;
}

SourceRef placeOfDiscount(const model::Plan& plan, const model::ProviderId& provider)
{
    const auto& discounts = plan.brownfield.discountFraction;
    const auto at = discounts.find(provider);
    return {Kind::Discount, static_cast<std::size_t>(std::distance(discounts.begin(), at))};
}

void changeDiscounts(PlanDocument& document,
                     const QString& text,
                     std::map<model::ProviderId, double> discounts)
{
    document.change<std::map<model::ProviderId, double>>(
        QStringLiteral("/brownfield/discounts"),
        text,
        [](model::Plan& plan) -> std::map<model::ProviderId, double>& {
            return plan.brownfield.discountFraction;
        },
        std::move(discounts));
}

QString queryText(const Format& format, const model::CandidateQuery& query)
{
    QStringList parts;
    const auto add = [&parts](const char* text, const QString& what) {
        if (!what.isEmpty()) {
            parts.append(say(text).arg(what));
        }
    };
    add("of %1", joinedIds(query.providers));
    add("with %1", joinedIds(query.accelerators));
    add("of the kinds %1", joined(query.categories));
    if (query.minAcceleratorMemoryBytes) {
        add("with at least %1 of accelerator memory", format.bytes(query.minAcceleratorMemoryBytes));
    }
    if (query.minAcceleratorCount) {
        add("with at least %1 accelerators", format.integer(*query.minAcceleratorCount));
    }
    if (query.maxAcceleratorCount) {
        add("with at most %1 accelerators", format.integer(*query.maxAcceleratorCount));
    }
    if (query.minVcpus) {
        add("with at least %1 vCPUs", format.plain(query.minVcpus));
    }
    if (query.maxVcpus) {
        add("with at most %1 vCPUs", format.plain(query.maxVcpus));
    }
    if (query.minMemoryBytes) {
        add("with at least %1 of memory", format.bytes(query.minMemoryBytes));
    }
    QStringList places;
    for (const QString& list :
         {joined(query.continents), joined(query.countries), joinedIds(query.regions)}) {
        if (!list.isEmpty()) {
            places.append(list);
        }
    }
    add("in %1", places.join(QStringLiteral(", ")));
    QStringList ways;
    for (const model::Purchase purchase : query.purchases) {
        ways.append(format.name(purchase));
    }
    add("bought %1", ways.join(QStringLiteral(", ")));
    return say("Any machine %1; the cheapest %2 of each provider, %3 in all")
        .arg(parts.join(QLatin1Char(' ')))
        .arg(query.perProvider)
        .arg(query.maxOptions)
        .replace(QStringLiteral(" ;"), QStringLiteral(";"));
}

QString candidateText(const Format& format, const model::Candidate& candidate)
{
    QStringList parts;
    for (const std::string& part : {candidate.displayName,
                                    candidate.layer.text(),
                                    candidate.provider.text(),
                                    candidate.region.text(),
                                    candidate.machine.text(),
                                    candidate.server.text(),
                                    candidate.site.text(),
                                    candidate.tokenModel}) {
        if (!part.empty()) {
            parts.append(fromEngine(part));
        }
    }
    if (parts.isEmpty()) {
        return say("Nothing is chosen yet.");
    }
    const bool isPriced =
        candidate.kind != model::OptionKind::SelfHosted && candidate.kind != model::OptionKind::TokenApi;
    if (isPriced) {
        parts.append(format.purchaseText(candidate.purchase, candidate.termMonths, candidate.payment));
    }
    return parts.join(QStringLiteral(", "));
}

QString ownedText(const Format& format, const model::Plan& plan, const model::OwnedServers& owned)
{
    return say("%1 of %2, %3 old, book value %4 each")
        .arg(format.integer(owned.count),
             owned.server.isEmpty() ? say("no server chosen") : fromEngine(owned.server.text()),
             format.months(owned.ageMonths),
             format.money(owned.bookValueEach, plan.currency));
}

QString commitmentText(const Format& format, const model::Plan& plan, const model::RunningCommitment& running)
{
    const QString what = running.machine.isEmpty()
                             ? say("no machine chosen")
                             : QStringLiteral("%1 %2").arg(fromEngine(running.provider.text()),
                                                           fromEngine(running.machine.text()));
    return say("%1 of %2 to %3, %4 an hour each, paid whether used or not")
        .arg(format.integer(running.count),
             what,
             format.month(running.until),
             format.money(running.perHourEach, plan.currency));
}

} // namespace

std::vector<SourceRef> sourcesOf(const model::Plan& plan)
{
    std::vector<SourceRef> sources;
    const auto add = [&](Kind kind, std::size_t count) {
        for (std::size_t index = 0; index < count; ++index) {
            sources.push_back({kind, index});
        }
    };
    add(Kind::Query, plan.queries.size());
    add(Kind::Candidate, plan.candidates.size());
    add(Kind::OwnedServers, plan.brownfield.servers.size());
    add(Kind::Commitment, plan.brownfield.commitments.size());
    add(Kind::Discount, plan.brownfield.discountFraction.size());
    return sources;
}

bool holds(const model::Plan& plan, const SourceRef& source)
{
    return std::ranges::count(sourcesOf(plan), source) > 0;
}

QString sourceKindText(const Format& format, const model::Plan& plan, const SourceRef& source)
{
    switch (source.kind) {
    case Kind::Query:
        return say("Query");
    case Kind::Candidate:
        return format.name(plan.candidates[source.index].kind);
    case Kind::OwnedServers:
        return say("Owned servers");
    case Kind::Commitment:
        return say("Running commitment");
    case Kind::Discount:
        return say("Contract discount");
    case Kind::None:
        break;
    }
    return {};
}

QString sourceText(const Format& format, const model::Plan& plan, const SourceRef& source)
{
    switch (source.kind) {
    case Kind::Query:
        return queryText(format, plan.queries[source.index]);
    case Kind::Candidate:
        return candidateText(format, plan.candidates[source.index]);
    case Kind::OwnedServers:
        return ownedText(format, plan, plan.brownfield.servers[source.index]);
    case Kind::Commitment:
        return commitmentText(format, plan, plan.brownfield.commitments[source.index]);
    case Kind::Discount: {
        const model::ProviderId provider = discountProvider(plan, source.index);
        return say("%1 off the list prices of %2")
            .arg(format.percent(plan.brownfield.discountFraction.at(provider), 1),
                 fromEngine(provider.text()));
    }
    case Kind::None:
        break;
    }
    return {};
}

SourceRef addQuery(PlanDocument& document, model::CandidateQuery query)
{
    return {Kind::Query, append(document, kQueries, say("add a query"), std::move(query))};
}

SourceRef addCandidate(PlanDocument& document, model::Candidate candidate, const QString& name)
{
    return {Kind::Candidate,
            append(document, kCandidates, say("add candidate %1").arg(name), std::move(candidate))};
}

SourceRef addOwnedServers(PlanDocument& document, model::OwnedServers servers)
{
    return {Kind::OwnedServers, append(document, kOwned, say("add owned servers"), std::move(servers))};
}

SourceRef addCommitment(PlanDocument& document, model::RunningCommitment commitment)
{
    return {Kind::Commitment,
            append(document, kCommitments, say("add a running commitment"), std::move(commitment))};
}

SourceRef addDiscount(PlanDocument& document, const model::ProviderId& provider)
{
    auto discounts = document.plan().brownfield.discountFraction;
    if (discounts.emplace(provider, 0.0).second) {
        changeDiscounts(
            document, say("add a contract discount of %1").arg(fromEngine(provider.text())), discounts);
    }
    return placeOfDiscount(document.plan(), provider);
}

SourceRef duplicateSource(PlanDocument& document, const SourceRef& source, const QString& copyName)
{
    const auto same = [](const auto&) {
    };
    switch (source.kind) {
    case Kind::Query:
        duplicate(document, kQueries, say("duplicate a query"), source.index, same);
        break;
    case Kind::Candidate:
        duplicate(document,
                  kCandidates,
                  say("duplicate candidate %1").arg(copyName),
                  source.index,
                  [&](model::Candidate& copy) { copy.displayName = copyName.toStdString(); });
        break;
    case Kind::OwnedServers:
        duplicate(document, kOwned, say("duplicate owned servers"), source.index, same);
        break;
    case Kind::Commitment:
        duplicate(document, kCommitments, say("duplicate a running commitment"), source.index, same);
        break;
    case Kind::Discount:
    case Kind::None:
        return source;
    }
    return {source.kind, source.index + 1};
}

void removeSource(PlanDocument& document, const SourceRef& source, const QString& name)
{
    switch (source.kind) {
    case Kind::Query:
        erase(document, kQueries, say("remove a query"), source.index);
        break;
    case Kind::Candidate:
        erase(document, kCandidates, say("remove candidate %1").arg(name), source.index);
        break;
    case Kind::OwnedServers:
        erase(document, kOwned, say("remove owned servers"), source.index);
        break;
    case Kind::Commitment:
        erase(document, kCommitments, say("remove a running commitment"), source.index);
        break;
    case Kind::Discount: {
        auto discounts = document.plan().brownfield.discountFraction;
        const model::ProviderId provider = discountProvider(document.plan(), source.index);
        discounts.erase(provider);
        changeDiscounts(
            document, say("remove the discount of %1").arg(fromEngine(provider.text())), discounts);
        break;
    }
    case Kind::None:
        break;
    }
}

model::CandidateQuery& queryAt(model::Plan& plan, std::size_t index)
{
    return itemAt(plan.queries, index);
}

model::Candidate& candidateAt(model::Plan& plan, std::size_t index)
{
    return itemAt(plan.candidates, index);
}

model::OwnedServers& ownedAt(model::Plan& plan, std::size_t index)
{
    return itemAt(plan.brownfield.servers, index);
}

model::RunningCommitment& commitmentAt(model::Plan& plan, std::size_t index)
{
    return itemAt(plan.brownfield.commitments, index);
}

double& discountAt(model::Plan& plan, const model::ProviderId& provider)
{
    static double blank = 0.0;
    const auto at = plan.brownfield.discountFraction.find(provider);
    if (at != plan.brownfield.discountFraction.end()) {
        return at->second;
    }
    blank = 0.0;
    return blank;
}

} // namespace wherewithal::app
