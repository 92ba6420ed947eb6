// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/Calendar.h"
#include "model/base/Id.h"
#include "model/offer/Price.h"
#include "model/plan/Assumptions.h"
#include "model/scoring/Evidence.h"
#include "model/units/Money.h"
#include "model/units/Range.h"
#include "model/workload/Workload.h"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wherewithal::model {

enum class OptionKind
{
    Machine,
    Platform,
    Layer,
    TokenApi,
    SelfHosted,
    Hybrid,
};

/// "machine", "platform", "layer", "token-api", "self-hosted", "hybrid".
[[nodiscard]] std::string_view name(OptionKind kind);
[[nodiscard]] std::optional<OptionKind> parseOptionKind(std::string_view text);

/// A must-have. It excludes an option that fails it and leaves one undecided whose answer is unknown.
struct Requirement
{
    enum class Kind
    {
        Region,          ///< values: continents ("Europe"), countries ("DE") or region ids; any of them
        Provider,        ///< values: provider ids; any of them
        Question,        ///< values: one question id that must be answered yes
        Service,         ///< values: "postgresql", "mongodb", "docker", "kubernetes", "object-storage", "registry", "private-network", "vpn"
        OperatingSystem, ///< values: product and cycle, e.g. {"rhel", "9"}: in support to the end of the horizon
        Purchase,        ///< values: purchase names; any of them
        Kind,            ///< values: option kinds; any of them
    };

    std::string id; ///< unique in the plan
    Kind kind = Kind::Region;
    std::vector<std::string> values;
    bool acceptsPartial = false; ///< Question and Service: "partly" suffices
    bool isOff = false;          ///< kept in the plan, not asked for at present
    std::string notes;

    bool operator==(const Requirement&) const = default;
};

[[nodiscard]] std::string_view name(Requirement::Kind kind);
[[nodiscard]] std::optional<Requirement::Kind> parseRequirementKind(std::string_view text);

/// One candidate that the user names.
struct Candidate
{
    OptionKind kind = OptionKind::Machine;
    ProviderId provider; ///< machine, platform, token API: who sells; layer and hybrid: the host
    RegionId region;
    MachineId machine;
    Purchase purchase = Purchase::OnDemand;
    int termMonths = 0;
    Payment payment = Payment::None;
    ProviderId layer;          ///< Layer: who sells the layer, e.g. "datatron"
    ServerBuildId server;      ///< SelfHosted, Hybrid
    SiteId site;               ///< SelfHosted, Hybrid
    std::string tokenModel;    ///< TokenApi: the seller's name of the model
    std::string displayName;   ///< empty: made from the parts
    std::string notes;

    bool operator==(const Candidate&) const = default;
};

/// A server that the user can buy or has an offer for. Ids before those of the catalogue.
struct OwnServer
{
    ServerBuildId id; ///< unique in the plan
    std::string displayName;
    AcceleratorId accelerator; ///< of the catalogue; empty: none
    int acceleratorCount = 0;
    std::optional<double> vcpus; ///< hardware threads
    std::optional<double> memoryBytes;
    std::optional<double> rackUnits;
    std::optional<Range> price; ///< plan currency, each
    std::optional<double> idleWatts;
    std::optional<double> loadWatts;  ///< at full load: what electricity is paid for
    std::optional<double> ratedWatts; ///< what colocation is charged by; empty: that at full load
    std::string source;               ///< who says so: "offer 4711 of our dealer"
    std::string date;                 ///< of that, "YYYY-MM-DD"
    std::string notes;

    bool operator==(const OwnServer&) const = default;
};

/// A place of the user's own. Ids before those of the catalogue.
struct OwnSite
{
    SiteId id; ///< unique in the plan
    std::string displayName;
    std::string country;   ///< ISO 3166-1 alpha-2
    std::string continent; ///< "Europe", "North America" ...
    std::optional<Range> rentPerKilowattMonth; ///< plan currency
    std::optional<Range> electricityPerKwh;    ///< plan currency
    std::optional<Range> pue; ///< facility over IT power, >= 1; empty: the plan's assumption
    std::string source;
    std::string date; ///< "YYYY-MM-DD"
    std::string notes;

    bool operator==(const OwnSite&) const = default;
};

/// What the user found out about a provider: an answer of one's own to a question of the catalogue, which decides
/// before what is published and stays marked as own.
struct OwnAnswer
{
    ProviderId provider; ///< who it is about; "self-hosted": one's own operations
    QuestionId question;
    Answer answer = Answer::Yes; ///< not Unknown
    std::optional<double> value; ///< of a Value answer, in the unit of the question
    std::string finding;         ///< what was said
    std::string source;          ///< who said it, where it is written
    Day date;

    bool operator==(const OwnAnswer&) const = default;
};

