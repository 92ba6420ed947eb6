// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/store/SliceReader.h"

#include "model/units/Quantity.h"
#include "providers/store/Days.h"
#include "providers/store/Merge.h"

#include <SQLiteCpp/Statement.h>
#include <algorithm>
#include <fmt/format.h>
#include <tuple>

namespace wherewithal::providers {

using namespace model;

namespace {

constexpr double kTera = 1e12;

/// The cells of one row, from left to right.
class Cells
{
public:
    explicit Cells(SQLite::Statement& query)
        : m_query(query)
    {}

    [[nodiscard]] std::string text()
    {
        const SQLite::Column cell = m_query.getColumn(m_index++);
        return cell.isNull() ? std::string{} : cell.getString();
    }
    [[nodiscard]] std::optional<double> number(double factor = 1.0)
    {
        const SQLite::Column cell = m_query.getColumn(m_index++);
        return cell.isNull() ? std::nullopt : std::optional(cell.getDouble() * factor);
    }
    [[nodiscard]] std::optional<int> count()
    {
        const SQLite::Column cell = m_query.getColumn(m_index++);
        return cell.isNull() ? std::nullopt : std::optional(cell.getInt());
    }
    [[nodiscard]] std::optional<Decimal> decimal()
    {
        const std::string value = text();
        if (value.empty()) {
            return std::nullopt;
        }
        const auto parsed = parseDecimal(value);
        return parsed ? std::optional(*parsed) : std::nullopt;
    }
    [[nodiscard]] Currency currency() { return Currency::parse(text()).value_or(Currency{}); }
    [[nodiscard]] bool isYes() { return text() == "yes"; }

private:
    SQLite::Statement& m_query;
    int m_index = 0;
};

/// Calls `visit` with the cells of every row of "SELECT columns FROM shipped.table".
template <typename Visit>
void forEach(SQLite::Database& database, std::string_view columns, std::string_view from, Visit&& visit)
{
    SQLite::Statement query(database, fmt::format("SELECT {} FROM {}", columns, from));
    while (query.executeStep()) {
        Cells cells(query);
        visit(cells);
    }
}

template <typename T>
bool isWanted(const std::vector<T>& wanted, const T& value)
{
    return wanted.empty() || std::ranges::find(wanted, value) != wanted.end();
}

bool isMachineWanted(const CandidateQuery& query, const Machine& machine)
{
    const double deviceBytes = machine.acceleratorCount * machine.acceleratorMemoryBytesEach.value_or(0.0);
    return isWanted(query.providers, machine.provider) && isWanted(query.accelerators, machine.accelerator)
           && isWanted(query.categories, machine.category)
           && (!query.minAcceleratorMemoryBytes || deviceBytes >= *query.minAcceleratorMemoryBytes)
           && (!query.minAcceleratorCount || machine.acceleratorCount >= *query.minAcceleratorCount)
           && (!query.maxAcceleratorCount || machine.acceleratorCount <= *query.maxAcceleratorCount)
           && (!query.minVcpus || machine.vcpus.value_or(0.0) >= *query.minVcpus)
           && (!query.maxVcpus || (machine.vcpus && *machine.vcpus <= *query.maxVcpus))
           && (!query.minMemoryBytes || machine.memoryBytes.value_or(0.0) >= *query.minMemoryBytes);
}

bool isRegionWanted(const CandidateQuery& query, const Region& region)
{
    return isWanted(query.regions, region.id) && isWanted(query.continents, region.continent)
           && isWanted(query.countries, region.country);
}

bool isPurchaseWanted(const CandidateQuery& query, Purchase purchase)
{
    return query.purchases.empty() ? purchase != Purchase::Spot : isWanted(query.purchases, purchase);
}

bool isNamed(const Plan& plan, const Machine& machine)
{
    const auto names = [&](const auto& row) {
        return row.provider == machine.provider && row.machine == machine.id;
    };
    return std::ranges::any_of(plan.candidates, names)
           || std::ranges::any_of(plan.brownfield.commitments, names);
}

bool isNamed(const Plan& plan, const PriceRow& row)
{
    const auto names = [&](const auto& named) {
        return named.provider.text() == row.provider && named.machine.text() == row.machine
               && named.region.text() == row.region;
    };
    return std::ranges::any_of(plan.candidates, names)
           || std::ranges::any_of(plan.brownfield.commitments, names);
}

/// The cheapest region of each country for each way of buying: what a query keeps of a machine.
void keepCheapest(const CandidateQuery& query,
                  const std::vector<PriceRow>& rows,
                  const std::map<std::string, Region>& regions,
                  std::set<std::size_t>& kept)
{
    using Key = std::tuple<std::string, std::string, Purchase, int, Payment>;
    std::map<Key, std::size_t> cheapest;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const PriceRow& row = rows[i];
        const auto region = regions.find(fmt::format("{}/{}", row.provider, row.region));
        if (region == regions.end() || !isRegionWanted(query, region->second)
            || !isPurchaseWanted(query, row.purchase)) {
            continue;
        }
        const std::string& country = region->second.country.empty() ? row.region : region->second.country;
        const auto [best, isNew] =
            cheapest.try_emplace(Key{country, row.os, row.purchase, row.termMonths, row.payment}, i);
        const auto price = [&](std::size_t at) {
            return std::pair(effectiveHourly(rows[at]).value_or(0.0), rows[at].region);
        };
        if (!isNew && price(i) < price(best->second)) {
            best->second = i;
        }
    }
    for (const auto& [key, index] : cheapest) {
        kept.insert(index);
    }
}

SourcedRange rangeOf(Cells& cells, const char* unit)
{
    SourcedRange range;
    range.low = cells.number();
    range.typical = cells.number();
    range.high = cells.number();
    range.unit = unit;
    return range;
}

} // namespace

