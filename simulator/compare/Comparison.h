// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/Calendar.h"
#include "model/base/Id.h"
#include "model/catalogue/CatalogueSlice.h"
#include "model/explain/Figure.h"
#include "model/plan/Plan.h"
#include "model/units/Money.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// The result for a plan: plain values that window, report and command line render and none of them computes.
namespace wherewithal::simulator {

/// One candidate answer, resolved against the catalogue.
struct OptionSpec
{
    model::OptionId id; ///< "aws/us-east-1/p5.48xlarge/on-demand", "self-hosted/hgx-h100-x8/us-primary", ...
    std::string letter;
    model::OptionKind kind{};
    model::ProviderId provider;
    std::string providerName;
    model::RegionId region;
    std::string regionName;
    model::MachineId machine; ///< machine, dyno, server build, or the model name of a token API
    std::string displayName;  ///< "AWS p5.48xlarge"
    std::string secondLine;   ///< "Frankfurt, reserved 1 year, no upfront"
    model::Purchase purchase{};
    int termMonths = 0;
    model::Payment payment{};
    model::ProviderId layer;
    model::ServerBuildId server;
    model::SiteId site;

    bool operator==(const OptionSpec&) const = default;
};

enum class OptionState
{
    Ranked,
    Undecided,
    Excluded,
};

/// "ranked", "undecided", "excluded".
[[nodiscard]] std::string_view name(OptionState state);

/// Why an option is excluded, left undecided, or worth a warning.
struct Reason
{
    enum class Kind
    {
        RequirementFailed,  ///< a must-have is not met
        RequirementUnknown, ///< nobody knows whether it is met
        ObjectiveFailed,
        ObjectiveUnknown,
        CostPartUnknown, ///< totals are lower bounds
        DoesNotFit,      ///< the model does not fit
        LimitFailed,     ///< a hard limit is below what is needed now
        Warning,         ///< changes no state
    };

    Kind kind{};
    std::string text;          ///< a whole sentence, English, no trailing stop
    std::string requirementId; ///< of the plan, or the objective's field; may be empty
    std::vector<std::string>
        facts; ///< what the sentence is about, for translation: names and formatted numbers

    bool operator==(const Reason&) const = default;
};

/// A rung of the ladder of limits.
struct Limit
{
    std::string
        key; ///< "throughput", "accelerator-memory", "fleet-ceiling", "router-time-out", "bandwidth", ...
    std::string name; ///< "Machines per app"
    double value = 0.0;
    std::string unit;
    double usedNow = 0.0;                   ///< in the first month, same unit
    double usedAtHorizon = 0.0;             ///< base case
    std::optional<double> usedAtHorizonP90; ///< at the P90 of the last month's demand; absent until computed
    bool isHard = true;
    bool isRaisable = false;
    bool isAssumption = false;
    std::optional<model::Month>
        hitBase; ///< first month in which the use passes the value; absent: not within the horizon
    std::optional<model::Month> hitP10; ///< one path in ten has passed it by then: fast growth
    std::optional<model::Month> hitP50;
    std::optional<model::Month> hitP90;
    std::string nextStep; ///< what lifts it, in words, with its price if known
    model::Source source;

    bool operator==(const Limit&) const = default;
};

struct Latency
{
    double p50Seconds = 0.0;
    double p95Seconds = 0.0;
    double p99Seconds = 0.0;

    bool operator==(const Latency&) const = default;
};

/// What a pool of that size sustains within the objectives, spare replicas down.
struct ThroughputPoint
{
    int machines = 0;
    double replicas = 0.0;
    double sustained = 0.0; ///< unit of WorkloadResult::sustained
    double low = 0.0;       ///< 80 % interval of the prediction
    double high = 0.0;

    bool operator==(const ThroughputPoint&) const = default;
};

/// How one workload fares on an option.
struct WorkloadResult
{
    model::WorkloadId id;
    std::optional<double> sustained;    ///< by the pool as sized for the first month, within the objectives
    std::string sustainedUnit;          ///< "requests/s", "items/s", "tokens/s"
    std::optional<double> sustainedLow; ///< 80 % interval of the prediction
    std::optional<double> sustainedHigh;
    std::optional<double> perReplica;         ///< the same, of one replica
    double demandNow = 0.0;                   ///< peak of the first month, unit of `sustained`
    std::optional<double> demandAtHorizon;    ///< serving: peak of the last month, base case
    std::optional<double> demandAtHorizonP90; ///< the same over the sampled paths; absent until computed
    std::vector<ThroughputPoint> throughput;  ///< serving: by pool size, ascending, past what growth asks for
    std::optional<double> utilisation;        ///< demandNow / sustained
    std::optional<Latency> latency;           ///< end to end at the first month's peak
    std::optional<double> timeToFirstTokenP95Seconds;
    std::optional<double> timePerTokenP95Seconds;
    std::optional<double> runHours;       ///< batch and training: one run
    int devicesPerReplica = 0;            ///< accelerators one replica spans; 0: none
    double replicasPerMachine = 1.0;      ///< below 1: a replica spans machines
    std::vector<double> machinesPerMonth; ///< base case, at the peak of each month; empty if unknown
    std::optional<double> weightsBytes;
    std::optional<double> cacheTokensPerReplica;
    std::optional<double> concurrencyPerReplica;
    std::vector<Limit> limits; ///< by date, then by headroom
    std::optional<Limit> firstLimit;
    std::optional<double> unitCost; ///< base, present value of cost / work over the horizon
    std::string unitCostUnit;       ///< "USD/million tokens", "USD/thousand requests", "USD/run"

