// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/import/prices/AwsOffer.h"

#include "providers/import/prices/ImportRun.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <unordered_map>
#include <utility>

namespace wherewithal::providers {

using model::Decimal;
using model::failure;
using model::Result;

namespace {

struct NamedField
{
    std::string_view key; ///< columnKey of the name
    AwsField field;
};

constexpr std::array kFields = {
    NamedField{"sku", AwsField::Sku},
    NamedField{"offertermcode", AwsField::OfferTermCode},
    NamedField{"ratecode", AwsField::RateCode},
    NamedField{"termtype", AwsField::TermType},
    NamedField{"pricedescription", AwsField::PriceDescription},
    NamedField{"effectivedate", AwsField::EffectiveDate},
    NamedField{"startingrange", AwsField::StartingRange},
    NamedField{"endingrange", AwsField::EndingRange},
    NamedField{"unit", AwsField::Unit},
    NamedField{"priceperunit", AwsField::PricePerUnit},
    NamedField{"currency", AwsField::Currency},
    NamedField{"leasecontractlength", AwsField::LeaseContractLength},
    NamedField{"purchaseoption", AwsField::PurchaseOption},
    NamedField{"offeringclass", AwsField::OfferingClass},
    NamedField{"productfamily", AwsField::ProductFamily},
    NamedField{"servicecode", AwsField::ServiceCode},
    NamedField{"location", AwsField::Location},
    NamedField{"instancetype", AwsField::InstanceType},
    NamedField{"instancefamily", AwsField::InstanceFamily},
    NamedField{"vcpu", AwsField::Vcpu},
    NamedField{"memory", AwsField::Memory},
    NamedField{"physicalprocessor", AwsField::PhysicalProcessor},
    NamedField{"processorarchitecture", AwsField::ProcessorArchitecture},
    NamedField{"storage", AwsField::Storage},
    NamedField{"networkperformance", AwsField::NetworkPerformance},
    NamedField{"gpu", AwsField::Gpu},
    NamedField{"gpumemory", AwsField::GpuMemory},
    NamedField{"tenancy", AwsField::Tenancy},
    NamedField{"operatingsystem", AwsField::OperatingSystem},
    NamedField{"licensemodel", AwsField::LicenseModel},
    NamedField{"preinstalledsw", AwsField::PreInstalledSw},
    NamedField{"usagetype", AwsField::UsageType},
    NamedField{"operation", AwsField::Operation},
    NamedField{"availabilityzone", AwsField::AvailabilityZone},
    NamedField{"capacitystatus", AwsField::CapacityStatus},
    NamedField{"marketoption", AwsField::MarketOption},
    NamedField{"regioncode", AwsField::RegionCode},
    NamedField{"fromlocation", AwsField::FromLocation},
    NamedField{"fromregioncode", AwsField::FromRegionCode},
    NamedField{"databaseengine", AwsField::DatabaseEngine},
    NamedField{"group", AwsField::Group},
};

using Words = std::pair<std::string_view, std::string_view>;

/// Display names of the AWS Price List, old and new spelling, and their region codes.
constexpr std::array kRegions = {
    Words{"US East (N. Virginia)", "us-east-1"},
    Words{"US East (Ohio)", "us-east-2"},
    Words{"US West (N. California)", "us-west-1"},
    Words{"US West (Oregon)", "us-west-2"},
    Words{"Canada (Central)", "ca-central-1"},
    Words{"Canada West (Calgary)", "ca-west-1"},
    Words{"South America (Sao Paulo)", "sa-east-1"},
    Words{"Mexico (Central)", "mx-central-1"},
    Words{"EU (Ireland)", "eu-west-1"},
    Words{"Europe (Ireland)", "eu-west-1"},
    Words{"EU (London)", "eu-west-2"},
    Words{"Europe (London)", "eu-west-2"},
    Words{"EU (Paris)", "eu-west-3"},
    Words{"Europe (Paris)", "eu-west-3"},
    Words{"EU (Frankfurt)", "eu-central-1"},
    Words{"Europe (Frankfurt)", "eu-central-1"},
    Words{"EU (Zurich)", "eu-central-2"},
    Words{"Europe (Zurich)", "eu-central-2"},
    Words{"EU (Stockholm)", "eu-north-1"},
    Words{"Europe (Stockholm)", "eu-north-1"},
    Words{"EU (Milan)", "eu-south-1"},
    Words{"Europe (Milan)", "eu-south-1"},
    Words{"EU (Spain)", "eu-south-2"},
    Words{"Europe (Spain)", "eu-south-2"},
    Words{"Africa (Cape Town)", "af-south-1"},
    Words{"Israel (Tel Aviv)", "il-central-1"},
    Words{"Middle East (Bahrain)", "me-south-1"},
    Words{"Middle East (UAE)", "me-central-1"},
    Words{"Asia Pacific (Hong Kong)", "ap-east-1"},
    Words{"Asia Pacific (Taipei)", "ap-east-2"},
    Words{"Asia Pacific (Tokyo)", "ap-northeast-1"},
    Words{"Asia Pacific (Seoul)", "ap-northeast-2"},
    Words{"Asia Pacific (Osaka)", "ap-northeast-3"},
    Words{"Asia Pacific (Osaka-Local)", "ap-northeast-3"},
    Words{"Asia Pacific (Singapore)", "ap-southeast-1"},
    Words{"Asia Pacific (Sydney)", "ap-southeast-2"},
    Words{"Asia Pacific (Jakarta)", "ap-southeast-3"},
    Words{"Asia Pacific (Melbourne)", "ap-southeast-4"},
    Words{"Asia Pacific (Malaysia)", "ap-southeast-5"},
    Words{"Asia Pacific (Thailand)", "ap-southeast-7"},
    Words{"Asia Pacific (Mumbai)", "ap-south-1"},
    Words{"Asia Pacific (Hyderabad)", "ap-south-2"},
    Words{"AWS GovCloud (US)", "us-gov-west-1"},
    Words{"AWS GovCloud (US-West)", "us-gov-west-1"},
    Words{"AWS GovCloud (US-East)", "us-gov-east-1"},
    Words{"China (Beijing)", "cn-north-1"},
    Words{"China (Ningxia)", "cn-northwest-1"},
};

constexpr std::array kUnits = {
    Words{"Hrs", "hour"},
    Words{"Hours", "hour"},
    Words{"hours", "hour"},
    Words{"Hour", "hour"},
    Words{"hour", "hour"},
    Words{"hrs", "hour"},
    Words{"GB-Mo", "gb-month"},
    Words{"GB-month", "gb-month"},
    Words{"GB", "gb"},
    Words{"Quantity", "quantity"},
    Words{"Requests", "request"},
    Words{"Request", "request"},
    Words{"IOPS-Mo", "iops-month"},
    Words{"LCU-Hrs", "lcu-hour"},
    Words{"Mo", "month"},
    Words{"Month", "month"},
    Words{"vCPU-Hours", "vcpu-hour"},
    Words{"GB-Hours", "gb-hour"},
    Words{"HostedZone", "hosted-zone"},
    Words{"API Requests", "request"},
    Words{"Count", "count"},
    Words{"GiBps-mo", "gibps-month"},
    Words{"IOs", "io"},
};

constexpr std::array kSystems = {
    Words{"Linux", "linux"},
    Words{"Windows", "windows"},
    Words{"RHEL", "rhel"},
    Words{"SUSE", "suse"},
    Words{"NA", ""},
    Words{"Red Hat Enterprise Linux with HA", "rhel-ha"},
    Words{"Ubuntu Pro", "ubuntu-pro"},
};

constexpr std::array kTenancies = {
    Words{"Shared", "shared"}, Words{"Dedicated", "dedicated"}, Words{"Host", "host"}, Words{"NA", ""}};

template <std::size_t N>
[[nodiscard]] std::string_view worded(const std::array<Words, N>& table, std::string_view text)
{
    for (const auto& [theirs, ours] : table) {
        if (theirs == text) {
            return ours;
        }
    }
    return text;
}

[[nodiscard]] std::string_view withoutNa(std::string_view text)
{
    return text == "NA" ? std::string_view{} : text;
}

/// "1yr", "3 yr", "12 months" -> months; 0 if there is no number.
[[nodiscard]] int monthsOf(std::string_view lease)
{
    int number = 0;
    const auto [end, status] = std::from_chars(lease.data(), lease.data() + lease.size(), number);
    constexpr int kMostYears = 100;
    if (status != std::errc{} || number < 0 || number > kMostYears) {
        return 0;
    }
    constexpr int kMonthsPerYear = 12;
    const std::string_view unit = stripped(lease.substr(static_cast<std::size_t>(end - lease.data())));
    return !unit.empty() && (unit.front() == 'm' || unit.front() == 'M') ? number : number * kMonthsPerYear;
}

[[nodiscard]] Payment paymentOf(std::string_view option)
{
    if (option.empty() || option == "No Upfront" || option == "NoUpfront") {
        return Payment::None;
    }
    if (option == "Partial Upfront" || option == "PartialUpfront") {
        return Payment::Partial;
    }
    if (option == "All Upfront" || option == "AllUpfront") {
        return Payment::All;
    }
    return Payment::Unknown;
}

[[nodiscard]] bool isOrdinaryCapacity(std::string_view capacity)
{
    return capacity.empty() || capacity == "Used" || capacity == "NA";
}

[[nodiscard]] Purchase purchaseOf(const AwsRecord& record)
{
    if (record[AwsField::TermType] == "Reserved") {
        return Purchase::Reserved;
    }
    const std::string_view market = record[AwsField::MarketOption];
    if (!isOrdinaryCapacity(record[AwsField::CapacityStatus])
        || !(market.empty() || market == "OnDemand" || market == "NA")) {
        return Purchase::CapacityReservation;
    }
    return record[AwsField::Tenancy] == "Host" ? Purchase::DedicatedHost : Purchase::OnDemand;
}

} // namespace

std::optional<AwsField> awsField(std::string_view name)
{
    static const std::unordered_map<std::string_view, AwsField> table = [] {
        std::unordered_map<std::string_view, AwsField> fields;
        for (const NamedField& named : kFields) {
            fields.emplace(named.key, named.field);
        }
        return fields;
    }();
    const auto found = table.find(columnKey(name));
    return found == table.end() ? std::nullopt : std::optional(found->second);
}

std::string_view awsRegionOf(std::string_view location)
{
    static const std::unordered_map<std::string_view, std::string_view> table(kRegions.begin(),
                                                                              kRegions.end());
    const auto found = table.find(location);
    return found == table.end() ? std::string_view{} : found->second;
}

std::string_view awsUnit(std::string_view unit)
{
    return worded(kUnits, unit);
}

OfferRow awsOffer(const AwsRecord& record, std::string_view service)
{
    OfferRow offer;
    offer.provider = "aws";
    offer.service = record[AwsField::ServiceCode].empty() ? service : record[AwsField::ServiceCode];
    offer.family = record[AwsField::ProductFamily];
    offer.sku = record[AwsField::Sku];
    offer.rate = record[AwsField::OfferTermCode];
    offer.description = record[AwsField::PriceDescription];
    offer.machine = withoutNa(record[AwsField::InstanceType]);
    offer.location =
        record[AwsField::Location].empty() ? record[AwsField::FromLocation] : record[AwsField::Location];
    offer.region = record[AwsField::RegionCode].empty() ? record[AwsField::FromRegionCode]
                                                        : record[AwsField::RegionCode];
    if (offer.region.empty()) {
        offer.region = awsRegionOf(offer.location);
    }
    if (offer.region.empty()) {
        offer.region = offer.location;
    }
    offer.zone = withoutNa(record[AwsField::AvailabilityZone]);
    offer.os = worded(kSystems, record[AwsField::OperatingSystem]);
    offer.licence = record[AwsField::LicenseModel] == "Bring your own license" ? "byol" : "";
    offer.software = record[AwsField::DatabaseEngine].empty() ? withoutNa(record[AwsField::PreInstalledSw])
                                                              : record[AwsField::DatabaseEngine];
    offer.tenancy = worded(kTenancies, record[AwsField::Tenancy]);
    offer.capacity = withoutNa(record[AwsField::CapacityStatus]);
    offer.operation = record[AwsField::Operation];
    offer.usageType = record[AwsField::UsageType];
    offer.offeringClass = record[AwsField::OfferingClass];
    offer.paymentText = record[AwsField::PurchaseOption];
    offer.effectiveFrom = record[AwsField::EffectiveDate];
    offer.currency = record[AwsField::Currency];
    offer.purchase = purchaseOf(record);
    offer.payment = paymentOf(offer.paymentText);
    offer.termMonths = monthsOf(record[AwsField::LeaseContractLength]);
    offer.isMachinePrice = offer.service == "AmazonEC2" && offer.family.starts_with("Compute Instance")
                           && !offer.machine.empty() && isOrdinaryCapacity(record[AwsField::CapacityStatus])
                           && offer.tenancy != "host" && offer.licence.empty()
                           && (offer.operation.empty() || offer.operation.starts_with("RunInstances"))
                           && (offer.purchase == Purchase::OnDemand || offer.purchase == Purchase::Reserved);
    return offer;
}

Result<PriceComponent> awsComponent(const AwsRecord& record)
{
    PriceComponent component;
    component.unitText = record[AwsField::Unit];
    component.unit = awsUnit(component.unitText);
    component.amountText = record[AwsField::PricePerUnit];
    component.rateCode = record[AwsField::RateCode];
    const auto number = [](std::string_view text, const char* where) -> Result<Decimal> {
        auto value = model::parseDecimal(text);
        if (!value) {
            value.error().where = where;
        }
        return value;
    };
    auto amount = number(component.amountText, "PricePerUnit");
    if (!amount) {
        return failure(amount.error());
    }
    component.amount = *amount;
    const std::string_view from = record[AwsField::StartingRange];
    if (!from.empty() && from != "0") {
        auto start = number(from, "StartingRange");
        if (!start) {
            return failure(start.error());
        }
        component.from = *start;
    }
    const std::string_view to = record[AwsField::EndingRange];
    if (!to.empty() && to != "Inf") {
        auto end = number(to, "EndingRange");
        if (!end) {
            return failure(end.error());
        }
        component.to = *end;
    }
    const bool isUpfront = record[AwsField::TermType] == "Reserved" && component.unit == "quantity";
    const bool isRecurring = component.unit == "hour" || component.unit == "month";
    component.kind = isRecurring ? ComponentKind::Recurring : ComponentKind::Usage;
    if (isUpfront) {
        component.kind = ComponentKind::Upfront;
    }
    return component;
}

MachineRow awsMachine(const AwsRecord& record)
{
    MachineRow machine;
    machine.provider = "aws";
    machine.name = record[AwsField::InstanceType];
    machine.family = record[AwsField::InstanceFamily];
    machine.vcpus = leadingNumber(record[AwsField::Vcpu]);
    machine.memoryGib = leadingNumber(record[AwsField::Memory]);
    machine.processor = record[AwsField::PhysicalProcessor];
    const std::string_view arch = record[AwsField::ProcessorArchitecture];
    const bool isArm = machine.processor.find("Graviton") != std::string::npos
                       || arch.find("rm64") != std::string_view::npos;
    if (isArm) {
        machine.architecture = "arm64";
    } else if (arch.find("64-bit") != std::string_view::npos) {
        machine.architecture = "x86_64";
    }
    machine.acceleratorCount = leadingNumber(record[AwsField::Gpu]);
    const auto total = leadingNumber(record[AwsField::GpuMemory]);
    if (total && machine.acceleratorCount && *machine.acceleratorCount > 0) {
        machine.acceleratorMemoryGib =
            *total / *machine.acceleratorCount; // "GPU Memory" is that of the whole machine
    }
    machine.network = withoutNa(record[AwsField::NetworkPerformance]);
    machine.storage = withoutNa(record[AwsField::Storage]);
    return machine;
}

AwsGap awsGap(const OfferRow& offer)
{
    bool hasUpfront = false;
    bool hasRecurring = false;
    std::size_t tiers = 0;
    bool startsAtZero = false;
    bool endsOpen = false;
    for (const PriceComponent& component : offer.components) {
        if (component.kind == ComponentKind::Upfront) {
            hasUpfront = true;
            continue;
        }
        hasRecurring = true;
        ++tiers;
        startsAtZero = startsAtZero || component.from.isZero();
        endsOpen = endsOpen || !component.to.has_value();
    }
    if (offer.payment == Payment::Partial || offer.payment == Payment::All) {
        if (!hasUpfront) {
            return AwsGap::Upfront;
        }
        return hasRecurring ? AwsGap::None : AwsGap::Recurring;
    }
    if (!hasRecurring) {
        return hasUpfront ? AwsGap::None : AwsGap::Recurring;
    }
    if (!startsAtZero || !endsOpen) {
        return AwsGap::Tiers;
    }
    for (const PriceComponent& component : offer.components) {
        if (tiers < 2) {
            break;
        }
        const bool isFollowed = !component.to.has_value()
                                || std::ranges::any_of(offer.components, [&](const PriceComponent& next) {
                                       return next.from == *component.to;
                                   });
        if (!isFollowed) {
            return AwsGap::Tiers;
        }
    }
    return AwsGap::None;
}

void judgeAwsOffer(OfferRow& offer)
{
    const bool isFree = std::ranges::all_of(offer.components,
                                            [](const PriceComponent& part) { return part.amount.isZero(); });
    if (isFree || awsGap(offer) == AwsGap::Upfront) {
        offer.isMachinePrice = false;
    }
}

std::optional<double> leadingNumber(std::string_view text)
{
    text = stripped(text);
    std::array<char, 32> plain{};
    std::size_t size = 0;
    for (const char character : text) {
        const bool isPart = (character >= '0' && character <= '9') || character == '.';
        if (character == ',') {
            continue; // AWS writes thousands with a comma: "1,952 GiB"
        }
        if (!isPart || size == plain.size()) {
            break;
        }
        plain[size++] = character;
    }
    double value = 0.0;
    const auto [end, status] = std::from_chars(plain.data(), plain.data() + size, value);
    if (size == 0 || status != std::errc{}) {
        return std::nullopt;
    }
    return value;
}

} // namespace wherewithal::providers
