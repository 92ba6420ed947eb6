// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/CatalogueService.h"
#include "model/catalogue/CatalogueSlice.h"

#include <atomic>
#include <memory>

/// A catalogue in memory behind the interface of the session: no store and no files. Prices are invented.
namespace wherewithal::fixture {

/// The machine prices of a slice as an index.
[[nodiscard]] std::shared_ptr<const providers::PriceIndex> priceIndex(const model::CatalogueSlice& slice);
/// `rows` invented prices of machines with and without accelerators, some with a past.
[[nodiscard]] std::shared_ptr<const providers::PriceIndex> bigPriceIndex(std::size_t rows);

/// What a test may make of a service while it runs.
struct CatalogueSwitches
{
    std::atomic<bool> fails = false;        ///< searches cannot read the catalogue
    std::atomic<int> delayMilliseconds = 0; ///< before a search answers
    std::atomic<int> searches = 0;          ///< asked so far
    std::atomic<bool> keepsPrices = false;  ///< set by the session
};

/// Searches the index; an import changes nothing. `switches` may be null.
[[nodiscard]] std::shared_ptr<app::CatalogueService>
catalogueService(std::shared_ptr<const providers::PriceIndex> index,
                 std::shared_ptr<CatalogueSwitches> switches = nullptr);

} // namespace wherewithal::fixture