SliceReader::SliceReader(SQLite::Database& database, PriceReader& shipped, PriceReader* imported)
    : m_database(database)
    , m_shipped(shipped)
    , m_imported(imported)
{
    readSources();
}

Source SliceReader::source(const std::string& ids, const std::string& day) const
{
    Source found;
    std::size_t begin = 0;
    while (begin < ids.size()) {
        const std::size_t end = std::min(ids.find(' ', begin), ids.size());
        const auto known = m_sources.find(ids.substr(begin, end - begin));
        if (known == m_sources.end()) { // an imported machine names its sheet in words
            return {.title = ids, .url = {}, .date = day};
        }
        if (found.isEmpty()) {
            found = known->second;
        } else {
            found.title += "; " + known->second.title;
        }
        begin = end + 1;
    }
    if (!day.empty()) {
        found.date = day;
    }
    return found;
}

CatalogueSlice SliceReader::read(const Plan& plan)
{
    readProviders();
    readRegions();
    readExchangeRates();
    readMachines("shipped");
    if (m_imported != nullptr) {
        readMachines("main");
    }
    m_concerned.insert("self-hosted");
    for (const Candidate& candidate : plan.candidates) {
        m_concerned.insert(candidate.provider.text());
        m_concerned.insert(candidate.layer.text());
    }
    readPrices(plan);
    for (const Provider& provider : m_slice.providers) {
        if (provider.kind == "database") {
            m_concerned.insert(provider.id.text());
        }
    }
    for (const auto& [key, region] : m_regions) {
        if (isConcerned(region.provider)) {
            m_slice.regions.push_back(region);
        }
    }
    readServices();
    readSupportPlans();
    readTokenPrices();
    readLimits();
    readConnectionLimits();
    readAccelerators();
    readProcessors();
    readServers();
    readSites();
    readResiduals();
    readQuestions();
    readEvidence();
    readLifecycles();
    sortSlice();
    return std::move(m_slice);
}

void SliceReader::readFacts()
{
    readProviders();
    readRegions();
    readExchangeRates();
    readAccelerators();
    readMachines("shipped");
    if (m_imported != nullptr) {
        readMachines("main");
    }
}

