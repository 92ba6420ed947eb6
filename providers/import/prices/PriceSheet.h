// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/Result.h"
#include "model/units/Decimal.h"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wherewithal::providers {

/// How a price is bought. The first six are the contract's words; the others exist so that what is *not* an
/// ordinary price (an idle reservation, a retired low-priority machine) never takes the place of one.
enum class Purchase
{
    OnDemand,
    Spot,
    Reserved,
    SavingsPlan,
    CommittedUse,
    Platform,
    LowPriority,         ///< Azure, retired and still listed
    DevTest,             ///< Azure, for subscribers of a developer programme only
    CapacityReservation, ///< the charge for reserved capacity itself (used up elsewhere, or idle)
    DedicatedHost,       ///< a machine on a host that is paid for separately: its 0.00 is not its price
    Fee,                 ///< a one-off purchase
};
[[nodiscard]] std::string_view name(Purchase purchase);

enum class Payment
{
    None,
    Partial,
    All,
    Unknown, ///< the vendor's word is not one we know; it is kept in `OfferRow::paymentText`
};
[[nodiscard]] std::string_view name(Payment payment);

/// Where a price comes from: a public list, a contract, what a bill showed, or a sum of component prices.
enum class PriceBasis
{
    List,
    Negotiated,
    Observed,
    Composed,
};
[[nodiscard]] std::string_view name(PriceBasis basis);

enum class ComponentKind
{
    Recurring,  ///< per hour or month of having the thing
    Upfront,    ///< once, for the whole term
    Usage,      ///< per unit used: GB, request
    MonthlyCap, ///< most that a month of the recurring part costs
};
[[nodiscard]] std::string_view name(ComponentKind kind);

/// One amount of an offer, for one tier.
struct PriceComponent
{
    ComponentKind kind = ComponentKind::Recurring;
    std::string_view
        unit; ///< our word: hour, month, gb, gib-hour, gb-month, request, ... or the file's own in lower case
    std::string_view unitText;        ///< as written in the file, e.g. "100 Hours"
    std::string_view amountText;      ///< as written in the file, e.g. "3,000.00"
    std::string_view rateCode;        ///< the provider's id of this amount; may be empty
    model::Decimal amount;            ///< currency per ONE unit; the block ("100 Hours") is divided out
    model::Decimal block{1, 0};       ///< units the published amount was for
    model::Decimal from;              ///< tier: amount holds above this many units ...
    std::optional<model::Decimal> to; ///< ... up to this many; no value: open

    bool operator==(const PriceComponent&) const = default;
};

/// One offer: a thing at a place under one way to buy it.
///
/// All views are valid during the call that hands the row over; keep a row with OfferStore
/// (CollectingSink.h).
struct OfferRow
{
    std::string_view provider;      ///< our id: aws, azure, gcp, ...
    std::string_view service;       ///< AmazonEC2, "Virtual Machines", "Compute Engine"
    std::string_view family;        ///< "Compute Instance", productName, resource group
    std::string_view sku;           ///< the provider's id of the thing
    std::string_view rate;          ///< offer term code, meter id, ...: second part of the provider's id
    std::string_view description;   ///< the provider's text
    std::string_view machine;       ///< shape, e.g. m5.large; empty if the offer is no machine
    std::string_view region;        ///< the provider's region id; the location's text if no id is known
    std::string_view location;      ///< display name as written
    std::string_view zone;          ///< availability zone, where prices differ by it
    std::string_view os;            ///< linux, windows, rhel, suse, ... or the file's word in lower case
    std::string_view licence;       ///< "byol" if the licence is brought along, else empty
    std::string_view software;      ///< preinstalled, e.g. "SQL Web"
    std::string_view tenancy;       ///< shared, dedicated, host; empty if it does not apply
    std::string_view capacity;      ///< AWS capacity status as written
    std::string_view operation;     ///< AWS operation, e.g. RunInstances:0002
    std::string_view usageType;     ///< AWS usage type, Azure meter name
    std::string_view offeringClass; ///< standard, convertible
    std::string_view paymentText;   ///< the file's own word for the payment option
    std::string_view plan;          ///< savings plan, commitment or programme name
    std::string_view discountedSku; ///< savings plans: the SKU whose price this replaces
    std::string_view effectiveFrom; ///< YYYY-MM-DD or longer ISO time; empty: unknown
    std::string_view effectiveTo;   ///< as above; empty: open
    std::string_view currency;      ///< ISO 4217

