// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/Result.h"
#include "providers/store/PriceIndex.h"
#include "providers/store/PriceTable.h"
#include "providers/store/SliceReader.h"

#include <functional>
#include <stop_token>
#include <unordered_map>
#include <vector>

namespace wherewithal::providers {

/// Fills a PriceIndex from both databases.
class IndexReader
{
public:
    IndexReader(const SliceReader& facts, PriceReader& shipped, PriceReader* imported);

    /// `progress` gets rows read so far. Cancelled when stopped.
    [[nodiscard]] model::Result<std::shared_ptr<const PriceIndex>>
    read(const std::stop_token& stop, const std::function<void(std::size_t)>& progress);

private:
    /// Ids of one database to those of the index.
    struct Ids
    {
        std::vector<std::uint32_t> products; ///< [id]; kNone: not met yet
        std::vector<std::uint32_t> places;
        std::unordered_map<std::int64_t, std::uint32_t> ways; ///< [way and sheet]
    };
    struct WayNumbers ///< [way of the index]
    {
        double perHour = 0.0;        ///< USD an hour (or unit) for one of the amount's currency; 0 no rate
        double upfrontPerHour = 0.0; ///< likewise for one of the upfront amount
        bool isMachinePrice = false;
    };

    void readOf(PriceReader& reader, PriceReference::Place place, const std::function<bool()>& goesOn);
    void add(const PriceRow& row, std::int64_t id);
    void add(PriceReference reference, PriceIndex::Entry entry, const OfferNumbers& numbers);
    [[nodiscard]] std::uint32_t
    productOf(const std::string& provider, const std::string& service, const std::string& item);
    [[nodiscard]] std::uint32_t
    placeOf(const std::string& provider, const std::string& region, const std::string& zone);
    [[nodiscard]] std::uint32_t wayOf(const PriceRow& row);

    const SliceReader& m_facts;
    PriceReader& m_shipped;
    PriceReader* m_imported;
    PriceIndex::Builder m_builder;
    std::unordered_map<std::string, std::uint32_t> m_products;
    std::unordered_map<std::string, std::uint32_t> m_places;
    std::unordered_map<std::string, std::uint32_t> m_ways;
    std::vector<WayNumbers> m_wayNumbers;
    std::unordered_map<std::string, double> m_usdPer;
    std::string m_key;
};

} // namespace wherewithal::providers