void SliceReader::sortSlice()
{
    std::ranges::sort(m_slice.providers, {}, &Provider::id);
    std::ranges::sort(m_slice.regions, {}, [](const Region& row) { return std::tie(row.provider, row.id); });
    std::ranges::sort(
        m_slice.machines, {}, [](const Machine& row) { return std::tie(row.provider, row.id); });
    std::ranges::sort(m_slice.prices, {}, [](const Price& row) {
        return std::tie(row.provider,
                        row.machine,
                        row.region,
                        row.operatingSystem,
                        row.purchase,
                        row.termMonths,
                        row.payment);
    });
    // The usual item first: whoever takes the first of a service takes the usual one.
    std::ranges::sort(m_slice.services, [](const ServicePrice& a, const ServicePrice& b) {
        return std::tie(a.provider, a.service, b.isStandard, a.item, a.region)
               < std::tie(b.provider, b.service, a.isStandard, b.item, b.region);
    });
    std::ranges::sort(
        m_slice.supportPlans, {}, [](const SupportPlan& row) { return std::tie(row.provider, row.plan); });
    std::ranges::sort(
        m_slice.tokenPrices, {}, [](const TokenPrice& row) { return std::tie(row.provider, row.model); });
    std::ranges::sort(m_slice.limits, {}, [](const ProviderLimit& row) {
        return std::tie(row.provider, row.key, row.scope);
    });
    std::ranges::sort(m_slice.accelerators, {}, &Accelerator::id);
    std::ranges::sort(m_slice.servers, {}, &ServerBuild::id);
    std::ranges::sort(m_slice.sites, {}, &Site::id);
    std::ranges::sort(
        m_slice.residuals, {}, [](const ResidualPoint& row) { return std::tie(row.asset, row.years); });
    std::ranges::sort(m_slice.questions, {}, &Question::id);
    std::ranges::sort(m_slice.evidence, {}, &Evidence::id);
    std::ranges::sort(
        m_slice.lifecycles, {}, [](const Lifecycle& row) { return std::tie(row.product, row.cycle); });
}

void SliceReader::readSources()
{
    forEach(m_database, "id, title, url, as_of", "shipped.source", [&](Cells& cells) {
        std::string id = cells.text();
        Source row;
        row.title = cells.text();
        row.url = cells.text();
        row.date = cells.text();
        m_sources.emplace(std::move(id), std::move(row));
    });
}

void SliceReader::readProviders()
{
    forEach(m_database, "id, name, kind, note", "shipped.provider", [&](Cells& cells) {
        Provider row;
        row.id = ProviderId{cells.text()};
        row.displayName = cells.text();
        row.kind = cells.text();
        row.note = cells.text();
        m_slice.providers.push_back(std::move(row));
    });
}

void SliceReader::readRegions()
{
    forEach(m_database, "provider, region, name, country, continent", "shipped.region", [&](Cells& cells) {
        Region row;
        row.provider = ProviderId{cells.text()};
        row.id = RegionId{cells.text()};
        row.displayName = cells.text();
        row.country = cells.text();
        row.continent = cells.text();
        m_regions.emplace(fmt::format("{}/{}", row.provider.text(), row.id.text()), std::move(row));
    });
}

void SliceReader::readExchangeRates()
{
    forEach(m_database,
            R"("from", "to", rate, source, as_of)",
            R"(shipped.exchange_rate ORDER BY as_of DESC, "from", "to")",
            [&](Cells& cells) {
                ExchangeRate row;
                row.from = cells.currency();
                row.to = cells.currency();
                row.rate = cells.number().value_or(1.0);
                row.source = source(cells.text(), {}).title;
                row.date = cells.text();
                m_slice.exchangeRates.push_back(std::move(row));
            });
}