    Purchase purchase = Purchase::OnDemand;
    Payment payment = Payment::None;
    PriceBasis basis = PriceBasis::List;
    int termMonths = 0; ///< 0: no term
    /// The hourly amount is what running `machine` costs. False for idle reservations, hosts and other 0.00
    /// rows.
    bool isMachinePrice = false;
    std::uint64_t line = 0; ///< first line (CSV) or element (JSON) it was read from, counted from 1
    std::span<const PriceComponent> components;

    bool operator==(const OfferRow&) const = delete;
};

/// The text fields of an offer, for code that copies, hashes or prints all of them.
inline constexpr std::array kOfferTexts = {
    &OfferRow::provider,      &OfferRow::service,       &OfferRow::family,      &OfferRow::sku,
    &OfferRow::rate,          &OfferRow::description,   &OfferRow::machine,     &OfferRow::region,
    &OfferRow::location,      &OfferRow::zone,          &OfferRow::os,          &OfferRow::licence,
    &OfferRow::software,      &OfferRow::tenancy,       &OfferRow::capacity,    &OfferRow::operation,
    &OfferRow::usageType,     &OfferRow::offeringClass, &OfferRow::paymentText, &OfferRow::plan,
    &OfferRow::discountedSku, &OfferRow::effectiveFrom, &OfferRow::effectiveTo, &OfferRow::currency,
};
inline constexpr std::array kComponentTexts = {
    &PriceComponent::unit, &PriceComponent::unitText, &PriceComponent::amountText, &PriceComponent::rateCode};

/// One shape as a sheet describes it. Absent values are unknown, never zero.
struct MachineRow
{
    std::string provider;
    std::string name;
    std::string family;
    std::optional<double> vcpus;
    std::optional<double> memoryGib;
    std::string architecture; ///< x86_64, arm64; empty: unknown
    std::string processor;
    std::string accelerator; ///< as the sheet names it
    std::optional<double> acceleratorCount;
    std::optional<double> acceleratorMemoryGib; ///< per device
    std::string network;                        ///< as written, e.g. "Up to 12500 Megabit"
    std::string storage;                        ///< as written

    bool operator==(const MachineRow&) const = default;
};

enum class Severity
{
    Notice,  ///< worth knowing; the row was kept
    Warning, ///< the row was kept, look at it
    Error,   ///< the row was rejected
};
[[nodiscard]] std::string_view name(Severity severity);

/// What was wrong with one row. Rejected rows keep their raw text.
struct RowIssue
{
    Severity severity = Severity::Error;
    model::ErrorCode code{};
    std::uint64_t line = 0; ///< line of a CSV, line of the element in JSON; from 1
    std::string column;     ///< column or field name; empty: the whole row
    std::string raw;        ///< text as found, shortened
    std::string message;
    std::string hint;

    bool operator==(const RowIssue&) const = default;
};

/// What is known of the sheet as a whole.
struct PriceSheet
{
    std::string provider;
    std::string format;    ///< name of the format, see SheetFormat.h
    std::string title;     ///< offer code, service or file name: what a person would call it
    std::string version;   ///< the publisher's
    std::string published; ///< ISO day or time; empty: unknown
    std::string currency;  ///< of the sheet, if it has one; rows carry their own
    std::string fileName;
    std::string contentHash; ///< of the bytes as found (ContentHash): tells files apart, proves nothing
    std::string mapping;     ///< name of the mapping used; empty: none

    bool operator==(const PriceSheet&) const = default;
};

/// Rows left out on purpose, by reason.
struct SkipCount
{
    std::uint64_t count = 0;
    std::uint64_t firstLine = 0;
    std::string example; ///< what the first one was

    bool operator==(const SkipCount&) const = default;
};

/// What an import did. Good rows went to the sink; everything else is accounted for here.
struct ImportOutcome
{
    PriceSheet sheet;
    std::uint64_t rowsRead = 0;
    std::uint64_t offers = 0;
    std::uint64_t components = 0;
    std::uint64_t undated = 0; ///< offers without a day: they hold from the sheet's, else from the import's
    std::uint64_t machines = 0;
    std::map<std::string, SkipCount> skipped;   ///< by reason, e.g. "zero-price", "not-usage"
    std::vector<RowIssue> issues;               ///< the first kMaxIssues of them
    std::uint64_t rejectedRows = 0;             ///< all of them, also those beyond kMaxIssues
    std::uint64_t warnings = 0;                 ///< kept rows with a warning, all of them
    bool isComplete = true;                     ///< false: ended early by ImportOptions::mostOffers
    std::map<std::string, std::string> summary; ///< format-specific totals, e.g. billed_cost of a FOCUS bill
};

inline constexpr std::size_t kMaxIssues = 1000;

} // namespace wherewithal::providers
