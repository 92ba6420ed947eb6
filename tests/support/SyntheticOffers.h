// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

/// Price sheets in the true structure of EC2's, of any size, with invented prices. Clearly synthetic; for
/// speed and memory.
namespace wherewithal::testing {

/// Writes about `bytes` of an EC2 offer file as CSV: five lines of metadata, the 91 columns of 2025,
/// non-empty cells quoted, empty cells bare; per SKU one on-demand row and 12 reservations of which 8 have an
/// upfront row besides. One SKU in ten is no instance (storage, data transfer, load balancer).
///
/// `write` gets pieces in order. The same seed gives the same bytes.
void writeSyntheticEc2Csv(std::uint64_t bytes,
                          std::uint64_t seed,
                          const std::function<void(std::string_view)>& write);

/// The same as JSON: products first, then terms.OnDemand and terms.Reserved, indented as AWS does.
void writeSyntheticEc2Json(std::uint64_t bytes,
                           std::uint64_t seed,
                           const std::function<void(std::string_view)>& write);

} // namespace wherewithal::testing
