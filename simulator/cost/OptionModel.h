// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/Result.h"
#include "model/catalogue/CatalogueSlice.h"
#include "model/explain/Traced.h"
#include "model/plan/Plan.h"
#include "simulator/compare/Comparison.h"
#include "simulator/cost/Forecast.h"
#include "simulator/cost/Tariff.h"
#include "simulator/scaling/Pool.h"
#include "simulator/throughput/Capacity.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// One option, sized and priced. The entry points of this room.
namespace wherewithal::simulator {

/// How the sustained rate answers to the length of requests: rate ~ input^-input x output^-output. Used on
/// paths.
struct TokenElasticity
{
    double input = 0.0;
    double output = 0.0;
    double pass = 0.0; ///< rate ~ (tokens that a pass of speculative decoding yields)^pass
};

/// Elasticities by a finite difference of replicaCapacity(); zeros where it does not answer.
[[nodiscard]] TokenElasticity tokenElasticity(const model::Workload& workload,
                                              const HostShape& host,
                                              const model::Assumptions& assumptions);

/// What one replica of each workload of the plan sustains on the option; nothing where that is unknown.
template <model::Number N>
struct OptionCapacities
{
    OptionCapacities() = default;
    // NOLINTNEXTLINE(google-explicit-constructor)
    OptionCapacities(std::vector<std::optional<ReplicaCapacity<N>>> perWorkload)
        : main(std::move(perWorkload))
    {}

    std::vector<std::optional<ReplicaCapacity<N>>>
        main; ///< on the machine or the server; empty for token APIs
    std::vector<std::optional<ReplicaCapacity<N>>> burst; ///< hybrid: on the cloud machine
    std::vector<TokenElasticity> elasticity; ///< may be empty: tokens then do not move the rate on paths
};

/// One workload on its own pool.
struct PoolModel
{
    bool isRun = false; ///< batch scoring, training
    ReplicaCapacity<double> capacity;
    TokenElasticity elasticity;
    std::optional<Pool> pool;  ///< serving
    std::optional<Pool> burst; ///< hybrid: on the cloud machine
    LoadCurve curve{model::WeekProfile{}};
    double meanWeight = 1.0; ///< mean arrivals over the peak
    std::optional<double> deadlineHours;
};

/// A committed level over one term.
struct CommitmentTerm
{
    int firstMonth = 0;
    int months = 0;            ///< inside the horizon
    double upfrontShare = 1.0; ///< part of the term inside the horizon
    std::vector<int> levels;   ///< machines per workload
};

/// The cost lines, in the order of the ledger.
enum class Line : int
{
    Committed,
    Upfront,
    OnDemand,
    Spot,
    Platform,
    Licence,
    TokensInput,
    TokensCached,
    TokensOutput,
    Servers,
    OwnedServers,
    Network,
    Residual,
    Colocation,
    Power,
    Maintenance,
    Storage,
    Egress,
    LoadBalancers,
    PublicAddresses,
    Kubernetes,
    Support,
    Staff,
    RunningCommitments,
    Count,
};

inline constexpr std::size_t kLines = static_cast<std::size_t>(Line::Count);

/// Key of a line: "machines-on-demand", "egress" ...
[[nodiscard]] std::string_view key(Line line);
[[nodiscard]] std::string_view label(Line line);

/// A line that this option has, and on whose word.
struct LineState
{
    bool isUsed = false;
    bool isKnown = true;
    bool isAssumption = false;
    std::string date;
    model::Source source;
};

/// Facts of own servers.
struct OwnModel
{
    std::optional<Tariff> serverPrice;
    std::optional<Tariff> electricity;    ///< per kWh
    std::optional<Tariff> colocation;     ///< per kW and month
    std::optional<Tariff> pue;            ///< of an own site; nothing: by assumption
    std::optional<double> loadKilowatts;  ///< one server at full load
    std::optional<double> idleKilowatts;  ///< nothing: a share of the load by assumption
    std::optional<double> ratedKilowatts; ///< what colocation is charged by
    model::Source powerSource;
    bool isPowerAssumption = false;
    std::optional<double> maintenanceFraction; ///< nothing: by assumption
    model::Source maintenanceSource;
    std::vector<model::ResidualPoint> residual; ///< by years; empty: by assumption
    int lifeMonths = 60;
    int ownedCount = 0; ///< servers of the plan's brownfield
    int ownedAgeMonths = 0;
    double ownedBookValue = 0.0;    ///< of all, plan currency
    std::vector<int> hybridServers; ///< hybrid: per workload, bought in the first month and kept
};

/// One option fully resolved. Refers to the plan: must not outlive it.
struct OptionModel
{
    const model::Plan* plan = nullptr;
    std::shared_ptr<const Forecast<double>> base; ///< what is asked in the base case; shared by all options
    OptionSpec spec;
    std::vector<std::optional<PoolModel>> pools; ///< per workload; nothing: capacity unknown, or a token API
    std::array<LineState, kLines> lines;
    std::vector<std::string> unknownParts; ///< sentences: why a line is unknown
    std::vector<model::UsedPrice> pricesUsed;
    std::vector<std::string> notes; ///< warnings in sentences: "price of us-east-1 ..."