void SliceReader::readMachines(std::string_view schema)
{
    const std::size_t known = m_allMachines.size();
    forEach(m_database,
            "provider, machine, family, category, vcpus, memory_gib, arch, accelerator_id, accelerator_name, "
            "accelerator_count, "
            "accelerator_memory_gib, network_gbps_peak, network_gbps_baseline, local_storage_gb, source, "
            "as_of, note",
            fmt::format("{}.machine", schema),
            [&](Cells& cells) {
                Machine row;
                row.provider = ProviderId{cells.text()};
                row.id = MachineId{cells.text()};
                row.displayName = row.id.text();
                row.family = cells.text();
                row.category = cells.text();
                row.vcpus = cells.number();
                row.memoryBytes = cells.number(kGib);
                row.arch = cells.text();
                row.accelerator = AcceleratorId{cells.text()};
                row.acceleratorName = cells.text();
                row.acceleratorCount = cells.count().value_or(0);
                row.acceleratorMemoryBytesEach = cells.number(kGib);
                row.networkBitsPerSecondPeak = cells.number(kGb);
                row.networkBitsPerSecondBaseline = cells.number(kGb);
                row.localStorageBytes = cells.number(kGb);
                const std::string sources = cells.text();
                row.source = source(sources, cells.text());
                row.note = cells.text();
                // What the shipped catalogue knows of a machine is not replaced by a sheet's few columns.
                const auto end = m_allMachines.begin() + static_cast<std::ptrdiff_t>(known);
                const bool isKnown = std::binary_search(
                    m_allMachines.begin(), end, row, [](const Machine& a, const Machine& b) {
                        return std::tie(a.provider, a.id) < std::tie(b.provider, b.id);
                    });
                if (!isKnown) {
                    m_allMachines.push_back(std::move(row));
                }
            });
    std::ranges::sort(m_allMachines, {}, [](const Machine& row) { return std::tie(row.provider, row.id); });
}

std::vector<PriceRow> SliceReader::machinePrices(const Machine& machine, const std::string& day)
{
    std::vector<PriceRow> rows;
    for (PriceReader* reader : {&m_shipped, m_imported}) {
        if (reader == nullptr) {
            continue;
        }
        reader->readMachine(machine.provider.text(), machine.id.text(), [&](PriceRow&& row) {
            rows.push_back(std::move(row));
        });
    }
    if (m_imported != nullptr) { // the shipped catalogue alone has no two prices of one thing
        decideRivals(rows, day);
        std::erase_if(rows, [](const PriceRow& row) { return !row.isCurrent; });
    }
    return rows;
}

void SliceReader::readPricesOf(const Machine& machine, const Plan& plan)
{
    std::vector<PriceRow> rows = machinePrices(machine, text(plan.asOf));
    std::set<std::size_t> kept;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (isNamed(plan, rows[i])) {
            kept.insert(i);
        }
    }
    for (const CandidateQuery& query : plan.queries) {
        if (isMachineWanted(query, machine)) {
            keepCheapest(query, rows, m_regions, kept);
        }
    }
    if (kept.empty() && !isNamed(plan, machine)) {
        return;
    }
    m_concerned.insert(machine.provider.text());
    m_slice.machines.push_back(machine);
    for (const std::size_t index : kept) {
        rows[index].source = rows[index].sheet == kShippedSheet
                                 ? source(rows[index].citation, rows[index].effectiveFrom)
                                 : Source{.title = "Imported price sheet " + rows[index].sheet,
                                          .url = {},
                                          .date = rows[index].effectiveFrom};
        m_slice.prices.push_back(toPrice(rows[index]));
    }
}

void SliceReader::readPrices(const Plan& plan)
{
    for (const Machine& machine : m_allMachines) {
        const bool isAsked =
            isNamed(plan, machine) || std::ranges::any_of(plan.queries, [&](const CandidateQuery& query) {
                return isMachineWanted(query, machine);
            });
        if (isAsked) {
            readPricesOf(machine, plan);
        }
    }
}

