// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/import/prices/Detect.h"

#include "providers/import/prices/ImportRun.h"
#include "providers/import/prices/JsonCutter.h"
#include "providers/import/prices/SheetTable.h"

#include <algorithm>
#include <array>
#include <set>

namespace wherewithal::providers {

using model::failure;
using model::Result;

namespace {

constexpr std::array kFormats = {
    FormatInfo{"aws-offer-csv",
               "AWS offer file, CSV",
               "first line FormatVersion, or a header with SKU, RateCode and PricePerUnit",
               ""},
    FormatInfo{
        "aws-offer-json", "AWS offer file, JSON", "formatVersion, offerCode and products or terms", ""},
    FormatInfo{"aws-price-list",
               "AWS Price List Query API, products as JSON texts",
               "product and terms in one object, or PriceList",
               ""},
    FormatInfo{"aws-savings-plan-csv",
               "AWS savings plans, CSV",
               "a header with DiscountedSKU and DiscountedRate",
               ""},
    FormatInfo{"aws-savings-plan-json", "AWS savings plans, JSON", "terms.savingsPlan", ""},
    FormatInfo{"azure-retail",
               "Azure Retail Prices API, pages or items",
               "Items and BillingCurrency, or items with meterId and retailPrice",
               ""},
    FormatInfo{"azure-price-sheet",
               "Azure price sheet (EA or MCA), CSV",
               "a header with MeterID, UnitOfMeasure, UnitPrice and PriceType or Term",
               ""},
    FormatInfo{"gcp-skus", "Google Cloud Billing Catalog, SKUs", "skus with pricingInfo", ""},
    FormatInfo{"gcp-console-csv",
               "Google Cloud console, pricing export",
               "a header with SKU ID, Tiered usage start and List price",
               ""},
    FormatInfo{"focus", "FOCUS bill (observed rates)", "a header with BilledCost and ChargeCategory", ""},
    FormatInfo{
        "skypilot", "SkyPilot catalogue, CSV", "a header with InstanceType, AcceleratorName and Price", ""},
    FormatInfo{"gpuhunt", "gpuhunt catalogue, CSV", "a header with instance_name, gpu_name and price", ""},
    FormatInfo{"opencost",
               "OpenCost custom pricing, CSV",
               "a header with EndTimestamp, InstanceID and MarketPriceHourly",
               ""},
    FormatInfo{"vantage", "instances.vantage.sh instance records", "instance_type and pricing by region", ""},
    FormatInfo{"aws-flat-json",
               "flat list of EC2 prices",
               "an array of objects with attributes.instanceType and pricePerUnit",
               ""},
    FormatInfo{
        "oracle", "Oracle Cloud price list", "items with partNumber and currencyCodeLocalizations", ""},
    FormatInfo{"ovh", "OVHcloud public cloud catalogue", "addons with planCode and pricings", ""},
    FormatInfo{"scaleway", "Scaleway product list", "servers with hourly_price", ""},
    FormatInfo{"linode", "Linode types", "data with class, price and vcpus", ""},
    FormatInfo{"vultr", "Vultr plans", "plans with vcpu_count and monthly_cost", ""},
    FormatInfo{"digitalocean", "DigitalOcean sizes", "sizes with price_hourly", ""},
    FormatInfo{"hetzner", "Hetzner server types", "server_types with prices", ""},
    FormatInfo{"eu-cloud-prices", "eu-cloud-prices provider file", "provider, fetched_at and instances", ""},
    FormatInfo{"gcosts", "gcosts pricing.yml", "about, compute and gcosts' address", ""},
    FormatInfo{"xlsx",
               "Excel workbook (XLSX): its first worksheet with a table, read like a CSV",
               "a zip with xl/workbook.xml",
               ""},
    FormatInfo{"csv",
               "any table of comma-separated values, through a mapping",
               "a header line and a column of prices",
               ""},
    // Known, and no price sheet:
    FormatInfo{"aws-service-index",
               "AWS index of services",
               "offers with versionIndexUrl",
               "it lists services only: open the currentVersionUrl of a service (or a region's file behind "
               "currentRegionIndexUrl) and import that"},
    FormatInfo{"aws-version-index",
               "AWS index of versions",
               "versions with offerVersionUrl",
               "it lists versions only: open the offerVersionUrl of one version and import that file"},
    FormatInfo{"aws-region-index",
               "AWS index of regions",
               "regions with currentVersionUrl or versionUrl",
               "it lists regions only: open the version address of one region (ending in index.csv or "
               "index.json) and import that file"},
    FormatInfo{"aws-savings-plan-region-index",
               "AWS savings-plan index of regions",
               "regions with versionUrl",
               "it lists regions only: open the versionUrl of one region (ending in index.csv or index.json) "
               "and import that file"},
    FormatInfo{"aws-calculator",
               "AWS pricing-calculator feed",
               "manifest, sets and regions with rateCode",
               "its prices carry no units, so they cannot be read safely: import the service's offer file "
               "(index.csv or index.json) instead"},
    FormatInfo{"azure-cost-export",
               "Azure cost export",
               "usage columns such as MeterCategory, UsageDateTime or Cost",
               "it lists what was used and paid, not prices: download the price sheet of the agreement, or "
               "pages of the Retail Prices API"},
    FormatInfo{"azure-unit-table",
               "table of Azure units of measure",
               "UnitOfMeasure and PricingBlockSize",
               "it lists units, not prices; unit blocks are known to the program already"},
    FormatInfo{"region-table",
               "table of region names",
               "OriginalValue, RegionId and RegionName",
               "it lists region names, not prices"},
    FormatInfo{"gcosts-machines",
               "gcosts machine types or availability",
               "NAME;CPUS;SHARED_CPU;MEMORY_GB",
               "it lists shapes, not prices: import the SKUs of the Cloud Billing Catalog, or pricing.yml"},
    FormatInfo{"gcosts-mapping",
               "gcosts mapping of SKUs",
               "MAPPING and SKU_DESCRIPTION",
               "it says which SKUs make up a shape, and holds no prices: import the SKUs of the Cloud "
               "Billing Catalog"},
    FormatInfo{"exchange-rates",
               "exchange rates of the European Central Bank",
               "SDMX: dataSets and structure",
               "it holds exchange rates, not prices: give them as exchange rates"},
    FormatInfo{"html",
               "web page",
               "HTML",
               "a page instead of data, often a sign-in or error page: download the file itself"},
    FormatInfo{
        "pdf", "PDF document", "%PDF", "export the table as CSV, or download the provider's price file"},
    FormatInfo{
        "xls", "old Excel workbook or Office document", "OLE2 signature", "save the sheet as CSV (UTF-8)"},
    FormatInfo{"office",
               "Office document without worksheets",
               "a zip with [Content_Types].xml, or an OpenDocument mimetype",
               "save the table as XLSX or CSV (UTF-8) and import that"},
    FormatInfo{
        "zip", "archive within an archive", "PK", "unpack the outer archive and import what is inside"},
    FormatInfo{"parquet",
               "Parquet file",
               "PAR1",
               "export it as CSV (for a FOCUS bill, the provider offers that too)"},
    FormatInfo{"sqlite", "SQLite database", "SQLite format 3", "export the price table as CSV"},
    FormatInfo{"xml", "XML document", "<?xml", "fetch the JSON or CSV form of it"},
    FormatInfo{"binary", "binary file", "zero bytes", "it is no text: export the prices as CSV or JSON"},
    FormatInfo{"unknown",
               "unknown file",
               "nothing that we know",
               "give the format by name, or a mapping for a table"},
};

/// Names at the first two levels of a JSON text, as far as the head shows them.
struct JsonShape
{
    bool isArray = false;
    std::set<std::string, std::less<>> keys; ///< members of the root
    std::string_view text;

