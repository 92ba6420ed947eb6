// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan/Plan.h"
#include "model/units/Measure.h"

#include <array>
#include <concepts>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>

/// The one list of keys of the plan format. The reader, the writer and the schema all walk it, so that none
/// of them can know a key that another does not.
namespace wherewithal::providers {

struct Field
{
    std::string_view key;
    std::string_view doc;
    model::Dimension dimension = model::Dimension::Plain;
    bool isRequired = false; ///< refused when absent; written even where it equals the default
};

template <typename T, typename Wanted>
concept Of = std::same_as<std::remove_const_t<T>, Wanted>;

/// Every value of an enumeration, in the order of hints.
template <typename E>
inline constexpr int kAllOf = 0;
template <>
inline constexpr auto kAllOf<model::OptionKind> = std::to_array({model::OptionKind::Machine,
                                                                 model::OptionKind::Platform,
                                                                 model::OptionKind::Layer,
                                                                 model::OptionKind::TokenApi,
                                                                 model::OptionKind::SelfHosted,
                                                                 model::OptionKind::Hybrid});
template <>
inline constexpr auto kAllOf<model::Purchase> = std::to_array({model::Purchase::OnDemand,
                                                               model::Purchase::Spot,
                                                               model::Purchase::Reserved,
                                                               model::Purchase::SavingsPlan,
                                                               model::Purchase::CommittedUse,
                                                               model::Purchase::Platform,
                                                               model::Purchase::Owned});
template <>
inline constexpr auto kAllOf<model::Payment> =
    std::to_array({model::Payment::None, model::Payment::Partial, model::Payment::All});
template <>
inline constexpr auto kAllOf<model::Requirement::Kind> =
    std::to_array({model::Requirement::Kind::Region,
                   model::Requirement::Kind::Provider,
                   model::Requirement::Kind::Question,
                   model::Requirement::Kind::Service,
                   model::Requirement::Kind::OperatingSystem,
                   model::Requirement::Kind::Purchase,
                   model::Requirement::Kind::Kind});
template <>
inline constexpr auto kAllOf<model::Growth::Kind> = std::to_array({model::Growth::Kind::None,
                                                                   model::Growth::Kind::Linear,
                                                                   model::Growth::Kind::Exponential,
                                                                   model::Growth::Kind::Logistic});
template <>
inline constexpr auto kAllOf<model::Precision> = std::to_array({model::Precision::Fp32,
                                                                model::Precision::Tf32,
                                                                model::Precision::Bf16,
                                                                model::Precision::Fp8,
                                                                model::Precision::Int8,
                                                                model::Precision::Fp4,
                                                                model::Precision::Int4});
template <>
inline constexpr auto kAllOf<model::Answer> = std::to_array({model::Answer::Yes,
                                                             model::Answer::Partial,
                                                             model::Answer::No,
                                                             model::Answer::NotApplicable,
                                                             model::Answer::Value});
template <>
inline constexpr auto kAllOf<model::Training::Method> =
    std::to_array({model::Training::Method::Full, model::Training::Method::Lora});

template <>
inline constexpr auto kAllOf<model::CalibrationPoint::Kind> =
    std::to_array({model::CalibrationPoint::Kind::Throughput,
                   model::CalibrationPoint::Kind::FirstToken,
                   model::CalibrationPoint::Kind::TimePerToken});

inline std::string_view enumName(model::Training::Method method)
{
    return method == model::Training::Method::Full ? "full" : "lora";
}
template <typename E>
std::string_view enumName(E value)
{
    return name(value);
}

using enum model::Dimension;

template <typename Io, Of<model::DemandStep> T>
void exchange(Io& io, T& step)
{
    io.field({"month", "First month of the change, YYYY-MM", Plain, true}, step.month);
    io.field({"factor", "Demand is multiplied by this from then on"}, step.factor);
    io.field({"label", "What happens then"}, step.label);
}

template <typename Io, Of<model::Growth> T>
void exchange(Io& io, T& growth)
{
    io.field({"kind", "How demand grows", Plain, true}, growth.kind);
    io.field({"per_year", "Growth a year: 0.4 or \"30 to 58 %/year\"", FractionPerYear}, growth.perYear);
    io.field({"ceiling_multiple", "Logistic growth levels at this multiple of the first month"},
             growth.ceilingMultiple);
    io.field({"yearly_shock", "Standard deviation of the yearly log-shock of a random walk", Fraction},
             growth.monthlyShock);
}

template <typename Io, Of<model::Demand> T>
void exchange(Io& io, T& demand)
{
    io.field({"peak_per_second",
              "Arrivals in the busiest hour of the week in the first month: 7.5 or \"120/min\"",
              PerSecond},
             demand.peakPerSecond);
    io.profile({"profile",
                "Shape of the week: flat, office-hours, evening, nightly, or 168 weights from Monday 00:00"},
               demand.profile);
    io.field({"burstiness", "Squared coefficient of variation of the gaps between arrivals; 1 is Poisson"},
             demand.burstiness);
    io.field({"growth", "How demand grows"}, demand.growth);
    io.field({"steps", "Launches, campaigns, new customers"}, demand.steps);
}

template <typename Io, Of<model::Objectives> T>
void exchange(Io& io, T& objectives)
{
    io.field({"time_to_first_token_p95_s", "95th percentile, seconds or \"800 ms\"", Seconds},
             objectives.timeToFirstTokenP95Seconds);
    io.field({"time_per_token_p95_s", "95th percentile", Seconds}, objectives.timePerTokenP95Seconds);
    io.field({"latency_p95_s", "95th percentile, end to end", Seconds}, objectives.latencyP95Seconds);
    io.field({"deadline_hours", "A run must end within", Hours}, objectives.deadlineHours);
    io.field({"availability", "Fraction of each month, 0.999 or \"99.9 %\"", Fraction},
             objectives.availability);
}

template <typename Io, typename T>
void exchangeInference(Io& io, T& cost)
{
    io.field({"model_name", "What people call the model"}, cost.modelName);
    io.field(
        {"model_class", "cnn, transformer-encoder, trees, embedding or other: picks the share of the peak"},
        cost.modelClass);
    io.field({"flops_per_item", "Arithmetic of one item, multiply and add counted as two", Flops},
             cost.flops);
    io.field({"memory_traffic_bytes_per_item", "Read and written per item", Bytes}, cost.memoryTrafficBytes);
    io.field({"model_bytes", "Resident size", Bytes}, cost.modelBytes);
    io.field({"precision", "Of the arithmetic"}, cost.precision);
    io.field({"cpu_seconds_per_item", "Measured on one vCPU; 0: not measured", Seconds},
             cost.cpuSecondsPerItem);
    io.field({"max_batch", "Items computed together on an accelerator"}, cost.maxBatch);
}

template <typename Io, Of<model::CalibrationPoint> T>
void exchange(Io& io, T& point)
{
    io.field({"kind", "What was measured", Plain, true}, point.kind);
    io.field({"at", "Requests in flight (tokens-per-second), else requests offered a second", Plain, true},
             point.at);
    io.field({"measured", "Tokens a second, or seconds (mean)", Plain, true}, point.measured);
}

template <typename Io, Of<model::Calibration> T>
void exchange(Io& io, T& calibration)
{
    io.field({"device", "The measured accelerator", Plain, true}, calibration.device);
    io.field({"engine_profile", "The measured engine; empty: the default"}, calibration.engineProfile);
    io.field({"date", "Day of the measurements, YYYY-MM-DD"}, calibration.date);
    io.field({"points", "The measurements"}, calibration.points);
    io.field({"compute_factor", "Fitted: on every share of peak arithmetic"}, calibration.computeFactor);
    io.field({"bandwidth_factor", "Fitted: on every share of memory bandwidth"},
             calibration.bandwidthFactor);
    io.field({"seconds_per_step", "Fitted: in the place of the engine profile's", Seconds},
             calibration.secondsPerStep);
    io.field({"error_before", "Root mean square of ln(predicted / measured), standard constants"},
             calibration.errorBefore);
    io.field({"error_after", "The same with the fitted factors"}, calibration.errorAfter);
}

template <typename Io, Of<model::Speculation> T>
void exchange(Io& io, T& speculation)
{
    io.field({"drafted_tokens", "Tokens that a draft proposes for each pass of the model; 0: no speculation"},
             speculation.draftedTokens);
    io.field({"acceptance", "Share of proposals that hold, one by one: measure it", Fraction},
             speculation.acceptance);
    io.field({"draft_share", "Time of one proposal over that of a pass of the model", Fraction},
             speculation.draftShare);
}

template <typename Io, Of<model::LlmServing> T>
void exchange(Io& io, T& serving)
{
    io.languageModel({"model", "The model, by its Hugging Face config", Plain, true}, serving);
    io.field({"weight_precision", "How weights are stored"}, serving.weightPrecision);
    io.field({"cache_precision", "How the key-value cache is stored"}, serving.cachePrecision);
    io.field({"input_tokens", "Tokens of a request", Count}, serving.inputTokens);
    io.field({"output_tokens", "Tokens of an answer", Count}, serving.outputTokens);
    io.field({"shared_prefix_fraction", "Share of the input that a prefix cache already holds", Fraction},
             serving.sharedPrefixFraction);
    io.field({"engine_profile", "Serving engine whose overheads are used; empty: the default"},
             serving.engineProfile);
    io.field({"tensor_parallel", "Devices a replica spans; 0: the fewest that fit"}, serving.tensorParallel);
    io.field({"expert_parallel",
              "Mixture of experts: the experts are dealt out over the devices instead of being cut"},
             serving.isExpertParallel);
    io.field({"speculation", "Speculative decoding"}, serving.speculation);
    io.field({"max_batch", "Sequences decoded together per replica"}, serving.maxBatch);
    io.field({"token_models", "Names under which token APIs sell this model"}, serving.tokenModels);
    io.field({"calibrations", "Predictions corrected by own measurements, one for a device and engine"},
             serving.calibrations);
}

template <typename Io, Of<model::Inference> T>
void exchange(Io& io, T& inference)
{
    exchangeInference(io, inference.cost);
}

template <typename Io, Of<model::BatchScoring> T>
void exchange(Io& io, T& batch)
{
    exchangeInference(io, batch.cost);
    io.field({"items_per_run", "Items of one run", Count, true}, batch.itemsPerRun);
    io.field({"runs_per_month", "30, \"1/day\"", PerMonth}, batch.runsPerMonth);
    io.field({"bytes_in_per_item", "Transferred in", Bytes}, batch.bytesInPerItem);
    io.field({"bytes_out_per_item", "Transferred back", Bytes}, batch.bytesOutPerItem);
}

template <typename Io, Of<model::Training> T>
void exchange(Io& io, T& training)
{
    io.languageModel({"model", "The model, by its Hugging Face config", Plain, true}, training);
    io.field({"method", "full: all parameters; lora: adapters only"}, training.method);
    io.field({"recomputes_activations", "Trades arithmetic for memory"}, training.recomputesActivations);
    io.field({"tokens_per_run", "Tokens seen in one run, all epochs", Count, true}, training.tokensPerRun);
    io.field({"runs_per_month", "1, \"2/week\"", PerMonth}, training.runsPerMonth);
    io.field({"sequence_length", "Tokens of a training sequence"}, training.sequenceLength);
    io.field({"precision", "Of the arithmetic"}, training.precision);
    io.field({"checkpoint_minutes", "Between two checkpoints", Minutes}, training.checkpointMinutes);
}

template <typename Io, Of<model::MeasuredPoint> T>
void exchange(Io& io, T& point)
{
    io.field({"concurrency", "Users or connections", Plain, true}, point.concurrency);
    io.field({"throughput_per_second", "Requests answered a second", PerSecond, true},
             point.throughputPerSecond);
    io.field({"latency_p95_s", "95th percentile", Seconds}, point.latencyP95Seconds);
}

template <typename Io, Of<model::MeasuredService> T>
void exchange(Io& io, T& service)
{
    io.field({"measured_on", "What was measured, and when"}, service.measuredOn);
    io.field({"measured_provider", "Provider of the measured machine"}, service.measuredProvider);
    io.field({"measured_machine", "The measured machine"}, service.measuredMachine);
    io.field({"measured_vcpus", "Threads of the measured machine, if the catalogue does not tell"},
             service.measuredVcpus);
    io.field({"points", "Points of the load test"}, service.points);
    io.field({"memory_bytes_per_replica", "Resident size of a replica", Bytes},
             service.memoryBytesPerReplica);
    io.field({"database_connections_per_replica", "Held open by a replica"},
             service.databaseConnectionsPerReplica);
}

template <typename Io, Of<model::Workload> T>
void exchange(Io& io, T& workload)
{
    io.field({"id", "Short name, unique in the plan", Plain, true}, workload.id);
    io.kind({"kind", "What runs", Plain, true}, workload.detail);
    io.field({"name", "For people"}, workload.name);
    io.field({"notes", "Sources and remarks"}, workload.notes);
    io.detail(workload.detail);
    io.field({"bytes_in_per_request", "Transferred in", Bytes}, workload.bytesInPerRequest);
    io.field({"bytes_out_per_request", "Transferred back", Bytes}, workload.bytesOutPerRequest);
    io.field({"stored_bytes", "Kept on disks: model files, logs", Bytes}, workload.storedBytes);
    io.field({"demand", "Arrivals"}, workload.demand);
    io.field({"objectives", "What must hold"}, workload.objectives);
}

template <typename Io, Of<model::Requirement> T>
void exchange(Io& io, T& requirement)
{
    io.field({"id", "Short name, unique in the plan", Plain, true}, requirement.id);
    io.field({"kind", "What is asked for", Plain, true}, requirement.kind);
    io.field({"values", "Any of these", Plain, true}, requirement.values);
    io.field({"accepts_partial", "\"Partly\" suffices"}, requirement.acceptsPartial);
    io.field({"off", "Kept in the plan, not asked for at present"}, requirement.isOff);
    io.field({"notes", "Why"}, requirement.notes);
}

template <typename Io, Of<model::Candidate> T>
void exchange(Io& io, T& candidate)
{
    io.field({"kind", "Kind of option", Plain, true}, candidate.kind);
    io.field({"provider", "Who sells it; of a layer or hybrid: the host"}, candidate.provider);
    io.field({"region", "The provider's own region id"}, candidate.region);
    io.field({"machine", "The provider's own name of the machine"}, candidate.machine);
    io.field({"purchase", "How capacity is bought"}, candidate.purchase);
    io.field({"term_months", "Of a commitment", Months}, candidate.termMonths);
    io.field({"payment", "Paid upfront"}, candidate.payment);
    io.field({"layer", "Who sells the layer, e.g. datatron"}, candidate.layer);
    io.field({"server", "Self-hosted: server build"}, candidate.server);
    io.field({"site", "Self-hosted: site"}, candidate.site);
    io.field({"token_model", "Token API: the seller's name of the model"}, candidate.tokenModel);
    io.field({"name", "For people; empty: made from the parts"}, candidate.displayName);
    io.field({"notes", "Remarks"}, candidate.notes);
}

template <typename Io, Of<model::CandidateQuery> T>
void exchange(Io& io, T& query)
{
    io.field({"providers", "Any of these; none: all"}, query.providers);
    io.field({"regions", "Any of these"}, query.regions);
    io.field({"continents", "Any of these: Europe, North America ..."}, query.continents);
    io.field({"countries", "Any of these: DE, US ..."}, query.countries);
    io.field({"purchases", "None: on demand and every commitment that is priced, no spot"}, query.purchases);
    io.field({"accelerators", "Any of these"}, query.accelerators);
    io.field({"categories", "Any of these: gpu, general, compute, memory, burstable, paas-dyno, server ..."},
             query.categories);
    io.field({"min_accelerator_memory_bytes", "Of the whole machine", Bytes},
             query.minAcceleratorMemoryBytes);
    io.field({"min_accelerators", "Devices in a machine"}, query.minAcceleratorCount);
    io.field({"max_accelerators", "Devices in a machine"}, query.maxAcceleratorCount);
    io.field({"min_vcpus", "Hardware threads"}, query.minVcpus);
    io.field({"max_vcpus", "Hardware threads"}, query.maxVcpus);
    io.field({"min_memory_bytes", "Of the machine", Bytes}, query.minMemoryBytes);
    io.field({"per_provider", "Keep the cheapest of each provider"}, query.perProvider);
    io.field({"max_options", "In all"}, query.maxOptions);
}

template <typename Io, Of<model::Weights> T>
void exchange(Io& io, T& weights)
{
    io.field({"cost", "Weight of the cost", Fraction, true}, weights.cost);
    for (const model::Criterion criterion : model::kCriteria) {
        io.field({name(criterion), "Weight of the criterion", Fraction, true},
                 weights.criteria[static_cast<std::size_t>(criterion)]);
    }
}

template <typename Io, Of<model::OwnedServers> T>
void exchange(Io& io, T& servers)
{
    io.field({"server", "Server build", Plain, true}, servers.server);
    io.field({"count", "How many", Plain, true}, servers.count);
    io.field({"book_value_each", "In the plan's currency"}, servers.bookValueEach);
    io.field({"age_months", "Since bought", Months}, servers.ageMonths);
}

template <typename Io, Of<model::RunningCommitment> T>
void exchange(Io& io, T& commitment)
{
    io.field({"provider", "Who sold it", Plain, true}, commitment.provider);
    io.field({"region", "Where it holds"}, commitment.region);
    io.field({"machine", "What it holds for"}, commitment.machine);
    io.field({"count", "How many", Plain, true}, commitment.count);
    io.field({"per_hour_each", "Paid whether used or not, in the plan's currency", Plain, true},
             commitment.perHourEach);
    io.field({"until", "Last month, YYYY-MM", Plain, true}, commitment.until);
}

template <typename Io, Of<model::Brownfield> T>
void exchange(Io& io, T& brownfield)
{
    io.field({"servers", "Servers one owns"}, brownfield.servers);
    io.field({"commitments", "Commitments that still run"}, brownfield.commitments);
    io.field({"discounts", "Contract discount on list prices by provider, 0.1 or \"10 %\"", Fraction},
             brownfield.discountFraction);
}

template <typename Io, Of<model::OwnServer> T>
void exchange(Io& io, T& server)
{
    io.field({"id", "Short name; stands before a server of the catalogue with the same id", Plain, true},
             server.id);
    io.field({"name", "For people"}, server.displayName);
    io.field({"accelerator", "Id in the catalogue; empty: none"}, server.accelerator);
    io.field({"accelerators", "Devices in a server"}, server.acceleratorCount);
    io.field({"vcpus", "Hardware threads"}, server.vcpus);
    io.field({"memory_bytes", "Of the server", Bytes}, server.memoryBytes);
    io.field({"rack_units", "Height in the rack"}, server.rackUnits);
    io.field({"price", "Each, in the plan's currency"}, server.price);
    io.field({"power_idle_w", "Watts when idle"}, server.idleWatts);
    io.field({"power_load_w", "Watts at full load"}, server.loadWatts);
    io.field({"power_rated_w", "Watts that a rack must provide; absent: those at full load"},
             server.ratedWatts);
    io.field({"source", "Who says so"}, server.source);
    io.field({"date", "Of that, YYYY-MM-DD"}, server.date);
    io.field({"notes", "Remarks"}, server.notes);
}

template <typename Io, Of<model::OwnSite> T>
void exchange(Io& io, T& site)
{
    io.field({"id", "Short name; stands before a site of the catalogue with the same id", Plain, true},
             site.id);
    io.field({"name", "For people"}, site.displayName);
    io.field({"country", "ISO 3166-1 alpha-2: DE"}, site.country);
    io.field({"continent", "Europe, North America ..."}, site.continent);
    io.field({"rent_per_kw_month", "Colocation by rated power, in the plan's currency"},
             site.rentPerKilowattMonth);
    io.field({"electricity_per_kwh", "In the plan's currency"}, site.electricityPerKwh);
    io.field({"pue", "Power of the facility over that of the servers; absent: the assumption"}, site.pue);
    io.field({"source", "Who says so"}, site.source);
    io.field({"date", "Of that, YYYY-MM-DD"}, site.date);
    io.field({"notes", "Remarks"}, site.notes);
}

template <typename Io, Of<model::OwnAnswer> T>
void exchange(Io& io, T& answer)
{
    io.field({"provider", "Who it is about; self-hosted: one's own operations", Plain, true},
             answer.provider);
    io.field({"question", "Id of the question", Plain, true}, answer.question);
    io.field({"answer", "What was found out", Plain, true}, answer.answer);
    io.field({"value", "Of a value answer, in the unit of the question"}, answer.value);
    io.field({"finding", "What was said"}, answer.finding);
    io.field({"source", "Who said it, where it is written"}, answer.source);
    io.field({"date", "YYYY-MM-DD", Plain, true}, answer.date);
}

template <typename Io, Of<model::ExchangeRate> T>
void exchange(Io& io, T& rate)
{
    io.field({"from", "Currency", Plain, true}, rate.from);
    io.field({"to", "Currency", Plain, true}, rate.to);
    io.field({"rate", "One unit of `from` is this many of `to`", Plain, true}, rate.rate);
    io.field({"date", "YYYY-MM-DD", Plain, true}, rate.date);
    io.field({"source", "Who says so"}, rate.source);
}

template <typename Io, Of<model::UsedPrice> T>
void exchange(Io& io, T& price)
{
    io.field({"option", "Option id", Plain, true}, price.optionId);
    io.field({"what", "Part of the cost", Plain, true}, price.what);
    io.field({"amount", "Per unit, exact decimal", Plain, true}, price.amount);
    io.field({"upfront", "Once per term"}, price.upfront);
    io.field({"unit", "Unit of the amount"}, price.unit);
    io.field({"currency", "Of the amount"}, price.currency);
    io.field({"date", "Of the price"}, price.date);
    io.field({"source", "Of the price"}, price.source);
}

template <typename Io, Of<model::Plan> T>
void exchange(Io& io, T& plan)
{
    io.field({"name", "Of the plan", Plain, true}, plan.name);
    io.field({"notes", "What is asked, sources, remarks"}, plan.notes);
    io.field({"starts", "First month, YYYY-MM", Plain, true}, plan.starts);
    io.field({"as_of", R"(Day by which "stale" and "ended" are judged, YYYY-MM-DD)", Plain, true}, plan.asOf);
    io.field({"horizon_months", "36 or \"3 years\"", Months, true}, plan.horizonMonths);
    io.field({"currency", "ISO 4217 code", Plain, true}, plan.currency);
    io.field({"seed", "Of the sampled paths", Plain, true}, plan.seed);
    io.field({"paths", "Sampled paths for P10, P50, P90", Plain, true}, plan.paths);
    io.field({"workloads", "What runs", Plain, true}, plan.workloads);
    io.field({"requirements", "Must-haves"}, plan.requirements);
    io.field({"candidates", "Options by name"}, plan.candidates);
    io.field({"queries", "Options by description"}, plan.queries);
    io.field({"weights", "Of the rank; they need not sum to 1", Plain, true}, plan.weights);
    io.field({"sourced_facts_only", "Scores leave general knowledge out"}, plan.usesSourcedFactsOnly);
    io.field({"answers", "Own answers to questions of the catalogue; they decide before published facts"},
             plan.answers);
    io.field({"servers", "Own servers to choose from"}, plan.servers);
    io.field({"sites", "Own sites to choose from"}, plan.sites);
    io.assumptions({"assumptions", "Own values over the table of assumptions"}, plan.assumptions);
    io.field({"brownfield", "What is already owned"}, plan.brownfield);
    io.field({"exchange_rates", "Before those of the catalogue"}, plan.exchangeRates);
    io.field({"reference_option", "Option that break-even is reckoned against; empty: the default"},
             plan.referenceOption);
    io.field({"letters", "Option id to letter"}, plan.letters);
    io.field({"field_notes", "JSON pointer to the note on that field"}, plan.fieldNotes);
    io.field({"catalogue_hash", "Of the catalogue used last"}, plan.catalogueHash);
    io.field({"prices_used", "Prices as used last"}, plan.pricesUsed);
}

} // namespace wherewithal::providers
