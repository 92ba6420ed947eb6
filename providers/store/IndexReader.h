// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/Result.h"
#include "providers/store/PriceIndex.h"
#include "providers/store/PriceTable.h"
#include "providers/store/SliceReader.h"

#include <functional>
#include <stop_token>
#include <unordered_map>

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
    void add(PriceReference reference, const PriceRow& row);
    [[nodiscard]] std::uint32_t productOf(const PriceRow& row);
    [[nodiscard]] std::uint32_t placeOf(const PriceRow& row);
    [[nodiscard]] std::uint32_t wayOf(const PriceRow& row);

    const SliceReader& m_facts;
    PriceReader& m_shipped;
    PriceReader* m_imported;
    PriceIndex::Builder m_builder;
    std::unordered_map<std::string, std::uint32_t> m_products;
    std::unordered_map<std::string, std::uint32_t> m_places;
    std::unordered_map<std::string, std::uint32_t> m_ways;
    std::unordered_map<std::string, double> m_usdPer;
    std::string m_key;
};

} // namespace wherewithal::providers
