// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/pages/OptionSources.h"

#include <QCoreApplication>

#include <algorithm>

namespace wherewithal::app {

namespace {

using Kind = SourceRef::Kind;

/// The words of this file.
struct OptionSources
{
    Q_DECLARE_TR_FUNCTIONS(OptionSources)
};

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
constexpr List<model::OwnServer> kServers{"/servers",
                                          [](model::Plan& plan) -> std::vector<model::OwnServer>& {
                                              return plan.servers;
                                          }};
constexpr List<model::OwnSite> kSites{"/sites", [](model::Plan& plan) -> std::vector<model::OwnSite>& {
                                          return plan.sites;
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
            parts.append(OptionSources::tr(text).arg(what));
        }
    };
    add(QT_TRANSLATE_NOOP("OptionSources", "of %1"), joinedIds(query.providers));
    add(QT_TRANSLATE_NOOP("OptionSources", "with %1"), joinedIds(query.accelerators));
    add(QT_TRANSLATE_NOOP("OptionSources", "of the kinds %1"), joined(query.categories));
    if (query.minAcceleratorMemoryBytes) {
        add(QT_TRANSLATE_NOOP("OptionSources", "with at least %1 of accelerator memory"),
            format.bytes(query.minAcceleratorMemoryBytes));
    }
    if (query.minAcceleratorCount) {
        add(QT_TRANSLATE_NOOP("OptionSources", "with at least %1 accelerators"),
            format.integer(*query.minAcceleratorCount));
    }
    if (query.maxAcceleratorCount) {
        add(QT_TRANSLATE_NOOP("OptionSources", "with at most %1 accelerators"),
            format.integer(*query.maxAcceleratorCount));
    }
    if (query.minVcpus) {
        add(QT_TRANSLATE_NOOP("OptionSources", "with at least %1 vCPUs"), format.plain(query.minVcpus));
    }
    if (query.maxVcpus) {
        add(QT_TRANSLATE_NOOP("OptionSources", "with at most %1 vCPUs"), format.plain(query.maxVcpus));
    }
    if (query.minMemoryBytes) {
        add(QT_TRANSLATE_NOOP("OptionSources", "with at least %1 of memory"),
            format.bytes(query.minMemoryBytes));
    }
    QStringList places;
    for (const QString& list :
         {joined(query.continents), joined(query.countries), joinedIds(query.regions)}) {
        if (!list.isEmpty()) {
            places.append(list);
        }
    }
    add(QT_TRANSLATE_NOOP("OptionSources", "in %1"), places.join(QStringLiteral(", ")));
    QStringList ways;
    for (const model::Purchase purchase : query.purchases) {
        ways.append(format.name(purchase));
    }
    add(QT_TRANSLATE_NOOP("OptionSources", "bought %1"), ways.join(QStringLiteral(", ")));
    return OptionSources::tr("Any machine %1; the cheapest %2 of each provider, %3 in all")
        .arg(parts.join(QLatin1Char(' ')))
        .arg(query.perProvider)
        .arg(query.maxOptions)
        .replace(QStringLiteral(" ;"), QStringLiteral(";"));
}

/// The name that the catalogue gives, or the id where it knows none.
template <typename Found, typename Id>
std::string nameOr(const Found* found, const Id& id)
{
    return found != nullptr && !found->displayName.empty() ? found->displayName : id.text();
}

QString
candidateText(const Format& format, const model::Candidate& candidate, const model::CatalogueSlice& names)
{
    QStringList parts;
    for (const std::string& part :
         {candidate.displayName,
          candidate.machine.text(),
          nameOr(names.findServer(candidate.server), candidate.server),
          candidate.tokenModel,
          nameOr(names.findProvider(candidate.layer), candidate.layer),
          nameOr(names.findProvider(candidate.provider), candidate.provider),
          nameOr(names.findRegion(candidate.provider, candidate.region), candidate.region),
          nameOr(names.findSite(candidate.site), candidate.site)}) {
        if (!part.empty()) {
            parts.append(fromEngine(part));
        }
    }
    if (parts.isEmpty()) {
        return OptionSources::tr("Nothing is chosen yet.");
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
    return OptionSources::tr("%1 of %2, %3 old, book value %4 each")
        .arg(format.integer(owned.count),
             owned.server.isEmpty() ? OptionSources::tr("no server chosen") : fromEngine(owned.server.text()),
             format.months(owned.ageMonths),
             format.money(owned.bookValueEach, plan.currency));
}

QString ownServerText(const Format& format, const model::Plan& plan, const model::OwnServer& own)
{
    QStringList parts{fromEngine(own.displayName.empty() ? own.id.text() : own.displayName)};
    if (!own.accelerator.isEmpty()) {
        parts.append(OptionSources::tr("%1 × %2").arg(format.integer(own.acceleratorCount),
                                                      fromEngine(own.accelerator.text())));
    }
    parts.append(
        own.price
            ? OptionSources::tr("%1 %2 each").arg(format.range(*own.price), fromEngine(plan.currency.code()))
            : OptionSources::tr("price unknown"));
    return parts.join(QStringLiteral(", "));
}

QString ownSiteText(const Format& format, const model::Plan& plan, const model::OwnSite& own)
{
    const QString currency = fromEngine(plan.currency.code());
    return QStringList{
        fromEngine(own.displayName.empty() ? own.id.text() : own.displayName),
        own.electricityPerKwh
            ? OptionSources::tr("%1 %2 a kWh").arg(format.range(*own.electricityPerKwh), currency)
            : OptionSources::tr("price of electricity unknown")}
        .join(QStringLiteral(", "));
}

/// The wanted id, with a number behind it if it is taken.
template <typename Id, typename T>
Id freeId(const std::vector<T>& taken, const std::string& wanted)
{
    Id id{wanted};
    for (int number = 2; std::ranges::find(taken, id, &T::id) != taken.end(); ++number) {
        id = Id{wanted + "-" + std::to_string(number)};
    }
    return id;
}

QString commitmentText(const Format& format, const model::Plan& plan, const model::RunningCommitment& running)
{
    const QString what = running.machine.isEmpty()
                             ? OptionSources::tr("no machine chosen")
                             : QStringLiteral("%1 %2").arg(fromEngine(running.provider.text()),
                                                           fromEngine(running.machine.text()));
    return OptionSources::tr("%1 of %2 to %3, %4 an hour each, paid whether used or not")
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
    add(Kind::OwnServer, plan.servers.size());
    add(Kind::OwnSite, plan.sites.size());
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
        return OptionSources::tr("Query");
    case Kind::Candidate:
        return format.name(plan.candidates[source.index].kind);
    case Kind::OwnedServers:
        return OptionSources::tr("Owned servers");
    case Kind::Commitment:
        return OptionSources::tr("Running commitment");
    case Kind::Discount:
        return OptionSources::tr("Contract discount");
    case Kind::OwnServer:
        return OptionSources::tr("Server of your own");
    case Kind::OwnSite:
        return OptionSources::tr("Site of your own");
    case Kind::None:
        break;
    }
    return {};
}

QString sourceText(const Format& format,
                   const model::Plan& plan,
                   const SourceRef& source,
                   const model::CatalogueSlice& names)
{
    switch (source.kind) {
    case Kind::Query:
        return queryText(format, plan.queries[source.index]);
    case Kind::Candidate:
        return candidateText(format, plan.candidates[source.index], names);
    case Kind::OwnedServers:
        return ownedText(format, plan, plan.brownfield.servers[source.index]);
    case Kind::Commitment:
        return commitmentText(format, plan, plan.brownfield.commitments[source.index]);
    case Kind::Discount: {
        const model::ProviderId provider = discountProvider(plan, source.index);
        return OptionSources::tr("%1 off the list prices of %2")
            .arg(format.percent(plan.brownfield.discountFraction.at(provider), 1),
                 fromEngine(provider.text()));
    }
    case Kind::OwnServer:
        return ownServerText(format, plan, plan.servers[source.index]);
    case Kind::OwnSite:
        return ownSiteText(format, plan, plan.sites[source.index]);
    case Kind::None:
        break;
    }
    return {};
}

SourceRef addQuery(PlanDocument& document, model::CandidateQuery query)
{
    return {Kind::Query, append(document, kQueries, OptionSources::tr("add a query"), std::move(query))};
}

SourceRef addCandidate(PlanDocument& document, model::Candidate candidate, const QString& name)
{
    return {
        Kind::Candidate,
        append(document, kCandidates, OptionSources::tr("add candidate %1").arg(name), std::move(candidate))};
}

SourceRef addOwnedServers(PlanDocument& document, model::OwnedServers servers)
{
    return {Kind::OwnedServers,
            append(document, kOwned, OptionSources::tr("add owned servers"), std::move(servers))};
}

SourceRef addCommitment(PlanDocument& document, model::RunningCommitment commitment)
{
    return {
        Kind::Commitment,
        append(document, kCommitments, OptionSources::tr("add a running commitment"), std::move(commitment))};
}

SourceRef addDiscount(PlanDocument& document, const model::ProviderId& provider)
{
    auto discounts = document.plan().brownfield.discountFraction;
    if (discounts.emplace(provider, 0.0).second) {
        changeDiscounts(document,
                        OptionSources::tr("add a contract discount of %1").arg(fromEngine(provider.text())),
                        discounts);
    }
    return placeOfDiscount(document.plan(), provider);
}

SourceRef addOwnServer(PlanDocument& document, model::OwnServer server)
{
    server.id = freeId<model::ServerBuildId>(document.plan().servers, "our-server");
    return {Kind::OwnServer,
            append(document, kServers, OptionSources::tr("add a server of your own"), std::move(server))};
}

SourceRef addOwnSite(PlanDocument& document, model::OwnSite site)
{
    site.id = freeId<model::SiteId>(document.plan().sites, "our-site");
    return {Kind::OwnSite,
            append(document, kSites, OptionSources::tr("add a site of your own"), std::move(site))};
}

model::OwnServer ownServerLike(const model::ServerBuild& build)
{
    model::OwnServer own;
    own.displayName = OptionSources::tr("Our %1").arg(fromEngine(build.displayName)).toStdString();
    own.accelerator = build.accelerator;
    own.acceleratorCount = build.acceleratorCount;
    own.vcpus = build.vcpus;
    own.memoryBytes = build.memoryBytes;
    own.rackUnits = build.rackUnits;
    own.idleWatts = build.powerWatts.low;
    own.loadWatts = build.powerWatts.typical;
    own.ratedWatts = build.powerWatts.high;
    own.source = build.powerWatts.source.title;
    own.date = build.powerWatts.source.date;
    return own;
}

model::OwnSite ownSiteLike(const model::Site& site)
{
    model::OwnSite own;
    own.displayName = OptionSources::tr("Our site near %1").arg(fromEngine(site.displayName)).toStdString();
    own.country = site.country;
    own.continent = site.continent;
    return own;
}

SourceRef duplicateSource(PlanDocument& document, const SourceRef& source, const QString& copyName)
{
    const auto same = [](const auto&) {
    };
    switch (source.kind) {
    case Kind::Query:
        duplicate(document, kQueries, OptionSources::tr("duplicate a query"), source.index, same);
        break;
    case Kind::Candidate:
        duplicate(document,
                  kCandidates,
                  OptionSources::tr("duplicate candidate %1").arg(copyName),
                  source.index,
                  [&](model::Candidate& copy) { copy.displayName = copyName.toStdString(); });
        break;
    case Kind::OwnedServers:
        duplicate(document, kOwned, OptionSources::tr("duplicate owned servers"), source.index, same);
        break;
    case Kind::Commitment:
        duplicate(
            document, kCommitments, OptionSources::tr("duplicate a running commitment"), source.index, same);
        break;
    case Kind::OwnServer:
        duplicate(document,
                  kServers,
                  OptionSources::tr("duplicate server %1").arg(copyName),
                  source.index,
                  [&](model::OwnServer& copy) {
                      copy.id = freeId<model::ServerBuildId>(document.plan().servers, "our-server");
                      copy.displayName = copyName.toStdString();
                  });
        break;
    case Kind::OwnSite:
        duplicate(document,
                  kSites,
                  OptionSources::tr("duplicate site %1").arg(copyName),
                  source.index,
                  [&](model::OwnSite& copy) {
                      copy.id = freeId<model::SiteId>(document.plan().sites, "our-site");
                      copy.displayName = copyName.toStdString();
                  });
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
        erase(document, kQueries, OptionSources::tr("remove a query"), source.index);
        break;
    case Kind::Candidate:
        erase(document, kCandidates, OptionSources::tr("remove candidate %1").arg(name), source.index);
        break;
    case Kind::OwnedServers:
        erase(document, kOwned, OptionSources::tr("remove owned servers"), source.index);
        break;
    case Kind::Commitment:
        erase(document, kCommitments, OptionSources::tr("remove a running commitment"), source.index);
        break;
    case Kind::Discount: {
        auto discounts = document.plan().brownfield.discountFraction;
        const model::ProviderId provider = discountProvider(document.plan(), source.index);
        discounts.erase(provider);
        changeDiscounts(document,
                        OptionSources::tr("remove the discount of %1").arg(fromEngine(provider.text())),
                        discounts);
        break;
    }
    case Kind::OwnServer:
        erase(document, kServers, OptionSources::tr("remove server %1").arg(name), source.index);
        break;
    case Kind::OwnSite:
        erase(document, kSites, OptionSources::tr("remove site %1").arg(name), source.index);
        break;
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

model::OwnServer& ownServerAt(model::Plan& plan, std::size_t index)
{
    return itemAt(plan.servers, index);
}

model::OwnSite& ownSiteAt(model::Plan& plan, std::size_t index)
{
    return itemAt(plan.sites, index);
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
