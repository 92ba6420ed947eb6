// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/import/prices/CsvMapping.h"

#include "providers/import/prices/ImportRun.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <utility>

namespace wherewithal::providers {

using model::ErrorCode;
using model::failure;
using model::Result;

namespace {

struct NamedTarget
{
    Target target;
    std::string_view name;
};

constexpr std::array kTargets = {
    NamedTarget{Target::Machine, "machine"},
    NamedTarget{Target::Provider, "provider"},
    NamedTarget{Target::Region, "region"},
    NamedTarget{Target::Zone, "zone"},
    NamedTarget{Target::Os, "os"},
    NamedTarget{Target::Sku, "sku"},
    NamedTarget{Target::Family, "family"},
    NamedTarget{Target::Description, "description"},
    NamedTarget{Target::Tenancy, "tenancy"},
    NamedTarget{Target::Vcpus, "vcpus"},
    NamedTarget{Target::Memory, "memory"},
    NamedTarget{Target::Price, "price"},
    NamedTarget{Target::PriceHour, "price_hour"},
    NamedTarget{Target::PriceMonth, "price_month"},
    NamedTarget{Target::SpotPrice, "spot_price"},
    NamedTarget{Target::Upfront, "upfront"},
    NamedTarget{Target::Term, "term"},
    NamedTarget{Target::Payment, "payment"},
    NamedTarget{Target::Purchase, "purchase"},
    NamedTarget{Target::IsSpot, "is_spot"},
    NamedTarget{Target::Currency, "currency"},
    NamedTarget{Target::Unit, "unit"},
    NamedTarget{Target::Accelerator, "accelerator"},
    NamedTarget{Target::AcceleratorCount, "accelerator_count"},
    NamedTarget{Target::AcceleratorMemory, "accelerator_memory_gib"},
    NamedTarget{Target::GpuInfo, "gpu_info"},
    NamedTarget{Target::EffectiveFrom, "effective_from"},
    NamedTarget{Target::Architecture, "architecture"},
    NamedTarget{Target::Storage, "storage"},
    NamedTarget{Target::Network, "network"},
};

/// Names that columns bear in the wild, as columnKey writes them (letters beyond ASCII drop out: "Größe" is
/// "gre").
struct Synonyms
{
    Target target;
    std::string_view keys; ///< blank-separated
};

constexpr std::array kSynonyms = {
    Synonyms{Target::Machine,
             "instancetype machinetype instance instancename machine type typename shape size flavor flavour "
             "vmsize plan "
             "server servertype servertyp instanztyp instanz typ maschine modell name armskuname apiname "
             "product produkt"},
    Synonyms{Target::Provider, "provider vendor cloud anbieter"},
    Synonyms{
        Target::Region,
        "region regioncode regionid location datacenter datacentre armregionname standort ort rgion lieu"},
    Synonyms{Target::Zone, "availabilityzone zone az"},
    Synonyms{Target::Os, "os operatingsystem betriebssystem platform"},
    Synonyms{Target::Sku, "sku skuid partnumber artikelnummer"},
    Synonyms{Target::Family, "family productfamily category kategorie series"},
    Synonyms{Target::Description, "description beschreibung comment"},
    Synonyms{Target::Tenancy, "tenancy"},
    Synonyms{Target::Vcpus, "vcpu vcpus cpu cpus cores core kerne vcores cpucount cpukerne vcpucount"},
    Synonyms{Target::Memory,
             "memory memorygib memorygb memorymib memorymb ram ramgb ramgib rammb mem memgib memgb "
             "arbeitsspeicher speicher hauptspeicher"},
    Synonyms{Target::Currency, "currency currencycode whrung waehrung devise"},
    Synonyms{Target::Unit, "unit einheit priceunit billingunit"},
    Synonyms{Target::Accelerator, "gpu gpuname gpumodel gputype accelerator acceleratorname"},
    Synonyms{Target::AcceleratorCount, "gpucount gpus acceleratorcount numgpus gpuanzahl"},
    Synonyms{Target::AcceleratorMemory, "gpumemory gpumemorygib gpumemorygb vram vramgb vramgib"},
    Synonyms{Target::EffectiveFrom,
             "effectivedate effectivefrom validfrom date datum gltigab gueltigab stand"},
    Synonyms{Target::Architecture, "arch architecture architektur"},
    Synonyms{Target::Storage, "storage disk diskgb localdisk festplatte storagegb"},
    Synonyms{Target::Network, "network netzwerk bandwidth networkperformance"},
    Synonyms{Target::Purchase, "purchase purchaseoption pricingmodel billingmodel preismodell"},
    Synonyms{Target::Term, "term leaselength laufzeit termmonths"},
    Synonyms{Target::Payment, "payment paymentoption zahlung"},
    Synonyms{Target::Upfront, "upfront upfrontfee anzahlung upfrontprice"},
    Synonyms{Target::IsSpot, "spot isspot"},
};

[[nodiscard]] bool holdsWord(std::string_view words, std::string_view wanted)
{
    while (!words.empty()) {
        const std::size_t blank = std::min(words.find(' '), words.size());
        if (words.substr(0, blank) == wanted) {
            return true;
        }
        words.remove_prefix(std::min(blank + 1, words.size()));
    }
    return false;
}

/// Which price a header cell announces, if any.
[[nodiscard]] std::optional<Target> priceTarget(std::string_view cell)
{
    const std::string lower = lowered(cell);
    const auto has = [&](const char* word) {
        return lower.find(word) != std::string::npos;
    };
    const bool isPrice = has("price") || has("preis") || has("cost") || has("kosten") || has("rate")
                         || has("tarif") || has("prix") || has("hourly") || has("monthly") || has("on-demand")
                         || has("ondemand") || has("on demand") || has("usd") || has("eur");
    if (!isPrice || has("currency") || has("date") || has("rates")) {
        return std::nullopt;
    }
    if (has("spot") || has("preempt")) {
        return Target::SpotPrice;
    }
    if (has("upfront")) {
        return Target::Upfront;
    }
    if (has("month") || has("monat") || has("/mo") || has("mois")) {
        return Target::PriceMonth;
    }
    return has("hour") || has("stunde") || has("/h") || has("hr") || has("heure") ? Target::PriceHour
                                                                                  : Target::Price;
}

[[nodiscard]] std::optional<Target> targetOf(std::string_view cell)
{
    const std::string key = columnKey(cell);
    for (const Synonyms& synonyms : kSynonyms) {
        if (holdsWord(synonyms.keys, key)) {
            return synonyms.target;
        }
    }
    if (const auto price = priceTarget(cell)) {
        return price;
    }
    // "RAM (GB)", "Arbeitsspeicher in GiB", "vCPU cores": the words before a bracket or blank decide.
    const std::string first = columnKey(cell.substr(0, std::min(cell.find_first_of("(["), cell.size())));
    for (const Synonyms& synonyms : kSynonyms) {
        if (first != key && holdsWord(synonyms.keys, first)) {
            return synonyms.target;
        }
    }
    return std::nullopt;
}

[[nodiscard]] std::string memoryUnitOf(std::string_view cell)
{
    const std::string lower = lowered(cell);
    return lower.find("mib") != std::string::npos   ? "mib"
           : lower.find("mb") != std::string::npos  ? "mb"
           : lower.find("gib") != std::string::npos ? "gib"
                                                    : "gb";
}

/// The decimal sign that the values of a column are written with.
[[nodiscard]] NumberNotation notationOf(const std::vector<std::string>& values, char separator)
{
    int comma = 0; // votes for a comma as decimal sign, against it if negative
    for (const std::string& value : values) {
        const std::size_t lastComma = value.rfind(',');
        const std::size_t lastPoint = value.rfind('.');
        const auto digitsAfter = [&](std::size_t at) {
            std::size_t count = 0;
            while (at + 1 + count < value.size() && value[at + 1 + count] >= '0'
                   && value[at + 1 + count] <= '9') {
                ++count;
            }
            return count;
        };
        if (lastComma != std::string::npos && lastPoint != std::string::npos) {
            comma += lastComma > lastPoint ? 10 : -10;
        } else if (lastComma != std::string::npos) {
            const bool isLeadingZero =
                lastComma > 0 && value[lastComma - 1] == '0'
                && (lastComma == 1 || value[lastComma - 2] < '0' || value[lastComma - 2] > '9');
            comma += digitsAfter(lastComma) != 3 || isLeadingZero ? 3 : separator == ';' ? 1 : -1;
        } else if (lastPoint != std::string::npos) {
            const bool isLeadingZero =
                lastPoint > 0 && value[lastPoint - 1] == '0'
                && (lastPoint == 1 || value[lastPoint - 2] < '0' || value[lastPoint - 2] > '9');
            comma += digitsAfter(lastPoint) != 3 || isLeadingZero ? -3 : separator == ';' ? 0 : -1;
        }
    }
    return comma > 0 ? NumberNotation{.decimal = ',', .grouping = '.'} : NumberNotation{};
}

} // namespace

std::string_view name(Target target)
{
    return std::ranges::find(kTargets, target, &NamedTarget::target)->name;
}

std::optional<Target> parseTarget(std::string_view text)
{
    const auto found = std::ranges::find(kTargets, text, &NamedTarget::name);
    return found == kTargets.end() ? std::nullopt : std::optional(found->target);
}

Result<CsvMapping> parseMapping(std::string_view json)
{
    constexpr std::size_t kMost = 1U << 20U;
    if (json.size() > kMost) {
        return failure(ErrorCode::TooLarge, "mapping", "a mapping is a small file");
    }
    const nlohmann::json root = nlohmann::json::parse(json, nullptr, false);
    if (!root.is_object()) {
        return failure(ErrorCode::InvalidSyntax,
                       "mapping",
                       "a mapping is a JSON object",
                       "see resources/profiles for examples");
    }
    CsvMapping mapping;
    const auto texts = std::array{std::pair{"name", &mapping.name},
                                  std::pair{"provider", &mapping.provider},
                                  std::pair{"service", &mapping.service},
                                  std::pair{"currency", &mapping.currency},
                                  std::pair{"region", &mapping.region},
                                  std::pair{"os", &mapping.os},
                                  std::pair{"unit", &mapping.unit},
                                  std::pair{"memory_unit", &mapping.memoryUnit},
                                  std::pair{"purchase", &mapping.purchase}};
    for (const auto& [key, value] : root.items()) {
        const std::string where = "mapping." + key;
        if (key == "columns") {
            if (!value.is_object()) {
                return failure(ErrorCode::WrongType, where, "expected an object of target and column");
            }
            for (const auto& [target, column] : value.items()) {
                const auto known = parseTarget(target);
                if (!known) {
                    return failure(ErrorCode::UnknownKey,
                                   fmt::format("{}.{}", where, target),
                                   fmt::format("no target is called '{}'", target));
                }
                if (!column.is_string()) {
                    return failure(
                        ErrorCode::WrongType, fmt::format("{}.{}", where, target), "expected the name of a column");
                }
                mapping.columns[*known] = column.get<std::string>();
            }
            continue;
        }
        if (key == "header_line") {
            if (!value.is_number_unsigned()) {
                return failure(ErrorCode::WrongType, where, "expected a line number");
            }
            mapping.headerLine = value.get<std::size_t>();
            continue;
        }
        if (!value.is_string()) {
            return failure(ErrorCode::WrongType, where, "expected a text");
        }
        const std::string text = value.get<std::string>();
        const auto known = std::ranges::find_if(texts, [&](const auto& entry) { return key == entry.first; });
        if (known != texts.end()) {
            *known->second = text;
        } else if (key == "separator" && (text.size() == 1 || text == "tab")) {
            mapping.separator = text == "tab" ? '\t' : text[0];
        } else if (key == "decimal" && (text == "." || text == ",")) {
            mapping.notation.decimal = text[0];
            if (!root.contains("grouping")) {
                mapping.notation.grouping = text == "," ? '.' : ',';
            }
        } else if (key == "grouping" && text.size() <= 1) {
            mapping.notation.grouping = text.empty() ? '\0' : text[0];
        } else if (key == "encoding") {
            for (const Encoding encoding :
                 {Encoding::Utf8, Encoding::Utf16Le, Encoding::Utf16Be, Encoding::Windows1252}) {
                if (text == name(encoding)) {
                    mapping.encoding = encoding;
                }
            }
            if (!mapping.encoding) {
                return failure(ErrorCode::UnknownName,
                               where,
                               fmt::format("unknown encoding '{}'", shortened(text)),
                               "utf-8, utf-16le, utf-16be or windows-1252");
            }
        } else {
            return failure(
                ErrorCode::UnknownKey, where, fmt::format("unknown key or value '{}'", shortened(text)));
        }
    }
    return mapping;
}

std::string mappingJson(const CsvMapping& mapping)
{
    nlohmann::ordered_json root;
    const auto put = [&](const char* key, const std::string& value, const std::string& usual) {
        if (value != usual) {
            root[key] = value;
        }
    };
    const CsvMapping usual;
    root["name"] = mapping.name;
    put("provider", mapping.provider, usual.provider);
    put("service", mapping.service, usual.service);
    put("currency", mapping.currency, usual.currency);
    put("region", mapping.region, usual.region);
    put("os", mapping.os, usual.os);
    put("unit", mapping.unit, usual.unit);
    put("memory_unit", mapping.memoryUnit, usual.memoryUnit);
    put("purchase", mapping.purchase, usual.purchase);
    if (mapping.separator) {
        root["separator"] =
            *mapping.separator == '\t' ? std::string("tab") : std::string(1, *mapping.separator);
    }
    if (mapping.encoding) {
        root["encoding"] = std::string(name(*mapping.encoding));
    }
    root["decimal"] = std::string(1, mapping.notation.decimal);
    root["grouping"] =
        mapping.notation.grouping == '\0' ? std::string() : std::string(1, mapping.notation.grouping);
    if (mapping.headerLine > 0) {
        root["header_line"] = mapping.headerLine;
    }
    for (const auto& [target, column] : mapping.columns) {
        root["columns"][std::string(name(target))] = column;
    }
    return root.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

CsvMapping proposeMapping(const Detection& detection, const std::vector<std::vector<std::string>>& sample)
{
    CsvMapping mapping;
    mapping.name = "proposed";
    mapping.separator = detection.dialect.separator;
    mapping.encoding = detection.encoding;
    mapping.headerLine = detection.headerLine;
    std::vector<std::string> prices;
    for (std::size_t i = 0; i < detection.header.size(); ++i) {
        const std::string& cell = detection.header[i];
        const auto target = targetOf(cell);
        if (!target || mapping.columns.contains(*target)) {
            continue;
        }
        mapping.columns[*target] = cell;
        if (*target == Target::Memory) {
            mapping.memoryUnit = memoryUnitOf(cell);
        }
        const bool isPrice = *target == Target::Price || *target == Target::PriceHour
                             || *target == Target::PriceMonth || *target == Target::SpotPrice
                             || *target == Target::Upfront;
        if (!isPrice) {
            continue;
        }
        if (mapping.currency.empty()) {
            mapping.currency = currencyOf(cell);
        }
        for (const auto& row : sample) {
            if (i < row.size()) {
                prices.push_back(row[i]);
                if (mapping.currency.empty()) {
                    mapping.currency = currencyOf(row[i]);
                }
            }
        }
    }
    mapping.notation = notationOf(prices, detection.dialect.separator);
    return mapping;
}

} // namespace wherewithal::providers
