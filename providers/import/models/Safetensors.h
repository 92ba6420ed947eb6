// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/Result.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace wherewithal::providers {

/// What the tensors of a model file add up to.
struct TensorTotals
{
    std::uint64_t tensors = 0;
    double parameters = 0.0; ///< numbers in all tensors; packed 4-bit formats count their packed numbers
    double bytes = 0.0;
    std::map<std::string, double> bytesByType; ///< "BF16", "F8_E4M3" ...

    bool operator==(const TensorTotals&) const = default;
};

/// Longest header that is read; the format's own limit is 100 MB.
inline constexpr std::size_t kMostSafetensorsHeaderBytes = std::size_t{16} << 20;

/// The header of a .safetensors file: eight bytes of length, then JSON. `bytes` is the start of the file, at
/// least the whole header; `fileBytes` its size, against which the offsets are checked.
///
/// InvalidSyntax (not the format, overlapping or misplaced tensors), TooLarge, Inconsistent (shape and
/// offsets differ).
[[nodiscard]] model::Result<TensorTotals> readSafetensorsHeader(std::string_view bytes,
                                                                std::uint64_t fileBytes,
                                                                std::string_view where = "safetensors");

/// metadata.total_size of model.safetensors.index.json. MissingField without it.
[[nodiscard]] model::Result<double> readSafetensorsIndex(std::string_view text,
                                                         std::string_view where = "index");

} // namespace wherewithal::providers
