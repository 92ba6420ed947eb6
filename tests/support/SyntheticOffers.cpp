// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/SyntheticOffers.h"

#include "model/base/Random.h"

#include <array>
#include <fmt/format.h>
#include <iterator>
#include <vector>

namespace wherewithal::testing {

namespace {

using model::splitMix64;

constexpr std::string_view kAlphabet = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

/// One product, as both forms write it.
struct Product
{
    std::string sku;
    std::string machine;
    std::string family;
    std::string vcpu;
    std::string memory;
    std::string os;
    std::string software;
    std::string tenancy;
    std::string capacity;
    std::string location;
    std::string region;
    std::string operation;
    std::string usageType;
    bool isInstance = true;
    double hourly = 0.0;
};

struct TermInfo
{
    std::string_view code;
    std::string_view lease;
    std::string_view option;
    std::string_view offeringClass;
};

constexpr std::array kTerms = {
    TermInfo{"38NPMPTW36", "3yr", "Partial Upfront", "standard"},
    TermInfo{"4NA7Y494T4", "1yr", "No Upfront", "standard"},
    TermInfo{"6QCMYABX3D", "1yr", "All Upfront", "standard"},
    TermInfo{"7NE97W5U4E", "1yr", "No Upfront", "convertible"},
    TermInfo{"BPH4J8HBKS", "3yr", "No Upfront", "standard"},
    TermInfo{"CUZHX8X6JH", "1yr", "Partial Upfront", "convertible"},
    TermInfo{"HU7G6KETJZ", "1yr", "Partial Upfront", "standard"},
    TermInfo{"MZU6U2429S", "3yr", "All Upfront", "convertible"},
    TermInfo{"NQ3QZPMQV9", "3yr", "All Upfront", "standard"},
    TermInfo{"R5XV2EPZQZ", "3yr", "Partial Upfront", "convertible"},
    TermInfo{"VJWZNREJX2", "1yr", "All Upfront", "convertible"},
    TermInfo{"Z2E3P23VKM", "3yr", "No Upfront", "convertible"},
};

template <std::size_t N>
std::string_view pick(const std::array<std::string_view, N>& choices, std::uint64_t& state)
{
    return choices[splitMix64(state) % N];
}

Product makeProduct(std::uint64_t& state)
{
    constexpr std::array<std::string_view, 14> kSeries = {
        "m5", "m6i", "c5d", "c6g", "r5", "r7g", "i3en", "g5", "p4d", "t3", "m7a", "c7i", "x2iedn", "z1d"};
    constexpr std::array<std::string_view, 9> kSizes = {
        "large", "xlarge", "2xlarge", "4xlarge", "8xlarge", "12xlarge", "16xlarge", "24xlarge", "metal"};
    constexpr std::array<std::string_view, 4> kSystems = {"Linux", "Windows", "RHEL", "SUSE"};
    constexpr std::array<std::string_view, 4> kSoftware = {"NA", "SQL Web", "SQL Std", "SQL Ent"};
    constexpr std::array<std::string_view, 3> kTenancies = {"Shared", "Dedicated", "Host"};
    constexpr std::array<std::string_view, 3> kCapacities = {
        "Used", "AllocatedCapacityReservation", "UnusedCapacityReservation"};
    constexpr std::array<std::array<std::string_view, 2>, 4> kPlaces = {
        {{"US East (N. Virginia)", "us-east-1"},
         {"EU (Frankfurt)", "eu-central-1"},
         {"Asia Pacific (Tokyo)", "ap-northeast-1"},
         {"South America (Sao Paulo)", "sa-east-1"}}};
    constexpr std::array<std::string_view, 3> kOthers = {"Storage", "Data Transfer", "Load Balancer"};
    Product product;
    for (int i = 0; i < 16; ++i) {
        product.sku.push_back(kAlphabet[splitMix64(state) % kAlphabet.size()]);
    }
    product.isInstance = splitMix64(state) % 10 != 0;
    const auto& place = kPlaces[splitMix64(state) % kPlaces.size()];
    product.location = place[0];
    product.region = place[1];
    if (!product.isInstance) {
        product.family = pick(kOthers, state);
        product.usageType = "DataTransfer-Out-Bytes";
        product.hourly = 0.01 + static_cast<double>(splitMix64(state) % 900) / 10'000.0;
        return product;
    }
    const std::string_view size = pick(kSizes, state);
    product.machine = fmt::format("{}.{}", pick(kSeries, state), size);
    product.family = size == "metal" ? "Compute Instance (bare metal)" : "Compute Instance";
    const std::uint64_t cores = 2ULL << (splitMix64(state) % 7);
    product.vcpu = fmt::format("{}", cores);
    product.memory = fmt::format("{} GiB", cores * 4);
    product.os = pick(kSystems, state);
    product.software = pick(kSoftware, state);
    product.tenancy = pick(kTenancies, state);
    product.capacity = pick(kCapacities, state);
    product.operation = "RunInstances:0002";
    product.usageType = fmt::format("BoxUsage:{}", product.machine);
    product.hourly =
        static_cast<double>(cores) * (0.02 + static_cast<double>(splitMix64(state) % 1000) / 20'000.0);
    return product;
}

constexpr std::array<std::string_view, 91> kHeader = {"SKU",
                                                      "OfferTermCode",
                                                      "RateCode",
                                                      "TermType",
                                                      "PriceDescription",
                                                      "EffectiveDate",
                                                      "StartingRange",
                                                      "EndingRange",
                                                      "Unit",
                                                      "PricePerUnit",
                                                      "Currency",
                                                      "RelatedTo",
                                                      "LeaseContractLength",
                                                      "PurchaseOption",
                                                      "OfferingClass",
                                                      "Product Family",
                                                      "serviceCode",
                                                      "Location",
                                                      "Location Type",
                                                      "Instance Type",
                                                      "Current Generation",
                                                      "Instance Family",
                                                      "vCPU",
                                                      "Physical Processor",
                                                      "Clock Speed",
                                                      "Memory",
                                                      "Storage",
                                                      "Network Performance",
                                                      "Processor Architecture",
                                                      "Storage Media",
                                                      "Volume Type",
                                                      "Max Volume Size",
                                                      "Max IOPS/volume",
                                                      "Max IOPS Burst Performance",
                                                      "Max throughput/volume",
                                                      "Provisioned",
                                                      "Tenancy",
                                                      "EBS Optimized",
                                                      "Operating System",
                                                      "License Model",
                                                      "Group",
                                                      "Group Description",
                                                      "Transfer Type",
                                                      "From Location",
                                                      "From Location Type",
                                                      "To Location",
                                                      "To Location Type",
                                                      "usageType",
                                                      "operation",
                                                      "AvailabilityZone",
                                                      "CapacityStatus",
                                                      "ClassicNetworkingSupport",
                                                      "Dedicated EBS Throughput",
                                                      "ECU",
                                                      "Elastic Graphics Type",
                                                      "Enhanced Networking Supported",
                                                      "From Region Code",
                                                      "GPU",
                                                      "GPU Memory",
                                                      "Instance",
                                                      "Instance Capacity - 10xlarge",
                                                      "Instance Capacity - 12xlarge",
                                                      "Instance Capacity - 16xlarge",
                                                      "Instance Capacity - 18xlarge",
                                                      "Instance Capacity - 24xlarge",
                                                      "Instance Capacity - 2xlarge",
                                                      "Instance Capacity - 32xlarge",
                                                      "Instance Capacity - 4xlarge",
                                                      "Instance Capacity - 8xlarge",
                                                      "Instance Capacity - 9xlarge",
                                                      "Instance Capacity - large",
                                                      "Instance Capacity - medium",
                                                      "Instance Capacity - metal",
                                                      "Instance Capacity - xlarge",
                                                      "instanceSKU",
                                                      "Intel AVX2 Available",
                                                      "Intel AVX Available",
                                                      "Intel Turbo Available",
                                                      "MarketOption",
                                                      "Normalization Size Factor",
                                                      "Physical Cores",
                                                      "Pre Installed S/W",
                                                      "Processor Features",
                                                      "Product Type",
                                                      "Region Code",
                                                      "Resource Type",
                                                      "serviceName",
                                                      "SnapshotArchiveFeeType",
                                                      "To Region Code",
                                                      "Volume API Name",
                                                      "VPCNetworkingSupport"};

/// Appends cells: quoted unless empty.
class RowWriter
{
public:
    explicit RowWriter(std::string& out)
        : m_out(out)
    {}
    void cell(std::string_view text)
    {
        if (!m_isFirst) {
            m_out.push_back(',');
        }
        m_isFirst = false;
        if (!text.empty()) {
            m_out.append(1, '"').append(text).append(1, '"');
        }
    }
    void blanks(int count)
    {
        for (int i = 0; i < count; ++i) {
            cell({});
        }
    }
    void end()
    {
        m_out.push_back('\n');
        m_isFirst = true;
    }

private:
    std::string& m_out;
    bool m_isFirst = true;
};

/// What differs between the rows of one product.
struct RowInfo
{
    std::string_view term;
    std::string rateCode;
    bool isReserved = false;
    bool isUpfront = false;
    std::string price;
    const TermInfo* info = nullptr;
};

void csvRow(std::string& out, const Product& p, const RowInfo& row)
{
    RowWriter w(out);
    const auto instance = [&](std::string_view text) {
        w.cell(p.isInstance ? text : std::string_view{});
    };
    w.cell(p.sku);
    w.cell(row.term);
    w.cell(row.rateCode);
    w.cell(row.isReserved ? "Reserved" : "OnDemand");
    w.cell(row.isUpfront ? std::string("Upfront Fee")
                         : fmt::format("{} with {} (Amazon VPC), {} {}",
                                       p.os,
                                       p.software,
                                       p.machine,
                                       row.isReserved ? "reserved instance applied" : "per instance hour"));
    w.cell("2025-09-12");
    w.cell(row.isUpfront ? "" : "0");
    w.cell(row.isUpfront ? "" : "Inf");
    w.cell(row.isUpfront ? "Quantity" : p.isInstance ? "Hrs" : "GB");
    w.cell(row.price);
    w.cell("USD");
    w.blanks(1);
    w.cell(row.info == nullptr ? "" : row.info->lease);
    w.cell(row.info == nullptr ? "" : row.info->option);
    w.cell(row.info == nullptr ? "" : row.info->offeringClass);
    w.cell(p.family);
    w.cell("AmazonEC2");
    w.cell(p.location);
    w.cell("AWS Region");
    instance(p.machine);
    instance("Yes");
    instance("General purpose");
    instance(p.vcpu);
    instance("Intel Xeon 8375C (Ice Lake)");
    instance("3.5 GHz");
    instance(p.memory);
    instance("EBS only");
    instance("Up to 12500 Megabit");
    instance("64-bit");
    w.blanks(7);
    instance(p.tenancy);
    w.blanks(1);
    instance(p.os);
    instance("No License required");
    w.blanks(7);
    w.cell(p.usageType);
    w.cell(p.operation);
    instance("NA");
    instance(p.capacity);
    instance("false");
    instance("Up to 10000 Mbps");
    instance("NA");
    w.blanks(1);
    instance("Yes");
    w.blanks(2);
    instance("NA");
    w.blanks(16);
    instance("Yes");
    instance("Yes");
    instance("Yes");
    instance("OnDemand");
    instance("4");
    w.blanks(1);
    instance(p.software);
    instance("Intel AVX; Intel AVX2; Intel AVX512; Intel Turbo");
    w.blanks(1);
    w.cell(p.region);
    w.blanks(1);
    w.cell("Amazon Elastic Compute Cloud");
    w.blanks(3);
    instance("true");
    w.end();
}

/// The rows of a product: on-demand, then the reservations with their upfront parts.
std::vector<RowInfo> rowsOf(const Product& p)
{
    std::vector<RowInfo> rows;
    rows.push_back({.term = "JRTCKXETXF",
                    .rateCode = p.sku + ".JRTCKXETXF.6YS6EN2CT7",
                    .price = fmt::format("{:.10f}", p.hourly)});
    if (!p.isInstance || p.capacity != "Used" || p.tenancy == "Host") {
        return rows;
    }
    for (const TermInfo& info : kTerms) {
        const bool isAll = info.option == "All Upfront";
        const double rate = p.hourly * (info.lease == "3yr" ? 0.4 : 0.63);
        rows.push_back({.term = info.code,
                        .rateCode = fmt::format("{}.{}.6YS6EN2CT7", p.sku, info.code),
                        .isReserved = true,
                        .price = fmt::format("{:.10f}",
                                             isAll                         ? 0.0
                                             : info.option == "No Upfront" ? rate
                                                                           : rate / 2),
                        .info = &info});
        if (info.option != "No Upfront") {
            const double hours = info.lease == "3yr" ? 26280.0 : 8760.0;
            rows.push_back({.term = info.code,
                            .rateCode = fmt::format("{}.{}.2TG2D8R56U", p.sku, info.code),
                            .isReserved = true,
                            .isUpfront = true,
                            .price = fmt::format("{:.0f}", rate * hours / (isAll ? 1.0 : 2.0)),
                            .info = &info});
        }
    }
    return rows;
}

void jsonProduct(std::string& out, const Product& p)
{
    const auto attribute = [&](std::string_view key, std::string_view value, bool isLast = false) {
        if (!value.empty()) {
            fmt::format_to(
                std::back_inserter(out), "        \"{}\" : \"{}\"{}\n", key, value, isLast ? "" : ",");
        }
    };
    fmt::format_to(std::back_inserter(out),
                   "    \"{0}\" : {{\n      \"sku\" : \"{0}\",\n      \"productFamily\" : \"{1}\",\n      "
                   "\"attributes\" : {{\n",
                   p.sku,
                   p.family);
    attribute("servicecode", "AmazonEC2");
    attribute("location", p.location);
    attribute("locationType", "AWS Region");
    if (p.isInstance) {
        attribute("instanceType", p.machine);
        attribute("currentGeneration", "Yes");
        attribute("instanceFamily", "General purpose");
        attribute("vcpu", p.vcpu);
        attribute("physicalProcessor", "Intel Xeon 8375C (Ice Lake)");
        attribute("clockSpeed", "3.5 GHz");
        attribute("memory", p.memory);
        attribute("storage", "EBS only");
        attribute("networkPerformance", "Up to 12500 Megabit");
        attribute("processorArchitecture", "64-bit");
        attribute("tenancy", p.tenancy);
        attribute("operatingSystem", p.os);
        attribute("licenseModel", "No License required");
        attribute("availabilityzone", "NA");
        attribute("capacitystatus", p.capacity);
        attribute("dedicatedEbsThroughput", "Up to 10000 Mbps");
        attribute("ecu", "NA");
        attribute("enhancedNetworkingSupported", "Yes");
        attribute("gpuMemory", "NA");
        attribute("intelAvxAvailable", "Yes");
        attribute("marketoption", "OnDemand");
        attribute("normalizationSizeFactor", "4");
        attribute("preInstalledSw", p.software);
        attribute("processorFeatures", "Intel AVX; Intel AVX2; Intel AVX512; Intel Turbo");
    }
    attribute("usagetype", p.usageType);
    attribute("operation", p.operation);
    attribute("regionCode", p.region);
    attribute("servicename", "Amazon Elastic Compute Cloud", true);
    out += "      }\n    }";
}

void jsonTerm(
    std::string& out, const Product& p, const std::vector<RowInfo>& rows, std::size_t begin, std::size_t end)
{
    const RowInfo& first = rows[begin];
    fmt::format_to(
        std::back_inserter(out),
        "        \"{0}.{1}\" : {{\n          \"offerTermCode\" : \"{1}\",\n          \"sku\" : \"{0}\",\n"
        "          \"effectiveDate\" : \"2025-09-01T00:00:00Z\",\n          \"priceDimensions\" : {{\n",
        p.sku,
        first.term);
    for (std::size_t i = begin; i < end; ++i) {
        const RowInfo& row = rows[i];
        fmt::format_to(std::back_inserter(out),
                       "            \"{0}\" : {{\n              \"rateCode\" : \"{0}\",\n              "
                       "\"description\" : \"{1}\",\n{2}"
                       "              \"unit\" : \"{3}\",\n              \"pricePerUnit\" : {{\n             "
                       "   \"USD\" : \"{4}\"\n              }},\n"
                       "              \"appliesTo\" : [ ]\n            }}{5}\n",
                       row.rateCode,
                       row.isUpfront ? "Upfront Fee"
                                     : fmt::format("${} per {} {} instance hour", row.price, p.os, p.machine),
                       row.isUpfront
                           ? ""
                           : "              \"endRange\" : \"Inf\",\n              \"beginRange\" : \"0\",\n",
                       row.isUpfront  ? "Quantity"
                       : p.isInstance ? "Hrs"
                                      : "GB",
                       row.price,
                       i + 1 < end ? "," : "");
    }
    out += "          },\n          \"termAttributes\" : {";
    if (first.info != nullptr) {
        fmt::format_to(std::back_inserter(out),
                       "\n            \"LeaseContractLength\" : \"{}\",\n            \"OfferingClass\" : "
                       "\"{}\",\n            \"PurchaseOption\" : \"{}\"\n          ",
                       first.info->lease,
                       first.info->offeringClass,
                       first.info->option);
    }
    out += " }\n        }";
}

} // namespace

void writeSyntheticEc2Csv(std::uint64_t bytes,
                          std::uint64_t seed,
                          const std::function<void(std::string_view)>& write)
{
    std::string out =
        "\"FormatVersion\",\"v1.0\"\n\"Disclaimer\",\"Synthetic: invented prices in the structure of an "
        "offer file\"\n"
        "\"Publication "
        "Date\",\"2025-09-12T22:53:08Z\"\n\"Version\",\"20250912225308\"\n\"OfferCode\",\"AmazonEC2\"\n";
    RowWriter header(out);
    for (const std::string_view name : kHeader) {
        header.cell(name);
    }
    header.end();
    std::uint64_t state = seed;
    std::uint64_t written = 0;
    while (written + out.size() < bytes) {
        const Product product = makeProduct(state);
        for (const RowInfo& row : rowsOf(product)) {
            csvRow(out, product, row);
        }
        constexpr std::size_t kPiece = 1U << 20U;
        if (out.size() > kPiece) {
            write(out);
            written += out.size();
            out.clear();
        }
    }
    write(out);
}

void writeSyntheticEc2Json(std::uint64_t bytes,
                           std::uint64_t seed,
                           const std::function<void(std::string_view)>& write)
{
    // The products of a size: about an eighth of the bytes are products, as in EC2's file.
    std::string out = "{\n  \"formatVersion\" : \"v1.0\",\n  \"disclaimer\" : \"Synthetic: invented prices "
                      "in the structure of an offer file\",\n"
                      "  \"offerCode\" : \"AmazonEC2\",\n  \"version\" : \"20250912225308\",\n  "
                      "\"publicationDate\" : \"2025-09-12T22:53:08Z\",\n  \"products\" : {\n";
    constexpr std::uint64_t kBytesPerProduct =
        4200; // product, on-demand term and its share of reservations, on average
    const std::uint64_t count = std::max<std::uint64_t>(bytes / kBytesPerProduct, 1);
    const auto flush = [&] {
        constexpr std::size_t kPiece = 1U << 20U;
        if (out.size() > kPiece) {
            write(out);
            out.clear();
        }
    };
    std::uint64_t state = seed;
    for (std::uint64_t i = 0; i < count; ++i) {
        jsonProduct(out, makeProduct(state));
        out += i + 1 < count ? ",\n" : "\n";
        flush();
    }
    out += "  },\n  \"terms\" : {\n";
    for (const bool isReserved : {false, true}) {
        out += isReserved ? "    \"Reserved\" : {\n" : "    \"OnDemand\" : {\n";
        state = seed;
        bool isFirst = true;
        for (std::uint64_t i = 0; i < count; ++i) {
            const Product product = makeProduct(state);
            const std::vector<RowInfo> rows = rowsOf(product);
            std::size_t begin = isReserved ? 1 : 0;
            const std::size_t end = isReserved ? rows.size() : 1;
            if (begin >= end) {
                continue;
            }
            out += isFirst ? "" : ",\n";
            isFirst = false;
            fmt::format_to(std::back_inserter(out), "      \"{}\" : {{\n", product.sku);
            while (begin < end) {
                std::size_t next = begin + 1;
                while (next < end && rows[next].term == rows[begin].term) {
                    ++next;
                }
                jsonTerm(out, product, rows, begin, next);
                out += next < end ? ",\n" : "\n";
                begin = next;
            }
            out += "      }";
            flush();
        }
        out += isReserved ? "\n    }\n" : "\n    },\n";
    }
    out += "  }\n}\n";
    write(out);
}

} // namespace wherewithal::testing