/// "Any machine with at least 80 GiB of accelerator memory in Europe". Empty lists ask nothing.
struct CandidateQuery
{
    std::vector<ProviderId> providers;
    std::vector<RegionId> regions;
    std::vector<std::string> continents;
    std::vector<std::string> countries; ///< ISO 3166-1 alpha-2
    std::vector<Purchase> purchases;    ///< empty: on-demand and every commitment that is priced, no spot
    std::vector<AcceleratorId> accelerators;
    std::vector<std::string> categories;
    std::optional<double> minAcceleratorMemoryBytes; ///< of the whole machine
    std::optional<int> minAcceleratorCount;
    std::optional<int> maxAcceleratorCount;
    std::optional<double> minVcpus;
    std::optional<double> maxVcpus;
    std::optional<double> minMemoryBytes;
    int perProvider = 2;  ///< keep the cheapest of each provider, >= 1
    int maxOptions = 24;  ///< in all, 1..400

    bool operator==(const CandidateQuery&) const = default;
};

/// Servers one already owns.
struct OwnedServers
{
    ServerBuildId server;
    int count = 0;
    double bookValueEach = 0.0; ///< plan currency
    int ageMonths = 0;

    bool operator==(const OwnedServers&) const = default;
};

/// A commitment that still runs.
struct RunningCommitment
{
    ProviderId provider;
    RegionId region;
    MachineId machine;
    int count = 0;
    double perHourEach = 0.0; ///< plan currency, paid whether used or not
    Month until;              ///< last month

    bool operator==(const RunningCommitment&) const = default;
};

struct Brownfield
{
    std::vector<OwnedServers> servers;
    std::vector<RunningCommitment> commitments;
    std::map<ProviderId, double> discountFraction; ///< contract discount on list prices, 0..1

    bool operator==(const Brownfield&) const = default;
};

/// Weights of the rank; they need not sum to 1, the engine divides by their sum.
struct Weights
{
    double cost = 0.5;
    std::array<double, kCriteria.size()> criteria{0.0625, 0.0625, 0.0625, 0.0625, 0.0625, 0.0625, 0.0625, 0.0625}; ///< in the order of kCriteria

    [[nodiscard]] double of(Criterion criterion) const { return criteria[static_cast<std::size_t>(criterion)]; }
    [[nodiscard]] double sum() const;

    bool operator==(const Weights&) const = default;
};

/// A price as the plan used it last: what `--frozen` keeps and what a newer catalogue is compared with.
struct UsedPrice
{
    std::string optionId;
    std::string what;    ///< "machine", "egress-internet" ...
    Decimal amount;      ///< per `unit`
    Decimal upfront;
    std::string unit;
    std::string currency;
    std::string date;
    std::string source;

    bool operator==(const UsedPrice&) const = default;
};

/// The user's document.
struct Plan
{
    static constexpr int kFormatVersion = 1;

    std::string name = "Untitled plan";
    std::string notes;
    Month starts{.year = 2026, .month = 12};
    Day asOf{.year = 2026, .month = 11, .day = 22};
    int horizonMonths = 36; ///< 1..120
    Currency currency;
    std::uint64_t seed = 42;
    int paths = 1024; ///< 0..100000
    std::vector<Workload> workloads;
    std::vector<Requirement> requirements;
    std::vector<Candidate> candidates;
    std::vector<CandidateQuery> queries;
    Assumptions assumptions;
    Weights weights;
    bool usesSourcedFactsOnly = false; ///< scores: leave general knowledge out
    std::vector<OwnAnswer> answers;    ///< one for a provider and question
    std::vector<OwnServer> servers;
    std::vector<OwnSite> sites;
    Brownfield brownfield;
    std::vector<ExchangeRate> exchangeRates; ///< before those of the catalogue
    std::string referenceOption;             ///< option id for break-even; empty: the default of the design
    std::map<std::string, std::string> letters; ///< option id -> letter, kept as long as the option stands in the plan
    std::map<std::string, std::string> fieldNotes; ///< JSON pointer -> the user's note on that field

    std::string catalogueHash;          ///< of the catalogue used last; empty: never computed
    std::vector<UsedPrice> pricesUsed;  ///< by option id, then what

    std::map<std::string, std::string> unknownKeys; ///< JSON pointer -> JSON text: kept on save, reported by `check`

    bool operator==(const Plan&) const = default;
};

/// A remark about a plan: what `check` prints and what fields show.
struct PlanIssue
{
    enum class Severity
    {
        Error,
        Warning,
        Note,
    };

    Severity severity = Severity::Error;
    Error error; ///< where: JSON pointer with dots, "workloads[0].demand.rate"

    bool operator==(const PlanIssue&) const = default;
};

/// Everything wrong or noteworthy with a plan that can be said without a catalogue. Errors first, in document order.
[[nodiscard]] std::vector<PlanIssue> validate(const Plan& plan);

} // namespace wherewithal::model
