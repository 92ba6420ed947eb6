// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/Id.h"
#include "model/explain/Figure.h"
#include "model/offer/Price.h"
#include "model/units/Decimal.h"
#include "model/units/Money.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace wherewithal::providers {

/// One offer of a price sheet, as it is stored and listed: what is sold, where, how it is bought, for how
/// much.
///
/// Machines and services alike. Text is kept as the provider writes it; an unknown attribute stays verbatim.
struct PriceRow
{
    std::string provider; ///< "aws"
    std::string service;  ///< "compute" for machines, else the provider's code ("AmazonS3") or ours
                          ///< ("egress-internet")
    std::string sku;      ///< the provider's key of what is sold; empty in the shipped catalogue
    std::string rate;     ///< second part of the provider's key (offer term code, meter); may be empty
    std::string region;
    std::string zone;    ///< where prices differ by it; usually empty
    std::string machine; ///< shape or item, e.g. "m5.large"; empty for a service without one

    std::string os = "linux";
    std::string tenancy = "shared";
    std::string licence;         ///< e.g. "bring-your-own"; empty: none asked
    std::string software;        ///< preinstalled, e.g. "sql-web"; empty: none
    std::string capacity;        ///< empty: used capacity; else e.g. "unused-reservation", "block"
    std::string basis;           ///< empty: list price; else "negotiated", "observed", "composed"
    bool isMachinePrice = false; ///< the plain price of running `machine`: what plans compute with

    model::Purchase purchase = model::Purchase::OnDemand;
    int termMonths = 0;
    model::Payment payment = model::Payment::None;
    std::string offeringClass; ///< "convertible", "low-priority", "dev-test"; empty: standard

    std::string unit = "hour"; ///< "hour", "month", "year", "GB", "GB-month", "request" ...
    double blockSize = 1.0;    ///< the amount pays for so many units ("100 Hours" is 100)
    model::Currency currency;
    model::Decimal amount; ///< recurring, per block; of the first tier if there are several
    std::optional<model::Decimal> upfront;
    std::optional<model::Decimal> monthlyMaximum;
    std::vector<model::PriceTier> tiers; ///< empty: one open tier

    std::string effectiveFrom;  ///< "YYYY-MM-DD"; "" unknown
    std::string effectiveTo;    ///< last day; "" open
    bool isDayObserved = false; ///< the row names no day: it is that of the sheet's publication or import

    std::string sheet;    ///< "shipped", or the name of the imported sheet
    std::string citation; ///< ids of sources in the shipped catalogue, blank-separated; empty for imports
    model::Source source; ///< filled when read
    std::string note;
    std::uint64_t line = 0;      ///< of the sheet's file, from 1; 0 unknown
    std::string unitText;        ///< the unit as the file has it, e.g. "100 Hours"; "" unknown
    std::int64_t sheetOrder = 0; ///< filled when read: greater for sheets published, else imported, later
    std::string reason;    ///< filled when read: why it won over or lost against a rival of the same key
    bool isCurrent = true; ///< filled when read: false if a rival won

    bool operator==(const PriceRow&) const = default;
};

/// Price per hour with the upfront amount spread over its term: month = 730 hours, year = 8760. Nothing for
/// units that are no period of time.
[[nodiscard]] std::optional<double> effectiveHourly(const PriceRow& row);

/// Hours that one unit of a period lasts ("hour", "month" = 730, "year" = 8760); 0 if it is no period.
[[nodiscard]] double hoursOf(const std::string& unit);

/// What is compared when two rows price the same thing: all but amounts, dates, sheet and notes.
[[nodiscard]] std::string priceKey(const PriceRow& row);

/// A machine price as the simulator takes it.
[[nodiscard]] model::Price toPrice(const PriceRow& row);

} // namespace wherewithal::providers
