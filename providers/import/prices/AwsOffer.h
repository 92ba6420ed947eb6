// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/import/prices/PriceSheet.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace wherewithal::providers {

/// The columns of an AWS offer file that we read. CSV headers and JSON attributes spell them differently, and
/// the set changes from service to service and from year to year: they are bound by name, and any of them may
/// be missing.
enum class AwsField : std::uint8_t
{
    Sku,
    OfferTermCode,
    RateCode,
    TermType,
    PriceDescription,
    EffectiveDate,
    StartingRange,
    EndingRange,
    Unit,
    PricePerUnit,
    Currency,
    LeaseContractLength,
    PurchaseOption,
    OfferingClass,
    ProductFamily,
    ServiceCode,
    Location,
    InstanceType,
    InstanceFamily,
    Vcpu,
    Memory,
    PhysicalProcessor,
    ProcessorArchitecture,
    Storage,
    NetworkPerformance,
    Gpu,
    GpuMemory,
    Tenancy,
    OperatingSystem,
    LicenseModel,
    PreInstalledSw,
    UsageType,
    Operation,
    AvailabilityZone,
    CapacityStatus,
    MarketOption,
    RegionCode,
    FromLocation,
    FromRegionCode,
    DatabaseEngine,
    Group,
    Count,
};

inline constexpr std::size_t kAwsFields = static_cast<std::size_t>(AwsField::Count);

/// Texts of one row (CSV) or of one product with one of its price dimensions (JSON).
class AwsRecord
{
public:
    [[nodiscard]] std::string_view& operator[](AwsField field)
    {
        return m_texts[static_cast<std::size_t>(field)];
    }
    [[nodiscard]] std::string_view operator[](AwsField field) const
    {
        return m_texts[static_cast<std::size_t>(field)];
    }
    bool operator==(const AwsRecord&) const = default;

private:
    std::array<std::string_view, kAwsFields> m_texts;
};

/// The field that a column or attribute of this name holds ("Pre Installed S/W", "preInstalledSw").
[[nodiscard]] std::optional<AwsField> awsField(std::string_view name);

/// Region id of a display name ("EU (Ireland)", "Europe (Ireland)"); empty if unknown.
[[nodiscard]] std::string_view awsRegionOf(std::string_view location);

/// The offer that a record belongs to, without components. `service` serves where the record names none.
[[nodiscard]] OfferRow awsOffer(const AwsRecord& record, std::string_view service);

/// The record's amount. InvalidSyntax, OutOfRange: the column at fault is in Error::where.
[[nodiscard]] model::Result<PriceComponent> awsComponent(const AwsRecord& record);

/// The shape the record describes.
[[nodiscard]] MachineRow awsMachine(const AwsRecord& record);

/// What an offer still lacks before it can be believed.
enum class AwsGap
{
    None,
    Upfront,   ///< partial or all upfront, and no upfront amount
    Recurring, ///< no hourly amount
    Tiers,     ///< tiers that do not reach from zero to infinity
};
[[nodiscard]] AwsGap awsGap(const OfferRow& offer);

/// Sets what follows from all components together: a price of 0, or one that
/// lacks its upfront part, is no machine price.
void judgeAwsOffer(OfferRow& offer);

/// Our word for a unit: "Hrs" and "Hours" are hour, "GB-Mo" is gb-month; unknown ones are kept as written.
[[nodiscard]] std::string_view awsUnit(std::string_view unit);

/// "8 GiB", "1,952 GiB", "4" -> the number; nothing for "NA", "Variable" or an empty text.
[[nodiscard]] std::optional<double> leadingNumber(std::string_view text);

} // namespace wherewithal::providers
