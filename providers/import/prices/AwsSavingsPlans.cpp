// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/import/prices/AwsOffer.h"
#include "providers/import/prices/JsonCutter.h"
#include "providers/import/prices/Readers.h"

#include <charconv>
#include <fmt/format.h>
#include <unordered_map>

namespace wherewithal::providers {

using model::ErrorCode;
using model::failure;
using model::Result;

namespace {

constexpr int kMonthsPerYear = 12;

/// One discounted rate, whatever the file's shape.
struct Rate
{
    std::string_view sku;
    std::string_view rateCode;
    std::string_view unit;
    std::string_view effectiveFrom;
    std::string_view amount;
    std::string_view currency;
    std::string_view discountedSku;
    std::string_view service;
    std::string_view usageType;
    std::string_view operation;
    std::string_view purchaseOption;
    std::string_view leaseLength;
    std::string_view leaseUnit;
    std::string_view description;
    std::string_view family; ///< EC2InstanceSavingsPlans, ComputeSavingsPlans
    std::string_view region;
    std::string_view location;
    std::string_view machine;
};

[[nodiscard]] int termMonths(std::string_view length, std::string_view unit)
{
    int number = 0;
    std::from_chars(length.data(), length.data() + length.size(), number);
    constexpr int kMostYears = 100;
    if (number < 0 || number > kMostYears) {
        return 0;
    }
    return unit.starts_with("month") ? number : number * kMonthsPerYear;
}

[[nodiscard]] Payment paymentOf(std::string_view option)
{
    return option == "No Upfront"        ? Payment::None
           : option == "Partial Upfront" ? Payment::Partial
           : option == "All Upfront"     ? Payment::All
                                         : Payment::Unknown;
}

/// Unused capacity, hosts and dedicated-host rates are no prices of running an instance.
[[nodiscard]] bool isInstanceUsage(std::string_view usageType)
{
    return usageType.find("BoxUsage") != std::string_view::npos
               ? usageType.find("UnusedBox") == std::string_view::npos
                     && usageType.find("HostBoxUsage") == std::string_view::npos
               : usageType.find("DedicatedUsage") != std::string_view::npos;
}

/// "APE2-DedicatedUsage:r7g.medium" -> r7g.medium; older files have no column for it.
[[nodiscard]] std::string_view machineOf(std::string_view usageType)
{
    const std::size_t colon = usageType.rfind(':');
    return colon == std::string_view::npos ? std::string_view{} : usageType.substr(colon + 1);
}

/// The operation code names system and preinstalled software (EC2 user guide, "AMI billing information
/// fields").
struct OperationCode
{
    std::string_view operation;
    std::string_view os;
    std::string_view software;
    std::string_view licence;
};
constexpr std::array kOperations = {
    OperationCode{"RunInstances", "linux", "", ""},
    OperationCode{"RunInstances:0002", "windows", "", ""},
    OperationCode{"RunInstances:0800", "windows", "", "byol"},
    OperationCode{"RunInstances:0006", "windows", "SQL Std", ""},
    OperationCode{"RunInstances:0102", "windows", "SQL Ent", ""},
    OperationCode{"RunInstances:0202", "windows", "SQL Web", ""},
    OperationCode{"RunInstances:0004", "linux", "SQL Std", ""},
    OperationCode{"RunInstances:0100", "linux", "SQL Ent", ""},
    OperationCode{"RunInstances:0200", "linux", "SQL Web", ""},
    OperationCode{"RunInstances:0010", "rhel", "", ""},
    OperationCode{"RunInstances:0014", "rhel", "SQL Std", ""},
    OperationCode{"RunInstances:0110", "rhel", "SQL Ent", ""},
    OperationCode{"RunInstances:0210", "rhel", "SQL Web", ""},
    OperationCode{"RunInstances:1010", "rhel-ha", "", ""},
    OperationCode{"RunInstances:1014", "rhel-ha", "SQL Std", ""},
    OperationCode{"RunInstances:1110", "rhel-ha", "SQL Ent", ""},
    OperationCode{"RunInstances:000g", "suse", "", ""},
    OperationCode{"RunInstances:0g00", "ubuntu-pro", "", ""},
};

Result<void> emitRate(const Rate& rate, std::uint64_t line, ImportRun& run)
{
    if (auto counted = run.countRow(); !counted) {
        return counted;
    }
    auto amount = model::parseDecimal(rate.amount);
    if (!amount) {
        run.reject(line,
                   "DiscountedRate",
                   rate.amount,
                   amount.error().code,
                   amount.error().message,
                   amount.error().hint);
        return {};
    }
    if (rate.discountedSku.empty()) {
        run.reject(line,
                   "DiscountedSKU",
                   rate.rateCode,
                   ErrorCode::MissingField,
                   "the rate does not say which SKU it discounts");
        return {};
    }
    PriceComponent component;
    component.amount = *amount;
    component.amountText = rate.amount;
    component.unitText = rate.unit;
    component.unit = awsUnit(rate.unit);
    component.kind = component.unit == "hour" ? ComponentKind::Recurring : ComponentKind::Usage;
    component.rateCode = rate.rateCode;
    OfferRow offer;
    offer.provider = "aws";
    offer.service = rate.service;
    offer.family = rate.family;
    offer.sku = rate.sku;
    offer.rate = rate.rateCode;
    offer.description = rate.description;
    offer.plan = rate.family;
    offer.machine =
        rate.machine.empty() && rate.service == "AmazonEC2" ? machineOf(rate.usageType) : rate.machine;
    offer.region = rate.region;
    offer.location = rate.location;
    offer.usageType = rate.usageType;
    offer.operation = rate.operation;
    offer.tenancy = rate.usageType.find("Dedicated") != std::string_view::npos
                            || rate.usageType.find("UnusedDed") != std::string_view::npos
                        ? "dedicated"
                        : "shared";
    for (const OperationCode& code : kOperations) {
        if (code.operation == rate.operation) {
            offer.os = code.os;
            offer.software = code.software;
            offer.licence = code.licence;
        }
    }
    offer.discountedSku = rate.discountedSku;
    offer.effectiveFrom = rate.effectiveFrom;
    offer.currency = rate.currency;
    offer.purchase = Purchase::SavingsPlan;
    offer.payment = paymentOf(rate.purchaseOption);
    offer.paymentText = rate.purchaseOption;
    offer.termMonths = termMonths(rate.leaseLength, rate.leaseUnit);
    offer.isMachinePrice = rate.service == "AmazonEC2" && isInstanceUsage(rate.usageType) && !offer.os.empty()
                           && offer.licence.empty() && !amount->isZero();
    offer.line = line;
    if (!isInstanceUsage(rate.usageType) && rate.service == "AmazonEC2") {
        offer.capacity = "Unused";
    }
    offer.components = std::span(&component, 1);
    return run.offer(offer);
}

} // namespace

Result<void> readAwsSavingsPlanCsv(const ByteSource& source, Encoding encoding, ImportRun& run)
{
    auto text = run.openText(source, encoding);
    if (!text) {
        return failure(text.error());
    }
    CsvReader reader(std::move(*text), {}, run.options().csv);
    run.sheet().provider = "aws";
    run.sheet().title = "AWS savings plans";
    std::unordered_map<std::string, std::size_t> columns;
    std::size_t width = 0;
    CsvTextRow row;
    while (true) {
        auto more = reader.next(row);
        if (!more) {
            return failure(more.error());
        }
        if (!*more) {
            break;
        }
        if (columns.empty()) {
            const std::string key = columnKey(row.cells[0]);
            if (key == "sku") {
                for (std::size_t i = 0; i < row.cells.size(); ++i) {
                    columns.emplace(columnKey(row.cells[i]), i);
                }
                width = row.cells.size();
                if (auto begun = run.begin(); !begun) {
                    return begun;
                }
            } else if (row.cells.size() > 1) {
                const std::string value(row.cells[1]);
                PriceSheet& sheet = run.sheet();
                if (key == "publicationdate") {
                    sheet.published = value;
                } else if (key == "version") {
                    sheet.version = value;
                } else if (key == "offercode") {
                    sheet.title = value;
                }
            }
            continue;
        }
        if (row.isBroken || row.cells.size() != width) {
            if (auto counted = run.countRow(); !counted) {
                return counted;
            }
            run.reject(row.line,
                       {},
                       row.cells[0],
                       ErrorCode::InvalidSyntax,
                       fmt::format("{} cells where the header has {}", row.cells.size(), width),
                       "is the file cut off or edited?");
            continue;
        }
        const auto cell = [&](const char* name) {
            const auto found = columns.find(name);
            return found == columns.end() ? std::string_view{} : row.cells[found->second];
        };
        const Rate rate{.sku = cell("sku"),
                        .rateCode = cell("ratecode"),
                        .unit = cell("unit"),
                        .effectiveFrom = cell("effectivedate"),
                        .amount = cell("discountedrate"),
                        .currency = cell("currency"),
                        .discountedSku = cell("discountedsku"),
                        .service = cell("discountedservicecode"),
                        .usageType = cell("discountedusagetype"),
                        .operation = cell("discountedoperation"),
                        .purchaseOption = cell("purchaseoption"),
                        .leaseLength = cell("leasecontractlength"),
                        .leaseUnit = cell("leasecontractlengthunit"),
                        .description = cell("description"),
                        .family = cell("productfamily"),
                        .region = cell("discountedregioncode"),
                        .location = cell("location"),
                        .machine = cell("discountedinstancetype")};
        if (auto emitted = emitRate(rate, row.line, run); !emitted) {
            return emitted;
        }
    }
    if (columns.empty()) {
        return failure(
            ErrorCode::InvalidSyntax, run.sheet().fileName, "no header line with a column SKU was found");
    }
    return {};
}

namespace {

/// Reads the JSON form: products say family and payment, terms.savingsPlan[] hold the rates of one product
/// each.
class PlanJsonReader
{
public:
    explicit PlanJsonReader(ImportRun& run)
        : m_run(run)
    {}