void SliceReader::readServices()
{
    forEach(m_database,
            "provider, service, item, region, unit, currency, tier_from, tier_to, amount, memory_gib, "
            "connections, is_default, source, "
            "as_of, note",
            "shipped.service ORDER BY provider, service, item, region, tier_from",
            [&](Cells& cells) {
                ServicePrice row;
                row.provider = ProviderId{cells.text()};
                if (!isConcerned(row.provider)) {
                    return;
                }
                row.service = cells.text();
                row.item = cells.text();
                row.region = RegionId{cells.text()};
                row.unit = cells.text();
                row.currency = cells.currency();
                PriceTier tier;
                tier.from = cells.number().value_or(0.0);
                tier.to = cells.number();
                tier.amount = cells.decimal().value_or(Decimal{});
                row.memoryBytes = cells.number(kGib);
                row.connections = cells.count();
                row.isStandard = cells.isYes();
                const std::string sources = cells.text();
                row.source = source(sources, cells.text());
                row.note = cells.text();
                const auto isSame = [&](const ServicePrice& last) {
                    return last.provider == row.provider && last.service == row.service
                           && last.item == row.item && last.region == row.region;
                };
                if (!m_slice.services.empty() && isSame(m_slice.services.back())) {
                    m_slice.services.back().tiers.push_back(tier);
                    return;
                }
                row.tiers.push_back(tier);
                m_slice.services.push_back(std::move(row));
            });
}

std::vector<PriceRow> SliceReader::serviceRows(const PriceFilter& filter) const
{
    std::vector<PriceRow> rows;
    if (!filter.machine.empty() || filter.purchase.value_or(Purchase::OnDemand) != Purchase::OnDemand) {
        return rows;
    }
    const auto isAsked = [](const std::string& wanted, const std::string& value) {
        return wanted.empty() || wanted == value;
    };
    forEach(
        m_database,
        "provider, service, item, region, unit, currency, tier_from, tier_to, amount, source, as_of, note",
        "shipped.service ORDER BY provider, service, item, region, tier_from",
        [&](Cells& cells) {
            PriceRow row;
            row.os.clear();
            row.tenancy.clear();
            row.sheet = kShippedSheet;
            row.provider = cells.text();
            row.service = cells.text();
            row.sku = cells.text();
            row.region = cells.text();
            row.unit = cells.text();
            row.currency = cells.currency();
            PriceTier tier;
            tier.from = cells.number().value_or(0.0);
            tier.to = cells.number();
            tier.amount = cells.decimal().value_or(Decimal{});
            row.citation = cells.text();
            row.effectiveFrom = firstDay(cells.text()).value_or("");
            row.note = cells.text();
            if (!isAsked(filter.provider, row.provider) || !isAsked(filter.service, row.service)
                || !isAsked(filter.region, row.region)) {
                return;
            }
            if (tier.from > 0.0 && !rows.empty()) {
                rows.back().tiers.push_back(tier);
                return;
            }
            row.amount = tier.amount;
            row.tiers = {tier};
            rows.push_back(std::move(row));
        });
    for (PriceRow& row : rows) { // a flat price needs no tiers
        if (row.tiers.size() == 1) {
            row.tiers.clear();
        }
    }
    return rows;
}

void SliceReader::readSupportPlans()
{
    forEach(m_database,
            "provider, plan, currency, minimum_per_month, spend_from, spend_to, rate, source, as_of, note",
            "shipped.support_plan ORDER BY provider, plan, spend_from",
            [&](Cells& cells) {
                SupportPlan row;
                row.provider = ProviderId{cells.text()};
                if (!isConcerned(row.provider)) {
                    return;
                }
                row.plan = cells.text();
                row.currency = cells.currency();
                row.minimumPerMonth = cells.number().value_or(0.0);
                SupportPlan::Band band;
                band.from = cells.number().value_or(0.0);
                band.to = cells.number();
                band.rateFraction = cells.number().value_or(0.0);
                const std::string sources = cells.text();
                row.source = source(sources, cells.text());
                row.note = cells.text();
                auto& plans = m_slice.supportPlans;
                if (plans.empty() || plans.back().provider != row.provider || plans.back().plan != row.plan) {
                    plans.push_back(std::move(row));
                }
                plans.back().bands.push_back(band);
            });
}

