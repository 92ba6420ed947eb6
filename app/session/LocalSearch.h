// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/PriceQuestion.h"

#include <memory>
#include <mutex>
#include <stop_token>

namespace wherewithal::app {

class LocalCatalogue;

/// Searches the real catalogue: keeps its index in memory while the content stays the same.
class LocalSearch
{
public:
    explicit LocalSearch(std::shared_ptr<const LocalCatalogue> catalogue)
        : m_catalogue(std::move(catalogue))
    {}

    [[nodiscard]] model::Result<PriceAnswer> search(const PriceQuestion& question,
                                                    const std::stop_token& stop);
    [[nodiscard]] model::Result<providers::PriceFacets> facets(const std::stop_token& stop);

private:
    [[nodiscard]] model::Result<std::shared_ptr<const providers::PriceIndex>>
    index(const std::stop_token& stop);

    std::shared_ptr<const LocalCatalogue> m_catalogue;
    std::mutex m_mutex; ///< of what follows
    std::shared_ptr<const providers::PriceIndex> m_index;
    unsigned m_generation = 0;
};

} // namespace wherewithal::app