    Result<void> read(const ByteSource& source, Encoding encoding)
    {
        auto text = m_run.openText(source, encoding);
        if (!text) {
            return failure(text.error());
        }
        m_run.sheet().provider = "aws";
        m_run.sheet().title = "AWS savings plans";
        JsonCutter cutter(std::move(*text),
                          {{"products", "*"},
                           {"terms", "savingsPlan", "*", "rates", "*"},
                           {"terms", "savingsPlan", "*", "leaseContractLength"}});
        while (true) {
            auto event = cutter.next();
            if (!event) {
                return failure(event.error());
            }
            if (event->kind == JsonCutter::Kind::End) {
                return m_run.begin();
            }
            if (event->kind == JsonCutter::Kind::Cut || event->kind == JsonCutter::Kind::Oversize) {
                m_run.reject(event->line,
                             {},
                             {},
                             ErrorCode::InvalidSyntax,
                             "the file ends in the middle of a value, or an element is too large");
                if (event->kind == JsonCutter::Kind::Cut) {
                    return m_run.begin();
                }
            } else if (event->kind == JsonCutter::Kind::Scalar) {
                scalar(cutter.path(), event->text);
            } else if (event->kind == JsonCutter::Kind::Element) {
                if (auto taken = element(*event); !taken) {
                    return taken;
                }
            }
        }
    }

private:
    struct Plan
    {
        std::string family;
        std::string payment;
        std::string location;
    };