void SliceReader::readTokenPrices()
{
    forEach(m_database,
            "provider, model, hugging_face_id, currency, input, cached_input, output, context_window, "
            "source, as_of, note",
            "shipped.token_price",
            [&](Cells& cells) {
                TokenPrice row;
                row.provider = ProviderId{cells.text()};
                if (!isConcerned(row.provider)) {
                    return;
                }
                row.model = cells.text();
                row.openModel = cells.text();
                row.currency = cells.currency();
                row.inputPerMillion = cells.decimal().value_or(Decimal{});
                row.cachedInputPerMillion = cells.decimal();
                row.outputPerMillion = cells.decimal().value_or(Decimal{});
                row.contextTokens = cells.count();
                const std::string sources = cells.text();
                row.source = source(sources, cells.text());
                row.note = cells.text();
                m_slice.tokenPrices.push_back(std::move(row));
            });
}

void SliceReader::readLimits()
{
    forEach(
        m_database,
        "provider, \"limit\", applies_to, value, unit, effect, strength, raisable, verified, source, as_of",
        "shipped.provider_limit",
        [&](Cells& cells) {
            ProviderLimit row;
            row.provider = ProviderId{cells.text()};
            if (!isConcerned(row.provider)) {
                return;
            }
            row.key = cells.text();
            row.scope = cells.text();
            row.value = cells.number();
            row.unit = cells.text();
            row.what = cells.text();
            row.isHard = cells.text() == "hard";
            row.isRaisable = cells.isYes();
            row.isVerified = cells.isYes();
            const std::string sources = cells.text();
            row.source = source(sources, cells.text());
            m_slice.limits.push_back(std::move(row));
        });
}

void SliceReader::readConnectionLimits()
{
    forEach(m_database,
            "provider, service, size, connections, bytes_per_connection, maximum, source, as_of, note",
            "shipped.connection_limit",
            [&](Cells& cells) {
                ProviderLimit row;
                row.provider = ProviderId{cells.text()};
                if (!isConcerned(row.provider)) {
                    return;
                }
                const std::string service = cells.text();
                const std::string size = cells.text();
                row.scope = size == "*" ? service : fmt::format("{} {}", service, size);
                const std::optional<double> connections = cells.number();
                const std::optional<double> bytesEach = cells.number();
                const std::optional<double> maximum = cells.number();
                const std::string sources = cells.text();
                row.source = source(sources, cells.text());
                row.what = cells.text();
                row.isVerified = true;
                const auto add = [&](const char* key, const std::optional<double>& value, const char* unit) {
                    if (value) {
                        row.key = key;
                        row.value = value;
                        row.unit = unit;
                        m_slice.limits.push_back(row);
                    }
                };
                add("database-connections", connections, "connections");
                add("database-bytes-per-connection", bytesEach, "bytes");
                add("database-connections-maximum", maximum, "connections");
            });
}

void SliceReader::readAccelerators()
{
    forEach(m_database,
            "id, name, vendor, kind, year, fp32_tflops, tf32_tflops, coalesce(bf16_tflops, fp16_tflops), "
            "fp8_tflops, int8_tops, "
            "fp4_tflops, memory_gib, memory_bandwidth_gb_s, link, link_gb_s_per_direction, "
            "pcie_gb_s_per_direction, tdp_w, source, "
            "as_of, checked, note",
            "shipped.accelerator",
            [&](Cells& cells) {
                Accelerator row;
                row.id = AcceleratorId{cells.text()};
                row.displayName = cells.text();
                row.vendor = cells.text();
                row.kind = cells.text();
                row.year = cells.count().value_or(0);
                row.fp32FlopsPerSecond = cells.number(kTera);
                row.tf32FlopsPerSecond = cells.number(kTera);
                row.bf16FlopsPerSecond = cells.number(kTera);
                row.fp8FlopsPerSecond = cells.number(kTera);
                row.int8OpsPerSecond = cells.number(kTera);
                row.fp4FlopsPerSecond = cells.number(kTera);
                row.memoryBytes = cells.number(kGib);
                row.memoryBytesPerSecond = cells.number(kGb);
                row.linkName = cells.text();
                row.linkBytesPerSecond = cells.number(kGb);
                row.pcieBytesPerSecond = cells.number(kGb);
                row.tdpWatts = cells.number();
                const std::string sources = cells.text();
                row.source = source(sources, cells.text());
                row.checked = cells.text();
                row.note = cells.text();
                m_slice.accelerators.push_back(std::move(row));
            });
}

