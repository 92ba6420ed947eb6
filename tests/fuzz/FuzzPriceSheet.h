// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/import/prices/PriceImport.h"

#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace wherewithal::testing {

/// Looks at every field of every row, so that a view into given-up memory is found.
class TouchingSink final : public providers::PriceSink
{
public:
    model::Result<void> begin(const providers::PriceSheet& sheet) override
    {
        add(sheet.title);
        return {};
    }
    model::Result<void> machine(const providers::MachineRow& row) override
    {
        add(row.name);
        return {};
    }
    model::Result<void> offer(const providers::OfferRow& row) override
    {
        for (const auto field : providers::kOfferTexts) {
            add(row.*field);
        }
        if (row.components.empty()) {
            std::abort(); // an offer without an amount is none
        }
        for (const auto& component : row.components) {
            for (const auto field : providers::kComponentTexts) {
                add(component.*field);
            }
            add(component.amount.toText());
        }
        return {};
    }
    model::Result<void> end(const providers::ImportOutcome&) override { return {}; }
    [[nodiscard]] std::uint64_t sum() const { return m_sum; }

private:
    void add(std::string_view text)
    {
        for (const char c : text) {
            m_sum = m_sum * 31 + static_cast<unsigned char>(c);
        }
    }
    std::uint64_t m_sum = 0;
};

/// Imports the bytes; with an empty format whatever is detected. Aborts where the accounts do not add up.
inline void
importBytes(const std::uint8_t* data, std::size_t size, const char* format, std::size_t workers = 0)
{
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    providers::ImportOptions options;
    options.format = format;
    options.workers = workers;
    options.currency = "EUR";
    options.source.maxBytes = 1U << 22U; // the fuzzer's memory is small
    options.source.freeBytes = 1U << 20U;
    auto sources = providers::unpacked(providers::memorySource(bytes, "fuzz"), options.source);
    if (!sources || sources->empty()) {
        return;
    }
    TouchingSink sink;
    const auto outcome = providers::importSheet(*sources, options, sink);
    if (outcome && outcome->issues.size() > outcome->rejectedRows + outcome->warnings + 10) {
        std::abort();
    }
}

} // namespace wherewithal::testing
