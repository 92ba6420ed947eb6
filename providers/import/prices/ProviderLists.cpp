// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/import/prices/AwsOffer.h"
#include "providers/import/prices/Readers.h"
#include "providers/import/prices/SheetTable.h"
#include "providers/import/prices/Units.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

/// The short lists of machines that smaller providers (and people who collect prices) publish as JSON.
namespace wherewithal::providers {

using model::Decimal;
using model::ErrorCode;
using model::Result;

namespace {

constexpr double kMibPerGib = 1024.0;

/// One machine of a list in one region, with what was read of its prices.
struct Listed
{
    MachineRow machine;
    std::string region;
    std::string currency;
    std::string_view hourly;  ///< text of the amount; empty: none
    std::string_view monthly; ///< beside an hourly amount: the cap of a month
    std::string os = "linux";
    std::string software;
    std::string tenancy = "shared";
    std::string plan;
    std::string date;
    Purchase purchase = Purchase::OnDemand;
    int termMonths = 0;
    Payment payment = Payment::None;
    std::string offeringClass;
    std::uint64_t line = 0;
};

[[nodiscard]] std::optional<Decimal>
amountIn(std::string_view text, const Listed& listed, const char* column, ImportRun& run, bool& isRejected)
{
    if (text.empty()) {
        return std::nullopt;
    }
    auto amount = model::parseDecimal(text);
    if (!amount || amount->isNegative()) {
        run.reject(listed.line,
                   column,
                   text,
                   ErrorCode::InvalidSyntax,
                   fmt::format("the price of {} is no amount", listed.machine.name));
        isRejected = true;
        return std::nullopt;
    }
    return *amount;
}

/// Hands one listed machine over: the shape once, the offer for its region.
Result<void> emit(const Listed& listed, ImportRun& run)
{
    if (run.isNewMachine(listed.machine.provider, listed.machine.name)) {
        if (auto told = run.machine(listed.machine); !told) {
            return told;
        }
    }
    bool isRejected = false;
    const auto hourly = amountIn(listed.hourly, listed, "hourly", run, isRejected);
    const auto monthly = amountIn(listed.monthly, listed, "monthly", run, isRejected);
    if (isRejected) {
        return {};
    }
    if (!hourly && !monthly) {
        run.skip("no-price", listed.line, listed.machine.name);
        return {};
    }
    if (listed.currency.empty()) {
        run.reject(listed.line,
                   "currency",
                   {},
                   ErrorCode::MissingField,
                   "nothing says which currency this is",
                   "name it when importing");
        return {};
    }
    std::vector<PriceComponent> components;
    const auto add = [&](Decimal amount, std::string_view unit, std::string_view text, ComponentKind kind) {
        PriceComponent component;
        component.kind = kind;
        component.unit = unit;
        component.unitText = unit;
        component.amount = amount;
        component.amountText = text;
        components.push_back(component);
    };
    if (hourly) {
        add(*hourly, "hour", listed.hourly, ComponentKind::Recurring);
    }
    if (monthly) {
        add(*monthly, "month", listed.monthly, hourly ? ComponentKind::MonthlyCap : ComponentKind::Recurring);
    }
    OfferRow offer;
    offer.provider = listed.machine.provider;
    offer.service = "compute";
    offer.family = listed.machine.family;
    offer.sku = listed.machine.name;
    offer.machine = listed.machine.name;
    offer.region = listed.region;
    offer.location = listed.region;
    offer.os = listed.os;
    offer.software = listed.software;
    offer.tenancy = listed.tenancy;
    offer.plan = listed.plan;
    offer.currency = listed.currency;
    offer.effectiveFrom = listed.date;
    offer.purchase = listed.purchase;
    offer.termMonths = listed.termMonths;
    offer.payment = listed.payment;
    offer.offeringClass = listed.offeringClass;
    offer.line = listed.line;
    const bool isFree =
        std::ranges::all_of(components, [](const PriceComponent& part) { return part.amount.isZero(); });
    offer.isMachinePrice = !isFree && (listed.termMonths == 0 || listed.purchase != Purchase::OnDemand);
    if (isFree) {
        run.warn(listed.line,
                 {},
                 listed.machine.name,
                 "the price is zero, which need not mean free",
                 "retired machines are often listed so; it is kept and not used");
    }
    offer.components = components;
    return run.offer(offer);
}

[[nodiscard]] std::optional<double>
number(const JsonElement& element, const JsonNode& node, std::string_view key)
{
    return leadingNumber(element.text(node, key));
}

[[nodiscard]] std::optional<double> gibOfMib(std::optional<double> mib)
{
    return mib ? std::optional(*mib / kMibPerGib) : std::nullopt;
}

[[nodiscard]] bool startsWithArray(const ByteSource& source)
{
    constexpr std::size_t kLookedAt = 256;
    const auto head = headOf(source, kLookedAt);
    return head && stripped(*head).starts_with('[');
}

// --- instances.vantage.sh
// ---------------------------------------------------------------------------------------------

struct VantageSystem
{
    std::string_view key;
    std::string_view os;
    std::string_view software;
    std::string_view tenancy;
};
constexpr std::array kVantageSystems = {
    VantageSystem{"linux", "linux", "", "shared"},
    VantageSystem{"mswin", "windows", "", "shared"},
    VantageSystem{"rhel", "rhel", "", "shared"},
    VantageSystem{"sles", "suse", "", "shared"},
    VantageSystem{"linuxSQL", "linux", "SQL Std", "shared"},
    VantageSystem{"linuxSQLWeb", "linux", "SQL Web", "shared"},
    VantageSystem{"linuxSQLEnterprise", "linux", "SQL Ent", "shared"},
    VantageSystem{"mswinSQL", "windows", "SQL Std", "shared"},
    VantageSystem{"mswinSQLWeb", "windows", "SQL Web", "shared"},
    VantageSystem{"mswinSQLEnterprise", "windows", "SQL Ent", "shared"},
    VantageSystem{"rhelSQL", "rhel", "SQL Std", "shared"},
    VantageSystem{"rhelSQLWeb", "rhel", "SQL Web", "shared"},
    VantageSystem{"rhelSQLEnterprise", "rhel", "SQL Ent", "shared"},
    VantageSystem{"ubuntu", "ubuntu-pro", "", "shared"},
    VantageSystem{"dedicated", "linux", "", "dedicated"},
};

/// "yrTerm1Standard.noUpfront": years, class, payment.
void readVantageTerm(std::string_view key, Listed& listed)
{
    listed.termMonths = key.starts_with("yrTerm1") ? 12 : key.starts_with("yrTerm3") ? 36 : 0;
    listed.offeringClass = key.find("Convertible") != std::string_view::npos ? "convertible" : "standard";
    listed.payment = key.ends_with(".noUpfront")        ? Payment::None
                     : key.ends_with(".partialUpfront") ? Payment::Partial
                     : key.ends_with(".allUpfront")     ? Payment::All
                                                        : Payment::Unknown;
    listed.plan = "effective hourly rate, upfront part spread over the term";
}

Result<void>
readVantagePrices(const JsonElement& element, const JsonNode& prices, Listed listed, ImportRun& run)
{
    const auto system = std::ranges::find(kVantageSystems, prices.key, &VantageSystem::key);
    if (system == kVantageSystems.end()) {
        run.skip("other-software", listed.line, prices.key);
        return {};
    }
    listed.os = system->os;
    listed.software = system->software;
    listed.tenancy = system->tenancy;
    Result<void> result;
    const auto give = [&](std::string_view text) {
        if (result && !text.empty() && text != "N/A" && text != "0") {
            listed.hourly = text;
            result = emit(listed, run);
        }
    };
    give(element.text(prices, "ondemand"));
    listed.purchase = Purchase::Spot;
    give(element.text(prices, "spot_avg"));
    listed.purchase = Purchase::Reserved;
    if (const JsonNode* reserved = element.find(prices, "reserved")) {
        element.forEach(*reserved, [&](const JsonNode& term) {
            readVantageTerm(term.key, listed);
            give(term.text);
        });
    }
    return result;
}

} // namespace

Result<void> readVantage(const ByteSource& source, Encoding encoding, ImportRun& run)
{
    run.sheet().provider = "aws";
    run.sheet().title = "instances.vantage.sh";
    run.sheet().currency = "USD";
    return walkJson(source,
                    encoding,
                    run,
                    {startsWithArray(source) ? JsonPath{"*"} : JsonPath{}},
                    [&](const JsonElement& element,
                        const JsonCutter::Event& event,
                        const std::vector<std::string>&) -> Result<void> {
                        const JsonNode& root = element.root();
                        Listed listed;
                        listed.line = event.line;
                        listed.currency = "USD"; // the site lists US dollars only
                        listed.machine = {.provider = "aws",
                                          .name = std::string(element.text(root, "instance_type")),
                                          .family = std::string(element.text(root, "family")),
                                          .vcpus = number(element, root, "vCPU"),
                                          .memoryGib = number(element, root, "memory"),
                                          .architecture = {},
                                          .processor = std::string(element.text(root, "physical_processor")),
                                          .accelerator = std::string(element.text(root, "GPU_model")),
                                          .acceleratorCount = number(element, root, "GPU"),
                                          .acceleratorMemoryGib = {},
                                          .network = std::string(element.text(root, "network_performance")),
                                          .storage = {}};
                        const JsonNode* pricing = element.find(root, "pricing");
                        if (listed.machine.name.empty() || pricing == nullptr) {
                            run.reject(event.line,
                                       "instance_type",
                                       {},
                                       ErrorCode::MissingField,
                                       "a record without instance_type or pricing");
                            return {};
                        }
                        if (const auto total = number(element, root, "GPU_memory");
                            total && listed.machine.acceleratorCount.value_or(0) > 0) {
                            listed.machine.acceleratorMemoryGib = *total / *listed.machine.acceleratorCount;
                        }
                        Result<void> result;
                        element.forEach(*pricing, [&](const JsonNode& region) {
                            listed.region = region.key;
                            element.forEach(region, [&](const JsonNode& prices) {
                                if (result) {
                                    result = readVantagePrices(element, prices, listed, run);
                                }
                            });
                        });
                        return result;
                    });
}

namespace {

/// "eu-(paris)", "us-east-(verizon)---nashville": a display name in lower case with dashes.
[[nodiscard]] std::string flatRegion(std::string_view label)
{
    if (label.find('(') == std::string_view::npos) {
        return std::string(label);
    }
    static constexpr std::array<std::string_view, 40> kNames = {"US East (N. Virginia)",
                                                                "US East (Ohio)",
                                                                "US West (N. California)",
                                                                "US West (Oregon)",
                                                                "Canada (Central)",
                                                                "Canada West (Calgary)",
                                                                "South America (Sao Paulo)",
                                                                "Mexico (Central)",
                                                                "EU (Ireland)",
                                                                "EU (London)",
                                                                "EU (Paris)",
                                                                "EU (Frankfurt)",
                                                                "EU (Zurich)",
                                                                "EU (Stockholm)",
                                                                "EU (Milan)",
                                                                "EU (Spain)",
                                                                "Africa (Cape Town)",
                                                                "Israel (Tel Aviv)",
                                                                "Middle East (Bahrain)",
                                                                "Middle East (UAE)",
                                                                "Asia Pacific (Hong Kong)",
                                                                "Asia Pacific (Taipei)",
                                                                "Asia Pacific (Tokyo)",
                                                                "Asia Pacific (Seoul)",
                                                                "Asia Pacific (Osaka)",
                                                                "Asia Pacific (Singapore)",
                                                                "Asia Pacific (Sydney)",
                                                                "Asia Pacific (Jakarta)",
                                                                "Asia Pacific (Melbourne)",
                                                                "Asia Pacific (Malaysia)",
                                                                "Asia Pacific (Thailand)",
                                                                "Asia Pacific (Mumbai)",
                                                                "Asia Pacific (Hyderabad)",
                                                                "AWS GovCloud (US)",
                                                                "AWS GovCloud (US-West)",
                                                                "AWS GovCloud (US-East)",
                                                                "China (Beijing)",
                                                                "China (Ningxia)",
                                                                "Europe (Ireland)",
                                                                "Europe (Frankfurt)"};
    for (const std::string_view name : kNames) {
        std::string key = lowered(name);
        std::ranges::replace(key, ' ', '-');
        if (key == label) {
            return std::string(awsRegionOf(name));
        }
    }
    return std::string(label);
}

} // namespace

Result<void> readAwsFlat(const ByteSource& source, Encoding encoding, ImportRun& run)
{
    run.sheet().provider = "aws";
    run.sheet().title = "EC2 on-demand list";
    return walkJson(
        source,
        encoding,
        run,
        {{"*"}},
        [&](const JsonElement& element,
            const JsonCutter::Event& event,
            const std::vector<std::string>&) -> Result<void> {
            const JsonNode& root = element.root();
            const JsonNode* attributes = element.find(root, "attributes");
            if (attributes == nullptr) {
                run.reject(event.line, "attributes", {}, ErrorCode::MissingField, "a row without attributes");
                return {};
            }
            Listed listed;
            listed.line = event.line;
            listed.machine.provider = "aws";
            listed.machine.name = element.text(*attributes, "instanceType");
            listed.machine.vcpus = number(element, *attributes, "vcpu");
            listed.machine.memoryGib = number(element, *attributes, "memory"); // AWS writes GB and means GiB
            listed.os = lowered(element.text(*attributes, "operatingSystem"));
            listed.region = flatRegion(element.text(root, "region"));
            const std::string_view unit = element.text(root, "unit");
            listed.currency = currencyOf(unit);
            if (parseUnitOfMeasure(unit).unit.find("hour") == std::string::npos) {
                run.skip("other-unit", event.line, unit);
                return {};
            }
            listed.hourly = element.text(root, "pricePerUnit");
            return emit(listed, run);
        });
}

Result<void> readLinode(const ByteSource& source, Encoding encoding, ImportRun& run)
{
    run.sheet().provider = "linode";
    run.sheet().title = "Linode types";
    run.sheet().currency = "USD";
    return walkJson(source,
                    encoding,
                    run,
                    {{"data", "*"}},
                    [&](const JsonElement& element,
                        const JsonCutter::Event& event,
                        const std::vector<std::string>&) -> Result<void> {
                        const JsonNode& root = element.root();
                        Listed listed;
                        listed.line = event.line;
                        listed.currency = "USD"; // the interface lists US dollars
                        listed.region = "all";
                        listed.machine.provider = "linode";
                        listed.machine.name = element.text(root, "id");
                        listed.machine.family = element.text(root, "class");
                        listed.machine.vcpus = number(element, root, "vcpus");
                        listed.machine.memoryGib = gibOfMib(number(element, root, "memory"));
                        if (const auto gpus = number(element, root, "gpus"); gpus && *gpus > 0) {
                            listed.machine.acceleratorCount = gpus;
                            listed.machine.accelerator = element.text(root, "label");
                        }
                        const JsonNode* price = element.find(root, "price");
                        if (price != nullptr) {
                            listed.hourly = element.text(*price, "hourly");
                            listed.monthly = element.text(*price, "monthly");
                        }
                        if (auto emitted = emit(listed, run); !emitted) {
                            return emitted;
                        }
                        Result<void> result; // regions with prices of their own, in newer answers
                        if (const JsonNode* regional = element.find(root, "region_prices")) {
                            element.forEach(*regional, [&](const JsonNode& entry) {
                                listed.region = element.text(entry, "id");
                                listed.hourly = element.text(entry, "hourly");
                                listed.monthly = element.text(entry, "monthly");
                                result = result ? emit(listed, run) : result;
                            });
                        }
                        return result;
                    });
}

Result<void> readVultr(const ByteSource& source, Encoding encoding, ImportRun& run)
{
    run.sheet().provider = "vultr";
    run.sheet().title = "Vultr plans";
    run.sheet().currency = "USD";
    return walkJson(source,
                    encoding,
                    run,
                    {{"plans", "*"}},
                    [&](const JsonElement& element,
                        const JsonCutter::Event& event,
                        const std::vector<std::string>&) -> Result<void> {
                        const JsonNode& root = element.root();
                        Listed listed;
                        listed.line = event.line;
                        listed.currency = "USD"; // the interface lists US dollars
                        listed.machine.provider = "vultr";
                        listed.machine.name = element.text(root, "id");
                        listed.machine.family = element.text(root, "type");
                        listed.machine.vcpus = number(element, root, "vcpu_count");
                        listed.machine.memoryGib = gibOfMib(number(element, root, "ram"));
                        listed.hourly = element.text(root, "hourly_cost");
                        listed.monthly = element.text(root, "monthly_cost");
                        const JsonNode* locations = element.find(root, "locations");
                        bool hasLocation = false;
                        Result<void> result;
                        if (locations != nullptr) {
                            element.forEach(*locations, [&](const JsonNode& location) {
                                hasLocation = true;
                                listed.region = location.text;
                                result = result ? emit(listed, run) : result;
                            });
                        }
                        if (!hasLocation) {
                            listed.region = "all";
                            return emit(listed, run);
                        }
                        return result;
                    });
}

Result<void> readDigitalOcean(const ByteSource& source, Encoding encoding, ImportRun& run)
{
    run.sheet().provider = "digitalocean";
    run.sheet().title = "DigitalOcean sizes";
    run.sheet().currency = "USD";
    return walkJson(source,
                    encoding,
                    run,
                    {{"sizes", "*"}},
                    [&](const JsonElement& element,
                        const JsonCutter::Event& event,
                        const std::vector<std::string>&) -> Result<void> {
                        const JsonNode& root = element.root();
                        Listed listed;
                        listed.line = event.line;
                        listed.currency = "USD"; // the interface lists US dollars
                        listed.machine.provider = "digitalocean";
                        listed.machine.name = element.text(root, "slug");
                        listed.machine.family = element.text(root, "description");
                        listed.machine.vcpus = number(element, root, "vcpus");
                        listed.machine.memoryGib = gibOfMib(number(element, root, "memory"));
                        if (const JsonNode* gpu = element.find(root, "gpu_info")) {
                            listed.machine.accelerator = element.text(*gpu, "model");
                            listed.machine.acceleratorCount = number(element, *gpu, "count");
                        }
                        listed.hourly = element.text(root, "price_hourly");
                        listed.monthly = element.text(root, "price_monthly");
                        Result<void> result;
                        if (const JsonNode* regions = element.find(root, "regions")) {
                            element.forEach(*regions, [&](const JsonNode& region) {
                                listed.region = region.text;
                                result = result ? emit(listed, run) : result;
                            });
                        }
                        return result;
                    });
}

Result<void> readHetzner(const ByteSource& source, Encoding encoding, ImportRun& run)
{
    run.sheet().provider = "hetzner";
    run.sheet().title = "Hetzner server types";
    std::string currency = run.options().currency.empty() ? "EUR" : run.options().currency;
    return walkJson(
        source,
        encoding,
        run,
        {{"server_types", "*"}},
        [&](const JsonElement& element,
            const JsonCutter::Event& event,
            const std::vector<std::string>&) -> Result<void> {
            const JsonNode& root = element.root();
            Listed listed;
            listed.line = event.line;
            listed.currency = currency; // the account's; euro unless told otherwise
            listed.machine.provider = "hetzner";
            listed.machine.name = element.text(root, "name");
            listed.machine.family = element.text(root, "cpu_type");
            listed.machine.architecture = element.text(root, "architecture") == "arm" ? "arm64" : "x86_64";
            listed.machine.vcpus = number(element, root, "cores");
            listed.machine.memoryGib = number(element, root, "memory");
            Result<void> result;
            if (const JsonNode* prices = element.find(root, "prices")) {
                element.forEach(*prices, [&](const JsonNode& price) {
                    listed.region = element.text(price, "location");
                    const JsonNode* hourly = element.find(price, "price_hourly");
                    const JsonNode* monthly = element.find(price, "price_monthly");
                    listed.hourly =
                        hourly == nullptr ? std::string_view{} : element.text(*hourly, "net"); // net of VAT
                    listed.monthly = monthly == nullptr ? std::string_view{} : element.text(*monthly, "net");
                    result = result ? emit(listed, run) : result;
                });
            }
            return result;
        });
}

Result<void> readEuCloudPrices(const ByteSource& source, Encoding encoding, ImportRun& run)
{
    std::string provider = "custom";
    std::string date;
    return walkJson(
        source,
        encoding,
        run,
        {{"instances", "*"}},
        [&](const JsonElement& element,
            const JsonCutter::Event& event,
            const std::vector<std::string>&) -> Result<void> {
            const JsonNode& root = element.root();
            Listed listed;
            listed.line = event.line;
            listed.date = date;
            listed.currency = element.text(root, "currency");
            listed.region = element.text(root, "location");
            listed.machine.provider = provider;
            listed.machine.name = element.text(root, "id");
            listed.machine.family = element.text(root, "category");
            const std::string_view arch = element.text(root, "architecture");
            listed.machine.architecture = arch.starts_with("arm")   ? "arm64"
                                          : arch.starts_with("x86") ? "x86_64"
                                                                    : "";
            listed.machine.vcpus = number(element, root, "vcpu");
            listed.machine.memoryGib = number(element, root, "ram_gb");
            listed.hourly = element.text(root, "price_hourly");
            listed.monthly = element.text(root, "price_monthly");
            return emit(listed, run);
        },
        [&](const std::vector<std::string>& path, std::string_view text) {
            if (path.size() == 1 && path[0] == "provider") {
                provider = text;
                run.sheet().provider = text;
                run.sheet().title = fmt::format("eu-cloud-prices {}", text);
            } else if (path.size() == 1 && path[0] == "fetched_at") {
                date = text.substr(0, 10);
                run.sheet().published = text;
            }
        });
}

Result<void> readScaleway(const ByteSource& source, Encoding encoding, ImportRun& run)
{
    run.sheet().provider = "scaleway";
    run.sheet().title = "Scaleway servers";
    const std::string currency = run.options().currency.empty() ? "EUR" : run.options().currency;
    return walkJson(source,
                    encoding,
                    run,
                    {{"servers", "*"}},
                    [&](const JsonElement& element,
                        const JsonCutter::Event& event,
                        const std::vector<std::string>& path) -> Result<void> {
                        const JsonNode& root = element.root();
                        Listed listed;
                        listed.line = event.line;
                        listed.currency = currency; // Scaleway sells in euro
                        listed.region = run.options().regions.empty() ? "all" : run.options().regions.front();
                        listed.machine.provider = "scaleway";
                        listed.machine.name = path.back();
                        listed.machine.vcpus = number(element, root, "ncpus");
                        if (const auto bytes = number(element, root, "ram")) {
                            listed.machine.memoryGib = *bytes / (kMibPerGib * kMibPerGib * kMibPerGib);
                        }
                        listed.machine.acceleratorCount = number(element, root, "gpu");
                        listed.machine.architecture = element.text(root, "arch");
                        listed.hourly = element.text(root, "hourly_price");
                        listed.monthly = element.text(root, "monthly_price");
                        return emit(listed, run);
                    });
}

Result<void> readOvh(const ByteSource& source, Encoding encoding, ImportRun& run)
{
    run.sheet().provider = "ovh";
    run.sheet().title = "OVHcloud public cloud catalogue";
    std::string currency = run.options().currency;
    return walkJson(
        source,
        encoding,
        run,
        {{"addons", "*"}},
        [&](const JsonElement& element,
            const JsonCutter::Event& event,
            const std::vector<std::string>&) -> Result<void> {
            const JsonNode& root = element.root();
            const std::string_view code = element.text(root, "planCode");
            if (element.text(root, "product") != "publiccloud-instance") {
                run.skip("other-product", event.line, element.text(root, "product"));
                return {};
            }
            Listed listed;
            listed.line = event.line;
            listed.machine.provider = "ovh";
            listed.machine.name = code.substr(0, code.find('.'));
            const std::size_t zone = code.find(".consumption.");
            listed.region = zone == std::string_view::npos ? "all" : std::string(code.substr(zone + 13));
            listed.os = code.starts_with("win-") ? "windows" : "linux";
            if (const JsonNode* blobs = element.find(root, "blobs")) {
                if (const JsonNode* technical = element.find(*blobs, "technical")) {
                    const JsonNode* cpu = element.find(*technical, "cpu");
                    const JsonNode* memory = element.find(*technical, "memory");
                    const JsonNode* gpu = element.find(*technical, "gpu");
                    listed.machine.vcpus = cpu == nullptr ? std::nullopt : number(element, *cpu, "cores");
                    listed.machine.memoryGib =
                        memory == nullptr ? std::nullopt : number(element, *memory, "size");
                    if (gpu != nullptr) {
                        listed.machine.accelerator = element.text(*gpu, "model");
                        listed.machine.acceleratorCount = number(element, *gpu, "number");
                    }
                }
            }
            Result<void> result;
            const JsonNode* pricings = element.find(root, "pricings");
            if (pricings == nullptr) {
                return {};
            }
            element.forEach(*pricings, [&](const JsonNode& pricing) {
                // Whole numbers of 1e-8 of the currency; the formatted price is rounded, and tax stands
                // apart.
                auto price = model::parseDecimal(element.text(pricing, "price"));
                const std::string_view unit = element.text(pricing, "intervalUnit");
                if (!price || (unit != "hour" && unit != "month")) {
                    run.skip("other-unit", event.line, unit);
                    return;
                }
                constexpr int kPlaces = 8;
                const std::string amount =
                    Decimal{price->coefficient(), price->exponent() - kPlaces}.toText();
                listed.hourly = unit == "hour" ? std::string_view(amount) : std::string_view{};
                listed.monthly = unit == "month" ? std::string_view(amount) : std::string_view{};
                listed.plan = unit == "month" ? "monthly" : "";
                listed.currency =
                    currency.empty() ? currencyOf(element.text(pricing, "formattedPrice")) : currency;
                result = result ? emit(listed, run) : result;
            });
            return result;
        },
        [&](const std::vector<std::string>& path, std::string_view text) {
            if (path.back() == "currencyCode" && currency.empty()) {
                currency = text;
            }
        });
}

namespace {

/// Oracle's units are words: "OCPU Per Hour", "10,000 GB Memory-Seconds", "1MIL Function Invocations".
[[nodiscard]] UnitOfMeasure oracleUnit(std::string_view metric)
{
    UnitOfMeasure unit;
    std::string text(metric);
    std::erase(text, ',');
    std::string_view rest = text;
    if (rest.starts_with("1MIL ")) {
        unit.block = Decimal{1, 6};
        rest.remove_prefix(5);
    } else if (rest.starts_with("Million ")) {
        unit.block = Decimal{1, 6};
        rest.remove_prefix(8);
    } else {
        const UnitOfMeasure counted = parseUnitOfMeasure(rest);
        unit.block = counted.block;
        while (!rest.empty() && ((rest.front() >= '0' && rest.front() <= '9') || rest.front() == ' ')) {
            rest.remove_prefix(1);
        }
        if (rest.starts_with("K ")) {
            rest.remove_prefix(2);
        }
    }
    const std::string words = lowered(rest);
    const auto is = [&](const char* text2) {
        return words == text2;
    };
    unit.unit = is("ocpu per hour")                               ? "ocpu-hour"
                : is("gpu per hour")                              ? "gpu-hour"
                : is("gigabyte storage capacity per month")       ? "gb-month"
                : is("gigabyte per hour")                         ? "gb-hour"
                : is("gigabyte outbound data transfer per month") ? "gb"
                : is("terabyte storage capacity per month")       ? "tb-month"
                                                                  : words;
    return unit;
}

} // namespace

Result<void> readOracle(const ByteSource& source, Encoding encoding, ImportRun& run)
{
    run.sheet().provider = "oracle";
    run.sheet().title = "Oracle Cloud price list";
    return walkJson(
        source,
        encoding,
        run,
        {{"items", "*"}},
        [&](const JsonElement& element,
            const JsonCutter::Event& event,
            const std::vector<std::string>&) -> Result<void> {
            const JsonNode& root = element.root();
            const JsonNode* currencies = element.find(root, "currencyCodeLocalizations");
            if (currencies == nullptr) {
                run.reject(event.line,
                           "currencyCodeLocalizations",
                           element.text(root, "partNumber"),
                           ErrorCode::MissingField,
                           "an item without prices");
                return {};
            }
            const std::string_view metric = element.text(root, "metricName");
            const UnitOfMeasure unit = oracleUnit(metric);
            Result<void> result;
            element.forEach(*currencies, [&](const JsonNode& currency) {
                std::vector<PriceComponent> tiers;
                const JsonNode* prices = element.find(currency, "prices");
                if (prices == nullptr) {
                    return;
                }
                element.forEach(*prices, [&](const JsonNode& price) {
                    const std::string_view text = element.text(price, "value");
                    auto amount = model::parseDecimal(text);
                    auto from = model::parseDecimal(
                        element.text(price, "rangeMin").empty() ? "0" : element.text(price, "rangeMin"));
                    auto to = model::parseDecimal(element.text(price, "rangeMax").empty()
                                                      ? "999999999999999"
                                                      : element.text(price, "rangeMax"));
                    if (!amount || !from || !to) {
                        run.reject(event.line,
                                   "value",
                                   text,
                                   ErrorCode::InvalidSyntax,
                                   "the price or its range is no number");
                        return;
                    }
                    constexpr double kOpen = 999'999'999.0; // nines from here on stand for infinity
                    PriceComponent tier;
                    tier.unit = unit.unit;
                    tier.unitText = metric;
                    tier.amount = dividedBy(*amount, unit.block);
                    tier.block = unit.block;
                    tier.amountText = text;
                    tier.from = *from;
                    tier.to = to->toDouble() >= kOpen ? std::nullopt : std::optional(*to);
                    tier.kind = unit.unit.ends_with("-hour") && unit.unit != "gb-hour"
                                    ? ComponentKind::Recurring
                                    : ComponentKind::Usage;
                    tiers.push_back(tier);
                });
                if (tiers.empty() || !result) {
                    return;
                }
                std::ranges::sort(tiers, {}, [](const PriceComponent& tier) { return tier.from.toDouble(); });
                OfferRow offer;
                offer.provider = "oracle";
                offer.service = element.text(root, "serviceCategory");
                offer.family = offer.service;
                offer.sku = element.text(root, "partNumber");
                offer.description = element.text(root, "displayName");
                offer.region = "all"; // one price everywhere
                offer.currency = element.text(currency, "currencyCode");
                offer.line = event.line;
                offer.components = tiers;
                result = run.offer(offer);
            });
            return result;
        });
}

} // namespace wherewithal::providers