void SliceReader::readProcessors()
{
    forEach(m_database,
            "id, name, vendor, year, cores, sustained_ghz, fp32_ops_per_cycle, bf16_ops_per_cycle, "
            "int8_ops_per_cycle, "
            "memory_bandwidth_gb_s, tdp_w, source, as_of, checked, note",
            "shipped.processor",
            [&](Cells& cells) {
                Accelerator row;
                row.id = AcceleratorId{cells.text()};
                row.displayName = cells.text();
                row.vendor = cells.text();
                row.kind = "cpu";
                row.year = cells.count().value_or(0);
                row.cores = cells.count();
                // peak = cores x sustained clock x operations per core and cycle
                const double cyclesPerSecond = row.cores.value_or(0) * cells.number().value_or(0.0) * 1e9;
                row.fp32FlopsPerSecond = cells.number(cyclesPerSecond);
                row.bf16FlopsPerSecond = cells.number(cyclesPerSecond);
                row.int8OpsPerSecond = cells.number(cyclesPerSecond);
                row.memoryBytesPerSecond = cells.number(kGb);
                row.tdpWatts = cells.number();
                const std::string sources = cells.text();
                row.source = source(sources, cells.text());
                row.checked = cells.text();
                row.note = cells.text();
                m_slice.accelerators.push_back(std::move(row));
            });
}

void SliceReader::readServers()
{
    forEach(m_database,
            "id, name, accelerator_id, accelerator_count, vcpus, memory_gib, rack_units, price_low, "
            "price_typical, price_high, "
            "power_idle_w, power_typical_w, power_max_w, accelerators_only_w, maintenance_fraction_per_year, "
            "maintenance_source, "
            "network_gbps, confidence, source, power_source, as_of, note, power_note",
            "shipped.server",
            [&](Cells& cells) {
                ServerBuild row;
                row.id = ServerBuildId{cells.text()};
                row.displayName = cells.text();
                row.accelerator = AcceleratorId{cells.text()};
                row.acceleratorCount = cells.count().value_or(0);
                row.vcpus = cells.number();
                row.memoryBytes = cells.number(kGib);
                row.rackUnits = cells.number();
                row.price = rangeOf(cells, "USD");
                row.powerWatts = rangeOf(cells, "W");
                row.acceleratorsOnlyWatts = cells.number();
                row.maintenanceFractionPerYear = cells.number();
                row.maintenanceSource = source(cells.text(), {});
                row.networkBitsPerSecond = cells.number(kGb);
                row.confidence = cells.text();
                const std::string sources = cells.text();
                const std::string powerSources = cells.text();
                row.price.source = source(sources, cells.text());
                row.powerWatts.source = source(powerSources, {});
                row.price.basis = cells.text();
                row.powerWatts.basis = cells.text();
                row.note = row.price.basis;
                m_slice.servers.push_back(std::move(row));
            });
}

