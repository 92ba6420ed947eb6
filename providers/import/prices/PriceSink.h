// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/import/prices/PriceSheet.h"

namespace wherewithal::providers {

/// Where a reader's rows go, one at a time: the store (one transaction), a preview, a test.
///
/// Order: begin, then any number of machine and offer, then end - or, after a failure or a cancel, no end:
/// what was handed over must then leave no trace. A failure returned by the sink stops the import and is
/// passed on.
class PriceSink
{
public:
    virtual ~PriceSink() = default;

    /// What the head of the file says; `end` brings the final word.
    [[nodiscard]] virtual model::Result<void> begin(const PriceSheet& sheet) = 0;
    [[nodiscard]] virtual model::Result<void> machine(const MachineRow& row) = 0;
    /// Views in the row are valid during the call.
    [[nodiscard]] virtual model::Result<void> offer(const OfferRow& row) = 0;
    [[nodiscard]] virtual model::Result<void> end(const ImportOutcome& outcome) = 0;

protected:
    PriceSink() = default;
    PriceSink(const PriceSink&) = default;
    PriceSink(PriceSink&&) = default;
    PriceSink& operator=(const PriceSink&) = default;
    PriceSink& operator=(PriceSink&&) = default;
};

} // namespace wherewithal::providers
