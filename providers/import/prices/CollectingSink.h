// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/import/prices/PriceSink.h"

#include <deque>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace wherewithal::providers {

/// One offer with texts of its own: a row that outlives the call that brought it.
class HeldOffer
{
public:
    explicit HeldOffer(const OfferRow& row);
    HeldOffer(const HeldOffer&) = delete;
    HeldOffer& operator=(const HeldOffer&) = delete;
    HeldOffer(HeldOffer&&) noexcept = default;
    HeldOffer& operator=(HeldOffer&&) noexcept = default;
    ~HeldOffer() = default;

    [[nodiscard]] const OfferRow& row() const { return m_row; }
    /// Adds the components of another part of the same offer.
    void add(std::span<const PriceComponent> components);

private:
    [[nodiscard]] PriceComponent copy(const PriceComponent& component);

    OfferRow m_row;
    std::vector<std::unique_ptr<char[]>> m_texts;
    std::vector<PriceComponent> m_components;
};

/// Keeps everything: for previews (with a limit) and tests.
class CollectingSink final : public PriceSink
{
public:
    /// Keeps at most this many offers and machines; the rest is let pass.
    explicit CollectingSink(std::size_t limit = 1'000'000)
        : m_limit(limit)
    {}

    [[nodiscard]] model::Result<void> begin(const PriceSheet& sheet) override;
    [[nodiscard]] model::Result<void> machine(const MachineRow& row) override;
    [[nodiscard]] model::Result<void> offer(const OfferRow& row) override;
    [[nodiscard]] model::Result<void> end(const ImportOutcome& outcome) override;

    [[nodiscard]] const std::deque<HeldOffer>& offers() const { return m_offers; }
    [[nodiscard]] const std::vector<MachineRow>& machines() const { return m_machines; }
    [[nodiscard]] const PriceSheet& sheet() const { return m_sheet; }
    [[nodiscard]] bool isEnded() const { return m_isEnded; }

private:
    std::size_t m_limit;
    std::deque<HeldOffer> m_offers;
    std::vector<MachineRow> m_machines;
    PriceSheet m_sheet;
    bool m_isEnded = false;
};

} // namespace wherewithal::providers