void SliceReader::readSites()
{
    forEach(m_database,
            "id, name, country, continent, colocation_low, colocation_typical, colocation_high, "
            "colocation_source, electricity_low, "
            "electricity_typical, electricity_high, electricity_currency, electricity_source, note, "
            "(SELECT grams_co2e_per_kwh FROM shipped.grid_carbon WHERE area = carbon_area), "
            "(SELECT source FROM shipped.grid_carbon WHERE area = carbon_area)",
            "shipped.site",
            [&](Cells& cells) {
                Site row;
                row.id = SiteId{cells.text()};
                row.displayName = cells.text();
                row.country = cells.text();
                row.continent = cells.text();
                row.colocationPerKilowattMonth = rangeOf(cells, "USD/kW-month");
                row.colocationPerKilowattMonth.source = source(cells.text(), {});
                SourcedRange& electricity = row.electricityPerKwh = rangeOf(cells, "USD/kWh");
                const Currency currency = cells.currency();
                electricity.source = source(cells.text(), {});
                const std::optional<double> rate = m_slice.exchangeRate(currency, Currency::usd());
                for (std::optional<double>* part :
                     {&electricity.low, &electricity.typical, &electricity.high}) {
                    *part = *part && rate ? std::optional(**part * *rate) : std::nullopt;
                }
                if (currency != Currency::usd() && rate) {
                    electricity.basis = fmt::format(
                        "published in {}, 1 {} = {:.4f} USD", currency.code(), currency.code(), *rate);
                }
                row.note = cells.text();
                row.gramsCo2PerKwh = cells.number();
                row.carbonSource = source(cells.text(), {});
                m_slice.sites.push_back(std::move(row));
            });
}

void SliceReader::readResiduals()
{
    forEach(m_database,
            "asset, year, low, high, confidence, source, as_of",
            "shipped.residual_value",
            [&](Cells& cells) {
                ResidualPoint row;
                row.asset = cells.text();
                row.years = cells.number().value_or(0.0);
                row.lowFraction = cells.number();
                row.highFraction = cells.number();
                row.confidence = cells.text();
                const std::string sources = cells.text();
                row.source = source(sources, cells.text());
                m_slice.residuals.push_back(std::move(row));
            });
}

void SliceReader::readQuestions()
{
    forEach(
        m_database, "id, criterion, question, kind, unit, ccm_domain", "shipped.question", [&](Cells& cells) {
            Question row;
            row.id = QuestionId{cells.text()};
            row.criterion = parseCriterion(cells.text()).value_or(Criterion::Security);
            row.text = cells.text();
            row.isValue = cells.text() == "value";
            row.unit = cells.text();
            row.ccmDomain = cells.text();
            m_slice.questions.push_back(std::move(row));
        });
}

void SliceReader::readEvidence()
{
    forEach(m_database,
            "id, provider, service, criterion, question_id, answer_class, value, finding, url, as_of, "
            "confidence, conflict",
            "shipped.evidence",
            [&](Cells& cells) {
                Evidence row;
                row.id = EvidenceId{cells.text()};
                row.provider = ProviderId{cells.text()};
                if (!isConcerned(row.provider)) {
                    return;
                }
                row.service = cells.text();
                row.criterion = parseCriterion(cells.text()).value_or(Criterion::Security);
                row.question = QuestionId{cells.text()};
                row.answer = parseAnswer(cells.text()).value_or(Answer::Unknown);
                row.value = cells.number();
                row.finding = cells.text();
                row.source.title = row.service;
                row.source.url = cells.text();
                row.source.date = cells.text();
                row.confidence = parseConfidence(cells.text()).value_or(Confidence::GeneralKnowledge);
                row.isConflicting = cells.isYes();
                m_slice.evidence.push_back(std::move(row));
            });
}

void SliceReader::readLifecycles()
{
    forEach(m_database,
            "product, cycle, released, active_support_until, end_of_support, extended_support_until, source, "
            "as_of",
            "shipped.lifecycle",
            [&](Cells& cells) {
                Lifecycle row;
                row.product = cells.text();
                row.cycle = cells.text();
                row.released = cells.text();
                row.activeSupportUntil = cells.text();
                row.endOfSupport = cells.text();
                row.extendedSupportUntil = cells.text();
                const std::string sources = cells.text();
                row.source = source(sources, cells.text());
                m_slice.lifecycles.push_back(std::move(row));
            });
}

} // namespace wherewithal::providers