    // Money, in the currency of the list; absent: not needed, or unknown (see lines).
    std::optional<Tariff> onDemand;
    std::optional<Tariff>
        monthlyMaximum; ///< most that a machine on demand costs in a month; absent: none is listed
    std::optional<Tariff> committed;
    std::optional<Tariff> upfront;
    std::optional<Tariff> spot;
    std::vector<CommitmentTerm> terms;
    std::optional<Tariff> tokenInput;
    std::optional<Tariff> tokenCached;
    std::optional<Tariff> tokenOutput;
    std::optional<OwnModel> own;
    std::optional<BandTariff> egress;
    std::optional<Tariff> transit; ///< own site: per Mbit/s and month at the peak
    std::optional<BandTariff> storage;
    std::optional<BandTariff> loadBalancer;
    std::optional<BandTariff> publicAddress;
    std::optional<BandTariff> kubernetes;
    std::optional<SupportTariff> support;
    std::optional<Tariff> staffCost;
    std::string_view staffBaseKey;    ///< assumption: FTE whatever the size
    std::vector<int> runningMachines; ///< per month: machines of this option that running commitments pay for
    std::vector<double> runningCost;  ///< per month, plan currency: all running commitments of the plan
    std::vector<model::ProviderLimit> limits;   ///< of the provider
    std::optional<double> networkBitsPerSecond; ///< of one machine
    std::optional<double> machineVcpus;
    std::optional<double> usdRate; ///< plan currency -> USD

    [[nodiscard]] bool isComplete() const { return unknownParts.empty(); }
    /// False: some workload has no known capacity, so there is no machine cost to speak of.
    [[nodiscard]] bool isSized() const;
};

/// Resolves prices, sizes pools, decides commitments. Fails only for what is no option at all (UnknownName:
/// the machine or server is not in the slice); unknown prices and capacities make it incomplete. `base` is
/// forecast(plan, Draw{}), for callers that build many options of one plan; computed where it is null.
[[nodiscard]] model::Result<OptionModel>
buildOptionModel(const model::Plan& plan,
                 const model::CatalogueSlice& slice,
                 const OptionSpec& spec,
                 const OptionCapacities<double>& capacities,
                 std::shared_ptr<const Forecast<double>> base = nullptr);

/// Replicas and machines per month, latency, limits. In the order of the plan.
[[nodiscard]] std::vector<WorkloadResult> sizeWorkloads(const OptionModel& option);
/// Fills the unit costs in, from the present value of the whole option.
void addUnitCosts(const OptionModel& option, double presentValue, std::vector<WorkloadResult>& workloads);

/// The base case: monthly ledger, posted once per line and month.
[[nodiscard]] CostResult baseCost(const OptionModel& option);

/// Opens "cost", "present-value", "line-KEY", or "sustained", "machines", "latency-p95", "unit-cost" of the
/// first workload; "workload-2-sustained" is that of the second. UnknownName for others, NotFound for a
/// figure that is unknown.
[[nodiscard]] model::Result<model::FigurePtr> explainFigure(const OptionModel& option,
                                                            const OptionCapacities<model::Traced>& capacities,
                                                            std::string_view figure);

/// Names that explainFigure takes for this option, in the order of the report.
[[nodiscard]] std::vector<std::string> explainableFigures(const OptionModel& option);

} // namespace wherewithal::simulator