    void scalar(const std::vector<std::string>& path, std::string_view literal)
    {
        const std::string text = unescapedJson(literal).value_or(std::string(literal));
        PriceSheet& sheet = m_run.sheet();
        if (path.size() == 1) {
            if (path[0] == "version") {
                sheet.version = text;
            } else if (path[0] == "publicationDate") {
                sheet.published = text;
            } else if (path[0] == "regionCode") {
                m_region = text;
            }
        } else if (path.size() == 4 && path[0] == "terms") {
            if (path[3] == "sku") {
                m_sku = text;
                m_effective.clear();
                m_description.clear();
                m_length.clear();
            } else if (path[3] == "effectiveDate") {
                m_effective = text;
            } else if (path[3] == "description") {
                m_description = text;
            }
        }
    }

    Result<void> element(const JsonCutter::Event& event)
    {
        m_element.clear();
        if (auto parsed = m_element.parse(event.text); !parsed) {
            m_run.reject(
                event.line, {}, event.text, parsed.error().code, "the element " + parsed.error().message);
            return {};
        }
        const JsonNode& root = m_element.root();
        if (event.rule == 0) {
            Plan plan;
            plan.family = m_element.text(root, "productFamily");
            if (const JsonNode* attributes = m_element.find(root, "attributes")) {
                plan.payment = m_element.text(*attributes, "purchaseOption");
                plan.location = m_element.text(*attributes, "location");
            }
            m_plans.insert_or_assign(std::string(m_element.text(root, "sku")), std::move(plan));
            return {};
        }
        if (event.rule == 2) {
            m_length = m_element.text(root, "duration");
            m_lengthUnit = m_element.text(root, "unit");
            return {};
        }
        if (auto begun = m_run.begin(); !begun) {
            return begun;
        }
        const Plan& plan = m_plans[m_sku];
        const JsonNode* price = m_element.find(root, "discountedRate");
        const Rate rate{.sku = m_sku,
                        .rateCode = m_element.text(root, "rateCode"),
                        .unit = m_element.text(root, "unit"),
                        .effectiveFrom = m_effective,
                        .amount = price == nullptr ? std::string_view{} : m_element.text(*price, "price"),
                        .currency =
                            price == nullptr ? std::string_view{} : m_element.text(*price, "currency"),
                        .discountedSku = m_element.text(root, "discountedSku"),
                        .service = m_element.text(root, "discountedServiceCode"),
                        .usageType = m_element.text(root, "discountedUsageType"),
                        .operation = m_element.text(root, "discountedOperation"),
                        .purchaseOption = plan.payment,
                        .leaseLength = m_length,
                        .leaseUnit = m_lengthUnit,
                        .description = m_description,
                        .family = plan.family,
                        .region = m_element.text(root, "discountedRegionCode").empty()
                                      ? std::string_view(m_region)
                                      : m_element.text(root, "discountedRegionCode"),
                        .location = plan.location,
                        .machine = m_element.text(root, "discountedInstanceType")};
        return emitRate(rate, event.line, m_run);
    }

    ImportRun& m_run;
    JsonElement m_element;
    std::unordered_map<std::string, Plan> m_plans;
    std::string m_region;
    std::string m_sku;
    std::string m_effective;
    std::string m_description;
    std::string m_length;
    std::string m_lengthUnit;
};

} // namespace

Result<void> readAwsSavingsPlanJson(const ByteSource& source, Encoding encoding, ImportRun& run)
{
    return PlanJsonReader(run).read(source, encoding);
}

} // namespace wherewithal::providers
