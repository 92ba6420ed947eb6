// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/ComparisonJson.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <utility>
#include <vector>

namespace wherewithal::app {

namespace {

using Json = nlohmann::ordered_json;
using simulator::OptionResult;
using simulator::WorkloadResult;

Json number(const std::optional<double>& value)
{
    return value && std::isfinite(*value) ? Json(*value == 0.0 ? 0.0 : *value) : Json(nullptr);
}

Json month(const std::optional<model::Month>& month)
{
    return month ? Json(model::text(*month)) : Json(nullptr);
}

Json textOrNull(const std::string& text)
{
    return text.empty() ? Json(nullptr) : Json(text);
}

Json withUnit(const std::optional<double>& value, const std::string& unit)
{
    return {{"value", number(value)}, {"unit", textOrNull(unit)}};
}

Json source(const model::Source& source)
{
    if (source.isEmpty()) {
        return nullptr;
    }
    return {{"title", source.title}, {"url", textOrNull(source.url)}, {"date", textOrNull(source.date)}};
}

Json latency(const std::optional<simulator::Latency>& latency)
{
    const auto part = [&](double simulator::Latency::* which) {
        return number(latency ? std::optional((*latency).*which) : std::nullopt);
    };
    return {{"p50", part(&simulator::Latency::p50Seconds)},
            {"p95", part(&simulator::Latency::p95Seconds)},
            {"p99", part(&simulator::Latency::p99Seconds)}};
}

Json firstLimit(const std::optional<simulator::Limit>& limit)
{
    return {{"name", limit ? Json(limit->name) : Json(nullptr)},
            {"month_base", month(limit ? limit->hitBase : std::nullopt)},
            {"month_p50", month(limit ? limit->hitP50 : std::nullopt)},
            {"month_p90", month(limit ? limit->hitP90 : std::nullopt)}};
}

Json limit(const simulator::Limit& limit)
{
    return {{"key", limit.key},
            {"name", limit.name},
            {"value", number(limit.value)},
            {"unit", textOrNull(limit.unit)},
            {"used_now", number(limit.usedNow)},
            {"used_at_horizon", number(limit.usedAtHorizon)},
            {"hard", limit.isHard},
            {"raisable", limit.isRaisable},
            {"assumption", limit.isAssumption},
            {"month_base", month(limit.hitBase)},
            {"month_p50", month(limit.hitP50)},
            {"month_p90", month(limit.hitP90)},
            {"next_step", textOrNull(limit.nextStep)},
            {"source", source(limit.source)}};
}

/// The four keys that stand on each workload, and of the binding one on the option itself.
void addStand(Json& json, const WorkloadResult& result)
{
    json["sustained"] = withUnit(result.sustained, result.sustainedUnit);
    json["latency_s"] = latency(result.latency);
    json["first_limit"] = firstLimit(result.firstLimit);
    json["unit_cost"] = withUnit(result.unitCost, result.unitCostUnit);
}

Json workload(const WorkloadResult& result)
{
    Json json{{"id", result.id.text()}};
    addStand(json, result);
    json["demand_now"] = number(result.demandNow);
    json["utilisation"] = number(result.utilisation);
    json["per_replica"] = number(result.perReplica);
    json["sustained_interval_80"] = Json::array({number(result.sustainedLow), number(result.sustainedHigh)});
    json["time_to_first_token_p95_s"] = number(result.timeToFirstTokenP95Seconds);
    json["time_per_token_p95_s"] = number(result.timePerTokenP95Seconds);
    json["run_hours"] = number(result.runHours);
    json["devices_per_replica"] = result.devicesPerReplica;
    json["replicas_per_machine"] = number(result.replicasPerMachine);
    json["machines_per_month"] = result.machinesPerMonth;
    json["limits"] = Json::array();
    for (const simulator::Limit& each : result.limits) {
        json["limits"].push_back(limit(each));
    }
    return json;
}

Json amounts(const simulator::CostResult& cost, const std::string& currency, double rate)
{
    const auto converted = [rate](const std::optional<double>& value) {
        return number(value ? std::optional(*value * rate) : value);
    };
    const auto percentile = [&](double simulator::Percentiles::* which) {
        return converted(cost.range ? std::optional((*cost.range).*which) : std::nullopt);
    };
    return {{"currency", currency},
            {"base", converted(cost.base.toDouble())},
            {"present_value", converted(cost.presentValue)},
            {"p10", percentile(&simulator::Percentiles::p10)},
            {"p50", percentile(&simulator::Percentiles::p50)},
            {"p90", percentile(&simulator::Percentiles::p90)},
            {"complete", cost.isComplete}};
}

Json cost(const simulator::CostResult& cost)
{
    Json json = amounts(cost, cost.currency.code(), 1.0);
    json["equivalent_annual"] = number(cost.equivalentAnnual);
    json["unknown_parts"] = cost.unknownParts;
    json["lines"] = Json::array();
    for (const simulator::LedgerLine& line : cost.lines) {
        json["lines"].push_back({{"key", line.key},
                                 {"label", line.label},
                                 {"basis", line.basis},
                                 {"total", line.isKnown ? Json(line.total.toDouble()) : Json(nullptr)},
                                 {"assumption", line.isAssumption},
                                 {"date", textOrNull(line.oldestDate)},
                                 {"source", source(line.source)}});
    }
    return json;
}

Json breakEven(const simulator::BreakEven& point, bool hasPaths)
{
    return {{"against", textOrNull(point.against)},
            {"month_base", month(point.base)},
            {"month_p10", month(point.p10)},
            {"month_p50", month(point.p50)},
            {"month_p90", month(point.p90)},
            {"probability",
             number(hasPaths && !point.against.empty() ? std::optional(point.probability) : std::nullopt)}};
}

Json scores(const OptionResult& option)
{
    Json json = Json::object();
    for (const simulator::CriterionScore& score : option.scores) {
        json[std::string(model::name(score.criterion))] = {{"low", number(score.low)},
                                                           {"high", number(score.high)},
                                                           {"answered", score.answered},
                                                           {"questions", score.questions}};
    }
    return json;
}

Json reasons(const OptionResult& option)
{
    Json json = Json::array();
    for (const simulator::Reason& reason : option.reasons) {
        json.push_back(reason.text);
    }
    return json;
}

Json option(const OptionResult& option, bool hasPaths)
{
    const simulator::OptionSpec& spec = option.spec;
    Json json{{"id", spec.id.text()},
              {"letter", spec.letter},
              {"name", textOrNull(spec.displayName)},
              {"provider", textOrNull(spec.provider.text())},
              {"region", textOrNull(spec.region.text())},
              {"machine", textOrNull(spec.machine.text())},
              {"kind", std::string(model::name(spec.kind))},
              {"purchase", std::string(model::name(spec.purchase))},
              {"term_months", spec.termMonths},
              {"payment", std::string(model::name(spec.payment))},
              {"state", std::string(simulator::name(option.state))},
              {"reasons", reasons(option)}};
    const WorkloadResult* binding = option.bindingWorkload < option.workloads.size()
                                        ? &option.workloads[option.bindingWorkload]
                                        : nullptr;
    json["binding_workload"] = binding != nullptr ? Json(binding->id.text()) : Json(nullptr);
    json["workloads"] = Json::array();
    for (const WorkloadResult& result : option.workloads) {
        json["workloads"].push_back(workload(result));
    }
    addStand(json, binding != nullptr ? *binding : WorkloadResult{});
    json["cost"] = cost(option.cost);
    json["cost_usd"] =
        option.cost.usdRate ? amounts(option.cost, "USD", *option.cost.usdRate) : Json(nullptr);
    json["break_even"] = breakEven(option.breakEven, hasPaths);
    json["scores"] = scores(option);
    json["score"] = {{"low", number(option.scoreLow)}, {"high", number(option.scoreHigh)}};
    json["value"] = number(option.value);
    json["rank"] = option.rank ? Json(*option.rank) : Json(nullptr);
    json["rank_by_score"] = option.rankByScore ? Json(*option.rankByScore) : Json(nullptr);
    json["first_in_fraction"] = number(option.firstInFraction);
    return json;
}

/// A number as JSON writes it; nothing for unknown.
std::string csvNumber(const Json& value)
{
    return value.is_null() ? std::string() : value.dump();
}

std::string csvValue(const Json& value)
{
    return value.is_string() ? csvText(value.get<std::string>()) : csvNumber(value);
}

struct CsvColumn
{
    const char* name;
    const char* pointer; ///< into the option's JSON
};

constexpr CsvColumn kCsvColumns[]{{"id", "/id"},
                                  {"letter", "/letter"},
                                  {"name", "/name"},
                                  {"provider", "/provider"},
                                  {"region", "/region"},
                                  {"machine", "/machine"},
                                  {"kind", "/kind"},
                                  {"purchase", "/purchase"},
                                  {"term_months", "/term_months"},
                                  {"payment", "/payment"},
                                  {"state", "/state"},
                                  {"binding_workload", "/binding_workload"},
                                  {"sustained", "/sustained/value"},
                                  {"sustained_unit", "/sustained/unit"},
                                  {"latency_p50_s", "/latency_s/p50"},
                                  {"latency_p95_s", "/latency_s/p95"},
                                  {"latency_p99_s", "/latency_s/p99"},
                                  {"first_limit", "/first_limit/name"},
                                  {"first_limit_month_p50", "/first_limit/month_p50"},
                                  {"first_limit_month_p90", "/first_limit/month_p90"},
                                  {"unit_cost", "/unit_cost/value"},
                                  {"unit_cost_unit", "/unit_cost/unit"},
                                  {"currency", "/cost/currency"},
                                  {"cost_base", "/cost/base"},
                                  {"cost_present_value", "/cost/present_value"},
                                  {"cost_p10", "/cost/p10"},
                                  {"cost_p50", "/cost/p50"},
                                  {"cost_p90", "/cost/p90"},
                                  {"cost_complete", "/cost/complete"},
                                  {"break_even_against", "/break_even/against"},
                                  {"break_even_month_p10", "/break_even/month_p10"},
                                  {"break_even_month_p50", "/break_even/month_p50"},
                                  {"break_even_month_p90", "/break_even/month_p90"},
                                  {"score_low", "/score/low"},
                                  {"score_high", "/score/high"},
                                  {"value", "/value"},
                                  {"rank", "/rank"},
                                  {"first_in_fraction", "/first_in_fraction"}};

} // namespace

std::string comparisonJson(const simulator::Comparison& comparison)
{
    const bool hasPaths = comparison.paths > 0;
    Json json{
        {"plan", comparison.planName},
        {"catalogue", {{"hash", comparison.catalogueHash}, {"as_of", textOrNull(comparison.catalogueAsOf)}}},
        {"as_of", model::text(comparison.asOf)},
        {"starts", model::text(comparison.starts)},
        {"horizon_months", comparison.horizonMonths},
        {"currency", comparison.currency.code()},
        {"seed", comparison.seed},
        {"paths", comparison.paths},
        {"reference", textOrNull(comparison.reference)},
        {"warnings", comparison.warnings}};
    json["options"] = Json::array();
    for (const OptionResult& each : comparison.options) {
        json["options"].push_back(option(each, hasPaths));
    }
    json["tipping_points"] = Json::array();
    for (const simulator::TippingPoint& point : comparison.tippingPoints) {
        json["tipping_points"].push_back({{"weight", point.weight},
                                          {"current", number(point.current)},
                                          {"at", number(point.at)},
                                          {"new_first", textOrNull(point.newFirst)}});
    }
    // Names are UTF-8; a stray byte in imported text is replaced, never thrown over.
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string csvText(const std::string& text)
{
    std::string cell = text;
    if (!cell.empty() && std::string_view("=+-@\t\r").find(cell.front()) != std::string_view::npos) {
        cell.insert(cell.begin(), '\'');
    }
    if (cell.find_first_of(",\"\r\n") == std::string::npos) {
        return cell;
    }
    std::string quoted = "\"";
    for (const char c : cell) {
        quoted += c;
        if (c == '"') {
            quoted += '"';
        }
    }
    return quoted + '"';
}

std::string comparisonCsv(const simulator::Comparison& comparison)
{
    std::string csv;
    for (const CsvColumn& column : kCsvColumns) {
        csv += column.name;
        csv += ',';
    }
    for (const model::Criterion criterion : model::kCriteria) {
        const std::string name(model::name(criterion));
        csv += name + "_low," + name + "_high,";
    }
    csv += "reasons\r\n";
    for (const OptionResult& each : comparison.options) {
        const Json json = option(each, comparison.paths > 0);
        for (const CsvColumn& column : kCsvColumns) {
            csv += csvValue(json.at(Json::json_pointer(column.pointer))) + ',';
        }
        for (const model::Criterion criterion : model::kCriteria) {
            const Json& score = json.at("scores").at(std::string(model::name(criterion)));
            csv += csvNumber(score.at("low")) + ',' + csvNumber(score.at("high")) + ',';
        }
        std::string all;
        for (const simulator::Reason& reason : each.reasons) {
            all += (all.empty() ? "" : "; ") + reason.text;
        }
        csv += csvText(all) + "\r\n";
    }
    return csv;
}

} // namespace wherewithal::app