    [[nodiscard]] bool has(std::string_view key) const { return keys.contains(key); }
    [[nodiscard]] bool mentions(std::string_view key) const
    {
        return text.find("\"" + std::string(key) + "\"") != std::string_view::npos;
    }
};

JsonShape shapeOf(std::string_view text)
{
    JsonShape shape;
    shape.isArray = text.starts_with('[');
    shape.text = text;
    auto stream = memorySource(text, {})->open();
    JsonCutter cutter(std::move(*stream), {{"*"}});
    constexpr int kMaxEvents = 10'000;
    for (int i = 0; i < kMaxEvents; ++i) {
        const auto event = cutter.next();
        if (!event) {
            break;
        }
        if (!shape.isArray && !cutter.path().empty()) {
            shape.keys.insert(cutter.path().front());
        }
        if (event->kind == JsonCutter::Kind::End || event->kind == JsonCutter::Kind::Cut) {
            break;
        }
    }
    return shape;
}

std::string_view jsonFormat(const JsonShape& shape)
{
    const auto has = [&](std::string_view key) {
        return shape.has(key);
    };
    const auto mentions = [&](std::string_view key) {
        return shape.mentions(key);
    };
    if (has("manifest") && has("sets")) {
        return "aws-calculator";
    }
    // An item of the query API also has a publication date.
    if (has("product") && has("terms")) {
        return "aws-price-list";
    }
    if (has("formatVersion") || has("offerCode") || has("publicationDate")) {
        if (has("offers")) {
            return "aws-service-index";
        }
        if (has("versions")) {
            return "aws-version-index";
        }
        if (has("regions")) {
            return mentions("currentVersionUrl") || !mentions("versionUrl") ? "aws-region-index"
                   : mentions("offerCode")                                  ? "aws-region-index"
                                                                            : "aws-savings-plan-region-index";
        }
        if (!has("products") && !has("terms")) {
            return "unknown";
        }
        return mentions("savingsPlan") || mentions("regionCode")
                   ? (has("offerCode") ? "aws-offer-json" : "aws-savings-plan-json")
                   : "aws-offer-json";
    }
    if (has("PriceList")
        || ((shape.isArray || has("product")) && shape.text.find("serviceCode") != std::string_view::npos
            && shape.text.find("priceDimensions") != std::string_view::npos)) {
        return "aws-price-list";
    }
    if (has("products") && has("terms")) {
        return mentions("savingsPlan") ? "aws-savings-plan-json" : "aws-offer-json";
    }
    if (has("dataSets") && has("structure")) {
        return "exchange-rates";
    }
    if (has("Items") || (mentions("retailPrice") && (mentions("meterName") || mentions("meterId")))) {
        return "azure-retail";
    }
    if (has("skus") || (shape.isArray && mentions("pricingInfo"))) {
        return "gcp-skus";
    }
    if (mentions("currencyCodeLocalizations")) {
        return "oracle";
    }
    if (has("addons") || (has("plans") && mentions("planCode"))) {
        return "ovh";
    }
    if (mentions("instance_type") && mentions("pricing")) {
        return "vantage";
    }
    if (has("server_types")) {
        return "hetzner";
    }
    if (has("plans") && mentions("monthly_cost")) {
        return "vultr";
    }
    if (has("sizes") && mentions("price_hourly")) {
        return "digitalocean";
    }
    if (has("servers") && mentions("hourly_price")) {
        return "scaleway";
    }
    if (has("data") && mentions("class") && mentions("vcpus")) {
        return "linode";
    }
    if (has("instances") && has("provider")) {
        return "eu-cloud-prices";
    }
    if (shape.isArray && mentions("instanceType") && mentions("pricePerUnit")) {
        return "aws-flat-json";
    }
    return "unknown";
}

std::string_view csvFormat(const std::vector<std::string>& header)
{
    std::set<std::string, std::less<>> keys;
    for (const std::string& cell : header) {
        keys.insert(headerKey(cell));
        keys.insert(columnKey(cell));
    }
    const auto has = [&](std::string_view key) {
        return keys.contains(key);
    };
    if (has("discountedsku") && has("discountedrate")) {
        return "aws-savings-plan-csv";
    }
    if (has("sku") && has("priceperunit") && (has("ratecode") || has("termtype"))) {
        return "aws-offer-csv";
    }
    if (has("billedcost") && has("chargecategory")) {
        return "focus";
    }
    if (has("unitofmeasure") && has("pricingblocksize")) {
        return "azure-unit-table";
    }
    if (has("originalvalue") && has("regionid") && has("regionname")) {
        return "region-table";
    }
    if (has("mapping") && has("skudescription")) {
        return "gcosts-mapping";
    }
    if (has("cpus") && has("sharedcpu") && has("memorygb")) {
        return "gcosts-machines";
    }
    const bool hasMeter = has("meterid") || has("metercategory") || has("metername");
    const bool hasUse = has("usagedatetime") || has("usagequantity") || has("pretaxcost")
                        || has("costinbillingcurrency") || (has("quantity") && has("cost"));
    if (hasMeter && hasUse) {
        return "azure-cost-export";
    }
    if (hasMeter && has("unitofmeasure") && (has("unitprice") || has("marketprice") || has("baseprice"))) {
        return "azure-price-sheet";
    }
    if (has("skuid") && has("tieredusagestart")) {
        return "gcp-console-csv";
    }
    if (has("instancetype") && has("acceleratorname") && has("price")) {
        return "skypilot";
    }
    if (has("instancename") && has("gpuname") && has("price")) {
        return "gpuhunt";
    }
    if (has("endtimestamp") && has("instanceid") && has("marketpricehourly")) {
        return "opencost";
    }
    return "csv";
}

/// The first lines of a table, split by one separator.
std::vector<std::vector<std::string>> firstRows(std::string_view text, char separator, std::size_t count)
{
    std::vector<std::vector<std::string>> rows;
    CsvReader reader(std::move(*memorySource(text, {})->open()), {.separator = separator, .quote = '"'});
    CsvTextRow row;
    while (rows.size() < count) {
        const auto more = reader.next(row);
        if (!more || !*more) {
            break;
        }
        rows.emplace_back(row.cells.begin(), row.cells.end());
    }
    return rows;
}

/// The separator under which the lines agree best on a number of columns.
char separatorOf(std::string_view text)
{
    char best = ',';
    std::size_t bestScore = 0;
    for (const char separator : {',', ';', '\t', '|'}) {
        constexpr std::size_t kRows = 30;
        const auto rows = firstRows(text, separator, kRows);
        std::size_t agreeing = 0;
        const std::size_t width = rows.empty() ? 0 : rows[rows.size() / 2].size();
        for (const auto& row : rows) {
            agreeing += row.size() == width ? 1U : 0U;
        }
        const std::size_t score =
            width < 2 ? std::size_t{0} : agreeing * 100 + std::min<std::size_t>(width, 50);
        if (score > bestScore) {
            best = separator;
            bestScore = score;
        }
    }
    return best;
}

/// True if the cells name columns: texts, mostly distinct, hardly a number among them.
bool looksLikeHeader(const std::vector<std::string>& cells)
{
    std::size_t texts = 0;
    for (const std::string& cell : cells) {
        const bool hasLetter = std::ranges::any_of(cell, [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
                   || (static_cast<unsigned char>(c) & 0x80U) != 0;
        });
        const bool startsWithDigit = !cell.empty() && cell.front() >= '0' && cell.front() <= '9';
        texts += hasLetter && !startsWithDigit ? 1U : 0U;
    }
    return cells.size() > 1 && texts * 2 >= cells.size() && texts >= 2;
}

void detectCsv(std::string_view text, Detection& found)
{
    found.dialect.separator = separatorOf(text);
    constexpr std::size_t kRows = 20;
    const auto rows = firstRows(text, found.dialect.separator, kRows);
    if (!rows.empty() && columnKey(rows[0][0]) == "formatversion") {
        found.format = "aws-offer-csv";
        for (const auto& row : rows) {
            if (csvFormat(row) == "aws-savings-plan-csv") {
                found.format = "aws-savings-plan-csv";
            }
        }
        return;
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (!looksLikeHeader(rows[i])) {
            continue;
        }
        found.header = rows[i];
        found.headerLine = i + 1;
        found.format = csvFormat(rows[i]);
        return;
    }
    found.format = "unknown";
}

bool mentionsEarly(std::string_view text, std::string_view word)
{
    constexpr std::size_t kEarly = 2048;
    return text.substr(0, kEarly).find(word) != std::string_view::npos;
}

} // namespace

std::span<const FormatInfo> formats()
{
    return kFormats;
}

const FormatInfo* findFormat(std::string_view name)
{
    const auto found = std::ranges::find(kFormats, name, &FormatInfo::name);
    return found == kFormats.end() ? nullptr : &*found;
}

Detection detect(std::string_view head)
{
    Detection found;
    using namespace std::string_view_literals;
    constexpr std::array kSignatures = {
        std::pair{"%PDF"sv, "pdf"sv},
        std::pair{"\xd0\xcf\x11\xe0"sv, "xls"sv},
        std::pair{"PAR1"sv, "parquet"sv},
        std::pair{"SQLite format 3"sv, "sqlite"sv},
        std::pair{"PK\x03\x04"sv, "zip"sv},
    };
    for (const auto& [signature, format] : kSignatures) {
        if (head.starts_with(signature)) {
            found.format = format;
            return found;
        }
    }
    found.encoding = guessEncoding(head);
    if (found.encoding == Encoding::Utf8 && head.substr(0, 4096).find('\0') != std::string_view::npos) {
        found.format = "binary";
        return found;
    }
    std::string text(head.size() * 2 + 64, '\0');
    TextStream stream(std::move(*memorySource(head, {})->open()), found.encoding, found.invalidBytes);
    std::size_t size = 0;
    while (size + 16 < text.size()) {
        const auto got = stream.read(std::span(text).subspan(size));
        if (!got || *got == 0) {
            break;
        }
        size += *got;
    }
    text.resize(size);
    const std::string_view body = stripped(text);
    if (body.empty()) {
        found.format = "unknown";
    } else if (body.starts_with('{') || body.starts_with('[')) {
        found.format = jsonFormat(shapeOf(body));
    } else if (body.starts_with('<')) {
        found.format = mentionsEarly(lowered(body.substr(0, 2048)), "<html")
                               || mentionsEarly(lowered(body.substr(0, 2048)), "<!doctype html")
                           ? "html"
                           : "xml";
    } else if ((body.starts_with("---") || body.starts_with("about:") || body.starts_with("compute:"))
               && mentionsEarly(body, "about:")) {
        found.format = "gcosts";
    } else {
        if (found.encoding == Encoding::Utf8 && found.invalidBytes > 0) {
            found.encoding = Encoding::Windows1252; // what spreadsheet programs in Europe still write
        }
        detectCsv(body, found);
    }
    return found;
}

Result<Detection> detect(const ByteSource& source)
{
    auto head = headOf(source, kDetectionHead);
    if (!head) {
        return failure(head.error());
    }
    return detect(*head);
}

} // namespace wherewithal::providers
