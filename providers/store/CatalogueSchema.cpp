// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/store/CatalogueSchema.h"

namespace wherewithal::providers {

namespace {

/// A column, required unless it says optional().
struct Column : ColumnSpec
{
    [[nodiscard]] ColumnSpec optional() const
    {
        ColumnSpec spec = *this;
        spec.isRequired = false;
        return spec;
    }
};

Column text(std::string_view name)
{
    return {{.name = name, .kind = CellKind::Text, .isRequired = true}};
}
Column id(std::string_view name)
{
    return {{.name = name, .kind = CellKind::Id, .isRequired = true}};
}
Column number(std::string_view name)
{
    return {{.name = name, .kind = CellKind::Number, .isRequired = true}};
}
Column count(std::string_view name)
{
    return {{.name = name, .kind = CellKind::Count, .isRequired = true}};
}
Column decimal(std::string_view name)
{
    return {{.name = name, .kind = CellKind::Decimal, .isRequired = true}};
}
Column day(std::string_view name)
{
    return {{.name = name, .kind = CellKind::Day, .isRequired = true}};
}
Column currency(std::string_view name)
{
    return {{.name = name, .kind = CellKind::Currency, .isRequired = true}};
}
Column url(std::string_view name)
{
    return {{.name = name, .kind = CellKind::Url, .isRequired = true}};
}
Column sources(std::string_view name)
{
    return {{.name = name, .kind = CellKind::Sources, .isRequired = true}};
}
Column choice(std::string_view name, std::string_view choices)
{
    return {{.name = name, .kind = CellKind::Choice, .isRequired = true, .choices = choices}};
}
Column reference(std::string_view name, std::string_view choices)
{
    return {{.name = name, .kind = CellKind::Reference, .isRequired = true, .choices = choices}};
}

void addIdentities(std::vector<TableSpec>& tables)
{
    tables.push_back({.name = "source",
                      .file = "sources.csv",
                      .columns = {id("id"),
                                  text("title"),
                                  url("url").optional(),
                                  day("as_of").optional(),
                                  text("licence"),
                                  choice("kind", "primary|research|secondary|low"),
                                  text("note").optional()},
                      .key = {"id"}});
    tables.push_back(
        {.name = "provider",
         .file = "providers.csv",
         .columns = {id("id"),
                     text("name"),
                     choice("kind", "cloud|gpu-cloud|platform|layer|token-api|database|self-hosted"),
                     url("url").optional(),
                     text("note").optional()},
         .key = {"id"}});
    tables.push_back(
        {.name = "region",
         .file = "regions.csv",
         .columns = {reference("provider", "provider.id"),
                     id("region"),
                     text("name"),
                     text("country").optional(),
                     choice("continent", "Africa|Asia|Europe|North America|Oceania|South America").optional(),
                     text("note").optional()},
         .key = {"provider", "region"}});
}

void addHardware(std::vector<TableSpec>& tables)
{
    tables.push_back({.name = "accelerator",
                      .file = "accelerators.csv",
                      .columns = {id("id"),
                                  text("name"),
                                  text("vendor"),
                                  choice("kind", "gpu|tpu|asic"),
                                  count("year"),
                                  number("fp32_tflops").optional(),
                                  number("tf32_tflops").optional(),
                                  number("bf16_tflops").optional(),
                                  number("fp16_tflops").optional(),
                                  number("fp8_tflops").optional(),
                                  number("int8_tops").optional(),
                                  number("fp4_tflops").optional(),
                                  number("memory_gib").optional(),
                                  number("memory_bandwidth_gb_s").optional(),
                                  text("link").optional(),
                                  number("link_gb_s_per_direction").optional(),
                                  number("pcie_gb_s_per_direction").optional(),
                                  number("tdp_w").optional(),
                                  decimal("price_usd").optional(),
                                  sources("price_source").optional(),
                                  sources("source"),
                                  choice("checked", "seen|partly-seen|not-checked"),
                                  day("as_of"),
                                  text("note").optional()},
                      .key = {"id"}});
    tables.push_back({.name = "processor",
                      .file = "processors.csv",
                      .columns = {id("id"),
                                  text("name"),
                                  text("vendor"),
                                  count("year"),
                                  count("cores"),
                                  number("sustained_ghz"),
                                  number("fp32_ops_per_cycle"),
                                  number("bf16_ops_per_cycle"),
                                  number("int8_ops_per_cycle"),
                                  text("memory_channels").optional(),
                                  number("memory_bandwidth_gb_s"),
                                  number("tdp_w").optional(),
                                  decimal("price_usd").optional(),
                                  sources("price_source").optional(),
                                  sources("source"),
                                  choice("checked", "seen|partly-seen|not-checked"),
                                  day("as_of"),
                                  text("note").optional()},
                      .key = {"id"}});
    tables.push_back({.name = "machine",
                      .file = "*/machines.csv",
                      .columns = {id("machine"),
                                  text("family"),
                                  text("category"),
                                  number("vcpus").optional(),
                                  number("memory_gib").optional(),
                                  choice("arch", "x86_64|arm64").optional(),
                                  reference("accelerator_id", "accelerator.id").optional(),
                                  text("accelerator_name").optional(),
                                  count("accelerator_count").optional(),
                                  number("accelerator_memory_gib").optional(),
                                  number("network_gbps_peak").optional(),
                                  number("network_gbps_baseline").optional(),
                                  number("local_storage_gb").optional(),
                                  sources("source"),
                                  day("as_of").optional(),
                                  text("note").optional()},
                      .key = {"provider", "machine"}});
    tables.push_back(
        {.name = "price",
         .file = "*/prices-*.csv",
         .columns = {id("machine"),
                     id("region"),
                     id("os"),
                     choice("purchase", "on-demand|spot|reserved|savings-plan|committed-use|platform"),
                     count("term_months").optional(),
                     choice("payment", "none|partial|all").optional(),
                     choice("unit", "hour|month|year"),
                     currency("currency"),
                     decimal("amount"),
                     decimal("upfront").optional(),
                     decimal("monthly_maximum").optional(),
                     sources("source"),
                     day("as_of").optional(),
                     text("note").optional()},
         .key = {"provider", "machine", "region", "os", "purchase", "term_months", "payment"}});
}

void addServices(std::vector<TableSpec>& tables)
{
    tables.push_back({.name = "service",
                      .file = "services.csv",
                      .columns = {reference("provider", "provider.id"),
                                  id("service"),
                                  text("item"),
                                  id("region"),
                                  text("unit"),
                                  currency("currency"),
                                  number("tier_from"),
                                  number("tier_to").optional(),
                                  decimal("amount"),
                                  number("vcpus").optional(),
                                  number("memory_gib").optional(),
                                  number("storage_gb").optional(),
                                  count("connections").optional(),
                                  choice("is_default", "yes").optional(),
                                  sources("source"),
                                  day("as_of").optional(),
                                  text("note").optional()},
                      .key = {"provider", "service", "item", "region", "tier_from"}});
    tables.push_back({.name = "connection_limit",
                      .file = "connection_limits.csv",
                      .columns = {reference("provider", "provider.id"),
                                  id("service"),
                                  text("size"),
                                  count("connections").optional(),
                                  number("bytes_per_connection").optional(),
                                  count("maximum").optional(),
                                  count("reserved").optional(),
                                  sources("source"),
                                  day("as_of").optional(),
                                  text("note").optional()},
                      .key = {"provider", "service", "size"}});
    tables.push_back({.name = "support_plan",
                      .file = "support_plans.csv",
                      .columns = {reference("provider", "provider.id"),
                                  id("plan"),
                                  text("name"),
                                  currency("currency"),
                                  number("minimum_per_month"),
                                  number("spend_from"),
                                  number("spend_to").optional(),
                                  number("rate"),
                                  sources("source"),
                                  day("as_of").optional(),
                                  text("note").optional()},
                      .key = {"provider", "plan", "spend_from"}});
    tables.push_back({.name = "token_price",
                      .file = "token_prices.csv",
                      .columns = {reference("provider", "provider.id"),
                                  id("model"),
                                  text("hugging_face_id").optional(),
                                  currency("currency"),
                                  decimal("input"),
                                  decimal("cached_input").optional(),
                                  decimal("cache_write").optional(),
                                  decimal("output"),
                                  count("context_window").optional(),
                                  sources("source"),
                                  day("as_of"),
                                  text("note").optional()},
                      .key = {"provider", "model"}});
}

void addKnowledge(std::vector<TableSpec>& tables)
{
    tables.push_back({.name = "provider_limit",
                      .file = "limits.csv",
                      .columns = {reference("provider", "provider.id"),
                                  id("limit"),
                                  text("applies_to").optional(),
                                  number("value"),
                                  text("unit"),
                                  choice("strength", "hard|soft"),
                                  choice("raisable", "yes|no"),
                                  choice("verified", "yes|no"),
                                  text("effect").optional(),
                                  sources("source"),
                                  day("as_of").optional(),
                                  text("note").optional()},
                      .key = {"provider", "limit", "applies_to"}});
    tables.push_back({.name = "lifecycle",
                      .file = "lifecycles.csv",
                      .columns = {id("product"),
                                  id("cycle"),
                                  day("released").optional(),
                                  day("active_support_until").optional(),
                                  day("end_of_support").optional(),
                                  day("extended_support_until").optional(),
                                  sources("source"),
                                  day("as_of")},
                      .key = {"product", "cycle"}});
    tables.push_back({.name = "question",
                      .file = "questions.csv",
                      .columns = {id("id"),
                                  choice("criterion",
                                         "security|integrity|documentation|connectivity|automation|"
                                         "debuggability|standardisation|scalability"),
                                  text("question"),
                                  choice("kind", "yes-no|value"),
                                  text("unit").optional(),
                                  text("ccm_domain").optional()},
                      .key = {"id"}});
    tables.push_back(
        {.name = "evidence",
         .file = "evidence.csv",
         .columns = {id("id"),
                     reference("provider", "provider.id"),
                     text("service"),
                     choice("criterion",
                            "security|integrity|documentation|connectivity|automation|debuggability|"
                            "standardisation|scalability"),
                     reference("question_id", "question.id"),
                     choice("answer_class", "yes|partial|no|not-applicable|unknown|value"),
                     number("value").optional(),
                     text("finding"),
                     url("url").optional(),
                     day("as_of").optional(),
                     choice("confidence", "document|mirror|secondary|general-knowledge|searched-not-found"),
                     choice("conflict", "yes").optional()},
         .key = {"id"}});
    tables.push_back({.name = "exchange_rate",
                      .file = "exchange_rates.csv",
                      .columns = {currency("from"),
                                  currency("to"),
                                  number("rate"),
                                  sources("source"),
                                  day("as_of"),
                                  text("note").optional()},
                      .key = {"from", "to", "as_of"}});
    tables.push_back({.name = "grid_carbon",
                      .file = "grid_carbon.csv",
                      .columns = {choice("area_kind", "country|gcp-region"),
                                  id("area"),
                                  text("name"),
                                  number("grams_co2e_per_kwh"),
                                  sources("source"),
                                  day("as_of")},
                      .key = {"area_kind", "area"}});
}

void addComparisons(std::vector<TableSpec>& tables)
{
    tables.push_back(
        {.name = "commitment_ratio",
         .file = "commitment_ratios.csv",
         .columns = {reference("provider", "provider.id"),
                     text("family"),
                     id("region"),
                     choice("purchase", "reserved|savings-plan"),
                     choice("class", "standard|convertible").optional(),
                     count("term_months"),
                     choice("payment", "none|partial|all"),
                     number("low"),
                     number("typical"),
                     number("high"),
                     sources("source"),
                     day("as_of"),
                     text("note").optional()},
         .key = {"provider", "family", "region", "purchase", "class", "term_months", "payment"}});
    tables.push_back({.name = "market_price",
                      .file = "market_prices.csv",
                      .columns = {id("provider"),
                                  text("offer"),
                                  id("purchase"),
                                  count("term_months").optional(),
                                  text("unit"),
                                  currency("currency"),
                                  decimal("amount"),
                                  sources("source"),
                                  day("as_of"),
                                  text("note").optional()},
                      .key = {"provider", "offer", "purchase", "term_months", "unit", "source"}});
}

void addOwnHardware(std::vector<TableSpec>& tables)
{
    tables.push_back({.name = "server",
                      .file = "self-hosted/servers.csv",
                      .columns = {id("id"),
                                  text("name"),
                                  reference("accelerator_id", "accelerator.id").optional(),
                                  text("accelerator_name").optional(),
                                  count("accelerator_count"),
                                  number("rack_units").optional(),
                                  number("price_low").optional(),
                                  number("price_typical").optional(),
                                  number("price_high").optional(),
                                  number("accelerators_only_low").optional(),
                                  number("accelerators_only_typical").optional(),
                                  number("accelerators_only_high").optional(),
                                  number("power_idle_w").optional(),
                                  number("power_typical_w").optional(),
                                  number("power_max_w").optional(),
                                  number("memory_gib").optional(),
                                  number("maintenance_fraction_per_year").optional(),
                                  sources("maintenance_source").optional(),
                                  number("vcpus").optional(),
                                  number("network_gbps").optional(),
                                  number("accelerators_only_w").optional(),
                                  choice("confidence", "high|medium|low|gap"),
                                  sources("source"),
                                  sources("power_source").optional(),
                                  day("as_of").optional(),
                                  text("note").optional(),
                                  text("power_note").optional()},
                      .key = {"id"}});
    tables.push_back({.name = "component",
                      .file = "self-hosted/components.csv",
                      .columns = {id("id"),
                                  text("kind"),
                                  text("unit"),
                                  currency("currency").optional(),
                                  number("low").optional(),
                                  number("typical").optional(),
                                  number("high").optional(),
                                  sources("source"),
                                  day("as_of").optional(),
                                  text("note").optional()},
                      .key = {"id"}});
    tables.push_back({.name = "cluster_network",
                      .file = "self-hosted/cluster_network.csv",
                      .columns = {count("nodes"),
                                  count("accelerators"),
                                  count("switches"),
                                  number("network_usd_per_node"),
                                  sources("source"),
                                  day("as_of"),
                                  text("note").optional()},
                      .key = {"nodes"}});
    tables.push_back({.name = "software",
                      .file = "self-hosted/software.csv",
                      .columns = {id("id"),
                                  text("name"),
                                  text("unit"),
                                  currency("currency"),
                                  number("low").optional(),
                                  number("typical").optional(),
                                  number("high").optional(),
                                  sources("source"),
                                  day("as_of"),
                                  text("note").optional()},
                      .key = {"id"}});
}

void addOwnSites(std::vector<TableSpec>& tables)
{
    tables.push_back({.name = "colocation",
                      .file = "self-hosted/colocation.csv",
                      .columns = {text("market"),
                                  choice("unit", "kW-month|cabinet-month|each-month"),
                                  currency("currency"),
                                  number("low").optional(),
                                  number("typical").optional(),
                                  number("high").optional(),
                                  sources("source"),
                                  day("as_of"),
                                  text("note").optional()},
                      .key = {"market", "as_of"}});
    tables.push_back({.name = "electricity",
                      .file = "self-hosted/electricity.csv",
                      .columns = {choice("area_kind", "us-state|country|region"),
                                  text("country").optional(),
                                  text("area"),
                                  choice("customer", "industrial|commercial|business|non-household"),
                                  currency("currency"),
                                  number("amount_per_kwh"),
                                  sources("source"),
                                  day("as_of"),
                                  text("note").optional()},
                      .key = {"area_kind", "area", "customer", "as_of", "source"}});
    tables.push_back(
        {.name = "site",
         .file = "self-hosted/sites.csv",
         .columns = {id("id"),
                     text("name"),
                     text("country").optional(),
                     choice("continent", "Africa|Asia|Europe|North America|Oceania|South America"),
                     number("colocation_low").optional(),
                     number("colocation_typical").optional(),
                     number("colocation_high").optional(),
                     sources("colocation_source"),
                     number("electricity_low").optional(),
                     number("electricity_typical").optional(),
                     number("electricity_high").optional(),
                     currency("electricity_currency"),
                     sources("electricity_source"),
                     reference("carbon_area", "grid_carbon.area").optional(),
                     text("note").optional()},
         .key = {"id"}});
    tables.push_back({.name = "site_figure",
                      .file = "self-hosted/site_figures.csv",
                      .columns = {id("topic"),
                                  text("item"),
                                  number("low").optional(),
                                  number("typical").optional(),
                                  number("high").optional(),
                                  text("unit"),
                                  sources("source"),
                                  day("as_of"),
                                  text("note").optional()},
                      .key = {"topic", "item"}});
    tables.push_back({.name = "residual_value",
                      .file = "self-hosted/residual_values.csv",
                      .columns = {id("id"),
                                  text("asset"),
                                  number("year"),
                                  number("low"),
                                  number("high"),
                                  choice("confidence", "high|medium|low"),
                                  sources("source"),
                                  day("as_of"),
                                  text("note").optional()},
                      .key = {"id", "year"}});
    tables.push_back({.name = "depreciation",
                      .file = "self-hosted/depreciation.csv",
                      .columns = {text("company"),
                                  text("asset"),
                                  number("years_low"),
                                  number("years_high"),
                                  number("years_before").optional(),
                                  day("effective").optional(),
                                  sources("source"),
                                  day("as_of"),
                                  text("note").optional()},
                      .key = {"company", "asset", "effective"}});
    tables.push_back({.name = "staff",
                      .file = "self-hosted/staff.csv",
                      .columns = {id("topic"),
                                  text("item"),
                                  text("country").optional(),
                                  number("low").optional(),
                                  number("typical").optional(),
                                  number("high").optional(),
                                  text("unit"),
                                  sources("source"),
                                  day("as_of"),
                                  text("note").optional()},
                      .key = {"topic", "item", "as_of"}});
}
} // namespace

std::span<const TableSpec> catalogueTables()
{
    static const std::vector<TableSpec> tables = [] {
        std::vector<TableSpec> all;
        addIdentities(all);
        addHardware(all);
        addServices(all);
        addKnowledge(all);
        addComparisons(all);
        addOwnHardware(all);
        addOwnSites(all);
        return all;
    }();
    return tables;
}

} // namespace wherewithal::providers
