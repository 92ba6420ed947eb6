// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/LocalSearch.h"

#include "app/session/LocalCatalogue.h"

#include <algorithm>
#include <chrono>
#include <variant>

namespace wherewithal::app {

using model::ErrorCode;
using model::failure;
using model::Result;
using providers::PriceIndex;

namespace {

using Clock = std::chrono::steady_clock;
using IndexPtr = std::shared_ptr<const PriceIndex>;

/// What a search found: bits of the index, or a short list of rows.
using Found = std::variant<providers::PriceMatches, std::vector<PriceIndex::Row>>;

class IndexResult final : public PriceResult
{
public:
    IndexResult(std::shared_ptr<const LocalCatalogue> catalogue,
                IndexPtr index,
                Found found,
                std::string asOf)
        : m_catalogue(std::move(catalogue))
        , m_index(std::move(index))
        , m_found(std::move(found))
        , m_asOf(std::move(asOf))
    {}

    [[nodiscard]] std::size_t size() const override
    {
        return std::visit([](const auto& rows) { return rows.size(); }, m_found);
    }

    [[nodiscard]] Result<std::vector<PriceLine>> lines(std::size_t first, std::size_t count) const override
    {
        return linesOf(rows(first, count));
    }

    [[nodiscard]] Result<PriceDetail> detail(const PriceLine& line) const override
    {
        PriceDetail detail{.line = line, .history = {}, .otherWays = {}, .origin = {}};
        auto past = linesOf(m_index->history(line.listed.row));
        if (!past) {
            return failure(past.error());
        }
        for (const PriceLine& each : *past) {
            const auto day = model::parseDay(each.price().effectiveFrom);
            if (day && each.price().unit == line.price().unit
                && each.price().currency == line.price().currency) {
                detail.history.push_back(
                    {.from = *day, .price = comparablePrice(each.price()), .sheet = each.price().sheet});
            }
        }
        std::ranges::stable_sort(detail.history, {}, &PricePoint::from);
        auto others = linesOf(m_index->otherWays(line.listed.row, m_asOf));
        if (!others) {
            return failure(others.error());
        }
        detail.otherWays = std::move(*others);
        const std::scoped_lock lock(m_mutex);
        auto origin = m_store->origin(*m_index, line.listed.row);
        if (!origin) {
            return failure(origin.error());
        }
        detail.origin = std::move(*origin);
        return detail;
    }

private:
    [[nodiscard]] std::vector<PriceIndex::Row> rows(std::size_t first, std::size_t count) const
    {
        if (const auto* matches = std::get_if<providers::PriceMatches>(&m_found)) {
            return m_index->window(*matches, first, count);
        }
        const auto& list = std::get<std::vector<PriceIndex::Row>>(m_found);
        const std::size_t from = std::min(first, list.size());
        const std::size_t to = from + std::min(count, list.size() - from);
        return {list.begin() + static_cast<std::ptrdiff_t>(from),
                list.begin() + static_cast<std::ptrdiff_t>(to)};
    }

    [[nodiscard]] Result<std::vector<PriceLine>> linesOf(const std::vector<PriceIndex::Row>& rows) const
    {
        const std::scoped_lock lock(m_mutex);
        if (!m_store) {
            auto opened = m_catalogue->open();
            if (!opened) {
                return failure(opened.error());
            }
            m_store.emplace(std::move(*opened));
        }
        auto listed = m_store->listed(*m_index, rows, m_asOf);
        if (!listed) {
            return failure(listed.error());
        }
        std::vector<PriceLine> lines;
        lines.reserve(listed->size());
        for (providers::ListedPrice& price : *listed) {
            const PriceIndex::Row row = price.row;
            lines.push_back({.listed = std::move(price), .place = m_index->place(row)});
        }
        return lines;
    }

    std::shared_ptr<const LocalCatalogue> m_catalogue;
    IndexPtr m_index;
    Found m_found;
    std::string m_asOf;
    mutable std::mutex m_mutex; ///< of m_store, which one thread uses at a time
    mutable std::optional<providers::CatalogueStore> m_store;
};

/// Rows of the offers of a plan that the query lets through, by letter.
std::vector<PriceIndex::Row>
planRows(const PriceIndex& index, const PriceQuestion& question, const std::stop_token& stop)
{
    std::vector<PriceIndex::Row> rows;
    for (const PlanOffer& offer : question.planOffers) {
        const auto isAsked = [](const auto& wanted, const auto& value) {
            return wanted.empty() || std::ranges::find(wanted, value) != wanted.end();
        };
        if (!isAsked(question.query.providers, offer.provider)
            || !isAsked(question.query.regions, offer.region)
            || !isAsked(question.query.purchases, offer.purchase)) {
            continue;
        }
        providers::PriceQuery query = question.query;
        query.providers = {offer.provider};
        query.regions = {offer.region};
        query.machines = {offer.machine};
        query.purchases = {offer.purchase};
        const auto matches = index.find(query, stop);
        for (const PriceIndex::Row row : index.window(matches, 0, matches.count())) {
            if (index.way(row).termMonths == offer.termMonths && std::ranges::find(rows, row) == rows.end()) {
                rows.push_back(row);
            }
        }
    }
    return rows;
}

} // namespace

double comparablePrice(const providers::PriceRow& row)
{
    const double perUnit = row.amount.toDouble() / (row.blockSize > 0.0 ? row.blockSize : 1.0);
    return providers::effectiveHourly(row).value_or(perUnit);
}

Result<IndexPtr> LocalSearch::index(const std::stop_token& stop)
{
    const std::scoped_lock lock(m_mutex);
    const unsigned generation = m_catalogue->generation();
    if (m_index && m_generation == generation) {
        return m_index;
    }
    auto store = m_catalogue->open();
    if (!store) {
        return failure(store.error());
    }
    auto made = store->priceIndex(stop);
    if (!made) {
        return failure(made.error());
    }
    m_index = std::move(*made);
    m_generation = generation;
    return m_index;
}

Result<PriceAnswer> LocalSearch::search(const PriceQuestion& question, const std::stop_token& stop)
{
    const auto all = index(stop);
    if (!all) {
        return failure(all.error());
    }
    const auto start = Clock::now();
    Found found;
    if (question.isPlanOnly) {
        found = planRows(**all, question, stop);
    } else {
        found = (*all)->find(question.query, stop);
    }
    if (stop.stop_requested()) {
        return failure(ErrorCode::Cancelled, {}, "another search has begun");
    }
    const std::chrono::duration<double, std::milli> elapsed = Clock::now() - start;
    return PriceAnswer{
        .result = std::make_shared<IndexResult>(m_catalogue, *all, std::move(found), question.query.asOf),
        .outOf = (*all)->size(),
        .milliseconds = elapsed.count()};
}

Result<providers::PriceFacets> LocalSearch::facets(const std::stop_token& stop)
{
    const auto all = index(stop);
    return all ? Result<providers::PriceFacets>((*all)->facets()) : failure(all.error());
}

} // namespace wherewithal::app
