// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/Calendar.h"
#include "model/base/Result.h"
#include "model/offer/Price.h"
#include "providers/store/CatalogueStore.h"
#include "providers/store/PriceIndex.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace wherewithal::app {

/// A way of buying that an option of the plan uses, to find it again among the prices.
struct PlanOffer
{
    std::string letter;
    std::string provider;
    std::string region;
    std::string machine;
    model::Purchase purchase = model::Purchase::OnDemand;
    int termMonths = 0;

    [[nodiscard]] bool isOf(const providers::PriceRow& row) const
    {
        return provider == row.provider && region == row.region && machine == row.machine
               && purchase == row.purchase && termMonths == row.termMonths;
    }
    bool operator==(const PlanOffer&) const = default;
};

/// What the Catalogue page asks of all prices.
struct PriceQuestion
{
    providers::PriceQuery query;
    bool isPlanOnly = false;           ///< only prices of these offers, in their order:
    std::vector<PlanOffer> planOffers; ///< by letter

    bool operator==(const PriceQuestion&) const = default;
};

/// One price as a list shows it.
struct PriceLine
{
    providers::ListedPrice listed;
    providers::PlaceFacts place;

    [[nodiscard]] const providers::PriceRow& price() const { return listed.price; }
    [[nodiscard]] const providers::ProductFacts& product() const { return listed.product; }

    bool operator==(const PriceLine&) const = default;
};

/// One price of the past.
struct PricePoint
{
    model::Day from;
    double price = 0.0; ///< hourly with the upfront part spread where the unit is a period, else per unit
    std::string sheet;

    bool operator==(const PricePoint&) const = default;
};

/// What the panel tells about one price.
struct PriceDetail
{
    PriceLine line;
    std::vector<PricePoint> history;  ///< by day, in the currency of `line`; those with a day only
    std::vector<PriceLine> otherWays; ///< same machine, place and system, bought otherwise; cheapest first
    providers::PriceOrigin origin;

    bool operator==(const PriceDetail&) const = default;
};

/// The lines that match, in order; read by windows, since there may be millions. May be used from any thread.
class PriceResult
{
public:
    PriceResult() = default;
    PriceResult(const PriceResult&) = delete;
    PriceResult(PriceResult&&) = delete;
    PriceResult& operator=(const PriceResult&) = delete;
    PriceResult& operator=(PriceResult&&) = delete;
    virtual ~PriceResult() = default;

    [[nodiscard]] virtual std::size_t size() const = 0;
    /// At most `count` lines from `first` on; fewer at the end.
    [[nodiscard]] virtual model::Result<std::vector<PriceLine>> lines(std::size_t first,
                                                                      std::size_t count) const = 0;
    /// `line` is one that lines() gave.
    [[nodiscard]] virtual model::Result<PriceDetail> detail(const PriceLine& line) const = 0;
};

/// A finished search.
struct PriceAnswer
{
    std::shared_ptr<const PriceResult> result;
    std::size_t outOf = 0;     ///< prices of the catalogue, those replaced included
    double milliseconds = 0.0; ///< that the search took, without reading the catalogue before the first one
};

/// Price of a row in its own currency: hourly with the upfront part spread where the unit is a period, else
/// for one unit.
[[nodiscard]] double comparablePrice(const providers::PriceRow& row);

} // namespace wherewithal::app
