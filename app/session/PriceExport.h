// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/PriceQuestion.h"

#include <span>

namespace wherewithal::app {

/// Header of exported prices, with a line end.
[[nodiscard]] std::string priceCsvHeader();
/// One line as CSV: plain numbers with a point, text cells quoted where needed, a leading = + - @ made
/// harmless.
[[nodiscard]] std::string priceCsvLine(const PriceLine& line);

/// Writes all lines to a file, saved at once at the end: DiskFull, PermissionDenied, NotFound, Cancelled.
[[nodiscard]] model::Result<std::size_t>
exportPrices(const PriceResult& result, const std::string& path, const std::stop_token& stop);

} // namespace wherewithal::app