    bool operator==(const WorkloadResult&) const = default;
};

/// One cost with its months. Totals are integer sums of what is posted here.
struct LedgerLine
{
    std::string key;   ///< "machines-committed", "machines-on-demand", "egress", "staff", "power" ...
    std::string label; ///< "Machines on demand"
    std::string basis; ///< "7.41 machines x 730 h x 36 months x 5.8981 USD/h"
    std::vector<model::Micros> months; ///< horizon entries; a residual value is negative
    model::Micros total;
    bool isKnown =
        true; ///< false: the price or quantity is unknown; months are empty, the total is a lower bound
    bool isAssumption = false;
    std::string oldestDate; ///< of the prices in it
    model::Source source;

    bool operator==(const LedgerLine&) const = default;
};

struct Percentiles
{
    double p10 = 0.0;
    double p50 = 0.0;
    double p90 = 0.0;

    bool operator==(const Percentiles&) const = default;
};

struct CostResult
{
    model::Currency currency;
    std::vector<LedgerLine> lines;
    model::Micros base;               ///< sum of all lines' totals
    double presentValue = 0.0;        ///< base case, discounted monthly, mid-month
    std::optional<Percentiles> range; ///< of the nominal total over the sampled paths; absent until computed
    bool isComplete = true;           ///< false: a cost part is unknown, every figure is a lower bound
    std::vector<std::string> unknownParts;
    std::vector<double> cumulativeBase; ///< per month, end of month
    std::vector<double> cumulativeP10;  ///< empty until paths are computed
    std::vector<double> cumulativeP25;
    std::vector<double> cumulativeP50;
    std::vector<double> cumulativeP75;
    std::vector<double> cumulativeP90;
    std::vector<double> discountFactor; ///< per month, mid-month, base case
    double equivalentAnnual = 0.0;      ///< present value x capital recovery factor
    std::optional<double> usdRate;      ///< plan currency -> USD, if dated

    bool operator==(const CostResult&) const = default;
};

/// When the reference option becomes cheaper, in cumulative nominal cost, than this one (or the other way
/// round).
struct BreakEven
{
    std::string against; ///< letter of the reference option
    std::optional<model::Month> base;
    std::optional<model::Month> p10;
    std::optional<model::Month> p50;
    std::optional<model::Month> p90;
    double probability = 0.0; ///< share of paths with a break-even within the horizon

    bool operator==(const BreakEven&) const = default;
};

/// What is known about one question for one option.
struct AnswerCell
{
    model::QuestionId question;
    model::Answer answer = model::Answer::Unknown;
    double low = 0.0;  ///< score if the unknown is answered worst
    double high = 1.0; ///< ... and best
    bool isConflicting = false;
    std::vector<model::EvidenceId> evidence; ///< that decided, then the others

    bool operator==(const AnswerCell&) const = default;
};

struct CriterionScore
{
    model::Criterion criterion{};
    double low = 0.0;  ///< 0..1
    double high = 1.0; ///< 0..1
    int answered = 0;
    int questions = 0;
    std::vector<AnswerCell> cells;
    std::vector<std::string> reasons; ///< what speaks most for and against, in sentences

    bool operator==(const CriterionScore&) const = default;
};

struct OptionResult
{
    OptionSpec spec;
    OptionState state = OptionState::Ranked;
    std::vector<Reason> reasons;
    std::vector<WorkloadResult> workloads; ///< in the order of the plan
    std::size_t bindingWorkload = 0;       ///< index of the one that binds first
    CostResult cost;
    BreakEven breakEven; ///< against empty for the reference itself
    std::array<CriterionScore, model::kCriteria.size()> scores;
    double scoreLow = 0.0; ///< weighted over the criteria, 0..1
    double scoreHigh = 1.0;
    std::optional<double> value; ///< by which ranked options are ordered
    std::optional<int> rank;     ///< 1 is best; ties share a rank
    std::optional<int> rankByScore;
    std::optional<double> firstInFraction; ///< absent until computed
    /// Share of paths on which its present value is the least of the ranked options; absent until computed.
    std::optional<double> cheapestFraction;

    bool operator==(const OptionResult&) const = default;
};

/// How the winner depends on one weight.
struct TippingPoint
{
    std::string weight;       ///< "cost" or a criterion's name
    double current = 0.0;     ///< normalised weight
    std::optional<double> at; ///< nearest normalised weight at which another option is first
    std::string newFirst;     ///< its letter

    bool operator==(const TippingPoint&) const = default;
};

/// A use of a price that the plan should remember and the report cites.
struct PriceUse
{
    model::UsedPrice price;
    bool isStale = false;

    bool operator==(const PriceUse&) const = default;
};

struct Comparison
{
    std::string planName;
    std::string catalogueHash;
    std::string catalogueAsOf;
    model::Day asOf;
    model::Month starts;
    int horizonMonths = 0;
    std::uint64_t seed = 0;
    int paths = 0; ///< 0: base case only
    model::Currency currency;
    std::string reference;             ///< letter; empty if there is no option
    std::vector<OptionResult> options; ///< ranked by rank, then undecided, then excluded; ties by letter
    std::vector<TippingPoint> tippingPoints;
    std::vector<PriceUse> prices;
    std::vector<model::Figure> assumptionsUsed; ///< leaves without inputs, sorted by label
    std::vector<std::string> warnings;          ///< whole sentences: stale prices, catalogue changed, ...

    [[nodiscard]] const OptionResult* findOption(std::string_view letterOrId) const;
};

/// What a run computes and how.
struct CompareSettings
{
    int paths = -1;                       ///< -1: the plan's; 0: base case only
    std::optional<std::uint64_t> seed;    ///< absent: the plan's
    std::vector<std::string> onlyOptions; ///< letters: paths for these only; empty: all
    unsigned threads = 0;                 ///< 0: all cores; results do not depend on it
};

} // namespace wherewithal::simulator
